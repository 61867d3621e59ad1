//! Selling while the printer is in a fault. Its time stands still meanwhile, and with
//! it the thread that speaks to it: a sale that waited for either would never be
//! acknowledged.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use tempfile::TempDir;

use super::hall::{Candour, rows_of, whole};
use super::jobs;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{StaffCode, TicketId};
use crate::domain::money::{Money, Quantity};
use crate::domain::sale::{Offer, TenderKind};
use crate::domain::ticket::Ticket;
use crate::print::device::{Device, LinePrinter};
use crate::print::fake::{Fault, FaultKind, Machine, SimulatedTransport};
use crate::print::papers::PaperLanguages;
use crate::print::profile::DrawerSense;
use crate::print::queue::Pace;
use crate::services::demo::{Demo, PINS, shipped_day};
use crate::services::printing::room::Room;
use crate::services::printing::{
    Answer, Paper, PaperKind, PrintJob, PrinterSetup, Printing, Standing, TillPrinter,
};
use crate::services::{Session, Till};
use crate::settings::DeviceSetting;
use crate::store::verify;

/// Sales while the fault lasts.
const SALES: usize = 4;

/// Far longer than anything here takes; who waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(120);

/// A counter with a cashier and goods, before any printer.
struct Counter {
    till: Till,
    cashier: Session,
    goods: Arc<Catalogue>,
    _folder: TempDir,
}

/// What is known of a paper in the end.
struct Known {
    sale: TicketId,
    rows: Vec<Vec<u8>>,
}

impl Counter {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let demo = Demo::prepare(&folder.path().join("till.sqlite"), shipped_day()).unwrap();
        let till = demo.open_today(demo.till.moments().clone()).unwrap();
        let (code, pin) = PINS[0];
        let cashier = till.sign_in(&StaffCode::new(code).unwrap(), pin).unwrap();
        till.open_shift(&cashier, Money::from_minor(20_000))
            .unwrap();
        Counter {
            goods: till.catalogue().unwrap(),
            till,
            cashier,
            _folder: folder,
        }
    }

    /// A sale with its receipt, the drawer, and the printer told of it, as the
    /// screen does it.
    fn sell(&self, printing: &Printing) -> Known {
        let mut ticket = Ticket::new(TicketId(self.till.moments().new_id()));
        let line = self.goods.lines().iter().find(|line| line.price.is_some());
        let sku = &line.expect("something has a price").sku;
        ticket.add(&self.goods, sku, Quantity::ONE, None).unwrap();
        let cash = Offer::new(TenderKind::Cash, Money::from_minor(100_000));
        let till = self.till.asking_for(printing.sale_papers());
        let sold = till.complete_sale(&self.cashier, ticket, vec![cash], None);
        let sale = sold.unwrap().sale.fact.id;
        printing.open_drawer().unwrap();
        printing.print_sale(sale).unwrap();
        let sheets = printing.preview(&Paper::Receipt(sale)).unwrap();
        Known {
            sale,
            rows: rows_of(&sheets[0]),
        }
    }

    /// The job of a sale's receipt.
    fn receipt(&self, sale: TicketId) -> PrintJob {
        let day = self.till.moments().now("UTC").date_naive();
        let number = self.till.read(move |books| {
            let sale = books.sale(sale)?.expect("it was acknowledged");
            Ok(sale.fact.number)
        });
        let number = number.unwrap().with_bazaar(&self.goods.bazaar.code);
        let jobs = self
            .till
            .read(move |books| Ok(jobs::list(books, Some(day))?));
        let mut jobs = jobs.unwrap().into_iter();
        let is_it = |job: &PrintJob| job.kind == Some(PaperKind::Receipt) && job.title == number;
        jobs.find(is_it).expect("it was put in line with its sale")
    }
}

/// A printer with a fault for good, and the till's papers on their way to it.
fn at_work(till: &Till, fault: Fault) -> (Printing, SimulatedTransport, Receiver<()>) {
    let mut profile = (*Candour::Confirms.profile()).clone();
    profile.drawer.sense = DrawerSense::HighIsOpen;
    // A guarded byte may have a dot more than was drawn.
    profile.raster.dle_guard = false;
    let profile = Arc::new(profile);
    let make = Candour::Confirms.make();
    let printer = SimulatedTransport::new(Machine::new(make, vec![fault]));
    let setup = PrinterSetup::of_one(
        Arc::clone(&profile),
        // Every story has a printer of its own.
        DeviceSetting::File(format!("{fault} {}", till.moments().new_id()).into()),
        "pictures".into(),
        PaperLanguages::BOTH,
    );
    let transport = printer.clone();
    let devices = move |_: &TillPrinter, _: &Path, _| {
        let printer = LinePrinter::new(transport.clone(), Arc::clone(&profile));
        Box::new(printer) as Box<dyn Device>
    };
    let pace = Pace {
        first_retry: Duration::from_millis(1),
        longest_retry: Duration::from_millis(1),
    };
    let (told, changes) = mpsc::channel();
    let changed = move || told.send(()).unwrap_or_default();
    let room = Room::open(till, setup, Box::new(devices), pace, changed).unwrap();
    let printing = Printing {
        till: till.clone(),
        room,
    };
    (printing, printer, changes)
}

/// Sells through a fault, and looks at journal and paper afterwards: the fault is put
/// right, or the till is closed over it.
fn sell_through(counter: &Counter, fault: Fault, is_put_right: bool) {
    let (printing, printer, changes) = at_work(&counter.till, fault);
    let what = format!("{fault}, put right: {is_put_right}");
    let mut sold = vec![counter.sell(&printing)];
    // The printer meets its fault over the first paper. From then on nobody else
    // hears or moves it, and its clock stands.
    let mut machine = loop {
        let machine = printer.machine.lock().unwrap();
        if machine.has_gone_wrong() {
            break machine;
        }
        drop(machine);
        changes
            .recv_timeout(PATIENCE)
            .expect("the printer's thread comes to the fault");
    };
    let stands_at = machine.now_ms();
    sold.extend((0..SALES).map(|_| counter.sell(&printing)));
    assert_eq!(machine.now_ms(), stands_at, "{what}");
    let standings = sold[1..].iter().map(|known| {
        let job = counter.receipt(known.sale);
        assert_eq!(whole(&machine, &known.rows), 0, "{what}");
        job.standing
    });
    let waiting = standings.filter(|standing| *standing == Standing::Waiting);
    // The thread may have one of them in its hand.
    assert!(waiting.count() >= SALES - 1, "{what}");
    if is_put_right {
        machine.put_right();
    }
    drop(machine);
    if is_put_right {
        let busy = |job: &PrintJob| {
            use Standing::{Blocked, Printing, Waiting};
            matches!(job.standing, Waiting | Blocked | Printing)
        };
        while printing.jobs(None).unwrap().iter().any(busy) {
            let told = changes.recv_timeout(PATIENCE);
            told.expect("what waits is printed once the printer is well");
        }
    }
    drop(printing);
    // The thread ends with the paper in hand, and lets go of the printer.
    while Arc::strong_count(&printer.machine) > 1 {
        if let Err(mpsc::RecvTimeoutError::Timeout) = changes.recv_timeout(PATIENCE) {
            panic!("{what}: the printer's thread goes on for ever");
        }
    }
    let machine = printer.machine.lock().unwrap();
    assert_eq!(machine.letters, 0, "{what}");
    for known in &sold {
        let (job, found) = (counter.receipt(known.sale), whole(&machine, &known.rows));
        let what = format!("{what}: {job:?} lies there {found} times");
        match job.standing {
            Standing::Printed => assert_eq!(found, 1, "{what}"),
            Standing::Sent | Standing::Asking => assert!(found <= 1, "{what}"),
            Standing::Printing => panic!("{what}"),
            Standing::Waiting
            | Standing::Blocked
            | Standing::Held
            | Standing::Failed
            | Standing::GivenUp => assert_eq!(found, 0, "{what}"),
        }
    }
    // Nothing of this story is left in line for the next.
    let till = &counter.till;
    let now = till.moments().now("UTC");
    let gone = till.write(move |recorder| {
        for job in jobs::list(recorder.writing, None)? {
            jobs::take_answer(recorder.writing, job.id, Answer::GiveUp, now)?;
        }
        Ok(())
    });
    gone.unwrap();
}

#[test]
fn no_fault_of_a_printer_delays_a_sale() {
    let counter = Counter::open();
    let mut sold = 0;
    for kind in FaultKind::ALL {
        // Over the first byte or row, and in the middle of the first paper.
        for at in [0, if kind.counts_bytes() { 6_000 } else { 150 }] {
            for is_put_right in [true, false] {
                let lasts_ms = u64::MAX;
                sell_through(&counter, Fault { kind, at, lasts_ms }, is_put_right);
                sold += 1 + SALES as u64;
            }
        }
    }
    let verdict = counter
        .till
        .store()
        .read(|books| verify::verify(books, |_, _| {}));
    assert_eq!(verdict.unwrap().first_fault, None);
    let last = counter.till.last_sale().unwrap().unwrap();
    assert_eq!(last.fact.number.n, sold, "every one, and none twice");
}
