//! The paper that goes with a present: what it is, and not what it cost.

use super::goods::closing_words;
use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use super::unpriced::unpriced_goods;
use crate::domain::sale::Sale;
use crate::print::document::{Document, Rule, Size};
use crate::tr;

/// The gift receipt of a sale: no price, no total, no tender. Its code is the
/// sale's, so it can be exchanged.
pub fn gift_receipt(stationery: &Stationery, sale: &Sale, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.letterhead();
    let kind = sheet.say(|texts| tr!(texts, "paper-gift-receipt"));
    sheet.kind(&kind);
    sheet.number(&sale.number);
    sheet.recorded(issued, Some(sale.day));
    sheet.paper.rule(Rule::Thin);
    unpriced_goods(&mut sheet, sale.lines.iter().map(|line| &line.item), true);
    sheet.paper.rule(Rule::Thin);
    closing_words(&mut sheet);
    sheet.scannable(&sale.number);
    let exchange = sheet.say(|texts| tr!(texts, "paper-gift-note"));
    sheet.centred(&exchange, Size::Small);
    sheet.paper
}
