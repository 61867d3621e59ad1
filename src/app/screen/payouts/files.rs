//! The statements of all families written as PDF files: one family after the
//! other, away from the window's thread, and told how many are done.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use iced::Task;

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::theme::Element;
use crate::app::widget::{Icon, button};
use crate::domain::id::FamilyCode;
use crate::locale::bidi;
use crate::services::notice::Notice;
use crate::services::printing::PrinterSetup;
use crate::services::statement::{Span, StatementDesk};
use crate::settings::DataFolder;
use crate::tr;

/// Where the statements have come to.
#[derive(Debug, Default)]
pub enum Files {
    #[default]
    Idle,
    Beginning,
    Writing {
        begun: Begun,
        done: usize,
        /// Whether the one under way is to be the last.
        stop: bool,
    },
}

/// What is to be written, and where to.
#[derive(Clone)]
pub struct Begun {
    desk: Arc<Mutex<StatementDesk>>,
    families: Arc<Vec<FamilyCode>>,
    folder: PathBuf,
}

impl std::fmt::Debug for Begun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Begun")
            .field("families", &self.families.len())
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone)]
pub enum Message {
    Begin,
    Begun(Result<Begun, Notice>),
    /// One more is written.
    Written(Result<(), Notice>),
    Stop,
}

/// What came of a message.
pub enum Next {
    Nothing,
    Run(Task<Screen>),
    /// All are written; in which words it is told.
    Done(String),
    Wrong(Notice),
}

impl Files {
    pub fn update(&mut self, message: Message, context: &Context) -> Next {
        match message {
            Message::Begin => {
                let (Files::Idle, Some(data)) = (&self, context.data.clone()) else {
                    return Next::Nothing;
                };
                *self = Files::Beginning;
                Next::Run(begin(context, data))
            }
            Message::Begun(Ok(begun)) if begun.families.is_empty() => {
                *self = Files::Idle;
                Next::Done(tr!(context.texts, "desk-no-statements"))
            }
            Message::Begun(Ok(begun)) => {
                let task = write(context, &begun, 0);
                *self = Files::Writing {
                    begun,
                    done: 0,
                    stop: false,
                };
                Next::Run(task)
            }
            Message::Begun(Err(wrong)) | Message::Written(Err(wrong)) => {
                *self = Files::Idle;
                Next::Wrong(wrong)
            }
            Message::Written(Ok(())) => self.one_more(context),
            Message::Stop => {
                if let Files::Writing { stop, .. } = self {
                    *stop = true;
                }
                Next::Nothing
            }
        }
    }

    fn one_more(&mut self, context: &Context) -> Next {
        let Files::Writing { begun, done, stop } = self else {
            return Next::Nothing;
        };
        *done += 1;
        if !*stop && *done < begun.families.len() {
            return Next::Run(write(context, begun, *done));
        }
        let told = self.told(context);
        *self = Files::Idle;
        told.map_or(Next::Nothing, Next::Done)
    }

    /// How many are written and where they are.
    fn told(&self, context: &Context) -> Option<String> {
        let Files::Writing { begun, done, .. } = self else {
            return None;
        };
        let place = bidi::left_to_right(&begun.folder.display().to_string());
        Some(tr!(
            context.texts,
            "desk-statements-written",
            count = *done,
            place = place
        ))
    }

    /// The key that begins it, or how far it is and the key that stops it.
    pub fn view<'a>(&self, context: &Context) -> Vec<Element<'a, Screen>> {
        let (dir, texts) = (context.dir, context.texts);
        let own = Screen::Files;
        if context.data.is_none() {
            return Vec::new();
        }
        let Files::Writing { begun, done, stop } = self else {
            let idle = matches!(self, Files::Idle);
            let begin = button(dir, tr!(texts, "desk-all-statements"))
                .icon(Icon::Statement)
                .on_press_maybe(idle.then_some(own(Message::Begin)))
                .id("all-statements");
            return vec![begin.into()];
        };
        let so_far = tr!(
            texts,
            "desk-statements-so-far",
            done = *done,
            of = begun.families.len()
        );
        let stop = button(dir, tr!(texts, "desk-stop"))
            .icon(Icon::Close)
            .on_press_maybe((!stop).then_some(own(Message::Stop)))
            .id("stop-statements");
        vec![dir.label(so_far).medium().lines(1).into(), stop.into()]
    }
}

fn begin(context: &Context, data: DataFolder) -> Task<Screen> {
    context.ask(
        move |till| {
            let settings = data.load_settings().unwrap_or_default();
            let desk = StatementDesk::new(till, &PrinterSetup::of(&settings, &data)?)?;
            let families = till.families_settled(Span::Last)?;
            let day = till.moments().now(desk.time_zone()).date_naive();
            Ok(Begun {
                folder: data.statements().join(format!("{} {day}", desk.bazaar())),
                desk: Arc::new(Mutex::new(desk)),
                families: Arc::new(families),
            })
        },
        |begun| Screen::Files(Message::Begun(begun)),
    )
}

/// Writes the statement at one place of the list.
fn write(context: &Context, begun: &Begun, at: usize) -> Task<Screen> {
    let begun = begun.clone();
    context.ask(
        move |till| {
            let mut desk = begun.desk.lock().expect("nothing panics while writing");
            till.write_statement(&mut desk, &begun.families[at], Span::Last, &begun.folder)
        },
        |written| Screen::Files(Message::Written(written)),
    )
}
