//! Grey pictures into dots, for logos. Text is never dithered: its edges would
//! fray on thermal paper.

use image::{ImageFormat, imageops};

use super::bitmap::{Bitmap, UnreadablePicture};

/// A grey picture on white paper, before it becomes dots.
#[derive(Clone, Debug)]
pub struct Grey {
    width: usize,
    height: usize,
    /// 0 is black, 255 is white.
    levels: Vec<u8>,
}

impl Grey {
    /// A grey picture from rows of levels, 0 black to 255 white.
    ///
    /// # Panics
    /// When `levels` does not hold exactly `width * height` levels.
    pub fn new(width: usize, height: usize, levels: Vec<u8>) -> Self {
        assert_eq!(levels.len(), width * height, "one level per dot");
        Self {
            width,
            height,
            levels,
        }
    }

    /// Reads a PNG; what is see-through becomes paper white.
    ///
    /// # Errors
    /// When the bytes are no PNG.
    pub fn from_png(bytes: &[u8]) -> Result<Self, UnreadablePicture> {
        let picture =
            image::load_from_memory_with_format(bytes, ImageFormat::Png)?.into_luma_alpha8();
        let levels = picture
            .pixels()
            .map(|pixel| {
                let [level, alpha] = pixel.0;
                let darkness = u16::from(255 - level) * u16::from(alpha) / 255;
                255 - darkness as u8
            })
            .collect();
        Ok(Self {
            width: picture.width() as usize,
            height: picture.height() as usize,
            levels,
        })
    }

    /// The picture scaled to `width` dots, keeping its shape.
    pub fn scaled_to(&self, width: usize) -> Self {
        let height = (self.height * width).div_ceil(self.width.max(1)).max(1);
        let picture =
            image::GrayImage::from_raw(self.width as u32, self.height as u32, self.levels.clone())
                .expect("levels always hold one byte per dot");
        let scaled = imageops::resize(
            &picture,
            width as u32,
            height as u32,
            imageops::FilterType::Triangle,
        );
        Self {
            width,
            height,
            levels: scaled.into_raw(),
        }
    }

    /// Black and white dots that look grey from a distance: the error of each
    /// dot is handed to its neighbours (Floyd and Steinberg, 1976).
    pub fn dithered(&self) -> Bitmap {
        let mut bitmap = Bitmap::new(self.width, self.height);
        // One white dot on either side spares the edge cases of spreading.
        let mut current = vec![0_i32; self.width + 2];
        let mut below = vec![0_i32; self.width + 2];
        for y in 0..self.height {
            for x in 0..self.width {
                let wanted = i32::from(self.levels[y * self.width + x]) + current[x + 1] / 16;
                let error = if wanted < 128 {
                    bitmap.set(x, y);
                    wanted
                } else {
                    wanted - 255
                };
                current[x + 2] += error * 7;
                below[x] += error * 3;
                below[x + 1] += error * 5;
                below[x + 2] += error;
            }
            std::mem::swap(&mut current, &mut below);
            below.fill(0);
        }
        bitmap
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_share_follows_the_grey_level() {
        for (level, lowest, highest) in [
            (0_u8, 100, 100),
            (64, 70, 80),
            (128, 45, 55),
            (192, 20, 30),
            (255, 0, 0),
        ] {
            let bitmap = Grey::new(40, 40, vec![level; 1600]).dithered();
            let black = bitmap
                .data()
                .iter()
                .map(|byte| byte.count_ones())
                .sum::<u32>()
                * 100
                / 1600;
            assert!(
                (lowest..=highest).contains(&black),
                "level {level} gave {black} % black"
            );
        }
    }

    #[test]
    fn scaling_keeps_the_shape() {
        let scaled = Grey::new(100, 50, vec![0; 5000]).scaled_to(40);
        assert_eq!((scaled.width, scaled.height), (40, 20));
    }
}
