//! Isolates: invisible marks that keep a number, a code or a name in one piece
//! inside a line of the other direction.
//!
//! Reordering and drawing a line live with whoever draws it; here a text is only
//! marked. Unicode Standard Annex 9, section 2.4.

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
}
