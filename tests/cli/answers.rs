//! The shapes of answers in JSON, the languages of answers in words.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::desk::Desk;

fn a_closed_day() -> Desk {
    let desk = Desk::trading();
    let sale =
        r#"{"lines":[{"sku":"F06-01","quantity":2}],"tenders":[{"kind":"cash","amount":20}]}"#;
    desk.sell(sale).done();
    desk.amal("shift count --denominations 200x1,10x1,5x1,1x1")
        .done();
    desk.amal("shift close").done();
    desk.badr("day close").done();
    desk.huda("settle").done();
    desk
}

fn fields(value: &Value) -> BTreeSet<&str> {
    value
        .as_object()
        .unwrap_or_else(|| panic!("no object: {value}"))
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn json_has_the_fields_its_help_names() {
    let desk = a_closed_day();
    let cases = [
        (
            "day status",
            "",
            "day today overdue currency open_orders visitors shifts parked days",
        ),
        ("day status", "/days/0", "day opened_at closed_at z_number"),
        ("order list --staff amal --pin 1111", "", "currency orders"),
        (
            "report z",
            "",
            "report day currency tally number closed_at perpetual_sales perpetual_refunds \
             carried_over late_sales late_paid up_to_seq head",
        ),
        (
            "tally --by hour",
            "/rows/0",
            "code lines quantity list family_discounts organiser_discounts paid refunded \
             net_paid tax credit",
        ),
        (
            "tally --by tender",
            "/rows/0",
            "code payments sales refunds deposits deposits_returned net",
        ),
        (
            "statement F06",
            "",
            "family name currency settlement statement account",
        ),
        (
            "statement F06",
            "/statement",
            "first_day last_day days goods brought_forward brought_from sales family_discounts \
             organiser_discounts refunds tax net_sales commissions commission fees adjustments \
             advance_instalment advance_left held payable paid carried carried_forward",
        ),
        (
            "statement F06",
            "/settlement",
            "number family name day brought_forward sales family_discounts refunds tax \
             net_sales commission fees adjustments advance_instalment advance_left held payable \
             goods",
        ),
        (
            "statement F06",
            "/account",
            "settled_balance unsettled payouts payments carried",
        ),
        (
            "printer list",
            "",
            "device profile printers usb profiles faults",
        ),
        ("verify", "", "entries head whole fault"),
    ];
    for (words, at, expected) in cases {
        let answer = desk.run(&format!("{words} --json")).json();
        let part = answer
            .pointer(at)
            .unwrap_or_else(|| panic!("no {at} in {answer}"));
        let expected: BTreeSet<&str> = expected.split_whitespace().collect();
        assert_eq!(fields(part), expected, "{words}");
        let help = desk.run(&format!("{words} --help")).done();
        for field in expected {
            let named = help.split(|c: char| !c.is_alphanumeric() && c != '_');
            // A statement's settlement repeats the family's code and name.
            let said = named.into_iter().any(|word| word == field);
            assert!(said, "the help of {words} does not name {field}");
        }
    }
}

#[test]
fn amounts_are_decimals_in_texts() {
    let desk = a_closed_day();
    let tally = desk.run("tally --json").json();
    let total = &tally["total"];
    assert_eq!(total["paid"], "16.00");
    assert_eq!(total["quantity"], "2");
    assert_eq!(total["lines"], 1);
}

#[test]
fn a_tally_is_a_table_a_sheet_or_json() {
    let desk = a_closed_day();
    let table = desk.run("tally --by package").done();
    assert_eq!(
        table,
        "\
Package        Lines  At list price  Discount  Refund   Paid
────────────────────────────────────────────────────────────
FOOD     Food      1          16.00      0.00    0.00  16.00
────────────────────────────────────────────────────────────
Total              1          16.00      0.00    0.00  16.00
"
    );
    let sheet = desk.run("tally --by family --format csv").done();
    assert!(
        sheet.starts_with("\u{feff}family,name_ar,name_en,lines"),
        "{sheet}"
    );
    assert!(
        sheet.contains("F06,دلة المجلس,Majlis Coffee,1,2,16.00"),
        "{sheet}"
    );
    desk.run("tally --by family --format csv --out tally.csv")
        .done();
    assert_eq!(
        std::fs::read_to_string(desk.path("tally.csv")).unwrap(),
        sheet
    );
    let none = desk.run("tally --day 2020-01-01 --json").json();
    assert_eq!(none["rows"], serde_json::json!([]));
}

#[test]
fn arabic_is_answered_in_arabic_without_hidden_marks() {
    let desk = a_closed_day();
    let statement = desk.run("statement F06 --language ar").done();
    assert!(
        statement.contains("كشف حساب F06  دلة المجلس"),
        "{statement}"
    );
    assert!(statement.contains("عمولة 10% من 16.00"), "{statement}");
    let marks = [
        '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{200f}', '\u{a0}',
    ];
    assert!(
        !statement.contains(marks),
        "marks are for terminals: {statement:?}"
    );
    // The language of the till comes before that of the machine.
    std::fs::write(desk.path("data/settings.toml"), "language = \"ar\"\n").unwrap();
    let environment = [("LANG", "en_US.UTF-8")];
    let status = desk.command(&["day", "status"], &environment, "").done();
    assert!(status.contains("لا يوم بازار مفتوح."), "{status}");
}

#[test]
fn an_arabic_machine_is_answered_in_arabic() {
    let desk = Desk::empty();
    let answer = desk.command(&["day", "status"], &[("LANG", "ar_AE.UTF-8")], "");
    answer.failed(3, "جهّز البازار من ملفه أولًا");
}
