//! A tally over several books as a table that spreadsheets open: every column under
//! a code that never changes, a row for each edition, till, package and family.

use std::io::{self, Write};

use super::csv::Sheet;
use crate::domain::id::Bilingual;
use crate::domain::many::{InCurrency, Sum};
use crate::domain::money::{Currency, Money};

/// The columns. A family's rows stand by edition, so that its years can be read off.
pub const COLUMNS: [&str; 28] = [
    "group",
    "bazaar",
    "edition",
    "till",
    "code",
    "name_ar",
    "name_en",
    "first_day",
    "last_day",
    "days",
    "sales",
    "visitors",
    "currency",
    "paid",
    "refunded",
    "family_discounts",
    "organiser_discounts",
    "tax",
    "credit",
    "commission",
    "fees",
    "advances",
    "held",
    "other",
    "carried",
    "paid_out",
    "balance",
    "delivery_fees",
];

/// What stands before the amounts.
#[derive(Default)]
struct Head<'a> {
    group: &'static str,
    bazaar: String,
    edition: Option<u32>,
    till: String,
    code: String,
    name: Option<&'a Bilingual>,
    days: Option<&'a std::collections::BTreeSet<chrono::NaiveDate>>,
    counted: Option<(u64, u64)>,
    delivery: Money,
}

/// Writes all groups. Of one `group` the rows add up to its currency's total.
///
/// # Errors
/// Of the writer.
pub fn write<W: Write>(out: W, groups: &[InCurrency]) -> io::Result<()> {
    let mut sheet = Sheet::begin(out, &COLUMNS)?;
    for group in groups {
        let mut row = |head, sum: &Sum| sheet.row(&cells(head, sum, group.currency));
        for one in &group.editions {
            let head = Head {
                group: "edition",
                bazaar: one.edition.code.to_string(),
                edition: one.edition.number,
                name: Some(&one.edition.name),
                days: Some(&one.days),
                counted: Some((one.sales, one.visitors)),
                delivery: one.delivery.fees,
                ..Head::default()
            };
            row(head, &one.sum)?;
        }
        for one in &group.journals {
            let head = Head {
                group: "till",
                bazaar: one.edition.code.to_string(),
                edition: one.edition.number,
                till: one.till.to_string(),
                name: Some(&one.till_name),
                days: Some(&one.days),
                counted: Some((one.sales, one.visitors)),
                delivery: one.delivery.fees,
                ..Head::default()
            };
            row(head, &one.sum)?;
        }
        for one in &group.packages {
            let head = Head {
                group: "package",
                code: one.code.to_string(),
                name: Some(&one.name),
                ..Head::default()
            };
            row(head, &one.sum)?;
        }
        for family in &group.families {
            for one in &family.editions {
                let head = Head {
                    group: "family",
                    bazaar: one.edition.code.to_string(),
                    edition: one.edition.number,
                    code: family.code.to_string(),
                    name: Some(&family.name),
                    days: Some(&one.days),
                    ..Head::default()
                };
                row(head, &one.sum)?;
            }
        }
        let head = Head {
            group: "total",
            counted: Some((group.sales, group.visitors)),
            delivery: group.delivery.fees,
            ..Head::default()
        };
        row(head, &group.total)?;
    }
    sheet.finish()
}

fn cells(head: Head<'_>, sum: &Sum, currency: Currency) -> Vec<String> {
    let (first, last) = head
        .days
        .map_or((None, None), |days| (days.first(), days.last()));
    let date = |day: Option<&chrono::NaiveDate>| day.map(ToString::to_string).unwrap_or_default();
    let (sales, visitors) = head.counted.unzip();
    let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    let mut cells = vec![
        head.group.to_owned(),
        head.bazaar,
        head.edition
            .map(|edition| edition.to_string())
            .unwrap_or_default(),
        head.till,
        head.code,
        head.name.map(|name| name.ar.clone()).unwrap_or_default(),
        head.name.map(|name| name.en.clone()).unwrap_or_default(),
        date(first),
        date(last),
        count(head.days.map(|days| days.len() as u64)),
        count(sales),
        count(visitors),
        currency.to_string(),
    ];
    let amounts = [
        sum.paid,
        sum.refunded,
        sum.family_discounts,
        sum.organiser_discounts,
        sum.tax,
        sum.credit,
        sum.commission,
        sum.fees,
        sum.advances,
        sum.held,
        sum.other,
        sum.carried,
        sum.net_paid_out(),
        sum.balance(),
        head.delivery,
    ];
    cells.extend(amounts.map(|amount| amount.to_decimal(currency).to_string()));
    cells
}
