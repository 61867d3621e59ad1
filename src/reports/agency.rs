//! The agency view: every line with the family it was sold for, under the names
//! of the German DSFinV-K, which auditors know. What that export spreads over
//! several files stands in one row here.

use std::io::{self, Write};

use chrono::NaiveDate;

use super::csv::Sheet;
use super::goods::{Way, delivery_of, goods_of};
use crate::domain::fact::Entry;
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::{Currency, Money};

/// The columns of [`write`].
pub const COLUMNS: [&str; 21] = [
    "Z_KASSE_ID",
    "Z_BUCHUNGSTAG",
    "Z_NR",
    "BON_ID",
    "BON_NR",
    "BON_ENDE",
    "BEDIENER_ID",
    "POS_ZEILE",
    "GV_TYP",
    "P_STORNO",
    "AGENTUR_ID",
    "AGENTUR_NAME",
    "WARENGR_ID",
    "ART_NR",
    "ARTIKELTEXT",
    "MENGE",
    "STK_BR",
    "POS_BRUTTO",
    "POS_NETTO",
    "POS_UST",
    "WAEHRUNG",
];

/// Writes the lines of one entry. `closing` knows the number of a day's close,
/// `name` the families.
///
/// # Errors
/// Of the writer.
pub fn write<W: Write>(
    sheet: &mut Sheet<W>,
    currency: Currency,
    entry: &Entry,
    mut closing: impl FnMut(NaiveDate) -> Option<u64>,
    name: impl Fn(&FamilyCode) -> Option<Bilingual>,
) -> io::Result<()> {
    let z_number = entry.day.and_then(&mut closing);
    let amount = |money: Money| money.to_decimal(currency).to_string();
    for (nth, goods) in goods_of(entry).into_iter().enumerate() {
        let family = name(goods.family).unwrap_or_default();
        let quantity = goods.quantity.to_decimal().normalize();
        let (returned, quantity) = match goods.way {
            Way::Sold => ("0", quantity),
            Way::Returned => ("1", -quantity),
        };
        sheet.row(&[
            entry.till.to_string(),
            entry.day.map(|day| day.to_string()).unwrap_or_default(),
            z_number.map(|n| n.to_string()).unwrap_or_default(),
            entry.id.to_string(),
            goods.number.to_string(),
            entry.at.to_rfc3339(),
            goods.cashier.to_string(),
            (nth + 1).to_string(),
            "Umsatz".to_owned(),
            returned.to_owned(),
            goods.family.to_string(),
            family.arabic().to_owned(),
            goods.package.to_string(),
            goods.sku.to_string(),
            goods.name.arabic().to_owned(),
            quantity.to_string(),
            amount(goods.unit_price),
            amount(goods.paid),
            amount(goods.paid - goods.tax),
            amount(goods.tax),
            currency.to_string(),
        ])?;
    }
    if let Some(delivery) = delivery_of(entry) {
        sheet.row(&[
            entry.till.to_string(),
            entry.day.map(|day| day.to_string()).unwrap_or_default(),
            z_number.map(|n| n.to_string()).unwrap_or_default(),
            entry.id.to_string(),
            delivery.number.to_string(),
            entry.at.to_rfc3339(),
            delivery.cashier.to_string(),
            (goods_of(entry).len() + 1).to_string(),
            "Umsatz".to_owned(),
            "0".to_owned(),
            // The organiser's own service: no agency.
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            "التوصيل".to_owned(),
            "1".to_owned(),
            amount(delivery.fee),
            amount(delivery.fee),
            amount(delivery.fee - delivery.tax),
            amount(delivery.tax),
            currency.to_string(),
        ])?;
    }
    Ok(())
}
