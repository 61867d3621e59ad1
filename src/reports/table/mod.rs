//! Spreadsheets read into records: a file's bytes become [`Sheet`]s of
//! positioned cells, a header row found in them gives each column its meaning,
//! and what comes out is a [`Table`] of [`Record`]s whose every field knows its
//! sheet, row and column.
//!
//! [`delimited`] reads text, [`workbook`] reads XLSX, XLS and ODS, [`vocabulary`]
//! holds the headings people write, [`header`] finds them and [`field`] reads
//! numbers, dates and answers from a cell. What a record *means* (which family,
//! which price is allowed) is not decided here, and nothing is written here.

mod compound;
mod delimited;
mod fault;
mod field;
mod header;
mod heading;
mod json;
mod moment;
mod open_document;
mod order_columns;
mod record;
mod register;
mod shop_words;
mod vocabulary;
mod word;
mod workbook;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod messy;
#[cfg(test)]
mod open_tests;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod tests;

use std::fmt;
use std::path::Path;

pub use fault::{Looks, TableFault};
pub use field::{CellProblem, CellReason, Field, Place};
pub use header::Wanted;
pub use json::{is_json, read_orders};
pub use moment::read_date;
pub use order_columns::OrderColumn;
pub use record::{Heading, Record, Table, TotalRow, read_table};
pub use register::{family_cell, line_cell, write_families, write_lines};
pub use shop_words::{Handing, ShopPayment, ShopStatus};
pub use vocabulary::{Column, FamilyColumn, LineColumn, SaleColumn, TableKind};
pub use word::KnownWord;

/// The largest file read, in bytes. A season of sales is about one megabyte.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// The most filled cells read from one file.
pub const MOST_CELLS: usize = 4_000_000;

/// One sheet of a file; a delimited text is a single sheet named after its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub name: String,
    /// Rows that hold something, in order. Blank rows are left out, which is
    /// why each row carries its own number.
    pub rows: Vec<Row>,
}

/// One row that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The row's number as spreadsheet programs show it, from 1.
    pub number: u32,
    /// Filled cells only, by column.
    pub cells: Vec<Cell>,
}

/// One filled cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Column counted from 0; [`column_letter`] gives what people see.
    pub column: u32,
    /// The text as written, without white space or direction marks around it;
    /// never empty. Numbers are plain decimals ("12.5"), dates ISO 8601.
    pub text: String,
    pub kind: CellKind,
    /// Whether it says what stands in a row above, with which it is merged.
    pub from_above: bool,
}

/// What the file itself says a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Typed text, which may still read as a number or a date.
    Text,
    /// A number: its text is a plain decimal with "." and no grouping.
    Number,
    /// A number shown as a percentage: its text is "12.5%".
    Percent,
    /// A date, time of day or both: ISO 8601 with a space between.
    Date,
    /// A formula that failed; the text is the program's mark, such as "#REF!".
    Failed,
    /// A formula whose result the file does not hold; the text is the formula.
    Unreckoned,
    /// An object or a list of a document, where a text should be.
    Nested,
}

impl Row {
    /// The cell in a column, when it holds something.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The bytes of a file on disk, if it is not too large to be read.
pub fn file_bytes(path: &Path) -> Result<Vec<u8>, TableFault> {
    let unreadable = |source| TableFault::Unreadable {
        path: path.to_path_buf(),
        source,
    };
    // A film on the same stick is not read to be refused.
    refuse_large(std::fs::metadata(path).map_err(unreadable)?.len())?;
    std::fs::read(path).map_err(unreadable)
}

/// Reads a file's bytes into its sheets, deciding by content and never by the
/// file's ending. `name` becomes the sheet's name for delimited text.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, TableFault> {
    refuse_large(bytes.len() as u64)?;
    let sheets = match Looks::of(bytes) {
        Looks::Empty => return Err(TableFault::Empty),
        Looks::Text => vec![delimited::read(name, bytes)?],
        Looks::ZippedWorkbook => workbook::read_excel(bytes)?,
        Looks::OpenDocument => workbook::read_open_document(bytes)?,
        Looks::CompoundFile => workbook::read_old_excel(bytes)?,
        other => return Err(TableFault::NotASpreadsheet { looks: other }),
    };
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(TableFault::Empty);
    }
    Ok(sheets)
}

fn refuse_large(bytes: u64) -> Result<(), TableFault> {
    let limit = LARGEST_FILE;
    match bytes > limit {
        true => Err(TableFault::TooLarge { bytes, limit }),
        false => Ok(()),
    }
}

/// The letters spreadsheet programs give a column counted from 0: A … Z, AA ….
pub fn column_letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).expect("a remainder of 26 fits in a byte");
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// Drops the white space and invisible marks that programs and messengers leave
/// around a cell's text.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
    })
}
