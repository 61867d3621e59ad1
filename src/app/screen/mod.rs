//! What is seen: a file for every screen, each with its state, its messages and
//! what it asks of the shell.

pub mod approval;
pub mod cash;
pub mod close_day;
pub mod close_shift;
pub mod counting;
pub mod frame;
pub mod home;
pub mod open_day;
pub mod open_shift;
pub mod orders;
pub mod payouts;
pub mod refund;
pub mod writing;
