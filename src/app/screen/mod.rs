//! What is seen: a file for every screen, each with its state, its messages and
//! what it asks of the shell.

pub mod approval;
