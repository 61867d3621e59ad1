//! What a family is paid: fees, advances, corrections, money it took itself,
//! refunds after the payout, and a settlement taken back.

use sanduq::domain::id::{FactId, PayoutId, RefundId};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Quantity;
use sanduq::domain::payout::{Advance, PayoutMeans, PayoutRefusal};
use sanduq::domain::refund::Return;
use sanduq::domain::settlement::SettlementRefusal;
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::payout::{AdvanceRequest, PayoutRequest};
use sanduq::services::refund::RefundRequest;
use sanduq::services::sell::taken_by_families;

use crate::bazaar::{Story, TERMS, cash, family, fils, refused};

fn pay(story: &Story, code: &str, amount: i64) -> PayoutRequest {
    PayoutRequest {
        signed: None,
        id: PayoutId(story.till.moments().new_id()),
        family: family(code),
        amount: fils(amount),
        means: PayoutMeans::Safe,
        collected_by: String::new(),
        reference: String::new(),
    }
}

fn close(story: &Story, counted: i64) {
    story.count_and_close(counted, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
}

#[test]
fn settling_a_day_tells_how_far_it_is() {
    let story = Story::begin();
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
    close(&story, 33_000);
    let (tell, told) = std::sync::mpsc::channel();
    let telling = move |done, all| tell.send((done, all)).unwrap();
    let settled = story.till.settle_day_telling(&story.huda, day, telling);
    let all = settled.unwrap().len();
    let expected: Vec<_> = (1..=all).map(|done| (done, all)).collect();
    assert_eq!(told.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_family_is_paid_in_parts_and_never_more_than_it_is_owed() {
    let story = Story::begin();
    let day = story.open();
    story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
    let early = story.till.settle_family(&story.huda, family("F05"), day);
    assert_eq!(
        refused(early),
        Refusal::Settlement(SettlementRefusal::DayNotClosed(day))
    );
    close(&story, 33_000);
    let unsettled = story.till.pay_out(&story.huda, pay(&story, "F05", 100));
    assert!(matches!(
        refused(unsettled),
        Refusal::Payout(PayoutRefusal::NothingSettled { .. })
    ));
    story.till.settle_day(&story.huda, day).unwrap();

    let request = pay(&story, "F05", 5000);
    let paid = story
        .till
        .pay_out(&story.huda, request.clone())
        .unwrap()
        .fact;
    let again = story.till.pay_out(&story.huda, request).unwrap().fact;
    assert_eq!(paid, again, "the same request pays once");
    assert_eq!(paid.left, fils(6700));
    let too_much = story.till.pay_out(&story.huda, pay(&story, "F05", 6701));
    assert!(matches!(
        refused(too_much),
        Refusal::Payout(PayoutRefusal::MoreThanOwed { .. })
    ));
    story
        .till
        .pay_out(&story.huda, pay(&story, "F05", 6700))
        .unwrap();
    assert_eq!(
        story.balance(Account::FamilyPayable(family("F05"))),
        fils(0)
    );
    assert_eq!(story.balance(Account::Safe), fils(33_000 - 11_700));
}

#[test]
fn a_refund_after_the_payout_lands_in_the_next_settlement() {
    let story = Story::begin();
    let first_day = story.open();
    let sale = story
        .sell(&story.ticket(&[("OUD", 1000)]), &[cash(5500)])
        .sale
        .fact;
    close(&story, 25_500);
    story.till.settle_day(&story.huda, first_day).unwrap();
    story
        .till
        .pay_out(&story.huda, pay(&story, "F11", 4812))
        .unwrap();

    story.minutes_later(24 * 60);
    let second_day = story.open();
    let request = RefundRequest {
        id: RefundId(story.till.moments().new_id()),
        sale: sale.id,
        returns: vec![Return {
            line: 0,
            quantity: Quantity::ONE,
        }],
        reason: "رائحة مختلفة".into(),
        in_cash: false,
    };
    story.till.refund(&story.badr, request, None).unwrap();
    close(&story, 14_500);
    let settlement = story
        .till
        .settle_family(&story.huda, family("F11"), second_day)
        .unwrap();
    assert_eq!(settlement.refunds, fils(5500));
    assert_eq!(settlement.goods[0].earlier_refunds, fils(5500));
    assert_eq!(settlement.commission, fils(-688));
    assert_eq!(
        settlement.payable,
        fils(-4812),
        "the family owes, and it says so"
    );
    let mut back = pay(&story, "F11", 4812);
    back.means = PayoutMeans::Safe;
    let paid = story
        .till
        .take_from_family(&story.huda, back.clone())
        .unwrap();
    let again = story.till.take_from_family(&story.huda, back).unwrap();
    assert_eq!(paid.fact, again.fact, "the same request is taken once");
    assert_eq!(
        story.balance(Account::FamilyPayable(family("F11"))),
        fils(0)
    );
}

#[test]
fn fees_corrections_and_an_advance_are_held_back_by_name() {
    let terms = format!(
        "{TERMS}\n[[fees]]\ncode = \"STALL\"\nname_ar = \"رسم الطاولة\"\namount = \"20.00\"\nper = \"day\"\n\
         [[fees]]\ncode = \"BAG\"\nname_ar = \"أكياس\"\namount = \"5.00\"\nper = \"bazaar\"\nfamilies = [\"F05\"]\n"
    );
    let story = Story::with_terms(&terms);
    let id = FactId(story.till.moments().new_id());
    for _ in 0..2 {
        let (amount, reason) = (fils(50_000), "رصيد افتتاحي".to_owned());
        story
            .till
            .fill_safe(&story.huda, id, amount, reason)
            .unwrap();
    }
    let safe = story.balance(Account::Safe);
    assert_eq!(safe, fils(50_000), "the same request fills the safe once");
    let advance = Advance {
        family: family("F05"),
        amount: fils(4000),
        means: PayoutMeans::Safe,
        reason: "مواد أولية".into(),
    };
    let request = AdvanceRequest {
        id: FactId(story.till.moments().new_id()),
        advance,
        instalment: Some(fils(3000)),
    };
    let grant = || story.till.grant_advance(&story.huda, request.clone());
    grant().unwrap();
    grant().unwrap();
    assert_eq!(
        story.balance(Account::Advance(family("F05"))),
        fils(4000),
        "the same request lends once"
    );

    let mut payables = Vec::new();
    for _ in 0..2 {
        let day = story.open();
        story.sell(&story.ticket(&[("HAMPER", 1000)]), &[cash(13_000)]);
        story
            .till
            .adjust(&story.huda, family("F05"), fils(-150), "كسر مرطبان".into())
            .unwrap();
        close(&story, 33_000);
        let settlement = story
            .till
            .settle_family(&story.huda, family("F05"), day)
            .unwrap();
        payables.push((
            settlement.fee_total().minor(),
            settlement.advance_instalment.minor(),
            settlement.advance_left.minor(),
            settlement.brought_forward.minor(),
            settlement.payable.minor(),
        ));
        story.minutes_later(24 * 60);
    }
    // 130.00 − 13.00 − fees − 1.50 − instalment; the second day carries the first.
    assert_eq!(
        payables,
        [(2500, 3000, 1000, 0, 6050), (2000, 1000, 0, 6050, 14_600)]
    );
}

#[test]
fn money_the_family_took_itself_is_taken_off_what_it_is_owed() {
    let story = Story::with_terms(&TERMS.replace(
        "cut_off = \"04:00\"",
        "cut_off = \"04:00\"\nmoney_taken_by = \"family\"",
    ));
    let day = story.open();
    let ticket = story.ticket(&[("OUD", 1000), ("JAM", 1000)]);
    let catalogue = story.till.catalogue().unwrap();
    let offers = taken_by_families(&catalogue, &ticket).unwrap();
    assert_eq!(offers.len(), 2);
    story.sell(&ticket, &offers);
    close(&story, 20_000);
    let settlements = story.till.settle_day(&story.huda, day).unwrap();
    let oud = settlements
        .iter()
        .find(|s| s.family == family("F11"))
        .unwrap();
    assert_eq!(
        (oud.held, oud.payable),
        (fils(5500), fils(-688)),
        "it owes the commission"
    );
    assert_eq!(story.balance(Account::HeldByFamily(family("F11"))), fils(0));
}

#[test]
fn a_wrong_settlement_is_taken_back_and_made_again() {
    let story = Story::begin();
    let day = story.open();
    story.sell(&story.ticket(&[("OUD", 2000)]), &[cash(11_000)]);
    close(&story, 31_000);
    let wrong = story
        .till
        .settle_family(&story.huda, family("F11"), day)
        .unwrap();
    let twice = story.till.settle_family(&story.huda, family("F11"), day);
    assert!(matches!(
        refused(twice),
        Refusal::Settlement(SettlementRefusal::AlreadySettled { .. })
    ));
    let number = wrong.number.clone();
    story
        .till
        .reverse_settlement(&story.huda, number.clone(), "عمولة خاطئة".into())
        .unwrap();
    assert_eq!(story.balance(Account::Commission), fils(0));
    let again = story
        .till
        .reverse_settlement(&story.huda, number, "مرتين".into());
    assert!(matches!(
        refused(again),
        Refusal::Settlement(SettlementRefusal::AlreadyReversed(_))
    ));
    story
        .till
        .adjust(&story.huda, family("F11"), fils(500), "تعويض".into())
        .unwrap();
    let right = story
        .till
        .settle_family(&story.huda, family("F11"), day)
        .unwrap();
    assert_eq!(right.goods, wrong.goods);
    assert_eq!(right.payable, wrong.payable + fils(500));
    assert_eq!(right.number.n, wrong.number.n + 1);
}
