//! Each of the five kinds of bazaar on the real screens, from the opening of its day
//! to a paid family.

use sanduq::domain::money::Money;
use sanduq::locale::Language;

use crate::bazaar::{app, sign_in, type_on_pad};
use crate::kinds::{
    CANTEEN, CASHIER_PIN, CORNERS, Kind, MAKKAH, ORGANISER_PIN, QATIF, SHARJAH, SUPERVISOR_PIN,
    Shipped,
};
use crate::walks::Till;

/// What a day of a kind is told with.
struct Day {
    kind: Kind,
    language: Language,
    /// Tiles of the cashier, the supervisor and the organiser.
    people: [&'static str; 3],
    /// The one note in the drawer in the morning.
    note: &'static str,
    /// What is sold.
    tile: &'static str,
    /// How it is paid, after the key that pays.
    tenders: &'static [&'static str],
    /// The key of the family in the list of those that are paid.
    family: &'static str,
}

impl Day {
    /// Opens the day and a shift; the cashier is at the counter then.
    fn opened(&self) -> (Shipped, Till) {
        let bazaar = self.kind.set_up();
        let mut till = app(&bazaar.till, self.language);
        sign_in(&mut till, self.people[1], SUPERVISOR_PIN);
        till.touch("next");
        till.touch("open-day");
        till.touch("sign-out");
        sign_in(&mut till, self.people[0], CASHIER_PIN);
        till.touch(self.note);
        type_on_pad(&mut till, "1");
        till.touch("open-shift");
        assert!(
            till.find("search").is_some(),
            "the cashier is at the counter"
        );
        till.shot(&format!("kinds/{}-counter", self.kind.folder));
        (bazaar, till)
    }

    fn sell(&self, till: &mut Till) {
        till.touch(self.tile);
        till.touch("pay");
        for key in self.tenders {
            till.touch(key);
        }
        assert!(till.find("sale-number").is_some(), "{}", self.kind.folder);
        till.shot(&format!("kinds/{}-paid", self.kind.folder));
        till.touch("next-sale");
    }

    /// Counts the note of the morning, closes shift and day and settles everybody.
    fn close(&self, till: &mut Till) {
        till.touch("desk");
        till.touch("go-close-shift");
        till.touch(self.note);
        type_on_pad(till, "1");
        till.touch("count-done");
        till.touch("done");
        till.touch("sign-out");
        sign_in(till, self.people[2], ORGANISER_PIN);
        till.touch("go-close-day");
        till.touch("close-day");
        till.touch("sure");
        till.touch("settle");
        till.shot(&format!("kinds/{}-settled", self.kind.folder));
        till.touch("go-payouts");
    }

    /// A whole day with one sale; the organiser is at the payouts then.
    fn settled(&self) -> (Shipped, Till) {
        let (bazaar, mut till) = self.opened();
        self.sell(&mut till);
        self.close(&mut till);
        (bazaar, till)
    }

    /// Pays the family by transfer, and looks at its account.
    fn pay(&self, bazaar: &Shipped, till: &mut Till) -> Money {
        till.touch(self.family);
        till.touch("pay");
        till.touch("means-transfer");
        till.click("reference");
        till.keys("TR 20261206");
        till.touch("keyboard-done");
        till.touch("confirm");
        till.touch("done");
        till.shot(&format!("kinds/{}-account", self.kind.folder));
        let code = self.family.trim_start_matches("family-").parse().unwrap();
        let account = bazaar.till.family_account(&code).unwrap();
        assert!(account.settled_balance.is_zero());
        account.settlement.expect("it was settled").payable
    }
}

const CARD: &[&str] = &["pay-card", "pay-accepted"];

#[test]
fn sharjah_on_the_screen() {
    let day = Day {
        kind: SHARJAH,
        language: Language::Arabic,
        people: ["person-S01", "person-S10", "person-S20"],
        note: "kind-20000",
        tile: "tile-F01-01",
        tenders: CARD,
        family: "family-F01",
    };
    let (bazaar, mut till) = day.settled();
    let sale = bazaar.till.last_sale().unwrap().unwrap().fact.paid();
    // Commission and the day's fee are held back.
    assert!(day.pay(&bazaar, &mut till) < sale);
}

#[test]
fn makkah_on_the_screen() {
    let day = Day {
        kind: MAKKAH,
        language: Language::Arabic,
        people: ["person-K01", "person-K10", "person-K20"],
        note: "kind-10000",
        tile: "tile-M01-01",
        tenders: CARD,
        family: "family-M01",
    };
    let (bazaar, mut till) = day.settled();
    // 35.00 less 5 %.
    assert_eq!(day.pay(&bazaar, &mut till), Money::from_minor(3325));
}

#[test]
fn qatif_on_the_screen() {
    let day = Day {
        kind: QATIF,
        language: Language::Arabic,
        people: ["person-M01", "person-M10", "person-M20"],
        note: "kind-10000",
        tile: "tile-R01-03",
        tenders: &["pay-family-R01"],
        family: "family-R01",
    };
    let (bazaar, mut till) = day.settled();
    // Who took the money at the stall is owed nothing.
    till.touch(day.family);
    till.shot("kinds/qatif-account");
    assert!(till.find("pay").is_none());
    let code = "R01".parse().unwrap();
    let settled = bazaar.till.family_account(&code).unwrap().settlement;
    assert!(settled.unwrap().payable.is_zero());
}

#[test]
fn a_canteen_on_the_screen() {
    let day = Day {
        kind: CANTEEN,
        language: Language::English,
        people: ["person-W01", "person-W10", "person-W20"],
        note: "kind-5000",
        tile: "tile-W01-04",
        tenders: CARD,
        family: "family-W01",
    };
    let (bazaar, mut till) = day.opened();
    for _ in 0..4 {
        day.sell(&mut till);
    }
    day.close(&mut till);
    // 2.000 less 8 % and 1.500 for the room.
    assert_eq!(day.pay(&bazaar, &mut till), Money::from_minor(340));
}

#[test]
fn a_corner_on_the_screen() {
    let day = Day {
        kind: CORNERS,
        language: Language::Arabic,
        people: ["person-A01", "person-A10", "person-A20"],
        note: "kind-10000",
        tile: "tile-A01-01",
        tenders: CARD,
        family: "family-A01",
    };
    let (bazaar, mut till) = day.opened();
    till.touch("desk");
    till.touch("go-door");
    for subject in ["subject-FUND", "subject-TRAIN", "subject-FUND"] {
        till.touch(subject);
    }
    till.shot("kinds/corners-door");
    assert_eq!(bazaar.till.visitors().unwrap().advised_in_all(), 3);
    till.touch("desk");
    till.touch("go-sell");
    day.sell(&mut till);
    day.close(&mut till);
    assert_eq!(day.pay(&bazaar, &mut till), Money::from_minor(2500));
}
