//! How papers look, dot by dot, on both paper widths. Look at the goldens when
//! they change: disconnected, reversed or clipped Arabic is a bug.

mod support;

use sanduq::print::profile::Catalogue;
use sanduq::print::{Document, Typesetter};
use support::{assert_golden, joined, sample_papers};

fn check(name: &str, paper: &Document) {
    for profile in Catalogue::shipped().profiles() {
        let sheets = Typesetter::for_profile(profile).draw(paper);
        for sheet in &sheets {
            assert_eq!(sheet.width(), usize::from(profile.paper.dots));
        }
        assert_golden(
            "papers",
            &format!("{name}-{}", profile.paper.dots),
            &joined(&sheets),
        );
    }
}

#[test]
fn bilingual_receipt() {
    check("bilingual-receipt", &sample_papers::bilingual_receipt());
}

#[test]
fn script_trials() {
    check("script-trials", &sample_papers::script_trials());
}

#[test]
fn crowded_tables() {
    check("crowded-tables", &sample_papers::crowded_tables());
}

#[test]
fn english_slip() {
    check("english-slip", &sample_papers::english_slip());
}
