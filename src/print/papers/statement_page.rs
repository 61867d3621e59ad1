//! The statement on pages of A4, for a family that may read with difficulty: the
//! sum it takes home first and largest, then what it is made of, with a line to
//! lead the eye from each word to its amount.

use chrono::{DateTime, FixedOffset};

use super::sheet::Sheet;
use super::statement::{Detail, aid, goods, paid_since, payable_words, reckoning};
use super::stationery::Stationery;
use crate::domain::carrying::Carried;
use crate::domain::id::StaffCode;
use crate::domain::money::Money;
use crate::domain::statement::{DayLine, Statement};
use crate::locale::bidi;
use crate::print::document::{Align, Column, Document, Gap, Row, Rule, Table, Text};
use crate::tr;

/// The books a page was made from, to stand at its foot.
#[derive(Clone, Debug)]
pub struct Books {
    /// The last record they held.
    pub record: u64,
    /// Its hash, which seals every record before it.
    pub seal: String,
    pub made: DateTime<FixedOffset>,
}

/// The statement on pages of A4.
pub fn statement_page(
    stationery: &Stationery,
    statement: &Statement,
    settled_by: Option<&StaffCode>,
) -> Document {
    let mut sheet = Sheet::new(*stationery, None);
    sheet.speech = sheet.speech.wide();
    head(&mut sheet, statement);
    sheet.paper.space(Gap::Medium);
    family(&mut sheet, statement);
    sheet.paper.space(Gap::Small);
    sum(&mut sheet, statement);
    goods(&mut sheet, statement, Detail::Full);
    reckoning(&mut sheet, statement);
    payable(&mut sheet, statement);
    if !statement.is_of_one_day() {
        days(&mut sheet, statement);
    }
    signatures(&mut sheet, settled_by);
    sheet.paper.guided()
}

/// What stands at the bottom of each page.
pub fn statement_foot(
    stationery: &Stationery,
    statement: &Statement,
    books: &Books,
    page: usize,
    pages: usize,
) -> Document {
    let family = bidi::left_to_right(statement.family.as_str());
    let name = stationery.speech().first.name(&statement.family_name);
    let whose = format!("{family} · {}", bidi::first_strong(name));
    page_foot(stationery, &whose, books, page, pages)
}

/// The foot of a page of A4: what it is of, its number, and the books it was made
/// from.
pub(super) fn page_foot(
    stationery: &Stationery,
    whose: &str,
    books: &Books,
    page: usize,
    pages: usize,
) -> Document {
    let mut sheet = Sheet::wide(*stationery);
    sheet.paper.rule(Rule::Thin);
    let numbered = sheet.say(|texts| tr!(texts, "paper-page", page = page, pages = pages));
    let moment = sheet.speech.first.date_and_time(books.made.naive_local());
    let of_page = Text::new(numbered.first).small().bold();
    sheet.paper.field(Text::new(whose).small(), of_page);
    let record = books.record.to_string();
    let made = sheet.say(|texts| {
        tr!(
            texts,
            "paper-made-from",
            moment = moment.as_str(),
            record = record.as_str()
        )
    });
    sheet.remark(made.first);
    let seal = sheet.say(|texts| tr!(texts, "paper-journal-head"));
    let seal = format!("{}: {}", seal.first, bidi::left_to_right(&books.seal));
    sheet.remark(seal);
    sheet.paper
}

/// Whose bazaar it is beside what paper this is.
fn head(sheet: &mut Sheet, statement: &Statement) {
    let stationery = sheet.stationery;
    let mut house = Sheet::wide(stationery);
    if let Some(logo) = stationery.logo {
        house.paper.image(logo.clone(), Align::Start);
        house.paper.space(Gap::Small);
    }
    let bazaar = house.name(&stationery.bazaar.name);
    house
        .paper
        .text(Text::new(bazaar.first.clone()).large().bold());
    house.second(&bazaar);
    let organiser = house.name(&stationery.bazaar.organiser);
    if !organiser.is_empty() {
        house.paper.text(Text::new(organiser.first.clone()));
        house.second(&organiser);
    }
    let receipt = &stationery.bazaar.receipt;
    let address = house.name(&receipt.address);
    if !address.is_empty() {
        house.remark(address.first.clone());
    }
    if !receipt.phone.is_empty() {
        house.remark(bidi::left_to_right(&receipt.phone));
    }

    let mut paper = Sheet::wide(stationery);
    let kind = paper.say(|texts| tr!(texts, "paper-statement"));
    paper
        .paper
        .text(Text::new(kind.first.clone()).large().bold());
    paper.second(&kind);
    if let [day] = &statement.days[..] {
        let number = paper.full_number(&day.number);
        let label = paper.say(|texts| tr!(texts, "paper-number"));
        let text = format!("{} {}", label.first, bidi::left_to_right(&number));
        paper.paper.text(Text::new(text));
    }
    let mut days = vec![statement.first_day];
    if statement.last_day != statement.first_day {
        days.push(statement.last_day);
    }
    for (index, day) in days.iter().enumerate() {
        if index > 0 {
            let until = paper.say(|texts| tr!(texts, "paper-until"));
            paper.remark(until.first);
        }
        let texts = paper.speech.first;
        let gregorian = texts.date_with_weekday(*day);
        let hijri = texts.hijri_long(*day, stationery.sighting);
        paper.paper.text(Text::new(gregorian).bold());
        paper.paper.text(Text::new(hijri));
    }
    sheet.paper.beside(vec![house.paper, paper.paper]);
}

fn family(sheet: &mut Sheet, statement: &Statement) {
    let name = sheet.name(&statement.family_name);
    let code = bidi::left_to_right(statement.family.as_str());
    let title = format!("{} · {code}", bidi::first_strong(&name.first));
    sheet.paper.text(Text::new(title).title().bold().centre());
    sheet.beneath(&name);
}

/// The sum in its frame, in figures and words, and what of it is still open.
fn sum(sheet: &mut Sheet, statement: &Statement) {
    let mut frame = Sheet::wide(sheet.stationery);
    let payable = statement.payable;
    let label = payable_words(&frame, payable);
    let amount = frame.stationery.money(payable.abs());
    let title = Text::new(label.inline()).large().bold().centre();
    frame.paper.text(title);
    frame.paper.text(Text::new(amount).giant().bold().centre());
    let currency = frame.stationery.bazaar.currency;
    let words = frame.say(|texts| texts.amount_in_words_only(payable.abs(), currency));
    let spelled = Text::new(words.first.clone()).large().centre();
    frame.paper.text(spelled);
    frame.beneath(&words);
    let open = statement.carried_forward;
    if open != payable {
        let words = frame.say(|texts| {
            let amount = texts.money(open.abs(), currency);
            if open.is_zero() {
                match &statement.carried[..] {
                    [.., last @ Carried::Out(_)] => texts.carried(last),
                    _ => tr!(texts, "paper-all-paid"),
                }
            } else if open.is_negative() {
                tr!(texts, "paper-still-owed-by-family", amount = amount)
            } else {
                tr!(texts, "paper-still-owed-to-family", amount = amount)
            }
        });
        let words = Text::new(words.inline()).large().bold().centre();
        frame.paper.text(words);
    }
    sheet.paper.panel(frame.paper);
}

/// Where the reckoning ends, and the money handed over since.
fn payable(sheet: &mut Sheet, statement: &Statement) {
    let label = payable_words(sheet, statement.payable);
    let row = label.row(sheet.amount(statement.payable.abs()));
    sheet.paper.pair_row(row.large().bold().below(Rule::Thick));
    paid_since(sheet, statement);
    aid(sheet, statement);
}

/// A line for each day of a span, each carrying on the one before.
fn days(sheet: &mut Sheet, statement: &Statement) {
    let heading = sheet.say(|texts| tr!(texts, "paper-day-by-day"));
    sheet.heading(&heading);
    let headings = [
        sheet.say(|texts| tr!(texts, "paper-trading-day")),
        sheet.say(|texts| tr!(texts, "paper-net-sales")),
        sheet.say(|texts| tr!(texts, "paper-taken-off")),
        sheet.say(|texts| tr!(texts, "paper-added")),
        sheet.say(|texts| tr!(texts, "paper-handed-over")),
        sheet.say(|texts| tr!(texts, "paper-balance")),
    ];
    let [day, net, taken_off, added, paid, balance] = headings.map(|heading| heading.stacked());
    let mut table = Table::new([
        Column::words(day),
        Column::figures(net),
        Column::figures(taken_off),
        Column::figures(added),
        Column::figures(paid),
        Column::figures(balance),
    ]);
    for line in &statement.days {
        table.push(day_row(sheet, line));
    }
    let total = sheet.say(|texts| tr!(texts, "paper-total"));
    let column = |pick: fn(&DayLine) -> Money| statement.days.iter().map(pick).sum();
    let sums = [
        total.first,
        sheet.amount(statement.net_sales),
        sheet.amount(column(|line| line.taken_off)),
        sheet.amount(column(|line| line.added)),
        sheet.amount(statement.paid()),
        sheet.amount(statement.carried_forward),
    ];
    table.push(Row::new(sums).bold().below(Rule::Thin));
    sheet.paper.table(table);
}

fn day_row(sheet: &Sheet, line: &DayLine) -> Row {
    let number = bidi::left_to_right(&line.number.to_string());
    Row::new([
        sheet.speech.first.date_with_weekday(line.day),
        sheet.amount(line.net_sales),
        sheet.amount(line.taken_off),
        sheet.amount(line.added),
        sheet.amount(line.paid),
        sheet.amount(line.carried_forward),
    ])
    .note(number)
}

/// Boxes for the family and for whoever settled it, side by side.
fn signatures(sheet: &mut Sheet, settled_by: Option<&StaffCode>) {
    let mut family = Sheet::wide(sheet.stationery);
    let words = family.say(|texts| tr!(texts, "paper-signature-family"));
    family.signature(&words);
    let mut organiser = Sheet::wide(sheet.stationery);
    let words = organiser.say(|texts| tr!(texts, "paper-signature-organiser"));
    organiser.signature(&words);
    if let Some(person) = settled_by {
        let label = organiser.say(|texts| tr!(texts, "paper-handled-by"));
        let who = bidi::first_strong(&organiser.stationery.staff(person));
        organiser.remark(format!("{}: {who}", label.first));
    }
    sheet.paper.space(Gap::Small);
    sheet.paper.beside(vec![family.paper, organiser.paper]);
}
