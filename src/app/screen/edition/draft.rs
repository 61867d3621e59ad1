//! The next edition as it is being written: what stands in each field, read as an
//! edition or told field by field what is wrong with it.

use chrono::NaiveDate;

use crate::domain::bazaar::Bazaar;
use crate::domain::id::BazaarCode;
use crate::key;
use crate::locale::normalise::clean;
use crate::locale::{Key, Texts};
use crate::reports::table::read_date;
use crate::services::edition::NextEdition;
use crate::settings::DataFolder;
use crate::tr;

/// The most days from the first to the last.
const MOST_DAYS: i64 = 60;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    NameAr,
    NameEn,
    Code,
    FirstDay,
    LastDay,
    Folder,
}

const FIELDS: usize = Field::Folder as usize + 1;

impl Field {
    pub fn caption(self) -> Key {
        match self {
            Field::NameAr => key!("desk-edition-name-ar"),
            Field::NameEn => key!("desk-edition-name-en"),
            Field::Code => key!("desk-edition-code"),
            Field::FirstDay => key!("desk-edition-first-day"),
            Field::LastDay => key!("desk-edition-last-day"),
            Field::Folder => key!("desk-edition-folder"),
        }
    }

    pub fn id(self) -> &'static str {
        match self {
            Field::NameAr => "name-ar",
            Field::NameEn => "name-en",
            Field::Code => "edition-code",
            Field::FirstDay => "first-day",
            Field::LastDay => "last-day",
            Field::Folder => "folder",
        }
    }

    /// Whether it is written in the letters of the screen's language.
    pub fn is_words(self) -> bool {
        self == Field::NameAr
    }

    pub fn is_day(self) -> bool {
        matches!(self, Field::FirstDay | Field::LastDay)
    }
}

/// What is wrong with what stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Missing,
    NotACode,
    NotADate,
    /// The last day comes before the first.
    Backwards,
    TooManyDays,
    NotAPath,
}

impl Wrong {
    pub fn word(self, texts: &Texts) -> String {
        match self {
            Wrong::Missing => tr!(texts, "desk-edition-missing"),
            Wrong::NotACode => tr!(texts, "desk-edition-not-a-code"),
            Wrong::NotADate => tr!(texts, "desk-edition-not-a-date"),
            Wrong::Backwards => tr!(texts, "desk-edition-backwards"),
            Wrong::TooManyDays => tr!(texts, "desk-edition-too-many-days", most = MOST_DAYS),
            Wrong::NotAPath => tr!(texts, "desk-edition-not-a-path"),
        }
    }
}

#[derive(Debug, Default)]
pub struct Draft {
    texts: [String; FIELDS],
    /// Somebody wrote the folder: none is proposed any more.
    own_folder: bool,
}

impl Draft {
    /// Begins with what the last edition was called.
    pub fn of(last: &Bazaar) -> Self {
        let mut draft = Draft::default();
        *draft.text_mut(Field::NameAr) = last.name.ar.clone();
        *draft.text_mut(Field::NameEn) = last.name.en.clone();
        draft
    }

    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    pub fn text_mut(&mut self, field: Field) -> &mut String {
        self.own_folder |= field == Field::Folder;
        &mut self.texts[field as usize]
    }

    /// Puts in a code, and a folder where none was written.
    pub fn propose(&mut self, code: Option<&BazaarCode>, folder: Option<String>) {
        if let Some(code) = code {
            self.texts[Field::Code as usize] = code.to_string();
        }
        if let Some(folder) = folder
            && !self.own_folder
        {
            self.texts[Field::Folder as usize] = folder;
        }
    }

    /// The code, where it is one.
    pub fn code(&self) -> Option<BazaarCode> {
        BazaarCode::new(clean(self.text(Field::Code)).trim()).ok()
    }

    /// What was written, or what is wrong with it.
    pub fn read(&self) -> Result<(NextEdition, DataFolder), Vec<(Field, Wrong)>> {
        let mut wrong = Vec::new();
        let text = |field| self.text(field).trim().to_owned();
        if text(Field::NameAr).is_empty() && text(Field::NameEn).is_empty() {
            wrong.push((Field::NameAr, Wrong::Missing));
        }
        let code = self.code();
        match (&code, text(Field::Code).is_empty()) {
            (Some(_), _) => {}
            (None, true) => wrong.push((Field::Code, Wrong::Missing)),
            (None, false) => wrong.push((Field::Code, Wrong::NotACode)),
        }
        let days = self.days().unwrap_or_else(|day| {
            wrong.push(day);
            Vec::new()
        });
        let folder = std::path::PathBuf::from(text(Field::Folder));
        if folder.as_os_str().is_empty() {
            wrong.push((Field::Folder, Wrong::Missing));
        } else if !folder.is_absolute() {
            wrong.push((Field::Folder, Wrong::NotAPath));
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let named = |field| Some(text(field)).filter(|name| !name.is_empty());
        let next = NextEdition {
            code,
            name_ar: named(Field::NameAr),
            name_en: named(Field::NameEn),
            days,
        };
        Ok((next, DataFolder::at(folder)))
    }

    /// Every day from the first to the last; none where none is given.
    fn days(&self) -> Result<Vec<NaiveDate>, (Field, Wrong)> {
        let day = |field| match self.text(field).trim() {
            "" => Ok(None),
            text => read_date(text).map(Some).ok_or((field, Wrong::NotADate)),
        };
        let (first, last) = (day(Field::FirstDay)?, day(Field::LastDay)?);
        let Some(first) = first else {
            return match last {
                None => Ok(Vec::new()),
                Some(_) => Err((Field::FirstDay, Wrong::Missing)),
            };
        };
        let last = last.unwrap_or(first);
        match (last - first).num_days() {
            ..0 => Err((Field::LastDay, Wrong::Backwards)),
            MOST_DAYS.. => Err((Field::LastDay, Wrong::TooManyDays)),
            _ => Ok(first.iter_days().take_while(|day| *day <= last).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(fields: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::default();
        let usual = [(Field::NameAr, "بازار"), (Field::Code, "INTAJ9")];
        let folder = [(
            Field::Folder,
            if cfg!(windows) { "C:\\next" } else { "/next" },
        )];
        for (field, text) in usual.iter().chain(&folder).chain(fields) {
            *draft.text_mut(*field) = (*text).to_owned();
        }
        draft
    }

    #[test]
    fn days_go_from_the_first_to_the_last() {
        for (first, last, expected) in [
            ("", "", Ok(0)),
            ("2027-11-04", "", Ok(1)),
            ("2027-11-04", "2027-11-06", Ok(3)),
            ("٤/١١/٢٠٢٧", "5/11/2027", Ok(2)),
            ("", "2027-11-06", Err((Field::FirstDay, Wrong::Missing))),
            ("4 Smarch", "", Err((Field::FirstDay, Wrong::NotADate))),
            (
                "2027-11-04",
                "2027-11-03",
                Err((Field::LastDay, Wrong::Backwards)),
            ),
            (
                "2027-11-04",
                "2072-11-04",
                Err((Field::LastDay, Wrong::TooManyDays)),
            ),
        ] {
            let read = draft(&[(Field::FirstDay, first), (Field::LastDay, last)]).read();
            let days = read.map(|(next, _)| next.days.len());
            assert_eq!(
                days,
                expected.map_err(|wrong| vec![wrong]),
                "{first} {last}"
            );
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        for (field, text, wrong) in [
            (Field::NameAr, " ", Wrong::Missing),
            (Field::Code, "", Wrong::Missing),
            (Field::Code, "the ninth", Wrong::NotACode),
            (Field::Folder, "", Wrong::Missing),
            (Field::Folder, "next", Wrong::NotAPath),
        ] {
            let read = draft(&[(field, text)]).read();
            assert_eq!(read.map(|_| ()), Err(vec![(field, wrong)]));
        }
    }

    #[test]
    fn a_folder_that_was_written_is_not_replaced() {
        let mut draft = Draft::default();
        draft.propose(None, Some("/a".to_owned()));
        draft.propose(None, Some("/b".to_owned()));
        assert_eq!(draft.text(Field::Folder), "/b");
        draft.text_mut(Field::Folder).push('x');
        draft.propose(None, Some("/c".to_owned()));
        assert_eq!(draft.text(Field::Folder), "/bx");
    }
}
