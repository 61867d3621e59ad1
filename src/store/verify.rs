//! Proof that the database holds what was recorded: the chain walked record by
//! record, every projection replayed beside and compared, SQLite's own check.

mod families;

use std::collections::BTreeMap;
use std::fmt;

use rusqlite::types::Value;
use rusqlite::{Connection, Row};
use thiserror::Error;

use super::books::Books;
use super::error::StoreError;
use super::journal::{self, Hash, NO_HASH, Record};
use super::keeper::Head;
use super::migrate;
use super::projection;
use super::rebuild::{self, PROJECTIONS};
use crate::domain::fact::Entry;
use crate::domain::id::TillCode;

pub use families::prove_families;

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The records found good before the first fault, or all of them.
    pub entries: u64,
    /// The last of those.
    pub head: Head,
    pub first_fault: Option<JournalFault>,
}

/// The first thing that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JournalFault {
    /// A record is missing where the next is `found`.
    #[error("record {seq} is missing; the next is {found}")]
    Gap { seq: u64, found: i64 },
    /// A record's fields are not those its hash was made of.
    #[error("record {seq} was changed")]
    Changed { seq: u64 },
    /// A record intact in itself, but not the one recorded there.
    #[error("record {seq} does not follow on record {}", .seq - 1)]
    ChainBroken { seq: u64 },
    #[error("record {seq} can't be read: {detail}")]
    Unreadable { seq: u64, detail: String },
    /// A record that can't have come after those before it.
    #[error("record {seq} contradicts those before it: {detail}")]
    Contradicts { seq: u64, detail: String },
    #[error("the postings of record {seq} differ from what it posts")]
    PostingsDiffer { seq: u64 },
    #[error("the balance of {account} is {stored:?}, the journal gives {replayed:?}")]
    BalanceDiffers {
        account: String,
        /// Minor units; none where the row is missing.
        stored: Option<i64>,
        replayed: Option<i64>,
    },
    /// A row of another projection.
    #[error("{table} at {key} differs from the journal")]
    ProjectionDiffers { table: String, key: String },
    /// A table, index or trigger that is missing, changed or not ours.
    #[error("{name} is not as this program made it")]
    SchemaDiffers { name: String },
    /// What SQLite says of its own file.
    #[error("the database file is damaged: {detail}")]
    FileDamaged { detail: String },
}

impl JournalFault {
    /// The record it is about, where it is about one.
    pub fn seq(&self) -> Option<u64> {
        match self {
            JournalFault::Gap { seq, .. }
            | JournalFault::Changed { seq }
            | JournalFault::ChainBroken { seq }
            | JournalFault::Unreadable { seq, .. }
            | JournalFault::Contradicts { seq, .. }
            | JournalFault::PostingsDiffer { seq } => Some(*seq),
            JournalFault::BalanceDiffers { .. }
            | JournalFault::ProjectionDiffers { .. }
            | JournalFault::SchemaDiffers { .. }
            | JournalFault::FileDamaged { .. } => None,
        }
    }
}

/// Walks the whole journal. `progress` hears records done and records in all.
///
/// # Errors
/// Only what keeps it from looking; what it finds is in the [`Verdict`].
pub fn verify(
    books: &Books<'_>,
    mut progress: impl FnMut(u64, u64),
) -> Result<Verdict, StoreError> {
    let replica = Replica::new()?;
    let mut walk = Walk {
        till: books.till(),
        head: Head {
            seq: 0,
            hash: NO_HASH,
        },
        replica: &replica,
    };
    let total = books.head()?.seq;
    let mut fault = walk.run(books.connection(), &mut |seq| progress(seq, total))?;
    if fault.is_none() {
        fault = replica.compare(books.connection())?;
    }
    if fault.is_none() {
        fault = check_schema(books.connection())?;
    }
    if fault.is_none() {
        fault = check_file(books.connection())?;
    }
    Ok(Verdict {
        entries: walk.head.seq,
        head: walk.head,
        first_fault: fault,
    })
}

/// The chain, walked.
struct Walk<'v> {
    till: &'v TillCode,
    head: Head,
    replica: &'v Replica,
}

impl Walk<'_> {
    fn run(
        &mut self,
        connection: &Connection,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<JournalFault>, StoreError> {
        let walked = self.walk(connection, progress);
        match walked {
            // SQLite finds a damaged page in the middle of the walk.
            Err(StoreError::Torn { detail }) => Ok(Some(JournalFault::Unreadable {
                seq: self.head.seq + 1,
                detail,
            })),
            other => other,
        }
    }

    fn walk(
        &mut self,
        connection: &Connection,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Option<JournalFault>, StoreError> {
        let columns = journal::COLUMNS;
        let mut statement =
            connection.prepare(&format!("SELECT {columns} FROM journal ORDER BY seq"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            match self.check(row) {
                Err(fault) => return Ok(Some(fault)),
                Ok((entry, hash)) => {
                    if let Err(error) = self.replica.replay(&entry) {
                        return contradiction(entry.seq, error).map(Some);
                    }
                    self.head = Head {
                        seq: entry.seq,
                        hash,
                    };
                    progress(entry.seq);
                }
            }
        }
        Ok(None)
    }

    fn check(&self, row: &Row<'_>) -> Result<(Entry, Hash), JournalFault> {
        let seq = self.head.seq + 1;
        let unreadable = |detail: String| JournalFault::Unreadable { seq, detail };
        let found: i64 = row.get(0).map_err(|error| unreadable(error.to_string()))?;
        if found != seq as i64 {
            return Err(JournalFault::Gap { seq, found });
        }
        let record = Record::of_row(row).map_err(|error| unreadable(error.to_string()))?;
        let hash = record.digest(self.till);
        if record.hash != hash {
            return Err(JournalFault::Changed { seq });
        }
        if record.prev != self.head.hash {
            return Err(JournalFault::ChainBroken { seq });
        }
        let entry = record
            .entry(self.till)
            .map_err(|error| unreadable(error.to_string()))?;
        Ok((entry, hash))
    }
}

/// A record the projections refuse is a finding; any other fault is not.
fn contradiction(seq: u64, error: StoreError) -> Result<JournalFault, StoreError> {
    match error {
        StoreError::Unlawful { why, .. } => Ok(JournalFault::Contradicts {
            seq,
            detail: why.to_string(),
        }),
        StoreError::Sqlite(source)
            if source.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
        {
            Ok(JournalFault::Contradicts {
                seq,
                detail: source.to_string(),
            })
        }
        other => Err(other),
    }
}

/// The projections as a replay makes them, in a private temporary database.
struct Replica {
    connection: Connection,
}

impl Replica {
    fn new() -> Result<Self, StoreError> {
        let connection = Connection::open("")?;
        connection.set_prepared_statement_cache_capacity(128);
        connection.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
             CREATE TABLE journal (seq INTEGER PRIMARY KEY); BEGIN;",
        )?;
        connection.execute_batch(PROJECTIONS)?;
        Ok(Replica { connection })
    }

    fn replay(&self, entry: &Entry) -> Result<(), StoreError> {
        projection::post(&self.connection, entry)?;
        projection::apply(&self.connection, entry)
    }

    /// The first row, in the order of the tables' importance, that differs.
    fn compare(&self, stored: &Connection) -> Result<Option<JournalFault>, StoreError> {
        let mut tables = rebuild::projections(&self.connection)?;
        tables.sort_by_key(|table| match table.as_str() {
            "posting" => 0,
            "balance" => 1,
            _ => 2,
        });
        for table in tables {
            let compared = compare_table(stored, &self.connection, &table);
            let fault = match compared {
                Err(StoreError::Torn { detail }) => Some(JournalFault::FileDamaged { detail }),
                Err(StoreError::Sqlite(source)) => Some(JournalFault::FileDamaged {
                    detail: source.to_string(),
                }),
                other => other?,
            };
            if fault.is_some() {
                return Ok(fault);
            }
        }
        Ok(None)
    }
}

/// Reads a table in both databases by its key, side by side.
fn compare_table(
    stored: &Connection,
    replayed: &Connection,
    table: &str,
) -> Result<Option<JournalFault>, StoreError> {
    let (columns, key) = columns_and_key(replayed, table)?;
    let select = format!(
        "SELECT {} FROM \"{table}\" ORDER BY {}",
        columns.join(", "),
        columns[..key].join(", ")
    );
    let (mut left, mut right) = (stored.prepare(&select)?, replayed.prepare(&select)?);
    let (mut left, mut right) = (left.query([])?, right.query([])?);
    loop {
        let ours = left
            .next()?
            .map(|row| values(row, columns.len()))
            .transpose()?;
        let theirs = right
            .next()?
            .map(|row| values(row, columns.len()))
            .transpose()?;
        match (&ours, &theirs) {
            (None, None) => return Ok(None),
            _ if ours == theirs => {}
            _ => return Ok(Some(difference(table, key, ours, theirs))),
        }
    }
}

/// A table's columns, those of its primary key first, and how many they are.
fn columns_and_key(
    connection: &Connection,
    table: &str,
) -> Result<(Vec<String>, usize), StoreError> {
    let mut statement = connection.prepare("SELECT name, pk FROM pragma_table_info(?1)")?;
    let mut rows = statement.query([table])?;
    let (mut key, mut others) = (BTreeMap::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let (name, place): (String, i64) = (row.get(0)?, row.get(1)?);
        if place > 0 {
            key.insert(place, name);
        } else {
            others.push(name);
        }
    }
    let count = key.len();
    Ok((key.into_values().chain(others).collect(), count))
}

fn values(row: &Row<'_>, count: usize) -> Result<Vec<Value>, StoreError> {
    (0..count).map(|index| Ok(row.get(index)?)).collect()
}

/// Names the row that is only here, only there, or not the same.
fn difference(
    table: &str,
    key: usize,
    stored: Option<Vec<Value>>,
    replayed: Option<Vec<Value>>,
) -> JournalFault {
    let order = |row: &Option<Vec<Value>>| {
        row.as_ref().map(|row| {
            row[..key]
                .iter()
                .map(Shown)
                .map(|v| v.order())
                .collect::<Vec<_>>()
        })
    };
    let (stored_key, replayed_key) = (order(&stored), order(&replayed));
    // The row whose key comes first is the one the other side lacks.
    let (stored, replayed) = match (stored_key, replayed_key) {
        (Some(ours), Some(theirs)) if ours < theirs => (stored, None),
        (Some(ours), Some(theirs)) if ours > theirs => (None, replayed),
        _ => (stored, replayed),
    };
    let row = stored.as_ref().or(replayed.as_ref());
    let row = row.expect("a difference has a row on one side");
    match table {
        "posting" => JournalFault::PostingsDiffer {
            seq: match row[0] {
                Value::Integer(place) => projection::seq_at(place),
                _ => 0,
            },
        },
        "balance" => {
            let amount = |row: &Option<Vec<Value>>| match row.as_ref().map(|row| &row[1]) {
                Some(Value::Integer(amount)) => Some(*amount),
                _ => None,
            };
            JournalFault::BalanceDiffers {
                account: Shown(&row[0]).to_string(),
                stored: amount(&stored),
                replayed: amount(&replayed),
            }
        }
        _ => JournalFault::ProjectionDiffers {
            table: table.to_owned(),
            key: row[..key]
                .iter()
                .map(|value| Shown(value).to_string())
                .collect::<Vec<_>>()
                .join(" "),
        },
    }
}

/// A value as people read it, and as SQLite orders it.
struct Shown<'v>(&'v Value);

impl Shown<'_> {
    fn order(&self) -> (u8, i64, Vec<u8>) {
        match self.0 {
            Value::Null => (0, 0, Vec::new()),
            Value::Integer(number) => (1, *number, Vec::new()),
            Value::Real(number) => (1, *number as i64, Vec::new()),
            Value::Text(text) => (2, 0, text.clone().into_bytes()),
            Value::Blob(bytes) => (3, 0, bytes.clone()),
        }
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Null => f.write_str("nothing"),
            Value::Integer(number) => write!(f, "{number}"),
            Value::Real(number) => write!(f, "{number}"),
            Value::Text(text) => f.write_str(text),
            Value::Blob(bytes) => match uuid::Uuid::from_slice(bytes) {
                Ok(id) => write!(f, "{id}"),
                Err(_) => bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}")),
            },
        }
    }
}

/// Compares tables, indexes and triggers with those of a database just made:
/// without its triggers a journal could be changed unseen.
fn check_schema(connection: &Connection) -> Result<Option<JournalFault>, StoreError> {
    let expected = schema(&migrate::in_memory()?)?;
    let found = schema(connection)?;
    let differs = |(name, sql): &(&String, &String)| found.get(*name) != Some(*sql);
    let missing = expected.iter().find(differs).map(|(name, _)| name);
    let foreign = found.keys().find(|name| !expected.contains_key(*name));
    Ok(missing
        .or(foreign)
        .map(|name| JournalFault::SchemaDiffers { name: name.clone() }))
}

fn schema(connection: &Connection) -> Result<BTreeMap<String, String>, StoreError> {
    let mut statement =
        connection.prepare("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// SQLite's own look at its pages, indexes and constraints.
fn check_file(connection: &Connection) -> Result<Option<JournalFault>, StoreError> {
    let found = connection.query_row("PRAGMA integrity_check(1)", [], |row| {
        row.get::<_, String>(0)
    });
    let detail = match found.map_err(StoreError::from) {
        Ok(detail) if detail == "ok" => return Ok(None),
        Ok(detail) => detail,
        Err(StoreError::Torn { detail }) => detail,
        Err(other) => return Err(other),
    };
    Ok(Some(JournalFault::FileDamaged { detail }))
}
