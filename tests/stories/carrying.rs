//! Balances on their way from one edition to the next: paid there, never twice, and
//! never lost, whatever happens in between.

use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use sanduq::domain::carrying::Carried;
use sanduq::domain::family::Family;
use sanduq::domain::figures::Period;
use sanduq::domain::id::{Bilingual, FactId, FamilyCode, PayoutId, StaffCode, TillCode};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::payout::{Advance, PayoutMeans, PayoutRefusal};
use sanduq::domain::proof::Number;
use sanduq::locale::{Digits, Language, Texts};
use sanduq::services::carrying::{Carriage, Hindrance, carry_balances};
use sanduq::services::dashboard::Behind;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::edition::{EditionRefusal, NextEdition};
use sanduq::services::export::ExportFormat;
use sanduq::services::family_history::What;
use sanduq::services::moment::CountedIds;
use sanduq::services::notice::left_behind_in_words;
use sanduq::services::payout::{AdvanceRequest, PayoutRequest};
use sanduq::services::statement::Span;
use sanduq::services::{Moments, Refusal, Session, Till};
use sanduq::store::{Store, StoreError, verify};

use crate::bazaar::{Story, TERMS, card, family, fils, refused};
use crate::killed::{ACKNOWLEDGED, CHILD, Since, now, work_and_die};

/// A day of the old edition, closed and settled. F05 is owed 117.00; F06 7.20, and 40.00
/// are left of its advance; F11 owes 12.50; F03 was paid all it was owed.
pub fn old_edition() -> (Story, NaiveDate) {
    old_edition_of(TERMS)
}

fn old_edition_of(terms: &str) -> (Story, NaiveDate) {
    let story = Story::with_terms(terms);
    let (till, huda) = (&story.till, &story.huda);
    let day = story.open();
    for (goods, paid) in [("HAMPER", 13_000), ("COFFEE", 800), ("BISCUIT", 525)] {
        story.sell(&story.ticket(&[(goods, 1000)]), &[card(paid)]);
    }
    let lent = AdvanceRequest {
        id: FactId(till.moments().new_id()),
        advance: Advance {
            family: family("F06"),
            amount: fils(4_000),
            means: PayoutMeans::BankTransfer,
            reason: "قدور".to_owned(),
        },
        instalment: None,
    };
    till.grant_advance(huda, lent).unwrap();
    till.adjust(huda, family("F11"), fils(-1_250), "كسر".to_owned())
        .unwrap();
    close_and_settle(&story, day);
    pay(till, huda, "F03", 472).unwrap();
    (story, day)
}

fn close_and_settle(story: &Story, day: NaiveDate) {
    story.count_and_close(20_000, "").unwrap();
    let parked = ParkedAtClose::Refuse;
    story.till.close_day(&story.badr, parked).unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
}

/// The next edition in a file beside, begun but for the balances.
pub fn next_edition(story: &Story, name: &str) -> (Till, Session) {
    let edition = story.till.next_edition(&story.huda, NextEdition::default());
    let store = Store::create(&story.folder().join(name), &TillCode::new("T1").unwrap()).unwrap();
    let ids = Arc::new(CountedIds::from(now() % 1_000_000 + 9_000_000));
    let till = Till::new(store, Moments::new(story.clock.clone(), ids));
    till.begin_edition(edition.unwrap()).unwrap();
    let session = first_organiser(&till);
    (till, session)
}

pub fn first_organiser(till: &Till) -> Session {
    let huda = StaffCode::new("huda").unwrap();
    till.set_first_pin(&huda, "654321").unwrap();
    till.sign_in(&huda, "654321").unwrap()
}

pub fn pay(till: &Till, huda: &Session, code: &str, amount: i64) -> Result<Money, Refusal> {
    let request = PayoutRequest {
        id: PayoutId(till.moments().new_id()),
        family: family(code),
        amount: fils(amount),
        means: PayoutMeans::BankTransfer,
        collected_by: String::new(),
        reference: "SIB-9".to_owned(),
        signed: None,
    };
    match till.pay_out(huda, request) {
        Ok(paid) => Ok(paid.fact.left),
        refused_so => Err(refused(refused_so)),
    }
}

pub fn balance(till: &Till, account: Account) -> Money {
    let store = till.store();
    store.read(move |books| books.balance(&account)).unwrap()
}

pub fn owed(till: &Till, code: &str) -> Money {
    till.family_account(&family(code)).unwrap().settled_balance
}

/// The chain, the projections and every family's account, from the journal alone.
pub fn proved(till: &Till) {
    let (verdict, families, balances) = till
        .store()
        .read::<_, StoreError>(|books| {
            let verdict = verify::verify(books, |_, _| {})?;
            Ok((verdict, verify::prove_families(books)?, books.balances()?))
        })
        .unwrap();
    assert_eq!(verdict.first_fault, None);
    let sum: Money = balances.iter().map(|(_, amount)| *amount).sum();
    assert_eq!(sum, Money::ZERO);
    for (account, amount) in balances {
        if let Account::FamilyPayable(code) = account {
            let proved = families.get(&code).copied().unwrap_or_default();
            assert_eq!(-amount, proved, "{code}");
        }
    }
}

pub fn ledger_accepted(till: &Till, folder: &Path, name: &str) {
    let path = folder.join(name);
    let file = fs::File::create(&path).unwrap();
    till.export(ExportFormat::Hledger, Box::new(file)).unwrap();
    let check = Command::new("hledger")
        .args(["check", "--strict", "-f"])
        .arg(&path)
        .output()
        .expect("hledger is installed");
    let said = String::from_utf8_lossy(&check.stderr);
    assert!(check.status.success(), "{name}: {said}");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("equity:other-editions"), "{name}");
}

#[test]
fn what_an_edition_leaves_open_is_paid_in_the_next() {
    let (story, day) = old_edition();
    let (old, huda) = (&story.till, &story.huda);
    let (new, there) = next_edition(&story, "second.sqlite");
    let carriage = carry_balances(old, &new, huda).unwrap();
    let brought: Vec<(&str, i64, i64)> = carriage
        .brought
        .iter()
        .map(|one| {
            (
                one.family.as_str(),
                one.amount.minor(),
                one.advance_left.minor(),
            )
        })
        .collect();
    assert_eq!(
        brought,
        [("F05", 11_700, 0), ("F06", 720, 4_000), ("F11", -1_250, 0)]
    );
    assert_eq!((carriage.left.len(), carriage.elsewhere.len()), (0, 0));

    let over = || Account::OtherEditions;
    assert_eq!(balance(old, over()), fils(-(11_700 + 720 - 4_000 - 1_250)));
    assert_eq!(balance(old, over()) + balance(&new, over()), Money::ZERO);
    for (code, amount, advance) in brought {
        assert_eq!((owed(old, code), owed(&new, code)), (fils(0), fils(amount)));
        let lent = || Account::Advance(family(code));
        assert_eq!(
            (balance(old, lent()), balance(&new, lent())),
            (fils(0), fils(advance))
        );
    }

    let again = carry_balances(old, &new, huda).unwrap();
    assert_eq!(again, Default::default(), "nothing is carried twice");
    assert!(matches!(
        pay(old, huda, "F05", 1),
        Err(Refusal::Payout(PayoutRefusal::MoreThanOwed { .. }))
    ));
    let open = new.unclaimed(&there).unwrap();
    let open: Vec<_> = open
        .iter()
        .map(|one| (one.since, one.amount.minor()))
        .collect();
    assert_eq!(
        open,
        [(day, 11_700), (day, 720)],
        "open since the old edition"
    );
    assert!(old.unclaimed(huda).unwrap().is_empty());

    assert_eq!(pay(&new, &there, "F05", 5_000), Ok(fils(6_700)));
    assert!(pay(&new, &there, "F05", 6_701).is_err());
    proved(old);
    proved(&new);
    ledger_accepted(old, story.folder(), "old.journal");
    ledger_accepted(&new, story.folder(), "new.journal");
}

#[test]
fn both_statements_and_both_proofs_tell_of_it() {
    let (mut story, _) = old_edition();
    let (new, there) = next_edition(&story, "second.sqlite");
    carry_balances(&story.till, &new, &story.huda).unwrap();
    pay(&new, &there, "F05", 1_700).unwrap();
    let told = |till: &Till| till.statement(&family("F05"), Span::ALL).unwrap().statement;
    let before = told(&story.till);
    assert!(before.adds_up());
    assert_eq!(
        (before.payable, before.carried_forward),
        (fils(11_700), fils(0))
    );
    let [Carried::Out(out)] = &before.carried[..] else {
        panic!("{:?}", before.carried);
    };
    assert_eq!((out.to.as_str(), out.amount), ("STORY2", fils(11_700)));
    let happened = |till: &Till, code| {
        let history = till.family_history(&family(code)).unwrap();
        history.happenings.into_iter().map(|one| one.what)
    };
    let mut last = happened(&story.till, "F05");
    assert!(matches!(last.next(), Some(What::Carried(Carried::Out(_)))));
    let mut first = happened(&new, "F06");
    assert!(matches!(first.next(), Some(What::Carried(Carried::In(_)))));

    let behind = |till: &Till, number| {
        let facts = till.facts_behind(Period::Bazaar, Behind::Number(number), 0, 100);
        let lines = facts.unwrap().lines.into_iter();
        lines.map(|line| line.amount).sum::<Money>()
    };
    let net = fils(11_700 + 720 - 4_000 - 1_250);
    for (till, number, expected) in [
        (&story.till, Number::CarriedOut, -net),
        (&new, Number::BroughtIn, net),
    ] {
        let figures = till.figures(Period::Bazaar).unwrap();
        assert_eq!(number.of(&figures.total), expected);
        assert_eq!(Number::OtherEditions.of(&figures.total), expected);
        assert_eq!(behind(till, number), expected);
        assert_eq!(figures.standing.other_editions, expected);
    }

    // A day of the new edition: the same people at the new till.
    let mut sessions = [("badr", "123456"), ("amal", "1234")].map(|(code, pin)| {
        let code = StaffCode::new(code).unwrap();
        new.set_pin(&there, &code, pin).unwrap();
        Some(new.sign_in(&code, pin).unwrap())
    });
    story.till = new.clone();
    story.huda = there;
    story.badr = sessions[0].take().unwrap();
    story.amal = sessions[1].take().unwrap();
    story.clock.advance(chrono::TimeDelta::days(30));
    let day = story.open();
    story.sell(&story.ticket(&[("JAM", 1000)]), &[card(2_250)]);
    close_and_settle(&story, day);
    let after = told(&new);
    assert!(after.adds_up());
    assert_eq!(
        after.brought_forward,
        fils(10_000),
        "less what was paid before"
    );
    let opening: Vec<_> = after
        .opening
        .iter()
        .map(|one| (one.from.as_str(), one.amount))
        .collect();
    assert_eq!(opening, [("STORY1", fils(11_700))]);
    assert_eq!(after.carried_forward, fils(10_000 + 2_250 - 225));
    assert_eq!(after.carried_forward, owed(&new, "F05"));
    let account = new.family_account(&family("F05")).unwrap();
    assert_eq!((account.opening, account.carried.len()), (after.opening, 0));
    let open = new.unclaimed(&story.huda).unwrap();
    assert!(open.iter().all(|one| one.since < day), "{open:?}");
    proved(&new);
}

#[test]
fn who_is_not_done_yet_stays_behind_and_goes_along_later() {
    let (story, day) = old_edition();
    let (old, huda) = (&story.till, &story.huda);
    let (new, _) = next_edition(&story, "second.sqlite");
    old.adjust(huda, family("F05"), fils(100), "سهو".to_owned())
        .unwrap();
    let carriage = carry_balances(old, &new, huda).unwrap();
    let left: Vec<_> = carriage
        .left
        .iter()
        .map(|left| (left.family.as_str(), &left.why))
        .collect();
    assert_eq!(left, [("F05", &Hindrance::NotSettled)]);
    assert_eq!(carriage.brought.len(), 2);

    story.clock.advance(chrono::TimeDelta::days(1));
    let tomorrow = story.open();
    assert_ne!(day, tomorrow);
    let refusal = refused(carry_balances(old, &new, huda));
    assert_eq!(refusal, Refusal::Edition(EditionRefusal::DayOpen(tomorrow)));
    close_and_settle(&story, tomorrow);
    let carriage = carry_balances(old, &new, huda).unwrap();
    let brought: Vec<_> = carriage
        .brought
        .iter()
        .map(|one| one.amount.minor())
        .collect();
    assert_eq!((brought, carriage.left.len()), (vec![11_800], 0));
    proved(old);
    proved(&new);
}

#[test]
fn books_that_do_not_fit_take_nothing_in() {
    let (story, _) = old_edition();
    let (old, huda) = (&story.till, &story.huda);
    let by_badr = carry_balances(old, &next_edition(&story, "a.sqlite").0, &story.badr);
    assert!(matches!(refused(by_badr), Refusal::Role(_)));
    let itself = refused(carry_balances(old, old, huda));
    assert!(matches!(
        itself,
        Refusal::Edition(EditionRefusal::SameCode(_))
    ));
    let (riyals, _) = old_edition_of(&TERMS.replace("AED", "SAR").replace("STORY1", "STORY5"));
    let answer = refused(carry_balances(old, &riyals.till, huda));
    let other = matches!(
        answer,
        Refusal::Edition(EditionRefusal::OtherCurrency { .. })
    );
    assert!(other, "{answer:?}");
    assert_eq!(
        owed(old, "F05"),
        fils(11_700),
        "and nothing left these books"
    );
}

#[test]
fn a_transfer_cut_off_between_the_books_arrives_once_and_only_where_it_was_sent() {
    let (story, _) = old_edition();
    let (old, huda) = (&story.till, &story.huda);
    let (new, _) = next_edition(&story, "second.sqlite");
    let out = old
        .carry_out(huda, new.as_next_books(huda).unwrap())
        .unwrap();
    let out = || out.clone();
    assert_eq!(out().balances.len(), 3);
    // The light goes out here: the old books have let go, the new ones have nothing.
    drop(new);
    assert!(pay(old, huda, "F05", 1).is_err(), "it is on its way");
    proved(old);

    // Another copy of the edition may not take in what was sent to the first.
    let (other, _) = next_edition(&story, "other.sqlite");
    let carriage = carry_balances(old, &other, huda).unwrap();
    assert_eq!((carriage.brought.len(), carriage.elsewhere.len()), (0, 3));
    let forced = other.bring_in(huda, out());
    assert!(matches!(
        refused(forced),
        Refusal::Edition(EditionRefusal::OtherBooks { .. })
    ));

    let path = story.folder().join("second.sqlite");
    let moments = Moments::new(story.clock.clone(), Arc::new(CountedIds::from(20_000_000)));
    let new = Till::open(&path, moments).unwrap();
    let carriage = carry_balances(old, &new, huda).unwrap();
    assert_eq!(carriage.brought, out().balances);
    assert_eq!(new.bring_in(huda, out()).unwrap(), Default::default());
    assert_eq!(owed(&new, "F05"), fils(11_700));
    proved(&new);
}

#[test]
fn old_books_taken_back_from_a_backup_carry_nothing_a_second_time() {
    let (story, _) = old_edition();
    let (new, there) = next_edition(&story, "second.sqlite");
    let backup = story.folder().join("backup.sqlite");
    story.till.backup(&backup, |_| {}).unwrap();
    carry_balances(&story.till, &new, &story.huda).unwrap();
    pay(&new, &there, "F05", 11_700).unwrap();

    let moments = || Moments::new(story.clock.clone(), Arc::new(CountedIds::from(30_000_000)));
    let again = |name: &str| {
        let path = story.folder().join(name);
        fs::copy(&backup, &path).unwrap();
        Till::open(&path, moments()).unwrap()
    };
    let old = again("again.sqlite");
    assert_eq!(owed(&old, "F05"), fils(11_700), "it does not know better");
    let carriage = carry_balances(&old, &new, &story.huda).unwrap();
    assert_eq!(carriage.brought, [], "but the next edition does");
    assert_eq!((owed(&old, "F05"), owed(&new, "F05")), (fils(0), fils(0)));

    let old = again("changed.sqlite");
    pay(&old, &story.huda, "F05", 700).unwrap();
    let carriage = carry_balances(&old, &new, &story.huda).unwrap();
    let left: Vec<_> = carriage
        .left
        .iter()
        .map(|left| (left.family.as_str(), &left.why))
        .collect();
    assert_eq!(left, [("F05", &Hindrance::CameOtherwise)]);
    assert_eq!((carriage.brought.len(), owed(&new, "F05")), (0, fils(0)));

    // Paid in full there too, nothing is left that could be compared.
    let old = again("paid.sqlite");
    pay(&old, &story.huda, "F05", 11_700).unwrap();
    for _ in 0..2 {
        let carriage = carry_balances(&old, &new, &story.huda).unwrap();
        assert_eq!(left_behind(&carriage), [("F05", &Hindrance::CameOtherwise)]);
        assert_eq!((carriage.brought.len(), owed(&new, "F05")), (0, fils(0)));
    }

    // Who waits there for a settlement is told of that, and compared after it.
    let old = again("adjusted.sqlite");
    old.adjust(&story.huda, family("F05"), fils(-11_700), "سهو".to_owned())
        .unwrap();
    let carriage = carry_balances(&old, &new, &story.huda).unwrap();
    assert_eq!(left_behind(&carriage), [("F05", &Hindrance::NotSettled)]);
    proved(&new);
}

fn left_behind(carriage: &Carriage) -> Vec<(&str, &Hindrance)> {
    let left = carriage.left.iter();
    left.map(|left| (left.family.as_str(), &left.why)).collect()
}

/// Enters a family under a name of its own in both languages.
fn named(till: &Till, huda: &Session, code: &str, ar: &str, en: &str) {
    let known = till.catalogue().unwrap();
    let entered = Family {
        name: Bilingual::new(ar, en),
        ..known.family(&family(code)).unwrap().clone()
    };
    assert!(till.enter_family(huda, entered, false).unwrap());
}

#[test]
fn a_balance_never_goes_to_another_family_of_the_same_code() {
    let (story, _) = old_edition();
    let (old, huda) = (&story.till, &story.huda);
    named(old, huda, "F05", "نورة", "Noura");
    named(old, huda, "F06", "أسرة الحدّاد", "");
    let (new, there) = next_edition(&story, "second.sqlite");
    named(&new, &there, "F05", "مريم", "Mariam");
    named(&new, &there, "F06", "حداد", "Haddad");
    let other = Hindrance::OtherName {
        here: Bilingual::new("نورة", "Noura"),
        there: Bilingual::new("مريم", "Mariam"),
    };

    let carriage = carry_balances(old, &new, huda).unwrap();
    assert_eq!(left_behind(&carriage), [("F05", &other)]);
    let brought = carriage.brought.iter().map(|one| one.family.as_str());
    assert!(brought.eq(["F06", "F11"]), "a spelling parts nobody");
    let owed_to = |code| (owed(old, code), owed(&new, code));
    assert_eq!(
        owed_to("F05"),
        (fils(11_700), fils(0)),
        "hers is still here"
    );
    for (texts, here, there) in [
        (Texts::of(Language::Arabic, Digits::Latin), "نورة", "مريم"),
        (
            Texts::of(Language::English, Digits::Latin),
            "Noura",
            "Mariam",
        ),
    ] {
        let said = left_behind_in_words(&carriage.left[0], texts);
        assert!(said.contains(here) && said.contains(there), "{said}");
    }

    // The other one comes to the code while the balance is on its way.
    named(&new, &there, "F05", "نوره", "Noora");
    let out = old
        .carry_out(huda, new.as_next_books(huda).unwrap())
        .unwrap();
    named(&new, &there, "F05", "مريم", "Mariam");
    let came = new.bring_in(huda, out).unwrap();
    assert_eq!((came.brought.len(), came.left.len()), (0, 1));
    assert_eq!(came.left[0].why, other);
    assert_eq!(owed_to("F05"), (fils(0), fils(0)), "it waits on its way");
    named(&new, &there, "F05", "نورة", "Noura");
    let carriage = carry_balances(old, &new, huda).unwrap();
    assert_eq!((carriage.brought.len(), carriage.left.len()), (1, 0));
    assert_eq!(owed_to("F05"), (fils(0), fils(11_700)));
    proved(old);
    proved(&new);
}

/// The file a child looks for: with it, it dies between the two halves and nowhere else.
const STOPS_BETWEEN: &str = "stops-between";

/// The child: carries everything over, unless it is killed before it has.
#[test]
fn child_carries() {
    let Some(folder) = env::var_os(CHILD) else {
        return;
    };
    let folder = Path::new(&folder);
    let open = |name| Till::open(&folder.join(name), Moments::of_this_machine()).unwrap();
    let (old, new) = (open("till.sqlite"), open("second.sqlite"));
    let huda = StaffCode::new("huda").unwrap();
    let session = old.sign_in(&huda, "654321").unwrap();
    let say = |word: &str| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{ACKNOWLEDGED}{word}").unwrap();
        out.flush().unwrap();
    };
    if folder.join(STOPS_BETWEEN).exists() {
        let next = new.as_next_books(&session).unwrap();
        old.carry_out(&session, next).unwrap();
        say("carried out");
    } else {
        say("begun");
        carry_balances(&old, &new, &session).unwrap();
    }
    loop {
        std::thread::sleep(Duration::from_secs(1));
    }
}

#[test]
fn no_kill_loses_a_balance_or_doubles_it() {
    let (story, _) = old_edition();
    drop(next_edition(&story, "second.sqlite"));
    let Story { till, folder, .. } = story;
    drop(till);
    let codes = ["F03", "F05", "F06", "F11"];
    let expected = [0, 11_700, 720, -1_250];
    let seed = now();
    println!("seed {seed}");
    let (mut untouched, mut between, mut done) = (0, 0, 0);
    // Chance seldom hits the moment between the halves: in some rounds it is sure.
    let stops_between = |round: u64| round % 4 == 3;
    for round in 0..16_u64 {
        let copy = tempfile::tempdir().unwrap();
        for name in ["till.sqlite", "second.sqlite"] {
            fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
        }
        if stops_between(round) {
            fs::write(copy.path().join(STOPS_BETWEEN), "").unwrap();
        }
        let after = Duration::from_micros((seed / 1_000 + round * 7_919) % 12_000);
        work_and_die(
            "carrying::child_carries",
            copy.path(),
            Since::FirstWord,
            after,
        );

        let open = |name| Till::open(&copy.path().join(name), Moments::of_this_machine()).unwrap();
        let (old, new) = (open("till.sqlite"), open("second.sqlite"));
        let amounts = |till: &Till| codes.map(|code| owed(till, code).minor());
        let there = old.store().read(|books| books.carried_out()).unwrap();
        let went = |code: &str| {
            let of: FamilyCode = family(code);
            there
                .iter()
                .filter(|one| one.family == of)
                .map(|one| one.amount.minor())
                .sum()
        };
        let gone: [i64; 4] = codes.map(went);
        let (kept, came) = (amounts(&old), amounts(&new));
        for at in 0..codes.len() {
            assert_eq!(kept[at] + gone[at], expected[at], "{} {seed}", codes[at]);
            assert!(
                came[at] == 0 || came[at] == gone[at],
                "{} {seed}",
                codes[at]
            );
        }
        if stops_between(round) {
            assert_eq!((gone, came), (expected, [0; 4]), "round {round} {seed}");
        }
        match (gone == expected, came == expected) {
            (false, _) => untouched += 1,
            (true, false) => between += 1,
            (true, true) => done += 1,
        }
        let huda = StaffCode::new("huda").unwrap();
        let session = old.sign_in(&huda, "654321").unwrap();
        carry_balances(&old, &new, &session).unwrap();
        assert_eq!((amounts(&old), amounts(&new)), ([0; 4], expected), "{seed}");
        proved(&old);
        proved(&new);
    }
    println!("{untouched} before, {between} in between, {done} after");
    assert!(between >= 4, "{between}");
}
