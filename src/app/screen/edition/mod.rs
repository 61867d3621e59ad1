//! The next edition: what it is called, where its data goes, what would go along with
//! it; and then it is begun, with the organiser's PIN. What went to one that was lost
//! is taken back here too.

mod carried;
mod draft;
mod form;
mod founded;
mod looking;
mod pin;

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{page, under_way};
use crate::app::theme::{Element, Tone};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::Key as PadKey;
use crate::domain::id::BazaarCode;
use crate::services::carrying::CarriedAway;
use crate::services::edition::{Founded, Founding, NextEdition, Outlook, proposed_folder};
use crate::services::notice::Notice;
use crate::services::{Error, Till};
use crate::settings::DataFolder;
use crate::tr;

use carried::CarriedPage;
use draft::Field;
use form::Form;
use looking::Looking;

#[derive(Debug)]
pub struct EditionPage {
    form: Form,
    step: Step,
}

#[derive(Debug)]
enum Step {
    Writing,
    Looking(Box<Looking>),
    /// The edition is begun; so many steps of so many.
    Working {
        looking: Box<Looking>,
        done: usize,
        of: usize,
    },
    Founded(Box<Founded>),
    /// What went to other editions, to be taken back.
    Carried(Box<CarriedPage>),
}

#[derive(Debug, Clone)]
pub enum Message {
    /// The code that would be next, and a folder for it.
    Proposed(Option<BazaarCode>, Option<String>),
    Written(Field, String),
    Write(Field),
    Touch(Touch),
    Look,
    Looked(Box<Result<(Founding, Outlook), Notice>>),
    WithBalances(bool),
    /// Asks for the PIN, or no longer.
    Ask(bool),
    Pin(PadKey),
    Begin,
    SoFar(usize, usize),
    Begun(Box<Result<Founded, Notice>>),
    /// What went to other editions.
    Away(Result<Vec<CarriedAway>, Notice>),
    ShowCarried,
    Carried(carried::Message),
    Done,
    Back,
}

impl EditionPage {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = EditionPage {
            form: Form::new(context),
            step: Step::Writing,
        };
        let session = context.session().clone();
        let away = context.ask(move |till| till.carried_away(&session), Message::Away);
        (screen, Task::batch([propose(context, None), away]))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Proposed(code, folder) => self.form.propose(code.as_ref(), folder),
            Message::Written(field, text) => {
                self.form.write(field, text);
                return self.proposed_again(context, field);
            }
            Message::Write(field) => self.form.begin(field),
            Message::Touch(touch) => {
                if let Some(field) = self.form.touch(touch) {
                    return self.proposed_again(context, field);
                }
            }
            Message::Look => return self.look(context),
            Message::Looked(looked) => {
                self.form.asking = false;
                match *looked {
                    Ok((founding, outlook)) => {
                        let looking = Looking::new(founding, outlook);
                        self.step = Step::Looking(Box::new(looking));
                    }
                    Err(wrong) => self.form.wrong = Some(wrong),
                }
            }
            Message::WithBalances(with) => self.looking(|looking| looking.go_along(with)),
            Message::Ask(ask) => self.looking(|looking| looking.ask(ask)),
            Message::Pin(key) => self.looking(|looking| looking.pin_key(key)),
            Message::Begin => return self.begin(context),
            Message::SoFar(so_far, all) => {
                if let Step::Working { done, of, .. } = &mut self.step {
                    (*done, *of) = (so_far, all);
                }
            }
            Message::Begun(begun) => match *begun {
                Ok(founded) => self.step = Step::Founded(Box::new(founded)),
                Err(wrong) => self.back_to_looking(wrong),
            },
            Message::Away(Ok(away)) => self.form.away = away,
            Message::Away(Err(wrong)) => self.form.wrong = Some(wrong),
            Message::ShowCarried => {
                let page = CarriedPage::new(context, self.form.away.clone());
                self.step = Step::Carried(Box::new(page));
            }
            Message::Carried(message) => {
                if let Step::Carried(page) = &mut self.step {
                    return page
                        .update(message, context)
                        .map_or(Action::None, Action::Run);
                }
            }
            Message::Done => return Action::Intent(Intent::Go(Place::Desk)),
            Message::Back => match self.step {
                Step::Writing | Step::Founded(_) => {
                    return Action::Intent(Intent::Go(Place::Desk));
                }
                // What is being written is not left half way.
                Step::Working { .. } => {}
                Step::Looking(_) => self.step = Step::Writing,
                Step::Carried(ref page) if page.is_working() => {}
                Step::Carried(_) => return Action::Intent(Intent::Go(Place::Desk)),
            },
        }
        Action::None
    }

    fn looking(&mut self, change: impl FnOnce(&mut Looking)) {
        if let Step::Looking(looking) = &mut self.step {
            change(looking);
        }
    }

    /// Another code has another folder.
    fn proposed_again(&self, context: &Context, field: Field) -> Action<Message, Intent> {
        match self.form.code().filter(|_| field == Field::Code) {
            Some(code) => Action::Run(propose(context, Some(code))),
            None => Action::None,
        }
    }

    /// Finds out what beginning it would do.
    fn look(&mut self, context: &Context) -> Action<Message, Intent> {
        let Some((next, folder)) = self.form.read() else {
            return Action::None;
        };
        let founding = Founding {
            own: context.data.clone(),
            folder,
            next,
            with_balances: false,
        };
        let session = context.session().clone();
        Action::Run(context.ask(
            move |till| {
                let outlook = till.outlook(&session, &founding)?;
                Ok((founding, outlook))
            },
            |looked| Message::Looked(Box::new(looked)),
        ))
    }

    fn begin(&mut self, context: &Context) -> Action<Message, Intent> {
        let Step::Looking(looking) = std::mem::replace(&mut self.step, Step::Writing) else {
            return Action::None;
        };
        let Some(pin) = looking.pin() else {
            self.step = Step::Looking(looking);
            return Action::None;
        };
        let (session, founding) = (context.session().clone(), looking.founding.clone());
        self.step = Step::Working {
            of: founding.steps(),
            done: 0,
            looking,
        };
        Action::Run(context.ask_and_hear(
            move |till, telling| till.found_edition(&session, &pin, &founding, telling),
            Message::SoFar,
            |begun| Message::Begun(Box::new(begun)),
        ))
    }

    fn back_to_looking(&mut self, wrong: Notice) {
        if let Step::Working { mut looking, .. } = std::mem::replace(&mut self.step, Step::Writing)
        {
            looking.refuse(wrong);
            self.step = Step::Looking(looking);
        }
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let texts = context.texts;
        let title = tr!(texts, "desk-edition-title");
        let content = match &self.step {
            Step::Writing => self.form.view(context),
            Step::Looking(looking) => looking.view(context),
            Step::Working { done, of, .. } => {
                let word = tr!(texts, "desk-edition-working");
                under_way(context, word, Tone::Primary, *done, *of)
            }
            Step::Founded(founded) => founded::view(context, founded),
            Step::Carried(page) => page.view(context),
        };
        let page = page(context, title, Message::Back, [], content);
        match &self.step {
            Step::Writing => self.form.over(context, page),
            Step::Looking(looking) => looking.over(context, page),
            Step::Carried(carried) => carried.over(context, page),
            _ => page,
        }
    }
}

/// Asks for the code that would be next, unless one is given, and a folder for it.
fn propose(context: &Context, code: Option<BazaarCode>) -> Task<Message> {
    let (session, own) = (context.session().clone(), context.data.clone());
    context.ask(
        move |till| {
            let following = match &code {
                Some(_) => None,
                None => following(till, &session)?,
            };
            let folder = code.as_ref().or(following.as_ref());
            let folder = folder.and_then(|code| folder_for(till, own.as_ref(), code));
            Ok((following, folder))
        },
        |proposed| {
            // Without a proposal somebody writes it.
            let (code, folder) = proposed.unwrap_or_default();
            Message::Proposed(code, folder)
        },
    )
}

fn following(till: &Till, session: &crate::services::Session) -> Result<Option<BazaarCode>, Error> {
    match till.next_edition(session, NextEdition::default()) {
        Ok(edition) => Ok(Some(edition.set_up.bazaar.code)),
        Err(error) if error.refusal().is_some() => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn folder_for(till: &Till, own: Option<&DataFolder>, code: &BazaarCode) -> Option<String> {
    let folder = proposed_folder(own?, code, till.moments())?;
    Some(folder.display().to_string())
}
