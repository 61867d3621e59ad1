//! Totals of a set of facts: the X reading, the Z close, the organiser's tally.
//!
//! One pass over entries, whichever till they came from; the same totals come
//! out in any order of tills.

use std::collections::BTreeMap;

use chrono::Timelike;
use serde::{Deserialize, Serialize};

use super::bazaar::Beneficiary;
use super::delivery::DeliveryTotal;
use super::door::Visitors;
use super::fact::{Entry, Fact};
use super::id::{FamilyCode, PackageCode, StaffCode, TillCode};
use super::money::{Money, Quantity};
use super::order::OrderCancellation;
use super::payout::PayoutMeans;
use super::refund::Refund;
use super::sale::{NumberRange, Sale, TenderKind};
use super::shift::{CashMovementKind, ShiftClosing};

/// Tenders as totals show them: what families took is one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderGroup {
    Cash,
    Card,
    Transfer,
    Wallet,
    Voucher,
    Deposit,
    TakenByFamily,
}

impl From<&TenderKind> for TenderGroup {
    fn from(kind: &TenderKind) -> Self {
        match kind {
            TenderKind::Cash => TenderGroup::Cash,
            TenderKind::Card => TenderGroup::Card,
            TenderKind::Transfer => TenderGroup::Transfer,
            TenderKind::Wallet => TenderGroup::Wallet,
            TenderKind::Voucher => TenderGroup::Voucher,
            TenderKind::Deposit => TenderGroup::Deposit,
            TenderKind::TakenByFamily(_) => TenderGroup::TakenByFamily,
        }
    }
}

/// Money by one kind of tender.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TenderTotal {
    pub payments: u64,
    pub sales: Money,
    pub refunds: Money,
    /// Deposits of orders taken in this kind.
    pub deposits: Money,
    /// Deposits of cancelled orders given back in this kind.
    pub deposits_returned: Money,
}

impl TenderTotal {
    pub fn add(&mut self, other: &TenderTotal) {
        self.payments += other.payments;
        self.sales += other.sales;
        self.refunds += other.refunds;
        self.deposits += other.deposits;
        self.deposits_returned += other.deposits_returned;
    }

    pub fn net(&self) -> Money {
        self.sales + self.deposits - self.refunds - self.deposits_returned
    }
}

/// Goods sold and returned of one group: a family, a package, a till …
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Trade {
    pub lines: u64,
    pub quantity: Quantity,
    pub list: Money,
    pub family_discounts: Money,
    pub organiser_discounts: Money,
    /// What customers paid.
    pub paid: Money,
    /// What customers got back.
    pub refunded: Money,
    /// Tax inside what was paid, less that of refunds.
    pub tax: Money,
    /// What families were credited, less what refunds took back.
    pub credit: Money,
}

impl Trade {
    /// What customers paid and did not get back.
    pub fn net_paid(&self) -> Money {
        self.paid - self.refunded
    }
}

/// A shift that was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerResult {
    pub till: TillCode,
    pub closing: ShiftClosing,
}

/// The totals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    pub sales: u64,
    pub refunds: u64,
    pub voids: u64,
    pub voided: Money,
    pub drawer_openings: u64,
    pub orders_taken: u64,
    pub orders_cancelled: u64,
    pub receipts: Vec<NumberRange>,
    pub total: Trade,
    pub by_tender: BTreeMap<TenderGroup, TenderTotal>,
    pub by_package: BTreeMap<PackageCode, Trade>,
    pub by_family: BTreeMap<FamilyCode, Trade>,
    pub by_till: BTreeMap<TillCode, Trade>,
    pub by_cashier: BTreeMap<StaffCode, Trade>,
    /// By the hour of the bazaar's clock.
    pub by_hour: BTreeMap<u32, Trade>,
    /// What the organiser owes of `total.tax`.
    pub organiser_tax: Money,
    pub cash_rounding: Money,
    /// What customers paid beside their goods, to have them brought.
    #[serde(default, skip_serializing_if = "DeliveryTotal::is_empty")]
    pub delivery: DeliveryTotal,
    pub deposits_taken: Money,
    pub deposits_used: Money,
    pub deposits_returned: Money,
    pub deposits_kept_by_families: Money,
    pub deposits_kept_by_organiser: Money,
    pub paid_in: Money,
    pub paid_out: Money,
    pub dropped: Money,
    /// Payouts to families in cash from drawers.
    pub payouts_from_drawers: Money,
    /// Money families paid in, to drawers.
    pub family_payments_to_drawers: Money,
    pub drawers: Vec<DrawerResult>,
    #[serde(default, skip_serializing_if = "Visitors::is_empty")]
    pub visitors: Visitors,
}

/// The equation of the day: what came in is what is owed for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Cash, card, transfer, wallet, vouchers and money families took.
    pub tenders: Money,
    pub families: Money,
    pub organiser_discounts: Money,
    pub organiser_tax: Money,
    pub cash_rounding: Money,
    /// Delivery fees, less the tax in them.
    #[serde(default)]
    pub delivery_fees: Money,
    /// Deposits taken, less used, returned and kept.
    pub deposits: Money,
    pub kept_deposits: Money,
}

impl Proof {
    pub fn holds(&self) -> bool {
        self.tenders
            == self.families - self.organiser_discounts
                + self.organiser_tax
                + self.cash_rounding
                + self.delivery_fees
                + self.deposits
                + self.kept_deposits
    }
}

impl Tally {
    /// Adds one entry; facts that move neither goods nor money change nothing.
    pub fn add(&mut self, entry: &Entry) {
        match &entry.fact {
            Fact::SaleCompleted(sale) => self.add_sale(entry, sale),
            Fact::SaleRefunded(refund) => self.add_refund(entry, refund),
            Fact::TicketVoided(void) => {
                self.voids += 1;
                self.voided += void.total;
            }
            Fact::DrawerOpened(_) => self.drawer_openings += 1,
            Fact::OrderTaken(order) => {
                self.orders_taken += 1;
                self.deposits_taken += order.deposit;
                for tender in &order.tenders {
                    let total = self.by_tender.entry((&tender.kind).into()).or_default();
                    total.payments += 1;
                    total.deposits += tender.amount;
                }
            }
            Fact::OrderCancelled(cancelled) => self.add_cancellation(cancelled),
            Fact::CashMoved(movement) => match movement.kind {
                CashMovementKind::PaidIn => self.paid_in += movement.amount,
                CashMovementKind::PaidOut => self.paid_out += movement.amount,
                CashMovementKind::Drop => self.dropped += movement.amount,
            },
            Fact::PayoutMade(payout) if payout.means == PayoutMeans::Drawer => {
                self.payouts_from_drawers += payout.amount;
            }
            Fact::FamilyPaidIn(payment) if payment.means == PayoutMeans::Drawer => {
                self.family_payments_to_drawers += payment.amount;
            }
            Fact::ShiftClosed(closing) => self.drawers.push(DrawerResult {
                till: entry.till.clone(),
                closing: closing.as_ref().clone(),
            }),
            Fact::DoorPassed(count) => self.visitors.count(count),
            Fact::VisitorAdvised(advice) => self.visitors.advise(advice),
            _ => {}
        }
    }

    fn add_sale(&mut self, entry: &Entry, sale: &Sale) {
        self.sales += 1;
        self.cash_rounding += sale.cash_rounding;
        if let Some(delivery) = &sale.delivery {
            self.delivery.count(delivery);
        }
        self.add_range(&NumberRange {
            till: entry.till.clone(),
            first: sale.number.n,
            last: sale.number.n,
        });
        for tender in &sale.tenders {
            let total = self.by_tender.entry((&tender.kind).into()).or_default();
            total.payments += 1;
            total.sales += tender.amount;
            if tender.kind == TenderKind::Deposit {
                self.deposits_used += tender.amount;
            }
        }
        for line in &sale.lines {
            self.organiser_tax += line.organiser_tax();
            let part = Trade {
                lines: 1,
                quantity: line.item.quantity,
                list: line.list,
                family_discounts: line.family_discount,
                organiser_discounts: line.organiser_discount,
                paid: line.paid,
                refunded: Money::ZERO,
                tax: line.tax,
                credit: line.credit(),
            };
            self.add_trade(
                entry,
                &line.item.family,
                &line.item.package,
                &sale.cashier,
                &part,
            );
        }
    }

    fn add_refund(&mut self, entry: &Entry, refund: &Refund) {
        self.refunds += 1;
        self.cash_rounding -= refund.cash_rounding;
        for tender in &refund.tenders {
            self.by_tender
                .entry((&tender.kind).into())
                .or_default()
                .refunds += tender.amount;
        }
        for line in &refund.lines {
            self.organiser_tax -= line.organiser_tax;
            let part = Trade {
                family_discounts: -line.family_discount,
                organiser_discounts: -line.organiser_discount,
                list: -line.list,
                refunded: line.paid,
                tax: -line.tax,
                credit: -line.credit(),
                ..Trade::default()
            };
            self.add_trade(entry, &line.family, &line.package, &refund.cashier, &part);
        }
    }

    fn add_cancellation(&mut self, cancelled: &OrderCancellation) {
        self.orders_cancelled += 1;
        self.deposits_returned += cancelled.returned;
        let cash = self.by_tender.entry(TenderGroup::Cash).or_default();
        cash.deposits_returned += cancelled.cash_returned();
        if let Some(tender) = &cancelled.returned_online {
            let total = self.by_tender.entry((&tender.kind).into()).or_default();
            total.deposits_returned += tender.amount;
        }
        match cancelled.kept_by {
            Beneficiary::Family => self.deposits_kept_by_families += cancelled.kept,
            Beneficiary::Organiser => self.deposits_kept_by_organiser += cancelled.kept,
        }
    }

    /// Adds the numbers of receipts a till gave.
    pub fn add_range(&mut self, added: &NumberRange) {
        let mut known = self.receipts.iter_mut();
        match known.find(|range| range.till == added.till) {
            Some(range) => {
                range.first = range.first.min(added.first);
                range.last = range.last.max(added.last);
            }
            None => self.receipts.push(added.clone()),
        }
    }

    fn add_trade(
        &mut self,
        entry: &Entry,
        family: &FamilyCode,
        package: &PackageCode,
        cashier: &StaffCode,
        part: &Trade,
    ) {
        self.total.add(part);
        grow(&mut self.by_family, family, part);
        grow(&mut self.by_package, package, part);
        grow(&mut self.by_till, &entry.till, part);
        grow(&mut self.by_cashier, cashier, part);
        self.by_hour.entry(entry.at.hour()).or_default().add(part);
    }

    /// Adds the totals of other facts. Drawers and numbers follow on these.
    pub fn merge(&mut self, other: &Tally) {
        self.sales += other.sales;
        self.refunds += other.refunds;
        self.voids += other.voids;
        self.voided += other.voided;
        self.drawer_openings += other.drawer_openings;
        self.orders_taken += other.orders_taken;
        self.orders_cancelled += other.orders_cancelled;
        for range in &other.receipts {
            self.add_range(range);
        }
        self.total.add(&other.total);
        for (group, total) in &other.by_tender {
            self.by_tender.entry(*group).or_default().add(total);
        }
        merge_groups(&mut self.by_package, &other.by_package);
        merge_groups(&mut self.by_family, &other.by_family);
        merge_groups(&mut self.by_till, &other.by_till);
        merge_groups(&mut self.by_cashier, &other.by_cashier);
        merge_groups(&mut self.by_hour, &other.by_hour);
        self.organiser_tax += other.organiser_tax;
        self.cash_rounding += other.cash_rounding;
        self.delivery.add(&other.delivery);
        self.deposits_taken += other.deposits_taken;
        self.deposits_used += other.deposits_used;
        self.deposits_returned += other.deposits_returned;
        self.deposits_kept_by_families += other.deposits_kept_by_families;
        self.deposits_kept_by_organiser += other.deposits_kept_by_organiser;
        self.paid_in += other.paid_in;
        self.paid_out += other.paid_out;
        self.dropped += other.dropped;
        self.payouts_from_drawers += other.payouts_from_drawers;
        self.family_payments_to_drawers += other.family_payments_to_drawers;
        self.drawers.extend(other.drawers.iter().cloned());
        self.visitors.merge(&other.visitors);
    }

    /// The equation of these totals.
    pub fn proof(&self) -> Proof {
        let tenders = self
            .by_tender
            .iter()
            .filter(|(group, _)| **group != TenderGroup::Deposit)
            .map(|(_, total)| total.net())
            .sum();
        let kept = self.deposits_kept_by_families + self.deposits_kept_by_organiser;
        Proof {
            tenders,
            families: self.total.credit,
            organiser_discounts: self.total.organiser_discounts,
            organiser_tax: self.organiser_tax + self.delivery.tax,
            cash_rounding: self.cash_rounding,
            delivery_fees: self.delivery.income(),
            deposits: self.deposits_taken - self.deposits_used - self.deposits_returned - kept,
            kept_deposits: kept,
        }
    }
}

impl Trade {
    pub fn add(&mut self, other: &Trade) {
        self.lines += other.lines;
        self.quantity += other.quantity;
        self.list += other.list;
        self.family_discounts += other.family_discounts;
        self.organiser_discounts += other.organiser_discounts;
        self.paid += other.paid;
        self.refunded += other.refunded;
        self.tax += other.tax;
        self.credit += other.credit;
    }
}

fn grow<K: Ord + Clone>(groups: &mut BTreeMap<K, Trade>, key: &K, part: &Trade) {
    match groups.get_mut(key) {
        Some(group) => group.add(part),
        None => {
            groups.insert(key.clone(), part.clone());
        }
    }
}

fn merge_groups<K: Ord + Clone>(groups: &mut BTreeMap<K, Trade>, others: &BTreeMap<K, Trade>) {
    for (key, part) in others {
        grow(groups, key, part);
    }
}
