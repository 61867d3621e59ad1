//! A family, the consignor, and its product lines.

use chrono::NaiveDate;
use iban::IbanLike;
use serde::{Deserialize, Serialize};

use super::bazaar::MoneyTaker;
use super::id::{Bilingual, FamilyCode, PackageCode, Sku};
use super::money::{Bps, Money};

/// How many days before it expires a licence is pointed out.
pub const LICENCE_SOON_DAYS: i64 = 30;

/// A family as registered. Phone, IBAN and proxies are shown to the organiser
/// only and never printed on a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    pub code: FamilyCode,
    pub name: Bilingual,
    pub packages: Vec<PackageCode>,
    pub licence: Option<Licence>,
    /// Whom to ask for, where the name is that of a trade.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
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
    /// What a programme gave it; nobody is owed it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support: Option<Support>,
    /// Absent unless what it makes is eaten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub food: Option<FoodRule>,
    pub active: bool,
}

/// What an entry of the register can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FamilyPart {
    Name,
    Packages,
    Licence,
    Contact,
    Phone,
    Iban,
    Proxies,
    Commission,
    DayFee,
    TaxNumber,
    SellsThrough,
    Instalment,
    Support,
    Food,
    Active,
}

impl Family {
    /// What is not as it was in an earlier entry.
    pub fn differs_from(&self, was: &Family) -> Vec<FamilyPart> {
        let parts = [
            (FamilyPart::Name, self.name != was.name),
            (FamilyPart::Packages, self.packages != was.packages),
            (FamilyPart::Licence, self.licence != was.licence),
            (FamilyPart::Contact, self.contact != was.contact),
            (FamilyPart::Phone, self.phone != was.phone),
            (FamilyPart::Iban, self.iban != was.iban),
            (FamilyPart::Proxies, self.proxies != was.proxies),
            (FamilyPart::Commission, self.commission != was.commission),
            (FamilyPart::DayFee, self.day_fee != was.day_fee),
            (FamilyPart::TaxNumber, self.tax_number != was.tax_number),
            (
                FamilyPart::SellsThrough,
                self.sells_through != was.sells_through,
            ),
            (
                FamilyPart::Instalment,
                self.advance_instalment != was.advance_instalment,
            ),
            (FamilyPart::Support, self.support != was.support),
            (FamilyPart::Food, self.food != was.food),
            (FamilyPart::Active, self.active != was.active),
        ];
        let changed = parts.into_iter().filter(|(_, changed)| *changed);
        changed.map(|(part, _)| part).collect()
    }
}

/// Money a programme gave a family to begin or to grow: told on its statement, and no
/// part of its account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    pub amount: Money,
    /// Whose programme it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
}

/// What holds for goods that are eaten: none is taken in without a date it is best
/// before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FoodRule {
    /// How many days after it was made it is good, where that is agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keeps_days: Option<u16>,
}

/// The most days anything eaten is said to keep: ten years.
pub const KEEPS_AT_MOST: u16 = 3650;

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

/// Whether a family may still trade on its licence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LicenceStanding {
    /// Or of a kind that has no end.
    Good,
    /// It ends within [`LICENCE_SOON_DAYS`].
    Soon {
        days: i64,
    },
    Expired {
        days: i64,
    },
}

impl Licence {
    /// How it stands on a day; on its last day it is still good.
    pub fn standing(&self, on: NaiveDate) -> LicenceStanding {
        let days = self.expires.map(|last| (last - on).num_days());
        match days {
            Some(days @ ..0) => LicenceStanding::Expired { days: -days },
            Some(days @ 0..=LICENCE_SOON_DAYS) => LicenceStanding::Soon { days },
            _ => LicenceStanding::Good,
        }
    }
}

/// An account number without spaces, in capitals.
pub fn plain_iban(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.to_uppercase()
}

/// The same; none where its check digits or its country's form say that it was
/// mistyped.
pub fn checked_iban(text: &str) -> Option<String> {
    let iban: iban::Iban = plain_iban(text).parse().ok()?;
    Some(iban.electronic_str().to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_account_is_noticed() {
        // The examples of the SWIFT registry.
        for good in [
            "AE070331234567890123456",
            "sa03 8000 0000 6080 1016 7519",
            "KW81CBKU0000000000001234560101",
            "QA58DOHB00001234567890ABCDEFG",
        ] {
            let plain: String = good.to_uppercase().split(' ').collect();
            assert_eq!(checked_iban(good), Some(plain));
        }
        for wrong in [
            "AE070331234567890123465",
            "AE07033123456789012345",
            "SA0380000000608010167591",
            "0331234567890123456",
            "",
        ] {
            assert_eq!(checked_iban(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_licence_is_good_on_its_last_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let licence = Licence {
            kind: LicenceKind::Home,
            number: "E-1".into(),
            expires: Some(day(27)),
        };
        let cases = [
            (day(26), LicenceStanding::Soon { days: 1 }),
            (day(27), LicenceStanding::Soon { days: 0 }),
            (day(28), LicenceStanding::Expired { days: 1 }),
        ];
        for (on, standing) in cases {
            assert_eq!(licence.standing(on), standing, "{on}");
        }
        let earlier = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        assert_eq!(licence.standing(earlier), LicenceStanding::Good);
        let endless = Licence {
            expires: None,
            ..licence
        };
        assert_eq!(endless.standing(day(28)), LicenceStanding::Good);
    }
}
