//! The door and the advice corner: visitors counted, mistakes taken back by
//! further counts. Whoever is signed in may.

use crate::domain::door::{Advice, DoorCount, Visitors};
use crate::domain::fact::Fact;

use super::{By, Error, Session, Till};

impl Till {
    /// Counts people in or out, or takes such a count back. Gives the visitors of
    /// the day after it.
    ///
    /// # Errors
    /// No open day; whatever [`Visitors::check`] refuses.
    pub fn count_at_door(&self, session: &Session, count: DoorCount) -> Result<Visitors, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let day = recorder.open_day()?;
            let mut visitors = recorder.writing.visitors(day)?;
            visitors.check(&count)?;

            visitors.count(&count);
            recorder.record(by, Some(day), Fact::DoorPassed(count))?;
            Ok(visitors)
        })
    }

    /// Counts a visitor who was advised, or takes one back. Gives the visitors of
    /// the day after it.
    ///
    /// # Errors
    /// No open day; whatever [`Visitors::check_advice`] refuses.
    pub fn count_advice(&self, session: &Session, advice: Advice) -> Result<Visitors, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let day = recorder.open_day()?;
            let mut visitors = recorder.writing.visitors(day)?;
            visitors.check_advice(&recorder.catalogue()?.bazaar, &advice)?;

            visitors.advise(&advice);
            recorder.record(by, Some(day), Fact::VisitorAdvised(advice))?;
            Ok(visitors)
        })
    }

    /// The visitors of the open day.
    ///
    /// # Errors
    /// No open day; faults of the store.
    pub fn visitors(&self) -> Result<Visitors, Error> {
        self.read(|books| {
            let day = super::open_day(books)?;
            Ok(books.visitors(day)?)
        })
    }
}
