//! Papers of the training say that they are, before anything else.

use sanduq::domain::bazaar::Bazaar;
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
    let cases = [
        ("INTAJ8-T1-000042", true, false),
        ("TRAINING-INTAJ8-T1-000042", false, true),
        ("T1-000042", true, true),
        ("42", true, true),
    ];
    for (number, real, practised) in cases {
        assert_eq!(bazaar.may_number(number), real, "{number}");
        assert_eq!(training.may_number(number), practised, "{number}");
    }
    let long = Bazaar {
        code: "A-BAZAAR-WITH-A-CODE-OF-THIRTY-NINE-SIG".parse().unwrap(),
        ..bazaar
    };
    assert_eq!(long.for_training().code.as_str(), "TRAINING");
}
