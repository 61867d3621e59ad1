//! Orders made to a customer's wish or placed in a web shop: what is due when, taking a
//! new one or a shop's file, handing one over for its balance, and cancelling one.

mod cancel;
mod hand_over;
mod list;
mod run;
mod take;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::approval::{self, Approving, Outcome};
use crate::app::screen::frame::page;
use crate::app::screen::import::{self, Import};
use crate::app::screen::sell::Facing;
use crate::app::theme::{Element, Ink, Tone};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{notice, reckoning};
use crate::domain::id::FamilyCode;
use crate::domain::order::{Order, OrderState};
use crate::domain::ticket::Ticket;
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::services::order::expired_in_words;
use crate::services::printing::Paper;
use crate::store::OrderRow;
use crate::tr;

use cancel::Cancelling;
use hand_over::HandingOver;
use list::List;
use run::Run;
use take::Taking;

#[derive(Debug)]
enum Phase {
    Listing,
    Taking(Box<Taking>),
    HandingOver(Box<HandingOver>),
    Cancelling(Box<Cancelling>),
    Running(Box<Run>),
    Importing(Box<Import>),
}

#[derive(Debug)]
pub struct Orders {
    list: List,
    phase: Phase,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<OrderRow>, Notice>),
    List(list::Message),
    Take,
    /// An order for the goods of a ticket from the counter.
    TakeFor(Box<Ticket>),
    Taking(take::Message),
    HandOver,
    HandingOver(hand_over::Message),
    Cancel,
    Cancelling(cancel::Message),
    /// What is paid goes out with a courier.
    SendOut,
    Running(run::Message),
    /// A web shop's file is taken in.
    TakeIn,
    Importing(import::Message),
    Approval(approval::Message),
    Touch(Touch),
    /// The slip of an order was scanned.
    Scanned(String),
    Found(Box<Result<OrderRow, Notice>>),
    Slip,
    FamilySlips,
    Delivered,
    Noted(Result<(), Notice>),
    Print(Paper),
    OpenDrawer,
    /// Back to the list, which is read anew.
    Listing,
    Back,
}

/// What a part of this screen wants besides changing itself.
pub enum Step {
    None,
    Run(Task<Message>),
    Ask(Intent),
    /// Sends papers to the printer, one after another.
    Print(Vec<Paper>),
    /// Cash goes back: opens the drawer, and prints what says so.
    OpenAndPrint(Paper),
    Leave,
}

/// The slips the families of an order work by.
fn papers_for_families(order: &Order) -> Vec<Paper> {
    let families = order.families().into_iter();
    let slip = |family: &FamilyCode| Paper::FamilyOrder {
        order: order.id,
        family: family.clone(),
    };
    families.map(slip).collect()
}

fn read(context: &Context) -> Task<Message> {
    context.ask(|till| till.orders(None), Message::Known)
}

impl Orders {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Orders {
            list: List::new(),
            phase: Phase::Listing,
        };
        (screen, read(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        let step = match (message, &mut self.phase) {
            (Message::Known(Ok(rows)), _) => {
                self.list.show(rows);
                Step::None
            }
            (Message::Known(Err(wrong)), _) => {
                self.list.wrong = Some(wrong);
                Step::None
            }
            (Message::List(message), _) => {
                self.list.update(message);
                Step::None
            }
            (Message::Scanned(code), _) => {
                let find = context.ask(
                    move |till| till.find_order(&code),
                    |found| Message::Found(Box::new(found)),
                );
                Step::Run(find)
            }
            (Message::Found(found), _) => self.found(context, *found),
            (Message::Slip, _) => {
                let order = self.list.chosen().map(|row| row.order.id);
                Step::Print(order.map(Paper::Order).into_iter().collect())
            }
            (Message::FamilySlips, _) => {
                let chosen = self.list.chosen();
                Step::Print(chosen.map_or_else(Vec::new, |row| papers_for_families(&row.order)))
            }
            (Message::Delivered, _) => self.delivered(context),
            (Message::Noted(Ok(())), _) => Step::Leave,
            (Message::Noted(Err(wrong)), _) => Step::Ask(Intent::Notify(wrong)),
            (Message::Print(paper), _) => Step::Ask(Intent::Print(paper)),
            (Message::OpenDrawer, _) => Step::Ask(Intent::OpenDrawer),
            (Message::Take, _) => {
                self.phase = Phase::Taking(Box::new(Taking::new(context)));
                Step::None
            }
            (Message::TakeFor(ticket), _) => {
                self.phase = Phase::Taking(Box::new(Taking::of(context, *ticket)));
                Step::None
            }
            (Message::HandOver, _) => {
                if let Some(row) = self.list.chosen().filter(|row| is_open(row)) {
                    self.phase = Phase::HandingOver(Box::new(HandingOver::new(context, row)));
                }
                Step::None
            }
            (Message::Cancel, _) => {
                if let Some(row) = self.list.chosen().filter(|row| is_open(row)) {
                    self.phase = Phase::Cancelling(Box::new(Cancelling::new(context, row)));
                }
                Step::None
            }
            (Message::SendOut, _) => {
                let ready = self.list.ready_to_go(context).cloned().collect();
                self.phase = Phase::Running(Box::new(Run::new(ready)));
                Step::None
            }
            (Message::Running(message), Phase::Running(run)) => run.update(message, context),
            (Message::TakeIn, _) => {
                let (import, files) = Import::of_shop(context);
                self.phase = Phase::Importing(Box::new(import));
                Step::Run(files.map(Message::Importing))
            }
            (Message::Importing(message), Phase::Importing(import)) => {
                return import.update(message, context).map(Message::Importing);
            }
            (Message::Taking(message), Phase::Taking(taking)) => taking.update(message, context),
            (Message::HandingOver(message), Phase::HandingOver(part)) => {
                part.update(message, context)
            }
            (Message::Cancelling(message), Phase::Cancelling(part)) => {
                part.update(message, context)
            }
            (Message::Approval(message), Phase::Cancelling(part)) => {
                part.approval(message, context)
            }
            (Message::Approval(message), Phase::HandingOver(part)) => {
                part.approval(message, context)
            }
            (Message::Touch(touch), Phase::Taking(taking)) => {
                taking.touch(touch, context);
                Step::None
            }
            (Message::Touch(touch), Phase::Cancelling(part)) => {
                part.touch(touch);
                Step::None
            }
            (Message::Listing, _) => Step::Leave,
            (Message::Back, Phase::Listing) => Step::Ask(Intent::Go(Place::Home)),
            (Message::Back, Phase::Taking(taking)) => taking.step_back(),
            (Message::Back, _) => Step::Leave,
            // A late answer to a part that was left.
            (_, _) => Step::None,
        };
        match step {
            Step::None => Action::None,
            Step::Run(task) => Action::Run(task),
            Step::Ask(intent) => Action::Intent(intent),
            Step::Print(papers) => {
                let papers = papers.into_iter();
                let one_by_one = papers.map(|paper| Task::done(Message::Print(paper)));
                Action::Run(one_by_one.fold(Task::none(), Task::chain))
            }
            Step::OpenAndPrint(paper) => {
                let open = Task::done(Message::OpenDrawer);
                Action::Run(open.chain(Task::done(Message::Print(paper))))
            }
            Step::Leave => {
                self.phase = Phase::Listing;
                Action::Run(read(context))
            }
        }
    }

    /// An order that was scanned is handed over, or shown if that is past.
    fn found(&mut self, context: &Context, found: Result<OrderRow, Notice>) -> Step {
        match found {
            Err(wrong) => Step::Ask(Intent::Notify(wrong)),
            Ok(row) if is_open(&row) => {
                self.phase = Phase::HandingOver(Box::new(HandingOver::new(context, &row)));
                Step::None
            }
            Ok(row) => {
                self.phase = Phase::Listing;
                self.list.point_at(&row);
                Step::Run(read(context))
            }
        }
    }

    /// Notes that the chosen order arrived.
    fn delivered(&self, context: &Context) -> Step {
        let Some(row) = self.list.chosen().filter(|row| is_on_its_way(row)) else {
            return Step::None;
        };
        let (session, order) = (context.session().clone(), row.order.id);
        Step::Run(context.ask(
            move |till| till.deliver_order(&session, order, String::new()),
            Message::Noted,
        ))
    }

    /// What of an order faces the customer, while one is handed over.
    pub fn facing(&self, context: &Context) -> Option<Facing<'_>> {
        match &self.phase {
            Phase::HandingOver(part) => Some(part.facing(context)),
            Phase::Listing
            | Phase::Taking(_)
            | Phase::Cancelling(_)
            | Phase::Running(_)
            | Phase::Importing(_) => None,
        }
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let texts = context.texts;
        match &self.phase {
            Phase::Listing => {
                let title = tr!(texts, "desk-orders-title");
                page(context, title, Message::Back, [], self.list.view(context))
            }
            Phase::Taking(part) => part.view(context),
            Phase::HandingOver(part) => part.view(context),
            Phase::Cancelling(part) => part.view(context),
            Phase::Running(part) => part.view(context),
            Phase::Importing(part) => part.view(context).map(Message::Importing),
        }
    }
}

/// Passes a message on to whoever is asked for a word; goes on once it is given.
fn asked(
    question: &mut Option<Approving>,
    message: approval::Message,
    context: &Context,
) -> ControlFlow<Step, Approval> {
    let Some(approving) = question else {
        return ControlFlow::Break(Step::None);
    };
    match approving.update(message, context) {
        Outcome::Waiting => ControlFlow::Break(Step::None),
        Outcome::Run(task) => ControlFlow::Break(Step::Run(task.map(Message::Approval))),
        Outcome::Left => {
            *question = None;
            ControlFlow::Break(Step::None)
        }
        Outcome::Approved(approval) => {
            *question = None;
            ControlFlow::Continue(approval)
        }
    }
}

/// The trading date: what is taken after midnight belongs to the evening before.
fn today(context: &Context) -> NaiveDate {
    let bazaar = &context.catalogue.bazaar;
    bazaar.trading_date(context.till.moments().now(&bazaar.time_zone))
}

/// Says which of its goods are past their date today, if any are.
fn expired<'a, M: 'a>(context: &Context, order: &Order) -> Option<Element<'a, M>> {
    let expired = order.expired(&context.catalogue, today(context));
    (!expired.is_empty()).then(|| {
        let goods = expired_in_words(context.texts, expired);
        let said = tr!(context.texts, "desk-hand-over-expired", goods = goods);
        notice(context.dir, Tone::Danger, said)
    })
}

/// What bringing it costs, where it costs anything.
fn delivery_fee<'a, M: 'a>(context: &Context, order: &Order) -> Option<Element<'a, M>> {
    let fee = context.amount(order.ticket.delivery_fee()?);
    let word = tr!(context.texts, "desk-order-delivery-fee");
    Some(reckoning(context.dir, word, fee, Ink::Muted))
}

/// What was paid when it was ordered: a deposit, or online in a web shop.
fn paid_before<'a, M: 'a>(context: &Context, order: &Order) -> Element<'a, M> {
    let texts = context.texts;
    let word = match order.shop {
        Some(_) => tr!(texts, "desk-order-paid-online"),
        None => tr!(texts, "desk-order-deposit"),
    };
    let paid = context.amount(order.deposit);
    reckoning(context.dir, word, paid, Ink::Muted)
}

/// Whether it is paid and still to be brought to the customer.
fn is_on_its_way(row: &OrderRow) -> bool {
    row.state == OrderState::HandedOver && row.order.is_for_delivery()
}

fn is_open(row: &OrderRow) -> bool {
    row.state == OrderState::Open
}
