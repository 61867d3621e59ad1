//! Codes and SKUs for the rows of a list that has none: those of what is known by its
//! name, and the next ones, in the order of the file.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::names::FamilyNames;
use super::suspected::joined_name;
use super::{ProblemReason, Problems};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{Bilingual, FamilyCode, Sku};
use crate::locale::normalise::search_key;
use crate::reports::table::{FamilyColumn, LineColumn, Record};

/// Codes for the rows of a table that has none: those of the families known by the
/// name, and the next ones for the others, in the order of the file.
pub(super) struct Unnumbered<'a> {
    names: FamilyNames,
    free: Box<dyn Iterator<Item = FamilyCode> + 'a>,
    /// The codes other sheets of the file give.
    written: HashSet<FamilyCode>,
    /// The codes given to new names, by name.
    given: HashMap<String, FamilyCode>,
}

impl<'a> Unnumbered<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, records: &[Record<FamilyColumn>]) -> Self {
        let written = records.iter().filter_map(|record| {
            let code = record.field(FamilyColumn::Code).code().ok()??;
            code.parse().ok()
        });
        Unnumbered {
            names: FamilyNames::of(catalogue),
            written: written.collect(),
            free: Box::new(catalogue.free_family_codes()),
            given: HashMap::new(),
        }
    }

    pub(super) fn code(
        &mut self,
        record: &Record<FamilyColumn>,
        problems: &mut Problems,
    ) -> Option<FamilyCode> {
        let column = |column| record.field(column);
        let (ar, en) = (column(FamilyColumn::NameAr), column(FamilyColumn::NameEn));
        let written = [&ar, &en].map(|field| (field, problems.note(field.text()).flatten()));
        let written: Vec<_> = written
            .into_iter()
            .filter_map(|(field, name)| Some((field, name?)))
            .collect();
        let Some((first, name)) = written.first() else {
            problems.note(ar.required());
            return None;
        };
        let mut known: Option<&FamilyCode> = None;
        for (field, name) in &written {
            let wrong = match (known, self.names.family(name)) {
                (_, Ok(None)) => continue,
                (Some(one), Ok(Some(other))) if one != other => ProblemReason::AmbiguousFamily {
                    codes: vec![one.clone(), other.clone()],
                },
                (_, Ok(Some(family))) => {
                    known = Some(family);
                    continue;
                }
                (_, Err(several)) => several,
            };
            problems.add(field, wrong);
            return None;
        }
        if let Some(known) = known {
            return Some(known.clone());
        }
        let given = self.given.entry(joined_name(name));
        match given {
            Entry::Occupied(given) => Some(given.get().clone()),
            Entry::Vacant(none) => match self.free.find(|code| !self.written.contains(code)) {
                Some(code) => Some(none.insert(code).clone()),
                None => {
                    problems.add(first, ProblemReason::NoCodeLeft);
                    None
                }
            },
        }
    }
}

/// SKUs for product lines that come without one: the family's code and the next
/// number, in the order of the file; the same name keeps its SKU.
pub(super) struct NextNumbers {
    next: HashMap<FamilyCode, u32>,
    /// The lines that have one, by family and name.
    by_name: HashMap<(FamilyCode, String), Sku>,
    /// Those of the register and those the file gives itself.
    taken: HashSet<String>,
}

impl NextNumbers {
    pub(super) fn new(catalogue: &Catalogue, records: &[Record<LineColumn>]) -> Self {
        let mut by_name = HashMap::new();
        for line in catalogue.lines() {
            for key in keys(&line.name) {
                let named = by_name.entry((line.family.clone(), key));
                named.or_insert_with(|| line.sku.clone());
            }
        }
        let known = catalogue.lines().iter().map(|line| line.sku.to_string());
        let in_file = records.iter().filter_map(|record| {
            let code = record.field(LineColumn::Sku).code();
            code.ok().flatten()
        });
        NextNumbers {
            next: HashMap::new(),
            by_name,
            taken: known.chain(in_file).collect(),
        }
    }

    pub(super) fn sku(&mut self, family: &FamilyCode, name: &Bilingual) -> Sku {
        let known = keys(name).find_map(|key| self.by_name.get(&(family.clone(), key)));
        let sku = known.cloned().unwrap_or_else(|| self.unused(family));
        for key in keys(name) {
            let named = self.by_name.entry((family.clone(), key));
            named.or_insert_with(|| sku.clone());
        }
        sku
    }

    fn unused(&mut self, family: &FamilyCode) -> Sku {
        let next = self.next.entry(family.clone()).or_insert(0);
        loop {
            *next += 1;
            // A code as long as can be leaves no room for a number behind it.
            let sku = Sku::new(&format!("{family}-{next:02}"))
                .or_else(|_| Sku::new(&format!("L-{next:04}")))
                .expect("a letter and a number");
            if self.taken.insert(sku.to_string()) {
                return sku;
            }
        }
    }
}

/// The forms a name is found by, one a language it has.
fn keys(name: &Bilingual) -> impl Iterator<Item = String> {
    let keys = [&name.ar, &name.en].map(|name| search_key(name));
    keys.into_iter().filter(|key| !key.is_empty())
}
