//! A cashier at a till from float to count.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Bazaar;
use super::id::{ShiftId, StaffCode};
use super::money::Money;

/// A shift as opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftOpening {
    pub id: ShiftId,
    pub day: NaiveDate,
    pub cashier: StaffCode,
    /// Cash put into the drawer from the safe, counted.
    pub float: Money,
}

/// Why cash moved without a sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashMovementKind {
    /// Cash of the organiser's put into the drawer.
    PaidIn,
    /// Cash taken out to buy something for the bazaar.
    PaidOut,
    /// Surplus cash brought to the safe.
    Drop,
}

/// Cash moved without a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashMovement {
    pub shift: ShiftId,
    pub day: NaiveDate,
    pub kind: CashMovementKind,
    pub amount: Money,
    pub reason: String,
}

/// So many pieces of one note or coin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Denomination {
    pub value: Money,
    pub pieces: u32,
}

/// A blind count: what lies in the drawer, before anyone saw what should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    pub shift: ShiftId,
    pub day: NaiveDate,
    pub denominations: Vec<Denomination>,
    pub counted: Money,
}

/// The end of a shift.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftClosing {
    pub id: ShiftId,
    pub day: NaiveDate,
    pub cashier: StaffCode,
    pub float: Money,
    pub expected: Money,
    pub counted: Money,
    pub denominations: Vec<Denomination>,
    /// Why expected and counted differ, where the bazaar asks for it.
    pub reason: String,
}

impl ShiftClosing {
    /// Counted less expected: negative is short.
    pub fn over_short(&self) -> Money {
        self.counted - self.expected
    }
}

/// Why a shift can't be opened, counted or closed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShiftRefusal {
    #[error("no trading day is open")]
    NoOpenDay,
    #[error("{cashier}'s shift is open at this till")]
    AlreadyOpen { cashier: StaffCode },
    #[error("no shift is open at this till")]
    NoOpenShift,
    #[error("the open shift is {cashier}'s")]
    NotYours { cashier: StaffCode },
    #[error("an amount can't be negative or above the limit")]
    AmountOutOfRange,
    #[error("moving cash needs a reason")]
    ReasonMissing,
    #[error("only {drawer:?} is in the drawer")]
    NotInDrawer { drawer: Money },
    #[error("{0:?} is no note or coin of this currency")]
    UnknownDenomination(Money),
    #[error("the drawer has not been counted")]
    NotCounted,
    #[error("cash moved after the count; the drawer must be counted again")]
    CountStale,
    #[error("{difference:?} over or short needs a reason")]
    DifferenceNeedsReason { difference: Money },
}

/// Checks a float or a sum moved: not negative, below the limit.
///
/// # Errors
/// [`ShiftRefusal::AmountOutOfRange`].
pub fn check_amount(amount: Money) -> Result<(), ShiftRefusal> {
    if amount.is_negative() || amount >= Money::LIMIT {
        return Err(ShiftRefusal::AmountOutOfRange);
    }
    Ok(())
}

/// The count of a drawer by notes and coins.
///
/// # Errors
/// [`ShiftRefusal::UnknownDenomination`], [`ShiftRefusal::AmountOutOfRange`].
pub fn count(
    bazaar: &Bazaar,
    shift: &ShiftOpening,
    denominations: Vec<Denomination>,
) -> Result<Count, ShiftRefusal> {
    let mut known = bazaar.currency.notes();
    known.extend(bazaar.currency.coins());
    let mut counted = Money::ZERO;
    for denomination in &denominations {
        if !known.contains(&denomination.value) {
            return Err(ShiftRefusal::UnknownDenomination(denomination.value));
        }
        counted += denomination.value.times(i64::from(denomination.pieces));
        check_amount(counted)?;
    }
    Ok(Count {
        shift: shift.id,
        day: shift.day,
        denominations,
        counted,
    })
}

/// Closes a shift on its last count. Any count is accepted; from the bazaar's
/// limit on, the difference needs a reason.
///
/// # Errors
/// [`ShiftRefusal::DifferenceNeedsReason`].
pub fn close(
    bazaar: &Bazaar,
    shift: &ShiftOpening,
    count: Count,
    expected: Money,
    reason: String,
) -> Result<ShiftClosing, ShiftRefusal> {
    let difference = count.counted - expected;
    if difference.abs() > bazaar.over_short_reason_above && reason.trim().is_empty() {
        return Err(ShiftRefusal::DifferenceNeedsReason { difference });
    }
    Ok(ShiftClosing {
        id: shift.id,
        day: shift.day,
        cashier: shift.cashier.clone(),
        float: shift.float,
        expected,
        counted: count.counted,
        denominations: count.denominations,
        reason,
    })
}
