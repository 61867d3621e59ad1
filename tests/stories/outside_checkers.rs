//! The exported books before judges that are not ours: hledger and beancount.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sanduq::services::export::ExportFormat;

use crate::bazaar::Story;
use crate::random_days::trade;

fn export(story: &Story, format: ExportFormat, name: &str) -> PathBuf {
    let path = story.folder().join(name);
    let file = File::create(&path).unwrap();
    story.till.export(format, Box::new(file)).unwrap();
    path
}

pub fn run(program: &str, arguments: &[&str], file: &Path) -> Output {
    Command::new(program)
        .args(arguments)
        .arg(file)
        .output()
        .unwrap_or_else(|error| panic!("{program} must be installed (tests/run does): {error}"))
}

pub fn accepted(output: &Output) -> bool {
    output.status.success()
}

/// Changes the last asserted balance of the file by a minor unit.
fn spoil(file: &Path, name: &str, mark: &str) -> PathBuf {
    let text = std::fs::read_to_string(file).unwrap();
    let at = text.rfind(mark).expect("a balance is asserted") + mark.len();
    let digit = at + text[at..].find(".").unwrap() + 2;
    let mut spoilt = text.into_bytes();
    spoilt[digit] = if spoilt[digit] == b'9' {
        b'8'
    } else {
        spoilt[digit] + 1
    };
    let path = file.with_file_name(name);
    std::fs::write(&path, spoilt).unwrap();
    path
}

#[test]
fn hledger_and_beancount_accept_the_books_and_refuse_spoilt_ones() {
    for seed in [1, 2, 3] {
        let story = trade(seed);
        let hledger = export(&story, ExportFormat::Hledger, "books.journal");
        let check = run("hledger", &["check", "--strict", "-f"], &hledger);
        assert!(
            accepted(&check),
            "seed {seed}: {}",
            String::from_utf8_lossy(&check.stderr)
        );
        let spoilt = spoil(&hledger, "spoilt.journal", " = ");
        assert!(!accepted(&run(
            "hledger",
            &["check", "--strict", "-f"],
            &spoilt
        )));

        let beancount = export(&story, ExportFormat::Beancount, "books.beancount");
        let check = run("bean-check", &[], &beancount);
        assert!(
            accepted(&check),
            "seed {seed}: {}",
            String::from_utf8_lossy(&check.stderr)
        );
        let spoilt = spoil(&beancount, "spoilt.beancount", "balance ");
        assert!(!accepted(&run("bean-check", &[], &spoilt)));
    }
}

#[test]
fn the_journal_and_the_goods_are_written_line_by_line() {
    let story = trade(4);
    let journal = export(&story, ExportFormat::Journal, "journal.jsonl");
    let head = story.till.store().read(|books| books.head()).unwrap();
    let text = std::fs::read_to_string(journal).unwrap();
    let records: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(records.len() as u64, head.seq);
    assert_eq!(records[0]["fact"], "BazaarDefined");
    assert!(
        records
            .windows(2)
            .all(|pair| pair[0]["seq"].as_u64() < pair[1]["seq"].as_u64())
    );

    let goods = export(&story, ExportFormat::Csv, "goods.csv");
    let text = std::fs::read_to_string(goods).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains("\r\n"));
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let lines: usize = records
        .iter()
        .filter(|record| record["fact"] == "SaleCompleted" || record["fact"] == "SaleRefunded")
        .map(|record| {
            // What bringing them cost is a line of its own.
            let brought = usize::from(record.get("delivery").is_some());
            record["lines"].as_array().unwrap().len() + brought
        })
        .sum();
    assert_eq!(rows.len(), lines);
}
