//! The ticket beside the shelf: its lines, what it comes to, the keys that end
//! it; and, once it is paid, the change.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length};

use super::line_sheet::Page;
use super::sheet::Opening;
use super::{Message, Sell, Stage};
use crate::app::context::Context;
use crate::app::screen::frame::{family_name, in_one_piece};
use crate::app::screen::pay::Receipt;
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::{
    Icon, badge, button, divider, empty, icon, icon_button, named, notice, pressable, reckoning,
    scroll, stepper, stripe,
};
use crate::domain::money::Quantity;
use crate::domain::sale::Sale;
use crate::domain::ticket::{PriceSource, PricedLine, TicketLine};
use crate::locale::bidi;
use crate::services::printing::Paper;
use crate::store::Recorded;
use crate::tr;

/// An amount longer than this is not set in the largest type: it would not fit
/// beside the shelf.
const LONGEST_HERO: usize = 6;

impl Sell {
    pub(super) fn ticket(&self, context: &Context) -> Element<'_, Message> {
        let panel = match (&self.stage, &self.last) {
            (Stage::Paid, Some(sale)) => paid(context, sale, self.receipt),
            _ => self.filling(context),
        };
        container(panel)
            .class(Surface::Panel)
            .padding(space::L)
            .width(Fill)
            .height(Fill)
            .into()
    }

    /// Whether the keys of the ticket work: not while it is being paid.
    fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Filling)
    }

    fn filling(&self, context: &Context) -> Element<'_, Message> {
        let dir = context.dir;
        let lines: Element<'_, Message> = match self.basket.is_empty() {
            true => self.nothing_yet(context),
            false => {
                let lines = self.basket.ticket().lines.iter().enumerate();
                let priced = self.basket.priced().map_or(&[][..], |priced| &priced.lines);
                let rows = lines.zip(priced).map(|((at, line), priced)| {
                    let row = self.line(context, at, line, priced);
                    column![row, divider()].into()
                });
                scroll::vertical(dir, Column::with_children(rows))
            }
        };
        let back = self.came_back().then(|| {
            let text = tr!(context.texts, "app-sell-came-back");
            notice(dir, Tone::Info, text)
        });
        let mut panel = column![self.head(context)]
            .extend(back)
            .extend(self.exchange_line(context))
            .push(lines)
            .spacing(space::M)
            .height(Fill);
        if !self.basket.is_empty() {
            panel = panel.push(self.foot(context));
        }
        panel.into()
    }

    /// What came back against this ticket, with a cross to leave it.
    fn exchange_line(&self, context: &Context) -> Option<Element<'_, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        let exchange = self.exchange.as_ref()?;
        let credit = tr!(
            texts,
            "app-sell-exchange",
            amount = context.money(exchange.back.credit)
        );
        let from = tr!(
            texts,
            "app-sell-exchange-from",
            number = in_one_piece(&exchange.back.number)
        );
        let words = column![
            dir.label(credit).medium().fill().lines(1),
            dir.label(from).size(type_size::CAPTION).fill().lines(1),
        ];
        let cross = self.is_open().then(|| {
            let cross = icon_button(Icon::Close, Press::Quiet, Some(Message::NoExchange));
            named(cross, Some("no-exchange".into()), Length::Shrink)
        });
        let parts = [
            icon(Icon::Undo).ink(Ink::Of(Tone::Info)).into(),
            container(words).width(Fill).into(),
        ];
        let line = dir.row(parts.into_iter().chain(cross));
        let line = container(line)
            .class(Surface::Soft(Tone::Info))
            .padding(dir.padding(space::S, space::L, 0.0))
            .width(Fill);
        Some(line.into())
    }

    fn head(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let tool = |symbol, message, id: &'static str| {
            let tool = icon_button(symbol, Press::Quiet, message);
            named(tool, Some(id.into()), Length::Shrink)
        };
        let open = self.is_open();
        let filled = open && !self.basket.is_empty();
        let title = dir
            .label(tr!(texts, "app-sell-ticket"))
            .size(type_size::TITLE)
            .bold();
        let count = match self.basket.ticket().lines.len() {
            0 => Space::new().into(),
            lines => badge(dir, texts.count(lines), Tone::Primary),
        };
        let parked = button(
            dir,
            match self.parked.len() {
                0 => String::new(),
                waiting => texts.count(waiting),
            },
        );
        let parked = parked
            .quiet()
            .icon(Icon::Inbox)
            .on_press_maybe(open.then_some(Message::OpenSheet(Opening::Parked)))
            .id("parked");
        let tools = [
            tool(
                Icon::Close,
                filled.then_some(Message::OpenSheet(Opening::Void)),
                "void",
            ),
            tool(
                Icon::Pause,
                filled.then_some(Message::OpenSheet(Opening::Park)),
                "park",
            ),
            parked.into(),
            tool(
                Icon::History,
                open.then_some(Message::OpenSheet(Opening::LastSale)),
                "last-sale",
            ),
        ];
        let start = dir.row([title.into(), count]).spacing(space::S);
        dir.between(start, dir.row(tools).spacing(0)).into()
    }

    fn nothing_yet(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let hint = empty(
            dir,
            Icon::Basket,
            tr!(texts, "app-sell-empty"),
            tr!(texts, "app-sell-empty-body"),
        );
        let hint = column![hint]
            .extend(self.unknown_key(context))
            .spacing(space::S)
            .height(Fill);
        let Some(last) = &self.last else {
            return hint.into();
        };
        let number = in_one_piece(last.fact.number.clone());
        let words = column![
            dir.label(tr!(texts, "app-sell-last", number = number))
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(1),
            dir.label(context.money(last.fact.paid()))
                .size(type_size::STRONG)
                .medium()
                .whole(),
        ]
        .align_x(dir.start());
        let onward = icon(Icon::onward(dir)).ink(Ink::Muted);
        let last = pressable(
            dir.row([
                icon(Icon::Receipt).ink(Ink::Muted).into(),
                words.into(),
                onward.into(),
            ]),
            Press::Inset,
            Some(Message::OpenSheet(Opening::LastSale)),
        )
        .width(Fill);
        column![hint, named(last, Some("last".into()), Fill)]
            .spacing(space::S)
            .height(Fill)
            .into()
    }

    fn line(
        &self,
        context: &Context,
        at: usize,
        line: &TicketLine,
        priced: &PricedLine,
    ) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let package = context.catalogue.bazaar.packages.iter();
        let package = package
            .map(|package| &package.code)
            .position(|code| code == &line.package);
        let names = column![
            dir.label(texts.name(&line.name).to_owned())
                .medium()
                .fill()
                .lines(2),
            dir.label(family_name(context, &line.family))
                .size(type_size::CAPTION)
                .muted()
                .fill()
                .lines(1),
        ]
        .extend(self.particulars(context, line, priced));
        let quantity = texts.quantity(line.quantity);
        let size = match quantity.chars().count() {
            0..=3 => type_size::STRONG,
            _ => type_size::SMALL,
        };
        let quantity = dir
            .label(quantity)
            .size(size)
            .bold()
            .centre()
            .width(52)
            .lines(1);
        let amount = dir
            .label(context.amount(priced.paid))
            .size(type_size::STRONG)
            .medium()
            .whole();
        let tone = Tone::Package(package.unwrap_or_default());
        let content = dir
            .row([
                stripe(tone, 44),
                quantity.into(),
                container(names).width(Fill).into(),
                amount.into(),
            ])
            .spacing(space::S);
        if !self.is_open() {
            return container(content).padding(space::S).width(Fill).into();
        }
        let touched = Some(Message::TouchLine(at));
        let row = pressable(content, Press::Row, touched)
            .padding(space::S)
            .width(Fill);
        let row = named(row, Some(format!("line-{at}").into()), Fill);
        if self.basket.current() == Some(at) {
            let keys = self.line_keys(context, at, line);
            return column![row, keys].spacing(space::XS).into();
        }
        row
    }

    /// What makes a line differ from its price times its quantity.
    fn particulars(
        &self,
        context: &Context,
        line: &TicketLine,
        priced: &PricedLine,
    ) -> Option<Element<'_, Message>> {
        let (dir, texts) = (context.dir, context.texts);
        let mut parts = Vec::new();
        if line.quantity != Quantity::ONE {
            let price = context.amount(line.unit_price);
            let quantity = texts.quantity_with_unit(line.quantity, line.unit);
            parts.push(tr!(
                texts,
                "app-sell-times",
                quantity = quantity,
                price = price
            ));
        }
        if matches!(line.price_source, PriceSource::Override { .. }) {
            parts.push(tr!(texts, "app-sell-price-changed"));
        }
        let discount = priced.list - priced.paid;
        if discount.is_positive() {
            parts.push(tr!(
                texts,
                "app-sell-less",
                amount = context.amount(discount)
            ));
        }
        if !line.note.is_empty() {
            parts.push(bidi::first_strong(&line.note));
        }
        let tone = match discount.is_positive() {
            true => Ink::Of(Tone::Warning),
            false => Ink::Muted,
        };
        (!parts.is_empty()).then(|| {
            let text = parts.join(" · ");
            dir.label(text)
                .size(type_size::CAPTION)
                .ink(tone)
                .fill()
                .lines(2)
                .into()
        })
    }

    /// The keys under the line in hand.
    fn line_keys(&self, context: &Context, at: usize, line: &TicketLine) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let quantity: Element<'_, Message> = if line.unit.is_divisible() {
            button(dir, texts.quantity_with_unit(line.quantity, line.unit))
                .icon(Icon::Scale)
                .on_press(Message::Edit(at, Page::Quantity))
                .id("line-weigh")
                .into()
        } else {
            let less = (line.quantity > Quantity::ONE).then_some(Message::Step(at, -1));
            stepper(
                dir,
                texts.quantity(line.quantity),
                less,
                Some(Message::Step(at, 1)),
                Some(Message::Edit(at, Page::Quantity)),
            )
        };
        let tool = |symbol, message, id: &'static str| {
            let tool = icon_button(symbol, Press::Quiet, Some(message));
            named(tool, Some(id.into()), Length::Shrink)
        };
        let tools = dir.row([
            tool(
                Icon::Percent,
                Message::Edit(at, Page::Discount),
                "line-discount-open",
            ),
            tool(
                Icon::Pencil,
                Message::Edit(at, Page::Note),
                "line-note-open",
            ),
            tool(Icon::Trash, Message::Remove(at), "line-remove"),
        ]);
        dir.between(quantity, tools.spacing(0))
            .spacing(0)
            .padding(iced::Padding::ZERO.bottom(space::S))
            .into()
    }

    fn foot(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let open = self.is_open();
        let mut foot = column![divider()].spacing(space::S);
        if let Some(priced) = self
            .basket
            .priced()
            .filter(|priced| priced.discount.is_positive())
        {
            let list = context.amount(priced.list);
            let less = texts.signed_amount(-priced.discount, context.catalogue.bazaar.currency);
            foot = foot
                .push(reckoning(
                    dir,
                    tr!(texts, "app-sell-subtotal"),
                    list,
                    Ink::Muted,
                ))
                .push(reckoning(
                    dir,
                    tr!(texts, "app-sell-discounts"),
                    less,
                    Ink::Of(Tone::Warning),
                ));
        }
        let discount = button(dir, tr!(texts, "app-sell-discount"))
            .quiet()
            .small()
            .icon(Icon::Percent)
            .on_press_maybe(open.then_some(Message::OpenSheet(Opening::Discount)))
            .id("discount");
        let total = dir
            .label(context.amount(self.basket.due()))
            .size(type_size::DISPLAY)
            .bold()
            .whole()
            .id("total");
        foot = foot.push(dir.between(discount, total));
        if matches!(&self.stage, Stage::Paying(pay) if !pay.is_direct()) {
            return foot.into();
        }
        let words = column![
            dir.label(tr!(texts, "app-sell-exact"))
                .size(type_size::SMALL)
                .medium()
                .lines(1),
            dir.label(context.amount(self.exact_cash(context)))
                .size(type_size::STRONG)
                .bold()
                .whole(),
        ]
        .align_x(iced::Center);
        let exact = pressable(
            container(words).center_x(Fill).center_y(target::LARGE),
            Press::Secondary,
            // What is exchanged is settled where the difference can be seen.
            (open && self.exchange.is_none()).then_some(Message::PayExact),
        )
        .padding(0)
        .width(Fill);
        let exact = container(exact).width(Length::FillPortion(2)).id("exact");
        let pay = button(dir, tr!(texts, "app-sell-pay"))
            .primary()
            .large()
            .fill()
            .on_press_maybe(open.then_some(Message::Pay));
        let pay = container(pay).width(Length::FillPortion(3)).id("pay");
        foot.push(dir.row([exact.into(), pay.into()])).into()
    }
}

/// A ticket that was paid: its change, as large as it goes.
fn paid<'a>(
    context: &Context,
    recorded: &Recorded<Sale>,
    receipt: Receipt,
) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let sale = &recorded.fact;
    let number = in_one_piece(sale.number.with_bazaar(&context.catalogue.bazaar.code));
    let mark = container(icon(Icon::Check).size(36.0))
        .class(Surface::Solid(Tone::Success))
        .center(72.0);
    let change = sale.change();
    let (word, large) = match change.is_positive() {
        true => (tr!(texts, "app-sell-change"), context.amount(change)),
        false => (context.money(sale.paid()), tr!(texts, "app-sell-no-change")),
    };
    let long = bidi::without_controls(&large).chars().count() > LONGEST_HERO;
    let size = match (change.is_positive(), long) {
        (true, false) => type_size::HERO,
        (true, true) => type_size::DISPLAY * 1.5,
        (false, _) => type_size::DISPLAY,
    };
    let head = column![
        mark,
        dir.label(tr!(texts, "app-sell-paid"))
            .size(type_size::HEADING)
            .bold()
            .centre(),
        dir.label(number).muted().centre().id("sale-number"),
    ]
    .spacing(space::S)
    .align_x(iced::Center)
    .width(Fill);
    let hero = column![
        dir.label(word).size(type_size::STRONG).medium().centre(),
        dir.label(large)
            .size(size)
            .bold()
            .whole()
            .centre()
            .id("change"),
    ]
    .align_x(iced::Center);
    let hero = container(hero)
        .class(Surface::Soft(Tone::Success))
        .padding([space::L, space::S])
        .center_x(Fill);
    let tenders = sale.tenders.iter().map(|tender| {
        reckoning(
            dir,
            texts.word(&tender.kind),
            context.amount(tender.tendered),
            Ink::Muted,
        )
    });
    let sums = Column::with_children(tenders)
        .spacing(space::S)
        .push(reckoning(
            dir,
            tr!(texts, "app-sell-total"),
            context.amount(sale.paid()),
            Ink::Normal,
        ));
    let print = match receipt {
        Receipt::Printed => tr!(texts, "app-sell-print-again"),
        Receipt::Shown | Receipt::Neither => tr!(texts, "app-sell-print"),
    };
    let print = button(dir, print)
        .fill()
        .icon(Icon::Printer)
        .on_press(Message::Print(Paper::Receipt(sale.id)))
        .id("print-again");
    let next = button(dir, tr!(texts, "app-sell-next"))
        .primary()
        .large()
        .fill()
        .icon(Icon::Basket)
        .on_press(Message::NewSale)
        .id("next-sale");
    // The keys stay in their place however much there is to tell above them.
    let told = column![Space::new().height(space::S), head, hero, sums].spacing(space::L);
    column![scroll::vertical(dir, told), print, next]
        .spacing(space::M)
        .height(Fill)
        .into()
}
