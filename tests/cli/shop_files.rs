//! Files of a web shop, by commands: what nothing is read from.

use crate::desk::Desk;

#[test]
fn fields_of_a_document_nothing_is_read_from_are_told_like_columns() {
    let desk = Desk::trading();
    let many: Vec<String> = (10..40).map(|nth| format!("\"x_{nth}\": 1")).collect();
    let order = |more: &str| {
        format!(
            r#"[{{"number": "W-1", "customer": {{"name": "Maha", "email": "m@x.ae"}},
                "lines": [{{"sku": "F06-01", "engraving": "Maha"}}]{more}}}]"#
        )
    };
    desk.file("few.json", &order(""));
    let told = desk.badr("import orders few.json --preview --json").json();
    assert_eq!(told["can_be_taken_in"], true);
    assert_eq!(
        told["unused_headings"],
        serde_json::json!(["customer.email", "lines.engraving"])
    );
    desk.file("many.json", &order(&format!(", {}", many.join(", "))));
    let shown = desk.badr("import orders many.json").done();
    assert!(
        shown.contains("Columns nothing was read from: customer.email | x_10 |"),
        "{shown}"
    );
    assert!(shown.contains("x_28 and 12 more"), "{shown}");
}

#[test]
fn two_tills_that_took_one_file_are_told_across() {
    let (desk, other) = (Desk::trading(), Desk::trading());
    for desk in [&desk, &other] {
        desk.file(
            "orders.csv",
            "order_number,shop,customer,sku,payment\nS-1,Intaj,Maha,F06-01,card\n",
        );
        desk.badr("import orders orders.csv").done();
    }
    let across = format!("across data {}", other.path("data").display());
    let shown = desk.run(&format!("{across} --language en")).done();
    let said = "Shop orders taken at several tills (T1 + T1): 1, which is AED 8.00 too much:";
    let order = "Intaj S-1, AED 8.00 (T1-000001 / T1-000001)";
    assert!(shown.contains(said) && shown.contains(order), "{shown}");
    let told = desk.run(&format!("{across} --language en --json")).json();
    let remarks = told["remarks"].as_array().unwrap();
    let mut remarks = remarks.iter().filter_map(|remark| remark.as_str());
    assert!(remarks.any(|remark| remark.starts_with(said)), "{told}");
    other.badr("order cancel 1 --reason twice --keep 0").done();
    let told = desk.run(&format!("{across} --language en --json")).json();
    assert!(!told.to_string().contains("Shop orders"), "{told}");
}
