//! The organiser's figures of some days: what was sold, by whom, where and when,
//! what is owed and paid. Totals and nothing else, so that those of several tills,
//! days or editions can be laid beside or over each other.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta, Timelike};
use serde::Serialize;

use super::bazaar::Bazaar;
use super::fact::{Entry, Fact};
use super::id::{Bilingual, FamilyCode, PackageCode, SiteCode, Sku};
use super::many::Edition;
use super::money::{Money, Quantity};
use super::rounding::ratio;
use super::settlement::Settlement;
use super::tally::{Tally, Trade};

/// Which trading days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Day(NaiveDate),
    /// Both of them and all between.
    Span {
        first: NaiveDate,
        last: NaiveDate,
    },
    /// All days, and what happened outside any.
    Bazaar,
}

impl Period {
    /// The period from one day to another, whichever comes first.
    pub fn between(one: NaiveDate, other: NaiveDate) -> Period {
        match one == other {
            true => Period::Day(one),
            false => Period::Span {
                first: one.min(other),
                last: one.max(other),
            },
        }
    }

    /// Its first and last day; none for all there are.
    pub fn bounds(self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Period::Day(day) => Some((day, day)),
            Period::Span { first, last } => Some((first, last)),
            Period::Bazaar => None,
        }
    }

    /// Whether what happened on a day, or outside any, belongs to it.
    pub fn covers(self, day: Option<NaiveDate>) -> bool {
        match (self.bounds(), day) {
            (None, _) => true,
            (Some((first, last)), Some(day)) => first <= day && day <= last,
            (Some(_), None) => false,
        }
    }
}

/// What settlements took over from families' sales, and what they held back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct HeldBack {
    /// The net sales settled.
    pub net: Money,
    pub commission: Money,
    pub fees: Money,
    /// Given back of advances.
    pub advances: Money,
    /// Customers' money the families had taken themselves.
    pub held: Money,
}

impl HeldBack {
    /// Adds a settlement, or takes a reversed one off.
    pub fn add(&mut self, settlement: &Settlement, times: i64) {
        self.net += settlement.net_sales.times(times);
        self.commission += settlement.commission.times(times);
        self.fees += settlement.fee_total().times(times);
        self.advances += settlement.advance_instalment.times(times);
        self.held += settlement.held.times(times);
    }

    fn merge(&mut self, other: &HeldBack) {
        self.net += other.net;
        self.commission += other.commission;
        self.fees += other.fees;
        self.advances += other.advances;
        self.held += other.held;
    }

    /// What is left of the net sales for the families.
    pub fn left(&self) -> Money {
        self.net - self.commission - self.fees - self.advances - self.held
    }
}

/// The figures of one trading day, or of what happened outside any.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct DayFigures {
    pub tally: Tally,
    /// How many sales were made, by the hour of the bazaar's clock.
    pub sales_by_hour: BTreeMap<u32, u64>,
    pub settled: HeldBack,
    /// Paid to families by any means.
    pub payouts: Money,
    /// Paid in by families.
    pub family_payments: Money,
    /// What other editions took over of families' balances, less advances, and what
    /// they left to this one.
    pub carried_out: Money,
    pub brought_in: Money,
    /// What was carried out and taken back, as it never arrived.
    pub carried_back: Money,
}

impl DayFigures {
    /// Adds one entry; facts that move neither goods nor money change nothing.
    pub fn add(&mut self, entry: &Entry) {
        self.tally.add(entry);
        match &entry.fact {
            Fact::SaleCompleted(_) => {
                *self.sales_by_hour.entry(entry.at.hour()).or_default() += 1;
            }
            Fact::FamilySettled(settlement) => self.settled.add(settlement, 1),
            Fact::SettlementReversed(reversal) => self.settled.add(&reversal.settlement, -1),
            Fact::PayoutMade(payout) => self.payouts += payout.amount,
            Fact::FamilyPaidIn(payment) => self.family_payments += payment.amount,
            Fact::BalanceCarriedOut(balance) => self.carried_out += balance.net(),
            Fact::BalanceBroughtIn(balance) => self.brought_in += balance.net(),
            Fact::BalanceTakenBack(back) => self.carried_back += back.balance.net(),
            _ => {}
        }
    }

    pub fn merge(&mut self, other: &DayFigures) {
        self.tally.merge(&other.tally);
        for (hour, sales) in &other.sales_by_hour {
            *self.sales_by_hour.entry(*hour).or_default() += sales;
        }
        self.settled.merge(&other.settled);
        self.payouts += other.payouts;
        self.family_payments += other.family_payments;
        self.carried_out += other.carried_out;
        self.brought_in += other.brought_in;
        self.carried_back += other.carried_back;
    }

    /// What customers paid on average, where there was a sale.
    pub fn average_basket(&self) -> Option<Money> {
        let sales = i64::try_from(self.tally.sales).ok().filter(|n| *n > 0)?;
        Some(ratio(self.tally.total.paid, 1, sales))
    }

    /// Sales for each hundred visitors, where visitors were counted.
    pub fn sales_per_hundred_visitors(&self) -> Option<u64> {
        let visitors = self.tally.visitors.entered;
        (visitors > 0).then(|| (self.tally.sales * 200 + visitors) / (visitors * 2))
    }

    /// Counted less expected of all drawers.
    pub fn over_short(&self) -> Money {
        let drawers = self.tally.drawers.iter();
        drawers.map(|drawer| drawer.closing.over_short()).sum()
    }
}

/// What was sold of a product line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GoodsFigures {
    pub sku: Sku,
    pub family: FamilyCode,
    pub package: PackageCode,
    pub trade: Trade,
    pub returned: Quantity,
}

impl GoodsFigures {
    /// What customers have of it: sold, less what came back.
    pub fn sold(&self) -> Quantity {
        self.trade.quantity - self.returned
    }
}

/// How matters stand now, whatever days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Standing {
    /// Owed to families, and by families.
    pub owed: Money,
    pub owing: Money,
    /// Orders not handed over yet, and what they come to.
    pub orders: u64,
    pub orders_total: Money,
    /// Held for customers against them.
    pub deposits: Money,
    /// What came from other editions of families' balances, less what they took over:
    /// part of what is owed, and paid here.
    pub other_editions: Money,
}

/// A trading day by its number in the bazaar and its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberedDay {
    /// The bazaar's first day is 1.
    pub number: usize,
    pub day: NaiveDate,
    pub figures: DayFigures,
}

/// The codes that mean another family, or other goods, in the edition laid beside;
/// with what they are called there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Strangers {
    pub families: BTreeMap<FamilyCode, Bilingual>,
    pub goods: BTreeMap<Sku, Bilingual>,
}

impl Strangers {
    pub fn is_empty(&self) -> bool {
        self.families.is_empty() && self.goods.is_empty()
    }
}

/// The figures of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figures {
    pub period: Period,
    /// Whose they are, where that is another edition than the one they stand beside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// Whose codes mean somebody or something else there.
    #[serde(skip_serializing_if = "Strangers::is_empty")]
    pub strangers: Strangers,
    /// The days of the period, in their order.
    pub days: Vec<NumberedDay>,
    pub total: DayFigures,
    /// By product line, the most paid for first.
    pub goods: Vec<GoodsFigures>,
    pub standing: Standing,
}

impl Figures {
    /// Whether nothing was sold, ordered or counted.
    pub fn is_empty(&self) -> bool {
        self.total == DayFigures::default()
    }

    /// What was sold at each site, in the bazaar's order. Tills the bazaar does not
    /// know stand at none.
    pub fn by_site(&self, bazaar: &Bazaar) -> Vec<(SiteCode, Trade)> {
        let mut sites = Vec::new();
        for site in &bazaar.sites {
            let mut sum = Trade::default();
            let tills = bazaar.tills.iter().filter(|till| till.site == site.code);
            for till in tills {
                if let Some(trade) = self.total.tally.by_till.get(&till.code) {
                    sum.add(trade);
                }
            }
            sites.push((site.code.clone(), sum));
        }
        sites
    }

    /// The hours anything was sold in, from first to last, as a day of the bazaar
    /// runs: those before the cut-off are the end of the evening before.
    pub fn hours(&self, bazaar: &Bazaar) -> Vec<u32> {
        hours_of(&[self], bazaar)
    }
}

/// The hours anything was sold in of some figures together.
pub fn hours_of(figures: &[&Figures], bazaar: &Bazaar) -> Vec<u32> {
    // The hour the cut-off falls in is the last of the evening before.
    let cut_off = (bazaar.cut_off + TimeDelta::minutes(59)).hour();
    let from_cut_off = |hour: &u32| (hour + 24 - cut_off) % 24;
    let by_hour = figures
        .iter()
        .flat_map(|one| one.total.tally.by_hour.keys());
    let used = by_hour.map(from_cut_off);
    let (Some(first), Some(last)) = (used.clone().min(), used.max()) else {
        return Vec::new();
    };
    (first..=last).map(|hour| (hour + cut_off) % 24).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, n).unwrap()
    }

    #[test]
    fn a_period_covers_its_days_and_the_bazaar_everything() {
        let span = Period::between(day(5), day(3));
        assert_eq!(span.bounds(), Some((day(3), day(5))));
        let covered: Vec<u32> = (1..=6).filter(|n| span.covers(Some(day(*n)))).collect();
        assert_eq!(covered, [3, 4, 5]);
        assert!(!span.covers(None) && Period::Bazaar.covers(None));
        assert_eq!(Period::between(day(4), day(4)), Period::Day(day(4)));
    }

    #[test]
    fn averages_are_rounded_once_and_never_divide_by_nothing() {
        let mut figures = DayFigures::default();
        assert_eq!(figures.average_basket(), None);
        assert_eq!(figures.sales_per_hundred_visitors(), None);
        figures.tally.sales = 3;
        figures.tally.total.paid = Money::from_minor(1000);
        figures.tally.visitors.entered = 8;
        assert_eq!(figures.average_basket(), Some(Money::from_minor(333)));
        assert_eq!(figures.sales_per_hundred_visitors(), Some(38));
    }
}
