//! The journal's rows: how a fact becomes one, the hash that chains it to the
//! row before, and how it is read back.

use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use thiserror::Error;
use uuid::Uuid;

use super::error::StoreError;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{BadCode, FactId, StaffCode, TillCode};

/// Separates these hashes from all others: a change of the fields below needs
/// another tag.
const TAG: &[u8] = b"sanduq-journal-1";

/// The columns in the order [`Record::of_row`] expects; the body comes last so
/// that the others can be read without it.
pub(super) const COLUMNS: &str =
    "seq, id, at_ms, offset_s, day, actor, approver, catalogue_seq, kind, prev, hash, body";

pub(super) type Hash = [u8; 32];

/// What the first record is chained to.
pub(super) const NO_HASH: Hash = [0; 32];

/// A row as stored, borrowed from where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Record<'a> {
    pub seq: i64,
    pub id: &'a [u8],
    pub at_ms: i64,
    pub offset_s: i64,
    pub day: Option<&'a str>,
    pub actor: Option<&'a str>,
    pub approver: Option<&'a str>,
    pub catalogue_seq: i64,
    pub kind: &'a str,
    pub prev: &'a [u8],
    pub hash: &'a [u8],
    pub body: &'a str,
}

/// Why a row is no entry.
#[derive(Debug, Error)]
pub enum Unreadable {
    #[error("its id is no uuid")]
    Id,
    #[error("its time is out of range")]
    Time,
    #[error("its day {0:?} is no date")]
    Day(String),
    #[error(transparent)]
    Code(#[from] BadCode),
    #[error("its body is not understood: {0}")]
    Body(#[from] serde_json::Error),
    #[error("its body is no {0} this program knows")]
    Kind(String),
    #[error("a column has the wrong type: {0}")]
    Column(String),
}

impl<'a> Record<'a> {
    /// A row selected by [`COLUMNS`].
    pub fn of_row(row: &'a Row<'_>) -> Result<Self, Unreadable> {
        fn wrong(error: impl ToString) -> Unreadable {
            Unreadable::Column(error.to_string())
        }
        let integer = |index: usize| row.get::<_, i64>(index).map_err(wrong);
        let text = |index: usize| row.get_ref(index).map_err(wrong)?.as_str().map_err(wrong);
        let name = |index: usize| {
            row.get_ref(index)
                .map_err(wrong)?
                .as_str_or_null()
                .map_err(wrong)
        };
        let blob = |index: usize| row.get_ref(index).map_err(wrong)?.as_blob().map_err(wrong);
        Ok(Record {
            seq: integer(0)?,
            id: blob(1)?,
            at_ms: integer(2)?,
            offset_s: integer(3)?,
            day: name(4)?,
            actor: name(5)?,
            approver: name(6)?,
            catalogue_seq: integer(7)?,
            kind: text(8)?,
            prev: blob(9)?,
            hash: blob(10)?,
            body: text(11)?,
        })
    }

    /// SHA-256 over every field and the till, each with its length before it,
    /// so that no two records share their bytes.
    pub fn digest(&self, till: &TillCode) -> Hash {
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        field(TAG);
        field(till.as_str().as_bytes());
        field(self.prev);
        field(&self.seq.to_be_bytes());
        field(self.id);
        field(&self.at_ms.to_be_bytes());
        field(&self.offset_s.to_be_bytes());
        for name in [self.day, self.actor, self.approver] {
            // Nobody and the empty name are two things.
            field(&[u8::from(name.is_some())]);
            field(name.unwrap_or_default().as_bytes());
        }
        field(&self.catalogue_seq.to_be_bytes());
        field(self.kind.as_bytes());
        field(self.body.as_bytes());
        hash.finalize().into()
    }

    pub fn entry(&self, till: &TillCode) -> Result<Entry, Unreadable> {
        let staff = |code: Option<&str>| code.map(StaffCode::new).transpose();
        Ok(Entry {
            seq: self.seq as u64,
            id: FactId(Uuid::from_slice(self.id).map_err(|_| Unreadable::Id)?),
            till: till.clone(),
            at: time(self.at_ms, self.offset_s).ok_or(Unreadable::Time)?,
            day: self.day.map(day).transpose()?,
            actor: staff(self.actor)?,
            approver: staff(self.approver)?,
            catalogue_seq: self.catalogue_seq as u64,
            fact: self.fact()?,
        })
    }

    /// Reads the body as the fact its kind names. Not by way of the tag inside
    /// it: that would read everything twice, and maps with numbers for keys not
    /// at all.
    fn fact(&self) -> Result<Fact, Unreadable> {
        let named = self
            .body
            .strip_prefix("{\"fact\":\"")
            .and_then(|rest| rest.strip_prefix(self.kind))
            .is_some_and(|rest| rest.starts_with('"'));
        if !named {
            return Err(Unreadable::Kind(self.kind.to_owned()));
        }
        macro_rules! read_as {
            ($($kind:ident)*) => {
                match self.kind {
                    $(stringify!($kind) => Fact::$kind(serde_json::from_str(self.body)?),)*
                    unknown => return Err(Unreadable::Kind(unknown.to_owned())),
                }
            };
        }
        Ok(read_as! {
            BazaarDefined StaffRegistered FamilyRegistered ProductLineListed FileImported
            SignedIn SignedOut SignInFailed LockedOut PinChanged BadgeGiven BadgeTaken
            GoodsSoldOut GoodsAvailable GoodsReceived GoodsReturned GoodsLost UnsoldCounted
            TicketParked TicketRecalled TicketVoided SaleCompleted SaleRefunded
            OrderTaken OrderCancelled OrderDelivered PaymentLeftUnknown PaymentCleared
            ShiftOpened CashMoved DrawerOpened DrawerCounted ShiftClosed
            DayOpened DayClosed AdjustmentMade AdvanceGranted FamilySettled SettlementReversed
            PayoutMade FamilyPaidIn SafeFilled DoorPassed VisitorAdvised
            BalanceCarriedOut BalanceBroughtIn BalanceTakenBack
            PaperReprinted DataRestored ClockWentBack TrainingEntered TrainingLeft
        })
    }
}

/// The instant of milliseconds since 1970 at an offset in seconds east.
pub(super) fn time(at_ms: i64, offset_s: i64) -> Option<DateTime<FixedOffset>> {
    let offset = FixedOffset::east_opt(i32::try_from(offset_s).ok()?)?;
    Some(DateTime::from_timestamp_millis(at_ms)?.with_timezone(&offset))
}

/// The instant as the journal keeps it: to the millisecond.
pub(super) fn stored_time(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let finer = i64::from(at.timestamp_subsec_nanos() % 1_000_000);
    at - TimeDelta::nanoseconds(finer)
}

pub(super) fn day(text: &str) -> Result<NaiveDate, Unreadable> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| Unreadable::Day(text.to_owned()))
}

/// Writes an entry behind `prev` and returns its hash.
pub(super) fn insert(
    connection: &Connection,
    entry: &Entry,
    prev: &Hash,
) -> Result<Hash, StoreError> {
    let body = serde_json::to_string(&entry.fact).map_err(|source| StoreError::Codec {
        seq: entry.seq,
        source: Box::new(source),
    })?;
    let day = entry.day.map(|day| day.to_string());
    let mut record = Record {
        seq: entry.seq as i64,
        id: entry.id.0.as_bytes(),
        at_ms: entry.at.timestamp_millis(),
        offset_s: i64::from(entry.at.offset().local_minus_utc()),
        day: day.as_deref(),
        actor: entry.actor.as_ref().map(StaffCode::as_str),
        approver: entry.approver.as_ref().map(StaffCode::as_str),
        catalogue_seq: entry.catalogue_seq as i64,
        kind: entry.fact.kind(),
        prev,
        hash: &[],
        body: &body,
    };
    let hash = record.digest(&entry.till);
    record.hash = &hash;
    connection
        .prepare_cached(
            "INSERT INTO journal (seq, id, at_ms, offset_s, day, actor, approver,
                                  catalogue_seq, kind, prev, hash, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            record.seq,
            record.id,
            record.at_ms,
            record.offset_s,
            record.day,
            record.actor,
            record.approver,
            record.catalogue_seq,
            record.kind,
            record.prev,
            record.hash,
            record.body,
        ])?;
    Ok(hash)
}

/// The last record's sequence and hash; zero and zeroes while there is none.
pub(super) fn head(connection: &Connection) -> Result<(u64, Hash), StoreError> {
    let last = connection
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get::<_, i64>(0)? as u64, row.get(1)?)))
        .optional()?;
    Ok(last.unwrap_or((0, NO_HASH)))
}

/// Hands the entries chosen by `condition` to `each`.
pub(super) fn stream(
    connection: &Connection,
    till: &TillCode,
    condition: &str,
    parameters: &[&dyn rusqlite::ToSql],
    each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
) -> Result<(), StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM journal {condition}"))?;
    let mut rows = statement.query(parameters)?;
    while let Some(row) = rows.next()? {
        let seq = row.get::<_, i64>(0)? as u64;
        let entry = Record::of_row(row)
            .and_then(|record| record.entry(till))
            .map_err(|source| StoreError::Codec {
                seq,
                source: Box::new(source),
            })?;
        if each(entry).is_break() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_changes_the_hash() {
        let till = TillCode::new("T1").unwrap();
        let record = Record {
            seq: 7,
            id: &[1; 16],
            at_ms: 5,
            offset_s: 14_400,
            day: Some("2026-01-02"),
            actor: Some("amal"),
            approver: None,
            catalogue_seq: 3,
            kind: "SignedIn",
            prev: &[2; 32],
            hash: &[],
            body: "{}",
        };
        let others = [
            Record {
                seq: 8,
                ..record.clone()
            },
            Record {
                id: &[3; 16],
                ..record.clone()
            },
            Record {
                at_ms: 6,
                ..record.clone()
            },
            Record {
                offset_s: 0,
                ..record.clone()
            },
            Record {
                day: None,
                ..record.clone()
            },
            Record {
                day: Some("2026-01-03"),
                ..record.clone()
            },
            Record {
                actor: None,
                approver: Some("amal"),
                ..record.clone()
            },
            Record {
                actor: Some(""),
                ..record.clone()
            },
            Record {
                actor: None,
                ..record.clone()
            },
            Record {
                approver: Some(""),
                ..record.clone()
            },
            Record {
                catalogue_seq: 4,
                ..record.clone()
            },
            Record {
                kind: "SignedOut",
                ..record.clone()
            },
            Record {
                kind: "SignedIn{",
                body: "}",
                ..record.clone()
            },
            Record {
                prev: &[0; 32],
                ..record.clone()
            },
            Record {
                body: "{ }",
                ..record.clone()
            },
        ];
        let mut hashes = vec![
            record.digest(&till),
            record.digest(&TillCode::new("T2").unwrap()),
        ];
        hashes.extend(others.iter().map(|other| other.digest(&till)));
        let count = hashes.len();
        hashes.sort();
        hashes.dedup();
        assert_eq!(hashes.len(), count);
    }

    #[test]
    fn a_time_is_kept_to_the_millisecond() {
        let at = DateTime::parse_from_rfc3339("2026-01-02T23:59:59.123456789+04:00").unwrap();
        let stored = stored_time(at);
        assert_eq!(stored.to_rfc3339(), "2026-01-02T23:59:59.123+04:00");
        assert_eq!(time(stored.timestamp_millis(), 14_400), Some(stored));
        assert_eq!(time(0, 90_000), None);
    }
}
