//! Orders on the real screens: a balance in parts, a delivery, what a family has to
//! make, and the slip that opens its order.

use sanduq::app::shell::{App, Message};
use sanduq::domain::id::FamilyCode;
use sanduq::domain::order::OrderState;
use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, Bazaar, TERMS, sign_in, type_on_pad};
use crate::counter::type_keys;
use crate::desk_mistakes::order;
use crate::driver::Driver;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// What the window that faces the customer says under a name.
fn customer_sees(till: &mut Driver<App, Message>, id: &'static str, shot: &str) -> String {
    till.look_at(App::customer_view);
    till.resize(1024.0, 600.0);
    let said = till.text(id);
    till.shot(&format!("customer/{shot}"));
    till.look_at(App::view);
    till.resize(1280.0, 800.0);
    said
}

pub fn to_orders(till: &mut Driver<App, Message>) {
    till.touch("desk");
    till.touch("go-orders");
}

/// Takes an order of one thing; brought to an address if one is given.
pub fn take(
    till: &mut Driver<App, Message>,
    goods: &'static str,
    name: &str,
    address: Option<&str>,
) {
    till.touch("take-order");
    till.touch(goods);
    till.touch("next");
    till.click("customer-name");
    till.keys(name);
    till.touch("keyboard-done");
    if let Some(address) = address {
        till.touch("deliver");
        till.click("customer-address");
        till.keys(address);
        till.touch("keyboard-done");
    }
    till.touch("due-3");
    till.touch("take");
    till.touch("print-family");
    till.touch("done");
}

#[test]
fn past_midnight_tomorrow_is_the_day_after_the_evening_that_is_traded() {
    let bazaar = Bazaar::open_past_midnight();
    let mut till = bazaar.counter(Language::Arabic);
    to_orders(&mut till);
    till.touch("take-order");
    till.touch("goods-PANEL");
    till.touch("next");
    till.click("customer-name");
    till.keys("Maha");
    till.touch("keyboard-done");
    till.touch("due-1");
    till.touch("take");
    let orders = bazaar.till.orders(Some(OrderState::Open)).unwrap();
    assert_eq!(orders[0].order.day, "2026-11-26".parse().unwrap());
    assert_eq!(orders[0].order.due_on, Some("2026-11-27".parse().unwrap()));
}

#[test]
fn an_order_is_paid_in_parts_and_brought_to_the_door() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut till = bazaar.counter(language);
        to_orders(&mut till);
        till.touch("take-order");
        till.touch("goods-PANEL");
        till.touch("next");
        till.touch("deliver");
        till.shot(&format!("orders/{name}-take-delivery"));
        till.touch("back");
        till.touch("back");
        let address = match language {
            Language::Arabic => "الشارقة، المجاز 2، شارع الملك فيصل",
            Language::English => "Sharjah, Al Majaz 2, King Faisal Street",
        };
        take(&mut till, "goods-PANEL", "Maha", Some(address));
        take(&mut till, "goods-TRAY", "Salem", None);
        till.shot(&format!("orders/{name}-list"));

        till.touch("order-T1-000001");
        till.shot(&format!("orders/{name}-chosen"));
        till.touch("hand-over");
        till.touch("way-card");
        type_on_pad(&mut till, "50");
        till.touch("confirm");
        till.shot(&format!("orders/{name}-first-part"));
        let rest = customer_sees(&mut till, "customer-balance", &format!("{name}-order"));
        assert_eq!(rest, "62.00");
        till.touch("part-0");
        till.touch("way-voucher");
        type_on_pad(&mut till, "20");
        till.touch("confirm");
        type_on_pad(&mut till, "200");
        till.resize(1024.0, 768.0);
        till.shot(&format!("orders/{name}-second-part-1024"));
        till.resize(1280.0, 800.0);
        till.touch("confirm");
        assert!(till.find("change").is_some());
        let change = till.text("change");
        let seen = customer_sees(&mut till, "customer-change", &format!("{name}-order-paid"));
        assert_eq!(seen, change);
        till.shot(&format!("orders/{name}-handed-over"));
        till.touch("done");
        let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
        let kinds: Vec<_> = sale.tenders.iter().map(|tender| &tender.kind).collect();
        assert_eq!(
            kinds,
            [
                &TenderKind::Deposit,
                &TenderKind::Voucher,
                &TenderKind::Cash
            ]
        );

        // It is paid, and stays in the list until it has arrived.
        till.touch("order-T1-000001");
        till.shot(&format!("orders/{name}-on-its-way"));
        till.touch("delivered");
        assert!(till.find("order-T1-000001").is_none());
        let delivered = bazaar.till.orders(Some(OrderState::Delivered)).unwrap();
        assert_eq!(delivered.len(), 1);
        till.touch("orders-all");
        till.touch("order-T1-000001");
        till.shot(&format!("orders/{name}-delivered"));
    }
}

#[test]
fn the_list_shows_what_one_family_makes() {
    let bazaar = Bazaar::open();
    order(&bazaar, &[("PANEL", 1000)], "مها", "2026-11-28");
    let mut till = bazaar.counter(Language::Arabic);
    to_orders(&mut till);
    assert!(till.find("orders-of-every").is_none(), "there is no choice");
    order(&bazaar, &[("CAKE", 2000)], "علياء", "2026-11-27");
    order(
        &bazaar,
        &[("CAKE", 1000), ("ABAYA", 1000)],
        "سالم",
        "2026-11-29",
    );
    to_orders(&mut till);
    let orders = bazaar.till.orders(None).unwrap();
    let families: Vec<String> = orders
        .iter()
        .map(|row| row.order.families()[0].to_string())
        .collect();
    assert_ne!(families[0], families[1]);
    let key: &'static str = format!("orders-of-{}", families[1]).leak();
    till.touch(key);
    assert!(till.find("order-T1-000001").is_none());
    assert!(till.find("order-T1-000002").is_some());
    till.shot("orders/ar-of-one-family");
    till.touch("orders-of-every");
    assert!(till.find("order-T1-000001").is_some());
}

#[test]
fn a_scanned_slip_opens_its_order() {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(Language::Arabic);
    to_orders(&mut till);
    take(&mut till, "goods-PANEL", "Maha", None);
    type_keys(&mut till, "INTAJ8-T1-000001-ORDER", 5);
    assert!(till.find("balance").is_some(), "from the list");
    till.touch("back");
    till.touch("back");
    type_keys(&mut till, "INTAJ8-T1-000001-ORDER", 5);
    assert!(till.find("balance").is_some(), "from the counter");
    till.touch("confirm");
    till.touch("done");
    type_keys(&mut till, "INTAJ8-T1-000001-ORDER", 5);
    assert!(till.find("balance").is_none(), "it was handed over");
    assert!(till.find("slip").is_some(), "it is shown instead");
    type_keys(&mut till, "INTAJ8-T1-000009-ORDER", 5);
    till.shot("orders/ar-unknown");
}

#[test]
fn a_family_at_its_stall_takes_the_balance_itself() {
    let terms = TERMS.replace("cut_off", "money_taken_by = \"family\"\ncut_off");
    let bazaar = Bazaar::open_with_terms(&terms);
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-amal", AMAL);
    to_orders(&mut till);
    take(&mut till, "goods-PANEL", "Maha", None);
    till.touch("order-T1-000001");
    till.touch("hand-over");
    till.shot("orders/ar-family-takes");
    till.touch("confirm");
    till.touch("done");
    let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
    let family: FamilyCode = sale.lines[0].item.family.clone();
    let own = sale.tenders.iter();
    let own = own.filter(|tender| tender.kind == TenderKind::TakenByFamily(family.clone()));
    assert_eq!(own.count(), 1);
}
