//! Shifts: float, cash moved, the blind count, the close.

use crate::domain::fact::{Fact, SafeFilled};
use crate::domain::id::{FactId, ShiftId};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::shift::{
    CashMovement, CashMovementKind, Count, Denomination, ShiftClosing, ShiftOpening, ShiftRefusal,
    check_amount, close, count,
};
use crate::domain::staff::{Act, Role, authorise};
use crate::store::OpenShift;

use super::{Approval, By, Error, Recorder, Session, Till};

impl Till {
    /// The shift open at this till, if one is.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn current_shift(&self) -> Result<Option<OpenShift>, Error> {
        let till = self.code().clone();
        self.read(move |books| Ok(books.open_shift(&till)?))
    }

    /// Opens a shift with a counted float. What the safe lacks of the float is
    /// recorded as the organiser's cash put in.
    ///
    /// # Errors
    /// No open day; a shift is open here; a float out of range.
    pub fn open_shift(&self, session: &Session, float: Money) -> Result<ShiftOpening, Error> {
        let by = By::actor(session);
        let id = ShiftId(self.moments().new_id());
        let cashier = session.staff().clone();
        self.write(move |recorder| {
            let day = recorder
                .writing
                .open_day()?
                .ok_or(ShiftRefusal::NoOpenDay)?
                .day;
            if let Some(open) = recorder.writing.open_shift(&recorder.till)? {
                return Err(ShiftRefusal::AlreadyOpen {
                    cashier: open.opening.cashier,
                }
                .into());
            }
            check_amount(float)?;
            let missing = float - recorder.writing.balance(&Account::Safe)?.or_zero();

            if missing.is_positive() {
                let fill = SafeFilled {
                    amount: missing,
                    reason: "float".to_owned(),
                };
                recorder.record(by.clone(), Some(day), Fact::SafeFilled(fill))?;
            }
            let opening = ShiftOpening {
                id,
                day,
                cashier,
                float,
            };
            recorder.record(by, Some(day), Fact::ShiftOpened(opening.clone()))?;
            Ok(opening)
        })
    }

    /// Moves cash without a sale: in, out, or to the safe.
    ///
    /// # Errors
    /// No approval (a drop needs none); no open shift; no reason; more than is
    /// in the drawer.
    pub fn move_cash(
        &self,
        session: &Session,
        kind: CashMovementKind,
        amount: Money,
        reason: String,
        approval: Option<&Approval>,
    ) -> Result<CashMovement, Error> {
        let by = match kind {
            CashMovementKind::Drop => By::actor(session),
            CashMovementKind::PaidIn | CashMovementKind::PaidOut => {
                By::allowed(session, Act::MoveCash, approval)?
            }
        };
        self.write(move |recorder| {
            let shift = recorder.open_shift()?;
            check_amount(amount)?;
            if amount.is_zero() {
                return Err(ShiftRefusal::AmountOutOfRange.into());
            }
            if reason.trim().is_empty() && kind != CashMovementKind::Drop {
                return Err(ShiftRefusal::ReasonMissing.into());
            }
            let drawer = recorder.drawer()?;
            if kind != CashMovementKind::PaidIn && amount > drawer {
                return Err(ShiftRefusal::NotInDrawer { drawer }.into());
            }
            let day = shift.opening.day;
            let movement = CashMovement {
                shift: shift.opening.id,
                day,
                kind,
                amount,
                reason,
            };
            recorder.record(by, Some(day), Fact::CashMoved(movement.clone()))?;
            Ok(movement)
        })
    }

    /// Records a blind count of the drawer. What it should hold is not told.
    ///
    /// # Errors
    /// No open shift; somebody else's, and the actor is no supervisor; a value
    /// that is no note or coin.
    pub fn count_drawer(
        &self,
        session: &Session,
        denominations: Vec<Denomination>,
    ) -> Result<Count, Error> {
        let session = session.clone();
        self.write(move |recorder| {
            let shift = recorder.own_shift(&session)?;
            let catalogue = recorder.catalogue()?;
            let count = count(&catalogue.bazaar, &shift.opening, denominations)?;
            let fact = Fact::DrawerCounted(count.clone());
            recorder.record(By::actor(&session), Some(shift.opening.day), fact)?;
            Ok(count)
        })
    }

    /// Closes the shift on its last count; only now expected and difference are
    /// told. What was counted goes to the safe.
    ///
    /// # Errors
    /// No open shift, not counted, counted before the last cash moved, a
    /// difference above the bazaar's limit without a reason.
    pub fn close_shift(&self, session: &Session, reason: String) -> Result<ShiftClosing, Error> {
        let session = session.clone();
        self.write(move |recorder| {
            let shift = recorder.own_shift(&session)?;
            let (seq, count) = recorder
                .writing
                .last_count(shift.opening.id)?
                .ok_or(ShiftRefusal::NotCounted)?;
            if recorder.writing.drawer_moved_since(&recorder.till, seq)? {
                return Err(ShiftRefusal::CountStale.into());
            }
            let catalogue = recorder.catalogue()?;
            let expected = recorder.drawer()?;
            let closing = close(&catalogue.bazaar, &shift.opening, count, expected, reason)?;

            let fact = Fact::ShiftClosed(Box::new(closing.clone()));
            recorder.record(By::actor(&session), Some(closing.day), fact)?;
            Ok(closing)
        })
    }

    /// Puts the organiser's cash into the safe. The id is made when the request is
    /// begun: the same request sent twice fills it once.
    ///
    /// # Errors
    /// Not an organiser; an amount out of range; no reason.
    pub fn fill_safe(
        &self,
        session: &Session,
        id: FactId,
        amount: Money,
        reason: String,
    ) -> Result<(), Error> {
        authorise(Act::PayOut, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            if recorder.writing.fact_by_id(id)?.is_some() {
                return Ok(());
            }
            check_amount(amount)?;
            if reason.trim().is_empty() {
                return Err(ShiftRefusal::ReasonMissing.into());
            }
            let day = recorder.writing.open_day()?.map(|row| row.day);
            recorder.record_as(id, by, day, Fact::SafeFilled(SafeFilled { amount, reason }))?;
            Ok(())
        })
    }
}

impl Recorder<'_, '_> {
    /// What this till's drawer should hold.
    fn drawer(&self) -> Result<Money, Error> {
        Ok(self.writing.balance(&Account::Drawer(self.till.clone()))?)
    }

    fn own_shift(&self, session: &Session) -> Result<OpenShift, Error> {
        let shift = self.open_shift()?;
        let own = &shift.opening.cashier == session.staff();
        if !own && session.role() < Role::Supervisor {
            return Err(ShiftRefusal::NotYours {
                cashier: shift.opening.cashier,
            }
            .into());
        }
        Ok(shift)
    }
}
