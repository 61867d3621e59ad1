//! Families' money as commands tell it: once, in columns that reckon.

use crate::desk::Desk;

/// A day on which F06 sold three coffees of which one came back, and F20 handed over
/// an order with a deposit of 60.00; settled.
fn settled() -> Desk {
    let desk = Desk::trading();
    desk.sell(
        r#"{"lines": [{"sku": "F06-01", "quantity": 3}],
            "tenders": [{"kind": "cash", "amount": "24.00"}]}"#,
    )
    .done();
    desk.badr("refund 1 --line 1=1 --reason cold").done();
    let order = r#"{"lines": [{"sku": "F20-01", "quantity": 1}], "customer": {"name": "Salem"},
                    "due_on": "2026-11-28", "tenders": [{"kind": "cash", "amount": "60"}]}"#;
    desk.with_input("order take --staff amal --pin 1111", order)
        .done();
    desk.amal("order hand-over 1 --tender cash=100").done();
    desk.amal("shift count --denominations 100x3,50x1,20x1,5x1,1x1")
        .done();
    desk.amal("shift close").done();
    desk.badr("day close").done();
    desk.huda("settle").done();
    desk
}

/// The last cells of the row that begins so.
fn cells<'t>(table: &'t str, row: &str, last: usize) -> Vec<&'t str> {
    let mut rows = table.lines();
    let found = rows.find(|line| line.starts_with(row));
    let found = found.unwrap_or_else(|| panic!("no {row} in {table}"));
    let cells: Vec<&str> = found.split_whitespace().collect();
    cells[cells.len() - last..].to_vec()
}

#[test]
fn a_transfer_is_recorded_once() {
    let desk = settled();
    desk.huda("payout F06 5 --means transfer --reference TR-9")
        .done();
    desk.huda("payout F06 5 --means transfer --reference tr٩")
        .failed(
            1,
            "Bank transfer TR-9 is recorded already: payout T1-000001 of AED 5.00 to F06.",
        );
    desk.huda("payout F20 5 --means transfer --reference TR-9")
        .done();
    desk.huda("take-back T1-000001 --reason bounced").done();
    desk.huda("payout F06 5 --means transfer --reference TR-9")
        .done();
}

#[test]
fn what_waits_for_the_next_settlement_is_told_beneath_the_column() {
    let desk = settled();
    desk.huda("payout F06 5 --means cheque --reference C-1")
        .done();
    desk.huda("take-back T1-000001 --reason bounced").done();
    desk.huda("adjust F06 -2 --reason lent").done();
    let told = desk.run("statement F06").done();
    assert_eq!(cells(&told, "Payout T1-000001 (Cheque)", 1), ["−5.00"]);
    let back = "Payout T1-000001 taken back: bounced";
    assert_eq!(cells(&told, back, 1), ["5.00"]);
    assert_eq!(cells(&told, "Carried forward", 2), ["AED", "14.40"]);
    let last = told.lines().last().unwrap();
    assert_eq!(
        last,
        "Waiting for the next settlement (sales, returns and adjustments since): AED −2.00"
    );
}

#[test]
fn what_was_paid_stays_on_the_statement_while_none_stands() {
    let desk = settled();
    desk.huda("payout F06 5").done();
    let settled = desk.run("statement F06 --json").json();
    let number = settled["settlement"]["number"].as_str().unwrap().to_owned();
    desk.huda(&format!("settle --reverse {number} --reason wrong"))
        .done();
    let told = desk.run("statement F06").done();
    assert_eq!(cells(&told, "Payout T1-000001", 1), ["−5.00"]);
    assert_eq!(cells(&told, "Carried forward", 2), ["AED", "−5.00"]);
    desk.huda("settle --day 2026-11-26").done();
    let told = desk.run("statement F06 --all --json").json();
    let told = &told["statement"];
    assert_eq!(
        (&told["brought_forward"], &told["payable"], &told["paid"]),
        (&"0.00".into(), &"14.40".into(), &"5.00".into())
    );
}

#[test]
fn the_columns_of_a_tally_reckon() {
    let desk = settled();
    let told = desk.run("tally --by family").done();
    assert!(
        told.lines()
            .next()
            .unwrap()
            .ends_with("Refunds (taken off)"),
        "{told}"
    );
    assert_eq!(
        cells(&told, "F06", 4),
        ["16.00", "0.00", "16.00", "8.00"],
        "list price less discounts is what was paid"
    );
    let told = desk.run("tally --by tender").done();
    assert_eq!(cells(&told, "Cash", 1), ["176.00"]);
    let deposit = cells(&told, "Deposit used (came in before)", 4);
    assert_eq!(deposit, ["60.00", "0.00", "0.00", "0.00"]);
    assert_eq!(cells(&told, "Total", 1), ["176.00"]);
}
