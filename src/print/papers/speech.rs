//! One or two languages on a paper: the first in full size, the second small
//! beneath it or beside it.

use crate::domain::bazaar::Bazaar;
use crate::domain::id::Bilingual;
use crate::locale::{Digits, Language, Texts, bidi};
use crate::print::document::{Direction, Row, Text};

/// Labels of no more letters than this in both languages share a line of a strip.
const BESIDE_LETTERS: usize = 22;
/// And of a page of A4.
const BESIDE_LETTERS_WIDE: usize = 72;

/// The languages of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaperLanguages {
    /// Decides direction, digits and names.
    pub first: Language,
    pub second: Option<Language>,
}

impl PaperLanguages {
    pub const ARABIC: Self = Self {
        first: Language::Arabic,
        second: None,
    };
    pub const ENGLISH: Self = Self {
        first: Language::English,
        second: None,
    };
    pub const BOTH: Self = Self {
        first: Language::Arabic,
        second: Some(Language::English),
    };

    /// The languages a bazaar's terms ask for; Arabic when they name none that
    /// the till knows.
    pub fn of(bazaar: &Bazaar) -> Self {
        let mut known = bazaar
            .languages
            .iter()
            .filter_map(|code| code.parse::<Language>().ok());
        let first = known.next().unwrap_or_default();
        Self {
            first,
            second: known.find(|language| *language != first),
        }
    }

    pub(super) fn with_arabic(self) -> Self {
        match (self.first, self.second) {
            (Language::English, None) => Self {
                second: Some(Language::Arabic),
                ..self
            },
            _ => self,
        }
    }
}

/// The texts of a paper's languages.
#[derive(Clone, Copy)]
pub(super) struct Speech {
    pub first: &'static Texts,
    second: Option<&'static Texts>,
    /// Letters of both languages that share a line.
    beside: usize,
}

/// Words in the paper's languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub first: String,
    direction: Direction,
    /// Absent when it would say the same as the first.
    second: Option<(String, Direction)>,
    beside: usize,
}

impl Speech {
    pub fn new(languages: PaperLanguages, arabic_digits: bool) -> Self {
        let texts = |language: Language| {
            let indic = arabic_digits && language == Language::Arabic;
            let digits = if indic {
                Digits::ArabicIndic
            } else {
                Digits::Latin
            };
            Texts::of(language, digits)
        };
        Speech {
            first: texts(languages.first),
            second: languages.second.map(texts),
            beside: BESIDE_LETTERS,
        }
    }

    /// The same on a page of A4.
    pub fn wide(self) -> Self {
        Speech {
            beside: BESIDE_LETTERS_WIDE,
            ..self
        }
    }

    pub fn direction(&self) -> Direction {
        direction(self.first)
    }

    /// Says the same in every language of the paper.
    pub fn say(&self, words: impl Fn(&Texts) -> String) -> Said {
        let first = words(self.first);
        let second = self
            .second
            .map(|texts| (words(texts), direction(texts)))
            .filter(|(second, _)| !second.is_empty() && *second != first);
        let beside = self.beside;
        Said {
            first,
            direction: self.direction(),
            second,
            beside,
        }
    }

    pub fn name(&self, name: &Bilingual) -> Said {
        self.say(|texts| texts.name(name).to_owned())
    }
}

impl Said {
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// The second language as a small text of its own.
    pub fn beneath(&self) -> Option<Text> {
        self.second
            .as_ref()
            .map(|(words, direction)| Text::new(words.as_str()).small().direction(*direction))
    }

    /// Both languages in one line, each running its own way; their scripts keep them
    /// apart, so that nothing dangles where the line breaks.
    pub fn inline(&self) -> String {
        match &self.second {
            None => self.first.clone(),
            Some((second, direction)) => format!(
                "{}  {}",
                isolated(self.direction, &self.first),
                isolated(*direction, second)
            ),
        }
    }

    /// Both languages below each other, for the heading of a column.
    pub fn stacked(&self) -> String {
        match &self.second {
            None => self.first.clone(),
            Some((second, direction)) => {
                format!("{}\n{}", self.first, isolated(*direction, second))
            }
        }
    }

    /// A row of label and figure. The second language stands beside the first
    /// where both are short, else beneath it.
    pub fn row(&self, figure: impl Into<String>) -> Row {
        match &self.second {
            Some((second, _)) if letters(&self.first) + letters(second) <= self.beside => {
                Row::new([self.inline(), figure.into()])
            }
            _ => self.row_beneath(figure),
        }
    }

    /// What stands in a cell, and what beneath it where both have no room.
    pub fn in_cell(&self) -> (String, Option<Text>) {
        match &self.second {
            Some((second, _))
                if self.is_wide() && letters(&self.first) + letters(second) <= self.beside =>
            {
                (self.inline(), None)
            }
            _ => (self.first.clone(), self.beneath()),
        }
    }

    fn is_wide(&self) -> bool {
        self.beside == BESIDE_LETTERS_WIDE
    }

    /// A row of label and figure, the second language beneath the label.
    pub fn row_beneath(&self, figure: impl Into<String>) -> Row {
        let row = Row::new([self.first.clone(), figure.into()]);
        match self.beneath() {
            Some(second) => row.note_text(second),
            None => row,
        }
    }

    /// The row with these words as remarks below it.
    pub fn noted(&self, row: Row) -> Row {
        if self.is_wide() {
            return row.note(self.inline());
        }
        let row = row.note(self.first.clone());
        match self.beneath() {
            Some(second) => row.note_text(second),
            None => row,
        }
    }
}

fn letters(text: &str) -> usize {
    text.chars()
        .filter(|letter| !bidi::is_control(*letter))
        .count()
}

fn isolated(direction: Direction, text: &str) -> String {
    match direction {
        Direction::RightToLeft => bidi::right_to_left(text),
        Direction::LeftToRight => bidi::left_to_right(text),
    }
}

fn direction(texts: &Texts) -> Direction {
    if texts.direction().is_right_to_left() {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tr;

    #[test]
    fn a_second_language_is_silent_when_it_adds_nothing() {
        let speech = Speech::new(PaperLanguages::BOTH, false);
        assert_eq!(
            speech.name(&Bilingual::new("عود", "Oud")).stacked(),
            "عود\n\u{2066}Oud\u{2069}"
        );
        assert_eq!(speech.name(&Bilingual::new("عود", "")).stacked(), "عود");
        let alone = Speech::new(PaperLanguages::ENGLISH, true);
        let total = alone.say(|texts| tr!(texts, "paper-total"));
        assert_eq!(total.inline(), "Total");
    }

    #[test]
    fn each_language_runs_its_own_way() {
        let speech = Speech::new(PaperLanguages::BOTH, false);
        let label = speech.say(|texts| {
            let sales = tr!(texts, "paper-sales-made");
            tr!(texts, "paper-so-many", label = sales, count = 3)
        });
        let (arabic, english) = label.inline().split_once("  ").map_or_else(
            || panic!("two languages"),
            |(first, second)| (first.to_owned(), second.to_owned()),
        );
        assert!(
            arabic.starts_with(bidi::RIGHT_TO_LEFT_ISOLATE),
            "{arabic:?}"
        );
        assert!(
            english.starts_with(bidi::LEFT_TO_RIGHT_ISOLATE),
            "{english:?}"
        );
    }

    #[test]
    fn arabic_is_added_where_only_english_was_asked() {
        let added = PaperLanguages::ENGLISH.with_arabic();
        assert_eq!(added.first, Language::English);
        assert_eq!(added.second, Some(Language::Arabic));
        for languages in [PaperLanguages::ARABIC, PaperLanguages::BOTH] {
            assert_eq!(languages.with_arabic(), languages);
        }
    }
}
