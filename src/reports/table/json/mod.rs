//! Orders out of JSON: our own shape, and those in which two shops used everywhere
//! give theirs. Each line of goods becomes a record of a table, so that what it means
//! is read in one place; its place is its path in the document.
//!
//! Numbers are taken as they are written, never through a float.

mod node;
mod shops;
mod unread;

use std::collections::BTreeMap;

use super::field::Spot;
use super::order_columns::OrderColumn;
use super::vocabulary::Column;
use super::{Cell, MOST_CELLS, Record, Table, TableFault};
use node::{Fields, Node};
use unread::Unread;

/// What one record is made of, column by column.
type Cells = BTreeMap<OrderColumn, Found>;

/// Where a column stands in the document, and what stands there.
#[derive(Debug, Clone)]
struct Found {
    path: String,
    cell: Option<Cell>,
}

/// Lines of goods of a document, each counting as a whole row of cells.
const MOST_RECORDS: usize = MOST_CELLS / 25;

const TOO_MANY: TableFault = TableFault::TooManyCells { limit: MOST_CELLS };

/// The names the goods of an order may stand under.
const GOODS: [&str; 2] = ["lines", "line_items"];

/// Every line of goods, the first with what is said of the whole order. The others
/// have its number, which keeps them together.
fn with_lines(order: Cells, goods: impl Iterator<Item = Cells>) -> Vec<Cells> {
    let number = order.get(&OrderColumn::Number).cloned();
    let mut goods = goods;
    let mut first = order;
    first.extend(goods.next().unwrap_or_default());
    let others = goods.map(|mut line| {
        let number = number.clone().map(|found| (OrderColumn::Number, found));
        line.extend(number);
        line
    });
    std::iter::once(first).chain(others).collect()
}

/// Whether a file's bytes are JSON: a list or an object, and no table.
pub fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut marks = bytes.iter().filter(|byte| !byte.is_ascii_whitespace());
    match marks.next() {
        Some(b'{') => true,
        Some(b'[') => matches!(marks.next(), Some(b'{' | b']')),
        _ => false,
    }
}

/// Reads a document's orders, a record for each line of goods; one of an order that
/// has none.
///
/// # Errors
/// Broken JSON; a document without orders.
pub fn read_orders(name: &str, bytes: &[u8]) -> Result<Table<OrderColumn>, TableFault> {
    super::refuse_large(bytes.len() as u64)?;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|wrong| {
        let before = &bytes[..wrong.valid_up_to()];
        TableFault::BrokenJson {
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            column: before
                .iter()
                .rev()
                .take_while(|byte| **byte != b'\n')
                .count()
                + 1,
            detail: wrong.to_string(),
        }
    })?;
    let document = Node::document(text).map_err(|wrong| TableFault::BrokenJson {
        line: wrong.line(),
        column: wrong.column(),
        detail: wrong.to_string(),
    })?;
    let orders = orders(&document)?.ok_or(TableFault::NoOrders)?;
    if orders.is_empty() {
        return Err(TableFault::NoOrders);
    }
    let mut left = MOST_RECORDS;
    let mut records = Vec::new();
    let mut unread = Unread::default();
    for (nth, order) in (1..).zip(orders) {
        let goods = GOODS.iter().map(|name| order.count_at(name));
        left = left
            .checked_sub(goods.max().unwrap_or_default().max(1))
            .ok_or(TOO_MANY)?;
        let lines = match order.fields() {
            Some(fields) => {
                let shape = Shape::of(&fields);
                unread.look(name, nth, &fields, shape);
                shape.lines(&fields)
            }
            None => vec![Cells::new()],
        };
        for (line, cells) in lines.into_iter().enumerate() {
            records.push(record(name, nth, &order.path, cells, line == 0));
        }
    }
    Ok(Table::elsewhere(records, unread.headings()))
}

/// The orders of a document: a list, a list under a name, or a single one.
///
/// # Errors
/// More of them than are read.
fn orders<'d>(document: &Node<'d>) -> Result<Option<Vec<Node<'d>>>, TableFault> {
    let few = |list: &Node<'d>| match list.count() > MOST_RECORDS {
        true => Err(TOO_MANY),
        false => Ok(list.items()),
    };
    if let Some(list) = few(document)? {
        return Ok(Some(list));
    }
    let Some(fields) = document.fields() else {
        return Ok(None);
    };
    let under_a_name = ["orders", "data"].iter().find_map(|name| fields.get(name));
    if let Some(list) = under_a_name
        && let Some(list) = few(&list)?
    {
        return Ok(Some(list));
    }
    let is_one = GOODS.iter().any(|name| fields.get(name).is_some());
    Ok(is_one.then(|| vec![document.clone()]))
}

/// Whose words an order is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Own,
    WooCommerce,
    Shopify,
}

impl Shape {
    fn of(order: &Fields<'_>) -> Self {
        let has = |name: &str| order.get(name).is_some();
        match has("line_items") {
            true if has("financial_status") || has("total_price") => Shape::Shopify,
            true => Shape::WooCommerce,
            false => Shape::Own,
        }
    }

    fn lines(self, order: &Fields<'_>) -> Vec<Cells> {
        match self {
            Shape::Own => own(order),
            Shape::WooCommerce => shops::woocommerce(order),
            Shape::Shopify => shops::shopify(order),
        }
    }
}

/// A record of a line of goods. Only the first of an order knows where what is said
/// of the whole order would stand.
fn record(name: &str, nth: u32, order: &str, cells: Cells, is_first: bool) -> Record<OrderColumn> {
    let mut spots = BTreeMap::new();
    let mut filled = BTreeMap::new();
    for column in OrderColumn::ALL.iter().filter(|_| is_first) {
        let path = format!("{order}.{}", column.name());
        spots.insert(*column, Spot::Path(path));
    }
    for (column, found) in cells {
        spots.insert(column, Spot::Path(found.path));
        filled.extend(found.cell.map(|cell| (column, cell)));
    }
    Record::elsewhere(name, nth, spots, filled)
}

/// The columns of the order in our own shape, with the names they may have; those
/// with a point lie in an object.
const ORDER: [(OrderColumn, &[&str]); 19] = [
    (OrderColumn::Number, &["number", "order_number"]),
    (OrderColumn::Shop, &["shop"]),
    (OrderColumn::PlacedAt, &["placed_at"]),
    (OrderColumn::Status, &["status"]),
    (OrderColumn::Customer, &["customer.name", "customer"]),
    (OrderColumn::Phone, &["customer.phone", "phone"]),
    (OrderColumn::Address, &["customer.address", "address"]),
    (OrderColumn::City, &["customer.city", "city"]),
    (OrderColumn::Handing, &["delivery.method", "handing"]),
    (OrderColumn::DueOn, &["delivery.due_on", "due_on"]),
    (OrderColumn::Note, &["note"]),
    (OrderColumn::Currency, &["currency"]),
    (OrderColumn::Discount, &["discount.amount", "discount"]),
    (
        OrderColumn::DiscountFunder,
        &["discount.funder", "discount_funder"],
    ),
    (OrderColumn::DeliveryFee, &["delivery.fee", "delivery_fee"]),
    (OrderColumn::Payment, &["payment.method", "payment"]),
    (OrderColumn::Paid, &["payment.paid", "paid"]),
    (
        OrderColumn::PaymentReference,
        &["payment.reference", "payment_reference"],
    ),
    (OrderColumn::Total, &["total"]),
];

const LINE: [(OrderColumn, &[&str]); 6] = [
    (OrderColumn::Sku, &["sku"]),
    (OrderColumn::Barcode, &["barcode"]),
    (OrderColumn::Item, &["item", "name"]),
    (OrderColumn::Quantity, &["quantity"]),
    (OrderColumn::UnitPrice, &["unit_price", "price"]),
    (OrderColumn::LineDiscount, &["discount", "line_discount"]),
];

/// Our own shape: the columns of the table as fields, the goods under `lines`.
fn own(order: &Fields<'_>) -> Vec<Cells> {
    let read: Vec<&str> = ORDER
        .iter()
        .flat_map(|(_, names)| *names)
        .copied()
        .collect();
    let common: Cells = ORDER
        .iter()
        .map(|(column, names)| (*column, order.find_beside(*column, names, &read)))
        .collect();
    let goods = order.lines("lines").into_iter().map(|line| {
        let of_line = LINE.iter();
        let of_line = of_line.map(|(column, names)| (*column, line.find(*column, names)));
        of_line.collect()
    });
    with_lines(common, goods)
}

#[cfg(test)]
mod tests {
    use super::super::field::CellReason;
    use super::*;

    fn texts(json: &str, columns: &[OrderColumn]) -> Vec<Vec<String>> {
        let table = read_orders("orders", json.as_bytes()).unwrap();
        let text = |record: &Record<OrderColumn>, column: &OrderColumn| {
            let text = record.field(*column).text().unwrap();
            text.unwrap_or_default().to_owned()
        };
        let records = table.records.iter();
        records
            .map(|record| columns.iter().map(|column| text(record, column)).collect())
            .collect()
    }

    #[test]
    fn our_own_shape_is_read_with_its_paths() {
        let json = r#"{"orders": [{"number": 1001, "customer": {"name": "شيخة"},
            "delivery": {"fee": 15.10}, "paid": true,
            "lines": [{"sku": "F01-01", "quantity": 2, "unit_price": "12.50"},
                      {"sku": "F02-01", "price": 45.099999999999994}]}]}"#;
        use OrderColumn::*;
        assert_eq!(
            texts(json, &[Number, Customer, Sku, UnitPrice, DeliveryFee, Paid]),
            [
                ["1001", "شيخة", "F01-01", "12.50", "15.10", "true"],
                ["1001", "", "F02-01", "45.099999999999994", "", ""],
            ]
        );
        let table = read_orders("orders", json.as_bytes()).unwrap();
        let place = |nth: usize, column| table.records[nth].field(column).place().path.unwrap();
        assert_eq!(place(1, UnitPrice), "orders[0].lines[1].price");
        assert_eq!(place(0, Customer), "orders[0].customer.name");
        assert_eq!(place(1, Quantity), "orders[0].lines[1].quantity");
        assert_eq!(place(0, Total), "orders[0].total");
    }

    #[test]
    fn what_is_an_object_where_a_text_should_be_is_refused_in_its_place() {
        let json = r#"[{"number": 1, "note": {"ar": "هدية"}, "payment": {"paid": true},
            "customer": {"name": "شيخة"}, "discount": {"value": 5}, "status": [], "shop": ["a"],
            "lines": [{"sku": "F01-01", "quantity": {"amount": 2}, "discount": {"amount": 1}}]}]"#;
        let table = read_orders("orders", json.as_bytes()).unwrap();
        let fields = OrderColumn::ALL.iter();
        let fields = fields.map(|column| table.records[0].field(*column).text());
        let mut refused: Vec<String> = fields
            .filter_map(Result::err)
            .map(|problem| {
                assert_eq!(problem.reason, CellReason::Nested);
                problem.place.path.unwrap()
            })
            .collect();
        refused.sort();
        assert_eq!(
            refused,
            [
                "[0].discount",
                "[0].lines[0].discount",
                "[0].lines[0].quantity",
                "[0].note",
                "[0].shop",
            ]
        );
    }

    #[test]
    fn no_document_takes_more_memory_than_a_table_may() {
        let fault = |json: String| read_orders("orders", json.as_bytes()).unwrap_err();
        let many = |count: usize| vec!["{}"; count].join(",");
        for json in [
            format!("[{}]", many(MOST_RECORDS + 1)),
            format!("{{\"orders\": [{}]}}", many(MOST_RECORDS + 1)),
            format!("[{{\"lines\": [{}]}}]", many(MOST_RECORDS + 1)),
            format!("[{{\"line_items\": [{}]}}]", many(MOST_RECORDS + 1)),
            format!(
                "[{{\"lines\": [{}]}}, {{\"lines\": [{}]}}]",
                many(MOST_RECORDS),
                many(1)
            ),
        ] {
            assert!(matches!(fault(json), TableFault::TooManyCells { .. }));
        }
        // A long word of the order is held once, whatever its lines.
        let note = "ل".repeat(10_000);
        let lines = many(1_000);
        let json = format!("[{{\"number\": 1, \"note\": \"{note}\", \"lines\": [{lines}]}}]");
        let table = read_orders("orders", json.as_bytes()).unwrap();
        let notes = table.records.iter().map(|record| {
            let note = record.field(OrderColumn::Note).text().unwrap();
            note.map_or(0, str::len)
        });
        assert_eq!(notes.sum::<usize>(), note.len());
        assert_eq!(MOST_RECORDS, MOST_CELLS / OrderColumn::ALL.len());
    }

    #[test]
    fn a_woocommerce_order_is_understood() {
        let json = r#"[{"id": 77, "number": "77", "status": "processing", "currency": "AED",
            "date_created": "2026-11-26T10:00:00", "discount_total": "2.00", "discount_tax": "0.10",
            "shipping_total": "15.00", "shipping_tax": "0.75", "total": "38.65",
            "payment_method": "wc_tap", "transaction_id": "chg_1", "date_paid": "2026-11-26T10:01:00",
            "billing": {"first_name": "Noura", "last_name": "Ali", "phone": "0501", "address_1": "x"},
            "shipping": {"first_name": "", "last_name": "", "address_1": "Al Majaz 2", "city": "Sharjah"},
            "shipping_lines": [{"method_id": "flat_rate"}], "refunds": [],
            "line_items": [{"name": "Tea", "sku": "F01-01", "quantity": 2, "subtotal": "23.81",
              "subtotal_tax": "1.19", "total": "21.81", "total_tax": "1.09"}]}]"#;
        use OrderColumn::*;
        let columns = [
            Number,
            Status,
            Customer,
            Address,
            Handing,
            Sku,
            Item,
            Quantity,
            UnitPrice,
            LineDiscount,
            DeliveryFee,
            Payment,
            Paid,
            PaymentReference,
            Total,
        ];
        let expected = [
            "77",
            "processing",
            "Noura Ali",
            "Al Majaz 2",
            "delivery",
            "F01-01",
            "",
            "2",
            "12.50",
            "2.10",
            "15.75",
            "card",
            "paid",
            "chg_1",
            "38.65",
        ];
        assert_eq!(texts(json, &columns), [expected]);
    }

    #[test]
    fn a_shopify_order_is_understood() {
        let json = r##"{"orders": [{"name": "#1002", "created_at": "2026-11-26T10:00:00+04:00",
            "cancelled_at": null, "financial_status": "pending", "currency": "AED",
            "total_price": "60.00", "payment_gateway_names": ["Cash on Delivery (COD)"],
            "shipping_address": {"name": "مريم", "phone": "055", "address1": "المجاز", "city": "الشارقة"},
            "shipping_lines": [{"price": "10.00"}], "note": null,
            "line_items": [{"sku": "", "title": "Tea", "quantity": 1, "price": "55.00",
              "discount_allocations": [{"amount": "3.00"}, {"amount": "2.00"}]}]}]}"##;
        use OrderColumn::*;
        let columns = [
            Number,
            Status,
            Customer,
            City,
            Handing,
            Sku,
            Item,
            UnitPrice,
            LineDiscount,
            DeliveryFee,
            Payment,
            Paid,
            Total,
        ];
        let expected = [
            "#1002",
            "placed",
            "مريم",
            "الشارقة",
            "delivery",
            "",
            "Tea",
            "55.00",
            "5.00",
            "10.00",
            "Cash on Delivery (COD)",
            "",
            "60.00",
        ];
        assert_eq!(texts(json, &columns), [expected]);
    }

    #[test]
    fn what_is_no_json_or_holds_no_orders_is_told() {
        let fault = |json: &[u8]| read_orders("orders", json).unwrap_err();
        assert!(matches!(
            fault(b"{\"orders\": [\n{]}"),
            TableFault::BrokenJson { line: 2, .. }
        ));
        assert!(matches!(
            fault(b"{\"a\xff\": 1}"),
            TableFault::BrokenJson {
                line: 1,
                column: 4,
                ..
            }
        ));
        for json in ["[]", "{}", "{\"orders\": []}", "{\"orders\": 7}"] {
            assert!(
                matches!(fault(json.as_bytes()), TableFault::NoOrders),
                "{json}"
            );
        }
        assert!(is_json(b"\xef\xbb\xbf [ {"));
        assert!(!is_json("رقم الطلب,العميل".as_bytes()) && !is_json(b"[draft],x"));
        // Deep nesting and strange kinds are no matter.
        let deep = format!("[{}1{}]", "[".repeat(500), "]".repeat(500));
        let strange = [
            deep.as_str(),
            "[1, null, \"x\"]",
            "[{\"number\": {\"a\": []}, \"lines\": 3}]",
        ];
        for json in strange {
            let _ = read_orders("orders", json.as_bytes());
        }
    }
}
