//! Thousands of a web shop's files, as tables and as JSON: what is whole is taken as it
//! was meant, what is damaged is taken whole or refused with its places; nothing brings
//! the program down and no file is taken in by half.

use sanduq::domain::sale::TenderKind;
use sanduq::domain::shop::ShopOrder;
use sanduq::reports::table::TableKind;
use sanduq::services::order::shop_order_id;

use crate::bazaar::{Story, fils};
use crate::mutated::{
    Desk, Dice, amount, arabic_digits, as_text, as_workbook, damaged, number, repacked,
};

/// What an order is meant to say.
struct Meant {
    number: String,
    customer: String,
    fee: i64,
    goods: Vec<(&'static str, i64, i64)>,
    discount: i64,
    /// Of its total, where it is paid by card.
    paid: Option<i64>,
}

impl Meant {
    fn total(&self) -> i64 {
        let goods = self.goods.iter().map(|(_, units, price)| units * price);
        goods.sum::<i64>() - self.discount + self.fee
    }
}

fn meant(dice: &mut Dice, file: usize) -> Vec<Meant> {
    let orders = 1 + dice.below(4);
    let order = |nth: usize, dice: &mut Dice| {
        let goods: Vec<_> = (0..=dice.below(3))
            .map(|_| {
                let (code, price) = *dice.of(&[("JAM", 2_250), ("COFFEE", 800), ("OUD", 13_000)]);
                let price = if dice.once_in(4) { price + 25 } else { price };
                (code, 1 + dice.below(3) as i64, price)
            })
            .collect();
        let mut meant = Meant {
            number: format!("W{file}-{nth}"),
            customer: format!("{} {nth}", dice.of(&["شيخة", "Noura", "أم راشد"])),
            fee: if dice.once_in(2) {
                500 + dice.below(2_000) as i64
            } else {
                0
            },
            goods,
            discount: if dice.once_in(3) {
                1 + dice.below(500) as i64
            } else {
                0
            },
            paid: None,
        };
        let total = meant.total();
        meant.paid = match dice.below(3) {
            0 => None,
            1 => Some(total),
            _ => Some(1 + dice.below(total as usize) as i64),
        };
        meant
    };
    (0..orders).map(|nth| order(nth, dice)).collect()
}

const HEADINGS: [&[&str]; 11] = [
    &["order_number", "رقم الطلب", "Order no.", "رقم الطلبيه"],
    &["customer", "اسم العميل", "Customer name", "العميل"],
    &["address", "عنوان التوصيل", "Delivery address"],
    &["sku", "رمز المنتج", "Lineitem sku", "كود الصنف"],
    &["quantity", "الكمية", "Lineitem quantity", "الكميه"],
    &["unit_price", "سعر الوحدة", "Lineitem price", "السعر (درهم)"],
    &["discount", "مبلغ الخصم", "Discount Amount"],
    &["delivery_fee", "رسوم التوصيل", "Shipping", "تكلفة الشحن"],
    &["payment", "طريقة الدفع", "Payment Method"],
    &["paid", "المبلغ المدفوع", "Amount paid"],
    &["total", "إجمالي الطلب", "Order total"],
];

/// Rows as a shop exports them: what is said of the order in its first row alone or in
/// each.
fn rows(dice: &mut Dice, meant: &[Meant]) -> Vec<Vec<String>> {
    let mut order: Vec<usize> = (0..HEADINGS.len()).collect();
    dice.shuffle(&mut order);
    let heading = |column: &usize, dice: &mut Dice| (*dice.of(HEADINGS[*column])).to_owned();
    let mut rows = vec![order.iter().map(|column| heading(column, dice)).collect()];
    let in_each = dice.once_in(2);
    let said = |dice: &mut Dice, sum: i64| match sum {
        0 => String::new(),
        sum => amount(dice, sum),
    };
    for meant in meant {
        let of_order = [
            meant.customer.clone(),
            "المجاز 2".to_owned(),
            said(dice, meant.discount),
            said(dice, meant.fee),
            meant.paid.map_or("cod", |_| "مدى").to_owned(),
            meant.paid.map_or(String::new(), |paid| amount(dice, paid)),
            said(dice, meant.total()),
        ];
        for (nth, (code, units, price)) in meant.goods.iter().enumerate() {
            let whole = nth == 0 || in_each;
            let cell = |column: usize, dice: &mut Dice| match column {
                0 => meant.number.clone(),
                1 | 2 if whole => of_order[column - 1].clone(),
                3 => (*code).to_owned(),
                4 => number(dice, units.to_string()),
                5 => amount(dice, *price),
                6..=10 if whole => of_order[column - 4].clone(),
                _ => String::new(),
            };
            rows.push(order.iter().map(|column| cell(*column, dice)).collect());
        }
    }
    rows
}

/// An amount in a document: as a text, as a number, or as one with noise.
fn written(dice: &mut Dice, minor: i64) -> String {
    let plain = format!("{}.{:02}", minor / 100, minor % 100);
    match dice.below(4) {
        0 => format!("\"{plain}\""),
        1 => format!("{plain}000000000001"),
        2 => format!("\"{}\"", arabic_digits(&plain)),
        _ => plain,
    }
}

fn as_json(dice: &mut Dice, meant: &[Meant]) -> Vec<u8> {
    let orders: Vec<String> = meant
        .iter()
        .map(|meant| {
            let lines: Vec<String> = meant
                .goods
                .iter()
                .map(|(code, units, price)| {
                    let price = written(dice, *price);
                    format!("{{\"sku\": \"{code}\", \"quantity\": {units}, \"unit_price\": {price}}}")
                })
                .collect();
            let payment = match meant.paid {
                Some(paid) => format!("{{\"method\": \"card\", \"paid\": {}}}", written(dice, paid)),
                None => "{\"method\": \"cod\"}".to_owned(),
            };
            format!(
                "{{\"number\": \"{}\", \"customer\": {{\"name\": \"{}\", \"address\": \"المجاز 2\"}},\n\
                 \"delivery\": {{\"fee\": {}}}, \"discount\": {{\"amount\": {}}}, \"payment\": {payment},\n\
                 \"total\": {}, \"lines\": [{}]}}",
                meant.number,
                meant.customer,
                written(dice, meant.fee),
                written(dice, meant.discount),
                written(dice, meant.total()),
                lines.join(", ")
            )
        })
        .collect();
    format!("{{\"orders\": [{}]}}", orders.join(",\n")).into_bytes()
}

/// What the books hold is what was meant.
fn check(desk: &Desk, meant: &[Meant]) {
    for meant in meant {
        let shop = ShopOrder::named("", meant.number.clone());
        let id = shop_order_id(&shop);
        let read = desk.story.till.store().read(move |books| books.order(id));
        let order = read.unwrap().expect("it was taken").order;
        assert_eq!(order.total, fils(meant.total()), "{}", meant.number);
        assert_eq!(order.customer.name, meant.customer);
        let paid: Vec<_> = order
            .tenders
            .iter()
            .map(|tender| (&tender.kind, tender.amount))
            .collect();
        let expected = meant.paid.map(|paid| (&TenderKind::Card, fils(paid)));
        assert_eq!(paid, expected.into_iter().collect::<Vec<_>>());
        let fee = order.ticket.delivery.as_ref().map(|delivery| delivery.fee);
        assert_eq!(fee, Some(fils(meant.fee)).filter(|_| meant.fee > 0));
    }
}

fn bring(seed: u64, files: usize) {
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let story = Story::begin();
    story.open();
    let mut desk = Desk::of(story);
    for file in 0..files {
        let meant = meant(&mut dice, file);
        let table = rows(&mut dice, &meant);
        let whole = match file % 3 {
            0 => as_text(&mut dice, &table),
            1 => as_workbook(&mut dice, &table),
            _ => as_json(&mut dice, &meant),
        };
        match (file / 3) % 5 {
            0 => {
                let plan = desk.bring(&whole, TableKind::Orders);
                let plan = plan.unwrap_or_else(|| {
                    panic!(
                        "file {file} of seed {seed}: {table:#?} {}",
                        String::from_utf8_lossy(&whole)
                    )
                });
                assert_eq!(plan.created(), meant.len(), "file {file} of seed {seed}");
                check(&desk, &meant);
            }
            1 if file % 3 == 1 => {
                let changed = repacked(&mut dice, &whole);
                desk.bring(&changed, TableKind::Orders);
            }
            4 if file % 3 == 2 => {
                // A document is no table of anything else.
                assert!(desk.bring(&whole, TableKind::Families).is_none());
            }
            _ => {
                let changed = damaged(&mut dice, &whole);
                desk.bring(&changed, TableKind::Orders);
            }
        }
    }
    let (taken, told, unreadable) = (desk.taken, desk.told, desk.unreadable);
    println!("{taken} taken in, {told} refused with their places, {unreadable} unreadable");
    assert!(taken > files / 4 && told > files / 20 && unreadable > files / 20);
    let verdict = desk.story.till.verify(|_, _| {}).unwrap();
    assert!(verdict.first_fault.is_none(), "{verdict:?}");
}

#[test]
fn the_first_of_five_thousand_files_of_orders() {
    bring(20_261_105, 2_500);
}

#[test]
fn the_last_of_five_thousand_files_of_orders() {
    bring(20_261_106, 2_500);
}
