//! Goods on a paper for customers: lines under the family they belong to, and
//! what they come to.

use super::sheet::Sheet;
use super::speech::Said;
use crate::domain::family::Unit;
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::{Money, Quantity};
use crate::domain::refund::RefundLine;
use crate::domain::sale::SaleLine;
use crate::domain::ticket::{Discount, DiscountValue, TicketLine};
use crate::locale::{Texts, bidi};
use crate::print::document::{Gap, Row, Rule, Size, Text};
use crate::tr;

/// One line as a customer sees it.
pub(super) struct Goods<'a> {
    pub family: &'a FamilyCode,
    pub name: &'a Bilingual,
    pub unit: Unit,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub list: Money,
    /// The line's own discount, without its share of the ticket's.
    pub discount: Money,
    pub note: &'a str,
}

impl<'a> Goods<'a> {
    pub fn sold(line: &'a SaleLine) -> Self {
        Self {
            list: line.list,
            ..Self::ordered(&line.item)
        }
    }

    pub fn ordered(item: &'a TicketLine) -> Self {
        let list = item.list();
        let discount = item.discount.as_ref().map_or(Money::ZERO, |discount| {
            // A stored line was priced when it was made.
            discount.value.of(list).unwrap_or_default()
        });
        Self {
            family: &item.family,
            name: &item.name,
            unit: item.unit,
            quantity: item.quantity,
            unit_price: item.unit_price,
            list,
            discount,
            note: &item.note,
        }
    }

    /// What comes back; amounts are what the customer paid for it.
    pub fn returned(line: &'a RefundLine, unit: Unit) -> Self {
        Self {
            family: &line.family,
            name: &line.name,
            unit,
            quantity: line.quantity,
            unit_price: line.unit_price,
            list: line.list,
            discount: Money::ZERO,
            note: "",
        }
    }
}

/// Every line under its family, in the paper's column of amounts. Consecutive
/// lines of one family stand under one caption.
pub(super) fn goods(sheet: &mut Sheet, lines: &[Goods]) {
    let mut family = None;
    for line in lines {
        if family != Some(line.family) {
            family_caption(sheet, line.family, family.is_none());
            family = Some(line.family);
        }
        let row = goods_row(sheet, line);
        sheet.paper.pair_row(row);
    }
}

/// The family whose goods follow, apart from those before it unless it comes first.
pub(super) fn family_caption(sheet: &mut Sheet, family: &FamilyCode, comes_first: bool) {
    let caption = sheet.stationery.family(family);
    let mut row = Row::new([caption.as_str(), ""]).small().bold();
    if !comes_first {
        row = row.below(Rule::Dashed);
    }
    sheet.paper.pair_row(row);
}

fn goods_row(sheet: &Sheet, line: &Goods) -> Row {
    let mut row = sheet.name(line.name).row_beneath(sheet.amount(line.list));
    if line.quantity != Quantity::ONE || line.unit.is_divisible() {
        row = row.note(times(sheet, line));
    }
    if line.discount.is_positive() {
        let amount = sheet.amount(line.discount);
        let words = sheet.say(|texts| tr!(texts, "paper-line-discount", amount = amount.as_str()));
        row = words.noted(row);
    }
    if !line.note.is_empty() {
        row = row.note(bidi::first_strong(line.note));
    }
    row
}

/// `3 × 8.00`, `0.350 kg × 82.15`.
fn times(sheet: &Sheet, line: &Goods) -> String {
    tr!(
        sheet.speech.first,
        "paper-times",
        quantity = quantity(sheet, line.quantity, line.unit),
        price = sheet.amount(line.unit_price)
    )
}

/// `3`, `0.350 kg`.
pub(super) fn quantity(sheet: &Sheet, quantity: Quantity, unit: Unit) -> String {
    let texts = sheet.speech.first;
    match unit {
        Unit::Each => texts.quantity(quantity),
        unit => texts.quantity_with_unit(quantity, unit),
    }
}

/// What leads from the sum of the lines to what is due, each by name.
pub(super) struct Reductions<'a> {
    pub list: Money,
    pub line_discounts: Money,
    pub ticket_discount: Option<&'a Discount>,
    pub ticket_discount_amount: Money,
    pub delivery_fee: Money,
    pub cash_rounding: Money,
}

/// Subtotal, discounts, delivery and cash rounding; nothing when there are none.
pub(super) fn reductions(sheet: &mut Sheet, reductions: &Reductions) {
    let discounts = reductions.line_discounts + reductions.ticket_discount_amount;
    let none = [discounts, reductions.delivery_fee, reductions.cash_rounding];
    if none.iter().all(|amount| amount.is_zero()) {
        return;
    }
    let subtotal = sheet.say(|texts| tr!(texts, "paper-subtotal"));
    let figure = sheet.amount(reductions.list);
    sheet.paper.pair_row(subtotal.row(figure).below(Rule::Thin));
    if reductions.line_discounts.is_positive() {
        let label = sheet.say(|texts| tr!(texts, "paper-line-discounts"));
        sheet.pair(&label, sheet.amount(reductions.line_discounts));
    }
    if reductions.ticket_discount_amount.is_positive() {
        let label = sheet.say(|texts| ticket_discount(texts, reductions.ticket_discount));
        sheet.pair(&label, sheet.amount(reductions.ticket_discount_amount));
    }
    if reductions.delivery_fee.is_positive() {
        let label = sheet.say(|texts| tr!(texts, "paper-delivery-fee"));
        sheet.pair(&label, sheet.amount(reductions.delivery_fee));
    }
    rounding(sheet, reductions.cash_rounding);
}

/// Rounding to the coin, up or down in words.
pub(super) fn rounding(sheet: &mut Sheet, rounding: Money) {
    if rounding.is_zero() {
        return;
    }
    let label = sheet.say(|texts| {
        if rounding.is_negative() {
            tr!(texts, "paper-rounded-down")
        } else {
            tr!(texts, "paper-rounded-up")
        }
    });
    sheet.pair(&label, sheet.amount(rounding.abs()));
}

fn ticket_discount(texts: &Texts, discount: Option<&Discount>) -> String {
    match discount.map(|discount| discount.value) {
        Some(DiscountValue::Percent(rate)) => {
            tr!(texts, "paper-discount-percent", rate = texts.percent(rate))
        }
        Some(DiscountValue::Amount(_)) | None => tr!(texts, "paper-discount"),
    }
}

/// The bazaar's own closing words, or thanks.
pub(super) fn closing_words(sheet: &mut Sheet) {
    let own = sheet.name(&sheet.stationery.bazaar.receipt.footer);
    let words = if own.is_empty() {
        sheet.say(|texts| tr!(texts, "paper-thanks"))
    } else {
        own
    };
    sheet.paper.space(Gap::Medium);
    sheet
        .paper
        .text(Text::new(words.first.clone()).bold().centre());
    sheet.beneath(&words);
}

/// A row large enough to be read across a counter.
pub(super) fn large(label: &Said, figure: String) -> Row {
    Row {
        size: Size::Large,
        ..label.row(figure)
    }
}
