//! Money out to a family, advances to it, money in from it, and corrections.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::id::{FamilyCode, Number, PayoutId, ShiftId};
use super::money::Money;
use super::signature::Signature;

/// Where the money of a payout comes from, or goes to when a family pays in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayoutMeans {
    /// The drawer of this till, during a shift.
    Drawer,
    Safe,
    BankTransfer,
    Cheque,
}

impl PayoutMeans {
    /// Whether it is cash, and nothing with a number of its own.
    pub fn is_cash(self) -> bool {
        matches!(self, PayoutMeans::Drawer | PayoutMeans::Safe)
    }
}

/// Money handed to a family, whole or in part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payout {
    pub id: PayoutId,
    pub number: Number,
    pub family: FamilyCode,
    pub amount: Money,
    pub means: PayoutMeans,
    /// The shift whose drawer paid, when a drawer did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<ShiftId>,
    /// Who collected, if not the family itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub collected_by: String,
    /// Transfer or cheque number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What the family is still owed afterwards; negative if it owes.
    pub left: Money,
    /// How whoever received it signed; absent where that is left to the slip.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed: Option<Signed>,
}

/// How money that was handed over was signed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signed {
    /// On the screen.
    Drawn(Signature),
    /// With a thumb, on the slip.
    Thumb,
}

/// Money a family pays in to settle what it owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyPayment {
    pub id: PayoutId,
    pub number: Number,
    pub family: FamilyCode,
    pub amount: Money,
    pub means: PayoutMeans,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<ShiftId>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    pub left: Money,
    /// The payout that is taken back by it, where it is none of the family's money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<TakenBack>,
}

impl FamilyPayment {
    /// Whether it takes this payout back.
    pub fn undoes(&self, payout: PayoutId) -> bool {
        let back = self.takes_back.as_ref();
        back.is_some_and(|back| back.payout == payout)
    }
}

/// A payout that never arrived, or was a mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    pub payout: PayoutId,
    pub number: Number,
    pub reason: String,
}

/// Money lent to a family, given back by instalments of its settlements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advance {
    pub family: FamilyCode,
    pub amount: Money,
    pub means: PayoutMeans,
    pub reason: String,
}

/// A correction of a family's account, each with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    pub family: FamilyCode,
    pub day: NaiveDate,
    /// Positive is credited to the family.
    pub amount: Money,
    pub reason: String,
}

/// The transfer or cheque that was recorded before, under the same number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub family: FamilyCode,
    pub means: PayoutMeans,
    /// As it was written then.
    pub reference: String,
    pub number: Number,
    pub amount: Money,
    /// Whether it came from the family.
    pub paid_in: bool,
}

/// Why money can't go to a family, or come from it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PayoutRefusal {
    #[error("no family {0}")]
    UnknownFamily(FamilyCode),
    #[error("an amount must be above zero and below the limit")]
    AmountOutOfRange,
    #[error("{family} is owed {owed:?}, not {asked:?}")]
    MoreThanOwed {
        family: FamilyCode,
        owed: Money,
        asked: Money,
    },
    #[error("{family} owes {owes:?}, not {asked:?}")]
    MoreThanOwing {
        family: FamilyCode,
        owes: Money,
        asked: Money,
    },
    #[error("nothing of {family} has been settled")]
    NothingSettled { family: FamilyCode },
    #[error("a payout from the drawer needs an open shift at this till")]
    NoOpenShift,
    #[error("only {cash:?} is in the {means:?}")]
    NotEnoughCash { means: PayoutMeans, cash: Money },
    #[error("a transfer or cheque needs its number")]
    ReferenceMissing,
    #[error("the transfer or cheque is recorded already: {0:?}")]
    RecordedAlready(Box<Earlier>),
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("no such payout")]
    UnknownPayout,
    #[error("payout {0} was taken back already")]
    TakenBackAlready(Number),
    #[error("{person} is none of those who may collect for {family}")]
    MayNotCollect { family: FamilyCode, person: String },
}
