//! A supervisor's word at the moment it is needed: who approves, and their PIN,
//! laid over the screen that asked. What was approved happens in that screen.

use iced::widget::{Column, column, container, row};
use iced::{Fill, Task};

use crate::app::context::Context;
use crate::app::screen::frame::trouble;
use crate::app::theme::{Element, Ink, Press, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Key, keypad, type_pin};
use crate::app::widget::{Icon, button, choice, dialog, named, pin_dots, scroll};
use crate::domain::staff::{Act, Staff};
use crate::domain::ticket::Ticket;
use crate::key;
use crate::locale::{Key as TextKey, bidi};
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::services::sell::acts_to_approve;
use crate::tr;

/// The fewest digits a supervisor's PIN has, and so the dots that are shown.
const PIN_DOTS: usize = 6;

/// Somebody being asked for their word.
#[derive(Debug, Clone)]
pub struct Approving {
    acts: Vec<Act>,
    approvers: Vec<Staff>,
    chosen: Option<usize>,
    pin: String,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<Staff>, Notice>),
    Chosen(usize),
    Key(Key),
    Confirm,
    Answered(Box<Result<Approval, Notice>>),
    Leave,
}

/// What became of the question.
#[derive(Debug)]
pub enum Outcome {
    Waiting,
    Run(Task<Message>),
    Approved(Approval),
    Left,
}

/// Whether who is signed in must ask somebody before `act`.
pub fn is_needed(context: &Context, act: Act) -> bool {
    context.session().role() < act.needs()
}

/// What a supervisor is asked about: what the till missed first, and whatever else a
/// ticket needs a word on, so that nobody is asked twice.
pub fn acts_on(context: &Context, ticket: &Ticket, missed: Act) -> Vec<Act> {
    let limit = context.session().who().discount_limit;
    let limit = limit.unwrap_or(context.catalogue.bazaar.cashier_discount_limit);
    let mut acts = vec![missed];
    if let Ok(priced) = ticket.price() {
        let more = acts_to_approve(ticket, &priced, limit);
        acts.extend(more.into_iter().filter(|act| *act != missed));
    }
    acts
}

impl Approving {
    /// Asks for a word on `act`.
    pub fn new(context: &Context, act: Act) -> (Self, Task<Message>) {
        Self::on_all(context, vec![act])
    }

    /// Asks for one word on several acts, naming each.
    pub fn on_all(context: &Context, acts: Vec<Act>) -> (Self, Task<Message>) {
        let approving = Approving {
            acts,
            approvers: Vec::new(),
            chosen: None,
            pin: String::new(),
            asking: false,
            wrong: None,
        };
        let known = context.ask(|till| till.staff(), Message::Known);
        (approving, known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Outcome {
        match message {
            Message::Known(Ok(staff)) => {
                let needs = self.acts.iter().map(|act| act.needs()).max();
                self.approvers = staff;
                self.approvers
                    .retain(|person| person.active && Some(person.role) >= needs);
                if self.approvers.len() == 1 {
                    self.chosen = Some(0);
                }
            }
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Chosen(at) => {
                self.chosen = Some(at);
                self.pin.clear();
                self.wrong = None;
            }
            Message::Key(key) => {
                if type_pin(&mut self.pin, key) {
                    self.wrong = None;
                }
            }
            Message::Confirm => return self.confirm(context),
            Message::Answered(answer) => {
                self.asking = false;
                self.pin.clear();
                match *answer {
                    Ok(approval) => return Outcome::Approved(approval),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Leave => return Outcome::Left,
        }
        Outcome::Waiting
    }

    fn confirm(&mut self, context: &Context) -> Outcome {
        let Some(approver) = self.chosen.and_then(|at| self.approvers.get(at)) else {
            return Outcome::Waiting;
        };
        self.asking = true;
        let acts = self.acts.clone();
        let (staff, pin) = (approver.code.clone(), self.pin.clone());
        Outcome::Run(context.ask(
            move |till| till.approve_all(acts, &staff, &pin),
            |answer| Message::Answered(Box::new(answer)),
        ))
    }

    /// Lays the question over the screen that asked.
    pub fn over<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        base: Element<'a, M>,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let acts = self.acts.iter().map(|act| texts.get(act_key(*act)));
        let acts = bidi::joined(texts.direction(), acts, " · ");
        let asked = dir
            .label(tr!(
                texts,
                "desk-approval-asked",
                act = acts,
                by = texts.name(&context.session().who().name),
            ))
            .fill()
            .muted();
        let people = self.people(context, wrap);
        let content = column![
            asked,
            dir.row([
                container(people).width(Fill).height(Fill).into(),
                container(self.pad(context, wrap)).width(320).into(),
            ])
            .spacing(space::XL)
            .align_y(iced::Top)
            .height(466),
        ]
        .spacing(space::L);
        dialog(dir, tr!(texts, "desk-approval-title"), content)
            .width(760.0)
            .on_close(wrap(Message::Leave))
            .over(base)
    }

    fn people<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let tiles = self.approvers.iter().enumerate().map(|(at, person)| {
            let chosen = self.chosen == Some(at);
            let tile = choice(
                dir,
                Icon::Person,
                texts.name(&person.name).to_owned(),
                texts.word(&person.role),
                chosen,
                Some(wrap(Message::Chosen(at))),
            );
            let tile = match chosen {
                true => tile,
                false => tile.class(Press::Inset),
            };
            named(tile, Some(format!("approver-{}", person.code).into()), Fill)
        });
        let list = Column::with_children(tiles.chain(trouble(context, self.wrong.as_ref())));
        scroll::vertical(dir, list.spacing(space::M).width(Fill))
    }

    fn pad<'a, M: Clone + 'a>(&self, context: &Context, wrap: fn(Message) -> M) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let who = match self.chosen.and_then(|at| self.approvers.get(at)) {
            Some(person) => tr!(
                texts,
                "desk-approval-pin-of",
                name = texts.name(&person.name)
            ),
            None => tr!(texts, "desk-approval-choose"),
        };
        let ready = self.chosen.is_some() && !self.pin.is_empty() && !self.asking;
        let dots = pin_dots(self.pin.len(), self.pin.len().max(PIN_DOTS), Tone::Primary);
        column![
            dir.label(who)
                .size(type_size::SMALL)
                .ink(Ink::Muted)
                .centre()
                .fill()
                .lines(1),
            container(row![dots]).center_x(Fill).padding(space::S),
            keypad(texts.digits(), Corner::Empty, target::KEY, move |key| wrap(
                Message::Key(key)
            )),
            button(dir, tr!(texts, "desk-approval-confirm"))
                .primary()
                .fill()
                .icon(Icon::Check)
                .on_press_maybe(ready.then(|| wrap(Message::Confirm)))
                .id("approve"),
        ]
        .spacing(space::M)
        .into()
    }
}

/// What is being approved, as a noun.
fn act_key(act: Act) -> TextKey {
    match act {
        Act::Refund => key!("desk-act-refund"),
        Act::OverridePrice => key!("desk-act-override-price"),
        Act::LargeDiscount => key!("desk-act-large-discount"),
        Act::OpenDrawer => key!("desk-act-open-drawer"),
        Act::MoveCash => key!("desk-act-move-cash"),
        Act::OpenDay => key!("desk-act-open-day"),
        Act::CloseDay => key!("desk-act-close-day"),
        Act::SellExpired => key!("desk-act-sell-expired"),
        Act::CancelOrder => key!("desk-act-cancel-order"),
        Act::WriteOff => key!("desk-act-write-off"),
        Act::Adjust => key!("desk-act-adjust"),
        Act::Settle => key!("desk-act-settle"),
        Act::PayOut => key!("desk-act-pay-out"),
        Act::SetUp => key!("desk-act-set-up"),
        Act::ChangePin => key!("desk-act-change-pin"),
    }
}
