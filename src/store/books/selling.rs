//! Sales, refunds, parked and voided tickets, orders.

use chrono::NaiveDate;
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::{Books, read_body, read_code, time_of};
use crate::domain::fact::TicketParked;
use crate::domain::id::{Number, OrderId, RefundId, TicketId};
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderState};
use crate::domain::refund::{AlreadyRefunded, Refund};
use crate::domain::sale::Sale;
use crate::store::error::StoreError;
use crate::store::projection::order_state_name;
use crate::store::records::{OrderRow, Parked, Recorded, SaleFilter, SaleSummary};

impl Books<'_> {
    /// The sale a ticket became.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn sale(&self, ticket: TicketId) -> Result<Option<Recorded<Sale>>, StoreError> {
        self.recorded_where(
            "SELECT seq FROM sale WHERE ticket = ?1",
            ticket.0.as_bytes(),
        )
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn sale_by_number(&self, number: &Number) -> Result<Option<Recorded<Sale>>, StoreError> {
        self.numbered("SELECT seq FROM sale WHERE number = ?1", number)
    }

    /// The sale recorded last.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn last_sale(&self) -> Result<Option<Recorded<Sale>>, StoreError> {
        self.recorded_where(
            "SELECT seq FROM sale WHERE number > ?1 ORDER BY number DESC LIMIT 1",
            &0,
        )
    }

    /// A day's sales, newest first, at most `limit`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sales_of_day(
        &self,
        day: NaiveDate,
        limit: usize,
    ) -> Result<Vec<SaleSummary>, StoreError> {
        let filter = SaleFilter {
            day: Some(day),
            ..SaleFilter::default()
        };
        self.sales(&filter, limit)
    }

    /// The sales a filter lets through, newest first, at most `limit`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn sales(&self, filter: &SaleFilter, limit: usize) -> Result<Vec<SaleSummary>, StoreError> {
        // A condition that is not asked for is left out, so that those that are can be
        // answered from their index.
        let mut conditions = Vec::new();
        let mut parameters: Vec<Box<dyn rusqlite::ToSql>> = Vec::new();
        let mut ask = |condition: &'static str, parameter: Box<dyn rusqlite::ToSql>| {
            conditions.push(condition);
            parameters.push(parameter);
        };
        if let Some(day) = filter.day {
            ask("s.day = ?", Box::new(day.to_string()));
        }
        if let Some(since) = filter.since {
            ask("j.at_ms >= ?", Box::new(since.timestamp_millis()));
        }
        if let Some(paid) = filter.paid {
            ask("s.paid = ?", Box::new(paid.minor()));
        }
        if let Some(family) = &filter.family {
            ask(
                "instr(s.families, ?) > 0",
                Box::new(format!(" {} ", family.as_str())),
            );
        }
        if conditions.is_empty() {
            conditions.push("TRUE");
        }
        parameters.push(Box::new(i64::try_from(limit).unwrap_or(i64::MAX)));
        let statement = format!(
            "SELECT s.seq, s.ticket, s.number, j.at_ms, j.offset_s, s.cashier, s.paid, s.lines,
                    (SELECT coalesce(sum(r.returned), 0) FROM refund r WHERE r.ticket = s.ticket)
             FROM sale s JOIN journal j ON j.seq = s.seq
             WHERE {} ORDER BY s.number DESC LIMIT ?",
            conditions.join(" AND ")
        );
        let parameters = rusqlite::params_from_iter(parameters);
        let mut found = self.rows(&statement, parameters, |row| {
            let seq = row.get::<_, i64>(0)? as u64;
            Ok(SaleSummary {
                id: TicketId(Uuid::from_bytes(row.get(1)?)),
                number: self.number(row.get(2)?),
                at: time_of(seq, row.get(3)?, row.get(4)?)?,
                cashier: read_code(seq, row, 5)?,
                paid: Money::from_minor(row.get(6)?),
                lines: row.get(7)?,
                refunded: Money::from_minor(row.get(8)?),
                is_all_back: false,
            })
        })?;
        let refunded = found.iter_mut().filter(|sale| sale.refunded.is_positive());
        for summary in refunded {
            if let Some(sale) = self.sale(summary.id)? {
                summary.is_all_back = summary.refunded >= sale.fact.refundable();
            }
        }
        Ok(found)
    }

    /// What was given back of a sale so far.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn already_refunded(&self, sale: &Sale) -> Result<AlreadyRefunded, StoreError> {
        let mut already = AlreadyRefunded {
            lines: vec![Default::default(); sale.lines.len()],
            tenders: vec![Money::ZERO; sale.tenders.len()],
            cash_by_approval: Money::ZERO,
        };
        for refund in self.refunds_of(sale.id)? {
            for line in &refund.fact.lines {
                if let Some(quantity) = already.lines.get_mut(line.line) {
                    *quantity += line.quantity;
                }
            }
            for tender in &refund.fact.tenders {
                match tender.tender.and_then(|n| already.tenders.get_mut(n)) {
                    Some(given_back) => *given_back += tender.amount,
                    None => already.cash_by_approval += tender.amount,
                }
            }
        }
        Ok(already)
    }

    /// Every refund of a sale, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn refunds_of(&self, ticket: TicketId) -> Result<Vec<Recorded<Refund>>, StoreError> {
        let seqs = self.seqs_where(
            "SELECT seq FROM refund WHERE ticket = ?1 ORDER BY seq",
            [ticket.0.as_bytes()],
        )?;
        seqs.into_iter().map(|seq| self.recorded(seq)).collect()
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn refund(&self, id: RefundId) -> Result<Option<Recorded<Refund>>, StoreError> {
        self.recorded_where("SELECT seq FROM refund WHERE id = ?1", id.0.as_bytes())
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn refund_by_number(
        &self,
        number: &Number,
    ) -> Result<Option<Recorded<Refund>>, StoreError> {
        self.numbered("SELECT seq FROM refund WHERE number = ?1", number)
    }

    /// Tickets put aside, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn parked(&self) -> Result<Vec<Parked>, StoreError> {
        let seqs = self.seqs_where("SELECT seq FROM parked ORDER BY seq", [])?;
        seqs.into_iter().map(|seq| self.read_parked(seq)).collect()
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn parked_ticket(&self, ticket: TicketId) -> Result<Option<Parked>, StoreError> {
        self.seq_where(
            "SELECT seq FROM parked WHERE ticket = ?1",
            ticket.0.as_bytes(),
        )?
        .map(|seq| self.read_parked(seq))
        .transpose()
    }

    fn read_parked(&self, seq: u64) -> Result<Parked, StoreError> {
        let stored = self.stored(seq)?;
        let parked: TicketParked = read_body(stored.seq, &stored.body)?;
        Ok(Parked {
            ticket: parked.ticket,
            name: parked.name,
            back: parked.back,
            at: stored.at,
            cashier: stored.actor,
        })
    }

    /// Whether a ticket was given up.
    ///
    /// # Errors
    /// What the disk says.
    pub fn voided(&self, ticket: TicketId) -> Result<bool, StoreError> {
        let seq = self.seq_where(
            "SELECT seq FROM voided WHERE ticket = ?1",
            ticket.0.as_bytes(),
        )?;
        Ok(seq.is_some())
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn order(&self, id: OrderId) -> Result<Option<OrderRow>, StoreError> {
        self.seq_where(
            "SELECT seq FROM customer_order WHERE id = ?1",
            id.0.as_bytes(),
        )?
        .map(|seq| self.read_order(seq))
        .transpose()
    }

    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn order_by_number(&self, number: &Number) -> Result<Option<OrderRow>, StoreError> {
        if &number.till != self.till() {
            return Ok(None);
        }
        let statement = "SELECT seq FROM customer_order WHERE number = ?1";
        self.seq_where(statement, &(number.n as i64))?
            .map(|seq| self.read_order(seq))
            .transpose()
    }

    /// Orders in a state, or all of them, oldest first.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn orders(&self, state: Option<OrderState>) -> Result<Vec<OrderRow>, StoreError> {
        let seqs = self.seqs_where(
            "SELECT seq FROM customer_order WHERE ?1 IS NULL OR state = ?1 ORDER BY seq",
            [state.map(order_state_name)],
        )?;
        seqs.into_iter().map(|seq| self.read_order(seq)).collect()
    }

    fn read_order(&self, seq: u64) -> Result<OrderRow, StoreError> {
        let order = self.recorded::<Order>(seq)?;
        let state: Option<String> = self
            .connection()
            .prepare_cached("SELECT state FROM customer_order WHERE seq = ?1")?
            .query_row([seq as i64], |row| row.get(0))
            .optional()?;
        let mut known = OrderState::ALL.into_iter();
        let state = known.find(|known| state.as_deref() == Some(order_state_name(*known)));
        Ok(OrderRow {
            order: order.fact,
            at: order.at,
            state: state.ok_or_else(|| StoreError::Torn {
                detail: format!("the order of record {seq} has no state"),
            })?,
        })
    }

    /// A fact of this till by its number; other tills' are not here.
    pub(super) fn numbered<T: serde::de::DeserializeOwned>(
        &self,
        statement: &str,
        number: &Number,
    ) -> Result<Option<Recorded<T>>, StoreError> {
        if &number.till != self.till() {
            return Ok(None);
        }
        self.recorded_where(statement, &(number.n as i64))
    }

    pub(super) fn number(&self, n: i64) -> Number {
        Number {
            till: self.till().clone(),
            n: n as u64,
        }
    }
}
