//! The goods of the demonstration: every family brings what it made, something
//! breaks, and at the close what is left is counted and goes home.

use chrono::{Days, NaiveDate, TimeDelta};

use super::chance::Chance;
use super::{Demo, ORGANISER, pin_of, staff};
use crate::domain::bazaar::Beneficiary;
use crate::domain::family::ProductLine;
use crate::domain::id::{FamilyCode, GoodsNoteId};
use crate::domain::money::Quantity;
use crate::domain::staff::Act;
use crate::domain::stock::{Batch, GoodsLoss, GoodsNote, Named, ReceivedGoods, UnsoldCount};
use crate::services::stock::{HandedIn, NoteRequest};
use crate::services::{Error, Session, Till};

const SEED: u64 = 5;
/// The package whose goods are eaten.
const FOOD: &str = "ATAYEB";
/// The family one of whose pieces breaks at the counter.
const UNLUCKY: &str = "F18";

/// What a played day noted of goods.
pub struct GoodsNoted {
    pub intakes: Vec<GoodsNote<ReceivedGoods>>,
    pub loss: GoodsLoss,
    pub unsold: Vec<UnsoldCount>,
}

fn request(till: &Till, family: FamilyCode, remark: &str) -> NoteRequest {
    NoteRequest {
        id: GoodsNoteId(till.moments().new_id()),
        family,
        person: String::new(),
        remark: remark.to_owned(),
    }
}

/// As much as a family brings of a product line for a day.
fn brought(line: &ProductLine, day: NaiveDate, chance: &mut Chance) -> HandedIn {
    let is_food = line.package.as_str() == FOOD;
    let keeps = Days::new(chance.below(4) + 1);
    HandedIn {
        goods: Named {
            sku: line.sku.clone(),
            quantity: Quantity::units(match line.unit.is_divisible() {
                true => chance.between(5, 12),
                false => chance.between(7, 20),
            }),
        },
        batch: Batch {
            name: String::new(),
            produced: is_food.then_some(day),
            best_before: is_food.then(|| day + keeps),
        },
    }
}

impl Demo {
    /// Every family brings the goods of a day; what is made to order is not there
    /// yet.
    pub(super) fn take_in(
        &self,
        till: &Till,
        session: &Session,
        day: NaiveDate,
    ) -> Result<Vec<GoodsNote<ReceivedGoods>>, Error> {
        let catalogue = till.catalogue()?;
        let mut chance = Chance::seeded(SEED);
        let mut notes = Vec::new();
        for family in catalogue.families() {
            let lines = catalogue.lines().iter();
            let lines = lines.filter(|line| line.family == family.code && !line.made_to_order);
            let goods: Vec<_> = lines.map(|line| brought(line, day, &mut chance)).collect();
            if goods.is_empty() {
                continue;
            }
            self.clock.advance(TimeDelta::seconds(25));
            let request = request(till, family.code.clone(), "");
            notes.push(till.receive_goods(session, request, goods)?.fact);
        }
        Ok(notes)
    }

    /// A piece fell from the counter; the organiser makes it good.
    pub(super) fn break_one(&self, session: &Session) -> Result<GoodsLoss, Error> {
        let till = &self.till;
        let family = FamilyCode::new(UNLUCKY).expect("a code");
        let rows = till.stock(Some(&family))?.into_iter();
        let goods = rows
            .filter(|row| row.stock.left().is_positive())
            .take(1)
            .map(|row| Named {
                sku: row.sku,
                quantity: Quantity::ONE,
            });
        let request = request(till, family, "سقطت عن الطاولة");
        let word = till.approve(Act::Adjust, &staff(ORGANISER), pin_of(ORGANISER))?;
        let organiser = Beneficiary::Organiser;
        let lost = till.write_off(session, request, goods.collect(), organiser, Some(&word))?;
        Ok(lost.fact)
    }

    /// What every family has left is counted and goes home; now and then a piece is
    /// missing.
    pub(super) fn count_unsold(&self, session: &Session) -> Result<Vec<UnsoldCount>, Error> {
        let till = &self.till;
        let catalogue = till.catalogue()?;
        let mut chance = Chance::seeded(SEED + 1);
        let mut counts = Vec::new();
        for family in catalogue.families() {
            let rows = till.stock(Some(&family.code))?;
            if rows.iter().all(|row| row.stock.left().is_zero()) {
                continue;
            }
            let counted = rows
                .into_iter()
                .filter(|row| row.stock.left().is_positive())
                .map(|row| {
                    let left = row.stock.left();
                    let gone = left > Quantity::ONE && chance.happens(4);
                    Named {
                        sku: row.sku,
                        quantity: match gone {
                            true => left - Quantity::ONE,
                            false => left,
                        },
                    }
                })
                .collect();
            self.clock.advance(TimeDelta::seconds(20));
            let request = request(till, family.code.clone(), "");
            counts.push(till.count_unsold(session, request, counted, false)?.fact);
        }
        Ok(counts)
    }
}
