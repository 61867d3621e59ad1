//! Taking an order: first the goods, then the customer, the wish, the date and
//! the deposit. The two steps are drawn in `goods` and `customer`.

mod customer;
mod goods;

use chrono::{NaiveDate, TimeDelta};

use super::{Message as Screen, Step};
use crate::app::context::Context;
use crate::app::intent::Intent;
use crate::app::screen::frame::{done_key, in_one_piece, outcome, page, print_key};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::keypad::{Entry, Key};
use crate::app::widget::{Icon, button, reckoning};
use crate::domain::id::{OrderId, Sku, TicketId};
use crate::domain::money::{Money, Quantity};
use crate::domain::order::{Customer, Order};
use crate::domain::rounding::percent_of;
use crate::domain::sale::{Offer, TenderKind, any_cash};
use crate::domain::ticket::Ticket;
use crate::locale::search::{SearchIndex, Searchable};
use crate::services::notice::Notice;
use crate::services::order::OrderRequest;
use crate::services::printing::Paper;
use crate::services::{Error, Refusal};
use crate::tr;

/// The most goods shown for what was typed.
const FOUND: usize = 120;

/// The fields that are written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Search,
    Name,
    Phone,
    Address,
    Wish,
}

#[derive(Debug)]
enum At {
    Goods,
    Customer,
    Taken(Box<Order>),
}

#[derive(Debug)]
pub struct Taking {
    id: OrderId,
    at: At,
    index: SearchIndex<usize>,
    query: String,
    every_line: bool,
    /// Goods shown, by their place in the catalogue.
    shown: Vec<usize>,
    ticket: Ticket,
    /// A product line whose price is agreed at the counter, and the price so far.
    pricing: Option<(Sku, Entry)>,
    name: String,
    phone: String,
    /// Where it is brought to; nowhere while it is collected.
    address: Option<String>,
    wish: String,
    due: Option<NaiveDate>,
    deposit: Entry,
    way: TenderKind,
    writing: Writing<Field>,
    asking: bool,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    EveryLine(bool),
    Write(Field),
    Written(Field, String),
    Add(usize),
    Price(Key),
    Priced,
    NotPriced,
    More(usize),
    Less(usize),
    Next,
    Due(Option<NaiveDate>),
    DueLater(i64),
    Deposit(Key),
    DepositOf(Money),
    Way(TenderKind),
    /// Whether it is brought to the customer.
    Deliver(bool),
    Confirm,
    Taken(Box<Result<Order, Notice>>),
    Print,
    PrintForFamilies,
}

impl Taking {
    pub fn new(context: &Context) -> Self {
        let lines = context.catalogue.lines();
        let names: Vec<[&str; 2]> = lines
            .iter()
            .map(|line| [line.name.arabic(), line.name.english()])
            .collect();
        let codes: Vec<[&str; 1]> = lines.iter().map(|line| [line.sku.as_str()]).collect();
        let searchable = names.iter().zip(&codes).enumerate();
        let index = SearchIndex::new(searchable.map(|(id, (names, codes))| Searchable {
            id,
            names,
            codes,
        }));
        let moments = context.till.moments();
        let digits = context.catalogue.bazaar.currency.digits();
        let mut taking = Taking {
            id: OrderId(moments.new_id()),
            at: At::Goods,
            index,
            query: String::new(),
            every_line: !lines.iter().any(|line| line.active && line.made_to_order),
            shown: Vec::new(),
            ticket: Ticket::new(TicketId(moments.new_id())),
            pricing: None,
            name: String::new(),
            phone: String::new(),
            address: None,
            wish: String::new(),
            due: None,
            deposit: Entry::new(digits),
            way: TenderKind::Cash,
            writing: Writing::new(context),
            asking: false,
            wrong: None,
        };
        taking.search(context);
        taking
    }

    /// An order for goods that were chosen at the counter.
    pub fn of(context: &Context, ticket: Ticket) -> Self {
        Taking {
            ticket,
            ..Taking::new(context)
        }
    }

    fn search(&mut self, context: &Context) {
        let lines = context.catalogue.lines();
        let every = self.every_line;
        let fits = |at: &usize| lines[*at].active && (every || lines[*at].made_to_order);
        self.shown = match self.query.trim().is_empty() {
            true => (0..lines.len()).filter(fits).take(FOUND).collect(),
            false => {
                let found = self.index.find(&self.query, FOUND).into_iter();
                found.map(|(at, _)| at).filter(fits).collect()
            }
        };
    }

    fn total(&self) -> Money {
        self.ticket
            .price()
            .map(|priced| priced.due)
            .unwrap_or_default()
    }

    /// The least deposit the bazaar's terms ask for.
    fn least(&self, context: &Context) -> Money {
        percent_of(self.total(), context.catalogue.bazaar.order_deposit)
    }

    /// The deposit typed; the least while nothing was.
    fn deposit(&self, context: &Context) -> Money {
        match self.deposit.is_empty() {
            true => self.least(context),
            false => Money::from_minor(self.deposit.minor()),
        }
    }

    /// Goes back a step, or leaves when there is none to go back to.
    pub fn step_back(&mut self) -> Step {
        self.writing.end();
        match self.at {
            At::Customer => {
                self.at = At::Goods;
                Step::None
            }
            At::Goods | At::Taken(_) => Step::Leave,
        }
    }

    pub fn touch(&mut self, touch: Touch, context: &Context) {
        if let Some(field) = self.writing.field() {
            let text = match field {
                Field::Search => &mut self.query,
                Field::Name => &mut self.name,
                Field::Phone => &mut self.phone,
                Field::Address => self.address.get_or_insert_default(),
                Field::Wish => &mut self.wish,
            };
            self.writing.touch(touch, text);
            self.search(context);
        }
    }

    fn written(&self, field: Field) -> &str {
        match field {
            Field::Search => &self.query,
            Field::Name => &self.name,
            Field::Phone => &self.phone,
            Field::Address => self.address.as_deref().unwrap_or_default(),
            Field::Wish => &self.wish,
        }
    }

    fn add(&mut self, context: &Context, sku: &Sku, price: Option<Money>) {
        let added = self
            .ticket
            .add(&context.catalogue, sku, Quantity::ONE, price);
        self.wrong = added.err().map(|refusal| {
            let currency = context.catalogue.bazaar.currency;
            let error = Error::from(Refusal::from(refusal));
            Notice::of(&error, context.texts, Some(currency))
        });
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::EveryLine(every) => {
                self.every_line = every;
                self.search(context);
            }
            Message::Write(field) => self.writing.begin(field),
            Message::Written(field, text) => {
                match field {
                    Field::Search => self.query = text,
                    Field::Name => self.name = text,
                    Field::Phone => self.phone = text,
                    Field::Address => self.address = Some(text),
                    Field::Wish => self.wish = text,
                }
                self.search(context);
            }
            Message::Add(at) => {
                let line = &context.catalogue.lines()[at];
                let digits = context.catalogue.bazaar.currency.digits();
                match line.price {
                    Some(_) => self.add(context, &line.sku, None),
                    None => self.pricing = Some((line.sku.clone(), Entry::new(digits))),
                }
            }
            Message::Price(key) => {
                if let Some((_, entry)) = &mut self.pricing {
                    entry.press(key);
                }
            }
            Message::Priced => {
                if let Some((sku, entry)) = self.pricing.take() {
                    self.add(context, &sku, Some(Money::from_minor(entry.minor())));
                }
            }
            Message::NotPriced => self.pricing = None,
            Message::More(at) => self.step_quantity(at, Quantity::ONE),
            Message::Less(at) => self.step_quantity(at, Quantity::units(-1)),
            Message::Next => {
                self.writing.end();
                self.at = At::Customer;
            }
            Message::Due(due) => self.due = due,
            Message::DueLater(days) => {
                let today = super::today(context);
                let due = self.due.unwrap_or(today) + TimeDelta::days(days);
                self.due = Some(due.max(today));
            }
            Message::Deposit(key) => self.deposit.press(key),
            Message::DepositOf(sum) => self.deposit = super::hand_over::typed(sum, context),
            Message::Way(way) => self.way = way,
            Message::Deliver(true) => {
                self.address.get_or_insert_default();
            }
            Message::Deliver(false) => self.address = None,
            Message::Confirm => return self.confirm(context),
            Message::Taken(taken) => {
                self.asking = false;
                match *taken {
                    Ok(order) => {
                        let cash = any_cash(&order.tenders);
                        self.at = At::Taken(Box::new(order));
                        if cash {
                            return Step::Ask(Intent::OpenDrawer);
                        }
                    }
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
            Message::Print => {
                if let At::Taken(order) = &self.at {
                    return Step::Ask(Intent::Print(Paper::Order(order.id)));
                }
            }
            Message::PrintForFamilies => {
                if let At::Taken(order) = &self.at {
                    return Step::Print(super::papers_for_families(order));
                }
            }
        }
        Step::None
    }

    fn step_quantity(&mut self, at: usize, step: Quantity) {
        let quantity = self.ticket.lines[at].quantity + step;
        // What its unit can't have stays as it was; nothing left takes it away.
        if quantity.is_positive() {
            let _ = self.ticket.set_quantity(at, quantity);
        } else {
            let _ = self.ticket.remove(at);
        }
    }

    fn confirm(&mut self, context: &Context) -> Step {
        self.asking = true;
        self.wrong = None;
        self.writing.end();
        let deposit = self.deposit(context);
        let offers = match deposit.is_positive() {
            true => vec![Offer::new(self.way.clone(), deposit)],
            false => Vec::new(),
        };
        let request = OrderRequest {
            id: self.id,
            ticket: self.ticket.clone(),
            customer: Customer {
                name: self.name.trim().to_owned(),
                phone: self.phone.trim().to_owned(),
                address: self.written(Field::Address).trim().to_owned(),
            },
            wish: self.wish.trim().to_owned(),
            due_on: self.due,
            deposit: offers,
        };
        let session = context.session().clone();
        Step::Run(context.ask(
            move |till| till.take_order(&session, request),
            |taken| Screen::Taking(Message::Taken(Box::new(taken))),
        ))
    }

    pub fn view(&self, context: &Context) -> Element<'_, Screen> {
        let texts = context.texts;
        let (title, content) = match &self.at {
            At::Goods => (tr!(texts, "desk-take-goods"), self.goods(context)),
            At::Customer => (tr!(texts, "desk-take-customer"), self.customer(context)),
            At::Taken(order) => (tr!(texts, "desk-orders-title"), taken(context, order)),
        };
        let page = page(context, title, Screen::Back, [], content);
        let field = self.writing.field().unwrap_or(Field::Search);
        let caption = match field {
            Field::Search => tr!(texts, "desk-search-goods"),
            Field::Name => tr!(texts, "desk-customer-name"),
            Field::Phone => tr!(texts, "desk-customer-phone"),
            Field::Address => tr!(texts, "desk-customer-address"),
            Field::Wish => tr!(texts, "desk-order-wish"),
        };
        let written = self.written(field);
        let page = self
            .writing
            .over(context, page, caption, written, Screen::Touch);
        match &self.pricing {
            Some((sku, entry)) => goods::pricing(context, sku, entry, page),
            None => page,
        }
    }
}

fn taken<'a>(context: &Context, order: &Order) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let line = |word, amount, ink| reckoning(dir, word, context.money(amount), ink);
    let particulars = iced::widget::column![
        line(tr!(texts, "desk-order-total"), order.total, Ink::Inherited),
        line(
            tr!(texts, "desk-order-deposit"),
            order.deposit,
            Ink::Inherited
        ),
        line(
            tr!(texts, "desk-order-balance"),
            order.total - order.deposit,
            Ink::Of(Tone::Primary)
        ),
    ]
    .spacing(space::M);
    let next = [dir
        .row([
            print_key(
                context,
                tr!(texts, "desk-print"),
                Screen::Taking(Message::Print),
            ),
            button(dir, tr!(texts, "desk-order-print-family"))
                .large()
                .icon(Icon::People)
                .on_press(Screen::Taking(Message::PrintForFamilies))
                .id("print-family")
                .into(),
            done_key(context, Screen::Listing),
        ])
        .into()];
    let title = tr!(
        texts,
        "desk-order-taken",
        number = in_one_piece(&order.number)
    );
    outcome(context, Tone::Success, title, particulars, next)
}
