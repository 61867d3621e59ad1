//! Everything that can be recorded, in the past tense, and the envelope that
//! names its till, sequence, time, actor and approver.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

use super::bazaar::Bazaar;
use super::carrying::{CarriedBalance, TakenBack};
use super::day::{DayClosing, DayOpening};
use super::door::{Advice, DoorCount};
use super::family::{Family, ProductLine};
use super::id::{FactId, PaymentId, Sku, StaffCode, TicketId, TillCode};
use super::money::Money;
use super::order::{Order, OrderCancellation, OrderDelivery};
use super::payout::{Adjustment, Advance, FamilyPayment, Payout};
use super::refund::{GoodsBack, Refund};
use super::sale::{Sale, TenderKind};
use super::settlement::{Settlement, SettlementReversal};
use super::shift::{CashMovement, Count, ShiftClosing, ShiftOpening};
use super::staff::Staff;
use super::stock::{GoodsLoss, GoodsNote, NotedGoods, ReceivedGoods, UnsoldCount};
use super::ticket::Ticket;

/// One record of a till's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 1, 2, 3 … without gaps, per till.
    pub seq: u64,
    pub id: FactId,
    pub till: TillCode,
    /// The instant, with the offset of the bazaar's clock at that moment.
    pub at: DateTime<FixedOffset>,
    /// The trading day it belongs to, whatever the clock says.
    pub day: Option<NaiveDate>,
    pub actor: Option<StaffCode>,
    /// Who approved what the actor may not do alone.
    pub approver: Option<StaffCode>,
    /// The catalogue it was made under.
    pub catalogue_seq: u64,
    pub fact: Fact,
}

/// What happened. Facts are complete: papers, totals, postings and settlements
/// need nothing but them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact")]
pub enum Fact {
    // Setting up: these change the catalogue.
    BazaarDefined(Box<Bazaar>),
    StaffRegistered(Staff),
    FamilyRegistered(Box<Family>),
    ProductLineListed(Box<ProductLine>),
    FileImported(FileImported),

    // People.
    SignedIn(StaffNamed),
    SignedOut(StaffNamed),
    SignInFailed(StaffNamed),
    LockedOut(LockedOut),
    PinChanged(StaffNamed),
    BadgeGiven(StaffNamed),
    BadgeTaken(StaffNamed),

    // The goods at the counter.
    GoodsSoldOut(GoodsNamed),
    GoodsAvailable(GoodsNamed),

    // The families' goods.
    GoodsReceived(Box<GoodsNote<ReceivedGoods>>),
    GoodsReturned(Box<GoodsNote<NotedGoods>>),
    GoodsLost(Box<GoodsLoss>),
    UnsoldCounted(Box<UnsoldCount>),

    // Selling.
    TicketParked(TicketParked),
    TicketRecalled(TicketRecalled),
    TicketVoided(TicketVoided),
    SaleCompleted(Box<Sale>),
    SaleRefunded(Box<Refund>),
    OrderTaken(Box<Order>),
    OrderCancelled(Box<OrderCancellation>),
    PaymentLeftUnknown(UnknownPayment),
    PaymentCleared(PaymentCleared),
    OrderDelivered(OrderDelivery),

    // The drawer.
    ShiftOpened(ShiftOpening),
    CashMoved(CashMovement),
    DrawerOpened(DrawerOpened),
    DrawerCounted(Count),
    ShiftClosed(Box<ShiftClosing>),

    // The day and the families' money.
    DayOpened(DayOpening),
    DayClosed(Box<DayClosing>),
    AdjustmentMade(Adjustment),
    AdvanceGranted(Advance),
    FamilySettled(Box<Settlement>),
    SettlementReversed(Box<SettlementReversal>),
    PayoutMade(Payout),
    FamilyPaidIn(FamilyPayment),
    SafeFilled(SafeFilled),

    // From one edition to the next.
    BalanceCarriedOut(CarriedBalance),
    BalanceBroughtIn(CarriedBalance),
    BalanceTakenBack(TakenBack),

    // The door and the advice corner.
    DoorPassed(DoorCount),
    VisitorAdvised(Advice),

    // What an auditor wants to see.
    PaperReprinted(PaperReprinted),
    DataRestored(DataRestored),
    ClockWentBack(ClockWentBack),
    TrainingEntered(TrainingHead),
    TrainingLeft(TrainingHead),
}

/// How far the journal of the training had come when training was entered or left:
/// what was practised stands there and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrainingHead {
    pub training_seq: u64,
}

/// A file taken in; the digest refuses it a second time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileImported {
    /// `families`, `lines` or `sales`.
    pub kind: String,
    pub file_name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    pub rows: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffNamed {
    pub staff: StaffCode,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedOut {
    pub staff: StaffCode,
    pub wrong_pins: u32,
}

/// Goods as staff see them on the table, whatever the books say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoodsNamed {
    pub sku: Sku,
}

/// Money asked for outside the till, of which nobody could say whether it moved.
/// It is asked about later by its reference and never asked for again blindly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnknownPayment {
    pub id: PaymentId,
    pub ticket: TicketId,
    pub kind: TenderKind,
    pub amount: Money,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// What became of money whose fate was unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentCleared {
    pub id: PaymentId,
    /// Whether the customer's money was taken.
    pub moved: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketParked {
    pub ticket: Ticket,
    pub name: String,
    /// What comes back against the ticket's goods once it is paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<GoodsBack>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketRecalled {
    pub ticket: TicketId,
}

/// An unfinished ticket given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketVoided {
    pub ticket: Ticket,
    pub total: Money,
    pub reason: String,
}

/// The drawer opened without a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerOpened {
    pub reason: String,
}

/// Cash the organiser put into the safe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafeFilled {
    pub amount: Money,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperReprinted {
    /// Which paper: `receipt INTAJ8-T1-000042`.
    pub paper: String,
    /// The first copy is 1.
    pub copy: u32,
}

/// This till's data came out of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataRestored {
    pub from: String,
    /// The last record of the backup.
    pub head_seq: u64,
    pub head: String,
}

/// The clock showed an earlier time than the record before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockWentBack {
    pub from: DateTime<FixedOffset>,
    pub to: DateTime<FixedOffset>,
}

impl Fact {
    /// The name of the kind, as stored beside the body.
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::BazaarDefined(_) => "BazaarDefined",
            Fact::StaffRegistered(_) => "StaffRegistered",
            Fact::FamilyRegistered(_) => "FamilyRegistered",
            Fact::ProductLineListed(_) => "ProductLineListed",
            Fact::FileImported(_) => "FileImported",
            Fact::SignedIn(_) => "SignedIn",
            Fact::SignedOut(_) => "SignedOut",
            Fact::SignInFailed(_) => "SignInFailed",
            Fact::LockedOut(_) => "LockedOut",
            Fact::PinChanged(_) => "PinChanged",
            Fact::BadgeGiven(_) => "BadgeGiven",
            Fact::BadgeTaken(_) => "BadgeTaken",
            Fact::GoodsSoldOut(_) => "GoodsSoldOut",
            Fact::GoodsAvailable(_) => "GoodsAvailable",
            Fact::GoodsReceived(_) => "GoodsReceived",
            Fact::GoodsReturned(_) => "GoodsReturned",
            Fact::GoodsLost(_) => "GoodsLost",
            Fact::UnsoldCounted(_) => "UnsoldCounted",
            Fact::TicketParked(_) => "TicketParked",
            Fact::TicketRecalled(_) => "TicketRecalled",
            Fact::TicketVoided(_) => "TicketVoided",
            Fact::SaleCompleted(_) => "SaleCompleted",
            Fact::SaleRefunded(_) => "SaleRefunded",
            Fact::OrderTaken(_) => "OrderTaken",
            Fact::OrderCancelled(_) => "OrderCancelled",
            Fact::PaymentLeftUnknown(_) => "PaymentLeftUnknown",
            Fact::PaymentCleared(_) => "PaymentCleared",
            Fact::OrderDelivered(_) => "OrderDelivered",
            Fact::ShiftOpened(_) => "ShiftOpened",
            Fact::CashMoved(_) => "CashMoved",
            Fact::DrawerOpened(_) => "DrawerOpened",
            Fact::DrawerCounted(_) => "DrawerCounted",
            Fact::ShiftClosed(_) => "ShiftClosed",
            Fact::DayOpened(_) => "DayOpened",
            Fact::DayClosed(_) => "DayClosed",
            Fact::AdjustmentMade(_) => "AdjustmentMade",
            Fact::AdvanceGranted(_) => "AdvanceGranted",
            Fact::FamilySettled(_) => "FamilySettled",
            Fact::SettlementReversed(_) => "SettlementReversed",
            Fact::PayoutMade(_) => "PayoutMade",
            Fact::FamilyPaidIn(_) => "FamilyPaidIn",
            Fact::SafeFilled(_) => "SafeFilled",
            Fact::BalanceCarriedOut(_) => "BalanceCarriedOut",
            Fact::BalanceBroughtIn(_) => "BalanceBroughtIn",
            Fact::BalanceTakenBack(_) => "BalanceTakenBack",
            Fact::DoorPassed(_) => "DoorPassed",
            Fact::VisitorAdvised(_) => "VisitorAdvised",
            Fact::PaperReprinted(_) => "PaperReprinted",
            Fact::DataRestored(_) => "DataRestored",
            Fact::ClockWentBack(_) => "ClockWentBack",
            Fact::TrainingEntered(_) => "TrainingEntered",
            Fact::TrainingLeft(_) => "TrainingLeft",
        }
    }

    /// Whether it changes what can be sold, or under which terms.
    pub fn changes_catalogue(&self) -> bool {
        matches!(
            self,
            Fact::BazaarDefined(_) | Fact::FamilyRegistered(_) | Fact::ProductLineListed(_)
        )
    }
}
