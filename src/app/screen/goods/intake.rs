//! Taking a family's goods in: its product lines to press, a pad for how many, the
//! dates of what is eaten, and then the note.

use chrono::{NaiveDate, TimeDelta};
use iced::widget::{column, container};
use iced::{Fill, Length, Task};

use super::{Counting, Message as Screen, item_line, noted, row_of, shown, side, title, typing};
use crate::app::context::Context;
use crate::app::screen::frame::{cards, choosable, family_name, in_one_piece, rows, titled};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Press, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::Key;
use crate::app::widget::{
    Icon, badge, button, chip, divider, form_field, icon_button, input, named, notice, scroll,
};
use crate::domain::family::ProductLine;
use crate::domain::id::{FamilyCode, GoodsNoteId};
use crate::domain::money::Quantity;
use crate::domain::stock::{Batch, GoodsNote, Named, ReceivedGoods};
use crate::services::notice::Notice;
use crate::services::stock::{HandedIn, NoteRequest};
use crate::store::{Recorded, StockRow};
use crate::tr;

type Noted = Recorded<GoodsNote<ReceivedGoods>>;

#[derive(Debug)]
pub struct Intake {
    id: GoodsNoteId,
    family: FamilyCode,
    /// The trading date, which services reckon with too: after midnight still that of
    /// the evening.
    today: NaiveDate,
    goods: Vec<Counted>,
    chosen: Option<usize>,
    person: String,
    writing: Writing<()>,
    asking: bool,
    wrong: Option<Notice>,
    noted: Option<Box<Noted>>,
}

/// A product line of the family, and how much of it is handed in.
#[derive(Debug)]
struct Counted {
    line: ProductLine,
    /// What is left of earlier intakes.
    left: Option<Quantity>,
    count: Counting,
    produced: Option<NaiveDate>,
    best_before: Option<NaiveDate>,
}

/// One of the two dates of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Date {
    Produced,
    BestBefore,
}

#[derive(Debug, Clone)]
pub enum Message {
    Choose(usize),
    Key(Key),
    Date(Date, Option<NaiveDate>),
    /// A date so many days later.
    Later(Date, i64),
    Person(String),
    Write,
    Confirm,
    Noted(Box<Result<Noted, Notice>>),
}

impl Intake {
    pub fn new(context: &Context, family: &FamilyCode, rows: &[StockRow]) -> Self {
        let (moments, bazaar) = (context.till.moments(), &context.catalogue.bazaar);
        let lines = context.catalogue.lines().iter();
        let goods: Vec<Counted> = lines
            .filter(|line| &line.family == family && line.active)
            .map(|line| Counted {
                left: row_of(rows, line).map(|row| row.stock.left()),
                count: Counting::new(line.unit),
                produced: None,
                best_before: None,
                line: line.clone(),
            })
            .collect();
        Intake {
            id: GoodsNoteId(moments.new_id()),
            family: family.clone(),
            today: bazaar.trading_date(moments.now(&bazaar.time_zone)),
            chosen: (!goods.is_empty()).then_some(0),
            goods,
            person: String::new(),
            writing: Writing::new(context),
            asking: false,
            wrong: None,
            noted: None,
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        self.writing.touch(touch, &mut self.person);
    }

    /// What is handed in, so far.
    fn handed_in(&self) -> Vec<HandedIn> {
        let counted = self.goods.iter();
        let counted = counted.filter(|goods| goods.count.quantity().is_positive());
        counted
            .map(|goods| HandedIn {
                goods: Named {
                    sku: goods.line.sku.clone(),
                    quantity: goods.count.quantity(),
                },
                batch: Batch {
                    name: String::new(),
                    produced: goods.produced,
                    best_before: goods.best_before,
                },
            })
            .collect()
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Option<Task<Screen>> {
        self.wrong = None;
        match message {
            Message::Choose(at) => self.chosen = Some(at),
            Message::Key(key) => {
                if let Some(goods) = self.chosen_goods() {
                    goods.count.press(key);
                }
            }
            Message::Date(which, date) => self.set_date(which, |_| date),
            Message::Later(which, days) => {
                let today = self.today;
                self.set_date(which, |date| {
                    Some(date.unwrap_or(today) + TimeDelta::days(days))
                });
            }
            Message::Person(text) => self.person = text,
            Message::Write => self.writing.begin(()),
            Message::Confirm => {
                self.asking = true;
                self.writing.end();
                let session = context.session().clone();
                let request = NoteRequest {
                    id: self.id,
                    family: self.family.clone(),
                    person: self.person.trim().to_owned(),
                    remark: String::new(),
                };
                let goods = self.handed_in();
                return Some(context.ask(
                    move |till| till.receive_goods(&session, request, goods),
                    |noted| Screen::Intake(Message::Noted(Box::new(noted))),
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

    fn chosen_goods(&mut self) -> Option<&mut Counted> {
        self.chosen.and_then(|at| self.goods.get_mut(at))
    }

    fn set_date(
        &mut self,
        which: Date,
        change: impl FnOnce(Option<NaiveDate>) -> Option<NaiveDate>,
    ) {
        if let Some(goods) = self.chosen_goods() {
            let date = match which {
                Date::Produced => &mut goods.produced,
                Date::BestBefore => &mut goods.best_before,
            };
            *date = change(*date);
        }
    }

    pub fn over<'a>(&self, context: &Context, page: Element<'a, Screen>) -> Element<'a, Screen> {
        let caption = tr!(context.texts, "desk-intake-person");
        self.writing
            .over(context, page, caption, &self.person, Screen::Touch)
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        match &self.noted {
            Some(noted) => slip(context, &noted.fact),
            None => self.form(context),
        }
    }

    fn form<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let dir = context.dir;
        let rows = rows((0..self.goods.len()).map(|at| self.row(context, at)));
        let rows = container(scroll::vertical(dir, rows)).height(Fill);
        let mut list = column![title(context, &self.family)]
            .extend(food(context, &self.family))
            .push(rows)
            .spacing(space::M);
        if let Some(goods) = self.chosen.and_then(|at| self.goods.get(at)) {
            let dates = [
                self.date(context, Date::Produced, goods.produced),
                self.date(context, Date::BestBefore, goods.best_before),
            ];
            list = list
                .push(divider())
                .push(dir.grid(dates, 2).spacing(space::XL));
        }
        cards(context, list, self.side(context))
    }

    fn row<'a>(&'a self, context: &Context, at: usize) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let goods = &self.goods[at];
        let line = &goods.line;
        let mut known = vec![in_one_piece(&line.sku)];
        if let Some(left) = goods.left {
            let left = shown(context, left, line.unit);
            known.push(tr!(texts, "app-sell-left", left = left));
        }
        if let Some(date) = goods.best_before {
            let date = texts.date_short(date);
            known.push(tr!(texts, "desk-goods-until", date = date));
        }
        let name = texts.name(&line.name).to_owned();
        let words = titled(dir, name, known.join(" · "));
        let quantity = goods.count.quantity();
        let count = quantity
            .is_positive()
            .then(|| badge(dir, shown(context, quantity, line.unit), Tone::Primary));
        let message = Screen::Intake(Message::Choose(at));
        let id = format!("goods-{}", line.sku);
        let parts = [words].into_iter().chain(count);
        choosable(context, parts, self.chosen == Some(at), message, id)
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let own = |message| Screen::Intake(message);
        let chosen = self.chosen.and_then(|at| self.goods.get(at));
        let typing = chosen.map(|goods| {
            let quantity = goods.count.quantity();
            typing(context, &goods.line, quantity, move |key| {
                own(Message::Key(key))
            })
        });
        let count = self.handed_in().len();
        let ready = count > 0 && !self.asking;
        let word = tr!(context.texts, "desk-intake-confirm", count = count);
        let confirm = button(context.dir, word)
            .primary()
            .large()
            .fill()
            .icon(Icon::Package)
            .on_press_maybe(ready.then_some(own(Message::Confirm)))
            .id("confirm");
        let foot = column![self.person(context), confirm].spacing(space::M);
        side(context, typing, self.wrong.as_ref(), foot.into())
    }

    /// The usual dates to press, and a day more or less.
    /// Who of the family brings the goods.
    fn person<'a>(&'a self, context: &Context) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Intake(message);
        let person = input(
            dir,
            "intake-person",
            &tr!(texts, "desk-intake-person-hint"),
            &self.person,
            move |text| own(Message::Person(text)),
        )
        .icon(Icon::Person)
        .on_touch(own(Message::Write));
        form_field(dir, tr!(texts, "desk-intake-person"), person, None)
    }

    fn date<'a>(
        &self,
        context: &Context,
        which: Date,
        date: Option<NaiveDate>,
    ) -> Element<'a, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| Screen::Intake(message);
        let (caption, id, usual) = match which {
            Date::Produced => (tr!(texts, "desk-intake-produced"), "produced", [-1, 0]),
            Date::BestBefore => (tr!(texts, "desk-intake-best-before"), "good", [3, 7]),
        };
        let chips = usual.map(|days| {
            let day = Some(self.today + TimeDelta::days(days));
            let word = match days {
                -1 => tr!(texts, "desk-date-yesterday"),
                0 => tr!(texts, "desk-due-today"),
                7 => tr!(texts, "desk-due-week"),
                days => tr!(texts, "desk-due-days", count = days.unsigned_abs()),
            };
            // Pressed again, it is no date.
            let press = own(Message::Date(which, day.filter(|_| date != day)));
            chip(dir, word, date == day, press)
                .fill()
                .id(format!("{id}-{days}"))
                .into()
        });
        let shown = date.map_or_else(
            || tr!(texts, "desk-date-none"),
            |date| texts.date_short(date),
        );
        let step = |symbol, days: i64, id: String| {
            let key = icon_button(symbol, Press::Key, Some(own(Message::Later(which, days))));
            named(key, Some(id.into()), Length::Shrink)
        };
        let stepper = dir.row([
            step(Icon::Minus, -1, format!("{id}-earlier")),
            dir.label(shown).medium().centre().fill().lines(1).into(),
            step(Icon::Plus, 1, format!("{id}-later")),
        ]);
        let both = column![dir.grid(chips, 2).spacing(space::S), stepper].spacing(space::S);
        form_field(dir, caption, both, None)
    }
}

/// What holds for goods that are eaten, before any is taken in.
fn food<'a>(context: &Context, family: &FamilyCode) -> Option<Element<'a, Screen>> {
    let rule = context.catalogue.family(family)?.food?;
    let texts = context.texts;
    let said = match rule.keeps_days {
        None => tr!(texts, "desk-intake-needs-date"),
        Some(days) => tr!(texts, "desk-intake-keeps", count = i64::from(days)),
    };
    Some(notice(context.dir, Tone::Info, said))
}

fn slip<'a>(context: &Context, note: &GoodsNote<ReceivedGoods>) -> Element<'a, Screen> {
    let texts = context.texts;
    let goods = note.lines.iter();
    let goods = goods.map(|goods| item_line(context, &goods.item));
    let family = family_name(context, &note.family);
    let said = tr!(texts, "desk-intake-done", family = family);
    let print = tr!(texts, "desk-intake-print");
    let named = (note.id, &note.number);
    noted(context, Tone::Success, said, named, goods, print)
}
