//! What can be sold now: the bazaar's terms, families and product lines, and
//! the order in which rates are looked up.

use std::collections::HashMap;

use super::bazaar::{Bazaar, MoneyTaker};
use super::check_digit;
use super::family::{Family, ProductLine};
use super::id::{FamilyCode, Sku};
use super::money::Bps;

/// The catalogue as of one sequence of the journal.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// The journal sequence of the last fact that changed it.
    pub seq: u64,
    pub bazaar: Bazaar,
    families: Vec<Family>,
    lines: Vec<ProductLine>,
    family_index: HashMap<FamilyCode, usize>,
    sku_index: HashMap<Sku, usize>,
    barcode_index: HashMap<String, usize>,
}

impl Catalogue {
    pub fn new(seq: u64, bazaar: Bazaar, families: Vec<Family>, lines: Vec<ProductLine>) -> Self {
        let family_index = families
            .iter()
            .enumerate()
            .map(|(i, family)| (family.code.clone(), i))
            .collect();
        let sku_index = lines
            .iter()
            .enumerate()
            .map(|(i, line)| (line.sku.clone(), i))
            .collect();
        let barcode_index = lines
            .iter()
            .enumerate()
            .filter_map(|(i, line)| Some((line.barcode.clone()?, i)))
            .collect();
        Catalogue {
            seq,
            bazaar,
            families,
            lines,
            family_index,
            sku_index,
            barcode_index,
        }
    }

    pub fn families(&self) -> &[Family] {
        &self.families
    }

    pub fn lines(&self) -> &[ProductLine] {
        &self.lines
    }

    pub fn family(&self, code: &FamilyCode) -> Option<&Family> {
        self.family_index
            .get(code)
            .map(|index| &self.families[*index])
    }

    pub fn line(&self, sku: &Sku) -> Option<&ProductLine> {
        self.sku_index.get(sku).map(|index| &self.lines[*index])
    }

    pub fn line_by_barcode(&self, barcode: &str) -> Option<&ProductLine> {
        self.barcode_index
            .get(barcode)
            .map(|index| &self.lines[*index])
    }

    /// The commission on a product line: its own, else its family's, else its
    /// package's, else the bazaar's.
    pub fn commission(&self, line: &ProductLine) -> Bps {
        line.commission
            .or_else(|| {
                self.family(&line.family)
                    .and_then(|family| family.commission)
            })
            .or_else(|| {
                self.bazaar
                    .package(&line.package)
                    .and_then(|package| package.commission)
            })
            .unwrap_or(self.bazaar.commission)
    }

    /// A code for the next family: the first of [`Catalogue::free_family_codes`]. None
    /// where the codes there are leave no room for a next one.
    pub fn next_family_code(&self) -> Option<FamilyCode> {
        self.free_family_codes().next()
    }

    /// Codes for families to come: each one more than the highest number there is,
    /// written like it, with its check digit where the bazaar wants one.
    pub fn free_family_codes(&self) -> impl Iterator<Item = FamilyCode> {
        let numbered = self.families.iter().filter_map(|family| {
            let body = check_digit::body(family.code.as_str());
            let letters = body.trim_end_matches(|letter: char| letter.is_ascii_digit());
            let number = &body[letters.len()..];
            Some((number.parse::<u32>().ok()?, letters, number.len()))
        });
        let (highest, letters, width) = numbered.max().unwrap_or((0, "F", 2));
        let numbers = (highest..u32::MAX).map(|number| number + 1);
        let codes = numbers.map_while(move |number| {
            let plain = FamilyCode::new(&format!("{letters}{number:0width$}")).ok()?;
            let code = match self.bazaar.check_digits {
                true => FamilyCode::new(&check_digit::with_check_digit(plain.as_str())).ok()?,
                false => plain.clone(),
            };
            let is_free = self.family(&plain).is_none() && self.family(&code).is_none();
            Some(is_free.then_some(code))
        });
        codes.flatten()
    }

    /// Who takes the money for a family's goods.
    pub fn money_taker(&self, family: &FamilyCode) -> MoneyTaker {
        self.family(family)
            .and_then(|family| family.sells_through)
            .unwrap_or(self.bazaar.money_taken_by)
    }
}
