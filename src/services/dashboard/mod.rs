//! What the organiser looks at: the figures of a day, of some days or of the whole
//! bazaar, and what sells slowly. How they are told in words is `told`'s business,
//! and how in plots, `plots`'.

mod beside;
mod fact;
mod page;
mod plots;
mod proof;
mod told;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::figures::{DayFigures, Figures, NumberedDay, Period, Standing, Strangers};
use crate::domain::id::Sku;
use crate::domain::ledger::Account;
use crate::domain::money::{Money, Quantity};
use crate::domain::order::OrderState;
use crate::domain::staff::Staff;
use crate::store::Books;

use crate::print::papers;

use super::statement::books_of;
use super::{Error, Till};

pub use beside::OtherEdition;
pub use page::{FiguresDesk, write_file};
pub use plots::{Section, plots};
pub use proof::{Behind, FactLine, Facts, MoneyProof, ProofLine, ProofPart};
pub use told::{Reader, SlowTold, Told};

/// Goods on the shelf that hardly anybody buys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlowGoods {
    pub sku: Sku,
    /// Sold in the period, less what came back.
    pub sold: Quantity,
    /// What the family still has here, where its goods were taken in.
    pub left: Option<Quantity>,
    /// What customers paid for it, less what they were given back.
    pub paid: Money,
}

/// All a dashboard shows.
#[derive(Debug, Clone)]
pub struct Dashboard {
    pub figures: Figures,
    /// What sells slowest, first.
    pub slow: Vec<SlowGoods>,
    /// The trading days there are, oldest first.
    pub days: Vec<NaiveDate>,
    /// Who works here, to name the cashiers.
    pub staff: Vec<Staff>,
}

impl Till {
    /// The figures of a period, and what sold slowly in it.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn dashboard(&self, period: Period) -> Result<Dashboard, Error> {
        self.read(move |books| {
            let figures = figures(books, period)?;
            let slow = slow(books, &figures)?;
            let days = books.days()?.into_iter().map(|row| row.day).collect();
            Ok(Dashboard {
                figures,
                slow,
                days,
                staff: books.staff()?,
            })
        })
    }

    /// The books as of now, for the foot of a page.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn books_now(&self) -> Result<papers::Books, Error> {
        let moments = self.moments().clone();
        self.read(move |books| {
            let catalogue = super::catalogue(books)?;
            books_of(books, &catalogue, &moments)
        })
    }

    /// The trading day that goes on, or the last one.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn latest_day(&self) -> Result<Option<NaiveDate>, Error> {
        self.read(|books| Ok(books.days()?.last().map(|row| row.day)))
    }

    /// The figures of a period alone.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn figures(&self, period: Period) -> Result<Figures, Error> {
        self.read(move |books| figures(books, period))
    }
}

fn figures(books: &Books<'_>, period: Period) -> Result<Figures, Error> {
    let by_day = books.figures(period)?;
    let mut total = DayFigures::default();
    for figures in by_day.values() {
        total.merge(figures);
    }
    let numbers = books.days()?.into_iter().zip(1..);
    let numbers: BTreeMap<_, usize> = numbers.map(|(row, number)| (row.day, number)).collect();
    // A day the books do not know as a trading day has no number and stands in the
    // total alone.
    let days = by_day.into_iter().filter_map(|(day, figures)| {
        let day = day?;
        let number = *numbers.get(&day)?;
        Some(NumberedDay {
            number,
            day,
            figures,
        })
    });
    let days = days.collect();
    let mut goods = books.goods_figures(period)?;
    goods.sort_by_key(|goods| std::cmp::Reverse(goods.trade.net_paid()));
    Ok(Figures {
        period,
        edition: None,
        strangers: Strangers::default(),
        days,
        total,
        goods,
        standing: standing(books)?,
    })
}

fn standing(books: &Books<'_>) -> Result<Standing, Error> {
    let mut standing = Standing::default();
    for (account, amount) in books.balances()? {
        match account {
            // Credit is negative: what is owed.
            Account::FamilyPayable(_) if amount.is_negative() => standing.owed -= amount,
            Account::FamilyPayable(_) => standing.owing += amount,
            Account::CustomerDeposits => standing.deposits -= amount,
            Account::OtherEditions => standing.other_editions += amount,
            _ => {}
        }
    }
    for row in books.orders(Some(OrderState::Open))? {
        standing.orders += 1;
        standing.orders_total += row.order.total;
    }
    Ok(standing)
}

/// Goods that can be bought, the least sold first: of what was taken in, only what
/// is still there.
fn slow(books: &Books<'_>, figures: &Figures) -> Result<Vec<SlowGoods>, Error> {
    let catalogue = super::catalogue(books)?;
    let mut sold: BTreeMap<&Sku, (Quantity, Money)> = BTreeMap::new();
    for goods in &figures.goods {
        let (quantity, paid) = sold.entry(&goods.sku).or_default();
        *quantity += goods.sold();
        *paid += goods.trade.net_paid();
    }
    let stock = books.stock(None)?;
    let stock: BTreeMap<&Sku, Quantity> = stock
        .iter()
        .map(|row| (&row.sku, row.stock.left()))
        .collect();
    let gone = books.sold_out()?;
    let on_sale = catalogue.lines().iter().filter(|line| {
        let left = stock.get(&line.sku).copied();
        line.active
            && !line.made_to_order
            && !gone.contains(&line.sku)
            && left.is_none_or(|left| left.is_positive())
    });
    let mut slow: Vec<SlowGoods> = on_sale
        .map(|line| {
            let (quantity, paid) = sold.get(&line.sku).copied().unwrap_or_default();
            SlowGoods {
                sku: line.sku.clone(),
                sold: quantity,
                left: stock.get(&line.sku).copied(),
                paid,
            }
        })
        .collect();
    slow.sort_by_key(|goods| (goods.paid, goods.sold, std::cmp::Reverse(goods.left)));
    Ok(slow)
}
