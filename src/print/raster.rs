//! A laid-out sheet as dots.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma};

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

/// Sheets below one another as a PNG for a screen: half as large, every four dots
/// a grey, so that letters keep their shape.
///
/// # Panics
/// Without sheets.
pub fn shrunk_png(sheets: &[Bitmap]) -> Vec<u8> {
    let width = sheets.iter().map(Bitmap::width).max().unwrap_or(0) / 2;
    let height = sheets.iter().map(|sheet| sheet.height() / 2).sum::<usize>();
    let mut grey = GrayImage::from_pixel(width as u32, height as u32, Luma([255]));
    let mut top = 0;
    for sheet in sheets {
        for y in 0..sheet.height() / 2 {
            for x in 0..sheet.width() / 2 {
                let black = [(0, 0), (1, 0), (0, 1), (1, 1)]
                    .into_iter()
                    .filter(|(right, down)| sheet.get(2 * x + right, 2 * y + down))
                    .count();
                if black > 0 {
                    let level = 255 - (black * 255 / 4) as u8;
                    grey.put_pixel(x as u32, (top + y) as u32, Luma([level]));
                }
            }
        }
        top += sheet.height() / 2;
    }
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(grey)
        .write_to(&mut png, ImageFormat::Png)
        .expect("writing PNG into memory only fails for empty pictures, which no paper is");
    png.into_inner()
}
