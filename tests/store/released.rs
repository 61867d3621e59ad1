//! Databases made by earlier versions of this program still open.
//!
//! `tests/golden/databases/v1.sqlite` and its like were made by the version named; a released
//! database is never remade. `UPDATE_GOLDEN=1` makes that of a new version.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::store::{Store, StoreError, VERSION, verify};

use crate::days;
use crate::kill::resume;
use crate::sample::{Random, open_shop, till};

fn golden(version: i64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden/databases")
        .join(format!("v{version}.sqlite"))
}

/// Every released version, the head of its fixture and the cash in its drawer.
const RELEASED: [(i64, &str, i64); 2] = [
    (
        1,
        "732790a507a93659685ce1ea8a1052c0a86dd0c3b07cb4eb94d797f1c8d25803",
        51652,
    ),
    (
        2,
        "732790a507a93659685ce1ea8a1052c0a86dd0c3b07cb4eb94d797f1c8d25803",
        51652,
    ),
];

#[test]
fn every_released_database_opens_and_goes_on() {
    assert_eq!(
        RELEASED.len() as i64,
        VERSION,
        "each version has its fixture"
    );
    if env::var_os("UPDATE_GOLDEN").is_some() && !golden(VERSION).exists() {
        let mut shop = open_shop(&golden(VERSION), 3, 3);
        days::play(&mut shop, &mut Random(1), 60);
    }
    for (version, head, drawer) in RELEASED {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("till.sanduq");
        fs::copy(golden(version), &path).unwrap();
        let store = Store::open(&path).unwrap();
        let (found, cash) = store
            .read::<_, StoreError>(|books| {
                Ok((books.head()?, books.balance(&Account::Drawer(till()))?))
            })
            .unwrap();
        assert_eq!(
            (found.to_string().as_str(), cash),
            (head, Money::from_minor(drawer))
        );
        let mut shop = resume(store);
        days::play(&mut shop, &mut Random(2), 30);
        let verdict = shop
            .store
            .read(|books| verify::verify(books, |_, _| {}))
            .unwrap();
        assert_eq!(verdict.first_fault, None, "version {version}");
        assert!(verdict.entries > found.seq);
    }
}
