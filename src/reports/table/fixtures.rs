//! Workbooks made for tests: by rust_xlsxwriter as people's programs write
//! them, and by hand from plain parts where a test must touch the XML inside.

use rust_decimal::Decimal;
use rust_xlsxwriter::Workbook;

use super::vocabulary::Column;
use super::{Cell, CellKind, Record, Sheet, Table, TableFault, read_bytes, read_table};

/// The bytes of a workbook.
pub(super) fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    workbook.save_to_buffer().expect("a workbook in memory")
}

/// Reads the table of a file named "sheet", which says the same as an OpenDocument
/// spreadsheet.
pub(super) fn table<C: Column>(bytes: &[u8]) -> Result<Table<C>, TableFault> {
    let sheets: Vec<Sheet> = read_bytes("sheet", bytes)?;
    let again = read_bytes("sheet", &as_ods(&sheets)).expect("an OpenDocument spreadsheet");
    assert_eq!(again, unmerged(&sheets));
    read_table(&sheets)
}

/// The same with merged cells written out, as [`as_ods`] writes them.
fn unmerged(sheets: &[Sheet]) -> Vec<Sheet> {
    let mut sheets = sheets.to_vec();
    let rows = sheets.iter_mut().flat_map(|sheet| &mut sheet.rows);
    for cell in rows.flat_map(|row| &mut row.cells) {
        cell.from_above = false;
    }
    sheets
}

/// These sheets as a program saves them: rows and cells that hold nothing are only
/// counted, and what a cell is shown as stands beside its value.
pub(super) fn as_ods(sheets: &[Sheet]) -> Vec<u8> {
    let escaped = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        text.replace('"', "&quot;")
    };
    let cell = |cell: &Cell| {
        let text = escaped(&cell.text);
        let attributes = match cell.kind {
            CellKind::Number => format!("office:value-type=\"float\" office:value=\"{text}\""),
            CellKind::Percent => {
                let share: Decimal = text.trim_end_matches('%').parse().expect("a number");
                let share = share / Decimal::ONE_HUNDRED;
                format!("office:value-type=\"percentage\" office:value=\"{share}\"")
            }
            CellKind::Date if !text.contains('-') => {
                let parts: Vec<&str> = text.split(':').collect();
                let [hours, minutes, seconds] = parts[..] else {
                    panic!("{text} is no time of day")
                };
                let value = format!("PT{hours}H{minutes}M{seconds}S");
                format!("office:value-type=\"time\" office:time-value=\"{value}\"")
            }
            CellKind::Date => {
                let value = text.replace(' ', "T");
                format!("office:value-type=\"date\" office:date-value=\"{value}\"")
            }
            CellKind::Unreckoned => format!("table:formula=\"of:{text}\""),
            CellKind::Failed => "table:formula=\"of:=#REF!\" office:value-type=\"string\" \
                 office:string-value=\"\" calcext:value-type=\"error\""
                .to_owned(),
            CellKind::Text | CellKind::Nested => "office:value-type=\"string\"".to_owned(),
        };
        let paragraphs = text.split('\n').map(|line| {
            let line = line
                .replace("  ", " <text:s/>")
                .replace('\t', "<text:tab/>");
            format!("<text:p>{line}</text:p>")
        });
        let paragraphs: String = paragraphs.collect();
        format!("<table:table-cell {attributes}>{paragraphs}</table:table-cell>")
    };
    let blank = |count: u32| match count {
        0 => String::new(),
        count => format!("<table:table-cell table:number-columns-repeated=\"{count}\"/>"),
    };
    let tables = sheets.iter().map(|sheet| {
        let (mut rows, mut next) = (String::new(), 1);
        for row in &sheet.rows {
            if row.number > next {
                let count = row.number - next;
                rows += &format!(
                    "<table:table-row table:number-rows-repeated=\"{count}\">{}</table:table-row>",
                    blank(1)
                );
            }
            next = row.number + 1;
            let (mut cells, mut column) = (String::new(), 0);
            for filled in &row.cells {
                cells += &blank(filled.column - column);
                cells += &cell(filled);
                column = filled.column + 1;
            }
            rows += &format!("<table:table-row>{cells}</table:table-row>");
        }
        let name = escaped(&sheet.name);
        format!("<table:table table:name=\"{name}\">{rows}</table:table>")
    });
    document(&tables.collect::<String>())
}

/// The texts of a record's columns, "" where there is none.
pub(super) fn texts<C: Column>(record: &Record<C>, columns: &[C]) -> Vec<String> {
    let text = |column: &C| {
        let text = record.field(*column).text().expect("no failed formula");
        text.unwrap_or_default().to_owned()
    };
    columns.iter().map(text).collect()
}

/// An OpenDocument spreadsheet with one sheet of these rows.
pub(super) fn ods(rows: &str) -> Vec<u8> {
    document(&format!(
        "<table:table table:name=\"الأصناف\">{rows}</table:table>"
    ))
}

/// An OpenDocument spreadsheet of these tables.
fn document(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    content_of(&content)
}

/// An OpenDocument spreadsheet with this content.
pub(super) fn content_of(content: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", content),
    ])
}

/// The parts of a small workbook of lines: shared and inline texts, a date, a
/// percentage and a hidden sheet of lists.
pub(super) fn xlsx_parts() -> Vec<(&'static str, String)> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations =
        |all: String| format!("<Relationships xmlns=\"{PACKAGE}\">{all}</Relationships>");
    let sheet = |rows: &str| {
        format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>")
    };
    let text =
        |at: &str, text: &str| format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let heading = text("A3", "family_code")
        + &text("B3", "name")
        + &text("D3", "price")
        + &text("E3", "commission")
        + &text("F3", "best before");
    let values = "<row r=\"5\"><c r=\"F5\" s=\"2\"><v>46352</v></c><c r=\"A5\" t=\"s\"><v>0</v></c>\
        <c r=\"B5\" t=\"s\"><v>1</v></c><c r=\"D5\"><v>12.499999999999998</v></c>\
        <c r=\"E5\" s=\"1\"><v>0.125</v></c></row>";
    vec![
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                .into(),
        ),
        (
            "_rels/.rels",
            relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets>\
                 <sheet name=\"Lists\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>\
                 <sheet name=\"Lines\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                relation("rId1", "worksheet", "worksheets/sheet1.xml")
                    + &relation("rId2", "worksheet", "worksheets/sheet2.xml")
                    + &relation("rId3", "sharedStrings", "sharedStrings.xml")
                    + &relation("rId4", "styles", "styles.xml"),
            ),
        ),
        (
            "xl/sharedStrings.xml",
            format!("<sst xmlns=\"{MAIN}\"><si><t>F01</t></si><si><t>قهوة</t></si></sst>"),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/>\
                 <xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            sheet(&format!("<row r=\"3\">{heading}</row>{values}")),
        ),
        (
            "xl/worksheets/sheet2.xml",
            sheet(&format!("<row r=\"3\">{heading}</row>{values}")),
        ),
    ]
}

/// A ZIP of parts stored without compression.
pub(super) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in parts {
        let offset = length(bytes.len());
        let size = length(content.len());
        let mut common = Vec::new();
        for field in [20_u16, 0x0800, 0, 0, 0x21] {
            common.extend(field.to_le_bytes());
        }
        for field in [checksum(content.as_bytes()), size, size] {
            common.extend(field.to_le_bytes());
        }
        let name_length = u16::try_from(name.len()).expect("a short name");
        common.extend(name_length.to_le_bytes());
        common.extend(0_u16.to_le_bytes());

        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(content.as_bytes());

        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = length(bytes.len());
    let count = u16::try_from(parts.len()).expect("few parts");
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\x00\x00\x00\x00");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend(length(directory.len()).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}

fn length(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("a small file")
}

/// CRC-32 as ZIP wants it.
fn checksum(bytes: &[u8]) -> u32 {
    let mut register = u32::MAX;
    for byte in bytes {
        register ^= u32::from(*byte);
        for _ in 0..8 {
            let carry = register & 1;
            register = (register >> 1) ^ (0xedb8_8320 * carry);
        }
    }
    !register
}
