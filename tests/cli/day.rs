//! A whole day by commands: the worked example, to the fils.

use serde_json::{Value, json};

use crate::desk::Desk;

/// A field inside a value, as text.
fn at<'v>(value: &'v Value, path: &str) -> &'v str {
    let found = value
        .pointer(path)
        .unwrap_or_else(|| panic!("no {path} in {value}"));
    found
        .as_str()
        .unwrap_or_else(|| panic!("{path} is no text in {value}"))
}

#[test]
fn the_worked_example() {
    let desk = Desk::trading();

    let first = desk.sell(
        r#"{"lines": [{"sku": "F06-01", "quantity": 3},
                      {"barcode": "6290000000017", "quantity": "1"}],
            "tenders": [{"kind": "cash", "amount": "50.00"}]}"#,
    );
    let first = first.json();
    assert_eq!(at(&first, "/receipt"), "STORY1-T1-000001");
    assert_eq!(
        (at(&first, "/paid"), at(&first, "/change")),
        ("46.50", "3.50")
    );

    let second = desk.sell(
        r#"{"lines": [{"sku": "F11-01", "quantity": 1}, {"sku": "F03-01", "quantity": 3}],
            "discount": {"percent": "10", "funder": "organiser", "reason": "card"},
            "tenders": [{"kind": "card", "amount": "63.67", "reference": "A17"}]}"#,
    );
    let second = second.json();
    assert_eq!(
        (at(&second, "/discount"), at(&second, "/paid")),
        ("7.08", "63.67")
    );
    assert_eq!(at(&second, "/lines/0/organiser_discount"), "5.50");
    assert_eq!(at(&second, "/lines/1/organiser_discount"), "1.58");

    // Fifteen of a hundred and thirty is more than a cashier may give alone.
    let third = r#"{"lines": [{"sku": "F05-02", "quantity": 1,
                               "discount": {"amount": "15", "funder": "family"}},
                              {"sku": "F10-01", "quantity": "0.350"}],
                    "tenders": [{"kind": "card", "amount": 100},
                                {"kind": "cash", "amount": "43.75"}]}"#;
    desk.sell(third)
        .failed(1, "This needs the approval of the supervisor");
    let approved = "sell --json --staff amal --pin 1111 --approver badr --approver-pin 200200";
    let third = desk.with_input(approved, third).json();
    assert_eq!(at(&third, "/paid"), "143.75");
    assert_eq!(at(&third, "/approver"), "badr");

    desk.amal("refund 1 --line 1=1 --reason cold")
        .failed(1, "the approval of the supervisor: a refund.");
    let refund = desk
        .badr("refund STORY1-T1-000001 --line 1=1 --reason cold --json")
        .json();
    assert_eq!(at(&refund, "/returned"), "8.00");
    assert_eq!(
        refund["tenders"],
        json!([{"kind": "cash", "amount": "8.00"}])
    );

    let order = desk.with_input(
        "order take --json --staff amal --pin 1111",
        r#"{"lines": [{"sku": "F20-01", "quantity": 1}], "customer": {"name": "Noura"},
            "wish": "a name on it", "tenders": [{"kind": "cash", "amount": "60"}]}"#,
    );
    assert_eq!(at(&order.json(), "/deposit"), "60.00");

    let x = desk.run("report x --json").json();
    assert_eq!(at(&x, "/tally/proof/tenders"), "305.92");
    desk.badr("day close")
        .failed(1, "Shifts are still open at: T1.");

    let counted = desk
        .amal("shift count --denominations 200x1,100x1,20x2,1x2 --json")
        .json();
    assert_eq!(counted, json!({"counted": "342.00", "currency": "AED"}));
    let closed = desk.amal("shift close --json").json();
    assert_eq!(
        (at(&closed, "/expected"), at(&closed, "/over_short")),
        ("342.25", "-0.25")
    );

    let z = desk.badr("day close --json").json();
    assert_eq!(at(&z, "/number"), "T1-000001");
    let proof = &z["tally"]["proof"];
    assert_eq!(at(proof, "/families"), "253.00");
    assert_eq!(at(proof, "/organiser_discounts"), "7.08");
    assert_eq!(at(proof, "/deposits"), "60.00");
    assert_eq!(proof["holds"], json!(true));

    settled_and_paid(&desk);
}

/// The families of the worked example get what its table says.
fn settled_and_paid(desk: &Desk) {
    desk.badr("settle")
        .failed(1, "the approval of the organiser: settling the families.");
    let settled = desk.huda("settle --json").json();
    assert_eq!(at(&settled, "/day"), "2026-11-26");
    let rows = settled["settlements"].as_array().unwrap();
    let rows: Vec<[&str; 4]> = rows
        .iter()
        .map(|row| ["/family", "/net_sales", "/commission", "/payable"].map(|path| at(row, path)))
        .collect();
    assert_eq!(
        rows,
        [
            ["F03", "15.75", "1.58", "14.17"],
            ["F05", "137.50", "13.75", "123.75"],
            ["F06", "16.00", "1.60", "14.40"],
            ["F10", "28.75", "2.88", "25.87"],
            ["F11", "55.00", "6.88", "48.12"],
            ["F20", "0.00", "0.00", "0.00"],
        ]
    );
    desk.huda("settle --family F03")
        .failed(1, "Family F03 is settled for 26 November 2026.");

    let part = desk.huda("payout F05 100 --json").json();
    assert_eq!(at(&part, "/left"), "23.75");
    desk.huda("payout F05 50")
        .failed(1, "Family F05 is owed AED 23.75, not AED 50.00.");
    desk.huda("payout F11 --means transfer")
        .failed(1, "needs its number");
    let whole = desk
        .huda("payout F11 --means transfer --reference SIB-1 --json")
        .json();
    assert_eq!(
        (at(&whole, "/amount"), at(&whole, "/left")),
        ("48.12", "0.00")
    );
    desk.huda("payout F11")
        .failed(1, "Nothing is open with family F11.");

    let statement = desk.run("statement F05 --json").json();
    assert_eq!(at(&statement, "/settlement/payable"), "123.75");
    assert_eq!(at(&statement, "/account/settled_balance"), "23.75");
    assert_eq!(at(&statement, "/account/payouts/0/amount"), "100.00");

    let verified = desk.run("verify --json").json();
    assert_eq!(verified["whole"], json!(true));
}

#[test]
fn a_ticket_sent_twice_is_one_sale() {
    let desk = Desk::trading();
    let ticket = r#"{"id": "0198c0de-0000-7000-8000-000000000001",
                     "lines": [{"sku": "F06-01", "quantity": 1}],
                     "tenders": [{"kind": "cash", "amount": "8"}]}"#;
    let first = desk.sell(ticket).json();
    let again = desk.sell(ticket).json();
    assert_eq!(first["again"], json!(false));
    assert_eq!(again["again"], json!(true));
    assert_eq!(first["number"], again["number"]);
    let other = ticket.replace(r#""quantity": 1"#, r#""quantity": 2"#);
    desk.sell(&other)
        .failed(1, "already paid as receipt T1-000001, with other goods");
}

#[test]
fn tickets_one_after_another_are_acknowledged_one_by_one() {
    let desk = Desk::trading();
    let good =
        r#"{"lines":[{"sku":"F06-01","quantity":1}],"tenders":[{"kind":"cash","amount":8}]}"#;
    let answer = desk.sell(&format!("{good}\n{good}{good} {{\"lines\": 3}}"));
    assert_eq!(answer.code, 2, "{}", answer.err);
    assert_eq!(answer.out.lines().count(), 3);
    let x = desk.run("report x --json").json();
    assert_eq!(x["tally"]["sales"], json!(3));
}

#[test]
fn orders_are_handed_over_and_cancelled() {
    let desk = Desk::trading();
    let take = |deposit: &str| {
        let order = format!(
            r#"{{"lines": [{{"sku": "F20-01", "quantity": 1}}], "customer": {{"name": "Salem"}},
                 "due_on": "2026-11-28", "tenders": [{{"kind": "cash", "amount": "{deposit}"}}]}}"#
        );
        desk.with_input("order take --staff amal --pin 1111", &order)
    };
    take("10").failed(
        1,
        "The deposit of AED 10.00 is less than the AED 48.00 agreed.",
    );
    assert!(
        take("60")
            .done()
            .starts_with("Order T1-000001: AED 160.00, deposit AED 60.00")
    );
    take("50").done();
    let listed = desk.amal("order list --json").json();
    assert_eq!(at(&listed, "/orders/1/due_on"), "2026-11-28");

    desk.amal("order hand-over 1")
        .failed(1, "AED 100.00 is still to be paid.");
    let sale = desk
        .amal("order hand-over 1 --tender cash=100 --json")
        .json();
    assert_eq!(at(&sale, "/tenders/0/kind"), "deposit");
    desk.badr("order cancel 1 --reason late")
        .failed(1, "This order is handed over already.");
    let cancelled = desk
        .badr("order cancel T1-000002 --reason late --keep 20 --json")
        .json();
    assert_eq!(
        (at(&cancelled, "/returned"), at(&cancelled, "/kept")),
        ("30.00", "20.00")
    );
    assert_eq!(desk.amal("order list").done(), "No order is open.\n");
    let all = desk.amal("order list --all --json").json();
    assert_eq!(at(&all, "/orders/0/state"), "handed_over");
}

#[test]
fn a_paid_order_is_delivered() {
    let desk = Desk::trading();
    let order = r#"{"lines": [{"sku": "F20-01", "quantity": 1}],
                    "customer": {"name": "Salem", "address": "Al Majaz 2"},
                    "tenders": [{"kind": "cash", "amount": "60"}]}"#;
    desk.with_input("order take --staff amal --pin 1111", order)
        .done();
    desk.amal("order delivered 1")
        .failed(1, "This order is not paid yet.");
    desk.amal("order hand-over STORY1-T1-000001-ORDER --tender card=40 --tender cash=60")
        .done();
    desk.amal("order delivered 1 --received-by guard").done();
    let of = |family: &str| {
        let listed = desk.amal(&format!("order list --all --family {family} --json"));
        listed.json()["orders"].clone()
    };
    assert_eq!(of("F03"), json!([]));
    let listed = of("F20");
    assert_eq!(at(&listed, "/0/state"), "delivered");
    assert_eq!(at(&listed, "/0/address"), "Al Majaz 2");
}

#[test]
fn cash_moves_with_a_reason_and_an_approval() {
    let desk = Desk::trading();
    desk.amal("cash out 20 --reason bags")
        .failed(1, "This needs the approval of the supervisor");
    let approved = "cash out ٢٠ --reason bags --approver badr --approver-pin 200200";
    assert_eq!(desk.amal(approved).done(), "Paid out: AED 20.00\n");
    desk.badr("cash in 5").failed(1, "A reason is needed.");
    assert_eq!(
        desk.amal("cash drop 100").done(),
        "Brought to the safe: AED 100.00\n"
    );
    desk.amal("cash drop 100")
        .failed(1, "There is only AED 80.00 in the drawer.");
    desk.huda("safe fill 500 --reason bank").done();
    desk.huda("advance F20 150 --reason paint").done();
    desk.huda("adjust F03 -5 --reason breakage").done();
    assert_eq!(
        desk.run("statement F03 --json").json()["account"]["unsettled"],
        json!("-5.00")
    );
}

#[test]
fn a_short_drawer_needs_a_reason() {
    let desk = Desk::trading();
    desk.amal("shift close")
        .failed(1, "The drawer has not been counted.");
    desk.amal("shift count --denominations 100x1,50x1,20x2")
        .done();
    desk.amal("shift close")
        .failed(1, "AED 10.00 is missing from the drawer");
    let words = [
        "shift",
        "close",
        "--reason",
        "a note fell behind the counter",
    ];
    let who = ["--staff", "amal", "--pin", "1111"];
    desk.command(&[&words[..], &who[..]].concat(), &[], "")
        .done();
    desk.badr("day close").done();
    assert!(
        desk.run("report z")
            .done()
            .contains("Drawer T1, amal: counted AED 190.00")
    );
}
