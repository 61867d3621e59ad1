//! What screens ask of the shell, and the places a person can go to.

use chrono::NaiveDate;

use crate::domain::id::{Number, OrderId, PayoutId, RefundId, ShiftId, TicketId};
use crate::services::Session;
use crate::services::notice::Notice;

/// A place of the till a person can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The tiles with names, for whoever comes next.
    SignIn,
    /// Where somebody who has signed in belongs now: selling while a shift is
    /// open, else whatever must be opened first.
    Home,
    /// Where the day stands, what is still open, and everything there is to do.
    Desk,
    Sell,
    Refund,
    Orders,
    /// Cash in, cash out, to the safe, and the drawer without a sale.
    Cash,
    OpenDay,
    OpenShift,
    CloseShift,
    CloseDay,
    Payouts,
}

/// A paper to be made of stored facts, by what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    Receipt(TicketId),
    Refund(RefundId),
    Order(OrderId),
    /// The count and result of a closed shift.
    Shift(ShiftId),
    /// The X reading of the open day.
    Reading,
    /// The Z of a closed day.
    DayClose(NaiveDate),
    /// The statement of a settlement.
    Statement(Number),
    /// The slip of a payout, or of money a family paid in.
    Payout(PayoutId),
}

/// Something only the shell can do.
#[derive(Debug, Clone)]
pub enum Intent {
    Go(Place),
    SignedIn(Session),
    SignOut,
    /// Says in passing what was refused or went wrong, over whatever is shown.
    Notify(Notice),
    /// Says in passing what deserves a look, and nobody refused.
    Warn(String),
    /// Says in passing that something is done.
    Tell(String),
    /// Sends a paper to the printer; nothing waits for it.
    Print(Paper),
    /// The goods or the terms changed; every screen must know the new ones.
    CatalogueChanged,
    /// The trading day or the shift was opened or closed.
    DayChanged,
}
