//! The program killed at any moment: every acknowledged sale is there, no sale
//! is half there.

use std::env;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use sanduq::domain::id::TicketId;
use sanduq::store::{Store, StoreError, verify};
use uuid::Uuid;

use crate::killed::{ACKNOWLEDGED, CHILD, Since, now, work_and_die};
use crate::sample::{Random, Shop, open_shop};

/// The child: sells until it is killed.
#[test]
fn child_sells() {
    let Some(path) = env::var_os(CHILD) else {
        return;
    };
    let shop = resume(Store::open(Path::new(&path)).unwrap());
    let mut random = Random(now());
    loop {
        let lines = 1 + random.below(5);
        let basket = shop.basket(&mut random, lines);
        let sale = shop.store.write(move |w| basket.sell(w)).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "{ACKNOWLEDGED}{}", sale.id).unwrap();
        out.flush().unwrap();
    }
}

/// The shop of a database that was opened again in the middle of a day.
pub fn resume(store: Store) -> Shop {
    let till = store.till().clone();
    store
        .clone()
        .read::<_, StoreError>(move |books| {
            let catalogue = books.catalogue()?.expect("a bazaar is defined");
            let opening = books.open_shift(&till)?.expect("a shift is open").opening;
            let families = catalogue.families().len() as u64;
            Ok(Shop {
                store,
                families,
                lines_each: catalogue.lines().len() as u64 / families,
                catalogue,
                day: opening.day,
                shift: opening.id,
            })
        })
        .unwrap()
}

/// Lets a child sell for a while, kills it, and gives what it acknowledged: the
/// last line may be half a line.
fn sell_and_kill(path: &Path, since: Since, after: Duration) -> Vec<TicketId> {
    let said = work_and_die("kill::child_sells", path, since, after).into_iter();
    said.filter_map(|id| Uuid::parse_str(&id).ok())
        .map(TicketId)
        .collect()
}

#[test]
fn no_kill_loses_an_acknowledged_sale_or_leaves_a_half_one() {
    let seed = now();
    println!("seed {seed}");
    let mut random = Random(seed);
    let (mut acknowledged, mut unanswered) = (0, 0);
    // A fresh database now and then keeps the check of all of it short.
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("till.sanduq");
        drop(open_shop(&path, 5, 4));
        for _ in 0..25 {
            let recorded = sales(&path);
            let after = Duration::from_micros(random.below(100_000));
            let sold = sell_and_kill(&path, Since::of(random.below(4)), after);
            acknowledged += sold.len();
            let store = Store::open(&path).unwrap();
            let (verdict, there) = store
                .read::<_, StoreError>(move |books| {
                    let verdict = verify::verify(books, |_, _| {})?;
                    let there = sold
                        .iter()
                        .map(|id| Ok(books.sale(*id)?.is_some()))
                        .collect::<Result<Vec<bool>, StoreError>>()?;
                    Ok((verdict, there))
                })
                .unwrap();
            assert_eq!(verdict.first_fault, None, "seed {seed}");
            assert!(there.iter().all(|there| *there), "seed {seed}: {there:?}");
            drop(store);
            let more = sales(&path) - recorded;
            assert!(more as usize >= there.len(), "seed {seed}");
            unanswered += more as usize - there.len();
        }
    }
    println!("200 kills: {acknowledged} sales acknowledged, {unanswered} recorded unanswered");
    assert!(
        acknowledged > 100,
        "the children hardly sold: {acknowledged}"
    );
}

/// How many sales a database holds.
fn sales(path: &Path) -> u64 {
    let store = Store::open(path).unwrap();
    let last = store
        .read::<_, StoreError>(|books| books.last_sale())
        .unwrap();
    last.map_or(0, |sale| sale.fact.number.n)
}
