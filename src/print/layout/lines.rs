//! A paragraph broken into lines that fit their column. A word too long for the
//! column is broken between letters, so nothing ever stands outside.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::face::Surroundings;
use super::frame::Word;
use super::paragraph::{Paragraph, Token};
use super::words::{Look, Words};

/// Words in visual order, left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The pen start of each word from the line's left end, in dots.
    pub words: Vec<(f32, Arc<Word>)>,
    pub advance: f32,
    /// Dots above the baseline that hold ink.
    pub above: i32,
    /// Dots below the baseline that hold ink.
    pub below: i32,
}

/// Where a line stands in its column on the paper, whatever the direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Left,
    Centre,
    Right,
}

impl Line {
    /// The pen starts of the words in a column from `x` of `width` dots. Letters
    /// whose ink reaches over their advance are moved back inside.
    pub fn placed(&self, x: i32, width: i32, edge: Edge) -> Vec<(i32, &Arc<Word>)> {
        let free = width as f32 - self.advance;
        let origin = x as f32
            + match edge {
                Edge::Left => 0.0,
                Edge::Centre => free / 2.0,
                Edge::Right => free,
            };
        let mut placed: Vec<(i32, &Arc<Word>)> = self
            .words
            .iter()
            .map(|(offset, word)| ((origin + offset).round() as i32, word))
            .collect();
        let left = placed
            .iter()
            .map(|(pen, word)| pen + word.left)
            .min()
            .unwrap_or(x);
        let right = placed
            .iter()
            .map(|(pen, word)| pen + word.right())
            .max()
            .unwrap_or(x);
        let shift = (x - left).max(0) - (right - x - width).max(0);
        for (pen, _) in &mut placed {
            *pen += shift;
        }
        placed
    }

    /// Dots from the leftmost to the rightmost ink, a dot for rounding included.
    fn ink_width(&self) -> i32 {
        let left = self
            .words
            .iter()
            .map(|(offset, word)| offset + word.left as f32)
            .fold(f32::MAX, f32::min);
        let right = self
            .words
            .iter()
            .map(|(offset, word)| offset + word.right() as f32)
            .fold(f32::MIN, f32::max);
        if left > right {
            0
        } else {
            (right - left).ceil() as i32 + 1
        }
    }
}

impl Paragraph {
    /// Lines of at most `width` dots of ink.
    pub fn lines(&self, width: i32, words: &mut Words) -> Vec<Line> {
        let mut lines = Vec::new();
        for tokens in &self.stretches {
            if fits_unbroken(tokens, width) {
                break_lines(tokens, width, self.look, &mut lines);
            } else {
                let pieces = pieces(tokens, width, self.look, words);
                break_lines(&pieces, width, self.look, &mut lines);
            }
        }
        lines
    }
}

/// The next place after `from` where a line may start.
fn unit_end(tokens: &[Token], from: usize) -> usize {
    (from + 1..tokens.len())
        .find(|index| tokens[*index].may_break && tokens[*index].word.is_some())
        .unwrap_or(tokens.len())
}

fn advance(tokens: &[Token]) -> f32 {
    tokens.iter().map(|token| token.advance).sum()
}

/// Without the spaces at the reading start and end.
fn trimmed(tokens: &[Token]) -> &[Token] {
    let Some(first) = tokens.iter().position(|token| token.word.is_some()) else {
        return &[];
    };
    let last = tokens
        .iter()
        .rposition(|token| token.word.is_some())
        .expect("there is a first word");
    &tokens[first..=last]
}

/// Whether every part that must stay together is narrower than the column.
fn fits_unbroken(tokens: &[Token], width: i32) -> bool {
    let mut start = 0;
    while start < tokens.len() {
        let end = unit_end(tokens, start);
        if extent(&tokens[start..end]) > width as f32 {
            return false;
        }
        start = end;
    }
    true
}

/// Dots a part takes, ink beyond its advance and a dot for rounding included.
fn extent(unit: &[Token]) -> f32 {
    let unit = trimmed(unit);
    let over = unit
        .iter()
        .filter_map(|token| token.word.as_ref())
        .fold(0.0_f32, |over, word| {
            over.max(-word.left as f32)
                .max(word.right() as f32 - word.advance)
        });
    advance(unit) + 2.0 * over.max(0.0) + 1.0
}

/// Tokens with every part wider than the column broken between its letters.
fn pieces(tokens: &[Token], width: i32, look: Look, words: &mut Words) -> Vec<Token> {
    let mut broken = Vec::with_capacity(tokens.len() + 8);
    let mut start = 0;
    while start < tokens.len() {
        let end = unit_end(tokens, start);
        let unit = &tokens[start..end];
        let fits = extent(unit) <= width as f32;
        for token in unit {
            match &token.word {
                Some(word) if !fits && extent(std::slice::from_ref(token)) > width as f32 => {
                    let look = Look {
                        right_to_left: word.right_to_left,
                        ..look
                    };
                    split_word(word, token.level, width, look, words, &mut broken);
                }
                _ => broken.push(Token {
                    may_break: token.may_break || !fits,
                    ..token.clone()
                }),
            }
        }
        start = end;
    }
    broken
}

/// Breaks one word into the longest pieces that fit, at least a letter each.
fn split_word(
    word: &Word,
    level: u8,
    width: i32,
    look: Look,
    words: &mut Words,
    broken: &mut Vec<Token>,
) {
    let text = &*word.text;
    let ends: Vec<usize> = text
        .grapheme_indices(true)
        .map(|(start, letter)| start + letter.len())
        .collect();
    let mut start = 0;
    while start < text.len() {
        let mut chosen: Option<Token> = None;
        let mut next = start;
        for end in ends.iter().copied().filter(|end| *end > start) {
            let around = Surroundings {
                before: &text[..start],
                after: &text[end..],
            };
            let piece = words.piece(&text[start..end], look, around);
            let token = Token {
                level,
                advance: piece.advance,
                word: Some(piece),
                may_break: true,
            };
            if chosen.is_some() && extent(std::slice::from_ref(&token)) > width as f32 {
                break;
            }
            chosen = Some(token);
            next = end;
        }
        broken.extend(chosen);
        start = next;
    }
}

/// Fills lines from the reading start, as much as fits on each.
fn break_lines(tokens: &[Token], width: i32, look: Look, lines: &mut Vec<Line>) {
    let mut start = 0;
    let first = lines.len();
    while start < tokens.len() {
        if tokens[start].word.is_none() && lines.len() > first {
            start += 1;
            continue;
        }
        let (end, set) = fill_line(tokens, start, width, look);
        lines.push(set);
        start = end;
    }
    if lines.len() == first {
        lines.push(line(&[], look));
    }
}

/// One line from `start`: where the next begins, and the words set.
fn fill_line(tokens: &[Token], start: usize, width: i32, look: Look) -> (usize, Line) {
    let mut ends = Vec::new();
    let mut end = start;
    while end < tokens.len() {
        end = unit_end(tokens, end);
        if !ends.is_empty() && advance(trimmed(&tokens[start..end])) > width as f32 {
            break;
        }
        ends.push(end);
    }
    loop {
        let end = ends.pop().expect("a line takes one part at least");
        let set = line(trimmed(&tokens[start..end]), look);
        if ends.is_empty() || set.ink_width() <= width {
            return (end, set);
        }
    }
}

/// Puts the tokens of one line into visual order (rule L2 of UAX #9).
fn line(tokens: &[Token], look: Look) -> Line {
    let base = u8::from(look.right_to_left);
    let mut order: Vec<usize> = (0..tokens.len()).collect();
    let highest = tokens.iter().map(|token| token.level).max().unwrap_or(base);
    for level in (1..=highest).rev() {
        let mut index = 0;
        while index < order.len() {
            let run = order[index..]
                .iter()
                .take_while(|token| tokens[**token].level >= level)
                .count();
            order[index..index + run].reverse();
            index += run.max(1);
        }
    }
    let mut set = Line {
        words: Vec::with_capacity(order.len()),
        advance: 0.0,
        above: 0,
        below: 0,
    };
    for index in order {
        let token = &tokens[index];
        if let Some(word) = &token.word
            && word.mask.height() > 0
        {
            set.above = set.above.max(-word.top);
            set.below = set.below.max(word.top + word.mask.height() as i32);
            set.words.push((set.advance, word.clone()));
        }
        set.advance += token.advance;
    }
    set
}
