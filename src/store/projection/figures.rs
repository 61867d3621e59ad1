//! The figures a day is told by, for the organiser: what passed over each counter
//! in each hour, money by tender, and what else is counted and summed.
//!
//! A sale of goods adds nothing here: its own rows say enough, and are read when they
//! are gathered. Everything that happens less often is added at once.

use std::collections::BTreeMap;

use chrono::Timelike;
use rusqlite::{Connection, params};

use super::gathering::gathered;
use super::seq_at;
use crate::domain::bazaar::Beneficiary;
use crate::domain::door::{DoorCount, Way};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::SubjectCode;
use crate::domain::money::Money;
use crate::domain::payout::PayoutMeans;
use crate::domain::refund::Refund;
use crate::domain::sale::Sale;
use crate::domain::settlement::Settlement;
use crate::domain::shift::CashMovementKind;
use crate::domain::tally::TenderGroup;
use crate::store::error::StoreError;

/// What is counted and summed for a day beside its goods.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::store) enum Figure {
    /// Payments of sales, by kind.
    Paid(TenderGroup),
    Returned(TenderGroup),
    Deposit(TenderGroup),
    Voids,
    DrawerOpenings,
    OrdersTaken,
    /// Orders cancelled, and what customers got back of their deposits.
    OrdersCancelled,
    /// The part of it that went back the way it was paid online.
    ReturnedOnline(TenderGroup),
    KeptByFamilies,
    KeptByOrganiser,
    /// Goods brought to customers and what they paid for that; the tax in it.
    DeliveryFees,
    DeliveryTax,
    CashRounding,
    PaidIn,
    PaidOut,
    Dropped,
    /// What families were paid, and the part of it that drawers paid.
    Payouts,
    PayoutsFromDrawers,
    FamilyPayments,
    FamilyPaymentsToDrawers,
    /// What settlements took over as net sales, and what they held back of it.
    SettledNet,
    Commission,
    Fees,
    AdvanceInstalments,
    Held,
    Entered,
    Left,
    Advised(SubjectCode),
    /// What other editions took over of families' balances, and left to this one.
    CarriedOut,
    BroughtIn,
    /// What was carried out and taken back.
    CarriedBack,
}

/// The figures that stand alone.
const SINGLE: [(Figure, &str); 26] = [
    (Figure::Voids, "voids"),
    (Figure::DrawerOpenings, "drawer-openings"),
    (Figure::OrdersTaken, "orders-taken"),
    (Figure::OrdersCancelled, "orders-cancelled"),
    (Figure::KeptByFamilies, "kept-by-families"),
    (Figure::KeptByOrganiser, "kept-by-organiser"),
    (Figure::DeliveryFees, "delivery-fees"),
    (Figure::DeliveryTax, "delivery-tax"),
    (Figure::CashRounding, "cash-rounding"),
    (Figure::PaidIn, "paid-in"),
    (Figure::PaidOut, "paid-out"),
    (Figure::Dropped, "dropped"),
    (Figure::Payouts, "payouts"),
    (Figure::PayoutsFromDrawers, "payouts-from-drawers"),
    (Figure::FamilyPayments, "family-payments"),
    (
        Figure::FamilyPaymentsToDrawers,
        "family-payments-to-drawers",
    ),
    (Figure::SettledNet, "settled-net"),
    (Figure::Commission, "commission"),
    (Figure::Fees, "fees"),
    (Figure::AdvanceInstalments, "advance-instalments"),
    (Figure::Held, "held"),
    (Figure::Entered, "entered"),
    (Figure::Left, "left"),
    (Figure::CarriedOut, "carried-out"),
    (Figure::BroughtIn, "brought-in"),
    (Figure::CarriedBack, "carried-back"),
];

const TENDERS: [(TenderGroup, &str); 7] = [
    (TenderGroup::Cash, "cash"),
    (TenderGroup::Card, "card"),
    (TenderGroup::Transfer, "transfer"),
    (TenderGroup::Wallet, "wallet"),
    (TenderGroup::Voucher, "voucher"),
    (TenderGroup::Deposit, "deposit"),
    (TenderGroup::TakenByFamily, "taken-by-family"),
];

fn tender_name(group: TenderGroup) -> &'static str {
    let named = TENDERS.iter().find(|(known, _)| *known == group);
    named.expect("every kind of tender is listed").1
}

impl Figure {
    fn name(&self) -> String {
        match self {
            Figure::Paid(group) => format!("paid:{}", tender_name(*group)),
            Figure::Returned(group) => format!("returned:{}", tender_name(*group)),
            Figure::Deposit(group) => format!("deposit:{}", tender_name(*group)),
            Figure::ReturnedOnline(group) => {
                format!("returned-online:{}", tender_name(*group))
            }
            Figure::Advised(subject) => format!("advised:{subject}"),
            single => {
                let named = SINGLE.iter().find(|(figure, _)| figure == single);
                named.expect("every single figure is listed").1.to_owned()
            }
        }
    }

    /// The figure of a name.
    pub fn of_name(name: &str) -> Option<Figure> {
        if let Some((figure, _)) = SINGLE.iter().find(|(_, known)| *known == name) {
            return Some(figure.clone());
        }
        let (kind, of) = name.split_once(':')?;
        if kind == "advised" {
            return SubjectCode::new(of).ok().map(Figure::Advised);
        }
        let (group, _) = TENDERS.iter().find(|(_, known)| *known == of)?;
        match kind {
            "paid" => Some(Figure::Paid(*group)),
            "returned" => Some(Figure::Returned(*group)),
            "deposit" => Some(Figure::Deposit(*group)),
            "returned-online" => Some(Figure::ReturnedOnline(*group)),
            _ => None,
        }
    }
}

/// How a sale was paid, in the words of its row: kind, payments and amount.
pub(super) fn tenders(sale: &Sale) -> String {
    let mut groups: BTreeMap<TenderGroup, (u32, Money)> = BTreeMap::new();
    for tender in &sale.tenders {
        let (payments, amount) = groups.entry((&tender.kind).into()).or_default();
        *payments += 1;
        *amount += tender.amount;
    }
    let words = groups.iter().map(|(group, (payments, amount))| {
        format!("{}:{payments}:{}", tender_name(*group), amount.minor())
    });
    words.collect::<Vec<_>>().join(" ")
}

fn read_tenders(words: &str) -> Option<Vec<(TenderGroup, i64, i64)>> {
    let read = |word: &str| {
        let mut parts = word.split(':');
        let name = parts.next()?;
        let (group, _) = TENDERS.iter().find(|(_, known)| *known == name)?;
        let payments = parts.next()?.parse().ok()?;
        Some((*group, payments, parts.next()?.parse().ok()?))
    };
    // Goods given away are paid by nothing.
    words.split_terminator(' ').map(read).collect()
}

/// Goods that passed over a counter; what came back is taken off all but the
/// lines and the quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::store) struct Goods {
    pub times: i64,
    pub quantity: i64,
    pub list: i64,
    pub family_discount: i64,
    pub organiser_discount: i64,
    pub refunded: i64,
    pub tax: i64,
    pub organiser_tax: i64,
}

/// What passed over a cashier's counter in an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::store) struct CounterHour {
    pub sales: i64,
    pub refunds: i64,
    /// The first and last number of its sales.
    pub numbers: Option<(i64, i64)>,
    pub goods: Goods,
}

/// What sales that are not gathered yet add to the figures of their days.
#[derive(Debug, Default)]
pub(in crate::store) struct Lately {
    /// By day, hour and cashier.
    pub counters: BTreeMap<(String, u32, String), CounterHour>,
    /// By day and figure: times and amount.
    pub figures: BTreeMap<(String, Figure), (i64, i64)>,
}

impl Lately {
    /// Reads the sales after the last record gathered.
    pub fn read(connection: &Connection) -> Result<Lately, StoreError> {
        Lately::since(connection, gathered(connection)?)
    }

    fn since(connection: &Connection, from: i64) -> Result<Lately, StoreError> {
        let mut lately = Lately::default();
        let mut places: BTreeMap<u64, (String, u32, String)> = BTreeMap::new();
        let mut sales = connection.prepare_cached(
            "SELECT seq, number, day, hour, cashier, rounding, tenders FROM sale
             ORDER BY number DESC",
        )?;
        let mut rows = sales.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, number): (i64, i64) = (row.get(0)?, row.get(1)?);
            if seq <= from {
                break;
            }
            let place: (String, u32, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
            let counter = lately.counters.entry(place.clone()).or_default();
            counter.sales += 1;
            counter.numbers = Some(match counter.numbers {
                // Numbers fall here.
                Some((_, last)) => (number, last),
                None => (number, number),
            });
            let mut add = |figure, times, amount| {
                let sum = lately.figures.entry((place.0.clone(), figure)).or_default();
                *sum = (sum.0 + times, sum.1 + amount);
            };
            add(Figure::CashRounding, 1, row.get(5)?);
            let words = row.get_ref(6)?.as_str().map_err(rusqlite::Error::from)?;
            let paid = read_tenders(words).ok_or_else(|| StoreError::Torn {
                detail: format!("the tenders {words:?} of sale {number}"),
            })?;
            for (group, payments, amount) in paid {
                add(Figure::Paid(group), payments, amount);
            }
            places.insert(seq as u64, place);
        }
        let mut lines = connection.prepare_cached(
            "SELECT place, quantity, list, family_discount, organiser_discount, tax,
                    organiser_tax
             FROM fresh_goods",
        )?;
        let mut rows = lines.query([])?;
        while let Some(row) = rows.next()? {
            let seq = seq_at(row.get(0)?);
            let place = places.get(&seq).ok_or_else(|| StoreError::Torn {
                detail: format!("fresh goods of record {seq}, which is no fresh sale"),
            })?;
            let counter = lately.counters.entry(place.clone()).or_default();
            let goods = &mut counter.goods;
            goods.times += 1;
            goods.quantity += row.get::<_, i64>(1)?;
            goods.list += row.get::<_, i64>(2)?;
            goods.family_discount += row.get::<_, i64>(3)?;
            goods.organiser_discount += row.get::<_, i64>(4)?;
            goods.tax += row.get::<_, i64>(5)?;
            goods.organiser_tax += row.get::<_, i64>(6)?;
        }
        Ok(lately)
    }
}

/// Brings the sales after a record into the sums.
pub(super) fn gather(connection: &Connection, from: i64) -> Result<(), StoreError> {
    let lately = Lately::since(connection, from)?;
    for ((day, hour, cashier), counter) in &lately.counters {
        add_counter(connection, (day, *hour, cashier), counter)?;
    }
    for ((day, figure), (times, amount)) in &lately.figures {
        add(connection, day, figure, *times, *amount)?;
    }
    Ok(())
}

/// What a fact adds to the figures of its day at once. Of a sale that is only the fee
/// for bringing it, which few have.
pub(super) fn apply(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    if matches!(&entry.fact, Fact::SaleCompleted(sale) if sale.delivery.is_none()) {
        return Ok(());
    }
    let day = entry.day.map(|day| day.to_string()).unwrap_or_default();
    let add = |figure: Figure, amount: Money| add(connection, &day, &figure, 1, amount.minor());
    match &entry.fact {
        Fact::SaleCompleted(sale) => match &sale.delivery {
            Some(delivery) => {
                add(Figure::DeliveryTax, delivery.tax)?;
                add(Figure::DeliveryFees, delivery.fee)
            }
            None => Ok(()),
        },
        Fact::SaleRefunded(refund) => goods_came_back(connection, entry, &day, refund),
        Fact::TicketVoided(void) => add(Figure::Voids, void.total),
        Fact::DrawerOpened(_) => add(Figure::DrawerOpenings, Money::ZERO),
        Fact::OrderTaken(order) => {
            for tender in &order.tenders {
                add(Figure::Deposit((&tender.kind).into()), tender.amount)?;
            }
            add(Figure::OrdersTaken, order.deposit)
        }
        Fact::OrderCancelled(cancelled) => {
            let kept = match cancelled.kept_by {
                Beneficiary::Family => Figure::KeptByFamilies,
                Beneficiary::Organiser => Figure::KeptByOrganiser,
            };
            add(kept, cancelled.kept)?;
            if let Some(tender) = &cancelled.returned_online {
                add(Figure::ReturnedOnline((&tender.kind).into()), tender.amount)?;
            }
            add(Figure::OrdersCancelled, cancelled.returned)
        }
        Fact::CashMoved(movement) => {
            let figure = match movement.kind {
                CashMovementKind::PaidIn => Figure::PaidIn,
                CashMovementKind::PaidOut => Figure::PaidOut,
                CashMovementKind::Drop => Figure::Dropped,
            };
            add(figure, movement.amount)
        }
        Fact::PayoutMade(payout) => {
            if payout.means == PayoutMeans::Drawer {
                add(Figure::PayoutsFromDrawers, payout.amount)?;
            }
            add(Figure::Payouts, payout.amount)
        }
        Fact::FamilyPaidIn(payment) => {
            if payment.means == PayoutMeans::Drawer {
                add(Figure::FamilyPaymentsToDrawers, payment.amount)?;
            }
            add(Figure::FamilyPayments, payment.amount)
        }
        Fact::BalanceCarriedOut(balance) => add(Figure::CarriedOut, balance.net()),
        Fact::BalanceBroughtIn(balance) => add(Figure::BroughtIn, balance.net()),
        Fact::BalanceTakenBack(back) => add(Figure::CarriedBack, back.balance.net()),
        Fact::FamilySettled(settlement) => settled(connection, &day, settlement, 1),
        Fact::SettlementReversed(reversal) => settled(connection, &day, &reversal.settlement, -1),
        Fact::DoorPassed(count) => passed(connection, &day, count),
        Fact::VisitorAdvised(advice) => {
            let one = if advice.correction { -1 } else { 1 };
            let figure = Figure::Advised(advice.subject.clone());
            self::add(connection, &day, &figure, one, 0)
        }
        _ => Ok(()),
    }
}

fn passed(connection: &Connection, day: &str, count: &DoorCount) -> Result<(), StoreError> {
    let figure = match count.way {
        Way::In => Figure::Entered,
        Way::Out => Figure::Left,
    };
    let people = i64::from(count.people);
    let people = if count.correction { -people } else { people };
    add(connection, day, &figure, people, 0)
}

/// What a settlement of a day held back, or what its reversal gave free again.
fn settled(
    connection: &Connection,
    day: &str,
    settlement: &Settlement,
    sign: i64,
) -> Result<(), StoreError> {
    for (figure, amount) in [
        (Figure::SettledNet, settlement.net_sales),
        (Figure::Commission, settlement.commission),
        (Figure::Fees, settlement.fee_total()),
        (Figure::AdvanceInstalments, settlement.advance_instalment),
        (Figure::Held, settlement.held),
    ] {
        add(connection, day, &figure, sign, sign * amount.minor())?;
    }
    Ok(())
}

fn goods_came_back(
    connection: &Connection,
    entry: &Entry,
    day: &str,
    refund: &Refund,
) -> Result<(), StoreError> {
    let mut counter = CounterHour {
        refunds: 1,
        ..CounterHour::default()
    };
    let mut sold = connection.prepare_cached(
        "INSERT INTO goods_sold (sku, day, family, package, times, quantity, returned, list,
             family_discount, organiser_discount, refunded, tax, organiser_tax)
         VALUES (?1, ?2, ?3, ?4, 0, 0, ?5, -?6, -?7, -?8, ?9, -?10, -?11)
         ON CONFLICT DO UPDATE SET
             returned           = returned           + excluded.returned,
             list               = list               + excluded.list,
             family_discount    = family_discount    + excluded.family_discount,
             organiser_discount = organiser_discount + excluded.organiser_discount,
             refunded           = refunded           + excluded.refunded,
             tax                = tax                + excluded.tax,
             organiser_tax      = organiser_tax      + excluded.organiser_tax",
    )?;
    for line in &refund.lines {
        sold.execute(params![
            line.sku.as_str(),
            day,
            line.family.as_str(),
            line.package.as_str(),
            line.quantity.thousandths(),
            line.list.minor(),
            line.family_discount.minor(),
            line.organiser_discount.minor(),
            line.paid.minor(),
            line.tax.minor(),
            line.organiser_tax.minor(),
        ])?;
        let goods = &mut counter.goods;
        goods.list -= line.list.minor();
        goods.family_discount -= line.family_discount.minor();
        goods.organiser_discount -= line.organiser_discount.minor();
        goods.refunded += line.paid.minor();
        goods.tax -= line.tax.minor();
        goods.organiser_tax -= line.organiser_tax.minor();
    }
    let place = (day, entry.at.hour(), refund.cashier.as_str());
    add_counter(connection, place, &counter)?;
    for tender in &refund.tenders {
        let figure = Figure::Returned((&tender.kind).into());
        add(connection, day, &figure, 1, tender.amount.minor())?;
    }
    let rounding = -refund.cash_rounding.minor();
    add(connection, day, &Figure::CashRounding, 1, rounding)
}

fn add_counter(
    connection: &Connection,
    (day, hour, cashier): (&str, u32, &str),
    counter: &CounterHour,
) -> Result<(), StoreError> {
    let (first, last) = counter.numbers.unzip();
    let goods = &counter.goods;
    connection
        .prepare_cached(
            "INSERT INTO counter_hour (day, hour, cashier, sales, refunds, first_number,
                 last_number, times, quantity, list, family_discount, organiser_discount,
                 refunded, tax, organiser_tax)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
             ON CONFLICT DO UPDATE SET
                 sales              = sales              + excluded.sales,
                 refunds            = refunds            + excluded.refunds,
                 first_number       = coalesce(first_number, excluded.first_number),
                 last_number        = coalesce(excluded.last_number, last_number),
                 times              = times              + excluded.times,
                 quantity           = quantity           + excluded.quantity,
                 list               = list               + excluded.list,
                 family_discount    = family_discount    + excluded.family_discount,
                 organiser_discount = organiser_discount + excluded.organiser_discount,
                 refunded           = refunded           + excluded.refunded,
                 tax                = tax                + excluded.tax,
                 organiser_tax      = organiser_tax      + excluded.organiser_tax",
        )?
        .execute(params![
            day,
            hour,
            cashier,
            counter.sales,
            counter.refunds,
            first,
            last,
            goods.times,
            goods.quantity,
            goods.list,
            goods.family_discount,
            goods.organiser_discount,
            goods.refunded,
            goods.tax,
            goods.organiser_tax,
        ])?;
    Ok(())
}

fn add(
    connection: &Connection,
    day: &str,
    figure: &Figure,
    times: i64,
    amount: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO day_figure (day, name, times, amount) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET
                 times  = times  + excluded.times,
                 amount = amount + excluded.amount",
        )?
        .execute(params![day, figure.name(), times, amount])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_reads_back_from_its_name() {
        let mut figures: Vec<Figure> = SINGLE.iter().map(|(figure, _)| figure.clone()).collect();
        for (group, _) in TENDERS {
            figures.extend([
                Figure::Paid(group),
                Figure::Returned(group),
                Figure::Deposit(group),
                Figure::ReturnedOnline(group),
            ]);
        }
        figures.push(Figure::Advised(SubjectCode::new("LICENCE").unwrap()));
        for figure in figures {
            assert_eq!(Figure::of_name(&figure.name()), Some(figure));
        }
        assert_eq!(Figure::of_name("paid:shells"), None);
        assert_eq!(Figure::of_name("sideways"), None);
    }

    #[test]
    fn tenders_read_back_from_their_words() {
        let words = "cash:1:4650 card:2:10000";
        let read = read_tenders(words).unwrap();
        let expected = [(TenderGroup::Cash, 1, 4650), (TenderGroup::Card, 2, 10000)];
        assert_eq!(read, expected);
        assert_eq!(read_tenders("cash:one:4650"), None);
    }
}
