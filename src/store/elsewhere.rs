//! Other databases, looked into and left exactly as they lie: another till's, an
//! earlier edition's, a backup, whatever medium they are on.
//!
//! # Architecture invariant
//!
//! Of the original nothing is locked, changed or written, and nothing is made beside
//! it: what is read is a copy in a private folder. A copy is shown only after its
//! whole journal was proved, so that neither one caught half-way nor a forged record
//! passes for the books.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::backup::{UNFINISHED, make_writable, with_suffix};
use super::books::Books;
use super::copies::Copies;
use super::error::StoreError;
use super::keeper::{Claim, Keeper, MAGIC};
use super::migrate::APPLICATION_ID;
use super::verify::{self, JournalFault};

/// Why another database can't be looked into.
#[derive(Debug, Error)]
pub enum Unseen {
    /// Another program has it open, or wrote to it while it was copied.
    #[error("it is at work in another program")]
    AtWork,
    #[error("it is open in this program")]
    OpenHere,
    /// It is not what was recorded.
    #[error("{0}")]
    Faulty(JournalFault),
    #[error("{0}")]
    Fault(StoreError),
}

/// Where SQLite keeps the number of the program a file belongs to.
const APPLICATION_ID_AT: usize = 68;

/// What SQLite may have laid beside a database: records that are not in it yet, or
/// pages to be put back.
const LOGS: [&str; 2] = ["-wal", "-journal"];

/// Whether a file is a till's database by its first bytes. One that this program has
/// open, by whatever name, is none here: to open its file a second time would give up
/// its lock. Nor is a backup that never came to its end, whatever is in it so far.
pub fn is_database(path: &Path) -> bool {
    // What is no file, such as a pipe, may never let go of who opens it.
    if !path.is_file() || path.extension().is_some_and(|ending| ending == UNFINISHED) {
        return false;
    }
    let Ok(_claim) = Claim::new(path) else {
        return false;
    };
    let mut header = [0; APPLICATION_ID_AT + 4];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut header));
    let id = i64::from(u32::from_be_bytes([
        header[APPLICATION_ID_AT],
        header[APPLICATION_ID_AT + 1],
        header[APPLICATION_ID_AT + 2],
        header[APPLICATION_ID_AT + 3],
    ]));
    read.is_ok() && header.starts_with(MAGIC) && id == APPLICATION_ID
}

/// Copies a database, opens the copy and proves it. What it lies in is to outlive the
/// connection.
pub(super) fn look(
    path: &Path,
    progress: impl FnMut(u64, u64),
) -> Result<(Keeper, Copies), StoreError> {
    let elsewhere = |why| StoreError::Elsewhere {
        path: path.to_owned(),
        why: Box::new(why),
    };
    let folder = Copies::begin().map_err(|source| {
        elsewhere(Unseen::Fault(StoreError::Io {
            path: std::env::temp_dir(),
            source,
        }))
    })?;
    let copy = folder.path().join("looked-at.sqlite");
    take(path, &copy).map_err(elsewhere)?;
    let keeper = Keeper::open(&copy).map_err(|fault| elsewhere(told_of(path, fault)))?;
    let verdict = verify::verify(&Books::new(&keeper), progress);
    let verdict = verdict.map_err(|fault| elsewhere(told_of(path, fault)))?;
    match verdict.first_fault {
        None => Ok((keeper, folder)),
        Some(fault) => Err(elsewhere(Unseen::Faulty(fault))),
    }
}

/// A fault of the copy, told of the original.
fn told_of(path: &Path, fault: StoreError) -> Unseen {
    let damaged = |detail| Unseen::Faulty(JournalFault::FileDamaged { detail });
    Unseen::Fault(match fault {
        StoreError::Torn { detail } => return damaged(detail),
        // Not a trouble of the disk, so something stands where it can't.
        StoreError::Sqlite(source) if !StoreError::retry_of(&source) => {
            return damaged(source.to_string());
        }
        StoreError::Codec { seq, source } => {
            let detail = source.to_string();
            return Unseen::Faulty(JournalFault::Unreadable { seq, detail });
        }
        StoreError::NotADatabase(_) => StoreError::NotADatabase(path.to_owned()),
        StoreError::Foreign { application_id, .. } => StoreError::Foreign {
            path: path.to_owned(),
            application_id,
        },
        other => other,
    })
}

/// Copies a database that nobody is working on, with what lies in its logs.
fn take(named: &Path, copy: &Path) -> Result<(), Unseen> {
    let _claim = match Claim::new(named) {
        Err(StoreError::InUse { .. }) => return Err(Unseen::OpenHere),
        claim => claim.map_err(Unseen::Fault)?,
    };
    let fault = |source| Unseen::Fault(StoreError::io(named)(source));
    let none = || Unseen::Fault(StoreError::NotADatabase(named.to_owned()));
    // The logs lie beside the file that a link leads to.
    let path = &named.canonicalize().map_err(fault)?;
    if !path.is_file() {
        return Err(none());
    }
    let original = File::open(path).map_err(fault)?;
    // Nothing large is copied only to be told that it is no database.
    let mut first = Vec::new();
    let beginning = (&original).take(MAGIC.len() as u64).read_to_end(&mut first);
    beginning.map_err(fault)?;
    if first != MAGIC {
        return Err(none());
    }
    let before = state(path);
    refuse_locked(&original)?;
    copy_file(path, copy)?;
    for log in LOGS {
        let log_of = |path: &Path| -> PathBuf { with_suffix(path, log) };
        match copy_file(&log_of(path), &log_of(copy)) {
            Err(Unseen::Fault(StoreError::Io { source, .. }))
                if source.kind() == ErrorKind::NotFound => {}
            copied => copied?,
        }
    }
    // Whoever began to work on it meanwhile holds the lock still, or has left a mark.
    refuse_locked(&original)?;
    match state(path) == before {
        true => Ok(()),
        false => Err(Unseen::AtWork),
    }
}

fn copy_file(from: &Path, to: &Path) -> Result<(), Unseen> {
    fs::copy(from, to)
        .map_err(StoreError::io(from))
        .and_then(|_| make_writable(to))
        .map_err(Unseen::Fault)
}

/// How long a database and its logs are and when they were last written.
fn state(path: &Path) -> Vec<Option<impl PartialEq + use<>>> {
    let files = [path.to_owned()].into_iter();
    let files = files.chain(LOGS.map(|log| with_suffix(path, log)));
    let known = files.map(|file| fs::metadata(file).ok());
    known
        .map(|known| known.map(|known| (known.len(), known.modified().ok())))
        .collect()
}

/// Refuses a file another program has locked, without locking it.
fn refuse_locked(file: &File) -> Result<(), Unseen> {
    match is_locked(file) {
        Ok(true) => Err(Unseen::AtWork),
        // A medium that knows no locks has nobody to hold one.
        Ok(false) | Err(_) => Ok(()),
    }
}

#[cfg(unix)]
fn is_locked(file: &File) -> io::Result<bool> {
    use rustix::process::{Flock, FlockType, fcntl_getlk};
    let reading = Flock::from(FlockType::ReadLock);
    Ok(fcntl_getlk(file, &reading)?.is_some())
}

/// There it can be asked only by a lock, which is given back at once.
#[cfg(not(unix))]
fn is_locked(file: &File) -> io::Result<bool> {
    match file.try_lock_shared() {
        Ok(()) => file.unlock().map(|()| false),
        Err(fs::TryLockError::WouldBlock) => Ok(true),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}
