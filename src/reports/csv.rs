//! Tables that spreadsheets open in Arabic: UTF-8 with a mark, CRLF, commas, and
//! no cell that a spreadsheet would run as a formula.

use std::io::{self, Write};

use super::goods::{Way, delivery_of, goods_of};
use crate::domain::fact::Entry;
use crate::domain::money::{Currency, Money};

/// Writes rows of cells.
pub struct Sheet<W: Write> {
    out: csv::Writer<W>,
}

impl<W: Write> Sheet<W> {
    /// # Errors
    /// Of the writer.
    pub fn begin(mut out: W, headings: &[&str]) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut builder = csv::WriterBuilder::new();
        let mut out = builder.terminator(csv::Terminator::CRLF).from_writer(out);
        out.write_record(headings)?;
        Ok(Sheet { out })
    }

    /// # Errors
    /// Of the writer.
    pub fn row(&mut self, cells: &[String]) -> io::Result<()> {
        Ok(self
            .out
            .write_record(cells.iter().map(|cell| harmless(cell)))?)
    }

    /// # Errors
    /// Of the writer.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A cell that a spreadsheet shows instead of running: text that begins like a
/// formula gets an apostrophe before it; plain numbers stay numbers.
pub fn harmless(cell: &str) -> String {
    let number = cell.parse::<rust_decimal::Decimal>().is_ok();
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// The columns of [`write_goods`]: every line sold or returned, with its family.
pub const GOODS_COLUMNS: [&str; 21] = [
    "till",
    "seq",
    "trading_day",
    "at",
    "kind",
    "number",
    "cashier",
    "family",
    "package",
    "sku",
    "name_ar",
    "name_en",
    "quantity",
    "unit_price",
    "list",
    "family_discount",
    "organiser_discount",
    "paid",
    "tax",
    "commission_percent",
    "currency",
];

/// Writes the goods of one entry, a row a line; amounts of returns are negative. What
/// bringing them cost is a row of its own, of no family.
///
/// # Errors
/// Of the writer.
pub fn write_goods<W: Write>(
    sheet: &mut Sheet<W>,
    currency: Currency,
    entry: &Entry,
) -> io::Result<()> {
    for goods in goods_of(entry) {
        let kind = match goods.way {
            Way::Sold => "sale",
            Way::Returned => "refund",
        };
        let mut cells = vec![
            entry.till.to_string(),
            entry.seq.to_string(),
            entry.day.map(|day| day.to_string()).unwrap_or_default(),
            entry.at.to_rfc3339(),
            kind.to_owned(),
            goods.number.to_string(),
            goods.cashier.to_string(),
            goods.family.to_string(),
            goods.package.to_string(),
            goods.sku.to_string(),
            goods.name.ar.clone(),
            goods.name.en.clone(),
            goods.quantity.to_decimal().normalize().to_string(),
        ];
        let amounts = [
            goods.unit_price,
            goods.list,
            goods.family_discount,
            goods.organiser_discount,
            goods.paid,
            goods.tax,
        ];
        cells.extend(amounts.map(|amount| amount.to_decimal(currency).to_string()));
        cells.push(goods.commission.to_percent().to_string());
        cells.push(currency.to_string());
        sheet.row(&cells)?;
    }
    if let Some(delivery) = delivery_of(entry) {
        let mut cells = vec![
            entry.till.to_string(),
            entry.seq.to_string(),
            entry.day.map(|day| day.to_string()).unwrap_or_default(),
            entry.at.to_rfc3339(),
            "delivery".to_owned(),
            delivery.number.to_string(),
            delivery.cashier.to_string(),
        ];
        // No family, package, code, name or discount.
        cells.resize(GOODS_COLUMNS.len(), String::new());
        let amount = |money: Money| money.to_decimal(currency).to_string();
        for (column, cell) in [
            ("quantity", "1".to_owned()),
            ("unit_price", amount(delivery.fee)),
            ("list", amount(delivery.fee)),
            ("paid", amount(delivery.fee)),
            ("tax", amount(delivery.tax)),
            ("currency", currency.to_string()),
        ] {
            let at = GOODS_COLUMNS.iter().position(|known| *known == column);
            cells[at.expect("a column of this table")] = cell;
        }
        sheet.row(&cells)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_run_as_a_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("@sum", "'@sum"),
            ("-5.25", "-5.25"),
            ("+971 50", "'+971 50"),
            ("قهوة", "قهوة"),
        ];
        for (cell, written) in cases {
            assert_eq!(harmless(cell), written);
        }
    }
}
