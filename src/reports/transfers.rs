//! Transfers for a bank: one row an IBAN, for the bank's upload.

use std::io::{self, Write};

use super::csv::Sheet;
use crate::domain::money::{Currency, Money};

/// The columns of [`write`].
pub const COLUMNS: [&str; 5] = ["iban", "beneficiary", "amount", "currency", "reference"];

/// One transfer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// Without spaces.
    pub iban: String,
    pub beneficiary: String,
    pub amount: Money,
    /// The bazaar and the families it is for.
    pub reference: String,
}

/// Writes the transfers, a row each.
///
/// # Errors
/// Of the writer.
pub fn write<W: Write>(out: W, currency: Currency, transfers: &[Transfer]) -> io::Result<()> {
    let mut sheet = Sheet::begin(out, &COLUMNS)?;
    for transfer in transfers {
        sheet.row(&[
            transfer.iban.clone(),
            transfer.beneficiary.clone(),
            transfer.amount.to_decimal(currency).to_string(),
            currency.to_string(),
            transfer.reference.clone(),
        ])?;
    }
    sheet.finish()
}
