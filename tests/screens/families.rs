//! A walk past everything that is done for a family: its entry in the register, its
//! goods, its money.

use sanduq::domain::family::{Family, FoodRule};
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, type_on_pad};
use crate::family_history;
use crate::register;
use crate::signing;
use crate::stock;
use crate::walks::{See, Till};

pub fn walk(language: Language, see: &mut impl See) {
    let bazaar = register::bazaar();
    let mut till = register::open(&bazaar, language);
    entry(&mut till, see);
    stock::take_in(&bazaar, "F01", &[("KABSA", 12), ("LUQAIMAT", 4)]);
    let catalogue = bazaar.till.catalogue().unwrap();
    let known = catalogue.families()[0].clone();
    let keeps_days = Some(3);
    let eaten = Family {
        food: Some(FoodRule { keeps_days }),
        ..known
    };
    let entered = bazaar.till.enter_family(&bazaar.huda, eaten, false);
    entered.unwrap();
    let mut till = register::open(&bazaar, language);
    goods(&mut till, see);
    money(language, see);
}

fn entry(till: &mut Till, see: &mut impl See) {
    till.touch("family-F02");
    see(till, "register");
    till.touch("edit");
    see(till, "register-who");
    till.touch("tab-1");
    till.touch("licence-number");
    see(till, "register-writing");
    till.touch("keyboard-done");
    see(till, "register-licence");
    till.touch("tab-2");
    register::write(till, "iban", "AE07");
    till.touch("save");
    see(till, "register-money");
    till.touch("tab-3");
    till.touch("food-yes");
    see(till, "register-goods");
    till.touch("back");
}

fn goods(till: &mut Till, see: &mut impl See) {
    till.touch("desk");
    till.touch("go-goods");
    till.touch("family-F01");
    see(till, "goods-of-family");
    till.touch("take-in");
    see(till, "intake-of-food");
    till.touch("back");
    till.touch("hand-back");
    till.touch("all-left");
    see(till, "hand-back");
    till.touch("back");
    till.touch("write-off");
    type_on_pad(till, "2");
    till.touch("loss-of-organiser");
    till.touch("reason-0");
    see(till, "write-off");
    till.touch("confirm");
    see(till, "written-off");
    till.touch("done");
}

fn money(language: Language, see: &mut impl See) {
    let bazaar = Bazaar::open();
    signing::owed(&bazaar);
    let mut till = bazaar.app(language);
    signing::pay(&mut till);
    signing::sign(&mut till);
    see(&mut till, "sign");
    till.touch("sign-done");
    see(&mut till, "pay-signed");
    till.touch("confirm");
    till.touch("done");
    see(&mut till, "account-signed");
    let bazaar = family_history::supported();
    let mut till = bazaar.app(language);
    family_history::paid_by_cheque(&mut till);
    see(&mut till, "history");
    till.touch("take-back-T1-000001");
    till.touch("reason-1");
    see(&mut till, "take-back");
}
