//! A thing that lets no press through to what lies under it. iced's own `opaque`
//! stops the mouse only; a finger would go through it.

use crate::app::theme::{Element, Theme};
use crate::app::widget::stops::Covers;
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Layout, Shell, layout, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, Length, Rectangle, Size, Vector, mouse, touch};

struct Shield<'a, M> {
    content: Element<'a, M>,
    /// Whether it covers the whole screen under it.
    covers: bool,
    on_escape: Option<M>,
}

/// Stops every press over `content` that `content` itself did not take.
pub fn shield<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    Element::new(Shield {
        content: content.into(),
        covers: false,
        on_escape: None,
    })
}

/// The same, for a sheet over a whole screen: the keyboard can't reach what lies
/// under it either, and Escape leaves it.
pub fn cover<'a, M: 'a>(
    content: impl Into<Element<'a, M>>,
    on_escape: Option<M>,
) -> Element<'a, M> {
    Element::new(Shield {
        content: content.into(),
        covers: true,
        on_escape,
    })
}

fn is_escape(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, .. }) = event else {
        return false;
    };
    matches!(key, Key::Named(Named::Escape))
}

impl<M> Widget<M, Theme, iced::Renderer> for Shield<'_, M> {
    fn tag(&self) -> tree::Tag {
        self.content.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.content.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.content.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.content.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.content.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if self.covers {
            operation.custom(None, layout.bounds(), &mut Covers);
        }
        let content = self.content.as_widget_mut();
        content.operate(tree, layout, renderer, operation);
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
        self.content.as_widget_mut().update(
            tree, event, layout, cursor, renderer, clipboard, shell, viewport,
        );
        let pressed_here = match event {
            Event::Mouse(mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. }) => {
                cursor.is_over(layout.bounds())
            }
            Event::Touch(touch::Event::FingerPressed { position, .. }) => {
                layout.bounds().contains(*position)
            }
            _ => false,
        };
        if pressed_here {
            shell.capture_event();
        }
        if is_escape(event)
            && !shell.is_event_captured()
            && let Some(message) = self.on_escape.take()
        {
            shell.publish(message);
            shell.capture_event();
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
        let content = self.content.as_widget();
        let found = content.mouse_interaction(tree, layout, cursor, viewport, renderer);
        // Under a shield nothing may answer the mouse.
        match found {
            mouse::Interaction::None if cursor.is_over(layout.bounds()) => mouse::Interaction::Idle,
            found => found,
        }
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
        let content = self.content.as_widget();
        content.draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let content = self.content.as_widget_mut();
        content.overlay(tree, layout, renderer, viewport, translation)
    }
}
