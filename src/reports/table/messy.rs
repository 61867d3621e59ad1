//! Spreadsheets as people have them: merged cells, headings in two rows and in many
//! spellings, numbers eaten by Excel, totals below, sheets of other things beside.

use chrono::NaiveDate;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::fixtures::{table, texts, xlsx, xlsx_parts, zip};
use super::{CellReason, FamilyColumn, LineColumn, Table, TableFault};
use crate::domain::money::{Currency, Money};

use FamilyColumn as F;
use LineColumn as L;

fn families(text: &str) -> Table<FamilyColumn> {
    table(text.as_bytes()).expect("a table of families")
}

fn lines(text: &str) -> Table<LineColumn> {
    table(text.as_bytes()).expect("a table of lines")
}

/// The sheets of a workbook, each as its rows of texts.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    xlsx(|workbook: &mut Workbook| {
        for (name, rows) in sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(*name).expect("a name");
            for (row, cells) in (0..).zip(*rows) {
                for (column, cell) in (0..).zip(*cells) {
                    if !cell.is_empty() {
                        sheet.write(row, column, *cell).expect("a cell");
                    }
                }
            }
        }
    })
}

#[test]
fn headings_in_many_spellings_are_the_same_headings() {
    let read = [F::Code, F::NameAr, F::Phone, F::LicenceExpiry];
    let expected = ["F01", "أسرة الورد", "0501234567", "2027-03-31"];
    for headings in [
        "رمز الأسرة,اسم الأسرة,الهاتف,تاريخ الانتهاء",
        "رمز الاسرة,اسم الاسرة,هاتف,تاريخ الإنتهاء",
        "رمز الأسره,إسم الأسره,رقم الهـاتف,تأريخ الانتهاء",
        "رَمْزُ الأُسْرَةِ,اسم الأسـرة,الجوّال,انتهاء الرخصه",
        "كود الأسرة,اسم المشروع,رقم الجوال,سارية حتى",
        "رقم الاسره,الاسم التجاري,الموبايل,صالحه حتي",
        "رمـــز الأسـرة,الاسم,واتساب,إنتهاء الترخيص",
        "الرمز:,الاسم:,الهاتف:,تاريخ الانتهاء:",
        "Family Code,Family name,Mobile No.,Licence expiry date",
        "FAMILY_CODE,FAMILY_NAME,MOBILE,LICENCE_EXPIRY",
        "الرمز / Code,الاسم / Name,الهاتف / Phone,الانتهاء / Expiry date",
    ] {
        let table = families(&format!(
            "{headings}\nF01,أسرة الورد,0501234567,2027-03-31\n"
        ));
        assert_eq!(texts(&table.records[0], &read), expected, "{headings}");
    }
}

#[test]
fn headings_of_two_rows_are_read_together() {
    let read = [
        F::Code,
        F::NameAr,
        F::NameEn,
        F::LicenceKind,
        F::LicenceNumber,
        F::LicenceExpiry,
    ];
    let expected = ["F01", "أسرة الورد", "Rose", "اعتماد", "A-7", "2027-03-31"];
    for headings in [
        "الرمز,الاسم,,الرخصة,,,\n,عربي,إنجليزي,النوع,الرقم,تاريخ الانتهاء,\n",
        "Code,Name,,Licence,,\n,Arabic,English,Kind,Number,Expiry\n",
        "رمز الأسرة,اسم الأسرة,,بيانات الرخصة,,\n,بالعربية,بالإنجليزية,نوع الرخصة,رقم الرخصة,انتهاء الرخصة\n",
    ] {
        let text = format!("قائمة الأسر\n\n{headings}F01,أسرة الورد,Rose,اعتماد,A-7,2027-03-31\n");
        let table = families(&text);
        assert_eq!(table.records.len(), 1, "{headings}");
        assert_eq!(texts(&table.records[0], &read), expected, "{headings}");
        assert_eq!(table.records[0].row(), 5);
    }
    let grouped = families("الرمز,الاسم,,ملاحظات,\n,عربي,إنجليزي,داخلية,للعرض\nF01,الورد,Rose,x,y\n");
    let unused: Vec<_> = grouped
        .unused
        .iter()
        .map(|heading| heading.text.as_str())
        .collect();
    assert_eq!(unused, ["ملاحظات / داخلية", "ملاحظات / للعرض"]);
}

#[test]
fn headings_in_both_languages_below_one_another_are_no_record() {
    for text in [
        "رمز الأسرة,الصنف,السعر\nfamily_code,name,price\nF01,تمر,5\n",
        "family_code,name,price\nرمز الأسرة,الصنف,السعر\nF01,تمر,5\n",
    ] {
        let table = lines(text);
        assert_eq!(table.records.len(), 1, "{text}");
        let read = texts(&table.records[0], &[L::FamilyCode, L::NameAr, L::UnitPrice]);
        assert_eq!(read, ["F01", "تمر", "5"], "{text}");
    }
}

#[test]
fn a_first_record_is_never_taken_for_a_second_row_of_headings() {
    let table = families("code,name,note\nF01,Rose,active\nF02,Palm,\n");
    assert_eq!(table.records.len(), 2);
    let table = families("code,name,note\nF01,Name,new\n");
    assert_eq!(texts(&table.records[0], &[F::NameEn]), ["Name"]);
}

#[test]
fn a_code_merged_over_its_goods_is_the_code_of_each() {
    let bytes = xlsx(|workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        let plain = Format::new();
        sheet
            .merge_range(0, 0, 0, 3, "بازار الحكاية", &plain)
            .expect("a title");
        sheet
            .merge_range(1, 0, 2, 0, "رمز الأسرة", &plain)
            .expect("a heading");
        sheet
            .merge_range(1, 1, 1, 2, "الصنف", &plain)
            .expect("a heading");
        sheet
            .write_row(2, 1, ["عربي", "English", "السعر"])
            .expect("headings");
        sheet
            .merge_range(3, 0, 5, 0, "F01", &plain)
            .expect("a code");
        sheet
            .merge_range(6, 0, 8, 0, "F02", &plain)
            .expect("a code");
        for (row, name, price) in [(3, "تمر", 5.0), (4, "عسل", 40.0), (5, "المجموع", 45.0)]
        {
            sheet.write(row, 1, name).expect("a name");
            sheet.write(row, 3, price).expect("a price");
        }
        sheet.write(6, 1, "سمن").expect("a name");
        sheet.write(6, 3, 30.5).expect("a price");
    });
    let table: Table<LineColumn> = table(&bytes).expect("a table of lines");
    let read: Vec<_> = table
        .records
        .iter()
        .map(|record| texts(record, &[L::FamilyCode, L::NameAr, L::UnitPrice]))
        .collect();
    assert_eq!(
        read,
        [
            ["F01", "تمر", "5"],
            ["F01", "عسل", "40"],
            ["F02", "سمن", "30.5"]
        ]
    );
    let total = &table.totals_left_out[0];
    assert_eq!((total.row, total.text.as_str()), (6, "المجموع"));
}

#[test]
fn rows_of_totals_are_left_out_and_named() {
    let table = lines(
        "رمز الأسرة,الصنف,السعر\nF01,تمر,5\n,المجموع الفرعي,5\nF02,عسل,40\nالإجمالي,,45\n\
         ,إجمالي الأسعار بالدرهم,45\n,Grand Total:,45\n",
    );
    assert_eq!(table.records.len(), 2);
    let rows: Vec<_> = table
        .totals_left_out
        .iter()
        .map(|total| total.row)
        .collect();
    assert_eq!(rows, [3, 5, 6, 7]);
    // A thing that is only called so keeps its row.
    let table = lines("family_code,name,price\nF01,Total care cream,5\n");
    assert_eq!((table.records.len(), table.totals_left_out.len()), (1, 0));
}

#[test]
fn amounts_are_read_with_any_separators_and_their_currency() {
    let text = |amount: &str| format!("family_code;name;price\nF01;تمر;{amount}\n");
    for (amount, minor) in [
        ("25", 2_500),
        ("٢٥ درهم", 2_500),
        ("25 AED", 2_500),
        ("AED 25", 2_500),
        ("25 د.إ.", 2_500),
        ("٢٥٫٥٠", 2_550),
        ("١٬٢٥٠٫٥٠", 125_050),
        ("1,250.50 Dhs", 125_050),
        ("٣ دراهم", 300),
    ] {
        let table = lines(&text(amount));
        let read = table.records[0].field(L::UnitPrice).amount(Currency::Aed);
        assert_eq!(read, Ok(Some(Money::from_minor(minor))), "{amount}");
    }
    for amount in ["SAR 25", "٢٥ ريال"] {
        let table = lines(&text(amount));
        let read = table.records[0].field(L::UnitPrice);
        assert_eq!(
            read.amount(Currency::Sar),
            Ok(Some(Money::from_minor(2_500)))
        );
        assert!(read.amount(Currency::Aed).is_err(), "{amount} is no dirham");
    }
}

#[test]
fn phones_eaten_by_excel_come_back_or_are_told() {
    let bytes = xlsx(|workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        sheet
            .write_row(0, 0, ["الرمز", "الاسم", "الجوال"])
            .expect("headings");
        let numbers = [501_234_567.0, 971_501_234_567.0, 9.715_012_345_678_912e17];
        for (row, number) in (1..).zip(numbers) {
            sheet.write(row, 0, format!("F0{row}")).expect("a code");
            sheet.write(row, 1, "أسرة").expect("a name");
            sheet.write(row, 2, number).expect("a phone");
        }
    });
    let table: Table<FamilyColumn> = table(&bytes).expect("a table of families");
    let phone = |row: usize| table.records[row].field(F::Phone).phone(Currency::Aed);
    assert_eq!(phone(0), Ok(Some("0501234567".to_owned())));
    assert_eq!(phone(1), Ok(Some("971501234567".to_owned())));
    let cut = phone(2).expect_err("digits nobody knows");
    assert_eq!((cut.reason, cut.place.row), (CellReason::DigitsCut, 4));

    for (written, expected) in [
        ("501234567", Some("0501234567")),
        ("971501234567.0", Some("971501234567")),
        ("+971 50 123 4567", Some("+971 50 123 4567")),
        ("٠٥٠١٢٣٤٥٦٧", Some("0501234567")),
        ("9.71501E+11", None),
        ("9,71501E+11", None),
    ] {
        let table = families(&format!("code;name;phone\nF01;Rose;{written}\n"));
        let phone = table.records[0].field(F::Phone).phone(Currency::Sar);
        match expected {
            Some(expected) => assert_eq!(phone, Ok(Some(expected.to_owned())), "{written}"),
            None => assert_eq!(phone.map_err(|p| p.reason), Err(CellReason::DigitsCut)),
        }
    }
    // Where mobile numbers have eight digits, none lost a zero.
    let table = families("code,name,phone\nF01,Rose,501234567\n");
    let phone = table.records[0].field(F::Phone).phone(Currency::Kwd);
    assert_eq!(phone, Ok(Some("501234567".to_owned())));
}

#[test]
fn dates_in_every_style_are_the_same_day() {
    let expected = NaiveDate::from_ymd_opt(2027, 3, 31);
    let day = |bytes: &[u8]| {
        let table: Table<FamilyColumn> = table(bytes).expect("a table of families");
        table.records[0].field(F::LicenceExpiry).date()
    };
    for written in [
        "31/3/2027",
        "2027-03-31",
        "٣١/٠٣/٢٠٢٧",
        "46477",
        "23/10/1448 هـ",
        "٣١ مارس ٢٠٢٧",
    ] {
        let text = format!("code,name,expiry\nF01,Rose,{written}\n");
        assert_eq!(day(text.as_bytes()), Ok(expected), "{written}");
    }
    let told = "الرمز,الاسم,تاريخ الانتهاء (هجري)\nF01,Rose,23/10/1448\n";
    assert_eq!(day(told.as_bytes()), Ok(expected));
    let untold = day(b"code,name,expiry\nF01,Rose,23/10/1448\n");
    assert_eq!(untold.map_err(|p| p.reason), Err(CellReason::HijriUntold));
    let serial = xlsx(|workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        sheet
            .write_row(0, 0, ["code", "name", "expiry"])
            .expect("headings");
        sheet.write_row(1, 0, ["F01", "Rose"]).expect("a row");
        sheet.write(1, 2, 46_477.75).expect("a day as a number");
    });
    assert_eq!(day(&serial), Ok(expected));
}

#[test]
fn sheets_of_other_things_and_empty_columns_are_passed_over() {
    let bytes = workbook(&[
        (
            "تعليمات",
            &[&["كيف تُملأ القائمة"], &["اكتب اسم الأسرة ثم سعر الصنف"]],
        ),
        (
            "الأصناف",
            &[
                &[""],
                &["", "", "رمز الأسرة", "", "الصنف", "", "السعر"],
                &["", "", "F01", "", "تمر", "", "٥ درهم"],
                &["", "", "", "", "", "", ""],
                &["", "", "F02", "", "عسل", "", "٤٠"],
            ],
        ),
        ("حسابات", &[&["الشهر", "الإيجار"], &["محرم", "5000"]]),
    ]);
    let table: Table<LineColumn> = table(&bytes).expect("a table of lines");
    assert_eq!(table.records.len(), 2);
    assert_eq!(table.sheets_left_out, ["تعليمات", "حسابات"]);
    assert_eq!(table.records[1].row(), 5);
}

#[test]
fn a_formula_counts_by_its_result_and_is_told_without_one() {
    let bytes = xlsx(|workbook: &mut Workbook| {
        let sheet = workbook.add_worksheet();
        sheet
            .write_row(0, 0, ["family_code", "name", "price"])
            .expect("headings");
        sheet.write_row(1, 0, ["F01", "تمر"]).expect("a row");
        sheet
            .write(1, 2, Formula::new("=5*2.5").set_result("12.5"))
            .expect("a formula");
    });
    let found: Table<LineColumn> = table(&bytes).expect("a table of lines");
    let price = found.records[0].field(L::UnitPrice).amount(Currency::Aed);
    assert_eq!(price, Ok(Some(Money::from_minor(1_250))));

    let parts = xlsx_parts();
    let hollow = "<c r=\"D5\"><f>5*2.5</f></c>";
    let parts: Vec<(&str, String)> = parts
        .iter()
        .map(|(name, xml)| {
            (
                *name,
                xml.replace("<c r=\"D5\"><v>12.499999999999998</v></c>", hollow),
            )
        })
        .collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, xml)| (*name, xml.as_str()))
        .collect();
    let found: Table<LineColumn> = table(&zip(&parts)).expect("a table of lines");
    let told = found.records[0].field(L::UnitPrice).amount(Currency::Aed);
    let told = told.expect_err("no result is held");
    assert_eq!(told.reason, CellReason::UnreckonedFormula);
    assert_eq!(
        (told.text.as_str(), told.place.letter.as_deref()),
        ("=5*2.5", Some("D"))
    );
}

#[test]
fn the_text_formats_of_other_programs_are_read() {
    let text = "رمز الأسرة;الصنف;السعر\r\nF01;تمر;٥\r\n";
    let tabs = text.replace(';', "\t");
    let wide = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    // Code page 1256 has no Arabic-Indic digits.
    let old = text.replace('٥', "5");
    for (bytes, price) in [
        (text.as_bytes().to_vec(), "٥"),
        (format!("\u{feff}{text}").into_bytes(), "٥"),
        (tabs.as_bytes().to_vec(), "٥"),
        (wide(&tabs), "٥"),
        (encoding_rs::WINDOWS_1256.encode(&old).0.into_owned(), "5"),
    ] {
        let table: Table<LineColumn> = table(&bytes).expect("a table of lines");
        let read = texts(&table.records[0], &[L::FamilyCode, L::NameAr, L::UnitPrice]);
        assert_eq!(read, ["F01", "تمر", price]);
    }
}

#[test]
fn many_merges_of_many_rows_cost_no_more_than_cells_do() {
    let parts = xlsx_parts();
    let merges = "<mergeCells>".to_owned()
        + &"<mergeCell ref=\"A1:A1048576\"/>".repeat(3_000)
        + "</mergeCells>";
    let rows: String = (10..2_000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>1</v></c></row>"))
        .collect();
    let parts: Vec<(&str, String)> = parts
        .iter()
        .map(|(name, xml)| {
            let cell = "<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>";
            let xml = xml.replace("<sheetData>", &format!("<sheetData>{cell}"));
            (
                *name,
                xml.replace("</sheetData>", &format!("{rows}</sheetData>{merges}")),
            )
        })
        .collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, xml)| (*name, xml.as_str()))
        .collect();
    let refused = table::<LineColumn>(&zip(&parts));
    assert!(
        matches!(refused, Err(TableFault::TooManyCells { .. })),
        "{refused:?}"
    );
}
