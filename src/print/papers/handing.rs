//! Papers of goods that change hands without money: handed in by a family before
//! the bazaar, handed back after it. Both are signed on both sides.

use super::goods::quantity;
use super::payout::family;
use super::sheet::Sheet;
use super::speech::Said;
use super::stationery::{Issued, Stationery};
use crate::domain::family::Unit;
use crate::domain::id::{Bilingual, FamilyCode, Number};
use crate::domain::money::{Money, Quantity};
use crate::locale::bidi;
use crate::print::document::{Column, Document, Row, Rule, Table, Text};
use crate::tr;

/// Goods of one family, counted.
#[derive(Clone, Debug)]
pub struct Handing<'a> {
    pub number: &'a Number,
    pub family: &'a FamilyCode,
    pub goods: &'a [CountedGoods],
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
}

/// The note of goods a family handed in.
pub fn intake_note(stationery: &Stationery, intake: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-intake"));
    sheet_of(stationery, intake, issued, kind, true)
}

/// The sheet of goods that were not sold and go back to the family.
pub fn return_sheet(stationery: &Stationery, unsold: &Handing, issued: &Issued) -> Document {
    let kind = |sheet: &Sheet| sheet.say(|texts| tr!(texts, "paper-unsold"));
    sheet_of(stationery, unsold, issued, kind, false)
}

fn sheet_of(
    stationery: &Stationery,
    handing: &Handing,
    issued: &Issued,
    kind: impl Fn(&Sheet) -> Said,
    priced: bool,
) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = kind(&sheet);
    sheet.kind(&kind);
    sheet.number(handing.number);
    sheet.recorded(issued, None);
    family(&mut sheet, handing.family);
    sheet.paper.rule(Rule::Thin);
    goods(&mut sheet, handing.goods, priced);
    if !handing.note.is_empty() {
        sheet.remark(bidi::first_strong(handing.note));
    }
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
    let count = sheet.say(|texts| tr!(texts, "paper-column-quantity"));
    let price = sheet.say(|texts| tr!(texts, "paper-column-price"));
    let mut columns = vec![
        Column::words(words.stacked()),
        Column::figures(count.stacked()),
    ];
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
        table.push(row);
    }
    sheet.paper.table(table);
    let label = sheet.say(|texts| tr!(texts, "paper-lines-counted"));
    let lines = sheet.speech.first.count(goods.len());
    sheet
        .paper
        .text(Text::new(format!("{} {lines}", label.first)).small());
}
