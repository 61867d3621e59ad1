//! The slip of an order: what was wished for, when it is due, what is paid of it;
//! and the slip of an order that was cancelled.

use super::goods::{Goods, Reductions, closing_words, goods, reductions};
use super::sheet::Sheet;
use super::stationery::{Issued, Stationery};
use crate::domain::id::FamilyCode;
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderCancellation};
use crate::locale::bidi;
use crate::print::document::{Document, Gap, Rule, Size, Text};
use crate::tr;

/// The slip a customer brings to collect an order. Its number is scanned at
/// handover; the customer's phone stays in the till.
pub fn order_slip(stationery: &Stationery, order: &Order, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.letterhead();
    let kind = sheet.say(|texts| tr!(texts, "paper-order"));
    sheet.kind(&kind);
    sheet.number(&order.number);
    sheet.recorded(issued, Some(order.day));
    let cashier = sheet.say(|texts| tr!(texts, "paper-cashier"));
    sheet.person(&cashier, &order.cashier);
    wish(&mut sheet, order);
    sheet.paper.rule(Rule::Thin);

    let lines: Vec<Goods> = order.ticket.lines.iter().map(Goods::ordered).collect();
    goods(&mut sheet, &lines);
    let list: Money = lines.iter().map(|line| line.list).sum();
    let line_discounts: Money = lines.iter().map(|line| line.discount).sum();
    let delivery = order.ticket.delivery.as_ref();
    let delivery_fee = delivery.map_or(Money::ZERO, |delivery| delivery.fee);
    reductions(
        &mut sheet,
        &Reductions {
            list,
            line_discounts,
            ticket_discount: order.ticket.discount.as_ref(),
            ticket_discount_amount: list - line_discounts - (order.total - delivery_fee),
            delivery_fee,
            cash_rounding: Money::ZERO,
        },
    );
    let total = sheet.say(|texts| tr!(texts, "paper-total"));
    let row = total.row(sheet.amount(order.total)).bold();
    sheet.paper.pair_row(row.below(Rule::Thin));
    for tender in &order.tenders {
        let deposit =
            sheet.say(|texts| tr!(texts, "paper-deposit-by", tender = texts.word(&tender.kind)));
        sheet.pair(&deposit, sheet.amount(tender.amount));
    }
    let balance = sheet.say(|texts| tr!(texts, "paper-order-balance"));
    sheet.sum(&balance, order.total - order.deposit);
    closing_words(&mut sheet);
    sheet.scannable_order(&order.number);
    let bring = sheet.say(|texts| tr!(texts, "paper-order-bring"));
    sheet.centred(&bring, Size::Small);
    sheet.paper
}

/// The slip a family works by: its own goods of an order, the wish, and when it is
/// due. The customer's phone stays in the till.
pub fn family_order_slip(
    stationery: &Stationery,
    order: &Order,
    family: &FamilyCode,
    issued: &Issued,
) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.bazaar_and_organiser();
    let kind = sheet.say(|texts| tr!(texts, "paper-family-order"));
    sheet.kind(&kind);
    sheet.number(&order.number);
    sheet.recorded(issued, Some(order.day));
    wish(&mut sheet, order);
    sheet.paper.rule(Rule::Thin);
    let own = order.ticket.lines.iter();
    let own = own.filter(|line| &line.family == family);
    let lines: Vec<Goods> = own.map(Goods::ordered).collect();
    goods(&mut sheet, &lines);
    let total: Money = lines.iter().map(|line| line.list).sum();
    let label = sheet.say(|texts| tr!(texts, "paper-total"));
    let row = label.row(sheet.amount(total)).bold();
    sheet.paper.pair_row(row.below(Rule::Thin));
    let note = sheet.say(|texts| tr!(texts, "paper-family-order-note"));
    sheet.centred(&note, Size::Small);
    sheet.scannable_order(&order.number);
    sheet.paper
}

/// For whom, what exactly, by when. Who makes it stands above the goods.
fn wish(sheet: &mut Sheet, order: &Order) {
    sheet.paper.rule(Rule::Thin);
    if let Some(shop) = &order.shop {
        let label = sheet.say(|texts| tr!(texts, "paper-shop-order"));
        sheet.fact(&label, bidi::first_strong(&shop.number));
    }
    let customer = sheet.say(|texts| tr!(texts, "paper-customer"));
    sheet.paper.field(
        Text::new(customer.inline()),
        Text::new(bidi::first_strong(&order.customer.name)).bold(),
    );
    if !order.customer.address.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-deliver-to"));
        sheet.fact(&label, bidi::first_strong(&order.customer.address));
    }
    if !order.wish.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-wish"));
        sheet.paper.space(Gap::Small);
        sheet.paper.text(Text::new(label.inline()).small());
        sheet
            .paper
            .text(Text::new(bidi::first_strong(&order.wish)).bold());
    }
    if let Some(due) = order.due_on {
        let label = sheet.say(|texts| tr!(texts, "paper-due-on"));
        sheet.paper.rule(Rule::Dashed);
        sheet.paper.text(Text::new(label.inline()).small().centre());
        sheet.long_day(due);
    }
}

/// The slip of a cancelled order: what went back and what was kept.
pub fn order_cancellation_slip(
    stationery: &Stationery,
    cancellation: &OrderCancellation,
    issued: &Issued,
) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    sheet.letterhead();
    let kind = sheet.say(|texts| tr!(texts, "paper-order-cancelled"));
    sheet.kind_banner(&kind);
    let label = sheet.say(|texts| tr!(texts, "paper-order-number"));
    let number = sheet.full_number(&cancellation.order_number);
    sheet.fact(&label, bidi::left_to_right(&number));
    sheet.recorded(issued, Some(cancellation.day));
    if let Some(actor) = &issued.actor {
        let cashier = sheet.say(|texts| tr!(texts, "paper-cashier"));
        sheet.person(&cashier, actor);
    }
    sheet.approver(issued);
    let label = sheet.say(|texts| tr!(texts, "paper-reason"));
    sheet.fact(&label, bidi::first_strong(&cancellation.reason));
    sheet.paper.space(Gap::Small);
    if cancellation.kept.is_positive() {
        let kept = sheet.say(|texts| tr!(texts, "paper-deposit-kept"));
        sheet.pair(&kept, sheet.amount(cancellation.kept));
    }
    if let Some(tender) = &cancellation.returned_online {
        let back = sheet.say(|texts| {
            tr!(
                texts,
                "paper-returned-by",
                tender = texts.word(&tender.kind)
            )
        });
        sheet.sum(&back, tender.amount);
        if !tender.reference.is_empty() {
            let texts = sheet.speech.first;
            sheet.remark(tr!(texts, "paper-reference", reference = &tender.reference));
        }
    }
    let cash = cancellation.cash_returned();
    if cash.is_positive() || cancellation.returned_online.is_none() {
        let returned = sheet.say(|texts| tr!(texts, "paper-returned-cash"));
        sheet.sum(&returned, cash);
    }
    let signature = sheet.say(|texts| tr!(texts, "paper-signature-customer"));
    sheet.signature(&signature);
    sheet.paper
}
