//! A tally over several books, and a family's years, as pages of A4: the same rows and
//! words as on the screen.

use super::Many;
use super::told::{
    Grouping, Row, columns, currency, edition_of_family, reckoning, rows, total, verdict,
    years_columns,
};
use crate::domain::many::{FamilySum, InCurrency, Sum};
use crate::domain::money::{Currency, Money};
use crate::locale::{Texts, bidi, capital};
use crate::print::document::{Column, Row as PageRow, Rule, Table};
use crate::print::papers::{Books, FiguresPage, Line};
use crate::services::dashboard::FiguresDesk;
use crate::tr;

/// The columns of a page: those of [`columns`] that an upright sheet has room for.
const ON_PAPER: [&str; 5] = ["paid", "credit", "commission", "paid_out", "owed"];

impl FiguresDesk {
    /// A tally as a PDF.
    pub fn many_pdf(&mut self, many: &Many, books: &Books) -> Vec<u8> {
        let page = tally_page(self.texts(), many);
        self.pdf_of(&page, books)
    }

    /// A family's years as a PDF.
    pub fn years_pdf(&mut self, found: &[(Currency, &FamilySum)], books: &Books) -> Vec<u8> {
        let page = years_page(self.texts(), found);
        self.pdf_of(&page, books)
    }
}

fn tally_page(texts: &Texts, many: &Many) -> FiguresPage {
    let several = many.groups.len() > 1;
    let mut editions = many.groups.iter().flat_map(|group| &group.editions);
    let period = match (editions.next(), editions.next()) {
        (Some(one), None) => texts.name(&one.edition.name).to_owned(),
        _ => {
            let count: usize = many.groups.iter().map(|group| group.editions.len()).sum();
            tr!(texts, "many-editions", count = count)
        }
    };
    let titled = |group: &InCurrency, title: String| match several {
        true => format!("{title} · {}", currency(texts, group.currency)),
        false => title,
    };
    let mut page = empty_page(tr!(texts, "many-title"), period);
    for group in &many.groups {
        let amount = |amount: Money| texts.amount(amount, group.currency);
        let mut steps = reckoning(texts, &group.total);
        let last = steps.pop().expect("a reckoning ends with what is owed");
        let line = |word: String, value: Money| Line {
            word,
            shown: amount(value),
            note: String::new(),
        };
        let lines = steps.into_iter().map(|step| line(step.word, step.amount));
        let sum = line(last.word, last.amount);
        let title = titled(group, tr!(texts, "many-total"));
        page.sums.push((title, lines.collect(), sum));
        for by in Grouping::ALL {
            let title = titled(group, texts.get(by.title()));
            page.tables.push((title, table(texts, group, by)));
        }
    }
    let verdicts = many.groups.iter().map(|group| verdict(texts, group));
    let remarks = many.remarks.iter().map(|remark| remark.told(texts));
    let remarks = verdicts.chain(remarks).map(|word| Line {
        word,
        shown: String::new(),
        note: String::new(),
    });
    page.lists = vec![(tr!(texts, "many-known"), remarks.collect())];
    page
}

fn table(texts: &Texts, group: &InCurrency, by: Grouping) -> Table {
    let shown = columns(by)
        .iter()
        .filter(|(code, ..)| ON_PAPER.contains(code));
    let headings = shown
        .clone()
        .map(|(_, key, _)| Column::figures(texts.get(*key)));
    let first = Column::words(texts.get(by.title()));
    let mut table = Table::new([first].into_iter().chain(headings));
    let cells = |row: &Row| {
        let amounts = shown.clone().map(|(_, _, of)| of(&row.sum));
        let amounts = amounts.map(|amount| texts.amount(amount, group.currency));
        let code = match row.code.is_empty() {
            true => row.name.clone(),
            false => format!(
                "{} · {}",
                bidi::left_to_right(&row.code),
                bidi::first_strong(&row.name)
            ),
        };
        PageRow::new([code].into_iter().chain(amounts))
    };
    for row in rows(texts, group, by) {
        let line = cells(&row);
        table.push(match row.note.is_empty() {
            true => line,
            false => line.note(row.note.as_str()),
        });
    }
    table.push(cells(&total(texts, group)).bold().below(Rule::Thin));
    table
}

fn years_page(texts: &Texts, found: &[(Currency, &FamilySum)]) -> FiguresPage {
    // Families that share a code by mistake are all named, each table by its own.
    let code = found.first().map(|(_, one)| one.code.as_str());
    let code = code.map(bidi::left_to_right).into_iter();
    let names = found.iter().map(|(_, one)| texts.name(&one.name));
    let names = names.map(bidi::first_strong);
    let whose = bidi::joined(texts.direction(), code.chain(names), " · ");
    let mut page = empty_page(tr!(texts, "many-years"), whose);
    for (in_currency, family) in found {
        let amount = |amount: Money| texts.amount(amount, *in_currency);
        let columns = years_columns(texts, family);
        let words = [Column::words(capital(&tr!(texts, "term-edition")))];
        let figures = columns
            .iter()
            .map(|(word, _)| Column::figures(word.as_str()));
        let mut table = Table::new(words.into_iter().chain(figures));
        let row = |name: String, sum: &Sum| {
            let amounts = columns.iter().map(|(_, of)| amount(of(sum)));
            PageRow::new([name].into_iter().chain(amounts))
        };
        for one in &family.editions {
            let (name, when) = edition_of_family(texts, one);
            table.push(row(name, &one.sum).note(when.as_str()));
        }
        let total = row(tr!(texts, "many-total"), &family.sum);
        table.push(total.bold().below(Rule::Thin));
        let name = texts.name(&family.name).to_owned();
        page.tables.push((name, table));
        let line = |word: String, value: Money| Line {
            word,
            shown: amount(value),
            note: String::new(),
        };
        let lines = vec![
            line(tr!(texts, "many-support"), family.support),
            line(tr!(texts, "many-lent"), family.lent),
            line(tr!(texts, "many-advances-left"), family.advance_left),
        ];
        let days = tr!(texts, "many-days", count = family.days);
        page.lists.push((days, lines));
    }
    page
}

fn empty_page(title: String, period: String) -> FiguresPage {
    FiguresPage {
        title,
        period,
        verdict: String::new(),
        headline: Vec::new(),
        plots: Vec::new(),
        lists: Vec::new(),
        sums: Vec::new(),
        tables: Vec::new(),
    }
}
