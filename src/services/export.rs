//! The books in formats others read and check.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};
use std::ops::ControlFlow;
use std::str::FromStr;

use chrono::NaiveDate;

use super::error::Fault;
use super::{Error, Till, catalogue};
use crate::domain::fact::Entry;
use crate::domain::id::FamilyCode;
use crate::locale::{Digits, Language, Texts};
use crate::reports::table::{write_families, write_lines};
use crate::reports::{agency, beancount, csv, hledger, journal, xlsx};
use crate::store::Books;

/// What the books are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    Hledger,
    Beancount,
    /// Every record, a JSON object a line.
    Journal,
    /// Every line sold or returned, with its family.
    Csv,
    /// The same under the names of the DSFinV-K, families as agencies.
    Agency,
    /// A workbook with a sheet for each question, in a language.
    Xlsx(Language),
    /// The register of families, as it is imported.
    Families,
    /// The product lines, as they are imported.
    Lines,
}

impl ExportFormat {
    /// Whether phones, bank accounts and customers' addresses stand in it, which are
    /// the organiser's to see.
    pub fn names_people(self) -> bool {
        matches!(self, ExportFormat::Journal | ExportFormat::Families)
    }
}

impl FromStr for ExportFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "hledger" => Ok(ExportFormat::Hledger),
            "beancount" => Ok(ExportFormat::Beancount),
            "journal" => Ok(ExportFormat::Journal),
            "csv" => Ok(ExportFormat::Csv),
            "agency" => Ok(ExportFormat::Agency),
            "xlsx" => Ok(ExportFormat::Xlsx(Language::default())),
            "families" => Ok(ExportFormat::Families),
            "lines" => Ok(ExportFormat::Lines),
            _ => Err(()),
        }
    }
}

impl Till {
    /// Writes the whole journal to `out`.
    ///
    /// # Errors
    /// Not set up; faults of the store or of `out`.
    pub fn export(&self, format: ExportFormat, out: Box<dyn Write + Send>) -> Result<(), Error> {
        self.read(move |books| {
            let catalogue = catalogue(books)?;
            let currency = catalogue.bazaar.currency;
            match format {
                ExportFormat::Hledger => {
                    let mut ledger =
                        hledger::Ledger::begin(out, currency).map_err(Fault::Export)?;
                    each(books, |entry| ledger.entry(&entry))?;
                    ledger.finish(&books.balances()?).map_err(Fault::Export)?;
                }
                ExportFormat::Beancount => {
                    let mut ledger =
                        beancount::Ledger::begin(out, currency).map_err(Fault::Export)?;
                    each(books, |entry| ledger.entry(&entry))?;
                    ledger.finish(&books.balances()?).map_err(Fault::Export)?;
                }
                ExportFormat::Journal => {
                    let mut out = out;
                    each(books, |entry| journal::write_entry(&mut out, &entry))?;
                    out.flush().map_err(Fault::Export)?;
                }
                ExportFormat::Csv => {
                    let mut sheet =
                        csv::Sheet::begin(out, &csv::GOODS_COLUMNS).map_err(Fault::Export)?;
                    each(books, |entry| {
                        csv::write_goods(&mut sheet, currency, &entry)
                    })?;
                    sheet.finish().map_err(Fault::Export)?;
                }
                ExportFormat::Agency => {
                    let mut sheet =
                        csv::Sheet::begin(out, &agency::COLUMNS).map_err(Fault::Export)?;
                    let name = |code: &FamilyCode| Some(catalogue.family(code)?.name.clone());
                    let closings = closings(books)?;
                    let closing = |day| closings.get(&day).copied();
                    each(books, |entry| {
                        agency::write(&mut sheet, currency, &entry, closing, name)
                    })?;
                    sheet.finish().map_err(Fault::Export)?;
                }
                ExportFormat::Xlsx(language) => {
                    let mut out = out;
                    let looks = xlsx::Looks::of(&catalogue);
                    let texts = Texts::of(language, Digits::Latin);
                    let mut book =
                        xlsx::Books::begin(&catalogue, texts, &looks).map_err(Fault::Export)?;
                    each(books, |entry| book.entry(entry))?;
                    // A workbook is a zip, whose parts are told at its end.
                    let mut whole = Cursor::new(Vec::new());
                    let balances = books.balances()?;
                    book.finish(&balances, &mut whole).map_err(Fault::Export)?;
                    out.write_all(whole.get_ref()).map_err(Fault::Export)?;
                    out.flush().map_err(Fault::Export)?;
                }
                ExportFormat::Families => {
                    write_families(out, catalogue.families(), currency).map_err(Fault::Export)?;
                }
                ExportFormat::Lines => {
                    write_lines(out, catalogue.lines(), currency).map_err(Fault::Export)?;
                }
            }
            Ok(())
        })
    }
}

/// The number of each closed day's close.
fn closings(books: &Books<'_>) -> Result<BTreeMap<NaiveDate, u64>, Error> {
    let mut closings = BTreeMap::new();
    for row in books.days()? {
        if let Some(closing) = books.day_closing(row.day)? {
            closings.insert(row.day, closing.fact.number.n);
        }
    }
    Ok(closings)
}

/// Passes every entry to `write`, and stops at its first error.
fn each(books: &Books<'_>, mut write: impl FnMut(Entry) -> io::Result<()>) -> Result<(), Error> {
    let mut failed = None;
    books.entries(1, &mut |entry| match write(entry) {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => {
            failed = Some(error);
            ControlFlow::Break(())
        }
    })?;
    match failed {
        Some(error) => Err(Fault::Export(error).into()),
        None => Ok(()),
    }
}
