//! The screen, driven as a person would, without a window.

mod after;
mod badges;
mod bazaar;
mod counter;
mod desk_day;
mod desk_mistakes;
mod driver;
mod extras;
mod gallery;
mod interruption;
mod paying;
mod selling;
mod shelf;
mod widgets;
