//! Money out to families, in from them, and lent to them.

use chrono::NaiveDate;

use crate::domain::carrying::{Carried, CarriedBalance};
use crate::domain::fact::Fact;
use crate::domain::id::{FactId, FamilyCode, PayoutId, ShiftId};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::payout::{
    Advance, Earlier, FamilyPayment, Payout, PayoutMeans, PayoutRefusal, Signed,
};
use crate::domain::settlement::Settlement;
use crate::domain::staff::{Act, authorise};
use crate::locale::normalise::{name_key, reference_key};
use crate::store::{Books, Recorded, Series};

use super::statement::Moved;
use super::{By, Error, Recorder, Session, Till};

/// A payout as asked for.
#[derive(Debug, Clone)]
pub struct PayoutRequest {
    /// Made when the payout is begun: the same request sent twice pays once.
    pub id: PayoutId,
    pub family: FamilyCode,
    pub amount: Money,
    pub means: PayoutMeans,
    pub collected_by: String,
    pub reference: String,
    pub signed: Option<Signed>,
}

impl PayoutRequest {
    /// Whether it is the same transfer or cheque.
    fn is_as(&self, means: PayoutMeans, reference: &str) -> bool {
        let key = reference_key(&self.reference);
        let same = !key.is_empty() && key == reference_key(reference);
        !means.is_cash() && means == self.means && same
    }
}

/// An advance as asked for.
#[derive(Debug, Clone)]
pub struct AdvanceRequest {
    /// Made when the advance is begun: the same request sent twice lends once.
    pub id: FactId,
    pub advance: Advance,
    /// What each settlement is to give back from now on; as agreed before where it
    /// is absent.
    pub instalment: Option<Money>,
}

/// A family's account as its statement shows it.
#[derive(Debug, Clone)]
pub struct FamilyAccount {
    pub family: FamilyCode,
    /// The last settlement that stands.
    pub settlement: Option<Settlement>,
    /// What came from another edition before it, where it is the family's first.
    pub opening: Vec<CarriedBalance>,
    /// Payouts on that settlement, or on one whose place it takes.
    pub payouts: Vec<Recorded<Payout>>,
    /// Money it paid in on it.
    pub payments: Vec<Recorded<FamilyPayment>>,
    /// What went to another edition since, or came from one.
    pub carried: Vec<Recorded<Carried>>,
    /// What of that money changed hands before the settlement was made, which brought
    /// forward what it left.
    pub moved_before: Money,
    /// What settlements owe it, with what came from another edition, and was not paid;
    /// negative if it owes.
    pub settled_balance: Money,
    /// Sold since and waiting for the next settlement.
    pub unsettled: Money,
    /// What is left of its advances.
    pub advance_left: Money,
}

impl Till {
    /// Where a family stands.
    ///
    /// # Errors
    /// Unknown family.
    pub fn family_account(&self, family: &FamilyCode) -> Result<FamilyAccount, Error> {
        let family = family.clone();
        self.read(move |books| {
            if super::catalogue(books)?.family(&family).is_none() {
                return Err(PayoutRefusal::UnknownFamily(family).into());
            }
            account_of(books, &family)
        })
    }

    /// Where every family stands, by code.
    ///
    /// # Errors
    /// Not set up.
    pub fn family_accounts(&self) -> Result<Vec<FamilyAccount>, Error> {
        self.read(|books| {
            let catalogue = super::catalogue(books)?;
            let mut codes: Vec<FamilyCode> = catalogue
                .families()
                .iter()
                .map(|family| family.code.clone())
                .collect();
            codes.sort();
            codes.iter().map(|code| account_of(books, code)).collect()
        })
    }

    /// Pays a family, whole or in part, never more than its settlements owe it.
    ///
    /// # Errors
    /// Not an organiser; unknown family; out of range; nothing settled; more
    /// than owed; no shift for the drawer; not enough cash; no transfer number, or
    /// one that paid the family before; a person who may not collect.
    pub fn pay_out(
        &self,
        session: &Session,
        request: PayoutRequest,
    ) -> Result<Recorded<Payout>, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(paid) = recorder.writing.payout(request.id)? {
                return Ok(paid);
            }
            let account = recorder.account(&request.family)?;
            check_payable(request.amount)?;
            recorder.check_collector(&request)?;
            recorder.check_not_paid(&request)?;
            if account.settlement.is_none() && account.settled_balance.is_zero() {
                return Err(PayoutRefusal::NothingSettled {
                    family: request.family,
                }
                .into());
            }
            let owed = account.settled_balance;
            if request.amount > owed {
                let (family, asked) = (request.family, request.amount);
                return Err(PayoutRefusal::MoreThanOwed {
                    family,
                    owed,
                    asked,
                }
                .into());
            }
            let shift = recorder.cash_place(request.means, Some(request.amount))?;
            check_reference(request.means, &request.reference)?;
            let payout = Payout {
                id: request.id,
                number: recorder.writing.next_number(Series::Payout)?,
                family: request.family,
                amount: request.amount,
                means: request.means,
                shift: shift.map(|(shift, _)| shift),
                collected_by: request.collected_by,
                reference: request.reference,
                left: owed - request.amount,
                signed: request.signed,
            };

            let day = recorder.money_day(shift)?;
            let entry = recorder.record(by, day, Fact::PayoutMade(payout.clone()))?;
            Ok(Recorded::of(entry, payout))
        })
    }

    /// Takes money a family owes.
    ///
    /// # Errors
    /// As [`Till::pay_out`], with more than it owes refused.
    pub fn take_from_family(
        &self,
        session: &Session,
        request: PayoutRequest,
    ) -> Result<Recorded<FamilyPayment>, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(paid) = recorder.writing.family_payment(request.id)? {
                return Ok(paid);
            }
            let account = recorder.account(&request.family)?;
            check_payable(request.amount)?;
            recorder.check_not_taken(&request)?;
            let owes = -account.settled_balance;
            if request.amount > owes {
                let (family, asked) = (request.family, request.amount);
                return Err(PayoutRefusal::MoreThanOwing {
                    family,
                    owes,
                    asked,
                }
                .into());
            }
            let shift = recorder.cash_place(request.means, None)?;
            check_reference(request.means, &request.reference)?;
            let payment = FamilyPayment {
                id: request.id,
                number: recorder.writing.next_number(Series::Payout)?,
                family: request.family,
                amount: request.amount,
                means: request.means,
                shift: shift.map(|(shift, _)| shift),
                reference: request.reference,
                left: request.amount - owes,
                takes_back: None,
            };

            let day = recorder.money_day(shift)?;
            let entry = recorder.record(by, day, Fact::FamilyPaidIn(payment.clone()))?;
            Ok(Recorded::of(entry, payment))
        })
    }

    /// Lends a family money; its settlements give it back by instalments.
    ///
    /// # Errors
    /// Not an organiser; unknown family; out of range; no reason; not enough
    /// cash.
    pub fn grant_advance(&self, session: &Session, request: AdvanceRequest) -> Result<(), Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            if recorder.writing.fact_by_id(request.id)?.is_some() {
                return Ok(());
            }
            let advance = request.advance;
            let catalogue = recorder.catalogue()?;
            let family = catalogue.family(&advance.family);
            let unknown = || PayoutRefusal::UnknownFamily(advance.family.clone());
            let mut family = family.ok_or_else(unknown)?.clone();
            check_payable(advance.amount)?;
            if let Some(instalment) = request.instalment {
                check_payable(instalment)?;
            }
            if advance.reason.trim().is_empty() {
                return Err(PayoutRefusal::ReasonMissing.into());
            }
            let shift = recorder.cash_place(advance.means, Some(advance.amount))?;
            let day = recorder.money_day(shift)?;

            if request.instalment.is_some() && request.instalment != family.advance_instalment {
                family.advance_instalment = request.instalment;
                let registered = Fact::FamilyRegistered(Box::new(family));
                recorder.record(by.clone(), None, registered)?;
            }
            recorder.record_as(request.id, by, day, Fact::AdvanceGranted(advance))?;
            Ok(())
        })
    }

    /// The cash in the safe.
    ///
    /// # Errors
    /// Not an organiser; faults of the store.
    pub fn safe_cash(&self, session: &Session) -> Result<Money, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        self.read(|books| Ok(books.balance(&Account::Safe)?))
    }
}

fn recorded_already(known: Option<Earlier>) -> Result<(), Error> {
    match known {
        None => Ok(()),
        Some(earlier) => Err(PayoutRefusal::RecordedAlready(Box::new(earlier)).into()),
    }
}

fn check_payable(amount: Money) -> Result<(), Error> {
    if amount.is_positive() && amount < Money::LIMIT {
        Ok(())
    } else {
        Err(PayoutRefusal::AmountOutOfRange.into())
    }
}

fn check_reference(means: PayoutMeans, reference: &str) -> Result<(), Error> {
    if !means.is_cash() && reference.trim().is_empty() {
        return Err(PayoutRefusal::ReferenceMissing.into());
    }
    Ok(())
}

pub(super) fn account_of(books: &Books<'_>, family: &FamilyCode) -> Result<FamilyAccount, Error> {
    let last = books.last_settlement(family)?;
    let made = last.as_ref().map_or(0, |row| row.seq);
    let owed = -books.balance(&Account::FamilyPayable(family.clone()))?;
    let unsettled = books.unsettled_after(family, NaiveDate::MIN)?;
    let moved = Moved::read(books, family, made, u64::MAX)?;
    Ok(FamilyAccount {
        family: family.clone(),
        moved_before: moved.before(made),
        settlement: last.map(|row| row.settlement),
        opening: moved.opening,
        payouts: moved.payouts,
        payments: moved.payments,
        carried: moved.carried,
        settled_balance: owed - unsettled,
        unsettled,
        advance_left: books.balance(&Account::Advance(family.clone()))?,
    })
}

impl Recorder<'_, '_> {
    pub(super) fn account(&self, family: &FamilyCode) -> Result<FamilyAccount, Error> {
        if self.catalogue()?.family(family).is_none() {
            return Err(PayoutRefusal::UnknownFamily(family.clone()).into());
        }
        account_of(self.writing, family)
    }

    /// Whether who collects may: where people are registered for that, nobody else.
    fn check_collector(&self, request: &PayoutRequest) -> Result<(), Error> {
        let catalogue = self.catalogue()?;
        let person = request.collected_by.trim();
        let proxies = catalogue
            .family(&request.family)
            .map(|known| &known.proxies);
        let proxies = proxies.filter(|proxies| !proxies.is_empty() && !person.is_empty());
        match proxies {
            Some(proxies)
                if proxies
                    .iter()
                    .all(|proxy| name_key(proxy) != name_key(person)) =>
            {
                let (family, person) = (request.family.clone(), person.to_owned());
                Err(PayoutRefusal::MayNotCollect { family, person }.into())
            }
            _ => Ok(()),
        }
    }

    /// Whether a transfer or cheque has not paid the family before, unless that was
    /// taken back. One number may pay several families.
    fn check_not_paid(&self, request: &PayoutRequest) -> Result<(), Error> {
        let back = self.writing.family_payments_of(&request.family, 0)?;
        let paid = self.writing.payouts_of(&request.family, 0)?.into_iter();
        let mut paid = paid.map(|one| one.fact);
        let known = paid.find(|paid| {
            request.is_as(paid.means, &paid.reference)
                && !back.iter().any(|one| one.fact.undoes(paid.id))
        });
        recorded_already(known.map(|paid| Earlier {
            family: paid.family,
            means: paid.means,
            reference: paid.reference,
            number: paid.number,
            amount: paid.amount,
            paid_in: false,
        }))
    }

    /// Whether a transfer or cheque of the family's was not taken before.
    fn check_not_taken(&self, request: &PayoutRequest) -> Result<(), Error> {
        let paid = self.writing.family_payments_of(&request.family, 0)?;
        let mut paid = paid.into_iter().map(|one| one.fact);
        let known = paid
            .find(|paid| paid.takes_back.is_none() && request.is_as(paid.means, &paid.reference));
        recorded_already(known.map(|paid| Earlier {
            family: paid.family,
            means: paid.means,
            reference: paid.reference,
            number: paid.number,
            amount: paid.amount,
            paid_in: true,
        }))
    }

    /// Checks where cash comes from or goes to; the shift when it is the drawer.
    pub(super) fn cash_place(
        &self,
        means: PayoutMeans,
        taking: Option<Money>,
    ) -> Result<Option<(ShiftId, NaiveDate)>, Error> {
        let (account, shift) = match means {
            PayoutMeans::Drawer => {
                let shift = self
                    .writing
                    .open_shift(&self.till)?
                    .ok_or(PayoutRefusal::NoOpenShift)?;
                let place = (shift.opening.id, shift.opening.day);
                (Account::Drawer(self.till.clone()), Some(place))
            }
            PayoutMeans::Safe => (Account::Safe, None),
            PayoutMeans::BankTransfer | PayoutMeans::Cheque => return Ok(None),
        };
        let cash = self.writing.balance(&account)?;
        if taking.is_some_and(|amount| amount > cash) {
            return Err(PayoutRefusal::NotEnoughCash { means, cash }.into());
        }
        Ok(shift)
    }

    pub(super) fn money_day(
        &self,
        shift: Option<(ShiftId, NaiveDate)>,
    ) -> Result<Option<NaiveDate>, Error> {
        match shift {
            Some((_, day)) => Ok(Some(day)),
            None => Ok(self.writing.open_day()?.map(|row| row.day)),
        }
    }
}
