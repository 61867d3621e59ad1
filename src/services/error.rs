//! What services answer when they can't: refusals of a rule, faults of the world.

use thiserror::Error;

use crate::domain::day::DayRefusal;
use crate::domain::door::DoorRefusal;
use crate::domain::id::{Number, OrderId, StaffCode, TicketId};
use crate::domain::order::OrderRefusal;
use crate::domain::payout::PayoutRefusal;
use crate::domain::refund::RefundRefusal;
use crate::domain::sale::SaleRefusal;
use crate::domain::settlement::SettlementRefusal;
use crate::domain::shift::ShiftRefusal;
use crate::domain::staff::RoleRefusal;
use crate::domain::stock::StockRefusal;
use crate::domain::ticket::TicketRefusal;
use crate::reports::table::TableFault;
use crate::services::edition::EditionRefusal;
use crate::services::import::ImportRefusal;
use crate::services::many::ManyRefusal;
use crate::services::register::RegisterRefusal;
use crate::services::set_up::SetUpRefusal;
use crate::services::sign_in::SignInRefusal;
use crate::settings::SettingsFault;
use crate::store::StoreError;

/// A rule said no; nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("no bazaar is set up here")]
    NotSetUp,
    #[error("no member of staff {0}")]
    UnknownStaff(StaffCode),
    #[error("no sale {0}")]
    UnknownSale(String),
    #[error("no order {0}")]
    UnknownOrder(String),
    #[error("what this paper is made from is not in the books")]
    UnknownPaper,
    #[error("paper {0} waits for no such answer")]
    PaperTakesNoAnswer(i64),
    #[error("no printer profile {0}")]
    UnknownPrinter(String),
    #[error("no packages for the kitchen: {}", .0.join(", "))]
    UnknownKitchenPackages(Vec<String>),
    #[error("{0:?} makes no barcode")]
    NoBarcode(String),
    #[error("no parked ticket {0}")]
    UnknownParked(TicketId),
    #[error("ticket {0} was voided")]
    TicketVoided(TicketId),
    #[error("ticket {ticket} was sold as {number}, with other contents")]
    TicketSoldOtherwise { ticket: TicketId, number: Number },
    #[error("order {0} is handed over only by its own ticket")]
    OrderTicketOther(OrderId),
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("this is the training already")]
    TrainingAlready,
    #[error("the data there is no training's")]
    NotATraining,
    #[error(transparent)]
    SetUp(#[from] SetUpRefusal),
    #[error(transparent)]
    Edition(#[from] EditionRefusal),
    #[error(transparent)]
    Import(#[from] ImportRefusal),
    #[error(transparent)]
    Many(#[from] ManyRefusal),
    #[error(transparent)]
    Register(#[from] RegisterRefusal),
    #[error(transparent)]
    SignIn(#[from] SignInRefusal),
    #[error(transparent)]
    Role(#[from] RoleRefusal),
    #[error(transparent)]
    Ticket(#[from] TicketRefusal),
    #[error(transparent)]
    Sale(#[from] SaleRefusal),
    #[error(transparent)]
    Refund(#[from] RefundRefusal),
    #[error(transparent)]
    Order(#[from] OrderRefusal),
    #[error(transparent)]
    Shift(#[from] ShiftRefusal),
    #[error(transparent)]
    Day(#[from] DayRefusal),
    #[error(transparent)]
    Door(#[from] DoorRefusal),
    #[error(transparent)]
    Settlement(#[from] SettlementRefusal),
    #[error(transparent)]
    Payout(#[from] PayoutRefusal),
    #[error(transparent)]
    Stock(#[from] StockRefusal),
}

/// The world failed; what was acknowledged before is safe.
#[derive(Debug, Error)]
pub enum Fault {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Table(#[from] TableFault),
    #[error("the export can't be written")]
    Export(#[source] std::io::Error),
    #[error(transparent)]
    Settings(#[from] SettingsFault),
}

/// Either.
#[derive(Debug, Error)]
pub enum Error {
    #[error("{0}")]
    Refused(Box<Refusal>),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Error {
    /// The refusal, if a rule said no.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Error::Refused(refusal) => Some(refusal),
            Error::Fault(_) => None,
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Fault(Fault::Store(error))
    }
}

impl From<SettingsFault> for Error {
    fn from(fault: SettingsFault) -> Self {
        Error::Fault(Fault::Settings(fault))
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Refused(Box::new(refusal))
    }
}

macro_rules! refused_by {
    ($($refusal:ty),* $(,)?) => {
        $(impl From<$refusal> for Error {
            fn from(refusal: $refusal) -> Self {
                Refusal::from(refusal).into()
            }
        })*
    };
}

refused_by!(
    EditionRefusal,
    ImportRefusal,
    ManyRefusal,
    RegisterRefusal,
    SetUpRefusal,
    SignInRefusal,
    RoleRefusal,
    TicketRefusal,
    SaleRefusal,
    RefundRefusal,
    OrderRefusal,
    ShiftRefusal,
    DayRefusal,
    DoorRefusal,
    SettlementRefusal,
    PayoutRefusal,
    StockRefusal,
);
