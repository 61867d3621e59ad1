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
fn a_licence_that_ends_is_pointed_out_and_the_register_comes_back_the_same() {
    let desk = Desk::set_up();
    let soon = chrono::Utc::now().date_naive() + chrono::Days::new(9);
    let sheet = format!(
        "code,name_ar,licence_kind,licence_number,licence_expiry,iban\n\
         F03,مخبز الفريج,home,E-1,2020-01-31,AE070331234567890123456\n\
         F05,عطور الريحان,freelance,E-2,{soon},\n\
         F06,دلة المجلس,charity,E-3,2099-01-31,\n"
    );
    desk.file("licences.csv", &sheet);
    desk.huda("import families licences.csv").done();
    let warned = desk.run("families --warned --json").json();
    let told: Vec<_> = warned.as_array().unwrap().iter().collect();
    assert_eq!(told.len(), 2);
    assert_eq!(told[0]["licence"]["standing"], "expired");
    assert_eq!(told[1]["licence"]["standing"], "soon");
    let all = desk.run("families").done();
    assert!(all.contains("Expired") && all.contains("Ends in "), "{all}");
    assert!(
        !all.contains("AE07"),
        "an account is nobody else's business"
    );

    desk.badr("export families --out families-out.csv")
        .failed(1, "the approval of the organiser");
    desk.huda("export families --out families-out.csv").done();
    let again = desk.huda("import families families-out.csv --json").json();
    assert_eq!(
        (&again["created"], &again["updated"]),
        (&0.into(), &0.into()),
        "{again}"
    );
    let wrong = sheet.replace("AE07", "AE08");
    desk.file("wrong.csv", &wrong);
    desk.huda("import families wrong.csv")
        .failed(1, "a digit of the account is wrong");
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
