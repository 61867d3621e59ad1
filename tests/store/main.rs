//! The store from outside: what it remembers, what it refuses, and that
//! nothing acknowledged is ever lost.

#[path = "../support/killed.rs"]
mod killed;

mod backup;
mod days;
mod elsewhere;
mod kill;
mod opening;
mod questions;
mod released;
mod replay;
mod sample;
mod tamper;
