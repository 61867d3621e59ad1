//! Taking goods back against a sale.

use crate::domain::fact::Fact;
use crate::domain::id::{RefundId, TicketId};
use crate::domain::refund::{AlreadyRefunded, Refund, RefundContext, Return, refund};
use crate::domain::sale::Sale;
use crate::domain::staff::{Act, authorise};
use crate::store::{Recorded, Series};

use super::{Approval, By, Error, Refusal, Session, Till};

/// What is asked back, and how.
#[derive(Debug, Clone)]
pub struct RefundRequest {
    /// Made when the request is begun: the same request sent twice is one refund.
    pub id: RefundId,
    pub sale: TicketId,
    pub returns: Vec<Return>,
    pub reason: String,
    /// All of it in cash, whatever the sale was paid with.
    pub in_cash: bool,
}

impl Till {
    /// What of a sale was given back already.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn already_refunded(&self, sale: &Sale) -> Result<AlreadyRefunded, Error> {
        let sale = sale.clone();
        self.read(move |books| Ok(books.already_refunded(&sale)?))
    }

    /// Gives goods back; a supervisor does it or approves it.
    ///
    /// # Errors
    /// No approval; unknown sale; no open shift; no reason; whatever
    /// [`refund`] refuses.
    pub fn refund(
        &self,
        session: &Session,
        request: RefundRequest,
        approval: Option<&Approval>,
    ) -> Result<Recorded<Refund>, Error> {
        let approver = authorise(
            Act::Refund,
            session.who(),
            Approval::of(Act::Refund, approval),
        )?;
        let by = By::approved(session, approver);
        let cashier = session.staff().clone();
        self.write(move |recorder| {
            if let Some(done) = recorder.writing.refund(request.id)? {
                return Ok(done);
            }
            let catalogue = recorder.catalogue()?;
            let sale = recorder.writing.sale(request.sale)?;
            let sale = sale.ok_or_else(|| Refusal::UnknownSale(request.sale.to_string()))?;
            let day = recorder.open_day()?;
            let shift = recorder.open_shift()?;
            if request.reason.trim().is_empty() {
                return Err(Refusal::ReasonMissing.into());
            }
            let already = recorder.writing.already_refunded(&sale.fact)?;
            let context = RefundContext {
                id: request.id,
                number: recorder.writing.next_number(Series::Refund)?,
                day,
                shift: shift.opening.id,
                cashier,
                reason: request.reason,
                in_cash: request.in_cash,
            };
            let refund = refund(
                &catalogue.bazaar,
                &sale.fact,
                &already,
                &request.returns,
                context,
            )?;

            let fact = Fact::SaleRefunded(Box::new(refund.clone()));
            let entry = recorder.record(by, Some(day), fact)?;
            Ok(Recorded {
                seq: entry.seq,
                at: entry.at,
                approver: entry.approver,
                fact: refund,
            })
        })
    }
}
