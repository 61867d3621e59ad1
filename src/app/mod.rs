//! The screen: what a cashier, a supervisor and an organiser touch.
//!
//! Only this room imports iced. It shows what `services` answer and asks them
//! for what a person wants; it decides nothing about money.
//!
//! - [`shell`]: the application itself, and which screen is shown.
//! - [`intent`]: what a screen asks of the shell, and the places there are.
//! - [`screen`]: what is seen.
//! - [`context`]: what every screen knows.
//! - [`photos`]: photographs of staff and goods, read beside everything else.
//! - [`scanner`]: hardware keys, a person's and a barcode scanner's.
//! - [`theme`]: the one design system, colours by role.
//! - [`widget`]: the parts screens are put together from.
//! - [`windows`]: the window worked in, and the one that faces the customer.
//!
//! [`run`] opens the window, where there is a display to open it on.

pub mod context;
pub mod display;
pub mod intent;
pub mod photos;
pub mod scanner;
pub mod screen;
pub mod shell;
pub mod theme;
pub mod widget;
pub mod windows;

use iced::Task;
use thiserror::Error as ThisError;

use crate::locale::Language;
use crate::services::printing::{PrinterSetup, Printing};
use crate::services::{Error, Till};
use crate::settings::{DataFolder, Settings, SettingsFault};
use context::Context;
use intent::Place;

pub use display::has_display;
pub use shell::App;
use shell::training::Ground;
use windows::Windows;

/// How the window is opened.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub language: Language,
    /// Covers the whole screen, as on a till that does nothing else.
    pub full_screen: bool,
    /// Where the till's settings and papers are; without it nothing is printed.
    pub data: Option<DataFolder>,
    /// Whether a window faces the customer, whatever the settings say.
    pub customer_display: Option<bool>,
    /// Begins in training.
    pub training: bool,
    /// Staff codes and PINs to show when somebody signs in: a demonstration's.
    pub pins: &'static [(&'static str, &'static str)],
}

/// Why no window was opened, or why it closed.
#[derive(Debug, ThisError)]
pub enum CannotRun {
    #[error("there is no display to open a window on")]
    NoDisplay,
    #[error(transparent)]
    Till(#[from] Error),
    #[error(transparent)]
    Settings(#[from] SettingsFault),
    #[error("the window could not be opened")]
    Window(#[from] iced::Error),
}

/// Opens the window on `till`, and the customer's where one is asked for, and
/// stays until the first is closed.
///
/// # Errors
/// [`CannotRun`]: no display, no bazaar set up, settings that can't be read, or a
/// window that can't be opened.
pub fn run(till: Till, options: Options) -> Result<(), CannotRun> {
    if !has_display() {
        return Err(CannotRun::NoDisplay);
    }
    let mut settings = Settings::default();
    let mut printing = None;
    let mut ground = None;
    if let Some(data) = &options.data {
        settings = data.load_settings()?;
        let setup = PrinterSetup::of(&settings, data)?;
        ground = Some(Ground::beside(data, Some(setup.clone())));
        printing = Some(Printing::start(&till, setup, || {})?);
    }
    let mut look = settings.display;
    if options.full_screen && !look.kiosk {
        look.kiosk = true;
        // A till told so once covers the screen at its next start too.
        if let Some(data) = &options.data {
            data.change_settings(|settings| settings.display.kiosk = true)?;
        }
    }
    let context = Context::new(till, options.language)?;
    let mut context = context.with_display(look, options.data);
    context.customer_window = options
        .customer_display
        .unwrap_or(settings.customer_display.on);
    context.pins = options.pins;
    let main = windows::main_window(look.kiosk);
    let display = windows::customer_window(&settings.customer_display);
    let training = options.training;
    let boot = move || {
        let (mut app, mut first) = App::new(context.clone(), printing.clone());
        if let Some(ground) = ground.clone() {
            app = app.with_training(ground);
        }
        if training {
            first = first.chain(Task::done(shell::Message::Go(Place::Training)));
        }
        Windows::open((app, first), main.clone(), display.clone())
    };
    iced::daemon(boot, Windows::update, Windows::view)
        .title(Windows::title)
        .theme(Windows::theme)
        .subscription(Windows::subscription)
        .settings(theme::settings())
        .run()?;
    Ok(())
}
