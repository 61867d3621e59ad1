//! What touches set going at the printer: the drawer without a sale, and the
//! papers of the last sale.

use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use sanduq::app::shell::{App, Message};
use sanduq::domain::fact::Fact;
use sanduq::domain::sale::TenderKind;
use sanduq::domain::shift::{CashMovementKind, Denomination};
use sanduq::locale::Language;
use sanduq::print::fake::{FakePrinter, Machine, Make};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::printing::{PaperKind, PrintJob, PrinterSetup, Printing, Standing};
use sanduq::settings::{DataFolder, DeviceSetting, Settings};
use sanduq::store::StoreError;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, app_over, fils, sign_in, type_on_pad};
use crate::driver::Driver;
use crate::orders::{take, to_orders};
use crate::walks::sell;

/// Far longer than any job takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A till beside a printer that works.
pub struct Desk {
    pub bazaar: Bazaar,
    pub fake: FakePrinter,
    pub printing: Printing,
    changes: Receiver<()>,
}

impl Desk {
    pub fn new(change: impl FnOnce(&mut Settings)) -> Self {
        let bazaar = Bazaar::open();
        let fake = FakePrinter::start(Machine::new(Make::default(), Vec::new()), 0).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::default();
        settings.printer.profile = "epson-tm-t20".into();
        settings.printer.device = DeviceSetting::Tcp {
            host: "127.0.0.1".into(),
            port: fake.port(),
        };
        change(&mut settings);
        let setup = PrinterSetup::of(&settings, &DataFolder::at(folder.path())).unwrap();
        let (told, changes) = mpsc::channel();
        let changed = move || told.send(()).unwrap_or_default();
        let printing = Printing::start(&bazaar.till, setup, changed).unwrap();
        Desk {
            bazaar,
            fake,
            printing,
            changes,
        }
    }

    fn app(&self, language: Language) -> Driver<App, Message> {
        let mut app = app_over(&self.bazaar.till, language, Some(self.printing.clone()));
        sign_in(&mut app, "person-amal", AMAL);
        app
    }

    /// Every job of the day, once nothing is in line any more.
    pub fn finished(&self) -> Vec<PrintJob> {
        let day = self.bazaar.till.moments().now("Asia/Dubai").date_naive();
        loop {
            let jobs = self.printing.jobs(Some(day)).unwrap();
            let in_line =
                |job: &PrintJob| matches!(job.standing, Standing::Waiting | Standing::Printing);
            if !jobs.iter().any(in_line) {
                return jobs;
            }
            self.changes
                .recv_timeout(PATIENCE)
                .expect("the printer says what it does");
        }
    }
}

fn ask_for_the_drawer(till: &mut Driver<App, Message>) {
    till.touch("desk");
    till.touch("go-cash");
    till.touch("no-sale");
    till.touch("reason-0");
    till.touch("confirm");
    till.touch("approver-badr");
}

#[test]
fn the_drawer_springs_open_once_when_it_is_approved_and_not_before() {
    let desk = Desk::new(|_| {});
    let mut till = desk.app(Language::Arabic);
    ask_for_the_drawer(&mut till);
    type_on_pad(&mut till, AMAL);
    till.touch("approve");
    assert!(desk.finished().is_empty(), "a wrong PIN opens nothing");
    till.touch("close-sheet");
    till.touch("confirm");
    till.touch("approver-badr");
    type_on_pad(&mut till, BADR);
    till.touch("approve");
    let jobs = desk.finished();
    let drawers: Vec<_> = jobs.iter().map(|job| (job.kind, job.standing)).collect();
    // Without a switch in the drawer nobody can say more than that.
    assert_eq!(drawers, [(None, Standing::Sent)]);
    till.touch("done");
    assert_eq!(desk.finished().len(), 1);
    assert_eq!(desk.fake.machine().pulses, 1);
    let (_, tally) = desk.bazaar.till.x_report().unwrap();
    assert_eq!(tally.drawer_openings, 1);
}

#[test]
fn the_drawer_springs_open_for_cash_that_moves_and_each_time_is_on_record() {
    let desk = Desk::new(|_| {});
    let mut till = app_over(
        &desk.bazaar.till,
        Language::Arabic,
        Some(desk.printing.clone()),
    );
    // A supervisor, who asks nobody.
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    till.touch("go-cash");
    for (number, kind) in ["paid-in", "paid-out", "drop"].into_iter().enumerate() {
        till.touch(kind);
        type_on_pad(&mut till, "10");
        till.touch("reason-0");
        till.touch("confirm");
        till.touch("again");
        desk.finished();
        assert_eq!(desk.fake.machine().pulses, number as u64 + 1, "{kind}");
    }
    // Each is on record as cash moved, and none as opened for nothing.
    let facts = desk.bazaar.till.store().read(|books| {
        let mut moved = Vec::new();
        books.entries(1, &mut |entry| {
            if let Fact::CashMoved(movement) = entry.fact {
                moved.push(movement.kind);
            }
            ControlFlow::Continue(())
        })?;
        Ok::<_, StoreError>(moved)
    });
    use CashMovementKind::{Drop, PaidIn, PaidOut};
    assert_eq!(facts.unwrap(), [PaidIn, PaidOut, Drop]);
    let (_, tally) = desk.bazaar.till.x_report().unwrap();
    assert_eq!(tally.drawer_openings, 0);
    let drawers = desk.finished().into_iter().filter(|job| job.kind.is_none());
    assert_eq!(drawers.count(), 3, "the queue tells of each");
}

#[test]
fn the_drawer_springs_open_when_cash_goes_back_to_a_customer() {
    let desk = Desk::new(|_| {});
    let mut till = desk.app(Language::English);
    till.touch("desk");
    for (number, kind) in [("1", TenderKind::Cash), ("2", TenderKind::Card)] {
        sell(&desk.bazaar, &[("COFFEE", 1000)], kind);
        till.touch("go-refund");
        type_on_pad(&mut till, number);
        till.touch("find");
        till.touch("more-0");
        till.touch("reason-0");
        till.touch("refund");
        till.touch("approver-badr");
        type_on_pad(&mut till, BADR);
        till.touch("approve");
        desk.finished();
        // A card is given its money back without the drawer.
        assert_eq!(desk.fake.machine().pulses, 1, "{number}");
        till.touch("done");
        till.touch("desk");
    }
}

#[test]
fn the_drawer_springs_open_for_the_cash_of_orders() {
    let desk = Desk::new(|_| {});
    let mut till = desk.app(Language::Arabic);
    to_orders(&mut till);
    let pulses = |expected, why: &str| {
        desk.finished();
        assert_eq!(desk.fake.machine().pulses, expected, "{why}");
    };
    take(&mut till, "goods-PANEL", "سالم", None);
    pulses(1, "the deposit comes in");
    till.touch("order-T1-000001");
    till.touch("hand-over");
    till.touch("confirm");
    pulses(2, "the balance comes in");
    till.touch("done");
    take(&mut till, "goods-PANEL", "مريم", None);
    pulses(3, "another deposit");
    till.touch("order-T1-000002");
    till.touch("cancel-order");
    till.touch("return-deposit");
    till.touch("reason-0");
    till.touch("confirm");
    till.touch("approver-badr");
    type_on_pad(&mut till, BADR);
    till.touch("approve");
    pulses(4, "the deposit goes back");
}

#[test]
fn the_drawer_springs_open_for_a_family_that_is_paid_from_it() {
    let desk = Desk::new(|_| {});
    let bazaar = &desk.bazaar;
    sell(bazaar, &[("OUD", 1000)], TenderKind::Cash);
    let counted = Denomination {
        value: fils(5000),
        pieces: 9,
    };
    bazaar
        .till
        .count_drawer(&bazaar.amal, vec![counted])
        .unwrap();
    bazaar
        .till
        .close_shift(&bazaar.amal, String::new())
        .unwrap();
    let closed = bazaar.till.close_day(&bazaar.badr, ParkedAtClose::Refuse);
    let day = closed.unwrap().fact.day;
    bazaar.till.settle_day(&bazaar.huda, day).unwrap();
    // Cash comes out of the drawer while somebody answers for it.
    bazaar
        .till
        .open_day(&bazaar.badr, day.succ_opt(), true)
        .unwrap();
    bazaar.till.open_shift(&bazaar.amal, fils(45_000)).unwrap();
    let mut till = app_over(&bazaar.till, Language::English, Some(desk.printing.clone()));
    sign_in(&mut till, "person-huda", HUDA);
    till.touch("go-payouts");
    till.touch("family-F04");
    till.touch("pay");
    till.touch("means-drawer");
    type_on_pad(&mut till, "5");
    assert_eq!(desk.fake.machine().pulses, 0);
    till.touch("confirm");
    desk.finished();
    assert_eq!(desk.fake.machine().pulses, 1);
}

#[test]
fn a_drawer_that_cannot_be_opened_now_is_never_opened_later() {
    let desk = Desk::new(|settings| {
        settings.printer.device = DeviceSetting::Tcp {
            host: "127.0.0.1".into(),
            // Nothing listens there.
            port: 1,
        };
    });
    let mut till = desk.app(Language::English);
    ask_for_the_drawer(&mut till);
    type_on_pad(&mut till, BADR);
    till.touch("approve");
    let jobs = desk.finished();
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].standing, Standing::Failed);
}

#[test]
fn the_last_sale_gives_its_papers_again() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let desk = Desk::new(|settings| settings.collection_slips = true);
        let mut counter = desk.app(language);
        counter.touch("tile-CAKE");
        counter.touch("exact");
        counter.touch("next-sale");
        counter.touch("last");
        for (width, height) in [(1280.0, 800.0), (1024.0, 768.0)] {
            counter.resize(width, height);
            counter.shot(&format!("printers/{name}-last-sale-{width}"));
        }
        counter.touch("print-gift");
        counter.touch("print-gift");
        counter.touch("print-slips");
        let jobs = desk.finished();
        let papers = |kind| {
            let of_kind = jobs.iter().filter(move |job| job.kind == Some(kind));
            of_kind.map(|job| job.copy).collect::<Vec<_>>()
        };
        assert_eq!(papers(PaperKind::GiftReceipt), [None, Some(1)]);
        assert_eq!(papers(PaperKind::CollectionSlip), [None, Some(1)]);
        let mut papers = jobs.iter().filter(|job| job.kind.is_some());
        assert!(papers.all(|job| job.standing == Standing::Printed));
        let drawers = jobs.iter().filter(|job| job.kind.is_none()).count();
        assert_eq!(drawers, 1, "the sale's own");
        assert_eq!(desk.fake.machine().tray().len(), jobs.len() - drawers);
        counter.shot(&format!("printers/{name}-papers-again"));
    }
}

#[test]
fn a_bazaar_without_slips_is_offered_none() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-CAKE");
    counter.touch("exact");
    counter.touch("next-sale");
    counter.touch("last");
    assert!(counter.find("print-gift").is_some());
    assert!(counter.find("print-slips").is_none());
}

#[test]
fn the_slip_of_a_payout_taken_back_comes_out_by_itself() {
    let desk = Desk::new(|_| {});
    let bazaar = &desk.bazaar;
    crate::signing::owed(bazaar);
    let mut till = app_over(&bazaar.till, Language::English, Some(desk.printing.clone()));
    crate::family_history::paid_by_cheque(&mut till);
    desk.finished();
    till.touch("take-back-T1-000001");
    till.touch("reason-1");
    till.touch("confirm");
    let jobs = desk.finished();
    let kinds: Vec<_> = jobs.iter().filter_map(|job| job.kind).collect();
    assert_eq!(kinds, [PaperKind::FamilyPayment]);
}
