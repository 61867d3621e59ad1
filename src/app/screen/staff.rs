//! The people who work here, and a new PIN for one of them: what an organiser does
//! before a cashier can sign in for the first time, and when a PIN is forgotten.

use iced::widget::{Column, column, container};
use iced::{Fill, Padding, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::face::{Face, face};
use crate::app::screen::frame::{page, trouble};
use crate::app::theme::{Element, Press, Surface, Tone, space, type_size};
use crate::app::widget::keypad::{Corner, Key, keypad, type_pin};
use crate::app::widget::{Icon, button, empty, named, notice, pin_dots, pressable, scroll};
use crate::domain::id::StaffCode;
use crate::domain::staff::{Role, Staff};
use crate::services::notice::Notice;
use crate::services::{Error, Till};
use crate::tr;

const PAD_WIDTH: f32 = 440.0;
const KEY_HEIGHT: f32 = 64.0;

#[derive(Debug, Default)]
pub struct StaffPage {
    people: Vec<Staff>,
    chosen: Option<usize>,
    pin: String,
    /// The new PIN as typed the first time, while it is typed again.
    typed_before: Option<String>,
    not_the_same: bool,
    asking: bool,
    /// Who has a badge.
    holders: Vec<StaffCode>,
    /// Whether the next code scanned becomes a badge.
    badging: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Known, Notice>),
    Chosen(usize),
    Key(Key),
    Confirm,
    Set(Result<(), Notice>),
    /// The next code scanned becomes a badge, or does not after all.
    Badging(bool),
    Scanned(String),
    TakeBadge,
    /// Who has a badge now, and whether the chosen one is among them.
    Badged(Result<Vec<StaffCode>, Notice>),
    Back,
}

/// Who works here, and who of them has a badge.
#[derive(Debug, Clone)]
pub struct Known {
    people: Vec<Staff>,
    holders: Vec<StaffCode>,
}

impl StaffPage {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let known = |till: &Till| -> Result<Known, Error> {
            Ok(Known {
                people: till.staff()?,
                holders: till.badge_holders()?,
            })
        };
        (StaffPage::default(), context.ask(known, Message::Known))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(Ok(known)) => {
                self.people = known.people;
                self.holders = known.holders;
                self.people.retain(|person| person.active);
            }
            Message::Chosen(at) => {
                self.start_anew();
                self.chosen = Some(at);
            }
            Message::Key(key) => {
                if type_pin(&mut self.pin, key) {
                    self.wrong = None;
                    self.not_the_same = false;
                }
            }
            Message::Confirm => return self.confirm(context),
            Message::Set(Ok(())) => return self.set(context),
            Message::Badging(badging) => {
                self.badging = badging;
                self.wrong = None;
            }
            Message::Scanned(code) => return self.give_badge(context, code),
            Message::TakeBadge => return self.take_badge(context),
            Message::Badged(Ok(holders)) => return self.badged(context, holders),
            Message::Known(Err(wrong)) | Message::Set(Err(wrong)) | Message::Badged(Err(wrong)) => {
                self.start_anew();
                self.wrong = Some(wrong);
            }
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    fn start_anew(&mut self) {
        self.pin.clear();
        self.typed_before = None;
        self.not_the_same = false;
        self.badging = false;
        self.asking = false;
        self.wrong = None;
    }

    fn person(&self) -> Option<&Staff> {
        self.chosen.and_then(|at| self.people.get(at))
    }

    fn set(&mut self, context: &Context) -> Action<Message, Intent> {
        let name = self
            .person()
            .map(|person| context.texts.name(&person.name).to_owned());
        self.start_anew();
        self.chosen = None;
        let name = name.unwrap_or_default();
        Action::Intent(Intent::Tell(tr!(
            context.texts,
            "app-staff-done",
            name = name
        )))
    }

    fn give_badge(&mut self, context: &Context, code: String) -> Action<Message, Intent> {
        let staff = self.person().map(|person| person.code.clone());
        let (Some(staff), true) = (staff, self.badging && !self.asking) else {
            return Action::None;
        };
        self.asking = true;
        let session = context.session().clone();
        let give = move |till: &Till| -> Result<Vec<StaffCode>, Error> {
            till.give_badge(&session, &staff, &code)?;
            till.badge_holders()
        };
        Action::Run(context.ask(give, Message::Badged))
    }

    fn take_badge(&mut self, context: &Context) -> Action<Message, Intent> {
        let Some(staff) = self.person().map(|person| person.code.clone()) else {
            return Action::None;
        };
        self.asking = true;
        let session = context.session().clone();
        let take = move |till: &Till| -> Result<Vec<StaffCode>, Error> {
            till.take_badge(&session, &staff)?;
            till.badge_holders()
        };
        Action::Run(context.ask(take, Message::Badged))
    }

    fn badged(&mut self, context: &Context, holders: Vec<StaffCode>) -> Action<Message, Intent> {
        self.holders = holders;
        self.start_anew();
        let Some(person) = self.person() else {
            return Action::None;
        };
        let name = context.texts.name(&person.name);
        Action::Intent(Intent::Tell(match self.holders.contains(&person.code) {
            true => tr!(context.texts, "app-staff-badge-done", name = name),
            false => tr!(context.texts, "app-staff-badge-gone", name = name),
        }))
    }

    /// The keys for the badge of whoever is chosen.
    fn badge_keys(&self, context: &Context, person: &Staff) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let has_one = self.holders.contains(&person.code);
        let word = match (self.badging, has_one) {
            (true, _) => tr!(texts, "app-staff-badge-scan"),
            (false, true) => tr!(texts, "app-staff-badge-new"),
            (false, false) => tr!(texts, "app-staff-badge"),
        };
        let press = match self.badging {
            true => Press::Chip(true),
            false => Press::Secondary,
        };
        let free = (!self.asking).then_some(Message::Badging(!self.badging));
        let give = button(dir, word).kind(press).icon(Icon::Barcode).fill();
        let give = Element::from(give.on_press_maybe(free).id("badge"));
        let take = has_one.then(|| {
            let take = button(dir, tr!(texts, "app-staff-badge-take")).fill();
            let free = (!self.asking).then_some(Message::TakeBadge);
            Element::from(take.icon(Icon::Close).on_press_maybe(free).id("badge-take"))
        });
        dir.row([give].into_iter().chain(take)).into()
    }

    fn confirm(&mut self, context: &Context) -> Action<Message, Intent> {
        let Some(staff) = self.person().map(|person| person.code.clone()) else {
            return Action::None;
        };
        match self.typed_before.take() {
            None => self.typed_before = Some(std::mem::take(&mut self.pin)),
            Some(before) if before != self.pin => {
                self.start_anew();
                self.not_the_same = true;
            }
            Some(pin) => {
                self.asking = true;
                let session = context.session().clone();
                let set = move |till: &Till| -> Result<(), Error> {
                    till.set_pin(&session, &staff, &pin)
                };
                return Action::Run(context.ask(set, Message::Set));
            }
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let people = self.people.iter().enumerate();
        let tiles = people.map(|(at, person)| self.tile(context, at, person));
        let grid = container(dir.grid(tiles, 2)).padding(Padding::ZERO.bottom(space::L));
        let pad = container(self.pad(context))
            .class(Surface::Card)
            .padding(space::L)
            .width(PAD_WIDTH)
            .height(Fill);
        let content = dir
            .row([
                container(scroll::vertical(dir, grid)).width(Fill).into(),
                pad.into(),
            ])
            .spacing(space::L)
            .align_y(iced::Top);
        page(
            context,
            tr!(texts, "app-staff-title"),
            Message::Back,
            [],
            content,
        )
    }

    fn tile(&self, context: &Context, at: usize, person: &Staff) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let words = column![
            dir.label(texts.name(&person.name).to_owned())
                .size(type_size::STRONG)
                .medium()
                .fill()
                .lines(1),
            dir.label(texts.word(&person.role))
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(1),
        ];
        let press = match self.chosen == Some(at) {
            true => Press::TileChosen,
            false => Press::Tile,
        };
        let content = dir.row([face(context, person, Face::Large), words.into()]);
        let card = pressable(content.spacing(space::L), press, Some(Message::Chosen(at)));
        named(
            card.width(Fill),
            Some(format!("staff-{}", person.code).into()),
            Fill,
        )
    }

    fn pad(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let Some(person) = self.person() else {
            let trouble = trouble(context, self.wrong.as_ref());
            let hint = empty(
                dir,
                Icon::Lock,
                tr!(texts, "app-staff-choose"),
                tr!(texts, "app-staff-choose-body"),
            );
            return Column::new().extend(trouble).push(hint).into();
        };
        let least = if person.role >= Role::Supervisor {
            6
        } else {
            4
        };
        let asked = match self.typed_before {
            None => tr!(texts, "app-staff-new-pin", least = least),
            Some(_) => tr!(texts, "app-sign-first-again"),
        };
        let words = column![
            dir.label(texts.name(&person.name).to_owned())
                .size(type_size::TITLE)
                .bold()
                .fill()
                .lines(1),
            dir.label(asked).muted().fill(),
        ];
        let wrong = trouble(context, self.wrong.as_ref()).or_else(|| {
            let same = tr!(texts, "app-sign-not-the-same");
            self.not_the_same.then(|| notice(dir, Tone::Warning, same))
        });
        let word = match self.typed_before {
            None => tr!(texts, "app-sign-next"),
            Some(_) => tr!(texts, "app-sign-set"),
        };
        let ready = self.pin.len() >= least && !self.asking;
        let confirm = button(dir, word)
            .primary()
            .large()
            .fill()
            .on_press_maybe(ready.then_some(Message::Confirm))
            .id("set-pin");
        let dots = pin_dots(self.pin.len(), self.pin.len().max(least), Tone::Primary);
        let pad = column![
            dir.row([face(context, person, Face::Large), words.into()])
                .spacing(space::L)
        ]
        .extend(wrong)
        .push(container(dots).center_x(Fill).padding(space::S))
        .push(keypad(
            texts.digits(),
            Corner::Empty,
            KEY_HEIGHT,
            Message::Key,
        ))
        .push(confirm)
        .push(self.badge_keys(context, person))
        .spacing(space::M);
        scroll::vertical(dir, pad)
    }
}
