//! The organiser's figures over a million lines: what the screen waits for (goal
//! 200 ms), beside reading every fact again.

#[path = "selling/best.rs"]
mod best;
#[path = "../tests/store/sample.rs"]
mod sample;
mod selling;

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use sample::open_shop;
use sanduq::domain::figures::Period;
use sanduq::domain::tally::Tally;
use sanduq::services::Till;
use sanduq::services::moment::Moments;
use sanduq::store::StoreError;

use best::best;
use selling::sell;

const FAMILIES: u64 = 700;
const LINES_EACH: u64 = 20;
const SALES: u64 = 200_000;
const LINES_A_SALE: u64 = 5;
const RUNS: usize = 9;

fn main() {
    let folder = tempfile::tempdir_in(".").expect("the folder of the project can be written to");
    let shop = open_shop(&folder.path().join("till.sanduq"), FAMILIES, LINES_EACH);
    let started = Instant::now();
    sell(&shop, SALES, LINES_A_SALE);
    println!("{SALES} sales recorded in {:.1?}", started.elapsed());
    let till = Till::new(shop.store.clone(), Moments::of_this_machine());
    let head = shop.store.read::<_, StoreError>(|books| books.head());
    let waiting = head.expect("the journal has a head").seq % 256;

    let mut slowest = Duration::ZERO;
    for (what, period) in [
        ("the day", Period::Day(shop.day)),
        ("the bazaar", Period::Bazaar),
    ] {
        let (dashboard, took) = best(RUNS, || {
            till.dashboard(period).expect("figures can be read")
        });
        println!(
            "{what}: {} lines of {} product lines in {took:.1?} (goal 200 ms), {waiting} records not gathered",
            dashboard.figures.total.tally.total.lines,
            dashboard.figures.goods.len(),
        );
        slowest = slowest.max(took);
    }
    let figures = till.figures(Period::Bazaar).expect("figures can be read");
    let started = Instant::now();
    let tally = shop.store.read::<_, StoreError>(|books| {
        let mut tally = Tally::default();
        books.entries(1, &mut |entry| {
            tally.add(&entry);
            ControlFlow::Continue(())
        })?;
        Ok(tally)
    });
    let again = started.elapsed();
    assert_eq!(figures.total.tally, tally.expect("the journal can be read"));
    let times = again.as_secs_f64() / slowest.as_secs_f64();
    println!("every fact read again: {again:.1?}, {times:.0} times as long, the same figures");
}
