//! OpenDocument spreadsheets: one that LibreOffice saved, and those that would bring
//! its reader down. What is said of other spreadsheets holds for these too: every
//! table of the other tests is read as one of them as well.

use super::fixtures::{content_of, ods, table, texts};
use super::{CellReason, LineColumn, Table, TableFault, read_bytes};
use crate::domain::money::{Currency, Money};

use LineColumn as L;

fn cell(attributes: &str, text: &str) -> String {
    format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
}

fn words(text: &str) -> String {
    cell("office:value-type=\"string\"", text)
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

fn headings() -> String {
    row(&["رمز الأسرة", "الصنف", "السعر"].map(words))
}

#[test]
fn what_libreoffice_saved_is_read_as_it_is_meant() {
    let saved = include_bytes!("../../../tests/golden/tables/goods.ods");
    let found: Table<LineColumn> = table(saved).expect("a table of lines");
    let columns = [L::FamilyCode, L::NameAr, L::NameEn];
    let read = found.records.iter();
    let read: Vec<_> = read.map(|record| texts(record, &columns)).collect();
    assert_eq!(
        read,
        [
            ["F01", "تمر", "Dates"],
            ["F01", "عسل", "Honey"],
            ["F02", "سمن", "Ghee"],
            ["F02", "أقط", "Dried yoghurt"]
        ]
    );
    let rows: Vec<u32> = found.records.iter().map(|record| record.row()).collect();
    assert_eq!(rows, [5, 6, 8, 10]);
    let price = |at: usize| found.records[at].field(L::UnitPrice).amount(Currency::Aed);
    assert_eq!(price(0), Ok(Some(Money::from_minor(2_500))), "٢٥ درهم");
    assert_eq!(price(1), Ok(Some(Money::from_minor(4_000))), "a formula");
    let failed = price(3).expect_err("a formula that failed");
    assert_eq!(failed.reason, CellReason::FailedFormula);
    assert_eq!(texts(&found.records[0], &[L::Commission]), ["12.5%"]);
    let days = [(0, "2027-01-15"), (1, "2027-03-31")];
    for (at, day) in days {
        let read = found.records[at].field(L::BestBefore).date();
        assert_eq!(read, Ok(Some(day.parse().expect("a day"))));
    }
    assert_eq!(found.totals_left_out[0].row, 7);
    assert_eq!(
        found.sheets_left_out, [""; 0],
        "a hidden sheet is not there"
    );
}

#[test]
fn a_code_merged_over_its_goods_is_the_code_of_each() {
    let merged = |code: &str, rows: u32| {
        let spans = format!(
            "office:value-type=\"string\" table:number-rows-spanned=\"{rows}\" \
             table:number-columns-spanned=\"1\""
        );
        cell(&spans, code)
    };
    let covered = || "<table:covered-table-cell/>".to_owned();
    let bytes = ods(&(headings()
        + &row(&[merged("F01", 2), words("تمر"), words("٢٥ درهم")])
        + &row(&[covered(), words("عسل"), words("40")])
        // A row of a program that repeats: both are of the family above.
        + &row(&[merged("F02", 4), words("سمن"), words("30")])
        + "<table:table-row table:number-rows-repeated=\"2\"><table:covered-table-cell/>\
           </table:table-row>"
        + &row(&[covered(), words("أقط"), words("15")])
        // The last of the file, merged further than there are rows.
        + &row(&[merged("F03", 1_048_576), words("خبز"), words("5")])
        + &row(&[covered(), words("كعك"), words("6")])));
    let found: Table<LineColumn> = table(&bytes).expect("a table of lines");
    let read = |record| texts(record, &[L::FamilyCode, L::NameAr]);
    let read: Vec<_> = found.records.iter().map(read).collect();
    assert_eq!(
        read,
        [
            ["F01", "تمر"],
            ["F01", "عسل"],
            ["F02", "سمن"],
            ["F02", "أقط"],
            ["F03", "خبز"],
            ["F03", "كعك"]
        ]
    );
}

#[test]
fn a_formula_without_a_result_is_told() {
    let hollow = "<table:table-cell table:formula=\"of:=5*2.5\"/>".to_owned();
    let bytes = ods(&(headings() + &row(&[words("F01"), words("تمر"), hollow])));
    let found: Table<LineColumn> = table(&bytes).expect("a table of lines");
    let told = found.records[0].field(L::UnitPrice).amount(Currency::Aed);
    let told = told.expect_err("no result is held");
    assert_eq!(
        (told.reason, told.text.as_str()),
        (CellReason::UnreckonedFormula, "=5*2.5")
    );
}

#[test]
fn what_claims_more_than_can_be_held_is_refused() {
    let one = |attributes: &str| cell(&format!("office:value-type=\"string\" {attributes}"), "x");
    let wide = one("table:number-columns-repeated=\"16384\"");
    let tall = |rows: &str, cells: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{rows}\">{cells}</table:table-row>")
    };
    let far = "<table:table-cell table:number-columns-repeated=\"16383\"/>".to_owned() + &one("");
    for rows in [
        tall("1048576", &wide),
        tall(
            "4294967296",
            &(one("") + &one("") + &one("") + &one("") + &one("")),
        ),
        // Each row is one cell, and takes as many as lie before it.
        format!("<table:table-row>{far}</table:table-row>").repeat(300),
        row(&[one("")])
            + &tall("1048574", "<table:table-cell/>")
            + &row(std::slice::from_ref(&wide)),
    ] {
        let refused = read_bytes("sheet", &ods(&(headings() + &rows)));
        assert!(
            matches!(refused, Err(TableFault::TooManyCells { .. })),
            "{refused:?}"
        );
    }
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p>\
                  <text:s text:c=\"4000000000\"/></text:p></table:table-cell>";
    let refused = read_bytes("sheet", &ods(&row(&[spaces.to_owned()])));
    assert!(
        matches!(refused, Err(TableFault::Damaged { .. })),
        "{refused:?}"
    );
}

#[test]
fn a_document_cut_short_is_refused_and_not_waited_for() {
    let whole = "<office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"a\"><table:table-row><table:table-cell \
        office:value-type=\"string\"><office:annotation><text:p>n</text:p></office:annotation>\
        <text:p>F01</text:p></table:table-cell></table:table-row></table:table>\
        </office:spreadsheet></office:body></office:document-content>";
    assert_eq!(
        read_bytes("sheet", &content_of(whole))
            .expect("a sheet")
            .len(),
        1
    );
    for (end, _) in whole.match_indices('<').skip(1) {
        let refused = read_bytes("sheet", &content_of(&whole[..end]));
        assert!(
            matches!(refused, Err(TableFault::Damaged { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn a_locked_document_says_so() {
    let locked = super::fixtures::zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
             <manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        ),
        ("content.xml", "\u{1}\u{2}\u{3}"),
    ]);
    let refused = read_bytes("sheet", &locked);
    assert!(matches!(refused, Err(TableFault::Encrypted)), "{refused:?}");
}
