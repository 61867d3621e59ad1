//! Goods on the family's behalf: handed in, handed back, lost, counted at the
//! close; and what by that is left of each product line.
//!
//! ```text
//!   received
//! − returned to the family
//! − lost
//! − missing when counted
//! − sold, less what customers gave back
//! = left
//! ```
//!
//! A product line nothing was ever received of has no stock. More may be sold than
//! was received: the till shows it and refuses no customer.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Beneficiary;
use super::catalogue::Catalogue;
use super::family::{FoodRule, ProductLine, Unit};
use super::id::{Bilingual, FamilyCode, GoodsNoteId, Number, Sku};
use super::money::{Money, Quantity};
use super::rounding::{line_amount, percent_of};

/// A paper on which goods of one family change hands or are counted; its lines say
/// what else is known of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsNote<L> {
    pub id: GoodsNoteId,
    pub number: Number,
    pub family: FamilyCode,
    pub lines: Vec<L>,
    /// Who handed the goods in or took them, if not the family itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub person: String,
    /// What whoever counted has to say; of a loss its reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}

/// So much of a product line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotedGoods {
    pub sku: Sku,
    pub name: Bilingual,
    pub unit: Unit,
    pub quantity: Quantity,
}

/// Goods a family hands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedGoods {
    pub item: NotedGoods,
    /// What it is to be sold at; absent where that is agreed at the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    #[serde(default, skip_serializing_if = "Batch::is_plain")]
    pub batch: Batch,
}

/// What is known of goods made together.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Batch {
    /// The family's own name for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub produced: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub best_before: Option<NaiveDate>,
}

impl Batch {
    fn is_plain(&self) -> bool {
        *self == Batch::default()
    }
}

/// Goods that broke, spoiled or were stolen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostGoods {
    pub item: NotedGoods,
    /// What the organiser makes good to the family: what it would have kept of the
    /// price. Zero where the loss is the family's.
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub credit: Money,
}

/// A loss, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsLoss {
    pub note: GoodsNote<LostGoods>,
    /// The day under which the family is credited.
    pub day: NaiveDate,
    pub borne_by: Beneficiary,
}

impl GoodsLoss {
    pub fn credit(&self) -> Money {
        self.note.lines.iter().map(|line| line.credit).sum()
    }

    /// Whether only a loss of the organiser's credits the family.
    pub fn adds_up(&self) -> bool {
        let fair = |line: &LostGoods| match self.borne_by {
            Beneficiary::Family => line.credit.is_zero(),
            Beneficiary::Organiser => !line.credit.is_negative(),
        };
        self.note.lines.iter().all(fair)
    }
}

/// Goods left at the close: counted, beside what the books expect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsoldGoods {
    /// The goods and how many were counted.
    pub item: NotedGoods,
    pub expected: Quantity,
}

impl UnsoldGoods {
    /// How many are not there; negative if more are there than expected.
    pub fn missing(&self) -> Quantity {
        self.expected - self.item.quantity
    }
}

/// The count of a family's unsold goods. What is missing is gone from the stock by
/// it, and so is what was counted unless it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsoldCount {
    pub note: GoodsNote<UnsoldGoods>,
    /// Whether the goods stay for the next day, instead of going home.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stays: bool,
}

impl UnsoldCount {
    /// How many of a line go back to the family.
    pub fn returned(&self, line: &UnsoldGoods) -> Quantity {
        match self.stays {
            true => Quantity::ZERO,
            false => line.item.quantity,
        }
    }
}

/// What became of all that was received of a product line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stock {
    pub received: Quantity,
    pub returned: Quantity,
    pub lost: Quantity,
    /// Negative where more was counted than expected.
    pub missing: Quantity,
    /// Less what customers gave back.
    pub sold: Quantity,
}

impl Stock {
    /// What is left; negative if more was sold than received.
    pub fn left(&self) -> Quantity {
        self.received - self.returned - self.lost - self.missing - self.sold
    }
}

/// So many goods that are good until the same date, or have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedGoods {
    pub best_before: Option<NaiveDate>,
    pub quantity: Quantity,
}

/// The date up to which the next of `left` goods is good: what is best before the
/// earliest date goes first, what has no date last.
pub fn next_best_before(mut batches: Vec<DatedGoods>, left: Quantity) -> Option<NaiveDate> {
    batches.sort_by_key(|batch| batch.best_before.unwrap_or(NaiveDate::MAX));
    let mut later = Quantity::ZERO;
    for batch in batches.into_iter().rev() {
        later += batch.quantity;
        if left.is_positive() && later >= left {
            return batch.best_before;
        }
    }
    None
}

/// Why goods can't be noted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StockRefusal {
    #[error("no family {0}")]
    UnknownFamily(FamilyCode),
    #[error("no goods are named")]
    NothingNamed,
    #[error("no product line {0}")]
    UnknownGoods(Sku),
    #[error("{sku} is {owner}'s, not {family}'s")]
    OtherFamilys {
        sku: Sku,
        owner: FamilyCode,
        family: FamilyCode,
    },
    #[error("{0} stands on the note twice")]
    Twice(Sku),
    #[error("{0}: out of range")]
    QuantityOutOfRange(Sku),
    #[error("{0} is counted in whole pieces")]
    NotDivisible(Sku),
    #[error("{sku} is best before {best_before}, before it was made")]
    BestBeforeMade { sku: Sku, best_before: NaiveDate },
    #[error("{0} is eaten and has no date it is best before")]
    BestBeforeMissing(Sku),
    #[error("{sku} is good until {until}, no longer")]
    GoodForLess { sku: Sku, until: NaiveDate },
    #[error("nothing was ever received of {0}")]
    NeverReceived(Sku),
    #[error("by the books {left:?} of {sku} are left, not {asked:?}")]
    MoreThanLeft {
        sku: Sku,
        left: Quantity,
        asked: Quantity,
    },
    #[error("{0} has no price to make it good at")]
    NoPrice(Sku),
    #[error("a loss needs its reason")]
    ReasonMissing,
    #[error("nothing of {0} is left to be counted")]
    NothingToCount(FamilyCode),
    #[error("{0} was not counted")]
    NotCounted(Sku),
}

/// Goods as somebody names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub sku: Sku,
    pub quantity: Quantity,
}

/// The goods somebody names, of a family, each at most once where that matters.
///
/// # Errors
/// [`StockRefusal`]: unknown family or goods, goods of another family, a quantity
/// its unit can't have. Zero is a quantity only where goods are counted.
pub fn named_goods<'c>(
    catalogue: &'c Catalogue,
    family: &FamilyCode,
    named: &[Named],
    may_be_none: bool,
) -> Result<Vec<(&'c ProductLine, NotedGoods)>, StockRefusal> {
    if catalogue.family(family).is_none() {
        return Err(StockRefusal::UnknownFamily(family.clone()));
    }
    if named.is_empty() {
        return Err(StockRefusal::NothingNamed);
    }
    let mut goods = Vec::with_capacity(named.len());
    for Named { sku, quantity } in named {
        let line = catalogue.line(sku);
        let line = line.ok_or_else(|| StockRefusal::UnknownGoods(sku.clone()))?;
        if &line.family != family {
            return Err(StockRefusal::OtherFamilys {
                sku: sku.clone(),
                owner: line.family.clone(),
                family: family.clone(),
            });
        }
        let enough = quantity.is_positive() || (may_be_none && quantity.is_zero());
        if !enough || *quantity >= Quantity::LIMIT {
            return Err(StockRefusal::QuantityOutOfRange(sku.clone()));
        }
        if !line.unit.is_divisible() && !quantity.is_whole() {
            return Err(StockRefusal::NotDivisible(sku.clone()));
        }
        let item = NotedGoods {
            sku: sku.clone(),
            name: line.name.clone(),
            unit: line.unit,
            quantity: *quantity,
        };
        goods.push((line, item));
    }
    Ok(goods)
}

/// # Errors
/// [`StockRefusal::Twice`] for goods that are named more than once.
pub fn check_once(named: &[Named]) -> Result<(), StockRefusal> {
    for (at, one) in named.iter().enumerate() {
        if named[..at].iter().any(|before| before.sku == one.sku) {
            return Err(StockRefusal::Twice(one.sku.clone()));
        }
    }
    Ok(())
}

/// # Errors
/// [`StockRefusal::BestBeforeMade`] for a batch past its date when it was made.
pub fn check_batch(sku: &Sku, batch: &Batch) -> Result<(), StockRefusal> {
    match (batch.produced, batch.best_before) {
        (Some(produced), Some(best_before)) if best_before < produced => {
            let sku = sku.clone();
            Err(StockRefusal::BestBeforeMade { sku, best_before })
        }
        _ => Ok(()),
    }
}

/// A batch with the date its family's rule gives it, handed in `today`.
///
/// # Errors
/// [`StockRefusal::BestBeforeMissing`] for something eaten without a date and without
/// an agreed time it keeps; [`StockRefusal::GoodForLess`] for a later date than agreed.
pub fn dated(
    rule: Option<FoodRule>,
    sku: &Sku,
    batch: Batch,
    today: NaiveDate,
) -> Result<Batch, StockRefusal> {
    let Some(rule) = rule else {
        return Ok(batch);
    };
    let made = batch.produced.unwrap_or(today);
    let days = rule.keeps_days.map(|days| Days::new(days.into()));
    let until = days.and_then(|days| made.checked_add_days(days));
    match (batch.best_before, until) {
        (None, None) => Err(StockRefusal::BestBeforeMissing(sku.clone())),
        (Some(said), Some(until)) if said > until => {
            let sku = sku.clone();
            Err(StockRefusal::GoodForLess { sku, until })
        }
        (said, until) => Ok(Batch {
            best_before: said.or(until),
            ..batch
        }),
    }
}

/// What a family would have kept of goods had they been sold at their price.
///
/// # Errors
/// [`StockRefusal::NoPrice`] where the price is agreed at the counter.
pub fn kept_of_price(
    catalogue: &Catalogue,
    line: &ProductLine,
    quantity: Quantity,
) -> Result<Money, StockRefusal> {
    let price = line.price;
    let price = price.ok_or_else(|| StockRefusal::NoPrice(line.sku.clone()))?;
    let list = line_amount(price, quantity);
    Ok(list - percent_of(list, catalogue.commission(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earliest_date_goes_first() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day);
        let batches = || {
            let batches = [(day(30), 4), (None, 2), (day(27), 10)];
            let dated = batches.map(|(best_before, pieces)| DatedGoods {
                best_before,
                quantity: Quantity::units(pieces),
            });
            dated.to_vec()
        };
        // How many are left, and the date of the next.
        let cases = [
            (20, day(27)),
            (16, day(27)),
            (7, day(27)),
            (6, day(30)),
            (3, day(30)),
            (2, None),
            (0, None),
            (-3, None),
        ];
        for (left, date) in cases {
            let next = next_best_before(batches(), Quantity::units(left));
            // More than was ever received has no date of its own.
            let expected = if left > 16 { None } else { date };
            assert_eq!(next, expected, "{left} left");
        }
    }

    #[test]
    fn what_is_eaten_has_a_date() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day);
        let sku = Sku::new("JAM").unwrap();
        let rule = |keeps_days| Some(FoodRule { keeps_days });
        let batch = |produced: Option<NaiveDate>, best_before: Option<NaiveDate>| Batch {
            name: String::new(),
            produced,
            best_before,
        };
        let date = |rule, produced, best_before| {
            dated(rule, &sku, batch(produced, best_before), day(20).unwrap())
                .map(|batch| batch.best_before)
        };
        let missing = Err(StockRefusal::BestBeforeMissing(sku.clone()));
        let less = |until: Option<NaiveDate>| {
            let (sku, until) = (sku.clone(), until.unwrap());
            Err(StockRefusal::GoodForLess { sku, until })
        };
        assert_eq!(date(None, None, None), Ok(None), "no rule");
        assert_eq!(date(rule(None), None, None), missing);
        assert_eq!(date(rule(None), None, day(29)), Ok(day(29)));
        assert_eq!(date(rule(Some(3)), None, None), Ok(day(23)), "from today");
        assert_eq!(date(rule(Some(3)), day(18), None), Ok(day(21)));
        assert_eq!(
            date(rule(Some(3)), day(18), day(20)),
            Ok(day(20)),
            "shorter"
        );
        assert_eq!(date(rule(Some(3)), day(18), day(22)), less(day(21)));
    }

    #[test]
    fn left_is_what_the_rest_leaves() {
        let stock = Stock {
            received: Quantity::units(20),
            returned: Quantity::units(3),
            lost: Quantity::units(2),
            missing: Quantity::units(-1),
            sold: Quantity::units(18),
        };
        assert_eq!(stock.left(), Quantity::units(-2));
    }
}
