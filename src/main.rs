//! Chooses between the command line and the screen.

use std::process::ExitCode;

use sanduq::app::{self, Options};
use sanduq::cli::{self, Next};

fn main() -> ExitCode {
    let opening = match cli::run(std::env::args_os(), app::has_display()) {
        Next::End(code) => return code,
        Next::OpenApp(opening) => opening,
    };
    let options = Options {
        language: opening.language,
        full_screen: opening.full_screen,
        data: Some(opening.data),
        customer_display: opening.customer_display,
        training: opening.training,
        pins: opening.pins,
    };
    match app::run(opening.till, options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => cli::no_window(&error, opening.language),
    }
}
