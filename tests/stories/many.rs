//! Several tills, bazaars and editions tallied together: every journal once, every
//! family paid once, every sum that of the ledgers.

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use sanduq::domain::family::{Family, Support};
use sanduq::domain::figures::{Figures, Period};
use sanduq::domain::id::{BazaarCode, FactId, FamilyCode, PayoutId};
use sanduq::domain::many::{FamilySum, InCurrency, Sum};
use sanduq::domain::money::{Currency, Money};
use sanduq::domain::payout::{Advance, PayoutMeans, PayoutRefusal};
use sanduq::locale::{Digits, Language, Texts};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::many::{Many, ManyRefusal, Remark, years_columns};
use sanduq::services::payout::{AdvanceRequest, PayoutRequest};
use sanduq::services::{Error, Fault, Refusal};
use sanduq::store::{StoreError, Unseen};

use crate::bazaar::{Story, TERMS, cash, family, fils, refused};
use crate::random_days::trade;

pub const NOW: &str = "2026-11-26T11:00:00Z";

/// The terms of a bazaar of two tills.
pub fn two_tills() -> String {
    let second =
        "[[tills]]\ncode = \"T2\"\nsite = \"HALL\"\nname_ar = \"الكاونتر الثاني\"\n[[staff]]";
    TERMS.replacen("[[staff]]", second, 1)
}

/// Sells, closes and settles a day.
fn a_day(story: &Story, goods: &[(&str, i64)], paid: i64) {
    let day = story.open();
    story.sell(&story.ticket(goods), &[cash(paid)]);
    let drawer = story.till.day_status().unwrap().drawer;
    story.count_and_close(drawer.minor(), "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    // The next day begins a day later.
    story.minutes_later(24 * 60);
}

fn pay(story: &Story, code: &str, amount: i64) -> Result<(), Error> {
    let request = PayoutRequest {
        signed: None,
        id: PayoutId(story.till.moments().new_id()),
        family: family(code),
        amount: fils(amount),
        means: PayoutMeans::Safe,
        collected_by: String::new(),
        reference: String::new(),
    };
    story.till.pay_out(&story.huda, request).map(|_| ())
}

pub fn backup(story: &Story, name: &str) -> PathBuf {
    let to = story.folder().join(name);
    story.till.backup(&to, |_| ()).unwrap();
    to
}

/// Closes a till and gives where its database lies, with the folder it is in.
fn closed(story: Story) -> (tempfile::TempDir, PathBuf) {
    let path = story.till.store().path().to_owned();
    let Story { folder, .. } = story;
    (folder, path)
}

pub fn with(story: &Story, others: &[&Path]) -> Many {
    let others: Vec<PathBuf> = others.iter().map(|path| path.to_path_buf()).collect();
    let many = story.till.tally_with(&others, |_, _| ()).unwrap();
    for group in &many.groups {
        assert!(group.holds(), "{:#?}", group.proof());
    }
    many
}

fn only(many: &Many) -> &InCurrency {
    assert_eq!(many.groups.len(), 1);
    &many.groups[0]
}

fn of<'m>(group: &'m InCurrency, code: &str) -> &'m FamilySum {
    let code: FamilyCode = family(code);
    let mut families = group.families.iter().filter(|family| family.code == code);
    let family = families.next().unwrap();
    assert!(families.next().is_none(), "{code} stands once");
    family
}

#[test]
pub fn two_tills_sell_for_one_family_and_nothing_is_paid_twice() {
    let first = Story::at_till("T1", &two_tills(), NOW);
    let second = Story::at_till("T2", &two_tills(), NOW);
    // Both sell for the coffee family, 24.00 here and 40.00 there; commission 10 %.
    a_day(&first, &[("COFFEE", 3000), ("JAM", 1000)], 4650);
    a_day(&second, &[("COFFEE", 5000)], 4000);
    let owed = |story: &Story| {
        let account = story.till.family_account(&family("F06")).unwrap();
        account.settled_balance
    };
    assert_eq!((owed(&first), owed(&second)), (fils(2160), fils(3600)));

    let between = with(&first, &[&backup(&second, "second.sqlite")]);
    let between = of(only(&between), "F06").sum;
    assert_eq!((between.paid_out, between.owed), (fils(0), fils(5760)));

    // Each till pays its own part; neither can pay the other's.
    let over = |story: &Story, amount| match refused(pay(story, "F06", amount)) {
        Refusal::Payout(refusal) => refusal,
        other => panic!("{other:?}"),
    };
    assert!(matches!(
        over(&first, 5760),
        PayoutRefusal::MoreThanOwed { .. }
    ));
    pay(&first, "F06", 2160).unwrap();
    pay(&second, "F06", 3600).unwrap();
    for story in [&first, &second] {
        assert!(matches!(over(story, 1), PayoutRefusal::MoreThanOwed { .. }));
    }

    let (_kept, second) = closed(second);
    let many = with(&first, &[&second]);
    let all = only(&many);
    assert_eq!(many.remarks, []);
    let coffee = of(all, "F06");
    assert_eq!(coffee.sum.paid, fils(6400), "what both sold");
    assert_eq!(coffee.sum.commission, fils(640));
    assert_eq!(coffee.sum.paid_out, fils(5760), "and no more than that");
    assert_eq!(
        coffee.sum.paid_out + coffee.sum.commission,
        coffee.sum.credit
    );
    assert!(coffee.sum.owed.is_zero() && coffee.sum.owing.is_zero());
    assert_eq!(coffee.days, 1, "one day of the bazaar at two tills");
    let [edition] = &all.editions[..] else {
        panic!("one edition")
    };
    assert_eq!((edition.tills, edition.sales), (2, 2));
    let tills: Vec<_> = all
        .journals
        .iter()
        .map(|one| (one.till.as_str(), one.sum.paid, one.sales))
        .collect();
    assert_eq!(tills, [("T1", fils(4650), 1), ("T2", fils(4000), 1)]);
    assert_eq!(all.total.paid, fils(8650));
    assert_eq!(all.total.owed, fils(2025), "the jam is not paid yet");
    let packages: Money = all.packages.iter().map(|one| one.sum.paid).sum();
    assert_eq!(packages, fils(8650));
}

#[test]
fn a_journal_given_twice_is_counted_once_and_said_so() {
    let first = Story::at_till("T1", &two_tills(), NOW);
    let second = Story::at_till("T2", &two_tills(), NOW);
    a_day(&first, &[("COFFEE", 1000)], 800);
    a_day(&second, &[("COFFEE", 2000)], 1600);
    let short = backup(&second, "short.sqlite");
    let own = backup(&first, "own.sqlite");
    a_day(&second, &[("COFFEE", 2000)], 1600);
    let long = backup(&second, "long.sqlite");
    let short_records = sanduq::store::Store::look(&short, |_, _| ()).unwrap();
    let short_records = short_records
        .read::<_, StoreError>(|books| books.head())
        .unwrap()
        .seq;

    let name = |path: &Path| Some(path.display().to_string());
    let till = second.till.code().clone();
    for given in [[&short, &long], [&long, &short]] {
        let many = with(&first, &[given[0], given[1]]);
        assert_eq!(only(&many).total.paid, fils(4000));
        assert_eq!(
            many.remarks,
            [Remark::SameJournal {
                left_out: name(&short),
                counted: name(&long),
                till: till.clone(),
                records: short_records,
            }]
        );
    }
    // A backup of this till's own, its own file, and its own folder.
    let many = with(&first, &[&own]);
    assert_eq!(only(&many).total.paid, fils(800));
    assert!(
        matches!(&many.remarks[..], [Remark::SameJournal { left_out, counted: None, .. }] if *left_out == name(&own))
    );
    let path = first.till.store().path().to_owned();
    for given in [path.as_path(), first.folder()] {
        let many = with(&first, &[given]);
        assert_eq!(only(&many).total.paid, fils(800));
        let path = path.display().to_string();
        assert_eq!(many.remarks, [Remark::Own { path }]);
    }
}

#[test]
fn journals_that_part_after_a_backup_are_not_added() {
    let first = Story::at_till("T1", &two_tills(), NOW);
    let second = Story::at_till("T2", &two_tills(), NOW);
    a_day(&second, &[("COFFEE", 2000)], 1600);
    let before = backup(&second, "before.sqlite");
    let common = second.till.head().unwrap().seq;
    a_day(&second, &[("COFFEE", 2000)], 1600);
    let one = backup(&second, "one.sqlite");
    // The backup is taken back elsewhere and sold with.
    let place = second.folder().join("again.sqlite");
    let moments = second.till.moments().clone();
    let (again, _) = sanduq::services::Till::restore(&before, &place, moments).unwrap();
    drop(again);
    let given = [one.clone(), place.clone()];
    let answer = first.till.tally_with(&given, |_, _| ());
    assert_eq!(
        refused(answer),
        Refusal::Many(ManyRefusal::Parted {
            one: Some(one.display().to_string()),
            other: Some(place.display().to_string()),
            till: second.till.code().clone(),
            common,
        })
    );
}

#[test]
fn currencies_are_told_apart() {
    let here = Story::begin();
    a_day(&here, &[("COFFEE", 1000)], 800);
    let terms = TERMS
        .replace("STORY1", "TAIF1")
        .replace("\"AED\"", "\"SAR\"");
    let there = Story::with_terms(&terms);
    a_day(&there, &[("JAM", 1000)], 2250);
    let many = with(&here, &[&backup(&there, "there.sqlite")]);
    let told: Vec<_> = many
        .groups
        .iter()
        .map(|group| (group.currency, group.total.paid, group.editions.len()))
        .collect();
    assert_eq!(
        told,
        [
            (Currency::Aed, fils(800), 1),
            (Currency::Sar, fils(2250), 1)
        ]
    );
}

#[test]
fn a_familys_years_stand_one_under_the_other() {
    let terms = TERMS.replace("STORY1", "STORY0");
    let earlier = Story::at_till("T1", &terms, "2025-11-26T11:00:00Z");
    let support = Support {
        amount: fils(1_000_000),
        from: "برنامج منتج".to_owned(),
        on: None,
    };
    let register = |story: &Story| {
        let known = story.till.catalogue().unwrap();
        let known = known.family(&family("F06")).unwrap().clone();
        let supported = Family {
            support: Some(support.clone()),
            ..known
        };
        story
            .till
            .register(&story.huda, vec![supported], vec![], None)
            .unwrap();
    };
    register(&earlier);
    a_day(&earlier, &[("COFFEE", 10_000)], 8000);
    let lent = AdvanceRequest {
        id: FactId(earlier.till.moments().new_id()),
        advance: Advance {
            family: family("F06"),
            amount: fils(3000),
            means: PayoutMeans::Safe,
            reason: "بن".into(),
        },
        instalment: Some(fils(1000)),
    };
    earlier.till.grant_advance(&earlier.huda, lent).unwrap();
    a_day(&earlier, &[("COFFEE", 5000)], 4000);
    pay(&earlier, "F06", 5000).unwrap();
    let story = Story::begin();
    register(&story);
    a_day(&story, &[("COFFEE", 1000)], 800);

    let many = with(&story, &[&backup(&earlier, "earlier.sqlite")]);
    let coffee = of(only(&many), "F06");
    let years: Vec<_> = coffee
        .editions
        .iter()
        .map(|one| {
            let sum = &one.sum;
            let told = (sum.paid, sum.commission, sum.advances, sum.paid_out);
            (one.edition.code.as_str(), one.days.len(), told, sum.owed)
        })
        .collect();
    let none = fils(0);
    assert_eq!(
        years,
        [
            (
                "STORY0",
                2,
                (fils(12_000), fils(1200), fils(1000), fils(5000)),
                fils(4800)
            ),
            ("STORY1", 1, (fils(800), fils(80), none, none), fils(720)),
        ]
    );
    assert_eq!(
        (coffee.days, coffee.lent, coffee.advance_left),
        (3, fils(3000), fils(2000))
    );
    assert_eq!(
        coffee.support,
        fils(1_000_000),
        "carried on, and given once"
    );
}

#[test]
fn a_code_of_two_families_keeps_them_apart_and_says_so() {
    let here = Story::begin();
    a_day(&here, &[("COFFEE", 1000)], 800);
    let there = Story::with_terms(&TERMS.replace("STORY1", "TAIF1"));
    let rename = |name: &str| {
        let known = there.till.catalogue().unwrap();
        let mut known = known.family(&family("F06")).unwrap().clone();
        known.name.ar = name.to_owned();
        there
            .till
            .register(&there.huda, vec![known], vec![], None)
            .unwrap();
    };
    // Another spelling of the same name is the same family.
    rename("أسرة قهوه الضيافه");
    a_day(&there, &[("COFFEE", 2000)], 1600);
    let many = with(&here, &[&backup(&there, "there.sqlite")]);
    assert_eq!(of(only(&many), "F06").sum.paid, fils(2400));
    assert_eq!(many.remarks, []);
    rename("عسل السدر");
    let many = with(&here, &[&backup(&there, "there.sqlite")]);
    let of_code = |many: &Many| -> Vec<Money> {
        let families = only(many).families.iter();
        let families = families.filter(|one| one.code == family("F06"));
        families.map(|one| one.sum.paid).collect()
    };
    assert_eq!(of_code(&many), [fils(800), fils(1600)]);
    assert!(
        matches!(&many.remarks[..], [Remark::Disputed { code, names }] if *code == family("F06") && names.len() == 2)
    );
}

#[test]
fn what_cannot_be_tallied_is_refused_whole() {
    let here = Story::begin();
    let at = |path: &Path| here.till.tally_with(&[path.to_owned()], |_, _| ());
    let missing = here.folder().join("none.sqlite");
    let Err(Error::Fault(Fault::Store(StoreError::Elsewhere { why, .. }))) = at(&missing) else {
        panic!("it is not there")
    };
    assert!(matches!(*why, Unseen::Fault(StoreError::Missing(_))));
    let empty = here.folder().join("empty.sqlite");
    drop(sanduq::store::Store::create(&empty, here.till.code()).unwrap());
    let nothing = ManyRefusal::NothingThere(empty.display().to_string());
    assert_eq!(refused(at(&empty)), Refusal::Many(nothing));
}

#[test]
fn a_balance_carried_to_the_next_edition_is_owed_once() {
    let (old, _) = crate::carrying::old_edition();
    let (new, _) = crate::carrying::next_edition(&old, "next.sqlite");
    sanduq::services::carrying::carry_balances(&old.till, &new, &old.huda).unwrap();
    let copy = old.folder().join("copy.sqlite");
    new.backup(&copy, |_| ()).unwrap();
    let many = with(&old, &[&copy]);
    let all = only(&many);
    // F06 is owed 7.20, and 40.00 are left of its advance.
    let coffee = of(all, "F06");
    assert_eq!(
        (coffee.sum.owed, coffee.sum.payable()),
        (fils(720), fils(720))
    );
    assert_eq!((coffee.lent, coffee.advance_left), (fils(4000), fils(4000)));
    assert!(coffee.sum.carried.is_zero() && all.total.carried.is_zero());
    let told: Vec<_> = coffee
        .editions
        .iter()
        .map(|one| (one.sum.payable(), one.sum.carried, one.sum.owed, one.lent))
        .collect();
    assert_eq!(
        told,
        [
            (fils(720), fils(-720), fils(0), fils(4000)),
            (fils(0), fils(720), fils(720), fils(0))
        ]
    );
    // On paper and on the terminal every year adds up across too.
    let english = Texts::of(Language::English, Digits::Latin);
    let columns = years_columns(english, coffee);
    for one in &coffee.editions {
        let told: Vec<Money> = columns.iter().map(|(_, of)| of(&one.sum)).collect();
        let [_, _, due, carried, paid, owed] = told[..] else {
            panic!("{told:?}");
        };
        assert_eq!(due + carried - paid, owed);
    }
}

#[test]
fn an_edition_stands_beside_the_days_of_the_same_number() {
    let earlier = Story::at_till(
        "T1",
        &TERMS.replace("STORY1", "STORY0"),
        "2025-11-20T11:00:00Z",
    );
    for (coffees, paid) in [(10_000, 8000), (5000, 4000), (1000, 800)] {
        a_day(&earlier, &[("COFFEE", coffees)], paid);
    }
    let copy = backup(&earlier, "earlier.sqlite");
    let story = Story::begin();
    a_day(&story, &[("COFFEE", 2000)], 1600);
    a_day(&story, &[("JAM", 1000)], 2250);
    let other = story.till.other_edition(&copy).unwrap();
    let days = story.till.day_status().unwrap().days;
    let taken = |period| {
        let own = story.till.figures(period).unwrap();
        let beside = other.beside(&own).unwrap();
        assert_eq!(beside.edition.as_ref(), Some(&other.edition));
        let numbers = |figures: &Figures| -> Vec<usize> {
            figures.days.iter().map(|day| day.number).collect()
        };
        assert_eq!(numbers(&own), numbers(&beside));
        beside.total.tally.total.net_paid()
    };
    // This edition has had two days, so the third of the other waits.
    assert_eq!(taken(Period::Bazaar), fils(12_000));
    assert_eq!(taken(Period::Day(days[0].day)), fils(8000));
    assert_eq!(taken(Period::Day(days[1].day)), fils(4000));
    let whole = Period::between(days[0].day, days[1].day);
    assert_eq!(taken(whole), fils(12_000));

    let none = other
        .beside(&story.till.figures(Period::Bazaar).unwrap())
        .unwrap();
    assert!(none.strangers.is_empty(), "the registers are the same");

    // The other way round there is no third day to stand beside: nothing was sold on it.
    let here = backup(&story, "here.sqlite");
    let shorter = earlier.till.other_edition(&here).unwrap();
    let third = earlier.till.day_status().unwrap().days[2].day;
    let third = earlier.till.figures(Period::Day(third)).unwrap();
    let beside = shorter.beside(&third).unwrap();
    assert!(beside.is_empty() && beside.days.is_empty() && beside.goods.is_empty());
    assert_eq!(beside.edition.as_ref(), Some(&shorter.edition));
    let code = |text: &str| text.parse::<BazaarCode>().unwrap();
    let riyals = Story::with_terms(
        &TERMS
            .replace("STORY1", "TAIF1")
            .replace("\"AED\"", "\"SAR\""),
    );
    assert_eq!(
        refused(riyals.till.other_edition(&copy)),
        Refusal::Many(ManyRefusal::OtherCurrency {
            bazaar: code("STORY0"),
            own: Currency::Sar,
            other: Currency::Aed
        })
    );
}

#[test]
fn nothing_practised_stands_beside_real_figures() {
    let story = Story::begin();
    let practised = story.folder().join("training/till.sqlite");
    let training = story
        .till
        .enter_training(&practised, Some(&story.amal))
        .unwrap();
    let copy = story.folder().join("practised.sqlite");
    training.backup(&copy, |_| ()).unwrap();
    let practice = || Refusal::Many(ManyRefusal::Practised(copy.display().to_string()));
    assert_eq!(refused(story.till.other_edition(&copy)), practice());
    // Nor does what was really sold stand beside practice.
    let real = backup(&story, "real.sqlite");
    assert_eq!(
        refused(training.other_edition(&real)),
        Refusal::Many(ManyRefusal::Practised(real.display().to_string()))
    );
}

/// Makes this program the one whose copies are counted.
const COUNTED: &str = "SANDUQ_TEST_COUNTS_COPIES";

#[test]
fn a_copy_is_given_back_before_the_next_is_taken() {
    // Others look into databases meanwhile, so it is done where nobody else is.
    let alone = tempfile::tempdir().unwrap();
    let counted = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "many::child_counts_copies"])
        .env(COUNTED, "1")
        .env("TMPDIR", alone.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&counted.stdout);
    assert!(counted.status.success(), "{said}");
}

#[test]
fn child_counts_copies() {
    if std::env::var_os(COUNTED).is_none() {
        return;
    }
    let story = Story::begin();
    a_day(&story, &[("COFFEE", 1000)], 800);
    let sister = Story::with_terms(&TERMS.replace("STORY1", "TAIF1"));
    a_day(&sister, &[("COFFEE", 2000)], 1600);
    let short = backup(&sister, "short.sqlite");
    a_day(&sister, &[("COFFEE", 2000)], 1600);
    let others = [backup(&sister, "long.sqlite"), short, backup(&story, "own")];
    let copies = || {
        let entries = std::fs::read_dir(std::env::temp_dir()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name());
        let copies = names.filter(|name| name.to_string_lossy().starts_with("sanduq-look-"));
        copies.count()
    };
    let mut heard = Vec::new();
    let told = |done, _| heard.push((done, copies()));
    let many = story.till.tally_with(&others, told).unwrap();
    assert_eq!(heard, [(0, 0), (1, 0), (2, 0), (3, 0)]);
    assert_eq!(only(&many).total.paid, fils(4000));
    assert_eq!(many.remarks.len(), 2, "both are known by what was read");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_happened_every_table_adds_up_to_the_ledgers(seed in any::<u64>()) {
        let story = trade(seed);
        let sister = Story::with_terms(&TERMS.replace("STORY1", "TAIF1"));
        a_day(&sister, &[("COFFEE", 1000), ("OUD", 1000)], 6300);
        let many = with(&story, &[&backup(&sister, "sister.sqlite")]);
        let all = only(&many);
        let alone = with(&story, &[]);
        let mut sum: Sum = only(&alone).total;
        sum.add(&only(&with(&sister, &[])).total);
        prop_assert_eq!(sum, all.total);
        let figures = story.till.figures(Period::Bazaar).unwrap();
        let own = only(&alone);
        prop_assert_eq!(own.total.net_paid(), figures.total.tally.total.net_paid());
        prop_assert_eq!(own.total.commission, figures.total.settled.commission);
        prop_assert_eq!(own.total.owed, figures.standing.owed);
        prop_assert_eq!(own.total.owing, figures.standing.owing);
    }
}
