//! The finished sale: a priced ticket, the tenders that paid it, the change.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Bazaar;
use super::delivery::DeliveryCharge;
use super::id::{FamilyCode, Number, OrderId, ShiftId, StaffCode, TicketId, TillCode};
use super::money::Money;
use super::refund::GoodsBack;
use super::ticket::{Discount, Priced, Ticket, TicketLine, TicketRefusal};

/// How money came in, or went back.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderKind {
    Cash,
    Card,
    Transfer,
    Wallet,
    Voucher,
    /// The deposit of the order this sale hands over.
    Deposit,
    /// The family took the customer's money itself, at its own stall.
    TakenByFamily(FamilyCode),
}

impl TenderKind {
    pub fn is_cash(&self) -> bool {
        matches!(self, TenderKind::Cash)
    }

    /// Whether it can be left with the organiser before goods are handed over.
    pub fn can_be_a_deposit(&self) -> bool {
        !matches!(self, TenderKind::Deposit | TenderKind::TakenByFamily(_))
    }
}

/// Money in, by one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tender {
    pub kind: TenderKind,
    /// What it paid of the sale.
    pub amount: Money,
    /// What was handed over; more than `amount` only in cash.
    pub tendered: Money,
    /// The slip or approval number of a card, transfer, wallet or voucher.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// Whether any of it is cash, for which the drawer opens.
pub fn any_cash(tenders: &[Tender]) -> bool {
    tenders.iter().any(|tender| tender.kind.is_cash())
}

/// Money offered for a ticket, before it is known what it pays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub kind: TenderKind,
    pub tendered: Money,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

impl Offer {
    pub fn new(kind: TenderKind, tendered: Money) -> Self {
        Offer {
            kind,
            tendered,
            reference: String::new(),
        }
    }
}

/// A ticket in hand with what was given for it so far: all that must outlive a
/// crash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InHand {
    pub ticket: Ticket,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// Money asked for outside the till, of which it is not known yet whether it
    /// moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Offer>,
    /// What comes back against this ticket's goods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<GoodsBack>,
}

impl InHand {
    /// A ticket for which nothing was given yet.
    pub fn of(ticket: Ticket) -> Self {
        InHand {
            ticket,
            offers: Vec::new(),
            asked: None,
            back: None,
        }
    }

    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        self.ticket.is_empty() && self.back.is_none()
    }

    /// Whether paying has begun.
    pub fn is_being_paid(&self) -> bool {
        !self.offers.is_empty() || self.asked.is_some()
    }
}

impl From<Ticket> for InHand {
    fn from(ticket: Ticket) -> Self {
        InHand::of(ticket)
    }
}

/// One line of a sale: the ticket's, with its amounts frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaleLine {
    pub item: TicketLine,
    pub list: Money,
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub family_discount: Money,
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub organiser_discount: Money,
    pub paid: Money,
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub tax: Money,
}

impl SaleLine {
    /// Tax the organiser has to hand over, taken out of the family's credit.
    pub fn organiser_tax(&self) -> Money {
        if self.item.seller.organiser_owes() {
            self.tax
        } else {
            Money::ZERO
        }
    }

    /// What the family is credited: list price, less the discounts it funds,
    /// less the tax the organiser owes.
    pub fn credit(&self) -> Money {
        self.list - self.family_discount - self.organiser_tax()
    }
}

/// The finished fact. Never changed; a refund is a fact of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    pub id: TicketId,
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    pub lines: Vec<SaleLine>,
    /// The discount on the whole ticket, already within the lines' amounts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket_discount: Option<Discount>,
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub ticket_discount_amount: Money,
    /// What rounding to the coin added to (or took from) the cash due.
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub cash_rounding: Money,
    /// Bringing the goods to the customer, which no family is credited for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<DeliveryCharge>,
    pub tenders: Vec<Tender>,
    /// How the deposit goes back if goods do, where it was paid online; otherwise it
    /// does in cash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit_by: Option<TenderKind>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Money {
    /// For serde's `skip_serializing_if`, which passes a reference.
    pub(crate) fn is_zero_ref(&self) -> bool {
        self.is_zero()
    }
}

impl Sale {
    /// What the goods came to, before cash rounding.
    pub fn goods(&self) -> Money {
        self.lines.iter().map(|line| line.paid).sum()
    }

    /// What bringing them cost the customer.
    pub fn delivery_fee(&self) -> Money {
        let delivery = self.delivery.as_ref();
        delivery.map_or(Money::ZERO, |delivery| delivery.fee)
    }

    /// What goods and delivery came to, before cash rounding.
    pub fn due(&self) -> Money {
        self.goods() + self.delivery_fee()
    }

    /// What the customer paid: due and cash rounding.
    pub fn paid(&self) -> Money {
        self.due() + self.cash_rounding
    }

    /// What goes back if all the goods do. They were brought all the same.
    pub fn refundable(&self) -> Money {
        self.paid() - self.delivery_fee()
    }

    pub fn list(&self) -> Money {
        self.lines.iter().map(|line| line.list).sum()
    }

    pub fn discount(&self) -> Money {
        self.list() - self.goods()
    }

    pub fn tax(&self) -> Money {
        let delivery = self.delivery.as_ref().map(|delivery| delivery.tax);
        self.lines.iter().map(|line| line.tax).chain(delivery).sum()
    }

    pub fn change(&self) -> Money {
        self.tenders
            .iter()
            .map(|tender| tender.tendered - tender.amount)
            .sum()
    }

    /// Checks what must hold of every sale, made here or read from a journal.
    pub fn is_balanced(&self) -> bool {
        let lines = self.lines.iter().all(|line| {
            line.list - line.family_discount - line.organiser_discount == line.paid
                && !line.paid.is_negative()
                && line.item.list() == line.list
        });
        let delivery = self.delivery.as_ref();
        let delivery = delivery.is_none_or(|charge| {
            !charge.fee.is_negative() && (charge.tax.is_zero() || charge.seller.organiser_owes())
        });
        let tenders: Money = self.tenders.iter().map(|tender| tender.amount).sum();
        lines && delivery && !self.lines.is_empty() && tenders == self.paid()
    }
}

/// Why a ticket can't be paid so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SaleRefusal {
    #[error(transparent)]
    Ticket(#[from] TicketRefusal),
    #[error("a payment can't be zero or negative")]
    TenderNotPositive,
    #[error("a payment is more than a till can take")]
    TenderOutOfRange,
    #[error("{offered:?} other than cash is more than the {due:?} due")]
    NonCashAboveDue { offered: Money, due: Money },
    #[error("{missing:?} is still to pay")]
    NotPaid { missing: Money },
    #[error("cash was given though nothing is left to pay in cash")]
    CashNotNeeded,
    #[error("the family took {offered:?}, but its goods come to {goods:?}")]
    FamilyTookOther {
        family: FamilyCode,
        offered: Money,
        goods: Money,
    },
    #[error("the deposit of the order is {deposit:?}, not {offered:?}")]
    DepositOther { deposit: Money, offered: Money },
    #[error("a deposit pays only the order it was left for")]
    DepositWithoutOrder,
}

/// Where and by whom a sale is made, and under which number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleContext {
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
    /// What is held of the customer for the ticket's order.
    pub deposit: Money,
    /// How that goes back if goods do, where it was paid online.
    pub deposit_by: Option<TenderKind>,
}

/// What is still to pay after offers other than cash, brought to the coin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CashDue {
    pub due: Money,
    pub rounding: Money,
}

impl CashDue {
    /// The cash due of `due` once `other` is paid otherwise.
    pub fn of(bazaar: &Bazaar, due: Money, other: Money) -> Self {
        let cash = (due - other).or_zero();
        let rounded = bazaar.cash_rounding.map_or(cash, |rule| rule.round(cash));
        CashDue {
            due: rounded,
            rounding: rounded - cash,
        }
    }
}

/// Makes the sale of a ticket paid by `offers`.
///
/// Cash pays what the other kinds leave, brought to the bazaar's coin; only
/// cash gives change.
///
/// # Errors
/// [`SaleRefusal`], in this order: the ticket can't be priced; a tender not
/// positive or out of range; deposit without order or other than held; a
/// family took more than its goods; too much without cash; too little; cash
/// that nothing is due for.
pub fn complete(
    bazaar: &Bazaar,
    ticket: &Ticket,
    offers: &[Offer],
    context: SaleContext,
) -> Result<Sale, SaleRefusal> {
    let priced = ticket.price()?;
    let tenders = take(bazaar, ticket, &priced, offers, context.deposit)?;
    let cash_rounding = tenders.iter().map(|tender| tender.amount).sum::<Money>() - priced.due;
    let lines = ticket
        .lines
        .iter()
        .zip(priced.lines)
        .map(|(item, line)| SaleLine {
            item: item.clone(),
            list: line.list,
            family_discount: line.family_discount,
            organiser_discount: line.organiser_discount,
            paid: line.paid,
            tax: line.tax,
        });
    let sale = Sale {
        id: ticket.id,
        number: context.number,
        day: context.day,
        shift: context.shift,
        cashier: context.cashier,
        order: ticket.order,
        lines: lines.collect(),
        ticket_discount: ticket.discount.clone(),
        ticket_discount_amount: priced.ticket_discount,
        cash_rounding,
        delivery: priced.delivery,
        tenders,
        deposit_by: context.deposit_by,
        note: ticket.note.clone(),
    };
    assert!(sale.is_balanced(), "a sale's tenders pay its lines");
    Ok(sale)
}

fn take(
    bazaar: &Bazaar,
    ticket: &Ticket,
    priced: &Priced,
    offers: &[Offer],
    deposit: Money,
) -> Result<Vec<Tender>, SaleRefusal> {
    for offer in offers {
        if !offer.tendered.is_positive() {
            return Err(SaleRefusal::TenderNotPositive);
        }
        if offer.tendered >= Money::LIMIT {
            return Err(SaleRefusal::TenderOutOfRange);
        }
    }
    check_deposit(ticket, priced, offers, deposit)?;
    check_families(ticket, priced, offers)?;
    let (cash, other): (Vec<&Offer>, Vec<&Offer>) =
        offers.iter().partition(|offer| offer.kind.is_cash());
    let other_sum: Money = other.iter().map(|offer| offer.tendered).sum();
    if other_sum > priced.due {
        return Err(SaleRefusal::NonCashAboveDue {
            offered: other_sum,
            due: priced.due,
        });
    }
    let cash_due = CashDue::of(bazaar, priced.due, other_sum);
    let cash_sum: Money = cash.iter().map(|offer| offer.tendered).sum();
    if cash_sum < cash_due.due {
        return Err(SaleRefusal::NotPaid {
            missing: cash_due.due - cash_sum,
        });
    }
    if cash_sum.is_positive() && cash_due.due.is_zero() {
        return Err(SaleRefusal::CashNotNeeded);
    }
    let mut tenders: Vec<Tender> = other
        .into_iter()
        .map(|offer| Tender {
            kind: offer.kind.clone(),
            amount: offer.tendered,
            tendered: offer.tendered,
            reference: offer.reference.clone(),
        })
        .collect();
    if cash_sum.is_positive() {
        tenders.push(Tender {
            kind: TenderKind::Cash,
            amount: cash_due.due,
            tendered: cash_sum,
            reference: String::new(),
        });
    }
    Ok(tenders)
}

fn check_deposit(
    ticket: &Ticket,
    priced: &Priced,
    offers: &[Offer],
    held: Money,
) -> Result<(), SaleRefusal> {
    let offered: Money = offers
        .iter()
        .filter(|offer| offer.kind == TenderKind::Deposit)
        .map(|offer| offer.tendered)
        .sum();
    if ticket.order.is_none() {
        return if offered.is_zero() {
            Ok(())
        } else {
            Err(SaleRefusal::DepositWithoutOrder)
        };
    }
    let deposit = held.min(priced.due);
    if offered == deposit {
        Ok(())
    } else {
        Err(SaleRefusal::DepositOther { deposit, offered })
    }
}

fn check_families(ticket: &Ticket, priced: &Priced, offers: &[Offer]) -> Result<(), SaleRefusal> {
    let mut goods: BTreeMap<&FamilyCode, Money> = BTreeMap::new();
    for (line, amounts) in ticket.lines.iter().zip(&priced.lines) {
        *goods.entry(&line.family).or_default() += amounts.paid;
    }
    let mut taken: BTreeMap<&FamilyCode, Money> = BTreeMap::new();
    for offer in offers {
        if let TenderKind::TakenByFamily(family) = &offer.kind {
            *taken.entry(family).or_default() += offer.tendered;
        }
    }
    for (family, offered) in taken {
        let goods = goods.get(family).copied().unwrap_or_default();
        if offered > goods {
            return Err(SaleRefusal::FamilyTookOther {
                family: family.clone(),
                offered,
                goods,
            });
        }
    }
    Ok(())
}

/// What each till owes its customers' trust: the first and last number it gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberRange {
    pub till: TillCode,
    pub first: u64,
    pub last: u64,
}
