//! What several test files share: comparing papers with their goldens, and
//! papers to compare.

#![allow(dead_code, reason = "each test file uses its own part")]

pub mod sample_papers;

use std::fs;
use std::path::PathBuf;

use sanduq::print::Bitmap;

/// Compares a paper with `tests/golden/<folder>/<name>.png`, dot by dot. With
/// `UPDATE_GOLDEN=1` in the environment the golden is written instead. What was
/// drawn is kept under the build folder's `golden` for looking at.
///
/// # Panics
/// When there is no golden or a dot differs.
pub fn assert_golden(folder: &str, name: &str, drawn: &Bitmap) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let golden = root
        .join("tests/golden")
        .join(folder)
        .join(format!("{name}.png"));
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        fs::create_dir_all(golden.parent().expect("a golden is in a folder"))
            .expect("the golden folder");
        fs::write(&golden, drawn.to_png()).expect("the golden is written");
        return;
    }
    let wanted = fs::read(&golden).map(|png| Bitmap::from_png(&png).expect("a golden is a PNG"));
    if wanted.as_ref().is_ok_and(|wanted| wanted == drawn) {
        return;
    }
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("golden")
        .join(folder);
    fs::create_dir_all(&kept).expect("a folder for what was drawn");
    let kept = kept.join(format!("{name}.png"));
    fs::write(&kept, drawn.to_png()).expect("what was drawn is kept");
    let difference = match wanted {
        Err(_) => "there is no golden".to_string(),
        Ok(wanted) => difference(&wanted, drawn),
    };
    panic!(
        "{}: {difference}; drawn now: {}; UPDATE_GOLDEN=1 accepts it",
        golden.display(),
        kept.display()
    );
}

/// The sheets of a paper as one picture, a white gap between them.
pub fn joined(sheets: &[Bitmap]) -> Bitmap {
    let mut sheets = sheets.iter();
    let mut whole = sheets.next().expect("a paper has a sheet").clone();
    for sheet in sheets {
        whole = whole
            .with_below(&Bitmap::new(sheet.width(), 40))
            .with_below(sheet);
    }
    whole
}

fn difference(wanted: &Bitmap, drawn: &Bitmap) -> String {
    let size = |bitmap: &Bitmap| format!("{} × {}", bitmap.width(), bitmap.height());
    if size(wanted) != size(drawn) {
        return format!("{} dots instead of {}", size(drawn), size(wanted));
    }
    let dots = (0..drawn.height()).flat_map(|y| (0..drawn.width()).map(move |x| (x, y)));
    let mut different = dots.filter(|(x, y)| wanted.get(*x, *y) != drawn.get(*x, *y));
    let first = different.next().expect("the pictures differ");
    format!(
        "{} dots differ, the first at {first:?}",
        different.count() + 1
    )
}
