//! The sections of X and Z. A section that would be empty is left out.

use super::goods;
use super::sheet::Sheet;
use super::shift::difference_words;
use crate::domain::money::Money;
use crate::domain::tally::{Tally, TenderGroup, TenderTotal, Trade};
use crate::locale::{Key, Texts, bidi, number};
use crate::print::document::{Column, Gap, Row, Rule, Table, Text};
use crate::{key, tr};

/// What customers paid, what went back, what stays; then what is worth knowing
/// of how it came about.
pub(super) fn sales(sheet: &mut Sheet, tally: &Tally) {
    let total = &tally.total;
    sheet.paper.space(Gap::Small);
    counted(sheet, tally.sales, total.paid, key!("paper-sales-made"));
    counted(
        sheet,
        tally.refunds,
        total.refunded,
        key!("paper-refunds-made"),
    );
    let net = sheet.say(|texts| tr!(texts, "paper-net-paid"));
    sheet.sum(&net, total.net_paid());
    named(sheet, total.tax, key!("paper-tax-within"));
    named(
        sheet,
        total.family_discounts,
        key!("paper-discounts-family"),
    );
    named(
        sheet,
        total.organiser_discounts,
        key!("paper-discounts-organiser"),
    );
    goods::rounding(sheet, tally.cash_rounding);
    counted(sheet, tally.voids, tally.voided, key!("paper-voids"));
    if tally.drawer_openings > 0 {
        let label = sheet.say(|texts| tr!(texts, "paper-drawer-openings"));
        sheet.pair(&label, count(sheet, tally.drawer_openings));
    }
}

/// A row unless the amount is nothing.
fn named(sheet: &mut Sheet, amount: Money, label: Key) {
    if !amount.is_zero() {
        let label = sheet.say(|texts| texts.get(label));
        sheet.pair(&label, sheet.amount(amount));
    }
}

/// An amount with how often it happened.
fn counted(sheet: &mut Sheet, times: u64, amount: Money, label: Key) {
    if times > 0 {
        let label = sheet.say(|texts| {
            tr!(
                texts,
                "paper-so-many",
                label = texts.get(label),
                count = times
            )
        });
        sheet.pair(&label, sheet.amount(amount));
    }
}

fn count(sheet: &Sheet, value: u64) -> String {
    let value = i64::try_from(value).expect("a count of things fits 63 bits");
    bidi::left_to_right(&number::count(value, sheet.speech.first.digits()))
}

/// First and last receipt of each till.
pub(super) fn receipts(sheet: &mut Sheet, tally: &Tally) {
    if tally.receipts.is_empty() {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-receipts"));
    sheet.heading(&heading);
    let texts = sheet.speech.first;
    for range in &tally.receipts {
        let [first, last] = [range.first, range.last]
            .map(|n| bidi::left_to_right(&texts.digits().write(&format!("{n:06}"))));
        let value = tr!(texts, "paper-from-to", first = first, last = last);
        let till = sheet.stationery.till(&range.till);
        sheet.paper.field(Text::new(till), Text::new(value));
    }
}

pub(super) fn tenders(sheet: &mut Sheet, tally: &Tally) {
    if tally.by_tender.is_empty() {
        return;
    }
    let columns = [
        key!("paper-by-tender"),
        key!("paper-number-of"),
        key!("paper-net"),
    ];
    let mut table = headed(sheet, columns);
    for (group, total) in &tally.by_tender {
        let label = sheet.say(|texts| texts.word(group));
        let mut row = Row::new([
            label.first.clone(),
            count(sheet, total.payments),
            sheet.amount(total.taken(*group)),
        ]);
        for note in tender_notes(sheet, *group, total) {
            row = row.note(note);
        }
        table.push(row);
    }
    section(sheet, table);
}

/// A table that opens a section; the heading of its first column names it.
fn section(sheet: &mut Sheet, table: Table) {
    sheet.paper.space(Gap::Medium);
    sheet.paper.table(table);
}

/// An amount and how a note says it.
type Part = (Money, fn(&Texts, String) -> String);

/// What a net sum is made of, where it is more than sales.
fn tender_notes(sheet: &Sheet, group: TenderGroup, total: &TenderTotal) -> Vec<String> {
    if total.sales == total.taken(group) {
        return Vec::new();
    }
    let texts = sheet.speech.first;
    let parts: [Part; 4] = [
        (total.sales, |texts, amount| {
            tr!(texts, "paper-of-sales", amount = amount)
        }),
        (total.deposits, |texts, amount| {
            tr!(texts, "paper-of-deposits", amount = amount)
        }),
        (total.refunds, |texts, amount| {
            tr!(texts, "paper-of-refunds", amount = amount)
        }),
        (total.deposits_returned, |texts, amount| {
            tr!(texts, "paper-of-deposits-returned", amount = amount)
        }),
    ];
    parts
        .into_iter()
        .filter(|(amount, _)| !amount.is_zero())
        .map(|(amount, words)| words(texts, sheet.amount(amount)))
        .collect()
}

fn headed<const N: usize>(sheet: &Sheet, headings: [Key; N]) -> Table {
    let columns = headings.into_iter().enumerate().map(|(index, heading)| {
        let heading = sheet.say(|texts| texts.get(heading)).stacked();
        if index == 0 {
            Column::words(heading)
        } else {
            Column::figures(heading)
        }
    });
    Table::new(columns)
}

/// Groups with the number of their lines and what customers paid, net.
fn breakdown(sheet: &mut Sheet, heading: Key, groups: impl IntoIterator<Item = (String, Trade)>) {
    let headings = [heading, key!("paper-lines"), key!("paper-net")];
    let mut table = headed(sheet, headings);
    for (name, trade) in groups {
        table.push(Row::new([
            name,
            count(sheet, trade.lines),
            sheet.amount(trade.net_paid()),
        ]));
    }
    if !table.rows().is_empty() {
        section(sheet, table);
    }
}

pub(super) fn packages(sheet: &mut Sheet, tally: &Tally) {
    let groups: Vec<_> = tally
        .by_package
        .iter()
        .map(|(code, trade)| (sheet.stationery.package(code), trade.clone()))
        .collect();
    breakdown(sheet, key!("paper-by-package"), groups);
}

/// What customers paid for each family's goods, and what the family is credited.
pub(super) fn families(sheet: &mut Sheet, tally: &Tally) {
    if tally.by_family.is_empty() {
        return;
    }
    let columns = [
        key!("paper-by-family"),
        key!("paper-net"),
        key!("paper-credited"),
    ];
    let mut table = headed(sheet, columns);
    for (family, trade) in &tally.by_family {
        table.push(Row::new([
            sheet.stationery.family(family),
            sheet.amount(trade.net_paid()),
            sheet.amount(trade.credit),
        ]));
    }
    let total = sheet.say(|texts| tr!(texts, "paper-total"));
    let row = Row::new([
        total.inline(),
        sheet.amount(tally.total.net_paid()),
        sheet.amount(tally.total.credit),
    ]);
    table.push(row.bold().below(Rule::Thin));
    section(sheet, table);
}

pub(super) fn tills(sheet: &mut Sheet, tally: &Tally) {
    let groups: Vec<_> = tally
        .by_till
        .iter()
        .map(|(code, trade)| (sheet.stationery.till(code), trade.clone()))
        .collect();
    breakdown(sheet, key!("paper-by-till"), groups);
}

pub(super) fn cashiers(sheet: &mut Sheet, tally: &Tally) {
    let groups: Vec<_> = tally
        .by_cashier
        .iter()
        .map(|(code, trade)| (sheet.stationery.staff(code), trade.clone()))
        .collect();
    breakdown(sheet, key!("paper-by-cashier"), groups);
}

pub(super) fn hours(sheet: &mut Sheet, tally: &Tally) {
    let digits = sheet.speech.first.digits();
    let groups: Vec<_> = tally
        .by_hour
        .iter()
        .map(|(hour, trade)| {
            let until = (hour + 1) % 24;
            let span = digits.write(&format!("{hour:02}:00–{until:02}:00"));
            (bidi::left_to_right(&span), trade.clone())
        })
        .collect();
    breakdown(sheet, key!("paper-by-hour"), groups);
}

/// Who came and went, and what visitors asked about.
pub(super) fn visitors(sheet: &mut Sheet, tally: &Tally) {
    let visitors = &tally.visitors;
    if visitors.is_empty() {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-visitors"));
    sheet.heading(&heading);
    let passed = [
        (key!("paper-visitors-entered"), visitors.entered),
        (key!("paper-visitors-left"), visitors.left),
        (key!("paper-visitors-advised"), visitors.advised_in_all()),
    ];
    for (label, value) in passed {
        if value > 0 {
            let label = sheet.say(|texts| texts.get(label));
            sheet.pair(&label, count(sheet, value));
        }
    }
    for (code, value) in &visitors.advised {
        let subject = sheet.stationery.bazaar.subject(code);
        let name = match subject {
            Some(subject) => sheet.name(&subject.name),
            None => sheet.say(|_| bidi::left_to_right(code.as_str())),
        };
        sheet.pair(&name, count(sheet, *value));
    }
}

pub(super) fn orders(sheet: &mut Sheet, tally: &Tally) {
    let delivery = &tally.delivery;
    if tally.orders_taken + tally.orders_cancelled + delivery.deliveries == 0
        && tally.deposits_used.is_zero()
    {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-orders"));
    sheet.heading(&heading);
    counted(
        sheet,
        tally.orders_taken,
        tally.deposits_taken,
        key!("paper-deposits-taken"),
    );
    named(sheet, tally.deposits_used, key!("paper-deposits-used"));
    counted(
        sheet,
        tally.orders_cancelled,
        tally.deposits_returned,
        key!("paper-deposits-returned"),
    );
    for (amount, label) in [
        (
            tally.deposits_kept_by_families,
            key!("paper-deposits-kept-families"),
        ),
        (
            tally.deposits_kept_by_organiser,
            key!("paper-deposits-kept-organiser"),
        ),
    ] {
        named(sheet, amount, label);
    }
    counted(
        sheet,
        delivery.deliveries,
        delivery.fees,
        key!("paper-deliveries"),
    );
    named(sheet, delivery.tax, key!("paper-deliveries-tax"));
}

/// Cash that moved without a sale.
pub(super) fn cash(sheet: &mut Sheet, tally: &Tally) {
    let moved = [
        (tally.paid_in, key!("paper-paid-in")),
        (tally.paid_out, key!("paper-paid-out")),
        (tally.dropped, key!("paper-dropped")),
        (tally.payouts_from_drawers, key!("paper-payouts-drawers")),
        (
            tally.family_payments_to_drawers,
            key!("paper-family-payments-drawers"),
        ),
    ];
    if moved.iter().all(|(amount, _)| amount.is_zero()) {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-cash-moved"));
    sheet.heading(&heading);
    for (amount, label) in moved {
        named(sheet, amount, label);
    }
}

/// Every closed shift: float, expected, counted, and the difference in a word.
pub(super) fn drawers(sheet: &mut Sheet, tally: &Tally) {
    if tally.drawers.is_empty() {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-drawers"));
    sheet.heading(&heading);
    for drawer in &tally.drawers {
        let closing = &drawer.closing;
        let stationery = sheet.stationery;
        let whose = format!(
            "{} · {}",
            bidi::left_to_right(drawer.till.as_str()),
            bidi::first_strong(&stationery.staff(&closing.cashier))
        );
        sheet
            .paper
            .pair_row(Row::new([whose.as_str(), ""]).small().bold());
        for (amount, label) in [
            (closing.float, key!("paper-float")),
            (closing.expected, key!("paper-expected")),
            (closing.counted, key!("paper-counted")),
        ] {
            let label = sheet.say(|texts| texts.get(label));
            sheet.pair(&label, sheet.amount(amount));
        }
        let difference = closing.over_short();
        let words = difference_words(sheet, difference);
        let mut row = words.row(sheet.amount(difference.abs())).bold();
        if !closing.reason.is_empty() {
            row = row.note(bidi::first_strong(&closing.reason));
        }
        sheet.paper.pair_row(row);
    }
}

/// The equation of the day, row by row, and whether it holds.
pub(super) fn proof(sheet: &mut Sheet, tally: &Tally) {
    let proof = tally.proof();
    let heading = sheet.say(|texts| tr!(texts, "paper-proof"));
    sheet.heading(&heading);
    let received = sheet.say(|texts| tr!(texts, "paper-proof-received"));
    sheet.pair_bold(&received, sheet.amount(proof.tenders));
    let families = sheet.say(|texts| tr!(texts, "paper-proof-families"));
    let row = families.row(sheet.amount(proof.families));
    sheet.paper.pair_row(row.below(Rule::Dashed));
    let texts = sheet.speech.first;
    for (amount, label) in [
        (-proof.organiser_discounts, key!("paper-proof-discounts")),
        (proof.organiser_tax, key!("paper-proof-tax")),
        (proof.cash_rounding, key!("paper-proof-rounding")),
        (proof.delivery_fees, key!("paper-proof-delivery")),
        (proof.deposits, key!("paper-proof-deposits")),
        (proof.kept_deposits, key!("paper-proof-kept")),
    ] {
        if amount.is_zero() {
            continue;
        }
        let label = sheet.say(|texts| texts.get(label));
        let currency = sheet.stationery.bazaar.currency;
        sheet.pair(&label, texts.signed_amount(amount, currency));
    }
    let holds = proof.holds();
    let verdict = sheet.say(|texts| {
        if holds {
            tr!(texts, "paper-proof-holds")
        } else {
            tr!(texts, "paper-proof-fails")
        }
    });
    sheet.paper.space(Gap::Small);
    sheet
        .paper
        .text(Text::new(verdict.inline()).bold().centre());
}
