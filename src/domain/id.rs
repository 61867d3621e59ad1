//! Names of things: short codes people read, and uuids made by the caller.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

/// The most characters of a code.
pub const LONGEST_CODE: usize = 40;

/// Why a text is no code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadCode {
    #[error("a code can't be empty")]
    Empty,
    #[error("a code has at most {LONGEST_CODE} characters, this has {0}")]
    TooLong(usize),
    #[error("a code can't hold {0:?}")]
    Character(char),
}

fn checked(text: &str) -> Result<&str, BadCode> {
    let text = text.trim();
    if text.is_empty() {
        return Err(BadCode::Empty);
    }
    let length = text.chars().count();
    if length > LONGEST_CODE {
        return Err(BadCode::TooLong(length));
    }
    // Codes stand in account names, file names and on receipts.
    match text
        .chars()
        .find(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.' | '/'))
    {
        Some(character) => Err(BadCode::Character(character)),
        None => Ok(text),
    }
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// # Errors
            /// [`BadCode`] for an empty text, more than [`LONGEST_CODE`]
            /// characters, or any but letters, digits and `- _ . /`.
            pub fn new(text: &str) -> Result<Self, BadCode> {
                Ok(Self(Arc::from(checked(text)?)))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = BadCode;
            fn from_str(text: &str) -> Result<Self, BadCode> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;
            fn try_from(text: String) -> Result<Self, BadCode> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0.to_string()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code!(/// One edition of a bazaar; stands on every receipt number.
    BazaarCode);
code!(/// A place the bazaar stands at.
    SiteCode);
code!(/// One workstation with its own number series.
    TillCode);
code!(/// The bazaar's group of goods.
    PackageCode);
code!(/// A family, the consignor.
    FamilyCode);
code!(/// A product line of a family.
    Sku);
code!(/// A member of staff.
    StaffCode);
code!(/// A fee of the bazaar's terms.
    FeeCode);
code!(/// A subject visitors are advised about.
    SubjectCode);

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

id!(/// A ticket from its first line, and the sale it becomes: the same ticket
    /// sent twice is one sale.
    TicketId);
id!(/// A refund from the moment it is asked for.
    RefundId);
id!(/// An order from the moment it is written.
    OrderId);
id!(/// A cashier at a till from float to count.
    ShiftId);
id!(/// A settlement of one family.
    SettlementId);
id!(/// Money out to a family.
    PayoutId);
id!(/// A family's balance on its way from one edition to another.
    TransferId);
id!(/// A note of goods handed in, handed back, lost or counted.
    GoodsNoteId);
id!(/// Money asked for outside the till, whose fate was unknown.
    PaymentId);
id!(/// One record of the journal.
    FactId);

/// The n-th paper of a series at a till; series have no gaps.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Number {
    pub till: TillCode,
    pub n: u64,
}

impl Number {
    /// The number as printed and typed: `INTAJ8-T1-000042`.
    pub fn with_bazaar(&self, bazaar: &BazaarCode) -> String {
        format!("{bazaar}-{self}")
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:06}", self.till, self.n)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A name in both languages of the bazaar.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Bilingual {
    pub ar: String,
    pub en: String,
}

impl Bilingual {
    pub fn new(ar: impl Into<String>, en: impl Into<String>) -> Self {
        Bilingual {
            ar: ar.into(),
            en: en.into(),
        }
    }

    /// The Arabic name, or the English one where there is none.
    pub fn arabic(&self) -> &str {
        if self.ar.is_empty() {
            &self.en
        } else {
            &self.ar
        }
    }

    /// The English name, or the Arabic one where there is none.
    pub fn english(&self) -> &str {
        if self.en.is_empty() {
            &self.ar
        } else {
            &self.en
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_short_and_without_spaces() {
        assert_eq!(FamilyCode::new(" F06 ").unwrap().as_str(), "F06");
        assert_eq!(Sku::new("ق-٠١").unwrap().as_str(), "ق-٠١");
        assert_eq!(FamilyCode::new("  "), Err(BadCode::Empty));
        assert_eq!(FamilyCode::new("a b"), Err(BadCode::Character(' ')));
        assert_eq!(FamilyCode::new(&"x".repeat(41)), Err(BadCode::TooLong(41)));
        assert!(serde_json::from_str::<FamilyCode>("\"a:b\"").is_err());
    }

    #[test]
    fn a_number_reads_bazaar_till_number() {
        let number = Number {
            till: TillCode::new("T1").unwrap(),
            n: 42,
        };
        assert_eq!(
            number.with_bazaar(&BazaarCode::new("INTAJ8").unwrap()),
            "INTAJ8-T1-000042"
        );
    }
}
