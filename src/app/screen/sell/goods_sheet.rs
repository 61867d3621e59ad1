//! The sheet of goods on the shelf: what is known of them, the star that pins them,
//! and whether there are any left. Goods past their date or sold out are met here on
//! their way into the ticket.

use iced::Fill;
use iced::widget::{Column, column};

use super::{Message as Parent, Sell};
use crate::app::context::{Action, Context};
use crate::app::intent::Intent;
use crate::app::screen::approval::{self, Approving};
use crate::app::screen::frame::{family_name, in_one_piece};
use crate::app::theme::{Element, Ink, Tone, space};
use crate::app::widget::{Icon, button, dialog, divider, notice, reckoning};
use crate::domain::family::ProductLine;
use crate::domain::staff::Act;
use crate::services::Till;
use crate::services::notice::Notice;
use crate::tr;

/// Goods that are looked at, by their place in the catalogue.
#[derive(Debug, Clone)]
pub struct GoodsSheet {
    at: usize,
    /// The question of a supervisor's word, once it is asked.
    approving: Option<Approving>,
}

#[derive(Debug, Clone)]
pub enum Message {
    Pin(bool),
    SoldOut(bool),
    /// There are some again, and one is sold at once.
    BackAndSell,
    Sell,
    Approving(approval::Message),
    Marked(Result<(), Notice>),
    Leave,
}

/// Why goods are not sold without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    SoldOut,
    Expired,
}

impl GoodsSheet {
    pub fn new(at: usize) -> Self {
        GoodsSheet {
            at,
            approving: None,
        }
    }

    /// The question of a supervisor's word, while it is asked.
    pub fn approving(&self) -> Option<&Approving> {
        self.approving.as_ref()
    }
}

impl Sell {
    /// What stands between goods and the ticket.
    pub(super) fn hindrance(&self, line: &ProductLine) -> Option<Hindrance> {
        let marks = self.goods.marks()?;
        let stale = self.batch_date(line).is_some_and(|last| last < marks.today);
        if stale || line.is_expired(marks.today) {
            return Some(Hindrance::Expired);
        }
        marks
            .sold_out
            .contains(&line.sku)
            .then_some(Hindrance::SoldOut)
    }

    pub(super) fn update_goods(
        &mut self,
        context: &Context,
        message: Message,
    ) -> Action<Parent, Intent> {
        // The marks are known anew even if the sheet was left meanwhile.
        match message {
            Message::Marked(Ok(())) => return Action::Run(super::arrange(context)),
            Message::Marked(Err(wrong)) => return Action::Intent(Intent::Notify(wrong)),
            _ => {}
        }
        let Some(sheet) = &self.about else {
            return Action::None;
        };
        let at = sheet.at;
        let line = &context.catalogue.lines()[at];
        let sku = line.sku.clone();
        let marked = |answer| Parent::Goods(Message::Marked(answer));
        match message {
            Message::Pin(pinned) => {
                Action::Run(context.ask(move |till: &Till| till.set_favourite(sku, pinned), marked))
            }
            Message::SoldOut(sold_out) => {
                let session = context.session().clone();
                Action::Run(context.ask(
                    move |till: &Till| till.mark_sold_out(&session, sku, sold_out),
                    marked,
                ))
            }
            Message::BackAndSell => {
                let session = context.session().clone();
                let back = context.ask(
                    move |till: &Till| till.mark_sold_out(&session, sku, false),
                    marked,
                );
                self.about = None;
                let put = self.put(context, at);
                put.and(back)
            }
            Message::Sell => {
                let expired = self.hindrance(line) == Some(Hindrance::Expired);
                if expired && approval::is_needed(context, Act::SellExpired) {
                    let (approving, known) = Approving::new(context, Act::SellExpired);
                    let about = self.about.as_mut().expect("the sheet is open");
                    about.approving = Some(approving);
                    let wrap = |message| Parent::Goods(Message::Approving(message));
                    return Action::Run(known.map(wrap));
                }
                self.about = None;
                self.put(context, at)
            }
            Message::Approving(message) => self.approve_goods(context, at, message),
            Message::Leave | Message::Marked(_) => {
                self.about = None;
                Action::None
            }
        }
    }

    fn approve_goods(
        &mut self,
        context: &Context,
        at: usize,
        message: approval::Message,
    ) -> Action<Parent, Intent> {
        let approving = self
            .about
            .as_mut()
            .and_then(|sheet| sheet.approving.as_mut());
        let Some(approving) = approving else {
            return Action::None;
        };
        match approving.update(message, context) {
            approval::Outcome::Waiting => Action::None,
            approval::Outcome::Run(task) => {
                Action::Run(task.map(|message| Parent::Goods(Message::Approving(message))))
            }
            approval::Outcome::Approved(approval) => {
                self.about = None;
                self.approvals.push(approval);
                self.put(context, at)
            }
            approval::Outcome::Left => {
                self.about = None;
                Action::None
            }
        }
    }

    pub(super) fn goods_over(&self, context: &Context) -> Option<Element<'_, Parent>> {
        let sheet = self.about.as_ref()?;
        let wrap = |message| Parent::Goods(Message::Approving(message));
        if let Some(approving) = &sheet.approving {
            return Some(approving.over(context, super::sheet::nothing(), wrap));
        }
        let line = &context.catalogue.lines()[sheet.at];
        let (dir, texts) = (context.dir, context.texts);
        let hindrance = self.hindrance(line);
        let said = hindrance.map(|hindrance| match hindrance {
            Hindrance::SoldOut => notice(dir, Tone::Warning, tr!(texts, "app-sell-goods-sold-out")),
            Hindrance::Expired => notice(dir, Tone::Danger, tr!(texts, "app-sell-goods-expired")),
        });
        let content = column![]
            .extend(said)
            .push(self.known_of(context, line))
            .push(divider())
            .push(self.marks_of(context, line))
            .push(self.sell_keys(context, hindrance))
            .spacing(space::L);
        let title = texts.name(&line.name).to_owned();
        let sheet = dialog(dir, title, content).on_close(Parent::Goods(Message::Leave));
        Some(sheet.over(super::sheet::nothing()))
    }

    fn known_of<'a>(&self, context: &Context, line: &ProductLine) -> Element<'a, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let row = |word: String, value: String| reckoning(dir, word, value, Ink::Normal);
        let price = match line.price {
            Some(price) => context.money(price),
            None => tr!(texts, "app-sell-open-price"),
        };
        let mut rows = vec![
            row(
                tr!(texts, "app-sell-goods-family"),
                family_name(context, &line.family),
            ),
            row(tr!(texts, "app-sell-goods-code"), in_one_piece(&line.sku)),
            row(tr!(texts, "app-sell-line-price"), price),
        ];
        if let Some((left, tone)) = self.left_of(line) {
            let ink = match tone {
                Tone::Neutral => Ink::Normal,
                tone => Ink::Of(tone),
            };
            let left = texts.quantity_with_unit(left, line.unit);
            rows.push(reckoning(dir, tr!(texts, "app-sell-goods-left"), left, ink));
        }
        if let Some(date) = self.best_before(line) {
            let word = tr!(texts, "app-sell-goods-best-before");
            rows.push(row(word, texts.date_short(date)));
        }
        Column::with_children(rows).spacing(space::S).into()
    }

    fn marks_of<'a>(&self, context: &Context, line: &ProductLine) -> Element<'a, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let marks = self.goods.marks();
        let pinned = marks.is_some_and(|marks| marks.favourites.contains(&line.sku));
        let sold_out = marks.is_some_and(|marks| marks.sold_out.contains(&line.sku));
        let pin = button(
            dir,
            match pinned {
                true => tr!(texts, "app-sell-goods-unpin"),
                false => tr!(texts, "app-sell-goods-pin"),
            },
        )
        .icon(Icon::Star)
        .fill()
        .on_press(Parent::Goods(Message::Pin(!pinned)))
        .id("goods-pin");
        let out = button(
            dir,
            match sold_out {
                true => tr!(texts, "app-sell-goods-back"),
                false => tr!(texts, "app-sell-goods-out"),
            },
        )
        .icon(Icon::Inbox)
        .fill()
        .on_press(Parent::Goods(Message::SoldOut(!sold_out)))
        .id("goods-out");
        dir.row([pin.into(), out.into()]).into()
    }

    fn sell_keys<'a>(
        &self,
        context: &Context,
        hindrance: Option<Hindrance>,
    ) -> Element<'a, Parent> {
        let (dir, texts) = (context.dir, context.texts);
        let sell = |word: String| {
            button(dir, word)
                .large()
                .fill()
                .on_press(Parent::Goods(Message::Sell))
                .id("goods-sell")
        };
        match hindrance {
            None => sell(tr!(texts, "app-sell-line-add"))
                .primary()
                .icon(Icon::Plus)
                .into(),
            Some(Hindrance::Expired) => sell(tr!(texts, "app-sell-goods-expired-sell"))
                .danger()
                .icon(Icon::Lock)
                .into(),
            Some(Hindrance::SoldOut) => {
                let back = button(dir, tr!(texts, "app-sell-goods-back-and-sell"))
                    .primary()
                    .large()
                    .fill()
                    .icon(Icon::Check)
                    .on_press(Parent::Goods(Message::BackAndSell))
                    .id("goods-back-and-sell");
                let sell = sell(tr!(texts, "app-sell-goods-last-one"));
                column![Element::from(back), Element::from(sell)]
                    .spacing(space::M)
                    .width(Fill)
                    .into()
            }
        }
    }
}
