//! Finding the sale to refund: by the number on the receipt, or among the latest
//! sales of the day.

use iced::widget::{Column, column, container};
use iced::{Fill, Task};

use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, heading, in_one_piece, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{
    Icon, badge, button, card, divider, empty, named, pressable, scroll, well,
};
use crate::services::notice::Notice;
use crate::store::SaleSummary;
use crate::tr;

/// How many of the day's latest sales are offered.
const RECENT: usize = 60;

#[derive(Debug)]
pub struct Find {
    typed: Entry,
    recent: Vec<SaleSummary>,
    looked: bool,
    pub wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<SaleSummary>, Notice>),
    Key(Key),
    Look,
    Chosen(usize),
}

/// Looks a sale up by its number, with what was given back of it.
pub fn look(context: &Context, number: String) -> Task<super::Message> {
    context.ask(
        move |till| {
            let sale = till.find_sale(&number)?;
            let already = till.already_refunded(&sale.fact)?;
            Ok((sale, already))
        },
        |found| super::Message::Found(Box::new(found)),
    )
}

impl Find {
    pub fn new(context: &Context) -> (Self, Task<super::Message>) {
        let find = Find {
            typed: Entry::new(0),
            recent: Vec::new(),
            looked: false,
            wrong: None,
        };
        let recent = context.ask(
            |till| till.recent_sales(RECENT),
            |recent| super::Message::Find(Message::Known(recent)),
        );
        (find, recent)
    }

    /// Takes a message; the number to look up when one was chosen.
    pub fn update(&mut self, message: Message) -> Option<String> {
        match message {
            Message::Known(Ok(recent)) => (self.recent, self.looked) = (recent, true),
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Key(key) => {
                self.typed.press(key);
                self.wrong = None;
            }
            Message::Look => return Some(self.typed.typed().to_owned()),
            Message::Chosen(at) => return self.recent.get(at).map(|sale| sale.number.to_string()),
        }
        None
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let till = context.till.code();
        let number = match self.typed.is_empty() {
            true => dir
                .label(tr!(texts, "desk-refund-number"))
                .size(type_size::TITLE)
                .ink(Ink::Faint),
            false => {
                let typed = texts.digits().write(self.typed.typed());
                dir.label(in_one_piece(format!("{till}-{typed}")))
                    .size(type_size::TITLE)
                    .bold()
            }
        };
        let pad = keypad(texts.digits(), Corner::DoubleZero, target::KEY, |key| {
            super::Message::Find(Message::Key(key))
        });
        let look = (!self.typed.is_empty()).then_some(super::Message::Find(Message::Look));
        let side = column![
            heading(context, tr!(texts, "desk-refund-by-number")),
            well(number.fill().centre().lines(1)),
            pad,
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(
            button(dir, tr!(texts, "desk-refund-find"))
                .primary()
                .large()
                .fill()
                .icon(Icon::Search)
                .on_press_maybe(look)
                .id("find"),
        )
        .push(
            dir.row([
                crate::app::widget::icon(Icon::Barcode)
                    .ink(Ink::Muted)
                    .into(),
                dir.label(tr!(texts, "desk-refund-scan"))
                    .size(type_size::SMALL)
                    .muted()
                    .fill()
                    .into(),
            ]),
        )
        .spacing(space::L);
        let side = container(side)
            .class(Surface::Card)
            .padding(space::L)
            .width(SIDE);
        dir.row([self.list(context), side.into()])
            .spacing(space::L)
            .align_y(iced::Top)
            .into()
    }

    fn list<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        if self.recent.is_empty() {
            let nothing: Element<'a, super::Message> = match self.looked {
                true => empty(
                    dir,
                    Icon::Receipt,
                    tr!(texts, "desk-refund-none"),
                    tr!(texts, "desk-refund-none-hint"),
                ),
                false => iced::widget::Space::new().into(),
            };
            return container(nothing).width(Fill).height(Fill).into();
        }
        let mut rows = Column::new();
        for (at, sale) in self.recent.iter().enumerate() {
            if at > 0 {
                rows = rows.push(divider());
            }
            rows = rows.push(row_of(context, at, sale));
        }
        let list = column![
            container(heading(context, tr!(texts, "desk-refund-recent"))).padding(dir.padding(
                space::S,
                space::S,
                space::S
            )),
            scroll::vertical(dir, rows),
        ]
        .spacing(space::S);
        card(list).padding(space::M).width(Fill).height(Fill).into()
    }
}

fn row_of<'a>(context: &Context, at: usize, sale: &SaleSummary) -> Element<'a, super::Message> {
    let (dir, texts) = (context.dir, context.texts);
    let number = dir.label(in_one_piece(&sale.number)).medium().whole();
    let time = dir
        .label(texts.time(sale.at.time()))
        .muted()
        .size(type_size::SMALL)
        .whole();
    let lines = dir
        .label(tr!(texts, "count-lines", count = sale.lines))
        .muted()
        .size(type_size::SMALL)
        .fill()
        .lines(1);
    let mut parts = vec![
        dir.column([number.into(), time.into()])
            .spacing(0)
            .width(130)
            .into(),
        lines.into(),
    ];
    let gone = sale.refunded >= sale.paid;
    if sale.refunded.is_positive() {
        let word = match gone {
            true => tr!(texts, "desk-refund-all-back"),
            false => tr!(texts, "desk-refund-part-back"),
        };
        parts.push(badge(dir, word, Tone::Warning));
    }
    parts.push(
        dir.label(context.money(sale.paid))
            .size(type_size::STRONG)
            .bold()
            .whole()
            .into(),
    );
    let press = (!gone).then_some(super::Message::Find(Message::Chosen(at)));
    let row = pressable(dir.row(parts), Press::Row, press)
        .padding(space::M)
        .width(Fill);
    named(row, Some(format!("sale-{}", sale.number).into()), Fill)
}
