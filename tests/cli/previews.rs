//! Imports looked at before they are made, by commands.

use crate::desk::Desk;

#[test]
fn a_preview_says_what_would_be_and_writes_nothing() {
    let desk = Desk::set_up();
    desk.file(
        "more.csv",
        "code,name_ar,name_en,commission,phone\nF11,عود ودخون,Oud and Dukhoon,15%,\n\
         F30,أسرة الورد,Rose,,501234567\nF31,عُود و دخون,,,\n,المجموع,,,\n",
    );
    let before = desk.run("verify --json").json()["entries"].clone();
    let shown = desk.huda("import families more.csv --preview").done();
    for words in [
        "Rows: 3. New: 2. Changed: 1. Unchanged: 0. Refused: 0.",
        "Changed F11 Oud and Dukhoon",
        "Commission: 12.5% → 15%",
        "Phone: 0501234567",
        "Perhaps known already: row 4, F31: the same name as F11",
        "Rows of totals left out: 5",
        "Nothing was written.",
    ] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    let arabic = desk
        .huda("import families more.csv --preview --language ar")
        .done();
    assert!(arabic.contains("العمولة: 12.5% ← 15%"), "{arabic}");

    let told = desk
        .huda("import families more.csv --preview --json")
        .json();
    assert_eq!(told["can_be_taken_in"], true);
    assert_eq!(told["changes"][0]["change"], "updated");
    let field = &told["changes"][0]["fields"][0];
    assert_eq!(field["column"], "commission");
    assert_eq!(
        (&field["old"], &field["new"]),
        (&"12.5".into(), &"15".into())
    );
    assert_eq!(told["suspected"][0]["other_code"], "F11");
    let after = desk.run("verify --json").json()["entries"].clone();
    // Each of the three signed in.
    assert!(
        after.as_u64().unwrap() - before.as_u64().unwrap() <= 6,
        "{before} {after}"
    );
    assert!(!desk.huda("export families").done().contains("F30"));

    desk.huda("import families more.csv").done();
    assert!(desk.huda("export families").done().contains("F30"));
}

#[test]
fn a_preview_lists_every_fault_with_its_place() {
    let desk = Desk::set_up();
    desk.file(
        "bad.csv",
        "family_code,name,price\nF06,شاي,خمسة\nF99,كرك,5\n",
    );
    let told = desk.huda("import lines bad.csv --preview --json").json();
    assert_eq!(
        (told["refused"].as_u64(), told["can_be_taken_in"].as_bool()),
        (Some(2), Some(false))
    );
    let problem = &told["problems"][0];
    assert_eq!(
        (problem["row"].as_u64(), problem["letter"].as_str()),
        (Some(2), Some("C"))
    );
    assert_eq!(problem["column"], "unit_price");
    let shown = desk.huda("import lines bad.csv --preview").done();
    assert!(
        shown.contains("Refused: sheet bad, row 3, column A (family_code)"),
        "{shown}"
    );
    desk.huda("import lines bad.csv").failed(1, "row 3");
}

#[test]
fn a_shops_orders_are_looked_at_taken_in_and_sent_out() {
    let desk = Desk::trading();
    desk.file(
        "orders.json",
        r#"{"orders": [
            {"number": "W-1", "customer": {"name": "Maha", "address": "Al Majaz 2"},
             "delivery": {"fee": 15.10}, "payment": {"method": "card", "reference": "P-1"},
             "lines": [{"sku": "F06-01", "quantity": 2, "unit_price": 8.000000000000001}], "total": 31.1},
            {"number": "W-2", "customer": {"name": "Salem"}, "payment": {"method": "cod"},
             "lines": [{"sku": "F06-01", "quantity": 1, "unit_price": 7.50}]},
            {"number": "W-3", "status": "cancelled", "customer": {"name": "Aisha"}, "lines": []}]}"#,
    );
    let told = desk
        .huda("import orders orders.json --preview --json")
        .json();
    assert_eq!((&told["created"], &told["refused"]), (&2.into(), &0.into()));
    let paid = &told["changes"][0]["fields"][3];
    assert_eq!(
        (&paid["column"], &paid["new"]),
        (&"paid".into(), &"31.10".into())
    );
    assert_eq!(told["told"][0]["what"], "price_other");
    assert_eq!(told["told"][1]["what"], "cancelled");
    let shown = desk
        .huda("import orders orders.json --preview --language ar")
        .done();
    assert!(
        shown.contains("للانتباه: W-3 Aisha: أُلغي في المتجر، فتُرك."),
        "{shown}"
    );

    // A supervisor may; a cashier answers for no shop's prices.
    desk.amal("import orders orders.json")
        .failed(1, "supervisor");
    desk.badr("import orders orders.json").done();
    let again = desk.badr("import orders orders.json --json").json();
    assert_eq!(
        (&again["created"], &again["unchanged"]),
        (&0.into(), &2.into())
    );
    let orders = desk.amal("order list --json").json();
    assert_eq!(orders["orders"][0]["shop_order"]["number"], "W-1");
    assert_eq!(orders["orders"][0]["delivery_fee"], "15.10");

    let run = desk.amal("order run --json").json();
    assert_eq!(run["handed_over"].as_array().unwrap().len(), 1);
    desk.amal("order hand-over 2 --tender cash=10").done();
    let proof = desk.huda("proof --json").json();
    assert!(proof.to_string().contains("delivery_fees"), "{proof}");

    desk.file(
        "bad.json",
        r#"[{"number": "W-9", "customer": {"name": "Maha"}, "lines": [{"sku": "NONE"}]}]"#,
    );
    desk.badr("import orders bad.json")
        .failed(1, "[0].lines[0].sku");
    desk.file("broken.json", "{\"orders\": [}");
    desk.badr("import orders broken.json")
        .failed(3, "line 1, column 13");
}
