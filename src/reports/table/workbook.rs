//! Workbooks into sheets: XLSX cell by cell, XLS and ODS as ranges. A number
//! leaves here as the decimal text that the program shows for it and a date as
//! ISO 8601; no float goes further than this file.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxError, XlsxFormulaMetadata,
};
use chrono::{NaiveDate, NaiveTime, Timelike};
use rust_decimal::Decimal;

use super::compound;
use super::fault::{Looks, TableFault};
use super::open_document::{Mark, Marks, marks};
use super::{Cell, CellKind, MOST_CELLS, Row, Sheet, trimmed};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Cells of one sheet by row and column, both counted from 0; files may name
/// them in any order.
type Grid = BTreeMap<u32, BTreeMap<u32, Cell>>;

/// Reads XLSX (and XLSM).
pub(super) fn read_excel(bytes: &[u8]) -> Result<Vec<Sheet>, TableFault> {
    fenced(|| {
        let mut workbook: Xlsx<Bytes> = Xlsx::new(Cursor::new(bytes)).map_err(excel_fault)?;
        let names = visible_sheets(&workbook);
        let mut budget = MOST_CELLS;
        names
            .into_iter()
            .map(|name| excel_sheet(&mut workbook, name, &mut budget))
            .collect()
    })
}

/// Reads XLS. An encrypted XLSX comes in the same container and is told apart.
pub(super) fn read_old_excel(bytes: &[u8]) -> Result<Vec<Sheet>, TableFault> {
    compound::refuse_unbounded(bytes)?;
    fenced(|| {
        let locked = |error: &XlsxError| matches!(error, XlsxError::Password);
        if Xlsx::new(Cursor::new(bytes)).is_err_and(|error| locked(&error)) {
            return Err(TableFault::Encrypted);
        }
        let workbook: Xls<Bytes> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => TableFault::Encrypted,
            other => damaged(other),
        })?;
        read_ranges(workbook, damaged, |workbook, name| {
            let merges = workbook.merge_cells_by_sheet_name(name);
            Ok(Marks::of_merges(merges.map_err(damaged)?))
        })
    })
}

/// Reads ODS.
pub(super) fn read_open_document(bytes: &[u8]) -> Result<Vec<Sheet>, TableFault> {
    let mut marks = marks(bytes)?;
    fenced(|| {
        let workbook: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            OdsError::Password => TableFault::Encrypted,
            other => damaged(other),
        })?;
        read_ranges(workbook, damaged, |_, name| {
            Ok(marks.remove(name).unwrap_or_default())
        })
    })
}

/// Runs the reading of a stranger's file. The reading crate can panic on bytes
/// that no program wrote, and a damaged file must not end the till.
fn fenced(read: impl FnOnce() -> Result<Vec<Sheet>, TableFault>) -> Result<Vec<Sheet>, TableFault> {
    catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(damaged("the workbook's parts contradict each other")))
}

fn damaged(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> TableFault {
    TableFault::Damaged {
        source: source.into(),
    }
}

fn excel_fault(error: XlsxError) -> TableFault {
    match error {
        XlsxError::Password => TableFault::Encrypted,
        // A ZIP in order that has no workbook in it is another kind of file.
        XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => {
            TableFault::NotASpreadsheet {
                looks: Looks::Archive,
            }
        }
        other => damaged(other),
    }
}

/// Sheets a person sees when opening the file. A hidden one holds lists and
/// calculations, and taking rows nobody can see would surprise.
fn visible_sheets<'a, R: Reader<Bytes<'a>>>(workbook: &R) -> Vec<String> {
    let sheets = workbook.sheets_metadata().iter();
    sheets
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

/// Goes cell by cell, since a range would reserve the whole rectangle up to a
/// stray cell in the last row and column.
fn excel_sheet(
    workbook: &mut Xlsx<Bytes>,
    name: String,
    budget: &mut usize,
) -> Result<Sheet, TableFault> {
    let mut reader = workbook
        .worksheet_cells_reader(&name)
        .map_err(excel_fault)?;
    let mut grid = Grid::new();
    let mut has_hollow = false;
    while let Some((read, style)) = reader.next_cell_with_style_id().map_err(excel_fault)? {
        let (row, column) = read.get_position();
        let format = reader.styles().get(style).and_then(|style| {
            let format = style.number_format.as_ref()?;
            Some(format.format_code.as_str())
        });
        let value = Data::from(read.get_value().clone());
        has_hollow |= value == Data::Empty;
        if let Some(cell) = cell(&value, column, format.is_some_and(shows_percent)) {
            spend(budget)?;
            grid.entry(row).or_default().insert(column, cell);
        }
    }
    drop(reader);
    if has_hollow {
        unreckoned_formulas(workbook, &name, &mut grid, budget)?;
    }
    let merges = workbook.merge_cells_by_sheet_name(&name);
    fill_down(&mut grid, &merges.map_err(excel_fault)?, budget)?;
    Ok(sheet(name, grid))
}

/// Puts down the formulas whose results the file does not hold: a program that does
/// not reckon wrote them, and a price must not be taken for blank.
fn unreckoned_formulas(
    workbook: &mut Xlsx<Bytes>,
    name: &str,
    grid: &mut Grid,
    budget: &mut usize,
) -> Result<(), TableFault> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(excel_fault)?;
    // The reading that spells out shared formulas would make room for as many as the
    // file claims; this one does not.
    while let Some(read) = reader
        .next_cell_with_formula_metadata()
        .map_err(excel_fault)?
    {
        let ((row, column), Some(formula)) = (read.pos, read.formula) else {
            continue;
        };
        if read.value == DataRef::Empty {
            spend(budget)?;
            let text = match &formula {
                XlsxFormulaMetadata::Normal { formula }
                | XlsxFormulaMetadata::Shared { formula, .. } => trimmed(formula),
                _ => "",
            };
            let cell = Cell {
                column,
                text: format!("={text}"),
                kind: CellKind::Unreckoned,
                from_above: false,
            };
            grid.entry(row).or_default().insert(column, cell);
        }
    }
    Ok(())
}

/// Writes what a cell merged over several rows says into each of these rows that
/// holds anything: a family's code merged over its goods is the code of each.
fn fill_down(grid: &mut Grid, merges: &[Dimensions], budget: &mut usize) -> Result<(), TableFault> {
    for merge in merges.iter().filter(|merge| merge.end.0 > merge.start.0) {
        let (first, column) = merge.start;
        let Some(merged) = grid.get(&first).and_then(|row| row.get(&column)).cloned() else {
            continue;
        };
        for row in grid.range_mut(first + 1..=merge.end.0) {
            spend(budget)?;
            row.1.entry(column).or_insert_with(|| Cell {
                from_above: true,
                ..merged.clone()
            });
        }
    }
    Ok(())
}

fn read_ranges<'a, R>(
    mut workbook: R,
    fault: impl Fn(R::Error) -> TableFault,
    mut marks: impl FnMut(&mut R, &str) -> Result<Marks, TableFault>,
) -> Result<Vec<Sheet>, TableFault>
where
    R: Reader<Bytes<'a>>,
{
    let mut budget = MOST_CELLS;
    let mut sheets = Vec::new();
    for name in visible_sheets(&workbook) {
        let range = workbook.worksheet_range(&name).map_err(&fault)?;
        let marks = marks(&mut workbook, &name)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut grid = Grid::new();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (position(first_row, row), position(first_column, column));
            let mark = marks.of(row, column);
            if let Some(mut cell) = cell(value, column, mark == Some(Mark::Percent)) {
                spend(&mut budget)?;
                if mark == Some(Mark::Failed) {
                    cell.kind = CellKind::Failed;
                }
                grid.entry(row).or_default().insert(column, cell);
            }
        }
        for (row, column, text) in &marks.unreckoned {
            spend(&mut budget)?;
            let cell = Cell {
                column: *column,
                text: text.clone(),
                kind: CellKind::Unreckoned,
                from_above: false,
            };
            grid.entry(*row).or_default().insert(*column, cell);
        }
        fill_down(&mut grid, &marks.merges, &mut budget)?;
        sheets.push(sheet(name, grid));
    }
    Ok(sheets)
}

fn position(first: u32, offset: usize) -> u32 {
    first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
}

fn spend(budget: &mut usize) -> Result<(), TableFault> {
    *budget = budget
        .checked_sub(1)
        .ok_or(TableFault::TooManyCells { limit: MOST_CELLS })?;
    Ok(())
}

fn sheet(name: String, grid: Grid) -> Sheet {
    let rows = grid.into_iter().map(|(row, cells)| Row {
        number: row.saturating_add(1),
        cells: cells.into_values().collect(),
    });
    Sheet {
        name,
        rows: rows.collect(),
    }
}

fn cell(value: &Data, column: u32, percent: bool) -> Option<Cell> {
    let (text, kind) = match value {
        Data::Empty => return None,
        Data::String(text) => (trimmed(text).to_owned(), CellKind::Text),
        Data::Bool(answer) => (answer.to_string(), CellKind::Text),
        Data::Int(number) => (number.to_string(), CellKind::Number),
        Data::Float(number) if percent => {
            (percent_text(&format!("{number:.14e}")), CellKind::Percent)
        }
        Data::Float(number) => (number_text(&format!("{number:.14e}")), CellKind::Number),
        Data::DateTime(moment) => (moment_text(moment), CellKind::Date),
        Data::DateTimeIso(moment) => (iso_text(moment), CellKind::Date),
        Data::DurationIso(duration) => (duration_text(duration), CellKind::Date),
        Data::Error(failure) => (failure.to_string(), CellKind::Failed),
    };
    (!text.is_empty()).then_some(Cell {
        column,
        text,
        kind,
        from_above: false,
    })
}

/// The decimal a program shows for a stored number. Files keep 17 digits, of
/// which Excel guarantees and shows 15; the rest is the noise of binary
/// fractions. `scientific` therefore comes with exactly 15 digits.
fn number_text(scientific: &str) -> String {
    Decimal::from_scientific(scientific).map_or_else(
        |_| scientific.to_owned(),
        |number| number.normalize().to_string(),
    )
}

fn percent_text(scientific: &str) -> String {
    let hundredfold = Decimal::from_scientific(scientific)
        .ok()
        .and_then(|fraction| fraction.checked_mul(Decimal::ONE_HUNDRED));
    hundredfold.map_or_else(
        || scientific.to_owned(),
        |percent| format!("{}%", percent.normalize()),
    )
}

/// Whether a number format shows its number as a percentage: a "%" that is
/// neither quoted nor escaped.
fn shows_percent(format: &str) -> bool {
    let mut quoted = false;
    let mut escaped = false;
    for mark in format.chars() {
        match mark {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    let time = NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), u32::from(second));
    let (Some(date), Some(time)) = (date, time) else {
        // Excel knows a 29 February 1900; the row's reader will refuse it.
        return format!("{year:04}-{month:02}-{day:02}");
    };
    let milli = chrono::TimeDelta::milliseconds(i64::from(milli) + 500);
    let rounded = date.and_time(time) + milli;
    let rounded = rounded
        .with_nanosecond(0)
        .expect("zero is a nanosecond of every second");
    // Below one day there is no date, only a time of day.
    if moment.as_f64() < 1.0 {
        rounded.format("%H:%M:%S").to_string()
    } else if rounded.time() == NaiveTime::MIN {
        rounded.format("%Y-%m-%d").to_string()
    } else {
        rounded.format("%Y-%m-%d %H:%M:%S").to_string()
    }
}

/// "2026-11-26T17:30:00" or "2026-11-26" as OpenDocument writes them.
fn iso_text(moment: &str) -> String {
    let (date, time) = moment.split_once('T').unwrap_or((moment, ""));
    let time = time.split('.').next().unwrap_or_default();
    match time {
        "" | "00:00:00" => date.to_owned(),
        _ => format!("{date} {time}"),
    }
}

/// "PT17H30M05S" as a time of day; anything else stays as it is.
fn duration_text(duration: &str) -> String {
    let parts = duration.strip_prefix("PT").and_then(|rest| {
        let (hours, rest) = rest.split_once('H')?;
        let (minutes, rest) = rest.split_once('M')?;
        let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
        Some((
            hours.parse::<u32>().ok()?,
            minutes.parse::<u32>().ok()?,
            seconds.parse::<u32>().ok()?,
        ))
    });
    parts.map_or_else(
        || duration.to_owned(),
        |(hours, minutes, seconds)| format!("{hours:02}:{minutes:02}:{seconds:02}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{CellErrorType, ExcelDateTimeType};

    fn shown(value: Data, percent: bool) -> (String, CellKind) {
        let cell = cell(&value, 0, percent).expect("a filled cell");
        (cell.text, cell.kind)
    }

    #[test]
    fn numbers_lose_the_noise_of_binary_fractions_and_nothing_else() {
        for (stored, expected) in [
            (12.5, "12.5"),
            (12.499_999_999_999_998, "12.5"),
            (0.1 + 0.2, "0.3"),
            (82.15, "82.15"),
            (1.250, "1.25"),
            (1250.0, "1250"),
            (2_001_234_567_893.0, "2001234567893"),
            (0.001, "0.001"),
            (-7.0, "-7"),
            (0.0, "0"),
        ] {
            let expected = (expected.to_owned(), CellKind::Number);
            assert_eq!(shown(Data::Float(stored), false), expected, "{stored}");
        }
    }

    #[test]
    fn every_price_of_two_digits_comes_back_as_typed() {
        for minor in 0..200_000_i64 {
            let typed = Decimal::new(minor, 2).normalize().to_string();
            let stored = Data::Float(typed.parse().expect("a number"));
            assert_eq!(shown(stored, false).0, typed);
        }
    }

    #[test]
    fn percentages_keep_their_sign() {
        let percent = |stored| shown(Data::Float(stored), true).0;
        assert_eq!(percent(0.125), "12.5%");
        assert_eq!(percent(0.07), "7%");
        for (format, expected) in [
            ("0%", true),
            ("0.00%;[Red]-0.00%", true),
            ("0.00\"%\"", false),
            ("0\\%", false),
            ("General", false),
        ] {
            assert_eq!(shows_percent(format), expected, "{format}");
        }
    }

    #[test]
    fn moments_are_iso() {
        let moment = |serial| {
            let moment = ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, false);
            shown(Data::DateTime(moment), false).0
        };
        assert_eq!(moment(46_352.0), "2026-11-26");
        assert_eq!(moment(46_352.729_166_666_664), "2026-11-26 17:30:00");
        assert_eq!(moment(0.415_405_092_592_592_6), "09:58:11");
        assert_eq!(iso_text("2026-11-26T00:00:00"), "2026-11-26");
        assert_eq!(iso_text("2026-11-26T17:30:00.5"), "2026-11-26 17:30:00");
        assert_eq!(duration_text("PT09H58M11S"), "09:58:11");
        assert_eq!(duration_text("P1Y"), "P1Y");
    }

    #[test]
    fn a_failed_formula_is_marked() {
        let failed = shown(Data::Error(CellErrorType::Ref), false);
        assert_eq!(failed, ("#REF!".to_owned(), CellKind::Failed));
    }
}
