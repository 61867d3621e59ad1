//! A sale on the disk against the least that puts its bytes there: an append
//! to a file and its fsync, in turns in the same run. Goal: a ratio of 1.15.

#[path = "../tests/store/sample.rs"]
mod sample;

use std::fs::OpenOptions;
use std::io::Write;
use std::time::{Duration, Instant};

use sample::{Random, open_shop};
use sanduq::domain::id::TicketId;

const SALES: usize = 1000;

/// Sales before the clock starts: a log that is still growing costs more than
/// one that is written over, as it is all day.
const FIRST_SALES: usize = 500;

fn main() {
    let folder = tempfile::tempdir_in(".").expect("the folder of the project can be written to");
    let shop = open_shop(&folder.path().join("till.sanduq"), 21, 20);
    let mut floor = OpenOptions::new()
        .create(true)
        .append(true)
        .open(folder.path().join("floor"))
        .expect("a file can be made");
    let mut random = Random(1);
    let (mut appends, mut sales) = (Vec::new(), Vec::new());
    for round in 0..FIRST_SALES + SALES {
        let mut basket = shop.basket(&mut random, 5);
        basket.ticket.id = TicketId(uuid::Uuid::now_v7());
        let started = Instant::now();
        let sale = shop
            .store
            .write(move |w| basket.sell(w))
            .expect("a sale can be recorded");
        let recorded = started.elapsed();
        let bytes = serde_json::to_vec(&sale).expect("a sale can be written down");
        let started = Instant::now();
        floor.write_all(&bytes).expect("a file can grow");
        floor.sync_data().expect("a file can be synced");
        if round >= FIRST_SALES {
            sales.push(recorded);
            appends.push(started.elapsed());
        }
    }
    let (floor, sale) = (Spread::of(appends), Spread::of(sales));
    println!("append and fsync: {floor}");
    println!("durable sale:     {sale}");
    println!(
        "above the append: median {:.2?}, the sale's own work",
        sale.median.saturating_sub(floor.median)
    );
    println!(
        "ratio: median {:.2}, mean {:.2} (goal 1.15)",
        sale.median.as_secs_f64() / floor.median.as_secs_f64(),
        sale.mean.as_secs_f64() / floor.mean.as_secs_f64(),
    );
}

struct Spread {
    median: Duration,
    mean: Duration,
    late: Duration,
}

impl Spread {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort();
        Spread {
            median: times[times.len() / 2],
            mean: times.iter().sum::<Duration>() / times.len() as u32,
            late: times[times.len() * 99 / 100],
        }
    }
}

impl std::fmt::Display for Spread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (median, mean, late) = (self.median, self.mean, self.late);
        write!(
            f,
            "median {median:.2?}, mean {mean:.2?}, 99th of 100 {late:.2?}"
        )
    }
}
