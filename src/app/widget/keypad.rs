//! The numeric pad and the amount it types. The pad is the same in every
//! language, digits from left to right, because hands know it that way.

use crate::app::theme::{Element, Press, space, target, type_size};
use crate::app::widget::unmirrored::unmirrored;
use crate::app::widget::{Dir, Icon, Tap, icon, label};
use crate::locale::Digits;
use iced::Length;
use iced::widget::{Column, Row, container};

/// A key of the pad.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A digit, 0 to 9.
    Digit(u8),
    /// Two noughts at once.
    DoubleZero,
    /// The decimal point.
    Point,
    /// Takes back the last key.
    Back,
}

/// What stands to the left of the nought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// Nothing: a PIN.
    Empty,
    /// A decimal point: money and weight.
    Point,
    /// Two noughts: whole numbers.
    DoubleZero,
}

/// A pad of twelve keys in the digits in use.
pub fn keypad<'a, M: Clone + 'a>(
    digits: Digits,
    corner: Corner,
    key_height: f32,
    on_key: impl Fn(Key) -> M + 'a,
) -> Element<'a, M> {
    let rows = [
        [
            Some(Key::Digit(1)),
            Some(Key::Digit(2)),
            Some(Key::Digit(3)),
        ],
        [
            Some(Key::Digit(4)),
            Some(Key::Digit(5)),
            Some(Key::Digit(6)),
        ],
        [
            Some(Key::Digit(7)),
            Some(Key::Digit(8)),
            Some(Key::Digit(9)),
        ],
        [
            match corner {
                Corner::Empty => None,
                Corner::Point => Some(Key::Point),
                Corner::DoubleZero => Some(Key::DoubleZero),
            },
            Some(Key::Digit(0)),
            Some(Key::Back),
        ],
    ];
    let rows = Column::with_children(rows.map(|keys| {
        Row::with_children(keys.map(|key| match key {
            Some(key) => cap(digits, key, key_height.max(target::LOW_KEY), on_key(key)),
            None => iced::widget::Space::new().width(iced::Fill).into(),
        }))
        .spacing(space::S)
        .into()
    }));
    unmirrored(rows.spacing(space::S))
}

fn cap<'a, M: Clone + 'a>(digits: Digits, key: Key, height: f32, message: M) -> Element<'a, M> {
    let face = |text: &str| {
        let text = digits.write(text);
        let word = label(Dir::Ltr, text).size(type_size::KEY).medium().centre();
        Element::from(word)
    };
    let (content, press) = match key {
        Key::Digit(digit) => (face(&digit.to_string()), Press::Key),
        Key::DoubleZero => (face("00"), Press::Key),
        Key::Point => (face(&digits.decimal_separator().to_string()), Press::Key),
        Key::Back => (icon(Icon::Backspace).size(28.0).into(), Press::KeyAction),
    };
    let plain: Tap<'a, M> = Tap::new(container(content).center_x(iced::Fill).center_y(height))
        .padding(0)
        .width(iced::Fill)
        .class(press)
        .on_press(message);
    super::button::named(plain, Some(key_id(key).into()), Length::Fill)
}

fn key_id(key: Key) -> &'static str {
    const DIGITS: [&str; 10] = [
        "key-0", "key-1", "key-2", "key-3", "key-4", "key-5", "key-6", "key-7", "key-8", "key-9",
    ];
    match key {
        Key::Digit(digit) => DIGITS[usize::from(digit)],
        Key::DoubleZero => "key-00",
        Key::Point => "key-point",
        Key::Back => "key-back",
    }
}

/// The most digits of a PIN.
const LONGEST_PIN: usize = 12;

/// Types a key into a PIN; whether it was a digit that had room.
pub fn type_pin(pin: &mut String, key: Key) -> bool {
    match key {
        Key::Digit(digit) if pin.len() < LONGEST_PIN => {
            pin.push(char::from(b'0' + digit));
            true
        }
        Key::Back => {
            pin.pop();
            false
        }
        Key::Digit(_) | Key::DoubleZero | Key::Point => false,
    }
}

/// A decimal number being typed, with a limit on the digits after its point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    typed: String,
    decimals: u32,
}

/// The most digits before the point; beyond it nobody means the amount.
const MOST_WHOLE_DIGITS: usize = 7;

impl Entry {
    /// An empty entry with so many digits after the point.
    pub fn new(decimals: u32) -> Self {
        Self {
            typed: String::new(),
            decimals,
        }
    }

    /// Takes a key; a key that makes no sense here is passed over.
    pub fn press(&mut self, key: Key) {
        match key {
            Key::Digit(digit) => self.digit(digit),
            Key::DoubleZero => {
                self.digit(0);
                self.digit(0);
            }
            Key::Point if self.decimals > 0 && !self.typed.contains('.') => {
                if self.typed.is_empty() {
                    self.typed.push('0');
                }
                self.typed.push('.');
            }
            Key::Point => {}
            Key::Back => {
                self.typed.pop();
            }
        }
    }

    fn digit(&mut self, digit: u8) {
        let (whole, after) = self.typed.split_once('.').map_or_else(
            || (self.typed.as_str(), None),
            |(whole, after)| (whole, Some(after)),
        );
        let room = match after {
            Some(after) => after.len() < self.decimals as usize,
            None => whole.len() < MOST_WHOLE_DIGITS,
        };
        if !room {
            return;
        }
        if self.typed == "0" {
            self.typed.clear();
        }
        self.typed.push(char::from(b'0' + digit));
    }

    /// Whether nothing has been typed.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        self.typed.clear();
    }

    /// What was typed, in ASCII, as a person would see it while typing: `12.`
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The number in its smallest unit: `12.5` with two decimals is 1250.
    pub fn minor(&self) -> i64 {
        if self.is_empty() {
            return 0;
        }
        let (whole, after) = self.typed.split_once('.').unwrap_or((&self.typed, ""));
        let digits = format!("{whole}{after:0<width$}", width = self.decimals as usize);
        digits
            .parse()
            .expect("at most eleven digits and nothing else were let in")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(decimals: u32, keys: &str) -> Entry {
        let mut entry = Entry::new(decimals);
        for key in keys.chars() {
            entry.press(match key {
                '.' => Key::Point,
                '<' => Key::Back,
                'd' => Key::DoubleZero,
                digit => Key::Digit(digit as u8 - b'0'),
            });
        }
        entry
    }

    #[test]
    fn keys_make_the_amount_a_hand_meant() {
        let cases = [
            (2, "50", "50", 5000),
            (2, "46.5", "46.5", 4650),
            (2, "46.505", "46.50", 4650),
            (3, "1.2345", "1.234", 1234),
            (2, ".5", "0.5", 50),
            (2, "1..5", "1.5", 150),
            (0, "12.5", "125", 125),
            (2, "007", "7", 700),
            (2, "12<<", "", 0),
            (0, "", "", 0),
            (2, "5d", "500", 50_000),
            (2, "123456789", "1234567", 123_456_700),
        ];
        for (decimals, keys, shown, minor) in cases {
            let entry = typed(decimals, keys);
            assert_eq!((entry.typed(), entry.minor()), (shown, minor), "{keys}");
        }
    }
}
