//! Tables: columns, rows and cells. Columns follow the reading direction, so the
//! first column of an Arabic table is the rightmost.

use super::Rule;
use super::text::{Direction, Size, Text, Weight};

/// Rows that share columns.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
    pairs: bool,
}

/// One column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Printed once above the rows; empty for none.
    pub heading: String,
    pub kind: ColumnKind,
}

/// What a column holds, which decides how its width is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words that wrap; the width left over by figures is shared by these parts.
    Words { share: u16 },
    /// Numbers: as wide as the widest, never wrapped, right-aligned on the paper
    /// in either reading direction so that digits of one value stand in line.
    Figures,
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// A line across the paper above this row, so that rows on both its sides
    /// still share columns.
    pub above: Option<Rule>,
    pub cells: Vec<Cell>,
    /// Lines under the first column's words: a second language, unit × price.
    pub notes: Vec<Text>,
    pub size: Size,
    pub weight: Weight,
    /// Whether it leads to the row below it, and no page ends between them.
    pub leads: bool,
}

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub content: String,
    /// The base direction; the paper's own when absent. Does not move the cell.
    pub direction: Option<Direction>,
}

impl Table {
    /// A table with at least one column.
    ///
    /// # Panics
    /// Without columns.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        let columns: Vec<Column> = columns.into_iter().collect();
        assert!(!columns.is_empty(), "a table has columns");
        Self {
            columns,
            rows: Vec::new(),
            pairs: false,
        }
    }

    /// A label column and a figure column without headings.
    pub(super) fn pairs() -> Self {
        Self {
            pairs: true,
            ..Self::new([Column::words(""), Column::figures("")])
        }
    }

    pub(super) fn is_pairs(&self) -> bool {
        self.pairs
    }

    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Whether any column has a heading.
    pub fn has_headings(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }

    /// Adds a row.
    ///
    /// # Panics
    /// When the row does not have one cell per column.
    pub fn push(&mut self, row: Row) {
        assert_eq!(row.cells.len(), self.columns.len(), "one cell per column");
        self.rows.push(row);
    }

    /// Leads the eye along the rows that have no line above them yet.
    pub(super) fn guide(&mut self) {
        for row in self.rows.iter_mut().skip(1) {
            row.above.get_or_insert(Rule::Hair);
        }
    }

    /// Adds a row and hands the table back.
    ///
    /// # Panics
    /// When the row does not have one cell per column.
    pub fn row(mut self, row: Row) -> Self {
        self.push(row);
        self
    }
}

impl Column {
    /// A column of words taking one part of the free width.
    pub fn words(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Words { share: 1 },
        }
    }

    /// A column of numbers or money.
    pub fn figures(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            kind: ColumnKind::Figures,
        }
    }

    /// Parts of the free width this column of words takes.
    pub fn share(mut self, share: u16) -> Self {
        self.kind = ColumnKind::Words { share };
        self
    }
}

impl Row {
    pub fn new<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Self {
        Self {
            above: None,
            cells: cells.into_iter().map(Into::into).collect(),
            notes: Vec::new(),
            size: Size::Body,
            weight: Weight::Medium,
            leads: false,
        }
    }

    /// Keeps it on the page of the row below it.
    pub fn leading(mut self) -> Self {
        self.leads = true;
        self
    }

    /// Draws a line across the paper above this row.
    pub fn below(mut self, rule: Rule) -> Self {
        self.above = Some(rule);
        self
    }

    /// Adds a line under the first column's words; a plain string is small.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(Text::new(note).small());
        self
    }

    /// Adds a styled line under the first column's words.
    pub fn note_text(mut self, note: Text) -> Self {
        self.notes.push(note);
        self
    }

    pub fn bold(mut self) -> Self {
        self.weight = Weight::Bold;
        self
    }

    pub fn small(mut self) -> Self {
        self.size = Size::Small;
        self
    }

    pub fn large(mut self) -> Self {
        self.size = Size::Large;
        self
    }
}

impl Cell {
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            direction: None,
        }
    }

    /// A base direction other than the paper's.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.direction = Some(direction);
        self
    }
}

impl From<&str> for Cell {
    fn from(content: &str) -> Self {
        Cell::new(content)
    }
}

impl From<String> for Cell {
    fn from(content: String) -> Self {
        Cell::new(content)
    }
}
