//! Returns against a sale, in the proportions stored on its lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Bazaar;
use super::family::Unit;
use super::id::{
    Bilingual, FamilyCode, Number, PackageCode, RefundId, ShiftId, Sku, StaffCode, TicketId,
};
use super::money::{Bps, Money, Quantity};
use super::rounding::ratio;
use super::sale::{Sale, SaleLine, TenderKind};

/// What was already given back of a sale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AlreadyRefunded {
    /// Quantity per line of the sale; missing lines count zero.
    pub lines: Vec<Quantity>,
    /// Money given back per tender of the sale.
    pub tenders: Vec<Money>,
    /// Money given back in cash by approval, beyond the cash tender.
    pub cash_by_approval: Money,
}

impl AlreadyRefunded {
    fn line(&self, index: usize) -> Quantity {
        self.lines.get(index).copied().unwrap_or_default()
    }

    fn tender(&self, index: usize) -> Money {
        self.tenders.get(index).copied().unwrap_or_default()
    }

    /// All money given back so far.
    pub fn total(&self) -> Money {
        self.tenders.iter().copied().sum::<Money>() + self.cash_by_approval
    }
}

/// One line asked back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// Index of the line in the sale.
    pub line: usize,
    pub quantity: Quantity,
}

/// What is asked back, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundRequest {
    /// Made when the request is begun: the same request sent twice is one refund.
    pub id: RefundId,
    pub sale: TicketId,
    pub returns: Vec<Return>,
    pub reason: String,
    /// All of it in cash, whatever the sale was paid with.
    pub in_cash: bool,
}

/// Goods that come back against others, which are still to be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsBack {
    /// What comes back, all of it counted as cash.
    pub request: RefundRequest,
    /// What it comes to.
    pub credit: Money,
    /// The number of the sale it is taken from.
    pub number: Number,
}

/// One line given back, with its share of the sale's stored amounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundLine {
    pub line: usize,
    pub sku: Sku,
    pub family: FamilyCode,
    pub package: PackageCode,
    pub name: Bilingual,
    pub unit: Unit,
    pub unit_price: Money,
    pub commission: Bps,
    pub quantity: Quantity,
    pub list: Money,
    pub family_discount: Money,
    pub organiser_discount: Money,
    pub paid: Money,
    pub tax: Money,
    /// The part of `tax` the organiser owed.
    pub organiser_tax: Money,
}

impl RefundLine {
    /// What the family's credit falls by.
    pub fn credit(&self) -> Money {
        self.list - self.family_discount - self.organiser_tax
    }
}

/// Money given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundTender {
    pub kind: TenderKind,
    pub amount: Money,
    /// Index of the sale's tender it goes back to; none for cash by approval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tender: Option<usize>,
}

/// The finished refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refund {
    pub id: RefundId,
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
    pub sale: TicketId,
    pub sale_number: Number,
    /// The trading day of the sale, to name a refund that comes later.
    pub sale_day: NaiveDate,
    pub lines: Vec<RefundLine>,
    pub tenders: Vec<RefundTender>,
    /// What rounding to the coin added to (or took from) the cash given back.
    pub cash_rounding: Money,
    pub reason: String,
}

impl Refund {
    /// What the goods came to, before cash rounding.
    pub fn due(&self) -> Money {
        self.lines.iter().map(|line| line.paid).sum()
    }

    /// What was handed back.
    pub fn returned(&self) -> Money {
        self.tenders.iter().map(|tender| tender.amount).sum()
    }

    pub fn is_balanced(&self) -> bool {
        !self.lines.is_empty()
            && self.returned() == self.due() + self.cash_rounding
            && self
                .lines
                .iter()
                .all(|line| line.list - line.family_discount - line.organiser_discount == line.paid)
    }
}

/// Why goods can't be taken back so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RefundRefusal {
    #[error("nothing is asked back")]
    Empty,
    #[error("the sale has no line {0}")]
    NoSuchLine(usize),
    #[error("line {0} is asked back twice")]
    LineTwice(usize),
    #[error("a quantity must be above zero")]
    QuantityNotPositive,
    #[error("{asked:?} asked back of {sku}, but only {left:?} are left of the sale")]
    MoreThanSold {
        sku: Sku,
        asked: Quantity,
        left: Quantity,
    },
    #[error("{sku} was sold in whole units")]
    QuantityNotWhole { sku: Sku },
}

/// Where and by whom a refund is made, under which number and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefundContext {
    pub id: RefundId,
    pub number: Number,
    pub day: NaiveDate,
    pub shift: ShiftId,
    pub cashier: StaffCode,
    pub reason: String,
    /// Give all of it back in cash, whatever it was paid with; needs approval.
    pub in_cash: bool,
}

/// Makes the refund of `returns` of `sale`.
///
/// Shares are cumulative, so any sequence of refunds that takes everything back
/// returns exactly what was paid for it. Money goes back to the tenders it came from,
/// others before cash; a deposit goes back in cash, or by the tender it was paid
/// online with. What the customer paid to have the goods brought does not go back.
///
/// # Errors
/// [`RefundRefusal`] for the first return that can't be.
pub fn refund(
    bazaar: &Bazaar,
    sale: &Sale,
    already: &AlreadyRefunded,
    returns: &[Return],
    context: RefundContext,
) -> Result<Refund, RefundRefusal> {
    check(sale, already, returns)?;
    let lines: Vec<RefundLine> = returns
        .iter()
        .map(|asked| {
            let line = &sale.lines[asked.line];
            share(line, asked.line, already.line(asked.line), asked.quantity)
        })
        .collect();
    let due: Money = lines.iter().map(|line| line.paid).sum();
    let completes = sale.lines.iter().enumerate().all(|(index, line)| {
        let now = returns
            .iter()
            .filter(|asked| asked.line == index)
            .map(|asked| asked.quantity);
        already.line(index) + now.sum() == line.item.quantity
    });
    let tenders = give_back(bazaar, sale, already, due, completes, context.in_cash);
    let returned: Money = tenders.iter().map(|tender| tender.amount).sum();
    let refund = Refund {
        id: context.id,
        number: context.number,
        day: context.day,
        shift: context.shift,
        cashier: context.cashier,
        sale: sale.id,
        sale_number: sale.number.clone(),
        sale_day: sale.day,
        lines,
        tenders,
        cash_rounding: returned - due,
        reason: context.reason,
    };
    assert!(
        refund.is_balanced(),
        "a refund returns what its lines come to"
    );
    Ok(refund)
}

fn check(sale: &Sale, already: &AlreadyRefunded, returns: &[Return]) -> Result<(), RefundRefusal> {
    if returns.is_empty() {
        return Err(RefundRefusal::Empty);
    }
    for (position, asked) in returns.iter().enumerate() {
        let line = sale
            .lines
            .get(asked.line)
            .ok_or(RefundRefusal::NoSuchLine(asked.line))?;
        if returns[..position]
            .iter()
            .any(|earlier| earlier.line == asked.line)
        {
            return Err(RefundRefusal::LineTwice(asked.line));
        }
        if !asked.quantity.is_positive() {
            return Err(RefundRefusal::QuantityNotPositive);
        }
        let sku = line.item.sku.clone();
        let left = line.item.quantity - already.line(asked.line);
        if asked.quantity > left {
            return Err(RefundRefusal::MoreThanSold {
                sku,
                asked: asked.quantity,
                left,
            });
        }
        if !line.item.unit.is_divisible() && !asked.quantity.is_whole() {
            return Err(RefundRefusal::QuantityNotWhole { sku });
        }
    }
    Ok(())
}

/// The share of `line` between `before` and `before + quantity` of its quantity.
fn share(line: &SaleLine, index: usize, before: Quantity, quantity: Quantity) -> RefundLine {
    let whole = line.item.quantity.thousandths();
    let (from, to) = (before.thousandths(), (before + quantity).thousandths());
    let part = |amount: Money| ratio(amount, to, whole) - ratio(amount, from, whole);
    let (paid, tax) = (part(line.paid), part(line.tax));
    let (family_discount, organiser_discount) =
        (part(line.family_discount), part(line.organiser_discount));
    RefundLine {
        line: index,
        sku: line.item.sku.clone(),
        family: line.item.family.clone(),
        package: line.item.package.clone(),
        name: line.item.name.clone(),
        unit: line.item.unit,
        unit_price: line.item.unit_price,
        commission: line.item.commission,
        quantity,
        list: paid + family_discount + organiser_discount,
        family_discount,
        organiser_discount,
        paid,
        tax,
        organiser_tax: if line.item.seller.organiser_owes() {
            tax
        } else {
            Money::ZERO
        },
    }
}

fn give_back(
    bazaar: &Bazaar,
    sale: &Sale,
    already: &AlreadyRefunded,
    due: Money,
    completes: bool,
    in_cash: bool,
) -> Vec<RefundTender> {
    // The last return settles the sale exactly, rounding included; before it,
    // cash is brought to the coin as it is in a sale.
    let total = if completes {
        sale.refundable() - already.total()
    } else {
        due
    };
    let mut left = total.or_zero();
    let mut given: Vec<RefundTender> = Vec::new();
    let mut give = |kind: TenderKind, amount: Money, tender: Option<usize>| {
        if amount.is_positive() {
            given.push(RefundTender {
                kind,
                amount,
                tender,
            });
        }
    };
    let mut cash_tender = None;
    for (index, tender) in sale.tenders.iter().enumerate() {
        if tender.kind.is_cash() {
            cash_tender = Some(index);
            continue;
        }
        let kind = match &tender.kind {
            TenderKind::Deposit => sale.deposit_by.as_ref(),
            kind => Some(kind),
        };
        if let Some(kind) = kind.filter(|_| !in_cash) {
            let amount = (tender.amount - already.tender(index)).or_zero().min(left);
            give(kind.clone(), amount, Some(index));
            left -= amount;
        }
    }
    if !completes && let Some(rule) = bazaar.cash_rounding {
        // Never more than is left of what the customer paid.
        left = rule
            .round(left)
            .min((sale.refundable() - already.total()).or_zero());
    }
    if let Some(index) = cash_tender {
        let room = (sale.tenders[index].amount - already.tender(index)).or_zero();
        let amount = room.min(left);
        give(TenderKind::Cash, amount, Some(index));
        left -= amount;
    }
    give(TenderKind::Cash, left, None);
    given
}
