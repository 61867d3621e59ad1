//! Training on the real screens: entered and left with one touch, marked on every
//! page, on data of its own.

use sanduq::app::context::Context;
use sanduq::app::shell::training::Ground;
use sanduq::app::shell::{App, Message};
use sanduq::locale::Language;
use sanduq::settings::DataFolder;

use crate::bazaar::{AMAL, Bazaar, sign_in};
use crate::driver::Driver;

fn app(bazaar: &Bazaar, folder: &DataFolder, language: Language) -> Driver<App, Message> {
    let context = Context::new(bazaar.till.clone(), language).unwrap();
    let (app, first) = App::new(context, None);
    let app = app.with_training(Ground::beside(folder, None));
    let mut driver = Driver::new(app, App::update, App::view);
    driver.run(first);
    driver
}

#[test]
fn a_cashier_practises_and_comes_back() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let folder = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(folder.path());
        let mut till = app(&bazaar, &folder, language);
        assert!(till.find("training").is_none());
        till.shot(&format!("training/{name}-before"));
        till.touch("enter-training");
        assert!(till.state.is_training());
        assert!(till.find("training").is_some());
        till.shot(&format!("training/{name}-sign-in"));

        sign_in(&mut till, "person-amal", AMAL);
        till.shot(&format!("training/{name}-open-shift"));
        till.touch("more-10000");
        till.touch("open-shift");
        till.touch("tile-COFFEE");
        till.shot(&format!("training/{name}-sell"));
        till.resize(1024.0, 768.0);
        till.shot(&format!("training/{name}-sell-1024"));
        till.touch("pay");
        till.shot(&format!("training/{name}-pay-1024"));
        till.resize(1280.0, 800.0);
        till.touch("cash-exact");
        till.look_at(App::customer_view);
        till.shot(&format!("training/{name}-customer"));
        till.look_at(App::view);
        till.touch("desk");
        assert!(till.find("training").is_some());
        assert!(till.find("go-training").is_none(), "one is there already");
        till.shot(&format!("training/{name}-desk"));
        till.touch("leave-training");
        assert!(!till.state.is_training());
        assert!(till.find("training").is_none());
        assert!(bazaar.till.last_sale().unwrap().is_none());

        // From the desk, with a ticket in hand: it waits until one is back.
        sign_in(&mut till, "person-amal", AMAL);
        till.touch("tile-KABSA");
        till.touch("desk");
        till.shot(&format!("training/{name}-desk-before"));
        till.touch("go-training");
        assert!(till.state.is_training());
        assert_eq!(bazaar.till.all_in_hand().unwrap().len(), 1);
        till.touch("leave-training");
        assert!(!till.state.is_training());
    }
}
