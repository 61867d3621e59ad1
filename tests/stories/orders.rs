//! Goods made to the customer's wish.

use sanduq::domain::id::OrderId;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Quantity;
use sanduq::domain::order::{Customer, Order, OrderRefusal, OrderState};
use sanduq::domain::sale::Offer;
use sanduq::domain::staff::Act;
use sanduq::domain::ticket::Ticket;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::OrderRequest;
use sanduq::services::{Approval, Error, Refusal};

use crate::bazaar::{Story, card, cash, family, fils, refused, sku};

/// Maha's order of a ticket, with what is paid at once.
pub fn order_of(story: &Story, ticket: Ticket, deposit: Vec<Offer>) -> OrderRequest {
    OrderRequest {
        id: OrderId(story.till.moments().new_id()),
        ticket,
        customer: Customer {
            name: "مها".into(),
            ..Customer::default()
        },
        wish: String::new(),
        due_on: None,
        deposit,
    }
}

pub fn order_tray(story: &Story, name: &str, deposit: i64) -> Result<Order, Error> {
    let request = OrderRequest {
        id: OrderId(story.till.moments().new_id()),
        ticket: story.ticket(&[("TRAY", 1000)]),
        customer: Customer {
            name: name.into(),
            ..Customer::default()
        },
        wish: "ورد جوري".into(),
        due_on: None,
        deposit: vec![cash(deposit)],
    };
    story.till.take_order(&story.amal, request)
}

#[test]
fn the_deposit_helps_to_pay_at_handover_the_next_day() {
    let story = Story::begin();
    let first_day = story.open();
    let order = order_tray(&story, "مها", 6000).unwrap();
    assert_eq!(story.balance(Account::CustomerDeposits), fils(-6000));
    story.count_and_close(26_000, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    let first = story.till.settle_day(&story.huda, first_day).unwrap();
    assert!(first.iter().all(|settlement| settlement.payable.is_zero()));

    story.minutes_later(24 * 60);
    let second_day = story.open();
    let sale = story
        .till
        .hand_over(&story.amal, order.id, vec![card(10_000)], None)
        .unwrap();
    assert_eq!(sale.sale.fact.paid(), fils(16_000));
    assert_eq!(story.balance(Account::CustomerDeposits), fils(0));
    let again = story
        .till
        .hand_over(&story.amal, order.id, vec![card(10_000)], None)
        .unwrap();
    assert!(again.again, "an order is handed over once");
    story.count_and_close(20_000, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    assert!(z.tally.proof().holds());
    assert_eq!(z.tally.deposits_used, fils(6000));
    let settlement = story
        .till
        .settle_family(&story.huda, family("F20"), second_day)
        .unwrap();
    assert_eq!(settlement.payable, fils(14_400));
}

#[test]
fn a_deposit_below_the_agreed_share_or_above_the_price_is_refused() {
    let story = Story::begin();
    story.open();
    let cases = [
        (
            4799,
            OrderRefusal::DepositTooSmall {
                deposit: fils(4799),
                least: fils(4800),
            },
        ),
        (
            16_001,
            OrderRefusal::DepositTooLarge {
                deposit: fils(16_001),
                total: fils(16_000),
            },
        ),
    ];
    for (deposit, refusal) in cases {
        assert_eq!(
            refused(order_tray(&story, "مها", deposit)),
            Refusal::Order(refusal)
        );
    }
    assert_eq!(
        refused(order_tray(&story, " ", 6000)),
        Refusal::Order(OrderRefusal::CustomerMissing)
    );
}

#[test]
fn a_kept_deposit_is_the_familys_and_settled_with_its_day() {
    let story = Story::begin();
    let day = story.open();
    let order = order_tray(&story, "مها", 6000).unwrap();
    let cancelled = story
        .till
        .cancel_order(&story.badr, order.id, fils(2000), "غيرت رأيها".into(), None)
        .unwrap();
    assert_eq!(cancelled.returned, fils(4000));
    assert_eq!(story.balance(Account::CustomerDeposits), fils(0));
    let twice = story
        .till
        .cancel_order(&story.badr, order.id, fils(0), "مرة أخرى".into(), None);
    assert!(matches!(
        refused(twice),
        Refusal::Order(OrderRefusal::NotOpen(_))
    ));
    story.count_and_close(22_000, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    assert!(z.tally.proof().holds());
    let settlement = story
        .till
        .settle_family(&story.huda, family("F20"), day)
        .unwrap();
    assert_eq!(
        (settlement.adjustment_total(), settlement.payable),
        (fils(2000), fils(2000))
    );
}

#[test]
fn an_order_for_delivery_is_paid_and_then_arrives() {
    let story = Story::begin();
    story.open();
    let order = |address: &str| {
        let request = OrderRequest {
            id: OrderId(story.till.moments().new_id()),
            ticket: story.ticket(&[("TRAY", 1000)]),
            customer: Customer {
                name: "مها".into(),
                address: address.into(),
                ..Customer::default()
            },
            wish: String::new(),
            due_on: None,
            deposit: vec![cash(6000)],
        };
        story.till.take_order(&story.amal, request).unwrap()
    };
    let deliver = |id| story.till.deliver_order(&story.amal, id, "الحارس".into());
    let collected = order("");
    assert_eq!(
        refused(deliver(collected.id)),
        Refusal::Order(OrderRefusal::NotForDelivery)
    );
    let brought = order("الشارقة، المجاز");
    assert_eq!(
        refused(deliver(brought.id)),
        Refusal::Order(OrderRefusal::NotPaid)
    );
    // The balance comes in two parts.
    let parts = vec![card(4000), cash(6000)];
    let paid = story.till.hand_over(&story.amal, brought.id, parts, None);
    assert_eq!(paid.unwrap().sale.fact.paid(), fils(16_000));
    deliver(brought.id).unwrap();
    deliver(brought.id).unwrap();
    // Its slip is found by what the scanner reads, and by the number on it.
    for number in ["STORY1-T1-000002-ORDER", "T1-000002", "2"] {
        let row = story.till.find_order(number).unwrap();
        assert_eq!(
            (row.order.id, row.state),
            (brought.id, OrderState::Delivered),
            "{number}"
        );
    }
    assert_eq!(
        refused(story.till.find_order("9")),
        Refusal::UnknownOrder("9".to_owned())
    );
    let delivered = story.till.orders(Some(OrderState::Delivered)).unwrap();
    assert_eq!(delivered.len(), 1, "it is noted once");
}

#[test]
fn a_price_agreed_at_the_counter_finds_its_word_at_the_handover() {
    let story = Story::begin();
    story.open();
    let catalogue = story.till.catalogue().unwrap();
    let mut ticket = story.new_ticket();
    let price = Some(fils(10_000));
    ticket
        .add(&catalogue, &sku("TRAY"), Quantity::ONE, price)
        .unwrap();
    let request = order_of(&story, ticket, vec![cash(4000)]);
    let order = story.till.take_order(&story.amal, request).unwrap();
    let hand_over = |approval: Option<&Approval>| {
        let rest = vec![cash(6000)];
        story.till.hand_over(&story.amal, order.id, rest, approval)
    };
    assert!(matches!(refused(hand_over(None)), Refusal::Role(_)));
    let word = story
        .till
        .approve(Act::OverridePrice, story.badr.staff(), "123456");
    hand_over(Some(&word.unwrap())).unwrap();
}

#[test]
fn a_run_goes_on_past_an_order_that_needs_a_word() {
    let story = Story::begin();
    story.open();
    let catalogue = story.till.catalogue().unwrap();
    let paid_for_delivery = |price: i64| {
        let mut ticket = story.new_ticket();
        let agreed = (price != 16_000).then_some(fils(price));
        ticket
            .add(&catalogue, &sku("TRAY"), Quantity::ONE, agreed)
            .unwrap();
        let mut request = order_of(&story, ticket, vec![card(price)]);
        request.customer.address = "الشارقة".into();
        story.till.take_order(&story.amal, request).unwrap().id
    };
    let orders = vec![paid_for_delivery(10_000), paid_for_delivery(16_000)];
    let run = story.till.hand_over_run(&story.amal, orders.clone());
    let run = run.unwrap();
    let left: Vec<OrderId> = run.left.iter().map(|left| left.order.id).collect();
    assert_eq!((run.gone.len(), left), (1, vec![orders[0]]));
    let run = story.till.hand_over_run(&story.badr, orders).unwrap();
    assert_eq!((run.gone.len(), run.left.len()), (1, 0));
}
