//! Settling families after the close, correcting their accounts, and taking a
//! wrong settlement back.

use chrono::NaiveDate;

use crate::domain::bazaar::{Fee, FeePer};
use crate::domain::fact::Fact;
use crate::domain::family::Family;
use crate::domain::id::{Bilingual, FamilyCode, FeeCode, Number, SettlementId};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::payout::{Adjustment, PayoutRefusal};
use crate::domain::settlement::{
    Cut, Settlement, SettlementContext, SettlementRefusal, SettlementReversal, Unsettled, settle,
};
use crate::domain::staff::{Act, authorise};
use crate::store::{Series, SettlementRow};

use super::{By, Error, Recorder, Session, Till};

impl Till {
    /// Settles every family of a closed day that is not settled for it yet; all
    /// of them or none.
    ///
    /// # Errors
    /// Not an organiser; the day is not closed.
    pub fn settle_day(&self, session: &Session, day: NaiveDate) -> Result<Vec<Settlement>, Error> {
        self.settle_day_telling(session, day, |_, _| {})
    }

    /// The same, telling `progress` after each family how many are done, and of how
    /// many.
    ///
    /// # Errors
    /// As [`Till::settle_day`].
    pub fn settle_day_telling(
        &self,
        session: &Session,
        day: NaiveDate,
        mut progress: impl FnMut(usize, usize) + Send + 'static,
    ) -> Result<Vec<Settlement>, Error> {
        authorise(Act::Settle, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            recorder.check_closed(day)?;
            let catalogue = recorder.catalogue()?;
            let mut families: Vec<FamilyCode> = catalogue
                .families()
                .iter()
                .filter(|family| family.active)
                .map(|family| family.code.clone())
                .collect();
            families.extend(recorder.writing.families_unsettled(day)?);
            families.sort();
            families.dedup();
            let mut settlements = Vec::new();
            for (at, family) in families.iter().enumerate() {
                match recorder.settle(&by, family, day) {
                    Ok(settlement) => settlements.push(settlement),
                    Err(error) if is_settled(&error) => {}
                    Err(error) => return Err(error),
                }
                progress(at + 1, families.len());
            }
            Ok(settlements)
        })
    }

    /// Settles one family for a closed day.
    ///
    /// # Errors
    /// Not an organiser; the day is not closed; unknown family; settled for that
    /// day or a later one.
    pub fn settle_family(
        &self,
        session: &Session,
        family: FamilyCode,
        day: NaiveDate,
    ) -> Result<Settlement, Error> {
        authorise(Act::Settle, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            recorder.check_closed(day)?;
            recorder.settle(&by, &family, day)
        })
    }

    /// Takes a family's last settlement back, so that it can be made again.
    ///
    /// # Errors
    /// Not an organiser; no reason; unknown; not the family's last.
    pub fn reverse_settlement(
        &self,
        session: &Session,
        number: Number,
        reason: String,
    ) -> Result<Settlement, Error> {
        authorise(Act::Settle, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let row = recorder.writing.settlement_by_number(&number)?;
            let row = row.ok_or(SettlementRefusal::UnknownSettlement(number.clone()))?;
            if row.reversed {
                return Err(SettlementRefusal::AlreadyReversed(number).into());
            }
            let family = row.settlement.family.clone();
            let last = recorder.writing.last_settlement(&family)?;
            if let Some(last) = last.filter(|last| last.settlement.id != row.settlement.id) {
                let last = last.settlement.number;
                return Err(SettlementRefusal::NotTheLast { last }.into());
            }
            if reason.trim().is_empty() {
                return Err(SettlementRefusal::ReasonMissing.into());
            }

            let settlement = row.settlement;
            let day = settlement.day;
            let reversal = SettlementReversal {
                settlement: settlement.clone(),
                reason,
            };
            recorder.record(by, Some(day), Fact::SettlementReversed(Box::new(reversal)))?;
            Ok(settlement)
        })
    }

    /// Corrects a family's account; it is listed in its next settlement.
    ///
    /// # Errors
    /// Not an organiser; unknown family; zero or out of range; no reason.
    pub fn adjust(
        &self,
        session: &Session,
        family: FamilyCode,
        amount: Money,
        reason: String,
    ) -> Result<Adjustment, Error> {
        authorise(Act::Adjust, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            if catalogue.family(&family).is_none() {
                return Err(SettlementRefusal::UnknownFamily(family).into());
            }
            if amount.is_zero() || amount.abs() >= Money::LIMIT {
                return Err(PayoutRefusal::AmountOutOfRange.into());
            }
            if reason.trim().is_empty() {
                return Err(PayoutRefusal::ReasonMissing.into());
            }
            let day = recorder.account_day()?;
            let adjustment = Adjustment {
                family,
                day,
                amount,
                reason,
            };
            recorder.record(by, Some(day), Fact::AdjustmentMade(adjustment.clone()))?;
            Ok(adjustment)
        })
    }

    /// The settlements of a day, by family; reversed ones are left out.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn settlements(&self, day: NaiveDate) -> Result<Vec<SettlementRow>, Error> {
        self.read(move |books| {
            let mut rows = books.settlements_of_day(day)?;
            rows.retain(|row| !row.reversed);
            rows.sort_by(|a, b| a.settlement.family.cmp(&b.settlement.family));
            Ok(rows)
        })
    }
}

/// The fee a family agreed to for itself.
fn own_fee(family: &Family) -> Option<Fee> {
    family
        .day_fee
        .filter(|amount| amount.is_positive())
        .map(|amount| Fee {
            code: FeeCode::new("own-day-fee").expect("letters and dashes"),
            name: Bilingual::new("رسم اليوم", "Day fee"),
            amount,
            per: FeePer::Day,
            families: vec![family.code.clone()],
        })
}

fn is_settled(error: &Error) -> bool {
    matches!(
        error.refusal(),
        Some(super::Refusal::Settlement(
            SettlementRefusal::AlreadySettled { .. } | SettlementRefusal::LaterDaySettled { .. }
        ))
    )
}

impl Recorder<'_, '_> {
    /// The day a correction of a family's account is made under: the open one, or
    /// else the last there was.
    pub(super) fn account_day(&self) -> Result<NaiveDate, Error> {
        if let Some(open) = self.writing.open_day()? {
            return Ok(open.day);
        }
        let days = self.writing.days()?.into_iter();
        if let Some(last) = days.map(|row| row.day).max() {
            return Ok(last);
        }
        let bazaar = &self.catalogue()?.bazaar;
        Ok(bazaar.trading_date(self.moments.now(&bazaar.time_zone)))
    }

    fn check_closed(&self, day: NaiveDate) -> Result<(), Error> {
        let closed = self
            .writing
            .day(day)?
            .is_some_and(|row| row.closed.is_some());
        if closed {
            Ok(())
        } else {
            Err(SettlementRefusal::DayNotClosed(day).into())
        }
    }

    fn settle(
        &mut self,
        by: &By,
        family: &FamilyCode,
        day: NaiveDate,
    ) -> Result<Settlement, Error> {
        let catalogue = self.catalogue()?;
        let registered = catalogue
            .family(family)
            .ok_or_else(|| SettlementRefusal::UnknownFamily(family.clone()))?;
        if let Some(last) = self.writing.last_settlement(family)? {
            let (family, last) = (family.clone(), last.settlement.day);
            if last == day {
                return Err(SettlementRefusal::AlreadySettled { family, day }.into());
            }
            if last > day {
                return Err(SettlementRefusal::LaterDaySettled { family, day, last }.into());
            }
        }
        let unsettled = self.unsettled(family, day, registered.advance_instalment)?;
        let charged_this_day = self.writing.fees_charged(family, day)?;
        let charged_ever = self.writing.fees_charged_ever(family)?;
        let own_fee = own_fee(registered);
        let mut fees = catalogue
            .bazaar
            .fees_due(family, &charged_this_day, &charged_ever);
        fees.extend(
            own_fee
                .as_ref()
                .filter(|fee| !charged_this_day.contains(&fee.code)),
        );
        let head = self.writing.head()?;
        let context = SettlementContext {
            id: SettlementId(self.moments.new_id()),
            number: self.writing.next_number(Series::Settlement)?,
            family_name: registered.name.clone(),
            day,
            cut: vec![Cut {
                till: self.till.clone(),
                up_to_seq: head.seq,
            }],
        };
        let support = registered.support.clone();
        let settlement = settle(unsettled, &fees, context).beside(support);

        let fact = Fact::FamilySettled(Box::new(settlement.clone()));
        self.record(by.clone(), Some(day), fact)?;
        let owed = -self
            .writing
            .balance(&Account::FamilyPayable(family.clone()))?;
        let later = self.writing.unsettled_after(family, day)?;
        assert_eq!(
            owed - later,
            settlement.payable,
            "the statement is the account"
        );
        Ok(settlement)
    }

    fn unsettled(
        &self,
        family: &FamilyCode,
        day: NaiveDate,
        instalment: Option<Money>,
    ) -> Result<Unsettled, Error> {
        let rows = self.writing.unsettled(family, day)?;
        let owed = -self
            .writing
            .balance(&Account::FamilyPayable(family.clone()))?;
        let now: Money = rows.goods.iter().map(|goods| goods.net()).sum::<Money>()
            + rows.adjustments.iter().map(|line| line.amount).sum();
        let later = self.writing.unsettled_after(family, day)?;
        Ok(Unsettled {
            family: family.clone(),
            goods: rows.goods,
            adjustments: rows.adjustments,
            held: rows.held,
            brought_forward: owed - now - later,
            advance_left: self.writing.balance(&Account::Advance(family.clone()))?,
            advance_instalment: instalment.unwrap_or_default(),
        })
    }
}
