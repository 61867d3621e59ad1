//! What commands print: lines, tables, JSON.
//!
//! Isolates and other marks of direction go to a terminal, which may need them
//! to order Arabic; into pipes and files go plain letters that can be searched.

use std::io::{self, IsTerminal, Write};

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::id::Bilingual;
use crate::domain::money::{Currency, Money, Quantity};
use crate::locale::{Direction, Texts, bidi};

use super::failure::Failure;

pub(super) use crate::locale::capital;

/// Between columns.
const GAP: &str = "  ";

/// A writer of answers.
pub(super) struct Output {
    direction: Direction,
    marks: bool,
    colours: bool,
}

impl Output {
    pub fn new(texts: &Texts) -> Self {
        let marks = io::stdout().is_terminal();
        let colours = marks && std::env::var_os("NO_COLOR").is_none();
        Output {
            direction: texts.direction(),
            marks,
            colours,
        }
    }

    /// Prints one line.
    pub fn line(&self, text: &str) -> Result<(), Failure> {
        self.print(&format!("{}\n", self.dressed(text)))
    }

    /// Prints a table.
    pub fn table(&self, table: &Table) -> Result<(), Failure> {
        let lines = table.lines(self.direction);
        let text: Vec<String> = lines
            .iter()
            .map(|(style, line)| {
                let line = self.dressed(line);
                match style {
                    Style::Plain => line,
                    Style::Strong => self.strong(&line),
                    Style::Faint => self.faint(&line),
                }
            })
            .collect();
        self.print(&(text.join("\n") + "\n"))
    }

    /// Prints the title of an answer between two double lines.
    pub fn banner(&self, lines: &[String]) -> Result<(), Failure> {
        let wide = lines
            .iter()
            .map(|line| width(line))
            .max()
            .unwrap_or_default();
        let rule = self.faint(&"═".repeat(wide + 4));
        self.line(&rule)?;
        for line in lines {
            self.line(&self.strong(&format!("  {line}")))?;
        }
        self.line(&rule)
    }

    /// Prints a heading after an empty line.
    pub fn heading(&self, text: &str) -> Result<(), Failure> {
        self.line("")?;
        self.line(&self.strong(text))
    }

    /// Prints a value as one line of JSON, at once.
    pub fn json(&self, value: &Value) -> Result<(), Failure> {
        self.print(&format!("{value}\n"))
    }

    pub fn strong(&self, text: &str) -> String {
        self.styled("1", text)
    }

    pub fn faint(&self, text: &str) -> String {
        self.styled("2", text)
    }

    pub fn good(&self, text: &str) -> String {
        self.styled("1;32", text)
    }

    fn styled(&self, code: &str, text: &str) -> String {
        if self.colours {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn dressed(&self, text: &str) -> String {
        if !self.marks {
            return plain(text);
        }
        for_terminal(self.direction, text)
    }

    fn print(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(Failure::Output)
    }
}

/// A text each of whose lines starts where its language starts reading.
pub(super) fn for_terminal(direction: Direction, text: &str) -> String {
    match direction {
        Direction::RightToLeft => bidi::marked(direction, text),
        Direction::LeftToRight => text.to_owned(),
    }
}

/// A text without marks of direction, its spaces plain.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !bidi::is_control(*c))
        .map(|c| if c == '\u{a0}' { ' ' } else { c })
        .collect()
}

/// Rows under headings, the last of them perhaps a total.
pub(super) struct Table {
    headings: Vec<String>,
    figures: Vec<bool>,
    rows: Vec<Vec<String>>,
    total: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Strong,
    Faint,
}

impl Table {
    pub fn new() -> Self {
        Table {
            headings: Vec::new(),
            figures: Vec::new(),
            rows: Vec::new(),
            total: None,
        }
    }

    /// A column of words, which start where reading starts.
    pub fn words(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(capital(&heading.into()));
        self.figures.push(false);
        self
    }

    /// A column of figures, whose last digits stand under each other.
    pub fn figures(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(capital(&heading.into()));
        self.figures.push(true);
        self
    }

    pub fn row(&mut self, cells: Vec<String>) {
        assert_eq!(
            cells.len(),
            self.headings.len(),
            "a row has a cell for every column"
        );
        self.rows.push(cells);
    }

    pub fn total(&mut self, mut cells: Vec<String>) {
        cells[0] = capital(&cells[0]);
        assert_eq!(
            cells.len(),
            self.headings.len(),
            "a total has a cell for every column"
        );
        self.total = Some(cells);
    }

    fn lines(&self, direction: Direction) -> Vec<(Style, String)> {
        let all = || {
            std::iter::once(&self.headings)
                .chain(&self.rows)
                .chain(&self.total)
        };
        let widths: Vec<usize> = (0..self.headings.len())
            .map(|column| {
                all()
                    .map(|row| width(&row[column]))
                    .max()
                    .unwrap_or_default()
            })
            .collect();
        let rule = "─".repeat(widths.iter().sum::<usize>() + GAP.len() * (widths.len() - 1));
        let set = |row: &Vec<String>| self.set(row, &widths, direction);
        let headed = self.headings.iter().any(|heading| !heading.is_empty());
        let mut lines = Vec::new();
        if headed {
            lines.push((Style::Strong, set(&self.headings)));
            lines.push((Style::Faint, rule.clone()));
        }
        lines.extend(self.rows.iter().map(|row| (Style::Plain, set(row))));
        if let Some(total) = &self.total {
            lines.push((Style::Faint, rule));
            lines.push((Style::Strong, set(total)));
        }
        lines
    }

    fn set(&self, row: &[String], widths: &[usize], direction: Direction) -> String {
        let cells: Vec<String> = row
            .iter()
            .zip(widths)
            .zip(&self.figures)
            .map(|((cell, wide), figure)| {
                let space = " ".repeat(wide - width(cell));
                // The right edge comes first when reading from the right.
                if *figure && direction == Direction::LeftToRight {
                    format!("{space}{cell}")
                } else {
                    // A cell made of isolates does not tell which way it runs.
                    let cell = bidi::settled(direction, cell.clone());
                    format!("{}{space}", bidi::first_strong(&cell))
                }
            })
            .collect();
        cells.join(GAP).trim_end().to_owned()
    }
}

/// Cells a text takes on a terminal.
fn width(text: &str) -> usize {
    console::measure_text_width(&plain(text))
}

/// An amount for JSON: a decimal in major units.
pub(super) fn amount(money: Money, currency: Currency) -> Value {
    Value::String(money.to_decimal(currency).to_string())
}

/// A quantity for JSON: a decimal without idle zeros.
pub(super) fn quantity(quantity: Quantity) -> Value {
    Value::String(quantity.to_decimal().normalize().to_string())
}

pub(super) fn name(name: &Bilingual) -> Value {
    serde_json::json!({ "ar": name.ar, "en": name.en })
}

pub(super) fn date(day: NaiveDate) -> Value {
    Value::String(day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other() {
        let mut table = Table::new().words("Family").figures("Paid");
        table.row(vec!["مطبخ".into(), bidi::left_to_right("1,250.00")]);
        table.row(vec!["F2".into(), "3.50".into()]);
        table.total(vec!["Total".into(), "1,253.50".into()]);
        let shown = |direction| -> Vec<String> {
            table
                .lines(direction)
                .iter()
                .map(|(_, line)| plain(line))
                .collect()
        };
        assert_eq!(
            shown(Direction::LeftToRight),
            [
                "Family      Paid",
                "────────────────",
                "مطبخ    1,250.00",
                "F2          3.50",
                "────────────────",
                "Total   1,253.50",
            ]
        );
        // Read from the right, the same cells end in the same place.
        assert_eq!(shown(Direction::RightToLeft)[2], "مطبخ    1,250.00");
        assert_eq!(shown(Direction::RightToLeft)[3], "F2      3.50");
    }

    #[test]
    fn what_goes_into_a_pipe_can_be_searched() {
        assert_eq!(plain("\u{2066}AED\u{a0}12.50\u{2069}"), "AED 12.50");
        // A command copied from a text carries nothing that can't be seen.
        assert_eq!(plain("\u{200f}بغير \u{200e}--preview"), "بغير --preview");
    }

    #[test]
    fn a_cell_made_of_pieces_runs_the_way_of_the_table() {
        let mut table = Table::new().words("");
        let pieces = "\u{2066}22/11/2026\u{2069}، \u{2066}21:05\u{2069}";
        table.row(vec![pieces.to_owned()]);
        let lines = table.lines(Direction::RightToLeft);
        let shown = bidi::first_strong(&bidi::right_to_left(pieces));
        assert_eq!(lines[0].1, shown);
    }

    #[test]
    fn amounts_are_exact_decimals() {
        assert_eq!(amount(Money::from_minor(-5), Currency::Aed), "-0.05");
        assert_eq!(amount(Money::from_minor(1250), Currency::Kwd), "1.250");
        assert_eq!(quantity(Quantity::from_thousandths(350)), "0.35");
        assert_eq!(quantity(Quantity::from_thousandths(3000)), "3");
    }
}
