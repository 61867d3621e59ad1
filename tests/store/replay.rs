//! Projections are what a replay of the journal gives, after any days.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;
use sanduq::domain::id::FamilyCode;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::store::{Store, StoreError, rebuild, verify};

use crate::days;
use crate::sample::{Random, Shop, open_shop};

/// Every row of every table, as text, from a closed database.
pub fn dump(path: &Path) -> Vec<String> {
    let connection = Connection::open(path).unwrap();
    let tables: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let mut rows = Vec::new();
    for table in tables {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM \"{table}\""))
            .unwrap();
        let columns = statement.column_count();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values: Vec<String> = (0..columns)
                .map(|index| format!("{:?}", row.get_ref(index).unwrap()))
                .collect();
            rows.push(format!("{table}: {}", values.join(" | ")));
        }
    }
    rows
}

/// What the journal says each family is owed is what its account says.
fn prove_families(shop: &Shop) {
    let (proved, balances) = shop
        .store
        .read::<_, StoreError>(|books| Ok((verify::prove_families(books)?, books.balances()?)))
        .unwrap();
    let accounts: BTreeMap<FamilyCode, Money> = balances
        .into_iter()
        .filter_map(|(account, amount)| match account {
            Account::FamilyPayable(family) => Some((family, -amount)),
            _ => None,
        })
        .collect();
    assert_eq!(proved, accounts);
    assert!(accounts.len() as u64 == shop.families);
}

#[test]
fn projections_are_a_replay_of_the_journal() {
    for seed in 1..=6 {
        println!("seed {seed}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("till.sanduq");
        let mut shop = open_shop(&path, 6, 4);
        days::play(&mut shop, &mut Random(seed), 250);
        let verdict = shop
            .store
            .read(|books| verify::verify(books, |_, _| {}))
            .unwrap();
        assert_eq!(verdict.first_fault, None, "seed {seed}");
        let head = shop
            .store
            .read::<_, StoreError>(|books| books.head())
            .unwrap();
        assert_eq!((verdict.entries, verdict.head), (head.seq, head));
        prove_families(&shop);
        drop(shop);

        let before = dump(&path);
        let store = Store::open(&path).unwrap();
        store.write(|w| rebuild(w, |_| {})).unwrap();
        drop(store);
        assert_eq!(dump(&path), before, "seed {seed}");
    }
}
