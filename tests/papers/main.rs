//! The trade's papers, dot by dot, in every language and on both paper widths;
//! and each of them, in every language, as an interpreter that shares no code with
//! us reads it back from what every shipped printer is sent.
//!
//! Look at the goldens when they change: disconnected, reversed or clipped Arabic,
//! and figures that do not stand in line, are bugs.

mod editions;
mod families;
#[path = "../support/golden.rs"]
mod golden;
mod pages;
#[path = "../support/read_back.rs"]
mod read_back;
mod shop;
mod slips;
mod training;
mod visitors;
mod worked_day;

use std::collections::HashSet;

use escpost_render::render;
use golden::{assert_golden, joined};
use read_back::{assert_same, drawn, interpreter, printed};
use sanduq::print::escpos::Commands;
use sanduq::print::papers::PaperLanguages;
use sanduq::print::profile::{Catalogue, CutMode, Profile};
use sanduq::print::{Document, Typesetter};

const LANGUAGES: [(&str, PaperLanguages); 3] = [
    ("ar", PaperLanguages::ARABIC),
    ("en", PaperLanguages::ENGLISH),
    ("both", PaperLanguages::BOTH),
];

/// Draws a paper in every language, and reads it back.
fn check(name: &str, paper: impl Fn(PaperLanguages) -> Document) {
    for (tag, languages) in LANGUAGES {
        assert_goldens(&format!("{name}-{tag}"), &paper(languages));
    }
    read_back_in_every_language(name, paper);
}

/// The same, with a golden in one language alone.
fn check_in(golden: PaperLanguages, name: &str, paper: impl Fn(PaperLanguages) -> Document) {
    assert_goldens(name, &paper(golden));
    read_back_in_every_language(name, paper);
}

/// The same for a paper that is in no language.
fn check_one(name: &str, paper: &Document) {
    assert_goldens(name, paper);
    read_back(name, &|_| paper.clone());
}

/// The two widths papers come in.
fn generic_printers() -> [Profile; 2] {
    let catalogue = Catalogue::shipped();
    ["generic-80", "generic-58"].map(|id| catalogue.get(id).expect("shipped").clone())
}

fn assert_goldens(name: &str, paper: &Document) {
    for profile in generic_printers() {
        let sheets = Typesetter::for_profile(&profile).draw(paper);
        assert_golden(
            "papers",
            &format!("{name}-{}", profile.paper.dots),
            &joined(&sheets),
        );
    }
}

fn read_back_in_every_language(name: &str, paper: impl Fn(PaperLanguages) -> Document) {
    for (tag, languages) in LANGUAGES {
        read_back(&format!("{name}-{tag}"), &|_| paper(languages));
    }
}

/// Reads a paper back from the bytes of every shipped printer: as the profile
/// stands, where the guard against real-time commands may add a dot, and without
/// the guard dot by dot. Equal bytes are read once.
fn read_back(name: &str, paper: &dyn Fn(&Profile) -> Document) {
    let mut read = HashSet::new();
    for shipped in Catalogue::shipped().profiles() {
        let mut profile = shipped.clone();
        // The one cutter the interpreter does not know.
        if profile.cut.mode == CutMode::EscI {
            profile.cut.mode = CutMode::Partial;
        }
        let interpreter = interpreter(&profile);
        for sheet in Typesetter::for_profile(&profile).draw(&paper(&profile)) {
            for guarded in [false, true] {
                profile.raster.dle_guard = guarded;
                let bytes = Commands::paper(std::slice::from_ref(&sheet), &profile).bytes();
                if !read.insert((profile.paper.dots, bytes.clone())) {
                    continue;
                }
                let what = format!("{name} on {}", profile.id);
                let result = render(&bytes, &interpreter).expect(&what);
                assert_eq!(result.warnings, [], "{what}");
                let printed = printed(&result.sheets[0].surface);
                let added = assert_same(&drawn(&sheet), &printed, guarded, &what);
                assert!(added <= 40, "{what}: the guard added {added} dots");
            }
        }
    }
}
