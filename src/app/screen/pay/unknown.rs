//! Payments of a ticket whose fate is unknown: written down, asked about again, and
//! given for the ticket once they are known to have arrived. Until then the same way
//! to pay stays shut, so that nobody is charged twice.

use iced::Fill;
use iced::widget::{column, container};

use super::{Message, Outcome, Pay};
use crate::app::context::Context;
use crate::app::theme::{Element, Ink, Surface, Tone, space};
use crate::app::widget::{Icon, button, icon};
use crate::domain::fact::UnknownPayment;
use crate::domain::id::PaymentId;
use crate::domain::sale::{Offer, TenderKind};
use crate::services::Till;
use crate::store::Recorded;
use crate::tr;

/// The two keys that say what became of a payment: the money arrived, or did not.
pub fn clearing_keys<'a, M: Clone + 'a>(
    context: &Context,
    clear: impl Fn(bool) -> Option<M>,
) -> Element<'a, M> {
    let (dir, texts) = (context.dir, context.texts);
    let key = |word: String, moved: bool, symbol: Icon, id: &'static str| {
        let key = button(dir, word).fill().icon(symbol);
        key.on_press_maybe(clear(moved)).id(id).into()
    };
    let arrived = tr!(texts, "app-pay-unknown-arrived");
    let not = tr!(texts, "app-pay-unknown-not");
    dir.row([
        key(arrived, true, Icon::Check, "unknown-arrived"),
        key(not, false, Icon::Close, "unknown-not"),
    ])
    .into()
}

/// A payment in words: the way, the amount, the reference.
pub fn in_words(context: &Context, payment: &UnknownPayment) -> String {
    let (texts, amount) = (context.texts, context.money(payment.amount));
    let kind = texts.word(&payment.kind);
    match payment.reference.is_empty() {
        true => tr!(texts, "app-pay-unknown-of", kind = kind, amount = amount),
        false => tr!(
            texts,
            "app-pay-unknown-with",
            kind = kind,
            amount = amount,
            reference = crate::app::screen::frame::in_one_piece(&payment.reference),
        ),
    }
}

impl Pay {
    /// Takes the payments that are unknown; those of other tickets do not matter here.
    pub fn know_unknown(&mut self, unknown: &[Recorded<UnknownPayment>]) {
        let of_ticket = unknown
            .iter()
            .map(|payment| &payment.fact)
            .filter(|payment| payment.ticket == self.ticket.id);
        self.unknown = of_ticket.cloned().collect();
    }

    /// Whether a way to pay is shut because one payment by it is unknown.
    pub(super) fn is_shut(&self, kind: &TenderKind) -> bool {
        self.unknown.iter().any(|payment| &payment.kind == kind)
    }

    /// Writes down that nobody knows whether what was asked for has moved.
    pub(super) fn leave_unknown(&mut self, context: &Context) -> Outcome {
        let Some(asked) = self.asked.take() else {
            return Outcome::Waiting;
        };
        let payment = UnknownPayment {
            id: PaymentId(context.till.moments().new_id()),
            ticket: self.ticket.id,
            kind: asked.kind,
            amount: asked.amount,
            reference: asked.reference.trim().to_owned(),
        };
        self.typed.clear();
        self.unknown.push(payment.clone());
        let session = context.session().clone();
        Outcome::Run(context.ask(
            move |till: &Till| till.leave_unknown(&session, payment),
            Message::Noted,
        ))
    }

    /// Somebody knows now. What arrived is given for the ticket.
    pub(super) fn clear(&mut self, context: &Context, id: PaymentId, moved: bool) -> Outcome {
        let Some(at) = self.unknown.iter().position(|payment| payment.id == id) else {
            return Outcome::Waiting;
        };
        let payment = self.unknown.remove(at);
        let session = context.session().clone();
        let note = context.ask(
            move |till: &Till| till.clear_payment(&session, id, moved),
            Message::Noted,
        );
        // More than is still to pay can't be given; the rest is the customer's.
        let amount = payment.amount.min(self.rest());
        if !moved || !amount.is_positive() {
            return Outcome::Run(note);
        }
        let offer = Offer {
            kind: payment.kind,
            tendered: amount,
            reference: payment.reference,
        };
        match self.offer(context, offer) {
            Outcome::Run(record) => Outcome::Run(note.chain(record)),
            _ => Outcome::Run(note),
        }
    }

    /// The unknown payments of this ticket, each with what may have become of it.
    pub(super) fn unknown_cards<'a>(&self, context: &Context) -> Vec<Element<'a, Message>> {
        let cards = self.unknown.iter().map(|payment| {
            let (dir, texts) = (context.dir, context.texts);
            let head = dir
                .row([
                    icon(Icon::Warning).ink(Ink::Of(Tone::Warning)).into(),
                    dir.label(in_words(context, payment)).medium().fill().into(),
                ])
                .width(Fill);
            let clear = |moved| (!self.recording).then_some(Message::Clear(payment.id, moved));
            let keys = clearing_keys(context, clear);
            let body = column![
                head,
                dir.label(tr!(texts, "app-pay-unknown-body")).fill(),
                keys
            ];
            container(body.spacing(space::M))
                .class(Surface::Soft(Tone::Warning))
                .padding(space::L)
                .width(Fill)
                .into()
        });
        cards.collect()
    }
}
