//! Putting a ticket aside under a name, and giving one up for a reason.

use iced::Fill;
use iced::widget::column;

use crate::app::context::Context;
use crate::app::screen::frame::trouble;
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, button, dialog, input};
use crate::domain::ticket::Ticket;
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::tr;

/// Why tickets are given up, mostly.
fn usual_reasons() -> [Key; 4] {
    [
        key!("app-sell-void-changed-mind"),
        key!("app-sell-void-mistake"),
        key!("app-sell-void-no-money"),
        key!("app-sell-void-trial"),
    ]
}

/// What is done with the ticket.
#[derive(Debug, Clone)]
enum Deed {
    Park {
        name: String,
        /// Whether the ticket may become an order instead.
        may_order: bool,
    },
    Void {
        reason: Reason,
    },
    /// Gives up a ticket that was put aside, under its name.
    GiveUp {
        name: String,
        reason: Reason,
    },
}

#[derive(Debug, Clone)]
pub struct WordSheet {
    deed: Deed,
    writing: Writing<()>,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Text(String),
    Reason(usize),
    /// The ticket is wanted later: it becomes an order.
    Order,
    Write,
    Keyboard(Touch),
    Confirm,
    Leave,
}

/// What became of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Open,
    Left,
    Park(String),
    Order(String),
    Void(String),
}

/// The name a ticket is put aside under when nobody gives it one: its first
/// goods.
pub fn plain_name(context: &Context, ticket: &Ticket) -> String {
    let texts = context.texts;
    let first = ticket
        .lines
        .first()
        .map_or("", |line| texts.name(&line.name));
    match ticket.lines.len() {
        0 | 1 => first.to_owned(),
        more => tr!(texts, "app-sell-park-plain", first = first, more = more - 1),
    }
}

impl WordSheet {
    pub fn parking(context: &Context, may_order: bool) -> Self {
        let name = String::new();
        Self::new(context, Deed::Park { name, may_order })
    }

    pub fn voiding(context: &Context) -> Self {
        Self::new(
            context,
            Deed::Void {
                reason: Reason::default(),
            },
        )
    }

    /// Asks why a ticket that was put aside is given up.
    pub fn giving_up(context: &Context, name: String) -> Self {
        let reason = Reason::default();
        Self::new(context, Deed::GiveUp { name, reason })
    }

    fn new(context: &Context, deed: Deed) -> Self {
        WordSheet {
            deed,
            writing: Writing::new(context),
            asking: false,
            wrong: None,
        }
    }

    pub fn refuse(&mut self, wrong: Notice) {
        self.asking = false;
        self.wrong = Some(wrong);
    }

    fn text(&mut self) -> &mut String {
        match &mut self.deed {
            Deed::Park { name, .. } => name,
            Deed::Void { reason } | Deed::GiveUp { reason, .. } => &mut reason.own,
        }
    }

    pub fn update(&mut self, message: Message, context: &Context, ticket: &Ticket) -> Outcome {
        match message {
            Message::Text(text) => *self.text() = text,
            Message::Reason(at) => {
                if let Deed::Void { reason } | Deed::GiveUp { reason, .. } = &mut self.deed {
                    reason.choose(at);
                }
            }
            Message::Write => self.writing.begin(()),
            Message::Keyboard(touch) => {
                let mut text = std::mem::take(self.text());
                self.writing.touch(touch, &mut text);
                *self.text() = text;
            }
            Message::Order if !self.asking => {
                self.asking = true;
                return Outcome::Order(plain_name(context, ticket));
            }
            Message::Confirm if !self.asking => {
                self.asking = true;
                return match &self.deed {
                    Deed::Park { name, .. } if name.trim().is_empty() => {
                        Outcome::Park(plain_name(context, ticket))
                    }
                    Deed::Park { name, .. } => Outcome::Park(name.trim().to_owned()),
                    Deed::Void { reason } | Deed::GiveUp { reason, .. } => {
                        Outcome::Void(reason.text(context, &usual_reasons()))
                    }
                };
            }
            Message::Confirm | Message::Order => {}
            Message::Leave => return Outcome::Left,
        }
        Outcome::Open
    }

    /// The sheet over the screen, and the keyboard over both.
    pub fn over<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        base: Element<'a, M>,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let texts = context.texts;
        let (title, sheet) = match &self.deed {
            Deed::Park { name, may_order } => (
                tr!(texts, "app-sell-park-title"),
                self.park_sheet(context, name, *may_order, wrap),
            ),
            Deed::Void { reason } => (
                tr!(texts, "app-sell-void-title"),
                self.void_sheet(context, reason, wrap),
            ),
            Deed::GiveUp { name, reason } => (
                tr!(texts, "app-sell-give-up-title", name = name.as_str()),
                self.void_sheet(context, reason, wrap),
            ),
        };
        let page = dialog(context.dir, title, sheet)
            .on_close(wrap(Message::Leave))
            .over(base);
        let wrap = move |touch| wrap(Message::Keyboard(touch));
        match &self.deed {
            // This sheet is low: it moves up, and its field can be seen.
            Deed::Park { .. } => self.writing.under(context, page, wrap),
            Deed::Void { reason } | Deed::GiveUp { reason, .. } => {
                let caption = tr!(texts, "app-sell-void-title");
                self.writing.over(context, page, caption, &reason.own, wrap)
            }
        }
    }

    fn park_sheet<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        name: &str,
        may_order: bool,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let field = input(
            dir,
            "park-name",
            &tr!(texts, "app-sell-park-name"),
            name,
            move |text| wrap(Message::Text(text)),
        )
        .on_touch(wrap(Message::Write))
        .on_submit(wrap(Message::Confirm));
        let park = button(dir, tr!(texts, "app-sell-park-confirm"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Pause)
            .on_press_maybe((!self.asking).then(|| wrap(Message::Confirm)))
            .id("park-confirm");
        let order = button(dir, tr!(texts, "app-sell-park-order"))
            .fill()
            .icon(Icon::Scissors)
            .on_press_maybe((!self.asking).then(|| wrap(Message::Order)))
            .id("park-order");
        column![
            dir.label(tr!(texts, "app-sell-park-body")).muted().fill(),
            field
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(park)
        .extend(may_order.then(|| order.into()))
        .spacing(space::L)
        .into()
    }

    fn void_sheet<'a, M: Clone + 'a>(
        &'a self,
        context: &Context,
        reason: &Reason,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let usual = usual_reasons();
        let given = !reason.text(context, &usual).is_empty();
        let reasons = reason.view(
            context,
            &usual,
            2,
            |at| wrap(Message::Reason(at)),
            move |text| wrap(Message::Text(text)),
            wrap(Message::Write),
        );
        let void = button(dir, tr!(texts, "app-sell-void-confirm"))
            .danger()
            .large()
            .fill()
            .icon(Icon::Trash)
            .on_press_maybe((given && !self.asking).then(|| wrap(Message::Confirm)))
            .id("void-confirm");
        column![
            dir.label(tr!(texts, "app-sell-void-body")).muted().fill(),
            reasons
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(void)
        .spacing(space::L)
        .width(Fill)
        .into()
    }
}
