//! Sales recorded elsewhere (on paper, in another shop), taken in through the
//! same service the counter uses: the days they cover are opened and closed, and
//! each basket is one sale. What would be taken in is a plan to look at first.
//!
//! Ticket ids are made from the file and the basket, so an import that was cut
//! off goes on where it stopped when it is started again.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};

use super::baskets::{self, Basket, Baskets, LeftOut};
use super::{ImportRefusal, Problem, SourceFile, UnusedHeadings};
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::{Fact, FileImported};
use crate::domain::id::{FamilyCode, Sku, TicketId};
use crate::domain::money::{Currency, Money, Quantity};
use crate::domain::sale::TenderKind;
use crate::domain::shift::Denomination;
use crate::domain::staff::{Act, authorise};
use crate::reports::table::{SaleColumn, TotalRow};
use crate::services::day::ParkedAtClose;
use crate::services::moment::{GivenClock, Ids, Moments, RandomIds};
use crate::services::{By, Error, Session, Till};

/// How sales are taken in.
#[derive(Debug, Clone, Default)]
pub struct TakeSales {
    /// What baskets were paid with where the file does not say.
    pub tender: Option<TenderKind>,
}

/// What taking a file of sales in would do.
#[derive(Debug, Clone)]
pub struct SalesPlan {
    pub file_name: String,
    /// How many rows were read.
    pub rows: u64,
    pub sales: u64,
    pub total: Money,
    /// In their order.
    pub days: Vec<PlannedDay>,
    pub families: BTreeMap<FamilyCode, PlannedFamily>,
    /// Places that can't be taken in. With any, nothing is.
    pub problems: Vec<Problem>,
    pub rest: NotTaken,
    baskets: Vec<Basket>,
    /// The journal sequence of the register it was made against.
    seq: u64,
    file: FileImported,
}

/// One day of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedDay {
    pub day: NaiveDate,
    pub sales: u64,
    pub total: Money,
    pub tenders: BTreeMap<TenderKind, Money>,
}

/// What was sold of one family.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedFamily {
    /// What customers paid for it.
    pub total: Money,
    pub goods: BTreeMap<Sku, PlannedGoods>,
}

/// What was sold of one product line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlannedGoods {
    pub quantity: Quantity,
    pub total: Money,
}

/// What of a file is no sale, and nothing was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// Rows that were cancelled or came back.
    pub cancelled: Vec<LeftOut>,
    pub unused: UnusedHeadings,
    pub sheets: Vec<String>,
    pub totals: Vec<TotalRow>,
}

/// What an import of sales did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SalesTaken {
    pub sales: u64,
    pub rows: u64,
    pub total: Money,
    pub days: Vec<NaiveDate>,
    pub rest: NotTaken,
}

impl SalesPlan {
    /// Adds up what its baskets come to.
    fn reckon(&mut self, catalogue: &Catalogue) -> Result<(), Error> {
        for basket in &self.baskets {
            let (ticket, offers) = basket.pay(catalogue)?;
            let paid: Money = offers.iter().map(|offer| offer.tendered).sum();
            if self.days.last().is_none_or(|last| last.day != basket.day) {
                self.days.push(PlannedDay {
                    day: basket.day,
                    sales: 0,
                    total: Money::ZERO,
                    tenders: BTreeMap::new(),
                });
            }
            let day = self.days.last_mut().expect("just pushed");
            day.sales += 1;
            day.total += paid;
            for offer in offers {
                *day.tenders.entry(offer.kind).or_default() += offer.tendered;
            }
            self.sales += 1;
            self.total += paid;
            let priced = ticket.price()?;
            for (line, priced) in ticket.lines.iter().zip(&priced.lines) {
                let family = self.families.entry(line.family.clone()).or_default();
                let goods = family.goods.entry(line.sku.clone()).or_default();
                family.total += priced.paid;
                goods.total += priced.paid;
                goods.quantity += line.quantity;
            }
        }
        Ok(())
    }
}

impl Till {
    /// What taking baskets in would do.
    ///
    /// # Errors
    /// Not an organiser; a file that is no such table, or was taken in before; days
    /// this till has traded. What its rows can't say is in the plan.
    pub fn plan_sales(
        &self,
        session: &Session,
        path: &Path,
        how: &TakeSales,
    ) -> Result<SalesPlan, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let file = SourceFile::read(path)?;
        self.check_not_taken(&file.digest)?;
        let table = file.table::<SaleColumn>()?;
        let catalogue = self.catalogue()?;
        let Baskets {
            baskets,
            left_out,
            totals,
            problems,
        } = baskets::read(&catalogue, &file.digest, &table.records, how);
        if problems.is_empty() {
            self.check_days(&baskets)?;
        }
        let mut plan = SalesPlan {
            file_name: file.name.clone(),
            rows: table.records.len() as u64,
            sales: 0,
            total: Money::ZERO,
            days: Vec::new(),
            families: BTreeMap::new(),
            problems,
            rest: NotTaken {
                cancelled: left_out,
                unused: table.unused,
                sheets: table.sheets_left_out,
                totals: [table.totals_left_out, totals].concat(),
            },
            baskets,
            seq: catalogue.seq,
            file: file.fact("sales", table.records.len()),
        };
        plan.reckon(&catalogue)?;
        Ok(plan)
    }

    /// Takes baskets in, as planned and at once. `progress` is told how many of how
    /// many are done.
    ///
    /// # Errors
    /// As [`Till::plan_sales`] and [`Till::take_sales`].
    pub fn import_sales(
        &self,
        session: &Session,
        path: &Path,
        how: &TakeSales,
        progress: impl FnMut(u64, u64),
    ) -> Result<SalesTaken, Error> {
        let plan = self.plan_sales(session, path, how)?;
        self.take_sales(session, plan, progress)
    }

    /// Takes in what a plan shows.
    ///
    /// # Errors
    /// Not an organiser; a plan with problems, in one list; a file taken in since; a
    /// register that was changed since; days this till has traded.
    pub fn take_sales(
        &self,
        session: &Session,
        plan: SalesPlan,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<SalesTaken, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        if !plan.problems.is_empty() {
            return Err(ImportRefusal::Problems(plan.problems).into());
        }
        self.check_not_taken(&plan.file.sha256)?;
        let catalogue = self.catalogue()?;
        if catalogue.seq != plan.seq {
            return Err(ImportRefusal::RegisterChanged.into());
        }
        let baskets = plan.baskets;
        self.check_days(&baskets)?;

        let clock = Arc::new(GivenClock::at(DateTime::UNIX_EPOCH));
        let till = self.with_moments(Moments::new(
            clock.clone(),
            Arc::new(RandomIds) as Arc<dyn Ids>,
        ));
        let mut taken = SalesTaken {
            sales: 0,
            rows: plan.rows,
            total: Money::ZERO,
            days: Vec::new(),
            rest: plan.rest,
        };
        let total = baskets.len() as u64;
        let mut is_open = false;
        for (index, basket) in baskets.iter().enumerate() {
            let day = basket.day;
            clock.set(basket.instant(&catalogue));
            if taken.days.last() != Some(&day) {
                is_open = till.begin_day(session, day)?;
                taken.days.push(day);
            }
            // An earlier run of this import closed it.
            if !is_open {
                continue;
            }
            let (ticket, offers) = basket.pay(&catalogue)?;
            let sale = till.complete_sale(session, ticket, offers, None)?.sale.fact;
            taken.sales += 1;
            taken.total += sale.paid();
            if baskets.get(index + 1).is_none_or(|next| next.day != day) {
                till.end_day(session, &catalogue)?;
            }
            progress(index as u64 + 1, total);
        }
        let by = By::actor(session);
        let fact = plan.file;
        self.write(move |recorder| {
            recorder.record(by, None, Fact::FileImported(fact))?;
            Ok(())
        })?;
        Ok(taken)
    }

    /// Refuses days this till has traded otherwise, before anything is written.
    fn check_days(&self, baskets: &[Basket]) -> Result<(), Error> {
        let status = self.day_status()?;
        let days: Vec<NaiveDate> = baskets.iter().map(|basket| basket.day).collect();
        if let Some(open) = &status.open
            && !self.is_from(baskets, open.day)?
        {
            return Err(ImportRefusal::DayOpen(open.day).into());
        }
        for row in &status.days {
            let is_closed = row.closed.is_some() && days.contains(&row.day);
            if is_closed && !self.are_recorded(baskets, row.day)? {
                return Err(ImportRefusal::DayTraded(row.day).into());
            }
        }
        let last = status.days.iter().map(|row| row.day).max();
        let first_new = days
            .iter()
            .find(|day| !status.days.iter().any(|row| row.day == **day));
        match (first_new, last) {
            (Some(file), Some(last)) if *file < last => {
                Err(ImportRefusal::BeforeLastDay { file: *file, last }.into())
            }
            _ => Ok(()),
        }
    }

    /// Whether every basket of a day was recorded: an earlier run of this import closed
    /// the day.
    fn are_recorded(&self, baskets: &[Basket], day: NaiveDate) -> Result<bool, Error> {
        let baskets = baskets.iter().filter(|basket| basket.day == day);
        let ids: Vec<TicketId> = baskets.map(|basket| basket.id).collect();
        self.read(move |books| {
            for id in ids {
                if books.sale(id)?.is_none() {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    /// Whether an open day's first sale is a basket of this file: an earlier run of the
    /// same import made it.
    fn is_from(&self, baskets: &[Basket], day: NaiveDate) -> Result<bool, Error> {
        let first = baskets
            .iter()
            .find(|basket| basket.day == day)
            .map(|basket| basket.id);
        match first {
            Some(ticket) => self.read(move |books| {
                let sales = books.sales_of_day(day, usize::MAX)?;
                Ok(sales.is_empty() || sales.last().is_some_and(|sale| sale.id == ticket))
            }),
            None => Ok(false),
        }
    }

    /// Opens a day and a shift, or finds them open; false if the day is closed.
    fn begin_day(&self, session: &Session, day: NaiveDate) -> Result<bool, Error> {
        let status = self.day_status()?;
        if status
            .days
            .iter()
            .any(|row| row.day == day && row.closed.is_some())
        {
            return Ok(false);
        }
        if status.open.is_none() {
            self.open_day(session, Some(day), true)?;
        }
        if self.current_shift()?.is_none() {
            self.open_shift(session, Money::ZERO)?;
        }
        Ok(true)
    }

    /// Counts what the drawer should hold, closes the shift and the day.
    fn end_day(&self, session: &Session, catalogue: &Catalogue) -> Result<(), Error> {
        let drawer = self.day_status()?.drawer;
        self.count_drawer(session, in_pieces(catalogue.bazaar.currency, drawer))?;
        self.close_shift(session, "imported".to_owned())?;
        self.close_day(session, ParkedAtClose::CarryOver)?;
        Ok(())
    }
}

/// A sum in the fewest notes and coins; what no coin can make up is left out.
pub(crate) fn in_pieces(currency: Currency, sum: Money) -> Vec<Denomination> {
    let mut left = sum.or_zero().minor();
    let mut pieces = Vec::new();
    for value in currency.notes().into_iter().chain(currency.coins()) {
        let count = left / value.minor();
        if count > 0 {
            let pieces_of = u32::try_from(count).expect("a drawer holds fewer pieces than that");
            pieces.push(Denomination {
                value,
                pieces: pieces_of,
            });
            left -= count * value.minor();
        }
    }
    pieces
}
