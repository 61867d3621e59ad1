//! A family's balance that went to the next edition, on the screens of both.

use std::sync::Arc;

use sanduq::app::shell::{App, Message};
use sanduq::domain::id::{FamilyCode, StaffCode, TillCode};
use sanduq::domain::money::Money;
use sanduq::locale::Language;
use sanduq::services::carrying::carry_balances;
use sanduq::services::edition::NextEdition;
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::{Moments, Till};
use sanduq::store::Store;

use crate::bazaar::{Bazaar, HUDA, app, fils, sign_in};
use crate::driver::Driver;
use crate::looks::cut;
use crate::signing::owed;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// A till of the next edition, where F03 is owed the 21.60 of the last.
fn next_edition(old: &Bazaar, folder: &tempfile::TempDir) -> Till {
    let edition = old.till.next_edition(&old.huda, NextEdition::default());
    let path = folder.path().join("next.sqlite");
    let store = Store::create(&path, &TillCode::new("T1").unwrap()).unwrap();
    let clock = GivenClock::at("2027-11-04T14:05:00Z".parse().unwrap());
    let ids = Arc::new(CountedIds::from(5_000_000));
    let till = Till::new(store, Moments::new(Arc::new(clock), ids));
    till.begin_edition(edition.unwrap()).unwrap();
    let huda = StaffCode::new("huda").unwrap();
    till.set_first_pin(&huda, HUDA).unwrap();
    let carriage = carry_balances(&old.till, &till, &old.huda).unwrap();
    assert_eq!(carriage.brought.len(), 1);
    till
}

fn at_the_account(till: &Till, language: Language) -> Driver<App, Message> {
    let mut screen = app(till, language);
    sign_in(&mut screen, "person-huda", HUDA);
    screen.touch("go-payouts");
    screen.touch("family-F03");
    screen
}

#[test]
fn what_was_brought_along_is_paid_before_anything_is_settled() {
    for (language, name) in LANGUAGES {
        let (bazaar, folder) = (Bazaar::open(), tempfile::tempdir().unwrap());
        owed(&bazaar);
        let next = next_edition(&bazaar, &folder);
        let mut old = at_the_account(&bazaar.till, language);
        assert!(old.find("pay").is_none(), "nothing is left to pay here");
        old.shot(&format!("editions/{name}-old"));
        old.touch("history");
        old.shot(&format!("editions/{name}-old-history"));

        let mut new = at_the_account(&next, language);
        new.shot(&format!("editions/{name}-new"));
        let balance = new.text("balance");
        assert!(balance.contains("21.60"), "{balance}");
        let wrong = cut(&mut new, language, "brought along");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        new.touch("pay");
        new.touch("means-cheque");
        new.touch("reference");
        new.keys("CHQ-9");
        new.touch("keyboard-done");
        new.touch("confirm");
        let family = FamilyCode::new("F03").unwrap();
        let account = next.family_account(&family).unwrap();
        assert_eq!(account.settled_balance, Money::ZERO);
        assert_eq!(account.payouts[0].fact.amount, fils(2_160));
        new.touch("done");
        new.touch("history");
        new.shot(&format!("editions/{name}-new-history"));
    }
}
