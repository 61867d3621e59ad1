//! The screen, driven as a person would, without a window.

mod after;
mod bazaar;
mod counter;
mod desk_day;
mod desk_mistakes;
mod driver;
mod extras;
mod gallery;
mod goldens;
mod interruption;
mod keyboard;
mod looks;
mod monkey;
mod paying;
mod selling;
mod shelf;
mod walks;
mod widgets;
