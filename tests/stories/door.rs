//! Visitors of a day: counted at the door and at the advice corner, in the X, the
//! Z and the tally, and gone from the counters the next day.

use sanduq::domain::day::DayRefusal;
use sanduq::domain::door::{Advice, DoorCount, DoorRefusal, Visitors, Way};
use sanduq::domain::id::SubjectCode;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::{Error, Refusal};

use crate::bazaar::{Story, TERMS, refused};

fn terms() -> String {
    let subjects = "[[subjects]]\ncode = \"LICENCE\"\nname_ar = \"الرخصة\"\n\
                    [[subjects]]\ncode = \"LOANS\"\nname_ar = \"القروض\"\n";
    let terms = TERMS.replace("cut_off", "hall_limit = 15\ncut_off");
    format!("{terms}{subjects}")
}

fn pass(story: &Story, way: Way, people: u32, correction: bool) -> Result<Visitors, Error> {
    let count = DoorCount {
        way,
        people,
        correction,
    };
    story.till.count_at_door(&story.amal, count)
}

fn advise(story: &Story, subject: &str, correction: bool) -> Result<Visitors, Error> {
    let advice = Advice {
        subject: SubjectCode::new(subject).unwrap(),
        correction,
    };
    story.till.count_advice(&story.amal, advice)
}

#[test]
fn visitors_are_counted_until_the_day_is_closed() {
    let story = Story::with_terms(&terms());
    assert_eq!(
        refused(pass(&story, Way::In, 1, false)),
        Refusal::Day(DayRefusal::NoOpenDay)
    );
    story.open();
    let bazaar = story.till.catalogue().unwrap().bazaar.clone();
    assert!(!pass(&story, Way::In, 14, false).unwrap().fill(&bazaar));
    let full = pass(&story, Way::In, 1, false).unwrap();
    assert!(full.fill(&bazaar), "fifteen are admitted");
    // Somebody slipped in: whoever is in is counted, limit or not.
    pass(&story, Way::In, 2, false).unwrap();
    pass(&story, Way::In, 2, true).unwrap();
    let left = pass(&story, Way::Out, 6, false).unwrap();
    assert_eq!((left.entered, left.left, left.inside()), (15, 6, 9));
    assert_eq!(
        refused(pass(&story, Way::Out, 10, false)),
        Refusal::Door(DoorRefusal::NotSoManyInside {
            inside: 9,
            leaving: 10
        })
    );
    for _ in 0..3 {
        advise(&story, "LICENCE", false).unwrap();
    }
    advise(&story, "LOANS", false).unwrap();
    let advised = advise(&story, "LOANS", true).unwrap();
    assert_eq!(advised.advised_in_all(), 3);
    let subject = SubjectCode::new("WEATHER").unwrap();
    assert_eq!(
        refused(advise(&story, "WEATHER", false)),
        Refusal::Door(DoorRefusal::UnknownSubject(subject))
    );

    let counted = story.till.visitors().unwrap();
    assert_eq!(counted, advised);
    assert_eq!(story.till.day_status().unwrap().visitors, counted);
    assert_eq!(story.till.x_report().unwrap().1.visitors, counted);
    story.count_and_close(20_000, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    assert_eq!(z.fact.tally.visitors, counted);
    assert_eq!(story.till.tally(Vec::new()).unwrap().visitors, counted);

    story.minutes_later(24 * 60);
    story.till.open_day(&story.badr, None, false).unwrap();
    assert!(story.till.visitors().unwrap().is_empty());
}
