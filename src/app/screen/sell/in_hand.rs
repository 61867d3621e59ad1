//! Keeping the ticket in hand: after every change it is written down in the
//! background, one write at a time, and after signing in it is there again.

use iced::Task;

use super::{Basket, Message, Sell, Stage};
use crate::app::context::Context;
use crate::app::screen::pay::Pay;
use crate::domain::sale::InHand;
use crate::services::notice::Notice;
use crate::services::refund::{Exchange, GoodsBack};
use crate::store::Kept;

/// What of the ticket in hand is on the disk.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The state last handed to the store.
    kept: Option<InHand>,
    revision: u64,
    /// Whether the store has not answered yet; changes meanwhile are written together.
    writing: bool,
    /// Whether the ticket came back after the program had ended over it, until it is
    /// changed.
    came_back: bool,
}

/// What was to be exchanged before it was put aside. Whoever agreed is asked again:
/// only what comes back was written down.
pub(super) fn exchange_of(back: Option<GoodsBack>) -> Option<Exchange> {
    back.map(|back| Exchange {
        back,
        approvals: Vec::new(),
    })
}

impl Sell {
    /// The ticket in hand as it would be kept.
    pub(super) fn in_hand(&self) -> InHand {
        match &self.stage {
            Stage::Paying(pay) => pay.in_hand(),
            Stage::Filling | Stage::Paid => InHand {
                back: self.exchange.as_ref().map(|exchange| exchange.back.clone()),
                ..InHand::of(self.basket.ticket().clone())
            },
        }
    }

    /// Writes the ticket in hand down if it changed and nothing is being written.
    pub fn keep(&mut self, context: &Context) -> Task<Message> {
        let direct = matches!(&self.stage, Stage::Paying(pay) if pay.is_direct());
        if self.keeping.writing || direct || context.session.is_none() {
            return Task::none();
        }
        let now = self.in_hand();
        let known = self.keeping.kept.as_ref();
        let is_news = match known {
            Some(kept) if kept.ticket.id == now.ticket.id => kept != &now,
            _ => !now.is_empty(),
        };
        if !is_news {
            return Task::none();
        }
        self.keeping.writing = true;
        self.keeping.came_back = false;
        let revision = self.next_revision(&now);
        let session = context.session().clone();
        context.ask(
            move |till| till.keep_in_hand(&session, now, revision),
            Message::Kept,
        )
    }

    fn next_revision(&mut self, now: &InHand) -> u64 {
        let same = self.keeping.kept.as_ref().map(|kept| kept.ticket.id) == Some(now.ticket.id);
        self.keeping.revision = if same { self.keeping.revision + 1 } else { 1 };
        self.keeping.kept = Some(now.clone());
        self.keeping.revision
    }

    /// The store answered; what changed meanwhile is written next. A fault is told
    /// once per change, and the ticket is still on the screen.
    pub(super) fn kept(&mut self, answer: Result<(), Notice>) -> Option<Notice> {
        self.keeping.writing = false;
        answer.err()
    }

    /// The ticket to be laid down by whoever leaves, with its revision; none if
    /// there is nothing in it.
    pub fn to_lay_down(&mut self) -> Option<(InHand, u64)> {
        let now = self.in_hand();
        if now.is_empty() {
            return None;
        }
        let revision = self.next_revision(&now);
        Some((now, revision))
    }

    /// Takes up the ticket that was kept for whoever signed in.
    pub(super) fn take_up(&mut self, context: &Context, kept: Kept) {
        if matches!(self.stage, Stage::Paying(_)) {
            return;
        }
        let mut in_hand = kept.in_hand.clone();
        // What was touched before the answer came belongs to the same customer.
        let touched = self.basket.ticket().lines.clone();
        in_hand.ticket.lines.extend(touched);
        self.keeping = Keeping {
            kept: Some(kept.in_hand),
            revision: kept.revision,
            writing: false,
            came_back: !kept.laid_down,
        };
        self.basket = Basket::of(in_hand.ticket.clone());
        let came_back = exchange_of(in_hand.back.clone());
        self.exchange = self.exchange.take().or(came_back);
        self.stage = Stage::Filling;
        if in_hand.is_being_paid()
            && let Ok(mut pay) = Pay::resumed(context, in_hand)
        {
            pay.begin_exchange(self.exchange.clone());
            self.stage = Stage::Paying(Box::new(pay));
        }
    }

    /// Whether the ticket is one the program had ended over.
    pub(super) fn came_back(&self) -> bool {
        self.keeping.came_back
    }
}
