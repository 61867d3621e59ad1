//! How long a query takes among 20,000 product lines, the goal being 5 ms, and
//! against the least anything can take: one look at every byte searched.
//!
//! The lines are made up here, the same in every run.

use std::hint::black_box;
use std::time::{Duration, Instant};

use sanduq::locale::search::{SearchIndex, Searchable};

const LINES: usize = 20_000;
const RUNS: usize = 101;
const SHOWN: usize = 40;
const GOAL: Duration = Duration::from_millis(5);

const THINGS: [(&str, &str); 16] = [
    ("تمر", "Dates"),
    ("قهوة", "Coffee"),
    ("بخور", "Incense"),
    ("دهن عود", "Oud oil"),
    ("سجّادة", "Rug"),
    ("عباءة", "Abaya"),
    ("مِدخن", "Burner"),
    ("لقيمات", "Luqaimat"),
    ("بهارات", "Spices"),
    ("عسل سدر", "Sidr honey"),
    ("حلوى", "Halwa"),
    ("كعك", "Cookies"),
    ("مبخرة", "Censer"),
    ("سلة خوص", "Palm basket"),
    ("عقد", "Necklace"),
    ("شمعة", "Candle"),
];
const KINDS: [(&str, &str); 12] = [
    ("سكري", "Sukkari"),
    ("عربية", "Arabic"),
    ("ملكي", "royal"),
    ("كمبودي", "Cambodian"),
    ("مطرّزة", "embroidered"),
    ("بالزعفران", "with saffron"),
    ("بالهيل", "with cardamom"),
    ("إماراتي", "Emirati"),
    ("صغير", "small"),
    ("كبيرة", "large"),
    ("أصلي", "genuine"),
    ("يدوي", "handmade"),
];
const WEIGHTS: [(&str, &str); 5] = [
    ("٢٥٠ جم", "250 g"),
    ("٥٠٠ جم", "500 g"),
    ("١ كجم", "1 kg"),
    ("علبة", "box"),
    ("", ""),
];

/// What people type: from one letter that fits nearly everything to a scan.
const QUERIES: [&str; 9] = [
    "ا",
    "قه",
    "قهوه",
    "تمر سكري",
    "القهوة بالهيل ٥٠٠",
    "coffee with card",
    "g",
    "زعفرانية",
    "6280000012345",
];

fn main() {
    let index = made_up_index();
    let bytes = index.scanned_bytes();
    // No key holds this byte, so the fastest scan there is reads all of them.
    let floor = median(|| assert!(!black_box(bytes).contains(&0)));
    println!(
        "search: {LINES} lines, {} kB of keys; one look at every byte {floor:.1?}",
        bytes.len() / 1024
    );
    let mut slowest = Duration::ZERO;
    for query in QUERIES {
        let found = index.find(query, SHOWN).len();
        let taken = median(|| {
            black_box(index.find(black_box(query), SHOWN));
        });
        slowest = slowest.max(taken);
        let ratio = taken.as_secs_f64() / floor.as_secs_f64();
        println!("  {taken:>9.1?}  {ratio:>5.1} × floor  {found:>2} shown  {query}");
    }
    let verdict = if slowest <= GOAL { "within" } else { "MISSES" };
    println!("  slowest {slowest:.1?} {verdict} the goal of {GOAL:?}");
}

fn made_up_index() -> SearchIndex<usize> {
    // Steps without a common factor mix the words differently for every line.
    let lines: Vec<([String; 2], [String; 2])> = (0..LINES)
        .map(|number| {
            let thing = THINGS[number % THINGS.len()];
            let kind = KINDS[number / 7 % KINDS.len()];
            let weight = WEIGHTS[number / 3 % WEIGHTS.len()];
            let batch = number / 16;
            let arabic = format!("{} {} {} {batch}", thing.0, kind.0, weight.0);
            let english = format!("{} {} {} {batch}", thing.1, kind.1, weight.1);
            let sku = format!("F{:02}-{number:05}", number % 21);
            ([arabic, english], [sku, format!("628{number:010}")])
        })
        .collect();
    let borrowed: Vec<([&str; 2], [&str; 2])> = lines
        .iter()
        .map(|(names, codes)| {
            (
                names.each_ref().map(String::as_str),
                codes.each_ref().map(String::as_str),
            )
        })
        .collect();
    SearchIndex::new(
        borrowed
            .iter()
            .enumerate()
            .map(|(id, (names, codes))| Searchable { id, names, codes }),
    )
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[RUNS / 2]
}
