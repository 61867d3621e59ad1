//! A field for text whose caret and selection are right in Arabic.
//!
//! iced's `text_input` draws its caret as if all text ran left to right, and
//! reads a click the same way once text is longer than the field. Focus, keys and
//! clipboard it does well. So a [`Input`] keeps that widget for those, lets it
//! draw only the box (the theme hides its letters), and draws text, caret and
//! selection itself, where a click then finds them.

use crate::app::theme::{self, Field, Ink, Theme, grown, set_in, space, target, type_size};
use crate::app::widget::around::{Around, Drawing, Inner, Place, around};
use crate::app::widget::{Dir, Icon, icon};
use iced::advanced::graphics::text::{Paragraph, cosmic_text::LayoutGlyph};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::text::{self as shaping, Paragraph as _, Renderer as _, paragraph::Plain};
use iced::advanced::widget::{Id, Tree, Widget, tree};
use iced::advanced::{Layout, Shell, input_method, layout};
use iced::alignment::{Horizontal, Vertical};
use iced::keyboard::{self, key::Named};
use iced::widget::text_input::{self, TextInput, cursor};
use iced::{Color, Element, Event, Length, Padding, Pixels, Point, Rectangle, Size, mouse, touch};
use unicode_segmentation::UnicodeSegmentation;

type InnerState = text_input::State<Paragraph>;

/// The width of the caret, in pixels.
const CARET: f32 = 2.0;
/// The side of the symbol inside a field.
const SYMBOL: f32 = 24.0;

/// A field for one line of text. Made by [`input`].
#[must_use]
pub struct Input<'a, M> {
    inner: TextInput<'a, M, Theme, iced::Renderer>,
    placeholder: String,
    value: String,
    dir: Dir,
    size: f32,
    icon: Option<Icon>,
    field: Field,
    on_touch: Option<M>,
}

/// A field that shows `value`, and `placeholder` while there is none.
pub fn input<'a, M: Clone + 'a>(
    dir: Dir,
    id: impl Into<Id>,
    placeholder: &str,
    value: &str,
    on_input: impl Fn(String) -> M + 'a,
) -> Input<'a, M> {
    Input {
        inner: TextInput::new("", value)
            .id(id)
            .align_x(dir.start())
            .on_input(on_input),
        placeholder: placeholder.to_owned(),
        value: value.to_owned(),
        dir,
        size: type_size::BODY,
        icon: None,
        field: Field::Boxed,
        on_touch: None,
    }
}

impl<'a, M: Clone + 'a> Input<'a, M> {
    /// Puts a symbol at the reading start of the field.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Sets the size of type.
    pub fn size(mut self, size: f32) -> Self {
        self.size = size;
        self
    }

    /// Shows that what stands in the field was refused.
    pub fn refused(mut self, refused: bool) -> Self {
        self.field = if refused {
            Field::Refused
        } else {
            Field::Boxed
        };
        self
    }

    /// What Enter means.
    pub fn on_submit(mut self, message: M) -> Self {
        self.inner = self.inner.on_submit(message);
        self
    }

    /// What touching the field means, besides taking the focus: the keyboard of
    /// the screen comes up.
    pub fn on_touch(mut self, message: M) -> Self {
        self.on_touch = Some(message);
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.inner = self.inner.width(width);
        self
    }
}

impl<'a, M: Clone + 'a> From<Input<'a, M>> for Element<'a, M, Theme> {
    fn from(mut input: Input<'a, M>) -> Self {
        let size = set_in(input.size);
        let room = grown(target::NORMAL) - size * type_size::LINE_HEIGHT;
        let start = match input.icon {
            Some(_) => space::L + SYMBOL + space::S,
            None => space::L,
        };
        let padding: Padding = input
            .dir
            .padding((room / 2.0).max(space::XS), start, space::L);
        input.inner = input
            .inner
            .size(size)
            .font(theme::REGULAR)
            .line_height(shaping::LineHeight::Relative(type_size::LINE_HEIGHT))
            .padding(padding)
            .class(input.field);
        around(input)
    }
}

#[derive(Default)]
struct State {
    text: Plain<Paragraph>,
    placeholder: Plain<Paragraph>,
    /// Where a selection by dragging began, counted in graphemes.
    anchor: Option<usize>,
}

/// The x of the caret before byte `index`, in the paragraph's own coordinates.
fn caret_x(paragraph: &Paragraph, index: usize) -> f32 {
    let Some(run) = paragraph.buffer().layout_runs().next() else {
        return 0.0;
    };
    let holds = |glyph: &&LayoutGlyph| glyph.start <= index && index < glyph.end;
    if let Some(glyph) = run.glyphs.iter().find(holds) {
        // A ligature, lam-alef above all, is one glyph for two letters.
        let letters = run.text[glyph.start..glyph.end]
            .graphemes(true)
            .count()
            .max(1);
        let before = run.text[glyph.start..index].graphemes(true).count();
        let step = glyph.w * before as f32 / letters as f32;
        return match glyph.level.is_rtl() {
            true => glyph.x + glyph.w - step,
            false => glyph.x + step,
        };
    }
    match run.glyphs.iter().max_by_key(|glyph| glyph.end) {
        Some(glyph) if glyph.level.is_rtl() => glyph.x,
        Some(glyph) => glyph.x + glyph.w,
        None => 0.0,
    }
}

/// Where the letters between two bytes stand: several stretches, where directions mix.
fn stretches(paragraph: &Paragraph, from: usize, to: usize) -> Vec<(f32, f32)> {
    let glyphs = paragraph.buffer().layout_runs().flat_map(|run| run.glyphs);
    let mut chosen: Vec<(f32, f32)> = glyphs
        .filter(|glyph| glyph.start < to && glyph.end > from)
        .map(|glyph| (glyph.x, glyph.w))
        .collect();
    chosen.sort_by(|one, other| one.0.total_cmp(&other.0));
    chosen
        .into_iter()
        .fold(Vec::new(), |mut joined, (x, width)| {
            match joined.last_mut() {
                Some((start, reach)) if x - (*start + *reach) < 1.0 => *reach = x + width - *start,
                _ => joined.push((x, width)),
            }
            joined
        })
}

fn byte_of(text: &str, grapheme: usize) -> usize {
    text.grapheme_indices(true)
        .nth(grapheme)
        .map_or(text.len(), |(at, _)| at)
}

fn grapheme_of(text: &str, byte: usize) -> usize {
    text.grapheme_indices(true)
        .take_while(|&(at, _)| at < byte)
        .count()
}

/// What a key of an Arabic keyboard means when it sends a ligature as one letter.
fn letters_of_ligature(text: &str) -> Option<&'static str> {
    match text {
        "\u{FEFB}" => Some("لا"),
        "\u{FEF7}" => Some("لأ"),
        "\u{FEF9}" => Some("لإ"),
        "\u{FEF5}" => Some("لآ"),
        _ => None,
    }
}

fn is_press(event: &Event) -> bool {
    matches!(
        event,
        Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. })
    )
}

fn turn(key: &mut keyboard::Key) {
    if let keyboard::Key::Named(name) = key {
        *name = match *name {
            Named::ArrowLeft => Named::ArrowRight,
            Named::ArrowRight => Named::ArrowLeft,
            other => other,
        };
    }
}

impl<M: Clone> Input<'_, M> {
    fn line<'b>(&self, content: &'b str) -> shaping::Text<&'b str, iced::Font> {
        shaping::Text {
            content,
            bounds: Size::INFINITE,
            size: Pixels(set_in(self.size)),
            line_height: shaping::LineHeight::Relative(type_size::LINE_HEIGHT),
            font: theme::REGULAR,
            align_x: shaping::Alignment::Default,
            align_y: Vertical::Top,
            shaping: shaping::Shaping::Advanced,
            wrapping: shaping::Wrapping::None,
        }
    }

    /// The left edge of the text inside the field. Text that is too long is
    /// moved so that its caret is in sight, or its beginning without the focus.
    fn left(&self, inner: &InnerState, paragraph: &Paragraph, room: f32) -> f32 {
        let free = room - paragraph.min_width();
        if free >= 0.0 {
            return match self.dir.start() {
                Horizontal::Left => 0.0,
                Horizontal::Center => free / 2.0,
                Horizontal::Right => free,
            };
        }
        let caret = if inner.is_focused() {
            self.caret(inner)
        } else {
            0
        };
        let x = caret_x(paragraph, byte_of(&self.value, caret));
        (room / 2.0 - x).clamp(free - CARET, 0.0)
    }

    fn caret(&self, inner: &InnerState) -> usize {
        match inner.cursor().state(&text_input::Value::new(&self.value)) {
            cursor::State::Index(at) => at,
            cursor::State::Selection { end, .. } => end,
        }
    }

    /// The grapheme boundary nearest to a place on the screen.
    fn hit(&self, tree: &Tree, field: Rectangle, place: Point) -> usize {
        let inner = tree.children[0].state.downcast_ref::<InnerState>();
        let paragraph = tree.state.downcast_ref::<State>().text.raw();
        let x = place.x - field.x - self.left(inner, paragraph, field.width);
        let middle = paragraph.min_height() / 2.0;
        paragraph.hit_test(Point::new(x, middle)).map_or_else(
            || self.value.graphemes(true).count(),
            |hit| grapheme_of(&self.value, hit.cursor()),
        )
    }

    /// Puts the caret where the finger or the mouse is; the inner widget has
    /// already taken the focus, and selected a word when it was a double press.
    fn place_caret(&self, tree: &mut Tree, event: &Event, field: Rectangle, place: Point) {
        if !is_press(event) {
            return;
        }
        let at = self.hit(tree, field, place);
        let inner = tree.children[0].state.downcast_mut::<InnerState>();
        let value = text_input::Value::new(&self.value);
        if let cursor::State::Index(_) = inner.cursor().state(&value) {
            inner.move_cursor_to(at);
            tree.state.downcast_mut::<State>().anchor = Some(at);
        }
    }
}

impl<M: Clone> Around<M> for Input<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        &self.inner
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        &mut self.inner
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn prepare(&self, state: &mut tree::State) {
        let state = state.downcast_mut::<State>();
        let _ = state.text.update(self.line(&self.value));
        let _ = state.placeholder.update(self.line(&self.placeholder));
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        let field = text_bounds(place.layout);
        let state = tree.state.downcast_ref::<State>();
        let rtl = state
            .text
            .raw()
            .buffer()
            .layout_runs()
            .next()
            .is_some_and(|run| run.rtl);
        let mut event = event.clone();
        match &mut event {
            Event::Keyboard(keyboard::Event::KeyPressed {
                key,
                modified_key,
                text,
                ..
            }) => {
                // Arrows move the way they point.
                if rtl {
                    turn(key);
                    turn(modified_key);
                }
                if let Some(letters) = text.as_deref().and_then(letters_of_ligature) {
                    event = Event::InputMethod(input_method::Event::Commit(letters.to_owned()));
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { position })
            | Event::Touch(touch::Event::FingerMoved { position, .. }) => {
                if let Some(anchor) = state.anchor {
                    let at = self.hit(tree, field, *position);
                    let inner = tree.children[0].state.downcast_mut::<InnerState>();
                    inner.select_range(anchor, at);
                    shell.capture_event();
                    shell.request_redraw();
                    return;
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(_))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. }) => {
                tree.state.downcast_mut::<State>().anchor = None;
            }
            _ => {}
        }
        self.pass(tree, &event, cursor, place, shell);
        if let Some(pressed) = cursor.position_over(place.layout.bounds()) {
            self.place_caret(tree, &event, field, pressed);
            if is_press(&event)
                && let Some(message) = &self.on_touch
            {
                shell.publish(message.clone());
            }
        }
    }

    fn draw_over(&self, tree: &Tree, renderer: &mut iced::Renderer, drawing: &Drawing<'_>) {
        let Drawing {
            theme,
            style,
            layout,
            cursor,
            viewport,
        } = *drawing;
        let (field, whole) = (text_bounds(layout), layout.bounds());
        if let Some(symbol) = self.icon {
            let x = match self.dir {
                Dir::Rtl => whole.x + whole.width - space::L - SYMBOL,
                Dir::Ltr => whole.x + space::L,
            };
            let place = Point::new(x, whole.center_y() - SYMBOL / 2.0);
            let node = layout::Node::new(Size::new(SYMBOL, SYMBOL)).move_to(place);
            let symbol = icon(symbol).size(SYMBOL).ink(Ink::Muted);
            let drawn: &dyn Widget<M, Theme, iced::Renderer> = &symbol;
            drawn.draw(
                tree,
                renderer,
                theme,
                style,
                Layout::new(&node),
                cursor,
                viewport,
            );
        }
        self.draw_text(tree, renderer, theme, field);
    }
}

impl<M: Clone> Input<'_, M> {
    fn draw_text(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        field: Rectangle,
    ) {
        let inner = tree.children[0].state.downcast_ref::<InnerState>();
        let state = tree.state.downcast_ref::<State>();
        let (paragraph, ink) = match self.value.is_empty() {
            true => (state.placeholder.raw(), theme.colours.muted),
            false => (state.text.raw(), theme.colours.ink),
        };
        let left = self.left(inner, paragraph, field.width);
        renderer.with_layer(field.expand(CARET), |renderer| {
            let mut bar = |x: f32, width: f32, colour: Color| {
                let bounds = Rectangle {
                    x: field.x + left + x,
                    width,
                    ..field
                };
                renderer.fill_quad(
                    Quad {
                        bounds,
                        ..Quad::default()
                    },
                    colour,
                );
            };
            if inner.is_focused() {
                match inner.cursor().state(&text_input::Value::new(&self.value)) {
                    cursor::State::Index(at) if self.value.is_empty() => {
                        debug_assert_eq!(at, 0);
                        let edge = match self.dir {
                            Dir::Rtl => paragraph.min_width(),
                            Dir::Ltr => -CARET,
                        };
                        bar(edge, CARET, theme.colours.focus);
                    }
                    cursor::State::Index(at) => {
                        let x = caret_x(paragraph, byte_of(&self.value, at));
                        bar(x - CARET / 2.0, CARET, theme.colours.focus);
                    }
                    cursor::State::Selection { start, end } => {
                        let from = byte_of(&self.value, start.min(end));
                        let to = byte_of(&self.value, start.max(end));
                        for (x, width) in stretches(paragraph, from, to) {
                            bar(x, width, theme.colours.selection);
                        }
                    }
                }
            }
            let place = Point::new(
                field.x + left,
                field.center_y() - paragraph.min_height() / 2.0,
            );
            renderer.fill_paragraph(paragraph, place, ink, field);
        });
    }
}

fn text_bounds(layout: Layout<'_>) -> Rectangle {
    let text = layout.children().next();
    text.expect("a text input lays out its text first").bounds()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphemes_and_bytes_answer_each_other() {
        let text = "قُهوة Pepsi";
        for grapheme in 0..=text.graphemes(true).count() {
            assert_eq!(grapheme_of(text, byte_of(text, grapheme)), grapheme);
        }
    }
}
