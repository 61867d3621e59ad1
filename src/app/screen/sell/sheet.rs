//! The sheets that lie over the counter: a line, a discount on the ticket,
//! putting it aside, giving it up, tickets put aside, the last sale.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length};

use super::discount::{self, DiscountEntry};
use super::in_hand::exchange_of;
use super::line_sheet::{self, LineSheet, Subject};
use super::open_line::{self, OpenLine};
use super::words::{self, WordSheet};
use super::{Message as Parent, Sell};
use crate::app::context::{Action, Context};
use crate::app::intent::Intent;
use crate::app::screen::frame::{in_one_piece, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, grown, space, type_size};
use crate::app::widget::keypad::{Corner, Key, keypad};
use crate::app::widget::{
    Icon, button, dialog, divider, empty, icon_button, named, pressable, reckoning, scroll, well,
};
use crate::domain::id::{Bilingual, FamilyCode, PaymentId, TicketId};
use crate::domain::money::{Money, Quantity};
use crate::domain::sale::{InHand, Sale};
use crate::domain::ticket::Ticket;
use crate::services::Till;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::store::{Parked, Recorded};
use crate::tr;

/// The pad is as high as what is asked beside it.
const KEY_HEIGHT: f32 = 68.0;

/// What lies over the counter.
#[derive(Debug, Clone)]
pub enum Sheet {
    Line(Box<LineSheet>),
    Discount(DiscountEntry, Option<Notice>),
    Words(WordSheet),
    /// A ticket that was put aside is given up.
    GiveUp(TicketId, WordSheet),
    Open(OpenLine),
    Parked,
    LastSale,
    Unknown,
}

/// A sheet to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    Discount,
    Park,
    Void,
    Parked,
    LastSale,
    /// Payments of which nobody knows whether they arrived.
    Unknown,
    /// Goods of a family, by its place in the catalogue, that have no product line.
    OpenLine(usize),
}

#[derive(Debug, Clone)]
pub enum Message {
    Line(line_sheet::Message),
    Discount(discount::Message),
    DiscountKey(Key),
    GiveDiscount,
    NoDiscount,
    Words(words::Message),
    Open(open_line::Message),
    Recall(TicketId),
    /// A ticket that was put aside, by its place among them, is to be given up.
    GiveUp(usize),
    Clear(PaymentId, bool),
    Cleared(Result<(), Notice>),
    Done(Result<Done, Notice>),
    Leave,
}

/// What was done with the ticket in hand.
#[derive(Debug, Clone)]
pub enum Done {
    Parked(String),
    /// Put aside until it is an order, so that it is not lost on the way.
    ToOrder(Box<Ticket>),
    Voided,
    /// Another ticket was given up; the one in hand stays.
    GivenUp,
}

impl Sell {
    pub(super) fn open(&mut self, context: &Context, opening: Opening) {
        let ticket = self.basket.ticket();
        self.sheet = Some(match opening {
            Opening::Discount => {
                Sheet::Discount(DiscountEntry::new(context, ticket.discount.as_ref()), None)
            }
            Opening::Park => {
                let may_order = self.exchange.is_none();
                Sheet::Words(WordSheet::parking(context, may_order))
            }
            Opening::Void => Sheet::Words(WordSheet::voiding(context)),
            Opening::Parked => Sheet::Parked,
            Opening::LastSale => Sheet::LastSale,
            Opening::Unknown => Sheet::Unknown,
            Opening::OpenLine(family) => {
                let family = context.catalogue.families()[family].code.clone();
                Sheet::Open(OpenLine::new(context, family))
            }
        });
    }

    pub(super) fn update_sheet(
        &mut self,
        context: &Context,
        message: Message,
    ) -> Action<Parent, Intent> {
        match (&mut self.sheet, message) {
            (Some(Sheet::Line(sheet)), Message::Line(message)) => match sheet.update(message) {
                line_sheet::Outcome::Open => {}
                line_sheet::Outcome::Left => self.sheet = None,
                line_sheet::Outcome::Done(subject, change) => {
                    self.line_done(context, subject, change);
                }
            },
            (Some(Sheet::Discount(entry, _)), Message::Discount(message)) => entry.update(message),
            (Some(Sheet::Discount(entry, _)), Message::DiscountKey(key)) => entry.press(key),
            (Some(Sheet::Discount(entry, wrong)), Message::GiveDiscount) => {
                match self.basket.discount(entry.discount()) {
                    Ok(()) => self.sheet = None,
                    Err(refusal) => *wrong = Some(context.told(refusal)),
                }
            }
            (Some(Sheet::Discount(..)), Message::NoDiscount) => {
                let removed = self.basket.discount(None);
                self.sheet = None;
                return self.or_tell(context, removed);
            }
            (Some(Sheet::Words(sheet)), Message::Words(message)) => {
                let outcome = sheet.update(message, context, self.basket.ticket());
                return self.words_done(context, outcome);
            }
            (Some(Sheet::GiveUp(parked, sheet)), Message::Words(message)) => {
                let parked = *parked;
                let outcome = sheet.update(message, context, self.basket.ticket());
                return self.give_up(context, parked, outcome);
            }
            (_, Message::GiveUp(at)) => {
                self.sheet = self.parked.get(at).map(|parked| {
                    let sheet = WordSheet::giving_up(context, parked.name.clone());
                    Sheet::GiveUp(parked.ticket.id, sheet)
                });
            }
            (Some(Sheet::Open(sheet)), Message::Open(message)) => {
                match sheet.update(message, context) {
                    open_line::Outcome::Open => {}
                    open_line::Outcome::Left => self.sheet = None,
                    open_line::Outcome::Done {
                        family,
                        name,
                        price,
                    } => self.add_open(context, &family, name, price),
                }
            }
            (_, Message::Clear(id, moved)) => return self.clear_unknown(context, id, moved),
            (_, Message::Cleared(answer)) => return self.cleared_unknown(context, answer),
            (_, Message::Recall(ticket)) => return self.recall(context, ticket),
            (_, Message::Done(done)) => return self.done(context, done),
            (_, Message::Leave) => self.sheet = None,
            // A message of a sheet that was left meanwhile.
            _ => {}
        }
        Action::None
    }

    fn line_done(&mut self, context: &Context, subject: Subject, change: super::basket::Change) {
        let catalogue = &context.catalogue;
        let done = match subject {
            Subject::New(sku) => {
                let quantity = change.quantity.unwrap_or(Quantity::ONE);
                self.basket.add(catalogue, &sku, quantity, change.price)
            }
            Subject::Line(line) => self.basket.change_line(catalogue, line, change),
        };
        match (done, &mut self.sheet) {
            (Err(refusal), Some(Sheet::Line(sheet))) => sheet.refuse(context.told(refusal)),
            _ => self.sheet = None,
        }
    }

    fn add_open(&mut self, context: &Context, family: &FamilyCode, name: Bilingual, price: Money) {
        if matches!(self.stage, super::Stage::Paid) {
            self.start_anew(context);
        }
        let added = self
            .basket
            .add_open(&context.catalogue, family, name, price);
        match (added, &mut self.sheet) {
            (Err(refusal), Some(Sheet::Open(sheet))) => sheet.refuse(context.told(refusal)),
            _ => self.sheet = None,
        }
    }

    fn words_done(&mut self, context: &Context, outcome: words::Outcome) -> Action<Parent, Intent> {
        let (session, ticket) = (context.session().clone(), self.basket.ticket().clone());
        let in_hand = self.in_hand();
        let done = |answer| Parent::Sheet(Message::Done(answer));
        match outcome {
            words::Outcome::Open => Action::None,
            words::Outcome::Left => {
                self.sheet = None;
                Action::None
            }
            words::Outcome::Park(name) => Action::Run(context.ask(
                move |till: &Till| {
                    till.park(&session, in_hand, name.clone())?;
                    Ok(Done::Parked(name))
                },
                done,
            )),
            words::Outcome::Order(name) => {
                let ordered = ticket.clone();
                Action::Run(context.ask(
                    move |till: &Till| {
                        till.park(&session, ticket, name)?;
                        Ok(Done::ToOrder(Box::new(ordered)))
                    },
                    done,
                ))
            }
            words::Outcome::Void(reason) => Action::Run(context.ask(
                move |till: &Till| {
                    till.void(&session, ticket, reason)?;
                    Ok(Done::Voided)
                },
                done,
            )),
        }
    }

    /// Gives up a ticket that was put aside; whoever thinks better of it sees the
    /// others again.
    fn give_up(
        &mut self,
        context: &Context,
        parked: TicketId,
        outcome: words::Outcome,
    ) -> Action<Parent, Intent> {
        match outcome {
            words::Outcome::Left => {
                self.sheet = Some(Sheet::Parked);
                Action::None
            }
            words::Outcome::Void(reason) => {
                let session = context.session().clone();
                Action::Run(context.ask(
                    move |till: &Till| {
                        till.void_parked(&session, parked, reason)?;
                        Ok(Done::GivenUp)
                    },
                    |answer| Parent::Sheet(Message::Done(answer)),
                ))
            }
            words::Outcome::Open | words::Outcome::Park(_) | words::Outcome::Order(_) => {
                Action::None
            }
        }
    }

    fn done(&mut self, context: &Context, done: Result<Done, Notice>) -> Action<Parent, Intent> {
        match (done, &mut self.sheet) {
            (Ok(Done::ToOrder(ticket)), _) => {
                self.sheet = None;
                self.start_anew(context);
                Action::Intent(Intent::TakeOrder(ticket))
            }
            (Ok(Done::GivenUp), _) => {
                self.sheet = Some(Sheet::Parked);
                Action::Run(Sell::look(context))
            }
            (Ok(_), _) => {
                self.sheet = None;
                self.start_anew(context);
                Action::Run(Sell::look(context))
            }
            (Err(wrong), Some(Sheet::Words(sheet) | Sheet::GiveUp(_, sheet))) => {
                sheet.refuse(wrong);
                Action::None
            }
            (Err(wrong), _) => Action::Intent(Intent::Notify(wrong)),
        }
    }

    /// Takes up a ticket that was put aside; the one in hand is put aside instead.
    fn recall(&mut self, context: &Context, ticket: TicketId) -> Action<Parent, Intent> {
        let session = context.session().clone();
        let in_hand = self.unfinished().map(|_| self.in_hand());
        let name = self.plain_name(context);
        let recall = move |till: &Till| {
            if let Some(in_hand) = in_hand {
                till.park(&session, in_hand, name)?;
            }
            till.recall(&session, ticket)
        };
        Action::Run(context.ask(recall, |answer| Parent::Recalled(Box::new(answer))))
    }

    pub(super) fn recalled(
        &mut self,
        context: &Context,
        answer: Result<InHand, Notice>,
    ) -> Action<Parent, Intent> {
        match answer {
            Ok(in_hand) => {
                // What comes back may be exchanged for goods that were put aside too.
                let exchange = self.exchange.take();
                let exchange = exchange.filter(|_| self.unfinished().is_none());
                self.start_anew(context);
                self.basket = super::Basket::of(in_hand.ticket);
                self.exchange = exchange_of(in_hand.back).or(exchange);
                self.sheet = None;
                Action::Run(Sell::look(context))
            }
            Err(wrong) => Action::Intent(Intent::Notify(wrong)),
        }
    }

    /// The sheet that is open, if one is.
    pub(super) fn sheet_over(&self, context: &Context) -> Option<Element<'_, Parent>> {
        Some(match self.sheet.as_ref()? {
            Sheet::Line(sheet) => sheet.over(context, nothing(), |message| {
                Parent::Sheet(Message::Line(message))
            }),
            Sheet::Discount(entry, wrong) => self.discount_sheet(context, entry, wrong),
            Sheet::Words(sheet) | Sheet::GiveUp(_, sheet) => {
                sheet.over(context, nothing(), |message| {
                    Parent::Sheet(Message::Words(message))
                })
            }
            Sheet::Open(sheet) => sheet.over(context, nothing(), |message| {
                Parent::Sheet(Message::Open(message))
            }),
            Sheet::Parked => self.parked_sheet(context),
            Sheet::LastSale => self.last_sheet(context),
            Sheet::Unknown => self.unknown_sheet(context),
        })
    }

    fn discount_sheet(
        &self,
        context: &Context,
        entry: &DiscountEntry,
        wrong: &Option<Notice>,
    ) -> Element<'_, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let say = Parent::Sheet;
        let choices = entry.view(context, |message| Parent::Sheet(Message::Discount(message)));
        let shown = dir
            .label(entry.shown(context))
            .size(type_size::DISPLAY)
            .bold()
            .whole();
        let pad = keypad(texts.digits(), Corner::Point, KEY_HEIGHT, |key| {
            Parent::Sheet(Message::DiscountKey(key))
        });
        let give = button(dir, tr!(texts, "app-sell-discount-give"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe((!entry.is_empty()).then_some(say(Message::GiveDiscount)))
            .id("discount-give");
        let mut side = column![choices, Space::new().height(Fill)].spacing(space::M);
        if self.basket.ticket().discount.is_some() {
            let off = button(dir, tr!(texts, "app-sell-discount-remove"))
                .fill()
                .icon(Icon::Close)
                .on_press(say(Message::NoDiscount))
                .id("no-discount");
            side = side.push(off);
        }
        let pad = column![well(shown.centre().fill()), pad].spacing(space::M);
        let content = dir
            .row([
                container(side.push(give)).width(Fill).height(Fill).into(),
                container(pad).width(330).into(),
            ])
            .spacing(space::XL)
            .align_y(iced::Top)
            .height(grown(404.0));
        let trouble = trouble(context, wrong.as_ref());
        let content = column![].extend(trouble).push(content).spacing(space::M);
        dialog(dir, tr!(texts, "app-sell-discount-title"), content)
            .width(780.0)
            .on_close(say(Message::Leave))
            .over(nothing())
    }

    fn parked_sheet(&self, context: &Context) -> Element<'_, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let rows = self.parked.iter().enumerate();
        let rows = rows.map(|(at, parked)| parked_row(context, at, parked));
        let list: Element<'_, Parent> = if self.parked.is_empty() {
            empty(
                dir,
                Icon::Inbox,
                tr!(texts, "app-sell-parked-none"),
                tr!(texts, "app-sell-parked-none-body"),
            )
        } else {
            scroll::vertical(dir, Column::with_children(rows).spacing(space::S))
        };
        let content = container(list).height(420);
        dialog(dir, tr!(texts, "app-sell-parked-title"), content)
            .width(640.0)
            .on_close(Parent::Sheet(Message::Leave))
            .over(nothing())
    }

    fn last_sheet(&self, context: &Context) -> Element<'_, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let content: Element<'_, Parent> = match &self.last {
            Some(sale) => last_sale(context, sale),
            None => container(empty(
                dir,
                Icon::Receipt,
                tr!(texts, "app-sell-last-none"),
                tr!(texts, "app-sell-last-none-body"),
            ))
            .height(300)
            .into(),
        };
        let all = button(dir, tr!(texts, "app-sell-all-sales"))
            .fill()
            .icon(Icon::Search)
            .on_press(Parent::AllSales)
            .id("all-sales");
        let content = column![content, all].spacing(space::M);
        dialog(dir, tr!(texts, "app-sell-last-title"), content)
            .on_close(Parent::Sheet(Message::Leave))
            .over(nothing())
    }
}

/// What lies under a sheet here: the counter itself is drawn before it.
pub(super) fn nothing<'a>() -> Element<'a, Parent> {
    Space::new().width(Fill).height(Fill).into()
}

fn parked_row<'a>(context: &Context, at: usize, parked: &Parked) -> Element<'a, Parent> {
    let (dir, texts) = (context.dir, context.texts);
    let total = parked
        .ticket
        .price()
        .map_or_else(|_| String::new(), |p| context.amount(p.due));
    let about = tr!(
        texts,
        "app-sell-parked-about",
        lines = parked.ticket.lines.len(),
        time = texts.time(parked.at.time()),
    );
    let words = column![
        dir.label(parked.name.clone())
            .size(type_size::STRONG)
            .medium()
            .fill()
            .lines(1),
        dir.label(about)
            .size(type_size::SMALL)
            .muted()
            .fill()
            .lines(1),
    ];
    let total = dir.label(total).size(type_size::STRONG).bold().whole();
    let content = dir.row([words.into(), total.into()]);
    let recall = Parent::Sheet(Message::Recall(parked.ticket.id));
    let row = pressable(content, Press::Inset, Some(recall)).width(Fill);
    let row = named(row, Some(format!("parked-{at}").into()), Fill);
    let away = Parent::Sheet(Message::GiveUp(at));
    let away = icon_button(Icon::Trash, Press::Quiet, Some(away));
    let away = named(away, Some(format!("give-up-{at}").into()), Length::Shrink);
    dir.row([row, away]).spacing(space::S).into()
}

fn last_sale<'a>(context: &Context, recorded: &Recorded<Sale>) -> Element<'a, Parent> {
    let (dir, texts) = (context.dir, context.texts);
    let sale = &recorded.fact;
    let number = in_one_piece(sale.number.with_bazaar(&context.catalogue.bazaar.code));
    let head = dir.between(
        dir.label(number).size(type_size::STRONG).bold(),
        dir.label(texts.time(recorded.at.time())).muted(),
    );
    let lines = sale.lines.iter().map(|line| {
        let name = texts.name(&line.item.name);
        let quantity = texts.quantity_with_unit(line.item.quantity, line.item.unit);
        reckoning(
            dir,
            format!("{name} × {quantity}"),
            context.amount(line.paid),
            Ink::Normal,
        )
    });
    let lines = scroll::vertical_shrinking(dir, Column::with_children(lines).spacing(space::S));
    let tenders = sale.tenders.iter().map(|tender| {
        let word = texts.word(&tender.kind);
        reckoning(dir, word, context.amount(tender.tendered), Ink::Muted)
    });
    let mut sums = Column::with_children(tenders).spacing(space::XS);
    if sale.change().is_positive() {
        let change = dir
            .label(context.amount(sale.change()))
            .size(type_size::DISPLAY)
            .bold()
            .whole()
            .ink(Ink::Of(Tone::Success));
        let word = dir.label(tr!(texts, "term-change")).medium();
        sums = sums.push(dir.between(word.ink(Ink::Of(Tone::Success)), change));
    }
    let total = dir.between(
        dir.label(tr!(texts, "app-sell-total"))
            .size(type_size::STRONG)
            .medium(),
        dir.label(context.money(sale.paid()))
            .size(type_size::HEADING)
            .bold()
            .whole(),
    );
    let key = |word: String, symbol, message, id: &'static str| -> Element<'a, Parent> {
        let key = button(dir, word).fill().icon(symbol);
        key.on_press(message).id(id).into()
    };
    let print = |word: String, symbol, paper, id| key(word, symbol, Parent::Print(paper), id);
    let papers = [
        print(
            tr!(texts, "app-sell-print-copy"),
            Icon::Printer,
            Paper::Receipt(sale.id),
            "print-again",
        ),
        print(
            tr!(texts, "app-sell-print-gift"),
            Icon::Gift,
            Paper::GiftReceipt(sale.id),
            "print-gift",
        ),
    ];
    let slips = context.collection_slips().then(|| {
        print(
            tr!(texts, "app-sell-print-slips"),
            Icon::Package,
            Paper::CollectionSlips(sale.id),
            "print-slips",
        )
    });
    let back = key(
        tr!(texts, "app-sell-give-back"),
        Icon::Undo,
        Parent::GiveBack(sale.number.clone()),
        "give-back",
    );
    let keys = [
        dir.row(papers).into(),
        dir.row(slips.into_iter().chain([back])).into(),
    ];
    column![
        head,
        divider(),
        container(lines).max_height(200),
        divider(),
        total,
        container(sums).class(Surface::Bare),
        Column::with_children(keys).spacing(space::S),
    ]
    .spacing(space::M)
    .into()
}
