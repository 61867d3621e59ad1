//! The proof of a played day, on a terminal.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::command::counting::{show_proof, tender_table};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output::Table;
use crate::domain::id::FamilyCode;
use crate::domain::money::{Currency, Money};
use crate::domain::order::OrderState;
use crate::domain::tally::Tally;
use crate::locale::{Sighting, Texts};
use crate::services::demo::{Demo, Played};
use crate::store::verify::Verdict;
use crate::tr;

use super::files::Written;

/// Cells of the longest bar.
const LONGEST_BAR: i64 = 32;

pub(super) fn show(desk: &Desk, demo: &Demo, played: &Played) -> Result<(), Failure> {
    let (texts, out) = (desk.texts, &desk.out);
    let catalogue = demo.till.catalogue()?;
    let currency = catalogue.bazaar.currency;
    let tally = &played.closing.fact.tally;

    out.banner(&[
        tr!(
            texts,
            "cli-demo-title",
            bazaar = texts.name(&catalogue.bazaar.name),
            organiser = texts.name(&catalogue.bazaar.organiser)
        ),
        texts.date_in_both(played.day, Sighting::default()),
    ])?;
    out.heading(&tr!(texts, "cli-demo-happened"))?;
    happened(desk, played, tally)?;
    shifts(desk, played, currency)?;

    out.heading(&tr!(texts, "cli-demo-hours"))?;
    out.table(&hours(tally, texts, currency))?;
    out.heading(&tr!(texts, "cli-demo-taken"))?;
    out.table(&tender_table(tally, texts, currency))?;
    out.heading(&tr!(texts, "cli-demo-families"))?;
    out.table(&families(played, texts, currency))?;
    out.heading(&tr!(texts, "cli-demo-proof"))?;
    show_proof(desk, tally, currency)?;
    shares(desk, played, currency)
}

fn happened(desk: &Desk, played: &Played, tally: &Tally) -> Result<(), Failure> {
    let texts = desk.texts;
    let (first, last) = (played.sales.first(), played.sales.last());
    let number = |sale: Option<&crate::domain::sale::Sale>| {
        sale.map(|sale| sale.number.to_string()).unwrap_or_default()
    };
    desk.out.line(&tr!(
        texts,
        "cli-demo-sales",
        count = played.sales.len(),
        first = number(first),
        last = number(last)
    ))?;
    desk.out
        .line(&tr!(texts, "cli-demo-refunds", count = tally.refunds))?;
    desk.out
        .line(&tr!(texts, "cli-demo-voids", count = tally.voids))?;
    let in_state = |state| {
        played
            .orders
            .iter()
            .filter(|row| row.state == state)
            .count()
    };
    desk.out.line(&tr!(
        texts,
        "cli-demo-orders",
        taken = played.orders.len(),
        handed_over = in_state(OrderState::HandedOver),
        cancelled = in_state(OrderState::Cancelled)
    ))
}

fn shifts(desk: &Desk, played: &Played, currency: Currency) -> Result<(), Failure> {
    let texts = desk.texts;
    for closing in &played.shifts {
        let difference = closing.over_short();
        let (cashier, counted) = (
            closing.cashier.as_str(),
            texts.money(closing.counted, currency),
        );
        desk.out.line(&if difference.is_zero() {
            tr!(
                texts,
                "cli-demo-shift-right",
                cashier = cashier,
                counted = counted
            )
        } else {
            tr!(
                texts,
                "cli-demo-shift-wrong",
                cashier = cashier,
                counted = counted,
                difference = texts.signed_amount(difference, currency),
                reason = &closing.reason
            )
        })?;
    }
    Ok(())
}

/// What was sold hour by hour, in the order of the day, with a bar for each.
fn hours(tally: &Tally, texts: &Texts, currency: Currency) -> Table {
    let mut table = Table::new().words("").words("").figures("");
    let largest = tally.by_hour.values().map(|trade| trade.paid.minor()).max();
    let largest = largest.unwrap_or_default().max(1);
    // The hours after midnight belong to the end of the evening.
    let mut in_order: Vec<_> = tally.by_hour.iter().collect();
    in_order.sort_by_key(|(hour, _)| (**hour + 24 - 4) % 24);
    for (hour, trade) in in_order {
        let cells = trade.paid.minor().max(0) * LONGEST_BAR / largest;
        table.row(vec![
            format!("{hour:02}:00"),
            "█".repeat(usize::try_from(cells).unwrap_or_default()),
            texts.amount(trade.paid, currency),
        ]);
    }
    table
}

/// Every family: what it sold, what was held back, what it was handed.
fn families(played: &Played, texts: &Texts, currency: Currency) -> Table {
    let mut paid: BTreeMap<&FamilyCode, Money> = BTreeMap::new();
    for payout in &played.payouts {
        *paid.entry(&payout.family).or_default() += payout.amount;
    }
    let mut table = Table::new()
        .words(tr!(texts, "term-family"))
        .words("")
        .figures(tr!(texts, "term-net-sales"))
        .figures(tr!(texts, "term-commission"))
        .figures(tr!(texts, "cli-column-other"))
        .figures(tr!(texts, "term-payable"))
        .figures(tr!(texts, "cli-column-handed"))
        .figures(tr!(texts, "cli-column-left"));
    let mut sums = [Money::ZERO; 6];
    for one in &played.settlements {
        let handed = paid.get(&one.family).copied().unwrap_or_default();
        let figures = [
            one.net_sales,
            one.commission,
            one.payable - one.net_sales + one.commission,
            one.payable,
            handed,
            one.payable - handed,
        ];
        let mut cells = vec![
            one.family.to_string(),
            texts.name(&one.family_name).to_owned(),
        ];
        for (sum, figure) in sums.iter_mut().zip(figures) {
            *sum += figure;
            cells.push(texts.amount(figure, currency));
        }
        table.row(cells);
    }
    let mut total = vec![tr!(texts, "term-total"), String::new()];
    total.extend(sums.map(|sum| texts.amount(sum, currency)));
    table.total(total);
    table
}

/// What families get and what commission keeps make up their sales.
fn shares(desk: &Desk, played: &Played, currency: Currency) -> Result<(), Failure> {
    let texts = desk.texts;
    let all = &played.settlements;
    let net: Money = all.iter().map(|one| one.net_sales).sum();
    let commission: Money = all.iter().map(|one| one.commission).sum();
    let credit = played.closing.fact.tally.total.credit;
    assert_eq!(net, credit, "what is settled is what was sold");
    desk.out.line(&desk.out.good(&tr!(
        texts,
        "cli-demo-shares",
        families = texts.money(net - commission, currency),
        commission = texts.money(commission, currency),
        net = texts.money(net, currency)
    )))
}

pub(super) fn show_verdict(desk: &Desk, verdict: &Verdict) -> Result<(), Failure> {
    let head = verdict.head.to_string();
    let count = verdict.entries;
    let said = tr!(
        desk.texts,
        "cli-verified",
        count = count,
        head = &head[..16]
    );
    desk.out.line(&desk.out.good(&said))
}

pub(super) fn show_files(desk: &Desk, written: &Written, folder: &Path) -> Result<(), Failure> {
    let texts = desk.texts;
    desk.out.heading(&tr!(texts, "cli-demo-files"))?;
    desk.out.line(&folder.display().to_string())?;
    let mut table = Table::new().words("").words("");
    for (kind, count) in &written.papers {
        let papers = tr!(texts, "cli-demo-paper-count", count = *count);
        table.row(vec![format!("{kind}/"), papers]);
    }
    table.row(vec!["books/".to_owned(), written.books.join("  ")]);
    table.row(vec!["data/".to_owned(), tr!(texts, "cli-demo-data")]);
    desk.out.table(&table)?;
    let try_it = format!("sanduq --data {} tally", folder.join("data").display());
    desk.out.line(&tr!(texts, "cli-demo-try", command = try_it))
}
