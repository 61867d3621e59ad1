//! Statements on pages of A4: looked at through poppler, which shares no code
//! with us. Its text must be what the family reads, in the order it reads it.

use std::path::PathBuf;
use std::process::Command;

use sanduq::domain::id::{Bilingual, SettlementId};
use sanduq::domain::money::{Currency, Money, Quantity};
use sanduq::domain::payout::Payout;
use sanduq::domain::settlement::{Settlement, SettlementContext, settle};
use sanduq::domain::statement::{SettledDay, Statement};
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::print::Typesetter;
use sanduq::print::papers::{Books, PaperLanguages, statement_foot, statement_page};
use sanduq::print::pdf::{A4, About, Pdf};
use uuid::Uuid;

use crate::families::{jam_and_makdous, payout, signed, sold, told, unsettled};
use crate::worked_day::{at, bazaar, date, family, money, names, number, on, staff};

const SEAL: &str = "9f3ac1d27b5e8046a1c3d5e7f90b1d2f3a4c5e6f708192a3b4c5d6e7f8091a2b";

fn books() -> Books {
    Books {
        record: 1_204,
        seal: SEAL.to_owned(),
        made: at(23, 5),
    }
}

/// The PDF of a statement, and how many pages it has.
fn pdf(statement: &Statement, languages: PaperLanguages) -> (Vec<u8>, usize) {
    on(&bazaar(), languages, |stationery| {
        let paper = statement_page(stationery, statement, Some(&staff("huda")));
        let pages = Typesetter::for_page(&A4, 110).pages(&paper, &A4, |page, pages| {
            statement_foot(stationery, statement, &books(), page, pages)
        });
        let mut pdf = Pdf::new();
        pages.iter().for_each(|page| pdf.page(page));
        let about = About {
            title: "F05".to_owned(),
            author: "Sanduq".to_owned(),
            language: languages.first.code(),
            right_to_left: languages.first.direction().is_right_to_left(),
            made: at(23, 5),
        };
        (pdf.finish(&about), pages.len())
    })
}

/// Keeps the PDF to be looked at.
fn kept(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("../shots/pdf");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, bytes).expect("the target folder can be written");
    file
}

fn poppler(program: &str, arguments: &[&str], file: &std::path::Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{program} must be installed (tests/run does): {error}"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("poppler writes UTF-8")
}

/// Its text, one line a line of the page, without marks of direction.
fn text_of(name: &str, bytes: &[u8]) -> Vec<String> {
    let file = kept(name, bytes);
    read(&poppler("pdftotext", &["-layout"], &file))
}

/// The text of one page.
fn text_of_page(file: &std::path::Path, page: usize) -> Vec<String> {
    let page = page.to_string();
    let asked = ["-layout", "-f", &page, "-l", &page];
    read(&poppler("pdftotext", &asked, file))
}

fn read(text: &str) -> Vec<String> {
    bidi::without_controls(text)
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}

#[track_caller]
fn holds(lines: &[String], wanted: &str) -> usize {
    let found = lines.iter().position(|line| line.contains(wanted));
    found.unwrap_or_else(|| panic!("{wanted:?} is not in:\n{}", lines.join("\n")))
}

fn with_everything() -> Statement {
    let paid = Payout {
        signed: None,
        family: family("F05"),
        amount: money(60_000),
        ..payout()
    };
    told(jam_and_makdous(), vec![paid], vec![])
}

/// Ten days of sixty product lines.
fn ten_days() -> Statement {
    let mut days: Vec<SettledDay> = Vec::new();
    for nth in 0..10 {
        let day = date(2026, 11, 20 + nth);
        let mut goods: Vec<_> = (0..60)
            .map(|line| {
                let sku = format!("F05-{line:02}");
                let arabic = format!("مربى منزلي رقم {line} بالزعفران والهيل");
                let name = (arabic.as_str(), "Home-made jam with saffron");
                sold(
                    &sku,
                    name,
                    1_250 + i64::from(line) * 25,
                    1 + i64::from(nth % 3),
                    1_000,
                )
            })
            .collect();
        for line in &mut goods {
            line.day = day;
        }
        goods[3].family_discount = money(200);
        goods[5].refunded_quantity = Quantity::units(1);
        goods[5].refunds = goods[5].unit_price;
        let brought_forward = days.last().map_or(Money::ZERO, SettledDay::carried_forward);
        let mut unsettled = unsettled("F05", goods);
        unsettled.brought_forward = brought_forward;
        let context = SettlementContext {
            id: SettlementId(Uuid::from_u128(u128::from(nth))),
            number: number(u64::from(nth) + 1),
            family_name: names().families[&family("F05")].clone(),
            day,
            cut: Vec::new(),
        };
        let settlement: Settlement = settle(unsettled, &[], context);
        let half = Payout {
            signed: None,
            family: family("F05"),
            amount: money(settlement.payable.minor() / 2),
            ..payout()
        };
        days.push(SettledDay {
            moved_before: Money::ZERO,
            settlement,
            payouts: vec![half],
            payments: Vec::new(),
            opening: Vec::new(),
            carried: Vec::new(),
        });
    }
    Statement::of(&days).expect("there are days")
}

#[test]
fn the_arabic_of_a_statement_reads_in_order_and_holds_its_sums() {
    let (bytes, pages) = pdf(&with_everything(), PaperLanguages::ARABIC);
    assert_eq!(pages, 2);
    let lines = text_of("statement-ar", &bytes);
    // What stands at the reading end of a row comes first in a line of poppler's.
    let in_order = [
        "كشف حساب أسرة بازار إنتاج",
        "رقم INTAJ8-T1-000012 مركز الأسر المنتجة بالشارقة",
        "الجمعة، 27 نوفمبر 2026 م",
        "17 جمادى الآخرة 1448 هـ",
        "مربى ومكدوس أم سعيد",
        "المستحق لكم",
        "1,109.10 د.إ",
        "فقط ألف ومئة وتسعة دراهم وعشرة فلوس لا غير",
        "بقي لكم: 509.10 د.إ",
        "ما بيع لكم",
        "1,170.00 130.00 9 سلة مكدوس ومربيات للهدايا",
        "خصم 15.00 على حسابكم",
        "270.00 22.50 12 مربى التين",
        "45.63 36.50 1.250 زيتون مرصوص",
        "متأخرة من 26/11/2026",
        "1,530.63 المبيعات بسعر القائمة",
        "15.00 خصومات على حسابكم",
        "45.00 مرتجعات",
        "منها 22.50 عن بيع يوم سابق",
        "1,470.63 صافي المبيعات",
        "4.50 عمولة 10% من 45.00",
        "2.28 عمولة 5% من 45.63",
        "138.00 عمولة 10% من 1,380.00",
        "25.00 إيجار الطاولة لليوم",
        "12.00 تعديل",
        "كسر صحن من أدوات البازار",
        "200.00 قسط السلفة",
        "المتبقي من السلفة 1,800.00",
        "60.00 نقد استلمتموه في ركنكم",
        "30.00 عربون طلب ملغى T1-000005",
        "لم تحضر العميلة لاستلام الطلب",
        "50.25 رصيد سابق لكم",
        "1,109.10 المستحق لكم",
        "600.00 صرف: نقدا من الخزنة",
        "509.10 الرصيد المدور لكم",
        "توقيع الجهة المنظمة توقيع الأسرة أو بصمتها",
        "المسؤول: هدى المنصوري",
        "صفحة 2 من 2 F05 · مربى ومكدوس أم سعيد",
        "حرر في 27/11/2026، 23:05 من السجل حتى القيد 1204",
        &format!("بصمة القيد: {SEAL}"),
    ];
    let mut rest = lines.as_slice();
    for wanted in in_order {
        let at = holds(rest, wanted);
        rest = &rest[at..];
    }
}

#[test]
fn a_statement_reads_in_english_and_in_both_languages() {
    let (bytes, _) = pdf(&with_everything(), PaperLanguages::ENGLISH);
    let lines = text_of("statement-en", &bytes);
    let in_order = [
        "Umm Saeed's Jam & Makdous",
        "Payable to you",
        "AED 1,109.10",
        "one thousand one hundred and nine dirhams and ten fils only",
        "Gift hamper 9 130.00 1,170.00",
        "Net sales 1,470.63",
        "Commission 10% of 1,380.00 138.00",
        "كسر صحن من أدوات البازار",
        "Carried forward to you 509.10",
        "Made on 27/11/2026, 23:05 from the books up to record 1204",
        &format!("Seal: {SEAL}"),
    ];
    let mut rest = lines.as_slice();
    for wanted in in_order {
        let at = holds(rest, wanted);
        rest = &rest[at..];
    }
    let (bytes, _) = pdf(&with_everything(), PaperLanguages::BOTH);
    let lines = text_of("statement-both", &bytes);
    for wanted in [
        "سلة مكدوس ومربيات للهدايا",
        "Gift hamper",
        "صافي المبيعات",
        "Net sales",
    ] {
        holds(&lines, wanted);
    }
}

#[test]
fn what_was_signed_on_the_screen_stands_on_the_page() {
    let paid = |payout: Payout| Payout {
        family: family("F05"),
        amount: money(60_000),
        ..payout
    };
    let drawn = told(jam_and_makdous(), vec![paid(signed())], vec![]);
    let (with_lines, _) = pdf(&drawn, PaperLanguages::ENGLISH);
    let lines = text_of("statement-signed", &with_lines);
    let caption = holds(&lines, "Signed for INTAJ8-T1-000004");
    let name = holds(&lines, "سالم");
    assert!(name > caption, "whose hand it is stands below it");
    let (without, _) = pdf(&with_everything(), PaperLanguages::ENGLISH);
    let words = text_of("statement-unsigned", &without);
    assert!(!words.iter().any(|line| line.contains("Signed for")));
    assert!(with_lines.len() > without.len() + 1000, "lines are drawn");
}

#[test]
fn a_long_statement_repeats_its_headings_and_numbers_its_pages() {
    let statement = ten_days();
    assert!(statement.adds_up());
    let (bytes, pages) = pdf(&statement, PaperLanguages::ARABIC);
    let file = kept("statement-long", &bytes);
    let info = poppler("pdfinfo", &[], &file);
    assert!(
        info.contains(&format!("Pages:           {pages}")),
        "{info}"
    );
    assert!(info.contains("A4"), "{info}");
    let lines = text_of("statement-long", &bytes);
    let with_goods: Vec<Vec<String>> = (1..=pages)
        .map(|page| text_of_page(&file, page))
        .filter(|lines| lines.iter().any(|line| line.contains(" 19 مربى منزلي رقم")))
        .collect();
    assert!(with_goods.len() > 1, "the goods go over the end of a page");
    for page in &with_goods {
        holds(page, "المبلغ السعر الكمية الصنف");
    }
    for page in 1..=pages {
        holds(&lines, &format!("صفحة {page} من {pages}"));
    }
    for line in 0..60 {
        let name = format!("مربى منزلي رقم {line} بالزعفران والهيل");
        holds(&lines, &name);
    }
    let texts = Texts::of(Language::Arabic, Digits::Latin);
    for day in &statement.days {
        let row = [
            day.carried_forward,
            day.paid,
            day.added,
            day.taken_off,
            day.net_sales,
        ]
        .map(|money| texts.amount(money, Currency::Aed))
        .join(" ");
        let row = format!("{row} {}", texts.date_with_weekday(day.day));
        holds(&lines, &bidi::without_controls(&row));
    }
}

#[test]
fn only_the_bundled_typeface_goes_in_and_only_the_letters_used() {
    let (bytes, _) = pdf(&with_everything(), PaperLanguages::BOTH);
    let file = kept("statement-fonts", &bytes);
    let fonts = poppler("pdffonts", &[], &file);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 2, "{fonts:?}");
    for font in fonts {
        assert!(font.contains("+Vazirmatn-"), "{font}");
        assert!(
            font.contains("yes yes yes"),
            "embedded, subset, unicode: {font}"
        );
    }
    assert!(bytes.len() < 60_000, "{} bytes", bytes.len());
}

#[test]
fn names_with_ligatures_and_vowel_marks_are_found() {
    let mut goods = sold("F05-01", ("عُودٌ لأبي عبد الله", "Oud"), 1_000, 1, 1_000);
    let plain = sold(
        "F05-02",
        ("لآلئ إلى الآن، لإهداء", "Pearls 500 ml"),
        1_000,
        1,
        1_000,
    );
    goods.organiser_discount = money(100);
    let context = SettlementContext {
        id: SettlementId(Uuid::from_u128(1)),
        number: number(1),
        family_name: Bilingual::new("أسرة أم عبد الله", ""),
        day: date(2026, 11, 27),
        cut: Vec::new(),
    };
    let settlement = settle(unsettled("F05", vec![goods, plain]), &[], context);
    let (bytes, pages) = pdf(&told(settlement, vec![], vec![]), PaperLanguages::ARABIC);
    assert_eq!(pages, 1, "a small day fits on one page");
    let lines = text_of("statement-letters", &bytes);
    for wanted in ["عود لأبي عبد الله", "لآلئ إلى الآن، لإهداء", "أسرة أم عبد الله"]
    {
        holds(&lines, wanted);
    }
}
