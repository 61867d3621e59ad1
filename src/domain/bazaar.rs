//! The terms of a bazaar: everything that differs between one and another.
//!
//! Terms are data. No rule anywhere asks for a bazaar by its name.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike, Weekday};
use serde::{Deserialize, Serialize};

use super::id::{
    BazaarCode, Bilingual, FamilyCode, FeeCode, Number, PackageCode, SiteCode, SubjectCode,
    TillCode,
};
use super::money::{Bps, Currency, Money};
use super::rounding::CashRounding;
use super::tax::TaxRegime;

/// One edition with all its terms. A change of terms is a new version of this
/// whole value; sales keep what they need of the version they were made under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bazaar {
    pub code: BazaarCode,
    pub name: Bilingual,
    pub organiser: Bilingual,
    pub edition: Option<u32>,
    pub currency: Currency,
    /// IANA name, such as `Asia/Dubai`.
    pub time_zone: String,
    pub opening: Opening,
    /// The hour from which a new trading day may begin; sales before it still
    /// belong to the evening that came before.
    pub cut_off: NaiveTime,
    pub money_taken_by: MoneyTaker,
    /// Language tags, the main one first: `ar`, `en`.
    pub languages: Vec<String>,
    /// Whether amounts are written ٠–٩ where the language is Arabic.
    pub arabic_digits: bool,
    /// Visitors admitted at a time.
    pub hall_limit: Option<u32>,
    pub receipt: ReceiptText,
    pub tax: TaxRegime,
    pub cash_rounding: Option<CashRounding>,
    /// The largest discount a cashier gives without a supervisor.
    pub cashier_discount_limit: Bps,
    /// From this difference on, a count needs a reason.
    pub over_short_reason_above: Money,
    /// The least deposit of an order, of its total.
    pub order_deposit: Bps,
    /// Who keeps the deposit of an order cancelled by the customer.
    pub kept_deposit_goes_to: Beneficiary,
    pub packages: Vec<Package>,
    pub sites: Vec<Site>,
    pub tills: Vec<TillPlace>,
    /// The commission where neither product line, family nor package has one.
    pub commission: Bps,
    pub fees: Vec<Fee>,
    /// What visitors of the advice corner ask about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Whether new families' codes are checked by their check digit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub check_digits: bool,
    /// Set up to be practised on: every screen and paper says so, and none of it
    /// counts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub training: bool,
}

/// What the code of a bazaar to be practised on begins with, so that no number of
/// its papers is one of the bazaar's own.
pub const TRAINING_CODE: &str = "TRAINING";

/// When the bazaar is open: named dates, weekdays, or neither (any day).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Opening {
    pub days: Vec<NaiveDate>,
    pub weekdays: Vec<Weekday>,
}

/// Who takes the customer's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MoneyTaker {
    /// Staff at the counter, on the families' behalf.
    Staff,
    /// The family itself, at its own stall.
    Family,
}

/// Whose an amount is: the family's or the organiser's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Beneficiary {
    Family,
    Organiser,
}

/// What a receipt says about the bazaar besides its name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReceiptText {
    pub address: Bilingual,
    pub phone: String,
    pub footer: Bilingual,
}

/// The bazaar's group of goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    pub code: PackageCode,
    pub name: Bilingual,
    pub commission: Option<Bps>,
    /// `#rrggbb`, for screens.
    pub colour: Option<String>,
}

/// Where the bazaar stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    pub code: SiteCode,
    pub name: Bilingual,
}

/// A workstation of the bazaar, as the organiser planned it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TillPlace {
    pub code: TillCode,
    pub site: SiteCode,
    pub name: Bilingual,
}

/// A fixed sum held back from a family, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fee {
    pub code: FeeCode,
    pub name: Bilingual,
    pub amount: Money,
    pub per: FeePer,
    /// The families that pay it; empty means all.
    pub families: Vec<FamilyCode>,
}

/// A subject visitors are advised about, counted beside the sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    pub code: SubjectCode,
    pub name: Bilingual,
}

/// How often a fee falls due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FeePer {
    Day,
    Bazaar,
}

fn training_code(code: &BazaarCode) -> BazaarCode {
    BazaarCode::new(&format!("{TRAINING_CODE}-{code}")).unwrap_or_else(|_| {
        // Only its length can be against it.
        BazaarCode::new(TRAINING_CODE).expect("letters make a code")
    })
}

impl Bazaar {
    /// The same bazaar, to be practised on.
    pub fn for_training(self) -> Self {
        let code = match self.training {
            true => self.code,
            false => training_code(&self.code),
        };
        Bazaar {
            code,
            training: true,
            ..self
        }
    }

    /// The number a text stands for at `own`: `42`, `T1-000042` or, as on a paper,
    /// `INTAJ8-T1-000042`; also one of an earlier edition. Numbers of training are
    /// known in training only, and no others there.
    pub fn number(&self, text: &str, own: &TillCode) -> Option<Number> {
        let (series, digits) = match text.rsplit_once('-') {
            Some((series, digits)) => (Some(series), digits),
            None => (None, text),
        };
        let n = digits.parse().ok()?;
        let till = match series {
            None => own.clone(),
            Some(series) => self.till_of_series(series, own)?,
        };
        Some(Number { till, n })
    }

    /// The till whose numbers begin so. Codes of tills and bazaars may hold hyphens
    /// themselves, so those that are known come first.
    fn till_of_series(&self, series: &str, own: &TillCode) -> Option<TillCode> {
        let after = |code: &str| series.strip_prefix(code)?.strip_prefix('-');
        let known = || self.tills.iter().map(|till| &till.code).chain([own]);
        let is_known = |text: &str| known().any(|till| till.as_str() == text);
        if is_known(series) {
            return TillCode::new(series).ok();
        }
        if let Some(till) = after(self.code.as_str()) {
            return TillCode::new(till).ok();
        }
        let practised = after(TRAINING_CODE).is_some();
        let real = self.code.as_str().strip_prefix(TRAINING_CODE);
        let real = real.and_then(|code| code.strip_prefix('-'));
        let of_the_real_one = self.training && real.and_then(after).is_some();
        if series.contains('-') && (practised != self.training || of_the_real_one) {
            return None;
        }
        let mut ends = series.match_indices('-').map(|(at, _)| &series[at + 1..]);
        let last = series.rsplit_once('-').map_or(series, |(_, end)| end);
        TillCode::new(ends.find(|end| is_known(end)).unwrap_or(last)).ok()
    }

    pub fn package(&self, code: &PackageCode) -> Option<&Package> {
        self.packages.iter().find(|package| &package.code == code)
    }

    pub fn subject(&self, code: &SubjectCode) -> Option<&Subject> {
        self.subjects.iter().find(|subject| &subject.code == code)
    }

    pub fn till(&self, code: &TillCode) -> Option<&TillPlace> {
        self.tills.iter().find(|till| &till.code == code)
    }

    /// The date a trading day opened at `now` would bear: that of the evening
    /// before while the cut-off hour has not come.
    pub fn trading_date(&self, now: DateTime<FixedOffset>) -> NaiveDate {
        let local = now.naive_local();
        if local.time().num_seconds_from_midnight() < self.cut_off.num_seconds_from_midnight() {
            local
                .date()
                .pred_opt()
                .expect("the calendar has a yesterday")
        } else {
            local.date()
        }
    }

    /// The fees a family is charged in the settlement of a day, given those it
    /// was charged already on that day and in the whole bazaar.
    pub fn fees_due(
        &self,
        family: &FamilyCode,
        charged_this_day: &[FeeCode],
        charged_ever: &[FeeCode],
    ) -> Vec<&Fee> {
        self.fees
            .iter()
            .filter(|fee| fee.families.is_empty() || fee.families.contains(family))
            .filter(|fee| match fee.per {
                FeePer::Day => !charged_this_day.contains(&fee.code),
                FeePer::Bazaar => !charged_ever.contains(&fee.code),
            })
            .collect()
    }
}
