//! What paying looks like: the sum due, large; beside the pad the keys that pay.

use iced::widget::{Column, Space, Stack, column, container};
use iced::{Fill, Length, Shrink};

use super::{Asked, Message, Pay, Receipt};
use crate::app::context::Context;
use crate::app::screen::approval::Approving;
use crate::app::screen::frame::{family_name, said};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, grown, space, target, type_size};
use crate::app::widget::keypad::{Corner, keypad};
use crate::app::widget::{
    Icon, Tap, button, card, chip, icon, icon_button, input, named, scroll, well,
};
use crate::domain::money::Money;
use crate::domain::sale::TenderKind;
use crate::tr;

const PAD_WIDTH: f32 = 264.0;
/// Where there is room, the pad is wider and its keys are higher.
const WIDE_PAD_WIDTH: f32 = 340.0;
const ROOM_TO_SPARE: f32 = 1000.0;
const USUAL_HEIGHT: f32 = 800.0;

/// The keys are as high as the window allows, all of them in sight.
fn key_height(context: &Context) -> f32 {
    match context.window.height {
        ROOM_TO_SPARE.. => target::LARGE,
        USUAL_HEIGHT.. => target::KEY + space::XS,
        _ => target::LOW_KEY,
    }
}

/// Whether the window is higher than most.
fn has_room(context: &Context) -> bool {
    context.window.height >= ROOM_TO_SPARE
}

impl Pay {
    /// The page beside the ticket that is being paid.
    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let free = !self.recording;
        let back = button(dir, tr!(texts, "app-pay-back"))
            .quiet()
            .small()
            .icon(Icon::back(dir))
            .on_press_maybe(free.then_some(Message::Back))
            .id("pay-back");
        // The way back stands beside the word over the sum, not above it.
        let head = Stack::with_children([
            self.sum(context),
            dir.between(back, self.state_of(context)).into(),
        ]);
        let mut page = column![head]
            .spacing(space::S)
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        if let Some(wrong) = &self.wrong {
            page = page.push(said(context, wrong));
        }
        let ways = match &self.asked {
            Some(asked) => self.question(context, asked),
            None if self.is_covered(context) && !self.offers.is_empty() => self.again(context),
            None => self.ways(context),
        };
        page.push(ways).into()
    }

    /// The question of a supervisor's word, to be laid over everything.
    pub fn approving(&self) -> Option<&Approving> {
        self.approving.as_ref()
    }

    fn state_of(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        if !self.recording {
            return Space::new().into();
        }
        let word = dir.label(tr!(texts, "app-pay-recording")).muted();
        dir.row([icon(Icon::Hourglass).ink(Ink::Muted).into(), word.into()])
            .into()
    }

    fn sum(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let cash_due = self.cash_due(context);
        let back = self.goes_back(context).filter(|back| back.is_positive());
        let (word, amount) = match (back, self.offers.is_empty()) {
            (Some(back), _) => (tr!(texts, "app-pay-goes-back"), back),
            (None, true) => (tr!(texts, "app-pay-due"), self.due),
            (None, false) => (tr!(texts, "app-pay-rest"), self.rest_in_cash(context)),
        };
        let currency = texts.get(crate::locale::naming::currency_sign(
            context.catalogue.bazaar.currency,
        ));
        let mut lines = column![
            dir.label(word)
                .size(type_size::STRONG)
                .medium()
                .muted()
                .centre(),
            dir.row([
                dir.label(context.amount(amount))
                    .size(type_size::HERO)
                    .bold()
                    .whole()
                    .id("pay-due")
                    .into(),
                dir.label(currency).size(type_size::TITLE).muted().into(),
            ]),
        ]
        .spacing(0)
        .align_x(iced::Center);
        if !cash_due.rounding.is_zero() {
            let rounded = tr!(
                texts,
                "app-pay-rounding",
                due = context.money(cash_due.due),
                rounding =
                    texts.signed_amount(cash_due.rounding, context.catalogue.bazaar.currency),
            );
            lines = lines.push(dir.label(rounded).size(type_size::SMALL).muted());
        }
        if !self.offers.is_empty() {
            lines = lines.push(self.parts(context));
        }
        container(lines).center_x(Fill).into()
    }

    /// What was given so far, each with a cross to take it back.
    fn parts(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let parts = self.offers.iter().enumerate().map(|(at, offer)| {
            let word = match self.can_remove(at) {
                true => context.texts.word(&offer.kind),
                false => tr!(context.texts, "app-pay-came-back"),
            };
            let text = format!("{word} {}", context.amount(offer.tendered));
            if !self.can_remove(at) {
                let label = dir.label(text).medium();
                return container(label)
                    .class(Surface::Badge(Tone::Info))
                    .padding(dir.padding(space::L, space::L, space::L))
                    .into();
            }
            let cross = icon_button(
                Icon::Close,
                Press::Quiet,
                (!self.recording).then_some(Message::Remove(at)),
            );
            let cross = named(cross, Some(format!("part-{at}").into()), Length::Shrink);
            let line = dir.row([dir.label(text).medium().into(), cross]).spacing(0);
            container(line)
                .class(Surface::Badge(Tone::Success))
                .padding(dir.padding(0.0, space::L, 0.0))
                .into()
        });
        // Many parts are more than the width holds.
        let parts = scroll::horizontal(dir, dir.row(parts));
        container(container(parts).width(Shrink))
            .center_x(Fill)
            .into()
    }

    fn ways(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let keys = scroll::vertical(dir, self.keys(context));
        let pad_width = match has_room(context) {
            true => WIDE_PAD_WIDTH,
            false => PAD_WIDTH,
        };
        dir.row([
            container(self.pad(context)).width(pad_width).into(),
            container(keys).width(Fill).height(Fill).into(),
        ])
        .spacing(space::XL)
        .align_y(iced::Top)
        .height(Fill)
        .into()
    }

    fn pad(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let digits = texts.digits();
        let typed = self
            .typed
            .typed()
            .replace('.', &digits.decimal_separator().to_string());
        let (text, ink) = match typed.is_empty() {
            true => (tr!(texts, "app-pay-other-sum"), Ink::Faint),
            false => (digits.write(&typed), Ink::Normal),
        };
        let size = if typed.is_empty() {
            type_size::BODY
        } else {
            type_size::HEADING
        };
        let face = dir
            .label(text)
            .size(size)
            .bold()
            .ink(ink)
            .centre()
            .fill()
            .lines(1);
        let well = well(container(face).center_y(44.0));
        let pad = keypad(digits, Corner::Point, key_height(context), Message::Key);
        column![well, pad, self.receipt_keys(context)]
            .spacing(space::M)
            .into()
    }

    /// How the customer wants the receipt.
    fn receipt_keys(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let ways = [
            (
                Receipt::Printed,
                tr!(texts, "app-pay-receipt-print"),
                "receipt-print",
            ),
            (
                Receipt::Shown,
                tr!(texts, "app-pay-receipt-show"),
                "receipt-show",
            ),
            (
                Receipt::Neither,
                tr!(texts, "app-pay-receipt-none"),
                "receipt-none",
            ),
        ]
        .map(|(receipt, word, id)| {
            let on = self.receipt == receipt;
            let key = chip(dir, word, on, Message::Receipt(receipt)).fill();
            key.id(id).into()
        });
        let word = dir
            .label(tr!(texts, "app-pay-receipt"))
            .size(type_size::SMALL);
        column![word.muted(), dir.row(ways).spacing(space::XS)]
            .spacing(space::XS)
            .align_x(dir.start())
            .into()
    }

    fn keys(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let free = !self.recording;
        let cash = match self.typed() {
            Some(typed) => self.typed_cash(context, typed),
            None => self.quick_cash(context),
        };
        let part = self.part().filter(|_| free);
        let way = |kind: TenderKind, symbol, id: &'static str| {
            let word = dir.label(context.texts.word(&kind)).size(type_size::SMALL);
            let face = column![icon(symbol), word.medium().centre().lines(1)];
            let face = face.spacing(space::XS).align_x(iced::Center);
            let open = part.filter(|_| !self.is_shut(&kind));
            let key = Tap::new(
                container(face)
                    .center_x(Fill)
                    .center_y(key_height(context) + 6.0),
            )
            .padding(0)
            .width(Fill)
            .class(Press::Secondary)
            .on_press_maybe(open.map(|_| Message::Ask(kind)));
            named(key, Some(id.into()), Fill)
        };
        let ways = [
            way(TenderKind::Card, Icon::Card, "pay-card"),
            way(TenderKind::Transfer, Icon::Bank, "pay-transfer"),
            way(TenderKind::Wallet, Icon::Phone, "pay-wallet"),
            way(TenderKind::Voucher, Icon::Tag, "pay-voucher"),
        ];
        let families = self.families.iter().enumerate();
        let families = families.map(|(at, _)| self.family_key(context, at));
        Column::with_children(self.unknown_cards(context))
            .extend(families)
            .push(cash)
            .push(dir.grid(ways, 2))
            .spacing(space::M)
            .into()
    }

    fn quick_cash(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let rest = self.rest_in_cash(context);
        let key = |sum: Money| (!self.recording).then_some(Message::Cash(sum));
        let exact = button(
            dir,
            tr!(texts, "app-pay-exact", amount = context.amount(rest)),
        )
        .primary()
        .large()
        .fill()
        .icon(Icon::Cash)
        .on_press_maybe(key(rest).filter(|_| rest.is_positive()))
        .id("cash-exact");
        let above = context
            .catalogue
            .bazaar
            .currency
            .quick_cash(rest)
            .into_iter()
            .skip(1);
        let above = above.enumerate().map(|(at, sum)| {
            let face = dir
                .label(context.amount(sum))
                .size(type_size::TITLE)
                .bold()
                .whole()
                .centre();
            let key = Tap::new(
                container(face)
                    .center_x(Fill)
                    .center_y(key_height(context) + 6.0),
            )
            .padding(0)
            .width(Fill)
            .class(Press::Key)
            .on_press_maybe(key(sum));
            named(key, Some(format!("cash-{}", at + 1).into()), Fill)
        });
        column![exact, dir.grid(above, 2)].spacing(space::M).into()
    }

    fn typed_cash(&self, context: &Context, typed: Money) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let change = typed - self.rest_in_cash(context);
        let hint = match change.is_negative() {
            true => tr!(texts, "app-pay-leaves", amount = context.amount(-change)),
            false => tr!(texts, "app-pay-change-of", amount = context.amount(change)),
        };
        button(
            dir,
            tr!(texts, "app-pay-cash", amount = context.amount(typed)),
        )
        .primary()
        .large()
        .fill()
        .icon(Icon::Cash)
        .hint(hint)
        .on_press_maybe((!self.recording).then_some(Message::TypedCash))
        .id("cash-typed")
        .into()
    }

    fn family_key(&self, context: &Context, at: usize) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let offer = &self.families[at];
        let TenderKind::TakenByFamily(code) = &offer.kind else {
            return Space::new().into();
        };
        let left = (offer.tendered - self.given_to(&offer.kind)).min(self.rest());
        let free = !self.recording && left.is_positive();
        button(
            dir,
            tr!(texts, "app-pay-family", family = family_name(context, code)),
        )
        .kind(Press::Primary)
        .large()
        .fill()
        .icon(Icon::Payout)
        .hint(context.amount(left))
        .on_press_maybe(free.then_some(Message::TakenByFamily(at)))
        .id(format!("pay-family-{code}"))
        .into()
    }

    /// Asks whether money that moves outside the till has moved.
    fn question(&self, context: &Context, asked: &Asked) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let amount = context.money(asked.amount);
        let (symbol, ask, yes) = match asked.kind {
            TenderKind::Card => {
                let ask = tr!(texts, "app-pay-card-ask", amount = amount);
                (Icon::Card, ask, tr!(texts, "app-pay-card-yes"))
            }
            _ => {
                let kind = texts.word(&asked.kind);
                let ask = tr!(texts, "app-pay-other-ask", kind = kind, amount = amount);
                (Icon::Bank, ask, tr!(texts, "app-pay-other-yes"))
            }
        };
        let head = dir.row([
            icon(symbol)
                .size(36.0)
                .ink(Ink::Solid(Tone::Primary))
                .into(),
            dir.label(ask)
                .size(type_size::STRONG)
                .medium()
                .fill()
                .into(),
        ]);
        let reference = input(
            dir,
            "pay-reference",
            &tr!(texts, "app-pay-reference"),
            &asked.reference,
            Message::Reference,
        )
        .on_submit(Message::Accepted);
        let yes = button(dir, yes)
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press(Message::Accepted)
            .id("pay-accepted");
        let no = button(dir, tr!(texts, "app-pay-not-accepted"))
            .fill()
            .icon(Icon::Close)
            .on_press(Message::NotAccepted)
            .id("pay-not-accepted");
        let unknown = button(dir, tr!(texts, "app-pay-unknown"))
            .fill()
            .icon(Icon::Hourglass)
            .on_press(Message::Unknown)
            .id("pay-unknown");
        let no = dir.row([Element::from(no), unknown.into()]);
        let words = column![head, reference, Space::new().height(Fill), yes, no]
            .spacing(space::M)
            .height(Fill);
        let pad = keypad(
            texts.digits(),
            Corner::Empty,
            target::LOW_KEY,
            Message::ReferenceKey,
        );
        let content = dir
            .row([
                container(words).width(Fill).into(),
                container(pad).width(240).into(),
            ])
            .spacing(space::XL)
            .align_y(iced::Top)
            .height(grown(320.0));
        card(content).width(Fill).height(Shrink).into()
    }

    /// Everything is given, but the sale could not be recorded.
    fn again(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let word = match self.goes_back(context) {
            None => tr!(texts, "app-pay-record"),
            Some(back) if back.is_positive() => {
                let amount = context.amount(back);
                tr!(texts, "app-pay-give-back", amount = amount)
            }
            Some(_) => tr!(texts, "app-pay-exchange"),
        };
        let record = button(dir, word)
            .primary()
            .large()
            .width(Length::Fixed(420.0))
            .icon(Icon::Check)
            .on_press_maybe((!self.recording).then_some(Message::Record))
            .id("pay-record");
        container(record).center_x(Fill).padding(space::XL).into()
    }
}
