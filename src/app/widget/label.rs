//! Text that keeps its place in a right-to-left line.
//!
//! iced's own `text` puts a single line of aligned Arabic in the wrong place: its
//! glyphs keep the offset of the widest line possible. A [`Label`] lays its text
//! out a second time in exactly the width it needs. It also gives a text that
//! mixes scripts the direction of the screen, and ends a text that does not fit
//! its lines with an ellipsis.

use crate::app::theme::{self, Ink, Theme, set_in, type_size};
use crate::app::widget::Dir;
use crate::app::widget::shaped::{Key, Paragraph, Shaped, lay_out, shaped, tightened};
use crate::locale::{Direction, bidi};
use iced::advanced::text::{self as shaping, Paragraph as _, Renderer as _};
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Layout, layout, renderer};
use iced::alignment::{Horizontal, Vertical};
use iced::{Element, Font, Length, Pixels, Rectangle, Size, mouse};
use std::borrow::Cow;
use unicode_bidi::{BidiClass, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

/// How far Latin letters stand above the middle of a line, in parts of its size.
const RISE: f32 = 0.055;

/// A piece of text in the till's type. Made by [`label`] or [`Dir::label`].
#[must_use]
pub struct Label<'a> {
    content: Cow<'a, str>,
    dir: Dir,
    size: f32,
    font: Font,
    width: Length,
    align: Horizontal,
    lines: Option<usize>,
    whole: bool,
    ink: Ink,
    id: Option<Id>,
}

/// Text of body size that starts where `dir` starts and wraps between words.
pub fn label<'a>(dir: Dir, content: impl Into<Cow<'a, str>>) -> Label<'a> {
    Label {
        content: with_base_direction(dir, content.into()),
        dir,
        size: type_size::BODY,
        font: theme::REGULAR,
        width: Length::Shrink,
        align: dir.start(),
        lines: None,
        whole: false,
        ink: Ink::Inherited,
        id: None,
    }
}

impl Label<'_> {
    /// Sets the size of type, one of [`type_size`].
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Sets the face.
    pub fn font(mut self, font: Font) -> Self {
        self.font = font;
        self
    }

    /// Writes in the medium face.
    pub fn medium(self) -> Self {
        self.font(theme::MEDIUM)
    }

    /// Writes in the bold face.
    pub fn bold(self) -> Self {
        self.font(theme::BOLD)
    }

    /// Sets the width; the text wraps and is aligned inside it.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Takes the whole width there is.
    pub fn fill(self) -> Self {
        self.width(Length::Fill)
    }

    /// Stands in the middle of its width.
    pub fn centre(mut self) -> Self {
        self.align = Horizontal::Center;
        self
    }

    /// Stands at the reading end of its width: money in a column.
    pub fn at_end(mut self) -> Self {
        self.align = self.dir.end();
        self
    }

    /// Never takes more than so many lines; what does not fit ends in an ellipsis.
    pub fn lines(mut self, lines: usize) -> Self {
        self.lines = Some(lines);
        self
    }

    /// Never wraps and is never cut, whatever the room: money.
    pub fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    /// Sets the colour by its role.
    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    /// Writes in the colour of secondary text.
    pub fn muted(self) -> Self {
        self.ink(Ink::Muted)
    }

    /// Names the label, so that a test can find it.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    fn text<'b>(&self, content: &'b str, bounds: Size) -> shaping::Text<&'b str, Font> {
        shaping::Text {
            content,
            bounds,
            size: Pixels(set_in(self.size)),
            line_height: shaping::LineHeight::Relative(type_size::LINE_HEIGHT),
            font: self.font,
            align_x: self.align.into(),
            align_y: Vertical::Top,
            shaping: shaping::Shaping::Advanced,
            wrapping: match (self.whole, self.lines) {
                (true, _) => shaping::Wrapping::None,
                (false, None) => shaping::Wrapping::Word,
                (false, Some(_)) => shaping::Wrapping::WordOrGlyph,
            },
        }
    }

    /// The text in its room, cut to its lines.
    fn laid_out(&self, room: Size) -> Shaped {
        let whole = Paragraph::with_text(self.text(&self.content, room));
        match self.lines {
            Some(lines) if line_count(&whole) > lines => {
                let cut = self.cut(room.width, lines);
                lay_out(self.text(&cut, room))
            }
            _ => tightened(whole),
        }
    }

    /// The text in a width, from those kept or laid out now.
    pub(super) fn in_width(&self, width: f32) -> Shaped {
        let room = Size::new(width, f32::INFINITY);
        let text = self.text(&self.content, room);
        let key = Key::new(&text, self.align, self.lines, self.whole);
        shaped(&key, || self.laid_out(room))
    }

    /// The longest beginning of the text that fits, with an ellipsis.
    fn cut(&self, width: f32, lines: usize) -> String {
        let ends: Vec<usize> = self
            .content
            .grapheme_indices(true)
            .map(|(at, _)| at)
            .collect();
        let shortened = |end: usize| format!("{}…", self.content[..end].trim_end());
        let fits = |end: usize| {
            let text = shortened(end);
            let paragraph = Paragraph::with_text(self.text(&text, Size::new(width, f32::INFINITY)));
            line_count(&paragraph) <= lines
        };
        let fitting = ends.partition_point(|&end| fits(end));
        shortened(ends[fitting.saturating_sub(1)])
    }
}

fn is_arabic(letter: char) -> bool {
    bidi_class(letter) == BidiClass::AL
}

fn line_count(paragraph: &Paragraph) -> usize {
    paragraph.buffer().layout_runs().count()
}

/// Marks the base direction of a text that has letters of both directions, or pieces
/// set apart, whose letters tell nothing of the whole. A text of one script keeps the
/// direction of its own letters, so that a Latin name with a bracket, or a bare phone
/// number, stays as it was written.
fn with_base_direction(dir: Dir, content: Cow<'_, str>) -> Cow<'_, str> {
    let has = |wanted: &[BidiClass]| content.chars().any(|c| wanted.contains(&bidi_class(c)));
    let is_mixed = has(&[BidiClass::L]) && has(&[BidiClass::R, BidiClass::AL]);
    if is_mixed || has(&[BidiClass::LRI, BidiClass::RLI, BidiClass::FSI]) {
        let direction = match dir {
            Dir::Rtl => Direction::RightToLeft,
            Dir::Ltr => Direction::LeftToRight,
        };
        Cow::Owned(bidi::marked(direction, &content))
    } else {
        content
    }
}

/// What was laid out last.
#[derive(Default)]
struct State(Option<(Key, Shaped)>);

impl<M> Widget<M, Theme, iced::Renderer> for Label<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        layout::sized(limits, self.width, Length::Shrink, |limits| {
            let room = Size::new(limits.max().width, f32::INFINITY);
            let text = self.text(&self.content, room);
            let key = Key::new(&text, self.align, self.lines, self.whole);
            match &state.0 {
                Some((last, shaped)) if *last == key => shaped.needed,
                _ => {
                    let found = shaped(&key, || self.laid_out(room));
                    let needed = found.needed;
                    state.0 = Some((key, found));
                    needed
                }
            }
        })
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let Some((_, shaped)) = &tree.state.downcast_ref::<State>().0 else {
            return;
        };
        let paragraph = &shaped.paragraph;
        let bounds = layout.bounds();
        let colour = self.ink.colour(theme).unwrap_or(style.text_color);
        let mut place = bounds.anchor(paragraph.min_bounds(), self.align, Vertical::Top);
        if self.align == Horizontal::Center && !self.content.chars().any(is_arabic) {
            // The face leaves room for Arabic marks under the line, so that Latin
            // letters and digits alone would stand a little high on a button.
            place.y += set_in(self.size) * RISE;
        }
        renderer.fill_paragraph(paragraph, place, colour, *viewport);
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let lines = self.content.split('\n');
        let lines = lines.map(|line| line.trim_start_matches(['\u{200E}', '\u{200F}']));
        let content = lines.collect::<Vec<_>>().join("\n");
        operation.text(self.id.as_ref(), layout.bounds(), &content);
    }
}

impl<'a, M: 'a> From<Label<'a>> for Element<'a, M, Theme> {
    fn from(label: Label<'a>) -> Self {
        Element::new(label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_does_not_tell_its_direction_is_marked() {
        let cases = [
            (Dir::Rtl, "قهوة Pepsi", true),
            (Dir::Ltr, "قهوة Pepsi", true),
            (Dir::Rtl, "قهوة 12", false),
            (Dir::Rtl, "Coca-Cola 330ml (6)", false),
            (Dir::Rtl, "+966 50 123 4567", false),
            (
                Dir::Rtl,
                "\u{2068}الباقة\u{2069}: \u{2068}أطايب\u{2069}",
                true,
            ),
        ];
        for (dir, text, marked) in cases {
            let got = with_base_direction(dir, text.into());
            assert_eq!(got.len() > text.len(), marked, "{text} in {dir:?}");
        }
    }

    #[test]
    fn each_line_of_a_text_is_marked() {
        let got = with_base_direction(Dir::Rtl, "لا\n\u{2066}F01\u{2069}: نعم".into());
        assert_eq!(got, "\u{200f}لا\n\u{200f}\u{2066}F01\u{2069}: نعم");
    }
}
