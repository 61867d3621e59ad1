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
    /// The cashier looked and found the paper.
    Printed,
    /// The cashier gave it up, or printed a copy in its place.
    GivenUp,
}

/// What a cashier says about a job that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The paper is there.
    Printed,
    /// It is not, and is not wanted or will be printed as a copy.
    GiveUp,
}

impl JobState {
    /// Whether the queue will try this job.
    pub fn is_waiting(&self) -> bool {
        matches!(self, JobState::Queued | JobState::Blocked { .. })
    }

    /// Whether only the cashier can say what happened.
    pub fn asks_the_cashier(&self) -> bool {
        matches!(self, JobState::Unknown { .. })
    }

    /// Whether nothing will change by itself or by an answer.
    pub fn is_final(&self) -> bool {
        matches!(
            self,
            JobState::SentUnconfirmed { .. }
                | JobState::Confirmed
                | JobState::Failed { .. }
                | JobState::Printed
                | JobState::GivenUp
        )
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

    /// The state after the cashier's answer, or nothing when this state takes no
    /// such answer: a waiting job can be given up, an unknown one can be either.
    pub fn answered(&self, answer: Answer) -> Option<JobState> {
        match answer {
            Answer::Printed if self.asks_the_cashier() => Some(JobState::Printed),
            Answer::GiveUp if self.asks_the_cashier() || self.is_waiting() => {
                Some(JobState::GivenUp)
            }
            Answer::Printed | Answer::GiveUp => None,
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
        assert!(sending.after_restart(&paper()).asks_the_cashier());
        assert!(sending.after_restart(&Work::OpenDrawer).is_final());
        assert!(queued.after_restart(&Work::OpenDrawer).is_final());
        assert_eq!(
            JobState::Confirmed.after_restart(&paper()),
            JobState::Confirmed
        );
    }

    #[test]
    fn the_cashier_is_heard_only_where_it_matters() {
        let blocked = JobState::Blocked {
            reason: Reason::new(Trouble::Offline, ""),
        };
        let unknown = JobState::Unknown {
            sent: 0,
            reason: Reason::new(Trouble::Offline, ""),
        };
        let cases = [
            (JobState::Queued, None, Some(JobState::GivenUp)),
            (blocked, None, Some(JobState::GivenUp)),
            (unknown, Some(JobState::Printed), Some(JobState::GivenUp)),
            (JobState::Sending { held: None }, None, None),
            (JobState::Confirmed, None, None),
            (JobState::GivenUp, None, None),
        ];
        for (state, printed, given_up) in cases {
            assert_eq!(state.answered(Answer::Printed), printed, "{state:?}");
            assert_eq!(state.answered(Answer::GiveUp), given_up, "{state:?}");
        }
    }
}
