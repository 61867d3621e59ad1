//! The families' goods: what is left of each product line, and the notes of
//! what was handed in, handed back, lost and counted.

use std::collections::BTreeMap;

use super::{Books, read_code};
use crate::domain::fact::Entry;
use crate::domain::id::{FamilyCode, GoodsNoteId, Sku};
use crate::domain::money::Quantity;
use crate::domain::stock::{DatedGoods, Stock, next_best_before};
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::records::StockRow;

impl Books<'_> {
    /// The stock of every product line of which anything was received, of one family
    /// or of all, by family and code.
    ///
    /// # Errors
    /// What the disk says.
    pub fn stock(&self, family: Option<&FamilyCode>) -> Result<Vec<StockRow>, StoreError> {
        let family = family.map(FamilyCode::as_str);
        let mut batches = self.batches(family)?;
        let quantity = |thousandths| Quantity::from_thousandths(thousandths);
        self.rows(
            "SELECT s.family, s.sku, s.received, s.returned, s.lost, s.missing,
                    coalesce((SELECT sum(g.quantity - g.returned) FROM goods_sold g
                              WHERE g.sku = s.sku), 0) + coalesce(f.quantity, 0)
             FROM stock s
             LEFT JOIN (SELECT sku, sum(quantity) AS quantity FROM fresh_goods GROUP BY sku) f
                 ON f.sku = s.sku
             WHERE s.received > 0 AND (?1 IS NULL OR s.family = ?1)
             ORDER BY s.family, s.sku",
            [family],
            |row| {
                let sku: Sku = read_code(0, row, 1)?;
                let stock = Stock {
                    received: quantity(row.get(2)?),
                    returned: quantity(row.get(3)?),
                    lost: quantity(row.get(4)?),
                    missing: quantity(row.get(5)?),
                    sold: quantity(row.get(6)?),
                };
                let batches = batches.remove(&sku).unwrap_or_default();
                Ok(StockRow {
                    family: read_code(0, row, 0)?,
                    sku,
                    stock,
                    best_before: next_best_before(batches, stock.left()),
                })
            },
        )
    }

    /// What was received of each product line, by the date it is good until.
    fn batches(&self, family: Option<&str>) -> Result<BTreeMap<Sku, Vec<DatedGoods>>, StoreError> {
        let mut batches: BTreeMap<Sku, Vec<_>> = BTreeMap::new();
        let rows = self.rows(
            "SELECT sku, best_before, quantity FROM batch WHERE ?1 IS NULL OR family = ?1",
            [family],
            |row| {
                let date = row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?;
                let date = match date {
                    "" => None,
                    date => Some(journal::day(date).map_err(|error| StoreError::Torn {
                        detail: format!("a date among batches: {error}"),
                    })?),
                };
                let dated = DatedGoods {
                    best_before: date,
                    quantity: Quantity::from_thousandths(row.get(2)?),
                };
                Ok((read_code(0, row, 0)?, dated))
            },
        )?;
        for (sku, dated) in rows {
            batches.entry(sku).or_default().push(dated);
        }
        Ok(batches)
    }

    /// The record of a note of goods.
    ///
    /// # Errors
    /// A record that can't be read; what the disk says.
    pub fn goods_note(&self, id: GoodsNoteId) -> Result<Option<Entry>, StoreError> {
        self.one_entry(
            "WHERE seq = (SELECT seq FROM goods_note WHERE id = ?1)",
            id.0.as_bytes(),
        )
    }
}
