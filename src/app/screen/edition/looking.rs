//! What beginning the next edition would do, before it does: what is copied, which
//! balances would go along, and who stays behind and why.

use iced::Fill;
use iced::widget::{Column, Space, column, container};

use super::Message;
use super::pin::{Asked, Pin};
use crate::app::context::Context;
use crate::app::screen::frame::{cards, heading, in_one_piece, rows, said};
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keypad::Key;
use crate::app::widget::{Icon, button, chip, divider, empty, icon, notice, reckoning, scroll};
use crate::domain::money::Money;
use crate::locale::bidi;
use crate::services::carrying::{Departure, LeftBehind, Outgoing};
use crate::services::edition::{Founding, Outlook};
use crate::services::notice::{Notice, left_behind_in_words};
use crate::tr;

#[derive(Debug)]
pub struct Looking {
    pub founding: Founding,
    outlook: Outlook,
    asked: Option<Pin>,
}

impl Looking {
    pub fn new(founding: Founding, outlook: Outlook) -> Self {
        let some = outlook.balances.as_ref();
        let some = some.is_ok_and(|outgoing| !outgoing.departures.is_empty());
        let mut looking = Looking {
            founding,
            outlook,
            asked: None,
        };
        looking.go_along(some);
        looking
    }

    /// Whether the balances go along. To an edition that has begun nothing else can.
    pub fn go_along(&mut self, with: bool) {
        let may = self.outlook.balances.is_ok();
        self.founding.with_balances = may && (with || self.outlook.begun);
    }

    pub fn ask(&mut self, ask: bool) {
        self.asked = ask.then(Pin::default);
    }

    pub fn pin_key(&mut self, key: Key) {
        if let Some(pin) = &mut self.asked {
            pin.key(key);
        }
    }

    /// The PIN that was typed.
    pub fn pin(&self) -> Option<String> {
        self.asked.as_ref().and_then(Pin::typed)
    }

    pub fn refuse(&mut self, wrong: Notice) {
        self.asked.get_or_insert_default().refuse(wrong);
    }

    fn name<'a>(&'a self, context: &Context) -> &'a str {
        let bazaar = &self.outlook.bazaar;
        context.texts.name(&bazaar.name)
    }

    /// The key that begins it, or carries what is left.
    fn word(&self, context: &Context) -> String {
        match self.outlook.begun {
            true => tr!(context.texts, "desk-edition-carry"),
            false => tr!(context.texts, "desk-edition-begin"),
        }
    }

    fn departures(&self) -> &[Departure] {
        let outgoing = self.outlook.balances.as_ref();
        outgoing.map_or(&[], |outgoing| &outgoing.departures)
    }

    /// There is something to be done: to begin it, or to carry something there.
    fn may_begin(&self) -> bool {
        !self.outlook.begun || !self.departures().is_empty()
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let main = scroll::vertical(
            context.dir,
            container(self.balances(context)).padding(context.dir.padding(0.0, 0.0, space::M)),
        );
        cards(context, main, self.side(context))
    }

    /// Asks for the PIN over the page.
    pub fn over<'a>(&self, context: &Context, page: Element<'a, Message>) -> Element<'a, Message> {
        let Some(pin) = &self.asked else {
            return page;
        };
        let texts = context.texts;
        let name = bidi::first_strong(self.name(context));
        let title = match self.outlook.begun {
            true => tr!(texts, "desk-edition-sure-carry", name = name),
            false => tr!(texts, "desk-edition-sure", name = name),
        };
        let text = match self.founding.with_balances {
            true => tr!(
                texts,
                "desk-edition-sure-with",
                count = self.departures().len()
            ),
            false => tr!(texts, "desk-edition-sure-without"),
        };
        let asked = Asked {
            title,
            text,
            word: self.word(context),
            confirm: Message::Begin,
            leave: Message::Ask(false),
        };
        pin.over(context, page, asked, Message::Pin)
    }

    fn balances<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        match &self.outlook.balances {
            Err(refusal) => {
                let told = context.told(refusal.clone());
                let about = tr!(texts, "desk-edition-later");
                column![
                    heading(context, tr!(texts, "desk-edition-balances")),
                    said(context, &told),
                    dir.label(about).muted().fill(),
                ]
                .spacing(space::M)
                .into()
            }
            Ok(outgoing) if outgoing.departures.is_empty() && outgoing.left.is_empty() => empty(
                dir,
                Icon::Check,
                tr!(texts, "desk-edition-none-open"),
                tr!(texts, "desk-edition-none-open-hint"),
            ),
            Ok(outgoing) => outgoing_list(context, outgoing),
        }
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let (outlook, bazaar) = (&self.outlook, &self.outlook.bazaar);
        let count =
            |word: String, count: usize| reckoning(dir, word, texts.count(count), Ink::Inherited);
        let name = dir.label(bidi::first_strong(self.name(context)));
        let days = match (bazaar.opening.days.first(), bazaar.opening.days.last()) {
            (Some(first), Some(last)) if first != last => tr!(
                texts,
                "desk-edition-days",
                first = texts.date_long(*first),
                last = texts.date_long(*last)
            ),
            (Some(day), _) => texts.date_long(*day),
            (None, _) => tr!(texts, "desk-edition-no-days"),
        };
        let folder = in_one_piece(self.founding.folder.path().display());
        let about = column![
            name.size(type_size::STRONG).bold().fill().lines(2),
            dir.label(format!("{} · {days}", in_one_piece(&bazaar.code)))
                .size(type_size::SMALL)
                .fill(),
            dir.label(folder)
                .size(type_size::SMALL)
                .muted()
                .fill()
                .lines(3),
        ];
        let copied = column![
            count(tr!(texts, "desk-edition-families"), outlook.families),
            count(tr!(texts, "desk-edition-lines"), outlook.lines),
            count(tr!(texts, "desk-edition-staff"), outlook.staff),
        ];
        let may = self.outlook.balances.is_ok();
        let choice = |with: bool, word: String, id: &'static str| {
            let chosen = self.founding.with_balances == with;
            let chip = chip(dir, word, chosen, Message::WithBalances(with)).fill();
            Element::from(chip.id(id))
        };
        let choices = (may && !outlook.begun && !self.departures().is_empty()).then(|| {
            let with = tr!(texts, "desk-edition-with");
            let without = tr!(texts, "desk-edition-without");
            column![
                choice(true, with, "with-balances"),
                choice(false, without, "without-balances"),
            ]
            .spacing(space::S)
        });
        let goes_on = outlook
            .begun
            .then(|| notice(dir, Tone::Info, tr!(texts, "desk-edition-goes-on")));
        // Where editions are numbered, the name need not say which one it is.
        let last = &context.catalogue.bazaar;
        let same_name = (!outlook.begun && bazaar.edition.is_none() && bazaar.name == last.name)
            .then(|| notice(dir, Tone::Warning, tr!(texts, "desk-edition-same-name")));
        let begin = button(dir, self.word(context))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(self.may_begin().then_some(Message::Ask(true)))
            .id("begin");
        let above = column![about.spacing(space::XS), divider()]
            .extend(goes_on)
            .extend(same_name)
            .extend((!outlook.begun).then(|| copied.spacing(space::XS).into()))
            .extend(choices.map(Element::from))
            .spacing(space::M);
        column![container(scroll::vertical(dir, above)).height(Fill), begin]
            .spacing(space::M)
            .into()
    }
}

/// What would go along, in all and family by family, and below who stays behind.
fn outgoing_list<'a>(context: &Context, outgoing: &'a Outgoing) -> Element<'a, Message> {
    let texts = context.texts;
    let mut list = Column::new().spacing(space::M);
    if !outgoing.left.is_empty() {
        let left = outgoing.left.iter().map(|one| left_behind(context, one));
        list = list
            .push(heading(context, tr!(texts, "desk-edition-left")))
            .push(rows(left))
            .push(Space::new().height(space::S));
    }
    if !outgoing.departures.is_empty() {
        let departures = outgoing.departures.iter();
        list = list
            .push(heading(context, tr!(texts, "desk-edition-balances")))
            .push(sums(context, &outgoing.departures))
            .push(divider())
            .push(rows(departures.map(|one| departure(context, one))));
    }
    list.into()
}

/// What goes along in all.
fn sums<'a>(context: &Context, departures: &[Departure]) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let sum = |pick: fn(&Departure) -> Money| -> Money { departures.iter().map(pick).sum() };
    let line = |word: String, amount: Money| {
        let shown = reckoning(dir, word, context.money(amount), Ink::Normal);
        (!amount.is_zero()).then_some(shown)
    };
    let count = tr!(texts, "desk-edition-balances-of", count = departures.len());
    let lines = [
        line(
            tr!(texts, "desk-edition-owed"),
            sum(|one| one.amount.or_zero()),
        ),
        line(
            tr!(texts, "desk-edition-owing"),
            sum(|one| (-one.amount).or_zero()),
        ),
        line(
            tr!(texts, "desk-edition-advances"),
            sum(|one| one.advance_left),
        ),
    ];
    column![dir.label(count).muted().fill()]
        .extend(lines.into_iter().flatten())
        .spacing(space::XS)
        .into()
}

fn departure<'a>(context: &Context, one: &Departure) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let name = bidi::first_strong(texts.name(&one.name));
    let title = format!("{} · {name}", in_one_piece(&one.family));
    let (amount, ink) = match one.amount.is_negative() {
        true => (
            tr!(
                texts,
                "desk-edition-owes",
                amount = context.money(-one.amount)
            ),
            Ink::Of(Tone::Danger),
        ),
        false => (context.money(one.amount), Ink::Normal),
    };
    let head = dir.row([
        dir.label(title).medium().fill().lines(1).into(),
        dir.label(amount).medium().whole().ink(ink).into(),
    ]);
    let advance = (!one.advance_left.is_zero()).then(|| {
        let amount = context.money(one.advance_left);
        let told = tr!(texts, "desk-edition-advance-of", amount = amount);
        dir.label(told).size(type_size::SMALL).muted().fill().into()
    });
    let all = column![head].extend(advance).spacing(space::XS);
    container(all)
        .padding(dir.padding(space::S, 0.0, 0.0))
        .width(Fill)
        .into()
}

fn left_behind<'a>(context: &Context, left: &LeftBehind) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let family = context.catalogue.family(&left.family);
    let name = family
        .map(|family| texts.name(&family.name))
        .unwrap_or_default();
    let said = left_behind_in_words(left, texts);
    let words = column![
        dir.label(bidi::first_strong(name)).medium().fill().lines(1),
        dir.label(said).fill(),
    ];
    let row = dir.row([
        icon(Icon::Warning).ink(Ink::Of(Tone::Warning)).into(),
        words.spacing(space::XS).into(),
    ]);
    container(row.spacing(space::M))
        .padding(dir.padding(space::S, 0.0, 0.0))
        .width(Fill)
        .into()
}
