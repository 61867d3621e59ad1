//! What the reading crate does not tell of an OpenDocument spreadsheet: which cells
//! are merged, which numbers are percentages, and which formulas failed or have no
//! result. Found by one pass over the document before the crate reads it, which also refuses what it could not survive: a
//! document cut short, on which it would wait forever, and cells repeated until no
//! memory is left.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Read};

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::MOST_CELLS;
use super::fault::TableFault;

/// The most rows a sheet has.
const MOST_ROWS: u32 = 1_048_576;

/// The most columns of one.
const MOST_COLUMNS: u32 = 16_384;

/// The longest run of spaces a cell may claim by a number.
const MOST_SPACES: u32 = 10_000;

/// The most bytes of the list of a document's parts.
const LONGEST_MANIFEST: u64 = 1024 * 1024;

/// What is known of a sheet's cells beside their values.
#[derive(Debug, Default)]
pub(super) struct Marks {
    pub merges: Vec<Dimensions>,
    /// Formulas without a result, by row and column.
    pub unreckoned: Vec<(u32, u32, String)>,
    /// Columns, from and to, by row and in their order.
    marked: BTreeMap<u32, Vec<(u32, u32, Mark)>>,
}

/// What a value does not say of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Percent,
    /// Of a formula; the value is the program's mark, such as "#REF!".
    Failed,
}

impl Marks {
    pub fn of_merges(merges: Vec<Dimensions>) -> Self {
        Marks {
            merges,
            ..Marks::default()
        }
    }

    pub fn of(&self, row: u32, column: u32) -> Option<Mark> {
        let columns = self.marked.get(&row)?;
        let at = columns.partition_point(|(_, last, _)| *last < column);
        let (first, _, mark) = columns.get(at)?;
        (*first <= column).then_some(*mark)
    }
}

/// Why a document is not trusted.
#[derive(Debug, thiserror::Error)]
enum Untrusted {
    #[error("the document ends before it should")]
    Short,
    #[error("a cell claims {0} spaces in a row")]
    Spaces(String),
    #[error("{0} is no number of rows or columns")]
    Number(String),
    #[error(transparent)]
    Xml(#[from] quick_xml::Error),
    #[error(transparent)]
    Attribute(#[from] quick_xml::events::attributes::AttrError),
}

impl From<Untrusted> for TableFault {
    fn from(source: Untrusted) -> Self {
        TableFault::Damaged {
            source: source.into(),
        }
    }
}

/// Passes over a document: what is known of its sheets, by their names.
pub(super) fn marks(bytes: &[u8]) -> Result<BTreeMap<String, Marks>, TableFault> {
    let damaged = |source: zip::result::ZipError| TableFault::Damaged {
        source: source.into(),
    };
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if let Ok(manifest) = parts.by_name("META-INF/manifest.xml") {
        let mut told = Vec::new();
        let read = manifest.take(LONGEST_MANIFEST).read_to_end(&mut told);
        let locked = b"manifest:encryption-data";
        if read.is_ok() && told.windows(locked.len()).any(|part| part == locked) {
            return Err(TableFault::Encrypted);
        }
    }
    let content = parts.by_name("content.xml").map_err(damaged)?;
    Pass::default().over(BufReader::new(content))
}

/// How far the pass has come.
#[derive(Default)]
struct Pass {
    known: BTreeMap<String, Marks>,
    /// Cells the sheets before this one take.
    taken: u64,
    sheet: Option<Sheet>,
}

/// A sheet that is passed over.
#[derive(Default)]
struct Sheet {
    name: String,
    marks: Marks,
    /// The row that is next, and how many it stands for once it has begun.
    row: u32,
    rows: u32,
    column: u32,
    /// The rectangle of filled cells: where it begins and ends, from the first column.
    first_row: Option<u32>,
    end_row: u32,
    end_column: u32,
    /// Cells that are marked, each counted in every row it stands for.
    marked: u64,
}

impl Pass {
    fn over(mut self, content: impl BufRead) -> Result<BTreeMap<String, Marks>, TableFault> {
        let mut reader = Reader::from_reader(content);
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        let mut depth = 0_u64;
        // How deep the cell lies that is passed over: nothing in it is the sheet's.
        let mut cell = None;
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer);
            match event.map_err(Untrusted::from)? {
                Event::Start(start) => {
                    depth += 1;
                    let name = start.name();
                    if name.as_ref() == "text:s" {
                        refuse_spaces(&start)?;
                    }
                    if cell.is_none() && self.begin(&start)? {
                        cell = Some(depth);
                    }
                }
                Event::End(end) => {
                    if cell == Some(depth) {
                        cell = None;
                    }
                    if cell.is_none() {
                        self.end(end.name().as_ref())?;
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Eof if depth == 0 => return Ok(self.known),
                Event::Eof => return Err(Untrusted::Short.into()),
                _ => {}
            }
        }
    }

    /// Takes in the beginning of an element; whether it is a cell's.
    fn begin(&mut self, start: &BytesStart) -> Result<bool, TableFault> {
        let name = start.name();
        match (name.as_ref(), &mut self.sheet) {
            ("table:table", None) => {
                let named = start.try_get_attribute("table:name");
                let name = match named.map_err(Untrusted::from)? {
                    Some(name) => name
                        .normalized_value(XmlVersion::Implicit1_0)
                        .map_err(Untrusted::from)?
                        .into_owned(),
                    None => return Ok(false),
                };
                self.sheet = Some(Sheet {
                    name,
                    ..Sheet::default()
                });
            }
            ("table:table-row", Some(sheet)) => {
                let rows = number(start, "table:number-rows-repeated")?;
                sheet.rows = rows.min(MOST_ROWS.saturating_sub(sheet.row));
                sheet.column = 0;
            }
            ("table:table-cell" | "table:covered-table-cell", Some(sheet)) => {
                sheet.cell(start)?;
                refuse_many(self.taken.saturating_add(sheet.cells()))?;
                return Ok(true);
            }
            _ => {}
        }
        Ok(false)
    }

    fn end(&mut self, name: &str) -> Result<(), TableFault> {
        match (name, &mut self.sheet) {
            ("table:table-row", Some(sheet)) => {
                sheet.row = sheet.row.saturating_add(sheet.rows);
                sheet.rows = 0;
            }
            ("table:table", Some(_)) => {
                let sheet = self.sheet.take().expect("there is a sheet");
                self.taken = self.taken.saturating_add(sheet.cells());
                self.known.insert(sheet.name, sheet.marks);
            }
            _ => {}
        }
        Ok(())
    }
}

impl Sheet {
    /// The cells it takes to hold it: each row from the first column on.
    fn cells(&self) -> u64 {
        let rows = self.end_row - self.first_row.unwrap_or(self.end_row);
        u64::from(rows) * u64::from(self.end_column)
    }

    fn cell(&mut self, start: &BytesStart) -> Result<(), TableFault> {
        let column = self.column;
        let repeated = number(start, "table:number-columns-repeated")?;
        let repeated = repeated.min(MOST_COLUMNS.saturating_sub(column));
        self.column = column.saturating_add(repeated);
        let (mut filled, mut mark, mut formula) = (false, None, None);
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(Untrusted::from)?;
            match (attribute.key.as_ref(), attribute.value.as_ref()) {
                ("office:value-type", kind) => {
                    filled = true;
                    if kind == "percentage" {
                        mark = Some(Mark::Percent);
                    }
                }
                ("calcext:value-type", "error") => mark = Some(Mark::Failed),
                ("table:formula", _) => formula = Some(attribute),
                (
                    "office:value"
                    | "office:string-value"
                    | "office:date-value"
                    | "office:time-value"
                    | "office:boolean-value",
                    _,
                ) => filled = true,
                _ => {}
            }
        }
        let is_nothing = !filled && formula.is_none();
        if is_nothing || repeated == 0 {
            return Ok(());
        }
        self.first_row.get_or_insert(self.row);
        // A row beyond the last one, or repeated no times, takes its place too.
        self.end_row = self.row.saturating_add(self.rows.max(1));
        self.end_column = self.end_column.max(self.column);
        let down = number(start, "table:number-rows-spanned")?;
        if down > 1 {
            let last = (self.row.saturating_add(down - 1).min(MOST_ROWS - 1), column);
            let merge = Dimensions::new((self.row, column), last);
            self.marks.merges.push(merge);
        }
        if let Some(formula) = formula.filter(|_| !filled) {
            let text = formula.normalized_value(XmlVersion::Implicit1_0);
            let text = text.map_err(Untrusted::from)?;
            // A name says before it in whose language it is written: "of:=…".
            let text = text.split_once('=').map_or(&*text, |(_, text)| text);
            let told = (self.row, column, format!("={text}"));
            self.marks.unreckoned.push(told);
        }
        if let Some(mark) = mark {
            self.marked += u64::from(self.rows);
            refuse_many(self.marked)?;
            for row in self.row..self.row + self.rows {
                let columns = self.marks.marked.entry(row).or_default();
                columns.push((column, self.column - 1, mark));
            }
        }
        Ok(())
    }
}

fn refuse_many(cells: u64) -> Result<(), TableFault> {
    match cells > MOST_CELLS as u64 {
        true => Err(TableFault::TooManyCells { limit: MOST_CELLS }),
        false => Ok(()),
    }
}

/// The reading crate writes them one by one.
fn refuse_spaces(start: &BytesStart) -> Result<(), TableFault> {
    let count = start.try_get_attribute("text:c").map_err(Untrusted::from)?;
    let Some(count) = count else {
        return Ok(());
    };
    match count.value.parse() {
        Ok(0..=MOST_SPACES) => Ok(()),
        Ok(_) | Err(_) => Err(Untrusted::Spaces(count.value.into_owned()).into()),
    }
}

/// How often an element stands, or how far it reaches: once where it does not say.
fn number(start: &BytesStart, name: &str) -> Result<u32, TableFault> {
    let told = start.try_get_attribute(name).map_err(Untrusted::from)?;
    match told {
        None => Ok(1),
        Some(told) => match told.value.parse::<u64>() {
            Ok(number) => Ok(u32::try_from(number).unwrap_or(u32::MAX)),
            Err(_) => Err(Untrusted::Number(told.value.into_owned()).into()),
        },
    }
}
