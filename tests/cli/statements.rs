//! Statements by commands: on the screen, as JSON and as files.

use serde_json::json;

use crate::desk::Desk;

/// A day on which one family sold, settled.
fn settled() -> Desk {
    let desk = Desk::trading();
    desk.sell(
        r#"{"lines": [{"sku": "F06-01", "quantity": 3}],
            "tenders": [{"kind": "cash", "amount": "24.00"}]}"#,
    );
    desk.amal("shift count --denominations 200x1,20x1,1x4")
        .done();
    desk.amal("shift close").done();
    desk.badr("day close").done();
    desk.huda("settle").done();
    desk
}

#[test]
fn a_statement_is_of_the_days_asked_for() {
    let desk = settled();
    desk.huda("payout F06 1.60 --means transfer --reference T1")
        .done();
    for days in [
        "",
        "--day 2026-11-26",
        "--from 2026-11-26 --to 2026-11-30",
        "--all",
    ] {
        let told = desk.run(&format!("statement F06 {days} --json")).json();
        let statement = &told["statement"];
        assert_eq!(statement["first_day"], json!("2026-11-26"), "{days}");
        assert_eq!(statement["net_sales"], json!("24.00"));
        assert_eq!(statement["commission"], json!("2.40"));
        assert_eq!(statement["payable"], json!("21.60"));
        assert_eq!(statement["paid"], json!("1.60"));
        assert_eq!(statement["carried_forward"], json!("20.00"));
        assert_eq!(told["settlement"]["payable"], json!("21.60"));
    }
    desk.run("statement F06 --from 2027-01-01")
        .failed(1, "Nothing of family F06 has been settled yet.");
    desk.run("statement").failed(2, "FAMILY");
}

#[test]
fn a_statement_goes_to_a_file() {
    let desk = settled();
    for (name, begins) in [("one.pdf", &b"%PDF-1."[..]), ("one.png", b"\x89PNG")] {
        desk.run(&format!("statement F06 --all --out {name}"))
            .done();
        let file = std::fs::read(desk.path(name)).unwrap();
        assert!(file.starts_with(begins), "{name}");
    }
    desk.run("statement F06 --out one.doc")
        .failed(2, "Name a file ending in .pdf or .png");
    let mut families = None;
    for name in ["all.pdf", "all.zip", "all"] {
        let words = format!("statement --all-families --json --out {name}");
        let written = desk.run(&words).json();
        let count = written["families"].as_u64();
        assert_eq!(*families.get_or_insert(count), count, "{name}");
        assert!(desk.path(name).exists(), "{name}");
    }
    let files = std::fs::read_dir(desk.path("all")).unwrap().count();
    assert_eq!(Some(files as u64), families.flatten());
    desk.run("statement --all-families").failed(2, "--out");
}
