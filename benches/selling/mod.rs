//! A till that has sold a lot.

use sanduq::store::Writing;

use crate::sample::{Random, Shop};

/// Sells so many baskets of so many lines, a thousand in a transaction.
pub fn sell(shop: &Shop, sales: u64, lines: u64) {
    let mut random = Random(1);
    for _ in 0..sales / 1000 {
        let baskets: Vec<_> = (0..1000).map(|_| shop.basket(&mut random, lines)).collect();
        let sell = move |w: &mut Writing<'_>| {
            let mut baskets = baskets.iter();
            baskets.try_for_each(|basket| basket.sell(w).map(drop))
        };
        shop.store.write(sell).expect("sales can be recorded");
    }
}
