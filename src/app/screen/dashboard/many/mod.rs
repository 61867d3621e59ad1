//! Several databases tallied together: which of them, and what they come to. How that
//! looks is `shown`'s business.

mod choosing;
mod shown;

use std::path::PathBuf;

use iced::Task;

use super::{Message as Screen, Question, keep_file, write_pages};
use crate::app::context::Context;
use crate::app::screen::found::where_to_look;
use crate::app::screen::frame::{under_way, with_trouble};
use crate::app::theme::{Element, Tone};
use crate::services::error::Fault;
use crate::services::import::FoundFile;
use crate::services::many::{
    Grouping, Many as Known, databases, remember, workbook, years_workbook,
};
use crate::services::notice::Notice;
use crate::tr;

use choosing::Choosing;
use shown::Shown;

#[derive(Debug)]
pub struct Many {
    choosing: Choosing,
    step: Step,
    /// An edition's database is read to be laid beside this edition.
    laying: Option<Question>,
    wrong: Option<Notice>,
}

#[derive(Debug)]
enum Step {
    Choosing,
    /// Databases are read; so many of so many.
    Reading {
        question: Question,
        done: usize,
        of: usize,
    },
    Shown(Box<Shown>),
}

#[derive(Debug, Clone)]
pub enum Message {
    /// The databases there are, and those chosen the last time.
    Found(Result<(Vec<FoundFile>, Vec<PathBuf>), Notice>),
    Toggle(usize),
    /// Memory sticks may have come: looks again.
    Refresh,
    Tally,
    SoFar(Question, usize, usize),
    Tallied(Question, Box<Result<Known, Notice>>),
    Currency(usize),
    By(Grouping),
    /// A row of the table, or the total.
    Row(Option<usize>),
}

impl Many {
    pub fn new(context: &Context) -> (Self, Task<Screen>) {
        let many = Many {
            choosing: Choosing::default(),
            step: Step::Choosing,
            laying: None,
            wrong: None,
        };
        (many, look_for_databases(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Task<Screen> {
        match message {
            Message::Found(Ok((found, before))) => self.choosing.show(found, &before),
            Message::Found(Err(wrong)) => self.wrong = Some(wrong),
            Message::Toggle(at) => self.choosing.toggle(at),
            Message::Refresh => return look_for_databases(context),
            Message::Tally => {
                if matches!(self.step, Step::Choosing) {
                    return self.tally(context);
                }
            }
            Message::SoFar(of_which, so_far, all) => {
                if let Step::Reading { question, done, of } = &mut self.step
                    && *question == of_which
                {
                    (*done, *of) = (so_far, all);
                }
            }
            // Whoever asked went away meanwhile.
            Message::Tallied(question, _) if !self.reads(question) => {}
            Message::Tallied(_, tallied) => match *tallied {
                Ok(known) => self.step = Step::Shown(Box::new(Shown::new(known))),
                Err(wrong) => {
                    self.step = Step::Choosing;
                    self.wrong = Some(wrong);
                }
            },
            Message::Currency(at) => self.shown(|shown| shown.show_currency(at)),
            Message::By(by) => self.shown(|shown| shown.show_by(by)),
            Message::Row(row) => self.shown(|shown| shown.choose(row)),
        }
        Task::none()
    }

    /// Whether that is what is being read.
    fn reads(&self, asked: Question) -> bool {
        matches!(self.step, Step::Reading { question, .. } if question == asked)
    }

    /// Begins to lay an edition beside this one, unless that is under way.
    pub fn lay_beside(&mut self) -> Option<Question> {
        if self.laying.is_some() {
            return None;
        }
        self.wrong = None;
        self.laying = Some(Question::next());
        self.laying
    }

    /// Whether this edition's database is waited for.
    pub fn awaits(&self, asked: Question) -> bool {
        self.laying == Some(asked)
    }

    /// The edition could not be laid beside this one.
    pub fn refuse(&mut self, wrong: Notice) {
        (self.laying, self.wrong) = (None, Some(wrong));
    }

    fn shown(&mut self, change: impl FnOnce(&mut Shown)) {
        if let Step::Shown(shown) = &mut self.step {
            change(shown);
        }
    }

    /// Reads what is chosen, and remembers it for the next time.
    fn tally(&mut self, context: &Context) -> Task<Screen> {
        let chosen = self.choosing.chosen();
        self.wrong = None;
        let question = Question::next();
        self.step = Step::Reading {
            question,
            done: 0,
            of: chosen.len(),
        };
        let data = context.data.clone();
        context.ask_and_hear(
            move |till, telling| {
                let tallied = till.tally_with(&chosen, telling)?;
                if let Some(data) = data {
                    // The tally is right whether or not it is remembered.
                    let _ = remember(&data, &chosen);
                }
                Ok(tallied)
            },
            move |done, of| Screen::Many(Message::SoFar(question, done, of)),
            move |tallied| Screen::Many(Message::Tallied(question, Box::new(tallied))),
        )
    }

    /// Goes back to where one came from; whether there was such a place in it.
    pub fn back(&mut self) -> bool {
        match self.step {
            Step::Choosing => false,
            // What is being read comes soon, or is refused.
            Step::Reading { .. } => true,
            Step::Shown(_) if self.laying.is_some() => true,
            Step::Shown(_) => {
                self.step = Step::Choosing;
                self.wrong = None;
                true
            }
        }
    }

    /// Whether there is something a file can be made of.
    pub fn is_shown(&self) -> bool {
        matches!(self.step, Step::Shown(_))
    }

    /// Writes what is shown as a PDF where this till keeps its files: a family's years
    /// while one is looked at, else the tally.
    pub fn save(&self, context: &Context) -> Option<Task<Screen>> {
        let Step::Shown(shown) = &self.step else {
            return None;
        };
        let (known, family) = (shown.known().clone(), shown.family_told(context.texts));
        let texts = context.texts;
        write_pages(context, move |till, desk, books| match family {
            Some((currency, family)) => {
                let name = format!("{} {}", family.code, tr!(texts, "many-years"));
                Ok((name, desk.years_pdf(&[(currency, &family)], books)))
            }
            None => {
                let bazaar = till.catalogue()?.bazaar.code.clone();
                let name = format!("{bazaar} {}", tr!(texts, "many-title"));
                Ok((name, desk.many_pdf(&known, books)))
            }
        })
    }

    /// Writes the same as a workbook.
    pub fn save_workbook(&self, context: &Context) -> Option<Task<Screen>> {
        let Step::Shown(shown) = &self.step else {
            return None;
        };
        let (known, family) = (shown.known().clone(), shown.family_told(context.texts));
        let texts = context.texts;
        keep_file(context, move |till, _| {
            let language = texts.language();
            let (of, title, bytes) = match family {
                Some((currency, family)) => (
                    family.code.to_string(),
                    tr!(texts, "many-years"),
                    years_workbook(&[(currency, &family)], language),
                ),
                None => (
                    till.catalogue()?.bazaar.code.to_string(),
                    tr!(texts, "many-title"),
                    workbook(&known, language),
                ),
            };
            Ok((format!("{of} {title}.xlsx"), bytes.map_err(Fault::Export)?))
        })
    }

    /// Another edition can be laid beside this one once it has days.
    pub fn view<'a>(
        &'a self,
        context: &Context,
        save: Vec<Element<'a, Screen>>,
        has_days: bool,
    ) -> Element<'a, Screen> {
        let laying = has_days.then_some(self.laying.is_some());
        let content = match &self.step {
            Step::Choosing => self.choosing.view(context),
            Step::Reading { done, of, .. } => {
                let word = tr!(context.texts, "many-reading");
                under_way(context, word, Tone::Info, *done, *of)
            }
            Step::Shown(shown) => shown.view(context, save, laying),
        };
        with_trouble(context, self.wrong.as_ref(), content)
    }
}

fn look_for_databases(context: &Context) -> Task<Screen> {
    let data = context.data.clone();
    context.ask(
        move |_| {
            let found = data.map(|data| {
                let settings = where_to_look(&data);
                (databases(&data, &settings), settings.other_databases)
            });
            Ok(found.unwrap_or_default())
        },
        |found| Screen::Many(Message::Found(found)),
    )
}
