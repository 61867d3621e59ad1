//! The families, found by name or code, and of how many product lines each has
//! something left.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::Message as Screen;
use crate::app::context::Context;
use crate::app::screen::frame::{family_name, in_one_piece};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Press, Surface, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, badge, divider, empty, input, named, pressable, scroll};
use crate::domain::id::FamilyCode;
use crate::locale::search::{SearchIndex, Searchable};
use crate::store::StockRow;
use crate::tr;

/// More families than any bazaar has.
const MOST: usize = 5_000;

#[derive(Debug)]
pub struct Families {
    codes: Vec<FamilyCode>,
    index: SearchIndex<usize>,
    rows: Vec<StockRow>,
    query: String,
    chosen: Option<usize>,
    pub writing: Writing<()>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Query(String),
    Write,
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
            codes: families.iter().map(|family| family.code.clone()).collect(),
            index: SearchIndex::new(searchable.map(|(id, (names, codes))| Searchable {
                id,
                names,
                codes,
            })),
            rows: Vec::new(),
            query: String::new(),
            chosen: None,
            writing: Writing::new(context),
        }
    }

    pub fn show(&mut self, rows: Vec<StockRow>) {
        self.rows = rows;
    }

    /// The stock of every family.
    pub fn rows(&self) -> &[StockRow] {
        &self.rows
    }

    pub fn chosen(&self) -> Option<&FamilyCode> {
        self.chosen.map(|at| &self.codes[at])
    }

    pub fn update(&mut self, message: Message) {
        match message {
            Message::Query(query) => self.query = query,
            Message::Write => self.writing.begin(()),
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

    /// The families in sight, by their place in the catalogue.
    fn in_sight(&self) -> Vec<usize> {
        if self.query.trim().is_empty() {
            return (0..self.codes.len()).collect();
        }
        let found = self.index.find(&self.query, MOST).into_iter();
        found.map(|(at, _)| at).collect()
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
        let in_sight = self.in_sight();
        let mut rows = Column::new();
        for (place, at) in in_sight.iter().enumerate() {
            if place > 0 {
                rows = rows.push(divider());
            }
            rows = rows.push(self.row(context, *at));
        }
        let list: Element<'a, Screen> = match in_sight.is_empty() {
            true => empty(
                dir,
                Icon::People,
                tr!(texts, "desk-no-families"),
                tr!(texts, "desk-no-families-hint"),
            ),
            false => {
                let rows = container(rows).padding(dir.padding(0.0, 0.0, space::M));
                scroll::vertical(dir, rows)
            }
        };
        let list = container(list)
            .class(Surface::Card)
            .padding(space::S)
            .width(Fill)
            .height(Fill);
        column![search, list].spacing(space::M).into()
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let dir = context.dir;
        let code = &self.codes[at];
        let names = dir
            .column([
                dir.label(family_name(context, code))
                    .medium()
                    .fill()
                    .lines(1)
                    .into(),
                dir.label(in_one_piece(code))
                    .size(type_size::CAPTION)
                    .muted()
                    .into(),
            ])
            .spacing(0)
            .width(Fill);
        let of_family = || self.rows.iter().filter(|row| &row.family == code);
        let left = of_family().filter(|row| row.stock.left().is_positive());
        let (count, none) = (left.count(), of_family().next().is_none());
        let word = tr!(context.texts, "desk-goods-lines-left", count = count);
        let tone = match count {
            0 => Tone::Warning,
            _ => Tone::Neutral,
        };
        // Of a family that brought nothing there is nothing to say.
        let end = (!none).then(|| badge(dir, word, tone));
        let press = match self.chosen == Some(at) {
            true => Press::TileChosen,
            false => Press::Row,
        };
        let message = Screen::Families(Message::Choose(at));
        let content = dir.row([names.into()].into_iter().chain(end));
        let row = pressable(content, press, Some(message))
            .padding(dir.padding(space::S, space::M, space::M))
            .width(Fill);
        named(row, Some(format!("family-{code}").into()), Fill)
    }
}
