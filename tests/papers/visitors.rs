//! The visitors of a day on its reading.

use sanduq::domain::bazaar::{Bazaar, Subject};
use sanduq::domain::door::{Advice, DoorCount, Visitors, Way};
use sanduq::domain::id::{Bilingual, SubjectCode};
use sanduq::domain::tally::Tally;
use sanduq::print::papers::{PaperLanguages, Reading, x_report};

use crate::check_in;
use crate::worked_day::{bazaar, issued, on};

#[test]
fn a_reading_tells_who_came_and_what_they_asked() {
    let licence = SubjectCode::new("LICENCE").unwrap();
    let bazaar = Bazaar {
        subjects: vec![Subject {
            code: licence.clone(),
            name: Bilingual::new("رخصة اعتماد المنزلية", "The home licence"),
        }],
        ..bazaar()
    };
    let mut visitors = Visitors::default();
    for (way, people) in [(Way::In, 48), (Way::Out, 35)] {
        visitors.count(&DoorCount {
            way,
            people,
            correction: false,
        });
    }
    for subject in [licence.clone(), licence, SubjectCode::new("OLD").unwrap()] {
        visitors.advise(&Advice {
            subject,
            correction: false,
        });
    }
    let tally = Tally {
        visitors,
        ..Tally::default()
    };
    let day = issued(20, 0).at.date_naive();
    check_in(PaperLanguages::BOTH, "x-visitors", |languages| {
        on(&bazaar, languages, |stationery| {
            let tally = &tally;
            x_report(stationery, Reading { day, tally }, &issued(20, 0))
        })
    });
}
