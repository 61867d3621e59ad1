//! What families are owed and have not collected, since when, and the transfers
//! that would pay it.

use chrono::NaiveDate;

use super::settled_days;
use crate::domain::family::plain_iban;
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::Money;
use crate::domain::staff::{Act, authorise};
use crate::domain::statement::SettledDay;
use crate::reports::transfers::Transfer;
use crate::services::payout::account_of;
use crate::services::{Error, Session, Till, catalogue};
use crate::store::Books;

use super::Span;

/// Money a family has not collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unclaimed {
    pub family: FamilyCode,
    pub name: Bilingual,
    /// The day of the settlement since which something has stood open.
    pub since: NaiveDate,
    /// The day of its last settlement.
    pub until: NaiveDate,
    pub amount: Money,
    /// Without spaces; empty where none is known.
    pub iban: String,
}

impl Till {
    /// What families are owed and have not collected, the longest open first.
    ///
    /// # Errors
    /// Not an organiser: it tells IBANs.
    pub fn unclaimed(&self, session: &Session) -> Result<Vec<Unclaimed>, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        self.read(|books| {
            let catalogue = catalogue(books)?;
            let mut open = Vec::new();
            for family in catalogue.families() {
                let Some(still) = open_since(books, &family.code)? else {
                    continue;
                };
                open.push(Unclaimed {
                    family: family.code.clone(),
                    name: family.name.clone(),
                    since: still.since,
                    until: still.until,
                    amount: still.amount,
                    iban: plain_iban(&family.iban),
                });
            }
            open.sort_by(|a, b| (a.since, &a.family).cmp(&(b.since, &b.family)));
            Ok(open)
        })
    }
}

/// Since when a family has been owed something, the last day, and how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::services) struct StillOpen {
    pub since: NaiveDate,
    pub until: NaiveDate,
    pub amount: Money,
}

/// What a family is owed by its settlements, or by what it brought along from another
/// edition where nothing was settled since.
pub(in crate::services) fn open_since(
    books: &Books<'_>,
    family: &FamilyCode,
) -> Result<Option<StillOpen>, Error> {
    let days = settled_days(books, family, Span::ALL)?;
    if !days.is_empty() {
        return Ok(still_open(&days));
    }
    let amount = account_of(books, family)?.settled_balance;
    let carried = books.carried_of(family, 0)?;
    Ok(carried.last().filter(|_| amount.is_positive()).map(|last| {
        let until = last.at.date_naive();
        let since = carried
            .iter()
            .filter_map(|one| one.fact.balance().owed_since);
        StillOpen {
            since: since.min().unwrap_or(until),
            until,
            amount,
        }
    }))
}

fn still_open(days: &[SettledDay]) -> Option<StillOpen> {
    let last = days.last()?;
    let amount = last.carried_forward();
    if !amount.is_positive() {
        return None;
    }
    let open = days.iter().rev();
    let open = open.take_while(|day| day.carried_forward().is_positive());
    let first = open.last().unwrap_or(last);
    let brought = first.brought_forward().is_positive();
    let brought = first.opening.iter().filter(|_| brought);
    let before = brought.filter_map(|balance| balance.owed_since).min();
    Some(StillOpen {
        since: before.unwrap_or(first.settlement.day),
        until: last.settlement.day,
        amount,
    })
}

/// One transfer an IBAN; whoever has none is left out.
pub fn transfers(unclaimed: &[Unclaimed], bazaar: &str) -> Vec<Transfer> {
    let mut transfers: Vec<Transfer> = Vec::new();
    for one in unclaimed.iter().filter(|one| !one.iban.is_empty()) {
        let known = transfers.iter_mut().find(|known| known.iban == one.iban);
        match known {
            Some(known) => {
                known.amount += one.amount;
                known.reference = format!("{} {}", known.reference, one.family);
            }
            None => transfers.push(Transfer {
                iban: one.iban.clone(),
                beneficiary: one.name.english().to_owned(),
                amount: one.amount,
                reference: format!("{bazaar} {}", one.family),
            }),
        }
    }
    transfers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_that_share_an_account_get_one_transfer() {
        let owed = |family: &str, iban: &str, minor| Unclaimed {
            family: family.parse().expect("a code"),
            name: Bilingual::new("أسرة", "Family"),
            since: NaiveDate::MIN,
            until: NaiveDate::MIN,
            amount: Money::from_minor(minor),
            iban: iban.to_owned(),
        };
        let open = [
            owed("F01", "AE070331234567890123456", 1_000),
            owed("F02", "", 5_000),
            owed("F03", "AE070331234567890123456", 250),
            owed("F04", "AE260211000000230064016", 70),
        ];
        let made = transfers(&open, "INTAJ8");
        let told: Vec<_> = made
            .iter()
            .map(|one| (one.amount.minor(), one.reference.as_str()))
            .collect();
        assert_eq!(told, [(1_250, "INTAJ8 F01 F03"), (70, "INTAJ8 F04")]);
    }
}
