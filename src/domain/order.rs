//! Goods made to the customer's wish, or ordered in a web shop: an order with a
//! deposit, its handover, its cancellation.
//!
//! The deposit is owed to the customer until handover; handing over is a
//! [`Sale`](super::sale::Sale) that the deposit helps to pay.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::{Bazaar, Beneficiary};
use super::catalogue::Catalogue;
use super::family::ProductLine;
use super::id::{FamilyCode, Number, OrderId, ShiftId, StaffCode};
use super::money::{Bps, Money};
use super::rounding::percent_of;
use super::sale::{Offer, Tender, TenderKind};
use super::shop::ShopOrder;
use super::ticket::{Ticket, TicketRefusal};

/// Who ordered, and how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Customer {
    pub name: String,
    pub phone: String,
    /// Where to deliver; empty when it is collected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

/// An order as taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub id: OrderId,
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
    pub customer: Customer,
    pub wish: String,
    pub due_on: Option<NaiveDate>,
    /// The goods at the prices agreed; its lines become the sale's.
    pub ticket: Ticket,
    pub total: Money,
    pub deposit: Money,
    pub tenders: Vec<Tender>,
    /// The order of a web shop it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shop: Option<ShopOrder>,
}

impl Order {
    /// Whether it is brought to the customer.
    pub fn is_for_delivery(&self) -> bool {
        !self.customer.address.is_empty()
    }

    /// How its deposit goes back: as it came in what was paid online, everything else
    /// in cash.
    pub fn deposit_by(&self) -> Option<&TenderKind> {
        self.paid_online().map(|tender| &tender.kind)
    }

    fn paid_online(&self) -> Option<&Tender> {
        self.shop.as_ref()?;
        self.tenders.iter().find(|tender| !tender.kind.is_cash())
    }

    /// The most that can be kept of its deposit if it is cancelled. What was paid for
    /// bringing it goes back: nobody brought it.
    pub fn most_kept(&self) -> Money {
        let fee = self.ticket.delivery_fee().unwrap_or_default();
        self.deposit.min(self.total - fee)
    }

    /// Whether it goes to the customer's door on a day: nothing is left to pay, and it
    /// is not due later.
    pub fn can_go_out(&self, day: NaiveDate) -> bool {
        let is_due = self.due_on.is_none_or(|due| due <= day);
        is_due && self.is_for_delivery() && self.deposit == self.total
    }

    /// Its goods that are past their date if it is handed over on a day. A web shop
    /// sells off the shelf; an order taken at the counter is made for its customer.
    pub fn expired<'c>(&self, catalogue: &'c Catalogue, on: NaiveDate) -> Vec<&'c ProductLine> {
        match self.shop {
            Some(_) => self.ticket.expired_off_the_shelf(catalogue, on),
            None => Vec::new(),
        }
    }

    /// The families whose goods were ordered, each once.
    pub fn families(&self) -> Vec<&FamilyCode> {
        let mut families: Vec<&FamilyCode> = Vec::new();
        for line in &self.ticket.lines {
            if !families.contains(&&line.family) {
                families.push(&line.family);
            }
        }
        families
    }
}

/// The end of an order that was never handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCancellation {
    pub order: OrderId,
    pub order_number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub reason: String,
    /// Given back to the customer.
    pub returned: Money,
    /// The part of it that goes back the way it was paid online; the rest is cash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned_online: Option<Tender>,
    /// Kept of the deposit, and by whom.
    pub kept: Money,
    pub kept_by: Beneficiary,
    /// The family a kept deposit is credited to.
    pub family: FamilyCode,
}

impl OrderCancellation {
    /// What is handed back out of the drawer.
    pub fn cash_returned(&self) -> Money {
        let online = self.returned_online.as_ref();
        self.returned - online.map_or(Money::ZERO, |tender| tender.amount)
    }

    /// Checks what must hold of every cancellation, made here or read from a journal.
    pub fn adds_up(&self) -> bool {
        let online = self.returned_online.as_ref();
        let lawful = online
            .is_none_or(|tender| tender.amount.is_positive() && tender.kind.can_be_a_deposit());
        lawful && !self.cash_returned().is_negative() && !self.kept.is_negative()
    }
}

/// An order that was paid and brought to the customer's door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderDelivery {
    pub order: OrderId,
    pub order_number: Number,
    /// Who took it there; empty for the customer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub received_by: String,
}

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    Open,
    /// Paid, and taken along or out for delivery.
    HandedOver,
    /// Paid, and received where it was to be delivered.
    Delivered,
    Cancelled,
}

impl OrderState {
    pub const ALL: [OrderState; 4] = [
        OrderState::Open,
        OrderState::HandedOver,
        OrderState::Delivered,
        OrderState::Cancelled,
    ];
}

/// A web shop's order as a till took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopTaken {
    pub shop: ShopOrder,
    pub customer: Customer,
    pub number: Number,
    pub total: Money,
}

/// Why an order can't be taken, handed over or cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OrderRefusal {
    #[error(transparent)]
    Ticket(#[from] TicketRefusal),
    #[error("an order needs the customer's name")]
    CustomerMissing,
    #[error("a deposit can't be negative, or paid by a deposit or at a stall")]
    DepositKind,
    #[error("the deposit of {deposit:?} is less than the {least:?} agreed")]
    DepositTooSmall { deposit: Money, least: Money },
    #[error("the deposit of {deposit:?} is more than the order's {total:?}")]
    DepositTooLarge { deposit: Money, total: Money },
    #[error("the order is {0:?} already")]
    NotOpen(OrderState),
    #[error("the order is collected, not delivered")]
    NotForDelivery,
    #[error("the order is not paid yet")]
    NotPaid,
    #[error("a cancellation needs a reason")]
    ReasonMissing,
    #[error("{kept:?} can't be kept, only {most:?}")]
    KeptTooMuch { kept: Money, most: Money },
}

/// What a customer orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub ticket: Ticket,
    pub customer: Customer,
    pub wish: String,
    pub due_on: Option<NaiveDate>,
}

/// Where and by whom an order is taken, and under which number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderContext {
    pub id: OrderId,
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
}

/// Takes an order with its deposit.
///
/// # Errors
/// [`OrderRefusal`], in this order: the ticket can't be priced, no customer,
/// a deposit of the wrong kind, too small, too large.
pub fn take(
    bazaar: &Bazaar,
    wanted: Wanted,
    deposit: &[Offer],
    context: OrderContext,
) -> Result<Order, OrderRefusal> {
    agreed(bazaar.order_deposit, wanted, deposit, None, context)
}

/// Takes an order that a customer placed in a web shop, with what was paid there. It
/// was agreed there: no deposit is asked for.
///
/// # Errors
/// As [`take`], too small a deposit aside.
pub fn take_from_shop(
    wanted: Wanted,
    paid: &[Offer],
    shop: ShopOrder,
    context: OrderContext,
) -> Result<Order, OrderRefusal> {
    agreed(Bps::ZERO, wanted, paid, Some(shop), context)
}

fn agreed(
    least: Bps,
    wanted: Wanted,
    deposit: &[Offer],
    shop: Option<ShopOrder>,
    context: OrderContext,
) -> Result<Order, OrderRefusal> {
    let Wanted {
        mut ticket,
        customer,
        wish,
        due_on,
    } = wanted;
    let total = ticket.price()?.due;
    if customer.name.trim().is_empty() {
        return Err(OrderRefusal::CustomerMissing);
    }
    let allowed = |offer: &Offer| offer.tendered.is_positive() && offer.kind.can_be_a_deposit();
    if !deposit.iter().all(allowed) {
        return Err(OrderRefusal::DepositKind);
    }
    let sum: Money = deposit.iter().map(|offer| offer.tendered).sum();
    let least = percent_of(total, least);
    if sum < least {
        return Err(OrderRefusal::DepositTooSmall {
            deposit: sum,
            least,
        });
    }
    if sum > total {
        return Err(OrderRefusal::DepositTooLarge {
            deposit: sum,
            total,
        });
    }
    ticket.order = Some(context.id);
    let tenders = deposit.iter().map(|offer| Tender {
        kind: offer.kind.clone(),
        amount: offer.tendered,
        tendered: offer.tendered,
        reference: offer.reference.clone(),
    });
    Ok(Order {
        id: context.id,
        number: context.number,
        day: context.day,
        shift: context.shift,
        cashier: context.cashier,
        customer,
        wish,
        due_on,
        ticket,
        total,
        deposit: sum,
        tenders: tenders.collect(),
        shop,
    })
}

/// Notes that an order arrived. It was paid before, at the counter or to whoever
/// brought it.
///
/// # Errors
/// [`OrderRefusal`]: collected, not paid, or at its end already.
pub fn deliver(
    order: &Order,
    state: OrderState,
    received_by: String,
) -> Result<OrderDelivery, OrderRefusal> {
    match state {
        _ if !order.is_for_delivery() => Err(OrderRefusal::NotForDelivery),
        OrderState::Open => Err(OrderRefusal::NotPaid),
        OrderState::Delivered | OrderState::Cancelled => Err(OrderRefusal::NotOpen(state)),
        OrderState::HandedOver => Ok(OrderDelivery {
            order: order.id,
            order_number: order.number.clone(),
            received_by,
        }),
    }
}

/// Cancels an open order, keeping `kept` of its deposit by the bazaar's rule. What was
/// paid online goes back online, before any cash does.
///
/// # Errors
/// [`OrderRefusal`]: not open, no reason, more kept than was left.
pub fn cancel(
    bazaar: &Bazaar,
    order: &Order,
    state: OrderState,
    kept: Money,
    reason: String,
    day: NaiveDate,
    shift: ShiftId,
) -> Result<OrderCancellation, OrderRefusal> {
    if state != OrderState::Open {
        return Err(OrderRefusal::NotOpen(state));
    }
    if reason.trim().is_empty() {
        return Err(OrderRefusal::ReasonMissing);
    }
    if kept.is_negative() || kept > order.most_kept() {
        return Err(OrderRefusal::KeptTooMuch {
            kept,
            most: order.most_kept(),
        });
    }
    let returned = order.deposit - kept;
    let online = order.paid_online().map(|tender| {
        let amount = tender.amount.min(returned);
        Tender {
            amount,
            tendered: amount,
            ..tender.clone()
        }
    });
    Ok(OrderCancellation {
        order: order.id,
        order_number: order.number.clone(),
        day,
        shift,
        reason,
        returned,
        returned_online: online.filter(|tender| tender.amount.is_positive()),
        kept,
        kept_by: bazaar.kept_deposit_goes_to,
        family: order.ticket.lines[0].family.clone(),
    })
}
