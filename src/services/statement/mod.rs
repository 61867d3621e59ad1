//! Statements of families: of their last settlement, a day, a span of days or
//! the whole bazaar. How they are written to files is `files`' business; which money
//! a settlement tells, `moved`'s; what of them nobody has collected, `unclaimed`'s.

mod files;
mod moved;
mod unclaimed;

use chrono::NaiveDate;

use super::{Error, Moments, Till};
use crate::domain::bazaar::Bazaar;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{FamilyCode, StaffCode};
use crate::domain::payout::PayoutRefusal;
use crate::domain::statement::{SettledDay, Statement};
use crate::locale::Texts;
use crate::print::papers;
use crate::store::{Books, Recorded, SettlementRow};

pub(super) use files::THRESHOLD;
pub use files::{Bundle, StatementDesk, Step, WhatWasWritten};
pub(super) use moved::Moved;
pub(super) use unclaimed::open_since;
pub use unclaimed::{Unclaimed, transfers};

/// The days a statement is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// The family's last settlement.
    Last,
    /// Every settlement of these days, both included; open where absent.
    Days {
        from: Option<NaiveDate>,
        to: Option<NaiveDate>,
    },
}

impl Span {
    /// Everything that was ever settled.
    pub const ALL: Span = Span::Days {
        from: None,
        to: None,
    };

    pub fn day(day: NaiveDate) -> Self {
        Span::Days {
            from: Some(day),
            to: Some(day),
        }
    }

    fn holds(self, day: NaiveDate) -> bool {
        match self {
            Span::Last => true,
            Span::Days { from, to } => {
                from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
            }
        }
    }
}

/// A statement with what its page says of where it came from.
#[derive(Clone, Debug)]
pub struct FamilyStatement {
    pub statement: Statement,
    /// Who made the last of its settlements.
    pub settled_by: Option<StaffCode>,
    pub books: papers::Books,
}

impl Till {
    /// A family's statement.
    ///
    /// # Errors
    /// Unknown family; nothing of it was settled in those days.
    pub fn statement(&self, family: &FamilyCode, span: Span) -> Result<FamilyStatement, Error> {
        let family = family.clone();
        let moments = self.moments().clone();
        self.read(move |books| {
            let catalogue = super::catalogue(books)?;
            if catalogue.family(&family).is_none() {
                return Err(PayoutRefusal::UnknownFamily(family).into());
            }
            let days = settled_days(books, &family, span)?;
            let statement = Statement::of(&days);
            let statement = statement.ok_or(PayoutRefusal::NothingSettled { family })?;
            let last = days.last().expect("a statement is of some day");
            let row = books.settlement(last.settlement.id)?;
            let entry = row.map(|row| books.entry(row.seq)).transpose()?.flatten();
            Ok(FamilyStatement {
                statement,
                settled_by: entry.and_then(|entry| entry.actor),
                books: books_of(books, &catalogue, &moments)?,
            })
        })
    }

    /// The families with a settlement in those days, by code.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn families_settled(&self, span: Span) -> Result<Vec<FamilyCode>, Error> {
        self.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let mut settled = Vec::new();
            for family in catalogue.families() {
                let rows = books.settlements_of(&family.code)?;
                let standing = rows.iter().filter(|row| !row.reversed);
                if standing
                    .map(|row| row.settlement.day)
                    .any(|day| span.holds(day))
                {
                    settled.push(family.code.clone());
                }
            }
            settled.sort();
            Ok(settled)
        })
    }
}

/// The books as of now, for the foot of a page.
pub(super) fn books_of(
    books: &Books<'_>,
    catalogue: &Catalogue,
    moments: &Moments,
) -> Result<papers::Books, Error> {
    let head = books.head()?;
    Ok(papers::Books {
        record: head.seq,
        seal: head.to_string(),
        made: moments.now(&catalogue.bazaar.time_zone),
    })
}

/// Whose pages they are: the organiser's, or the bazaar's where none is named.
pub(super) fn author(texts: &Texts, bazaar: &Bazaar) -> String {
    match texts.name(&bazaar.organiser) {
        "" => texts.name(&bazaar.name).to_owned(),
        organiser => organiser.to_owned(),
    }
}

/// The standing settlements of a family, each with the money that changed hands on it
/// or on one whose place it takes, in the order made.
fn settled_days(
    books: &Books<'_>,
    family: &FamilyCode,
    span: Span,
) -> Result<Vec<SettledDay>, Error> {
    let mut rows = books.settlements_of(family)?;
    let made: Vec<u64> = rows.iter().map(|row| row.seq).collect();
    rows.retain(|row| !row.reversed);
    let last = rows.last().map(|row| row.seq);
    if span == Span::Last {
        rows.drain(..rows.len().saturating_sub(1));
    }
    let mut days = Vec::new();
    for row in rows {
        if span.holds(row.settlement.day) {
            let mut later = made.iter().copied().filter(|seq| *seq > row.seq);
            let next = later.next().filter(|_| Some(row.seq) != last);
            days.push(settled_day(books, row, next.unwrap_or(u64::MAX))?);
        }
    }
    Ok(days)
}

/// A settlement with the money that changed hands on it before record `next`, and what
/// the family brought along where it is its first.
pub(super) fn settled_day(
    books: &Books<'_>,
    row: SettlementRow,
    next: u64,
) -> Result<SettledDay, Error> {
    let moved = Moved::read(books, &row.settlement.family, row.seq, next)?;
    fn facts<T>(recorded: Vec<Recorded<T>>) -> Vec<T> {
        recorded.into_iter().map(|one| one.fact).collect()
    }
    Ok(SettledDay {
        moved_before: moved.before(row.seq),
        opening: moved.opening,
        payouts: facts(moved.payouts),
        payments: facts(moved.payments),
        carried: facts(moved.carried),
        settlement: row.settlement,
    })
}
