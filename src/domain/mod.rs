//! Pure rules of the bazaar: money, tickets, sales, refunds, orders, shifts,
//! days, settlements and the ledger they post to.
//!
//! # Architecture invariant
//!
//! Nothing here reads a clock, draws a random number or touches a file: time,
//! ids and numbers are passed in, so the same input gives the same fact on any
//! till and in any year. Refusals are enums, checked in order before a fact is
//! made; a fact that exists is already lawful.

pub mod bazaar;
pub mod carrying;
pub mod catalogue;
pub mod check_digit;
pub mod day;
pub mod delivery;
pub mod door;
pub mod fact;
pub mod family;
pub mod figures;
pub mod id;
pub mod ledger;
pub mod many;
pub mod money;
pub mod order;
pub mod payout;
pub mod proof;
pub mod refund;
pub mod rounding;
pub mod sale;
pub mod settlement;
pub mod shift;
pub mod shop;
pub mod signature;
pub mod staff;
pub mod statement;
pub mod stock;
pub mod tally;
pub mod tax;
pub mod ticket;
