//! What happened to a family's account over time, what it was given and lent, and
//! taking back a payout that never arrived.

use iced::widget::{Column, column, container};
use iced::{Fill, Length, Task};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::frame::{
    alone, cards, family_name, figure, heading, in_one_piece, rows, titled, trouble,
};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Tone, grown, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{
    Dir, Icon, badge, button, chip, empty, form_field, notice, reckoning, scroll,
};
use crate::domain::carrying::Carried;
use crate::domain::id::{FamilyCode, PayoutId};
use crate::domain::money::Money;
use crate::domain::payout::{Payout, PayoutMeans};
use crate::domain::staff::Role;
use crate::key;
use crate::locale::Key;
use crate::services::family_history::{FamilyHistory, Happening, TakeBack, What};
use crate::services::notice::Notice;
use crate::tr;

/// The width of an amount.
const AMOUNT: f32 = 132.0;

#[derive(Debug)]
pub struct History {
    family: FamilyCode,
    known: Option<Box<FamilyHistory>>,
    taking: Option<Taking>,
    wrong: Option<Notice>,
}

/// A payout that is being taken back.
#[derive(Debug)]
struct Taking {
    id: PayoutId,
    payout: Payout,
    to: PayoutMeans,
    reason: Reason,
    writing: Writing<()>,
    asking: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<FamilyHistory, Notice>>),
    /// Takes back the payout at this place of the list.
    TakeBack(usize),
    To(PayoutMeans),
    Reason(usize),
    OwnReason(String),
    Write,
    Confirm,
    TakenBack(Result<(), Notice>),
}

fn reasons() -> [Key; 4] {
    [
        key!("desk-back-bounced"),
        key!("desk-back-cheque"),
        key!("desk-back-not-collected"),
        key!("desk-back-mistake"),
    ]
}

fn read(context: &Context, family: &FamilyCode) -> Task<Screen> {
    let family = family.clone();
    context.ask(
        move |till| till.family_history(&family),
        |known| Screen::History(Message::Known(Box::new(known))),
    )
}

impl History {
    pub fn new(context: &Context, family: &FamilyCode) -> (Self, Task<Screen>) {
        let history = History {
            family: family.clone(),
            known: None,
            taking: None,
            wrong: None,
        };
        (history, read(context, family))
    }

    /// Goes back from taking a payout back to the list; whether there was anything to
    /// go back from.
    pub fn back(&mut self) -> bool {
        self.wrong = None;
        self.taking.take().is_some()
    }

    pub fn touch(&mut self, touch: Touch) {
        if let Some(taking) = &mut self.taking {
            taking.writing.touch(touch, &mut taking.reason.own);
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        match (message, &mut self.taking) {
            (Message::Known(known), _) => match *known {
                Ok(known) => self.known = Some(Box::new(known)),
                Err(wrong) => self.wrong = Some(wrong),
            },
            (Message::TakeBack(at), _) => {
                let payout = self.known.as_ref()?.happenings.get(at);
                if let What::PaidOut { payout, .. } = &payout?.what {
                    self.taking = Some(Taking::new(context, payout));
                }
            }
            (Message::TakenBack(answer), taking) => match answer {
                Ok(()) => {
                    self.taking = None;
                    return Some(read(context, &self.family));
                }
                Err(wrong) => {
                    self.wrong = Some(wrong);
                    if let Some(taking) = taking {
                        taking.asking = false;
                    }
                }
            },
            (Message::To(to), Some(taking)) => taking.to = to,
            (Message::Reason(at), Some(taking)) => taking.reason.choose(at),
            (Message::OwnReason(text), Some(taking)) => taking.reason.own = text,
            (Message::Write, Some(taking)) => taking.writing.begin(()),
            (Message::Confirm, Some(taking)) => return taking.confirm(context),
            (_, None) => {}
        }
        None
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        match &self.taking {
            None => page,
            Some(taking) => {
                let caption = tr!(context.texts, "desk-reason");
                let text = &taking.reason.own;
                taking
                    .writing
                    .over(context, page, caption, text, Screen::Touch)
            }
        }
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let wrong = trouble(context, self.wrong.as_ref());
        match (&self.taking, &self.known) {
            (Some(taking), _) => taking.view(context, wrong),
            (None, None) => Column::new().extend(wrong).into(),
            (None, Some(known)) => cards(context, list(context, known), aid(context, known)),
        }
    }
}

/// What the family was given, and what it was lent.
fn aid<'a>(context: &Context, known: &FamilyHistory) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let mut aid = Column::new().spacing(space::L);
    match &known.support {
        None => {
            let none = tr!(texts, "desk-history-no-support");
            aid = aid.push(dir.label(none).muted().fill());
        }
        Some(support) => {
            let word = tr!(texts, "desk-register-support");
            let sum = context.money(support.amount);
            aid = aid.push(figure(context, word, sum, Ink::Of(Tone::Success)));
            let on = support.on.map(|date| texts.date_long(date));
            let from = Some(support.from.clone()).filter(|from| !from.is_empty());
            for line in [from, on].into_iter().flatten() {
                aid = aid.push(dir.label(line).size(type_size::SMALL).muted().fill());
            }
            let about = tr!(texts, "desk-history-support-about");
            aid = aid.push(notice(dir, Tone::Info, about));
        }
    }
    let word = tr!(texts, "desk-lend-left");
    let left = context.money(known.advance_left);
    let ink = match known.advance_left.is_zero() {
        true => Ink::Muted,
        false => Ink::Of(Tone::Warning),
    };
    aid = aid.push(container(figure(context, word, left, ink)).id("advance-left"));
    if let Some(instalment) = known.instalment
        && !known.advance_left.is_zero()
    {
        let word = tr!(texts, "desk-lend-instalment");
        aid = aid.push(reckoning(dir, word, context.money(instalment), Ink::Muted));
    }
    scroll::vertical(dir, aid)
}

fn list<'a>(context: &Context, known: &'a FamilyHistory) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let name = family_name(context, &known.family);
    let head = heading(context, tr!(texts, "desk-history-of", family = name));
    if known.happenings.is_empty() {
        let nothing = empty(
            dir,
            Icon::Statement,
            tr!(texts, "desk-history-none"),
            tr!(texts, "desk-history-none-hint"),
        );
        return column![head, nothing].into();
    }
    let may = context.session().role() >= Role::Organiser;
    let list = known.happenings.iter().enumerate();
    let list = rows(list.map(|(at, one)| row(context, at, one, may)));
    column![head, scroll::vertical(dir, list)]
        .spacing(space::M)
        .into()
}

fn row<'a>(context: &Context, at: usize, one: &'a Happening, may: bool) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let when = texts.date_and_time(one.at.naive_local());
    let mut end: Option<Element<'a, Screen>> = None;
    let gone = || badge(dir, tr!(texts, "desk-history-taken-back"), Tone::Warning);
    let (word, known, amount) = match &one.what {
        What::Settled {
            number,
            day,
            payable,
            instalment,
            reversed,
        } => {
            let word = tr!(
                texts,
                "desk-statement-about",
                number = in_one_piece(number),
                date = texts.date_long(*day)
            );
            end = reversed.then(gone);
            let known = match instalment.is_zero() {
                true => when,
                false => {
                    let given = context.amount(*instalment);
                    let given = tr!(texts, "desk-history-instalment", amount = given);
                    format!("{when} · {given}")
                }
            };
            (word, known, *payable)
        }
        What::PaidOut { payout, taken_back } => {
            let word = tr!(
                texts,
                "desk-history-paid",
                number = in_one_piece(&payout.number),
                means = texts.word(&payout.means)
            );
            end = match taken_back {
                true => Some(gone()),
                false => may.then(|| {
                    button(dir, tr!(texts, "desk-history-take-back"))
                        .small()
                        .on_press(Screen::History(Message::TakeBack(at)))
                        .id(format!("take-back-{}", payout.number))
                        .into()
                }),
            };
            let mut known = when;
            if !payout.reference.trim().is_empty() {
                known = format!("{known} · {}", in_one_piece(&payout.reference));
            }
            if !payout.collected_by.trim().is_empty() {
                known = format!("{known} · {}", payout.collected_by);
            }
            (word, known, -payout.amount)
        }
        What::PaidIn(payment) => match &payment.takes_back {
            None => {
                let number = in_one_piece(&payment.number);
                let word = tr!(texts, "desk-history-paid-in", number = number);
                (word, when, payment.amount)
            }
            Some(back) => {
                let number = in_one_piece(&back.number);
                let word = tr!(texts, "desk-history-back", number = number);
                (word, format!("{when} · {}", back.reason), payment.amount)
            }
        },
        What::Carried(carried) => {
            let mut known = when;
            let left = carried.balance().advance_left;
            if !left.is_zero() {
                let left = tr!(texts, "carried-advance", amount = context.amount(left));
                known = format!("{known} · {left}");
            }
            if let Carried::Back(back) = carried {
                known = format!("{known} · {}", back.reason);
            }
            (context.texts.carried(carried), known, carried.effect())
        }
        What::Lent(advance) => {
            let word = tr!(
                texts,
                "desk-history-lent",
                means = texts.word(&advance.means)
            );
            (
                word,
                format!("{when} · {}", advance.reason),
                -advance.amount,
            )
        }
    };
    let words = titled(dir, word, known);
    let amount = dir
        .label(context.amount(amount))
        .medium()
        .whole()
        .width(Length::from(grown(AMOUNT)));
    // Digits stand under each other on the right in every language.
    let amount = match dir {
        Dir::Rtl => amount,
        Dir::Ltr => amount.at_end(),
    };
    let parts = [words].into_iter().chain(end).chain([amount.into()]);
    container(dir.row(parts))
        .padding(dir.padding(space::S, 0.0, 0.0))
        .width(Fill)
        .into()
}

impl Taking {
    fn new(context: &Context, payout: &Payout) -> Self {
        Taking {
            id: PayoutId(context.till.moments().new_id()),
            payout: payout.clone(),
            to: PayoutMeans::Safe,
            reason: Reason::default(),
            writing: Writing::new(context),
            asking: false,
        }
    }

    fn is_ready(&self, context: &Context) -> bool {
        !self.asking && !self.reason.text(context, &reasons()).is_empty()
    }

    fn confirm(&mut self, context: &Context) -> Option<Task<Screen>> {
        if !self.is_ready(context) {
            return None;
        }
        self.asking = true;
        self.writing.end();
        let session = context.session().clone();
        let request = TakeBack {
            id: self.id,
            payout: self.payout.id,
            to: self.to,
            reason: self.reason.text(context, &reasons()),
        };
        Some(context.ask(
            move |till| {
                let back = till.take_payout_back(&session, request)?;
                Ok((back.fact.id, back.fact.means))
            },
            Screen::TakenBack,
        ))
    }

    fn view<'a>(
        &self,
        context: &Context,
        wrong: Option<Element<'a, Screen>>,
    ) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = Screen::History;
        let number = in_one_piece(&self.payout.number);
        let title = tr!(texts, "desk-back-title", number = number);
        let sum: Money = self.payout.amount;
        let mut form = column![figure(
            context,
            title,
            context.money(sum),
            Ink::Of(Tone::Danger)
        )];
        if self.payout.means.is_cash() {
            let places = [
                (PayoutMeans::Safe, "back-to-safe"),
                (PayoutMeans::Drawer, "back-to-drawer"),
            ]
            .map(|(to, id)| {
                chip(dir, texts.word(&to), self.to == to, own(Message::To(to)))
                    .fill()
                    .id(id)
                    .into()
            });
            let places = dir.grid(places, 2).spacing(space::S);
            form = form.push(form_field(dir, tr!(texts, "desk-back-to"), places, None));
        }
        let reason = self.reason.view(
            context,
            &reasons(),
            2,
            move |at| own(Message::Reason(at)),
            move |text| own(Message::OwnReason(text)),
            own(Message::Write),
        );
        let confirm = button(dir, tr!(texts, "desk-history-take-back"))
            .danger()
            .large()
            .fill()
            .icon(Icon::Undo)
            .on_press_maybe(self.is_ready(context).then_some(own(Message::Confirm)))
            .id("confirm");
        let about = notice(dir, Tone::Warning, tr!(texts, "desk-back-about"));
        alone(
            form.push(about)
                .push(reason)
                .extend(wrong)
                .push(confirm)
                .spacing(space::L),
        )
    }
}
