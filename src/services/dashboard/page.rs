//! The organiser's figures as a PDF: the same words and plots as on the screen, and
//! the families line by line.

use std::path::Path;
use std::sync::Arc;

use super::{Dashboard, MoneyProof, ProofLine, Reader, Told, plots};
use crate::domain::catalogue::Catalogue;
use crate::domain::figures::{Figures, Period};
use crate::domain::tally::Trade;
use crate::locale::{Digits, Language, Texts, bidi, capital};
use crate::print::Typesetter;
use crate::print::document::{Column, Row, Table};
use crate::print::layout::Frame;
use crate::print::papers::{
    Books, FiguresPage, Line, Names, PaperLanguages, Stationery, figures_foot, figures_page,
};
use crate::print::pdf::{A4, About, Pdf};
use crate::services::error::Fault;
use crate::services::printing::PrinterSetup;
use crate::services::statement::{THRESHOLD, author};
use crate::services::{Error, Till};
use crate::settings::write_whole;
use crate::tr;

/// Slow goods on the page.
const SLOW: usize = 10;

/// Writes a file of pages whole, in a folder that is made where it is missing.
///
/// # Errors
/// Faults of the file.
pub fn write_file(file: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = file.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder
        .and_then(|()| write_whole(file, bytes))
        .map_err(|error| Fault::Export(error).into())
}

/// Writes the organiser's pages in one language.
pub struct FiguresDesk {
    catalogue: Arc<Catalogue>,
    names: Names,
    language: Language,
    setup: PrinterSetup,
    typesetter: Typesetter,
}

impl FiguresDesk {
    /// For a till's terms.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn new(till: &Till, setup: PrinterSetup, language: Language) -> Result<Self, Error> {
        let catalogue = till.catalogue()?;
        Ok(Self {
            names: Names::of(&catalogue, &till.staff()?),
            catalogue,
            language,
            setup,
            typesetter: Typesetter::for_page(&A4, THRESHOLD),
        })
    }

    /// The texts of the page, in the digits of the bazaar's papers.
    pub(in crate::services) fn texts(&self) -> &'static Texts {
        let indic = self.catalogue.bazaar.arabic_digits && self.language == Language::Arabic;
        let digits = match indic {
            true => Digits::ArabicIndic,
            false => Digits::Latin,
        };
        Texts::of(self.language, digits)
    }

    /// What the file is called, without its ending: the bazaar and the days, with
    /// those laid over them if there are any.
    pub fn file_name(&self, period: Period, against: Option<&Figures>) -> String {
        let days = |period| match period {
            Period::Day(day) => format!(" {day}"),
            Period::Span { first, last } => format!(" {first} {last}"),
            Period::Bazaar => String::new(),
        };
        let against = against.map_or(String::new(), |figures| match &figures.edition {
            Some(edition) => format!(" {}", edition.code),
            None => days(figures.period),
        });
        format!("{}{}{against}", self.catalogue.bazaar.code, days(period))
    }

    /// A dashboard as a PDF, with another period laid over its plots if one is given.
    pub fn pdf(&mut self, known: &Dashboard, against: Option<&Figures>, books: &Books) -> Vec<u8> {
        let page = self.page(known, against);
        self.pdf_of(&page, books)
    }

    /// A money proof as a PDF.
    pub fn proof_pdf(&mut self, proof: &MoneyProof, books: &Books) -> Vec<u8> {
        let page = self.proof_page(proof);
        self.pdf_of(&page, books)
    }

    fn proof_page(&self, proof: &MoneyProof) -> FiguresPage {
        let texts = self.texts();
        let reader = Reader {
            texts,
            catalogue: &self.catalogue,
            staff: &proof.staff,
        };
        let line = |line: ProofLine| Line {
            word: line.word,
            shown: reader.amount(line.amount),
            note: String::new(),
        };
        let parts = reader.proof(&proof.figures).into_iter();
        let sums = parts.map(|part| {
            let lines = part.lines.into_iter().map(line);
            (part.title, lines.collect(), line(part.sum))
        });
        FiguresPage {
            title: tr!(texts, "figures-proof-title"),
            period: reader.period(proof.figures.period),
            verdict: reader.verdict(proof.holds()),
            headline: Vec::new(),
            plots: Vec::new(),
            lists: Vec::new(),
            sums: sums.collect(),
            tables: drawers(&reader, &proof.figures).into_iter().collect(),
        }
    }

    /// Pages as a PDF.
    pub(in crate::services) fn pdf_of(&mut self, page: &FiguresPage, books: &Books) -> Vec<u8> {
        let mut pdf = Pdf::new();
        self.frames(page, books)
            .iter()
            .for_each(|frame| pdf.page(frame));
        let bazaar = &self.catalogue.bazaar;
        pdf.finish(&About {
            title: format!("{} {}", page.title, bidi::without_controls(&page.period)),
            author: author(self.texts(), bazaar),
            language: self.language.code(),
            right_to_left: self.language.direction().is_right_to_left(),
            made: books.made,
        })
    }

    fn frames(&mut self, page: &FiguresPage, books: &Books) -> Vec<Frame> {
        let stationery = Stationery {
            bazaar: &self.catalogue.bazaar,
            names: &self.names,
            languages: PaperLanguages {
                first: self.language,
                second: None,
            },
            sighting: self.setup.sighting,
            logo: self.setup.logo.as_ref(),
        };
        let paper = figures_page(&stationery, page);
        self.typesetter.pages(&paper, &A4, |number, pages| {
            figures_foot(&stationery, page, books, number, pages)
        })
    }

    fn page(&self, known: &Dashboard, against: Option<&Figures>) -> FiguresPage {
        let texts = self.texts();
        let reader = Reader {
            texts,
            catalogue: &self.catalogue,
            staff: &known.staff,
        };
        let figures = &known.figures;
        let period = match against {
            None => reader.period(figures.period),
            Some(against) => tr!(
                texts,
                "figures-period-against",
                period = reader.period(figures.period),
                other = reader.whose(against)
            ),
        };
        let plots = plots(&reader, figures, against).into_iter();
        let slow = known.slow.iter().take(SLOW).map(|goods| {
            let told = reader.slow(goods);
            let note = [told.family, told.left].into_iter().flatten();
            Line {
                word: told.name,
                shown: told.sold,
                note: bidi::joined(texts.direction(), note, " · "),
            }
        });
        let matters = reader.matters(figures).into_iter().map(line_of).collect();
        let mut lists = vec![(tr!(texts, "figures-matters"), matters)];
        let slow: Vec<Line> = slow.collect();
        if !slow.is_empty() {
            lists.push((tr!(texts, "figures-slow"), slow));
        }
        let strangers = against.and_then(|against| reader.strangers(figures, against));
        if let Some(told) = strangers {
            let line = Line {
                word: told,
                shown: String::new(),
                note: String::new(),
            };
            lists.push((tr!(texts, "many-known"), vec![line]));
        }
        FiguresPage {
            title: tr!(texts, "figures-report-title"),
            period,
            verdict: String::new(),
            sums: Vec::new(),
            headline: reader.headline(figures, against).map(line_of).into(),
            plots: plots
                .map(|(section, plot)| (texts.get(section.title()), plot, section.is_wide()))
                .collect(),
            lists,
            tables: vec![
                (tr!(texts, "figures-families"), families(&reader, figures)),
                (tr!(texts, "figures-days"), days(&reader, figures, against)),
            ],
        }
    }
}

fn line_of(told: Told) -> Line {
    Line {
        word: told.word,
        shown: told.shown,
        note: told.note,
    }
}

fn columns(reader: &Reader<'_>, first: String) -> Table {
    let texts = reader.texts;
    Table::new([
        Column::words(capital(&first)),
        Column::figures(tr!(texts, "figures-column-list")),
        Column::figures(tr!(texts, "figures-column-discounts")),
        Column::figures(tr!(texts, "figures-refunded")),
        Column::figures(tr!(texts, "figures-takings")),
    ])
}

/// List price, discounts, refunds and takings. Discounts and list price are told
/// less what came back, so that a line adds up but for the refunds it names.
fn cells(reader: &Reader<'_>, name: String, trade: &Trade) -> [String; 5] {
    [
        name,
        reader.amount(trade.list),
        reader.amount(trade.family_discounts + trade.organiser_discounts),
        reader.amount(trade.refunded),
        reader.amount(trade.net_paid()),
    ]
}

fn families(reader: &Reader<'_>, figures: &Figures) -> Table {
    let texts = reader.texts;
    let mut table = columns(reader, tr!(texts, "term-family"));
    for (family, trade) in &figures.total.tally.by_family {
        let code = bidi::left_to_right(family.as_str());
        let name = format!("{code} · {}", bidi::first_strong(&reader.family(family)));
        table.push(Row::new(cells(reader, name, trade)));
    }
    table.push(total(reader, figures));
    table
}

/// Day by day; beside another edition, with what its day of the same number took.
fn days(reader: &Reader<'_>, figures: &Figures, against: Option<&Figures>) -> Table {
    let texts = reader.texts;
    let against = against.filter(|against| against.edition.is_some());
    let mut table = columns(reader, tr!(texts, "term-trading-day"));
    for day in &figures.days {
        let name = texts.date_with_weekday(day.day);
        let row = Row::new(cells(reader, name, &day.figures.tally.total));
        let mut others = against.into_iter().flat_map(|against| &against.days);
        let other = others.find(|other| other.number == day.number);
        table.push(match (against, other) {
            (Some(against), Some(other)) => {
                let taken = other.figures.tally.total.net_paid();
                row.note(beside(reader, against, other.number, reader.amount(taken)))
            }
            _ => row,
        });
    }
    table.push(total(reader, figures));
    table
}

/// What another edition took on its day of the same number.
fn beside(reader: &Reader<'_>, against: &Figures, number: usize, taken: String) -> String {
    let texts = reader.texts;
    let edition = against.edition.as_ref();
    let name = edition.map_or("", |edition| texts.name(&edition.name));
    tr!(
        texts,
        "many-beside-day",
        edition = bidi::first_strong(name),
        number = texts.count(number),
        amount = taken
    )
}

fn total(reader: &Reader<'_>, figures: &Figures) -> Row {
    let name = capital(&tr!(reader.texts, "term-total"));
    let cells = cells(reader, name, &figures.total.tally.total);
    Row::new(cells)
        .bold()
        .below(crate::print::document::Rule::Thin)
}

/// Drawer by drawer: what it began with, should have held and held.
fn drawers(reader: &Reader<'_>, figures: &Figures) -> Option<(String, Table)> {
    let texts = reader.texts;
    let drawers = &figures.total.tally.drawers;
    if drawers.is_empty() {
        return None;
    }
    let mut table = Table::new([
        Column::words(capital(&tr!(texts, "term-drawer"))),
        Column::figures(capital(&tr!(texts, "term-float"))),
        Column::figures(tr!(texts, "figures-expected")),
        Column::figures(tr!(texts, "figures-counted")),
        Column::figures(tr!(texts, "figures-over-short")),
    ]);
    let currency = reader.catalogue.bazaar.currency;
    for drawer in drawers {
        let closing = &drawer.closing;
        let row = Row::new([
            reader.drawer(drawer),
            reader.amount(closing.float),
            reader.amount(closing.expected),
            reader.amount(closing.counted),
            texts.signed_amount(closing.over_short(), currency),
        ]);
        table.push(match closing.reason.is_empty() {
            true => row,
            false => row.note(closing.reason.as_str()),
        });
    }
    let empty = String::new;
    let over_short = texts.signed_amount(figures.total.over_short(), currency);
    let total = [
        capital(&tr!(texts, "term-total")),
        empty(),
        empty(),
        empty(),
        over_short,
    ];
    table.push(
        Row::new(total)
            .bold()
            .below(crate::print::document::Rule::Thin),
    );
    Some((tr!(texts, "figures-drawer-by-drawer"), table))
}
