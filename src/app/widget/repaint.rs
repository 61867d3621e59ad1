//! A ground that is painted anew as a whole. The renderer paints only what has
//! changed, by the lines texts stand on, and marks of large Arabic letters reach
//! over their line: where nobody touches anything for long, what is left of them
//! would stay in sight.

use crate::app::theme::{Element, Theme};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Layout, Renderer as _, layout, renderer};
use iced::widget::Stack;
use iced::{Border, Color, Fill, Length, Rectangle, Shadow, Size, mouse};

struct Ground {
    stamp: u16,
}

/// Lays `content` on a ground that is painted anew, with everything on it, when
/// `stamp` is another than before.
pub fn repaint<'a, M: 'a>(stamp: u16, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let ground = Element::new(Ground { stamp });
    Stack::with_children([ground, content.into()])
        .width(Fill)
        .height(Fill)
        .into()
}

impl<M> Widget<M, Theme, iced::Renderer> for Ground {
    fn size(&self) -> Size<Length> {
        Size::new(Fill, Fill)
    }

    fn layout(
        &mut self,
        _tree: &mut Tree,
        _renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        layout::atomic(limits, Fill, Fill)
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut iced::Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        // Nobody sees it; but with other corners it is another one, and what changed
        // is painted anew.
        let quad = renderer::Quad {
            bounds: layout.bounds(),
            border: Border::default().rounded(f32::from(self.stamp)),
            shadow: Shadow::default(),
            snap: false,
        };
        renderer.fill_quad(quad, Color::TRANSPARENT);
    }
}
