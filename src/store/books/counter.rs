//! What a till remembers of its counter beside the journal: tickets in hand,
//! badges, pinned goods.

use rusqlite::{OptionalExtension, Row, params};

use super::{Books, time_of, unreadable};
use crate::domain::fact::UnknownPayment;
use crate::domain::id::{Sku, StaffCode};
use crate::store::error::StoreError;
use crate::store::records::{Kept, Recorded};

const IN_HAND: &str = "SELECT staff, revision, laid_down, kept_ms, offset_s, body FROM in_hand";

impl Books<'_> {
    /// The ticket a member of staff has in hand.
    ///
    /// # Errors
    /// A ticket that can't be read; what the disk says.
    pub fn in_hand(&self, staff: &StaffCode) -> Result<Option<Kept>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached(&format!("{IN_HAND} WHERE staff = ?1"))?;
        let mut rows = statement.query([staff.as_str()])?;
        rows.next()?.map(read_kept).transpose()
    }

    /// Every ticket somebody has in hand, by the code of who has it.
    ///
    /// # Errors
    /// A ticket that can't be read; what the disk says.
    pub fn all_in_hand(&self) -> Result<Vec<Kept>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached(&format!("{IN_HAND} ORDER BY staff"))?;
        let mut rows = statement.query([])?;
        let mut kept = Vec::new();
        while let Some(row) = rows.next()? {
            kept.push(read_kept(row)?);
        }
        Ok(kept)
    }

    /// The product lines pinned to the front of the shelf.
    ///
    /// # Errors
    /// What the disk says.
    pub fn favourites(&self) -> Result<Vec<Sku>, StoreError> {
        self.skus("SELECT sku FROM favourite ORDER BY sku", params![])
    }

    /// The product lines staff said are sold out.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sold_out(&self) -> Result<Vec<Sku>, StoreError> {
        self.skus("SELECT sku FROM sold_out ORDER BY sku", params![])
    }

    /// The product lines ever sold here, the most sold first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn most_sold(&self) -> Result<Vec<Sku>, StoreError> {
        let statement = "SELECT sku FROM goods_sold ORDER BY times DESC, sku";
        self.skus(statement, params![])
    }

    /// Money whose fate is unknown, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn unknown_payments(&self) -> Result<Vec<Recorded<UnknownPayment>>, StoreError> {
        let seqs = self.seqs_where("SELECT seq FROM unknown_payment ORDER BY seq", params![])?;
        seqs.into_iter().map(|seq| self.recorded(seq)).collect()
    }

    /// Badges whose code bears this mark: who has each, and its hash.
    ///
    /// # Errors
    /// What the disk says.
    pub fn badges(&self, mark: u8) -> Result<Vec<(StaffCode, String)>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT staff, hash FROM badge WHERE mark = ?1 ORDER BY staff")?;
        let mut rows = statement.query([mark])?;
        let mut badges = Vec::new();
        while let Some(row) = rows.next()? {
            badges.push((staff_of(row, 0)?, row.get(1)?));
        }
        Ok(badges)
    }

    /// Whether a member of staff has a badge.
    ///
    /// # Errors
    /// What the disk says.
    pub fn has_badge(&self, staff: &StaffCode) -> Result<bool, StoreError> {
        let found: Option<i64> = self
            .connection()
            .prepare_cached("SELECT 1 FROM badge WHERE staff = ?1")?
            .query_row([staff.as_str()], |row| row.get(0))
            .optional()?;
        Ok(found.is_some())
    }

    pub(super) fn skus(
        &self,
        statement: &str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<Sku>, StoreError> {
        let mut statement = self.connection().prepare_cached(statement)?;
        let mut rows = statement.query(parameters)?;
        let mut skus = Vec::new();
        while let Some(row) = rows.next()? {
            let sku = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            skus.push(Sku::new(sku).map_err(|error| unreadable(0, error.into()))?);
        }
        Ok(skus)
    }
}

fn staff_of(row: &Row<'_>, column: usize) -> Result<StaffCode, StoreError> {
    let code = row
        .get_ref(column)?
        .as_str()
        .map_err(rusqlite::Error::from)?;
    StaffCode::new(code).map_err(|error| unreadable(0, error.into()))
}

fn read_kept(row: &Row<'_>) -> Result<Kept, StoreError> {
    let body = row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(Kept {
        staff: staff_of(row, 0)?,
        in_hand: super::read_body(0, body)?,
        revision: row.get::<_, i64>(1)? as u64,
        laid_down: row.get(2)?,
        at: time_of(0, row.get(3)?, row.get(4)?)?,
    })
}
