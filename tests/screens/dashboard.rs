//! The organiser's dashboard on the real screens: three days of trade looked at one
//! by one, together, and one against another.

use std::sync::Arc;

use chrono::TimeDelta;
use sanduq::app::context::Context;
use sanduq::app::shell::{App, Message};
use sanduq::domain::door::{DoorCount, Way};
use sanduq::domain::figures::Period;
use sanduq::domain::id::{RefundId, Sku, TicketId};
use sanduq::domain::money::Quantity;
use sanduq::domain::proof::Number;
use sanduq::domain::refund::{RefundRequest, Return};
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::shift::Denomination;
use sanduq::domain::tally::TenderGroup;
use sanduq::domain::ticket::Ticket;
use sanduq::locale::{Language, bidi};
use sanduq::services::dashboard::Behind;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::{Moments, Till as Desk};
use sanduq::settings::{DataFolder, DisplaySettings};

use crate::bazaar::{AMAL, BADR, Bazaar, HUDA, app, fils, sign_in};
use crate::desk_mistakes::order;
use crate::looks::cut;
use crate::walks::{See, Till};

const LANGUAGES: [(Language, &str); 2] = [(Language::Arabic, "ar"), (Language::English, "en")];

const GOODS: [&str; 12] = [
    "COFFEE", "MAAMOUL", "KABSA", "HAREES", "BISCUIT", "OUD", "ABAYA", "BASKET", "KARAK", "COFFEE",
    "KARAK", "MAAMOUL",
];

/// How many sales are made in each hour from five in the afternoon, past midnight.
const EVENING: [u32; 8] = [2, 4, 6, 9, 7, 5, 3, 1];

/// A bazaar after three evenings, the last of them still going on, and its till
/// under a clock of its own.
pub fn three_evenings() -> (Bazaar, Desk) {
    let bazaar = Bazaar::before_the_day();
    let till = evenings(&bazaar, "2026-11-26T13:00:00Z", 0);
    order(&bazaar, &[("TRAY", 1000)], "مها السالم", "2026-12-01");
    (bazaar, till)
}

/// The till of a bazaar after three evenings from a first one on, the last of them
/// still going on; with so many sales fewer in each hour.
pub fn evenings(bazaar: &Bazaar, first: &str, fewer: u32) -> Desk {
    let first: chrono::DateTime<chrono::Utc> = first.parse().unwrap();
    let clock = Arc::new(GivenClock::at(first));
    let ids = Arc::new(CountedIds::from(1_000_000));
    let till = bazaar.till.with_moments(Moments::new(clock.clone(), ids));
    for evening in 0..3_u32 {
        clock.set(first + TimeDelta::days(evening.into()));
        till.open_day(&bazaar.badr, None, false).unwrap();
        till.open_shift(&bazaar.amal, fils(20_000)).unwrap();
        let mut sales = 0;
        for (hour, busy) in EVENING.into_iter().enumerate() {
            let visitors = DoorCount {
                way: Way::In,
                people: busy * 3,
                correction: false,
            };
            till.count_at_door(&bazaar.amal, visitors).unwrap();
            for nth in 0..(busy + evening).saturating_sub(fewer) {
                clock.advance(TimeDelta::minutes(4));
                sell(bazaar, &till, sales, hour as u32 + nth + evening);
                sales += 1;
            }
            let hours = TimeDelta::hours(1 + hour as i64);
            clock.set(first + TimeDelta::days(evening.into()) + hours);
        }
        if evening == 2 {
            break;
        }
        close(bazaar, &till);
    }
    till
}

fn sell(bazaar: &Bazaar, till: &Desk, sales: u32, dice: u32) {
    let catalogue = till.catalogue().unwrap();
    let mut ticket = Ticket::new(TicketId(till.moments().new_id()));
    for nth in 0..1 + dice % 3 {
        let sku = Sku::new(GOODS[((dice * 5 + nth * 7) % 12) as usize]).unwrap();
        let quantity = Quantity::units(1 + i64::from((dice + nth) % 2));
        ticket.add(&catalogue, &sku, quantity, None).unwrap();
    }
    let kind = match dice % 3 {
        0 => TenderKind::Cash,
        1 => TenderKind::Card,
        _ => TenderKind::Wallet,
    };
    let offers = vec![Offer::new(kind, ticket.price().unwrap().due)];
    let done = till.complete_sale(&bazaar.amal, ticket, offers, None);
    let sale = done.unwrap().sale.fact;
    if sales == 6 {
        let request = RefundRequest {
            id: RefundId(till.moments().new_id()),
            sale: sale.id,
            returns: vec![Return {
                line: 0,
                quantity: sale.lines[0].item.quantity,
            }],
            reason: "عاد".into(),
            in_cash: true,
        };
        till.refund(&bazaar.badr, request, None).unwrap();
    }
}

/// Counts the drawer a quarter short, closes and settles the day.
fn close(bazaar: &Bazaar, till: &Desk) {
    let drawer = till.day_status().unwrap().drawer;
    let short = Denomination {
        value: fils(25),
        pieces: u32::try_from(drawer.minor() / 25 - 1).unwrap(),
    };
    till.count_drawer(&bazaar.amal, vec![short]).unwrap();
    till.close_shift(&bazaar.amal, "نقص".into()).unwrap();
    let z = till.close_day(&bazaar.badr, ParkedAtClose::Refuse).unwrap();
    till.settle_day(&bazaar.huda, z.fact.day).unwrap();
}

pub fn shots(till: &mut Till, language: &str, name: &str) {
    till.shot(&format!("dashboard/{language}-{name}"));
    till.resize(1024.0, 768.0);
    till.shot(&format!("dashboard/{language}-{name}-1024"));
    till.resize(1280.0, 2400.0);
    till.shot(&format!("dashboard/{language}-{name}-whole"));
    till.resize(1280.0, 800.0);
}

#[test]
fn three_evenings_are_looked_at_from_every_side() {
    let (bazaar, desk) = three_evenings();
    let days: Vec<_> = desk.day_status().unwrap().days;
    let days: Vec<_> = days.into_iter().map(|row| row.day).collect();
    let shown = |period| {
        let figures = desk.figures(period).unwrap();
        let currency = desk.catalogue().unwrap().bazaar.currency;
        let takings = figures.total.tally.total.net_paid();
        (currency, takings)
    };
    for (language, name) in LANGUAGES {
        let mut till = app(&desk, language);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("desk");
        till.touch("go-dashboard");
        let texts = sanduq::locale::Texts::of(language, sanduq::locale::Digits::Latin);
        let says = |till: &mut Till, period| {
            let (currency, takings) = shown(period);
            let expected = texts.money(takings, currency);
            assert_eq!(till.text("takings"), bidi::without_controls(&expected));
        };
        says(&mut till, Period::Day(days[2]));
        shots(&mut till, name, "day");
        till.touch("day-1");
        says(&mut till, Period::Day(days[0]));
        till.touch("mode-span");
        till.touch("day-2");
        says(&mut till, Period::between(days[0], days[1]));
        shots(&mut till, name, "span");
        till.touch("mode-against");
        till.touch("day-3");
        says(&mut till, Period::Day(days[0]));
        shots(&mut till, name, "against");
        till.touch("mode-bazaar");
        says(&mut till, Period::Bazaar);
        shots(&mut till, name, "bazaar");
        till.touch("back");
        assert!(till.find("go-dashboard").is_some());
    }
    drop(bazaar);
}

#[test]
fn the_proof_opens_number_by_number_down_to_a_fact() {
    let (bazaar, desk) = three_evenings();
    let figures = desk.figures(Period::Bazaar).unwrap();
    let currency = desk.catalogue().unwrap().bazaar.currency;
    for (language, name) in LANGUAGES {
        let mut till = app(&desk, language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("desk");
        till.touch("go-dashboard");
        till.touch("mode-bazaar");
        till.touch("open-proof");
        shots(&mut till, name, "proof");
        till.touch("came_in-cash");
        let texts = sanduq::locale::Texts::of(language, sanduq::locale::Digits::Latin);
        let cash = Number::Tender(TenderGroup::Cash).of(&figures.total);
        let shown = bidi::without_controls(&texts.money(cash, currency));
        assert_eq!(till.text("behind"), shown);
        shots(&mut till, name, "facts");
        let first = desk
            .facts_behind(
                Period::Bazaar,
                Behind::Number(Number::Tender(TenderGroup::Cash)),
                0,
                1,
            )
            .unwrap();
        let first: &'static str = format!("fact-{}", first.lines[0].seq).leak();
        till.touch(first);
        shots(&mut till, name, "fact");
        assert!(till.find(first).is_none());
        till.touch("back");
        assert!(till.find(first).is_some());
        till.touch("back");
        till.touch("drawer-0");
        assert!(till.find("behind").is_some());
        till.touch("back");
        till.touch("back");
        assert!(till.find("takings").is_some());
    }
    drop(bazaar);
}

/// Past the pages of the dashboard, for whoever wants to look at each.
pub fn walk(language: Language, see: &mut impl See) {
    let (_bazaar, desk) = three_evenings();
    let mut till = app(&desk, language);
    sign_in(&mut till, "person-huda", HUDA);
    till.touch("desk");
    till.touch("go-dashboard");
    see(&mut till, "dashboard");
    till.touch("mode-against");
    see(&mut till, "dashboard-against");
    till.touch("mode-bazaar");
    see(&mut till, "dashboard-bazaar");
    till.touch("open-proof");
    see(&mut till, "money-proof");
    till.touch("came_in-cash");
    see(&mut till, "money-proof-facts");
}

#[test]
fn the_largest_text_leaves_every_key_of_the_dashboard() {
    let mut wrong = Vec::new();
    for (language, _) in LANGUAGES {
        walk(language, &mut |till: &mut Till, name| {
            wrong.extend(cut(till, language, name));
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_shown_is_kept_as_a_pdf() {
    let (bazaar, desk) = three_evenings();
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::at(folder.path());
    for (language, _) in LANGUAGES {
        let context = Context::new(desk.clone(), language).unwrap();
        let context = context.with_display(DisplaySettings::default(), Some(data.clone()));
        let (app, first) = App::new(context, None);
        let mut till =
            Till::new(app, App::update, App::view).in_window(App::theme, Message::Resized);
        till.run(first);
        sign_in(&mut till, "person-huda", HUDA);
        till.touch("desk");
        till.touch("go-dashboard");
        till.touch("save");
        till.touch("open-proof");
        till.touch("save");
    }
    let mut names: Vec<_> = std::fs::read_dir(data.statements())
        .unwrap()
        .map(|file| file.unwrap())
        .inspect(|file| {
            let bytes = std::fs::read(file.path()).unwrap();
            assert!(bytes.starts_with(b"%PDF-1."));
        })
        .map(|file| file.file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "INTAJ8 2026-11-28 Money proof.pdf",
            "INTAJ8 2026-11-28 The organiser's report.pdf",
            "INTAJ8 2026-11-28 إثبات المال.pdf",
            "INTAJ8 2026-11-28 تقرير الجهة المنظمة.pdf"
        ]
    );
    drop(bazaar);
}

#[test]
fn before_the_first_day_there_is_nothing_to_see_and_no_cashier_looks() {
    let bazaar = Bazaar::before_the_day();
    for (language, name) in LANGUAGES {
        let mut till = bazaar.app(language);
        sign_in(&mut till, "person-badr", BADR);
        till.touch("go-dashboard");
        assert!(till.find("takings").is_none());
        till.shot(&format!("dashboard/{name}-no-days"));
    }
    let bazaar = Bazaar::open();
    let mut till = bazaar.app(Language::Arabic);
    sign_in(&mut till, "person-amal", AMAL);
    till.touch("desk");
    till.touch("go-dashboard");
    assert!(till.find("mode-day").is_none(), "the choice is off");
    let mut till = bazaar.app(Language::English);
    sign_in(&mut till, "person-badr", BADR);
    till.touch("desk");
    till.touch("go-dashboard");
    assert!(till.find("mode-day").is_some() && till.find("takings").is_none());
}
