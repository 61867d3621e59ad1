//! Money that went to a family and came back, whom it is handed to, and what it was
//! given and lent.

use sanduq::domain::family::{Family, Support};
use sanduq::domain::id::{FactId, PayoutId};
use sanduq::domain::ledger::Account;
use sanduq::domain::payout::{Advance, PayoutMeans, PayoutRefusal};
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::family_history::{TakeBack, What};
use sanduq::services::payout::{AdvanceRequest, PayoutRequest};
use sanduq::services::statement::Span;

use crate::bazaar::{Story, card, family, fils, refused};

/// A day on which F05 sold for 130.00, settled: it is owed 117.00.
fn settled(change: impl FnOnce(Family) -> Family) -> Story {
    let story = Story::begin();
    let catalogue = story.till.catalogue().unwrap();
    let known = catalogue.family(&family("F05")).unwrap().clone();
    let changed = change(known);
    story
        .till
        .enter_family(&story.huda, changed, false)
        .unwrap();
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[card(13_000)]);
    story.count_and_close(20_000, "").unwrap();
    let closed = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
    closed.unwrap();
    story.till.settle_day(&story.huda, day).unwrap();
    story
}

fn pay(story: &Story, amount: i64, means: PayoutMeans, collected_by: &str) -> PayoutRequest {
    PayoutRequest {
        id: PayoutId(story.till.moments().new_id()),
        family: family("F05"),
        amount: fils(amount),
        means,
        collected_by: collected_by.to_owned(),
        reference: "CHQ-000731".to_owned(),
        signed: None,
    }
}

fn back(story: &Story, payout: PayoutId) -> TakeBack {
    TakeBack {
        id: PayoutId(story.till.moments().new_id()),
        payout,
        to: PayoutMeans::Safe,
        reason: "لم يُصرف الشيك".to_owned(),
    }
}

#[test]
fn a_payout_is_taken_back_once_and_paid_again() {
    let story = settled(|family| family);
    let (till, huda) = (&story.till, &story.huda);
    let owed = || till.family_account(&family("F05")).unwrap().settled_balance;
    let cheque = pay(&story, 11_700, PayoutMeans::Cheque, "");
    let paid = till.pay_out(huda, cheque).unwrap().fact;
    assert!(owed().is_zero());
    let request = back(&story, paid.id);
    let done = till.take_payout_back(huda, request.clone()).unwrap();
    assert_eq!((owed(), done.fact.left), (fils(11_700), fils(11_700)));
    assert_eq!(done.fact.means, PayoutMeans::Cheque, "where it came from");
    let again = till.take_payout_back(huda, request).unwrap();
    assert_eq!(again.seq, done.seq, "the same request takes back once");
    assert_eq!(
        refused(till.take_payout_back(huda, back(&story, paid.id))),
        Refusal::Payout(PayoutRefusal::TakenBackAlready(paid.number.clone()))
    );
    let silent = TakeBack {
        reason: " ".into(),
        ..back(&story, paid.id)
    };
    assert!(
        till.take_payout_back(&story.badr, back(&story, paid.id))
            .is_err()
    );
    assert!(till.take_payout_back(huda, silent).is_err());

    let cash = pay(&story, 5000, PayoutMeans::Safe, "");
    till.pay_out(huda, cash).unwrap();
    let told = till
        .statement(&family("F05"), Span::Last)
        .unwrap()
        .statement;
    assert!(told.adds_up());
    assert_eq!(told.payable, fils(11_700));
    assert_eq!(told.carried_forward, fils(6_700));
    let history = till.family_history(&family("F05")).unwrap();
    let what: Vec<&What> = history.happenings.iter().map(|one| &one.what).collect();
    assert!(matches!(
        what[0],
        What::PaidOut {
            taken_back: false,
            ..
        }
    ));
    assert!(matches!(what[1], What::PaidIn(paid) if paid.takes_back.is_some()));
    assert!(matches!(
        what[2],
        What::PaidOut {
            taken_back: true,
            ..
        }
    ));
    assert!(matches!(what[3], What::Settled { .. }));
    assert_eq!(what.len(), 4);
}

#[test]
fn cash_taken_back_is_in_the_safe_again() {
    let story = settled(|family| family);
    let safe = || story.balance(Account::Safe);
    let before = safe();
    let paid = pay(&story, 11_700, PayoutMeans::Safe, "");
    let paid = story.till.pay_out(&story.huda, paid).unwrap().fact;
    assert_eq!(safe(), before - fils(11_700));
    let back = back(&story, paid.id);
    story.till.take_payout_back(&story.huda, back).unwrap();
    assert_eq!(safe(), before);
}

#[test]
fn only_registered_people_collect_where_any_are_registered() {
    let story = settled(|known| Family {
        proxies: vec!["سالم بن راشد".into()],
        ..known
    });
    let pay = |person: &str| {
        let request = pay(&story, 1000, PayoutMeans::Safe, person);
        story.till.pay_out(&story.huda, request)
    };
    assert_eq!(
        refused(pay("خالد")),
        Refusal::Payout(PayoutRefusal::MayNotCollect {
            family: family("F05"),
            person: "خالد".into()
        })
    );
    assert!(pay("").is_ok(), "the family itself");
    assert!(pay("سالم بن راشد").is_ok());
}

#[test]
fn support_is_told_and_never_owed_and_an_advance_is_given_back() {
    let support = Support {
        amount: fils(3_000_000),
        from: "برنامج بداية".into(),
        on: None,
    };
    let given = support.clone();
    let story = settled(move |known| Family {
        support: Some(given),
        ..known
    });
    let account = story.till.family_account(&family("F05")).unwrap();
    let settlement = account.settlement.expect("it was settled");
    assert_eq!(settlement.support, Some(support.clone()));
    assert_eq!(settlement.payable, fils(11_700), "no part of the sums");
    // What is entered later does not change the paper of that day.
    let catalogue = story.till.catalogue().unwrap();
    let known = catalogue.family(&family("F05")).unwrap().clone();
    let without = Family {
        support: None,
        ..known
    };
    story
        .till
        .enter_family(&story.huda, without, false)
        .unwrap();
    let told = story.till.statement(&family("F05"), Span::Last).unwrap();
    assert_eq!(told.statement.support, Some(support));

    let request = AdvanceRequest {
        id: FactId(story.till.moments().new_id()),
        advance: Advance {
            family: family("F05"),
            amount: fils(6000),
            means: PayoutMeans::Safe,
            reason: "طحين".into(),
        },
        instalment: Some(fils(1500)),
    };
    for _ in 0..2 {
        let lent = story.till.grant_advance(&story.huda, request.clone());
        lent.unwrap();
    }
    let history = story.till.family_history(&family("F05")).unwrap();
    assert_eq!(history.advance_left, fils(6000), "lent once");
    assert_eq!(history.instalment, Some(fils(1500)));
    let lent = history.happenings.iter();
    let lent = lent.filter(|one| matches!(one.what, What::Lent(_)));
    assert_eq!(lent.count(), 1);
}
