//! The words for the things of `domain`, and `domain`'s values written for a reader.
//!
//! How a number looks is `number`'s; here a value only meets its currency, unit or
//! word.

use super::texts::{Key, Texts};
use super::{bidi, number};
use crate::domain::bazaar::Beneficiary;
use crate::domain::carrying::Carried;
use crate::domain::family::{LicenceKind, LicenceStanding, Unit};
use crate::domain::id::{BazaarCode, Bilingual};
use crate::domain::many::Proved;
use crate::domain::money::{Bps, Currency, Money, Quantity};
use crate::domain::order::OrderState;
use crate::domain::payout::PayoutMeans;
use crate::domain::sale::TenderKind;
use crate::domain::shift::CashMovementKind;
use crate::domain::staff::Role;
use crate::domain::tally::TenderGroup;
use crate::key;
use crate::locale::Language;
use crate::tr;

/// A thing that has a word of its own in every language.
pub trait Worded {
    fn key(&self) -> Key;
}

impl Texts {
    /// The word for a thing: `texts.word(&Role::Cashier)`.
    pub fn word(&self, thing: &impl Worded) -> String {
        self.get(thing.key())
    }

    /// The name in this language, or in the other where there is none.
    pub fn name<'a>(&self, name: &'a Bilingual) -> &'a str {
        match self.language() {
            Language::Arabic => name.arabic(),
            Language::English => name.english(),
        }
    }

    /// `1,234.50`, without the currency.
    pub fn amount(&self, money: Money, currency: Currency) -> String {
        number::amount(money.minor(), currency.digits(), self.digits())
    }

    /// `+3.50` or `−0.25`, for differences.
    pub fn signed_amount(&self, money: Money, currency: Currency) -> String {
        number::signed_amount(money.minor(), currency.digits(), self.digits())
    }

    /// `AED 1,234.50`, with the currency's sign where the language has it.
    pub fn money(&self, money: Money, currency: Currency) -> String {
        number::amount_with_sign(
            money.minor(),
            currency.digits(),
            &self.get(currency_sign(currency)),
            self.language(),
            self.digits(),
        )
    }

    /// `3` or `0.350`.
    pub fn quantity(&self, quantity: Quantity) -> String {
        number::quantity(quantity.thousandths(), self.digits())
    }

    /// That a licence ends soon or has ended; nothing while it is good.
    pub fn licence_warning(&self, standing: LicenceStanding) -> Option<String> {
        match standing {
            LicenceStanding::Good => None,
            LicenceStanding::Soon { days } => {
                Some(tr!(self, "licence-soon", count = days.unsigned_abs()))
            }
            LicenceStanding::Expired { .. } => Some(tr!(self, "licence-expired")),
        }
    }

    /// Which edition a balance came from, or went to.
    pub fn carried(&self, carried: &Carried) -> String {
        let edition = |code: &BazaarCode| bidi::left_to_right(code.as_str());
        match carried {
            Carried::Out(balance) => {
                tr!(self, "carried-to-edition", edition = edition(&balance.to))
            }
            Carried::In(balance) => {
                tr!(
                    self,
                    "brought-from-edition",
                    edition = edition(&balance.from)
                )
            }
            Carried::Back(back) => {
                let to = edition(&back.balance.to);
                tr!(self, "taken-back-from-edition", edition = to)
            }
        }
    }

    /// `0.350 kg`, `3 boxes`.
    pub fn quantity_with_unit(&self, quantity: Quantity, unit: Unit) -> String {
        if let Some(whole) = self.whole_quantity(quantity.thousandths(), unit) {
            return bidi::directed(self.direction(), whole);
        }
        number::quantity_with_unit(
            quantity.thousandths(),
            &self.word(&unit),
            self.language(),
            self.digits(),
        )
    }

    /// Whole things agree with their number; fractions, and what is written with a
    /// sign, do not.
    fn whole_quantity(&self, thousandths: i64, unit: Unit) -> Option<String> {
        let count = thousandths / 1_000;
        if count < 0 || count * 1_000 != thousandths {
            return None;
        }
        Some(match unit {
            Unit::Each => tr!(self, "quantity-each", count = count),
            Unit::Box => tr!(self, "quantity-box", count = count),
            Unit::Dozen => tr!(self, "quantity-dozen", count = count),
            Unit::Litre => tr!(self, "quantity-litre", count = count),
            Unit::Metre => tr!(self, "quantity-metre", count = count),
            Unit::Kilogram | Unit::Gram => return None,
        })
    }

    /// `12.5%`.
    pub fn percent(&self, rate: Bps) -> String {
        number::percent(i64::from(rate.get()), self.digits())
    }

    /// A grouped whole number: `20,506`.
    pub fn count(&self, count: usize) -> String {
        let count = i64::try_from(count).expect("a count of things fits 63 bits");
        number::count(count, self.digits())
    }
}

/// A word of the glossary as it stands at the start of a line.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The short sign that stands beside an amount. No font has the new signs of
/// riyal and dirham yet, so they are letters.
pub fn currency_sign(currency: Currency) -> Key {
    match currency {
        Currency::Aed => key!("currency-sign-aed"),
        Currency::Sar => key!("currency-sign-sar"),
        Currency::Qar => key!("currency-sign-qar"),
        Currency::Kwd => key!("currency-sign-kwd"),
        Currency::Bhd => key!("currency-sign-bhd"),
        Currency::Omr => key!("currency-sign-omr"),
    }
}

impl Worded for Currency {
    fn key(&self) -> Key {
        match self {
            Currency::Aed => key!("currency-name-aed"),
            Currency::Sar => key!("currency-name-sar"),
            Currency::Qar => key!("currency-name-qar"),
            Currency::Kwd => key!("currency-name-kwd"),
            Currency::Bhd => key!("currency-name-bhd"),
            Currency::Omr => key!("currency-name-omr"),
        }
    }
}

impl Worded for Role {
    fn key(&self) -> Key {
        match self {
            Role::Cashier => key!("role-cashier"),
            Role::Supervisor => key!("role-supervisor"),
            Role::Organiser => key!("role-organiser"),
        }
    }
}

impl Worded for TenderKind {
    fn key(&self) -> Key {
        match self {
            TenderKind::Cash => key!("tender-cash"),
            TenderKind::Card => key!("tender-card"),
            TenderKind::Transfer => key!("tender-transfer"),
            TenderKind::Wallet => key!("tender-wallet"),
            TenderKind::Voucher => key!("tender-voucher"),
            TenderKind::Deposit => key!("tender-deposit"),
            TenderKind::TakenByFamily(_) => key!("tender-taken-by-family"),
        }
    }
}

impl Worded for TenderGroup {
    fn key(&self) -> Key {
        match self {
            TenderGroup::Cash => key!("tender-cash"),
            TenderGroup::Card => key!("tender-card"),
            TenderGroup::Transfer => key!("tender-transfer"),
            TenderGroup::Wallet => key!("tender-wallet"),
            TenderGroup::Voucher => key!("tender-voucher"),
            TenderGroup::Deposit => key!("tender-deposit"),
            TenderGroup::TakenByFamily => key!("tender-taken-by-family"),
        }
    }
}

impl Worded for PayoutMeans {
    fn key(&self) -> Key {
        match self {
            PayoutMeans::Drawer => key!("payout-drawer"),
            PayoutMeans::Safe => key!("payout-safe"),
            PayoutMeans::BankTransfer => key!("payout-transfer"),
            PayoutMeans::Cheque => key!("payout-cheque"),
        }
    }
}

/// As the funder of a discount.
impl Worded for Beneficiary {
    fn key(&self) -> Key {
        match self {
            Beneficiary::Family => key!("funder-family"),
            Beneficiary::Organiser => key!("funder-organiser"),
        }
    }
}

impl Worded for LicenceKind {
    fn key(&self) -> Key {
        match self {
            LicenceKind::Home => key!("licence-home"),
            LicenceKind::Freelance => key!("licence-freelance"),
            LicenceKind::SocialSecurity => key!("licence-social-security"),
            LicenceKind::Charity => key!("licence-charity"),
            LicenceKind::OtherAuthority => key!("licence-other-authority"),
        }
    }
}

impl Worded for Unit {
    fn key(&self) -> Key {
        match self {
            Unit::Each => key!("unit-each"),
            Unit::Box => key!("unit-box"),
            Unit::Dozen => key!("unit-dozen"),
            Unit::Kilogram => key!("unit-kilogram"),
            Unit::Gram => key!("unit-gram"),
            Unit::Litre => key!("unit-litre"),
            Unit::Metre => key!("unit-metre"),
        }
    }
}

impl Worded for CashMovementKind {
    fn key(&self) -> Key {
        match self {
            CashMovementKind::PaidIn => key!("cash-paid-in"),
            CashMovementKind::PaidOut => key!("cash-paid-out"),
            CashMovementKind::Drop => key!("cash-drop"),
        }
    }
}

impl Worded for OrderState {
    fn key(&self) -> Key {
        match self {
            OrderState::Open => key!("order-open"),
            OrderState::HandedOver => key!("order-handed-over"),
            OrderState::Delivered => key!("order-delivered"),
            OrderState::Cancelled => key!("order-cancelled"),
        }
    }
}

/// As a line of a proof over several books.
impl Worded for Proved {
    fn key(&self) -> Key {
        match self {
            Proved::Commission => key!("many-commission"),
            Proved::Fees => key!("many-fees"),
            Proved::OrganiserDiscounts => key!("figures-organiser-discounts"),
            Proved::Tax => key!("many-tax"),
            Proved::Families => key!("many-owed"),
            Proved::Delivery => key!("many-delivery"),
            Proved::Advances => key!("many-advances-left"),
            Proved::Card => key!("tender-card"),
            Proved::Transfer => key!("tender-transfer"),
            Proved::Wallet => key!("tender-wallet"),
            Proved::Voucher => key!("tender-voucher"),
            Proved::HeldByFamilies => key!("many-still-held"),
            Proved::CashRounding => key!("sheet-proof-rounding"),
            Proved::Deposits => key!("sheet-proof-deposits"),
            Proved::KeptDeposits => key!("many-kept-deposits"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;
    use crate::locale::bidi::without_controls;

    fn texts(language: Language) -> &'static Texts {
        Texts::of(language, Digits::Latin)
    }

    #[test]
    fn every_currency_and_unit_has_words_in_both_languages() {
        for language in Language::ALL {
            for currency in Currency::ALL {
                assert!(!texts(language).word(&currency).is_empty());
                assert!(!texts(language).get(currency_sign(currency)).is_empty());
            }
            for unit in Unit::ALL {
                assert!(!texts(language).word(&unit).is_empty());
            }
        }
    }

    #[test]
    fn values_meet_their_currency_and_unit() {
        let money = Money::from_minor(123_450);
        let kilogram = Quantity::from_thousandths(350);
        let rate = Bps::new(1_250).expect("a rate below the whole");
        for (shown, expected) in [
            (
                texts(Language::English).amount(money, Currency::Aed),
                "1,234.50",
            ),
            (
                texts(Language::English).money(money, Currency::Kwd),
                "KWD\u{a0}123.450",
            ),
            (
                texts(Language::Arabic).money(money, Currency::Sar),
                "1,234.50\u{a0}ر.س",
            ),
            (
                texts(Language::English).signed_amount(-money, Currency::Aed),
                "−1,234.50",
            ),
            (
                texts(Language::English).quantity_with_unit(kilogram, Unit::Kilogram),
                "0.350\u{a0}kg",
            ),
            (
                texts(Language::Arabic).quantity_with_unit(Quantity::units(3), Unit::Box),
                "3\u{a0}علب",
            ),
            (
                texts(Language::Arabic).quantity_with_unit(Quantity::units(12), Unit::Dozen),
                "12\u{a0}درزنًا",
            ),
            (
                texts(Language::Arabic).quantity_with_unit(Quantity::units(-2), Unit::Each),
                "−2\u{a0}قطعة",
            ),
            (
                texts(Language::Arabic)
                    .quantity_with_unit(Quantity::from_thousandths(1_500), Unit::Metre),
                "1.500\u{a0}متر",
            ),
            (
                texts(Language::English).quantity_with_unit(Quantity::units(1), Unit::Each),
                "1\u{a0}piece",
            ),
            (texts(Language::Arabic).percent(rate), "12.5%"),
            (texts(Language::Arabic).count(20_506), "20,506"),
        ] {
            assert_eq!(without_controls(&shown), expected);
        }
    }

    #[test]
    fn a_name_falls_back_to_the_other_language() {
        let both = Bilingual::new("أم خالد", "Umm Khalid");
        let arabic_only = Bilingual::new("أم خالد", "");
        assert_eq!(texts(Language::English).name(&both), "Umm Khalid");
        assert_eq!(texts(Language::Arabic).name(&both), "أم خالد");
        assert_eq!(texts(Language::English).name(&arabic_only), "أم خالد");
    }
}
