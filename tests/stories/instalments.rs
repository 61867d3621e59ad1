//! What an advance's instalment may take: of what the family would be paid, and never
//! more than there is.

use proptest::prelude::*;
use sanduq::domain::bazaar::{Fee, FeePer};
use sanduq::domain::family::Unit;
use sanduq::domain::id::{Bilingual, FactId, FeeCode, Number, SettlementId, Sku, TillCode};
use sanduq::domain::money::{Bps, Money, Quantity};
use sanduq::domain::payout::{Advance, PayoutMeans};
use sanduq::domain::settlement::{
    AdjustmentLine, AdjustmentSource, GoodsSold, Settlement, SettlementContext, Unsettled, settle,
};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::payout::AdvanceRequest;

use crate::bazaar::{Story, cash, family, fils};

#[test]
fn a_family_that_sold_nothing_is_not_told_to_pay_its_instalment() {
    let story = Story::begin();
    let id = FactId(story.till.moments().new_id());
    let filled = story
        .till
        .fill_safe(&story.huda, id, fils(50_000), "رصيد".into());
    filled.unwrap();
    let request = AdvanceRequest {
        id: FactId(story.till.moments().new_id()),
        advance: Advance {
            family: family("F05"),
            amount: fils(20_000),
            means: PayoutMeans::Safe,
            reason: "مواد أولية".into(),
        },
        instalment: Some(fils(7500)),
    };
    story.till.grant_advance(&story.huda, request).unwrap();
    // Nothing is sold, then a jar, then a hamper: 22.50 and 130.00, less a tenth.
    let mut told = Vec::new();
    for (goods, sum) in [(None, 0), (Some("JAM"), 2250), (Some("HAMPER"), 13_000)] {
        let day = story.open();
        if let Some(goods) = goods {
            story.sell(&story.ticket(&[(goods, 1000)]), &[cash(sum)]);
        }
        story.count_and_close(20_000 + sum, "").unwrap();
        let closed = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
        closed.unwrap();
        let settled = story.till.settle_family(&story.huda, family("F05"), day);
        let one = settled.unwrap();
        told.push((
            one.advance_instalment.minor(),
            one.advance_left.minor(),
            one.payable.minor(),
        ));
        story.minutes_later(24 * 60);
    }
    assert_eq!(
        told,
        [(0, 20_000, 0), (2025, 17_975, 0), (7500, 10_475, 4200)]
    );
}

fn goods(list: i64, discount: i64, refunds: i64) -> GoodsSold {
    GoodsSold {
        day: "2026-11-26".parse().unwrap(),
        sku: Sku::new("JAM").unwrap(),
        name: Bilingual::new("مربى", "Jam"),
        unit: Unit::Each,
        unit_price: fils(100),
        commission: Bps::new(1000).unwrap(),
        quantity: Quantity::ONE,
        list: fils(list),
        family_discount: fils(discount),
        organiser_discount: Money::ZERO,
        refunded_quantity: Quantity::default(),
        refunds: fils(refunds),
        earlier_refunds: Money::ZERO,
        tax: Money::ZERO,
    }
}

fn settled(unsettled: Unsettled, fee: i64) -> Settlement {
    let fee = Fee {
        code: FeeCode::new("STALL").unwrap(),
        name: Bilingual::new("رسم الطاولة", "Stall"),
        amount: fils(fee),
        per: FeePer::Day,
        families: Vec::new(),
    };
    let till = TillCode::new("T1").unwrap();
    let context = SettlementContext {
        id: SettlementId(uuid::Uuid::nil()),
        number: Number { till, n: 1 },
        family_name: Bilingual::new("أسرة", "Family"),
        day: "2026-11-26".parse().unwrap(),
        cut: Vec::new(),
    };
    settle(unsettled, &[&fee], context)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn an_instalment_never_makes_a_family_owe(
        list in 0_i64..100_000,
        discount in 0_i64..1000,
        refunds in 0_i64..50_000,
        fee in 0_i64..5000,
        correction in -5000_i64..5000,
        held in 0_i64..100_000,
        brought in -20_000_i64..20_000,
        left in 0_i64..50_000,
        agreed in 0_i64..20_000,
    ) {
        let unsettled = |agreed: i64| Unsettled {
            family: family("F05"),
            goods: vec![goods(list, discount, refunds)],
            adjustments: vec![AdjustmentLine {
                day: "2026-11-26".parse().unwrap(),
                amount: fils(correction),
                source: AdjustmentSource::Organiser,
                reason: String::new(),
            }],
            held: fils(held),
            brought_forward: fils(brought),
            advance_left: fils(left),
            advance_instalment: fils(agreed),
        };
        let (with, without) = (settled(unsettled(agreed), fee), settled(unsettled(0), fee));
        let taken = with.advance_instalment;
        prop_assert!(with.adds_up());
        prop_assert!(!taken.is_negative());
        prop_assert!(taken <= fils(agreed) && taken <= fils(left));
        prop_assert_eq!(with.payable, without.payable - taken);
        prop_assert_eq!(with.advance_left, fils(left) - taken);
        if taken.is_positive() {
            prop_assert!(!with.payable.is_negative(), "{}", with.payable.minor());
        }
        let most = fils(agreed).min(fils(left)).min(without.payable).or_zero();
        prop_assert_eq!(taken, most, "as much as there is");
        prop_assert_eq!(with.net_sales, without.net_sales);
        prop_assert_eq!(with.commission, without.commission);
        prop_assert_eq!(with.fee_total(), without.fee_total());
    }
}
