//! How amounts, quantities, rates and counts are written.
//!
//! Everything is whole numbers: minor units, thousandths, basis points. Reading
//! numbers that somebody typed lives in `reading`; amounts in words in `words`.

use super::bidi;
use super::language::{Digits, Language};

/// Between a number and the sign or unit that belongs to it: the two never part.
const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '−';
/// A quantity counts thousandths, so its fraction has three digits.
const QUANTITY_FRACTION_DIGITS: u32 = 3;

/// An amount without currency, in one left-to-right piece: `1,234.50`.
///
/// `minor` counts the smallest unit and `fraction_digits` says how many digits of
/// it stand after the separator (2 for fils of a dirham, 3 for fils of a dinar).
pub fn amount(minor: i64, fraction_digits: u32, digits: Digits) -> String {
    bidi::left_to_right(&bare_amount(minor, fraction_digits, digits))
}

/// [`amount`] without isolates, for columns that hold nothing else and for files.
pub fn bare_amount(minor: i64, fraction_digits: u32, digits: Digits) -> String {
    let sign = if minor < 0 { Sign::Minus } else { Sign::None };
    decimal(sign, minor.unsigned_abs(), fraction_digits, digits)
}

/// An amount that always shows its sign, for adjustments and differences: `+3.50`.
/// Nothing has no sign.
pub fn signed_amount(minor: i64, fraction_digits: u32, digits: Digits) -> String {
    let sign = match minor {
        0 => Sign::None,
        1.. => Sign::Plus,
        _ => Sign::Minus,
    };
    let text = decimal(sign, minor.unsigned_abs(), fraction_digits, digits);
    bidi::left_to_right(&text)
}

/// An amount with its currency sign on the side the language reads it:
/// `AED 25.00` in English, `25.00 د.إ` from right to left in Arabic.
pub fn amount_with_sign(
    minor: i64,
    fraction_digits: u32,
    sign: &str,
    language: Language,
    digits: Digits,
) -> String {
    match language {
        Language::English => {
            let number = bare_amount(minor, fraction_digits, digits);
            bidi::left_to_right(&format!("{sign}{NO_BREAK_SPACE}{number}"))
        }
        Language::Arabic => {
            let number = amount(minor, fraction_digits, digits);
            bidi::right_to_left(&format!("{number}{NO_BREAK_SPACE}{sign}"))
        }
    }
}

/// A quantity in one left-to-right piece: `3`, or `0.350` when it is not whole.
///
/// A fraction always shows its three digits, so that 0.350 reads as 350 grams.
pub fn quantity(thousandths: i64, digits: Digits) -> String {
    bidi::left_to_right(&bare_quantity(thousandths, digits))
}

/// [`quantity`] without isolates.
pub fn bare_quantity(thousandths: i64, digits: Digits) -> String {
    let sign = if thousandths < 0 {
        Sign::Minus
    } else {
        Sign::None
    };
    let size = thousandths.unsigned_abs();
    if size.is_multiple_of(1000) {
        decimal(sign, size / 1000, 0, digits)
    } else {
        decimal(sign, size, QUANTITY_FRACTION_DIGITS, digits)
    }
}

/// A quantity with its unit, in the direction of the language: `0.350 kg`.
pub fn quantity_with_unit(
    thousandths: i64,
    unit: &str,
    language: Language,
    digits: Digits,
) -> String {
    match language {
        Language::English => {
            let number = bare_quantity(thousandths, digits);
            bidi::left_to_right(&format!("{number}{NO_BREAK_SPACE}{unit}"))
        }
        Language::Arabic => {
            let number = quantity(thousandths, digits);
            bidi::right_to_left(&format!("{number}{NO_BREAK_SPACE}{unit}"))
        }
    }
}

/// A rate in basis points as a percentage without idle zeros: `12.5%`, `10%`.
pub fn percent(basis_points: i64, digits: Digits) -> String {
    let sign = if basis_points < 0 {
        Sign::Minus
    } else {
        Sign::None
    };
    let size = basis_points.unsigned_abs();
    let number = if size.is_multiple_of(100) {
        decimal(sign, size / 100, 0, digits)
    } else if size.is_multiple_of(10) {
        decimal(sign, size / 10, 1, digits)
    } else {
        decimal(sign, size, 2, digits)
    };
    bidi::left_to_right(&format!("{number}{}", digits.percent_sign()))
}

/// A grouped whole number without isolates: `20,506`.
pub fn count(value: i64, digits: Digits) -> String {
    bare_amount(value, 0, digits)
}

#[derive(Clone, Copy)]
enum Sign {
    None,
    Plus,
    Minus,
}

/// Writes `size / 10^fraction_digits` with groups of three.
fn decimal(sign: Sign, size: u64, fraction_digits: u32, digits: Digits) -> String {
    let scale = 10_u64.pow(fraction_digits);
    let mut text = match sign {
        Sign::None => String::new(),
        Sign::Plus => String::from('+'),
        Sign::Minus => String::from(MINUS),
    };
    let whole = (size / scale).to_string();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(digits.group_separator());
        }
        text.push(digit);
    }
    if fraction_digits > 0 {
        let fraction = size % scale;
        let width = fraction_digits as usize;
        text.push(digits.decimal_separator());
        text.push_str(&format!("{fraction:0width$}"));
    }
    digits.write(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_keep_every_minor_unit() {
        for (minor, fraction_digits, latin, arabic_indic) in [
            (0, 2, "0.00", "٠٫٠٠"),
            (5, 2, "0.05", "٠٫٠٥"),
            (2_500, 2, "25.00", "٢٥٫٠٠"),
            (1_097_218, 2, "10,972.18", "١٠٬٩٧٢٫١٨"),
            (1_250, 3, "1.250", "١٫٢٥٠"),
            (-25, 2, "−0.25", "−٠٫٢٥"),
            (-100_000_000, 2, "−1,000,000.00", "−١٬٠٠٠٬٠٠٠٫٠٠"),
            (12_345_678, 3, "12,345.678", "١٢٬٣٤٥٫٦٧٨"),
            (
                i64::MAX,
                2,
                "92,233,720,368,547,758.07",
                "٩٢٬٢٣٣٬٧٢٠٬٣٦٨٬٥٤٧٬٧٥٨٫٠٧",
            ),
            (
                i64::MIN,
                3,
                "−9,223,372,036,854,775.808",
                "−٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٫٨٠٨",
            ),
        ] {
            assert_eq!(bare_amount(minor, fraction_digits, Digits::Latin), latin);
            assert_eq!(
                bare_amount(minor, fraction_digits, Digits::ArabicIndic),
                arabic_indic
            );
        }
        assert_eq!(amount(-25, 2, Digits::Latin), "\u{2066}−0.25\u{2069}");
    }

    #[test]
    fn a_difference_shows_which_way_it_goes() {
        for (minor, expected) in [(0, "0.00"), (350, "+3.50"), (-25, "−0.25")] {
            let shown = signed_amount(minor, 2, Digits::Latin);
            assert_eq!(bidi::without_controls(&shown), expected);
        }
    }

    #[test]
    fn the_currency_sign_stands_where_the_language_reads_it() {
        assert_eq!(
            amount_with_sign(2_500, 2, "AED", Language::English, Digits::Latin),
            "\u{2066}AED\u{a0}25.00\u{2069}"
        );
        assert_eq!(
            amount_with_sign(2_500, 2, "د.إ", Language::Arabic, Digits::Latin),
            "\u{2067}\u{2066}25.00\u{2069}\u{a0}د.إ\u{2069}"
        );
    }

    #[test]
    fn quantities_are_whole_or_show_three_digits() {
        for (thousandths, latin, arabic_indic) in [
            (3_000, "3", "٣"),
            (350, "0.350", "٠٫٣٥٠"),
            (1_500, "1.500", "١٫٥٠٠"),
            (-2_000, "−2", "−٢"),
            (1_200_000, "1,200", "١٬٢٠٠"),
            (1, "0.001", "٠٫٠٠١"),
        ] {
            assert_eq!(bare_quantity(thousandths, Digits::Latin), latin);
            assert_eq!(
                bare_quantity(thousandths, Digits::ArabicIndic),
                arabic_indic
            );
        }
        assert_eq!(
            quantity_with_unit(350, "kg", Language::English, Digits::Latin),
            "\u{2066}0.350\u{a0}kg\u{2069}"
        );
        assert_eq!(
            quantity_with_unit(350, "كجم", Language::Arabic, Digits::ArabicIndic),
            "\u{2067}\u{2066}٠٫٣٥٠\u{2069}\u{a0}كجم\u{2069}"
        );
    }

    #[test]
    fn rates_drop_idle_zeros() {
        for (basis_points, latin, arabic_indic) in [
            (1_000, "10%", "١٠٪"),
            (1_250, "12.5%", "١٢٫٥٪"),
            (1_525, "15.25%", "١٥٫٢٥٪"),
            (5, "0.05%", "٠٫٠٥٪"),
            (0, "0%", "٠٪"),
        ] {
            let shown = percent(basis_points, Digits::Latin);
            assert_eq!(bidi::without_controls(&shown), latin);
            let shown = percent(basis_points, Digits::ArabicIndic);
            assert_eq!(bidi::without_controls(&shown), arabic_indic);
        }
    }
}
