//! The goods of an order: made-to-order product lines to press, and beside them
//! what was chosen.

use iced::widget::{Column, column, container};
use iced::{Fill, Length};

use super::{Field, Message, Screen, Taking};
use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, beside, family_name, figure, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, keypad};
use crate::app::widget::{
    Icon, TILE_HEIGHT, Tile, button, chip, dialog, divider, empty, icon_button, input, named,
    scroll, shelf, tile,
};
use crate::domain::family::Unit;
use crate::domain::id::Sku;
use crate::domain::money::Money;
use crate::tr;

impl Taking {
    pub(super) fn goods<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Taking(message);
        let search = input(
            dir,
            "search-goods",
            &tr!(texts, "desk-search-goods"),
            &self.query,
            move |text| own(Message::Written(Field::Search, text)),
        )
        .icon(Icon::Search)
        .on_touch(own(Message::Write(Field::Search)));
        let show = |every: bool, word: String, id: &'static str| {
            chip(
                dir,
                word,
                self.every_line == every,
                own(Message::EveryLine(every)),
            )
            .id(id)
            .into()
        };
        let head = dir.row([
            container(search).width(Fill).into(),
            show(false, tr!(texts, "desk-made-to-order"), "made-to-order"),
            show(true, tr!(texts, "desk-every-line"), "every-line"),
        ]);
        let every = context.clone();
        let make = move |at: usize| self.tile(&every, self.shown[at]);
        let goods: Element<'a, Screen> = match self.shown.is_empty() {
            true => empty(
                dir,
                Icon::Search,
                tr!(texts, "desk-no-goods"),
                tr!(texts, "desk-no-goods-hint"),
            ),
            false => {
                let count = self.shown.len();
                let tiles = shelf(dir, target::TILE_WIDTH, TILE_HEIGHT, count, make);
                scroll::vertical(dir, tiles)
            }
        };
        let main = column![head, goods].spacing(space::M).width(Fill);
        let side = container(self.chosen(context))
            .class(Surface::Card)
            .padding(space::L)
            .height(Fill);
        beside(context, main, side, SIDE)
    }

    fn tile<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let texts = context.texts;
        let bazaar = &context.catalogue.bazaar;
        let line = &context.catalogue.lines()[at];
        let package = bazaar
            .packages
            .iter()
            .position(|package| package.code == line.package);
        let price = match line.price {
            Some(price) => context.amount(price),
            None => tr!(texts, "desk-price-agreed"),
        };
        let chosen = self.ticket.lines.iter();
        let count = chosen
            .filter(|chosen| chosen.sku == line.sku)
            .map(|chosen| chosen.quantity)
            .sum::<crate::domain::money::Quantity>();
        tile(
            context.dir,
            Tile {
                name: texts.name(&line.name).to_owned().into(),
                family: family_name(context, &line.family).into(),
                price: price.into(),
                unit: (line.unit != Unit::Each).then(|| texts.word(&line.unit).into()),
                package: package.unwrap_or_default(),
                count: count.is_positive().then(|| texts.quantity(count).into()),
                left: None,
                photo: None,
                unavailable: None,
                mark: None,
                until: None,
                pinned: false,
                id: format!("goods-{}", line.sku).into(),
            },
            Screen::Taking(Message::Add(at)),
        )
    }

    fn chosen<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Taking(message);
        let list: Element<'a, Screen> = if self.ticket.is_empty() {
            empty(
                dir,
                Icon::Scissors,
                tr!(texts, "desk-take-nothing"),
                tr!(texts, "desk-take-nothing-hint"),
            )
        } else {
            let lines = self.ticket.lines.iter().enumerate().map(|(at, line)| {
                let key = |symbol, message, id: String| {
                    let key = icon_button(symbol, Press::Key, Some(own(message)));
                    named(key, Some(id.into()), Length::Shrink)
                };
                let words = dir
                    .column([
                        dir.label(texts.name(&line.name).to_owned())
                            .medium()
                            .fill()
                            .lines(1)
                            .into(),
                        dir.label(context.amount(line.list()))
                            .size(type_size::SMALL)
                            .muted()
                            .fill()
                            .into(),
                    ])
                    .spacing(0)
                    .width(Fill);
                dir.row([
                    words.into(),
                    key(Icon::Minus, Message::Less(at), format!("less-{at}")),
                    dir.label(texts.quantity(line.quantity))
                        .bold()
                        .centre()
                        .width(44)
                        .into(),
                    key(Icon::Plus, Message::More(at), format!("more-{at}")),
                ])
                .spacing(space::XS)
                .into()
            });
            scroll::vertical(dir, Column::with_children(lines).spacing(space::M))
        };
        let next = (!self.ticket.is_empty()).then_some(own(Message::Next));
        column![list, divider()]
            .extend(trouble(context, self.wrong.as_ref()))
            .push(figure(
                context,
                tr!(texts, "desk-order-total"),
                context.money(self.total()),
                Ink::Of(Tone::Primary),
            ))
            .push(
                button(dir, tr!(texts, "desk-next"))
                    .primary()
                    .large()
                    .fill()
                    .after(Icon::onward(dir))
                    .on_press_maybe(next)
                    .id("next"),
            )
            .spacing(space::M)
            .into()
    }
}

/// Asks for the price agreed at the counter.
pub(super) fn pricing<'a>(
    context: &Context,
    sku: &Sku,
    entry: &Entry,
    page: Element<'a, Screen>,
) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let own = |message| Screen::Taking(message);
    let name = context
        .catalogue
        .line(sku)
        .map(|line| texts.name(&line.name).to_owned());
    let price = Money::from_minor(entry.minor());
    let content = column![
        dir.label(name.unwrap_or_default()).medium().fill(),
        figure(
            context,
            tr!(texts, "desk-agreed-price"),
            context.money(price),
            Ink::Of(Tone::Primary)
        ),
        keypad(texts.digits(), Corner::Point, target::KEY, move |key| own(
            Message::Price(key)
        )),
        button(dir, tr!(texts, "desk-add"))
            .primary()
            .large()
            .fill()
            .on_press_maybe(price.is_positive().then_some(own(Message::Priced)))
            .id("priced"),
    ]
    .spacing(space::L);
    dialog(dir, tr!(texts, "desk-open-price"), content)
        .width(420.0)
        .on_close(own(Message::NotPriced))
        .over(page)
}
