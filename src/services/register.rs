//! Registering families and listing their product lines, one or thousands in
//! one transaction.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};
use thiserror::Error as ThisError;

use super::{By, Error, Recorder, Session, Till};
use crate::domain::catalogue::Catalogue;
use crate::domain::check_digit::{self, Standing};
use crate::domain::fact::{Fact, FileImported};
use crate::domain::family::{Family, FamilyPart, KEEPS_AT_MOST, ProductLine, checked_iban};
use crate::domain::id::{FamilyCode, PackageCode, Sku, StaffCode};
use crate::domain::money::Money;
use crate::domain::staff::{Act, authorise};

/// Why a family or product line can't be registered.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum RegisterRefusal {
    #[error("{subject}: there is no package {package}")]
    UnknownPackage {
        subject: String,
        package: PackageCode,
    },
    #[error("{sku}: there is no family {family}")]
    UnknownFamily { sku: Sku, family: FamilyCode },
    #[error("{family}: {iban:?} is no account")]
    BadIban { family: FamilyCode, iban: String },
    #[error("{0} has no name")]
    NameMissing(String),
    #[error("{sku}: the barcode {barcode} is {other}'s")]
    BarcodeTaken {
        sku: Sku,
        barcode: String,
        other: Sku,
    },
    #[error("{sku}: a price can't be negative or above the limit")]
    PriceOutOfRange { sku: Sku },
    #[error("{sku} belongs to {family}; a product line does not change its family")]
    FamilyChanged { sku: Sku, family: FamilyCode },
    #[error("{0} is listed twice")]
    Twice(String),
    #[error("{0} is a family already")]
    CodeTaken(FamilyCode),
    #[error("{0} was mistyped: its check digit does not fit")]
    CheckDigitWrong(FamilyCode),
    #[error("{code} is {known} without its check digit")]
    CheckDigitMissing { code: FamilyCode, known: FamilyCode },
    #[error("{0}: a sum can't be negative or above the limit")]
    SumOutOfRange(FamilyCode),
    #[error("{0}: nothing eaten keeps for so many days")]
    KeepsTooLong(FamilyCode),
}

/// What a registration changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Registered {
    pub created: u64,
    pub updated: u64,
    pub unchanged: u64,
}

impl Till {
    /// Registers families and product lines: new ones are created, known ones
    /// updated, equal ones left alone; all or none.
    ///
    /// # Errors
    /// Not an organiser; [`RegisterRefusal`] for the first that can't be.
    pub fn register(
        &self,
        session: &Session,
        families: Vec<Family>,
        lines: Vec<ProductLine>,
        file: Option<FileImported>,
    ) -> Result<Registered, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let goods = Registering {
                families,
                lines,
                file,
            };
            goods.record(recorder, &by, &catalogue, &mut |_, _| {})
        })
    }
}

/// What is to be registered in one transaction.
pub(super) struct Registering {
    pub families: Vec<Family>,
    pub lines: Vec<ProductLine>,
    pub file: Option<FileImported>,
}

impl Registering {
    /// Checks all, then records what is new or changed. `progress` hears how many of
    /// how many are done.
    ///
    /// # Errors
    /// [`RegisterRefusal`] for the first that can't be; nothing is kept then.
    pub fn record(
        self,
        recorder: &mut Recorder<'_, '_>,
        by: &By,
        catalogue: &Catalogue,
        progress: &mut dyn FnMut(usize, usize),
    ) -> Result<Registered, Error> {
        check_families(catalogue, &self.families)?;
        check_lines(catalogue, &self.families, &self.lines)?;

        let all = self.families.len() + self.lines.len();
        let mut done = 0;
        let mut one_more = || {
            done += 1;
            progress(done, all);
        };
        let mut registered = Registered::default();
        for family in self.families {
            let known = catalogue.family(&family.code);
            if registered.count(known, &family) {
                recorder.record(by.clone(), None, Fact::FamilyRegistered(Box::new(family)))?;
            }
            one_more();
        }
        for line in self.lines {
            let known = catalogue.line(&line.sku);
            if registered.count(known, &line) {
                recorder.record(by.clone(), None, Fact::ProductLineListed(Box::new(line)))?;
            }
            one_more();
        }
        if let Some(file) = self.file {
            recorder.record(by.clone(), None, Fact::FileImported(file))?;
        }
        Ok(registered)
    }
}

impl Till {
    /// Enters a family that is new to the register, or what changed of one; gives
    /// whether anything did.
    ///
    /// # Errors
    /// As [`Till::register`]; a new family under the code of another.
    pub fn enter_family(
        &self,
        session: &Session,
        family: Family,
        is_new: bool,
    ) -> Result<bool, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let by = By::actor(session);
        self.write(move |recorder| {
            let catalogue = recorder.catalogue()?;
            let known = catalogue.family(&family.code);
            if is_new && known.is_some_and(|known| *known != family) {
                return Err(RegisterRefusal::CodeTaken(family.code).into());
            }
            check_families(&catalogue, std::slice::from_ref(&family))?;
            if known == Some(&family) {
                return Ok(false);
            }

            recorder.record(by, None, Fact::FamilyRegistered(Box::new(family)))?;
            Ok(true)
        })
    }
}

/// One change of a family in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyChange {
    pub at: DateTime<FixedOffset>,
    /// Nobody for what the program did by itself.
    pub by: Option<StaffCode>,
    /// What it changed; nothing of the first entry.
    pub parts: Vec<FamilyPart>,
}

impl Till {
    /// Who entered a family and changed it since, the last change first.
    ///
    /// # Errors
    /// Not an organiser; faults of the store.
    pub fn family_changes(
        &self,
        session: &Session,
        family: &FamilyCode,
    ) -> Result<Vec<FamilyChange>, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        let family = family.clone();
        self.read(move |books| {
            let mut changes: Vec<FamilyChange> = Vec::new();
            let mut before: Option<Box<Family>> = None;
            for entry in books.family_entries(&family)? {
                let Fact::FamilyRegistered(family) = entry.fact else {
                    continue;
                };
                let parts = before.map_or_else(Vec::new, |was| family.differs_from(&was));
                changes.push(FamilyChange {
                    at: entry.at,
                    by: entry.actor,
                    parts,
                });
                before = Some(family);
            }
            changes.reverse();
            Ok(changes)
        })
    }
}

impl Registered {
    fn count<T: PartialEq>(&mut self, known: Option<&T>, new: &T) -> bool {
        match known {
            None => self.created += 1,
            Some(known) if known == new => {
                self.unchanged += 1;
                return false;
            }
            Some(_) => self.updated += 1,
        }
        true
    }
}

/// Whether a code is right as far as its check digit tells. Codes that are known
/// already, and those without one, are let be: but not one that lacks the check digit
/// of a family there is.
///
/// # Errors
/// [`RegisterRefusal::CheckDigitWrong`], [`RegisterRefusal::CheckDigitMissing`].
pub fn check_code(catalogue: &Catalogue, code: &FamilyCode) -> Result<(), RegisterRefusal> {
    if !catalogue.bazaar.check_digits || catalogue.family(code).is_some() {
        return Ok(());
    }
    match check_digit::standing(code.as_str()) {
        Standing::Right { .. } => Ok(()),
        Standing::Wrong => Err(RegisterRefusal::CheckDigitWrong(code.clone())),
        Standing::Plain => {
            let whole = check_digit::with_check_digit(code.as_str());
            let whole = FamilyCode::new(&whole).ok();
            match whole.filter(|whole| catalogue.family(whole).is_some()) {
                None => Ok(()),
                Some(known) => Err(RegisterRefusal::CheckDigitMissing {
                    code: code.clone(),
                    known,
                }),
            }
        }
    }
}

fn check_families(catalogue: &Catalogue, families: &[Family]) -> Result<(), RegisterRefusal> {
    let mut seen = HashSet::new();
    for family in families {
        let subject = family.code.to_string();
        if !seen.insert(&family.code) {
            return Err(RegisterRefusal::Twice(subject));
        }
        check_code(catalogue, &family.code)?;
        if family.name.arabic().trim().is_empty() {
            return Err(RegisterRefusal::NameMissing(subject));
        }
        let support = family.support.as_ref().map(|support| support.amount);
        let mut sums = [family.day_fee, family.advance_instalment, support]
            .into_iter()
            .flatten();
        if sums.any(|sum| sum.is_negative() || sum >= Money::LIMIT) {
            return Err(RegisterRefusal::SumOutOfRange(family.code.clone()));
        }
        let keeps = family.food.and_then(|food| food.keeps_days);
        if keeps.is_some_and(|days| days > KEEPS_AT_MOST) {
            return Err(RegisterRefusal::KeepsTooLong(family.code.clone()));
        }
        if !family.iban.is_empty() && checked_iban(&family.iban).is_none() {
            return Err(RegisterRefusal::BadIban {
                family: family.code.clone(),
                iban: family.iban.clone(),
            });
        }
        for package in &family.packages {
            if catalogue.bazaar.package(package).is_none() {
                let package = package.clone();
                return Err(RegisterRefusal::UnknownPackage { subject, package });
            }
        }
    }
    Ok(())
}

fn check_lines(
    catalogue: &Catalogue,
    families: &[Family],
    lines: &[ProductLine],
) -> Result<(), RegisterRefusal> {
    let new_families: HashSet<&FamilyCode> = families.iter().map(|family| &family.code).collect();
    let changed: HashMap<&Sku, &ProductLine> = lines.iter().map(|line| (&line.sku, line)).collect();
    if changed.len() < lines.len() {
        let mut seen = HashSet::new();
        let twice = lines.iter().find(|line| !seen.insert(&line.sku));
        return Err(RegisterRefusal::Twice(
            twice.expect("one is").sku.to_string(),
        ));
    }
    let mut barcodes: HashMap<&str, &Sku> = HashMap::new();
    for known in catalogue.lines() {
        if let Some(barcode) = &known.barcode
            && !changed.contains_key(&known.sku)
        {
            barcodes.insert(barcode, &known.sku);
        }
    }
    for line in lines {
        let sku = || line.sku.clone();
        if catalogue.family(&line.family).is_none() && !new_families.contains(&line.family) {
            let family = line.family.clone();
            return Err(RegisterRefusal::UnknownFamily { sku: sku(), family });
        }
        if catalogue.bazaar.package(&line.package).is_none() {
            let (subject, package) = (line.sku.to_string(), line.package.clone());
            return Err(RegisterRefusal::UnknownPackage { subject, package });
        }
        if let Some(known) = catalogue.line(&line.sku)
            && known.family != line.family
        {
            let family = known.family.clone();
            return Err(RegisterRefusal::FamilyChanged { sku: sku(), family });
        }
        if line.name.arabic().trim().is_empty() {
            return Err(RegisterRefusal::NameMissing(line.sku.to_string()));
        }
        if line
            .price
            .is_some_and(|price| price.is_negative() || price >= Money::LIMIT)
        {
            return Err(RegisterRefusal::PriceOutOfRange { sku: sku() });
        }
        if let Some(barcode) = &line.barcode
            && let Some(other) = barcodes.insert(barcode, &line.sku)
        {
            let (barcode, other) = (barcode.clone(), other.clone());
            return Err(RegisterRefusal::BarcodeTaken {
                sku: sku(),
                barcode,
                other,
            });
        }
    }
    Ok(())
}
