//! The trading day: opened, read (X), closed (Z), looked back on.

use std::ops::ControlFlow;

use chrono::{Datelike, NaiveDate};

use crate::domain::day::{DayClosing, DayOpening, DayRefusal, ParkedTicket};
use crate::domain::door::Visitors;
use crate::domain::fact::{Fact, UnknownPayment};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::order::OrderState;
use crate::domain::staff::{Act, authorise};
use crate::domain::tally::Tally;
use crate::store::{Books, DayRow, OpenShift, OrderRow, Parked, Recorded, Series};

use super::{By, Error, Session, Till};

/// Where the day stands, and what is still open in it.
#[derive(Debug, Clone)]
pub struct DayStatus {
    pub open: Option<DayRow>,
    /// The date a day opened now would bear.
    pub today: NaiveDate,
    pub shifts: Vec<OpenShift>,
    /// Tickets put aside, and those staff still have in hand under their names.
    pub parked: Vec<Parked>,
    pub orders: Vec<OrderRow>,
    /// Payments of which nobody knows yet whether the money moved.
    pub unknown_payments: Vec<Recorded<UnknownPayment>>,
    /// Cash in this till's drawer; for supervisors, never before a blind count.
    pub drawer: Money,
    pub days: Vec<DayRow>,
    /// The visitors of the open day.
    pub visitors: Visitors,
}

impl DayStatus {
    /// Whether the open day should have been closed before this hour.
    pub fn is_overdue(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.day < self.today)
    }

    /// Whether no shift, ticket, order or payment is left open.
    pub fn has_nothing_open(&self) -> bool {
        self.shifts.is_empty()
            && self.parked.is_empty()
            && self.orders.is_empty()
            && self.unknown_payments.is_empty()
    }
}

/// What to do with tickets still parked when the day closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParkedAtClose {
    /// The close is refused while any is parked.
    Refuse,
    /// They wait for the next day, and the Z names them.
    CarryOver,
}

impl Till {
    /// # Errors
    /// Not set up; faults of the store.
    pub fn day_status(&self) -> Result<DayStatus, Error> {
        let moments = self.moments().clone();
        let till = self.code().clone();
        self.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let now = moments.now(&catalogue.bazaar.time_zone);
            let open = books.open_day()?;
            let visitors = open.as_ref().map(|open| books.visitors(open.day));
            Ok(DayStatus {
                open,
                visitors: visitors.transpose()?.unwrap_or_default(),
                today: catalogue.bazaar.trading_date(now),
                shifts: books.open_shifts()?,
                parked: super::in_hand::waiting(books)?,
                orders: books.orders(Some(OrderState::Open))?,
                unknown_payments: books.unknown_payments()?,
                drawer: books.balance(&Account::Drawer(till))?,
                days: books.days()?,
            })
        })
    }

    /// Opens a trading day: `day`, or the one this hour belongs to.
    ///
    /// # Errors
    /// No supervisor; a day is open; that day was closed; an earlier day than
    /// the last; a date the bazaar is not open on, unless `anyway`.
    pub fn open_day(
        &self,
        session: &Session,
        day: Option<NaiveDate>,
        anyway: bool,
    ) -> Result<NaiveDate, Error> {
        authorise(Act::OpenDay, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let now = recorder.moments.now(&catalogue.bazaar.time_zone);
            let day = day.unwrap_or_else(|| catalogue.bazaar.trading_date(now));
            if let Some(open) = recorder.writing.open_day()? {
                return Err(DayRefusal::AlreadyOpen(open.day).into());
            }
            if recorder.writing.day(day)?.is_some() {
                return Err(DayRefusal::AlreadyClosed(day).into());
            }
            let last = recorder
                .writing
                .days()?
                .into_iter()
                .map(|row| row.day)
                .max();
            if let Some(last) = last.filter(|last| *last > day) {
                return Err(DayRefusal::BeforeLast { asked: day, last }.into());
            }
            let opening = &catalogue.bazaar.opening;
            let any_day = opening.days.is_empty() && opening.weekdays.is_empty();
            let planned = opening.days.contains(&day) || opening.weekdays.contains(&day.weekday());
            if !any_day && !planned && !anyway {
                return Err(DayRefusal::NotAnOpeningDay(day).into());
            }

            recorder.record(by, Some(day), Fact::DayOpened(DayOpening { day }))?;
            Ok(day)
        })
    }

    /// The totals of the open day as of now: the X reading.
    ///
    /// # Errors
    /// No open day.
    pub fn x_report(&self) -> Result<(NaiveDate, Tally), Error> {
        self.read(|books| {
            let day = super::open_day(books)?;
            Ok((day, tally_of(books, day)?))
        })
    }

    /// The Z of a closed day.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn z_report(&self, day: NaiveDate) -> Result<Option<Recorded<DayClosing>>, Error> {
        self.read(move |books| Ok(books.day_closing(day)?))
    }

    /// What reached the journal of a closed day after its Z: sales and refunds of a
    /// till that was away. The Z stays as it is; they are settled with the next
    /// settlement, under the day they were made.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn late_trade(&self, day: NaiveDate) -> Result<Tally, Error> {
        self.read(move |books| {
            let mut late = Tally::default();
            let Some(closing) = books.day_closing(day)? else {
                return Ok(late);
            };
            books.entries_of_day(day, &mut |entry| {
                let trade = matches!(entry.fact, Fact::SaleCompleted(_) | Fact::SaleRefunded(_));
                if trade && entry.seq > closing.fact.up_to_seq {
                    late.add(&entry);
                }
                ControlFlow::Continue(())
            })?;
            Ok(late)
        })
    }

    /// The totals over days, from the journal; all days if none is named.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn tally(&self, days: Vec<NaiveDate>) -> Result<Tally, Error> {
        self.read(move |books| {
            let mut tally = Tally::default();
            let mut add = |entry: crate::domain::fact::Entry| {
                if days.is_empty() || entry.day.is_some_and(|day| days.contains(&day)) {
                    tally.add(&entry);
                }
                ControlFlow::Continue(())
            };
            books.entries(1, &mut add)?;
            Ok(tally)
        })
    }

    /// Closes the open day for good: the numbered Z.
    ///
    /// # Errors
    /// No supervisor; no open day; a shift still open; parked tickets, unless
    /// they are carried over.
    pub fn close_day(
        &self,
        session: &Session,
        parked: ParkedAtClose,
    ) -> Result<Recorded<DayClosing>, Error> {
        authorise(Act::CloseDay, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let day = recorder.open_day()?;
            let shifts = recorder.writing.open_shifts()?;
            if !shifts.is_empty() {
                let tills = shifts.into_iter().map(|shift| shift.till).collect();
                return Err(DayRefusal::ShiftsOpen(tills).into());
            }
            let waiting = super::in_hand::waiting(recorder.writing)?;
            let carried_over = waiting.into_iter().map(name_parked);
            let carried_over = carried_over.collect::<Result<Vec<_>, Error>>()?;
            if parked == ParkedAtClose::Refuse && !carried_over.is_empty() {
                return Err(DayRefusal::ParkedTickets(carried_over).into());
            }

            recorder.put_aside_what_is_in_hand(&by, day)?;

            let head = recorder.writing.head()?;
            let (perpetual_sales, perpetual_refunds) = recorder.writing.perpetual()?;
            let closing = DayClosing {
                day,
                number: recorder.writing.next_number(Series::Z)?,
                up_to_seq: head.seq,
                head: head.to_string(),
                tally: tally_of(recorder.writing, day)?,
                perpetual_sales,
                perpetual_refunds,
                carried_over,
                missing_tills: Vec::new(),
            };
            assert!(
                closing.tally.proof().holds(),
                "the day's tenders equal what is owed for them"
            );
            let fact = Fact::DayClosed(Box::new(closing.clone()));
            let entry = recorder.record(by, Some(day), fact)?;
            Ok(Recorded::of(entry, closing))
        })
    }
}

fn name_parked(parked: Parked) -> Result<ParkedTicket, Error> {
    let total = parked.ticket.price()?.due;
    Ok(ParkedTicket {
        id: parked.ticket.id,
        name: parked.name,
        total,
    })
}

pub(super) fn tally_of(books: &Books<'_>, day: NaiveDate) -> Result<Tally, Error> {
    let mut tally = Tally::default();
    books.entries_of_day(day, &mut |entry| {
        tally.add(&entry);
        ControlFlow::Continue(())
    })?;
    Ok(tally)
}
