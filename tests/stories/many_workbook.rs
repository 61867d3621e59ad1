//! Several books as a workbook, read back by a program that shares no code with what
//! writes it: every total is the tally's and stands beside the ledgers'.

use std::io::{Cursor, Read};
use std::path::PathBuf;

use calamine::{Reader, Xlsx};
use sanduq::domain::many::{FamilySum, InCurrency, Proved, Sum};
use sanduq::domain::money::{Currency, Money};
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::tally::TenderGroup;
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::reports::xlsx::many::{Part, sheet_name};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::many::{Many, verdict, workbook, years_workbook};

use crate::bazaar::{Story, TERMS, cash, family, fils};
use crate::random_days::trade;
use crate::workbooks::{Sheet, amount};

/// A random bazaar, another under its own name and a third in riyals.
fn three(seed: u64) -> (Story, Many) {
    let story = trade(seed);
    let copy = |other: &Story, name: &str| -> PathBuf {
        let to = story.folder().join(name);
        other.till.backup(&to, |_| ()).unwrap();
        to
    };
    let sell = |terms: &str, goods: &[(&str, i64)], paid| {
        let other = Story::with_terms(terms);
        let day = other.open();
        other.sell(&other.ticket(goods), &[cash(paid)]);
        let drawer = other.till.day_status().unwrap().drawer;
        other.count_and_close(drawer.minor(), "").unwrap();
        other
            .till
            .close_day(&other.badr, ParkedAtClose::Refuse)
            .unwrap();
        other.till.settle_day(&other.huda, day).unwrap();
        other
    };
    let sister = sell(
        &TERMS.replace("STORY1", "TAIF1"),
        &[("COFFEE", 2000), ("JAM", 1000)],
        3850,
    );
    let riyals = TERMS
        .replace("STORY1", "MAKKAH1")
        .replace("\"AED\"", "\"SAR\"");
    let riyals = sell(&riyals, &[("COFFEE", 3000)], 2400);
    let others = [
        copy(&sister, "sister.sqlite"),
        copy(&riyals, "riyals.sqlite"),
    ];
    let many = story.till.tally_with(&others, |_, _| ()).unwrap();
    assert_eq!(many.groups.len(), 2);
    (story, many)
}

type Book = Xlsx<Cursor<Vec<u8>>>;

impl Sheet {
    fn of_part(book: &mut Book, name: &str, part: Part, texts: &Texts) -> Self {
        let columns = part.columns().into_iter();
        let columns = columns.map(|one| (one.code, texts.get(one.heading)));
        Sheet::of(book, name, &columns.collect::<Vec<_>>())
    }

    /// The sum, which is that of the rows.
    fn summed(&self, code: &str) -> Money {
        let added: Money = self.rows.iter().map(|row| amount(&row[code])).sum();
        let sum = amount(&self.sums[code]);
        assert_eq!(sum, added, "{code}");
        sum
    }

    fn is(&self, sum: &Sum) {
        for (code, wanted) in [
            ("paid", sum.paid),
            ("refunded", sum.refunded),
            ("net_paid", sum.net_paid()),
            ("family_discounts", sum.family_discounts),
            ("organiser_discounts", sum.organiser_discounts),
            ("tax", sum.tax),
            ("credit", sum.credit),
            ("commission", sum.commission),
            ("fees", sum.fees),
            ("advances", sum.advances),
            ("held", sum.held),
            ("other", sum.other),
            ("carried", sum.carried),
            ("paid_out", sum.paid_out),
            ("paid_in", sum.paid_in),
            ("owed", sum.owed),
            ("owing", sum.owing),
        ] {
            if self.sums.contains_key(code) {
                assert_eq!(self.summed(code), wanted, "{code}");
            }
        }
    }
}

fn opened(bytes: Vec<u8>) -> Book {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn check(book: &mut Book, group: &InCurrency, texts: &Texts) {
    let sheets = Part::ALL.map(|part| {
        let name = sheet_name(texts, part, Some(group.currency));
        Sheet::of_part(book, &name, part, texts)
    });
    let [
        editions,
        tills,
        packages,
        tenders,
        families,
        years,
        proof,
        ledgers,
        accounts,
    ] = &sheets;
    for sheet in [editions, tills, families, years] {
        sheet.is(&group.total);
    }
    assert_eq!(packages.sums.get("commission"), None);
    assert_eq!(packages.summed("net_paid"), group.total.net_paid());
    assert_eq!(packages.summed("credit"), group.total.credit);
    for sheet in [editions, tills] {
        assert_eq!(sheet.summed("delivery_fees"), group.delivery.fees);
        assert_eq!(sheet.summed("sales"), fils(group.sales as i64 * 100));
        assert_eq!(sheet.summed("visitors"), fils(group.visitors as i64 * 100));
    }
    let lent: Money = group.families.iter().map(|one| one.lent).sum();
    let left: Money = group.families.iter().map(|one| one.advance_left).sum();
    for sheet in [families, years] {
        assert_eq!(
            (sheet.summed("lent"), sheet.summed("advance_left")),
            (lent, left)
        );
    }
    assert_eq!(editions.rows.len(), group.editions.len());
    assert_eq!(tills.rows.len(), group.journals.len());
    let told = group.families.iter().filter(|family| family.is_told());
    assert_eq!(families.rows.len(), told.count());

    let equation = group.equation();
    assert_eq!(
        tenders.summed("net"),
        equation.tenders,
        "a deposit that is used is no new money"
    );
    assert_eq!(proof.summed("came_in"), equation.tenders);
    assert_eq!(proof.summed("came_in"), proof.summed("owed_for_it"));
    for (row, line) in ledgers.rows.iter().zip(group.proof()) {
        assert_eq!(amount(&row["tally"]), line.tally, "{:?}", line.what);
        assert_eq!(amount(&row["ledgers"]), line.ledgers, "{:?}", line.what);
        assert!(amount(&row["difference"]).is_zero());
    }
    assert_eq!(ledgers.rows.len(), group.proof().len());
    assert_eq!(accounts.summed("debit"), accounts.summed("credit"));
    assert!(accounts.summed("debit").is_positive());
}

#[test]
fn every_total_of_the_workbook_is_the_tallys_in_each_currency() {
    let mut moved = [false; 3];
    for seed in [1, 2, 3] {
        let (_story, many) = three(seed);
        for group in &many.groups {
            assert!(group.holds(), "seed {seed}: {:#?}", group.proof());
        }
        let takings = &many.groups[0].takings;
        for (seen, money) in moved.iter_mut().zip([
            takings.net(TenderGroup::Card),
            takings.deposits + takings.kept_by_organiser + takings.kept_by_families,
            many.groups[0].total.refunded,
        ]) {
            *seen |= !money.is_zero();
        }
        for language in Language::ALL {
            let texts = Texts::of(language, Digits::Latin);
            let mut book = opened(workbook(&many, language).unwrap());
            assert_eq!(book.sheet_names().len(), 2 * Part::ALL.len() + 2);
            for group in &many.groups {
                check(&mut book, group, texts);
            }
            let known = book
                .worksheet_range(&texts.get(sanduq::key!("many-known")))
                .unwrap();
            let lines: Vec<String> = known.rows().map(|row| row[0].to_string()).collect();
            for group in &many.groups {
                let verdict = bidi::without_controls(&verdict(texts, group));
                assert!(lines.contains(&verdict), "{verdict}: {lines:?}");
            }
        }
    }
    assert_eq!(moved, [true; 3], "cards, deposits and refunds");
}

#[test]
fn what_families_took_themselves_stands_against_the_ledgers() {
    let story = Story::begin();
    let day = story.open();
    let own = Offer::new(TenderKind::TakenByFamily(family("F06")), fils(800));
    story.sell(&story.ticket(&[("COFFEE", 1000)]), &[own]);
    let held = || {
        let many = story.till.tally_with(&[], |_, _| ()).unwrap();
        let group = &many.groups[0];
        assert!(group.holds(), "{:#?}", group.proof());
        let mut lines = group.proof().into_iter();
        let line = lines.find(|line| line.what == Proved::HeldByFamilies);
        line.unwrap().ledgers
    };
    assert_eq!(held(), fils(800));
    story
        .count_and_close(story.till.day_status().unwrap().drawer.minor(), "")
        .unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    assert_eq!(held(), fils(0), "the settlement took it over");
}

#[test]
fn a_wrong_ledger_shows_in_the_workbook() {
    let (_story, mut many) = three(1);
    let group = &mut many.groups[0];
    let account = sanduq::domain::ledger::Account::CardClearing;
    *group.journals[0].accounts.entry(account).or_default() += fils(25);
    assert!(!group.holds());
    let texts = Texts::of(Language::English, Digits::Latin);
    let mut book = opened(workbook(&many, Language::English).unwrap());
    let name = sheet_name(texts, Part::Ledgers, Some(Currency::Aed));
    let ledgers = Sheet::of_part(&mut book, &name, Part::Ledgers, texts);
    assert_eq!(ledgers.summed("difference"), fils(-25));
}

#[test]
fn arabic_sheets_run_from_the_right_and_one_currency_needs_no_name() {
    let story = trade(1);
    let many = story.till.tally_with(&[], |_, _| ()).unwrap();
    let bytes = workbook(&many, Language::Arabic).unwrap();
    let texts = Texts::of(Language::Arabic, Digits::Latin);
    let names = opened(bytes.clone()).sheet_names();
    let wanted = Part::ALL.map(|part| sheet_name(texts, part, None));
    assert_eq!(names[..wanted.len()], wanted);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        zip.by_name(name)
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        text
    };
    for sheet in 1..=names.len() {
        let name = format!("xl/worksheets/sheet{sheet}.xml");
        assert!(part(&name).contains("rightToLeft=\"1\""), "{name}");
    }
    assert!(part("xl/worksheets/sheet1.xml").contains("<f>SUM("));
    for chart in ["xl/charts/chart1.xml", "xl/charts/chart2.xml"] {
        assert!(
            part(chart).contains("orientation val=\"maxMin\""),
            "{chart}"
        );
    }
    for part in Part::ALL {
        let mut codes: Vec<&str> = part.columns().iter().map(|column| column.code).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all, "{part:?}");
    }
}

#[test]
fn a_familys_years_are_a_workbook_of_their_own() {
    let (_story, many) = three(2);
    let texts = Texts::of(Language::English, Digits::Latin);
    let found = many.families(&family("F06")).unwrap();
    let mut book = opened(years_workbook(&found, Language::English).unwrap());
    let names = book.sheet_names();
    assert_eq!(names, ["F06 AED", "F06 SAR"]);
    for (name, (currency, family)) in names.iter().zip(&found) {
        let (_, one): (&Currency, &FamilySum) = (currency, family);
        let sheet = Sheet::of_part(&mut book, name, Part::Years, texts);
        sheet.is(&one.sum);
        assert_eq!(sheet.rows.len(), one.editions.len());
    }
}
