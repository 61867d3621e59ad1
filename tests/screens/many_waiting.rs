//! Other editions beside this one while it takes its time: what is being read, answers
//! that come too late, and figures there are none of.

use std::fs;

use iced::Task;
use sanduq::app::context::{Action, Context};
use sanduq::app::screen::dashboard::{Dashboard, Message};
use sanduq::app::theme::Element;
use sanduq::domain::money::Money;
use sanduq::domain::sale::TenderKind;
use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::services::notice::{Notice, NoticeKind};
use sanduq::settings::DisplaySettings;

use crate::bazaar::{Bazaar, TERMS};
use crate::dashboard::evenings;
use crate::driver::Driver;
use crate::many::{Editions, keep};
use crate::walks::sell;

/// The dashboard alone; what it sets going waits while `holds`.
struct Page {
    page: Dashboard,
    context: Context,
    holds: bool,
    held: Vec<Task<Message>>,
}

type Screen = Driver<Page, Message>;

fn update(page: &mut Page, message: Message) -> Task<Message> {
    match page.page.update(message, &page.context) {
        Action::Run(task) if page.holds => {
            page.held.push(task);
            Task::none()
        }
        Action::Run(task) => task,
        Action::None | Action::Intent(_) => Task::none(),
    }
}

fn view(page: &Page) -> Element<'_, Message> {
    page.page.view(&page.context)
}

fn open(editions: &Editions, language: Language) -> Screen {
    let context = Context::new(editions.desk.clone(), language).unwrap();
    let context = context.with_display(DisplaySettings::default(), Some(editions.data()));
    let (page, first) = Dashboard::new(&context);
    let page = Page {
        page,
        context,
        holds: false,
        held: Vec::new(),
    };
    let mut screen = Driver::new(page, update, view);
    screen.run(first);
    screen
}

/// The dashboard is left, and come back to.
fn come_back(screen: &mut Screen) {
    let (page, first) = Dashboard::new(&screen.state.context);
    screen.state.page = page;
    screen.run(first);
}

/// Touches what sets something going, and keeps that back.
fn touch_and_hold(screen: &mut Screen, id: &'static str) {
    screen.state.holds = true;
    screen.touch(id);
    screen.state.holds = false;
}

/// The answers of all that was kept back.
fn late(screen: &mut Screen) -> Vec<Message> {
    let held = std::mem::take(&mut screen.state.held);
    held.into_iter()
        .flat_map(|task| screen.outcome(task))
        .collect()
}

/// Lets what was kept back come.
fn come(screen: &mut Screen) {
    for message in late(screen) {
        screen.message(message);
    }
}

/// The edition before is tallied with this one, and chosen.
fn at_the_seventh(screen: &mut Screen) {
    screen.touch("open-many");
    screen.touch("database-0");
    screen.touch("tally");
    screen.touch("row-0");
}

fn shown(screen: &mut Screen, id: &'static str) -> String {
    bidi::without_controls(&screen.text(id))
}

/// The terms of an edition before, of these names.
fn terms_of(code: &str, ar: &str, en: &str) -> String {
    TERMS
        .replace("INTAJ8", code)
        .replace("بازار إنتاج الثامن", ar)
        .replace("Bazaar Intaj 8", en)
}

#[test]
fn others_are_tallied_before_the_first_day_here() {
    for language in Language::ALL {
        let bazaar = Bazaar::before_the_day();
        let desk = bazaar.till.clone();
        let editions = Editions::around(bazaar, desk);
        let mut screen = open(&editions, language);
        assert!(screen.find("takings").is_none());
        screen.shot(&format!("many/before-{}", language.code()));
        at_the_seventh(&mut screen);
        assert!(screen.find("row-total").is_some());
        assert!(
            screen.find("lay-beside").is_none(),
            "there is no day to lay it beside"
        );
        screen.touch("back");
        screen.touch("back");
        assert!(screen.find("open-many").is_some());
    }
}

#[test]
fn an_edition_is_read_once_however_often_it_is_asked_for() {
    for language in Language::ALL {
        let editions = Editions::new();
        let mut screen = open(&editions, language);
        at_the_seventh(&mut screen);
        assert!(screen.find("laying").is_none());
        touch_and_hold(&mut screen, "lay-beside");
        assert!(screen.find("laying").is_some(), "it says that it is read");
        screen.shot(&format!("many/laying-{}", language.code()));
        touch_and_hold(&mut screen, "lay-beside");
        assert_eq!(screen.state.held.len(), 1);
        screen.touch("back");
        assert!(screen.find("row-total").is_some(), "it comes soon");
        come(&mut screen);
        assert!(screen.find("alone").is_some());
    }
}

#[test]
fn what_cannot_be_laid_beside_leaves_the_tally() {
    let editions = Editions::new();
    let mut screen = open(&editions, Language::English);
    at_the_seventh(&mut screen);
    let whole = fs::read(editions.earlier()).unwrap();
    fs::write(editions.earlier(), &whole[..whole.len() / 2]).unwrap();
    screen.touch("lay-beside");
    assert!(screen.find("row-total").is_some());
    screen.shot("many/not-beside");
    fs::write(editions.earlier(), &whole).unwrap();
    screen.touch("lay-beside");
    assert!(screen.find("alone").is_some());
}

#[test]
fn what_comes_after_the_dashboard_was_left_changes_nothing() {
    let editions = Editions::new();
    let mut screen = open(&editions, Language::English);
    at_the_seventh(&mut screen);
    touch_and_hold(&mut screen, "lay-beside");
    come_back(&mut screen);
    come(&mut screen);
    assert!(screen.find("alone").is_none());

    screen.touch("open-many");
    touch_and_hold(&mut screen, "tally");
    come_back(&mut screen);
    screen.touch("open-many");
    come(&mut screen);
    assert!(screen.find("tally").is_some(), "nothing was asked for yet");
    // Nor is it taken for what is asked for since.
    touch_and_hold(&mut screen, "tally");
    let old = late(&mut screen);
    come_back(&mut screen);
    screen.touch("open-many");
    touch_and_hold(&mut screen, "tally");
    for message in old {
        screen.message(message);
    }
    assert!(screen.find("row-total").is_none());
    come(&mut screen);
    assert!(screen.find("row-total").is_some());
}

/// What a question would bring that could not be answered.
fn refused(message: Message) -> Message {
    let wrong = Notice {
        kind: NoticeKind::Fault,
        text: "late".into(),
        hint: String::new(),
    };
    match message {
        Message::Read(question, _) => Message::Read(question, Box::new(Err(wrong))),
        other => other,
    }
}

#[test]
fn a_fault_belongs_to_the_days_that_were_asked_for() {
    let editions = Editions::new();
    let mut screen = open(&editions, Language::English);
    touch_and_hold(&mut screen, "day-1");
    screen.touch("day-2");
    let second = shown(&mut screen, "takings");
    for message in late(&mut screen) {
        screen.message(refused(message));
    }
    assert_eq!(shown(&mut screen, "takings"), second);

    // Of the days asked for last nothing is shown then, nor saved.
    touch_and_hold(&mut screen, "day-1");
    for message in late(&mut screen) {
        screen.message(refused(message));
    }
    assert!(screen.find("takings").is_none());
    screen.touch("save");
    assert!(!editions.data().statements().exists());
    screen.touch("day-2");
    assert_eq!(shown(&mut screen, "takings"), second);
}

#[test]
fn a_day_the_other_edition_never_had_is_empty_and_says_so() {
    for language in Language::ALL {
        let editions = Editions::new();
        // It had but one day.
        let seventh = terms_of("INTAJ7", "بازار إنتاج السابع", "Bazaar Intaj 7");
        let seventh = Bazaar::open_with_terms(&seventh);
        sell(&seventh, &[("COFFEE", 1000)], TenderKind::Cash);
        fs::remove_file(editions.earlier()).unwrap();
        keep(&seventh.till, &editions.earlier(), 1);
        let mut screen = open(&editions, language);
        at_the_seventh(&mut screen);
        screen.touch("lay-beside");
        screen.touch("mode-day");
        screen.touch("day-1");
        assert!(screen.find("no-such-day").is_none());
        screen.touch("day-3");
        let days = editions.desk.day_status().unwrap().days;
        let third = sanduq::domain::figures::Period::Day(days[2].day);
        let third = editions.desk.figures(third).unwrap();
        let texts = Texts::of(language, Digits::Latin);
        let money = |amount: Money| {
            let currency = editions.desk.catalogue().unwrap().bazaar.currency;
            bidi::without_controls(&texts.money(amount, currency))
        };
        assert_eq!(
            shown(&mut screen, "takings"),
            money(third.total.tally.total.net_paid())
        );
        let note = shown(&mut screen, "takings-note");
        assert!(note.contains(&money(Money::ZERO)), "{note}");
        assert!(screen.find("no-such-day").is_some());
        screen.shot(&format!("many/no-such-day-{}", language.code()));
        // What is saved is what is shown.
        screen.touch("save");
        let mut files = fs::read_dir(editions.data().statements()).unwrap();
        let file = files.next().unwrap().unwrap().file_name();
        let file = file.to_string_lossy();
        let day = days[2].day.to_string();
        assert!(file.contains(&day) && file.contains("INTAJ7"), "{file}");
    }
}

#[test]
fn an_edition_is_one_whatever_its_tills_call_it() {
    let editions = Editions::new();
    let inbox = editions.data().inbox();
    let again = terms_of("INTAJ7", "بازار إنتاج ٧", "Intaj VII");
    let again = Bazaar::before_the_day_under(&again);
    let again = evenings(&again, "2025-11-27T13:00:00Z", 2);
    keep(&again, &inbox.join("again.sqlite"), 3);
    let own = terms_of("INTAJ8", "بازار إنتاج ٨", "Intaj VIII");
    let own = Bazaar::before_the_day_under(&own);
    let own = evenings(&own, "2026-11-26T13:00:00Z", 2);
    keep(&own, &inbox.join("own.sqlite"), 4);
    let mut screen = open(&editions, Language::English);
    screen.touch("open-many");
    for database in ["database-0", "database-2", "database-3"] {
        screen.touch(database);
    }
    screen.touch("tally");
    screen.touch("row-0");
    assert!(
        screen.find("lay-beside").is_none(),
        "its figures are those of two databases"
    );
    screen.touch("by-till");
    let beside = ["row-0", "row-1", "row-2", "row-3"].map(|row| {
        screen.touch(row);
        screen.find("lay-beside").is_some()
    });
    assert_eq!(beside, [true, true, false, false], "nor beside itself");
}
