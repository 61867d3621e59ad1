//! The bundled typeface: shaping letters into glyphs and glyphs into grey
//! coverage. System fonts are never looked for: a paper must be the same on
//! every machine, and a font scan costs more than a receipt.

use harfrust::{
    Direction as Run, Feature, FontRef, Script, ShapePlan, ShaperData, Tag, UnicodeBuffer, script,
};
use swash::scale::{Render, ScaleContext, Source};
use swash::zeno::{Format, Vector};

use super::frame::Glyph;
use crate::print::bitmap::Bitmap;
use crate::print::document::Weight;

static MEDIUM: &[u8] = include_bytes!("../../../assets/fonts/Vazirmatn-Medium.ttf");
static BOLD: &[u8] = include_bytes!("../../../assets/fonts/Vazirmatn-Bold.ttf");

/// One weight of the typeface.
pub(super) struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    outlines: swash::FontRef<'static>,
    units_per_em: f32,
    ascent: f32,
    descent: f32,
    plans: Vec<(Run, Script, ShapePlan)>,
    context: ScaleContext,
    buffer: UnicodeBuffer,
    features: [Feature; 1],
}

/// Letters around a piece of a broken word, so that it keeps its joined forms.
#[derive(Clone, Copy, Default)]
pub(super) struct Surroundings<'a> {
    pub before: &'a str,
    pub after: &'a str,
}

/// Shaped letters in visual order, measured in dots from the pen at the start.
pub(super) struct Shaped {
    pub advance: f32,
    pub glyphs: Vec<Glyph>,
}

/// Dots of shaped letters and where they stand from the pen on the baseline.
pub(super) struct Drawn {
    pub left: i32,
    pub top: i32,
    pub mask: Bitmap,
}

/// The bytes of the typeface in one weight, for back ends that embed it.
pub fn font_data(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Medium => MEDIUM,
        Weight::Bold => BOLD,
    }
}

/// The glyph of a letter that has no ink in one weight: a space, a mark of
/// direction.
pub fn blank_glyph(weight: Weight, letter: char) -> u16 {
    swash::FontRef::from_index(font_data(weight), 0)
        .expect("the bundled font was checked when it was bundled")
        .charmap()
        .map(letter)
}

impl Face {
    pub fn load(weight: Weight) -> Self {
        let data = font_data(weight);
        let font = FontRef::new(data).expect("the bundled font was checked when it was bundled");
        let outlines = swash::FontRef::from_index(data, 0)
            .expect("the bundled font was checked when it was bundled");
        let metrics = outlines.metrics(&[]);
        Self {
            shaper: ShaperData::new(&font),
            font,
            outlines,
            units_per_em: f32::from(metrics.units_per_em),
            ascent: metrics.ascent,
            descent: metrics.descent,
            plans: Vec::new(),
            context: ScaleContext::new(),
            buffer: UnicodeBuffer::new(),
            // Figures of equal width, in both digit sets, keep columns in line.
            features: [Feature::new(Tag::new(b"tnum"), 1, ..)],
        }
    }

    /// Dots from the top of a line of `height` dots to its baseline, with the
    /// letters' own height centred in it.
    pub fn baseline(&self, size: u16, height: i32) -> i32 {
        let scale = f32::from(size) / self.units_per_em;
        ((height as f32 - (self.ascent + self.descent) * scale) / 2.0 + self.ascent * scale).round()
            as i32
    }

    /// Shapes one word of one direction.
    pub fn shape(
        &mut self,
        text: &str,
        right_to_left: bool,
        size: u16,
        around: Surroundings<'_>,
    ) -> Shaped {
        let run = if right_to_left {
            Run::RightToLeft
        } else {
            Run::LeftToRight
        };
        let script = if text.chars().any(is_arabic) {
            script::ARABIC
        } else {
            script::LATIN
        };
        let shaper = self.shaper.shaper(&self.font).build();
        let plan = match self
            .plans
            .iter()
            .position(|(known, of, _)| *known == run && *of == script)
        {
            Some(index) => index,
            None => {
                let plan = ShapePlan::new(&shaper, run, Some(script), None, &self.features);
                self.plans.push((run, script, plan));
                self.plans.len() - 1
            }
        };
        let mut buffer = std::mem::take(&mut self.buffer);
        buffer.push_str(text);
        buffer.set_pre_context(around.before);
        buffer.set_post_context(around.after);
        buffer.set_direction(run);
        buffer.set_script(script);
        let shaped = shaper.shape_with_plan(&self.plans[plan].2, buffer, &self.features);
        let scale = f32::from(size) / self.units_per_em;
        let mut advance = 0.0;
        let mut glyphs = Vec::with_capacity(shaped.len());
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            glyphs.push(Glyph {
                id: info.glyph_id as u16,
                x: advance + position.x_offset as f32 * scale,
                y: -(position.y_offset as f32) * scale,
                advance: position.x_advance as f32 * scale,
                byte: info.cluster as usize,
            });
            advance += position.x_advance as f32 * scale;
        }
        self.buffer = shaped.clear();
        Shaped { advance, glyphs }
    }

    /// Draws glyphs as dots: coverage is added up first and cut off after, so
    /// that joined letters do not gap where both cover half a dot.
    pub fn draw(&mut self, glyphs: &[Glyph], size: u16, threshold: u8) -> Drawn {
        let mut scaler = self
            .context
            .builder(self.outlines)
            .size(f32::from(size))
            .hint(true)
            .build();
        let sources = [Source::Outline];
        let mut render = Render::new(&sources);
        render.format(Format::Alpha);
        let mut parts = Vec::with_capacity(glyphs.len());
        for glyph in glyphs {
            let whole = glyph.x.floor();
            render.offset(Vector::new(glyph.x - whole, 0.0));
            let Some(image) = render.render(&mut scaler, glyph.id) else {
                continue;
            };
            if image.placement.width > 0 && image.placement.height > 0 {
                let left = whole as i32 + image.placement.left;
                let top = glyph.y.round() as i32 - image.placement.top;
                parts.push((left, top, image));
            }
        }
        let Some(left) = parts.iter().map(|(left, _, _)| *left).min() else {
            return Drawn {
                left: 0,
                top: 0,
                mask: Bitmap::new(0, 0),
            };
        };
        let top = parts
            .iter()
            .map(|(_, top, _)| *top)
            .min()
            .expect("there is a part");
        let right = parts
            .iter()
            .map(|(x, _, image)| x + image.placement.width as i32)
            .max()
            .expect("there is a part");
        let bottom = parts
            .iter()
            .map(|(_, y, image)| y + image.placement.height as i32)
            .max()
            .expect("there is a part");
        let (width, height) = ((right - left) as usize, (bottom - top) as usize);
        let mut coverage = vec![0_u8; width * height];
        for (x, y, image) in &parts {
            for (row, levels) in image
                .data
                .chunks_exact(image.placement.width as usize)
                .enumerate()
            {
                let start = ((y - top) as usize + row) * width + (x - left) as usize;
                for (sum, level) in coverage[start..].iter_mut().zip(levels) {
                    *sum = sum.saturating_add(*level);
                }
            }
        }
        let mut mask = Bitmap::new(width, height);
        for (index, level) in coverage.iter().enumerate() {
            if *level >= threshold {
                mask.set(index % width, index / width);
            }
        }
        Drawn { left, top, mask }
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str, right_to_left: bool, around: Surroundings<'_>) -> Vec<u16> {
        let mut face = Face::load(Weight::Medium);
        face.shape(text, right_to_left, 24, around)
            .glyphs
            .iter()
            .map(|glyph| glyph.id)
            .collect()
    }

    #[test]
    fn lam_alef_is_one_ligature() {
        let alone = Surroundings::default();
        let two_letters = ids("لم", true, alone).len();
        assert_eq!(two_letters, 2);
        assert_eq!(ids("لا", true, alone).len(), 1);
    }

    #[test]
    fn a_broken_word_keeps_its_joined_forms() {
        let whole = ids("سمك", true, Surroundings::default());
        let last = ids(
            "ك",
            true,
            Surroundings {
                before: "سم",
                after: "",
            },
        );
        assert_eq!(whole[0], last[0], "the final kaf stays final");
        assert_ne!(ids("ك", true, Surroundings::default()), last);
    }

    #[test]
    fn both_digit_sets_are_tabular() {
        let mut face = Face::load(Weight::Bold);
        for digits in ["0123456789", "٠١٢٣٤٥٦٧٨٩"] {
            let widths: Vec<f32> = digits
                .chars()
                .map(|digit| {
                    face.shape(&digit.to_string(), false, 24, Surroundings::default())
                        .advance
                })
                .collect();
            assert!(
                widths.iter().all(|width| *width == widths[0]),
                "{digits}: {widths:?}"
            );
        }
    }

    #[test]
    fn harakat_stand_above_their_letter() {
        let mut face = Face::load(Weight::Medium);
        let bare = face.shape("ب", true, 48, Surroundings::default());
        let marked = face.shape("بَ", true, 48, Surroundings::default());
        assert_eq!(bare.advance, marked.advance, "a mark takes no width");
        let bare = face.draw(&bare.glyphs, 48, 110);
        let marked = face.draw(&marked.glyphs, 48, 110);
        assert!(marked.top < bare.top, "the fatha is above the beh");
    }
}
