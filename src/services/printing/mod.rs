//! Papers on their way out of this till: drawn here, kept as durable jobs, sent
//! by a thread of their own. A printer that is slow, empty or gone holds up no
//! sale.
//!
//! What a paper says is `print::papers`' business; how a printer is spoken to,
//! `print::device`'s.

mod goods;
mod jobs;
mod paper;
#[cfg(test)]
mod schedules;
mod setup;
pub mod trial;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use self::jobs::{Ages, TillJobs};
use self::paper::Written;
use super::{By, Error, Refusal, Session, Till};
use crate::domain::fact::{Fact, PaperReprinted};
use crate::domain::id::TicketId;
use crate::print::device::Trouble;
use crate::print::papers::{Label, Names, Stationery, copy_banner, labels, test_page};
use crate::print::queue::{JobState, Notice, Pace, Worker};
use crate::print::{Bitmap, Document, Typesetter, stored};
use crate::settings::PrinterRole;
use crate::store::NewPrintJob;

pub use jobs::{Answer, PrintJob, Standing};
pub use paper::{Paper, PaperKind};
pub use setup::{PrinterSetup, TillPrinter};

/// What is done by itself. Papers that waited longer would burst out when nobody
/// stands at the counter for them any more.
const AGES: Ages = Ages {
    paper: TimeDelta::minutes(10),
    drawer: TimeDelta::seconds(10),
};

/// The printers of this till at work. Cheap to clone; the threads behind it end
/// with the last clone, after the papers in hand.
#[derive(Clone)]
pub struct Printing {
    till: Till,
    desk: Arc<Desk>,
}

struct Desk {
    setup: PrinterSetup,
    places: Vec<Place>,
}

impl Desk {
    /// Whether the printer at a place is out of reach.
    fn is_dead(&self, place: usize) -> bool {
        self.places[place].dead.load(Ordering::SeqCst)
    }

    /// The place of a printer within reach that takes over from the one at `place`.
    fn stand_in(&self, place: usize) -> Option<usize> {
        self.setup.stand_in(place, |other| self.is_dead(other))
    }
}

/// A printer at work.
struct Place {
    typesetter: Mutex<Typesetter>,
    worker: Worker,
    /// What it last said is the matter, and whether it is out of reach.
    trouble: Arc<Mutex<Option<Trouble>>>,
    dead: Arc<AtomicBool>,
}

/// How a printer of this till is.
#[derive(Clone, Debug)]
pub struct PrinterState {
    pub printer: TillPrinter,
    pub trouble: Option<Trouble>,
    /// Papers of it that are not printed yet.
    pub waiting: usize,
}

/// A paper put in line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    pub job: i64,
    /// Absent for the original.
    pub copy: Option<u32>,
    /// The original had been put in line before; nothing new was.
    pub again: bool,
}

impl Printing {
    /// Starts the printers of a till. Papers that were on their way when the
    /// program ended last are asked about, old ones wait to be released, and a
    /// drawer that did not open stays shut. `changed` hears of every change, on
    /// a printer's thread, and must return quickly.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn start(
        till: &Till,
        setup: PrinterSetup,
        changed: impl FnMut() + Send + 'static,
    ) -> Result<Self, Error> {
        let addresses: Vec<String> = setup.printers.iter().map(TillPrinter::address).collect();
        let now = till.moments().now("UTC");
        let broken = jobs::take_over(till.store(), addresses, now - AGES.paper)?;
        let changed = Arc::new(Mutex::new(changed));
        let desk = Arc::new_cyclic(|desk: &Weak<Desk>| {
            let places = setup
                .printers
                .iter()
                .enumerate()
                .map(|(place, printer)| {
                    let broke_off = broken.contains(&printer.address());
                    let device = printer.device(&setup.pictures, broke_off);
                    let (trouble, dead) = (Arc::default(), Arc::<AtomicBool>::default());
                    let ears = Ears {
                        till: till.clone(),
                        desk: desk.clone(),
                        place,
                        trouble: Arc::clone(&trouble),
                        dead: Arc::clone(&dead),
                    };
                    let changed = Arc::clone(&changed);
                    let notify = move |notice: Notice| {
                        ears.hear(&notice);
                        (changed.lock().expect("telling of a change does not panic"))();
                    };
                    let jobs = TillJobs::new(
                        till.store().clone(),
                        printer.address(),
                        till.moments().clone(),
                        AGES,
                    );
                    Place {
                        typesetter: Mutex::new(Typesetter::for_profile(&printer.profile)),
                        worker: Worker::start(jobs, device, Pace::default(), notify),
                        trouble,
                        dead,
                    }
                })
                .collect();
            Desk { setup, places }
        });
        Ok(Self {
            till: till.clone(),
            desk,
        })
    }

    pub fn setup(&self) -> &PrinterSetup {
        &self.desk.setup
    }

    /// How each printer is, in the order of the setup.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn printers(&self) -> Result<Vec<PrinterState>, Error> {
        let jobs = self.jobs(None)?;
        let state = |(printer, place): (&TillPrinter, &Place)| PrinterState {
            printer: printer.clone(),
            trouble: *place.trouble.lock().expect("nothing panics with it"),
            waiting: jobs
                .iter()
                .filter(|job| job.printer == printer.address())
                .count(),
        };
        let places = self.desk.places.iter();
        Ok(self
            .desk
            .setup
            .printers
            .iter()
            .zip(places)
            .map(state)
            .collect())
    }

    /// Puts the original of a paper in line. Asked again for the same paper, it
    /// prints nothing more: that takes [`Printing::reprint`]. Readings are made
    /// anew each time.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn print(&self, paper: &Paper) -> Result<Queued, Error> {
        let written = self.write_out(paper, None)?;
        let place = self.place_for(setup::role_of(written.kind));
        let job = self.job(place, &written, None);
        let queued = self.till.write(move |recorder| {
            if paper::has_one_original(&job.kind)
                && let Some(job) = recorder
                    .writing
                    .original_queued(&job.kind, &job.reference)?
            {
                return Ok(Queued {
                    job,
                    copy: None,
                    again: true,
                });
            }
            let job = recorder.writing.queue_print(job)?;
            Ok::<_, Error>(Queued {
                job,
                copy: None,
                again: false,
            })
        })?;
        self.desk.places[place].worker.look();
        Ok(queued)
    }

    /// Puts everything in line that this till prints at a sale: the receipt, and
    /// slips for the families and the kitchen where it has been asked to.
    ///
    /// # Errors
    /// The sale is unknown; faults of the store.
    pub fn print_sale(&self, sale: TicketId) -> Result<Queued, Error> {
        let receipt = self.print(&Paper::Receipt(sale))?;
        let setup = &self.desk.setup;
        if setup.collection_slips {
            self.print(&Paper::CollectionSlips(sale))?;
        }
        if !setup.kitchen.is_empty() {
            let packages = setup.kitchen.clone();
            let printed = self.print(&Paper::KitchenSlip { sale, packages });
            match printed {
                // Nothing of it is the kitchen's.
                Err(Error::Refused(refusal)) if *refusal == Refusal::UnknownPaper => {}
                Err(wrong) => return Err(wrong),
                Ok(_) => {}
            }
        }
        Ok(receipt)
    }

    /// Prints labels.
    ///
    /// # Errors
    /// [`Refusal::NoBarcode`] for a code no scanner reads; faults of the store.
    pub fn print_labels(&self, label: &Label, copies: u32) -> Result<i64, Error> {
        let label = label.clone();
        let (languages, sighting) = (self.desk.setup.languages, self.desk.setup.sighting);
        let title = label.code.clone();
        let document = self.till.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let names = Names::of(&catalogue, &[]);
            let stationery = Stationery {
                bazaar: &catalogue.bazaar,
                names: &names,
                languages,
                sighting,
                logo: None,
            };
            let document = labels(&stationery, &label, copies);
            Ok::<_, Error>(document.map_err(|wrong| Refusal::NoBarcode(wrong.0))?)
        })?;
        let written = Written {
            kind: PaperKind::Label,
            title,
            reference: String::new(),
            document,
        };
        let place = self.place_for(PrinterRole::Labels);
        self.queue(place, self.job(place, &written, None))
    }

    /// Prints a copy, marked COPY with its number, and records who asked for it.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn reprint(&self, session: &Session, paper: &Paper) -> Result<Queued, Error> {
        loop {
            let next = self.next_copy(paper)?;
            let written = self.write_out(paper, Some(next))?;
            let place = self.place_for(setup::role_of(written.kind));
            let job = self.job(place, &written, Some(next));
            if let Some(queued) = self.queue_copy(session, written.name(), job, place)? {
                return Ok(queued);
            }
        }
    }

    /// Prints a paper of the list once more from its dots, marked COPY, and is
    /// done with the one in the list if it was asking.
    ///
    /// # Errors
    /// [`Refusal::PaperTakesNoAnswer`] when it may still come out by itself, or
    /// nothing is kept of it.
    pub fn print_again(&self, session: &Session, job: i64) -> Result<Queued, Error> {
        loop {
            let (row, original) = self.till.read(move |books| {
                let row = books.print_job(job)?;
                let row = row.ok_or(Refusal::PaperTakesNoAnswer(job))?;
                let first = books.original_queued(&row.kind, &row.reference)?;
                let original = first.map(|id| books.print_job(id)).transpose()?.flatten();
                Ok::<_, Error>((row, original))
            })?;
            let refusal = Refusal::PaperTakesNoAnswer(job);
            if !jobs::can_be_copied(&row) {
                return Err(refusal.into());
            }
            let whole = original.filter(|original| !original.document.is_empty());
            let document = whole.map_or_else(|| row.document.clone(), |row| row.document);
            let sheets = stored::unpack(&document).map_err(|_| refusal)?;
            let name = paper::name_of_copies(&row.kind, &row.reference);
            let asked = name.clone();
            let copies = self
                .till
                .read(move |books| Ok::<_, Error>(books.copies_printed(&asked)?))?;
            let place = self.place_of(&row.printer);
            let copy = NewPrintJob {
                printer: row.printer.clone(),
                kind: row.kind.clone(),
                title: row.title.clone(),
                reference: row.reference.clone(),
                document: stored::pack(&self.marked(place, sheets, copies + 1)),
                copy: copies + 1,
                queued_at: self.now(),
            };
            let asks = jobs::answered(&row.state, Answer::GiveUp).is_some();
            if let Some(queued) = self.queue_copy(session, name, copy, place)? {
                if asks {
                    self.answer(job, Answer::GiveUp)?;
                }
                return Ok(queued);
            }
        }
    }

    /// The sheets with the banner of a copy over the first.
    fn marked(&self, place: usize, mut sheets: Vec<Bitmap>, copy: u32) -> Vec<Bitmap> {
        let banner = self.draw(place, &copy_banner(copy));
        if let (Some(first), Some(banner)) = (sheets.first_mut(), banner.first()) {
            *first = banner.above(first);
        }
        sheets
    }

    /// Records a copy and puts it in line; nothing when another screen printed
    /// one of this number meanwhile.
    fn queue_copy(
        &self,
        session: &Session,
        name: String,
        job: NewPrintJob,
        place: usize,
    ) -> Result<Option<Queued>, Error> {
        let (by, next) = (By::actor(session), job.copy);
        let queued = self.till.write(move |recorder| {
            if recorder.writing.copies_printed(&name)? + 1 != next {
                return Ok(None);
            }
            let day = recorder.writing.open_day()?.map(|row| row.day);
            let fact = Fact::PaperReprinted(PaperReprinted {
                paper: name,
                copy: next,
            });
            recorder.record(by, day, fact)?;
            Ok::<_, Error>(Some(recorder.writing.queue_print(job)?))
        })?;
        self.desk.places[place].worker.look();
        Ok(queued.map(|job| Queued {
            job,
            copy: Some(next),
            again: false,
        }))
    }

    /// The sheets of a paper as they would be printed, for a screen.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn preview(&self, paper: &Paper) -> Result<Vec<Bitmap>, Error> {
        let written = self.write_out(paper, None)?;
        let place = self.desk.setup.place_for(setup::role_of(written.kind));
        Ok(self.draw(place, &written.document))
    }

    /// Opens the drawer behind the printer. Never tried twice.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn open_drawer(&self) -> Result<i64, Error> {
        let place = self.desk.setup.place_for(PrinterRole::Receipts);
        let now = self.now();
        let job = NewPrintJob {
            printer: self.desk.setup.printers[place].address(),
            kind: jobs::DRAWER.to_owned(),
            title: String::new(),
            reference: String::new(),
            document: Vec::new(),
            copy: 0,
            queued_at: now,
        };
        self.queue(place, job)
    }

    /// Prints the test page of the printer at `place` of the setup.
    ///
    /// # Errors
    /// Faults of the store.
    ///
    /// # Panics
    /// When there is no printer at that place.
    pub fn print_test_page(&self, place: usize) -> Result<i64, Error> {
        let setup = &self.desk.setup;
        let profile = &setup.printers[place].profile;
        let written = Written {
            kind: PaperKind::TestPage,
            title: profile.id.clone(),
            reference: String::new(),
            document: test_page(profile, setup.languages, self.now()),
        };
        self.queue(place, self.job(place, &written, None))
    }

    /// Papers in line or asking, and those finished on `day` if one is named;
    /// oldest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn jobs(&self, day: Option<NaiveDate>) -> Result<Vec<PrintJob>, Error> {
        self.till.read(move |books| Ok(jobs::list(books, day)?))
    }

    /// What somebody who looked says about a paper.
    ///
    /// # Errors
    /// [`Refusal::PaperTakesNoAnswer`] when it waits for none, or for another.
    pub fn answer(&self, job: i64, answer: Answer) -> Result<(), Error> {
        let now = self.now();
        let printer = self.till.write(move |recorder| {
            let printer = jobs::take_answer(recorder.writing, job, answer, now)?;
            Ok::<_, Error>(printer.ok_or(Refusal::PaperTakesNoAnswer(job))?)
        })?;
        self.desk.places[self.place_of(&printer)].worker.look();
        Ok(())
    }

    /// The place of a job's printer; the first where this till no longer has it.
    fn place_of(&self, printer: &str) -> usize {
        let mut printers = self.desk.setup.printers.iter();
        printers
            .position(|of_till| of_till.address() == printer)
            .unwrap_or_default()
    }

    /// The place of the printer for a role, or of what stands in for it.
    fn place_for(&self, role: PrinterRole) -> usize {
        let place = self.desk.setup.place_for(role);
        match self.desk.is_dead(place) {
            true => self.desk.stand_in(place).unwrap_or(place),
            false => place,
        }
    }

    fn next_copy(&self, paper: &Paper) -> Result<u32, Error> {
        let paper = paper.clone();
        let till = self.till.code().clone();
        self.till.read(move |books| {
            let name = paper::name_of(books, &paper, &till)?;
            Ok(books.copies_printed(&name)? + 1)
        })
    }

    fn write_out(&self, paper: &Paper, copy: Option<u32>) -> Result<Written, Error> {
        let paper = paper.clone();
        let (languages, sighting) = (self.desk.setup.languages, self.desk.setup.sighting);
        let logo = self.desk.setup.logo.clone();
        let (till, moments) = (self.till.code().clone(), self.till.moments().clone());
        self.till.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let now = moments.now(&catalogue.bazaar.time_zone);
            let desk = paper::WritingDesk {
                till,
                languages,
                sighting,
                logo,
                now,
            };
            paper::write_out(books, &catalogue, &desk, &paper, copy)
        })
    }

    fn draw(&self, place: usize, document: &Document) -> Vec<Bitmap> {
        let mut typesetter = self.desk.places[place]
            .typesetter
            .lock()
            .expect("drawing a paper does not panic");
        typesetter.draw(document)
    }

    fn job(&self, place: usize, written: &Written, copy: Option<u32>) -> NewPrintJob {
        NewPrintJob {
            printer: self.desk.setup.printers[place].address(),
            kind: written.kind.code().to_owned(),
            title: written.title.clone(),
            reference: written.reference.clone(),
            document: stored::pack(&self.draw(place, &written.document)),
            copy: copy.unwrap_or(0),
            queued_at: self.now(),
        }
    }

    fn queue(&self, place: usize, job: NewPrintJob) -> Result<i64, Error> {
        let queued = self
            .till
            .write(move |recorder| Ok::<_, Error>(recorder.writing.queue_print(job)?))?;
        self.desk.places[place].worker.look();
        Ok(queued)
    }

    /// Now on the bazaar's wall; in UTC before there is a bazaar.
    fn now(&self) -> DateTime<FixedOffset> {
        let zone = self
            .till
            .catalogue()
            .map(|catalogue| catalogue.bazaar.time_zone.clone());
        self.till.moments().now(&zone.unwrap_or_default())
    }
}

impl Till {
    /// Papers that are still to be printed, or asked about; oldest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn unprinted(&self) -> Result<Vec<PrintJob>, Error> {
        self.read(|books| {
            let mut papers = jobs::list(books, None)?;
            papers.retain(|job| job.kind.is_some());
            Ok(papers)
        })
    }
}

/// Listens to one printer's queue: remembers how the printer is, and gives its
/// papers to another when it is dead.
struct Ears {
    till: Till,
    desk: Weak<Desk>,
    place: usize,
    trouble: Arc<Mutex<Option<Trouble>>>,
    dead: Arc<AtomicBool>,
}

impl Ears {
    fn hear(&self, notice: &Notice) {
        let Notice::Changed { job, state } = notice else {
            return;
        };
        let trouble = match state {
            JobState::Blocked { reason }
            | JobState::Unknown { reason, .. }
            | JobState::Failed { reason } => Some(reason.trouble),
            JobState::Sending {
                held: Some(trouble),
            } => Some(*trouble),
            // That it is on its way says nothing yet.
            JobState::Sending { held: None } | JobState::Queued => return,
            _ => None,
        };
        *self.trouble.lock().expect("nothing panics with it") = trouble;
        let dead = trouble.is_some_and(Trouble::means_dead);
        let was_dead = self.dead.swap(dead, Ordering::SeqCst);
        // One refusal may be a cable being moved; after two it is dead.
        if dead && was_dead && matches!(state, JobState::Blocked { .. }) {
            self.give_away(jobs::row_of(*job));
        }
    }

    /// Gives a paper to the printer that stands in, if it is wide enough for it.
    fn give_away(&self, job: i64) {
        let Some(desk) = self.desk.upgrade() else {
            return;
        };
        let Some(other) = desk.stand_in(self.place) else {
            return;
        };
        let printers = &desk.setup.printers;
        let drawn_for = printers[self.place].profile.paper.dots;
        if printers[other].profile.paper.dots < drawn_for {
            return;
        }
        // A store that cannot be written now leaves it where it is.
        let moved = jobs::hand_over(self.till.store(), job, printers[other].address());
        if matches!(moved, Ok(true)) {
            desk.places[other].worker.look();
        }
    }
}
