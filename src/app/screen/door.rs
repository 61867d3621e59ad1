//! The door of the hall and the advice corner: people counted in and out with a
//! thumb, the hall's limit, mistakes taken back, and what visitors asked about.

use std::collections::VecDeque;

use iced::widget::{Column, Container, Space, column, container};
use iced::{Center, Fill, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{SIDE, beside, heading, page, trouble};
use crate::app::theme::{Element, Ink, Press, Surface, Theme, Tone, space, target, type_size};
use crate::app::widget::{
    Icon, Tap, badge, button, icon, named, notice, pressable, progress, scroll,
};
use crate::domain::bazaar::Subject;
use crate::domain::door::{Advice, DoorCount, Visitors, Way};
use crate::domain::id::SubjectCode;
use crate::services::notice::Notice;
use crate::tr;

/// Groups that have a key of their own besides one person.
const GROUPS: [u32; 2] = [2, 5];

/// What was counted with one touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    Passed(Way, u32),
    Advised(SubjectCode),
}

/// A touch on its way to the journal.
#[derive(Debug, Clone)]
struct Touched {
    what: Counted,
    correction: bool,
}

#[derive(Debug)]
pub struct Door {
    visitors: Option<Visitors>,
    /// Touches that wait for the one before; nobody's finger is too quick.
    waiting: VecDeque<Touched>,
    asking: Option<Touched>,
    /// What was counted here, the last one at the end; it is what is taken back.
    counted: Vec<Counted>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Visitors, Notice>),
    Count(Counted),
    TakeBack,
    Recorded(Result<Visitors, Notice>),
    Back,
}

impl Door {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Door {
            visitors: None,
            waiting: VecDeque::new(),
            asking: None,
            counted: Vec::new(),
            wrong: None,
        };
        let known = context.ask(|till| till.visitors(), Message::Known);
        (screen, known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(Ok(visitors)) => self.visitors = Some(visitors),
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Count(what) => {
                self.waiting.push_back(Touched {
                    what,
                    correction: false,
                });
                return self.record_next(context);
            }
            Message::TakeBack => {
                if let Some(what) = self.counted.pop() {
                    self.waiting.push_back(Touched {
                        what,
                        correction: true,
                    });
                    return self.record_next(context);
                }
            }
            Message::Recorded(answer) => {
                let touched = self.asking.take();
                match answer {
                    Ok(visitors) => {
                        self.visitors = Some(visitors);
                        self.wrong = None;
                        let counted = touched.filter(|touched| !touched.correction);
                        self.counted.extend(counted.map(|touched| touched.what));
                    }
                    Err(wrong) => self.wrong = Some(wrong),
                }
                return self.record_next(context);
            }
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    /// Records the touch that waits longest, unless one is on its way.
    fn record_next(&mut self, context: &Context) -> Action<Message, Intent> {
        if self.asking.is_some() {
            return Action::None;
        }
        let Some(next) = self.waiting.pop_front() else {
            return Action::None;
        };
        self.asking = Some(next.clone());
        let session = context.session().clone();
        let correction = next.correction;
        let record = context.ask(
            move |till| match next.what {
                Counted::Passed(way, people) => {
                    let count = DoorCount {
                        way,
                        people,
                        correction,
                    };
                    till.count_at_door(&session, count)
                }
                Counted::Advised(subject) => {
                    let advice = Advice {
                        subject,
                        correction,
                    };
                    till.count_advice(&session, advice)
                }
            },
            Message::Recorded,
        );
        Action::Run(record)
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let title = tr!(texts, "desk-door-title");
        let Some(visitors) = &self.visitors else {
            let content = Column::with_children(trouble(context, self.wrong.as_ref()));
            return page(context, title, Message::Back, [], content);
        };
        let take_back = button(dir, tr!(texts, "desk-door-take-back"))
            .icon(Icon::Undo)
            .on_press_maybe((!self.counted.is_empty()).then_some(Message::TakeBack))
            .id("take-back");
        // Not on the bar: what is said in passing lies there.
        let main = column![
            self.hall(context, visitors),
            keys(context, visitors),
            dir.at_end(take_back)
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .spacing(space::L)
        .width(Fill)
        .height(Fill);
        let subjects = &context.catalogue.bazaar.subjects;
        let content = match subjects.is_empty() {
            true => main.into(),
            false => beside(context, main, advice(context, subjects, visitors), SIDE),
        };
        page(context, title, Message::Back, [], content)
    }

    /// How many are inside, as large as it goes; loud once nobody may come in.
    fn hall<'a>(&'a self, context: &Context, visitors: &Visitors) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let limit = context.catalogue.bazaar.hall_limit;
        let full = visitors.fill(&context.catalogue.bazaar);
        let number = |value: u64| texts.count(usize::try_from(value).unwrap_or(usize::MAX));
        let inside = visitors.inside();
        let (tone, ground) = match full {
            true => (Tone::Danger, Surface::Band(Tone::Danger)),
            false => (Tone::Primary, Surface::Card),
        };
        let ink = |ink| match full {
            true => Ink::Inherited,
            false => ink,
        };
        let word = match full {
            true => tr!(texts, "desk-door-full"),
            false => tr!(texts, "desk-door-inside"),
        };
        let word = dir.label(word).size(type_size::HEADING).bold().centre();
        let mark = full.then(|| icon(Icon::Warning).size(40.0));
        let word = dir
            .row(mark.into_iter().map(Into::into).chain([word.into()]))
            .spacing(space::M);
        let count = dir
            .label(number(inside))
            .size(type_size::HERO)
            .bold()
            .whole()
            .centre()
            .ink(ink(Ink::Of(tone)))
            .id("inside");
        let mut parts = column![word, count].align_x(Center).width(Fill);
        if let Some(limit) = limit {
            let limit = u64::from(limit);
            let room = limit.saturating_sub(inside);
            let text = match full {
                true => tr!(texts, "desk-door-over", limit = number(limit)),
                false => tr!(texts, "desk-door-room", room = room, limit = number(limit)),
            };
            let text = dir
                .label(text)
                .size(type_size::STRONG)
                .ink(ink(Ink::Muted))
                .centre();
            parts = parts.push(text);
            if !full {
                let part = inside as f32 / limit.max(1) as f32;
                parts = parts.push(Space::new().height(space::M)).push(progress(
                    dir,
                    part,
                    Tone::Primary,
                ));
            }
        }
        let passed = tr!(
            texts,
            "desk-door-passed",
            entered = visitors.entered,
            left = visitors.left
        );
        let passed = dir.label(passed).ink(ink(Ink::Muted)).centre().id("passed");
        let card = container(parts.push(passed).spacing(space::XS))
            .class(ground)
            .padding(space::XL)
            .width(Fill);
        named(card, full.then(|| "full".into()), Fill)
    }
}

/// The keys under a thumb: in, out, and small groups of either.
fn keys<'a>(context: &Context, visitors: &Visitors) -> Element<'a, Message> {
    let dir = context.dir;
    let side = |way: Way| -> Element<'a, Message> {
        let possible = |people: u32| way == Way::In || visitors.inside() >= u64::from(people);
        let groups = GROUPS.map(|people| {
            let press = Message::Count(Counted::Passed(way, people));
            let text = context.texts.digits().write(&match way {
                Way::In => format!("+{people}"),
                Way::Out => format!("−{people}"),
            });
            button(dir, crate::locale::bidi::left_to_right(&text))
                .large()
                .fill()
                .on_press_maybe(possible(people).then_some(press))
                .id(format!("{}-{people}", name_of(way)))
                .into()
        });
        // The key that helps now is the strong one.
        let press = match (way == Way::In) == visitors.fill(&context.catalogue.bazaar) {
            true => Press::Secondary,
            false => Press::Primary,
        };
        column![one(context, way, press, possible(1)), dir.row(groups)]
            .spacing(space::M)
            .width(Fill)
            .height(Fill)
            .into()
    };
    dir.row([side(Way::In), side(Way::Out)])
        .spacing(space::L)
        .height(Fill)
        .into()
}

fn name_of(way: Way) -> &'static str {
    match way {
        Way::In => "in",
        Way::Out => "out",
    }
}

/// The key for one person, as large as there is room.
fn one<'a>(context: &Context, way: Way, press: Press, possible: bool) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let (symbol, word) = match way {
        Way::In => (Icon::Plus, tr!(texts, "desk-door-in")),
        Way::Out => (Icon::Minus, tr!(texts, "desk-door-out")),
    };
    let face = column![
        icon(symbol).size(64.0),
        dir.label(word).size(type_size::HEADING).bold().centre(),
    ]
    .spacing(space::S)
    .align_x(Center);
    let counted = Message::Count(Counted::Passed(way, 1));
    let key = Tap::new(container(face).center(Fill))
        .width(Fill)
        .height(Fill)
        .padding(space::L)
        .class(press)
        .on_press_maybe(possible.then_some(counted));
    container(key)
        .width(Fill)
        .height(Fill)
        .id(name_of(way))
        .into()
}

/// The subjects of the advice corner, each a key with its count.
fn advice<'a>(
    context: &Context,
    subjects: &[Subject],
    visitors: &Visitors,
) -> Container<'a, Message, Theme> {
    let (dir, texts) = (context.dir, context.texts);
    let rows = subjects.iter().map(|subject| {
        let count = visitors.advised.get(&subject.code).copied().unwrap_or(0);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let name = dir
            .label(texts.name(&subject.name).to_owned())
            .size(type_size::STRONG)
            .medium()
            .fill()
            .lines(2);
        let tone = match count {
            0 => Tone::Neutral,
            _ => Tone::Primary,
        };
        let line = dir
            .row([name.into(), badge(dir, texts.count(count), tone)])
            .height(target::NORMAL);
        let press = Message::Count(Counted::Advised(subject.code.clone()));
        let key = pressable(line, Press::Inset, Some(press)).width(Fill);
        named(key, Some(format!("subject-{}", subject.code).into()), Fill)
    });
    let list = Column::with_children(rows).spacing(space::S);
    let hint = notice(dir, Tone::Info, tr!(texts, "desk-door-advice-hint"));
    let side = column![
        heading(context, tr!(texts, "desk-door-advice")),
        scroll::vertical(dir, list),
        hint,
    ]
    .spacing(space::L);
    container(side)
        .class(Surface::Card)
        .padding(space::L)
        .height(Fill)
}
