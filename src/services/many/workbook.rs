//! A tally over several books, and a family's years, as workbooks.

use std::io::{self, Cursor};

use super::Many;
use super::told::verdict;
use crate::domain::many::FamilySum;
use crate::domain::money::Currency;
use crate::locale::{Digits, Language, Texts, bidi};
use crate::reports::xlsx::many::{write, write_years};

/// A tally as a workbook, with what is to be known beside the sums.
///
/// # Errors
/// Of the workbook.
pub fn workbook(many: &Many, language: Language) -> io::Result<Vec<u8>> {
    let texts = Texts::of(language, Digits::Latin);
    let verdicts = many.groups.iter().map(|group| verdict(texts, group));
    let remarks = many.remarks.iter().map(|remark| remark.told(texts));
    let known = verdicts.chain(remarks);
    let known: Vec<String> = known.map(|line| bidi::without_controls(&line)).collect();
    let mut whole = Cursor::new(Vec::new());
    write(&mut whole, &many.groups, &known, texts)?;
    Ok(whole.into_inner())
}

/// A family's years as a workbook.
///
/// # Errors
/// Of the workbook.
pub fn years_workbook(found: &[(Currency, &FamilySum)], language: Language) -> io::Result<Vec<u8>> {
    let mut whole = Cursor::new(Vec::new());
    write_years(&mut whole, found, Texts::of(language, Digits::Latin))?;
    Ok(whole.into_inner())
}
