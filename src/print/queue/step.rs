//! One job, once: taken from the store, handed to the device, and what became of
//! it kept. Without a thread and without waiting.

use super::worker::Notice;
use super::{JobState, JobStore};
use crate::print::device::{Delivery, Device, Job, told};

/// What one look at the store came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// No job waits.
    Idle,
    /// A job came to an end, or asks.
    Done,
    /// Nothing can be done now; wait before looking again.
    Later,
}

/// Tries the next job, if any.
pub fn step<S: JobStore, D: Device>(
    store: &mut S,
    device: &mut D,
    notify: &mut dyn FnMut(Notice),
) -> Step {
    let job = match store.next() {
        Ok(Some(job)) => job,
        Ok(None) => return Step::Idle,
        Err(fault) => return store_fault(&fault, notify),
    };
    // From here on the paper may come out: that is kept before the first byte.
    if let Err(fault) = keep(store, &job, JobState::Sending { held: None }, notify) {
        return store_fault(&fault, notify);
    }
    let delivery = device.deliver(&job, &mut |held| {
        // That it stands still is only shown: a store that cannot keep it now
        // still says that the job is on its way.
        if let Err(fault) = keep(store, &job, JobState::Sending { held }, notify) {
            store_fault(&fault, notify);
        }
    });
    let blocked = matches!(&delivery, Delivery::Refused(_));
    let state = JobState::after_delivery(delivery, &job.work);
    let waits = blocked && state.is_waiting();
    match keep(store, &job, state, notify) {
        Ok(()) if waits => Step::Later,
        Ok(()) => Step::Done,
        // The store still says that it is on its way, so the job is not tried
        // again and the next start asks the cashier.
        Err(fault) => store_fault(&fault, notify),
    }
}

fn keep<S: JobStore>(
    store: &mut S,
    job: &Job,
    state: JobState,
    notify: &mut dyn FnMut(Notice),
) -> Result<(), S::Fault> {
    store.update(job.id, &state)?;
    notify(Notice::Changed { job: job.id, state });
    Ok(())
}

fn store_fault(fault: &impl std::error::Error, notify: &mut dyn FnMut(Notice)) -> Step {
    notify(Notice::StoreFault {
        reason: told(fault),
    });
    Step::Later
}
