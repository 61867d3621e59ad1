//! The next edition of a bazaar: its terms, families, goods and staff copied into a
//! till of its own. What was sold and paid stays where it is; what is owed, until it
//! is carried over (`carrying`).

mod founding;

use chrono::NaiveDate;
use thiserror::Error as ThisError;

use super::set_up::{SetUp, begin};
use super::{By, Error, Session, Till};
use crate::domain::bazaar::Bazaar;
use crate::domain::fact::Fact;
use crate::domain::family::{Family, ProductLine};
use crate::domain::id::{BazaarCode, FamilyCode};
use crate::domain::money::Currency;
use crate::domain::staff::{Act, authorise};

pub use founding::{Begun, Founded, Founding, Outlook, proposed_folder, remembered};

/// What is different in the next edition.
#[derive(Debug, Clone, Default)]
pub struct NextEdition {
    /// Its code; without one the number at the end of the last code goes on.
    pub code: Option<BazaarCode>,
    /// Its names, where they say which edition it is.
    pub name_ar: Option<String>,
    pub name_en: Option<String>,
    /// The days it is open on. Weekdays stay as they are.
    pub days: Vec<NaiveDate>,
}

/// What an edition begins with.
#[derive(Debug, Clone)]
pub struct Edition {
    pub set_up: SetUp,
    pub families: Vec<Family>,
    pub lines: Vec<ProductLine>,
}

/// Why there is no next edition.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum EditionRefusal {
    #[error("the code {0} ends in no number; the next edition's must be given")]
    CodeNeeded(BazaarCode),
    #[error("{0} is the code of the last edition")]
    SameCode(BazaarCode),
    #[error("the trading day {0} is open")]
    DayOpen(NaiveDate),
    #[error("what is owed in {from} can't be carried to an edition in {to}")]
    OtherCurrency { from: Currency, to: Currency },
    #[error("one of the two is a training")]
    Training,
    #[error("these are the books of {found}, not those of {expected} it was carried to")]
    OtherBooks {
        expected: BazaarCode,
        found: BazaarCode,
    },
    #[error("no family {0}")]
    UnknownFamily(FamilyCode),
    #[error("nothing that was carried to {0} can be taken back")]
    NothingCarried(BazaarCode),
    #[error("what was carried to {0} has arrived there")]
    HasArrived(BazaarCode),
    #[error("{0} is the folder of this edition")]
    FolderOfThis(String),
    #[error("the bazaar {code} is set up in {path}")]
    FolderTaken { path: String, code: BazaarCode },
    #[error("there are other files in {0}")]
    FolderNotEmpty(String),
    #[error("nothing can be written to {0}")]
    FolderUnwritable(String),
    #[error("the disk of {0} is full")]
    FolderFull(String),
}

impl Till {
    /// What the next edition of this bazaar would begin with. Best-before dates stay
    /// behind with the goods they stood on.
    ///
    /// # Errors
    /// Not an organiser; [`EditionRefusal`].
    pub fn next_edition(&self, session: &Session, next: NextEdition) -> Result<Edition, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let catalogue = self.catalogue()?;
        let bazaar = next_bazaar(&catalogue.bazaar, next)?;
        let lines = catalogue.lines().iter().cloned().map(|line| ProductLine {
            best_before: None,
            ..line
        });
        Ok(Edition {
            set_up: SetUp {
                bazaar,
                staff: self.staff()?,
            },
            families: catalogue.families().to_vec(),
            lines: lines.collect(),
        })
    }

    /// Begins an edition at a new till, all of it or nothing. Nobody has a PIN yet.
    ///
    /// # Errors
    /// A bazaar is set up here already; it has no such till.
    pub fn begin_edition(&self, edition: Edition) -> Result<(), Error> {
        self.write(move |recorder| {
            begin(recorder, edition.set_up)?;
            // They stood in a register already, whose rules they met when they entered.
            for family in edition.families {
                let fact = Fact::FamilyRegistered(Box::new(family));
                recorder.record(By::default(), None, fact)?;
            }
            for line in edition.lines {
                let fact = Fact::ProductLineListed(Box::new(line));
                recorder.record(By::default(), None, fact)?;
            }
            Ok(())
        })
    }
}

fn next_bazaar(last: &Bazaar, next: NextEdition) -> Result<Bazaar, EditionRefusal> {
    let code = match next.code {
        Some(code) if code == last.code => return Err(EditionRefusal::SameCode(code)),
        Some(code) => code,
        None => following(&last.code)?,
    };
    let mut bazaar = last.clone();
    bazaar.code = code;
    bazaar.edition = last.edition.map(|edition| edition + 1);
    bazaar.opening.days = next.days;
    bazaar.name.ar = next.name_ar.unwrap_or(bazaar.name.ar);
    bazaar.name.en = next.name_en.unwrap_or(bazaar.name.en);
    Ok(bazaar)
}

/// The code with the number at its end one higher: INTAJ8 is followed by INTAJ9, F-09
/// by F-10.
fn following(code: &BazaarCode) -> Result<BazaarCode, EditionRefusal> {
    let needed = || EditionRefusal::CodeNeeded(code.clone());
    let stem = code.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &code.as_str()[stem.len()..];
    let number: u64 = digits.parse().map_err(|_| needed())?;
    let (next, width) = (number.checked_add(1).ok_or_else(needed)?, digits.len());
    BazaarCode::new(&format!("{stem}{next:0width$}")).map_err(|_| needed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_at_the_end_of_a_code_goes_on() {
        let next = |code| following(&BazaarCode::new(code).unwrap());
        for (code, expected) in [("INTAJ8", "INTAJ9"), ("F-09", "F-10"), ("B9", "B10")] {
            assert_eq!(next(code), Ok(BazaarCode::new(expected).unwrap()));
        }
        for code in ["INTAJ", "8TH", "X18446744073709551615"] {
            let code = BazaarCode::new(code).unwrap();
            assert_eq!(
                following(&code),
                Err(EditionRefusal::CodeNeeded(code.clone()))
            );
        }
    }
}
