//! The orders there are, those due first at the top, and the one that is chosen
//! beside them with all that was agreed.

use chrono::NaiveDate;
use iced::Fill;
use iced::widget::{Column, column, container};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, family_name, in_one_piece, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::{
    Icon, Symbol, badge, button, card, chip, divider, empty, icon, named, pressable, reckoning,
    scroll,
};
use crate::domain::order::OrderState;
use crate::services::notice::Notice;
use crate::store::OrderRow;
use crate::tr;

#[derive(Debug)]
pub struct List {
    rows: Vec<OrderRow>,
    chosen: Option<usize>,
    all: bool,
    looked: bool,
    pub wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    All(bool),
}

impl List {
    pub fn new() -> Self {
        List {
            rows: Vec::new(),
            chosen: None,
            all: false,
            looked: false,
            wrong: None,
        }
    }

    /// Shows these orders: open ones first, by the date they are due.
    pub fn show(&mut self, mut rows: Vec<OrderRow>) {
        rows.sort_by_key(|row| {
            let due = row.order.due_on.unwrap_or(NaiveDate::MAX);
            (row.state != OrderState::Open, due, row.order.number.n)
        });
        let before = self.chosen().map(|row| row.order.id);
        self.chosen = rows
            .iter()
            .position(|row| Some(row.order.id) == before && row.state == OrderState::Open);
        self.rows = rows;
        self.looked = true;
    }

    pub fn chosen(&self) -> Option<&OrderRow> {
        self.chosen.and_then(|at| self.rows.get(at))
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Choose(at) => self.chosen = Some(at),
            Message::All(all) => {
                self.all = all;
                self.chosen = None;
            }
        }
    }

    /// What stands at the end of the bar.
    pub fn bar<'a>(&self, context: &Context) -> Vec<Element<'a, Screen>> {
        let (dir, texts) = (context.dir, context.texts);
        let show = |all, text: String, id: &'static str| {
            chip(dir, text, self.all == all, Screen::List(Message::All(all)))
                .id(id)
                .into()
        };
        vec![
            show(false, tr!(texts, "desk-orders-open"), "orders-open"),
            show(true, tr!(texts, "desk-orders-all"), "orders-all"),
            button(dir, tr!(texts, "desk-orders-take"))
                .primary()
                .icon(Icon::Plus)
                .on_press(Screen::Take)
                .id("take-order")
                .into(),
        ]
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let shown = self.rows.iter().enumerate();
        let shown = shown.filter(|(_, row)| self.all || row.state == OrderState::Open);
        let rows: Vec<Element<'a, Screen>> =
            shown.map(|(at, row)| self.row(context, at, row)).collect();
        if rows.is_empty() {
            let mut content = Column::with_children(trouble(context, self.wrong.as_ref()));
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
            .width(SIDE + space::XL)
            .height(Fill);
        dir.row([list.into(), side.into()]).spacing(space::L).into()
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
        let who = dir
            .column([
                dir.label(order.customer.name.clone())
                    .medium()
                    .fill()
                    .lines(1)
                    .into(),
                dir.label(goods.unwrap_or_default())
                    .size(type_size::SMALL)
                    .muted()
                    .fill()
                    .lines(1)
                    .into(),
            ])
            .spacing(0)
            .width(Fill);
        let balance = dir
            .column([
                dir.label(context.money(order.total - order.deposit))
                    .size(type_size::STRONG)
                    .bold()
                    .whole()
                    .into(),
                dir.label(in_one_piece(&order.number))
                    .size(type_size::CAPTION)
                    .muted()
                    .whole()
                    .into(),
            ])
            .spacing(0)
            .align_x(dir.end());
        let line = dir.row([due_badge(context, row), who.into(), balance.into()]);
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

/// When it is due, in the colour of how pressing that is; or how it ended.
fn due_badge<'a, M: 'a>(context: &Context, row: &OrderRow) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let mark = match (row.state, row.order.due_on) {
        (OrderState::Open, Some(due)) => {
            let today = context
                .till
                .moments()
                .now(&context.catalogue.bazaar.time_zone)
                .date_naive();
            let (word, tone) = match (due - today).num_days() {
                ..0 => (tr!(texts, "desk-due-overdue"), Tone::Danger),
                0 => (tr!(texts, "desk-due-today"), Tone::Warning),
                1 => (tr!(texts, "desk-due-tomorrow"), Tone::Info),
                _ => (texts.date_short(due), Tone::Neutral),
            };
            badge(dir, word, tone)
        }
        (OrderState::Open, None) => badge(dir, tr!(texts, "desk-due-open"), Tone::Neutral),
        (state @ OrderState::HandedOver, _) => badge(dir, texts.word(&state), Tone::Success),
        (state @ OrderState::Cancelled, _) => badge(dir, texts.word(&state), Tone::Neutral),
    };
    container(mark).width(112).align_x(dir.start()).into()
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
    if let Some(due) = order.due_on {
        about = about.push(fact(Icon::Clock, texts.date_with_weekday(due)));
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
    about = about.push(divider()).extend([
        reckoning(
            dir,
            tr!(texts, "desk-order-total"),
            context.amount(order.total),
            Ink::Inherited,
        ),
        reckoning(
            dir,
            tr!(texts, "desk-order-deposit"),
            context.amount(order.deposit),
            Ink::Muted,
        ),
        reckoning(
            dir,
            tr!(texts, "desk-order-balance"),
            context.money(order.total - order.deposit),
            Ink::Of(Tone::Primary),
        ),
    ]);
    let mut content = column![scroll::vertical(dir, about)].spacing(space::L);
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
