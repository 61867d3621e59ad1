//! Papers of goods that change hands without money: handed in by a family before
//! the bazaar, handed back after it. Both are signed on both sides.

use std::cmp::Ordering;

use super::goods::quantity;
use super::payout::family;
use super::sheet::Sheet;
use super::speech::Said;
use super::stationery::{Issued, Stationery};
use crate::domain::family::Unit;
use crate::domain::id::{Bilingual, FamilyCode, Number};
use crate::domain::money::{Money, Quantity};
use crate::domain::stock::Batch;
use crate::locale::bidi;
use crate::print::document::{Column, Document, Row, Rule, Table, Text};
use crate::tr;

/// Goods of one family, counted.
#[derive(Clone, Debug)]
pub struct Handing<'a> {
    pub number: &'a Number,
    pub family: &'a FamilyCode,
    pub goods: &'a [CountedGoods],
    /// Who brought the goods or took them, if not the family itself.
    pub person: &'a str,
    /// What whoever counted has to say.
    pub note: &'a str,
}

/// One product line, counted.
#[derive(Clone, Debug)]
pub struct CountedGoods {
    pub code: String,
    pub name: Bilingual,
    pub unit: Unit,
    pub quantity: Quantity,
    /// What it is to be sold at; absent where that is agreed at the counter.
    pub price: Option<Money>,
    /// What is known of goods made together.
    pub batch: Batch,
    /// How many there should be, where goods are counted against the books.
    pub expected: Option<Quantity>,
}

/// The note of goods a family handed in.
pub fn intake_note(stationery: &Stationery, intake: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-intake"));
    let person = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-handed-in-by"));
    sheet_of(stationery, intake, issued, (kind, person), true)
}

/// The sheet of goods that were not sold and go back to the family.
pub fn return_sheet(stationery: &Stationery, unsold: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-unsold"));
    sheet_of(stationery, unsold, issued, (kind, taken_by), false)
}

/// The sheet of goods a family takes back while the bazaar goes on.
pub fn goods_returned(stationery: &Stationery, goods: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-goods-returned"));
    sheet_of(stationery, goods, issued, (kind, taken_by), false)
}

/// The sheet of goods that were not sold and stay for the next day.
pub fn unsold_kept(stationery: &Stationery, unsold: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-unsold-kept"));
    sheet_of(stationery, unsold, issued, (kind, taken_by), false)
}

/// The note of goods that were lost, and what the family gets for them.
pub fn loss_note(
    stationery: &Stationery,
    lost: &Handing,
    credit: Money,
    issued: &Issued,
) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-goods-lost"));
    let person = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-reported-by"));
    let mut sheet = begun(stationery, lost, issued, (kind, person), false);
    if credit.is_positive() {
        let label = sheet.say(|texts| tr!(texts, "paper-loss-credit"));
        sheet.sum(&label, credit);
    }
    signed(sheet)
}

fn taken_by(sheet: &Sheet) -> Said {
    sheet.say(|texts| tr!(texts, "paper-taken-by"))
}

fn sheet_of(
    stationery: &Stationery,
    handing: &Handing,
    issued: &Issued,
    (kind, person): (impl Fn(&Sheet) -> Said, impl Fn(&Sheet) -> Said),
    priced: bool,
) -> Document {
    signed(begun(stationery, handing, issued, (kind, person), priced))
}

/// Everything above the signatures.
fn begun<'a>(
    stationery: &'a Stationery,
    handing: &Handing,
    issued: &Issued,
    (kind, person): (impl Fn(&Sheet) -> Said, impl Fn(&Sheet) -> Said),
    priced: bool,
) -> Sheet<'a> {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = kind(&sheet);
    sheet.kind(&kind);
    sheet.number(handing.number);
    sheet.recorded(issued, None);
    family(&mut sheet, handing.family);
    if !handing.person.is_empty() {
        let label = person(&sheet);
        sheet.fact(&label, bidi::first_strong(handing.person));
    }
    if let Some(actor) = &issued.actor {
        let label = sheet.say(|texts| tr!(texts, "paper-handled-by"));
        sheet.person(&label, actor);
    }
    sheet.paper.rule(Rule::Thin);
    goods(&mut sheet, handing.goods, priced);
    if !handing.note.is_empty() {
        sheet.remark(bidi::first_strong(handing.note));
    }
    sheet
}

/// Both sides sign.
fn signed(mut sheet: Sheet) -> Document {
    for caption in [
        sheet.say(|texts| tr!(texts, "paper-signature-family")),
        sheet.say(|texts| tr!(texts, "paper-signature-organiser")),
    ] {
        sheet.signature(&caption);
    }
    sheet.paper
}

fn goods(sheet: &mut Sheet, goods: &[CountedGoods], priced: bool) {
    let words = sheet.say(|texts| tr!(texts, "paper-column-goods"));
    let against_books = goods.iter().any(|line| line.expected.is_some());
    let count = match against_books {
        true => sheet.say(|texts| tr!(texts, "paper-counted-goods")),
        false => sheet.say(|texts| tr!(texts, "paper-column-quantity")),
    };
    let price = sheet.say(|texts| tr!(texts, "paper-column-price"));
    let mut columns = vec![
        Column::words(words.stacked()),
        Column::figures(count.stacked()),
    ];
    if against_books {
        let expected = sheet.say(|texts| tr!(texts, "paper-expected-goods"));
        let missing = sheet.say(|texts| tr!(texts, "paper-missing-goods"));
        columns.extend([expected, missing].map(|words| Column::figures(words.stacked())));
    }
    if priced {
        columns.push(Column::figures(price.stacked()));
    }
    let mut table = Table::new(columns);
    for line in goods {
        let name = sheet.name(&line.name);
        let mut cells = vec![
            name.first.clone(),
            quantity(sheet, line.quantity, line.unit),
        ];
        if against_books {
            let expected = line.expected.unwrap_or(line.quantity);
            let missing = expected - line.quantity;
            cells.push(quantity(sheet, expected, line.unit));
            cells.push(match missing.cmp(&Quantity::ZERO) {
                Ordering::Equal => String::new(),
                Ordering::Greater => quantity(sheet, missing, line.unit),
                Ordering::Less => {
                    let over = quantity(sheet, line.quantity - expected, line.unit);
                    tr!(sheet.speech.first, "paper-goods-over", quantity = over)
                }
            });
        }
        if priced {
            cells.push(
                line.price
                    .map_or(String::new(), |price| sheet.amount(price)),
            );
        }
        let mut row = Row::new(cells).note(bidi::left_to_right(&line.code));
        if let Some(second) = name.beneath() {
            row = row.note_text(second);
        }
        for known in of_batch(sheet, &line.batch) {
            row = row.note(known);
        }
        table.push(row);
    }
    sheet.paper.table(table);
    let label = sheet.say(|texts| tr!(texts, "paper-lines-counted"));
    let lines = sheet.speech.first.count(goods.len());
    sheet
        .paper
        .text(Text::new(format!("{} {lines}", label.first)).small());
}

/// What is known of a batch, one thing a line.
fn of_batch(sheet: &Sheet, batch: &Batch) -> Vec<String> {
    let texts = sheet.speech.first;
    let mut known = Vec::new();
    if !batch.name.is_empty() {
        let name = bidi::first_strong(&batch.name);
        known.push(tr!(texts, "paper-batch", name = name));
    }
    if let Some(day) = batch.produced {
        known.push(tr!(
            texts,
            "paper-batch-produced",
            day = texts.date_short(day)
        ));
    }
    if let Some(day) = batch.best_before {
        let day = texts.date_short(day);
        known.push(tr!(texts, "paper-batch-best-before", day = day));
    }
    known
}
