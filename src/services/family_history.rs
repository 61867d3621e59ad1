//! What happened to a family's account, and taking back a payout that never arrived.

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::carrying::Carried;
use crate::domain::fact::Fact;
use crate::domain::family::Support;
use crate::domain::id::{FamilyCode, Number, PayoutId};
use crate::domain::money::Money;
use crate::domain::payout::{
    Advance, FamilyPayment, Payout, PayoutMeans, PayoutRefusal, TakenBack,
};
use crate::domain::staff::{Act, authorise};
use crate::store::{Recorded, Series};

use super::{By, Error, Session, Till};

/// Something that happened to a family's account.
#[derive(Debug, Clone)]
pub struct Happening {
    /// Its place in the journal.
    pub seq: u64,
    pub at: DateTime<FixedOffset>,
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum What {
    Settled {
        number: Number,
        day: NaiveDate,
        payable: Money,
        /// Given back of an advance in it.
        instalment: Money,
        /// Whether it was taken back since.
        reversed: bool,
    },
    PaidOut {
        payout: Payout,
        /// Whether it was taken back since.
        taken_back: bool,
    },
    /// Money the family paid in, or a payout taken back.
    PaidIn(FamilyPayment),
    Lent(Advance),
    /// To another edition, or from one.
    Carried(Carried),
}

/// A family's account over time.
#[derive(Debug, Clone)]
pub struct FamilyHistory {
    pub family: FamilyCode,
    /// What a programme gave it, which is no part of the account.
    pub support: Option<Support>,
    /// What is left of its advances, and what each settlement gives back.
    pub advance_left: Money,
    pub instalment: Option<Money>,
    /// The last first.
    pub happenings: Vec<Happening>,
}

/// A payout to be taken back.
#[derive(Debug, Clone)]
pub struct TakeBack {
    /// Made when it is begun: the same request sent twice takes back once.
    pub id: PayoutId,
    pub payout: PayoutId,
    /// Where cash goes; a transfer or cheque goes back where it came from.
    pub to: PayoutMeans,
    pub reason: String,
}

impl Till {
    /// What happened to a family's account.
    ///
    /// # Errors
    /// Unknown family; faults of the store.
    pub fn family_history(&self, family: &FamilyCode) -> Result<FamilyHistory, Error> {
        let family = family.clone();
        self.read(move |books| {
            let catalogue = super::catalogue(books)?;
            let Some(registered) = catalogue.family(&family) else {
                return Err(PayoutRefusal::UnknownFamily(family).into());
            };
            let payments = books.family_payments_of(&family, 0)?;
            let is_taken_back =
                |payout: &Payout| payments.iter().any(|paid| paid.fact.undoes(payout.id));
            let mut happenings: Vec<Happening> = Vec::new();
            for row in books.settlements_of(&family)? {
                let what = What::Settled {
                    number: row.settlement.number,
                    day: row.settlement.day,
                    payable: row.settlement.payable,
                    instalment: row.settlement.advance_instalment,
                    reversed: row.reversed,
                };
                happenings.push(happening(row.seq, row.at, what));
            }
            for paid in books.payouts_of(&family, 0)? {
                let taken_back = is_taken_back(&paid.fact);
                let payout = paid.fact;
                let what = What::PaidOut { payout, taken_back };
                happenings.push(happening(paid.seq, paid.at, what));
            }
            for paid in payments {
                happenings.push(happening(paid.seq, paid.at, What::PaidIn(paid.fact)));
            }
            for lent in books.advances_of(&family)? {
                happenings.push(happening(lent.seq, lent.at, What::Lent(lent.fact)));
            }
            for carried in books.carried_of(&family, 0)? {
                let what = What::Carried(carried.fact);
                happenings.push(happening(carried.seq, carried.at, what));
            }
            happenings.sort_by_key(|one| std::cmp::Reverse(one.seq));
            Ok(FamilyHistory {
                support: registered.support.clone(),
                instalment: registered.advance_instalment,
                advance_left: super::payout::account_of(books, &family)?.advance_left,
                happenings,
                family,
            })
        })
    }

    /// Takes a payout back: the transfer bounced, the cheque was torn up, the money
    /// was not collected. The family is owed it again.
    ///
    /// # Errors
    /// Not an organiser; unknown payout, or taken back already; no reason; cash to a
    /// drawer without a shift.
    pub fn take_payout_back(
        &self,
        session: &Session,
        request: TakeBack,
    ) -> Result<Recorded<FamilyPayment>, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            if let Some(done) = recorder.writing.family_payment(request.id)? {
                return Ok(done);
            }
            let paid = recorder.writing.payout(request.payout)?;
            let paid = paid.ok_or(PayoutRefusal::UnknownPayout)?;
            let (seq, payout) = (paid.seq, paid.fact);
            let since = recorder.writing.family_payments_of(&payout.family, seq)?;
            if since.iter().any(|one| one.fact.undoes(payout.id)) {
                return Err(PayoutRefusal::TakenBackAlready(payout.number).into());
            }
            if request.reason.trim().is_empty() {
                return Err(PayoutRefusal::ReasonMissing.into());
            }
            let (means, reference) = match (payout.means.is_cash(), request.to) {
                (false, _) => (payout.means, payout.reference.clone()),
                (true, PayoutMeans::Drawer) => (PayoutMeans::Drawer, String::new()),
                (true, _) => (PayoutMeans::Safe, String::new()),
            };
            let shift = recorder.cash_place(means, None)?;
            let account = recorder.account(&payout.family)?;
            let payment = FamilyPayment {
                id: request.id,
                number: recorder.writing.next_number(Series::Payout)?,
                family: payout.family,
                amount: payout.amount,
                means,
                shift: shift.map(|(shift, _)| shift),
                reference,
                left: account.settled_balance + payout.amount,
                takes_back: Some(TakenBack {
                    payout: payout.id,
                    number: payout.number,
                    reason: request.reason,
                }),
            };

            let day = recorder.money_day(shift)?;
            let entry = recorder.record(by, day, Fact::FamilyPaidIn(payment.clone()))?;
            Ok(Recorded::of(entry, payment))
        })
    }

    /// The payout of a number, as printed or typed.
    ///
    /// # Errors
    /// Unknown payout; faults of the store.
    pub fn payout_numbered(&self, number: Number) -> Result<Recorded<Payout>, Error> {
        self.read(move |books| {
            let paid = books.payout_by_number(&number)?;
            Ok(paid.ok_or(PayoutRefusal::UnknownPayout)?)
        })
    }
}

fn happening(seq: u64, at: DateTime<FixedOffset>, what: What) -> Happening {
    Happening { seq, at, what }
}
