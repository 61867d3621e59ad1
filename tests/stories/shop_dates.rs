//! A web shop's goods past their date: told before they are taken in, and never handed
//! over without a supervisor's word, one by one or with a courier.

use chrono::{Days, NaiveDate};
use sanduq::domain::order::OrderState;
use sanduq::domain::staff::{Act, RoleRefusal};
use sanduq::services::Refusal;
use sanduq::services::import::Telling;

use crate::bazaar::{Story, cash, fils, refused, sku};
use crate::orders::order_of;

/// Goods are good until a day and not a day longer.
fn good_until(story: &Story, code: &str, last: NaiveDate) {
    let catalogue = story.till.catalogue().unwrap();
    let mut line = catalogue.line(&sku(code)).unwrap().clone();
    line.best_before = Some(last);
    let registered = story.till.register(&story.huda, vec![], vec![line], None);
    registered.unwrap();
}

fn needs_a_word(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Role(RoleRefusal::NeedsApproval {
            act: Act::SellExpired,
            ..
        })
    )
}

#[test]
fn goods_past_their_date_leave_only_with_a_supervisors_word() {
    let story = Story::begin();
    let day = story.open();
    good_until(&story, "JAM", day);
    good_until(&story, "TRAY", day - Days::new(9));
    let rows = story.take_orders(
        "orders.csv",
        "order_number,customer,sku,payment\n1,حصة,JAM,card\n2,موزة,JAM,card\n\
         3,مها,TRAY,card\n",
    );
    let [first, second, tray] = [0, 1, 2].map(|at| rows[at].order.id);
    let hand_over = |order| story.till.hand_over(&story.amal, order, vec![], None);
    // On its last day it is still good; what is made to order has no date before.
    hand_over(first).unwrap();
    hand_over(tray).unwrap();

    good_until(&story, "JAM", day - Days::new(1));
    let refusal = refused(hand_over(second));
    assert!(needs_a_word(&refusal), "{refusal:?}");
    let other = story
        .till
        .approve(Act::LargeDiscount, story.badr.staff(), "123456");
    let other = story
        .till
        .hand_over(&story.amal, second, vec![], Some(&other.unwrap()));
    assert!(needs_a_word(&refused(other)), "a word on something else");
    let word = story
        .till
        .approve(Act::SellExpired, story.badr.staff(), "123456")
        .unwrap();
    let sold = story
        .till
        .hand_over(&story.amal, second, vec![], Some(&word))
        .unwrap();
    assert_eq!(sold.sale.approver.as_ref(), Some(story.badr.staff()));
}

#[test]
fn an_order_taken_at_the_counter_is_made_for_its_customer() {
    let story = Story::begin();
    let day = story.open();
    good_until(&story, "JAM", day - Days::new(1));
    let jam = story.ticket(&[("JAM", 1000)]);
    let request = order_of(&story, jam, vec![cash(2250)]);
    let order = story.till.take_order(&story.amal, request).unwrap();
    let handed = story.till.hand_over(&story.amal, order.id, vec![], None);
    handed.unwrap();
}

#[test]
fn a_run_leaves_behind_what_is_past_its_date_whoever_sends_it_out() {
    let story = Story::begin();
    let day = story.open();
    good_until(&story, "JAM", day - Days::new(1));
    let rows = story.take_orders(
        "orders.csv",
        "order_number,customer,address,sku,payment\n1,حصة,المجاز,COFFEE,card\n\
         S-2,موزة,المجاز,JAM,card\n3,مها,المجاز,COFFEE,card\n4,نورة,المجاز,OUD,card\n",
    );
    let reason = "لم يُجب".to_owned();
    let cancelled = story
        .till
        .cancel_order(&story.badr, rows[3].order.id, fils(0), reason, None);
    cancelled.unwrap();
    let all = || rows.iter().map(|row| row.order.id).collect();
    let run = story.till.hand_over_run(&story.badr, all()).unwrap();
    assert_eq!(run.gone.len(), 2);
    let left: Vec<_> = run
        .left
        .iter()
        .map(|left| {
            let number = left.order.shop.as_ref().unwrap().number.as_str();
            (number, left.expired[0].sku.as_str(), left.expired.len())
        })
        .collect();
    assert_eq!(left, [("S-2", "JAM", 1)]);
    let open = story.till.orders(Some(OrderState::Open)).unwrap();
    assert_eq!(open.len(), 1, "the rest went out");
    let again = story.till.hand_over_run(&story.amal, all()).unwrap();
    assert_eq!((again.gone.len(), again.left.len()), (0, 1));
    // By itself the supervisor hands it over as at the counter.
    let word = story
        .till
        .hand_over(&story.badr, rows[1].order.id, vec![], None);
    word.unwrap();
    let again = story.till.hand_over_run(&story.amal, all()).unwrap();
    assert_eq!((again.gone.len(), again.left.len()), (0, 0));
}

#[test]
fn a_file_is_told_which_goods_will_be_past_their_date_when_they_are_due() {
    let story = Story::begin();
    let day = story.open();
    let last = day + Days::new(2);
    good_until(&story, "JAM", last);
    good_until(&story, "OUD", day - Days::new(1));
    good_until(&story, "TRAY", day - Days::new(1));
    let (on_it, after, before) = (last, last + Days::new(1), day - Days::new(3));
    let plan = story.plan_orders(
        "orders.csv",
        &format!(
            "order_number,customer,due_on,sku,payment\n1,حصة,{on_it},JAM,card\n\
             2,موزة,{after},JAM,card\n3,مها,,JAM,card\n4,نورة,,OUD,card\n\
             5,ريم,{before},OUD,card\n6,علياء,{after},TRAY,card\n"
        ),
    );
    assert_eq!(
        (plan.problems.len(), plan.created()),
        (0, 6),
        "all are taken"
    );
    let expired = plan.told.iter().filter_map(|told| match &told.what {
        Telling::Expired { best_before, .. } => Some((told.number.as_str(), *best_before)),
        _ => None,
    });
    let past = day - Days::new(1);
    assert_eq!(
        expired.collect::<Vec<_>>(),
        [("2", last), ("4", past), ("5", past)]
    );
}
