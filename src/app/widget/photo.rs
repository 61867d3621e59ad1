//! A photograph in its place: until it has been read, and where it can't be,
//! something else stands there.

use crate::app::photos::{Photo, Sight};
use crate::app::theme::Element;
use crate::app::widget::around::{Around, Drawing, Inner, Place, around};
use crate::services::pictures::Frame;
use iced::advanced::Shell;
use iced::advanced::image::{FilterMethod, Image, Renderer as _};
use iced::advanced::widget::Tree;
use iced::time::Instant;
use iced::{Event, Point, Rectangle, Size, mouse, window};
use std::time::Duration;

/// How long after a look the next one is taken at a photograph that is being read.
const SOON: Duration = Duration::from_millis(40);

struct Hung<'a, M> {
    photo: Photo,
    corner: f32,
    instead: Element<'a, M>,
}

/// A photograph where `instead` would be, as large, its corners rounded by `corner`
/// pixels.
pub fn photo<'a, M: 'a>(
    photo: Option<Photo>,
    corner: f32,
    instead: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let instead = instead.into();
    match photo {
        Some(photo) => around(Hung {
            photo,
            corner,
            instead,
        }),
        None => instead,
    }
}

/// The whole dots something covers.
fn dots(bounds: Rectangle) -> Rectangle {
    let corner = Point::new(bounds.x.round(), bounds.y.round());
    Rectangle::new(
        corner,
        Size::new(bounds.width.round(), bounds.height.round()),
    )
}

impl<M> Hung<'_, M> {
    fn sight(&self, bounds: Rectangle) -> Sight {
        let bounds = dots(bounds);
        let shorter = bounds.width.min(bounds.height) / 2.0;
        self.photo.sight(Frame {
            width: bounds.width as u32,
            height: bounds.height as u32,
            corner: self.corner.min(shorter) as u32,
        })
    }
}

impl<M> Around<M> for Hung<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.instead.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.instead.as_widget_mut()
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        if let Event::Window(window::Event::RedrawRequested(now)) = event
            && place.layout.bounds().intersects(place.viewport)
            && let Sight::Coming = self.sight(place.layout.bounds())
        {
            let soon: Instant = *now + SOON;
            shell.request_redraw_at(soon);
        }
        self.pass(tree, event, cursor, place, shell);
    }

    fn draw_over(&self, _tree: &Tree, renderer: &mut iced::Renderer, sight: &Drawing<'_>) {
        let bounds = sight.layout.bounds();
        if let Sight::Here(handle) = self.sight(bounds) {
            let image = Image::new(handle).filter_method(FilterMethod::Linear);
            renderer.draw_image(image, dots(bounds), *sight.viewport);
        }
    }
}
