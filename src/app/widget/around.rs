//! What a widget around another one has in common with all such widgets: it is as
//! large as its content, shows it, and passes everything on. Each says only what
//! it does besides, as an [`Around`]; [`around`] makes an element of it.

use crate::app::theme::{Element, Theme};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Layout, Shell, layout, overlay, renderer};
use iced::{Event, Length, Rectangle, Size, Vector, mouse};
use std::marker::PhantomData;

/// What lies inside.
pub type Inner<'b, M> = dyn Widget<M, Theme, iced::Renderer> + 'b;

/// Where an event arrives.
pub struct Place<'b> {
    pub layout: Layout<'b>,
    pub renderer: &'b iced::Renderer,
    pub clipboard: &'b mut dyn Clipboard,
    pub viewport: &'b Rectangle,
}

/// What a widget is drawn with.
pub struct Drawing<'b> {
    pub theme: &'b Theme,
    pub style: &'b renderer::Style,
    pub layout: Layout<'b>,
    pub cursor: mouse::Cursor,
    pub viewport: &'b Rectangle,
}

/// A widget around one other, whose state is the only child of its own.
pub trait Around<M> {
    fn content(&self) -> &Inner<'_, M>;

    fn content_mut(&mut self) -> &mut Inner<'_, M>;

    fn tag(&self) -> tree::Tag {
        tree::Tag::stateless()
    }

    fn state(&self) -> tree::State {
        tree::State::None
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[self.content()]);
    }

    /// Prepares what depends on nothing but the content, before it is laid out.
    fn prepare(&self, _state: &mut tree::State) {}

    /// Says something of its own to an operation, before the content does.
    fn announce(&mut self, _tree: &mut Tree, _layout: Layout<'_>, _to: &mut dyn Operation) {}

    /// Hears an event; passes it on unless it says otherwise.
    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        self.pass(tree, event, cursor, place, shell);
    }

    /// Lets the content hear an event.
    fn pass(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        self.content_mut().update(
            &mut tree.children[0],
            event,
            place.layout,
            cursor,
            place.renderer,
            place.clipboard,
            shell,
            place.viewport,
        );
    }

    /// What the mouse is over, given what the content says.
    fn interaction(
        &self,
        inner: mouse::Interaction,
        _layout: Layout<'_>,
        _cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        inner
    }

    /// Draws under the content.
    fn draw_under(&self, _tree: &Tree, _renderer: &mut iced::Renderer, _sight: &Drawing<'_>) {}

    /// Draws over the content.
    fn draw_over(&self, _tree: &Tree, _renderer: &mut iced::Renderer, _sight: &Drawing<'_>) {}
}

/// The element of a widget around another.
pub fn around<'a, M: 'a>(widget: impl Around<M> + 'a) -> Element<'a, M> {
    Element::new(Wrapping(widget, PhantomData))
}

struct Wrapping<T, M>(T, PhantomData<M>);

impl<M, T: Around<M>> Widget<M, Theme, iced::Renderer> for Wrapping<T, M> {
    fn tag(&self) -> tree::Tag {
        self.0.tag()
    }

    fn state(&self) -> tree::State {
        self.0.state()
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(self.0.content())]
    }

    fn diff(&self, tree: &mut Tree) {
        self.0.diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.0.content().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.0.content().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.0.prepare(&mut tree.state);
        let content = self.0.content_mut();
        content.layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        self.0.announce(tree, layout, operation);
        let content = self.0.content_mut();
        content.operate(&mut tree.children[0], layout, renderer, operation);
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
        let mut place = Place {
            layout,
            renderer,
            clipboard,
            viewport,
        };
        self.0.update(tree, event, cursor, &mut place, shell);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let content = self.0.content();
        let inner =
            content.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer);
        self.0.interaction(inner, layout, cursor)
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
        let inner = &tree.children[0];
        let content = self.0.content();
        let drawing = Drawing {
            theme,
            style,
            layout,
            cursor,
            viewport,
        };
        self.0.draw_under(tree, renderer, &drawing);
        content.draw(inner, renderer, theme, style, layout, cursor, viewport);
        self.0.draw_over(tree, renderer, &drawing);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let inner = &mut tree.children[0];
        let content = self.0.content_mut();
        content.overlay(inner, layout, renderer, viewport, translation)
    }
}
