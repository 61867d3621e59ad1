//! Other databases are looked into and left exactly as they lie.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;
use sanduq::store::verify::JournalFault;
use sanduq::store::{Head, Store, StoreError, Unseen, VERSION, is_database};

use crate::sample::{Random, Shop, open_shop, till};

fn sell(shop: &Shop, seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let basket = shop.basket(&mut Random(seed), 3);
        shop.store.write(move |w| basket.sell(w)).unwrap();
    }
}

fn head(store: &Store) -> Head {
    store.read::<_, StoreError>(|books| books.head()).unwrap()
}

/// A closed database with some sales, and its head.
fn database(folder: &Path) -> (PathBuf, Head) {
    let path = folder.join("other.sanduq");
    let shop = open_shop(&path, 3, 3);
    sell(&shop, 0..20);
    let head = head(&shop.store);
    (path, head)
}

/// What a till that lost its power leaves: the file and a log full of sales.
fn with_log(folder: &Path) -> (PathBuf, Head) {
    let place = folder.join("living");
    fs::create_dir_all(&place).unwrap();
    let living = place.join("till.sanduq");
    let shop = open_shop(&living, 3, 3);
    sell(&shop, 0..20);
    let path = folder.join("other.sanduq");
    for log in ["", "-wal"] {
        let beside = |path: &Path| format!("{}{log}", path.display());
        fs::copy(beside(&living), beside(&path)).unwrap();
    }
    (path, head(&shop.store))
}

/// Everything of a folder that a look could have changed: names, bytes, times.
fn seen(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>, std::time::SystemTime)> {
    let mut seen: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let modified = fs::metadata(&path).unwrap().modified().unwrap();
            let bytes = path.is_file().then(|| fs::read(&path).unwrap());
            (path, bytes, modified)
        })
        .collect();
    seen.push((
        folder.to_owned(),
        None,
        fs::metadata(folder).unwrap().modified().unwrap(),
    ));
    seen.sort();
    seen
}

fn look(path: &Path) -> Result<Store, StoreError> {
    Store::look(path, |_, _| {})
}

fn unseen(path: &Path) -> Unseen {
    match look(path) {
        Err(StoreError::Elsewhere { path: named, why }) => {
            assert_eq!(named, path, "the fault names the original");
            *why
        }
        Err(other) => panic!("{other:?}"),
        Ok(_) => panic!("it was looked into"),
    }
}

#[test]
fn what_is_looked_into_is_read_whole_and_stays_as_it_lies() {
    for make in [database, with_log] {
        let folder = tempfile::tempdir().unwrap();
        let (path, recorded) = make(folder.path());
        let own = open_shop(&folder.path().join("own.sanduq"), 2, 2);
        sell(&own, 40..45);
        let before = seen(folder.path());
        let mut heard = Vec::new();
        let store = Store::look(&path, |done, of| heard.push((done, of))).unwrap();
        assert_eq!((head(&store), store.till()), (recorded, &till()));
        assert_eq!(store.path(), path);
        assert_eq!(heard.last(), Some(&(recorded.seq, recorded.seq)));
        assert!(
            store
                .read::<_, StoreError>(|books| books.catalogue())
                .unwrap()
                .is_some()
        );
        assert_eq!(seen(folder.path()), before, "while it is looked into");
        drop(store);
        assert_eq!(seen(folder.path()), before, "and after");
        // Neither the original nor this till's own database was held up.
        sell(&own, 45..50);
        drop(Store::open(&path).unwrap());
    }
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_log_of_the_database_too() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recorded) = with_log(folder.path());
    let inbox = tempfile::tempdir().unwrap();
    let link = inbox.path().join("stick.sqlite");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert!(is_database(&link));
    let store = look(&link).unwrap();
    assert_eq!(head(&store), recorded, "the sales that are only in the log");
}

#[cfg(unix)]
#[test]
fn a_pipe_is_no_database_and_holds_nobody_up() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("till.sqlite");
    let made = Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    assert!(!is_database(&pipe));
    assert!(matches!(
        unseen(&pipe),
        Unseen::Fault(StoreError::NotADatabase(named)) if named == pipe
    ));
}

#[test]
fn a_backup_and_every_released_database_can_be_looked_into() {
    let folder = tempfile::tempdir().unwrap();
    let shop = open_shop(&folder.path().join("till.sanduq"), 2, 2);
    sell(&shop, 0..5);
    let backup = folder.path().join("backup");
    let copied = shop.store.backup(&backup, |_| {}).unwrap();
    assert_eq!(head(&look(&backup).unwrap()), copied);

    let released = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/databases");
    for version in 1..=VERSION {
        let path = folder.path().join(format!("v{version}.sqlite"));
        fs::copy(released.join(format!("v{version}.sqlite")), &path).unwrap();
        let before = seen(folder.path());
        let store = look(&path).unwrap();
        assert!(head(&store).seq > 0);
        drop(store);
        assert_eq!(seen(folder.path()), before, "version {version}");
    }
}

#[test]
fn what_is_no_database_of_ours_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file");
    let missing = unseen(&path);
    assert!(matches!(missing, Unseen::Fault(StoreError::Missing(there)) if there == path));
    for content in ["", "SQLite", "a shopping list, longer than a magic number"] {
        fs::write(&path, content).unwrap();
        let before = seen(folder.path());
        let why = unseen(&path);
        assert!(
            matches!(&why, Unseen::Fault(StoreError::NotADatabase(there)) if *there == path),
            "{why:?}"
        );
        assert!(!is_database(&path));
        assert_eq!(seen(folder.path()), before);
    }
    let of_folder = unseen(folder.path());
    assert!(matches!(
        of_folder,
        Unseen::Fault(StoreError::NotADatabase(_))
    ));
    fs::remove_file(&path).unwrap();
    let foreign = Connection::open(&path).unwrap();
    foreign
        .execute_batch("CREATE TABLE t (x); PRAGMA application_id = 7;")
        .unwrap();
    drop(foreign);
    let why = unseen(&path);
    assert!(
        matches!(&why, Unseen::Fault(StoreError::Foreign { path: there, application_id: 7 }) if *there == path),
        "{why:?}"
    );
    assert!(!is_database(&path));
    fs::remove_file(&path).unwrap();
    let (path, _) = database(folder.path());
    assert!(is_database(&path));
    let later = Connection::open(&path).unwrap();
    later
        .pragma_update(None, "user_version", VERSION + 1)
        .unwrap();
    drop(later);
    let before = seen(folder.path());
    let why = unseen(&path);
    assert!(matches!(
        why,
        Unseen::Fault(StoreError::Newer { found, .. }) if found == VERSION + 1
    ));
    assert_eq!(seen(folder.path()), before);
}

#[test]
fn a_torn_copy_or_a_forged_record_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let whole = fs::read(&path).unwrap();
    let bad = folder.path().join("bad.sanduq");
    for length in [whole.len() - 1, whole.len() / 2, 4096, 100] {
        fs::write(&bad, &whole[..length]).unwrap();
        let why = unseen(&bad);
        assert!(
            matches!(why, Unseen::Faulty(JournalFault::FileDamaged { .. })),
            "cut to {length}: {why:?}"
        );
    }
    // Pages of two moments: the second half is that of the file after more sales.
    let later = {
        let shop = open_shop(&folder.path().join("later.sanduq"), 3, 3);
        sell(&shop, 100..200);
        let copy = folder.path().join("later");
        shop.store.backup(&copy, |_| {}).unwrap();
        fs::read(copy).unwrap()
    };
    let half = whole.len() / 2048 * 1024;
    let mixed = [&whole[..half], &later[half..whole.len()]].concat();
    fs::write(&bad, mixed).unwrap();
    let why = unseen(&bad);
    assert!(matches!(why, Unseen::Faulty(_)), "{why:?}");

    fs::write(&bad, &whole).unwrap();
    let forged = Connection::open(&bad).unwrap();
    forged
        .execute_batch(
            "CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_schema
                 WHERE name = 'journal_is_never_changed';
             DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET at_ms = at_ms + 1 WHERE seq = 12",
        )
        .unwrap();
    let trigger: String = forged
        .query_row("SELECT sql FROM kept", [], |row| row.get(0))
        .unwrap();
    forged.execute_batch(&trigger).unwrap();
    drop(forged);
    let why = unseen(&bad);
    assert!(
        matches!(why, Unseen::Faulty(JournalFault::Changed { seq: 12 })),
        "{why:?}"
    );
}

#[test]
fn a_till_does_not_look_into_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("till.sanduq");
    let shop = open_shop(&path, 2, 2);
    assert!(matches!(unseen(&path), Unseen::OpenHere));
    assert!(!is_database(&path), "it is not even touched");
    // By another name it is the same file.
    let roundabout = folder.path().join(".").join("till.sanduq");
    assert!(matches!(unseen(&roundabout), Unseen::OpenHere));
    // The lock that keeps other programs out was not lost by asking.
    assert_eq!(in_child("child_looks", &path, |_| ()), "AtWork");
    sell(&shop, 0..3);
}

#[test]
fn a_database_at_work_in_another_program_is_left_to_it() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let before = seen(folder.path());
    let said = in_child("child_holds", &path, |path| {
        let why = unseen(path);
        assert!(matches!(why, Unseen::AtWork), "{why:?}");
    });
    assert_eq!(said, "held");
    assert!(look(&path).is_ok(), "and once it is closed there, it opens");
    let after = seen(folder.path());
    let names = |seen: &[(PathBuf, Option<Vec<u8>>, _)]| {
        let names = seen.iter().map(|(path, ..)| path.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(names(&after), names(&before));
}

#[cfg(unix)]
#[test]
fn a_medium_that_cannot_be_written_to_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    for make in [database, with_log] {
        let folder = tempfile::tempdir().unwrap();
        let (path, recorded) = make(folder.path());
        let set = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
        };
        for file in fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap().path();
            set(&file, if file.is_dir() { 0o555 } else { 0o444 });
        }
        set(folder.path(), 0o555);
        // The child is nobody, as root may write anywhere.
        let said = in_child("child_looks", &path, |_| ());
        assert_eq!(said, recorded.seq.to_string());
        set(folder.path(), 0o755);
        let living = folder.path().join("living");
        if living.exists() {
            set(&living, 0o755);
        }
    }
}

#[cfg(unix)]
#[test]
fn the_copy_is_private_and_removed_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let said = in_child("child_tidies", &path, |_| ());
    assert_eq!(
        said,
        "700, one while it is looked into, none after, none refused"
    );
}

#[cfg(unix)]
#[test]
fn another_name_of_an_open_database_does_not_give_its_lock_up() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let link = folder.path().join("named-twice.sqlite");
    fs::hard_link(&path, &link).unwrap();
    assert!(is_database(&link), "of a till that is closed");
    let own = Store::open(&path).unwrap();
    assert!(!is_database(&link));
    assert!(matches!(unseen(&link), Unseen::OpenHere));
    assert!(matches!(
        Store::open(&link),
        Err(StoreError::InUse { source: None })
    ));
    // Other programs find it locked still.
    assert_eq!(in_child("child_looks", &path, |_| ()), "AtWork");
    drop(own);
    assert!(look(&link).is_ok());
}

#[test]
fn a_backup_that_never_ended_is_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let part = folder.path().join("2026-11-26.sqlite.part");
    fs::copy(&path, &part).unwrap();
    assert!(is_database(&path) && !is_database(&part));
}

#[cfg(unix)]
#[test]
fn what_an_ended_run_left_is_removed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = database(folder.path());
    let said = in_child("child_clears", &path, |_| ());
    assert_eq!(said, "linked, new, open, others, own, theirs, two looks");
}

#[cfg(unix)]
#[test]
fn child_clears() {
    use std::os::unix::fs::{DirBuilderExt, symlink};
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let path = Path::new(&path);
    let place = env::temp_dir();
    let folder = |name: &str, mode, mark: Option<&str>| {
        let folder = place.join(name);
        fs::DirBuilder::new().mode(mode).create(&folder).unwrap();
        fs::write(folder.join("looked-at.sqlite"), "names and accounts").unwrap();
        if let Some(mark) = mark {
            fs::write(folder.join(mark), "").unwrap();
        }
        folder
    };
    let left = folder("sanduq-look-left", 0o700, Some("looking"));
    folder("sanduq-look-new", 0o700, Some("looking.new"));
    folder("sanduq-look-open", 0o755, Some("looking"));
    folder("sanduq-others", 0o700, Some("looking"));
    let theirs = folder("theirs", 0o700, Some("looking"));
    symlink(&theirs, place.join("sanduq-look-linked")).unwrap();
    fs::write(place.join("sanduq-look-own"), "a file").unwrap();
    let first = look(path).unwrap();
    assert!(!left.exists(), "its maker has ended");
    // The second leaves the first alone, which lives.
    let second = look(path).unwrap();
    assert_eq!(head(&first), head(&second));
    let names = fs::read_dir(&place).unwrap().map(|entry| {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.strip_prefix("sanduq-").unwrap_or(&name);
        name.strip_prefix("look-").unwrap_or(name).to_owned()
    });
    let known = ["linked", "new", "open", "others", "own", "theirs"];
    let (mut known, looks): (Vec<_>, Vec<_>) =
        names.partition(|name| known.contains(&name.as_str()));
    known.sort();
    assert_eq!(looks.len(), 2, "{looks:?}");
    println!("\n{SAYS}{}, two looks", known.join(", "));
}

/// Names the database the child works on, and makes this program be it.
const CHILD: &str = "SANDUQ_TEST_LOOKS_INTO";

const SAYS: &str = "child says ";

#[test]
fn child_looks() {
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let said = match look(Path::new(&path)) {
        Ok(store) => head(&store).seq.to_string(),
        Err(StoreError::Elsewhere { why, .. }) => format!("{why:?}"),
        Err(other) => format!("{other:?}"),
    };
    println!("\n{SAYS}{said}");
}

#[test]
fn child_holds() {
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let store = Store::open(Path::new(&path)).unwrap();
    println!("\n{SAYS}held");
    // Until the one who asked has looked.
    let mut end = Vec::new();
    std::io::stdin().read_to_end(&mut end).unwrap();
    drop(store);
}

#[cfg(unix)]
#[test]
fn child_tidies() {
    use std::os::unix::fs::PermissionsExt;
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let path = Path::new(&path);
    let inside = || -> Vec<PathBuf> {
        let entries = fs::read_dir(env::temp_dir()).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    };
    let store = look(path).unwrap();
    let found = inside();
    let mode = fs::metadata(&found[0]).unwrap().permissions().mode() & 0o777;
    let count = found.len();
    drop(store);
    let after = inside().len();
    assert!(look(&path.with_extension("missing")).is_err());
    let words = ["none", "one", "two"];
    println!(
        "\n{SAYS}{mode:o}, {} while it is looked into, {} after, {} refused",
        words[count],
        words[after],
        words[inside().len()]
    );
}

/// What the child of this name says of a database; `meanwhile` is done while it lives.
/// It is nobody where that can be chosen, and has a temporary folder of its own.
fn in_child(child: &str, path: &Path, meanwhile: impl FnOnce(&Path)) -> String {
    let own = tempfile::tempdir().unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", &format!("elsewhere::{child}"), "--nocapture"])
        .env(CHILD, path)
        .env("TMPDIR", own.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        use std::os::unix::process::CommandExt;
        let nobody = 65_534;
        let everybody = fs::Permissions::from_mode(0o777);
        fs::set_permissions(own.path(), everybody).unwrap();
        if fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0) {
            let folder = path.parent().unwrap();
            if child == "child_holds" {
                // To hold it, it has to write to it.
                fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
                fs::set_permissions(path, fs::Permissions::from_mode(0o666)).unwrap();
            } else if fs::metadata(folder).unwrap().mode() & 0o005 == 0 {
                fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
            }
            command.uid(nobody).gid(nobody);
        }
    }
    let mut running = command.spawn().unwrap();
    let out = BufReader::new(running.stdout.take().unwrap());
    let mut lines = out.lines().map_while(Result::ok);
    let said = lines.find_map(|line| Some(line.split_once(SAYS)?.1.to_owned()));
    meanwhile(path);
    drop(running.stdin.take());
    lines.for_each(drop);
    running.wait().unwrap();
    said.expect("the child says something")
}
