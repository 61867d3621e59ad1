//! Dates and times of day as people type them and spreadsheets hold them. How
//! they are shown is the business of `locale::calendar`.

use std::str::FromStr;
use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::field::CellReason;
use crate::locale::normalise::{clean, fold_digits, search_key};
use crate::locale::{HijriDate, Sighting};

/// Where spreadsheets begin to count days, for every day after February 1900.
const SERIAL_ZERO: NaiveDate = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");

/// Days of this century as spreadsheets count them.
const SERIALS: std::ops::RangeInclusive<u64> = 36_526..=73_050;

/// Hijri years that people write, from about 1882 to 2173.
const HIJRI_YEARS: std::ops::RangeInclusive<i32> = 1300..=1600;

/// What tells a calendar behind a date. Tatweel is gone from هـ by then.
const HIJRI_MARKS: [&str; 7] = ["ه", "هجري", "هجرية", "هجريا", "ah", "h", "hijri"];
const GREGORIAN_MARKS: [&str; 6] = ["م", "ميلادي", "ميلادية", "ميلاديا", "ad", "ce"];

/// Whether a heading says that the dates under it are Hijri.
pub(super) fn tells_hijri(heading: &str) -> bool {
    let key = search_key(heading);
    let says = |words: &[&str]| {
        let mut in_heading = key.split(' ').map(|word| {
            let bare = word.strip_prefix("بال").or_else(|| word.strip_prefix("ال"));
            bare.unwrap_or(word)
        });
        in_heading.any(|word| words.iter().any(|known| search_key(known) == word))
    };
    says(&HIJRI_MARKS[1..]) && !says(&GREGORIAN_MARKS[1..])
}

/// A date written year-month-day or day/month/year, the order in use in the Gulf,
/// with "/", "-", "." or spaces between, the month as a number or a name, and four
/// digits of the year. A time of day may follow. The bare number a spreadsheet
/// counts days by is one too. A Hijri date is one where it is told, by a mark behind
/// it, by the name of its month or, in `hijri_told`, by its heading.
pub(super) fn date(text: &str, hijri_told: bool) -> Result<NaiveDate, CellReason> {
    let text = fold_digits(&clean(text)).to_lowercase();
    if let Some(date) = serial(&text) {
        return Ok(date);
    }
    let (text, marked) = without_mark(&text);
    let (year, month, day) = parts(without_time(text)).ok_or(CellReason::NotADate)?;
    let hijri = marked.unwrap_or(hijri_told || matches!(month, Month::Hijri(_)));
    let number = month.number();
    if hijri && HIJRI_YEARS.contains(&year) && !matches!(month, Month::Gregorian(_)) {
        let date = HijriDate {
            year,
            month: u8::try_from(number).map_err(|_| CellReason::NotADate)?,
            day: u8::try_from(day).map_err(|_| CellReason::NotADate)?,
        };
        let date = date.to_gregorian(Sighting::AS_TABULATED);
        return date.ok_or(CellReason::NotADate);
    }
    if HIJRI_YEARS.contains(&year) && marked.is_none() {
        return Err(CellReason::HijriUntold);
    }
    let gregorian = NaiveDate::from_ymd_opt(year, number, day);
    let plausible = gregorian
        .filter(|_| year >= 1900 && marked != Some(true) && !matches!(month, Month::Hijri(_)));
    plausible.ok_or(CellReason::NotADate)
}

/// A date as somebody types it; none where it can't be read.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    date(text, false).ok()
}

/// Years anything of a bazaar can lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// A date with its time of day as programs write them, as the clocks of a zone show
/// it where it names its own.
pub(super) fn told(text: &str, zone: &Tz) -> Option<NaiveDateTime> {
    const ZONED: [&str; 2] = ["%Y-%m-%d %H:%M:%S %z", "%Y-%m-%dT%H:%M:%S%.f%z"];
    const LOCAL: [&str; 5] = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
        "%d/%m/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M",
    ];
    let text = fold_digits(&clean(text));
    let zoned = DateTime::parse_from_rfc3339(&text).ok();
    let zoned = zoned.or_else(|| {
        let mut forms = ZONED.iter();
        forms.find_map(|form| DateTime::parse_from_str(&text, form).ok())
    });
    if let Some(moment) = zoned {
        let told = YEARS.contains(&moment.naive_utc().year());
        return told.then(|| moment.with_timezone(zone).naive_local());
    }
    let mut forms = LOCAL.iter();
    let local = forms.find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok());
    local.filter(|moment| YEARS.contains(&moment.year()))
}

/// The day a spreadsheet counts by this number; of a moment, its day.
fn serial(text: &str) -> Option<NaiveDate> {
    let (days, fraction) = text.split_once(['.', '٫']).unwrap_or((text, "0"));
    let is_number = [days, fraction]
        .iter()
        .all(|part| !part.is_empty() && part.chars().all(|letter| letter.is_ascii_digit()));
    let days = days.parse().ok().filter(|_| is_number && days.len() == 5)?;
    let days = SERIALS.contains(&days).then(|| Days::new(days))?;
    SERIAL_ZERO.checked_add_days(days)
}

/// A date without the mark of its calendar, and whether that is Hijri.
fn without_mark(text: &str) -> (&str, Option<bool>) {
    let bare = text.trim_end_matches(char::is_alphabetic);
    let mark = &text[bare.len()..];
    let is_one_of = |marks: &[&str]| marks.contains(&mark);
    let told = match (is_one_of(&HIJRI_MARKS), is_one_of(&GREGORIAN_MARKS)) {
        // "7:30 م" is a time of day.
        _ if bare.contains(':') => None,
        (true, _) => Some(true),
        (_, true) => Some(false),
        (false, false) => None,
    };
    match told {
        Some(_) => (bare.trim_end(), told),
        None => (text, None),
    }
}

/// A date without the time of day behind it.
fn without_time(text: &str) -> &str {
    let (date, _) = with_time(text).unwrap_or((text, NaiveTime::MIN));
    date
}

/// A date and the time of day behind it.
fn with_time(text: &str) -> Option<(&str, NaiveTime)> {
    // From the end: a month may have the letter in its name.
    let mut places = text.rmatch_indices(['t', ' ']).map(|(place, _)| place);
    places.find_map(|place| Some((text[..place].trim_end(), time(&text[place + 1..])?)))
}

/// The time of day behind a date. Of the number a spreadsheet counts a moment by, its
/// fraction of a day, to the second.
pub(super) fn time_behind(text: &str) -> Option<NaiveTime> {
    let text = fold_digits(&clean(text)).to_lowercase();
    if serial(&text).is_none() {
        return with_time(&text).map(|(_, time)| time);
    }
    let (_, fraction) = text.split_once(['.', '٫'])?;
    let of_a_day = Decimal::from_str(&format!("0.{fraction}")).ok()?;
    let seconds = (of_a_day * Decimal::from(86_400)).round().to_u32()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0)
}

/// A month as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Month {
    Number(u32),
    Gregorian(u32),
    Hijri(u32),
}

impl Month {
    fn number(self) -> u32 {
        let (Month::Number(number) | Month::Gregorian(number) | Month::Hijri(number)) = self;
        number
    }
}

/// Year, month and day.
fn parts(text: &str) -> Option<(i32, Month, u32)> {
    let parts: Vec<&str> = text
        .split(['/', '-', '.', ' ', ',', '،'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month @ .., last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return None,
    };
    let month = match month {
        [number] if number.parse::<u32>().is_ok() => Month::Number(number.parse().ok()?),
        names => month_named(&names.join(" "))?,
    };
    Some((year.parse().ok()?, month, day.parse().ok()?))
}

/// The months as people write them, in both languages and calendars.
#[rustfmt::skip]
const GREGORIAN_MONTHS: [&[&str]; 12] = [
    &["january", "jan", "يناير", "كانون الثاني"], &["february", "feb", "فبراير", "شباط"],
    &["march", "mar", "مارس", "آذار"], &["april", "apr", "أبريل", "إبريل", "نيسان"],
    &["may", "مايو", "أيار"], &["june", "jun", "يونيو", "يونيه", "حزيران"],
    &["july", "jul", "يوليو", "يوليه", "تموز"], &["august", "aug", "أغسطس", "آب"],
    &["september", "sep", "sept", "سبتمبر", "أيلول"],
    &["october", "oct", "أكتوبر", "تشرين الأول"],
    &["november", "nov", "نوفمبر", "تشرين الثاني"],
    &["december", "dec", "ديسمبر", "كانون الأول"],
];

#[rustfmt::skip]
const HIJRI_MONTHS: [&[&str]; 12] = [
    &["محرم", "المحرم", "muharram"], &["صفر", "safar"],
    &["ربيع الأول", "ربيع أول", "rabi al awwal"],
    &["ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "rabi al akhir"],
    &["جمادى الأولى", "جمادى الأول", "jumada al ula"],
    &["جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "jumada al akhirah"],
    &["رجب", "rajab"], &["شعبان", "shaaban"], &["رمضان", "ramadan"], &["شوال", "shawwal"],
    &["ذو القعدة", "ذي القعدة", "dhu al qadah"], &["ذو الحجة", "ذي الحجة", "dhu al hijjah"],
];

fn month_named(name: &str) -> Option<Month> {
    type Keys = [Vec<String>; 12];
    fn keys(months: [&[&str]; 12]) -> Keys {
        months.map(|names| names.iter().map(|name| search_key(name)).collect())
    }
    static KNOWN: OnceLock<(Keys, Keys)> = OnceLock::new();
    let (gregorian, hijri) = KNOWN.get_or_init(|| (keys(GREGORIAN_MONTHS), keys(HIJRI_MONTHS)));
    let key = search_key(name);
    let place = |months: &Keys| {
        let place = months.iter().position(|names| names.contains(&key))?;
        u32::try_from(place + 1).ok()
    };
    let found = place(gregorian).map(Month::Gregorian);
    found.or_else(|| place(hijri).map(Month::Hijri))
}

/// A time of day, with or without seconds, on 24 hours or with am/pm, ص/م. Of a
/// date with a time, the time.
pub(super) fn time(text: &str) -> Option<NaiveTime> {
    let text = fold_digits(&clean(text)).to_lowercase();
    let text = match text.split_once([' ', 't']) {
        Some((date, time)) if date.contains(['-', '/']) => time,
        _ => &text,
    };
    let end = text
        .find(|letter: char| !(letter.is_ascii_digit() || letter == ':'))
        .unwrap_or(text.len());
    let (clock, half) = text.split_at(end);
    let parts = clock.split(':').collect::<Vec<_>>();
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (hour, minute, "0"),
        [hour, minute, second] => (hour, minute, *second),
        _ => return None,
    };
    let hour: u32 = hour.parse().ok()?;
    let hour = match (half.trim().trim_matches('.'), hour) {
        ("", hour) => hour,
        ("am" | "a.m" | "ص" | "صباحا" | "صباحًا", 1..=12) => hour % 12,
        ("pm" | "p.m" | "م" | "مساء" | "مساءً", 1..=12) => hour % 12 + 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute.parse().ok()?, second.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_out_of_all_reason_are_none() {
        for text in [
            "+262142-12-31 23:00:00 -0400",
            "-262143-01-01 01:00:00 +0400",
            "0000-01-01T00:00:00Z",
            "2201-01-01 00:00",
            "+262142-12-31 23:59:59",
        ] {
            assert_eq!(told(text, &chrono_tz::Asia::Dubai), None, "{text}");
        }
        assert!(told("2026-11-26T10:00:00Z", &chrono_tz::Asia::Dubai).is_some());
    }

    #[test]
    fn dates_put_the_day_before_the_month() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 3).expect("a day");
        for text in [
            "2026-11-03",
            "2026/11/3",
            "3/11/2026",
            "03-11-2026",
            "٣/١١/٢٠٢٦",
            "\u{200f}٣\u{200f}/١١/٢٠٢٦",
            "3.11.2026",
            "2026-11-03 17:30:00",
            "2026-11-03T17:30",
            "3/11/2026 7:30 م",
            "3/11/2026م",
            "٣ نوفمبر ٢٠٢٦ م",
            "3-Nov-2026",
            "3 November 2026",
            "٣ تشرين الثاني ٢٠٢٦",
            "46329",
            "46329.75",
            "٤٦٣٢٩",
        ] {
            assert_eq!(date(text, false), Ok(expected), "{text}");
        }
        let october = NaiveDate::from_ymd_opt(2026, 10, 3).expect("a day");
        for text in ["3-Oct-2026 17:30", "3/October/2026 17:30", "3-Oct-2026"] {
            assert_eq!(date(text, false), Ok(october), "{text}");
        }
        for text in [
            "3/11/2026 هـ",
            "3 مارس 1448 هـ",
            "11/26/2026",
            "31/2/2026",
            "3/11/26",
            "2026-11",
            "today",
            "3/11/2026 x",
            "3 Smarch 2026",
            "1448",
            "463290",
            "99999",
            "1448-13-01 هـ",
            "31/12/1448 هـ",
            "3 رمضان 2026",
        ] {
            assert_eq!(date(text, false), Err(CellReason::NotADate), "{text}");
        }
    }

    #[test]
    fn a_hijri_date_is_read_where_it_is_told() {
        let expected = NaiveDate::from_ymd_opt(2023, 3, 23).expect("a day");
        for text in [
            "1444-09-01 هـ",
            "1/9/1444هـ",
            "١/٩/١٤٤٤ هـ",
            "1/9/1444 هجري",
            "1444/9/1 AH",
            "١ رمضان ١٤٤٤ هـ",
            "1 Ramadan 1444",
        ] {
            assert_eq!(date(text, false), Ok(expected), "{text}");
        }
        assert_eq!(date("1/9/1444", true), Ok(expected));
        let untold = Err(CellReason::HijriUntold);
        assert_eq!(date("1/9/1444", false), untold);
        // A date of the other calendar in a Hijri column is still itself.
        assert_eq!(date("23/3/2023", true), Ok(expected));
        for (heading, told) in [
            ("تاريخ الانتهاء (هجري)", true),
            ("الانتهاء بالهجري", true),
            ("التاريخ الهجري", true),
            ("Expiry (Hijri)", true),
            ("التاريخ هجري / ميلادي", false),
            ("تاريخ الانتهاء", false),
        ] {
            assert_eq!(tells_hijri(heading), told, "{heading}");
        }
    }

    #[test]
    fn a_time_of_day_stands_behind_its_date() {
        let at = |hour, minute, second| NaiveTime::from_hms_opt(hour, minute, second);
        for (text, expected) in [
            ("2026-11-03 17:30", at(17, 30, 0)),
            ("3/11/2026 7:30 م", at(19, 30, 0)),
            ("3 نوفمبر 2026 21:30:15", at(21, 30, 15)),
            ("46329.75", at(18, 0, 0)),
            ("46329٫5", at(12, 0, 0)),
            ("46329.999999999", None),
            ("46329", None),
            ("3-Oct-2026", None),
            ("3/11/2026م", None),
        ] {
            assert_eq!(time_behind(text), expected, "{text}");
        }
    }

    #[test]
    fn times_have_twelve_hours_or_twenty_four() {
        let at = |hour, minute, second| NaiveTime::from_hms_opt(hour, minute, second);
        for (text, expected) in [
            ("09:58:11", at(9, 58, 11)),
            ("9:58", at(9, 58, 0)),
            ("٢٣:٠٥", at(23, 5, 0)),
            ("12:15 am", at(0, 15, 0)),
            ("12:15 م", at(12, 15, 0)),
            ("7:30 مساءً", at(19, 30, 0)),
            ("7:30PM", at(19, 30, 0)),
            ("2026-11-26 17:30:00", at(17, 30, 0)),
            ("2026-11-26T17:30", at(17, 30, 0)),
        ] {
            assert_eq!(time(text), expected, "{text}");
        }
        for text in [
            "25:00",
            "9",
            "13:00 pm",
            "0:30 am",
            "noon",
            "9:58:11:00",
            "",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
