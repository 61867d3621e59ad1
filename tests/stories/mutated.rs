//! Ten thousand spreadsheets as people and accidents make them: every one of them is
//! taken in as it was meant, or refused with a list of faults; none brings the
//! program down and none is taken in by half.
//!
//! What is generated is read back exactly. What was then damaged, in its bytes or in
//! the parts of its workbook, either gives a plan or a fault; a plan is written whole
//! or not at all, and what is written is what it showed.

use std::io::{Cursor, Read, Write};
use std::path::PathBuf;

use rust_xlsxwriter::{Format, Workbook};
use sanduq::domain::money::Bps;
use sanduq::reports::table::TableKind;
use sanduq::services::error::Fault;
use sanduq::services::import::{Change, ImportRefusal, Plan};
use sanduq::services::order::shop_order_id;
use sanduq::services::{Error, Refusal};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::bazaar::{Story, fils};

/// Numbers that look random and are the same for the same seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let limit = limit.max(1) as u64;
        usize::try_from((mixed ^ (mixed >> 31)) % limit).unwrap()
    }

    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
    }
}

/// What one row of a table of families is meant to say.
struct Meant {
    code: String,
    name: String,
    commission: Option<u32>,
    fee: Option<i64>,
    phone: Option<String>,
    expiry: Option<chrono::NaiveDate>,
}

const NAMES: [&str; 8] = [
    "أسرة الورد",
    "قهوة الديرة",
    "مخبز التنّور",
    "بيت الكرك",
    "عطور الريحان",
    "نسيج الشمال",
    "Karak House",
    "مربى وعسل",
];

fn meant(dice: &mut Dice) -> Vec<Meant> {
    let mut codes: Vec<usize> = (1..40).collect();
    dice.shuffle(&mut codes);
    let rows = 1 + dice.below(6);
    let row = |code: usize, dice: &mut Dice| Meant {
        code: format!("M{code:02}"),
        name: format!("{} {code}", dice.of(&NAMES)),
        commission: dice.once_in(2).then(|| dice.below(2_000) as u32),
        fee: dice.once_in(2).then(|| dice.below(50_000) as i64),
        phone: dice
            .once_in(2)
            .then(|| format!("05{:08}", dice.below(99_999_999))),
        expiry: dice.once_in(2).then(|| {
            let days = chrono::Days::new(dice.below(2_000) as u64);
            chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + days
        }),
    };
    codes
        .into_iter()
        .take(rows)
        .map(|code| row(code, dice))
        .collect()
}

pub fn arabic_digits(text: &str) -> String {
    let digit = |letter: char| match letter.to_digit(10) {
        Some(value) => char::from_u32('٠' as u32 + value).unwrap(),
        None if letter == '.' => '٫',
        None => letter,
    };
    text.chars().map(digit).collect()
}

/// A number as somebody writes it.
pub fn number(dice: &mut Dice, text: String) -> String {
    match dice.below(3) {
        0 => arabic_digits(&text),
        _ => text,
    }
}

pub fn amount(dice: &mut Dice, minor: i64) -> String {
    let bare = number(dice, format!("{}.{:02}", minor / 100, minor % 100));
    match dice.below(4) {
        0 => format!("{bare} درهم"),
        1 => format!("AED {bare}"),
        _ => bare,
    }
}

fn date(dice: &mut Dice, date: chrono::NaiveDate) -> String {
    let written = match dice.below(3) {
        0 => date.format("%Y-%m-%d").to_string(),
        1 => date.format("%d/%m/%Y").to_string(),
        _ => (date - chrono::NaiveDate::from_ymd_opt(1899, 12, 30).unwrap())
            .num_days()
            .to_string(),
    };
    match dice.once_in(3) {
        true => arabic_digits(&written),
        false => written,
    }
}

/// The rows of a sheet somebody might write: titles above, headings in some
/// spelling and order, blanks between, a total below.
fn rows(dice: &mut Dice, meant: &[Meant]) -> Vec<Vec<String>> {
    const HEADINGS: [&[&str]; 6] = [
        &["الرمز", "رمز الأسره", "كود الأسرة", "code", "Family No."],
        &["name_ar", "الاسم بالعربي", "اسم الأسرة عربي", "الإسم العربي"],
        &["commission", "العمولة %", "نسبة العموله", "Commission rate"],
        &["fee", "الرسم اليومي", "رسوم المشاركة (درهم)", "Daily fee"],
        &["phone", "الجوال", "رقم الهاتف", "Mobile no."],
        &[
            "licence_expiry",
            "تاريخ انتهاء الرخصة",
            "سارية حتى",
            "Valid until",
        ],
    ];
    let mut order: Vec<Option<usize>> = (0..6).map(Some).collect();
    order.extend((0..dice.below(3)).map(|_| None));
    dice.shuffle(&mut order);
    let mut rows = Vec::new();
    for _ in 0..dice.below(3) {
        rows.push(vec!["بازار الحكاية".to_owned()]);
        rows.push(Vec::new());
    }
    let heading = |dice: &mut Dice, column: &Option<usize>| match column {
        Some(column) => (*dice.of(HEADINGS[*column])).to_owned(),
        None => String::new(),
    };
    rows.push(order.iter().map(|column| heading(dice, column)).collect());
    for meant in meant {
        if dice.once_in(8) {
            rows.push(Vec::new());
        }
        let cells = order.iter().map(|column| match column {
            Some(0) => meant.code.clone(),
            Some(1) => meant.name.clone(),
            Some(2) => meant.commission.map_or(String::new(), |rate| {
                let rate = format!("{}.{:02}", rate / 100, rate % 100);
                format!("{}%", number(dice, rate))
            }),
            Some(3) => meant.fee.map_or(String::new(), |fee| amount(dice, fee)),
            Some(4) => meant.phone.clone().map_or(String::new(), |phone| {
                // As a spreadsheet leaves it that took it for a number.
                let eaten = phone.starts_with("05") && dice.once_in(3);
                number(dice, if eaten { phone[1..].to_owned() } else { phone })
            }),
            Some(5) => meant.expiry.map_or(String::new(), |day| date(dice, day)),
            _ => String::new(),
        });
        let cells = cells.collect();
        rows.push(cells);
    }
    if dice.once_in(3) {
        let total = order.iter().map(|column| match column {
            Some(1) => "الإجمالي".to_owned(),
            Some(3) => "1000".to_owned(),
            _ => String::new(),
        });
        rows.push(total.collect());
    }
    rows
}

pub fn as_text(dice: &mut Dice, rows: &[Vec<String>]) -> Vec<u8> {
    let separator = *dice.of(&[',', ';', '\t']);
    let end = *dice.of(&["\n", "\r\n"]);
    let quoted = |cell: &String| match cell.contains([separator, '"']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(quoted).collect();
        cells.join(&separator.to_string())
    };
    let text: String = rows.iter().map(|row| line(row) + end).collect();
    match dice.below(3) {
        0 => text.into_bytes(),
        1 => format!("\u{feff}{text}").into_bytes(),
        _ => {
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        }
    }
}

pub fn as_workbook(dice: &mut Dice, rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    if dice.once_in(3) {
        let notes = workbook.add_worksheet().set_name("ملاحظات").unwrap();
        notes.write(0, 0, "تُملأ هذه القائمة").unwrap();
    }
    let sheet = workbook.add_worksheet();
    for (at, row) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            let plain = !cell.starts_with('0') && cell.chars().all(|c| c.is_ascii_digit());
            match cell.parse::<f64>() {
                Ok(number) if plain => sheet.write(at, column, number).unwrap(),
                _ => sheet.write(at, column, cell).unwrap(),
            };
        }
    }
    if dice.once_in(4) {
        let below = u32::try_from(rows.len()).unwrap() + 3;
        let plain = Format::new();
        sheet
            .merge_range(below, 0, below + 2, 2, "", &plain)
            .unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// The same as an OpenDocument spreadsheet, as LibreOffice writes one: what is blank is
/// only counted, and codes may be merged over rows that hold nothing.
pub fn as_open_document(dice: &mut Dice, rows: &[Vec<String>]) -> Vec<u8> {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |cell: &String, spans: &str| {
        let text = escaped(cell);
        let plain = !cell.starts_with('0') && cell.chars().all(|c| c.is_ascii_digit());
        match cell.as_str() {
            "" => format!("<table:table-cell{spans}/>"),
            number if plain => format!(
                "<table:table-cell{spans} office:value-type=\"float\" office:value=\"{number}\">\
                 <text:p>{number}</text:p></table:table-cell>"
            ),
            _ => format!(
                "<table:table-cell{spans} office:value-type=\"string\"><text:p>{text}</text:p>\
                 </table:table-cell>"
            ),
        }
    };
    let mut table = String::new();
    for row in rows {
        if row.is_empty() {
            table += "<table:table-row><table:table-cell \
                      table:number-columns-repeated=\"16384\"/></table:table-row>";
            continue;
        }
        let cells = row.iter().map(|one| {
            let spans = match dice.once_in(20) {
                true => " table:number-rows-spanned=\"1\" table:number-columns-spanned=\"1\"",
                false => "",
            };
            cell(one, spans)
        });
        table += &format!(
            "<table:table-row>{}</table:table-row>",
            cells.collect::<String>()
        );
    }
    if dice.once_in(4) {
        table += "<table:table-row><table:table-cell table:number-rows-spanned=\"3\" \
                  table:number-columns-spanned=\"3\"/><table:covered-table-cell \
                  table:number-columns-repeated=\"2\"/></table:table-row>";
    }
    table += "<table:table-row table:number-rows-repeated=\"1048500\"><table:table-cell \
              table:number-columns-repeated=\"16384\"/></table:table-row>";
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet><table:table table:name=\"sheet\">{table}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ] {
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        packed.start_file(name, options).unwrap();
        packed.write_all(part.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// A few bytes changed, removed, doubled, or the whole cut short.
pub fn damaged(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    const TELLING: &[u8] = b"\",;\t\n\r=<>&%/0\xd9\xff\x00-.9AFM";
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(6) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            1 if !bytes.is_empty() => bytes[at] = *dice.of(TELLING),
            2 => bytes.insert(at, *dice.of(TELLING)),
            3 if !bytes.is_empty() => {
                bytes.remove(at);
            }
            4 => {
                let end = (at + dice.below(60)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ if dice.once_in(6) => bytes.truncate(at),
            _ => {}
        }
    }
    bytes
}

/// One thing in the XML of a workbook's part changed so that it still looks like XML:
/// a cell moved, a range stretched, a type exchanged, a row doubled, a value damaged.
fn rewritten(dice: &mut Dice, xml: &str) -> String {
    const OPEN_DOCUMENT: [(&str, &str); 14] = [
        ("<table:table-cell", "<table:covered-table-cell"),
        ("</table:table-cell>", ""),
        ("</table:table-row>", ""),
        ("</table:table>", ""),
        ("<text:p>", "<text:p><office:annotation>"),
        ("<text:p>", "<text:p><text:s text:c=\"999999999999\"/>"),
        (
            "<table:table-row>",
            "<table:table-row table:number-rows-repeated=\"1048576\">",
        ),
        (
            "<table:table-row>",
            "<table:table-row table:number-rows-repeated=\"-1\">",
        ),
        (
            "<table:table-cell",
            "<table:table-cell table:number-columns-repeated=\"16384\"",
        ),
        (
            "<table:table-cell",
            "<table:table-cell table:number-rows-spanned=\"1048576\"",
        ),
        (
            "office:value-type=\"string\"",
            "office:value-type=\"percentage\"",
        ),
        (
            "office:value-type=\"string\"",
            "calcext:value-type=\"error\"",
        ),
        ("office:value-type=\"string\"", "table:formula=\"of:=1\""),
        ("office:value=\"", "office:value=\"1e"),
    ];
    const EXCEL: [(&str, &str); 16] = [
        ("t=\"s\"", "t=\"n\""),
        ("t=\"s\"", "t=\"e\""),
        ("t=\"s\"", "t=\"b\""),
        ("t=\"s\"", "t=\"inlineStr\""),
        ("<v>", "<v>-"),
        ("<v>1", "<v>99999999"),
        ("</v>", "e308</v>"),
        ("<v>", "<f>A1*2</f><v>"),
        ("r=\"A", "r=\"XFD"),
        ("r=\"B", "r=\"A"),
        ("<row r=\"2\"", "<row r=\"1048576\""),
        ("<dimension ref=\"", "<dimension ref=\"A1:XFD1048576:"),
        (
            "<sheetData>",
            "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells><sheetData>",
        ),
        (
            "</sheetData>",
            "</sheetData><mergeCells><mergeCell ref=\"A2:A9\"/><mergeCell ref=\"ZZZ\"/></mergeCells>",
        ),
        ("<si>", "<si><t>المجموع</t></si><si>"),
        ("<c ", "<c s=\"4294967295\" "),
    ];
    let (from, to) = match xml.contains("<table:table") {
        true => *dice.of(&OPEN_DOCUMENT),
        false => *dice.of(&EXCEL),
    };
    let places: Vec<usize> = xml.match_indices(from).map(|(at, _)| at).collect();
    if places.is_empty() {
        return String::from_utf8_lossy(&damaged(dice, xml.as_bytes())).into_owned();
    }
    let at = *dice.of(&places);
    format!("{}{to}{}", &xml[..at], &xml[at + from.len()..])
}

/// The workbook with one of its parts rewritten, packed again.
pub fn repacked(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let touched: Vec<usize> = (0..archive.len())
        .filter(|part| {
            let file = archive.by_index(*part).unwrap();
            let name = file.name().unwrap();
            let parts = ["sheet", "sharedStrings", "styles", "content.xml"];
            parts.iter().any(|part| name.contains(part))
        })
        .collect();
    let touched = *dice.of(&touched);
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..archive.len() {
        let mut file = archive.by_index(part).unwrap();
        let mut content = String::new();
        file.read_to_string(&mut content).unwrap();
        if part == touched {
            content = rewritten(dice, &content);
        }
        let options =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        packed.start_file(file.name().unwrap(), options).unwrap();
        packed.write_all(content.as_bytes()).unwrap();
    }
    packed.finish().unwrap().into_inner()
}

/// A bazaar that such files are brought to, and what became of them.
pub struct Desk {
    pub story: Story,
    path: PathBuf,
    pub taken: usize,
    pub told: usize,
    pub unreadable: usize,
}

impl Desk {
    pub fn of(story: Story) -> Self {
        Desk {
            path: story.folder().join("brought"),
            story,
            taken: 0,
            told: 0,
            unreadable: 0,
        }
    }

    fn records(&self) -> u64 {
        self.story
            .till
            .store()
            .read(|books| books.head())
            .unwrap()
            .seq
    }

    /// Brings a file: plans it, and takes it in where the plan has no problems.
    pub fn bring(&mut self, bytes: &[u8], kind: TableKind) -> Option<Plan> {
        std::fs::write(&self.path, bytes).unwrap();
        let before = self.records();
        let (till, huda) = (&self.story.till, &self.story.huda);
        let plan = match till.plan_import(huda, &self.path, kind, &mut |_, _| {}) {
            Ok(plan) => plan,
            Err(Error::Fault(Fault::Table(_))) => {
                self.unreadable += 1;
                assert_eq!(self.records(), before);
                return None;
            }
            Err(other) => panic!("neither a plan nor a fault of the file: {other}"),
        };
        assert_eq!(self.records(), before, "a plan writes nothing");
        let answer = till.take_in(huda, plan.clone(), |_, _| {});
        if !plan.problems.is_empty() {
            let Err(Error::Refused(refusal)) = answer else {
                panic!("taken in with problems");
            };
            assert!(matches!(
                *refusal,
                Refusal::Import(ImportRefusal::Problems(_))
            ));
            assert_eq!(self.records(), before, "half an import");
            self.told += 1;
            return None;
        }
        answer.unwrap();
        let written = plan.changes.len() as u64;
        assert_eq!(
            self.records(),
            before + written + 1,
            "each change and the file"
        );
        let catalogue = till.catalogue().unwrap();
        for planned in &plan.changes {
            match &planned.change {
                Change::Family { new, .. } => {
                    assert_eq!(catalogue.family(&new.code), Some(&**new));
                }
                Change::Line { new, .. } => assert_eq!(catalogue.line(&new.sku), Some(&**new)),
                Change::Order(order) => {
                    let id = shop_order_id(&order.request.shop);
                    let read = till.store().read(move |books| books.order(id));
                    let taken = read.unwrap().expect("the order is taken").order;
                    assert_eq!((taken.total, &taken.customer), {
                        let wanted = &order.request.wanted;
                        (order.total, &wanted.customer)
                    });
                }
            }
        }
        self.taken += 1;
        Some(plan)
    }

    /// What the register holds is what was meant.
    fn check(&self, meant: &[Meant]) {
        let catalogue = self.story.till.catalogue().unwrap();
        for meant in meant {
            let family = catalogue.family(&meant.code.parse().unwrap()).unwrap();
            assert_eq!(family.name.ar, meant.name, "{}", meant.code);
            assert_eq!(
                family.commission.map(Bps::get),
                meant.commission,
                "{}",
                meant.code
            );
            assert_eq!(family.day_fee, meant.fee.map(fils), "{}", meant.code);
            assert_eq!(
                family.phone,
                meant.phone.clone().unwrap_or_default(),
                "{}",
                meant.code
            );
        }
    }
}

/// Brings so many files made from one seed. Of each ten, two are whole.
fn bring(seed: u64, files: usize) {
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let mut desk = Desk::of(Story::begin());
    for file in 0..files {
        let meant = meant(&mut dice);
        let rows = rows(&mut dice, &meant);
        let whole = match file % 2 {
            0 => as_text(&mut dice, &rows),
            _ if file % 4 == 1 => as_open_document(&mut dice, &rows),
            _ => as_workbook(&mut dice, &rows),
        };
        match file % 10 {
            0 | 1 => {
                let plan = desk.bring(&whole, TableKind::Families);
                let plan = plan.unwrap_or_else(|| panic!("file {file} of seed {seed}: {rows:#?}"));
                assert_eq!(
                    plan.rows,
                    meant.len(),
                    "file {file} of seed {seed}: {rows:#?}"
                );
                desk.check(&meant);
            }
            3 | 5 | 7 => {
                let changed = repacked(&mut dice, &whole);
                desk.bring(&changed, TableKind::Families);
            }
            _ => {
                let kind = *dice.of(&[TableKind::Families, TableKind::Families, TableKind::Lines]);
                let changed = damaged(&mut dice, &whole);
                desk.bring(&changed, kind);
            }
        }
    }
    let (taken, told, unreadable) = (desk.taken, desk.told, desk.unreadable);
    println!("{taken} taken in, {told} refused with their places, {unreadable} unreadable");
    assert!(taken > files / 4 && told > files / 50 && unreadable > files / 20);
}

#[test]
fn the_first_of_ten_thousand_files() {
    bring(20_261_101, 2_500);
}

#[test]
fn the_second_of_ten_thousand_files() {
    bring(20_261_102, 2_500);
}

#[test]
fn the_third_of_ten_thousand_files() {
    bring(20_261_103, 2_500);
}

#[test]
fn the_last_of_ten_thousand_files() {
    bring(20_261_104, 2_500);
}
