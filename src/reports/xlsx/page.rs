//! One table of the workbook: columns with a stable code, a heading in the
//! reader's language, real numbers and their sums.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Timelike};
use rust_xlsxwriter::{
    Chart, ChartType, Color, ExcelDateTime, Format, FormatBorder, Formula, Worksheet, XlsxError,
    utility,
};

use crate::domain::money::{Bps, Currency, Money, Quantity};
use crate::locale::{Key, Texts};

/// The number spreadsheets know the paper by.
const A4: u8 = 9;

/// Columns that can be read side by side on a sheet of paper.
const READABLE: usize = 20;

/// A column. Codes never change: programs find columns by them.
#[derive(Clone, Copy)]
pub struct Column {
    pub code: &'static str,
    pub heading: Key,
    pub(super) holds: Holds,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Words of about so many letters.
    Words(u16),
    Count,
    Quantity,
    Money,
    /// A price or rate: a number that makes no sum.
    Price,
    Percent,
    Day,
    Moment,
}

pub(super) const fn column(code: &'static str, heading: Key, holds: Holds) -> Column {
    Column {
        code,
        heading,
        holds,
    }
}

/// What stands in a cell.
pub(super) enum Cell<'a> {
    Words(&'a str),
    Count(u64),
    /// Thousandths.
    Quantity(i64),
    Money(Money),
    Percent(Bps),
    Day(NaiveDate),
    Moment(DateTime<FixedOffset>),
    Empty,
}

impl From<Quantity> for Cell<'_> {
    fn from(quantity: Quantity) -> Self {
        Cell::Quantity(quantity.thousandths())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(words: &'a str) -> Self {
        Cell::Words(words)
    }
}

impl From<Money> for Cell<'_> {
    fn from(money: Money) -> Self {
        Cell::Money(money)
    }
}

impl From<u64> for Cell<'_> {
    fn from(count: u64) -> Self {
        Cell::Count(count)
    }
}

/// How cells look.
pub(super) struct Formats {
    currency: Currency,
    heading: Format,
    words: Format,
    count: Format,
    quantity: Format,
    money: Format,
    percent: Format,
    day: Format,
    moment: Format,
    total: Format,
    total_money: Format,
    total_quantity: Format,
}

impl Formats {
    pub fn new(currency: Currency) -> Self {
        let zeros = "0".repeat(currency.digits() as usize);
        let money = format!("#,##0.{zeros}");
        let base = Format::new().set_font_size(11);
        let total = base.clone().set_bold().set_border_top(FormatBorder::Thin);
        Formats {
            currency,
            heading: base
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0xE6_EC_F2))
                .set_border_bottom(FormatBorder::Thin),
            words: base.clone(),
            count: base.clone().set_num_format("#,##0"),
            quantity: base.clone().set_num_format("#,##0.###"),
            money: base.clone().set_num_format(&money),
            percent: base.clone().set_num_format("0.##%"),
            day: base.clone().set_num_format("yyyy-mm-dd"),
            moment: base.clone().set_num_format("yyyy-mm-dd hh:mm"),
            total_money: total.clone().set_num_format(&money),
            total_quantity: total.clone().set_num_format("#,##0.###"),
            total,
        }
    }

    /// An amount as a spreadsheet holds it. Cells are binary fractions by their own
    /// format; this is the only place money becomes one, and nothing is reckoned
    /// with it.
    pub fn money(&self, money: Money) -> f64 {
        money.minor() as f64 / 10_f64.powi(self.currency.digits() as i32)
    }
}

/// A sheet being filled from the top.
pub(super) struct Page<'f> {
    pub sheet: Worksheet,
    columns: Vec<Column>,
    formats: &'f Formats,
    /// The next free row.
    pub row: u32,
    /// Minor units, thousandths or counts, by column.
    sums: Vec<i64>,
}

impl<'f> Page<'f> {
    pub fn new(
        name: &str,
        columns: &[Column],
        texts: &Texts,
        formats: &'f Formats,
    ) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_right_to_left(texts.direction().is_right_to_left());
        sheet.set_freeze_panes(1, 0)?;
        // On paper: as many pages down as it takes, and one across; two where one could
        // not be read, each with the columns that tell whose row it is.
        let across = match columns.len() <= READABLE {
            true => 1,
            false => 2,
        };
        sheet.set_landscape().set_paper_size(A4);
        sheet
            .set_print_fit_to_pages(across, 0)
            .set_repeat_rows(0, 0)?;
        if across > 1 {
            sheet.set_repeat_columns(0, 1)?;
        }
        for (at, column) in (0..).zip(columns) {
            let heading = texts.get(column.heading);
            sheet.write_with_format(0, at, heading, &formats.heading)?;
            let width = match column.holds {
                Holds::Words(letters) => f64::from(letters),
                Holds::Moment => 17.0,
                Holds::Count | Holds::Percent => 10.0,
                _ => 13.0,
            };
            sheet.set_column_width(at, width)?;
        }
        Ok(Page {
            sheet,
            columns: columns.to_vec(),
            formats,
            row: 1,
            sums: vec![0; columns.len()],
        })
    }

    /// Writes a row.
    ///
    /// # Panics
    /// When there is not one cell a column.
    pub fn push(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        assert_eq!(cells.len(), self.columns.len(), "one cell a column");
        let row = self.row;
        for (at, cell) in (0..).zip(cells) {
            let (sheet, formats) = (&mut self.sheet, self.formats);
            let sum = &mut self.sums[usize::from(at)];
            match cell {
                Cell::Words(words) => sheet.write_with_format(row, at, *words, &formats.words)?,
                Cell::Count(count) => {
                    *sum += *count as i64;
                    sheet.write_with_format(row, at, *count, &formats.count)?
                }
                Cell::Quantity(thousandths) => {
                    *sum += thousandths;
                    let quantity = *thousandths as f64 / 1000.0;
                    sheet.write_with_format(row, at, quantity, &formats.quantity)?
                }
                Cell::Money(money) => {
                    *sum += money.minor();
                    sheet.write_with_format(row, at, formats.money(*money), &formats.money)?
                }
                Cell::Percent(rate) => {
                    let share = f64::from(rate.get()) / 10_000.0;
                    sheet.write_with_format(row, at, share, &formats.percent)?
                }
                Cell::Day(day) => sheet.write_with_format(row, at, &date(*day)?, &formats.day)?,
                Cell::Moment(at_moment) => {
                    let local = at_moment.naive_local();
                    let moment = date(local.date())?.and_hms(
                        local.hour() as u16,
                        local.minute() as u8,
                        f64::from(local.second()),
                    )?;
                    sheet.write_with_format(row, at, &moment, &formats.moment)?
                }
                Cell::Empty => sheet,
            };
        }
        self.row += 1;
        Ok(())
    }

    /// Writes a row of cells that come one by one.
    ///
    /// # Panics
    /// As [`Page::push`].
    pub fn push_iter<'c>(
        &mut self,
        cells: impl Iterator<Item = Cell<'c>>,
    ) -> Result<(), XlsxError> {
        self.push(&cells.collect::<Vec<_>>())
    }

    /// Lists the columns of a sheet by their headings and codes.
    pub fn list(
        &mut self,
        sheet: &str,
        columns: &[Column],
        texts: &Texts,
    ) -> Result<(), XlsxError> {
        for column in columns {
            let heading = texts.get(column.heading);
            self.push(&[sheet.into(), heading.as_str().into(), column.code.into()])?;
        }
        Ok(())
    }

    /// A chart under the table, of one column by another; from the right where the
    /// sheet runs from the right.
    pub fn chart(
        &mut self,
        kind: ChartType,
        heading: &str,
        (by, of): (&str, &str),
        last: u32,
        texts: &Texts,
    ) -> Result<(), XlsxError> {
        let name = self.sheet.name();
        let (by, of) = (self.place(by), self.place(of));
        let mut chart = Chart::new(kind);
        chart
            .add_series()
            .set_name(heading)
            .set_categories((name.as_str(), 1, by, last, by))
            .set_values((name.as_str(), 1, of, last, of));
        chart.title().set_name(heading);
        chart.legend().set_hidden();
        if texts.direction().is_right_to_left() {
            chart.x_axis().set_reverse();
        }
        chart.set_width(960).set_height(420);
        self.sheet.insert_chart(last + 4, 1, &chart)?;
        Ok(())
    }

    /// Writes the sums as formulas with their results, so that they are right
    /// before anything reckons and stay right after rows change.
    pub fn total(&mut self, word: &str) -> Result<(), XlsxError> {
        let row = self.row;
        let formats = self.formats;
        self.sheet.write_with_format(row, 0, word, &formats.total)?;
        for (at, column) in (0..).zip(&self.columns).skip(1) {
            let sum = self.sums[usize::from(at)];
            let (result, format) = match column.holds {
                Holds::Money => {
                    let sum = Money::from_minor(sum).to_decimal(formats.currency);
                    (sum.to_string(), &formats.total_money)
                }
                Holds::Quantity => {
                    let sum = Quantity::from_thousandths(sum).to_decimal();
                    (sum.to_string(), &formats.total_quantity)
                }
                Holds::Count => (sum.to_string(), &formats.total_quantity),
                _ => {
                    self.sheet.write_blank(row, at, &formats.total)?;
                    continue;
                }
            };
            let column = utility::column_number_to_name(at);
            let formula = Formula::new(format!("=SUM({column}2:{column}{row})"));
            let formula = formula.set_result(result);
            self.sheet
                .write_formula_with_format(row, at, formula, format)?;
        }
        if row > 1 {
            let last = self.columns.len() as u16 - 1;
            self.sheet.autofilter(0, 0, row - 1, last)?;
        }
        self.row += 1;
        Ok(())
    }

    /// The place of a column by its code.
    ///
    /// # Panics
    /// When there is no such column.
    pub fn place(&self, code: &str) -> u16 {
        let found = self.columns.iter().position(|column| column.code == code);
        found.expect("the column is one of this sheet") as u16
    }
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)
}
