//! Handing money to a family, or taking what it owes: how much, by which means,
//! to whom, and then the slip.

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::signing::{self, Outcome, Signing};
use super::{LIST, Message as Screen};
use crate::app::context::Context;
use crate::app::screen::frame::{
    beside, done_key, family_name, figure, in_one_piece, outcome, print_key, trouble,
};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, Surface, Tone, space, target, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::pad::drawn;
use crate::app::widget::{
    Icon, button, card, chip, choice, form_field, input, named, notice, reckoning, scroll,
};
use crate::domain::id::{FamilyCode, PayoutId};
use crate::domain::money::Money;
use crate::domain::payout::{FamilyPayment, Payout, PayoutMeans, Signed};
use crate::domain::signature::Signature;
use crate::services::notice::Notice;
use crate::services::payout::{FamilyAccount, PayoutRequest};
use crate::services::printing::Paper;
use crate::store::Recorded;
use crate::tr;

/// The width of a signature that is shown.
const SIGNATURE: f32 = 260.0;

const MEANS: [PayoutMeans; 4] = [
    PayoutMeans::Safe,
    PayoutMeans::Drawer,
    PayoutMeans::BankTransfer,
    PayoutMeans::Cheque,
];

/// What was recorded: money out, or money in.
#[derive(Debug, Clone)]
pub enum Paid {
    Out(Box<Recorded<Payout>>),
    In(Box<Recorded<FamilyPayment>>),
}

impl Paid {
    /// Whether it is cash out of the drawer or into it.
    pub fn is_in_the_drawer(&self) -> bool {
        let means = match self {
            Paid::Out(payout) => payout.fact.means,
            Paid::In(payment) => payment.fact.means,
        };
        means == PayoutMeans::Drawer
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Collector,
    Reference,
}

#[derive(Debug)]
pub struct Paying {
    id: PayoutId,
    family: FamilyCode,
    /// Negative when the family owes.
    balance: Money,
    amount: Entry,
    means: PayoutMeans,
    collected_by: String,
    reference: String,
    /// How the receiver signed, unless that is left to the slip.
    signed: Option<Signed>,
    signing: Option<Signing>,
    writing: Writing<Field>,
    asking: bool,
    wrong: Option<Notice>,
    paid: Option<Paid>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Key(Key),
    Whole,
    Means(PayoutMeans),
    Written(Field, String),
    Write(Field),
    /// Signs on the screen.
    Sign,
    /// Signs otherwise: with a thumb, or whatever the slip is signed with.
    SignOnSlip(Option<Signed>),
    Signing(signing::Message),
    Confirm,
}

impl Paying {
    pub fn new(context: &Context, account: &FamilyAccount) -> Self {
        Paying {
            id: PayoutId(context.till.moments().new_id()),
            family: account.family.clone(),
            balance: account.settled_balance,
            amount: Entry::new(context.catalogue.bazaar.currency.digits()),
            means: PayoutMeans::Safe,
            collected_by: String::new(),
            reference: String::new(),
            signed: None,
            signing: None,
            writing: Writing::new(context),
            asking: false,
            wrong: None,
            paid: None,
        }
    }

    fn takes(&self) -> bool {
        self.balance.is_negative()
    }

    /// What is paid: the whole while nothing was typed.
    fn sum(&self) -> Money {
        match self.amount.is_empty() {
            true => self.balance.abs(),
            false => Money::from_minor(self.amount.minor()),
        }
    }

    fn needs_reference(&self) -> bool {
        !self.means.is_cash()
    }

    /// Whether somebody stands here and is handed something.
    fn is_handed_over(&self) -> bool {
        !self.takes() && self.means != PayoutMeans::BankTransfer
    }

    /// Who is handed it.
    fn receiver(&self, context: &Context) -> String {
        match self.collected_by.trim() {
            "" => family_name(context, &self.family),
            person => person.to_owned(),
        }
    }

    /// The slip of what was paid, once it was.
    pub fn paper(&self) -> Option<Paper> {
        Some(match self.paid.as_ref()? {
            Paid::Out(_) => Paper::Payout(self.id),
            Paid::In(_) => Paper::FamilyPayment(self.id),
        })
    }

    pub fn answered(&mut self, paid: Result<Paid, Notice>) {
        self.asking = false;
        match paid {
            Ok(paid) => self.paid = Some(paid),
            Err(wrong) => self.wrong = Some(wrong),
        }
    }

    fn text(&mut self, field: Field) -> &mut String {
        match field {
            Field::Collector => &mut self.collected_by,
            Field::Reference => &mut self.reference,
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        let text = match self.writing.field() {
            Some(Field::Collector) => &mut self.collected_by,
            Some(Field::Reference) => &mut self.reference,
            None => return,
        };
        let before = text.clone();
        self.writing.touch(touch, text);
        if *text != before {
            self.unsign();
        }
    }

    /// Nobody has signed for another sum, nor for somebody else.
    fn unsign(&mut self) {
        self.signed.take_if(|signed| *signed != Signed::Thumb);
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        if matches!(
            message,
            Message::Key(_) | Message::Whole | Message::Means(_) | Message::Written(..)
        ) {
            self.unsign();
        }
        match message {
            Message::Key(key) => self.amount.press(key),
            Message::Whole => self.amount.clear(),
            Message::Means(means) => self.means = means,
            Message::Written(field, text) => *self.text(field) = text,
            Message::Write(field) => self.writing.begin(field),
            Message::Sign => {
                self.writing.end();
                self.signing = Some(Signing::default());
            }
            Message::SignOnSlip(signed) => self.signed = signed,
            Message::Signing(message) => {
                let signing = self.signing.as_mut()?;
                match signing.update(message) {
                    Outcome::Waiting => {}
                    Outcome::Left => self.signing = None,
                    Outcome::Signed(signature) => {
                        self.signed = Some(Signed::Drawn(signature));
                        self.signing = None;
                    }
                }
            }
            Message::Confirm => {
                self.asking = true;
                self.writing.end();
                let session = context.session().clone();
                let request = PayoutRequest {
                    id: self.id,
                    family: self.family.clone(),
                    amount: self.sum(),
                    means: self.means,
                    collected_by: self.collected_by.trim().to_owned(),
                    reference: self.reference.trim().to_owned(),
                    signed: self.signed.clone().filter(|_| self.is_handed_over()),
                };
                let takes = self.takes();
                return Some(context.ask(
                    move |till| {
                        Ok(match takes {
                            true => Paid::In(Box::new(till.take_from_family(&session, request)?)),
                            false => Paid::Out(Box::new(till.pay_out(&session, request)?)),
                        })
                    },
                    |paid| Screen::Paid(Box::new(paid)),
                ));
            }
        }
        None
    }

    pub fn over<'a>(&'a self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        if let Some(signing) = &self.signing {
            return signing.over(context, page, self.receiver(context), self.sum());
        }
        let texts = context.texts;
        let (caption, text) = match self.writing.field() {
            Some(Field::Reference) => (tr!(texts, "desk-pay-reference"), &self.reference),
            _ => (tr!(texts, "desk-pay-collector"), &self.collected_by),
        };
        self.writing
            .over(context, page, caption, text, Screen::Touch)
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        match &self.paid {
            Some(paid) => self.slip(context, paid),
            None => self.form(context),
        }
    }

    fn form<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Paying(message);
        let word = match self.takes() {
            true => tr!(texts, "desk-family-owes"),
            false => tr!(texts, "desk-family-owed"),
        };
        let head = dir.between(
            dir.label(family_name(context, &self.family))
                .size(type_size::TITLE)
                .bold()
                .lines(1),
            dir.label(format!("{word} {}", context.money(self.balance.abs())))
                .muted(),
        );
        let means = MEANS.map(|means| {
            let (icon, title, id) = match means {
                PayoutMeans::Safe => (Icon::Lock, tr!(texts, "desk-means-safe"), "means-safe"),
                PayoutMeans::Drawer => {
                    (Icon::Cash, tr!(texts, "desk-means-drawer"), "means-drawer")
                }
                PayoutMeans::BankTransfer => (
                    Icon::Bank,
                    tr!(texts, "desk-means-transfer"),
                    "means-transfer",
                ),
                PayoutMeans::Cheque => (
                    Icon::Pencil,
                    tr!(texts, "desk-means-cheque"),
                    "means-cheque",
                ),
            };
            let hint = match means {
                PayoutMeans::Safe | PayoutMeans::Drawer => tr!(texts, "desk-means-cash"),
                PayoutMeans::BankTransfer => tr!(texts, "desk-means-account"),
                PayoutMeans::Cheque => tr!(texts, "desk-means-name"),
            };
            let chosen = self.means == means;
            let press = Some(own(Message::Means(means)));
            let card = choice(dir, icon, title, hint, chosen, press);
            named(card, Some(id.into()), Fill)
        });
        let mut form = column![head, dir.grid(means, 2)].spacing(space::L);
        if self.needs_reference() {
            let caption = tr!(texts, "desk-pay-reference");
            let hint = tr!(texts, "desk-pay-reference-hint");
            form = form.push(self.field(context, Field::Reference, "reference", caption, &hint));
        }
        form = form.extend(self.account(context));
        if !self.takes() {
            let caption = tr!(texts, "desk-pay-collector");
            let hint = tr!(texts, "desk-pay-collector-hint");
            form = form
                .push(self.field(context, Field::Collector, "collector", caption, &hint))
                .extend(self.proxies(context));
        }
        if self.is_handed_over() {
            form = form.push(self.signature(context));
        }
        let amount = dir.row([
            figure(
                context,
                tr!(texts, "desk-amount"),
                context.money(self.sum()),
                Ink::Of(Tone::Primary),
            ),
            button(dir, tr!(texts, "desk-pay-whole"))
                .small()
                .on_press(own(Message::Whole))
                .id("whole")
                .into(),
        ]);
        let sum = self.sum();
        let referenced = !self.needs_reference() || !self.reference.trim().is_empty();
        let right = sum.is_positive() && sum <= self.balance.abs();
        let ready = right && referenced && !self.asking;
        let confirm = match self.takes() {
            true => tr!(texts, "desk-take-from-family"),
            false => tr!(texts, "desk-pay"),
        };
        let left = self.balance.abs() - sum;
        let left_ink = match left.is_negative() {
            true => Ink::Of(Tone::Danger),
            false => Ink::Muted,
        };
        let side = column![
            container(amount).id("amount"),
            reckoning(
                dir,
                tr!(texts, "desk-pay-left"),
                context.money(left),
                left_ink
            ),
            keypad(texts.digits(), Corner::Point, target::KEY, move |key| own(
                Message::Key(key)
            )),
        ]
        .extend(trouble(context, self.wrong.as_ref()))
        .push(
            button(dir, confirm)
                .primary()
                .large()
                .fill()
                .icon(Icon::Payout)
                .on_press_maybe(ready.then_some(own(Message::Confirm)))
                .id("confirm"),
        )
        .spacing(space::L);
        let side = container(side).class(Surface::Card).padding(space::L);
        let form = card(scroll::vertical_shrinking(dir, form)).width(Fill);
        beside(context, form, side, LIST)
    }

    fn field<'a>(
        &'a self,
        context: &Context,
        field: Field,
        id: &'static str,
        caption: String,
        hint: &str,
    ) -> Element<'a, Screen> {
        let text = match field {
            Field::Collector => &self.collected_by,
            Field::Reference => &self.reference,
        };
        let written = input(context.dir, id, hint, text, move |text| {
            Screen::Paying(Message::Written(field, text))
        })
        .on_touch(Screen::Paying(Message::Write(field)));
        form_field(context.dir, caption, written, None)
    }

    /// How the receiver signs, and the signature once it is drawn.
    fn signature<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Paying(message);
        let is_drawn = matches!(self.signed, Some(Signed::Drawn(_)));
        let ways = [
            (
                tr!(texts, "desk-sign-here"),
                is_drawn,
                Message::Sign,
                "sign-here",
            ),
            (
                tr!(texts, "desk-sign-thumb"),
                self.signed == Some(Signed::Thumb),
                Message::SignOnSlip(Some(Signed::Thumb)),
                "sign-thumb",
            ),
            (
                tr!(texts, "desk-sign-slip"),
                self.signed.is_none(),
                Message::SignOnSlip(None),
                "sign-slip",
            ),
        ]
        .map(|(word, on, message, id)| chip(dir, word, on, own(message)).fill().id(id).into());
        let ways = dir.grid(ways, 3).spacing(space::S);
        let caption = tr!(texts, "desk-sign");
        let field = form_field(dir, caption, ways, None);
        match &self.signed {
            Some(Signed::Drawn(signature)) => {
                column![field, shown(signature)].spacing(space::S).into()
            }
            Some(Signed::Thumb) | None => field,
        }
    }

    /// The account a transfer goes to.
    fn account<'a>(&self, context: &Context) -> Option<Element<'a, Screen>> {
        let family = context.catalogue.family(&self.family)?;
        let goes = self.means == PayoutMeans::BankTransfer && !self.takes();
        (goes && !family.iban.is_empty()).then(|| {
            let iban = in_one_piece(&family.iban);
            let text = tr!(context.texts, "desk-pay-account", iban = iban);
            notice(context.dir, Tone::Info, text)
        })
    }

    /// The people the family registered to collect for it.
    fn proxies<'a>(&'a self, context: &Context) -> Option<Element<'a, Screen>> {
        let family = context.catalogue.family(&self.family)?;
        if family.proxies.is_empty() {
            return None;
        }
        let dir = context.dir;
        let chips = family.proxies.iter().map(|name| {
            let message = Message::Written(Field::Collector, name.clone());
            chip(
                dir,
                name.clone(),
                &self.collected_by == name,
                Screen::Paying(message),
            )
            .fill()
            .into()
        });
        Some(dir.grid(chips, 3).spacing(space::S).into())
    }

    fn slip<'a>(&'a self, context: &Context, paid: &'a Paid) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let (title, number, amount, means, left) = match paid {
            Paid::Out(payout) => {
                let fact = &payout.fact;
                let title = tr!(texts, "desk-paid-out");
                (title, &fact.number, fact.amount, fact.means, fact.left)
            }
            Paid::In(payment) => {
                let fact = &payment.fact;
                let title = tr!(texts, "desk-family-paid-in");
                (title, &fact.number, fact.amount, fact.means, fact.left)
            }
        };
        let line = |word: String, value: String| reckoning(dir, word, value, Ink::Inherited);
        let mut particulars = column![
            figure(
                context,
                family_name(context, &self.family),
                context.money(amount),
                Ink::Solid(Tone::Success)
            ),
            line(tr!(texts, "desk-slip-number"), in_one_piece(number)),
            line(tr!(texts, "desk-slip-means"), texts.word(&means)),
        ]
        .spacing(space::M);
        if !self.reference.trim().is_empty() {
            particulars = particulars.push(line(
                tr!(texts, "desk-pay-reference"),
                in_one_piece(self.reference.trim()),
            ));
        }
        if !self.collected_by.trim().is_empty() {
            particulars = particulars.push(line(
                tr!(texts, "desk-pay-collector"),
                self.collected_by.trim().to_owned(),
            ));
        }
        let mut particulars =
            particulars.push(line(tr!(texts, "desk-pay-left"), context.money(left)));
        if let Paid::Out(payout) = paid
            && let Some(Signed::Drawn(signature)) = &payout.fact.signed
        {
            particulars = particulars.push(shown(signature));
        }
        let next = [dir
            .row([
                print_key(context, tr!(texts, "desk-print-slip"), Screen::PrintSlip),
                done_key(context, Screen::PaidDone),
            ])
            .into()];
        outcome(context, Tone::Success, title, particulars, next)
    }
}

/// A signature as it was drawn, on a sheet of its own.
pub(super) fn shown<'a>(signature: &'a Signature) -> Element<'a, Screen> {
    container(drawn(SIGNATURE, signature.strokes()))
        .class(Surface::Well)
        .id("signature")
        .into()
}
