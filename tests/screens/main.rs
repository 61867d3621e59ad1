//! The screen, driven as a person would, without a window.

#[expect(dead_code, reason = "the stories of the services need all of it")]
#[path = "../support/kinds.rs"]
mod kinds;

mod after;
mod badges;
mod bazaar;
mod counter;
mod customer;
mod dashboard;
mod desk_day;
mod desk_looks;
mod desk_mistakes;
mod door;
mod driver;
mod editions;
mod extras;
mod families;
mod family_history;
mod five_kinds;
mod gallery;
mod goldens;
mod imports;
mod interruption;
mod keyboard;
mod leaving;
mod looks;
mod many;
mod many_waiting;
mod monkey;
mod next_edition;
mod orders;
mod organiser;
mod paying;
mod photos;
mod printed;
mod printer_setup;
mod printers;
mod register;
mod said;
mod selling;
mod shelf;
mod shop;
mod shop_dates;
mod shop_files;
mod signing;
mod statement_files;
mod stock;
mod taps;
mod training;
mod walks;
mod widgets;
