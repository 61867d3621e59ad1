//! A till, a printer whose time is its own, and a program that can die.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, MutexGuard};
use std::time::Duration;

use chrono::TimeDelta;
use tempfile::TempDir;

use super::super::jobs::{self, PrintJob, TillJobs};
use super::super::{AGES, Answer, Paper};
use crate::domain::id::TillCode;
use crate::print::device::{Connection, Heard, LinePrinter, Transport};
use crate::print::fake::{Fault, Machine, Make, Sheet, SimulatedTransport};
use crate::print::profile::{Catalogue, Profile};
use crate::print::queue::{Step, step};
use crate::print::{Bitmap, stored};
use crate::services::Moments;
use crate::services::moment::{CountedIds, GivenClock};
use crate::store::{NewPrintJob, Store};

pub(super) const PRINTER: &str = "the printer";

/// What a printer lets be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Candour {
    /// It confirms every paper.
    Confirms,
    /// It answers how it is.
    Tells,
    /// It takes bytes.
    Silent,
}

impl Candour {
    pub(super) fn profile(self) -> Arc<Profile> {
        let id = match self {
            Candour::Confirms => "epson-tm-t20",
            Candour::Tells => "bixolon-srp-350",
            Candour::Silent => "generic-80",
        };
        let mut profile = Catalogue::shipped().get(id).expect("shipped").clone();
        profile.paper.dots = 576;
        profile.status.process_id = self == Candour::Confirms;
        if self == Candour::Tells {
            profile.status.dle_eot = vec![1, 2, 3, 4];
        }
        Arc::new(profile)
    }

    pub(super) fn make(self) -> Make {
        Make {
            tells_status: self != Candour::Silent,
            confirms: self == Candour::Confirms,
            ..Make::default()
        }
    }
}

/// A way that breaks down with the whole program after so many bytes.
pub(super) struct Mortal {
    inner: SimulatedTransport,
    bytes_to_live: u64,
}

pub(super) struct MortalConnection {
    inner: Box<dyn Connection>,
    bytes_to_live: u64,
}

/// What a program that loses its power says.
pub(super) struct Died;

impl Transport for Mortal {
    fn name(&self) -> String {
        self.inner.name()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        Ok(Box::new(MortalConnection {
            inner: self.inner.connect()?,
            bytes_to_live: self.bytes_to_live,
        }))
    }
}

impl Connection for MortalConnection {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes_to_live == 0 {
            resume_unwind(Box::new(Died));
        }
        let most = usize::try_from(self.bytes_to_live).unwrap_or(usize::MAX);
        let sent = self.inner.send(&bytes[..bytes.len().min(most)])?;
        self.bytes_to_live -= sent as u64;
        Ok(sent)
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        self.inner.hear(wait)
    }

    fn elapsed(&self) -> Duration {
        self.inner.elapsed()
    }

    fn finish(self: Box<Self>, patience: Duration) -> io::Result<()> {
        self.inner.finish(patience)
    }
}

/// A till with a printer, and the papers it was given.
pub(super) struct Hall {
    pub(super) store: Store,
    pub(super) clock: Arc<GivenClock>,
    pub(super) moments: Moments,
    pub(super) printer: SimulatedTransport,
    pub(super) profile: Arc<Profile>,
    jobs: TillJobs,
    pub(super) device: LinePrinter<Mortal>,
    pub(super) papers: Vec<(i64, Bitmap)>,
    _folder: TempDir,
}

impl Hall {
    pub(super) fn open(candour: Candour, faults: Vec<Fault>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let till = TillCode::new("T1").unwrap();
        let store = Store::create(&folder.path().join("till.sqlite"), &till).unwrap();
        Self::in_store(store, folder, candour, faults)
    }

    pub(super) fn in_store(
        store: Store,
        folder: TempDir,
        candour: Candour,
        faults: Vec<Fault>,
    ) -> Self {
        let clock = Arc::new(GivenClock::at("2026-11-26T15:00:00Z".parse().unwrap()));
        let moments = Moments::new(clock.clone(), Arc::new(CountedIds::from(1)));
        let printer = SimulatedTransport::new(Machine::new(candour.make(), faults));
        let profile = candour.profile();
        let draws = |paper: &Paper| panic!("{paper:?} was queued without its dots");
        let jobs = TillJobs::new(
            store.clone(),
            PRINTER.to_owned(),
            moments.clone(),
            AGES,
            draws,
        );
        let device = device(&printer, &profile, u64::MAX, false);
        Self {
            store,
            clock,
            moments,
            printer,
            profile,
            jobs,
            device,
            papers: Vec::new(),
            _folder: folder,
        }
    }

    pub(super) fn queue(&mut self, sheet: Bitmap) -> i64 {
        let job = NewPrintJob {
            printer: PRINTER.to_owned(),
            kind: "receipt".to_owned(),
            title: String::new(),
            reference: format!("{}", self.papers.len()),
            document: stored::pack(std::slice::from_ref(&sheet)),
            copy: 0,
            queued_at: self.moments.now("UTC"),
        };
        let id = self
            .store
            .write(|writing| writing.queue_print(job))
            .unwrap();
        self.papers.push((id, sheet));
        id
    }

    pub(super) fn machine(&self) -> MutexGuard<'_, Machine> {
        self.printer.machine.lock().unwrap()
    }

    /// Lets time pass for the till and the printer alike.
    pub(super) fn pass(&self, ms: u64) {
        self.machine().advance(ms);
        self.clock.advance(TimeDelta::milliseconds(ms as i64));
    }

    /// Works until nothing more can be done; `tries` looks at a printer that
    /// refuses, two seconds apart.
    pub(super) fn work(&mut self, tries: usize) {
        let mut left = tries;
        loop {
            let before = self.machine().now_ms();
            let done = step(&mut self.jobs, &mut self.device, &mut |_| {});
            let took = self.machine().now_ms() - before;
            self.clock.advance(TimeDelta::milliseconds(took as i64));
            match done {
                Step::Idle => return,
                Step::Done => {}
                Step::Later if left == 0 => return,
                Step::Later => {
                    left -= 1;
                    self.pass(2_000);
                }
            }
        }
    }

    /// Works with a program that dies after so many bytes, and starts it again.
    pub(super) fn work_until_death(&mut self, bytes: u64) {
        self.start(bytes);
        let work = AssertUnwindSafe(|| self.work(3));
        if let Err(died) = catch_unwind(work)
            && !died.is::<Died>()
        {
            resume_unwind(died);
        }
        self.start(u64::MAX);
    }

    /// The program begins, to live for so many bytes.
    pub(super) fn start(&mut self, bytes_to_live: u64) {
        let old = self.moments.now("UTC") - AGES.paper;
        let broken = jobs::take_over(&self.store, vec![PRINTER.to_owned()], old).unwrap();
        let broke_off = !broken.is_empty();
        self.device = device(&self.printer, &self.profile, bytes_to_live, broke_off);
    }

    pub(super) fn job(&self, id: i64) -> PrintJob {
        let day = self.moments.now("UTC").date_naive();
        let jobs = self.store.read(move |books| jobs::list(books, Some(day)));
        jobs.unwrap().into_iter().find(|job| job.id == id).unwrap()
    }

    pub(super) fn answer(&self, id: i64, answer: Answer) {
        let now = self.moments.now("UTC");
        self.store
            .write(move |writing| jobs::take_answer(writing, id, answer, now))
            .unwrap();
    }

    /// How often a paper lies in the tray whole, and whether anything of it does.
    pub(super) fn found(&self, sheet: &Bitmap) -> (usize, bool) {
        let wanted = rows_of(sheet);
        let machine = self.machine();
        let mut sheets = machine.tray().iter().chain([machine.hanging()]);
        let part = sheets.any(|printed| printed.rows.contains(&wanted[0]));
        (whole(&machine, &wanted), part)
    }
}

/// How often these rows lie in the tray, one under the other.
pub(super) fn whole(machine: &Machine, wanted: &[Vec<u8>]) -> usize {
    let same = |(printed, wanted): (&Vec<u8>, &Vec<u8>)| {
        // Paper that was fed is as white as paper that was printed white.
        let white = |row: &[u8]| row.iter().all(|byte| *byte == 0);
        printed == wanted || white(printed) && white(wanted)
    };
    let sheets = machine.tray().iter().chain([machine.hanging()]);
    let count = |printed: &Sheet| {
        let rows = printed.rows.windows(wanted.len());
        rows.filter(|rows| rows.iter().zip(wanted).all(same))
            .count()
    };
    sheets.map(count).sum()
}

pub(super) fn device(
    printer: &SimulatedTransport,
    profile: &Arc<Profile>,
    bytes_to_live: u64,
    broke_off: bool,
) -> LinePrinter<Mortal> {
    let mortal = Mortal {
        inner: printer.clone(),
        bytes_to_live,
    };
    let printer = LinePrinter::new(mortal, profile.clone());
    match broke_off {
        true => printer.after_a_break(),
        false => printer,
    }
}

pub(super) fn rows_of(sheet: &Bitmap) -> Vec<Vec<u8>> {
    (0..sheet.height()).map(|y| sheet.row(y).to_vec()).collect()
}
