//! Finds every `tr!` and `key!` in Rust sources.
//!
//! Sources are cut into words, string literals and marks, so that comments and
//! strings that merely look like a call are not taken for one.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// One use of a key.
pub struct Spoken {
    /// File and line, for the message.
    pub place: String,
    pub key: String,
    pub variables: BTreeSet<String>,
}

/// Every use of a key under a folder of sources.
pub fn spoken_in_source(folder: &Path) -> Vec<Spoken> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            found.extend(spoken_in_source(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).expect("a source file");
            found.extend(spoken_in(&path.display().to_string(), &source));
        }
    }
    found
}

/// Every use of a key in one source text.
pub fn spoken_in(file: &str, source: &str) -> Vec<Spoken> {
    let tokens = tokens_of(source);
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        let Some([name, bang, open]) = tokens.get(start..start + 3) else {
            break;
        };
        let is_call = bang.is('!') && matches!(open.kind, Kind::Mark('(' | '[' | '{'));
        let arguments = || top_level(&tokens[start + 3..]);
        let call = match &name.kind {
            Kind::Word(word) if is_call && word == "tr" => said(&arguments()),
            Kind::Word(word) if is_call && word == "key" => declared(&arguments()),
            _ => None,
        };
        if let Some((key, variables)) = call {
            found.push(Spoken {
                place: format!("{file}:{}", name.line),
                key,
                variables,
            });
        }
    }
    found
}

/// `texts, "key", name = value, …`
fn said(arguments: &[Vec<&Token>]) -> Option<(String, BTreeSet<String>)> {
    let key = literal(arguments.get(1)?)?;
    let variables = arguments[2..]
        .iter()
        .filter_map(|argument| word(argument))
        .collect();
    Some((key, variables))
}

/// `"key", name, …`
fn declared(arguments: &[Vec<&Token>]) -> Option<(String, BTreeSet<String>)> {
    let key = literal(arguments.first()?)?;
    let variables = arguments[1..]
        .iter()
        .filter_map(|argument| word(argument))
        .collect();
    Some((key, variables))
}

fn literal(argument: &[&Token]) -> Option<String> {
    match &argument.first()?.kind {
        Kind::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn word(argument: &[&Token]) -> Option<String> {
    match &argument.first()?.kind {
        Kind::Word(word) => Some(word.clone()),
        _ => None,
    }
}

/// Cuts the tokens after an opening bracket at the commas of its own level.
fn top_level(tokens: &[Token]) -> Vec<Vec<&Token>> {
    let mut depth = 0;
    let mut arguments = vec![Vec::new()];
    for token in tokens {
        match token.kind {
            Kind::Mark('(' | '[' | '{') => depth += 1,
            Kind::Mark(')' | ']' | '}') if depth == 0 => break,
            Kind::Mark(')' | ']' | '}') => depth -= 1,
            Kind::Mark(',') if depth == 0 => {
                arguments.push(Vec::new());
                continue;
            }
            _ => {}
        }
        arguments
            .last_mut()
            .expect("there is always a current argument")
            .push(token);
    }
    arguments
}

struct Token {
    kind: Kind,
    line: usize,
}

enum Kind {
    Word(String),
    Text(String),
    Mark(char),
}

impl Token {
    fn is(&self, mark: char) -> bool {
        matches!(self.kind, Kind::Mark(own) if own == mark)
    }
}

fn tokens_of(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = next_token(rest, first);
        if let Some(kind) = kind {
            tokens.push(Token { kind, line });
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The token a text begins with, if it is one, and how many bytes it takes.
fn next_token(rest: &str, first: char) -> (Option<Kind>, usize) {
    if rest.starts_with("//") {
        return (None, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return (None, comment_length(rest));
    }
    if let Some((text, length)) = raw_text(rest) {
        return (Some(Kind::Text(text)), length);
    }
    match first {
        '"' => {
            let (text, length) = quoted_text(rest);
            (Some(Kind::Text(text)), length)
        }
        '\'' => (None, letter_or_lifetime_length(rest)),
        _ if first.is_alphanumeric() || first == '_' => {
            let word: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let length = word.len();
            (Some(Kind::Word(word)), length)
        }
        _ if first.is_whitespace() => (None, first.len_utf8()),
        _ => (Some(Kind::Mark(first)), first.len_utf8()),
    }
}

fn comment_length(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    loop {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            match rest[at..].chars().next() {
                Some(letter) => at += letter.len_utf8(),
                None => return at,
            }
        }
    }
}

/// `r"…"`, `r#"…"#` and their byte forms.
fn raw_text(rest: &str) -> Option<(String, usize)> {
    let after_r = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after_r.bytes().take_while(|byte| *byte == b'#').count();
    let body = after_r[hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let length = body.find(&close)?;
    let whole = rest.len() - body.len() + length + close.len();
    Some((body[..length].to_owned(), whole))
}

fn quoted_text(rest: &str) -> (String, usize) {
    let mut text = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (text, at + 1),
            '\\' => {
                letters.next();
            }
            _ => text.push(letter),
        }
    }
    (text, rest.len())
}

/// A letter in quotes, or the quote of a lifetime.
fn letter_or_lifetime_length(rest: &str) -> usize {
    let mut letters = rest.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => {
            let close = rest[3..].find('\'').map_or(rest.len(), |at| at + 4);
            close.min(rest.len())
        }
        Some(_) => match letters.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
        None => 1,
    }
}
