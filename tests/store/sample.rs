//! A bazaar to sell in: terms, families, product lines and plain sales, for
//! tests and measurements of the store.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use sanduq::domain::bazaar::{
    Bazaar, Beneficiary, Fee, FeePer, MoneyTaker, Opening, Package, ReceiptText, Site, TillPlace,
};
use sanduq::domain::catalogue::Catalogue;
use sanduq::domain::day::DayOpening;
use sanduq::domain::fact::Fact;
use sanduq::domain::family::{Family, ProductLine, Unit};
use sanduq::domain::id::*;
use sanduq::domain::money::{Bps, Currency, Money, Quantity};
use sanduq::domain::rounding::{CashRounding, CashRoundingMode};
use sanduq::domain::sale::{self, Offer, Sale, SaleContext, TenderKind};
use sanduq::domain::shift::ShiftOpening;
use sanduq::domain::staff::{Role, Staff};
use sanduq::domain::tax::{TaxCountry, TaxRegime};
use sanduq::domain::ticket::Ticket;
use sanduq::store::{Books, NewEntry, Series, Store, StoreError, Writing};
use uuid::Uuid;

/// SplitMix64: the same seed gives the same days on every machine.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    pub fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }
}

pub fn till() -> TillCode {
    TillCode::new("T1").unwrap()
}

pub fn family_code(n: u64) -> FamilyCode {
    FamilyCode::new(&format!("F{n:03}")).unwrap()
}

pub fn sku(family: u64, line: u64) -> Sku {
    Sku::new(&format!("F{family:03}-{line:02}")).unwrap()
}

pub fn staff_code() -> StaffCode {
    StaffCode::new("amal").unwrap()
}

pub fn date(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + TimeDelta::days(n as i64)
}

/// Seconds into the bazaar, on a clock four hours east.
pub fn at(seconds: u64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-01-01T16:00:00+04:00").unwrap();
    start + TimeDelta::seconds(seconds as i64)
}

/// The header of the entry that comes next, one second after the last.
pub fn header(books: &Books<'_>, day: Option<NaiveDate>) -> NewEntry {
    let seq = books.head().unwrap().seq + 1;
    NewEntry {
        // Rising, as uuids of version 7 are, and known from the sequence.
        id: FactId(Uuid::from_u64_pair(0x0190_0000_0000_7000 + seq, seq)),
        at: at(seq),
        day,
        actor: Some(staff_code()),
        approver: None,
    }
}

fn name(en: String) -> Bilingual {
    Bilingual::new(format!("صنف {en}"), en)
}

pub fn bazaar(families: u64) -> Bazaar {
    let code = |text: &str| PackageCode::new(text).unwrap();
    let package = |text: &str| Package {
        code: code(text),
        name: name(text.to_owned()),
        commission: None,
        colour: None,
    };
    Bazaar {
        code: BazaarCode::new("TEST1").unwrap(),
        name: name("Bazaar".to_owned()),
        organiser: name("Organiser".to_owned()),
        edition: Some(1),
        currency: Currency::Aed,
        time_zone: "Asia/Dubai".to_owned(),
        opening: Opening::default(),
        cut_off: NaiveTime::from_hms_opt(6, 0, 0).unwrap(),
        money_taken_by: MoneyTaker::Staff,
        languages: vec!["ar".to_owned(), "en".to_owned()],
        arabic_digits: true,
        hall_limit: None,
        receipt: ReceiptText::default(),
        tax: TaxRegime::Organiser {
            country: TaxCountry::Emirates,
            number: "100123456700003".to_owned(),
            rate: Bps::new(500).unwrap(),
        },
        cash_rounding: Some(CashRounding {
            coin: Money::from_minor(25),
            mode: CashRoundingMode::Nearest,
        }),
        cashier_discount_limit: Bps::new(1000).unwrap(),
        over_short_reason_above: Money::from_minor(100),
        order_deposit: Bps::new(2500).unwrap(),
        kept_deposit_goes_to: Beneficiary::Family,
        packages: vec![package("food"), package("craft")],
        sites: vec![Site {
            code: SiteCode::new("hall").unwrap(),
            name: name("Hall".to_owned()),
        }],
        tills: vec![TillPlace {
            code: till(),
            site: SiteCode::new("hall").unwrap(),
            name: name("Till 1".to_owned()),
        }],
        commission: Bps::new(1000).unwrap(),
        fees: vec![
            Fee {
                code: FeeCode::new("stall").unwrap(),
                name: name("Stall".to_owned()),
                amount: Money::from_minor(500),
                per: FeePer::Day,
                families: vec![],
            },
            Fee {
                code: FeeCode::new("entry").unwrap(),
                name: name("Entry".to_owned()),
                amount: Money::from_minor(2500),
                per: FeePer::Bazaar,
                families: vec![family_code(families)],
            },
        ],
        subjects: Vec::new(),
        check_digits: false,
        training: false,
    }
}

pub fn family(n: u64) -> Family {
    Family {
        code: family_code(n),
        name: name(format!("Family {n}")),
        packages: vec![PackageCode::new("food").unwrap()],
        licence: None,
        contact: String::new(),
        phone: String::new(),
        iban: String::new(),
        proxies: vec![],
        commission: n.is_multiple_of(3).then(|| Bps::new(1250).unwrap()),
        day_fee: None,
        tax_number: None,
        sells_through: None,
        advance_instalment: n.is_multiple_of(2).then(|| Money::from_minor(1000)),
        support: None,
        food: None,
        active: true,
    }
}

pub fn product_line(family: u64, line: u64, price: Money) -> ProductLine {
    ProductLine {
        sku: sku(family, line),
        family: family_code(family),
        package: PackageCode::new(if line.is_multiple_of(2) {
            "food"
        } else {
            "craft"
        })
        .unwrap(),
        name: name(format!("Line {line} of family {family}")),
        unit: if line.is_multiple_of(3) {
            Unit::Kilogram
        } else {
            Unit::Each
        },
        price: Some(price),
        barcode: None,
        commission: None,
        best_before: None,
        made_to_order: false,
        active: true,
    }
}

/// A till in the middle of a day: catalogue, day and shift are there.
pub struct Shop {
    pub store: Store,
    pub catalogue: Arc<Catalogue>,
    pub families: u64,
    pub lines_each: u64,
    pub day: NaiveDate,
    pub shift: ShiftId,
}

/// Makes a database and sets up a bazaar in it.
pub fn open_shop(path: &Path, families: u64, lines_each: u64) -> Shop {
    let store = Store::create(path, &till()).unwrap();
    let (day, shift) = (date(0), ShiftId(Uuid::from_u128(1)));
    let catalogue = store
        .write::<_, StoreError>(move |w| {
            append(w, None, Fact::BazaarDefined(Box::new(bazaar(families))));
            append(
                w,
                None,
                Fact::StaffRegistered(Staff {
                    code: staff_code(),
                    name: name("Amal".to_owned()),
                    role: Role::Organiser,
                    discount_limit: None,
                    active: true,
                }),
            );
            for f in 1..=families {
                append(w, None, Fact::FamilyRegistered(Box::new(family(f))));
                for l in 1..=lines_each {
                    let price = Money::from_minor(125 * (1 + (f * 7 + l * 3) as i64 % 40));
                    let line = product_line(f, l, price);
                    append(w, None, Fact::ProductLineListed(Box::new(line)));
                }
            }
            append(w, Some(day), Fact::DayOpened(DayOpening { day }));
            let opening = ShiftOpening {
                id: shift,
                day,
                cashier: staff_code(),
                float: Money::from_minor(20_000),
            };
            append(w, Some(day), Fact::ShiftOpened(opening));
            Ok(w.catalogue()?.expect("the bazaar was just defined"))
        })
        .unwrap();
    Shop {
        store,
        catalogue,
        families,
        lines_each,
        day,
        shift,
    }
}

pub fn append(w: &mut Writing<'_>, day: Option<NaiveDate>, fact: Fact) {
    let header = header(w, day);
    w.append(header, fact).unwrap();
}

/// What a sale is made of besides its number.
pub struct Basket {
    pub ticket: Ticket,
    pub catalogue: Arc<Catalogue>,
    pub day: NaiveDate,
    pub shift: ShiftId,
}

impl Shop {
    /// A ticket of `lines` product lines, fewer where one is drawn twice.
    pub fn basket(&self, random: &mut Random, lines: u64) -> Basket {
        let mut ticket = Ticket::new(TicketId(random.uuid()));
        for _ in 0..lines {
            let (family, line) = (
                1 + random.below(self.families),
                1 + random.below(self.lines_each),
            );
            let quantity = Quantity::units(1 + random.below(3) as i64);
            ticket
                .add(&self.catalogue, &sku(family, line), quantity, None)
                .unwrap();
        }
        Basket {
            ticket,
            catalogue: Arc::clone(&self.catalogue),
            day: self.day,
            shift: self.shift,
        }
    }
}

impl Basket {
    /// Sells it for card and cash, and gives the sale.
    pub fn sell(&self, w: &mut Writing<'_>) -> Result<Sale, StoreError> {
        let due = self.ticket.price().expect("a basket can be priced").due;
        let card = Money::from_minor(due.minor() / 3);
        let mut offers = vec![Offer::new(TenderKind::Cash, due + Money::from_minor(1000))];
        if card.is_positive() {
            offers.push(Offer::new(TenderKind::Card, card));
        }
        let context = SaleContext {
            number: w.next_number(Series::Sale)?,
            day: self.day,
            shift: self.shift,
            cashier: staff_code(),
            deposit: Money::ZERO,
            deposit_by: None,
        };
        let sale = sale::complete(&self.catalogue.bazaar, &self.ticket, &offers, context)
            .expect("a basket can be paid");
        let header = header(w, Some(self.day));
        w.append(header, Fact::SaleCompleted(Box::new(sale.clone())))?;
        Ok(sale)
    }
}
