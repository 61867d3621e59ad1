//! Goods brought to the customer for a fee. Bringing them is the bazaar's own
//! service: the fee is never a family's, and no settlement sees it.

use serde::{Deserialize, Serialize};

use super::bazaar::Bazaar;
use super::money::Money;
use super::tax::LineSeller;

/// Delivery as agreed for a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// With the tax in it; never negative.
    pub fee: Money,
    #[serde(default, skip_serializing_if = "LineSeller::is_untaxed")]
    pub seller: LineSeller,
}

impl Delivery {
    /// Delivery for a fee under the bazaar's terms; none where it costs nothing.
    ///
    /// The organiser supplies it in its own name. So it is taxed where the organiser
    /// is registered, at its rate and under its number, and nowhere else: families
    /// that sell in their own names don't make the organiser a taxable person.
    pub fn of(bazaar: &Bazaar, fee: Money) -> Option<Self> {
        (!fee.is_zero()).then(|| Delivery {
            fee,
            seller: bazaar.tax.seller(None),
        })
    }
}

/// The fee of a sale, with its tax frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryCharge {
    /// What the customer paid for it.
    pub fee: Money,
    #[serde(default, skip_serializing_if = "LineSeller::is_untaxed")]
    pub seller: LineSeller,
    /// The tax inside the fee, which the organiser owes.
    #[serde(default, skip_serializing_if = "Money::is_zero_ref")]
    pub tax: Money,
}

impl DeliveryCharge {
    /// What is left to the bazaar.
    pub fn income(&self) -> Money {
        self.fee - self.tax
    }
}

/// The fees of some sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DeliveryTotal {
    pub deliveries: u64,
    pub fees: Money,
    pub tax: Money,
}

impl DeliveryTotal {
    pub fn is_empty(&self) -> bool {
        *self == DeliveryTotal::default()
    }

    pub fn count(&mut self, charge: &DeliveryCharge) {
        self.deliveries += 1;
        self.fees += charge.fee;
        self.tax += charge.tax;
    }

    pub fn add(&mut self, other: &DeliveryTotal) {
        self.deliveries += other.deliveries;
        self.fees += other.fees;
        self.tax += other.tax;
    }

    /// What is left to the bazaar.
    pub fn income(&self) -> Money {
        self.fees - self.tax
    }
}
