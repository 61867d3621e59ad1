//! What goes wrong at a counter, and what the till says to it.

use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::day::DayRefusal;
use sanduq::domain::id::RefundId;
use sanduq::domain::money::Quantity;
use sanduq::domain::refund::{RefundRefusal, Return};
use sanduq::domain::sale::SaleRefusal;
use sanduq::domain::shift::ShiftRefusal;
use sanduq::domain::staff::{Act, RoleRefusal};
use sanduq::domain::ticket::TicketRefusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::refund::RefundRequest;
use sanduq::services::sign_in::SignInRefusal;
use sanduq::services::{Refusal, sell};

use crate::bazaar::{Story, card, cash, fils, percent, refused};

#[test]
fn nobody_sells_before_the_day_and_the_shift_are_open() {
    let story = Story::begin();
    let ticket = story.ticket(&[("COFFEE", 1000)]);
    let sell = || {
        story
            .till
            .complete_sale(&story.amal, ticket.clone(), vec![cash(800)], None)
    };
    assert_eq!(refused(sell()), Refusal::Day(DayRefusal::NoOpenDay));
    story.till.open_day(&story.badr, None, false).unwrap();
    assert_eq!(refused(sell()), Refusal::Shift(ShiftRefusal::NoOpenShift));
    story.till.open_shift(&story.amal, fils(0)).unwrap();
    sell().unwrap();
}

#[test]
fn the_same_ticket_sent_twice_is_one_sale() {
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 2000)]);
    let first = story.sell(&ticket, &[cash(1600)]);
    let second = story.sell(&ticket, &[cash(1600)]);
    assert!(!first.again && second.again);
    assert_eq!(first.sale.fact, second.sale.fact);
    let other = story.ticket(&[("JAM", 1000)]);
    let other = sanduq::domain::ticket::Ticket {
        id: ticket.id,
        ..other
    };
    let answer = story
        .till
        .complete_sale(&story.amal, other, vec![cash(2250)], None);
    assert!(matches!(
        refused(answer),
        Refusal::TicketSoldOtherwise { .. }
    ));
    let third = story.sell(&story.ticket(&[("JAM", 1000)]), &[cash(2250)]);
    assert_eq!(
        third.sale.fact.number.n, 2,
        "a sale refused or repeated takes no number"
    );
}

#[test]
fn what_is_paid_must_be_what_is_due() {
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 2000)]);
    let pay = |offers| {
        refused(
            story
                .till
                .complete_sale(&story.amal, ticket.clone(), offers, None),
        )
    };
    let cases = [
        (
            vec![cash(1500)],
            SaleRefusal::NotPaid { missing: fils(100) },
        ),
        (
            vec![],
            SaleRefusal::NotPaid {
                missing: fils(1600),
            },
        ),
        (
            vec![card(1700)],
            SaleRefusal::NonCashAboveDue {
                offered: fils(1700),
                due: fils(1600),
            },
        ),
        (vec![card(1600), cash(100)], SaleRefusal::CashNotNeeded),
        (vec![cash(0)], SaleRefusal::TenderNotPositive),
    ];
    for (offers, refusal) in cases {
        assert_eq!(pay(offers), Refusal::Sale(refusal));
    }
    let empty = story.new_ticket();
    let answer = story
        .till
        .complete_sale(&story.amal, empty, vec![cash(100)], None);
    assert_eq!(refused(answer), Refusal::Ticket(TicketRefusal::Empty));
}

#[test]
fn a_large_discount_waits_for_the_supervisor() {
    let story = Story::begin();
    story.open();
    let mut ticket = story.ticket(&[("JAM", 1000)]);
    ticket.discount = Some(percent(20, Beneficiary::Organiser));
    let answer = story
        .till
        .complete_sale(&story.amal, ticket.clone(), vec![cash(1800)], None);
    assert_eq!(
        sell::missing_approval(&answer.unwrap_err()),
        Some(Act::LargeDiscount)
    );
    let wrong = story
        .till
        .approve(Act::LargeDiscount, story.amal.staff(), "1234");
    assert!(matches!(
        refused(wrong),
        Refusal::Role(RoleRefusal::ApproverTooLow { .. })
    ));
    let approval = story
        .till
        .approve(Act::LargeDiscount, story.badr.staff(), "123456")
        .unwrap();
    let sale = story
        .till
        .complete_sale(&story.amal, ticket, vec![cash(1800)], Some(&approval))
        .unwrap()
        .sale;
    assert_eq!(sale.approver.as_ref(), Some(story.badr.staff()));
    let discount = sale.fact.ticket_discount.unwrap();
    assert_eq!(discount.approver.as_ref(), Some(story.badr.staff()));
}

#[test]
fn no_more_comes_back_than_was_sold_and_all_of_it_is_what_was_paid() {
    let story = Story::begin();
    story.open();
    let mut ticket = story.ticket(&[("BISCUIT", 3000), ("SAFFRON", 333)]);
    ticket.discount = Some(percent(7, Beneficiary::Family));
    let due = ticket.price().unwrap().due;
    let sale = story.sell(&ticket, &[card(1000), cash(10_000)]).sale.fact;
    let give_back = |line, thousandths| {
        let request = RefundRequest {
            id: RefundId(story.till.moments().new_id()),
            sale: sale.id,
            returns: vec![Return {
                line,
                quantity: Quantity::from_thousandths(thousandths),
            }],
            reason: "تالف".into(),
            in_cash: false,
        };
        story.till.refund(&story.badr, request, None)
    };
    let mut returned = give_back(0, 1000).unwrap().fact.returned();
    returned += give_back(0, 2000).unwrap().fact.returned();
    let too_much = refused(give_back(0, 1000));
    assert!(matches!(
        too_much,
        Refusal::Refund(RefundRefusal::MoreThanSold { .. })
    ));
    returned += give_back(1, 100).unwrap().fact.returned();
    returned += give_back(1, 233).unwrap().fact.returned();
    assert_eq!(returned, due);
}

#[test]
fn wrong_pins_lock_the_door_and_the_wait_doubles() {
    let story = Story::begin();
    let knock = |pin: &str| story.till.sign_in(story.amal.staff(), pin);
    for tries_left in (1..5).rev() {
        let refusal = Refusal::SignIn(SignInRefusal::WrongPin { tries_left });
        assert_eq!(refused(knock("0000")), refusal);
    }
    let locked = |seconds| Refusal::SignIn(SignInRefusal::LockedOut { seconds });
    assert_eq!(refused(knock("0000")), locked(30));
    assert!(matches!(
        refused(knock("1234")),
        Refusal::SignIn(SignInRefusal::LockedOut { .. })
    ));
    story.minutes_later(1);
    assert_eq!(refused(knock("0000")), locked(60));
    story.minutes_later(2);
    knock("1234").unwrap();
    assert_eq!(
        refused(knock("0000")),
        Refusal::SignIn(SignInRefusal::WrongPin { tries_left: 4 })
    );
}

#[test]
fn a_parked_ticket_never_vanishes_at_close() {
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 1000)]);
    story
        .till
        .park(&story.amal, ticket.clone(), "أم خالد".into())
        .unwrap();
    story.count_and_close(20_000, "").unwrap();
    let refusal = refused(story.till.close_day(&story.badr, ParkedAtClose::Refuse));
    assert!(
        matches!(refusal, Refusal::Day(DayRefusal::ParkedTickets(parked)) if parked.len() == 1)
    );
    let z = story
        .till
        .close_day(&story.badr, ParkedAtClose::CarryOver)
        .unwrap()
        .fact;
    assert_eq!(z.carried_over[0].name, "أم خالد");

    story.minutes_later(24 * 60);
    story.open();
    let recalled = story.till.recall(&story.amal, ticket.id).unwrap().ticket;
    assert_eq!(recalled, ticket);
    story.sell(&recalled, &[cash(800)]);
    assert!(story.till.parked().unwrap().is_empty());
}

#[test]
fn a_parked_ticket_is_given_up_once_and_for_a_reason() {
    let story = Story::begin();
    story.open();
    let ticket = story.ticket(&[("COFFEE", 1000)]);
    let park = story
        .till
        .park(&story.amal, ticket.clone(), "أم خالد".into());
    park.unwrap();
    let void = |reason: &str| {
        story
            .till
            .void_parked(&story.amal, ticket.id, reason.to_owned())
    };
    assert_eq!(refused(void(" ")), Refusal::ReasonMissing);
    void("لم يعد").unwrap();
    assert_eq!(refused(void("لم يعد")), Refusal::UnknownParked(ticket.id));
    assert!(story.till.parked().unwrap().is_empty());
    let (_, tally) = story.till.x_report().unwrap();
    assert_eq!((tally.voids, tally.voided), (1, fils(800)));
}

#[test]
fn cash_moved_after_the_count_asks_for_another() {
    let story = Story::begin();
    story.open();
    assert_eq!(
        refused(story.till.close_shift(&story.amal, String::new())),
        Refusal::Shift(ShiftRefusal::NotCounted)
    );
    story
        .till
        .count_drawer(&story.amal, crate::bazaar::in_pieces(20_000))
        .unwrap();
    story.sell(&story.ticket(&[("COFFEE", 1000)]), &[cash(800)]);
    assert_eq!(
        refused(story.till.close_shift(&story.amal, String::new())),
        Refusal::Shift(ShiftRefusal::CountStale)
    );
    let short = refused(story.count_and_close(20_000, ""));
    let difference = fils(-800);
    assert_eq!(
        short,
        Refusal::Shift(ShiftRefusal::DifferenceNeedsReason { difference })
    );
    let closing = story.count_and_close(20_000, "فئة مفقودة").unwrap();
    assert_eq!(closing.over_short(), fils(-800));
}
