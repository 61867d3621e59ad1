//! Money asked for outside the till, of which nobody could say whether it moved: a
//! card machine that lost its line. It is written down, asked about by its reference,
//! and cleared when somebody knows. Nothing here moves money in the books: what
//! arrived is given for the ticket like any other payment.

use crate::domain::fact::{Fact, PaymentCleared, UnknownPayment};
use crate::domain::id::PaymentId;
use crate::store::Recorded;

use super::{By, Error, Session, Till};

impl Till {
    /// Writes down that the fate of a payment is unknown. Told twice, it is written
    /// once.
    ///
    /// # Errors
    /// No open day; faults of the store.
    pub fn leave_unknown(&self, session: &Session, payment: UnknownPayment) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let known = recorder.writing.unknown_payments()?;
            if known.iter().any(|other| other.fact.id == payment.id) {
                return Ok(());
            }
            let day = recorder.open_day()?;
            recorder.record(by, Some(day), Fact::PaymentLeftUnknown(payment))?;
            Ok(())
        })
    }

    /// Says what became of a payment. One that was cleared already stays as it was.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn clear_payment(
        &self,
        session: &Session,
        id: PaymentId,
        moved: bool,
    ) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let known = recorder.writing.unknown_payments()?;
            if known.iter().all(|payment| payment.fact.id != id) {
                return Ok(());
            }
            let day = recorder.writing.open_day()?.map(|row| row.day);
            let cleared = PaymentCleared { id, moved };
            recorder.record(by, day, Fact::PaymentCleared(cleared))?;
            Ok(())
        })
    }

    /// The payments nobody knows of yet, oldest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn unknown_payments(&self) -> Result<Vec<Recorded<UnknownPayment>>, Error> {
        self.read(|books| Ok(books.unknown_payments()?))
    }
}
