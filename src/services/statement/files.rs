//! Statements as files for the families: PDF pages, and pictures to share on a
//! phone. All families' at once, as one PDF, a folder or a zip.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use zip::write::{SimpleFileOptions, ZipWriter};

use super::{FamilyStatement, Span, author};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::{BazaarCode, FamilyCode};
use crate::locale::{Digits, Sighting, Texts, bidi};
use crate::print::layout::Frame;
use crate::print::papers::{Names, PaperLanguages, Stationery, statement_foot, statement_page};
use crate::print::pdf::{A4, About, Pdf};
use crate::print::{Bitmap, Typesetter, raster};
use crate::services::error::Fault;
use crate::services::printing::PrinterSetup;
use crate::services::{Error, Till};
use crate::settings::{unfinished, write_whole};

/// Where coverage of a letter becomes a dot of a picture, of 255.
pub(in crate::services) const THRESHOLD: u8 = 110;

/// Writes statements. Keep it for many: it keeps the words it has set.
pub struct StatementDesk {
    catalogue: Arc<Catalogue>,
    names: Names,
    languages: PaperLanguages,
    sighting: Sighting,
    logo: Option<Arc<Bitmap>>,
    typesetter: Typesetter,
}

/// What the statements of all families become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// A PDF a family in a folder, which is made where it is missing.
    Folder(PathBuf),
    /// The same files in a zip.
    Zip(PathBuf),
    /// One PDF, the families by code.
    OnePdf(PathBuf),
}

/// How far a bundle has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Families done, this one included.
    pub done: usize,
    pub of: usize,
    pub family: FamilyCode,
}

/// A bundle that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatWasWritten {
    pub families: usize,
    pub pages: usize,
    pub place: PathBuf,
}

impl StatementDesk {
    /// For a till's terms, in the languages its papers have.
    ///
    /// # Errors
    /// Not set up; faults of the store.
    pub fn new(till: &Till, setup: &PrinterSetup) -> Result<Self, Error> {
        let catalogue = till.catalogue()?;
        let names = Names::of(&catalogue, &till.staff()?);
        Ok(Self {
            catalogue,
            names,
            languages: setup.languages,
            sighting: setup.sighting,
            logo: setup.logo.clone(),
            typesetter: Typesetter::for_page(&A4, THRESHOLD),
        })
    }

    /// The code of the bazaar.
    pub fn bazaar(&self) -> &BazaarCode {
        &self.catalogue.bazaar.code
    }

    pub fn time_zone(&self) -> &str {
        &self.catalogue.bazaar.time_zone
    }

    /// The pages of a statement.
    pub fn pages(&mut self, one: &FamilyStatement) -> Vec<Frame> {
        let stationery = Stationery {
            bazaar: &self.catalogue.bazaar,
            names: &self.names,
            languages: self.languages,
            sighting: self.sighting,
            logo: self.logo.as_ref(),
        };
        let paper = statement_page(&stationery, &one.statement, one.settled_by.as_ref());
        self.typesetter.pages(&paper, &A4, |page, pages| {
            statement_foot(&stationery, &one.statement, &one.books, page, pages)
        })
    }

    /// A statement as a PDF.
    pub fn pdf(&mut self, one: &FamilyStatement) -> Vec<u8> {
        let pages = self.pages(one);
        self.pdf_of(&pages, one)
    }

    fn pdf_of(&self, pages: &[Frame], one: &FamilyStatement) -> Vec<u8> {
        let mut pdf = Pdf::new();
        pages.iter().for_each(|page| pdf.page(page));
        pdf.finish(&self.about(self.title(one), one))
    }

    /// The pages of a statement as one PNG, to be sent to a phone.
    pub fn picture(&mut self, one: &FamilyStatement) -> Vec<u8> {
        picture_of(&self.pages(one))
    }

    /// What a family's files are called, without their ending.
    pub fn file_name(&self, one: &FamilyStatement) -> String {
        let family = &one.statement.family;
        let name = self.name(one);
        // What some system forbids in the name of a file.
        let forbidden = |letter: char| {
            letter.is_control()
                || bidi::is_control(letter)
                || matches!(
                    letter,
                    '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '.'
                )
        };
        let name: String = name.chars().filter(|letter| !forbidden(*letter)).collect();
        format!("{family} {}", name.trim()).trim_end().to_owned()
    }

    fn name<'a>(&self, one: &'a FamilyStatement) -> &'a str {
        self.texts().name(&one.statement.family_name)
    }

    fn texts(&self) -> &'static Texts {
        Texts::of(self.languages.first, Digits::Latin)
    }

    fn title(&self, one: &FamilyStatement) -> String {
        format!("{} {}", one.statement.family, self.name(one))
    }

    fn about(&self, title: String, one: &FamilyStatement) -> About {
        let bazaar = &self.catalogue.bazaar;
        let texts = self.texts();
        let language = self.languages.first;
        About {
            title,
            author: author(texts, bazaar),
            language: language.code(),
            right_to_left: language.direction().is_right_to_left(),
            made: one.books.made,
        }
    }
}

impl Till {
    /// Writes the statement of one family as a PDF into a folder, which is made
    /// where it is missing.
    ///
    /// # Errors
    /// Nothing of it was settled in those days; faults of the store or of the file.
    pub fn write_statement(
        &self,
        desk: &mut StatementDesk,
        family: &FamilyCode,
        span: Span,
        folder: &Path,
    ) -> Result<(), Error> {
        let one = self.statement(family, span)?;
        let mut out = Output::begin(&Bundle::Folder(folder.to_owned())).map_err(Fault::Export)?;
        out.add(desk, &one, false).map_err(Fault::Export)?;
        Ok(())
    }

    /// Writes the statements of every family settled in those days, and pictures
    /// of them beside the PDFs if asked. `step` hears of each family and may stop
    /// the work; what is under its name then is whole all the same.
    ///
    /// # Errors
    /// Not set up; faults of the store or of the files.
    pub fn write_statements(
        &self,
        desk: &mut StatementDesk,
        span: Span,
        bundle: &Bundle,
        pictures: bool,
        mut step: impl FnMut(&Step) -> ControlFlow<()>,
    ) -> Result<WhatWasWritten, Error> {
        let families = self.families_settled(span)?;
        let mut out = Output::begin(bundle).map_err(Fault::Export)?;
        let (mut pages, mut done, mut last) = (0, 0, None);
        for family in &families {
            let one = self.statement(family, span)?;
            pages += out.add(desk, &one, pictures).map_err(Fault::Export)?;
            done += 1;
            last = Some(one);
            let told = Step {
                done,
                of: families.len(),
                family: family.clone(),
            };
            if step(&told).is_break() {
                break;
            }
        }
        let title = desk.bazaar().to_string();
        let place = out
            .finish(desk, title, last.as_ref())
            .map_err(Fault::Export)?;
        Ok(WhatWasWritten {
            families: done,
            pages,
            place,
        })
    }
}

/// A bundle under way. A zip or a PDF gets its name only when it is whole.
enum Output {
    Folder(PathBuf),
    Zip(Box<ZipWriter<BufWriter<File>>>, PathBuf),
    OnePdf(Box<Pdf>, PathBuf),
}

impl Output {
    fn begin(bundle: &Bundle) -> io::Result<Self> {
        Ok(match bundle {
            Bundle::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Output::Folder(folder.clone())
            }
            Bundle::Zip(file) => {
                let out = BufWriter::new(File::create(unfinished(file))?);
                Output::Zip(Box::new(ZipWriter::new(out)), file.clone())
            }
            Bundle::OnePdf(file) => Output::OnePdf(Box::default(), file.clone()),
        })
    }

    /// Adds a family; gives its pages.
    fn add(
        &mut self,
        desk: &mut StatementDesk,
        one: &FamilyStatement,
        pictures: bool,
    ) -> io::Result<usize> {
        let pages = desk.pages(one);
        match self {
            Output::OnePdf(pdf, _) => {
                pdf.bookmark(desk.title(one));
                pages.iter().for_each(|page| pdf.page(page));
            }
            Output::Folder(folder) => {
                for (name, bytes) in files(desk, one, &pages, pictures) {
                    write_whole(&folder.join(name), &bytes)?;
                }
            }
            Output::Zip(zip, _) => {
                let stored =
                    SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
                for (name, bytes) in files(desk, one, &pages, pictures) {
                    zip.start_file(name, stored)?;
                    zip.write_all(&bytes)?;
                }
            }
        }
        Ok(pages.len())
    }

    fn finish(
        self,
        desk: &StatementDesk,
        title: String,
        last: Option<&FamilyStatement>,
    ) -> io::Result<PathBuf> {
        match self {
            Output::Folder(folder) => Ok(folder),
            Output::Zip(zip, file) => {
                zip.finish()?.into_inner()?.sync_all()?;
                std::fs::rename(unfinished(&file), &file)?;
                Ok(file)
            }
            Output::OnePdf(pdf, file) => {
                if let Some(last) = last {
                    write_whole(&file, &pdf.finish(&desk.about(title, last)))?;
                }
                Ok(file)
            }
        }
    }
}

/// The files of one family.
fn files(
    desk: &StatementDesk,
    one: &FamilyStatement,
    pages: &[Frame],
    pictures: bool,
) -> Vec<(String, Vec<u8>)> {
    let name = desk.file_name(one);
    let mut files = vec![(format!("{name}.pdf"), desk.pdf_of(pages, one))];
    if pictures {
        files.push((format!("{name}.png"), picture_of(pages)));
    }
    files
}

fn picture_of(pages: &[Frame]) -> Vec<u8> {
    let drawn = pages.iter().map(raster::draw);
    let all = drawn.reduce(|above, page| above.with_below(&page));
    all.expect("a statement has a page").to_shrunk_png()
}
