//! The screens of the organiser's desk, the door and the orders, with the largest
//! text in the smallest window: no key is cut off, in either language.

use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, HUDA, TERMS, sign_in, type_on_pad};
use crate::desk_mistakes::{order, sell};
use crate::looks::cut;

#[test]
fn the_largest_text_leaves_every_key_of_the_desk() {
    let subject =
        "[[subjects]]\ncode = \"LICENCE\"\nname_ar = \"رخصة اعتماد\"\nname_en = \"Licence\"\n";
    let terms = TERMS.replace("cut_off", "hall_limit = 15\ncut_off") + subject;
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let bazaar = Bazaar::open_with_terms(&terms);
        sell(&bazaar, &[("COFFEE", 1000)], TenderKind::Card);
        order(&bazaar, &[("PANEL", 1000)], "مها السالم", "2026-11-28");
        order(&bazaar, &[("CAKE", 1000)], "علياء", "2026-11-29");
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("desk");
        till.touch("go-orders");
        till.touch("order-T1-000001");
        wrong.extend(cut(&mut till, language, "orders"));
        till.touch("hand-over");
        till.touch("way-card");
        type_on_pad(&mut till, "20");
        till.touch("confirm");
        wrong.extend(cut(&mut till, language, "hand-over"));
        till.touch("back");
        till.touch("back");
        till.touch("sign-out");
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("go-door");
        till.touch("in-5");
        wrong.extend(cut(&mut till, language, "door"));
        for _ in 0..2 {
            till.touch("in-5");
        }
        wrong.extend(cut(&mut till, language, "door-full"));
        till.touch("back");
        till.touch("go-safe");
        wrong.extend(cut(&mut till, language, "safe"));
        till.touch("back");
        till.touch("go-payouts");
        till.touch("family-F03");
        wrong.extend(cut(&mut till, language, "account"));
        for act in ["adjust", "lend", "settle-family"] {
            till.touch(act);
            wrong.extend(cut(&mut till, language, act));
            till.touch("back");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
