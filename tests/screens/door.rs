//! The door on the real screens: people in and out, a full hall, a mistake taken
//! back, visitors who were advised.

use sanduq::domain::id::SubjectCode;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, Bazaar, TERMS, sign_in};

fn terms() -> String {
    let subject = |code: &str, arabic: &str, english: &str| {
        format!(
            "[[subjects]]\ncode = \"{code}\"\nname_ar = \"{arabic}\"\nname_en = \"{english}\"\n"
        )
    };
    [
        TERMS.replace("cut_off", "hall_limit = 15\ncut_off"),
        subject("LICENCE", "رخصة اعتماد المنزلية", "The home licence"),
        subject("COURSES", "الدورات والتدريب", "Courses"),
        subject(
            "FINANCE",
            "التمويل والدعم من الصناديق الخيرية",
            "Funding and support",
        ),
    ]
    .concat()
}

#[test]
fn the_door_is_counted_and_says_when_the_hall_is_full() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open_with_terms(&terms());
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-amal", AMAL);
        till.touch("desk");
        till.touch("go-door");
        till.shot(&format!("door/{name}-empty"));
        till.touch("out");
        assert_eq!(till.text("inside"), "0", "nobody can leave an empty hall");
        for key in ["in-5", "in-5", "in-2", "in"] {
            till.touch(key);
        }
        assert_eq!(till.text("inside"), "13");
        till.touch("out");
        till.touch("subject-LICENCE");
        till.touch("subject-LICENCE");
        till.touch("subject-COURSES");
        till.shot(&format!("door/{name}"));
        till.resize(1024.0, 768.0);
        till.shot(&format!("door/{name}-1024"));
        till.resize(1280.0, 800.0);
        assert!(till.find("full").is_none());
        till.touch("in-5");
        assert!(till.find("full").is_some());
        till.shot(&format!("door/{name}-full"));
        // The group was of two.
        till.touch("take-back");
        till.touch("in-2");
        assert_eq!(till.text("inside"), "14");
        till.touch("in");
        assert!(till.find("full").is_some(), "fifteen is the limit");
        let visitors = bazaar.till.visitors().unwrap();
        assert_eq!((visitors.entered, visitors.left), (16, 1));
        let licence = SubjectCode::new("LICENCE").unwrap();
        assert_eq!(visitors.advised[&licence], 2);
        till.touch("back");
        till.shot(&format!("door/{name}-desk"));
        till.touch("sign-out");
        sign_in(&mut till, "person-badr", crate::bazaar::BADR);
        till.touch("desk");
        till.touch("go-close-day");
        till.shot(&format!("door/{name}-reading"));
    }
}
