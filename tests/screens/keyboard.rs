//! The till without a finger or a mouse: the focus, its order, what presses, what
//! leaves; and a scanner that is not mistaken for a person.

use iced::Event;
use iced::keyboard::{self, Modifiers, key::Named};
use sanduq::app::shell::App;
use sanduq::app::widget::Dir;
use sanduq::locale::Language;
use std::time::Duration;

use crate::bazaar::{AMAL, Bazaar, fils};
use crate::walks::Till;

/// The application with a keyboard that it hears.
fn with_keyboard(bazaar: &Bazaar, language: Language) -> Till {
    bazaar.app(language).hearing(App::hear)
}

fn dir(language: Language) -> Dir {
    language.direction().into()
}

/// Presses Tab until what has that name has the focus.
#[track_caller]
fn tab_to(till: &mut Till, language: Language, id: &'static str) {
    for _ in 0..150 {
        till.key(Named::Tab);
        till.pass(Duration::from_millis(50));
        let stops = till.stops(dir(language));
        let place = stops
            .iter()
            .find(|stop| stop.focused)
            .map(|stop| stop.place);
        let wanted = till.find(id);
        if let (Some(place), Some(wanted)) = (place, wanted)
            && wanted.contains(place.center())
        {
            return;
        }
    }
    panic!("{id} is never reached");
}

/// A person types, not as fast as a scanner.
fn type_slowly(till: &mut Till, text: &str) {
    for letter in text.chars() {
        till.keys(&letter.to_string());
        std::thread::sleep(Duration::from_millis(110));
    }
}

#[test]
fn a_sale_is_made_with_the_keyboard_alone() {
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        let mut till = with_keyboard(&bazaar, language);
        tab_to(&mut till, language, "person-amal");
        till.shot(&format!("keyboard/{}-sign-in", language.code()));
        till.key(Named::Enter);
        type_slowly(&mut till, AMAL);
        till.key(Named::Enter);
        assert!(till.find("search").is_some(), "she is at the counter");
        assert!(
            till.stops(dir(language)).iter().all(|stop| !stop.focused),
            "a new place begins without a focus"
        );
        tab_to(&mut till, language, "tile-COFFEE");
        till.key(Named::Enter);
        till.key(Named::Space);
        tab_to(&mut till, language, "tile-MAAMOUL");
        till.key(Named::Space);
        till.shot(&format!("keyboard/{}-sell", language.code()));
        assert_eq!(till.text("total"), "38.50");
        tab_to(&mut till, language, "pay");
        till.shot(&format!("keyboard/{}-pay", language.code()));
        till.key(Named::Enter);
        tab_to(&mut till, language, "cash-exact");
        till.key(Named::Enter);
        let sale = bazaar.till.last_sale().unwrap().expect("it was recorded");
        assert_eq!(sale.fact.paid(), fils(3850));
    }
}

#[test]
fn the_focus_goes_round_in_reading_order_and_back() {
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        let mut till = bazaar.counter(language).hearing(App::hear);
        let stops = till.stops(dir(language));
        let at = |id| stops.iter().position(|stop| stop.place.contains(id));
        let places = ["search", "tab-0", "tab-1", "tile-COFFEE", "tile-MAAMOUL"];
        let order: Vec<_> = places
            .map(|id| at(till.place(id)).unwrap_or_else(|| panic!("{id} can't be reached")))
            .into();
        assert!(order.is_sorted(), "{language:?}: {order:?}");
        till.key(Named::Tab);
        let first = till
            .stops(dir(language))
            .iter()
            .position(|stop| stop.focused);
        assert_eq!(first, Some(0));
        let back = Event::Keyboard(keyboard::Event::KeyPressed {
            key: Named::Tab.into(),
            modified_key: Named::Tab.into(),
            physical_key: keyboard::key::Physical::Code(keyboard::key::Code::Tab),
            location: keyboard::Location::Standard,
            modifiers: Modifiers::SHIFT,
            text: None,
            repeat: false,
        });
        till.send([back]);
        let stops = till.stops(dir(language));
        assert!(stops.last().expect("there are some").focused);
    }
}

#[test]
fn arrows_move_the_way_they_point() {
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        let mut till = bazaar.counter(language).hearing(App::hear);
        tab_to(&mut till, language, "tile-COFFEE");
        let place = |till: &mut Till| {
            let stops = till.stops(dir(language));
            stops
                .iter()
                .find(|stop| stop.focused)
                .unwrap()
                .place
                .center()
        };
        let start = place(&mut till);
        till.key(Named::ArrowDown);
        let below = place(&mut till);
        assert!(below.y > start.y && (below.x - start.x).abs() < 1.0);
        let inwards = match language {
            Language::Arabic => Named::ArrowLeft,
            Language::English => Named::ArrowRight,
        };
        till.key(inwards);
        let beside = place(&mut till);
        assert!((beside.y - below.y).abs() < 1.0 && beside != below);
        till.key(Named::ArrowUp);
        assert!((place(&mut till).y - start.y).abs() < 1.0);
    }
}

#[test]
fn far_down_the_shelf_the_focus_stays_in_sight() {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(Language::Arabic).hearing(App::hear);
    tab_to(&mut till, Language::Arabic, "tile-CARD");
    let stops = till.stops(Dir::Rtl);
    let focused = stops.iter().find(|stop| stop.focused).unwrap();
    assert!(focused.is_in_sight(), "{focused:?}");
    till.key(Named::Enter);
    assert_eq!(till.text("total"), "30.00");
    till.shot("keyboard/ar-far-down");
}

#[test]
fn a_sheet_keeps_the_focus_and_escape_leaves_it() {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(Language::English).hearing(App::hear);
    tab_to(&mut till, Language::English, "tile-COFFEE");
    till.key(Named::Enter);
    tab_to(&mut till, Language::English, "discount");
    till.key(Named::Enter);
    let sheet = till.find("discount-give").expect("the sheet is open");
    // What opened the sheet is under it now and presses nothing any more.
    till.key(Named::Space);
    let inside = till.stops(Dir::Ltr).len();
    for _ in 0..inside + 2 {
        till.key(Named::Tab);
        let stops = till.stops(Dir::Ltr);
        let focused = stops.iter().find(|stop| stop.focused);
        assert!(focused.is_some(), "the focus went under the sheet");
    }
    till.shot("keyboard/en-sheet");
    assert!(sheet.width > 0.0);
    till.key(Named::Escape);
    assert!(till.find("discount-give").is_none(), "Escape left it");
    assert_eq!(till.text("total"), "8.00");
}

#[test]
fn the_enter_of_a_scanner_presses_no_button() {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(Language::Arabic);
    tab_to(&mut till, Language::Arabic, "tile-OUD");
    till.keys("6291041500000");
    let stops = till.stops(Dir::Rtl);
    assert!(
        stops.iter().all(|stop| !stop.focused),
        "letters let go of it"
    );
    till.key(Named::Enter);
    assert!(till.find("total").is_none(), "oud was not pressed");
}

#[test]
fn the_keys_of_a_pad_come_one_two_three_in_every_language() {
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        let mut till = with_keyboard(&bazaar, language);
        till.touch("person-amal");
        let keys = ["key-1", "key-2", "key-3", "key-4", "key-9", "key-0"];
        let places = keys.map(|key| till.place(key));
        let stops = till.stops(dir(language));
        let order = places.map(|place| stops.iter().position(|stop| stop.place.contains(place)));
        assert!(order.iter().all(Option::is_some), "{language:?}: {order:?}");
        assert!(order.is_sorted(), "{language:?}: {order:?}");
    }
}
