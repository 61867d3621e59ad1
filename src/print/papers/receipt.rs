//! The paper a customer takes home.

use super::goods::{Goods, Reductions, closing_words, goods, large, reductions};
use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use super::tax::{self, Invoice};
use crate::domain::sale::{Sale, Tender, TenderKind};
use crate::locale::bidi;
use crate::print::document::{Document, Gap, Rule, Size};
use crate::tr;

/// The receipt of a sale. Who funds a discount stays between the organiser and
/// the family; a sale with taxable sellers is their tax invoice.
pub fn receipt(stationery: &Stationery, sale: &Sale, issued: &Issued) -> Document {
    let goods_taxed = sale.lines.iter().map(|line| {
        let item = &line.item;
        (Some(&item.family), &item.seller, line.paid, line.tax)
    });
    let delivery = sale.delivery.as_ref();
    let delivery = delivery.map(|charge| (None, &charge.seller, charge.fee, charge.tax));
    let sellers = tax::sellers(goods_taxed.chain(delivery));
    let stationery = tax::lawful(*stationery, &sellers);
    let mut sheet = Sheet::new(stationery, issued.copy);
    sheet.letterhead();
    let invoice = tax::name_of_paper(&sheet, &sellers, sale.due(), Invoice::Sale);
    let named = invoice.is_some();
    let kind = invoice.unwrap_or_else(|| sheet.say(|texts| tr!(texts, "paper-receipt")));
    sheet.kind(&kind);

    sheet.number(&sale.number);
    sheet.recorded(issued, Some(sale.day));
    let cashier = sheet.say(|texts| tr!(texts, "paper-cashier"));
    sheet.person(&cashier, &sale.cashier);
    sheet.paper.rule(Rule::Thin);

    let lines: Vec<Goods> = sale.lines.iter().map(Goods::sold).collect();
    goods(&mut sheet, &lines);
    reductions(
        &mut sheet,
        &Reductions {
            list: sale.list(),
            line_discounts: sale.discount() - sale.ticket_discount_amount,
            ticket_discount: sale.ticket_discount.as_ref(),
            ticket_discount_amount: sale.ticket_discount_amount,
            delivery_fee: sale.delivery_fee(),
            cash_rounding: sale.cash_rounding,
        },
    );
    let total = sheet.say(|texts| tr!(texts, "paper-total"));
    sheet.sum(&total, sale.paid());
    for tender in &sale.tenders {
        tendered(&mut sheet, tender);
    }
    if sale.change().is_positive() {
        let change = sheet.say(|texts| tr!(texts, "paper-change"));
        let row = large(&change, sheet.amount(sale.change())).bold();
        sheet.paper.pair_row(row);
    }
    tax::sections(&mut sheet, &sellers, Invoice::Sale, named, issued.at);
    if !sale.note.is_empty() {
        sheet.paper.space(Gap::Small);
        sheet.remark(bidi::first_strong(&sale.note));
    }
    foot(&mut sheet, sale);
    sheet.paper
}

/// What was handed over, by kind, with the number of its slip.
fn tendered(sheet: &mut Sheet, tender: &Tender) {
    let label = sheet.say(|texts| texts.word(&tender.kind));
    let figure = sheet.amount(tender.tendered);
    let mut row = if tender.tendered == tender.amount {
        label.row(figure)
    } else {
        large(&label, figure)
    };
    if let TenderKind::TakenByFamily(family) = &tender.kind {
        row = row.note(sheet.stationery.family(family));
    }
    if !tender.reference.is_empty() {
        let texts = sheet.speech.first;
        row = row.note(tr!(texts, "paper-reference", reference = &tender.reference));
    }
    sheet.paper.pair_row(row);
}

fn foot(sheet: &mut Sheet, sale: &Sale) {
    sheet.paper.rule(Rule::Thin);
    closing_words(sheet);
    sheet.scannable(&sale.number);
    let refund = sheet.say(|texts| tr!(texts, "paper-refund-note"));
    sheet.centred(&refund, Size::Small);
}
