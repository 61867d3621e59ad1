//! Rows that may be something known under another code: the same name in another
//! spelling, the same phone, account, licence or number of a web shop's order. They are pointed out, never refused
//! and never joined.

use std::collections::{HashMap, HashSet};

use super::plan::{Change, Planned};
use crate::domain::catalogue::Catalogue;
use crate::domain::family::{Family, ProductLine};
use crate::domain::id::{Bilingual, FamilyCode};
use crate::locale::normalise::{name_key, search_key};

/// Digits of a phone number that tell subscribers apart, whatever stands before.
const PHONE_DIGITS: usize = 8;

/// A row that is much like another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspected {
    pub sheet: String,
    pub row: u32,
    pub code: String,
    pub name: Bilingual,
    pub other: Other,
    pub alike: Likeness,
}

/// What it is like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub code: String,
    pub name: Bilingual,
    /// Its row, where the same file creates it.
    pub row: Option<u32>,
}

/// What the two have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likeness {
    Name,
    Phone,
    Iban,
    Licence,
    /// Of an order, where one of the two does not name its shop.
    ShopNumber,
}

/// What is compared: of whom it must be the same, what it is, and its form in which
/// spellings meet.
type Mark = (Option<FamilyCode>, Likeness, String);

/// The rows that would create something much like something else. What the register
/// holds already was accepted before and is not pointed out.
pub(super) fn suspected(catalogue: &Catalogue, changes: &[Planned]) -> Vec<Suspected> {
    let (new, updated): (Vec<_>, Vec<_>) =
        changes.iter().partition(|planned| planned.change.is_new());
    let Some(first) = new.first() else {
        return Vec::new();
    };
    let lines = matches!(first.change, Change::Line { .. });
    let mut known: HashMap<Mark, Other> = HashMap::new();
    let mut know = |marks: Vec<Mark>, other: &Other| {
        for mark in marks {
            known.entry(mark).or_insert_with(|| other.clone());
        }
    };
    // What the file changes counts as it will be.
    let changed: HashSet<&str> = changes
        .iter()
        .map(|planned| planned.change.code())
        .collect();
    if lines {
        let kept = catalogue
            .lines()
            .iter()
            .filter(|line| !changed.contains(line.sku.as_str()));
        for line in kept {
            know(
                marks_of_line(line),
                &other(line.sku.as_str(), &line.name, None),
            );
        }
    } else {
        let families = catalogue.families().iter();
        for family in families.filter(|family| !changed.contains(family.code.as_str())) {
            let own = other(family.code.as_str(), &family.name, None);
            know(marks_of_family(family), &own);
        }
    }
    for planned in updated {
        know(marks(&planned.change), &of(planned));
    }
    let mut suspected = Vec::new();
    for planned in new {
        let marks = marks(&planned.change);
        let found = marks
            .iter()
            .find_map(|mark| Some((mark.1, known.get(mark)?)));
        if let Some((alike, other)) = found {
            suspected.push(Suspected {
                sheet: planned.sheet.clone(),
                row: planned.row,
                code: planned.change.code().to_owned(),
                name: planned.change.name().clone(),
                other: other.clone(),
                alike,
            });
        }
        for mark in marks {
            known.entry(mark).or_insert_with(|| of(planned));
        }
    }
    suspected
}

fn of(planned: &Planned) -> Other {
    other(
        planned.change.code(),
        planned.change.name(),
        Some(planned.row),
    )
}

fn other(code: &str, name: &Bilingual, row: Option<u32>) -> Other {
    Other {
        code: code.to_owned(),
        name: name.clone(),
        row,
    }
}

fn marks(change: &Change) -> Vec<Mark> {
    match change {
        Change::Family { new, .. } => marks_of_family(new),
        Change::Line { new, .. } => marks_of_line(new),
        Change::Order(_) => Vec::new(),
    }
}

fn marks_of_family(family: &Family) -> Vec<Mark> {
    let phone = phone_mark(&family.phone);
    let licence = family
        .licence
        .as_ref()
        .map(|licence| search_key(&licence.number));
    let names = [&family.name.ar, &family.name.en].map(|name| joined_name(name));
    let marks = names
        .into_iter()
        .map(|name| (Likeness::Name, name))
        .chain(phone.map(|phone| (Likeness::Phone, phone)))
        .chain([(Likeness::Iban, family.iban.clone())])
        .chain(licence.map(|number| (Likeness::Licence, number)));
    let told = marks.filter(|(_, mark)| !mark.is_empty());
    told.map(|(alike, mark)| (None, alike, mark)).collect()
}

/// What tells a phone from others, however it is written; none of one too short.
pub(super) fn phone_mark(phone: &str) -> Option<String> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(PHONE_DIGITS)?;
    Some(digits[from..].to_owned())
}

/// A family's name in the form in which its spellings meet.
pub(super) fn joined_name(name: &str) -> String {
    joined(&name_key(name))
}

/// Without spaces: "و بخور" is "وبخور".
fn joined(key: &str) -> String {
    key.split(' ').collect()
}

/// Two families may well sell under one name; one family sells a thing once.
fn marks_of_line(line: &ProductLine) -> Vec<Mark> {
    let names = [&line.name.ar, &line.name.en].map(|name| joined(&search_key(name)));
    let told = names.into_iter().filter(|name| !name.is_empty());
    told.map(|name| (Some(line.family.clone()), Likeness::Name, name))
        .collect()
}
