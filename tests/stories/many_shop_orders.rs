//! Tills that each took the same shop's file: nobody of them can see it, the books laid
//! side by side do.

use std::path::Path;

use sanduq::locale::{Digits, Language, Texts, bidi};
use sanduq::services::many::{Many, Remark, TakenTwice};

use crate::bazaar::{Story, fils};
use crate::many::{NOW, backup, two_tills, with};

const FILE: &str = "order_number,shop,customer,sku,payment\n\
    S-1,متجر إنتاج,حصة,JAM,card\nS-2,متجر إنتاج,موزة,OUD,card\nS-3,متجر إنتاج,مها,JAM,cod\n";

fn tills() -> (Story, Story) {
    let [first, second] = ["T1", "T2"].map(|code| Story::at_till(code, &two_tills(), NOW));
    first.open();
    second.open();
    (first, second)
}

fn twice(many: &Many) -> Vec<&TakenTwice> {
    let remarks = many.remarks.iter().map(|remark| match remark {
        Remark::TakenTwice(taken) => taken,
        other => panic!("{other:?}"),
    });
    remarks.collect()
}

/// The remark without what keeps words and figures apart.
fn said(many: &Many, language: Language) -> String {
    let said = many.remarks[0].told(Texts::of(language, Digits::Latin));
    bidi::without_controls(&said).replace('\u{a0}', " ")
}

fn beside(first: &Story, second: &Story) -> Many {
    let copy = backup(second, "second.sqlite");
    let many = with(first, &[Path::new(&copy)]);
    std::fs::remove_file(copy).unwrap();
    many
}

#[test]
fn orders_that_two_tills_took_are_told_until_one_of_them_cancels() {
    let (first, second) = tills();
    let rows = first.take_orders("orders.csv", FILE);
    assert_eq!(beside(&first, &second).remarks, [], "one till took them");
    // The other one had an order of its own before, and took them in another order.
    second.take_orders(
        "other.csv",
        "order_number,shop,customer,sku,payment\nS-1,متجر آخر,حصة,JAM,card\n",
    );
    second.take_orders("orders.csv", FILE);
    let many = beside(&first, &second);
    let told = twice(&many);
    let [told] = &told[..] else {
        panic!("{told:?}");
    };
    assert!(told.certain);
    assert_eq!(told.orders.len(), 3);
    assert_eq!(told.orders[1].too_much(), fils(5500));
    let numbers: Vec<String> = told.orders[1]
        .numbers
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(numbers, ["T1-000002", "T2-000003"]);
    let english = said(&many, Language::English);
    for words in [
        "Shop orders taken at several tills (T1 + T2): 3, which is AED 100.00 too much",
        "متجر إنتاج S-2, AED 55.00 (T1-000002 / T2-000003)",
    ] {
        assert!(english.contains(words), "{words}:\n{english}");
    }
    let arabic = said(&many, Language::Arabic);
    assert!(arabic.contains("طلبات من المتجر أُخذت"), "{arabic}");

    let reason = || "أُخذ مرتين".to_owned();
    for row in &rows {
        let cancelled = first
            .till
            .cancel_order(&first.badr, row.order.id, fils(0), reason(), None);
        cancelled.unwrap();
    }
    assert_eq!(beside(&first, &second).remarks, []);
}

#[test]
fn an_order_whose_shop_one_file_does_not_name_may_be_one() {
    let (first, second) = tills();
    first.take_orders("orders.csv", FILE);
    second.take_orders(
        "orders.csv",
        "order_number,customer,sku,payment\ns-1,حصّه,JAM,card\nS-2,عائشة,OUD,card\n",
    );
    let many = beside(&first, &second);
    let told = twice(&many);
    assert_eq!(told.len(), 1);
    assert!(!told[0].certain);
    let numbers: Vec<&str> = told[0]
        .orders
        .iter()
        .map(|order| order.shop.number.as_str())
        .collect();
    assert_eq!(numbers, ["S-1"], "the other number is another customer's");
}

#[test]
fn sister_bazaars_count_their_orders_from_one_each() {
    let (first, _) = tills();
    first.take_orders("orders.csv", FILE);
    let sister = two_tills().replace("STORY1", "STORY2");
    let second = Story::at_till("T2", &sister, NOW);
    second.open();
    second.take_orders("orders.csv", FILE);
    assert_eq!(beside(&first, &second).remarks, []);
}

#[test]
fn many_orders_are_named_to_a_point_and_the_rest_counted() {
    let (first, second) = tills();
    let rows: String = (1..=20)
        .map(|nth| format!("{nth},حصة,JAM,card\n"))
        .collect();
    let file = format!("order_number,customer,sku,payment\n{rows}");
    first.take_orders("orders.csv", &file);
    second.take_orders("orders.csv", &file);
    let many = beside(&first, &second);
    let said = said(&many, Language::English);
    assert!(said.contains("and 12 more"), "{said}");
}
