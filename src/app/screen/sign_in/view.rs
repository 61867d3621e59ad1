//! What signing in looks like: the names on one side, the pad on the other.

use iced::widget::{column, container};
use iced::{Fill, Padding};

use super::{Message, SignIn, Wrong};
use crate::app::context::Context;
use crate::app::screen::face::{Face, face};
use crate::app::screen::frame::{in_one_piece, said};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::keypad::{Corner, keypad};
use crate::app::widget::{
    Icon, badge, button, divider, empty, icon, named, notice, pin_dots, pressable, scroll, shelf,
};
use crate::domain::staff::{Role, Staff};
use crate::tr;

const PAD_WIDTH: f32 = 440.0;
/// The same in a window that leaves little room for the names.
const NARROW_PAD_WIDTH: f32 = 396.0;
/// Narrower windows leave little room.
const ROOMY: f32 = 1100.0;
/// A little lower than elsewhere, so that the pad fits under a message.
const KEY_HEIGHT: f32 = 64.0;
/// A name is given at least this width, and this height.
const NARROWEST: f32 = 236.0;
const TILE_HEIGHT: f32 = 120.0;

impl SignIn {
    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let names = container(self.names(context)).width(Fill).height(Fill);
        let pad = container(self.pad(context))
            .class(Surface::Panel)
            .padding(space::L);
        if context.is_upright() {
            // Somebody who stands before an upright screen types below the middle.
            let pad = container(pad.max_width(PAD_WIDTH + 2.0 * space::XXL)).center_x(Fill);
            let pad = pad.class(Surface::Panel).height(Fill);
            return column![names, divider(), pad].into();
        }
        let width = match context.window.width < ROOMY {
            true => NARROW_PAD_WIDTH,
            false => PAD_WIDTH,
        };
        let pad = pad.width(width).height(Fill);
        dir.row([names.into(), pad.into()])
            .spacing(0)
            .height(Fill)
            .into()
    }

    fn names(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let (title, body) = if self.first_start {
            (
                tr!(texts, "app-sign-first-title"),
                tr!(texts, "app-sign-first-body"),
            )
        } else {
            let body = match self.badges {
                true => format!(
                    "{} {}",
                    tr!(texts, "app-sign-body"),
                    tr!(texts, "app-sign-badge")
                ),
                false => tr!(texts, "app-sign-body"),
            };
            (tr!(texts, "app-sign-title"), body)
        };
        let head = column![
            dir.label(title).size(type_size::HEADING).bold().fill(),
            dir.label(body).muted().fill(),
        ]
        .spacing(space::XS);
        let known = context.clone();
        let tile = move |at: usize| self.tile(&known, at, &self.people[at]);
        let tiles = shelf(dir, NARROWEST, TILE_HEIGHT, self.people.len(), tile);
        let grid = container(tiles).padding(Padding::ZERO.bottom(space::XL));
        column![head]
            .extend(self.interrupted(context))
            .push(scroll::vertical(dir, grid))
            .extend(self.last_line(context))
            .spacing(space::XL)
            .padding(Padding::from([space::XXL, space::XXL]).bottom(0.0))
            .into()
    }

    /// What to know after the program ended over a ticket: what was recorded last,
    /// and that nothing of the ticket is lost.
    fn interrupted(&self, context: &Context) -> Option<Element<'_, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        self.was_interrupted().then(|| {
            let text = tr!(texts, "app-sign-interrupted");
            notice(dir, Tone::Info, text)
        })
    }

    fn last_line(&self, context: &Context) -> Option<Element<'_, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        let last = self.last.as_ref()?;
        let number = in_one_piece(&last.fact.number);
        let line = dir.label(tr!(
            texts,
            "app-sign-last",
            number = number,
            amount = context.money(last.fact.paid()),
            time = texts.time(last.at.time()),
        ));
        let line = dir.row([
            icon(Icon::Receipt).ink(Ink::Muted).into(),
            line.muted().fill().lines(1).id("last-recorded").into(),
        ]);
        Some(
            container(line)
                .padding(Padding::ZERO.bottom(space::L))
                .into(),
        )
    }

    fn tile(&self, context: &Context, at: usize, person: &Staff) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let words = column![
            dir.label(texts.name(&person.name).to_owned())
                .size(type_size::STRONG)
                .medium()
                .fill()
                .lines(2),
        ];
        let role = dir.label(match self.waits_for(person) {
            Some(kept) => tr!(
                texts,
                "app-sign-ticket-waits",
                lines = kept.in_hand.ticket.lines.len()
            ),
            None => texts.word(&person.role),
        });
        let role = match self.waits_for(person) {
            Some(_) => role.ink(Ink::Of(Tone::Warning)),
            None => role.muted(),
        };
        let words = words.push(role.size(type_size::SMALL).fill().lines(1));
        let pin = context
            .pins
            .iter()
            .find(|(code, _)| *code == person.code.as_str());
        let words = words.extend(pin.map(|(_, pin)| {
            let shown = tr!(texts, "app-sign-demo-pin", pin = texts.digits().write(pin));
            badge(dir, shown, Tone::Info)
        }));
        let content = dir
            .row([
                face(context, person, Face::Large),
                words.align_x(dir.start()).into(),
            ])
            .spacing(space::L)
            .height(88);
        let press = match self.chosen == Some(at) {
            true => Press::TileChosen,
            false => Press::Tile,
        };
        let card = pressable(content, press, Some(Message::Chosen(at))).width(Fill);
        named(card, Some(format!("person-{}", person.code).into()), Fill)
    }

    fn pad(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let Some(person) = self.person() else {
            return empty(
                dir,
                Icon::Lock,
                tr!(texts, "app-sign-choose"),
                tr!(texts, "app-sign-choose-body"),
            );
        };
        let words = column![
            dir.label(texts.name(&person.name).to_owned())
                .size(type_size::TITLE)
                .bold()
                .fill()
                .lines(1),
            dir.label(self.asked(context)).muted().fill().lines(1),
        ];
        let who = dir
            .row([face(context, person, Face::Large), words.into()])
            .spacing(space::L);
        let least = if person.role >= Role::Supervisor {
            6
        } else {
            4
        };
        let tone = if self.wrong.is_some() {
            Tone::Danger
        } else {
            Tone::Primary
        };
        let dots = pin_dots(self.pin.len(), self.pin.len().max(least), tone);
        let pad = keypad(texts.digits(), Corner::Empty, KEY_HEIGHT, Message::Key);
        let word = match (self.first_start, &self.typed_before) {
            (false, _) => tr!(texts, "app-sign-enter"),
            (true, None) => tr!(texts, "app-sign-next"),
            (true, Some(_)) => tr!(texts, "app-sign-set"),
        };
        let enter = button(dir, word)
            .primary()
            .large()
            .fill()
            .on_press_maybe(self.can_confirm().then_some(Message::Confirm))
            .id("enter");
        column![
            who,
            self.wrong_line(context),
            container(dots)
                .center_x(Fill)
                .padding(Padding::from([space::S, 0.0])),
            pad,
            enter,
        ]
        .spacing(space::M)
        .into()
    }

    fn asked(&self, context: &Context) -> String {
        let texts = context.texts;
        match (self.first_start, &self.typed_before) {
            (false, _) => tr!(texts, "app-sign-pin"),
            (true, None) => tr!(texts, "app-sign-first-pin"),
            (true, Some(_)) => tr!(texts, "app-sign-first-again"),
        }
    }

    fn wrong_line(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        match &self.wrong {
            Some(Wrong::Told(told)) => said(context, told),
            Some(Wrong::NotTheSame) => {
                notice(dir, Tone::Warning, tr!(texts, "app-sign-not-the-same"))
            }
            None if self.asking => {
                let line = dir.label(tr!(texts, "app-sign-asking")).centre().fill();
                line.ink(Ink::Muted).into()
            }
            None => divider(),
        }
    }
}
