//! What screens ask of the shell, and the places a person can go to.

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
    Sell,
    Refund,
    Orders,
    OpenDay,
    OpenShift,
    CloseShift,
    CloseDay,
    Payouts,
}

/// Something only the shell can do.
#[derive(Debug, Clone)]
pub enum Intent {
    Go(Place),
    SignedIn(Session),
    SignOut,
    /// Says something in passing, over whatever screen is shown.
    Notify(Notice),
    /// The goods or the terms changed; every screen must know the new ones.
    CatalogueChanged,
    /// The trading day or the shift was opened or closed.
    DayChanged,
}
