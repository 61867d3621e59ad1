//! Reads amounts, quantities and rates as people type them and spreadsheets hold
//! them: any digits, any separators, with or without a currency word.
//!
//! A number is never guessed. What can be meant in two ways is refused with both
//! readings, so that the one who wrote it can be asked. How numbers are written
//! lives in `number`.

mod decimal;

use super::normalise::search_key;
use crate::domain::money::{Bps, Currency, Money, Quantity};
use decimal::cut;

/// Why a text is no number of the wanted kind. Values count the smallest unit
/// asked for: minor units, thousandths, basis points.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("there is nothing to read")]
    Empty,
    #[error("{text:?} is not a number")]
    NotANumber { text: String },
    #[error("{word:?} has no meaning beside this number")]
    UnknownWord { word: String },
    #[error("{word:?} names another currency")]
    OtherCurrency { word: String },
    /// `1.250` may be one and a quarter or one thousand two hundred and fifty.
    /// `as_fraction` is `None` when that reading is finer than the smallest unit.
    #[error("{text:?} can be read in two ways")]
    Ambiguous {
        text: String,
        as_thousands: i64,
        as_fraction: Option<i64>,
    },
    #[error("{found} decimals where {allowed} are possible")]
    TooManyDecimals { found: usize, allowed: u32 },
    #[error("{text:?} is beyond any amount")]
    TooLarge { text: String },
}

/// Reads an amount in a currency: `25`, `٢٥٫٥٠ درهم`, `AED 1,250.00`, `(12.50)`.
///
/// # Errors
/// [`Unreadable`], among them [`Unreadable::Ambiguous`] for `1.250` where the
/// currency has two decimals and for `1,250` where it has three.
pub fn read_amount(text: &str, currency: Currency) -> Result<Money, Unreadable> {
    let cut = cut(text)?;
    if !cut.word.is_empty() && !currency_words(currency).contains(&word_key(&cut.word).as_str()) {
        let word = cut.word.clone();
        let key = word_key(&word);
        let is_other = Currency::ALL
            .into_iter()
            .any(|other| currency_words(other).contains(&key.as_str()));
        return Err(if is_other {
            Unreadable::OtherCurrency { word }
        } else {
            Unreadable::UnknownWord { word }
        });
    }
    let money = Money::from_minor(cut.value(currency.digits())?);
    if money >= Money::LIMIT || money <= -Money::LIMIT {
        return Err(too_large(text));
    }
    Ok(money)
}

/// Reads a quantity of units: `3`, `0.350`, `٠٫٣٥٠`. A unit beside it is refused,
/// because grams beside a price per kilogram would be a thousand times too much.
///
/// # Errors
/// [`Unreadable`], among them [`Unreadable::Ambiguous`] for `1,250`.
pub fn read_quantity(text: &str) -> Result<Quantity, Unreadable> {
    let thousandths = bare(text, 3)?;
    if thousandths.unsigned_abs() >= Quantity::LIMIT.thousandths().unsigned_abs() {
        return Err(too_large(text));
    }
    Ok(Quantity::from_thousandths(thousandths))
}

/// Reads a percentage, with or without its sign: `12.5%`, `١٠٪`, `10`.
///
/// # Errors
/// [`Unreadable`]; below 0 % and above 100 % it is [`Unreadable::TooLarge`].
pub fn read_percent(text: &str) -> Result<Bps, Unreadable> {
    let without_sign = text.replace(['%', '٪'], " ");
    let hundredths = bare(&without_sign, 2)?;
    u32::try_from(hundredths)
        .ok()
        .and_then(Bps::new)
        .ok_or_else(|| too_large(text))
}

/// Reads a whole number, such as a count of days or of coins.
///
/// # Errors
/// [`Unreadable`], among them [`Unreadable::TooManyDecimals`] for `2.5`.
pub fn read_whole(text: &str) -> Result<i64, Unreadable> {
    bare(text, 0)
}

/// A number with no word beside it.
fn bare(text: &str, fraction_digits: u32) -> Result<i64, Unreadable> {
    let cut = cut(text)?;
    if cut.word.is_empty() {
        cut.value(fraction_digits)
    } else {
        Err(Unreadable::UnknownWord { word: cut.word })
    }
}

fn too_large(text: &str) -> Unreadable {
    Unreadable::TooLarge {
        text: text.to_owned(),
    }
}

/// A word without case, marks, dots and spaces: `د. إ.` and `د.إ` are one. The new
/// signs of riyal and dirham are no letters and would be lost, so they are spelt.
fn word_key(word: &str) -> String {
    let spelt = word
        .replace('\u{20c1}', "riyalsign")
        .replace('\u{20c3}', "dirhamsign");
    search_key(&spelt).replace(' ', "")
}

/// What a currency is called beside an amount, as [`word_key`] leaves it. A word
/// that several currencies share (ريال, دينار) means the bazaar's own.
fn currency_words(currency: Currency) -> &'static [&'static str] {
    match currency {
        Currency::Aed => &[
            "aed",
            "dh",
            "dhs",
            "dirham",
            "dirhams",
            "dirhamsign",
            "دا",
            "درهم",
            "دراهم",
            "درهما",
            "درهماماراتي",
            "درهمااماراتيا",
        ],
        Currency::Sar => &[
            "sar",
            "sr",
            "riyal",
            "riyals",
            "rial",
            "rials",
            "riyalsign",
            "رس",
            "ريال",
            "ريالات",
            "ريالا",
            "ريالسعودي",
        ],
        Currency::Qar => &[
            "qar",
            "qr",
            "riyal",
            "riyals",
            "rial",
            "rials",
            "رق",
            "ريال",
            "ريالات",
            "ريالا",
            "ريالقطري",
        ],
        Currency::Omr => &[
            "omr",
            "ro",
            "riyal",
            "riyals",
            "rial",
            "rials",
            "رع",
            "ريال",
            "ريالات",
            "ريالا",
            "ريالعماني",
        ],
        Currency::Kwd => &[
            "kwd",
            "kd",
            "dinar",
            "dinars",
            "دك",
            "دينار",
            "دنانير",
            "دينارا",
            "ديناركويتي",
        ],
        Currency::Bhd => &[
            "bhd",
            "bd",
            "dinar",
            "dinars",
            "دب",
            "دينار",
            "دنانير",
            "دينارا",
            "ديناربحريني",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_may_name_its_currency() {
        for (text, currency, minor) in [
            ("25", Currency::Aed, 2_500),
            ("٢٥ درهم", Currency::Aed, 2_500),
            ("25 د.إ", Currency::Aed, 2_500),
            ("25 د. إ.", Currency::Aed, 2_500),
            ("AED 25.00", Currency::Aed, 2_500),
            ("aed25", Currency::Aed, 2_500),
            ("Dhs. 1,250/", Currency::Aed, 125_000),
            ("15/-", Currency::Aed, 1_500),
            ("Dhs 15/-", Currency::Aed, 1_500),
            ("15 /-", Currency::Aed, 1_500),
            ("15.-", Currency::Aed, 1_500),
            ("-15.-", Currency::Aed, -1_500),
            ("١٥/= درهم", Currency::Aed, 1_500),
            ("٢٥ درهماً إماراتياً", Currency::Aed, 2_500),
            ("\u{20c3} 25", Currency::Aed, 2_500),
            ("22.50\u{a0}ر.س", Currency::Sar, 2_250),
            ("﷼ 22.50", Currency::Sar, 2_250),
            ("\u{20c1}22.50", Currency::Sar, 2_250),
            ("-٥ ريال", Currency::Qar, -500),
            ("1.250 د.ك", Currency::Kwd, 1_250),
            ("١٫٢٥٠ دينار", Currency::Bhd, 1_250),
            ("(RO 0.5)", Currency::Omr, -500),
        ] {
            let read = read_amount(text, currency);
            assert_eq!(read, Ok(Money::from_minor(minor)), "{text:?}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        use crate::locale::number::{amount_with_sign, bare_quantity, percent};
        use crate::locale::{Digits, Language};
        for digits in Digits::ALL {
            for minor in [0, 5, -25, 1_097_218, 123_456_789] {
                let shown = amount_with_sign(minor, 2, "د.إ", Language::Arabic, digits);
                let read = read_amount(&shown, Currency::Aed);
                assert_eq!(read, Ok(Money::from_minor(minor)), "{shown}");
                let shown = amount_with_sign(minor, 3, "KWD", Language::English, digits);
                let read = read_amount(&shown, Currency::Kwd);
                assert_eq!(read, Ok(Money::from_minor(minor)), "{shown}");
            }
            for thousandths in [350, 3_000, 1_500] {
                let shown = bare_quantity(thousandths, digits);
                let read = read_quantity(&shown);
                assert_eq!(read, Ok(Quantity::from_thousandths(thousandths)));
            }
            for bps in [0, 5, 1_250, 10_000] {
                let read = read_percent(&percent(i64::from(bps), digits));
                assert_eq!(read.map(Bps::get), Ok(bps));
            }
        }
    }

    #[test]
    fn a_strange_word_is_refused() {
        for (text, expected) in [
            ("25 SAR", Unreadable::OtherCurrency { word: "SAR".into() }),
            (
                "25 دينار",
                Unreadable::OtherCurrency {
                    word: "دينار".into(),
                },
            ),
            ("25 kg", Unreadable::UnknownWord { word: "kg".into() }),
            (
                "حوالي 25",
                Unreadable::UnknownWord {
                    word: "حوالي".into(),
                },
            ),
        ] {
            assert_eq!(read_amount(text, Currency::Aed), Err(expected));
        }
        assert_eq!(
            read_quantity("350 g"),
            Err(Unreadable::UnknownWord { word: "g".into() })
        );
    }

    #[test]
    fn an_amount_beyond_the_limit_is_refused() {
        for text in ["10,000,000,000.00", "-10,000,000,000.00"] {
            let refusal = read_amount(text, Currency::Aed).expect_err(text);
            assert!(matches!(refusal, Unreadable::TooLarge { .. }));
        }
        assert!(read_amount("9,999,999,999.99", Currency::Aed).is_ok());
        assert!(matches!(
            read_quantity("100000"),
            Err(Unreadable::TooLarge { .. })
        ));
        assert!(matches!(
            read_percent("101%"),
            Err(Unreadable::TooLarge { .. })
        ));
        assert!(matches!(
            read_percent("-1%"),
            Err(Unreadable::TooLarge { .. })
        ));
    }

    #[test]
    fn quantities_rates_and_counts_have_their_own_decimals() {
        assert_eq!(read_quantity("0.350"), Ok(Quantity::from_thousandths(350)));
        assert_eq!(
            read_quantity("1.250"),
            Ok(Quantity::from_thousandths(1_250))
        );
        assert!(matches!(
            read_quantity("1,250"),
            Err(Unreadable::Ambiguous { .. })
        ));
        assert_eq!(read_percent("١٢٫٥٪").map(Bps::get), Ok(1_250));
        assert_eq!(read_percent("% 10").map(Bps::get), Ok(1_000));
        assert_eq!(read_whole("٢١"), Ok(21));
        assert_eq!(
            read_whole("2.5"),
            Err(Unreadable::TooManyDecimals {
                found: 1,
                allowed: 0
            })
        );
    }
}
