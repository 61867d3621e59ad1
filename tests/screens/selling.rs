//! A cashier at the counter: from her name to the change she hands back.

use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, fils, sign_in, type_on_pad};

#[test]
fn three_lines_are_paid_in_cash_with_five_taps() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.shot(&format!("app/{name}-sell-empty"));
        for tile in ["tile-COFFEE", "tile-MAAMOUL", "tile-KABSA"] {
            counter.touch(tile);
        }
        counter.shot(&format!("app/{name}-sell"));
        counter.touch("pay");
        counter.shot(&format!("app/{name}-pay"));
        counter.touch("cash-1");
        counter.shot(&format!("app/{name}-paid"));

        let sale = bazaar
            .till
            .last_sale()
            .unwrap()
            .expect("one was recorded")
            .fact;
        assert_eq!((sale.paid(), sale.change()), (fils(6550), fils(450)));
        // The next customer's first goods begin the next ticket by themselves.
        counter.touch("tile-COFFEE");
        assert!(counter.find("change").is_none());
        assert!(counter.find("total").is_some());
    }
}

#[test]
fn three_lines_are_paid_exactly_with_four_taps() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    for tile in ["tile-COFFEE", "tile-MAAMOUL", "tile-KABSA", "exact"] {
        counter.touch(tile);
    }
    let sale = bazaar
        .till
        .last_sale()
        .unwrap()
        .expect("one was recorded")
        .fact;
    assert_eq!((sale.paid(), sale.change()), (fils(6550), fils(0)));
    assert_eq!(sale.tenders[0].kind, TenderKind::Cash);
    counter.shot("app/ar-paid-exactly");
}

#[test]
fn signing_in_asks_for_the_right_pin() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut app = bazaar.app(language);
        app.shot(&format!("app/{name}-sign-in"));
        sign_in(&mut app, "person-amal", "9999");
        app.shot(&format!("app/{name}-sign-in-wrong"));
        assert!(app.find("search").is_none());
        type_on_pad(&mut app, AMAL);
        app.touch("enter");
        assert!(app.find("search").is_some(), "she is at the counter");
    }
    let _ = BADR;
}
