//! The statement of a family: one settlement, or the settlements of a span of
//! days added up, with the money that changed hands after each.
//!
//! ```text
//!   brought forward, of the first day
//! + what every day's settlement adds and takes off
//! = payable
//! − payouts, + what the family paid in
//! = carried forward, of the last day
//! ```
//!
//! Nothing is reckoned anew: every amount is a sum of amounts that settlements
//! froze, so a span never differs from its days. What was paid on a settlement that
//! was taken back is told by the one that takes its place, which brings forward what
//! stood open before it was paid.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::carrying::{Carried, CarriedBalance};
use super::family::Support;
use super::id::{Bilingual, FamilyCode, FeeCode, Number};
use super::money::{Bps, Money};
use super::payout::{FamilyPayment, Payout};
use super::settlement::{AdjustmentLine, CommissionLine, GoodsSold, Settlement};

/// A settlement with the money that changed hands on it, until the next one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledDay {
    pub settlement: Settlement,
    pub payouts: Vec<Payout>,
    pub payments: Vec<FamilyPayment>,
    /// What came from another edition before it, where it is the family's first.
    pub opening: Vec<CarriedBalance>,
    /// What went to another edition after it, or came from one.
    pub carried: Vec<Carried>,
    /// What of the above changed hands before the settlement was made: on another that
    /// was taken back, or on what the family brought along. The settlement brought
    /// forward what that left.
    pub moved_before: Money,
}

impl SettledDay {
    /// What stood open before any of the money told here changed hands.
    pub fn brought_forward(&self) -> Money {
        self.settlement.brought_forward + self.moved_before
    }

    /// What stays open until the next settlement; negative if the family owes.
    pub fn carried_forward(&self) -> Money {
        self.settlement.payable + self.moved_before - self.paid()
    }

    /// Payouts less what the family paid in, and what went to another edition.
    pub fn paid(&self) -> Money {
        paid_out(&self.payouts) - paid_in(&self.payments) - effect(&self.carried)
    }
}

/// One day of a span, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    pub number: Number,
    pub day: NaiveDate,
    pub net_sales: Money,
    /// Commission, fees and all else the day took off.
    pub taken_off: Money,
    /// Corrections in the family's favour.
    pub added: Money,
    /// Payouts less what the family paid in, and what went to another edition.
    pub paid: Money,
    /// What stood open after it.
    pub carried_forward: Money,
}

/// A fee with how often the span charged it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeSum {
    pub code: FeeCode,
    pub name: Bilingual,
    pub times: u64,
    pub amount: Money,
}

/// The statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub family: FamilyCode,
    pub family_name: Bilingual,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// In the order settled; never empty.
    pub days: Vec<DayLine>,
    pub brought_forward: Money,
    /// What of it came from another edition, before the family's first settlement.
    pub opening: Vec<CarriedBalance>,
    /// Goods of one price and rate together, unless they are of a day before the
    /// first.
    pub goods: Vec<GoodsSold>,
    pub sales: Money,
    pub family_discounts: Money,
    /// Told to the family, though they cost it nothing.
    pub organiser_discounts: Money,
    pub refunds: Money,
    pub tax: Money,
    pub net_sales: Money,
    /// One line a rate, and one a rate and day for days before the first.
    pub commissions: Vec<CommissionLine>,
    pub commission: Money,
    pub fees: Vec<FeeSum>,
    pub adjustments: Vec<AdjustmentLine>,
    pub advance_instalment: Money,
    /// What remained of advances after the last settlement.
    pub advance_left: Money,
    pub held: Money,
    /// What the family is owed; negative if it owes.
    pub payable: Money,
    pub payouts: Vec<Payout>,
    pub payments: Vec<FamilyPayment>,
    /// What went to another edition since, or came from one.
    pub carried: Vec<Carried>,
    pub carried_forward: Money,
    /// What a programme had given it by the last settlement: no part of the sums.
    pub support: Option<Support>,
}

impl Statement {
    /// The statement of settlements of one family, in the order made; nothing
    /// without settlements.
    pub fn of(days: &[SettledDay]) -> Option<Self> {
        let (first, last) = (days.first()?, days.last()?);
        let settlements = || days.iter().map(|day| &day.settlement);
        let first_day = settlements().map(|one| one.day).min()?;
        let last_day = settlements().map(|one| one.day).max()?;
        let sum = |pick: fn(&Settlement) -> Money| settlements().map(pick).sum::<Money>();
        let goods = goods_of(settlements(), first_day);
        let payouts = days.iter().flat_map(|day| &day.payouts);
        let payments = days.iter().flat_map(|day| &day.payments);
        let (payouts, payments): (Vec<_>, Vec<_>) =
            (payouts.cloned().collect(), payments.cloned().collect());
        let carried = days.iter().flat_map(|day| day.carried.iter().cloned());
        let carried: Vec<Carried> = carried.collect();
        let carried_forward = last.carried_forward();
        Some(Statement {
            family: last.settlement.family.clone(),
            family_name: last.settlement.family_name.clone(),
            first_day,
            last_day,
            days: days.iter().map(day_line).collect(),
            brought_forward: first.brought_forward(),
            opening: first.opening.clone(),
            organiser_discounts: goods.iter().map(|line| line.organiser_discount).sum(),
            goods,
            sales: sum(|one| one.sales),
            family_discounts: sum(|one| one.family_discounts),
            refunds: sum(|one| one.refunds),
            tax: sum(|one| one.tax),
            net_sales: sum(|one| one.net_sales),
            commissions: commissions_of(settlements(), first_day),
            commission: sum(|one| one.commission),
            fees: fees_of(settlements()),
            adjustments: settlements()
                .flat_map(|one| one.adjustments.iter().cloned())
                .collect(),
            advance_instalment: sum(|one| one.advance_instalment),
            advance_left: last.settlement.advance_left,
            held: sum(|one| one.held),
            payable: carried_forward + paid_out(&payouts) - paid_in(&payments) - effect(&carried),
            payouts,
            payments,
            carried,
            carried_forward,
            support: last.settlement.support.clone(),
        })
    }

    /// Whether it is of one settlement alone.
    pub fn is_of_one_day(&self) -> bool {
        self.days.len() == 1
    }

    pub fn fee_total(&self) -> Money {
        self.fees.iter().map(|fee| fee.amount).sum()
    }

    pub fn adjustment_total(&self) -> Money {
        self.adjustments.iter().map(|line| line.amount).sum()
    }

    /// Payouts less what the family paid in, and what went to another edition.
    pub fn paid(&self) -> Money {
        paid_out(&self.payouts) - paid_in(&self.payments) - effect(&self.carried)
    }

    /// Whether every line adds up to the next, and each day carries on the one
    /// before.
    pub fn adds_up(&self) -> bool {
        let goods = |pick: fn(&GoodsSold) -> Money| self.goods.iter().map(pick).sum::<Money>();
        let mut open = self.brought_forward;
        let days_chain = self.days.iter().all(|day| {
            open += day.net_sales - day.taken_off + day.added - day.paid;
            open == day.carried_forward
        });
        days_chain
            && open == self.carried_forward
            && self.sales == goods(|line| line.list)
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

fn paid_out(payouts: &[Payout]) -> Money {
    payouts.iter().map(|payout| payout.amount).sum()
}

fn paid_in(payments: &[FamilyPayment]) -> Money {
    payments.iter().map(|payment| payment.amount).sum()
}

fn effect(carried: &[Carried]) -> Money {
    carried.iter().map(Carried::effect).sum()
}

fn day_line(day: &SettledDay) -> DayLine {
    let one = &day.settlement;
    let adjustments = one.adjustments.iter();
    let added = adjustments.map(|line| line.amount.or_zero()).sum();
    DayLine {
        number: one.number.clone(),
        day: one.day,
        net_sales: one.net_sales,
        taken_off: one.brought_forward + one.net_sales + added - one.payable,
        added,
        paid: day.paid(),
        carried_forward: day.carried_forward(),
    }
}

/// The goods of all settlements; what has the same price and rate is one line.
fn goods_of<'a>(
    settlements: impl Iterator<Item = &'a Settlement>,
    first_day: NaiveDate,
) -> Vec<GoodsSold> {
    let mut lines: Vec<GoodsSold> = Vec::new();
    for goods in settlements.flat_map(|one| &one.goods) {
        // A day within the span is told by the span, not by each of its lines.
        let within = |day: NaiveDate| (day < first_day).then_some(day);
        let known = lines.iter_mut().find(|line| {
            line.sku == goods.sku
                && line.unit_price == goods.unit_price
                && line.commission == goods.commission
                && line.name == goods.name
                && line.unit == goods.unit
                && within(line.day) == within(goods.day)
        });
        let Some(line) = known else {
            lines.push(goods.clone());
            continue;
        };
        line.day = line.day.max(goods.day);
        line.add(goods);
    }
    lines
}

fn commissions_of<'a>(
    settlements: impl Iterator<Item = &'a Settlement>,
    first_day: NaiveDate,
) -> Vec<CommissionLine> {
    let mut lines: BTreeMap<(Option<NaiveDate>, Bps), CommissionLine> = BTreeMap::new();
    for commission in settlements.flat_map(|one| &one.commissions) {
        let late = (commission.day < first_day).then_some(commission.day);
        match lines.get_mut(&(late, commission.rate)) {
            None => {
                lines.insert((late, commission.rate), commission.clone());
            }
            Some(line) => {
                line.day = line.day.max(commission.day);
                line.base += commission.base;
                line.amount += commission.amount;
            }
        }
    }
    // Late days first, as the goods of a settlement stand.
    let (late, of_the_span): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|((day, _), _)| day.is_some());
    let ordered = late.into_iter().chain(of_the_span);
    ordered.map(|(_, line)| line).collect()
}

fn fees_of<'a>(settlements: impl Iterator<Item = &'a Settlement>) -> Vec<FeeSum> {
    let mut fees: Vec<FeeSum> = Vec::new();
    for fee in settlements.flat_map(|one| &one.fees) {
        match fees.iter_mut().find(|known| known.code == fee.code) {
            Some(known) => {
                known.times += 1;
                known.amount += fee.amount;
            }
            None => fees.push(FeeSum {
                code: fee.code.clone(),
                name: fee.name.clone(),
                times: 1,
                amount: fee.amount,
            }),
        }
    }
    fees
}
