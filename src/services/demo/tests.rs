//! The day of the demonstration: the same every time, and a day of every kind.

use std::collections::BTreeSet;

use super::*;
use crate::domain::bazaar::Beneficiary;
use crate::domain::money::Money;
use crate::domain::order::OrderState;
use crate::domain::payout::PayoutMeans;
use crate::domain::sale::{Sale, TenderKind};
use crate::domain::ticket::PriceSource;

fn play(folder: &Path) -> (Demo, Played) {
    let demo = Demo::prepare(&folder.join("till.sqlite"), shipped_day()).unwrap();
    let played = demo.play(|_, _| ()).unwrap();
    (demo, played)
}

#[test]
fn the_day_is_the_same_every_time() {
    let heads = [(), ()].map(|()| {
        let folder = tempfile::tempdir().unwrap();
        let (demo, _) = play(folder.path());
        demo.till.head().unwrap().to_string()
    });
    assert_eq!(heads[0], heads[1]);
}

#[test]
fn everything_that_happens_at_a_counter_happens() {
    let folder = tempfile::tempdir().unwrap();
    let (demo, played) = play(folder.path());
    let any = |is: &dyn Fn(&Sale) -> bool| played.sales.iter().filter(|sale| is(sale)).count();
    let paid_by = |kind: TenderKind| {
        any(&|sale: &Sale| sale.tenders.iter().any(|tender| tender.kind == kind))
    };

    assert!(
        (140..=150).contains(&played.sales.len()),
        "{} sales",
        played.sales.len()
    );
    for kind in [
        TenderKind::Cash,
        TenderKind::Card,
        TenderKind::Wallet,
        TenderKind::Voucher,
        TenderKind::Transfer,
        TenderKind::Deposit,
    ] {
        assert!(paid_by(kind.clone()) > 0, "nobody paid by {kind:?}");
    }
    assert!(
        any(&|sale| sale.tenders.len() > 1) > 5,
        "payments are split"
    );
    assert!(any(&|sale| sale.lines.iter().any(|line| !line.item.quantity.is_whole())) > 10);
    let line_discount = |sale: &Sale| {
        sale.lines.iter().any(|line| {
            line.item
                .discount
                .as_ref()
                .is_some_and(|one| one.funder == Beneficiary::Family)
        })
    };
    assert!(any(&line_discount) > 3, "families fund discounts");
    assert!(
        any(&|sale| sale.ticket_discount.is_some()) > 3,
        "the organiser funds discounts"
    );
    let overridden = |sale: &Sale| {
        let is = |source: &PriceSource| matches!(source, PriceSource::Override { .. });
        sale.lines.iter().any(|line| is(&line.item.price_source))
    };
    assert_eq!(any(&overridden), 1);

    let tally = &played.closing.fact.tally;
    assert!(tally.proof().holds());
    assert_eq!(
        (tally.refunds, tally.voids, tally.drawer_openings),
        (4, 2, 1)
    );
    assert!(
        tally.by_hour.contains_key(&0),
        "the evening goes past midnight"
    );
    assert_eq!(played.shifts.len(), 2);
    assert_eq!(played.shifts[0].over_short(), Money::ZERO);
    assert_eq!(played.shifts[1].over_short(), Money::from_minor(-725));
    let states: Vec<OrderState> = played.orders.iter().map(|row| row.state).collect();
    assert_eq!(
        states,
        [
            OrderState::HandedOver,
            OrderState::Cancelled,
            OrderState::Open
        ]
    );

    assert_eq!(played.settlements.len(), 21);
    assert!(played.settlements.iter().all(|one| one.sales.is_positive()));
    assert!(
        played
            .payouts
            .iter()
            .any(|payout| payout.left.is_positive()),
        "a part"
    );
    let goods = &played.goods;
    // One family sold all it brought.
    assert_eq!((goods.intakes.len(), goods.unsold.len()), (21, 20));
    let counted = || goods.unsold.iter().flat_map(|count| &count.note.lines);
    assert!(counted().any(|line| line.missing().is_positive()));
    assert!(goods.loss.credit().is_positive());
    let stock = demo.till.stock(None).unwrap();
    assert!(stock.iter().any(|row| row.stock.sold.is_positive()));
    assert!(
        stock.iter().all(|row| row.stock.left().is_zero()),
        "everything went home"
    );
    let means: BTreeSet<PayoutMeans> = played.payouts.iter().map(|one| one.means).collect();
    assert_eq!(means, [PayoutMeans::Safe, PayoutMeans::BankTransfer].into());
    assert_eq!(demo.till.verify(|_, _| ()).unwrap().first_fault, None);
}

#[test]
fn the_window_opens_on_a_day_after_the_played_one() {
    let folder = tempfile::tempdir().unwrap();
    let now: DateTime<Utc> = "2027-02-10T21:30:00Z".parse().unwrap();
    let day = day_before(now);
    assert_eq!(day.to_string(), "2027-02-09");
    let demo = Demo::prepare(&folder.path().join("till.sqlite"), day).unwrap();
    demo.play(|_, _| ()).unwrap();
    let clock = Arc::new(GivenClock::at(now));
    let till = demo
        .open_today(Moments::new(clock, Arc::new(CountedIds::from(9_000))))
        .unwrap();
    let open = till.day_status().unwrap().open.unwrap();
    assert_eq!(open.day.to_string(), "2027-02-10");
    let stock = till.stock(None).unwrap();
    assert!(
        stock.iter().all(|row| row.stock.left().is_positive()),
        "brought anew"
    );
}
