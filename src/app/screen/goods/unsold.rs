//! Counting what a family has left: what the books expect, what is there, what is
//! missing, and whether it goes home; then the sheet.

use iced::widget::{column, container};
use iced::{Fill, Task};

use super::{Leftover, Message as Screen, noted, shown, side, title, typing};
use crate::app::context::Context;
use crate::app::screen::frame::{cards, choosable, family_name, rows, titled};
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keypad::Key;
use crate::app::widget::{
    Icon, badge, button, chip, divider, form_field, notice, reckoning, scroll,
};
use crate::domain::family::ProductLine;
use crate::domain::id::{FamilyCode, GoodsNoteId};
use crate::domain::money::Quantity;
use crate::domain::stock::{Named, UnsoldCount};
use crate::services::notice::Notice;
use crate::services::stock::NoteRequest;
use crate::store::{Recorded, StockRow};
use crate::tr;

type Noted = Recorded<UnsoldCount>;

#[derive(Debug)]
pub struct Unsold {
    id: GoodsNoteId,
    family: FamilyCode,
    goods: Vec<Leftover>,
    chosen: usize,
    stays: bool,
    asking: bool,
    wrong: Option<Notice>,
    noted: Option<Box<Noted>>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    Key(Key),
    AsExpected,
    AllAsExpected,
    Stays(bool),
    Confirm,
    Noted(Box<Result<Noted, Notice>>),
}

impl Unsold {
    pub fn new(context: &Context, family: &FamilyCode, rows: &[StockRow]) -> Self {
        Unsold {
            id: GoodsNoteId(context.till.moments().new_id()),
            family: family.clone(),
            goods: Leftover::of(context, family, rows),
            chosen: 0,
            stays: false,
            asking: false,
            wrong: None,
            noted: None,
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        match message {
            Message::Choose(at) => self.chosen = at,
            Message::Key(key) => {
                if let Some(goods) = self.goods.get_mut(self.chosen) {
                    goods.press(key);
                }
            }
            Message::AsExpected => {
                if let Some(goods) = self.goods.get_mut(self.chosen) {
                    goods.take_all();
                }
                self.choose_next();
            }
            Message::AllAsExpected => {
                for goods in &mut self.goods {
                    if goods.counted().is_none() {
                        goods.take_all();
                    }
                }
            }
            Message::Stays(stays) => self.stays = stays,
            Message::Confirm => {
                self.asking = true;
                let session = context.session().clone();
                let request = NoteRequest {
                    id: self.id,
                    family: self.family.clone(),
                    person: String::new(),
                    remark: String::new(),
                };
                let counted = self.goods.iter().filter_map(|goods| {
                    Some(Named {
                        sku: goods.line.sku.clone(),
                        quantity: goods.counted()?,
                    })
                });
                let (counted, stays) = (counted.collect(), self.stays);
                return Some(context.ask(
                    move |till| till.count_unsold(&session, request, counted, stays),
                    |noted| Screen::Unsold(Message::Noted(Box::new(noted))),
                ));
            }
            Message::Noted(noted) => {
                self.asking = false;
                match *noted {
                    Ok(noted) => self.noted = Some(Box::new(noted)),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
        }
        None
    }

    /// Goes on to the next goods that were not counted.
    fn choose_next(&mut self) {
        let places = (self.chosen + 1..self.goods.len()).chain(0..self.chosen);
        let next = places
            .into_iter()
            .find(|at| self.goods[*at].counted().is_none());
        self.chosen = next.unwrap_or(self.chosen);
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        match &self.noted {
            Some(noted) => slip(context, &noted.fact),
            None => self.form(context),
        }
    }

    fn form<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let all = button(dir, tr!(texts, "desk-unsold-all-there"))
            .icon(Icon::Check)
            .on_press(Screen::Unsold(Message::AllAsExpected))
            .id("all-as-expected");
        let rows = rows((0..self.goods.len()).map(|at| self.row(context, at)));
        let rows = scroll::vertical(dir, rows);
        let list = column![
            dir.row([title(context, &self.family), all.into()]),
            container(rows).height(Fill),
            divider(),
            self.then(context),
        ]
        .spacing(space::M);
        cards(context, list, self.side(context))
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let goods = &self.goods[at];
        let line = &goods.line;
        let expected = shown(context, goods.left, line.unit);
        let words = titled(
            dir,
            texts.name(&line.name).to_owned(),
            tr!(texts, "desk-unsold-expected", quantity = expected),
        );
        let mut parts = vec![words];
        match goods.counted() {
            None => parts.push(badge(
                dir,
                tr!(texts, "desk-unsold-not-counted"),
                Tone::Neutral,
            )),
            Some(counted) => {
                let missing = goods.left - counted;
                parts.extend(difference(context, missing, line));
                let count = dir.label(shown(context, counted, line.unit));
                let count = count.size(type_size::STRONG).bold().whole();
                parts.push(count.into());
            }
        }
        let message = Screen::Unsold(Message::Choose(at));
        let id = format!("goods-{}", line.sku);
        choosable(context, parts, self.chosen == at, message, id)
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Unsold(message);
        let typing = self.goods.get(self.chosen).map(|goods| {
            let counted = goods.quantity();
            let there = button(dir, tr!(texts, "desk-unsold-as-expected"))
                .fill()
                .icon(Icon::Check)
                .on_press(own(Message::AsExpected))
                .id("as-expected");
            typing(context, &goods.line, counted, move |key| {
                own(Message::Key(key))
            })
            .push(there)
        });
        let uncounted = self.goods.iter().filter(|goods| goods.counted().is_none());
        let uncounted = uncounted.count();
        let ready = uncounted == 0 && !self.asking;
        let word = match uncounted {
            0 => tr!(texts, "desk-unsold-confirm"),
            _ => tr!(texts, "desk-unsold-left", count = uncounted),
        };
        let confirm = button(dir, word)
            .primary()
            .large()
            .fill()
            .on_press_maybe(ready.then_some(own(Message::Confirm)))
            .id("confirm");
        side(context, typing, self.wrong.as_ref(), confirm.into())
    }

    /// What becomes of the goods that were counted.
    fn then<'a>(&self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Unsold(message);
        let goes = [
            (false, tr!(texts, "desk-unsold-goes-home"), "goes-home"),
            (true, tr!(texts, "desk-unsold-stays"), "stays"),
        ]
        .map(|(stays, word, id)| {
            let press = own(Message::Stays(stays));
            chip(dir, word, self.stays == stays, press)
                .fill()
                .id(id)
                .into()
        });
        let goes = dir.grid(goes, 2).spacing(space::S);
        form_field(dir, tr!(texts, "desk-unsold-then"), goes, None)
    }
}

/// What is missing, or there beyond what was expected.
fn difference<'a>(
    context: &Context,
    missing: Quantity,
    line: &ProductLine,
) -> Option<Element<'a, Screen>> {
    let (dir, texts) = (context.dir, context.texts);
    if missing.is_zero() {
        return None;
    }
    Some(match missing.is_positive() {
        true => {
            let quantity = shown(context, missing, line.unit);
            let word = tr!(texts, "desk-unsold-missing", quantity = quantity);
            badge(dir, word, Tone::Danger)
        }
        false => {
            let over = Quantity::ZERO - missing;
            let quantity = shown(context, over, line.unit);
            let word = tr!(texts, "desk-unsold-over", quantity = quantity);
            badge(dir, word, Tone::Warning)
        }
    })
}

fn slip<'a>(context: &Context, count: &UnsoldCount) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let note = &count.note;
    let missing = note.lines.iter();
    let missing = missing.filter(|line| line.missing().is_positive());
    let mut told: Vec<Element<'a, Screen>> = missing
        .map(|goods| {
            let item = &goods.item;
            let quantity = shown(context, goods.missing(), item.unit);
            let missing = tr!(texts, "desk-unsold-missing", quantity = quantity);
            let name = texts.name(&item.name).to_owned();
            reckoning(dir, name, missing, Ink::Inherited)
        })
        .collect();
    let tone = match told.is_empty() {
        true => Tone::Success,
        false => Tone::Warning,
    };
    if told.is_empty() {
        let all = tr!(texts, "desk-unsold-nothing-missing");
        told.push(notice(dir, Tone::Success, all));
    }
    let family = family_name(context, &note.family);
    let said = match count.stays {
        true => tr!(texts, "desk-unsold-kept", family = family),
        false => tr!(texts, "desk-unsold-returned", family = family),
    };
    let print = tr!(texts, "desk-unsold-print");
    noted(context, tone, said, (note.id, &note.number), told, print)
}
