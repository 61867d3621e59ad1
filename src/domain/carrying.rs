//! Where a family stands when an edition ends, carried out of its books and brought
//! into those of the next: what it is owed or owes, and what is left of its advance.
//!
//! One transfer is two facts, one in each set of books. It is carried out first, so
//! that nothing can be paid twice, and brought in once, however often that is tried.
//! Where it never arrived and never can, it is taken back where it came from, by a
//! third fact and once only.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::{BazaarCode, FactId, FamilyCode, TransferId};
use super::money::Money;

/// A transfer from the books of one edition to those of another, told alike in both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedBalance {
    pub transfer: TransferId,
    pub family: FamilyCode,
    pub from: BazaarCode,
    pub to: BazaarCode,
    /// The record the books of `to` begin with: no other copy of that edition may
    /// take the transfer in.
    pub into: FactId,
    /// What the family was owed; negative if it owed.
    pub amount: Money,
    /// What was left of its advances.
    pub advance_left: Money,
    /// The day since which something was owed to it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owed_since: Option<NaiveDate>,
}

impl CarriedBalance {
    /// What the other edition takes over in all: advances are owed by the family.
    pub fn net(&self) -> Money {
        self.amount - self.advance_left
    }
}

/// A transfer that is undone in the books it left, as those it went to are lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// The transfer as it was carried out.
    pub balance: CarriedBalance,
    pub reason: String,
}

/// A transfer as one set of books knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carried {
    Out(CarriedBalance),
    In(CarriedBalance),
    /// It was carried out and taken back.
    Back(TakenBack),
}

impl Carried {
    /// What it adds to what the family is owed here.
    pub fn effect(&self) -> Money {
        match self {
            Carried::Out(balance) => -balance.amount,
            Carried::In(balance) => balance.amount,
            Carried::Back(back) => back.balance.amount,
        }
    }

    /// What came from another edition; nothing where it went there.
    pub fn brought(self) -> Option<CarriedBalance> {
        match self {
            Carried::In(balance) => Some(balance),
            Carried::Out(_) | Carried::Back(_) => None,
        }
    }

    pub fn balance(&self) -> &CarriedBalance {
        match self {
            Carried::Out(balance) | Carried::In(balance) => balance,
            Carried::Back(back) => &back.balance,
        }
    }
}
