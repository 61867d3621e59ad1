//! The families' goods: what is left of each, taking goods in, and counting what
//! was not sold.

mod families;
mod intake;
mod overview;
mod unsold;

use iced::widget::{Space, container};
use iced::{Fill, Length, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::frame::{page, trouble};
use crate::app::theme::{Element, Surface, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Entry, Key};
use crate::app::widget::{Icon, empty};
use crate::domain::family::{ProductLine, Unit};
use crate::domain::id::GoodsNoteId;
use crate::domain::money::Quantity;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::store::StockRow;
use crate::tr;

use families::Families;
use intake::Intake;
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
    Unsold(Box<Unsold>),
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Result<Vec<StockRow>, Notice>),
    Families(families::Message),
    TakeIn,
    CountUnsold,
    Intake(intake::Message),
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
                self.families.writing.end();
                if let Some(family) = self.families.chosen() {
                    let intake = Intake::new(context, family, self.families.rows());
                    self.doing = Doing::Intake(Box::new(intake));
                }
            }
            Message::CountUnsold => {
                self.families.writing.end();
                if let Some(family) = self.families.chosen() {
                    let unsold = Unsold::new(context, family, self.families.rows());
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
            Message::Unsold(message) => {
                if let Doing::Unsold(unsold) = &mut self.doing
                    && let Some(task) = unsold.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Touch(touch) => match &mut self.doing {
                Doing::Intake(intake) => intake.touch(touch),
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
                Doing::Intake(_) | Doing::Unsold(_) => {
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
            Doing::Unsold(unsold) => {
                let title = tr!(texts, "desk-unsold-title");
                return page(context, title, Message::Back, [], unsold.view(context));
            }
            Doing::Nothing => {}
        }
        let chosen: Element<'_, Message> = match (self.families.chosen(), &self.wrong) {
            (_, Some(wrong)) => trouble(context, Some(wrong)).unwrap_or(Space::new().into()),
            (Some(family), None) => overview::view(context, family, self.families.rows()),
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

/// A quantity with its unit; pieces are only counted.
fn shown(context: &Context, quantity: Quantity, unit: Unit) -> String {
    match unit {
        Unit::Each => context.texts.quantity(quantity),
        unit => context.texts.quantity_with_unit(quantity, unit),
    }
}
