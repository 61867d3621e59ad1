//! The families, found by name or code, and by whether they are owed or owe.

use iced::widget::{Column, column};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::families::{FamilySearch, family_list, family_row};
use crate::app::screen::frame::rows;
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{badge, chip};
use crate::domain::money::Money;
use crate::services::payout::FamilyAccount;
use crate::tr;

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
    search: FamilySearch,
    show: Show,
    chosen: Option<usize>,
    looked: bool,
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
        Families {
            accounts: Vec::new(),
            search: FamilySearch::new(context),
            show: Show::All,
            chosen: None,
            looked: false,
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
            Message::Query(query) => self.search.query = query,
            Message::Write => self.search.writing.begin(()),
            Message::Show(show) => self.show = show,
            Message::Choose(at) => {
                self.end_writing();
                self.chosen = Some(at);
            }
        }
    }

    pub fn end_writing(&mut self) {
        self.search.writing.end();
    }

    pub fn touch(&mut self, touch: Touch) {
        self.search.touch(touch);
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        self.search.over(context, page, Screen::Touch)
    }

    /// The families in sight, by their place among the accounts.
    fn in_sight(&self) -> Vec<usize> {
        let all = 0..self.accounts.len();
        let fits = |at: &usize| self.show.fits(self.accounts[*at].settled_balance);
        if self.search.query.trim().is_empty() {
            return all.filter(fits).collect();
        }
        let found = self.search.found();
        let codes: Vec<_> = found.iter().map(|at| self.search.code(*at)).collect();
        all.filter(|at| codes.contains(&&self.accounts[*at].family))
            .filter(fits)
            .collect()
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Families(message);
        let on_query = move |text| own(Message::Query(text));
        let search = self.search.field(context, on_query, own(Message::Write));
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
        let count = in_sight.len();
        let none = in_sight.is_empty() && self.looked;
        let list = (!none).then(|| {
            let rows: Column<'a, _, _> = rows(in_sight.into_iter().map(|at| self.row(context, at)));
            rows.into()
        });
        let list = family_list(context, &self.search.query, list);
        let foot = dir.between(
            dir.label(tr!(texts, "count-families", count = count))
                .muted(),
            dir.label(tr!(texts, "desk-owed-sum", amount = context.money(owed)))
                .medium(),
        );
        column![search, dir.grid(filters, 2).spacing(space::S), list, foot]
            .spacing(space::M)
            .into()
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let account = &self.accounts[at];
        let balance = account.settled_balance;
        let end: Element<'a, Screen> = match &account.settlement {
            None if balance.is_zero() => badge(dir, tr!(texts, "desk-not-settled"), Tone::Neutral),
            _ if balance.is_zero() => badge(dir, tr!(texts, "desk-square"), Tone::Success),
            _ => dir
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
        let message = Screen::Families(Message::Choose(at));
        let chosen = self.chosen == Some(at);
        family_row(context, &account.family, Some(end), chosen, message)
    }
}
