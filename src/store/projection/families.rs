//! What waits for each family's next settlement, settlements, and money that
//! went to families or came from them.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::gathering::gather;
use super::{Series, one_row, use_number};
use crate::domain::bazaar::Beneficiary;
use crate::domain::carrying::CarriedBalance;
use crate::domain::fact::Entry;
use crate::domain::family::Unit;
use crate::domain::id::{Bilingual, FamilyCode, Number, PayoutId, Sku, TillCode};
use crate::domain::money::{Bps, Money, Quantity};
use crate::domain::order::OrderCancellation;
use crate::domain::payout::Adjustment;
use crate::domain::refund::Refund;
use crate::domain::sale::{Sale, TenderKind};
use crate::domain::settlement::{AdjustmentLine, AdjustmentSource, GoodsSold, Settlement};
use crate::domain::stock::GoodsLoss;
use crate::store::error::{StoreError, Unlawful};
use crate::store::journal;

/// Money families took themselves for a sale.
pub(super) fn money_taken(connection: &Connection, sale: &Sale) -> Result<(), StoreError> {
    for tender in &sale.tenders {
        if let TenderKind::TakenByFamily(family) = &tender.kind {
            add_held(connection, family, &sale.day.to_string(), tender.amount)?;
        }
    }
    Ok(())
}

pub(super) fn goods_returned(connection: &Connection, refund: &Refund) -> Result<(), StoreError> {
    let day = refund.day.to_string();
    for line in &refund.lines {
        let refunds = line.list - line.family_discount;
        let goods = GoodsSold {
            day: refund.day,
            sku: line.sku.clone(),
            name: line.name.clone(),
            unit: line.unit,
            unit_price: line.unit_price,
            commission: line.commission,
            quantity: Quantity::ZERO,
            list: Money::ZERO,
            family_discount: Money::ZERO,
            organiser_discount: -line.organiser_discount,
            refunded_quantity: line.quantity,
            refunds,
            earlier_refunds: if refund.sale_day < refund.day {
                refunds
            } else {
                Money::ZERO
            },
            tax: -line.organiser_tax,
        };
        add_goods(connection, &line.family, &day, &goods)?;
    }
    for tender in &refund.tenders {
        if let TenderKind::TakenByFamily(family) = &tender.kind {
            add_held(connection, family, &day, -tender.amount)?;
        }
    }
    Ok(())
}

fn add_goods(
    connection: &Connection,
    family: &FamilyCode,
    day: &str,
    goods: &GoodsSold,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO unsettled_goods (family, day, sku, unit_price, commission,
                 name_ar, name_en, unit, quantity, list, family_discount, organiser_discount,
                 refunded_quantity, refunds, earlier_refunds, tax)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             ON CONFLICT DO UPDATE SET
                 quantity           = quantity           + excluded.quantity,
                 list               = list               + excluded.list,
                 family_discount    = family_discount    + excluded.family_discount,
                 organiser_discount = organiser_discount + excluded.organiser_discount,
                 refunded_quantity  = refunded_quantity  + excluded.refunded_quantity,
                 refunds            = refunds            + excluded.refunds,
                 earlier_refunds    = earlier_refunds    + excluded.earlier_refunds,
                 tax                = tax                + excluded.tax",
        )?
        .execute(params![
            family.as_str(),
            day,
            goods.sku.as_str(),
            goods.unit_price.minor(),
            goods.commission.get(),
            goods.name.ar,
            goods.name.en,
            unit_name(goods.unit),
            goods.quantity.thousandths(),
            goods.list.minor(),
            goods.family_discount.minor(),
            goods.organiser_discount.minor(),
            goods.refunded_quantity.thousandths(),
            goods.refunds.minor(),
            goods.earlier_refunds.minor(),
            goods.tax.minor(),
        ])?;
    Ok(())
}

fn add_held(
    connection: &Connection,
    family: &FamilyCode,
    day: &str,
    amount: Money,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO unsettled_held (family, day, amount) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
        )?
        .execute(params![family.as_str(), day, amount.minor()])?;
    Ok(())
}

pub(super) fn adjustment_made(
    connection: &Connection,
    seq: i64,
    adjustment: &Adjustment,
) -> Result<(), StoreError> {
    let line = AdjustmentLine {
        day: adjustment.day,
        amount: adjustment.amount,
        source: AdjustmentSource::Organiser,
        reason: adjustment.reason.clone(),
    };
    add_adjustment(connection, &adjustment.family, seq, 0, &line)
}

/// What the organiser makes good of a loss is a correction of the family's account.
pub(super) fn loss_made_good(
    connection: &Connection,
    seq: i64,
    loss: &GoodsLoss,
) -> Result<(), StoreError> {
    if loss.credit().is_zero() {
        return Ok(());
    }
    let line = AdjustmentLine {
        day: loss.day,
        amount: loss.credit(),
        source: AdjustmentSource::Organiser,
        reason: loss.note.remark.clone(),
    };
    add_adjustment(connection, &loss.note.family, seq, 0, &line)
}

pub(super) fn deposit_kept(
    connection: &Connection,
    seq: i64,
    cancelled: &OrderCancellation,
) -> Result<(), StoreError> {
    if cancelled.kept_by != Beneficiary::Family || cancelled.kept.is_zero() {
        return Ok(());
    }
    let line = AdjustmentLine {
        day: cancelled.day,
        amount: cancelled.kept,
        source: AdjustmentSource::KeptDeposit {
            order: cancelled.order_number.clone(),
        },
        reason: cancelled.reason.clone(),
    };
    add_adjustment(connection, &cancelled.family, seq, 0, &line)
}

fn add_adjustment(
    connection: &Connection,
    family: &FamilyCode,
    seq: i64,
    n: usize,
    line: &AdjustmentLine,
) -> Result<(), StoreError> {
    let order = match &line.source {
        AdjustmentSource::Organiser => None,
        AdjustmentSource::KeptDeposit { order } => Some(order),
    };
    connection
        .prepare_cached(
            "INSERT INTO unsettled_adjustment
                 (family, day, seq, n, amount, order_till, order_number, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            family.as_str(),
            line.day.to_string(),
            seq,
            n as i64,
            line.amount.minor(),
            order.map(|order| order.till.as_str()),
            order.map(|order| order.n as i64),
            line.reason,
        ])?;
    Ok(())
}

pub(super) fn family_settled(
    connection: &Connection,
    entry: &Entry,
    settlement: &Settlement,
) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Settlement, &settlement.number)?;
    gather(connection, entry.seq)?;
    let (family, day) = (&settlement.family, settlement.day);
    let holds_all = unsettled_goods(connection, family, day)? == settlement.goods
        && unsettled_adjustments(connection, family, day)? == settlement.adjustments
        && unsettled_held(connection, family, day)? == settlement.held;
    if !holds_all {
        return Err(StoreError::Unlawful {
            seq: entry.seq,
            why: Unlawful::SettlementDiffers(family.clone()),
        });
    }
    let up_to = params![family.as_str(), day.to_string()];
    for statement in [
        "DELETE FROM unsettled_goods WHERE family = ?1 AND day <= ?2",
        "DELETE FROM unsettled_adjustment WHERE family = ?1 AND day <= ?2",
        "DELETE FROM unsettled_held WHERE family = ?1 AND day <= ?2",
    ] {
        connection.prepare_cached(statement)?.execute(up_to)?;
    }
    connection
        .prepare_cached(
            "INSERT INTO settlement (seq, id, number, family, day) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            entry.seq as i64,
            settlement.id.0.as_bytes(),
            settlement.number.n as i64,
            family.as_str(),
            day.to_string(),
        ])?;
    let mut charged = connection.prepare_cached(
        "INSERT INTO fee_charged (family, day, settlement, n, fee) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (n, fee) in settlement.fees.iter().enumerate() {
        charged.execute(params![
            family.as_str(),
            day.to_string(),
            settlement.id.0.as_bytes(),
            n as i64,
            fee.code.as_str(),
        ])?;
    }
    Ok(())
}

/// Everything the settlement took waits again for the next one.
pub(super) fn settlement_reversed(
    connection: &Connection,
    entry: &Entry,
    settlement: &Settlement,
) -> Result<(), StoreError> {
    let (family, day) = (&settlement.family, settlement.day.to_string());
    let reversed = connection
        .prepare_cached(
            "UPDATE settlement SET reversed_seq = ?2 WHERE id = ?1 AND reversed_seq IS NULL",
        )?
        .execute(params![settlement.id.0.as_bytes(), entry.seq as i64])?;
    one_row(reversed, entry.seq, Unlawful::NoSettlement(settlement.id))?;
    connection
        .prepare_cached("DELETE FROM fee_charged WHERE family = ?1 AND settlement = ?2")?
        .execute(params![family.as_str(), settlement.id.0.as_bytes()])?;
    for goods in &settlement.goods {
        add_goods(connection, family, &goods.day.to_string(), goods)?;
    }
    for (n, line) in settlement.adjustments.iter().enumerate() {
        add_adjustment(connection, family, entry.seq as i64, n, line)?;
    }
    if !settlement.held.is_zero() {
        add_held(connection, family, &day, settlement.held)?;
    }
    Ok(())
}

pub(super) fn money_moved(
    connection: &Connection,
    seq: i64,
    id: PayoutId,
    number: &Number,
    family: &FamilyCode,
    paid_in: bool,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO payout (seq, id, number, family, paid_in) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            seq,
            id.0.as_bytes(),
            number.n as i64,
            family.as_str(),
            paid_in
        ])?;
    Ok(())
}

/// Which way a balance went between two editions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Way {
    Out,
    In,
    Back,
}

impl Way {
    pub(in crate::store) const ALL: [Way; 3] = [Way::Out, Way::In, Way::Back];

    pub(in crate::store) fn code(self) -> &'static str {
        match self {
            Way::Out => "out",
            Way::In => "in",
            Way::Back => "back",
        }
    }
}

pub(super) fn carried(
    connection: &Connection,
    seq: i64,
    balance: &CarriedBalance,
    way: Way,
) -> Result<(), StoreError> {
    let written = connection
        .prepare_cached(
            "INSERT INTO carried (seq, transfer, family, way)
             SELECT ?1, ?2, ?3, ?4
             WHERE ?4 <> 'back'
                OR (EXISTS (SELECT 1 FROM carried WHERE transfer = ?2 AND way = 'out')
                    AND NOT EXISTS (SELECT 1 FROM carried WHERE transfer = ?2 AND way = 'back'))",
        )?
        .execute(params![
            seq,
            balance.transfer.0.as_bytes(),
            balance.family.as_str(),
            way.code()
        ])?;
    one_row(
        written,
        seq as u64,
        Unlawful::NotCarriedOut(balance.transfer),
    )
}

/// A family's goods of days up to `day` that no settlement took, as far as they are
/// gathered, by day, product line, price and rate.
pub(in crate::store) fn unsettled_goods(
    connection: &Connection,
    family: &FamilyCode,
    up_to: NaiveDate,
) -> Result<Vec<GoodsSold>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT day, sku, unit_price, commission, name_ar, name_en, unit, quantity, list,
                family_discount, organiser_discount, refunded_quantity, refunds,
                earlier_refunds, tax
         FROM unsettled_goods WHERE family = ?1 AND day <= ?2
         ORDER BY day, sku, unit_price, commission",
    )?;
    let mut rows = statement.query(params![family.as_str(), up_to.to_string()])?;
    let mut goods = Vec::new();
    while let Some(row) = rows.next()? {
        goods.push(read_goods(row)?);
    }
    Ok(goods)
}

/// A row that begins with the columns of goods.
pub(super) fn read_goods(row: &Row<'_>) -> Result<GoodsSold, StoreError> {
    let money = |index| row.get(index).map(Money::from_minor);
    let quantity = |index| row.get(index).map(Quantity::from_thousandths);
    let unit = row.get_ref(6)?;
    Ok(GoodsSold {
        day: read_day(row, 0)?,
        sku: Sku::new(text(row, 1)?).map_err(|error| torn("product line", &error))?,
        unit_price: money(2)?,
        commission: Bps::new(row.get(3)?).ok_or_else(|| torn("commission", &"above 100 %"))?,
        name: Bilingual::new(text(row, 4)?, text(row, 5)?),
        unit: unit
            .as_str()
            .ok()
            .and_then(unit_of_name)
            .ok_or_else(|| torn("unit", &"unknown"))?,
        quantity: quantity(7)?,
        list: money(8)?,
        family_discount: money(9)?,
        organiser_discount: money(10)?,
        refunded_quantity: quantity(11)?,
        refunds: money(12)?,
        earlier_refunds: money(13)?,
        tax: money(14)?,
    })
}

/// A family's adjustments of days up to `day` that no settlement took.
pub(in crate::store) fn unsettled_adjustments(
    connection: &Connection,
    family: &FamilyCode,
    up_to: NaiveDate,
) -> Result<Vec<AdjustmentLine>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT day, amount, order_till, order_number, reason FROM unsettled_adjustment
         WHERE family = ?1 AND day <= ?2 ORDER BY day, seq, n",
    )?;
    let mut rows = statement.query(params![family.as_str(), up_to.to_string()])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let source = match row.get::<_, Option<String>>(2)? {
            None => AdjustmentSource::Organiser,
            Some(till) => AdjustmentSource::KeptDeposit {
                order: Number {
                    till: TillCode::new(&till).map_err(|error| torn("till", &error))?,
                    n: row.get::<_, i64>(3)? as u64,
                },
            },
        };
        lines.push(AdjustmentLine {
            day: read_day(row, 0)?,
            amount: Money::from_minor(row.get(1)?),
            source,
            reason: row.get(4)?,
        });
    }
    Ok(lines)
}

/// What a family took itself on days up to `day` and was not settled for.
pub(in crate::store) fn unsettled_held(
    connection: &Connection,
    family: &FamilyCode,
    up_to: NaiveDate,
) -> Result<Money, StoreError> {
    let held = connection
        .prepare_cached(
            "SELECT coalesce(sum(amount), 0) FROM unsettled_held
             WHERE family = ?1 AND day <= ?2",
        )?
        .query_row(params![family.as_str(), up_to.to_string()], |row| {
            row.get(0)
        })?;
    Ok(Money::from_minor(held))
}

fn text<'r>(row: &'r Row<'_>, index: usize) -> Result<&'r str, StoreError> {
    row.get_ref(index)?
        .as_str()
        .map_err(|error| torn("text", &error))
}

fn read_day(row: &Row<'_>, index: usize) -> Result<NaiveDate, StoreError> {
    journal::day(text(row, index)?).map_err(|error| torn("day", &error))
}

fn torn(what: &str, why: &dyn std::fmt::Display) -> StoreError {
    StoreError::Torn {
        detail: format!("{what} among unsettled goods: {why}"),
    }
}

pub(super) fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Each => "each",
        Unit::Box => "box",
        Unit::Dozen => "dozen",
        Unit::Kilogram => "kilogram",
        Unit::Gram => "gram",
        Unit::Litre => "litre",
        Unit::Metre => "metre",
    }
}

fn unit_of_name(name: &str) -> Option<Unit> {
    Unit::ALL.into_iter().find(|unit| unit_name(*unit) == name)
}
