//! The screen, driven as a person would, without a window.

mod driver;
mod gallery;
mod widgets;
