//! The families, found by name or code, and of how many product lines each has
//! something left.

use iced::widget::column;

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::families::{FamilySearch, family_row};
use crate::app::theme::{Element, Tone, space};
use crate::app::widget::badge;
use crate::app::widget::keyboard::Touch;
use crate::domain::id::FamilyCode;
use crate::store::StockRow;
use crate::tr;

#[derive(Debug)]
pub struct Families {
    search: FamilySearch,
    stock: Vec<StockRow>,
    chosen: Option<usize>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Query(String),
    Write,
    Choose(usize),
}

impl Families {
    pub fn new(context: &Context) -> Self {
        Families {
            search: FamilySearch::new(context),
            stock: Vec::new(),
            chosen: None,
        }
    }

    pub fn show(&mut self, stock: Vec<StockRow>) {
        self.stock = stock;
    }

    /// The stock of every family.
    pub fn stock(&self) -> &[StockRow] {
        &self.stock
    }

    pub fn chosen(&self) -> Option<&FamilyCode> {
        self.chosen.map(|at| self.search.code(at))
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Query(query) => self.search.query = query,
            Message::Write => self.search.writing.begin(()),
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

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let own = |message| Screen::Families(message);
        let on_query = move |text| own(Message::Query(text));
        let search = self.search.field(context, on_query, own(Message::Write));
        let list = self.search.list(context, |at| self.row(context, at));
        column![search, list].spacing(space::M).into()
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let code = self.search.code(at);
        let of_family = || self.stock.iter().filter(|row| &row.family == code);
        let left = of_family().filter(|row| row.stock.left().is_positive());
        let (count, none) = (left.count(), of_family().next().is_none());
        let word = tr!(context.texts, "desk-goods-lines-left", count = count);
        let tone = match count {
            0 => Tone::Warning,
            _ => Tone::Neutral,
        };
        // Of a family that brought nothing there is nothing to say.
        let end = (!none).then(|| badge(context.dir, word, tone));
        let message = Screen::Families(Message::Choose(at));
        family_row(context, code, end, self.chosen == Some(at), message)
    }
}
