//! Closing a shift: the drawer is counted blind, and only after the count is
//! recorded does the screen say what was expected. A difference above the
//! bazaar's limit is explained first.

use iced::widget::{column, container};
use iced::{Fill, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::counting::{self, Counting, counted};
use crate::app::screen::frame::{
    alone, done_key, figure, outcome, page, print_key, staff_name, trouble,
};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, badge, button, divider, empty, notice, reckoning};
use crate::domain::money::Money;
use crate::domain::shift::{ShiftClosing, ShiftRefusal};
use crate::domain::staff::Staff;
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::{Error, Refusal, Session, Till};
use crate::store::OpenShift;
use crate::tr;

/// How far the close has come.
#[derive(Debug)]
enum Phase {
    Counting,
    /// The count is recorded and differs by more than the bazaar lets pass.
    Explaining(Money),
    Closed(Box<ShiftClosing>),
}

#[derive(Debug)]
pub struct CloseShift {
    phase: Phase,
    shift: Option<OpenShift>,
    staff: Vec<Staff>,
    counting: Counting,
    reason: Reason,
    writing: Writing<()>,
    looked: bool,
    asking: bool,
    wrong: Option<Notice>,
}

/// What the till answered to a count.
#[derive(Debug, Clone)]
pub enum Answer {
    Closed(Box<ShiftClosing>),
    Differs(Money),
}

/// The shift to close and who works here.
pub type Known = (Option<OpenShift>, Vec<Staff>);

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<Known, Notice>>),
    Count(counting::Message),
    Counted,
    Answered(Result<Answer, Notice>),
    Reason(usize),
    OwnReason(String),
    Write,
    Touch(Touch),
    CountAgain,
    Explained,
    Print,
    Back,
}

fn reasons() -> [Key; 6] {
    [
        key!("desk-difference-change"),
        key!("desk-difference-missed-sale"),
        key!("desk-difference-wrong-tender"),
        key!("desk-difference-unrecorded-payment"),
        key!("desk-difference-float"),
        key!("desk-difference-unknown"),
    ]
}

fn close(till: &Till, session: &Session, reason: String) -> Result<Answer, Error> {
    match till.close_shift(session, reason) {
        Ok(closing) => Ok(Answer::Closed(Box::new(closing))),
        Err(error) => match error.refusal() {
            Some(Refusal::Shift(ShiftRefusal::DifferenceNeedsReason { difference })) => {
                Ok(Answer::Differs(*difference))
            }
            _ => Err(error),
        },
    }
}

impl CloseShift {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = CloseShift {
            phase: Phase::Counting,
            shift: None,
            staff: Vec::new(),
            counting: Counting::new(context.catalogue.bazaar.currency),
            reason: Reason::default(),
            writing: Writing::new(context),
            looked: false,
            asking: false,
            wrong: None,
        };
        let known = context.ask(
            |till| Ok((till.current_shift()?, till.staff()?)),
            |known| Message::Known(Box::new(known)),
        );
        (screen, known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(known) => {
                self.looked = true;
                match *known {
                    Ok((shift, staff)) => (self.shift, self.staff) = (shift, staff),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Count(message) => self.counting.update(message),
            Message::Counted | Message::Explained if self.asking => {}
            Message::Counted => {
                self.asking = true;
                self.wrong = None;
                let (session, pieces) = (context.session().clone(), self.counting.denominations());
                return Action::Run(context.ask(
                    move |till| {
                        till.count_drawer(&session, pieces)?;
                        close(till, &session, String::new())
                    },
                    Message::Answered,
                ));
            }
            Message::Answered(answer) => {
                self.asking = false;
                match answer {
                    Ok(Answer::Closed(closing)) => {
                        self.phase = Phase::Closed(closing);
                        return Action::Intent(Intent::DayChanged);
                    }
                    Ok(Answer::Differs(difference)) => self.phase = Phase::Explaining(difference),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => self.writing.touch(touch, &mut self.reason.own),
            Message::CountAgain => {
                self.phase = Phase::Counting;
                self.writing.end();
            }
            Message::Explained => {
                self.asking = true;
                self.writing.end();
                let session = context.session().clone();
                let reason = self.reason.text(context, &reasons());
                return Action::Run(
                    context.ask(move |till| close(till, &session, reason), Message::Answered),
                );
            }
            Message::Print => {
                if let Phase::Closed(closing) = &self.phase {
                    let (shift, day) = (closing.id, closing.day);
                    return Action::Intent(Intent::Print(Paper::Shift { shift, day }));
                }
            }
            Message::Back => return Action::Intent(Intent::Go(Place::Desk)),
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let whose = self.shift.as_ref().map(|shift| {
            let name = staff_name(context, &self.staff, &shift.opening.cashier);
            badge(dir, tr!(texts, "desk-shift-of", name = name), Tone::Primary)
        });
        let content = match &self.phase {
            Phase::Closed(closing) => result(context, closing),
            _ if self.looked && self.shift.is_none() => empty(
                dir,
                Icon::Coins,
                tr!(texts, "desk-no-shift"),
                tr!(texts, "desk-no-shift-hint"),
            ),
            Phase::Counting => self.count(context),
            Phase::Explaining(difference) => self.explain(context, *difference),
        };
        let title = tr!(texts, "desk-close-shift-title");
        let page = page(context, title, Message::Back, whose, content);
        let caption = tr!(texts, "desk-reason");
        self.writing
            .over(context, page, caption, &self.reason.own, Message::Touch)
    }

    fn count<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let ready = self.shift.is_some() && !self.asking;
        let done = button(dir, tr!(texts, "desk-count-done"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(ready.then_some(Message::Counted))
            .id("count-done");
        let foot = trouble(context, self.wrong.as_ref())
            .into_iter()
            .chain([done.into()]);
        let word = tr!(texts, "desk-counted");
        counted(context, &self.counting, word, Message::Count, foot)
    }

    fn explain<'a>(&'a self, context: &Context, difference: Money) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let reason = self.reason.view(
            context,
            &reasons(),
            2,
            Message::Reason,
            Message::OwnReason,
            Message::Write,
        );
        let given = !self.reason.text(context, &reasons()).is_empty();
        let content = column![
            over_short(context, difference),
            notice(dir, Tone::Warning, tr!(texts, "desk-difference-explain")),
            reason,
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(
            dir.row([
                button(dir, tr!(texts, "desk-count-again"))
                    .large()
                    .fill()
                    .icon(Icon::Reset)
                    .on_press(Message::CountAgain)
                    .id("count-again")
                    .into(),
                button(dir, tr!(texts, "desk-close-shift-close"))
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::Check)
                    .on_press_maybe((given && !self.asking).then_some(Message::Explained))
                    .id("explained")
                    .into(),
            ]),
        )
        .spacing(space::L);
        alone(content)
    }
}

/// The difference in the word and colour it deserves.
fn over_short<'a, M: 'a>(context: &Context, difference: Money) -> Element<'a, M> {
    let texts = context.texts;
    let currency = context.catalogue.bazaar.currency;
    let (word, tone) = if difference.is_negative() {
        (tr!(texts, "desk-drawer-short"), Tone::Danger)
    } else if difference.is_positive() {
        (tr!(texts, "desk-drawer-over"), Tone::Warning)
    } else {
        (tr!(texts, "desk-drawer-right"), Tone::Success)
    };
    let amount = texts.signed_amount(difference, currency);
    let shown = figure(context, word, amount, Ink::Of(tone));
    container(shown).id("difference").width(Fill).into()
}

fn result<'a>(context: &Context, closing: &ShiftClosing) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let difference = closing.over_short();
    let tone = match difference.is_zero() {
        true => Tone::Success,
        false => Tone::Warning,
    };
    let line =
        |word: String, amount: Money| reckoning(dir, word, context.money(amount), Ink::Inherited);
    let mut particulars = column![
        line(tr!(texts, "desk-float"), closing.float),
        line(tr!(texts, "desk-expected"), closing.expected),
        line(tr!(texts, "desk-counted"), closing.counted),
        divider(),
        over_short(context, difference),
    ]
    .spacing(space::M);
    if !closing.reason.is_empty() {
        let reason = dir.label(closing.reason.clone()).muted().fill();
        particulars = particulars.push(reason);
    }
    let safe = tr!(
        texts,
        "desk-counted-to-safe",
        amount = context.money(closing.counted)
    );
    particulars = particulars.push(notice(dir, Tone::Info, safe));
    let next = [dir
        .row([
            print_key(context, tr!(texts, "desk-print"), Message::Print),
            done_key(context, Message::Back),
        ])
        .into()];
    let title = tr!(texts, "desk-shift-closed");
    outcome(context, tone, title, particulars, next)
}
