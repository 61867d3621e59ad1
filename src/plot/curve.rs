//! A curve over the hours of a day, and others of days beside it.

use super::scale::length;
use super::{Held, Point, Shape, Sheet, Tone, Voice};

/// Values over slots of time that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// What each slot is called.
    pub slots: Vec<String>,
    /// Marks of the axis, the least first; the last is as high as the plot.
    pub ticks: Vec<(i64, String)>,
    /// The first is what the plot is about, the others are laid over it.
    pub series: Vec<Series>,
}

/// A value for each slot; none where there was nothing to measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    pub values: Vec<Option<i64>>,
}

impl Curve {
    pub(super) fn draw(&self, sheet: &mut Sheet) -> i32 {
        let width = sheet.room.width;
        let legend = if self.series.len() > 1 {
            sheet.em(190)
        } else {
            0
        };
        let (top, high) = (legend + sheet.em(80), sheet.em(900));
        let base = top + high;
        let axis = sheet.about(self.ticks.iter().map(|(_, word)| &**word));
        let axis = axis.min(width / 4) + sheet.em(40);
        let start = axis + sheet.em(60);
        let across = width - start;
        let full = self.ticks.last().map_or(0, |(value, _)| *value);
        for (value, word) in &self.ticks {
            let y = base - length(*value, full, high);
            let line = (sheet.em(6)).max(1);
            sheet.block((start, y), (across, line), Tone::Grid);
            sheet.word((axis, y), axis, Held::End, Voice::Axis, word);
        }
        let slots = self.slots.len().max(1) as i32;
        let middle = |at: usize| start + (2 * at as i32 + 1) * across / (2 * slots);
        // Every slot is named, or every second, third …, as room allows.
        let widest = sheet.about(self.slots.iter().map(|word| &**word)) + sheet.em(60);
        let every = (widest * slots / across.max(1) + 1).max(1) as usize;
        for (at, word) in self.slots.iter().enumerate().step_by(every) {
            let place = (middle(at), base + sheet.em(90));
            sheet.word(place, widest, Held::Middle, Voice::Axis, word);
        }
        let points = |series: &Series| -> Vec<Vec<Point>> {
            let place = |(at, value)| Point {
                x: middle(at),
                y: base - length(value, full, high),
            };
            let runs = runs(&series.values).into_iter();
            runs.map(|run| run.into_iter().map(place).collect())
                .collect()
        };
        // The ground under what the plot is about lies below all lines, and its own
        // line over what it is compared with.
        for run in self.series.first().map(points).into_iter().flatten() {
            if run.len() > 1 {
                sheet.shapes.push(Shape::Area {
                    points: run,
                    base,
                    tone: Tone::Soft,
                });
            }
        }
        for (nth, series) in self.series.iter().enumerate().rev() {
            let tone = if nth == 0 { Tone::Main } else { Tone::Other };
            let thickness = sheet.em(if nth == 0 { 18 } else { 12 }).max(2);
            for run in points(series) {
                line(sheet, &run, base, thickness, tone);
            }
        }
        if legend > 0 {
            self.legend(sheet);
        }
        base + sheet.em(190)
    }

    fn legend(&self, sheet: &mut Sheet) {
        let each = sheet.room.width / self.series.len() as i32;
        for (nth, series) in self.series.iter().enumerate() {
            let tone = if nth == 0 { Tone::Main } else { Tone::Other };
            let (x, side) = (nth as i32 * each, sheet.em(80));
            sheet.block((x, sheet.em(40)), (side, side), tone);
            let after = x + side + sheet.em(50);
            let room = each - side - sheet.em(100);
            let place = (after, sheet.em(80));
            sheet.word(place, room, Held::Start, Voice::Axis, &series.name);
        }
    }
}

/// A line with its points.
fn line(sheet: &mut Sheet, points: &[Point], base: i32, thickness: i32, tone: Tone) {
    if points.len() > 1 {
        sheet.shapes.push(Shape::Line {
            points: points.to_vec(),
            thickness,
            tone,
        });
    }
    let side = (thickness * 5 / 2).max(3);
    for point in points {
        let y = (point.y - side / 2).min(base - side);
        sheet.block((point.x - side / 2, y), (side, side), tone);
    }
}

/// Values that follow each other without a gap, with the slots they stand in.
fn runs(values: &[Option<i64>]) -> Vec<Vec<(usize, i64)>> {
    let mut runs: Vec<Vec<(usize, i64)>> = vec![Vec::new()];
    for (at, value) in values.iter().enumerate() {
        match value {
            Some(value) => runs.last_mut().expect("there is a run").push((at, *value)),
            None => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
