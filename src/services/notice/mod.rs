//! One notice for whatever went wrong: what happened, in plain words, and what to
//! do next. Screens show it, the command line prints it.
//!
//! What is refused and when is decided elsewhere; here it is only said. Every
//! refusal and fault is named, so that a new one does not compile until somebody
//! has found words for it.

mod carrying;
mod closing;
mod door;
mod faults;
mod imports;
mod many;
mod refusals;
mod register;
mod stock;

use crate::domain::money::{Currency, Money};
use crate::locale::{Texts, number};
use crate::store::verify::JournalFault;

use super::{Error, Fault};

pub use carrying::left_behind_in_words;
pub use imports::problem_in_words;

/// Who has to change something before the same can succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// A rule said no; nothing was written.
    Refused,
    /// The machine failed; what was acknowledged before is safe.
    Fault,
    /// What was typed makes no sense.
    Usage,
}

/// What a person is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// What happened.
    pub text: String,
    /// What to do next.
    pub hint: String,
}

impl Notice {
    /// The notice of an error, in the language of `texts`. Before a bazaar is set
    /// up there is no currency and no amount either.
    pub fn of(error: &Error, texts: &'static Texts, currency: Option<Currency>) -> Notice {
        let words = Words { texts, currency };
        let (kind, said) = match error {
            Error::Refused(refusal) => (NoticeKind::Refused, words.refusal(refusal)),
            Error::Fault(Fault::Store(fault)) => (NoticeKind::Fault, words.store(fault)),
            Error::Fault(Fault::Table(fault)) => (NoticeKind::Fault, words.table(fault)),
            Error::Fault(Fault::Export(fault)) => (NoticeKind::Fault, words.export(fault)),
            Error::Fault(Fault::Settings(fault)) => (NoticeKind::Fault, words.settings(fault)),
        };
        Notice {
            kind,
            text: said.text,
            hint: said.hint,
        }
    }

    /// The notice of the first thing a verification found wrong.
    pub fn of_journal(
        fault: &JournalFault,
        texts: &'static Texts,
        currency: Option<Currency>,
    ) -> Notice {
        let said = Words { texts, currency }.journal(fault);
        Notice {
            kind: NoticeKind::Fault,
            text: said.text,
            hint: said.hint,
        }
    }
}

/// Text and hint, before it is known how grave they are.
struct Said {
    text: String,
    hint: String,
}

fn say(text: String, hint: String) -> Said {
    Said { text, hint }
}

/// The language and currency a notice is worded in.
#[derive(Clone, Copy)]
struct Words {
    texts: &'static Texts,
    currency: Option<Currency>,
}

impl Words {
    fn money(&self, amount: Money) -> String {
        match self.currency {
            Some(currency) => self.texts.money(amount, currency),
            None => number::amount(amount.minor(), 0, self.texts.digits()),
        }
    }
}

#[cfg(test)]
mod tests;
