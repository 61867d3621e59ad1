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
