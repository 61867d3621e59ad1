//! What a till remembers of its counter beside the journal: tickets in hand,
//! badges, pinned goods.

use rusqlite::params;

use super::Writing;
use crate::domain::id::{Sku, StaffCode, TicketId};
use crate::store::error::StoreError;
use crate::store::records::Kept;

impl Writing<'_> {
    /// Keeps a ticket in hand in the place of the one before. An earlier state of
    /// the same ticket changes nothing.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keep_in_hand(&mut self, kept: &Kept) -> Result<(), StoreError> {
        let body = serde_json::to_string(&kept.in_hand).expect("a ticket can be written down");
        self.keeper
            .connection
            .prepare_cached(
                "INSERT INTO in_hand (staff, ticket, revision, laid_down, kept_ms, offset_s, body)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                 ON CONFLICT DO UPDATE SET ticket = excluded.ticket,
                     revision = excluded.revision, laid_down = excluded.laid_down,
                     kept_ms = excluded.kept_ms, offset_s = excluded.offset_s,
                     body = excluded.body
                 WHERE ticket <> excluded.ticket OR revision <= excluded.revision",
            )?
            .execute(params![
                kept.staff.as_str(),
                kept.in_hand.ticket.id.0.as_bytes(),
                kept.revision as i64,
                kept.laid_down,
                kept.at.timestamp_millis(),
                kept.at.offset().local_minus_utc(),
                body,
            ])?;
        Ok(())
    }

    /// A ticket that was paid, put aside or given up is in nobody's hand.
    ///
    /// # Errors
    /// What the disk says.
    pub fn forget_in_hand(&mut self, ticket: TicketId) -> Result<(), StoreError> {
        self.keeper
            .connection
            .prepare_cached("DELETE FROM in_hand WHERE ticket = ?1")?
            .execute([ticket.0.as_bytes()])?;
        Ok(())
    }

    /// Pins a product line to the front of the shelf, or lets it go.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_favourite(&mut self, sku: &Sku, pinned: bool) -> Result<(), StoreError> {
        let statement = match pinned {
            true => "INSERT INTO favourite (sku) VALUES (?1) ON CONFLICT DO NOTHING",
            false => "DELETE FROM favourite WHERE sku = ?1",
        };
        self.keeper
            .connection
            .prepare_cached(statement)?
            .execute([sku.as_str()])?;
        Ok(())
    }

    /// Keeps the badge of a member of staff, or forgets it. It is in no journal and
    /// no export.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_badge(
        &mut self,
        staff: &StaffCode,
        badge: Option<(u8, &str)>,
    ) -> Result<(), StoreError> {
        let connection = &self.keeper.connection;
        match badge {
            Some((mark, hash)) => connection
                .prepare_cached(
                    "INSERT INTO badge (staff, mark, hash) VALUES (?1, ?2, ?3)
                     ON CONFLICT DO UPDATE SET mark = excluded.mark, hash = excluded.hash",
                )?
                .execute(params![staff.as_str(), mark, hash])?,
            None => connection
                .prepare_cached("DELETE FROM badge WHERE staff = ?1")?
                .execute([staff.as_str()])?,
        };
        Ok(())
    }
}
