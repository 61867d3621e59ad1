//! Dates and times of day as people type them and spreadsheets hold them. How
//! they are shown is the business of `locale::calendar`.

use chrono::{NaiveDate, NaiveTime};

use crate::locale::normalise::{clean, fold_digits};

/// A date written year-month-day or day/month/year, the order in use in the
/// Gulf, with "/", "-" or "." and four digits of the year. A time of day may
/// follow. A Hijri year is no date here: it would need the sighting.
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = fold_digits(&clean(text));
    let (date, rest) = text.split_once(['T', ' ']).unwrap_or((&text, ""));
    if !rest.is_empty() && time(rest).is_none() {
        return None;
    }
    let parts = date.split(['/', '-', '.']).collect::<Vec<_>>();
    let [first, month, last] = parts.as_slice() else {
        return None;
    };
    let (year, day) = match (first.len(), last.len()) {
        (4, 1..=2) => (first, last),
        (1..=2, 4) => (last, first),
        _ => return None,
    };
    let year = year.parse::<i32>().ok().filter(|year| *year >= 1900)?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
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
    fn dates_put_the_day_before_the_month() {
        let expected = NaiveDate::from_ymd_opt(2026, 11, 3);
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
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        for text in [
            "11/26/2026",
            "31/2/2026",
            "3/11/26",
            "1448-05-13",
            "2026-11",
            "today",
            "3/11/2026 x",
        ] {
            assert_eq!(date(text), None, "{text}");
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
