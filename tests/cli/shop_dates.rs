//! A web shop's goods past their date, by commands.

use crate::desk::Desk;

#[test]
fn goods_past_their_date_stay_until_a_supervisor_has_a_word() {
    let desk = Desk::trading();
    desk.file(
        "lines.csv",
        "sku,family_code,name_ar,name_en,unit_price,best_before\n\
         F06-01,F06,قهوة عربية,Arabic coffee,8.00,2020-01-01\n",
    );
    desk.huda("import lines lines.csv").done();
    desk.file(
        "orders.csv",
        "order_number,customer,address,sku,payment\nS-1,Maha,Al Majaz,F05-01,card\n\
         S-2,Salem,Al Khan,F06-01,card\n",
    );
    let told = desk
        .badr("import orders orders.csv --preview --json")
        .json();
    assert_eq!(told["created"], 2);
    assert_eq!(told["told"][0]["what"], "expired_when_due");
    let shown = desk
        .badr("import orders orders.csv --preview --language ar")
        .done();
    assert!(shown.contains("لا يُسلَّم حينها إلا بموافقة المشرف"), "{shown}");
    desk.badr("import orders orders.csv").done();

    let run = desk.amal("order run --json").json();
    assert_eq!(run["handed_over"].as_array().unwrap().len(), 1);
    let left = &run["left_behind"][0];
    assert_eq!(
        (&left["shop_number"], &left["expired"][0]),
        (&"S-2".into(), &"F06-01".into())
    );
    let said = desk.amal("order run").done();
    assert!(said.contains("Order S-2 of Salem stays here"), "{said}");

    desk.amal("order hand-over 2").failed(1, "supervisor");
    let approved =
        "order hand-over 2 --json --staff amal --pin 1111 --approver badr --approver-pin 200200";
    desk.run(approved).json();
    let open = desk.amal("order list --json").json();
    assert_eq!(open["orders"].as_array().unwrap().len(), 0);
}
