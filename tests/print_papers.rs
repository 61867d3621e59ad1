//! How papers look, dot by dot, on both paper widths. Look at the goldens when
//! they change: disconnected, reversed or clipped Arabic is a bug.

#[path = "support/golden.rs"]
mod golden;
#[path = "support/sample_papers.rs"]
mod sample_papers;

use golden::{assert_golden, joined};
use sanduq::print::Typesetter;
use sanduq::print::profile::Catalogue;

#[test]
fn papers_are_drawn_as_before() {
    let catalogue = Catalogue::shipped();
    for id in ["generic-80", "generic-58"] {
        let profile = catalogue.get(id).expect("shipped");
        let mut typesetter = Typesetter::for_profile(profile);
        for (name, paper) in sample_papers::all() {
            let sheets = typesetter.draw(&paper);
            assert!(
                sheets
                    .iter()
                    .all(|sheet| sheet.width() == usize::from(profile.paper.dots))
            );
            assert_golden(
                "papers",
                &format!("{name}-{}", profile.paper.dots),
                &joined(&sheets),
            );
        }
    }
}
