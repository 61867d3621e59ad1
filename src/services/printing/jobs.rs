//! Jobs between the store, which keeps them as rows, and the printer's thread,
//! which knows states.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use uuid::Uuid;

use super::draft;
use super::paper::{Paper, PaperKind, name_of_copies};
use crate::key;
use crate::locale::{Key, Texts, Worded};
use crate::print::Bitmap;
use crate::print::device::{Job, Reason, Trouble, Work};
use crate::print::queue::{JobState, JobStore};
use crate::services::{Error, Fault, Moments};
use crate::store::{Books, PrintJobRow, Store, StoreError, Writing};

/// The kind of a job that opens the drawer instead of printing.
pub(super) const DRAWER: &str = "drawer";

const QUEUED: &str = "queued";
const BLOCKED: &str = "blocked";
const SENDING: &str = "sending";
const SENT: &str = "sent";
const CONFIRMED: &str = "confirmed";
const UNKNOWN: &str = "unknown";
const FAILED: &str = "failed";
const PRINTED: &str = "printed";
const GIVEN_UP: &str = "given_up";
/// Finished papers whose dots are kept when the program starts.
const DOCUMENTS_KEPT: u32 = 50;
/// Queued so long ago that somebody has to want it still.
const HELD: &str = "held";

/// States in which a paper still wants something, if only to be seen.
const OPEN: [&str; 6] = [QUEUED, BLOCKED, SENDING, UNKNOWN, HELD, FAILED];
/// States in which nothing happens to a paper any more.
const OVER: [&str; 4] = [SENT, CONFIRMED, PRINTED, GIVEN_UP];

/// Where a paper stands, for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Waiting,
    /// The printer could not take it; it is tried again by itself.
    Blocked,
    /// On its way, or standing still with the printer, which then has a trouble.
    Printing,
    /// It is on paper: the printer said so, or somebody who looked.
    Printed,
    /// The printer took all of it and does not tell more.
    Sent,
    /// It may be printed or not: somebody has to look.
    Asking,
    /// Old; it is printed when somebody says so.
    Held,
    Failed,
    GivenUp,
}

impl Worded for Standing {
    fn key(&self) -> Key {
        match self {
            Standing::Asking => key!("printer-state-asking"),
            Standing::Held => key!("printer-state-held"),
            Standing::Failed => key!("printer-state-failed"),
            Standing::Blocked => key!("printer-state-blocked"),
            Standing::Waiting => key!("printer-state-waiting"),
            Standing::Printing => key!("printer-state-printing"),
            Standing::Printed => key!("printer-state-printed"),
            Standing::Sent => key!("printer-state-sent"),
            Standing::GivenUp => key!("printer-state-given-up"),
        }
    }
}

impl PrintJob {
    /// What is the matter, where something is, and what to do about it.
    pub fn in_words(&self, texts: &Texts) -> String {
        let state = texts.word(&self.standing);
        match self.trouble {
            Some(trouble) => format!("{} {state}", texts.word(&trouble)),
            None => state,
        }
    }
}

/// What somebody says about a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is there.
    Printed,
    /// It is not wanted, or a copy is printed in its place.
    GiveUp,
    /// A held paper is wanted still.
    PrintNow,
}

/// A paper in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintJob {
    pub id: i64,
    /// Absent for a drawer.
    pub kind: Option<PaperKind>,
    /// Its number, day or printer.
    pub title: String,
    pub copy: Option<u32>,
    pub printer: String,
    pub queued_at: DateTime<FixedOffset>,
    pub standing: Standing,
    /// What keeps it, or kept it.
    pub trouble: Option<Trouble>,
    /// What the printer or the machine said, in English, for the log.
    pub reason: Option<String>,
}

impl PrintJob {
    fn of(row: PrintJobRow) -> Self {
        Self {
            id: row.id,
            kind: PaperKind::from_code(&row.kind),
            title: row.title,
            copy: (row.copy > 0).then_some(row.copy),
            printer: row.printer,
            queued_at: row.queued_at,
            standing: standing(&row.state),
            trouble: row.reason.as_deref().and_then(Reason::trouble_of),
            reason: row.reason,
        }
    }
}

fn standing(state: &str) -> Standing {
    match state {
        QUEUED => Standing::Waiting,
        BLOCKED => Standing::Blocked,
        SENDING => Standing::Printing,
        CONFIRMED | PRINTED => Standing::Printed,
        SENT => Standing::Sent,
        HELD => Standing::Held,
        FAILED => Standing::Failed,
        GIVEN_UP => Standing::GivenUp,
        // An unknown outcome, and whatever a later release may have written.
        _ => Standing::Asking,
    }
}

/// The state after an answer, or nothing where it takes no such answer.
pub(super) fn answered(state: &str, answer: Answer) -> Option<&'static str> {
    match (standing(state), answer) {
        (Standing::Asking, Answer::Printed) => Some(PRINTED),
        (Standing::Held, Answer::PrintNow) => Some(QUEUED),
        (
            Standing::Asking
            | Standing::Held
            | Standing::Waiting
            | Standing::Blocked
            | Standing::Failed,
            Answer::GiveUp,
        ) => Some(GIVEN_UP),
        _ => None,
    }
}

/// Keeps what somebody who looked says about a job, and gives its printer; nothing
/// where it takes no such answer.
///
/// # Errors
/// Faults of the store.
pub(super) fn take_answer(
    writing: &mut Writing<'_>,
    job: i64,
    answer: Answer,
    now: DateTime<FixedOffset>,
) -> Result<Option<String>, StoreError> {
    let Some(row) = writing.print_job(job)? else {
        return Ok(None);
    };
    let Some(state) = answered(&row.state, answer) else {
        return Ok(None);
    };
    match answer {
        Answer::PrintNow => writing.requeue_print_job(job, now)?,
        Answer::Printed | Answer::GiveUp => writing.update_print_job(job, state, None)?,
    }
    Ok(Some(row.printer))
}

/// Whether a copy can be made of a paper: it will not come out by itself any
/// more, and its dots are kept.
pub(super) fn can_be_copied(row: &PrintJobRow) -> bool {
    let over = matches!(
        standing(&row.state),
        Standing::Asking
            | Standing::Held
            | Standing::Printed
            | Standing::Sent
            | Standing::Failed
            | Standing::GivenUp
    );
    over && row.kind != DRAWER && !row.document.is_empty()
}

/// Open jobs, and all of a day if one is named.
pub(super) fn list(books: &Books<'_>, day: Option<NaiveDate>) -> Result<Vec<PrintJob>, StoreError> {
    let mut rows = books.print_jobs(&OPEN)?;
    if let Some(day) = day {
        let over = books.print_jobs(&OVER)?.into_iter();
        rows.extend(over.filter(|row| row.queued_at.date_naive() == day));
        rows.sort_by_key(|row| row.id);
    }
    Ok(rows.into_iter().map(PrintJob::of).collect())
}

/// How old a job may be and still be done by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ages {
    /// A paper: nobody waits for it at the counter any more.
    pub paper: TimeDelta,
    /// A drawer: it must not spring open when somebody else stands there.
    pub drawer: TimeDelta,
}

/// Brings jobs of an earlier run to where they stand now: those that were on
/// their way or are for a printer this till no longer has ask, old ones are
/// held, drawers have failed, finished ones shed their dots. Gives the printers
/// whose paper may have broken off.
///
/// # Errors
/// Faults of the store.
pub(super) fn take_over(
    store: &Store,
    printers: Vec<String>,
    old: DateTime<FixedOffset>,
) -> Result<Vec<String>, StoreError> {
    store.write(move |writing| {
        let asking = writing.print_jobs(&[SENDING, UNKNOWN])?;
        let broken = asking.into_iter().map(|row| row.printer).collect();
        for row in writing.print_jobs(&[QUEUED, BLOCKED, SENDING])? {
            let was = match row.state.as_str() {
                SENDING => JobState::Sending { held: None },
                _ => JobState::Queued,
            };
            let work = if row.kind == DRAWER {
                Work::OpenDrawer
            } else {
                Work::Paper([].into())
            };
            let now = was.after_restart(&work);
            if now != was {
                let (state, reason) = written(&now);
                writing.update_print_job(row.id, state, reason.as_deref())?;
            } else if !printers.contains(&row.printer) {
                let reason = Reason::new(Trouble::OtherPrinter, row.printer).to_string();
                writing.update_print_job(row.id, UNKNOWN, Some(&reason))?;
            } else if row.queued_at < old {
                writing.update_print_job(row.id, HELD, None)?;
            }
        }
        for state in [SENT, CONFIRMED, PRINTED] {
            writing.shed_documents(state, DOCUMENTS_KEPT)?;
        }
        Ok(broken)
    })
}

/// A printer that takes papers over from one that is gone.
pub(super) struct Home {
    pub address: String,
    /// Across its paper.
    pub dots: usize,
}

/// Gives every waiting paper of a printer to another it fits; whether there was any.
///
/// # Errors
/// Faults of the store.
pub(super) fn hand_over(store: &Store, from: String, home: Home) -> Result<bool, StoreError> {
    store.write(move |writing| {
        let mut moved = false;
        for row in writing.print_jobs(&[QUEUED, BLOCKED])? {
            if row.printer == from && row.kind != DRAWER && fits(&row, home.dots) {
                writing.move_print_job(row.id, &home.address)?;
                writing.update_print_job(row.id, QUEUED, None)?;
                moved = true;
            }
        }
        Ok(moved)
    })
}

/// Gives what waits for printers this till no longer has to those that `home` names
/// for it. What was drawn for wider paper asks, and a drawer stays shut.
///
/// # Errors
/// Faults of the store.
pub(super) fn rehouse(
    store: &Store,
    printers: Vec<String>,
    home: impl Fn(Option<PaperKind>) -> Home + Send + 'static,
) -> Result<(), StoreError> {
    store.write(move |writing| {
        let rows = writing.print_jobs(&[QUEUED, BLOCKED, HELD])?.into_iter();
        for row in rows.filter(|row| !printers.contains(&row.printer)) {
            let home = home(PaperKind::from_code(&row.kind));
            if row.kind == DRAWER {
                let reason = Reason::new(Trouble::OtherPrinter, row.printer).to_string();
                writing.update_print_job(row.id, FAILED, Some(&reason))?;
            } else if fits(&row, home.dots) {
                writing.move_print_job(row.id, &home.address)?;
                if row.state != HELD {
                    writing.update_print_job(row.id, QUEUED, None)?;
                }
            } else {
                let reason = Reason::new(Trouble::OtherPrinter, row.printer).to_string();
                writing.update_print_job(row.id, UNKNOWN, Some(&reason))?;
            }
        }
        Ok(())
    })
}

/// Whether a paper fits a printer of so many dots: it is still to be drawn, or was
/// drawn no wider.
fn fits(row: &PrintJobRow, dots: usize) -> bool {
    draft::to_draw(&row.document).is_some()
        || draft::dots(&row.document)
            .is_ok_and(|sheets| sheets.iter().all(|sheet| sheet.width() <= dots))
}

/// Draws a paper that is not drawn yet.
type Draw = Box<dyn Fn(&Paper) -> Result<Vec<Bitmap>, Error> + Send>;

/// The jobs of one printer in a till's store.
pub(super) struct TillJobs {
    store: Store,
    printer: String,
    moments: Moments,
    ages: Ages,
    draw: Draw,
    /// The paper drawn last, so that one that is tried again is not drawn again.
    drawn: Option<(i64, Arc<[Bitmap]>)>,
}

/// What there is to do.
enum Next {
    /// It is on its way now.
    Work(Job),
    /// Its turn has come, and it is to be drawn first.
    Draw(i64, Paper),
}

impl TillJobs {
    /// `draw` is asked on the printer's thread for papers that are not drawn yet.
    pub fn new(
        store: Store,
        printer: String,
        moments: Moments,
        ages: Ages,
        draw: impl Fn(&Paper) -> Result<Vec<Bitmap>, Error> + Send + 'static,
    ) -> Self {
        Self {
            store,
            printer,
            moments,
            ages,
            draw: Box::new(draw),
            drawn: None,
        }
    }

    /// What to do with a job that waits: a paper too old is held, a drawer stays
    /// shut, a damaged paper has failed.
    fn take(
        row: &PrintJobRow,
        age: TimeDelta,
        ages: Ages,
        drawn: Option<&(i64, Arc<[Bitmap]>)>,
        writing: &mut Writing<'_>,
    ) -> Result<Option<Next>, StoreError> {
        let is_drawer = row.kind == DRAWER;
        if is_drawer && age > ages.drawer {
            let reason = Reason::new(Trouble::DrawerShut, "too late").to_string();
            writing.update_print_job(row.id, FAILED, Some(&reason))?;
            return Ok(None);
        }
        if !is_drawer && age > ages.paper {
            writing.update_print_job(row.id, HELD, None)?;
            return Ok(None);
        }
        let drawn = drawn.filter(|(id, _)| *id == row.id);
        let work = if is_drawer {
            Work::OpenDrawer
        } else if let Some((_, sheets)) = drawn {
            Work::Paper(Arc::clone(sheets))
        } else if let Some(paper) = draft::to_draw(&row.document) {
            return Ok(Some(Next::Draw(row.id, paper)));
        } else {
            match draft::dots(&row.document) {
                Ok(sheets) => Work::Paper(sheets.into()),
                // A damaged paper must not hold up those behind it.
                Err(unreadable) => {
                    writing.update_print_job(row.id, FAILED, Some(&damaged(&unreadable)))?;
                    return Ok(None);
                }
            }
        };
        // Taken in the same transaction: an answer that comes now is refused, so
        // a paper given up is never printed after all.
        writing.update_print_job(row.id, SENDING, None)?;
        Ok(Some(Next::Work(Job {
            id: id_of(row.id),
            name: name_of(row),
            work,
        })))
    }

    /// Draws a paper; one that cannot be drawn has failed.
    fn draw(&mut self, row: i64, paper: &Paper) -> Result<(), StoreError> {
        match (self.draw)(paper) {
            Ok(sheets) => {
                self.drawn = Some((row, sheets.into()));
                Ok(())
            }
            Err(Error::Fault(Fault::Store(fault))) if fault.retry_helps() => Err(fault),
            Err(why) => {
                let why = damaged(&why);
                let failed = move |writing: &mut Writing<'_>| {
                    writing.update_print_job(row, FAILED, Some(&why))
                };
                self.store.write(failed)
            }
        }
    }
}

fn damaged(why: &impl ToString) -> String {
    Reason::new(Trouble::Unreadable, why.to_string()).to_string()
}

impl JobStore for TillJobs {
    type Fault = StoreError;

    fn next(&mut self) -> Result<Option<Job>, StoreError> {
        loop {
            let (printer, ages) = (self.printer.clone(), self.ages);
            let drawn = self.drawn.clone();
            let now = self.moments.now("UTC");
            let next = self.store.write(move |writing| {
                let mut rows = writing.print_jobs(&[QUEUED, BLOCKED])?;
                rows.retain(|row| row.printer == printer);
                rows.sort_by_key(|row| (row.kind != DRAWER, row.id));
                for row in rows {
                    let age = now.signed_duration_since(row.queued_at);
                    let next = Self::take(&row, age, ages, drawn.as_ref(), writing)?;
                    if next.is_some() {
                        return Ok(next);
                    }
                }
                Ok::<_, StoreError>(None)
            })?;
            match next {
                None => return Ok(None),
                Some(Next::Work(job)) => return Ok(Some(job)),
                Some(Next::Draw(row, paper)) => self.draw(row, &paper)?,
            }
        }
    }

    fn update(&mut self, id: Uuid, state: &JobState) -> Result<(), StoreError> {
        let (state, reason) = written(state);
        self.store
            .write(move |writing| writing.update_print_job(row_of(id), state, reason.as_deref()))
    }
}

/// A state as it is kept.
fn written(state: &JobState) -> (&'static str, Option<String>) {
    let told = |reason: &Reason| Some(reason.to_string());
    match state {
        JobState::Queued => (QUEUED, None),
        JobState::Blocked { reason } => (BLOCKED, told(reason)),
        JobState::Sending { held } => (SENDING, held.map(|trouble| trouble.code().to_owned())),
        JobState::SentUnconfirmed { .. } => (SENT, None),
        JobState::Confirmed => (CONFIRMED, None),
        JobState::Unknown { reason, .. } => (UNKNOWN, told(reason)),
        JobState::Failed { reason } => (FAILED, told(reason)),
    }
}

/// The printer's thread names jobs by uuid; a row's number fits into one.
fn id_of(row: i64) -> Uuid {
    Uuid::from_u128(u128::from(row.unsigned_abs()))
}

/// What a paper's file is called: its kind and number, and which of several
/// printings of it this is.
fn name_of(row: &PrintJobRow) -> String {
    let name = match row.reference.as_str() {
        "" => row.kind.clone(),
        reference => name_of_copies(&row.kind, reference),
    };
    match row.copy {
        0 => format!("{name} {}", row.id),
        copy => format!("{name} {} copy {copy}", row.id),
    }
}

fn row_of(id: Uuid) -> i64 {
    i64::try_from(id.as_u128()).expect("made from a row's number")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_taken_only_where_they_make_sense() {
        for (state, printed, given_up, now) in [
            (QUEUED, None, Some(GIVEN_UP), None),
            (BLOCKED, None, Some(GIVEN_UP), None),
            (SENDING, None, None, None),
            (SENT, None, None, None),
            (UNKNOWN, Some(PRINTED), Some(GIVEN_UP), None),
            (HELD, None, Some(GIVEN_UP), Some(QUEUED)),
            (FAILED, None, Some(GIVEN_UP), None),
            (GIVEN_UP, None, None, None),
        ] {
            assert_eq!(answered(state, Answer::Printed), printed, "{state}");
            assert_eq!(answered(state, Answer::GiveUp), given_up, "{state}");
            assert_eq!(answered(state, Answer::PrintNow), now, "{state}");
        }
    }

    #[test]
    fn a_row_comes_back_out_of_its_job() {
        for row in [1, 42, i64::MAX] {
            assert_eq!(row_of(id_of(row)), row);
        }
    }
}
