//! The organiser's figures by commands: on the screen, as JSON and as a PDF whose
//! words and sums a reader of PDF finds.

use std::process::Command;

use sanduq::locale::bidi;
use serde_json::{Value, json};

use crate::desk::Desk;

/// A day with two sales, one of them partly given back, still open.
pub fn a_day() -> Desk {
    let desk = Desk::trading();
    desk.sell(
        r#"{"lines": [{"sku": "F06-01", "quantity": 3}],
            "tenders": [{"kind": "cash", "amount": "24.00"}]}"#,
    );
    desk.sell(
        r#"{"lines": [{"sku": "F06-01", "quantity": 2}],
            "tenders": [{"kind": "card", "amount": "16.00"}]}"#,
    );
    desk.badr("refund 2 --line 1=1 --reason back").done();
    desk.amal("door in 8").done();
    desk
}

/// The text of a PDF, a line a line, without marks of direction.
pub fn text_of(desk: &Desk, name: &str) -> Vec<String> {
    let output = Command::new("pdftotext")
        .args(["-layout"])
        .arg(desk.path(name))
        .arg("-")
        .output()
        .expect("pdftotext must be installed (tests/run does)");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("poppler writes UTF-8");
    let lines = bidi::without_controls(&text);
    let lines = lines.lines();
    lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}

#[track_caller]
pub fn holds(lines: &[String], wanted: &[&str]) {
    let found = lines
        .iter()
        .any(|line| wanted.iter().all(|word| line.contains(word)));
    assert!(found, "no line has {wanted:?}:\n{}", lines.join("\n"));
}

#[test]
fn the_figures_of_a_day_are_those_of_its_sales() {
    let desk = a_day();
    let told = desk.run("dashboard --json").json();
    assert_eq!(told["total"]["paid"], json!("40.00"));
    assert_eq!(told["total"]["refunded"], json!("8.00"));
    assert_eq!(told["total"]["net_paid"], json!("32.00"));
    assert_eq!(told["average_basket"], json!("20.00"));
    assert_eq!((&told["sales"], &told["visitors"]), (&json!(2), &json!(8)));
    assert_eq!(told["sales_per_hundred_visitors"], json!(25));
    assert_eq!(
        told["by_product_line"][0]["trade"]["net_paid"],
        json!("32.00")
    );
    assert_eq!(told["days"][0]["number"], json!(1));
    // Every way the day is cut, the pieces make up the same.
    for by in [
        "by_package",
        "by_family",
        "by_cashier",
        "by_till",
        "by_hour",
        "by_site",
    ] {
        let parts: f64 = told[by].as_array().unwrap().iter().map(net_paid).sum();
        assert!((parts - 32.0).abs() < 1e-9, "{by}");
    }
    for days in [
        "--day 2026-11-26",
        "--all",
        "--from 2026-11-20 --to 2026-11-30",
    ] {
        let same = desk.run(&format!("dashboard {days} --json")).json();
        assert_eq!(same["total"], told["total"], "{days}");
    }
    let other = desk.run("dashboard --day 2026-11-01 --json").json();
    assert_eq!(other["sales"], json!(0));
    let shown = desk.run("dashboard --against 2026-11-01").done();
    assert!(shown.contains("AED 32.00"), "{shown}");
    desk.run("dashboard --from 2026-11-26").failed(2, "--to");
    desk.run("dashboard --day tomorrow").failed(2, "tomorrow");
}

fn net_paid(row: &Value) -> f64 {
    row["net_paid"].as_str().unwrap().parse().unwrap()
}

#[test]
fn the_report_is_a_pdf_that_reads_in_both_languages() {
    let desk = a_day();
    desk.run("dashboard --out figures.pdf").done();
    let text = text_of(&desk, "figures.pdf");
    holds(&text, &["The organiser's report"]);
    holds(&text, &["AED 32.00"]);
    // List price is told after returns; what came back stands beside what is left.
    holds(&text, &["Total 32.00 0.00 32.00 8.00"]);
    holds(&text, &["Hour by hour"]);
    desk.run("--language ar dashboard --out ar.pdf").done();
    let text = text_of(&desk, "ar.pdf");
    holds(&text, &["تقرير الجهة المنظمة"]);
    holds(&text, &["البيع ساعة بساعة"]);
    holds(&text, &["8.00 32.00 0.00 32.00 الإجمالي"]);
    holds(&text, &["8.00 المرتجعات"]);
    desk.run("dashboard --out figures.doc")
        .failed(2, "ending in .pdf");
}

#[test]
fn the_money_is_proved_and_each_number_opens_to_its_facts() {
    let desk = a_day();
    let told = desk.run("proof --json").json();
    assert_eq!(
        (&told["holds"], &told["sum"]),
        (&json!(true), &json!("32.00"))
    );
    assert_eq!(told["came_in"], json!({ "cash": "24.00", "card": "8.00" }));
    assert_eq!(told["owed"], json!({ "families": "32.00" }));
    assert_eq!(told["families"], json!({ "not_settled": "32.00" }));
    let behind = desk.run("proof --behind card --json").json();
    assert_eq!(behind["sum"], json!("8.00"));
    let facts = behind["facts"].as_array().unwrap();
    let told: Vec<_> = facts
        .iter()
        .map(|fact| (&fact["fact"], &fact["amount"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("SaleCompleted"), &json!("16.00")),
            (&json!("SaleRefunded"), &json!("-8.00"))
        ]
    );
    let shown = desk.run("proof --behind families").done();
    assert!(
        shown.contains("T1-000002") && shown.contains("32.00"),
        "{shown}"
    );
    desk.run("proof --behind shells").failed(2, "shells");

    desk.amal("shift count --denominations 200x1,20x1,1x3")
        .done();
    desk.amal("shift close --reason lost").done();
    desk.badr("day close").done();
    desk.huda("settle").done();
    let told = desk.run("proof --all --json").json();
    assert_eq!(
        told["families"],
        json!({ "for_families": "28.80", "commission": "3.20" })
    );
    assert_eq!(told["drawers"][0]["over_short"], json!("-1.00"));
    desk.run("--language ar proof --out proof.pdf").done();
    let text = text_of(&desk, "proof.pdf");
    for words in [
        "إثبات المال",
        "32.00 المقبوض بكل الطرق",
        "3.20 عمولة",
        "المجموع مطابق",
    ] {
        holds(&text, &[words]);
    }
}
