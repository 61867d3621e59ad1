//! Databases that can't be opened say why.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rusqlite::Connection;
use sanduq::domain::fact::Fact;
use sanduq::domain::figures::Period;
use sanduq::domain::id::{Number, PayoutId, TillCode};
use sanduq::domain::money::Money;
use sanduq::domain::payout::{Payout, PayoutMeans};
use sanduq::store::{Store, StoreError, Unlawful, VERSION};

use crate::sample::{Random, family_code, header, open_shop, till};

fn error(result: Result<Store, StoreError>) -> StoreError {
    match result {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

/// A closed database with some sales.
fn database(folder: &Path) -> PathBuf {
    let path = folder.join("till.sanduq");
    let shop = open_shop(&path, 3, 3);
    for seed in 0..20 {
        let basket = shop.basket(&mut Random(seed), 3);
        shop.store.write(move |w| basket.sell(w)).unwrap();
    }
    path
}

#[test]
fn a_new_database_is_of_its_till_and_nobody_elses() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("till.sanduq");
    assert!(matches!(error(Store::open(&path)), StoreError::Missing(missing) if missing == path));
    let store = Store::create(&path, &TillCode::new("ركن-2").unwrap()).unwrap();
    assert_eq!(store.till().as_str(), "ركن-2");
    assert_eq!(store.path(), path);
    assert_eq!(
        store
            .read::<_, StoreError>(|books| books.head())
            .unwrap()
            .seq,
        0
    );
    drop(store);
    let again = Store::create(&path, &till());
    assert!(matches!(error(again), StoreError::Exists(there) if there == path));
    assert_eq!(Store::open(&path).unwrap().till().as_str(), "ركن-2");
    // Nothing is left beside it.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_no_database_of_ours_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    for content in ["", "SQLite", "a shopping list, longer than a magic number"] {
        fs::write(&path, content).unwrap();
        assert!(matches!(
            error(Store::open(&path)),
            StoreError::NotADatabase(_)
        ));
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
    }
    fs::remove_file(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other
        .execute_batch("CREATE TABLE t (x); PRAGMA application_id = 7;")
        .unwrap();
    drop(other);
    let error = error(Store::open(&path));
    assert!(matches!(
        error,
        StoreError::Foreign {
            application_id: 7,
            ..
        }
    ));
}

#[test]
fn a_database_of_a_later_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let later = Connection::open(&path).unwrap();
    later
        .pragma_update(None, "user_version", VERSION + 1)
        .unwrap();
    drop(later);
    let error = error(Store::open(&path));
    assert!(
        matches!(error, StoreError::Newer { found, known } if (found, known) == (VERSION + 1, VERSION))
    );
    assert!(!error.retry_helps());
}

#[test]
fn a_file_cut_short_is_damaged_wherever_it_was_cut() {
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let whole = fs::read(&path).unwrap();
    let cut = folder.path().join("cut.sanduq");
    let lengths = (1..whole.len())
        .step_by(2500)
        .chain([16, 100, 4096, whole.len() - 1]);
    for length in lengths {
        fs::write(&cut, &whole[..length]).unwrap();
        let error = error(Store::open(&cut));
        let named = match length {
            ..16 => matches!(error, StoreError::NotADatabase(_)),
            _ => matches!(error, StoreError::Torn { .. }),
        };
        assert!(named, "cut to {length} of {}: {error}", whole.len());
    }
}

#[test]
fn a_last_record_that_is_not_intact_is_noticed_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let changed = Connection::open(&path).unwrap();
    changed
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET body = replace(body, '\"lines\"', '\"liens\"')
             WHERE seq = (SELECT max(seq) FROM journal)",
        )
        .unwrap();
    drop(changed);
    let error = error(Store::open(&path));
    assert!(matches!(&error, StoreError::Torn { detail } if detail.contains("record")));
    assert!(Store::inspect(&path).is_ok());
}

#[test]
fn a_second_program_is_kept_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let store = Store::open(&path).unwrap();
    let here = error(Store::open(&path));
    assert!(matches!(here, StoreError::InUse { .. }) && here.retry_helps());
    let there = in_child(&path, None);
    assert!(there.starts_with("InUse"), "{there}");
    drop(store);
    assert_eq!(in_child(&path, None), "opened");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_named_as_such() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = database(folder.path());
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    // Root may write anywhere, so the child is nobody.
    let nobody = 65_534;
    for (file_mode, folder_mode) in [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)] {
        set(&path, file_mode);
        set(folder.path(), folder_mode);
        let said = in_child(&path, Some(nobody));
        assert!(
            said.starts_with("ReadOnly"),
            "{file_mode:o} in {folder_mode:o}: {said}"
        );
    }
    set(folder.path(), 0o777);
    set(&path, 0o666);
    assert_eq!(in_child(&path, Some(nobody)), "opened");
}

/// Names the database the child opens, and makes this program be it.
const CHILD: &str = "SANDUQ_TEST_OPENS";

const SAYS: &str = "child says ";

#[test]
fn child_opens() {
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let said = match Store::open(Path::new(&path)) {
        Ok(_) => "opened".to_owned(),
        Err(error) => format!("{error:?}"),
    };
    println!("\n{SAYS}{said}");
}

/// What another program says when it opens the database, as `user` if that can
/// be chosen here.
fn in_child(path: &Path, user: Option<u32>) -> String {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "opening::child_opens", "--nocapture"])
        .env(CHILD, path);
    #[cfg(unix)]
    if let Some(user) = user {
        use std::os::unix::fs::MetadataExt;
        use std::os::unix::process::CommandExt;
        if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
            command.uid(user).gid(user);
        }
    }
    let out = command.output().unwrap();
    let out = String::from_utf8_lossy(&out.stdout).into_owned();
    let said = out.lines().find_map(|line| line.strip_prefix(SAYS));
    said.unwrap_or_else(|| panic!("the child said {out}"))
        .to_owned()
}

#[test]
fn a_database_is_one_tills_and_holds_no_number_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let shop = open_shop(&folder.path().join("till.sanduq"), 3, 3);
    let others = TillCode::new("T9").unwrap();
    let payout = Payout {
        id: PayoutId(Random(1).uuid()),
        number: Number {
            till: others.clone(),
            n: 1,
        },
        family: family_code(1),
        amount: Money::from_minor(100),
        means: PayoutMeans::Safe,
        shift: None,
        collected_by: String::new(),
        reference: String::new(),
        left: Money::ZERO,
        signed: None,
    };
    let before = shop.store.read(|books| books.head()).unwrap();
    let answer = shop.store.write(move |w| {
        let header = header(w, None);
        w.append(header, Fact::PayoutMade(payout)).map(drop)
    });
    assert!(matches!(
        answer,
        Err(StoreError::Unlawful { why: Unlawful::NumberOfOtherTill(till), .. }) if till == others
    ));
    assert_eq!(shop.store.read(|books| books.head()).unwrap(), before);
    // So whatever is told by till is told of this one.
    let basket = shop.basket(&mut Random(2), 3);
    shop.store.write(move |w| basket.sell(w)).unwrap();
    let figures = shop
        .store
        .read(|books| books.figures(Period::Bazaar))
        .unwrap();
    let tills = figures.values().flat_map(|day| day.tally.by_till.keys());
    assert_eq!(tills.collect::<Vec<_>>(), [&till()]);
}
