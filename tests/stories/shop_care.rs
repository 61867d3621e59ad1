//! A web shop's orders where care is needed: what is not due yet, not paid yet, or
//! was worked off here before its shop spoke of it again.

use chrono::Days;
use sanduq::domain::money::Money;
use sanduq::domain::order::{OrderRefusal, OrderState};
use sanduq::services::Refusal;
use sanduq::services::import::{Aspect, Plan, Telling};
use sanduq::store::OrderRow;

use crate::bazaar::{Story, cash, fils, refused};

fn told(plan: &Plan) -> Vec<(&str, &Telling)> {
    let told = plan.told.iter();
    told.map(|told| (told.number.as_str(), &told.what))
        .collect()
}

#[test]
fn a_run_takes_what_is_due_and_nothing_else() {
    let story = Story::begin();
    let day = story.open();
    let (before, after) = (day - Days::new(1), day + Days::new(1));
    let rows = story.take_orders(
        "orders.csv",
        &format!(
            "order_number,customer,address,due_on,sku,payment\n\
             1,حصة,المجاز,{before},JAM,card\n\
             2,موزة,المجاز,{day},JAM,card\n\
             3,مها,المجاز,{after},JAM,card\n\
             4,نورة,المجاز,,JAM,card\n\
             5,ريم,المجاز,{day},JAM,cod\n\
             6,علياء,,{day},JAM,card\n"
        ),
    );
    let goes = |row: &OrderRow| row.order.can_go_out(day);
    let going: Vec<bool> = rows.iter().map(goes).collect();
    assert_eq!(going, [true, true, false, true, false, false]);
    let all = rows.iter().map(|row| row.order.id).collect();
    let run = story.till.hand_over_run(&story.amal, all).unwrap();
    assert_eq!((run.gone.len(), run.left.len()), (3, 0));
    let states = story.till.orders(None).unwrap();
    let open = states.iter().map(|row| row.state == OrderState::Open);
    let open: Vec<bool> = open.collect();
    assert_eq!(open, [false, false, true, false, true, true]);
}

#[test]
fn only_what_a_shop_takes_at_once_counts_as_paid_unsaid() {
    let story = Story::begin();
    story.open();
    let paid = |text: &str| -> Vec<Money> {
        let plan = story.plan_orders("orders.csv", text);
        assert_eq!(plan.problems, []);
        let orders = plan.changes.iter().map(|planned| match &planned.change {
            sanduq::services::import::Change::Order(order) => &order.request,
            other => panic!("no order: {other:?}"),
        });
        orders
            .map(|order| order.paid.iter().map(|offer| offer.tendered).sum())
            .collect()
    };
    let silent = "order_number,customer,sku,payment\n\
        1,حصة,JAM,card\n2,حصة,JAM,wallet\n3,حصة,JAM,bank transfer\n4,حصة,JAM,cod\n";
    let (all, none) = (fils(2250), fils(0));
    assert_eq!(paid(silent), [all, all, none, none]);
    let said = "order_number,customer,sku,payment,paid\n\
        1,حصة,JAM,card,\n2,حصة,JAM,bank transfer,\n3,حصة,JAM,bank transfer,paid\n\
        4,حصة,JAM,card,10\n5,حصة,JAM,cod,paid\n";
    assert_eq!(paid(said), [none, none, all, fils(1000), none]);
    let json = r#"[{"number": 1, "customer": "حصة", "payment": "card", "lines": [{"sku": "JAM"}]},
        {"number": 2, "customer": "حصة", "payment": "transfer", "lines": [{"sku": "JAM"}]}]"#;
    assert_eq!(paid(json), [all, none]);

    let held = story.plan_orders(
        "held.csv",
        "order_number,customer,sku,payment,status\n1,حصة,JAM,bacs,on-hold\n",
    );
    assert_eq!(told(&held), [("1", &Telling::Waiting)]);
    assert_eq!(held.created(), 0);
}

#[test]
fn an_order_taken_in_before_stands_in_no_later_files_way() {
    let story = Story::begin();
    story.open();
    let head = "order_number,customer,address,sku,quantity,payment,paid,status\n";
    let rows = story.take_orders(
        "orders.csv",
        &format!(
            "{head}1,حصة,المجاز,JAM,1,cod,,new\n\
             2,موزة,المجاز,COFFEE,1,card,paid,new\n\
             3,مها,المجاز,COFFEE,1,card,paid,new\n\
             4,ريم,المجاز,COFFEE,1,card,paid,new\n"
        ),
    );
    let first = &rows[0].order;
    let offers = vec![cash(first.total.minor())];
    story
        .till
        .hand_over(&story.amal, first.id, offers, None)
        .unwrap();
    let later = story.plan_orders(
        "later.csv",
        &format!(
            "{head}1,حصة,المجاز,GONE,1,cod,paid,completed\n\
             2,موزة,المجاز,GONE,1,card,paid,new\n\
             3,مها,المجاز,COFFEE,1,card,paid,partially refunded\n\
             4,ريم,المجاز,COFFEE,1,card,refunded,new\n\
             5,نورة,المجاز,JAM,1,cod,,new\n"
        ),
    );
    assert_eq!(later.problems, []);
    let number = |at: usize| rows[at].order.number.clone();
    let changed = |at, what| Telling::Changed {
        number: number(at),
        what: vec![what],
    };
    assert_eq!(
        told(&later),
        [
            ("2", &changed(1, Aspect::Goods)),
            ("3", &changed(2, Aspect::Status)),
            ("4", &Telling::CancelledSince { number: number(3) }),
        ]
    );
    assert_eq!((later.unchanged, later.created()), (1, 1));
    let same = story.plan_orders(
        "same.csv",
        &format!("{head}1,حصة,المجاز,JAM,1,cod,paid,completed\n"),
    );
    assert_eq!(
        (same.problems.len(), same.told.len(), same.unchanged),
        (0, 0, 1)
    );
    story.till.take_in(&story.badr, later, |_, _| {}).unwrap();
    assert_eq!(story.till.orders(None).unwrap().len(), 5);

    // One that is not known is refused for the same faults.
    let new = story.plan_orders(
        "new.csv",
        &format!("{head}9,حصة,المجاز,GONE,1,cod,,partially refunded\n"),
    );
    assert!(!new.problems.is_empty());
}

#[test]
fn what_can_be_kept_at_most_is_said() {
    let story = Story::begin();
    story.open();
    let rows = story.take_orders(
        "orders.csv",
        "order_number,customer,address,sku,payment,delivery_fee\n1,حصة,المجاز,JAM,card,15\n",
    );
    let order = &rows[0].order;
    assert_eq!(order.deposit, fils(3750));
    let reason = "لم يُجب".to_owned();
    let answer = story
        .till
        .cancel_order(&story.badr, order.id, fils(2251), reason, None);
    let refusal = refused(answer);
    assert!(
        matches!(
            refusal,
            Refusal::Order(OrderRefusal::KeptTooMuch { most, .. }) if most == fils(2250)
        ),
        "{refusal:?}"
    );
}
