//! Chooses between the command line and the screen.

use std::process::ExitCode;

use sanduq::cli::{self, Next};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::End(code) => code,
        Next::OpenApp(_) => ExitCode::SUCCESS,
    }
}
