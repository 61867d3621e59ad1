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
}

#[test]
fn every_sheet_of_the_counter_is_seen() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        let shot = |counter: &mut crate::driver::Driver<_, _>, what: &str| {
            counter.shot(&format!("app/{name}-{what}"));
        };
        counter.touch("tile-COFFEE");
        counter.touch("tile-BEANS");
        shot(&mut counter, "sheet-weight");
        type_on_pad(&mut counter, "0.35");
        counter.touch("line-confirm");
        counter.touch("line-discount-open");
        counter.touch("percent-20");
        shot(&mut counter, "sheet-discount");
        counter.touch("line-confirm");
        counter.touch("discount");
        counter.touch("percent-10");
        shot(&mut counter, "sheet-ticket-discount");
        counter.touch("discount-give");
        counter.touch("line-0");
        counter.touch("line-note-open");
        shot(&mut counter, "sheet-note-page");
        counter.touch("line-note-text");
        counter.keys("Amal");
        shot(&mut counter, "sheet-note");
        counter.touch("keyboard-done");
        counter.touch("line-price");
        type_on_pad(&mut counter, "7");
        shot(&mut counter, "sheet-price");
        counter.touch("line-confirm");
        shot(&mut counter, "sell-discounts");
        counter.touch("pay");
        counter.touch("pay-card");
        shot(&mut counter, "pay-card");
        counter.touch("pay-accepted");
        shot(&mut counter, "approval");
        counter.touch("approver-badr");
        type_on_pad(&mut counter, BADR);
        counter.touch("approve");
        shot(&mut counter, "paid-card");
        counter.touch("tile-JAM");
        counter.touch("park");
        shot(&mut counter, "sheet-park");
        counter.touch("park-confirm");
        counter.touch("parked");
        shot(&mut counter, "sheet-parked");
        counter.touch("give-up-0");
        shot(&mut counter, "sheet-give-up");
        counter.touch("reason-1");
        counter.touch("void-confirm");
        assert!(counter.find("parked-0").is_none(), "it was given up");
        counter.click_at(iced::Point::new(20.0, 700.0));
        counter.touch("last-sale");
        shot(&mut counter, "sheet-last");
        counter.click_at(iced::Point::new(20.0, 700.0));
        counter.touch("tile-JAM");
        counter.touch("void");
        shot(&mut counter, "sheet-void");
        counter.click_at(iced::Point::new(20.0, 700.0));
        counter.touch("desk");
        shot(&mut counter, "desk");
        counter.touch("go-sell");
        counter.touch("search");
        counter.keys("قهوه");
        shot(&mut counter, "search");
        counter.resize(1024.0, 768.0);
        shot(&mut counter, "search-1024");
        counter.touch("search-clear");
        shot(&mut counter, "sell-1024");
    }
}

#[test]
fn everything_has_its_place_on_the_smallest_screen() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.app(language);
        counter.resize(1024.0, 700.0);
        counter.touch("person-badr");
        type_on_pad(&mut counter, "111111");
        counter.touch("enter");
        counter.shot(&format!("app/{name}-small-sign-in"));
        type_on_pad(&mut counter, BADR);
        counter.touch("enter");
        for tile in ["tile-COFFEE", "tile-MAAMOUL", "tile-KABSA"] {
            counter.touch(tile);
        }
        counter.shot(&format!("app/{name}-small-sell"));
        counter.touch("line-discount-open");
        counter.shot(&format!("app/{name}-small-discount"));
        counter.touch("percent-5");
        counter.touch("line-confirm");
        counter.touch("pay");
        counter.shot(&format!("app/{name}-small-pay"));
        for key in ["cash-exact", "cash-4", "pay-voucher", "key-0"] {
            let bounds = counter
                .find(key)
                .unwrap_or_else(|| panic!("{key} is out of sight"));
            assert!(
                bounds.height >= 48.0,
                "{key} is only {} high",
                bounds.height
            );
        }
        counter.touch("pay-transfer");
        counter.shot(&format!("app/{name}-small-transfer"));
        counter.touch("pay-accepted");
        counter.shot(&format!("app/{name}-small-paid"));
        counter.touch("next-sale");
        counter.touch("desk");
        counter.shot(&format!("app/{name}-small-desk"));
    }
}
