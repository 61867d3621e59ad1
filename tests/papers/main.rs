//! The trade's papers, dot by dot, in every language and on both paper widths.
//! Look at the goldens when they change: disconnected, reversed or clipped Arabic,
//! and figures that do not stand in line, are bugs.

mod families;
#[path = "../support/golden.rs"]
mod golden;
mod pages;
#[path = "../support/read_back.rs"]
mod read_back;
mod slips;
mod training;
mod visitors;
mod worked_day;

use golden::{assert_golden, joined};
use sanduq::print::papers::PaperLanguages;
use sanduq::print::profile::{Catalogue, Profile};
use sanduq::print::{Document, Typesetter};

const LANGUAGES: [(&str, PaperLanguages); 3] = [
    ("ar", PaperLanguages::ARABIC),
    ("en", PaperLanguages::ENGLISH),
    ("both", PaperLanguages::BOTH),
];

/// Draws a paper in every language for every shipped profile.
fn check(name: &str, paper: impl Fn(PaperLanguages) -> Document) {
    for (tag, languages) in LANGUAGES {
        check_one(&format!("{name}-{tag}"), &paper(languages));
    }
}

/// The two widths papers come in.
fn generic_printers() -> [Profile; 2] {
    let catalogue = Catalogue::shipped();
    ["generic-80", "generic-58"].map(|id| catalogue.get(id).expect("shipped").clone())
}

fn check_one(name: &str, paper: &Document) {
    for profile in generic_printers() {
        let sheets = Typesetter::for_profile(&profile).draw(paper);
        assert_golden(
            "papers",
            &format!("{name}-{}", profile.paper.dots),
            &joined(&sheets),
        );
    }
}
