//! Families' balances on their way to the next edition: out of the books of the last
//! one first, then into the new ones.
//!
//! Each half is one transaction. Whatever happens between them, a transfer that was
//! carried out stands in the old books, cannot be paid there any more, and is brought
//! in once when the same is asked for again.

mod taking_back;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use uuid::Builder;

use crate::domain::bazaar::Bazaar;
use crate::domain::carrying::{Carried, CarriedBalance};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::Fact;
use crate::domain::family::Family;
use crate::domain::id::{BazaarCode, Bilingual, FactId, FamilyCode, Number, TransferId};
use crate::domain::money::{Currency, Money};
use crate::domain::order::OrderState;
use crate::domain::staff::{Act, authorise};
use crate::locale::normalise::is_same_name;
use crate::store::Books;

use super::edition::EditionRefusal;
use super::payout::account_of;
use super::statement::open_since;
use super::{By, Error, Recorder, Session, Till, catalogue, staff_member};

pub use taking_back::{CarriedAway, Returned, TakingBack};

/// The books balances are to be brought into.
#[derive(Debug, Clone)]
pub struct NextBooks {
    pub code: BazaarCode,
    /// The record they begin with, which no other copy of the edition has.
    pub first: FactId,
    pub currency: Currency,
    pub training: bool,
    /// Its register, with the names: a code may have become another family's.
    pub families: BTreeMap<FamilyCode, Bilingual>,
    /// The transfers it has taken in.
    pub arrived: BTreeSet<TransferId>,
}

/// Why a family's balance stays behind for now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hindrance {
    /// Sales, corrections or a day that no settlement took in.
    NotSettled,
    /// Orders that were neither handed over nor cancelled.
    OpenOrders(Vec<Number>),
    /// It is not in the register of the next edition.
    NotRegistered,
    /// Its code is that of a family with another name in the next edition.
    OtherName { here: Bilingual, there: Bilingual },
    /// The next edition has it already, with other sums: these books were taken back
    /// from a backup and changed since.
    CameOtherwise,
    /// Its balance was taken back here, and the next edition has it all the same: the
    /// data that was thought lost turned up.
    OwedTwice(Box<CarriedBalance>),
}

/// A family whose balance stays behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    pub family: FamilyCode,
    pub why: Hindrance,
}

/// What of one family would go to the next edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    pub family: FamilyCode,
    pub name: Bilingual,
    /// What it is owed; negative if it owes.
    pub amount: Money,
    pub advance_left: Money,
}

/// What would go to the next edition, and what would stay behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outgoing {
    pub departures: Vec<Departure>,
    pub left: Vec<LeftBehind>,
}

/// What the old books carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedOut {
    /// The record these books begin with.
    pub first: FactId,
    /// What the families are called here.
    pub names: BTreeMap<FamilyCode, Bilingual>,
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
    let came = to.bring_in(session, out.clone())?;
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
            Ok(NextBooks {
                code: catalogue.bazaar.code.clone(),
                first: first_record(books)?,
                currency: catalogue.bazaar.currency,
                training: catalogue.bazaar.training,
                families: names_in(&catalogue),
                arrived: books
                    .brought_in()?
                    .into_iter()
                    .map(|one| one.transfer)
                    .collect(),
            })
        })
    }

    /// The books of an edition of this code that has not begun: it begins with this
    /// register.
    pub(super) fn unbegun_books(&self, code: BazaarCode) -> Result<NextBooks, Error> {
        self.read(move |books| {
            let catalogue = catalogue(books)?;
            Ok(NextBooks {
                code,
                first: first_record(books)?,
                currency: catalogue.bazaar.currency,
                training: catalogue.bazaar.training,
                families: names_in(&catalogue),
                arrived: BTreeSet::new(),
            })
        })
    }

    /// What would be carried out to those books now, and what would stay behind.
    ///
    /// # Errors
    /// As [`Till::carry_out`].
    pub fn outgoing(&self, session: &Session, next: NextBooks) -> Result<Outgoing, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        self.read(move |books| {
            let catalogue = catalogue(books)?;
            let mut outgoing = Outgoing::default();
            for (family, leaving) in leaving(books, &catalogue, &next)? {
                match leaving {
                    Leaving::Hindered(why) => outgoing.left.push(LeftBehind {
                        family: family.code.clone(),
                        why,
                    }),
                    Leaving::Balance(standing) => outgoing.departures.push(Departure {
                        family: family.code.clone(),
                        name: family.name.clone(),
                        amount: standing.amount,
                        advance_left: standing.advance_left,
                    }),
                }
            }
            Ok(outgoing)
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
            let mut left = Vec::new();
            for (family, leaving) in leaving(recorder.writing, &catalogue, &next)? {
                match leaving {
                    Leaving::Hindered(why) => left.push(LeftBehind {
                        family: family.code.clone(),
                        why,
                    }),
                    Leaving::Balance(standing) => {
                        let balance = recorder.balance_of(family, standing, &next)?;
                        recorder.record(by.clone(), None, Fact::BalanceCarriedOut(balance))?;
                    }
                }
            }
            let there = recorder.writing.carried_out()?.into_iter();
            let there = there.filter(|balance| balance.to == next.code);
            let (balances, elsewhere) = there.partition(|balance| balance.into == next.first);
            Ok(CarriedOut {
                first: first_record(recorder.writing)?,
                names: names_in(&catalogue),
                balances,
                left,
                elsewhere,
            })
        })
    }

    /// Brings in those of these balances that are not here yet, all that can be or none.
    /// One that came before with other sums, or that those books no longer know of, is
    /// told, and changes nothing.
    ///
    /// # Errors
    /// Not an organiser here; a balance of other books; an unknown family.
    pub fn bring_in(&self, session: &Session, out: CarriedOut) -> Result<BroughtIn, Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let who = staff_member(recorder.writing, &by.actor.clone().expect("somebody asks"))?;
            authorise(Act::PayOut, &who, None)?;
            let first = first_record(recorder.writing)?;
            let mut came = BroughtIn {
                left: unknown_there(recorder.writing, &catalogue, &out, first)?,
                ..BroughtIn::default()
            };
            for balance in out.balances {
                if balance.into != first {
                    let (expected, found) = (balance.to, catalogue.bazaar.code.clone());
                    return Err(EditionRefusal::OtherBooks { expected, found }.into());
                }
                let Some(family) = catalogue.family(&balance.family) else {
                    return Err(EditionRefusal::UnknownFamily(balance.family).into());
                };
                let leave = |why| LeftBehind {
                    family: family.code.clone(),
                    why,
                };
                if let Some(known) = recorder.writing.transfer(balance.transfer)? {
                    let sums = |one: &CarriedBalance| (one.amount, one.advance_left);
                    if sums(&known) != sums(&balance) {
                        came.left.push(leave(Hindrance::CameOtherwise));
                    }
                    continue;
                }
                // A register may have changed since the balance was carried out.
                let here = out.names.get(&family.code);
                if let Some(why) = here.and_then(|here| other_name(here, &family.name)) {
                    came.left.push(leave(why));
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
    Hindered(Hindrance),
    Balance(Standing),
}

/// Where a family stands: what it is owed, and what is left of its advance.
struct Standing {
    amount: Money,
    advance_left: Money,
}

/// What goes to those books of every family with something to carry or in the way.
fn leaving<'c>(
    books: &Books<'_>,
    catalogue: &'c Catalogue,
    next: &NextBooks,
) -> Result<Vec<(&'c Family, Leaving)>, Error> {
    check_fit(&catalogue.bazaar, next)?;
    if let Some(open) = books.open_day()? {
        return Err(EditionRefusal::DayOpen(open.day).into());
    }
    let last_day = books.days()?.last().map(|row| row.day);
    let mut waiting = open_orders(books)?;
    let mut twice: BTreeMap<FamilyCode, CarriedBalance> = BTreeMap::new();
    for back in books.taken_back()? {
        if next.arrived.contains(&back.transfer) {
            twice.insert(back.family.clone(), back);
        }
    }
    let unsettled = books.families_unsettled(END_OF_TIME)?;
    let mut all = Vec::new();
    for family in catalogue.families() {
        let leaving = if let Some(orders) = waiting.remove(&family.code) {
            Some(Leaving::Hindered(Hindrance::OpenOrders(orders)))
        } else if unsettled.contains(&family.code) {
            Some(Leaving::Hindered(Hindrance::NotSettled))
        } else {
            leaving_of(books, family, last_day, next)?
        };
        // Once it was paid in one and corrected in the other, nothing is left of it.
        let leaving = match (leaving, twice.remove(&family.code)) {
            (Some(_), Some(back)) => Some(Leaving::Hindered(Hindrance::OwedTwice(Box::new(back)))),
            (leaving, _) => leaving,
        };
        all.extend(leaving.map(|leaving| (family, leaving)));
    }
    Ok(all)
}

/// What goes of a family that waits for no order and no settlement of sales.
fn leaving_of(
    books: &Books<'_>,
    family: &Family,
    last_day: Option<NaiveDate>,
    next: &NextBooks,
) -> Result<Option<Leaving>, Error> {
    let account = account_of(books, &family.code)?;
    let (amount, advance_left) = (account.settled_balance, account.advance_left);
    if amount.is_zero() && advance_left.is_zero() {
        return Ok(None);
    }
    // A day without sales may still have a fee.
    let settled = account.settlement.map(|settlement| settlement.day);
    if family.active && last_day.is_some() && settled < last_day {
        return Ok(Some(Leaving::Hindered(Hindrance::NotSettled)));
    }
    let Some(there) = next.families.get(&family.code) else {
        return Ok(Some(Leaving::Hindered(Hindrance::NotRegistered)));
    };
    if let Some(why) = other_name(&family.name, there) {
        return Ok(Some(Leaving::Hindered(why)));
    }
    Ok(Some(Leaving::Balance(Standing {
        amount,
        advance_left,
    })))
}

impl Recorder<'_, '_> {
    fn balance_of(
        &self,
        family: &Family,
        standing: Standing,
        next: &NextBooks,
    ) -> Result<CarriedBalance, Error> {
        let open = open_since(self.writing, &family.code)?;
        Ok(CarriedBalance {
            transfer: self.next_transfer(family, next)?,
            family: family.code.clone(),
            from: self.catalogue()?.bazaar.code.clone(),
            to: next.code.clone(),
            into: next.first,
            amount: standing.amount,
            advance_left: standing.advance_left,
            owed_since: open.map(|open| open.since),
        })
    }

    fn next_transfer(&self, family: &Family, next: &NextBooks) -> Result<TransferId, Error> {
        let before = self.writing.carried_of(&family.code, 0)?;
        let before = before
            .iter()
            .filter(|one| matches!(&one.fact, Carried::Out(balance) if balance.into == next.first));
        let (from, nth) = (first_record(self.writing)?, before.count() as u64);
        Ok(transfer_id(from, next.first, nth, &family.code))
    }
}

/// The id of a family's `nth` transfer between two books. It follows from the books
/// alone: where the old ones were taken back from a backup and carry out once more what
/// they had carried already, the others know it again.
fn transfer_id(from: FactId, into: FactId, nth: u64, family: &FamilyCode) -> TransferId {
    let mut hash = Sha256::new();
    hash.update(from.0.as_bytes());
    hash.update(into.0.as_bytes());
    hash.update(nth.to_be_bytes());
    hash.update(family.as_str());
    let digest = hash.finalize();
    let bytes = digest[..16].try_into().expect("half of a digest");
    TransferId(Builder::from_bytes(bytes).into_uuid())
}

/// The families with a transfer here that the books it came from do not know: they were
/// taken back from a backup, and what it held was paid or changed there once more. Who
/// stays behind there has its balance compared once it goes along.
fn unknown_there(
    books: &Books<'_>,
    catalogue: &Catalogue,
    out: &CarriedOut,
    into: FactId,
) -> Result<Vec<LeftBehind>, Error> {
    let known: BTreeSet<TransferId> = out.balances.iter().map(|one| one.transfer).collect();
    let waiting = |code: &FamilyCode| out.left.iter().any(|left| left.family == *code);
    let mut unknown = Vec::new();
    for family in catalogue.families() {
        let carried = books.carried_of(&family.code, 0)?;
        let theirs: Vec<TransferId> = (0..carried.len() as u64)
            .map(|nth| transfer_id(out.first, into, nth, &family.code))
            .collect();
        let is_unknown = |one: &Carried| match one {
            Carried::In(balance) => {
                theirs.contains(&balance.transfer) && !known.contains(&balance.transfer)
            }
            Carried::Out(_) | Carried::Back(_) => false,
        };
        if !waiting(&family.code) && carried.iter().any(|one| is_unknown(&one.fact)) {
            unknown.push(LeftBehind {
                family: family.code.clone(),
                why: Hindrance::CameOtherwise,
            });
        }
    }
    Ok(unknown)
}

/// What keeps a balance from a family that is another one than here.
fn other_name(here: &Bilingual, there: &Bilingual) -> Option<Hindrance> {
    (!is_same_name(here, there)).then(|| Hindrance::OtherName {
        here: here.clone(),
        there: there.clone(),
    })
}

fn names_in(catalogue: &Catalogue) -> BTreeMap<FamilyCode, Bilingual> {
    let families = catalogue.families().iter();
    families
        .map(|family| (family.code.clone(), family.name.clone()))
        .collect()
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

/// Later than any day: of four digits, as days are compared as texts.
const END_OF_TIME: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();

/// The open orders that wait for each family.
fn open_orders(books: &Books<'_>) -> Result<BTreeMap<FamilyCode, Vec<Number>>, Error> {
    let mut waiting: BTreeMap<FamilyCode, Vec<Number>> = BTreeMap::new();
    for row in books.orders(Some(OrderState::Open))? {
        for family in row.order.families() {
            let orders = waiting.entry(family.clone()).or_default();
            orders.push(row.order.number.clone());
        }
    }
    Ok(waiting)
}
