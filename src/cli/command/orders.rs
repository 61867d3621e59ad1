//! Orders: taken, handed over, cancelled, listed.

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::cli::arguments::OrderCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output::{self, Table, amount, quantity};
use crate::domain::id::{FamilyCode, OrderId};
use crate::domain::money::{Currency, Money};
use crate::domain::order::{Order, OrderState};
use crate::domain::sale::{Offer, TenderKind};
use crate::services::Till;
use crate::services::order::{CourierRun, OrderRequest};
use crate::services::printing::Paper;
use crate::store::OrderRow;
use crate::tr;

use super::papers::{self, Selling};
use super::selling::show_sale;
use super::ticket::{WrittenOrder, from_input};

pub(super) fn order(desk: &Desk, command: OrderCommand) -> Result<(), Failure> {
    match command {
        OrderCommand::Take => take(desk),
        OrderCommand::Run => run(desk),
        OrderCommand::HandOver { number, tenders } => hand_over(desk, &number, &tenders),
        OrderCommand::Cancel {
            number,
            reason,
            keep,
        } => cancel(desk, &number, reason, keep.as_deref()),
        OrderCommand::List { all, family } => list(desk, all, family.as_deref()),
        OrderCommand::Delivered {
            number,
            received_by,
        } => delivered(desk, &number, received_by),
    }
}

fn take(desk: &Desk) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let session = desk.sign_in(&till)?;
    let written = from_input::<WrittenOrder>()?
        .next()
        .ok_or(Misuse::NoTicket)??;
    let basket = written.basket(desk, &till, &goods)?;
    let request = OrderRequest {
        id: OrderId(written.id.unwrap_or_else(|| till.moments().new_id())),
        ticket: basket.ticket,
        customer: written.customer(),
        wish: written.wish,
        due_on: written.due_on,
        deposit: basket.offers,
    };
    let order = till.take_order(&session, request)?;
    papers::print(desk, &till, &[Paper::Order(order.id)]);
    let currency = goods.bazaar.currency;
    if desk.json {
        return desk
            .out
            .json(&order_json(&order, OrderState::Open, currency));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-order-taken",
        number = order.number.to_string(),
        total = texts.money(order.total, currency),
        deposit = texts.money(order.deposit, currency)
    ))
}

fn hand_over(desk: &Desk, number: &str, tenders: &[String]) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let read = |text: &String| read_tender(desk, text, goods.bazaar.currency);
    let offers = tenders.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let session = desk.sign_in(&till)?;
    let order = find(&till, number)?;
    let selling = Selling::at(desk, &till)?;
    let done = desk.approved(&selling.till, |approval| {
        selling
            .till
            .hand_over(&session, order, offers.clone(), approval)
    })?;
    show_sale(desk, &done, &goods)?;
    selling.print(desk, &[done.sale.fact.id]);
    Ok(())
}

/// Hands over every order that goes to a customer's door today.
fn run(desk: &Desk) -> Result<(), Failure> {
    let till = desk.till()?;
    let session = desk.sign_in(&till)?;
    let open = till.orders(Some(OrderState::Open))?;
    let orders = open.iter().map(|row| row.order.id).collect();
    let selling = Selling::at(desk, &till)?;
    let run = selling.till.hand_over_run(&session, orders)?;
    let CourierRun { gone, left } = run;
    let sales: Vec<_> = gone.iter().map(|done| done.sale.fact.id).collect();
    selling.print(desk, &sales);
    if desk.json {
        let numbers = gone.iter().map(|done| done.sale.fact.number.to_string());
        let numbers: Vec<String> = numbers.collect();
        let left = left.iter().map(|left| {
            json!({
                "number": left.order.number.to_string(),
                "shop_number": left.order.shop.as_ref().map(|shop| &shop.number),
                "expired": left.expired.iter().map(|line| line.sku.as_str()).collect::<Vec<_>>(),
                "reason": output::plain(&left.said(desk.texts)),
            })
        });
        let left: Vec<Value> = left.collect();
        return desk
            .out
            .json(&json!({ "handed_over": numbers, "left_behind": left }));
    }
    desk.out
        .line(&tr!(desk.texts, "cli-order-run-done", count = gone.len()))?;
    for left in &left {
        desk.out.line(&left.said(desk.texts))?;
    }
    Ok(())
}

/// Reads `cash=50.00`, `card=100` or `family:F01=20`.
fn read_tender(desk: &Desk, text: &str, currency: Currency) -> Result<Offer, Failure> {
    let wrong = || Misuse::NotATender(text.to_owned());
    let (kind, tendered) = text.split_once('=').ok_or_else(wrong)?;
    let tendered = desk.amount(tendered, currency)?;
    if let Some(family) = kind.trim().strip_prefix("family:") {
        return Ok(Offer::new(
            TenderKind::TakenByFamily(desk.code(family)?),
            tendered,
        ));
    }
    let kind = serde_json::from_value::<TenderKind>(Value::String(kind.trim().to_owned()))
        .map_err(|_| wrong())?;
    Ok(Offer::new(kind, tendered))
}

fn cancel(desk: &Desk, number: &str, reason: String, keep: Option<&str>) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let currency = goods.bazaar.currency;
    let keep = keep.map(|text| desk.amount(text, currency)).transpose()?;
    let session = desk.sign_in(&till)?;
    let order = find(&till, number)?;
    let cancelled = desk.approved(&till, |approval| {
        let keep = keep.unwrap_or(Money::ZERO);
        till.cancel_order(&session, order, keep, reason.clone(), approval)
    })?;
    let paper = Paper::OrderCancelled {
        order,
        day: cancelled.day,
    };
    papers::print(desk, &till, &[paper]);
    if desk.json {
        return desk.out.json(&json!({
            "number": cancelled.order_number.to_string(),
            "returned": amount(cancelled.returned, currency),
            "returned_in_cash": amount(cancelled.cash_returned(), currency),
            "returned_online": cancelled.returned_online.as_ref().map(|tender| json!({
                "kind": tender.kind,
                "amount": amount(tender.amount, currency),
                "reference": tender.reference,
            })),
            "kept": amount(cancelled.kept, currency),
            "currency": currency.code(),
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-order-cancelled",
        number = cancelled.order_number.to_string(),
        returned = texts.money(cancelled.cash_returned(), currency)
    ))?;
    let Some(tender) = &cancelled.returned_online else {
        return Ok(());
    };
    desk.out.line(&tr!(
        texts,
        "cli-order-returned-online",
        tender = texts.word(&tender.kind),
        returned = texts.money(tender.amount, currency),
        reference = tender.reference.as_str()
    ))
}

fn find(till: &Till, number: &str) -> Result<OrderId, Failure> {
    Ok(till.find_order(number)?.order.id)
}

/// Notes that an order arrived where it was to be delivered.
fn delivered(desk: &Desk, number: &str, received_by: String) -> Result<(), Failure> {
    let till = desk.till()?;
    let session = desk.sign_in(&till)?;
    let row = till.find_order(number)?;
    till.deliver_order(&session, row.order.id, received_by)?;
    let number = row.order.number.to_string();
    if desk.json {
        let state = OrderState::Delivered;
        return desk.out.json(&json!({ "number": number, "state": state }));
    }
    desk.out
        .line(&tr!(desk.texts, "cli-order-delivered", number = number))
}

fn list(desk: &Desk, all: bool, family: Option<&str>) -> Result<(), Failure> {
    let (till, goods) = desk.shop()?;
    let currency = goods.bazaar.currency;
    let family: Option<FamilyCode> = family.map(|text| desk.code(text)).transpose()?;
    // Customers' names and addresses stand in it.
    desk.sign_in(&till)?;
    let mut rows = till.orders((!all).then_some(OrderState::Open))?;
    if let Some(family) = &family {
        rows.retain(|row| row.order.families().contains(&family));
    }
    rows.sort_by_key(|row| row.order.due_on.unwrap_or(NaiveDate::MAX));
    if desk.json {
        let orders: Vec<Value> = rows
            .iter()
            .map(|row| order_json(&row.order, row.state, currency))
            .collect();
        return desk
            .out
            .json(&json!({ "currency": currency.code(), "orders": orders }));
    }
    let texts = desk.texts;
    if rows.is_empty() {
        return desk.out.line(&tr!(texts, "cli-no-orders"));
    }
    let mut table = Table::new()
        .words(tr!(texts, "term-order"))
        .words(tr!(texts, "cli-column-customer"))
        .words(tr!(texts, "cli-column-due"))
        .words(tr!(texts, "cli-column-state"))
        .figures(tr!(texts, "term-total"))
        .figures(tr!(texts, "term-deposit"));
    for OrderRow { order, state, .. } in &rows {
        table.row(vec![
            order.number.to_string(),
            order.customer.name.clone(),
            order
                .due_on
                .map_or(String::new(), |day| texts.date_short(day)),
            texts.word(state),
            texts.amount(order.total, currency),
            texts.amount(order.deposit, currency),
        ]);
    }
    desk.out.table(&table)
}

fn order_json(order: &Order, state: OrderState, currency: Currency) -> Value {
    json!({
        "id": order.id.to_string(),
        "number": order.number.to_string(),
        "state": state,
        "day": output::date(order.day),
        "customer": order.customer.name,
        "address": order.customer.address,
        "shop_order": order.shop.as_ref().map(|shop| json!({
            "number": shop.number,
            "shop": shop.shop,
            "placed_at": shop.placed_at.map(|at| at.to_string()),
            "file": shop.file,
        })),
        "wish": order.wish,
        "due_on": order.due_on.map(output::date),
        "delivery_fee": order.ticket.delivery_fee().map(|fee| amount(fee, currency)),
        "total": amount(order.total, currency),
        "deposit": amount(order.deposit, currency),
        "currency": currency.code(),
        "lines": order.ticket.lines.iter().map(|line| json!({
            "sku": line.sku.as_str(),
            "family": line.family.as_str(),
            "quantity": quantity(line.quantity),
            "unit_price": amount(line.unit_price, currency),
        })).collect::<Vec<_>>(),
    })
}
