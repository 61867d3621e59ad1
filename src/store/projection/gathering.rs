//! What came lately, and how it is gathered.
//!
//! A sale moves some ten accounts and as many heaps of goods, each in another
//! place of its table: to put all those pages on the disk would cost more than
//! the sale itself. So it only adds rows at the ends of `posting` and
//! `fresh_goods`, and every so often they are gathered into the sums. When is
//! told by the records alone, so that a replay gathers at the same ones. Until
//! then answers add what is [`Fresh`].

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::families::{read_goods, unit_name};
use super::{figures, insert, place, running_total};
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::FamilyCode;
use crate::domain::money::Money;
use crate::domain::sale::Sale;
use crate::domain::settlement::GoodsSold;
use crate::store::error::StoreError;

/// The running total that names the last record gathered.
const GATHERED: &str = "gathered";

/// Gathered at every record whose sequence this divides: rarely enough that the
/// sum of many lines is written once, often enough that what is left is
/// read in a few milliseconds by whoever asks first after a sale.
const EVERY: u64 = 256;

/// Lines written by one statement; few tickets have more than ten.
const LINES: usize = 100;

/// Whether a record is one at which all that came is gathered. After the close of
/// a day every family is asked for at once.
pub(super) fn is_due(entry: &Entry) -> bool {
    entry.seq.is_multiple_of(EVERY) || matches!(entry.fact, Fact::DayClosed(_))
}

/// Notes what a sale adds to what its families wait for.
pub(super) fn add_fresh(connection: &Connection, seq: u64, sale: &Sale) -> Result<(), StoreError> {
    const COLUMNS: usize = 16;
    let day = sale.day.to_string();
    for (chunk, lines) in sale.lines.chunks(LINES).enumerate() {
        let rows = insert("INSERT INTO fresh_goods VALUES", lines.len(), COLUMNS);
        let mut rows = connection.prepare_cached(&rows)?;
        for (n, line) in lines.iter().enumerate() {
            let item = &line.item;
            let values = params![
                place(seq, chunk * LINES + n),
                item.family.as_str(),
                item.package.as_str(),
                day,
                item.sku.as_str(),
                item.unit_price.minor(),
                item.commission.get(),
                item.name.ar,
                item.name.en,
                unit_name(item.unit),
                item.quantity.thousandths(),
                line.list.minor(),
                line.family_discount.minor(),
                line.organiser_discount.minor(),
                line.tax.minor(),
                line.organiser_tax().minor(),
            ];
            for (column, value) in values.iter().enumerate() {
                rows.raw_bind_parameter(COLUMNS * n + column + 1, value)?;
            }
        }
        rows.raw_execute()?;
    }
    Ok(())
}

/// Gathers all that came up to a record.
pub(super) fn gather(connection: &Connection, seq: u64) -> Result<(), StoreError> {
    let from = gathered(connection)?;
    figures::gather(connection, from)?;
    connection
        .prepare_cached(
            "INSERT INTO balance (account, amount)
             SELECT account, sum(amount) FROM posting WHERE place >= ?1 + 1 << 16 GROUP BY account
             ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
        )?
        .execute([from])?;
    connection
        .prepare_cached(
            "INSERT INTO running_total (name, value) VALUES (?1, ?2)
             ON CONFLICT DO UPDATE SET value = excluded.value",
        )?
        .execute(params![GATHERED, seq as i64])?;
    for statement in [
        // The name is that of the first sale: beside a minimum, SQLite takes the
        // other columns from its row.
        "INSERT INTO unsettled_goods (family, day, sku, unit_price, commission,
             name_ar, name_en, unit, quantity, list, family_discount, organiser_discount,
             refunded_quantity, refunds, earlier_refunds, tax)
         SELECT family, day, sku, unit_price, commission, name_ar, name_en, unit, quantity,
             list, family_discount, organiser_discount, 0, 0, 0, tax
         FROM (SELECT family, day, sku, unit_price, commission, name_ar, name_en, unit,
                      sum(quantity) AS quantity, sum(list) AS list,
                      sum(family_discount) AS family_discount,
                      sum(organiser_discount) AS organiser_discount,
                      sum(organiser_tax) AS tax, min(place)
               FROM fresh_goods GROUP BY family, day, sku, unit_price, commission)
         WHERE TRUE
         ON CONFLICT DO UPDATE SET
             quantity           = quantity           + excluded.quantity,
             list               = list               + excluded.list,
             family_discount    = family_discount    + excluded.family_discount,
             organiser_discount = organiser_discount + excluded.organiser_discount,
             tax                = tax                + excluded.tax",
        "INSERT INTO goods_sold (sku, day, family, package, times, quantity, returned, list,
             family_discount, organiser_discount, refunded, tax, organiser_tax)
         SELECT sku, day, family, package, count(*), sum(quantity), 0, sum(list),
             sum(family_discount), sum(organiser_discount), 0, sum(tax), sum(organiser_tax)
         FROM fresh_goods GROUP BY sku, day, family, package
         ON CONFLICT DO UPDATE SET
             times              = times              + excluded.times,
             quantity           = quantity           + excluded.quantity,
             list               = list               + excluded.list,
             family_discount    = family_discount    + excluded.family_discount,
             organiser_discount = organiser_discount + excluded.organiser_discount,
             tax                = tax                + excluded.tax,
             organiser_tax      = organiser_tax      + excluded.organiser_tax",
        "DELETE FROM fresh_goods",
    ] {
        connection.prepare_cached(statement)?.execute([])?;
    }
    Ok(())
}

/// The last record gathered.
pub(super) fn gathered(connection: &Connection) -> Result<i64, StoreError> {
    running_total(connection, GATHERED)
}

/// What came since the last gathering.
#[derive(Debug, Default)]
pub(in crate::store) struct Fresh {
    /// What was posted, by the account's name.
    pub accounts: BTreeMap<String, Money>,
    /// What was sold, in the order sold.
    pub goods: BTreeMap<FamilyCode, Vec<GoodsSold>>,
}

impl Fresh {
    pub fn read(connection: &Connection) -> Result<Fresh, StoreError> {
        let mut fresh = Fresh::default();
        let mut posted = connection.prepare_cached(
            "SELECT account, sum(amount) FROM posting WHERE place >= ?1 + 1 << 16 GROUP BY account",
        )?;
        let mut rows = posted.query([gathered(connection)?])?;
        while let Some(row) = rows.next()? {
            let amount = Money::from_minor(row.get(1)?);
            fresh.accounts.insert(row.get(0)?, amount);
        }
        let mut sold = connection.prepare_cached(
            "SELECT day, sku, unit_price, commission, name_ar, name_en, unit, quantity, list,
                    family_discount, organiser_discount, 0, 0, 0, organiser_tax, family
             FROM fresh_goods ORDER BY place",
        )?;
        let mut rows = sold.query([])?;
        while let Some(row) = rows.next()? {
            let family: String = row.get(15)?;
            let family = FamilyCode::new(&family).map_err(|error| StoreError::Torn {
                detail: format!("the family {family:?} among fresh goods: {error}"),
            })?;
            let goods = read_goods(row)?;
            fresh.goods.entry(family).or_default().push(goods);
        }
        Ok(fresh)
    }
}
