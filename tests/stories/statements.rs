//! Statements of a day, a span and a whole bazaar: a span is the sum of its
//! days, and what it carries forward is the account.

use std::ops::ControlFlow;

use proptest::prelude::*;
use sanduq::domain::id::FamilyCode;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::payout::PayoutRefusal;
use sanduq::domain::statement::Statement;
use sanduq::print::papers::PaperLanguages;
use sanduq::print::profile::Catalogue;
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::printing::PrinterSetup;
use sanduq::services::statement::{Bundle, Span, StatementDesk};
use sanduq::settings::DeviceSetting;

use crate::bazaar::{Story, cash, family, fils, refused};
use crate::random_days::trade;

fn statement(story: &Story, family: &FamilyCode, span: Span) -> Statement {
    story.till.statement(family, span).unwrap().statement
}

/// Every amount of a statement that adds up over days.
fn sums(one: &Statement) -> [Money; 16] {
    let goods = |pick: fn(&sanduq::domain::settlement::GoodsSold) -> Money| -> Money {
        one.goods.iter().map(pick).sum()
    };
    [
        one.sales,
        one.family_discounts,
        one.organiser_discounts,
        one.refunds,
        one.tax,
        one.net_sales,
        one.commission,
        one.commissions.iter().map(|line| line.base).sum(),
        one.fee_total(),
        one.adjustment_total(),
        one.advance_instalment,
        one.held,
        one.paid(),
        goods(|line| line.list),
        goods(|line| line.net()),
        goods(|line| line.earlier_refunds),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_statement_of_a_span_is_the_sum_of_its_days(seed in any::<u64>()) {
        let story = trade(seed);
        for code in story.till.families_settled(Span::ALL).unwrap() {
            let whole = statement(&story, &code, Span::ALL);
            prop_assert!(whole.adds_up(), "{whole:?}");
            let days: Vec<Statement> = whole
                .days
                .iter()
                .map(|line| statement(&story, &code, Span::day(line.day)))
                .collect();
            let mut added = [Money::ZERO; 16];
            let mut open = whole.brought_forward;
            for day in &days {
                prop_assert!(day.adds_up(), "{day:?}");
                prop_assert_eq!(day.brought_forward, open, "each day carries on the one before");
                open = day.carried_forward;
                for (sum, amount) in added.iter_mut().zip(sums(day)) {
                    *sum += amount;
                }
            }
            prop_assert_eq!(sums(&whole), added);
            prop_assert_eq!(whole.carried_forward, open);
            prop_assert_eq!(whole.advance_left, days.last().unwrap().advance_left);
            let quantity = |one: &Statement| -> i64 {
                one.goods.iter().map(|line| line.quantity.thousandths()).sum()
            };
            prop_assert_eq!(quantity(&whole), days.iter().map(quantity).sum::<i64>());
            let account = story.till.family_account(&code).unwrap();
            prop_assert_eq!(whole.carried_forward, account.settled_balance);
            let owed = -story.balance(Account::FamilyPayable(code.clone()));
            prop_assert_eq!(whole.carried_forward, owed - account.unsettled);
        }
    }
}

/// A day on which F05 sold for 130.00 and was settled.
fn settled_day() -> Story {
    let story = Story::begin();
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
    story.count_and_close(33_000, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    story
}

#[test]
fn a_settlement_taken_back_is_in_no_statement() {
    let story = settled_day();
    let f05 = family("F05");
    let first = statement(&story, &f05, Span::ALL);
    let number = first.days[0].number.clone();
    let till = &story.till;
    till.reverse_settlement(&story.huda, number, "رسم ناقص".into())
        .unwrap();
    assert_eq!(
        refused(till.statement(&f05, Span::ALL)),
        Refusal::Payout(PayoutRefusal::NothingSettled {
            family: f05.clone()
        })
    );
    till.settle_family(&story.huda, f05.clone(), first.first_day)
        .unwrap();
    let again = statement(&story, &f05, Span::ALL);
    assert_eq!(again.days.len(), 1);
    assert_eq!(again.payable, fils(11_700));
}

#[test]
fn a_span_without_settlements_has_no_statement() {
    let story = settled_day();
    let later = "2027-01-01".parse().unwrap();
    let span = Span::Days {
        from: Some(later),
        to: None,
    };
    assert!(matches!(
        refused(story.till.statement(&family("F05"), span)),
        Refusal::Payout(PayoutRefusal::NothingSettled { .. })
    ));
    assert!(matches!(
        refused(story.till.statement(&family("F99"), Span::ALL)),
        Refusal::Payout(PayoutRefusal::UnknownFamily(_))
    ));
    assert!(story.till.families_settled(span).unwrap().is_empty());
}

#[test]
fn all_families_are_written_at_once_and_told_one_by_one() {
    let story = settled_day();
    let profile = Catalogue::shipped().get("generic-80").unwrap().clone();
    let setup = PrinterSetup::of_one(
        profile.into(),
        DeviceSetting::Picture,
        story.folder().to_owned(),
        PaperLanguages::ARABIC,
    );
    let mut desk = StatementDesk::new(&story.till, &setup).unwrap();
    let families = story.till.families_settled(Span::Last).unwrap();
    assert!(families.len() > 1);
    let mut write = |bundle: Bundle, pictures: bool, stop_after: usize| {
        let mut told = Vec::new();
        let written = story
            .till
            .write_statements(&mut desk, Span::Last, &bundle, pictures, |step| {
                told.push((step.done, step.of, step.family.clone()));
                match step.done == stop_after {
                    true => ControlFlow::Break(()),
                    false => ControlFlow::Continue(()),
                }
            })
            .unwrap();
        assert_eq!(told.len(), written.families);
        for (nth, (done, of, family)) in told.iter().enumerate() {
            assert_eq!(
                (*done, *of, family),
                (nth + 1, families.len(), &families[nth])
            );
        }
        written
    };

    let folder = story.folder().join("statements");
    let written = write(Bundle::Folder(folder.clone()), true, usize::MAX);
    assert_eq!(
        (written.families, written.pages),
        (families.len(), families.len())
    );
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), 2 * families.len(), "{names:?}");
    assert!(names.iter().all(|name| !name.ends_with(".part")));
    let f05 = std::fs::read(
        folder.join(
            names
                .iter()
                .find(|name| name.starts_with("F05 ") && name.ends_with(".pdf"))
                .unwrap(),
        ),
    )
    .unwrap();
    assert!(f05.starts_with(b"%PDF-1."));

    let file = story.folder().join("all.zip");
    write(Bundle::Zip(file.clone()), false, usize::MAX);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    assert_eq!(zip.len(), families.len());
    let inside = zip.by_index(0).unwrap();
    let name = inside.name().unwrap().into_owned();
    assert!(name.starts_with(families[0].as_str()) && name.ends_with(".pdf"));
    drop(inside);

    let file = story.folder().join("all.pdf");
    let written = write(Bundle::OnePdf(file.clone()), false, usize::MAX);
    assert!(std::fs::read(&file).unwrap().len() > 10_000);
    assert_eq!(written.place, file);

    let stopped = write(Bundle::Folder(story.folder().join("some")), false, 1);
    assert_eq!(stopped.families, 1, "whoever stops it keeps what is done");
}
