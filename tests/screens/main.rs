//! The screen, driven as a person would, without a window.

mod bazaar;
mod counter;
mod customer;
mod desk_day;
mod desk_mistakes;
mod door;
mod driver;
mod gallery;
mod orders;
mod organiser;
mod paying;
mod selling;
mod training;
mod widgets;
