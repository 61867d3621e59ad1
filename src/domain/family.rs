//! A family, the consignor, and its product lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::bazaar::MoneyTaker;
use super::id::{Bilingual, FamilyCode, PackageCode, Sku};
use super::money::{Bps, Money};

/// A family as registered. Phone, IBAN and proxies are shown to the organiser
/// only and never printed on a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    pub code: FamilyCode,
    pub name: Bilingual,
    pub packages: Vec<PackageCode>,
    pub licence: Option<Licence>,
    pub phone: String,
    pub iban: String,
    /// People allowed to collect in the family's name.
    pub proxies: Vec<String>,
    pub commission: Option<Bps>,
    /// A fee of its own, for every day it is settled.
    pub day_fee: Option<Money>,
    /// Its tax number, if it is registered for tax.
    pub tax_number: Option<String>,
    /// Who takes its customers' money, where that differs from the bazaar's.
    pub sells_through: Option<MoneyTaker>,
    /// What is held back of an advance at each settlement.
    pub advance_instalment: Option<Money>,
    pub active: bool,
}

/// On what paper a family trades.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    pub kind: LicenceKind,
    pub number: String,
    pub expires: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LicenceKind {
    /// A home licence (اعتماد).
    Home,
    /// A freelance-work document.
    Freelance,
    SocialSecurity,
    Charity,
    OtherAuthority,
}

/// What a family sells under one name and price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductLine {
    pub sku: Sku,
    pub family: FamilyCode,
    pub package: PackageCode,
    pub name: Bilingual,
    pub unit: Unit,
    /// None where the price is agreed at the counter.
    pub price: Option<Money>,
    pub barcode: Option<String>,
    pub commission: Option<Bps>,
    pub best_before: Option<NaiveDate>,
    pub made_to_order: bool,
    pub active: bool,
}

impl ProductLine {
    /// Whether it is past its date on a day; on the date itself it is still good.
    pub fn is_expired(&self, on: NaiveDate) -> bool {
        self.best_before.is_some_and(|last| last < on)
    }
}

/// What a price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Each,
    Box,
    Dozen,
    Kilogram,
    Gram,
    Litre,
    Metre,
}

impl Unit {
    pub const ALL: [Unit; 7] = [
        Unit::Each,
        Unit::Box,
        Unit::Dozen,
        Unit::Kilogram,
        Unit::Gram,
        Unit::Litre,
        Unit::Metre,
    ];

    /// Whether parts of it are sold: 0.350 kg, but never 0.350 boxes.
    pub fn is_divisible(self) -> bool {
        matches!(
            self,
            Unit::Kilogram | Unit::Gram | Unit::Litre | Unit::Metre
        )
    }
}
