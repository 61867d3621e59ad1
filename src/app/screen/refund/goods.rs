//! Choosing what comes back of a sale: how many of each line, why, and by which
//! way the money goes. What it comes to is reckoned by the rule that will make
//! the refund.

use iced::Fill;
use iced::Length;
use iced::widget::{Column, column, container};

use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, family_name, figure, trouble};
use crate::app::screen::writing::Reason;
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, type_size};
use crate::app::widget::{
    Icon, badge, button, chip, divider, icon_button, named, reckoning, scroll,
};
use crate::domain::id::RefundId;
use crate::domain::money::Quantity;
use crate::domain::refund::{AlreadyRefunded, Refund, RefundContext, Return, refund};
use crate::domain::sale::{Sale, SaleLine};
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::store::Recorded;
use crate::tr;

#[derive(Debug)]
pub struct Goods {
    pub id: RefundId,
    pub sale: Recorded<Sale>,
    already: AlreadyRefunded,
    back: Vec<Quantity>,
    pub reason: Reason,
    pub in_cash: bool,
    pub asking: bool,
    pub wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    More(usize),
    Less(usize),
    All,
    InCash(bool),
    Reason(usize),
    OwnReason(String),
}

pub fn reasons() -> [Key; 6] {
    [
        key!("desk-refund-defect"),
        key!("desk-refund-changed-mind"),
        key!("desk-refund-wrong-item"),
        key!("desk-refund-wrong-price"),
        key!("desk-refund-expired"),
        key!("desk-refund-entered-twice"),
    ]
}

impl Goods {
    pub fn new(id: RefundId, (sale, already): super::Found) -> Self {
        let back = vec![Quantity::ZERO; sale.fact.lines.len()];
        Goods {
            id,
            sale,
            already,
            back,
            reason: Reason::default(),
            in_cash: false,
            asking: false,
            wrong: None,
        }
    }

    /// What of a line can still come back.
    fn left(&self, at: usize) -> Quantity {
        let already = self.already.lines.get(at).copied().unwrap_or_default();
        self.sale.fact.lines[at].item.quantity - already
    }

    pub fn returns(&self) -> Vec<Return> {
        self.back
            .iter()
            .enumerate()
            .filter(|(_, quantity)| quantity.is_positive())
            .map(|(line, quantity)| Return {
                line,
                quantity: *quantity,
            })
            .collect()
    }

    pub fn update(&mut self, message: Message) {
        self.wrong = None;
        match message {
            // Weighed goods come back whole or not at all.
            Message::More(at) => {
                let step = match self.sale.fact.lines[at].item.unit.is_divisible() {
                    true => self.left(at),
                    false => Quantity::ONE,
                };
                self.back[at] = (self.back[at] + step).min(self.left(at));
            }
            Message::Less(at) => {
                let step = match self.sale.fact.lines[at].item.unit.is_divisible() {
                    true => self.back[at],
                    false => Quantity::ONE,
                };
                self.back[at] = (self.back[at] - step).max(Quantity::ZERO);
            }
            Message::All => {
                for at in 0..self.back.len() {
                    self.back[at] = self.left(at);
                }
            }
            Message::InCash(in_cash) => self.in_cash = in_cash,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
        }
    }

    /// The refund as it would be made now; none while nothing is chosen.
    fn preview(&self, context: &Context) -> Option<Refund> {
        let sale = &self.sale.fact;
        let context_of_refund = RefundContext {
            id: self.id,
            number: sale.number.clone(),
            day: sale.day,
            shift: sale.shift,
            cashier: sale.cashier.clone(),
            reason: String::new(),
            in_cash: self.in_cash,
        };
        refund(
            &context.catalogue.bazaar,
            sale,
            &self.already,
            &self.returns(),
            context_of_refund,
        )
        .ok()
    }

    pub fn view<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let lines = (0..self.back.len()).map(|at| self.line(context, at));
        let mut list = Column::new();
        for (at, line) in lines.enumerate() {
            if at > 0 {
                list = list.push(divider());
            }
            list = list.push(line);
        }
        let at = self.sale.at;
        let about = tr!(
            texts,
            "desk-refund-about",
            time = texts.date_and_time(at.naive_local()),
            paid = context.money(self.sale.fact.paid())
        );
        let head = dir.row([
            dir.label(about).muted().fill().lines(1).into(),
            button(dir, tr!(texts, "desk-refund-all"))
                .small()
                .icon(Icon::Undo)
                .on_press(super::Message::Goods(Message::All))
                .id("all-back")
                .into(),
        ]);
        let list = column![
            container(head).padding(dir.padding(space::S, space::S, space::S)),
            divider(),
            scroll::vertical(dir, list)
        ];
        let list = container(list)
            .class(Surface::Card)
            .padding(space::M)
            .width(Fill)
            .height(Fill);
        let side = container(self.side(context))
            .class(Surface::Card)
            .padding(space::L)
            .width(SIDE + space::XXL)
            .height(Fill);
        dir.row([list.into(), side.into()])
            .spacing(space::L)
            .align_y(iced::Top)
            .into()
    }

    fn line<'a>(&'a self, context: &Context, at: usize) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let line: &SaleLine = &self.sale.fact.lines[at];
        let (back, left) = (self.back[at], self.left(at));
        let sold = tr!(
            texts,
            "desk-refund-line",
            quantity = texts.quantity_with_unit(line.item.quantity, line.item.unit),
            paid = context.amount(line.paid)
        );
        let names = dir
            .column([
                dir.label(texts.name(&line.item.name).to_owned())
                    .medium()
                    .fill()
                    .lines(1)
                    .into(),
                dir.label(family_name(context, &line.item.family))
                    .size(type_size::CAPTION)
                    .muted()
                    .fill()
                    .lines(1)
                    .into(),
                dir.label(sold)
                    .size(type_size::SMALL)
                    .muted()
                    .fill()
                    .lines(1)
                    .into(),
            ])
            .spacing(0)
            .width(Fill);
        let mut parts = vec![names.into()];
        if left.is_zero() {
            let word = tr!(texts, "desk-refund-all-back");
            parts.push(badge(dir, word, Tone::Warning));
        } else {
            if left < line.item.quantity {
                let word = tr!(texts, "desk-refund-left", quantity = texts.quantity(left));
                parts.push(badge(dir, word, Tone::Neutral));
            }
            parts.push(self.stepper(context, at));
        }
        let surface = match back.is_positive() {
            true => Surface::Soft(Tone::Primary),
            false => Surface::Bare,
        };
        container(dir.row(parts))
            .class(surface)
            .padding(space::M)
            .width(Fill)
            .into()
    }

    fn stepper<'a>(&self, context: &Context, at: usize) -> Element<'a, super::Message> {
        let dir = context.dir;
        let (back, left) = (self.back[at], self.left(at));
        let key = |symbol, message: Option<Message>, id: String| {
            let key = icon_button(symbol, Press::Key, message.map(super::Message::Goods));
            named(key, Some(id.into()), Length::Shrink)
        };
        let less = back.is_positive().then_some(Message::Less(at));
        let more = (back < left).then_some(Message::More(at));
        let count = dir
            .label(context.texts.quantity(back))
            .size(type_size::STRONG)
            .bold()
            .centre()
            .width(72)
            .ink(match back.is_positive() {
                true => Ink::Normal,
                false => Ink::Faint,
            });
        dir.row([
            key(Icon::Minus, less, format!("less-{at}")),
            count.into(),
            key(Icon::Plus, more, format!("more-{at}")),
        ])
        .spacing(space::XS)
        .into()
    }

    fn side<'a>(&'a self, context: &Context) -> Element<'a, super::Message> {
        let (dir, texts) = (context.dir, context.texts);
        let preview = self.preview(context);
        let returned = preview.as_ref().map(Refund::returned).unwrap_or_default();
        let total = figure(
            context,
            tr!(texts, "desk-refund-total"),
            context.money(returned),
            Ink::Of(Tone::Primary),
        );
        let tenders = preview.iter().flat_map(|refund| &refund.tenders);
        let tenders = tenders.map(|tender| {
            reckoning(
                dir,
                texts.word(&tender.kind),
                context.amount(tender.amount),
                Ink::Muted,
            )
        });
        let ways = [
            (false, tr!(texts, "desk-refund-original")),
            (true, tr!(texts, "desk-refund-in-cash")),
        ]
        .map(|(in_cash, word)| {
            let message = super::Message::Goods(Message::InCash(in_cash));
            chip(dir, word, self.in_cash == in_cash, message)
                .fill()
                .id(if in_cash { "in-cash" } else { "original" })
                .into()
        });
        let reason = self.reason.view(
            context,
            &reasons(),
            2,
            |at| super::Message::Goods(Message::Reason(at)),
            |text| super::Message::Goods(Message::OwnReason(text)),
            super::Message::Write,
        );
        let form = column![total]
            .push(Column::with_children(tenders).spacing(space::XS))
            .push(dir.grid(ways, 2).spacing(space::S))
            .push(reason)
            .extend(trouble(context, self.wrong.as_ref()))
            .spacing(space::L);
        let given = !self.reason.text(context, &reasons()).is_empty();
        let ready = preview.is_some() && given && !self.asking;
        let word = match preview {
            Some(_) => tr!(
                texts,
                "desk-refund-confirm",
                amount = context.money(returned)
            ),
            None => tr!(texts, "desk-refund-choose"),
        };
        let confirm = button(dir, word)
            .primary()
            .large()
            .fill()
            .icon(Icon::Undo)
            .on_press_maybe(ready.then_some(super::Message::Confirm))
            .id("refund");
        column![scroll::vertical(dir, form), confirm]
            .spacing(space::L)
            .into()
    }
}
