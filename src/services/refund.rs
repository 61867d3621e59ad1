//! Taking goods back against a sale, for money or for other goods.

use crate::domain::fact::Fact;
use crate::domain::id::StaffCode;
use crate::domain::refund::{AlreadyRefunded, Refund, RefundContext, refund};
pub use crate::domain::refund::{GoodsBack, RefundRequest};
use crate::domain::sale::{Offer, Sale, TenderKind};
use crate::domain::staff::Act;
use crate::domain::ticket::Ticket;
use crate::store::{Recorded, Series};

use super::sell::Completed;
use super::{Approval, By, Error, Recorder, Refusal, Session, Till, check_reason};

/// Goods given back against others, and who agreed to it.
#[derive(Debug, Clone)]
pub struct Exchange {
    pub back: GoodsBack,
    /// Who agreed, where somebody must.
    pub approvals: Vec<Approval>,
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
        let by = By::allowed(session, Act::Refund, approval)?;
        let cashier = session.staff().clone();
        self.write(move |recorder| recorder.give_back(by, cashier, request))
    }

    /// Takes goods back and sells others against them, in one record after the other
    /// or not at all. What comes back counts as cash for what is sold, so that the
    /// customer pays or gets the difference.
    ///
    /// # Errors
    /// As [`Till::refund`] and [`Till::complete_sale`].
    pub fn exchange(
        &self,
        session: &Session,
        exchange: Exchange,
        ticket: Ticket,
        mut offers: Vec<Offer>,
        approvals: &[Approval],
    ) -> Result<Completed, Error> {
        let agreed = exchange.approvals.iter().chain(approvals);
        let by = By::allowed(session, Act::Refund, agreed)?;
        let (session, approvals) = (session.clone(), approvals.to_vec());
        self.write_sale(move |recorder| {
            if recorder.writing.sale(ticket.id)?.is_none() {
                let cashier = session.staff().clone();
                let refund = recorder.give_back(by, cashier, exchange.back.request)?;
                let credit = refund.fact.returned();
                if credit.is_positive() {
                    offers.insert(0, Offer::new(TenderKind::Cash, credit));
                }
            }
            recorder.sell(&session, ticket, offers, None, &approvals)
        })
    }
}

impl Recorder<'_, '_> {
    /// Records a refund, once.
    fn give_back(
        &mut self,
        by: By,
        cashier: StaffCode,
        request: RefundRequest,
    ) -> Result<Recorded<Refund>, Error> {
        if let Some(done) = self.writing.refund(request.id)? {
            return Ok(done);
        }
        let catalogue = self.catalogue()?;
        let sale = self.writing.sale(request.sale)?;
        let sale = sale.ok_or_else(|| Refusal::UnknownSale(request.sale.to_string()))?;
        let day = self.open_day()?;
        let shift = self.open_shift()?;
        check_reason(&request.reason)?;
        let already = self.writing.already_refunded(&sale.fact)?;
        let context = RefundContext {
            id: request.id,
            number: self.writing.next_number(Series::Refund)?,
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
        let entry = self.record(by, Some(day), fact)?;
        Ok(Recorded::of(entry, refund))
    }
}
