//! Writing on the screen: which field the keyboard at the foot of a page writes
//! to, and reasons, which are mostly chosen and seldom written.

use iced::widget::{Space, Stack, column, container};
use iced::{Fill, Length};

use crate::app::context::Context;
use crate::app::theme::{Element, Surface, space, type_size};
use crate::app::widget::keyboard::{Keyboard, Touch};
use crate::app::widget::{chip, divider, form_field, input, shield};
use crate::locale::Key;
use crate::tr;

/// Which of the fields `F` is being written to with the keyboard of the screen.
#[derive(Debug, Clone)]
pub struct Writing<F> {
    field: Option<F>,
    keyboard: Keyboard,
}

impl<F: Copy> Writing<F> {
    pub fn new(context: &Context) -> Self {
        Writing {
            field: None,
            keyboard: Keyboard::new(context.dir),
        }
    }

    /// A keyboard for what machines are called by in every language: addresses,
    /// paths.
    pub fn of_names() -> Self {
        Writing {
            field: None,
            keyboard: Keyboard::of_names(),
        }
    }

    /// Shows the keyboard for a field that was touched.
    pub fn begin(&mut self, field: F) {
        self.field = Some(field);
    }

    pub fn end(&mut self) {
        self.field = None;
    }

    /// The field that is written to, while the keyboard is shown.
    pub fn field(&self) -> Option<F> {
        self.field
    }

    /// Writes a touch of the keyboard to `text`, the text of the current field.
    pub fn touch(&mut self, touch: Touch, text: &mut String) {
        if self.keyboard.touch(touch, text) {
            self.end();
        }
    }

    /// Lays the keyboard under a page while it is wanted.
    pub fn under<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        page: impl Into<Element<'a, M>>,
        wrap: impl Fn(Touch) -> M + 'a,
    ) -> Element<'a, M> {
        let keys: Element<'a, M> = match self.field {
            None => Space::new().into(),
            Some(_) => {
                let done = tr!(context.texts, "desk-keyboard-done");
                self.keyboard.view(done, wrap)
            }
        };
        // The page stands at the same place with and without the keyboard, or its
        // fields would forget that they have the focus.
        column![container(page).width(Fill).height(Fill), keys].into()
    }

    /// Lays the keyboard over the foot of a page while it is wanted, and on it
    /// what is being written, since the field itself may lie beneath.
    pub fn over<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        page: impl Into<Element<'a, M>>,
        caption: String,
        text: &str,
        wrap: impl Fn(Touch) -> M + 'a,
    ) -> Element<'a, M> {
        if self.field.is_none() {
            // As above: a page that moved would forget its focus.
            return Stack::with_children([page.into(), Space::new().into()]).into();
        }
        let (dir, texts) = (context.dir, context.texts);
        let written = dir.row([
            dir.label(caption)
                .size(type_size::SMALL)
                .muted()
                .whole()
                .into(),
            dir.label(text.to_owned())
                .size(type_size::STRONG)
                .medium()
                .fill()
                .lines(1)
                .into(),
        ]);
        let written = container(written.spacing(space::L))
            .class(Surface::Panel)
            .padding(dir.padding(space::S, space::XL, space::XL))
            .width(Fill);
        let keys = self.keyboard.view(tr!(texts, "desk-keyboard-done"), wrap);
        let tray = shield(column![divider(), written, keys]);
        let place = column![Space::new().height(Fill), tray];
        Stack::with_children([page.into(), place.into()]).into()
    }
}

/// Writing to the fields of a form: words in the letters of the screen's language, codes
/// and numbers with a keyboard that is the same in every language.
#[derive(Debug, Clone)]
pub struct FormWriting<F> {
    words: Writing<F>,
    codes: Writing<F>,
    is_words: fn(F) -> bool,
}

impl<F: Copy> FormWriting<F> {
    pub fn new(context: &Context, is_words: fn(F) -> bool) -> Self {
        FormWriting {
            words: Writing::new(context),
            codes: Writing::of_names(),
            is_words,
        }
    }

    fn of(&self, field: F) -> &Writing<F> {
        match (self.is_words)(field) {
            true => &self.words,
            false => &self.codes,
        }
    }

    fn of_mut(&mut self, field: F) -> &mut Writing<F> {
        match (self.is_words)(field) {
            true => &mut self.words,
            false => &mut self.codes,
        }
    }

    /// As [`Writing::field`].
    pub fn field(&self) -> Option<F> {
        self.words.field().or(self.codes.field())
    }

    pub fn end(&mut self) {
        self.words.end();
        self.codes.end();
    }

    /// As [`Writing::begin`].
    pub fn begin(&mut self, field: F) {
        self.end();
        self.of_mut(field).begin(field);
    }

    /// As [`Writing::touch`], of the field that is written to.
    pub fn touch(&mut self, field: F, touch: Touch, text: &mut String) {
        self.of_mut(field).touch(touch, text);
    }

    /// As [`Writing::over`].
    pub fn over<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        page: impl Into<Element<'a, M>>,
        field: F,
        (caption, text): (Key, &str),
        wrap: impl Fn(Touch) -> M + 'a,
    ) -> Element<'a, M> {
        let caption = context.texts.get(caption);
        self.of(field).over(context, page, caption, text, wrap)
    }
}

/// Why something is done: one of the usual reasons, or one's own words.
#[derive(Debug, Clone, Default)]
pub struct Reason {
    chosen: Option<usize>,
    pub own: String,
}

impl Reason {
    /// Chooses a usual reason, or lets it go again.
    pub fn choose(&mut self, at: usize) {
        self.chosen = if self.chosen == Some(at) {
            None
        } else {
            Some(at)
        };
    }

    /// The reason in words; empty while there is none.
    pub fn text(&self, context: &Context, usual: &[Key]) -> String {
        let chosen = self.chosen.and_then(|at| usual.get(at));
        let chosen = chosen.map(|key| context.texts.get(*key));
        let own = self.own.trim();
        match chosen {
            Some(chosen) if own.is_empty() => chosen,
            Some(chosen) => format!("{chosen}: {own}"),
            None => own.to_owned(),
        }
    }

    /// The usual reasons to press and a field for one's own words.
    pub fn view<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        usual: &[Key],
        columns: usize,
        on_choose: impl Fn(usize) -> M,
        on_own: impl Fn(String) -> M + 'a,
        on_touch: M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let chips = usual.iter().enumerate().map(|(at, key)| {
            chip(dir, texts.get(*key), self.chosen == Some(at), on_choose(at))
                .width(Length::Fill)
                .id(format!("reason-{at}"))
                .into()
        });
        let own = input(
            dir,
            "reason-own",
            &tr!(texts, "desk-reason-own"),
            &self.own,
            on_own,
        )
        .size(type_size::BODY)
        .on_touch(on_touch);
        let fields = column![dir.grid(chips, columns).spacing(space::S), own].spacing(space::S);
        form_field(dir, tr!(texts, "desk-reason"), fields, None)
    }
}
