//! The statements of all families as files: begun with one touch, told as they
//! are written, stopped when asked.

use iced::Task;
use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::app::theme::{Element, Theme};
use sanduq::domain::sale::TenderKind;
use sanduq::domain::shift::Denomination;
use sanduq::locale::Language;
use sanduq::services::day::ParkedAtClose;
use sanduq::settings::{DataFolder, DisplaySettings};

use crate::bazaar::{Bazaar, HUDA, fils, sign_in};
use crate::desk_mistakes::sell;
use crate::driver::Driver;

/// The application, whose work can be held up after some answers.
struct Held {
    app: App,
    answers_left: Option<usize>,
    work: Option<Task<Message>>,
}

impl Held {
    fn update(&mut self, message: Message) -> Task<Message> {
        let next = self.app.update(message);
        match &mut self.answers_left {
            Some(0) => {
                self.work = Some(next);
                self.answers_left = None;
                Task::none()
            }
            Some(left) => {
                *left -= 1;
                next
            }
            None => next,
        }
    }

    fn view(&self) -> Element<'_, Message> {
        self.app.view()
    }

    fn theme(&self) -> Theme {
        self.app.theme()
    }
}

/// A day on which one family sold, closed and settled.
fn settled() -> Bazaar {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("COFFEE", 3000)], TenderKind::Card);
    let till = &bazaar.till;
    let drawer = vec![Denomination {
        value: fils(20_000),
        pieces: 1,
    }];
    till.count_drawer(&bazaar.amal, drawer).unwrap();
    till.close_shift(&bazaar.amal, String::new()).unwrap();
    till.close_day(&bazaar.badr, ParkedAtClose::Refuse).unwrap();
    let day = till.day_status().unwrap().days[0].day;
    till.settle_day(&bazaar.huda, day).unwrap();
    bazaar
}

fn payouts(bazaar: &Bazaar, folder: &DataFolder, language: Language) -> Driver<Held, Message> {
    let context = Context::new(bazaar.till.clone(), language).unwrap();
    let context = context.with_display(DisplaySettings::default(), Some(folder.clone()));
    let (app, first) = App::new(context, None);
    let held = Held {
        app,
        answers_left: None,
        work: None,
    };
    let mut driver =
        Driver::new(held, Held::update, Held::view).in_window(Held::theme, Message::Resized);
    driver.run(first);
    sign_in(&mut driver, "person-huda", HUDA);
    driver.touch("go-payouts");
    driver
}

fn written(folder: &DataFolder) -> Vec<String> {
    let Ok(inside) = std::fs::read_dir(folder.statements()) else {
        return Vec::new();
    };
    let of_today = inside.map(|found| found.unwrap().path());
    let mut names: Vec<String> = of_today
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_family_gets_a_file_and_each_is_told() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = settled();
        let place = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(place.path());
        let mut till = payouts(&bazaar, &folder, language);
        till.shot(&format!("statement-files/{name}-before"));
        // The key, what is to be written, and two families.
        till.state.answers_left = Some(3);
        till.touch("all-statements");
        assert_eq!(written(&folder).len(), 2);
        assert!(till.find("stop-statements").is_some());
        till.shot(&format!("statement-files/{name}-under-way"));
        till.resize(1024.0, 768.0);
        till.shot(&format!("statement-files/{name}-under-way-1024"));
        till.resize(1280.0, 800.0);
        let rest = till.state.work.take().expect("work was held up");
        till.run(rest);
        till.shot(&format!("statement-files/{name}-done"));
        let families = bazaar.till.catalogue().unwrap().families().len();
        let names = written(&folder);
        assert_eq!(names.len(), families, "{names:?}");
        assert!(names.iter().all(|name| name.ends_with(".pdf")));
        assert!(till.find("all-statements").is_some());
    }
}

#[test]
fn writing_stops_after_the_family_under_way() {
    let bazaar = settled();
    let place = tempfile::tempdir().unwrap();
    let folder = DataFolder::at(place.path());
    let mut till = payouts(&bazaar, &folder, Language::Arabic);
    till.state.answers_left = Some(2);
    till.touch("all-statements");
    till.touch("stop-statements");
    let rest = till.state.work.take().expect("work was held up");
    till.run(rest);
    assert_eq!(written(&folder).len(), 2, "the one under way is finished");
    assert!(till.find("all-statements").is_some());
}
