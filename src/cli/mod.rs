//! The command line: arguments to services, answers to words, tables and JSON.
//!
//! Nothing is decided about money here. What a command prints goes to the
//! standard output, what went wrong to the standard error with an exit code:
//! 0 done, 1 refused with the reason, 2 usage, 3 fault.

mod arguments;
mod command;
mod desk;
mod failure;
mod output;
mod words;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::domain::money::Currency;
use crate::locale::{Digits, Language, Texts};
use crate::services::Till;
use crate::services::notice::Notice;
use crate::settings::DataFolder;
use crate::tr;

use arguments::Arguments;
use desk::Desk;
use failure::{Failure, exit_code};

/// What is left to do after the command line had its turn.
pub enum Next {
    End(ExitCode),
    OpenApp(Opening),
}

/// What the window is to be opened on.
pub struct Opening {
    pub till: Till,
    /// Where its settings and papers are.
    pub data: DataFolder,
    pub language: Language,
    /// Covers the whole screen, whatever the settings say.
    pub full_screen: bool,
    /// Whether a window faces the customer, where that was typed.
    pub customer_display: Option<bool>,
    /// Whether it begins in training.
    pub training: bool,
    /// Staff codes and PINs to show when somebody signs in; none but those of a
    /// demonstration.
    pub pins: &'static [(&'static str, &'static str)],
}

/// Does what the arguments say. Whether there is a display decides what a
/// demonstration does.
pub fn run(arguments: impl IntoIterator<Item = OsString>, has_display: bool) -> Next {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let texts = choose_texts(&arguments);
    words::speak(texts);
    let command = words::dress(Arguments::command());
    let parsed = command
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return Next::End(explain(&error, texts)),
    };
    let desk = Desk::new(arguments.common, texts, has_display);
    let done = match arguments.command {
        Some(command) => command::run(&desk, command),
        None => desk.opening().map(Some),
    };
    match done {
        Ok(None) => Next::End(ExitCode::SUCCESS),
        Ok(Some(opening)) => Next::OpenApp(opening),
        Err(failure) if failure.is_broken_pipe() => Next::End(ExitCode::SUCCESS),
        Err(failure) => Next::End(end(&failure, texts, desk.currency())),
    }
}

/// Says why the window did not open or stay open.
pub fn no_window(why: &dyn std::error::Error, language: Language) -> ExitCode {
    let texts = Texts::of(language, Digits::Latin);
    end(&Failure::Window(failure::told(why)), texts, None)
}

fn end(failure: &Failure, texts: &'static Texts, currency: Option<Currency>) -> ExitCode {
    let notice = failure.notice(texts, currency);
    tell(&notice, texts);
    exit_code(notice.kind)
}

fn choose_texts(arguments: &[OsString]) -> &'static Texts {
    let folder = words::peek(arguments, "--data")
        .or_else(|| desk::environment("SANDUQ_DATA"))
        .map(DataFolder::at)
        .or_else(DataFolder::of_platform);
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(desk::environment);
    let typed = words::peek(arguments, "--language");
    let language = words::choose_language(typed.as_deref(), folder.as_ref(), locale.as_deref());
    Texts::of(language, Digits::Latin)
}

/// Shows help and version where they were asked for, or says what is wrong.
fn explain(error: &clap::Error, texts: &'static Texts) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Whoever closed the pipe has read enough.
            let _ = match std::io::stdout().is_terminal() {
                true => error.print(),
                false => write!(std::io::stdout(), "{}", output::plain(&error.to_string())),
            };
            ExitCode::SUCCESS
        }
        _ => {
            let notice = words::misuse(error);
            tell(&notice, texts);
            exit_code(notice.kind)
        }
    }
}

fn tell(notice: &Notice, texts: &'static Texts) {
    let line = tr!(texts, "cli-notice", text = &notice.text);
    let said = format!("{line}\n{}", notice.hint);
    if std::io::stderr().is_terminal() {
        eprintln!("{}", output::for_terminal(texts.direction(), &said));
    } else {
        eprintln!("{}", output::plain(&said));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declaration_of_arguments_holds_in_both_languages() {
        for language in Language::ALL {
            words::speak(Texts::of(language, Digits::Latin));
            words::dress(Arguments::command()).debug_assert();
        }
    }
}
