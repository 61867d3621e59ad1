//! Entering families by hand: codes with a check digit beside the older ones, dates of
//! what is eaten, and what a settled day keeps.

use sanduq::domain::check_digit::with_check_digit;
use sanduq::domain::fact::Fact;
use sanduq::domain::family::{Family, FoodRule};
use sanduq::domain::id::{Bilingual, GoodsNoteId};
use sanduq::domain::money::{Bps, Quantity};
use sanduq::domain::stock::{Batch, Named, StockRefusal};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::import::{ImportRefusal, ProblemReason};
use sanduq::services::register::RegisterRefusal;
use sanduq::services::set_up::SetUp;
use sanduq::services::stock::{HandedIn, NoteRequest};
use sanduq::services::{Error, Refusal};

use crate::bazaar::{Story, TERMS, card, family, fils, refused, sku};

/// The story's bazaar, where new codes are checked.
fn checked() -> Story {
    let story = Story::begin();
    let terms = TERMS.replace("cut_off", "check_digits = true\ncut_off");
    let terms = SetUp::read(&terms).unwrap();
    story.till.change_terms(&story.huda, terms).unwrap();
    story
}

fn new_family(story: &Story, code: &str) -> Family {
    let catalogue = story.till.catalogue().unwrap();
    Family {
        code: family(code),
        name: Bilingual::new("سلال النخيل", "Palm baskets"),
        ..catalogue.family(&family("F03")).unwrap().clone()
    }
}

fn enter(story: &Story, code: &str) -> Result<bool, Error> {
    let family = new_family(story, code);
    story.till.enter_family(&story.huda, family, true)
}

fn wrong_digit(code: &str) -> String {
    let (body, digit) = code.rsplit_once('-').unwrap();
    format!("{body}-{}", (digit.parse::<u32>().unwrap() + 1) % 10)
}

#[test]
fn the_next_code_carries_its_check_digit_where_the_bazaar_wants_one() {
    let plain = Story::begin();
    let next = |story: &Story| story.till.catalogue().unwrap().next_family_code().unwrap();
    assert_eq!(next(&plain).as_str(), "F21");
    let story = checked();
    assert_eq!(next(&story).as_str(), with_check_digit("F21"));
    assert!(enter(&story, next(&story).as_str()).unwrap());
    assert_eq!(next(&story).as_str(), with_check_digit("F22"));
}

#[test]
fn a_mistyped_code_is_refused_and_the_older_codes_go_on() {
    let story = checked();
    let code = with_check_digit("F21");
    let wrong = wrong_digit(&code);
    let refusal = |code: &str| Refusal::Register(RegisterRefusal::CheckDigitWrong(family(code)));
    assert_eq!(refused(enter(&story, &wrong)), refusal(&wrong));
    enter(&story, &code).unwrap();
    assert_eq!(refused(enter(&story, &wrong)), refusal(&wrong));
    // Without its check digit it would be another family.
    assert_eq!(
        refused(enter(&story, "F21")),
        Refusal::Register(RegisterRefusal::CheckDigitMissing {
            code: family("F21"),
            known: family(&code),
        })
    );
    // Codes as they were given before have none and stay as they are.
    let known = new_family(&story, "F05");
    assert!(story.till.enter_family(&story.huda, known, false).unwrap());
    assert!(enter(&story, "G-HALL-B").unwrap());
}

#[test]
fn nobody_is_written_over_by_a_new_family() {
    let story = Story::begin();
    assert_eq!(
        refused(enter(&story, "F05")),
        Refusal::Register(RegisterRefusal::CodeTaken(family("F05")))
    );
    assert!(enter(&story, "F30").unwrap());
    assert!(!enter(&story, "F30").unwrap(), "sent twice, entered once");
}

#[test]
fn an_import_tells_a_mistyped_code_from_an_unknown_one() {
    let story = checked();
    let code = with_check_digit("F21");
    enter(&story, &code).unwrap();
    let wrong = wrong_digit(&code);
    let reasons = |answer: Refusal| match answer {
        Refusal::Import(ImportRefusal::Problems(problems)) => {
            let reasons = problems.into_iter().map(|problem| problem.reason);
            reasons.collect::<Vec<_>>()
        }
        other => panic!("{other}"),
    };
    let families = format!("code,name_ar\nF05,مربى\n{wrong},سلال\nF21,سلال\n");
    let answer = story
        .till
        .import_families_from(&story.huda, "f.csv", families.as_bytes());
    assert_eq!(
        reasons(refused(answer)),
        [
            ProblemReason::CheckDigitWrong,
            ProblemReason::CheckDigitMissing {
                known: code.clone()
            }
        ]
    );
    let lines = format!(
        "family_code,name_ar,unit_price\n{wrong},سلة,10.00\nF99,سلة,10.00\n{code},سلة,10.00\n"
    );
    let answer = story
        .till
        .import_lines_from(&story.huda, "l.csv", lines.as_bytes());
    assert_eq!(
        reasons(refused(answer)),
        [ProblemReason::CheckDigitWrong, ProblemReason::UnknownFamily]
    );
    let catalogue = story.till.catalogue().unwrap();
    let name = &catalogue.family(&family(&code)).unwrap().name;
    assert_eq!(name.ar, "سلال النخيل", "nothing was written");
}

#[test]
fn what_is_eaten_is_taken_in_with_a_date() {
    let story = Story::begin();
    let jam = |keeps_days| {
        let catalogue = story.till.catalogue().unwrap();
        let known = catalogue.family(&family("F05")).unwrap().clone();
        let family = Family {
            food: Some(FoodRule { keeps_days }),
            ..known
        };
        story.till.enter_family(&story.huda, family, false).unwrap();
    };
    let take_in = |batch: Batch| {
        let request = NoteRequest {
            id: GoodsNoteId(story.till.moments().new_id()),
            family: family("F05"),
            person: String::new(),
            remark: String::new(),
        };
        let goods = Named {
            sku: sku("JAM"),
            quantity: Quantity::units(4),
        };
        let goods = vec![HandedIn { goods, batch }];
        story.till.receive_goods(&story.amal, request, goods)
    };
    jam(None);
    assert_eq!(
        refused(take_in(Batch::default())),
        Refusal::Stock(StockRefusal::BestBeforeMissing(sku("JAM")))
    );
    jam(Some(10));
    let noted = take_in(Batch::default()).unwrap().fact;
    let date = |text: &str| Some(text.parse::<chrono::NaiveDate>().unwrap());
    assert_eq!(noted.lines[0].batch.best_before, date("2026-12-06"));
    let longer = take_in(Batch {
        produced: date("2026-11-20"),
        best_before: date("2026-12-06"),
        ..Batch::default()
    });
    assert_eq!(
        refused(longer),
        Refusal::Stock(StockRefusal::GoodForLess {
            sku: sku("JAM"),
            until: date("2026-11-30").unwrap()
        })
    );
}

#[test]
fn a_settled_day_is_as_it_was_whatever_is_entered_later() {
    let story = Story::begin();
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[card(13_000)]);
    story.count_and_close(20_000, "").unwrap();
    let closed = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
    closed.unwrap();
    let before = story
        .till
        .settle_family(&story.huda, family("F05"), day)
        .unwrap();
    let known = new_family(&story, "F05");
    let changed = Family {
        commission: Bps::new(5000),
        day_fee: Some(fils(2000)),
        ..known
    };
    story
        .till
        .enter_family(&story.huda, changed, false)
        .unwrap();
    let after = story.till.family_account(&family("F05")).unwrap();
    assert_eq!(after.settlement.unwrap(), before);
    assert_eq!(before.payable, fils(13_000 - 1300));
    // Who changed it stands in the journal.
    let last = story.till.store().read(|books| books.last_entry()).unwrap();
    let last = last.expect("the change");
    assert_eq!(last.actor.as_ref().unwrap().as_str(), "huda");
    assert!(matches!(last.fact, Fact::FamilyRegistered(_)));
}

#[test]
fn only_the_organiser_changes_the_register() {
    let story = Story::begin();
    let family = new_family(&story, "F30");
    assert!(story.till.enter_family(&story.badr, family, true).is_err());
}
