//! The screen, driven as a person would, without a window.

mod after;
mod badges;
mod bazaar;
mod counter;
mod customer;
mod desk_day;
mod desk_looks;
mod desk_mistakes;
mod door;
mod driver;
mod extras;
mod gallery;
mod goldens;
mod interruption;
mod keyboard;
mod looks;
mod monkey;
mod orders;
mod organiser;
mod paying;
mod printers;
mod selling;
mod shelf;
mod training;
mod walks;
mod widgets;
