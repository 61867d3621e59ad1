//! Selling: the shelf with the goods, the ticket beside it, and what is asked on
//! the way. Paying is a screen of its own that stands where the shelf stood.
//!
//! The ticket outlives visits to other places; the shell keeps this screen.

mod basket;
mod discount;
mod facing;
mod goods;
mod goods_sheet;
mod in_hand;
mod keys;
mod line_sheet;
mod open_line;
mod sheet;
mod shelf_view;
mod ticket_view;
mod unknown_sheet;
pub mod words;

use std::sync::Arc;

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::scanner::Scanner;
use crate::app::screen::pay::{self, Pay, Receipt};
use crate::app::widget::keyboard::{Keyboard, Touch};
use crate::domain::fact::UnknownPayment;
use crate::domain::id::Number;
use crate::domain::money::{Money, Quantity};
use crate::domain::sale::{InHand, Sale, any_cash};
use crate::domain::ticket::Ticket;
use crate::locale::search::SearchIndex;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::refund::Exchange;
use crate::services::sell::Completed;
use crate::services::shelf::Marks;
use crate::services::{Approval, Error, Session, Till};
use crate::store::{Kept, Parked, Recorded};

use basket::Basket;
pub use facing::Facing;
use goods::{Arranged, Found, Goods, Way};
use goods_sheet::GoodsSheet;
use in_hand::Keeping;
use line_sheet::{LineSheet, Page};
use sheet::Sheet;

/// The counter: goods, ticket, payment.
#[derive(Debug)]
pub struct Sell {
    goods: Goods,
    basket: Basket,
    stage: Stage,
    sheet: Option<Sheet>,
    /// The goods that are looked at, over everything else.
    about: Option<GoodsSheet>,
    /// What was approved on the way into the ticket.
    approvals: Vec<Approval>,
    /// What came back against this ticket's goods.
    exchange: Option<Exchange>,
    scanner: Scanner,
    /// The keyboard of the screen, while goods are looked for with it.
    keyboard: Option<Keyboard>,
    parked: Vec<Parked>,
    last: Option<Recorded<Sale>>,
    keeping: Keeping,
    /// Payments of which nobody knows yet whether they arrived.
    unknown: Vec<Recorded<UnknownPayment>>,
    /// How the last customer wanted the receipt.
    receipt: Receipt,
}

/// How far the ticket is.
#[derive(Debug)]
enum Stage {
    Filling,
    Paying(Box<Pay>),
    /// Recorded: the last sale is this ticket's, its change is shown.
    Paid,
}

#[derive(Debug, Clone)]
pub enum Message {
    Standing(Box<Result<Standing, Notice>>),
    /// The ticket in hand is on the disk, or is not.
    Kept(Result<(), Notice>),
    Indexed(Result<Arc<SearchIndex<usize>>, Notice>),
    Arranged(Box<Result<(Arc<Arranged>, Marks), Notice>>),
    Package(Option<usize>),
    Way(Way),
    /// Goods were held: what is known of them.
    About(usize),
    Goods(goods_sheet::Message),
    Query(String),
    Found(Found),
    Write,
    Keyboard(Touch),
    /// The pause after a keystroke is over.
    Settled,
    /// A product line was touched, by its place in the catalogue.
    Tile(usize),
    TouchLine(usize),
    Step(usize, i64),
    Remove(usize),
    Edit(usize, Page),
    Sheet(sheet::Message),
    OpenSheet(sheet::Opening),
    Recalled(Box<Result<InHand, Notice>>),
    Pay,
    PayExact,
    Paying(pay::Message),
    NewSale,
    /// What came back is not exchanged after all; nothing was recorded yet.
    NoExchange,
    /// Goods of a sale come back, or all of them.
    GiveBack(Number),
    /// Some other sale is looked for.
    AllSales,
    Print(Paper),
}

/// What is remembered of this till besides the ticket in hand.
#[derive(Debug, Clone)]
pub struct Standing {
    parked: Vec<Parked>,
    last: Option<Recorded<Sale>>,
    unknown: Vec<Recorded<UnknownPayment>>,
    /// The ticket of whoever has just come to the counter.
    kept: Option<Kept>,
}

fn standing(till: &Till, comes: Option<&Session>) -> Result<Standing, Error> {
    let kept = comes.map(|session| till.in_hand(session)).transpose()?;
    Ok(Standing {
        parked: till.parked()?,
        last: till.last_sale()?,
        unknown: till.unknown_payments()?,
        kept: kept.flatten(),
    })
}

/// Makes the index of the goods away from the window's thread.
fn index(context: &Context) -> Task<Message> {
    let catalogue = Arc::clone(&context.catalogue);
    context.ask(
        move |_| Ok(Arc::new(goods::index(&catalogue))),
        Message::Indexed,
    )
}

/// Looks up what the goods are marked with and arranges them by it, away from the
/// window's thread.
fn arrange(context: &Context) -> Task<Message> {
    let catalogue = Arc::clone(&context.catalogue);
    context.ask(
        move |till| {
            let marks = till.marks()?;
            Ok((Arc::new(goods::arrange(&catalogue, &marks)), marks))
        },
        |arranged| Message::Arranged(Box::new(arranged)),
    )
}

impl Sell {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let sell = Sell {
            goods: Goods::new(&context.catalogue),
            basket: Basket::new(context),
            stage: Stage::Filling,
            sheet: None,
            about: None,
            approvals: Vec::new(),
            exchange: None,
            scanner: Scanner::default(),
            keyboard: None,
            parked: Vec::new(),
            last: None,
            keeping: Keeping::default(),
            unknown: Vec::new(),
            receipt: Receipt::default(),
        };
        let session = context.session().clone();
        let look = context.ask(
            move |till| standing(till, Some(&session)),
            |answer| Message::Standing(Box::new(answer)),
        );
        let task = Task::batch([look, index(context), arrange(context)]);
        (sell, task)
    }

    /// Looks up what is parked and what was sold last.
    pub fn look(context: &Context) -> Task<Message> {
        let look = context.ask(
            |till| standing(till, None),
            |answer| Message::Standing(Box::new(answer)),
        );
        Task::batch([look, arrange(context)])
    }

    /// Takes up goods and terms that have changed; the ticket keeps what it has.
    pub fn restock(&mut self, context: &Context) -> Task<Message> {
        self.goods = Goods::new(&context.catalogue);
        self.about = None;
        Task::batch([index(context), arrange(context)])
    }

    /// Begins to choose goods for those that came back.
    pub fn exchange(&mut self, context: &Context, exchange: Exchange) {
        if matches!(self.stage, Stage::Paid) {
            self.start_anew(context);
        }
        self.stage = Stage::Filling;
        self.exchange = Some(exchange);
    }

    /// The ticket in hand, unless there is nothing in it.
    pub fn unfinished(&self) -> Option<&Ticket> {
        Some(self.basket.ticket()).filter(|ticket| !ticket.is_empty())
    }

    /// A name to put the ticket in hand aside under when nobody gives it one.
    pub fn plain_name(&self, context: &Context) -> String {
        words::plain_name(context, self.basket.ticket())
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        let action = self.answer(message, context);
        self.asking_for_goods(action)
    }

    /// The same, with the search for what was typed meanwhile.
    pub(super) fn asking_for_goods(
        &mut self,
        action: Action<Message, Intent>,
    ) -> Action<Message, Intent> {
        // What only the shell can do is never asked together with a search.
        if matches!(action, Action::Intent(_)) {
            return action;
        }
        let Some(question) = self.goods.question() else {
            return action;
        };
        let search = async {
            let found = tokio::task::spawn_blocking(question).await;
            found.expect("a search does not panic")
        };
        let search = Task::perform(search, Message::Found);
        Action::Run(match action {
            Action::Run(task) => Task::batch([task, search]),
            _ => search,
        })
    }

    fn answer(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Standing(answer) => match *answer {
                Ok(standing) => self.stand(context, standing),
                Err(wrong) => return Action::Intent(Intent::Notify(wrong)),
            },
            Message::Kept(answer) => {
                if let Some(wrong) = self.kept(answer) {
                    return Action::Intent(Intent::Notify(wrong));
                }
            }
            Message::Indexed(Ok(index)) => self.goods.take_index(index),
            Message::Indexed(Err(wrong)) => return Action::Intent(Intent::Notify(wrong)),
            Message::Arranged(answer) => match *answer {
                Ok((arranged, marks)) => self.goods.take_order(arranged, marks),
                Err(wrong) => return Action::Intent(Intent::Notify(wrong)),
            },
            Message::Package(package) => {
                self.goods.show(package);
                self.keyboard = None;
            }
            Message::Way(way) => {
                self.goods.go(way);
                self.keyboard = None;
            }
            Message::About(at) => self.about = Some(GoodsSheet::new(at)),
            Message::Goods(message) => return self.update_goods(context, message),
            Message::Query(query) => self.search(query),
            Message::Found(found) => self.goods.take_found(found),
            Message::Write => self.keyboard = Some(Keyboard::new(context.dir)),
            Message::Keyboard(touch) => self.write(touch),
            Message::Settled => self.settle(context),
            Message::Tile(at) => return self.tile(context, at),
            Message::TouchLine(line) => self.basket.touch(line),
            Message::Step(line, by) => return self.step(context, line, by),
            Message::Remove(line) => {
                let removed = self.basket.remove(line);
                return self.or_tell(context, removed);
            }
            Message::Edit(line, page) => {
                let edited = self.basket.ticket().lines.get(line);
                let sheet = edited.map(|edited| LineSheet::for_line(context, line, edited, page));
                self.sheet = sheet.map(|sheet| Sheet::Line(Box::new(sheet)));
            }
            Message::OpenSheet(opening) => self.open(context, opening),
            Message::Sheet(message) => return self.update_sheet(context, message),
            Message::Recalled(answer) => return self.recalled(context, *answer),
            Message::Pay => return self.pay(context, false),
            Message::PayExact => return self.pay(context, true),
            Message::Paying(message) => return self.paying(context, message),
            Message::NewSale => self.start_anew(context),
            Message::NoExchange => {
                if matches!(self.stage, Stage::Filling) {
                    self.exchange = None;
                }
            }
            Message::AllSales => {
                self.sheet = None;
                return Action::Intent(Intent::Go(Place::Refund));
            }
            Message::GiveBack(number) => {
                self.sheet = None;
                return Action::Intent(Intent::Refund(number));
            }
            Message::Print(paper) => return Action::Intent(Intent::Print(paper)),
        }
        Action::None
    }

    fn stand(&mut self, context: &Context, standing: Standing) {
        self.parked = standing.parked;
        self.last = standing.last;
        self.unknown = standing.unknown;
        if let Some(kept) = standing.kept {
            self.take_up(context, kept);
        }
        if let Stage::Paying(pay) = &mut self.stage {
            pay.know_unknown(&self.unknown);
        }
        let id = self.basket.ticket().id;
        if self.parked.iter().any(|parked| parked.ticket.id == id) {
            // Put aside elsewhere, as when a day is closed, it is in hand no longer.
            self.start_anew(context);
        }
    }

    fn write(&mut self, touch: Touch) {
        let Some(keyboard) = &mut self.keyboard else {
            return;
        };
        let mut query = self.goods.query().to_owned();
        if keyboard.touch(touch, &mut query) {
            self.keyboard = None;
        }
        self.search(query);
    }

    fn search(&mut self, query: String) {
        if query != self.goods.query() {
            self.goods.search(query);
        }
    }

    /// Puts goods into the ticket, or asks first what must be known. A sale that
    /// was just paid is over with that.
    fn tile(&mut self, context: &Context, at: usize) -> Action<Message, Intent> {
        match self.stage {
            Stage::Filling => {}
            Stage::Paying(_) => return Action::None,
            Stage::Paid => self.start_anew(context),
        }
        if self.hindrance(&context.catalogue.lines()[at]).is_some() {
            self.about = Some(GoodsSheet::new(at));
            return Action::None;
        }
        self.put(context, at)
    }

    /// Puts goods that nothing hinders into the ticket.
    fn put(&mut self, context: &Context, at: usize) -> Action<Message, Intent> {
        let sku = context.catalogue.lines()[at].sku.clone();
        if let Some(sheet) = LineSheet::for_new(context, &sku) {
            self.sheet = Some(Sheet::Line(Box::new(sheet)));
            return Action::None;
        }
        let added = self
            .basket
            .add(&context.catalogue, &sku, Quantity::ONE, None);
        self.or_tell(context, added)
    }

    fn step(&mut self, context: &Context, line: usize, by: i64) -> Action<Message, Intent> {
        let Some(now) = self.basket.ticket().lines.get(line) else {
            return Action::None;
        };
        let quantity = Some(now.quantity + Quantity::units(by));
        let change = basket::Change {
            quantity,
            ..basket::Change::default()
        };
        let changed = self.basket.change_line(&context.catalogue, line, change);
        self.or_tell(context, changed)
    }

    fn or_tell(
        &self,
        context: &Context,
        done: Result<(), impl Into<Error>>,
    ) -> Action<Message, Intent> {
        match done {
            Ok(()) => Action::None,
            Err(refusal) => Action::Intent(Intent::Notify(context.told(refusal))),
        }
    }

    fn start_anew(&mut self, context: &Context) {
        self.basket = Basket::new(context);
        self.approvals.clear();
        self.exchange = None;
        self.stage = Stage::Filling;
        self.goods.search(String::new());
    }

    /// What the key for exact cash beside the ticket asks for.
    fn exact_cash(&self, context: &Context) -> Money {
        let bazaar = &context.catalogue.bazaar;
        crate::domain::sale::CashDue::of(bazaar, self.basket.due(), Money::ZERO).due
    }

    fn pay(&mut self, context: &Context, exactly: bool) -> Action<Message, Intent> {
        if self.basket.is_empty() || matches!(self.stage, Stage::Paying(_)) {
            return Action::None;
        }
        self.keyboard = None;
        let mut pay = match Pay::new(
            context,
            self.basket.ticket().clone(),
            self.approvals.clone(),
        ) {
            Ok(pay) => pay,
            Err(error) => return Action::Intent(Intent::Notify(context.told(error))),
        };
        pay.begin_exchange(self.exchange.clone());
        pay.know_unknown(&self.unknown);
        pay.want_receipt(self.receipt);
        let task = if exactly {
            pay.pay_exactly(context)
        } else {
            Task::none()
        };
        self.stage = Stage::Paying(Box::new(pay));
        Action::Run(task.map(Message::Paying))
    }

    fn paying(&mut self, context: &Context, message: pay::Message) -> Action<Message, Intent> {
        let Stage::Paying(pay) = &mut self.stage else {
            return Action::None;
        };
        let is_noted = matches!(message, pay::Message::Noted(_));
        let outcome = pay.update(message, context);
        self.receipt = pay.receipt();
        match outcome {
            // What is known of unknown payments has changed.
            pay::Outcome::Waiting if is_noted => Action::Run(Self::look(context)),
            pay::Outcome::Waiting => Action::None,
            pay::Outcome::Run(task) => Action::Run(task.map(Message::Paying)),
            pay::Outcome::Left => {
                self.stage = Stage::Filling;
                Action::None
            }
            pay::Outcome::Paid(paid) => self.paid(context, *paid),
        }
    }

    fn paid(&mut self, context: &Context, paid: Completed) -> Action<Message, Intent> {
        let sale = paid.sale.fact.id;
        let cash = any_cash(&paid.sale.fact.tenders);
        self.goods.follow(&paid.sale);
        self.last = Some(paid.sale);
        self.stage = Stage::Paid;
        self.approvals.clear();
        self.exchange = None;
        self.basket = Basket::new(context);
        self.goods.search(String::new());
        match paid.again {
            // The answer was lost once; the first time all this was done already.
            true => Action::None,
            false => {
                if self.receipt == Receipt::Shown {
                    self.sheet = Some(Sheet::LastSale);
                }
                let print = self.receipt == Receipt::Printed;
                Action::Intent(Intent::Sold { sale, cash, print })
            }
        }
    }
}
