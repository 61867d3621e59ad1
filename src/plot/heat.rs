//! A heat map: days below one another, their hours side by side, the fuller the
//! hotter.

use super::scale::length;
use super::{Held, Sheet, Tone, Voice};

/// A table of values told by colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heat {
    pub columns: Vec<String>,
    pub rows: Vec<String>,
    /// One for each column in each row.
    pub cells: Vec<Vec<HeatCell>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatCell {
    pub value: i64,
    /// The value as it is read, shown where there is room.
    pub shown: String,
}

impl Heat {
    pub(super) fn draw(&self, sheet: &mut Sheet) -> i32 {
        let width = sheet.room.width;
        let (row, gap, head) = (sheet.em(230), sheet.em(18).max(1), sheet.em(170));
        let names = sheet.about(self.rows.iter().map(|word| &**word));
        let names = names.min(width * 28 / 100);
        let start = names + sheet.em(60);
        let columns = self.columns.len().max(1) as i32;
        let edge = |at: usize| start + at as i32 * (width - start) / columns;
        let widest = sheet.about(self.columns.iter().map(|word| &**word)) + sheet.em(30);
        let every = (widest * columns / (width - start).max(1) + 1).max(1) as usize;
        for (at, word) in self.columns.iter().enumerate().step_by(every) {
            let middle = (edge(at) + edge(at + 1)) / 2;
            sheet.word((middle, head / 2), widest, Held::Middle, Voice::Axis, word);
        }
        let cells = self.cells.iter().flatten();
        let hottest = cells.map(|cell| cell.value).max().unwrap_or(0);
        let shown = self.cells.iter().flatten().map(|cell| &*cell.shown);
        let widest = sheet.about(shown);
        for (nth, (name, cells)) in self.rows.iter().zip(&self.cells).enumerate() {
            let top = head + nth as i32 * row;
            let middle = top + row / 2;
            sheet.word((0, middle), names, Held::Start, Voice::Name, name);
            for (at, cell) in cells.iter().enumerate() {
                let (left, right) = (edge(at), edge(at + 1));
                let heat = length(cell.value, hottest, 100) as u8;
                let size = (right - left - gap, row - gap);
                sheet.block((left, top), size, Tone::Heat(heat));
                if cell.value > 0 && widest <= size.0 {
                    let place = ((left + right - gap) / 2, top + (row - gap) / 2);
                    sheet.word(
                        place,
                        size.0,
                        Held::Middle,
                        Voice::OnHeat(heat),
                        &cell.shown,
                    );
                }
            }
        }
        head + self.rows.len() as i32 * row
    }
}
