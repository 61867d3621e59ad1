//! Where the focus of the keyboard goes: Tab and Shift+Tab in reading order, the
//! arrows to whatever stands next. Only what lies on top can have it: a sheet keeps
//! it from the screen it covers. What has the focus shows it itself.
//!
//! A scanner may end its code with Tab; one that comes at its speed is left alone.

use crate::app::theme::Element;
use crate::app::widget::Dir;
use crate::app::widget::around::{Around, Inner, Place, around};
use crate::app::widget::stops::{self, Reach, Stop};
use iced::advanced::Shell;
use iced::advanced::widget::{Tree, tree};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Vector, mouse};
use std::time::{Duration, Instant};

/// A Tab so soon after a letter is a scanner's.
const SCANNERS_PAUSE: Duration = Duration::from_millis(100);

struct Scope<'a, M> {
    dir: Dir,
    content: Element<'a, M>,
}

#[derive(Default)]
struct State {
    last_letter: Option<Instant>,
}

/// Lets the keyboard reach everything in `content`.
pub fn focus_scope<'a, M: 'a>(dir: Dir, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(Scope {
        dir,
        content: content.into(),
    })
}

/// A step of the focus.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Next,
    Previous,
    /// Towards a side, as its arrow points.
    Towards(Vector),
}

fn step(key: &Key, modifiers: keyboard::Modifiers) -> Option<Step> {
    if modifiers.control() || modifiers.alt() || modifiers.logo() {
        return None;
    }
    let towards = |x: f32, y: f32| Some(Step::Towards(Vector::new(x, y)));
    match key {
        Key::Named(Named::Tab) if modifiers.shift() => Some(Step::Previous),
        Key::Named(Named::Tab) => Some(Step::Next),
        Key::Named(Named::ArrowLeft) => towards(-1.0, 0.0),
        Key::Named(Named::ArrowRight) => towards(1.0, 0.0),
        Key::Named(Named::ArrowUp) => towards(0.0, -1.0),
        Key::Named(Named::ArrowDown) => towards(0.0, 1.0),
        _ => None,
    }
}

/// Whether a key is the Tab a scanner ends its code with.
fn is_scanners(key: &Key, last_letter: Option<Instant>, now: Instant) -> bool {
    let soon = |at: Instant| now.saturating_duration_since(at) <= SCANNERS_PAUSE;
    matches!(key, Key::Named(Named::Tab)) && last_letter.is_some_and(soon)
}

/// Which stop has the focus after a step, by its place in `stops`.
fn after(stops: &[Stop], step: Step) -> Option<usize> {
    let now = stops.iter().position(|stop| stop.focused);
    let last = stops.len().checked_sub(1)?;
    match (step, now) {
        (Step::Next, None) => Some(0),
        (Step::Next, Some(now)) => Some(if now == last { 0 } else { now + 1 }),
        (Step::Previous, None | Some(0)) => Some(last),
        (Step::Previous, Some(now)) => Some(now - 1),
        // The arrows move a caret in a field, and nothing where nothing has the focus.
        (Step::Towards(_), None) => None,
        (Step::Towards(_), Some(now)) if stops[now].writes => None,
        (Step::Towards(side), Some(now)) => nearest(stops, now, side).or(Some(now)),
    }
}

/// The stop nearest to the one at `from` on one side of it.
fn nearest(stops: &[Stop], from: usize, side: Vector) -> Option<usize> {
    let start = stops[from].place;
    let cost = |stop: &Stop| {
        let way = stop.place.center() - start.center();
        let along = way.x * side.x + way.y * side.y;
        let across = (way.x * side.y).abs() + (way.y * side.x).abs();
        let aside = match side.x == 0.0 {
            true => (start.width + stop.place.width) / 2.0,
            false => (start.height + stop.place.height) / 2.0,
        };
        // What lies straight ahead comes before what lies askew.
        (along > 1.0).then_some(along + 3.0 * (across - aside).max(0.0) + across / 10.0)
    };
    let ahead = stops
        .iter()
        .enumerate()
        .filter(|(_, stop)| stop.is_in_sight());
    let ahead = ahead.filter_map(|(at, stop)| Some((at, cost(stop)?)));
    ahead
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(at, _)| at)
}

impl<M> Scope<'_, M> {
    fn stops(&mut self, tree: &mut Tree, place: &Place<'_>) -> Vec<Stop> {
        let mut reading = stops::Reading::new(self.dir, place.layout.bounds());
        let content = self.content.as_widget_mut();
        let inner = &mut tree.children[0];
        content.operate(inner, place.layout, place.renderer, &mut reading);
        reading.stops()
    }

    /// Gives the focus to a stop and brings it into sight; to none, takes it away.
    fn give(&mut self, tree: &mut Tree, place: &Place<'_>, stop: Option<&Stop>) {
        let mut reach = Reach::of(stop);
        let content = self.content.as_widget_mut();
        let inner = &mut tree.children[0];
        content.operate(inner, place.layout, place.renderer, &mut reach);
    }
}

impl<M> Around<M> for Scope<'_, M> {
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
        if let Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            modifiers,
            text,
            ..
        }) = event
        {
            let state = tree.state.downcast_mut::<State>();
            let scanned = is_scanners(key, state.last_letter, Instant::now());
            if let Some(step) = step(key, *modifiers).filter(|_| !scanned) {
                let stops = self.stops(tree, place);
                if let Some(next) = after(&stops, step) {
                    self.give(tree, place, Some(&stops[next]));
                    shell.capture_event();
                    shell.request_redraw();
                    return;
                }
            } else if let Key::Named(Named::Enter | Named::Space) = key {
                // What a sheet has covered meanwhile can't be pressed any more.
                let stops = self.stops(tree, place);
                if !stops.iter().any(|stop| stop.focused) {
                    self.give(tree, place, None);
                }
            } else if text.is_some() {
                state.last_letter = Some(Instant::now());
            }
        }
        self.pass(tree, event, cursor, place, shell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_tab_at_the_speed_of_a_scanner_is_its_own() {
        let letter = Instant::now();
        let (tab, arrow) = (Key::Named(Named::Tab), Key::Named(Named::ArrowUp));
        let after = |millis| letter + Duration::from_millis(millis);
        assert!(is_scanners(&tab, Some(letter), after(30)));
        assert!(!is_scanners(&tab, Some(letter), after(101)));
        assert!(!is_scanners(&tab, None, letter));
        assert!(!is_scanners(&arrow, Some(letter), after(1)));
    }
}
