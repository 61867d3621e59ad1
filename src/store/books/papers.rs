//! Papers on their way to a printer.

use rusqlite::{OptionalExtension, Row, params};

use super::{Books, time_of};
use crate::store::error::StoreError;
use crate::store::records::PrintJobRow;

const COLUMNS: &str = "id, printer, kind, title, reference, copy, queued_ms, offset_s, state,
    reason, changed_ms, document";

impl Books<'_> {
    /// Papers in any of these states, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn print_jobs(&self, states: &[&str]) -> Result<Vec<PrintJobRow>, StoreError> {
        let mut statement = self.connection().prepare_cached(&format!(
            "SELECT {COLUMNS} FROM print_job WHERE state = ?1 ORDER BY id"
        ))?;
        let mut jobs = Vec::new();
        for state in states {
            let mut rows = statement.query([state])?;
            while let Some(row) = rows.next()? {
                jobs.push(read_job(row)?);
            }
        }
        jobs.sort_by_key(|job| job.id);
        Ok(jobs)
    }

    /// The original of a paper if it was ever put in line.
    ///
    /// # Errors
    /// What the disk says.
    pub fn original_queued(&self, kind: &str, reference: &str) -> Result<Option<i64>, StoreError> {
        let found = self
            .connection()
            .prepare_cached(
                "SELECT id FROM print_job
                 WHERE reference = ?1 AND kind = ?2 AND copy = 0 LIMIT 1",
            )?
            .query_row(params![reference, kind], |row| row.get(0))
            .optional()?;
        Ok(found)
    }

    /// # Errors
    /// What the disk says.
    pub fn print_job(&self, id: i64) -> Result<Option<PrintJobRow>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM print_job WHERE id = ?1"))?;
        let mut rows = statement.query(params![id])?;
        rows.next()?.map(read_job).transpose()
    }
}

fn read_job(row: &Row<'_>) -> Result<PrintJobRow, StoreError> {
    let offset_s = row.get(7)?;
    Ok(PrintJobRow {
        id: row.get(0)?,
        printer: row.get(1)?,
        kind: row.get(2)?,
        title: row.get(3)?,
        reference: row.get(4)?,
        copy: row.get(5)?,
        queued_at: time_of(0, row.get(6)?, offset_s)?,
        state: row.get(8)?,
        reason: row.get(9)?,
        changed_at: time_of(0, row.get(10)?, offset_s)?,
        document: row.get(11)?,
    })
}
