//! What became of one family's goods, and what can be done with them.

use iced::widget::{Column, Space, column};
use iced::{Fill, Length};

use super::{Message, Way, shown, title};
use crate::app::context::Context;
use crate::app::screen::families::licence_warning;
use crate::app::screen::frame::{in_one_piece, titled};
use crate::app::theme::{Element, Ink, Tone, grown, space, type_size};
use crate::app::widget::{Icon, button, divider, empty, scroll};
use crate::domain::family::Unit;
use crate::domain::id::FamilyCode;
use crate::domain::money::Quantity;
use crate::store::StockRow;
use crate::tr;

/// The width of a column of quantities.
const FIGURE: f32 = 92.0;

pub(super) fn view<'a>(
    context: &Context,
    family: &FamilyCode,
    rows: &[StockRow],
) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let rows: Vec<&StockRow> = rows.iter().filter(|row| &row.family == family).collect();
    let any = rows.iter().any(|row| !row.stock.left().is_zero());
    let count = button(dir, tr!(texts, "desk-goods-count"))
        .icon(Icon::Calculator)
        .fill()
        .on_press_maybe(any.then_some(Message::CountUnsold))
        .id("count-unsold");
    let take = button(dir, tr!(texts, "desk-goods-take-in"))
        .primary()
        .icon(Icon::Package)
        .fill()
        .on_press(Message::TakeIn)
        .id("take-in");
    let leaves = rows.iter().any(|row| row.stock.left().is_positive());
    let leave = |way: Way, word: String, icon: Icon, id: &'static str| {
        button(dir, word)
            .icon(icon)
            .fill()
            .on_press_maybe(leaves.then_some(Message::Leave(way)))
            .id(id)
    };
    let back = leave(
        Way::HandedBack,
        tr!(texts, "desk-goods-hand-back"),
        Icon::Undo,
        "hand-back",
    );
    let lose = leave(
        Way::Lost,
        tr!(texts, "desk-goods-lose"),
        Icon::Minus,
        "write-off",
    );
    let keys = [take.into(), count.into(), back.into(), lose.into()];
    let head = column![title(context, family), dir.grid(keys, 2).spacing(space::S)]
        .extend(licence(context, family))
        .spacing(space::M);
    if rows.is_empty() {
        let nothing = empty(
            dir,
            Icon::Package,
            tr!(texts, "desk-goods-none"),
            tr!(texts, "desk-goods-none-hint"),
        );
        return column![head, nothing].spacing(space::L).into();
    }
    let headings = [
        tr!(texts, "desk-goods-received"),
        tr!(texts, "desk-goods-sold"),
        tr!(texts, "desk-goods-gone"),
        tr!(texts, "desk-goods-left"),
    ]
    .map(|word| {
        dir.label(word)
            .size(type_size::SMALL)
            .muted()
            .lines(1)
            .at_end()
            .width(grown(FIGURE))
            .into()
    });
    let headings = dir.row(
        [Space::new().width(Fill).into()]
            .into_iter()
            .chain(headings),
    );
    let mut table = Column::new().spacing(space::S);
    for row in rows {
        table = table.push(divider()).push(stock_line(context, row));
    }
    column![head, headings, scroll::vertical(dir, table)]
        .spacing(space::M)
        .into()
}

/// What is to be known of the family's licence before its goods are taken in.
fn licence<'a>(context: &Context, family: &FamilyCode) -> Option<Element<'a, Message>> {
    let family = context.catalogue.family(family)?;
    licence_warning(context, family.licence.as_ref()?)
}

fn stock_line<'a>(context: &Context, row: &StockRow) -> Element<'a, Message> {
    let (dir, texts) = (context.dir, context.texts);
    let line = context.catalogue.line(&row.sku);
    let unit = line.map_or(Unit::Each, |line| line.unit);
    let name = line.map_or_else(
        || row.sku.to_string(),
        |line| texts.name(&line.name).to_owned(),
    );
    let code = match row.best_before {
        None => in_one_piece(&row.sku),
        Some(date) => {
            let date = texts.date_short(date);
            let until = tr!(texts, "desk-goods-until", date = date);
            format!("{} · {until}", in_one_piece(&row.sku))
        }
    };
    let words = titled(dir, name, code);
    let figure = |quantity: Quantity, ink: Ink| {
        dir.label(shown(context, quantity, unit))
            .medium()
            .lines(1)
            .at_end()
            .width(Length::from(grown(FIGURE)))
            .ink(ink)
    };
    let stock = row.stock;
    let left = stock.left();
    let ink = match left.is_positive() {
        true => Ink::Normal,
        false => Ink::Of(Tone::Warning),
    };
    let gone = stock.returned + stock.lost + stock.missing;
    dir.row([
        words,
        figure(stock.received, Ink::Muted).into(),
        figure(stock.sold, Ink::Muted).into(),
        figure(gone, Ink::Muted).into(),
        figure(left, ink)
            .bold()
            .id(format!("left-{}", row.sku))
            .into(),
    ])
    .into()
}
