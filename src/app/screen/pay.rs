//! Paying a ticket: in cash, otherwise, or in parts. The keys are dead from the
//! moment one is pressed until the sale is recorded; "paid" is said by the screen
//! that opened this one, after the till has answered. The look is in `view`.

pub mod unknown;
mod view;

use iced::Task;

use crate::app::context::Context;
use crate::app::screen::approval::{self, Approving};
use crate::app::widget::keypad::{Entry, Key};
use crate::domain::fact::UnknownPayment;
use crate::domain::id::PaymentId;
use crate::domain::money::Money;
use crate::domain::sale::{CashDue, InHand, Offer, TenderKind};
use crate::domain::staff::Act;
use crate::domain::ticket::Ticket;
use crate::services::notice::Notice;
use crate::services::refund::Exchange;
use crate::services::sell::{Completed, missing_approval, taken_by_families};
use crate::services::{Approval, Error, SalePapers, Till};

/// A ticket being paid.
#[derive(Debug)]
pub struct Pay {
    ticket: Ticket,
    due: Money,
    /// What families at their own stalls may have taken themselves.
    families: Vec<Offer>,
    offers: Vec<Offer>,
    typed: Entry,
    asked: Option<Asked>,
    recording: bool,
    /// Begun by the key for exact cash beside the ticket: nothing to choose here.
    direct: bool,
    approving: Option<Approving>,
    approvals: Vec<Approval>,
    /// What came back against this ticket; its worth is the first offer.
    exchange: Option<Exchange>,
    /// Payments for this ticket of which nobody knows yet whether they arrived.
    unknown: Vec<UnknownPayment>,
    /// How the customer wants the receipt.
    receipt: Receipt,
    wrong: Option<Notice>,
}

/// Money that moves outside the till, and has to be asked about.
#[derive(Debug, Clone)]
struct Asked {
    kind: TenderKind,
    amount: Money,
    reference: String,
}

/// How the customer wants the receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Receipt {
    #[default]
    Printed,
    /// On the screen of the till.
    Shown,
    Neither,
}

#[derive(Debug, Clone)]
pub enum Message {
    Key(Key),
    Cash(Money),
    TypedCash,
    Ask(TenderKind),
    Reference(String),
    ReferenceKey(Key),
    /// The card was taken, the transfer arrived.
    Accepted,
    NotAccepted,
    /// The machine did not say whether it took the money.
    Unknown,
    /// Somebody knows now what became of a payment.
    Clear(PaymentId, bool),
    /// What was told of an unknown payment is written down, or is not.
    Noted(Result<(), Notice>),
    Receipt(Receipt),
    TakenByFamily(usize),
    Remove(usize),
    Record,
    Recorded(Box<Result<Answer, Notice>>),
    Approving(approval::Message),
    Back,
}

/// What the till answered.
#[derive(Debug, Clone)]
pub enum Answer {
    Paid(Box<Completed>),
    NeedsApproval(Act),
}

/// What became of it.
pub enum Outcome {
    Waiting,
    Run(Task<Message>),
    Left,
    Paid(Box<Completed>),
}

impl Pay {
    /// # Errors
    /// The ticket can't be priced.
    pub fn new(context: &Context, ticket: Ticket, approvals: Vec<Approval>) -> Result<Self, Error> {
        let due = ticket.price()?.due;
        Ok(Pay {
            families: taken_by_families(&context.catalogue, &ticket)?,
            ticket,
            due,
            offers: Vec::new(),
            typed: Entry::new(context.catalogue.bazaar.currency.digits()),
            asked: None,
            recording: false,
            direct: false,
            approving: None,
            approvals,
            exchange: None,
            unknown: Vec::new(),
            receipt: Receipt::default(),
            wrong: None,
        })
    }

    /// A payment that had begun: what was given stays given, and what was asked for
    /// is asked about again.
    ///
    /// # Errors
    /// The ticket can't be priced.
    pub fn resumed(context: &Context, in_hand: InHand) -> Result<Self, Error> {
        let mut pay = Self::new(context, in_hand.ticket, Vec::new())?;
        pay.offers = in_hand.offers;
        pay.asked = in_hand.asked.map(|asked| Asked {
            kind: asked.kind,
            amount: asked.tendered,
            reference: asked.reference,
        });
        Ok(pay)
    }

    /// Counts what came back as the first money given.
    pub fn begin_exchange(&mut self, exchange: Option<Exchange>) {
        let credit = exchange.as_ref().map(|exchange| exchange.back.credit);
        if let Some(credit) = credit.filter(|credit| credit.is_positive()) {
            self.offers.insert(0, Offer::new(TenderKind::Cash, credit));
        }
        self.exchange = exchange;
    }

    /// What the customer gave, without what came back.
    fn given_now(&self) -> &[Offer] {
        let credited = self.exchange.as_ref();
        let credited = credited.is_some_and(|exchange| exchange.back.credit.is_positive());
        &self.offers[usize::from(credited)..]
    }

    /// What goes back to the customer if the exchange is made now.
    fn goes_back(&self, context: &Context) -> Option<Money> {
        self.exchange.as_ref()?;
        let due = self.cash_due(context).due;
        let back = self.given(true) - due;
        self.is_covered(context).then_some(back)
    }

    /// The ticket with what was given for it so far.
    pub fn in_hand(&self) -> InHand {
        let asked = self.asked.as_ref().map(|asked| Offer {
            kind: asked.kind.clone(),
            tendered: asked.amount,
            reference: asked.reference.clone(),
        });
        InHand {
            ticket: self.ticket.clone(),
            offers: self.given_now().to_vec(),
            asked,
            back: self.exchange.as_ref().map(|exchange| exchange.back.clone()),
        }
    }

    /// Pays the whole in cash, to the coin, at once.
    pub fn pay_exactly(&mut self, context: &Context) -> Task<Message> {
        self.direct = true;
        let cash = self.rest_in_cash(context);
        if cash.is_positive() {
            self.offers.push(Offer::new(TenderKind::Cash, cash));
        }
        self.record(context)
    }

    /// Whether there is nothing to choose: the key for exact cash was pressed.
    pub fn is_direct(&self) -> bool {
        self.direct
    }

    /// How the customer wants the receipt.
    pub fn receipt(&self) -> Receipt {
        self.receipt
    }

    /// The receipt is wanted as the one before was.
    pub fn want_receipt(&mut self, receipt: Receipt) {
        self.receipt = receipt;
    }

    fn given(&self, cash: bool) -> Money {
        let offers = self
            .offers
            .iter()
            .filter(|offer| offer.kind.is_cash() == cash);
        offers.map(|offer| offer.tendered).sum()
    }

    fn cash_due(&self, context: &Context) -> CashDue {
        CashDue::of(&context.catalogue.bazaar, self.due, self.given(false))
    }

    /// What is still to pay if cash pays it, brought to the coin.
    fn rest_in_cash(&self, context: &Context) -> Money {
        (self.cash_due(context).due - self.given(true)).or_zero()
    }

    /// What is still to pay if anything but cash pays it.
    fn rest(&self) -> Money {
        (self.due - self.given(false) - self.given(true)).or_zero()
    }

    fn is_covered(&self, context: &Context) -> bool {
        self.rest_in_cash(context).is_zero()
    }

    fn typed(&self) -> Option<Money> {
        let typed = Money::from_minor(self.typed.minor());
        typed.is_positive().then_some(typed)
    }

    /// What a way to pay other than cash would pay now; `None` where what is typed
    /// is more than is due.
    fn part(&self) -> Option<Money> {
        let part = self.typed().unwrap_or(self.rest());
        (part.is_positive() && part <= self.rest()).then_some(part)
    }

    /// What a key of the hardware keyboard means on the pad that is shown.
    pub fn pad_key(&self, key: Key) -> Message {
        match (&self.approving, &self.asked) {
            (Some(_), _) => Message::Approving(approval::Message::Key(key)),
            (None, Some(_)) => Message::ReferenceKey(key),
            (None, None) => Message::Key(key),
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        if self.recording && !matches!(message, Message::Recorded(_) | Message::Noted(_)) {
            return Outcome::Waiting;
        }
        match message {
            Message::Key(key) => self.typed.press(key),
            Message::Cash(tendered) => return self.take(context, TenderKind::Cash, tendered),
            Message::TypedCash => {
                if let Some(typed) = self.typed().filter(|_| self.asked.is_none()) {
                    return self.take(context, TenderKind::Cash, typed);
                }
            }
            Message::Ask(kind) if self.is_shut(&kind) => {}
            Message::Ask(kind) => {
                self.asked = self.part().map(|amount| Asked {
                    kind,
                    amount,
                    reference: String::new(),
                });
            }
            Message::Reference(text) => self.refer(|reference| *reference = text),
            Message::ReferenceKey(key) => self.refer(|reference| write(reference, key)),
            Message::Accepted => return self.accepted(context),
            Message::NotAccepted => self.asked = None,
            Message::Unknown => return self.leave_unknown(context),
            Message::Clear(payment, moved) => return self.clear(context, payment, moved),
            Message::Noted(Ok(())) => {}
            Message::Noted(Err(wrong)) => self.wrong = Some(wrong),
            Message::Receipt(receipt) => self.receipt = receipt,
            Message::TakenByFamily(at) => return self.taken_by_family(context, at),
            Message::Remove(at) if self.can_remove(at) => {
                self.offers.remove(at);
            }
            Message::Remove(_) => {}
            Message::Record => return Outcome::Run(self.record(context)),
            Message::Recorded(answer) => return self.recorded(*answer, context),
            Message::Approving(message) => return self.approve(message, context),
            Message::Back => return Outcome::Left,
        }
        Outcome::Waiting
    }

    /// Whether a part can be taken back: not the worth of what came back.
    fn can_remove(&self, at: usize) -> bool {
        let own = self.offers.len() - self.given_now().len();
        (own..self.offers.len()).contains(&at)
    }

    fn refer(&mut self, change: impl FnOnce(&mut String)) {
        if let Some(asked) = &mut self.asked {
            change(&mut asked.reference);
        }
    }

    fn accepted(&mut self, context: &Context) -> Outcome {
        let Some(asked) = self.asked.take() else {
            return Outcome::Waiting;
        };
        let reference = asked.reference.trim().to_owned();
        self.offer(
            context,
            Offer {
                kind: asked.kind,
                tendered: asked.amount,
                reference,
            },
        )
    }

    fn taken_by_family(&mut self, context: &Context, at: usize) -> Outcome {
        let Some(family) = self.families.get(at).cloned() else {
            return Outcome::Waiting;
        };
        let left = family.tendered - self.given_to(&family.kind);
        let part = left.min(self.rest());
        match part.is_positive() {
            true => self.take(context, family.kind, part),
            false => Outcome::Waiting,
        }
    }

    fn given_to(&self, kind: &TenderKind) -> Money {
        let offers = self.offers.iter().filter(|offer| &offer.kind == kind);
        offers.map(|offer| offer.tendered).sum()
    }

    fn take(&mut self, context: &Context, kind: TenderKind, tendered: Money) -> Outcome {
        self.offer(context, Offer::new(kind, tendered))
    }

    fn offer(&mut self, context: &Context, offer: Offer) -> Outcome {
        self.offers.push(offer);
        self.typed.clear();
        self.wrong = None;
        match self.is_covered(context) {
            true => Outcome::Run(self.record(context)),
            false => Outcome::Waiting,
        }
    }

    fn record(&mut self, context: &Context) -> Task<Message> {
        self.recording = true;
        self.wrong = None;
        let session = context.session().clone();
        let (ticket, offers) = (self.ticket.clone(), self.given_now().to_vec());
        let exchange = self.exchange.clone();
        let approvals = self.approvals.clone();
        let papers = match self.receipt {
            Receipt::Printed => context.sale_papers(),
            Receipt::Shown | Receipt::Neither => SalePapers::default(),
        };
        let pay = move |till: &Till| {
            let till = till.asking_for(papers);
            let paid = match exchange {
                None => till.complete_sale(&session, ticket, offers, &approvals),
                Some(exchange) => till.exchange(&session, exchange, ticket, offers, &approvals),
            };
            match paid {
                Ok(paid) => Ok(Answer::Paid(Box::new(paid))),
                Err(error) => match missing_approval(&error) {
                    Some(act) => Ok(Answer::NeedsApproval(act)),
                    None => Err(error),
                },
            }
        };
        context.ask(pay, |answer| Message::Recorded(Box::new(answer)))
    }

    fn recorded(&mut self, answer: Result<Answer, Notice>, context: &Context) -> Outcome {
        self.recording = false;
        match answer {
            Ok(Answer::Paid(paid)) => Outcome::Paid(paid),
            Ok(Answer::NeedsApproval(act)) => {
                let acts = approval::acts_on(context, &self.ticket, act);
                let (approving, known) = Approving::on_all(context, acts);
                self.approving = Some(approving);
                Outcome::Run(known.map(Message::Approving))
            }
            Err(wrong) => {
                self.direct = false;
                self.wrong = Some(wrong);
                Outcome::Waiting
            }
        }
    }

    fn approve(&mut self, message: approval::Message, context: &Context) -> Outcome {
        let Some(approving) = &mut self.approving else {
            return Outcome::Waiting;
        };
        match approving.update(message, context) {
            approval::Outcome::Waiting => Outcome::Waiting,
            approval::Outcome::Run(task) => Outcome::Run(task.map(Message::Approving)),
            approval::Outcome::Approved(approval) => {
                self.approving = None;
                self.approvals.push(approval);
                Outcome::Run(self.record(context))
            }
            approval::Outcome::Left => Outcome::Left,
        }
    }
}

/// Writes a key of the pad to the end of a reference.
fn write(reference: &mut String, key: Key) {
    match key {
        Key::Digit(digit) => reference.push(char::from(b'0' + digit)),
        Key::DoubleZero => reference.push_str("00"),
        Key::Point => {}
        Key::Back => {
            reference.pop();
        }
    }
}
