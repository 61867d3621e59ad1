//! The organiser's figures on pages of A4: the large ones first, then the plots, then
//! line by line what the plots were drawn from.

use super::sheet::Sheet;
use super::statement_page::{Books, page_foot};
use super::stationery::Stationery;
use crate::locale::bidi;
use crate::plot::Plot;
use crate::print::document::{Document, Gap, Row, Rule, Table, Text};

/// What stands on the pages, in the reader's words.
#[derive(Clone, Debug)]
pub struct FiguresPage {
    pub title: String,
    /// Which days it is of.
    pub period: String,
    /// What is said of all of it; nothing if empty.
    pub verdict: String,
    /// The large figures.
    pub headline: Vec<Line>,
    /// Titles and plots; the wide ones across the page, the others side by side.
    pub plots: Vec<(String, Plot, bool)>,
    /// Titles and lines of what is read one by one.
    pub lists: Vec<(String, Vec<Line>)>,
    /// The same, each with the sum of its lines.
    pub sums: Vec<(String, Vec<Line>, Line)>,
    pub tables: Vec<(String, Table)>,
}

/// A word, its value, and what more is known of it.
#[derive(Clone, Debug)]
pub struct Line {
    pub word: String,
    pub shown: String,
    pub note: String,
}

/// The pages.
pub fn figures_page(stationery: &Stationery, page: &FiguresPage) -> Document {
    let mut sheet = Sheet::new(*stationery, None);
    sheet.speech = sheet.speech.wide();
    head(&mut sheet, page);
    sheet.paper.space(Gap::Medium);
    if !page.verdict.is_empty() {
        let verdict = Text::new(&page.verdict).large().bold().centre();
        let mut frame = Sheet::wide(sheet.stationery);
        frame.paper.text(verdict);
        sheet.paper.panel(frame.paper);
    }
    if !page.headline.is_empty() {
        headline(&mut sheet, &page.headline);
    }
    let mut narrow: Vec<&(String, Plot, bool)> = Vec::new();
    for one in &page.plots {
        if one.2 {
            plots_beside(&mut sheet, &mut narrow);
            let part = plotted(&sheet, one);
            sheet.paper.beside(vec![part]);
            continue;
        }
        narrow.push(one);
        if narrow.len() == 2 {
            plots_beside(&mut sheet, &mut narrow);
        }
    }
    plots_beside(&mut sheet, &mut narrow);
    for (title, lines) in &page.lists {
        section(&mut sheet, title);
        lines.iter().for_each(|line| pair(&mut sheet, line));
    }
    for (title, lines, sum) in &page.sums {
        section(&mut sheet, title);
        lines.iter().for_each(|line| pair(&mut sheet, line));
        let sum = Row::new([sum.word.as_str(), sum.shown.as_str()]);
        sheet.paper.pair_row(sum.bold().below(Rule::Thick));
    }
    for (title, table) in &page.tables {
        section(&mut sheet, title);
        sheet.paper.table(table.clone());
    }
    sheet.paper.guided()
}

/// What stands at the bottom of each page.
pub fn figures_foot(
    stationery: &Stationery,
    page: &FiguresPage,
    books: &Books,
    number: usize,
    pages: usize,
) -> Document {
    let whose = format!("{} · {}", page.title, bidi::first_strong(&page.period));
    page_foot(stationery, &whose, books, number, pages)
}

/// Whose bazaar it is beside what paper this is.
fn head(sheet: &mut Sheet, page: &FiguresPage) {
    let stationery = sheet.stationery;
    let mut house = Sheet::wide(stationery);
    let bazaar = house.name(&stationery.bazaar.name);
    house.paper.text(Text::new(bazaar.first).large().bold());
    let organiser = house.name(&stationery.bazaar.organiser);
    if !organiser.is_empty() {
        house.paper.text(Text::new(organiser.first));
    }
    let mut paper = Sheet::wide(stationery);
    paper.paper.text(Text::new(&page.title).large().bold());
    paper.paper.text(Text::new(&page.period));
    sheet.paper.beside(vec![house.paper, paper.paper]);
}

fn headline(sheet: &mut Sheet, lines: &[Line]) {
    let parts = lines.iter().map(|line| {
        let mut part = Sheet::wide(sheet.stationery);
        part.remark(line.word.as_str());
        part.paper.text(Text::new(&line.shown).large().bold());
        if !line.note.is_empty() {
            part.remark(line.note.as_str());
        }
        part.paper
    });
    let parts = parts.collect();
    let mut frame = Sheet::wide(sheet.stationery);
    frame.paper.beside(parts);
    sheet.paper.panel(frame.paper);
}

fn plots_beside(sheet: &mut Sheet, plots: &mut Vec<&(String, Plot, bool)>) {
    if plots.is_empty() {
        return;
    }
    let mut parts: Vec<Document> = plots.drain(..).map(|one| plotted(sheet, one)).collect();
    if parts.len() == 1 {
        parts.push(Sheet::wide(sheet.stationery).paper);
    }
    sheet.paper.beside(parts);
}

/// A plot under its title.
fn plotted(sheet: &Sheet, (title, plot, _): &(String, Plot, bool)) -> Document {
    let mut part = Sheet::wide(sheet.stationery);
    section(&mut part, title);
    part.paper.plot(plot.clone());
    part.paper
}

fn pair(sheet: &mut Sheet, line: &Line) {
    let row = Row::new([line.word.as_str(), line.shown.as_str()]);
    sheet.paper.pair_row(match line.note.is_empty() {
        true => row,
        false => row.note(line.note.as_str()),
    });
}

fn section(sheet: &mut Sheet, title: &str) {
    sheet.paper.space(Gap::Small);
    sheet.paper.text(Text::new(title).bold());
    sheet.paper.rule(Rule::Thin);
}
