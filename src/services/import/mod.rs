//! Taking in families, product lines and sales from spreadsheets: everything
//! that can't be read is told in one list, and nothing is half taken in.
//!
//! Families, product lines and a web shop's orders are planned first ([`Plan`]): what
//! would be created, changed and refused is a value to be looked at, and taking it in
//! writes that and nothing else.

mod baskets;
mod found;
mod known;
mod names;
mod numbering;
mod orders;
mod plan;
mod register;
mod sales;
mod shown;
mod suspected;
mod told;

use std::path::Path;

use sha2::{Digest, Sha256};
use thiserror::Error as ThisError;

use super::error::Fault;
use super::{Error, Till};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::FileImported;
use crate::domain::family::ProductLine;
use crate::domain::id::FamilyCode;
use crate::domain::money::{Money, Quantity};
use crate::domain::ticket::{TicketLine, TicketRefusal};
use crate::reports::table::{
    CellProblem, CellReason, Column, Field, Heading, Looks, OrderColumn, Place, Sheet, Table,
    TableFault, file_bytes, is_json, read_bytes, read_orders, read_table,
};

pub use baskets::LeftOut;
pub use found::{FoundFile, Whereabouts, places, spreadsheets};
pub(in crate::services) use found::{file, files, name_of};
pub(in crate::services) use known::is_same_customer;
pub use plan::{Change, Plan, Planned, PlannedOrder, Progress, Taken};
pub use sales::{
    NotTaken, PlannedDay, PlannedFamily, PlannedGoods, SalesPlan, SalesTaken, TakeSales,
};
pub use shown::FieldChange;
pub use suspected::{Likeness, Other, Suspected};
pub use told::{Aspect, Telling, Told};

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum ImportRefusal {
    #[error("{} places can't be read", .0.len())]
    Problems(Vec<Problem>),
    #[error("{file_name} was taken in on {on}")]
    TakenAlready {
        file_name: String,
        on: chrono::NaiveDate,
    },
    #[error("the trading day {0} was traded at this till already")]
    DayTraded(chrono::NaiveDate),
    #[error("{file} ends before {last}, the last trading day of this till")]
    BeforeLastDay {
        file: chrono::NaiveDate,
        last: chrono::NaiveDate,
    },
    #[error("the trading day {0} is open; close it first")]
    DayOpen(chrono::NaiveDate),
    #[error("the register was changed since the import was planned")]
    RegisterChanged,
}

/// One place of a file that can't be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// The cell as written; empty when it is blank or missing.
    pub text: String,
    pub reason: ProblemReason,
}

/// Why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemReason {
    Cell(CellReason),
    /// No code of letters, digits and `- _ . /`.
    BadCode,
    /// The same code stands in an earlier row.
    Twice {
        first_row: u32,
    },
    UnknownPackage,
    UnknownFamily,
    /// Several families have this name; the code would tell.
    AmbiguousFamily {
        codes: Vec<FamilyCode>,
    },
    /// The codes there are leave no room for a next one.
    NoCodeLeft,
    /// The family known by this name has another account.
    OtherAccount {
        code: FamilyCode,
    },
    /// A family's code whose check digit does not fit.
    CheckDigitWrong,
    /// The code of a family there is, without its check digit.
    CheckDigitMissing {
        known: String,
    },
    UnknownProductLine,
    /// Several product lines have this name; the SKU would tell.
    AmbiguousName {
        skus: Vec<String>,
    },
    /// The SKU is another family's.
    OtherFamily {
        family: String,
    },
    /// The barcode is another product line's.
    BarcodeTaken {
        sku: String,
    },
    /// A registered seller needs its tax number.
    TaxNumberMissing,
    /// An account whose check digits are wrong.
    BadIban,
    /// The file names no tender and none was given.
    TenderMissing,
    /// Piece goods in parts, or an amount out of range.
    OutOfRange,
    /// What is said of an order in one of its rows is not what another says.
    OtherThanAbove {
        first_row: u32,
    },
    /// The order comes to another total than it says.
    TotalOther {
        reckoned: String,
    },
    /// A fee for bringing what is collected.
    FeeOfCollected,
    PaidTooMuch,
    /// Something was paid, and nothing says how.
    PaidHow,
    /// A row comes to another sum than it says.
    RowOther {
        reckoned: String,
    },
    /// No unit price times the quantity makes this sum.
    NoUnitPrice,
    /// It gives back what another row sold.
    GivesBack,
    /// An amount and a percentage are taken off the same row.
    TwoDiscounts,
}

/// A file's bytes, its name and digest.
pub(super) struct SourceFile {
    name: String,
    digest: String,
    content: Content,
}

/// What a file holds.
enum Content {
    Sheets(Vec<Sheet>),
    /// A document and its name.
    Json {
        stem: String,
        bytes: Vec<u8>,
    },
}

impl SourceFile {
    fn read(path: &Path) -> Result<Self, Error> {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Self::of_bytes(name, &file_bytes(path).map_err(Fault::from)?)
    }

    fn of_bytes(name: String, bytes: &[u8]) -> Result<Self, Error> {
        let stem = name
            .rsplit_once('.')
            .map_or(name.as_str(), |(stem, _)| stem);
        let content = match is_json(bytes) {
            true => Content::Json {
                stem: stem.to_owned(),
                bytes: bytes.to_vec(),
            },
            false => Content::Sheets(read_bytes(stem, bytes).map_err(Fault::from)?),
        };
        let digest = Sha256::digest(bytes);
        let digest = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(SourceFile {
            name,
            digest,
            content,
        })
    }

    fn table<C: Column>(&self) -> Result<Table<C>, Error> {
        let read = match &self.content {
            Content::Sheets(sheets) => read_table(sheets),
            Content::Json { .. } => Err(TableFault::NotASpreadsheet { looks: Looks::Json }),
        };
        Ok(read.map_err(Fault::from)?)
    }

    /// Orders, which come as JSON too.
    fn orders(&self) -> Result<Table<OrderColumn>, Error> {
        match &self.content {
            Content::Sheets(_) => self.table(),
            Content::Json { stem, bytes } => Ok(read_orders(stem, bytes).map_err(Fault::from)?),
        }
    }

    /// Where a sheet stands among the others.
    fn place_of_sheet(&self, name: &str) -> Option<usize> {
        match &self.content {
            Content::Sheets(sheets) => sheets.iter().position(|sheet| sheet.name == name),
            Content::Json { .. } => None,
        }
    }

    fn fact(&self, kind: &str, rows: usize) -> FileImported {
        FileImported {
            kind: kind.to_owned(),
            file_name: self.name.clone(),
            sha256: self.digest.clone(),
            rows: rows as u64,
        }
    }
}

/// Collects what can't be read while reading goes on.
#[derive(Default)]
pub(super) struct Problems(Vec<Problem>);

impl Problems {
    /// The value of a field, or its problem kept and nothing.
    fn note<T>(&mut self, read: Result<T, CellProblem>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(problem) => {
                self.0.push(Problem {
                    place: *problem.place,
                    text: problem.text,
                    reason: ProblemReason::Cell(problem.reason),
                });
                None
            }
        }
    }

    fn add(&mut self, field: &Field<'_>, reason: ProblemReason) {
        let text = field.text().ok().flatten().unwrap_or_default().to_owned();
        self.0.push(Problem {
            place: field.place(),
            text,
            reason,
        });
    }

    /// A required code; its problem kept if it is missing or no code.
    fn code<T: std::str::FromStr>(&mut self, field: &Field<'_>) -> Option<T> {
        self.note(field.required())?;
        self.optional_code(field)
    }

    /// A code, if the cell holds one.
    fn optional_code<T: std::str::FromStr>(&mut self, field: &Field<'_>) -> Option<T> {
        let text = self.note(field.code())??;
        match text.parse() {
            Ok(code) => Some(code),
            Err(_) => {
                self.add(field, ProblemReason::BadCode);
                None
            }
        }
    }

    /// A line of goods at a price, or at the one they have; why it can't be sold is kept
    /// as a problem of its field.
    fn ticket_line(
        &mut self,
        catalogue: &Catalogue,
        product: &ProductLine,
        (quantity, quantity_field): (Quantity, &Field<'_>),
        (price, price_field): (Option<Money>, &Field<'_>),
    ) -> Option<TicketLine> {
        match TicketLine::new(catalogue, product, quantity, price) {
            Ok(line) => return Some(line),
            Err(TicketRefusal::PriceMissing(_)) => {
                self.note(price_field.required());
            }
            Err(TicketRefusal::PriceOutOfRange) => {
                self.add(price_field, ProblemReason::OutOfRange);
            }
            Err(_) => self.add(quantity_field, ProblemReason::OutOfRange),
        }
        None
    }
}

impl Till {
    /// Whether this very file was taken in before, and when.
    fn check_not_taken(&self, digest: &str) -> Result<(), Error> {
        let digest = digest.to_owned();
        let taken = self.read(move |books| Ok(books.imported(&digest)?))?;
        match taken {
            None => Ok(()),
            Some(taken) => Err(ImportRefusal::TakenAlready {
                file_name: taken.fact.file_name,
                on: taken.at.date_naive(),
            }
            .into()),
        }
    }
}

/// Headings of a file that nothing was read from.
pub type UnusedHeadings = Vec<Heading>;
