//! The screens, one a file: each holds its state, its messages and what it asks
//! of the shell, and knows no other screen.

pub mod appearance;
pub mod approval;
pub mod cash;
pub mod close_day;
pub mod close_shift;
pub mod counting;
pub mod customer;
pub mod dashboard;
pub mod door;
pub mod edition;
pub mod face;
pub mod families;
pub mod found;
pub mod frame;
pub mod goods;
pub mod home;
pub mod import;
pub mod open_day;
pub mod open_shift;
pub mod orders;
pub mod pay;
pub mod payouts;
pub mod printer_setup;
pub mod refund;
pub mod register;
pub mod safe;
pub mod sell;
pub mod sign_in;
pub mod staff;
pub mod writing;
