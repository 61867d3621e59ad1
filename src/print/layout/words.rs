//! Shaped and drawn words, kept for the next paper. Arabic letters never join
//! across a space, so a word is the unit worth keeping; digits are kept one by
//! one, because amounts seldom repeat.

use std::collections::HashMap;
use std::sync::Arc;

use super::face::{Face, Surroundings};
use super::frame::Word;
use crate::print::document::Weight;

/// Words kept before the store starts over: some 3 MB.
const CAPACITY: usize = 8_192;

/// The faces and every word drawn with them.
pub(super) struct Words {
    medium: Face,
    bold: Face,
    threshold: u8,
    strikes: Vec<Strike>,
    count: usize,
}

/// Words of one look, so that a lookup needs no key of its own.
struct Strike {
    look: Look,
    words: HashMap<Box<str>, Arc<Word>>,
}

/// What decides a word's dots besides its letters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub weight: Weight,
    pub size: u16,
    pub right_to_left: bool,
}

impl Words {
    pub fn new(threshold: u8) -> Self {
        Self {
            medium: Face::load(Weight::Medium),
            bold: Face::load(Weight::Bold),
            threshold,
            strikes: Vec::new(),
            count: 0,
        }
    }

    pub fn face(&mut self, weight: Weight) -> &mut Face {
        match weight {
            Weight::Medium => &mut self.medium,
            Weight::Bold => &mut self.bold,
        }
    }

    /// The word as drawn before, or drawn now.
    pub fn get(&mut self, text: &str, look: Look) -> Arc<Word> {
        let strike = match self.strikes.iter().position(|strike| strike.look == look) {
            Some(index) => index,
            None => {
                self.strikes.push(Strike {
                    look,
                    words: HashMap::new(),
                });
                self.strikes.len() - 1
            }
        };
        if let Some(word) = self.strikes[strike].words.get(text) {
            return word.clone();
        }
        let word = Arc::new(self.draw(text, look, Surroundings::default()));
        if self.count >= CAPACITY {
            for strike in &mut self.strikes {
                strike.words.clear();
            }
            self.count = 0;
        }
        self.strikes[strike].words.insert(text.into(), word.clone());
        self.count += 1;
        word
    }

    /// A piece of a broken word, drawn with the joins of the whole and not kept.
    pub fn piece(&mut self, text: &str, look: Look, around: Surroundings<'_>) -> Arc<Word> {
        Arc::new(self.draw(text, look, around))
    }

    fn draw(&mut self, text: &str, look: Look, around: Surroundings<'_>) -> Word {
        let threshold = self.threshold;
        let face = self.face(look.weight);
        let shaped = face.shape(text, look.right_to_left, look.size, around);
        let drawn = face.draw(&shaped.glyphs, look.size, threshold);
        Word {
            text: text.into(),
            weight: look.weight,
            size: look.size,
            right_to_left: look.right_to_left,
            advance: shaped.advance,
            glyphs: shaped.glyphs,
            left: drawn.left,
            top: drawn.top,
            mask: drawn.mask,
        }
    }
}
