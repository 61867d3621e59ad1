//! Families and product lines out of a spreadsheet. What the file does not speak
//! of stays as it is; a second import updates and never doubles.

use std::collections::HashMap;
use std::path::Path;

use super::{ProblemReason, Problems, SourceFile, UnusedHeadings};
use crate::domain::catalogue::Catalogue;
use crate::domain::check_digit::{Standing, standing};
use crate::domain::family::{
    Family, FoodRule, KEEPS_AT_MOST, Licence, LicenceKind, ProductLine, Support, Unit, checked_iban,
};
use crate::domain::id::{Bilingual, FamilyCode, PackageCode, Sku};
use crate::locale::normalise::search_key;
use crate::reports::table::{FamilyColumn, Field, LineColumn, Record, Table};
use crate::services::register::{RegisterRefusal, Registered, check_code};
use crate::services::{Error, Session, Till};

/// What an import of families or product lines did.
#[derive(Debug, Clone)]
pub struct Taken {
    pub registered: Registered,
    pub unused: UnusedHeadings,
    pub sheets_left_out: Vec<String>,
}

impl Till {
    /// Takes families in from a CSV or workbook.
    ///
    /// # Errors
    /// Not an organiser; a file that is no such table; every row that can't be
    /// read, in one list. Nothing is written then.
    pub fn import_families(&self, session: &Session, path: &Path) -> Result<Taken, Error> {
        let file = SourceFile::read(path)?;
        self.take_families(session, &file)
    }

    /// As [`Till::import_families`], from bytes under a file name.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_families_from(
        &self,
        session: &Session,
        name: &str,
        bytes: &[u8],
    ) -> Result<Taken, Error> {
        self.take_families(session, &SourceFile::of_bytes(name.to_owned(), bytes)?)
    }

    /// Takes product lines in from a CSV or workbook.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_lines(&self, session: &Session, path: &Path) -> Result<Taken, Error> {
        let file = SourceFile::read(path)?;
        self.take_lines(session, &file)
    }

    /// As [`Till::import_lines`], from bytes under a file name.
    ///
    /// # Errors
    /// As [`Till::import_families`].
    pub fn import_lines_from(
        &self,
        session: &Session,
        name: &str,
        bytes: &[u8],
    ) -> Result<Taken, Error> {
        self.take_lines(session, &SourceFile::of_bytes(name.to_owned(), bytes)?)
    }

    fn take_families(&self, session: &Session, file: &SourceFile) -> Result<Taken, Error> {
        let table = file.table::<FamilyColumn>()?;
        let catalogue = self.catalogue()?;
        let mut problems = Problems::default();
        let mut rows = Rows::default();
        let mut families = Vec::new();
        for record in &table.records {
            let code_field = record.field(FamilyColumn::Code);
            let Some(code) = problems.code::<FamilyCode>(&code_field) else {
                continue;
            };
            if !rows.first(&code, record.row(), &code_field, &mut problems) {
                continue;
            }
            match check_code(&catalogue, &code) {
                Ok(()) => {}
                Err(RegisterRefusal::CheckDigitMissing { known, .. }) => {
                    let known = known.to_string();
                    problems.add(&code_field, ProblemReason::CheckDigitMissing { known });
                }
                Err(_) => problems.add(&code_field, ProblemReason::CheckDigitWrong),
            }
            families.extend(family(&catalogue, &table, record, code, &mut problems));
        }
        problems.finish()?;
        let fact = file.fact("families", table.records.len());
        let registered = self.register(session, families, Vec::new(), Some(fact))?;
        Ok(Taken {
            registered,
            unused: table.unused,
            sheets_left_out: table.sheets_left_out,
        })
    }

    fn take_lines(&self, session: &Session, file: &SourceFile) -> Result<Taken, Error> {
        let table = file.table::<LineColumn>()?;
        let catalogue = self.catalogue()?;
        let mut problems = Problems::default();
        let mut rows = Rows::default();
        let mut barcodes = HashMap::new();
        let mut next = NextNumbers::default();
        let mut lines = Vec::new();
        for record in &table.records {
            let Some(line) = line(&catalogue, &table, record, &mut next, &mut problems) else {
                continue;
            };
            let sku_field = record.field(LineColumn::Sku);
            if !rows.first(&line.sku, record.row(), &sku_field, &mut problems) {
                continue;
            }
            if let Some(barcode) = &line.barcode
                && let Some(other) = barcodes.insert(barcode.clone(), line.sku.clone())
            {
                let reason = ProblemReason::BarcodeTaken {
                    sku: other.to_string(),
                };
                problems.add(&record.field(LineColumn::Barcode), reason);
            }
            lines.push(line);
        }
        problems.finish()?;
        let fact = file.fact("lines", table.records.len());
        let registered = self.register(session, Vec::new(), lines, Some(fact))?;
        Ok(Taken {
            registered,
            unused: table.unused,
            sheets_left_out: table.sheets_left_out,
        })
    }
}

/// The rows each code was first seen in.
struct Rows<C>(HashMap<C, u32>);

impl<C> Default for Rows<C> {
    fn default() -> Self {
        Rows(HashMap::new())
    }
}

impl<C: Clone + Eq + std::hash::Hash> Rows<C> {
    fn first(&mut self, code: &C, row: u32, field: &Field<'_>, problems: &mut Problems) -> bool {
        match self.0.get(code) {
            None => {
                self.0.insert(code.clone(), row);
                true
            }
            Some(first_row) => {
                problems.add(
                    field,
                    ProblemReason::Twice {
                        first_row: *first_row,
                    },
                );
                false
            }
        }
    }
}

fn named(known: Option<&Bilingual>, ar: Option<&str>, en: Option<&str>) -> Bilingual {
    let known = known.cloned().unwrap_or_default();
    Bilingual {
        ar: ar.map_or(known.ar, str::to_owned),
        en: en.map_or(known.en, str::to_owned),
    }
}

/// A package by its code or by its name in either language.
fn package(catalogue: &Catalogue, text: &str) -> Option<PackageCode> {
    let key = search_key(text);
    let packages = &catalogue.bazaar.packages;
    let found = packages.iter().find(|package| {
        search_key(package.code.as_str()) == key
            || search_key(&package.name.ar) == key
            || search_key(&package.name.en) == key
    });
    found.map(|package| package.code.clone())
}

/// The packages a cell names, several between commas.
fn packages(
    catalogue: &Catalogue,
    field: &Field<'_>,
    problems: &mut Problems,
) -> Option<Vec<PackageCode>> {
    let text = problems.note(field.text())??;
    let mut found = Vec::new();
    for part in text
        .split([',', '،', ';', '+'])
        .filter(|part| !part.trim().is_empty())
    {
        match package(catalogue, part) {
            Some(package) => found.push(package),
            None => problems.add(field, ProblemReason::UnknownPackage),
        }
    }
    Some(found)
}

fn family(
    catalogue: &Catalogue,
    table: &Table<FamilyColumn>,
    record: &Record<FamilyColumn>,
    code: FamilyCode,
    problems: &mut Problems,
) -> Option<Family> {
    let known = catalogue.family(&code);
    let currency = catalogue.bazaar.currency;
    let field = |column| record.field(column);
    let text = |column, problems: &mut Problems| -> Option<String> {
        problems.note(field(column).code()).flatten()
    };
    let ar = problems.note(field(FamilyColumn::NameAr).text()).flatten();
    let en = problems.note(field(FamilyColumn::NameEn).text()).flatten();
    let name = named(known.map(|family| &family.name), ar, en);
    if name.arabic().trim().is_empty() {
        problems.note(field(FamilyColumn::NameAr).required());
    }
    let packages = packages(catalogue, &field(FamilyColumn::Package), problems);
    let licence = licence(record, problems);
    let registered = problems
        .note(field(FamilyColumn::TaxRegistered).answer())
        .flatten();
    let tax_number = text(FamilyColumn::TaxNumber, problems);
    if registered == Some(true) && tax_number.is_none() {
        problems.add(
            &field(FamilyColumn::TaxNumber),
            ProblemReason::TaxNumberMissing,
        );
    }
    let commission = problems.note(field(FamilyColumn::Commission).percent())?;
    let day_fee = problems.note(field(FamilyColumn::Fee).amount(currency))?;
    let instalment = problems.note(field(FamilyColumn::Advance).amount(currency))?;
    let sells_through = problems.note(field(FamilyColumn::SellsThrough).money_taker())?;
    let active = problems.note(field(FamilyColumn::Active).answer())?;
    let support = support(catalogue, table, record, known, problems);
    let food = food(table, record, known, problems);
    // A column the file has is believed, even where its cell is blank.
    let or_known = |column, new: Option<String>, old: Option<&String>| {
        if table.has(column) {
            new.unwrap_or_default()
        } else {
            old.cloned().unwrap_or_default()
        }
    };
    Some(Family {
        name,
        packages: packages
            .or_else(|| known.map(|family| family.packages.clone()))
            .unwrap_or_default(),
        licence: if table.has(FamilyColumn::LicenceNumber) || table.has(FamilyColumn::LicenceKind) {
            licence
        } else {
            known.and_then(|family| family.licence.clone())
        },
        contact: or_known(
            FamilyColumn::Contact,
            problems
                .note(field(FamilyColumn::Contact).text())
                .flatten()
                .map(str::to_owned),
            known.map(|f| &f.contact),
        ),
        phone: or_known(
            FamilyColumn::Phone,
            text(FamilyColumn::Phone, problems),
            known.map(|f| &f.phone),
        ),
        iban: or_known(
            FamilyColumn::Iban,
            iban(&field(FamilyColumn::Iban), problems),
            known.map(|f| &f.iban),
        ),
        proxies: match table.has(FamilyColumn::Proxies) {
            true => proxies(&field(FamilyColumn::Proxies), problems),
            false => known
                .map(|family| family.proxies.clone())
                .unwrap_or_default(),
        },
        commission: believed(
            table.has(FamilyColumn::Commission),
            commission,
            known.and_then(|f| f.commission),
        ),
        day_fee: believed(
            table.has(FamilyColumn::Fee),
            day_fee,
            known.and_then(|f| f.day_fee),
        ),
        tax_number: believed(
            table.has(FamilyColumn::TaxNumber),
            tax_number,
            known.and_then(|family| family.tax_number.clone()),
        ),
        sells_through: believed(
            table.has(FamilyColumn::SellsThrough),
            sells_through,
            known.and_then(|family| family.sells_through),
        ),
        advance_instalment: believed(
            table.has(FamilyColumn::Advance),
            instalment,
            known.and_then(|family| family.advance_instalment),
        ),
        support,
        food,
        active: active.unwrap_or(true),
        code,
    })
}

/// An account number as banks write it, or none; a mistyped one is a problem.
fn iban(field: &Field<'_>, problems: &mut Problems) -> Option<String> {
    let text = problems.note(field.code()).flatten()?;
    let checked = checked_iban(&text);
    if checked.is_none() {
        problems.add(field, ProblemReason::BadIban);
    }
    checked
}

/// The people a cell names, several between commas or semicolons.
fn proxies(field: &Field<'_>, problems: &mut Problems) -> Vec<String> {
    let text = problems.note(field.text()).flatten().unwrap_or_default();
    let names = text.split([',', '،', ';', '؛']).map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn believed<T>(in_file: bool, new: Option<T>, old: Option<T>) -> Option<T> {
    if in_file { new } else { old }
}

/// What a programme gave the family; a file without the sum knows nothing of it.
fn support(
    catalogue: &Catalogue,
    table: &Table<FamilyColumn>,
    record: &Record<FamilyColumn>,
    known: Option<&Family>,
    problems: &mut Problems,
) -> Option<Support> {
    let known = known.and_then(|family| family.support.clone());
    let sum = record.field(FamilyColumn::Support);
    let amount = problems
        .note(sum.amount(catalogue.bazaar.currency))
        .flatten();
    let from = problems
        .note(record.field(FamilyColumn::SupportFrom).text())
        .flatten();
    let on = problems
        .note(record.field(FamilyColumn::SupportDate).date())
        .flatten();
    if !table.has(FamilyColumn::Support) {
        return known;
    }
    let amount = amount?;
    if !amount.is_positive() {
        problems.add(&sum, ProblemReason::OutOfRange);
    }
    let (known_from, known_on) = known.map_or_else(Default::default, |was| (was.from, was.on));
    Some(Support {
        amount,
        from: match table.has(FamilyColumn::SupportFrom) {
            true => from.unwrap_or_default().to_owned(),
            false => known_from,
        },
        on: believed(table.has(FamilyColumn::SupportDate), on, known_on),
    })
}

/// Whether what the family makes is eaten, and how long it keeps.
fn food(
    table: &Table<FamilyColumn>,
    record: &Record<FamilyColumn>,
    known: Option<&Family>,
    problems: &mut Problems,
) -> Option<FoodRule> {
    let known = known.and_then(|family| family.food);
    let field = record.field(FamilyColumn::KeepsDays);
    let days = problems.note(field.whole()).flatten();
    let days = days.map(|days| match u16::try_from(days) {
        Ok(days) if (1..=KEEPS_AT_MOST).contains(&days) => Some(days),
        _ => {
            problems.add(&field, ProblemReason::OutOfRange);
            None
        }
    });
    let eaten = problems
        .note(record.field(FamilyColumn::Food).answer())
        .flatten();
    let keeps_days = match table.has(FamilyColumn::KeepsDays) {
        true => days.flatten(),
        false => known.and_then(|rule| rule.keeps_days),
    };
    let is_food = match table.has(FamilyColumn::Food) {
        true => eaten.unwrap_or(false),
        false => known.is_some() || days.is_some(),
    };
    is_food.then_some(FoodRule { keeps_days })
}

fn licence(record: &Record<FamilyColumn>, problems: &mut Problems) -> Option<Licence> {
    let kind = problems
        .note(record.field(FamilyColumn::LicenceKind).licence_kind())
        .flatten();
    let number = problems
        .note(record.field(FamilyColumn::LicenceNumber).code())
        .flatten();
    let expires = problems
        .note(record.field(FamilyColumn::LicenceExpiry).date())
        .flatten();
    if kind.is_none() && number.is_none() {
        return None;
    }
    Some(Licence {
        kind: kind.unwrap_or(LicenceKind::OtherAuthority),
        number: number.unwrap_or_default(),
        expires,
    })
}

/// SKUs for product lines that come without one: the family's code and the next
/// number, in the order of the file; the same name keeps its SKU.
#[derive(Default)]
struct NextNumbers(HashMap<FamilyCode, u32>);

impl NextNumbers {
    fn sku(&mut self, catalogue: &Catalogue, family: &FamilyCode, name: &Bilingual) -> Sku {
        let key = search_key(name.arabic());
        let of_family = || {
            catalogue
                .lines()
                .iter()
                .filter(|line| &line.family == family)
        };
        if let Some(known) = of_family().find(|line| search_key(line.name.arabic()) == key) {
            return known.sku.clone();
        }
        let next = self.0.entry(family.clone()).or_insert(0);
        loop {
            *next += 1;
            let sku = Sku::new(&format!("{family}-{next:02}")).expect("a code and a number");
            if catalogue.line(&sku).is_none() {
                return sku;
            }
        }
    }
}

fn line(
    catalogue: &Catalogue,
    table: &Table<LineColumn>,
    record: &Record<LineColumn>,
    next: &mut NextNumbers,
    problems: &mut Problems,
) -> Option<ProductLine> {
    let field = |column| record.field(column);
    let family_field = field(LineColumn::FamilyCode);
    let family_code: FamilyCode = problems.code(&family_field)?;
    let Some(family) = catalogue.family(&family_code) else {
        let reason = match standing(family_code.as_str()) {
            Standing::Wrong => ProblemReason::CheckDigitWrong,
            Standing::Plain | Standing::Right { .. } => ProblemReason::UnknownFamily,
        };
        problems.add(&family_field, reason);
        return None;
    };
    let ar = problems.note(field(LineColumn::NameAr).text()).flatten();
    let en = problems.note(field(LineColumn::NameEn).text()).flatten();
    let sku_field = field(LineColumn::Sku);
    let given: Option<Sku> = match problems.note(sku_field.text())? {
        Some(_) => Some(problems.optional_code(&sku_field)?),
        None => None,
    };
    let known = given.as_ref().and_then(|sku| catalogue.line(sku));
    let name = named(known.map(|line| &line.name), ar, en);
    if name.arabic().trim().is_empty() {
        problems.note(field(LineColumn::NameAr).required());
        return None;
    }
    let sku = given.unwrap_or_else(|| next.sku(catalogue, &family_code, &name));
    let known = catalogue.line(&sku);
    if let Some(other) = known.filter(|line| line.family != family_code) {
        let reason = ProblemReason::OtherFamily {
            family: other.family.to_string(),
        };
        problems.add(&sku_field, reason);
        return None;
    }
    let price = problems.note(field(LineColumn::UnitPrice).amount(catalogue.bazaar.currency))?;
    if price.is_some_and(|price| price.is_negative()) {
        problems.add(&field(LineColumn::UnitPrice), ProblemReason::OutOfRange);
    }
    let unit = problems.note(field(LineColumn::Unit).unit())?;
    let commission = problems.note(field(LineColumn::Commission).percent())?;
    let barcode = problems.note(field(LineColumn::Barcode).code())?;
    let best_before = problems.note(field(LineColumn::BestBefore).date())?;
    let made_to_order = problems.note(field(LineColumn::MadeToOrder).answer())?;
    let named_packages = packages(catalogue, &field(LineColumn::Package), problems);
    let package = named_packages
        .and_then(|packages| packages.into_iter().next())
        .or_else(|| known.map(|line| line.package.clone()))
        .or_else(|| family.packages.first().cloned());
    let Some(package) = package else {
        problems.note(field(LineColumn::Package).required());
        return None;
    };
    Some(ProductLine {
        family: family_code,
        package,
        name,
        unit: unit.or(known.map(|line| line.unit)).unwrap_or(Unit::Each),
        price: believed(
            table.has(LineColumn::UnitPrice),
            price,
            known.and_then(|line| line.price),
        ),
        barcode: believed(
            table.has(LineColumn::Barcode),
            barcode,
            known.and_then(|line| line.barcode.clone()),
        ),
        commission: believed(
            table.has(LineColumn::Commission),
            commission,
            known.and_then(|line| line.commission),
        ),
        best_before: believed(
            table.has(LineColumn::BestBefore),
            best_before,
            known.and_then(|line| line.best_before),
        ),
        made_to_order: made_to_order
            .or(known.map(|line| line.made_to_order))
            .unwrap_or_default(),
        active: true,
        sku,
    })
}
