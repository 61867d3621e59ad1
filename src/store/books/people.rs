//! Staff, and what is kept to check their PINs.

use rusqlite::OptionalExtension;

use super::Books;
use crate::domain::id::StaffCode;
use crate::domain::staff::Staff;
use crate::store::error::StoreError;
use crate::store::records::PinRecord;

impl Books<'_> {
    /// Everybody ever registered, in that order, active or not.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn staff(&self) -> Result<Vec<Staff>, StoreError> {
        self.facts(
            "SELECT j.seq, j.body FROM staff s JOIN journal j ON j.seq = s.seq
             ORDER BY s.first_seq",
        )
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn staff_member(&self, code: &StaffCode) -> Result<Option<Staff>, StoreError> {
        let member =
            self.recorded_where("SELECT seq FROM staff WHERE code = ?1", &code.as_str())?;
        Ok(member.map(|member| member.fact))
    }

    /// # Errors
    /// What the disk says.
    pub fn pin(&self, staff: &StaffCode) -> Result<Option<PinRecord>, StoreError> {
        let pin = self
            .connection()
            .prepare_cached("SELECT hash, wrong FROM pin WHERE staff = ?1")?
            .query_row([staff.as_str()], |row| {
                Ok(PinRecord {
                    hash: row.get(0)?,
                    wrong: row.get(1)?,
                })
            })
            .optional()?;
        Ok(pin)
    }
}
