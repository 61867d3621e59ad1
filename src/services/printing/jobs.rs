//! Jobs between the store, which keeps them as rows, and the printer's thread,
//! which knows states.

use chrono::{DateTime, FixedOffset, NaiveDate};
use uuid::Uuid;

use super::paper::PaperKind;
use crate::print::device::{Job, Work};
use crate::print::queue::{JobState, JobStore};
use crate::print::stored;
use crate::store::{Books, PrintJobRow, Store, StoreError};

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
/// Queued so long before the program started that somebody has to want it still.
const HELD: &str = "held";

/// States in which a paper still wants something.
const OPEN: [&str; 5] = [QUEUED, BLOCKED, SENDING, UNKNOWN, HELD];
/// States in which nothing happens to a paper any more.
const OVER: [&str; 5] = [SENT, CONFIRMED, PRINTED, FAILED, GIVEN_UP];

/// Where a paper stands, for a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Waiting,
    /// The printer could not take it; it is tried again by itself.
    Blocked,
    Printing,
    /// Printed as far as the printer tells.
    Done,
    /// It may be printed or not: somebody has to look.
    Asking,
    /// Old; it is printed when somebody says so.
    Held,
    Failed,
    GivenUp,
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
            reason: row.reason,
        }
    }
}

fn standing(state: &str) -> Standing {
    match state {
        QUEUED => Standing::Waiting,
        BLOCKED => Standing::Blocked,
        SENDING => Standing::Printing,
        SENT | CONFIRMED | PRINTED => Standing::Done,
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
            Standing::Asking | Standing::Held | Standing::Waiting | Standing::Blocked,
            Answer::GiveUp,
        ) => Some(GIVEN_UP),
        _ => None,
    }
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

/// The jobs of one printer in a till's store.
pub(super) struct TillJobs {
    store: Store,
    printer: String,
}

impl TillJobs {
    pub fn new(store: Store, printer: String) -> Self {
        Self { store, printer }
    }

    /// Brings jobs of an earlier run to where they stand now: those that were on
    /// their way or are for a printer this till no longer has ask, those queued
    /// before `old` are held, drawers have failed, finished ones shed their dots.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn take_over(&self, old: DateTime<FixedOffset>) -> Result<(), StoreError> {
        let printer = self.printer.clone();
        self.store.write(move |writing| {
            for row in writing.print_jobs(&[QUEUED, BLOCKED, SENDING])? {
                let was = match row.state.as_str() {
                    SENDING => JobState::Sending,
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
                    writing.update_print_job(row.id, state, reason)?;
                } else if row.printer != printer {
                    let reason = format!("it was drawn for {}", row.printer);
                    writing.update_print_job(row.id, UNKNOWN, Some(&reason))?;
                } else if row.queued_at < old {
                    writing.update_print_job(row.id, HELD, None)?;
                }
            }
            for state in [SENT, CONFIRMED, PRINTED] {
                writing.shed_documents(state, DOCUMENTS_KEPT)?;
            }
            Ok(())
        })
    }
}

impl JobStore for TillJobs {
    type Fault = StoreError;

    fn next(&mut self) -> Result<Option<Job>, StoreError> {
        let printer = self.printer.clone();
        self.store.write(move |writing| {
            let mut rows = writing.print_jobs(&[QUEUED, BLOCKED])?;
            rows.retain(|row| row.printer == printer);
            rows.sort_by_key(|row| (row.kind != DRAWER, row.id));
            for row in rows {
                let id = id_of(row.id);
                let name = name_of(&row);
                // Taken in the same transaction: an answer that comes now is
                // refused, so a paper given up is never printed after all.
                writing.update_print_job(row.id, SENDING, None)?;
                if row.kind == DRAWER {
                    return Ok(Some(Job {
                        id,
                        name,
                        work: Work::OpenDrawer,
                    }));
                }
                match stored::unpack(&row.document) {
                    Ok(sheets) => {
                        return Ok(Some(Job {
                            id,
                            name,
                            work: Work::Paper(sheets.into()),
                        }));
                    }
                    // A damaged paper must not hold up those behind it.
                    Err(unreadable) => {
                        let reason = unreadable.to_string();
                        writing.update_print_job(row.id, FAILED, Some(&reason))?;
                    }
                }
            }
            Ok(None)
        })
    }

    fn update(&mut self, id: Uuid, state: &JobState) -> Result<(), StoreError> {
        let state = state.clone();
        self.store.write(move |writing| {
            let (state, reason) = written(&state);
            writing.update_print_job(row_of(id), state, reason)
        })
    }
}

/// A state as it is kept.
fn written(state: &JobState) -> (&'static str, Option<&str>) {
    match state {
        JobState::Queued => (QUEUED, None),
        JobState::Blocked { reason } => (BLOCKED, Some(reason)),
        JobState::Sending => (SENDING, None),
        JobState::SentUnconfirmed { .. } => (SENT, None),
        JobState::Confirmed => (CONFIRMED, None),
        JobState::Unknown { reason, .. } => (UNKNOWN, Some(reason)),
        JobState::Failed { reason } => (FAILED, Some(reason)),
        JobState::Printed => (PRINTED, None),
        JobState::GivenUp => (GIVEN_UP, None),
    }
}

/// The printer's thread names jobs by uuid; a row's number fits into one.
fn id_of(row: i64) -> Uuid {
    Uuid::from_u128(u128::from(row.unsigned_abs()))
}

/// What a paper's file is called: its kind and number, and which of several
/// printings of it this is.
fn name_of(row: &PrintJobRow) -> String {
    let mut name = row.kind.clone();
    if !row.reference.is_empty() {
        name = format!("{name} {}", row.reference);
    }
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
