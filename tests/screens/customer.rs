//! The window that faces the customer: a welcome, the ticket as it grows, the
//! change; and which window's closing ends the program.

use iced_test::runtime::futures::futures::{StreamExt, executor::block_on};
use iced_test::runtime::{Action, task};
use sanduq::app::context::Context;
use sanduq::app::screen::appearance;
use sanduq::app::shell::{self, App};
use sanduq::app::windows::{Message, Windows};
use sanduq::locale::Language;

use crate::bazaar::{Bazaar, type_on_pad};

#[test]
fn the_customer_sees_the_ticket_the_sum_and_the_change() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut till = bazaar.counter(language);
        till.look_at(App::customer_view);
        assert!(till.find("customer-name").is_some(), "nobody is served yet");
        till.resize(1024.0, 600.0);
        till.shot(&format!("customer/{name}-welcome"));
        till.resize(1280.0, 800.0);
        till.shot(&format!("customer/{name}-welcome-1280"));

        till.look_at(App::view);
        for tile in ["tile-COFFEE", "tile-KABSA", "tile-COFFEE"] {
            till.touch(tile);
        }
        till.look_at(App::customer_view);
        assert_eq!(till.text("customer-total"), "51.00");
        till.resize(1024.0, 600.0);
        till.shot(&format!("customer/{name}-ticket"));
        till.look_at(App::view);
        till.resize(1280.0, 800.0);
        for tile in [
            "tile-MAAMOUL",
            "tile-LUQAIMAT",
            "tile-HAREES",
            "tile-BISCUIT",
            "tile-CAKE",
            "tile-KARAK",
        ] {
            till.touch(tile);
        }
        till.look_at(App::customer_view);
        assert_eq!(till.text("customer-total"), "208.75");
        till.shot(&format!("customer/{name}-long-1280"));
        till.resize(1024.0, 600.0);
        till.shot(&format!("customer/{name}-long"));
        till.resize(800.0, 1280.0);
        till.shot(&format!("customer/{name}-long-upright"));

        till.look_at(App::view);
        till.resize(1280.0, 800.0);
        till.touch("pay");
        type_on_pad(&mut till, "300");
        till.touch("cash-typed");
        assert_eq!(till.text("change"), "91.25");
        till.look_at(App::customer_view);
        assert_eq!(till.text("customer-paid"), "300.00");
        assert_eq!(till.text("customer-change"), "91.25");
        till.shot(&format!("customer/{name}-change-1280"));
        till.resize(1024.0, 600.0);
        till.shot(&format!("customer/{name}-change"));

        till.look_at(App::view);
        till.resize(1280.0, 800.0);
        till.touch("sign-out");
        till.look_at(App::customer_view);
        assert!(till.find("customer-name").is_some(), "she has left");
    }
}

/// Whether a task ends the program.
fn ends(task: iced::Task<Message>) -> bool {
    let Some(stream) = task::into_stream(task) else {
        return false;
    };
    let actions = block_on(stream.collect::<Vec<_>>());
    actions.iter().any(|action| matches!(action, Action::Exit))
}

#[test]
fn only_closing_the_window_worked_in_ends_the_program() {
    let bazaar = Bazaar::open();
    let mut context = Context::new(bazaar.till.clone(), Language::Arabic).unwrap();
    context.customer_window = true;
    let app = App::new(context, None);
    let settings = iced::window::Settings::default;
    let (mut windows, _) = Windows::open(app, settings(), settings());
    let (main, display) = windows.open_windows();
    let display = display.expect("one was asked for");
    assert_ne!(windows.title(main), windows.title(display));
    assert!(!ends(windows.update(Message::Closed(display))));
    assert_eq!(windows.open_windows(), (main, None));
    let choose = |windows: &mut Windows, on| {
        let chosen = shell::Message::Look(appearance::Message::CustomerWindow(on));
        let _ = windows.update(Message::App(chosen));
        windows.open_windows().1
    };
    let again = choose(&mut windows, true).expect("it can be opened again");
    assert_ne!(again, display);
    assert_eq!(choose(&mut windows, true), Some(again), "once");
    assert_eq!(choose(&mut windows, false), None);
    assert!(ends(windows.update(Message::Closed(main))));
}
