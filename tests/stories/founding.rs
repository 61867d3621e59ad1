//! The folder the next edition begins in: what will not do, and what is proposed.

use std::fs;

use sanduq::domain::id::BazaarCode;
use sanduq::locale::{Digits, Language, Texts};
use sanduq::services::Refusal;
use sanduq::services::carrying::Hindrance;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::edition::{EditionRefusal, Founding, NextEdition, proposed_folder};
use sanduq::services::notice::left_behind_in_words;
use sanduq::settings::DataFolder;

use crate::bazaar::{Story, family, refused};
use crate::carrying::old_edition;
use crate::orders::order_tray;

fn founding(story: &Story, name: &str) -> Founding {
    Founding {
        own: Some(DataFolder::at(story.folder())),
        folder: DataFolder::at(story.folder().join(name)),
        next: NextEdition::default(),
        with_balances: true,
    }
}

fn edition_refusal(refusal: Refusal) -> EditionRefusal {
    match refusal {
        Refusal::Edition(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_edition_begins_only_in_a_folder_of_its_own() {
    let (story, _) = old_edition();
    let (till, huda) = (&story.till, &story.huda);
    let look = |founding: &Founding| edition_refusal(refused(till.outlook(huda, founding)));
    let shown = |founding: &Founding| founding.folder.path().display().to_string();

    let own = founding(&story, "");
    assert_eq!(look(&own), EditionRefusal::FolderOfThis(shown(&own)));
    fs::create_dir(story.folder().join("photos")).unwrap();
    fs::write(story.folder().join("photos/one.jpg"), "").unwrap();
    let photos = founding(&story, "photos");
    assert_eq!(
        look(&photos),
        EditionRefusal::FolderNotEmpty(shown(&photos))
    );
    let in_a_file = founding(&story, "photos/one.jpg/next");
    assert_eq!(
        look(&in_a_file),
        EditionRefusal::FolderUnwritable(shown(&in_a_file))
    );

    let other = Founding {
        next: NextEdition {
            code: Some(BazaarCode::new("OTHER1").unwrap()),
            ..NextEdition::default()
        },
        with_balances: false,
        ..founding(&story, "next")
    };
    till.found_edition(huda, "654321", &other, |_, _| ())
        .unwrap();
    let taken = founding(&story, "next");
    let expected = EditionRefusal::FolderTaken {
        path: shown(&taken),
        code: BazaarCode::new("OTHER1").unwrap(),
    };
    assert_eq!(look(&taken), expected);
    let begun = refused(till.found_edition(huda, "654321", &taken, |_, _| ()));
    assert_eq!(
        edition_refusal(begun),
        expected,
        "and it is not begun either"
    );
    assert!(matches!(
        refused(till.outlook(&story.badr, &founding(&story, "free"))),
        Refusal::Role(_)
    ));
    assert!(matches!(
        refused(till.found_edition(huda, "111111", &founding(&story, "free"), |_, _| ())),
        Refusal::SignIn(_)
    ));
    assert!(!story.folder().join("free").exists(), "nothing was made");
}

#[test]
fn the_proposed_folder_is_free_or_that_of_the_edition() {
    let (story, _) = old_edition();
    let moments = story.till.moments();
    let code = BazaarCode::new("STORY2").unwrap();
    let root = story.folder().join("till");
    fs::create_dir(&root).unwrap();
    let own = DataFolder::at(&root);
    let proposed = || proposed_folder(&own, &code, moments).unwrap();
    let beside = |name: &str| story.folder().join(name);
    assert_eq!(proposed(), beside("till-STORY2"));
    fs::create_dir(beside("till-STORY2")).unwrap();
    assert_eq!(proposed(), beside("till-STORY2"), "an empty one will do");
    fs::write(beside("till-STORY2/notes.txt"), "").unwrap();
    assert_eq!(proposed(), beside("till-STORY2-2"));

    let founding = Founding {
        folder: DataFolder::at(beside("till-STORY2-2")),
        ..founding(&story, "")
    };
    let mut told = Vec::new();
    let founded = story
        .till
        .found_edition(&story.huda, "654321", &founding, |done, of| {
            told.push((done, of));
        })
        .unwrap();
    assert_eq!(told, [(0, 3), (1, 3), (2, 3), (3, 3)]);
    assert!(founded.now);
    assert_eq!(founded.carriage.map(|one| one.brought.len()), Some(3));
    assert_eq!(
        proposed(),
        beside("till-STORY2-2"),
        "what is left goes there"
    );
    let outlook = story.till.outlook(&story.huda, &founding).unwrap();
    assert!(outlook.begun);
    assert_eq!(outlook.balances, Ok(Default::default()));
}

#[test]
fn an_order_that_holds_a_family_back_is_named() {
    let story = Story::begin();
    let (till, huda) = (&story.till, &story.huda);
    let day = story.open();
    let order = order_tray(&story, "مها", 6_000).unwrap();
    story.count_and_close(26_000, "").unwrap();
    till.close_day(&story.badr, ParkedAtClose::Refuse).unwrap();
    till.settle_day(huda, day).unwrap();
    let outlook = till.outlook(huda, &founding(&story, "next")).unwrap();
    let left = outlook.balances.unwrap().left;
    let [left] = &left[..] else {
        panic!("{left:?}");
    };
    assert_eq!(left.family, family("F20"));
    assert_eq!(left.why, Hindrance::OpenOrders(vec![order.number.clone()]));
    for language in Language::ALL {
        let said = left_behind_in_words(left, Texts::of(language, Digits::Latin));
        assert!(said.contains(&order.number.to_string()), "{said}");
    }
}
