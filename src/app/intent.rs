//! What screens ask of the shell, and the places a person can go to.

use crate::domain::id::{Number, TicketId};
use crate::domain::ticket::Ticket;
use crate::services::Session;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::refund::Exchange;

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
    /// People counted in and out, and the advice corner.
    Door,
    /// The families' goods: what is left, taking in, counting.
    Goods,
    OpenDay,
    OpenShift,
    CloseShift,
    CloseDay,
    Payouts,
    /// The register of families, for the organiser.
    Register,
    /// The organiser's figures.
    Dashboard,
    /// What is in the safe, and cash put there.
    Safe,
    /// Who works here, and their PINs.
    Staff,
    /// Families and goods out of a spreadsheet.
    Import,
    /// The next edition of the bazaar, begun from this one.
    Edition,
    /// The same till on data of its own, to be practised on.
    Training,
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
    /// A sale was recorded: its receipt is printed if it is wanted, and the drawer
    /// opens if cash changed hands.
    Sold {
        sale: TicketId,
        cash: bool,
        print: bool,
    },
    /// The drawer was opened without a sale, and why is recorded: lets it spring open.
    OpenDrawer,
    /// Takes an order for the goods of a ticket that was put aside.
    TakeOrder(Box<Ticket>),
    /// Goods came back, and others are chosen for them.
    Exchange(Box<Exchange>),
    /// Goes to the sale with this number, to give goods of it back.
    Refund(Number),
    /// Sends a paper to the printer, asked for again a copy of it; nothing waits
    /// for it.
    Print(Paper),
    /// The slip of an order was scanned: the order is handed over.
    OpenOrder(String),
    /// The goods or the terms changed; every screen must know the new ones.
    CatalogueChanged,
    /// The trading day or the shift was opened or closed.
    DayChanged,
}
