//! Papers of the training say that they are, before anything else.

use sanduq::domain::bazaar::{Bazaar, TillPlace};
use sanduq::domain::id::{Number, TillCode};
use sanduq::print::papers::{PaperLanguages, receipt};

use crate::worked_day::{bazaar, first_sale, issued, on};
use crate::{check, check_in};

#[test]
fn a_paper_of_the_training_says_so() {
    let training = bazaar().for_training();
    check("training-receipt", |languages| {
        on(&training, languages, |stationery| {
            receipt(stationery, &first_sale(), &issued(16, 5))
        })
    });
    check_in(PaperLanguages::BOTH, "training-receipt-copy", |languages| {
        on(&training, languages, |stationery| {
            receipt(stationery, &first_sale(), &issued(16, 5).copy(1))
        })
    });
}

#[test]
fn a_bazaar_to_be_practised_on_has_numbers_of_its_own() {
    let bazaar = bazaar();
    let training = bazaar.clone().for_training();
    assert_eq!(training.code.as_str(), "TRAINING-INTAJ8");
    assert_eq!(training.clone().for_training(), training);
    // What is asked for, the till it names in the bazaar, and in its training.
    let cases = [
        ("INTAJ8-T1-000042", Some("T1"), None),
        ("TRAINING-INTAJ8-T1-000042", None, Some("T1")),
        ("T1-000042", Some("T1"), Some("T1")),
        ("42", Some("T2"), Some("T2")),
        ("INTAJ7-T1-42", Some("T1"), None),
        ("INTAJ8-T1-", None, None),
    ];
    check_numbers(&bazaar, &cases);
    let long = Bazaar {
        code: "A-BAZAAR-WITH-A-CODE-OF-THIRTY-NINE-SIG".parse().unwrap(),
        ..bazaar
    };
    assert_eq!(long.for_training().code.as_str(), "TRAINING");
}

#[test]
fn codes_with_hyphens_and_of_every_name_have_numbers() {
    let tills = ["T1", "T-1", "TRAINING-1"];
    let sharjah = bazaar();
    let tills = tills.map(|code| TillPlace {
        code: code.parse().unwrap(),
        ..sharjah.tills[0].clone()
    });
    let centre = Bazaar {
        code: "TRAINING-CENTRE".parse().unwrap(),
        tills: tills.into(),
        ..sharjah
    };
    let cases = [
        ("TRAINING-CENTRE-T1-42", Some("T1"), None),
        ("TRAINING-CENTRE-T-1-42", Some("T-1"), None),
        ("TRAINING-TRAINING-CENTRE-T-1-42", None, Some("T-1")),
        ("T-1-42", Some("T-1"), Some("T-1")),
        ("TRAINING-1-42", Some("TRAINING-1"), Some("TRAINING-1")),
        ("CENTRE7-T-1-42", Some("T-1"), None),
    ];
    check_numbers(&centre, &cases);
}

/// Checks which till a number names in a bazaar, and in its training.
#[track_caller]
fn check_numbers(bazaar: &Bazaar, cases: &[(&str, Option<&str>, Option<&str>)]) {
    let own = TillCode::new("T2").unwrap();
    let training = bazaar.clone().for_training();
    for &(text, real, practised) in cases {
        for (bazaar, till) in [(bazaar, real), (&training, practised)] {
            let expected = till.map(|till| Number {
                till: TillCode::new(till).unwrap(),
                n: 42,
            });
            assert_eq!(bazaar.number(text, &own), expected, "{text}");
        }
    }
}
