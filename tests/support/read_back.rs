//! What a printer draws from our bytes, by an interpreter that shares no code with
//! us, and what we drew, as rows of dots that can be compared.

use escpost_profiles::{PrinterProfile, compile_profile};
use escpost_render::MonoSurface;
use sanduq::print::Bitmap;
use sanduq::print::profile::Profile;

/// An interpreter with the paper of `profile`.
///
/// # Panics
/// When the interpreter does not take it.
pub fn interpreter(profile: &Profile) -> PrinterProfile {
    let dots = profile.paper.dots.to_string();
    let text = include_str!("interpreter.toml").replace("DOTS", &dots);
    compile_profile(b"{\"profiles\":{}}", &text).expect("the interpreter takes its profile")
}

/// The rows the interpreter printed, from the first to the last with ink.
pub fn printed(surface: &MonoSurface) -> Vec<Vec<bool>> {
    let row = |y| {
        (0..surface.width())
            .map(|x| surface.is_printed(x, y))
            .collect()
    };
    inked((0..surface.height()).map(row).collect())
}

/// The rows we drew, from the first to the last with ink.
pub fn drawn(sheet: &Bitmap) -> Vec<Vec<bool>> {
    let row = |y| (0..sheet.width()).map(|x| sheet.get(x, y)).collect();
    inked((0..sheet.height()).map(row).collect())
}

/// Compares dot by dot; with the guard on, a dot more is allowed where a byte
/// follows `10` and its bit 3 was white. Gives the number of such dots.
///
/// # Panics
/// At the first other dot.
pub fn assert_same(wanted: &[Vec<bool>], found: &[Vec<bool>], guarded: bool, what: &str) -> usize {
    assert_eq!(found.len(), wanted.len(), "{what}: rows");
    let mut added = 0;
    for (y, (wanted, found)) in wanted.iter().zip(found).enumerate() {
        assert_eq!(found.len(), wanted.len(), "{what}: dots in row {y}");
        for x in 0..wanted.len() {
            if wanted[x] != found[x] {
                assert!(
                    guarded && found[x],
                    "{what}: dot {x} of row {y} is {}",
                    found[x]
                );
                added += 1;
            }
        }
    }
    added
}

fn inked(rows: Vec<Vec<bool>>) -> Vec<Vec<bool>> {
    let blank = |row: &Vec<bool>| !row.contains(&true);
    let end = rows
        .iter()
        .rposition(|row| !blank(row))
        .map_or(0, |last| last + 1);
    rows.into_iter().take(end).skip_while(blank).collect()
}
