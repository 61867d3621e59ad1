//! The organiser's figures: read from what was gathered day by day, they equal the
//! journal and the ledger at every moment.

use proptest::prelude::*;
use sanduq::domain::figures::{DayFigures, Figures, Period};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::{Money, Quantity};
use sanduq::domain::proof::{self, Number};
use sanduq::domain::tally::Trade;
use sanduq::services::dashboard::Behind;

use crate::bazaar::{Story, cash, fils};
use crate::random_days::trade;

/// Every figure of every day, of spans and of the whole bazaar, beside the totals of
/// the facts themselves.
pub fn check_figures(story: &Story) {
    let till = &story.till;
    let days: Vec<_> = till.day_status().unwrap().days;
    let days: Vec<_> = days.into_iter().map(|row| row.day).collect();
    for (from, first) in days.iter().enumerate() {
        for last in &days[from..] {
            let figures = till.figures(Period::between(*first, *last)).unwrap();
            let asked = days
                .iter()
                .copied()
                .filter(|day| first <= day && day <= last);
            let asked: Vec<_> = asked.collect();
            assert_eq!(figures.total.tally, till.tally(asked.clone()).unwrap());
            let shown: Vec<_> = figures.days.iter().map(|day| day.day).collect();
            assert_eq!(shown, asked);
            adds_up(&figures);
        }
    }
    let figures = till.figures(Period::Bazaar).unwrap();
    assert_eq!(figures.total.tally, till.tally(Vec::new()).unwrap());
    adds_up(&figures);
    is_proved(story, &figures);
    equals_the_ledger(story, &figures);
    if let Some(day) = days.first() {
        is_proved(story, &till.figures(Period::Day(*day)).unwrap());
    }
}

/// The same figures from the facts alone, and the facts behind each number.
fn is_proved(story: &Story, figures: &Figures) {
    let till = &story.till;
    let mut from_facts = DayFigures::default();
    let period = figures.period;
    let all = till
        .store()
        .read::<_, sanduq::store::StoreError>(move |books| {
            let mut all = Vec::new();
            books.entries(1, &mut |entry| {
                all.push(entry);
                std::ops::ControlFlow::Continue(())
            })?;
            Ok(all)
        });
    for entry in all.unwrap() {
        if period.covers(entry.day) {
            from_facts.add(&entry);
        }
    }
    assert_eq!(figures.total, from_facts);
    assert!(proof::holds(&figures.total));
    let behind = |of: Behind| {
        let (mut sum, mut from) = (Money::ZERO, Some(0));
        while let Some(seq) = from {
            let facts = till.facts_behind(period, of, seq, 3).unwrap();
            assert!(facts.lines.iter().all(|line| line.seq >= seq));
            sum += facts.lines.iter().map(|line| line.amount).sum();
            from = facts.next;
        }
        sum
    };
    for number in Number::all() {
        let expected = number.of(&figures.total);
        assert_eq!(behind(Behind::Number(number)), expected, "{number:?}");
    }
    for drawer in &figures.total.tally.drawers {
        let closing = &drawer.closing;
        assert_eq!(behind(Behind::Drawer(closing.id)), closing.expected);
    }
}

/// Whichever way the figures are cut, the pieces make up the whole.
fn adds_up(figures: &Figures) {
    let total = &figures.total.tally.total;
    let mut goods = Trade::default();
    let mut returned = Quantity::ZERO;
    for one in &figures.goods {
        goods.add(&one.trade);
        returned += one.returned;
    }
    assert_eq!(&goods, total);
    assert!(returned >= Quantity::ZERO);
    let tally = &figures.total.tally;
    let hours: u64 = figures.total.sales_by_hour.values().sum();
    assert_eq!(hours, tally.sales);
    let net: Money = tally.by_hour.values().map(Trade::net_paid).sum();
    assert_eq!(net, total.net_paid());
    let of_days: Money = figures
        .days
        .iter()
        .map(|day| day.figures.tally.total.net_paid())
        .sum();
    assert_eq!(of_days, total.net_paid());
    assert!(tally.proof().holds(), "{:?}", tally.proof());
}

fn equals_the_ledger(story: &Story, figures: &Figures) {
    let total = &figures.total;
    let settled = &total.settled;
    let balances = story.till.store().read(|books| books.balances()).unwrap();
    let balance = |wanted: &Account| -> Money {
        let found = balances.iter().find(|(account, _)| account == wanted);
        found.map(|(_, amount)| *amount).unwrap_or_default()
    };
    assert_eq!(settled.commission, -balance(&Account::Commission));
    assert_eq!(settled.fees, -balance(&Account::Fees));
    let tally = &total.tally;
    assert_eq!(
        tally.total.organiser_discounts,
        balance(&Account::OrganiserDiscounts)
    );
    let proof = tally.proof();
    assert_eq!(proof.organiser_tax, -balance(&Account::Tax));
    assert_eq!(proof.delivery_fees, -balance(&Account::DeliveryFees));
    assert_eq!(tally.cash_rounding, -balance(&Account::CashRounding));
    assert_eq!(total.over_short(), -balance(&Account::OverShort));
    assert_eq!(
        tally.deposits_kept_by_organiser,
        -balance(&Account::KeptDeposits)
    );
    let standing = &figures.standing;
    assert_eq!(standing.deposits, -balance(&Account::CustomerDeposits));
    assert_eq!(tally.proof().deposits, standing.deposits);
    let payable: Money = balances
        .iter()
        .filter(|(account, _)| matches!(account, Account::FamilyPayable(_)))
        .map(|(_, amount)| *amount)
        .sum();
    assert_eq!(standing.owed - standing.owing, -payable);
    // What families are owed is what they were credited, less what was held back of
    // it and what they were paid.
    let credited = tally.total.credit + tally.deposits_kept_by_families;
    let held_back = settled.net - settled.left();
    let paid = total.payouts - total.family_payments;
    assert_eq!(standing.owed - standing.owing, credited - held_back - paid);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_traded_the_figures_are_the_ledger(seed in any::<u64>()) {
        check_figures(&trade(seed));
    }
}

/// Amal sells for the exact cash.
fn sell(story: &Story, goods: &[(&str, i64)]) {
    let ticket = story.ticket(goods);
    let due = ticket.price().unwrap().due;
    story.sell(&ticket, &[cash(due.minor())]);
}

#[test]
fn a_sale_is_in_the_figures_at_once_and_under_its_own_hour() {
    let story = Story::begin();
    let day = story.open();
    let nothing = story.till.figures(Period::Day(day)).unwrap();
    assert!(nothing.total.tally.total == Trade::default() && nothing.goods.is_empty());
    sell(&story, &[("COFFEE", 2000)]);
    let before = story.till.figures(Period::Day(day)).unwrap();
    assert_eq!(before.total.tally.sales, 1);
    // Past midnight it is still this day's evening.
    story.minutes_later(60 * 9);
    sell(&story, &[("COFFEE", 1000)]);
    let figures = story.till.figures(Period::Day(day)).unwrap();
    assert_eq!(figures.days.len(), 1);
    assert_eq!(figures.total.tally.total.net_paid(), fils(2400));
    let bazaar = story.till.catalogue().unwrap().bazaar.clone();
    let hours = figures.hours(&bazaar);
    let sold = figures.total.tally.by_hour.keys().copied();
    assert_eq!(sold.collect::<std::collections::BTreeSet<_>>().len(), 2);
    let last = *hours.last().unwrap();
    assert!(
        last < hours[0],
        "{hours:?}: the evening ends after midnight"
    );
    check_figures(&story);
}

#[test]
fn figures_are_whole_before_between_and_after_the_gatherings() {
    let story = Story::begin();
    story.open();
    let mut gathered = 0;
    for sales in 1..=300 {
        sell(&story, &[("COFFEE", 1000), ("BISCUIT", 2000)]);
        let head = story.till.store().read(|books| books.head()).unwrap();
        if head.seq % 256 < 2 || sales == 300 {
            gathered += 1;
            check_figures(&story);
        }
    }
    assert!(gathered > 2, "sales were looked at beside a gathering");
}

#[test]
fn slow_goods_are_those_on_the_shelf_that_nobody_bought() {
    let story = Story::begin();
    let day = story.open();
    sell(&story, &[("COFFEE", 2000), ("JAM", 1000)]);
    let dashboard = story.till.dashboard(Period::Day(day)).unwrap();
    let slow: Vec<_> = dashboard
        .slow
        .iter()
        .map(|goods| goods.sku.as_str())
        .collect();
    // The dearest of what was sold comes last; what is made to order is on no shelf.
    assert_eq!(slow.last(), Some(&"JAM"), "{slow:?}");
    assert!(!slow.contains(&"TRAY"), "{slow:?}");
    assert!(dashboard.slow[0].sold.is_zero());
    let best: Vec<_> = dashboard
        .figures
        .goods
        .iter()
        .map(|goods| goods.sku.as_str())
        .collect();
    assert_eq!(best, ["JAM", "COFFEE"]);
}
