//! One transaction: appending facts, taking numbers, and the few tables that
//! are no facts. Committed as a whole or not at all.

mod counter;

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
                "INSERT INTO pin (staff, hash, wrong) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET hash = excluded.hash, wrong = excluded.wrong",
            )?
            .execute(params![staff.as_str(), pin.hash, pin.wrong])?;
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

    /// Puts a paper in line once more, as if it had been queued at `at`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn requeue_print_job(
        &mut self,
        id: i64,
        at: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached("UPDATE print_job SET queued_ms = ?2, offset_s = ?3 WHERE id = ?1")?
            .execute(params![
                id,
                at.timestamp_millis(),
                at.offset().local_minus_utc()
            ])?;
        self.update_print_job(id, "queued", None)
    }

    /// Gives a paper to another printer.
    ///
    /// # Errors
    /// What the disk says.
    pub fn move_print_job(&mut self, id: i64, printer: &str) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached("UPDATE print_job SET printer = ?2 WHERE id = ?1")?
            .execute(params![id, printer])?;
        Ok(())
    }

    /// Drops the dots of papers in a state but the last `keep` of them. That
    /// they were printed stays known; a paper can always be drawn again from its
    /// facts, and its dots weigh more than a day of sales.
    ///
    /// # Errors
    /// What the disk says.
    pub fn shed_documents(&mut self, state: &str, keep: u32) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached(
                "UPDATE print_job SET document = zeroblob(0)
                 WHERE state = ?1 AND length(document) > 0 AND id <= coalesce(
                     (SELECT id FROM print_job WHERE state = ?1
                      ORDER BY id DESC LIMIT 1 OFFSET ?2), 0)",
            )?
            .execute(params![state, keep])?;
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

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::domain::fact::SafeFilled;
    use crate::domain::id::TillCode;
    use crate::domain::ledger::Account;
    use crate::domain::money::Money;
    use crate::store::{Store, verify};

    fn fill_safe(w: &mut Writing<'_>, reason: &str) -> Result<Entry, StoreError> {
        let seq = w.head()?.seq + 1;
        let header = NewEntry {
            id: FactId(uuid::Uuid::from_u128(u128::from(seq))),
            at: DateTime::parse_from_rfc3339("2026-01-01T10:00:00+04:00").unwrap(),
            day: None,
            actor: None,
            approver: None,
        };
        let filled = SafeFilled {
            amount: Money::from_minor(100),
            reason: reason.to_owned(),
        };
        w.append(header, Fact::SafeFilled(filled))
    }

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let till = TillCode::new("T1").unwrap();
        let store = Store::create(&folder.path().join("till.sanduq"), &till).unwrap();
        (folder, store)
    }

    /// How many facts there are, after checking that they are what is recorded.
    fn recorded(store: &Store) -> u64 {
        store
            .read::<_, StoreError>(|books| {
                let verdict = verify::verify(books, |_, _| {})?;
                assert_eq!(verdict.first_fault, None);
                let safe = books.balance(&Account::Safe)?;
                assert_eq!(safe, Money::from_minor(100).times(verdict.entries as i64));
                assert_eq!(verdict.head, books.head()?);
                Ok(verdict.entries)
            })
            .unwrap()
    }

    #[test]
    fn a_full_disk_loses_nothing_and_can_be_freed() {
        let (_folder, store) = store();
        let long = "x".repeat(3000);
        let limit = |pages: &'static str| {
            store
                .write::<_, StoreError>(move |w| {
                    let sql = format!("PRAGMA max_page_count = {pages}");
                    Ok(w.connection().query_row(&sql, [], |_| Ok(()))?)
                })
                .unwrap();
        };
        limit("200");
        let mut answered = 0;
        let error = loop {
            let reason = long.clone();
            match store.write(move |w| fill_safe(w, &reason)) {
                Ok(entry) => answered = entry.seq,
                Err(error) => break error,
            }
        };
        assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
        assert!(error.retry_helps() && answered > 10);
        assert_eq!(recorded(&store), answered);
        limit("1000000");
        store.write(move |w| fill_safe(w, &long)).unwrap();
        assert_eq!(recorded(&store), answered + 1);
    }

    #[test]
    fn what_does_not_end_well_was_never_there() {
        let (_folder, store) = store();
        store.write(|w| fill_safe(w, "kept")).unwrap();
        let refused = store.write(|w| {
            fill_safe(w, "refused")?;
            fill_safe(w, "refused")?;
            Err::<(), _>(StoreError::Missing("no reason".into()))
        });
        assert!(refused.is_err());
        let panicked = catch_unwind(AssertUnwindSafe(|| {
            store.write::<(), StoreError>(|w| {
                fill_safe(w, "panicked").unwrap();
                panic!("by intent")
            })
        }));
        assert!(panicked.is_err());
        assert_eq!(recorded(&store), 1);
        store.write(|w| fill_safe(w, "kept")).unwrap();
        assert_eq!(recorded(&store), 2);
    }

    #[test]
    fn a_fault_that_is_passed_over_does_not_leave_half_a_fact() {
        let (_folder, store) = store();
        let passed_over = catch_unwind(AssertUnwindSafe(|| {
            store.write::<(), StoreError>(|w| {
                let twice = |w: &mut Writing<'_>| {
                    let entry = fill_safe(w, "once").unwrap();
                    let (id, at) = (entry.id, entry.at);
                    let header = NewEntry {
                        id,
                        at,
                        day: None,
                        actor: None,
                        approver: None,
                    };
                    w.append(header, entry.fact)
                };
                assert!(twice(w).is_err());
                Ok(())
            })
        }));
        assert!(passed_over.is_err());
        assert_eq!(recorded(&store), 0);
    }

    #[test]
    fn numbers_have_no_gaps() {
        let (_folder, store) = store();
        let numbers = |store: &Store| {
            store
                .write::<_, StoreError>(|w| {
                    let mut take = |series| w.next_number(series).map(|number| number.n);
                    Ok([take(Series::Sale)?, take(Series::Sale)?, take(Series::Z)?])
                })
                .unwrap()
        };
        assert_eq!(numbers(&store), [1, 2, 1]);
        // No fact bore them, so they are still to be given.
        assert_eq!(numbers(&store), [1, 2, 1]);
    }

    #[test]
    fn a_print_job_lasts_until_it_is_forgotten() {
        let (_folder, store) = store();
        let jobs = store
            .write::<_, StoreError>(|w| {
                let job = |copy| NewPrintJob {
                    printer: "counter".to_owned(),
                    kind: "receipt".to_owned(),
                    title: "إيصال".to_owned(),
                    reference: "T1-000001".to_owned(),
                    document: vec![copy as u8; 9],
                    copy,
                    queued_at: DateTime::parse_from_rfc3339("2026-01-01T10:00:00+04:00").unwrap(),
                };
                let ids: Vec<i64> = (0..4)
                    .map(|copy| w.queue_print(job(copy)))
                    .collect::<Result<_, _>>()?;
                w.update_print_job(ids[0], "failed", Some("no paper"))?;
                for id in &ids[1..3] {
                    w.update_print_job(*id, "printed", None)?;
                }
                w.shed_documents("printed", 1)?;
                w.print_jobs(&["printed", "failed", "queued"])
            })
            .unwrap();
        let states: Vec<_> = jobs
            .iter()
            .map(|job| {
                (
                    job.copy,
                    job.document.len(),
                    job.state.as_str(),
                    job.reason.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            states,
            [
                (0, 9, "failed", Some("no paper")),
                (1, 0, "printed", None),
                (2, 9, "printed", None),
                (3, 9, "queued", None)
            ]
        );
        assert_eq!(jobs[0].queued_at.to_rfc3339(), "2026-01-01T10:00:00+04:00");
    }
}
