//! What becomes of a paper after it was handed over: a queue per printer, which
//! never holds up the sale.
//!
//! Here are the states of a job and the thread that works through them. Where
//! jobs are kept is the [`JobStore`]'s business; how bytes get to a printer,
//! `device`'s.

mod step;
mod worker;

use uuid::Uuid;

pub use step::{Step, step};
pub use worker::{Notice, Pace, Worker};

use super::device::{Delivery, Job, Reason, Trouble, Work};

/// Where a job stands. A job that may have printed is never tried again by
/// itself: the cashier is asked, and a reprint is a job of its own, marked COPY.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Stored, not yet tried.
    Queued,
    /// Nothing was sent; it is tried again by itself.
    Blocked { reason: Reason },
    /// Bytes are on their way, or stand still with the printer. A program that
    /// starts and finds this state does not know what was printed.
    Sending { held: Option<Trouble> },
    /// The printer took every byte; there was no confirmation.
    SentUnconfirmed { bytes: u64 },
    /// Certainly done.
    Confirmed,
    /// Contact was lost after `sent` bytes: only somebody who looks can tell.
    Unknown { sent: u64, reason: Reason },
    /// Not done and not tried again: a drawer that could not be opened.
    Failed { reason: Reason },
}

impl JobState {
    /// Whether the queue will try this job.
    pub fn is_waiting(&self) -> bool {
        matches!(self, JobState::Queued | JobState::Blocked { .. })
    }

    /// The state of a job found in this state when the program starts. A drawer
    /// that did not open then must not open now, with nobody before it.
    pub fn after_restart(&self, work: &Work) -> JobState {
        let reason = || Reason::new(Trouble::ProgramEnded, "");
        let is_drawer = *work == Work::OpenDrawer;
        match self {
            JobState::Sending { .. } if is_drawer => JobState::Failed { reason: reason() },
            JobState::Sending { .. } => JobState::Unknown {
                sent: 0,
                reason: reason(),
            },
            state if state.is_waiting() && is_drawer => JobState::Failed { reason: reason() },
            state => state.clone(),
        }
    }

    /// The state after an attempt at `work`.
    pub fn after_delivery(delivery: Delivery, work: &Work) -> JobState {
        let is_drawer = *work == Work::OpenDrawer;
        match delivery {
            Delivery::Confirmed => JobState::Confirmed,
            Delivery::Sent { bytes } => JobState::SentUnconfirmed { bytes },
            Delivery::Refused(fault) if is_drawer || !fault.may_pass() => JobState::Failed {
                reason: fault.reason(),
            },
            Delivery::Refused(fault) => JobState::Blocked {
                reason: fault.reason(),
            },
            Delivery::Unknown { fault, .. } if is_drawer => JobState::Failed {
                reason: fault.reason(),
            },
            Delivery::Unknown { sent, fault } => JobState::Unknown {
                sent,
                reason: fault.reason(),
            },
        }
    }
}

/// Where one printer's jobs are kept.
pub trait JobStore: Send {
    type Fault: std::error::Error;

    /// The job to try now: waiting drawers first, then waiting papers, the
    /// oldest first. Nothing when no job waits.
    ///
    /// # Errors
    /// When the store cannot be read; the worker tries again later.
    fn next(&mut self) -> Result<Option<Job>, Self::Fault>;

    /// Keeps a job's state durably before it returns.
    ///
    /// # Errors
    /// When it cannot; a job whose `Sending` was not kept is not sent.
    fn update(&mut self, id: Uuid, state: &JobState) -> Result<(), Self::Fault>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::device::DeviceFault;
    use std::io;

    fn fault() -> DeviceFault {
        DeviceFault::BrokeOff {
            device: "till".to_string(),
            source: io::Error::other("reset"),
        }
    }

    fn paper() -> Work {
        Work::Paper([].into())
    }

    #[test]
    fn what_an_attempt_leads_to() {
        let reason = || Reason::new(Trouble::BrokeOff, "till broke off: reset");
        let no_drawer = || DeviceFault::NoDrawer {
            device: "till".to_string(),
        };
        let cases = [
            (Delivery::Confirmed, paper(), JobState::Confirmed),
            (
                Delivery::Sent { bytes: 9 },
                paper(),
                JobState::SentUnconfirmed { bytes: 9 },
            ),
            (
                Delivery::Refused(fault()),
                paper(),
                JobState::Blocked { reason: reason() },
            ),
            (
                Delivery::Refused(fault()),
                Work::OpenDrawer,
                JobState::Failed { reason: reason() },
            ),
            (
                Delivery::Refused(no_drawer()),
                Work::OpenDrawer,
                JobState::Failed {
                    reason: Reason::new(Trouble::NoDrawer, "till has no drawer"),
                },
            ),
            (
                Delivery::Unknown {
                    sent: 4,
                    fault: fault(),
                },
                paper(),
                JobState::Unknown {
                    sent: 4,
                    reason: reason(),
                },
            ),
            (
                Delivery::Unknown {
                    sent: 4,
                    fault: fault(),
                },
                Work::OpenDrawer,
                JobState::Failed { reason: reason() },
            ),
        ];
        for (delivery, work, wanted) in cases {
            assert_eq!(JobState::after_delivery(delivery, &work), wanted);
        }
    }

    #[test]
    fn only_untouched_papers_survive_a_restart_unasked() {
        let queued = JobState::Queued;
        assert_eq!(queued.after_restart(&paper()), JobState::Queued);
        let sending = JobState::Sending { held: None };
        let asks = sending.after_restart(&paper());
        assert!(matches!(asks, JobState::Unknown { .. }));
        for state in [&sending, &queued] {
            let shut = state.after_restart(&Work::OpenDrawer);
            assert!(matches!(shut, JobState::Failed { .. }));
        }
        assert_eq!(
            JobState::Confirmed.after_restart(&paper()),
            JobState::Confirmed
        );
    }
}
