//! A courier's run: every order that is paid and goes to a door, handed over at once.

use iced::Fill;
use iced::widget::{Column, column, container};

use super::{Message as Screen, Step};
use crate::app::context::Context;
use crate::app::screen::frame::{
    alone, done_key, figure, in_one_piece, outcome, over, page, rows, trouble,
};
use crate::app::theme::{Element, Ink, Tone, space, type_size};
use crate::app::widget::{Icon, badge, button, divider, notice, scroll};
use crate::domain::id::OrderId;
use crate::services::notice::Notice;
use crate::services::order::LeftBehind;
use crate::store::OrderRow;
use crate::tr;

/// How much of the window the list of a run has at most.
const LIST: f32 = 420.0;

#[derive(Debug)]
pub struct Run {
    rows: Vec<OrderRow>,
    asking: bool,
    /// How many went out, and what is said of those that stayed.
    done: Option<(usize, Vec<LeftBehind>)>,
    wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Confirm,
    Answered(Result<(usize, Vec<LeftBehind>), Notice>),
}

impl Run {
    pub fn new(rows: Vec<OrderRow>) -> Self {
        Run {
            rows,
            asking: false,
            done: None,
            wrong: None,
        }
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Step {
        match message {
            Message::Confirm if self.asking => {}
            Message::Confirm => {
                self.asking = true;
                self.wrong = None;
                let session = context.session().clone();
                let orders: Vec<OrderId> = self.rows.iter().map(|row| row.order.id).collect();
                return Step::Run(context.ask(
                    move |till| {
                        let run = till.hand_over_run(&session, orders)?;
                        Ok((run.gone.len(), run.left))
                    },
                    |answer| Screen::Running(Message::Answered(answer)),
                ));
            }
            Message::Answered(answer) => {
                self.asking = false;
                match answer {
                    Ok(done) => self.done = Some(done),
                    Err(wrong) => self.wrong = Some(wrong),
                }
            }
        }
        Step::None
    }

    pub fn view(&self, context: &Context) -> Element<'_, Screen> {
        let (dir, texts) = (context.dir, context.texts);
        let title = tr!(texts, "desk-run-title");
        if let Some((gone, left)) = &self.done {
            let word = tr!(texts, "desk-run-handed-over");
            let count = figure(context, word, texts.count(*gone), Ink::Of(Tone::Primary));
            let left = left.iter().map(|left| {
                let said = left.said(texts);
                notice(dir, Tone::Warning, said)
            });
            let left = Column::with_children(left).spacing(space::S);
            let left = container(scroll::vertical(dir, left)).max_height(LIST);
            let particulars = column![count, left].spacing(space::L);
            let next = [done_key(context, Screen::Listing)];
            let (tone, said) = match gone {
                0 => (Tone::Warning, tr!(texts, "desk-run-none-went")),
                _ => (Tone::Success, tr!(texts, "desk-run-done")),
            };
            let content = outcome(context, tone, said, particulars, next);
            return page(context, title, Screen::Listing, [], content);
        }
        let list = rows(self.rows.iter().map(|row| line(context, row)));
        let confirm = button(dir, tr!(texts, "desk-run-confirm"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Truck)
            .on_press_maybe((!self.asking).then_some(Screen::Running(Message::Confirm)))
            .id("confirm");
        let about = dir.label(tr!(texts, "desk-run-about")).muted().fill();
        let content = column![about, divider()]
            .push(container(scroll::vertical(dir, list)).max_height(LIST))
            .extend(trouble(context, self.wrong.as_ref()))
            .push(confirm)
            .spacing(space::L);
        page(context, title, Screen::Back, [], alone(content))
    }
}

/// Whose it is, where it goes and under which number.
fn line<'a>(context: &Context, row: &'a OrderRow) -> Element<'a, Screen> {
    let dir = context.dir;
    let order = &row.order;
    let customer = &order.customer;
    let (name, address) = (customer.name.clone(), customer.address.clone());
    let who = over(dir, name, address, type_size::SMALL);
    let number = match &order.shop {
        Some(shop) => in_one_piece(&shop.number),
        None => in_one_piece(&order.number),
    };
    let number = dir
        .label(number)
        .size(type_size::SMALL)
        .muted()
        .whole()
        .into();
    let expired = order.expired(&context.catalogue, super::today(context));
    let stays = (!expired.is_empty()).then(|| {
        let said = tr!(context.texts, "desk-run-stays");
        badge(dir, said, Tone::Danger)
    });
    let marks = stays.into_iter().chain([number]);
    container(dir.row([who].into_iter().chain(marks)))
        .padding(dir.padding(space::S, 0.0, 0.0))
        .width(Fill)
        .into()
}
