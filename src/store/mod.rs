//! A till's database: the journal, everything made from it, and the one thread
//! that owns it. SQLite is known here and nowhere else.
//!
//! # Architecture invariant
//!
//! The journal is the truth and only grows. Every other table about facts is a
//! projection, written in the same transaction and equal to a replay; dropping
//! and remaking them loses nothing. An answer `Ok` to a write means that it is
//! on the disk.

mod backup;
mod books;
mod copies;
mod elsewhere;
mod error;
mod journal;
mod keeper;
mod migrate;
mod owner;
mod projection;
mod rebuild;
mod records;
pub mod verify;
mod writing;

pub use books::Books;
pub use elsewhere::{Unseen, is_database};
pub use error::{StoreError, Unlawful};
pub use journal::Unreadable;
pub use keeper::Head;
pub use migrate::VERSION;
pub use owner::Store;
pub use projection::Series;
pub use rebuild::rebuild;
pub use records::{
    DayClosed, DayRow, Kept, NewPrintJob, OpenShift, OrderRow, Parked, PinRecord, PrintJobRow,
    Recorded, SaleFilter, SaleSummary, SettlementRow, StockRow, UnsettledRows,
};
pub use writing::{NewEntry, Writing};
