//! What the focus can stop at, in the order it is read: rows from the side reading
//! starts at, whatever order the widgets stand in; and how one of them is reached.

use crate::app::widget::Dir;
use iced::advanced::widget::operation::scrollable::AbsoluteOffset;
use iced::advanced::widget::operation::{Focusable, Scrollable, TextInput};
use iced::advanced::widget::{Id, Operation};
use iced::{Rectangle, Vector};
use std::any::Any;

/// Said by a sheet to whoever reads the stops: nothing under it can be reached.
pub struct Covers;

/// Said to whoever reads the stops by what is read from left to right in every
/// language, before its content is.
pub struct Unmirrored;

/// How far inside its scrolling area a stop is brought.
const MARGIN: f32 = 12.0;

/// Something the focus can stop at.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its place among all that can have the focus, covered or not.
    index: usize,
    /// Where it is seen, its scrolling taken into account.
    pub place: Rectangle,
    pub focused: bool,
    /// Whether it is a field.
    pub writes: bool,
    /// What can be seen of the area it lies in.
    sight: Rectangle,
    /// The scrolling area around it.
    scroll: Option<usize>,
}

impl Stop {
    pub fn is_in_sight(&self) -> bool {
        self.sight.contains(self.place.center())
    }

    /// Whether it can be moved into sight by scrolling.
    pub fn scrolls(&self) -> bool {
        self.scroll.is_some()
    }

    /// How far its scrolling area must move to show it.
    fn hidden_by(&self) -> Vector {
        let away = |from: f32, size: f32, seen_from: f32, seen: f32| {
            let before = from - MARGIN - seen_from;
            let behind = from + size + MARGIN - (seen_from + seen);
            if before < 0.0 {
                before
            } else {
                behind.max(0.0).min(before)
            }
        };
        let (place, sight) = (self.place, self.sight);
        Vector::new(
            away(place.x, place.width, sight.x, sight.width),
            away(place.y, place.height, sight.y, sight.height),
        )
    }
}

/// Stops that stand together.
#[derive(Debug)]
struct Group {
    bounds: Rectangle,
    stops: Vec<Stop>,
}

/// An area that scrolls, and how far what lies in it is moved.
#[derive(Debug, Clone, Copy)]
struct Area {
    scroll: Option<usize>,
    sight: Rectangle,
    moved: Vector,
}

/// Reads the stops.
#[derive(Debug)]
pub struct Reading {
    dir: Dir,
    /// Whether the content that comes next is read from left to right.
    unmirrored: bool,
    open: Vec<Vec<Group>>,
    areas: Vec<Area>,
    /// The scrolling area whose content comes next.
    entered: Option<Area>,
    stops: usize,
    scrolls: usize,
    writes: bool,
}

impl Reading {
    pub fn new(dir: Dir, window: Rectangle) -> Self {
        Reading {
            dir,
            unmirrored: false,
            open: vec![Vec::new()],
            areas: vec![Area {
                scroll: None,
                sight: window,
                moved: Vector::ZERO,
            }],
            entered: None,
            stops: 0,
            scrolls: 0,
            writes: false,
        }
    }

    /// What was read, in order.
    pub fn stops(mut self) -> Vec<Stop> {
        let whole = self
            .open
            .pop()
            .expect("the outermost group is never closed");
        in_order(self.dir, whole).map_or_else(Vec::new, |group| group.stops)
    }

    fn area(&self) -> Area {
        *self.areas.last().expect("the window is never left")
    }
}

/// Puts groups one after the other; those of a row as the reader meets them.
fn in_order(dir: Dir, mut groups: Vec<Group>) -> Option<Group> {
    let beside = |pair: &[Group]| {
        let (one, other) = (pair[0].bounds, pair[1].bounds);
        let shared = (one.y + one.height).min(other.y + other.height) - one.y.max(other.y);
        one.x < other.x && shared > one.height.min(other.height) / 2.0
    };
    if dir.is_rtl() && groups.windows(2).all(beside) {
        groups.reverse();
    }
    groups.into_iter().reduce(|mut all, group| {
        all.bounds = all.bounds.union(&group.bounds);
        all.stops.extend(group.stops);
        all
    })
}

impl Operation for Reading {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        let area = self.entered.take();
        self.areas.extend(area);
        let around = self.dir;
        if std::mem::take(&mut self.unmirrored) {
            self.dir = Dir::Ltr;
        }
        self.open.push(Vec::new());
        operate(self);
        let groups = self.open.pop().expect("it was opened above");
        let group = in_order(self.dir, groups);
        self.dir = around;
        let around = self.open.last_mut().expect("the outermost group stays");
        around.extend(group);
        if area.is_some() {
            self.areas.pop();
        }
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        let around = self.area();
        let seen = bounds - around.moved;
        self.entered = Some(Area {
            scroll: Some(self.scrolls),
            sight: seen.intersection(&around.sight).unwrap_or_default(),
            moved: around.moved + translation,
        });
        self.scrolls += 1;
    }

    fn text_input(&mut self, _id: Option<&Id>, _bounds: Rectangle, _state: &mut dyn TextInput) {
        self.writes = true;
    }

    fn focusable(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        let area = self.area();
        let place = bounds - area.moved;
        let stop = Stop {
            index: self.stops,
            place,
            focused: state.is_focused(),
            writes: std::mem::take(&mut self.writes),
            sight: area.sight,
            scroll: area.scroll,
        };
        self.stops += 1;
        let stops = vec![stop];
        let group = self.open.last_mut().expect("the outermost group stays");
        group.push(Group {
            bounds: place,
            stops,
        });
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if state.is::<Covers>() {
            self.open.iter_mut().for_each(Vec::clear);
        }
        self.unmirrored |= state.is::<Unmirrored>();
    }
}

/// Gives one stop the focus, takes it from all others, and scrolls to it.
pub struct Reach {
    target: Option<usize>,
    scroll: Option<(usize, Vector)>,
    stops: usize,
    scrolls: usize,
}

impl Reach {
    /// To a stop; without one the focus is nowhere.
    pub fn of(stop: Option<&Stop>) -> Self {
        Reach {
            target: stop.map(|stop| stop.index),
            scroll: stop.and_then(|stop| Some((stop.scroll?, stop.hidden_by()))),
            stops: 0,
            scrolls: 0,
        }
    }
}

impl Operation for Reach {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, way)) = self.scroll.filter(|(scroll, _)| *scroll == self.scrolls) {
            let offset = AbsoluteOffset { x: way.x, y: way.y };
            state.scroll_by(offset, bounds, content);
        }
        self.scrolls += 1;
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match self.target == Some(self.stops) {
            true => state.focus(),
            false => state.unfocus(),
        }
        self.stops += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(x: f32, y: f32, index: usize) -> Group {
        let place = Rectangle {
            x,
            y,
            width: 90.0,
            height: 50.0,
        };
        let stop = Stop {
            index,
            place,
            focused: false,
            writes: false,
            sight: place,
            scroll: None,
        };
        Group {
            bounds: place,
            stops: vec![stop],
        }
    }

    #[test]
    fn a_row_is_read_from_its_start_and_a_column_from_its_top() {
        let row = [(0.0, 0.0), (100.0, 0.0), (200.0, 0.0)];
        let column = [(0.0, 0.0), (0.0, 60.0), (0.0, 120.0)];
        let shelf = [(100.0, 0.0), (0.0, 0.0), (100.0, 60.0), (0.0, 60.0)];
        let cases = [
            (Dir::Ltr, &row[..], vec![0, 1, 2]),
            (Dir::Rtl, &row[..], vec![2, 1, 0]),
            (Dir::Rtl, &column[..], vec![0, 1, 2]),
            (Dir::Rtl, &shelf[..], vec![0, 1, 2, 3]),
        ];
        for (dir, places, expected) in cases {
            let places = places.iter().enumerate();
            let groups = places.map(|(at, (x, y))| group(*x, *y, at)).collect();
            let read = in_order(dir, groups).expect("there are some").stops;
            let read: Vec<_> = read.iter().map(|stop| stop.index).collect();
            assert_eq!(read, expected, "{dir:?}");
        }
    }

    #[test]
    fn what_is_hidden_is_brought_into_sight_and_no_further() {
        let mut stop = group(0.0, 500.0, 0).stops.remove(0);
        stop.sight = Rectangle {
            x: -20.0,
            y: 0.0,
            width: 200.0,
            height: 400.0,
        };
        assert_eq!(stop.hidden_by(), Vector::new(0.0, 550.0 + MARGIN - 400.0));
        assert!(!stop.is_in_sight());
        stop.place.y = -80.0;
        assert_eq!(stop.hidden_by(), Vector::new(0.0, -80.0 - MARGIN));
        stop.place.y = 100.0;
        assert_eq!(stop.hidden_by(), Vector::ZERO);
    }
}
