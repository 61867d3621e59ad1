//! The orders there are, those due first at the top, and the one that is chosen
//! beside them with all that was agreed.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use iced::Fill;
use iced::widget::{Column, column, container};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::approval;
use crate::app::screen::frame::{SIDE, beside, family_name, in_one_piece, over, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::{
    Icon, Symbol, badge, button, card, chip, divider, empty, icon, named, pressable, reckoning,
    scroll,
};
use crate::domain::id::{FamilyCode, OrderId};
use crate::domain::money::Money;
use crate::domain::order::OrderState;
use crate::domain::staff::Act;
use crate::services::notice::Notice;
use crate::store::OrderRow;
use crate::tr;

#[derive(Debug)]
pub struct List {
    rows: Vec<OrderRow>,
    chosen: Option<usize>,
    all: bool,
    /// Shows only orders with goods of this family.
    family: Option<FamilyCode>,
    /// An order to be chosen when it is known.
    pointed_at: Option<OrderId>,
    looked: bool,
    pub wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    All(bool),
    Family(Option<FamilyCode>),
}

impl List {
    pub fn new() -> Self {
        List {
            rows: Vec::new(),
            chosen: None,
            all: false,
            family: None,
            pointed_at: None,
            looked: false,
            wrong: None,
        }
    }

    /// Shows these orders: open ones first, by the date they are due.
    pub fn show(&mut self, mut rows: Vec<OrderRow>) {
        rows.sort_by_key(|row| {
            let due = row.order.due_on.unwrap_or(NaiveDate::MAX);
            (!is_pending(row), due, row.order.number.n)
        });
        let pointed_at = self.pointed_at.take();
        let before = self.chosen().filter(|row| is_pending(row));
        let wanted = pointed_at.or(before.map(|row| row.order.id));
        self.chosen = rows.iter().position(|row| Some(row.order.id) == wanted);
        if self.chosen.is_some_and(|at| !is_pending(&rows[at])) {
            self.all |= pointed_at.is_some();
            self.chosen = self.chosen.filter(|_| self.all);
        }
        self.rows = rows;
        self.looked = true;
    }

    /// Chooses an order as soon as the orders are read anew.
    pub fn point_at(&mut self, row: &OrderRow) {
        self.pointed_at = Some(row.order.id);
        self.family = None;
    }

    pub fn chosen(&self) -> Option<&OrderRow> {
        self.chosen.and_then(|at| self.rows.get(at))
    }

    /// Open orders that go to a customer's door today.
    pub fn ready_to_go(&self, context: &Context) -> impl Iterator<Item = &OrderRow> {
        let day = super::today(context);
        let open = self.rows.iter().filter(|row| super::is_open(row));
        open.filter(move |row| row.order.can_go_out(day))
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Choose(at) => self.chosen = Some(at),
            Message::All(all) => {
                self.all = all;
                self.family = None;
                self.chosen = None;
            }
            Message::Family(family) => {
                self.family = family;
                self.chosen = None;
            }
        }
    }

    /// Which orders are shown, and the key for a new one. They do not stand on the
    /// bar: what is said in passing lies there.
    fn head<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let show = |all, text: String, id: &'static str| {
            chip(dir, text, self.all == all, Screen::List(Message::All(all)))
                .id(id)
                .into()
        };
        let ways = [
            show(false, tr!(texts, "desk-orders-open"), "orders-open"),
            show(true, tr!(texts, "desk-orders-all"), "orders-all"),
        ];
        let take = button(dir, tr!(texts, "desk-orders-take"))
            .primary()
            .icon(Icon::Plus)
            .on_press(Screen::Take)
            .id("take-order");
        let ready = self.ready_to_go(context).count();
        let send_out = (ready > 1).then(|| {
            let count = texts.count(ready);
            button(dir, tr!(texts, "desk-run-begin", count = count))
                .icon(Icon::Truck)
                .on_press(Screen::SendOut)
                .id("send-out")
                .into()
        });
        // The prices of a shop are a supervisor's to answer for.
        let answers = !approval::is_needed(context, Act::OverridePrice);
        let shop_file = answers.then(|| {
            button(dir, tr!(texts, "desk-orders-shop-file"))
                .icon(Icon::Inbox)
                .on_press(Screen::TakeIn)
                .id("shop-file")
                .into()
        });
        let ways = dir.row(ways).spacing(space::S);
        match (send_out, shop_file) {
            // Three keys beside the chips are more than a small window holds.
            (Some(send_out), Some(shop_file)) => {
                let more = dir.row([send_out, shop_file]).spacing(space::S);
                let head = dir.between(ways, take);
                column![head, more].spacing(space::S).into()
            }
            (one, other) => {
                let keys = one.into_iter().chain(other).chain([take.into()]);
                dir.between(ways, dir.row(keys).spacing(space::S)).into()
            }
        }
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let shown = self.rows.iter().enumerate();
        let shown = shown.filter(|(_, row)| self.shows(row) && self.fits(row));
        let rows: Vec<Element<'a, Screen>> =
            shown.map(|(at, row)| self.row(context, at, row)).collect();
        if rows.is_empty() {
            let mut content = column![self.head(context)].spacing(space::M);
            content = content.extend(trouble(context, self.wrong.as_ref()));
            if self.looked {
                content = content.push(empty(
                    dir,
                    Icon::Scissors,
                    tr!(texts, "desk-orders-none"),
                    tr!(texts, "desk-orders-none-hint"),
                ));
            }
            return content.into();
        }
        let mut list = Column::new();
        for (at, row) in rows.into_iter().enumerate() {
            if at > 0 {
                list = list.push(divider());
            }
            list = list.push(row);
        }
        let list = card(scroll::vertical(dir, list))
            .padding(space::M)
            .width(Fill)
            .height(Fill);
        let list = column![self.head(context)]
            .push(self.families(context))
            .push(list)
            .spacing(space::M);
        let side = match self.chosen() {
            Some(row) => detail(context, row),
            None => empty(
                dir,
                Icon::Receipt,
                tr!(texts, "desk-orders-choose"),
                tr!(texts, "desk-orders-choose-hint"),
            ),
        };
        let side = container(side)
            .class(Surface::Card)
            .padding(space::L)
            .height(Fill);
        beside(context, list, side, SIDE + space::XL)
    }

    fn shows(&self, row: &OrderRow) -> bool {
        self.all || is_pending(row)
    }

    fn fits(&self, row: &OrderRow) -> bool {
        let family = self.family.as_ref();
        family.is_none_or(|family| row.order.families().contains(&family))
    }

    /// The families orders are shown of, each a key that shows only its own; none
    /// where there is no choice.
    fn families<'a>(&self, context: &Context) -> Option<Element<'a, Screen>> {
        let dir = context.dir;
        let mut orders: BTreeMap<&FamilyCode, usize> = BTreeMap::new();
        for row in self.rows.iter().filter(|row| self.shows(row)) {
            for family in row.order.families() {
                *orders.entry(family).or_default() += 1;
            }
        }
        if orders.len() < 2 {
            return None;
        }
        let every = tr!(context.texts, "desk-orders-every-family");
        let key = |word: String, family: Option<FamilyCode>, id: String| {
            let message = Screen::List(Message::Family(family.clone()));
            chip(dir, word, self.family == family, message)
                .id(id)
                .into()
        };
        let own = orders.into_iter().map(|(family, count)| {
            let name = family_name(context, family);
            let count = context.texts.count(count);
            let id = format!("orders-of-{family}");
            key(format!("{name} · {count}"), Some(family.clone()), id)
        });
        let keys = [key(every, None, "orders-of-every".to_owned())];
        let keys = dir.row(keys.into_iter().chain(own)).spacing(space::S);
        Some(scroll::horizontal(dir, keys))
    }

    fn row<'a>(&self, context: &Context, at: usize, row: &'a OrderRow) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let order = &row.order;
        let goods = order.ticket.lines.first().map(|line| {
            let name = texts.name(&line.name);
            match order.ticket.lines.len() {
                1 => name.to_owned(),
                more => tr!(texts, "desk-orders-and-more", name = name, count = more - 1),
            }
        });
        let (name, goods) = (order.customer.name.clone(), goods.unwrap_or_default());
        let who = over(dir, name, goods, type_size::SMALL);
        let left = match left_to_pay(row) {
            Some(Money::ZERO) => tr!(texts, "desk-order-paid"),
            Some(left) => context.money(left),
            None => context.money(order.total),
        };
        let balance = dir
            .column([
                dir.label(left)
                    .size(type_size::STRONG)
                    .bold()
                    .whole()
                    .ink(match left_to_pay(row) {
                        Some(_) => Ink::Inherited,
                        None => Ink::Muted,
                    })
                    .into(),
                dir.label(in_one_piece(&order.number))
                    .size(type_size::CAPTION)
                    .muted()
                    .whole()
                    .into(),
            ])
            .spacing(0)
            .align_x(dir.end());
        let line = dir.row([due_badge(context, row), who, balance.into()]);
        let press = match self.chosen == Some(at) {
            true => Press::TileChosen,
            false => Press::Row,
        };
        let row = pressable(line, press, Some(Screen::List(Message::Choose(at))))
            .padding(space::M)
            .width(Fill);
        named(row, Some(format!("order-{}", order.number).into()), Fill)
    }
}

/// What is still to pay, while it is.
fn left_to_pay(row: &OrderRow) -> Option<Money> {
    super::is_open(row).then(|| row.order.total - row.order.deposit)
}

/// Whether something is still to be done for it.
fn is_pending(row: &OrderRow) -> bool {
    super::is_open(row) || super::is_on_its_way(row)
}

/// When it is due, in the colour of how pressing that is; or how it ended.
fn due_badge<'a, M: 'a>(context: &Context, row: &OrderRow) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let mark = match (row.state, row.order.due_on) {
        (OrderState::Open, Some(due)) => {
            let (word, tone) = match (due - super::today(context)).num_days() {
                ..0 => (tr!(texts, "desk-due-overdue"), Tone::Danger),
                0 => (tr!(texts, "desk-due-today"), Tone::Warning),
                1 => (tr!(texts, "desk-due-tomorrow"), Tone::Info),
                _ => (texts.date_short(due), Tone::Neutral),
            };
            badge(dir, word, tone)
        }
        (OrderState::Open, None) => badge(dir, tr!(texts, "desk-due-open"), Tone::Neutral),
        (OrderState::HandedOver, _) if super::is_on_its_way(row) => {
            badge(dir, tr!(texts, "desk-order-on-its-way"), Tone::Info)
        }
        (state @ (OrderState::HandedOver | OrderState::Delivered), _) => {
            badge(dir, texts.word(&state), Tone::Success)
        }
        (state @ OrderState::Cancelled, _) => badge(dir, texts.word(&state), Tone::Neutral),
    };
    container(mark).width(136).align_x(dir.start()).into()
}

fn detail<'a>(context: &Context, row: &'a OrderRow) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let order = &row.order;
    let number = badge(dir, in_one_piece(&order.number), Tone::Primary);
    let head = dir.row([
        dir.label(order.customer.name.clone())
            .size(type_size::TITLE)
            .bold()
            .fill()
            .lines(2)
            .into(),
        number,
    ]);
    let fact = |symbol: Icon, text: String| -> Element<'a, Screen> {
        let symbol: Symbol = icon(symbol).ink(Ink::Muted);
        dir.row([symbol.into(), dir.label(text).fill().into()])
            .into()
    };
    let mut about = column![head].spacing(space::M);
    if !order.customer.phone.is_empty() {
        about = about.push(fact(Icon::Phone, in_one_piece(&order.customer.phone)));
    }
    if order.is_for_delivery() {
        about = about.push(fact(Icon::Truck, order.customer.address.clone()));
    }
    if let Some(due) = order.due_on {
        about = about.push(fact(Icon::Clock, texts.date_with_weekday(due)));
    }
    if let Some(shop) = &order.shop {
        let number = in_one_piece(&shop.number);
        let said = tr!(texts, "desk-order-shop-number", number = number);
        about = about.push(fact(Icon::Store, said));
    }
    if !order.wish.is_empty() {
        about = about.push(fact(Icon::Pencil, order.wish.clone()));
    }
    about = about.push(divider());
    for line in &order.ticket.lines {
        let quantity = texts.quantity_with_unit(line.quantity, line.unit);
        about = about.push(
            dir.row([
                dir.column([
                    dir.label(texts.name(&line.name).to_owned())
                        .medium()
                        .fill()
                        .lines(2)
                        .into(),
                    dir.label(family_name(context, &line.family))
                        .size(type_size::CAPTION)
                        .muted()
                        .fill()
                        .lines(1)
                        .into(),
                ])
                .spacing(0)
                .width(Fill)
                .into(),
                dir.label(quantity).muted().whole().into(),
            ]),
        );
    }
    about = about
        .push(divider())
        .extend(super::delivery_fee(context, order))
        .push(reckoning(
            dir,
            tr!(texts, "desk-order-total"),
            context.amount(order.total),
            Ink::Inherited,
        ))
        .push(super::paid_before(context, order));
    about = about.extend(left_to_pay(row).map(|left| {
        let word = tr!(texts, "desk-order-balance");
        reckoning(dir, word, context.money(left), Ink::Of(Tone::Primary))
    }));
    let slip = |word: String, message: Screen, id: &'static str| {
        button(dir, word).fill().on_press(message).id(id).into()
    };
    let slips = dir.row([
        slip(tr!(texts, "desk-order-slip"), Screen::Slip, "slip"),
        slip(
            tr!(texts, "desk-order-print-family"),
            Screen::FamilySlips,
            "family-slips",
        ),
    ]);
    let mut content =
        column![scroll::vertical(dir, about), slips.spacing(space::S)].spacing(space::L);
    if super::is_on_its_way(row) {
        let delivered = button(dir, tr!(texts, "desk-order-delivered"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Truck)
            .on_press(Screen::Delivered)
            .id("delivered");
        content = content.push(delivered);
    }
    if row.state == OrderState::Open {
        let hand_over = button(dir, tr!(texts, "desk-order-hand-over"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Bag)
            .on_press(Screen::HandOver)
            .id("hand-over");
        let cancel = button(dir, tr!(texts, "desk-order-cancel"))
            .fill()
            .on_press(Screen::Cancel)
            .id("cancel-order");
        content = content.push(column![hand_over, cancel].spacing(space::S));
    }
    content.into()
}
