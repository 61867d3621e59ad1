//! Files taken in on the screen: chosen, looked at, refused or written, and looked at
//! again where the register was changed in between.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::id::FamilyCode;
use sanduq::locale::Language;
use sanduq::settings::{DataFolder, DisplaySettings, Settings};
use tempfile::TempDir;

use crate::bazaar::{Bazaar, HUDA, sign_in};
use crate::driver::Driver;

type Till = Driver<App, Message>;

/// One family changed, two new of which one may be known, a total, a column of
/// something else.
const GOOD: &str = "\
رمز الأسرة,اسم الأسرة,الاسم بالإنجليزية,الباقة,الجوال,العمولة,ملاحظات
F03,قهوة الضيافة,Guest coffee,أطايب,501234567,12.5%,
F11,مخبز التنّور,Tannour bakery,أطايب,٠٥٠٧٧٧٨٨٩٩,,جديدة
F12,حلويات لَيالينا,Layalina cakes,أطايب,,٪٧,
,المجموع,,,,,
";

const BAD: &str = "\
رمز الأسرة,اسم الأسرة,الباقة,الجوال,العمولة,انتهاء الرخصة
F13,أسرة الورد,زهور,9.71501E+11,0.1,12/5/1448
F13,أسرة النخيل,أطايب,,10%,31/3/2027
,أسرة بلا رمز,أطايب,,10%,
";

/// A bazaar with files in its inbox, and a till that looks nowhere else.
pub struct Desk {
    pub bazaar: Bazaar,
    folder: TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Desk::of(Bazaar::before_the_day());
        let data = desk.data();
        desk.put(&data.inbox().join("أسر الدورة الثامنة.csv"), GOOD, 0);
        desk.put(&desk.folder.path().join("SANDISK/families-2.csv"), BAD, 60);
        desk
    }

    /// A till that looks for files in places of its own, where none lie yet.
    pub fn of(bazaar: Bazaar) -> Self {
        let desk = Desk {
            bazaar,
            folder: tempfile::tempdir().unwrap(),
        };
        let data = desk.data();
        let settings = Settings {
            import_folders: vec![desk.folder.path().join("SANDISK")],
            ..Settings::default()
        };
        data.save_settings(&settings).unwrap();
        fs::create_dir_all(data.inbox()).unwrap();
        fs::create_dir_all(desk.folder.path().join("SANDISK")).unwrap();
        desk
    }

    pub fn data(&self) -> DataFolder {
        DataFolder::at(self.folder.path())
    }

    /// Writes a file so many minutes old.
    pub fn put(&self, path: &Path, text: &str, minutes: u64) {
        fs::write(path, text).unwrap();
        let file = fs::File::options().write(true).open(path).unwrap();
        let moment = Duration::from_secs(1_795_688_000 - minutes * 60);
        file.set_modified(SystemTime::UNIX_EPOCH + moment).unwrap();
    }

    /// The application at the list of files, Huda signed in.
    pub fn open(&self, language: Language) -> Till {
        let mut till = self.begin(language);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("go-import");
        till
    }

    /// The application at its first screen, with a folder for its files.
    pub fn begin(&self, language: Language) -> Till {
        let context = Context::new(self.bazaar.till.clone(), language).unwrap();
        let context = context.with_display(DisplaySettings::default(), Some(self.data()));
        let (app, first) = App::new(context, None);
        let mut till =
            Driver::new(app, App::update, App::view).in_window(App::theme, Message::Resized);
        till.run(first);
        till
    }

    pub fn records(&self) -> u64 {
        let head = self.bazaar.till.store().read(|books| books.head());
        head.unwrap().seq
    }
}

/// Everything there is to be seen on the way.
pub fn walk(language: Language, see: &mut dyn FnMut(&mut Till, &'static str)) {
    let desk = Desk::new();
    let mut till = desk.open(language);
    see(&mut till, "import-files");
    till.touch("file-1");
    see(&mut till, "import-refused");
    till.touch("back");
    till.touch("file-0");
    see(&mut till, "import-changed");
    till.touch("tab-0");
    see(&mut till, "import-new");
    till.touch("tab-3");
    see(&mut till, "import-suspected");
    till.touch("tab-4");
    see(&mut till, "import-left-out");
    till.touch("take-in");
    see(&mut till, "import-taken");
}

#[test]
fn a_file_is_looked_at_and_then_taken_in() {
    for language in Language::ALL {
        let desk = Desk::new();
        let mut till = desk.open(language);
        let before = desk.records();
        till.touch("file-0");
        assert_eq!(desk.records(), before, "looking writes nothing");
        till.touch("take-in");
        assert_eq!(desk.records(), before + 4, "three families and the file");
        let catalogue = desk.bazaar.till.catalogue().unwrap();
        let coffee = catalogue.family(&FamilyCode::new("F03").unwrap()).unwrap();
        assert_eq!(coffee.phone, "0501234567");
        till.touch("done");
        till.touch("file-0");
        assert!(till.find("take-in").is_some());
        till.touch("take-in");
        assert_eq!(desk.records(), before + 4, "there is nothing to take in");
    }
}

#[test]
fn a_file_with_faults_is_not_taken_in() {
    let desk = Desk::new();
    let mut till = desk.open(Language::Arabic);
    let before = desk.records();
    till.touch("file-1");
    till.touch("take-in");
    assert_eq!(desk.records(), before);
    // Corrected and looked at again, it is.
    let path = desk.folder.path().join("SANDISK/families-2.csv");
    desk.put(&path, "code,name\nF13,أسرة الورد\n", 10);
    till.touch("again");
    till.touch("take-in");
    assert_eq!(desk.records(), before + 2);
}

#[test]
fn a_register_changed_in_between_is_told_and_nothing_is_written() {
    let desk = Desk::new();
    let mut till = desk.open(Language::English);
    till.touch("file-0");
    let (bazaar, huda) = (&desk.bazaar.till, &desk.bazaar.huda);
    let other = "code,name\nF90,أسرة أخرى\n";
    let taken = bazaar.import_families_from(huda, "other.csv", other.as_bytes());
    taken.unwrap();
    let before = desk.records();
    till.touch("take-in");
    assert_eq!(desk.records(), before);
    till.shot("imports/register-changed");
    till.touch("again");
    till.touch("take-in");
    assert_eq!(desk.records(), before + 4);
}

#[test]
fn the_wrong_kind_of_table_and_no_table_are_told() {
    let desk = Desk::new();
    let lines = "sku,family_code,name,price\nTEA,F03,شاي,4\n";
    desk.put(&desk.data().inbox().join("goods.csv"), lines, 120);
    desk.put(&desk.data().inbox().join("photo.xlsx"), "\u{89}PNG", 180);
    let mut till = desk.open(Language::Arabic);
    till.touch("file-2");
    till.shot("imports/wrong-kind");
    assert!(till.find("file-2").is_some(), "still at the list");
    till.touch("import-lines");
    till.touch("file-2");
    till.touch("take-in");
    let catalogue = desk.bazaar.till.catalogue().unwrap();
    assert!(
        catalogue
            .lines()
            .iter()
            .any(|line| line.sku.as_str() == "TEA")
    );
    till.touch("done");
    till.touch("file-3");
    assert!(till.find("file-3").is_some(), "still at the list");
}

#[test]
fn a_long_list_is_leafed_through() {
    let desk = Desk::new();
    let rows: String = (100..225)
        .map(|code| format!("G{code},أسرة رقم {code}\n"))
        .collect();
    desk.put(
        &desk.data().inbox().join("many.csv"),
        &format!("code,name\n{rows}"),
        0,
    );
    let mut till = desk.open(Language::English);
    till.touch("file-0");
    till.touch("page-after");
    till.touch("page-after");
    till.touch("page-after");
    till.shot("imports/last-page");
    till.touch("page-before");
    till.touch("take-in");
    let families = desk.bazaar.till.catalogue().unwrap().families().len();
    assert_eq!(families, 10 + 125);
}

#[test]
fn only_an_organiser_takes_files_in() {
    let bazaar = Bazaar::before_the_day();
    let mut till = bazaar.app(Language::English);
    sign_in(&mut till, "person-badr", crate::bazaar::BADR);
    assert!(till.find("go-import").is_none());
}
