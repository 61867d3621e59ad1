//! Papers on their way out of this till: drawn here, kept as durable jobs, sent
//! by a thread of their own. A printer that is slow, empty or gone holds up no
//! sale.
//!
//! What a paper says is `print::papers`' business; how a printer is spoken to,
//! `print::device`'s.

mod draft;
mod goods;
mod jobs;
mod paper;
mod room;
#[cfg(test)]
mod schedules;
mod scribe;
mod setup;
pub mod trial;
mod with_sale;

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};

use self::jobs::Ages;
use self::paper::Written;
use self::room::{Desk, Place, Room};
use super::{By, Error, Refusal, Session, Till};
use crate::domain::fact::{Fact, PaperReprinted};
use crate::domain::id::TicketId;
use crate::print::Bitmap;
use crate::print::device::Trouble;
use crate::print::papers::{Label, Names, Stationery, copy_banner, labels, test_page};
use crate::print::queue::{Pace, Worker};
use crate::settings::PrinterRole;
use crate::store::NewPrintJob;

pub use jobs::{Answer, PrintJob, Standing};
pub use paper::{Paper, PaperKind};
pub use setup::{PrinterSetup, TillPrinter};
pub use with_sale::SalePapers;

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
    room: Arc<Room>,
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
    /// [`Refusal::UnknownKitchenPackages`]; faults of the store.
    pub fn start(
        till: &Till,
        setup: PrinterSetup,
        changed: impl FnMut() + Send + 'static,
    ) -> Result<Self, Error> {
        check_kitchen(till, &setup)?;
        let devices = TillPrinter::device;
        let room = Room::open(till, setup, Box::new(devices), Pace::default(), changed)?;
        Ok(Self {
            till: till.clone(),
            room,
        })
    }

    /// Goes on with other printers, from the next paper on. One that stays finishes
    /// what it has in hand; what waits for one that goes is printed by its
    /// successor, or asked about where that cannot.
    ///
    /// # Errors
    /// Packages for the kitchen that the bazaar does not have: the printers stay as
    /// they are. Faults of the store: the others are in use all the same.
    pub fn use_printers(&self, setup: PrinterSetup) -> Result<(), Error> {
        check_kitchen(&self.till, &setup)?;
        self.room.refurnish(setup)
    }

    /// Ends the printers' threads and waits for the papers in hand, at most as long
    /// as `patience`: a program that ends while a paper is only being tried again
    /// would have to ask about it at its next start.
    pub fn close(&self, patience: Duration) {
        let desk = self.room.desk();
        let workers = || desk.places.iter().map(|place| &place.worker);
        workers().for_each(Worker::stop);
        let end = Instant::now() + patience;
        while !workers().all(Worker::has_ended) && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn setup(&self) -> PrinterSetup {
        self.desk().setup.clone()
    }

    /// Whether every sale prints slips for its families.
    pub fn prints_slips(&self) -> bool {
        self.desk().setup.collection_slips
    }

    fn desk(&self) -> Arc<Desk> {
        self.room.desk()
    }

    /// How each printer is, in the order of the setup.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn printers(&self) -> Result<Vec<PrinterState>, Error> {
        let jobs = self.jobs(None)?;
        let state = |(printer, place): (&TillPrinter, &Arc<Place>)| PrinterState {
            printer: printer.clone(),
            trouble: place.trouble(),
            waiting: jobs
                .iter()
                .filter(|job| job.printer == printer.address())
                .count(),
        };
        let desk = self.desk();
        let printers = desk.setup.printers.iter().zip(&desk.places);
        Ok(printers.map(state).collect())
    }

    /// Puts the original of a paper in line. Asked again for the same paper, it
    /// prints nothing more: that takes [`Printing::reprint`]. Readings are made
    /// anew each time.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn print(&self, paper: &Paper) -> Result<Queued, Error> {
        let written = self.write_out(paper, None)?;
        let desk = self.desk();
        let place = desk.place_for(setup::role_of(written.kind));
        let job = self.job(&desk, place, Some(paper), &written, None);
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
        desk.places[place].worker.look();
        Ok(queued)
    }

    /// What this till prints at a sale, for [`Till::asking_for`].
    pub fn sale_papers(&self) -> SalePapers {
        let desk = self.desk();
        SalePapers::of(&desk.setup, |role| desk.place_for(role))
    }

    /// Sees to it that everything is in line that this till prints at a sale, and
    /// that the printers know; what went into line with the sale is there already.
    ///
    /// # Errors
    /// The sale is unknown; faults of the store.
    pub fn print_sale(&self, sale: TicketId) -> Result<Queued, Error> {
        let (papers, now) = (self.sale_papers(), self.now());
        let queued = self.till.write(move |recorder| {
            let bazaar = recorder.catalogue()?.bazaar.code.clone();
            let sale = recorder.writing.sale(sale)?.ok_or(Refusal::UnknownPaper)?;
            let receipt = papers.put_in_line(recorder.writing, &bazaar, &sale.fact, now)?;
            Ok::<_, Error>(receipt.expect("every sale has a receipt"))
        })?;
        for place in &self.desk().places {
            place.worker.look();
        }
        Ok(queued)
    }

    /// Prints labels.
    ///
    /// # Errors
    /// [`Refusal::NoBarcode`] for a code no scanner reads; faults of the store.
    pub fn print_labels(&self, label: &Label, copies: u32) -> Result<i64, Error> {
        let label = label.clone();
        let desk = self.desk();
        let (languages, sighting) = (desk.setup.languages, desk.setup.sighting);
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
        let place = desk.place_for(PrinterRole::Labels);
        self.queue(&desk, place, self.job(&desk, place, None, &written, None))
    }

    /// Prints a copy, marked COPY with its number, and records who asked for it.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn reprint(&self, session: &Session, paper: &Paper) -> Result<Queued, Error> {
        loop {
            let next = self.next_copy(paper)?;
            let written = self.write_out(paper, Some(next))?;
            let desk = self.desk();
            let place = desk.place_for(setup::role_of(written.kind));
            let job = self.job(&desk, place, Some(paper), &written, Some(next));
            if let Some(queued) = self.queue_copy(session, written.name(), job)? {
                desk.places[place].worker.look();
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
            let name = paper::name_of_copies(&row.kind, &row.reference);
            let asked = name.clone();
            let copies = self
                .till
                .read(move |books| Ok::<_, Error>(books.copies_printed(&asked)?))?;
            let desk = self.desk();
            let place = desk.place_of(&row.printer);
            let printer = &desk.setup.printers[place];
            // The printer it was drawn for may be gone, and this one's paper narrower.
            let room = usize::from(printer.profile.paper.dots);
            let fits = |sheets: &Vec<Bitmap>| sheets.iter().all(|sheet| sheet.width() <= room);
            let paper = draft::made_from(&document);
            let kept = draft::dots(&document).ok().filter(fits);
            let sheets = match (kept, &paper) {
                (Some(sheets), _) => marked(&desk, place, sheets, copies + 1),
                (None, Some(paper)) => {
                    let copy = self.write_out(paper, Some(copies + 1))?;
                    desk.draw(place, &copy.document)
                }
                (None, None) => return Err(refusal.into()),
            };
            let copy = NewPrintJob {
                printer: printer.address(),
                kind: row.kind.clone(),
                title: row.title.clone(),
                reference: row.reference.clone(),
                document: draft::drawn(paper.as_ref(), &sheets),
                copy: copies + 1,
                queued_at: self.now(),
            };
            let asks = jobs::answered(&row.state, Answer::GiveUp).is_some();
            if let Some(queued) = self.queue_copy(session, name, copy)? {
                desk.places[place].worker.look();
                if asks {
                    self.answer(job, Answer::GiveUp)?;
                }
                return Ok(queued);
            }
        }
    }

    /// Records a copy and puts it in line; nothing when another screen printed
    /// one of this number meanwhile.
    fn queue_copy(
        &self,
        session: &Session,
        name: String,
        job: NewPrintJob,
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
        let desk = self.desk();
        let place = desk.setup.place_for(setup::role_of(written.kind));
        Ok(desk.draw(place, &written.document))
    }

    /// Opens the drawer behind the printer. Never tried twice.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn open_drawer(&self) -> Result<i64, Error> {
        let desk = self.desk();
        let place = desk.setup.place_for(PrinterRole::Receipts);
        let now = self.now();
        let job = NewPrintJob {
            printer: desk.setup.printers[place].address(),
            kind: jobs::DRAWER.to_owned(),
            title: String::new(),
            reference: String::new(),
            document: Vec::new(),
            copy: 0,
            queued_at: now,
        };
        self.queue(&desk, place, job)
    }

    /// Prints the test page of the printer at `place` of the setup.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn print_test_page(&self, place: usize) -> Result<i64, Error> {
        let desk = self.desk();
        let setup = &desk.setup;
        // There may be fewer by now than whoever asks has seen.
        let place = place.min(setup.printers.len() - 1);
        let profile = &setup.printers[place].profile;
        let written = Written {
            kind: PaperKind::TestPage,
            title: profile.id.clone(),
            reference: String::new(),
            document: test_page(profile, setup.languages, self.now()),
        };
        self.queue(&desk, place, self.job(&desk, place, None, &written, None))
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
        let desk = self.desk();
        desk.places[desk.place_of(&printer)].worker.look();
        Ok(())
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
        self.room.scribe.write_out(paper, copy)
    }

    /// The job that prints what was written out of `paper`, where it is of a fact.
    fn job(
        &self,
        desk: &Desk,
        place: usize,
        paper: Option<&Paper>,
        written: &Written,
        copy: Option<u32>,
    ) -> NewPrintJob {
        let sheets = desk.draw(place, &written.document);
        NewPrintJob {
            printer: desk.setup.printers[place].address(),
            kind: written.kind.code().to_owned(),
            title: written.title.clone(),
            reference: written.reference.clone(),
            document: draft::drawn(paper, &sheets),
            copy: copy.unwrap_or(0),
            queued_at: self.now(),
        }
    }

    fn queue(&self, desk: &Desk, place: usize, job: NewPrintJob) -> Result<i64, Error> {
        let queued = self
            .till
            .write(move |recorder| Ok::<_, Error>(recorder.writing.queue_print(job)?))?;
        desk.places[place].worker.look();
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

/// Before there is a bazaar there is nothing to tell the kitchen.
fn check_kitchen(till: &Till, setup: &PrinterSetup) -> Result<(), Error> {
    match till.catalogue() {
        Ok(catalogue) => Ok(setup.check_kitchen(&catalogue.bazaar)?),
        Err(Error::Refused(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// The sheets with the banner of a copy over the first.
fn marked(desk: &Desk, place: usize, mut sheets: Vec<Bitmap>, copy: u32) -> Vec<Bitmap> {
    let banner = desk.draw(place, &copy_banner(copy));
    if let (Some(first), Some(banner)) = (sheets.first_mut(), banner.first()) {
        *first = banner.above(first);
    }
    sheets
}

impl Till {
    /// The same till, whose sales put these papers in line as they are recorded. A
    /// sale that cannot be recorded with its papers is recorded without.
    pub fn asking_for(&self, papers: SalePapers) -> Self {
        Till {
            papers,
            ..self.clone()
        }
    }

    /// The newest job that is not over yet; 0 where there is none. Those that come
    /// have higher numbers.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn newest_print_job(&self) -> Result<i64, Error> {
        self.read(|books| Ok(jobs::list(books, None)?.last().map_or(0, |job| job.id)))
    }

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
