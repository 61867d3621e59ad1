//! Spreadsheets taken in: families, goods and sales of another shop.

use sanduq::domain::money::Money;
use sanduq::domain::sale::TenderKind;
use sanduq::services::Refusal;
use sanduq::services::import::{ImportRefusal, ProblemReason, TakeSales};

use crate::bazaar::{Story, family, fils, refused, sku};

#[test]
fn a_second_import_updates_and_never_doubles() {
    let story = Story::begin();
    let first = story.file("families.csv",
        "\u{feff}بازار الحكاية,,\n\nالرمز,اسم الأسرة,الباقة,العمولة\nF30,أسرة الورد,أطايب,٪١٢٫٥\nF31,أسرة النخيل,CRAFT,\n",
    );
    let taken = story
        .till
        .import_families(&story.huda, &first)
        .unwrap()
        .registered;
    assert_eq!((taken.created, taken.updated, taken.unchanged), (2, 0, 0));
    let rose = story
        .till
        .catalogue()
        .unwrap()
        .family(&family("F30"))
        .unwrap()
        .clone();
    assert_eq!(rose.commission.unwrap().get(), 1250);

    let again = story
        .till
        .import_families(&story.huda, &first)
        .unwrap()
        .registered;
    assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 2));
    let phones = story.file("phones.csv", "code,name,phone\nF30,أسرة الورد,٠٥٠١٢٣\n");
    let taken = story
        .till
        .import_families(&story.huda, &phones)
        .unwrap()
        .registered;
    assert_eq!((taken.created, taken.updated), (0, 1));
    let rose = story
        .till
        .catalogue()
        .unwrap()
        .family(&family("F30"))
        .unwrap()
        .clone();
    assert_eq!(rose.phone, "050123");
    assert_eq!(
        rose.commission.unwrap().get(),
        1250,
        "what a file is silent about stays"
    );
}

#[test]
fn every_row_that_cant_be_read_is_told_and_nothing_is_taken_in() {
    let story = Story::begin();
    let file = story.file(
        "lines.csv",
        "sku,family_code,name_ar,unit_price,barcode,package\n\
         NEW-1,F06,قهوة سوداء,٩٫٥٠,111,\n\
         NEW-2,F99,مجهول,5,,\n\
         NEW-1,F06,مكرر,5,,\n\
         NEW-3,F06,غال,خمسة,,\n\
         NEW-4,F06,باقة,5,111,لا شيء\n",
    );
    let answer = story.till.import_lines(&story.huda, &file);
    let Refusal::Import(ImportRefusal::Problems(problems)) = refused(answer) else {
        panic!("not a list of problems");
    };
    let found: Vec<(u32, &str)> = problems
        .iter()
        .map(|problem| (problem.place.row, problem.place.column))
        .collect();
    assert!(
        found.contains(&(3, "family_code")) && found.contains(&(4, "sku")),
        "{found:?}"
    );
    assert!(
        found.contains(&(5, "unit_price")) && found.contains(&(6, "package")),
        "{found:?}"
    );
    assert!(
        problems
            .iter()
            .any(|p| matches!(p.reason, ProblemReason::BarcodeTaken { .. }))
    );
    assert!(
        story
            .till
            .catalogue()
            .unwrap()
            .line(&sku("NEW-1"))
            .is_none()
    );
}

#[test]
fn baskets_of_another_shop_become_sales_of_their_days() {
    let story = Story::begin();
    let baskets = story.file(
        "baskets.csv",
        "date,time,ticket,item\n\
         2026-10-02,18:05,7,قهوه عربية\n\
         2026-10-01,09:58:11,1,قهوة عربيه\n\
         2026-10-01,10:05:34,2,بخور\n\
         2026-10-01,10:05:34,2,قهوة عربية\n\
         2026-10-01,10:05:34,2,بخور\n",
    );
    let how = TakeSales { tender: None };
    let answer = story
        .till
        .import_sales(&story.huda, &baskets, &how, |_, _| {});
    let Refusal::Import(ImportRefusal::Problems(problems)) = refused(answer) else {
        panic!("no tender was named");
    };
    assert!(
        problems
            .iter()
            .all(|problem| problem.reason == ProblemReason::TenderMissing)
    );

    let how = TakeSales {
        tender: Some(TenderKind::Cash),
    };
    let mut told = Vec::new();
    let taken = story
        .till
        .import_sales(&story.huda, &baskets, &how, |done, of| {
            told.push((done, of))
        })
        .unwrap();
    assert_eq!((taken.sales, taken.total), (3, fils(800 + 11_800 + 800)));
    assert_eq!(told, [(1, 3), (2, 3), (3, 3)]);
    assert_eq!(taken.days.len(), 2);
    let first = story.till.z_report(taken.days[0]).unwrap().unwrap().fact;
    assert_eq!(first.tally.sales, 2);
    assert_eq!(first.tally.drawers[0].closing.over_short(), Money::ZERO);
    let settlements = story.till.settle_day(&story.huda, taken.days[0]).unwrap();
    let oud = settlements
        .iter()
        .find(|s| s.family == family("F11"))
        .unwrap();
    assert_eq!(oud.sales, fils(11_000));

    let again = story
        .till
        .import_sales(&story.huda, &baskets, &how, |_, _| {});
    assert!(matches!(
        refused(again),
        Refusal::Import(ImportRefusal::TakenAlready { .. })
    ));
    let copy = story.file("copy.csv", "date,item\n2026-10-02,بخور\n");
    let copy = story.till.import_sales(&story.huda, &copy, &how, |_, _| {});
    assert!(matches!(
        refused(copy),
        Refusal::Import(ImportRefusal::DayTraded(_))
    ));
}
