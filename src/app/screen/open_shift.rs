//! Opening a shift: the float counted into the drawer, by notes and coins or as
//! one sum.

use iced::Task;
use iced::widget::{center, column, container};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::counting::{self, Counting, counted};
use crate::app::screen::frame::{figure, page, trouble};
use crate::app::theme::{Element, Ink, Tone, space, target};
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, button, card, chip};
use crate::domain::money::Money;
use crate::domain::shift::ShiftOpening;
use crate::services::notice::Notice;
use crate::tr;

/// How the float is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Counted,
    Typed,
}

#[derive(Debug)]
pub struct OpenShift {
    way: Way,
    counting: Counting,
    typed: Entry,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Way(Way),
    Count(counting::Message),
    Key(Key),
    Open,
    Opened(Result<ShiftOpening, Notice>),
    Onward,
    Arrive,
    Back,
}

impl OpenShift {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let currency = context.catalogue.bazaar.currency;
        let screen = OpenShift {
            way: Way::Counted,
            counting: Counting::new(currency),
            typed: Entry::new(currency.digits()),
            asking: false,
            wrong: None,
        };
        (screen, Task::none())
    }

    fn float(&self) -> Money {
        match self.way {
            Way::Counted => self.counting.total(),
            Way::Typed => Money::from_minor(self.typed.minor()),
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Way(way) => self.way = way,
            Message::Count(message) => self.counting.update(message),
            Message::Key(key) => self.typed.press(key),
            Message::Open if self.asking => {}
            Message::Open => {
                self.asking = true;
                let (float, session) = (self.float(), context.session().clone());
                return Action::Run(context.ask(
                    move |till| till.open_shift(&session, float),
                    Message::Opened,
                ));
            }
            Message::Opened(Ok(_)) => {
                return Action::Run(Task::done(Message::Onward).chain(Task::done(Message::Arrive)));
            }
            Message::Opened(Err(wrong)) => {
                self.asking = false;
                self.wrong = Some(wrong);
            }
            Message::Onward => return Action::Intent(Intent::DayChanged),
            Message::Arrive => return Action::Intent(Intent::Go(Place::Home)),
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let ways = [
            (Way::Counted, tr!(texts, "desk-float-counted"), "by-count"),
            (Way::Typed, tr!(texts, "desk-float-typed"), "typed"),
        ];
        let ways = ways.map(|(way, word, id)| {
            chip(dir, word, self.way == way, Message::Way(way))
                .id(id)
                .into()
        });
        let open = button(dir, tr!(texts, "desk-open-shift-open"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Open)
            .on_press_maybe((!self.asking).then_some(Message::Open))
            .id("open-shift");
        let word = tr!(texts, "desk-float");
        let trouble = trouble(context, self.wrong.as_ref());
        let content: Element<'_, Message> = match self.way {
            Way::Counted => {
                let foot = trouble.into_iter().chain([open.into()]);
                counted(context, &self.counting, word, Message::Count, foot)
            }
            Way::Typed => {
                let float = figure(
                    context,
                    word,
                    context.money(self.float()),
                    Ink::Of(Tone::Primary),
                );
                let pad = keypad(texts.digits(), Corner::Point, target::KEY, Message::Key);
                let sheet = column![container(float).id("counted"), pad]
                    .extend(trouble)
                    .push(open)
                    .spacing(space::L);
                center(card(sheet).width(440)).into()
            }
        };
        let title = tr!(texts, "desk-open-shift-title");
        page(context, title, Message::Back, ways, content)
    }
}
