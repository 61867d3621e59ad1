//! Opening the trading day: which date it will bear, chosen and shown in both
//! calendars, and a word when the bazaar is not planned to be open on it.

use chrono::{Datelike, NaiveDate, TimeDelta};
use iced::widget::{Column, column, container};
use iced::{Fill, Length, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{alone, page, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::{Icon, button, icon, icon_button, named, notice};
use crate::domain::staff::Role;
use crate::locale::Sighting;
use crate::services::day::DayStatus;
use crate::services::notice::Notice;
use crate::tr;

#[derive(Debug)]
pub struct OpenDay {
    status: Option<DayStatus>,
    /// The date the day will bear.
    day: NaiveDate,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<DayStatus, Notice>>),
    /// So many days later, or earlier.
    Later(i64),
    Open,
    Opened(Result<NaiveDate, Notice>),
    Onward,
    Arrive,
    Back,
    Switch,
}

impl OpenDay {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = OpenDay {
            status: None,
            day: NaiveDate::default(),
            asking: false,
            wrong: None,
        };
        let known = context.ask(
            |till| till.day_status(),
            |status| Message::Known(Box::new(status)),
        );
        (screen, known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(status) => match *status {
                Ok(status) => {
                    self.day = status.today;
                    self.status = Some(status);
                }
                Err(wrong) => self.wrong = Some(wrong),
            },
            Message::Later(days) => {
                let day = self.day.checked_add_signed(TimeDelta::days(days));
                self.day = day.unwrap_or(self.day);
                self.wrong = None;
            }
            Message::Open if self.asking => {}
            Message::Open => {
                self.asking = true;
                // What the screen showed is what is opened, even over midnight.
                let (day, session) = (self.day, context.session().clone());
                return Action::Run(context.ask(
                    move |till| till.open_day(&session, Some(day), true),
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
            Message::Switch => return Action::Intent(Intent::Go(Place::SignIn)),
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let title = tr!(context.texts, "desk-open-day-title");
        let content = match &self.status {
            Some(status) => self.question(context, status),
            None => Column::with_children(trouble(context, self.wrong.as_ref())).into(),
        };
        page(context, title, Message::Back, [], content)
    }

    fn question<'a>(&'a self, context: &Context, status: &DayStatus) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let day = self.day;
        let mark = container(icon(Icon::Sun).size(36.0))
            .class(Surface::Badge(Tone::Primary))
            .center(76.0);
        let date = Column::with_children([
            mark.into(),
            dir.label(texts.weekday(day)).muted().centre().into(),
            dir.label(texts.date_long(day))
                .size(type_size::DISPLAY)
                .bold()
                .centre()
                .id("day")
                .into(),
            dir.label(texts.hijri_long(day, Sighting::default()))
                .size(type_size::TITLE)
                .ink(Ink::Of(Tone::Primary))
                .centre()
                .into(),
        ])
        .spacing(space::S)
        .align_x(iced::Center)
        .width(Fill);
        let planned = is_planned(context, day);
        let supervisor = context.session().role() >= Role::Supervisor;
        let last = status.days.iter().map(|row| row.day).max();
        let step = |symbol, days: i64, possible: bool, id: &'static str| {
            let later = (possible && supervisor).then_some(Message::Later(days));
            named(
                icon_button(symbol, Press::Key, later),
                Some(id.into()),
                Length::Shrink,
            )
        };
        let earlier = day.pred_opt();
        let earlier = earlier.is_some_and(|before| last.is_none_or(|last| before > last));
        let date = dir.row([
            step(Icon::Minus, -1, earlier, "day-earlier"),
            date.into(),
            step(Icon::Plus, 1, true, "day-later"),
        ]);
        let mut content = column![date].spacing(space::XL);
        if let Some(open) = &status.open {
            let text = tr!(
                texts,
                "desk-open-day-is-open",
                date = texts.date_long(open.day)
            );
            content = content.push(notice(dir, Tone::Info, text));
        } else if last == Some(day) {
            let text = tr!(texts, "desk-open-day-closed-already");
            content = content.push(notice(dir, Tone::Warning, text));
        } else if day != status.today {
            let text = tr!(texts, "desk-open-day-other");
            content = content.push(notice(dir, Tone::Warning, text));
        } else if !planned {
            content = content.push(notice(
                dir,
                Tone::Warning,
                tr!(texts, "desk-open-day-not-planned"),
            ));
        }
        content = content.extend(trouble(context, self.wrong.as_ref()));
        let free = status.open.is_none() && last != Some(day);
        if !supervisor {
            content = content
                .push(notice(
                    dir,
                    Tone::Info,
                    tr!(texts, "desk-open-day-supervisor"),
                ))
                .push(
                    button(dir, tr!(texts, "desk-switch-person"))
                        .large()
                        .fill()
                        .icon(Icon::Person)
                        .on_press(Message::Switch)
                        .id("switch"),
                );
        } else {
            let word = match planned {
                true => tr!(texts, "desk-open-day-open"),
                false => tr!(texts, "desk-open-day-anyway"),
            };
            let press = (free && !self.asking).then_some(Message::Open);
            content = content.push(
                button(dir, word)
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::Open)
                    .on_press_maybe(press)
                    .id("open-day"),
            );
        }
        alone(content)
    }
}

/// Whether the terms say that the bazaar is open on that date.
fn is_planned(context: &Context, day: NaiveDate) -> bool {
    let opening = &context.catalogue.bazaar.opening;
    let any_day = opening.days.is_empty() && opening.weekdays.is_empty();
    any_day || opening.days.contains(&day) || opening.weekdays.contains(&day.weekday())
}
