//! Selling: paying a ticket, parking and recalling it, giving it up, opening the
//! drawer without a sale.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};

use crate::domain::bazaar::MoneyTaker;
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::{DrawerOpened, Fact, TicketParked, TicketRecalled, TicketVoided};
use crate::domain::id::{FamilyCode, Number, StaffCode, TicketId};
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::sale::{InHand, Offer, Sale, SaleContext, SaleLine, TenderKind, complete};
use crate::domain::shift::ShiftRefusal;
use crate::domain::staff::{Act, RoleRefusal, authorise};
use crate::domain::ticket::{PriceSource, Priced, Ticket};
use crate::store::{Books, OpenShift, Parked, Recorded, SaleFilter, SaleSummary, Series};

use super::{
    Approval, By, Error, Recorder, Refusal, SalePapers, Session, Till, check_reason, staff_member,
};

/// A sale as recorded, and whether this call recorded it.
#[derive(Debug, Clone)]
pub struct Completed {
    pub sale: Recorded<Sale>,
    /// The same ticket had been paid before; nothing was written now.
    pub again: bool,
}

/// When the sales looked for were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum When {
    LastHour,
    /// On the open trading day.
    #[default]
    Today,
    Ever,
}

/// Which sales are looked for; what is absent does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaleSearch {
    pub when: When,
    pub paid: Option<Money>,
    pub family: Option<FamilyCode>,
}

/// What families standing at their own stalls take of a ticket: one offer for
/// each, of what its goods come to.
///
/// # Errors
/// The ticket can't be priced.
pub fn taken_by_families(catalogue: &Catalogue, ticket: &Ticket) -> Result<Vec<Offer>, Error> {
    let priced = ticket.price()?;
    let mut goods: BTreeMap<&FamilyCode, Money> = BTreeMap::new();
    for (line, amounts) in ticket.lines.iter().zip(&priced.lines) {
        if catalogue.money_taker(&line.family) == MoneyTaker::Family {
            *goods.entry(&line.family).or_default() += amounts.paid;
        }
    }
    let offers = goods.into_iter().filter(|(_, amount)| amount.is_positive());
    Ok(offers
        .map(|(family, amount)| Offer::new(TenderKind::TakenByFamily(family.clone()), amount))
        .collect())
}

/// The acts its amounts need a supervisor for: prices changed, discounts above the
/// cashier's limit. Goods past their date are found by [`Ticket::has_expired`].
pub fn acts_to_approve(
    ticket: &Ticket,
    priced: &Priced,
    limit: crate::domain::money::Bps,
) -> Vec<Act> {
    let mut acts = Vec::new();
    let overridden = |source: &PriceSource| matches!(source, PriceSource::Override { .. });
    if ticket
        .lines
        .iter()
        .any(|line| overridden(&line.price_source))
    {
        acts.push(Act::OverridePrice);
    }
    let line_above = ticket.lines.iter().any(|line| {
        line.discount
            .as_ref()
            .is_some_and(|discount| discount.value.exceeds(limit, line.list()))
    });
    let before_ticket_discount = priced.goods() + priced.ticket_discount;
    let ticket_above = ticket
        .discount
        .as_ref()
        .is_some_and(|discount| discount.value.exceeds(limit, before_ticket_discount));
    if line_above || ticket_above {
        acts.push(Act::LargeDiscount);
    }
    acts
}

impl Till {
    /// Pays a ticket. The sale is durable when this returns. The same ticket
    /// sent again, after a lost answer, gives the sale recorded the first time.
    ///
    /// # Errors
    /// Refused, in this order: not set up; the ticket was voided, or sold with
    /// other contents; no open day; no open shift; an approval missing or too
    /// low; whatever [`complete`] refuses.
    pub fn complete_sale<'a>(
        &self,
        session: &Session,
        ticket: Ticket,
        offers: Vec<Offer>,
        approvals: impl IntoIterator<Item = &'a Approval>,
    ) -> Result<Completed, Error> {
        let session = session.clone();
        let approvals: Vec<Approval> = approvals.into_iter().cloned().collect();
        self.write_sale(move |recorder| {
            if let Some(order) = ticket.order {
                return Err(Refusal::OrderTicketOther(order).into());
            }
            recorder.sell(&session, ticket, offers, None, &approvals)
        })
    }

    /// Writes what ends in a sale, and puts in line what it was asked for. Nothing
    /// that is wrong with the papers keeps the sale from being recorded.
    pub(super) fn write_sale(
        &self,
        act: impl FnOnce(&mut Recorder<'_, '_>) -> Result<Completed, Error> + Clone + Send + 'static,
    ) -> Result<Completed, Error> {
        if self.papers.is_empty() {
            return self.write(act);
        }
        match self.write(act.clone()) {
            // Nothing of it was recorded, or all: then it is found as sold.
            Err(Error::Fault(_)) => self.asking_for(SalePapers::default()).write(act),
            answer => answer,
        }
    }

    /// Keeps a ticket for later under a name, with what comes back against its goods.
    ///
    /// # Errors
    /// An empty ticket, or one already voided or sold.
    pub fn park(
        &self,
        session: &Session,
        in_hand: impl Into<InHand>,
        name: String,
    ) -> Result<(), Error> {
        let by = By::actor(session);
        let InHand { ticket, back, .. } = in_hand.into();
        self.write(move |recorder| {
            ticket.price()?;
            recorder.check_unfinished(&ticket)?;
            let day = recorder.open_day()?;
            recorder.writing.forget_in_hand(ticket.id)?;
            let parked = TicketParked { ticket, name, back };
            recorder.record(by, Some(day), Fact::TicketParked(parked))?;
            Ok(())
        })
    }

    /// Takes a parked ticket up again.
    ///
    /// # Errors
    /// [`Refusal::UnknownParked`] if it is not parked (any more).
    pub fn recall(&self, session: &Session, ticket: TicketId) -> Result<InHand, Error> {
        let by = By::actor(session);
        let staff = session.staff().clone();
        self.write(move |recorder| {
            let parked = recorder.parked_ticket(ticket)?;
            let day = recorder.open_day()?;
            recorder.record(
                by,
                Some(day),
                Fact::TicketRecalled(TicketRecalled { ticket }),
            )?;
            // From here on it is nowhere else.
            let in_hand = InHand {
                back: parked.back,
                ..InHand::of(parked.ticket)
            };
            recorder.keep_in_hand(staff, in_hand.clone(), 0, false)?;
            Ok(in_hand)
        })
    }

    /// The tickets parked at this till, oldest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn parked(&self) -> Result<Vec<Parked>, Error> {
        self.read(|books| Ok(books.parked()?))
    }

    /// Gives an unfinished ticket up, parked or not.
    ///
    /// # Errors
    /// No reason; already voided or sold; no open day.
    pub fn void(&self, session: &Session, ticket: Ticket, reason: String) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let total = ticket.price()?.due;
            check_reason(&reason)?;
            recorder.check_unfinished(&ticket)?;
            recorder.void(by, ticket, total, reason)
        })
    }

    /// Gives a parked ticket up as it was parked.
    ///
    /// # Errors
    /// No reason; [`Refusal::UnknownParked`] if it is not parked (any more); no open
    /// day.
    pub fn void_parked(
        &self,
        session: &Session,
        ticket: TicketId,
        reason: String,
    ) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            check_reason(&reason)?;
            let ticket = recorder.parked_ticket(ticket)?.ticket;
            let total = ticket.price()?.due;
            recorder.void(by, ticket, total, reason)
        })
    }

    /// Records that the drawer is opened without a sale.
    ///
    /// # Errors
    /// No reason, no open shift, no approval.
    pub fn open_drawer(
        &self,
        session: &Session,
        reason: String,
        approval: Option<&Approval>,
    ) -> Result<(), Error> {
        let by = By::allowed(session, Act::OpenDrawer, approval)?;
        self.write(move |recorder| {
            check_reason(&reason)?;
            let shift = recorder.open_shift()?;
            let fact = Fact::DrawerOpened(DrawerOpened { reason });
            recorder.record(by, Some(shift.opening.day), fact)?;
            Ok(())
        })
    }

    /// A sale by its number (`T1-000042`, or with the bazaar's code before it, or
    /// only `42` for this till).
    ///
    /// # Errors
    /// Not set up; [`Refusal::UnknownSale`]; faults of the store.
    pub fn find_sale(&self, number: &str) -> Result<Recorded<Sale>, Error> {
        let asked = number.trim().to_owned();
        self.read(move |books| {
            let found = match number_asked_for(books, &asked)? {
                Some(number) => books.sale_by_number(&number)?,
                None => None,
            };
            found.ok_or_else(|| Refusal::UnknownSale(asked).into())
        })
    }

    /// The last sale of this till, for reprints and after a restart.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn last_sale(&self) -> Result<Option<Recorded<Sale>>, Error> {
        self.read(|books| Ok(books.last_sale()?))
    }

    /// The sales looked for, newest first.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn find_sales(&self, search: SaleSearch, limit: usize) -> Result<Vec<SaleSummary>, Error> {
        let moments = self.moments().clone();
        self.read(move |books| {
            let mut filter = SaleFilter {
                paid: search.paid,
                family: search.family,
                ..SaleFilter::default()
            };
            match search.when {
                When::LastHour => {
                    let zone = &super::catalogue(books)?.bazaar.time_zone;
                    filter.since = Some(moments.now(zone) - TimeDelta::hours(1));
                }
                When::Today => match books.open_day()? {
                    Some(open) => filter.day = Some(open.day),
                    None => return Ok(Vec::new()),
                },
                When::Ever => {}
            }
            Ok(books.sales(&filter, limit)?)
        })
    }

    /// The latest sales of the open day, newest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn recent_sales(&self, limit: usize) -> Result<Vec<SaleSummary>, Error> {
        self.find_sales(SaleSearch::default(), limit)
    }
}

/// The number a text stands for in this bazaar, by [`Bazaar::number`].
///
/// [`Bazaar::number`]: crate::domain::bazaar::Bazaar::number
pub(super) fn number_asked_for(books: &Books<'_>, asked: &str) -> Result<Option<Number>, Error> {
    let catalogue = super::catalogue(books)?;
    Ok(catalogue.bazaar.number(asked, books.till()))
}

impl Recorder<'_, '_> {
    /// The shift open at this till.
    pub(super) fn open_shift(&self) -> Result<OpenShift, Error> {
        Ok(self
            .writing
            .open_shift(&self.till)?
            .ok_or(ShiftRefusal::NoOpenShift)?)
    }

    fn parked_ticket(&self, ticket: TicketId) -> Result<Parked, Error> {
        let parked = self.writing.parked_ticket(ticket)?;
        Ok(parked.ok_or(Refusal::UnknownParked(ticket))?)
    }

    /// Records that a ticket of `total` is given up.
    fn void(&mut self, by: By, ticket: Ticket, total: Money, reason: String) -> Result<(), Error> {
        let day = self.open_day()?;
        self.writing.forget_in_hand(ticket.id)?;
        let void = TicketVoided {
            ticket,
            total,
            reason,
        };
        self.record(by, Some(day), Fact::TicketVoided(void))?;
        Ok(())
    }

    fn check_unfinished(&self, ticket: &Ticket) -> Result<(), Error> {
        if self.writing.voided(ticket.id)? {
            return Err(Refusal::TicketVoided(ticket.id).into());
        }
        if let Some(sold) = self.writing.sale(ticket.id)? {
            let number = sold.fact.number;
            return Err(Refusal::TicketSoldOtherwise {
                ticket: ticket.id,
                number,
            }
            .into());
        }
        Ok(())
    }

    /// Records the sale of a ticket, once. The prices and discounts of a web shop's
    /// order were answered for when it was taken in.
    pub(super) fn sell(
        &mut self,
        session: &Session,
        mut ticket: Ticket,
        offers: Vec<Offer>,
        order: Option<&Order>,
        approvals: &[Approval],
    ) -> Result<Completed, Error> {
        let catalogue = self.catalogue()?;
        if let Some(sold) = self.writing.sale(ticket.id)? {
            let done = already_sold(&ticket, sold)?;
            self.put_in_line(&catalogue, &done.sale)?;
            return Ok(done);
        }
        self.check_unfinished(&ticket)?;
        let day = self.open_day()?;
        let shift = self.open_shift()?;
        let approver = match order.filter(|order| order.shop.is_some()) {
            Some(order) => self.approve_dates(session, &catalogue, order, day, approvals)?,
            None => self.approve_ticket(session, &catalogue, &mut ticket, day, approvals)?,
        };
        let context = |number| SaleContext {
            number,
            day,
            shift: shift.opening.id,
            cashier: session.staff().clone(),
            deposit: order.map_or(Money::ZERO, |order| order.deposit),
            deposit_by: order.and_then(Order::deposit_by).cloned(),
        };
        let number = self.writing.next_number(Series::Sale)?;
        let sale = complete(&catalogue.bazaar, &ticket, &offers, context(number))?;

        // Point of no return: from here on the sale is only written.
        let by = By::approved(session, approver);
        self.writing.forget_in_hand(sale.id)?;
        let entry = self.record(by, Some(day), Fact::SaleCompleted(Box::new(sale.clone())))?;
        let sale = Recorded::of(entry, sale);
        self.put_in_line(&catalogue, &sale)?;
        Ok(Completed { sale, again: false })
    }

    /// Puts the papers in line that this sale was asked for.
    fn put_in_line(&mut self, catalogue: &Catalogue, sale: &Recorded<Sale>) -> Result<(), Error> {
        let bazaar = &catalogue.bazaar.code;
        self.papers
            .put_in_line(self.writing, bazaar, &sale.fact, sale.at)?;
        Ok(())
    }

    /// Checks the dates of the goods of a web shop's order as the counter does.
    fn approve_dates(
        &self,
        session: &Session,
        catalogue: &Catalogue,
        order: &Order,
        day: NaiveDate,
        approvals: &[Approval],
    ) -> Result<Option<StaffCode>, Error> {
        if order.expired(catalogue, day).is_empty() {
            return Ok(None);
        }
        let who = staff_member(self.writing, session.staff())?;
        let act = Act::SellExpired;
        Ok(authorise(act, &who, Approval::of(act, approvals))?)
    }

    /// Checks discounts, prices and the dates of the goods against what the cashier
    /// may, and writes the approver on the discounts they approved.
    fn approve_ticket(
        &self,
        session: &Session,
        catalogue: &Catalogue,
        ticket: &mut Ticket,
        day: NaiveDate,
        approvals: &[Approval],
    ) -> Result<Option<StaffCode>, Error> {
        let who = staff_member(self.writing, session.staff())?;
        let limit = who
            .discount_limit
            .unwrap_or(catalogue.bazaar.cashier_discount_limit);
        // What the ticket says about approvals is not believed.
        ticket.set_approver(None);
        let priced = ticket.price()?;
        let mut approver = None;
        let expired = ticket
            .has_expired(catalogue, day)
            .then_some(Act::SellExpired);
        let acts = acts_to_approve(ticket, &priced, limit);
        for act in expired.into_iter().chain(acts) {
            approver = authorise(act, &who, Approval::of(act, approvals))?.or(approver);
            if act == Act::LargeDiscount {
                ticket.set_approver(approver.as_ref());
            }
        }
        Ok(approver)
    }
}

fn already_sold(ticket: &Ticket, sold: Recorded<Sale>) -> Result<Completed, Error> {
    let same = |line: &SaleLine, asked: &crate::domain::ticket::TicketLine| {
        line.item.sku == asked.sku
            && line.item.quantity == asked.quantity
            && line.item.unit_price == asked.unit_price
    };
    let same_lines = sold.fact.lines.len() == ticket.lines.len()
        && sold
            .fact
            .lines
            .iter()
            .zip(&ticket.lines)
            .all(|(line, asked)| same(line, asked));
    if !same_lines {
        let number = sold.fact.number;
        return Err(Refusal::TicketSoldOtherwise {
            ticket: ticket.id,
            number,
        }
        .into());
    }
    Ok(Completed {
        sale: sold,
        again: true,
    })
}

/// Whether a refusal says that an approval is what is missing.
pub fn missing_approval(error: &Error) -> Option<Act> {
    match error.refusal() {
        Some(Refusal::Role(RoleRefusal::NeedsApproval { act, .. })) => Some(*act),
        _ => None,
    }
}
