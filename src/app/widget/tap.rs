//! What is pressed: with a finger, the mouse, or the keys of a keyboard. iced's
//! button knows the first two; a [`Tap`] adds the focus, its ring, Enter and Space.
//! Where the focus goes next is `focus`'s.

use crate::app::theme::{Element, Press, Theme};
use crate::app::widget::around::{Around, Drawing, Inner, Place, around};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Layout, Shell};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::button::{self, Button};
use iced::{Background, Border, Color, Event, Length, Padding, Rectangle, mouse, touch};

/// How far the ring stands off, and how wide it is.
const RING_GAP: f32 = 4.0;
const RING: f32 = 3.0;
/// The finger keys press with.
const KEY_FINGER: touch::Finger = touch::Finger(u64::MAX);

/// Something to press. Made by `button`, `pressable` and their like.
#[must_use]
pub struct Tap<'a, M> {
    inner: Button<'a, M, Theme>,
    press: Press,
    live: bool,
}

impl<'a, M: Clone + 'a> Tap<'a, M> {
    /// Something to press that does nothing until [`Tap::on_press`].
    pub fn new(content: impl Into<Element<'a, M>>) -> Self {
        Tap {
            inner: Button::new(content),
            press: Press::default(),
            live: false,
        }
    }

    /// Sets the room around its content.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.inner = self.inner.padding(padding);
        self
    }

    /// Sets the width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.inner = self.inner.width(width);
        self
    }

    /// Sets the height.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.inner = self.inner.height(height);
        self
    }

    /// Sets its kind.
    pub fn class(mut self, press: Press) -> Self {
        self.inner = self.inner.class(press);
        self.press = press;
        self
    }

    /// What pressing it means.
    pub fn on_press(self, message: M) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// What pressing it means, if it can be pressed now.
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.live = message.is_some();
        self.inner = self.inner.on_press_maybe(message);
        self
    }
}

#[derive(Debug, Default)]
struct State {
    focused: bool,
    pressed: bool,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

/// What a key means to the thing that has the focus.
fn wish(event: &Event) -> Option<Wish> {
    let Event::Keyboard(keyboard::Event::KeyPressed {
        key,
        text,
        modifiers,
        repeat,
        ..
    }) = event
    else {
        return None;
    };
    let plain = !modifiers.control() && !modifiers.alt() && !modifiers.logo();
    match key {
        Key::Named(Named::Enter | Named::Space) if plain => Some(match repeat {
            true => Wish::Nothing,
            false => Wish::Press,
        }),
        Key::Named(Named::Escape) => Some(Wish::LetGo),
        // Whoever writes, person or scanner, means no button: its Enter comes next.
        _ if plain && text.is_some() => Some(Wish::LetGo),
        _ => None,
    }
}

enum Wish {
    Press,
    /// A key that is held down presses once.
    Nothing,
    LetGo,
}

/// The ground of a thing, without what a scrolling area hides of it: what reaches
/// over the edge of its area is painted point by point, many times slower.
fn ground_in_sight(bounds: Rectangle, border: Border, sight: &Rectangle) -> Quad {
    let mut quad = Quad {
        bounds,
        border,
        ..Quad::default()
    };
    let radius = &mut quad.border.radius;
    let hidden_above = sight.y - bounds.y;
    let hidden_below = bounds.y + bounds.height - sight.y - sight.height;
    // A line or a corner that is cut has to be cut exactly.
    let rounding = radius.top_left.min(bounds.height / 2.0);
    let can_be_cut = |hidden: f32| hidden > rounding && border.width == 0.0;
    if can_be_cut(hidden_above) {
        quad.bounds.y += hidden_above;
        quad.bounds.height -= hidden_above;
        (radius.top_left, radius.top_right) = (0.0, 0.0);
    }
    if can_be_cut(hidden_below) {
        quad.bounds.height -= hidden_below;
        (radius.bottom_left, radius.bottom_right) = (0.0, 0.0);
    }
    quad
}

impl<'a, M: Clone + 'a> Around<M> for Tap<'a, M> {
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

    fn announce(&mut self, tree: &mut Tree, layout: Layout<'_>, to: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();
        match self.live {
            true => to.focusable(None, layout.bounds(), state),
            false => state.unfocus(),
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        let bounds = place.layout.bounds();
        let state = tree.state.downcast_mut::<State>();
        let mut pressed = Vec::new();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                state.focused = false;
            }
            _ if state.focused && !shell.is_event_captured() => match wish(event) {
                Some(Wish::Press) => {
                    let (id, position) = (KEY_FINGER, bounds.center());
                    pressed.push(Event::Touch(touch::Event::FingerPressed { id, position }));
                    pressed.push(Event::Touch(touch::Event::FingerLifted { id, position }));
                }
                Some(Wish::Nothing) => shell.capture_event(),
                Some(Wish::LetGo) => {
                    state.focused = false;
                    shell.request_redraw();
                }
                None => {}
            },
            _ => {}
        }
        let was_captured = shell.is_event_captured();
        self.pass(tree, event, cursor, place, shell);
        let state = tree.state.downcast_mut::<State>();
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let took = shell.is_event_captured() && !was_captured;
                state.pressed = took && cursor.is_over(bounds);
            }
            Event::Mouse(mouse::Event::ButtonReleased(_))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. }) => {
                state.pressed = false;
            }
            _ => {}
        }
        for event in &pressed {
            // A finger of its own shell: that the first half took the press must not
            // keep the second from the button.
            let mut messages = Vec::new();
            let mut own = Shell::new(&mut messages);
            let inside = mouse::Cursor::Available(bounds.center());
            self.pass(tree, event, inside, place, &mut own);
            shell.merge(own, |message| message);
            shell.capture_event();
            for message in messages {
                shell.publish(message);
            }
        }
    }

    fn draw_under(&self, tree: &Tree, renderer: &mut iced::Renderer, drawing: &Drawing<'_>) {
        let bounds = drawing.layout.bounds();
        let state = tree.state.downcast_ref::<State>();
        let status = match self.live {
            false => button::Status::Disabled,
            true if state.pressed && drawing.cursor.is_over(bounds) => button::Status::Pressed,
            true => button::Status::Active,
        };
        let style = self.press.style(drawing.theme, status);
        if let Some(ground) = style.background {
            renderer.fill_quad(
                ground_in_sight(bounds, style.border, drawing.viewport),
                ground,
            );
        }
    }

    fn draw_over(&self, tree: &Tree, renderer: &mut iced::Renderer, drawing: &Drawing<'_>) {
        if !tree.state.downcast_ref::<State>().focused {
            return;
        }
        let style = self.press.style(drawing.theme, button::Status::Active);
        let corner = style.border.radius.top_left;
        let ring = Quad {
            bounds: drawing.layout.bounds().expand(RING_GAP),
            border: Border {
                color: drawing.theme.colours.focus,
                width: RING,
                radius: (corner + RING_GAP).into(),
            },
            ..Quad::default()
        };
        renderer.fill_quad(ring, Background::Color(Color::TRANSPARENT));
    }
}

impl<'a, M: Clone + 'a> From<Tap<'a, M>> for Element<'a, M> {
    fn from(tap: Tap<'a, M>) -> Self {
        around(tap)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ground_is_cut_where_its_area_ends_but_not_through_a_corner_or_a_line() {
        let sight = Rectangle {
            x: 0.0,
            y: 100.0,
            width: 400.0,
            height: 300.0,
        };
        let (plain, lined) = (Border::default().rounded(16), Border::default().width(2));
        // From where to where a thing stands, and what of it is painted.
        let cases = [
            (plain, (150.0, 250.0), (150.0, 250.0)),
            (plain, (50.0, 150.0), (100.0, 150.0)),
            (plain, (90.0, 150.0), (90.0, 150.0)),
            (plain, (350.0, 450.0), (350.0, 400.0)),
            (plain, (50.0, 450.0), (100.0, 400.0)),
            (lined, (50.0, 150.0), (50.0, 150.0)),
        ];
        for (border, (top, bottom), (from, to)) in cases {
            let bounds = Rectangle {
                y: top,
                height: bottom - top,
                ..sight
            };
            let quad = ground_in_sight(bounds, border, &sight);
            let painted = (quad.bounds.y, quad.bounds.y + quad.bounds.height);
            assert_eq!(painted, (from, to), "{top} to {bottom}");
            let square = quad.border.radius.top_left == 0.0;
            assert_eq!(square, from > top || border == lined, "{top} to {bottom}");
        }
    }
}
