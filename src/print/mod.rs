//! Papers: from words to dots to a printer.
//!
//! ```text
//! Document ──layout──▶ Frame ──raster──▶ Bitmap ──escpos──▶ Commands ──device──▶ paper
//!                          └──pdf──▶ pages with letters that can be searched
//! ```
//!
//! Printer code pages do not shape Arabic, so every paper is set and drawn here
//! and sent as dots.
//!
//! # Writing a paper
//!
//! ```
//! use sanduq::print::{Column, Direction, Document, Gap, Row, Rule, Table, Text, Typesetter};
//! use sanduq::print::profile::Catalogue;
//!
//! let mut paper = Document::new(Direction::RightToLeft);
//! paper.title("بازار إنتاج");
//! paper.text(Text::new("Bazaar Intaj").centre().direction(Direction::LeftToRight));
//! paper.field("الكاشير", "فاطمة الزهراء");
//! let mut lines = Table::new([Column::words("الصنف"), Column::figures("كمية"), Column::figures("المبلغ")]);
//! lines.push(Row::new(["قهوة عربية", "3", "24.00"]).note("Arabic coffee"));
//! paper.table(lines).rule(Rule::Thin);
//! paper.pair("المجموع", "24.00").total("المطلوب", "24.00");
//! paper.space(Gap::Medium).qr("01-0042").expect("short enough");
//!
//! let catalogue = Catalogue::shipped();
//! let mut typesetter = Typesetter::for_profile(catalogue.get("generic-80").expect("shipped"));
//! let sheets = typesetter.draw(&paper);
//! assert_eq!(sheets[0].width(), 576);
//! let png = sheets[0].to_png();
//! # assert!(!png.is_empty());
//! ```
//!
//! - Strings come localised, with their digits chosen; amounts, phones and codes
//!   inside sentences are wrapped in isolates (U+2066–U+2069) by the caller.
//! - `pair` and `total` are label and figure: figures never wrap, and those of
//!   consecutive pairs share a column. `field` is label and words: both wrap.
//! - Columns follow the reading direction; figures are right-aligned on the
//!   paper in both directions.
//! - `cut` ends a sheet; [`Typesetter::draw`] gives one bitmap per sheet, exactly
//!   as wide as the printer's paper.
//! - Keep one [`Typesetter`] per printer: it keeps drawn words.
//!
//! # Getting it printed
//!
//! A [`device::Job`] is sheets or an opened drawer, with an id. A
//! [`queue::Worker`] takes jobs from a [`queue::JobStore`] and hands each to a
//! [`device::Device`] once: a [`device::LinePrinter`] over whatever way leads to
//! it, or [`device::PictureFolder`] for a till without a printer. What is known after
//! the attempt becomes the job's [`queue::JobState`]; what may have printed is
//! never sent again by itself. At the start of the program the store puts every
//! open job through [`queue::JobState::after_restart`] first.

pub mod bitmap;
pub mod device;
pub mod dither;
pub mod document;
pub mod escpos;
pub mod fake;
pub mod layout;
pub mod papers;
pub mod pdf;
pub mod profile;
pub mod queue;
pub mod raster;
pub mod stored;

pub use bitmap::Bitmap;
pub use document::{
    Align, Block, Cell, Column, Direction, Document, Gap, Row, Rule, Size, Table, Text, Weight,
};
pub use layout::Typesetter;
