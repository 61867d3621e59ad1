//! Amounts in English words, the British way: one hundred *and* one.

use crate::domain::money::Currency;

/// What is counted: one of it, and several.
type Counted = (&'static str, &'static str);

pub(super) fn amount(negative: bool, major: u64, minor: u64, currency: Currency) -> String {
    let (major_noun, minor_noun) = nouns(currency);
    let words = match (major, minor) {
        (_, 0) => counted(major, major_noun),
        (0, _) => counted(minor, minor_noun),
        _ => format!(
            "{} and {}",
            counted(major, major_noun),
            counted(minor, minor_noun)
        ),
    };
    if negative {
        format!("minus {words}")
    } else {
        words
    }
}

fn nouns(currency: Currency) -> (Counted, Counted) {
    const FILS: Counted = ("fils", "fils");
    match currency {
        Currency::Aed => (("dirham", "dirhams"), FILS),
        Currency::Sar => (("riyal", "riyals"), ("halala", "halalas")),
        Currency::Qar => (("riyal", "riyals"), ("dirham", "dirhams")),
        Currency::Kwd | Currency::Bhd => (("dinar", "dinars"), FILS),
        Currency::Omr => (("rial", "rials"), ("baisa", "baisas")),
    }
}

fn counted(count: u64, (one, several): Counted) -> String {
    let noun = if count == 1 { one } else { several };
    format!("{} {noun}", number(count))
}

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];
const SCALES: [(u64, &str); 4] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

fn number(value: u64) -> String {
    let mut parts = Vec::new();
    let mut rest = value;
    for (scale, name) in SCALES {
        if rest >= scale {
            parts.push(format!("{} {name}", number(rest / scale)));
            rest %= scale;
        }
    }
    if rest > 0 || parts.is_empty() {
        let last = below_thousand(rest);
        // One thousand *and* one, but one thousand two hundred.
        if !parts.is_empty() && rest < 100 {
            parts.push("and".to_owned());
        }
        parts.push(last);
    }
    parts.join(" ")
}

fn below_thousand(value: u64) -> String {
    let (hundreds, rest) = (value / 100, value % 100);
    match (hundreds, rest) {
        (0, _) => below_hundred(rest),
        (_, 0) => format!("{} hundred", BELOW_TWENTY[hundreds as usize]),
        _ => format!(
            "{} hundred and {}",
            BELOW_TWENTY[hundreds as usize],
            below_hundred(rest)
        ),
    }
}

fn below_hundred(value: u64) -> String {
    let (tens, ones) = ((value / 10) as usize, (value % 10) as usize);
    match (tens, ones) {
        (0 | 1, _) => BELOW_TWENTY[value as usize].to_owned(),
        (_, 0) => TENS[tens].to_owned(),
        _ => format!("{}-{}", TENS[tens], BELOW_TWENTY[ones]),
    }
}
