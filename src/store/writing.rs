//! One transaction: appending facts, taking numbers, and the few tables that
//! are no facts. Committed as a whole or not at all.

use std::collections::HashMap;
use std::ops::Deref;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, params};

use super::books::Books;
use super::error::StoreError;
use super::journal;
use super::keeper::{Head, Keeper};
use super::projection::{self, Series};
use super::records::{NewPrintJob, PinRecord};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{FactId, Number, StaffCode};

/// What the caller knows of an entry; the journal adds the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    pub id: FactId,
    pub at: DateTime<FixedOffset>,
    pub day: Option<NaiveDate>,
    pub actor: Option<StaffCode>,
    pub approver: Option<StaffCode>,
}

/// The books inside a transaction.
pub struct Writing<'t> {
    books: Books<'t>,
    keeper: &'t Keeper,
    /// Numbers given out and not yet on a fact.
    taken: HashMap<Series, u64>,
    /// Whether a fact was left half-written by a fault.
    spoiled: bool,
}

impl<'t> Deref for Writing<'t> {
    type Target = Books<'t>;

    fn deref(&self) -> &Books<'t> {
        &self.books
    }
}

/// Undoes the transaction unless it was committed, whatever ended it.
struct Undo<'k> {
    keeper: &'k Keeper,
    head: Head,
    catalogue_seq: u64,
    committed: bool,
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        if self.committed {
            return;
        }
        // SQLite undoes it by itself after some faults, such as a full disk.
        if !self.keeper.connection.is_autocommit() {
            let _ = self.keeper.connection.execute_batch("ROLLBACK");
        }
        self.keeper.head.set(self.head);
        self.keeper.catalogue_seq.set(self.catalogue_seq);
        self.keeper.forget_catalogue_after(self.catalogue_seq);
    }
}

impl<'t> Writing<'t> {
    /// Runs `f` in one transaction on the owning thread.
    pub(super) fn run<T, E: From<StoreError>>(
        keeper: &'t Keeper,
        f: impl FnOnce(&mut Writing<'t>) -> Result<T, E>,
    ) -> Result<T, E> {
        keeper
            .connection
            .prepare_cached("BEGIN IMMEDIATE")
            .and_then(|mut begin| begin.execute([]))
            .map_err(StoreError::from)?;
        let mut undo = Undo {
            keeper,
            head: keeper.head.get(),
            catalogue_seq: keeper.catalogue_seq.get(),
            committed: false,
        };
        let mut writing = Writing {
            books: Books::new(keeper),
            keeper,
            taken: HashMap::new(),
            spoiled: false,
        };
        let value = f(&mut writing)?;
        assert!(
            !writing.spoiled,
            "a fault of the store must end its transaction"
        );
        keeper
            .connection
            .prepare_cached("COMMIT")
            .and_then(|mut commit| commit.execute([]))
            .map_err(StoreError::from)?;
        undo.committed = true;
        Ok(value)
    }

    /// The next number of a series. It is used up by the fact that bears it:
    /// a transaction undone, or ended without that fact, leaves no gap.
    ///
    /// # Errors
    /// What the disk says.
    pub fn next_number(&mut self, series: Series) -> Result<Number, StoreError> {
        let used = projection::running_total(&self.keeper.connection, series.name())? as u64;
        let taken = self.taken.entry(series).or_default();
        *taken = used.max(*taken) + 1;
        Ok(Number {
            till: self.keeper.till.clone(),
            n: *taken,
        })
    }

    /// Records a fact: its row in the journal, its postings, everything that
    /// can be asked of it.
    ///
    /// # Errors
    /// [`StoreError::Unlawful`] for a fact that contradicts the journal; what
    /// the disk says. Either way the transaction must end in an error.
    ///
    /// # Panics
    /// If its postings don't sum to zero, which no lawful fact's do.
    pub fn append(&mut self, header: NewEntry, fact: Fact) -> Result<Entry, StoreError> {
        let head = self.keeper.head.get();
        let entry = Entry {
            seq: head.seq + 1,
            id: header.id,
            till: self.keeper.till.clone(),
            at: journal::stored_time(header.at),
            day: header.day,
            actor: header.actor,
            approver: header.approver,
            catalogue_seq: self.keeper.catalogue_seq.get(),
            fact,
        };
        self.spoiled = true;
        let connection = &self.keeper.connection;
        projection::post(connection, &entry)?;
        let hash = journal::insert(connection, &entry, &head.hash)?;
        projection::apply(connection, &entry)?;
        self.keeper.head.set(Head {
            seq: entry.seq,
            hash,
        });
        if entry.fact.changes_catalogue() {
            self.keeper.catalogue_seq.set(entry.seq);
        }
        self.spoiled = false;
        Ok(entry)
    }

    /// Keeps a member of staff's PIN record. It is in no journal and no export.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_pin(&mut self, staff: &StaffCode, pin: &PinRecord) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached(
                "INSERT INTO pin (staff, hash, wrong, locked_until_ms) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET hash = excluded.hash, wrong = excluded.wrong,
                     locked_until_ms = excluded.locked_until_ms",
            )?
            .execute(params![
                staff.as_str(),
                pin.hash,
                pin.wrong,
                pin.locked_until_ms
            ])?;
        Ok(())
    }

    /// Puts a paper in line for its printer, in the state `queued`, and gives
    /// its number.
    ///
    /// # Errors
    /// What the disk says.
    pub fn queue_print(&mut self, job: NewPrintJob) -> Result<i64, StoreError> {
        let connection = &self.keeper.connection;
        connection
            .prepare_cached(
                "INSERT INTO print_job (printer, kind, title, reference, document, copy,
                     queued_ms, offset_s, state, changed_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued', ?7)",
            )?
            .execute(params![
                job.printer,
                job.kind,
                job.title,
                job.reference,
                job.document,
                job.copy,
                job.queued_at.timestamp_millis(),
                job.queued_at.offset().local_minus_utc(),
            ])?;
        Ok(connection.last_insert_rowid())
    }

    /// Says what became of a paper, and when by the machine's clock.
    ///
    /// # Errors
    /// What the disk says.
    pub fn update_print_job(
        &mut self,
        id: i64,
        state: &str,
        reason: Option<&str>,
    ) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached(
                "UPDATE print_job SET state = ?2, reason = ?3,
                     changed_ms = CAST(unixepoch('subsec') * 1000 AS INTEGER)
                 WHERE id = ?1",
            )?
            .execute(params![id, state, reason])?;
        Ok(())
    }

    /// Lets the projections be made anew, and forgets what was read of them.
    pub(super) fn remade(
        &mut self,
        remake: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.spoiled = true;
        remake(&self.keeper.connection)?;
        self.keeper.remember()?;
        self.spoiled = false;
        Ok(())
    }
}
