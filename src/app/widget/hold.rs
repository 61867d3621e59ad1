//! A thing that means something else when it is held: a press that stays for half a
//! second is taken from the content and told apart from a tap.

use crate::app::theme::Element;
use crate::app::widget::around::{Around, Inner, Place, around};
use iced::advanced::Shell;
use iced::advanced::widget::{Tree, tree};
use iced::{Event, Point, Rectangle, mouse, touch, window};
use std::time::{Duration, Instant};

/// How long a press must stay to be a hold.
const LONG: Duration = Duration::from_millis(500);
/// How far a finger may wander meanwhile, in pixels.
const SLOP: f32 = 12.0;

struct Hold<'a, M> {
    content: Element<'a, M>,
    on_hold: M,
}

#[derive(Debug, Clone, Copy, Default)]
enum State {
    #[default]
    Idle,
    Pressed {
        at: Point,
        since: Instant,
    },
    /// Told already; the release that follows is no tap.
    Held,
}

/// Lets `content` be held. A tap stays its own.
pub fn hold<'a, M: Clone + 'a>(content: impl Into<Element<'a, M>>, on_hold: M) -> Element<'a, M> {
    around(Hold {
        content: content.into(),
        on_hold,
    })
}

/// Where an event presses, if it does.
fn pressed(event: &Event, cursor: mouse::Cursor) -> Option<Point> {
    match event {
        Event::Touch(touch::Event::FingerPressed { position, .. }) => Some(*position),
        Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => cursor.position(),
        _ => None,
    }
}

fn moved(event: &Event) -> Option<Point> {
    match event {
        Event::Touch(touch::Event::FingerMoved { position, .. })
        | Event::Mouse(mouse::Event::CursorMoved { position }) => Some(*position),
        _ => None,
    }
}

fn released(event: &Event) -> bool {
    matches!(
        event,
        Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
            | Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
    )
}

impl State {
    /// The state after an event, and whether the press has just become a hold.
    fn after(self, event: &Event, cursor: mouse::Cursor, bounds: Rectangle) -> (State, bool) {
        if let Some(at) = pressed(event, cursor).filter(|at| bounds.contains(*at)) {
            let since = Instant::now();
            return (State::Pressed { at, since }, false);
        }
        if released(event) {
            return (State::Idle, false);
        }
        let State::Pressed { at, since } = self else {
            return (self, false);
        };
        if moved(event).is_some_and(|now| now.distance(at) > SLOP) {
            return (State::Idle, false);
        }
        match event {
            Event::Window(window::Event::RedrawRequested(now))
                if now.saturating_duration_since(since) >= LONG =>
            {
                (State::Held, true)
            }
            _ => (self, false),
        }
    }
}

impl<M: Clone> Around<M> for Hold<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.content.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.content.as_widget_mut()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let before = *state;
        let (after, held) = before.after(event, cursor, place.layout.bounds());
        *state = after;
        if held {
            shell.publish(self.on_hold.clone());
        }
        if let State::Pressed { since, .. } = after {
            shell.request_redraw_at(since + LONG);
        }
        // The release after a hold reaches the content as one that happened elsewhere.
        let after_hold = matches!(before, State::Held) && released(event);
        let (event, cursor) = match (after_hold, event) {
            (true, Event::Touch(touch::Event::FingerLifted { id, position })) => (
                &Event::Touch(touch::Event::FingerLost {
                    id: *id,
                    position: *position,
                }),
                mouse::Cursor::Unavailable,
            ),
            (true, event) => (event, mouse::Cursor::Unavailable),
            (false, event) => (event, cursor),
        };
        self.pass(tree, event, cursor, place, shell);
    }
}
