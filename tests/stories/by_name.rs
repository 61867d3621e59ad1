//! Lists without codes, as charities keep them: families are known by their names,
//! new ones get the next code, and goods find their family by its name.

use rust_xlsxwriter::{Format, Workbook};
use sanduq::domain::money::Bps;
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::reports::table::CellReason;
use sanduq::services::import::{Plan, ProblemReason};
use sanduq::services::notice::{Notice, problem_in_words};

use crate::bazaar::{Story, family, sku};

fn codes(plan: &Plan) -> Vec<&str> {
    let changes = plan.changes.iter();
    changes.map(|planned| planned.change.code()).collect()
}

fn problems(plan: &Plan) -> Vec<(u32, ProblemReason)> {
    let problems = plan.problems.iter();
    problems
        .map(|problem| (problem.place.row, problem.reason.clone()))
        .collect()
}

/// A title, two rows of headings, running numbers and a total, and no codes.
const LIST: &str = "كشف الأسر المنتجة,,,,\n\
     م,اسم الأسرة التجاري,بيانات التواصل,,الباقة\n\
     ,,اسم المسؤول,رقم الجوال,\n\
     1,أسرة عُودٌ و بخـور,مريم,501234567,إبداع\n\
     2,مخبز التنّور,سارة,+971 50 765 4321,أطايب\n\
     3,,,,\n\
     4,سلال النخيل,شيخة,٠٥٠١١١٢٢٣٣,أطايب\n\
     الإجمالي,3 أسر,,,\n";

#[test]
fn families_without_codes_are_known_by_name_and_new_ones_get_the_next_code() {
    let story = Story::begin();
    let path = story.file("list.csv", LIST);
    let plan = story.plan_families(&path);
    assert_eq!(problems(&plan), []);
    assert_eq!(codes(&plan), ["F11", "F21", "F22"]);
    assert_eq!((plan.created(), plan.updated()), (2, 1));
    let left_out: Vec<u32> = plan.totals_left_out.iter().map(|total| total.row).collect();
    assert_eq!(left_out, [8]);

    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    let incense = catalogue.family(&family("F11")).unwrap();
    assert_eq!(
        (incense.contact.as_str(), incense.phone.as_str()),
        ("مريم", "0501234567")
    );
    assert_eq!(
        catalogue.family(&family("F22")).unwrap().name.ar,
        "سلال النخيل"
    );
    let again = story.plan_families(&path);
    assert_eq!((again.unchanged, again.changes.len()), (3, 0));
}

#[test]
fn a_name_that_is_not_one_familys_is_told_by_its_row() {
    let story = Story::begin();
    let path = story.file("two.csv", "code,name,phone\nF50,عود وبخور,\n");
    let plan = story.plan_families(&path);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();

    let path = story.file(
        "list.csv",
        "اسم الأسرة,الجوال\nعود وبخور,0501112233\nتمور الواحة,\nتُمُور الواحه,\n",
    );
    let two = || ProblemReason::AmbiguousFamily {
        codes: vec![family("F11"), family("F50")],
    };
    let plan = story.plan_families(&path);
    assert_eq!(
        problems(&plan),
        [(2, two()), (4, ProblemReason::Twice { first_row: 3 })]
    );

    let path = story.file(
        "goods.csv",
        "اسم الأسرة,الصنف,السعر\nبهارات الخليج,كركم,\"٢٥ درهم\"\nF10,كمون,15\n\
         عود وبخور,مبخرة,40\nأسرة مجهولة,شيء,10\n",
    );
    let plan = story.plan_lines(&path);
    assert_eq!(codes(&plan), ["F10-01", "F10-02"]);
    assert_eq!(
        problems(&plan),
        [(4, two()), (5, ProblemReason::UnknownFamily)]
    );
}

#[test]
fn the_names_of_families_are_not_taken_for_those_of_goods() {
    let story = Story::begin();
    let path = story.file(
        "goods.csv",
        "رمز الأسرة,اسم الأسرة عربي,اسم الصنف عربي,السعر\nF10,بهارات الخليج,كركم,25\n",
    );
    let plan = story.plan_lines(&path);
    assert_eq!(plan.changes[0].change.name().ar, "كركم");
}

#[test]
fn what_the_headings_lack_is_told_in_words_a_person_writes() {
    let story = Story::begin();
    let path = story.file(
        "goods.csv",
        "كشف\nاسم الأسرة,الصنف,الكمية\nعود وبخور,مبخرة,4\n",
    );
    let refusal = story.till.plan_lines(&story.huda, &path, &mut |_, _| {});
    let refusal = refusal.unwrap_err();
    for (language, expected) in [
        (
            Language::Arabic,
            "في ورقة goods يبدو أن الصف 2 هو صف العناوين، وينقصه: «سعر الوحدة»",
        ),
        (
            Language::English,
            "In sheet goods row 2 looks like the headings, but lacks: “price per unit”",
        ),
    ] {
        let notice = Notice::of(&refusal, Texts::of(language, Digits::Latin), None);
        let said = bidi::without_controls(&notice.text);
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn words_that_are_not_known_are_told_in_the_readers_language() {
    let story = Story::begin();
    let path = story.file(
        "list.csv",
        "اسم الأسرة,نوع الرخصة,تاريخ انتهاء الرخصة\nتمور الواحة,ترخيص منزلي,غير محدد\n\
         سـلال النخيل,بلدية,\n",
    );
    let plan = story.plan_families(&path);
    let changed = &plan.changes[0].change;
    assert_eq!((changed.code(), changed.is_new()), ("F21", true));
    let [problem] = plan.problems.as_slice() else {
        panic!("not one problem: {:?}", plan.problems);
    };
    for (language, words) in [
        (Language::Arabic, "اعتماد · وثيقة عمل حر · "),
        (Language::English, "home · freelance · "),
    ] {
        let texts = Texts::of(language, Digits::Latin);
        let (_, said) = problem_in_words(problem, texts);
        assert!(bidi::without_controls(&said).contains(words), "{said}");
    }

    let path = story.file("stretched.csv", "اسم الأسرة,الباقة\nســلال  النخيـل,أطايب\n");
    let plan = story.plan_families(&path);
    assert_eq!(plan.changes[0].change.name().ar, "سلال النخيل");
}

#[test]
fn the_feet_of_a_list_and_its_headings_once_more_are_no_families() {
    let story = Story::begin();
    let path = story.file(
        "list.csv",
        "م,اسم الأسرة,الجوال,ملاحظات\n1,تمور الواحة,0501112233,Total\n\
         م,اسم الأسرة,الجوال,\n2,سلال النخيل,لا يوجد,\n,المجموع: 2,,\n,عدد الأسر,2,\n\
         ,توقيع المسؤول,,\n3,نسيج الشمال,غير موجود,\n",
    );
    let plan = story.plan_families(&path);
    assert_eq!(codes(&plan), ["F21", "F22"]);
    let left_out: Vec<u32> = plan.totals_left_out.iter().map(|total| total.row).collect();
    assert_eq!(left_out, [5, 6, 7]);
    let not_a_phone = ProblemReason::Cell(CellReason::NotAPhone);
    assert_eq!(problems(&plan), [(8, not_a_phone)]);
}

#[test]
fn what_is_known_by_name_keeps_its_names_and_its_account() {
    let story = Story::begin();
    let first = story.file(
        "first.csv",
        "code,name_ar,name_en,iban\nF60,مخبز الديرة,Deira Bakery,AE070331234567890123456\n",
    );
    let plan = story.plan_families(&first);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let path = story.file(
        "list.csv",
        "اسم الأسرة,الجوال,الآيبان\nDeira Bakery,0501112233,\nعود وبخور,0507654321,\n\
         Rose Garden,0509998877,\n",
    );
    let plan = story.plan_families(&path);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    let bakery = catalogue.family(&family("F60")).unwrap();
    assert_eq!(
        (bakery.name.ar.as_str(), bakery.name.en.as_str()),
        ("مخبز الديرة", "Deira Bakery")
    );
    assert_eq!(bakery.phone, "0501112233");
    let rose = catalogue.family(&family("F61")).unwrap();
    assert_eq!(
        (rose.name.ar.as_str(), rose.name.en.as_str()),
        ("", "Rose Garden")
    );

    let path = story.file(
        "account.csv",
        "code,name,iban\nF60,مخبز الديرة,AE070331234567890123456\n",
    );
    let plan = story.plan_families(&path);
    assert_eq!(problems(&plan), []);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let path = story.file(
        "namesake.csv",
        "اسم الأسرة,الآيبان\nمخبز الديره,AE460090000000123456789\n",
    );
    let code = family("F60");
    assert_eq!(
        problems(&story.plan_families(&path)),
        [(2, ProblemReason::OtherAccount { code })]
    );
}

#[test]
fn goods_without_codes_are_found_by_either_name_and_keep_both() {
    let story = Story::begin();
    let path = story.file(
        "goods.csv",
        "family_code,name_ar,name_en,price\nF10,كركم,Turmeric,10\n",
    );
    let plan = story.plan_lines(&path);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    for (name, price) in [("كركُم", 12), ("turmeric", 14)] {
        let text = format!("الأسرة,الصنف,السعر\nبهارات الخليج,{name},{price}\n");
        let plan = story.plan_lines(&story.file("again.csv", &text));
        assert_eq!((plan.created(), plan.updated()), (0, 1), "{name}");
        story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
        let catalogue = story.till.catalogue().unwrap();
        let line = catalogue.line(&sku("F10-01")).unwrap();
        assert_eq!(
            (line.name.ar.as_str(), line.name.en.as_str()),
            ("كركم", "Turmeric")
        );
    }
}

#[test]
fn a_sheet_leaves_alone_what_only_another_sheet_speaks_of() {
    let story = Story::begin();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in [
        ["Code", "Family name", "Commission"],
        ["F70", "Rose Garden", "15%"],
    ]
    .iter()
    .enumerate()
    {
        for (column, cell) in cells.iter().enumerate() {
            sheet.write(row as u32, column as u16, *cell).unwrap();
        }
    }
    let sheet = workbook.add_worksheet();
    for (row, cells) in [["Code", "Contact"], ["F11", "مريم"]].iter().enumerate() {
        for (column, cell) in ["Family name"].iter().chain(cells.iter()).enumerate() {
            let cell = match (row, column) {
                (1, 0) => "عود وبخور",
                _ => *cell,
            };
            sheet.write(row as u32, column as u16, cell).unwrap();
        }
    }
    let path = story.folder().join("two.xlsx");
    workbook.save(&path).unwrap();
    let plan = story.plan_families(&path);
    assert_eq!(problems(&plan), []);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    let incense = catalogue.family(&family("F11")).unwrap();
    assert_eq!(
        (incense.commission, incense.contact.as_str()),
        (Bps::new(1250), "مريم")
    );
}

#[test]
fn a_subtotal_under_a_merged_family_is_no_thing_for_sale() {
    let story = Story::begin();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, heading) in ["Family", "Item", "Price"].iter().enumerate() {
        sheet.write(0, column as u16, *heading).unwrap();
    }
    let plain = Format::new();
    sheet.merge_range(1, 0, 3, 0, "F10", &plain).unwrap();
    for (row, (item, price)) in [("Cumin", 15), ("Saffron", 40), ("Total for spices", 55)]
        .iter()
        .enumerate()
    {
        sheet.write(row as u32 + 1, 1, *item).unwrap();
        sheet.write(row as u32 + 1, 2, *price).unwrap();
    }
    let path = story.folder().join("goods.xlsx");
    workbook.save(&path).unwrap();
    let plan = story.plan_lines(&path);
    assert_eq!(codes(&plan), ["F10-01", "F10-02"]);
    assert_eq!(plan.totals_left_out[0].row, 4);
}
