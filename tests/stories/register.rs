//! The register of families out and in again, and what is wrong with it.

use sanduq::domain::family::{Family, FoodRule, Licence, LicenceKind, Support};
use sanduq::domain::money::Bps;
use sanduq::services::Refusal;
use sanduq::services::export::ExportFormat;
use sanduq::services::import::{ImportRefusal, ProblemReason};
use sanduq::services::register::RegisterRefusal;

use crate::bazaar::{Story, family, fils, refused};

const IBAN: &str = "AE070331234567890123456";

/// A family of which everything is known that can be.
fn whole(story: &Story) -> Family {
    let catalogue = story.till.catalogue().unwrap();
    let known = catalogue.family(&family("F05")).unwrap().clone();
    Family {
        packages: vec!["FOOD".parse().unwrap(), "CRAFT".parse().unwrap()],
        licence: Some(Licence {
            kind: LicenceKind::SocialSecurity,
            number: "00731/26".into(),
            expires: Some("2027-01-31".parse().unwrap()),
        }),
        contact: "أم سالم".into(),
        phone: "+971501234567".into(),
        name: sanduq::domain::id::Bilingual::new("مربى ومكدوس", "=Jam & makdous, \"fine\""),
        iban: IBAN.into(),
        proxies: vec!["سالم بن راشد".into(), "=Noura".into()],
        commission: Bps::new(1250),
        day_fee: Some(fils(1550)),
        tax_number: Some("100000000000003".into()),
        sells_through: Some(sanduq::domain::bazaar::MoneyTaker::Family),
        advance_instalment: Some(fils(5000)),
        support: Some(Support {
            amount: fils(3_000_000),
            from: "برنامج \"بداية\"".into(),
            on: Some("2026-03-01".parse().unwrap()),
        }),
        food: Some(FoodRule {
            keeps_days: Some(14),
        }),
        active: false,
        ..known
    }
}

fn exported(story: &Story, format: ExportFormat, name: &str) -> std::path::PathBuf {
    let path = story.folder().join(name);
    let file = std::fs::File::create(&path).unwrap();
    story.till.export(format, Box::new(file)).unwrap();
    path
}

#[test]
fn the_whole_register_goes_out_and_comes_in_unchanged() {
    let story = Story::begin();
    let family = whole(&story);
    let registered = story
        .till
        .register(&story.huda, vec![family], vec![], None)
        .unwrap();
    assert_eq!(registered.updated, 1);
    let before = story.till.catalogue().unwrap();

    let families = exported(&story, ExportFormat::Families, "families.csv");
    let taken = story.till.import_families(&story.huda, &families).unwrap();
    let count = taken.registered;
    assert_eq!((count.created, count.updated, count.unchanged), (0, 0, 6));
    assert!(taken.unused.is_empty(), "{:?}", taken.unused);

    let lines = exported(&story, ExportFormat::Lines, "lines.csv");
    let taken = story.till.import_lines(&story.huda, &lines).unwrap();
    let count = taken.registered;
    assert_eq!((count.created, count.updated, count.unchanged), (0, 0, 7));
    let after = story.till.catalogue().unwrap();
    assert_eq!(before.families(), after.families());
    assert_eq!(before.lines(), after.lines());
}

#[test]
fn a_mistyped_account_is_refused_before_anything_is_written() {
    let story = Story::begin();
    let wrong = "AE070331234567890123465".to_owned();
    let family = Family {
        iban: wrong.clone(),
        ..whole(&story)
    };
    let code = family.code.clone();
    assert_eq!(
        refused(story.till.register(&story.huda, vec![family], vec![], None)),
        Refusal::Register(RegisterRefusal::BadIban {
            family: code,
            iban: wrong.clone()
        })
    );
    let sheet = format!("code,name_ar,iban\nF05,مربى ومكدوس,{wrong}\nF06,قهوة,{IBAN}\n");
    let import = story
        .till
        .import_families_from(&story.huda, "f.csv", sheet.as_bytes());
    match refused(import) {
        Refusal::Import(ImportRefusal::Problems(problems)) => {
            assert_eq!(problems.len(), 1);
            assert_eq!(problems[0].reason, ProblemReason::BadIban);
        }
        other => panic!("{other}"),
    }
    let spaced = "code,name_ar,iban\nF06,قهوة الضيافة,ae07 0331 2345 6789 0123 456\n";
    story
        .till
        .import_families_from(&story.huda, "g.csv", spaced.as_bytes())
        .unwrap();
    let catalogue = story.till.catalogue().unwrap();
    assert_eq!(
        catalogue
            .family(&crate::bazaar::family("F06"))
            .unwrap()
            .iban,
        IBAN
    );
}
