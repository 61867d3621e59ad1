//! Photographs put into the till's folder are seen: of staff where they sign in, of
//! goods on the shelf; without them, or when they are torn, nothing is missing.

use std::fs;
use std::thread;
use std::time::Duration;

use iced::Point;
use image::{Rgb, RgbImage};
use sanduq::app::screen::appearance;
use sanduq::app::shell::Message;
use sanduq::services::pictures::Album;
use sanduq::settings::DataFolder;
use tempfile::TempDir;

use crate::bazaar::{AMAL, Bazaar, sign_in};
use crate::looks::started;
use crate::walks::Till;

const PERSON: [u8; 3] = [12, 140, 90];
const GOODS: [u8; 3] = [224, 122, 24];

fn save(data: &DataFolder, album: Album, file: &str, colour: [u8; 3]) {
    let folder = album.folder(data);
    fs::create_dir_all(&folder).unwrap();
    // As large as a telephone takes it, and standing upright.
    let photo = RgbImage::from_fn(600, 900, |x, y| match (x / 60 + y / 60) % 7 {
        0 => Rgb([250, 250, 250]),
        _ => Rgb(colour),
    });
    photo.save(folder.join(file)).unwrap();
}

fn folder_with_photos() -> (TempDir, DataFolder) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    save(&data, Album::Staff, "AMAL.jpg", PERSON);
    save(&data, Album::Goods, "coffee.png", GOODS);
    save(&data, Album::Goods, "Kabsa.webp", GOODS);
    fs::write(Album::Goods.folder(&data).join("BEANS.jpg"), "torn").unwrap();
    (folder, data)
}

/// How many dots of the window have a colour, a little more or less.
fn dots(app: &mut Till, colour: [u8; 3]) -> usize {
    let near = |dot: &&[u8]| (0..3).all(|at| dot[at].abs_diff(colour[at]) < 12);
    app.pixels().chunks(4).filter(near).count()
}

/// The same, once what is read beside the window has come.
fn dots_at_last(app: &mut Till, colour: [u8; 3]) -> usize {
    for _ in 0..500 {
        let seen = dots(app, colour);
        if seen > 0 {
            return seen;
        }
        thread::sleep(Duration::from_millis(10));
    }
    panic!("the photograph never came");
}

#[test]
fn photographs_stand_for_staff_and_goods() {
    let bazaar = Bazaar::open();
    let (_folder, data) = folder_with_photos();
    let mut app = started(&bazaar.till, &data);
    let face = dots_at_last(&mut app, PERSON);
    assert!(face > 1500, "a face of {face} dots");
    app.shot("app/ar-sign-in-photos");

    sign_in(&mut app, "person-amal", AMAL);
    dots_at_last(&mut app, GOODS);
    // Two of the goods have theirs; the torn one and the others stand without.
    let tall = app.find("tile-COFFEE").unwrap().height;
    assert_eq!(app.find("tile-KABSA").unwrap().height, tall);
    app.touch("tile-COFFEE");
    app.shot("app/ar-sell-photos");

    app.message(Message::Appearance);
    app.touch("language-en");
    app.message(Message::Look(appearance::Message::PlainShelf(true)));
    app.touch("close-sheet");
    assert_eq!(dots(&mut app, GOODS), 0);
    assert!(app.find("tile-COFFEE").unwrap().height < tall);
    assert!(data.load_settings().unwrap().display.plain_shelf);
    app.message(Message::Appearance);
    let chosen = app.find("language-en").unwrap();
    app.swipe(chosen.center(), Point::new(chosen.center_x(), 0.0), 6);
    app.pass(Duration::from_secs(2));
    app.shot("app/en-appearance-photos");
    app.touch("photos-on");
    app.touch("close-sheet");
    app.resize(1024.0, 768.0);
    dots_at_last(&mut app, GOODS);
    app.shot("app/en-sell-photos");
}

#[test]
fn a_till_without_photographs_looks_as_before() {
    let bazaar = Bazaar::open();
    let folder = tempfile::tempdir().unwrap();
    let mut app = started(&bazaar.till, &DataFolder::at(folder.path()));
    sign_in(&mut app, "person-amal", AMAL);
    app.message(Message::Appearance);
    assert!(app.find("photos-on").is_none());
}
