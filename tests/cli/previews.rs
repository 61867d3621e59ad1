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

#[test]
fn sales_are_looked_at_before_their_days_are_closed() {
    let desk = Desk::set_up();
    desk.file(
        "sold.csv",
        "date,invoice,sku,qty,price,discount,net,payment,status,cashier\n\
         2026-11-20 16:00,1,F06-01,2,8,1,15,cash,paid,Maha\n\
         2026-11-20 16:00,1,F03-01,1,5.25,,5.25,card,paid,Maha\n\
         2026-11-20 17:00,2,F06-01,1,8,,8,cash,void,Maha\n\
         2026-11-22 00:30,3,F06-01,1,8,,8,cash,,Maha\n\
         الإجمالي,,,,,,36.25,,,\n",
    );
    let shown = desk.huda("import sales sold.csv --preview").done();
    for words in [
        "Rows: 4. Sales: 2. Days: 2. Together AED 28.25. Refused: 0.",
        "20 November 2026: sales 1, together AED 20.25",
        "  Cash: AED 15.00",
        "  Card: AED 5.25",
        "21 November 2026: sales 1, together AED 8.00",
        "× 3: AED 23.00",
        "Left out, no sale: sheet sold, row 4 (status: void)",
        "Columns nothing was read from: cashier",
        "Rows of totals left out: 6",
        "Nothing was written.",
    ] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    let arabic = desk
        .huda("import sales sold.csv --preview --language ar")
        .done();
    assert!(arabic.contains("تُرك لأنه ليس بيعًا"), "{arabic}");
    let told = desk.huda("import sales sold.csv --preview --json").json();
    assert_eq!(told["days"][0]["tenders"][1]["total"], "5.25");
    assert_eq!(told["families"][1]["total"], "23.00");
    assert_eq!(told["families"][1]["goods"][0]["quantity"], "3");
    assert_eq!(told["can_be_taken_in"], true);
    assert_eq!(desk.run("report x --json").code, 1, "a day was opened");

    let taken = desk.huda("import sales sold.csv --json").json();
    assert_eq!(
        (&taken["sales"], &taken["total"]),
        (&2.into(), &"28.25".into())
    );
    assert_eq!(taken["unused_headings"][0], "cashier");
    assert_eq!(taken["totals_left_out"][0], 6);
    assert_eq!(taken["rows_left_out"][0]["row"], 4);

    desk.file(
        "wrong.csv",
        "date,sku,qty,price,total\n2026-11-25,F06-01,2,8,17\n",
    );
    let told = desk
        .huda("import sales wrong.csv --tender cash --preview --json")
        .json();
    assert_eq!(
        (&told["can_be_taken_in"], &told["problems"][0]["text"]),
        (&false.into(), &"17".into())
    );
    assert!(
        told["problems"][0]["reason"]
            .as_str()
            .unwrap()
            .contains("16.00 AED"),
        "{told}"
    );
}
