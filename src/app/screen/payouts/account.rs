//! What the organiser does to a family's account besides paying: correct it, lend
//! money, settle the family alone, take its last settlement back.

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::{LIST, Message as Screen};
use crate::app::context::Context;
use crate::app::screen::frame::{alone, beside, family_name, figure, in_one_piece, trouble};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Surface, Tone, space, target, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key as PadKey, keypad};
use crate::app::widget::{Icon, button, card, chip, form_field, notice, reckoning, scroll};
use crate::domain::id::{FactId, FamilyCode};
use crate::domain::money::Money;
use crate::domain::payout::{Advance, PayoutMeans};
use crate::domain::settlement::{Settlement, SettlementRefusal};
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::services::payout::{AdvanceRequest, FamilyAccount};
use crate::services::{Error, Session, Till};
use crate::tr;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    Adjust,
    Lend,
    Settle,
    Reverse,
}

/// The sum the pad writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    Amount,
    Instalment,
}

#[derive(Debug)]
pub struct Accounting {
    act: Act,
    id: FactId,
    family: FamilyCode,
    settlement: Option<Settlement>,
    amount: Entry,
    instalment: Entry,
    /// What the family gives back at each settlement as agreed so far.
    agreed: Option<Money>,
    advance_left: Money,
    sum: Sum,
    /// Whether a correction is taken off instead of credited.
    takes_off: bool,
    means: PayoutMeans,
    reason: Reason,
    writing: Writing<()>,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Key(PadKey),
    Sum(Sum),
    TakesOff(bool),
    Means(PayoutMeans),
    Reason(usize),
    OwnReason(String),
    Write,
    Confirm,
}

impl Act {
    pub const ALL: [Act; 4] = [Act::Adjust, Act::Lend, Act::Settle, Act::Reverse];

    pub fn id(self) -> &'static str {
        match self {
            Act::Adjust => "adjust",
            Act::Lend => "lend",
            Act::Settle => "settle-family",
            Act::Reverse => "reverse",
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            Act::Adjust => Icon::Pencil,
            Act::Lend => Icon::Coins,
            Act::Settle => Icon::Calculator,
            Act::Reverse => Icon::Undo,
        }
    }

    pub fn word(self) -> Key {
        match self {
            Act::Adjust => key!("desk-account-adjust"),
            Act::Lend => key!("desk-account-lend"),
            Act::Settle => key!("desk-account-settle"),
            Act::Reverse => key!("desk-account-reverse"),
        }
    }

    /// Whether it can be done to an account as it stands.
    pub fn fits(self, account: &FamilyAccount) -> bool {
        self != Act::Reverse || account.settlement.is_some()
    }

    fn about(self) -> Key {
        match self {
            Act::Adjust => key!("desk-account-adjust-about"),
            Act::Lend => key!("desk-account-lend-about"),
            Act::Settle => key!("desk-account-settle-about"),
            Act::Reverse => key!("desk-account-reverse-about"),
        }
    }

    fn done(self) -> Key {
        match self {
            Act::Adjust => key!("desk-account-adjusted"),
            Act::Lend => key!("desk-account-lent"),
            Act::Settle => key!("desk-account-settled"),
            Act::Reverse => key!("desk-account-reversed"),
        }
    }

    fn reasons(self) -> [Key; 4] {
        match self {
            Act::Lend => [
                key!("desk-lend-materials"),
                key!("desk-lend-equipment"),
                key!("desk-lend-transport"),
                key!("desk-lend-need"),
            ],
            Act::Reverse => [
                key!("desk-reverse-terms"),
                key!("desk-reverse-goods"),
                key!("desk-reverse-refund"),
                key!("desk-reverse-early"),
            ],
            Act::Adjust | Act::Settle => [
                key!("desk-adjust-damage"),
                key!("desk-adjust-price"),
                key!("desk-adjust-missed"),
                key!("desk-adjust-reward"),
            ],
        }
    }

    fn has_amount(self) -> bool {
        matches!(self, Act::Adjust | Act::Lend)
    }

    fn needs_reason(self) -> bool {
        self != Act::Settle
    }
}

impl Accounting {
    pub fn new(context: &Context, act: Act, account: &FamilyAccount) -> Self {
        let digits = context.catalogue.bazaar.currency.digits();
        let registered = context.catalogue.family(&account.family);
        Accounting {
            act,
            id: FactId(context.till.moments().new_id()),
            family: account.family.clone(),
            settlement: account.settlement.clone(),
            amount: Entry::new(digits),
            instalment: Entry::new(digits),
            agreed: registered.and_then(|family| family.advance_instalment),
            advance_left: account.advance_left,
            sum: Sum::Amount,
            takes_off: true,
            means: PayoutMeans::Safe,
            reason: Reason::default(),
            writing: Writing::new(context),
            asking: false,
            wrong: None,
        }
    }

    /// Takes the answer; the words for what was done, once it was.
    pub fn answered(&mut self, context: &Context, done: Result<(), Notice>) -> Option<String> {
        self.asking = false;
        match done {
            Ok(()) => {
                let family = family_name(context, &self.family);
                let done = context.texts.get(self.act.done());
                Some(tr!(
                    context.texts,
                    "desk-account-done",
                    done = done,
                    family = family
                ))
            }
            Err(wrong) => {
                self.wrong = Some(wrong);
                None
            }
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        self.writing.touch(touch, &mut self.reason.own);
    }

    fn typed(&self, sum: Sum) -> Money {
        let entry = match sum {
            Sum::Amount => &self.amount,
            Sum::Instalment => &self.instalment,
        };
        Money::from_minor(entry.minor())
    }

    /// What each settlement gives back: as typed, or as agreed before.
    fn instalment(&self) -> Option<Money> {
        match self.instalment.is_empty() {
            true => self.agreed,
            false => Some(self.typed(Sum::Instalment)),
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        match message {
            Message::Key(key) => match self.sum {
                Sum::Amount => self.amount.press(key),
                Sum::Instalment => self.instalment.press(key),
            },
            Message::Sum(sum) => self.sum = sum,
            Message::TakesOff(takes_off) => self.takes_off = takes_off,
            Message::Means(means) => self.means = means,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Confirm if self.asking || !self.is_ready(context) => {}
            Message::Confirm => {
                self.asking = true;
                self.wrong = None;
                self.writing.end();
                let act = self.perform(context);
                return Some(context.ask(act, Screen::Accounted));
            }
        }
        None
    }

    fn is_ready(&self, context: &Context) -> bool {
        let reason = self.reason.text(context, &self.act.reasons());
        let reasoned = !self.act.needs_reason() || !reason.is_empty();
        let summed = !self.act.has_amount() || self.typed(Sum::Amount).is_positive();
        let paid_back = self.act != Act::Lend || self.instalment().is_some_and(Money::is_positive);
        reasoned && summed && paid_back && !self.asking
    }

    /// What is asked of the till.
    fn perform(
        &self,
        context: &Context,
    ) -> impl FnOnce(&Till) -> Result<(), Error> + Send + 'static + use<> {
        let session: Session = context.session().clone();
        let (act, family, id) = (self.act, self.family.clone(), self.id);
        let reason = self.reason.text(context, &act.reasons());
        let amount = self.typed(Sum::Amount);
        let (takes_off, means) = (self.takes_off, self.means);
        let instalment = self.instalment();
        let number = self.settlement.as_ref().map(|last| last.number.clone());
        move |till| match act {
            Act::Adjust => {
                let signed = if takes_off { -amount } else { amount };
                till.adjust(&session, family, signed, reason).map(drop)
            }
            Act::Lend => {
                let advance = Advance {
                    family,
                    amount,
                    means,
                    reason,
                };
                let request = AdvanceRequest {
                    id,
                    advance,
                    instalment,
                };
                till.grant_advance(&session, request)
            }
            Act::Settle => {
                let days = till.day_status()?.days;
                let closed = days.iter().filter(|row| row.closed.is_some());
                let today = till.day_status()?.today;
                let last = closed.map(|row| row.day).max();
                let day = last.ok_or(SettlementRefusal::DayNotClosed(today))?;
                till.settle_family(&session, family, day).map(drop)
            }
            Act::Reverse => {
                let number = number.expect("it is offered only where there is one");
                till.reverse_settlement(&session, number, reason).map(drop)
            }
        }
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let caption = tr!(context.texts, "desk-reason");
        self.writing
            .over(context, page, caption, &self.reason.own, Screen::Touch)
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = Screen::Accounting;
        let head = column![
            dir.label(texts.get(self.act.word()))
                .size(type_size::TITLE)
                .bold()
                .fill(),
            dir.label(family_name(context, &self.family))
                .size(type_size::STRONG)
                .ink(Ink::Of(Tone::Primary))
                .fill(),
            dir.label(texts.get(self.act.about())).muted().fill(),
        ]
        .spacing(space::XS);
        let mut form = column![head].spacing(space::L);
        match self.act {
            Act::Adjust => form = form.push(self.direction(context)),
            Act::Lend => form = form.push(self.places(context)),
            Act::Settle => {}
            Act::Reverse => form = form.extend(self.last(context)),
        }
        if self.act.needs_reason() {
            let reason = self.reason.view(
                context,
                &self.act.reasons(),
                2,
                |at| own(Message::Reason(at)),
                move |text| own(Message::OwnReason(text)),
                own(Message::Write),
            );
            form = form.push(reason);
        }
        let confirm = button(dir, texts.get(self.act.word()))
            .large()
            .fill()
            .icon(self.act.icon())
            .on_press_maybe(self.is_ready(context).then_some(own(Message::Confirm)))
            .id("confirm");
        let confirm = match self.act {
            Act::Reverse => confirm.danger(),
            _ => confirm.primary(),
        };
        let wrong = trouble(context, self.wrong.as_ref());
        if !self.act.has_amount() {
            return alone(form.extend(wrong).push(confirm));
        }
        let side = column![self.sums(context)]
            .push(keypad(
                texts.digits(),
                Corner::Point,
                target::LOW_KEY,
                move |key| own(Message::Key(key)),
            ))
            .extend(wrong)
            .push(confirm)
            .spacing(space::L);
        let side = container(side).class(Surface::Card).padding(space::L);
        let form = card(scroll::vertical_shrinking(dir, form)).width(Fill);
        beside(context, form, side, LIST)
    }

    /// Whether the family is credited or something is taken off.
    fn direction<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let choices = [
            (true, tr!(texts, "desk-adjust-off"), "adjust-off"),
            (false, tr!(texts, "desk-adjust-credit"), "adjust-credit"),
        ]
        .map(|(takes_off, word, id)| {
            let message = Screen::Accounting(Message::TakesOff(takes_off));
            chip(dir, word, self.takes_off == takes_off, message)
                .fill()
                .id(id)
                .into()
        });
        dir.grid(choices, 2).spacing(space::S).into()
    }

    /// Where the money lent comes from.
    fn places<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let choices = [
            (PayoutMeans::Safe, "means-safe"),
            (PayoutMeans::Drawer, "means-drawer"),
            (PayoutMeans::BankTransfer, "means-transfer"),
            (PayoutMeans::Cheque, "means-cheque"),
        ]
        .map(|(means, id)| {
            let message = Screen::Accounting(Message::Means(means));
            chip(dir, texts.word(&means), self.means == means, message)
                .fill()
                .id(id)
                .into()
        });
        let choices = dir.grid(choices, 2).spacing(space::S);
        form_field(dir, tr!(texts, "desk-slip-means"), choices, None)
    }

    /// The settlement that would be taken back.
    fn last<'a>(&self, context: &Context) -> Option<Element<'a, Screen>> {
        let (dir, texts) = (context.dir, context.texts);
        let settlement = self.settlement.as_ref()?;
        let about = tr!(
            texts,
            "desk-statement-about",
            number = in_one_piece(&settlement.number),
            date = texts.date_long(settlement.day)
        );
        let payable = context.money(settlement.payable);
        let lines = column![
            reckoning(dir, about, payable, Ink::Inherited),
            notice(dir, Tone::Warning, tr!(texts, "desk-account-reverse-hint")),
        ];
        Some(lines.spacing(space::M).into())
    }

    /// The sums of the form; the one the pad writes to is chosen where there are
    /// two.
    fn sums<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let amount = figure(
            context,
            tr!(texts, "desk-amount"),
            context.money(self.typed(Sum::Amount)),
            Ink::Of(Tone::Primary),
        );
        let mut sums = column![container(amount).id("amount")].spacing(space::M);
        if self.act != Act::Lend {
            return sums.into();
        }
        let instalment = self.instalment().unwrap_or_default();
        let choices = [
            (Sum::Amount, tr!(texts, "desk-amount"), "sum-amount"),
            (
                Sum::Instalment,
                tr!(texts, "desk-lend-instalment"),
                "sum-instalment",
            ),
        ]
        .map(|(sum, word, id)| {
            let message = Screen::Accounting(Message::Sum(sum));
            chip(dir, word, self.sum == sum, message)
                .fill()
                .id(id)
                .into()
        });
        sums = sums.push(reckoning(
            dir,
            tr!(texts, "desk-lend-instalment"),
            context.money(instalment),
            Ink::Inherited,
        ));
        if self.advance_left.is_positive() {
            sums = sums.push(reckoning(
                dir,
                tr!(texts, "desk-lend-left"),
                context.money(self.advance_left),
                Ink::Muted,
            ));
        }
        sums.push(dir.grid(choices, 2).spacing(space::S)).into()
    }
}
