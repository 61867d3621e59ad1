//! What the customer sees on a screen of their own: a welcome, the ticket as it
//! grows, what was paid and the change. Nothing here can be pressed, and every
//! word stands in both languages.

use std::hash::{DefaultHasher, Hash, Hasher};

use iced::widget::{Column, Space, center, column, container, responsive};
use iced::{Center, Fill, Size};

use crate::app::context::Context;
use crate::app::screen::sell::Facing;
use crate::app::theme::{Element, Ink, Surface, Tone, space, target, type_size};
use crate::app::widget::{Icon, badge, divider, icon, repaint, welcome_picture};
use crate::domain::id::Bilingual;
use crate::domain::money::{Money, Quantity};
use crate::domain::order::Order;
use crate::domain::sale::{Sale, TenderKind};
use crate::domain::ticket::{Priced, PricedLine, Ticket, TicketLine};
use crate::locale::naming::currency_sign;
use crate::locale::{Language, Texts, bidi};
use crate::tr;

/// The height of a line of the ticket.
const LINE: f32 = 76.0;
/// The height of the sums under the lines.
const SUMS: f32 = 176.0;
/// The height of what is said over lines that no longer fit.
const EARLIER: f32 = 40.0;
/// From this height on there is room for the largest type.
const TALL: f32 = 700.0;

/// The page that faces the customer.
pub fn view<'a, M: Clone + 'a>(context: &'a Context, facing: Facing<'a>) -> Element<'a, M> {
    let page = responsive(move |size| {
        let content = match facing {
            Facing::Nobody => welcome(context, size),
            Facing::Ticket { ticket, priced } => {
                let sums = sums(context, priced, size);
                filling(context, ticket, priced, sums, size)
            }
            Facing::Order {
                order,
                priced,
                rest,
            } => {
                let sums = balance(context, order, rest, size);
                filling(context, &order.ticket, priced, sums, size)
            }
            Facing::Paid(sale) => paid(context, sale, size),
        };
        match facing {
            Facing::Nobody => content,
            _ => column![head(context), content].into(),
        }
    });
    container(repaint(stamp(context, facing), page))
        .class(Surface::Ground)
        .width(Fill)
        .height(Fill)
        .into()
}

/// A number that is another one when something else is shown.
fn stamp(context: &Context, facing: Facing<'_>) -> u16 {
    let mut seen = DefaultHasher::new();
    context.texts.language().code().hash(&mut seen);
    match facing {
        Facing::Nobody => {}
        Facing::Ticket { ticket, priced } => {
            priced.due.minor().hash(&mut seen);
            for line in &ticket.lines {
                (line.sku.as_str(), line.quantity.thousandths()).hash(&mut seen);
            }
        }
        Facing::Order { order, rest, .. } => (order.id, rest.minor()).hash(&mut seen),
        Facing::Paid(sale) => sale.id.hash(&mut seen),
    }
    // A part of it is enough: two that follow each other seldom agree in it.
    (seen.finish() % 4096) as u16
}

/// A name in the till's language and then in the other; nothing twice.
fn both(context: &Context, name: &Bilingual) -> (String, Option<String>) {
    let (arabic, english) = (name.arabic().to_owned(), name.english().to_owned());
    let (first, second) = match context.texts.language() {
        Language::Arabic => (arabic, english),
        Language::English => (english, arabic),
    };
    let second = (second != first).then_some(second);
    (first, second)
}

/// A word in both languages, the till's first, on one line.
fn words(context: &Context, say: impl Fn(&'static Texts) -> String) -> String {
    let (first, second) = (say(context.texts), say(context.other_texts()));
    format!("{first} · {}", bidi::first_strong(&second))
}

/// The bazaar's name in both languages, across the top.
fn head<'a, M: 'a>(context: &Context) -> Element<'a, M> {
    let dir = context.dir;
    let (first, second) = both(context, &context.catalogue.bazaar.name);
    let mark = container(icon(Icon::Store).size(30.0))
        .class(Surface::Solid(Tone::Primary))
        .center(52.0);
    let first = dir.label(first).size(type_size::TITLE).bold().lines(1);
    let start = dir.row([mark.into(), first.into()]);
    let second = dir
        .label(second.unwrap_or_default())
        .size(type_size::STRONG)
        .medium()
        .muted()
        .lines(1);
    let line = dir
        .between(start, second)
        .height(target::BAR)
        .padding(dir.padding(0.0, space::XL, space::XL));
    column![container(line).class(Surface::Bar).width(Fill), divider()].into()
}

fn welcome<'a, M: 'a>(context: &Context, size: Size) -> Element<'a, M> {
    let dir = context.dir;
    let (first, second) = both(context, &context.catalogue.bazaar.name);
    let (greeting, other) = (
        tr!(context.texts, "app-customer-welcome"),
        tr!(context.other_texts(), "app-customer-welcome"),
    );
    let name = dir
        .label(first)
        .size(type_size::DISPLAY)
        .bold()
        .centre()
        .id("customer-name");
    let lines = column![
        dir.label(greeting)
            .size(type_size::HEADING)
            .medium()
            .ink(Ink::Of(Tone::Primary))
            .centre(),
        name,
    ]
    .push(second.map(|second| dir.label(second).size(type_size::HEADING).bold().centre()))
    .push(
        dir.label(other)
            .size(type_size::TITLE)
            .ink(Ink::Of(Tone::Primary))
            .centre(),
    )
    .spacing(space::S)
    .align_x(Center)
    .width(Fill);
    let picture = (size.height * 0.46).min(size.width * 0.5);
    let page = column![welcome_picture(picture), lines]
        .spacing(space::XL)
        .align_x(Center);
    center(page).padding(space::XL).into()
}

/// The last lines of the ticket, as many as fit, over what it comes to.
fn filling<'a, M: Clone + 'a>(
    context: &'a Context,
    ticket: &'a Ticket,
    priced: &'a Priced,
    sums: Element<'a, M>,
    size: Size,
) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let room = size.height - target::BAR - SUMS - space::XL * 2.0;
    let fits = |room: f32| (room / LINE).floor().max(1.0) as usize;
    let all = ticket.lines.len();
    let shown = match all <= fits(room) {
        true => all,
        false => fits(room - EARLIER),
    };
    let earlier = all - shown;
    let newest = all.saturating_sub(1);
    let both = ticket.lines.iter().zip(&priced.lines).enumerate();
    let rows = both
        .skip(earlier)
        .map(|(at, (line, amounts))| ticket_line(context, line, amounts, at == newest));
    let mut lines = Column::new().width(Fill);
    if earlier > 0 {
        let text = tr!(texts, "app-customer-earlier", count = earlier);
        let text = dir.label(text).size(type_size::BODY).muted().fill();
        lines = lines.push(container(text).height(EARLIER));
    }
    let lines = container(lines.extend(rows))
        .padding([space::L, space::XL])
        .height(Fill)
        .clip(true);
    column![lines, sums].into()
}

fn ticket_line<'a, M: 'a>(
    context: &'a Context,
    line: &'a TicketLine,
    amounts: &PricedLine,
    newest: bool,
) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let (first, second) = both(context, &line.name);
    let names = column![
        dir.label(first)
            .size(type_size::TITLE)
            .medium()
            .fill()
            .lines(1)
    ]
    .push(second.map(|second| {
        dir.label(second)
            .size(type_size::SMALL)
            .muted()
            .fill()
            .lines(1)
    }))
    .width(Fill);
    let quantity = (line.quantity != Quantity::ONE).then(|| {
        let quantity = texts.quantity_with_unit(line.quantity, line.unit);
        let price = context.amount(line.unit_price);
        let text = tr!(texts, "app-sell-times", quantity = quantity, price = price);
        dir.label(text).size(type_size::STRONG).muted().whole()
    });
    let less = amounts.list - amounts.paid;
    let less = less.is_positive().then(|| {
        let text = tr!(texts, "app-sell-less", amount = context.amount(less));
        badge(dir, text, Tone::Warning)
    });
    let amount = dir
        .label(context.amount(amounts.paid))
        .size(type_size::HEADING)
        .bold()
        .whole();
    let parts = [Some(names.into()), less, quantity.map(Into::into)];
    let parts = parts.into_iter().flatten().chain([amount.into()]);
    let ground = match newest {
        true => Surface::Soft(Tone::Primary),
        false => Surface::Bare,
    };
    container(dir.row(parts).spacing(space::L).height(LINE))
        .class(ground)
        .padding([0.0, space::L])
        .width(Fill)
        .into()
}

fn sums<'a, M: 'a>(context: &Context, priced: &Priced, size: Size) -> Element<'a, M> {
    let word = words(context, |texts| tr!(texts, "app-customer-total"));
    let delivery = priced.delivery.as_ref().map(|charge| charge.fee);
    let saved = [
        (
            Some(priced.discount).filter(|discount| discount.is_positive()),
            words(context, |texts| tr!(texts, "app-customer-discount")),
        ),
        (
            delivery,
            words(context, |texts| tr!(texts, "app-customer-delivery")),
        ),
    ];
    let saved = saved
        .into_iter()
        .filter_map(|(amount, word)| Some(format!("{word}  {}", context.money(amount?))));
    band(context, word, saved, (priced.due, "customer-total"), size)
}

/// What is still to pay of an order, and what was paid when it was taken.
fn balance<'a, M: 'a>(context: &Context, order: &Order, rest: Money, size: Size) -> Element<'a, M> {
    let word = words(context, |texts| tr!(texts, "app-customer-balance"));
    let beside = |word: String, amount: Money| format!("{word}  {}", context.money(amount));
    let total = words(context, |texts| tr!(texts, "app-customer-total"));
    let deposit = words(context, |texts| tr!(texts, "app-customer-deposit"));
    let delivery = words(context, |texts| tr!(texts, "app-customer-delivery"));
    let fee = order.ticket.delivery.as_ref();
    let small = [
        fee.map(|charge| beside(delivery, charge.fee)),
        Some(beside(total, order.total)),
        order
            .deposit
            .is_positive()
            .then(|| beside(deposit, order.deposit)),
    ];
    let small = small.into_iter().flatten();
    band(context, word, small, (rest, "customer-balance"), size)
}

/// The band under the lines: what an amount is with what is said under it, and the
/// amount, under its own name, as large as it goes.
fn band<'a, M: 'a>(
    context: &Context,
    word: String,
    small: impl IntoIterator<Item = String>,
    (amount, id): (Money, &'static str),
    size: Size,
) -> Element<'a, M> {
    let dir = context.dir;
    let small = small
        .into_iter()
        .map(|small| dir.label(small).size(type_size::STRONG).lines(1).into());
    let word = column![dir.label(word).size(type_size::HEADING).bold().lines(1)]
        .extend(small)
        .align_x(dir.start());
    let total = dir
        .label(context.amount(amount))
        .size(hero(size))
        .bold()
        .whole()
        .centre()
        .id(id);
    let sign = currency_sign(context.catalogue.bazaar.currency);
    let sign = dir.label(context.texts.get(sign)).size(type_size::HEADING);
    let line = dir
        .between(word, dir.row([total.into(), sign.into()]))
        .height(SUMS)
        .padding(dir.padding(0.0, space::XXL, space::XXL));
    container(line)
        .class(Surface::Band(Tone::Primary))
        .width(Fill)
        .into()
}

/// The largest type there is room for.
fn hero(size: Size) -> f32 {
    match size.height >= TALL {
        true => type_size::HERO * 1.25,
        false => type_size::HERO,
    }
}

fn paid<'a, M: 'a>(context: &Context, sale: &Sale, size: Size) -> Element<'a, M> {
    let dir = context.dir;
    let given = |is_deposit: bool| -> Money {
        let tenders = sale.tenders.iter();
        let tenders = tenders.filter(|tender| (tender.kind == TenderKind::Deposit) == is_deposit);
        tenders.map(|tender| tender.tendered).sum()
    };
    let (deposit, given) = (given(true), given(false));
    let change = sale.change();
    let mark = container(icon(Icon::Check).size(36.0))
        .class(Surface::Solid(Tone::Success))
        .center(68.0);
    let thanks = words(context, |texts| tr!(texts, "app-customer-thanks"));
    let thanks = dir.label(thanks).size(type_size::HEADING).bold();
    let word = |say: fn(&'static Texts) -> String| {
        dir.label(words(context, say))
            .size(type_size::TITLE)
            .medium()
            .centre()
    };
    let sum = |amount: Money| dir.label(context.amount(amount)).bold().whole().centre();
    let total = column![
        word(|texts| tr!(texts, "app-customer-total")),
        sum(sale.due()).size(type_size::DISPLAY),
    ];
    let before = deposit.is_positive().then(|| {
        column![
            word(|texts| tr!(texts, "app-customer-deposit")),
            sum(deposit).size(type_size::DISPLAY),
        ]
    });
    let handed = column![
        word(|texts| tr!(texts, "app-customer-paid")),
        sum(given).size(type_size::DISPLAY).id("customer-paid"),
    ];
    let half = |part: Column<'a, M, crate::app::theme::Theme>| {
        container(part.align_x(Center)).center_x(Fill).into()
    };
    // What was given stands alone below when nothing goes back.
    let handed = change.is_positive().then_some(handed);
    let has_parts = handed.is_some() || before.is_some();
    let parts = [Some(total), before, handed].into_iter().flatten();
    let figures = dir.row(parts.map(half)).width(Fill);
    let (word, amount) = match change.is_positive() {
        true => (
            word(|texts| tr!(texts, "app-customer-change")),
            sum(change).size(hero(size)).id("customer-change"),
        ),
        false => (
            word(|texts| tr!(texts, "app-customer-paid")),
            sum(given).size(hero(size)).id("customer-paid"),
        ),
    };
    let back = container(column![word, amount].align_x(Center))
        .class(Surface::Soft(Tone::Success))
        .padding(space::L)
        .center_x(Fill);
    let page = column![
        dir.row([mark.into(), thanks.into()]).spacing(space::L),
        Space::new().height(space::S),
    ]
    .push(has_parts.then_some(figures))
    .push(back)
    .spacing(space::L)
    .align_x(Center)
    .width(Fill);
    center(page).padding([space::L, space::XXL]).into()
}
