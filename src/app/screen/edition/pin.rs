//! The PIN of whoever is signed in, asked for once more before something that can't be
//! taken back.

use iced::widget::{column, container};
use iced::{Fill, Top};

use crate::app::context::Context;
use crate::app::screen::frame::trouble;
use crate::app::theme::{Element, Ink, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Key, keypad, type_pin};
use crate::app::widget::{button, dialog, pin_dots, scroll};
use crate::services::notice::Notice;
use crate::tr;

/// The fewest digits an organiser's PIN has, and so the dots that are shown.
const PIN_DOTS: usize = 6;

/// The measures of the question, as those of an approval.
const WIDTH: f32 = 760.0;
const PAD: f32 = 320.0;
const HEIGHT: f32 = 490.0;

/// A PIN as it is typed.
#[derive(Debug, Clone, Default)]
pub struct Pin {
    typed: String,
    pub wrong: Option<Notice>,
}

/// What is asked with it.
pub struct Asked<M> {
    pub title: String,
    pub text: String,
    /// On the key that does it.
    pub word: String,
    pub confirm: M,
    pub leave: M,
}

impl Pin {
    pub fn key(&mut self, key: Key) {
        if type_pin(&mut self.typed, key) {
            self.wrong = None;
        }
    }

    /// The PIN, where one was typed.
    pub fn typed(&self) -> Option<String> {
        Some(self.typed.clone()).filter(|typed| !typed.is_empty())
    }

    pub fn refuse(&mut self, wrong: Notice) {
        self.typed.clear();
        self.wrong = Some(wrong);
    }

    /// Asks for it over a page.
    pub fn over<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        base: Element<'a, M>,
        asked: Asked<M>,
        wrap: impl Fn(Key) -> M + 'a,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let name = texts.name(&context.session().who().name).to_owned();
        let confirm = button(dir, asked.word).primary().large().fill();
        let confirm = confirm.on_press_maybe(self.typed().map(|_| asked.confirm));
        let typed = self.typed.len();
        let pad = column![
            dir.label(tr!(texts, "desk-approval-pin-of", name = name))
                .size(type_size::SMALL)
                .ink(Ink::Muted)
                .centre()
                .fill()
                .lines(1),
            container(pin_dots(typed, typed.max(PIN_DOTS), Tone::Primary)).center_x(Fill),
            keypad(texts.digits(), Corner::Empty, target::KEY, wrap),
            confirm.id("confirm"),
        ];
        let words = column![dir.label(asked.text).fill()]
            .extend(trouble(context, self.wrong.as_ref()))
            .spacing(space::L);
        let content = dir.row([
            container(scroll::vertical(dir, words))
                .width(Fill)
                .height(Fill)
                .into(),
            container(pad.spacing(space::M)).width(PAD).into(),
        ]);
        let content = content.spacing(space::XL).align_y(Top).height(HEIGHT);
        dialog(dir, asked.title, content)
            .width(WIDTH)
            .on_close(asked.leave)
            .over(base)
    }
}
