//! An edition laid beside an earlier one, day by day of the same number: the first day
//! beside the first, whatever their dates.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use super::figures;
use crate::domain::catalogue::Catalogue;
use crate::domain::family::ProductLine;
use crate::domain::figures::{DayFigures, Figures, Period, Standing, Strangers};
use crate::domain::many::Edition;
use crate::domain::money::Currency;
use crate::locale::normalise::is_same_name;
use crate::services::many::{ManyRefusal, look_into};
use crate::services::{Error, Till};
use crate::store::Store;

/// Another edition's books, open to be looked at.
#[derive(Clone)]
pub struct OtherEdition {
    store: Store,
    pub edition: Edition,
    strangers: Strangers,
}

impl fmt::Debug for OtherEdition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OtherEdition").field(&self.edition).finish()
    }
}

impl Till {
    /// Looks into another edition's database, or a backup of it, to lay this one's
    /// figures beside.
    ///
    /// # Errors
    /// It can't be looked into; no bazaar is set up there; it was practised on, or this
    /// till is; another currency.
    pub fn other_edition(&self, path: &Path) -> Result<OtherEdition, Error> {
        let own = self.catalogue()?;
        let (store, other) = look_into(path)?;
        let edition = Edition::of(&other.bazaar);
        if other.bazaar.training != own.bazaar.training {
            return Err(ManyRefusal::Practised(path.display().to_string()).into());
        }
        check_currency(own.bazaar.currency, &edition)?;
        Ok(OtherEdition {
            store,
            edition,
            strangers: strangers(&own, &other),
        })
    }
}

/// The codes of both registers that do not mean the same, told by their names as the
/// tally tells families. Goods are others too where their family is.
fn strangers(own: &Catalogue, other: &Catalogue) -> Strangers {
    let mut strangers = Strangers::default();
    for family in own.families() {
        let there = other.family(&family.code);
        if let Some(there) = there.filter(|there| !is_same_name(&family.name, &there.name)) {
            let name = there.name.clone();
            strangers.families.insert(family.code.clone(), name);
        }
    }
    for line in own.lines() {
        let is_other = |there: &&ProductLine| {
            there.family != line.family
                || strangers.families.contains_key(&line.family)
                || !is_same_name(&line.name, &there.name)
        };
        if let Some(there) = other.line(&line.sku).filter(is_other) {
            strangers.goods.insert(line.sku.clone(), there.name.clone());
        }
    }
    strangers
}

fn check_currency(own: Currency, other: &Edition) -> Result<(), ManyRefusal> {
    match other.currency == own {
        true => Ok(()),
        false => Err(ManyRefusal::OtherCurrency {
            bazaar: other.code.clone(),
            own,
            other: other.currency,
        }),
    }
}

impl OtherEdition {
    /// Its figures of the days that bear the numbers of those in `beside`. Of a bazaar
    /// that goes on that is as many days as it has had; no day and no figures where it
    /// had none of them.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn beside(&self, beside: &Figures) -> Result<Figures, Error> {
        let numbers: BTreeSet<usize> = beside.days.iter().map(|day| day.number).collect();
        let (edition, period) = (self.edition.clone(), beside.period);
        let strangers = self.strangers.clone();
        self.store.read(move |books| {
            let days = books.days()?.into_iter().map(|row| row.day).zip(1..);
            let wanted = days.filter(|(_, number)| numbers.contains(number));
            let days: Vec<_> = wanted.map(|(day, _)| day).collect();
            let (Some(first), Some(last)) = (days.first(), days.last()) else {
                return Ok(Figures {
                    period,
                    edition: Some(edition),
                    strangers: Strangers::default(),
                    days: Vec::new(),
                    total: DayFigures::default(),
                    goods: Vec::new(),
                    standing: Standing::default(),
                });
            };
            let found = figures(books, Period::between(*first, *last))?;
            // Of its payouts and other matters outside any day nothing stands beside.
            let mut total = DayFigures::default();
            found.days.iter().for_each(|day| total.merge(&day.figures));
            Ok(Figures {
                total,
                edition: Some(edition),
                strangers,
                ..found
            })
        })
    }
}
