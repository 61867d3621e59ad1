//! Amounts of money, quantities of goods and rates; the six currencies.
//!
//! No rounding happens here: that is [`super::rounding`]'s, alone.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The money of a bazaar (ISO 4217). All amounts of one bazaar share it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Currency {
    Aed,
    Sar,
    Qar,
    Kwd,
    Bhd,
    Omr,
}

impl Currency {
    pub const ALL: [Currency; 6] = [
        Currency::Aed,
        Currency::Sar,
        Currency::Qar,
        Currency::Kwd,
        Currency::Bhd,
        Currency::Omr,
    ];

    /// The ISO 4217 letters.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Aed => "AED",
            Currency::Sar => "SAR",
            Currency::Qar => "QAR",
            Currency::Kwd => "KWD",
            Currency::Bhd => "BHD",
            Currency::Omr => "OMR",
        }
    }

    /// The currency of an ISO code in any case.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code().eq_ignore_ascii_case(code.trim()))
    }

    /// Decimal digits of the minor unit: 2 (fils, halala) or 3 (fils, baisa).
    pub fn digits(self) -> u32 {
        match self {
            Currency::Aed | Currency::Sar | Currency::Qar => 2,
            Currency::Kwd | Currency::Bhd | Currency::Omr => 3,
        }
    }

    /// Minor units in one major unit: 100 or 1000.
    pub fn minor_per_major(self) -> i64 {
        10_i64.pow(self.digits())
    }

    /// Notes in circulation, largest first.
    pub fn notes(self) -> Vec<Money> {
        let major: &[i64] = match self {
            Currency::Aed => &[1000, 500, 200, 100, 50, 20, 10, 5],
            Currency::Sar => &[500, 200, 100, 50, 20, 10, 5],
            Currency::Qar => &[500, 200, 100, 50, 10, 5, 1],
            Currency::Kwd => &[20, 10, 5, 1],
            Currency::Bhd => &[20, 10, 5, 1],
            Currency::Omr => &[50, 20, 10, 5, 1],
        };
        let halves: &[i64] = match self {
            Currency::Kwd => &[500, 250],
            Currency::Bhd | Currency::Omr => &[500],
            _ => &[],
        };
        major
            .iter()
            .map(|note| Money::from_minor(note * self.minor_per_major()))
            .chain(halves.iter().map(|note| Money::from_minor(*note)))
            .collect()
    }

    /// Coins a drawer is counted in, largest first.
    pub fn coins(self) -> Vec<Money> {
        let minor: &[i64] = match self {
            Currency::Aed => &[100, 50, 25, 10, 5, 1],
            Currency::Sar => &[200, 100, 50, 25, 10, 5, 1],
            Currency::Qar => &[50, 25, 10, 5, 1],
            Currency::Kwd => &[100, 50, 20, 10, 5],
            Currency::Bhd => &[100, 50, 25, 10, 5],
            Currency::Omr => &[100, 50, 25, 10, 5],
        };
        minor.iter().map(|coin| Money::from_minor(*coin)).collect()
    }

    /// Sums a customer is likely to hand over for `due`: the sum itself, then
    /// the next round sums made of whole notes; ascending, at most five in all.
    pub fn quick_cash(self, due: Money) -> Vec<Money> {
        let mut sums = vec![due];
        for note in self.notes().into_iter().rev() {
            let step = note.minor();
            let rounded = Money::from_minor((due.minor() + step - 1) / step * step);
            if rounded > due && !sums.contains(&rounded) {
                sums.push(rounded);
            }
        }
        sums.sort();
        sums.truncate(5);
        sums
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// An amount in minor units of the bazaar's currency. May be negative.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

impl Money {
    pub const ZERO: Money = Money(0);
    /// No single amount may reach this many minor units (ten thousand million):
    /// a till's sums then stay far inside both `i64` and [`Decimal`].
    pub const LIMIT: Money = Money(1_000_000_000_000);

    pub const fn from_minor(minor: i64) -> Self {
        Money(minor)
    }

    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The amount in major units, exact.
    pub fn to_decimal(self, currency: Currency) -> Decimal {
        Decimal::new(self.0, currency.digits())
    }

    /// An amount in major units; `None` if it is finer than the minor unit or
    /// beyond [`Money::LIMIT`].
    pub fn from_decimal(major: Decimal, currency: Currency) -> Option<Self> {
        let minor = major.checked_mul(Decimal::from(currency.minor_per_major()))?;
        if !minor.fract().is_zero() {
            return None;
        }
        let money = Money(i64::try_from(minor.trunc()).ok()?);
        (money.abs() < Money::LIMIT).then_some(money)
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    pub const fn abs(self) -> Self {
        Money(self.0.abs())
    }

    /// The amount, or zero if it is negative.
    pub fn or_zero(self) -> Self {
        self.max(Money::ZERO)
    }

    pub fn times(self, count: i64) -> Self {
        Money(self.0 * count)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}m", self.0)
    }
}

impl Add for Money {
    type Output = Money;
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Money) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

/// A quantity in thousandths of its unit: 3 pieces are 3000, 0.350 kg is 350.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quantity(i64);

impl Quantity {
    pub const ZERO: Quantity = Quantity(0);
    pub const ONE: Quantity = Quantity(1000);
    /// No line may reach a hundred thousand units.
    pub const LIMIT: Quantity = Quantity(100_000_000);

    pub const fn from_thousandths(thousandths: i64) -> Self {
        Quantity(thousandths)
    }

    pub const fn units(count: i64) -> Self {
        Quantity(count * 1000)
    }

    pub const fn thousandths(self) -> i64 {
        self.0
    }

    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 3)
    }

    /// A quantity of units; `None` if it is finer than a thousandth.
    pub fn from_decimal(units: Decimal) -> Option<Self> {
        let thousandths = units.checked_mul(Decimal::ONE_THOUSAND)?;
        if !thousandths.fract().is_zero() {
            return None;
        }
        Some(Quantity(i64::try_from(thousandths.trunc()).ok()?))
    }

    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it counts whole pieces.
    pub const fn is_whole(self) -> bool {
        self.0 % 1000 == 0
    }
}

impl fmt::Debug for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "×{}", self.to_decimal().normalize())
    }
}

impl Add for Quantity {
    type Output = Quantity;
    fn add(self, other: Quantity) -> Quantity {
        Quantity(self.0 + other.0)
    }
}

impl Sub for Quantity {
    type Output = Quantity;
    fn sub(self, other: Quantity) -> Quantity {
        Quantity(self.0 - other.0)
    }
}

impl AddAssign for Quantity {
    fn add_assign(&mut self, other: Quantity) {
        self.0 += other.0;
    }
}

impl Sum for Quantity {
    fn sum<I: Iterator<Item = Quantity>>(quantities: I) -> Quantity {
        quantities.fold(Quantity::ZERO, Add::add)
    }
}

/// A rate in basis points, hundredths of a percent: 12.5 % is 1250.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Bps(u32);

impl Bps {
    pub const ZERO: Bps = Bps(0);
    pub const WHOLE: Bps = Bps(10_000);

    /// `None` above 100 %.
    pub const fn new(bps: u32) -> Option<Self> {
        if bps <= Self::WHOLE.0 {
            Some(Bps(bps))
        } else {
            None
        }
    }

    pub const fn get(self) -> u32 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// A percentage such as 12.5; `None` if negative, above 100 or finer than a
    /// basis point.
    pub fn from_percent(percent: Decimal) -> Option<Self> {
        let bps = percent.checked_mul(Decimal::ONE_HUNDRED)?;
        if !bps.fract().is_zero() {
            return None;
        }
        u32::try_from(bps.trunc()).ok().and_then(Bps::new)
    }

    pub fn to_percent(self) -> Decimal {
        Decimal::new(i64::from(self.0), 2).normalize()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_exact_in_its_currency() {
        let dirham = "12.34".parse::<Decimal>().unwrap();
        assert_eq!(
            Money::from_decimal(dirham, Currency::Aed),
            Some(Money::from_minor(1234))
        );
        assert_eq!(
            Money::from_decimal(dirham, Currency::Kwd),
            Some(Money::from_minor(12340))
        );
        let fine = "1.234".parse::<Decimal>().unwrap();
        assert_eq!(Money::from_decimal(fine, Currency::Sar), None);
        assert_eq!(
            Money::from_decimal(fine, Currency::Omr),
            Some(Money::from_minor(1234))
        );
        assert_eq!(
            Money::from_minor(-5).to_decimal(Currency::Aed).to_string(),
            "-0.05"
        );
    }

    #[test]
    fn quick_cash_offers_the_exact_sum_and_the_notes_above_it() {
        let offers = |currency: Currency, due| -> Vec<i64> {
            currency
                .quick_cash(Money::from_minor(due))
                .into_iter()
                .map(Money::minor)
                .collect()
        };
        assert_eq!(
            offers(Currency::Aed, 4650),
            [4650, 5000, 6000, 10000, 20000]
        );
        assert_eq!(
            offers(Currency::Aed, 5000),
            [5000, 6000, 10000, 20000, 50000]
        );
        assert_eq!(offers(Currency::Kwd, 1100), [1100, 1250, 1500, 2000, 5000]);
    }

    #[test]
    fn a_rate_is_at_most_the_whole() {
        assert_eq!(Bps::from_percent("12.5".parse().unwrap()), Bps::new(1250));
        assert_eq!(Bps::from_percent("100.01".parse().unwrap()), None);
        assert_eq!(Bps::from_percent("-1".parse().unwrap()), None);
        assert_eq!(Bps::new(1250).unwrap().to_percent().to_string(), "12.5");
    }
}
