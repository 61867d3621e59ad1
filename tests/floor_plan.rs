//! The house rules: imports go down the floors of `src/lib.rs` only, libraries
//! stay in their rooms, files open with their purpose and stay short.

use std::fs;
use std::path::{Path, PathBuf};

/// Room and floor; a room may import itself and rooms on lower floors.
const FLOORS: [(&str, u8); 10] = [
    ("domain", 0),
    ("locale", 1),
    ("plot", 1),
    ("store", 1),
    ("settings", 1),
    ("print", 2),
    ("reports", 2),
    ("services", 3),
    ("app", 4),
    ("cli", 4),
];

/// A word and the only places that may say it.
const KEPT: [(&str, &[&str]); 13] = [
    ("iced::", &["app/"]),
    ("rusqlite::", &["store/"]),
    ("krilla::", &["print/pdf"]),
    ("rust_xlsxwriter::", &["reports/xlsx", "reports/table/"]),
    ("escpos::driver", &["print/escpos", "print/device"]),
    ("escpos::printer", &["print/escpos", "print/device"]),
    ("escpos::errors", &["print/escpos", "print/device"]),
    ("clap::", &["cli/"]),
    ("calamine::", &["reports/"]),
    (
        "std::fs",
        &[
            "store/",
            "settings.rs",
            "print/",
            "reports/",
            "services/",
            "cli/",
            "app/",
        ],
    ),
    ("SystemTime", &["services/moment.rs", "print/", "app/"]),
    ("Utc::now", &["services/moment.rs"]),
    ("now_v7", &["services/moment.rs"]),
];

/// Rooms where no float may stand: money lives there.
const WITHOUT_FLOATS: [&str; 3] = ["domain/", "store/", "services/"];

const LONGEST_FILE: usize = 700;

fn room(path: &str) -> &str {
    path.split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs")
}

fn floor(room: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == room)
        .map(|(_, floor)| *floor)
}

/// The lines of a source that are code: no comments, no doc lines.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or_default();
        (!code.trim().is_empty()).then_some((index + 1, code))
    })
}

/// Whether `word` stands in `code` as a path or name of its own.
fn says(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(start, _)| {
        let before = code[..start].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// The rooms a line of code reaches through `crate::`, grouped imports included.
fn rooms_reached(code: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group.split(',').collect(),
            None => vec![rest],
        };
        for name in names {
            let name = name.trim_start();
            let end = name
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(name.len());
            if floor(&name[..end]).is_some() {
                rooms.push(&name[..end]);
            }
        }
    }
    rooms
}

/// What is wrong with one source file; `path` is relative to `src`.
fn faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |line: usize, what: String| faults.push(format!("{path}:{line}: {what}"));
    if !text.starts_with("//!") {
        fault(1, "does not open with what lives here".to_owned());
    }
    let length = text.lines().count();
    if length > LONGEST_FILE {
        fault(length, format!("is longer than {LONGEST_FILE} lines"));
    }
    for (line, code) in code_lines(text) {
        if let Some(own) = floor(room(path)) {
            for reached in rooms_reached(code) {
                let below = floor(reached).is_some_and(|floor| floor < own);
                if reached != room(path) && !below {
                    fault(
                        line,
                        format!("reaches {reached}, which is not below {}", room(path)),
                    );
                }
            }
        }
        for (word, places) in KEPT {
            if says(code, word) && !places.iter().any(|place| path.starts_with(place)) {
                fault(line, format!("{word} belongs to {places:?}"));
            }
        }
        let floats = ["f32", "f64"].iter().any(|float| says(code, float));
        if floats && WITHOUT_FLOATS.iter().any(|room| path.starts_with(room)) {
            fault(line, "a float where money lives".to_owned());
        }
        for word in [
            "todo!(",
            "unimplemented!(",
            "dbg!(",
            "allow(dead_code",
            "allow(unused",
        ] {
            if code.contains(word) {
                fault(line, format!("{word} is not finished work"));
            }
        }
    }
    faults
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_house_keeps_its_floor_plan() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 30, "the house has more rooms than that");
    let mut all = Vec::new();
    for file in files {
        let path = file
            .strip_prefix(&root)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        all.extend(faults(&path, &fs::read_to_string(&file).unwrap()));
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn every_room_stands_in_the_plan() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plan = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    for module in plan
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
    {
        let room = module.trim_end_matches(';');
        assert!(floor(room).is_some(), "{room} has no floor");
        assert!(
            plan.contains(&format!("[`{room}`]")),
            "{room} is missing from the plan's table"
        );
    }
}

#[test]
fn tests_and_benches_stay_short_too() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["tests", "benches"] {
        let mut files = Vec::new();
        sources(&root.join(folder), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            assert!(
                text.starts_with("//!"),
                "{} does not say what it is",
                file.display()
            );
            assert!(
                text.lines().count() <= LONGEST_FILE,
                "{} is too long",
                file.display()
            );
        }
    }
}

#[test]
fn a_forbidden_import_is_found() {
    let cases = [
        (
            "domain/sale.rs",
            "use crate::store::Store;",
            "reaches store",
        ),
        (
            "store/mod.rs",
            "use crate::locale::Texts;",
            "reaches locale",
        ),
        (
            "print/mod.rs",
            "use crate::{domain::money, services::Till};",
            "reaches services",
        ),
        ("cli/mod.rs", "let a = crate::app::run();", "reaches app"),
        ("services/mod.rs", "use iced::Task;", "iced:: belongs to"),
        (
            "app/mod.rs",
            "use rusqlite::Connection;",
            "rusqlite:: belongs to",
        ),
        (
            "domain/money.rs",
            "let a: f64 = 1;",
            "a float where money lives",
        ),
        (
            "domain/fact.rs",
            "let now = chrono::Utc::now();",
            "Utc::now belongs to",
        ),
        ("domain/fact.rs", "todo!()", "not finished"),
    ];
    for (path, code, expected) in cases {
        let found = faults(path, &format!("//! A room.\n{code}\n"));
        assert!(
            found.iter().any(|fault| fault.contains(expected)),
            "{code}: {found:?}"
        );
    }
    let allowed = "//! A room.\nuse crate::domain::money::Money;\nuse crate::store::Store;\n";
    assert_eq!(faults("services/sell.rs", allowed), Vec::<String>::new());
    assert_eq!(faults("domain/x.rs", "use std::fmt;").len(), 1);
}
