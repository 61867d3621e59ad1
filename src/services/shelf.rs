//! What is known of the goods on the shelf besides the catalogue: what staff say is
//! sold out, what this till pinned to the front, what is sold most, what is left.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use crate::domain::fact::{Fact, GoodsNamed};
use crate::domain::id::Sku;
use crate::domain::money::Quantity;
use crate::domain::sale::Sale;

use super::{By, Error, Session, Till};
use crate::store::{Recorded, StockRow};

/// The marks on the goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    pub sold_out: HashSet<Sku>,
    pub favourites: HashSet<Sku>,
    /// What was sold in this bazaar, the most sold first.
    pub most_sold: Vec<Sku>,
    /// The day dates are compared with: the open trading day, or else the one it is.
    pub today: NaiveDate,
    /// What is left of goods that were handed in.
    pub stock: OnHand,
}

/// What is left of goods that were handed in, followed sale by sale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OnHand {
    /// The last record it was read at.
    as_of: u64,
    goods: HashMap<Sku, Left>,
}

/// The goods of one sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoldSince {
    seq: u64,
    goods: Vec<(Sku, Quantity)>,
}

impl SoldSince {
    pub fn of(sale: &Recorded<Sale>) -> Self {
        let lines = sale.fact.lines.iter();
        SoldSince {
            seq: sale.seq,
            goods: lines
                .map(|line| (line.item.sku.clone(), line.item.quantity))
                .collect(),
        }
    }
}

/// What is left of a product line; below zero if more was sold than handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    pub quantity: Quantity,
    /// Until when the next of it is good, where its batch says so.
    pub best_before: Option<NaiveDate>,
}

impl OnHand {
    /// None of goods nobody counted in.
    pub fn of(&self, sku: &Sku) -> Option<Left> {
        self.goods.get(sku).copied()
    }

    /// Takes goods off that were sold, unless they were read as sold.
    pub fn follow(&mut self, sold: &SoldSince) {
        if self.knows(sold) {
            return;
        }
        for (sku, quantity) in &sold.goods {
            if let Some(left) = self.goods.get_mut(sku) {
                left.quantity = left.quantity - *quantity;
            }
        }
    }

    /// Whether a sale was read with the rest.
    pub fn knows(&self, sold: &SoldSince) -> bool {
        sold.seq <= self.as_of
    }
}

impl Till {
    /// # Errors
    /// Not set up; faults of the store.
    pub fn marks(&self) -> Result<Marks, Error> {
        let moments = self.moments().clone();
        self.read(move |books| {
            let bazaar = &super::catalogue(books)?.bazaar;
            let today = match books.open_day()? {
                Some(open) => open.day,
                None => bazaar.trading_date(moments.now(&bazaar.time_zone)),
            };
            let left = |row: StockRow| Left {
                quantity: row.stock.left(),
                best_before: row.best_before,
            };
            let stock = books.stock(None)?.into_iter();
            let stock = OnHand {
                as_of: books.head()?.seq,
                goods: stock.map(|row| (row.sku.clone(), left(row))).collect(),
            };
            Ok(Marks {
                sold_out: books.sold_out()?.into_iter().collect(),
                favourites: books.favourites()?.into_iter().collect(),
                most_sold: books.most_sold()?,
                today,
                stock,
            })
        })
    }

    /// Says that goods are sold out, or that there are some again. Said twice, it is
    /// recorded once.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn mark_sold_out(&self, session: &Session, sku: Sku, sold_out: bool) -> Result<(), Error> {
        let by = By::actor(session);
        self.write(move |recorder| {
            if recorder.writing.sold_out()?.contains(&sku) == sold_out {
                return Ok(());
            }
            let day = recorder.writing.open_day()?.map(|row| row.day);
            let goods = GoodsNamed { sku };
            let fact = match sold_out {
                true => Fact::GoodsSoldOut(goods),
                false => Fact::GoodsAvailable(goods),
            };
            recorder.record(by, day, fact)?;
            Ok(())
        })
    }

    /// Pins goods to the front of this till's shelf, or lets them go.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn set_favourite(&self, sku: Sku, pinned: bool) -> Result<(), Error> {
        self.write(move |recorder| Ok(recorder.writing.set_favourite(&sku, pinned)?))
    }
}
