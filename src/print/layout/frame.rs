//! A laid-out sheet: every word, line and picture with its place in dots. It
//! knows nothing of printers; the rasteriser draws the masks, and a back end
//! with fonts of its own can set the glyphs instead.

use std::sync::Arc;

use crate::print::bitmap::{Bitmap, Ink};
use crate::print::document::Weight;

/// One sheet of paper, up to its cut.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Dots across; nothing reaches beyond.
    pub width: i32,
    pub height: i32,
    pub items: Vec<Item>,
}

/// Something to draw, in the order of drawing.
#[derive(Clone, Debug)]
pub enum Item {
    /// A word with its pen start at (`x`, `baseline`).
    Word {
        x: i32,
        baseline: i32,
        word: Arc<Word>,
        ink: Ink,
    },
    /// A black rectangle.
    Fill {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
    },
    /// A rectangle of so much black of a hundred.
    Shade {
        x: i32,
        y: i32,
        width: i32,
        height: i32,
        black: u8,
    },
    /// Straight lines from point to point.
    Stroke {
        points: Vec<(i32, i32)>,
        thickness: i32,
        black: u8,
    },
    /// What lies between a line from left to right, or right to left, and a row.
    Ground {
        points: Vec<(i32, i32)>,
        base: i32,
        black: u8,
    },
    /// A picture with its top left corner at (`x`, `y`).
    Image { x: i32, y: i32, bitmap: Arc<Bitmap> },
}

impl Item {
    /// The same `dx` dots further right and `dy` further down.
    #[must_use]
    pub(super) fn moved(mut self, dx: i32, dy: i32) -> Self {
        match &mut self {
            Item::Word { x, baseline: y, .. }
            | Item::Fill { x, y, .. }
            | Item::Shade { x, y, .. }
            | Item::Image { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Item::Stroke { points, .. } | Item::Ground { points, .. } => {
                for (x, y) in points {
                    *x += dx;
                    *y += dy;
                }
            }
        }
        if let Item::Ground { base, .. } = &mut self {
            *base += dy;
        }
        self
    }
}

/// A shaped word: glyphs for back ends that set type, dots for the printer.
#[derive(Debug)]
pub struct Word {
    pub text: Box<str>,
    pub weight: Weight,
    /// Dots of the em square.
    pub size: u16,
    pub right_to_left: bool,
    /// Dots the pen moves.
    pub advance: f32,
    /// In visual order, from the pen start.
    pub glyphs: Vec<Glyph>,
    /// Where the mask's left edge stands from the pen start.
    pub left: i32,
    /// Where the mask's top edge stands from the baseline; negative is above.
    pub top: i32,
    pub mask: Bitmap,
}

/// One glyph of the bundled font, in dots from the pen start; `y` grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub id: u16,
    pub x: f32,
    pub y: f32,
    /// Dots the pen moves; none for marks above and below a letter.
    pub advance: f32,
    /// The first byte of the letters it stands for, within the word's text.
    pub byte: usize,
}

impl Word {
    /// The dot after the mask's last column, from the pen start.
    pub fn right(&self) -> i32 {
        self.left + self.mask.width() as i32
    }
}
