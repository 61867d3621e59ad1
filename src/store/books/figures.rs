//! The organiser's figures: what was gathered of each day, and what was sold since.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::{Books, read_body, read_code};
use crate::domain::fact::Entry;
use crate::domain::figures::{DayFigures, GoodsFigures, Period};
use crate::domain::id::{ShiftId, Sku, StaffCode};
use crate::domain::money::{Money, Quantity};
use crate::domain::sale::NumberRange;
use crate::domain::shift::ShiftClosing;
use crate::domain::tally::{DrawerResult, TenderGroup, Trade};
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::projection::{CounterHour, Figure, Goods, Lately};

/// Figures by trading day; those of what happened outside any under none.
pub type FiguresByDay = BTreeMap<Option<NaiveDate>, DayFigures>;

/// The first and last day asked for, as the tables write them. An empty text comes
/// before every date and stands for no day at all.
fn bounds(period: Period) -> (String, String) {
    match period.bounds() {
        Some((first, last)) => (first.to_string(), last.to_string()),
        None => (String::new(), "9999-12-31".to_owned()),
    }
}

impl Books<'_> {
    /// The figures of each day of a period.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn figures(&self, period: Period) -> Result<FiguresByDay, StoreError> {
        let mut days = FiguresByDay::new();
        let lately = Lately::read(self.connection())?;
        self.counters(period, &lately, &mut days)?;
        self.day_figures(period, &lately, &mut days)?;
        self.goods_of_days(period, &mut days)?;
        self.drawers(period, &mut days)?;
        Ok(days)
    }

    /// What was sold of each product line in a period, by its code.
    ///
    /// # Errors
    /// What the disk says.
    pub fn goods_figures(&self, period: Period) -> Result<Vec<GoodsFigures>, StoreError> {
        let (first, last) = bounds(period);
        self.rows(
            "SELECT sku, family, package, sum(returned), sum(times), sum(quantity), sum(list),
                    sum(family_discount), sum(organiser_discount), sum(refunded), sum(tax),
                    sum(organiser_tax)
             FROM (SELECT sku, family, package, returned, times, quantity, list,
                          family_discount, organiser_discount, refunded, tax, organiser_tax
                   FROM goods_sold WHERE day BETWEEN ?1 AND ?2
                   UNION ALL
                   SELECT sku, family, package, 0, 1, quantity, list,
                          family_discount, organiser_discount, 0, tax, organiser_tax
                   FROM fresh_goods WHERE day BETWEEN ?1 AND ?2)
             GROUP BY sku, family, package",
            params![first, last],
            |row| {
                Ok(GoodsFigures {
                    sku: read_code::<Sku>(0, row, 0)?,
                    family: read_code(0, row, 1)?,
                    package: read_code(0, row, 2)?,
                    returned: Quantity::from_thousandths(row.get(3)?),
                    trade: trade(&goods(row, 4)?),
                })
            },
        )
    }

    /// Hands the entries of these kinds in a period to `each`, in order, from a record
    /// on.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn entries_of_kinds(
        &self,
        period: Period,
        kinds: &[&str],
        from_seq: u64,
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let (first, last) = bounds(period);
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
        // The first run of a day of the period is where its records begin.
        let condition = format!(
            "WHERE seq >= max(?1, coalesce((SELECT min(seq) FROM day_run
                                  WHERE coalesce(day, '') BETWEEN ?2 AND ?3), 0))
               AND kind IN ({}) AND coalesce(day, '') BETWEEN ?2 AND ?3
             ORDER BY seq",
            kinds.join(", ")
        );
        let from = from_seq as i64;
        let (connection, till) = (self.connection(), self.till());
        journal::stream(connection, till, &condition, &[&from, &first, &last], each)
    }

    /// Hands the entries of all other kinds to `each`, in order.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn entries_besides(
        &self,
        kinds: &[&str],
        each: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let kinds: Vec<String> = kinds.iter().map(|kind| format!("'{kind}'")).collect();
        let condition = format!("WHERE kind NOT IN ({}) ORDER BY seq", kinds.join(", "));
        journal::stream(self.connection(), self.till(), &condition, &[], each)
    }

    /// The records that opened and closed a shift; none of one that is open or unknown.
    ///
    /// # Errors
    /// What the disk says.
    pub fn shift_records(&self, shift: ShiftId) -> Result<Option<(u64, u64)>, StoreError> {
        let found = self.rows(
            "SELECT opened_seq, closed_seq FROM shift WHERE id = ?1 AND closed_seq IS NOT NULL",
            [shift.0.as_bytes()],
            |row| Ok((row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64)),
        )?;
        Ok(found.into_iter().next())
    }

    /// Who sold when.
    fn counters(
        &self,
        period: Period,
        lately: &Lately,
        days: &mut FiguresByDay,
    ) -> Result<(), StoreError> {
        let (first, last) = bounds(period);
        let gathered = self.rows(
            "SELECT day, hour, cashier, sales, refunds, first_number, last_number,
                    times, quantity, list, family_discount, organiser_discount, refunded, tax,
                    organiser_tax
             FROM counter_hour WHERE day BETWEEN ?1 AND ?2",
            params![first, last],
            |row| {
                let first: Option<i64> = row.get(5)?;
                let counter = CounterHour {
                    sales: row.get(3)?,
                    refunds: row.get(4)?,
                    numbers: first.zip(row.get(6)?),
                    goods: goods(row, 7)?,
                };
                Ok(((row.get(0)?, row.get(1)?, row.get(2)?), counter))
            },
        )?;
        let lately = lately.counters.iter();
        let lately = lately.map(|(place, counter)| (place.clone(), *counter));
        for ((day, hour, cashier), counter) in gathered.into_iter().chain(lately) {
            let cashier: String = cashier;
            let day = read_day(&day)?;
            if !period.covers(day) {
                continue;
            }
            let cashier = StaffCode::new(&cashier).map_err(|error| StoreError::Torn {
                detail: format!("the cashier {cashier:?}: {error}"),
            })?;
            let figures = days.entry(day).or_default();
            if counter.sales > 0 {
                *figures.sales_by_hour.entry(hour).or_default() += counter.sales as u64;
            }
            let tally = &mut figures.tally;
            tally.sales += counter.sales as u64;
            tally.refunds += counter.refunds as u64;
            if let Some((first, last)) = counter.numbers {
                let range = NumberRange {
                    till: self.till().clone(),
                    first: first as u64,
                    last: last as u64,
                };
                tally.add_range(&range);
            }
            let part = trade(&counter.goods);
            tally.total.add(&part);
            tally.organiser_tax += Money::from_minor(counter.goods.organiser_tax);
            let till = self.till().clone();
            tally.by_till.entry(till).or_default().add(&part);
            tally.by_cashier.entry(cashier).or_default().add(&part);
            tally.by_hour.entry(hour).or_default().add(&part);
        }
        Ok(())
    }

    /// Money by tender, deposits, visitors, settlements.
    fn day_figures(
        &self,
        period: Period,
        lately: &Lately,
        days: &mut FiguresByDay,
    ) -> Result<(), StoreError> {
        let (first, last) = bounds(period);
        let gathered = self.rows(
            "SELECT day, name, times, amount FROM day_figure WHERE day BETWEEN ?1 AND ?2",
            params![first, last],
            |row| {
                let name: String = row.get(1)?;
                let figure = Figure::of_name(&name).ok_or_else(|| StoreError::Torn {
                    detail: format!("the figure {name:?}"),
                })?;
                Ok(((row.get(0)?, figure), (row.get(2)?, row.get(3)?)))
            },
        )?;
        let lately = lately.figures.iter();
        let lately = lately.map(|(place, sums)| (place.clone(), *sums));
        for ((day, figure), (times, amount)) in gathered.into_iter().chain(lately) {
            let day: String = day;
            let day = read_day(&day)?;
            if period.covers(day) {
                let figures = days.entry(day).or_default();
                add_figure(figures, figure, times, Money::from_minor(amount));
            }
        }
        for figures in days.values_mut() {
            let advised = &mut figures.tally.visitors.advised;
            advised.retain(|_, visitors| *visitors > 0);
        }
        Ok(())
    }

    /// Whose goods they were, and of which package.
    fn goods_of_days(&self, period: Period, days: &mut FiguresByDay) -> Result<(), StoreError> {
        let (first, last) = bounds(period);
        let rows = self.rows(
            "SELECT day, family, package, sum(times), sum(quantity), sum(list),
                    sum(family_discount), sum(organiser_discount), sum(refunded), sum(tax),
                    sum(organiser_tax)
             FROM (SELECT day, family, package, times, quantity, list,
                          family_discount, organiser_discount, refunded, tax, organiser_tax
                   FROM goods_sold WHERE day BETWEEN ?1 AND ?2
                   UNION ALL
                   SELECT day, family, package, 1, quantity, list,
                          family_discount, organiser_discount, 0, tax, organiser_tax
                   FROM fresh_goods WHERE day BETWEEN ?1 AND ?2)
             GROUP BY day, family, package",
            params![first, last],
            |row| {
                let day: String = row.get(0)?;
                let names = (read_code(0, row, 1)?, read_code(0, row, 2)?);
                Ok((read_day(&day)?, names, trade(&goods(row, 3)?)))
            },
        )?;
        for (day, (family, package), part) in rows {
            let tally = &mut days.entry(day).or_default().tally;
            tally.by_family.entry(family).or_default().add(&part);
            tally.by_package.entry(package).or_default().add(&part);
        }
        Ok(())
    }

    /// The drawers of shifts that were closed.
    fn drawers(&self, period: Period, days: &mut FiguresByDay) -> Result<(), StoreError> {
        let (first, last) = bounds(period);
        let closings = self.rows(
            "SELECT j.seq, coalesce(j.day, ''), j.body
             FROM shift s JOIN journal j ON j.seq = s.closed_seq
             WHERE coalesce(j.day, '') BETWEEN ?1 AND ?2 ORDER BY j.seq",
            params![first, last],
            |row| {
                let seq = row.get::<_, i64>(0)? as u64;
                let day: String = row.get(1)?;
                let body = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
                Ok((read_day(&day)?, read_body::<ShiftClosing>(seq, body)?))
            },
        )?;
        for (day, closing) in closings {
            let till = self.till().clone();
            let drawers = &mut days.entry(day).or_default().tally.drawers;
            drawers.push(DrawerResult { till, closing });
        }
        Ok(())
    }
}

fn add_figure(figures: &mut DayFigures, figure: Figure, times: i64, amount: Money) {
    let tally = &mut figures.tally;
    let count = times.max(0) as u64;
    match figure {
        Figure::Paid(group) => {
            let total = tally.by_tender.entry(group).or_default();
            total.payments += count;
            total.sales += amount;
            if group == TenderGroup::Deposit {
                tally.deposits_used += amount;
            }
        }
        Figure::Returned(group) => tally.by_tender.entry(group).or_default().refunds += amount,
        Figure::Deposit(group) => {
            let total = tally.by_tender.entry(group).or_default();
            total.payments += count;
            total.deposits += amount;
        }
        Figure::Voids => {
            tally.voids += count;
            tally.voided += amount;
        }
        Figure::DrawerOpenings => tally.drawer_openings += count,
        Figure::OrdersTaken => {
            tally.orders_taken += count;
            tally.deposits_taken += amount;
        }
        Figure::OrdersCancelled => {
            tally.orders_cancelled += count;
            tally.deposits_returned += amount;
            let cash = tally.by_tender.entry(TenderGroup::Cash).or_default();
            cash.deposits_returned += amount;
        }
        Figure::ReturnedOnline(group) => {
            let cash = tally.by_tender.entry(TenderGroup::Cash).or_default();
            cash.deposits_returned -= amount;
            tally.by_tender.entry(group).or_default().deposits_returned += amount;
        }
        Figure::DeliveryFees => {
            tally.delivery.deliveries += count;
            tally.delivery.fees += amount;
        }
        Figure::DeliveryTax => tally.delivery.tax += amount,
        Figure::KeptByFamilies => tally.deposits_kept_by_families += amount,
        Figure::KeptByOrganiser => tally.deposits_kept_by_organiser += amount,
        Figure::CashRounding => tally.cash_rounding += amount,
        Figure::PaidIn => tally.paid_in += amount,
        Figure::PaidOut => tally.paid_out += amount,
        Figure::Dropped => tally.dropped += amount,
        Figure::Payouts => figures.payouts += amount,
        Figure::PayoutsFromDrawers => tally.payouts_from_drawers += amount,
        Figure::FamilyPayments => figures.family_payments += amount,
        Figure::FamilyPaymentsToDrawers => tally.family_payments_to_drawers += amount,
        Figure::SettledNet => figures.settled.net += amount,
        Figure::Commission => figures.settled.commission += amount,
        Figure::Fees => figures.settled.fees += amount,
        Figure::AdvanceInstalments => figures.settled.advances += amount,
        Figure::Held => figures.settled.held += amount,
        Figure::CarriedOut => figures.carried_out += amount,
        Figure::BroughtIn => figures.brought_in += amount,
        Figure::CarriedBack => figures.carried_back += amount,
        Figure::Entered => tally.visitors.entered += count,
        Figure::Left => tally.visitors.left += count,
        Figure::Advised(subject) => {
            *tally.visitors.advised.entry(subject).or_default() += count;
        }
    }
}

/// The eight columns of goods from one on.
fn goods(row: &Row<'_>, from: usize) -> Result<Goods, rusqlite::Error> {
    Ok(Goods {
        times: row.get(from)?,
        quantity: row.get(from + 1)?,
        list: row.get(from + 2)?,
        family_discount: row.get(from + 3)?,
        organiser_discount: row.get(from + 4)?,
        refunded: row.get(from + 5)?,
        tax: row.get(from + 6)?,
        organiser_tax: row.get(from + 7)?,
    })
}

fn trade(goods: &Goods) -> Trade {
    let money = Money::from_minor;
    let net = money(goods.list - goods.family_discount - goods.organiser_discount);
    Trade {
        lines: goods.times as u64,
        quantity: Quantity::from_thousandths(goods.quantity),
        list: money(goods.list),
        family_discounts: money(goods.family_discount),
        organiser_discounts: money(goods.organiser_discount),
        paid: net + money(goods.refunded),
        refunded: money(goods.refunded),
        tax: money(goods.tax),
        credit: money(goods.list - goods.family_discount - goods.organiser_tax),
    }
}

/// The day of a row; none of an empty text.
fn read_day(day: &str) -> Result<Option<NaiveDate>, StoreError> {
    if day.is_empty() {
        return Ok(None);
    }
    let day = journal::day(day).map_err(|error| StoreError::Torn {
        detail: format!("a day among figures: {error}"),
    })?;
    Ok(Some(day))
}
