//! A Pareto plot: the parts of a whole from the largest to the least, and the line
//! that tells how few of them make most of it.

use super::scale::length;
use super::{Held, Point, Shape, Sheet, Tone, Voice};

/// Parts of a whole, the largest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pareto {
    pub parts: Vec<Part>,
    /// Marks of the axis, in parts of a hundred.
    pub percents: Vec<(i32, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A short name: it stands under its column.
    pub name: String,
    pub value: i64,
}

/// How high the largest part is, of a hundred: the line needs the room above it.
const LARGEST: i32 = 60;

impl Pareto {
    pub(super) fn draw(&self, sheet: &mut Sheet) -> i32 {
        let width = sheet.room.width;
        let (top, high) = (sheet.em(80), sheet.em(900));
        let base = top + high;
        let axis = sheet.about(self.percents.iter().map(|(_, word)| &**word)) + sheet.em(40);
        let start = axis + sheet.em(60);
        let across = width - start;
        for (percent, word) in &self.percents {
            let y = base - high * percent / 100;
            sheet.block((start, y), (across, sheet.em(6).max(1)), Tone::Grid);
            sheet.word((axis, y), axis, Held::End, Voice::Axis, word);
        }
        let parts = self.parts.len().max(1) as i32;
        let edge = |at: usize| start + at as i32 * across / parts;
        let gap = (across / parts / 5).max(1);
        let values = || self.parts.iter().map(|part| part.value.max(0));
        let (largest, whole) = (values().max().unwrap_or(0), values().sum());
        let widest = sheet.about(self.parts.iter().map(|part| &*part.name)) + sheet.em(30);
        let every = (widest * parts / across.max(1) + 1).max(1) as usize;
        let mut sum = 0;
        let mut points = Vec::new();
        for (at, (part, value)) in self.parts.iter().zip(values()).enumerate() {
            let (left, right) = (edge(at), edge(at + 1));
            let tall = length(value, largest, high * LARGEST / 100);
            sheet.block(
                (left + gap / 2, base - tall),
                (right - left - gap, tall),
                Tone::Main,
            );
            sum += value;
            let x = (left + right) / 2;
            let y = base - length(sum, whole, high);
            points.push(Point { x, y });
            if at % every == 0 {
                let place = (x, base + sheet.em(90));
                sheet.word(place, widest, Held::Middle, Voice::Axis, &part.name);
            }
        }
        let thickness = sheet.em(16).max(2);
        let side = thickness * 2;
        for point in &points {
            let at = (point.x - side / 2, point.y - side / 2);
            sheet.block(at, (side, side), Tone::Other);
        }
        sheet.shapes.push(Shape::Line {
            points,
            thickness,
            tone: Tone::Other,
        });
        base + sheet.em(190)
    }
}
