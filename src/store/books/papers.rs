//! Papers on their way to a printer.

use rusqlite::{Row, params};

use super::{Books, time_of};
use crate::store::error::StoreError;
use crate::store::records::PrintJobRow;

const COLUMNS: &str = "id, printer, kind, title, reference, document, copy, queued_ms, offset_s,
    state, reason, changed_ms";

impl Books<'_> {
    /// Papers in any of these states (all of them for none), oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn print_jobs(&self, states: &[&str]) -> Result<Vec<PrintJobRow>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached(&format!("SELECT {COLUMNS} FROM print_job ORDER BY id"))?;
        let mut rows = statement.query([])?;
        let mut jobs = Vec::new();
        while let Some(row) = rows.next()? {
            let state = row.get_ref(9)?.as_str().map_err(rusqlite::Error::from)?;
            if states.is_empty() || states.contains(&state) {
                jobs.push(read_job(row)?);
            }
        }
        Ok(jobs)
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
    let offset_s = row.get(8)?;
    Ok(PrintJobRow {
        id: row.get(0)?,
        printer: row.get(1)?,
        kind: row.get(2)?,
        title: row.get(3)?,
        reference: row.get(4)?,
        document: row.get(5)?,
        copy: row.get(6)?,
        queued_at: time_of(0, row.get(7)?, offset_s)?,
        state: row.get(9)?,
        reason: row.get(10)?,
        changed_at: time_of(0, row.get(11)?, offset_s)?,
    })
}
