//! The organiser's desk on the real screens: the safe, a family's account, the
//! date of a day, and what still stands open when it is closed.

use sanduq::app::shell::{App, Message};
use sanduq::domain::id::FamilyCode;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::sale::TenderKind;
use sanduq::locale::Language;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::payout::FamilyAccount;

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, fils, sign_in, type_on_pad};
use crate::desk_mistakes::{order, sell};
use crate::driver::Driver;

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

fn shots(till: &mut Driver<App, Message>, language: &str, name: &str) {
    till.shot(&format!("organiser/{language}-{name}"));
    till.resize(1024.0, 768.0);
    till.shot(&format!("organiser/{language}-{name}-1024"));
    till.resize(1280.0, 800.0);
}

fn coffee() -> FamilyCode {
    FamilyCode::new("F03").unwrap()
}

fn account(bazaar: &Bazaar) -> FamilyAccount {
    bazaar.till.family_account(&coffee()).unwrap()
}

fn balance(bazaar: &Bazaar, of: Account) -> Money {
    bazaar
        .till
        .store()
        .read(move |books| books.balance(&of))
        .unwrap()
}

/// A day on which a family sold coffee for 24.00, closed.
fn after_a_day() -> Bazaar {
    let bazaar = Bazaar::open();
    sell(&bazaar, &[("COFFEE", 3000)], TenderKind::Card);
    end_the_day(&bazaar);
    bazaar
}

/// Amal counts her float and the day is closed.
pub fn end_the_day(bazaar: &Bazaar) {
    let drawer = vec![sanduq::domain::shift::Denomination {
        value: fils(20_000),
        pieces: 1,
    }];
    bazaar.till.count_drawer(&bazaar.amal, drawer).unwrap();
    bazaar
        .till
        .close_shift(&bazaar.amal, String::new())
        .unwrap();
    bazaar
        .till
        .close_day(&bazaar.badr, ParkedAtClose::Refuse)
        .unwrap();
}

#[test]
fn the_organiser_keeps_a_familys_account() {
    for (language, name) in LANGUAGES {
        let bazaar = after_a_day();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("go-safe");
        till.touch("reason-1");
        type_on_pad(&mut till, "500");
        shots(&mut till, name, "safe");
        till.touch("confirm");
        assert_eq!(balance(&bazaar, Account::Safe), fils(20_000 + 50_000));
        till.touch("back");

        till.touch("go-payouts");
        till.touch("family-F03");
        shots(&mut till, name, "not-settled");
        // Something was broken: 4.00 are taken off the account.
        till.touch("adjust");
        type_on_pad(&mut till, "4");
        till.touch("reason-0");
        shots(&mut till, name, "adjust");
        till.touch("confirm");
        assert_eq!(account(&bazaar).unsettled, fils(2400 - 400));

        till.touch("lend");
        type_on_pad(&mut till, "100");
        till.touch("sum-instalment");
        type_on_pad(&mut till, "5");
        till.touch("reason-0");
        shots(&mut till, name, "lend");
        till.touch("confirm");
        assert_eq!(balance(&bazaar, Account::Advance(coffee())), fils(10_000));
        let known = bazaar.till.catalogue().unwrap();
        let known = known.family(&coffee()).unwrap();
        assert_eq!(known.advance_instalment, Some(fils(500)));

        till.touch("settle-family");
        shots(&mut till, name, "settle-one");
        till.touch("confirm");
        let settled = account(&bazaar).settlement.expect("it was settled");
        // 24.00 less a tenth, the breakage and the instalment.
        assert_eq!(settled.payable, fils(2400 - 240 - 400 - 500));
        shots(&mut till, name, "settled");

        till.touch("reverse");
        till.touch("reason-0");
        shots(&mut till, name, "reverse");
        till.touch("confirm");
        assert!(account(&bazaar).settlement.is_none());
        assert_eq!(account(&bazaar).unsettled, fils(2000));
    }
}

#[test]
fn a_supervisor_reads_accounts_and_changes_none() {
    let bazaar = after_a_day();
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-badr", BADR);
    assert!(till.find("go-safe").is_none());
    till.touch("go-payouts");
    till.touch("family-F03");
    for key in ["adjust", "lend", "settle-family", "reverse"] {
        assert!(till.find(key).is_none(), "{key}");
    }
}

#[test]
fn a_day_bears_the_date_that_is_chosen() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::before_the_day();
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("next");
        till.touch("day-later");
        till.touch("day-later");
        till.touch("day-earlier");
        shots(&mut till, name, "other-date");
        till.touch("open-day");
        let open = bazaar.till.day_status().unwrap().open.unwrap();
        assert_eq!(open.day.to_string(), "2026-11-27");
    }
}

#[test]
fn what_is_open_and_what_came_late_is_told_at_the_close() {
    for (language, name) in LANGUAGES {
        let bazaar = Bazaar::open();
        order(&bazaar, &[("PANEL", 1000)], "مها السالم", "2026-11-26");
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("desk");
        till.touch("go-close-day");
        shots(&mut till, name, "orders-due");
        sign_out_and_close(&bazaar);
        late_sale(&bazaar);
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("go-last-day");
        assert!(till.find("late").is_some());
        shots(&mut till, name, "late");
    }
}

fn sign_out_and_close(bazaar: &Bazaar) {
    let amal = bazaar
        .till
        .sign_in(bazaar.amal.staff(), AMAL)
        .expect("she knows her PIN");
    bazaar.till.count_drawer(&amal, Vec::new()).unwrap();
    bazaar.till.close_shift(&amal, "سُلّم".to_owned()).unwrap();
    bazaar
        .till
        .close_day(&bazaar.badr, ParkedAtClose::CarryOver)
        .unwrap();
}

/// A sale of the day that reaches the journal after its close, as that of a till
/// which was away.
fn late_sale(bazaar: &Bazaar) {
    use sanduq::domain::fact::Fact;
    use sanduq::domain::id::{FactId, TicketId};
    use sanduq::store::NewEntry;

    let day = bazaar.till.day_status().unwrap().days[0].day;
    let now = bazaar.till.moments().now("Asia/Dubai");
    let ids = [(); 2].map(|()| bazaar.till.moments().new_id());
    let other = Bazaar::open();
    let mut sale = sell(&other, &[("COFFEE", 1000)], TenderKind::Card);
    sale.id = TicketId(ids[0]);
    let by = bazaar.amal.staff().clone();
    let write = bazaar.till.store().write(move |writing| {
        let header = NewEntry {
            id: FactId(ids[1]),
            at: now,
            day: Some(day),
            actor: Some(by),
            approver: None,
        };
        writing.append(header, Fact::SaleCompleted(Box::new(sale)))
    });
    write.unwrap();
    let late = bazaar.till.late_trade(day).unwrap();
    assert_eq!((late.sales, late.total.paid), (1, fils(800)));
}
