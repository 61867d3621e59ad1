//! The ticket in hand outlives whatever interrupts it: another cashier, another
//! screen, the program killed over it.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use sanduq::app::screen::sell;
use sanduq::app::shell::Message;
use sanduq::domain::id::{Sku, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::sale::{InHand, Offer, TenderKind};
use sanduq::domain::ticket::Ticket;
use sanduq::locale::Language;

use crate::after::approve;
use crate::bazaar::{AMAL, BADR, Bazaar, app, fils, reopened, sign_in, type_on_pad};

/// Names the folder of the child, and makes this program be it.
const CHILD: &str = "SANDUQ_TEST_SELLS_ON_SCREEN_IN";
/// How far the child goes before it is killed.
const UNTIL: &str = "SANDUQ_TEST_SELLS_UNTIL";
const READY: &str = "ready to be killed";

/// The child: sells one ticket, begins another, and waits to be killed.
#[test]
fn child_sells_on_screen() {
    let (Some(folder), Ok(until)) = (env::var_os(CHILD), env::var(UNTIL)) else {
        return;
    };
    let folder = tempfile::Builder::new().tempdir_in(folder).unwrap();
    let path = folder.path().join("till.sqlite");
    let bazaar = Bazaar::opened_in(folder);
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-COFFEE");
    counter.touch("exact");
    if until == "exchanging" {
        counter.touch("next-sale");
        give_all_back(&mut counter);
    }
    counter.touch("tile-MAAMOUL");
    counter.touch("tile-KABSA");
    counter.touch("stepper-more");
    match until.as_str() {
        "filled" | "exchanging" => {}
        "card-asked" => {
            counter.touch("pay");
            type_on_pad(&mut counter, "50");
            counter.touch("cash-typed");
            counter.touch("pay-card");
            type_on_pad(&mut counter, "4711");
        }
        // The sale is on the disk, but its answer never reaches the screen.
        "sold" => drop(answered_never(&mut counter)),
        other => panic!("{other} is no place to be killed at"),
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{READY} {}", path.display()).unwrap();
    out.flush().unwrap();
    loop {
        std::thread::sleep(Duration::from_secs(60));
    }
}

/// The goods of the last sale come back for others.
fn give_all_back(counter: &mut crate::driver::Driver<sanduq::app::App, Message>) {
    for key in ["last", "give-back", "all-back", "reason-2", "exchange"] {
        counter.touch(key);
    }
    approve(counter);
}

/// Runs the work of a payment to its end, and drops what it says.
fn answered_never(counter: &mut crate::driver::Driver<sanduq::app::App, Message>) -> Vec<Message> {
    let answer = counter.state.update(Message::Sell(sell::Message::PayExact));
    counter.outcome(answer)
}

/// Lets a child come so far, kills it, and gives the database it leaves.
fn killed(folder: &Path, until: &str) -> PathBuf {
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "interruption::child_sells_on_screen",
            "--nocapture",
        ])
        .env(CHILD, folder)
        .env(UNTIL, until)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let ready = out
        .lines()
        .map_while(Result::ok)
        .find_map(|line| Some(PathBuf::from(line.split_once(READY)?.1.trim())));
    child.kill().unwrap();
    child.wait().unwrap();
    ready.expect("the child came as far as it was asked to")
}

#[test]
fn a_killed_program_brings_the_ticket_back() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let folder = tempfile::tempdir().unwrap();
        let till = reopened(&killed(folder.path(), "filled"));
        let kept = till.all_in_hand().unwrap();
        let ticket = kept[0].in_hand.ticket.id;
        let mut counter = app(&till, language);
        assert!(counter.text("last-recorded").contains("T1-000001"));
        counter.shot(&format!("app/{name}-interrupted-sign-in"));
        sign_in(&mut counter, "person-amal", AMAL);
        assert_eq!(counter.text("total"), "92.50");
        counter.shot(&format!("app/{name}-interrupted"));
        counter.touch("exact");
        let sale = till.last_sale().unwrap().unwrap().fact;
        assert_eq!((sale.id, sale.paid()), (ticket, fils(9250)));
        assert!(till.all_in_hand().unwrap().is_empty());
    }
}

#[test]
fn money_given_before_the_program_was_killed_stays_given() {
    let folder = tempfile::tempdir().unwrap();
    let till = reopened(&killed(folder.path(), "card-asked"));
    let mut counter = app(&till, Language::English);
    sign_in(&mut counter, "person-amal", AMAL);
    // 50.00 was given in cash, and the card machine had been asked for the rest.
    assert_eq!(counter.text("pay-due"), "42.50");
    assert_eq!(counter.text("pay-reference"), "4711");
    counter.shot("app/en-interrupted-paying");
    counter.touch("pay-accepted");
    let sale = till.last_sale().unwrap().unwrap().fact;
    assert_eq!(sale.paid(), fils(9250));
    assert_eq!(sale.tenders.len(), 2);
}

#[test]
fn what_came_back_before_the_program_was_killed_comes_back_with_the_ticket() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let folder = tempfile::tempdir().unwrap();
        let till = reopened(&killed(folder.path(), "exchanging"));
        let mut counter = app(&till, language);
        sign_in(&mut counter, "person-amal", AMAL);
        assert_eq!(counter.text("total"), "92.50");
        assert!(counter.find("no-exchange").is_some(), "and can be left");
        counter.shot(&format!("app/{name}-interrupted-exchange"));
        counter.touch("pay");
        assert_eq!(counter.text("pay-due"), "84.50", "a coffee of 8.00 is back");
        counter.touch("pay-card");
        counter.touch("pay-accepted");
        assert_eq!(till.recent_sales(9).unwrap().len(), 1, "nobody agreed yet");
        approve(&mut counter);
        let sale = till.last_sale().unwrap().unwrap();
        assert_eq!(sale.fact.paid(), fils(9250));
        let refunds = till.recent_sales(9).unwrap();
        assert_eq!(refunds[1].refunded, fils(800));
        assert!(till.all_in_hand().unwrap().is_empty());
    }
}

#[test]
fn what_came_back_waits_even_where_nothing_was_chosen_for_it() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-JAM");
    counter.touch("exact");
    counter.touch("next-sale");
    give_all_back(&mut counter);
    drop(counter);
    let mut counter = app(&bazaar.till, Language::English);
    sign_in(&mut counter, "person-amal", AMAL);
    counter.touch("tile-KABSA");
    counter.touch("pay");
    // 35.00 against 22.50.
    assert_eq!(counter.text("pay-due"), "12.50");
    counter.touch("pay-back");
    counter.touch("no-exchange");
    drop(counter);
    let mut counter = app(&bazaar.till, Language::English);
    sign_in(&mut counter, "person-amal", AMAL);
    counter.touch("pay");
    assert_eq!(counter.text("pay-due"), "35.00", "left for good");
}

#[test]
fn a_sale_whose_answer_was_lost_is_not_sold_twice() {
    let folder = tempfile::tempdir().unwrap();
    let till = reopened(&killed(folder.path(), "sold"));
    let mut counter = app(&till, Language::Arabic);
    assert!(counter.text("last-recorded").contains("T1-000002"));
    sign_in(&mut counter, "person-amal", AMAL);
    assert!(counter.find("total").is_none(), "nothing is left to pay");
    assert_eq!(till.recent_sales(10).unwrap().len(), 2);
}

#[test]
fn each_cashier_finds_her_own_ticket_again() {
    for (language, name) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let bazaar = Bazaar::open();
        let mut counter = bazaar.counter(language);
        counter.touch("tile-COFFEE");
        counter.touch("tile-JAM");
        counter.touch("sign-out");
        counter.shot(&format!("app/{name}-signed-out"));
        sign_in(&mut counter, "person-badr", BADR);
        assert!(counter.find("total").is_none());
        counter.touch("tile-KARAK");
        counter.touch("sign-out");
        counter.shot(&format!("app/{name}-two-wait"));
        sign_in(&mut counter, "person-amal", AMAL);
        assert_eq!(counter.text("total"), "30.50");
        counter.touch("exact");
        counter.touch("sign-out");
        sign_in(&mut counter, "person-badr", BADR);
        assert_eq!(counter.text("total"), "5.00");
        assert!(bazaar.till.parked().unwrap().is_empty());
    }
}

#[test]
fn a_ticket_in_hand_is_named_when_the_day_closes() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::English);
    counter.touch("tile-COFFEE");
    counter.touch("sign-out");
    let status = bazaar.till.day_status().unwrap();
    assert_eq!(status.parked[0].cashier.as_ref(), Some(bazaar.amal.staff()));
    let count = sanduq::domain::shift::Denomination {
        value: fils(20_000),
        pieces: 1,
    };
    bazaar.till.count_drawer(&bazaar.amal, vec![count]).unwrap();
    let reason = String::new();
    bazaar.till.close_shift(&bazaar.amal, reason).unwrap();
    let carry = sanduq::services::day::ParkedAtClose::CarryOver;
    let closing = bazaar.till.close_day(&bazaar.badr, carry).unwrap();
    assert_eq!(closing.fact.carried_over.len(), 1);
    assert_eq!(bazaar.till.parked().unwrap().len(), 1);
    assert!(bazaar.till.all_in_hand().unwrap().is_empty());
}

#[test]
fn a_day_does_not_close_over_money_taken_for_an_unfinished_ticket() {
    let bazaar = Bazaar::open();
    let mut counter = bazaar.counter(Language::Arabic);
    counter.touch("tile-OUD");
    counter.touch("pay");
    type_on_pad(&mut counter, "50");
    counter.touch("cash-typed");
    counter.touch("sign-out");
    let count = sanduq::domain::shift::Denomination {
        value: fils(20_000),
        pieces: 1,
    };
    bazaar.till.count_drawer(&bazaar.amal, vec![count]).unwrap();
    let reason = String::new();
    bazaar.till.close_shift(&bazaar.amal, reason).unwrap();
    let carry = sanduq::services::day::ParkedAtClose::CarryOver;
    bazaar.till.close_day(&bazaar.badr, carry).unwrap_err();
    assert_eq!(
        bazaar.till.all_in_hand().unwrap().len(),
        1,
        "it is still there"
    );
}

#[test]
fn a_change_that_comes_too_late_brings_nothing_back() {
    let bazaar = Bazaar::open();
    let catalogue = bazaar.till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(bazaar.till.moments().new_id()));
    let coffee = Sku::new("COFFEE").unwrap();
    ticket
        .add(&catalogue, &coffee, Quantity::ONE, None)
        .unwrap();
    let early = InHand::of(ticket.clone());
    ticket
        .add(&catalogue, &coffee, Quantity::ONE, None)
        .unwrap();
    let late = InHand::of(ticket.clone());
    let keep = |in_hand: &InHand, revision| {
        let till = &bazaar.till;
        till.keep_in_hand(&bazaar.amal, in_hand.clone(), revision)
            .unwrap();
        till.in_hand(&bazaar.amal).unwrap()
    };
    assert_eq!(keep(&late, 2).unwrap().in_hand, late);
    assert_eq!(keep(&early, 1).unwrap().in_hand, late, "an earlier state");
    let cash = Offer::new(TenderKind::Cash, fils(1600));
    let sold = bazaar
        .till
        .complete_sale(&bazaar.amal, ticket, vec![cash], None);
    sold.unwrap();
    assert_eq!(keep(&late, 3), None, "a ticket that was paid");
}
