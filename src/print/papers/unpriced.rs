//! Goods without their prices: for presents, for those who hand goods out, for
//! those who cook.

use super::sheet::Sheet;
use crate::domain::family::Unit;
use crate::domain::money::Quantity;
use crate::domain::ticket::TicketLine;
use crate::locale::bidi;
use crate::print::document::{Row, Rule, Size, Text};

/// Name and quantity of every line, its note below it; under the families'
/// names where `families` says so.
pub(super) fn unpriced_goods<'a>(
    sheet: &mut Sheet,
    lines: impl Iterator<Item = &'a TicketLine>,
    families: bool,
) {
    let mut family = None;
    for line in lines {
        if families && family != Some(&line.family) {
            let caption = sheet.stationery.family(&line.family);
            let mut row = Row::new([caption.as_str(), ""]).small().bold();
            if family.is_some() {
                row = row.below(Rule::Dashed);
            }
            sheet.paper.pair_row(row);
            family = Some(&line.family);
        }
        let mut row = sheet
            .name(&line.name)
            .row_beneath(quantity(sheet, line.quantity, line.unit));
        if !families {
            row = Row {
                size: Size::Large,
                ..row
            }
            .bold();
        }
        if !line.note.is_empty() {
            row = row.note_text(Text::new(bidi::first_strong(&line.note)).bold());
        }
        sheet.paper.pair_row(row);
    }
}

/// `3`, `0.350 kg`.
pub(super) fn quantity(sheet: &Sheet, quantity: Quantity, unit: Unit) -> String {
    let texts = sheet.speech.first;
    match unit {
        Unit::Each => texts.quantity(quantity),
        unit => texts.quantity_with_unit(quantity, unit),
    }
}
