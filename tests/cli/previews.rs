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
