//! A supervisor sets up a printer on the screen: how it is connected, which it is,
//! a page to look at; and nothing is kept before the page is good.

use iced::Task;
use sanduq::app::context::Context;
use sanduq::app::screen::printer_setup;
use sanduq::app::shell::{App, Message, papers};
use sanduq::locale::Language;
use sanduq::print::device::UsbPrinter;
use sanduq::print::fake::{FakePrinter, Machine, Make};
use sanduq::services::printing::{PrinterSetup, Printing};
use sanduq::settings::{DataFolder, DeviceSetting, DisplaySettings, PrinterRole, Settings};
use tempfile::TempDir;

use crate::bazaar::{AMAL, BADR, Bazaar, sign_in};
use crate::driver::Driver;

/// A till that keeps its settings in a folder and prints pictures.
pub struct Till {
    bazaar: Bazaar,
    folder: TempDir,
}

impl Till {
    pub fn new() -> Self {
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
    pub fn printers(
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
        // It is in use at once, and prints what the queue gives it.
        app.touch("test-0");
        while fake.machine().tray().len() < 3 {
            std::thread::yield_now();
        }
    }
}

/// Types on the keyboard of the screen.
fn touch_keys(app: &mut Driver<App, Message>, text: &str) {
    for letter in text.chars() {
        let key: &'static str = match letter {
            '.' => "letter-.",
            ':' => "letter-:",
            '/' => "letter-/",
            '_' => "letter-_",
            '0' => "letter-0",
            '1' => "letter-1",
            '2' => "letter-2",
            'd' => "letter-d",
            'e' => "letter-e",
            'l' => "letter-l",
            'p' => "letter-p",
            't' => "letter-t",
            'v' => "letter-v",
            'y' => "letter-y",
            other => panic!("{other:?} is not typed here"),
        };
        app.touch(key);
    }
}

#[test]
fn an_address_is_typed_on_the_screen_alone() {
    let till = Till::new();
    let mut app = till.printers(Language::Arabic, "person-badr", BADR);
    for (way, name, device) in [
        ("way-network", "10.0.2.1:1200", "tcp:10.0.2.1:1200"),
        ("way-node", "/dev/lp0", "lp:/dev/lp0"),
        ("way-serial", "/dev/tty_0", "serial:/dev/tty_0:115200"),
    ] {
        app.touch("set-up-0");
        app.touch(way);
        app.touch("printer-address");
        touch_keys(&mut app, name);
        app.touch("keyboard-done");
        app.touch("onward");
        let shown = app.text("printer-device");
        assert_eq!(shown, device);
        app.touch("step-back");
        app.touch("close-sheet");
    }
}

#[test]
fn one_more_printer_has_its_uses_and_can_go_again() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let till = Till::new();
        let mut app = till.printers(language, "person-badr", BADR);
        let shot = |app: &mut Driver<App, Message>, step: &str| {
            app.shot(&format!("printer-setup/{name}-second-{step}"));
        };
        let bytes = till.folder.path().join("labels.bin");
        app.touch("add-printer");
        app.touch("way-file");
        app.touch("printer-address");
        app.keys(bytes.to_str().unwrap());
        shot(&mut app, "file");
        app.touch("keyboard-done");
        app.touch("onward");
        app.touch("model-generic-58");
        app.touch("try-printer");
        assert!(bytes.exists(), "the test page is in the file");
        app.touch("page-good");
        assert!(till.settings().printers.is_empty(), "not kept yet");
        app.touch("prints-labels");
        app.touch("prints-reports");
        app.touch("prints-labels");
        app.touch("stands-in");
        shot(&mut app, "uses");
        app.touch("keep-printer");
        shot(&mut app, "kept");
        app.touch("printer-done");
        shot(&mut app, "list");
        let kept = &till.settings().printers["2"];
        assert_eq!(kept.profile, "generic-58");
        assert_eq!(kept.device, DeviceSetting::File(bytes.clone()));
        assert_eq!(kept.prints, [PrinterRole::Reports]);
        assert!(kept.stands_in);

        // What it is for changes without another test page.
        app.touch("set-up-1");
        shot(&mut app, "ways");
        app.touch("printer-uses");
        app.touch("prints-slips");
        app.touch("keep-printer");
        app.touch("printer-done");
        let prints = &till.settings().printers["2"].prints;
        assert_eq!(
            *prints,
            [PrinterRole::Reports, PrinterRole::CollectionSlips]
        );

        app.touch("set-up-1");
        app.touch("remove-printer");
        shot(&mut app, "removed");
        app.touch("printer-done");
        assert!(app.find("set-up-1").is_none());
        assert_eq!(till.settings(), Settings::default());
    }
}

#[test]
fn a_slow_line_is_told_before_it_is_chosen() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let till = Till::new();
        let mut app = till.printers(language, "person-badr", BADR);
        app.touch("set-up-0");
        app.touch("way-serial");
        app.touch("printer-address");
        app.keys("/dev/ttyUSB7");
        app.touch("keyboard-done");
        assert!(app.find("slow").is_none());
        app.touch("speed-9600");
        assert!(app.find("slow").is_some());
        app.shot(&format!("printer-setup/{name}-serial"));
        app.touch("onward");
        assert_eq!(app.text("printer-device"), "serial:/dev/ttyUSB7:9600");
        app.touch("step-back");
        app.touch("way-queue");
        assert!(app.find("slow").is_none());
        app.touch("printer-address");
        app.keys("no queue");
        app.touch("keyboard-done");
        app.touch("onward");
        app.shot(&format!("printer-setup/{name}-no-queue"));
        assert!(app.find("try-printer").is_none());
        assert_eq!(till.settings(), Settings::default());
    }
}

#[test]
fn a_printer_plugged_in_meanwhile_shows_itself() {
    let till = Till::new();
    let mut app = till.printers(Language::Arabic, "person-badr", BADR);
    app.touch("set-up-0");
    app.touch("way-usb");
    let plugged = UsbPrinter {
        vendor: 0x04b8,
        product: 0x0e28,
        serial: None,
        name: "EPSON TM-T20III".to_owned(),
    };
    // What the look at the bus, once a second, finds.
    let tell = |app: &mut Driver<App, Message>, found: &[UsbPrinter]| {
        let found = printer_setup::Message::Found(Ok(Some(found.to_vec())));
        let told = papers::Message::SettingUp(Box::new(found));
        app.run(Task::done(Message::Papers(told)));
    };
    tell(&mut app, &[]);
    assert!(app.find("plugged-0").is_none());
    tell(&mut app, std::slice::from_ref(&plugged));
    assert!(app.find("plugged-0").is_some());
    app.shot("printer-setup/ar-plugged-in");
    tell(&mut app, &[]);
    assert!(app.find("plugged-0").is_none(), "it was pulled out again");
    tell(&mut app, &[plugged]);
    app.touch("plugged-0");
    assert_eq!(app.text("printer-device"), "usb:04b8:0e28");
    // Whoever has gone on is not called back by a late look.
    tell(&mut app, &[]);
    assert!(app.find("try-printer").is_some());
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
