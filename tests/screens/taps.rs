//! How many touches the commonest jobs take, held against the table in the
//! README, where they stand beside what the manuals of other tills say.

use sanduq::app::shell::{App, Message};
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, type_on_pad};
use crate::counter::type_keys;
use crate::driver::Driver;

/// Touches one after another, and how many they were.
fn taps(counter: &mut Driver<App, Message>, ways: &[&'static str]) -> usize {
    for way in ways {
        counter.touch(way);
    }
    ways.len()
}

/// The row of a job in the README has so many touches in its second column, and no
/// other till in the columns after it has fewer.
fn stands_in_readme(job: &str, taken: usize) {
    let readme = include_str!("../../README.md");
    let start = format!("| {job} |");
    let row = readme.lines().find(|line| line.starts_with(&start));
    let row = row.unwrap_or_else(|| panic!("no row for {job:?}"));
    let numbers: Vec<Option<usize>> = row[start.len()..]
        .trim_end_matches('|')
        .split('|')
        .map(|cell| cell.trim().parse().ok())
        .collect();
    assert_eq!(numbers[0], Some(taken), "{job}");
    for other in numbers[1..].iter().flatten() {
        assert!(taken <= *other, "{job}: another till takes {other}");
    }
}

const THREE: [&str; 3] = ["tile-COFFEE", "tile-MAAMOUL", "tile-KABSA"];

#[test]
fn the_commonest_jobs_take_as_few_touches_as_told() {
    let bazaar = Bazaar::open();
    let mut till = bazaar.counter(Language::Arabic);
    let counter = &mut till;

    let goods = taps(counter, &THREE);
    let cash = goods + taps(counter, &["pay", "cash-1"]);
    assert!(counter.find("change").is_some());
    stands_in_readme("Three things, cash with change", cash);

    let exactly = taps(counter, &THREE) + taps(counter, &["exact"]);
    assert!(counter.find("sale-number").is_some());
    stands_in_readme("Three things, the exact cash", exactly);

    let card = ["pay", "pay-card", "pay-accepted"];
    let by_card = taps(counter, &THREE) + taps(counter, &card);
    assert!(counter.find("sale-number").is_some());
    stands_in_readme("Three things, card", by_card);

    for code in ["6291041500000", "6291041500001", "6291041500002"] {
        type_keys(counter, code, 5);
    }
    let scanned = taps(counter, &["exact"]);
    assert!(counter.find("sale-number").is_some());
    stands_in_readme("Three things scanned, the exact cash", scanned);

    let again = taps(counter, &["print-again"]);
    stands_in_readme("The last receipt once more", again);

    let thrice = taps(counter, &["tile-KABSA"; 3]);
    assert_eq!(counter.text("total"), "105.00");
    stands_in_readme("Three of one thing", thrice);

    let discount = ["line-discount-open", "percent-10", "line-confirm"];
    let discount = taps(counter, &discount);
    assert_eq!(counter.text("total"), "94.50");
    stands_in_readme("10 % off a line", discount);

    let aside = taps(counter, &["park", "park-confirm"]);
    stands_in_readme("A ticket put aside", aside);
    let taken_up = taps(counter, &["parked", "parked-0"]);
    assert_eq!(counter.text("total"), "94.50");
    stands_in_readme("A ticket taken up again", taken_up);

    taps(counter, &["exact", "next-sale"]);
    let back = ["last", "give-back", "more-0", "reason-0", "refund"];
    let back = taps(counter, &back);
    counter.touch("approver-badr");
    type_on_pad(counter, BADR);
    counter.touch("approve");
    assert!(counter.find("done").is_some(), "the money was given back");
    stands_in_readme("One thing of the last sale given back", back);
}
