//! Records: the rows under the headings, each field named by its column and
//! knowing its place. Which sheets of a workbook belong to the table is decided
//! here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::fault::TableFault;
use super::field::{Field, Spot};
use super::header::{Header, Search, repeats, search};
use super::heading::{begins_as_foot, begins_as_total, is_total};
use super::order_columns::OrderColumn;
use super::vocabulary::{Column, FamilyColumn, LineColumn, SaleColumn, TableKind};
use super::{Cell, Row, Sheet, column_letter};

/// Everything read of one kind, from every sheet that has its headings.
#[derive(Debug, Clone)]
pub struct Table<C> {
    /// In the order of the file.
    pub records: Vec<Record<C>>,
    /// Headings nothing is read from, to be shown to the person importing.
    pub unused: Vec<Heading>,
    /// Sheets without the headings of this table.
    pub sheets_left_out: Vec<String>,
    /// Rows of totals, which are no records.
    pub totals_left_out: Vec<TotalRow>,
    /// The columns any sheet has a heading for.
    columns: BTreeSet<C>,
}

/// A heading cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    pub sheet: String,
    pub row: u32,
    pub letter: String,
    pub text: String,
}

/// A row that adds up those above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TotalRow {
    pub sheet: String,
    pub row: u32,
    /// The word it was known by.
    pub text: String,
}

/// One row under the headings. At least one field of it is filled.
#[derive(Debug, Clone)]
pub struct Record<C> {
    layout: Arc<Layout<C>>,
    row: u32,
    cells: BTreeMap<C, Cell>,
}

/// What the records of one sheet have in common.
#[derive(Debug)]
struct Layout<C> {
    sheet: String,
    /// Where each column is that the sheet has.
    columns: BTreeMap<C, Spot>,
}

impl<C: Column> Table<C> {
    /// A table of records that do not come from a sheet.
    pub(super) fn elsewhere(records: Vec<Record<C>>, unused: Vec<Heading>) -> Self {
        let filled = records.iter().flat_map(|record| record.cells.keys());
        Table {
            columns: filled.copied().collect(),
            records,
            unused,
            sheets_left_out: Vec::new(),
            totals_left_out: Vec::new(),
        }
    }

    /// Whether any sheet has a heading for this column. What a file does not
    /// speak of, an import must leave as it is.
    pub fn has(&self, column: C) -> bool {
        self.columns.contains(&column)
    }
}

impl<C: Column> Record<C> {
    /// A record that does not come from a sheet's row: its fields, and where each
    /// column stands or would stand.
    pub(super) fn elsewhere(
        document: &str,
        nth: u32,
        columns: BTreeMap<C, Spot>,
        cells: BTreeMap<C, Cell>,
    ) -> Self {
        let layout = Layout {
            sheet: document.to_owned(),
            columns,
        };
        Record {
            layout: Arc::new(layout),
            row: nth,
            cells,
        }
    }

    pub fn sheet(&self) -> &str {
        &self.layout.sheet
    }

    /// The row's number as spreadsheet programs show it.
    pub fn row(&self) -> u32 {
        self.row
    }

    /// Whether its sheet has a heading for this column. What a sheet does not speak
    /// of, an import must leave as it is, whatever other sheets of the file do.
    pub fn has(&self, column: C) -> bool {
        self.layout.columns.contains_key(&column)
    }

    /// The field of a column; it has a place even where the cell or the whole
    /// column is missing.
    pub fn field(&self, column: C) -> Field<'_> {
        Field {
            sheet: &self.layout.sheet,
            row: self.row,
            column: column.name(),
            found: self.layout.columns.get(&column),
            cell: self.cells.get(&column),
        }
    }
}

/// Picks the records of one kind of table out of a file's sheets. Sheets that
/// lack its headings, or have more of another table's, are left out; when that
/// leaves none, the fault says what was missing or which table this is.
pub fn read_table<C: Column>(sheets: &[Sheet]) -> Result<Table<C>, TableFault> {
    let mut table = Table {
        records: Vec::new(),
        unused: Vec::new(),
        sheets_left_out: Vec::new(),
        totals_left_out: Vec::new(),
        columns: BTreeSet::new(),
    };
    let mut refusals = Vec::new();
    let mut headers_alone = None;
    for sheet in sheets {
        match search::<C>(sheet)? {
            Search::Found(header) => {
                let columns = header.columns.len();
                if let Some(found) = fuller_kind(sheet, C::KIND, columns) {
                    let expected = C::KIND;
                    refusals.push(TableFault::OtherTable { expected, found });
                } else {
                    let records_before = table.records.len();
                    take(sheet, &header, &mut table);
                    if table.records.len() == records_before {
                        let header_row = sheet.rows[*header.rows.start()].number;
                        headers_alone.get_or_insert((sheet.name.clone(), header_row));
                    }
                    continue;
                }
            }
            Search::Lacking { nearest, missing } => {
                refusals.push(match fuller_kind(sheet, C::KIND, 0) {
                    Some(found) => TableFault::OtherTable {
                        expected: C::KIND,
                        found,
                    },
                    None => TableFault::NoHeader {
                        expected: C::KIND,
                        missing,
                        nearest: nearest.map(|row| (sheet.name.clone(), row)),
                    },
                })
            }
        }
        table.sheets_left_out.push(sheet.name.clone());
    }
    if !table.records.is_empty() {
        return Ok(table);
    }
    if let Some((sheet, header_row)) = headers_alone {
        return Err(TableFault::NoRecords { sheet, header_row });
    }
    Err(most_telling(refusals))
}

/// The table this sheet has more columns of than `columns`, if any: lines carry
/// a family's code and a name, so they would pass for families.
fn fuller_kind(sheet: &Sheet, kind: TableKind, columns: usize) -> Option<TableKind> {
    fn columns_of<C: Column>(sheet: &Sheet, kind: TableKind) -> (TableKind, usize) {
        if C::KIND == kind {
            return (kind, 0);
        }
        match search::<C>(sheet) {
            Ok(Search::Found(header)) => (C::KIND, header.columns.len()),
            Ok(Search::Lacking { .. }) | Err(_) => (C::KIND, 0),
        }
    }
    let others = [
        columns_of::<FamilyColumn>(sheet, kind),
        columns_of::<LineColumn>(sheet, kind),
        columns_of::<SaleColumn>(sheet, kind),
        columns_of::<OrderColumn>(sheet, kind),
    ];
    let fullest = others.into_iter().max_by_key(|(_, found)| *found)?;
    (fullest.1 > columns).then_some(fullest.0)
}

/// The refusal that says most: the wrong file, then the sheet that lacks least.
fn most_telling(refusals: Vec<TableFault>) -> TableFault {
    let rank = |fault: &TableFault| match fault {
        TableFault::OtherTable { .. } => (0, 0),
        TableFault::NoHeader {
            missing,
            nearest: Some(_),
            ..
        } => (1, missing.len()),
        _ => (2, 0),
    };
    refusals
        .into_iter()
        .min_by_key(rank)
        .unwrap_or(TableFault::Empty)
}

fn take<C: Column>(sheet: &Sheet, header: &Header<C>, table: &mut Table<C>) {
    let used = |column: u32| header.columns.values().any(|used| *used == column);
    let unused = header.headings.iter().filter(|(column, _)| !used(**column));
    table.unused.extend(unused.map(|(column, text)| Heading {
        sheet: sheet.name.clone(),
        row: sheet.rows[*header.rows.start()].number,
        letter: column_letter(*column),
        text: text.clone(),
    }));

    table.columns.extend(header.columns.keys().copied());
    let layout = Arc::new(layout(sheet, header));
    for row in &sheet.rows[header.rows.end() + 1..] {
        if repeats(sheet, &header.rows, row) {
            continue;
        }
        let filled = header
            .columns
            .iter()
            .filter_map(|(column, at)| Some((*column, row.cell(*at)?.clone())));
        let cells: BTreeMap<C, Cell> = filled.collect();
        // A row filled only where nothing is read from, such as running numbers
        // prepared for rows never written, is as good as blank.
        if cells.is_empty() {
            continue;
        }
        if let Some(text) = total_word(header, row, &cells) {
            table.totals_left_out.push(TotalRow {
                sheet: sheet.name.clone(),
                row: row.number,
                text,
            });
            continue;
        }
        table.records.push(Record {
            layout: Arc::clone(&layout),
            row: row.number,
            cells,
        });
    }
}

/// What says that a row is a total: the very word in a column every record needs, or
/// in the first cell where nothing is read from it; else a text that begins with it in
/// a row without what records are known by. What a row shares with those above it says
/// nothing of it.
fn total_word<C: Column>(
    header: &Header<C>,
    row: &Row,
    cells: &BTreeMap<C, Cell>,
) -> Option<String> {
    let own = |cell: &&Cell| !cell.from_above;
    let needed = C::REQUIRED.iter().flat_map(|group| group.iter());
    let needed = needed.filter_map(|column| cells.get(column));
    let is_read = |cell: &Cell| cells.values().any(|read| read.column == cell.column);
    let first = row.cells.iter().find(own).filter(|cell| !is_read(cell));
    let mut telling = needed.chain(first).filter(own);
    let exact = telling.find(|cell| is_total(&cell.text));
    let begun = || match header.columns.contains_key(&C::KEY) {
        true => {
            let is_nameless = cells.get(&C::KEY).is_none_or(|key| key.from_above);
            let mut in_row = row.cells.iter().filter(own);
            in_row.find(|cell| is_nameless && begins_as_total(&cell.text))
        }
        // Known by names alone, a name that begins so is a total or the foot of a list.
        false => {
            let mut names = C::REQUIRED[0].iter().filter_map(|name| cells.get(name));
            names.find(|name| {
                let is_alone = cells.len() <= 2;
                begins_as_total(&name.text) || is_alone && begins_as_foot(&name.text)
            })
        }
    };
    exact.or_else(begun).map(|cell| cell.text.clone())
}

fn layout<C: Column>(sheet: &Sheet, header: &Header<C>) -> Layout<C> {
    let columns = header.columns.iter().map(|(column, at)| {
        let heading = header.headings.get(at).cloned();
        let spot = Spot::Column {
            letter: column_letter(*at),
            heading: heading.unwrap_or_default(),
        };
        (*column, spot)
    });
    Layout {
        sheet: sheet.name.clone(),
        columns: columns.collect(),
    }
}
