//! The slip of a closed shift: what should lie in the drawer and what was counted.

use super::sheet::Sheet;
use super::speech::Said;
use super::stationery::{Issued, Stationery};
use crate::domain::id::TillCode;
use crate::domain::money::Money;
use crate::domain::shift::ShiftClosing;
use crate::locale::{Texts, bidi, number};
use crate::print::document::{Column, Document, Row, Rule, Table};
use crate::tr;

/// The slip of a closed shift at `till`.
pub fn shift_slip(
    stationery: &Stationery,
    closing: &ShiftClosing,
    till: &TillCode,
    issued: &Issued,
) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = sheet.say(|texts| tr!(texts, "paper-shift"));
    sheet.kind(&kind);
    sheet.long_day(closing.day);
    let label = sheet.say(|texts| tr!(texts, "paper-closed-at"));
    let moment = sheet.speech.first.date_and_time(issued.at.naive_local());
    sheet.fact(&label, moment);
    let label = sheet.say(|texts| tr!(texts, "paper-till"));
    sheet.fact(&label, sheet.stationery.till(till));
    let cashier = sheet.say(|texts| tr!(texts, "paper-cashier"));
    sheet.person(&cashier, &closing.cashier);
    pieces(&mut sheet, closing);

    let float = sheet.say(|texts| tr!(texts, "paper-float"));
    let row = float.row(sheet.amount(closing.float));
    sheet.paper.rule(Rule::Thin);
    sheet.paper.pair_row(row);
    let expected = sheet.say(|texts| tr!(texts, "paper-expected"));
    sheet.pair(&expected, sheet.amount(closing.expected));
    let counted = sheet.say(|texts| tr!(texts, "paper-counted"));
    sheet.pair_bold(&counted, sheet.amount(closing.counted));
    let difference = difference_words(&sheet, closing.over_short());
    sheet.sum(&difference, closing.over_short().abs());
    if !closing.reason.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-reason"));
        sheet.fact(&label, bidi::first_strong(&closing.reason));
    }
    for caption in [
        sheet.say(|texts| tr!(texts, "paper-signature-cashier")),
        sheet.say(|texts| tr!(texts, "paper-signature-supervisor")),
    ] {
        sheet.signature(&caption);
    }
    sheet.paper
}

/// Over, short or neither, in a word.
pub(super) fn difference_words(sheet: &Sheet, over_short: Money) -> Said {
    sheet.say(|texts: &Texts| {
        if over_short.is_negative() {
            tr!(texts, "paper-short")
        } else if over_short.is_positive() {
            tr!(texts, "paper-over")
        } else {
            tr!(texts, "paper-exact")
        }
    })
}

/// Notes and coins as counted, largest first; nothing when only a sum was given.
fn pieces(sheet: &mut Sheet, closing: &ShiftClosing) {
    if closing.denominations.is_empty() {
        return;
    }
    sheet.paper.rule(Rule::Thin);
    let headings = [
        sheet.say(|texts| tr!(texts, "paper-denomination")),
        sheet.say(|texts| tr!(texts, "paper-pieces")),
        sheet.say(|texts| tr!(texts, "paper-amount")),
    ];
    let [value, pieces, amount] = headings.map(|heading| heading.stacked());
    // The empty column takes the free width, so values stand in line too.
    let mut table = Table::new([
        Column::figures(value),
        Column::words(""),
        Column::figures(pieces),
        Column::figures(amount),
    ]);
    let mut denominations = closing.denominations.clone();
    denominations.retain(|denomination| denomination.pieces > 0);
    denominations.sort_by_key(|denomination| std::cmp::Reverse(denomination.value));
    for denomination in denominations {
        let worth = denomination.value.times(i64::from(denomination.pieces));
        let pieces = i64::from(denomination.pieces);
        let pieces = number::count(pieces, sheet.speech.first.digits());
        table.push(Row::new([
            sheet.amount(denomination.value),
            String::new(),
            bidi::left_to_right(&pieces),
            sheet.amount(worth),
        ]));
    }
    sheet.paper.table(table);
}
