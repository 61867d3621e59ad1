//! A shelf: things of equal size side by side from the reading start, as many to
//! a line as fit. It makes and lays out only what is in sight, and a little around
//! it, so that twenty thousand things cost no more to show than fifty.

use crate::app::theme::{Element, Theme, grown, space};
use crate::app::widget::Dir;
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Layout, Shell, layout, overlay, renderer};
use iced::{Event, Length, Point, Rectangle, Size, Vector, mouse, window};
use std::cell::Cell;
use std::ops::Range;

/// How far beyond what is in sight things are made, in pixels: a quick finger
/// does not come to an empty place.
const MARGIN: f32 = 200.0;

thread_local! {
    /// How much of a shelf was last in sight: a new one is stocked for as much, so
    /// that its first frame neither lacks things nor lays out too many.
    static LAST_SIGHT: Cell<f32> = const { Cell::new(1200.0) };
}

struct Shelf<'a, M> {
    dir: Dir,
    narrowest: f32,
    height: f32,
    count: usize,
    make: Box<dyn Fn(usize) -> Element<'a, M> + 'a>,
    /// The things made, those of [`State::made`].
    children: Vec<Element<'a, M>>,
}

/// What a shelf remembers between frames.
struct State {
    /// The top and bottom of what is in sight, from the shelf's own top.
    sight: (f32, f32),
    /// Which things stand on it now.
    made: Range<usize>,
}

/// Lays `count` things of one height out in equal columns, none narrower than
/// `narrowest` pixels, in the medium text size; `make` makes the one at an index when it comes into sight.
pub fn shelf<'a, M: 'a>(
    dir: Dir,
    narrowest: f32,
    height: f32,
    count: usize,
    make: impl Fn(usize) -> Element<'a, M> + 'a,
) -> Element<'a, M> {
    Element::new(Shelf {
        dir,
        narrowest: grown(narrowest),
        height: grown(height),
        count,
        make: Box::new(make),
        children: Vec::new(),
    })
}

/// The things to make for what is in sight, in whole lines.
fn in_sight(sight: (f32, f32), pitch: f32, columns: usize, count: usize) -> Range<usize> {
    let first = (sight.0 / pitch).floor().max(0.0) as usize;
    let last = (sight.1 / pitch).ceil().max(0.0) as usize;
    (first * columns).min(count)..(last * columns).min(count)
}

/// Moves what things remember to where they stand now: the focus stays on its tile
/// when the shelf is stocked anew.
fn keep(states: &mut Vec<Tree>, before: Range<usize>, made: &Range<usize>) {
    if before.start == made.start {
        return;
    }
    let mut old: Vec<Option<Tree>> = states.drain(..).map(Some).collect();
    let mut kept = |at: usize| old.get_mut(at.checked_sub(before.start)?)?.take();
    states.extend(made.clone().map(|at| kept(at).unwrap_or_else(Tree::empty)));
}

/// How many columns fit, and how wide each is.
fn columns(width: f32, narrowest: f32) -> (usize, f32) {
    let count = ((width + space::M) / (narrowest + space::M))
        .floor()
        .max(1.0);
    (count as usize, (width + space::M) / count - space::M)
}

impl<M> Widget<M, Theme, iced::Renderer> for Shelf<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State {
            sight: (0.0, LAST_SIGHT.get()),
            made: 0..0,
        })
    }

    // What stands on the shelf is known only when it is laid out; until then the
    // things of the frame before keep what they remember.
    fn diff(&self, _tree: &mut Tree) {}

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
        let (columns, each) = columns(width, self.narrowest);
        let pitch = self.height + space::M;
        let state = tree.state.downcast_mut::<State>();
        let before = state.made.clone();
        // The first frame of other goods makes only what it shows.
        let margin = if before.is_empty() { 0.0 } else { MARGIN };
        let sight = (state.sight.0 - margin, state.sight.1 + margin);
        state.made = in_sight(sight, pitch, columns, self.count);
        let made = state.made.clone();
        self.children = made.clone().map(&self.make).collect();
        keep(&mut tree.children, before, &made);
        tree.diff_children(&self.children);

        let size = Size::new(each, self.height);
        let room = layout::Limits::new(size, size);
        let place = |at: usize| {
            let from_start = (at % columns) as f32 * (each + space::M);
            let x = match self.dir {
                Dir::Rtl => width - from_start - each,
                Dir::Ltr => from_start,
            };
            Point::new(x, (at / columns) as f32 * pitch)
        };
        let things = made.zip(self.children.iter_mut().zip(&mut tree.children));
        let nodes = things.map(|(at, (child, state))| {
            let node = child.as_widget_mut().layout(state, renderer, &room);
            node.move_to(place(at))
        });
        let nodes = nodes.collect();
        let lines = self.count.div_ceil(columns) as f32;
        let height = (lines * pitch - space::M).max(0.0);
        layout::Node::with_children(Size::new(width, height), nodes)
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
        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            let top = viewport.y - layout.bounds().y;
            let sight = (top, top + viewport.height);
            let (columns, _) = columns(layout.bounds().width, self.narrowest);
            let state = tree.state.downcast_mut::<State>();
            state.sight = sight;
            LAST_SIGHT.set(viewport.height);
            let pitch = self.height + space::M;
            // Half the margin may be used up before the shelf is stocked anew.
            let needed = (sight.0 - MARGIN / 2.0, sight.1 + MARGIN / 2.0);
            let needed = in_sight(needed, pitch, columns, self.count);
            if needed.start < state.made.start || needed.end > state.made.end {
                shell.invalidate_layout();
                shell.request_redraw();
            }
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

    #[test]
    fn only_whole_lines_near_the_sight_are_made() {
        let cases = [
            ((0.0, 600.0), 4, 20_000, 0..24),
            ((10_000.0, 10_600.0), 4, 20_000, 400..424),
            ((0.0, 600.0), 4, 7, 0..7),
            ((-500.0, -100.0), 4, 7, 0..0),
            ((0.0, 600.0), 4, 0, 0..0),
        ];
        for (sight, columns, count, expected) in cases {
            let made = in_sight(sight, 100.0, columns, count);
            assert_eq!(made, expected, "{sight:?} of {count}");
        }
    }
}
