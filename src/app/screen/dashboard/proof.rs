//! The money proof on the screen: its numbers, the facts behind each, and each fact.

use iced::widget::{Column, column, container};
use iced::{Fill, Task};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::frame::{amount_line, heading, in_one_piece, rows, titled, trouble};
use crate::app::theme::{Element, Ink, Press, Tone, space, type_size};
use crate::app::widget::{Icon, button, card, empty, named, notice, pressable, scroll};
use crate::domain::fact::Entry;
use crate::domain::figures::Period;
use crate::domain::money::Money;
use crate::services::dashboard::{
    Behind, FactLine, Facts, MoneyProof, ProofLine, ProofPart, Reader,
};
use crate::services::notice::Notice;
use crate::tr;

/// Facts that are read at once.
const FACTS: usize = 100;

#[derive(Debug)]
pub struct Proof {
    period: Period,
    known: Option<Box<MoneyProof>>,
    opened: Option<Opened>,
    wrong: Option<Notice>,
}

/// A number that is opened to the facts behind it.
#[derive(Debug)]
struct Opened {
    behind: Behind,
    title: String,
    amount: Money,
    facts: Option<Facts>,
    /// One of them that is looked at.
    entry: Option<Box<Entry>>,
}

impl Opened {
    /// Whether the facts from a record on are the next to be shown.
    fn waits_for(&self, behind: Behind, from: u64) -> bool {
        let next = match &self.facts {
            None => Some(0),
            Some(facts) => facts.next,
        };
        self.behind == behind && next == Some(from)
    }
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<MoneyProof, Notice>>),
    Open(Behind, String, Money),
    /// Those behind a number from a record on.
    Facts(Behind, u64, Result<Facts, Notice>),
    More,
    Fact(u64),
    Entry(Box<Result<Option<Entry>, Notice>>),
}

fn own(message: Message) -> Screen {
    Screen::Proof(message)
}

impl Proof {
    pub fn new(context: &Context, period: Period) -> (Self, Task<Screen>) {
        let known = context.ask(
            move |till| till.money_proof(period),
            |known| own(Message::Known(Box::new(known))),
        );
        let proof = Proof {
            period,
            known: None,
            opened: None,
            wrong: None,
        };
        (proof, known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Task<Screen> {
        match message {
            Message::Known(known) => match *known {
                Ok(known) => self.known = Some(Box::new(known)),
                Err(wrong) => self.wrong = Some(wrong),
            },
            Message::Open(behind, title, amount) => {
                self.opened = Some(Opened {
                    behind,
                    title,
                    amount,
                    facts: None,
                    entry: None,
                });
                return self.read(context, behind, 0);
            }
            Message::Facts(behind, from, read) => {
                let opened = self.opened.as_mut();
                // Meanwhile another number may have been opened, or these have come.
                if let Some(opened) = opened.filter(|opened| opened.waits_for(behind, from)) {
                    match read {
                        Ok(more) => {
                            let facts = opened.facts.get_or_insert_default();
                            facts.lines.extend(more.lines);
                            facts.next = more.next;
                            self.wrong = None;
                        }
                        Err(wrong) => self.wrong = Some(wrong),
                    }
                }
            }
            Message::More => {
                let opened = self.opened.as_ref();
                let next = opened.and_then(|opened| opened.facts.as_ref()?.next);
                if let (Some(opened), Some(next)) = (opened, next) {
                    return self.read(context, opened.behind, next);
                }
            }
            Message::Fact(seq) => {
                return context.ask(
                    move |till| till.record(seq),
                    |entry| own(Message::Entry(Box::new(entry))),
                );
            }
            Message::Entry(entry) => match *entry {
                Ok(entry) => {
                    if let Some(opened) = &mut self.opened {
                        opened.entry = entry.map(Box::new);
                    }
                }
                Err(wrong) => self.wrong = Some(wrong),
            },
        }
        Task::none()
    }

    fn read(&self, context: &Context, behind: Behind, from: u64) -> Task<Screen> {
        let period = self.period;
        context.ask(
            move |till| till.facts_behind(period, behind, from, FACTS),
            move |facts| own(Message::Facts(behind, from, facts)),
        )
    }

    /// Goes one step back; whether there was one.
    pub fn back(&mut self) -> bool {
        match &mut self.opened {
            Some(opened) if opened.entry.is_some() => opened.entry = None,
            Some(_) => self.opened = None,
            None => return false,
        }
        true
    }

    /// The proof, once it is read.
    pub fn known(&self) -> Option<&MoneyProof> {
        self.known.as_deref()
    }

    /// The numbers, the facts behind one of them, or a fact; `save` is the key that
    /// makes a file of the numbers.
    pub fn view<'a>(
        &'a self,
        context: &Context,
        save: Option<Element<'a, Screen>>,
    ) -> Element<'a, Screen> {
        let trouble = trouble(context, self.wrong.as_ref());
        let Some(known) = &self.known else {
            return Column::with_children(trouble).into();
        };
        let reader = Reader {
            texts: context.texts,
            catalogue: &context.catalogue,
            staff: &known.staff,
        };
        let content = match &self.opened {
            None => numbers(context, &reader, known, save),
            Some(opened) => match &opened.entry {
                None => facts(context, &reader, opened),
                Some(entry) => fact(context, &reader, entry),
            },
        };
        let content = Column::with_children(trouble)
            .push(content)
            .spacing(space::M);
        scroll::vertical(context.dir, content)
    }
}

/// What came in, for whom it is, and what became of the families' share.
fn numbers<'a>(
    context: &Context,
    reader: &Reader<'_>,
    known: &MoneyProof,
    save: Option<Element<'a, Screen>>,
) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let holds = known.holds();
    let tone = if holds { Tone::Success } else { Tone::Danger };
    let period = reader.period(known.figures.period);
    let head = column![
        dir.row([heading(context, period)].into_iter().chain(save)),
        container(notice(dir, tone, reader.verdict(holds))).id("verdict"),
        dir.label(tr!(texts, "figures-touch-number"))
            .size(type_size::SMALL)
            .muted()
            .fill(),
    ]
    .spacing(space::S);
    let mut parts = reader.proof(&known.figures).into_iter();
    let mut next = |tone| {
        part(
            context,
            parts.next().expect("a proof has three parts"),
            tone,
        )
    };
    let (came, owed, families) = (next(tone), next(tone), next(Tone::Primary));
    let editions = parts.next();
    let editions = editions.map(|editions| part(context, editions, Tone::Primary));
    let both = match context.is_upright() {
        true => column![came, owed].spacing(space::M).into(),
        false => Element::from(dir.row([came, owed]).align_y(iced::Top)),
    };
    let drawers = drawers(context, reader, known);
    let below = match (drawers, context.is_upright()) {
        (None, _) => families,
        (Some(drawers), true) => column![families, drawers].spacing(space::M).into(),
        (Some(drawers), false) => dir.row([families, drawers]).align_y(iced::Top).into(),
    };
    column![head, both, below]
        .extend(editions)
        .spacing(space::M)
        .into()
}

fn part<'a>(context: &Context, part: ProofPart, tone: Tone) -> Element<'a, Screen> {
    let code = part.code;
    let line = |line: ProofLine, ink: Ink| {
        let id = format!("{code}-{}", line.code);
        let open = Message::Open(Behind::Number(line.number), line.word.clone(), line.amount);
        let row = amount_line(context, line.word, line.amount, ink);
        touched(row, open, id)
    };
    let lines = part.lines.into_iter().map(|one| line(one, Ink::Inherited));
    let mut all: Vec<Element<'a, Screen>> = lines.collect();
    all.push(line(part.sum, Ink::Of(tone)));
    let content = column![heading(context, part.title), rows(all)].spacing(space::S);
    card(content).padding(space::L).width(Fill).into()
}

/// A row that opens what is behind it.
fn touched<'a>(row: Element<'a, Screen>, open: Message, id: String) -> Element<'a, Screen> {
    let row = pressable(row, Press::Row, Some(own(open)));
    named(row.width(Fill), Some(id.into()), Fill)
}

fn drawers<'a>(
    context: &Context,
    reader: &Reader<'_>,
    known: &MoneyProof,
) -> Option<Element<'a, Screen>> {
    let (dir, texts) = (context.dir, context.texts);
    let drawers = &known.figures.total.tally.drawers;
    if drawers.is_empty() {
        return None;
    }
    let currency = context.catalogue.bazaar.currency;
    let lines = drawers.iter().enumerate().map(|(at, drawer)| {
        let closing = &drawer.closing;
        let difference = closing.over_short();
        let ink = match difference.is_zero() {
            true => Ink::Muted,
            false => Ink::Of(Tone::Warning),
        };
        let counted = format!(
            "{} {} · {} {}",
            tr!(texts, "figures-expected"),
            context.amount(closing.expected),
            tr!(texts, "figures-counted"),
            context.amount(closing.counted)
        );
        let name = reader.drawer(drawer);
        let difference = dir
            .label(texts.signed_amount(difference, currency))
            .medium()
            .whole()
            .ink(ink);
        let row = dir.row([titled(dir, name.clone(), counted), difference.into()]);
        let open = Message::Open(Behind::Drawer(closing.id), name, closing.expected);
        touched(row.into(), open, format!("drawer-{at}"))
    });
    let title = heading(context, tr!(texts, "figures-drawer-by-drawer"));
    let content = column![title, rows(lines)].spacing(space::S);
    Some(card(content).padding(space::L).width(Fill).into())
}

/// The facts behind a number, in the order recorded.
fn facts<'a>(context: &Context, reader: &Reader<'_>, opened: &Opened) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let head = dir.row([
        heading(context, opened.title.clone()),
        dir.label(context.money(opened.amount))
            .size(type_size::TITLE)
            .bold()
            .whole()
            .id("behind")
            .into(),
    ]);
    let Some(facts) = &opened.facts else {
        return head.into();
    };
    if facts.lines.is_empty() {
        let nothing = empty(
            dir,
            Icon::Info,
            tr!(texts, "figures-no-facts"),
            String::new(),
        );
        return column![head, container(nothing).height(300)].into();
    }
    let shown = tr!(texts, "figures-facts-shown", count = facts.lines.len());
    let lines = facts
        .lines
        .iter()
        .map(|line| fact_line(context, reader, line));
    let more = facts.next.map(|_| {
        button(dir, tr!(texts, "figures-more-facts"))
            .fill()
            .icon(Icon::ChevronDown)
            .on_press(own(Message::More))
            .id("more-facts")
    });
    let list = card(rows(lines)).padding(space::S).width(Fill);
    let shown = dir.label(shown).size(type_size::SMALL).muted().fill();
    column![head, shown, list]
        .push(more)
        .spacing(space::M)
        .into()
}

fn fact_line<'a>(context: &Context, reader: &Reader<'_>, line: &FactLine) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let kind = reader.kind(line.kind);
    let title = match &line.number {
        Some(number) => format!("{kind} {}", in_one_piece(number)),
        None => kind,
    };
    let at = texts.date_and_time(line.at.naive_local());
    let known = match &line.actor {
        Some(actor) => format!("{at} · {}", reader.person(actor)),
        None => at,
    };
    let record = dir
        .label(texts.digits().write(&line.seq.to_string()))
        .size(type_size::CAPTION)
        .muted()
        .width(64)
        .lines(1);
    let amount = dir.label(context.amount(line.amount)).medium().whole();
    let row = dir.row([record.into(), titled(dir, title, known), amount.into()]);
    touched(
        row.into(),
        Message::Fact(line.seq),
        format!("fact-{}", line.seq),
    )
}

/// One fact, particular by particular.
fn fact<'a>(context: &Context, reader: &Reader<'_>, entry: &Entry) -> Element<'a, Screen> {
    let dir = context.dir;
    let lines = reader.fact(entry).into_iter().map(|told| {
        let value = dir.label(told.shown).medium().at_end().fill();
        let word: Element<'a, Screen> = match told.note.is_empty() {
            true => dir.label(told.word).fill().into(),
            false => titled(dir, told.word, told.note),
        };
        let row = dir.row([word, value.into()]);
        container(row).padding(space::S).into()
    });
    let title = heading(context, reader.kind(entry.fact.kind()));
    let content = column![title, rows(lines)].spacing(space::S);
    card(content).padding(space::L).width(Fill).into()
}
