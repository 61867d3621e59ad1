//! The families' goods: what is left of each, taking goods in, handing them back,
//! writing them off, and counting what was not sold.

mod families;
mod intake;
mod leaving;
mod overview;
mod unsold;

use iced::widget::{Column, Space, column, container};
use iced::{Fill, Length, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{
    done_key, family_name, figure, in_one_piece, outcome, page, print_key, trouble,
};
use crate::app::theme::{Element, Ink, Surface, Theme, Tone, space, target, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Corner, Entry, Key, keypad};
use crate::app::widget::{Icon, empty, reckoning};
use crate::domain::family::{ProductLine, Unit};
use crate::domain::id::{FamilyCode, GoodsNoteId, Number};
use crate::domain::money::Quantity;
use crate::domain::stock::NotedGoods;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::store::StockRow;
use crate::tr;

use families::Families;
use intake::Intake;
use leaving::{Leaving, Way};
use unsold::Unsold;

/// The width of the list of families.
const LIST: f32 = 340.0;

#[derive(Debug)]
pub struct Goods {
    families: Families,
    doing: Doing,
    wrong: Option<Notice>,
}

/// What is done with the goods of the chosen family.
#[derive(Debug)]
enum Doing {
    Nothing,
    Intake(Box<Intake>),
    Leaving(Box<Leaving>),
    Unsold(Box<Unsold>),
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<StockRow>, Notice>),
    Families(families::Message),
    TakeIn,
    Leave(Way),
    CountUnsold,
    Intake(intake::Message),
    Leaving(leaving::Message),
    Unsold(unsold::Message),
    Touch(Touch),
    Print(GoodsNoteId),
    /// What was noted has been seen.
    Done,
    Back,
}

fn read(context: &Context) -> Task<Message> {
    context.ask(|till| till.stock(None), Message::Known)
}

impl Goods {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let screen = Goods {
            families: Families::new(context),
            doing: Doing::Nothing,
            wrong: None,
        };
        (screen, read(context))
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(Ok(rows)) => self.families.show(rows),
            Message::Known(Err(wrong)) => self.wrong = Some(wrong),
            Message::Families(message) => self.families.update(message),
            Message::TakeIn => {
                self.families.end_writing();
                if let Some(family) = self.families.chosen() {
                    let intake = Intake::new(context, family, self.families.stock());
                    self.doing = Doing::Intake(Box::new(intake));
                }
            }
            Message::Leave(way) => {
                self.families.end_writing();
                if let Some(family) = self.families.chosen() {
                    let stock = self.families.stock();
                    let leaving = Leaving::new(context, way, family, stock);
                    self.doing = Doing::Leaving(Box::new(leaving));
                }
            }
            Message::CountUnsold => {
                self.families.end_writing();
                if let Some(family) = self.families.chosen() {
                    let unsold = Unsold::new(context, family, self.families.stock());
                    self.doing = Doing::Unsold(Box::new(unsold));
                }
            }
            Message::Intake(message) => {
                if let Doing::Intake(intake) = &mut self.doing
                    && let Some(task) = intake.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Leaving(message) => {
                if let Doing::Leaving(leaving) = &mut self.doing
                    && let Some(task) = leaving.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Unsold(message) => {
                if let Doing::Unsold(unsold) = &mut self.doing
                    && let Some(task) = unsold.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Touch(touch) => match &mut self.doing {
                Doing::Intake(intake) => intake.touch(touch),
                Doing::Leaving(leaving) => leaving.touch(touch),
                Doing::Unsold(_) => {}
                Doing::Nothing => self.families.touch(touch),
            },
            Message::Print(note) => return Action::Intent(Intent::Print(Paper::Goods(note))),
            Message::Done => {
                self.doing = Doing::Nothing;
                return Action::Run(read(context));
            }
            Message::Back => match self.doing {
                Doing::Nothing => return Action::Intent(Intent::Go(Place::Desk)),
                Doing::Intake(_) | Doing::Leaving(_) | Doing::Unsold(_) => {
                    self.doing = Doing::Nothing;
                    return Action::Run(read(context));
                }
            },
        }
        Action::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        match &self.doing {
            Doing::Intake(intake) => {
                let title = tr!(texts, "desk-intake-title");
                let content = intake.view(context);
                let page = page(context, title, Message::Back, [], content);
                return intake.over(context, page);
            }
            Doing::Leaving(leaving) => {
                let (title, content) = (leaving.title(context), leaving.view(context));
                let page = page(context, title, Message::Back, [], content);
                return leaving.over(context, page);
            }
            Doing::Unsold(unsold) => {
                let title = tr!(texts, "desk-unsold-title");
                return page(context, title, Message::Back, [], unsold.view(context));
            }
            Doing::Nothing => {}
        }
        let chosen: Element<'_, Message> = match (self.families.chosen(), &self.wrong) {
            (_, Some(wrong)) => trouble(context, Some(wrong)).unwrap_or(Space::new().into()),
            (Some(family), None) => overview::view(context, family, self.families.stock()),
            (None, None) => empty(
                dir,
                Icon::Package,
                tr!(texts, "desk-goods-choose"),
                tr!(texts, "desk-goods-choose-hint"),
            ),
        };
        let chosen = container(chosen)
            .class(Surface::Card)
            .padding(space::L)
            .width(Fill)
            .height(Fill);
        let list = container(self.families.view(context)).width(Length::Fixed(LIST));
        let content = dir.row([list.into(), chosen.into()]).spacing(space::L);
        let title = tr!(texts, "desk-goods-title");
        let page = page(context, title, Message::Back, [], content);
        self.families.over(context, page)
    }
}

/// What is known of the stock of a product line; nothing before its first intake.
fn row_of<'r>(rows: &'r [StockRow], line: &ProductLine) -> Option<&'r StockRow> {
    rows.iter().find(|row| row.sku == line.sku)
}

/// A quantity being typed, as finely as the unit is sold.
#[derive(Debug, Clone)]
struct Counting {
    entry: Entry,
    /// Thousandths in the last digit that can be typed.
    step: i64,
}

impl Counting {
    fn new(unit: Unit) -> Self {
        let (decimals, step) = match unit.is_divisible() {
            true => (3, 1),
            false => (0, 1000),
        };
        Counting {
            entry: Entry::new(decimals),
            step,
        }
    }

    fn press(&mut self, key: Key) {
        self.entry.press(key);
    }

    fn clear(&mut self) {
        self.entry.clear();
    }

    fn is_empty(&self) -> bool {
        self.entry.is_empty()
    }

    fn quantity(&self) -> Quantity {
        Quantity::from_thousandths(self.entry.minor() * self.step)
    }
}

/// Goods of which some are left, and how many of them were counted: typed, or all of
/// them without typing.
#[derive(Debug)]
struct Leftover {
    line: ProductLine,
    left: Quantity,
    count: Counting,
    all: bool,
}

impl Leftover {
    /// Those of a family.
    fn of(context: &Context, family: &FamilyCode, rows: &[StockRow]) -> Vec<Self> {
        let rows = rows.iter().filter(|row| &row.family == family);
        let goods = rows.filter_map(|row| {
            let left = row.stock.left();
            let line = context.catalogue.line(&row.sku)?;
            left.is_positive().then(|| Leftover {
                left,
                count: Counting::new(line.unit),
                all: false,
                line: line.clone(),
            })
        });
        goods.collect()
    }

    fn press(&mut self, key: Key) {
        self.all = false;
        self.count.press(key);
    }

    fn take_all(&mut self) {
        self.all = true;
        self.count.clear();
    }

    /// How many, none where nothing was counted.
    fn quantity(&self) -> Quantity {
        self.counted().unwrap_or_default()
    }

    /// How many, once they were counted.
    fn counted(&self) -> Option<Quantity> {
        match (self.all, self.count.is_empty()) {
            (true, _) => Some(self.left),
            (false, false) => Some(self.count.quantity()),
            (false, true) => None,
        }
    }
}

/// Goods of a note and how many they are.
fn item_line<'a>(context: &Context, item: &NotedGoods) -> Element<'a, Message> {
    let name = context.texts.name(&item.name).to_owned();
    let quantity = shown(context, item.quantity, item.unit);
    reckoning(context.dir, name, quantity, Ink::Inherited)
}

/// Whose goods they are, over the list of them.
fn title<'a>(context: &Context, family: &FamilyCode) -> Element<'a, Message> {
    let name = context.dir.label(family_name(context, family));
    name.size(type_size::TITLE).bold().fill().lines(1).into()
}

/// How much of the chosen goods was typed, and the keys to type it with.
fn typing<'a>(
    context: &Context,
    line: &ProductLine,
    quantity: Quantity,
    on_key: impl Fn(Key) -> Message + 'a,
) -> Column<'a, Message, Theme> {
    let texts = context.texts;
    let corner = match line.unit.is_divisible() {
        true => Corner::Point,
        false => Corner::DoubleZero,
    };
    let amount = figure(
        context,
        texts.name(&line.name).to_owned(),
        texts.quantity_with_unit(quantity, line.unit),
        Ink::Of(Tone::Primary),
    );
    let keys = keypad(texts.digits(), corner, target::LOW_KEY, on_key);
    column![container(amount).id("quantity"), keys].spacing(space::M)
}

/// What is typed above the key that confirms it, and what was wrong between them.
fn side<'a>(
    context: &Context,
    typing: Option<Column<'a, Message, Theme>>,
    wrong: Option<&Notice>,
    confirm: Element<'a, Message>,
) -> Element<'a, Message> {
    let typing = container(Column::new().extend(typing.map(Element::from))).height(Fill);
    column![typing]
        .extend(trouble(context, wrong))
        .push(confirm)
        .spacing(space::M)
        .into()
}

/// What was noted under a number, with the keys to print it and to go on.
fn noted<'a>(
    context: &Context,
    tone: Tone,
    said: String,
    (id, number): (GoodsNoteId, &Number),
    particulars: impl IntoIterator<Item = Element<'a, Message>>,
    print: String,
) -> Element<'a, Message> {
    let word = tr!(context.texts, "desk-slip-number");
    let number = reckoning(context.dir, word, in_one_piece(number), Ink::Inherited);
    let particulars = column![number].extend(particulars).spacing(space::M);
    let keys = [
        print_key(context, print, Message::Print(id)),
        done_key(context, Message::Done),
    ];
    outcome(
        context,
        tone,
        said,
        particulars,
        [context.dir.row(keys).into()],
    )
}

/// A quantity with its unit; pieces are only counted.
fn shown(context: &Context, quantity: Quantity, unit: Unit) -> String {
    match unit {
        Unit::Each => context.texts.quantity(quantity),
        unit => context.texts.quantity_with_unit(quantity, unit),
    }
}
