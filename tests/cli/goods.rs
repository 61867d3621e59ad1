//! The families' goods by commands: handed in, sold, broken, counted at the close.

use crate::desk::Desk;

#[test]
fn goods_are_taken_in_and_what_is_left_is_told() {
    let desk = Desk::trading();
    assert_eq!(desk.run("stock --json").json(), serde_json::json!([]));

    let typed = desk.amal("intake F05 F05-01=10 --by Salem --best-before 2030-12-01 --json");
    let note = typed.json();
    assert_eq!(note["number"], "T1-000001");
    assert_eq!(note["person"], "Salem");
    let line = &note["lines"][0];
    assert_eq!(
        (&line["quantity"], &line["price"]),
        (&"10".into(), &"22.50".into())
    );
    assert_eq!(line["best_before"], "2030-12-01");

    let written = r#"{"id": "0195f3a0-0000-7000-8000-000000000001", "person": "Noura",
        "lines": [{"sku": "F05-01", "quantity": 2, "batch": "B7", "best_before": "2030-11-01"},
                  {"sku": "F05-02", "quantity": "1"}]}"#;
    let words = "intake F05 --json --staff amal --pin 1111";
    let first = desk.with_input(words, written).json();
    let again = desk.with_input(words, written).json();
    assert_eq!(first, again, "the same note is noted once");
    assert_eq!(first["lines"][0]["batch"], "B7");

    desk.sell(
        r#"{"lines":[{"sku":"F05-01","quantity":4},{"sku":"F05-02","quantity":2}],
            "tenders":[{"kind":"card","amount":350}]}"#,
    )
    .done();
    let stock = desk.run("stock --family F05 --json").json();
    assert_eq!(
        (&stock[0]["sold"], &stock[0]["left"]),
        (&"4".into(), &"8".into())
    );
    assert_eq!(stock[0]["best_before"], "2030-12-01");
    assert_eq!(stock[1]["left"], "-1", "more was sold than was handed in");
    let told = desk.run("stock").done();
    assert!(told.contains("Musk") && told.contains("−1"), "{told}");

    let back = desk.amal("return-goods F05 F05-01=1 --json").json();
    assert_eq!(back["number"], "T1-000003");
    let lost = desk.huda("loss F05 F05-01=2 --reason broken --organiser-pays --json");
    let lost = lost.json();
    assert_eq!(
        (&lost["borne_by"], &lost["credit"]),
        (&"organiser".into(), &"40.50".into())
    );
    desk.huda("loss F05 F05-01=1 --reason stolen").done();

    let counted = desk.amal("unsold F05 F05-01=3 --json").json();
    let line = &counted["lines"][0];
    assert_eq!(
        (&line["expected"], &line["missing"]),
        (&"4".into(), &"1".into())
    );
    let after = desk.run("stock --family F05 --json").json();
    assert_eq!(
        (&after[0]["left"], &after[1]["left"]),
        (&"0".into(), &"0".into())
    );
    desk.run("verify").done();
    desk.run("rebuild").done();
    assert_eq!(desk.run("stock --family F05 --json").json(), after);
}

#[test]
fn goods_that_cannot_be_are_refused_in_words() {
    let desk = Desk::trading();
    desk.amal("intake F05 F05-01")
        .failed(2, "F05-01 is no product line with its quantity.");
    desk.amal("intake F05 F06-01=1")
        .failed(1, "F06-01 belongs to family F06.");
    desk.amal("intake F05 F05-01=0.5")
        .failed(1, "F05-01 is counted in whole pieces.");
    desk.amal("return-goods F05 F05-01=1")
        .failed(1, "Nothing of F05-01 was ever handed in.");
    desk.amal("intake F05 F05-01=2").done();
    desk.amal("return-goods F05 F05-01=3")
        .failed(1, "By the books 2 of F05-01 are left, not 3.");
    desk.amal("loss F05 F05-01=1 --reason broken")
        .failed(1, "writing goods off");
    desk.amal("unsold F05 F05-01=1 --stays").done();
    let arabic = desk.amal("unsold F06 F06-01=1 --language ar");
    assert!(
        arabic.err.contains("لم تسلّم الأسرة F06 أي بضاعة."),
        "{}",
        arabic.err
    );
    desk.run("stock --family F99")
        .failed(1, "There is no family F99.");
}
