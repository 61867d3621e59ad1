//! Whole files read into tables: what people's spreadsheets look like, what is
//! refused and how, and that no file whatever brings the program down.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::fixtures::{ods, table, texts, xlsx, xlsx_parts, zip};
use crate::domain::money::{Currency, Money};

use super::{
    CellReason, FamilyColumn, LineColumn, Looks, SaleColumn, TableFault, TableKind, Wanted,
    column_letter, read_bytes, read_table,
};

use LineColumn::{Barcode, BestBefore, Commission, FamilyCode, NameAr, NameEn, UnitPrice};

#[test]
fn a_text_with_titles_blanks_and_arabic_digits_reads_in_any_order() {
    let text = "\u{feff}بازار الأسر المنتجة,,,,\r\nقائمة الأصناف - الدورة الثامنة,,,,\r\n\r\n\
        السعر (درهم),,اسم الصنف,Item name,رمز الأسرة,الباركود,ملاحظات\r\n\
        ١٢٫٥٠,,قهوة عربية,Arabic coffee,F01,,جديد\r\n\
        ,,,,,,\r\n\
        8,,كرك,Karak,F02,2000000000015,\r\n\
        السعر (درهم),,اسم الصنف,Item name,رمز الأسرة,الباركود,ملاحظات\r\n\
        ,,,,,,ملاحظة أخيرة\r\n";
    let table = table::<LineColumn>(text.as_bytes()).expect("a table of lines");
    let columns = [FamilyCode, NameAr, NameEn, UnitPrice, Barcode];
    let read: Vec<_> = table
        .records
        .iter()
        .map(|r| (r.row(), texts(r, &columns)))
        .collect();
    let expected = [
        (5, ["F01", "قهوة عربية", "Arabic coffee", "١٢٫٥٠", ""]),
        (7, ["F02", "كرك", "Karak", "8", "2000000000015"]),
    ];
    let expected = expected.map(|(row, texts)| (row, texts.map(str::to_owned).to_vec()));
    assert_eq!(read, expected);

    let price = table.records[0].field(UnitPrice);
    let amount = price.amount(Currency::Aed);
    assert_eq!(amount, Ok(Some(Money::from_minor(1_250))));
    assert_eq!(
        price.place().to_string(),
        "sheet sheet, row 5, column A (السعر (درهم))"
    );
    assert!(table.has(Barcode) && !table.has(Commission));
    let unused: Vec<_> = table
        .unused
        .iter()
        .map(|h| (h.letter.as_str(), h.text.as_str()))
        .collect();
    assert_eq!(unused, [("G", "ملاحظات")]);
}

#[test]
fn a_workbook_keeps_numbers_percentages_and_dates_exact() {
    let bytes = xlsx(|workbook| {
        let percent = Format::new().set_num_format("0.0%");
        let date = Format::new().set_num_format("dd/mm/yyyy");
        let sheet = workbook.add_worksheet();
        sheet.set_name("الأصناف").expect("a name");
        sheet
            .merge_range(0, 1, 0, 6, "بازار إنتاج", &Format::new())
            .expect("a title");
        sheet
            .merge_range(1, 1, 1, 6, "الأسعار بالدرهم", &Format::new())
            .expect("a title");
        let headings = [
            "Price",
            "العمولة",
            "صالح حتى",
            "رمز الأسرة",
            "الصنف",
            "Barcode",
        ];
        for (column, heading) in (1..).zip(headings) {
            sheet.write(3, column, heading).expect("a heading");
        }
        let expiry = ExcelDateTime::parse_from_str("2027-03-31").expect("a date");
        sheet.write(5, 1, 82.15).expect("a price");
        sheet
            .write_with_format(5, 2, 0.125, &percent)
            .expect("a rate");
        sheet
            .write_with_format(5, 3, &expiry, &date)
            .expect("a date");
        sheet.write(5, 4, "F10").expect("a code");
        sheet.write(5, 5, "بهارات").expect("a name");
        sheet.write(5, 6, 2_001_234_567_893_i64).expect("a barcode");
        sheet
            .write(
                6,
                1,
                Formula::new("=0.1+0.2").set_result("0.30000000000000004"),
            )
            .expect("a formula");
        sheet.write(6, 4, "F11").expect("a code");
    });
    let table = table::<LineColumn>(&bytes).expect("a table of lines");
    let columns = [
        FamilyCode, NameAr, UnitPrice, Commission, BestBefore, Barcode,
    ];
    assert_eq!(
        texts(&table.records[0], &columns),
        [
            "F10",
            "بهارات",
            "82.15",
            "12.5%",
            "2027-03-31",
            "2001234567893"
        ]
    );
    assert_eq!(texts(&table.records[1], &columns)[2], "0.3");
    assert_eq!(table.records[0].sheet(), "الأصناف");
    assert_eq!(table.records[1].row(), 7);
    let missing = table.records[1]
        .field(NameAr)
        .required()
        .expect_err("no name");
    assert_eq!(missing.reason, CellReason::Missing);
    assert_eq!(
        missing.place.to_string(),
        "sheet الأصناف, row 7, column F (الصنف)"
    );
}

#[test]
fn every_sheet_with_the_headings_is_read_and_others_are_named() {
    let bytes = xlsx(|workbook| {
        for (name, code) in [("أطايب", "F01"), ("طيب", "F02")] {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).expect("a name");
            sheet
                .write_row(0, 0, ["رمز الأسرة", "الصنف", "السعر"])
                .expect("headings");
            sheet.write_row(1, 0, [code, "صنف", "5"]).expect("a row");
        }
        let families = workbook.add_worksheet();
        families.set_name("الأسر").expect("a name");
        families
            .write_row(0, 0, ["رمز الأسرة", "اسم الأسرة", "الهاتف"])
            .expect("headings");
        families
            .write_row(1, 0, ["F01", "قهوة الديرة", "0500000001"])
            .expect("a row");
    });
    let lines = table::<LineColumn>(&bytes).expect("lines");
    let codes: Vec<_> = lines
        .records
        .iter()
        .map(|r| texts(r, &[FamilyCode])[0].clone())
        .collect();
    assert_eq!(codes, ["F01", "F02"]);
    assert_eq!(lines.sheets_left_out, ["الأسر"]);

    let families = table::<FamilyColumn>(&bytes).expect("families");
    assert_eq!(
        families.records.len(),
        1,
        "lines are not taken for families"
    );
    assert_eq!(families.records[0].sheet(), "الأسر");
}

#[test]
fn the_old_excel_format_and_open_document_are_read() {
    let old = include_bytes!("../../../tests/golden/tables/families.xls");
    let families = table::<FamilyColumn>(old).expect("families");
    use FamilyColumn::{Code, Commission, LicenceExpiry, NameAr, Phone};
    let columns = [Code, NameAr, Commission, LicenceExpiry, Phone];
    assert_eq!(
        texts(&families.records[0], &columns),
        ["F01", "قهوة الديرة", "12.5", "2027-03-31", "٠٥٠٠٠٠٠٠٠١"]
    );
    assert_eq!((families.records[1].row(), families.records.len()), (6, 2));

    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let headings = ["رمز الأسرة", "الصنف", "السعر", "صالح حتى"]
        .map(text)
        .concat();
    let values = text("F01")
        + &text("تمر")
        + "<table:table-cell office:value-type=\"float\" office:value=\"45.75\"/>"
        + "<table:table-cell office:value-type=\"date\" office:date-value=\"2027-01-15\"/>";
    let open = ods(&format!(
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
         <table:table-row>{headings}</table:table-row><table:table-row>{values}</table:table-row>"
    ));
    let lines = table::<LineColumn>(&open).expect("lines");
    let columns = [FamilyCode, LineColumn::NameAr, UnitPrice, BestBefore];
    assert_eq!(
        texts(&lines.records[0], &columns),
        ["F01", "تمر", "45.75", "2027-01-15"]
    );
    assert_eq!(lines.records[0].row(), 4);
}

#[test]
fn a_hand_made_workbook_is_read_without_its_hidden_sheet() {
    let parts = xlsx_parts();
    let parts: Vec<_> = parts
        .iter()
        .map(|(name, xml)| (*name, xml.as_str()))
        .collect();
    let lines = table::<LineColumn>(&zip(&parts)).expect("lines");
    let columns = [FamilyCode, NameAr, UnitPrice, Commission, BestBefore];
    assert_eq!(lines.records.len(), 1);
    assert_eq!(
        texts(&lines.records[0], &columns),
        ["F01", "قهوة", "12.5", "12.5%", "2026-11-26"]
    );
}

#[test]
fn a_name_column_without_language_goes_by_its_cells() {
    use FamilyColumn::{Code, NameAr, NameEn};
    for (text, expected) in [
        ("code,name\nF01,Karak House\n", ["F01", "", "Karak House"]),
        ("code,name\nF01,بيت الكرك\n", ["F01", "بيت الكرك", ""]),
        (
            "الرمز,الاسم,الاسم\nF01,Karak House,بيت الكرك\n",
            ["F01", "بيت الكرك", "Karak House"],
        ),
    ] {
        let table = table::<FamilyColumn>(text.as_bytes()).expect("families");
        assert_eq!(
            texts(&table.records[0], &[Code, NameAr, NameEn]),
            expected,
            "{text}"
        );
    }
}

#[test]
fn of_two_headings_of_one_meaning_the_surer_is_taken_and_equals_are_refused() {
    let read = |text: &str| table::<LineColumn>(text.as_bytes());
    let surer = read("family_code,name,price,unit price\nF01,Karak,10,5\n").expect("lines");
    assert_eq!(texts(&surer.records[0], &[UnitPrice]), ["5"]);
    assert_eq!(surer.unused[0].text, "price");

    let empty_twin = read("family_code,price,name,Price\nF01,,Karak,5\n").expect("lines");
    assert_eq!(texts(&empty_twin.records[0], &[UnitPrice]), ["5"]);

    let twins = read("family_code,price,name,Price\nF01,4,Karak,5\n");
    let Err(TableFault::DuplicateHeading {
        row,
        column,
        letters,
        ..
    }) = twins
    else {
        panic!("two filled prices were accepted: {twins:?}");
    };
    assert_eq!((row, column), (1, "unit_price"));
    assert_eq!(letters, ("B".to_owned(), "D".to_owned()));
}

#[test]
fn sales_of_a_shop_are_read_by_name() {
    use SaleColumn::{Date, Item, Ticket, Time};
    let text = "date,time,ticket,item\n2026-11-26,09:58:11,1,Bread\n";
    let sales = table::<SaleColumn>(text.as_bytes()).expect("sales");
    let sale = &sales.records[0];
    assert_eq!(texts(sale, &[Ticket, Item]), ["1", "Bread"]);
    assert_eq!(
        sale.field(Date).date(),
        Ok(chrono::NaiveDate::from_ymd_opt(2026, 11, 26))
    );
    assert_eq!(
        sale.field(Time).time(),
        Ok(chrono::NaiveTime::from_hms_opt(9, 58, 11))
    );
}

#[test]
fn what_is_no_table_is_refused_with_its_kind() {
    let refused =
        |bytes: &[u8]| format!("{:?}", table::<FamilyColumn>(bytes).expect_err("no table"));
    let not = |looks: Looks| format!("{:?}", TableFault::NotASpreadsheet { looks });
    assert_eq!(refused(b""), "Empty");
    assert_eq!(refused(b" \r\n,,,\n"), "Empty");
    assert_eq!(
        refused(&xlsx(|workbook: &mut Workbook| {
            workbook.add_worksheet();
        })),
        "Empty"
    );
    assert_eq!(refused(b"%PDF-1.7 ..."), not(Looks::Pdf));
    assert_eq!(refused(b"\x89PNG\r\n"), not(Looks::Picture));
    assert_eq!(refused(b"\n<html><table>"), not(Looks::WebPage));
    assert_eq!(refused(&[1, 2, 3, 0, 255]), not(Looks::Binary));
    assert_eq!(
        refused(&zip(&[("word/document.xml", "<w/>")])),
        not(Looks::Archive)
    );
    let torn = xlsx(|workbook: &mut Workbook| {
        workbook
            .add_worksheet()
            .write(0, 0, "code")
            .expect("a heading");
    });
    assert!(refused(&torn[..torn.len() / 2]).starts_with("Damaged"));
    assert!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 torn").starts_with("Damaged"));
    let locked = include_bytes!("../../../tests/golden/tables/locked.xlsx");
    assert_eq!(refused(locked), "Encrypted");
}

#[test]
fn what_lacks_the_headings_is_told_what_is_missing() {
    let lacking = table::<LineColumn>("عنوان\nرمز الأسرة,الصنف,كمية\nF01,تمر,3\n".as_bytes());
    let Err(TableFault::NoHeader {
        expected,
        missing,
        nearest,
    }) = lacking
    else {
        panic!("lines without a price were accepted: {lacking:?}");
    };
    assert_eq!(expected, TableKind::Lines);
    let price = Wanted {
        name: "unit_price".to_owned(),
        arabic: "سعر الوحدة",
        english: "price per unit",
    };
    assert_eq!(missing, [price]);
    assert_eq!(nearest, Some(("sheet".to_owned(), 2)));

    let nothing = table::<FamilyColumn>(b"a,b\nc,d\n");
    assert!(matches!(
        nothing,
        Err(TableFault::NoHeader { nearest: None, .. })
    ));

    let lines = b"sku,family_code,name_ar,unit_price\nF01-01,F01,x,5\n";
    let wrong = table::<FamilyColumn>(lines);
    let found = TableKind::Lines;
    assert!(matches!(wrong, Err(TableFault::OtherTable { found: kind, .. }) if kind == found));

    let bare = table::<FamilyColumn>(b"code,name_ar\n");
    assert!(matches!(
        bare,
        Err(TableFault::NoRecords { header_row: 1, .. })
    ));
}

#[test]
fn columns_have_the_letters_people_see() {
    for (column, letters) in [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16383, "XFD"),
    ] {
        assert_eq!(column_letter(column), letters);
    }
}

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = limit.max(1) as u64;
        usize::try_from((mixed ^ (mixed >> 31)) % limit).expect("below a usize")
    }

    /// One to six bytes changed, removed, doubled, or the whole cut short.
    fn mutated(&mut self, original: &[u8]) -> Vec<u8> {
        const TELLING: &[u8] = b"\",;\t\n\r=<>&%/0\xd9\xff\x00-.9A";
        let mut bytes = original.to_vec();
        for _ in 0..=self.below(5) {
            let at = self.below(bytes.len());
            match self.below(6) {
                0 if !bytes.is_empty() => bytes[at] ^= 1 << self.below(8),
                1 if !bytes.is_empty() => bytes[at] = TELLING[self.below(TELLING.len())],
                2 => bytes.insert(at, TELLING[self.below(TELLING.len())]),
                3 if !bytes.is_empty() => {
                    bytes.remove(at);
                }
                4 => {
                    let end = (at + self.below(40)).min(bytes.len());
                    let piece = bytes[at.min(end)..end].to_vec();
                    bytes.splice(at.min(end)..at.min(end), piece);
                }
                _ if self.below(8) == 0 => bytes.truncate(at),
                _ => {}
            }
        }
        bytes
    }
}

/// Reads a file as every kind of table and every field in every way.
fn read_in_every_way(bytes: &[u8]) -> bool {
    fn every_field<C: super::Column>(sheets: &[super::Sheet]) -> bool {
        let Ok(table) = read_table::<C>(sheets) else {
            return false;
        };
        for record in &table.records {
            for column in C::ALL {
                let field = record.field(*column);
                let _ = (field.code(), field.amount(Currency::Aed), field.quantity());
                let _ = (field.percent(), field.date(), field.time());
                let _ = (field.answer(), field.unit(), field.tender());
            }
        }
        true
    }
    let Ok(sheets) = read_bytes("mutated", bytes) else {
        return false;
    };
    let families = every_field::<FamilyColumn>(&sheets);
    let lines = every_field::<LineColumn>(&sheets);
    let sales = every_field::<SaleColumn>(&sheets);
    families || lines || sales
}

#[test]
fn any_bytes_give_a_reading_or_a_refusal() {
    const SEED: u64 = 20_261_126;
    println!("seed {SEED}");
    let mut dice = Dice(SEED);
    let text = "\u{feff}قائمة\r\nرمز الأسرة;الصنف;السعر;صالح حتى;\"العمولة\"\r\n\
        F01;\"قهوة; خاصة\";١٢٫٥٠;31/3/2027;10%\r\n\r\nF02;كرك;4;2027-01-01;١٢٫٥٪\r\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let old = include_bytes!("../../../tests/golden/tables/families.xls");
    let (mut read, mut refused) = (0, 0);
    let mut judge = |bytes: &[u8]| {
        if read_in_every_way(bytes) {
            read += 1;
        } else {
            refused += 1;
        }
    };
    for _ in 0..650 {
        judge(&dice.mutated(text.as_bytes()));
        judge(&dice.mutated(&wide));
    }
    for _ in 0..300 {
        judge(&dice.mutated(old));
    }
    let parts = xlsx_parts();
    for _ in 0..650 {
        // The XML inside is changed and packed again, so that the change gets
        // past the checksums of the container.
        let touched = dice.below(parts.len());
        let changed =
            String::from_utf8_lossy(&dice.mutated(parts[touched].1.as_bytes())).into_owned();
        let mut packed: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, xml)| (*name, xml.as_str()))
            .collect();
        packed[touched].1 = &changed;
        judge(&zip(&packed));
        judge(&dice.mutated(&zip(&packed)));
    }
    println!("{read} read, {refused} refused");
    assert!(
        read > 400 && refused > 400,
        "{read} read, {refused} refused"
    );
}
