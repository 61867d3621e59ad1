//! The keyboard on the screen: Arabic and Latin letters for a till that has no
//! keyboard of its own. It writes at the end of a text; a field keeps its own
//! caret for hardware keys.

use crate::app::theme::{Element, Press, Surface, Theme, space, type_size};
use crate::app::widget::unmirrored::unmirrored;
use crate::app::widget::{Dir, Icon, Tap, icon, label};
use iced::widget::{Column, Row, container};
use iced::{Element as AnyElement, Fill, Length};
use unicode_segmentation::UnicodeSegmentation;

/// The letters in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Arabic.
    Arabic,
    /// Latin.
    Latin,
}

/// A key was touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// Writes this.
    Write(char),
    /// Takes back the last letter with its marks.
    Back,
    /// Between the letters of Arabic and English.
    Switch,
    /// Capitals, for one letter.
    Shift,
    /// The text is finished.
    Done,
}

/// The keyboard's own state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keyboard {
    letters: Letters,
    shift: bool,
    /// Whether the marks of addresses and paths have keys.
    names: bool,
}

const DIGITS: [char; 10] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const ARABIC: [&[char]; 3] = [
    &['ض', 'ص', 'ث', 'ق', 'ف', 'غ', 'ع', 'ه', 'خ', 'ح', 'ج', 'د'],
    &['ش', 'س', 'ي', 'ب', 'ل', 'ا', 'ت', 'ن', 'م', 'ك', 'ط', 'ذ'],
    &['ئ', 'ء', 'ؤ', 'ر', 'أ', 'إ', 'آ', 'ى', 'ة', 'و', 'ز', 'ظ'],
];
const LATIN: [&[char]; 3] = [
    &['q', 'w', 'e', 'r', 't', 'y', 'u', 'i', 'o', 'p'],
    &['a', 's', 'd', 'f', 'g', 'h', 'j', 'k', 'l'],
    &['z', 'x', 'c', 'v', 'b', 'n', 'm'],
];
/// Beside the point and the hyphen, what stands in addresses and paths.
const NAME_MARKS: [char; 3] = [':', '/', '_'];
const KEY_HEIGHT: f32 = 64.0;

impl Keyboard {
    /// A keyboard that begins with the letters of the screen's language.
    pub fn new(dir: Dir) -> Self {
        Self {
            letters: if dir.is_rtl() {
                Letters::Arabic
            } else {
                Letters::Latin
            },
            shift: false,
            names: false,
        }
    }

    /// A keyboard for what machines are called by: Latin letters first, and the
    /// marks of addresses and paths.
    pub fn of_names() -> Self {
        Self {
            names: true,
            ..Self::new(Dir::Ltr)
        }
    }

    /// Takes a touch and writes it to the end of `text`. Answers whether the
    /// text is finished.
    pub fn touch(&mut self, touch: Touch, text: &mut String) -> bool {
        match touch {
            Touch::Write(letter) => {
                if self.shift {
                    text.extend(letter.to_uppercase());
                } else {
                    text.push(letter);
                }
                self.shift = false;
            }
            Touch::Back => {
                let end = text
                    .grapheme_indices(true)
                    .next_back()
                    .map_or(0, |(at, _)| at);
                text.truncate(end);
            }
            Touch::Switch => {
                self.letters = match self.letters {
                    Letters::Arabic => Letters::Latin,
                    Letters::Latin => Letters::Arabic,
                };
                self.shift = false;
            }
            Touch::Shift => self.shift = !self.shift,
            Touch::Done => return true,
        }
        false
    }

    /// The keyboard across the foot of a screen; `done` is the word on its last key.
    pub fn view<'a, M: Clone + 'a>(
        &self,
        done: impl Into<String>,
        on_touch: impl Fn(Touch) -> M + 'a,
    ) -> Element<'a, M> {
        let letter = |letter: char| self.letter(letter, &on_touch);
        let mut rows: Vec<Vec<Element<'a, M>>> = vec![DIGITS.into_iter().map(letter).collect()];
        match self.letters {
            Letters::Arabic => {
                rows.extend(ARABIC.map(|row| row.iter().copied().map(letter).collect()));
            }
            Letters::Latin => {
                rows.extend(LATIN.map(|row| row.iter().copied().map(letter).collect()));
                let last = rows.last_mut().expect("three rows of letters were added");
                last.insert(0, action(Icon::ArrowUp, 2, on_touch(Touch::Shift)));
                last.extend(['-', '.'].map(letter));
            }
        }
        let switch = match self.letters {
            Letters::Arabic => "ABC",
            Letters::Latin => "أبجد",
        };
        let mut last = vec![worded(switch, 2, Press::KeyAction, on_touch(Touch::Switch))];
        let space = match self.names {
            true => 6 - NAME_MARKS.len() as u16,
            false => 6,
        };
        if self.names {
            last.extend(NAME_MARKS.map(letter));
        }
        last.push(worded(" ", space, Press::Key, on_touch(Touch::Write(' '))));
        last.extend([
            action(Icon::Backspace, 2, on_touch(Touch::Back)),
            super::named(
                worded_owned(done.into(), 3, Press::Primary, on_touch(Touch::Done)),
                Some("keyboard-done".into()),
                Length::FillPortion(3),
            ),
        ]);
        rows.push(last);
        let keys = Column::with_children(
            rows.into_iter()
                .map(|row| Row::with_children(row).spacing(space::S).width(Fill).into()),
        )
        .spacing(space::S)
        .max_width(1180);
        let tray = container(keys)
            .class(Surface::Panel)
            .padding(space::M)
            .center_x(Fill);
        unmirrored(iced::widget::column![super::divider(), tray])
    }

    fn letter<'a, M: Clone + 'a>(
        &self,
        letter: char,
        on_touch: &impl Fn(Touch) -> M,
    ) -> Element<'a, M> {
        let shown: String = match self.shift {
            true => letter.to_uppercase().collect(),
            false => letter.to_string(),
        };
        super::named(
            worded_owned(shown, 1, Press::Key, on_touch(Touch::Write(letter))),
            Some(format!("letter-{letter}").into()),
            Length::FillPortion(1),
        )
    }
}

fn action<'a, M: Clone + 'a>(symbol: Icon, portion: u16, message: M) -> Element<'a, M> {
    key(icon(symbol).into(), portion, Press::KeyAction, message)
}

fn worded<'a, M: Clone + 'a>(
    text: &'a str,
    portion: u16,
    press: Press,
    message: M,
) -> Element<'a, M> {
    worded_owned(text.to_owned(), portion, press, message)
}

fn worded_owned<'a, M: Clone + 'a>(
    text: String,
    portion: u16,
    press: Press,
    message: M,
) -> Element<'a, M> {
    let face = label(Dir::Ltr, text)
        .size(type_size::STRONG)
        .medium()
        .centre();
    key(face.into(), portion, press, message)
}

fn key<'a, M: Clone + 'a>(
    face: AnyElement<'a, M, Theme>,
    portion: u16,
    press: Press,
    message: M,
) -> Element<'a, M> {
    Tap::new(container(face).center_x(Fill).center_y(KEY_HEIGHT))
        .padding(0)
        .width(Length::FillPortion(portion))
        .class(press)
        .on_press(message)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touches_write_and_take_back_whole_letters() {
        let mut text = String::new();
        let mut keyboard = Keyboard::new(Dir::Rtl);
        for touch in [
            Touch::Write('ع'),
            Touch::Write('و'),
            Touch::Back,
            Touch::Write('د'),
        ] {
            assert!(!keyboard.touch(touch, &mut text));
        }
        assert_eq!(text, "عد");
        text.push('\u{064F}');
        keyboard.touch(Touch::Back, &mut text);
        assert_eq!(text, "ع", "a letter goes with its marks");
        assert!(keyboard.touch(Touch::Done, &mut text));
    }

    #[test]
    fn shift_holds_for_one_letter() {
        let mut text = String::new();
        let mut keyboard = Keyboard::new(Dir::Ltr);
        for touch in [Touch::Shift, Touch::Write('a'), Touch::Write('b')] {
            keyboard.touch(touch, &mut text);
        }
        assert_eq!(text, "Ab");
    }
}
