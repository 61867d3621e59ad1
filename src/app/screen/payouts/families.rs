//! The families, found by name or code, and by whether they are owed or owe.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::frame::{family_name, in_one_piece};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, badge, chip, divider, empty, input, named, pressable, scroll};
use crate::domain::money::Money;
use crate::locale::search::{SearchIndex, Searchable};
use crate::services::payout::FamilyAccount;
use crate::tr;

/// More families than any bazaar has.
const MOST: usize = 5_000;

/// Which families are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    All,
    Owed,
    Owing,
    Square,
}

impl Show {
    fn fits(self, balance: Money) -> bool {
        match self {
            Show::All => true,
            Show::Owed => balance.is_positive(),
            Show::Owing => balance.is_negative(),
            Show::Square => balance.is_zero(),
        }
    }
}

#[derive(Debug)]
pub struct Families {
    accounts: Vec<FamilyAccount>,
    /// Over the families of the catalogue, by their place in it.
    index: SearchIndex<usize>,
    codes: Vec<crate::domain::id::FamilyCode>,
    query: String,
    show: Show,
    chosen: Option<usize>,
    looked: bool,
    pub writing: Writing<()>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Query(String),
    Write,
    Show(Show),
    Choose(usize),
}

impl Families {
    pub fn new(context: &Context) -> Self {
        let families = context.catalogue.families();
        let names: Vec<[&str; 2]> = families
            .iter()
            .map(|family| [family.name.arabic(), family.name.english()])
            .collect();
        let codes: Vec<[&str; 1]> = families
            .iter()
            .map(|family| [family.code.as_str()])
            .collect();
        let searchable = names.iter().zip(&codes).enumerate();
        Families {
            accounts: Vec::new(),
            index: SearchIndex::new(searchable.map(|(id, (names, codes))| Searchable {
                id,
                names,
                codes,
            })),
            codes: families.iter().map(|family| family.code.clone()).collect(),
            query: String::new(),
            show: Show::All,
            chosen: None,
            looked: false,
            writing: Writing::new(context),
        }
    }

    /// Shows these accounts, the chosen family staying chosen.
    pub fn show(&mut self, accounts: Vec<FamilyAccount>) {
        let before = self.chosen().map(|account| account.family.clone());
        self.chosen = accounts
            .iter()
            .position(|account| Some(&account.family) == before.as_ref());
        self.accounts = accounts;
        self.looked = true;
    }

    pub fn chosen(&self) -> Option<&FamilyAccount> {
        self.chosen.and_then(|at| self.accounts.get(at))
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Query(query) => self.query = query,
            Message::Write => self.writing.begin(()),
            Message::Show(show) => self.show = show,
            Message::Choose(at) => {
                self.writing.end();
                self.chosen = Some(at);
            }
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        self.writing.touch(touch, &mut self.query);
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let caption = tr!(context.texts, "desk-search-families");
        self.writing
            .over(context, page, caption, &self.query, Screen::Touch)
    }

    /// The families in sight, by their place among the accounts.
    fn in_sight(&self) -> Vec<usize> {
        let all = 0..self.accounts.len();
        let fits = |at: &usize| self.show.fits(self.accounts[*at].settled_balance);
        if self.query.trim().is_empty() {
            return all.filter(fits).collect();
        }
        let found = self.index.find(&self.query, MOST);
        let codes: Vec<_> = found.iter().map(|(at, _)| &self.codes[*at]).collect();
        all.filter(|at| codes.contains(&&self.accounts[*at].family))
            .filter(fits)
            .collect()
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Families(message);
        let search = input(
            dir,
            "search-families",
            &tr!(texts, "desk-search-families"),
            &self.query,
            move |text| own(Message::Query(text)),
        )
        .icon(Icon::Search)
        .on_touch(own(Message::Write));
        let filters = [
            (Show::All, tr!(texts, "desk-show-all"), "show-all"),
            (Show::Owed, tr!(texts, "desk-show-owed"), "show-owed"),
            (Show::Owing, tr!(texts, "desk-show-owing"), "show-owing"),
            (Show::Square, tr!(texts, "desk-show-square"), "show-square"),
        ]
        .map(|(show, word, id)| {
            chip(dir, word, self.show == show, own(Message::Show(show)))
                .fill()
                .id(id)
                .into()
        });
        let in_sight = self.in_sight();
        let owed: Money = in_sight
            .iter()
            .map(|at| self.accounts[*at].settled_balance.or_zero())
            .sum();
        let mut rows = Column::new();
        for (place, at) in in_sight.iter().enumerate() {
            if place > 0 {
                rows = rows.push(divider());
            }
            rows = rows.push(self.row(context, *at));
        }
        let list: Element<'a, Screen> = match in_sight.is_empty() && self.looked {
            true => empty(
                dir,
                Icon::People,
                tr!(texts, "desk-no-families"),
                tr!(texts, "desk-no-families-hint"),
            ),
            false => scroll::vertical(dir, rows),
        };
        let foot = dir.between(
            dir.label(tr!(texts, "count-families", count = in_sight.len()))
                .muted(),
            dir.label(tr!(texts, "desk-owed-sum", amount = context.money(owed)))
                .medium(),
        );
        let list = container(list)
            .class(Surface::Card)
            .padding(space::S)
            .width(Fill)
            .height(Fill);
        column![search, dir.grid(filters, 2).spacing(space::S), list, foot]
            .spacing(space::M)
            .into()
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let account = &self.accounts[at];
        let names = dir
            .column([
                dir.label(family_name(context, &account.family))
                    .medium()
                    .fill()
                    .lines(1)
                    .into(),
                dir.label(in_one_piece(&account.family))
                    .size(type_size::CAPTION)
                    .muted()
                    .into(),
            ])
            .spacing(0)
            .width(Fill);
        let balance = account.settled_balance;
        let end: Element<'a, Screen> = match &account.settlement {
            None => badge(dir, tr!(texts, "desk-not-settled"), Tone::Neutral),
            Some(_) if balance.is_zero() => badge(dir, tr!(texts, "desk-square"), Tone::Success),
            Some(_) => dir
                .label(context.amount(balance))
                .size(type_size::STRONG)
                .bold()
                .whole()
                .ink(match balance.is_negative() {
                    true => Ink::Of(Tone::Danger),
                    false => Ink::Inherited,
                })
                .into(),
        };
        let press = match self.chosen == Some(at) {
            true => Press::TileChosen,
            false => Press::Row,
        };
        let message = Screen::Families(Message::Choose(at));
        let row = pressable(dir.row([names.into(), end]), press, Some(message))
            .padding(dir.padding(space::S, space::M, space::M))
            .width(Fill);
        named(row, Some(format!("family-{}", account.family).into()), Fill)
    }
}
