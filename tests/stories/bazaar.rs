//! A small bazaar to tell stories of, and words to tell them in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::family::{Family, ProductLine, Unit};
use sanduq::domain::id::{Bilingual, FamilyCode, Sku, StaffCode, TicketId, TillCode};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::{Bps, Money, Quantity};
use sanduq::domain::sale::{Offer, TenderKind};
use sanduq::domain::shift::{Denomination, ShiftClosing};
use sanduq::domain::ticket::{Discount, DiscountValue, Ticket};
use sanduq::reports::table::TableKind;
use sanduq::services::import::Plan;
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::sell::Completed;
use sanduq::services::set_up::SetUp;
use sanduq::services::{Error, Moments, Refusal, Session, Till};
use sanduq::store::{OrderRow, Store};
use tempfile::TempDir;

pub const TERMS: &str = r#"
schema = 1
[bazaar]
code = "STORY1"
name_ar = "بازار الحكاية"
name_en = "Story Bazaar"
organiser_ar = "مركز الحكاية"
organiser_en = "Story Centre"
currency = "AED"
time_zone = "Asia/Dubai"
cut_off = "04:00"
[discounts]
cashier_limit_percent = "10"
[drawer]
over_short_reason_above = "5.00"
[orders]
deposit_percent = "30"
kept_deposit_goes_to = "family"
[[packages]]
code = "FOOD"
name_ar = "أطايب"
[[packages]]
code = "CRAFT"
name_ar = "إبداع"
[[sites]]
code = "HALL"
name_ar = "القاعة"
[[tills]]
code = "T1"
site = "HALL"
name_ar = "الكاونتر الأول"
[[staff]]
code = "amal"
name_ar = "أمل"
role = "cashier"
[[staff]]
code = "badr"
name_ar = "بدر"
role = "supervisor"
[[staff]]
code = "huda"
name_ar = "هدى"
role = "organiser"
[commission]
percent = "10"
"#;

/// A till with three people signed in and the goods of the worked example.
pub struct Story {
    pub till: Till,
    pub clock: Arc<GivenClock>,
    pub amal: Session,
    pub badr: Session,
    pub huda: Session,
    pub folder: TempDir,
}

pub fn fils(minor: i64) -> Money {
    Money::from_minor(minor)
}

pub fn family(code: &str) -> FamilyCode {
    FamilyCode::new(code).unwrap()
}

pub fn sku(code: &str) -> Sku {
    Sku::new(code).unwrap()
}

fn staff(code: &str) -> StaffCode {
    StaffCode::new(code).unwrap()
}

pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub fn cash(minor: i64) -> Offer {
    Offer::new(TenderKind::Cash, fils(minor))
}

pub fn card(minor: i64) -> Offer {
    Offer::new(TenderKind::Card, fils(minor))
}

pub fn percent(value: u32, funder: Beneficiary) -> Discount {
    let value = DiscountValue::Percent(Bps::new(value * 100).unwrap());
    Discount {
        value,
        funder,
        reason: "حكاية".into(),
        approver: None,
    }
}

pub fn amount(minor: i64, funder: Beneficiary) -> Discount {
    Discount {
        value: DiscountValue::Amount(fils(minor)),
        funder,
        reason: "حكاية".into(),
        approver: None,
    }
}

/// The refusal a service must have answered with.
pub fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    match answer.unwrap_err() {
        Error::Refused(refusal) => *refusal,
        Error::Fault(fault) => panic!("a fault instead of a refusal: {fault}"),
    }
}

fn a_family(code: &str, name: &str, commission: Option<u32>) -> Family {
    Family {
        code: family(code),
        name: Bilingual::new(name, ""),
        packages: vec!["FOOD".parse().unwrap()],
        licence: None,
        contact: String::new(),
        phone: String::new(),
        iban: String::new(),
        proxies: Vec::new(),
        commission: commission.map(|bps| Bps::new(bps).unwrap()),
        day_fee: None,
        tax_number: None,
        sells_through: None,
        advance_instalment: None,
        support: None,
        food: None,
        active: true,
    }
}

fn a_line(code: &str, of: &str, name: &str, unit: Unit, price: i64) -> ProductLine {
    ProductLine {
        sku: sku(code),
        family: family(of),
        package: "FOOD".parse().unwrap(),
        name: Bilingual::new(name, ""),
        unit,
        price: Some(fils(price)),
        barcode: None,
        commission: None,
        best_before: None,
        made_to_order: of == "F20",
        active: true,
    }
}

impl Story {
    /// The bazaar before its first day, at 26 November 2026, 15:00 in Dubai.
    pub fn begin() -> Self {
        Self::with_terms(TERMS)
    }

    pub fn with_terms(terms: &str) -> Self {
        Self::at_till("T1", terms, "2026-11-26T11:00:00Z")
    }

    /// The bazaar of these terms at one of its tills, before its first day.
    pub fn at_till(code: &str, terms: &str, now: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("till.sqlite");
        let store = Store::create(&path, &TillCode::new(code).unwrap()).unwrap();
        let clock = Arc::new(GivenClock::at(instant(now)));
        let moments = Moments::new(clock.clone(), Arc::new(CountedIds::from(1)));
        let till = Till::new(store, moments);
        till.set_up(SetUp::read(terms).unwrap()).unwrap();
        till.set_first_pin(&staff("huda"), "654321").unwrap();
        let huda = till.sign_in(&staff("huda"), "654321").unwrap();
        till.set_pin(&huda, &staff("badr"), "123456").unwrap();
        till.set_pin(&huda, &staff("amal"), "1234").unwrap();
        let amal = till.sign_in(&staff("amal"), "1234").unwrap();
        let badr = till.sign_in(&staff("badr"), "123456").unwrap();
        let story = Story {
            till,
            clock,
            amal,
            badr,
            huda,
            folder,
        };
        story
            .till
            .register(&story.huda, families(), lines(), None)
            .unwrap();
        story
    }

    /// A folder of the story's own.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A file of the story's own.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// What taking in a file of a web shop's orders would do.
    pub fn plan_orders(&self, name: &str, text: &str) -> Plan {
        let path = self.file(name, text);
        let plan = self
            .till
            .plan_import(&self.badr, &path, TableKind::Orders, &mut |_, _| {});
        plan.unwrap()
    }

    /// What taking in a file of families would do.
    pub fn plan_families(&self, path: &Path) -> Plan {
        let plan = self.till.plan_families(&self.huda, path, &mut |_, _| {});
        plan.unwrap()
    }

    /// What taking in a file of product lines would do.
    pub fn plan_lines(&self, path: &Path) -> Plan {
        let plan = self.till.plan_lines(&self.huda, path, &mut |_, _| {});
        plan.unwrap()
    }

    /// Takes in a file of a web shop's orders; all the orders there are then.
    pub fn take_orders(&self, name: &str, text: &str) -> Vec<OrderRow> {
        let plan = self.plan_orders(name, text);
        assert_eq!(plan.problems, []);
        self.till.take_in(&self.badr, plan, |_, _| {}).unwrap();
        self.till.orders(None).unwrap()
    }

    /// Opens the day and Amal's shift with a float of 200.00.
    pub fn open(&self) -> NaiveDate {
        let day = self.till.open_day(&self.badr, None, false).unwrap();
        self.till.open_shift(&self.amal, fils(20_000)).unwrap();
        day
    }

    pub fn minutes_later(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    /// The date on the wall of the bazaar.
    pub fn clock_day(&self) -> NaiveDate {
        self.till.moments().now("Asia/Dubai").date_naive()
    }

    pub fn new_ticket(&self) -> Ticket {
        Ticket::new(TicketId(self.till.moments().new_id()))
    }

    /// A ticket of so many thousandths of each product line.
    pub fn ticket(&self, goods: &[(&str, i64)]) -> Ticket {
        let catalogue = self.till.catalogue().unwrap();
        let mut ticket = self.new_ticket();
        for (code, thousandths) in goods {
            let quantity = Quantity::from_thousandths(*thousandths);
            ticket.add(&catalogue, &sku(code), quantity, None).unwrap();
        }
        ticket
    }

    /// Amal sells.
    pub fn sell(&self, ticket: &Ticket, offers: &[Offer]) -> Completed {
        self.minutes_later(3);
        self.till
            .complete_sale(&self.amal, ticket.clone(), offers.to_vec(), None)
            .unwrap()
    }

    /// Amal counts so much, in whatever notes and coins, and closes her shift.
    pub fn count_and_close(&self, counted: i64, reason: &str) -> Result<ShiftClosing, Error> {
        self.till.count_drawer(&self.amal, in_pieces(counted))?;
        self.till.close_shift(&self.amal, reason.to_owned())
    }

    pub fn balance(&self, account: Account) -> Money {
        self.till
            .store()
            .read(move |books| books.balance(&account))
            .unwrap()
    }
}

/// A sum in dirhams, quarters and fils.
pub fn in_pieces(minor: i64) -> Vec<Denomination> {
    let pieces = |value: i64, pieces: i64| Denomination {
        value: fils(value),
        pieces: u32::try_from(pieces).unwrap(),
    };
    vec![
        pieces(100, minor / 100),
        pieces(25, minor % 100 / 25),
        pieces(1, minor % 25),
    ]
}

fn families() -> Vec<Family> {
    vec![
        a_family("F03", "حلويات ليالينا", None),
        a_family("F05", "مربى ومكدوس", None),
        a_family("F06", "قهوة الضيافة", None),
        a_family("F10", "بهارات الخليج", None),
        a_family("F11", "عود وبخور", Some(1250)),
        a_family("F20", "ديكوباج", None),
    ]
}

fn lines() -> Vec<ProductLine> {
    vec![
        a_line("COFFEE", "F06", "قهوة عربية", Unit::Each, 800),
        a_line("JAM", "F05", "مربى تين", Unit::Each, 2250),
        a_line("HAMPER", "F05", "سلة ضيافة", Unit::Each, 13_000),
        a_line("OUD", "F11", "بخور", Unit::Each, 5500),
        a_line("BISCUIT", "F03", "بسكويت", Unit::Each, 525),
        a_line("SAFFRON", "F10", "بهارات مشكلة", Unit::Kilogram, 8215),
        a_line("TRAY", "F20", "صينية ديكوباج", Unit::Each, 16_000),
    ]
}
