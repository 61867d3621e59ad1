//! What is known of the goods on the shelf besides the catalogue: what staff say is
//! sold out, what this till pinned to the front, what is sold most.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::domain::fact::{Fact, GoodsNamed};
use crate::domain::id::Sku;

use super::{By, Error, Session, Till};

/// The marks on the goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    pub sold_out: HashSet<Sku>,
    pub favourites: HashSet<Sku>,
    /// What was sold in this bazaar, the most sold first.
    pub most_sold: Vec<Sku>,
    /// The day dates are compared with: the open trading day, or else the one it is.
    pub today: NaiveDate,
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
            Ok(Marks {
                sold_out: books.sold_out()?.into_iter().collect(),
                favourites: books.favourites()?.into_iter().collect(),
                most_sold: books.most_sold()?,
                today,
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
