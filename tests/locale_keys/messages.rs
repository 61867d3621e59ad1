//! Reads the Fluent files: which keys there are and which variables each takes.
//!
//! Whether a file is lawful Fluent is decided by the library itself.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;

/// Key to message.
pub type Messages = BTreeMap<String, Message>;

pub struct Message {
    pub text: String,
    pub variables: BTreeSet<String>,
}

/// The messages of every file of a language, by file name without its ending.
pub fn read_language(root: &Path, language: &str) -> BTreeMap<String, Messages> {
    let folder = root.join("assets/locale").join(language);
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(&folder).expect("the folder of a language") {
        let path = entry.expect("a file of a language").path();
        let name = path
            .file_stem()
            .expect("a file has a name")
            .to_string_lossy()
            .into_owned();
        let source = fs::read_to_string(&path).expect("a text file");
        if let Err((_, errors)) = FluentResource::try_new(source.clone()) {
            panic!("{} is not lawful Fluent: {errors:?}", path.display());
        }
        files.insert(name, messages_of(&source, &path));
    }
    assert_eq!(files.len(), 9, "{} holds nine files", folder.display());
    files
}

/// A message begins at the margin with `key =`; what is indented belongs to it.
fn messages_of(source: &str, path: &Path) -> Messages {
    let mut messages = Messages::new();
    let mut current: Option<(String, String)> = None;
    for line in source.lines().chain(["end = "]) {
        let at_margin = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, text)) = line.split_once('=').filter(|_| at_margin) {
            if let Some((key, text)) = current.take() {
                let variables = variables_of(&text);
                let earlier = messages.insert(key.clone(), Message { text, variables });
                assert!(earlier.is_none(), "{} has {key} twice", path.display());
            }
            current = Some((key.trim().to_owned(), text.to_owned()));
        } else if !line.starts_with('#')
            && let Some((_, text)) = &mut current
        {
            text.push('\n');
            text.push_str(line);
        }
    }
    messages
}

fn variables_of(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                .collect()
        })
        .collect()
}
