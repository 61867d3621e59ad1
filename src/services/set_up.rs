//! Setting a bazaar up: its terms from a TOML file, into a new till's journal or
//! as new terms of an old one.
//!
//! The file holds terms, packages, sites, tills and staff; families and product
//! lines are imported. It holds no PIN.

mod refusal;
mod subject;

use std::collections::HashSet;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime, Weekday};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::{By, Error, Session, Till};
use crate::domain::bazaar::{
    Bazaar, Beneficiary, Fee, FeePer, MoneyTaker, Opening, Package, ReceiptText, Site, TillPlace,
};
use crate::domain::fact::Fact;
use crate::domain::id::{
    BazaarCode, Bilingual, FamilyCode, FeeCode, PackageCode, SiteCode, StaffCode, TillCode,
};
use crate::domain::money::{Bps, Currency, Money};
use crate::domain::rounding::{CashRounding, CashRoundingMode};
use crate::domain::staff::{Act, Role, Staff, authorise};
use crate::domain::tax::{TaxCountry, TaxRegime};

pub use refusal::{Expected, SetUpRefusal};

/// The newest set-up format this program reads.
pub const SCHEMA: u32 = 1;

/// A bazaar and its staff, read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUp {
    pub bazaar: Bazaar,
    pub staff: Vec<Staff>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema: u32,
    bazaar: BazaarPart,
    #[serde(default)]
    receipt: ReceiptPart,
    tax: Option<TaxPart>,
    cash_rounding: Option<CashRoundingPart>,
    discounts: Option<DiscountsPart>,
    drawer: Option<DrawerPart>,
    orders: Option<OrdersPart>,
    packages: Vec<PackagePart>,
    sites: Vec<PlacePart>,
    tills: Vec<TillPart>,
    staff: Vec<StaffPart>,
    commission: CommissionPart,
    #[serde(default)]
    fees: Vec<FeePart>,
    #[serde(default)]
    subjects: Vec<subject::SubjectPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BazaarPart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
    organiser_ar: String,
    #[serde(default)]
    organiser_en: String,
    edition: Option<u32>,
    currency: String,
    time_zone: String,
    #[serde(default)]
    days: Vec<String>,
    #[serde(default)]
    weekdays: Vec<String>,
    #[serde(default = "midnight")]
    cut_off: String,
    #[serde(default = "staff")]
    money_taken_by: String,
    #[serde(default = "both_languages")]
    languages: Vec<String>,
    #[serde(default = "latin")]
    digits: String,
    hall_limit: Option<u32>,
    #[serde(default)]
    check_digits: bool,
}

fn midnight() -> String {
    "00:00".to_owned()
}
fn staff() -> String {
    "staff".to_owned()
}
fn both_languages() -> Vec<String> {
    vec!["ar".to_owned(), "en".to_owned()]
}
fn latin() -> String {
    "latin".to_owned()
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct ReceiptPart {
    address_ar: String,
    address_en: String,
    phone: String,
    footer_ar: String,
    footer_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TaxPart {
    regime: String,
    #[serde(default)]
    country: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    rate: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CashRoundingPart {
    coin: String,
    mode: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DiscountsPart {
    cashier_limit_percent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DrawerPart {
    over_short_reason_above: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrdersPart {
    deposit_percent: String,
    kept_deposit_goes_to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackagePart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
    commission: Option<String>,
    colour: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacePart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TillPart {
    code: String,
    site: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StaffPart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
    role: String,
    discount_limit_percent: Option<String>,
    active: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommissionPart {
    percent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeePart {
    code: String,
    name_ar: String,
    #[serde(default)]
    name_en: String,
    amount: String,
    per: String,
    #[serde(default)]
    families: Vec<String>,
}

fn value(key: &str, value: &str, expected: Expected) -> SetUpRefusal {
    SetUpRefusal::Value {
        key: key.to_owned(),
        value: value.to_owned(),
        expected,
    }
}

fn code<T: FromStr>(key: &str, text: &str) -> Result<T, SetUpRefusal> {
    text.parse().map_err(|_| value(key, text, Expected::Code))
}

fn percent(key: &str, text: &str) -> Result<Bps, SetUpRefusal> {
    text.trim()
        .parse::<Decimal>()
        .ok()
        .and_then(Bps::from_percent)
        .ok_or_else(|| value(key, text, Expected::Percent))
}

fn amount(key: &str, text: &str, currency: Currency) -> Result<Money, SetUpRefusal> {
    text.trim()
        .parse::<Decimal>()
        .ok()
        .and_then(|major| Money::from_decimal(major, currency))
        .filter(|money| !money.is_negative())
        .ok_or_else(|| value(key, text, Expected::Amount))
}

fn named(key: &str, ar: &str, en: &str) -> Result<Bilingual, SetUpRefusal> {
    if ar.trim().is_empty() && en.trim().is_empty() {
        return Err(SetUpRefusal::Empty {
            key: key.to_owned(),
        });
    }
    Ok(Bilingual::new(ar.trim(), en.trim()))
}

fn one_of<T: Copy>(
    key: &str,
    text: &str,
    choices: &[(&str, T)],
    expected: Expected,
) -> Result<T, SetUpRefusal> {
    let found = choices
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text.trim()));
    found
        .map(|(_, choice)| *choice)
        .ok_or_else(|| value(key, text, expected))
}

fn unique<'a>(key: &str, codes: impl Iterator<Item = &'a str>) -> Result<(), SetUpRefusal> {
    let mut seen = HashSet::new();
    for code in codes {
        if !seen.insert(code) {
            return Err(SetUpRefusal::Twice {
                key: key.to_owned(),
                value: code.to_owned(),
            });
        }
    }
    Ok(())
}

impl SetUp {
    /// Reads a set-up file.
    ///
    /// # Errors
    /// [`SetUpRefusal`] for the first thing that is wrong, by its key.
    pub fn read(text: &str) -> Result<Self, SetUpRefusal> {
        let file: File =
            toml::from_str(text).map_err(|error| SetUpRefusal::Malformed(error.to_string()))?;
        if file.schema > SCHEMA {
            return Err(SetUpRefusal::NewerSchema(file.schema));
        }
        let staff = file
            .staff
            .iter()
            .map(StaffPart::read)
            .collect::<Result<Vec<_>, _>>()?;
        unique(
            "staff.code",
            file.staff.iter().map(|member| member.code.as_str()),
        )?;
        if !staff
            .iter()
            .any(|member| member.role == Role::Organiser && member.active)
        {
            return Err(SetUpRefusal::Unknown {
                key: "staff.role".to_owned(),
                value: "organiser".to_owned(),
            });
        }
        let bazaar = file.bazaar()?;
        Ok(SetUp { bazaar, staff })
    }
}

impl StaffPart {
    fn read(&self) -> Result<Staff, SetUpRefusal> {
        let limit = self.discount_limit_percent.as_deref();
        Ok(Staff {
            code: code::<StaffCode>("staff.code", &self.code)?,
            name: named("staff.name_ar", &self.name_ar, &self.name_en)?,
            role: one_of(
                "staff.role",
                &self.role,
                &[
                    ("cashier", Role::Cashier),
                    ("supervisor", Role::Supervisor),
                    ("organiser", Role::Organiser),
                ],
                Expected::OneOf("cashier, supervisor, organiser"),
            )?,
            discount_limit: limit
                .map(|text| percent("staff.discount_limit_percent", text))
                .transpose()?,
            active: self.active.unwrap_or(true),
        })
    }
}

impl File {
    fn bazaar(&self) -> Result<Bazaar, SetUpRefusal> {
        let part = &self.bazaar;
        let currency = Currency::from_code(&part.currency).ok_or_else(|| {
            value(
                "bazaar.currency",
                &part.currency,
                Expected::OneOf("AED, SAR, QAR, KWD, BHD, OMR"),
            )
        })?;
        if chrono_tz::Tz::from_str(&part.time_zone).is_err() {
            return Err(value(
                "bazaar.time_zone",
                &part.time_zone,
                Expected::TimeZone,
            ));
        }
        self.check_languages()?;
        let beneficiaries = [
            ("family", Beneficiary::Family),
            ("organiser", Beneficiary::Organiser),
        ];
        let kept = self
            .orders
            .as_ref()
            .map_or("family", |orders| &orders.kept_deposit_goes_to);
        let deposit = self
            .orders
            .as_ref()
            .map_or("0", |orders| &orders.deposit_percent);
        let limit = self
            .discounts
            .as_ref()
            .map_or("0", |part| &part.cashier_limit_percent);
        let reason_above = self
            .drawer
            .as_ref()
            .map_or("0", |part| &part.over_short_reason_above);
        Ok(Bazaar {
            code: code::<BazaarCode>("bazaar.code", &part.code)?,
            name: named("bazaar.name_ar", &part.name_ar, &part.name_en)?,
            organiser: named(
                "bazaar.organiser_ar",
                &part.organiser_ar,
                &part.organiser_en,
            )?,
            edition: part.edition,
            currency,
            time_zone: part.time_zone.clone(),
            opening: self.opening()?,
            cut_off: NaiveTime::parse_from_str(&part.cut_off, "%H:%M")
                .map_err(|_| value("bazaar.cut_off", &part.cut_off, Expected::Hour))?,
            money_taken_by: one_of(
                "bazaar.money_taken_by",
                &part.money_taken_by,
                &[("staff", MoneyTaker::Staff), ("family", MoneyTaker::Family)],
                Expected::OneOf("staff, family"),
            )?,
            languages: part.languages.clone(),
            arabic_digits: one_of(
                "bazaar.digits",
                &part.digits,
                &[("latin", false), ("arabic", true)],
                Expected::OneOf("latin, arabic"),
            )?,
            hall_limit: part.hall_limit,
            receipt: ReceiptText {
                address: Bilingual::new(&*self.receipt.address_ar, &*self.receipt.address_en),
                phone: self.receipt.phone.clone(),
                footer: Bilingual::new(&*self.receipt.footer_ar, &*self.receipt.footer_en),
            },
            tax: self.tax()?,
            cash_rounding: self.cash_rounding(currency)?,
            cashier_discount_limit: percent("discounts.cashier_limit_percent", limit)?,
            over_short_reason_above: amount(
                "drawer.over_short_reason_above",
                reason_above,
                currency,
            )?,
            order_deposit: percent("orders.deposit_percent", deposit)?,
            kept_deposit_goes_to: one_of(
                "orders.kept_deposit_goes_to",
                kept,
                &beneficiaries,
                Expected::OneOf("family, organiser"),
            )?,
            packages: self.packages()?,
            sites: self.sites()?,
            tills: self.tills()?,
            commission: percent("commission.percent", &self.commission.percent)?,
            fees: self.fees(currency)?,
            subjects: subject::subjects(&self.subjects)?,
            check_digits: part.check_digits,
            training: false,
        })
    }

    fn check_languages(&self) -> Result<(), SetUpRefusal> {
        if self.bazaar.languages.is_empty() {
            return Err(SetUpRefusal::Empty {
                key: "bazaar.languages".to_owned(),
            });
        }
        for tag in &self.bazaar.languages {
            one_of(
                "bazaar.languages",
                tag,
                &[("ar", ()), ("en", ())],
                Expected::OneOf("ar, en"),
            )?;
        }
        Ok(())
    }

    fn opening(&self) -> Result<Opening, SetUpRefusal> {
        let day = |text: &String| {
            NaiveDate::from_str(text).map_err(|_| value("bazaar.days", text, Expected::Date))
        };
        let weekday = |text: &String| {
            Weekday::from_str(text).map_err(|_| value("bazaar.weekdays", text, Expected::Weekday))
        };
        Ok(Opening {
            days: self.bazaar.days.iter().map(day).collect::<Result<_, _>>()?,
            weekdays: self
                .bazaar
                .weekdays
                .iter()
                .map(weekday)
                .collect::<Result<_, _>>()?,
        })
    }

    fn tax(&self) -> Result<TaxRegime, SetUpRefusal> {
        let Some(part) = &self.tax else {
            return Ok(TaxRegime::None);
        };
        let country = || {
            one_of(
                "tax.country",
                &part.country,
                &[("AE", TaxCountry::Emirates), ("SA", TaxCountry::Saudi)],
                Expected::OneOf("AE, SA"),
            )
        };
        match part.regime.as_str() {
            "none" => Ok(TaxRegime::None),
            "organiser" => {
                let number = part.number.trim();
                if number.len() != 15 || !number.chars().all(|c| c.is_ascii_digit()) {
                    return Err(value("tax.number", number, Expected::TaxNumber));
                }
                Ok(TaxRegime::Organiser {
                    country: country()?,
                    number: number.to_owned(),
                    rate: percent("tax.rate", &part.rate)?,
                })
            }
            "family" => Ok(TaxRegime::Family {
                country: country()?,
                rate: percent("tax.rate", &part.rate)?,
            }),
            other => Err(value(
                "tax.regime",
                other,
                Expected::OneOf("none, organiser, family"),
            )),
        }
    }

    fn cash_rounding(&self, currency: Currency) -> Result<Option<CashRounding>, SetUpRefusal> {
        let Some(part) = &self.cash_rounding else {
            return Ok(None);
        };
        let coin = amount("cash_rounding.coin", &part.coin, currency)?;
        if coin.is_zero() {
            return Err(value("cash_rounding.coin", &part.coin, Expected::Coin));
        }
        let modes = [
            ("nearest", CashRoundingMode::Nearest),
            ("down", CashRoundingMode::Down),
        ];
        let mode = one_of(
            "cash_rounding.mode",
            &part.mode,
            &modes,
            Expected::OneOf("nearest, down"),
        )?;
        Ok(Some(CashRounding { coin, mode }))
    }

    fn packages(&self) -> Result<Vec<Package>, SetUpRefusal> {
        if self.packages.is_empty() {
            return Err(SetUpRefusal::Empty {
                key: "packages".to_owned(),
            });
        }
        unique(
            "packages.code",
            self.packages.iter().map(|part| part.code.as_str()),
        )?;
        let read = |part: &PackagePart| {
            if let Some(colour) = &part.colour
                && !is_colour(colour)
            {
                return Err(value("packages.colour", colour, Expected::Colour));
            }
            Ok(Package {
                code: code::<PackageCode>("packages.code", &part.code)?,
                name: named("packages.name_ar", &part.name_ar, &part.name_en)?,
                commission: part
                    .commission
                    .as_deref()
                    .map(|text| percent("packages.commission", text))
                    .transpose()?,
                colour: part.colour.clone(),
            })
        };
        self.packages.iter().map(read).collect()
    }

    fn sites(&self) -> Result<Vec<Site>, SetUpRefusal> {
        unique(
            "sites.code",
            self.sites.iter().map(|part| part.code.as_str()),
        )?;
        let read = |part: &PlacePart| {
            Ok(Site {
                code: code::<SiteCode>("sites.code", &part.code)?,
                name: named("sites.name_ar", &part.name_ar, &part.name_en)?,
            })
        };
        self.sites.iter().map(read).collect()
    }

    fn tills(&self) -> Result<Vec<TillPlace>, SetUpRefusal> {
        if self.tills.is_empty() {
            return Err(SetUpRefusal::Empty {
                key: "tills".to_owned(),
            });
        }
        unique(
            "tills.code",
            self.tills.iter().map(|part| part.code.as_str()),
        )?;
        let read = |part: &TillPart| {
            if !self.sites.iter().any(|site| site.code == part.site) {
                return Err(SetUpRefusal::Unknown {
                    key: "tills.site".to_owned(),
                    value: part.site.clone(),
                });
            }
            Ok(TillPlace {
                code: code::<TillCode>("tills.code", &part.code)?,
                site: code::<SiteCode>("tills.site", &part.site)?,
                name: named("tills.name_ar", &part.name_ar, &part.name_en)?,
            })
        };
        self.tills.iter().map(read).collect()
    }

    fn fees(&self, currency: Currency) -> Result<Vec<Fee>, SetUpRefusal> {
        unique("fees.code", self.fees.iter().map(|part| part.code.as_str()))?;
        let read = |part: &FeePart| {
            let families = part.families.iter();
            Ok(Fee {
                code: code::<FeeCode>("fees.code", &part.code)?,
                name: named("fees.name_ar", &part.name_ar, &part.name_en)?,
                amount: amount("fees.amount", &part.amount, currency)?,
                per: one_of(
                    "fees.per",
                    &part.per,
                    &[("day", FeePer::Day), ("bazaar", FeePer::Bazaar)],
                    Expected::OneOf("day, bazaar"),
                )?,
                families: families
                    .map(|family| code::<FamilyCode>("fees.families", family))
                    .collect::<Result<_, _>>()?,
            })
        };
        self.fees.iter().map(read).collect()
    }
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit()))
}

impl Till {
    /// Sets a new till up. Nobody is signed in yet; the organiser's first PIN
    /// comes next.
    ///
    /// # Errors
    /// [`SetUpRefusal::AlreadySetUp`]; a bazaar without this till.
    pub fn set_up(&self, set_up: SetUp) -> Result<(), Error> {
        self.write(move |recorder| begin(recorder, set_up))
    }

    /// Gives the bazaar new terms; what was sold keeps the old ones. A bazaar to be
    /// practised on stays one.
    ///
    /// # Errors
    /// Not an organiser; a changed currency; a bazaar without this till.
    pub fn change_terms(&self, session: &Session, mut set_up: SetUp) -> Result<(), Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let known = recorder.catalogue()?;
            let (from, to) = (known.bazaar.currency, set_up.bazaar.currency);
            if from != to {
                return Err(SetUpRefusal::CurrencyChanged { from, to }.into());
            }
            check_till(&set_up.bazaar, &recorder.till)?;
            if known.bazaar.training {
                set_up.bazaar = set_up.bazaar.for_training();
            }
            define(recorder, by, set_up)
        })
    }
}

fn check_till(bazaar: &Bazaar, till: &TillCode) -> Result<(), SetUpRefusal> {
    if bazaar.till(till).is_some() {
        return Ok(());
    }
    Err(SetUpRefusal::Unknown {
        key: "tills.code".to_owned(),
        value: till.to_string(),
    })
}

/// Gives a new till its bazaar and the people who work there.
///
/// # Errors
/// [`SetUpRefusal::AlreadySetUp`]; a bazaar without this till.
pub(super) fn begin(recorder: &mut super::Recorder<'_, '_>, set_up: SetUp) -> Result<(), Error> {
    if recorder.writing.catalogue()?.is_some() {
        return Err(SetUpRefusal::AlreadySetUp.into());
    }
    check_till(&set_up.bazaar, &recorder.till)?;
    define(recorder, By::default(), set_up)
}

fn define(recorder: &mut super::Recorder<'_, '_>, by: By, set_up: SetUp) -> Result<(), Error> {
    recorder.record(
        by.clone(),
        None,
        Fact::BazaarDefined(Box::new(set_up.bazaar)),
    )?;
    for member in set_up.staff {
        if recorder.writing.staff_member(&member.code)?.as_ref() != Some(&member) {
            recorder.record(by.clone(), None, Fact::StaffRegistered(member))?;
        }
    }
    Ok(())
}
