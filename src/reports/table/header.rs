//! Finds the row of headings in a sheet and settles which column of the sheet
//! holds which column of the table. What single headings mean is in `heading`.

use std::collections::BTreeMap;

use super::fault::TableFault;
use super::heading::{Meaning, Sureness};
use super::vocabulary::Column;
use super::{Cell, Row, Sheet, column_letter};

/// The headings are looked for in this many rows that hold something; titles,
/// notes and logos above a table take fewer.
const ROWS_SEARCHED: usize = 20;

/// Cells looked at to learn the script of a column whose heading says none.
const CELLS_SAMPLED: usize = 50;

/// The row of headings of one sheet.
#[derive(Debug, Clone)]
pub(super) struct Header<C> {
    /// Place of the row in [`Sheet::rows`]; the records follow it.
    pub position: usize,
    /// Sheet column, counted from 0, of each table column that was found.
    pub columns: BTreeMap<C, u32>,
}

/// What the search found in one sheet.
pub(super) enum Search<C> {
    Found(Header<C>),
    /// No row has all that is needed. Of the row that came nearest: its number
    /// and what it lacks. No number when no heading was known at all.
    Lacking {
        nearest: Option<u32>,
        missing: Vec<String>,
    },
}

/// A heading cell and what it stands for, once the script is known.
struct Candidate<'a, C> {
    column: C,
    sureness: Sureness,
    cell: &'a Cell,
}

/// Looks for the headings of table `C` in a sheet. The row whose headings are
/// understood most and best wins; of equals, the first.
pub(super) fn search<C: Column>(sheet: &Sheet) -> Result<Search<C>, TableFault> {
    let mut scored = Vec::new();
    for (position, row) in sheet.rows.iter().take(ROWS_SEARCHED).enumerate() {
        let candidates = candidates::<C>(sheet, position, row);
        let score = score(&candidates);
        if score > 0 {
            scored.push((score, position, candidates));
        }
    }
    scored.sort_by_key(|(score, position, _)| (std::cmp::Reverse(*score), *position));

    let mut nearest = None;
    for (_, position, candidates) in scored {
        let missing = missing(&candidates);
        if missing.is_empty() {
            let columns = settled(sheet, position, candidates)?;
            return Ok(Search::Found(Header { position, columns }));
        }
        nearest.get_or_insert((sheet.rows[position].number, missing));
    }
    let (nearest, missing) = match nearest {
        Some((row, missing)) => (Some(row), missing),
        None => (None, missing::<C>(&[])),
    };
    Ok(Search::Lacking { nearest, missing })
}

/// Whether a later row only repeats the headings, as a table printed over
/// several pages does.
pub(super) fn repeats(header: &Row, row: &Row) -> bool {
    header.cells.len() == row.cells.len() && header.cells.iter().eq(row.cells.iter())
}

fn candidates<'a, C: Column>(
    sheet: &Sheet,
    position: usize,
    row: &'a Row,
) -> Vec<Candidate<'a, C>> {
    let understood = row.cells.iter().filter_map(|cell| {
        let (meaning, sureness) = C::known().meaning(&cell.text)?;
        let column = match meaning {
            Meaning::One(column) => column,
            Meaning::ByScript(arabic, latin) => {
                if is_arabic_below(sheet, position, cell.column) {
                    arabic
                } else {
                    latin
                }
            }
        };
        Some(Candidate {
            column,
            sureness,
            cell,
        })
    });
    understood.collect()
}

fn score<C: Column>(candidates: &[Candidate<'_, C>]) -> u32 {
    let mut best = BTreeMap::new();
    for candidate in candidates {
        let weight = best.entry(candidate.column).or_insert(0);
        *weight = candidate.sureness.weight().max(*weight);
    }
    best.values().sum()
}

/// The required columns that no heading stands for, by name.
fn missing<C: Column>(candidates: &[Candidate<'_, C>]) -> Vec<String> {
    let has = |column: &C| candidates.iter().any(|found| found.column == *column);
    let groups = C::REQUIRED.iter().filter(|group| !group.iter().any(has));
    groups
        .map(|group| {
            let names: Vec<_> = group.iter().map(|column| column.name()).collect();
            names.join("|")
        })
        .collect()
}

/// Gives each table column its surest sheet column. Two filled columns that are
/// equally sure are refused: choosing one of two prices would be a guess.
fn settled<C: Column>(
    sheet: &Sheet,
    position: usize,
    candidates: Vec<Candidate<'_, C>>,
) -> Result<BTreeMap<C, u32>, TableFault> {
    let mut by_column = BTreeMap::<C, Vec<Candidate<'_, C>>>::new();
    for candidate in candidates {
        by_column
            .entry(candidate.column)
            .or_default()
            .push(candidate);
    }
    let mut columns = BTreeMap::new();
    for (column, mut rivals) in by_column {
        rivals.sort_by_key(|rival| rival.sureness);
        let surest = rivals[0].sureness;
        rivals.retain(|rival| rival.sureness == surest);
        let filled = |rival: &&Candidate<'_, C>| {
            let rows = sheet.rows.iter().skip(position + 1);
            rows.filter_map(|row| row.cell(rival.cell.column))
                .next()
                .is_some()
        };
        let mut filled = rivals.iter().filter(filled);
        let chosen = filled.next().unwrap_or(&rivals[0]);
        if let Some(second) = filled.next() {
            return Err(TableFault::DuplicateHeading {
                sheet: sheet.name.clone(),
                row: sheet.rows[position].number,
                heading: second.cell.text.clone(),
                column: column.name(),
                letters: (
                    column_letter(chosen.cell.column),
                    column_letter(second.cell.column),
                ),
            });
        }
        columns.insert(column, chosen.cell.column);
    }
    Ok(columns)
}

/// Whether most of the first cells under a heading hold Arabic letters.
fn is_arabic_below(sheet: &Sheet, position: usize, column: u32) -> bool {
    let rows = sheet.rows.iter().skip(position + 1);
    let cells = rows.filter_map(|row| row.cell(column)).take(CELLS_SAMPLED);
    let (mut arabic, mut all) = (0, 0);
    for cell in cells {
        all += 1;
        arabic += usize::from(cell.text.chars().any(is_arabic_letter));
    }
    arabic * 2 > all
}

fn is_arabic_letter(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}
