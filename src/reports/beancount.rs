//! The journal in beancount's format, with our balances asserted without
//! tolerance, for `bean-check` to accept or refuse.

use std::fmt::Write as _;
use std::io::{self, Write};

use chrono::{Days, NaiveDate};

use super::chart::{Class, booking_date, class, subject};
use crate::domain::fact::Entry;
use crate::domain::ledger::{Account, postings};
use crate::domain::money::{Currency, Money};

/// Writes entries one by one, then accounts and balances.
pub struct Ledger<W: Write> {
    out: W,
    currency: Currency,
    dates: Option<(NaiveDate, NaiveDate)>,
}

/// An account's name in beancount: `Assets:Drawer:Till-T1`.
pub fn account_name(account: &Account) -> String {
    let class = match class(account) {
        Class::Assets => "Assets",
        Class::Liabilities => "Liabilities",
        Class::Income => "Income",
        Class::Expenses => "Expenses",
        Class::Equity => "Equity",
    };
    let name = match account {
        Account::Drawer(till) => format!("Drawer:Till-{}", component(till.as_str())),
        Account::HeldByFamily(family) => format!("Held:Family-{}", component(family.as_str())),
        Account::Advance(family) => format!("Advance:Family-{}", component(family.as_str())),
        Account::FamilyPayable(family) => format!("Payable:Family-{}", component(family.as_str())),
        single => capitalised(&single.to_string()),
    };
    format!("{class}:{name}")
}

/// A code as part of a name: beancount takes ASCII letters, digits and dashes.
fn component(code: &str) -> String {
    code.chars().fold(String::new(), |mut name, c| {
        if c.is_ascii_alphanumeric() || c == '-' {
            name.push(c);
        } else {
            write!(name, "-U{:X}", u32::from(c)).expect("a string takes all that is written");
        }
        name
    })
}

fn capitalised(name: &str) -> String {
    let part = |part: &str| {
        let (first, rest) = part.split_at(1);
        first.to_ascii_uppercase() + rest
    };
    name.split(':').map(part).collect::<Vec<_>>().join(":")
}

impl<W: Write> Ledger<W> {
    /// # Errors
    /// Of the writer.
    pub fn begin(mut out: W, currency: Currency) -> io::Result<Self> {
        writeln!(
            out,
            "option \"title\" \"Sanduq\"\noption \"operating_currency\" \"{currency}\"\n"
        )?;
        Ok(Ledger {
            out,
            currency,
            dates: None,
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
        self.dates = Some(match self.dates {
            Some((first, last)) => (first.min(date), last.max(date)),
            None => (date, date),
        });
        let (kind, subject) = (entry.fact.kind(), subject(&entry.fact));
        writeln!(self.out, "{date} * \"{kind}\" \"{subject}\"")?;
        writeln!(self.out, "  till: \"{}\"\n  seq: {}", entry.till, entry.seq)?;
        for posting in postings {
            let amount = posting.amount.to_decimal(self.currency);
            let name = account_name(&posting.account);
            writeln!(self.out, "  {name}  {amount} {}", self.currency)?;
        }
        writeln!(self.out)
    }

    /// Opens the accounts and asserts each balance, to the smallest coin.
    ///
    /// # Errors
    /// Of the writer.
    pub fn finish(mut self, balances: &[(Account, Money)]) -> io::Result<W> {
        if let Some((first, last)) = self.dates {
            // A balance holds at the beginning of its day.
            let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
            let currency = self.currency;
            let zero = Money::ZERO.to_decimal(currency);
            for (account, balance) in balances {
                let (name, balance) = (account_name(account), balance.to_decimal(currency));
                writeln!(self.out, "{first} open {name} {currency}")?;
                writeln!(
                    self.out,
                    "{after} balance {name}  {balance} ~ {zero} {currency}"
                )?;
            }
        }
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{FamilyCode, TillCode};

    #[test]
    fn every_account_has_a_name_beancount_takes() {
        let name = |account| account_name(&account);
        assert_eq!(
            name(Account::Drawer(TillCode::new("T1").unwrap())),
            "Assets:Drawer:Till-T1"
        );
        assert_eq!(name(Account::CardClearing), "Assets:Clearing:Card");
        assert_eq!(name(Account::CashRounding), "Income:Cash-rounding");
        assert_eq!(
            name(Account::FamilyPayable(FamilyCode::new("ف_1").unwrap())),
            "Liabilities:Payable:Family--U641-U5F1"
        );
    }
}
