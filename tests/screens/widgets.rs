//! How the parts answer a hand: fingers, keys, carets.

use crate::gallery::{Page, driver};
use iced::Point;
use iced::keyboard::key::Named;
use sanduq::app::widget::Dir;
use std::time::Duration;

#[test]
fn a_finger_presses_and_scrolls_the_same_tiles() {
    let mut gallery = driver(Dir::Rtl, Page::Sell);
    gallery.touch("tile-0");
    assert_eq!(gallery.state.pressed, ["tile-0"]);

    let before = gallery.place("tile-1").y;
    let from = Point::new(800.0, 600.0);
    gallery.swipe(from, Point::new(800.0, 480.0), 12);
    assert_eq!(gallery.state.pressed, ["tile-0"], "a drag is not a press");
    let dragged = gallery.place("tile-1").y;
    assert!(dragged <= before - 50.0, "moved from {before} to {dragged}");

    gallery.pass(Duration::from_secs(3));
    gallery.swipe(Point::new(800.0, 400.0), Point::new(800.0, 790.0), 12);
    gallery.pass(Duration::from_secs(3));
    assert_eq!(gallery.place("tile-1").y, before, "back at the top");
}

#[test]
fn a_tap_that_wobbles_is_still_a_tap() {
    let mut gallery = driver(Dir::Ltr, Page::Sell);
    let from = gallery.place("tile-1");
    gallery.swipe(from, Point::new(from.x + 3.0, from.y - 5.0), 3);
    assert_eq!(gallery.state.pressed, ["tile-1"]);
}

#[test]
fn the_pad_types_an_amount() {
    let mut gallery = driver(Dir::Rtl, Page::Parts);
    gallery.state.entry.clear();
    for key in [
        "key-7",
        "key-5",
        "key-point",
        "key-2",
        "key-9",
        "key-back",
        "key-5",
    ] {
        gallery.touch(key);
    }
    assert_eq!(gallery.state.entry.minor(), 7525);
}

#[test]
fn a_dialog_holds_back_what_lies_under_it() {
    let mut gallery = driver(Dir::Rtl, Page::Dialog);
    gallery.touch("tile-0");
    assert_eq!(
        gallery.state.pressed,
        ["close"],
        "a touch beside it leaves it"
    );
    gallery.touch("void");
    gallery.click("void");
    assert_eq!(gallery.state.pressed, ["close", "void", "void"]);
}

#[test]
fn a_field_takes_arabic_from_hardware_keys() {
    let mut gallery = driver(Dir::Rtl, Page::Form);
    gallery.click("query");
    for letter in ["ق", "ه", "و", "ة", " ", "\u{FEFB}"] {
        gallery.keys(letter);
    }
    assert_eq!(
        gallery.state.query, "قهوة لا",
        "a ligature is stored as its letters"
    );
    // The caret stands at the end; the arrow that points right moves to the beginning.
    for _ in 0..3 {
        gallery.key(Named::ArrowRight);
    }
    gallery.keys("!");
    assert_eq!(gallery.state.query, "قهوة! لا");
}

#[test]
fn a_press_puts_the_caret_where_the_letter_is() {
    let mut gallery = driver(Dir::Rtl, Page::Form);
    gallery.state.query = "قهوة عربية".into();
    let field = gallery.find("query").expect("the field is in sight");
    let end = field.x + field.width;
    // The text begins at the right, after the symbol.
    for (from_start, expected) in [(48.0, "؟قهوة عربية"), (300.0, "قهوة عربية؟")]
    {
        gallery.state.query = "قهوة عربية".into();
        gallery.click_at(Point::new(end - from_start, field.center_y()));
        gallery.keys("؟");
        assert_eq!(
            gallery.state.query, expected,
            "pressed {from_start} from the start"
        );
        gallery.pass(Duration::from_secs(1));
    }
    gallery.shot("gallery/ar-caret");
}

#[test]
fn a_selection_covers_what_the_mouse_passed() {
    for (dir, text) in [(Dir::Rtl, "قهوة عربية"), (Dir::Ltr, "Coffee beans")] {
        let mut gallery = driver(dir, Page::Form);
        gallery.state.query = text.into();
        let field = gallery.find("query").expect("the field is in sight");
        let middle = field.center_y();
        let (left, right) = (
            Point::new(field.x + 2.0, middle),
            Point::new(field.x + field.width - 2.0, middle),
        );
        gallery.drag(left, right);
        gallery.shot(if dir.is_rtl() {
            "gallery/ar-selection"
        } else {
            "gallery/en-selection"
        });
        gallery.keys("x");
        assert_eq!(gallery.state.query, "x", "{text} was selected whole");
    }
}
