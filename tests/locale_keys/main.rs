//! Holds the texts in `assets/locale` and the code that says them to each other.
//!
//! Reads every `tr!(texts, "key", name = …)` and `key!("key", name, …)` of `src`
//! and every message of the Fluent files. What a text says is nobody's business
//! here; whether it exists, is said, and takes what it is given, is.

mod messages;
mod spoken;

use std::collections::BTreeSet;
use std::path::PathBuf;

use messages::{Messages, read_language};
use spoken::{Spoken, spoken_in, spoken_in_source};

/// Glossary words exist whether or not a screen says them today.
const GLOSSARY: &str = "term-";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn fail_with(problems: Vec<String>) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn arabic_and_english_say_the_same_things_file_by_file() {
    let arabic = read_language(&root(), "ar");
    let english = read_language(&root(), "en");
    let mut problems = Vec::new();
    for (file, arabic_messages) in &arabic {
        let english_messages = &english[file];
        for key in arabic_messages.keys() {
            if !english_messages.contains_key(key) {
                problems.push(format!("en/{file}.ftl has no {key}"));
            }
        }
        for (key, english_message) in english_messages {
            match arabic_messages.get(key) {
                None => problems.push(format!("ar/{file}.ftl has no {key}")),
                Some(arabic_message) if arabic_message.variables != english_message.variables => {
                    problems.push(format!(
                        "{file}.ftl: {key} takes {:?} in Arabic and {:?} in English",
                        arabic_message.variables, english_message.variables
                    ));
                }
                Some(_) => {}
            }
        }
    }
    fail_with(problems);
}

#[test]
fn a_key_stands_once_and_in_the_file_its_name_says() {
    let mut problems = Vec::new();
    for language in ["ar", "en"] {
        let mut seen = BTreeSet::new();
        for (file, messages) in read_language(&root(), language) {
            for key in messages.keys() {
                if !seen.insert(key.clone()) {
                    problems.push(format!("{language}: {key} stands in two files"));
                }
                let home = [
                    "paper", "app", "desk", "cli", "notice", "sheet", "figures", "many",
                ]
                .into_iter()
                .find(|name| key.starts_with(&format!("{name}-")))
                .unwrap_or("common");
                if home != file {
                    problems.push(format!(
                        "{language}/{file}.ftl: {key} belongs in {home}.ftl"
                    ));
                }
            }
        }
    }
    fail_with(problems);
}

#[test]
fn arabic_plurals_have_all_their_forms() {
    let mut problems = Vec::new();
    for (file, messages) in read_language(&root(), "ar") {
        for (key, message) in messages {
            let forms = ["one", "two", "few", "many"];
            let given = forms.map(|form| message.text.contains(&format!("[{form}]")));
            if given.contains(&true) && given.contains(&false) {
                problems.push(format!("ar/{file}.ftl: {key} lacks one of {forms:?}"));
            }
        }
    }
    fail_with(problems);
}

#[test]
fn every_text_said_exists_and_takes_what_it_is_given() {
    let messages = all_messages();
    let problems = spoken_in_source(&root().join("src"))
        .into_iter()
        .filter_map(|spoken| problem_with(&spoken, &messages))
        .collect();
    fail_with(problems);
}

#[test]
fn every_text_is_said_somewhere() {
    let said: BTreeSet<String> = spoken_in_source(&root().join("src"))
        .into_iter()
        .map(|spoken| spoken.key)
        .collect();
    let problems = all_messages()
        .into_keys()
        .filter(|key| !key.starts_with(GLOSSARY) && !said.contains(key))
        .map(|key| format!("no code says {key}"))
        .collect();
    fail_with(problems);
}

#[test]
fn the_reader_of_sources_sees_what_the_compiler_sees() {
    let source = r##"
        // tr!(texts, "in-a-comment")
        /* key!("in a /* nested */ comment") */
        let plain = tr!(texts, "plain");
        let quoted = "tr!(texts, \"in-a-string\")";
        let raw = r#"key!("in-a-raw-string")"#;
        let letter = '"'; let line: &'static str = tr!(self.texts(a, b), "after-a-letter",);
        let full = sanduq::tr!(
            texts, "full", count = lines.len(), name = tr!(texts, "inner", deep = 1), total = f(x = 3),
        );
        fn key(self) -> Key { key!("declared", name, count) }
        let not_a_macro = attr!("x"); let unequal = key != ("x");
    "##;
    let found: Vec<(String, Vec<String>)> = spoken_in("here.rs", source)
        .into_iter()
        .map(|spoken| (spoken.key, spoken.variables.into_iter().collect()))
        .collect();
    let expected = [
        ("plain", vec![]),
        ("after-a-letter", vec![]),
        ("full", vec!["count", "name", "total"]),
        ("inner", vec!["deep"]),
        ("declared", vec!["count", "name"]),
    ];
    assert_eq!(
        found,
        expected.map(|(key, variables): (&str, Vec<&str>)| {
            (
                key.to_owned(),
                variables.into_iter().map(str::to_owned).collect(),
            )
        })
    );
}

fn all_messages() -> Messages {
    read_language(&root(), "ar")
        .into_values()
        .flatten()
        .collect()
}

fn problem_with(spoken: &Spoken, messages: &Messages) -> Option<String> {
    let Some(message) = messages.get(&spoken.key) else {
        return Some(format!("{}: no text for {:?}", spoken.place, spoken.key));
    };
    (message.variables != spoken.variables).then(|| {
        format!(
            "{}: {} takes {:?} and is given {:?}",
            spoken.place, spoken.key, message.variables, spoken.variables
        )
    })
}
