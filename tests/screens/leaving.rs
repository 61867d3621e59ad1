//! Goods that leave the stock unsold, on the real screens: handed back to the family,
//! and lost, with the approval that asks for.

use sanduq::app::shell::{App, Message};
use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::fact::Fact;
use sanduq::domain::money::Quantity;
use sanduq::domain::stock::Stock;
use sanduq::locale::Language;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, fils, sign_in, type_on_pad, type_on_sheet};
use crate::driver::Driver;
use crate::looks::cut;
use crate::stock::take_in;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn stock(bazaar: &Bazaar, sku: &str) -> Stock {
    let rows = bazaar.till.stock(None).unwrap();
    let row = rows.into_iter().find(|row| row.sku.as_str() == sku);
    row.expect("it was handed in").stock
}

fn last_fact(bazaar: &Bazaar) -> Fact {
    let last = bazaar.till.store().read(|books| books.last_entry());
    last.unwrap().expect("something was recorded").fact
}

fn goods(bazaar: &Bazaar, language: Language, person: &'static str, pin: &str) -> Till {
    take_in(bazaar, "F01", &[("KABSA", 5), ("LUQAIMAT", 4)]);
    let mut till = bazaar.app(language);
    sign_in(&mut till, person, pin);
    till.touch("desk");
    till.touch("go-goods");
    till.touch("family-F01");
    till
}

#[test]
fn goods_are_handed_back_to_whom_comes_for_them() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut till = goods(&bazaar, language, "person-amal", AMAL);
        till.touch("hand-back");
        till.touch("confirm");
        assert!(till.find("done").is_none(), "nothing is named yet");
        till.touch("goods-KABSA");
        type_on_pad(&mut till, "9");
        till.touch("confirm");
        assert!(till.find("done").is_none(), "so many are not there");
        till.shot(&format!("leaving/{name}-too-many"));
        till.touch("key-back");
        type_on_pad(&mut till, "2");
        till.touch("goods-LUQAIMAT");
        till.touch("all-left");
        till.touch("back-person");
        till.keys("سالم");
        till.touch("keyboard-done");
        till.touch("confirm");
        till.shot(&format!("leaving/{name}-back"));
        till.touch("done");
        assert_eq!(stock(&bazaar, "KABSA").returned, Quantity::units(2));
        assert!(stock(&bazaar, "LUQAIMAT").left().is_zero());
        let Fact::GoodsReturned(note) = last_fact(&bazaar) else {
            panic!("they were handed back");
        };
        assert_eq!(note.person, "سالم");
    }
}

#[test]
fn a_loss_has_a_reason_and_an_owner_and_the_organisers_is_made_good() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut till = goods(&bazaar, language, "person-amal", AMAL);
        till.touch("write-off");
        till.touch("goods-KABSA");
        type_on_pad(&mut till, "2");
        till.touch("confirm");
        assert!(till.find("approve").is_none(), "a reason comes first");
        till.touch("reason-0");
        till.touch("loss-of-organiser");
        till.shot(&format!("leaving/{name}-loss"));
        till.touch("confirm");
        till.shot(&format!("leaving/{name}-approval"));
        assert!(
            till.find("approver-badr").is_none(),
            "only an organiser may"
        );
        type_on_sheet(&mut till, HUDA);
        till.touch("approve");
        till.shot(&format!("leaving/{name}-lost"));
        till.touch("done");
        let Fact::GoodsLost(loss) = last_fact(&bazaar) else {
            panic!("they were written off");
        };
        assert_eq!(loss.borne_by, Beneficiary::Organiser);
        assert_eq!(loss.credit(), fils(2 * 3500 - 700), "less the commission");
        assert_eq!(stock(&bazaar, "KABSA").lost, Quantity::units(2));

        // The family's own loss is a supervisor's word and credits nobody.
        till.touch("write-off");
        till.touch("goods-LUQAIMAT");
        type_on_pad(&mut till, "1");
        till.touch("reason-2");
        till.touch("confirm");
        till.touch("approver-badr");
        type_on_sheet(&mut till, BADR);
        till.touch("approve");
        till.touch("done");
        let Fact::GoodsLost(loss) = last_fact(&bazaar) else {
            panic!("they were written off");
        };
        assert!(loss.credit().is_zero());
        assert!(!loss.note.remark.is_empty());
    }
}

#[test]
fn the_largest_text_leaves_every_key_of_goods_that_leave() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        let bazaar = Bazaar::open();
        let mut till = goods(&bazaar, language, "person-huda", HUDA);
        wrong.extend(cut(&mut till, language, "goods"));
        till.touch("hand-back");
        wrong.extend(cut(&mut till, language, "hand-back"));
        till.touch("back");
        till.touch("write-off");
        wrong.extend(cut(&mut till, language, "write-off"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
