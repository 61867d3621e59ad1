//! The language a person reads, its direction, and the digits it is written in.
//!
//! What a text says lives in `texts`; how a number looks lives in `number`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language every text of the till exists in. Arabic comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    #[default]
    #[serde(rename = "ar")]
    Arabic,
    #[serde(rename = "en")]
    English,
}

/// The side a line of writing starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    RightToLeft,
    LeftToRight,
}

/// The shapes numbers are written with.
///
/// Latin is the default in both languages: ٠ is a small dot that thermal paper
/// loses easily.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Digits {
    /// 0–9, grouped by a comma, fraction after a full stop.
    #[default]
    Latin,
    /// ٠–٩, grouped by ٬ and fraction after ٫.
    ArabicIndic,
}

impl Language {
    pub const ALL: [Language; 2] = [Language::Arabic, Language::English];

    /// The code used in settings, on the command line and for asset folders.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Arabic => "ar",
            Language::English => "en",
        }
    }

    pub const fn direction(self) -> Direction {
        match self {
            Language::Arabic => Direction::RightToLeft,
            Language::English => Direction::LeftToRight,
        }
    }

    /// The language the screen switches to from this one.
    pub const fn other(self) -> Language {
        match self {
            Language::Arabic => Language::English,
            Language::English => Language::Arabic,
        }
    }

    /// The language's name in itself, as it stands on a language switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::Arabic => "العربية",
            Language::English => "English",
        }
    }
}

impl Direction {
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Direction::RightToLeft)
    }
}

impl Digits {
    pub const ALL: [Digits; 2] = [Digits::Latin, Digits::ArabicIndic];

    /// The code used in settings and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Digits::Latin => "latin",
            Digits::ArabicIndic => "arabic-indic",
        }
    }

    /// The character between groups of three digits.
    pub const fn group_separator(self) -> char {
        match self {
            Digits::Latin => ',',
            Digits::ArabicIndic => '٬',
        }
    }

    /// The character between the whole number and its fraction.
    pub const fn decimal_separator(self) -> char {
        match self {
            Digits::Latin => '.',
            Digits::ArabicIndic => '٫',
        }
    }

    pub const fn percent_sign(self) -> char {
        match self {
            Digits::Latin => '%',
            Digits::ArabicIndic => '٪',
        }
    }

    /// Writes the ASCII digits of `text` in these digits; everything else stays.
    pub fn write(self, text: &str) -> String {
        match self {
            Digits::Latin => text.to_owned(),
            Digits::ArabicIndic => text.chars().map(arabic_indic).collect(),
        }
    }
}

fn arabic_indic(letter: char) -> char {
    match letter.to_digit(10) {
        Some(value) => {
            char::from_u32('٠' as u32 + value).expect("ten Arabic-Indic digits follow one another")
        }
        None => letter,
    }
}

/// A code that names no language or no digits the till knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code:?} is none of {known}")]
pub struct UnknownCode {
    pub code: String,
    pub known: &'static str,
}

impl FromStr for Language {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code.trim()))
            .ok_or_else(|| UnknownCode {
                code: code.to_owned(),
                known: "ar, en",
            })
    }
}

impl FromStr for Digits {
    type Err = UnknownCode;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Digits::ALL
            .into_iter()
            .find(|digits| digits.code().eq_ignore_ascii_case(code.trim()))
            .ok_or_else(|| UnknownCode {
                code: code.to_owned(),
                known: "latin, arabic-indic",
            })
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_names_its_language_and_an_unknown_one_is_refused() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
            let stored = serde_json::to_string(&language).expect("a unit variant");
            assert_eq!(stored, format!("{:?}", language.code()));
        }
        assert_eq!(" AR ".parse(), Ok(Language::Arabic));
        let refusal = "fr".parse::<Language>().expect_err("French is not offered");
        assert_eq!(refusal.to_string(), "\"fr\" is none of ar, en");
    }

    #[test]
    fn digits_are_stored_by_their_code() {
        for digits in Digits::ALL {
            assert_eq!(digits.code().parse(), Ok(digits));
            let stored = serde_json::to_string(&digits).expect("a unit variant");
            assert_eq!(stored, format!("{:?}", digits.code()));
        }
        assert_eq!(Digits::ArabicIndic.write("F07-19"), "F٠٧-١٩");
        assert_eq!(Digits::Latin.write("F07-19"), "F07-19");
    }
}
