//! Tables: how wide each column is, and what happens when figures leave no room
//! for words. Figures are never broken: words wrap, then the table shrinks to
//! 90 and 80 %, then words stand above their figures, and last each figure has
//! a line of its own.

use super::compose::{Composer, Heading, Span, edge};
use super::lines::{Edge, Line};
use super::paragraph::Paragraph;
use super::words::Look;
use crate::print::bitmap::Ink;
use crate::print::document::{Align, ColumnKind, Row, Rule, Size, Table, Text, Weight};

/// Letters smaller than this are not readable on thermal paper.
const SMALLEST_DOTS: u16 = 15;

/// Percent of the asked size, tried in turn when there is little room.
const SCALES: [u32; 3] = [100, 90, 80];
/// Figures too long for a line of their own shrink down to this percentage.
const SMALLEST_SCALE: u32 = 40;

/// A table's text, cut into words at one scale.
struct Prepared {
    headings: PreparedRow,
    rows: Vec<PreparedRow>,
}

struct PreparedRow {
    cells: Vec<Paragraph>,
    notes: Vec<Paragraph>,
    look: Look,
}

/// Where columns stand.
struct Plan {
    spans: Vec<Span>,
    stacking: Stacking,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stacking {
    /// Words and figures share lines.
    SideBySide,
    /// Words across the paper, their figures on the line below.
    FiguresBelow,
    /// Every cell on lines of its own.
    OnePerLine,
}

impl Composer<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        if table.rows().is_empty() && !table.has_headings() {
            return;
        }
        let (prepared, plan) = self.plan(table);
        let (first_item, top) = (self.item_count(), self.y);
        let mut heading = None;
        if table.has_headings() && plan.stacking != Stacking::OnePerLine {
            self.row(table, &plan, &prepared.headings);
            self.rule(Rule::Thin);
            heading = Some(Heading {
                items: first_item..self.item_count(),
                top,
                bottom: self.y,
            });
        }
        let last = prepared.rows.len() - 1;
        for (index, (row, asked)) in prepared.rows.iter().zip(table.rows()).enumerate() {
            // The first row stays with the headings, a total with what it adds up.
            if index > 0 && index < last && !table.rows()[index - 1].leads {
                self.may_break(heading.clone());
            }
            if let Some(rule) = asked.above {
                self.rule(rule);
            }
            if plan.stacking == Stacking::OnePerLine {
                self.one_per_line(table, &prepared.headings, row);
            } else {
                self.row(table, &plan, row);
            }
            self.notes(table, &plan, row);
        }
    }

    fn row(&mut self, table: &Table, plan: &Plan, row: &PreparedRow) {
        match plan.stacking {
            Stacking::SideBySide => self.side_by_side(table, plan, row),
            Stacking::FiguresBelow | Stacking::OnePerLine => self.figures_below(table, plan, row),
        }
    }

    /// Side by side at the largest scale that fits, else stacked at the largest
    /// that fits, else a line for each figure.
    fn plan(&mut self, table: &Table) -> (Prepared, Plan) {
        for stacking in [Stacking::SideBySide, Stacking::FiguresBelow] {
            for percent in SCALES {
                let prepared = self.prepare_table(table, percent);
                if let Some(spans) = self.columns(table, &prepared, stacking) {
                    return (prepared, Plan { spans, stacking });
                }
            }
        }
        let mut percent = 100;
        loop {
            let prepared = self.prepare_table(table, percent);
            let widest = figure_widths(table, &prepared, true)
                .into_iter()
                .max()
                .unwrap_or(0);
            if widest <= self.width || percent <= SMALLEST_SCALE {
                let spans = vec![self.whole(); table.columns().len()];
                return (
                    prepared,
                    Plan {
                        spans,
                        stacking: Stacking::OnePerLine,
                    },
                );
            }
            percent -= 10;
        }
    }

    fn prepare_table(&mut self, table: &Table, percent: u32) -> Prepared {
        let scaled = |look: Look| {
            let size = (u32::from(look.size) * percent / 100) as u16;
            Look {
                size: size.max(SMALLEST_DOTS.min(look.size)),
                ..look
            }
        };
        let look = scaled(self.look(Size::Small, Weight::Bold, None));
        let mut cells = Vec::with_capacity(table.columns().len());
        for column in table.columns() {
            cells.push(Paragraph::prepare(&column.heading, look, self.words));
        }
        let headings = PreparedRow {
            cells,
            notes: Vec::new(),
            look,
        };
        let rows = table
            .rows()
            .iter()
            .map(|row| self.prepare_row(row, scaled))
            .collect();
        Prepared { headings, rows }
    }

    fn prepare_row(&mut self, row: &Row, scaled: impl Fn(Look) -> Look) -> PreparedRow {
        let look = scaled(self.look(row.size, row.weight, None));
        let mut cells = Vec::with_capacity(row.cells.len());
        for cell in &row.cells {
            let look = scaled(self.look(row.size, row.weight, cell.direction));
            cells.push(Paragraph::prepare(&cell.content, look, self.words));
        }
        let notes = row
            .notes
            .iter()
            .map(|note| self.prepare_note(note, &scaled))
            .collect();
        PreparedRow { cells, notes, look }
    }

    fn prepare_note(&mut self, note: &Text, scaled: impl Fn(Look) -> Look) -> Paragraph {
        let look = scaled(self.look(note.style.size, note.style.weight, note.style.direction));
        Paragraph::prepare(&note.content, look, self.words)
    }

    /// Where the columns stand, or nothing when they have no room.
    fn columns(&self, table: &Table, prepared: &Prepared, stacking: Stacking) -> Option<Vec<Span>> {
        // A page has room to keep figures well apart.
        let gap = self.ems(if self.width > self.ems(3_500) {
            160
        } else {
            60
        });
        let gaps = gap * (table.columns().len() as i32 - 1);
        let words = match stacking {
            Stacking::SideBySide => self.words_needed(table, prepared),
            Stacking::FiguresBelow | Stacking::OnePerLine => vec![0; table.columns().len()],
        };
        let needed: i32 = words.iter().sum();
        // Headings stand on one line if words keep a third of the paper for it.
        for (headings_wrap, enough) in [(false, needed.max(self.width / 3)), (true, needed)] {
            let figures = figure_widths(table, prepared, headings_wrap);
            let free = self.width - gaps - figures.iter().sum::<i32>();
            if free >= enough {
                let widths: Vec<i32> = figures
                    .iter()
                    .zip(&words)
                    .map(|(figure, word)| figure + word)
                    .collect();
                return Some(self.spans(table, &widths, free - needed, gap));
            }
        }
        None
    }

    /// Dots each column of words needs so that no usual word is broken; nothing
    /// for figures.
    fn words_needed(&self, table: &Table, prepared: &Prepared) -> Vec<i32> {
        let limit = self.width * 40 / 100;
        let longest = |index: usize| {
            let cells = prepared.rows.iter().map(|row| &row.cells[index]);
            let cells = cells.chain([&prepared.headings.cells[index]]);
            // A column of words keeps a quarter of the paper if it can use it.
            cells
                .map(|cell| cell.longest_word().max(cell.width().min(self.width / 4)))
                .max()
                .unwrap_or(0)
        };
        let columns = table.columns().iter().enumerate();
        columns
            .map(|(index, column)| match column.kind {
                ColumnKind::Figures => 0,
                // Three dots cover rounding and ink beyond the advance.
                ColumnKind::Words { .. } => (longest(index) + 3).min(limit),
            })
            .collect()
    }

    /// Columns from the reading start; words share the spare dots by their parts.
    fn spans(&self, table: &Table, widths: &[i32], spare: i32, gap: i32) -> Vec<Span> {
        let shares: i32 = table
            .columns()
            .iter()
            .map(|column| share(column.kind))
            .sum();
        let mut offset = 0;
        let mut spans = Vec::with_capacity(widths.len());
        for (column, width) in table.columns().iter().zip(widths) {
            let width = width + spare * share(column.kind) / shares.max(1);
            let x = if self.direction.is_right_to_left() {
                self.width - offset - width
            } else {
                offset
            };
            spans.push(Span { x, width });
            offset += width + gap;
        }
        spans
    }

    fn side_by_side(&mut self, table: &Table, plan: &Plan, row: &PreparedRow) {
        let (cells, look) = (&row.cells, row.look);
        let mut set: Vec<Vec<Line>> = Vec::with_capacity(cells.len());
        for (cell, span) in cells.iter().zip(&plan.spans) {
            set.push(cell.lines(span.width, self.words));
        }
        let baseline = set
            .iter()
            .map(|lines| self.first_baseline(lines, look))
            .max()
            .unwrap_or(0);
        let (top, mut bottom) = (self.y, self.y);
        for (index, lines) in set.iter().enumerate() {
            let edge = self.cell_edge(table.columns()[index].kind);
            let cell_bottom = self.set(
                lines,
                cells[index].look,
                plan.spans[index],
                edge,
                top,
                baseline,
                Ink::Black,
            );
            bottom = bottom.max(cell_bottom);
        }
        self.y = bottom;
    }

    fn figures_below(&mut self, table: &Table, plan: &Plan, row: &PreparedRow) {
        let mut baseline = 0;
        let mut figures = Vec::new();
        for (index, cell) in row.cells.iter().enumerate() {
            if table.columns()[index].kind == ColumnKind::Figures {
                let lines = cell.lines(plan.spans[index].width, self.words);
                baseline = baseline.max(self.first_baseline(&lines, cell.look));
                figures.push((index, lines));
            } else {
                self.across(cell, edge(Align::Start, self.direction));
            }
        }
        let (top, mut bottom) = (self.y, self.y);
        for (index, lines) in figures {
            let look = row.cells[index].look;
            let cell_bottom = self.set(
                &lines,
                look,
                plan.spans[index],
                Edge::Right,
                top,
                baseline,
                Ink::Black,
            );
            bottom = bottom.max(cell_bottom);
        }
        self.y = bottom;
    }

    /// Each figure at the reading end of a line of its own, its heading beside it
    /// where there is room and above it where there is none.
    fn one_per_line(&mut self, table: &Table, headings: &PreparedRow, row: &PreparedRow) {
        let (start, end) = (
            edge(Align::Start, self.direction),
            edge(Align::End, self.direction),
        );
        for (index, cell) in row.cells.iter().enumerate() {
            if table.columns()[index].kind != ColumnKind::Figures {
                self.across(cell, start);
                continue;
            }
            let heading = &headings.cells[index];
            let top = self.y;
            if !table.columns()[index].heading.is_empty() {
                self.across(heading, start);
                if heading.width() + self.ems(60) + cell.width() <= self.width {
                    self.y = top;
                }
            }
            self.across(cell, end);
        }
    }

    fn across(&mut self, cell: &Paragraph, edge: Edge) {
        let lines = cell.lines(self.width, self.words);
        let span = self.whole();
        self.y = self.set(&lines, cell.look, span, edge, self.y, 0, Ink::Black);
    }

    /// Notes stand under the first column's words, along the table's direction.
    fn notes(&mut self, table: &Table, plan: &Plan, row: &PreparedRow) {
        let beside =
            plan.stacking == Stacking::SideBySide && table.columns()[0].kind != ColumnKind::Figures;
        let span = if beside { plan.spans[0] } else { self.whole() };
        for note in &row.notes {
            let lines = note.lines(span.width, self.words);
            let edge = edge(Align::Start, self.direction);
            self.y = self.set(&lines, note.look, span, edge, self.y, 0, Ink::Black);
        }
    }

    fn cell_edge(&self, kind: ColumnKind) -> Edge {
        match kind {
            ColumnKind::Figures => Edge::Right,
            ColumnKind::Words { .. } => edge(Align::Start, self.direction),
        }
    }
}

fn share(kind: ColumnKind) -> i32 {
    match kind {
        ColumnKind::Figures => 0,
        ColumnKind::Words { share } => i32::from(share),
    }
}

/// Dots of each column of figures; nothing for words.
fn figure_widths(table: &Table, prepared: &Prepared, headings_wrap: bool) -> Vec<i32> {
    let mut widths = Vec::with_capacity(table.columns().len());
    for (index, column) in table.columns().iter().enumerate() {
        if column.kind != ColumnKind::Figures {
            widths.push(0);
            continue;
        }
        let heading = &prepared.headings.cells[index];
        let heading = if headings_wrap {
            heading.longest_word()
        } else {
            heading.width()
        };
        let figures = prepared
            .rows
            .iter()
            .map(|row| row.cells[index].width())
            .max()
            .unwrap_or(0);
        // Three dots cover rounding and ink beyond the advance.
        widths.push(figures.max(heading) + 3);
    }
    widths
}
