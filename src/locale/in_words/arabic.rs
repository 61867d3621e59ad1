//! Amounts in Arabic words, in the nominative, as a slip reads them.
//!
//! What is counted stands in the form that the number's last two digits ask for.
//! When these are 01 or 02 it is said once more instead, as in ألف ليلة وليلة:
//! مئة درهم ودرهم واحد, مئة درهم ودرهمان.

use crate::domain::money::Currency;

/// A noun with the forms that numbers ask for.
struct Noun {
    feminine: bool,
    /// One alone: درهم واحد, but ألف.
    alone: &'static str,
    /// After the hundreds and the powers of a thousand.
    one: &'static str,
    two: &'static str,
    /// After 3–10.
    several: &'static str,
    /// After 11–99.
    many: &'static str,
    /// `two` right before what is counted, without its ن.
    two_of: &'static str,
}

const DIRHAM: Noun = coin("درهم", "درهم واحد", "درهمان", "دراهم", "درهمًا");
const RIYAL: Noun = coin("ريال", "ريال واحد", "ريالان", "ريالات", "ريالًا");
const DINAR: Noun = coin("دينار", "دينار واحد", "ديناران", "دنانير", "دينارًا");
const FILS: Noun = coin("فلس", "فلس واحد", "فلسان", "فلوس", "فلسًا");
const HALALA: Noun = feminine_coin("هللة", "هللة واحدة", "هللتان", "هللات");
const BAISA: Noun = feminine_coin("بيسة", "بيسة واحدة", "بيستان", "بيسات");

/// The powers of a thousand are counted nouns themselves, largest first.
const SCALES: [(u64, Noun); 4] = [
    (
        1_000_000_000_000,
        scale("تريليون", "تريليونان", "تريليونا", "تريليونات", "تريليونًا"),
    ),
    (
        1_000_000_000,
        scale("مليار", "ملياران", "مليارا", "مليارات", "مليارًا"),
    ),
    (
        1_000_000,
        scale("مليون", "مليونان", "مليونا", "ملايين", "مليونًا"),
    ),
    (1_000, scale("ألف", "ألفان", "ألفا", "آلاف", "ألفًا")),
];

const fn coin(
    one: &'static str,
    alone: &'static str,
    two: &'static str,
    several: &'static str,
    many: &'static str,
) -> Noun {
    Noun {
        feminine: false,
        alone,
        one,
        two,
        several,
        many,
        two_of: two,
    }
}

const fn feminine_coin(
    one: &'static str,
    alone: &'static str,
    two: &'static str,
    several: &'static str,
) -> Noun {
    // The accusative of ة takes no alef, so `many` looks like `one`.
    Noun {
        feminine: true,
        alone,
        one,
        two,
        several,
        many: one,
        two_of: two,
    }
}

const fn scale(
    one: &'static str,
    two: &'static str,
    two_of: &'static str,
    several: &'static str,
    many: &'static str,
) -> Noun {
    Noun {
        feminine: false,
        alone: one,
        one,
        two,
        several,
        many,
        two_of,
    }
}

pub(super) fn amount(negative: bool, major: u64, minor: u64, currency: Currency) -> String {
    let (major_noun, minor_noun) = match currency {
        Currency::Aed => (DIRHAM, FILS),
        Currency::Sar => (RIYAL, HALALA),
        Currency::Qar => (RIYAL, DIRHAM),
        Currency::Kwd | Currency::Bhd => (DINAR, FILS),
        Currency::Omr => (RIYAL, BAISA),
    };
    let words = match (major, minor) {
        (_, 0) => counted(major, &major_noun),
        (0, _) => counted(minor, &minor_noun),
        _ => format!(
            "{} و{}",
            counted(major, &major_noun),
            counted(minor, &minor_noun)
        ),
    };
    if negative {
        format!("سالب {words}")
    } else {
        words
    }
}

/// Any number of coins: ألفان ومئتان وخمسة وعشرون درهمًا.
fn counted(count: u64, noun: &Noun) -> String {
    let (thousands, rest) = (count / 1_000, count % 1_000);
    match (thousands, rest) {
        (0, 0) => format!("صفر {}", noun.one),
        (0, _) => below_thousand(rest, noun, Place::Last),
        (_, 0) => format!("{} {}", scales(count, Place::BeforeNoun), noun.one),
        // The powers touch the noun, which is then said once more.
        (_, 1 | 2) => format!(
            "{} {} و{}",
            scales(count, Place::BeforeNoun),
            noun.one,
            below_thousand(rest, noun, Place::Last)
        ),
        _ => format!(
            "{} و{}",
            scales(count, Place::Last),
            below_thousand(rest, noun, Place::Last)
        ),
    }
}

/// Whether another noun follows at once, which takes ن and tanwin away.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Last,
    BeforeNoun,
}

/// The thousands, millions and so on of a number; `place` is that of the smallest.
fn scales(count: u64, place: Place) -> String {
    let mut parts = Vec::new();
    let mut rest = count - count % 1_000;
    for (scale, noun) in &SCALES {
        let times = rest / scale;
        rest %= scale;
        if times > 0 {
            let place = if rest == 0 { place } else { Place::Last };
            parts.push(below_thousand(times, noun, place));
        }
    }
    parts.join(" و")
}

/// 1 to 999 of a noun, in the form the number asks for.
fn below_thousand(count: u64, noun: &Noun, place: Place) -> String {
    let (hundreds, rest) = ((count / 100) as usize, count % 100);
    match (hundreds, rest) {
        (0, 1) => noun.alone.to_owned(),
        (0, 2) if place == Place::BeforeNoun => noun.two_of.to_owned(),
        (0, 2) => noun.two.to_owned(),
        (_, 0) => format!("{} {}", HUNDREDS_OF[hundreds], noun.one),
        (_, 1 | 2) => format!(
            "{} {} و{}",
            HUNDREDS_OF[hundreds],
            noun.one,
            below_thousand(rest, noun, place)
        ),
        _ => {
            let form = match (rest, place) {
                (3..=10, _) => noun.several,
                (_, Place::Last) => noun.many,
                (_, Place::BeforeNoun) => noun.one,
            };
            let small = below_hundred(rest as usize, noun.feminine);
            if hundreds == 0 {
                format!("{small} {form}")
            } else {
                format!("{} و{small} {form}", HUNDREDS[hundreds])
            }
        }
    }
}

/// 3 to 99, agreeing with a noun of the given gender.
fn below_hundred(count: usize, feminine: bool) -> String {
    let (tens, ones) = (count / 10, count % 10);
    match (tens, ones) {
        (0, _) | (1, 0) => {
            let words = if feminine { UNITS_OF_FEMININE } else { UNITS };
            words[count].to_owned()
        }
        (1, _) if feminine => format!("{} عشرة", BEFORE_TEN_OF_FEMININE[ones]),
        (1, _) => format!("{} عشر", BEFORE_TEN[ones]),
        (_, 0) => TENS[tens].to_owned(),
        // Eight before "and" stands alone and keeps its tanwin.
        (_, 8) if feminine => format!("ثمانٍ و{}", TENS[tens]),
        (_, _) => {
            let words = if feminine { UNITS_OF_FEMININE } else { UNITS };
            format!("{} و{}", words[ones], TENS[tens])
        }
    }
}

/// Numbers of masculine things carry the feminine ending from three on.
const UNITS: [&str; 11] = [
    "",
    "واحد",
    "اثنان",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
    "عشرة",
];
/// Numbers of feminine things lack it.
const UNITS_OF_FEMININE: [&str; 11] = [
    "",
    "إحدى",
    "اثنتان",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثماني",
    "تسع",
    "عشر",
];
const BEFORE_TEN: [&str; 10] = [
    "",
    "أحد",
    "اثنا",
    "ثلاثة",
    "أربعة",
    "خمسة",
    "ستة",
    "سبعة",
    "ثمانية",
    "تسعة",
];
const BEFORE_TEN_OF_FEMININE: [&str; 10] = [
    "",
    "إحدى",
    "اثنتا",
    "ثلاث",
    "أربع",
    "خمس",
    "ست",
    "سبع",
    "ثماني",
    "تسع",
];
const TENS: [&str; 10] = [
    "",
    "",
    "عشرون",
    "ثلاثون",
    "أربعون",
    "خمسون",
    "ستون",
    "سبعون",
    "ثمانون",
    "تسعون",
];
const HUNDREDS: [&str; 10] = [
    "",
    "مئة",
    "مئتان",
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
];
/// The hundreds right before what is counted: only the dual changes.
const HUNDREDS_OF: [&str; 10] = [
    "",
    "مئة",
    "مئتا",
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
];
