//! The command line, by running the real program.

mod answers;
mod dashboard;
mod data;
mod day;
mod demo;
mod desk;
mod door;
mod goods;
mod help;
mod mistakes;
mod pictures;
mod printers;
mod statements;
