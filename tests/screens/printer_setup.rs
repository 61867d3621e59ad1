//! A supervisor sets up a printer on the screen: how it is connected, which it is,
//! a page to look at; and nothing is kept before the page is good.

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::locale::Language;
use sanduq::print::fake::{FakePrinter, Machine, Make};
use sanduq::services::printing::{PrinterSetup, Printing};
use sanduq::settings::{DataFolder, DeviceSetting, DisplaySettings, Settings};
use tempfile::TempDir;

use crate::bazaar::{AMAL, BADR, Bazaar, sign_in};
use crate::driver::Driver;

/// A till that keeps its settings in a folder and prints pictures.
struct Till {
    bazaar: Bazaar,
    folder: TempDir,
}

impl Till {
    fn new() -> Self {
        Till {
            bazaar: Bazaar::open(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn data(&self) -> DataFolder {
        DataFolder::at(self.folder.path())
    }

    fn settings(&self) -> Settings {
        self.data().load_settings().unwrap()
    }

    /// The list of printers, open in front of somebody.
    fn printers(
        &self,
        language: Language,
        person: &'static str,
        pin: &str,
    ) -> Driver<App, Message> {
        let (till, data) = (&self.bazaar.till, self.data());
        let setup = PrinterSetup::of(&self.settings(), &data).unwrap();
        let printing = Printing::start(till, setup, || {}).unwrap();
        let context = Context::new(till.clone(), language).unwrap();
        let context = context.with_display(DisplaySettings::default(), Some(data));
        let (app, first) = App::new(context, Some(printing));
        let app = Driver::new(app, App::update, App::view);
        let mut app = app.in_window(App::theme, Message::Resized);
        app.run(first);
        sign_in(&mut app, person, pin);
        app.touch("papers");
        app
    }
}

fn type_address(app: &mut Driver<App, Message>, address: &str) {
    app.touch("way-network");
    app.touch("printer-address");
    app.keys(address);
}

#[test]
fn a_network_printer_is_kept_once_its_page_is_good() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let fake = FakePrinter::start(Machine::new(Make::default(), Vec::new()), 0).unwrap();
        let till = Till::new();
        let mut app = till.printers(language, "person-badr", BADR);
        let shot = |app: &mut Driver<App, Message>, step: &str| {
            app.shot(&format!("printer-setup/{name}-{step}"));
        };
        shot(&mut app, "list");
        app.touch("set-up-0");
        shot(&mut app, "way");
        type_address(&mut app, &format!("127.0.0.1:{}", fake.port()));
        shot(&mut app, "address");
        app.touch("keyboard-done");
        app.touch("onward");
        app.touch("model-bixolon-srp-350");
        shot(&mut app, "model");
        app.touch("try-printer");
        shot(&mut app, "asked");
        assert_eq!(fake.machine().tray().len(), 1, "the page came out");
        assert_eq!(till.settings(), Settings::default(), "nothing is kept yet");
        app.touch("page-bad");
        app.touch("model-bixolon-srp-350");
        app.touch("try-printer");
        app.touch("page-good");
        shot(&mut app, "kept");
        let kept = till.settings().printer;
        assert_eq!(kept.profile, "bixolon-srp-350");
        let device = DeviceSetting::Tcp {
            host: "127.0.0.1".into(),
            port: fake.port(),
        };
        assert_eq!(kept.device, device);
        app.touch("printer-done");
        assert!(app.find("set-up-0").is_some(), "back at the list");
        assert_eq!(fake.machine().tray().len(), 2);
    }
}

#[test]
fn what_is_no_printer_is_told_and_never_kept() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let till = Till::new();
        let mut app = till.printers(language, "person-badr", BADR);
        app.touch("set-up-0");
        type_address(&mut app, "at the corner");
        app.touch("keyboard-done");
        app.touch("onward");
        app.shot(&format!("printer-setup/{name}-no-address"));
        assert!(app.find("try-printer").is_none());
        app.touch("step-back");
        app.touch("way-usb");
        app.resize(1024.0, 768.0);
        app.shot(&format!("printer-setup/{name}-usb-1024"));
        app.touch("step-back");
        app.touch("close-sheet");
        app.touch("set-up-0");
        // Nothing listens there.
        type_address(&mut app, "127.0.0.1:1");
        app.touch("keyboard-done");
        app.touch("onward");
        app.shot(&format!("printer-setup/{name}-model-1024"));
        app.touch("try-printer");
        app.shot(&format!("printer-setup/{name}-failed-1024"));
        assert!(app.find("page-good").is_none());
        assert_eq!(till.settings(), Settings::default());
    }
}

#[test]
fn a_till_without_a_printer_keeps_pictures() {
    let till = Till::new();
    let other = |settings: &mut Settings| settings.printer.profile = "generic-58".into();
    till.data().change_settings(other).unwrap();
    let mut app = till.printers(Language::English, "person-badr", BADR);
    app.touch("set-up-0");
    app.touch("way-pictures");
    app.touch("try-printer");
    let picture = till.data().papers().join("test-page.png");
    assert!(picture.exists());
    app.touch("page-good");
    assert_eq!(till.settings().printer.profile, "generic-58");
    assert_eq!(till.settings().printer.device, DeviceSetting::Picture);
}

#[test]
fn cashiers_set_up_no_printer() {
    let till = Till::new();
    let mut app = till.printers(Language::English, "person-amal", AMAL);
    assert!(app.find("test-0").is_some());
    assert!(app.find("set-up-0").is_none());
}
