//! Who ordered, what they wish, when it is due, and the deposit.

use chrono::TimeDelta;
use iced::widget::{column, container};
use iced::{Fill, Length};

use super::{Field, Message, Screen, Taking};
use crate::app::context::Context;
use crate::app::screen::frame::{beside, tall, trouble};
use crate::app::theme::{Element, Ink, Press, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, keypad};
use crate::app::widget::{Icon, button, card, chip, form_field, icon_button, input, named, scroll};
use crate::domain::sale::TenderKind;
use crate::tr;

/// The width of the panel with the deposit.
const MONEY: f32 = 400.0;

impl Taking {
    pub(super) fn customer<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let form = card(scroll::vertical_shrinking(
            context.dir,
            column![
                self.field(context, Field::Name),
                self.field(context, Field::Phone),
                self.delivery(context),
                self.field(context, Field::Wish),
                self.date(context),
            ]
            .spacing(space::L),
        ))
        .width(Fill);
        beside(context, form, tall(self.money(context), space::L), MONEY)
    }

    fn field<'a>(&'a self, context: &Context, field: Field) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let (id, caption, hint, icon) = match field {
            Field::Search => unreachable!("the search stands over the goods"),
            Field::Name => (
                "customer-name",
                tr!(texts, "desk-customer-name"),
                tr!(texts, "desk-customer-name-hint"),
                Icon::Person,
            ),
            Field::Phone => (
                "customer-phone",
                tr!(texts, "desk-customer-phone"),
                tr!(texts, "desk-customer-phone-hint"),
                Icon::Phone,
            ),
            Field::Address => (
                "customer-address",
                tr!(texts, "desk-customer-address"),
                tr!(texts, "desk-customer-address-hint"),
                Icon::Truck,
            ),
            Field::Wish => (
                "order-wish",
                tr!(texts, "desk-order-wish"),
                tr!(texts, "desk-order-wish-hint"),
                Icon::Pencil,
            ),
        };
        let written = input(dir, id, &hint, self.written(field), move |text| {
            Screen::Taking(Message::Written(field, text))
        })
        .icon(icon)
        .on_touch(Screen::Taking(Message::Write(field)));
        form_field(dir, caption, written, None)
    }

    /// Whether it is collected or brought, and where to.
    fn delivery<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let delivers = self.address.is_some();
        let choices = [
            (false, tr!(texts, "desk-order-collect"), "collect"),
            (true, tr!(texts, "desk-order-deliver"), "deliver"),
        ]
        .map(|(deliver, word, id)| {
            let message = Screen::Taking(Message::Deliver(deliver));
            chip(dir, word, delivers == deliver, message)
                .fill()
                .id(id)
                .into()
        });
        let choices = dir.grid(choices, 2).spacing(space::S);
        let choices = form_field(dir, tr!(texts, "desk-order-how"), choices, None);
        let mut both = column![choices].spacing(space::L);
        if delivers {
            both = both.push(self.field(context, Field::Address));
        }
        both.into()
    }

    fn date<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Taking(message);
        let today = super::super::today(context);
        let in_days = |days| Some(today + TimeDelta::days(days));
        let chips = [
            (None, tr!(texts, "desk-due-none"), "due-none"),
            (in_days(1), tr!(texts, "desk-due-tomorrow"), "due-1"),
            (in_days(3), tr!(texts, "desk-due-days", count = 3), "due-3"),
            (in_days(7), tr!(texts, "desk-due-week"), "due-7"),
        ]
        .map(|(due, word, id)| {
            chip(dir, word, self.due == due, own(Message::Due(due)))
                .fill()
                .id(id)
                .into()
        });
        let shown = match self.due {
            Some(due) => texts.date_with_weekday(due),
            None => tr!(texts, "desk-due-none"),
        };
        let step = |symbol, days, id: &'static str| {
            let key = icon_button(symbol, Press::Key, Some(own(Message::DueLater(days))));
            named(key, Some(id.into()), Length::Shrink)
        };
        let stepper = dir.row([
            step(Icon::Minus, -1, "due-earlier"),
            dir.label(shown).medium().centre().fill().lines(1).into(),
            step(Icon::Plus, 1, "due-later"),
        ]);
        let both = column![dir.grid(chips, 4).spacing(space::S), stepper].spacing(space::S);
        form_field(dir, tr!(texts, "desk-order-due"), both, None)
    }

    fn money<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Taking(message);
        let (total, least) = (self.total(), self.least(context));
        let deposit = self.deposit(context);
        let ways = [
            (TenderKind::Cash, "way-cash"),
            (TenderKind::Card, "way-card"),
            (TenderKind::Transfer, "way-transfer"),
            (TenderKind::Wallet, "way-wallet"),
        ]
        .map(|(way, id)| {
            let word = texts.word(&way);
            chip(dir, word, self.way == way, own(Message::Way(way)))
                .fill()
                .id(id)
                .into()
        });
        let head = dir.row([
            dir.label(tr!(texts, "desk-order-deposit"))
                .muted()
                .fill()
                .into(),
            dir.label(context.money(deposit))
                .size(type_size::HEADING)
                .bold()
                .whole()
                .ink(match deposit < least {
                    true => Ink::Of(Tone::Danger),
                    false => Ink::Of(Tone::Primary),
                })
                .into(),
        ]);
        let sums = [
            (least, tr!(texts, "desk-deposit-least"), "deposit-least"),
            (total, tr!(texts, "desk-deposit-whole"), "deposit-whole"),
        ]
        .map(|(sum, word, id)| {
            chip(dir, word, deposit == sum, own(Message::DepositOf(sum)))
                .hint(context.money(sum))
                .fill()
                .id(id)
                .into()
        });
        let named_customer = !self.name.trim().is_empty();
        let right = deposit >= least && deposit <= total;
        let reachable = self.address.is_none() || !self.written(Field::Address).trim().is_empty();
        let ready = named_customer && reachable && right && !self.asking;
        let asked = column![
            head,
            dir.grid(sums, 2).spacing(space::S),
            keypad(texts.digits(), Corner::Point, target::LOW_KEY, move |key| {
                own(Message::Deposit(key))
            }),
            dir.grid(ways, 2).spacing(space::S),
        ]
        .spacing(space::S);
        let asked = container(scroll::vertical_shrinking(dir, asked)).height(Fill);
        column![asked]
            .extend(trouble(context, self.wrong.as_ref()))
            .push(
                button(dir, tr!(texts, "desk-order-take"))
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::Check)
                    .on_press_maybe(ready.then_some(own(Message::Confirm)))
                    .id("take"),
            )
            .spacing(space::S)
            .into()
    }
}
