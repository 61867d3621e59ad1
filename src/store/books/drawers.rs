//! Trading days, shifts, counts, and what every account stands at.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, params};

use super::{Books, time_of};
use crate::domain::day::DayClosing;
use crate::domain::id::{Number, ShiftId, TillCode};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::shift::{Count, ShiftOpening};
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::projection::{PERPETUAL_REFUNDS, PERPETUAL_SALES, running_total};
use crate::store::records::{DayClosed, DayRow, OpenShift, Recorded};

/// Days with the times of the records that opened and closed them.
const DAYS: &str = "SELECT d.day, d.opened_seq, o.at_ms, o.offset_s,
        d.closed_seq, c.at_ms, c.offset_s, d.number
    FROM trading_day d
    JOIN journal o ON o.seq = d.opened_seq
    LEFT JOIN journal c ON c.seq = d.closed_seq";

impl Books<'_> {
    /// The trading day that goes on, if one does.
    ///
    /// # Errors
    /// What the disk says.
    pub fn open_day(&self) -> Result<Option<DayRow>, StoreError> {
        let days = self.days_where("WHERE d.closed_seq IS NULL ORDER BY d.day", params![])?;
        Ok(days.into_iter().next_back())
    }

    /// # Errors
    /// What the disk says.
    pub fn day(&self, day: NaiveDate) -> Result<Option<DayRow>, StoreError> {
        let days = self.days_where("WHERE d.day = ?1", params![day.to_string()])?;
        Ok(days.into_iter().next())
    }

    /// Every trading day, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn days(&self) -> Result<Vec<DayRow>, StoreError> {
        self.days_where("ORDER BY d.day", params![])
    }

    fn days_where(
        &self,
        condition: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<DayRow>, StoreError> {
        let statement = format!("{DAYS} {condition}");
        self.rows(&statement, parameters, |row| self.read_day(row))
    }

    fn read_day(&self, row: &Row<'_>) -> Result<DayRow, StoreError> {
        let opened_seq = row.get::<_, i64>(1)? as u64;
        let closed = match row.get::<_, Option<i64>>(4)? {
            None => None,
            Some(seq) => Some(DayClosed {
                number: Number {
                    till: self.till().clone(),
                    n: row.get::<_, i64>(7)? as u64,
                },
                seq: seq as u64,
                at: time_of(seq as u64, row.get(5)?, row.get(6)?)?,
            }),
        };
        let day = row.get::<_, String>(0)?;
        Ok(DayRow {
            day: journal::day(&day).map_err(|error| super::unreadable(opened_seq, error))?,
            opened_at: time_of(opened_seq, row.get(2)?, row.get(3)?)?,
            closed,
        })
    }

    /// The Z of a day.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn day_closing(&self, day: NaiveDate) -> Result<Option<Recorded<DayClosing>>, StoreError> {
        self.recorded_where(
            "SELECT closed_seq FROM trading_day WHERE day = ?1 AND closed_seq IS NOT NULL",
            &day.to_string(),
        )
    }

    /// What customers paid at this till ever, and what they got back.
    ///
    /// # Errors
    /// What the disk says.
    pub fn perpetual(&self) -> Result<(Money, Money), StoreError> {
        let total = |name| running_total(self.connection(), name).map(Money::from_minor);
        Ok((total(PERPETUAL_SALES)?, total(PERPETUAL_REFUNDS)?))
    }

    /// The shift that goes on at a till.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn open_shift(&self, till: &TillCode) -> Result<Option<OpenShift>, StoreError> {
        let shifts = self.open_shifts()?;
        Ok(shifts.into_iter().rfind(|shift| &shift.till == till))
    }

    /// Every shift that goes on, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn open_shifts(&self) -> Result<Vec<OpenShift>, StoreError> {
        let seqs = self.seqs_where(
            "SELECT opened_seq FROM shift WHERE closed_seq IS NULL ORDER BY opened_seq",
            params![],
        )?;
        seqs.into_iter()
            .map(|seq| {
                let opened = self.recorded::<ShiftOpening>(seq)?;
                Ok(OpenShift {
                    till: self.till().clone(),
                    opening: opened.fact,
                    opened_at: opened.at,
                    seq,
                })
            })
            .collect()
    }

    /// The last count of a shift's drawer, with the sequence of its record.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn last_count(&self, shift: ShiftId) -> Result<Option<(u64, Count)>, StoreError> {
        let count = self.recorded_where(
            "SELECT count_seq FROM shift WHERE id = ?1 AND count_seq IS NOT NULL",
            shift.0.as_bytes(),
        )?;
        Ok(count.map(|count| (count.seq, count.fact)))
    }

    /// Whether cash went into or out of a till's drawer after a record.
    ///
    /// # Errors
    /// What the disk says.
    pub fn drawer_moved_since(&self, till: &TillCode, seq: u64) -> Result<bool, StoreError> {
        let drawer = Account::Drawer(till.clone()).to_string();
        Ok(self
            .connection()
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM posting WHERE place >= ?1 + 1 << 16 AND account = ?2)",
            )?
            .query_row(params![seq as i64, drawer], |row| row.get(0))?)
    }

    /// What an account stands at: debit positive.
    ///
    /// # Errors
    /// What the disk says.
    pub fn balance(&self, account: &Account) -> Result<Money, StoreError> {
        let name = account.to_string();
        let gathered = self
            .connection()
            .prepare_cached("SELECT amount FROM balance WHERE account = ?1")?
            .query_row([&name], |row| row.get(0))
            .optional()?;
        let fresh = self.fresh()?.accounts.get(&name).copied();
        Ok(Money::from_minor(gathered.unwrap_or(0)) + fresh.unwrap_or(Money::ZERO))
    }

    /// What every account ever posted to stands at, by name.
    ///
    /// # Errors
    /// What the disk says.
    pub fn balances(&self) -> Result<Vec<(Account, Money)>, StoreError> {
        let mut amounts = self.fresh()?.accounts.clone();
        let gathered = self.rows("SELECT account, amount FROM balance", [], |row| {
            Ok((row.get(0)?, Money::from_minor(row.get(1)?)))
        })?;
        for (name, amount) in gathered {
            *amounts.entry(name).or_insert(Money::ZERO) += amount;
        }
        let read = |(name, amount): (String, Money)| {
            let account = name.parse().map_err(|error| StoreError::Torn {
                detail: format!("the account {name:?}: {error}"),
            })?;
            Ok((account, amount))
        };
        amounts.into_iter().map(read).collect()
    }
}
