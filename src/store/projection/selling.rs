//! Tickets, sales, refunds, orders; shifts and trading days.

use std::collections::BTreeSet;

use chrono::{NaiveDate, Timelike};
use rusqlite::{Connection, params};

use super::{
    PERPETUAL_REFUNDS, PERPETUAL_SALES, Series, add_to_perpetual, figures, one_row, use_number,
};
use crate::domain::day::DayClosing;
use crate::domain::fact::{Entry, UnknownPayment};
use crate::domain::id::{OrderId, PaymentId, ShiftId, Sku, TicketId};
use crate::domain::order::{Order, OrderState};
use crate::domain::refund::Refund;
use crate::domain::sale::Sale;
use crate::store::error::{StoreError, Unlawful};

pub(super) fn ticket_parked(
    connection: &Connection,
    seq: i64,
    ticket: TicketId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO parked (ticket, seq) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET seq = excluded.seq",
        )?
        .execute(params![ticket.0.as_bytes(), seq])?;
    Ok(())
}

/// Paid, voided or recalled, a ticket is no longer parked; most never were.
pub(super) fn unpark(connection: &Connection, ticket: TicketId) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM parked WHERE ticket = ?1")?
        .execute([ticket.0.as_bytes()])?;
    Ok(())
}

pub(super) fn ticket_voided(
    connection: &Connection,
    seq: i64,
    ticket: TicketId,
) -> Result<(), StoreError> {
    unpark(connection, ticket)?;
    connection
        .prepare_cached("INSERT INTO voided (ticket, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![ticket.0.as_bytes(), seq])?;
    Ok(())
}

pub(super) fn sale_completed(
    connection: &Connection,
    entry: &Entry,
    sale: &Sale,
) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Sale, &sale.number)?;
    let recorded = connection
        .prepare_cached(
            "INSERT INTO sale (number, seq, ticket, day, cashier, hour, paid, rounding,
                 tenders, lines, families)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (ticket) DO NOTHING",
        )?
        .execute(params![
            sale.number.n as i64,
            entry.seq as i64,
            sale.id.0.as_bytes(),
            sale.day.to_string(),
            sale.cashier.as_str(),
            entry.at.hour(),
            sale.paid().minor(),
            sale.cash_rounding.minor(),
            figures::tenders(sale),
            sale.lines.len() as i64,
            families(sale),
        ])?;
    one_row(recorded, entry.seq, Unlawful::TicketSold(sale.id))?;
    add_to_perpetual(connection, PERPETUAL_SALES, sale.paid())?;
    unpark(connection, sale.id)?;
    match sale.order {
        Some(order) => end_order(connection, entry.seq, order, OrderState::HandedOver),
        None => Ok(()),
    }
}

/// Whose goods a sale had, each code between spaces, which no code has.
fn families(sale: &Sale) -> String {
    let codes: BTreeSet<&str> = sale
        .lines
        .iter()
        .map(|line| line.item.family.as_str())
        .collect();
    let mut families = String::from(" ");
    for code in codes {
        families.push_str(code);
        families.push(' ');
    }
    families
}

pub(super) fn goods_sold_out(
    connection: &Connection,
    seq: i64,
    sku: &Sku,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO sold_out (sku, seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![sku.as_str(), seq])?;
    Ok(())
}

pub(super) fn goods_available(connection: &Connection, sku: &Sku) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM sold_out WHERE sku = ?1")?
        .execute([sku.as_str()])?;
    Ok(())
}

pub(super) fn payment_left_unknown(
    connection: &Connection,
    seq: i64,
    payment: &UnknownPayment,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO unknown_payment (id, ticket, seq) VALUES (?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
        )?
        .execute(params![
            payment.id.0.as_bytes(),
            payment.ticket.0.as_bytes(),
            seq
        ])?;
    Ok(())
}

pub(super) fn payment_cleared(
    connection: &Connection,
    payment: PaymentId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM unknown_payment WHERE id = ?1")?
        .execute([payment.0.as_bytes()])?;
    Ok(())
}

pub(super) fn sale_refunded(
    connection: &Connection,
    entry: &Entry,
    refund: &Refund,
) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Refund, &refund.number)?;
    connection
        .prepare_cached(
            "INSERT INTO refund (seq, id, number, ticket, returned) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            entry.seq as i64,
            refund.id.0.as_bytes(),
            refund.number.n as i64,
            refund.sale.0.as_bytes(),
            refund.returned().minor(),
        ])?;
    add_to_perpetual(connection, PERPETUAL_REFUNDS, refund.returned())
}

pub(super) fn order_taken(
    connection: &Connection,
    entry: &Entry,
    order: &Order,
) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Order, &order.number)?;
    unpark(connection, order.ticket.id)?;
    connection
        .prepare_cached(
            "INSERT INTO customer_order (seq, id, number, state) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![
            entry.seq as i64,
            order.id.0.as_bytes(),
            order.number.n as i64,
            order_state_name(OrderState::Open)
        ])?;
    Ok(())
}

pub(super) fn end_order(
    connection: &Connection,
    seq: u64,
    order: OrderId,
    state: OrderState,
) -> Result<(), StoreError> {
    let ended = move_order(connection, order, OrderState::Open, state)?;
    one_row(ended, seq, Unlawful::NoOpenOrder(order))
}

pub(super) fn order_delivered(
    connection: &Connection,
    seq: u64,
    order: OrderId,
) -> Result<(), StoreError> {
    let (from, to) = (OrderState::HandedOver, OrderState::Delivered);
    let delivered = move_order(connection, order, from, to)?;
    one_row(delivered, seq, Unlawful::NoPaidOrder(order))
}

/// How many orders went from one state to the next: one, or none that was there.
fn move_order(
    connection: &Connection,
    order: OrderId,
    from: OrderState,
    to: OrderState,
) -> Result<usize, StoreError> {
    let (from, to) = (order_state_name(from), order_state_name(to));
    let moved = connection
        .prepare_cached("UPDATE customer_order SET state = ?3 WHERE id = ?1 AND state = ?2")?
        .execute(params![order.0.as_bytes(), from, to])?;
    Ok(moved)
}

/// What the table of orders calls a state.
pub(in crate::store) fn order_state_name(state: OrderState) -> &'static str {
    match state {
        OrderState::Open => "open",
        OrderState::HandedOver => "handed_over",
        OrderState::Delivered => "delivered",
        OrderState::Cancelled => "cancelled",
    }
}

pub(super) fn shift_opened(
    connection: &Connection,
    seq: i64,
    shift: ShiftId,
) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO shift (id, opened_seq) VALUES (?1, ?2)")?
        .execute(params![shift.0.as_bytes(), seq])?;
    Ok(())
}

pub(super) fn drawer_counted(
    connection: &Connection,
    seq: u64,
    shift: ShiftId,
) -> Result<(), StoreError> {
    let counted = connection
        .prepare_cached("UPDATE shift SET count_seq = ?2 WHERE id = ?1 AND closed_seq IS NULL")?
        .execute(params![shift.0.as_bytes(), seq as i64])?;
    one_row(counted, seq, Unlawful::NoOpenShift(shift))
}

pub(super) fn shift_closed(
    connection: &Connection,
    seq: u64,
    shift: ShiftId,
) -> Result<(), StoreError> {
    let closed = connection
        .prepare_cached("UPDATE shift SET closed_seq = ?2 WHERE id = ?1 AND closed_seq IS NULL")?
        .execute(params![shift.0.as_bytes(), seq as i64])?;
    one_row(closed, seq, Unlawful::NoOpenShift(shift))
}

pub(super) fn day_opened(
    connection: &Connection,
    seq: u64,
    day: NaiveDate,
) -> Result<(), StoreError> {
    let opened = connection
        .prepare_cached(
            "INSERT INTO trading_day (day, opened_seq) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?
        .execute(params![day.to_string(), seq as i64])?;
    one_row(opened, seq, Unlawful::TradingDay)
}

pub(super) fn day_closed(
    connection: &Connection,
    entry: &Entry,
    closing: &DayClosing,
) -> Result<(), StoreError> {
    use_number(connection, entry, Series::Z, &closing.number)?;
    let closed = connection
        .prepare_cached(
            "UPDATE trading_day SET closed_seq = ?2, number = ?3
             WHERE day = ?1 AND closed_seq IS NULL",
        )?
        .execute(params![
            closing.day.to_string(),
            entry.seq as i64,
            closing.number.n as i64
        ])?;
    one_row(closed, entry.seq, Unlawful::TradingDay)
}
