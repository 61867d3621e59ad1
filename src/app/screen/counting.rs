//! Counting cash by notes and coins: steppers for each, and a pad for whoever
//! would rather type how many there are. What a count is for, its screen knows.

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length, Padding};

use crate::app::context::Context;
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, button, icon_button, named, pressable};
use crate::domain::money::{Currency, Money};
use crate::domain::shift::Denomination;
use crate::locale::{bidi, number};
use crate::tr;

/// More pieces of one kind than anybody counts.
const MOST_PIECES: u32 = 9_999;
/// Rows of notes and coins, one above the other, that fit the smallest window.
const ROWS: usize = 7;

/// How many pieces of each note and coin were counted so far.
#[derive(Debug, Clone)]
pub struct Counting {
    currency: Currency,
    pieces: Vec<Denomination>,
    notes: usize,
    /// The kind the pad writes to.
    at: usize,
    typed: Entry,
}

#[derive(Debug, Clone)]
pub enum Message {
    More(usize),
    Less(usize),
    Choose(usize),
    Key(Key),
    Next,
}

impl Counting {
    pub fn new(currency: Currency) -> Self {
        let (notes, coins) = (currency.notes(), currency.coins());
        let count = notes.len();
        let all = notes.into_iter().chain(coins);
        Counting {
            currency,
            pieces: all.map(|value| Denomination { value, pieces: 0 }).collect(),
            notes: count,
            at: 0,
            typed: Entry::new(0),
        }
    }

    pub fn total(&self) -> Money {
        self.pieces
            .iter()
            .map(|kind| kind.value.times(i64::from(kind.pieces)))
            .sum()
    }

    /// The kinds of which there are any.
    pub fn denominations(&self) -> Vec<Denomination> {
        let counted = self.pieces.iter().filter(|kind| kind.pieces > 0);
        counted.copied().collect()
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::More(at) => {
                self.choose(at);
                let kind = &mut self.pieces[at];
                kind.pieces = (kind.pieces + 1).min(MOST_PIECES);
            }
            Message::Less(at) => {
                self.choose(at);
                let kind = &mut self.pieces[at];
                kind.pieces = kind.pieces.saturating_sub(1);
            }
            Message::Choose(at) => self.choose(at),
            Message::Key(key) => {
                self.typed.press(key);
                let typed = u32::try_from(self.typed.minor()).unwrap_or(MOST_PIECES);
                self.pieces[self.at].pieces = typed.min(MOST_PIECES);
            }
            Message::Next => self.choose((self.at + 1) % self.pieces.len()),
        }
    }

    fn choose(&mut self, at: usize) {
        self.at = at;
        self.typed.clear();
    }

    /// All notes, then all coins, in two columns from the reading start.
    pub fn table<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let rows: Vec<Element<'a, M>> = (0..self.pieces.len())
            .map(|at| self.kind(context, at, wrap))
            .collect();
        let columns = rows.len().div_ceil(ROWS).max(2);
        let each = rows.len().div_ceil(columns);
        let mut rows = rows.into_iter();
        let columns = (0..columns).map(|_| {
            Column::with_children(rows.by_ref().take(each))
                .spacing(space::S)
                .width(Fill)
                .into()
        });
        context.dir.row(columns).align_y(iced::Top).into()
    }

    fn kind<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        at: usize,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let dir = context.dir;
        let kind = self.pieces[at];
        let tone = match at < self.notes {
            true => Tone::Success,
            false => Tone::Warning,
        };
        let any = kind.pieces > 0;
        let face = dir
            .label(self.face(context, kind.value))
            .size(type_size::STRONG)
            .bold()
            .centre()
            .whole();
        let face = container(face)
            .class(if at < self.notes {
                Surface::Soft(tone)
            } else {
                Surface::Badge(tone)
            })
            .center_x(80)
            .padding(Padding::from([space::XS, 0.0]));
        let sum = kind.value.times(i64::from(kind.pieces));
        let sum = dir
            .label(if any {
                context.amount(sum)
            } else {
                String::new()
            })
            .size(type_size::CAPTION)
            .muted()
            .centre()
            .whole();
        let face = Column::with_children([face.into()])
            .extend(any.then(|| sum.into()))
            .align_x(iced::Center);
        let count = dir
            .label(context.texts.digits().write(&kind.pieces.to_string()))
            .size(type_size::TITLE)
            .bold()
            .centre()
            .fill()
            .ink(if any { Ink::Normal } else { Ink::Faint })
            .id(format!("pieces-{}", kind.value.minor()));
        let step = |symbol, message: Option<Message>, name: &str| {
            let key = icon_button(symbol, Press::Key, message.map(wrap));
            let id = format!("{name}-{}", kind.value.minor());
            named(key, Some(id.into()), Length::Shrink)
        };
        let less = step(Icon::Minus, any.then_some(Message::Less(at)), "less");
        let more = step(Icon::Plus, Some(Message::More(at)), "more");
        let content = dir
            .row([
                face.into(),
                Space::new().width(Fill).into(),
                less,
                container(count).width(60).into(),
                more,
            ])
            .spacing(space::XS);
        let press = match at == self.at {
            true => Press::TileChosen,
            false => Press::Tile,
        };
        let cell = pressable(content, press, Some(wrap(Message::Choose(at))))
            .padding(space::M)
            .height(80)
            .width(Fill);
        let id = format!("kind-{}", kind.value.minor());
        named(cell, Some(id.into()), Fill)
    }

    /// What stands on a note or coin.
    fn face(&self, context: &Context, value: Money) -> String {
        let major = self.currency.minor_per_major();
        match value.minor() % major {
            0 => {
                let whole = number::count(value.minor() / major, context.texts.digits());
                bidi::left_to_right(&whole)
            }
            _ => context.amount(value),
        }
    }

    /// The pad for the kind that is chosen.
    pub fn pad<'a, M: Clone + 'a>(
        &self,
        context: &Context,
        key_height: f32,
        wrap: fn(Message) -> M,
    ) -> Element<'a, M> {
        let (dir, texts) = (context.dir, context.texts);
        let value = self.pieces[self.at].value;
        let word = match self.at < self.notes {
            true => tr!(
                texts,
                "desk-count-notes-of",
                value = self.face(context, value)
            ),
            false => tr!(
                texts,
                "desk-count-coins-of",
                value = self.face(context, value)
            ),
        };
        column![
            dir.row([
                dir.label(word).medium().fill().lines(1).into(),
                button(dir, tr!(texts, "desk-count-next"))
                    .small()
                    .after(Icon::onward(dir))
                    .on_press(wrap(Message::Next))
                    .id("count-next")
                    .into(),
            ]),
            keypad(texts.digits(), Corner::DoubleZero, key_height, move |key| {
                wrap(Message::Key(key))
            }),
        ]
        .spacing(space::M)
        .into()
    }
}

/// The count beside its pad, the total over it and what to do under it.
pub fn counted<'a, M: Clone + 'a>(
    context: &Context,
    counting: &Counting,
    word: String,
    wrap: fn(Message) -> M,
    foot: impl IntoIterator<Item = Element<'a, M>>,
) -> Element<'a, M> {
    let dir = context.dir;
    let total = super::frame::figure(
        context,
        word,
        context.money(counting.total()),
        Ink::Of(Tone::Primary),
    );
    let total = container(total).id("counted");
    let side = Column::with_children(
        [total.into(), counting.pad(context, target::LOW_KEY, wrap)]
            .into_iter()
            .chain(foot),
    )
    .spacing(space::L);
    let side = container(side).class(Surface::Card).padding(space::L);
    let table = container(super::super::widget::scroll::vertical(
        dir,
        counting.table(context, wrap),
    ))
    .width(Fill);
    super::frame::beside(context, table, side, super::frame::SIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_typed_pieces_make_one_total() {
        let mut counting = Counting::new(Currency::Aed);
        counting.update(Message::More(3));
        counting.update(Message::More(3));
        counting.update(Message::Less(3));
        counting.update(Message::Choose(8));
        counting.update(Message::Key(Key::Digit(1)));
        counting.update(Message::Key(Key::Digit(2)));
        counting.update(Message::Next);
        counting.update(Message::Key(Key::Digit(3)));
        // One note of 100, twelve coins of 1.00 and three of 0.50.
        assert_eq!(counting.total(), Money::from_minor(10_000 + 1200 + 150));
        assert_eq!(counting.denominations().len(), 3);
        counting.update(Message::Less(0));
        assert_eq!(counting.pieces[0].pieces, 0);
    }

    #[test]
    fn nobody_counts_past_the_most() {
        let mut counting = Counting::new(Currency::Kwd);
        for _ in 0..7 {
            counting.update(Message::Key(Key::Digit(9)));
        }
        assert_eq!(counting.pieces[0].pieces, MOST_PIECES);
    }
}
