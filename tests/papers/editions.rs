//! Statements that end in one edition and go on in the next.

use sanduq::domain::carrying::{Carried, CarriedBalance};
use sanduq::domain::id::{FactId, TransferId};
use sanduq::domain::money::Money;
use sanduq::domain::payout::Payout;
use sanduq::domain::statement::{SettledDay, Statement};
use sanduq::print::document::Document;
use sanduq::print::papers::{PaperLanguages, statement, statement_page};
use uuid::Uuid;

use crate::check_in;
use crate::families::{jam_and_makdous, oud_and_bukhoor, payout};
use crate::worked_day::{bazaar, family, issued, money, on};

fn balance(code: &str, amount: Money, advance_left: Money) -> CarriedBalance {
    CarriedBalance {
        transfer: TransferId(Uuid::from_u128(7)),
        family: family(code),
        from: "INTAJ8".parse().expect("a code"),
        to: "INTAJ9".parse().expect("a code"),
        into: FactId(Uuid::from_u128(8)),
        amount,
        advance_left,
        owed_since: None,
    }
}

/// Paid in part, the rest carried to the next edition with what is left of the advance.
fn carried_out() -> Statement {
    let settlement = jam_and_makdous();
    let paid = money(10_000);
    let rest = balance("F05", settlement.payable - paid, settlement.advance_left);
    let half = Payout {
        family: family("F05"),
        amount: paid,
        left: rest.amount,
        ..payout()
    };
    let day = SettledDay {
        moved_before: Money::ZERO,
        settlement,
        payouts: vec![half],
        payments: vec![],
        opening: vec![],
        carried: vec![Carried::Out(rest)],
    };
    Statement::of(&[day]).expect("there is a settlement")
}

/// The first statement of the next edition.
fn brought_in() -> Statement {
    let mut settlement = oud_and_bukhoor();
    settlement.brought_forward = money(5_025);
    settlement.payable += settlement.brought_forward;
    let opening = vec![balance("F11", settlement.brought_forward, Money::ZERO)];
    let day = SettledDay {
        moved_before: Money::ZERO,
        settlement,
        payouts: vec![],
        payments: vec![],
        opening,
        carried: vec![],
    };
    Statement::of(&[day]).expect("there is a settlement")
}

fn drawn(told: &Statement, languages: PaperLanguages) -> Document {
    on(&bazaar(), languages, |stationery| {
        statement(stationery, told, &issued(22, 40))
    })
}

#[test]
fn a_balance_that_goes_on_is_told_on_both_statements() {
    let (last, first) = (carried_out(), brought_in());
    assert!(last.adds_up() && last.carried_forward.is_zero());
    assert!(first.adds_up());
    check_in(PaperLanguages::BOTH, "statement-carried-out", |languages| {
        drawn(&last, languages)
    });
    check_in(PaperLanguages::BOTH, "statement-brought-in", |languages| {
        drawn(&first, languages)
    });
}

#[test]
fn the_page_does_not_say_that_all_was_paid() {
    let last = carried_out();
    let page = on(&bazaar(), PaperLanguages::ENGLISH, |stationery| {
        statement_page(stationery, &last, None)
    });
    let told = format!("{page:?}");
    assert!(told.contains("Carried to edition"), "{told}");
    assert!(!told.contains("Paid in full"), "{told}");
}
