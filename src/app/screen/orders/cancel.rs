//! Cancelling an order: what of its deposit goes back and what is kept, why, and
//! a supervisor's word.

use std::ops::ControlFlow;

use iced::Fill;
use iced::widget::column;

use super::{Message as Screen, Step};
use crate::app::context::Context;
use crate::app::screen::approval::{self, Approving};
use crate::app::screen::frame::{alone, figure, in_one_piece, outcome, page, trouble};
use crate::app::screen::writing::{Reason, Writing};
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::keyboard::Touch;
use crate::app::widget::{Icon, button, chip, notice, reckoning};
use crate::domain::bazaar::Beneficiary;
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderCancellation};
use crate::domain::sale::TenderKind;
use crate::domain::staff::Act;
use crate::key;
use crate::locale::Key;
use crate::services::Approval;
use crate::services::notice::Notice;
use crate::services::printing::Paper;
use crate::store::OrderRow;
use crate::tr;

#[derive(Debug)]
pub struct Cancelling {
    order: Order,
    keeps: bool,
    reason: Reason,
    writing: Writing<()>,
    approving: Option<Approving>,
    asking: bool,
    done: Option<OrderCancellation>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Keep(bool),
    Reason(usize),
    OwnReason(String),
    Write,
    Confirm,
    Answered(Box<Result<OrderCancellation, Notice>>),
}

fn reasons() -> [Key; 4] {
    [
        key!("desk-cancel-customer"),
        key!("desk-cancel-family"),
        key!("desk-cancel-late"),
        key!("desk-cancel-mistake"),
    ]
}

impl Cancelling {
    pub fn new(context: &Context, row: &OrderRow) -> Self {
        Cancelling {
            order: row.order.clone(),
            keeps: false,
            reason: Reason::default(),
            writing: Writing::new(context),
            approving: None,
            asking: false,
            done: None,
            wrong: None,
        }
    }

    fn kept(&self) -> Money {
        match self.keeps {
            true => self.order.most_kept(),
            false => Money::ZERO,
        }
    }

    pub fn touch(&mut self, touch: Touch) {
        self.writing.touch(touch, &mut self.reason.own);
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::Keep(keeps) => self.keeps = keeps,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
            Message::Write => self.writing.begin(()),
            Message::Confirm if approval::is_needed(context, Act::CancelOrder) => {
                self.writing.end();
                let (approving, task) = Approving::new(context, Act::CancelOrder);
                self.approving = Some(approving);
                return Step::Run(task.map(Screen::Approval));
            }
            Message::Confirm => return self.perform(context, None),
            Message::Answered(answer) => {
                self.asking = false;
                match *answer {
                    Ok(done) => {
                        let paper = Paper::OrderCancelled {
                            order: done.order,
                            day: done.day,
                        };
                        let cash = done.cash_returned().is_positive();
                        self.done = Some(done);
                        return match cash {
                            true => Step::OpenAndPrint(paper),
                            false => Step::Print(vec![paper]),
                        };
                    }
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
        }
        Step::None
    }

    pub fn approval(&mut self, message: approval::Message, context: &Context) -> Step {
        match super::asked(&mut self.approving, message, context) {
            ControlFlow::Break(step) => step,
            ControlFlow::Continue(approval) => self.perform(context, Some(approval)),
        }
    }

    fn perform(&mut self, context: &Context, approval: Option<Approval>) -> Step {
        self.asking = true;
        self.wrong = None;
        self.writing.end();
        let (session, order, kept) = (context.session().clone(), self.order.id, self.kept());
        let reason = self.reason.text(context, &reasons());
        Step::Run(context.ask(
            move |till| till.cancel_order(&session, order, kept, reason, approval.as_ref()),
            |answer| Screen::Cancelling(Message::Answered(Box::new(answer))),
        ))
    }

    pub fn view(&self, context: &Context) -> Element<'_, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        if let Some(done) = &self.done {
            return cancelled(context, done);
        }
        let own = |message| Screen::Cancelling(message);
        let deposit = self.order.deposit;
        let keeper = match context.catalogue.bazaar.kept_deposit_goes_to {
            Beneficiary::Family => tr!(texts, "desk-cancel-keep-family"),
            Beneficiary::Organiser => tr!(texts, "desk-cancel-keep-organiser"),
        };
        let mut content = column![
            dir.label(tr!(
                texts,
                "desk-cancel-about",
                name = self.order.customer.name.as_str()
            ))
            .size(type_size::TITLE)
            .bold()
            .fill(),
        ]
        .spacing(space::L);
        if deposit.is_positive() {
            let choices = [
                (false, tr!(texts, "desk-cancel-return"), "return-deposit"),
                (true, keeper, "keep-deposit"),
            ]
            .map(|(keeps, word, id)| {
                chip(dir, word, self.keeps == keeps, own(Message::Keep(keeps)))
                    .fill()
                    .id(id)
                    .into()
            });
            let back = deposit - self.kept();
            let way_back = match self.order.deposit_by() {
                Some(kind) => online_back(context, kind),
                None => tr!(texts, "desk-cancel-cash-back"),
            };
            content = content
                .push(super::paid_before(context, &self.order))
                .push(dir.grid(choices, 2).spacing(space::S))
                .push(reckoning(
                    dir,
                    way_back,
                    context.money(back),
                    Ink::Of(Tone::Primary),
                ));
        } else {
            let text = tr!(texts, "desk-cancel-no-deposit");
            content = content.push(notice(dir, Tone::Info, text));
        }
        let reason = self.reason.view(
            context,
            &reasons(),
            2,
            |at| own(Message::Reason(at)),
            move |text| own(Message::OwnReason(text)),
            own(Message::Write),
        );
        let given = !self.reason.text(context, &reasons()).is_empty();
        let content = content
            .push(reason)
            .extend(trouble(context, self.wrong.as_ref()))
            .push(
                button(dir, tr!(texts, "desk-order-cancel"))
                    .danger()
                    .large()
                    .fill()
                    .icon(Icon::Trash)
                    .on_press_maybe((given && !self.asking).then_some(own(Message::Confirm)))
                    .id("confirm"),
            );
        let title = tr!(texts, "desk-cancel-title");
        let page = page(context, title, Screen::Back, [], alone(content));
        let caption = tr!(texts, "desk-reason");
        let page = self
            .writing
            .over(context, page, caption, &self.reason.own, Screen::Touch);
        match &self.approving {
            Some(approving) => approving.over(context, page, Screen::Approval),
            None => page,
        }
    }
}

/// The word for money that goes back the way it was paid online.
fn online_back(context: &Context, kind: &TenderKind) -> String {
    let tender = context.texts.word(kind);
    tr!(context.texts, "desk-cancel-online-back", tender = tender)
}

/// What goes back to the customer now, and what was kept.
fn cancelled<'a>(context: &Context, done: &OrderCancellation) -> Element<'a, Screen> {
    let (dir, texts) = (context.dir, context.texts);
    let back = match &done.returned_online {
        Some(tender) => (online_back(context, &tender.kind), tender.amount),
        None => (tr!(texts, "desk-cancel-cash-back"), done.cash_returned()),
    };
    let ink = Ink::Of(Tone::Primary);
    let mut first = column![figure(context, back.0, context.money(back.1), ink)];
    if let Some(tender) = &done.returned_online {
        let reference = in_one_piece(&tender.reference);
        let reference = (!tender.reference.is_empty()).then(|| {
            let word = tr!(texts, "desk-cancel-online-reference");
            reckoning(dir, word, reference, Ink::Inherited)
        });
        let said = tr!(texts, "desk-cancel-online-do");
        first = first
            .extend(reference)
            .push(notice(dir, Tone::Warning, said));
    }
    let back = first.spacing(space::M).width(Fill);
    let kept = done.kept.is_positive().then(|| {
        let word = match done.kept_by {
            Beneficiary::Family => tr!(texts, "desk-cancel-keep-family"),
            Beneficiary::Organiser => tr!(texts, "desk-cancel-keep-organiser"),
        };
        reckoning(dir, word, context.money(done.kept), Ink::Inherited)
    });
    let particulars = column![back].extend(kept).spacing(space::L);
    let finish = button(dir, tr!(texts, "desk-done"))
        .primary()
        .large()
        .fill()
        .on_press(Screen::Listing)
        .id("done");
    let number = in_one_piece(&done.order_number);
    let title = tr!(texts, "desk-cancelled", number = number);
    let content = outcome(context, Tone::Success, title, particulars, [finish.into()]);
    page(
        context,
        tr!(texts, "desk-cancel-title"),
        Screen::Listing,
        [],
        content,
    )
}
