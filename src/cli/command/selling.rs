//! Selling and taking back.

use serde_json::{Value, json};

use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{Table, amount, capital, quantity};
use crate::domain::catalogue::Catalogue;
use crate::domain::id::RefundId;
use crate::domain::money::Currency;
use crate::domain::refund::{AlreadyRefunded, Refund, Return};
use crate::domain::sale::{Sale, TenderKind};
use crate::services::printing::Paper;
use crate::services::refund::RefundRequest;
use crate::services::sell::Completed;
use crate::store::Recorded;
use crate::tr;

use super::papers::{self, Selling};
use super::ticket::{WrittenTicket, from_input};

/// Sells every ticket of the standard input; each is acknowledged when it is
/// durable.
pub(super) fn sell(desk: &Desk) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let selling = Selling::at(desk, &till)?;
    let mut sold = Vec::new();
    for written in from_input::<WrittenTicket>()? {
        let basket = written?.read(desk, &till, &goods)?;
        let done = desk.approved(&till, |approval| {
            selling.till.complete_sale(
                &session,
                basket.ticket.clone(),
                basket.offers.clone(),
                approval,
            )
        })?;
        show_sale(desk, &done, &goods)?;
        sold.push(done.sale.fact.id);
    }
    if sold.is_empty() {
        return Err(Misuse::NoTicket.into());
    }
    selling.print(desk, &sold);
    Ok(())
}

/// Says what was sold and what goes back to the customer.
pub(super) fn show_sale(desk: &Desk, done: &Completed, goods: &Catalogue) -> Result<(), Failure> {
    let sale = &done.sale.fact;
    let currency = goods.bazaar.currency;
    if desk.json {
        return desk.out.json(&sale_json(done, goods));
    }
    let texts = desk.texts;
    let mut table = Table::new().words("").figures("").figures("");
    for line in &sale.lines {
        table.row(vec![
            texts.name(&line.item.name).to_owned(),
            texts.quantity_with_unit(line.item.quantity, line.item.unit),
            texts.amount(line.paid, currency),
        ]);
    }
    table.total(vec![
        tr!(texts, "term-total"),
        String::new(),
        texts.money(sale.paid(), currency),
    ]);
    let number = sale.number.with_bazaar(&goods.bazaar.code);
    let said = if done.again {
        tr!(texts, "cli-sold-before", number = number)
    } else {
        tr!(texts, "cli-sold", number = number)
    };
    desk.out.line(&desk.out.strong(&said))?;
    desk.out.table(&table)?;
    let change = sale.change();
    if change.is_zero() {
        return Ok(());
    }
    let change = texts.money(change, currency);
    let label = capital(&tr!(texts, "term-change"));
    desk.out
        .line(&tr!(texts, "cli-labelled", label = label, value = change))
}

fn sale_json(done: &Completed, goods: &Catalogue) -> Value {
    let sale = &done.sale.fact;
    let currency = goods.bazaar.currency;
    json!({
        "id": sale.id.to_string(),
        "number": sale.number.to_string(),
        "receipt": sale.number.with_bazaar(&goods.bazaar.code),
        "day": sale.day.to_string(),
        "at": done.sale.at.to_rfc3339(),
        "cashier": sale.cashier.as_str(),
        "approver": done.sale.approver.as_ref().map(|approver| approver.as_str()),
        "again": done.again,
        "currency": currency.code(),
        "lines": lines_json(sale, currency),
        "list": amount(sale.list(), currency),
        "discount": amount(sale.discount(), currency),
        "tax": amount(sale.tax(), currency),
        "cash_rounding": amount(sale.cash_rounding, currency),
        "delivery_fee": amount(sale.delivery_fee(), currency),
        "paid": amount(sale.paid(), currency),
        "change": amount(sale.change(), currency),
        "tenders": sale.tenders.iter().map(|tender| json!({
            "kind": tender_name(&tender.kind),
            "amount": amount(tender.amount, currency),
            "tendered": amount(tender.tendered, currency),
            "reference": tender.reference,
        })).collect::<Vec<_>>(),
    })
}

fn lines_json(sale: &Sale, currency: Currency) -> Vec<Value> {
    let line = |(index, line): (usize, &crate::domain::sale::SaleLine)| {
        json!({
            "line": index + 1,
            "sku": line.item.sku.as_str(),
            "family": line.item.family.as_str(),
            "quantity": quantity(line.item.quantity),
            "unit_price": amount(line.item.unit_price, currency),
            "list": amount(line.list, currency),
            "family_discount": amount(line.family_discount, currency),
            "organiser_discount": amount(line.organiser_discount, currency),
            "paid": amount(line.paid, currency),
        })
    };
    sale.lines.iter().enumerate().map(line).collect()
}

/// A tender as a ticket in JSON names it.
pub(super) fn tender_name(kind: &TenderKind) -> Value {
    serde_json::to_value(kind).expect("a tender is a plain value")
}

pub(super) fn refund(
    desk: &Desk,
    number: &str,
    lines: &[String],
    reason: String,
    in_cash: bool,
) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let asked = lines
        .iter()
        .map(|text| read_return(desk, text))
        .collect::<Result<Vec<_>, _>>()?;
    let session = desk.sign_in(&till)?;
    let sale = till.find_sale(number)?.fact;
    let returns = if asked.is_empty() {
        all_that_is_left(&sale, &till.already_refunded(&sale)?)
    } else {
        asked
    };
    let request = RefundRequest {
        id: RefundId(till.moments().new_id()),
        sale: sale.id,
        returns,
        reason,
        in_cash,
    };
    let done = desk.approved(&till, |approval| {
        till.refund(&session, request.clone(), approval)
    })?;
    papers::print(desk, &till, &[Paper::Refund(done.fact.id)]);
    show_refund(desk, &done, goods.bazaar.currency)
}

fn all_that_is_left(sale: &Sale, already: &AlreadyRefunded) -> Vec<Return> {
    let left = |(line, sold): (usize, &crate::domain::sale::SaleLine)| {
        let before = already.lines.get(line).copied().unwrap_or_default();
        let quantity = sold.item.quantity - before;
        quantity.is_positive().then_some(Return { line, quantity })
    };
    sale.lines.iter().enumerate().filter_map(left).collect()
}

/// Reads `2=1`: one of the second line.
fn read_return(desk: &Desk, text: &str) -> Result<Return, Failure> {
    let wrong = || Misuse::NotALine(text.to_owned());
    let (line, returned) = text.split_once('=').ok_or_else(wrong)?;
    let line = crate::locale::reading::read_whole(line).map_err(|_| wrong())?;
    let line = usize::try_from(line - 1).map_err(|_| wrong())?;
    Ok(Return {
        line,
        quantity: desk.quantity(returned)?,
    })
}

fn show_refund(desk: &Desk, done: &Recorded<Refund>, currency: Currency) -> Result<(), Failure> {
    let refund = &done.fact;
    let texts = desk.texts;
    if desk.json {
        return desk.out.json(&json!({
            "number": refund.number.to_string(),
            "sale": refund.sale_number.to_string(),
            "day": refund.day.to_string(),
            "at": done.at.to_rfc3339(),
            "approver": done.approver.as_ref().map(|approver| approver.as_str()),
            "currency": currency.code(),
            "lines": refund.lines.iter().map(|line| json!({
                "line": line.line + 1,
                "sku": line.sku.as_str(),
                "family": line.family.as_str(),
                "quantity": quantity(line.quantity),
                "paid": amount(line.paid, currency),
            })).collect::<Vec<_>>(),
            "returned": amount(refund.returned(), currency),
            "tenders": refund.tenders.iter().map(|tender| json!({
                "kind": tender_name(&tender.kind),
                "amount": amount(tender.amount, currency),
            })).collect::<Vec<_>>(),
        }));
    }
    let mut table = Table::new().words("").figures("");
    for tender in &refund.tenders {
        table.row(vec![
            texts.word(&tender.kind),
            texts.money(tender.amount, currency),
        ]);
    }
    desk.out.line(&tr!(
        texts,
        "cli-refunded",
        number = refund.number.to_string(),
        sale = refund.sale_number.to_string()
    ))?;
    desk.out.table(&table)
}
