//! Dates and times as a person reads them: Gregorian, and Hijri after Umm al-Qura.
//!
//! Which trading day a sale belongs to, and what time it is where the bazaar
//! stands, are decided elsewhere; here a date is only turned and written.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use icu_calendar::Date;
use icu_calendar::cal::Hijri;
use icu_calendar::types::RataDie;
use serde::{Deserialize, Serialize};

use super::bidi;
use super::texts::{Key, Texts};
use crate::{key, tr};

/// How far the organiser's calendar differs from the table, in days, because a
/// month was sighted earlier or later: +1 shows a date one day further on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "i8", into = "i8")]
pub struct Sighting(i8);

/// A sighting differs from the table by one day at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the Hijri date can be moved by -1, 0 or 1 days, not by {0}")]
pub struct SightingTooFar(pub i8);

impl Sighting {
    pub const AS_TABULATED: Sighting = Sighting(0);

    pub const fn days(self) -> i8 {
        self.0
    }
}

impl TryFrom<i8> for Sighting {
    type Error = SightingTooFar;

    fn try_from(days: i8) -> Result<Self, Self::Error> {
        match days {
            -1..=1 => Ok(Sighting(days)),
            _ => Err(SightingTooFar(days)),
        }
    }
}

impl From<Sighting> for i8 {
    fn from(sighting: Sighting) -> i8 {
        sighting.0
    }
}

/// A day of the Hijri calendar. Ordered as the days follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    pub year: i32,
    /// 1 (Muharram) to 12 (Dhu al-Hijjah).
    pub month: u8,
    /// 1 to 29 or 30.
    pub day: u8,
}

impl HijriDate {
    /// The Hijri name of a Gregorian day. Exact to the published Umm al-Qura
    /// tables where these exist, and by their rule beyond.
    pub fn of(date: NaiveDate, sighting: Sighting) -> Self {
        let days = i64::from(date.num_days_from_ce()) + i64::from(sighting.0);
        let hijri = Date::from_rata_die(RataDie::new(days), Hijri::new_umm_al_qura());
        HijriDate {
            year: hijri.year().extended_year(),
            month: hijri.month().ordinal,
            day: hijri.day_of_month().0,
        }
    }

    /// The Gregorian day of a Hijri name; `None` when there is no such day.
    pub fn to_gregorian(self, sighting: Sighting) -> Option<NaiveDate> {
        let hijri = Date::try_new_hijri_with_calendar(
            self.year,
            self.month,
            self.day,
            Hijri::new_umm_al_qura(),
        )
        .ok()?;
        let days = hijri.to_rata_die().to_i64_date() - i64::from(sighting.0);
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?)
    }
}

impl Texts {
    /// `22/11/2026`, day first.
    pub fn date_short(&self, date: NaiveDate) -> String {
        let text = format!("{:02}/{:02}/{}", date.day(), date.month(), date.year());
        bidi::left_to_right(&self.digits().write(&text))
    }

    /// `22/11`, where the year is plain.
    pub fn day_and_month(&self, date: NaiveDate) -> String {
        let text = format!("{}/{}", date.day(), date.month());
        bidi::left_to_right(&self.digits().write(&text))
    }

    /// `Sunday 22/11`, where the year is plain.
    pub fn weekday_and_day(&self, date: NaiveDate) -> String {
        format!("{} {}", self.weekday(date), self.day_and_month(date))
    }

    /// `22 November 2026`; in Arabic with م, so that it is never taken for Hijri.
    pub fn date_long(&self, date: NaiveDate) -> String {
        let month = self.get(month_key(date.month()));
        self.in_own_direction(tr!(
            self,
            "date-long",
            day = self.digits().write(&date.day().to_string()),
            month = month,
            year = self.digits().write(&date.year().to_string()),
        ))
    }

    /// `Sunday, 22 November 2026`.
    pub fn date_with_weekday(&self, date: NaiveDate) -> String {
        self.after_weekday(date, self.date_long(date))
    }

    /// `12/06/1448 AH`, day first.
    pub fn hijri_short(&self, date: NaiveDate, sighting: Sighting) -> String {
        let HijriDate { year, month, day } = HijriDate::of(date, sighting);
        let text = self.digits().write(&format!("{day:02}/{month:02}/{year}"));
        self.in_own_direction(tr!(
            self,
            "date-short-hijri",
            date = bidi::left_to_right(&text)
        ))
    }

    /// `12 Jumada al-Akhirah 1448 AH`.
    pub fn hijri_long(&self, date: NaiveDate, sighting: Sighting) -> String {
        let hijri = HijriDate::of(date, sighting);
        let month = self.get(hijri_month_key(hijri.month));
        self.in_own_direction(tr!(
            self,
            "date-long-hijri",
            day = self.digits().write(&hijri.day.to_string()),
            month = month,
            year = self.digits().write(&hijri.year.to_string()),
        ))
    }

    /// `Sunday, 12 Jumada al-Akhirah 1448 AH`.
    pub fn hijri_with_weekday(&self, date: NaiveDate, sighting: Sighting) -> String {
        self.after_weekday(date, self.hijri_long(date, sighting))
    }

    /// Both calendars in one line, the Gregorian with its weekday first.
    pub fn date_in_both(&self, date: NaiveDate, sighting: Sighting) -> String {
        self.in_own_direction(tr!(
            self,
            "date-both",
            first = self.date_with_weekday(date),
            second = self.hijri_long(date, sighting),
        ))
    }

    /// `Sunday`.
    pub fn weekday(&self, date: NaiveDate) -> String {
        self.get(weekday_key(date.weekday()))
    }

    /// `21:05`, on the 24-hour clock.
    pub fn time(&self, time: NaiveTime) -> String {
        let text = format!("{:02}:{:02}", time.hour(), time.minute());
        bidi::left_to_right(&self.digits().write(&text))
    }

    /// `22/11/2026, 21:05`.
    pub fn date_and_time(&self, moment: NaiveDateTime) -> String {
        self.in_own_direction(tr!(
            self,
            "date-and-time",
            date = self.date_short(moment.date()),
            time = self.time(moment.time()),
        ))
    }

    fn after_weekday(&self, date: NaiveDate, written: String) -> String {
        let weekday = self.weekday(date);
        self.in_own_direction(tr!(
            self,
            "date-with-weekday",
            weekday = weekday,
            date = written
        ))
    }

    /// A date is made of isolates, so nothing in it tells a line of the other
    /// direction which way it runs; this does.
    fn in_own_direction(&self, text: String) -> String {
        bidi::directed(self.direction(), text)
    }
}

/// The name of a weekday.
pub fn weekday_key(weekday: Weekday) -> Key {
    match weekday {
        Weekday::Mon => key!("weekday-monday"),
        Weekday::Tue => key!("weekday-tuesday"),
        Weekday::Wed => key!("weekday-wednesday"),
        Weekday::Thu => key!("weekday-thursday"),
        Weekday::Fri => key!("weekday-friday"),
        Weekday::Sat => key!("weekday-saturday"),
        Weekday::Sun => key!("weekday-sunday"),
    }
}

fn month_key(month: u32) -> Key {
    match month {
        1 => key!("month-1"),
        2 => key!("month-2"),
        3 => key!("month-3"),
        4 => key!("month-4"),
        5 => key!("month-5"),
        6 => key!("month-6"),
        7 => key!("month-7"),
        8 => key!("month-8"),
        9 => key!("month-9"),
        10 => key!("month-10"),
        11 => key!("month-11"),
        12 => key!("month-12"),
        _ => unreachable!("a Gregorian year has twelve months"),
    }
}

fn hijri_month_key(month: u8) -> Key {
    match month {
        1 => key!("hijri-month-1"),
        2 => key!("hijri-month-2"),
        3 => key!("hijri-month-3"),
        4 => key!("hijri-month-4"),
        5 => key!("hijri-month-5"),
        6 => key!("hijri-month-6"),
        7 => key!("hijri-month-7"),
        8 => key!("hijri-month-8"),
        9 => key!("hijri-month-9"),
        10 => key!("hijri-month-10"),
        11 => key!("hijri-month-11"),
        12 => key!("hijri-month-12"),
        _ => unreachable!("a Hijri year has twelve months"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::bidi::without_controls;
    use crate::locale::{Digits, Language};

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the table")
    }

    fn arabic() -> &'static Texts {
        Texts::of(Language::Arabic, Digits::Latin)
    }

    fn english() -> &'static Texts {
        Texts::of(Language::English, Digits::Latin)
    }

    #[test]
    fn the_published_tables_agree() {
        for (gregorian, hijri) in [
            (day(2018, 5, 1), (1439, 8, 15)),
            (day(2023, 3, 23), (1444, 9, 1)),
            // Eid al-Fitr and Ramadan as Umm al-Qura published them.
            (day(2024, 3, 11), (1445, 9, 1)),
            (day(2024, 4, 10), (1445, 10, 1)),
            (day(2025, 3, 1), (1446, 9, 1)),
            (day(2025, 6, 26), (1447, 1, 1)),
        ] {
            let (year, month, day) = hijri;
            let hijri = HijriDate { year, month, day };
            assert_eq!(HijriDate::of(gregorian, Sighting::AS_TABULATED), hijri);
            assert_eq!(
                hijri.to_gregorian(Sighting::AS_TABULATED),
                Some(gregorian),
                "{hijri:?}"
            );
        }
        assert_eq!(day(2018, 5, 1).weekday(), Weekday::Tue);
    }

    #[test]
    fn a_sighting_moves_the_date_by_one_day_and_no_more() {
        let table = day(2023, 3, 23);
        let earlier = Sighting::try_from(-1).expect("one day");
        let later = Sighting::try_from(1).expect("one day");
        assert_eq!(
            HijriDate::of(table, earlier),
            HijriDate::of(day(2023, 3, 22), Sighting::AS_TABULATED)
        );
        assert_eq!(HijriDate::of(table, later).day, 2);
        for sighting in [earlier, later] {
            assert_eq!(
                HijriDate::of(table, sighting).to_gregorian(sighting),
                Some(table)
            );
        }
        assert_eq!(Sighting::try_from(2), Err(SightingTooFar(2)));
        assert!(serde_json::from_str::<Sighting>("-2").is_err());
    }

    #[test]
    fn a_day_that_does_not_exist_has_no_gregorian_day() {
        let impossible = HijriDate {
            year: 1446,
            month: 9,
            day: 31,
        };
        assert_eq!(impossible.to_gregorian(Sighting::AS_TABULATED), None);
    }

    #[test]
    fn dates_are_written_as_each_language_reads_them() {
        let date = day(2018, 5, 1);
        let table = Sighting::AS_TABULATED;
        for (written, expected) in [
            (english().date_short(date), "01/05/2018"),
            (english().date_long(date), "1 May 2018"),
            (english().date_with_weekday(date), "Tuesday, 1 May 2018"),
            (english().hijri_short(date, table), "15/08/1439 AH"),
            (english().hijri_long(date, table), "15 Shaaban 1439 AH"),
            (
                english().hijri_with_weekday(date, table),
                "Tuesday, 15 Shaaban 1439 AH",
            ),
            (
                english().date_in_both(date, table),
                "Tuesday, 1 May 2018 / 15 Shaaban 1439 AH",
            ),
            (arabic().date_short(date), "01/05/2018"),
            (arabic().date_long(date), "1 مايو 2018 م"),
            (arabic().date_with_weekday(date), "الثلاثاء، 1 مايو 2018 م"),
            (arabic().hijri_short(date, table), "15/08/1439 هـ"),
            (arabic().hijri_long(date, table), "15 شعبان 1439 هـ"),
            (
                arabic().date_in_both(date, table),
                "الثلاثاء، 1 مايو 2018 م الموافق 15 شعبان 1439 هـ",
            ),
        ] {
            assert_eq!(without_controls(&written), expected);
        }
    }

    #[test]
    fn arabic_indic_digits_reach_every_part() {
        let texts = Texts::of(Language::Arabic, Digits::ArabicIndic);
        let moment = day(2026, 11, 22)
            .and_hms_opt(21, 5, 59)
            .expect("a time of the day");
        assert_eq!(
            without_controls(&texts.date_and_time(moment)),
            "٢٢/١١/٢٠٢٦، ٢١:٠٥"
        );
        assert_eq!(
            without_controls(&texts.hijri_long(moment.date(), Sighting::AS_TABULATED)),
            "١٢ جمادى الآخرة ١٤٤٨ هـ"
        );
    }

    #[test]
    fn a_short_date_keeps_its_order_in_an_arabic_line() {
        assert_eq!(
            arabic().date_short(day(2025, 3, 14)),
            "\u{2066}14/03/2025\u{2069}"
        );
        let line = format!("التاريخ {}", arabic().date_short(day(2025, 3, 14)));
        assert!(visual(&line).contains("14/03/2025"), "{line}");
        // Without the isolate a line after Arabic letters would turn it round.
        assert!(!visual("التاريخ 14/03/2025 - 21:05").contains("14/03/2025 - 21:05"));
    }

    #[test]
    fn a_date_runs_its_own_way_inside_the_other_language() {
        let line = format!(
            "Day: {} (first)",
            arabic().date_with_weekday(day(2018, 5, 1))
        );
        let shown = visual(&line);
        let weekday = shown
            .find("ءاثالثلا")
            .expect("the weekday, drawn from the right");
        let year = shown.find("2018").expect("the year");
        assert!(year < weekday, "{shown}");
    }

    /// The line as it is drawn, from left to right.
    fn visual(line: &str) -> String {
        let bidi = unicode_bidi::BidiInfo::new(line, None);
        let paragraph = &bidi.paragraphs[0];
        without_controls(&bidi.reorder_line(paragraph, paragraph.range.clone()))
    }
}
