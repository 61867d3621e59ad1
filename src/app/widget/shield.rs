//! A thing that lets no press through to what lies under it. iced's own `opaque`
//! stops the mouse only; a finger would go through it.

use crate::app::theme::Element;
use crate::app::widget::around::{Around, Inner, Place, around};
use crate::app::widget::stops::Covers;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Layout, Shell};
use iced::keyboard::{self, Key, key::Named};
use iced::{Event, mouse, touch};

struct Shield<'a, M> {
    content: Element<'a, M>,
    /// Whether it covers the whole screen under it.
    covers: bool,
    on_escape: Option<M>,
}

/// Stops every press over `content` that `content` itself did not take.
pub fn shield<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(Shield {
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
    around(Shield {
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

impl<M> Around<M> for Shield<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.content.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.content.as_widget_mut()
    }

    fn announce(&mut self, _tree: &mut Tree, layout: Layout<'_>, to: &mut dyn Operation) {
        if self.covers {
            to.custom(None, layout.bounds(), &mut Covers);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        cursor: mouse::Cursor,
        place: &mut Place<'_>,
        shell: &mut Shell<'_, M>,
    ) {
        self.pass(tree, event, cursor, place, shell);
        let bounds = place.layout.bounds();
        let pressed_here = match event {
            Event::Mouse(mouse::Event::ButtonPressed(_) | mouse::Event::WheelScrolled { .. }) => {
                cursor.is_over(bounds)
            }
            Event::Touch(touch::Event::FingerPressed { position, .. }) => {
                bounds.contains(*position)
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

    fn interaction(
        &self,
        inner: mouse::Interaction,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) -> mouse::Interaction {
        // Under a shield nothing may answer the mouse.
        match inner {
            mouse::Interaction::None if cursor.is_over(layout.bounds()) => mouse::Interaction::Idle,
            inner => inner,
        }
    }
}
