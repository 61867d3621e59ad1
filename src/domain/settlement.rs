//! The reckoning of one family for one day.
//!
//! ```text
//!   brought forward
//! + sales at list price
//! − discounts the family funds
//! − refunds
//! − tax the organiser must pay on them
//! = net sales
//! − commission, per rate and day, rounded once
//! − fees
//! ± adjustments
//! − advance instalment, never more than is left of either
//! − money the family took itself
//! = payable
//! ```
//!
//! A settlement takes whatever of the family is unsettled up to its day; a sale
//! or refund that comes later lands in the next one.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Fee;
use super::family::{Support, Unit};
use super::id::{Bilingual, FamilyCode, FeeCode, Number, SettlementId, Sku, TillCode};
use super::money::{Bps, Money, Quantity};
use super::rounding::percent_of;

/// What was sold and returned of one product line at one price and rate in one
/// day: a line of the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsSold {
    /// The trading day of the sales; earlier than the settlement's when late.
    pub day: NaiveDate,
    pub sku: Sku,
    pub name: Bilingual,
    pub unit: Unit,
    pub unit_price: Money,
    pub commission: Bps,
    pub quantity: Quantity,
    /// Sales at list price.
    pub list: Money,
    pub family_discount: Money,
    /// Told to the family, though it costs it nothing.
    pub organiser_discount: Money,
    pub refunded_quantity: Quantity,
    /// Refunds less the family discounts they carried.
    pub refunds: Money,
    /// The part of `refunds` against sales of an earlier day.
    pub earlier_refunds: Money,
    /// Tax the organiser must pay, less that of refunds.
    pub tax: Money,
}

impl GoodsSold {
    /// What it adds to the family's credit; negative if returns outweigh sales.
    pub fn net(&self) -> Money {
        self.list - self.family_discount - self.refunds - self.tax
    }

    /// Adds what was sold, and came back, of the same goods.
    pub fn add(&mut self, other: &GoodsSold) {
        self.quantity += other.quantity;
        self.list += other.list;
        self.family_discount += other.family_discount;
        self.organiser_discount += other.organiser_discount;
        self.refunded_quantity += other.refunded_quantity;
        self.refunds += other.refunds;
        self.earlier_refunds += other.earlier_refunds;
        self.tax += other.tax;
    }
}

/// A correction, or a kept deposit, that waits for the next settlement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentLine {
    pub day: NaiveDate,
    pub amount: Money,
    pub source: AdjustmentSource,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentSource {
    /// Made and approved by the organiser.
    Organiser,
    /// The deposit of an order its customer cancelled.
    KeptDeposit { order: Number },
}

/// All a settlement is computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    pub family: FamilyCode,
    pub goods: Vec<GoodsSold>,
    pub adjustments: Vec<AdjustmentLine>,
    /// Money the family took itself and has not been settled for.
    pub held: Money,
    /// What the family was owed before any of the above; negative if it owed.
    pub brought_forward: Money,
    /// What is left of its advances.
    pub advance_left: Money,
    /// What it agreed to pay back at each settlement.
    pub advance_instalment: Money,
}

/// Commission at one rate on one day's net sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommissionLine {
    pub day: NaiveDate,
    pub rate: Bps,
    pub base: Money,
    pub amount: Money,
}

/// A fee charged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeeLine {
    pub code: FeeCode,
    pub name: Bilingual,
    pub amount: Money,
}

/// How far into a till's journal a settlement saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    pub till: TillCode,
    pub up_to_seq: u64,
}

/// The frozen reckoning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    pub id: SettlementId,
    pub number: Number,
    pub family: FamilyCode,
    pub family_name: Bilingual,
    pub day: NaiveDate,
    pub cut: Vec<Cut>,
    pub brought_forward: Money,
    pub goods: Vec<GoodsSold>,
    pub sales: Money,
    pub family_discounts: Money,
    pub refunds: Money,
    pub tax: Money,
    pub net_sales: Money,
    pub commissions: Vec<CommissionLine>,
    pub commission: Money,
    pub fees: Vec<FeeLine>,
    pub adjustments: Vec<AdjustmentLine>,
    pub advance_instalment: Money,
    /// What remains of advances after the instalment.
    pub advance_left: Money,
    pub held: Money,
    /// What the family is owed; negative if it owes.
    pub payable: Money,
    /// What a programme had given it by then: told, and no part of the reckoning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
}

impl Settlement {
    /// The same, told beside the support the family received.
    pub fn beside(self, support: Option<Support>) -> Self {
        Settlement { support, ..self }
    }

    pub fn fee_total(&self) -> Money {
        self.fees.iter().map(|fee| fee.amount).sum()
    }

    pub fn adjustment_total(&self) -> Money {
        self.adjustments
            .iter()
            .map(|adjustment| adjustment.amount)
            .sum()
    }

    /// Goods sold on an earlier day that no earlier settlement saw.
    pub fn late_goods(&self) -> impl Iterator<Item = &GoodsSold> {
        self.goods.iter().filter(|goods| goods.day < self.day)
    }

    /// Whether every line of the table adds up to the next.
    pub fn adds_up(&self) -> bool {
        let goods = |pick: fn(&GoodsSold) -> Money| self.goods.iter().map(pick).sum::<Money>();
        self.sales == goods(|line| line.list)
            && self.family_discounts == goods(|line| line.family_discount)
            && self.refunds == goods(|line| line.refunds)
            && self.tax == goods(|line| line.tax)
            && self.net_sales == self.sales - self.family_discounts - self.refunds - self.tax
            && self.commission == self.commissions.iter().map(|line| line.amount).sum()
            && self.commissions.iter().map(|line| line.base).sum::<Money>() == self.net_sales
            && self.payable
                == self.brought_forward + self.net_sales - self.commission - self.fee_total()
                    + self.adjustment_total()
                    - self.advance_instalment
                    - self.held
    }
}

/// A wrong settlement taken back, to be made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettlementReversal {
    pub settlement: Settlement,
    pub reason: String,
}

/// Why a family can't be settled, or a settlement not reversed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SettlementRefusal {
    #[error("the trading day {0} is not closed")]
    DayNotClosed(NaiveDate),
    #[error("no family {0}")]
    UnknownFamily(FamilyCode),
    #[error("{family} is settled for {day}")]
    AlreadySettled { family: FamilyCode, day: NaiveDate },
    #[error("{family} is settled for {last}, after {day}")]
    LaterDaySettled {
        family: FamilyCode,
        day: NaiveDate,
        last: NaiveDate,
    },
    #[error("no settlement {0}")]
    UnknownSettlement(Number),
    #[error("only the last settlement of a family can be reversed; that is {last}")]
    NotTheLast { last: Number },
    #[error("settlement {0} is reversed already")]
    AlreadyReversed(Number),
    #[error("a reversal needs a reason")]
    ReasonMissing,
}

/// What names a settlement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlementContext {
    pub id: SettlementId,
    pub number: Number,
    pub family_name: Bilingual,
    pub day: NaiveDate,
    pub cut: Vec<Cut>,
}

/// Settles a family: computes every line of the table.
///
/// # Panics
/// If the lines would not add up, which no input can cause.
pub fn settle(unsettled: Unsettled, fees: &[&Fee], context: SettlementContext) -> Settlement {
    let mut bases: BTreeMap<(NaiveDate, Bps), Money> = BTreeMap::new();
    for goods in &unsettled.goods {
        *bases.entry((goods.day, goods.commission)).or_default() += goods.net();
    }
    let commissions: Vec<CommissionLine> = bases
        .into_iter()
        .map(|((day, rate), base)| CommissionLine {
            day,
            rate,
            base,
            amount: percent_of(base, rate),
        })
        .collect();
    let goods = |pick: fn(&GoodsSold) -> Money| unsettled.goods.iter().map(pick).sum::<Money>();
    let (sales, family_discounts) = (goods(|line| line.list), goods(|line| line.family_discount));
    let (refunds, tax) = (goods(|line| line.refunds), goods(|line| line.tax));
    let net_sales = sales - family_discounts - refunds - tax;
    let commission = commissions.iter().map(|line| line.amount).sum::<Money>();
    let fees: Vec<FeeLine> = fees
        .iter()
        .map(|fee| FeeLine {
            code: fee.code.clone(),
            name: fee.name.clone(),
            amount: fee.amount,
        })
        .collect();
    let fee_total: Money = fees.iter().map(|fee| fee.amount).sum();
    let adjustment_total: Money = unsettled.adjustments.iter().map(|line| line.amount).sum();
    let before_instalment = unsettled.brought_forward + net_sales - commission - fee_total
        + adjustment_total
        - unsettled.held;
    // It is held back of what the family would be paid: it never makes it owe.
    let instalment = unsettled
        .advance_instalment
        .min(unsettled.advance_left)
        .min(before_instalment)
        .or_zero();
    let settlement = Settlement {
        id: context.id,
        number: context.number,
        family: unsettled.family,
        family_name: context.family_name,
        day: context.day,
        cut: context.cut,
        brought_forward: unsettled.brought_forward,
        goods: unsettled.goods,
        sales,
        family_discounts,
        refunds,
        tax,
        net_sales,
        commissions,
        commission,
        fees,
        adjustments: unsettled.adjustments,
        advance_instalment: instalment,
        advance_left: unsettled.advance_left - instalment,
        held: unsettled.held,
        payable: before_instalment - instalment,
        support: None,
    };
    assert!(
        settlement.adds_up(),
        "every line of a settlement adds up to the next"
    );
    settlement
}
