//! The worked example: one day in Sharjah, to the fils.

use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::id::{OrderId, RefundId};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Quantity;
use sanduq::domain::order::Customer;
use sanduq::domain::refund::Return;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::OrderRequest;
use sanduq::services::refund::RefundRequest;

use crate::bazaar::{Story, amount, card, cash, family, fils, percent};

#[test]
fn a_day_of_three_sales_a_refund_and_an_order_settles_to_the_fils() {
    let story = Story::begin();
    let day = story.open();

    // Sale 1, cash 50.00.
    let first = story.sell(
        &story.ticket(&[("COFFEE", 3000), ("JAM", 1000)]),
        &[cash(5000)],
    );
    assert_eq!(first.sale.fact.paid(), fils(4650));
    assert_eq!(first.sale.fact.change(), fils(350));

    // Sale 2, card, with a ticket discount the organiser funds.
    let mut ticket = story.ticket(&[("OUD", 1000), ("BISCUIT", 3000)]);
    ticket.discount = Some(percent(10, Beneficiary::Organiser));
    let second = story.sell(&ticket, &[card(6367)]).sale.fact;
    assert_eq!(second.list(), fils(7075));
    let discounts: Vec<_> = second
        .lines
        .iter()
        .map(|line| line.organiser_discount)
        .collect();
    assert_eq!(discounts, [fils(550), fils(158)]);

    // Sale 3, card and cash, with a line discount the family funds.
    let mut ticket = story.ticket(&[("HAMPER", 1000), ("SAFFRON", 350)]);
    ticket
        .set_line_discount(0, Some(amount(1500, Beneficiary::Family)))
        .unwrap();
    let approval = story
        .till
        .approve(
            sanduq::domain::staff::Act::LargeDiscount,
            story.badr.staff(),
            "123456",
        )
        .unwrap();
    let offers = vec![card(10_000), cash(4375)];
    let third = story
        .till
        .complete_sale(&story.amal, ticket, offers, Some(&approval))
        .unwrap();
    assert_eq!(third.sale.fact.paid(), fils(14_375));
    assert_eq!(third.sale.approver.as_ref(), Some(story.badr.staff()));

    // One coffee of sale 1 comes back.
    let refund = RefundRequest {
        id: RefundId(story.till.moments().new_id()),
        sale: first.sale.fact.id,
        returns: vec![Return {
            line: 0,
            quantity: Quantity::ONE,
        }],
        reason: "بردت القهوة".into(),
        in_cash: false,
    };
    let refund = story.till.refund(&story.badr, refund, None).unwrap();
    assert_eq!(refund.fact.returned(), fils(800));

    // A tray is ordered with a deposit of 60.00.
    let order = OrderRequest {
        id: OrderId(story.till.moments().new_id()),
        ticket: story.ticket(&[("TRAY", 1000)]),
        customer: Customer {
            name: "مها".into(),
            ..Customer::default()
        },
        wish: "اسم العائلة".into(),
        due_on: None,
        deposit: vec![cash(6000)],
    };
    story.till.take_order(&story.amal, order).unwrap();

    // The drawer is 0.25 short.
    let closing = story.count_and_close(34_200, "").unwrap();
    assert_eq!(closing.expected, fils(34_225));
    assert_eq!(closing.over_short(), fils(-25));

    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    let proof = z.tally.proof();
    assert_eq!(
        (
            proof.tenders,
            proof.families,
            proof.organiser_discounts,
            proof.deposits
        ),
        (fils(30_592), fils(25_300), fils(708), fils(6000))
    );
    assert!(proof.holds());
    assert_eq!(
        z.tally.by_tender[&sanduq::domain::tally::TenderGroup::Card].net(),
        fils(16_367)
    );
    assert_eq!(
        (z.perpetual_sales, z.perpetual_refunds),
        (fils(25_392), fils(800))
    );

    let settlements = story.till.settle_day(&story.huda, day).unwrap();
    let expected = [
        ("F03", 1575, 158, 1417),
        ("F05", 13_750, 1375, 12_375),
        ("F06", 1600, 160, 1440),
        ("F10", 2875, 288, 2587),
        ("F11", 5500, 688, 4812),
        ("F20", 0, 0, 0),
    ];
    let table: Vec<_> = settlements
        .iter()
        .map(|s| {
            (
                s.family.as_str(),
                s.net_sales.minor(),
                s.commission.minor(),
                s.payable.minor(),
            )
        })
        .collect();
    assert_eq!(table, expected);
    assert_eq!(
        settlements
            .iter()
            .map(|s| s.payable)
            .sum::<sanduq::domain::money::Money>(),
        fils(22_631)
    );

    // The books say the same.
    let accounts = [
        (Account::Drawer(story.till.code().clone()), 0),
        (Account::Safe, 34_200),
        (Account::CardClearing, 16_367),
        (Account::OverShort, 25),
        (Account::Commission, -2669),
        (Account::OrganiserDiscounts, 708),
        (Account::CustomerDeposits, -6000),
        (Account::Organiser, -20_000),
        (Account::FamilyPayable(family("F11")), -4812),
    ];
    for (account, balance) in accounts {
        assert_eq!(story.balance(account.clone()), fils(balance), "{account}");
    }
}
