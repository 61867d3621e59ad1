//! Imports looked at before anything is written: what would be created, changed and
//! refused, what may be known already, and that taking in writes just that.

use sanduq::domain::id::Bilingual;
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::services::Refusal;
use sanduq::services::import::{Change, ImportRefusal, Likeness, ProblemReason};

use crate::bazaar::{Story, family, fils, refused, sku};

fn records(story: &Story) -> u64 {
    story.till.store().read(|books| books.head()).unwrap().seq
}

#[test]
fn a_plan_shows_what_would_change_and_writes_nothing() {
    let story = Story::begin();
    let path = story.file(
        "families.csv",
        "الرمز,اسم الأسرة,الباقة,العمولة,الهاتف\n\
         F11,عود وبخور,إبداع,15%,٠٥٠١٢٣٤٥٦٧\n\
         F30,أسرة الورد,أطايب,,501234599\n\
         ,المجموع,,,\n",
    );
    let before = records(&story);
    let plan = story.plan_families(&path);
    assert_eq!(records(&story), before);
    assert_eq!((plan.created(), plan.updated(), plan.unchanged), (1, 1, 0));
    assert_eq!((plan.rows, plan.problems.len()), (2, 0));
    assert_eq!(plan.totals_left_out[0].row, 4);

    let english = Texts::of(Language::English, Digits::Latin);
    let catalogue = story.till.catalogue().unwrap();
    let fields: Vec<(String, String, String)> = plan.changes[0]
        .fields(english, &catalogue)
        .into_iter()
        .map(|field| {
            let plain = |text: &str| bidi::without_controls(text);
            (plain(&field.title), plain(&field.old), plain(&field.new))
        })
        .collect();
    let field = |title: &str, old: &str, new: &str| (title.into(), old.into(), new.into());
    assert_eq!(
        fields,
        [
            field("Package", "أطايب", "إبداع"),
            field("Phone", "", "0501234567"),
            field("Commission", "12.5%", "15%"),
        ]
    );

    let taken = story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let registered = taken.registered;
    assert_eq!((registered.created, registered.updated), (1, 1));
    assert_eq!(records(&story), before + 3, "two families and the file");
    let catalogue = story.till.catalogue().unwrap();
    let rose = catalogue.family(&family("F30")).unwrap();
    assert_eq!(rose.phone, "0501234599", "the zero Excel took is back");
    assert_eq!(story.plan_families(&path).unchanged, 2);
}

#[test]
fn a_register_changed_in_between_is_noticed() {
    let story = Story::begin();
    let one = story.file("one.csv", "code,name\nF30,أسرة الورد\n");
    let two = story.file("two.csv", "code,name\nF31,أسرة النخيل\n");
    let planned = story.plan_families(&one);
    story.till.import_families(&story.huda, &two).unwrap();
    let before = records(&story);
    let late = story.till.take_in(&story.huda, planned, |_, _| {});
    assert_eq!(
        refused(late),
        Refusal::Import(ImportRefusal::RegisterChanged)
    );
    assert_eq!(records(&story), before);
    let again = story.plan_families(&one);
    story.till.take_in(&story.huda, again, |_, _| {}).unwrap();
}

#[test]
fn a_plan_with_problems_is_not_taken_in() {
    let story = Story::begin();
    let path = story.file(
        "lines.csv",
        "family_code,name,price\nF06,قهوة سوداء,9.50\nF06,شاي,خمسة\nF06,كرك,9999999999999\n",
    );
    let plan = story.plan_lines(&path);
    let rows: Vec<u32> = plan
        .problems
        .iter()
        .map(|problem| problem.place.row)
        .collect();
    assert_eq!((plan.created(), rows), (1, vec![3, 4]));
    assert!(!plan.is_worth_taking());
    let before = records(&story);
    let answer = story.till.take_in(&story.huda, plan, |_, _| {});
    assert!(matches!(
        refused(answer),
        Refusal::Import(ImportRefusal::Problems(problems)) if problems.len() == 2
    ));
    assert_eq!(records(&story), before);
}

#[test]
fn what_may_be_known_already_is_pointed_out_and_not_refused() {
    let story = Story::begin();
    let path = story.file(
        "families.csv",
        "code,name,phone,licence number\n\
         F40,أسرة عُودٌ و بخـور,,\n\
         F41,أسرة النخيل,0501112233,L-9\n\
         F42,عائلة نخيل,,\n\
         F43,أسرة أخرى,+971 50 111 2233,\n\
         F44,أسرة ثالثة,,ل-٩\n\
         F45,أسرة رابعة,,l 9\n",
    );
    let plan = story.plan_families(&path);
    let found: Vec<(&str, &str, Option<u32>, Likeness)> = plan
        .suspected
        .iter()
        .map(|suspected| {
            let other = &suspected.other;
            (
                suspected.code.as_str(),
                other.code.as_str(),
                other.row,
                suspected.alike,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("F40", "F11", None, Likeness::Name),
            ("F42", "F41", Some(3), Likeness::Name),
            ("F43", "F41", Some(3), Likeness::Phone),
            ("F45", "F41", Some(3), Likeness::Licence),
        ]
    );
    assert!(plan.is_worth_taking());

    let arabic = Texts::of(Language::Arabic, Digits::Latin);
    let said = bidi::without_controls(&plan.suspected[1].said(arabic));
    assert_eq!(said, "الاسم نفسه لدى F41 (أسرة النخيل) في الصف 3");
}

#[test]
fn a_thing_named_twice_without_a_code_is_told_by_its_row() {
    let story = Story::begin();
    let path = story.file(
        "lines.csv",
        "family_code,name,price\nF06,قهوة بالهيل,9\nF06,قهوه بالهَيل,9\nF05,قهوة بالهيل,12\n",
    );
    let plan = story.plan_lines(&path);
    let [problem] = plan.problems.as_slice() else {
        panic!("not one problem: {:?}", plan.problems);
    };
    assert_eq!((problem.place.row, problem.place.column), (3, "name_ar"));
    assert_eq!(problem.reason, ProblemReason::Twice { first_row: 2 });

    // A code that the file gives is not given a second time.
    let path = story.file(
        "codes.csv",
        "sku,family_code,name,price\n,F06,شاي,4\nF06-01,F06,حليب,5\n,F06,زعتر,6\n",
    );
    let plan = story.plan_lines(&path);
    let codes: Vec<&str> = plan
        .changes
        .iter()
        .map(|planned| planned.change.code())
        .collect();
    assert_eq!(codes, ["F06-02", "F06-01", "F06-03"]);
}

#[test]
fn a_barcode_of_another_line_is_told_by_its_place() {
    let story = Story::begin();
    let first = story.file(
        "a.csv",
        "sku,family_code,name,price,barcode\nTEA,F06,شاي,4,777\n",
    );
    story.till.import_lines(&story.huda, &first).unwrap();
    let path = story.file(
        "b.csv",
        "sku,family_code,name,price,barcode\nMILK,F06,حليب,4,777\n",
    );
    let plan = story.plan_lines(&path);
    let taken = ProblemReason::BarcodeTaken {
        sku: "TEA".to_owned(),
    };
    assert_eq!(
        (plan.problems[0].place.row, &plan.problems[0].reason),
        (2, &taken)
    );
    // Where the file moves the barcode on, it is free.
    let path = story.file(
        "c.csv",
        "sku,family_code,name,price,barcode\nMILK,F06,حليب,4,777\nTEA,F06,شاي,4,778\n",
    );
    story.till.import_lines(&story.huda, &path).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    assert_eq!(catalogue.line_by_barcode("777").unwrap().sku, sku("MILK"));
}

#[test]
fn a_name_broken_over_two_lines_is_one_name() {
    let story = Story::begin();
    let path = story.file("f.csv", "code,name,fee\nF50,\"أسرة\n الورد\",٥٫٥٠ درهم\n");
    let plan = story.plan_families(&path);
    let Change::Family { old: None, new } = &plan.changes[0].change else {
        panic!("no new family");
    };
    assert_eq!(new.name, Bilingual::new("أسرة الورد", ""));
    assert_eq!(new.day_fee, Some(fils(550)));
}

#[test]
fn only_an_organiser_looks_at_an_import() {
    let story = Story::begin();
    let path = story.file("f.csv", "code,name\nF50,أسرة الورد\n");
    let answer = story.till.plan_families(&story.badr, &path, &mut |_, _| {});
    assert!(matches!(refused(answer), Refusal::Role(_)));
}

#[test]
fn a_file_leaves_alone_what_it_is_silent_about() {
    let story = Story::begin();
    let first = story.file(
        "f.csv",
        "code,name,licence kind,licence number,licence expiry,active\n\
         F50,أسرة الورد,اعتماد,L-1,31/3/2027,لا\n",
    );
    story.till.import_families(&story.huda, &first).unwrap();
    let renewed = story.file(
        "r.csv",
        "code,name,licence expiry\nF50,أسرة الورد,31/3/2028\n",
    );
    let plan = story.plan_families(&renewed);
    let catalogue = story.till.catalogue().unwrap();
    let english = Texts::of(Language::English, Digits::Latin);
    let fields = plan.changes[0].fields(english, &catalogue);
    let columns: Vec<&str> = fields.iter().map(|field| field.column).collect();
    assert_eq!(
        columns,
        ["licence_expiry"],
        "and it stays out of this bazaar"
    );
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();
    let catalogue = story.till.catalogue().unwrap();
    let rose = catalogue.family(&family("F50")).unwrap();
    let licence = rose.licence.as_ref().unwrap();
    assert_eq!((licence.number.as_str(), rose.active), ("L-1", false));
    assert_eq!(
        licence.expires,
        chrono::NaiveDate::from_ymd_opt(2028, 3, 31)
    );
}

#[test]
fn every_fault_of_a_row_is_told_in_the_order_of_the_file() {
    let story = Story::begin();
    let path = story.file(
        "f.csv",
        "code,name,package,phone,commission,licence expiry\n\
         F50,أسرة الورد,زهور,9.71501E+11,0.1,12/5/1448\nF50,أسرة,,,,\n",
    );
    let plan = story.plan_families(&path);
    let places: Vec<(u32, Option<&str>)> = plan
        .problems
        .iter()
        .map(|problem| (problem.place.row, problem.place.letter.as_deref()))
        .collect();
    let (c, d, e, f) = (Some("C"), Some("D"), Some("E"), Some("F"));
    assert_eq!(places, [(2, c), (2, d), (2, e), (2, f), (3, Some("A"))]);
    assert_eq!(plan.created(), 0, "a row with a fault changes nothing");
}

#[test]
fn a_name_where_there_was_none_is_a_change_from_nothing() {
    let story = Story::begin();
    let text = "code,name_ar,name_en\nF11,عود وبخور,Oud and Incense\n";
    let path = story.file("names.csv", text);
    let plan = story.plan_families(&path);
    assert_eq!((plan.created(), plan.updated()), (0, 1));
    let english = Texts::of(Language::English, Digits::Latin);
    let catalogue = story.till.catalogue().unwrap();
    let shown = plan.changes[0].fields(english, &catalogue);
    let shown: Vec<_> = shown
        .iter()
        .map(|field| {
            (
                field.column,
                field.old.as_str(),
                bidi::without_controls(&field.new),
            )
        })
        .collect();
    assert_eq!(shown, [("name_en", "", "Oud and Incense".to_owned())]);
    story.till.take_in(&story.huda, plan, |_, _| {}).unwrap();

    // A blank cell says nothing: it takes no name away.
    let path = story.file("blank.csv", "code,name_ar,name_en\nF11,عود وبخور,\n");
    let plan = story.plan_families(&path);
    assert_eq!(
        (plan.updated(), plan.unchanged),
        (0, 1),
        "{:?}",
        plan.changes
    );
}
