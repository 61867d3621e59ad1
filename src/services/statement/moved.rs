//! The money a settlement tells: what changed hands after it, and after those that were
//! taken back before it was made in their place. Each payout is told once.

use crate::domain::carrying::{Carried, CarriedBalance};
use crate::domain::id::FamilyCode;
use crate::domain::money::Money;
use crate::domain::payout::{FamilyPayment, Payout};
use crate::services::Error;
use crate::store::{Books, Recorded};

/// Money that changed hands, and what the family brought along from other editions.
#[derive(Debug, Clone)]
pub(in crate::services) struct Moved {
    /// What it brought along before its first settlement.
    pub opening: Vec<CarriedBalance>,
    pub payouts: Vec<Recorded<Payout>>,
    pub payments: Vec<Recorded<FamilyPayment>>,
    pub carried: Vec<Recorded<Carried>>,
}

impl Moved {
    /// What the settlement of record `made` tells of all before record `next`.
    pub fn read(
        books: &Books<'_>,
        family: &FamilyCode,
        made: u64,
        next: u64,
    ) -> Result<Moved, Error> {
        let times = books.settlement_times(family)?;
        let before = times.iter().rfind(|one| one.stood_at(made));
        // The first made after the last that stood: itself, or one it takes the place of.
        let since = before.map_or(0, |before| {
            let mut later = times.iter().filter(|one| one.made > before.made);
            later.next().map_or(made, |first| first.made)
        });
        let mut moved = Moved {
            opening: Vec::new(),
            payouts: books.payouts_of(family, since)?,
            payments: books.family_payments_of(family, since)?,
            carried: books.carried_of(family, since)?,
        };
        if before.is_none() {
            moved
                .carried
                .retain(|one| match one.fact.clone().brought() {
                    Some(balance) if one.seq < made => {
                        moved.opening.push(balance);
                        false
                    }
                    _ => true,
                });
        }
        moved.payouts.retain(|one| one.seq < next);
        moved.payments.retain(|one| one.seq < next);
        moved.carried.retain(|one| one.seq < next);
        Ok(moved)
    }

    /// What of the money changed hands before the settlement of record `made`: payouts
    /// less what the family paid in, and what went to another edition.
    pub fn before(&self, made: u64) -> Money {
        let out = self.payouts.iter().filter(|one| one.seq < made);
        let back = self.payments.iter().filter(|one| one.seq < made);
        let carried = self.carried.iter().filter(|one| one.seq < made);
        out.map(|one| one.fact.amount).sum::<Money>()
            - back.map(|one| one.fact.amount).sum::<Money>()
            - carried.map(|one| one.fact.effect()).sum::<Money>()
    }
}
