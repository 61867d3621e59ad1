//! One-bit pictures: what a thermal head can draw, dot by dot.
//!
//! Here live the bitmap itself, stamping one bitmap onto another, and PNG in
//! and out. Turning grey pictures into dots is `dither`'s work; what to draw
//! where is `layout`'s.

use std::fmt;
use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageFormat, Luma};

/// A picture of black and white dots. A set bit is a black dot; rows are padded
/// to whole bytes and the padding is always white.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Bitmap {
    width: usize,
    height: usize,
    data: Vec<u8>,
}

/// Which colour a stamp leaves behind where its dots are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Black,
    /// Takes black away: letters on a filled banner.
    White,
}

/// The bytes were no picture this program can read.
#[derive(Debug, thiserror::Error)]
#[error("not a readable PNG picture")]
pub struct UnreadablePicture(#[from] image::ImageError);

impl Bitmap {
    /// A white picture of `width` × `height` dots.
    pub fn new(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            data: vec![0; width.div_ceil(8) * height],
        }
    }

    /// A picture of rows packed as [`Bitmap::data`] gives them; nothing when they
    /// are not of this size. Padding beside the picture is made white.
    pub fn from_data(width: usize, height: usize, mut data: Vec<u8>) -> Option<Self> {
        let stride = width.div_ceil(8);
        if data.len() != stride * height {
            return None;
        }
        if !width.is_multiple_of(8) {
            let padding = 0xff_u8 >> (width % 8);
            for row in data.chunks_mut(stride) {
                row[stride - 1] &= !padding;
            }
        }
        Some(Self {
            width,
            height,
            data,
        })
    }

    /// Width in dots.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Height in dots.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Bytes in one row, padding included.
    pub fn stride(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// All rows, top to bottom; the leftmost dot is the high bit of a byte.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The bytes of one row.
    pub fn row(&self, y: usize) -> &[u8] {
        &self.data[y * self.stride()..(y + 1) * self.stride()]
    }

    /// Whether the row has no black dot.
    pub fn is_blank_row(&self, y: usize) -> bool {
        self.row(y).iter().all(|byte| *byte == 0)
    }

    /// Whether the dot is black. Dots outside the picture are white.
    pub fn get(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.row(y)[x / 8] & (0x80 >> (x % 8)) != 0
    }

    /// Makes a dot black. Dots outside the picture are left out.
    pub fn set(&mut self, x: usize, y: usize) {
        if x < self.width && y < self.height {
            let stride = self.stride();
            self.data[y * stride + x / 8] |= 0x80 >> (x % 8);
        }
    }

    /// This picture with `below` under it, as wide as the wider of the two.
    pub fn above(&self, below: &Bitmap) -> Bitmap {
        let mut both = Bitmap::new(self.width.max(below.width), self.height + below.height);
        both.stamp(self, 0, 0, Ink::Black);
        both.stamp(below, 0, self.height as i32, Ink::Black);
        both
    }

    /// Fills a rectangle with black, cut to the picture.
    pub fn fill(&mut self, x: i32, y: i32, width: i32, height: i32) {
        let (left, right) = clamp_span(x, width, self.width);
        let (top, bottom) = clamp_span(y, height, self.height);
        if left >= right {
            return;
        }
        let stride = self.stride();
        let (first, last) = (left / 8, (right - 1) / 8);
        let head = 0xff_u8 >> (left % 8);
        let tail = 0xff_u8 << (7 - (right - 1) % 8);
        for y in top..bottom {
            let row = &mut self.data[y * stride..(y + 1) * stride];
            if first == last {
                row[first] |= head & tail;
            } else {
                row[first] |= head;
                row[first + 1..last].fill(0xff);
                row[last] |= tail;
            }
        }
    }

    /// Lays the black dots of `mask` over this picture with its top left corner
    /// at (`x`, `y`), cut to the picture.
    pub fn stamp(&mut self, mask: &Bitmap, x: i32, y: i32, ink: Ink) {
        let inside = x >= 0 && x as usize + mask.width <= self.width;
        if inside {
            self.stamp_bytes(mask, x as usize, y, ink);
        } else {
            self.stamp_dots(mask, x, y, ink);
        }
    }

    /// The usual case: no dot of the mask falls beside the picture.
    fn stamp_bytes(&mut self, mask: &Bitmap, x: usize, y: i32, ink: Ink) {
        let (stride, mask_stride) = (self.stride(), mask.stride());
        let (first, shift) = (x / 8, x % 8);
        for mask_y in 0..mask.height {
            let target_y = y + mask_y as i32;
            if target_y < 0 || target_y as usize >= self.height {
                continue;
            }
            let start = target_y as usize * stride;
            let row = &mut self.data[start + first..start + stride];
            let source = &mask.data[mask_y * mask_stride..(mask_y + 1) * mask_stride];
            let mut carry = 0_u8;
            for (index, byte) in source.iter().enumerate() {
                let wide = (u16::from(*byte) << 8) >> shift;
                apply(&mut row[index], (wide >> 8) as u8 | carry, ink);
                carry = wide as u8;
            }
            if carry != 0 {
                apply(&mut row[mask_stride], carry, ink);
            }
        }
    }

    fn stamp_dots(&mut self, mask: &Bitmap, x: i32, y: i32, ink: Ink) {
        let stride = self.stride();
        for mask_y in 0..mask.height {
            for mask_x in 0..mask.width {
                let (target_x, target_y) = (x + mask_x as i32, y + mask_y as i32);
                let outside = target_x < 0
                    || target_y < 0
                    || target_x as usize >= self.width
                    || target_y as usize >= self.height;
                if !outside && mask.get(mask_x, mask_y) {
                    let index = target_y as usize * stride + target_x as usize / 8;
                    apply(&mut self.data[index], 0x80 >> (target_x as usize % 8), ink);
                }
            }
        }
    }

    /// The picture in another size, by nearest dot. Good enough to keep an
    /// oversized logo on the paper and for whole multiples; a grey original
    /// scaled before dithering looks better.
    pub fn resized(&self, width: usize, height: usize) -> Bitmap {
        let mut resized = Bitmap::new(width, height);
        for y in 0..height {
            for x in 0..width {
                if self.get(x * self.width / width, y * self.height / height) {
                    resized.set(x, y);
                }
            }
        }
        resized
    }

    /// This picture with `other` below it; the narrower one is padded with white.
    pub fn with_below(&self, other: &Bitmap) -> Bitmap {
        let mut joined = Bitmap::new(self.width.max(other.width), self.height + other.height);
        joined.stamp(self, 0, 0, Ink::Black);
        joined.stamp(other, 0, self.height as i32, Ink::Black);
        joined
    }

    /// The picture as PNG bytes, black on white.
    pub fn to_png(&self) -> Vec<u8> {
        let grey = GrayImage::from_fn(self.width as u32, self.height as u32, |x, y| {
            Luma([if self.get(x as usize, y as usize) {
                0
            } else {
                255
            }])
        });
        png_of(grey)
    }

    /// The picture as a PNG for a screen: half as large, every four dots a grey, so
    /// that letters keep their shape.
    pub fn to_shrunk_png(&self) -> Vec<u8> {
        let (width, height) = (self.width / 2, self.height / 2);
        png_of(GrayImage::from_fn(width as u32, height as u32, |x, y| {
            let (x, y) = (2 * x as usize, 2 * y as usize);
            let dots = [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter();
            let black = dots.filter(|(right, down)| self.get(x + right, y + down));
            Luma([255 - (black.count() * 255 / 4) as u8])
        }))
    }

    /// Reads a PNG back: dots darker than half grey are black.
    ///
    /// # Errors
    /// When the bytes are no PNG.
    pub fn from_png(bytes: &[u8]) -> Result<Bitmap, UnreadablePicture> {
        let grey = image::load_from_memory_with_format(bytes, ImageFormat::Png)?.into_luma8();
        let mut bitmap = Bitmap::new(grey.width() as usize, grey.height() as usize);
        for (x, y, pixel) in grey.enumerate_pixels() {
            if pixel.0[0] < 128 {
                bitmap.set(x as usize, y as usize);
            }
        }
        Ok(bitmap)
    }
}

impl fmt::Debug for Bitmap {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Bitmap({} × {})", self.width, self.height)
    }
}

fn apply(target: &mut u8, dots: u8, ink: Ink) {
    match ink {
        Ink::Black => *target |= dots,
        Ink::White => *target &= !dots,
    }
}

fn clamp_span(start: i32, length: i32, limit: usize) -> (usize, usize) {
    let limit = limit as i32;
    let end = start.saturating_add(length).clamp(0, limit);
    (start.clamp(0, limit) as usize, end as usize)
}

fn png_of(grey: GrayImage) -> Vec<u8> {
    let mut png = Cursor::new(Vec::new());
    DynamicImage::ImageLuma8(grey)
        .write_to(&mut png, ImageFormat::Png)
        .expect("writing PNG into memory only fails for empty pictures, which no paper is");
    png.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fill_and_stamp_agree_with_single_dots() {
        for (x, y, width, height) in [
            (0, 0, 8, 2),
            (3, 1, 2, 3),
            (5, 0, 19, 4),
            (-4, -2, 9, 5),
            (25, 3, 40, 40),
        ] {
            let mut filled = Bitmap::new(30, 7);
            filled.fill(x, y, width, height);
            let mut dotted = Bitmap::new(30, 7);
            for dot_y in y..y + height {
                for dot_x in x..x + width {
                    if dot_x >= 0 && dot_y >= 0 {
                        dotted.set(dot_x as usize, dot_y as usize);
                    }
                }
            }
            assert_eq!(
                filled.data(),
                dotted.data(),
                "fill at {x},{y} of {width}×{height}"
            );

            let mut block = Bitmap::new(width as usize, height as usize);
            block.fill(0, 0, width, height);
            let mut stamped = Bitmap::new(30, 7);
            stamped.stamp(&block, x, y, Ink::Black);
            assert_eq!(
                stamped.data(),
                dotted.data(),
                "stamp at {x},{y} of {width}×{height}"
            );
            stamped.stamp(&block, x, y, Ink::White);
            assert!(stamped.data().iter().all(|byte| *byte == 0));
        }
    }

    #[test]
    fn padding_beside_the_picture_stays_white() {
        let mut bitmap = Bitmap::new(12, 1);
        bitmap.fill(0, 0, 100, 1);
        assert_eq!(bitmap.data(), [0xff, 0xf0]);
    }

    #[test]
    fn png_reads_back_as_written() {
        let mut bitmap = Bitmap::new(13, 5);
        bitmap.fill(2, 1, 7, 3);
        bitmap.set(12, 4);
        assert_eq!(Bitmap::from_png(&bitmap.to_png()).expect("own PNG"), bitmap);
        assert!(Bitmap::from_png(b"GIF89a").is_err());
    }
}
