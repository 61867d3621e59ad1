//! One paragraph before it knows its width: its text cut into words, spaces and
//! digits of one direction each, by the Unicode bidirectional and line breaking
//! rules.

use std::iter::Peekable;
use std::sync::Arc;

use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_linebreak::linebreaks;

use super::frame::Word;
use super::words::{Look, Words};

/// Text ready to be broken into lines of any width.
pub(super) struct Paragraph {
    /// The look of its base direction.
    pub look: Look,
    /// Stretches between line feeds, in reading order.
    pub stretches: Vec<Vec<Token>>,
}

/// Letters of one direction that stay together, or a space.
#[derive(Clone)]
pub(super) struct Token {
    /// Odd levels run right to left.
    pub level: u8,
    /// Nothing for a space.
    pub word: Option<Arc<Word>>,
    pub advance: f32,
    /// Whether a line may start here.
    pub may_break: bool,
}

impl Paragraph {
    /// Cuts `text` and looks up or draws its words. `look` carries the base
    /// direction.
    pub fn prepare(text: &str, look: Look, words: &mut Words) -> Self {
        let stretches = text
            .split('\n')
            .map(|stretch| cut(stretch, look, words))
            .collect();
        Self { look, stretches }
    }

    /// Dots of the longest line when nothing wraps, rounded up.
    pub fn width(&self) -> i32 {
        let widths = self
            .stretches
            .iter()
            .map(|tokens| tokens.iter().map(|token| token.advance).sum::<f32>());
        widths.fold(0.0, f32::max).ceil() as i32
    }

    /// Dots of the longest part that no line may start within, rounded up.
    pub fn longest_word(&self) -> i32 {
        let mut longest = 0.0_f32;
        for tokens in &self.stretches {
            let mut unit = 0.0;
            for token in tokens {
                if token.may_break {
                    unit = 0.0;
                }
                if token.word.is_some() {
                    unit += token.advance;
                    longest = longest.max(unit);
                }
            }
        }
        longest.ceil() as i32
    }
}

/// The levels of a text in one base direction, without the work of the full
/// algorithm where every letter has the same level.
enum Levels {
    Same(u8),
    Each(Vec<Level>),
}

impl Levels {
    fn of(text: &str, right_to_left: bool) -> Self {
        if is_plain_figure(text) {
            return Levels::Same(if right_to_left { 2 } else { 0 });
        }
        if text.is_ascii() && !right_to_left {
            return Levels::Same(0);
        }
        let base = if right_to_left {
            Level::rtl()
        } else {
            Level::ltr()
        };
        Levels::Each(ParagraphBidiInfo::new(text, Some(base)).levels)
    }

    fn at(&self, byte: usize) -> u8 {
        match self {
            Levels::Same(level) => *level,
            Levels::Each(levels) => levels[byte].number(),
        }
    }
}

fn cut(text: &str, look: Look, words: &mut Words) -> Vec<Token> {
    let levels = Levels::of(text, look.right_to_left);
    let space = words
        .get(
            " ",
            Look {
                right_to_left: false,
                ..look
            },
        )
        .advance;
    let mut tokens = Vec::with_capacity(text.len() / 4 + 2);
    let mut breaks = Breaks {
        positions: linebreaks(text).map(|(byte, _)| byte).peekable(),
    };
    let mut letters = text.char_indices().peekable();
    let mut may_break = true;
    while let Some((start, letter)) = letters.next() {
        may_break |= breaks.at(start);
        if is_control(letter) {
            continue;
        }
        let level = levels.at(start);
        if letter.is_whitespace() {
            tokens.push(Token {
                level,
                word: None,
                advance: space,
                may_break: false,
            });
            continue;
        }
        let mut end = start + letter.len_utf8();
        while let Some(&(next, following)) = letters.peek() {
            let ends = following.is_whitespace()
                || is_control(following)
                || levels.at(next) != level
                || breaks.at(next);
            if ends {
                break;
            }
            end = next + following.len_utf8();
            letters.next();
        }
        push_word(
            &mut tokens,
            &text[start..end],
            level,
            may_break,
            look,
            words,
        );
        may_break = false;
    }
    tokens
}

/// Adds a word as one token, a figure as one token per digit.
fn push_word(
    tokens: &mut Vec<Token>,
    text: &str,
    level: u8,
    may_break: bool,
    look: Look,
    words: &mut Words,
) {
    let look = Look {
        right_to_left: level % 2 == 1,
        ..look
    };
    if !look.right_to_left && text.chars().all(is_figure) {
        for (index, digit) in text.char_indices() {
            let word = words.get(&text[index..index + digit.len_utf8()], look);
            let advance = word.advance;
            tokens.push(Token {
                level,
                word: Some(word),
                advance,
                may_break: may_break && index == 0,
            });
        }
        return;
    }
    let word = words.get(text, look);
    let advance = word.advance;
    tokens.push(Token {
        level,
        word: Some(word),
        advance,
        may_break,
    });
}

/// The places where a line may start, asked for in ascending order.
struct Breaks<I: Iterator<Item = usize>> {
    positions: Peekable<I>,
}

impl<I: Iterator<Item = usize>> Breaks<I> {
    fn at(&mut self, byte: usize) -> bool {
        while self
            .positions
            .next_if(|position| *position < byte)
            .is_some()
        {}
        self.positions.peek() == Some(&byte)
    }
}

/// Digits with marks between them only: its levels are all the same.
fn is_plain_figure(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit_at = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    digit_at(bytes.first())
        && digit_at(bytes.last())
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'.')
        && !text.contains("..")
}

/// What amounts, counts, dates and times are made of.
fn is_figure(letter: char) -> bool {
    matches!(letter, '0'..='9' | '\u{660}'..='\u{669}' | '.' | ',' | ':' | '-' | '/' | '\u{66b}' | '\u{66c}')
}

/// Marks that steer the layout and have no dots of their own.
fn is_control(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || letter.is_control() && !letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::document::Weight;

    fn words_of(text: &str, right_to_left: bool) -> Vec<(String, u8)> {
        let mut words = Words::new(110);
        let look = Look {
            weight: Weight::Medium,
            size: 24,
            right_to_left,
        };
        Paragraph::prepare(text, look, &mut words)
            .stretches
            .concat()
            .iter()
            .filter_map(|token| Some((token.word.as_ref()?.text.to_string(), token.level)))
            .collect()
    }

    #[test]
    fn words_are_cut_where_the_direction_changes() {
        let found = words_of("عود Oud(طيب)", true);
        let expected = [("عود", 1), ("Oud", 2), ("(طيب)", 1)];
        assert_eq!(
            found,
            expected.map(|(text, level)| (text.to_string(), level))
        );
    }

    #[test]
    fn isolates_steer_and_leave_no_dots() {
        let found = words_of("سعر \u{2066}500 ml\u{2069} ماء", true);
        let texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["سعر", "5", "0", "0", "ml", "ماء"]);
        assert!(
            found[1..5].iter().all(|(_, level)| *level == 2),
            "one run from left to right: {found:?}"
        );
    }

    #[test]
    fn plain_figures_have_the_levels_of_the_full_rules() {
        for text in ["12.50", "7", "1.2.3"] {
            for right_to_left in [true, false] {
                let base = if right_to_left {
                    Level::rtl()
                } else {
                    Level::ltr()
                };
                let full = ParagraphBidiInfo::new(text, Some(base)).levels;
                let quick = Levels::of(text, right_to_left);
                assert!(matches!(quick, Levels::Same(_)));
                assert!(
                    full.iter()
                        .enumerate()
                        .all(|(byte, level)| level.number() == quick.at(byte)),
                    "{text}"
                );
            }
        }
    }
}
