//! Papers on their way out of this till: drawn here, kept as durable jobs, sent
//! by a thread of their own. A printer that is slow, empty or gone holds up no
//! sale.
//!
//! What a paper says is `print::papers`' business; how a printer is spoken to,
//! `print::device`'s.

mod jobs;
mod paper;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use self::jobs::TillJobs;
use self::paper::Written;
use super::{By, Error, Refusal, Session, Till};
use crate::domain::fact::{Fact, PaperReprinted};
use crate::locale::{Language, Sighting};
use crate::print::device::{FileDevice, PictureFolder, TcpPrinter};
use crate::print::papers::{PaperLanguages, test_page};
use crate::print::profile::{Catalogue, Profile};
use crate::print::queue::{Notice, Pace, Worker};
use crate::print::{Bitmap, Typesetter, stored};
use crate::settings::{DataFolder, DeviceSetting, Settings};
use crate::store::NewPrintJob;

pub use jobs::{Answer, PrintJob, Standing};
pub use paper::{Paper, PaperKind};

/// Papers queued longer than this before the program started are not printed by
/// themselves: nobody waits for them at the counter any more.
const HELD_AFTER: Duration = Duration::from_secs(15 * 60);

/// How this till prints: its printer, and the languages of its papers.
#[derive(Clone, Debug)]
pub struct PrinterSetup {
    pub profile: Arc<Profile>,
    pub device: DeviceSetting,
    /// Where pictures go when the device is [`DeviceSetting::Picture`].
    pub pictures: PathBuf,
    pub languages: PaperLanguages,
    pub sighting: Sighting,
}

impl PrinterSetup {
    /// What a till's settings ask for.
    ///
    /// # Errors
    /// [`Refusal::UnknownPrinter`] when no profile has the name they give.
    pub fn of(settings: &Settings, data: &DataFolder) -> Result<Self, Error> {
        let (catalogue, _) = Catalogue::with_folder(&data.printer_profiles());
        let id = &settings.printer.profile;
        let profile = catalogue
            .get(id)
            .ok_or_else(|| Refusal::UnknownPrinter(id.clone()))?;
        Ok(Self {
            profile: Arc::new(profile.clone()),
            device: settings.printer.device.clone(),
            pictures: data.papers(),
            languages: languages(&settings.paper_language),
            sighting: Sighting::try_from(settings.hijri_days).unwrap_or_default(),
        })
    }

    /// The printer as jobs name it: what they were drawn for and where they go.
    fn printer(&self) -> String {
        format!("{} {}", self.profile.id, self.device)
    }

    fn start(&self, jobs: TillJobs, notify: impl FnMut(Notice) + Send + 'static) -> Worker {
        let (pace, profile) = (Pace::default(), Arc::clone(&self.profile));
        match &self.device {
            DeviceSetting::Picture => {
                Worker::start(jobs, PictureFolder::new(&self.pictures), pace, notify)
            }
            DeviceSetting::File(path) => {
                Worker::start(jobs, FileDevice::new(path, profile), pace, notify)
            }
            DeviceSetting::Tcp { host, port } => {
                let printer = TcpPrinter::new(host, Some(*port), profile);
                Worker::start(jobs, printer, pace, notify)
            }
        }
    }
}

/// `ar`, `en`, or both with Arabic first for anything else.
fn languages(setting: &str) -> PaperLanguages {
    match setting.parse() {
        Ok(Language::Arabic) => PaperLanguages::ARABIC,
        Ok(Language::English) => PaperLanguages::ENGLISH,
        Err(_) => PaperLanguages::BOTH,
    }
}

/// The printer of this till at work. Cheap to clone; the thread behind it ends
/// with the last clone, after the paper in hand.
#[derive(Clone)]
pub struct Printing {
    till: Till,
    desk: Arc<Desk>,
}

struct Desk {
    setup: PrinterSetup,
    typesetter: Mutex<Typesetter>,
    worker: Worker,
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
    /// Starts the printer of a till. Papers that were on their way when the
    /// program ended last are asked about, old ones wait to be released, and a
    /// drawer that did not open stays shut. `changed` hears of every change, on
    /// the printer's thread, and must return quickly.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn start(
        till: &Till,
        setup: PrinterSetup,
        mut changed: impl FnMut() + Send + 'static,
    ) -> Result<Self, Error> {
        let jobs = TillJobs::new(till.store().clone(), setup.printer());
        let now = till.moments().now("UTC");
        jobs.take_over(now - HELD_AFTER)?;
        let worker = setup.start(jobs, move |_| changed());
        Ok(Self {
            till: till.clone(),
            desk: Arc::new(Desk {
                typesetter: Mutex::new(Typesetter::for_profile(&setup.profile)),
                setup,
                worker,
            }),
        })
    }

    pub fn setup(&self) -> &PrinterSetup {
        &self.desk.setup
    }

    /// Puts the original of a paper in line. Asked again for the same paper, it
    /// prints nothing more: that takes [`Printing::reprint`]. Readings are made
    /// anew each time.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn print(&self, paper: &Paper) -> Result<Queued, Error> {
        let written = self.write_out(paper, None)?;
        let job = self.job(&written, None);
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
        self.desk.worker.look();
        Ok(queued)
    }

    /// Prints a copy, marked COPY with its number, and records who asked for it.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn reprint(&self, session: &Session, paper: &Paper) -> Result<Queued, Error> {
        loop {
            let next = self.next_copy(paper)?;
            let written = self.write_out(paper, Some(next))?;
            let (job, by) = (self.job(&written, Some(next)), By::actor(session));
            let queued = self.till.write(move |recorder| {
                let name = written.name();
                // Another screen printed a copy meanwhile: this one bears its number.
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
            if let Some(job) = queued {
                self.desk.worker.look();
                return Ok(Queued {
                    job,
                    copy: Some(next),
                    again: false,
                });
            }
        }
    }

    /// The sheets of a paper as they would be printed, for a screen.
    ///
    /// # Errors
    /// The fact of the paper is unknown; faults of the store.
    pub fn preview(&self, paper: &Paper) -> Result<Vec<Bitmap>, Error> {
        let written = self.write_out(paper, None)?;
        Ok(self.draw(&written))
    }

    /// Opens the drawer behind the printer. Never tried twice.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn open_drawer(&self) -> Result<i64, Error> {
        let now = self.now();
        self.queue(NewPrintJob {
            printer: self.desk.setup.printer(),
            kind: jobs::DRAWER.to_owned(),
            title: String::new(),
            reference: String::new(),
            document: Vec::new(),
            copy: 0,
            queued_at: now,
        })
    }

    /// Prints the test page of the printer.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn print_test_page(&self) -> Result<i64, Error> {
        let setup = &self.desk.setup;
        let now = self.now();
        let written = Written {
            kind: PaperKind::TestPage,
            title: setup.profile.id.clone(),
            reference: String::new(),
            document: test_page(&setup.profile, setup.languages, now),
        };
        self.queue(self.job(&written, None))
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
        self.till.write(move |recorder| {
            let row = recorder.writing.print_job(job)?;
            let row = row.ok_or(Refusal::PaperTakesNoAnswer(job))?;
            let state = jobs::answered(&row.state, answer);
            let state = state.ok_or(Refusal::PaperTakesNoAnswer(job))?;
            recorder.writing.update_print_job(job, state, None)?;
            Ok::<_, Error>(())
        })?;
        self.desk.worker.look();
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
        let paper = paper.clone();
        let (languages, sighting) = (self.desk.setup.languages, self.desk.setup.sighting);
        let (till, moments) = (self.till.code().clone(), self.till.moments().clone());
        self.till.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let now = moments.now(&catalogue.bazaar.time_zone);
            let desk = paper::WritingDesk {
                till,
                languages,
                sighting,
                now,
            };
            paper::write_out(books, &catalogue, &desk, &paper, copy)
        })
    }

    fn draw(&self, written: &Written) -> Vec<Bitmap> {
        let mut typesetter = self
            .desk
            .typesetter
            .lock()
            .expect("drawing a paper does not panic");
        typesetter.draw(&written.document)
    }

    fn job(&self, written: &Written, copy: Option<u32>) -> NewPrintJob {
        NewPrintJob {
            printer: self.desk.setup.printer(),
            kind: written.kind.code().to_owned(),
            title: written.title.clone(),
            reference: written.reference.clone(),
            document: stored::pack(&self.draw(written)),
            copy: copy.unwrap_or(0),
            queued_at: self.now(),
        }
    }

    fn queue(&self, job: NewPrintJob) -> Result<i64, Error> {
        let queued = self
            .till
            .write(move |recorder| Ok::<_, Error>(recorder.writing.queue_print(job)?))?;
        self.desk.worker.look();
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
