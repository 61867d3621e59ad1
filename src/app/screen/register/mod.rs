//! The register of families: who they are, on what licence they trade and on what
//! terms they are paid; entered and changed by the organiser.

mod draft;
mod form;
mod record;

use std::sync::Arc;

use iced::widget::{column, container};
use iced::{Fill, Length, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::families::{FamilySearch, family_row, licence_standing, licence_tone};
use crate::app::screen::frame::{page, trouble};
use crate::app::theme::{Element, Surface, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, badge, button, empty};
use crate::domain::catalogue::Catalogue;
use crate::domain::family::Family;
use crate::domain::id::FamilyCode;
use crate::domain::staff::Staff;
use crate::services::notice::Notice;
use crate::services::register::FamilyChange;
use crate::tr;

use form::Form;

/// The width of the list of families.
const LIST: f32 = 340.0;

#[derive(Debug)]
pub struct Register {
    search: FamilySearch,
    chosen: Option<FamilyCode>,
    known: Option<Box<Known>>,
    form: Option<Box<Form>>,
    wrong: Option<Notice>,
}

/// Who changed a family's entry, and the names of staff.
#[derive(Debug, Clone)]
pub struct Known {
    family: FamilyCode,
    changes: Vec<FamilyChange>,
    staff: Vec<Staff>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Query(String),
    Write,
    Touch(Touch),
    Choose(usize),
    Known(Box<Result<Known, Notice>>),
    Add,
    Edit,
    Form(form::Message),
    Saved(Result<(FamilyCode, Arc<Catalogue>), Notice>),
    Tell(String),
    TermsChanged,
    Back,
}

impl Register {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Register {
            search: FamilySearch::new(context),
            chosen: None,
            known: None,
            form: None,
            wrong: None,
        };
        (screen, Task::none())
    }

    fn family<'c>(&self, context: &'c Context) -> Option<&'c Family> {
        context.catalogue.family(self.chosen.as_ref()?)
    }

    fn choose(&mut self, code: FamilyCode, context: &Context) -> Task<Message> {
        self.wrong = None;
        self.chosen = Some(code.clone());
        let session = context.session().clone();
        context.ask(
            move |till| {
                Ok(Known {
                    changes: till.family_changes(&session, &code)?,
                    staff: till.staff()?,
                    family: code,
                })
            },
            |known| Message::Known(Box::new(known)),
        )
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Query(query) => self.search.query = query,
            Message::Write => self.search.writing.begin(()),
            Message::Touch(touch) => match &mut self.form {
                Some(form) => form.touch(touch),
                None => self.search.touch(touch),
            },
            Message::Choose(at) => {
                self.search.writing.end();
                let code = self.search.code(at).clone();
                return Action::Run(self.choose(code, context));
            }
            Message::Known(known) => match *known {
                Ok(known) => self.known = Some(Box::new(known)),
                Err(wrong) => self.wrong = Some(wrong),
            },
            Message::Add => {
                self.search.writing.end();
                self.form = Some(Box::new(Form::new(context)));
            }
            Message::Edit => {
                self.search.writing.end();
                let family = self.family(context);
                self.form = family.map(|family| Box::new(Form::of(context, family)));
            }
            Message::Form(message) => {
                if let Some(form) = &mut self.form
                    && let Some(task) = form.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Saved(Err(wrong)) => {
                if let Some(form) = &mut self.form {
                    form.refused(wrong);
                }
            }
            Message::Saved(Ok((code, catalogue))) => {
                self.form = None;
                self.search = FamilySearch::among(&catalogue, context);
                let family = catalogue.family(&code);
                let name = family.map_or("", |family| context.texts.name(&family.name));
                let told = tr!(context.texts, "desk-register-saved", family = name);
                let choose = self.choose(code, context);
                let next = Task::done(Message::TermsChanged).chain(Task::done(Message::Tell(told)));
                return Action::Run(next.chain(choose));
            }
            Message::Tell(told) => return Action::Intent(Intent::Tell(told)),
            Message::TermsChanged => return Action::Intent(Intent::CatalogueChanged),
            Message::Back => match self.form.take() {
                Some(_) => {}
                None => return Action::Intent(Intent::Go(Place::Desk)),
            },
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        if let Some(form) = &self.form {
            let title = match form.is_new() {
                true => tr!(texts, "desk-register-add"),
                false => tr!(texts, "desk-register-edit"),
            };
            let page = page(context, title, Message::Back, [], form.view(context));
            return form.over(context, page);
        }
        let shown: Element<'_, Message> = match self.family(context) {
            Some(family) => record::view(context, family, self.known.as_deref()),
            None => empty(
                dir,
                Icon::People,
                tr!(texts, "desk-register-choose"),
                tr!(texts, "desk-register-choose-hint"),
            ),
        };
        let shown = column![]
            .extend(trouble(context, self.wrong.as_ref()))
            .push(shown)
            .spacing(space::M);
        let shown = container(shown)
            .class(Surface::Card)
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let list = container(self.list(context)).width(Length::Fixed(LIST));
        let content = dir.row([list.into(), shown.into()]).spacing(space::L);
        let title = tr!(texts, "desk-register-title");
        let page = page(context, title, Message::Back, [], content);
        self.search.over(context, page, Message::Touch)
    }

    fn list<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let search = self.search.field(context, Message::Query, Message::Write);
        let list = self.search.list(context, |at| self.row(context, at));
        let add = button(dir, tr!(texts, "desk-register-add"))
            .fill()
            .icon(Icon::Plus)
            .on_press(Message::Add)
            .id("add-family");
        column![search, list, add].spacing(space::M).into()
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Message> {
        let code = self.search.code(at);
        let family = context.catalogue.family(code);
        let end = family.and_then(|family| mark(context, family));
        let chosen = self.chosen.as_ref() == Some(code);
        family_row(context, code, end, chosen, Message::Choose(at))
    }
}

/// What is to be seen of a family before its entry is opened.
fn mark<'a>(context: &Context, family: &Family) -> Option<Element<'a, Message>> {
    let (dir, texts) = (context.dir, context.texts);
    if !family.active {
        let word = tr!(texts, "desk-register-active-no");
        return Some(badge(dir, word, Tone::Neutral));
    }
    let standing = licence_standing(context, family.licence.as_ref()?);
    let said = texts.licence_warning(standing)?;
    Some(badge(dir, said, licence_tone(standing)))
}
