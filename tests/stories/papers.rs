//! Papers leave the till by themselves, once, and hold up nobody.

use std::collections::BTreeSet;
use std::fs;
use std::net::TcpListener;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use chrono::TimeDelta;
use sanduq::domain::fact::{Fact, PaperReprinted};
use sanduq::domain::id::{FactId, OrderId, PayoutId, RefundId, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::order::Customer;
use sanduq::domain::payout::PayoutMeans;
use sanduq::domain::refund::Return;
use sanduq::print::Bitmap;
use sanduq::print::device::Trouble;
use sanduq::print::fake::{FakePrinter, Machine, Make};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::OrderRequest;
use sanduq::services::payout::PayoutRequest;
use sanduq::services::printing::{Answer, Paper, PaperKind, PrintJob, PrinterSetup, Standing};
use sanduq::services::refund::RefundRequest;
use sanduq::services::{Error, Printing, Refusal};
use sanduq::settings::{DataFolder, DeviceSetting, MorePrinter, Settings};
use sanduq::store::NewPrintJob;
use tempfile::TempDir;

use crate::bazaar::{Story, cash, family, fils, refused};

/// Far longer than any paper takes; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

struct Printer {
    printing: Printing,
    changes: Receiver<()>,
    data: DataFolder,
    _folder: TempDir,
}

impl Printer {
    fn start(story: &Story, device: DeviceSetting) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let mut settings = Settings::default();
        settings.printer.device = device;
        let setup = PrinterSetup::of(&settings, &data).unwrap();
        let (told, changes) = mpsc::channel();
        let changed = move || told.send(()).unwrap_or_default();
        let printing = Printing::start(&story.till, setup, changed).unwrap();
        Printer {
            printing,
            changes,
            data,
            _folder: folder,
        }
    }

    fn pictures(story: &Story) -> Self {
        Self::start(story, DeviceSetting::Picture)
    }

    fn job(&self, id: i64, story: &Story) -> PrintJob {
        let day = story.clock_day();
        let jobs = self.printing.jobs(Some(day)).unwrap();
        jobs.into_iter()
            .find(|job| job.id == id)
            .expect("the job is kept")
    }

    fn until(&self, id: i64, standing: Standing, story: &Story) {
        while self.job(id, story).standing != standing {
            self.changes
                .recv_timeout(PATIENCE)
                .expect("the printer says what it does");
        }
    }

    fn sheets(&self) -> Vec<Bitmap> {
        let Ok(folder) = fs::read_dir(self.data.papers()) else {
            return Vec::new();
        };
        let files: BTreeSet<_> = folder.map(|file| file.unwrap().path()).collect();
        files
            .into_iter()
            .map(|file| Bitmap::from_png(&fs::read(file).unwrap()).unwrap())
            .collect()
    }
}

fn a_sale(story: &Story) -> TicketId {
    let ticket = story.ticket(&[("COFFEE", 3000), ("JAM", 1000)]);
    story.sell(&ticket, &[cash(5000)]).sale.fact.id
}

#[test]
fn a_receipt_is_printed_once_however_often_it_is_asked_for() {
    let story = Story::begin();
    story.open();
    let printer = Printer::pictures(&story);
    let paper = Paper::Receipt(a_sale(&story));
    let first = printer.printing.print(&paper).unwrap();
    let second = printer.printing.print(&paper).unwrap();
    assert_eq!((first.job, first.again), (second.job, false));
    assert!(second.again);
    printer.until(first.job, Standing::Printed, &story);
    let sheets = printer.sheets();
    assert_eq!(sheets, printer.printing.preview(&paper).unwrap());
    assert_eq!(sheets[0].width(), 576);
    let job = printer.job(first.job, &story);
    assert_eq!(
        (job.kind, job.title.as_str()),
        (Some(PaperKind::Receipt), "STORY1-T1-000001")
    );
}

#[test]
fn a_copy_says_so_and_is_on_record() {
    let story = Story::begin();
    story.open();
    let printer = Printer::pictures(&story);
    let paper = Paper::Receipt(a_sale(&story));
    let original = printer.printing.print(&paper).unwrap();
    printer.until(original.job, Standing::Printed, &story);
    for number in [1, 2] {
        let copy = printer.printing.reprint(&story.amal, &paper).unwrap();
        assert_eq!(copy.copy, Some(number));
        printer.until(copy.job, Standing::Printed, &story);
        let last = story
            .till
            .store()
            .read(|books| books.last_entry())
            .unwrap()
            .unwrap();
        let told = PaperReprinted {
            paper: "receipt STORY1-T1-000001".into(),
            copy: number,
        };
        assert_eq!(last.fact, Fact::PaperReprinted(told));
        assert_eq!(last.actor.as_ref(), Some(story.amal.staff()));
    }
    let sheets = printer.sheets();
    assert_eq!(sheets.len(), 3);
    // The banner of a copy makes it longer than the original, and the two copies
    // differ in their number alone.
    assert!(sheets[1].height() > sheets[0].height());
    assert_eq!(sheets[1].height(), sheets[2].height());
    assert_ne!(sheets[1], sheets[2]);
}

#[test]
fn a_printer_that_cannot_be_reached_holds_up_nobody() {
    let story = Story::begin();
    story.open();
    // A port that was free a moment ago and that nobody listens to.
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let printer = Printer::start(
        &story,
        DeviceSetting::Tcp {
            host: "127.0.0.1".into(),
            port,
        },
    );
    let queued = printer
        .printing
        .print(&Paper::Receipt(a_sale(&story)))
        .unwrap();
    printer.until(queued.job, Standing::Blocked, &story);
    a_sale(&story);
    assert!(printer.job(queued.job, &story).reason.is_some());
    let drawer = printer.printing.open_drawer().unwrap();
    printer.until(drawer, Standing::Failed, &story);
    // While it is being tried again nobody can give it up.
    while printer.printing.answer(queued.job, Answer::GiveUp).is_err() {
        printer.until(queued.job, Standing::Blocked, &story);
    }
    assert_eq!(printer.job(queued.job, &story).standing, Standing::GivenUp);
}

/// A job as a program that ended left it.
fn left_behind(story: &Story, state: &'static str, kind: &str, minutes: i64) -> i64 {
    let document = sanduq::print::stored::pack(&[Bitmap::new(576, 10)]);
    let job = NewPrintJob {
        printer: match kind {
            "elsewhere" => "generic-58 tcp:10.0.0.9:9100".into(),
            _ => "generic-80 picture".into(),
        },
        kind: kind.into(),
        title: "STORY1-T1-000009".into(),
        reference: "STORY1-T1-000009".into(),
        document,
        copy: 0,
        queued_at: story.till.moments().now("Asia/Dubai") - TimeDelta::minutes(minutes),
    };
    let queue = move |writing: &mut sanduq::store::Writing<'_>| {
        let id = writing.queue_print(job)?;
        writing.update_print_job(id, state, None)?;
        Ok::<_, Error>(id)
    };
    story.till.store().write(queue).unwrap()
}

#[test]
fn after_a_restart_nothing_is_printed_twice_and_nothing_old_by_itself() {
    let story = Story::begin();
    story.open();
    let sending = left_behind(&story, "sending", "receipt", 1);
    let fresh = left_behind(&story, "queued", "refund", 2);
    let old = left_behind(&story, "blocked", "order", 40);
    let drawer = left_behind(&story, "queued", "drawer", 1);
    let elsewhere = left_behind(&story, "queued", "elsewhere", 1);
    let printer = Printer::pictures(&story);
    printer.until(fresh, Standing::Printed, &story);
    assert_eq!(printer.job(sending, &story).standing, Standing::Asking);
    assert_eq!(printer.job(old, &story).standing, Standing::Held);
    assert_eq!(printer.job(drawer, &story).standing, Standing::Failed);
    assert_eq!(printer.job(elsewhere, &story).standing, Standing::Asking);
    printer.printing.answer(elsewhere, Answer::GiveUp).unwrap();
    // That the drawer stayed shut is shown until somebody has seen it.
    printer.printing.answer(drawer, Answer::GiveUp).unwrap();
    assert_eq!(printer.sheets().len(), 1);

    printer.printing.answer(sending, Answer::Printed).unwrap();
    assert_eq!(printer.job(sending, &story).standing, Standing::Printed);
    assert_eq!(
        refused(printer.printing.answer(sending, Answer::GiveUp)),
        Refusal::PaperTakesNoAnswer(sending)
    );
    printer.printing.answer(old, Answer::PrintNow).unwrap();
    printer.until(old, Standing::Printed, &story);
    assert_eq!(printer.sheets().len(), 2);
    assert!(printer.printing.jobs(None).unwrap().is_empty());
}

#[test]
fn a_paper_that_may_be_lost_is_printed_again_as_a_copy() {
    let story = Story::begin();
    story.open();
    let sending = left_behind(&story, "sending", "receipt", 1);
    let printer = Printer::pictures(&story);
    assert_eq!(printer.job(sending, &story).standing, Standing::Asking);
    let copy = printer.printing.print_again(&story.amal, sending).unwrap();
    assert_eq!(copy.copy, Some(1));
    printer.until(copy.job, Standing::Printed, &story);
    assert_eq!(printer.job(sending, &story).standing, Standing::GivenUp);
    // The banner stands over the ten rows that were kept.
    let sheets = printer.sheets();
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].height() > 30 && !sheets[0].is_blank_row(10));
    let told = PaperReprinted {
        paper: "receipt STORY1-T1-000009".into(),
        copy: 1,
    };
    let last = story.till.store().read(|books| books.last_entry());
    assert_eq!(last.unwrap().unwrap().fact, Fact::PaperReprinted(told));
}

#[test]
fn a_dead_printer_gives_its_papers_to_the_one_that_stands_in() {
    let story = Story::begin();
    story.open();
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    let mut settings = Settings::default();
    // A port that was free a moment ago and that nobody listens to.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    settings.printer.device = DeviceSetting::Tcp {
        host: "127.0.0.1".into(),
        port,
    };
    let second = MorePrinter {
        profile: "generic-80".into(),
        device: DeviceSetting::Picture,
        prints: Vec::new(),
        stands_in: true,
    };
    settings.printers.insert("office".into(), second);
    let setup = PrinterSetup::of(&settings, &data).unwrap();
    let (told, changes) = mpsc::channel();
    let changed = move || told.send(()).unwrap_or_default();
    let printing = Printing::start(&story.till, setup, changed).unwrap();
    let printer = Printer {
        printing,
        changes,
        data,
        _folder: folder,
    };
    // The clock stands from here on: sales take their minutes before.
    let mut sales = [(); 7].map(|()| a_sale(&story)).into_iter();
    let mut receipt = || Paper::Receipt(sales.next().unwrap());
    let waiting = [(); 3].map(|()| printer.printing.print(&receipt()).unwrap().job);
    printer.until(waiting[0], Standing::Printed, &story);
    // What waited behind it has gone there with it.
    for job in waiting {
        assert_eq!(printer.job(job, &story).printer, "generic-80 picture");
    }
    // The next goes there at once.
    let second = printer.printing.print(&receipt()).unwrap();
    let job = printer.job(second.job, &story);
    assert_eq!(job.printer, "generic-80 picture");
    printer.until(second.job, Standing::Printed, &story);
    let states = printer.printing.printers().unwrap();
    assert_eq!(states[0].trouble, Some(Trouble::Unreachable));
    assert_eq!(states[1].trouble, None);

    // Switched on again, it is left alone for a minute, and then has its papers back.
    let back = FakePrinter::start(Machine::new(Make::default(), Vec::new()), port).unwrap();
    let third = printer.printing.print(&receipt()).unwrap();
    assert_eq!(printer.job(third.job, &story).printer, "generic-80 picture");
    story.minutes_later(2);
    let fourth = printer.printing.print(&receipt()).unwrap();
    printer.until(fourth.job, Standing::Sent, &story);
    assert_eq!(printer.printing.printers().unwrap()[0].trouble, None);
    let fifth = printer.printing.print(&receipt()).unwrap();
    printer.until(fifth.job, Standing::Sent, &story);
    while back.machine().tray().len() < 2 {
        std::thread::yield_now();
    }
}

#[test]
fn a_damaged_paper_is_left_out_and_the_next_is_printed() {
    let story = Story::begin();
    story.open();
    let damaged = story
        .till
        .store()
        .write(|writing| {
            let job = NewPrintJob {
                printer: "generic-80 picture".into(),
                kind: "receipt".into(),
                title: "1".into(),
                reference: "1".into(),
                document: b"no paper".to_vec(),
                copy: 0,
                queued_at: "2026-11-26T15:00:00+04:00".parse().unwrap(),
            };
            Ok::<_, Error>(writing.queue_print(job)?)
        })
        .unwrap();
    let printer = Printer::pictures(&story);
    let page = printer.printing.print_test_page(0).unwrap();
    printer.until(page, Standing::Printed, &story);
    assert_eq!(printer.job(damaged, &story).standing, Standing::Failed);
}

#[test]
fn every_paper_of_a_day_can_be_made() {
    let story = Story::begin();
    let day = story.open();
    let printer = Printer::pictures(&story);
    let sale = a_sale(&story);
    let refund = RefundRequest {
        id: RefundId(story.till.moments().new_id()),
        sale,
        returns: vec![Return {
            line: 0,
            quantity: Quantity::ONE,
        }],
        reason: "بردت القهوة".into(),
        in_cash: false,
    };
    let refund = story.till.refund(&story.badr, refund, None).unwrap().fact;
    let order = OrderRequest {
        id: OrderId(story.till.moments().new_id()),
        ticket: story.ticket(&[("TRAY", 1000)]),
        customer: Customer {
            name: "مها".into(),
            ..Customer::default()
        },
        wish: "ورد".into(),
        due_on: None,
        deposit: vec![cash(6000)],
    };
    let order = story.till.take_order(&story.amal, order).unwrap();
    let sheets = |paper: &Paper| printer.printing.preview(paper).unwrap();
    for paper in [
        Paper::Receipt(sale),
        Paper::Refund(refund.id),
        Paper::Order(order.id),
        Paper::XReport,
    ] {
        assert_eq!(sheets(&paper).len(), 1, "{paper:?}");
    }

    let shift = story.count_and_close(29_850, "").unwrap();
    let closing = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    let settled = story.till.settle_day(&story.huda, day).unwrap();
    let jam = settled
        .iter()
        .find(|one| one.family == family("F05"))
        .unwrap();
    let before = sheets(&Paper::Statement(jam.id));
    let payout = PayoutRequest {
        signed: None,
        id: PayoutId(story.till.moments().new_id()),
        family: family("F05"),
        amount: fils(2000),
        means: PayoutMeans::Safe,
        collected_by: String::new(),
        reference: String::new(),
    };
    story
        .till
        .fill_safe(
            &story.huda,
            FactId(story.till.moments().new_id()),
            fils(100_000),
            "للصرف".into(),
        )
        .unwrap();
    let payout = story.till.pay_out(&story.huda, payout).unwrap().fact;
    assert_eq!(closing.fact.day, day);
    for paper in [
        Paper::Shift {
            shift: shift.id,
            day,
        },
        Paper::ZReport(day),
        Paper::Payout(payout.id),
    ] {
        assert_eq!(sheets(&paper).len(), 1, "{paper:?}");
    }
    // A statement made after the payout names it, so it is longer.
    let after = sheets(&Paper::Statement(jam.id));
    assert!(after[0].height() > before[0].height());
    let missing = Paper::Payout(PayoutId(story.till.moments().new_id()));
    assert_eq!(
        refused(printer.printing.preview(&missing)),
        Refusal::UnknownPaper
    );
}

#[test]
fn another_printer_is_used_at_once_and_takes_over_what_waits() {
    let story = Story::begin();
    story.open();
    let nowhere = DeviceSetting::Tcp {
        host: "127.0.0.1".into(),
        port: 1,
    };
    let printer = Printer::start(&story, nowhere);
    let queued = printer.printing.print_sale(a_sale(&story)).unwrap();
    let paid = Paper::Receipt(a_sale(&story));
    let drawn = printer.printing.print(&paid).unwrap();
    printer.until(queued.job, Standing::Blocked, &story);

    let narrow = |settings: &mut Settings| settings.printer.profile = "generic-58".into();
    let mut settings = Settings::default();
    narrow(&mut settings);
    let setup = PrinterSetup::of(&settings, &printer.data).unwrap();
    printer.printing.use_printers(setup).unwrap();
    // What was still to be drawn fits any paper; what was drawn wider asks.
    printer.until(queued.job, Standing::Printed, &story);
    printer.until(drawn.job, Standing::Asking, &story);
    let asks = printer.job(drawn.job, &story);
    assert_eq!(asks.trouble, Some(Trouble::OtherPrinter));
    let narrow = printer.sheets()[0].width();
    assert_eq!(printer.printing.preview(&paid).unwrap()[0].width(), narrow);
    // Asked for, it is drawn once more for this paper, as a copy.
    let copy = printer.printing.print_again(&story.amal, drawn.job);
    let copy = copy.unwrap();
    assert_eq!(copy.copy, Some(1));
    printer.until(copy.job, Standing::Printed, &story);
    assert_eq!(printer.job(drawn.job, &story).standing, Standing::GivenUp);
    let sheets = printer.sheets();
    assert_eq!(sheets.len(), 2);
    assert!(sheets.iter().all(|sheet| sheet.width() == narrow));

    // Back to the wide one, which goes on.
    let setup = PrinterSetup::of(&Settings::default(), &printer.data).unwrap();
    printer.printing.use_printers(setup).unwrap();
    let next = printer.printing.print_sale(a_sale(&story)).unwrap();
    printer.until(next.job, Standing::Printed, &story);
    assert_eq!(printer.printing.printers().unwrap().len(), 1);
    assert_eq!(printer.sheets().len(), 3);
}
