//! The open connection and what is remembered beside it: the head of the
//! journal and the catalogue as last read.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::backup;
use super::error::StoreError;
use super::journal::{self, Hash, Record};
use super::migrate;
use super::projection::Fresh;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::TillCode;

/// The last record of a journal: what an outside witness keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Zero while there is no record.
    pub seq: u64,
    pub hash: Hash,
}

/// The hash, in hexadecimal.
impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.hash
            .iter()
            .try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The connection and its memory. Lives on the owning thread.
pub(super) struct Keeper {
    pub connection: Connection,
    pub till: TillCode,
    pub head: Cell<Head>,
    /// The last record that changed the catalogue.
    pub catalogue_seq: Cell<u64>,
    pub catalogue: RefCell<Option<Arc<Catalogue>>>,
    /// What was not gathered when the journal had this head.
    fresh: RefCell<Option<(Head, Arc<Fresh>)>>,
    /// Given back after the connection is closed, as fields are in their order.
    _claim: Claim,
}

/// A database file this program works on, once, by whatever name it is called.
///
/// The lock that keeps other programs out belongs to the whole program, and is
/// lost when any other handle to the file is closed; so whoever is to open one
/// claims it first. A hard link is another name of the same file and of its lock.
pub(super) struct Claim(Named);

/// A file by its name, and by the number its disk knows it by, where disks tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    path: PathBuf,
    number: Option<(u64, u64)>,
}

impl Named {
    fn is(&self, other: &Named) -> bool {
        let known = self.number.is_some() && self.number == other.number;
        known || self.path == other.path
    }
}

static CLAIMED: Mutex<Vec<Named>> = Mutex::new(Vec::new());

impl Claim {
    /// Claims an existing file.
    pub fn new(path: &Path) -> Result<Claim, StoreError> {
        let path = match path.canonicalize() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(StoreError::Missing(path.to_owned()));
            }
            found => found.map_err(StoreError::io(path))?,
        };
        let number = number_of(&path).map_err(StoreError::io(&path))?;
        let new = Named { path, number };
        let mut claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        if claimed.iter().any(|known| known.is(&new)) {
            return Err(StoreError::InUse { source: None });
        }
        claimed.push(new.clone());
        Ok(Claim(new))
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        claimed.retain(|known| *known != self.0);
    }
}

#[cfg(unix)]
fn number_of(path: &Path) -> std::io::Result<Option<(u64, u64)>> {
    use std::os::unix::fs::MetadataExt;
    let file = std::fs::metadata(path)?;
    Ok(Some((file.dev(), file.ino())))
}

#[cfg(not(unix))]
fn number_of(_path: &Path) -> std::io::Result<Option<(u64, u64)>> {
    Ok(None)
}

/// The first bytes of every SQLite file.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// The part of its header that is read here.
const HEADER: u64 = 32;

/// A program that is just being closed gets this long to let go.
const PATIENCE: Duration = Duration::from_millis(500);

impl Keeper {
    /// Opens, locks, checks whose it is and which version, and migrates.
    pub fn open(path: &Path) -> Result<Keeper, StoreError> {
        let claim = Claim::new(path)?;
        check_file(path)?;
        Self::open_database(path, claim).map_err(|error| match error {
            // The file is there, so it is its log that can't be made beside it.
            StoreError::Sqlite(source)
                if source.sqlite_error_code() == Some(ErrorCode::CannotOpen) =>
            {
                StoreError::ReadOnly {
                    source: Some(source),
                }
            }
            other => other,
        })
    }

    fn open_database(path: &Path, claim: Claim) -> Result<Keeper, StoreError> {
        let connection = connect(path)?;
        migrate::check_identity(&connection, path)?;
        // Takes the lock now, and finds out now whether the file can be written.
        connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK;")?;
        migrate::bring_up(&connection, path)?;
        let code: String = connection.query_row("SELECT code FROM till", [], |row| row.get(0))?;
        let till = TillCode::new(&code).map_err(|error| StoreError::Torn {
            detail: format!("the till's code {code:?}: {error}"),
        })?;
        let keeper = Keeper {
            connection,
            till,
            head: Cell::new(Head {
                seq: 0,
                hash: journal::NO_HASH,
            }),
            catalogue_seq: Cell::new(0),
            catalogue: RefCell::new(None),
            fresh: RefCell::new(None),
            _claim: claim,
        };
        keeper.remember()?;
        Ok(keeper)
    }

    /// Reads again what is remembered, after a transaction was undone or the
    /// projections were remade.
    pub fn remember(&self) -> Result<(), StoreError> {
        let (seq, hash) = journal::head(&self.connection)?;
        self.head.set(Head { seq, hash });
        let changed: i64 = self
            .connection
            .prepare_cached("SELECT coalesce(max(changed_seq), 0) FROM terms")?
            .query_row([], |row| row.get(0))?;
        self.catalogue_seq.set(changed as u64);
        self.catalogue.replace(None);
        self.fresh.replace(None);
        Ok(())
    }

    /// What is not gathered yet, read once for each head of the journal.
    pub fn fresh(&self) -> Result<Arc<Fresh>, StoreError> {
        let head = self.head.get();
        if let Some((read_at, fresh)) = &*self.fresh.borrow()
            && *read_at == head
        {
            return Ok(Arc::clone(fresh));
        }
        let fresh = Arc::new(Fresh::read(&self.connection)?);
        self.fresh.replace(Some((head, Arc::clone(&fresh))));
        Ok(fresh)
    }

    /// Brings what stands in the log into the database. What keeps it from that
    /// loses nothing: the log stays, and is emptied another time.
    pub fn empty_log(&self) {
        let emptied = self
            .connection
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
        let _ = emptied;
    }

    /// A catalogue read inside an undone transaction may bear the sequence of
    /// one that is still to come.
    pub fn forget_catalogue_after(&self, seq: u64) {
        let mut catalogue = self.catalogue.borrow_mut();
        if catalogue.as_ref().is_some_and(|read| read.seq > seq) {
            *catalogue = None;
        }
    }

    /// Checks that the last record is intact and follows on the one before: a
    /// file cut short or half overwritten shows there first.
    pub fn check_last_records(&self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(&format!(
            "SELECT {} FROM journal ORDER BY seq DESC LIMIT 2",
            journal::COLUMNS
        ))?;
        let mut rows = statement.query([])?;
        let mut expected: Option<(Hash, u64)> = None;
        while let Some(row) = rows.next()? {
            let seq = row.get::<_, i64>(0)? as u64;
            let torn = |what: &str| StoreError::Torn {
                detail: format!("record {seq} {what}"),
            };
            let record = Record::of_row(row).map_err(|error| torn(&error.to_string()))?;
            if record.digest(&self.till) != record.hash {
                return Err(torn("is not what was recorded"));
            }
            match expected {
                Some((prev, next)) if prev != record.hash || next != seq => {
                    return Err(torn("is not followed by the next one"));
                }
                Some(_) => {}
                None => {
                    let prev = Hash::try_from(record.prev);
                    expected = Some((prev.map_err(|_| torn("has no predecessor"))?, seq - 1));
                }
            }
        }
        Ok(())
    }
}

/// Refuses what can't be a database before SQLite makes one of it, and a file
/// cut short, which SQLite would fill up with zeroes.
fn check_file(path: &Path) -> Result<(), StoreError> {
    let mut header = Vec::new();
    let file = File::open(path).map_err(StoreError::io(path))?;
    let length = file.metadata().map_err(StoreError::io(path))?.len();
    file.take(HEADER)
        .read_to_end(&mut header)
        .map_err(StoreError::io(path))?;
    if !header.starts_with(MAGIC) {
        return Err(StoreError::NotADatabase(path.to_owned()));
    }
    // With a log beside it the file may be unfinished: the log is what counts.
    if backup::log_of(path).is_some() {
        return Ok(());
    }
    let expected = if length < HEADER {
        HEADER
    } else {
        // Offsets 16 (1 stands for 65,536) and 28 of the file format.
        let size = u64::from(u16::from_be_bytes([header[16], header[17]]));
        let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
        u64::from(pages) * if size == 1 { 65_536 } else { size }
    };
    if length == expected {
        Ok(())
    } else {
        Err(StoreError::Torn {
            detail: format!("the file has {length} bytes instead of {expected}"),
        })
    }
}

/// A connection that is exclusive, durable and careful.
pub(super) fn connect(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // SQLite opens what it may not write for reading, and fails later.
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly { source: None });
    }
    connection.busy_timeout(PATIENCE)?;
    // Exclusive locking must be chosen before the write-ahead log is first
    // read: then there is no shared memory file, and a second program is kept
    // out. The log is emptied in a pause; only one that grows for an hour of
    // sales without any is emptied by a sale.
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA synchronous = FULL;
         PRAGMA cache_size = -65536;
         PRAGMA wal_autocheckpoint = 4000;
         PRAGMA foreign_keys = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA trusted_schema = OFF;",
    )?;
    // Plans that do not look at the values bound, so that a statement is
    // prepared once and not again for each value.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}
