//! The safe: what is in it, and cash of the organiser's put there.

use iced::Task;
use iced::widget::{column, container};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{SIDE, beside, figure, page, trouble};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Surface, Tone, space, target};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key as PadKey, keypad};
use crate::app::widget::{Icon, button, card, notice};
use crate::domain::id::FactId;
use crate::domain::money::Money;
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::tr;

#[derive(Debug)]
pub struct Safe {
    /// What is in it, once it was looked up.
    cash: Option<Money>,
    /// Of what is being put there; another one once it is.
    id: FactId,
    amount: Entry,
    reason: Reason,
    writing: Writing<()>,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Money, Notice>),
    Key(PadKey),
    Reason(usize),
    OwnReason(String),
    Write,
    Touch(Touch),
    Confirm,
    Filled(Result<Money, Notice>),
    Back,
}

fn reasons() -> [Key; 4] {
    [
        key!("desk-safe-change"),
        key!("desk-safe-payouts"),
        key!("desk-safe-advances"),
        key!("desk-safe-bank"),
    ]
}

impl Safe {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Safe {
            cash: None,
            id: FactId(context.till.moments().new_id()),
            amount: Entry::new(context.catalogue.bazaar.currency.digits()),
            reason: Reason::default(),
            writing: Writing::new(context),
            asking: false,
            wrong: None,
        };
        let session = context.session().clone();
        let known = context.ask(move |till| till.safe_cash(&session), Message::Known);
        (screen, known)
    }

    fn sum(&self) -> Money {
        Money::from_minor(self.amount.minor())
    }

    fn is_ready(&self, context: &Context) -> bool {
        let reason = self.reason.text(context, &reasons());
        self.sum().is_positive() && !reason.is_empty() && !self.asking
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(Ok(cash)) => self.cash = Some(cash),
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Key(key) => self.amount.press(key),
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => self.writing.touch(touch, &mut self.reason.own),
            Message::Confirm if !self.is_ready(context) => {}
            Message::Confirm => {
                self.asking = true;
                self.wrong = None;
                self.writing.end();
                let (session, id, sum) = (context.session().clone(), self.id, self.sum());
                let reason = self.reason.text(context, &reasons());
                let fill = context.ask(
                    move |till| {
                        till.fill_safe(&session, id, sum, reason)?;
                        till.safe_cash(&session)
                    },
                    Message::Filled,
                );
                return Action::Run(fill);
            }
            Message::Filled(Ok(cash)) => {
                let filled = context.money(self.sum());
                self.asking = false;
                self.id = FactId(context.till.moments().new_id());
                self.cash = Some(cash);
                self.amount.clear();
                self.reason = Reason::default();
                let told = tr!(context.texts, "desk-safe-filled", amount = filled);
                return Action::Intent(Intent::Tell(told));
            }
            Message::Filled(Err(wrong)) => {
                self.asking = false;
                self.wrong = Some(wrong);
            }
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let cash = self.cash.map(|cash| {
            let word = tr!(texts, "desk-safe-now");
            let cash = figure(context, word, context.money(cash), Ink::Of(Tone::Success));
            container(cash).id("safe")
        });
        let reason = self.reason.view(
            context,
            &reasons(),
            2,
            Message::Reason,
            Message::OwnReason,
            Message::Write,
        );
        let about = notice(dir, Tone::Info, tr!(texts, "desk-safe-about"));
        let main = column![]
            .push(cash)
            .push(about)
            .push(reason)
            .spacing(space::XL);
        let amount = figure(
            context,
            tr!(texts, "desk-amount"),
            context.money(self.sum()),
            Ink::Of(Tone::Primary),
        );
        let confirm = button(dir, tr!(texts, "desk-safe-fill"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Lock)
            .on_press_maybe(self.is_ready(context).then_some(Message::Confirm))
            .id("confirm");
        let side = column![
            container(amount).id("amount"),
            keypad(texts.digits(), Corner::Point, target::KEY, Message::Key),
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(confirm)
        .spacing(space::L);
        let side = container(side).class(Surface::Card).padding(space::L);
        let content = beside(context, card(main).width(iced::Fill), side, SIDE);
        let title = tr!(texts, "desk-safe-title");
        let page = page(context, title, Message::Back, [], content);
        let caption = tr!(texts, "desk-reason");
        let written = &self.reason.own;
        self.writing
            .over(context, page, caption, written, Message::Touch)
    }
}
