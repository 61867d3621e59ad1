//! Money paid after a day's close belongs to no day's figures, and to one day's
//! statement all the same: each payout is told exactly once.

use chrono::TimeDelta;
use sanduq::domain::figures::Period;
use sanduq::domain::id::PayoutId;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::payout::PayoutMeans;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::payout::PayoutRequest;
use sanduq::services::statement::Span;

use crate::bazaar::{Story, cash, family, fils};

/// A day on which F05 sold for 130.00 in cash, closed and settled.
fn a_day(story: &Story) -> chrono::NaiveDate {
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
    story.count_and_close(33_000, "").unwrap();
    let parked = ParkedAtClose::Refuse;
    story.till.close_day(&story.badr, parked).unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    day
}

fn pay(story: &Story, amount: i64, means: PayoutMeans) {
    let request = PayoutRequest {
        id: PayoutId(story.till.moments().new_id()),
        family: family("F05"),
        amount: fils(amount),
        means,
        collected_by: "نورة".to_owned(),
        reference: "SIB-1".to_owned(),
        signed: None,
    };
    story.till.pay_out(&story.huda, request).unwrap();
}

#[test]
fn a_payout_after_the_close_is_told_once_and_moves_the_safe_at_once() {
    let story = Story::begin();
    let first = a_day(&story);
    let safe = story.balance(Account::Safe);
    pay(&story, 5_000, PayoutMeans::Safe);
    assert_eq!(story.balance(Account::Safe), safe - fils(5_000));
    story.clock.advance(TimeDelta::days(1));
    let second = story.open();
    pay(&story, 2_000, PayoutMeans::BankTransfer);
    story.count_and_close(20_000, "").unwrap();
    let parked = ParkedAtClose::Refuse;
    story.till.close_day(&story.badr, parked).unwrap();
    story.till.settle_day(&story.huda, second).unwrap();
    pay(&story, 1_000, PayoutMeans::Safe);

    // The figures of a day tell what was paid while it was open, those of the bazaar
    // all of it; no drawer was touched, so each close proves its cash without them.
    let paid = |period| story.till.figures(period).unwrap().total.payouts;
    assert_eq!(paid(Period::Day(first)), Money::ZERO);
    assert_eq!(paid(Period::Day(second)), fils(2_000));
    assert_eq!(paid(Period::between(first, second)), fils(2_000));
    assert_eq!(paid(Period::Bazaar), fils(8_000));
    for day in [first, second] {
        let figures = story.till.figures(Period::Day(day)).unwrap();
        assert_eq!(figures.total.tally.payouts_from_drawers, Money::ZERO);
    }

    // A statement goes from settlement to settlement and asks no clock.
    let paid = |span| {
        let told = story
            .till
            .statement(&family("F05"), span)
            .unwrap()
            .statement;
        assert!(told.adds_up());
        let amounts: Vec<i64> = told.payouts.iter().map(|one| one.amount.minor()).collect();
        (amounts, told.carried_forward)
    };
    let (one, open) = paid(Span::day(first));
    assert_eq!((one, open), (vec![5_000, 2_000], fils(11_700 - 7_000)));
    let (other, left) = paid(Span::day(second));
    assert_eq!((other, left), (vec![1_000], fils(11_700 - 8_000)));
    assert_eq!(paid(Span::ALL), (vec![5_000, 2_000, 1_000], left));
}
