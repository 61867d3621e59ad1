//! What is typed wrongly or too early is told plainly, with the right exit code.

use crate::desk::{Desk, TERMS};

#[test]
fn wrong_words_are_usage() {
    let desk = Desk::empty();
    let cases = [
        ("sel", "There is no command sel."),
        ("sel", "Did you mean sell?"),
        ("day", "A command is missing."),
        ("tally --by colour", "--by can't be colour."),
        (
            "tally --by colour",
            "Choose one of: family, package, hour, tender, cashier, till",
        ),
        ("tally --colour", "--colour means nothing here."),
        ("refund", "Something is missing:"),
        ("refund 3 --reason", "--reason needs a value."),
        ("export pdf", "can't be pdf"),
        ("--language fr tally", "--language can't be fr."),
        (
            "settle --reverse 1 --reason x --day 2026-11-26",
            "don't go together",
        ),
    ];
    for (words, said) in cases {
        desk.run(words).failed(2, said);
    }
    desk.run("--language ar sel").failed(2, "لا يوجد أمر sel.");
    desk.run("tally --by colour --language=ar")
        .failed(2, "اختر واحدًا من");
}

#[test]
fn wrong_values_are_usage() {
    let desk = Desk::trading();
    let cases = [
        (
            "shift count --denominations 200",
            "200 is no count of notes and coins.",
        ),
        ("cash drop five", "five is no amount."),
        ("cash drop 1.250", "It can be read in two ways."),
        (
            "cash drop 1.2345",
            "Write no more decimals than the currency has.",
        ),
        ("refund 1 --line 1 --reason x", "1 is no line to give back."),
        ("order hand-over 1 --tender gold=3", "gold=3 is no payment."),
        ("day open --day tomorrow", "tomorrow is no date."),
        ("statement F?", "F? is no code."),
    ];
    for (words, said) in cases {
        desk.amal(words).failed(2, said);
    }
}

#[test]
fn a_ticket_that_makes_no_sense_is_usage_and_sells_nothing() {
    let desk = Desk::trading();
    let ticket = |line: &str| {
        format!(r#"{{"lines": [{line}], "tenders": [{{"kind": "cash", "amount": 8}}]}}"#)
    };
    let cases = [
        (String::new(), 2, "Nothing came on the standard input."),
        ("coffee, please".into(), 2, "The ticket can't be read"),
        (
            ticket(r#"{"sku": "F06-01"}"#),
            2,
            "missing field `quantity`",
        ),
        (
            ticket(r#"{"sku": "F06-01", "quantity": 1, "colour": 3}"#),
            2,
            "unknown field `colour`",
        ),
        (
            ticket(r#"{"sku": "F06-01", "quantity": 0.5}"#),
            2,
            "The ticket can't be read",
        ),
        (
            ticket(r#"{"quantity": 1}"#),
            2,
            "Line 1 of the ticket needs either sku or barcode.",
        ),
        (
            ticket(r#"{"barcode": "123", "quantity": 1}"#),
            2,
            "has the barcode 123",
        ),
        (
            ticket(r#"{"sku": "F99-01", "quantity": 1}"#),
            1,
            "There is no product line F99-01.",
        ),
        (
            ticket(r#"{"sku": "F06-01", "quantity": "0.5"}"#),
            1,
            "sold in whole pieces, not 0.500",
        ),
        (
            ticket(r#"{"sku": "F06-01", "quantity": 2}"#),
            1,
            "AED 8.00 is still to be paid.",
        ),
        (
            ticket(r#"{"sku": "F06-01", "quantity": 1, "discount": {"funder": "family"}}"#),
            2,
            "A discount needs either percent or amount.",
        ),
    ];
    for (input, code, said) in cases {
        desk.sell(&input).failed(code, said);
    }
    assert_eq!(desk.run("report x --json").json()["tally"]["sales"], 0);
}

#[test]
fn nobody_acts_without_a_name_and_a_pin() {
    let desk = Desk::set_up();
    desk.run("day open")
        .failed(2, "Say who you are: --staff CODE --pin PIN.");
    desk.run("day open --staff badr")
        .failed(2, "A PIN is needed.");
    desk.run("day open --staff badr --pin 123456")
        .failed(1, "Wrong PIN. 4 tries are left.");
    desk.run("day open --staff nobody --pin 1")
        .failed(1, "Nobody here has the staff code nobody.");
    desk.amal("day open")
        .failed(1, "Call a supervisor to approve it with a PIN.");
    let environment = [("SANDUQ_STAFF", "badr"), ("SANDUQ_PIN", "200200")];
    let words = ["day", "open", "--day", "2026-11-26"];
    assert_eq!(desk.command(&words, &environment, "").code, 0);
    desk.badr("day open")
        .failed(1, "The trading day 26 November 2026 is open.");
}

#[test]
fn what_comes_too_early_is_refused() {
    let desk = Desk::set_up();
    let sale =
        r#"{"lines":[{"sku":"F06-01","quantity":1}],"tenders":[{"kind":"cash","amount":8}]}"#;
    desk.sell(sale).failed(1, "No trading day is open.");
    desk.run("report x").failed(1, "No trading day is open.");
    desk.run("report z")
        .failed(1, "No trading day was closed yet.");
    desk.badr("day open --day 2026-11-26").done();
    desk.sell(sale)
        .failed(1, "Open a shift with the float first.");
    desk.huda("settle --day 2026-11-26")
        .failed(1, "The trading day 26 November 2026 is not closed.");
    desk.huda("payout F03 5")
        .failed(1, "Nothing of family F03 has been settled yet.");
    desk.run("statement F77")
        .failed(1, "There is no family F77.");
}

#[test]
fn setting_up_is_told_what_is_wrong() {
    let desk = Desk::empty();
    desk.run("day status")
        .failed(3, "Set the bazaar up from its file first");
    desk.run("setup bazaar.toml").failed(3, "bazaar.toml");
    desk.file("bazaar.toml", &TERMS.replace("AED", "EUR"));
    desk.run("setup bazaar.toml").failed(
        1,
        "bazaar.currency: EUR is not one of: AED, SAR, QAR, KWD, BHD, OMR.",
    );
    desk.file("bazaar.toml", &TERMS.replace("[commission]", "[comission]"));
    desk.run("setup bazaar.toml").failed(1, "comission");
    let two = TERMS.replace(
        "[[staff]]\ncode = \"amal\"",
        "[[tills]]\ncode = \"T2\"\nsite = \"HALL\"\nname_ar = \"الثاني\"\n[[staff]]\ncode = \"amal\"",
    );
    desk.file("bazaar.toml", &two);
    desk.run("setup bazaar.toml")
        .failed(2, "Say which this is: --till CODE.");
    desk.run("setup bazaar.toml --till T9")
        .failed(1, "tills.code: nothing here is called T9.");
    assert!(
        !desk.path("data").exists(),
        "nothing is made before the file is right"
    );

    let made = desk.run("setup bazaar.toml --till T2 --json").json();
    assert_eq!(
        (&made["till"], &made["needs_first_pin"]),
        (&"T2".into(), &true.into())
    );
    desk.run("pin amal --new 300300").failed(
        1,
        "This needs the approval of the organiser: changing somebody's PIN.",
    );
    desk.run("pin huda --new 1234")
        .failed(1, "A PIN has 6 to 12 digits and nothing else.");
    desk.run("pin huda --new 300300").done();
    desk.run("setup bazaar.toml")
        .failed(2, "This needs somebody who does it.");
    assert_eq!(
        desk.huda("setup bazaar.toml --json").json()["new_terms"],
        true
    );
}

#[test]
fn a_sheet_that_cannot_be_read_takes_nothing_in() {
    let desk = Desk::set_up();
    desk.file(
        "more.csv",
        "sku,family_code,name_ar,unit,unit_price\nX-1,F99,شيء,each,5\nX-2,F03,شيء,each,five\n",
    );
    let answer = desk.huda("import lines more.csv");
    assert_eq!(answer.code, 1, "{}", answer.err);
    assert!(
        answer.err.contains("F99") && answer.err.contains("five"),
        "{}",
        answer.err
    );
    desk.file(
        "sales.csv",
        "date,time,ticket,sku,quantity\n2026-11-20,16:00,1,F06-01,2\n2026-11-20,16:05,2,F03-01,1\n",
    );
    desk.huda("import sales sales.csv").failed(1, "");
    let taken = desk
        .huda("import sales sales.csv --tender cash --json")
        .json();
    assert_eq!(
        (&taken["sales"], &taken["total"]),
        (&2.into(), &"21.25".into())
    );
    desk.huda("import sales sales.csv --tender cash")
        .failed(1, "sales.csv");
}

#[test]
fn without_a_display_the_window_says_so() {
    let desk = Desk::set_up();
    desk.run("")
        .failed(3, "There is no display to open the window on.");
    desk.run("--language ar")
        .failed(3, "لا توجد شاشة لفتح النافذة عليها.");
}
