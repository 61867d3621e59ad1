//! Balances carried to an edition whose data was lost: taken back once, never where
//! they arrived, and told as a fault where they stand twice after all.

use std::env;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sanduq::domain::carrying::Carried;
use sanduq::domain::fact::Fact;
use sanduq::domain::figures::Period;
use sanduq::domain::id::{BazaarCode, StaffCode};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::proof::Number;
use sanduq::locale::{Digits, Language, Texts};
use sanduq::services::carrying::{Hindrance, Returned, TakingBack, carry_balances};
use sanduq::services::dashboard::Behind;
use sanduq::services::edition::EditionRefusal;
use sanduq::services::family_history::What;
use sanduq::services::many::Remark;
use sanduq::services::moment::CountedIds;
use sanduq::services::statement::Span;
use sanduq::services::{Error, Moments, Refusal, Till};
use sanduq::settings::DataFolder;

use crate::bazaar::{Story, family, fils, refused};
use crate::carrying::{balance, ledger_accepted, next_edition, old_edition, owed, pay, proved};
use crate::killed::{ACKNOWLEDGED, CHILD, Since, now, work_and_die};

const PIN: &str = "654321";

fn asked(story: &Story, places: &[PathBuf]) -> TakingBack {
    TakingBack {
        to: BazaarCode::new("STORY2").unwrap(),
        reason: "تعطل القرص".to_owned(),
        own: Some(DataFolder::at(story.folder())),
        places: places.to_vec(),
    }
}

fn take_back(story: &Story, places: &[PathBuf]) -> Result<Returned, Error> {
    let asked = asked(story, places);
    story.till.take_back(&story.huda, PIN, asked, |_, _| {})
}

fn edition_refusal(answer: Result<Returned, Error>) -> EditionRefusal {
    match refused(answer) {
        Refusal::Edition(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

/// Everything was carried to an edition whose database is lost with its folder.
fn lost() -> Story {
    let (story, _) = old_edition();
    let (new, _) = next_edition(&story, "second.sqlite");
    carry_balances(&story.till, &new, &story.huda).unwrap();
    drop(new);
    for name in ["second.sqlite", "second.sqlite-wal", "second.sqlite-shm"] {
        let _ = fs::remove_file(story.folder().join(name));
    }
    story
}

fn reopened(story: &Story, path: &Path) -> Till {
    let ids = Arc::new(CountedIds::from(now() % 1_000_000 + 40_000_000));
    Till::open(path, Moments::new(story.clock.clone(), ids)).unwrap()
}

#[test]
fn what_was_carried_to_a_lost_edition_is_paid_where_it_was_sold_after_all() {
    let story = lost();
    let (till, huda) = (&story.till, &story.huda);
    assert!(pay(till, huda, "F05", 1).is_err(), "it went away");
    let away = till.carried_away(huda).unwrap();
    assert_eq!((away.len(), away[0].balances.len()), (1, 3));

    let returned = take_back(&story, &[]).unwrap();
    assert_eq!((returned.back.len(), returned.arrived.len()), (3, 0));
    let entry = till.store().read(|books| books.last_entry());
    let entry = entry.unwrap().expect("it was recorded");
    assert_eq!(
        (&entry.actor, &entry.approver),
        (&entry.approver, &entry.actor)
    );
    assert_eq!(entry.actor, Some(huda.staff().clone()));
    let Fact::BalanceTakenBack(back) = &entry.fact else {
        panic!("{:?}", entry.fact);
    };
    assert_eq!(back.reason, "تعطل القرص");

    assert_eq!(balance(till, Account::OtherEditions), Money::ZERO);
    let expected = [("F05", 11_700, 0), ("F06", 720, 4_000), ("F11", -1_250, 0)];
    for (code, amount, advance) in expected {
        assert_eq!(owed(till, code), fils(amount), "{code}");
        let lent = balance(till, Account::Advance(family(code)));
        assert_eq!(lent, fils(advance), "{code}");
    }
    assert_eq!(
        edition_refusal(take_back(&story, &[])),
        EditionRefusal::NothingCarried(BazaarCode::new("STORY2").unwrap()),
        "once only"
    );
    assert!(till.carried_away(huda).unwrap().is_empty());
    assert_eq!(till.unclaimed(huda).unwrap().len(), 2);
    proved(till);
    ledger_accepted(till, story.folder(), "back.journal");
    assert_eq!(pay(till, huda, "F05", 1_700), Ok(fils(10_000)));

    // And it can go to another edition, once.
    let (third, _) = next_edition(&story, "third.sqlite");
    let carriage = carry_balances(till, &third, huda).unwrap();
    assert_eq!((carriage.brought.len(), carriage.left.len()), (3, 0));
    assert_eq!(
        (owed(till, "F05"), owed(&third, "F05")),
        (fils(0), fils(10_000))
    );
    proved(till);
    proved(&third);
}

#[test]
fn statement_history_and_dashboard_tell_of_it() {
    let story = lost();
    take_back(&story, &[]).unwrap();
    let till = &story.till;
    let told = till.statement(&family("F05"), Span::ALL).unwrap().statement;
    assert!(told.adds_up());
    assert_eq!(told.carried_forward, fils(11_700));
    let [Carried::Out(out), Carried::Back(back)] = &told.carried[..] else {
        panic!("{:?}", told.carried);
    };
    assert_eq!(*out, back.balance);
    for (language, word) in [
        (Language::Arabic, "مُستعاد"),
        (Language::English, "Taken back"),
    ] {
        let texts = Texts::of(language, Digits::Latin);
        let said = texts.carried(&told.carried[1]);
        assert!(said.contains(word) && said.contains("STORY2"), "{said}");
    }
    let history = till.family_history(&family("F05")).unwrap();
    let last = &history.happenings.first().unwrap().what;
    assert!(matches!(last, What::Carried(Carried::Back(_))), "{last:?}");

    let net = fils(11_700 + 720 - 4_000 - 1_250);
    let figures = till.figures(Period::Bazaar).unwrap();
    for (number, expected) in [
        (Number::CarriedOut, -net),
        (Number::CarriedBack, net),
        (Number::OtherEditions, Money::ZERO),
    ] {
        assert_eq!(number.of(&figures.total), expected, "{number:?}");
        let facts = till.facts_behind(Period::Bazaar, Behind::Number(number), 0, 100);
        let sum: Money = facts.unwrap().lines.iter().map(|line| line.amount).sum();
        assert_eq!(sum, expected, "{number:?}");
    }
    assert_eq!(figures.standing.other_editions, Money::ZERO);
}

#[test]
fn what_arrived_is_not_taken_back() {
    let (story, _) = old_edition();
    let (new, _) = next_edition(&story, "second.sqlite");
    carry_balances(&story.till, &new, &story.huda).unwrap();
    let arrived = EditionRefusal::HasArrived(BazaarCode::new("STORY2").unwrap());
    let second = story.folder().join("second.sqlite");
    // Somebody works there: whether it arrived can't be seen.
    let at_work = take_back(&story, std::slice::from_ref(&second));
    assert!(matches!(at_work, Err(Error::Fault(_))), "{at_work:?}");
    let backup = story.folder().join("backups/of-second.sqlite");
    fs::create_dir_all(backup.parent().unwrap()).unwrap();
    new.backup(&backup, |_| {}).unwrap();
    drop(new);
    assert_eq!(
        edition_refusal(take_back(&story, std::slice::from_ref(&second))),
        arrived
    );
    // Of the folder nothing is left, and a backup tells the same.
    fs::remove_file(&second).unwrap();
    assert_eq!(edition_refusal(take_back(&story, &[])), arrived);
    fs::remove_file(&backup).unwrap();

    let by_badr = story
        .till
        .take_back(&story.badr, "123456", asked(&story, &[]), |_, _| {});
    assert!(matches!(refused(by_badr), Refusal::Role(_)));
    let wrong_pin = story
        .till
        .take_back(&story.huda, "111111", asked(&story, &[]), |_, _| {});
    assert!(matches!(refused(wrong_pin), Refusal::SignIn(_)));
    let no_reason = TakingBack {
        reason: " ".to_owned(),
        ..asked(&story, &[])
    };
    let no_reason = story.till.take_back(&story.huda, PIN, no_reason, |_, _| {});
    assert_eq!(refused(no_reason), Refusal::ReasonMissing);
    assert_eq!(owed(&story.till, "F05"), Money::ZERO, "nothing came back");
    assert_eq!(take_back(&story, &[]).unwrap().back.len(), 3);
}

#[test]
fn lost_books_that_turn_up_are_told_as_a_fault() {
    let (story, _) = old_edition();
    let (new, _) = next_edition(&story, "second.sqlite");
    carry_balances(&story.till, &new, &story.huda).unwrap();
    drop(new);
    // The stick lies in a drawer while everybody thinks it is lost.
    let (second, drawer) = (
        story.folder().join("second.sqlite"),
        tempfile::tempdir().unwrap(),
    );
    let hidden = drawer.path().join("second.sqlite");
    fs::rename(&second, &hidden).unwrap();
    take_back(&story, &[]).unwrap();

    let found = reopened(&story, &hidden);
    let carriage = carry_balances(&story.till, &found, &story.huda).unwrap();
    assert!(carriage.brought.is_empty(), "it stands there once already");
    let twice = |why: &Hindrance| matches!(why, Hindrance::OwedTwice(_));
    assert_eq!(carriage.left.len(), 3);
    assert!(carriage.left.iter().all(|left| twice(&left.why)));
    assert_eq!(owed(&story.till, "F05"), fils(11_700), "nor does it leave");
    proved(&story.till);
    proved(&found);
    drop(found);

    let many = story.till.tally_with(&[hidden], |_, _| {}).unwrap();
    let twice: Vec<&Remark> = many.remarks.iter().filter(|one| one.is_fault()).collect();
    assert_eq!(twice.len(), 3);
    for language in Language::ALL {
        let texts = Texts::of(language, Digits::Latin);
        let noura = story.till.catalogue().unwrap();
        let name = texts.name(&noura.family(&family("F05")).unwrap().name);
        let said = twice[0].told(texts);
        for part in ["F05", name, "117.00", "STORY1", "STORY2"] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
}

/// The child: takes everything back, unless it is killed before it has.
#[test]
fn child_takes_back() {
    let Some(folder) = env::var_os(CHILD) else {
        return;
    };
    let folder = Path::new(&folder);
    let till = Till::open(&folder.join("till.sqlite"), Moments::of_this_machine()).unwrap();
    let huda = StaffCode::new("huda").unwrap();
    let session = till.sign_in(&huda, PIN).unwrap();
    let mut out = std::io::stdout().lock();
    writeln!(out, "{ACKNOWLEDGED}begun").unwrap();
    out.flush().unwrap();
    let asked = TakingBack {
        to: BazaarCode::new("STORY2").unwrap(),
        reason: "تعطل القرص".to_owned(),
        own: None,
        places: Vec::new(),
    };
    till.take_back(&session, PIN, asked, |_, _| {}).unwrap();
    loop {
        std::thread::sleep(Duration::from_secs(1));
    }
}

#[test]
fn no_kill_takes_back_half_or_twice() {
    let story = lost();
    let Story { till, folder, .. } = story;
    drop(till);
    let codes = ["F03", "F05", "F06", "F11"];
    let expected = [0, 11_700, 720, -1_250];
    let seed = now();
    println!("seed {seed}");
    let (mut before, mut after) = (0, 0);
    for round in 0..12_u64 {
        let copy = tempfile::tempdir().unwrap();
        let path = copy.path().join("till.sqlite");
        fs::copy(folder.path().join("till.sqlite"), &path).unwrap();
        // Checking the PIN takes most of it; every fourth has all the time it needs.
        let patience = if round % 4 == 3 { 2_000_000 } else { 90_000 };
        let time = Duration::from_micros(match round % 4 {
            3 => patience,
            _ => (seed / 1_000 + round * 7_919) % patience,
        });
        work_and_die(
            "taking_back::child_takes_back",
            copy.path(),
            Since::FirstWord,
            time,
        );
        let till = Till::open(&path, Moments::of_this_machine()).unwrap();
        let amounts = || codes.map(|code| owed(&till, code).minor());
        let done = amounts() == expected;
        assert!(done || amounts() == [0; 4], "{:?} {seed}", amounts());
        match done {
            true => after += 1,
            false => before += 1,
        }
        let huda = StaffCode::new("huda").unwrap();
        let session = till.sign_in(&huda, PIN).unwrap();
        let again = TakingBack {
            to: BazaarCode::new("STORY2").unwrap(),
            reason: "مرة أخرى".to_owned(),
            own: None,
            places: Vec::new(),
        };
        let again = till.take_back(&session, PIN, again, |_, _| {});
        assert_eq!(again.is_ok(), !done, "once only: {seed}");
        assert_eq!(amounts(), expected, "{seed}");
        proved(&till);
    }
    println!("{before} before, {after} after");
    assert!(after >= 3, "{after}");
}

#[test]
fn a_place_that_was_named_must_be_there() {
    let story = lost();
    let gone = story.folder().join("gone");
    let answer = take_back(&story, std::slice::from_ref(&gone));
    assert!(matches!(answer, Err(Error::Fault(_))), "{answer:?}");
    assert!(!take_back(&story, &[]).unwrap().back.is_empty());
}
