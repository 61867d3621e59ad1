//! Whatever is changed in a database, `verify` names the first bad record.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;
use sanduq::store::{Store, StoreError, verify};
use sha2::{Digest, Sha256};
use verify::{JournalFault, Verdict};

use crate::days;
use crate::replay::dump;
use crate::sample::{Random, open_shop};

/// A closed database with every kind of record, and a copy to change.
struct Bench {
    folder: tempfile::TempDir,
    good: PathBuf,
}

impl Bench {
    fn new(steps: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let good = folder.path().join("good.sanduq");
        let mut shop = open_shop(&good, 3, 3);
        days::play(&mut shop, &mut Random(11), steps);
        Bench { folder, good }
    }

    /// What is found after `change`, made behind the triggers' back.
    fn after(&self, change: impl FnOnce(&Connection)) -> Verdict {
        let copy = self.folder.path().join("bad.sanduq");
        fs::copy(&self.good, &copy).unwrap();
        let connection = Connection::open(&copy).unwrap();
        // The triggers come back, so that only the change itself is to be found.
        let triggers: Vec<(String, String)> = connection
            .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        connection
            .execute_batch("PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON; BEGIN")
            .unwrap();
        for (name, _) in &triggers {
            connection
                .execute_batch(&format!("DROP TRIGGER {name}"))
                .unwrap();
        }
        change(&connection);
        for (_, sql) in &triggers {
            connection.execute_batch(sql).unwrap();
        }
        connection.execute_batch("COMMIT").unwrap();
        drop(connection);
        look(&copy).unwrap()
    }
}

fn look(path: &Path) -> Result<Verdict, StoreError> {
    Store::inspect(path)?.read(|books| verify::verify(books, |_, _| {}))
}

/// Ways to change a value by one byte.
fn changed(value: &Value) -> Vec<Value> {
    let flipped = |bytes: &[u8], step: usize| -> Vec<Vec<u8>> {
        (0..bytes.len())
            .step_by(step)
            .map(|at| {
                let mut bytes = bytes.to_vec();
                bytes[at] ^= 1 << (at % 7);
                bytes
            })
            .collect()
    };
    match value {
        Value::Null => vec![Value::Text("x".to_owned()), Value::Text(String::new())],
        Value::Integer(number) => (0..40)
            .step_by(5)
            .map(|bit| Value::Integer(number ^ (1 << bit)))
            .collect(),
        Value::Blob(bytes) => flipped(bytes, 5).into_iter().map(Value::Blob).collect(),
        Value::Text(text) => flipped(text.as_bytes(), 1 + text.len() / 40)
            .into_iter()
            // Bytes that are no text are written as such by the caller.
            .map(|bytes| match String::from_utf8(bytes) {
                Ok(text) => Value::Text(text),
                Err(error) => Value::Blob(error.into_bytes()),
            })
            .collect(),
        Value::Real(_) => unreachable!("no table of the store holds a fraction"),
    }
}

#[test]
fn a_byte_changed_anywhere_in_a_record_names_that_record() {
    let bench = Bench::new(60);
    assert_eq!(bench.after(|_| ()).first_fault, None);
    let connection = Connection::open(&bench.good).unwrap();
    let last: i64 = connection
        .query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))
        .unwrap();
    let columns = [
        "seq",
        "id",
        "at_ms",
        "offset_s",
        "day",
        "actor",
        "approver",
        "catalogue_seq",
        "kind",
        "prev",
        "hash",
        "body",
    ];
    let mut changes = 0;
    for seq in [1, last / 2, last - 1, last] {
        for column in columns {
            let select = format!("SELECT {column} FROM journal WHERE seq = {seq}");
            let value: Value = connection.query_row(&select, [], |row| row.get(0)).unwrap();
            for other in changed(&value) {
                // A sequence may only take one that is free.
                if column == "seq" && matches!(other, Value::Integer(to) if to <= last && to > 0) {
                    continue;
                }
                let is_text = matches!(value, Value::Text(_));
                let cast = if is_text { "CAST(?1 AS TEXT)" } else { "?1" };
                let update = format!("UPDATE journal SET {column} = {cast} WHERE seq = {seq}");
                let shown = format!("{column} of {seq}: {other:?}");
                let verdict = bench.after(|connection| {
                    assert_eq!(connection.execute(&update, [&other]).unwrap(), 1);
                });
                let named = verdict.first_fault.as_ref().and_then(JournalFault::seq);
                // A last record moved away leaves the one before as the last.
                let expected = if column == "seq" && seq == last {
                    named
                } else {
                    Some(seq as u64)
                };
                assert_eq!(named, expected, "{shown}: {:?}", verdict.first_fault);
                assert!(verdict.first_fault.is_some(), "{shown}");
                changes += 1;
            }
        }
    }
    println!("{changes} changes found");
    assert!(changes > 400);
}

#[test]
fn another_line_in_a_signature_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.sanduq");
    let mut shop = open_shop(&good, 3, 3);
    let mut random = Random(5);
    days::play(&mut shop, &mut random, 20);
    days::pay_signed(&shop, &mut random, "M120 80l30 44 177 -64M10 390l80 -9");
    days::play(&mut shop, &mut random, 5);
    drop(shop);
    let bench = Bench { folder, good };
    assert_eq!(bench.after(|_| ()).first_fault, None);
    let paid = "kind = 'PayoutMade' AND body LIKE '%M120 80l%'";
    let signed: i64 = Connection::open(&bench.good)
        .unwrap()
        .query_row(
            &format!("SELECT seq FROM journal WHERE {paid}"),
            [],
            |row| row.get(0),
        )
        .unwrap();
    for (line, other) in [
        ("l30 44", "l31 44"),
        ("M10 390l80 -9", ""),
        ("drawn", "thumb"),
    ] {
        let change =
            format!("UPDATE journal SET body = replace(body, '{line}', '{other}') WHERE {paid}");
        let verdict = bench.after(|connection| {
            assert_eq!(connection.execute(&change, []).unwrap(), 1);
        });
        let named = verdict.first_fault.as_ref().and_then(JournalFault::seq);
        assert_eq!(named, Some(signed as u64), "{line} for {other}");
    }
}

#[test]
fn a_record_taken_out_put_in_or_swapped_is_named() {
    let bench = Bench::new(40);
    let fault = |sql: &str| {
        bench
            .after(|connection| connection.execute_batch(sql).unwrap())
            .first_fault
    };
    assert_eq!(
        fault("DELETE FROM journal WHERE seq = 20"),
        Some(JournalFault::Gap { seq: 20, found: 21 })
    );
    assert_eq!(
        fault("DELETE FROM journal WHERE seq = 1"),
        Some(JournalFault::Gap { seq: 1, found: 2 })
    );
    // Closing the gap shows in the record that moved.
    assert_eq!(
        fault(
            "DELETE FROM journal WHERE seq = 20;
             UPDATE journal SET seq = seq - 1 WHERE seq = 21;"
        ),
        Some(JournalFault::Changed { seq: 20 })
    );
    assert_eq!(
        fault("UPDATE till SET code = 'T2'"),
        Some(JournalFault::Changed { seq: 1 })
    );
}

/// Makes every hash anew by the definition of the chain, as somebody could who
/// holds the file.
fn rechain(connection: &Connection) {
    let till: String = connection
        .query_row("SELECT code FROM till", [], |row| row.get(0))
        .unwrap();
    let last: i64 = connection
        .query_row("SELECT max(seq) FROM journal", [], |row| row.get(0))
        .unwrap();
    let mut prev = vec![0; 32];
    for seq in 1..=last {
        let field = |column: &str| -> Value {
            let sql = format!("SELECT {column} FROM journal WHERE seq = {seq}");
            connection.query_row(&sql, [], |row| row.get(0)).unwrap()
        };
        let mut hash = Sha256::new();
        let mut add = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        add(b"sanduq-journal-1");
        add(till.as_bytes());
        add(&prev);
        for column in [
            "seq",
            "id",
            "at_ms",
            "offset_s",
            "day",
            "actor",
            "approver",
            "catalogue_seq",
            "kind",
            "body",
        ] {
            let optional = matches!(column, "day" | "actor" | "approver");
            match field(column) {
                Value::Null => {
                    add(&[0]);
                    add(b"");
                }
                Value::Text(text) if optional => {
                    add(&[1]);
                    add(text.as_bytes());
                }
                Value::Text(text) => add(text.as_bytes()),
                Value::Integer(number) => add(&number.to_be_bytes()),
                Value::Blob(bytes) => add(&bytes),
                Value::Real(_) => unreachable!("no column holds a fraction"),
            }
        }
        let hash = hash.finalize().to_vec();
        connection
            .execute(
                "UPDATE journal SET prev = ?1, hash = ?2 WHERE seq = ?3",
                (&prev, &hash, seq),
            )
            .unwrap();
        prev = hash;
    }
}

#[test]
fn a_forgery_with_a_chain_of_its_own_contradicts_itself() {
    let bench = Bench::new(300);
    assert_eq!(
        bench.after(rechain).first_fault,
        None,
        "the chain is as defined"
    );
    let connection = Connection::open(&bench.good).unwrap();
    let forged = |kind: &str, from: &str, to: &str| {
        let find = "SELECT seq FROM journal WHERE kind = ?1 AND instr(body, ?2) LIMIT 1 OFFSET 1";
        let seq: i64 = connection
            .query_row(find, [kind, from], |row| row.get(0))
            .unwrap();
        let verdict = bench.after(|connection| {
            let change = "UPDATE journal SET body = replace(body, ?1, ?2) WHERE seq = ?3";
            connection.execute(change, (from, to, seq)).unwrap();
            rechain(connection);
        });
        (seq as u64, verdict.first_fault)
    };
    let other = |field: &str| {
        let from = format!("\"{field}\":");
        let to = format!("\"{field}\":1234567,\"it was\":");
        (from, to)
    };
    for (kind, field) in [
        ("SaleCompleted", "paid"),
        ("SaleCompleted", "n"),
        ("SaleRefunded", "cash_rounding"),
        ("OrderTaken", "deposit"),
        ("FamilySettled", "payable"),
        ("FamilySettled", "held"),
    ] {
        let (from, to) = other(field);
        let (seq, fault) = forged(kind, &from, &to);
        assert!(
            matches!(&fault, Some(JournalFault::Contradicts { seq: named, .. }) if *named == seq),
            "{kind} {field}: {fault:?}"
        );
    }
    let (from, to) = other("amount");
    let (seq, fault) = forged("CashMoved", &from, &to);
    assert_eq!(fault, Some(JournalFault::PostingsDiffer { seq }));
    let (seq, fault) = forged("SaleCompleted", "{\"fact\":", "{\"fiction\":");
    assert!(
        matches!(&fault, Some(JournalFault::Unreadable { seq: named, .. }) if *named == seq),
        "{fault:?}"
    );
}

#[test]
fn a_projection_that_came_away_from_the_journal_is_named() {
    let bench = Bench::new(300);
    let fault = |sql: &str| {
        bench
            .after(|connection| connection.execute_batch(sql).unwrap())
            .first_fault
    };
    let place: i64 = Connection::open(&bench.good)
        .unwrap()
        .query_row("SELECT place FROM posting LIMIT 1 OFFSET 9", [], |row| {
            row.get(0)
        })
        .unwrap();
    let posting = format!("WHERE place = {place}");
    let named = Some(JournalFault::PostingsDiffer {
        seq: (place >> 16) as u64,
    });
    assert_eq!(
        fault(&format!("UPDATE posting SET amount = amount + 1 {posting}")),
        named
    );
    assert_eq!(fault(&format!("DELETE FROM posting {posting}")), named);
    assert_eq!(
        fault(&format!(
            "INSERT INTO posting VALUES ({}, 'zz', 1)",
            place | 0xff00
        )),
        named
    );
    assert!(matches!(
        fault("UPDATE balance SET amount = amount - 1 WHERE account = 'drawer:T1'"),
        Some(JournalFault::BalanceDiffers { account, stored: Some(a), replayed: Some(b) })
            if account == "drawer:T1" && a + 1 == b
    ));
    assert!(matches!(
        fault("INSERT INTO balance VALUES ('payable:X', 5)"),
        Some(JournalFault::BalanceDiffers { account, stored: Some(5), replayed: None })
            if account == "payable:X"
    ));
    let projections = [
        "running_total",
        "day_run",
        "terms",
        "family",
        "product_line",
        "staff",
        "trading_day",
        "shift",
        "sale",
        "refund",
        "customer_order",
        "unsettled_goods",
        "settlement",
        "fee_charged",
        "payout",
        "voided",
        "imported",
        "reprint",
    ];
    for projection in projections {
        let found = fault(&format!("DELETE FROM {projection}"));
        assert!(
            matches!(&found, Some(JournalFault::ProjectionDiffers { table, .. }) if table == projection),
            "{projection}: {found:?}"
        );
    }
    assert_eq!(
        fault("DROP INDEX refund_by_ticket"),
        Some(JournalFault::SchemaDiffers {
            name: "index refund_by_ticket".to_owned()
        })
    );
}

#[test]
fn a_trigger_taken_away_is_noticed() {
    let bench = Bench::new(5);
    let connection = Connection::open(&bench.good).unwrap();
    connection
        .execute_batch("DROP TRIGGER journal_is_never_changed")
        .unwrap();
    drop(connection);
    assert_eq!(
        look(&bench.good).unwrap().first_fault,
        Some(JournalFault::SchemaDiffers {
            name: "trigger journal_is_never_changed".to_owned()
        })
    );
}

#[test]
fn a_bit_flipped_in_the_file_is_found_or_harmless() {
    let bench = Bench::new(60);
    let (whole, truth) = (fs::read(&bench.good).unwrap(), dump(&bench.good));
    let copy = bench.folder.path().join("flipped.sanduq");
    let mut random = Random(5);
    let (mut found, mut harmless) = (0, 0);
    for _ in 0..200 {
        let (at, bit) = (random.below(whole.len() as u64) as usize, random.below(8));
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << bit;
        fs::write(&copy, &bytes).unwrap();
        match look(&copy) {
            Ok(Verdict {
                first_fault: None, ..
            }) => {
                assert_eq!(dump(&copy), truth, "byte {at}, bit {bit}");
                harmless += 1;
            }
            _ => found += 1,
        }
    }
    println!("{found} found, {harmless} harmless");
    // Most of a small file is the free space of its pages.
    assert!(found > 40);
}
