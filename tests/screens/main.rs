//! The screen, driven as a person would, without a window.

mod bazaar;
mod counter;
mod desk_day;
mod desk_mistakes;
mod driver;
mod gallery;
mod goldens;
mod keyboard;
mod looks;
mod paying;
mod selling;
mod walks;
mod widgets;
