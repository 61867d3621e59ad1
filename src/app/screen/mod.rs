//! What is seen: a file for every screen, each with its state, its messages and
//! what it asks of the shell.

pub mod approval;
pub mod counting;
pub mod frame;
pub mod open_day;
pub mod open_shift;
pub mod writing;
