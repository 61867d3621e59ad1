//! Making a database, knowing it again, and bringing it to this version.
//!
//! # Architecture invariant
//!
//! A released script is never changed; tests open the database it made. Each
//! change of version is one transaction: the scripts, the projections made anew
//! and the number, after a copy of the database was put aside.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, params};

use super::backup;
use super::error::StoreError;
use super::keeper;
use super::rebuild;
use crate::domain::id::TillCode;

/// "SNDQ": SQLite files with another number are not ours.
pub(super) const APPLICATION_ID: i64 = 0x534e_4451;

/// One script per version, in order. Projections are in none of them.
const SCRIPTS: &[&str] = &[include_str!("sql/v1.sql"), include_str!("sql/v2.sql")];

/// The version this program makes and the last it can read.
pub const VERSION: i64 = SCRIPTS.len() as i64;

/// Bytes of a page. A sale changes some twelve pages in a few places each, and all
/// of them go to the log whole: with a quarter of SQLite's usual size it takes half
/// the time above that of the disk, and costs reading nothing that can be seen.
const PAGE_SIZE: u32 = 1024;

/// Makes a database under another name and lets it appear when it is whole.
pub(super) fn create(path: &Path, till: &TillCode) -> Result<(), StoreError> {
    backup::refuse_existing(path)?;
    let unfinished = backup::beside(path, "new");
    backup::remove_with_log(&unfinished)?;
    File::create_new(&unfinished).map_err(StoreError::io(&unfinished))?;
    let connection = keeper::connect(&unfinished)?;
    connection.execute_batch(&format!(
        "PRAGMA page_size = {PAGE_SIZE}; PRAGMA journal_mode = WAL;"
    ))?;
    let transaction = connection.unchecked_transaction()?;
    migrate(&transaction, SCRIPTS)?;
    transaction.execute(
        "INSERT INTO till (id, code) VALUES (1, ?1)",
        params![till.as_str()],
    )?;
    transaction.commit()?;
    connection.close().map_err(|(_, source)| source)?;
    backup::publish(&unfinished, path)
}

/// A database of this version without a till, to compare others with.
pub(super) fn in_memory() -> Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    migrate(&connection, SCRIPTS)?;
    Ok(connection)
}

/// Checks that the database is ours and not of a later program.
pub(super) fn check_identity(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let application_id: i64 = pragma(connection, "application_id")?;
    if application_id != APPLICATION_ID {
        return Err(StoreError::Foreign {
            path: path.to_owned(),
            application_id,
        });
    }
    let found: i64 = pragma(connection, "user_version")?;
    if found > VERSION {
        return Err(StoreError::Newer {
            found,
            known: VERSION,
        });
    }
    Ok(())
}

/// Migrates if there is something to do, after a copy was put aside.
pub(super) fn bring_up(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    bring_up_by(connection, path, SCRIPTS)
}

fn bring_up_by(connection: &Connection, path: &Path, scripts: &[&str]) -> Result<(), StoreError> {
    let found: i64 = pragma(connection, "user_version")?;
    if found as usize == scripts.len() {
        return Ok(());
    }
    backup::copy_at_once(connection, &copy_of_version(path, found))?;
    let transaction =
        rusqlite::Transaction::new_unchecked(connection, rusqlite::TransactionBehavior::Immediate)?;
    migrate(&transaction, scripts)?;
    transaction.commit()?;
    Ok(())
}

/// Where the database is put aside before its version changes.
fn copy_of_version(path: &Path, version: i64) -> PathBuf {
    backup::beside(path, &format!("v{version}"))
}

/// Runs the scripts still to run and remakes the projections, inside the
/// caller's transaction.
fn migrate(connection: &Connection, scripts: &[&str]) -> Result<(), StoreError> {
    let found: i64 = pragma(connection, "user_version")?;
    for script in &scripts[found as usize..] {
        connection.execute_batch(script)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", scripts.len() as i64)?;
    rebuild::remake(connection, &mut |_| {})
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Store, StoreError, verify};

    const NEXT: &str = "ALTER TABLE print_job ADD COLUMN weight INTEGER";

    fn database(folder: &Path) -> PathBuf {
        let path = folder.join("till.sanduq");
        create(&path, &TillCode::new("T1").unwrap()).unwrap();
        path
    }

    fn version(path: &Path) -> i64 {
        pragma(&Connection::open(path).unwrap(), "user_version").unwrap()
    }

    #[test]
    fn a_migration_puts_a_copy_aside_and_runs_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = database(folder.path());
        let scripts = [SCRIPTS, &[NEXT]].concat();
        let connection = keeper::connect(&path).unwrap();
        bring_up_by(&connection, &path, &scripts).unwrap();
        bring_up_by(&connection, &path, &scripts).unwrap();
        drop(connection);
        assert_eq!(version(&path), VERSION + 1);
        let aside = copy_of_version(&path, VERSION);
        assert_eq!(version(&aside), VERSION);
        let store = Store::open(&aside).unwrap();
        let verdict = store.read(|books| verify::verify(books, |_, _| {}));
        assert_eq!(verdict.unwrap().first_fault, None);
        assert!(matches!(
            Store::open(&path),
            Err(StoreError::Newer { found, known: VERSION }) if found == VERSION + 1
        ));
    }

    #[test]
    fn a_migration_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = database(folder.path());
        let half = format!("{NEXT}; INSERT INTO nowhere VALUES (1)");
        let connection = keeper::connect(&path).unwrap();
        assert!(bring_up_by(&connection, &path, &[SCRIPTS, &[half.as_str()]].concat()).is_err());
        drop(connection);
        assert_eq!(version(&path), VERSION);
        let store = Store::open(&path).unwrap();
        let verdict = store.read(|books| verify::verify(books, |_, _| {}));
        assert_eq!(verdict.unwrap().first_fault, None);
    }
}
