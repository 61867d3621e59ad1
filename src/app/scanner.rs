//! Tells a barcode scanner from a person typing. A scanner is a keyboard that
//! writes a code faster than anybody can and ends it with Enter or Tab.
//!
//! Letters are read by the key that was pressed, so that a code comes out the
//! same while the keyboard is set to Arabic. What a code names is the screen's.

use std::time::{Duration, Instant};

use iced::Event;
use iced::event::Status;
use iced::keyboard::{self, Key, key::Named};

use crate::locale::normalise::ascii_digit;

/// The longest pause between two letters of a scanned code.
pub const LONGEST_PAUSE: Duration = Duration::from_millis(100);
/// The shortest code a scanner writes; less is a person.
const SHORTEST_CODE: usize = 3;

/// A key of the hardware keyboard went down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keystroke {
    pub stroke: Stroke,
    pub at: Instant,
    /// Whether a field on the screen took it already.
    pub taken: bool,
}

/// What a key means to the till.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stroke {
    /// A letter, as it is written and as it stands on a Latin keyboard.
    Letter {
        written: char,
        latin: char,
    },
    Enter,
    Tab,
    Backspace,
    Escape,
}

impl Keystroke {
    /// The keystroke of a window's event, if it is one that means something here.
    pub fn of(event: &Event, status: Status) -> Option<Self> {
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            modified_key,
            physical_key,
            modifiers,
            text,
            ..
        }) = event
        else {
            return None;
        };
        if modifiers.control() || modifiers.alt() || modifiers.logo() {
            return None;
        }
        let stroke = match key {
            Key::Named(Named::Enter) => Stroke::Enter,
            Key::Named(Named::Tab) => Stroke::Tab,
            Key::Named(Named::Backspace) => Stroke::Backspace,
            Key::Named(Named::Escape) => Stroke::Escape,
            _ => {
                let written = text.as_ref()?.chars().next().filter(|c| !c.is_control())?;
                let latin = ascii_digit(written)
                    .or_else(|| modified_key.to_latin(*physical_key))
                    .unwrap_or(written);
                Stroke::Letter { written, latin }
            }
        };
        let (at, taken) = (Instant::now(), status == Status::Captured);
        Some(Keystroke { stroke, at, taken })
    }

    /// A digit that was typed, whatever its script.
    pub fn digit(&self) -> Option<u8> {
        match self.stroke {
            Stroke::Letter { written, .. } => {
                let digit = ascii_digit(written)?.to_digit(10)?;
                u8::try_from(digit).ok()
            }
            _ => None,
        }
    }
}

/// The letters of what may become a scanned code.
#[derive(Debug, Clone, Default)]
pub struct Scanner {
    code: String,
    /// What a person would have written with the same keys, where no field took it.
    written: String,
    last: Option<Instant>,
}

/// What a keystroke turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A whole code was scanned.
    Code(String),
    /// Part of something; whether a person or a scanner writes it will be known
    /// when [`LONGEST_PAUSE`] has passed.
    Waiting,
    /// A key that no scanner sends, or at no scanner's speed.
    Nothing,
}

impl Scanner {
    /// Takes a keystroke.
    pub fn hear(&mut self, keystroke: &Keystroke) -> Heard {
        let follows = self
            .last
            .is_some_and(|last| keystroke.at.saturating_duration_since(last) <= LONGEST_PAUSE);
        match keystroke.stroke {
            Stroke::Letter { written, latin } => {
                if !follows {
                    self.code.clear();
                }
                self.code.push(latin);
                if !keystroke.taken {
                    self.written.push(written);
                }
                self.last = Some(keystroke.at);
                Heard::Waiting
            }
            Stroke::Enter | Stroke::Tab => {
                let code = std::mem::take(&mut self.code);
                self.last = None;
                if follows && code.chars().count() >= SHORTEST_CODE {
                    self.written.clear();
                    return Heard::Code(code);
                }
                Heard::Nothing
            }
            Stroke::Backspace | Stroke::Escape => {
                self.code.clear();
                self.last = None;
                Heard::Nothing
            }
        }
    }

    /// What a person has written outside of any field, once the pause is over in
    /// which a scanner would have gone on.
    pub fn settle(&mut self, now: Instant) -> Option<String> {
        let over = self
            .last
            .is_none_or(|last| now.saturating_duration_since(last) >= LONGEST_PAUSE);
        if !over || self.written.is_empty() {
            return None;
        }
        self.code.clear();
        Some(std::mem::take(&mut self.written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hears letters so many milliseconds apart, then Enter.
    fn hear(scanner: &mut Scanner, letters: &str, apart: u64, last_pause: u64) -> (Heard, Instant) {
        let mut at = Instant::now();
        for written in letters.chars() {
            at += Duration::from_millis(apart);
            let latin = ascii_digit(written).unwrap_or(written);
            let stroke = Stroke::Letter { written, latin };
            assert_eq!(
                scanner.hear(&Keystroke {
                    stroke,
                    at,
                    taken: false
                }),
                Heard::Waiting
            );
        }
        at += Duration::from_millis(last_pause);
        let stroke = Stroke::Enter;
        (
            scanner.hear(&Keystroke {
                stroke,
                at,
                taken: false,
            }),
            at,
        )
    }

    #[test]
    fn only_a_scanner_is_that_fast() {
        let code = |text: &str| Heard::Code(text.to_owned());
        let cases = [
            ("6291041500213", 10, 10, code("6291041500213")),
            ("٦٢٩١٠٤١٥٠٠٢١٣", 10, 10, code("6291041500213")),
            ("629", 100, 100, code("629")),
            ("62", 10, 10, Heard::Nothing),
            ("6291", 101, 10, Heard::Nothing),
            ("6291", 10, 101, Heard::Nothing),
        ];
        for (letters, apart, last_pause, expected) in cases {
            let (heard, _) = hear(&mut Scanner::default(), letters, apart, last_pause);
            assert_eq!(
                heard, expected,
                "{letters} at {apart} ms, Enter after {last_pause} ms"
            );
        }
    }

    #[test]
    fn a_person_is_left_what_they_wrote_once_the_pause_is_over() {
        let mut scanner = Scanner::default();
        let (heard, at) = hear(&mut scanner, "قهوة", 150, 200);
        assert_eq!(heard, Heard::Nothing);
        assert_eq!(scanner.settle(at + LONGEST_PAUSE), Some("قهوة".to_owned()));
        assert_eq!(scanner.settle(at + LONGEST_PAUSE), None);
    }

    #[test]
    fn a_scanned_code_leaves_nothing_written() {
        let mut scanner = Scanner::default();
        let (_, at) = hear(&mut scanner, "6291041500213", 10, 10);
        assert_eq!(scanner.settle(at + LONGEST_PAUSE), None);
    }
}
