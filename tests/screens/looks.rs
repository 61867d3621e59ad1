//! How the till looks is chosen on its screen, shows at once, and is there at the
//! next start.

use iced::{Rectangle, Size};
use sanduq::app::context::Context;
use sanduq::app::screen::appearance;
use sanduq::app::shell::{App, Message};
use sanduq::app::theme::Theme;
use sanduq::locale::Language;
use sanduq::services::Till;
use sanduq::settings::{DataFolder, DigitsSetting, DisplaySettings, Look, TextSize};

use crate::bazaar::{AMAL, BADR, Bazaar, sign_in};
use crate::driver::Driver;
use crate::walks::{self, Till as Walked};

/// The application as it starts from the settings in a folder.
pub fn started(till: &Till, data: &DataFolder) -> Walked {
    let settings = data.load_settings().unwrap();
    let language = settings.language.parse().unwrap();
    let context = Context::new(till.clone(), language).unwrap();
    let context = context.with_display(settings.display, Some(data.clone()));
    let (app, first) = App::new(context, None);
    let mut driver =
        Driver::new(app, App::update, App::view).in_window(App::theme, Message::Resized);
    driver.run(first);
    driver
}

#[test]
fn what_is_chosen_shows_at_once_and_at_the_next_start() {
    let bazaar = Bazaar::open();
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    let mut app = started(&bazaar.till, &data);
    assert_eq!(
        app.state.theme().colours.surface,
        Theme::LIGHT.colours.surface
    );
    app.touch("appearance");
    let small = app.find("look-dark").unwrap().height;
    app.touch("look-dark");
    assert_eq!(
        app.state.theme().colours.surface,
        Theme::DARK.colours.surface
    );
    app.touch("size-largest");
    let large = app.find("look-dark").unwrap().height;
    assert!(large > small, "{small} became {large}");
    app.touch("digits-arabic");
    app.touch("kiosk-on");
    app.shot("app/ar-appearance");
    app.touch("close-sheet");
    assert!(app.find("look-dark").is_none());

    let kept = DisplaySettings {
        look: Look::Dark,
        text_size: TextSize::Largest,
        digits: Some(DigitsSetting::ArabicIndic),
        kiosk: false,
        plain_shelf: false,
    };
    assert_eq!(data.load_settings().unwrap().display, kept);
    let again = started(&bazaar.till, &data);
    assert_eq!(
        again.state.theme().colours.surface,
        Theme::DARK.colours.surface
    );
}

#[test]
fn digits_are_those_of_the_till_before_those_of_the_bazaar() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    assert_eq!(counter.text("total"), "8.00");
    counter.message(Message::Look(appearance::Message::Digits(
        DigitsSetting::ArabicIndic,
    )));
    assert_eq!(counter.text("total"), "٨٫٠٠");
    counter.message(Message::Look(appearance::Message::Language(
        Language::English,
    )));
    assert_eq!(counter.text("total"), "8.00", "English has its own digits");
}

#[test]
fn only_a_supervisor_lets_anybody_out_of_the_whole_screen() {
    let bazaar = Bazaar::open();
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    for (person, pin, allowed) in [("person-amal", AMAL, false), ("person-badr", BADR, true)] {
        let mut app = started(&bazaar.till, &data);
        sign_in(&mut app, person, pin);
        app.touch("desk");
        app.touch("appearance");
        app.touch("kiosk-on");
        let kept = data.load_settings().unwrap().display.kiosk;
        assert_eq!(kept, allowed, "{person}");
    }
}

/// What a finger finds, in pixels, give or take what layouts round.
const LEAST: f32 = 55.9;

/// Shows another look, size and language.
pub fn show_as(till: &mut Walked, look: Look, size: TextSize) {
    till.message(Message::Look(appearance::Message::Look(look)));
    till.message(Message::Look(appearance::Message::TextSize(size)));
}

/// The keys that are cut off or too small on what is shown.
pub fn cut(till: &mut Walked, language: Language, name: &str) -> Vec<String> {
    show_as(till, Look::Light, TextSize::Largest);
    till.resize(1024.0, 768.0);
    till.shot(&format!("largest/{}-{name}", language.code()));
    let cut = missed(till, language, name, Size::new(1024.0, 768.0));
    till.resize(1280.0, 800.0);
    show_as(till, Look::Light, TextSize::Medium);
    cut
}

/// The keys a finger would miss in a window of that size: not whole in it, or too
/// small.
pub fn missed(till: &mut Walked, language: Language, name: &str, size: Size) -> Vec<String> {
    let window = Rectangle::with_size(size).expand(0.5);
    let stops = till.stops(language.direction().into()).into_iter();
    let places = stops.map(|stop| (stop.scrolls() || stop.place.is_within(&window), stop.place));
    let missed = places.filter(|(whole, place)| !whole || place.height.min(place.width) < LEAST);
    missed
        .map(|(_, place)| format!("{} {name} {size:?}: {place:?}", language.code()))
        .collect()
}

#[test]
fn the_largest_text_leaves_every_key_in_the_smallest_window() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        let mut see = |till: &mut Walked, name: &'static str| {
            wrong.extend(cut(till, language, name));
        };
        walks::counter(language, &mut see);
        walks::shelf(language, &mut see);
        walks::day(language, &mut see);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_counter_uses_upright_and_wide_windows() {
    for language in Language::ALL {
        let bazaar = Bazaar::open();
        for (width, height, name) in [(1080.0, 1920.0, "upright"), (1920.0, 1080.0, "wide")] {
            let mut till = bazaar.app(language);
            till.resize(width, height);
            let shot = |till: &mut Walked, what: &str| {
                till.shot(&format!("sizes/{}-{name}-{what}", language.code()));
            };
            shot(&mut till, "sign-in");
            sign_in(&mut till, "person-amal", AMAL);
            walks::fill(&mut till);
            shot(&mut till, "sell");
            let (tile, total) = (till.place("tile-COFFEE"), till.place("total"));
            match name {
                "upright" => assert!(total.y > tile.y, "the ticket stands below the shelf"),
                _ => assert_eq!(total.x > tile.x, language == Language::English),
            }
            till.touch("pay");
            shot(&mut till, "pay");
            till.touch("cash-1");
            shot(&mut till, "paid");
            till.touch("desk");
            shot(&mut till, "home");
        }
    }
}
