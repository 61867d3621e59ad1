//! What several databases come to: a table by what is asked, and beside it how the
//! chosen row comes about, or a family's years.

use std::path::PathBuf;

use iced::widget::{Column, column, container};

use super::{Known, Message, Screen};
use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, beside, choosable, heading, rows as lined, tall, titled};
use crate::app::theme::{Element, Ink, Press, Theme, Tone, grown, space, type_size};
use crate::app::widget::{Dir, Icon, Label, button, divider, notice, reckoning as line, scroll};
use crate::domain::bazaar::Bazaar;
use crate::domain::many::{Edition, FamilySum, InCurrency};
use crate::domain::money::{Currency, Money};
use crate::locale::{Texts, bidi};
use crate::services::many::{
    Grouping, Row, columns, currency, edition_of_family, reckoning, rows, total, verdict,
};
use crate::tr;

/// The columns the table has room for beside the panel, and in a narrow window.
const IN_TABLE: [&str; 3] = ["paid", "credit", "owed"];
const IN_NARROW: [&str; 2] = ["paid", "owed"];

/// The least width of a window for all of them.
const WIDE: f32 = 1200.0;
/// The narrowest window that holds the keys above the table in one line.
const ONE_LINE: f32 = 1000.0;

/// The width of a column.
const AMOUNT: f32 = 128.0;

#[derive(Debug)]
pub struct Shown {
    known: Known,
    /// The currency that is looked at.
    group: usize,
    by: Grouping,
    /// The chosen row; the total if none is.
    chosen: Option<usize>,
}

impl Shown {
    pub fn new(known: Known) -> Self {
        Shown {
            known,
            group: 0,
            by: Grouping::Edition,
            chosen: None,
        }
    }

    pub fn known(&self) -> &Known {
        &self.known
    }

    pub fn show_currency(&mut self, at: usize) {
        if at < self.known.groups.len() {
            (self.group, self.chosen) = (at, None);
        }
    }

    pub fn show_by(&mut self, by: Grouping) {
        (self.by, self.chosen) = (by, None);
    }

    /// The database of the chosen edition or till, if it is one and not of this edition.
    fn edition(&self, own: &Bazaar) -> Option<PathBuf> {
        let at = self.chosen?;
        let group = self.group();
        let (edition, places): (&Edition, Vec<&str>) = match self.by {
            Grouping::Edition => {
                let edition = &group.editions.get(at)?.edition;
                let journals = group.journals.iter();
                // Of two tills' terms the names may differ.
                let journals = journals.filter(|one| one.edition.is(edition));
                (edition, journals.map(|one| one.place.as_str()).collect())
            }
            Grouping::Till => {
                let journal = group.journals.get(at)?;
                (&journal.edition, vec![journal.place.as_str()])
            }
            Grouping::Package | Grouping::Family => return None,
        };
        match places[..] {
            [place] if !edition.is(&Edition::of(own)) => Some(place.into()),
            _ => None,
        }
    }

    pub fn choose(&mut self, row: Option<usize>) {
        self.chosen = row;
    }

    fn group(&self) -> &InCurrency {
        &self.known.groups[self.group]
    }

    /// The family that is looked at.
    fn family(&self, rows: &[Row]) -> Option<&FamilySum> {
        let at = rows.get(self.chosen?)?.family?;
        self.group().families.get(at)
    }

    /// The same, to be told elsewhere: another family may stand under its code.
    pub fn family_told(&self, texts: &Texts) -> Option<(Currency, FamilySum)> {
        let rows = rows(texts, self.group(), self.by);
        Some((self.group().currency, self.family(&rows)?.clone()))
    }

    /// What is said of it; `laying` tells whether an edition is being laid beside this
    /// one, where that can be.
    pub fn view<'a>(
        &'a self,
        context: &Context,
        save: Vec<Element<'a, Screen>>,
        laying: Option<bool>,
    ) -> Element<'a, Screen> {
        let rows = rows(context.texts, self.group(), self.by);
        let side = match self.family(&rows) {
            Some(family) => self.years(context, family),
            None => {
                let row = rows.get(self.chosen.unwrap_or(usize::MAX));
                self.reckoned(context, row, laying)
            }
        };
        let side = scroll::vertical(context.dir, side);
        let table = self.table(context, &rows);
        let both = beside(context, tall(table, space::L), tall(side, space::L), SIDE);
        column![self.head(context, save), both]
            .spacing(space::M)
            .into()
    }

    /// By what the table is made, in which currency, and the keys that make files.
    fn head<'a>(&self, context: &Context, save: Vec<Element<'a, Screen>>) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let by = Grouping::ALL.map(|by| {
            let key = button(dir, texts.get(by.title())).kind(Press::Chip(self.by == by));
            let key = key.on_press(Screen::Many(Message::By(by)));
            key.id(format!("by-{}", by.code())).into()
        });
        let mut keys: Vec<Element<'a, Screen>> = Vec::new();
        if self.known.groups.len() > 1 {
            for (at, group) in self.known.groups.iter().enumerate() {
                let word = texts.word(&group.currency);
                let key = button(dir, word).kind(Press::Chip(self.group == at));
                let key = key.on_press(Screen::Many(Message::Currency(at)));
                keys.push(key.id(format!("currency-{at}")).into());
            }
        }
        keys.extend(save);
        let by = dir.row(by).spacing(space::S);
        let keys = dir.row(keys).spacing(space::S);
        let is_short = self.known.groups.len() == 1 && context.window.width >= grown(ONE_LINE);
        match is_short {
            true => dir.between(by, keys).into(),
            false => column![by, keys]
                .spacing(space::S)
                .width(iced::Fill)
                .align_x(dir.start())
                .into(),
        }
    }

    fn table<'a>(&self, context: &Context, rows: &[Row]) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let wide = context.window.width >= grown(WIDE);
        let in_sight: &[&str] = match wide || self.by == Grouping::Package {
            true => &IN_TABLE,
            false => &IN_NARROW,
        };
        let shown = || {
            let columns = columns(self.by).iter();
            columns.filter(|(code, ..)| in_sight.contains(code))
        };
        let headings = shown().map(|(_, key, _)| {
            let word = dir.label(texts.get(*key)).size(type_size::SMALL).muted();
            figure(dir, word)
        });
        let blank = dir.label("").fill().into();
        let head = dir.row([blank].into_iter().chain(headings));
        let head = container(head).padding(dir.padding(0.0, space::M, space::M));
        let cells = |row: &Row| -> Vec<Element<'a, Screen>> {
            let amounts = shown().map(|(code, _, of)| {
                let amount = texts.amount(of(&row.sum), self.group().currency);
                let amount = dir.label(amount).medium().whole();
                figure(dir, amount.id(format!("{code}-{}", row.code)))
            });
            let note = match row.code.is_empty() {
                true => row.note.clone(),
                false => [bidi::left_to_right(&row.code), row.note.clone()]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" · "),
            };
            let words = titled(dir, bidi::first_strong(&row.name), note);
            [words].into_iter().chain(amounts).collect()
        };
        let list = lined(rows.iter().enumerate().map(|(at, row)| {
            let chosen = self.chosen == Some(at);
            let message = Screen::Many(Message::Row(Some(at)));
            choosable(context, cells(row), chosen, message, format!("row-{at}"))
        }));
        let total = choosable(
            context,
            cells(&total(texts, self.group())),
            self.chosen.is_none(),
            Screen::Many(Message::Row(None)),
            "row-total".to_owned(),
        );
        let list = scroll::vertical_named(dir, "rows", list);
        column![
            head,
            divider(),
            container(list).height(iced::Fill),
            divider(),
            total
        ]
        .into()
    }

    /// How the chosen row comes about, or the total with what is to be known of it.
    fn reckoned<'a>(
        &self,
        context: &Context,
        row: Option<&Row>,
        laying: Option<bool>,
    ) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let group = self.group();
        let whole = total(texts, group);
        let of = row.unwrap_or(&whole);
        let mut list = column![heading(context, bidi::first_strong(&of.name))].spacing(space::S);
        if let Some((sales, visitors)) = of.counted {
            let count = |count| texts.count(usize::try_from(count).unwrap_or(usize::MAX));
            list = list.push(divider());
            list = list.push(line(
                dir,
                tr!(texts, "figures-sales"),
                count(sales),
                Ink::Inherited,
            ));
            let visited = tr!(texts, "figures-visitors");
            list = list.push(line(dir, visited, count(visitors), Ink::Inherited));
        }
        let mut steps = reckoning(texts, &of.sum);
        // Packages have no accounts: what they come to ends with the families' part.
        if self.by == Grouping::Package && row.is_some() {
            steps.pop();
        }
        for step in steps {
            if step.is_sum {
                list = list.push(divider());
            }
            let amount = texts.amount(step.amount, group.currency);
            list = list.push(line(dir, step.word, amount, ink_of(step.is_sum)));
        }
        if !of.delivery.is_zero() {
            let fees = texts.amount(of.delivery, group.currency);
            let word = tr!(texts, "many-delivery");
            list = list.push(divider());
            list = list.push(line(dir, word, fees, Ink::Inherited));
        }
        if row.is_some() {
            let Some((laying, path)) = laying.zip(self.edition(&context.catalogue.bazaar)) else {
                return list;
            };
            let key = button(dir, tr!(texts, "many-beside"))
                .icon(Icon::Chart)
                .fill()
                .on_press_maybe((!laying).then_some(Screen::LayBeside(path)))
                .id("lay-beside");
            // Copying and proving it takes a while.
            let read = laying.then(|| {
                let read = dir.label(tr!(texts, "many-reading")).muted().fill();
                Element::from(read.id("laying"))
            });
            return list.push(key).extend(read);
        }
        let tone = match group.holds() {
            true => Tone::Success,
            false => Tone::Danger,
        };
        list = list.push(notice(dir, tone, verdict(texts, group)));
        for (at, remark) in self.known.remarks.iter().enumerate() {
            let tone = match remark.is_fault() {
                true => Tone::Danger,
                false => Tone::Warning,
            };
            let said = notice(dir, tone, remark.told(texts));
            list = list.push(container(said).width(iced::Fill).id(format!("remark-{at}")));
        }
        if self.known.groups.len() > 1 {
            let apart = currency(texts, group.currency);
            list = list.push(dir.label(apart).size(type_size::CAPTION).muted());
        }
        list
    }

    /// A family's years, one under the other, and what they come to.
    fn years<'a>(&self, context: &Context, family: &FamilySum) -> Column<'a, Screen, Theme> {
        let (dir, texts) = (context.dir, context.texts);
        let shown = |amount: Money| texts.amount(amount, self.group().currency);
        let told = |word: String, amount: Money| line(dir, word, shown(amount), Ink::Inherited);
        let name = texts.name(&family.name);
        let mut list = column![heading(context, bidi::first_strong(name))].spacing(space::S);
        let days = tr!(texts, "many-days", count = family.days);
        let editions = family.editions.iter().map(|one| {
            let (name, when) = edition_of_family(texts, one);
            (bidi::first_strong(&name), when, &one.sum)
        });
        let whole = (tr!(texts, "many-total"), days, &family.sum);
        for (name, when, sum) in editions.chain([whole]) {
            list = list
                .push(divider())
                .push(titled(dir, name, when))
                .push(told(tr!(texts, "many-sold"), sum.net_paid()))
                .push(told(tr!(texts, "many-commission"), -sum.commission))
                .push(told(tr!(texts, "many-payable"), sum.payable()));
            if !sum.carried.is_zero() {
                list = list.push(told(tr!(texts, "many-carried"), sum.carried));
            }
            let owed = shown(sum.balance());
            list = list
                .push(told(tr!(texts, "many-paid-out"), -sum.net_paid_out()))
                .push(line(dir, tr!(texts, "many-owed"), owed, ink_of(true)));
        }
        list.push(divider())
            .push(told(tr!(texts, "many-support"), family.support))
            .push(told(tr!(texts, "many-lent"), family.lent))
            .push(told(tr!(texts, "many-advances-left"), family.advance_left))
    }
}

fn ink_of(strong: bool) -> Ink {
    match strong {
        true => Ink::Of(Tone::Primary),
        false => Ink::Inherited,
    }
}

/// A cell of the table, its digits under those above and below.
fn figure<'a>(dir: Dir, label: Label<'a>) -> Element<'a, Screen> {
    let label = label.width(grown(AMOUNT)).lines(1);
    match dir {
        // Digits run from left to right in every language.
        Dir::Rtl => label.into(),
        Dir::Ltr => label.at_end().into(),
    }
}
