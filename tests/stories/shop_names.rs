//! One shop's order told of twice, once with the shop's name and once without: taken
//! once. Two shops that use the same number: two orders.

use sanduq::services::import::{Likeness, Plan, Telling};

use crate::bazaar::{Story, fils};

fn numbers(plan: &Plan, is: impl Fn(&Telling) -> bool) -> Vec<&str> {
    let told = plan.told.iter().filter(|told| is(&told.what));
    told.map(|told| told.number.as_str()).collect()
}

fn perhaps_known(plan: &Plan) -> Vec<&str> {
    numbers(plan, |what| matches!(what, Telling::PerhapsKnown { .. }))
}

const NAMED: &str = "order_number,shop,customer,phone,sku,payment\n";
const UNNAMED: &str = "order_number,customer,phone,sku,payment\n";

#[test]
fn an_order_is_taken_once_whether_a_file_names_its_shop_or_not() {
    for named_first in [true, false] {
        let story = Story::begin();
        story.open();
        let named = format!(
            "{NAMED}1001,متجر إنتاج,أسرة حصة,0501234567,JAM,card\n1002,متجر إنتاج,موزة,,OUD,card\n"
        );
        // The name or the phone is written otherwise.
        let unnamed =
            format!("{UNNAMED}#1001,Hessa,+971 50 123 4567,JAM,card\n1002,مُوزه,,OUD,card\n");
        let (first, second) = match named_first {
            true => (named, unnamed),
            false => (unnamed, named),
        };
        story.take_orders("first.csv", &first);
        let plan = story.plan_orders("second.csv", &second);
        assert_eq!((plan.problems.len(), plan.created()), (0, 0));
        assert_eq!(perhaps_known(&plan).len(), 2);
        let Telling::PerhapsKnown { number, file } = &plan.told[0].what else {
            panic!("{:?}", plan.told[0]);
        };
        assert_eq!((number.n, file.as_str()), (1, "first.csv"));
        story.till.take_in(&story.badr, plan, |_, _| {}).unwrap();
        assert_eq!(story.till.orders(None).unwrap().len(), 2);
    }
}

#[test]
fn what_the_other_file_says_otherwise_is_told_too() {
    let story = Story::begin();
    story.open();
    let rows = story.take_orders(
        "first.csv",
        &format!("{UNNAMED}1,حصة,,JAM,card\n2,موزة,,JAM,card\n"),
    );
    let plan = story.plan_orders(
        "second.csv",
        "order_number,shop,customer,sku,payment,status\n\
         1,Intaj,حصة,JAM,card,cancelled\n2,Intaj,موزة,GONE,card,new\n",
    );
    assert_eq!(plan.problems, []);
    assert_eq!(perhaps_known(&plan), ["1", "2"]);
    let number = rows[0].order.number.clone();
    let cancelled = Telling::CancelledSince { number };
    assert!(plan.told.iter().any(|told| told.what == cancelled));
    let changed = numbers(&plan, |what| matches!(what, Telling::Changed { .. }));
    assert_eq!(changed, ["2"]);
}

#[test]
fn the_same_number_of_another_customer_is_taken_and_pointed_out() {
    let story = Story::begin();
    story.open();
    story.take_orders(
        "first.csv",
        &format!("{UNNAMED}1,حصة,0501234567,JAM,card\n"),
    );
    let plan = story.plan_orders(
        "second.csv",
        &format!("{NAMED}1,Intaj,موزة,0507654321,OUD,card\n"),
    );
    assert_eq!((plan.problems.len(), plan.created()), (0, 1));
    let suspected = &plan.suspected[0];
    assert_eq!(
        (suspected.alike, suspected.other.code.as_str()),
        (Likeness::ShopNumber, "T1-000001")
    );
}

#[test]
fn two_shops_that_use_one_number_have_two_orders() {
    let story = Story::begin();
    story.open();
    let both = format!("{NAMED}1,Intaj,حصة,,JAM,card\n1,Ramis,حصة,,JAM,card\n");
    let rows = story.take_orders("both.csv", &both);
    assert_eq!(rows.len(), 2);
    let again = story.plan_orders("both.csv", &both);
    assert_eq!((again.unchanged, again.created()), (2, 0));
    assert_eq!((again.told.len(), again.suspected.len()), (0, 0));
}

#[test]
fn one_file_with_both_spellings_gives_one_order() {
    let story = Story::begin();
    story.open();
    let text = format!(
        "{NAMED}1,Intaj,حصة,,JAM,card\n1,,حصة,,JAM,card\n2,,موزة,,OUD,card\n2,Intaj,مها,,JAM,card\n"
    );
    let plan = story.plan_orders("mixed.csv", &text);
    assert_eq!((plan.problems.len(), plan.created()), (0, 3));
    let twice = Telling::PerhapsTwice { row: 2 };
    assert!(plan.told.iter().any(|told| told.what == twice));
    assert_eq!(plan.suspected[0].other.row, Some(4));
    story.till.take_in(&story.badr, plan, |_, _| {}).unwrap();
    let rows = story.till.orders(None).unwrap();
    let paid: Vec<_> = rows.iter().map(|row| row.order.deposit).collect();
    assert_eq!(paid, [fils(2250), fils(5500), fils(2250)]);
}
