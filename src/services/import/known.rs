//! The orders of a web shop that were taken in before: found again when a file tells of
//! them, and what it says otherwise now.
//!
//! An order is its shop's name and number. Where one of two files does not name the
//! shop, the number and the customer tell: the same of both is taken for the same
//! order, which is left as it is; the same number of another customer is pointed out.

use std::collections::HashMap;

use super::suspected::{joined_name, phone_mark};
use super::told::{Aspect, Telling};
use crate::domain::order::{Customer, Order, OrderState};
use crate::domain::shop::ShopOrder;
use crate::domain::ticket::{Discount, Ticket, TicketLine};
use crate::reports::table::{Column, OrderColumn, ShopStatus};
use crate::services::order::ShopRequest;
use crate::store::OrderRow;

/// The orders taken in before.
#[derive(Debug, Default)]
pub(super) struct Known {
    rows: Vec<OrderRow>,
    by_key: HashMap<String, usize>,
    by_number: HashMap<String, Vec<usize>>,
}

/// What is known of an order that a file tells of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Found<'k> {
    Nothing,
    Taken(&'k OrderRow),
    /// The number and the customer are the same; one of the two names no shop.
    Perhaps(&'k OrderRow),
    /// The number alone is.
    NumberOf(&'k OrderRow),
}

impl<'k> Found<'k> {
    /// The order it is, for certain or as far as can be told.
    pub fn taken(self) -> Option<&'k OrderRow> {
        match self {
            Found::Taken(row) | Found::Perhaps(row) => Some(row),
            Found::Nothing | Found::NumberOf(_) => None,
        }
    }
}

impl Known {
    /// Of all orders there are, those of a web shop.
    pub fn of(orders: Vec<OrderRow>) -> Self {
        let mut known = Known::default();
        for row in orders {
            let Some(shop) = &row.order.shop else {
                continue;
            };
            let at = known.rows.len();
            known.by_key.insert(shop.key(), at);
            let same = known.by_number.entry(shop.number_key()).or_default();
            same.push(at);
            known.rows.push(row);
        }
        known
    }

    pub fn find(&self, shop: &ShopOrder, customer: &Customer) -> Found<'_> {
        if let Some(at) = self.by_key.get(&shop.key()) {
            return Found::Taken(&self.rows[*at]);
        }
        let same = self.by_number.get(&shop.number_key());
        let same = same.into_iter().flatten().map(|at| &self.rows[*at]);
        let alike = same.filter(|row| {
            let known = row.order.shop.as_ref();
            known.is_some_and(|known| known.may_be(shop))
        });
        let alike: Vec<&OrderRow> = alike.collect();
        let theirs = alike
            .iter()
            .find(|row| is_same_customer(&row.order.customer, customer));
        match (theirs, alike.first()) {
            (Some(row), _) => Found::Perhaps(row),
            (None, Some(row)) => Found::NumberOf(row),
            (None, None) => Found::Nothing,
        }
    }
}

/// Whether two orders are one customer's, by the name or by the phone.
pub(in crate::services) fn is_same_customer(one: &Customer, other: &Customer) -> bool {
    let names = [one, other].map(|customer| joined_name(&customer.name));
    let phones = [one, other].map(|customer| phone_mark(&customer.phone));
    let is_same_phone = phones[0].is_some() && phones[0] == phones[1];
    is_same_phone || (!names[0].is_empty() && names[0] == names[1])
}

/// What an order that is not to be carried out says: something to tell, or nothing
/// where all of it is known. None where it is to be carried out.
pub(super) fn standing(status: ShopStatus, taken: Option<&OrderRow>) -> Option<Option<Telling>> {
    let taken = taken.map(|row| (row.state, row.order.number.clone()));
    Some(match (status, taken) {
        (ShopStatus::Placed, _) => return None,
        (ShopStatus::Waiting, None) => Some(Telling::Waiting),
        (ShopStatus::Cancelled, None) => Some(Telling::Cancelled),
        (ShopStatus::Waiting, Some(_)) => None,
        (ShopStatus::Cancelled, Some((state, number))) => match state {
            OrderState::Open => Some(Telling::CancelledSince { number }),
            OrderState::HandedOver | OrderState::Delivered => {
                Some(Telling::CancelledLate { number })
            }
            OrderState::Cancelled => None,
        },
    })
}

/// What of an order a column tells.
pub(super) fn aspect_of(column: &str) -> Aspect {
    let is = |columns: &[OrderColumn]| columns.iter().any(|one| one.name() == column);
    use OrderColumn as On;
    match column {
        _ if is(&[On::Customer, On::Phone, On::Address, On::City, On::Handing]) => Aspect::Customer,
        _ if is(&[On::Payment, On::Paid, On::PaymentReference, On::Currency]) => Aspect::Payment,
        _ if is(&[On::Discount, On::DiscountFunder]) => Aspect::Discount,
        _ if is(&[On::Status, On::PlacedAt]) => Aspect::Status,
        _ if is(&[On::DeliveryFee]) => Aspect::DeliveryFee,
        _ if is(&[On::DueOn]) => Aspect::DueOn,
        _ if is(&[On::Note]) => Aspect::Note,
        _ => Aspect::Goods,
    }
}

/// What an order taken in before says otherwise than the file does now.
pub(super) fn differences(taken: &Order, request: &ShopRequest) -> Vec<Aspect> {
    let wanted = &request.wanted;
    let discount = |discount: &Option<Discount>| {
        let discount = discount.as_ref();
        discount.map(|discount| (discount.value, discount.funder))
    };
    let goods = |ticket: &Ticket| -> Vec<_> {
        let lines = ticket.lines.iter();
        let of = |line: &TicketLine| {
            let discount = discount(&line.discount);
            (line.sku.clone(), line.quantity, line.unit_price, discount)
        };
        lines.map(of).collect()
    };
    let paid_then: Vec<_> = taken
        .tenders
        .iter()
        .map(|tender| (&tender.kind, tender.amount))
        .collect();
    let paid_now: Vec<_> = request
        .paid
        .iter()
        .map(|offer| (&offer.kind, offer.tendered))
        .collect();
    let ticket = &wanted.ticket;
    let aspects = [
        (Aspect::Goods, goods(&taken.ticket) != goods(ticket)),
        (
            Aspect::Discount,
            discount(&taken.ticket.discount) != discount(&ticket.discount),
        ),
        (
            Aspect::DeliveryFee,
            taken.ticket.delivery_fee() != ticket.delivery_fee(),
        ),
        (Aspect::Payment, paid_then != paid_now),
        (Aspect::Customer, taken.customer != wanted.customer),
        (Aspect::DueOn, taken.due_on != wanted.due_on),
        (Aspect::Note, taken.wish != wanted.wish),
    ];
    let changed = aspects.into_iter().filter(|(_, is_other)| *is_other);
    changed.map(|(aspect, _)| aspect).collect()
}
