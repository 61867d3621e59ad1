//! Refunding: the sale is found, what comes back of it is chosen, a supervisor
//! agrees, and the screen says what to hand over.

mod find;
mod goods;

use iced::widget::column;
use iced::{Fill, Task};

use crate::app::context::{Action, Context};
use crate::app::intent::{Intent, Place};
use crate::app::screen::approval::{self, Approving, Outcome};
use crate::app::screen::frame::{done_key, in_one_piece, outcome, page, print_key};
use crate::app::screen::writing::Writing;
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{badge, button, reckoning};
use crate::domain::id::RefundId;
use crate::domain::refund::{AlreadyRefunded, Refund as Fact};
use crate::domain::sale::Sale;
use crate::domain::staff::Act;
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::services::refund::{Exchange, GoodsBack};
use crate::store::Recorded;
use crate::tr;

use find::Find;
use goods::Goods;

/// A sale and what was given back of it already.
pub type Found = (Recorded<Sale>, AlreadyRefunded);

#[derive(Debug)]
enum Phase {
    Finding(Find),
    Choosing(Box<Goods>),
    Done(Box<Recorded<Fact>>),
}

#[derive(Debug)]
pub struct Refund {
    phase: Phase,
    writing: Writing<()>,
    approving: Option<Approving>,
    /// Whether other goods are wanted for what comes back, not money.
    exchanging: bool,
}

#[derive(Debug, Clone)]
pub enum Message {
    Find(find::Message),
    /// A receipt was scanned, or its number typed elsewhere.
    Scanned(String),
    Found(Box<Result<Found, Notice>>),
    Goods(goods::Message),
    Write,
    Touch(Touch),
    Confirm,
    /// Other goods are wanted for what comes back.
    Exchange,
    /// A copy of the sale's receipt is wanted.
    PrintSale,
    Approval(approval::Message),
    Refunded(Box<Result<Recorded<Fact>, Notice>>),
    Print,
    Another,
    Back,
}

impl Refund {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let (find, task) = Find::new(context);
        let screen = Refund {
            phase: Phase::Finding(find),
            writing: Writing::new(context),
            approving: None,
            exchanging: false,
        };
        (screen, task)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Find(message) => {
                if let Phase::Finding(find) = &mut self.phase
                    && let Some(task) = find.update(message, context)
                {
                    return Action::Run(task);
                }
            }
            Message::Scanned(text) => return Action::Run(find::look(context, text)),
            Message::Found(found) => match (*found, &mut self.phase) {
                (Ok(found), _) => {
                    let id = RefundId(context.till.moments().new_id());
                    self.phase = Phase::Choosing(Box::new(Goods::new(id, found)));
                }
                (Err(wrong), Phase::Finding(find)) => find.wrong = Some(wrong),
                (Err(wrong), Phase::Choosing(goods)) => goods.wrong = Some(wrong),
                (Err(_), Phase::Done(_)) => {}
            },
            Message::Write => self.writing.begin(()),
            Message::Touch(touch) => {
                if let Phase::Choosing(goods) = &mut self.phase {
                    self.writing.touch(touch, &mut goods.reason.own);
                }
            }
            Message::Goods(message) => {
                if let Phase::Choosing(goods) = &mut self.phase {
                    goods.update(message);
                }
            }
            Message::Exchange => {
                self.exchanging = true;
                return self.confirm(context);
            }
            Message::Confirm => {
                self.exchanging = false;
                return self.confirm(context);
            }
            Message::Approval(message) => {
                let Some(approving) = &mut self.approving else {
                    return Action::None;
                };
                match approving.update(message, context) {
                    Outcome::Waiting => {}
                    Outcome::Run(task) => return Action::Run(task.map(Message::Approval)),
                    Outcome::Left => self.approving = None,
                    Outcome::Approved(approval) => {
                        self.approving = None;
                        return self.perform(context, Some(approval));
                    }
                }
            }
            Message::Refunded(refunded) => match (*refunded, &mut self.phase) {
                (Ok(refund), _) => {
                    let mut tenders = refund.fact.tenders.iter();
                    let cash = tenders.any(|tender| tender.kind.is_cash());
                    self.phase = Phase::Done(Box::new(refund));
                    if cash {
                        return Action::Intent(Intent::OpenDrawer);
                    }
                }
                (Err(wrong), Phase::Choosing(goods)) => {
                    goods.asking = false;
                    goods.wrong = Some(wrong);
                }
                (Err(_), _) => {}
            },
            Message::Print => {
                if let Phase::Done(refund) = &self.phase {
                    return Action::Intent(Intent::Print(Paper::Refund(refund.fact.id)));
                }
            }
            Message::PrintSale => {
                if let Phase::Choosing(goods) = &self.phase {
                    let sale = goods.sale.fact.id;
                    return Action::Intent(Intent::Print(Paper::Receipt(sale)));
                }
            }
            Message::Another => {
                let (screen, task) = Refund::new(context);
                *self = screen;
                return Action::Run(task);
            }
            Message::Back => match self.phase {
                Phase::Choosing(_) => {
                    self.writing.end();
                    let (screen, task) = Refund::new(context);
                    *self = screen;
                    return Action::Run(task);
                }
                _ => return Action::Intent(Intent::Go(Place::Home)),
            },
        }
        Action::None
    }

    /// Asks for a supervisor's word where it is needed, then goes on.
    fn confirm(&mut self, context: &Context) -> Action<Message, Intent> {
        if approval::is_needed(context, Act::Refund) {
            let (approving, task) = Approving::new(context, Act::Refund);
            self.approving = Some(approving);
            return Action::Run(task.map(Message::Approval));
        }
        self.perform(context, None)
    }

    /// Gives the money back, or goes to choose other goods for it.
    fn perform(
        &mut self,
        context: &Context,
        approval: Option<Approval>,
    ) -> Action<Message, Intent> {
        let Phase::Choosing(goods) = &mut self.phase else {
            return Action::None;
        };
        self.writing.end();
        if self.exchanging {
            let Some(credit) = goods.credit(context) else {
                return Action::None;
            };
            let exchange = Exchange {
                back: GoodsBack {
                    request: goods.request(context, true),
                    credit,
                    number: goods.sale.fact.number.clone(),
                },
                approvals: approval.into_iter().collect(),
            };
            return Action::Intent(Intent::Exchange(Box::new(exchange)));
        }
        goods.asking = true;
        goods.wrong = None;
        let session = context.session().clone();
        let request = goods.request(context, goods.in_cash);
        Action::Run(context.ask(
            move |till| till.refund(&session, request, approval.as_ref()),
            |refunded| Message::Refunded(Box::new(refunded)),
        ))
    }

    pub fn view(&self, context: &Context) -> Element<'_, Message> {
        let (dir, texts) = (context.dir, context.texts);
        let (content, end) = match &self.phase {
            Phase::Finding(find) => (find.view(context), None),
            Phase::Choosing(goods) => {
                let number = in_one_piece(&goods.sale.fact.number);
                let mark = badge(
                    dir,
                    tr!(texts, "desk-refund-of", number = number),
                    Tone::Primary,
                );
                (goods.view(context), Some(mark))
            }
            Phase::Done(refund) => (done(context, &refund.fact), None),
        };
        let page = page(
            context,
            tr!(texts, "desk-refund-title"),
            Message::Back,
            end,
            content,
        );
        let page = match &self.phase {
            Phase::Choosing(goods) => {
                let caption = tr!(texts, "desk-reason");
                let written = &goods.reason.own;
                let page = self
                    .writing
                    .over(context, page, caption, written, Message::Touch);
                goods.weigh_over(context, page)
            }
            Phase::Finding(find) => find.over(context, page),
            Phase::Done(_) => page,
        };
        match &self.approving {
            Some(approving) => approving.over(context, page, Message::Approval),
            None => page,
        }
    }
}

/// What to hand over now, and what goes back by itself.
fn done<'a>(context: &Context, refund: &Fact) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let cash = refund
        .tenders
        .iter()
        .filter(|tender| tender.kind.is_cash())
        .map(|tender| tender.amount)
        .sum::<crate::domain::money::Money>();
    let mut particulars = column![]
        .spacing(space::M)
        .align_x(iced::Center)
        .width(Fill);
    if cash.is_positive() {
        particulars = particulars
            .push(
                dir.label(tr!(texts, "desk-refund-hand-over"))
                    .size(type_size::STRONG)
                    .muted()
                    .centre(),
            )
            .push(
                dir.label(context.money(cash))
                    .size(type_size::HERO * 0.75)
                    .bold()
                    .whole()
                    .ink(Ink::Solid(Tone::Success)),
            );
    }
    for tender in refund
        .tenders
        .iter()
        .filter(|tender| !tender.kind.is_cash())
    {
        particulars = particulars.push(reckoning(
            dir,
            tr!(
                texts,
                "desk-refund-goes-back",
                tender = texts.word(&tender.kind)
            ),
            context.money(tender.amount),
            Ink::Inherited,
        ));
    }
    let next = [dir
        .row([
            print_key(context, tr!(texts, "desk-print"), Message::Print),
            button(dir, tr!(texts, "desk-refund-another"))
                .large()
                .on_press(Message::Another)
                .id("another")
                .into(),
            done_key(context, Message::Back),
        ])
        .into()];
    let title = tr!(
        texts,
        "desk-refund-done",
        number = in_one_piece(&refund.number)
    );
    outcome(context, Tone::Success, title, particulars, next)
}
