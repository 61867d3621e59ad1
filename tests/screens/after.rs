//! After the sale: it is found again by whatever is known of it, a part of weighed
//! goods comes back, goods are exchanged for others.

use sanduq::app::shell::{App, Message};
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;
use sanduq::services::day::ParkedAtClose;

use crate::bazaar::{BADR, Bazaar, fils, type_on_pad};
use crate::counter::type_keys;
use crate::driver::Driver;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn sell(counter: &mut Driver<App, Message>, tile: &'static str) {
    counter.touch(tile);
    counter.touch("exact");
}

pub fn approve(counter: &mut Driver<App, Message>) {
    counter.touch("approver-badr");
    type_on_pad(counter, BADR);
    counter.touch("approve");
}

#[test]
fn a_sale_is_found_by_what_is_known_of_it() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        for tile in ["tile-COFFEE", "tile-JAM", "tile-KARAK"] {
            sell(&mut counter, tile);
        }
        counter.touch("next-sale");
        counter.touch("last");
        counter.touch("all-sales");
        let sales = ["sale-T1-000001", "sale-T1-000002", "sale-T1-000003"];
        let in_sight = |counter: &mut Driver<App, Message>| {
            sales.map(|sale| counter.find(sale).map(|place| place.y))
        };
        let [first, _, last] = in_sight(&mut counter);
        assert!(last < first, "the newest stands above");
        counter.shot(&format!("app/{name}-find"));
        counter.touch("by-amount");
        type_on_pad(&mut counter, "22.5");
        counter.touch("find");
        counter.shot(&format!("app/{name}-find-amount"));
        assert!(matches!(in_sight(&mut counter), [None, Some(_), None]));
        counter.touch("any-amount");
        counter.touch("whose");
        counter.shot(&format!("app/{name}-find-family"));
        counter.touch("of-F03");
        assert!(matches!(in_sight(&mut counter), [Some(_), None, Some(_)]));
        counter.touch("ever");
        assert!(matches!(in_sight(&mut counter), [Some(_), None, Some(_)]));
        counter.shot(&format!("app/{name}-find-ever"));
        // The code of a receipt leads to its sale whatever is looked for.
        type_keys(&mut counter, "INTAJ8-T1-000002", 5);
        assert!(counter.find("more-0").is_some());
    }
}

#[test]
fn a_part_of_weighed_goods_comes_back() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tab-4");
        counter.touch("tile-BEZAR");
        type_on_pad(&mut counter, "0.35");
        counter.touch("line-confirm");
        counter.touch("exact");
        counter.touch("next-sale");
        counter.touch("last");
        counter.touch("give-back");
        counter.touch("weigh-0");
        type_on_pad(&mut counter, "0.4");
        counter.touch("weighed");
        assert!(counter.find("weighed").is_some(), "more than was sold");
        for _ in 0..3 {
            counter.touch("key-back");
        }
        type_on_pad(&mut counter, "0.1");
        counter.shot(&format!("app/{name}-weigh-back"));
        counter.touch("weighed");
        counter.touch("reason-0");
        counter.shot(&format!("app/{name}-part-back"));
        counter.touch("refund");
        approve(&mut counter);
        let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
        let already = bazaar.till.already_refunded(&sale).unwrap();
        assert_eq!(already.lines, [Quantity::from_thousandths(100)]);
    }
}

#[test]
fn goods_are_exchanged_and_the_difference_is_paid_once() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        sell(&mut counter, "tile-JAM");
        let drawer = || bazaar.till.day_status().unwrap().drawer;
        let before = drawer();
        counter.touch("next-sale");
        counter.touch("last");
        counter.touch("give-back");
        counter.touch("all-back");
        counter.touch("reason-2");
        counter.touch("exchange");
        approve(&mut counter);
        assert_eq!(drawer(), before, "nothing happened yet");
        counter.touch("tile-KABSA");
        counter.shot(&format!("app/{name}-exchange"));
        counter.touch("pay");
        // 35.00 against 22.50.
        assert_eq!(counter.text("pay-due"), "12.50");
        counter.shot(&format!("app/{name}-exchange-pay"));
        counter.touch("pay-card");
        counter.touch("pay-accepted");
        let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
        let tenders = sale.tenders.iter();
        let tenders: Vec<_> = tenders
            .map(|tender| (tender.kind.clone(), tender.amount))
            .collect();
        let expected = [
            (TenderKind::Card, fils(1250)),
            (TenderKind::Cash, fils(2250)),
        ];
        assert_eq!(tenders, expected);
        assert_eq!(drawer(), before, "out and in again");
        let (_, tally) = bazaar.till.x_report().unwrap();
        assert!(tally.proof().holds());
    }
}

#[test]
fn what_an_exchange_leaves_goes_back_to_the_customer() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        sell(&mut counter, "tile-KABSA");
        counter.touch("next-sale");
        counter.touch("last");
        counter.touch("give-back");
        counter.touch("all-back");
        counter.touch("reason-2");
        counter.touch("exchange");
        approve(&mut counter);
        counter.touch("tile-JAM");
        counter.touch("pay");
        assert_eq!(counter.text("pay-due"), "12.50");
        counter.shot(&format!("app/{name}-exchange-back"));
        counter.touch("pay-record");
        assert_eq!(counter.text("change"), "12.50");
        let drawer = bazaar.till.day_status().unwrap().drawer;
        assert_eq!(drawer, fils(20_000 + 2250));
        // It counted once: the next ticket is paid in full.
        counter.touch("tile-COFFEE");
        counter.touch("pay");
        assert_eq!(counter.text("pay-due"), "8.00");
    }
}

/// Jam is sold and comes back, to be exchanged for something else.
fn begin_exchange(counter: &mut Driver<App, Message>) {
    sell(counter, "tile-JAM");
    let keys = ["next-sale", "last", "give-back", "all-back", "reason-0"];
    for key in keys {
        counter.touch(key);
    }
    counter.touch("exchange");
    approve(counter);
}

#[test]
fn an_exchange_that_is_left_records_nothing() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    begin_exchange(&mut counter);
    counter.touch("no-exchange");
    counter.touch("tile-KABSA");
    counter.touch("exact");
    let sales = bazaar.till.recent_sales(5).unwrap();
    assert_eq!(sales[0].paid, fils(3500));
    assert_eq!(sales[1].refunded, fils(0));
}

#[test]
fn an_exchange_that_is_put_aside_is_taken_up_as_one() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    begin_exchange(&mut counter);
    counter.touch("tile-KABSA");
    counter.touch("park");
    // What comes back can't wait for goods that are yet to be made.
    assert!(counter.find("park-order").is_none());
    counter.touch("park-confirm");
    assert!(counter.find("no-exchange").is_none());
    counter.touch("tile-COFFEE");
    counter.touch("exact");
    counter.touch("next-sale");
    counter.touch("parked");
    counter.touch("parked-0");
    assert!(counter.find("no-exchange").is_some(), "still an exchange");
    counter.touch("pay");
    assert_eq!(counter.text("pay-due"), "12.50");
}

#[test]
fn an_exchange_in_hand_outlives_the_close_of_the_day() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    begin_exchange(&mut counter);
    counter.touch("tile-KABSA");
    let in_hand = bazaar.till.all_in_hand().unwrap();
    let ticket = in_hand[0].in_hand.ticket.id;
    assert!(in_hand[0].in_hand.back.is_some());
    let till = &bazaar.till;
    till.count_drawer(&bazaar.amal, Vec::new()).unwrap();
    till.close_shift(&bazaar.amal, "story".into()).unwrap();
    till.close_day(&bazaar.badr, ParkedAtClose::CarryOver)
        .unwrap();
    let parked = bazaar.till.parked().unwrap();
    assert_eq!(parked.len(), 1);
    assert_eq!(parked[0].ticket.id, ticket);
    assert_eq!(parked[0].back, in_hand[0].in_hand.back);
}
