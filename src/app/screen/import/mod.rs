//! Families, goods and a web shop's orders out of a spreadsheet: a file is chosen, what
//! it would do is looked at, and then it is taken in whole or not at all. The orders'
//! screen holds one that reads orders alone.

mod files;
mod looking;

use std::path::PathBuf;

use iced::Task;
use iced::widget::column;

use crate::app::context::{Action, Context, Telling};
use crate::app::intent::{Intent, Place};
use crate::app::screen::found::where_to_look;
use crate::app::screen::frame::{done_key, outcome, page, under_way, with_trouble};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::reckoning;
use crate::reports::table::TableKind;
use crate::services::import::{FoundFile, Plan, Taken, places, spreadsheets};
use crate::services::notice::Notice;
use crate::tr;

use files::Files;
use looking::{Looking, Tab};

/// How often it is told how far a long work is: at most so many times.
const TOLD: usize = 100;

#[derive(Debug)]
pub struct Import {
    files: Files,
    /// Where it is left to.
    before: Place,
    step: Step,
    wrong: Option<Notice>,
}

/// How far the import has come.
#[derive(Debug)]
enum Step {
    Choosing,
    /// The file is read, or what was looked at is written; so much of so much.
    Working {
        word: Work,
        done: usize,
        of: usize,
        plan: Option<Box<Looking>>,
    },
    Looking(Box<Looking>),
    Taken(Box<Taken>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Work {
    Reading,
    Writing,
}

#[derive(Debug, Clone)]
pub enum Message {
    Found(Result<Vec<FoundFile>, Notice>),
    Kind(TableKind),
    Choose(usize),
    /// Files may have come: looks again.
    Refresh,
    SoFar(usize, usize),
    Planned(Box<Result<Plan, Notice>>),
    Tab(Tab),
    Turn(usize),
    TakeIn,
    Taken(Box<Result<Taken, Notice>>),
    /// Reads the same file once more.
    Again,
    Done,
    Back,
}

impl Import {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        Self::of(context, Files::default(), Place::Desk)
    }

    /// Reads a web shop's orders alone, which a supervisor answers for.
    pub fn of_shop(context: &Context) -> (Self, Task<Message>) {
        Self::of(context, Files::of_shop(), Place::Orders)
    }

    fn of(context: &Context, files: Files, before: Place) -> (Self, Task<Message>) {
        let screen = Import {
            files,
            before,
            step: Step::Choosing,
            wrong: None,
        };
        (screen, look_for_files(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Found(Ok(found)) => self.files.show(found),
            Message::Found(Err(wrong)) => self.wrong = Some(wrong),
            Message::Kind(kind) => self.files.kind = kind,
            Message::Refresh => return Action::Run(look_for_files(context)),
            Message::Choose(at) => {
                if let Some(path) = self.files.path(at) {
                    return Action::Run(self.plan(context, path));
                }
            }
            Message::SoFar(so_far, all) => {
                if let Step::Working { done, of, .. } = &mut self.step {
                    (*done, *of) = (so_far, all);
                }
            }
            Message::Planned(planned) => match *planned {
                Ok(plan) => self.step = Step::Looking(Box::new(Looking::new(plan))),
                Err(wrong) => {
                    self.step = Step::Choosing;
                    self.wrong = Some(wrong);
                }
            },
            Message::Tab(tab) => self.looking(|looking| looking.show(tab)),
            Message::Turn(page) => self.looking(|looking| looking.turn(page)),
            Message::TakeIn => return Action::Run(self.take_in(context)),
            Message::Taken(taken) => match *taken {
                Ok(taken) => {
                    self.step = Step::Taken(Box::new(taken));
                    return Action::Intent(Intent::CatalogueChanged);
                }
                Err(wrong) => self.back_to_looking(wrong),
            },
            Message::Again => {
                if let (Step::Looking(_), Some(path)) = (&self.step, self.files.chosen.clone()) {
                    return Action::Run(self.plan(context, path));
                }
            }
            Message::Done => {
                self.step = Step::Choosing;
                return Action::Run(look_for_files(context));
            }
            Message::Back => match self.step {
                Step::Choosing => return Action::Intent(Intent::Go(self.before)),
                // What is being written is not left half way.
                Step::Working { .. } => {}
                Step::Looking(_) | Step::Taken(_) => {
                    self.step = Step::Choosing;
                    self.wrong = None;
                }
            },
        }
        Action::None
    }

    fn looking(&mut self, change: impl FnOnce(&mut Looking)) {
        if let Step::Looking(looking) = &mut self.step {
            change(looking);
        }
    }

    /// Reads a file and finds out what it would do.
    fn plan(&mut self, context: &Context, path: PathBuf) -> Task<Message> {
        self.wrong = None;
        self.step = working(Work::Reading, None);
        self.files.chosen = Some(path.clone());
        let (session, kind) = (context.session().clone(), self.files.kind);
        context.ask_and_hear(
            move |till, telling| {
                let mut told = now_and_then(telling);
                till.plan_import(&session, &path, kind, &mut told)
            },
            Message::SoFar,
            |planned| Message::Planned(Box::new(planned)),
        )
    }

    /// Writes what is looked at.
    fn take_in(&mut self, context: &Context) -> Task<Message> {
        let Step::Looking(looking) = std::mem::replace(&mut self.step, Step::Choosing) else {
            return Task::none();
        };
        self.wrong = None;
        let (session, plan) = (context.session().clone(), looking.plan.clone());
        self.step = working(Work::Writing, Some(looking));
        context.ask_and_hear(
            move |till, telling| till.take_in(&session, plan, now_and_then(telling)),
            Message::SoFar,
            |taken| Message::Taken(Box::new(taken)),
        )
    }

    fn back_to_looking(&mut self, wrong: Notice) {
        let step = std::mem::replace(&mut self.step, Step::Choosing);
        if let Step::Working {
            plan: Some(looking),
            ..
        } = step
        {
            self.step = Step::Looking(looking);
        }
        self.wrong = Some(wrong);
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let texts = context.texts;
        let wrong = self.wrong.as_ref();
        let content: Element<'_, Message> = match &self.step {
            Step::Choosing => self.files.view(context, wrong),
            Step::Looking(looking) => looking.view(context, wrong),
            Step::Working { word, done, of, .. } => {
                let (word, tone) = match word {
                    Work::Reading => (tr!(context.texts, "desk-import-reading"), Tone::Info),
                    Work::Writing => (tr!(context.texts, "desk-import-writing"), Tone::Primary),
                };
                under_way(context, word, tone, *done, *of)
            }
            Step::Taken(taken) => taken_in(context, taken),
        };
        let title = match &self.step {
            Step::Looking(looking) => looking.title(context),
            _ if self.before == Place::Orders => tr!(texts, "desk-import-orders"),
            _ => tr!(texts, "desk-import-title"),
        };
        page(context, title, Message::Back, [], content)
    }
}

fn working(word: Work, plan: Option<Box<Looking>>) -> Step {
    Step::Working {
        word,
        done: 0,
        of: 0,
        plan,
    }
}

fn look_for_files(context: &Context) -> Task<Message> {
    let data = context.data.clone();
    context.ask(
        move |_| {
            let found = data.map(|data| {
                let settings = where_to_look(&data);
                spreadsheets(&places(&data, &settings))
            });
            Ok(found.unwrap_or_default())
        },
        Message::Found,
    )
}

/// Tells of some rows, not of each of many thousand.
fn now_and_then(mut telling: Telling) -> impl FnMut(usize, usize) + Send + 'static {
    move |done, of| {
        if done % (of / TOLD).max(1) == 0 || done == of {
            telling(done, of);
        }
    }
}

fn taken_in<'a>(context: &Context, taken: &Taken) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let registered = taken.registered;
    let figure = |word: String, count: u64| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        reckoning(dir, word, texts.count(count), Ink::Inherited)
    };
    let particulars = column![
        figure(tr!(texts, "desk-import-tab-new"), registered.created),
        figure(tr!(texts, "desk-import-tab-changed"), registered.updated),
        figure(tr!(texts, "desk-import-unchanged"), registered.unchanged),
    ];
    outcome(
        context,
        Tone::Success,
        tr!(texts, "desk-import-taken"),
        particulars.spacing(space::M),
        [done_key(context, Message::Done)],
    )
}
