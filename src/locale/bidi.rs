//! Isolates: invisible marks that keep a number, a code or a name in one piece
//! inside a line of the other direction.
//!
//! Reordering and drawing a line live with whoever draws it; here a text is only
//! marked. Unicode Standard Annex 9, section 2.4.

use unicode_bidi::{BidiClass, bidi_class};

use super::language::Direction;

/// Starts a piece that reads from left to right.
pub const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
/// Starts a piece that reads from right to left.
pub const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
/// Starts a piece whose own first letter decides its direction.
pub const FIRST_STRONG_ISOLATE: char = '\u{2068}';
/// Ends the piece that was started last.
pub const POP_ISOLATE: char = '\u{2069}';

/// Keeps an amount, a date, a phone number or a code reading from left to right.
pub fn left_to_right(text: &str) -> String {
    wrap(LEFT_TO_RIGHT_ISOLATE, text)
}

/// Keeps an Arabic phrase that begins with a number reading from right to left.
pub fn right_to_left(text: &str) -> String {
    wrap(RIGHT_TO_LEFT_ISOLATE, text)
}

/// Keeps a name of unknown language in one piece.
pub fn first_strong(text: &str) -> String {
    wrap(FIRST_STRONG_ISOLATE, text)
}

/// Keeps a text in one piece that runs the way of its language.
pub fn directed(direction: Direction, text: String) -> String {
    let start = match direction {
        Direction::RightToLeft => RIGHT_TO_LEFT_ISOLATE,
        Direction::LeftToRight => LEFT_TO_RIGHT_ISOLATE,
    };
    if text.starts_with(start) && is_one_isolate(&text) {
        return text;
    }
    wrap(start, &text)
}

/// [`directed`] where nothing in the text tells which way it runs: it is made of
/// isolates, and no letter stands outside them. Inside a text that finds its
/// direction by its own letters it would run from left to right.
pub fn settled(direction: Direction, text: String) -> String {
    let Some(outside) = letters_outside(&text) else {
        return text;
    };
    if outside || is_one_isolate(&text) {
        return text;
    }
    directed(direction, text)
}

/// A list whose parts follow each other the way of its language.
pub fn joined(
    direction: Direction,
    parts: impl IntoIterator<Item = String>,
    between: &str,
) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    match parts.len() {
        0 | 1 => parts.concat(),
        _ => directed(direction, parts.join(between)),
    }
}

/// A text whose lines all run one way, whatever they begin with. No mark reaches
/// over the end of a line.
pub fn marked(direction: Direction, text: &str) -> String {
    let mark = match direction {
        Direction::RightToLeft => '\u{200f}',
        Direction::LeftToRight => '\u{200e}',
    };
    let lines = text.split('\n').map(|line| match line {
        "" => String::new(),
        line => format!("{mark}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether letters or marks with a direction of their own stand outside the
/// isolates of a text; nothing for a text without isolates.
fn letters_outside(text: &str) -> Option<bool> {
    let mut depth = 0_usize;
    let (mut isolates, mut letters) = (false, false);
    for letter in text.chars() {
        match letter {
            LEFT_TO_RIGHT_ISOLATE | RIGHT_TO_LEFT_ISOLATE | FIRST_STRONG_ISOLATE => {
                depth += 1;
                isolates = true;
            }
            POP_ISOLATE => depth = depth.saturating_sub(1),
            _ if depth == 0 => {
                let class = bidi_class(letter);
                letters |= matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL);
            }
            _ => {}
        }
    }
    isolates.then_some(letters)
}

/// Whether the isolate a text begins with ends where the text ends.
fn is_one_isolate(text: &str) -> bool {
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            LEFT_TO_RIGHT_ISOLATE | RIGHT_TO_LEFT_ISOLATE | FIRST_STRONG_ISOLATE => depth += 1,
            POP_ISOLATE => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at > 0 && at + letter.len_utf8() == text.len();
        }
    }
    false
}

fn wrap(start: char, text: &str) -> String {
    let mut wrapped = String::with_capacity(text.len() + 6);
    wrapped.push(start);
    wrapped.push_str(text);
    wrapped.push(POP_ISOLATE);
    wrapped
}

/// Takes every bidirectional control out, for plain files and for comparing.
pub fn without_controls(text: &str) -> String {
    text.chars().filter(|&c| !is_control(c)).collect()
}

/// Whether a character only steers direction and is never drawn.
pub const fn is_control(letter: char) -> bool {
    matches!(letter, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrapped_comes_back_whole() {
        for wrapped in [
            left_to_right("500 ml"),
            right_to_left("500 غ"),
            first_strong("أم خالد"),
        ] {
            assert!(wrapped.starts_with(is_control) && wrapped.ends_with(POP_ISOLATE));
            assert_eq!(
                without_controls(&wrapped).chars().count() + 2,
                wrapped.chars().count()
            );
        }
    }

    #[test]
    fn a_text_of_isolates_takes_the_direction_of_its_language() {
        let pair = "\u{2067}71.00 د.إ\u{2069} (\u{2068}بطاقة\u{2069})";
        let settle = |text: &str| settled(Direction::RightToLeft, text.to_owned());
        assert_eq!(settle(pair), right_to_left(pair));
        // Once is enough.
        assert_eq!(settle(&settle(pair)), right_to_left(pair));
        assert_eq!(
            settled(Direction::LeftToRight, pair.to_owned()),
            left_to_right(pair)
        );
        for told in [
            "",
            "12:30",
            "بطاقة",
            "\u{2066}71.00\u{2069}",
            "\u{2068}\u{2067}71.00\u{2069} (\u{2068}بطاقة\u{2069})\u{2069}",
            "\u{2066}80\u{2069} مم",
            "\u{200f}«\u{2068}F01\u{2069}»",
        ] {
            assert_eq!(settle(told), told);
        }
    }

    #[test]
    fn a_list_runs_the_way_of_its_language() {
        let list = |parts: &[&str]| {
            let parts = parts.iter().map(|part| left_to_right(part));
            joined(Direction::RightToLeft, parts, " · ")
        };
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["P1"]), left_to_right("P1"));
        assert_eq!(
            list(&["P1", "P2"]),
            "\u{2067}\u{2066}P1\u{2069} · \u{2066}P2\u{2069}\u{2069}"
        );
    }

    #[test]
    fn every_line_is_marked_that_says_something() {
        assert_eq!(
            marked(Direction::RightToLeft, "F01: لا\n\nF02: نعم"),
            "\u{200f}F01: لا\n\n\u{200f}F02: نعم"
        );
        assert_eq!(marked(Direction::LeftToRight, "لا"), "\u{200e}لا");
    }
}
