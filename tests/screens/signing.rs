//! Signing for money on the real screens: what a hand draws on the pad is in the fact,
//! on the slip and in the family's account; and what is no signature is not.

use iced::{Point, Rectangle};
use sanduq::app::shell::{App, Message};
use sanduq::domain::fact::Fact;
use sanduq::domain::id::FamilyCode;
use sanduq::domain::payout::{Payout, Signed};
use sanduq::domain::sale::TenderKind;
use sanduq::domain::signature::Dot;
use sanduq::locale::Language;
use sanduq::print::Bitmap;

use crate::bazaar::{Bazaar, HUDA, app_over, sign_in, type_on_pad};
use crate::desk_mistakes::sell;
use crate::driver::Driver;
use crate::looks::cut;
use crate::organiser::end_the_day;
use crate::printed::Desk;

type Till = Driver<App, Message>;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

/// A family that is owed 21.60, a day settled, and cash in the safe.
pub fn owed(bazaar: &Bazaar) {
    sell(bazaar, &[("COFFEE", 3000)], TenderKind::Card);
    end_the_day(bazaar);
    let day = bazaar.till.day_status().unwrap().days[0].day;
    bazaar.till.settle_day(&bazaar.huda, day).unwrap();
}

pub fn pay(till: &mut Till) {
    sign_in(till, "person-huda", HUDA);
    till.touch("go-payouts");
    till.touch("family-F03");
    till.touch("pay");
}

/// A cross: a line from side to side and one from top to bottom, drawn by hand.
pub fn sign(till: &mut Till) {
    till.touch("sign-here");
    let pad = till.find("pad").expect("the pad is shown");
    let at = |x: f32, y: f32| place(pad, x, y);
    till.drag(at(0.1, 0.5), at(0.9, 0.5));
    till.drag(at(0.5, 0.1), at(0.5, 0.9));
}

fn place(pad: Rectangle, x: f32, y: f32) -> Point {
    Point::new(pad.x + pad.width * x, pad.y + pad.height * y)
}

fn payout(bazaar: &Bazaar) -> Payout {
    let last = bazaar.till.store().read(|books| books.last_entry());
    match last.unwrap().expect("it was paid").fact {
        Fact::PayoutMade(payout) => payout,
        other => panic!("{} instead of a payout", other.kind()),
    }
}

/// The longest run of black dots in each row of a paper.
fn longest_runs(paper: &Bitmap) -> Vec<usize> {
    let row = |y| {
        let mut longest = 0;
        let mut run = 0;
        for x in 0..paper.width() {
            run = if paper.get(x, y) { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        longest
    };
    (0..paper.height()).map(row).collect()
}

#[test]
fn what_is_drawn_is_kept_and_printed_dot_by_dot() {
    for (language, name) in LANGUAGES {
        let desk = Desk::new(|_| {});
        owed(&desk.bazaar);
        let mut till = app_over(&desk.bazaar.till, language, Some(desk.printing.clone()));
        pay(&mut till);
        till.touch("collector");
        till.keys("سالم");
        till.touch("keyboard-done");
        sign(&mut till);
        till.shot(&format!("signing/{name}-pad"));
        till.touch("sign-done");
        assert!(till.find("signature").is_some(), "it is shown in the form");
        till.shot(&format!("signing/{name}-form"));
        till.touch("confirm");
        till.shot(&format!("signing/{name}-paid"));
        let paid = payout(&desk.bazaar);
        let Some(Signed::Drawn(signature)) = &paid.signed else {
            panic!("it was drawn");
        };
        let line = |from: (u16, u16), to: (u16, u16)| [from, to].map(|(x, y)| Dot { x, y });
        let strokes = signature.strokes();
        assert_eq!(strokes[0], line((100, 200), (900, 200)), "not mirrored");
        assert_eq!(strokes[1], line((500, 40), (500, 360)));

        till.touch("print");
        desk.finished();
        let machine = desk.fake.machine();
        let sheet = machine.tray().last().expect("the slip was printed");
        let paper = sheet.bitmap(machine.make().stride);
        // Four fifths of 400 dots: the line from side to side, as thick as the pen.
        let across = longest_runs(&paper);
        let thick: Vec<usize> = (0..across.len())
            .filter(|y| (310..=325).contains(&across[*y]))
            .collect();
        assert_eq!(thick.len(), 3, "{across:?}");
        let middle = thick[1];
        let down = (0..paper.width()).map(|x| {
            let rows = middle.saturating_sub(70)..middle + 70;
            rows.filter(|y| paper.get(x, *y)).count()
        });
        let longest = down.max().expect("a paper has a width");
        assert!((125..=135).contains(&longest), "the line down: {longest}");
        drop(machine);
        till.touch("done");
        assert!(till.find("signature").is_some(), "it stands in the account");
        till.shot(&format!("signing/{name}-account"));
    }
}

#[test]
fn a_touch_is_no_signature_and_another_sum_wants_another() {
    let bazaar = Bazaar::open();
    owed(&bazaar);
    let mut till = bazaar.app(Language::English);
    pay(&mut till);
    till.touch("sign-here");
    till.touch("pad");
    till.touch("sign-done");
    assert!(till.find("pad").is_some(), "a dot is no signature");
    till.touch("close-sheet");
    sign(&mut till);
    till.touch("sign-clear");
    till.touch("sign-done");
    assert!(till.find("pad").is_some(), "it was wiped off");
    till.touch("close-sheet");
    sign(&mut till);
    till.touch("sign-done");
    assert!(till.find("signature").is_some());
    // Signed for 21.60, not for 10.00.
    type_on_pad(&mut till, "10");
    assert!(till.find("signature").is_none());
    till.touch("sign-thumb");
    till.touch("confirm");
    let paid = payout(&bazaar);
    assert_eq!(paid.signed, Some(Signed::Thumb));
    assert_eq!(paid.amount.minor(), 1000, "in part");
}

#[test]
fn another_person_wants_another_signature_whichever_way_they_are_named() {
    let bazaar = Bazaar::open();
    owed(&bazaar);
    let mut till = bazaar.app(Language::English);
    pay(&mut till);
    sign(&mut till);
    till.touch("sign-done");
    assert!(till.find("signature").is_some());
    // On the keyboard of the screen, which is the only one in a hall.
    till.touch("collector");
    till.touch("letter-s");
    till.touch("keyboard-done");
    assert!(till.find("signature").is_none());
    till.touch("confirm");
    let paid = payout(&bazaar);
    assert_eq!(paid.collected_by, "s");
    assert_eq!(paid.signed, None);
}

#[test]
fn nobody_signs_for_a_transfer() {
    let bazaar = Bazaar::open();
    owed(&bazaar);
    let mut till = bazaar.app(Language::Arabic);
    pay(&mut till);
    sign(&mut till);
    till.touch("sign-done");
    till.touch("means-transfer");
    assert!(till.find("sign-here").is_none());
    till.touch("reference");
    till.keys("TR-7");
    till.touch("keyboard-done");
    till.touch("confirm");
    assert_eq!(payout(&bazaar).signed, None);
    let code = FamilyCode::new("F03").unwrap();
    let account = bazaar.till.family_account(&code).unwrap();
    assert!(account.settled_balance.is_zero());
}

#[test]
fn the_largest_text_leaves_every_key_of_the_pad() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        let bazaar = Bazaar::open();
        owed(&bazaar);
        let mut till = bazaar.app(language);
        pay(&mut till);
        wrong.extend(cut(&mut till, language, "pay-family"));
        till.touch("sign-here");
        wrong.extend(cut(&mut till, language, "sign"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
