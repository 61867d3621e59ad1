//! Orders of a web shop that several tills of one edition took, each from its own copy
//! of a file. Within one till it can't be; until tills are joined, only books laid side
//! by side can tell.

use std::collections::{BTreeMap, BTreeSet};

use super::Remark;
use crate::domain::id::{BazaarCode, Number, TillCode};
use crate::domain::many::JournalPart;
use crate::domain::money::{Currency, Money};
use crate::domain::order::ShopTaken;
use crate::domain::shop::ShopOrder;
use crate::services::import::is_same_customer;

/// Orders that the same tills took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenTwice {
    pub bazaar: BazaarCode,
    pub currency: Currency,
    pub tills: Vec<TillCode>,
    /// Whether the shop and its number are the same. Otherwise one till's file does not
    /// name the shop, and the customer is the same.
    pub certain: bool,
    pub orders: Vec<TwiceTaken>,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwiceTaken {
    pub shop: ShopOrder,
    /// What each till calls it.
    pub numbers: Vec<Number>,
    /// What it comes to at each.
    pub totals: Vec<Money>,
}

impl TwiceTaken {
    /// What of its totals is one too many.
    pub fn too_much(&self) -> Money {
        let all: Money = self.totals.iter().copied().sum();
        all - self.totals.iter().copied().max().unwrap_or_default()
    }
}

/// The same order as far as is known, and the journals that have it.
struct Same<'p> {
    taken: Vec<(usize, &'p ShopTaken)>,
    certain: bool,
}

impl<'p> Same<'p> {
    /// Takes an order in that is the same.
    fn takes(&mut self, journal: usize, other: &'p ShopTaken) -> bool {
        let is_key = |one: &ShopTaken| one.shop.key() == other.shop.key();
        let is_like = |one: &ShopTaken| {
            one.shop.may_be(&other.shop) && is_same_customer(&one.customer, &other.customer)
        };
        let mut known = self.taken.iter();
        let certain = known.any(|(_, one)| is_key(one));
        let same = certain || self.taken.iter().any(|(_, one)| is_like(one));
        if same {
            self.certain &= certain;
            self.taken.push((journal, other));
        }
        same
    }
}

/// What several tills took of one shop's orders, told once for the same tills.
pub(super) fn taken_twice(parts: &[JournalPart], remarks: &mut Vec<Remark>) {
    let mut by_number: BTreeMap<(usize, String), Vec<Same<'_>>> = BTreeMap::new();
    for (at, part) in parts.iter().enumerate() {
        let mut editions = parts.iter();
        let edition = editions.position(|one| one.edition.is(&part.edition));
        for taken in &part.shop_orders {
            let key = (edition.unwrap_or(at), taken.shop.number_key());
            let known = by_number.entry(key).or_default();
            if !known.iter_mut().any(|same| same.takes(at, taken)) {
                known.push(Same {
                    taken: vec![(at, taken)],
                    certain: true,
                });
            }
        }
    }
    let mut found: Vec<TakenTwice> = Vec::new();
    for same in by_number.into_values().flatten() {
        let first = same.taken[0];
        let journals: BTreeSet<usize> = same.taken.iter().map(|(at, _)| *at).collect();
        if journals.len() < 2 {
            continue;
        }
        let tills: Vec<TillCode> = journals.iter().map(|at| parts[*at].till.clone()).collect();
        let order = TwiceTaken {
            shop: first.1.shop.clone(),
            numbers: same
                .taken
                .iter()
                .map(|(_, one)| one.number.clone())
                .collect(),
            totals: same.taken.iter().map(|(_, one)| one.total).collect(),
        };
        let edition = &parts[first.0].edition;
        let alike = found.iter_mut().find(|known| {
            (&known.bazaar, &known.tills, known.certain) == (&edition.code, &tills, same.certain)
        });
        match alike {
            Some(known) => known.orders.push(order),
            None => found.push(TakenTwice {
                bazaar: edition.code.clone(),
                currency: edition.currency,
                tills,
                certain: same.certain,
                orders: vec![order],
            }),
        }
    }
    for taken in &mut found {
        taken.orders.sort_by_key(|order| order.numbers[0].n);
    }
    remarks.extend(found.into_iter().map(Remark::TakenTwice));
}
