//! What every family is owed, computed from the journal alone.
//!
//! Sales are nearly all of a journal, so of them only the few fields a family's
//! credit depends on are read, borrowed from where they lie; any other fact is
//! read whole and posted by the ledger.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use crate::domain::id::{FamilyCode, TillCode};
use crate::domain::ledger::{Account, postings};
use crate::domain::money::Money;
use crate::store::books::Books;
use crate::store::error::StoreError;
use crate::store::journal::{self, Record, Unreadable};

/// The part of a sale that is credited.
#[derive(Deserialize)]
struct Credited<'a> {
    #[serde(borrow)]
    lines: Vec<CreditedLine<'a>>,
}

#[derive(Deserialize)]
struct CreditedLine<'a> {
    #[serde(borrow)]
    item: Item<'a>,
    list: i64,
    #[serde(default)]
    family_discount: i64,
    #[serde(default)]
    tax: i64,
}

#[derive(Deserialize)]
struct Item<'a> {
    family: &'a str,
    #[serde(default, borrow)]
    seller: Seller<'a>,
}

#[derive(Deserialize, Default)]
struct Seller<'a> {
    #[serde(default)]
    seller: &'a str,
}

/// What each family is owed by the journal: the statement balance, negative
/// where it owes. Families nothing was ever posted to are missing.
///
/// # Errors
/// A record that can't be read; what the disk says.
pub fn prove_families(books: &Books<'_>) -> Result<BTreeMap<FamilyCode, Money>, StoreError> {
    let mut owed = HashMap::new();
    let mut statement = books.connection().prepare_cached(&format!(
        "SELECT {} FROM journal WHERE kind IN ('SaleCompleted', 'SaleRefunded',
             'OrderCancelled', 'AdjustmentMade', 'GoodsLost', 'FamilySettled',
             'SettlementReversed', 'PayoutMade', 'FamilyPaidIn', 'BalanceCarriedOut',
             'BalanceBroughtIn', 'BalanceTakenBack')",
        journal::COLUMNS
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        Record::of_row(row)
            .and_then(|record| match record.kind {
                "SaleCompleted" => add_sale(&record, &mut owed),
                _ => add_other(&record, books.till(), &mut owed),
            })
            .map_err(|source| StoreError::Codec {
                seq: row.get::<_, i64>(0).unwrap_or_default() as u64,
                source: Box::new(source),
            })?;
    }
    owed.into_iter()
        .map(|(family, amount)| {
            let family = FamilyCode::new(&family).map_err(|error| StoreError::Torn {
                detail: format!("the family {family:?}: {error}"),
            })?;
            Ok((family, Money::from_minor(amount)))
        })
        .collect()
}

fn add_sale(record: &Record<'_>, owed: &mut HashMap<String, i64>) -> Result<(), Unreadable> {
    let sale: Credited<'_> = serde_json::from_str(record.body)?;
    for line in sale.lines {
        let tax = match line.item.seller.seller {
            "organiser" => line.tax,
            _ => 0,
        };
        add(
            owed,
            line.item.family,
            line.list - line.family_discount - tax,
        );
    }
    Ok(())
}

fn add_other(
    record: &Record<'_>,
    till: &TillCode,
    owed: &mut HashMap<String, i64>,
) -> Result<(), Unreadable> {
    for posting in postings(till, &record.entry(till)?.fact) {
        if let Account::FamilyPayable(family) = posting.account {
            add(owed, family.as_str(), -posting.amount.minor());
        }
    }
    Ok(())
}

fn add(owed: &mut HashMap<String, i64>, family: &str, amount: i64) {
    match owed.get_mut(family) {
        Some(sum) => *sum += amount,
        None => {
            owed.insert(family.to_owned(), amount);
        }
    }
}
