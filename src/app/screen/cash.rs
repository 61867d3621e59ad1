//! Cash that moves without a sale: into the drawer, out of it, to the safe; and
//! the drawer opened for nothing. Each with its reason, and approval where the
//! cashier needs one.

use iced::widget::{Column, column, container};
use iced::{Fill, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::approval::{self, Approving, Outcome};
use crate::app::screen::frame::{SIDE, beside, done_key, figure, outcome, page, trouble};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Surface, Tone, space, target};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key as PadKey, keypad};
use crate::app::widget::{Icon, button, choice, named, scroll};
use crate::domain::money::Money;
use crate::domain::shift::CashMovementKind;
use crate::domain::staff::Act;
use crate::key;
use crate::locale::Key;
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::tr;

/// What is done with the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Move(CashMovementKind),
    /// Opened without a sale.
    Open,
}

impl Doing {
    const ALL: [Doing; 4] = [
        Doing::Move(CashMovementKind::Drop),
        Doing::Move(CashMovementKind::PaidOut),
        Doing::Move(CashMovementKind::PaidIn),
        Doing::Open,
    ];

    /// What a cashier asks approval for.
    fn act(self) -> Option<Act> {
        match self {
            Doing::Move(CashMovementKind::Drop) => None,
            Doing::Move(_) => Some(Act::MoveCash),
            Doing::Open => Some(Act::OpenDrawer),
        }
    }

    fn icon(self) -> Icon {
        match self {
            Doing::Move(CashMovementKind::Drop) => Icon::Lock,
            Doing::Move(CashMovementKind::PaidOut) => Icon::Payout,
            Doing::Move(CashMovementKind::PaidIn) => Icon::Coins,
            Doing::Open => Icon::Open,
        }
    }

    fn id(self) -> &'static str {
        match self {
            Doing::Move(CashMovementKind::Drop) => "drop",
            Doing::Move(CashMovementKind::PaidOut) => "paid-out",
            Doing::Move(CashMovementKind::PaidIn) => "paid-in",
            Doing::Open => "no-sale",
        }
    }

    fn title(self, context: &Context) -> String {
        match self {
            Doing::Move(kind) => context.texts.word(&kind),
            Doing::Open => tr!(context.texts, "desk-no-sale"),
        }
    }

    fn hint(self) -> Key {
        match self {
            Doing::Move(CashMovementKind::Drop) => key!("desk-drop-hint"),
            Doing::Move(CashMovementKind::PaidOut) => key!("desk-paid-out-hint"),
            Doing::Move(CashMovementKind::PaidIn) => key!("desk-paid-in-hint"),
            Doing::Open => key!("desk-no-sale-hint"),
        }
    }

    fn reasons(self) -> [Key; 4] {
        match self {
            Doing::Move(CashMovementKind::Drop) => [
                key!("desk-drop-too-full"),
                key!("desk-drop-large-notes"),
                key!("desk-drop-handover"),
                key!("desk-drop-end"),
            ],
            Doing::Move(CashMovementKind::PaidOut) => [
                key!("desk-paid-out-supplies"),
                key!("desk-paid-out-hospitality"),
                key!("desk-paid-out-transport"),
                key!("desk-paid-out-maintenance"),
            ],
            Doing::Move(CashMovementKind::PaidIn) => [
                key!("desk-paid-in-change"),
                key!("desk-paid-in-float"),
                key!("desk-paid-in-found"),
                key!("desk-paid-in-returned"),
            ],
            Doing::Open => [
                key!("desk-no-sale-change"),
                key!("desk-no-sale-check"),
                key!("desk-no-sale-stuck"),
                key!("desk-no-sale-mistake"),
            ],
        }
    }
}

#[derive(Debug)]
pub struct Cash {
    doing: Doing,
    amount: Entry,
    reason: Reason,
    writing: Writing<()>,
    approving: Option<Approving>,
    asking: bool,
    /// What was done last, with its sum.
    done: Option<(Doing, Money)>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Do(Doing),
    Key(PadKey),
    Reason(usize),
    OwnReason(String),
    Write,
    Touch(Touch),
    Confirm,
    Approval(approval::Message),
    Answered(Result<(), Notice>),
    Again,
    Back,
}

impl Cash {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Cash {
            doing: Doing::ALL[0],
            amount: Entry::new(context.catalogue.bazaar.currency.digits()),
            reason: Reason::default(),
            writing: Writing::new(context),
            approving: None,
            asking: false,
            done: None,
            wrong: None,
        };
        (screen, Task::none())
    }

    fn sum(&self) -> Money {
        Money::from_minor(self.amount.minor())
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Do(doing) => {
                self.doing = doing;
                self.reason = Reason::default();
                self.wrong = None;
            }
            Message::Key(key) => self.amount.press(key),
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => self.writing.touch(touch, &mut self.reason.own),
            Message::Confirm if self.asking => {}
            Message::Confirm => {
                self.wrong = None;
                match self.doing.act() {
                    Some(act) if approval::is_needed(context, act) => {
                        let (approving, task) = Approving::new(context, act);
                        self.approving = Some(approving);
                        return Action::Run(task.map(Message::Approval));
                    }
                    _ => return self.perform(context, None),
                }
            }
            Message::Approval(message) => {
                let Some(approving) = &mut self.approving else {
                    return Action::None;
                };
                match approving.update(message, context) {
                    Outcome::Waiting => {}
                    Outcome::Run(task) => return Action::Run(task.map(Message::Approval)),
                    Outcome::Left => self.approving = None,
                    Outcome::Approved(approval) => {
                        self.approving = None;
                        return self.perform(context, Some(approval));
                    }
                }
            }
            Message::Answered(Ok(())) => {
                self.asking = false;
                self.done = Some((self.doing, self.sum()));
                // It is recorded by now: as cash moved, or as opened for nothing.
                return Action::Intent(Intent::OpenDrawer);
            }
            Message::Answered(Err(wrong)) => {
                self.asking = false;
                self.wrong = Some(wrong);
            }
            Message::Again => {
                self.done = None;
                self.amount.clear();
                self.reason = Reason::default();
            }
            Message::Back => return Action::Intent(Intent::Go(Place::Home)),
        }
        Action::None
    }

    fn perform(
        &mut self,
        context: &Context,
        approval: Option<Approval>,
    ) -> Action<Message, Intent> {
        self.asking = true;
        let session = context.session().clone();
        let reason = self.reason.text(context, &self.doing.reasons());
        let (doing, sum) = (self.doing, self.sum());
        Action::Run(context.ask(
            move |till| {
                match doing {
                    Doing::Move(kind) => till
                        .move_cash(&session, kind, sum, reason, approval.as_ref())
                        .map(drop),
                    Doing::Open => till.open_drawer(&session, reason, approval.as_ref()),
                }
            },
            Message::Answered,
        ))
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let title = tr!(context.texts, "desk-cash-title");
        let content = match self.done {
            Some((doing, sum)) => done(context, doing, sum),
            None => self.form(context),
        };
        let page = page(context, title, Message::Back, [], content);
        let caption = tr!(context.texts, "desk-reason");
        let written = &self.reason.own;
        let page = self
            .writing
            .over(context, page, caption, written, Message::Touch);
        match &self.approving {
            Some(approving) => approving.over(context, page, Message::Approval),
            None => page,
        }
    }

    fn form<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let choices = Doing::ALL.map(|doing| {
            let card = choice(
                dir,
                doing.icon(),
                doing.title(context),
                texts.get(doing.hint()),
                self.doing == doing,
                Some(Message::Do(doing)),
            );
            named(card, Some(doing.id().into()), Fill)
        });
        let reason = self.reason.view(
            context,
            &self.doing.reasons(),
            2,
            Message::Reason,
            Message::OwnReason,
            Message::Write,
        );
        let main = column![dir.grid(choices, 2), container(reason).width(Fill)].spacing(space::XL);
        let opens = self.doing == Doing::Open;
        let needs_reason = self.doing != Doing::Move(CashMovementKind::Drop);
        let given = !self.reason.text(context, &self.doing.reasons()).is_empty();
        let ready = (given || !needs_reason) && (opens || self.sum().is_positive()) && !self.asking;
        let word = match self.doing {
            Doing::Move(_) => tr!(texts, "desk-cash-record"),
            Doing::Open => tr!(texts, "desk-no-sale-open"),
        };
        let confirm = button(dir, word)
            .primary()
            .large()
            .fill()
            .icon(self.doing.icon())
            .on_press_maybe(ready.then_some(Message::Confirm))
            .id("confirm");
        let mut side = Column::new().spacing(space::L);
        if !opens {
            let amount = figure(
                context,
                tr!(texts, "desk-amount"),
                context.money(self.sum()),
                Ink::Of(Tone::Primary),
            );
            side = side.push(container(amount).id("amount")).push(keypad(
                texts.digits(),
                Corner::Point,
                target::KEY,
                Message::Key,
            ));
        }
        let side = side
            .extend(trouble(context, self.wrong.as_ref()))
            .push(confirm);
        let side = container(side).class(Surface::Card).padding(space::L);
        let main = container(scroll::vertical(dir, main)).width(Fill);
        beside(context, main, side, SIDE)
    }
}

fn done<'a>(context: &Context, doing: Doing, sum: Money) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let particulars: Element<'a, Message> = match doing {
        Doing::Open => dir
            .label(tr!(texts, "desk-no-sale-done"))
            .muted()
            .centre()
            .fill()
            .into(),
        Doing::Move(_) => figure(
            context,
            doing.title(context),
            context.money(sum),
            Ink::Of(Tone::Success),
        ),
    };
    let next = [dir
        .row([
            button(dir, tr!(texts, "desk-cash-again"))
                .large()
                .fill()
                .on_press(Message::Again)
                .id("again")
                .into(),
            done_key(context, Message::Back),
        ])
        .into()];
    let title = tr!(texts, "desk-cash-recorded");
    outcome(context, Tone::Success, title, particulars, next)
}
