//! What each fact changes in the tables that are asked: postings, balances and
//! one table per question. Pure in the journal: the same records give the same
//! rows, whoever replays them.
//!
//! Nothing here reads the journal, so that a replay works beside it.

mod families;
mod figures;
mod gathering;
mod selling;
mod setting_up;
mod stock;

use rusqlite::{Connection, OptionalExtension, params};

use super::error::{StoreError, Unlawful};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{Number, TillCode};
use crate::domain::ledger::postings;
use crate::domain::money::Money;
use crate::domain::order::OrderState;

pub(super) use families::{Way, unsettled_adjustments, unsettled_goods, unsettled_held};
pub(super) use figures::{CounterHour, Figure, Goods, Lately};
pub(super) use gathering::Fresh;
pub(super) use selling::order_state_name;

/// A sequence of numbered papers. Numbers have no gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Series {
    Sale,
    Refund,
    Order,
    Z,
    Settlement,
    /// Payouts and families' payments.
    Payout,
    /// Notes of goods handed in, handed back, lost and counted.
    Goods,
}

impl Series {
    /// The name of its running total.
    pub(super) fn name(self) -> &'static str {
        match self {
            Series::Sale => "number:sale",
            Series::Refund => "number:refund",
            Series::Order => "number:order",
            Series::Z => "number:z",
            Series::Settlement => "number:settlement",
            Series::Payout => "number:payout",
            Series::Goods => "number:goods",
        }
    }
}

pub(super) const PERPETUAL_SALES: &str = "perpetual:sales";
pub(super) const PERPETUAL_REFUNDS: &str = "perpetual:refunds";

/// Writes what an entry posts. Comes before the entry's own row, whose
/// insertion checks that the postings sum to zero.
///
/// Facts are lawful when they are made; those read from a journal are checked
/// again here, as are those about to be written.
pub(super) fn post(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    if !adds_up(&entry.fact) {
        return Err(StoreError::Unlawful {
            seq: entry.seq,
            why: Unlawful::PostsNotToZero,
        });
    }
    let legs = postings(&entry.till, &entry.fact);
    if legs.is_empty() {
        return Ok(());
    }
    let mut posting =
        connection.prepare_cached(&insert("INSERT INTO posting VALUES", legs.len(), 3))?;
    for (row, leg) in legs.iter().enumerate() {
        let at = 3 * row + 1;
        posting.raw_bind_parameter(at, place(entry.seq, row))?;
        posting.raw_bind_parameter(at + 1, leg.account.to_string())?;
        posting.raw_bind_parameter(at + 2, leg.amount.minor())?;
    }
    posting.raw_execute()?;
    Ok(())
}

/// Rows a record has room for, in the powers of two.
const ROW_BITS: u32 = 16;

/// Where the row `n` of a record stands, behind those of all records before.
fn place(seq: u64, n: usize) -> i64 {
    assert!(n < 1 << ROW_BITS, "a record has fewer rows");
    (seq as i64) << ROW_BITS | n as i64
}

/// The record whose row stands there.
pub(super) fn seq_at(place: i64) -> u64 {
    (place >> ROW_BITS) as u64
}

/// One statement for all rows of a fact: a sale has ten, and a statement costs
/// more than its row.
fn insert(into: &str, rows: usize, columns: usize) -> String {
    let row = format!("({})", vec!["?"; columns].join(", "));
    format!("{into} {}", vec![row; rows].join(", "))
}

/// Whether the amounts within a fact agree; the others have but one.
fn adds_up(fact: &Fact) -> bool {
    match fact {
        Fact::SaleCompleted(sale) => sale.is_balanced(),
        Fact::SaleRefunded(refund) => refund.is_balanced(),
        Fact::OrderTaken(order) => {
            let tenders: Money = order.tenders.iter().map(|tender| tender.amount).sum();
            tenders == order.deposit
        }
        Fact::OrderCancelled(cancelled) => cancelled.adds_up(),
        Fact::GoodsLost(loss) => loss.adds_up(),
        Fact::FamilySettled(settlement) => settlement.adds_up(),
        Fact::SettlementReversed(reversal) => reversal.settlement.adds_up(),
        _ => true,
    }
}

/// Brings every table an entry touches up to date.
pub(super) fn apply(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO day_run (seq, day) SELECT ?1, ?2
             WHERE ?2 IS NOT (SELECT day FROM day_run ORDER BY seq DESC LIMIT 1)",
        )?
        .execute(params![
            entry.seq as i64,
            entry.day.map(|day| day.to_string())
        ])?;
    apply_fact(connection, entry)?;
    figures::apply(connection, entry)?;
    if gathering::is_due(entry) {
        gathering::gather(connection, entry.seq)?;
    }
    Ok(())
}

fn apply_fact(connection: &Connection, entry: &Entry) -> Result<(), StoreError> {
    let seq = entry.seq as i64;
    match &entry.fact {
        Fact::BazaarDefined(_) => setting_up::bazaar_defined(connection, seq),
        Fact::StaffRegistered(staff) => {
            setting_up::version(connection, setting_up::STAFF, staff.code.as_str(), seq)
        }
        Fact::FamilyRegistered(family) => {
            setting_up::version(connection, setting_up::FAMILY, family.code.as_str(), seq)?;
            setting_up::catalogue_changed(connection, seq)
        }
        Fact::ProductLineListed(line) => {
            setting_up::version(connection, setting_up::PRODUCT_LINE, line.sku.as_str(), seq)?;
            setting_up::catalogue_changed(connection, seq)
        }
        Fact::FileImported(file) => setting_up::file_imported(connection, seq, file),
        Fact::PaperReprinted(paper) => setting_up::paper_reprinted(connection, paper),
        Fact::TicketParked(parked) => selling::ticket_parked(connection, seq, parked.ticket.id),
        Fact::GoodsSoldOut(goods) => selling::goods_sold_out(connection, seq, &goods.sku),
        Fact::GoodsAvailable(goods) => selling::goods_available(connection, &goods.sku),
        Fact::PaymentLeftUnknown(payment) => {
            selling::payment_left_unknown(connection, seq, payment)
        }
        Fact::PaymentCleared(cleared) => selling::payment_cleared(connection, cleared.id),
        Fact::TicketRecalled(recalled) => selling::unpark(connection, recalled.ticket),
        Fact::TicketVoided(voided) => selling::ticket_voided(connection, seq, voided.ticket.id),
        Fact::SaleCompleted(sale) => {
            selling::sale_completed(connection, entry, sale)?;
            families::money_taken(connection, sale)?;
            gathering::add_fresh(connection, entry.seq, sale)
        }
        Fact::SaleRefunded(refund) => {
            selling::sale_refunded(connection, entry, refund)?;
            families::goods_returned(connection, refund)
        }
        Fact::OrderTaken(order) => selling::order_taken(connection, entry, order),
        Fact::OrderCancelled(cancelled) => {
            let (order, state) = (cancelled.order, OrderState::Cancelled);
            selling::end_order(connection, entry.seq, order, state)?;
            families::deposit_kept(connection, seq, cancelled)
        }
        Fact::OrderDelivered(delivery) => {
            selling::order_delivered(connection, entry.seq, delivery.order)
        }
        Fact::ShiftOpened(shift) => selling::shift_opened(connection, seq, shift.id),
        Fact::DrawerCounted(count) => selling::drawer_counted(connection, entry.seq, count.shift),
        Fact::ShiftClosed(closing) => selling::shift_closed(connection, entry.seq, closing.id),
        Fact::DayOpened(opening) => selling::day_opened(connection, entry.seq, opening.day),
        Fact::DayClosed(closing) => selling::day_closed(connection, entry, closing),
        Fact::AdjustmentMade(adjustment) => families::adjustment_made(connection, seq, adjustment),
        Fact::GoodsReceived(note) => stock::goods_received(connection, entry, note),
        Fact::GoodsReturned(note) => stock::goods_returned(connection, entry, note),
        Fact::GoodsLost(loss) => stock::goods_lost(connection, entry, loss),
        Fact::UnsoldCounted(count) => stock::unsold_counted(connection, entry, count),
        Fact::FamilySettled(settlement) => families::family_settled(connection, entry, settlement),
        Fact::SettlementReversed(reversal) => {
            families::settlement_reversed(connection, entry, &reversal.settlement)
        }
        Fact::PayoutMade(payout) => {
            use_number(connection, entry, Series::Payout, &payout.number)?;
            families::money_moved(
                connection,
                seq,
                payout.id,
                &payout.number,
                &payout.family,
                false,
            )
        }
        Fact::FamilyPaidIn(payment) => {
            use_number(connection, entry, Series::Payout, &payment.number)?;
            families::money_moved(
                connection,
                seq,
                payment.id,
                &payment.number,
                &payment.family,
                true,
            )
        }
        Fact::BalanceCarriedOut(balance) => families::carried(connection, seq, balance, Way::Out),
        Fact::BalanceBroughtIn(balance) => families::carried(connection, seq, balance, Way::In),
        Fact::BalanceTakenBack(back) => {
            families::carried(connection, seq, &back.balance, Way::Back)
        }
        Fact::SignedIn(_)
        | Fact::SignedOut(_)
        | Fact::SignInFailed(_)
        | Fact::LockedOut(_)
        | Fact::PinChanged(_)
        | Fact::BadgeGiven(_)
        | Fact::BadgeTaken(_)
        | Fact::CashMoved(_)
        | Fact::DrawerOpened(_)
        | Fact::AdvanceGranted(_)
        | Fact::SafeFilled(_)
        | Fact::DoorPassed(_)
        | Fact::VisitorAdvised(_)
        | Fact::DataRestored(_)
        | Fact::ClockWentBack(_)
        | Fact::TrainingEntered(_)
        | Fact::TrainingLeft(_) => Ok(()),
    }
}

/// The value of a running total; zero before its first fact.
pub(super) fn running_total(connection: &Connection, name: &str) -> Result<i64, StoreError> {
    let value = connection
        .prepare_cached("SELECT value FROM running_total WHERE name = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    Ok(value.unwrap_or(0))
}

fn add_to_perpetual(connection: &Connection, name: &str, amount: Money) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO running_total (name, value) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET value = value + excluded.value",
        )?
        .execute(params![name, amount.minor()])?;
    Ok(())
}

/// Takes the next number of a series; any other leaves a gap or a double.
fn use_number(
    connection: &Connection,
    entry: &Entry,
    series: Series,
    number: &Number,
) -> Result<(), StoreError> {
    check_till(entry, &number.till)?;
    let name = series.name();
    let followed = connection
        .prepare_cached("UPDATE running_total SET value = ?2 WHERE name = ?1 AND value = ?2 - 1")?
        .execute(params![name, number.n as i64])?;
    if followed == 1 {
        return Ok(());
    }
    let expected = running_total(connection, name)? as u64 + 1;
    if number.n != expected || expected != 1 {
        return Err(StoreError::Unlawful {
            seq: entry.seq,
            why: Unlawful::NumberOutOfSeries {
                series: name,
                expected,
                found: number.clone(),
            },
        });
    }
    connection
        .prepare_cached("INSERT INTO running_total (name, value) VALUES (?1, 1)")?
        .execute([name])?;
    Ok(())
}

fn check_till(entry: &Entry, till: &TillCode) -> Result<(), StoreError> {
    if till == &entry.till {
        return Ok(());
    }
    Err(StoreError::Unlawful {
        seq: entry.seq,
        why: Unlawful::NumberOfOtherTill(till.clone()),
    })
}

/// Turns a change that found no row to change into the reason it is unlawful.
fn one_row(changed: usize, seq: u64, why: Unlawful) -> Result<(), StoreError> {
    if changed == 1 {
        Ok(())
    } else {
        Err(StoreError::Unlawful { seq, why })
    }
}
