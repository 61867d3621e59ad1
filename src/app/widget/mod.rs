//! The parts screens are put together from. Every part takes its look from
//! `app::theme` and its sides from [`Dir`]; none knows what is sold.
//!
//! Text and sides
//! - [`Dir`]: `dir.row([..])`, `dir.between(start, end)`, `dir.column([..])`,
//!   `dir.grid(children, columns)`, `dir.at_start(x)`, `dir.at_end(x)`,
//!   `dir.padding(vertical, start, end)`. No screen says left or right.
//! - [`label`], best as `dir.label(text).size(..).medium().bold().fill().centre()`
//!   `.at_end().lines(2).whole().ink(..).muted().id(..)`. Money is `.whole()`.
//! - [`icon`]: `icon(Icon::Cash).size(..).ink(..)`; [`Icon::back`], [`Icon::onward`].
//!
//! To press
//! - [`button`]: `button(dir, text).primary().icon(..).large().fill().on_press(m).id("pay")`.
//! - [`icon_button`], [`pressable`] (a row or card), [`chip`], [`tabs`], [`choice`];
//!   all of them are a [`Tap`], which the keyboard reaches within a [`focus_scope`].
//! - [`tile`] on a [`shelf`], [`stepper`], [`keypad::keypad`] with its
//!   [`keypad::Entry`], [`keyboard::Keyboard`]; [`hold`] for a press that stays.
//!
//! To write in
//! - [`input`]: `input(dir, "name", placeholder, value, Message::Name).icon(..)`,
//!   under its caption in a [`form_field`]; [`pad::pad`] to sign on.
//!
//! To stand on
//! - [`bar`], [`card`], [`well`], [`divider`], [`stripe`], [`reckoning`],
//!   [`scroll::vertical`], [`scroll::horizontal`]; [`fresh`] begins at the top again.
//!
//! To make parts of
//! - [`around::Around`]: a widget around another, which says only what it does besides.
//!
//! To tell
//! - [`badge`], [`notice`], [`empty`], [`progress`], [`pin_dots`], and over
//!   everything [`dialog`] and [`toasts`]; [`shield`] lets no press through, [`cover`] no key.
//! - [`photo`], with what stands there where it is not; [`welcome_picture`], for a screen that waits; [`repaint`] for one nobody touches.

mod around;
mod bidi_input;
mod button;
mod dir;
mod floating;
mod focus;
mod fresh;
mod hold;
mod icon;
pub mod keyboard;
pub mod keypad;
mod label;
pub mod pad;
mod panel;
mod photo;
mod picture;
mod plot;
mod repaint;
pub mod scroll;
mod shaped;
mod shelf;
mod shield;
mod stops;
mod tap;
mod tile;
mod unmirrored;

pub use bidi_input::{Input, input};
pub use button::{Button, Tab, button, chip, icon_button, named, pressable, tabs};
pub use dir::Dir;
pub use focus::focus_scope;
pub use fresh::fresh;
pub use hold::hold;
pub use icon::{Icon, Symbol, icon};
pub use label::{Label, label};
pub use panel::{
    Dialog, Lane, Toast, badge, bar, card, dialog, divider, empty, form_field, notice, pin_dots,
    progress, reckoning, stripe, toasts, well,
};
pub use photo::photo;
pub use picture::welcome_picture;
pub use plot::plot;
pub use repaint::repaint;
pub use shelf::shelf;
pub use shield::{cover, shield};
pub use stops::{Reading, Stop};
pub use tap::Tap;
pub use tile::{PHOTO_TILE_HEIGHT, TILE_HEIGHT, Tile, TilePhoto, choice, stepper, tile};
