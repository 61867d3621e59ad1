//! Training: in and out of data of its own. While it lasts every screen bears a
//! band that says so, and one touch on it leads back to the till.

use std::fmt;

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::{App, Message as Shell, Screen, standing};
use crate::app::context::Context;
use crate::app::screen::frame::{in_one_text, tone_of};
use crate::app::screen::sign_in::SignIn;
use crate::app::theme::{Element, Surface, Tone, space, target, type_size};
use crate::app::widget::{Icon, button, icon};
use crate::services::notice::Notice;
use crate::services::printing::{PrinterSetup, Printing};
use crate::services::{Error, Till};
use crate::settings::DataFolder;
use crate::tr;

/// Where training lies, and how it prints.
#[derive(Debug, Clone)]
pub struct Ground {
    folder: DataFolder,
    printer: Option<PrinterSetup>,
}

/// Training as far as this run knows it.
#[derive(Debug, Default)]
pub struct Training {
    ground: Option<Ground>,
    /// Opened once, and kept for the next time.
    opened: Option<Opened>,
    /// The till behind it, while training lasts.
    outside: Option<Outside>,
    asking: bool,
}

/// Training that is open.
#[derive(Clone)]
pub struct Opened {
    till: Till,
    context: Context,
}

/// The till one came from.
struct Outside {
    context: Context,
}

#[derive(Debug, Clone)]
pub enum Message {
    Enter,
    Entered(Box<Result<Opened, Notice>>),
    Leave,
    Left(Result<(), Notice>),
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").finish_non_exhaustive()
    }
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside").finish_non_exhaustive()
    }
}

impl Ground {
    /// The training beside the data of a till; its papers come out of the same
    /// printer.
    pub fn beside(data: &DataFolder, printer: Option<PrinterSetup>) -> Self {
        let folder = data.training();
        let printer = printer.map(|setup| PrinterSetup {
            pictures: folder.papers(),
            ..setup
        });
        Ground { folder, printer }
    }
}

/// The height of the band that says this is training.
const BAND: f32 = target::NORMAL + space::S;

impl App {
    /// The same application, where training can be entered.
    pub fn with_training(mut self, ground: Ground) -> Self {
        self.training.ground = Some(ground);
        self.context.may_train = true;
        self
    }

    /// Papers of the training come out of the printers the till has now.
    pub(super) fn train_on_printers(&mut self) -> Task<Shell> {
        let (Some(ground), Some(data), Some(printing)) = (
            &mut self.training.ground,
            &self.context.data,
            &self.context.printing,
        ) else {
            return Task::none();
        };
        *ground = Ground::beside(data, Some(printing.setup()));
        let opened = self.training.opened.as_ref();
        let of_training = opened.and_then(|opened| opened.context.printing.clone());
        match (of_training, ground.printer.clone()) {
            (Some(printing), Some(setup)) => self.context.ask(
                move |_| printing.use_printers(setup),
                |told| Shell::Papers(super::papers::Message::Answered(told)),
            ),
            _ => Task::none(),
        }
    }

    /// Whether what is done now is practice.
    pub fn is_training(&self) -> bool {
        self.context.catalogue.bazaar.training
    }

    /// Whether training can be entered from here.
    pub(super) fn can_train(&self) -> bool {
        self.training.ground.is_some() && !self.is_training() && !self.training.asking
    }

    pub(super) fn update_training(&mut self, message: Message) -> Task<Shell> {
        match message {
            Message::Enter => self.enter_training(),
            Message::Entered(answer) => {
                self.training.asking = false;
                let opened = match *answer {
                    Ok(opened) => opened,
                    Err(wrong) => {
                        self.say(tone_of(&wrong), in_one_text(&wrong));
                        return Task::none();
                    }
                };
                self.training.outside = Some(Outside {
                    context: Context {
                        session: None,
                        ..self.context.clone()
                    },
                });
                let context = opened.context.clone();
                self.training.opened = Some(opened);
                self.begin_anew(context)
            }
            Message::Leave => self.leave_training(),
            Message::Left(Ok(())) => {
                self.training.asking = false;
                let Some(outside) = self.training.outside.take() else {
                    return Task::none();
                };
                self.begin_anew(outside.context)
            }
            Message::Left(Err(wrong)) => {
                self.training.asking = false;
                self.say(tone_of(&wrong), in_one_text(&wrong));
                Task::none()
            }
        }
    }

    /// Puts the ticket in hand aside, signs out, and opens the training.
    fn enter_training(&mut self) -> Task<Shell> {
        let Some(ground) = self.training.ground.clone().filter(|_| self.can_train()) else {
            return Task::none();
        };
        self.training.asking = true;
        let known = self.training.opened.clone();
        let session = self.context.session.clone();
        let in_hand = self
            .sell
            .as_mut()
            .and_then(crate::app::screen::sell::Sell::to_lay_down);
        let context = self.context.clone();
        let enter = move |till: &Till| -> Result<Opened, Error> {
            if let Some(session) = &session {
                if let Some((in_hand, revision)) = in_hand {
                    till.lay_down(session, in_hand, revision)?;
                }
                till.sign_out(session)?;
            }
            if let Some(known) = known {
                till.resume_training(&known.till, session.as_ref())?;
                let context = context_of(&context, &known.till, known.context.printing)?;
                return Ok(Opened { context, ..known });
            }
            let training = till.enter_training(&ground.folder.database(), session.as_ref())?;
            let printing = ground
                .printer
                .map(|setup| Printing::start(&training, setup, || {}));
            Ok(Opened {
                context: context_of(&context, &training, printing.transpose()?)?,
                till: training,
            })
        };
        self.context.ask(enter, |answer| {
            Shell::Training(Message::Entered(Box::new(answer)))
        })
    }

    /// Leaves at once: what is in hand there is practice.
    fn leave_training(&mut self) -> Task<Shell> {
        if self.training.asking || self.training.outside.is_none() {
            return Task::none();
        }
        self.training.asking = true;
        let outside = self.training.outside.as_ref();
        let real = outside.expect("it was just seen").context.till.clone();
        let session = self.context.session.clone();
        let leave = move |training: &Till| -> Result<(), Error> {
            if let Some(session) = &session {
                training.sign_out(session)?;
            }
            real.leave_training(training, session.as_ref())
        };
        self.context
            .ask(leave, |answer| Shell::Training(Message::Left(answer)))
    }

    /// What is still to be recorded when the program ends.
    pub fn last_words(&mut self) -> Task<Shell> {
        self.leave_training()
    }

    /// The sign-in of another till, in the language spoken now.
    fn begin_anew(&mut self, context: Context) -> Task<Shell> {
        let language = self.context.texts.language();
        self.context = context;
        self.context.speak(language);
        self.theme = super::theme_of(self.context.display.look, &self.context.catalogue);
        self.sell = None;
        self.day = None;
        self.papers = super::papers::Papers::default();
        let (screen, task) = SignIn::new(&self.context);
        self.screen = Screen::SignIn(Box::new(screen));
        let look = self.context.ask(standing, Shell::Looked);
        Task::batch([task.map(Shell::SignIn), look])
    }

    /// The page under the band of training, while it lasts.
    pub(super) fn under_band<'a>(&'a self, page: Element<'a, Shell>) -> Element<'a, Shell> {
        if !self.is_training() {
            return page;
        }
        let (dir, texts) = (self.context.dir, self.context.texts);
        let leave = self.training.outside.is_some().then(|| {
            button(dir, tr!(texts, "app-training-leave"))
                .icon(Icon::SignOut)
                .on_press(Shell::Training(Message::Leave))
                .id("leave-training")
        });
        column![self.band(leave.map(Into::into)), page].into()
    }

    /// The same over the window that faces the customer, where nothing is pressed.
    pub(super) fn under_plain_band<'a>(&'a self, page: Element<'a, Shell>) -> Element<'a, Shell> {
        match self.is_training() {
            true => column![self.band(None), page].into(),
            false => page,
        }
    }

    /// The height of the band, where there is one.
    pub(super) fn band_height(&self) -> f32 {
        match self.is_training() {
            true => BAND,
            false => 0.0,
        }
    }

    fn band<'a>(&'a self, end: Option<Element<'a, Shell>>) -> Element<'a, Shell> {
        let (dir, texts) = (self.context.dir, self.context.texts);
        let other = self.context.other_texts();
        let word = |texts: &'static crate::locale::Texts| {
            dir.label(tr!(texts, "app-training"))
                .size(type_size::STRONG)
                .bold()
                .lines(1)
        };
        let said = dir.label(tr!(texts, "app-training-body")).fill().lines(1);
        let words = [
            icon(Icon::Student).into(),
            word(texts).id("training").into(),
            word(other).into(),
            said.into(),
        ];
        let line = dir
            .row(words.into_iter().chain(end))
            .height(BAND)
            .padding(dir.padding(0.0, space::L, space::L))
            .width(Fill);
        container(line)
            .class(Surface::Band(Tone::Warning))
            .width(Fill)
            .into()
    }
}

/// What every screen of the training knows; nobody is signed in.
fn context_of(
    context: &Context,
    training: &Till,
    printing: Option<Printing>,
) -> Result<Context, Error> {
    Ok(Context {
        till: training.clone(),
        printing,
        catalogue: training.catalogue()?,
        session: None,
        ..context.clone()
    })
}
