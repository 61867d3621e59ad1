//! The parts screens are put together from.
mod bidi_input;
mod button;
mod dir;
mod icon;
pub mod keyboard;
pub mod keypad;
mod label;
mod panel;
pub mod scroll;
mod tile;
pub use bidi_input::{Input, input};
pub use button::{Button, Tab, button, chip, icon_button, named, pressable, tabs};
pub use dir::Dir;
pub use icon::{Icon, Symbol, icon};
pub use label::{Label, label};
pub use panel::{
    Dialog, Toast, badge, bar, card, dialog, divider, empty, form_field, notice, pin_dots,
    progress, reckoning, stripe, toasts, well,
};
pub use tile::{Tile, choice, stepper, tile};
