//! A walk past everything that is done for a family: its entry in the register.

use sanduq::locale::Language;

use crate::register;
use crate::walks::{See, Till};

pub fn walk(language: Language, see: &mut impl See) {
    let bazaar = register::bazaar();
    let mut till = register::open(&bazaar, language);
    entry(&mut till, see);
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
