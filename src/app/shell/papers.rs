//! Papers on their way out: what is sent to the printer, and those that want
//! somebody: blocked, held, or perhaps printed and perhaps not.

use iced::widget::{Column, column, container};
use iced::{Fill, Length, Task};

use super::{App, Message as Shell};
use crate::app::screen::frame::{in_one_piece, in_one_text, tone_of};
use crate::app::screen::printer_setup::{self, PrinterSheet};
use crate::app::theme::{Element, Press, Surface, Tone, space, type_size};
use crate::app::widget::{Icon, badge, button, dialog, empty, icon, named, pressable, scroll};
use crate::domain::id::TicketId;
use crate::services::Till;
use crate::services::notice::Notice;
use crate::services::printing::{Answer, Paper, PrintJob, PrinterState, Queued, Standing};
use crate::tr;

/// The papers that want somebody, and whether their list is open.
#[derive(Debug, Default)]
pub struct Papers {
    waiting: Vec<PrintJob>,
    pub(super) printers: Vec<PrinterState>,
    open: bool,
    /// A printer that is being set up.
    pub(super) set_up: Option<Box<PrinterSheet>>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Queued(Result<Queued, Notice>),
    Known(Result<Vec<PrintJob>, Notice>),
    Printers(Result<Vec<PrinterState>, Notice>),
    /// A test page of the printer at this place.
    Test(usize),
    Tested(Result<i64, Notice>),
    /// Sets up the printer at this place.
    SetUp(usize),
    /// Sets up a printer the till does not have yet.
    Add,
    SettingUp(Box<printer_setup::Message>),
    Open(bool),
    Answer(i64, Answer),
    /// Print it once more, marked as a copy.
    Again(i64),
    Answered(Result<(), Notice>),
}

impl App {
    /// Sends a paper to the printer: the original, or once that is out a copy.
    pub(super) fn print(&self, paper: Paper) -> Task<Shell> {
        let (Some(printing), Some(session)) = (&self.context.printing, &self.context.session)
        else {
            return Task::none();
        };
        let (printing, session) = (printing.clone(), session.clone());
        let print = move |_: &Till| {
            let queued = printing.print(&paper)?;
            match queued.again {
                true => printing.reprint(&session, &paper),
                false => Ok(queued),
            }
        };
        self.ask_printer(print, Message::Queued)
    }

    /// What a sale that was just recorded sets going: the drawer opens where cash
    /// changed hands, and the receipt is printed if it is wanted.
    pub(super) fn after_sale(&self, sale: TicketId, cash: bool, print: bool) -> Task<Shell> {
        let Some(printing) = self.context.printing.clone() else {
            return Task::none();
        };
        let work = move |_: &Till| {
            if cash {
                printing.open_drawer()?;
            }
            match print {
                true => printing.print_sale(sale).map(Some),
                false => Ok(None),
            }
        };
        self.ask_printer(work, |answer| match answer.transpose() {
            Some(queued) => Message::Queued(queued),
            None => Message::Answered(Ok(())),
        })
    }

    /// Opens the drawer behind the printer, once or not at all.
    pub(super) fn open_drawer(&self) -> Task<Shell> {
        let Some(printing) = self.context.printing.clone() else {
            return Task::none();
        };
        self.ask_printer(move |_| printing.open_drawer().map(drop), Message::Answered)
    }

    /// Looks which papers want somebody.
    pub(super) fn look_at_papers(&self) -> Task<Shell> {
        match self.context.printing.clone() {
            None => Task::none(),
            Some(printing) => {
                let jobs = printing.clone();
                let jobs = self.ask_printer(move |_| jobs.jobs(None), Message::Known);
                match self.papers.open {
                    false => jobs,
                    true => {
                        let how = move |_: &Till| printing.printers();
                        Task::batch([jobs, self.ask_printer(how, Message::Printers)])
                    }
                }
            }
        }
    }

    fn ask_printer<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Till) -> Result<T, crate::services::Error> + Send + 'static,
        answer: fn(Result<T, Notice>) -> Message,
    ) -> Task<Shell> {
        self.context
            .ask(question, move |answered| Shell::Papers(answer(answered)))
    }

    pub(super) fn update_papers(&mut self, message: Message) -> Task<Shell> {
        match message {
            Message::Queued(Ok(queued)) => {
                if let Some(copy) = queued.copy {
                    let text = tr!(self.context.texts, "app-shell-copy", number = copy);
                    self.say(Tone::Success, text);
                }
                Task::none()
            }
            Message::Known(Ok(jobs)) => {
                self.papers.waiting = jobs;
                self.papers.waiting.retain(wants_somebody);
                Task::none()
            }
            Message::Printers(Ok(printers)) => {
                self.papers.printers = printers;
                Task::none()
            }
            Message::Test(place) => match self.context.printing.clone() {
                None => Task::none(),
                Some(printing) => {
                    self.ask_printer(move |_| printing.print_test_page(place), Message::Tested)
                }
            },
            Message::SetUp(place) => {
                self.set_printer_up(place);
                Task::none()
            }
            Message::Add => {
                self.add_printer();
                Task::none()
            }
            Message::SettingUp(message) => self.update_set_up(*message),
            Message::Tested(Ok(_)) | Message::Answered(Ok(())) => self.look_at_papers(),
            Message::Open(open) => {
                self.papers.open = open;
                self.look_at_papers()
            }
            Message::Answer(job, answer) => match self.context.printing.clone() {
                None => Task::none(),
                Some(printing) => {
                    self.ask_printer(move |_| printing.answer(job, answer), Message::Answered)
                }
            },
            Message::Again(job) => {
                let (Some(printing), Some(session)) =
                    (&self.context.printing, &self.context.session)
                else {
                    return Task::none();
                };
                let (printing, session) = (printing.clone(), session.clone());
                let again = move |_: &Till| printing.print_again(&session, job);
                let again = self.ask_printer(again, Message::Queued);
                Task::batch([again, self.look_at_papers()])
            }
            Message::Queued(Err(wrong))
            | Message::Known(Err(wrong))
            | Message::Printers(Err(wrong))
            | Message::Tested(Err(wrong))
            | Message::Answered(Err(wrong)) => {
                self.say(tone_of(&wrong), in_one_text(&wrong));
                Task::none()
            }
        }
    }

    /// The printer's mark in the bar, with a number while papers want somebody.
    pub(super) fn papers_mark(&self) -> Option<Element<'_, Shell>> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        self.context.printing.as_ref()?;
        let mut mark: Vec<Element<'_, Shell>> = vec![icon(Icon::Printer).into()];
        if !self.papers.waiting.is_empty() {
            let count = texts.count(self.papers.waiting.len());
            mark.push(badge(dir, count, Tone::Warning));
        }
        let mark = dir.row(mark);
        let mark = pressable(
            mark.spacing(space::XS),
            Press::Quiet,
            Some(Shell::Papers(Message::Open(true))),
        )
        .padding(space::M);
        Some(named(mark, Some("papers".into()), Length::Shrink))
    }

    /// The list of papers that want somebody, over `base`.
    pub(super) fn papers_over<'a>(&'a self, base: Element<'a, Shell>) -> Element<'a, Shell> {
        if !self.papers.open {
            return base;
        }
        let (dir, texts) = (self.context.dir, self.context.texts);
        let rows = self.papers.waiting.iter().map(|job| self.paper_row(job));
        let list: Element<'_, Shell> = match self.papers.waiting.is_empty() {
            true => empty(
                dir,
                Icon::Printer,
                tr!(texts, "app-shell-papers-none"),
                tr!(texts, "app-shell-papers-none-body"),
            ),
            false => scroll::vertical(dir, Column::with_children(rows).spacing(space::S)),
        };
        let papers = dialog(
            dir,
            tr!(texts, "app-shell-papers"),
            column![self.printer_rows(), container(list).height(360)].spacing(space::M),
        )
        .width(760.0)
        .on_close(Shell::Papers(Message::Open(false)))
        .over(base);
        self.set_up_over(papers)
    }

    fn paper_row<'a>(&'a self, job: &PrintJob) -> Element<'a, Shell> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let name = match &job.kind {
            Some(kind) => format!("{} {}", texts.word(kind), in_one_piece(&job.title)),
            None => tr!(texts, "app-shell-drawer"),
        };
        let words = column![
            dir.label(name).medium().fill().lines(1),
            dir.label(job.in_words(texts))
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(2),
        ];
        let key = |word: String, answer: Answer, id: &str| {
            let answer = Shell::Papers(Message::Answer(job.id, answer));
            button(dir, word)
                .small()
                .on_press(answer)
                .id(format!("{id}-{}", job.id))
                .into()
        };
        let mut keys: Vec<Element<'a, Shell>> = Vec::new();
        match job.standing {
            Standing::Asking => {
                keys.push(key(
                    tr!(texts, "app-shell-paper-there"),
                    Answer::Printed,
                    "there",
                ));
            }
            Standing::Held => {
                keys.push(key(
                    tr!(texts, "app-shell-paper-now"),
                    Answer::PrintNow,
                    "now",
                ));
            }
            _ => {}
        }
        if matches!(job.standing, Standing::Asking | Standing::Failed) && job.kind.is_some() {
            let again = button(dir, tr!(texts, "app-shell-paper-again"))
                .small()
                .on_press(Shell::Papers(Message::Again(job.id)))
                .id(format!("again-{}", job.id));
            keys.push(again.into());
        }
        if job.standing != Standing::Printing {
            keys.push(key(
                tr!(texts, "app-shell-paper-give-up"),
                Answer::GiveUp,
                "give-up",
            ));
        }
        let row = dir.row([words.into(), dir.row(keys).spacing(space::S).into()]);
        container(row)
            .class(Surface::Card)
            .padding(space::M)
            .width(Fill)
            .into()
    }
}

fn wants_somebody(job: &PrintJob) -> bool {
    match job.standing {
        Standing::Asking | Standing::Held | Standing::Blocked | Standing::Failed => true,
        // It stands still with the printer.
        Standing::Printing => job.trouble.is_some(),
        Standing::Waiting | Standing::Printed | Standing::Sent | Standing::GivenUp => false,
    }
}
