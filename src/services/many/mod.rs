//! This till's books beside others': other tills, sister bazaars, earlier editions.
//! Every journal is counted once, however many copies of it are given, and none is
//! touched.

mod found;
mod gather;
mod page;
mod told;
mod twice;
mod workbook;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error as ThisError;

use crate::domain::carrying::CarriedBalance;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{BazaarCode, Bilingual, FamilyCode, TillCode, TransferId};
use crate::domain::many::{FamilySum, InCurrency, JournalPart, tally};
use crate::domain::money::Currency;
use crate::locale::normalise::is_same_name;
use crate::settings::DataFolder;
use crate::store::{Head, Store, StoreError, Unseen};

use super::{Error, Till};

use gather::gather;
use twice::taken_twice;

pub use found::{databases, remember};
pub use told::{
    Grouping, Row, Step, columns, currency, edition_of_family, reckoning, rows, total, verdict,
    years_columns,
};
pub use twice::{TakenTwice, TwiceTaken};
pub use workbook::{workbook, years_workbook};

/// Several books laid side by side.
#[derive(Debug, Clone)]
pub struct Many {
    /// A group a currency.
    pub groups: Vec<InCurrency>,
    /// What is to be known beside the sums.
    pub remarks: Vec<Remark>,
}

/// What is to be known of what was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// It is this till's own database, which is counted anyway.
    Own { path: String },
    /// A copy of a journal that is counted already; the one with more records is.
    SameJournal {
        /// The copy that is left out; none where it is this till's own.
        left_out: Option<String>,
        counted: Option<String>,
        till: TillCode,
        records: u64,
    },
    /// Two journals that begin differently call themselves the same till of the same
    /// edition. Both are counted.
    SameTill { bazaar: BazaarCode, till: TillCode },
    /// Tills that took the same orders of a web shop. All of them are counted.
    TakenTwice(TakenTwice),
    /// A code that stands for families of different names, who are kept apart.
    Disputed {
        code: FamilyCode,
        names: Vec<Bilingual>,
    },
    /// A balance that was taken back where it came from, and had arrived all the same:
    /// the family is owed it twice.
    OwedTwice {
        name: Bilingual,
        balance: Box<CarriedBalance>,
        currency: Currency,
    },
}

impl Remark {
    /// Whether sums are wrong until somebody mends them.
    pub fn is_fault(&self) -> bool {
        matches!(self, Remark::OwedTwice { .. })
    }
}

/// Why databases can't be tallied together.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum ManyRefusal {
    /// One of them was taken back from a backup of the other and sold with since.
    #[error("two journals of till {till} agree up to record {common} and then part")]
    Parted {
        one: Option<String>,
        other: Option<String>,
        till: TillCode,
        common: u64,
    },
    #[error("no bazaar is set up in {0}")]
    NothingThere(String),
    #[error("{0} was practised on")]
    Practised(String),
    #[error("{bazaar} is in {other}, this one in {own}")]
    OtherCurrency {
        bazaar: BazaarCode,
        own: Currency,
        other: Currency,
    },
    #[error("{bazaar} had no day {number}")]
    NoSuchDay { bazaar: BazaarCode, number: usize },
    #[error("no family {0} in any of these books")]
    UnknownFamily(FamilyCode),
}

/// One journal as it was read; whatever it was read from is given back.
struct Source {
    /// None for this till's own.
    path: Option<String>,
    /// Its records, by which it is known among others.
    trail: Vec<Head>,
    part: JournalPart,
}

impl Many {
    /// The families of a code, in the order of their currencies: one, unless names or
    /// currencies disagree.
    ///
    /// # Errors
    /// [`ManyRefusal::UnknownFamily`].
    pub fn families(&self, code: &FamilyCode) -> Result<Vec<(Currency, &FamilySum)>, Error> {
        let mut found = Vec::new();
        for group in &self.groups {
            let families = group.families.iter().filter(|one| one.code == *code);
            found.extend(families.map(|one| (group.currency, one)));
        }
        match found.is_empty() {
            true => Err(ManyRefusal::UnknownFamily(code.clone()).into()),
            false => Ok(found),
        }
    }
}

impl Till {
    /// Tallies this till's books with those of other databases: files, data folders,
    /// backups. `progress` hears how many were read, and of how many.
    ///
    /// # Errors
    /// A database that can't be looked into, whole; [`ManyRefusal`].
    pub fn tally_with(
        &self,
        others: &[PathBuf],
        mut progress: impl FnMut(usize, usize),
    ) -> Result<Many, Error> {
        let mut remarks = Vec::new();
        let own = self.catalogue()?.bazaar.training;
        let mut sources = vec![Source::read(self.store(), None, own)?];
        for (at, path) in others.iter().enumerate() {
            progress(at, others.len());
            let path = database_in(path);
            let name = path.display().to_string();
            match Store::look(&path, |_, _| ()) {
                Err(fault) if self.is_own(&path, &fault) => {
                    remarks.push(Remark::Own { path: name });
                }
                looked => {
                    let source = Source::read(&looked?, Some(name), own)?;
                    admit(&mut sources, source, &mut remarks)?;
                }
            }
        }
        let parts: Vec<_> = sources.into_iter().map(|source| source.part).collect();
        progress(others.len(), others.len());
        same_tills(&parts, &mut remarks);
        taken_twice(&parts, &mut remarks);
        owed_twice(&parts, &mut remarks);
        let groups = tally(parts, &is_same_name);
        for group in &groups {
            disputed(group, &mut remarks);
        }
        Ok(Many { groups, remarks })
    }

    /// Whether what could not be looked into is this till's own database.
    fn is_own(&self, path: &Path, fault: &StoreError) -> bool {
        let open_here = matches!(
            fault,
            StoreError::Elsewhere { why, .. } if matches!(**why, Unseen::OpenHere)
        );
        let canonical = |path: &Path| path.canonicalize().ok();
        open_here
            && canonical(path).is_some_and(|path| Some(path) == canonical(self.store().path()))
    }
}

/// Balances that were taken back in one journal and brought in by another.
fn owed_twice(parts: &[JournalPart], remarks: &mut Vec<Remark>) {
    let brought = parts.iter().flat_map(|part| &part.brought_in);
    let arrived: BTreeSet<TransferId> = brought.map(|balance| balance.transfer).collect();
    for part in parts {
        let twice = part.taken_back.iter();
        for balance in twice.filter(|balance| arrived.contains(&balance.transfer)) {
            let family = part.families.iter().find(|one| one.code == balance.family);
            remarks.push(Remark::OwedTwice {
                name: family.map(|one| one.name.clone()).unwrap_or_default(),
                balance: Box::new(balance.clone()),
                currency: part.edition.currency,
            });
        }
    }
}

/// Opens another database, or a backup, to be looked at, with what it sells now.
///
/// # Errors
/// It can't be looked into; no bazaar is set up there.
pub(super) fn look_into(path: &Path) -> Result<(Store, Arc<Catalogue>), Error> {
    let path = database_in(path);
    let store = Store::look(&path, |_, _| ())?;
    let catalogue = store.read(|books| Ok::<_, Error>(books.catalogue()?))?;
    let nothing = || ManyRefusal::NothingThere(path.display().to_string());
    Ok((store, catalogue.ok_or_else(nothing)?))
}

/// The database of a data folder, or the file itself.
fn database_in(path: &Path) -> PathBuf {
    match path.is_dir() {
        true => DataFolder::at(path).database(),
        false => path.to_owned(),
    }
}

impl Source {
    /// Reads all of a journal that is asked here. One practised on counts only among
    /// such.
    fn read(store: &Store, path: Option<String>, training: bool) -> Result<Self, Error> {
        store.read(move |books| {
            let trail = books.trail()?;
            let catalogue = books.catalogue()?.filter(|_| !trail.is_empty());
            let place = path.clone().unwrap_or_default();
            let Some(catalogue) = catalogue else {
                return Err(ManyRefusal::NothingThere(place).into());
            };
            if catalogue.bazaar.training != training {
                return Err(ManyRefusal::Practised(place).into());
            }
            let part = gather(books, &catalogue)?;
            let part = JournalPart { place, ..part };
            Ok(Source { path, trail, part })
        })
    }

    fn records(&self) -> usize {
        self.trail.len()
    }

    /// Whether both have the same so many records.
    fn agrees(&self, other: &Source, records: usize) -> bool {
        let last = |source: &Source| source.trail.get(records - 1).copied();
        last(self) == last(other)
    }
}

/// Takes a journal among the others, or notices that it is one of them.
fn admit(sources: &mut Vec<Source>, new: Source, remarks: &mut Vec<Remark>) -> Result<(), Error> {
    let Some(at) = sources.iter().position(|known| known.agrees(&new, 1)) else {
        sources.push(new);
        return Ok(());
    };
    let known = &mut sources[at];
    let till = new.part.till.clone();
    let common = known.records().min(new.records());
    if !known.agrees(&new, common) {
        return Err(ManyRefusal::Parted {
            common: last_common(known, &new, common) as u64,
            one: known.path.clone(),
            other: new.path,
            till,
        }
        .into());
    }
    let left_out = match new.records() > known.records() {
        true => std::mem::replace(known, new),
        false => new,
    };
    remarks.push(Remark::SameJournal {
        records: left_out.records() as u64,
        left_out: left_out.path,
        counted: known.path.clone(),
        till,
    });
    Ok(())
}

/// The last record two journals agree on, if they part at `parted` or before.
fn last_common(one: &Source, other: &Source, parted: usize) -> usize {
    // They agree on the first record and not on this one.
    let (mut agree, mut part) = (1, parted);
    while part - agree > 1 {
        let middle = agree + (part - agree) / 2;
        match one.agrees(other, middle) {
            true => agree = middle,
            false => part = middle,
        }
    }
    agree
}

fn same_tills(parts: &[JournalPart], remarks: &mut Vec<Remark>) {
    for (at, part) in parts.iter().enumerate() {
        let is_same = |other: &&JournalPart| {
            let known = (&other.edition.code, other.edition.number, &other.till);
            known == (&part.edition.code, part.edition.number, &part.till)
        };
        if parts[..at].iter().filter(is_same).count() == 1 {
            remarks.push(Remark::SameTill {
                bazaar: part.edition.code.clone(),
                till: part.till.clone(),
            });
        }
    }
}

fn disputed(group: &InCurrency, remarks: &mut Vec<Remark>) {
    let disputed = group.families.iter().filter(|family| family.disputed);
    for family in disputed {
        match remarks.last_mut() {
            Some(Remark::Disputed { code, names }) if *code == family.code => {
                names.push(family.name.clone());
            }
            _ => remarks.push(Remark::Disputed {
                code: family.code.clone(),
                names: vec![family.name.clone()],
            }),
        }
    }
}
