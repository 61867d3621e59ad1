//! A laid-out sheet as dots.

use super::bitmap::{Bitmap, Ink};
use super::layout::{Frame, Item};

/// Draws a sheet exactly as wide as its frame.
pub fn draw(frame: &Frame) -> Bitmap {
    let mut bitmap = Bitmap::new(frame.width as usize, frame.height as usize);
    for item in &frame.items {
        match item {
            Item::Word {
                x,
                baseline,
                word,
                ink,
            } => {
                bitmap.stamp(&word.mask, x + word.left, baseline + word.top, *ink);
            }
            Item::Fill {
                x,
                y,
                width,
                height,
            } => bitmap.fill(*x, *y, *width, *height),
            Item::Image {
                x,
                y,
                bitmap: picture,
            } => bitmap.stamp(picture, *x, *y, Ink::Black),
        }
    }
    bitmap
}
