//! The totals of a day: X, a reading that changes nothing, and Z, the close.

use chrono::NaiveDate;

use super::report_sections as sections;
use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use crate::domain::day::DayClosing;
use crate::domain::tally::Tally;
use crate::locale::bidi;
use crate::print::document::{Document, Row, Rule, Text};
use crate::tr;

/// Hexadecimal letters of the journal's head that are printed: enough to compare
/// by eye, in groups of four.
const HEAD_LETTERS: usize = 16;

/// What a reading covers.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub day: NaiveDate,
    pub tally: &'a Tally,
}

/// The X report.
pub fn x_report(stationery: &Stationery, reading: Reading, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = sheet.say(|texts| tr!(texts, "paper-x-report"));
    sheet.kind(&kind);
    let reminder = sheet.say(|texts| tr!(texts, "paper-x-reminder"));
    sheet
        .paper
        .text(Text::new(reminder.inline()).small().centre());
    head(&mut sheet, reading.day, issued);
    totals(&mut sheet, reading.tally);
    sheet.paper
}

/// The Z report.
pub fn z_report(stationery: &Stationery, closing: &DayClosing, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = sheet.say(|texts| tr!(texts, "paper-z-report"));
    sheet.kind(&kind);
    sheet.number(&closing.number);
    head(&mut sheet, closing.day, issued);
    sheet.approver(issued);
    missing_tills(&mut sheet, closing);
    totals(&mut sheet, &closing.tally);
    carried_over(&mut sheet, closing);
    perpetual(&mut sheet, closing);
    journal(&mut sheet, closing);
    let signature = sheet.say(|texts| tr!(texts, "paper-signature-supervisor"));
    sheet.signature(&signature);
    sheet.paper
}

fn head(sheet: &mut Sheet, day: NaiveDate, issued: &Issued) {
    sheet.long_day(day);
    let label = sheet.say(|texts| tr!(texts, "paper-made-at"));
    let moment = sheet.speech.first.date_and_time(issued.at.naive_local());
    sheet.fact(&label, moment);
    if let Some(actor) = &issued.actor {
        let label = sheet.say(|texts| tr!(texts, "paper-made-by-staff"));
        sheet.person(&label, actor);
    }
}

fn totals(sheet: &mut Sheet, tally: &Tally) {
    sections::sales(sheet, tally);
    sections::receipts(sheet, tally);
    sections::tenders(sheet, tally);
    sections::packages(sheet, tally);
    sections::families(sheet, tally);
    sections::tills(sheet, tally);
    sections::cashiers(sheet, tally);
    sections::hours(sheet, tally);
    sections::visitors(sheet, tally);
    sections::orders(sheet, tally);
    sections::cash(sheet, tally);
    sections::drawers(sheet, tally);
    sections::proof(sheet, tally);
}

/// Tills that could not be reached stand at the top: every total lacks them.
fn missing_tills(sheet: &mut Sheet, closing: &DayClosing) {
    if closing.missing_tills.is_empty() {
        return;
    }
    let words = sheet.say(|texts| tr!(texts, "paper-missing-tills"));
    sheet.kind_banner(&words);
    for missing in &closing.missing_tills {
        let till = sheet.stationery.till(&missing.till);
        sheet.paper.field(
            Text::new(till).bold(),
            Text::new(bidi::first_strong(&missing.reason)),
        );
    }
}

fn carried_over(sheet: &mut Sheet, closing: &DayClosing) {
    if closing.carried_over.is_empty() {
        return;
    }
    let heading = sheet.say(|texts| tr!(texts, "paper-carried-over"));
    sheet.heading(&heading);
    for ticket in &closing.carried_over {
        let row = Row::new([bidi::first_strong(&ticket.name), sheet.amount(ticket.total)]);
        sheet.paper.pair_row(row);
    }
}

/// Totals since the till began, which only ever grow.
fn perpetual(sheet: &mut Sheet, closing: &DayClosing) {
    let heading = sheet.say(|texts| tr!(texts, "paper-perpetual"));
    sheet.heading(&heading);
    let sales = sheet.say(|texts| tr!(texts, "paper-perpetual-sales"));
    sheet.pair(&sales, sheet.amount(closing.perpetual_sales));
    let refunds = sheet.say(|texts| tr!(texts, "paper-perpetual-refunds"));
    sheet.pair(&refunds, sheet.amount(closing.perpetual_refunds));
}

/// How far into the journal the close reaches, and the seal of that record.
fn journal(sheet: &mut Sheet, closing: &DayClosing) {
    let heading = sheet.say(|texts| tr!(texts, "paper-journal"));
    sheet.heading(&heading);
    let label = sheet.say(|texts| tr!(texts, "paper-journal-up-to"));
    let seq = closing.up_to_seq.to_string();
    let seq = sheet.speech.first.digits().write(&seq);
    sheet.fact(&label, bidi::left_to_right(&seq));
    let label = sheet.say(|texts| tr!(texts, "paper-journal-head"));
    sheet.fact(&label, bidi::left_to_right(&grouped(&closing.head)));
    sheet.paper.rule(Rule::Thin);
}

/// `9f2c 41aa 07de 3b10`.
fn grouped(head: &str) -> String {
    let letters: Vec<char> = head.chars().take(HEAD_LETTERS).collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_printed_in_groups() {
        assert_eq!(
            grouped("9f2c41aa07de3b10ffff0000"),
            "9f2c\u{a0}41aa\u{a0}07de\u{a0}3b10"
        );
        assert_eq!(grouped("9f2c4"), "9f2c\u{a0}4");
    }
}
