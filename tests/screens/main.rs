//! The screen, driven as a person would, without a window.

mod bazaar;
mod driver;
mod gallery;
mod selling;
mod widgets;
