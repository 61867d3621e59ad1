//! Tables of families and product lines written out, under the headings and in the
//! words the reading understands: what is written reads back the same.

use std::io::{self, Write};

use super::word;
use super::{Column, FamilyColumn, LineColumn};
use crate::domain::family::{Family, ProductLine};
use crate::domain::money::{Bps, Currency, Money};
use crate::reports::csv::Sheet;

/// Writes every family, a row each.
///
/// # Errors
/// Of the writer.
pub fn write_families<W: Write>(out: W, families: &[Family], currency: Currency) -> io::Result<()> {
    let mut sheet = Sheet::begin(out, &headings::<FamilyColumn>())?;
    for family in families {
        let cells = FamilyColumn::ALL.iter();
        let cells = cells.map(|column| family_cell(family, *column, currency));
        sheet.row(&cells.collect::<Vec<_>>())?;
    }
    sheet.finish()
}

/// Writes every product line, a row each.
///
/// # Errors
/// Of the writer.
pub fn write_lines<W: Write>(out: W, lines: &[ProductLine], currency: Currency) -> io::Result<()> {
    let mut sheet = Sheet::begin(out, &headings::<LineColumn>())?;
    for line in lines {
        let cells = LineColumn::ALL.iter();
        let cells = cells.map(|column| line_cell(line, *column, currency));
        sheet.row(&cells.collect::<Vec<_>>())?;
    }
    sheet.finish()
}

fn headings<C: Column>() -> Vec<&'static str> {
    C::ALL.iter().map(|column| column.name()).collect()
}

/// A column of a family's row, as it is written out.
pub fn family_cell(family: &Family, column: FamilyColumn, currency: Currency) -> String {
    let money = |money: Option<Money>| amount(money, currency);
    let licence = family.licence.as_ref();
    match column {
        FamilyColumn::Code => family.code.to_string(),
        FamilyColumn::NameAr => family.name.ar.clone(),
        FamilyColumn::NameEn => family.name.en.clone(),
        FamilyColumn::Package => {
            let packages = family.packages.iter();
            let codes: Vec<&str> = packages.map(|package| package.as_str()).collect();
            codes.join(", ")
        }
        FamilyColumn::SellsThrough => family.sells_through.map_or(String::new(), |taker| {
            word::written(taker, word::MONEY_TAKERS)
        }),
        FamilyColumn::LicenceKind => licence.map_or(String::new(), |licence| {
            word::written(licence.kind, word::LICENCE_KINDS)
        }),
        FamilyColumn::LicenceNumber => {
            licence.map_or(String::new(), |licence| licence.number.clone())
        }
        FamilyColumn::LicenceExpiry => licence
            .and_then(|licence| licence.expires)
            .map_or(String::new(), |date| date.to_string()),
        FamilyColumn::Contact => family.contact.clone(),
        FamilyColumn::Phone => family.phone.clone(),
        FamilyColumn::Iban => family.iban.clone(),
        FamilyColumn::Commission => percent(family.commission),
        FamilyColumn::Fee => money(family.day_fee),
        FamilyColumn::TaxRegistered => word::written(family.tax_number.is_some(), word::ANSWERS),
        FamilyColumn::TaxNumber => family.tax_number.clone().unwrap_or_default(),
        FamilyColumn::Advance => money(family.advance_instalment),
        FamilyColumn::Proxies => family.proxies.join("; "),
        FamilyColumn::Support => money(family.support.as_ref().map(|support| support.amount)),
        FamilyColumn::SupportFrom => family
            .support
            .as_ref()
            .map_or(String::new(), |support| support.from.clone()),
        FamilyColumn::SupportDate => family
            .support
            .as_ref()
            .and_then(|support| support.on)
            .map_or(String::new(), |date| date.to_string()),
        FamilyColumn::Food => word::written(family.food.is_some(), word::ANSWERS),
        FamilyColumn::KeepsDays => family
            .food
            .and_then(|rule| rule.keeps_days)
            .map_or(String::new(), |days| days.to_string()),
        FamilyColumn::Active => word::written(family.active, word::ANSWERS),
    }
}

/// A column of a product line's row, as it is written out.
pub fn line_cell(line: &ProductLine, column: LineColumn, currency: Currency) -> String {
    match column {
        LineColumn::Sku => line.sku.to_string(),
        LineColumn::FamilyCode => line.family.to_string(),
        LineColumn::NameAr => line.name.ar.clone(),
        LineColumn::NameEn => line.name.en.clone(),
        LineColumn::Unit => word::written(line.unit, word::UNITS),
        LineColumn::UnitPrice => amount(line.price, currency),
        LineColumn::Barcode => line.barcode.clone().unwrap_or_default(),
        LineColumn::Commission => percent(line.commission),
        LineColumn::Package => line.package.to_string(),
        LineColumn::BestBefore => line
            .best_before
            .map_or(String::new(), |date| date.to_string()),
        LineColumn::MadeToOrder => word::written(line.made_to_order, word::ANSWERS),
    }
}

fn amount(money: Option<Money>, currency: Currency) -> String {
    money.map_or(String::new(), |money| {
        money.to_decimal(currency).to_string()
    })
}

fn percent(rate: Option<Bps>) -> String {
    rate.map_or(String::new(), |rate| {
        rate.to_percent().normalize().to_string()
    })
}
