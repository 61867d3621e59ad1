//! A monkey at the till: it taps, swipes, types and scans at random, signs in now
//! and then, and changes the language and the size of the window. Nothing it does
//! may stop the program, the books must prove right afterwards, and no ticket may be
//! lost: sold, put aside, ordered, given up or still in somebody's hand. One monkey
//! is at the counter; another has the run of the organiser's rooms.
//!
//! `MONKEY_EVENTS` says how much it does in each language, `MONKEY_SEED` repeats
//! what it did: the seed is printed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::time::Duration;

use iced::keyboard::key::Named;
use iced::{Event, Point, mouse};
use sanduq::app::shell::{App, Message};
use sanduq::app::widget::Dir;
use sanduq::domain::fact::Fact;
use sanduq::domain::id::TicketId;
use sanduq::locale::Language;
use sanduq::services::Till;
use sanduq::store::StoreError;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, fils, type_on_pad};
use crate::counter::type_keys;
use crate::driver::Driver;
use crate::imports;
use crate::signing::owed;

/// Enough to come to most places; a long run is asked for.
const EVENTS: u32 = 1500;
/// How often what it sees is drawn.
const DRAWN_EVERY: u32 = 100;
/// How often it is shown to another room.
const ROOM_EVERY: u32 = 40;

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

/// What leads on in the organiser's rooms.
const DESK_WAYS: [&str; 50] = [
    "key-5",
    "key-2",
    "family-F03",
    "family-F05",
    "pay",
    "means-cheque",
    "means-transfer",
    "reference",
    "keyboard-done",
    "sign-here",
    "sign-clear",
    "sign-done",
    "sign-thumb",
    "confirm",
    "confirm",
    "done",
    "history",
    "take-back-T1-000001",
    "reason-0",
    "reason-1",
    "adjust",
    "lend",
    "settle-family",
    "reverse",
    "all-statements",
    "add-family",
    "edit",
    "name-ar",
    "phone",
    "iban",
    "tab-0",
    "tab-1",
    "tab-2",
    "tab-3",
    "save",
    "open-proof",
    "day-1",
    "mode-against",
    "mode-bazaar",
    "came_in-card",
    "more-facts",
    "file-0",
    "file-1",
    "refresh",
    "take-in",
    "take-in",
    "goods-COFFEE",
    "good-3",
    "count-unsold",
    "back",
];

/// The organiser's rooms, and what stands in each of them and nowhere before.
const ROOMS: [(&str, &str); 5] = [
    ("go-payouts", "show-owed"),
    ("go-register", "add-family"),
    ("go-dashboard", "open-proof"),
    ("go-import", "refresh"),
    ("go-goods", "search-families"),
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
    ways: &'static [&'static str],
    /// Whether it is led to the organiser's rooms now and then.
    at_the_desk: bool,
    seen: BTreeSet<&'static str>,
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
            0..25 if self.at_the_desk => self.touches_a_control(),
            25..28 if self.at_the_desk => self.scribbles(),
            0..40 => {
                let place = self.somewhere();
                self.app.swipe(place, place, 1);
            }
            40..50 => {
                let place = self.somewhere();
                self.app.click_at(place);
            }
            50..74 => {
                let way = self.random.of(self.ways);
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

    /// Touches something that can be pressed or written in.
    fn touches_a_control(&mut self) {
        let stops = self.app.stops(Dir::Ltr);
        if stops.is_empty() {
            return;
        }
        let place = stops[self.random.below(stops.len())].place.center();
        self.app.swipe(place, place, 1);
    }

    /// Goes to a room of the organiser's, unless something is in the way.
    fn goes_to_a_room(&mut self, (way, sign): (&'static str, &'static str)) {
        if self.app.find(way).is_none() && self.app.find("desk").is_some() {
            self.app.touch("desk");
        }
        if self.app.find(way).is_none() && self.app.find("sign-out").is_some() {
            self.app.touch("sign-out");
        }
        self.signs_in_as(("person-huda", HUDA));
        if self.app.find("desk").is_some() {
            self.app.touch("desk");
        }
        if self.app.find(way).is_some() {
            self.app.touch(way);
        }
        if self.app.find(sign).is_some() {
            self.seen.insert(way);
        }
    }

    /// Signs with a finger where there is a pad.
    fn scribbles(&mut self) {
        if let Some(pad) = self.app.find("pad") {
            let corner = Point::new(pad.x + pad.width, pad.y + pad.height);
            self.app.drag(pad.position(), corner);
        }
    }

    fn signs_in(&mut self) {
        let person = self.random.of(&PEOPLE);
        self.signs_in_as(person);
    }

    fn signs_in_as(&mut self, (person, pin): (&'static str, &str)) {
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
fn play(till: &Till, monkey: &mut Monkey, seed: u64, events: u32) -> u64 {
    println!("MONKEY_SEED={seed} MONKEY_EVENTS={events}");
    let mut begun = Begun::default();
    for event in 0..events {
        if monkey.at_the_desk && event % ROOM_EVERY == 0 {
            let room = ROOMS[(event / ROOM_EVERY) as usize % ROOMS.len()];
            monkey.goes_to_a_room(room);
        }
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
    println!("{:?}", kinds(till));
    verdict.entries
}

/// How many records there are of each kind.
fn kinds(till: &Till) -> BTreeMap<&'static str, u32> {
    let mut kinds = BTreeMap::new();
    let read = till.store().read(|books| {
        books.entries(1, &mut |entry| {
            *kinds.entry(entry.fact.kind()).or_default() += 1;
            ControlFlow::Continue(())
        })?;
        Ok::<_, StoreError>(kinds)
    });
    read.unwrap()
}

fn number_of(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// The seeds and events of the two languages.
fn runs() -> [(Language, u64, u32); 2] {
    [(Language::Arabic, 1), (Language::English, 2)].map(|(language, chance)| {
        let seed = number_of("MONKEY_SEED").unwrap_or_else(|| {
            let now = std::time::SystemTime::UNIX_EPOCH.elapsed();
            now.expect("clocks are past 1970").as_nanos() as u64 * chance
        });
        let events = number_of("MONKEY_EVENTS").map_or(EVENTS, |events| events as u32);
        (language, seed, events)
    })
}

#[test]
fn a_monkey_breaks_nothing() {
    for (language, seed, events) in runs() {
        let bazaar = Bazaar::open();
        let before = bazaar.till.head().unwrap().seq;
        let mut monkey = Monkey {
            random: Random(seed),
            app: bazaar.counter(language),
            size: SIZES[0],
            ways: &WAYS,
            at_the_desk: false,
            seen: BTreeSet::new(),
        };
        let facts = play(&bazaar.till, &mut monkey, seed, events);
        assert!(facts > before, "it did nothing at all, seed {seed}");
    }
}

#[test]
fn a_monkey_in_the_organisers_rooms_breaks_nothing() {
    for (language, seed, events) in runs() {
        // Files to take in, and a day that is settled and not yet paid.
        let desk = imports::Desk::new();
        let bazaar = &desk.bazaar;
        bazaar.till.open_day(&bazaar.badr, None, false).unwrap();
        bazaar.till.open_shift(&bazaar.amal, fils(20_000)).unwrap();
        owed(bazaar);
        let before = bazaar.till.head().unwrap().seq;
        let mut monkey = Monkey {
            random: Random(seed),
            app: desk.begin(language),
            size: SIZES[0],
            ways: &DESK_WAYS,
            at_the_desk: true,
            seen: BTreeSet::new(),
        };
        let facts = play(&bazaar.till, &mut monkey, seed, events);
        assert!(facts > before, "it did nothing at all, seed {seed}");
        let seen = &monkey.seen;
        assert_eq!(seen.len(), ROOMS.len(), "it saw only {seen:?}, seed {seed}");
    }
}
