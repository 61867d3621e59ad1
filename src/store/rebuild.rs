//! Dropping every projection and making it anew from the journal.

use std::ops::ControlFlow;

use rusqlite::Connection;

use super::error::StoreError;
use super::journal;
use super::projection;
use super::writing::Writing;
use crate::domain::id::TillCode;

/// The tables that are no projections.
const KEPT: [&str; 7] = [
    "till",
    "journal",
    "pin",
    "badge",
    "in_hand",
    "favourite",
    "print_job",
];

/// The tables, indexes and triggers a replay fills.
pub(super) const PROJECTIONS: &str = include_str!("sql/projections.sql");

/// Makes every projection anew; what can be asked is the same afterwards,
/// unless it had come away from the journal. `progress` hears the sequence of
/// each record replayed.
///
/// # Errors
/// A record that can't be read, or that contradicts those before it.
pub fn rebuild(writing: &mut Writing<'_>, mut progress: impl FnMut(u64)) -> Result<(), StoreError> {
    writing.remade(|connection| remake(connection, &mut progress))
}

pub(super) fn remake(
    connection: &Connection,
    progress: &mut dyn FnMut(u64),
) -> Result<(), StoreError> {
    for table in projections(connection)? {
        connection.execute_batch(&format!("DROP TABLE \"{table}\""))?;
    }
    connection.execute_batch(PROJECTIONS)?;
    let till = connection.query_row("SELECT code FROM till", [], |row| row.get::<_, String>(0));
    let till = match till {
        // A database just being made has neither a till nor records.
        Err(rusqlite::Error::QueryReturnedNoRows) => return Ok(()),
        code => TillCode::new(&code?).map_err(|error| StoreError::Torn {
            detail: error.to_string(),
        })?,
    };
    let mut outcome = Ok(());
    journal::stream(
        connection,
        &till,
        "WHERE seq >= ?1 ORDER BY seq",
        &[&0],
        &mut |entry| {
            outcome = projection::post(connection, &entry)
                .and_then(|()| projection::apply(connection, &entry));
            progress(entry.seq);
            match outcome {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            }
        },
    )?;
    outcome
}

/// The projection tables a database has.
pub(super) fn projections(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut tables = Vec::new();
    for name in names {
        let name = name?;
        if !KEPT.contains(&name.as_str()) {
            tables.push(name);
        }
    }
    Ok(tables)
}
