//! Verify, rebuild, backup, restore, export, by commands.

use crate::desk::Desk;

fn sold_once() -> Desk {
    let desk = Desk::trading();
    desk.sell(
        r#"{"lines":[{"sku":"F06-01","quantity":2,"note":"without-sugar"}],
            "tenders":[{"kind":"card","amount":16}]}"#,
    )
    .done();
    desk
}

#[test]
fn a_changed_byte_is_named() {
    let desk = sold_once();
    let before = desk.run("verify").done();
    assert!(before.contains("records, whole and unchanged."), "{before}");

    let database = desk.path("data/till.sqlite");
    let mut bytes = std::fs::read(&database).unwrap();
    let note = b"without-sugar";
    let place = bytes
        .windows(note.len())
        .position(|window| window == note)
        .unwrap();
    bytes[place] = b'W';
    std::fs::write(&database, bytes).unwrap();

    let found = desk.run("verify --json");
    assert_eq!(found.code, 3, "{}", found.err);
    assert!(
        found
            .err
            .contains("of the journal was changed after it was written."),
        "{}",
        found.err
    );
    let told: serde_json::Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(told["whole"], false);
    assert_eq!(told["fault"]["seq"], told["entries"].as_u64().unwrap() + 1);
    let arabic = desk.run("verify --language ar");
    assert!(arabic.err.contains("تغيّر بعد كتابته"), "{}", arabic.err);
}

#[test]
fn a_backup_is_taken_back_and_says_so() {
    let desk = sold_once();
    let made = desk.run("backup copy.sqlite --json").json();
    desk.amal("cash drop 50").done();
    desk.run("restore copy.sqlite")
        .failed(1, "--replace puts its data aside first");
    desk.run("restore missing.sqlite --replace")
        .failed(3, "missing.sqlite");
    desk.run("day status").done();

    let restored = desk.run("restore copy.sqlite --replace --json").json();
    assert_eq!(restored["entries"], made["entries"]);
    assert_eq!(restored["head"], made["head"]);
    assert!(std::path::Path::new(restored["put_aside"].as_str().unwrap()).exists());
    let verified = desk.run("verify --json").json();
    assert_eq!(verified["entries"], made["entries"].as_u64().unwrap() + 1);
    let journal = desk.huda("export journal").done();
    // Whoever asked for the journal signed in after it.
    assert!(
        journal
            .lines()
            .rev()
            .nth(1)
            .unwrap()
            .contains("DataRestored"),
        "{journal}"
    );

    let before = desk.run("verify --json").json();
    desk.run("rebuild").done();
    let after = desk.run("verify --json").json();
    assert_eq!(after["head"], before["head"]);
}

#[test]
fn books_go_to_a_file_or_to_the_standard_output() {
    let desk = sold_once();
    for format in ["hledger", "beancount", "csv"] {
        let shown = desk.run(&format!("export {format}")).done();
        desk.run(&format!("export {format} --out books")).done();
        assert_eq!(
            std::fs::read_to_string(desk.path("books")).unwrap(),
            shown,
            "{format}"
        );
        assert!(!shown.is_empty());
    }
    desk.run("export csv --out no/such/folder")
        .failed(3, "no/such/folder");
    // Whoever asks for the journal is in it.
    let shown = desk.huda("export journal").done();
    desk.huda("export journal --out books").done();
    let kept = std::fs::read_to_string(desk.path("books")).unwrap();
    assert!(kept.starts_with(&shown) && kept.len() > shown.len());
}

#[test]
fn what_names_people_is_told_to_those_who_may_see_it() {
    let desk = sold_once();
    for format in ["journal", "families"] {
        desk.run(&format!("export {format} --out people"))
            .failed(2, "--staff");
        desk.badr(&format!("export {format} --out people"))
            .failed(1, "the approval of the organiser");
        assert!(!desk.path("people").exists(), "{format}");
        desk.huda(&format!("export {format} --out people")).done();
        std::fs::remove_file(desk.path("people")).unwrap();
    }
    desk.run("order list").failed(2, "--staff");
}

#[test]
fn a_till_in_use_is_not_opened_twice() {
    let desk = sold_once();
    let database = desk.path("data/till.sqlite");
    let moments = sanduq::services::Moments::of_this_machine();
    let _held = sanduq::services::Till::open(&database, moments).unwrap();
    desk.run("day status")
        .failed(3, "Close it there, then try again.");
}

#[test]
fn the_test_page_lies_where_papers_go() {
    let desk = Desk::set_up();
    let printed = desk.run("printer test --json").json();
    assert_eq!(printed["confirmed"], true);
    let papers = std::fs::read_dir(desk.path("data/papers")).unwrap();
    assert_eq!(papers.count(), 1);
    std::fs::write(
        desk.path("data/settings.toml"),
        "[printer]\nprofile = \"abacus\"\n",
    )
    .unwrap();
    desk.run("printer test").failed(1, "abacus");
    std::fs::write(desk.path("data/settings.toml"), "colour = 3\n").unwrap();
    desk.run("printer list").failed(3, "settings.toml");
}
