//! A bazaar like Sharjah's behind the screens: five packages, families, goods with
//! and without a price, by piece and by weight, on a real database.

use std::path::Path;
use std::sync::Arc;

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::bazaar::MoneyTaker;
use sanduq::domain::family::{Family, ProductLine, Unit};
use sanduq::domain::id::{Bilingual, FamilyCode, Sku, StaffCode, TillCode};
use sanduq::domain::money::Money;
use sanduq::locale::Language;
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::printing::Printing;
use sanduq::services::set_up::SetUp;
use sanduq::services::{Moments, Session, Till};
use sanduq::store::Store;
use tempfile::TempDir;

use crate::driver::Driver;

pub const TERMS: &str = r##"
schema = 1
[bazaar]
code = "INTAJ8"
name_ar = "بازار إنتاج الثامن"
name_en = "Bazaar Intaj 8"
organiser_ar = "مركز إنتاج"
organiser_en = "Intaj Centre"
currency = "AED"
time_zone = "Asia/Dubai"
cut_off = "04:00"
[discounts]
cashier_limit_percent = "10"
[drawer]
over_short_reason_above = "5.00"
[orders]
deposit_percent = "30"
kept_deposit_goes_to = "family"
[[packages]]
code = "ATAYEB"
name_ar = "أطايب"
name_en = "Delicacies"
[[packages]]
code = "TEEB"
name_ar = "طيب"
name_en = "Perfume"
[[packages]]
code = "ANAQA"
name_ar = "أناقة"
name_en = "Elegance"
[[packages]]
code = "MAHRA"
name_ar = "مهرة"
name_en = "Heritage"
[[packages]]
code = "IBDA"
name_ar = "إبداع"
name_en = "Crafts"
[[sites]]
code = "HALL"
name_ar = "القاعة الكبرى"
name_en = "Main hall"
[[tills]]
code = "T1"
site = "HALL"
name_ar = "نقطة البيع الأولى"
name_en = "Till one"
[[staff]]
code = "amal"
name_ar = "أمل المهيري"
name_en = "Amal Almheiri"
role = "cashier"
[[staff]]
code = "noura"
name_ar = "نورة الكتبي"
name_en = "Noura Alketbi"
role = "cashier"
[[staff]]
code = "badr"
name_ar = "بدر السويدي"
name_en = "Badr Alsuwaidi"
role = "supervisor"
[[staff]]
code = "huda"
name_ar = "هدى القاسمي"
name_en = "Huda Alqasimi"
role = "organiser"
[commission]
percent = "10"
"##;

/// Code, package, Arabic and English name.
const FAMILIES: [(&str, &str, &str, &str); 10] = [
    ("F01", "ATAYEB", "مطبخ أم سالم", "Umm Salem's kitchen"),
    ("F02", "ATAYEB", "حلويات ليالينا", "Layalina sweets"),
    ("F03", "ATAYEB", "قهوة الضيافة", "Guest coffee"),
    ("F04", "TEEB", "طيب الشارقة", "Tib of Sharjah"),
    ("F05", "TEEB", "دخون المجلس", "Dukhoon Majlis"),
    ("F06", "ANAQA", "أناقة نورة", "Noura's elegance"),
    ("F07", "ANAQA", "خيوط الذهب", "Golden threads"),
    ("F08", "MAHRA", "حرفيات البادية", "Crafts of the desert"),
    ("F09", "MAHRA", "بهارات الدار", "Spices of the house"),
    ("F10", "IBDA", "مرسم لطيفة", "Latifa's studio"),
];

/// SKU, family, Arabic and English name, unit, price in fils (0: agreed at the
/// counter).
const GOODS: [(&str, &str, &str, &str, Unit, i64); 32] = [
    (
        "COFFEE",
        "F03",
        "قهوة عربية",
        "Arabic coffee",
        Unit::Each,
        800,
    ),
    (
        "MAAMOUL",
        "F02",
        "معمول التمر",
        "Date maamoul",
        Unit::Box,
        2250,
    ),
    (
        "KABSA",
        "F01",
        "كبسة دجاج بالبهارات والمكسرات المحمصة",
        "Chicken kabsa with roasted nuts",
        Unit::Each,
        3500,
    ),
    (
        "LUQAIMAT",
        "F01",
        "لقيمات بالدبس",
        "Luqaimat with date syrup",
        Unit::Each,
        1500,
    ),
    ("HAREES", "F01", "هريس", "Harees", Unit::Each, 2000),
    (
        "BISCUIT",
        "F02",
        "بسكويت بالهيل",
        "Cardamom biscuits",
        Unit::Each,
        525,
    ),
    (
        "CAKE",
        "F02",
        "كيكة الزعفران",
        "Saffron cake",
        Unit::Each,
        9000,
    ),
    ("KARAK", "F03", "شاي كرك", "Karak tea", Unit::Each, 500),
    (
        "BEANS",
        "F03",
        "بن محمص شقراء",
        "Light roast beans",
        Unit::Kilogram,
        12_000,
    ),
    ("JAM", "F01", "مربى التين", "Fig jam", Unit::Each, 2250),
    ("PICKLE", "F01", "مكدوس", "Makdous", Unit::Each, 2800),
    (
        "OUD",
        "F04",
        "عود كمبودي",
        "Cambodian oud",
        Unit::Each,
        25_000,
    ),
    (
        "BUKHOOR",
        "F05",
        "بخور المناسبات",
        "Incense for feasts",
        Unit::Each,
        5500,
    ),
    ("MIST", "F04", "معطر مفارش", "Linen mist", Unit::Each, 4500),
    ("OIL", "F04", "دهن العود", "Oud oil", Unit::Each, 18_000),
    (
        "MABKHARA",
        "F05",
        "مبخرة خشب",
        "Wooden burner",
        Unit::Each,
        7500,
    ),
    (
        "ABAYA",
        "F06",
        "عباية مطرزة",
        "Embroidered abaya",
        Unit::Each,
        32_000,
    ),
    (
        "SHEILA",
        "F06",
        "شيلة حرير",
        "Silk sheila",
        Unit::Each,
        12_000,
    ),
    (
        "TALLI",
        "F07",
        "شريط تلي",
        "Talli ribbon",
        Unit::Metre,
        1800,
    ),
    ("RING", "F07", "خاتم فضة", "Silver ring", Unit::Each, 15_000),
    ("BAG", "F06", "حقيبة سدو", "Sadu bag", Unit::Each, 8500),
    (
        "BASKET",
        "F08",
        "سلة خوص كبيرة",
        "Large palm basket",
        Unit::Each,
        8000,
    ),
    (
        "MAT",
        "F08",
        "سفرة سرود",
        "Palm table mat",
        Unit::Each,
        6000,
    ),
    (
        "BEZAR",
        "F09",
        "بزار مشكل",
        "Mixed bezar spices",
        Unit::Kilogram,
        8215,
    ),
    ("SAFFRON", "F09", "زعفران", "Saffron", Unit::Gram, 2500),
    ("GHEE", "F09", "سمن بلدي", "Country ghee", Unit::Litre, 7000),
    (
        "PANEL",
        "F10",
        "لوحة ديكوباج",
        "Decoupage panel",
        Unit::Each,
        16_000,
    ),
    (
        "CANDLE",
        "F10",
        "شمعة عطرية Vanilla",
        "Vanilla candle",
        Unit::Each,
        3500,
    ),
    (
        "PORTRAIT",
        "F10",
        "رسم حسب الطلب",
        "Drawing to order",
        Unit::Each,
        0,
    ),
    (
        "BEADS",
        "F10",
        "مسبحة كهرمان",
        "Amber beads",
        Unit::Each,
        9500,
    ),
    (
        "TRAY",
        "F10",
        "صينية ضيافة",
        "Serving tray",
        Unit::Each,
        11_000,
    ),
    (
        "CARD",
        "F10",
        "بطاقات تهنئة",
        "Greeting cards",
        Unit::Dozen,
        3000,
    ),
];

/// What each of the staff types.
pub const AMAL: &str = "1234";
pub const BADR: &str = "123456";
pub const HUDA: &str = "654321";

/// Five past six in the evening of 26 November, by the clocks of the hall.
const AFTERNOON: &str = "2026-11-26T14:05:00Z";

pub struct Bazaar {
    pub till: Till,
    pub amal: Session,
    pub badr: Session,
    pub huda: Session,
    _folder: TempDir,
}

pub fn staff(code: &str) -> StaffCode {
    StaffCode::new(code).unwrap()
}

pub fn fils(minor: i64) -> Money {
    Money::from_minor(minor)
}

fn families() -> Vec<Family> {
    let family = |(code, package, ar, en): (&str, &str, &str, &str)| Family {
        code: FamilyCode::new(code).unwrap(),
        name: Bilingual::new(ar, en),
        packages: vec![package.parse().unwrap()],
        licence: None,
        contact: String::new(),
        phone: String::new(),
        iban: String::new(),
        proxies: Vec::new(),
        commission: None,
        day_fee: None,
        tax_number: None,
        // These stand at their own stall.
        sells_through: (code == "F08").then_some(MoneyTaker::Family),
        advance_instalment: None,
        support: None,
        food: None,
        active: true,
    };
    FAMILIES.into_iter().map(family).collect()
}

/// The goods were made for a day the bazaar is open on, but for one.
fn best_before(sku: &str) -> Option<chrono::NaiveDate> {
    let date = match sku {
        "PICKLE" => "2026-11-20",
        "MAAMOUL" => "2026-11-28",
        "LUQAIMAT" => "2026-12-15",
        _ => return None,
    };
    Some(date.parse().unwrap())
}

fn lines() -> Vec<ProductLine> {
    let package_of = |family: &str| {
        let family = FAMILIES.iter().find(|(code, ..)| *code == family);
        family.expect("every line has a family").1
    };
    type Goods = (
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        Unit,
        i64,
    );
    let line = |(at, (sku, family, ar, en, unit, price)): (usize, Goods)| ProductLine {
        sku: Sku::new(sku).unwrap(),
        family: FamilyCode::new(family).unwrap(),
        package: package_of(family).parse().unwrap(),
        name: Bilingual::new(ar, en),
        unit,
        price: (price > 0).then(|| fils(price)),
        barcode: Some(format!("62910415{at:05}")),
        commission: None,
        best_before: best_before(sku),
        made_to_order: ["PANEL", "PORTRAIT", "CAKE", "TRAY"].contains(&sku),
        active: true,
    };
    GOODS.into_iter().enumerate().map(line).collect()
}

impl Bazaar {
    /// A till nobody has ever signed in at.
    pub fn untouched() -> (Till, TempDir) {
        Self::with_terms(TERMS)
    }

    fn with_terms(terms: &str) -> (Till, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let till = Self::made_at(&folder.path().join("till.sqlite"), terms, AFTERNOON);
        (till, folder)
    }

    fn made_at(path: &Path, terms: &str, now: &str) -> Till {
        let store = Store::create(path, &TillCode::new("T1").unwrap()).unwrap();
        let clock = GivenClock::at(now.parse().unwrap());
        let moments = Moments::new(Arc::new(clock), Arc::new(CountedIds::from(1)));
        let till = Till::new(store, moments);
        till.set_up(SetUp::read(terms).unwrap()).unwrap();
        till
    }

    /// A bazaar with its day and Amal's shift open, in a folder that outlives it.
    pub fn opened_in(folder: TempDir) -> Self {
        let till = Self::made_at(&folder.path().join("till.sqlite"), TERMS, AFTERNOON);
        Self::staffed((till, folder)).opened()
    }

    /// A bazaar with goods and staff, before its first day.
    pub fn before_the_day() -> Self {
        Self::staffed(Self::untouched())
    }

    /// The same under other terms.
    pub fn before_the_day_under(terms: &str) -> Self {
        Self::staffed(Self::with_terms(terms))
    }

    fn staffed((till, folder): (Till, TempDir)) -> Self {
        till.set_first_pin(&staff("huda"), HUDA).unwrap();
        let huda = till.sign_in(&staff("huda"), HUDA).unwrap();
        till.set_pin(&huda, &staff("badr"), BADR).unwrap();
        till.set_pin(&huda, &staff("amal"), AMAL).unwrap();
        till.register(&huda, families(), lines(), None).unwrap();
        let amal = till.sign_in(&staff("amal"), AMAL).unwrap();
        let badr = till.sign_in(&staff("badr"), BADR).unwrap();
        Bazaar {
            till,
            amal,
            badr,
            huda,
            _folder: folder,
        }
    }

    /// The same, with the day and Amal's shift open.
    pub fn open() -> Self {
        Self::before_the_day().opened()
    }

    /// The same half an hour past midnight, which is still the evening's trading day.
    pub fn open_past_midnight() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("till.sqlite");
        let till = Self::made_at(&path, TERMS, "2026-11-26T20:30:00Z");
        Self::staffed((till, folder)).opened()
    }

    /// The same, where cash goes down to a quarter of a dirham.
    pub fn open_with_cash_rounding() -> Self {
        let rounding = "[cash_rounding]\ncoin = \"0.25\"\nmode = \"down\"\n";
        Self::open_with_terms(&format!("{TERMS}{rounding}"))
    }

    /// The same under other terms.
    pub fn open_with_terms(terms: &str) -> Self {
        Self::before_the_day_under(terms).opened()
    }

    fn opened(self) -> Self {
        let bazaar = self;
        bazaar.till.open_day(&bazaar.badr, None, false).unwrap();
        bazaar.till.open_shift(&bazaar.amal, fils(20_000)).unwrap();
        bazaar
    }

    /// The application on this till, at its first screen.
    pub fn app(&self, language: Language) -> Driver<App, Message> {
        app(&self.till, language)
    }

    /// The application at the counter, Amal signed in.
    pub fn counter(&self, language: Language) -> Driver<App, Message> {
        let mut app = self.app(language);
        sign_in(&mut app, "person-amal", AMAL);
        app
    }
}

/// A till whose database was made by another run of the program.
pub fn reopened(path: &Path) -> Till {
    let clock = GivenClock::at("2026-11-26T14:35:00Z".parse().unwrap());
    let moments = Moments::new(Arc::new(clock), Arc::new(CountedIds::from(1_000_000)));
    Till::new(Store::open(path).unwrap(), moments)
}

pub fn app(till: &Till, language: Language) -> Driver<App, Message> {
    app_over(till, language, None)
}

/// The application with a printer, or without.
pub fn app_over(
    till: &Till,
    language: Language,
    printing: Option<Printing>,
) -> Driver<App, Message> {
    let context = Context::new(till.clone(), language).unwrap();
    let (app, first) = App::new(context, printing);
    let mut driver =
        Driver::new(app, App::update, App::view).in_window(App::theme, Message::Resized);
    driver.run(first);
    driver
}

/// Touches a name and types a PIN.
pub fn sign_in<S>(app: &mut Driver<S, Message>, person: &'static str, pin: &str) {
    app.touch(person);
    type_on_pad(app, pin);
    app.touch("enter");
}

/// Types digits on the pad of a sheet that lies over one of the screen.
pub fn type_on_sheet<S>(app: &mut Driver<S, Message>, keys: &str) {
    for key in keys.chars() {
        app.touch_uppermost(key_of(key));
    }
}

/// Types digits on the pad of the screen.
pub fn type_on_pad<S>(app: &mut Driver<S, Message>, keys: &str) {
    for key in keys.chars() {
        app.touch(key_of(key));
    }
}

fn key_of(key: char) -> &'static str {
    const DIGITS: [&str; 10] = [
        "key-0", "key-1", "key-2", "key-3", "key-4", "key-5", "key-6", "key-7", "key-8", "key-9",
    ];
    match key {
        '.' => "key-point",
        digit => DIGITS[usize::try_from(digit.to_digit(10).unwrap()).unwrap()],
    }
}
