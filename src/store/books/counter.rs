//! What a till remembers of its counter beside the journal: tickets in hand,
//! badges, pinned goods.

use rusqlite::{OptionalExtension, Row};

use super::{Books, read_body, read_code, time_of};
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
        self.rows(&format!("{IN_HAND} ORDER BY staff"), [], read_kept)
    }

    /// The product lines pinned to the front of the shelf.
    ///
    /// # Errors
    /// What the disk says.
    pub fn favourites(&self) -> Result<Vec<Sku>, StoreError> {
        self.codes("SELECT sku FROM favourite ORDER BY sku", [])
    }

    /// The product lines staff said are sold out.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sold_out(&self) -> Result<Vec<Sku>, StoreError> {
        self.codes("SELECT sku FROM sold_out ORDER BY sku", [])
    }

    /// The product lines ever sold here, the most sold first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn most_sold(&self) -> Result<Vec<Sku>, StoreError> {
        self.codes(
            "SELECT sku FROM (SELECT sku, times FROM goods_sold
                              UNION ALL SELECT sku, 1 FROM fresh_goods)
             GROUP BY sku HAVING sum(times) > 0 ORDER BY sum(times) DESC, sku",
            [],
        )
    }

    /// Money whose fate is unknown, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn unknown_payments(&self) -> Result<Vec<Recorded<UnknownPayment>>, StoreError> {
        let seqs = self.seqs_where("SELECT seq FROM unknown_payment ORDER BY seq", [])?;
        seqs.into_iter().map(|seq| self.recorded(seq)).collect()
    }

    /// Badges whose code bears this mark: who has each, and its hash.
    ///
    /// # Errors
    /// What the disk says.
    pub fn badges(&self, mark: u8) -> Result<Vec<(StaffCode, String)>, StoreError> {
        let statement = "SELECT staff, hash FROM badge WHERE mark = ?1 ORDER BY staff";
        self.rows(statement, [mark], |row| {
            Ok((read_code(0, row, 0)?, row.get(1)?))
        })
    }

    /// Who has a badge, in the order they were registered.
    ///
    /// # Errors
    /// What the disk says.
    pub fn badge_holders(&self) -> Result<Vec<StaffCode>, StoreError> {
        self.codes(
            "SELECT b.staff FROM badge b JOIN staff s ON s.code = b.staff ORDER BY s.first_seq",
            [],
        )
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
}

fn read_kept(row: &Row<'_>) -> Result<Kept, StoreError> {
    let body = row.get_ref(5)?.as_str().map_err(rusqlite::Error::from)?;
    Ok(Kept {
        staff: read_code(0, row, 0)?,
        in_hand: read_body(0, body)?,
        revision: row.get::<_, i64>(1)? as u64,
        laid_down: row.get(2)?,
        at: time_of(0, row.get(3)?, row.get(4)?)?,
    })
}
