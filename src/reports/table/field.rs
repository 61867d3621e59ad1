//! One field of a record: its place, and its text read as a value: an amount, a
//! rate, a date, a word. Whether the value is *allowed* is not decided here.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;
use rust_decimal::Decimal;

use super::sale_words;
use super::shop_words::{self, Handing, ShopPayment, ShopStatus};
use super::word::{self, KnownWord};
use super::{Cell, CellKind, moment};
use crate::domain::bazaar::{Beneficiary, MoneyTaker};
use crate::domain::family::{LicenceKind, Unit};
use crate::domain::money::{Bps, Currency, Money, Quantity};
use crate::domain::sale::TenderKind;
use crate::locale::normalise::{clean, fold_digits};
use crate::locale::reading::{Unreadable, read_amount, read_percent, read_quantity, read_whole};

/// The fewest digits of a phone number.
const PHONE_DIGITS: usize = 3;

/// Where a field stands, in the terms of the person who wrote the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub sheet: String,
    /// Row number from 1, as spreadsheet programs show it.
    pub row: u32,
    /// The column's letter; none when the sheet has no such column.
    pub letter: Option<String>,
    /// The heading as written; none when the sheet has no such column.
    pub heading: Option<String>,
    /// The column's canonical name, such as "unit_price".
    pub column: &'static str,
    /// Where it stands in a JSON document: "orders[2].lines[0].sku".
    pub path: Option<String>,
}

/// Where the cells of a column stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    Column {
        letter: String,
        heading: String,
    },
    /// In a JSON document.
    Path(String),
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            return write!(formatter, "{}: {path}", self.sheet);
        }
        write!(formatter, "sheet {}, row {}, column ", self.sheet, self.row)?;
        match (&self.letter, &self.heading) {
            (Some(letter), Some(heading)) => write!(formatter, "{letter} ({heading})"),
            _ => formatter.write_str(self.column),
        }
    }
}

/// Why a cell cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellReason {
    #[error("it is empty and must be filled")]
    Missing,
    #[error("its formula failed")]
    FailedFormula,
    /// The program that wrote the file does not reckon, and no other did since.
    #[error("the file does not hold the result of its formula")]
    UnreckonedFormula,
    #[error("it is an object or a list, and no text or number")]
    Nested,
    /// "9.71501E+11", or a number of more digits than spreadsheets keep.
    #[error("the spreadsheet program has cut its digits")]
    DigitsCut,
    #[error(transparent)]
    Number(#[from] Unreadable),
    /// A bare number between 0 and 1, such as 0.125: a fraction or a very small
    /// percentage. Written with its sign it is clear.
    #[error("it may be a fraction or a percentage: write it with %")]
    UnclearPercentage,
    #[error("it is not a date (day/month/year or year-month-day)")]
    NotADate,
    /// A year such as 1448, and nothing says that the calendar is Hijri.
    #[error("it may be a Hijri date: write it with هـ")]
    HijriUntold,
    #[error("it is not a time of day")]
    NotATime,
    #[error("it is not a phone number")]
    NotAPhone,
    /// With the words that would have been understood.
    #[error("it is none of: {}", english(known))]
    UnknownWord { known: Vec<KnownWord> },
}

fn english(known: &[KnownWord]) -> String {
    let words: Vec<&str> = known.iter().map(|word| word.english).collect();
    words.join(", ")
}

/// A cell that cannot be read: where, what it says, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {text:?}: {reason}")]
pub struct CellProblem {
    pub place: Box<Place>,
    /// The cell's text as written; empty when it is missing.
    pub text: String,
    pub reason: CellReason,
}

/// One field of a record, filled or not.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    pub(super) sheet: &'a str,
    pub(super) row: u32,
    /// The column's canonical name.
    pub(super) column: &'static str,
    /// Where it is, if the sheet has the column.
    pub(super) found: Option<&'a Spot>,
    pub(super) cell: Option<&'a Cell>,
}

impl<'a> Field<'a> {
    pub fn place(&self) -> Place {
        let mut place = Place {
            sheet: self.sheet.to_owned(),
            row: self.row,
            letter: None,
            heading: None,
            column: self.column,
            path: None,
        };
        match self.found {
            Some(Spot::Column { letter, heading }) => {
                place.letter = Some(letter.clone());
                place.heading = Some(heading.clone());
            }
            Some(Spot::Path(path)) => place.path = Some(path.clone()),
            None => {}
        }
        place
    }

    /// The problem of this field, for one of the reasons a reader can have.
    pub fn problem(&self, reason: CellReason) -> CellProblem {
        CellProblem {
            place: Box::new(self.place()),
            text: self.cell.map_or_else(String::new, |cell| cell.text.clone()),
            reason,
        }
    }

    /// The text as written, or none when the cell is blank.
    pub fn text(&self) -> Result<Option<&'a str>, CellProblem> {
        match self.cell {
            Some(cell) if cell.kind == CellKind::Failed => {
                Err(self.problem(CellReason::FailedFormula))
            }
            Some(cell) if cell.kind == CellKind::Unreckoned => {
                Err(self.problem(CellReason::UnreckonedFormula))
            }
            Some(cell) if cell.kind == CellKind::Nested => Err(self.problem(CellReason::Nested)),
            Some(cell) => Ok(Some(&cell.text)),
            None => Ok(None),
        }
    }

    /// The text as written; a blank cell is a problem.
    pub fn required(&self) -> Result<&'a str, CellProblem> {
        self.text()?
            .ok_or_else(|| self.problem(CellReason::Missing))
    }

    /// A code, barcode or account number: its digits made ASCII, what cannot be seen
    /// dropped, everything else as written. Digits that a spreadsheet program cut
    /// are a problem: nobody knows them.
    pub fn code(&self) -> Result<Option<String>, CellProblem> {
        let Some(text) = self.text()? else {
            return Ok(None);
        };
        let code = fold_digits(&clean(text));
        if is_scientific(&code) || (self.is(CellKind::Number) && code.len() > DIGITS_KEPT) {
            return Err(self.problem(CellReason::DigitsCut));
        }
        Ok(Some(without_fraction(&code).to_owned()))
    }

    /// A code, or nothing where the cell says that there is none.
    pub fn told_code(&self) -> Result<Option<String>, CellProblem> {
        let code = self.code()?;
        Ok(code.filter(|code| !word::is_untold(code)))
    }

    /// A phone number. Where mobile numbers begin 05, one that lost its zero as a
    /// number of a spreadsheet gets it back.
    pub fn phone(&self, currency: Currency) -> Result<Option<String>, CellProblem> {
        let begins_05 = matches!(currency, Currency::Aed | Currency::Sar);
        let phone = self.told_code()?;
        let digits = |phone: &String| phone.chars().filter(char::is_ascii_digit).count();
        if phone
            .as_ref()
            .is_some_and(|phone| digits(phone) < PHONE_DIGITS)
        {
            return Err(self.problem(CellReason::NotAPhone));
        }
        Ok(phone.map(|phone| {
            let lost_zero = phone.len() == 9 && phone.starts_with('5') && is_digits(&phone);
            match begins_05 && lost_zero {
                true => format!("0{phone}"),
                false => phone,
            }
        }))
    }

    /// An amount in the bazaar's currency. Typed text whose separator may mean
    /// either thing is refused; a number cell of a workbook is never unclear.
    pub fn amount(&self, currency: Currency) -> Result<Option<Money>, CellProblem> {
        self.read(|text| Ok(read_amount(text, currency)?))
    }

    /// A quantity of units with at most three decimals.
    pub fn quantity(&self) -> Result<Option<Quantity>, CellProblem> {
        self.read(|text| Ok(read_quantity(text)?))
    }

    /// A whole number, such as of days.
    pub fn whole(&self) -> Result<Option<i64>, CellProblem> {
        self.read(|text| Ok(read_whole(text)?))
    }

    /// A percentage from 0 to 100: "12.5%", "٪١٢٫٥" or a bare 12.5.
    pub fn percent(&self) -> Result<Option<Bps>, CellProblem> {
        self.read(|text| {
            // Spreadsheets store 12.5 % as 0.125, and not every format says so.
            let bare = fold_digits(&clean(text));
            let begins_as_fraction = bare.starts_with(['.', '٫'])
                || ["0.", "0٫", "0,"].iter().any(|zero| bare.starts_with(zero));
            let is_signed = text.contains(['%', '٪']);
            if begins_as_fraction && !is_signed && bare.contains(|c| matches!(c, '1'..='9')) {
                return Err(CellReason::UnclearPercentage);
            }
            Ok(read_percent(text)?)
        })
    }

    /// A date: a date cell, text as year-month-day or day/month/year, or the number a
    /// spreadsheet counts it by. A Hijri date is one where its cell or its heading
    /// says so.
    pub fn date(&self) -> Result<Option<NaiveDate>, CellProblem> {
        let hijri_told = match self.found {
            Some(Spot::Column { heading, .. }) => moment::tells_hijri(heading),
            Some(Spot::Path(_)) | None => false,
        };
        self.read(|text| match word::is_untold(text) {
            true => Ok(None),
            false => moment::date(text, hijri_told).map(Some),
        })
        .map(Option::flatten)
    }

    /// A date with the time of day, as the clocks of a zone show it; midnight where no
    /// time is told.
    pub fn moment(&self, zone: &Tz) -> Result<Option<NaiveDateTime>, CellProblem> {
        if let Some(moment) = self.text()?.and_then(|text| moment::told(text, zone)) {
            return Ok(Some(moment));
        }
        Ok(self.date()?.map(|date| date.and_time(NaiveTime::MIN)))
    }

    /// An amount that a program reckoned in binary fractions: 45.099999999999994 is
    /// 45.10. What is truly finer than the coin is refused.
    pub fn reckoned_amount(&self, currency: Currency) -> Result<Option<Money>, CellProblem> {
        self.read(|text| match without_noise(text) {
            Some(clean) => Ok(read_amount(&clean, currency)?),
            None => Ok(read_amount(text, currency)?),
        })
    }

    /// Whether a currency that is named is the bazaar's.
    pub fn in_currency(&self, currency: Currency) -> Result<(), CellProblem> {
        self.read(|text| Ok(read_amount(&format!("1 {text}"), currency)?))?;
        Ok(())
    }

    /// How an order is paid.
    pub fn shop_payment(&self) -> Result<Option<ShopPayment>, CellProblem> {
        self.word(shop_words::PAYMENTS)
    }

    /// Whether all of an order was paid, where words and no amount say so.
    pub fn paid_in_words(&self) -> Result<Option<bool>, CellProblem> {
        self.word(shop_words::PAID)
    }

    /// Whether all that was paid of an order went back.
    pub fn is_paid_back(&self) -> bool {
        matches!(self.word(shop_words::PAID_BACK), Ok(Some(())))
    }

    pub fn handing(&self) -> Result<Option<Handing>, CellProblem> {
        self.word(shop_words::HANDINGS)
    }

    pub fn funder(&self) -> Result<Option<Beneficiary>, CellProblem> {
        self.word(shop_words::FUNDERS)
    }

    /// Where an order stands in its shop; the day it was cancelled says so too.
    pub fn shop_status(&self) -> Result<Option<ShopStatus>, CellProblem> {
        match self.moment(&Tz::UTC) {
            Ok(Some(_)) => Ok(Some(ShopStatus::Cancelled)),
            _ => self.word(shop_words::STATUSES),
        }
    }

    /// Whether a sale stands.
    pub fn sale_stands(&self) -> Result<Option<bool>, CellProblem> {
        self.word(sale_words::STATUSES)
    }

    /// Whether a sale was cancelled or came back: yes or no, or in the words of a
    /// status. How many pieces came back is no answer.
    pub fn cancelled(&self) -> Result<Option<bool>, CellProblem> {
        let in_words = || Ok(self.sale_stands()?.map(|stands| !stands));
        match self.whole() {
            Ok(Some(count)) if count != 0 => in_words(),
            _ => self.answer().or_else(|_| in_words()),
        }
    }

    /// A date, and the time of day where the same cell tells one, as the clocks of a
    /// zone show it.
    pub fn date_and_time(
        &self,
        zone: &Tz,
    ) -> Result<Option<(NaiveDate, Option<NaiveTime>)>, CellProblem> {
        let text = self.text()?;
        if let Some(moment) = text.and_then(|text| moment::told(text, zone)) {
            return Ok(Some((moment.date(), Some(moment.time()))));
        }
        let time = text.and_then(moment::time_behind);
        Ok(self.date()?.map(|date| (date, time)))
    }

    /// Whether its number is a percentage, by a sign in the cell or in its heading.
    pub fn is_percent(&self) -> bool {
        let heading = match self.found {
            Some(Spot::Column { heading, .. }) => heading.as_str(),
            Some(Spot::Path(_)) | None => "",
        };
        let text = self.cell.map_or("", |cell| &cell.text);
        [heading, text].iter().any(|text| text.contains(['%', '٪']))
    }

    /// A time of day; of a cell with date and time, the time.
    pub fn time(&self) -> Result<Option<NaiveTime>, CellProblem> {
        self.read(|text| moment::time(text).ok_or(CellReason::NotATime))
    }

    /// Yes or no, in words, digits or ticks.
    pub fn answer(&self) -> Result<Option<bool>, CellProblem> {
        self.word(word::ANSWERS)
    }

    pub fn unit(&self) -> Result<Option<Unit>, CellProblem> {
        self.word(word::UNITS)
    }

    pub fn licence_kind(&self) -> Result<Option<LicenceKind>, CellProblem> {
        self.word(word::LICENCE_KINDS)
    }

    pub fn money_taker(&self) -> Result<Option<MoneyTaker>, CellProblem> {
        self.word(word::MONEY_TAKERS)
    }

    /// A tender money can be brought in by; deposits and what families took
    /// themselves are not recorded in tables.
    pub fn tender(&self) -> Result<Option<TenderKind>, CellProblem> {
        self.word(word::TENDERS)
    }

    fn word<T: Clone>(
        &self,
        words: &[(T, &'static [&'static str])],
    ) -> Result<Option<T>, CellProblem> {
        let unknown = |known| CellReason::UnknownWord { known };
        self.read(|text| word::meant(text, words).map_err(unknown))
    }

    fn read<T>(
        &self,
        reading: impl FnOnce(&str) -> Result<T, CellReason>,
    ) -> Result<Option<T>, CellProblem> {
        let Some(text) = self.text()? else {
            return Ok(None);
        };
        // The full stop of a number cell marks a fraction, whatever follows it;
        // the Arabic separator says so to a reader of typed text.
        let said = if self.is(CellKind::Number) {
            text.replace('.', "٫")
        } else {
            text.to_owned()
        };
        reading(&said)
            .map(Some)
            .map_err(|reason| self.problem(reason))
    }

    fn is(&self, kind: CellKind) -> bool {
        self.cell.is_some_and(|cell| cell.kind == kind)
    }
}

/// Decimals from which on a fraction is taken for a binary one.
const NOISE_FROM: usize = 9;

/// What a decimal was before it was kept as a binary fraction; none where it has no
/// such noise.
fn without_noise(text: &str) -> Option<String> {
    let plain = fold_digits(&clean(text)).replace('٫', ".");
    let (_, fraction) = plain.split_once('.')?;
    if fraction.len() < NOISE_FROM || !is_digits(fraction) {
        return None;
    }
    let exact = Decimal::from_str(&plain).ok()?;
    let meant = exact.round_dp(4);
    let noise = (exact - meant).abs();
    let is_noise = noise < Decimal::new(1, 8);
    // Its point marks a fraction, as that of a number cell.
    is_noise.then(|| meant.normalize().to_string().replace('.', "٫"))
}

/// Digits of a number that spreadsheet programs keep.
const DIGITS_KEPT: usize = 15;

/// "9.71501E+11", as spreadsheet programs write long numbers into a text.
fn is_scientific(code: &str) -> bool {
    let Some((mantissa, power)) = code.split_once(['E', 'e']) else {
        return false;
    };
    let mantissa: String = mantissa.split(['.', ',', '٫']).collect();
    let power = power.strip_prefix('+').unwrap_or_default();
    is_digits(&mantissa) && is_digits(power)
}

/// A long number without the ".0" that programs for data put behind it.
fn without_fraction(code: &str) -> &str {
    match code.split_once('.') {
        Some((whole, "0" | "00")) if whole.len() >= 6 && is_digits(whole) => whole,
        _ => code,
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    fn cell(text: &str, kind: CellKind) -> Cell {
        Cell {
            column: 2,
            text: text.to_owned(),
            kind,
            from_above: false,
        }
    }

    fn field(cell: Option<&Cell>) -> Field<'_> {
        static FOUND: LazyLock<Spot> = LazyLock::new(|| Spot::Column {
            letter: "C".to_owned(),
            heading: "السعر".to_owned(),
        });
        Field {
            sheet: "أصناف",
            row: 7,
            column: "unit_price",
            found: Some(&FOUND),
            cell,
        }
    }

    #[test]
    fn amounts_are_exact_or_refused() {
        use CellKind::{Number, Text};
        for (text, kind, minor) in [
            ("12.5", Number, 1_250),
            ("1250", Number, 125_000),
            ("12.50", Text, 1_250),
            ("١٢٫٥٠", Text, 1_250),
            ("٣ دراهم", Text, 300),
            ("1,250.00", Text, 125_000),
        ] {
            let cell = cell(text, kind);
            let amount = field(Some(&cell)).amount(Currency::Aed);
            assert_eq!(amount, Ok(Some(Money::from_minor(minor))), "{text}");
        }
        let reason = |text, kind| {
            let cell = cell(text, kind);
            let amount = field(Some(&cell)).amount(Currency::Aed);
            amount.expect_err("unreadable").reason
        };
        let unclear = reason("1.250", Text);
        let is_unclear = matches!(unclear, CellReason::Number(Unreadable::Ambiguous { .. }));
        assert!(is_unclear, "{unclear:?}");
        let fine = reason("1.125", Number);
        let is_fine = matches!(fine, CellReason::Number(Unreadable::TooManyDecimals { .. }));
        assert!(is_fine, "{fine:?}");
        let words = reason("ثمانية", Text);
        let is_words = matches!(words, CellReason::Number(Unreadable::NotANumber { .. }));
        assert!(is_words, "{words:?}");
    }

    #[test]
    fn noise_of_binary_fractions_is_told_from_amounts_too_fine() {
        let read = |text: &str, kind| {
            let cell = cell(text, kind);
            field(Some(&cell)).reckoned_amount(Currency::Aed)
        };
        for kind in [CellKind::Number, CellKind::Text] {
            for (text, minor) in [
                ("45.099999999999994", 4_510),
                ("0.30000000000000004", 30),
                ("12.50", 1_250),
                ("1249.9999999999998", 125_000),
            ] {
                assert_eq!(
                    read(text, kind),
                    Ok(Some(Money::from_minor(minor))),
                    "{text}"
                );
            }
            for text in ["12.3456789012", "45.0950000000001", "1.23456"] {
                assert!(read(text, kind).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn a_weight_from_a_workbook_is_never_taken_for_thousands() {
        for (text, thousandths) in [("1.125", 1_125), ("0.35", 350), ("2", 2_000)] {
            let cell = cell(text, CellKind::Number);
            let expected = Quantity::from_thousandths(thousandths);
            assert_eq!(field(Some(&cell)).quantity(), Ok(Some(expected)), "{text}");
        }
    }

    #[test]
    fn percentages_are_told_from_fractions() {
        use CellKind::{Number, Percent, Text};
        for (text, kind, bps) in [
            ("12.5%", Percent, 1_250),
            ("0.5%", Percent, 50),
            ("10", Number, 1_000),
            ("١٢٫٥٪", Text, 1_250),
            ("٪ ٧", Text, 700),
            ("0", Number, 0),
            ("0.00", Text, 0),
        ] {
            let cell = cell(text, kind);
            let percent = field(Some(&cell)).percent();
            assert_eq!(percent, Ok(Bps::new(bps)), "{text}");
        }
        for (text, kind) in [
            ("0.125", Number),
            ("٠٫١", Text),
            (".1", Text),
            ("0,1", Text),
        ] {
            let cell = cell(text, kind);
            let refused = field(Some(&cell)).percent().expect_err("unclear");
            assert_eq!(refused.reason, CellReason::UnclearPercentage, "{text}");
        }
        for text in ["101", "-1", "ten"] {
            let cell = cell(text, Text);
            assert!(field(Some(&cell)).percent().is_err(), "{text}");
        }
    }

    #[test]
    fn a_code_loses_what_cannot_be_seen() {
        let cell = cell("\u{202a}+٩٧١ 50 000\u{202c}", CellKind::Text);
        let code = field(Some(&cell)).code();
        assert_eq!(code, Ok(Some("+971 50 000".to_owned())));
    }

    #[test]
    fn a_problem_says_where_what_and_why() {
        let wrong = cell("ثمانية", CellKind::Text);
        let problem = field(Some(&wrong))
            .amount(Currency::Aed)
            .expect_err("no number");
        assert_eq!(
            problem.to_string(),
            "sheet أصناف, row 7, column C (السعر): \"ثمانية\": \"ثمانية\" is not a number"
        );
        let missing = field(None).required().expect_err("nothing there");
        assert_eq!(missing.reason, CellReason::Missing);
        let failed = cell("#REF!", CellKind::Failed);
        let failed = field(Some(&failed)).text().expect_err("a failed formula");
        assert_eq!(failed.reason, CellReason::FailedFormula);
    }
}
