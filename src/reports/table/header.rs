//! Finds the headings in a sheet, in one row or in two, and settles which column of
//! the sheet holds which column of the table. What single headings mean is in
//! `heading`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::fault::TableFault;
use super::heading::{Aliases, Meaning, Sureness};
use super::vocabulary::{Column, heading_in};
use super::{Cell, Row, Sheet, column_letter};
use crate::locale::normalise::has_arabic;

/// The headings are looked for in this many rows that hold something; titles,
/// notes and logos above a table take fewer.
const ROWS_SEARCHED: usize = 20;

/// So many columns must be understood before a row is taken for headings: a title
/// such as "Families" alone is none.
const FEWEST_HEADINGS: usize = 2;

/// Cells looked at to learn the script of a column whose heading says none.
const CELLS_SAMPLED: usize = 50;

/// The headings of one sheet: one row of them, or two of which the upper groups
/// the lower.
#[derive(Debug, Clone)]
pub(super) struct Header<C> {
    /// Places of its rows in [`Sheet::rows`]; the records follow the last.
    pub rows: RangeInclusive<usize>,
    /// Sheet column, counted from 0, of each table column that was found.
    pub columns: BTreeMap<C, u32>,
    /// What stands over each sheet column.
    pub headings: BTreeMap<u32, String>,
}

/// What the search found in one sheet.
pub(super) enum Search<C> {
    Found(Header<C>),
    /// No row has all that is needed. Of the row that came nearest: its number
    /// and what it lacks. No number when no heading was known at all.
    Lacking {
        nearest: Option<u32>,
        missing: Vec<Wanted>,
    },
}

/// A column that a table needs and a sheet lacks: its name, with "|" between several
/// of which one will do, and what to head it in Arabic and in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub name: String,
    pub arabic: &'static str,
    pub english: &'static str,
}

/// A heading and what it stands for, once the script is known.
#[derive(Debug, Clone)]
struct Candidate<C> {
    column: C,
    sureness: Sureness,
    /// The sheet column it stands over.
    at: u32,
    text: String,
}

/// Rows that may be the headings.
struct Head<C> {
    rows: RangeInclusive<usize>,
    candidates: Vec<Candidate<C>>,
    headings: BTreeMap<u32, String>,
}

/// Looks for the headings of table `C` in a sheet. The row, or the two rows, whose
/// headings are understood most and best win; of equals, the fewer rows, then the
/// first.
pub(super) fn search<C: Column>(sheet: &Sheet) -> Result<Search<C>, TableFault> {
    let places = 0..sheet.rows.len().min(ROWS_SEARCHED);
    let alone: Vec<Head<C>> = places
        .clone()
        .map(|place| one_row(sheet, place, place))
        .collect();
    let in_two = places.filter_map(|place| two_rows(sheet, &alone[place]));
    let in_two: Vec<Head<C>> = in_two.collect();
    let mut heads: Vec<(u32, Head<C>)> = alone
        .into_iter()
        .chain(in_two)
        .map(|head| (score(&head.candidates), head))
        .filter(|(score, _)| *score > 0)
        .collect();
    // One row comes before two, which a stable sort keeps.
    heads.sort_by_key(|(score, head)| (Reverse(*score), head.rows.end() - head.rows.start()));

    let mut nearest = None;
    for (_, head) in heads {
        let missing = missing(&head.candidates);
        if missing.is_empty() {
            let rows = with_other_language::<C>(sheet, &head.rows);
            // The script of a column is that of its records, not of more headings.
            let candidates = match head.rows.start() == head.rows.end() {
                true => one_row(sheet, *rows.start(), *rows.end()).candidates,
                false => head.candidates,
            };
            let columns = settled(sheet, &rows, candidates)?;
            return Ok(Search::Found(Header {
                rows,
                columns,
                headings: head.headings,
            }));
        }
        nearest.get_or_insert((sheet.rows[*head.rows.start()].number, missing));
    }
    let (nearest, missing) = match nearest {
        Some((row, missing)) => (Some(row), missing),
        None => (None, missing::<C>(&[])),
    };
    Ok(Search::Lacking { nearest, missing })
}

/// Whether a later row only repeats the headings, as a table printed over
/// several pages does.
pub(super) fn repeats(sheet: &Sheet, header: &RangeInclusive<usize>, row: &Row) -> bool {
    let mut headings = header.clone().map(|place| &sheet.rows[place]);
    let says = |heading: &Row, cell: &Cell| {
        let above = heading.cell(cell.column);
        above.is_some_and(|above| above.text == cell.text)
    };
    // A note beside the headings may be missing where they stand again.
    row.cells.len() > 1 && headings.any(|heading| row.cells.iter().all(|cell| says(heading, cell)))
}

/// One row as the headings of what stands below the row at `last`.
fn one_row<C: Column>(sheet: &Sheet, place: usize, last: usize) -> Head<C> {
    let row = &sheet.rows[place];
    let understood = row.cells.iter().filter_map(|cell| {
        let meaning = C::known().meaning(&cell.text)?;
        Some(candidate(sheet, last, cell.column, &cell.text, meaning))
    });
    let written = row
        .cells
        .iter()
        .map(|cell| (cell.column, cell.text.clone()));
    Head {
        rows: place..=place,
        candidates: understood.collect(),
        headings: written.collect(),
    }
}

/// A row and the next one as headings of two rows: "الرخصة" over "النوع", "الرقم" and
/// "الانتهاء". Nothing where the lower row holds anything else than headings, so that
/// no record is ever taken for one.
fn two_rows<C: Column>(sheet: &Sheet, upper: &Head<C>) -> Option<Head<C>> {
    let place = *upper.rows.start();
    let (row, lower) = (&sheet.rows[place], sheet.rows.get(place + 1)?);
    let understood = |column: u32| {
        let mut candidates = upper.candidates.iter();
        candidates.any(|candidate| candidate.at == column)
    };
    let mut candidates = Vec::new();
    let mut headings = upper.headings.clone();
    for cell in &lower.cells {
        let own = row.cell(cell.column).map(|own| own.text.as_str());
        if own == Some(&cell.text) {
            continue;
        }
        let group = group_over(row, cell.column);
        let text = group.map_or_else(
            || cell.text.clone(),
            |group| format!("{} / {}", group.text, cell.text),
        );
        let group_text = group.map(|group| group.text.as_str());
        match under_group(C::known(), group_text, &cell.text) {
            Some(meaning) => {
                let found = candidate(sheet, place + 1, cell.column, &text, meaning);
                candidates.push(found);
            }
            // Of a group nothing is read from, its parts need no meaning.
            None if group.is_none_or(|group| understood(group.column)) => return None,
            None => {}
        }
        headings.insert(cell.column, text);
    }
    if candidates.is_empty() {
        return None;
    }
    let replaced: BTreeSet<u32> = candidates.iter().map(|found| found.at).collect();
    let kept = upper
        .candidates
        .iter()
        .filter(|found| !replaced.contains(&found.at));
    candidates.extend(kept.cloned());
    Some(Head {
        rows: place..=place + 1,
        candidates,
        headings,
    })
}

/// The heading of the group a column belongs to: it stands over the first of its
/// columns, and the others are blank or merged with it.
fn group_over(upper: &Row, column: u32) -> Option<&Cell> {
    let cells = upper.cells.iter().filter(|cell| cell.column <= column);
    cells.max_by_key(|cell| cell.column)
}

/// What a heading under a group stands for: the two read together, in either order
/// of words, else the lower alone. Likeness is not enough for either.
fn under_group<C: Column>(
    known: &Aliases<C>,
    group: Option<&str>,
    below: &str,
) -> Option<(Meaning<C>, Sureness)> {
    let together = group
        .into_iter()
        .flat_map(|group| [format!("{group} {below}"), format!("{below} {group}")]);
    let mut readings = together.chain([below.to_owned()]);
    readings.find_map(|text| known.sure_meaning(&text))
}

/// Headings in one language may stand over the same in the other: the next row
/// belongs to the headings where it would do for them alone.
fn with_other_language<C: Column>(
    sheet: &Sheet,
    rows: &RangeInclusive<usize>,
) -> RangeInclusive<usize> {
    let next = rows.end() + 1;
    let is_header = |place: usize| {
        let candidates = one_row::<C>(sheet, place, place).candidates;
        candidates.len() == sheet.rows[place].cells.len() && missing(&candidates).is_empty()
    };
    match next < sheet.rows.len() && is_header(next) {
        true => *rows.start()..=next,
        false => rows.clone(),
    }
}

fn candidate<C: Column>(
    sheet: &Sheet,
    place: usize,
    at: u32,
    text: &str,
    (meaning, sureness): (Meaning<C>, Sureness),
) -> Candidate<C> {
    let column = match meaning {
        Meaning::One(column) => column,
        Meaning::ByScript(arabic, latin) => match is_arabic_below(sheet, place, at) {
            true => arabic,
            false => latin,
        },
    };
    Candidate {
        column,
        sureness,
        at,
        text: text.to_owned(),
    }
}

fn score<C: Column>(candidates: &[Candidate<C>]) -> u32 {
    let mut best = BTreeMap::new();
    for candidate in candidates {
        let weight = best.entry(candidate.column).or_insert(0);
        *weight = candidate.sureness.weight().max(*weight);
    }
    best.values().sum()
}

/// The required columns that no heading stands for; the one records are known by,
/// where there are all of these and nothing else.
fn missing<C: Column>(candidates: &[Candidate<C>]) -> Vec<Wanted> {
    let understood: BTreeSet<C> = candidates.iter().map(|found| found.column).collect();
    let is_there = |column: &C| understood.contains(column);
    let groups = C::REQUIRED.iter().copied();
    let lacking = groups.filter(|group| !group.iter().any(is_there));
    let mut wanted: Vec<Wanted> = lacking.map(wanted).collect();
    if wanted.is_empty() && understood.len() < FEWEST_HEADINGS {
        wanted.push(self::wanted(&[C::KEY]));
    }
    wanted
}

fn wanted<C: Column>(any_of: &[C]) -> Wanted {
    let names: Vec<&str> = any_of.iter().map(|column| column.name()).collect();
    Wanted {
        name: names.join("|"),
        arabic: heading_in(any_of[0], true),
        english: heading_in(any_of[0], false),
    }
}

/// Gives each table column its surest sheet column. Two filled columns that are
/// equally sure are refused: choosing one of two prices would be a guess.
fn settled<C: Column>(
    sheet: &Sheet,
    header: &RangeInclusive<usize>,
    candidates: Vec<Candidate<C>>,
) -> Result<BTreeMap<C, u32>, TableFault> {
    let mut by_column = BTreeMap::<C, Vec<Candidate<C>>>::new();
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
        let filled = |rival: &&Candidate<C>| {
            let rows = sheet.rows.iter().skip(header.end() + 1);
            rows.filter_map(|row| row.cell(rival.at)).next().is_some()
        };
        let mut filled = rivals.iter().filter(filled);
        let chosen = filled.next().unwrap_or(&rivals[0]);
        if let Some(second) = filled.next() {
            return Err(TableFault::DuplicateHeading {
                sheet: sheet.name.clone(),
                row: sheet.rows[*header.start()].number,
                heading: match second.text == chosen.text {
                    true => second.text.clone(),
                    false => format!("{} · {}", chosen.text, second.text),
                },
                column: column.name(),
                letters: (column_letter(chosen.at), column_letter(second.at)),
            });
        }
        columns.insert(column, chosen.at);
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
        arabic += usize::from(has_arabic(&cell.text));
    }
    arabic * 2 > all
}
