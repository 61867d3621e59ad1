//! A shelf: things of equal width side by side from the reading start, as many
//! to a line as fit. It draws only what is in sight, so a long shelf costs no more
//! to show than a short one.

use crate::app::theme::{Element, Theme, space};
use crate::app::widget::Dir;
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Layout, Shell, layout, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Vector, mouse};

struct Shelf<'a, M> {
    dir: Dir,
    narrowest: f32,
    children: Vec<Element<'a, M>>,
}

/// Lays `children` out in equal columns, none narrower than `narrowest` pixels.
pub fn shelf<'a, M: 'a>(
    dir: Dir,
    narrowest: f32,
    children: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    Element::new(Shelf {
        dir,
        narrowest,
        children: children.into_iter().collect(),
    })
}

/// How many columns fit, and how wide each is.
fn columns(width: f32, narrowest: f32) -> (usize, f32) {
    let count = ((width + space::M) / (narrowest + space::M))
        .floor()
        .max(1.0);
    (count as usize, (width + space::M) / count - space::M)
}

impl<M> Widget<M, Theme, iced::Renderer> for Shelf<'_, M> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let width = limits.max().width;
        let (count, each) = columns(width, self.narrowest);
        let room = layout::Limits::new(Size::new(each, 0.0), Size::new(each, f32::INFINITY));
        let mut nodes = Vec::with_capacity(self.children.len());
        let (mut top, mut highest) = (0.0, 0.0_f32);
        for (at, child) in self.children.iter_mut().enumerate() {
            let column = at % count;
            if column == 0 && at > 0 {
                top += highest + space::M;
                highest = 0.0;
            }
            let state = &mut tree.children[at];
            let node = child.as_widget_mut().layout(state, renderer, &room);
            highest = highest.max(node.size().height);
            let from_start = column as f32 * (each + space::M);
            let x = match self.dir {
                Dir::Rtl => width - from_start - each,
                Dir::Ltr => from_start,
            };
            nodes.push(node.move_to(Point::new(x, top)));
        }
        layout::Node::with_children(Size::new(width, top + highest), nodes)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.container(None, layout.bounds());
        operation.traverse(&mut |operation| {
            let children = self.children.iter_mut().zip(&mut tree.children);
            for ((child, state), layout) in children.zip(layout.children()) {
                let widget = child.as_widget_mut();
                widget.operate(state, layout, renderer, operation);
            }
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let children = self.children.iter_mut().zip(&mut tree.children);
        for ((child, state), layout) in children.zip(layout.children()) {
            child.as_widget_mut().update(
                state, event, layout, cursor, renderer, clipboard, shell, viewport,
            );
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let children = self.children.iter().zip(&tree.children);
        children
            .zip(layout.children())
            .filter(|(_, layout)| cursor.is_over(layout.bounds()))
            .map(|((child, state), layout)| {
                child
                    .as_widget()
                    .mouse_interaction(state, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let children = self.children.iter().zip(&tree.children);
        for ((child, state), layout) in children.zip(layout.children()) {
            if layout.bounds().intersects(viewport) {
                child
                    .as_widget()
                    .draw(state, renderer, theme, style, layout, cursor, viewport);
            }
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        overlay::from_children(
            &mut self.children,
            tree,
            layout,
            renderer,
            viewport,
            translation,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_are_never_too_narrow() {
        for (width, narrowest, count) in [(836.0, 190.0, 4), (580.0, 180.0, 3), (100.0, 190.0, 1)] {
            let (columns, each) = columns(width, narrowest);
            assert_eq!(columns, count, "{width} wide");
            let taken = each * columns as f32 + space::M * (columns - 1) as f32;
            assert!((taken - width).abs() < 0.01, "{taken} of {width}");
        }
    }
}
