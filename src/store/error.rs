//! What can go wrong with the database, each fault with its source, and
//! whether trying again helps. Words for people are made elsewhere.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::elsewhere::Unseen;
use super::verify::JournalFault;
use crate::domain::id::{
    FamilyCode, Number, OrderId, SettlementId, ShiftId, TicketId, TillCode, TransferId,
};

/// A fault of the store.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("there is no database at {0}")]
    Missing(PathBuf),
    #[error("there is a file at {0} already")]
    Exists(PathBuf),
    /// Not SQLite at all.
    #[error("{0} is not a database")]
    NotADatabase(PathBuf),
    /// SQLite, but of another program.
    #[error("{path} is a database of another program (application id {application_id:#x})")]
    Foreign { path: PathBuf, application_id: i64 },
    /// Made by a later version of this program.
    #[error("the database has version {found}; this program knows up to {known}")]
    Newer { found: i64, known: i64 },
    #[error("the database or its folder can't be written to")]
    ReadOnly { source: Option<rusqlite::Error> },
    /// A second program has it open, or this one already.
    #[error("the database is in use")]
    InUse { source: Option<rusqlite::Error> },
    /// Cut short or damaged, as SQLite or the end of the journal shows.
    #[error("the database is damaged: {detail}")]
    Torn { detail: String },
    #[error("the disk is full; nothing was recorded")]
    DiskFull { source: rusqlite::Error },
    /// A backup that must not be trusted, and its first fault.
    #[error("the backup {path} is faulty: {fault}")]
    BackupFaulty {
        path: PathBuf,
        fault: Box<JournalFault>,
    },
    /// A file copied beside its write-ahead log: records are missing from it.
    #[error("{path} is no finished backup: {log} holds records that are not in it")]
    BackupUnfinished { path: PathBuf, log: PathBuf },
    /// Another database that was only to be looked into.
    #[error("{path} can't be looked into: {why}")]
    Elsewhere { path: PathBuf, why: Box<Unseen> },
    /// A record that can't be read.
    #[error("record {seq} of the journal can't be read: {source}")]
    Codec {
        seq: u64,
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A fact that contradicts what is recorded; nothing was recorded.
    #[error("record {seq} contradicts the journal: {why}")]
    Unlawful { seq: u64, why: Unlawful },
    #[error("{path}: {source}")]
    Io { path: PathBuf, source: io::Error },
    #[error("the database failed: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

/// Why a fact can't follow those before it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unlawful {
    #[error("number {found} where {expected} is next in {series}")]
    NumberOutOfSeries {
        series: &'static str,
        expected: u64,
        found: Number,
    },
    #[error("a number of till {0} in the journal of another")]
    NumberOfOtherTill(TillCode),
    #[error("ticket {0} is a sale already")]
    TicketSold(TicketId),
    #[error("no open order {0}")]
    NoOpenOrder(OrderId),
    #[error("no paid order {0} on its way")]
    NoPaidOrder(OrderId),
    #[error("no open shift {0}")]
    NoOpenShift(ShiftId),
    #[error("a trading day that can't be opened or closed")]
    TradingDay,
    #[error("the settlement of {0} does not hold what is unsettled")]
    SettlementDiffers(FamilyCode),
    #[error("no settlement {0} to reverse")]
    NoSettlement(SettlementId),
    #[error("no balance carried out as {0} to take back")]
    NotCarriedOut(TransferId),
    #[error("its amounts do not add up")]
    PostsNotToZero,
}

impl StoreError {
    /// Whether the same may succeed when tried again, after what stood in the
    /// way is gone.
    pub fn retry_helps(&self) -> bool {
        match self {
            StoreError::InUse { .. } | StoreError::DiskFull { .. } | StoreError::Io { .. } => true,
            StoreError::Elsewhere { why, .. } => match &**why {
                Unseen::AtWork => true,
                Unseen::Fault(fault) => fault.retry_helps(),
                Unseen::OpenHere | Unseen::Faulty(_) => false,
            },
            StoreError::Sqlite(source) => Self::retry_of(source),
            _ => false,
        }
    }

    /// The same of what SQLite says.
    pub(super) fn retry_of(source: &rusqlite::Error) -> bool {
        matches!(
            source.sqlite_error_code(),
            Some(
                rusqlite::ErrorCode::SystemIoFailure
                    | rusqlite::ErrorCode::OutOfMemory
                    | rusqlite::ErrorCode::OperationInterrupted
            )
        )
    }

    /// A fault of a backup's copy, told of the backup itself.
    pub(super) fn of_backup(self, backup: &Path) -> StoreError {
        let fault = match self {
            StoreError::NotADatabase(_) => return StoreError::NotADatabase(backup.to_owned()),
            StoreError::Foreign { application_id, .. } => {
                return StoreError::Foreign {
                    path: backup.to_owned(),
                    application_id,
                };
            }
            StoreError::Torn { detail } => JournalFault::FileDamaged { detail },
            other => return other,
        };
        StoreError::BackupFaulty {
            path: backup.to_owned(),
            fault: Box::new(fault),
        }
    }

    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> StoreError {
        let path = path.into();
        move |source| StoreError::Io { path, source }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match source.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull { source },
            Some(ErrorCode::ReadOnly) => StoreError::ReadOnly {
                source: Some(source),
            },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::InUse {
                source: Some(source),
            },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Torn {
                detail: source.to_string(),
            },
            _ => StoreError::Sqlite(source),
        }
    }
}
