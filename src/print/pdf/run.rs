//! Words of one look that stand on one baseline, as pieces of text with their
//! letters: what a reader of the PDF selects, finds and copies.
//!
//! Readers put the letters of a right-to-left line back in order from where they
//! stand on the page. They get it right only if every letter has a place of its
//! own, so here
//! - the letters of a ligature after its first get a blank glyph beside it;
//! - vowel marks are drawn and say nothing: people search without them;
//! - a figure, comma or colon within Arabic is closed by a mark of direction, so
//!   that the space after it stays where it is.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::char::is_combining_mark;

use crate::print::bitmap::Ink;
use crate::print::document::Weight;
use crate::print::layout::{Glyph, Item, Word, blank_glyph};

/// Gaps wider than this share of the type size are between columns, not words.
const WIDEST_SPACE: f32 = 0.75;
/// Gaps narrower than this share are none: the rounding of places to dots.
const NARROWEST_SPACE: f32 = 0.1;

const RIGHT_TO_LEFT_MARK: char = '\u{200f}';

/// What follows the first letter of a ligature, of lam-alef and of God's name,
/// and the letters without ink that stand for it: its own ink is in the glyph
/// beside. Two lams share one, or readers take the second for a shadow.
const STAND_INS: [(&str, char); 7] = [
    ("ا", '\u{202a}'),
    ("أ", '\u{202b}'),
    ("إ", '\u{202d}'),
    ("آ", '\u{202e}'),
    ("ٱ", '\u{feff}'),
    ("لل", '\u{200b}'),
    ("ه", '\u{202c}'),
];

/// Words of one look on one baseline.
pub(super) struct Stretch {
    pub weight: Weight,
    pub ink: Ink,
    /// Dots of the em square.
    pub size: u16,
    pub baseline: i32,
    /// From left to right, each of one direction.
    pub runs: Vec<Run>,
}

/// A piece of text of one direction with its letters.
pub(super) struct Run {
    /// The pen start, in dots.
    pub x: f32,
    /// In reading order.
    pub text: String,
    /// From left to right on the page; advances in shares of the type size.
    pub glyphs: Vec<KrillaGlyph>,
}

/// A word where it stands.
struct Placed<'a> {
    x: f32,
    word: &'a Word,
    /// What the gap before it on the page is.
    before: Gap,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
}

/// A letter's place on the page and in its run's text.
struct Letter {
    id: u16,
    x: f32,
    y: f32,
    text: Range<usize>,
}

impl Stretch {
    /// The stretch at the head of some items, and the items after it.
    ///
    /// # Panics
    /// When the first item is no word.
    pub fn take(items: &[Item]) -> (Self, &[Item]) {
        let Some(Item::Word {
            baseline,
            word: first,
            ink,
            ..
        }) = items.first()
        else {
            panic!("a stretch begins with a word");
        };
        let size = f32::from(first.size);
        let mut placed: Vec<Placed> = Vec::new();
        for item in items {
            let Item::Word {
                x,
                baseline: other_baseline,
                word,
                ink: other_ink,
            } = item
            else {
                break;
            };
            let gap = placed
                .last()
                .map_or(0.0, |last| (*x as f32 - last.x - last.word.advance) / size);
            let alike = other_baseline == baseline
                && other_ink == ink
                && word.weight == first.weight
                && word.size == first.size;
            if !alike || !(-NARROWEST_SPACE..WIDEST_SPACE).contains(&gap) {
                break;
            }
            let before = if gap > NARROWEST_SPACE {
                Gap::Space
            } else {
                Gap::None
            };
            placed.push(Placed {
                x: *x as f32,
                word,
                before,
            });
        }
        let rest = &items[placed.len()..];
        let mut runs = Vec::new();
        let mut words = placed.as_slice();
        let mut after_arabic = false;
        while let Some(head) = words.first() {
            let right_to_left = head.word.right_to_left;
            let alike = words.iter();
            let count = alike
                .take_while(|placed| placed.word.right_to_left == right_to_left)
                .count();
            let (these, others) = words.split_at(count);
            runs.push(Run::of(these, after_arabic && !right_to_left));
            after_arabic = right_to_left;
            words = others;
        }
        let stretch = Stretch {
            weight: first.weight,
            ink: *ink,
            size: first.size,
            baseline: *baseline,
            runs,
        };
        (stretch, rest)
    }
}

impl Run {
    /// Words of one direction, from left to right. Closed on its left by a mark
    /// of direction where Arabic goes on there.
    fn of(placed: &[Placed], closed: bool) -> Self {
        let first = placed.first().expect("a run has words");
        let size = f32::from(first.word.size);
        let end = placed.last().map_or(0.0, |last| last.x + last.word.advance);
        let mut writer = Writer {
            text: String::new(),
            letters: Vec::new(),
            weight: first.word.weight,
        };
        if first.word.right_to_left {
            for (index, placed) in placed.iter().enumerate().rev() {
                writer.word(placed);
                if placed.before == Gap::Space {
                    writer.blank(' ', before(placed, index, first));
                }
            }
            writer.letters.reverse();
        } else {
            for (index, placed) in placed.iter().enumerate() {
                if placed.before == Gap::Space {
                    writer.blank(' ', before(placed, index, first));
                }
                if index == 0 && closed {
                    writer.blank(RIGHT_TO_LEFT_MARK, placed.x);
                }
                writer.word(placed);
            }
        }
        let Writer { text, letters, .. } = writer;
        Run {
            x: letters.first().map_or(first.x, |letter| letter.x),
            glyphs: glyphs(&letters, end, size),
            text,
        }
    }
}

/// Where the space before a word begins.
fn before(placed: &Placed, index: usize, first: &Placed) -> f32 {
    let space = f32::from(first.word.size) * NARROWEST_SPACE;
    if index == 0 {
        placed.x - space
    } else {
        placed.x - 2.0 * space
    }
}

/// Letters as they are added: in reading order of the text.
struct Writer {
    text: String,
    letters: Vec<Letter>,
    weight: Weight,
}

impl Writer {
    /// A letter without ink.
    fn blank(&mut self, letter: char, x: f32) {
        self.without_ink(letter, letter.encode_utf8(&mut [0; 4]), x);
    }

    /// What stands for letters whose ink is elsewhere.
    fn without_ink(&mut self, drawn: char, letters: &str, x: f32) {
        let start = self.text.len();
        self.text.push_str(letters);
        self.letters.push(Letter {
            id: blank_glyph(self.weight, drawn),
            x,
            y: 0.0,
            text: start..self.text.len(),
        });
    }

    fn word(&mut self, placed: &Placed) {
        let word = placed.word;
        // The clusters of letters that were shaped together, in reading order.
        let mut starts: Vec<usize> = word.glyphs.iter().map(|glyph| glyph.byte).collect();
        starts.sort_unstable();
        starts.dedup();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(word.text.len());
            let glyphs = word.glyphs.iter().filter(|glyph| glyph.byte == *start);
            let glyphs: Vec<&Glyph> = glyphs.collect();
            let text = &word.text[*start..end];
            self.cluster(placed.x, text, &glyphs, word.right_to_left);
        }
        if word.right_to_left && word.text.ends_with(reads_as_figure) {
            self.blank(RIGHT_TO_LEFT_MARK, placed.x);
        }
    }

    fn cluster(&mut self, x: f32, text: &str, glyphs: &[&Glyph], right_to_left: bool) {
        let letters = text.chars().filter(|letter| !is_combining_mark(*letter));
        let letters: String = letters.collect();
        let carrier = glyphs.iter().position(|glyph| glyph.advance > 0.0);
        let carrier = carrier.unwrap_or(0);
        let base = glyphs[carrier];
        let first = letters.chars().next().map_or(0, char::len_utf8);
        let (told, later) = match stand_ins(&letters[first..]) {
            Some(later) if right_to_left => (&letters[..first], later),
            _ => (letters.as_str(), Vec::new()),
        };
        let start = self.text.len();
        self.text.push_str(told);
        self.letters.push(Letter {
            id: base.id,
            x: x + base.x,
            y: base.y,
            text: start..self.text.len(),
        });
        for (index, glyph) in glyphs.iter().enumerate() {
            if index != carrier {
                let end = self.text.len();
                self.letters.push(Letter {
                    id: glyph.id,
                    x: x + glyph.x,
                    y: glyph.y,
                    text: end..end,
                });
            }
        }
        for (letters, drawn) in later {
            self.without_ink(drawn, letters, x + base.x);
        }
    }
}

/// What stands for these letters, if something stands for each.
fn stand_ins(mut letters: &str) -> Option<Vec<(&'static str, char)>> {
    let mut found = Vec::new();
    while !letters.is_empty() {
        let next = STAND_INS.iter().find(|(of, _)| letters.starts_with(of))?;
        found.push(*next);
        letters = &letters[next.0.len()..];
    }
    Some(found)
}

/// Marks that readers take for a part of a figure: a colon, a comma.
fn reads_as_figure(letter: char) -> bool {
    matches!(
        bidi_class(letter),
        BidiClass::CS | BidiClass::ES | BidiClass::ET | BidiClass::EN | BidiClass::AN
    )
}

/// Letters as the PDF takes them: each moves the pen to where the next stands.
fn glyphs(letters: &[Letter], end: f32, size: f32) -> Vec<KrillaGlyph> {
    let mut glyphs = Vec::with_capacity(letters.len());
    for (index, letter) in letters.iter().enumerate() {
        let next = letters.get(index + 1).map_or(end, |next| next.x);
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(u32::from(letter.id)),
            (next - letter.x) / size,
            0.0,
            -letter.y / size,
            0.0,
            letter.text.clone(),
            None,
        ));
    }
    glyphs
}
