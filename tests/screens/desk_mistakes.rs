//! The days that do not go straight: nobody who may, wrong numbers, orders that
//! are cancelled, tickets left parked, families that owe.

use std::time::Instant;

use sanduq::app::scanner::{Keystroke, Stroke};
use sanduq::app::shell::{App, Message};
use sanduq::domain::id::{FamilyCode, OrderId, PayoutId, Sku, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::order::{Customer, OrderState};
use sanduq::domain::payout::PayoutMeans;
use sanduq::domain::sale::{Offer, Sale, TenderKind};
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;
use sanduq::services::order::OrderRequest;
use sanduq::services::payout::PayoutRequest;
use sanduq::services::set_up::SetUp;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, TERMS, fils, sign_in, type_on_pad};
use crate::driver::Driver;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn shot(till: &mut Till, language: &str, name: &str) {
    till.shot(&format!("desk/{language}-{name}"));
}

fn ticket(bazaar: &Bazaar, goods: &[(&str, i64)]) -> Ticket {
    let catalogue = bazaar.till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
    for (sku, thousandths) in goods {
        let quantity = Quantity::from_thousandths(*thousandths);
        let sku = Sku::new(sku).unwrap();
        ticket.add(&catalogue, &sku, quantity, None).unwrap();
    }
    ticket
}

pub fn sell(bazaar: &Bazaar, goods: &[(&str, i64)], kind: TenderKind) -> Sale {
    let ticket = ticket(bazaar, goods);
    let offers = vec![Offer::new(kind, ticket.price().unwrap().due)];
    let done = bazaar
        .till
        .complete_sale(&bazaar.amal, ticket, offers, None);
    done.unwrap().sale.fact
}

pub fn order(bazaar: &Bazaar, goods: &[(&str, i64)], who: &str, due: &str) {
    let ticket = ticket(bazaar, goods);
    let deposit = fils(ticket.price().unwrap().due.minor() / 2);
    let request = OrderRequest {
        id: OrderId(bazaar.till.moments().new_id()),
        ticket,
        customer: Customer {
            name: who.into(),
            phone: "0501234567".into(),
            ..Customer::default()
        },
        wish: "اسم العائلة".into(),
        due_on: Some(due.parse().unwrap()),
        deposit: vec![Offer::new(TenderKind::Cash, deposit)],
    };
    bazaar.till.take_order(&bazaar.amal, request).unwrap();
}

fn go(till: &mut Till, place: &'static str) {
    till.touch("desk");
    till.touch(place);
}

#[test]
fn a_cashier_opens_no_day() {
    let bazaar = Bazaar::before_the_day();
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-amal", AMAL);
    assert!(
        till.find("next").is_none(),
        "there is nothing she can begin"
    );
    till.touch("go-open-day");
    assert!(till.find("day").is_none(), "the choice is off");
    shot(&mut till, "ar", "home-cashier-closed");
}

#[test]
fn a_day_that_was_not_planned_is_opened_anyway() {
    let bazaar = Bazaar::before_the_day();
    let terms = TERMS.replace("cut_off =", "weekdays = [\"friday\"]\ncut_off =");
    bazaar
        .till
        .change_terms(&bazaar.huda, SetUp::read(&terms).unwrap())
        .unwrap();
    for (language, name) in LANGUAGES {
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("go-open-day");
        shot(&mut till, name, "open-day-unplanned");
        if language == Language::English {
            till.touch("open-day");
        }
    }
    assert!(bazaar.till.day_status().unwrap().open.is_some());
}

#[test]
fn a_float_can_be_typed() {
    let bazaar = Bazaar::before_the_day();
    bazaar.till.open_day(&bazaar.badr, None, false).unwrap();
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-amal", AMAL);
    till.touch("typed");
    type_on_pad(&mut till, "150.25");
    shot(&mut till, "ar", "float-typed");
    till.touch("open-shift");
    let shift = bazaar.till.current_shift().unwrap().expect("it was opened");
    assert_eq!(shift.opening.float, fils(15_025));
}

#[test]
fn a_refund_is_looked_for_in_vain_left_and_given_in_cash() {
    let bazaar = Bazaar::open();
    let sale = sell(
        &bazaar,
        &[("BEZAR", 350), ("COFFEE", 2000)],
        TenderKind::Card,
    );
    let mut till = bazaar.counter(Language::Arabic);
    go(&mut till, "go-refund");
    type_on_pad(&mut till, "77");
    till.touch("find");
    shot(&mut till, "ar", "refund-unknown");
    assert!(till.find("refund").is_none());
    till.touch("sale-T1-000001");
    // Weighed goods come back whole.
    till.touch("more-0");
    till.touch("reason-1");
    till.touch("in-cash");
    till.touch("refund");
    till.click_at(iced::Point::new(20.0, 780.0));
    assert!(till.find("approve").is_none(), "the question was left");
    assert_eq!(
        bazaar.till.already_refunded(&sale).unwrap().total(),
        fils(0)
    );
    till.touch("refund");
    till.touch("approver-huda");
    type_on_pad(&mut till, HUDA);
    till.touch("approve");
    let already = bazaar.till.already_refunded(&sale).unwrap();
    assert_eq!(
        (already.total(), already.cash_by_approval),
        (fils(2875), fils(2875))
    );
    till.touch("another");
    till.touch("sale-T1-000001");
    shot(&mut till, "ar", "refund-rest");
    assert!(till.find("more-0").is_none(), "nothing of it is left");
}

#[test]
fn a_scanned_receipt_is_found_on_an_arabic_keyboard_too() {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("COFFEE", 2000)], TenderKind::Cash);
    let mut till = bazaar.counter(Language::Arabic);
    go(&mut till, "go-refund");
    let at = Instant::now();
    let strokes = "INTAJ8-T1-000001".chars().map(|latin| {
        let written = if latin == 'J' { 'ت' } else { latin };
        Stroke::Letter { written, latin }
    });
    for stroke in strokes.chain([Stroke::Enter]) {
        let keystroke = Keystroke {
            stroke,
            at,
            taken: false,
        };
        till.message(Message::Keystroke(keystroke));
    }
    assert!(till.find("more-0").is_some(), "its goods are shown");
}

#[test]
fn a_cancelled_order_keeps_or_returns_its_deposit() {
    for (keep, returned) in [(false, 8000), (true, 0)] {
        let bazaar = Bazaar::open();
        order(&bazaar, &[("PANEL", 1000)], "مها", "2026-11-25");
        order(&bazaar, &[("TRAY", 1000)], "سالم", "2026-11-26");
        order(&bazaar, &[("CAKE", 2000)], "علياء", "2026-12-05");
        let mut till = bazaar.counter(Language::Arabic);
        go(&mut till, "go-orders");
        till.touch("order-T1-000001");
        shot(&mut till, "ar", "orders-due");
        till.touch("cancel-order");
        till.touch(if keep {
            "keep-deposit"
        } else {
            "return-deposit"
        });
        till.touch("reason-0");
        shot(&mut till, "ar", "order-cancel");
        till.touch("confirm");
        till.touch("approver-badr");
        type_on_pad(&mut till, BADR);
        till.touch("approve");
        let cancelled = bazaar.till.orders(Some(OrderState::Cancelled)).unwrap();
        assert_eq!(cancelled.len(), 1);
        let (_, tally) = bazaar.till.x_report().unwrap();
        assert_eq!(tally.deposits_returned, fils(returned));
        shot(&mut till, "ar", "order-cancelled");
        till.touch("done");
        till.touch("orders-all");
        shot(&mut till, "ar", "orders-all");
    }
}

#[test]
fn what_is_open_is_told_and_parked_tickets_are_carried_over() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        sell(&bazaar, &[("COFFEE", 1000)], TenderKind::Cash);
        order(&bazaar, &[("PANEL", 1000)], "مها السالم", "2026-11-25");
        let parked = ticket(&bazaar, &[("ABAYA", 1000), ("COFFEE", 2000)]);
        bazaar
            .till
            .park(&bazaar.amal, parked, "أم خالد".into())
            .unwrap();
        let given_up = ticket(&bazaar, &[("COFFEE", 1000)]);
        let park = bazaar.till.park(&bazaar.amal, given_up, "سارة".into());
        park.unwrap();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-huda", HUDA);
        shot(&mut till, name, "home-open");
        till.touch("go-close-day");
        shot(&mut till, name, "close-day-open");
        till.touch("give-up-1");
        till.touch("reason-0");
        shot(&mut till, name, "close-day-give-up");
        till.touch("void-confirm");
        assert!(till.find("give-up-1").is_none());
        till.touch("close-day");
        assert!(
            till.find("sure").is_none(),
            "an open shift holds the close back"
        );
        till.touch("go-close-shift");
        till.touch("kind-10000");
        type_on_pad(&mut till, "3");
        till.touch("count-done");
        till.touch("reason-2");
        shot(&mut till, name, "count-explained");
        till.touch("explained");
        shot(&mut till, name, "shift-closed-over");
        till.touch("done");
        till.touch("next-close-day");
        till.touch("close-day");
        till.touch("sure");
        let day = bazaar.till.day_status().unwrap().days[0].day;
        let closing = bazaar
            .till
            .z_report(day)
            .unwrap()
            .expect("it is closed")
            .fact;
        assert_eq!(closing.carried_over.len(), 1);
        shot(&mut till, name, "day-closed-deposits");
    }
}

#[test]
fn what_a_supervisor_closed_is_settled_later_by_an_organiser() {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("OUD", 1000)], TenderKind::Card);
    bazaar.till.count_drawer(&bazaar.amal, Vec::new()).unwrap();
    bazaar
        .till
        .close_shift(&bazaar.amal, "حكاية".into())
        .unwrap();
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-badr", BADR);
    till.touch("next-close-day");
    till.touch("close-day");
    till.touch("sure");
    shot(&mut till, "ar", "day-closed-supervisor");
    assert!(till.find("settle").is_none(), "he may not");
    till.touch("sign-out");
    sign_in(&mut till, "person-huda", HUDA);
    till.touch("go-last-day");
    till.touch("settle");
    let day = bazaar.till.day_status().unwrap().days[0].day;
    assert_eq!(bazaar.till.settlements(day).unwrap().len(), 10);
    till.touch("desk");
    shot(&mut till, "ar", "home-day-closed");
    till.touch("go-last-day");
    assert!(till.find("settle").is_none(), "it is settled");
    till.touch("go-payouts");
}

#[test]
fn a_family_that_owes_pays_in() {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("COFFEE", 1000)], TenderKind::Cash);
    let family = FamilyCode::new("F03").unwrap();
    let reason = "استعارت طاولتين".to_owned();
    bazaar
        .till
        .adjust(&bazaar.huda, family.clone(), fils(-5000), reason)
        .unwrap();
    bazaar.till.count_drawer(&bazaar.amal, Vec::new()).unwrap();
    bazaar
        .till
        .close_shift(&bazaar.amal, "حكاية".into())
        .unwrap();
    let day = bazaar
        .till
        .close_day(&bazaar.badr, sanduq::services::day::ParkedAtClose::Refuse);
    bazaar
        .till
        .settle_day(&bazaar.huda, day.unwrap().fact.day)
        .unwrap();
    let before = PayoutRequest {
        id: PayoutId(bazaar.till.moments().new_id()),
        family: family.clone(),
        amount: fils(100),
        means: PayoutMeans::BankTransfer,
        collected_by: String::new(),
        reference: "TRX-778".into(),
        signed: None,
    };
    let taken = bazaar.till.take_from_family(&bazaar.huda, before);
    taken.unwrap();
    for (language, name) in LANGUAGES {
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("go-payouts");
        till.touch("show-owing");
        till.touch("family-F03");
        shot(&mut till, name, "statement-owes");
        till.touch("pay");
        till.touch("means-transfer");
        shot(&mut till, name, "take-transfer");
        type_on_pad(&mut till, "20");
        till.click("reference");
        till.keys("trx 778");
        till.touch("keyboard-done");
        till.touch("confirm");
        shot(&mut till, name, "took-already");
        assert!(
            till.find("confirm").is_some(),
            "it is refused, and can be mended"
        );
        till.click("reference");
        till.keys(name);
        till.touch("keyboard-done");
        till.touch("confirm");
        shot(&mut till, name, "took");
    }
    // 8.00 sold less 0.80 commission less 50.00 lent: 42.80 owed, 1.00 and twice 20.00
    // paid.
    let account = bazaar.till.family_account(&family).unwrap();
    assert_eq!(account.settled_balance, fils(-180));
    assert_eq!(account.payments.len(), 3);
    assert_eq!(account.payments[0].fact.reference, "TRX-778");
}
