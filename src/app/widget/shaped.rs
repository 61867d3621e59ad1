//! Texts already laid out, kept for when they are shown again: shaping Arabic
//! costs more than anything else in a frame, and the same goods come back with
//! every search, every package and every line of the shelf.

use iced::advanced::text::{Paragraph as _, Renderer, Text};
use iced::{Font, Size};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

pub type Paragraph = <iced::Renderer as Renderer>::Paragraph;

/// How many texts are kept, twice: the last used ones and those before.
const KEPT: usize = 1500;

/// A text in exactly the room it needs.
#[derive(Clone)]
pub struct Shaped {
    pub paragraph: Paragraph,
    pub needed: Size,
}

/// All a layout depends on.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Key {
    content: String,
    font: Font,
    size: u32,
    width: u32,
    lines: Option<usize>,
    whole: bool,
    align: iced::alignment::Horizontal,
}

impl Key {
    /// The key of a text that is aligned so and takes `lines` at most, or never
    /// wraps if it is to stay `whole`.
    pub fn new(
        text: &Text<&str, Font>,
        align: iced::alignment::Horizontal,
        lines: Option<usize>,
        whole: bool,
    ) -> Self {
        Key {
            content: text.content.to_owned(),
            font: text.font,
            size: text.size.0.to_bits(),
            width: text.bounds.width.to_bits(),
            lines,
            whole,
            align,
        }
    }
}

#[derive(Default)]
struct Kept {
    recent: HashMap<Key, Shaped>,
    before: HashMap<Key, Shaped>,
}

thread_local! {
    /// Layouts belong to the window's thread, like the window.
    static KEPT_TEXTS: RefCell<Kept> = RefCell::default();
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// The layout of a text: the one kept, or the one `lay_out` makes.
pub fn shaped(key: &Key, lay_out: impl FnOnce() -> Shaped) -> Shaped {
    KEPT_TEXTS.with_borrow_mut(|kept| {
        if let Some(found) = kept.recent.get(key) {
            return found.clone();
        }
        let found = kept.before.remove(key).unwrap_or_else(lay_out);
        if kept.recent.len() == KEPT {
            kept.before = std::mem::take(&mut kept.recent);
        }
        kept.recent.insert(key.clone(), found.clone());
        found
    })
}

/// Lays a text out in its room, and again in exactly the width it needs.
pub fn lay_out(text: Text<&str, Font>) -> Shaped {
    tightened(Paragraph::with_text(text))
}

/// The same in exactly the width it needs, without shaping its letters again.
pub fn tightened(mut paragraph: Paragraph) -> Shaped {
    let needed = paragraph.min_bounds();
    // Half a pixel wider, because a paragraph is not laid out again in the very
    // size it already has, and rounding must not break its lines anew.
    paragraph.resize(Size::new(needed.width + 0.5, next_height()));
    Shaped { paragraph, needed }
}

/// More room than any text needs, and another for each. The window draws anew only
/// what differs from the frame before, and tells two texts that are both kept by
/// their fonts and sizes alone: "1" and "3" would be the same to it.
fn next_height() -> f32 {
    const LOWEST: u32 = 1 << 22;
    NEXT.set((NEXT.get() + 1) % LOWEST);
    (LOWEST + NEXT.get()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::alignment::Horizontal;

    fn key(content: String) -> Key {
        Key {
            content,
            font: Font::DEFAULT,
            size: 16.0_f32.to_bits(),
            width: 100.0_f32.to_bits(),
            lines: None,
            whole: false,
            align: Horizontal::Left,
        }
    }

    #[test]
    fn texts_of_one_size_differ_for_the_window() {
        let digit = |content| {
            let text = Text {
                content,
                bounds: Size::INFINITE,
                size: iced::Pixels(16.0),
                line_height: iced::advanced::text::LineHeight::default(),
                font: Font::MONOSPACE,
                align_x: iced::advanced::text::Alignment::Left,
                align_y: iced::alignment::Vertical::Top,
                shaping: iced::advanced::text::Shaping::Advanced,
                wrapping: iced::advanced::text::Wrapping::None,
            };
            lay_out(text)
        };
        let (one, three) = (digit("1"), digit("3"));
        assert_eq!(one.needed, three.needed);
        assert!(one.paragraph.downgrade() != three.paragraph.downgrade());
        assert!(one.paragraph.downgrade() == one.paragraph.downgrade());
    }

    #[test]
    fn what_is_used_stays_and_what_is_not_goes() {
        let made = RefCell::new(Vec::new());
        let ask = |content: &str| {
            shaped(&key(content.to_owned()), || {
                made.borrow_mut().push(content.to_owned());
                Shaped {
                    paragraph: Paragraph::default(),
                    needed: Size::ZERO,
                }
            });
        };
        ask("in use");
        for round in 0..3 {
            for number in 0..KEPT {
                ask(&format!("{round} {number}"));
            }
            ask("in use");
        }
        ask("0 0");
        let times = |content: &str| made.borrow().iter().filter(|at| *at == content).count();
        assert_eq!(times("in use"), 1);
        assert_eq!(times("0 0"), 2, "nothing is kept for ever");
    }
}
