//! Copies of the database: made while selling goes on, proved before they are
//! taken back.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::books::Books;
use super::error::StoreError;
use super::journal;
use super::keeper::{Claim, Head, Keeper};
use super::verify;

/// Half a MiB of 4 KiB pages: a sale that arrives meanwhile waits a
/// millisecond or two.
const PAGES_PER_STEP: i32 = 128;

/// How long a backup lets the thread rest between steps, for jobs to arrive.
const PAUSE: Duration = Duration::from_millis(1);

/// What a backup's name ends with until it is whole.
pub(super) const UNFINISHED: &str = "part";

/// What the asking thread hears of its backup.
pub(super) enum News {
    Percent(u32),
    Ended(Result<Head, StoreError>),
}

/// A backup asked for.
pub(super) struct BackupOrder {
    to: PathBuf,
    news: Sender<News>,
}

impl BackupOrder {
    pub fn new(to: &Path) -> (Self, Receiver<News>) {
        let (news, hear) = mpsc::channel();
        let to = to.to_owned();
        (BackupOrder { to, news }, hear)
    }
}

/// Makes the copy on the owning thread, giving way to other jobs between steps.
pub(super) fn run(keeper: &Keeper, order: BackupOrder, between_steps: impl FnMut(Duration)) {
    let outcome = copy(&keeper.connection, &order.to, between_steps, |percent| {
        let _ = order.news.send(News::Percent(percent));
    });
    // An asking thread that died does not need the answer.
    let _ = order.news.send(News::Ended(outcome));
}

/// Makes a copy without giving way, for a database nobody uses yet.
pub(super) fn copy_at_once(connection: &Connection, to: &Path) -> Result<Head, StoreError> {
    copy(connection, to, |_| {}, |_| {})
}

fn copy(
    connection: &Connection,
    to: &Path,
    mut between_steps: impl FnMut(Duration),
    mut progress: impl FnMut(u32),
) -> Result<Head, StoreError> {
    // An earlier copy may be replaced, a database in use never.
    let _claim = match Claim::new(to) {
        Err(StoreError::Missing(_)) => None,
        claim => Some(claim?),
    };
    let unfinished = beside(to, UNFINISHED);
    remove_with_log(&unfinished)?;
    File::create_new(&unfinished).map_err(StoreError::io(&unfinished))?;
    let mut target = Connection::open_with_flags(&unfinished, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let steps = Backup::new(connection, &mut target)?;
    loop {
        let result = steps.step(PAGES_PER_STEP)?;
        let reached = steps.progress();
        if reached.pagecount > 0 {
            let done = i64::from(reached.pagecount - reached.remaining);
            progress((done * 100 / i64::from(reached.pagecount)) as u32);
        }
        match result {
            StepResult::Done => break,
            _ => between_steps(PAUSE),
        }
    }
    drop(steps);
    // No job has run since the last step, so this is the copy's head too.
    let (seq, hash) = journal::head(connection)?;
    target.close().map_err(|(_, source)| source)?;
    replace(&unfinished, to)?;
    Ok(Head { seq, hash })
}

/// Copies a backup to `to` under another name, proves it record by record, and
/// lets it appear when it is whole.
pub(super) fn restore(from: &Path, to: &Path) -> Result<(), StoreError> {
    refuse_existing(to)?;
    let _claim = Claim::new(from)?;
    if let Some(log) = log_of(from) {
        return Err(StoreError::BackupUnfinished {
            path: from.to_owned(),
            log,
        });
    }
    let unfinished = beside(to, UNFINISHED);
    remove_with_log(&unfinished)?;
    fs::copy(from, &unfinished).map_err(StoreError::io(&unfinished))?;
    make_writable(&unfinished)?;
    let proved = prove(&unfinished, from);
    if proved.is_err() {
        remove_with_log(&unfinished)?;
        return proved;
    }
    publish(&unfinished, to)
}

/// A backup may come from a medium where everything is read-only.
pub(super) fn make_writable(path: &Path) -> Result<(), StoreError> {
    let mut permissions = fs::metadata(path)
        .map_err(StoreError::io(path))?
        .permissions();
    if permissions.readonly() {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            permissions.set_mode(permissions.mode() | 0o600);
        }
        #[cfg(not(unix))]
        permissions.set_readonly(false);
        fs::set_permissions(path, permissions).map_err(StoreError::io(path))?;
    }
    Ok(())
}

fn prove(copy: &Path, from: &Path) -> Result<(), StoreError> {
    let keeper = Keeper::open(copy).map_err(|error| error.of_backup(from))?;
    let verdict = verify::verify(&Books::new(&keeper), |_, _| {})?;
    match verdict.first_fault {
        None => keeper
            .connection
            .close()
            .map_err(|(_, source)| source.into()),
        Some(fault) => Err(StoreError::BackupFaulty {
            path: from.to_owned(),
            fault: Box::new(fault),
        }),
    }
}

/// The file's name with `.suffix` behind it, in the same folder.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    with_suffix(path, &format!(".{suffix}"))
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// The write-ahead log of a database, if there is anything in it.
pub(super) fn log_of(path: &Path) -> Option<PathBuf> {
    let log = with_suffix(path, "-wal");
    fs::metadata(&log)
        .is_ok_and(|found| found.len() > 0)
        .then_some(log)
}

/// Removes what an interrupted attempt left.
pub(super) fn remove_with_log(path: &Path) -> Result<(), StoreError> {
    for path in [
        path.to_owned(),
        with_suffix(path, "-wal"),
        with_suffix(path, "-journal"),
    ] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::Io {
                    path,
                    source: error,
                });
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives a finished file its name for good, refusing one that exists.
pub(super) fn publish(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    refuse_existing(path)?;
    replace(unfinished, path)
}

/// Refuses a name that is taken, or beside which an earlier database left its
/// log: SQLite would take that for the new one's.
pub(super) fn refuse_existing(path: &Path) -> Result<(), StoreError> {
    let logs = ["-wal", "-journal"].map(|suffix| with_suffix(path, suffix));
    match [path.to_owned()]
        .into_iter()
        .chain(logs)
        .find(|path| path.exists())
    {
        Some(existing) => Err(StoreError::Exists(existing)),
        None => Ok(()),
    }
}

/// Gives a finished file its name for good, in place of one that exists.
fn replace(unfinished: &Path, path: &Path) -> Result<(), StoreError> {
    File::open(unfinished)
        .and_then(|file| file.sync_all())
        .map_err(StoreError::io(unfinished))?;
    fs::rename(unfinished, path).map_err(StoreError::io(path))?;
    sync_folder(path)
}

/// A new name is safe only when its folder is on the disk too.
#[cfg(unix)]
fn sync_folder(path: &Path) -> Result<(), StoreError> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(StoreError::io(folder))
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> Result<(), StoreError> {
    Ok(())
}
