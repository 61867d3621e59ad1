//! Families and product lines out of a spreadsheet. What the file does not speak
//! of stays as it is; a second import updates and never doubles.

use std::collections::{HashMap, HashSet};

use super::names::FamilyNames;
use super::numbering::{NextNumbers, Unnumbered};
use super::plan::{Progress, Read, place_of};
use super::{ProblemReason, Problems};
use crate::domain::catalogue::Catalogue;
use crate::domain::check_digit::{Standing, standing};
use crate::domain::family::{
    Family, FoodRule, KEEPS_AT_MOST, Licence, LicenceKind, ProductLine, Support, Unit, checked_iban,
};
use crate::domain::id::{Bilingual, FamilyCode, PackageCode, Sku};
use crate::domain::money::Money;
use crate::locale::normalise::{has_arabic, search_key};
use crate::reports::table::{FamilyColumn, Field, LineColumn, Record, Table};
use crate::services::register::{RegisterRefusal, check_code};

/// Reads the rows of a table of families.
pub(super) fn families(
    catalogue: &Catalogue,
    table: &Table<FamilyColumn>,
    progress: Progress<'_>,
) -> Read<Family> {
    let mut problems = Problems::default();
    let mut rows = Rows::default();
    let mut families = Vec::new();
    let mut unnumbered = Unnumbered::new(catalogue, &table.records);
    for (done, record) in table.records.iter().enumerate() {
        progress(done, table.records.len());
        let code = match record.has(FamilyColumn::Code) {
            true => written_code(catalogue, record, &mut problems),
            false => unnumbered.code(record, &mut problems),
        };
        let Some(code) = code else {
            continue;
        };
        let columns = [
            FamilyColumn::Code,
            FamilyColumn::NameAr,
            FamilyColumn::NameEn,
        ];
        let told_by = columns.into_iter().find(|column| record.has(*column));
        let field = record.field(told_by.unwrap_or(FamilyColumn::Code));
        if !rows.first(&code, record.row(), &field, &mut problems) {
            continue;
        }
        if let Some(family) = family(catalogue, record, code, &mut problems) {
            let (sheet, row) = place_of(record);
            families.push((sheet, row, family));
        }
    }
    (families, problems)
}

/// The code a row gives its family.
fn written_code(
    catalogue: &Catalogue,
    record: &Record<FamilyColumn>,
    problems: &mut Problems,
) -> Option<FamilyCode> {
    let field = record.field(FamilyColumn::Code);
    let code = problems.code::<FamilyCode>(&field)?;
    let wrong = match check_code(catalogue, &code) {
        Ok(()) => return Some(code),
        Err(RegisterRefusal::CheckDigitMissing { known, .. }) => {
            let known = known.to_string();
            ProblemReason::CheckDigitMissing { known }
        }
        Err(_) => ProblemReason::CheckDigitWrong,
    };
    problems.add(&field, wrong);
    None
}

/// Reads the rows of a table of product lines.
pub(super) fn lines(
    catalogue: &Catalogue,
    table: &Table<LineColumn>,
    progress: Progress<'_>,
) -> Read<ProductLine> {
    let mut problems = Problems::default();
    let mut rows = Rows::default();
    let mut next = NextNumbers::new(catalogue, &table.records);
    let names = FamilyNames::of(catalogue);
    let mut read = Vec::new();
    for (done, record) in table.records.iter().enumerate() {
        progress(done, table.records.len());
        let told = problems.0.len();
        let Some(line) = line(catalogue, &names, record, &mut next, &mut problems) else {
            continue;
        };
        // Without a code of its own a line is known by its name.
        let sku_field = record.field(LineColumn::Sku);
        let field = match sku_field.text() {
            Ok(None) => match record.has(LineColumn::NameAr) {
                true => record.field(LineColumn::NameAr),
                false => record.field(LineColumn::NameEn),
            },
            _ => sku_field,
        };
        if rows.first(&line.sku, record.row(), &field, &mut problems) {
            let is_sound = problems.0.len() == told;
            read.push((record, line, is_sound));
        }
    }
    refuse_taken_barcodes(catalogue, &read, &mut problems);
    let sound = read.into_iter().filter(|(_, _, is_sound)| *is_sound);
    let lines = sound.map(|(record, line, _)| {
        let (sheet, row) = place_of(record);
        (sheet, row, line)
    });
    (lines.collect(), problems)
}

/// A barcode belongs to one product line, of those in the file and of those that
/// the file leaves as they are.
fn refuse_taken_barcodes(
    catalogue: &Catalogue,
    read: &[(&Record<LineColumn>, ProductLine, bool)],
    problems: &mut Problems,
) {
    let in_file: HashSet<&Sku> = read.iter().map(|(_, line, _)| &line.sku).collect();
    let kept = catalogue.lines().iter();
    let kept = kept.filter(|line| !in_file.contains(&line.sku));
    let barcodes = kept.filter_map(|line| Some((line.barcode.as_deref()?, &line.sku)));
    let mut barcodes: HashMap<&str, &Sku> = barcodes.collect();
    for (record, line, _) in read {
        if let Some(barcode) = line.barcode.as_deref()
            && let Some(other) = barcodes.insert(barcode, &line.sku)
        {
            let sku = other.to_string();
            let reason = ProblemReason::BarcodeTaken { sku };
            problems.add(&record.field(LineColumn::Barcode), reason);
        }
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
        ar: ar.map_or(known.ar, in_one_line),
        en: en.map_or(known.en, in_one_line),
    }
}

/// The names of a row, where a single one says itself which language it is in: the
/// heading of a list without codes often names none.
fn in_own_script(ar: Option<&str>, en: Option<&str>) -> Bilingual {
    let (ar, en) = match (ar, en) {
        (Some(one), None) | (None, Some(one)) if has_arabic(one) => (Some(one), None),
        (Some(one), None) | (None, Some(one)) => (None, Some(one)),
        both => both,
    };
    named(None, ar, en)
}

/// What is known by its name keeps it as it is registered; a language it has none in
/// is added.
fn completed(known: Option<&Bilingual>, written: Bilingual) -> Bilingual {
    let Some(known) = known else {
        return written;
    };
    let or = |known: &String, written| match known.trim().is_empty() {
        true => written,
        false => known.clone(),
    };
    Bilingual {
        ar: or(&known.ar, written.ar),
        en: or(&known.en, written.en),
    }
}

/// A name broken over the lines of a cell, in one, without the strokes that only
/// stretch its letters.
fn in_one_line(name: &str) -> String {
    const TATWEEL: char = 'ـ';
    let name = name.replace(TATWEEL, "");
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ")
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
    record: &Record<FamilyColumn>,
    code: FamilyCode,
    problems: &mut Problems,
) -> Option<Family> {
    let (known, told) = (catalogue.family(&code), problems.0.len());
    let currency = catalogue.bazaar.currency;
    let field = |column| record.field(column);
    let text = |column, problems: &mut Problems| -> Option<String> {
        problems.note(field(column).told_code()).flatten()
    };
    let ar = problems.note(field(FamilyColumn::NameAr).text()).flatten();
    let en = problems.note(field(FamilyColumn::NameEn).text()).flatten();
    let is_by_name = !record.has(FamilyColumn::Code);
    let name = match is_by_name {
        true => completed(known.map(|family| &family.name), in_own_script(ar, en)),
        false => named(known.map(|family| &family.name), ar, en),
    };
    if name.arabic().trim().is_empty() {
        problems.note(field(FamilyColumn::NameAr).required());
    }
    let packages = packages(catalogue, &field(FamilyColumn::Package), problems);
    let licence = licence(
        record,
        known.and_then(|family| family.licence.as_ref()),
        problems,
    );
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
    let commission = problems
        .note(field(FamilyColumn::Commission).percent())
        .flatten();
    let day_fee = problems
        .note(field(FamilyColumn::Fee).amount(currency))
        .flatten();
    let instalment = problems
        .note(field(FamilyColumn::Advance).amount(currency))
        .flatten();
    for (column, amount) in [
        (FamilyColumn::Fee, day_fee),
        (FamilyColumn::Advance, instalment),
    ] {
        if amount.is_some_and(|amount| !is_possible(amount)) {
            problems.add(&field(column), ProblemReason::OutOfRange);
        }
    }
    let sells_through = problems
        .note(field(FamilyColumn::SellsThrough).money_taker())
        .flatten();
    let active = problems
        .note(field(FamilyColumn::Active).answer())
        .flatten();
    let support = support(catalogue, record, known, problems);
    let food = food(record, known, problems);
    // A column the file has is believed, even where its cell is blank.
    let or_known = |column, new: Option<String>, old: Option<&String>| {
        if record.has(column) {
            new.unwrap_or_default()
        } else {
            old.cloned().unwrap_or_default()
        }
    };
    let new_iban = iban(&field(FamilyColumn::Iban), problems);
    if let (true, Some(known), Some(new)) = (is_by_name, known, &new_iban)
        && !known.iban.is_empty()
        && known.iban != *new
    {
        // A namesake would take her money.
        let code = known.code.clone();
        problems.add(
            &field(FamilyColumn::Iban),
            ProblemReason::OtherAccount { code },
        );
    }
    let family = Family {
        name,
        packages: packages
            .or_else(|| known.map(|family| family.packages.clone()))
            .unwrap_or_default(),
        licence,
        contact: or_known(
            FamilyColumn::Contact,
            problems
                .note(field(FamilyColumn::Contact).text())
                .flatten()
                .map(in_one_line),
            known.map(|f| &f.contact),
        ),
        phone: or_known(
            FamilyColumn::Phone,
            problems
                .note(field(FamilyColumn::Phone).phone(currency))
                .flatten(),
            known.map(|f| &f.phone),
        ),
        iban: or_known(FamilyColumn::Iban, new_iban, known.map(|f| &f.iban)),
        proxies: match record.has(FamilyColumn::Proxies) {
            true => proxies(&field(FamilyColumn::Proxies), problems),
            false => known
                .map(|family| family.proxies.clone())
                .unwrap_or_default(),
        },
        commission: believed(
            record.has(FamilyColumn::Commission),
            commission,
            known.and_then(|f| f.commission),
        ),
        day_fee: believed(
            record.has(FamilyColumn::Fee),
            day_fee,
            known.and_then(|f| f.day_fee),
        ),
        tax_number: believed(
            record.has(FamilyColumn::TaxNumber),
            tax_number,
            known.and_then(|family| family.tax_number.clone()),
        ),
        sells_through: believed(
            record.has(FamilyColumn::SellsThrough),
            sells_through,
            known.and_then(|family| family.sells_through),
        ),
        advance_instalment: believed(
            record.has(FamilyColumn::Advance),
            instalment,
            known.and_then(|family| family.advance_instalment),
        ),
        support,
        food,
        active: active.or(known.map(|family| family.active)).unwrap_or(true),
        code,
    };
    (problems.0.len() == told).then_some(family)
}

/// Whether an amount can be a price or a fee.
fn is_possible(amount: Money) -> bool {
    !amount.is_negative() && amount < Money::LIMIT
}

/// An account number as banks write it, or none; a mistyped one is a problem.
fn iban(field: &Field<'_>, problems: &mut Problems) -> Option<String> {
    let text = problems.note(field.told_code()).flatten()?;
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
    if !record.has(FamilyColumn::Support) {
        return known;
    }
    let amount = amount?;
    if !amount.is_positive() {
        problems.add(&sum, ProblemReason::OutOfRange);
    }
    let (known_from, known_on) = known.map_or_else(Default::default, |was| (was.from, was.on));
    Some(Support {
        amount,
        from: match record.has(FamilyColumn::SupportFrom) {
            true => from.unwrap_or_default().to_owned(),
            false => known_from,
        },
        on: believed(record.has(FamilyColumn::SupportDate), on, known_on),
    })
}

/// Whether what the family makes is eaten, and how long it keeps.
fn food(
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
    let keeps_days = match record.has(FamilyColumn::KeepsDays) {
        true => days.flatten(),
        false => known.and_then(|rule| rule.keeps_days),
    };
    let is_food = match record.has(FamilyColumn::Food) {
        true => eaten.unwrap_or(false),
        false => known.is_some() || days.is_some(),
    };
    is_food.then_some(FoodRule { keeps_days })
}

/// The licence a row speaks of; what the file has no column for stays as it is.
fn licence(
    record: &Record<FamilyColumn>,
    known: Option<&Licence>,
    problems: &mut Problems,
) -> Option<Licence> {
    let field = |column| record.field(column);
    let kind = problems.note(field(FamilyColumn::LicenceKind).licence_kind());
    let number = problems.note(field(FamilyColumn::LicenceNumber).told_code());
    let expires = problems.note(field(FamilyColumn::LicenceExpiry).date());
    let kind = believed(
        record.has(FamilyColumn::LicenceKind),
        kind.flatten(),
        known.map(|licence| licence.kind),
    );
    let number = believed(
        record.has(FamilyColumn::LicenceNumber),
        number.flatten(),
        known.map(|licence| licence.number.clone()),
    );
    let expires = believed(
        record.has(FamilyColumn::LicenceExpiry),
        expires.flatten(),
        known.and_then(|licence| licence.expires),
    );
    if kind.is_none() && number.is_none() && expires.is_none() {
        return None;
    }
    Some(Licence {
        kind: kind.unwrap_or(LicenceKind::OtherAuthority),
        number: number.unwrap_or_default(),
        expires,
    })
}

/// The family a row names by its code or its name.
fn family_of<'a>(
    catalogue: &'a Catalogue,
    names: &FamilyNames,
    record: &Record<LineColumn>,
    problems: &mut Problems,
) -> Option<&'a Family> {
    let field = record.field(LineColumn::FamilyCode);
    let text = problems.note(field.required())?;
    let code = problems.note(field.code())?;
    let code = code.and_then(|code| code.parse::<FamilyCode>().ok());
    if let Some(family) = code.as_ref().and_then(|code| catalogue.family(code)) {
        return Some(family);
    }
    let reason = match names.family(text) {
        Ok(Some(known)) => return catalogue.family(known),
        Ok(None) => match code.map(|code| standing(code.as_str()) == Standing::Wrong) {
            Some(true) => ProblemReason::CheckDigitWrong,
            _ => ProblemReason::UnknownFamily,
        },
        Err(several) => several,
    };
    problems.add(&field, reason);
    None
}

/// What a row says of a product line, as far as it can be read.
fn line(
    catalogue: &Catalogue,
    names: &FamilyNames,
    record: &Record<LineColumn>,
    next: &mut NextNumbers,
    problems: &mut Problems,
) -> Option<ProductLine> {
    let field = |column| record.field(column);
    let family = family_of(catalogue, names, record, problems)?;
    let family_code = family.code.clone();
    let ar = problems.note(field(LineColumn::NameAr).text()).flatten();
    let en = problems.note(field(LineColumn::NameEn).text()).flatten();
    let sku_field = field(LineColumn::Sku);
    let given: Option<Sku> = match problems.note(sku_field.text())? {
        Some(_) => Some(problems.optional_code(&sku_field)?),
        None => None,
    };
    let (sku, name) = match given {
        Some(sku) => {
            let known = catalogue.line(&sku).map(|line| &line.name);
            (Some(sku), named(known, ar, en))
        }
        None => (None, in_own_script(ar, en)),
    };
    if name.arabic().trim().is_empty() {
        problems.note(field(LineColumn::NameAr).required());
        return None;
    }
    let (sku, name) = match sku {
        Some(sku) => (sku, name),
        None => {
            let sku = next.sku(&family_code, &name);
            let known = catalogue.line(&sku).map(|line| &line.name);
            (sku, completed(known, name))
        }
    };
    let known = catalogue.line(&sku);
    if let Some(other) = known.filter(|line| line.family != family_code) {
        let reason = ProblemReason::OtherFamily {
            family: other.family.to_string(),
        };
        problems.add(&sku_field, reason);
        return None;
    }
    let price = problems
        .note(field(LineColumn::UnitPrice).amount(catalogue.bazaar.currency))
        .flatten();
    if price.is_some_and(|price| !is_possible(price)) {
        problems.add(&field(LineColumn::UnitPrice), ProblemReason::OutOfRange);
    }
    let unit = problems.note(field(LineColumn::Unit).unit()).flatten();
    let commission = problems
        .note(field(LineColumn::Commission).percent())
        .flatten();
    let barcode = problems.note(field(LineColumn::Barcode).code()).flatten();
    let best_before = problems
        .note(field(LineColumn::BestBefore).date())
        .flatten();
    let made_to_order = problems
        .note(field(LineColumn::MadeToOrder).answer())
        .flatten();
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
            record.has(LineColumn::UnitPrice),
            price,
            known.and_then(|line| line.price),
        ),
        barcode: believed(
            record.has(LineColumn::Barcode),
            barcode,
            known.and_then(|line| line.barcode.clone()),
        ),
        commission: believed(
            record.has(LineColumn::Commission),
            commission,
            known.and_then(|line| line.commission),
        ),
        best_before: believed(
            record.has(LineColumn::BestBefore),
            best_before,
            known.and_then(|line| line.best_before),
        ),
        made_to_order: made_to_order
            .or(known.map(|line| line.made_to_order))
            .unwrap_or_default(),
        active: known.is_none_or(|line| line.active),
        sku,
    })
}
