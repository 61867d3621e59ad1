//! Every way to pay, on the real screens and a real database.

use sanduq::app::screen::{pay, sell};
use sanduq::app::shell::Message;
use sanduq::domain::id::FamilyCode;
use sanduq::domain::sale::{Sale, TenderKind};
use sanduq::locale::Language;

use crate::bazaar::{BADR, Bazaar, fils, type_on_pad};
use crate::counter::type_keys;

fn last_sale(bazaar: &Bazaar) -> Sale {
    bazaar
        .till
        .last_sale()
        .unwrap()
        .expect("a sale was recorded")
        .fact
}

/// Kind, paid, handed over.
fn tenders(sale: &Sale) -> Vec<(TenderKind, i64, i64)> {
    let tenders = sale.tenders.iter();
    tenders
        .map(|tender| {
            (
                tender.kind.clone(),
                tender.amount.minor(),
                tender.tendered.minor(),
            )
        })
        .collect()
}

#[test]
fn a_ticket_is_paid_in_three_parts() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-OUD");
    counter.touch("pay");
    // 250.00: a card takes 100.00, a voucher 50.00, cash the rest.
    type_on_pad(&mut counter, "100");
    counter.touch("pay-card");
    type_on_pad(&mut counter, "4711");
    counter.touch("pay-accepted");
    assert_eq!(counter.text("pay-due"), "150.00");
    type_on_pad(&mut counter, "50");
    counter.touch("pay-voucher");
    counter.touch("pay-accepted");
    counter.shot("app/ar-pay-parts");
    type_on_pad(&mut counter, "120");
    counter.shot("app/ar-pay-typed");
    counter.touch("cash-typed");

    let sale = last_sale(&bazaar);
    let expected = [
        (TenderKind::Card, 10_000, 10_000),
        (TenderKind::Voucher, 5000, 5000),
        (TenderKind::Cash, 10_000, 12_000),
    ];
    assert_eq!(tenders(&sale), expected);
    assert_eq!(sale.tenders[0].reference, "4711");
    assert_eq!(counter.text("change"), "20.00");
}

#[test]
fn a_card_that_was_not_accepted_pays_nothing() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-JAM");
    counter.touch("pay");
    counter.touch("pay-card");
    counter.touch("pay-not-accepted");
    assert!(bazaar.till.last_sale().unwrap().is_none());
    counter.touch("cash-exact");
    assert_eq!(
        tenders(&last_sale(&bazaar)),
        [(TenderKind::Cash, 2250, 2250)]
    );
}

#[test]
fn more_than_is_due_is_taken_in_cash_only() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-JAM");
    counter.touch("pay");
    type_on_pad(&mut counter, "23");
    counter.touch("pay-card");
    assert!(
        counter.find("pay-accepted").is_none(),
        "the card would pay too much"
    );
    counter.touch("cash-typed");
    assert_eq!(last_sale(&bazaar).change(), fils(50));
}

#[test]
fn a_part_is_taken_back_before_the_rest_is_paid() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-JAM");
    counter.touch("pay");
    type_on_pad(&mut counter, "10");
    counter.touch("cash-typed");
    assert_eq!(counter.text("pay-due"), "12.50");
    counter.touch("part-0");
    assert_eq!(counter.text("pay-due"), "22.50");
    counter.touch("pay-back");
    counter.touch("exact");
    assert_eq!(
        tenders(&last_sale(&bazaar)),
        [(TenderKind::Cash, 2250, 2250)]
    );
}

#[test]
fn a_family_at_its_own_stall_takes_the_money_itself() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-COFFEE");
        counter.touch("tab-4");
        counter.touch("tile-BASKET");
        counter.touch("pay");
        counter.shot(&format!("app/{name}-pay-family"));
        counter.touch("pay-family-F08");
        assert_eq!(counter.text("pay-due"), "8.00");
        counter.touch("cash-exact");
        let family = TenderKind::TakenByFamily(FamilyCode::new("F08").unwrap());
        let expected = [(family, 8000, 8000), (TenderKind::Cash, 800, 800)];
        assert_eq!(tenders(&last_sale(&bazaar)), expected);
    }
}

#[test]
fn cash_goes_down_to_the_coin_and_a_card_does_not() {
    let bazaar = Bazaar::open_with_cash_rounding();
    let mut counter = bazaar.counter(Language::Arabic);
    // 5.25 less 0.53 is 4.72; in cash 4.50.
    counter.touch("tile-BISCUIT");
    counter.touch("discount");
    counter.touch("percent-10");
    counter.touch("discount-give");
    counter.touch("pay");
    counter.shot("app/ar-pay-rounding");
    counter.touch("pay-card");
    counter.touch("pay-accepted");
    assert_eq!(tenders(&last_sale(&bazaar)), [(TenderKind::Card, 472, 472)]);

    counter.touch("tile-BISCUIT");
    counter.touch("discount");
    counter.touch("percent-10");
    counter.touch("discount-give");
    counter.touch("exact");
    let sale = last_sale(&bazaar);
    assert_eq!(tenders(&sale), [(TenderKind::Cash, 450, 450)]);
    assert_eq!(sale.cash_rounding, fils(-22));
}

#[test]
fn a_key_is_dead_once_it_was_pressed() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    let pressed = || Message::Sell(sell::Message::PayExact);
    // The answer of the till is on its way while the key is pressed again.
    let answer = counter.state.update(pressed());
    counter.touch("exact");
    counter.message(pressed());
    counter.touch("tile-COFFEE");
    assert!(bazaar.till.last_sale().unwrap().is_none());
    counter.run(answer);
    assert_eq!(last_sale(&bazaar).paid(), fils(800));
    assert_eq!(bazaar.till.recent_sales(10).unwrap().len(), 1);
}

#[test]
fn a_large_discount_is_approved_at_the_moment_of_payment() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-OUD");
    counter.touch("line-discount-open");
    counter.touch("percent-50");
    counter.touch("line-confirm");
    assert_eq!(counter.text("total"), "125.00");
    counter.touch("exact");
    assert!(bazaar.till.last_sale().unwrap().is_none());
    // A wrong PIN pays nothing; leaving goes back to the ticket.
    counter.touch("approver-badr");
    type_on_pad(&mut counter, "000000");
    counter.touch("approve");
    assert!(bazaar.till.last_sale().unwrap().is_none());
    type_on_pad(&mut counter, BADR);
    counter.touch("approve");
    let recorded = bazaar.till.last_sale().unwrap().unwrap();
    assert_eq!(recorded.approver.as_ref(), Some(bazaar.badr.staff()));
    assert_eq!(recorded.fact.paid(), fils(12_500));
}

#[test]
fn an_amount_is_typed_on_a_keyboard_and_a_code_is_never_one() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-JAM");
    counter.touch("pay");
    // A scanner at the wrong moment pays nothing.
    type_keys(&mut counter, "6291041500001", 5);
    assert!(bazaar.till.last_sale().unwrap().is_none());
    assert_eq!(counter.text("pay-due"), "22.50");
    type_keys(&mut counter, "٥٠", 150);
    let sale = last_sale(&bazaar);
    assert_eq!(tenders(&sale), [(TenderKind::Cash, 2250, 5000)]);
}

#[test]
fn a_finger_beside_the_keys_of_a_sheet_changes_nothing() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-BEANS");
    let confirm = counter.place("line-confirm");
    let blank = iced::Point::new(confirm.x, confirm.y - 150.0);
    counter.swipe(blank, blank, 1);
    assert!(counter.find("line-confirm").is_some(), "the sheet stays");
    let tile = counter.place("tile-COFFEE");
    counter.swipe(tile, tile, 1);
    assert!(
        counter.find("line-confirm").is_none(),
        "beside it, it is left"
    );
    assert!(
        counter.find("total").is_none(),
        "and what lies under it is not touched"
    );
}

#[test]
fn a_card_nobody_knows_of_is_asked_about_and_never_charged_again() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-OUD");
        counter.touch("pay");
        counter.touch("pay-card");
        type_on_pad(&mut counter, "4711");
        counter.shot(&format!("app/{name}-pay-card-asked"));
        counter.touch("pay-unknown");
        let unknown = bazaar.till.unknown_payments().unwrap();
        assert_eq!(unknown[0].fact.reference, "4711");
        assert!(bazaar.till.last_sale().unwrap().is_none());
        counter.shot(&format!("app/{name}-pay-unknown"));
        counter.touch("pay-card");
        assert!(counter.find("pay-accepted").is_none(), "not blindly again");
        // Another cashier, another run: it is still known that it is not known.
        counter.touch("sign-out");
        let mut counter = bazaar.counter(language);
        counter.touch("pay");
        counter.touch("pay-card");
        assert!(counter.find("pay-accepted").is_none());
        counter.touch("unknown-arrived");
        let sale = last_sale(&bazaar);
        assert_eq!(tenders(&sale), [(TenderKind::Card, 25_000, 25_000)]);
        assert_eq!(sale.tenders[0].reference, "4711");
        assert!(bazaar.till.unknown_payments().unwrap().is_empty());
    }
}

#[test]
fn a_payment_nobody_knows_of_is_named_until_somebody_does() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-JAM");
        counter.touch("pay");
        counter.touch("pay-wallet");
        counter.touch("pay-unknown");
        counter.touch("cash-exact");
        assert_eq!(
            tenders(&last_sale(&bazaar)),
            [(TenderKind::Cash, 2250, 2250)]
        );
        let status = bazaar.till.day_status().unwrap();
        assert_eq!(
            status.unknown_payments.len(),
            1,
            "named when the day closes"
        );
        counter.touch("desk");
        counter.shot(&format!("app/{name}-desk-unknown"));
        counter.touch("go-sell");
        counter.touch("next-sale");
        counter.shot(&format!("app/{name}-unknown"));
        counter.touch("unknown");
        counter.shot(&format!("app/{name}-unknown-sheet"));
        counter.touch("unknown-not");
        assert!(bazaar.till.unknown_payments().unwrap().is_empty());
    }
}

#[test]
fn the_receipt_is_printed_shown_or_left() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-JAM");
        counter.touch("pay");
        counter.touch("receipt-show");
        counter.touch("cash-exact");
        counter.shot(&format!("app/{name}-receipt-shown"));
        assert!(counter.find("give-back").is_some(), "the sale is shown");
        counter.click_at(iced::Point::new(20.0, 780.0));
        // The next customer is served alike until told otherwise.
        counter.touch("tile-JAM");
        counter.touch("exact");
        assert!(counter.find("give-back").is_some());
        counter.click_at(iced::Point::new(20.0, 780.0));
        counter.touch("tile-JAM");
        counter.touch("pay");
        counter.touch("receipt-none");
        counter.touch("cash-exact");
        assert!(counter.find("give-back").is_none());
    }
}

#[test]
fn no_key_that_pays_works_twice() {
    let cases = [
        ("cash-1", pay::Message::Cash(fils(3000))),
        ("pay-accepted", pay::Message::Accepted),
    ];
    for (key, pressed) in cases {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(Language::English);
        counter.touch("tile-JAM");
        counter.touch("pay");
        if key == "pay-accepted" {
            counter.touch("pay-card");
        }
        let pressed = || Message::Sell(sell::Message::Paying(pressed.clone()));
        let answer = counter.state.update(pressed());
        counter.message(pressed());
        assert!(bazaar.till.last_sale().unwrap().is_none());
        counter.run(answer);
        assert_eq!(bazaar.till.recent_sales(9).unwrap().len(), 1, "{key}");
        assert_eq!(last_sale(&bazaar).tenders.len(), 1);
    }
}

#[test]
fn many_parts_are_listed_and_each_can_be_taken_back() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-OUD");
    counter.touch("pay");
    for way in [
        "pay-card",
        "pay-wallet",
        "pay-voucher",
        "pay-transfer",
        "pay-card",
    ] {
        type_on_pad(&mut counter, "10");
        counter.touch(way);
        counter.touch("pay-accepted");
    }
    assert_eq!(counter.text("pay-due"), "200.00");
    counter.shot("app/ar-pay-many-parts");
    counter.touch("part-0");
    assert_eq!(counter.text("pay-due"), "210.00");
    counter.touch("cash-exact");
    assert_eq!(last_sale(&bazaar).tenders.len(), 5);
}
