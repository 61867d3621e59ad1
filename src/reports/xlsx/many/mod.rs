//! A tally over several books as a workbook, a set of sheets a currency: every sum is
//! a formula, and stands beside that of the ledgers.

mod columns;

use std::io::{self, Seek, Write};

use chrono::NaiveDate;
use rust_xlsxwriter::{ChartType, Workbook, XlsxError};

use self::columns::{AMOUNTS, KNOWN, OF_GOODS};
use super::page::{Cell, Formats, Page};
use super::{account_cells, equation, other, tender_cells};
use crate::domain::many::{Edition, FamilyEdition, FamilySum, InCurrency, Sum};
use crate::domain::money::{Currency, Money};
use crate::key;
use crate::locale::Texts;

pub use self::columns::Part;

/// The name of a sheet; its currency is named where there are several.
pub fn sheet_name(texts: &Texts, part: Part, of_several: Option<Currency>) -> String {
    let title = texts.get(part.title());
    match of_several {
        Some(currency) => format!("{title} {}", currency.code()),
        None => title,
    }
}

/// Writes all groups; `known` is what is to be known beside the sums, a line each.
///
/// # Errors
/// Of the workbook or of `out`.
pub fn write<W: Write + Seek + Send>(
    out: W,
    groups: &[InCurrency],
    known: &[String],
    texts: &'static Texts,
) -> io::Result<()> {
    let mut workbook = Workbook::new();
    let sheets = |workbook: &mut Workbook| -> Result<(), XlsxError> {
        for group in groups {
            let formats = Formats::new(group.currency);
            let several = (groups.len() > 1).then_some(group.currency);
            let book = Book {
                group,
                several,
                texts,
                formats: &formats,
            };
            for part in Part::ALL {
                workbook.push_worksheet(book.sheet(part)?.sheet);
            }
        }
        // What follows holds no amount.
        let formats = Formats::new(Currency::Aed);
        let title = texts.get(key!("many-known"));
        let mut page = Page::new(&title, &KNOWN, texts, &formats)?;
        for line in known {
            page.push(&[line.as_str().into()])?;
        }
        workbook.push_worksheet(page.sheet);
        let title = texts.get(key!("sheet-name-columns"));
        let mut page = Page::new(&title, &super::columns::COLUMNS, texts, &formats)?;
        for part in Part::ALL {
            let sheet = texts.get(part.title());
            page.list(&sheet, &part.columns(), texts)?;
        }
        workbook.push_worksheet(page.sheet);
        Ok(())
    };
    sheets(&mut workbook).map_err(other)?;
    workbook.save_to_writer(out).map_err(other)
}

/// Writes the years of a family: a sheet each for those that share its code.
///
/// # Errors
/// Of the workbook or of `out`.
pub fn write_years<W: Write + Seek + Send>(
    out: W,
    found: &[(Currency, &FamilySum)],
    texts: &'static Texts,
) -> io::Result<()> {
    let mut workbook = Workbook::new();
    let sheets = |workbook: &mut Workbook| -> Result<(), XlsxError> {
        for (nth, (currency, family)) in found.iter().enumerate() {
            let formats = Formats::new(*currency);
            // Another family of the same code and currency has a sheet of its own.
            let before = found[..nth].iter().filter(|(known, _)| known == currency);
            let name = match before.count() {
                0 => format!("{} {currency}", family.code),
                before => format!("{} {currency} {}", family.code, before + 1),
            };
            let mut page = Page::new(&name, &Part::Years.columns(), texts, &formats)?;
            years(&mut page, family, texts)?;
            finish(&mut page, texts)?;
            workbook.push_worksheet(page.sheet);
        }
        Ok(())
    };
    sheets(&mut workbook).map_err(other)?;
    workbook.save_to_writer(out).map_err(other)
}

/// The sheets of one currency.
struct Book<'a> {
    group: &'a InCurrency,
    several: Option<Currency>,
    texts: &'static Texts,
    formats: &'a Formats,
}

impl<'a> Book<'a> {
    fn sheet(&self, part: Part) -> Result<Page<'a>, XlsxError> {
        let name = sheet_name(self.texts, part, self.several);
        let mut page = Page::new(&name, &part.columns(), self.texts, self.formats)?;
        match part {
            Part::Editions => self.editions(&mut page)?,
            Part::Tills => self.tills(&mut page)?,
            Part::Packages => self.packages(&mut page)?,
            Part::Tenders => self.tenders(&mut page)?,
            Part::Families => self.families(&mut page)?,
            Part::Years => {
                let families = self.group.families.iter();
                for family in families.filter(|family| family.is_told()) {
                    years(&mut page, family, self.texts)?;
                }
            }
            Part::Proof => equation(&mut page, &self.group.equation(), self.texts)?,
            Part::Ledgers => self.ledgers(&mut page)?,
            Part::Accounts => self.accounts(&mut page)?,
        }
        let last = page.row - 1;
        finish(&mut page, self.texts)?;
        if matches!(part, Part::Editions | Part::Families) && last > 0 {
            let heading = self.texts.get(key!("sheet-paid"));
            let by = match part {
                Part::Editions => "bazaar",
                _ => "name",
            };
            page.chart(
                ChartType::Column,
                &heading,
                (by, "net_paid"),
                last,
                self.texts,
            )?;
        }
        Ok(page)
    }

    fn editions(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        for one in &self.group.editions {
            let number = number(&one.edition);
            let count = one.days.len().to_string();
            let head = [
                one.edition.code.as_str().into(),
                self.texts.name(&one.edition.name).into(),
                number.as_str().into(),
                day(one.days.first()),
                day(one.days.last()),
                count.as_str().into(),
                (one.tills as u64).into(),
                one.sales.into(),
                one.visitors.into(),
            ];
            let amounts = amounts(&one.sum);
            let delivery = [Cell::Money(one.delivery.fees)];
            page.push_iter(head.into_iter().chain(amounts).chain(delivery))?;
        }
        Ok(())
    }

    fn tills(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let here = self.texts.get(key!("many-this-till"));
        for one in &self.group.journals {
            let number = number(&one.edition);
            let count = one.days.len().to_string();
            let head = [
                one.edition.code.as_str().into(),
                number.as_str().into(),
                one.till.as_str().into(),
                self.texts.name(&one.till_name).into(),
                day(one.days.first()),
                day(one.days.last()),
                count.as_str().into(),
                one.sales.into(),
                one.visitors.into(),
            ];
            let place = match one.place.as_str() {
                "" => here.as_str(),
                place => place,
            };
            let tail = [
                one.delivery.fees.into(),
                one.records.into(),
                Cell::Words(place),
            ];
            page.push_iter(head.into_iter().chain(amounts(&one.sum)).chain(tail))?;
        }
        Ok(())
    }

    fn packages(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        for one in &self.group.packages {
            let name = self.texts.name(&one.name);
            let head = [one.code.as_str().into(), Cell::Words(name)];
            page.push_iter(head.into_iter().chain(amounts(&one.sum).take(OF_GOODS)))?;
        }
        Ok(())
    }

    fn tenders(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        for one in &self.group.journals {
            let number = number(&one.edition);
            for (group, total) in &one.takings.tenders {
                let word = self.texts.word(group);
                let head = [
                    one.edition.code.as_str().into(),
                    number.as_str().into(),
                    Cell::Words(one.till.as_str()),
                ];
                page.push_iter(head.into_iter().chain(tender_cells(&word, total)))?;
            }
        }
        Ok(())
    }

    fn families(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        let families = self.group.families.iter();
        for one in families.filter(|family| family.is_told()) {
            let (editions, days) = (one.editions.len().to_string(), one.days.to_string());
            let disputed = self.texts.get(match one.disputed {
                true => key!("sheet-yes"),
                false => key!("sheet-no"),
            });
            let head = [
                one.code.as_str().into(),
                self.texts.name(&one.name).into(),
                editions.as_str().into(),
                days.as_str().into(),
                Cell::Words(&disputed),
            ];
            let tail = [one.support, one.lent, one.advance_left].map(Cell::Money);
            page.push_iter(head.into_iter().chain(amounts(&one.sum)).chain(tail))?;
        }
        Ok(())
    }

    fn ledgers(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        for line in self.group.proof() {
            let word = self.texts.word(&line.what);
            page.push(&[
                word.as_str().into(),
                line.tally.into(),
                line.ledgers.into(),
                (line.tally - line.ledgers).into(),
            ])?;
        }
        Ok(())
    }

    fn accounts(&self, page: &mut Page<'_>) -> Result<(), XlsxError> {
        for one in &self.group.journals {
            let number = number(&one.edition);
            let accounts = one.accounts.iter();
            for (account, balance) in accounts.filter(|(_, balance)| !balance.is_zero()) {
                let account = account.to_string();
                let head = [
                    one.edition.code.as_str().into(),
                    number.as_str().into(),
                    Cell::Words(one.till.as_str()),
                ];
                page.push_iter(head.into_iter().chain(account_cells(&account, *balance)))?;
            }
        }
        Ok(())
    }
}

/// A family's editions, the earliest first.
fn years(page: &mut Page<'_>, family: &FamilySum, texts: &Texts) -> Result<(), XlsxError> {
    for one in &family.editions {
        year(page, family, one, texts)?;
    }
    Ok(())
}

fn year(
    page: &mut Page<'_>,
    family: &FamilySum,
    one: &FamilyEdition,
    texts: &Texts,
) -> Result<(), XlsxError> {
    let number = number(&one.edition);
    let days = one.days.len().to_string();
    let head = [
        family.code.as_str().into(),
        texts.name(&family.name).into(),
        one.edition.code.as_str().into(),
        texts.name(&one.edition.name).into(),
        number.as_str().into(),
        day(one.days.first()),
        day(one.days.last()),
        Cell::Words(&days),
    ];
    let support: Money = one.support.iter().map(|support| support.amount).sum();
    let tail = [support, one.lent, one.advance_left].map(Cell::Money);
    page.push_iter(head.into_iter().chain(amounts(&one.sum)).chain(tail))
}

fn finish(page: &mut Page<'_>, texts: &Texts) -> Result<(), XlsxError> {
    page.total(&texts.get(key!("sheet-total")))
}

fn amounts<'c>(sum: &Sum) -> impl Iterator<Item = Cell<'c>> + use<'c> {
    AMOUNTS.map(|(_, of)| of(sum).into()).into_iter()
}

fn number(edition: &Edition) -> String {
    edition.number.map(|n| n.to_string()).unwrap_or_default()
}

fn day<'c>(day: Option<&NaiveDate>) -> Cell<'c> {
    day.map_or(Cell::Empty, |day| Cell::Day(*day))
}
