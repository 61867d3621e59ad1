//! Backups made while selling goes on, and what they give back.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use rusqlite::Connection;
use sanduq::store::verify::{self, JournalFault};
use sanduq::store::{Store, StoreError};

use crate::kill::resume;
use crate::sample::{Random, Shop, open_shop};

/// Sells many baskets in few transactions.
fn fill(shop: &Shop, sales: u64) {
    let head = shop
        .store
        .read::<_, StoreError>(|books| books.head())
        .unwrap();
    let mut random = Random(head.seq);
    for _ in 0..sales / 50 {
        let baskets: Vec<_> = (0..50).map(|_| shop.basket(&mut random, 5)).collect();
        shop.store
            .write::<_, StoreError>(move |w| {
                for basket in baskets {
                    basket.sell(w)?;
                }
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_backup_is_whole_though_selling_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (
        folder.path().join("till.sanduq"),
        folder.path().join("copy.sanduq"),
    );
    let shop = open_shop(&path, 20, 10);
    fill(&shop, 2500);
    let before = shop
        .store
        .read::<_, StoreError>(|books| books.head())
        .unwrap();
    let (done, sold) = (AtomicBool::new(false), AtomicU64::new(0));
    let mut percents = Vec::new();
    let head = thread::scope(|scope| {
        scope.spawn(|| {
            let mut random = Random(1 << 40);
            while !done.load(Ordering::Relaxed) {
                let basket = shop.basket(&mut random, 3);
                shop.store.write(move |w| basket.sell(w)).unwrap();
                sold.fetch_add(1, Ordering::Relaxed);
            }
        });
        while sold.load(Ordering::Relaxed) == 0 {
            thread::yield_now();
        }
        let sold_before = sold.load(Ordering::Relaxed);
        let head = shop
            .store
            .backup(&copy, |percent| percents.push(percent))
            .unwrap();
        let sold_meanwhile = sold.load(Ordering::Relaxed) - sold_before;
        done.store(true, Ordering::Relaxed);
        assert!(sold_meanwhile > 0, "nothing was sold meanwhile");
        head
    });
    assert!(head.seq >= before.seq);
    assert!(
        percents.len() > 1 && percents.last() == Some(&100),
        "{percents:?}"
    );

    // The copy is a prefix of the journal, and another till's beginning.
    let restored = folder.path().join("restored.sanduq");
    let again = Store::restore(&copy, &restored).unwrap();
    assert_eq!(
        again.read::<_, StoreError>(|books| books.head()).unwrap(),
        head
    );
    assert_eq!(again.till(), shop.store.till());
    let witness = Connection::open(&copy).unwrap();
    let hash: Vec<u8> = witness
        .query_row(
            "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(hash, head.hash);
    drop(witness);
    let resumed = resume(again);
    fill(&resumed, 50);
    let verdict = resumed
        .store
        .read(|books| verify::verify(books, |_, _| {}))
        .unwrap();
    assert_eq!(verdict.first_fault, None);
    assert!(verdict.entries > head.seq);
    drop((shop, resumed));
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    // Reading the copy above by SQLite's own habits leaves nothing either.
    assert_eq!(names, ["copy.sanduq", "restored.sanduq", "till.sanduq"]);
}

#[test]
fn a_backup_replaces_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.sanduq");
    let shop = open_shop(&folder.path().join("till.sanduq"), 2, 2);
    let first = shop.store.backup(&copy, |_| {}).unwrap();
    fill(&shop, 50);
    let second = shop.store.backup(&copy, |_| {}).unwrap();
    assert_eq!(second.seq, first.seq + 50);
    let restored = Store::restore(&copy, &folder.path().join("restored.sanduq")).unwrap();
    assert_eq!(
        restored
            .read::<_, StoreError>(|books| books.head())
            .unwrap(),
        second
    );
}

#[test]
fn a_backup_that_cannot_be_written_says_so_and_selling_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let shop = open_shop(&folder.path().join("till.sanduq"), 2, 2);
    let nowhere = folder.path().join("no such folder").join("copy.sanduq");
    let error = shop.store.backup(&nowhere, |_| {}).unwrap_err();
    assert!(matches!(error, StoreError::Io { .. }), "{error:?}");
    fill(&shop, 50);
}

#[test]
fn a_restore_refuses_what_it_cannot_trust() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("till.sanduq");
    let (copy, to) = (
        folder.path().join("copy.sanduq"),
        folder.path().join("to.sanduq"),
    );
    let shop = open_shop(&path, 2, 2);
    fill(&shop, 50);
    shop.store.backup(&copy, |_| {}).unwrap();

    let over = Store::restore(&copy, &path).err().unwrap();
    assert!(matches!(over, StoreError::Exists(there) if there == path));
    let missing = Store::restore(&folder.path().join("none"), &to)
        .err()
        .unwrap();
    assert!(matches!(missing, StoreError::Missing(_)));

    // Neither the living database nor a copy of its file alone, which lacks
    // what is in its log.
    let live = Store::restore(&path, &to).err().unwrap();
    assert!(matches!(live, StoreError::InUse { .. }), "{live:?}");
    let raw = folder.path().join("raw.sanduq");
    for log in ["", "-wal"] {
        let beside = |path: &Path| format!("{}{log}", path.display());
        fs::copy(beside(&path), beside(&raw)).unwrap();
    }
    let raw = Store::restore(&raw, &to).err().unwrap();
    assert!(
        matches!(raw, StoreError::BackupUnfinished { .. }),
        "{raw:?}"
    );
    let over = shop.store.backup(&path, |_| {}).unwrap_err();
    assert!(matches!(over, StoreError::InUse { .. }), "{over:?}");

    let changed = Connection::open(&copy).unwrap();
    changed
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 12",
        )
        .unwrap();
    drop(changed);
    let faulty = Store::restore(&copy, &to).err().unwrap();
    assert!(
        matches!(&faulty, StoreError::BackupFaulty { fault, .. } if **fault == JournalFault::Changed { seq: 12 }),
        "{faulty:?}"
    );
    let bytes = fs::read(&copy).unwrap();
    fs::write(&copy, &bytes[..bytes.len() / 2]).unwrap();
    let torn = Store::restore(&copy, &to).err().unwrap();
    assert!(matches!(torn, StoreError::BackupFaulty { .. }), "{torn:?}");
    assert!(!to.exists());
}
