//! Handing an order over: its balance is paid in one part or several, in cash, by
//! card or to the family itself, and the change is shown large. What it looks like
//! is in `payment`.

mod payment;

use std::ops::ControlFlow;

use super::{Message as Screen, Step};
use crate::app::context::Context;
use crate::app::intent::Intent;
use crate::app::screen::approval::{self, Approving};
use crate::app::screen::frame::page;
use crate::app::screen::sell::Facing;
use crate::app::theme::Element;
use crate::app::widget::keypad::{Entry, Key};
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::sale::{CashDue, Offer, TenderKind, any_cash};
use crate::domain::staff::Act;
use crate::domain::ticket::Priced;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::sell::{Completed, missing_approval, taken_by_families};
use crate::services::{Approval, Till};
use crate::store::OrderRow;
use crate::tr;

/// The ways a balance is paid at the counter.
const WAYS: [TenderKind; 5] = [
    TenderKind::Cash,
    TenderKind::Card,
    TenderKind::Transfer,
    TenderKind::Wallet,
    TenderKind::Voucher,
];

#[derive(Debug)]
pub struct HandingOver {
    order: Order,
    /// Its goods with their amounts, for the customer to see.
    priced: Option<Priced>,
    /// What families at their own stalls may have taken themselves.
    families: Vec<Offer>,
    /// The parts given so far.
    offers: Vec<Offer>,
    way: TenderKind,
    given: Entry,
    asking: bool,
    approving: Option<Approving>,
    approvals: Vec<Approval>,
    wrong: Option<Notice>,
    done: Option<Box<Completed>>,
}

/// What the till says to a hand-over.
#[derive(Debug, Clone)]
pub enum Answer {
    Done(Box<Completed>),
    NeedsApproval(Act),
}

#[derive(Debug, Clone)]
pub enum Message {
    Way(TenderKind),
    Key(Key),
    Given(Money),
    Remove(usize),
    Confirm,
    Answered(Result<Answer, Notice>),
    Print,
}

impl HandingOver {
    pub fn new(context: &Context, row: &OrderRow) -> Self {
        let order = row.order.clone();
        // A ticket that was taken as an order was priced then.
        let families = taken_by_families(&context.catalogue, &order.ticket).unwrap_or_default();
        let way = match families.first() {
            Some(family) => family.kind.clone(),
            None => TenderKind::Cash,
        };
        HandingOver {
            priced: order.ticket.price().ok(),
            order,
            families,
            offers: Vec::new(),
            way,
            given: Entry::new(context.catalogue.bazaar.currency.digits()),
            asking: false,
            approving: None,
            approvals: Vec::new(),
            wrong: None,
            done: None,
        }
    }

    fn given_so_far(&self, counts: impl Fn(&TenderKind) -> bool) -> Money {
        given(&self.offers, counts)
    }

    /// What is still to pay if cash pays it, brought to the coin.
    fn rest_in_cash(&self, context: &Context) -> Money {
        self.cash_left(context, &self.offers)
    }

    /// The same once these parts are given.
    fn cash_left(&self, context: &Context, offers: &[Offer]) -> Money {
        let other = self.order.deposit + given(offers, |kind| !kind.is_cash());
        let due = CashDue::of(&context.catalogue.bazaar, self.order.total, other).due;
        (due - given(offers, TenderKind::is_cash)).or_zero()
    }

    /// What is still to pay the way that is chosen.
    fn rest(&self, context: &Context) -> Money {
        match &self.way {
            TenderKind::Cash => self.rest_in_cash(context),
            way => {
                let given = self.order.deposit + self.given_so_far(|_| true);
                let rest = (self.order.total - given).or_zero();
                rest.min(self.most(way).unwrap_or(rest))
            }
        }
    }

    /// The most a family can have taken, less what is given already.
    fn most(&self, way: &TenderKind) -> Option<Money> {
        let family = self.families.iter().find(|offer| &offer.kind == way)?;
        Some((family.tendered - self.given_so_far(|kind| kind == way)).or_zero())
    }

    /// What is given now; the whole rest while nothing was typed.
    fn part(&self, context: &Context) -> Money {
        match self.given.is_empty() {
            true => self.rest(context),
            false => Money::from_minor(self.given.minor()),
        }
    }

    fn is_covered(&self, context: &Context) -> bool {
        self.rest_in_cash(context).is_zero()
    }

    /// Whether the part can be taken: only cash may be more than is due.
    fn can_take(&self, context: &Context) -> bool {
        let (part, rest) = (self.part(context), self.rest(context));
        let fits = self.way.is_cash() || part <= rest;
        self.is_covered(context) || (part.is_positive() && fits)
    }

    /// Whether the order is paid with this part.
    fn is_last(&self, context: &Context) -> bool {
        if self.is_covered(context) {
            return true;
        }
        let part = Offer::new(self.way.clone(), self.part(context));
        let after: Vec<Offer> = self.offers.iter().cloned().chain([part]).collect();
        self.cash_left(context, &after).is_zero()
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::Way(way) => {
                self.way = way;
                self.given.clear();
            }
            Message::Key(key) => self.given.press(key),
            Message::Given(given) => self.given = typed(given, context),
            Message::Remove(at) if at < self.offers.len() && !self.asking => {
                self.offers.remove(at);
            }
            Message::Remove(_) => {}
            Message::Confirm if self.asking || !self.can_take(context) => {}
            Message::Confirm => {
                self.wrong = None;
                if !self.is_covered(context) {
                    let offer = Offer::new(self.way.clone(), self.part(context));
                    self.offers.push(offer);
                    self.given.clear();
                }
                if self.is_covered(context) {
                    return self.record(context);
                }
                self.way = TenderKind::Cash;
            }
            Message::Answered(answer) => {
                self.asking = false;
                match answer {
                    Ok(Answer::Done(completed)) => {
                        let cash = any_cash(&completed.sale.fact.tenders);
                        self.done = Some(completed);
                        if cash {
                            return Step::Ask(Intent::OpenDrawer);
                        }
                    }
                    Ok(Answer::NeedsApproval(act)) => {
                        let acts = self.acts_to_approve(context, act);
                        let (approving, known) = Approving::on_all(context, acts);
                        self.approving = Some(approving);
                        return Step::Run(known.map(Screen::Approval));
                    }
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

    fn record(&mut self, context: &Context) -> Step {
        self.asking = true;
        let (session, order) = (context.session().clone(), self.order.id);
        let (offers, approvals) = (self.offers.clone(), self.approvals.clone());
        let hand_over = move |till: &Till| match till.hand_over(&session, order, offers, &approvals)
        {
            Ok(done) => Ok(Answer::Done(Box::new(done))),
            Err(error) => match missing_approval(&error) {
                Some(act) => Ok(Answer::NeedsApproval(act)),
                None => Err(error),
            },
        };
        Step::Run(context.ask(hand_over, |answer| {
            Screen::HandingOver(Message::Answered(answer))
        }))
    }

    /// What a supervisor is asked about, all at once. The prices of a web shop were
    /// answered for when its order was taken in.
    fn acts_to_approve(&self, context: &Context, missed: Act) -> Vec<Act> {
        match self.order.shop {
            Some(_) => vec![missed],
            None => approval::acts_on(context, &self.order.ticket, missed),
        }
    }

    pub fn approval(&mut self, message: approval::Message, context: &Context) -> Step {
        match super::asked(&mut self.approving, message, context) {
            ControlFlow::Break(step) => step,
            ControlFlow::Continue(approval) => {
                self.approvals.push(approval);
                self.record(context)
            }
        }
    }

    /// What of it faces the customer: what is still to pay, then the change.
    pub fn facing(&self, context: &Context) -> Facing<'_> {
        match (&self.done, &self.priced) {
            (Some(done), _) => Facing::Paid(&done.sale.fact),
            (None, Some(priced)) => Facing::Order {
                order: &self.order,
                priced,
                rest: self.rest_in_cash(context),
            },
            (None, None) => Facing::Nobody,
        }
    }

    pub fn view(&self, context: &Context) -> Element<'_, Screen> {
        let title = tr!(
            context.texts,
            "desk-hand-over-title",
            name = self.order.customer.name.as_str()
        );
        let content = match &self.done {
            Some(done) => payment::result(context, done),
            None => self.payment(context),
        };
        let page = page(context, title, Screen::Back, [], content);
        match &self.approving {
            Some(approving) => approving.over(context, page, Screen::Approval),
            None => page,
        }
    }
}

/// What the parts of some ways come to.
fn given(offers: &[Offer], counts: impl Fn(&TenderKind) -> bool) -> Money {
    let counted = offers.iter().filter(|offer| counts(&offer.kind));
    counted.map(|offer| offer.tendered).sum()
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
