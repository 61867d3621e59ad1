//! A monkey at the till: it taps, swipes, types and scans at random, signs in now
//! and then, and changes the language and the size of the window. Nothing it does
//! may stop the program, the books must prove right afterwards, and no ticket may be
//! lost: sold, put aside, ordered, given up or still in somebody's hand.
//!
//! `MONKEY_EVENTS` says how much it does in each language, `MONKEY_SEED` repeats
//! what it did: the seed is printed.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::time::Duration;

use iced::keyboard::key::Named;
use iced::{Event, Point, mouse};
use sanduq::app::shell::{App, Message};
use sanduq::domain::fact::Fact;
use sanduq::domain::id::TicketId;
use sanduq::locale::Language;
use sanduq::services::Till;
use sanduq::store::StoreError;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, type_on_pad};
use crate::counter::type_keys;
use crate::driver::Driver;

/// Enough to come to most places; a long run is asked for.
const EVENTS: u32 = 1500;
/// How often what it sees is drawn.
const DRAWN_EVERY: u32 = 100;

/// What leads on from one place to the next: a monkey that only hits by chance
/// would never see more than the first screens.
const WAYS: [&str; 30] = [
    "exact",
    "pay",
    "tile-COFFEE",
    "tile-KABSA",
    "tile-BEANS",
    "tile-PORTRAIT",
    "next-sale",
    "cash-exact",
    "pay-card",
    "pay-accepted",
    "pay-not-accepted",
    "pay-record",
    "pay-back",
    "line-0",
    "line-confirm",
    "line-weigh",
    "discount",
    "discount-give",
    "park-confirm",
    "parked",
    "parked-0",
    "void-confirm",
    "last",
    "print-again",
    "papers",
    "search",
    "search-keyboard",
    "enter",
    "language",
    "search-clear",
];
const PEOPLE: [(&str, &str); 3] = [
    ("person-amal", AMAL),
    ("person-badr", BADR),
    ("person-huda", HUDA),
];
const KEYS: [Named; 8] = [
    Named::Enter,
    Named::Escape,
    Named::Tab,
    Named::Backspace,
    Named::ArrowLeft,
    Named::ArrowRight,
    Named::Delete,
    Named::Space,
];
const LETTERS: [char; 16] = [
    'ق', 'ه', 'و', 'ا', 'ل', 'ة', ' ', 'a', 'c', 'o', '1', '5', '٣', '.', '-', '\u{64E}',
];
const SIZES: [(f32, f32); 4] = [
    (1280.0, 800.0),
    (1024.0, 768.0),
    (1920.0, 1080.0),
    (1080.0, 1920.0),
];

/// SplitMix64, so that a seed gives the same run everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}

struct Monkey {
    random: Random,
    app: Driver<App, Message>,
    size: (f32, f32),
}

impl Monkey {
    fn somewhere(&mut self) -> Point {
        let (width, height) = (self.size.0 as usize, self.size.1 as usize);
        Point::new(
            self.random.below(width) as f32,
            self.random.below(height) as f32,
        )
    }

    fn does_something(&mut self) {
        match self.random.below(100) {
            0..40 => {
                let place = self.somewhere();
                self.app.swipe(place, place, 1);
            }
            40..50 => {
                let place = self.somewhere();
                self.app.click_at(place);
            }
            50..74 => {
                let way = self.random.of(&WAYS);
                if self.app.find(way).is_some() {
                    self.app.touch(way);
                }
            }
            74..82 => {
                let letter = self.random.of(&LETTERS);
                self.app.keys(&letter.to_string());
            }
            82..87 => {
                let key = self.random.of(&KEYS);
                self.app.key(key);
            }
            87..89 => {
                let code = format!("62910415{:05}", self.random.below(34));
                type_keys(&mut self.app, &code, 5);
            }
            89..92 => {
                let (from, to) = (self.somewhere(), self.somewhere());
                self.app.swipe(from, to, 4);
            }
            92..94 => {
                let y = if self.random.below(2) == 0 { -5.0 } else { 5.0 };
                let delta = mouse::ScrollDelta::Lines { x: 0.0, y };
                self.app
                    .send([Event::Mouse(mouse::Event::WheelScrolled { delta })]);
            }
            94..95 => self.app.message(Message::Language),
            95..97 => {
                self.app.pass(Duration::from_millis(100));
                self.app.message(Message::Tick);
            }
            97..98 => {
                self.size = self.random.of(&SIZES);
                self.app.resize(self.size.0, self.size.1);
            }
            _ => self.signs_in(),
        }
    }

    fn signs_in(&mut self) {
        let (person, pin) = self.random.of(&PEOPLE);
        if self.app.find(person).is_none() {
            return;
        }
        self.app.touch(person);
        if self.app.find("key-0").is_some() {
            type_on_pad(&mut self.app, pin);
        }
        if self.app.find("enter").is_some() {
            self.app.touch("enter");
        }
    }
}

/// The tickets that had goods in them. One whose goods were all taken out again was
/// given up; every other must be somewhere at the end.
#[derive(Default)]
struct Begun(BTreeSet<TicketId>);

impl Begun {
    fn look(&mut self, till: &Till) {
        for kept in till.store().read(|books| books.all_in_hand()).unwrap() {
            let ticket = kept.in_hand.ticket;
            match ticket.is_empty() {
                true => self.0.remove(&ticket.id),
                false => self.0.insert(ticket.id),
            };
        }
    }

    /// Those that are neither in somebody's hand nor in the books.
    fn lost(mut self, till: &Till) -> BTreeSet<TicketId> {
        let mut found = BTreeSet::new();
        let read = till.store().read(|books| {
            let in_hand = books.all_in_hand()?;
            found.extend(in_hand.into_iter().map(|kept| kept.in_hand.ticket.id));
            books.entries(1, &mut |entry| {
                found.extend(match entry.fact {
                    Fact::SaleCompleted(sale) => Some(sale.id),
                    Fact::TicketParked(parked) => Some(parked.ticket.id),
                    Fact::TicketVoided(void) => Some(void.ticket.id),
                    Fact::OrderTaken(order) => Some(order.ticket.id),
                    _ => None,
                });
                ControlFlow::Continue(())
            })?;
            Ok::<_, StoreError>(found)
        });
        let found = read.unwrap();
        self.0.retain(|ticket| !found.contains(ticket));
        self.0
    }
}

/// Plays, and gives how many facts it left in the books.
fn play(till: &Till, app: Driver<App, Message>, seed: u64, events: u32) -> u64 {
    println!("MONKEY_SEED={seed} MONKEY_EVENTS={events}");
    let mut monkey = Monkey {
        random: Random(seed),
        app,
        size: SIZES[0],
    };
    let mut begun = Begun::default();
    for event in 0..events {
        monkey.does_something();
        begun.look(till);
        if event % DRAWN_EVERY == 0 {
            let _ = monkey.app.pixels();
        }
    }
    let verdict = till.verify(|_, _| {}).unwrap();
    assert_eq!(verdict.first_fault, None, "seed {seed}");
    let tickets = begun.0.len();
    assert_eq!(begun.lost(till), BTreeSet::new(), "seed {seed}");
    println!("{tickets} tickets with goods, {} records", verdict.entries);
    verdict.entries
}

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

#[test]
fn a_monkey_breaks_nothing() {
    for (language, chance) in [(Language::Arabic, 1), (Language::English, 2)] {
        let bazaar = Bazaar::open();
        let seed = number_of("MONKEY_SEED").unwrap_or_else(|| {
            let now = std::time::SystemTime::UNIX_EPOCH.elapsed();
            now.expect("clocks are past 1970").as_nanos() as u64 * chance
        });
        let events = number_of("MONKEY_EVENTS").map_or(EVENTS, |events| events as u32);
        let before = bazaar.till.head().unwrap().seq;
        let facts = play(&bazaar.till, bazaar.counter(language), seed, events);
        assert!(facts > before, "it did nothing at all, seed {seed}");
    }
}
