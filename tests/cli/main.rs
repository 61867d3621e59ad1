//! The command line, by running the real program.

mod across;
mod answers;
mod dashboard;
mod data;
mod day;
mod demo;
mod desk;
mod door;
mod editions;
mod goods;
mod help;
mod mistakes;
mod pictures;
mod previews;
mod printers;
mod shop_dates;
mod shop_files;
mod statements;
