//! Several databases tallied on the screen: chosen among the files found, summed by
//! edition, till, package and family, a family's years, and what is refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::figures::{Figures, Period};
use sanduq::domain::id::FamilyCode;
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::services::Till as Desk;
use sanduq::services::many::Many;
use sanduq::settings::{DataFolder, DisplaySettings, Settings};
use tempfile::TempDir;

use crate::bazaar::{Bazaar, HUDA, TERMS, sign_in};
use crate::dashboard::{evenings, three_evenings};
use crate::driver::Driver;
use crate::looks::cut;
use crate::walks::{See, Till};

/// This edition, and in the till's inbox the one before and a sister bazaar in another
/// currency.
pub struct Editions {
    _bazaar: Bazaar,
    pub desk: Desk,
    folder: TempDir,
}

impl Editions {
    pub fn new() -> Self {
        let (bazaar, desk) = three_evenings();
        Self::around(bazaar, desk)
    }

    /// The same around another till.
    pub fn around(bazaar: Bazaar, desk: Desk) -> Self {
        let editions = Editions {
            _bazaar: bazaar,
            desk,
            folder: tempfile::tempdir().unwrap(),
        };
        let data = editions.data();
        let settings = Settings {
            // Nowhere else is looked.
            import_folders: vec![data.inbox()],
            ..Settings::default()
        };
        data.save_settings(&settings).unwrap();
        for folder in [data.inbox().join("مكة"), data.backups()] {
            fs::create_dir_all(folder).unwrap();
        }
        let seventh = TERMS
            .replace("INTAJ8", "INTAJ7")
            .replace("الثامن", "السابع")
            .replace("Intaj 8", "Intaj 7");
        let seventh = Bazaar::before_the_day_under(&seventh);
        let till = evenings(&seventh, "2025-11-27T13:00:00Z", 2);
        keep(&till, &editions.earlier(), 1);
        let makkah = TERMS
            .replace("INTAJ8", "MAKKAH1")
            .replace("بازار إنتاج الثامن", "معرض مكة")
            .replace("Bazaar Intaj 8", "Makkah Fair")
            .replace("\"AED\"", "\"SAR\"");
        let makkah = Bazaar::before_the_day_under(&makkah);
        let till = evenings(&makkah, "2026-10-01T13:00:00Z", 1);
        keep(&till, &data.inbox().join("مكة/till.sqlite"), 2);
        editions
    }

    pub fn data(&self) -> DataFolder {
        DataFolder::at(self.folder.path())
    }

    /// The database of the edition before.
    pub fn earlier(&self) -> PathBuf {
        self.data().inbox().join("intaj7.sqlite")
    }

    /// The application at the dashboard, Huda signed in.
    pub fn open(&self, language: Language) -> Till {
        let context = Context::new(self.desk.clone(), language).unwrap();
        let context = context.with_display(DisplaySettings::default(), Some(self.data()));
        let (app, first) = App::new(context, None);
        let mut till =
            Driver::new(app, App::update, App::view).in_window(App::theme, Message::Resized);
        till.run(first);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("desk");
        till.touch("go-dashboard");
        till
    }

    fn tally(&self, others: &[PathBuf]) -> Many {
        self.desk.tally_with(others, |_, _| ()).unwrap()
    }
}

/// Keeps a backup so many minutes old.
pub fn keep(till: &Desk, path: &Path, minutes: u64) {
    till.backup(path, |_| ()).unwrap();
    let file = fs::File::options().write(true).open(path).unwrap();
    let moment = Duration::from_secs(1_795_688_000 - minutes * 60);
    file.set_modified(SystemTime::UNIX_EPOCH + moment).unwrap();
}

/// Everything there is to be seen on the way.
pub fn walk(language: Language, see: &mut impl See) {
    let editions = Editions::new();
    let mut till = editions.open(language);
    see(&mut till, "many-dashboard");
    till.touch("open-many");
    till.touch("database-0");
    see(&mut till, "many-databases");
    till.touch("database-1");
    till.touch("tally");
    see(&mut till, "many-editions");
    till.touch("row-0");
    till.touch("lay-beside");
    see(&mut till, "many-beside");
    till.touch("alone");
    till.touch("open-many");
    till.touch("tally");
    till.touch("by-package");
    till.touch("row-0");
    see(&mut till, "many-package");
    till.touch("by-family");
    till.touch("row-1");
    see(&mut till, "many-family");
}

fn shown(till: &mut Till, id: &'static str) -> String {
    bidi::without_controls(&till.text(id))
}

#[test]
fn editions_are_tallied_and_a_familys_years_looked_at() {
    for language in Language::ALL {
        let editions = Editions::new();
        let before = fs::read(editions.earlier()).unwrap();
        let mut till = editions.open(language);
        till.touch("open-many");
        till.touch("database-0");
        till.touch("database-1");
        till.touch("tally");

        let data = editions.data();
        let chosen = data.load_settings().unwrap().other_databases;
        assert_eq!(chosen.len(), 2, "remembered for the next time");
        let many = editions.tally(&chosen);
        let texts = |amount, currency| {
            let texts = Texts::of(language, Digits::Latin);
            bidi::without_controls(&texts.amount(amount, currency))
        };
        let [dirhams, riyals] = &many.groups[..] else {
            panic!("two currencies")
        };
        assert!(dirhams.holds() && riyals.holds());
        assert_eq!(dirhams.editions.len(), 2);
        let total = |till: &mut Till| (shown(till, "paid-"), shown(till, "owed-"));
        let of = |group: &sanduq::domain::many::InCurrency| {
            let owed = group.total.owed - group.total.owing;
            (
                texts(group.total.paid, group.currency),
                texts(owed, group.currency),
            )
        };
        assert_eq!(total(&mut till), of(dirhams));
        for by in ["by-till", "by-package", "by-family", "by-edition"] {
            till.touch(by);
            assert_eq!(shown(&mut till, "paid-"), of(dirhams).0, "{by}");
        }
        let seventh = dirhams.editions[0].sum.paid;
        assert_eq!(
            shown(&mut till, "paid-INTAJ7"),
            texts(seventh, dirhams.currency)
        );
        till.touch("currency-1");
        assert_eq!(total(&mut till), of(riyals));
        till.touch("currency-0");

        till.touch("by-family");
        till.touch("row-0");
        till.touch("save");
        let family = FamilyCode::new("F01").unwrap();
        let found = many.families(&family).unwrap();
        assert_eq!(found[0].1.editions.len(), 2);
        let kept = || -> Vec<String> {
            let files = fs::read_dir(data.statements()).unwrap();
            let mut files: Vec<String> = files
                .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
                .collect();
            files.sort();
            files
        };
        assert!(matches!(&kept()[..], [file] if file.starts_with("F01 ")));
        // The same as a workbook, and the whole as another.
        till.touch("save-workbook");
        till.touch("by-edition");
        till.touch("save-workbook");
        let books: Vec<String> = kept()
            .into_iter()
            .filter(|file| file.ends_with(".xlsx"))
            .collect();
        assert!(
            matches!(&books[..], [years, all] if years.starts_with("F01 ") && all.starts_with("INTAJ8 ")),
            "{books:?}"
        );
        till.touch("by-family");

        // Back goes to the choice, which is as it was, and then to the dashboard.
        till.touch("back");
        assert!(till.find("tally").is_some());
        till.touch("back");
        assert!(till.find("open-many").is_some());
        assert_eq!(fs::read(editions.earlier()).unwrap(), before);
    }
}

#[test]
fn an_edition_is_laid_beside_this_one_day_by_day() {
    let editions = Editions::new();
    let mut till = editions.open(Language::English);
    let alone = shown(&mut till, "takings");
    till.touch("open-many");
    till.touch("database-0");
    till.touch("tally");
    till.touch("row-1");
    assert!(till.find("lay-beside").is_none(), "not beside itself");
    till.touch("row-0");
    till.touch("lay-beside");
    let other = editions.desk.other_edition(&editions.earlier()).unwrap();
    let days = editions.desk.day_status().unwrap().days;
    let taken = |period| {
        let own = editions.desk.figures(period).unwrap();
        let texts = Texts::of(Language::English, Digits::Latin);
        let paid = |figures: &Figures| {
            let paid = figures.total.tally.total.net_paid();
            bidi::without_controls(&texts.money(paid, other.edition.currency))
        };
        (paid(&own), paid(&other.beside(&own).unwrap()))
    };
    let (own, beside) = taken(Period::Bazaar);
    assert_eq!(shown(&mut till, "takings"), own);
    let against = |beside: &str| format!("against {beside}");
    assert_eq!(shown(&mut till, "takings-note"), against(&beside));
    assert_ne!(own, beside);
    till.resize(1280.0, 2400.0);
    till.shot("many/beside-whole");
    till.resize(1280.0, 800.0);
    till.touch("mode-day");
    till.touch("day-2");
    let (own, beside) = taken(Period::Day(days[1].day));
    assert_eq!(shown(&mut till, "takings"), own);
    assert_eq!(shown(&mut till, "takings-note"), against(&beside));
    assert!(till.find("alone").is_some());
    till.touch("save");
    let mut files = fs::read_dir(editions.data().statements()).unwrap();
    let file = files.next().unwrap().unwrap().file_name();
    assert!(file.to_string_lossy().contains("INTAJ7"), "{file:?}");
    // A day laid over another takes the edition away.
    till.touch("mode-against");
    assert!(till.find("alone").is_none());
    till.touch("mode-day");
    till.touch("day-3");
    assert_eq!(shown(&mut till, "takings"), alone);
}

#[test]
fn what_cannot_be_read_is_said_and_the_choice_stays() {
    let editions = Editions::new();
    let mut till = editions.open(Language::English);
    till.touch("open-many");
    till.touch("database-0");
    // It was torn after it was found.
    let whole = fs::read(editions.earlier()).unwrap();
    fs::write(editions.earlier(), &whole[..whole.len() / 2]).unwrap();
    till.touch("tally");
    assert!(till.find("tally").is_some(), "nothing is shown of it");
    till.shot("many/refused");
    fs::write(editions.earlier(), &whole).unwrap();
    till.touch("tally");
    assert!(till.find("row-total").is_some());
}

#[test]
fn without_databases_the_screen_says_where_to_put_them() {
    let editions = Editions::new();
    fs::remove_dir_all(editions.data().inbox()).unwrap();
    let mut till = editions.open(Language::Arabic);
    till.touch("open-many");
    assert!(till.find("database-0").is_none());
    till.shot("many/none");
    assert!(editions.data().inbox().is_dir());
}

#[test]
fn the_largest_text_leaves_every_key() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        walk(language, &mut |till: &mut Till, name| {
            wrong.extend(cut(till, language, name));
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
