//! Plots on the screen, drawn from the geometry the page is drawn from too.
//!
//! Bars are rectangles and words are kept texts, as everywhere on the screen; only
//! lines and the ground under them are paths, which the renderer draws slower.

use crate::app::theme::{Element, Theme, set_in, type_size};
use crate::app::widget::{Dir, Label};
use crate::plot::{Drawing, Held, Plot, Room, Shape, Tone, Voice};
use iced::advanced::graphics::geometry::{self, Renderer as _};
use iced::advanced::renderer::{Quad, Renderer as _};
use iced::advanced::text::{Paragraph as _, Renderer as _};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Layout, layout, renderer};
use iced::widget::canvas::{Frame, LineCap, LineJoin, Path, Stroke};
use iced::{Color, Fill, Length, Point, Rectangle, Shrink, Size, Vector, mouse};

/// The corners of a bar.
const CORNER: f32 = 3.0;

struct View<'a> {
    plot: &'a Plot,
    dir: Dir,
}

/// A plot across the room there is, as high as it needs.
pub fn plot<'a, M: 'a>(dir: Dir, plot: &'a Plot) -> Element<'a, M> {
    Element::new(View { plot, dir })
}

/// What was drawn last, and in which room.
#[derive(Default)]
struct State(Option<(Room, Plot, Drawing)>);

impl View<'_> {
    fn room(&self, width: f32) -> Room {
        Room {
            width: width as i32,
            em: set_in(type_size::CAPTION) as i32,
            right_to_left: self.dir.is_rtl(),
        }
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for View<'_> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let state = tree.state.downcast_mut::<State>();
        let room = self.room(limits.max().width);
        let height = match &state.0 {
            Some((last, plot, drawing)) if *last == room && plot == self.plot => drawing.height,
            _ => {
                let drawing = self.plot.draw(room);
                let height = drawing.height;
                state.0 = Some((room, self.plot.clone(), drawing));
                height
            }
        };
        layout::Node::new(Size::new(limits.max().width, height as f32))
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let Some((_, _, drawing)) = &tree.state.downcast_ref::<State>().0 else {
            return;
        };
        let bounds = layout.bounds();
        if bounds.intersection(viewport).is_none() {
            return;
        }
        for shape in &drawing.shapes {
            match shape {
                Shape::Block {
                    x,
                    y,
                    width,
                    height,
                    tone,
                } => {
                    let place = Point::new(bounds.x + *x as f32, bounds.y + *y as f32);
                    let size = Size::new(*width as f32, *height as f32);
                    let corner = match tone {
                        Tone::Grid => 0.0,
                        _ => CORNER.min(size.height / 2.0).min(size.width / 2.0),
                    };
                    let quad = Quad {
                        bounds: Rectangle::new(place, size),
                        border: iced::Border::default().rounded(corner),
                        ..Quad::default()
                    };
                    renderer.fill_quad(quad, colour(theme, *tone));
                }
                Shape::Line { .. } | Shape::Area { .. } => {
                    path(renderer, theme, bounds, shape);
                }
                Shape::Word { .. } => self.word(renderer, theme, bounds, viewport, shape),
            }
        }
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let Some((_, _, drawing)) = &tree.state.downcast_ref::<State>().0 else {
            return;
        };
        for shape in &drawing.shapes {
            if let Shape::Word { text, .. } = shape {
                operation.text(None, layout.bounds(), text);
            }
        }
    }
}

impl View<'_> {
    /// A word held at its point, cut to its width.
    fn word(
        &self,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        bounds: Rectangle,
        viewport: &Rectangle,
        word: &Shape,
    ) {
        let Shape::Word {
            x,
            middle,
            width,
            held,
            voice,
            text,
        } = word
        else {
            return;
        };
        let label = self
            .dir
            .label(text.as_str())
            .size(type_size::CAPTION)
            .lines(1);
        let (label, colour): (Label<'_>, Color) = match voice {
            Voice::Name => (label, theme.colours.ink),
            Voice::Value => (label.medium(), theme.colours.ink),
            Voice::Axis => (label, theme.colours.muted),
            Voice::OnHeat(heat) => (label, theme.colours.on_heat(*heat)),
        };
        let shaped = label.in_width(*width as f32);
        let before = match (held, self.dir.is_rtl()) {
            (Held::Middle, _) => shaped.needed.width / 2.0,
            (Held::Start, false) | (Held::End, true) => 0.0,
            (Held::End, false) | (Held::Start, true) => shaped.needed.width,
        };
        let place = Point::new(
            bounds.x + *x as f32 - before,
            bounds.y + *middle as f32 - shaped.needed.height / 2.0,
        );
        let room = Rectangle::new(place, shaped.needed);
        let (align, top) = (self.dir.start(), iced::alignment::Vertical::Top);
        let place = room.anchor(shaped.paragraph.min_bounds(), align, top);
        renderer.fill_paragraph(&shaped.paragraph, place, colour, *viewport);
    }
}

/// A line, or the ground under one.
fn path(renderer: &mut iced::Renderer, theme: &Theme, bounds: Rectangle, shape: &Shape) {
    let mut frame = Frame::new(renderer, bounds.size());
    let along = |points: &[crate::plot::Point], base: Option<i32>| {
        Path::new(|builder| {
            let places = points.iter().map(|at| (at.x, at.y));
            let ends = [points.last(), points.first()];
            let below = base
                .into_iter()
                .flat_map(|base| ends.into_iter().flatten().map(move |at| (at.x, base)));
            for (nth, (x, y)) in places.chain(below).enumerate() {
                let place = Point::new(x as f32, y as f32);
                match nth {
                    0 => builder.move_to(place),
                    _ => builder.line_to(place),
                }
            }
        })
    };
    match shape {
        Shape::Line {
            points,
            thickness,
            tone,
        } => {
            let stroke = Stroke::default()
                .with_color(colour(theme, *tone))
                .with_width(*thickness as f32)
                .with_line_cap(LineCap::Round)
                .with_line_join(LineJoin::Round);
            frame.stroke(&along(points, None), stroke);
        }
        Shape::Area { points, base, tone } => {
            frame.fill(&along(points, Some(*base)), colour(theme, *tone));
        }
        Shape::Block { .. } | Shape::Word { .. } => {}
    }
    let geometry = geometry::Frame::into_geometry(frame);
    renderer.with_translation(Vector::new(bounds.x, bounds.y), |renderer| {
        renderer.draw_geometry(geometry);
    });
}

fn colour(theme: &Theme, tone: Tone) -> Color {
    let colours = &theme.colours;
    match tone {
        Tone::Grid => colours.line,
        Tone::Main => colours.primary.solid,
        Tone::Soft => colours.primary.soft,
        Tone::Other => colours.muted,
        Tone::Group(index) => colours.package(index).solid,
        Tone::Heat(heat) => colours.heat(heat),
    }
}
