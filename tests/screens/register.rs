//! The register of families on the real screens: a family entered and changed by the
//! organiser, what is wrong told field by field, and who may see it.

use sanduq::app::shell::{App, Message};
use sanduq::domain::bazaar::MoneyTaker;
use sanduq::domain::check_digit::with_check_digit;
use sanduq::domain::family::{Family, FoodRule, Licence, LicenceKind};
use sanduq::domain::id::FamilyCode;
use sanduq::domain::money::Bps;
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, HUDA, TERMS, fils, sign_in};
use crate::driver::Driver;
use crate::looks::cut;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// A bazaar that wants check digits, with one family whose licence has ended.
pub fn bazaar() -> Bazaar {
    let terms = TERMS.replace("cut_off", "check_digits = true\ncut_off");
    let bazaar = Bazaar::open_with_terms(&terms);
    let catalogue = bazaar.till.catalogue().unwrap();
    let known = catalogue.family(&code("F02")).unwrap().clone();
    let ended = Family {
        licence: Some(Licence {
            kind: LicenceKind::Home,
            number: "ETM-2025-1002".into(),
            expires: Some("2026-10-31".parse().unwrap()),
        }),
        ..known
    };
    bazaar
        .till
        .enter_family(&bazaar.huda, ended, false)
        .unwrap();
    bazaar
}

fn code(code: &str) -> FamilyCode {
    FamilyCode::new(code).unwrap()
}

pub fn open(bazaar: &Bazaar, language: Language) -> Till {
    let mut till = bazaar.app(language);
    sign_in(&mut till, "person-huda", HUDA);
    till.touch("go-register");
    till
}

/// Writes to a field what a keyboard would; what stood there goes.
pub fn write(till: &mut Till, field: &'static str, text: &str) {
    till.touch(field);
    till.key(iced::keyboard::key::Named::End);
    for _ in till.text(field).chars() {
        till.key(iced::keyboard::key::Named::Backspace);
    }
    till.keys(text);
    till.touch("keyboard-done");
}

#[test]
fn a_family_is_entered_at_the_screen() {
    for (language, name) in LANGUAGES {
        let bazaar = bazaar();
        let mut till = open(&bazaar, language);
        till.shot(&format!("register/{name}-list"));
        till.touch("add-family");
        let next = with_check_digit("F11");
        assert_eq!(
            till.text("code"),
            next,
            "it is offered with its check digit"
        );
        // Nothing is kept without a name, and the field says so.
        till.touch("save");
        till.shot(&format!("register/{name}-nothing"));
        assert!(till.find("save").is_some());
        write(&mut till, "name-ar", "سلال النخيل");
        write(&mut till, "name-en", "Palm baskets");
        write(&mut till, "contact", "أم خالد");
        write(&mut till, "phone", "+971501234567");
        till.touch("package-MAHRA");
        till.touch("package-IBDA");
        till.shot(&format!("register/{name}-who"));
        till.touch("tab-1");
        till.touch("licence-0");
        write(&mut till, "licence-number", "ETM-2026-1911");
        write(&mut till, "licence-expiry", "15/12/2026");
        till.touch("proxy");
        till.keys("خالد بن سعيد");
        till.touch("keyboard-done");
        till.touch("add-proxy");
        till.touch("proxy");
        till.keys("نورة");
        till.shot(&format!("register/{name}-writing"));
        till.touch("keyboard-done");
        till.shot(&format!("register/{name}-licence"));
        till.touch("tab-2");
        // A digit is wrong: the account is not taken.
        write(&mut till, "iban", "AE070331234567890123465");
        till.shot(&format!("register/{name}-iban"));
        till.touch("save");
        till.touch("tab-2");
        write(&mut till, "iban", "ae07 0331 2345 6789 0123 456");
        write(&mut till, "commission", "12.5");
        write(&mut till, "day-fee", "15");
        write(&mut till, "instalment", "50.00");
        till.touch("sells-itself");
        till.shot(&format!("register/{name}-money"));
        till.touch("tab-3");
        till.touch("food-yes");
        write(&mut till, "keeps-days", "14");
        write(&mut till, "support", "30000");
        write(&mut till, "support-date", "1/3/2026");
        write(&mut till, "support-from", "برنامج بداية");
        till.shot(&format!("register/{name}-goods"));
        till.touch("save");
        assert!(till.find("save").is_none(), "it is kept");
        till.shot(&format!("register/{name}-record"));

        let catalogue = bazaar.till.catalogue().unwrap();
        let family = catalogue.family(&code(&next)).expect("it is registered");
        assert_eq!(family.name.en, "Palm baskets");
        assert_eq!(family.packages.len(), 2);
        assert_eq!(family.proxies, ["خالد بن سعيد", "نورة"]);
        assert_eq!(family.iban, "AE070331234567890123456");
        assert_eq!(family.commission, Bps::new(1250));
        assert_eq!(family.day_fee, Some(fils(1500)));
        assert_eq!(family.advance_instalment, Some(fils(5000)));
        assert_eq!(family.sells_through, Some(MoneyTaker::Family));
        let keeps_days = Some(14);
        assert_eq!(family.food, Some(FoodRule { keeps_days }));
        let support = family.support.as_ref().expect("it was given");
        assert_eq!(support.amount, fils(3_000_000));
        assert_eq!(support.on, Some("2026-03-01".parse().unwrap()));
        let licence = family.licence.as_ref().expect("it has one");
        assert_eq!(licence.kind, LicenceKind::Home);
        assert_eq!(licence.expires, Some("2026-12-15".parse().unwrap()));
    }
}

#[test]
fn a_family_is_changed_and_the_change_has_a_name() {
    for (language, name) in LANGUAGES {
        let bazaar = bazaar();
        let mut till = open(&bazaar, language);
        till.touch("family-F03");
        till.touch("edit");
        assert!(till.find("code").is_none(), "a code never changes");
        write(&mut till, "phone", "0501112223");
        till.touch("tab-2");
        write(&mut till, "commission", "9");
        till.touch("save");
        till.shot(&format!("register/{name}-changed"));
        let changes = bazaar.till.family_changes(&bazaar.huda, &code("F03"));
        let changes = changes.unwrap();
        assert_eq!(changes.len(), 2);
        assert_eq!(changes[0].by.as_ref().unwrap().as_str(), "huda");
        assert_eq!(changes[0].parts.len(), 2, "phone and commission");
        let catalogue = bazaar.till.catalogue().unwrap();
        let family = catalogue.family(&code("F03")).unwrap();
        assert_eq!(family.phone, "0501112223");
        assert_eq!(family.commission, Bps::new(900));
    }
}

#[test]
fn a_date_stands_as_its_field_asks_for_it_and_reads_back() {
    let bazaar = bazaar();
    let mut till = open(&bazaar, Language::Arabic);
    till.touch("family-F02");
    till.touch("edit");
    write(&mut till, "phone", "0501112223");
    till.touch("tab-1");
    assert_eq!(till.text("licence-expiry"), "31/10/2026");
    till.touch("save");
    let catalogue = bazaar.till.catalogue().unwrap();
    let family = catalogue.family(&code("F02")).unwrap();
    assert_eq!(family.phone, "0501112223");
    let expires = family.licence.as_ref().and_then(|licence| licence.expires);
    assert_eq!(expires, Some("2026-10-31".parse().unwrap()));
}

#[test]
fn a_mistyped_code_is_told_where_it_is_looked_for_and_where_it_is_entered() {
    for (language, name) in LANGUAGES {
        let bazaar = bazaar();
        let right = with_check_digit("F11");
        let wrong = format!("F11-{}", (right.bytes().last().unwrap() - b'0' + 1) % 10);
        let mut till = open(&bazaar, language);
        till.touch("search-families");
        till.keys(&wrong);
        till.touch("keyboard-done");
        till.shot(&format!("register/{name}-mistyped"));
        till.touch("add-family");
        write(&mut till, "code", &wrong);
        write(&mut till, "name-ar", "سلال النخيل");
        till.touch("save");
        till.shot(&format!("register/{name}-wrong-code"));
        assert!(till.find("save").is_some(), "it is not kept");
        assert!(bazaar.till.catalogue().unwrap().families().len() == 10);
    }
}

#[test]
fn only_the_organiser_sees_the_register() {
    let bazaar = bazaar();
    let mut till = bazaar.app(Language::English);
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    assert!(till.find("go-register").is_none());
    assert!(
        bazaar
            .till
            .family_changes(&bazaar.badr, &code("F03"))
            .is_err()
    );
}

#[test]
fn the_largest_text_leaves_every_key_of_the_register() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        let bazaar = bazaar();
        let mut till = open(&bazaar, language);
        till.touch("family-F02");
        wrong.extend(cut(&mut till, language, "register"));
        till.touch("edit");
        for (tab, name) in [
            ("tab-0", "register-who"),
            ("tab-1", "register-licence"),
            ("tab-2", "register-money"),
            ("tab-3", "register-goods"),
        ] {
            till.touch(tab);
            wrong.extend(cut(&mut till, language, name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_licence_that_has_ended_is_told_whatever_else_is_amiss() {
    let bazaar = bazaar();
    let mut till = open(&bazaar, Language::English);
    till.touch("add-family");
    till.touch("tab-1");
    till.touch("licence-0");
    assert!(till.find("licence-warning").is_none());
    write(&mut till, "licence-number", "ETM-2025-1911");
    write(&mut till, "licence-expiry", "31/10/2026");
    assert!(till.find("licence-warning").is_some(), "without a name yet");
    write(&mut till, "licence-expiry", "31/31/2026");
    assert!(till.find("licence-warning").is_none(), "that is no date");
}
