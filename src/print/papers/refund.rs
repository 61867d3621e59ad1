//! The paper of a return: what came back, what was handed back, and of which
//! sale. With taxable sellers it is their credit note.

use super::goods::{Goods, Reductions, goods, reductions};
use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use super::tax::{self, Invoice};
use crate::domain::family::Unit;
use crate::domain::money::Money;
use crate::domain::refund::{Refund, RefundTender};
use crate::domain::sale::Sale;
use crate::locale::bidi;
use crate::print::document::{Document, Gap, Rule};
use crate::tr;

/// The refund of (part of) `sale`. The sale tells units and sellers, which a
/// refund's lines point to.
///
/// # Panics
/// When the refund is not of this sale.
pub fn refund_receipt(
    stationery: &Stationery,
    refund: &Refund,
    sale: &Sale,
    issued: &Issued,
) -> Document {
    assert_eq!(refund.sale, sale.id, "a refund's paper needs its own sale");
    let sellers = tax::sellers(refund.lines.iter().map(|line| {
        let seller = &sale.lines[line.line].item.seller;
        (Some(&line.family), seller, line.paid, line.tax)
    }));
    let stationery = tax::lawful(*stationery, &sellers);
    let mut sheet = Sheet::new(stationery, issued.copy);
    sheet.letterhead();
    let credit = tax::name_of_paper(&sheet, &sellers, refund.due(), Invoice::Credit);
    let named = credit.is_some();
    let kind = credit.unwrap_or_else(|| sheet.say(|texts| tr!(texts, "paper-refund")));
    sheet.kind_banner(&kind);
    origin(&mut sheet, refund, issued);
    sheet.paper.rule(Rule::Thin);

    let lines: Vec<Goods> = refund
        .lines
        .iter()
        .map(|line| {
            let unit = sale.lines.get(line.line).map(|sold| sold.item.unit);
            Goods::returned(line, unit.unwrap_or(Unit::Each))
        })
        .collect();
    goods(&mut sheet, &lines);
    let list: Money = refund.lines.iter().map(|line| line.list).sum();
    reductions(
        &mut sheet,
        &Reductions {
            list,
            line_discounts: Money::ZERO,
            ticket_discount: None,
            ticket_discount_amount: list - refund.due(),
            delivery_fee: Money::ZERO,
            cash_rounding: refund.cash_rounding,
        },
    );
    let returned = sheet.say(|texts| tr!(texts, "paper-returned-total"));
    sheet.sum(&returned, refund.returned());
    for tender in &refund.tenders {
        given_back(&mut sheet, tender);
    }
    tax::sections(&mut sheet, &sellers, Invoice::Credit, named, issued.at);
    sheet.paper.space(Gap::Small);
    let signature = sheet.say(|texts| tr!(texts, "paper-signature-customer"));
    sheet.signature(&signature);
    sheet.paper
}

/// The refund's own number, the sale it belongs to, who did it and why.
fn origin(sheet: &mut Sheet, refund: &Refund, issued: &Issued) {
    sheet.number(&refund.number);
    sheet.recorded(issued, Some(refund.day));
    let label = sheet.say(|texts| tr!(texts, "paper-of-sale"));
    let number = sheet.full_number(&refund.sale_number);
    let day = sheet.speech.first.date_short(refund.sale_day);
    sheet.fact(&label, format!("{}\n{day}", bidi::left_to_right(&number)));
    let cashier = sheet.say(|texts| tr!(texts, "paper-cashier"));
    sheet.person(&cashier, &refund.cashier);
    sheet.approver(issued);
    if !refund.reason.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-reason"));
        sheet.fact(&label, bidi::first_strong(&refund.reason));
    }
}

fn given_back(sheet: &mut Sheet, tender: &RefundTender) {
    let label = sheet.say(|texts| {
        tr!(
            texts,
            "paper-returned-by",
            tender = texts.word(&tender.kind)
        )
    });
    sheet.pair(&label, sheet.amount(tender.amount));
}
