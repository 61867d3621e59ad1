//! Orders: taken with a deposit, handed over as a sale, or cancelled.

use chrono::NaiveDate;

use crate::domain::fact::Fact;
use crate::domain::family::ProductLine;
use crate::domain::id::OrderId;
use crate::domain::money::Money;
use crate::domain::order::{
    Customer, Order, OrderCancellation, OrderContext, OrderRefusal, OrderState, Wanted, cancel,
    deliver, take, take_from_shop,
};
use crate::domain::sale::{Offer, TenderKind};
use crate::domain::shop::ShopOrder;
use crate::domain::staff::Act;
use crate::domain::ticket::Ticket;
use crate::locale::Texts;
use crate::locale::bidi::{first_strong, left_to_right};
use crate::print::papers::ORDER_SUFFIX;
use crate::store::{OrderRow, Series};
use crate::tr;

use super::moment::made_of;
use super::sell::{Completed, missing_approval, number_asked_for};
use super::{Approval, By, Error, Recorder, Refusal, Session, Till, open_day};

/// An order as asked for at the counter.
#[derive(Debug, Clone)]
pub struct OrderRequest {
    /// Made when the order is begun: the same order sent twice is one.
    pub id: OrderId,
    pub ticket: Ticket,
    pub customer: Customer,
    pub wish: String,
    pub due_on: Option<NaiveDate>,
    pub deposit: Vec<Offer>,
}

/// An order as a web shop tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopRequest {
    pub wanted: Wanted,
    /// What was paid in the shop.
    pub paid: Vec<Offer>,
    pub shop: ShopOrder,
}

/// What a courier's run came to.
#[derive(Debug, Clone, Default)]
pub struct CourierRun {
    pub gone: Vec<Completed>,
    pub left: Vec<LeftBehind>,
}

/// An order a run did not take along: some of its goods are past their date, or it
/// needs a word whoever sends the run can't give. Somebody looks at it and hands it over
/// by itself, or cancels it.
#[derive(Debug, Clone)]
pub struct LeftBehind {
    pub order: Order,
    pub expired: Vec<ProductLine>,
}

impl LeftBehind {
    /// Which it is and why it stays, in one sentence.
    pub fn said(&self, texts: &Texts) -> String {
        let shop = self.order.shop.as_ref();
        let number = shop.map_or_else(|| self.order.number.to_string(), |shop| shop.number.clone());
        if self.expired.is_empty() {
            return tr!(
                texts,
                "notice-run-left-approval",
                number = left_to_right(&number),
                customer = first_strong(&self.order.customer.name)
            );
        }
        tr!(
            texts,
            "notice-run-left",
            number = left_to_right(&number),
            customer = first_strong(&self.order.customer.name),
            goods = expired_in_words(texts, &self.expired)
        )
    }
}

/// Goods past their date by their names, each with the last day it was good.
pub fn expired_in_words<'a>(
    texts: &Texts,
    goods: impl IntoIterator<Item = &'a ProductLine>,
) -> String {
    let dated = goods
        .into_iter()
        .filter_map(|line| Some((line, line.best_before?)));
    let said = dated.map(|(line, date)| {
        tr!(
            texts,
            "notice-expired-goods",
            name = first_strong(texts.name(&line.name)),
            date = texts.date_short(date)
        )
    });
    said.collect::<Vec<_>>().join(" · ")
}

/// The id of a shop's order: always the same, so that it is taken in once.
pub fn shop_order_id(shop: &ShopOrder) -> OrderId {
    OrderId(made_of(&["shop order", &shop.key()]))
}

impl Till {
    /// Takes an order and its deposit.
    ///
    /// # Errors
    /// No open day or shift; whatever [`take`] refuses.
    pub fn take_order(&self, session: &Session, request: OrderRequest) -> Result<Order, Error> {
        let by = By::actor(session);
        let cashier = session.staff().clone();
        self.write(move |recorder| {
            if let Some(row) = recorder.writing.order(request.id)? {
                return Ok(row.order);
            }
            let catalogue = recorder.catalogue()?;
            let day = recorder.open_day()?;
            let shift = recorder.open_shift()?;
            let context = OrderContext {
                id: request.id,
                number: recorder.writing.next_number(Series::Order)?,
                day,
                shift: shift.opening.id,
                cashier,
            };
            let OrderRequest {
                ticket,
                customer,
                wish,
                due_on,
                deposit,
                ..
            } = request;
            let ticket_id = ticket.id;
            let wanted = Wanted {
                ticket,
                customer,
                wish,
                due_on,
            };
            let order = take(&catalogue.bazaar, wanted, &deposit, context)?;

            recorder.writing.forget_in_hand(ticket_id)?;
            recorder.record(by, Some(day), Fact::OrderTaken(Box::new(order.clone())))?;
            Ok(order)
        })
    }

    /// Takes orders that customers placed in a web shop: all of them, or none. One
    /// that was taken before is passed over. The prices and discounts of the shop
    /// count as they are.
    ///
    /// # Errors
    /// Neither a supervisor nor an approval; no open day or shift; whatever
    /// [`take_from_shop`] refuses.
    pub fn take_shop_orders(
        &self,
        session: &Session,
        orders: Vec<ShopRequest>,
        approval: Option<&Approval>,
    ) -> Result<Vec<Order>, Error> {
        let by = By::allowed(session, Act::OverridePrice, approval)?;
        let session = session.clone();
        self.write(move |recorder| {
            let mut taken = Vec::new();
            for request in orders {
                taken.extend(recorder.take_from_shop(&session, by.clone(), request)?);
            }
            Ok(taken)
        })
    }

    /// Hands an order over: its deposit and `offers` pay for it. The prices of a web
    /// shop need no approval any more; its goods past their date do.
    ///
    /// # Errors
    /// Unknown or closed order; whatever a sale refuses.
    pub fn hand_over<'a>(
        &self,
        session: &Session,
        order: OrderId,
        mut offers: Vec<Offer>,
        approvals: impl IntoIterator<Item = &'a Approval>,
    ) -> Result<Completed, Error> {
        let session = session.clone();
        let approvals: Vec<Approval> = approvals.into_iter().cloned().collect();
        self.write_sale(move |recorder| {
            let row = recorder.order(order)?;
            if row.state == OrderState::Cancelled {
                return Err(OrderRefusal::NotOpen(row.state).into());
            }
            let order = row.order;
            if order.deposit.is_positive() {
                offers.insert(0, Offer::new(TenderKind::Deposit, order.deposit));
            }
            recorder.sell(
                &session,
                order.ticket.clone(),
                offers,
                Some(&order),
                &approvals,
            )
        })
    }

    /// Hands over a courier's run: of these orders those that go to a customer's door
    /// on the open day, each a sale of its own. One handed over or cancelled before is
    /// left alone. One with goods past their date is left behind, whoever hands the run
    /// over: nobody looks at every order of it.
    ///
    /// # Errors
    /// No open day; as [`Till::hand_over`]; those before it are handed over then.
    pub fn hand_over_run(
        &self,
        session: &Session,
        orders: Vec<OrderId>,
    ) -> Result<CourierRun, Error> {
        let catalogue = self.catalogue()?;
        let (going, mut left) = self.read(move |books| {
            let day = open_day(books)?;
            let (mut going, mut left) = (Vec::new(), Vec::new());
            for id in orders {
                let row = books.order(id)?;
                let row = row.ok_or_else(|| Refusal::UnknownOrder(id.to_string()))?;
                if row.state == OrderState::Cancelled || !row.order.can_go_out(day) {
                    continue;
                }
                let expired = row.order.expired(&catalogue, day);
                if expired.is_empty() {
                    going.push(row.order);
                } else if row.state == OrderState::Open {
                    let expired = expired.into_iter().cloned().collect();
                    let order = row.order;
                    left.push(LeftBehind { order, expired });
                }
            }
            Ok((going, left))
        })?;
        let mut gone = Vec::new();
        for order in going {
            match self.hand_over(session, order.id, Vec::new(), None) {
                Ok(done) => gone.extend((!done.again).then_some(done)),
                // The others go all the same.
                Err(error) if missing_approval(&error).is_some() => {
                    let expired = Vec::new();
                    left.push(LeftBehind { order, expired });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(CourierRun { gone, left })
    }

    /// Cancels an order; what is not kept of the deposit goes back in cash, or online
    /// where it was paid in a web shop.
    ///
    /// # Errors
    /// No approval; unknown order; whatever [`cancel`] refuses.
    pub fn cancel_order(
        &self,
        session: &Session,
        order: OrderId,
        kept: Money,
        reason: String,
        approval: Option<&Approval>,
    ) -> Result<OrderCancellation, Error> {
        let by = By::allowed(session, Act::CancelOrder, approval)?;
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let row = recorder.order(order)?;
            let day = recorder.open_day()?;
            let shift = recorder.open_shift()?.opening.id;
            let cancelled = cancel(
                &catalogue.bazaar,
                &row.order,
                row.state,
                kept,
                reason,
                day,
                shift,
            )?;

            let fact = Fact::OrderCancelled(Box::new(cancelled.clone()));
            recorder.record(by, Some(day), fact)?;
            Ok(cancelled)
        })
    }

    /// Notes that a paid order arrived at the customer's door. Noted twice, it is
    /// noted once.
    ///
    /// # Errors
    /// No open day; unknown order; whatever [`deliver`] refuses.
    pub fn deliver_order(
        &self,
        session: &Session,
        order: OrderId,
        received_by: String,
    ) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            let row = recorder.order(order)?;
            if row.state == OrderState::Delivered {
                return Ok(());
            }
            let day = recorder.open_day()?;
            let delivery = deliver(&row.order, row.state, received_by)?;

            recorder.record(by, Some(day), Fact::OrderDelivered(delivery))?;
            Ok(())
        })
    }

    /// The order of a number as typed, or as scanned off its slip.
    ///
    /// # Errors
    /// Not set up; [`Refusal::UnknownOrder`]; faults of the store.
    pub fn find_order(&self, number: &str) -> Result<OrderRow, Error> {
        let asked = number.trim().to_owned();
        self.read(move |books| {
            let bare = asked.strip_suffix(ORDER_SUFFIX).unwrap_or(&asked);
            let found = match number_asked_for(books, bare)? {
                Some(number) => books.order_by_number(&number)?,
                None => None,
            };
            found.ok_or_else(|| Refusal::UnknownOrder(asked).into())
        })
    }

    /// Orders in a state, or all; oldest first.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn orders(&self, state: Option<OrderState>) -> Result<Vec<OrderRow>, Error> {
        self.read(move |books| Ok(books.orders(state)?))
    }
}

impl Recorder<'_, '_> {
    /// Records an order of a web shop; none that is known already.
    pub(super) fn take_from_shop(
        &mut self,
        session: &Session,
        by: By,
        request: ShopRequest,
    ) -> Result<Option<Order>, Error> {
        let id = shop_order_id(&request.shop);
        if self.writing.order(id)?.is_some() {
            return Ok(None);
        }
        let day = self.open_day()?;
        let shift = self.open_shift()?;
        let context = OrderContext {
            id,
            number: self.writing.next_number(Series::Order)?,
            day,
            shift: shift.opening.id,
            cashier: session.staff().clone(),
        };
        let ShopRequest {
            mut wanted,
            paid,
            shop,
        } = request;
        let approver = by.approver.as_ref().unwrap_or(session.staff());
        wanted.ticket.set_approver(Some(approver));
        let order = take_from_shop(wanted, &paid, shop, context)?;

        self.record(by, Some(day), Fact::OrderTaken(Box::new(order.clone())))?;
        Ok(Some(order))
    }

    fn order(&self, order: OrderId) -> Result<OrderRow, Error> {
        let row = self.writing.order(order)?;
        row.ok_or_else(|| Refusal::UnknownOrder(order.to_string()).into())
    }
}
