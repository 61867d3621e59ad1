//! Handing an order over: its balance is paid in cash or otherwise, and the
//! change is shown large.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::{Message as Screen, Step};
use crate::app::context::Context;
use crate::app::intent::{Intent, Paper};
use crate::app::screen::frame::{figure, outcome, page, trouble};
use crate::app::theme::{Element, Ink, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, button, card, chip, divider, reckoning};
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::sale::{CashDue, Offer, TenderKind};
use crate::services::notice::Notice;
use crate::services::sell::Completed;
use crate::store::OrderRow;
use crate::tr;

/// The ways a balance is paid at the counter.
const WAYS: [TenderKind; 4] = [
    TenderKind::Cash,
    TenderKind::Card,
    TenderKind::Transfer,
    TenderKind::Wallet,
];

#[derive(Debug)]
pub struct HandingOver {
    order: Order,
    way: TenderKind,
    given: Entry,
    asking: bool,
    wrong: Option<Notice>,
    done: Option<Box<Completed>>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Way(TenderKind),
    Key(Key),
    Given(Money),
    Confirm,
    Answered(Box<Result<Completed, Notice>>),
    Print,
}

impl HandingOver {
    pub fn new(context: &Context, row: &OrderRow) -> Self {
        HandingOver {
            order: row.order.clone(),
            way: TenderKind::Cash,
            given: Entry::new(context.catalogue.bazaar.currency.digits()),
            asking: false,
            wrong: None,
            done: None,
        }
    }

    /// What is left to pay, brought to the coin when it is paid in cash.
    fn due(&self, context: &Context) -> Money {
        let balance = self.order.total - self.order.deposit;
        match self.way {
            TenderKind::Cash => {
                CashDue::of(
                    &context.catalogue.bazaar,
                    self.order.total,
                    self.order.deposit,
                )
                .due
            }
            _ => balance,
        }
    }

    /// The cash given; what is due exactly while nothing was typed.
    fn given(&self, context: &Context) -> Money {
        match self.given.is_empty() {
            true => self.due(context),
            false => Money::from_minor(self.given.minor()),
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::Way(way) => self.way = way,
            Message::Key(key) => self.given.press(key),
            Message::Given(given) => {
                self.given = typed(given, context);
            }
            Message::Confirm => {
                self.asking = true;
                self.wrong = None;
                let given = match self.way {
                    TenderKind::Cash => self.given(context),
                    _ => self.due(context),
                };
                let offers = match given.is_positive() {
                    true => vec![Offer::new(self.way.clone(), given)],
                    false => Vec::new(),
                };
                let (session, order) = (context.session().clone(), self.order.id);
                return Step::Run(context.ask(
                    move |till| till.hand_over(&session, order, offers),
                    |answer| Screen::HandingOver(Message::Answered(Box::new(answer))),
                ));
            }
            Message::Answered(answer) => {
                self.asking = false;
                match *answer {
                    Ok(completed) => self.done = Some(Box::new(completed)),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Print => {
                if let Some(done) = &self.done {
                    return Step::Ask(Intent::Print(Paper::Receipt(done.sale.fact.id)));
                }
            }
        }
        Step::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Screen> {
        let title = tr!(
            context.texts,
            "desk-hand-over-title",
            name = self.order.customer.name.as_str()
        );
        let content = match &self.done {
            Some(done) => result(context, done),
            None => self.payment(context),
        };
        page(context, title, Screen::Back, [], content)
    }

    fn payment<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::HandingOver(message);
        let due = self.due(context);
        let given = self.given(context);
        let mut lines = Column::new().spacing(space::M);
        for line in &self.order.ticket.lines {
            let quantity = texts.quantity_with_unit(line.quantity, line.unit);
            lines = lines.push(reckoning(
                dir,
                texts.name(&line.name).to_owned(),
                quantity,
                Ink::Inherited,
            ));
        }
        let about = column![
            lines,
            divider(),
            reckoning(
                dir,
                tr!(texts, "desk-order-total"),
                context.amount(self.order.total),
                Ink::Inherited
            ),
            reckoning(
                dir,
                tr!(texts, "desk-order-deposit"),
                context.amount(self.order.deposit),
                Ink::Muted
            ),
            divider(),
            container(figure(
                context,
                tr!(texts, "desk-order-balance"),
                context.money(due),
                Ink::Of(Tone::Primary)
            ))
            .id("balance"),
        ]
        .spacing(space::M);
        let ways = WAYS.map(|way| {
            let id = match way {
                TenderKind::Cash => "way-cash",
                TenderKind::Card => "way-card",
                TenderKind::Transfer => "way-transfer",
                _ => "way-wallet",
            };
            let word = texts.word(&way);
            chip(dir, word, self.way == way, own(Message::Way(way)))
                .fill()
                .id(id)
                .into()
        });
        let mut pay = column![dir.grid(ways, 2).spacing(space::S)].spacing(space::M);
        if self.way == TenderKind::Cash && due.is_positive() {
            let quick = context.catalogue.bazaar.currency.quick_cash(due);
            let quick = quick.into_iter().skip(1).take(3).map(|sum| {
                chip(
                    dir,
                    context.amount(sum),
                    given == sum,
                    own(Message::Given(sum)),
                )
                .fill()
                .into()
            });
            let change = (given - due).or_zero();
            pay = pay
                .push(reckoning(
                    dir,
                    tr!(texts, "desk-cash-given"),
                    context.money(given),
                    Ink::Inherited,
                ))
                .push(dir.grid(quick, 3).spacing(space::S))
                .push(keypad(
                    texts.digits(),
                    Corner::Point,
                    target::NORMAL,
                    move |key| own(Message::Key(key)),
                ))
                .push(reckoning(
                    dir,
                    tr!(texts, "desk-cash-change"),
                    context.money(change),
                    Ink::Of(Tone::Success),
                ));
        }
        let enough = self.way != TenderKind::Cash || given >= due;
        let pay = pay.extend(trouble(context, self.wrong.as_ref())).push(
            button(dir, tr!(texts, "desk-order-hand-over"))
                .primary()
                .large()
                .fill()
                .icon(Icon::Bag)
                .on_press_maybe((enough && !self.asking).then_some(own(Message::Confirm)))
                .id("confirm"),
        );
        dir.row([
            card(about).width(Fill).into(),
            card(pay).width(400).padding(space::L).into(),
        ])
        .spacing(space::L)
        .align_y(iced::Top)
        .into()
    }
}

/// An entry as if the sum had been typed.
pub(super) fn typed(sum: Money, context: &Context) -> Entry {
    let currency = context.catalogue.bazaar.currency;
    let mut entry = Entry::new(currency.digits());
    for letter in sum.to_decimal(currency).to_string().chars() {
        match letter {
            '.' => entry.press(Key::Point),
            digit => entry.press(Key::Digit(digit as u8 - b'0')),
        }
    }
    entry
}

fn result<'a>(context: &Context, done: &Completed) -> Element<'a, Screen> {
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
            button(dir, tr!(texts, "desk-print"))
                .large()
                .icon(Icon::Printer)
                .on_press(Screen::HandingOver(Message::Print))
                .id("print")
                .into(),
            button(dir, tr!(texts, "desk-done"))
                .primary()
                .large()
                .fill()
                .on_press(Screen::Listing)
                .id("done")
                .into(),
        ])
        .into()];
    let title = tr!(texts, "desk-handed-over");
    outcome(context, Tone::Success, title, particulars, next)
}
