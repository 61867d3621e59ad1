//! A signature drawn on the screen: lines on a fixed grid, kept as text inside the
//! fact it belongs to, so that the journal's hashes seal it.
//!
//! The text is the path data of SVG: `M120 80l3 4 5 -1` is a stroke from 120,80 by
//! steps; the next stroke begins with `M` again.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The grid it is drawn on, in steps.
pub const WIDTH: u16 = 1000;
pub const HEIGHT: u16 = 400;

/// The most places of a signature: more are scribbled by nobody.
pub const MOST_DOTS: usize = 4000;

/// How far a line may run beside where the hand was, in steps.
const SLACK: i64 = 2;

/// How far a hand must have gone to have signed, in steps.
const LEAST_LENGTH: i64 = 150;

/// A place of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    pub x: u16,
    pub y: u16,
}

impl Dot {
    /// The place nearest to this one, which may lie beside the grid.
    pub fn nearest(x: i64, y: i64) -> Self {
        let on = |value: i64, most: u16| {
            u16::try_from(value.clamp(0, i64::from(most))).expect("it lies on the grid")
        };
        Dot {
            x: on(x, WIDTH),
            y: on(y, HEIGHT),
        }
    }

    fn away(self, other: Dot) -> (i64, i64) {
        let steps = |to: u16, from: u16| i64::from(to) - i64::from(from);
        (steps(other.x, self.x), steps(other.y, self.y))
    }
}

/// A hand that is drawing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawing {
    strokes: Vec<Vec<Dot>>,
}

impl Drawing {
    /// The pen is put down.
    pub fn begin(&mut self, at: Dot) {
        if self.dots() < MOST_DOTS {
            self.strokes.push(vec![at]);
        }
    }

    /// The pen is drawn on.
    pub fn draw(&mut self, to: Dot) {
        let is_full = self.dots() >= MOST_DOTS;
        if let Some(stroke) = self.strokes.last_mut()
            && stroke.last() != Some(&to)
            && !is_full
        {
            stroke.push(to);
        }
    }

    fn dots(&self) -> usize {
        self.strokes.iter().map(Vec::len).sum()
    }

    pub fn strokes(&self) -> &[Vec<Dot>] {
        &self.strokes
    }

    /// What was drawn, with no more places than its lines need; nothing while it is
    /// a touch and no signature.
    pub fn signature(&self) -> Option<Signature> {
        self.is_signature().then(|| Signature {
            strokes: self.strokes.iter().map(|stroke| thinned(stroke)).collect(),
        })
    }

    /// Whether more was drawn than a touch.
    pub fn is_signature(&self) -> bool {
        let length: i64 = self.strokes.iter().map(|stroke| length(stroke)).sum();
        length >= LEAST_LENGTH
    }
}

fn length(stroke: &[Dot]) -> i64 {
    let steps = stroke.windows(2).map(|pair| {
        let (x, y) = pair[0].away(pair[1]);
        (x * x + y * y).isqrt()
    });
    steps.sum()
}

/// A stroke without the places that lie on the line between their neighbours
/// (Ramer, Douglas and Peucker).
fn thinned(stroke: &[Dot]) -> Vec<Dot> {
    let (Some(first), Some(last)) = (stroke.first(), stroke.last()) else {
        return Vec::new();
    };
    let mut kept = vec![false; stroke.len()];
    let mut spans = vec![(0, stroke.len() - 1)];
    while let Some((from, to)) = spans.pop() {
        let (start, end) = (stroke[from], stroke[to]);
        let farthest = (from + 1..to).max_by_key(|at| beside(stroke[*at], start, end));
        if let Some(at) = farthest
            && beside(stroke[at], start, end) > SLACK * SLACK
        {
            kept[at] = true;
            spans.extend([(from, at), (at, to)]);
        }
    }
    let between = stroke.iter().zip(&kept).filter(|(_, kept)| **kept);
    let mut thin = vec![*first];
    thin.extend(between.map(|(dot, _)| *dot));
    if stroke.len() > 1 {
        thin.push(*last);
    }
    thin
}

/// How far a place lies from the line between `start` and `end`, squared; beyond one
/// of the two, how far from that.
fn beside(place: Dot, start: Dot, end: Dot) -> i64 {
    let (line_x, line_y) = start.away(end);
    let (x, y) = start.away(place);
    let long = line_x * line_x + line_y * line_y;
    let along = line_x * x + line_y * y;
    if along <= 0 {
        return x * x + y * y;
    }
    if along >= long {
        let (x, y) = end.away(place);
        return x * x + y * y;
    }
    let across = line_x * y - line_y * x;
    across * across / long
}

/// A signature as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Signature {
    strokes: Vec<Vec<Dot>>,
}

/// The text of a signature that is none.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("no signature can be read at {at:?}")]
pub struct BadSignature {
    pub at: String,
}

impl Signature {
    pub fn strokes(&self) -> &[Vec<Dot>] {
        &self.strokes
    }
}

impl From<Signature> for String {
    fn from(signature: Signature) -> String {
        let mut text = String::new();
        for stroke in &signature.strokes {
            let Some(first) = stroke.first() else {
                continue;
            };
            write!(text, "M{} {}", first.x, first.y).expect("a text takes all");
            for (at, pair) in stroke.windows(2).enumerate() {
                let (x, y) = pair[0].away(pair[1]);
                let before = if at == 0 { 'l' } else { ' ' };
                write!(text, "{before}{x} {y}").expect("a text takes all");
            }
        }
        text
    }
}

impl TryFrom<String> for Signature {
    type Error = BadSignature;

    fn try_from(text: String) -> Result<Self, BadSignature> {
        let strokes = text.strip_prefix('M').ok_or_else(|| bad(&text))?;
        let strokes = strokes.split('M').map(stroke).collect::<Result<_, _>>()?;
        Ok(Signature { strokes })
    }
}

fn bad(at: &str) -> BadSignature {
    BadSignature {
        at: at.chars().take(24).collect(),
    }
}

fn stroke(text: &str) -> Result<Vec<Dot>, BadSignature> {
    let (first, steps) = text.split_once('l').unwrap_or((text, ""));
    let numbers = |part: &str| -> Result<Vec<i64>, BadSignature> {
        let numbers = part.split_ascii_whitespace();
        numbers
            .map(|number| number.parse::<i16>().map(i64::from))
            .collect::<Result<_, _>>()
            .map_err(|_| bad(text))
    };
    let [mut x, mut y] = numbers(first)?[..] else {
        return Err(bad(text));
    };
    let steps = numbers(steps)?;
    if !steps.len().is_multiple_of(2) {
        return Err(bad(text));
    }
    let mut dots = Vec::with_capacity(1 + steps.len() / 2);
    let on_grid = |x: i64, y: i64| {
        let dot = Dot::nearest(x, y);
        let is_on = i64::from(dot.x) == x && i64::from(dot.y) == y;
        is_on.then_some(dot).ok_or_else(|| bad(text))
    };
    dots.push(on_grid(x, y)?);
    for step in steps.chunks(2) {
        (x, y) = (x + step[0], y + step[1]);
        dots.push(on_grid(x, y)?);
    }
    Ok(dots)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(strokes: &[&[(i64, i64)]]) -> Drawing {
        let mut drawing = Drawing::default();
        for stroke in strokes {
            for (at, (x, y)) in stroke.iter().enumerate() {
                match at {
                    0 => drawing.begin(Dot::nearest(*x, *y)),
                    _ => drawing.draw(Dot::nearest(*x, *y)),
                }
            }
        }
        drawing
    }

    #[test]
    fn a_signature_reads_back_as_it_was_drawn() {
        let drawing = drawn(&[&[(120, 80), (123, 84), (300, 20)], &[(10, 400), (1200, -5)]]);
        let signature = drawing.signature().expect("it is long enough");
        let text = String::from(signature.clone());
        assert_eq!(text, "M120 80l3 4 177 -64M10 400l990 -400");
        assert_eq!(Signature::try_from(text), Ok(signature));
    }

    #[test]
    fn a_touch_is_no_signature() {
        assert_eq!(drawn(&[]).signature(), None);
        assert_eq!(drawn(&[&[(5, 5), (9, 9)], &[(50, 50)]]).signature(), None);
    }

    #[test]
    fn places_on_a_line_are_left_out_and_corners_kept() {
        let line: Vec<(i64, i64)> = (0..=200).map(|at| (at, at / 2)).collect();
        let signature = drawn(&[&line]).signature().unwrap();
        assert_eq!(signature.strokes()[0].len(), 2);
        let corner: Vec<(i64, i64)> = (0..=100)
            .map(|at| (at, 0))
            .chain((0..=100).map(|at| (100, at)))
            .collect();
        let signature = drawn(&[&corner]).signature().unwrap();
        assert_eq!(
            signature.strokes()[0],
            [(0, 0), (100, 0), (100, 100)].map(|(x, y)| Dot { x, y })
        );
    }

    #[test]
    fn a_line_drawn_out_and_back_reaches_as_far_as_it_did() {
        let there_and_back = [(0, 0), (50, 0), (100, 0), (70, 1), (50, 0)];
        let signature = drawn(&[&there_and_back]).signature().unwrap();
        let kept = [(0, 0), (100, 0), (50, 0)].map(|(x, y)| Dot { x, y });
        assert_eq!(signature.strokes()[0], kept);
    }

    #[test]
    fn what_is_no_signature_is_not_read() {
        for text in [
            "",
            "x",
            "M",
            "M1",
            "M1 2l3",
            "M1 2l3 x",
            "M999 0l2 0",
            "M-1 0",
            "l1 2",
        ] {
            assert!(Signature::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
