//! The language of this run, and clap's own words in it.
//!
//! Arguments are declared before anything is parsed, so the language is looked
//! for first: `--language`, the till's settings, the system's locale.

use std::cell::Cell;
use std::ffi::OsString;
use std::fmt::Write as _;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error as ClapError, ErrorKind};

use crate::locale::{Digits, Key, Language, Texts};
use crate::services::notice::{Notice, NoticeKind};
use crate::settings::DataFolder;
use crate::tr;

thread_local! {
    static TEXTS: Cell<Option<&'static Texts>> = const { Cell::new(None) };
}

/// Chooses the language arguments are declared in, on this thread.
pub(super) fn speak(texts: &'static Texts) {
    TEXTS.set(Some(texts));
}

/// The chosen language; English before one is chosen.
pub(super) fn texts() -> &'static Texts {
    TEXTS
        .get()
        .unwrap_or_else(|| Texts::of(Language::English, Digits::Latin))
}

/// A text for a declaration of arguments. Codes in it need no isolates: they
/// stand on lines of help, not on screens.
pub(super) fn say(key: Key) -> String {
    texts().get(key)
}

/// The value that follows a long option, before anything is parsed.
pub(super) fn peek(arguments: &[OsString], option: &str) -> Option<String> {
    let mut words = arguments.iter().map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if word == option {
            return words.next().map(|value| value.into_owned());
        }
        let value = word
            .strip_prefix(option)
            .and_then(|rest| rest.strip_prefix('='));
        if let Some(value) = value {
            return Some(value.to_owned());
        }
    }
    None
}

/// The language to speak, from what was typed, the till's settings and the
/// system's locale, in this order.
pub(super) fn choose_language(
    typed: Option<&str>,
    folder: Option<&DataFolder>,
    locale: Option<&str>,
) -> Language {
    if let Some(language) = typed.and_then(|code| code.parse().ok()) {
        return language;
    }
    let settings = folder
        .filter(|folder| folder.settings_file().exists())
        .and_then(|folder| folder.load_settings().ok());
    if let Some(language) = settings.and_then(|settings| settings.language.parse().ok()) {
        return language;
    }
    // A terminal that names no Arabic locale seldom joins Arabic letters.
    match locale {
        Some(locale) if locale.to_lowercase().starts_with("ar") => Language::Arabic,
        _ => Language::English,
    }
}

/// Gives every command a help page in the chosen language.
pub(super) fn dress(command: Command) -> Command {
    let texts = texts();
    let mut page = String::from("{about-with-newline}\n");
    let heading = |title: String, body: &str| format!("\n\n{title}\n{body}");
    let _ = write!(page, "{} {{usage}}", tr!(texts, "cli-heading-usage"));
    if command.has_subcommands() {
        page += &heading(tr!(texts, "cli-heading-commands"), "{subcommands}");
    }
    if command.get_positionals().next().is_some() {
        page += &heading(tr!(texts, "cli-heading-arguments"), "{positionals}");
    }
    page += &heading(tr!(texts, "cli-heading-options"), "{options}{after-help}");
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let mut command = command
        .help_template(page)
        .disable_help_subcommand(true)
        .mut_args(|argument| {
            let takes_values = argument.get_action().takes_values();
            argument.hide_possible_values(takes_values)
        });
    for name in names {
        command = command.mut_subcommand(name, dress);
    }
    command
}

/// What is wrong with the arguments, in words.
pub(super) fn misuse(error: &ClapError) -> Notice {
    let texts = texts();
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(all)) => all.join(" "),
        _ => String::new(),
    };
    // `--by <family|…>`: what may stand in the brackets is told in the hint.
    let argument = context(ContextKind::InvalidArg);
    let argument = match argument.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option.to_owned(),
        _ => argument,
    };
    let text = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            tr!(
                texts,
                "cli-no-such-command",
                word = context(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument => tr!(texts, "cli-no-such-argument", word = argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if context(ContextKind::InvalidValue).is_empty() =>
        {
            tr!(texts, "cli-value-missing", argument = argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => tr!(
            texts,
            "cli-value-wrong",
            argument = argument,
            value = context(ContextKind::InvalidValue)
        ),
        ErrorKind::MissingRequiredArgument => {
            tr!(texts, "cli-argument-missing", argument = argument)
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            tr!(texts, "cli-command-missing")
        }
        ErrorKind::ArgumentConflict => tr!(
            texts,
            "cli-arguments-conflict",
            argument = argument,
            other = context(ContextKind::PriorArg)
        ),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            tr!(texts, "cli-values-number", argument = argument)
        }
        // What is left are faults of the declaration and of the terminal.
        _ => error.to_string(),
    };
    let valid = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(all)) if !all.is_empty() => Some(all.join(", ")),
        _ => None,
    };
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .filter_map(|kind| error.get(kind))
    .find_map(|suggested| match suggested {
        ContextValue::String(word) => Some(word.clone()),
        // The likeliest comes last.
        ContextValue::Strings(words) => words.last().cloned(),
        _ => None,
    });
    let hint = match (valid, suggested) {
        (Some(values), _) => tr!(texts, "cli-do-choose-value", values = values),
        (None, Some(word)) => tr!(texts, "cli-do-suggestion", word = word),
        (None, None) => tr!(texts, "cli-do-help"),
    };
    Notice {
        kind: NoticeKind::Usage,
        text,
        hint,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_typed_comes_before_settings_and_locale() {
        let folder = tempfile::tempdir().unwrap();
        let folder = DataFolder::at(folder.path());
        let chosen = |typed, locale| choose_language(typed, Some(&folder), locale);
        assert_eq!(chosen(Some("ar"), Some("en_US.UTF-8")), Language::Arabic);
        assert_eq!(
            chosen(Some("elvish"), Some("ar_AE.UTF-8")),
            Language::Arabic
        );
        assert_eq!(chosen(None, None), Language::English);
        let settings = crate::settings::Settings {
            language: "ar".into(),
            ..Default::default()
        };
        folder.save_settings(&settings).unwrap();
        assert_eq!(chosen(None, Some("en_US.UTF-8")), Language::Arabic);
        assert_eq!(chosen(Some("en"), None), Language::English);
    }

    #[test]
    fn an_option_is_found_before_parsing() {
        let typed = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
        let cases: [(&[&str], Option<&str>); 4] = [
            (&["sanduq", "--language", "ar", "sell"], Some("ar")),
            (&["sanduq", "sell", "--language=en"], Some("en")),
            (&["sanduq", "--languages", "ar"], None),
            (&["sanduq", "--language"], None),
        ];
        for (words, expected) in cases {
            assert_eq!(
                peek(&typed(words), "--language").as_deref(),
                expected,
                "{words:?}"
            );
        }
    }
}
