//! What people do with the till, one verb each: refuse first, mark the point of
//! no return, then write one transaction.
//!
//! Every capability is a method of [`Till`], used alike by the screens, the
//! command line, imports and the demonstration. Nothing here draws or prints;
//! papers are queued as durable jobs and leave later.

pub mod badge;
pub mod carrying;
pub mod dashboard;
pub mod day;
pub mod demo;
pub mod door;
pub mod edition;
pub mod error;
pub mod export;
pub mod family_history;
pub mod import;
pub mod in_hand;
pub mod many;
pub mod moment;
pub mod notice;
pub mod order;
pub mod payout;
pub mod pictures;
pub mod printing;
pub mod refund;
pub mod register;
pub mod sell;
pub mod set_up;
pub mod settle;
pub mod shelf;
pub mod shift;
pub mod sign_in;
pub mod statement;
pub mod stock;
pub mod training;
pub mod unknown_payment;
pub mod upkeep;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::catalogue::Catalogue;
use crate::domain::day::DayRefusal;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{FactId, StaffCode, TillCode};
use crate::domain::staff::{Act, RoleRefusal, Staff, authorise};
use crate::store::{Books, NewEntry, Store, Writing};

pub use error::{Error, Fault, Refusal};
pub use moment::{Clock, Ids, Moments};
pub use printing::{Printing, SalePapers};
pub use sign_in::{Approval, Session};

/// This workstation, open: its journal, its clock and where its ids come from.
/// Cheap to clone; calls wait for the store's own thread, so screens make them
/// from a task.
#[derive(Clone)]
pub struct Till {
    store: Store,
    moments: Moments,
    last_wrong: sign_in::LastWrong,
    /// What goes into line with every sale.
    papers: SalePapers,
}

impl Till {
    pub fn new(store: Store, moments: Moments) -> Self {
        Till {
            store,
            moments,
            last_wrong: sign_in::LastWrong::default(),
            papers: SalePapers::default(),
        }
    }

    pub fn code(&self) -> &TillCode {
        self.store.till()
    }

    pub fn store(&self) -> &Store {
        &self.store
    }

    pub fn moments(&self) -> &Moments {
        &self.moments
    }

    /// The same till under another clock, for records made elsewhere and taken
    /// in later.
    pub fn with_moments(&self, moments: Moments) -> Self {
        Till {
            moments,
            ..self.clone()
        }
    }

    /// The terms and goods as of now.
    ///
    /// # Errors
    /// [`Refusal::NotSetUp`] before the bazaar is defined; faults of the store.
    pub fn catalogue(&self) -> Result<Arc<Catalogue>, Error> {
        self.read(catalogue)
    }

    pub fn staff(&self) -> Result<Vec<Staff>, Error> {
        self.read(|books| Ok(books.staff()?))
    }

    pub(crate) fn read<T: Send + 'static>(
        &self,
        look: impl FnOnce(&Books<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.store.read(look)
    }

    pub(crate) fn write<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Recorder<'_, '_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let moments = self.moments.clone();
        let till = self.code().clone();
        let papers = self.papers.clone();
        self.store.write(move |writing| {
            act(&mut Recorder {
                writing,
                moments,
                till,
                papers,
                zone: None,
            })
        })
    }
}

pub(crate) fn catalogue(books: &Books<'_>) -> Result<Arc<Catalogue>, Error> {
    books.catalogue()?.ok_or_else(|| Refusal::NotSetUp.into())
}

/// The open trading day.
///
/// # Errors
/// [`DayRefusal::NoOpenDay`]; faults of the store.
pub(crate) fn open_day(books: &Books<'_>) -> Result<NaiveDate, Error> {
    Ok(books.open_day()?.ok_or(DayRefusal::NoOpenDay)?.day)
}

/// # Errors
/// [`Refusal::ReasonMissing`] for an empty text.
pub(crate) fn check_reason(reason: &str) -> Result<(), Refusal> {
    match reason.trim().is_empty() {
        true => Err(Refusal::ReasonMissing),
        false => Ok(()),
    }
}

pub(crate) fn staff_member(books: &Books<'_>, code: &StaffCode) -> Result<Staff, Error> {
    books
        .staff_member(code)?
        .ok_or_else(|| Refusal::UnknownStaff(code.clone()).into())
}

/// Who acts and who approved, as a fact names them.
#[derive(Debug, Clone, Default)]
pub(crate) struct By {
    pub actor: Option<StaffCode>,
    pub approver: Option<StaffCode>,
}

impl By {
    pub fn actor(session: &Session) -> Self {
        By {
            actor: Some(session.staff().clone()),
            approver: None,
        }
    }

    /// Whoever may do `act`, alone or by an approval of it.
    ///
    /// # Errors
    /// [`RoleRefusal`]: none that is enough.
    pub fn allowed<'a>(
        session: &Session,
        act: Act,
        approvals: impl IntoIterator<Item = &'a Approval>,
    ) -> Result<Self, RoleRefusal> {
        let approver = authorise(act, session.who(), Approval::of(act, approvals))?;
        Ok(By::approved(session, approver))
    }

    pub fn approved(session: &Session, approver: Option<StaffCode>) -> Self {
        By {
            actor: Some(session.staff().clone()),
            approver,
        }
    }
}

/// One transaction of a service: the books, the clock, and appending.
pub(crate) struct Recorder<'a, 't> {
    pub writing: &'a mut Writing<'t>,
    pub moments: Moments,
    pub till: TillCode,
    /// What goes into line with a sale.
    papers: SalePapers,
    /// The time zone, once it was looked up.
    zone: Option<String>,
}

impl Recorder<'_, '_> {
    pub fn catalogue(&self) -> Result<Arc<Catalogue>, Error> {
        catalogue(self.writing)
    }

    /// The open trading day.
    pub fn open_day(&self) -> Result<NaiveDate, Error> {
        open_day(self.writing)
    }

    /// Appends a fact at this moment. A clock that went back is recorded first,
    /// so that nobody turns it back unnoticed.
    pub fn record(&mut self, by: By, day: Option<NaiveDate>, fact: Fact) -> Result<Entry, Error> {
        let id = FactId(self.moments.new_id());
        self.record_as(id, by, day, fact)
    }

    /// The same under an id made when the act was begun: whoever finds a record of
    /// that id knows that it was done.
    pub fn record_as(
        &mut self,
        id: FactId,
        by: By,
        day: Option<NaiveDate>,
        fact: Fact,
    ) -> Result<Entry, Error> {
        let zone = self.zone(&fact)?;
        let at = self.moments.now(&zone);
        if self.moments.is_this_clock()
            && let Some(last) = self.writing.last_entry()?
            && moment::went_back(last.at, at)
        {
            let back = Fact::ClockWentBack(crate::domain::fact::ClockWentBack {
                from: last.at,
                to: at,
            });
            let back_id = FactId(self.moments.new_id());
            let header = header(back_id, By::default(), at, day);
            self.writing.append(header, back)?;
        }
        let header = header(id, by, at, day);
        Ok(self.writing.append(header, fact)?)
    }

    /// The time zone a fact is recorded in. The catalogue is made anew after every
    /// change of the goods, so it is asked once for all records of a transaction.
    fn zone(&mut self, fact: &Fact) -> Result<String, Error> {
        let known = match self.zone.take() {
            Some(zone) => Some(zone),
            None => {
                let catalogue = self.writing.catalogue()?;
                catalogue.map(|catalogue| catalogue.bazaar.time_zone.clone())
            }
        };
        let zone = match (known, fact) {
            (Some(zone), _) => zone,
            (None, Fact::BazaarDefined(bazaar)) => bazaar.time_zone.clone(),
            (None, _) => String::new(),
        };
        if !matches!(fact, Fact::BazaarDefined(_)) {
            self.zone = Some(zone.clone());
        }
        Ok(zone)
    }
}

fn header(
    id: FactId,
    by: By,
    at: chrono::DateTime<chrono::FixedOffset>,
    day: Option<NaiveDate>,
) -> NewEntry {
    NewEntry {
        id,
        at,
        day,
        actor: by.actor,
        approver: by.approver,
    }
}
