//! Families' balances on their way to the next edition: out of the books of the last
//! one first, then into the new ones.
//!
//! Each half is one transaction. Whatever happens between them, a transfer that was
//! carried out stands in the old books, cannot be paid there any more, and is brought
//! in once when the same is asked for again.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::domain::bazaar::Bazaar;
use crate::domain::carrying::{Carried, CarriedBalance};
use crate::domain::fact::Fact;
use crate::domain::family::Family;
use crate::domain::id::{BazaarCode, FactId, FamilyCode, TransferId};
use crate::domain::money::Currency;
use crate::domain::order::OrderState;
use crate::domain::staff::{Act, authorise};
use crate::store::Books;

use super::edition::EditionRefusal;
use super::payout::account_of;
use super::statement::open_since;
use super::{By, Error, Recorder, Session, Till, catalogue, staff_member};

/// The books balances are to be brought into.
#[derive(Debug, Clone)]
pub struct NextBooks {
    pub code: BazaarCode,
    /// The record they begin with, which no other copy of the edition has.
    pub first: FactId,
    pub currency: Currency,
    pub training: bool,
    pub families: BTreeSet<FamilyCode>,
}

/// Why a family's balance stays behind for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Sales, corrections or a day that no settlement took in.
    NotSettled,
    /// Orders that were neither handed over nor cancelled.
    OpenOrders(usize),
    /// It is not in the register of the next edition.
    NotRegistered,
    /// The next edition has it already, with other sums: these books were taken back
    /// from a backup and changed since.
    CameOtherwise,
}

/// A family whose balance stays behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    pub family: FamilyCode,
    pub why: Hindrance,
}

/// What the old books carried out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CarriedOut {
    /// Every transfer there ever was to those books, whether or not they have it.
    pub balances: Vec<CarriedBalance>,
    pub left: Vec<LeftBehind>,
    /// Transfers to another copy of the same edition: only that one takes them in.
    pub elsewhere: Vec<CarriedBalance>,
}

/// What books took in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BroughtIn {
    pub brought: Vec<CarriedBalance>,
    pub left: Vec<LeftBehind>,
}

/// What came of carrying balances from one edition to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Carriage {
    /// What the next edition has now and had not before.
    pub brought: Vec<CarriedBalance>,
    pub left: Vec<LeftBehind>,
    pub elsewhere: Vec<CarriedBalance>,
}

/// Carries every family's balance from one till's books to those of the next
/// edition. Asked for again, it does what is still to be done and nothing twice.
///
/// # Errors
/// Not an organiser of both; [`EditionRefusal`] for books that do not fit; an open
/// day.
pub fn carry_balances(from: &Till, to: &Till, session: &Session) -> Result<Carriage, Error> {
    let next = to.as_next_books(session)?;
    let out = from.carry_out(session, next)?;
    let came = to.bring_in(session, out.balances)?;
    Ok(Carriage {
        brought: came.brought,
        left: out.left.into_iter().chain(came.left).collect(),
        elsewhere: out.elsewhere,
    })
}

impl Till {
    /// This till's books, for balances of an earlier edition to come to.
    ///
    /// # Errors
    /// Not set up; not an organiser here too.
    pub fn as_next_books(&self, session: &Session) -> Result<NextBooks, Error> {
        let who = session.staff().clone();
        self.read(move |books| {
            let catalogue = catalogue(books)?;
            authorise(Act::PayOut, &staff_member(books, &who)?, None)?;
            let families = catalogue.families().iter();
            Ok(NextBooks {
                code: catalogue.bazaar.code.clone(),
                first: first_record(books)?,
                currency: catalogue.bazaar.currency,
                training: catalogue.bazaar.training,
                families: families.map(|family| family.code.clone()).collect(),
            })
        })
    }

    /// Carries out of these books what every family is owed or owes and what is left
    /// of its advance; from then on it cannot be paid here. A family that is not
    /// settled or waits for an order stays behind.
    ///
    /// # Errors
    /// Not an organiser; an open day; [`EditionRefusal`] for books that do not fit.
    pub fn carry_out(&self, session: &Session, next: NextBooks) -> Result<CarriedOut, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            check_fit(&catalogue.bazaar, &next)?;
            if let Some(open) = recorder.writing.open_day()? {
                return Err(EditionRefusal::DayOpen(open.day).into());
            }
            let last_day = recorder
                .writing
                .days()?
                .into_iter()
                .map(|row| row.day)
                .max();
            let waiting = families_with_orders(recorder.writing)?;
            let end = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");
            let unsettled = recorder.writing.families_unsettled(end)?;

            let mut left = Vec::new();
            for family in catalogue.families() {
                let orders = waiting.iter().filter(|code| *code == &family.code).count();
                let leaving = if orders > 0 {
                    Leaving::Hindered(Hindrance::OpenOrders(orders))
                } else if unsettled.contains(&family.code) {
                    Leaving::Hindered(Hindrance::NotSettled)
                } else {
                    recorder.balance_of(family, last_day, &next)?
                };
                match leaving {
                    Leaving::Nothing => {}
                    Leaving::Hindered(why) => left.push(LeftBehind {
                        family: family.code.clone(),
                        why,
                    }),
                    Leaving::Balance(balance) => {
                        recorder.record(by.clone(), None, Fact::BalanceCarriedOut(balance))?;
                    }
                }
            }
            let there = recorder.writing.carried_out()?.into_iter();
            let there = there.filter(|balance| balance.to == next.code);
            let (balances, elsewhere) = there.partition(|balance| balance.into == next.first);
            Ok(CarriedOut {
                balances,
                left,
                elsewhere,
            })
        })
    }

    /// Brings in those of these balances that are not here yet, all of them or none. One
    /// that came before with other sums is told, and changes nothing.
    ///
    /// # Errors
    /// Not an organiser here; a balance of other books; an unknown family.
    pub fn bring_in(
        &self,
        session: &Session,
        balances: Vec<CarriedBalance>,
    ) -> Result<BroughtIn, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let who = staff_member(recorder.writing, &by.actor.clone().expect("somebody asks"))?;
            authorise(Act::PayOut, &who, None)?;
            let first = first_record(recorder.writing)?;
            let mut came = BroughtIn::default();
            for balance in balances {
                if balance.into != first {
                    let (expected, found) = (balance.to, catalogue.bazaar.code.clone());
                    return Err(EditionRefusal::OtherBooks { expected, found }.into());
                }
                if catalogue.family(&balance.family).is_none() {
                    return Err(EditionRefusal::UnknownFamily(balance.family).into());
                }
                if let Some(known) = recorder.writing.transfer(balance.transfer)? {
                    let sums = |one: &CarriedBalance| (one.amount, one.advance_left);
                    if sums(&known) != sums(&balance) {
                        came.left.push(LeftBehind {
                            family: balance.family,
                            why: Hindrance::CameOtherwise,
                        });
                    }
                    continue;
                }
                let fact = Fact::BalanceBroughtIn(balance.clone());
                let day = recorder.writing.open_day()?.map(|row| row.day);
                recorder.record(by.clone(), day, fact)?;
                came.brought.push(balance);
            }
            Ok(came)
        })
    }
}

/// What of a family goes to the next edition.
enum Leaving {
    Nothing,
    Hindered(Hindrance),
    Balance(CarriedBalance),
}

impl Recorder<'_, '_> {
    fn balance_of(
        &self,
        family: &Family,
        last_day: Option<NaiveDate>,
        next: &NextBooks,
    ) -> Result<Leaving, Error> {
        let account = account_of(self.writing, &family.code)?;
        let (amount, advance_left) = (account.settled_balance, account.advance_left);
        if amount.is_zero() && advance_left.is_zero() {
            return Ok(Leaving::Nothing);
        }
        // A day without sales may still have a fee.
        let settled = account.settlement.map(|settlement| settlement.day);
        if family.active && last_day.is_some() && settled < last_day {
            return Ok(Leaving::Hindered(Hindrance::NotSettled));
        }
        if !next.families.contains(&family.code) {
            return Ok(Leaving::Hindered(Hindrance::NotRegistered));
        }
        let open = open_since(self.writing, &family.code)?;
        Ok(Leaving::Balance(CarriedBalance {
            transfer: self.next_transfer(family, next)?,
            family: family.code.clone(),
            from: self.catalogue()?.bazaar.code.clone(),
            to: next.code.clone(),
            into: next.first,
            amount,
            advance_left,
            owed_since: open.map(|open| open.since),
        }))
    }
}

impl Recorder<'_, '_> {
    /// The id of a family's next transfer to those books. It follows from the books
    /// alone: where these were taken back from a backup and carry out once more what
    /// they had carried already, the others know it again.
    fn next_transfer(&self, family: &Family, next: &NextBooks) -> Result<TransferId, Error> {
        let before = self.writing.carried_of(&family.code, 0)?;
        let before = before
            .iter()
            .filter(|one| matches!(&one.fact, Carried::Out(balance) if balance.into == next.first));
        let mut hash = Sha256::new();
        hash.update(first_record(self.writing)?.0.as_bytes());
        hash.update(next.first.0.as_bytes());
        hash.update((before.count() as u64).to_be_bytes());
        hash.update(family.code.as_str());
        let digest = hash.finalize();
        let bytes = digest[..16].try_into().expect("half of a digest");
        Ok(TransferId(Builder::from_bytes(bytes).into_uuid()))
    }
}

fn check_fit(bazaar: &Bazaar, next: &NextBooks) -> Result<(), Error> {
    if next.code == bazaar.code {
        return Err(EditionRefusal::SameCode(next.code.clone()).into());
    }
    if next.training != bazaar.training {
        return Err(EditionRefusal::Training.into());
    }
    let (from, to) = (bazaar.currency, next.currency);
    if from != to {
        return Err(EditionRefusal::OtherCurrency { from, to }.into());
    }
    Ok(())
}

fn first_record(books: &Books<'_>) -> Result<FactId, Error> {
    let first = books.entry(1)?;
    Ok(first.expect("books that are set up have a first record").id)
}

/// The families of open orders, once for each order.
fn families_with_orders(books: &Books<'_>) -> Result<Vec<FamilyCode>, Error> {
    let open = books.orders(Some(OrderState::Open))?.into_iter();
    Ok(open
        .flat_map(|row| {
            row.order
                .families()
                .into_iter()
                .cloned()
                .collect::<Vec<_>>()
        })
        .collect())
}
