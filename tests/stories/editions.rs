//! The next edition of a bazaar: what goes on, and what stays behind.

use sanduq::domain::id::{BazaarCode, TillCode};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::services::edition::{EditionRefusal, NextEdition};
use sanduq::services::moment::CountedIds;
use sanduq::services::set_up::SetUpRefusal;
use sanduq::services::{Moments, Refusal, Till};
use sanduq::store::Store;
use std::sync::Arc;

use crate::bazaar::{Story, family, fils, refused};

fn beside(story: &Story, name: &str) -> Till {
    let path = story.folder().join(name);
    let store = Store::create(&path, &TillCode::new("T1").unwrap()).unwrap();
    let ids = Arc::new(CountedIds::from(9_000_000));
    Till::new(store, Moments::new(story.clock.clone(), ids))
}

#[test]
fn the_next_edition_keeps_the_set_up_and_none_of_the_money() {
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 3000), ("OUD", 1000)]);
    story.sell(&ticket, &[Offer::new(TenderKind::Card, fils(7_900))]);
    let day = chrono::NaiveDate::from_ymd_opt(2027, 11, 4).unwrap();
    let next = NextEdition {
        name_ar: Some("بازار الحكاية الثاني".to_owned()),
        days: vec![day],
        ..NextEdition::default()
    };
    let edition = story.till.next_edition(&story.huda, next).unwrap();
    let second = beside(&story, "second.sqlite");
    second.begin_edition(edition.clone()).unwrap();

    let (last, now) = (story.till.catalogue().unwrap(), second.catalogue().unwrap());
    assert_eq!(now.bazaar.code, BazaarCode::new("STORY2").unwrap());
    assert_eq!(now.bazaar.name.ar, "بازار الحكاية الثاني");
    assert_eq!(now.bazaar.opening.days, [day]);
    assert_eq!(now.bazaar.packages, last.bazaar.packages);
    assert_eq!(now.bazaar.commission, last.bazaar.commission);
    assert_eq!(
        (now.families(), now.lines()),
        (last.families(), last.lines())
    );
    assert_eq!(second.staff().unwrap(), story.till.staff().unwrap());

    assert!(second.needs_first_pin().unwrap(), "no PIN was copied");
    let payable = Account::FamilyPayable(family("F11"));
    let balance = second.store().read(move |books| books.balance(&payable));
    assert_eq!(balance.unwrap(), Money::ZERO);

    let twice = second.begin_edition(edition);
    assert_eq!(refused(twice), Refusal::SetUp(SetUpRefusal::AlreadySetUp));
}

#[test]
fn an_edition_has_a_code_of_its_own_and_an_organiser_to_begin_it() {
    let story = Story::begin();
    let code = BazaarCode::new("STORY1").unwrap();
    let same = NextEdition {
        code: Some(code.clone()),
        ..NextEdition::default()
    };
    let answer = story.till.next_edition(&story.huda, same);
    assert_eq!(
        refused(answer),
        Refusal::Edition(EditionRefusal::SameCode(code))
    );
    let by_badr = story.till.next_edition(&story.badr, NextEdition::default());
    assert!(matches!(refused(by_badr), Refusal::Role(_)));
}
