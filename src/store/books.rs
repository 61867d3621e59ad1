//! Everything that can be asked, of a point between two transactions or inside
//! one. Answers come from projections; a fact itself is read from the journal.

mod counter;
mod drawers;
mod families;
mod figures;
mod papers;
mod people;
mod selling;
mod stock;

use std::ops::ControlFlow;
use std::str::FromStr;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row};
use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::journal::{self, Unreadable};
use super::keeper::{Head, Keeper};
use super::projection::Fresh;
use super::records::Recorded;
use crate::domain::bazaar::Bazaar;
use crate::domain::catalogue::Catalogue;
use crate::domain::door::Visitors;
use crate::domain::fact::{Entry, Fact, FileImported};
use crate::domain::family::{Family, ProductLine};
use crate::domain::id::{BadCode, FactId, StaffCode, TillCode};

/// The books of a till, to be asked.
pub struct Books<'c> {
    keeper: &'c Keeper,
}

/// Where one record stands, and what of it a fact is told with.
struct Stored {
    seq: u64,
    at: DateTime<FixedOffset>,
    actor: Option<StaffCode>,
    approver: Option<StaffCode>,
    body: String,
}

impl<'c> Books<'c> {
    pub(super) fn new(keeper: &'c Keeper) -> Self {
        Books { keeper }
    }

    pub(super) fn connection(&self) -> &'c Connection {
        &self.keeper.connection
    }

    fn fresh(&self) -> Result<Arc<Fresh>, StoreError> {
        self.keeper.fresh()
    }

    /// The till whose books these are.
    pub fn till(&self) -> &'c TillCode {
        &self.keeper.till
    }

    /// The last record.
    ///
    /// # Errors
    /// Never; it answers as every question does.
    pub fn head(&self) -> Result<Head, StoreError> {
        Ok(self.keeper.head.get())
    }

    /// Every record there is, the first one first. Two journals that agree on one agree
    /// on every record before.
    ///
    /// # Errors
    /// What the disk says.
    pub fn trail(&self) -> Result<Vec<Head>, StoreError> {
        let mut asked = self
            .connection()
            .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq")?;
        let heads = asked.query_map([], |row| {
            let seq = row.get::<_, i64>(0)? as u64;
            Ok(Head {
                seq,
                hash: row.get(1)?,
            })
        })?;
        Ok(heads.collect::<Result<_, _>>()?)
    }

    /// What can be sold now; none before the bazaar is defined. Read anew only
    /// after a fact that changed it.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn catalogue(&self) -> Result<Option<Arc<Catalogue>>, StoreError> {
        let seq = self.keeper.catalogue_seq.get();
        if let Some(read) = &*self.keeper.catalogue.borrow()
            && read.seq == seq
        {
            return Ok(Some(Arc::clone(read)));
        }
        let Some(catalogue) = self.read_catalogue(seq)? else {
            return Ok(None);
        };
        let catalogue = Arc::new(catalogue);
        self.keeper.catalogue.replace(Some(Arc::clone(&catalogue)));
        Ok(Some(catalogue))
    }

    fn read_catalogue(&self, seq: u64) -> Result<Option<Catalogue>, StoreError> {
        let bazaar = self.facts::<Bazaar>(
            "SELECT j.seq, j.body FROM terms t JOIN journal j ON j.seq = t.bazaar_seq",
        )?;
        let Some(bazaar) = bazaar.into_iter().next() else {
            return Ok(None);
        };
        let families = self.facts::<Family>(
            "SELECT j.seq, j.body FROM family f JOIN journal j ON j.seq = f.seq
             ORDER BY f.first_seq",
        )?;
        let lines = self.facts::<ProductLine>(
            "SELECT j.seq, j.body FROM product_line p JOIN journal j ON j.seq = p.seq
             ORDER BY p.first_seq",
        )?;
        Ok(Some(Catalogue::new(seq, bazaar, families, lines)))
    }

    /// The facts of the rows (sequence, body) a statement selects.
    fn facts<T: DeserializeOwned>(&self, statement: &str) -> Result<Vec<T>, StoreError> {
        self.rows(statement, [], |row| {
            let seq = row.get::<_, i64>(0)? as u64;
            read_body(
                seq,
                row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?,
            )
        })
    }

    /// A file taken in already, by the digest of its bytes.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn imported(&self, sha256: &str) -> Result<Option<Recorded<FileImported>>, StoreError> {
        self.recorded_where("SELECT seq FROM imported WHERE sha256 = ?1", &sha256)
    }

    /// Hands every entry from `from_seq` on to `each`, in order.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn entries(
        &self,
        from_seq: u64,
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let from = from_seq as i64;
        let condition = "WHERE seq >= ?1 ORDER BY seq";
        journal::stream(self.connection(), self.till(), condition, &[&from], each)
    }

    /// Hands every entry of a trading day to `each`, in order.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn entries_of_day(
        &self,
        day: NaiveDate,
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.of_day(day, "", each)
    }

    /// The entries of a day that a further condition lets through.
    fn of_day(
        &self,
        day: NaiveDate,
        and: &str,
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let runs = self.rows(
            "SELECT seq, (SELECT min(seq) FROM day_run next WHERE next.seq > day_run.seq)
             FROM day_run WHERE day = ?1 ORDER BY seq",
            [day.to_string()],
            |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?)),
        )?;
        let condition = format!("WHERE seq >= ?1 AND seq < ?2 {and} ORDER BY seq");
        let mut flow = ControlFlow::Continue(());
        for (from, to) in runs {
            let to = to.unwrap_or(i64::MAX);
            let mut each = |entry: Entry| {
                flow = each(entry);
                flow
            };
            let (connection, till) = (self.connection(), self.till());
            journal::stream(connection, till, &condition, &[&from, &to], &mut each)?;
            if flow.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// The visitors of a day.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn visitors(&self, day: NaiveDate) -> Result<Visitors, StoreError> {
        let mut visitors = Visitors::default();
        let mut add = |entry: Entry| {
            match &entry.fact {
                Fact::DoorPassed(count) => visitors.count(count),
                Fact::VisitorAdvised(advice) => visitors.advise(advice),
                other => unreachable!("{} was not asked for", other.kind()),
            }
            ControlFlow::Continue(())
        };
        let and = "AND kind IN ('DoorPassed', 'VisitorAdvised')";
        self.of_day(day, and, &mut add)?;
        Ok(visitors)
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn fact_by_id(&self, id: FactId) -> Result<Option<Entry>, StoreError> {
        self.one_entry("WHERE id = ?1", id.0.as_bytes())
    }

    /// The record of a sequence.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn entry(&self, seq: u64) -> Result<Option<Entry>, StoreError> {
        self.one_entry("WHERE seq = ?1", &(seq as i64))
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn last_entry(&self) -> Result<Option<Entry>, StoreError> {
        self.entry(self.keeper.head.get().seq)
    }

    fn one_entry(
        &self,
        condition: &str,
        parameter: &dyn rusqlite::ToSql,
    ) -> Result<Option<Entry>, StoreError> {
        let mut found = None;
        journal::stream(
            self.connection(),
            self.till(),
            condition,
            &[parameter],
            &mut |entry| {
                found = Some(entry);
                ControlFlow::Break(())
            },
        )?;
        Ok(found)
    }

    /// The sequence a statement with one parameter finds.
    fn seq_where(
        &self,
        statement: &str,
        parameter: &dyn rusqlite::ToSql,
    ) -> Result<Option<u64>, StoreError> {
        let seq = self
            .connection()
            .prepare_cached(statement)?
            .query_row([parameter], |row| row.get::<_, i64>(0))
            .optional()?;
        Ok(seq.map(|seq| seq as u64))
    }

    /// The sequences a statement finds.
    fn seqs_where(
        &self,
        statement: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<u64>, StoreError> {
        self.rows(
            statement,
            parameters,
            |row| Ok(row.get::<_, i64>(0)? as u64),
        )
    }

    /// The codes that stand in the first column of what a statement selects.
    fn codes<C: FromStr<Err = BadCode>>(
        &self,
        statement: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<C>, StoreError> {
        self.rows(statement, parameters, |row| read_code(0, row, 0))
    }

    /// What `read` makes of each row a statement selects.
    fn rows<T>(
        &self,
        statement: &str,
        parameters: impl rusqlite::Params,
        mut read: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection().prepare_cached(statement)?;
        let mut rows = statement.query(parameters)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(row)?);
        }
        Ok(all)
    }

    fn recorded_where<T: DeserializeOwned>(
        &self,
        statement: &str,
        parameter: &dyn rusqlite::ToSql,
    ) -> Result<Option<Recorded<T>>, StoreError> {
        self.seq_where(statement, parameter)?
            .map(|seq| self.recorded(seq))
            .transpose()
    }

    fn recorded<T: DeserializeOwned>(&self, seq: u64) -> Result<Recorded<T>, StoreError> {
        let stored = self.stored(seq)?;
        Ok(Recorded {
            seq,
            at: stored.at,
            fact: read_body(seq, &stored.body)?,
            approver: stored.approver,
        })
    }

    /// A record a projection points at.
    fn stored(&self, seq: u64) -> Result<Stored, StoreError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT at_ms, offset_s, actor, approver, body FROM journal WHERE seq = ?1",
        )?;
        let mut rows = statement.query([seq as i64])?;
        let Some(row) = rows.next()? else {
            return Err(StoreError::Torn {
                detail: format!("record {seq} is missing"),
            });
        };
        let staff = |code: Option<String>| code.map(|code| StaffCode::new(&code)).transpose();
        Ok(Stored {
            seq,
            at: time_of(seq, row.get(0)?, row.get(1)?)?,
            actor: staff(row.get(2)?).map_err(|error| unreadable(seq, error.into()))?,
            approver: staff(row.get(3)?).map_err(|error| unreadable(seq, error.into()))?,
            body: row.get(4)?,
        })
    }
}

fn read_body<T: DeserializeOwned>(seq: u64, body: &str) -> Result<T, StoreError> {
    serde_json::from_str(body).map_err(|error| unreadable(seq, error.into()))
}

/// The code in a column of a row; `seq` is the record it comes from, 0 for none.
fn read_code<C: FromStr<Err = BadCode>>(
    seq: u64,
    row: &Row<'_>,
    column: usize,
) -> Result<C, StoreError> {
    let code = row.get_ref(column)?.as_str();
    let code = code.map_err(rusqlite::Error::from)?;
    code.parse()
        .map_err(|error: BadCode| unreadable(seq, error.into()))
}

fn time_of(seq: u64, at_ms: i64, offset_s: i64) -> Result<DateTime<FixedOffset>, StoreError> {
    journal::time(at_ms, offset_s).ok_or_else(|| unreadable(seq, Unreadable::Time))
}

fn unreadable(seq: u64, why: Unreadable) -> StoreError {
    StoreError::Codec {
        seq,
        source: Box::new(why),
    }
}
