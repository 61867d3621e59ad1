//! Signing in with a badge: enough for a cashier, half the way for a supervisor.

use sanduq::domain::fact::Fact;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, sign_in, type_on_pad};
use crate::counter::type_keys;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];
const AMALS: &str = "B-7391-AMAL";
const BADRS: &str = "B-2206-BADR";

/// A bazaar in which Amal and Badr have badges.
fn with_badges() -> Bazaar {
    let bazaar = Bazaar::open();
    for (session, code) in [(&bazaar.amal, AMALS), (&bazaar.badr, BADRS)] {
        let staff = session.staff();
        bazaar.till.give_badge(&bazaar.huda, staff, code).unwrap();
    }
    bazaar
}

#[test]
fn an_organiser_gives_a_badge_by_scanning_it() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut app = bazaar.app(language);
        sign_in(&mut app, "person-huda", HUDA);
        app.touch("go-staff");
        app.touch("staff-amal");
        // A scan that nobody asked for gives nothing.
        type_keys(&mut app, AMALS, 5);
        assert!(bazaar.till.badge_holders().unwrap().is_empty());
        app.touch("badge");
        app.shot(&format!("app/{name}-badge-scan"));
        type_keys(&mut app, "B-12", 5);
        app.shot(&format!("app/{name}-badge-short"));
        app.touch("staff-amal");
        app.touch("badge");
        type_keys(&mut app, AMALS, 5);
        app.shot(&format!("app/{name}-badge-given"));
        assert_eq!(bazaar.till.badge_holders().unwrap().len(), 1);
        app.touch("staff-badr");
        app.touch("badge");
        type_keys(&mut app, AMALS, 5);
        assert_eq!(bazaar.till.badge_holders().unwrap().len(), 1, "one each");
        app.touch("staff-amal");
        app.touch("badge-take");
        assert!(bazaar.till.badge_holders().unwrap().is_empty());
    }
}

#[test]
fn a_cashiers_badge_signs_her_in() {
    for (language, name) in LANGUAGES {
        let bazaar = with_badges();
        let mut app = bazaar.app(language);
        app.shot(&format!("app/{name}-badge-sign-in"));
        // Scanners write in small letters when the keyboard is set so.
        type_keys(&mut app, &AMALS.to_lowercase(), 5);
        assert!(app.find("search").is_some(), "she is at the counter");
        let last = bazaar
            .till
            .store()
            .read::<_, sanduq::store::StoreError>(|books| books.last_entry());
        let last = last.unwrap().unwrap();
        assert!(matches!(last.fact, Fact::SignedIn(_)));
        assert_eq!(last.actor.as_ref(), Some(bazaar.amal.staff()));
    }
}

#[test]
fn a_supervisors_badge_asks_for_the_pin() {
    let bazaar = with_badges();
    let mut app = bazaar.app(Language::Arabic);
    type_keys(&mut app, BADRS, 5);
    assert!(app.find("search").is_none());
    app.shot("app/ar-badge-pin");
    type_on_pad(&mut app, BADR);
    app.touch("enter");
    assert!(app.find("search").is_some());
}

#[test]
fn a_badge_nobody_has_or_that_was_taken_away_opens_nothing() {
    let bazaar = with_badges();
    let amal = bazaar.amal.staff();
    bazaar.till.take_badge(&bazaar.huda, amal).unwrap();
    let mut app = bazaar.app(Language::English);
    for code in [AMALS, "B-0000-NONE"] {
        type_keys(&mut app, code, 5);
        assert!(app.find("search").is_none(), "{code}");
    }
    app.shot("app/en-badge-unknown");
}

#[test]
fn five_wrong_pins_lock_a_badge_too() {
    let bazaar = with_badges();
    let amal = bazaar.amal.staff();
    for _ in 0..5 {
        bazaar.till.sign_in(amal, "0000").unwrap_err();
    }
    bazaar.till.sign_in_by_badge(AMALS).unwrap_err();
}

#[test]
fn a_pin_typed_as_fast_as_a_scanner_is_still_a_pin() {
    let bazaar = with_badges();
    let mut app = bazaar.app(Language::Arabic);
    app.touch("person-amal");
    type_keys(&mut app, AMAL, 60);
    assert!(app.find("search").is_some());
}

#[test]
fn only_an_organiser_gives_badges() {
    let bazaar = Bazaar::open();
    let badr = bazaar.badr.staff();
    let given = bazaar.till.give_badge(&bazaar.badr, badr, BADRS);
    given.unwrap_err();
}
