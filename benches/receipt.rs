//! How long a receipt takes from words to printer bytes: twenty lines in two
//! languages with logo and QR code, on 80 mm paper.
//!
//! `cargo bench --bench receipt` prints the first receipt (fonts loaded, nothing
//! drawn yet), the warm median, and the warm median's ratio to a floor that only
//! stamps the same words and copies the same bytes.

#[path = "../tests/support/sample_papers.rs"]
mod sample_papers;

use std::hint::black_box;
use std::time::{Duration, Instant};

use sanduq::print::escpos::Commands;
use sanduq::print::profile::Catalogue;
use sanduq::print::{Typesetter, raster};

const ROUNDS: usize = 400;

fn main() {
    let catalogue = Catalogue::shipped();
    let profile = catalogue.get("generic-80").expect("shipped");
    let [(_, paper), ..] = sample_papers::all();

    let started = Instant::now();
    let mut typesetter = Typesetter::for_profile(profile);
    let bytes = Commands::paper(&typesetter.draw(&paper), profile).bytes();
    let first = started.elapsed();

    let warm = median(|| {
        let sheets = typesetter.draw(black_box(&paper));
        black_box(Commands::paper(&sheets, profile).bytes());
    });
    let layout = median(|| {
        black_box(typesetter.lay_out(black_box(&paper)));
    });
    let frames = typesetter.lay_out(&paper);
    let draw = median(|| {
        black_box(frames.iter().map(raster::draw).collect::<Vec<_>>());
    });
    let sheets = typesetter.draw(&paper);
    let encode = median(|| {
        black_box(Commands::paper(black_box(&sheets), profile).bytes());
    });
    let floor = median(|| {
        for frame in &frames {
            black_box(raster::draw(frame).data().to_vec());
        }
    });

    println!(
        "receipt: {} bytes, {} rows",
        bytes.len(),
        sheets[0].height()
    );
    println!("first   {first:>10.1?}  (wanted below 15 ms)");
    println!("warm    {warm:>10.1?}  (wanted below 1 ms)");
    println!("layout  {layout:>10.1?}");
    println!("draw    {draw:>10.1?}");
    println!("encode  {encode:>10.1?}");
    println!(
        "floor   {floor:>10.1?}  ratio {:.2}",
        warm.as_secs_f64() / floor.as_secs_f64()
    );
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[ROUNDS / 2]
}
