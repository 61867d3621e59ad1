//! A thing that forgets what it remembers when it shows something else: where it
//! was scrolled to, what was pressed. iced keeps the state of whatever stands at
//! the same place.

use crate::app::theme::Element;
use crate::app::widget::around::{Around, Inner, around};
use iced::advanced::widget::{Tree, tree};

struct Fresh<'a, M> {
    key: u64,
    content: Element<'a, M>,
}

/// What is shown, as last seen.
struct Key(u64);

/// Shows `content`, which begins anew whenever `key` is another.
pub fn fresh<'a, M: 'a>(key: u64, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    around(Fresh {
        key,
        content: content.into(),
    })
}

impl<M> Around<M> for Fresh<'_, M> {
    fn content(&self) -> &Inner<'_, M> {
        self.content.as_widget()
    }

    fn content_mut(&mut self) -> &mut Inner<'_, M> {
        self.content.as_widget_mut()
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Key>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Key(self.key))
    }

    fn diff(&self, tree: &mut Tree) {
        let key = tree.state.downcast_mut::<Key>();
        if key.0 == self.key {
            tree.diff_children(&[self.content()]);
        } else {
            key.0 = self.key;
            tree.children = vec![Tree::new(self.content())];
        }
    }
}
