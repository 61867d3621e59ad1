//! Choosing what comes back of a sale: how many of each line, why, and by which
//! way the money goes. What it comes to is reckoned by the rule that will make
//! the refund.

use iced::Fill;
use iced::Length;
use iced::widget::{Column, column, container};

use crate::app::context::Context;
use crate::app::screen::frame::{SIDE, beside, family_name, figure, tall, trouble};
use crate::app::screen::writing::Reason;
use crate::app::theme::{Element, Ink, Press, Surface, Tone, space, target, type_size};
use crate::app::widget::keypad::{Corner, Entry, Key as PadKey, keypad};
use crate::app::widget::{
    Icon, badge, button, chip, dialog, divider, icon_button, named, pressable, reckoning, scroll,
    well,
};
use crate::domain::id::RefundId;
use crate::domain::money::{Money, Quantity};
use crate::domain::refund::{AlreadyRefunded, Refund, RefundContext, Return, refund};
use crate::domain::sale::{Sale, SaleLine};
use crate::key;
use crate::locale::Key;
use crate::services::notice::Notice;
use crate::services::refund::RefundRequest;
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
    /// The weighed goods of which a part comes back, while it is typed.
    weighing: Option<(usize, Entry)>,
    pub wrong: Option<Notice>,
}

#[derive(Debug, Clone)]
pub enum Message {
    More(usize),
    Less(usize),
    All,
    /// Opens the pad for how much of weighed goods comes back.
    Weigh(usize),
    WeighKey(PadKey),
    Weighed,
    NotWeighed,
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
            weighing: None,
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
            // At a touch weighed goods come back whole; a part of them is typed.
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
            Message::Weigh(at) => self.weighing = Some((at, Entry::new(3))),
            Message::WeighKey(key) => {
                if let Some((_, entry)) = &mut self.weighing {
                    entry.press(key);
                }
            }
            Message::Weighed => {
                if let Some((at, entry)) = self.weighing.take() {
                    let typed = Quantity::from_thousandths(entry.minor());
                    self.back[at] = typed.min(self.left(at));
                }
            }
            Message::NotWeighed => self.weighing = None,
            Message::InCash(in_cash) => self.in_cash = in_cash,
            Message::Reason(at) => self.reason.choose(at),
            Message::OwnReason(text) => self.reason.own = text,
        }
    }

    /// What is asked of the till, all of it in cash or as it was paid.
    pub fn request(&self, context: &Context, in_cash: bool) -> RefundRequest {
        RefundRequest {
            id: self.id,
            sale: self.sale.fact.id,
            returns: self.returns(),
            reason: self.reason.text(context, &reasons()),
            in_cash,
        }
    }

    /// What comes back is worth, counted as cash; none while nothing is chosen.
    pub fn credit(&self, context: &Context) -> Option<Money> {
        let refund = self.refund_of(context, true)?;
        Some(refund.returned())
    }

    /// The refund as it would be made now; none while nothing is chosen.
    fn preview(&self, context: &Context) -> Option<Refund> {
        self.refund_of(context, self.in_cash)
    }

    fn refund_of(&self, context: &Context, in_cash: bool) -> Option<Refund> {
        let sale = &self.sale.fact;
        let context_of_refund = RefundContext {
            id: self.id,
            number: sale.number.clone(),
            day: sale.day,
            shift: sale.shift,
            cashier: sale.cashier.clone(),
            reason: String::new(),
            in_cash,
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
            button(dir, tr!(texts, "desk-refund-print"))
                .small()
                .icon(Icon::Printer)
                .on_press(super::Message::PrintSale)
                .id("print-copy")
                .into(),
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
        let (list, side) = (tall(list, space::M), tall(self.side(context), space::L));
        beside(context, list, side, SIDE + space::XXL)
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
        let divisible = self.sale.fact.lines[at].item.unit.is_divisible();
        let count: Element<'a, super::Message> = match divisible {
            false => count.into(),
            true => {
                let weigh = super::Message::Goods(Message::Weigh(at));
                let key = pressable(count, Press::Key, Some(weigh)).padding(space::M);
                named(key, Some(format!("weigh-{at}").into()), Length::Shrink)
            }
        };
        dir.row([
            key(Icon::Minus, less, format!("less-{at}")),
            count,
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
            .spacing(space::M);
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
        let exchange = button(dir, tr!(texts, "desk-refund-exchange"))
            .fill()
            .icon(Icon::Basket)
            .on_press_maybe(ready.then_some(super::Message::Exchange))
            .id("exchange");
        column![scroll::vertical(dir, form), exchange, confirm]
            .spacing(space::M)
            .into()
    }

    /// The pad for a part of weighed goods, over the page.
    pub fn weigh_over<'a>(
        &'a self,
        context: &Context,
        base: Element<'a, super::Message>,
    ) -> Element<'a, super::Message> {
        let Some((at, entry)) = &self.weighing else {
            return base;
        };
        let (dir, texts) = (context.dir, context.texts);
        let own = |message| super::Message::Goods(message);
        let line = &self.sale.fact.lines[*at];
        let left = tr!(
            texts,
            "desk-refund-left",
            quantity = texts.quantity_with_unit(self.left(*at), line.item.unit)
        );
        let point = texts.digits().decimal_separator().to_string();
        let shown = match entry.is_empty() {
            true => dir.label(texts.digits().write("0")).ink(Ink::Faint),
            false => dir.label(texts.digits().write(&entry.typed().replace('.', &point))),
        };
        let shown = shown.size(type_size::DISPLAY).bold().whole().centre();
        let pad = keypad(texts.digits(), Corner::Point, target::KEY, move |key| {
            own(Message::WeighKey(key))
        });
        let typed = Quantity::from_thousandths(entry.minor());
        let fits = typed.is_positive() && typed <= self.left(*at);
        let done = button(dir, tr!(texts, "desk-refund-weighed"))
            .primary()
            .large()
            .fill()
            .icon(Icon::Check)
            .on_press_maybe(fits.then_some(own(Message::Weighed)))
            .id("weighed");
        let content = column![dir.label(left).muted(), well(shown.fill()), pad, done];
        let title = texts.name(&line.item.name).to_owned();
        dialog(dir, title, content.spacing(space::M))
            .width(400.0)
            .on_close(own(Message::NotWeighed))
            .over(base)
    }
}
