//! A pad a hand signs on, with a finger, a pen or the mouse; and what was signed, to
//! be looked at. Neither is mirrored in any language.

use iced::widget::canvas::{self, Canvas, Frame, Geometry, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Event, Point, Rectangle, Renderer, Vector, mouse, touch};

use crate::app::theme::{Element, Theme};
use crate::domain::signature::{Dot, HEIGHT, WIDTH};

/// How thick the pen is, in steps of the pad's grid.
const PEN: f32 = 7.0;

/// What the hand does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pen {
    Down(Dot),
    To(Dot),
}

/// How high a pad of a width is.
pub fn pad_height(width: f32) -> f32 {
    width * f32::from(HEIGHT) / f32::from(WIDTH)
}

/// A pad so wide, with the lines drawn on it so far.
pub fn pad<'a, M: 'a>(
    width: f32,
    strokes: &'a [Vec<Dot>],
    on_pen: impl Fn(Pen) -> M + 'a,
) -> Element<'a, M> {
    let pad = Pad {
        strokes,
        on_pen: Some(Box::new(on_pen)),
    };
    Canvas::new(pad)
        .width(width)
        .height(pad_height(width))
        .into()
}

/// Lines that were drawn, so wide.
pub fn drawn<'a, M: 'a>(width: f32, strokes: &'a [Vec<Dot>]) -> Element<'a, M> {
    let pad = Pad::<M> {
        strokes,
        on_pen: None,
    };
    Canvas::new(pad)
        .width(width)
        .height(pad_height(width))
        .into()
}

struct Pad<'a, M> {
    strokes: &'a [Vec<Dot>],
    on_pen: Option<Box<dyn Fn(Pen) -> M + 'a>>,
}

/// The place of the grid under a point of the window.
fn dot(point: Point, bounds: Rectangle) -> Dot {
    let steps = f32::from(WIDTH) / bounds.width;
    let on = |distance: f32| (distance * steps).round() as i64;
    Dot::nearest(on(point.x - bounds.x), on(point.y - bounds.y))
}

impl<M> canvas::Program<M, Theme, Renderer> for Pad<'_, M> {
    /// Whether the pen is on the pad.
    type State = bool;

    fn update(
        &self,
        is_down: &mut bool,
        event: &Event,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> Option<canvas::Action<M>> {
        let on_pen = self.on_pen.as_ref()?;
        let publish = |pen| Some(canvas::Action::publish(on_pen(pen)).and_capture());
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let at = cursor.position_over(bounds)?;
                *is_down = true;
                publish(Pen::Down(dot(at, bounds)))
            }
            Event::Mouse(mouse::Event::CursorMoved { .. })
            | Event::Touch(touch::Event::FingerMoved { .. })
                if *is_down =>
            {
                publish(Pen::To(dot(cursor.position()?, bounds)))
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. })
                if *is_down =>
            {
                *is_down = false;
                Some(canvas::Action::capture())
            }
            _ => None,
        }
    }

    fn draw(
        &self,
        _is_down: &bool,
        renderer: &Renderer,
        theme: &Theme,
        bounds: Rectangle,
        _cursor: mouse::Cursor,
    ) -> Vec<Geometry<Renderer>> {
        let mut frame = Frame::new(renderer, bounds.size());
        let step = bounds.width / f32::from(WIDTH);
        let point = |dot: &Dot| Point::new(f32::from(dot.x) * step, f32::from(dot.y) * step);
        let pen = Stroke::default()
            .with_color(theme.colours.ink)
            .with_width((PEN * step).max(1.5))
            .with_line_cap(LineCap::Round)
            .with_line_join(LineJoin::Round);
        if self.on_pen.is_some() {
            // Where one writes, as on paper.
            let line = f32::from(HEIGHT) * step * 0.78;
            let margin = bounds.width * 0.06;
            let line = Path::line(
                Point::new(margin, line),
                Point::new(bounds.width - margin, line),
            );
            let hair = Stroke::default().with_color(theme.colours.outline);
            frame.stroke(&line, hair);
        }
        for stroke in self.strokes {
            let path = Path::new(|path| {
                let mut dots = stroke.iter();
                if let Some(first) = dots.next() {
                    path.move_to(point(first));
                    // A dot alone is a line to itself.
                    path.line_to(point(first));
                }
                dots.for_each(|dot| path.line_to(point(dot)));
            });
            frame.stroke(&path, pen);
        }
        // What changed is painted as far as lines run, not as far as the pen is thick:
        // a line nobody sees runs further.
        let dots = || self.strokes.iter().flatten();
        let ends = |of: fn(&Dot) -> u16| {
            let places = dots().map(of);
            Some((places.clone().min()?, places.max()?))
        };
        if let (Some((left, right)), Some((top, bottom))) = (ends(|dot| dot.x), ends(|dot| dot.y)) {
            let reach = PEN * step + 2.0;
            let place = |x, y| Point::new(f32::from(x) * step, f32::from(y) * step);
            let around = Path::line(
                place(left, top) - Vector::new(reach, reach),
                place(right, bottom) + Vector::new(reach, reach),
            );
            frame.stroke(&around, Stroke::default().with_color(Color::TRANSPARENT));
        }
        vec![frame.into_geometry()]
    }

    fn mouse_interaction(
        &self,
        _is_down: &bool,
        bounds: Rectangle,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        match self.on_pen.is_some() && cursor.is_over(bounds) {
            true => mouse::Interaction::Crosshair,
            false => mouse::Interaction::default(),
        }
    }
}
