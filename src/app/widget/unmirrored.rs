//! Keys that stand alike in every language: the focus goes through them from left
//! to right, whichever way the screen around them is read.

use crate::app::theme::Element;
use crate::app::widget::around::{Around, Inner, around};
use crate::app::widget::stops::Unmirrored;
use iced::advanced::Layout;
use iced::advanced::widget::{Operation, Tree};

struct Keys<'a, M>(Element<'a, M>);

/// Lets the focus go through `content` from left to right.
pub fn unmirrored<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(Keys(content.into()))
}

impl<M> Around<M> for Keys<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.0.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.0.as_widget_mut()
    }

    fn announce(&mut self, _tree: &mut Tree, layout: Layout<'_>, to: &mut dyn Operation) {
        to.custom(None, layout.bounds(), &mut Unmirrored);
    }
}
