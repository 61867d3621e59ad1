//! Goods without their prices: for presents, for those who hand goods out, for
//! those who cook.

use super::goods::{family_caption, quantity};
use super::sheet::Sheet;
use crate::domain::ticket::TicketLine;
use crate::locale::bidi;
use crate::print::document::{Row, Size, Text};

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
            family_caption(sheet, &line.family, family.is_none());
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
