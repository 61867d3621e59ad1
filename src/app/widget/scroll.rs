//! Areas that follow a finger, also when it starts on a button.
//!
//! iced's `scrollable` follows a finger only where its content did not take the
//! press, and every button takes it. The area here watches the pointer first: a
//! small move stays a tap for the content; a longer one cancels the tap and
//! scrolls, and coasts on when the finger leaves. It also draws the scroll bar
//! itself, at the reading end, where `scrollable` knows only the right.

use crate::app::theme::{Element, radius};
use crate::app::widget::Dir;
use crate::app::widget::around::{Around, Drawing, Inner, Place, around};
use iced::advanced::Shell;
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::widget::operation::Scrollable as ScrollState;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::alignment::Horizontal;
use iced::widget::Scrollable;
use iced::widget::scrollable::{Anchor, Direction, Scrollbar};
use iced::{Border, Event, Fill, Length, Point, Rectangle, Shrink, Vector, mouse, touch, window};
use std::time::Instant;

/// How far a finger may wander and still be a tap, in pixels.
const SLOP: f32 = 12.0;
/// How fast coasting dies down, per second.
const FRICTION: f32 = 4.0;
/// Below this speed coasting ends, in pixels a second.
const STOP: f32 = 30.0;
/// The fastest a flick can be, in pixels a second.
const FASTEST: f32 = 4000.0;
/// A finger that rested this long before leaving does not flick.
const REST_MILLIS: u128 = 80;
/// The thickness of the bar that shows where one is, and how far it keeps off what is
/// scrolled: it lies beside the area, never on what can be read there.
const BAR: f32 = 5.0;
const OFF: f32 = 3.0;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Axis {
    Vertical,
    Horizontal,
}

impl Axis {
    fn along(self, vector: Vector) -> f32 {
        match self {
            Axis::Vertical => vector.y,
            Axis::Horizontal => vector.x,
        }
    }

    fn across(self, vector: Vector) -> f32 {
        match self {
            Axis::Vertical => vector.x,
            Axis::Horizontal => vector.y,
        }
    }

    fn wheel(self, distance: f32) -> Event {
        let (x, y) = match self {
            Axis::Vertical => (0.0, distance),
            Axis::Horizontal => (distance, 0.0),
        };
        Event::Mouse(mouse::Event::WheelScrolled {
            delta: mouse::ScrollDelta::Pixels { x, y },
        })
    }
}

#[derive(Debug, Clone, Copy, Default)]
enum Phase {
    #[default]
    Idle,
    Pressed {
        origin: Point,
    },
    Dragging {
        last: Point,
        at: Instant,
        speed: f32,
    },
    Coasting {
        speed: f32,
        at: Instant,
    },
}

/// Which part of the content is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Sight {
    offset: f32,
    seen: f32,
    whole: f32,
}

#[derive(Debug, Default)]
struct State {
    phase: Phase,
    sight: Sight,
}

/// A scrolling area.
struct Area<'a, M> {
    content: Element<'a, M>,
    axis: Axis,
    bar_at: Option<Horizontal>,
}

/// Scrolls up and down; fills the room there is. Its bar lies over the content,
/// in the last few pixels of a line.
pub fn vertical<'a, M: 'a>(dir: Dir, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    area(dir, content.into(), None, Fill)
}

/// Scrolls up and down under a name by which it can be sent to a place.
pub fn vertical_named<'a, M: 'a>(
    dir: Dir,
    id: impl Into<Id>,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    area(dir, content.into(), Some(id.into()), Fill)
}

/// Scrolls up and down; as high as its content until there is no more room.
pub fn vertical_shrinking<'a, M: 'a>(
    dir: Dir,
    content: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    area(dir, content.into(), None, Shrink)
}

fn area<'a, M: 'a>(
    dir: Dir,
    content: Element<'a, M>,
    id: Option<Id>,
    height: Length,
) -> Element<'a, M> {
    let mut scrollable = Scrollable::new(content)
        .direction(Direction::Vertical(Scrollbar::hidden()))
        .width(Fill)
        .height(height);
    if let Some(id) = id {
        scrollable = scrollable.id(id);
    }
    around(Area {
        content: scrollable.into(),
        axis: Axis::Vertical,
        bar_at: Some(dir.end()),
    })
}

/// Scrolls sideways from the reading start; shows no bar.
pub fn horizontal<'a, M: 'a>(dir: Dir, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let anchor = if dir.is_rtl() {
        Anchor::End
    } else {
        Anchor::Start
    };
    let scrollable = Scrollable::new(content)
        .direction(Direction::Horizontal(Scrollbar::hidden().anchor(anchor)))
        .width(Fill);
    around(Area {
        content: scrollable.into(),
        axis: Axis::Horizontal,
        bar_at: None,
    })
}

enum Pointer {
    Down(Point),
    Move(Point),
    Up,
}

fn pointer(event: &Event, cursor: mouse::Cursor) -> Option<Pointer> {
    Some(match event {
        Event::Touch(touch::Event::FingerPressed { position, .. }) => Pointer::Down(*position),
        Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
            Pointer::Down(cursor.position()?)
        }
        Event::Touch(touch::Event::FingerMoved { position, .. })
        | Event::Mouse(mouse::Event::CursorMoved { position }) => Pointer::Move(*position),
        Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
        | Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => Pointer::Up,
        _ => return None,
    })
}

/// Reads where the first scrollable it meets stands.
struct Look {
    axis: Axis,
    sight: Option<Sight>,
}

impl Operation for Look {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn ScrollState,
    ) {
        let (seen, whole) = match self.axis {
            Axis::Vertical => (bounds.height, content.height),
            Axis::Horizontal => (bounds.width, content.width),
        };
        self.sight.get_or_insert(Sight {
            offset: self.axis.along(translation),
            seen,
            whole,
        });
    }
}

impl<M> Area<'_, M> {
    /// Follows the pointer. Answers the next phase and how far to scroll, or
    /// nothing where the event is the content's own.
    fn follow(
        &self,
        phase: Phase,
        pointer: &Pointer,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<(Phase, f32)> {
        match (phase, pointer) {
            (Phase::Coasting { .. }, &Pointer::Down(point)) if cursor.is_over(bounds) => {
                let held = Phase::Dragging {
                    last: point,
                    at: Instant::now(),
                    speed: 0.0,
                };
                Some((held, 0.0))
            }
            (Phase::Pressed { origin }, &Pointer::Move(point)) => {
                let way = point - origin;
                let (along, across) = (self.axis.along(way), self.axis.across(way));
                if along.abs().max(across.abs()) < SLOP || across.abs() > along.abs() {
                    return None;
                }
                let dragging = Phase::Dragging {
                    last: point,
                    at: Instant::now(),
                    speed: 0.0,
                };
                Some((dragging, along))
            }
            (Phase::Dragging { last, at, speed }, &Pointer::Move(point)) => {
                let now = Instant::now();
                let seconds = (now - at).as_secs_f32().max(0.001);
                let distance = self.axis.along(point - last);
                let dragging = Phase::Dragging {
                    last: point,
                    at: now,
                    speed: 0.6 * speed + 0.4 * distance / seconds,
                };
                Some((dragging, distance))
            }
            (Phase::Dragging { at, speed, .. }, Pointer::Up) => {
                let rested = at.elapsed().as_millis() > REST_MILLIS;
                let next = if rested {
                    Phase::Idle
                } else {
                    Phase::Coasting {
                        speed: speed.clamp(-FASTEST, FASTEST),
                        at: Instant::now(),
                    }
                };
                Some((next, 0.0))
            }
            _ => None,
        }
    }
}

/// The phase after an event that was left to the content.
fn settle(phase: Phase, pointer: &Pointer, axis: Axis, over: bool) -> Phase {
    match (phase, pointer) {
        (_, &Pointer::Down(origin)) if over => Phase::Pressed { origin },
        (Phase::Pressed { origin }, &Pointer::Move(point)) => {
            let way = point - origin;
            // A sideways move belongs to whatever lies inside.
            if axis.across(way).abs() >= SLOP {
                Phase::Idle
            } else {
                phase
            }
        }
        (Phase::Pressed { .. }, Pointer::Up) => Phase::Idle,
        _ => phase,
    }
}

/// One step of coasting: the next phase and the distance.
fn coast(speed: f32, at: Instant, now: Instant) -> (Phase, f32) {
    let seconds = now.saturating_duration_since(at).as_secs_f32().min(0.1);
    let speed = speed * (-FRICTION * seconds).exp();
    if speed.abs() < STOP {
        (Phase::Idle, 0.0)
    } else {
        (Phase::Coasting { speed, at: now }, speed * seconds)
    }
}

impl<M> Around<M> for Area<'_, M> {
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
        let bounds = place.layout.bounds();
        let pointer = pointer(event, cursor);
        let phase = tree.state.downcast_ref::<State>().phase;
        let followed = match (&pointer, phase, event) {
            (Some(pointer), ..) => self.follow(phase, pointer, bounds, cursor),
            (
                None,
                Phase::Coasting { speed, at },
                Event::Window(window::Event::RedrawRequested(now)),
            ) => Some(coast(speed, at, *now)),
            _ => None,
        };

        if let Some((next, distance)) = followed {
            if matches!(phase, Phase::Pressed { .. }) {
                let lost = Event::Touch(touch::Event::FingerLost {
                    id: touch::Finger(0),
                    position: bounds.center(),
                });
                self.pass(tree, &lost, mouse::Cursor::Unavailable, place, shell);
            }
            if distance != 0.0 {
                let inside = mouse::Cursor::Available(bounds.center());
                self.pass(tree, &self.axis.wheel(distance), inside, place, shell);
            }
            tree.state.downcast_mut::<State>().phase = next;
            shell.request_redraw();
        }
        if followed.is_some() && pointer.is_some() {
            shell.capture_event();
        } else {
            if let Some(pointer) = &pointer {
                let over = cursor.is_over(bounds);
                tree.state.downcast_mut::<State>().phase = settle(phase, pointer, self.axis, over);
            }
            let wandering =
                matches!(phase, Phase::Pressed { .. }) && matches!(pointer, Some(Pointer::Move(_)));
            if !wandering {
                self.pass(tree, event, cursor, place, shell);
            }
        }

        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            let mut look = Look {
                axis: self.axis,
                sight: None,
            };
            let inner = &mut tree.children[0];
            let content = self.content.as_widget_mut();
            content.operate(inner, place.layout, place.renderer, &mut look);
            tree.state.downcast_mut::<State>().sight = look.sight.unwrap_or_default();
        }
    }

    fn draw_over(&self, tree: &Tree, renderer: &mut iced::Renderer, drawing: &Drawing<'_>) {
        let sight = tree.state.downcast_ref::<State>().sight;
        let Some(side) = self.bar_at.filter(|_| sight.whole > sight.seen + 1.0) else {
            return;
        };
        let bounds = drawing.layout.bounds();
        let height = (bounds.height * sight.seen / sight.whole).max(36.0);
        let way = (sight.offset / (sight.whole - sight.seen)).clamp(0.0, 1.0);
        let thumb = Rectangle {
            x: match side {
                Horizontal::Left => bounds.x - OFF - BAR,
                Horizontal::Center | Horizontal::Right => bounds.x + bounds.width + OFF,
            },
            y: bounds.y + way * (bounds.height - height),
            width: BAR,
            height,
        };
        renderer.with_layer(thumb, |renderer| {
            let quad = Quad {
                bounds: thumb,
                border: Border {
                    radius: radius::PILL.into(),
                    ..Border::default()
                },
                ..Quad::default()
            };
            renderer.fill_quad(quad, drawing.theme.colours.outline);
        });
    }
}
