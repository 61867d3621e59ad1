//! Money that changed hands is told once: by the settlement that takes the place of one
//! taken back, and one transfer or cheque is one payout.

use chrono::NaiveDate;
use proptest::prelude::*;
use sanduq::domain::id::{Number, PayoutId};
use sanduq::domain::money::Money;
use sanduq::domain::payout::{Payout, PayoutMeans, PayoutRefusal};
use sanduq::domain::statement::Statement;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::family_history::TakeBack;
use sanduq::services::payout::PayoutRequest;
use sanduq::services::statement::Span;
use sanduq::services::{Error, Refusal};
use sanduq::store::{Books, Recorded, StoreError};

use crate::bazaar::{Story, cash, family, fils, refused};

/// Days on each of which F05 sold for 130.00, closed; nothing is settled.
fn days(count: usize) -> (Story, Vec<NaiveDate>) {
    let story = Story::begin();
    let mut days = Vec::new();
    for _ in 0..count {
        days.push(story.open());
        story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
        story.count_and_close(33_000, "").unwrap();
        let closed = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
        closed.unwrap();
        story.minutes_later(24 * 60);
    }
    (story, days)
}

fn settle(story: &Story, day: NaiveDate) -> Number {
    let settled = story.till.settle_family(&story.huda, family("F05"), day);
    settled.unwrap().number
}

fn request(story: &Story, amount: Money, means: PayoutMeans, reference: &str) -> PayoutRequest {
    PayoutRequest {
        id: PayoutId(story.till.moments().new_id()),
        family: family("F05"),
        amount,
        means,
        collected_by: String::new(),
        reference: reference.to_owned(),
        signed: None,
    }
}

fn pay(story: &Story, amount: Money) {
    let request = request(story, amount, PayoutMeans::Safe, "");
    story.till.pay_out(&story.huda, request).unwrap();
}

fn collect(story: &Story, amount: Money) {
    let request = request(story, amount, PayoutMeans::Safe, "");
    story.till.take_from_family(&story.huda, request).unwrap();
}

fn reverse(story: &Story, number: Number) {
    let reversed = story
        .till
        .reverse_settlement(&story.huda, number, "خطأ".into());
    reversed.unwrap();
}

fn statement(story: &Story, span: Span) -> Statement {
    story
        .till
        .statement(&family("F05"), span)
        .unwrap()
        .statement
}

/// Payouts less what the family paid in, as the journal has them, and their numbers.
fn ledger(story: &Story) -> (Money, Vec<Number>) {
    let read = |books: &Books<'_>| {
        let out = books.payouts_of(&family("F05"), 0)?;
        let back = books.family_payments_of(&family("F05"), 0)?;
        let sum = out.iter().map(|one| one.fact.amount).sum::<Money>()
            - back.iter().map(|one| one.fact.amount).sum::<Money>();
        let out = out.into_iter().map(|one| one.fact.number);
        let numbers = out.chain(back.into_iter().map(|one| one.fact.number));
        Ok::<_, StoreError>((sum, numbers.collect()))
    };
    story.till.store().read(read).unwrap()
}

#[test]
fn what_was_paid_on_a_settlement_taken_back_is_told_by_the_one_in_its_place() {
    let (story, days) = days(1);
    let wrong = settle(&story, days[0]);
    pay(&story, fils(6000));
    reverse(&story, wrong);
    let account = story.till.family_account(&family("F05")).unwrap();
    assert_eq!(account.payouts.len(), 1, "it stays paid");
    collect(&story, fils(1000));
    let right = settle(&story, days[0]);
    pay(&story, fils(200));

    let all = statement(&story, Span::ALL);
    assert!(all.adds_up(), "{all:?}");
    assert_eq!(all.days[0].number, right);
    assert_eq!(all.brought_forward, fils(0));
    assert_eq!(all.payable, fils(11_700));
    assert_eq!((all.payouts.len(), all.payments.len()), (2, 1));
    assert_eq!(all.paid(), fils(5200));
    assert_eq!(all.carried_forward, fils(6500));
    assert_eq!(all, statement(&story, Span::Last));

    let account = story.till.family_account(&family("F05")).unwrap();
    let settlement = account.settlement.as_ref().unwrap();
    assert_eq!(settlement.brought_forward + account.moved_before, fils(0));
    assert_eq!((account.payouts.len(), account.payments.len()), (2, 1));
    assert_eq!(account.settled_balance, fils(6500));
}

#[test]
fn a_later_day_taken_back_leaves_the_statement_before_as_it_was_printed() {
    let (story, days) = days(2);
    settle(&story, days[0]);
    pay(&story, fils(5000));
    let printed = statement(&story, Span::Last);
    let wrong = settle(&story, days[1]);
    pay(&story, fils(9000));
    reverse(&story, wrong);
    settle(&story, days[1]);
    assert_eq!(statement(&story, Span::day(days[0])), printed);
    let second = statement(&story, Span::Last);
    assert_eq!(second.brought_forward, printed.carried_forward);
    assert_eq!(second.paid(), fils(9000));
}

/// What may happen to a family's account.
#[derive(Debug, Clone, Copy)]
enum Act {
    Settle,
    Pay,
    Collect,
    TakeBack,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn paid_on_all_statements_is_paid_in_the_ledger(
        acts in proptest::collection::vec(
            prop_oneof![Just(Act::Settle), Just(Act::Pay), Just(Act::Collect), Just(Act::TakeBack)],
            1..24,
        ),
    ) {
        let (story, days) = days(3);
        let mut standing: Vec<Number> = Vec::new();
        for act in acts {
            let owed = story.till.family_account(&family("F05")).unwrap().settled_balance;
            match act {
                Act::Settle if standing.len() < days.len() => {
                    standing.push(settle(&story, days[standing.len()]));
                }
                Act::Pay if owed.is_positive() => pay(&story, fils((owed.minor() + 1) / 2)),
                Act::Collect if owed.is_negative() => collect(&story, fils((1 - owed.minor()) / 2)),
                Act::TakeBack => {
                    if let Some(last) = standing.pop() {
                        reverse(&story, last);
                    }
                }
                _ => {}
            }
            if standing.is_empty() {
                continue;
            }
            let all = statement(&story, Span::ALL);
            prop_assert!(all.adds_up(), "{:?}", all);
            let (paid, mut known) = ledger(&story);
            prop_assert_eq!(all.paid(), paid);
            let mut told = Vec::new();
            let mut open = all.brought_forward;
            let mut sum = Money::ZERO;
            for day in &days[..standing.len()] {
                let one = statement(&story, Span::day(*day));
                prop_assert!(one.adds_up(), "{:?}", one);
                prop_assert_eq!(one.brought_forward, open, "each carries on the one before");
                open = one.carried_forward;
                sum += one.paid();
                told.extend(one.payouts.into_iter().map(|paid| paid.number));
                told.extend(one.payments.into_iter().map(|paid| paid.number));
            }
            prop_assert_eq!(sum, paid);
            prop_assert_eq!(open, all.carried_forward);
            told.sort();
            known.sort();
            prop_assert_eq!(told, known, "each is told once");
            let account = story.till.family_account(&family("F05")).unwrap();
            prop_assert_eq!(account.settled_balance, all.carried_forward);
            prop_assert_eq!(all.brought_forward, Money::ZERO);
        }
    }
}

#[test]
fn one_transfer_or_cheque_is_one_payout() {
    let (story, days) = days(1);
    settle(&story, days[0]);
    let ask = |means, reference: &str| -> Result<Recorded<Payout>, Error> {
        let request = request(&story, fils(5000), means, reference);
        story.till.pay_out(&story.huda, request)
    };
    let twice = |answer: Result<Recorded<Payout>, Error>| match refused(answer) {
        Refusal::Payout(PayoutRefusal::RecordedAlready(earlier)) => *earlier,
        other => panic!("{other:?}"),
    };
    let first = ask(PayoutMeans::BankTransfer, "TR-9").unwrap().fact;
    for spelling in ["TR-9", " tr 9", "TR٩", "tr/۹"] {
        let earlier = twice(ask(PayoutMeans::BankTransfer, spelling));
        assert_eq!(earlier.number, first.number, "{spelling}");
        assert_eq!(
            (earlier.amount, earlier.reference.as_str(), earlier.paid_in),
            (fils(5000), "TR-9", false)
        );
    }
    // A cheque of that number is another thing; so is another number.
    let cheque = ask(PayoutMeans::Cheque, "TR-9").unwrap().fact;
    let back = TakeBack {
        id: PayoutId(story.till.moments().new_id()),
        payout: first.id,
        to: PayoutMeans::Safe,
        reason: "لم يصل".into(),
    };
    story.till.take_payout_back(&story.huda, back).unwrap();
    assert_eq!(
        twice(ask(PayoutMeans::Cheque, "TR-9")).number,
        cheque.number
    );
    let again = ask(PayoutMeans::BankTransfer, "TR-9").unwrap().fact;
    assert_eq!(
        twice(ask(PayoutMeans::BankTransfer, "TR-9")).number,
        again.number,
        "a number taken back is free once"
    );
}

#[test]
fn one_number_pays_several_families() {
    let story = Story::begin();
    let day = story.open();
    let ticket = story.ticket(&[("HAMPER", 1000), ("COFFEE", 1000)]);
    story.sell(&ticket, &[cash(13_800)]);
    story.count_and_close(33_800, "").unwrap();
    let closed = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
    closed.unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    for one in story.till.unclaimed(&story.huda).unwrap() {
        let request = PayoutRequest {
            family: one.family,
            ..request(&story, one.amount, PayoutMeans::BankTransfer, "FILE-77")
        };
        story.till.pay_out(&story.huda, request).unwrap();
    }
    assert!(story.till.unclaimed(&story.huda).unwrap().is_empty());
}

#[test]
fn a_familys_own_transfer_is_taken_once() {
    let (story, days) = days(1);
    let number = settle(&story, days[0]);
    pay(&story, fils(9000));
    reverse(&story, number);
    let ask = |reference: &str| {
        let request = request(&story, fils(2000), PayoutMeans::BankTransfer, reference);
        story.till.take_from_family(&story.huda, request)
    };
    ask("IN-4").unwrap();
    assert!(matches!(
        refused(ask("in 4")),
        Refusal::Payout(PayoutRefusal::RecordedAlready(earlier)) if earlier.paid_in
    ));
    ask("IN-5").unwrap();
}
