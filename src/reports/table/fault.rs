//! Why a file gives no table: what it looks like instead, and every fault of
//! reading it. Faults of single cells are in `field`.

use std::path::PathBuf;

use super::header::Wanted;
use super::vocabulary::TableKind;

/// What a file's first bytes say it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    Empty,
    /// Text, to be read as delimited columns.
    Text,
    /// A ZIP that may be an Excel workbook.
    ZippedWorkbook,
    /// A ZIP that says it is an OpenDocument spreadsheet.
    OpenDocument,
    /// The container of Excel before 2007, and of encrypted workbooks.
    CompoundFile,
    Json,
    Pdf,
    Picture,
    WebPage,
    /// A ZIP without a workbook in it: an archive, a Word document.
    Archive,
    /// Bytes of no kind known here.
    Binary,
}

impl Looks {
    /// Decides by content; a file's ending is often wrong or missing.
    pub(super) fn of(bytes: &[u8]) -> Looks {
        const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
        let begins = |mark: &[u8]| bytes.starts_with(mark);
        if bytes.is_empty() {
            Looks::Empty
        } else if begins(b"PK\x03\x04") {
            // The format demands that its type be the first entry, stored plain.
            let opening = &bytes[..bytes.len().min(200)];
            let says_so = opening
                .windows(OPEN_DOCUMENT.len())
                .any(|window| window == OPEN_DOCUMENT);
            if says_so {
                Looks::OpenDocument
            } else {
                Looks::ZippedWorkbook
            }
        } else if begins(b"PK") {
            Looks::Archive
        } else if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Looks::CompoundFile
        } else if begins(b"%PDF") {
            Looks::Pdf
        } else if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") {
            Looks::Picture
        } else if is_web_page(bytes) {
            Looks::WebPage
        } else if is_text(bytes) {
            Looks::Text
        } else {
            Looks::Binary
        }
    }
}

/// Web shops like to name a web page "….xls".
fn is_web_page(bytes: &[u8]) -> bool {
    let opening = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]).to_ascii_lowercase();
    let opening = opening.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    ["<!doctype", "<html", "<table", "<head"]
        .iter()
        .any(|tag| opening.starts_with(tag))
}

/// UTF-16 announces itself; other text holds no control characters but breaks.
fn is_text(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    wide || bytes
        .iter()
        .all(|&byte| byte >= 0x20 || matches!(byte, b'\t' | b'\r' | b'\n' | 0x0b | 0x0c | 0x1a))
}

/// Why a file gives no table. Nothing was taken from it in any of these cases.
/// Only [`TableFault::Unreadable`] may succeed when tried again unchanged.
#[derive(Debug, thiserror::Error)]
pub enum TableFault {
    #[error("the file {} cannot be read", path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the file has {bytes} bytes; the most that is read is {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the file has more than {limit} filled cells")]
    TooManyCells { limit: usize },
    #[error("the file is empty")]
    Empty,
    #[error("the file is not a spreadsheet ({looks:?})")]
    NotASpreadsheet { looks: Looks },
    #[error("the workbook is locked with a password")]
    Encrypted,
    #[error("the workbook is damaged")]
    Damaged {
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    #[error("line {line}, column {column}: this is no JSON ({detail})")]
    BrokenJson {
        line: usize,
        column: usize,
        detail: String,
    },
    /// A JSON document without a list of orders.
    #[error("the document holds no orders")]
    NoOrders,
    /// A quotation mark opened in this row is never closed, so the rest of the
    /// file would read as one cell.
    #[error("a quotation mark opened in row {row} is never closed")]
    UnclosedQuote { row: u32 },
    /// No row among the first of any sheet has the headings that are needed.
    /// `missing` holds, for the row that came nearest, the columns not found.
    #[error(
        "no row of headings for {expected:?} was found; missing: {}",
        names(missing)
    )]
    NoHeader {
        expected: TableKind,
        missing: Vec<Wanted>,
        /// Sheet and row that came nearest, when any heading was known at all.
        nearest: Option<(String, u32)>,
    },
    /// Two filled columns have headings of the same meaning and strength.
    #[error("sheet {sheet}, row {row}: columns {} and {} are both headed {heading:?}", letters.0, letters.1)]
    DuplicateHeading {
        sheet: String,
        row: u32,
        heading: String,
        /// The canonical name of the column both stand for.
        column: &'static str,
        letters: (String, String),
    },
    /// The headings are those of another table: the wrong file was chosen.
    #[error("the headings are those of {found:?}, not of {expected:?}")]
    OtherTable {
        expected: TableKind,
        found: TableKind,
    },
    #[error("sheet {sheet} has no rows under its headings in row {header_row}")]
    NoRecords { sheet: String, header_row: u32 },
}

fn names(wanted: &[Wanted]) -> String {
    let names: Vec<&str> = wanted.iter().map(|wanted| wanted.name.as_str()).collect();
    names.join(", ")
}
