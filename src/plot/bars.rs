//! Horizontal bars below one another: a name at the start, the bar, its value at
//! its end.

use super::scale::length;
use super::{Held, Sheet, Tone, Voice};

/// Bars of one measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    pub rows: Vec<Bar>,
}

/// A name with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    pub name: String,
    pub value: i64,
    /// The value as it is read.
    pub shown: String,
    /// What it is compared with: a thin bar under its own.
    pub other: Option<i64>,
    /// The group whose colour it has; the plot's own without.
    pub group: Option<usize>,
}

impl Bars {
    pub(super) fn draw(&self, sheet: &mut Sheet) -> i32 {
        let width = sheet.room.width;
        let (row, thick, thin) = (sheet.em(210), sheet.em(90), sheet.em(28));
        let gap = sheet.em(60);
        let names =
            (width * 36 / 100).min(sheet.about(self.rows.iter().map(|row| &*row.name)) * 4 / 5);
        let names = names.max(sheet.em(300)).min(width / 2);
        let values = sheet.about(self.rows.iter().map(|row| &*row.shown));
        let values = values.min(width / 3);
        let start = names + gap;
        let room = (width - start - gap - values).max(sheet.em(100));
        let room = room.min(width - start);
        let rows = self.rows.iter();
        let largest = rows.flat_map(|row| [row.value, row.other.unwrap_or(0)]);
        let largest = largest.max().unwrap_or(0);
        for (at, bar) in self.rows.iter().enumerate() {
            let top = at as i32 * row;
            let middle = top + row / 2;
            sheet.word((0, middle), names, Held::Start, Voice::Name, &bar.name);
            let long = length(bar.value, largest, room);
            let tone = bar.group.map_or(Tone::Main, Tone::Group);
            let both = thick + bar.other.map_or(0, |_| thin);
            let upper = middle - both / 2;
            sheet.block((start, upper), (long, thick), tone);
            let mut end = long;
            if let Some(other) = bar.other {
                let other = length(other, largest, room);
                sheet.block((start, upper + thick), (other, thin), Tone::Other);
                end = end.max(other);
            }
            let after = start + end + gap / 2;
            sheet.word(
                (after, middle),
                width - after,
                Held::Start,
                Voice::Value,
                &bar.shown,
            );
        }
        self.rows.len() as i32 * row
    }
}
