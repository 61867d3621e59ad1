//! The tickets staff have in hand: kept after every change, so that neither a
//! crash nor a colleague at the same till costs them, and found again by whoever
//! signs in. A ticket becomes a fact only when it is paid, put aside or given up.

use chrono::NaiveDate;

use crate::domain::day::DayRefusal;
use crate::domain::fact::{Fact, TicketParked};
use crate::domain::id::StaffCode;
use crate::domain::sale::InHand;
use crate::store::{Books, Kept, Parked};

use super::{By, Error, Recorder, Session, Till, staff_member};

impl Till {
    /// Keeps the ticket somebody has in hand. One that was paid, put aside or given
    /// up meanwhile is not kept: its change came too late.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn keep_in_hand(
        &self,
        session: &Session,
        in_hand: InHand,
        revision: u64,
    ) -> Result<(), Error> {
        let staff = session.staff().clone();
        self.write(move |recorder| recorder.keep_in_hand(staff, in_hand, revision, false))
    }

    /// The same, for a ticket that is left on purpose, as when the till is locked.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn lay_down(&self, session: &Session, in_hand: InHand, revision: u64) -> Result<(), Error> {
        let staff = session.staff().clone();
        self.write(move |recorder| recorder.keep_in_hand(staff, in_hand, revision, true))
    }

    /// The ticket somebody has in hand, unless there is nothing in it.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn in_hand(&self, session: &Session) -> Result<Option<Kept>, Error> {
        let staff = session.staff().clone();
        self.read(move |books| {
            let kept = books.in_hand(&staff)?;
            Ok(kept.filter(|kept| !kept.in_hand.is_empty()))
        })
    }

    /// Every ticket in somebody's hand that has something in it.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn all_in_hand(&self) -> Result<Vec<Kept>, Error> {
        self.read(filled)
    }
}

fn filled(books: &Books<'_>) -> Result<Vec<Kept>, Error> {
    let mut kept = books.all_in_hand()?;
    kept.retain(|kept| !kept.in_hand.ticket.is_empty());
    Ok(kept)
}

/// The tickets put aside, then those in somebody's hand under that person's name.
pub(super) fn waiting(books: &Books<'_>) -> Result<Vec<Parked>, Error> {
    let mut waiting = books.parked()?;
    for kept in filled(books)? {
        waiting.push(Parked {
            name: name_of(books, &kept.staff)?,
            ticket: kept.in_hand.ticket,
            back: kept.in_hand.back,
            at: kept.at,
            cashier: Some(kept.staff),
        });
    }
    Ok(waiting)
}

fn name_of(books: &Books<'_>, staff: &StaffCode) -> Result<String, Error> {
    Ok(staff_member(books, staff)?.name.arabic().to_owned())
}

impl Recorder<'_, '_> {
    pub(super) fn keep_in_hand(
        &mut self,
        staff: StaffCode,
        in_hand: InHand,
        revision: u64,
        laid_down: bool,
    ) -> Result<(), Error> {
        let id = in_hand.ticket.id;
        let ended = self.writing.sale(id)?.is_some()
            || self.writing.voided(id)?
            || self.writing.parked_ticket(id)?.is_some();
        if ended {
            return Ok(());
        }
        let zone = self.catalogue()?.bazaar.time_zone.clone();
        let kept = Kept {
            staff,
            in_hand,
            revision,
            laid_down,
            at: self.moments.now(&zone),
        };
        Ok(self.writing.keep_in_hand(&kept)?)
    }

    /// Puts every ticket in somebody's hand aside under that person's name, so that
    /// a close names them and loses none. One for which money was taken must be
    /// finished first.
    pub(super) fn put_aside_what_is_in_hand(
        &mut self,
        by: &By,
        day: NaiveDate,
    ) -> Result<(), Error> {
        let in_hand = filled(self.writing)?;
        if let Some(paying) = in_hand.iter().find(|kept| kept.in_hand.is_being_paid()) {
            return Err(DayRefusal::TicketBeingPaid(paying.staff.clone()).into());
        }
        for kept in in_hand {
            let InHand { ticket, back, .. } = kept.in_hand;
            let name = name_of(self.writing, &kept.staff)?;
            self.writing.forget_in_hand(ticket.id)?;
            let fact = Fact::TicketParked(TicketParked { ticket, name, back });
            self.record(by.clone(), Some(day), fact)?;
        }
        Ok(())
    }
}
