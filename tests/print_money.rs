//! Money never overflows: whatever stands beside it, in whatever script and on
//! whatever paper, a figure is on one line, whole, inside the paper, and touches
//! nothing beside it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use sanduq::print::layout::{Frame, Item};
use sanduq::print::profile::Catalogue;
use sanduq::print::{Cell, Column, Direction, Document, Row, Table, Text, Typesetter};

const WORDS: [&str; 24] = [
    "قهوة",
    "الإمارات",
    "لَقِيماتٌ",
    "عود",
    "(طيب)",
    "أسرة",
    "لا",
    "بخور",
    "والمستحقات",
    "مل",
    "كجم،",
    "١٥٪",
    "Oud",
    "oil",
    "Hand-embroidered",
    "A4",
    "(3",
    "ml)",
    "12.50",
    "٣٫٢٥",
    "&",
    "«صُنع»",
    "\u{2066}500 ml\u{2069}",
    "+966",
];

/// Ink of one word: left and right edge, and its letters.
type Ink<'f> = (i32, i32, &'f str);

thread_local! {
    static TYPESETTERS: RefCell<Vec<Typesetter>> = RefCell::new(
        ["generic-80", "generic-58"]
            .map(|id| Typesetter::for_profile(Catalogue::shipped().get(id).expect("shipped")))
            .into(),
    );
}

/// The words of every line from left to right, by baseline.
fn lines(frame: &Frame) -> BTreeMap<i32, Vec<Ink<'_>>> {
    let mut lines: BTreeMap<i32, Vec<Ink<'_>>> = BTreeMap::new();
    for item in &frame.items {
        if let Item::Word {
            x, baseline, word, ..
        } = item
        {
            lines
                .entry(*baseline)
                .or_default()
                .push((x + word.left, x + word.right(), &word.text));
        }
    }
    for line in lines.values_mut() {
        line.sort();
    }
    lines
}

/// Whether a line holds the figure as one run of words that nothing touches.
fn stands_free(line: &[Ink<'_>], figure: &str) -> bool {
    (0..line.len()).any(|first| {
        let mut found = String::new();
        for last in first..line.len() {
            found.push_str(line[last].2);
            if found == figure {
                let free_before = first == 0 || line[first - 1].1 < line[first].0;
                let free_after = last + 1 == line.len() || line[last].1 < line[last + 1].0;
                return free_before && free_after;
            }
        }
        false
    })
}

fn check(paper: &Document, figures: &[String]) -> Result<(), TestCaseError> {
    TYPESETTERS.with_borrow_mut(|typesetters| {
        for typesetter in typesetters {
            for frame in typesetter.lay_out(paper) {
                let lines = lines(&frame);
                for line in lines.values() {
                    for (left, right, word) in line {
                        prop_assert!(
                            *left >= 0 && *right <= frame.width,
                            "{word} at {left}..{right} of {}",
                            frame.width
                        );
                    }
                }
                for figure in figures {
                    let free = lines
                        .values()
                        .filter(|line| stands_free(line, figure))
                        .count();
                    prop_assert!(
                        free > 0,
                        "{figure} is broken or touched on {} dots",
                        frame.width
                    );
                }
            }
        }
        Ok(())
    })
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..9).prop_map(|words| words.join(" "))
}

/// An amount of 0 to 3 decimals up to hundreds of billions, in either digit set.
fn amount() -> impl Strategy<Value = String> {
    (
        0_u64..1_000_000_000_000,
        0_u32..12,
        0_usize..4,
        any::<bool>(),
    )
        .prop_map(|(raw, shorter, decimals, arabic)| {
            let digits = format!("{:0>1$}", raw / 10_u64.pow(shorter), decimals + 1);
            let (whole, coins) = digits.split_at(digits.len() - decimals);
            let mut grouped = String::new();
            for (index, digit) in whole.chars().enumerate() {
                if index > 0 && (whole.len() - index) % 3 == 0 {
                    grouped.push(',');
                }
                grouped.push(digit);
            }
            if decimals > 0 {
                grouped = format!("{grouped}.{coins}");
            }
            if arabic {
                grouped.chars().map(arabic_indic).collect()
            } else {
                grouped
            }
        })
}

fn arabic_indic(letter: char) -> char {
    match letter {
        ',' => '٬',
        '.' => '٫',
        digit => char::from_u32('٠' as u32 + digit.to_digit(10).expect("only digits and marks"))
            .expect("a digit"),
    }
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::RightToLeft), Just(Direction::LeftToRight)]
}

/// A row's words, a note, its figures, and whether it is large and bold.
fn rows(columns: usize) -> impl Strategy<Value = Vec<(String, String, Vec<String>, bool)>> {
    let figures = prop::collection::vec(amount(), columns);
    prop::collection::vec((words(), words(), figures, any::<bool>()), 4)
}

/// Papers to try, of four lines each; `MONEY_PAPERS=12500` tries 100,000 lines
/// in both tests together.
fn cases() -> u32 {
    match std::env::var("MONEY_PAPERS") {
        Ok(papers) => papers.parse().expect("MONEY_PAPERS is a number"),
        Err(_) => 250,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn in_tables((columns, rows) in (1_usize..5).prop_flat_map(|columns| (Just(columns), rows(columns))), direction in direction()) {
        let headings = (0..columns).map(|index| Column::figures(WORDS[index]));
        let mut table = Table::new([Column::words("الصنف")].into_iter().chain(headings));
        let mut figures = Vec::new();
        for (words, note, amounts, strong) in rows {
            let cells = [words].into_iter().chain(amounts.iter().map(|amount| format!("\u{2066}{amount}\u{2069}")));
            let row = Row::new(cells).note(note);
            table.push(if strong { row.bold().large() } else { row });
            figures.extend(amounts);
        }
        let mut paper = Document::new(direction);
        paper.table(table);
        check(&paper, &figures)?;
    }

    #[test]
    fn in_pairs(rows in rows(1), direction in direction()) {
        let mut paper = Document::new(direction);
        let mut figures = Vec::new();
        for (words, note, amounts, strong) in rows {
            let figure = Cell::new(format!("\u{2066}{}\u{2069}", amounts[0]));
            if strong {
                paper.total(words, figure);
            } else {
                paper.pair(words, figure);
            }
            paper.field(note.as_str(), Text::new(note.as_str()).small());
            figures.extend(amounts);
        }
        check(&paper, &figures)?;
    }
}
