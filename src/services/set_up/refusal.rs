//! Why a set-up file is refused, and what should have stood in it.

use thiserror::Error as ThisError;

use crate::domain::money::Currency;

/// What a value of the set-up file should have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    Code,
    Percent,
    Amount,
    Date,
    Weekday,
    Hour,
    TimeZone,
    TaxNumber,
    Coin,
    Colour,
    /// One of these words.
    OneOf(&'static str),
}

/// Why a set-up file is refused.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum SetUpRefusal {
    /// The TOML itself is wrong; the message names line and key.
    #[error("{0}")]
    Malformed(String),
    #[error("schema {0} is newer than this program")]
    NewerSchema(u32),
    #[error("{key}: {value:?} where {expected:?} is expected")]
    Value {
        key: String,
        value: String,
        expected: Expected,
    },
    #[error("{key}: {value:?} is listed twice")]
    Twice { key: String, value: String },
    #[error("{key}: nothing is called {value:?}")]
    Unknown { key: String, value: String },
    #[error("{key} must not be empty")]
    Empty { key: String },
    #[error("the currency can't change from {from} to {to} once the bazaar has begun")]
    CurrencyChanged { from: Currency, to: Currency },
    #[error("a bazaar is set up at this till")]
    AlreadySetUp,
}
