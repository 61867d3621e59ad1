//! The day itself: who opens, who sells, what goes wrong, who is paid.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::chance::Chance;
use super::customers::{self, exact_cash, offers, one, percent_off};
use super::goods::GoodsNoted;
use super::{Demo, FIRST_CASHIER, ORGANISER, SECOND_CASHIER, SUPERVISOR, pin_of, staff};
use crate::domain::bazaar::Beneficiary;
use crate::domain::catalogue::Catalogue;
use crate::domain::day::DayClosing;
use crate::domain::id::{FactId, FamilyCode, OrderId, PayoutId, RefundId, TicketId};
use crate::domain::money::{Currency, Money, Quantity};
use crate::domain::order::{Customer, Order, OrderCancellation};
use crate::domain::payout::{Advance, Payout, PayoutMeans};
use crate::domain::refund::{Refund, Return};
use crate::domain::sale::{Offer, Sale, TenderKind};
use crate::domain::settlement::Settlement;
use crate::domain::shift::{CashMovementKind, Denomination, ShiftClosing};
use crate::domain::staff::Act;
use crate::domain::stock::{GoodsNote, ReceivedGoods};
use crate::domain::ticket::Ticket;
use crate::services::day::ParkedAtClose;
use crate::services::order::OrderRequest;
use crate::services::payout::{AdvanceRequest, PayoutRequest};
use crate::services::refund::RefundRequest;
use crate::services::{Approval, Error, Session, Till};
use crate::store::{OrderRow, Recorded};

/// Customers who go home with something, orders handed over not counted.
const SALES: usize = 140;
/// The customer at whom the second cashier takes over.
const CHANGE_OF_SHIFT: usize = 72;
const SEED: u64 = 8;

/// What a played day left behind.
pub struct Played {
    pub day: NaiveDate,
    pub sales: Vec<Sale>,
    pub refunds: Vec<Refund>,
    pub orders: Vec<OrderRow>,
    pub cancellations: Vec<OrderCancellation>,
    pub shifts: Vec<ShiftClosing>,
    pub closing: Recorded<DayClosing>,
    pub settlements: Vec<Settlement>,
    pub payouts: Vec<Payout>,
    pub goods: GoodsNoted,
}

impl Demo {
    /// Plays the first trading day from opening to the last payout. `progress`
    /// hears customers served and customers in all.
    ///
    /// # Errors
    /// Faults of the store. What the script does is tested to be allowed.
    pub fn play(&self, mut progress: impl FnMut(u64, u64)) -> Result<Played, Error> {
        let mut evening = Evening::begin(self)?;
        for customer in 0..SALES {
            if customer == CHANGE_OF_SHIFT {
                evening.change_shift()?;
            }
            evening.pass_time();
            evening.happening(customer)?;
            evening.serve()?;
            progress(customer as u64 + 1, SALES as u64);
        }
        evening.end()
    }
}

struct Evening<'d> {
    demo: &'d Demo,
    till: &'d Till,
    goods: Arc<Catalogue>,
    chance: Chance,
    cashier: Session,
    supervisor: Session,
    parked: Option<TicketId>,
    sales: Vec<Sale>,
    refunds: Vec<Refund>,
    orders: Vec<Order>,
    cancellations: Vec<OrderCancellation>,
    shifts: Vec<ShiftClosing>,
    intakes: Vec<GoodsNote<ReceivedGoods>>,
}

fn dirhams(whole: i64) -> Money {
    Money::from_minor(whole * Currency::Aed.minor_per_major())
}

impl<'d> Evening<'d> {
    /// The hall opens: the supervisor, the organiser's cash, the first float.
    fn begin(demo: &'d Demo) -> Result<Self, Error> {
        let till = &demo.till;
        demo.at(15, 0);
        let sign_in = |code| till.sign_in(&staff(code), pin_of(code));
        let supervisor = sign_in(SUPERVISOR)?;
        till.open_day(&supervisor, Some(demo.first_day), false)?;
        let intakes = demo.take_in(till, &supervisor, demo.first_day)?;
        demo.at(15, 10);
        let organiser = sign_in(ORGANISER)?;
        let fill = FactId(till.moments().new_id());
        till.fill_safe(
            &organiser,
            fill,
            dirhams(1_500),
            "فكة وسلف من المركز".into(),
        )?;
        let advance = Advance {
            family: FamilyCode::new("F20").expect("a code"),
            amount: dirhams(150),
            means: PayoutMeans::Safe,
            reason: "مواد أولية للطلبات".into(),
        };
        let request = AdvanceRequest {
            id: FactId(till.moments().new_id()),
            advance,
            instalment: None,
        };
        till.grant_advance(&organiser, request)?;
        till.sign_out(&organiser)?;
        demo.at(15, 25);
        let cashier = sign_in(FIRST_CASHIER)?;
        till.open_shift(&cashier, dirhams(500))?;
        demo.at(15, 30);
        Ok(Evening {
            demo,
            till,
            goods: till.catalogue()?,
            chance: Chance::seeded(SEED),
            cashier,
            supervisor,
            parked: None,
            sales: Vec::new(),
            refunds: Vec::new(),
            orders: Vec::new(),
            cancellations: Vec::new(),
            shifts: Vec::new(),
            intakes,
        })
    }

    /// Until the next customer is done: some minutes, fewer in a full hall.
    fn pass_time(&mut self) {
        let seconds = self.chance.between(75, 400);
        self.demo.clock.advance(TimeDelta::seconds(seconds));
    }

    fn new_ticket(&self) -> TicketId {
        TicketId(self.till.moments().new_id())
    }

    /// The supervisor comes to the counter and types the PIN.
    fn approval(&self, act: Act) -> Result<Approval, Error> {
        self.till
            .approve(act, &staff(SUPERVISOR), pin_of(SUPERVISOR))
    }

    /// One more customer with a basket.
    fn serve(&mut self) -> Result<(), Error> {
        let id = self.new_ticket();
        let ticket = customers::ticket(&self.goods, id, &mut self.chance);
        let offers = offers(&self.goods, &ticket, &mut self.chance);
        self.sell(ticket, offers, None)
    }

    fn sell(
        &mut self,
        ticket: Ticket,
        offers: Vec<Offer>,
        approval: Option<&Approval>,
    ) -> Result<(), Error> {
        let done = self
            .till
            .complete_sale(&self.cashier, ticket, offers, approval)?;
        self.sales.push(done.sale.fact);
        Ok(())
    }

    /// What else goes on at the counter before this customer.
    fn happening(&mut self, customer: usize) -> Result<(), Error> {
        match customer {
            8 => self.park("زبونة العباية"),
            12 => self.recall_and_pay(),
            16 => self.price_override(),
            20 => self.order(
                "أم راشد",
                "F04-07",
                "كيكة تخرج باسم ميثاء",
                45,
                TenderKind::Cash,
            ),
            25 => self.void(),
            29 => self.open_drawer(),
            34 => self.refund_one_line(5),
            38 => self.large_discount(),
            43 => self.order("سالم", "F19-06", "لوحة باسم حصة", 50, TenderKind::Card),
            47 => self.pay_out_for_bags(),
            51 => self.order("نورة", "F20-01", "صندوق باسم لطيفة", 60, TenderKind::Cash),
            66 => self.hand_over(0),
            84 => self.park("عائلة تنتظر"),
            90 => self.drop_to_safe(),
            97 => self.refund_whole(40),
            108 => self.cancel_order(1),
            119 => self.void_parked(),
            126 => self.refund_one_line(101),
            133 => self.refund_card_in_cash(),
            _ => Ok(()),
        }
    }

    fn park(&mut self, name: &str) -> Result<(), Error> {
        let id = self.new_ticket();
        let ticket = customers::ticket(&self.goods, id, &mut self.chance);
        self.till.park(&self.cashier, ticket, name.to_owned())?;
        self.parked = Some(id);
        Ok(())
    }

    fn recall_and_pay(&mut self) -> Result<(), Error> {
        let id = self.parked.take().expect("a ticket was parked before");
        let ticket = self.till.recall(&self.cashier, id)?.ticket;
        let offers = offers(&self.goods, &ticket, &mut self.chance);
        self.sell(ticket, offers, None)
    }

    /// A dented tray for less than it is listed at.
    fn price_override(&mut self) -> Result<(), Error> {
        let ticket = one(&self.goods, self.new_ticket(), "F18-02", Some(dirhams(20)));
        let due = ticket.price()?.due;
        let approval = self.approval(Act::OverridePrice)?;
        self.sell(ticket, exact_cash(&self.goods, due), Some(&approval))
    }

    /// A fifth off, more than a cashier may give alone.
    fn large_discount(&mut self) -> Result<(), Error> {
        let id = self.new_ticket();
        let mut ticket = customers::ticket(&self.goods, id, &mut self.chance);
        ticket.discount = Some(percent_off(
            20,
            Beneficiary::Organiser,
            "زيارة وفد جمعية خيرية",
        ));
        let due = ticket.price()?.due;
        let approval = self.approval(Act::LargeDiscount)?;
        self.sell(
            ticket,
            vec![Offer::new(TenderKind::Card, due)],
            Some(&approval),
        )
    }

    fn order(
        &mut self,
        customer: &str,
        sku: &str,
        wish: &str,
        deposit: i64,
        kind: TenderKind,
    ) -> Result<(), Error> {
        let request = OrderRequest {
            id: OrderId(self.till.moments().new_id()),
            ticket: one(&self.goods, self.new_ticket(), sku, None),
            customer: Customer {
                name: customer.to_owned(),
                phone: String::new(),
                address: String::new(),
            },
            wish: wish.to_owned(),
            due_on: Some(self.demo.first_day + TimeDelta::days(1)),
            deposit: vec![Offer::new(kind, dirhams(deposit))],
        };
        let order = self.till.take_order(&self.cashier, request)?;
        self.orders.push(order);
        Ok(())
    }

    fn hand_over(&mut self, index: usize) -> Result<(), Error> {
        let order = &self.orders[index];
        let rest = exact_cash(&self.goods, order.total - order.deposit);
        let done = self.till.hand_over(&self.cashier, order.id, rest, None)?;
        self.sales.push(done.sale.fact);
        Ok(())
    }

    fn cancel_order(&mut self, index: usize) -> Result<(), Error> {
        let approval = self.approval(Act::CancelOrder)?;
        let (id, reason) = (self.orders[index].id, "غيّر الزبون رأيه".to_owned());
        let cancelled =
            self.till
                .cancel_order(&self.cashier, id, Money::ZERO, reason, Some(&approval))?;
        self.cancellations.push(cancelled);
        Ok(())
    }

    fn void(&mut self) -> Result<(), Error> {
        let id = self.new_ticket();
        let ticket = customers::ticket(&self.goods, id, &mut self.chance);
        self.till
            .void(&self.cashier, ticket, "عدل الزبون عن الشراء".into())
    }

    fn void_parked(&mut self) -> Result<(), Error> {
        let id = self.parked.take().expect("a ticket was parked before");
        let ticket = self.till.recall(&self.cashier, id)?.ticket;
        self.till.void(&self.cashier, ticket, "لم يعد أحد".into())
    }

    fn open_drawer(&mut self) -> Result<(), Error> {
        let approval = self.approval(Act::OpenDrawer)?;
        self.till
            .open_drawer(&self.cashier, "صرف ورقة كبيرة".into(), Some(&approval))
    }

    fn pay_out_for_bags(&mut self) -> Result<(), Error> {
        let approval = self.approval(Act::MoveCash)?;
        let (kind, reason) = (CashMovementKind::PaidOut, "أكياس ورقية".to_owned());
        self.till
            .move_cash(&self.cashier, kind, dirhams(25), reason, Some(&approval))?;
        Ok(())
    }

    fn drop_to_safe(&mut self) -> Result<(), Error> {
        let drawer = self.till.day_status()?.drawer;
        let spare = Money::from_minor((drawer - dirhams(600)).or_zero().minor() / 10_000 * 10_000);
        if spare.is_positive() {
            let (kind, reason) = (CashMovementKind::Drop, String::new());
            self.till
                .move_cash(&self.cashier, kind, spare, reason, None)?;
        }
        Ok(())
    }

    fn refund_one_line(&mut self, sale: usize) -> Result<(), Error> {
        let line = &self.sales[sale].lines[0].item;
        let quantity = if line.unit.is_divisible() {
            line.quantity
        } else {
            Quantity::units(1)
        };
        self.refund(
            sale,
            vec![Return { line: 0, quantity }],
            "عيب في القطعة",
            false,
        )
    }

    fn refund_whole(&mut self, sale: usize) -> Result<(), Error> {
        let lines = self.sales[sale].lines.iter().enumerate();
        let returns = lines
            .map(|(line, sold)| Return {
                line,
                quantity: sold.item.quantity,
            })
            .collect();
        self.refund(sale, returns, "أعاد الزبون كل ما اشترى", false)
    }

    /// The card's machine is busy, so a sale by card is given back in cash.
    fn refund_card_in_cash(&mut self) -> Result<(), Error> {
        let by_card = |sale: &Sale| {
            sale.tenders
                .iter()
                .all(|tender| tender.kind == TenderKind::Card)
                && !sale.lines[0].item.unit.is_divisible()
                && sale.due() < dirhams(200)
        };
        let sale = self
            .sales
            .iter()
            .rposition(by_card)
            .expect("somebody paid by card");
        let quantity = Quantity::units(1);
        self.refund(
            sale,
            vec![Return { line: 0, quantity }],
            "مقاس غير مناسب",
            true,
        )
    }

    fn refund(
        &mut self,
        sale: usize,
        returns: Vec<Return>,
        reason: &str,
        in_cash: bool,
    ) -> Result<(), Error> {
        let request = RefundRequest {
            id: RefundId(self.till.moments().new_id()),
            sale: self.sales[sale].id,
            returns,
            reason: reason.to_owned(),
            in_cash,
        };
        let approval = self.approval(Act::Refund)?;
        let refund = self.till.refund(&self.cashier, request, Some(&approval))?;
        self.refunds.push(refund.fact);
        Ok(())
    }

    /// The afternoon's drawer is right to the coin; the evening's cashier takes
    /// over.
    fn change_shift(&mut self) -> Result<(), Error> {
        self.pass_time();
        self.count_and_close(Money::ZERO, "")?;
        self.till.sign_out(&self.cashier)?;
        self.pass_time();
        self.cashier = self
            .till
            .sign_in(&staff(SECOND_CASHIER), pin_of(SECOND_CASHIER))?;
        self.till.open_shift(&self.cashier, dirhams(500))?;
        Ok(())
    }

    fn count_and_close(&mut self, short: Money, reason: &str) -> Result<(), Error> {
        let counted = self.till.day_status()?.drawer - short;
        let currency = self.goods.bazaar.currency;
        self.till
            .count_drawer(&self.cashier, in_notes_and_coins(counted, currency))?;
        let closing = self.till.close_shift(&self.cashier, reason.to_owned())?;
        self.shifts.push(closing);
        Ok(())
    }

    /// After midnight: a short drawer, the close, the families, their money.
    fn end(mut self) -> Result<Played, Error> {
        self.pass_time();
        let short = Money::from_minor(725);
        self.count_and_close(short, "خطأ محتمل في رد الباقي")?;
        self.till.sign_out(&self.cashier)?;
        self.pass_time();
        let goods = GoodsNoted {
            loss: self.demo.break_one(&self.supervisor)?,
            unsold: self.demo.count_unsold(&self.supervisor)?,
            intakes: std::mem::take(&mut self.intakes),
        };
        let closing = self
            .till
            .close_day(&self.supervisor, ParkedAtClose::Refuse)?;
        self.till.sign_out(&self.supervisor)?;
        self.pass_time();
        let day = self.demo.first_day;
        let organiser = self.till.sign_in(&staff(ORGANISER), pin_of(ORGANISER))?;
        let thanks = "مكافأة أفضل ركن".to_owned();
        let best = FamilyCode::new("F16").expect("a code");
        self.till.adjust(&organiser, best, dirhams(25), thanks)?;
        let settlements = self.till.settle_day(&organiser, day)?;
        let payouts = self.pay_families(&organiser, &settlements)?;
        self.till.sign_out(&organiser)?;
        Ok(Played {
            day,
            orders: self.till.orders(None)?,
            sales: self.sales,
            refunds: self.refunds,
            cancellations: self.cancellations,
            shifts: self.shifts,
            closing,
            settlements,
            payouts,
            goods,
        })
    }

    /// Most families are paid whole in cash; two take a part, large sums go to
    /// the bank.
    fn pay_families(
        &mut self,
        organiser: &Session,
        settlements: &[Settlement],
    ) -> Result<Vec<Payout>, Error> {
        let mut asked = Vec::new();
        for settlement in settlements {
            let payable = settlement.payable;
            if !payable.is_positive() {
                continue;
            }
            let part = ["F05", "F17"].contains(&settlement.family.as_str());
            let amount = if part { half_in_tens(payable) } else { payable };
            let to_bank = amount > dirhams(900);
            let means = if to_bank {
                PayoutMeans::BankTransfer
            } else {
                PayoutMeans::Safe
            };
            asked.push((settlement.family.clone(), amount, means));
        }
        let cash = asked
            .iter()
            .filter(|(_, _, means)| *means == PayoutMeans::Safe);
        let cash: Money = cash.map(|(_, amount, _)| *amount).sum();
        let brought = Money::from_minor((cash.minor() / 50_000 + 1) * 50_000);
        let fill = FactId(self.till.moments().new_id());
        self.till.fill_safe(
            organiser,
            fill,
            brought,
            "نقد من البنك لصرف مستحقات الأسر".into(),
        )?;
        let mut payouts = Vec::new();
        for (family, amount, means) in asked {
            self.demo.clock.advance(TimeDelta::seconds(45));
            let reference = match means {
                PayoutMeans::BankTransfer => format!("SIB-{:05}", self.chance.below(100_000)),
                _ => String::new(),
            };
            let request = PayoutRequest {
                signed: None,
                id: PayoutId(self.till.moments().new_id()),
                family,
                amount,
                means,
                collected_by: String::new(),
                reference,
            };
            payouts.push(self.till.pay_out(organiser, request)?.fact);
        }
        Ok(payouts)
    }
}

/// About half, in whole tens.
fn half_in_tens(amount: Money) -> Money {
    let tens = Money::from_minor(amount.minor() / 2 / 1_000 * 1_000);
    if tens.is_positive() { tens } else { amount }
}

/// The fewest notes and coins an amount is made of.
fn in_notes_and_coins(amount: Money, currency: Currency) -> Vec<Denomination> {
    let mut left = amount.minor();
    let mut count = Vec::new();
    for value in currency.notes().into_iter().chain(currency.coins()) {
        let pieces = left / value.minor();
        left -= pieces * value.minor();
        if let Ok(pieces @ 1..) = u32::try_from(pieces) {
            count.push(Denomination { value, pieces });
        }
    }
    assert_eq!(left, 0, "the smallest coin makes up any amount");
    count
}
