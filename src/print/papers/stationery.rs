//! What every paper of a bazaar has in common: its terms, the names of people
//! and families, its languages; and when and by whom a paper's fact was recorded.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::speech::{PaperLanguages, Speech};
use crate::domain::bazaar::Bazaar;
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::Entry;
use crate::domain::id::{Bilingual, FamilyCode, PackageCode, StaffCode, TillCode};
use crate::domain::money::Money;
use crate::domain::staff::Staff;
use crate::locale::{Sighting, bidi};
use crate::print::bitmap::Bitmap;

/// What all papers of a bazaar share.
#[derive(Clone, Copy, Debug)]
pub struct Stationery<'a> {
    pub bazaar: &'a Bazaar,
    pub names: &'a Names,
    pub languages: PaperLanguages,
    pub sighting: Sighting,
    /// The bazaar's own sign, in dots.
    pub logo: Option<&'a Arc<Bitmap>>,
}

/// Names that facts hold only as codes. A code without a name stands for itself.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub families: BTreeMap<FamilyCode, Bilingual>,
    pub staff: BTreeMap<StaffCode, Bilingual>,
}

/// When a paper's fact was recorded, by whom, and which copy of the paper it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    pub at: DateTime<FixedOffset>,
    pub actor: Option<StaffCode>,
    pub approver: Option<StaffCode>,
    /// `None` for the first print, then 1, 2, 3 …
    pub copy: Option<u32>,
}

impl Names {
    /// The names of a catalogue's families and of staff.
    pub fn of(catalogue: &Catalogue, staff: &[Staff]) -> Self {
        let families = catalogue.families().iter();
        Names {
            families: families
                .map(|family| (family.code.clone(), family.name.clone()))
                .collect(),
            staff: staff
                .iter()
                .map(|person| (person.code.clone(), person.name.clone()))
                .collect(),
        }
    }
}

impl Issued {
    /// The first print of a record's paper.
    pub fn of(entry: &Entry) -> Self {
        Issued {
            at: entry.at,
            actor: entry.actor.clone(),
            approver: entry.approver.clone(),
            copy: None,
        }
    }

    /// The same paper as its `n`-th copy.
    pub fn copy(mut self, n: u32) -> Self {
        self.copy = Some(n);
        self
    }
}

impl Stationery<'_> {
    pub(super) fn speech(&self) -> Speech {
        Speech::new(self.languages, self.bazaar.arabic_digits)
    }

    /// The same stationery with Arabic on it, where the law asks for Arabic.
    pub(super) fn with_arabic(mut self) -> Self {
        self.languages = self.languages.with_arabic();
        self
    }

    pub(super) fn amount(&self, money: Money) -> String {
        self.speech().first.amount(money, self.bazaar.currency)
    }

    /// An amount with the currency's sign.
    pub(super) fn money(&self, money: Money) -> String {
        self.speech().first.money(money, self.bazaar.currency)
    }

    /// `F06 · قهوة الضيافة`.
    pub(super) fn family(&self, code: &FamilyCode) -> String {
        let name = self.names.families.get(code);
        coded(code.as_str(), &self.name_or_nothing(name))
    }

    pub(super) fn family_name(&self, code: &FamilyCode) -> Bilingual {
        let known = self.names.families.get(code);
        known.cloned().unwrap_or_else(|| plain(code.as_str()))
    }

    pub(super) fn staff(&self, code: &StaffCode) -> String {
        match self.names.staff.get(code) {
            Some(name) => self.speech().first.name(name).to_owned(),
            None => code.to_string(),
        }
    }

    /// `T1 · المدخل`.
    pub(super) fn till(&self, code: &TillCode) -> String {
        let name = self.bazaar.till(code).map(|till| &till.name);
        coded(code.as_str(), &self.name_or_nothing(name))
    }

    pub(super) fn package(&self, code: &PackageCode) -> String {
        let package = self.bazaar.package(code);
        match package.map(|package| self.speech().first.name(&package.name).to_owned()) {
            Some(name) if !name.is_empty() => name,
            _ => code.to_string(),
        }
    }

    /// Date and time, and the Hijri date below, all in figures.
    pub(super) fn moment(&self, at: DateTime<FixedOffset>) -> String {
        let texts = self.speech().first;
        let local = at.naive_local();
        let hijri = texts.hijri_short(local.date(), self.sighting);
        format!("{}\n{hijri}", texts.date_and_time(local))
    }

    fn name_or_nothing(&self, name: Option<&Bilingual>) -> String {
        name.map(|name| self.speech().first.name(name).to_owned())
            .unwrap_or_default()
    }
}

/// A code and its name, each in a piece of its own.
fn coded(code: &str, name: &str) -> String {
    let code = bidi::left_to_right(code);
    if name.is_empty() {
        code
    } else {
        format!("{code} · {}", bidi::first_strong(name))
    }
}

fn plain(code: &str) -> Bilingual {
    Bilingual::new(code, code)
}
