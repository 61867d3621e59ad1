//! Families and product lines by their names, in whatever spelling: what a list
//! without codes is known by.

use std::collections::{HashMap, HashSet};

use super::suspected::joined_name;
use super::{ProblemReason, Problems};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{FamilyCode, Sku};
use crate::locale::normalise::search_key;
use crate::reports::table::{Field, Record, SaleColumn};

/// The families there are by their names in either language, in the form in which
/// spellings meet.
pub(super) struct FamilyNames(HashMap<String, Vec<FamilyCode>>);

impl FamilyNames {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut names: HashMap<String, Vec<FamilyCode>> = HashMap::new();
        for family in catalogue.families() {
            let own = [&family.name.ar, &family.name.en].map(|name| joined_name(name));
            for name in own.into_iter().collect::<HashSet<_>>() {
                names.entry(name).or_default().push(family.code.clone());
            }
        }
        names.remove("");
        FamilyNames(names)
    }

    /// The family of a name, if there is one; several are a problem.
    pub(super) fn family(&self, name: &str) -> Result<Option<&FamilyCode>, ProblemReason> {
        match self.0.get(&joined_name(name)).map(Vec::as_slice) {
            None => Ok(None),
            Some([one]) => Ok(Some(one)),
            Some(several) => Err(ProblemReason::AmbiguousFamily {
                codes: several.to_vec(),
            }),
        }
    }
}

/// Product lines by their names, in both languages.
pub(super) struct LineNames(HashMap<String, Vec<Sku>>);

impl LineNames {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let mut names: HashMap<String, Vec<Sku>> = HashMap::new();
        for line in catalogue.lines().iter().filter(|line| line.active) {
            for name in [&line.name.ar, &line.name.en] {
                let key = search_key(name);
                let skus = names.entry(key.clone()).or_default();
                if !key.is_empty() && !skus.contains(&line.sku) {
                    skus.push(line.sku.clone());
                }
            }
        }
        LineNames(names)
    }

    /// The product line of a row, by its code or its name.
    pub(super) fn find(
        &self,
        catalogue: &Catalogue,
        record: &Record<SaleColumn>,
        problems: &mut Problems,
    ) -> Option<Sku> {
        let sku_field = record.field(SaleColumn::Sku);
        if problems.note(sku_field.text())?.is_some() {
            let sku: Sku = problems.optional_code(&sku_field)?;
            if catalogue.line(&sku).is_some_and(|line| line.active) {
                return Some(sku);
            }
            problems.add(&sku_field, ProblemReason::UnknownProductLine);
            return None;
        }
        self.by_name(&record.field(SaleColumn::Item), problems)
    }

    /// The only product line of a name.
    pub(super) fn by_name(&self, item: &Field<'_>, problems: &mut Problems) -> Option<Sku> {
        let name = problems.note(item.required())?;
        match self.0.get(&search_key(name)).map(Vec::as_slice) {
            Some([sku]) => Some(sku.clone()),
            Some([]) | None => {
                problems.add(item, ProblemReason::UnknownProductLine);
                None
            }
            Some(several) => {
                let skus = several.iter().map(Sku::to_string).collect();
                problems.add(item, ProblemReason::AmbiguousName { skus });
                None
            }
        }
    }
}
