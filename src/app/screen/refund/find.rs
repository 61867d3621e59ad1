//! Finding a sale: by the number on its receipt, by what was paid, by whose goods it
//! had, by when it was made; the newest first.

use iced::widget::{Column, column, container};
use iced::{Fill, Shrink, Task};

use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, beside, family_name, heading, in_one_piece, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{
    Icon, badge, button, card, chip, dialog, divider, empty, icon, named, pressable, scroll, well,
};
use crate::domain::id::FamilyCode;
use crate::domain::money::Money;
use crate::services::notice::Notice;
use crate::services::sell::{SaleSearch, When};
use crate::store::SaleSummary;
use crate::tr;

/// How many sales are offered.
const MOST: usize = 60;

#[derive(Debug)]
pub struct Find {
    by: By,
    number: Entry,
    amount: Entry,
    search: SaleSearch,
    /// Whether a family is being chosen.
    choosing: bool,
    found: Vec<SaleSummary>,
    looked: bool,
    pub wrong: Option<Notice>,
}

/// What is typed on the pad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Number,
    Amount,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<SaleSummary>, Notice>),
    By(By),
    Key(Key),
    Look,
    When(When),
    ChooseFamily(bool),
    Family(Option<FamilyCode>),
    AnyAmount,
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
            by: By::Number,
            number: Entry::new(0),
            amount: Entry::new(context.catalogue.bazaar.currency.digits()),
            search: SaleSearch::default(),
            choosing: false,
            found: Vec::new(),
            looked: false,
            wrong: None,
        };
        let search = find.search(context);
        (find, search)
    }

    fn search(&self, context: &Context) -> Task<super::Message> {
        let search = self.search.clone();
        context.ask(
            move |till| till.find_sales(search, MOST),
            |found| super::Message::Find(Message::Known(found)),
        )
    }

    /// The entry the pad writes to.
    fn typed(&self) -> &Entry {
        match self.by {
            By::Number => &self.number,
            By::Amount => &self.amount,
        }
    }

    /// Takes a message, and gives what is to be looked up.
    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<super::Message>> {
        match message {
            Message::Known(Ok(found)) => {
                (self.found, self.looked) = (found, true);
                return None;
            }
            Message::Known(Err(wrong)) => {
                self.wrong = Some(wrong);
                return None;
            }
            Message::By(by) => {
                self.by = by;
                return None;
            }
            Message::Key(key) => {
                match self.by {
                    By::Number => self.number.press(key),
                    By::Amount => self.amount.press(key),
                }
                self.wrong = None;
                return None;
            }
            Message::ChooseFamily(choosing) => {
                self.choosing = choosing;
                return None;
            }
            Message::Look if self.by == By::Number => {
                return Some(look(context, self.number.typed().to_owned()));
            }
            Message::Look => {
                self.search.paid = Some(Money::from_minor(self.amount.minor()));
            }
            Message::AnyAmount => {
                self.amount.clear();
                self.search.paid = None;
            }
            Message::When(when) => self.search.when = when,
            Message::Family(family) => {
                self.choosing = false;
                self.search.family = family;
            }
            Message::Chosen(at) => {
                let number = self.found.get(at)?.number.to_string();
                return Some(look(context, number));
            }
        }
        Some(self.search(context))
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let side = container(self.side(context))
            .class(Surface::Card)
            .padding(space::L);
        let list = column![self.filters(context), self.list(context)].spacing(space::M);
        beside(context, list.width(Fill), side, SIDE)
    }

    /// The question whose goods, over the page.
    pub fn over<'a>(
        &'a self,
        context: &Context,
        base: Element<'a, super::Message>,
    ) -> Element<'a, super::Message> {
        if !self.choosing {
            return base;
        }
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| super::Message::Find(message);
        let families = context.catalogue.families().iter().map(|family| {
            let name = dir.label(texts.name(&family.name).to_owned()).medium();
            let code = dir.label(in_one_piece(&family.code)).muted().whole();
            let row = dir.row([name.fill().lines(1).into(), code.into()]);
            let chosen = own(Message::Family(Some(family.code.clone())));
            let row = pressable(row, Press::Row, Some(chosen))
                .padding(space::M)
                .width(Fill);
            named(row, Some(format!("of-{}", family.code).into()), Fill)
        });
        let list = scroll::vertical(dir, Column::with_children(families));
        let title = tr!(texts, "desk-refund-whose");
        dialog(dir, title, container(list).height(420))
            .on_close(own(Message::ChooseFamily(false)))
            .over(base)
    }

    fn filters<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| super::Message::Find(message);
        let whens = [
            (
                When::LastHour,
                tr!(texts, "desk-refund-last-hour"),
                "last-hour",
            ),
            (When::Today, tr!(texts, "desk-refund-today"), "today"),
            (When::Ever, tr!(texts, "desk-refund-ever"), "ever"),
        ];
        let mut chips: Vec<Element<'a, super::Message>> = Vec::new();
        for (when, word, id) in whens {
            let on = self.search.when == when;
            chips.push(chip(dir, word, on, own(Message::When(when))).id(id).into());
        }
        let family = match &self.search.family {
            None => chip(
                dir,
                tr!(texts, "desk-refund-any-family"),
                false,
                own(Message::ChooseFamily(true)),
            ),
            Some(code) => chip(
                dir,
                family_name(context, code),
                true,
                own(Message::Family(None)),
            )
            .after(Icon::Close),
        };
        chips.push(family.icon(Icon::People).id("whose").into());
        if let Some(paid) = self.search.paid {
            let amount = chip(dir, context.amount(paid), true, own(Message::AnyAmount));
            chips.push(amount.after(Icon::Close).id("any-amount").into());
        }
        let strip = scroll::horizontal(dir, dir.row(chips).spacing(space::S));
        dir.at_start(container(strip).width(Shrink))
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| super::Message::Find(message);
        let ways = [
            (By::Number, tr!(texts, "desk-refund-number"), "by-number"),
            (By::Amount, tr!(texts, "desk-refund-amount"), "by-amount"),
        ]
        .map(|(by, word, id)| {
            let way = chip(dir, word, self.by == by, own(Message::By(by)));
            way.fill().id(id).into()
        });
        let typed = self.typed();
        let shown = match (typed.is_empty(), self.by) {
            (true, _) => dir
                .label(tr!(texts, "desk-refund-type"))
                .size(type_size::BODY)
                .ink(Ink::Faint),
            (false, By::Number) => {
                let typed = texts.digits().write(typed.typed());
                let till = context.till.code();
                dir.label(in_one_piece(format!("{till}-{typed}")))
                    .size(type_size::TITLE)
                    .bold()
            }
            (false, By::Amount) => {
                let point = texts.digits().decimal_separator().to_string();
                let typed = texts.digits().write(&typed.typed().replace('.', &point));
                dir.label(typed).size(type_size::TITLE).bold()
            }
        };
        let corner = match self.by {
            By::Number => Corner::DoubleZero,
            By::Amount => Corner::Point,
        };
        let pad = keypad(
            texts.digits(),
            corner,
            target::NORMAL + space::S,
            move |key| own(Message::Key(key)),
        );
        let look = (!typed.is_empty()).then_some(own(Message::Look));
        column![
            dir.grid(ways, 2).spacing(space::S),
            well(shown.fill().centre().lines(1)),
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
                icon(Icon::Barcode).ink(Ink::Muted).into(),
                dir.label(tr!(texts, "desk-refund-scan"))
                    .size(type_size::SMALL)
                    .muted()
                    .fill()
                    .into(),
            ]),
        )
        .spacing(space::L)
        .into()
    }

    fn list<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        if self.found.is_empty() {
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
        for (at, sale) in self.found.iter().enumerate() {
            if at > 0 {
                rows = rows.push(divider());
            }
            let on_day = self.search.when == When::Ever;
            rows = rows.push(row_of(context, at, sale, on_day));
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

fn row_of<'a>(
    context: &Context,
    at: usize,
    sale: &SaleSummary,
    on_day: bool,
) -> Element<'a, super::Message> {
    let (dir, texts) = (context.dir, context.texts);
    let number = dir.label(in_one_piece(&sale.number)).medium().whole();
    let time = match on_day {
        true => texts.date_and_time(sale.at.naive_local()),
        false => texts.time(sale.at.time()),
    };
    let time = dir.label(time).muted().size(type_size::SMALL).whole();
    let lines = dir
        .label(tr!(texts, "count-lines", count = sale.lines))
        .muted()
        .size(type_size::SMALL)
        .fill()
        .lines(1);
    let mut parts = vec![
        dir.column([number.into(), time.into()])
            .spacing(0)
            .width(if on_day { 190 } else { 130 })
            .into(),
        lines.into(),
    ];
    if sale.refunded.is_positive() {
        let word = match sale.is_all_back {
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
    let press = super::Message::Find(Message::Chosen(at));
    let row = pressable(dir.row(parts), Press::Row, Some(press))
        .padding(space::M)
        .width(Fill);
    named(row, Some(format!("sale-{}", sale.number).into()), Fill)
}
