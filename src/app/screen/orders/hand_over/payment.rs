//! What handing an order over looks like: what was agreed on one side, the parts
//! and the pad on the other; and how it went.

use iced::widget::{Column, column, container};
use iced::{Fill, Length};

use super::{HandingOver, Message, Screen, WAYS};
use crate::app::context::Context;
use crate::app::screen::frame::{
    beside, done_key, family_name, figure, outcome, print_key, tall, trouble,
};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, keypad};
use crate::app::widget::{
    Icon, button, card, chip, divider, icon_button, named, reckoning, scroll,
};
use crate::domain::sale::TenderKind;
use crate::services::sell::Completed;
use crate::tr;

/// The width of the side that is paid on.
const PAY: f32 = 488.0;

fn own(message: Message) -> Screen {
    Screen::HandingOver(message)
}

impl HandingOver {
    pub(super) fn payment<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let agreed = card(self.agreed(context)).width(Fill);
        beside(context, agreed, tall(self.ways(context), space::M), PAY)
    }

    /// The goods, what they come to and what is given so far.
    fn agreed<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let mut lines = Column::new().spacing(space::M);
        for line in &self.order.ticket.lines {
            let quantity = texts.quantity_with_unit(line.quantity, line.unit);
            let name = texts.name(&line.name).to_owned();
            lines = lines.push(reckoning(dir, name, quantity, Ink::Inherited));
        }
        let parts = self.offers.iter().enumerate().map(|(at, offer)| {
            let word = way_word(context, &offer.kind);
            let cross = icon_button(
                Icon::Close,
                Press::Quiet,
                (!self.asking).then_some(own(Message::Remove(at))),
            );
            let cross = named(cross, Some(format!("part-{at}").into()), Length::Shrink);
            let amount = context.amount(offer.tendered);
            let part = dir.row([reckoning(dir, word, amount, Ink::Of(Tone::Success)), cross]);
            container(part)
                .class(Surface::Soft(Tone::Success))
                .padding(dir.padding(0.0, space::L, 0.0))
                .into()
        });
        let rest = self.rest_in_cash(context);
        let word = match self.offers.is_empty() {
            true => tr!(texts, "desk-order-balance"),
            false => tr!(texts, "desk-order-rest"),
        };
        let balance = figure(context, word, context.money(rest), Ink::Of(Tone::Primary));
        column![]
            .extend(super::super::expired(context, &self.order))
            .push(lines)
            .push(divider())
            .extend(super::super::delivery_fee(context, &self.order))
            .push(reckoning(
                dir,
                tr!(texts, "desk-order-total"),
                context.amount(self.order.total),
                Ink::Inherited,
            ))
            .push(super::super::paid_before(context, &self.order))
            .extend(parts)
            .push(divider())
            .push(container(balance).id("balance"))
            .spacing(space::M)
            .into()
    }

    /// The ways to pay, the pad, and the key that takes the part.
    fn ways<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let (rest, part) = (self.rest(context), self.part(context));
        let covered = self.is_covered(context);
        let families = self.families.iter().map(|offer| {
            let word = way_word(context, &offer.kind);
            chip(
                dir,
                word,
                self.way == offer.kind,
                own(Message::Way(offer.kind.clone())),
            )
            .fill()
            .id(way_id(&offer.kind))
            .into()
        });
        let ways = WAYS.map(|way| {
            let (word, id) = (texts.word(&way), way_id(&way));
            chip(dir, word, self.way == way, own(Message::Way(way)))
                .fill()
                .id(id)
                .into()
        });
        let mut pay = Column::new().spacing(space::S);
        if !covered {
            let grid = dir.grid(ways, 3).spacing(space::S);
            pay = pay.extend(families).push(grid);
            pay = pay.push(container(reckoning(
                dir,
                tr!(texts, "desk-cash-given"),
                context.money(part),
                Ink::Inherited,
            )));
            if self.way == TenderKind::Cash {
                let quick = context.catalogue.bazaar.currency.quick_cash(rest);
                let quick = quick.into_iter().skip(1).take(3).map(|sum| {
                    let amount = context.amount(sum);
                    chip(dir, amount, part == sum, own(Message::Given(sum)))
                        .fill()
                        .into()
                });
                pay = pay.push(dir.grid(quick, 3).spacing(space::S));
            }
            pay = pay.push(keypad(
                texts.digits(),
                Corner::Point,
                target::LOW_KEY,
                move |key| own(Message::Key(key)),
            ));
            if self.way == TenderKind::Cash {
                pay = pay.push(reckoning(
                    dir,
                    tr!(texts, "desk-cash-change"),
                    context.money((part - rest).or_zero()),
                    Ink::Of(Tone::Success),
                ));
            }
        }
        let (word, symbol) = match self.is_last(context) {
            true => (tr!(texts, "desk-order-hand-over"), Icon::Bag),
            false => (tr!(texts, "desk-order-take-part"), Icon::Plus),
        };
        let ready = self.can_take(context) && !self.asking;
        let pay = container(scroll::vertical_shrinking(dir, pay)).height(Fill);
        column![pay]
            .extend(trouble(context, self.wrong.as_ref()))
            .push(
                button(dir, word)
                    .primary()
                    .large()
                    .fill()
                    .icon(symbol)
                    .on_press_maybe(ready.then_some(own(Message::Confirm)))
                    .id("confirm"),
            )
            .spacing(space::S)
            .into()
    }
}

fn way_id(way: &TenderKind) -> String {
    match way {
        TenderKind::Cash => "way-cash".to_owned(),
        TenderKind::Card => "way-card".to_owned(),
        TenderKind::Transfer => "way-transfer".to_owned(),
        TenderKind::Voucher => "way-voucher".to_owned(),
        TenderKind::TakenByFamily(family) => format!("way-family-{family}"),
        _ => "way-wallet".to_owned(),
    }
}

fn way_word(context: &Context, way: &TenderKind) -> String {
    match way {
        TenderKind::TakenByFamily(code) => tr!(
            context.texts,
            "app-pay-family",
            family = family_name(context, code)
        ),
        way => context.texts.word(way),
    }
}

/// How it went: the change, as large as it goes.
pub(super) fn result<'a>(context: &Context, done: &Completed) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let change = done.sale.fact.change();
    let mut particulars = column![].spacing(0).align_x(iced::Center).width(Fill);
    if change.is_positive() {
        particulars = particulars
            .push(
                dir.label(tr!(texts, "desk-cash-change"))
                    .size(type_size::STRONG)
                    .muted(),
            )
            .push(
                dir.label(context.amount(change))
                    .size(type_size::HERO)
                    .bold()
                    .whole()
                    .ink(Ink::Solid(Tone::Success))
                    .id("change"),
            );
    }
    let next = [dir
        .row([
            print_key(context, tr!(texts, "desk-print"), own(Message::Print)),
            done_key(context, Screen::Listing),
        ])
        .into()];
    let title = tr!(texts, "desk-handed-over");
    outcome(context, Tone::Success, title, particulars, next)
}
