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

#[test]
fn what_nobody_collected_is_listed_and_goes_to_the_bank() {
    let desk = settled();
    desk.file(
        "iban.csv",
        "code,name_ar,name_en,package,iban\nF06,قهوة,Coffee,FOOD,AE07 0331 2345 6789 0123 456\n",
    );
    desk.huda("import families iban.csv").done();
    desk.badr("unclaimed")
        .failed(1, "the approval of the organiser");
    let told = desk.huda("unclaimed --bank-file bank.csv --json").json();
    assert_eq!(told["unclaimed"][0]["family"], json!("F06"));
    assert_eq!(told["unclaimed"][0]["since"], json!("2026-11-26"));
    assert_eq!(told["unclaimed"][0]["amount"], json!("21.60"));
    let file = std::fs::read_to_string(desk.path("bank.csv")).unwrap();
    let rows: Vec<&str> = file.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows[0], "iban,beneficiary,amount,currency,reference");
    assert_eq!(
        rows[1..],
        ["AE070331234567890123456,Coffee,21.60,AED,STORY1 F06"]
    );
    desk.huda("payout F06").done();
    let paid = desk.huda("unclaimed").done();
    assert!(paid.contains("Every family has collected"), "{paid}");
}

#[test]
fn a_payout_that_never_arrived_is_taken_back() {
    let desk = settled();
    let paid = desk
        .huda("payout F06 --means transfer --reference SIB-7 --json")
        .json();
    let number = paid["number"].as_str().unwrap().to_owned();
    let back = format!("take-back {number} --reason bounced");
    desk.badr(&back).failed(1, "the approval of the organiser");
    let told = desk.huda(&format!("{back} --json")).json();
    assert_eq!(
        (&told["amount"], &told["left"]),
        (&paid["amount"], &paid["amount"])
    );
    assert_eq!(told["means"], json!("bank_transfer"));
    desk.huda(&back).failed(1, "was taken back already");
    desk.huda("take-back T1-000099 --reason bounced")
        .failed(1, "There is no such payout");
    desk.huda("payout F06 --means transfer --reference SIB-8")
        .done();
    desk.run("verify").done();
}
