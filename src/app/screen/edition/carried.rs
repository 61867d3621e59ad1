//! What went to other editions, and taking it back from one that was lost.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Task};

use super::Message as Screen;
use super::pin::{Asked, Pin};
use crate::app::context::Context;
use crate::app::screen::frame::{
    cards, choosable, done_key, in_one_piece, outcome, rows, titled, under_way,
};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::Key as PadKey;
use crate::app::widget::{Icon, button, divider, notice, reckoning, scroll};
use crate::domain::carrying::CarriedBalance;
use crate::domain::money::Money;
use crate::key;
use crate::locale::{Key, bidi};
use crate::services::carrying::{CarriedAway, Returned, TakingBack};
use crate::services::notice::Notice;
use crate::tr;

#[derive(Debug)]
pub struct CarriedPage {
    away: Vec<CarriedAway>,
    chosen: usize,
    reason: Reason,
    writing: Writing<()>,
    pin: Option<Pin>,
    step: Step,
}

#[derive(Debug)]
enum Step {
    Choosing,
    /// Databases are looked into; so many of so many.
    Working {
        done: usize,
        of: usize,
    },
    Returned(Returned),
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    Reason(usize),
    OwnReason(String),
    Write,
    Touch(Touch),
    /// Asks for the PIN, or no longer.
    Ask(bool),
    Pin(PadKey),
    Confirm,
    SoFar(usize, usize),
    Returned(Box<Result<Returned, Notice>>),
}

fn reasons() -> [Key; 3] {
    [
        key!("desk-lost-disk"),
        key!("desk-lost-deleted"),
        key!("desk-lost-stolen"),
    ]
}

impl CarriedPage {
    pub fn new(context: &Context, away: Vec<CarriedAway>) -> Self {
        CarriedPage {
            chosen: away.len().saturating_sub(1),
            away,
            reason: Reason::default(),
            writing: Writing::new(context),
            pin: None,
            step: Step::Choosing,
        }
    }

    /// What is being written is not left half way.
    pub fn is_working(&self) -> bool {
        matches!(self.step, Step::Working { .. })
    }

    fn chosen(&self) -> Option<&CarriedAway> {
        self.away.get(self.chosen)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        match message {
            Message::Choose(at) => self.chosen = at,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => self.writing.touch(touch, &mut self.reason.own),
            Message::Ask(ask) => {
                self.writing.end();
                self.pin = ask.then(Pin::default);
            }
            Message::Pin(key) => {
                if let Some(pin) = &mut self.pin {
                    pin.key(key);
                }
            }
            Message::Confirm => return self.take_back(context),
            Message::SoFar(so_far, all) => {
                if let Step::Working { done, of } = &mut self.step {
                    (*done, *of) = (so_far, all);
                }
            }
            Message::Returned(returned) => match *returned {
                Ok(returned) => {
                    self.pin = None;
                    self.step = Step::Returned(returned);
                }
                Err(wrong) => {
                    self.step = Step::Choosing;
                    self.pin.get_or_insert_default().refuse(wrong);
                }
            },
        }
        None
    }

    fn take_back(&mut self, context: &Context) -> Option<Task<Screen>> {
        let pin = self.pin.as_ref().and_then(Pin::typed)?;
        let asked = TakingBack {
            to: self.chosen()?.to.clone(),
            reason: self.reason.text(context, &reasons()),
            own: context.data.clone(),
            places: Vec::new(),
        };
        self.step = Step::Working { done: 0, of: 0 };
        let session = context.session().clone();
        Some(context.ask_and_hear(
            move |till, telling| till.take_back(&session, &pin, asked, telling),
            |done, of| Screen::Carried(Message::SoFar(done, of)),
            |returned| Screen::Carried(Message::Returned(Box::new(returned))),
        ))
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let texts = context.texts;
        match &self.step {
            Step::Choosing => cards(context, self.list(context), self.side(context)),
            Step::Working { done, of } => {
                let word = tr!(texts, "desk-lost-working");
                under_way(context, word, Tone::Warning, *done, *of)
            }
            Step::Returned(returned) => self.returned(context, returned),
        }
    }

    /// The keyboard or the question for the PIN, over the page.
    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let texts = context.texts;
        let written = &self.reason.own;
        let caption = tr!(texts, "desk-reason");
        let page = self.writing.over(context, page, caption, written, |touch| {
            Screen::Carried(Message::Touch(touch))
        });
        let (Some(pin), Some(away), Step::Choosing) = (&self.pin, self.chosen(), &self.step) else {
            return page;
        };
        let asked = Asked {
            title: tr!(texts, "desk-lost-sure", edition = in_one_piece(&away.to)),
            text: tr!(texts, "desk-lost-sure-text", count = away.balances.len()),
            word: tr!(texts, "desk-lost-take"),
            confirm: Screen::Carried(Message::Confirm),
            leave: Screen::Carried(Message::Ask(false)),
        };
        pin.over(context, page, asked, |key| {
            Screen::Carried(Message::Pin(key))
        })
    }

    /// The editions, and of the chosen one what went there.
    fn list<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let editions = self.away.iter().enumerate().map(|(at, away)| {
            let title = tr!(
                texts,
                "desk-lost-to",
                edition = in_one_piece(&away.to),
                date = texts.date_long(away.on)
            );
            let count = away.balances.len();
            let known = tr!(texts, "desk-edition-balances-of", count = count);
            let message = Screen::Carried(Message::Choose(at));
            let words = titled(dir, title, known);
            let id = format!("edition-{at}");
            choosable(context, [words], at == self.chosen, message, id)
        });
        let of_it = self.chosen().map(|away| balances(context, &away.balances));
        let list = column![rows(editions)]
            .push(divider())
            .extend(of_it)
            .spacing(space::M);
        let list = container(list).padding(dir.padding(0.0, 0.0, space::M));
        scroll::vertical(dir, list)
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let reason = self.reason.view(
            context,
            &reasons(),
            1,
            |at| Screen::Carried(Message::Reason(at)),
            |text| Screen::Carried(Message::OwnReason(text)),
            Screen::Carried(Message::Write),
        );
        let ready = !self.reason.text(context, &reasons()).is_empty();
        let take = button(dir, tr!(texts, "desk-lost-take"))
            .danger()
            .large()
            .fill()
            .icon(Icon::Undo)
            .on_press_maybe(ready.then_some(Screen::Carried(Message::Ask(true))))
            .id("take-back");
        let above = column![
            notice(dir, Tone::Warning, tr!(texts, "desk-lost-danger")),
            reason,
            Space::new().height(space::S),
        ];
        let above = scroll::vertical(dir, above.spacing(space::M));
        column![container(above).height(Fill), take]
            .spacing(space::M)
            .into()
    }

    fn returned<'a>(&self, context: &Context, returned: &Returned) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let to = returned
            .back
            .first()
            .map(|balance| in_one_piece(&balance.to));
        let title = tr!(texts, "desk-lost-done", edition = to.unwrap_or_default());
        let net: Money = returned.back.iter().map(CarriedBalance::net).sum();
        let count = returned.back.len();
        let particulars = column![reckoning(
            dir,
            tr!(texts, "desk-edition-balances-of", count = count),
            context.money(net),
            Ink::Inherited,
        )]
        .extend((!returned.arrived.is_empty()).then(|| {
            let said = tr!(texts, "desk-lost-arrived", count = returned.arrived.len());
            notice(dir, Tone::Warning, said)
        }))
        .push(notice(dir, Tone::Info, tr!(texts, "desk-lost-after")));
        outcome(
            context,
            Tone::Success,
            title,
            particulars.spacing(space::M),
            [done_key(context, Screen::Done)],
        )
    }
}

fn balances<'a>(context: &Context, all: &[CarriedBalance]) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let each = all.iter().map(|balance| {
        let family = context.catalogue.family(&balance.family);
        let name = family.map(|family| bidi::first_strong(texts.name(&family.name)));
        let word = format!(
            "{} · {}",
            in_one_piece(&balance.family),
            name.unwrap_or_default()
        );
        let amount = match balance.amount.is_negative() {
            true => tr!(
                texts,
                "desk-edition-owes",
                amount = context.money(-balance.amount)
            ),
            false => context.money(balance.amount),
        };
        let line = reckoning(dir, word, amount, Ink::Inherited);
        let advance = (!balance.advance_left.is_zero()).then(|| {
            let amount = context.money(balance.advance_left);
            let told = tr!(texts, "desk-edition-advance-of", amount = amount);
            dir.label(told).muted().fill().into()
        });
        let all = Column::with_children([line]).extend(advance);
        container(all)
            .padding(dir.padding(space::S, space::M, space::M))
            .width(Fill)
            .into()
    });
    rows(each).into()
}
