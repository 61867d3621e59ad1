//! What happens at the counter besides paying: scanning, weighing, tickets put
//! aside and given up, the other language, another cashier.

use std::time::{Duration, Instant};

use sanduq::app::scanner::{Keystroke, Stroke};
use sanduq::app::shell::{App, Message};
use sanduq::domain::money::Quantity;
use sanduq::domain::ticket::PriceSource;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, app, sign_in, type_on_pad};
use crate::driver::Driver;

/// Letters from a hardware keyboard so far apart, then Enter, and the pause after
/// which it is known who wrote them.
pub fn type_keys(app: &mut Driver<App, Message>, letters: &str, apart: u64) {
    let mut at = Instant::now() - Duration::from_secs(5);
    let strike = |stroke, at| {
        Message::Keystroke(Keystroke {
            stroke,
            at,
            taken: false,
        })
    };
    let mut pause = iced::Task::none();
    for letter in letters.chars() {
        at += Duration::from_millis(apart);
        let latin = sanduq::locale::normalise::ascii_digit(letter).unwrap_or(letter);
        // The pause is begun anew by every letter.
        pause = app.state.update(strike(
            Stroke::Letter {
                written: letter,
                latin,
            },
            at,
        ));
    }
    app.message(strike(Stroke::Enter, at + Duration::from_millis(apart)));
    app.run(pause);
}

#[test]
fn a_scanner_adds_goods_whatever_the_digits_it_writes() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    type_keys(&mut counter, "6291041500001", 5);
    assert_eq!(counter.text("total"), "22.50");
    type_keys(&mut counter, "٦٢٩١٠٤١٥٠٠٠٠١", 5);
    assert_eq!(counter.text("total"), "45.00");
    // A code nobody knows is said, and changes nothing.
    type_keys(&mut counter, "999999", 5);
    assert_eq!(counter.text("total"), "45.00");
    counter.shot("app/ar-unknown-code");
    // After a payment the next scan begins the next ticket.
    counter.touch("exact");
    type_keys(&mut counter, "6291041500000", 5);
    assert_eq!(counter.text("total"), "8.00");
}

#[test]
fn somebody_who_types_without_touching_the_field_looks_for_goods() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    type_keys(&mut counter, "قهوه عربيه", 200);
    assert_eq!(counter.text("search"), "قهوه عربيه");
    assert!(counter.find("tile-COFFEE").is_some());
    assert!(counter.find("tile-KABSA").is_none());
}

#[test]
fn goods_by_weight_and_without_a_price_are_asked_about() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tab-4");
        counter.touch("tile-BEZAR");
        type_on_pad(&mut counter, "0.35");
        counter.shot(&format!("app/{name}-weigh"));
        counter.touch("line-confirm");
        assert_eq!(counter.text("total"), "28.75");
        counter.touch("tab-5");
        counter.touch("tile-PORTRAIT");
        type_on_pad(&mut counter, "120");
        counter.shot(&format!("app/{name}-open-price"));
        counter.touch("line-confirm");
        assert_eq!(counter.text("total"), "148.75");
        counter.touch("exact");
        let sale = bazaar.till.last_sale().unwrap().unwrap().fact;
        assert_eq!(sale.lines[0].item.quantity, Quantity::from_thousandths(350));
        assert_eq!(sale.lines[1].item.price_source, PriceSource::Open);
    }
}

#[test]
fn a_line_is_counted_up_typed_and_removed() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-COFFEE");
    counter.touch("stepper-more");
    counter.touch("stepper-more");
    assert_eq!(counter.text("total"), "24.00");
    counter.touch("stepper-less");
    assert_eq!(counter.text("total"), "16.00");
    counter.touch("stepper-value");
    type_on_pad(&mut counter, "12");
    counter.touch("line-confirm");
    assert_eq!(counter.text("total"), "96.00");
    counter.touch("line-remove");
    assert!(counter.find("total").is_none());
}

#[test]
fn a_discount_larger_than_the_goods_is_refused_in_its_sheet() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    counter.touch("line-discount-open");
    counter.touch("discount-amount");
    type_on_pad(&mut counter, "9");
    counter.touch("line-confirm");
    counter.shot("app/ar-discount-refused");
    assert!(counter.find("line-confirm").is_some(), "the sheet stays");
    counter.touch("key-back");
    type_on_pad(&mut counter, "1");
    counter.touch("line-confirm");
    assert_eq!(counter.text("total"), "7.00");
}

#[test]
fn taking_a_ticket_up_puts_the_one_in_hand_aside() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-COFFEE");
    counter.touch("park");
    counter.touch("park-name");
    counter.keys("Umm Ali");
    counter.touch("park-confirm");
    counter.touch("tile-JAM");
    counter.touch("parked");
    counter.touch("parked-0");
    assert_eq!(counter.text("total"), "8.00");
    let parked = bazaar.till.parked().unwrap();
    assert_eq!(parked.len(), 1);
    assert_eq!(parked[0].name, "Fig jam");
}

#[test]
fn a_ticket_is_given_up_only_with_a_reason() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    counter.touch("void");
    counter.touch("void-confirm");
    assert!(counter.find("void-confirm").is_some(), "no reason, no void");
    counter.touch("reason-0");
    counter.touch("void-confirm");
    assert!(counter.find("void-confirm").is_none());
    assert!(counter.find("total").is_none());
    let (_, tally) = bazaar.till.x_report().unwrap();
    assert_eq!(tally.voids, 1);
}

#[test]
fn the_other_language_leaves_the_ticket_as_it_is() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    let before = counter.place("tile-COFFEE");
    counter.touch("language");
    assert_eq!(counter.text("total"), "8.00");
    let after = counter.place("tile-COFFEE");
    assert!(before.x > after.x, "the shelf begins at the other side");
    counter.touch("language");
    assert_eq!(counter.place("tile-COFFEE"), before);
}

#[test]
fn the_ticket_is_there_after_a_visit_elsewhere() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    counter.touch("desk");
    counter.touch("go-sell");
    assert_eq!(counter.text("total"), "8.00");
}

#[test]
fn the_first_start_sets_the_organisers_pin() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let (till, _folder) = Bazaar::untouched();
        let mut first = app(&till, language);
        assert!(
            first.find("person-amal").is_none(),
            "only the organiser comes first"
        );
        type_on_pad(&mut first, HUDA);
        first.touch("enter");
        first.shot(&format!("app/{name}-first-start"));
        type_on_pad(&mut first, "111111");
        first.touch("enter");
        assert!(till.needs_first_pin().unwrap(), "the second was another");
        for _ in 0..2 {
            type_on_pad(&mut first, HUDA);
            first.touch("enter");
        }
        assert!(!till.needs_first_pin().unwrap());
        assert!(first.find("sign-out").is_some(), "and she is signed in");
    }
}

#[test]
fn five_wrong_pins_lock_a_name_and_say_for_how_long() {
    let bazaar = Bazaar::open();
    let mut app = bazaar.app(Language::Arabic);
    app.touch("person-amal");
    for _ in 0..5 {
        type_on_pad(&mut app, "9999");
        app.touch("enter");
    }
    app.shot("app/ar-locked");
    type_on_pad(&mut app, AMAL);
    app.touch("enter");
    assert!(
        app.find("sign-out").is_none(),
        "the right PIN comes too soon"
    );
    sign_in(&mut app, "person-badr", BADR);
    assert!(app.find("sign-out").is_some(), "another name is not locked");
}

#[test]
fn an_organiser_gives_a_cashier_her_first_pin() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut app = bazaar.app(language);
        sign_in(&mut app, "person-huda", HUDA);
        app.touch("go-staff");
        app.touch("staff-noura");
        for pin in ["2468", "1357", "2468", "2468"] {
            type_on_pad(&mut app, pin);
            app.touch("set-pin");
        }
        app.shot(&format!("app/{name}-staff"));
        app.touch("sign-out");
        sign_in(&mut app, "person-noura", "2468");
        assert!(app.find("search").is_some(), "she is at the counter");
    }
}

#[test]
fn goods_far_down_the_shelf_are_the_ones_that_are_touched() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    let (low, high) = (
        iced::Point::new(800.0, 780.0),
        iced::Point::new(800.0, 240.0),
    );
    for _ in 0..3 {
        counter.swipe(low, high, 12);
        counter.pass(Duration::from_secs(2));
    }
    assert!(
        counter.find("tile-COFFEE").is_none(),
        "the first are out of sight"
    );
    counter.touch("tile-BEADS");
    assert_eq!(counter.text("total"), "95.00");
    // Another package begins at its top.
    counter.touch("tab-1");
    counter.touch("tile-COFFEE");
    assert_eq!(counter.text("total"), "103.00");
}
