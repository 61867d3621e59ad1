//! Signing for money on the screen: the pad over the page, whose hand it is and for
//! how much.

use iced::widget::{column, container};
use iced::{Fill, Length};

use super::Message as Screen;
use super::pay;
use crate::app::context::Context;
use crate::app::screen::frame::figure;
use crate::app::theme::{Element, Ink, Surface, Tone, space};
use crate::app::widget::pad::{Pen, pad};
use crate::app::widget::{Icon, button, dialog, named};
use crate::domain::money::Money;
use crate::domain::signature::{Drawing, Signature};
use crate::tr;

/// The widest the pad is made.
const WIDEST: f32 = 880.0;

#[derive(Debug, Default)]
pub struct Signing {
    drawing: Drawing,
}

#[derive(Debug, Clone)]
pub enum Message {
    Pen(Pen),
    Clear,
    Done,
    Leave,
}

/// What became of it.
pub enum Outcome {
    Waiting,
    Signed(Signature),
    Left,
}

impl Signing {
    pub fn update(&mut self, message: Message) -> Outcome {
        match message {
            Message::Pen(Pen::Down(at)) => self.drawing.begin(at),
            Message::Pen(Pen::To(to)) => self.drawing.draw(to),
            Message::Clear => self.drawing = Drawing::default(),
            Message::Done => {
                if let Some(signature) = self.drawing.signature() {
                    return Outcome::Signed(signature);
                }
            }
            Message::Leave => return Outcome::Left,
        }
        Outcome::Waiting
    }

    /// Lays the pad over a page, for whoever is handed so much.
    pub fn over<'a>(
        &'a self,
        context: &Context,
        page: Element<'a, Screen>,
        who: String,
        sum: Money,
    ) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Paying(pay::Message::Signing(message));
        // The sheet and the veil around it have their own margins.
        let room = context.window.width - 4.0 * space::XXL;
        let width = room.min(WIDEST);
        let pad = pad(width, self.drawing.strokes(), move |pen| {
            own(Message::Pen(pen))
        });
        let pad = container(named(pad, Some("pad".into()), Length::Shrink))
            .class(Surface::Well)
            .padding(0);
        let clear = button(dir, tr!(texts, "desk-sign-clear"))
            .large()
            .icon(Icon::Undo)
            .on_press(own(Message::Clear))
            .id("sign-clear");
        let ready = self.drawing.is_signature();
        let done = button(dir, tr!(texts, "desk-sign-done"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(ready.then_some(own(Message::Done)))
            .id("sign-done");
        let sum = figure(context, who, context.money(sum), Ink::Of(Tone::Primary));
        let content = column![
            sum,
            container(pad).center_x(Fill),
            dir.row([clear.into(), done.into()])
        ]
        .spacing(space::M);
        dialog(dir, tr!(texts, "desk-sign-title"), content)
            .width(width + 2.0 * space::XL)
            .on_close(own(Message::Leave))
            .over(page)
    }
}
