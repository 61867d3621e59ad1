//! Rulers of known widths, for a printer nobody has described: the longest one
//! whose end can be seen is as wide as its head.

use crate::print::bitmap::Bitmap;
use crate::print::document::{Align, Direction, Document, Gap, Rule, Text};

/// Widths of heads there are, in dots.
const WIDTHS: [u16; 7] = [360, 384, 420, 512, 546, 576, WIDEST_RULER];

/// The widest ruler, in dots: the paper the page has to be drawn on.
pub const WIDEST_RULER: u16 = 640;

/// Bars of these widths, each with its number before it.
pub fn rulers_page() -> Document {
    let mut paper = Document::new(Direction::LeftToRight);
    for width in WIDTHS {
        paper.text(Text::new(width.to_string()).bold());
        paper.image(ruler(width), Align::Start).space(Gap::Small);
    }
    paper.rule(Rule::Thick);
    paper
}

/// A thin bar with a thick end.
fn ruler(width: u16) -> Bitmap {
    const HEIGHT: i32 = 20;
    let width = i32::from(width);
    let mut bar = Bitmap::new(width as usize, HEIGHT as usize);
    bar.fill(0, HEIGHT / 2, width, 2);
    for end in [0, width - 6] {
        bar.fill(end, 0, 6, HEIGHT);
    }
    bar
}
