//! The store from outside: what it remembers, what it refuses, and that
//! nothing acknowledged is ever lost.

mod days;
mod replay;
mod sample;
