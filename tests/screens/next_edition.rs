//! The organiser begins the next edition on the screen, and opens it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use iced::keyboard::key::Named;
use sanduq::app::shell::{App, Message};
use sanduq::domain::id::FamilyCode;
use sanduq::domain::money::Money;
use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, HUDA, app, fils, reopened, sign_in, type_on_sheet};
use crate::desk_mistakes::sell;
use crate::driver::Driver;
use crate::imports::Desk;
use crate::looks::cut;
use crate::organiser::end_the_day;
use crate::signing::owed;

type Till = Driver<App, Message>;

/// A settled day: F03 is owed 21.60.
fn settled() -> Desk {
    let bazaar = Bazaar::open();
    owed(&bazaar);
    Desk::of(bazaar)
}

/// The screen of the next edition, Huda signed in.
fn at_the_edition(desk: &Desk, language: Language) -> Till {
    let mut till = desk.begin(language);
    sign_in(&mut till, "person-huda", HUDA);
    till.touch("go-edition");
    till
}

fn write(till: &mut Till, field: &'static str, text: &str) {
    till.touch(field);
    till.keys(text);
    till.touch("keyboard-done");
}

/// Takes back what stands in a field, and writes something else.
fn rewrite(till: &mut Till, field: &'static str, text: &str) {
    till.touch(field);
    till.key(Named::End);
    for _ in 0..till.text(field).chars().count() {
        till.key(Named::Backspace);
    }
    till.keys(text);
    till.touch("keyboard-done");
}

fn begin(till: &mut Till, pin: &str) {
    till.touch("begin");
    type_on_sheet(till, pin);
    till.touch_uppermost("confirm");
}

fn owed_at(till: &sanduq::services::Till) -> Money {
    let coffee = FamilyCode::new("F03").unwrap();
    till.family_account(&coffee).unwrap().settled_balance
}

/// Everything there is to be seen before it begins, with a folder of the same name
/// everywhere.
pub fn walk(language: Language, see: &mut dyn FnMut(&mut Till, &'static str)) {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("LUQAIMAT", 2000)], TenderKind::Card);
    sell(&bazaar, &[("MAAMOUL", 1000)], TenderKind::Card);
    owed(&bazaar);
    let layalina = FamilyCode::new("F02").unwrap();
    let till = &bazaar.till;
    till.adjust(&bazaar.huda, layalina, fils(-500), "علبة مكسورة".to_owned())
        .unwrap();
    let desk = Desk::of(bazaar);
    let mut till = at_the_edition(&desk, language);
    let folder = std::env::temp_dir().join("bazaars-of-the-centre/INTAJ9");
    rewrite(&mut till, "folder", &folder.display().to_string());
    if language == Language::English {
        rewrite(&mut till, "name-en", "Bazaar Intaj 9");
    }
    write(&mut till, "first-day", "2027-11-04");
    write(&mut till, "last-day", "4/11/2027");
    see(&mut till, "edition-writing");
    till.touch("look");
    see(&mut till, "edition-looking");
    till.touch("begin");
    see(&mut till, "edition-sure");
}

#[test]
fn the_next_edition_begins_with_the_balances_and_is_opened() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let desk = settled();
        fs::write(desk.data().logo(), "the sign").unwrap();
        let mut till = at_the_edition(&desk, language);
        assert_eq!(till.text("edition-code"), "INTAJ9");
        let folder = PathBuf::from(till.text("folder"));
        assert!(!folder.exists(), "only proposed");
        write(&mut till, "first-day", "2027-11-04");
        write(&mut till, "last-day", "2027-11-06");
        let wrong = cut(&mut till, language, "edition-writing");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let before = desk.records();
        till.touch("look");
        assert!(!folder.exists(), "looking makes nothing");
        assert_eq!(desk.records(), before, "and writes nothing");
        let wrong = cut(&mut till, language, "edition-looking");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));

        till.touch("begin");
        let wrong = cut(&mut till, language, "edition-sure");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        type_on_sheet(&mut till, "000000");
        till.touch_uppermost("confirm");
        assert!(!folder.exists(), "a wrong PIN begins nothing");
        type_on_sheet(&mut till, HUDA);
        till.touch_uppermost("confirm");
        till.shot(&format!("editions/{name}-begun"));
        assert_eq!(Path::new(&till.text("folder")), folder);
        assert_eq!(owed_at(&desk.bazaar.till), Money::ZERO);

        let next = reopened(&folder.join("till.sqlite"));
        assert_eq!(owed_at(&next), fils(2_160));
        let bazaar = next.catalogue().unwrap().bazaar.clone();
        let day = |day| NaiveDate::from_ymd_opt(2027, 11, day).unwrap();
        assert_eq!(bazaar.opening.days, [day(4), day(5), day(6)]);
        assert_eq!(fs::read(folder.join("logo.png")).unwrap(), b"the sign");
        let mut there = app(&next, language);
        sign_in(&mut there, "person-huda", HUDA);
        there.touch("go-payouts");
        there.touch("family-F03");
        let balance = there.text("balance");
        assert!(balance.contains("21.60"), "{balance}");
        there.touch("pay");
        drop((there, next));

        // The same again finds it there, and nothing more to be carried.
        till.touch("done");
        till.touch("go-edition");
        assert_eq!(Path::new(&till.text("folder")), folder);
        till.touch("look");
        till.shot(&format!("editions/{name}-again"));
        till.touch("begin");
        assert!(till.find("confirm").is_none(), "nothing is left to do");
    }
}

#[test]
fn without_balances_the_families_are_paid_where_they_sold() {
    let desk = settled();
    let mut till = at_the_edition(&desk, Language::Arabic);
    let folder = PathBuf::from(till.text("folder"));
    till.touch("look");
    till.touch("without-balances");
    begin(&mut till, HUDA);
    till.touch("done");
    assert_eq!(owed_at(&desk.bazaar.till), fils(2_160));
    assert_eq!(owed_at(&reopened(&folder.join("till.sqlite"))), Money::ZERO);

    // Later they go along after all.
    till.touch("go-edition");
    till.touch("look");
    begin(&mut till, HUDA);
    assert_eq!(owed_at(&desk.bazaar.till), Money::ZERO);
    assert_eq!(owed_at(&reopened(&folder.join("till.sqlite"))), fils(2_160));
}

#[test]
fn an_open_day_lets_the_edition_begin_but_nothing_go_along() {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("COFFEE", 3000)], TenderKind::Card);
    let desk = Desk::of(bazaar);
    let mut till = at_the_edition(&desk, Language::English);
    let folder = PathBuf::from(till.text("folder"));
    till.touch("look");
    till.shot("editions/en-day-open");
    assert!(till.find("with-balances").is_none());
    begin(&mut till, HUDA);
    till.touch("done");
    assert!(folder.join("till.sqlite").exists());

    end_the_day(&desk.bazaar);
    till.touch("go-edition");
    till.touch("look");
    till.shot("editions/en-not-settled");
    till.touch("begin");
    assert!(till.find("confirm").is_none(), "it is not settled yet");
}

#[test]
fn a_folder_that_will_not_do_is_told_before_anything_is_written() {
    let desk = settled();
    let mut till = at_the_edition(&desk, Language::Arabic);
    let own = desk.data().path().to_owned();
    fs::write(own.join("inbox/notes.txt"), "").unwrap();
    let into_a_file = own.join("inbox/notes.txt/next");
    for (name, folder) in [
        ("own", own.clone()),
        ("not-empty", own.join("inbox")),
        ("unwritable", into_a_file),
    ] {
        rewrite(&mut till, "folder", &folder.display().to_string());
        till.touch("look");
        till.shot(&format!("editions/ar-folder-{name}"));
        assert!(till.find("begin").is_none(), "{name}");
        assert!(
            till.find("look").is_some(),
            "{name}: it can be written anew"
        );
    }
}

#[test]
fn balances_that_went_to_a_lost_folder_are_taken_back() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let desk = settled();
        let mut till = at_the_edition(&desk, language);
        assert!(till.find("carried").is_none(), "nothing went anywhere");
        let folder = PathBuf::from(till.text("folder"));
        till.touch("look");
        begin(&mut till, HUDA);
        till.touch("done");

        till.touch("go-edition");
        till.touch("carried");
        till.touch("reason-1");
        till.shot(&format!("editions/{name}-carried"));
        let wrong = cut(&mut till, language, "editions-carried");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        till.touch("take-back");
        type_on_sheet(&mut till, HUDA);
        till.touch_uppermost("confirm");
        till.shot(&format!("editions/{name}-has-arrived"));
        assert_eq!(owed_at(&desk.bazaar.till), Money::ZERO, "it arrived");

        fs::remove_dir_all(&folder).unwrap();
        type_on_sheet(&mut till, HUDA);
        till.touch_uppermost("confirm");
        till.shot(&format!("editions/{name}-taken-back"));
        assert_eq!(owed_at(&desk.bazaar.till), fils(2_160));
        till.touch("done");
        till.touch("go-payouts");
        till.touch("family-F03");
        till.touch("history");
        till.shot(&format!("editions/{name}-taken-back-history"));
        till.touch("back");
        till.touch("pay");
    }
}
