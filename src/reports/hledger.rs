//! The journal in hledger's format, with our balances as assertions, for
//! `hledger check --strict` to accept or refuse.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::chart::{Class, booking_date, class, subject};
use crate::domain::fact::Entry;
use crate::domain::ledger::{Account, postings};
use crate::domain::money::{Currency, Money};

/// Writes entries one by one, then accounts and balances.
pub struct Ledger<W: Write> {
    out: W,
    currency: Currency,
    last_date: Option<NaiveDate>,
}

/// An account's name in hledger: `assets:drawer:T1`.
pub fn account_name(account: &Account) -> String {
    let class = match class(account) {
        Class::Assets => "assets",
        Class::Liabilities => "liabilities",
        Class::Income => "income",
        Class::Expenses => "expenses",
        Class::Equity => "equity",
    };
    format!("{class}:{account}")
}

impl<W: Write> Ledger<W> {
    /// # Errors
    /// Of the writer.
    pub fn begin(mut out: W, currency: Currency) -> io::Result<Self> {
        let sample = Money::from_minor(1000 * currency.minor_per_major()).to_decimal(currency);
        writeln!(out, "decimal-mark .\ncommodity {sample} {currency}\n")?;
        Ok(Ledger {
            out,
            currency,
            last_date: None,
        })
    }

    /// Writes an entry that moved money; others are passed over.
    ///
    /// # Errors
    /// Of the writer.
    pub fn entry(&mut self, entry: &Entry) -> io::Result<()> {
        let postings = postings(&entry.till, &entry.fact);
        if postings.is_empty() {
            return Ok(());
        }
        let date = booking_date(entry);
        self.last_date = self.last_date.max(Some(date));
        let (kind, subject) = (entry.fact.kind(), subject(&entry.fact));
        writeln!(
            self.out,
            "{date} * {kind} {subject}  ; till:{}, seq:{}",
            entry.till, entry.seq
        )?;
        for posting in postings {
            let amount = posting.amount.to_decimal(self.currency);
            let name = account_name(&posting.account);
            writeln!(self.out, "    {name}  {amount} {}", self.currency)?;
        }
        writeln!(self.out)
    }

    /// Declares the accounts and asserts each balance.
    ///
    /// # Errors
    /// Of the writer.
    pub fn finish(mut self, balances: &[(Account, Money)]) -> io::Result<W> {
        for (account, _) in balances {
            writeln!(self.out, "account {}", account_name(account))?;
        }
        if let Some(date) = self.last_date {
            writeln!(self.out, "\n{date} * balances of the till")?;
            for (account, balance) in balances {
                let zero = Money::ZERO.to_decimal(self.currency);
                let balance = balance.to_decimal(self.currency);
                let (name, currency) = (account_name(account), self.currency);
                writeln!(
                    self.out,
                    "    {name}  {zero} {currency} = {balance} {currency}"
                )?;
            }
        }
        self.out.flush()?;
        Ok(self.out)
    }
}
