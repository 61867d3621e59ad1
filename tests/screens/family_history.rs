//! What happened to a family's account, on the real screens, and a payout taken back
//! there.

use sanduq::app::shell::{App, Message};
use sanduq::domain::family::{Family, Support};
use sanduq::domain::id::FamilyCode;
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, fils, sign_in};
use crate::driver::Driver;
use crate::looks::cut;
use crate::signing::{owed, pay};

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn code() -> FamilyCode {
    FamilyCode::new("F03").unwrap()
}

/// A family that received support and is owed 21.60.
pub fn supported() -> Bazaar {
    let bazaar = Bazaar::open();
    let catalogue = bazaar.till.catalogue().unwrap();
    let known = catalogue.family(&code()).unwrap().clone();
    let supported = Family {
        support: Some(Support {
            amount: fils(2_000_000),
            from: "برنامج بداية".into(),
            on: Some("2026-03-01".parse().unwrap()),
        }),
        ..known
    };
    let entered = bazaar.till.enter_family(&bazaar.huda, supported, false);
    entered.unwrap();
    owed(&bazaar);
    bazaar
}

/// Pays by a cheque, and shows what happened to the account.
pub fn paid_by_cheque(till: &mut Till) {
    pay(till);
    till.touch("means-cheque");
    till.touch("confirm");
    assert!(till.find("done").is_none(), "a cheque has a number");
    till.touch("reference");
    till.keys("CHQ-000731");
    till.touch("keyboard-done");
    till.touch("confirm");
    till.touch("done");
    till.touch("history");
}

#[test]
fn a_payout_that_never_arrived_is_taken_back() {
    for (language, name) in LANGUAGES {
        let bazaar = supported();
        let mut till = bazaar.app(language);
        paid_by_cheque(&mut till);
        till.shot(&format!("history/{name}-list"));
        let balance = || bazaar.till.family_account(&code()).unwrap().settled_balance;
        assert!(balance().is_zero());
        till.touch("take-back-T1-000001");
        till.touch("confirm");
        assert!(balance().is_zero(), "a reason comes first");
        till.touch("reason-1");
        till.shot(&format!("history/{name}-take-back"));
        till.touch("confirm");
        assert_eq!(balance(), fils(2160));
        assert!(till.find("take-back-T1-000001").is_none(), "only once");
        till.shot(&format!("history/{name}-taken-back"));
        till.touch("back");
        let owed = till.text("balance");
        assert!(owed.contains("21.60"), "{owed}");
        till.shot(&format!("history/{name}-account"));
        till.touch("pay");
        till.touch("confirm");
        assert!(balance().is_zero(), "and paid again");
    }
}

#[test]
fn a_supervisor_reads_the_history_and_takes_nothing_back() {
    let bazaar = supported();
    let mut till = bazaar.app(Language::English);
    paid_by_cheque(&mut till);
    till.touch("sign-out");
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    till.touch("go-payouts");
    till.touch("family-F03");
    till.touch("history");
    assert!(till.find("advance-left").is_some());
    assert!(till.find("take-back-T1-000001").is_none());
}

#[test]
fn the_largest_text_leaves_every_key_of_the_history() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        let bazaar = supported();
        let mut till = bazaar.app(language);
        paid_by_cheque(&mut till);
        wrong.extend(cut(&mut till, language, "history"));
        till.touch("take-back-T1-000001");
        wrong.extend(cut(&mut till, language, "take-back"));
        till.touch("back");
        till.touch("back");
        wrong.extend(cut(&mut till, language, "statement"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
