//! The values the books answer with.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::fact::Entry;
use crate::domain::id::{FamilyCode, Number, Sku, StaffCode, TicketId, TillCode};
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderState};
use crate::domain::refund::GoodsBack;
use crate::domain::sale::InHand;
use crate::domain::settlement::{AdjustmentLine, GoodsSold, Settlement};
use crate::domain::shift::ShiftOpening;
use crate::domain::stock::Stock;
use crate::domain::ticket::Ticket;

/// A fact with what its record says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded<T> {
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    pub approver: Option<StaffCode>,
    pub fact: T,
}

impl<T> Recorded<T> {
    /// The same, seen another way.
    pub fn map<U>(self, see: impl FnOnce(T) -> U) -> Recorded<U> {
        Recorded {
            seq: self.seq,
            at: self.at,
            approver: self.approver,
            fact: see(self.fact),
        }
    }

    /// A fact that was just recorded as `entry`.
    pub fn of(entry: Entry, fact: T) -> Self {
        Recorded {
            seq: entry.seq,
            at: entry.at,
            approver: entry.approver,
            fact,
        }
    }
}

/// What is kept to check a PIN. Never in the journal.
#[derive(Clone, PartialEq, Eq)]
pub struct PinRecord {
    /// A PHC string: algorithm, parameters, salt and hash.
    pub hash: String,
    /// Wrong tries since the last right one.
    pub wrong: u32,
}

/// The hash stays out of logs.
impl fmt::Debug for PinRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PinRecord")
            .field("wrong", &self.wrong)
            .finish_non_exhaustive()
    }
}

/// A trading day, open or closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    pub day: NaiveDate,
    pub opened_at: DateTime<FixedOffset>,
    pub closed: Option<DayClosed>,
}

/// How a trading day ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayClosed {
    pub number: Number,
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
}

/// A shift that goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenShift {
    pub till: TillCode,
    pub opening: ShiftOpening,
    pub opened_at: DateTime<FixedOffset>,
    pub seq: u64,
}

/// A sale in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaleSummary {
    pub id: TicketId,
    pub number: Number,
    pub at: DateTime<FixedOffset>,
    pub cashier: StaffCode,
    pub paid: Money,
    pub lines: u32,
    /// What customers got back of it so far.
    pub refunded: Money,
    /// Whether nothing more of it can come back.
    pub is_all_back: bool,
}

/// Which sales are looked for; what is absent does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaleFilter {
    pub day: Option<NaiveDate>,
    /// At this instant or later.
    pub since: Option<DateTime<FixedOffset>>,
    pub paid: Option<Money>,
    /// With goods of this family.
    pub family: Option<FamilyCode>,
}

/// A ticket put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    pub ticket: Ticket,
    pub name: String,
    /// What comes back against its goods once it is paid.
    pub back: Option<GoodsBack>,
    pub at: DateTime<FixedOffset>,
    pub cashier: Option<StaffCode>,
}

/// A ticket a member of staff has in hand, as last kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub staff: StaffCode,
    pub in_hand: InHand,
    /// Counts the changes of the ticket: an earlier state never replaces a later one.
    pub revision: u64,
    /// Whether it was laid down on purpose; otherwise the program ended over it.
    pub laid_down: bool,
    pub at: DateTime<FixedOffset>,
}

/// An order and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderRow {
    pub order: Order,
    pub state: OrderState,
    /// When it was taken.
    pub at: DateTime<FixedOffset>,
}

/// What waits for a family's next settlement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnsettledRows {
    /// By day, product line, price and rate.
    pub goods: Vec<GoodsSold>,
    pub adjustments: Vec<AdjustmentLine>,
    /// Customers' money the family took itself.
    pub held: Money,
}

/// What became of a product line's goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockRow {
    pub family: FamilyCode,
    pub sku: Sku,
    pub stock: Stock,
    /// Until when the next of what is left is good.
    pub best_before: Option<NaiveDate>,
}

/// A settlement and whether it still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlementRow {
    pub settlement: Settlement,
    pub at: DateTime<FixedOffset>,
    pub seq: u64,
    pub reversed: bool,
}

/// A paper to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPrintJob {
    pub printer: String,
    pub kind: String,
    pub title: String,
    pub reference: String,
    /// The paper as the printer room wrote it down.
    pub document: Vec<u8>,
    /// 0 for the original.
    pub copy: u32,
    pub queued_at: DateTime<FixedOffset>,
}

/// A paper in line, printed or failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintJobRow {
    pub id: i64,
    pub printer: String,
    pub kind: String,
    pub title: String,
    pub reference: String,
    pub document: Vec<u8>,
    pub copy: u32,
    pub queued_at: DateTime<FixedOffset>,
    pub state: String,
    pub reason: Option<String>,
    /// When its state last changed, by the machine's clock.
    pub changed_at: DateTime<FixedOffset>,
}
