//! Orders of a web shop: paid there or at the door, brought for a fee that is the
//! bazaar's own, and the money back the way it came.

use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::delivery::Delivery;
use sanduq::domain::id::RefundId;
use sanduq::domain::ledger::Account;
use sanduq::domain::order::{Customer, Order, Wanted};
use sanduq::domain::refund::Return;
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::shop::ShopOrder;
use sanduq::domain::tally::TenderGroup;
use sanduq::domain::ticket::Ticket;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::ShopRequest;
use sanduq::services::refund::RefundRequest;

use crate::bazaar::{Story, TERMS, amount, cash, family, fils, refused};

fn place(story: &Story, number: &str, mut ticket: Ticket, fee: i64, paid: Vec<Offer>) -> Order {
    let bazaar = story.till.catalogue().unwrap().bazaar.clone();
    ticket.delivery = Delivery::of(&bazaar, fils(fee));
    let request = ShopRequest {
        wanted: Wanted {
            ticket,
            customer: Customer {
                name: "شيخة".into(),
                phone: "0501112233".into(),
                address: "الشارقة، المجاز".into(),
            },
            wish: String::new(),
            due_on: None,
        },
        paid,
        shop: ShopOrder {
            number: number.into(),
            shop: String::new(),
            placed_at: None,
            file: "orders.csv".into(),
        },
    };
    let mut taken = story
        .till
        .take_shop_orders(&story.badr, vec![request], None)
        .unwrap();
    taken.pop().unwrap()
}

fn online(kind: TenderKind, minor: i64) -> Offer {
    Offer {
        reference: "PAY-77".into(),
        ..Offer::new(kind, fils(minor))
    }
}

fn taxed(country: &str, rate: &str) -> String {
    format!(
        "{TERMS}\n[tax]\nregime = \"organiser\"\ncountry = \"{country}\"\nnumber = \"310122393500003\"\nrate = \"{rate}\"\n"
    )
}

#[test]
fn the_delivery_fee_is_the_bazaars_and_no_familys() {
    let story = Story::begin();
    let day = story.open();
    let mut ticket = story.ticket(&[("TRAY", 1000), ("COFFEE", 2000)]);
    ticket.discount = Some(amount(1000, Beneficiary::Organiser));
    // 160.00 + 16.00 − 10.00 + 15.00, all of it by card.
    let order = place(
        &story,
        "1001",
        ticket,
        1500,
        vec![online(TenderKind::Card, 18_100)],
    );
    assert_eq!((order.total, order.deposit), (fils(18_100), fils(18_100)));
    assert_eq!(story.balance(Account::CardClearing), fils(18_100));
    assert_eq!(story.balance(Account::DeliveryFees), fils(0));

    // The discount is above the cashier's limit, and was agreed on in the shop.
    let sale = story
        .till
        .hand_over(&story.amal, order.id, vec![], None)
        .unwrap()
        .sale
        .fact;
    assert_eq!(
        (sale.paid(), sale.goods(), sale.discount(), sale.tax()),
        (fils(18_100), fils(16_600), fils(1000), fils(0))
    );
    assert_eq!(story.balance(Account::DeliveryFees), fils(-1500));
    assert_eq!(story.balance(Account::CustomerDeposits), fils(0));
    story.count_and_close(20_000, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    let proof = z.tally.proof();
    assert!(proof.holds());
    assert_eq!(
        (proof.tenders, proof.families, proof.delivery_fees),
        (fils(18_100), fils(17_600), fils(1500))
    );
    let settled = story.till.settle_day(&story.huda, day).unwrap();
    let net: i64 = settled.iter().map(|one| one.net_sales.minor()).sum();
    assert_eq!(net, 17_600, "no family sees the fee");
}

#[test]
fn the_fee_bears_the_organisers_tax_where_it_is_registered_and_no_other() {
    for (terms, tax) in [
        (taxed("AE", "5"), 71),
        (taxed("SA", "15"), 196),
        (TERMS.to_owned(), 0),
        (
            format!("{TERMS}\n[tax]\nregime = \"family\"\ncountry = \"AE\"\nrate = \"5\"\n"),
            0,
        ),
    ] {
        let story = Story::with_terms(&terms);
        story.open();
        let order = place(&story, "7", story.ticket(&[("TRAY", 1000)]), 1500, vec![]);
        let paid = vec![cash(order.total.minor())];
        let sale = story
            .till
            .hand_over(&story.amal, order.id, paid, None)
            .unwrap();
        let charge = sale.sale.fact.delivery.clone().unwrap();
        assert_eq!((charge.fee, charge.tax), (fils(1500), fils(tax)), "{terms}");
        assert_eq!(story.balance(Account::DeliveryFees), fils(tax - 1500));
        let owed = sale.sale.fact.tax();
        assert_eq!(story.balance(Account::Tax), -owed);
        let tallied = story.till.tally_with(&[], |_, _| ()).unwrap();
        assert!(tallied.groups[0].holds(), "{:?}", tallied.groups[0].proof());
        assert_eq!(tallied.groups[0].delivery.fees, fils(1500));
    }
}

#[test]
fn an_order_comes_once_however_its_number_is_written() {
    let story = Story::begin();
    story.open();
    let first = place(&story, "#1001", story.ticket(&[("JAM", 1000)]), 0, vec![]);
    let again = ShopRequest {
        wanted: Wanted {
            ticket: story.ticket(&[("JAM", 1000)]),
            customer: first.customer.clone(),
            wish: String::new(),
            due_on: None,
        },
        paid: vec![],
        shop: ShopOrder {
            number: "1001".into(),
            ..first.shop.unwrap()
        },
    };
    let taken = story
        .till
        .take_shop_orders(&story.badr, vec![again.clone()], None);
    assert_eq!(taken.unwrap(), []);
    assert_eq!(story.till.orders(None).unwrap().len(), 1);
    // A cashier alone can't answer for the shop's prices.
    refused(story.till.take_shop_orders(&story.amal, vec![again], None));
}

#[test]
fn what_was_paid_online_goes_back_online_and_never_out_of_the_drawer() {
    let story = Story::begin();
    story.open();
    let paid = || vec![online(TenderKind::Card, 17_500)];
    let order = place(&story, "1", story.ticket(&[("TRAY", 1000)]), 1500, paid());
    let drawer = Account::Drawer(story.till.code().clone());
    let before = story.balance(drawer.clone());
    // Of 175.00 the 15.00 for bringing it can't be kept: nobody brought it.
    let reason = || "لم يُجب".to_owned();
    let all = story
        .till
        .cancel_order(&story.badr, order.id, fils(16_001), reason(), None);
    refused(all);
    let cancelled = story
        .till
        .cancel_order(&story.badr, order.id, fils(2500), reason(), None)
        .unwrap();
    let back = cancelled.returned_online.clone().unwrap();
    assert_eq!(
        (cancelled.returned, cancelled.cash_returned(), back.amount),
        (fils(15_000), fils(0), fils(15_000))
    );
    assert_eq!(
        (back.kind, back.reference.as_str()),
        (TenderKind::Card, "PAY-77")
    );
    assert_eq!(story.balance(drawer.clone()), before);
    assert_eq!(story.balance(Account::CardClearing), fils(2500));
    assert_eq!(story.balance(Account::CustomerDeposits), fils(0));

    // Goods that come back after handover: the fee does not.
    let order = place(&story, "2", story.ticket(&[("TRAY", 1000)]), 1500, paid());
    let sale = story
        .till
        .hand_over(&story.amal, order.id, vec![], None)
        .unwrap();
    let request = RefundRequest {
        id: RefundId(story.till.moments().new_id()),
        sale: sale.sale.fact.id,
        returns: vec![Return {
            line: 0,
            quantity: sanduq::domain::money::Quantity::ONE,
        }],
        reason: "مكسورة".into(),
        in_cash: false,
    };
    let refund = story.till.refund(&story.badr, request, None).unwrap().fact;
    assert_eq!(refund.returned(), fils(16_000));
    let found = story.till.recent_sales(1).unwrap();
    assert!(found[0].is_all_back, "the fee never comes back");
    assert_eq!(refund.tenders[0].kind, TenderKind::Card);
    assert_eq!(story.balance(drawer), before);
    assert_eq!(story.balance(Account::DeliveryFees), fils(-1500));

    story.count_and_close(20_000, "").unwrap();
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    assert!(z.tally.proof().holds());
    let card = &z.tally.by_tender[&TenderGroup::Card];
    assert_eq!(
        (card.deposits, card.deposits_returned, card.refunds),
        (fils(35_000), fils(15_000), fils(16_000))
    );
    let kept = story.till.settle_day(&story.huda, z.day).unwrap();
    let kept = kept.iter().find(|one| one.family == family("F20")).unwrap();
    assert_eq!(kept.adjustment_total(), fils(2500));
}

#[test]
fn cash_on_delivery_is_paid_at_the_door_in_any_kind() {
    let story = Story::begin();
    story.open();
    let order = place(&story, "3", story.ticket(&[("JAM", 2000)]), 1000, vec![]);
    assert_eq!(order.deposit, fils(0));
    let rest = order.total - fils(2000);
    let parts = vec![
        Offer::new(TenderKind::Card, fils(2000)),
        cash(rest.minor() + 500),
    ];
    let sale = story
        .till
        .hand_over(&story.amal, order.id, parts, None)
        .unwrap();
    assert_eq!(sale.sale.fact.change(), fils(500));
    let delivered = story
        .till
        .deliver_order(&story.amal, order.id, "الحارس".into());
    delivered.unwrap();
    let nothing = story
        .till
        .cancel_order(&story.badr, order.id, fils(0), "متأخر".into(), None);
    refused(nothing);
}
