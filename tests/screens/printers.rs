//! A printer that cannot print, seen from the counter: what is the matter, and
//! what can be done.

use std::sync::mpsc;
use std::time::Duration;

use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::id::TicketId;
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;
use sanduq::print::fake::{FakePrinter, Machine, Make};
use sanduq::services::printing::{Paper, PrinterSetup, Printing, Standing};
use sanduq::settings::{DataFolder, DeviceSetting, MorePrinter, Settings};

use crate::bazaar::{AMAL, Bazaar, app_over, sign_in};
use crate::driver::Driver;

/// Far longer than any paper takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn what_is_the_matter_is_said_in_plain_words() {
    for (language, name, words) in [
        (Language::Arabic, "ar", "انتهى الورق"),
        (Language::English, "en", "The paper is out"),
    ] {
        let bazaar = Bazaar::open();
        let empty = "paper-out".parse().unwrap();
        let fake = FakePrinter::start(Machine::new(Make::default(), vec![empty]), 0).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let mut settings = Settings::default();
        settings.printer.profile = "epson-tm-t20".into();
        settings.printer.device = DeviceSetting::Tcp {
            host: "127.0.0.1".into(),
            port: fake.port(),
        };
        let labels = MorePrinter {
            profile: "generic-58".into(),
            device: DeviceSetting::Picture,
            prints: Vec::new(),
            stands_in: false,
        };
        settings.printers.insert("labels".into(), labels);
        let setup = PrinterSetup::of(&settings, &data).unwrap();
        let (told, changes) = mpsc::channel();
        let changed = move || told.send(()).unwrap_or_default();
        let printing = Printing::start(&bazaar.till, setup, changed).unwrap();

        let catalogue = bazaar.till.catalogue().unwrap();
        let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
        let sku = catalogue.lines()[0].sku.clone();
        ticket.add(&catalogue, &sku, Quantity::ONE, None).unwrap();
        let due = ticket.price().unwrap().due;
        let offers = vec![Offer::new(TenderKind::Cash, due)];
        let done = bazaar
            .till
            .complete_sale(&bazaar.amal, ticket, offers, None);
        let sale = done.unwrap().sale.fact;
        let queued = printing.print(&Paper::Receipt(sale.id)).unwrap();
        let blocked = || {
            let jobs = printing.jobs(None).unwrap();
            let job = jobs.into_iter().find(|job| job.id == queued.job).unwrap();
            (job.standing == Standing::Blocked).then_some(job)
        };
        let job = loop {
            if let Some(job) = blocked() {
                break job;
            }
            changes
                .recv_timeout(PATIENCE)
                .expect("the printer says what it does");
        };
        let context = Context::new(bazaar.till.clone(), language).unwrap();
        assert!(job.in_words(context.texts).starts_with(words));

        let mut app: Driver<App, Message> =
            app_over(&bazaar.till, language, Some(printing.clone()));
        sign_in(&mut app, "person-amal", AMAL);
        app.message(Message::Tick);
        app.touch("papers");
        app.message(Message::Tick);
        app.shot(&format!("printers/{name}-paper-out"));
        app.touch("test-1");
        app.message(Message::Tick);
        app.resize(1024.0, 768.0);
        app.shot(&format!("printers/{name}-paper-out-1024"));
        let jobs = printing.jobs(Some(job.queued_at.date_naive())).unwrap();
        assert_eq!(jobs.len(), 2, "the receipt and the test page");
    }
}
