//! Orders in the shapes of two shops used everywhere: what WooCommerce's REST API
//! gives, and Shopify's. Their amounts are brought to ours: prices with tax, the
//! discount on the line it was taken from.
//!
//! What they tell that can't be brought to ours (goods given back in part, a fee of
//! another kind) is never passed over: it makes the total or the status wrong, and
//! the order is refused.

use rust_decimal::Decimal;

use super::node::{Fields, decimal};
use super::{Cells, Found, with_lines};
use crate::reports::table::order_columns::OrderColumn as Column;
use crate::reports::table::shop_words::PAYMENTS;
use crate::reports::table::word::meant;

/// Several texts as one, those that say anything.
fn joined(fields: &Fields<'_>, names: &[&str], between: &str) -> Option<String> {
    let texts: Vec<String> = names.iter().filter_map(|name| fields.text(name)).collect();
    (!texts.is_empty()).then(|| texts.join(between))
}

/// The sum of amounts; none where one is no number.
fn sum(fields: &Fields<'_>, names: &[&str]) -> Option<Decimal> {
    names.iter().try_fold(Decimal::ZERO, |sum, name| {
        let amount = fields
            .text(name)
            .map_or(Some(Decimal::ZERO), |text| decimal(&text))?;
        sum.checked_add(amount)
    })
}

/// The sum of one amount over a list.
fn sum_of(lines: &[Fields<'_>], names: &[&str]) -> Option<Decimal> {
    lines.iter().try_fold(Decimal::ZERO, |total, line| {
        let said = names.iter().find(|name| line.text(name).is_some());
        let amount = said.map_or(Some(Decimal::ZERO), |name| sum(line, &[name]))?;
        total.checked_add(amount)
    })
}

/// How it is paid, in a word that is known; a gateway nobody knows took it by card.
fn payment(method: Option<String>, was_paid: bool) -> Option<String> {
    let method = method?;
    let known = meant(&method, PAYMENTS).is_ok();
    Some(match was_paid && !known {
        true => "card".to_owned(),
        false => method,
    })
}

pub(super) fn woocommerce(order: &Fields<'_>) -> Vec<Cells> {
    let status = match order.lines("refunds").is_empty() {
        true => order.text("status"),
        false => Some("partially refunded".to_owned()),
    };
    let is_shipped_to = joined(order, &["shipping.address_1", "shipping.city"], "").is_some();
    let to = if is_shipped_to { "shipping" } else { "billing" };
    let part = |name: &str| format!("{to}.{name}");
    let name = |of: &str| {
        let names = [format!("{of}.first_name"), format!("{of}.last_name")];
        joined(order, &names.each_ref().map(String::as_str), " ")
    };
    let customer = name("shipping").or_else(|| name("billing"));
    let street = [part("address_1"), part("address_2")];
    let street = joined(order, &street.each_ref().map(String::as_str), "، ");
    let ways = order.lines("shipping_lines");
    let is_brought = ways.iter().any(|way| {
        let method = way.text("method_id").unwrap_or_default();
        !method.contains("pickup")
    });
    let handing = if is_brought { "delivery" } else { "pickup" };
    let was_paid = order.text("date_paid").is_some();
    let method = payment(order.text("payment_method"), was_paid);
    let on_delivery = method.as_deref() == Some("cod");
    let paid = match (on_delivery, was_paid) {
        (true, _) => None,
        (false, true) => Some("paid".to_owned()),
        (false, false) => Some("unpaid".to_owned()),
    };
    let fee = sum(order, &["shipping_total", "shipping_tax"]);
    let common = Cells::from([
        (
            Column::Number,
            order.find(Column::Number, &["number", "id"]),
        ),
        (
            Column::PlacedAt,
            order.find(Column::PlacedAt, &["date_created"]),
        ),
        order.say(Column::Status, "status", status),
        order.say(Column::Customer, "billing.first_name", customer),
        (
            Column::Phone,
            order.find(Column::Phone, &["shipping.phone", "billing.phone"]),
        ),
        order.say(Column::Address, "shipping.address_1", street),
        order.say(Column::City, "shipping.city", order.text(&part("city"))),
        order.say(Column::Handing, "shipping_lines", Some(handing.to_owned())),
        (Column::Note, order.find(Column::Note, &["customer_note"])),
        (
            Column::Currency,
            order.find(Column::Currency, &["currency"]),
        ),
        order.say(
            Column::DeliveryFee,
            "shipping_total",
            fee.map(|fee| fee.to_string()),
        ),
        order.say(Column::Payment, "payment_method", method),
        order.say(Column::Paid, "date_paid", paid),
        (
            Column::PaymentReference,
            order.find(Column::PaymentReference, &["transaction_id"]),
        ),
        (Column::Total, order.find(Column::Total, &["total"])),
    ]);
    let lines = order.lines("line_items").into_iter().map(|line| {
        let list = sum(&line, &["subtotal", "subtotal_tax"]);
        let paid = sum(&line, &["total", "total_tax"]);
        let quantity = line.text("quantity").and_then(|text| decimal(&text));
        let price = list
            .zip(quantity)
            .and_then(|(list, quantity)| list.checked_div(quantity));
        let discount = list
            .zip(paid)
            .and_then(|(list, paid)| list.checked_sub(paid));
        let mut said = goods(&line, "name");
        said.extend([
            line.say(
                Column::UnitPrice,
                "subtotal",
                price.map(|price| price.to_string()),
            ),
            line.say(
                Column::LineDiscount,
                "total",
                discount.map(|less| less.to_string()),
            ),
        ]);
        said
    });
    with_lines(common, lines.map(Cells::from_iter))
}

pub(super) fn shopify(order: &Fields<'_>) -> Vec<Cells> {
    let standing = order.text("financial_status").unwrap_or_default();
    let status = match standing.as_str() {
        _ if order.text("cancelled_at").is_some() => "cancelled",
        "refunded" | "voided" => "refunded",
        "partially_refunded" => "partially refunded",
        _ => "placed",
    };
    let names = ["customer.first_name", "customer.last_name"];
    let customer = order
        .text("shipping_address.name")
        .or_else(|| joined(order, &names, " "))
        .or_else(|| order.text("billing_address.name"));
    let street = ["shipping_address.address1", "shipping_address.address2"];
    let street = joined(order, &street, "، ");
    let handing = if street.is_some() {
        "delivery"
    } else {
        "pickup"
    };
    let gateways = order
        .get("payment_gateway_names")
        .and_then(|list| list.items());
    let gateway = gateways.and_then(|gateways| gateways.first()?.text());
    let method = payment(
        gateway.or_else(|| order.text("gateway")),
        standing == "paid",
    );
    let paid = match standing.as_str() {
        "paid" => Some("paid".to_owned()),
        "partially_paid" => {
            let (total, left) = (
                sum(order, &["total_price"]),
                sum(order, &["total_outstanding"]),
            );
            let paid = total
                .zip(left)
                .and_then(|(total, left)| total.checked_sub(left));
            paid.map(|paid| paid.to_string())
        }
        _ => None,
    };
    let online = method
        .as_ref()
        .and_then(|method| meant(method, PAYMENTS).ok()?.online());
    let unpaid = (paid.is_none() && online.is_some()).then(|| "unpaid".to_owned());
    let fee = sum_of(
        &order.lines("shipping_lines"),
        &["discounted_price", "price"],
    );
    let phones = [
        "shipping_address.phone",
        "phone",
        "customer.phone",
        "billing_address.phone",
    ];
    let common = Cells::from([
        (
            Column::Number,
            order.find(Column::Number, &["name", "order_number"]),
        ),
        (
            Column::PlacedAt,
            order.find(Column::PlacedAt, &["created_at"]),
        ),
        order.say(Column::Status, "financial_status", Some(status.to_owned())),
        order.say(Column::Customer, "shipping_address.name", customer),
        (Column::Phone, order.find(Column::Phone, &phones)),
        order.say(Column::Address, "shipping_address.address1", street),
        (
            Column::City,
            order.find(Column::City, &["shipping_address.city"]),
        ),
        order.say(
            Column::Handing,
            "shipping_address",
            Some(handing.to_owned()),
        ),
        (Column::Note, order.find(Column::Note, &["note"])),
        (
            Column::Currency,
            order.find(Column::Currency, &["currency"]),
        ),
        order.say(
            Column::DeliveryFee,
            "shipping_lines",
            fee.map(|fee| fee.to_string()),
        ),
        order.say(Column::Payment, "payment_gateway_names", method),
        order.say(Column::Paid, "financial_status", paid.or(unpaid)),
        (Column::Total, order.find(Column::Total, &["total_price"])),
    ]);
    let lines = order.lines("line_items").into_iter().map(|line| {
        let less = sum_of(&line.lines("discount_allocations"), &["amount"]);
        let mut said = goods(&line, "title");
        said.extend([
            (Column::UnitPrice, line.find(Column::UnitPrice, &["price"])),
            line.say(
                Column::LineDiscount,
                "discount_allocations",
                less.map(|less| less.to_string()),
            ),
        ]);
        said
    });
    with_lines(common, lines.map(Cells::from_iter))
}

/// What goods are known by: their code, or their name where they have none.
fn goods(line: &Fields<'_>, name: &str) -> Vec<(Column, Found)> {
    let named = line
        .text("sku")
        .is_none()
        .then(|| line.text(name))
        .flatten();
    vec![
        (Column::Sku, line.find(Column::Sku, &["sku"])),
        line.say(Column::Item, name, named),
        (Column::Quantity, line.find(Column::Quantity, &["quantity"])),
    ]
}
