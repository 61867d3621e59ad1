//! The organiser's dashboard: which days are looked at, and their figures. How they
//! look is `view`'s business, which days can be chosen `days`'.

mod days;
mod many;
mod proof;
mod question;
mod view;

use std::path::PathBuf;

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::theme::Element;
use crate::domain::figures::{Figures, Period};
use crate::locale::bidi;
use crate::plot::Plot;
use crate::print::papers::Books;
use crate::services::dashboard::{
    Dashboard as Known, FiguresDesk, OtherEdition, Reader, Section, plots, write_file,
};
use crate::services::notice::Notice;
use crate::services::printing::PrinterSetup;
use crate::services::{Error, Till};
use crate::settings::DataFolder;
use crate::tr;

use days::Days;
use many::Many;
use proof::Proof;
use question::Question;

#[derive(Debug)]
pub struct Dashboard {
    days: Days,
    /// What was asked last; answers to what was asked before are not shown.
    asked: Question,
    shown: Option<Box<Shown>>,
    /// Whether no day was opened yet.
    nothing: bool,
    saving: bool,
    /// The money proof, while it is looked at.
    proof: Option<Box<Proof>>,
    /// Other databases tallied with this till's, while they are looked at.
    many: Option<Box<Many>>,
    /// Another edition that is laid beside this one.
    edition: Option<OtherEdition>,
    wrong: Option<Notice>,
}

/// The figures on the screen.
#[derive(Debug, Clone)]
pub struct Shown {
    pub known: Known,
    pub against: Option<Figures>,
    pub plots: Vec<(Section, Plot)>,
}

#[derive(Debug, Clone)]
pub enum Message {
    /// What was read; nothing where no day was opened yet.
    Read(Question, Box<Result<Option<Shown>, Notice>>),
    Days(days::Message),
    /// What is shown is to be a file.
    Save,
    /// What several databases come to is to be a workbook.
    SaveWorkbook,
    Saved(Result<String, Notice>),
    OpenProof,
    Proof(proof::Message),
    OpenMany,
    Many(many::Message),
    /// An edition's database is to be laid beside this edition.
    LayBeside(PathBuf),
    Beside(Question, Result<OtherEdition, Notice>),
    /// This edition stands alone again.
    Alone,
    Back,
}

/// Reads the days that are chosen, away from the window.
fn read(
    context: &Context,
    question: Question,
    days: &Days,
    edition: Option<&OtherEdition>,
) -> Task<Message> {
    let (texts, catalogue) = (context.texts, context.catalogue.clone());
    let (wanted, against) = (days.period(), days.against());
    let edition = edition.cloned();
    context.ask(
        move |till| {
            let latest = till.latest_day()?.map(Period::Day);
            let Some(period) = wanted.or(latest) else {
                return Ok(None);
            };
            let known = till.dashboard(period)?;
            let against = match (edition, against) {
                (Some(edition), _) => Some(edition.beside(&known.figures)?),
                (None, Some(day)) => Some(till.figures(Period::Day(day))?),
                (None, None) => None,
            };
            let reader = Reader {
                texts,
                catalogue: &catalogue,
                staff: &known.staff,
            };
            let plots = plots(&reader, &known.figures, against.as_ref());
            Ok(Some(Shown {
                known,
                against,
                plots,
            }))
        },
        move |read| Message::Read(question, Box::new(read)),
    )
}

impl Dashboard {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let mut screen = Dashboard {
            days: Days::default(),
            asked: Question::next(),
            shown: None,
            nothing: false,
            saving: false,
            proof: None,
            many: None,
            edition: None,
            wrong: None,
        };
        let first = screen.read(context);
        (screen, first)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            // Other days were chosen meanwhile.
            Message::Read(question, _) if question != self.asked => {}
            Message::Read(_, read) => match *read {
                Ok(Some(shown)) => {
                    self.days.know(&shown.known);
                    self.shown = Some(Box::new(shown));
                    self.wrong = None;
                }
                Ok(None) => self.nothing = true,
                // What was asked before is not what is chosen now, nor to be saved as it.
                Err(wrong) => (self.shown, self.wrong) = (None, Some(wrong)),
            },
            Message::Days(message) => {
                // A day is laid over another, or an edition beside this one.
                let over_a_day = matches!(message, days::Message::Mode(days::Mode::Against));
                let stood_beside = over_a_day && self.edition.take().is_some();
                if self.days.update(message) || stood_beside {
                    return Action::Run(self.read(context));
                }
            }
            Message::Save => {
                if let Some(work) = self.save(context) {
                    self.saving = true;
                    return Action::Run(work);
                }
            }
            Message::SaveWorkbook => {
                let many = self.many.as_ref().filter(|_| !self.saving);
                if let Some(work) = many.and_then(|many| many.save_workbook(context)) {
                    self.saving = true;
                    return Action::Run(work);
                }
            }
            Message::Saved(saved) => {
                self.saving = false;
                match saved {
                    Ok(place) => {
                        let place = bidi::left_to_right(&place);
                        let told = tr!(context.texts, "figures-saved", place = place);
                        return Action::Intent(Intent::Tell(told));
                    }
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::OpenProof => {
                if let Some(shown) = &self.shown {
                    let (proof, first) = Proof::new(context, shown.known.figures.period);
                    self.proof = Some(Box::new(proof));
                    return Action::Run(first);
                }
            }
            Message::Proof(message) => {
                if let Some(proof) = &mut self.proof {
                    return Action::Run(proof.update(message, context));
                }
            }
            Message::OpenMany => {
                let (many, first) = Many::new(context);
                self.many = Some(Box::new(many));
                return Action::Run(first);
            }
            Message::Many(message) => {
                if let Some(many) = &mut self.many {
                    return Action::Run(many.update(message, context));
                }
            }
            Message::LayBeside(path) => {
                if let Some(question) = self.many.as_mut().and_then(|many| many.lay_beside()) {
                    return Action::Run(context.ask(
                        move |till| till.other_edition(&path),
                        move |laid| Message::Beside(question, laid),
                    ));
                }
            }
            Message::Beside(question, laid) => {
                let many = self.many.as_mut().filter(|many| many.awaits(question));
                match (many, laid) {
                    // Whoever asked went away meanwhile.
                    (None, _) => {}
                    (Some(_), Ok(edition)) => {
                        (self.many, self.edition) = (None, Some(edition));
                        self.days.update(days::Message::Mode(days::Mode::Bazaar));
                        return Action::Run(self.read(context));
                    }
                    (Some(many), Err(wrong)) => many.refuse(wrong),
                }
            }
            Message::Alone => {
                self.edition = None;
                return Action::Run(self.read(context));
            }
            Message::Back => {
                if let Some(many) = &mut self.many {
                    if !many.back() {
                        self.many = None;
                    }
                    return Action::None;
                }
                let Some(proof) = &mut self.proof else {
                    return Action::Intent(Intent::Go(Place::Desk));
                };
                if !proof.back() {
                    self.proof = None;
                }
            }
        }
        Action::None
    }

    fn read(&mut self, context: &Context) -> Task<Message> {
        self.asked = Question::next();
        read(context, self.asked, &self.days, self.edition.as_ref())
    }

    /// Writes what is shown as a PDF where this till keeps its files.
    fn save(&self, context: &Context) -> Option<Task<Message>> {
        if let Some(many) = &self.many {
            return many.save(context).filter(|_| !self.saving);
        }
        let shown = self.shown.as_ref().filter(|_| !self.saving)?;
        let (known, against) = (shown.known.clone(), shown.against.clone());
        let proof = self.proof.as_ref().and_then(|proof| proof.known().cloned());
        let texts = context.texts;
        write_pages(context, move |_, desk, books| {
            let name = desk.file_name(known.figures.period, against.as_ref());
            let (kind, bytes) = match proof {
                Some(proof) => (
                    tr!(texts, "figures-proof-title"),
                    desk.proof_pdf(&proof, books),
                ),
                None => (
                    tr!(texts, "figures-report-title"),
                    desk.pdf(&known, against.as_ref(), books),
                ),
            };
            Ok((format!("{name} {kind}"), bytes))
        })
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        self.page(context)
    }
}

/// Writes pages where this till keeps its files; `make` gives their name and what they
/// hold.
fn write_pages(
    context: &Context,
    make: impl FnOnce(&Till, &mut FiguresDesk, &Books) -> Result<(String, Vec<u8>), Error>
    + Send
    + 'static,
) -> Option<Task<Message>> {
    let language = context.texts.language();
    keep_file(context, move |till, data| {
        let settings = data.load_settings().unwrap_or_default();
        let setup = PrinterSetup::of(&settings, data)?;
        let mut desk = FiguresDesk::new(till, setup, language)?;
        let books = till.books_now()?;
        let (name, bytes) = make(till, &mut desk, &books)?;
        Ok((format!("{name}.pdf"), bytes))
    })
}

/// Writes a file where this till keeps its files; `make` gives its name and what it
/// holds.
fn keep_file(
    context: &Context,
    make: impl FnOnce(&Till, &DataFolder) -> Result<(String, Vec<u8>), Error> + Send + 'static,
) -> Option<Task<Message>> {
    let data = context.data.clone()?;
    let work = context.ask(
        move |till| {
            let (name, bytes) = make(till, &data)?;
            let file = data.statements().join(name);
            write_file(&file, &bytes)?;
            Ok(file.display().to_string())
        },
        Message::Saved,
    );
    Some(work)
}
