//! Every screen in both languages, all looks and two sizes of window, held against
//! what it looked like before.
//!
//! A golden is a small grey picture: for each of the twelve views of a screen the
//! mean brightness of squares of 16 or 20 pixels, all twelve on one sheet. A word, a
//! colour or a key that moves changes squares by far more than rounding does on
//! another machine, and a screen takes ten kilobytes instead of two thousand. Only
//! bundled fonts are used, and clock and ids are fixed.
//!
//! `UPDATE_GOLDEN=1` writes them anew and every view in full to `target/shots/looks`,
//! to be looked at; a view that differs is written there too.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use iced::Size;
use image::{GrayImage, Luma};
use sanduq::locale::Language;
use sanduq::settings::{Look, TextSize};

use crate::bazaar::{AMAL, BADR, Bazaar, sign_in};
use crate::looks::{missed, show_as};
use crate::walks::{self, Till};
use crate::{dashboard, families, imports, many, next_edition, printer_setup, shop};

/// Width, height, and the side of a square.
type View = (u32, u32, u32);

const WINDOWS: [View; 2] = [(1280, 800, 20), (1024, 768, 16)];
const OTHER_WINDOWS: [View; 2] = [(1080, 1920, 24), (1920, 1080, 24)];

/// How far a square's brightness may be from its golden, of 255: rounding, no more.
const TOLERANCE: u8 = 3;

const UPRIGHT: [View; 1] = [(1080, 1920, 24)];

/// The small pictures of the views of one screen, in the order they were seen.
struct Album {
    /// The folder of its goldens.
    folder: &'static str,
    looks: &'static [Look],
    screens: BTreeMap<&'static str, Vec<GrayImage>>,
    wrong: Vec<String>,
    /// The keys a finger would miss.
    missed: Vec<String>,
}

fn is_updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

fn golden(folder: &str, name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(folder)
        .join(name)
        .with_extension("png")
}

/// The mean brightness of every square of a picture in RGBA.
fn squares(pixels: &[u8], (width, height, side): View) -> GrayImage {
    GrayImage::from_fn(width / side, height / side, |column, row| {
        let mut sum = 0_u64;
        for y in row * side..(row + 1) * side {
            for x in column * side..(column + 1) * side {
                let at = ((y * width + x) * 4) as usize;
                let [red, green, blue] = [0, 1, 2].map(|part| u64::from(pixels[at + part]));
                sum += red * 299 + green * 587 + blue * 114;
            }
        }
        let mean = sum / (u64::from(side * side) * 1000);
        Luma([u8::try_from(mean).expect("a mean of bytes is one")])
    })
}

/// All views one beside the other.
fn sheet(views: &[GrayImage]) -> GrayImage {
    let width = views.iter().map(GrayImage::width).sum();
    let height = views.iter().map(GrayImage::height).max().unwrap_or(0);
    let mut sheet = GrayImage::new(width, height);
    let mut left = 0;
    for view in views {
        image::imageops::replace(&mut sheet, view, i64::from(left), 0);
        left += view.width();
    }
    sheet
}

impl Default for Album {
    fn default() -> Self {
        Album::of("screens", &Look::ALL)
    }
}

impl Album {
    fn of(folder: &'static str, looks: &'static [Look]) -> Self {
        Album {
            folder,
            looks,
            screens: BTreeMap::new(),
            wrong: Vec::new(),
            missed: Vec::new(),
        }
    }

    /// Looks at a screen in its looks and the given sizes of window.
    fn see(&mut self, till: &mut Till, name: &'static str, language: Language, windows: &[View]) {
        let before = golden(self.folder, name);
        let before = image::open(before)
            .ok()
            .map(image::DynamicImage::into_luma8);
        for view in windows {
            till.resize(view.0 as f32, view.1 as f32);
            show_as(till, Look::Light, TextSize::Medium);
            let size = Size::new(view.0 as f32, view.1 as f32);
            self.missed.extend(missed(till, language, name, size));
            for &look in self.looks {
                show_as(till, look, TextSize::Medium);
                let seen = squares(&till.pixels(), *view);
                let known = self.screens.entry(name).or_default();
                let left: u32 = known.iter().map(GrayImage::width).sum();
                let differs = before
                    .as_ref()
                    .is_none_or(|golden| differs(golden, left, &seen));
                known.push(seen);
                if differs || is_updating() {
                    let look = format!("{look:?}").to_lowercase();
                    let title = format!("{name}-{}-{look}-{}", language.code(), view.0);
                    till.shot(&format!("looks/{title}"));
                    self.wrong.extend(differs.then_some(title));
                }
            }
        }
        show_as(till, Look::Light, TextSize::Medium);
        till.resize(1280.0, 800.0);
    }

    fn close(self) {
        for (name, views) in &self.screens {
            if is_updating() {
                let path = golden(self.folder, name);
                std::fs::create_dir_all(path.parent().expect("it lies in a folder")).unwrap();
                sheet(views).save(path).unwrap();
            }
        }
        let missed = self.missed.join("\n");
        assert!(missed.is_empty(), "a finger misses these:\n{missed}");
        let told = "look at these in target/shots/looks, then UPDATE_GOLDEN=1 if they are right";
        let wrong = self.wrong.join("\n");
        assert!(is_updating() || wrong.is_empty(), "{told}:\n{wrong}");
    }
}

/// Whether a view is not what its place on the golden sheet shows.
fn differs(golden: &GrayImage, left: u32, seen: &GrayImage) -> bool {
    seen.enumerate_pixels().any(|(x, y, Luma([now]))| {
        let then = golden.get_pixel_checked(left + x, y);
        then.is_none_or(|Luma([then])| now.abs_diff(*then) > TOLERANCE)
    })
}

#[test]
fn the_counter_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        walks::counter(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_shelf_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        walks::shelf(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_day_around_the_counter_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        walks::day(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_families_look_as_they_did() {
    let mut album = Album::of("screens/families", &[Look::Light, Look::Dark]);
    for language in Language::ALL {
        families::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_dashboard_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        dashboard::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn setting_up_a_printer_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        let counter = printer_setup::Till::new();
        let mut till = counter.printers(language, "person-badr", BADR);
        let mut see = |till: &mut Till, name| album.see(till, name, language, &WINDOWS);
        see(&mut till, "printers");
        till.touch("add-printer");
        see(&mut till, "printer-ways");
        till.touch("way-network");
        till.touch("printer-address");
        till.keys("10.0.0.7:9100");
        see(&mut till, "printer-address");
        till.touch("keyboard-done");
        till.touch("step-back");
        till.touch("way-pictures");
        till.touch("try-printer");
        till.touch("page-good");
        till.touch("prints-labels");
        see(&mut till, "printer-uses");
    }
    album.close();
}

#[test]
fn tallying_several_databases_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        many::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn beginning_the_next_edition_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        next_edition::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn taking_in_files_looks_as_it_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        imports::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_web_shops_orders_look_as_they_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        shop::walk(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &WINDOWS);
        });
    }
    album.close();
}

#[test]
fn the_day_looks_as_it_did_in_an_upright_window() {
    let mut album = Album::of("screens/upright", &[Look::Light]);
    for language in Language::ALL {
        walks::day(language, &mut |till: &mut Till, name| {
            album.see(till, name, language, &UPRIGHT);
        });
    }
    album.close();
}

#[test]
fn upright_and_wide_windows_look_as_they_did() {
    let mut album = Album::default();
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-amal", AMAL);
        walks::fill(&mut till);
        album.see(&mut till, "other-sizes-sell", language, &OTHER_WINDOWS);
        till.touch("pay");
        album.see(&mut till, "other-sizes-pay", language, &OTHER_WINDOWS);
    }
    album.close();
}

#[test]
fn a_moved_word_is_noticed_and_rounding_is_not() {
    let view = (40, 40, 20);
    let mut pixels = vec![250; 40 * 40 * 4];
    let golden = squares(&pixels, view);
    pixels[0] = 240;
    assert!(!differs(&golden, 0, &squares(&pixels, view)));
    // A stroke of a letter: 2 by 12 pixels of ink.
    for row in 5..17 {
        pixels[(row * 40 + 5) * 4..][..8].fill(20);
    }
    assert!(differs(&golden, 0, &squares(&pixels, view)));
    assert!(differs(&golden, 40, &golden), "a view that has no golden");
}
