//! How the parts answer a hand: fingers, keys, carets.

use crate::driver::Driver;
use crate::gallery::{Page, driver};
use iced::Point;
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
    let dragged = gallery
        .find("tile-1")
        .map_or(f32::MIN, |tile| tile.center().y);
    assert!(dragged <= before - 60.0, "moved from {before} to {dragged}");
}
