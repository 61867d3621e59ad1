//! From a paper to places: a [`Document`] and a paper width in dots become one
//! [`Frame`] per sheet.
//!
//! Lines are broken by the Unicode rules for direction and line breaking, words
//! are shaped with the bundled typeface and kept drawn for the next paper.
//! Nothing is ever placed outside its column: words wrap, and break between
//! letters at worst; figures stay whole, and a table that has no room for them
//! side by side shrinks or stacks.

mod compose;
mod face;
mod frame;
mod lines;
mod pages;
mod paragraph;
mod plot;
mod table;
mod words;

pub use face::{blank_glyph, font_data};
pub use frame::{Frame, Glyph, Item, Word};
pub use pages::Page;

use self::compose::{Composer, Strip};
use self::words::Words;
use super::bitmap::Bitmap;
use super::document::Document;
use super::profile::Profile;
use super::raster;

/// Sets papers for one printer. Keep it: the first paper draws its words, later
/// papers find most of them drawn.
pub struct Typesetter {
    words: Words,
    width: u16,
    body: u16,
}

impl Typesetter {
    /// For a paper of `width` dots, with body text of `body` dots and dots where
    /// coverage reaches `threshold` of 255.
    pub fn new(width: u16, body: u16, threshold: u8) -> Self {
        Self {
            words: Words::new(threshold),
            width,
            body,
        }
    }

    /// For the paper and type of a printer.
    pub fn for_profile(profile: &Profile) -> Self {
        Self::new(
            profile.paper.dots,
            profile.render.font_px,
            profile.render.threshold,
        )
    }

    /// Lays out every sheet of the paper.
    pub fn lay_out(&mut self, document: &Document) -> Vec<Frame> {
        let strips = self.compose(document);
        strips.into_iter().map(|strip| strip.frame).collect()
    }

    fn compose(&mut self, document: &Document) -> Vec<Strip> {
        Composer::new(&mut self.words, self.width, self.body, document.direction())
            .compose(document)
    }

    /// Lays out and draws every sheet of the paper.
    pub fn draw(&mut self, document: &Document) -> Vec<Bitmap> {
        self.lay_out(document).iter().map(raster::draw).collect()
    }
}
