//! The screens, one a file: each holds its state, its messages and what it asks
//! of the shell, and knows no other screen.

pub mod approval;
pub mod face;
pub mod sign_in;
