//! Sanduq (صندوق): the till of a charity bazaar.
//!
//! Staff sell on behalf of families; every line sold belongs to one family's
//! product line; each bazaar day closes with the money proved to the smallest
//! coin and every family paid against a statement it can read.
//!
//! # Floor plan
//!
//! Imports go down only, never sideways (`tests/floor_plan.rs` holds us to it):
//!
//! | floor | rooms | what lives there |
//! |---|---|---|
//! | 5 | `main` | chooses command line or screen |
//! | 4 | [`app`] [`cli`] | iced screens; arguments to services |
//! | 3 | [`services`] | set up, import, sign in, sell, refund, order, close, settle, pay |
//! | 2 | [`print`] [`reports`] | paper to dots to ESC/POS, pages to PDF; tables, workbooks and ledgers |
//! | 1 | [`locale`] [`plot`] [`store`] [`settings`] | language and calendar; geometry of plots; SQLite; this till's paths and printer |
//! | 0 | [`domain`] | pure rules: money, tickets, settlement, ledger |
//!
//! - `domain` has no input or output, no clock and no randomness.
//! - Only `services` append to the journal.
//! - Only `app` imports iced; only `print::escpos` and `print::device` know the
//!   escpos crate, only `print::pdf` krilla; only `store` knows rusqlite.
//! - `reports` takes values, not the store.

pub mod domain;

pub mod locale;
pub mod plot;
pub mod settings;
pub mod store;

pub mod print;
pub mod reports;

pub mod services;

pub mod app;
pub mod cli;
