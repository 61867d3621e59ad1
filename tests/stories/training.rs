//! Whoever practises does it on data of its own: nothing of it is in the journal,
//! the Z or among the receipts of the till.

use std::ops::ControlFlow;

use sanduq::domain::fact::Fact;
use sanduq::domain::id::StaffCode;
use sanduq::domain::money::Money;
use sanduq::domain::ticket::Ticket;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::{Refusal, Session, Till};

use crate::bazaar::{Story, cash, fils, refused, sku};

fn sign_in(till: &Till, staff: &str, pin: &str) -> Session {
    till.sign_in(&StaffCode::new(staff).unwrap(), pin).unwrap()
}

fn facts(till: &Till) -> Vec<Fact> {
    let read = till.store().read(|books| {
        let mut facts = Vec::new();
        books.entries(1, &mut |entry| {
            facts.push(entry.fact);
            ControlFlow::Continue(())
        })?;
        Ok::<_, sanduq::store::StoreError>(facts)
    });
    read.unwrap()
}

fn kinds(till: &Till) -> Vec<&'static str> {
    facts(till).iter().map(Fact::kind).collect()
}

/// One coffee for 8.00.
fn coffee(till: &Till) -> Ticket {
    let catalogue = till.catalogue().unwrap();
    let id = sanduq::domain::id::TicketId(till.moments().new_id());
    let mut ticket = Ticket::new(id);
    let one = sanduq::domain::money::Quantity::ONE;
    ticket.add(&catalogue, &sku("COFFEE"), one, None).unwrap();
    ticket
}

#[test]
fn nothing_practised_reaches_the_journal_or_the_z() {
    let story = Story::begin();
    story.open();
    story.sell(&story.ticket(&[("COFFEE", 1000)]), &[cash(800)]);
    let before = kinds(&story.till);

    let database = story.folder().join("training/till.sqlite");
    let training = story
        .till
        .enter_training(&database, Some(&story.amal))
        .unwrap();
    assert!(training.catalogue().unwrap().bazaar.training);
    assert!(!story.till.catalogue().unwrap().bazaar.training);
    // Everybody practises with their own PIN, on a day that is open.
    let amal = sign_in(&training, "amal", "1234");
    let badr = sign_in(&training, "badr", "123456");
    training.open_shift(&amal, fils(10_000)).unwrap();
    for _ in 0..3 {
        let ticket = coffee(&training);
        let paid = training.complete_sale(&amal, ticket, vec![cash(1000)], None);
        assert_eq!(paid.unwrap().sale.fact.change(), fils(200));
    }
    training
        .park(&amal, coffee(&training), "late".to_owned())
        .unwrap();
    training
        .count_drawer(&amal, crate::bazaar::in_pieces(12_400))
        .unwrap();
    training.close_shift(&amal, String::new()).unwrap();
    let practised = training.close_day(&badr, ParkedAtClose::CarryOver).unwrap();
    assert_eq!(practised.fact.tally.receipts.len(), 1);
    story.till.leave_training(&training, Some(&amal)).unwrap();

    let after = kinds(&story.till);
    assert_eq!(after[..before.len()], before);
    assert_eq!(after[before.len()..], ["TrainingEntered", "TrainingLeft"]);
    assert!(story.till.parked().unwrap().is_empty());
    let total = |till: &Till| -> Money { till.tally(Vec::new()).unwrap().total.paid };
    assert_eq!(
        (total(&story.till), total(&training)),
        (fils(800), fils(2400))
    );
    story.count_and_close(20_800, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    assert_eq!(z.fact.perpetual_sales, fils(800));

    // No receipt of one is taken for the other's.
    let second = "TRAINING-STORY1-T1-000002";
    assert!(training.find_sale(second).is_ok());
    assert!(matches!(
        refused(story.till.find_sale("TRAINING-STORY1-T1-000001")),
        Refusal::UnknownSale(_)
    ));
    assert!(matches!(
        refused(training.find_sale("STORY1-T1-000001")),
        Refusal::UnknownSale(_)
    ));
}

#[test]
fn training_is_taken_up_again_with_what_is_new() {
    let story = Story::begin();
    let database = story.folder().join("training/till.sqlite");
    let training = story.till.enter_training(&database, None).unwrap();
    let first = training.day_status().unwrap().open.unwrap().day;
    let badr = sign_in(&training, "badr", "123456");
    training.close_day(&badr, ParkedAtClose::Refuse).unwrap();
    let entries = kinds(&training).len();
    story.till.leave_training(&training, None).unwrap();
    drop(training);

    let catalogue = story.till.catalogue().unwrap();
    let mut family = catalogue.families()[0].clone();
    family.phone = "0500000000".to_owned();
    story
        .till
        .register(&story.huda, vec![family.clone()], Vec::new(), None)
        .unwrap();
    let training = story.till.enter_training(&database, None).unwrap();
    let known = training.catalogue().unwrap();
    assert_eq!(known.family(&family.code), Some(&family));
    assert_eq!(
        kinds(&training)[entries..],
        ["FamilyRegistered", "DayOpened"],
        "only what is new is recorded"
    );
    let next = training.day_status().unwrap().open.unwrap().day;
    assert_eq!(Some(next), first.succ_opt());
}

#[test]
fn only_training_is_opened_as_training() {
    let story = Story::begin();
    let database = story.folder().join("training/till.sqlite");
    let training = story.till.enter_training(&database, None).unwrap();
    let deeper = story.folder().join("deeper.sqlite");
    assert_eq!(
        refused(training.enter_training(&deeper, None).map(drop)),
        Refusal::TrainingAlready
    );

    let other = Story::begin();
    let real = other.folder().join("copy.sqlite");
    other.till.backup(&real, |_| ()).unwrap();
    assert_eq!(
        refused(story.till.enter_training(&real, None).map(drop)),
        Refusal::NotATraining
    );
    // New terms leave it a training.
    let huda = sign_in(&training, "huda", "654321");
    let terms = sanduq::services::set_up::SetUp::read(crate::bazaar::TERMS).unwrap();
    training.change_terms(&huda, terms).unwrap();
    assert!(training.catalogue().unwrap().bazaar.training);
    let defined = kinds(&training);
    let defined = defined.iter().filter(|kind| **kind == "BazaarDefined");
    assert_eq!(defined.count(), 2);
}
