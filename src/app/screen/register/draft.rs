//! A family as it is being written: what stands in each field, read as a family or
//! told field by field what is wrong with it.

use crate::app::context::Context;
use crate::domain::bazaar::MoneyTaker;
use crate::domain::family::{
    Family, FoodRule, KEEPS_AT_MOST, Licence, LicenceKind, Support, checked_iban,
};
use crate::domain::id::{Bilingual, FamilyCode, PackageCode};
use crate::domain::money::{Bps, Currency, Money};
use crate::locale::normalise::{clean, fold_digits};
use crate::locale::reading::{read_amount, read_percent, read_whole};
use crate::locale::{Key, Texts, bidi};
use crate::reports::table::read_date;
use crate::services::register::{RegisterRefusal, check_code};
use crate::{key, tr};

/// What is written with letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Code,
    NameAr,
    NameEn,
    Contact,
    Phone,
    LicenceNumber,
    LicenceExpiry,
    /// The next person allowed to collect.
    Proxy,
    Iban,
    Commission,
    DayFee,
    TaxNumber,
    Instalment,
    KeepsDays,
    Support,
    SupportFrom,
    SupportDate,
}

const FIELDS: usize = Field::SupportDate as usize + 1;

impl Field {
    pub fn caption(self) -> Key {
        match self {
            Field::Code => key!("desk-register-code"),
            Field::NameAr => key!("desk-register-name-ar"),
            Field::NameEn => key!("desk-register-name-en"),
            Field::Contact => key!("desk-register-contact"),
            Field::Phone => key!("desk-register-phone"),
            Field::LicenceNumber => key!("desk-register-licence-number"),
            Field::LicenceExpiry => key!("desk-register-licence-expiry"),
            Field::Proxy => key!("desk-register-proxies"),
            Field::Iban => key!("desk-register-iban"),
            Field::Commission => key!("desk-register-commission"),
            Field::DayFee => key!("desk-register-day-fee"),
            Field::TaxNumber => key!("desk-register-tax-number"),
            Field::Instalment => key!("desk-register-instalment"),
            Field::KeepsDays => key!("desk-register-keeps"),
            Field::Support => key!("desk-register-support"),
            Field::SupportFrom => key!("desk-register-support-from"),
            Field::SupportDate => key!("desk-register-support-date"),
        }
    }

    /// Its name to whoever looks for it.
    pub fn id(self) -> &'static str {
        match self {
            Field::Code => "code",
            Field::NameAr => "name-ar",
            Field::NameEn => "name-en",
            Field::Contact => "contact",
            Field::Phone => "phone",
            Field::LicenceNumber => "licence-number",
            Field::LicenceExpiry => "licence-expiry",
            Field::Proxy => "proxy",
            Field::Iban => "iban",
            Field::Commission => "commission",
            Field::DayFee => "day-fee",
            Field::TaxNumber => "tax-number",
            Field::Instalment => "instalment",
            Field::KeepsDays => "keeps-days",
            Field::Support => "support",
            Field::SupportFrom => "support-from",
            Field::SupportDate => "support-date",
        }
    }

    /// Whether it holds words, in the language of the screen, and no code or number.
    pub fn is_words(self) -> bool {
        matches!(
            self,
            Field::NameAr | Field::Contact | Field::Proxy | Field::SupportFrom
        )
    }
}

/// What is wrong with what stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    Missing,
    NotACode,
    Mistyped,
    /// The check digit is missing: such a family is known.
    Without(FamilyCode),
    Taken,
    NotAnAmount,
    NotAPercentage,
    NotADate,
    NotDays,
    NotAnAccount,
}

impl Wrong {
    pub fn word(&self, texts: &Texts) -> String {
        match self {
            Wrong::Missing => tr!(texts, "desk-register-wrong-missing"),
            Wrong::NotACode => tr!(texts, "desk-register-wrong-code"),
            Wrong::Mistyped => tr!(texts, "desk-register-wrong-digit"),
            Wrong::Without(known) => {
                let known = bidi::left_to_right(known.as_str());
                tr!(texts, "desk-register-wrong-without", known = known)
            }
            Wrong::Taken => tr!(texts, "desk-register-wrong-taken"),
            Wrong::NotAnAmount => tr!(texts, "desk-register-wrong-amount"),
            Wrong::NotAPercentage => tr!(texts, "desk-register-wrong-percent"),
            Wrong::NotADate => tr!(texts, "desk-register-wrong-date"),
            Wrong::NotDays => tr!(texts, "desk-register-wrong-days"),
            Wrong::NotAnAccount => tr!(texts, "desk-register-wrong-iban"),
        }
    }
}

#[derive(Debug, Clone)]
pub struct Draft {
    /// The family as it is, where it is no new one.
    known: Option<Family>,
    written: [String; FIELDS],
    pub packages: Vec<PackageCode>,
    pub licence: Option<LicenceKind>,
    pub proxies: Vec<String>,
    pub sells_through: Option<MoneyTaker>,
    pub is_food: bool,
    pub active: bool,
}

impl Draft {
    /// A family nobody has entered yet.
    pub fn new(context: &Context) -> Self {
        let mut draft = Draft {
            known: None,
            written: Default::default(),
            packages: Vec::new(),
            licence: None,
            proxies: Vec::new(),
            sells_through: None,
            is_food: false,
            active: true,
        };
        if let Some(code) = context.catalogue.next_family_code() {
            draft.write(Field::Code, code.to_string());
        }
        draft
    }

    pub fn of(family: &Family, currency: Currency) -> Self {
        let amount = |money: Option<Money>| {
            money.map_or_else(String::new, |money| money.to_decimal(currency).to_string())
        };
        let date = |date: Option<chrono::NaiveDate>| {
            // As the field asks for it.
            date.map_or_else(String::new, |date| date.format("%d/%m/%Y").to_string())
        };
        let (licence, support) = (family.licence.as_ref(), family.support.as_ref());
        let rate = family.commission.map(Bps::to_percent);
        let keeps = family.food.and_then(|food| food.keeps_days);
        let mut draft = Draft {
            known: Some(family.clone()),
            written: Default::default(),
            packages: family.packages.clone(),
            licence: licence.map(|licence| licence.kind),
            proxies: family.proxies.clone(),
            sells_through: family.sells_through,
            is_food: family.food.is_some(),
            active: family.active,
        };
        let texts = [
            (Field::Code, family.code.to_string()),
            (Field::NameAr, family.name.ar.clone()),
            (Field::NameEn, family.name.en.clone()),
            (Field::Contact, family.contact.clone()),
            (Field::Phone, family.phone.clone()),
            (
                Field::LicenceNumber,
                licence.map_or_else(String::new, |licence| licence.number.clone()),
            ),
            (
                Field::LicenceExpiry,
                date(licence.and_then(|licence| licence.expires)),
            ),
            (Field::Iban, family.iban.clone()),
            (
                Field::Commission,
                rate.map_or_else(String::new, |rate| rate.normalize().to_string()),
            ),
            (Field::DayFee, amount(family.day_fee)),
            (
                Field::TaxNumber,
                family.tax_number.clone().unwrap_or_default(),
            ),
            (Field::Instalment, amount(family.advance_instalment)),
            (
                Field::KeepsDays,
                keeps.map_or_else(String::new, |days| days.to_string()),
            ),
            (
                Field::Support,
                amount(support.map(|support| support.amount)),
            ),
            (
                Field::SupportFrom,
                support.map_or_else(String::new, |support| support.from.clone()),
            ),
            (
                Field::SupportDate,
                date(support.and_then(|support| support.on)),
            ),
        ];
        for (field, text) in texts {
            draft.write(field, text);
        }
        draft
    }

    pub fn is_new(&self) -> bool {
        self.known.is_none()
    }

    pub fn known(&self) -> Option<&Family> {
        self.known.as_ref()
    }

    pub fn text(&self, field: Field) -> &str {
        &self.written[field as usize]
    }

    pub fn text_mut(&mut self, field: Field) -> &mut String {
        &mut self.written[field as usize]
    }

    pub fn write(&mut self, field: Field, text: String) {
        self.written[field as usize] = text;
    }

    /// Takes the person written in the field into the list.
    pub fn add_proxy(&mut self) {
        let name = std::mem::take(self.text_mut(Field::Proxy));
        let name = name.trim();
        if !name.is_empty() && self.proxies.iter().all(|known| known != name) {
            self.proxies.push(name.to_owned());
        }
    }

    /// The family that was written, or what is wrong with which fields.
    pub fn read(&self, context: &Context) -> Result<Family, Vec<(Field, Wrong)>> {
        let currency = context.catalogue.bazaar.currency;
        let mut reading = Reading {
            draft: self,
            wrong: Vec::new(),
        };
        let code = reading.family_code(context);
        let name = reading.name();
        let licence = reading.licence(self.licence);
        let iban = reading.some(Field::Iban, Wrong::NotAnAccount, checked_iban);
        let amount = |text: &str| {
            let amount = read_amount(text, currency).ok();
            amount.filter(|amount| !amount.is_negative())
        };
        let commission = reading.some(Field::Commission, Wrong::NotAPercentage, |text| {
            read_percent(text).ok()
        });
        let day_fee = reading.some(Field::DayFee, Wrong::NotAnAmount, amount);
        let instalment = reading.some(Field::Instalment, Wrong::NotAnAmount, amount);
        let food = reading.food();
        let support = reading.support(amount);
        let mut last = self.clone();
        last.add_proxy();
        let tax_number = self.plain(Field::TaxNumber);
        let family = code.map(|code| Family {
            code,
            name,
            packages: self.packages.clone(),
            licence,
            contact: self.text(Field::Contact).trim().to_owned(),
            phone: self.plain(Field::Phone),
            iban: iban.unwrap_or_default(),
            proxies: last.proxies,
            commission,
            day_fee,
            tax_number: (!tax_number.is_empty()).then_some(tax_number),
            sells_through: self.sells_through,
            advance_instalment: instalment,
            support,
            food,
            active: self.active,
        });
        match (family, reading.wrong.is_empty()) {
            (Some(family), true) => Ok(family),
            _ => Err(reading.wrong),
        }
    }

    /// The licence as it is written, whatever stands in the other fields; none while it
    /// can't be read.
    pub fn read_licence(&self) -> Option<Licence> {
        let mut reading = Reading {
            draft: self,
            wrong: Vec::new(),
        };
        let licence = reading.licence(self.licence);
        licence.filter(|_| reading.wrong.is_empty())
    }

    /// A number or code, its digits as the till writes them.
    fn plain(&self, field: Field) -> String {
        fold_digits(&clean(self.text(field))).trim().to_owned()
    }
}

/// A draft being read, and what was wrong so far.
struct Reading<'d> {
    draft: &'d Draft,
    wrong: Vec<(Field, Wrong)>,
}

impl Reading<'_> {
    fn fail<T>(&mut self, field: Field, wrong: Wrong) -> Option<T> {
        self.wrong.push((field, wrong));
        None
    }

    /// What a field says, unless nothing stands in it.
    fn some<T>(
        &mut self,
        field: Field,
        wrong: Wrong,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.draft.plain(field);
        if text.is_empty() {
            return None;
        }
        match read(&text) {
            Some(value) => Some(value),
            None => self.fail(field, wrong),
        }
    }

    fn family_code(&mut self, context: &Context) -> Option<FamilyCode> {
        if let Some(known) = &self.draft.known {
            return Some(known.code.clone());
        }
        let text = self.draft.plain(Field::Code);
        if text.is_empty() {
            return self.fail(Field::Code, Wrong::Missing);
        }
        let Ok(code) = FamilyCode::new(&text) else {
            return self.fail(Field::Code, Wrong::NotACode);
        };
        if context.catalogue.family(&code).is_some() {
            return self.fail(Field::Code, Wrong::Taken);
        }
        match check_code(&context.catalogue, &code) {
            Ok(()) => Some(code),
            Err(RegisterRefusal::CheckDigitMissing { known, .. }) => {
                self.fail(Field::Code, Wrong::Without(known))
            }
            Err(_) => self.fail(Field::Code, Wrong::Mistyped),
        }
    }

    fn name(&mut self) -> Bilingual {
        let part = |field| self.draft.text(field).trim().to_owned();
        let name = Bilingual::new(part(Field::NameAr), part(Field::NameEn));
        if name.arabic().is_empty() {
            self.wrong.push((Field::NameAr, Wrong::Missing));
        }
        name
    }

    fn licence(&mut self, kind: Option<LicenceKind>) -> Option<Licence> {
        let expires = self.some(Field::LicenceExpiry, Wrong::NotADate, read_date);
        let number = self.draft.plain(Field::LicenceNumber);
        // A number or a date without a kind is of some authority.
        let told = !number.is_empty() || expires.is_some();
        let kind = kind.or(told.then_some(LicenceKind::OtherAuthority));
        kind.map(|kind| Licence {
            kind,
            number,
            expires,
        })
    }

    fn food(&mut self) -> Option<FoodRule> {
        if !self.draft.is_food {
            return None;
        }
        let keeps_days = self.some(Field::KeepsDays, Wrong::NotDays, |text| {
            let days = u16::try_from(read_whole(text).ok()?).ok()?;
            (1..=KEEPS_AT_MOST).contains(&days).then_some(days)
        });
        Some(FoodRule { keeps_days })
    }

    fn support(&mut self, amount: impl Fn(&str) -> Option<Money>) -> Option<Support> {
        let on = self.some(Field::SupportDate, Wrong::NotADate, read_date);
        let from = self.draft.text(Field::SupportFrom).trim().to_owned();
        let given = self.some(Field::Support, Wrong::NotAnAmount, |text| {
            amount(text).filter(|amount| amount.is_positive())
        });
        let is_told = !from.is_empty() || on.is_some();
        if given.is_none() && is_told && self.draft.plain(Field::Support).is_empty() {
            self.wrong.push((Field::Support, Wrong::Missing));
        }
        given.map(|amount| Support { amount, from, on })
    }
}
