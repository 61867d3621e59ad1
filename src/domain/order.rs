//! Goods made to the customer's wish: an order with a deposit, its handover,
//! its cancellation.
//!
//! The deposit is owed to the customer until handover; handing over is a
//! [`Sale`](super::sale::Sale) that the deposit helps to pay.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::{Bazaar, Beneficiary};
use super::id::{FamilyCode, Number, OrderId, ShiftId, StaffCode};
use super::money::Money;
use super::rounding::percent_of;
use super::sale::{Offer, Tender, TenderKind};
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
}

impl Order {
    /// Whether it is brought to the customer.
    pub fn is_for_delivery(&self) -> bool {
        !self.customer.address.is_empty()
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
    /// Given back to the customer, in cash.
    pub returned: Money,
    /// Kept of the deposit, and by whom.
    pub kept: Money,
    pub kept_by: Beneficiary,
    /// The family a kept deposit is credited to.
    pub family: FamilyCode,
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
    #[error("{kept:?} can't be kept of a deposit of {deposit:?}")]
    KeptTooMuch { kept: Money, deposit: Money },
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
    mut ticket: Ticket,
    customer: Customer,
    wish: String,
    due_on: Option<NaiveDate>,
    deposit: &[Offer],
    context: OrderContext,
) -> Result<Order, OrderRefusal> {
    let total = ticket.price()?.due;
    if customer.name.trim().is_empty() {
        return Err(OrderRefusal::CustomerMissing);
    }
    let allowed = |offer: &Offer| {
        offer.tendered.is_positive()
            && !matches!(
                offer.kind,
                TenderKind::Deposit | TenderKind::TakenByFamily(_)
            )
    };
    if !deposit.iter().all(allowed) {
        return Err(OrderRefusal::DepositKind);
    }
    let sum: Money = deposit.iter().map(|offer| offer.tendered).sum();
    let least = percent_of(total, bazaar.order_deposit);
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

/// Cancels an open order, keeping `kept` of its deposit by the bazaar's rule.
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
    if kept.is_negative() || kept > order.deposit {
        return Err(OrderRefusal::KeptTooMuch {
            kept,
            deposit: order.deposit,
        });
    }
    Ok(OrderCancellation {
        order: order.id,
        order_number: order.number.clone(),
        day,
        shift,
        reason,
        returned: order.deposit - kept,
        kept,
        kept_by: bazaar.kept_deposit_goes_to,
        family: order.ticket.lines[0].family.clone(),
    })
}
