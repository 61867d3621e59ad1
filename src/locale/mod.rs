//! Languages, texts, numbers and calendars: everything that depends on who reads.
//!
//! What a till decides or stores never depends on this room; `domain` knows
//! amounts, this room knows how to say them.
//!
//! # How to add a text
//!
//! 1. Choose the file: `common` (trade terms, shared words), `paper`, `app`, `desk`
//!    (the screens around selling), `cli` or `notice` (refusals and faults). Keys
//!    of all but the first begin with the file's name: `paper-total`,
//!    `app-sell-search`. Keys of `common` begin with anything else.
//! 2. Add the key to `assets/locale/ar/<file>.ftl` **and**
//!    `assets/locale/en/<file>.ftl`, with the same variables. Variables are
//!    `snake_case`. Counts choose plural forms (`[zero] [one] [two] [few] [many]
//!    *[other]` in Arabic, `[one] *[other]` in English).
//! 3. Say it:
//!
//! ```
//! use sanduq::locale::{Digits, Language, Texts};
//! use sanduq::tr;
//!
//! let texts = Texts::of(Language::English, Digits::Latin);
//! assert_eq!(tr!(texts, "term-family"), "family");
//! let lines = tr!(texts, "count-lines", count = 3);
//! # assert!(lines.ends_with("product lines"));
//! ```
//!
//! A key that is chosen while the program runs (an enum turned to a word) comes
//! from a function that returns [`Key`] and names each text by `key!`:
//!
//! ```
//! use sanduq::key;
//! use sanduq::locale::{Digits, Key, Language, Texts};
//!
//! fn role(supervisor: bool) -> Key {
//!     if supervisor { key!("role-supervisor") } else { key!("role-cashier") }
//! }
//!
//! let texts = Texts::of(Language::English, Digits::Latin);
//! assert_eq!(texts.get(role(true)), "supervisor");
//! ```
//!
//! `key!("some-key", name, count)` declares variables that are then passed to
//! [`Texts::format`].
//!
//! The key is always a literal: `tests/locale_keys.rs` reads it from the source and
//! fails on a key that no file has, on a text that no code says, and on variables
//! that differ. Only the glossary (`term-…`) may hold words that nothing says yet.
//!
//! What is put into a text stands in isolates (see [`bidi`]), so an Arabic name in
//! an English line, or a code in an Arabic one, stays in one piece.

pub mod bidi;
pub mod calendar;
pub mod in_words;
pub mod language;
pub mod naming;
pub mod normalise;
pub mod number;
pub mod reading;
pub mod search;
pub mod texts;

pub use calendar::{HijriDate, Sighting};
pub use language::{Digits, Direction, Language};
pub use naming::{Worded, capital};
pub use reading::Unreadable;
pub use texts::{Arg, Key, Texts};
