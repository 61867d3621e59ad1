//! What an import of families or product lines would do, as a value: looked at
//! first, then taken in whole or not at all.

use std::path::Path;

use super::known::Known;
use super::orders;
use super::suspected::{Suspected, suspected};
use super::told::Told;
use super::{ImportRefusal, Problem, Problems, SourceFile, UnusedHeadings};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::FileImported;
use crate::domain::family::{Family, ProductLine};
use crate::domain::id::Bilingual;
use crate::domain::money::Money;
use crate::domain::staff::{Act, authorise};
use crate::reports::table::{Column, FamilyColumn, LineColumn, Record, Table, TableKind, TotalRow};
use crate::services::order::ShopRequest;
use crate::services::register::{Registered, Registering};
use crate::services::{By, Error, Session, Till};

/// Hears how many rows of how many are done.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize);

/// What taking a file in would do.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Families, lines or orders.
    pub kind: TableKind,
    pub file_name: String,
    /// How many rows were read.
    pub rows: usize,
    /// What would be written, in the order of the file.
    pub changes: Vec<Planned>,
    /// Rows that say what is known already.
    pub unchanged: usize,
    /// Places that can't be taken in. With any, nothing is.
    pub problems: Vec<Problem>,
    /// Rows that may be something known under another code.
    pub suspected: Vec<Suspected>,
    /// What is told of a shop's orders beside those that would be taken.
    pub told: Vec<Told>,
    pub unused: UnusedHeadings,
    pub sheets_left_out: Vec<String>,
    pub totals_left_out: Vec<TotalRow>,
    /// The journal sequence of the register it was made against.
    seq: u64,
    file: FileImported,
}

/// One row that would be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    pub sheet: String,
    pub row: u32,
    pub change: Change,
}

/// What it is now, if it is known, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    Family {
        old: Option<Box<Family>>,
        new: Box<Family>,
    },
    Line {
        old: Option<Box<ProductLine>>,
        new: Box<ProductLine>,
    },
    /// An order of a web shop, which is always new.
    Order(Box<PlannedOrder>),
}

/// An order that would be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedOrder {
    pub request: ShopRequest,
    /// What it comes to with delivery.
    pub total: Money,
    /// The customer's name, the same in both languages.
    name: Bilingual,
}

impl Change {
    fn kind(&self) -> TableKind {
        match self {
            Change::Family { .. } => TableKind::Families,
            Change::Line { .. } => TableKind::Lines,
            Change::Order(_) => TableKind::Orders,
        }
    }

    pub fn is_new(&self) -> bool {
        match self {
            Change::Family { old, .. } => old.is_none(),
            Change::Line { old, .. } => old.is_none(),
            Change::Order(_) => true,
        }
    }

    pub fn code(&self) -> &str {
        match self {
            Change::Family { new, .. } => new.code.as_str(),
            Change::Line { new, .. } => new.sku.as_str(),
            Change::Order(order) => order.request.shop.number.as_str(),
        }
    }

    pub fn name(&self) -> &Bilingual {
        match self {
            Change::Family { new, .. } => &new.name,
            Change::Line { new, .. } => &new.name,
            Change::Order(order) => &order.name,
        }
    }
}

/// What an import of families or product lines did.
#[derive(Debug, Clone)]
pub struct Taken {
    pub registered: Registered,
    pub unused: UnusedHeadings,
    pub sheets_left_out: Vec<String>,
    pub totals_left_out: Vec<TotalRow>,
}

impl Plan {
    pub fn created(&self) -> usize {
        let new = self
            .changes
            .iter()
            .filter(|planned| planned.change.is_new());
        new.count()
    }

    pub fn updated(&self) -> usize {
        self.changes.len() - self.created()
    }

    /// Whether it can be taken in and would change anything.
    pub fn is_worth_taking(&self) -> bool {
        self.problems.is_empty() && !self.changes.is_empty()
    }
}

/// Rows read into what they stand for, or into problems.
pub(super) type Read<T> = (Vec<(String, u32, T)>, Problems);

impl Till {
    /// What taking in families from a CSV or workbook would do.
    ///
    /// # Errors
    /// Not an organiser; a file that is no such table. What its rows can't say is in
    /// the plan.
    pub fn plan_families(
        &self,
        session: &Session,
        path: &Path,
        progress: Progress<'_>,
    ) -> Result<Plan, Error> {
        self.plan_import(session, path, TableKind::Families, progress)
    }

    /// What taking in product lines from a CSV or workbook would do.
    ///
    /// # Errors
    /// As [`Till::plan_families`].
    pub fn plan_lines(
        &self,
        session: &Session,
        path: &Path,
        progress: Progress<'_>,
    ) -> Result<Plan, Error> {
        self.plan_import(session, path, TableKind::Lines, progress)
    }

    /// What taking in a file would do, whichever of them it holds.
    ///
    /// # Errors
    /// As [`Till::plan_families`].
    pub fn plan_import(
        &self,
        session: &Session,
        path: &Path,
        kind: TableKind,
        progress: Progress<'_>,
    ) -> Result<Plan, Error> {
        authorise(needed_for(kind), session.who(), None)?;
        let file = SourceFile::read(path)?;
        match kind {
            TableKind::Lines => self.lines_planned(&file, progress),
            TableKind::Orders => self.orders_planned(&file, progress),
            TableKind::Families | TableKind::Sales => self.families_planned(&file, progress),
        }
    }

    /// Writes what a plan shows, all of it or nothing.
    ///
    /// # Errors
    /// Not an organiser (for orders, not a supervisor); a plan with problems; a
    /// register that was changed since; orders while no day or shift is open.
    pub fn take_in(
        &self,
        session: &Session,
        plan: Plan,
        mut progress: impl FnMut(usize, usize) + Send + 'static,
    ) -> Result<Taken, Error> {
        let changes = plan.changes.iter();
        let kinds = changes.map(|planned| planned.change.kind());
        for kind in kinds.chain([plan.kind]) {
            authorise(needed_for(kind), session.who(), None)?;
        }
        if !plan.problems.is_empty() {
            return Err(ImportRefusal::Problems(plan.problems).into());
        }
        let by = By::actor(session);
        let taken = Taken {
            registered: Registered::default(),
            unused: plan.unused,
            sheets_left_out: plan.sheets_left_out,
            totals_left_out: plan.totals_left_out,
        };
        let mut goods = Registering {
            families: Vec::new(),
            lines: Vec::new(),
            file: Some(plan.file),
        };
        let mut orders = Vec::new();
        for planned in plan.changes {
            match planned.change {
                Change::Family { new, .. } => goods.families.push(*new),
                Change::Line { new, .. } => goods.lines.push(*new),
                Change::Order(order) => orders.push(order.request),
            }
        }
        let (seq, unchanged) = (plan.seq, plan.unchanged as u64);
        let session = session.clone();
        let registered = self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            if catalogue.seq != seq {
                return Err(ImportRefusal::RegisterChanged.into());
            }
            let mut registered = goods.record(recorder, &by, &catalogue, &mut progress)?;
            let all = orders.len();
            for (done, request) in orders.into_iter().enumerate() {
                let taken = recorder.take_from_shop(&session, by.clone(), request)?;
                registered.created += u64::from(taken.is_some());
                progress(done + 1, all);
            }
            Ok(registered)
        })?;
        Ok(Taken {
            registered: Registered {
                unchanged,
                ..registered
            },
            ..taken
        })
    }

    /// Takes families in from a CSV or workbook.
    ///
    /// # Errors
    /// Not an organiser; a file that is no such table; every row that can't be
    /// read, in one list. Nothing is written then.
    pub fn import_families(&self, session: &Session, path: &Path) -> Result<Taken, Error> {
        let plan = self.plan_families(session, path, &mut |_, _| {})?;
        self.take_in(session, plan, |_, _| {})
    }

    /// As [`Till::import_families`], from bytes under a file name.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_families_from(
        &self,
        session: &Session,
        name: &str,
        bytes: &[u8],
    ) -> Result<Taken, Error> {
        let file = SourceFile::of_bytes(name.to_owned(), bytes)?;
        let plan = self.families_planned(&file, &mut |_, _| {})?;
        self.take_in(session, plan, |_, _| {})
    }

    /// Takes product lines in from a CSV or workbook.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_lines(&self, session: &Session, path: &Path) -> Result<Taken, Error> {
        let plan = self.plan_lines(session, path, &mut |_, _| {})?;
        self.take_in(session, plan, |_, _| {})
    }

    /// As [`Till::import_lines`], from bytes under a file name.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_lines_from(
        &self,
        session: &Session,
        name: &str,
        bytes: &[u8],
    ) -> Result<Taken, Error> {
        let file = SourceFile::of_bytes(name.to_owned(), bytes)?;
        let plan = self.lines_planned(&file, &mut |_, _| {})?;
        self.take_in(session, plan, |_, _| {})
    }

    /// Takes orders of a web shop in from a CSV, a workbook or JSON.
    ///
    /// # Errors
    /// As [`Till::take_in`].
    pub fn import_orders(&self, session: &Session, path: &Path) -> Result<Taken, Error> {
        let plan = self.plan_import(session, path, TableKind::Orders, &mut |_, _| {})?;
        self.take_in(session, plan, |_, _| {})
    }

    fn orders_planned(&self, file: &SourceFile, progress: Progress<'_>) -> Result<Plan, Error> {
        let table = file.orders()?;
        let catalogue = self.catalogue()?;
        let known = Known::of(self.orders(None)?);
        let bazaar = &catalogue.bazaar;
        let today = bazaar.trading_date(self.moments().now(&bazaar.time_zone));
        let read = orders::read(&catalogue, &table, &file.name, today, &known, progress);
        let changes = read.orders.into_iter().map(|order| {
            let customer = order.request.wanted.customer.name.as_str();
            let name = Bilingual::new(customer, "");
            Planned {
                sheet: order.sheet,
                row: order.row,
                change: Change::Order(Box::new(PlannedOrder {
                    request: order.request,
                    total: order.total,
                    name,
                })),
            }
        });
        let changes: Vec<Planned> = changes.collect();
        let none: Read<ProductLine> = (Vec::new(), Problems(read.problems));
        let plan = planned(&catalogue, file, table, none, |_| None);
        Ok(Plan {
            unchanged: read.unchanged,
            told: read.told,
            suspected: read.suspected,
            changes,
            ..plan
        })
    }

    fn families_planned(&self, file: &SourceFile, progress: Progress<'_>) -> Result<Plan, Error> {
        let table = file.table::<FamilyColumn>()?;
        let catalogue = self.catalogue()?;
        let read = super::register::families(&catalogue, &table, progress);
        let change = |new: Family| {
            let (old, new) = compared(catalogue.family(&new.code), new)?;
            Some(Change::Family { old, new })
        };
        Ok(planned(&catalogue, file, table, read, change))
    }

    fn lines_planned(&self, file: &SourceFile, progress: Progress<'_>) -> Result<Plan, Error> {
        let table = file.table::<LineColumn>()?;
        let catalogue = self.catalogue()?;
        let read = super::register::lines(&catalogue, &table, progress);
        let change = |new: ProductLine| {
            let (old, new) = compared(catalogue.line(&new.sku), new)?;
            Some(Change::Line { old, new })
        };
        Ok(planned(&catalogue, file, table, read, change))
    }
}

/// What is known and what it would be; nothing where they are the same.
fn compared<T: Clone + PartialEq>(old: Option<&T>, new: T) -> Option<(Option<Box<T>>, Box<T>)> {
    let is_change = old != Some(&new);
    is_change.then(|| (old.cloned().map(Box::new), Box::new(new)))
}

fn planned<C: Column, T>(
    catalogue: &Catalogue,
    file: &SourceFile,
    table: Table<C>,
    (read, Problems(mut problems)): Read<T>,
    change: impl Fn(T) -> Option<Change>,
) -> Plan {
    // In the order of the file, as somebody goes through it to correct it.
    problems.sort_by_key(|problem| {
        let place = &problem.place;
        let sheet = file.place_of_sheet(&place.sheet);
        let letter = place.letter.clone().unwrap_or_default();
        (sheet, place.row, letter.len(), letter)
    });
    let known = read.len();
    let changes: Vec<Planned> = read
        .into_iter()
        .filter_map(|(sheet, row, new)| {
            let change = change(new)?;
            Some(Planned { sheet, row, change })
        })
        .collect();
    let kind = match C::KIND {
        TableKind::Lines => "lines",
        TableKind::Orders => "orders",
        TableKind::Families | TableKind::Sales => "families",
    };
    Plan {
        kind: C::KIND,
        file_name: file.name.clone(),
        rows: table.records.len(),
        unchanged: known - changes.len(),
        suspected: suspected(catalogue, &changes),
        told: Vec::new(),
        changes,
        problems,
        unused: table.unused,
        sheets_left_out: table.sheets_left_out,
        totals_left_out: table.totals_left_out,
        seq: catalogue.seq,
        file: file.fact(kind, table.records.len()),
    }
}

/// The prices and discounts of a shop count, which a supervisor answers for; the
/// register is the organiser's.
fn needed_for(kind: TableKind) -> Act {
    match kind {
        TableKind::Orders => Act::OverridePrice,
        TableKind::Families | TableKind::Lines | TableKind::Sales => Act::SetUp,
    }
}

/// Where a record stands.
pub(super) fn place_of<C: Column>(record: &Record<C>) -> (String, u32) {
    (record.sheet().to_owned(), record.row())
}
