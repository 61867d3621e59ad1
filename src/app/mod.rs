//! The screen: what a cashier, a supervisor and an organiser touch.
//!
//! Only this room imports iced. It shows what `services` answer and asks them
//! for what a person wants; it decides nothing about money.
//!
//! - [`shell`]: the application itself, and which screen is shown.
//! - [`intent`]: what a screen asks of the shell, and the places there are.
//! - [`screen`]: what is seen.
//! - [`context`]: what every screen knows.
//! - [`scanner`]: hardware keys, a person's and a barcode scanner's.
//! - [`theme`]: the one design system, colours by role.
//! - [`widget`]: the parts screens are put together from.
//!
//! [`run`] opens the window, where there is a display to open it on.

pub mod context;
pub mod display;
pub mod intent;
pub mod scanner;
pub mod screen;
pub mod shell;
pub mod theme;
pub mod widget;

use iced::{Size, window};
use thiserror::Error as ThisError;

use crate::locale::Language;
use crate::services::printing::{PrinterSetup, Printing};
use crate::services::{Error, Till};
use crate::settings::{DataFolder, Settings, SettingsFault};
use context::{Context, USUAL};

pub use display::has_display;
pub use shell::App;

/// The smallest window in which every screen can be used.
const SMALLEST: Size = Size::new(1024.0, 700.0);

/// How the window is opened.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub language: Language,
    /// Covers the whole screen, as on a till that does nothing else.
    pub full_screen: bool,
    /// Where the till's settings and papers are; without it nothing is printed.
    pub data: Option<DataFolder>,
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

/// Opens the window on `till` and stays until it is closed.
///
/// # Errors
/// [`CannotRun`]: no display, no bazaar set up, settings that can't be read, or a
/// window that can't be opened.
pub fn run(till: Till, options: Options) -> Result<(), CannotRun> {
    if !has_display() {
        return Err(CannotRun::NoDisplay);
    }
    let settings = match &options.data {
        Some(data) => data.load_settings()?,
        None => Settings::default(),
    };
    let printing = match &options.data {
        Some(data) => {
            let setup = PrinterSetup::of(&settings, data)?;
            Some(Printing::start(&till, setup, || {})?)
        }
        None => None,
    };
    let mut display = settings.display;
    display.kiosk |= options.full_screen;
    let context = Context::new(till, options.language)?;
    let mut context = context.with_display(display, options.data);
    context.pins = options.pins;
    let boot = move || App::new(context.clone(), printing.clone());
    iced::application(boot, App::update, App::view)
        .title(App::title)
        .theme(App::theme)
        .subscription(App::subscription)
        .settings(theme::settings())
        .window(window::Settings {
            size: USUAL,
            min_size: Some(SMALLEST),
            fullscreen: display.kiosk,
            ..window::Settings::default()
        })
        .run()?;
    Ok(())
}
