//! A whole day around the counter on the real screens: the day and a shift are
//! opened, goods come back, an order is taken and handed over, the drawer is
//! counted, the day is closed, families are settled and paid.

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::id::{FamilyCode, Sku, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::{Offer, Sale, TenderKind};
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, fils, sign_in, type_on_pad};
use crate::driver::Driver;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// Writes what is seen at both sizes of window.
fn shots(till: &mut Till, language: &str, name: &str) {
    till.shot(&format!("desk/{language}-{name}"));
    till.resize(1024.0, 768.0);
    till.shot(&format!("desk/{language}-{name}-1024"));
    till.resize(1280.0, 800.0);
}

/// Amal sells goods by SKU and thousandths, through the services.
fn sell(bazaar: &Bazaar, goods: &[(&str, i64)], kind: TenderKind) -> Sale {
    let catalogue = bazaar.till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
    for (sku, thousandths) in goods {
        let quantity = Quantity::from_thousandths(*thousandths);
        let sku = Sku::new(sku).unwrap();
        ticket.add(&catalogue, &sku, quantity, None).unwrap();
    }
    let due = ticket.price().unwrap().due;
    let offers = vec![Offer::new(kind, due)];
    let done = bazaar
        .till
        .complete_sale(&bazaar.amal, ticket, offers, None);
    done.unwrap().sale.fact
}

fn go(till: &mut Till, place: &'static str) {
    till.touch("desk");
    till.touch(place);
}

/// Whoever is there leaves, and somebody else comes.
fn change_person(till: &mut Till, person: &'static str, pin: &str) {
    till.touch("sign-out");
    sign_in(till, person, pin);
}

/// Counts pieces of a note or coin.
fn count(till: &mut Till, kind: &'static str, pieces: &str) {
    till.touch(kind);
    type_on_pad(till, pieces);
}

#[test]
fn a_day_goes_from_opening_to_the_last_payout() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::before_the_day();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        shots(&mut till, name, "home-closed");
        till.touch("next");
        shots(&mut till, name, "open-day");
        till.touch("open-day");
        let day = bazaar
            .till
            .day_status()
            .unwrap()
            .open
            .expect("it was opened")
            .day;
        assert_eq!(day.to_string(), "2026-11-26");

        change_person(&mut till, "person-amal", AMAL);
        count(&mut till, "kind-10000", "1");
        count(&mut till, "kind-2000", "3");
        for _ in 0..4 {
            till.touch("more-1000");
        }
        shots(&mut till, name, "open-shift");
        till.touch("open-shift");
        let shift = bazaar.till.current_shift().unwrap().expect("it was opened");
        assert_eq!(shift.opening.float, fils(20_000));
        assert!(till.find("search").is_some(), "she is at the counter");

        let first = sell(
            &bazaar,
            &[("COFFEE", 3000), ("MAAMOUL", 1000)],
            TenderKind::Cash,
        );
        sell(&bazaar, &[("OUD", 1000), ("BEZAR", 350)], TenderKind::Card);
        sell(
            &bazaar,
            &[("ABAYA", 1000), ("BASKET", 2000), ("KARAK", 2000)],
            TenderKind::Card,
        );
        sell(
            &bazaar,
            &[("LUQAIMAT", 2000), ("BISCUIT", 4000)],
            TenderKind::Cash,
        );

        refund_one_coffee(&bazaar, &mut till, name);
        assert_eq!(
            bazaar.till.already_refunded(&first).unwrap().total(),
            fils(800)
        );
        order_taken_and_handed_over(&bazaar, &mut till, name);
        money_to_the_safe(&bazaar, &mut till, name);
        shift_counted_and_closed(&bazaar, &mut till, name);
        day_closed_and_settled(&bazaar, &mut till, name);
        a_family_paid(&bazaar, &mut till, name);
    }
}

fn refund_one_coffee(bazaar: &Bazaar, till: &mut Till, name: &str) {
    go(till, "go-refund");
    shots(till, name, "refund-find");
    type_on_pad(till, "1");
    till.touch("find");
    till.touch("more-0");
    till.touch("reason-0");
    shots(till, name, "refund-goods");
    till.touch("refund");
    till.touch("approver-badr");
    type_on_pad(till, "999999");
    till.touch("approve");
    shots(till, name, "approval-wrong");
    type_on_pad(till, BADR);
    till.touch("approve");
    shots(till, name, "refund-done");
    till.touch("done");
    assert!(till.find("search").is_some(), "she is back at the counter");
    let last = bazaar.till.recent_sales(10).unwrap();
    assert_eq!(
        last.iter()
            .filter(|sale| sale.refunded == fils(800))
            .count(),
        1
    );
}

fn order_taken_and_handed_over(bazaar: &Bazaar, till: &mut Till, name: &str) {
    go(till, "go-orders");
    shots(till, name, "orders-none");
    till.touch("take-order");
    till.touch("goods-PANEL");
    till.touch("goods-PORTRAIT");
    type_on_pad(till, "90");
    shots(till, name, "order-price");
    till.touch("priced");
    shots(till, name, "order-goods");
    till.touch("next");
    till.click("customer-name");
    till.keys(if name == "ar" {
        "مها السالم"
    } else {
        "Maha Alsalem"
    });
    shots(till, name, "order-writing");
    till.touch("keyboard-done");
    till.click("order-wish");
    till.keys(if name == "ar" {
        "اسم العائلة بالذهبي"
    } else {
        "Family name in gold"
    });
    till.touch("keyboard-done");
    till.touch("due-3");
    shots(till, name, "order-customer");
    till.touch("take");
    shots(till, name, "order-taken");
    till.touch("done");
    let orders = bazaar.till.orders(None).unwrap();
    assert_eq!(
        (orders[0].order.total, orders[0].order.deposit),
        (fils(25_000), fils(7500))
    );

    till.touch("order-T1-000001");
    shots(till, name, "orders");
    till.touch("hand-over");
    type_on_pad(till, "200");
    shots(till, name, "hand-over");
    till.touch("confirm");
    shots(till, name, "handed-over");
    assert!(till.find("change").is_some());
    till.touch("done");
    till.touch("back");
}

fn money_to_the_safe(bazaar: &Bazaar, till: &mut Till, name: &str) {
    go(till, "go-cash");
    till.touch("drop");
    type_on_pad(till, "100");
    till.touch("reason-0");
    shots(till, name, "cash");
    till.touch("confirm");
    shots(till, name, "cash-done");
    till.touch("again");
    till.touch("no-sale");
    till.touch("reason-0");
    till.touch("confirm");
    till.touch("approver-badr");
    type_on_pad(till, BADR);
    till.touch("approve");
    till.touch("done");
    let (_, tally) = bazaar.till.x_report().unwrap();
    assert_eq!((tally.dropped, tally.drawer_openings), (fils(10_000), 1));
}

fn shift_counted_and_closed(bazaar: &Bazaar, till: &mut Till, name: &str) {
    // 200.00 float, 46.50 and 51.00 in sales, 8.00 back, a deposit of 75.00, a
    // balance of 175.00, 100.00 to the safe: 439.50 is expected.
    go(till, "go-close-shift");
    for (kind, pieces) in [
        ("kind-20000", "1"),
        ("kind-10000", "2"),
        ("kind-2000", "1"),
        ("kind-100", "9"),
    ] {
        count(till, kind, pieces);
    }
    shots(till, name, "count");
    till.touch("count-done");
    shots(till, name, "count-differs");
    assert!(till.find("difference").is_some());
    till.touch("count-again");
    count(till, "kind-1000", "1");
    till.touch("count-done");
    let closed = till.find("done").is_some();
    assert!(closed, "half a dirham short needs no reason");
    shots(till, name, "shift-closed");
    till.touch("done");
    shots(till, name, "home-cashier");
    assert!(bazaar.till.current_shift().unwrap().is_none());
}

#[test]
fn a_question_that_takes_a_while_is_heard_from_before_its_answer() {
    let bazaar = Bazaar::open();
    let context = Context::new(bazaar.till.clone(), Language::English).unwrap();
    let asked = context.ask_and_hear(
        |_, mut telling| {
            telling(1, 2);
            telling(2, 2);
            Ok(())
        },
        |done, all| format!("{done} of {all}"),
        |answer| format!("{answer:?}"),
    );
    let nothing = |(): &()| iced::widget::Space::new().into();
    let mut screen = Driver::new((), |(), _: String| iced::Task::none(), nothing);
    let mut heard = screen.outcome(asked);
    heard.sort();
    assert_eq!(heard, ["1 of 2", "2 of 2", "Ok(())"]);
}

fn day_closed_and_settled(bazaar: &Bazaar, till: &mut Till, name: &str) {
    change_person(till, "person-huda", HUDA);
    shots(till, name, "home-organiser");
    till.touch("go-close-day");
    shots(till, name, "close-day");
    till.touch("close-day");
    shots(till, name, "close-day-sure");
    till.touch("sure");
    shots(till, name, "day-closed");
    till.touch("settle");
    shots(till, name, "settled");
    let status = bazaar.till.day_status().unwrap();
    assert!(status.open.is_none());
    let settlements = bazaar.till.settlements(status.days[0].day).unwrap();
    assert_eq!(settlements.len(), 10);
    till.touch("go-payouts");
}

fn a_family_paid(bazaar: &Bazaar, till: &mut Till, name: &str) {
    shots(till, name, "payouts");
    till.click("search-families");
    till.keys("f10");
    till.touch("keyboard-done");
    till.touch("family-F10");
    shots(till, name, "statement");
    till.touch("pay");
    till.touch("means-safe");
    type_on_pad(till, "100");
    shots(till, name, "pay");
    till.touch("confirm");
    shots(till, name, "paid");
    till.touch("done");
    shots(till, name, "statement-paid");
    let account = bazaar
        .till
        .family_account(&FamilyCode::new("F10").unwrap())
        .unwrap();
    assert_eq!(account.settled_balance, fils(25_000 - 2500 - 10_000));
}
