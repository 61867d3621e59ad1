//! The trading day: opened and closed by a supervisor, past midnight if need be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::id::{Bilingual, Number, StaffCode, TicketId, TillCode};
use super::money::Money;
use super::tally::Tally;

/// A trading day as opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOpening {
    pub day: NaiveDate,
}

/// What becomes of a parked ticket at close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParkedTicket {
    pub id: TicketId,
    pub name: String,
    pub total: Money,
}

/// A till that could not be reached at close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingTill {
    pub till: TillCode,
    pub name: Bilingual,
    pub reason: String,
}

/// The final numbered close: the Z.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayClosing {
    pub day: NaiveDate,
    pub number: Number,
    /// The last sequence of the journal it covers.
    pub up_to_seq: u64,
    /// The hash of that record: the head an outside witness keeps.
    pub head: String,
    pub tally: Tally,
    /// All sales of this till ever, less nothing.
    pub perpetual_sales: Money,
    /// All refunds of this till ever.
    pub perpetual_refunds: Money,
    /// Tickets carried over to another day, by the supervisor's word.
    pub carried_over: Vec<ParkedTicket>,
    /// Tills whose sales belong in here and could not be had, by the supervisor's
    /// word. A till that closes its own day only, as its number says, lacks none.
    pub missing_tills: Vec<MissingTill>,
}

/// Why a day can't be opened or closed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DayRefusal {
    #[error("the trading day {0} is open")]
    AlreadyOpen(NaiveDate),
    #[error("the trading day {0} is closed for good")]
    AlreadyClosed(NaiveDate),
    #[error("the trading day {last} came after {asked}")]
    BeforeLast { asked: NaiveDate, last: NaiveDate },
    #[error("the bazaar is not open on {0}")]
    NotAnOpeningDay(NaiveDate),
    #[error("no trading day is open")]
    NoOpenDay,
    #[error("shifts are still open at {0:?}")]
    ShiftsOpen(Vec<TillCode>),
    #[error("{} parked tickets must be paid, voided or carried over", .0.len())]
    ParkedTickets(Vec<ParkedTicket>),
    #[error("{0} has taken money for a ticket that is not finished")]
    TicketBeingPaid(StaffCode),
}
