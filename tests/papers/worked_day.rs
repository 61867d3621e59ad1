//! One day in Sharjah, the worked example: its sales, its refund, its order and
//! the reports of it.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use sanduq::domain::bazaar::{
    Bazaar, Beneficiary, MoneyTaker, Opening, Package, ReceiptText, Site, TillPlace,
};
use sanduq::domain::day::{DayClosing, MissingTill, ParkedTicket};
use sanduq::domain::fact::{DrawerOpened, Entry, Fact, TicketVoided};
use sanduq::domain::family::Unit;
use sanduq::domain::id::{
    Bilingual, FactId, FamilyCode, Number, OrderId, RefundId, ShiftId, StaffCode, TicketId,
    TillCode,
};
use sanduq::domain::money::{Bps, Currency, Money, Quantity};
use sanduq::domain::order::{self, Customer, Order, OrderContext, Wanted};
use sanduq::domain::refund::{self, AlreadyRefunded, Refund, RefundContext, Return};
use sanduq::domain::rounding::{CashRounding, CashRoundingMode};
use sanduq::domain::sale::{self, Offer, Sale, SaleContext, TenderKind};
use sanduq::domain::shift::{Denomination, ShiftClosing};
use sanduq::domain::tally::Tally;
use sanduq::domain::tax::{LineSeller, TaxCountry, TaxRegime};
use sanduq::domain::ticket::{Discount, DiscountValue, PriceSource, Ticket, TicketLine};
use sanduq::locale::Sighting;
use sanduq::print::papers::{
    Issued, Names, PaperLanguages, Reading, Stationery, family_order_slip, order_slip, receipt,
    refund_receipt, shift_slip, x_report, z_report,
};
use uuid::Uuid;

use crate::{check, check_in};

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor)
}

pub fn family(code: &str) -> FamilyCode {
    FamilyCode::new(code).expect("a code")
}

pub fn staff(code: &str) -> StaffCode {
    StaffCode::new(code).expect("a code")
}

pub fn day() -> NaiveDate {
    date(2026, 11, 27)
}

pub fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

pub fn number(n: u64) -> Number {
    Number { till: till(), n }
}

pub fn till() -> TillCode {
    TillCode::new("T1").expect("a code")
}

pub fn issued(hour: u32, minute: u32) -> Issued {
    Issued {
        at: at(hour, minute),
        actor: Some(staff("huda")),
        approver: None,
        copy: None,
    }
}

pub fn at(hour: u32, minute: u32) -> DateTime<FixedOffset> {
    let offset = FixedOffset::east_opt(4 * 3600).expect("an offset");
    day()
        .and_hms_opt(hour, minute, 12)
        .and_then(|local| local.and_local_timezone(offset).single())
        .expect("a moment")
}

pub fn bazaar() -> Bazaar {
    Bazaar {
        code: "INTAJ8".parse().expect("a code"),
        name: Bilingual::new("بازار إنتاج", "Bazaar Intaj"),
        organiser: Bilingual::new(
            "مركز الأسر المنتجة بالشارقة",
            "Sharjah Productive Families Centre",
        ),
        edition: Some(8),
        currency: Currency::Aed,
        time_zone: "Asia/Dubai".to_owned(),
        opening: Opening::default(),
        cut_off: NaiveTime::from_hms_opt(4, 0, 0).expect("an hour"),
        money_taken_by: MoneyTaker::Staff,
        languages: vec!["ar".to_owned(), "en".to_owned()],
        arabic_digits: false,
        hall_limit: Some(20),
        receipt: ReceiptText {
            address: Bilingual::new("قاعة الجواهر، الشارقة", "Al Jawaher Hall, Sharjah"),
            phone: "+971 6 555 0100".to_owned(),
            footer: Bilingual::default(),
        },
        tax: TaxRegime::None,
        cash_rounding: None,
        cashier_discount_limit: Bps::new(1_000).expect("a rate"),
        over_short_reason_above: money(500),
        order_deposit: Bps::new(3_000).expect("a rate"),
        kept_deposit_goes_to: Beneficiary::Family,
        packages: [
            ("FOOD", "أطايب", "Atayeb"),
            ("SCENT", "طيب", "Teeb"),
            ("CRAFT", "إبداع", "Ibdaa"),
        ]
        .map(|(code, ar, en)| Package {
            code: code.parse().expect("a code"),
            name: Bilingual::new(ar, en),
            commission: None,
            colour: None,
        })
        .into(),
        sites: vec![Site {
            code: "HALL".parse().expect("a code"),
            name: Bilingual::new("القاعة", "Hall"),
        }],
        tills: vec![
            place("T1", "كاونتر المدخل", "Entrance counter"),
            place("T2", "كاونتر القهوة", "Coffee counter"),
        ],
        commission: Bps::new(1_000).expect("a rate"),
        fees: Vec::new(),
        subjects: Vec::new(),
        check_digits: false,
        training: false,
    }
}

fn place(code: &str, ar: &str, en: &str) -> TillPlace {
    TillPlace {
        code: code.parse().expect("a code"),
        site: "HALL".parse().expect("a code"),
        name: Bilingual::new(ar, en),
    }
}

pub fn names() -> Names {
    let families = [
        ("F03", "حلويات ليالينا", "Layalina Sweets"),
        ("F05", "مربى ومكدوس أم سعيد", "Umm Saeed's Jam & Makdous"),
        ("F06", "قهوة الضيافة", "Diyafa Coffee"),
        ("F10", "بهارات الخليج", "Gulf Spices"),
        ("F11", "عود وبخور", "Oud & Bukhoor"),
        ("F20", "ديكوباج نورة", "Noura's Decoupage"),
    ];
    let people = [
        ("amal", "أمل عبد الله", "Amal Abdullah"),
        ("badr", "بدر السويدي", "Badr Al Suwaidi"),
        ("huda", "هدى المنصوري", "Huda Al Mansoori"),
    ];
    Names {
        families: families
            .map(|(code, ar, en)| (family(code), Bilingual::new(ar, en)))
            .into(),
        staff: people
            .map(|(code, ar, en)| (staff(code), Bilingual::new(ar, en)))
            .into(),
    }
}

/// Hands the stationery of a bazaar to `write`.
pub fn on<T>(
    bazaar: &Bazaar,
    languages: PaperLanguages,
    write: impl FnOnce(&Stationery) -> T,
) -> T {
    write(&Stationery {
        bazaar,
        names: &names(),
        languages,
        sighting: Sighting::AS_TABULATED,
        logo: None,
    })
}

pub fn goods(
    sku: &str,
    name: (&str, &str),
    unit: Unit,
    thousandths: i64,
    price: i64,
) -> TicketLine {
    let (family_code, _) = sku.split_once('-').expect("a SKU begins with its family");
    let package = match family_code {
        "F11" => "SCENT",
        "F20" => "CRAFT",
        _ => "FOOD",
    };
    TicketLine {
        sku: sku.parse().expect("a SKU"),
        family: family(family_code),
        package: package.parse().expect("a code"),
        name: Bilingual::new(name.0, name.1),
        unit,
        quantity: Quantity::from_thousandths(thousandths),
        unit_price: money(price),
        price_source: PriceSource::Catalogue,
        commission: Bps::new(1_000).expect("a rate"),
        seller: LineSeller::Untaxed,
        discount: None,
        note: String::new(),
    }
}

pub fn coffee() -> TicketLine {
    goods(
        "F06-01",
        ("قهوة عربية", "Arabic coffee"),
        Unit::Each,
        3_000,
        800,
    )
}

fn jam() -> TicketLine {
    goods(
        "F05-01",
        ("مربى التين", "Fig jam"),
        Unit::Each,
        1_000,
        2_250,
    )
}

fn oud() -> TicketLine {
    goods(
        "F11-01",
        ("دهن عود كمبودي 3 مل", "Cambodian oud oil 3 ml"),
        Unit::Each,
        1_000,
        5_500,
    )
}

fn biscuit() -> TicketLine {
    goods(
        "F03-03",
        ("كرات التمر بالشوكولاتة", "Date truffles"),
        Unit::Each,
        3_000,
        525,
    )
}

fn hamper() -> TicketLine {
    let line = goods(
        "F05-02",
        ("سلة مكدوس ومربيات للهدايا", "Gift hamper"),
        Unit::Each,
        1_000,
        13_000,
    );
    TicketLine {
        discount: Some(discount(
            DiscountValue::Amount(money(1_500)),
            Beneficiary::Family,
        )),
        ..line
    }
}

fn saffron() -> TicketLine {
    goods(
        "F10-02",
        ("هيل هندي فاخر", "Green cardamom"),
        Unit::Kilogram,
        350,
        8_215,
    )
}

fn discount(value: DiscountValue, funder: Beneficiary) -> Discount {
    Discount {
        value,
        funder,
        reason: "بطاقة مستفيد".to_owned(),
        approver: None,
    }
}

pub fn sell(bazaar: &Bazaar, n: u64, ticket: Ticket, offers: &[Offer]) -> Sale {
    let context = SaleContext {
        number: number(n),
        day: day(),
        shift: ShiftId(Uuid::from_u128(1)),
        cashier: staff("amal"),
        deposit: Money::ZERO,
        deposit_by: None,
    };
    sale::complete(bazaar, &ticket, offers, context).expect("a lawful sale")
}

pub fn ticket(n: u128, lines: Vec<TicketLine>) -> Ticket {
    Ticket {
        lines,
        ..Ticket::new(TicketId(Uuid::from_u128(n)))
    }
}

pub fn cash(minor: i64) -> Offer {
    Offer::new(TenderKind::Cash, money(minor))
}

fn card(minor: i64, reference: &str) -> Offer {
    Offer {
        reference: reference.to_owned(),
        ..Offer::new(TenderKind::Card, money(minor))
    }
}

pub fn first_sale() -> Sale {
    sell(
        &bazaar(),
        41,
        ticket(1, vec![coffee(), jam()]),
        &[cash(5_000)],
    )
}

pub fn second_sale() -> Sale {
    let mut ticket = ticket(2, vec![oud(), biscuit()]);
    let ten = Bps::new(1_000).expect("a rate");
    ticket.discount = Some(discount(
        DiscountValue::Percent(ten),
        Beneficiary::Organiser,
    ));
    sell(&bazaar(), 42, ticket, &[card(6_367, "004217")])
}

pub fn third_sale() -> Sale {
    let ticket = ticket(3, vec![hamper(), saffron()]);
    sell(
        &bazaar(),
        43,
        ticket,
        &[card(10_000, "004218"), cash(4_375)],
    )
}

fn refund_of_first() -> Refund {
    let context = RefundContext {
        id: RefundId(Uuid::from_u128(5)),
        number: number(3),
        day: day(),
        shift: ShiftId(Uuid::from_u128(1)),
        cashier: staff("amal"),
        reason: "بردت القهوة".to_owned(),
        in_cash: false,
    };
    let returns = [Return {
        line: 0,
        quantity: Quantity::ONE,
    }];
    refund::refund(
        &bazaar(),
        &first_sale(),
        &AlreadyRefunded::default(),
        &returns,
        context,
    )
    .expect("a lawful refund")
}

fn order() -> Order {
    let line = goods(
        "F20-01",
        ("صينية ضيافة ديكوباج", "Decoupage serving tray"),
        Unit::Each,
        1_000,
        16_000,
    );
    let context = OrderContext {
        id: OrderId(Uuid::from_u128(6)),
        number: number(7),
        day: day(),
        shift: ShiftId(Uuid::from_u128(1)),
        cashier: staff("amal"),
    };
    let customer = Customer {
        name: "مها سالم الكتبي".to_owned(),
        phone: "0501234567".to_owned(),
        address: String::new(),
    };
    let wish = "نقشة ورد جوري، واسم «سلطان وريم» بالذهبي في الوسط، 40 × 30 سم".to_owned();
    let due = Some(date(2026, 12, 2));
    let wanted = Wanted {
        ticket: ticket(4, vec![line]),
        customer,
        wish,
        due_on: due,
    };
    order::take(&bazaar(), wanted, &[cash(6_000)], context).expect("a lawful order")
}

fn shift() -> ShiftClosing {
    let pieces = |value, pieces| Denomination {
        value: money(value),
        pieces,
    };
    ShiftClosing {
        id: ShiftId(Uuid::from_u128(1)),
        day: day(),
        cashier: staff("amal"),
        float: money(20_000),
        expected: money(34_225),
        counted: money(34_200),
        denominations: vec![
            pieces(10_000, 2),
            pieces(5_000, 1),
            pieces(2_000, 3),
            pieces(1_000, 2),
            pieces(500, 2),
            pieces(100, 2),
        ],
        reason: "ربع درهم لم يُعط للعميل".to_owned(),
    }
}

fn entry(hour: u32, minute: u32, fact: Fact) -> Entry {
    Entry {
        seq: 1,
        id: FactId(Uuid::nil()),
        till: till(),
        at: at(hour, minute),
        day: Some(day()),
        actor: Some(staff("amal")),
        approver: None,
        catalogue_seq: 1,
        fact,
    }
}

fn tally() -> Tally {
    let mut tally = Tally::default();
    let void = TicketVoided {
        ticket: ticket(9, vec![jam()]),
        total: money(2_250),
        reason: "عدل العميل عن الشراء".to_owned(),
    };
    let opened = DrawerOpened {
        reason: "فكة".to_owned(),
    };
    for entry in [
        entry(16, 5, Fact::SaleCompleted(Box::new(first_sale()))),
        entry(16, 40, Fact::SaleCompleted(Box::new(second_sale()))),
        entry(17, 2, Fact::TicketVoided(void)),
        entry(18, 15, Fact::SaleCompleted(Box::new(third_sale()))),
        entry(18, 30, Fact::DrawerOpened(opened)),
        entry(19, 10, Fact::SaleRefunded(Box::new(refund_of_first()))),
        entry(19, 45, Fact::OrderTaken(Box::new(order()))),
        entry(22, 5, Fact::ShiftClosed(Box::new(shift()))),
    ] {
        tally.add(&entry);
    }
    tally
}

fn closing() -> DayClosing {
    DayClosing {
        day: day(),
        number: number(8),
        up_to_seq: 214,
        head: "9f2c41aa07de3b10c5d8e4f6a1b2c3d4e5f60718293a4b5c6d7e8f9001122334".to_owned(),
        tally: tally(),
        perpetual_sales: money(1_843_275),
        perpetual_refunds: money(21_450),
        carried_over: vec![ParkedTicket {
            id: TicketId(Uuid::from_u128(77)),
            name: "أم راشد".to_owned(),
            total: money(4_500),
        }],
        missing_tills: vec![MissingTill {
            till: TillCode::new("T2").expect("a code"),
            name: Bilingual::new("كاونتر القهوة", "Coffee counter"),
            reason: "تعطل الجهاز، تُضاف مبيعاته عند وصولها".to_owned(),
        }],
    }
}

#[test]
fn receipt_in_cash() {
    check("receipt-cash", |languages| {
        on(&bazaar(), languages, |stationery| {
            receipt(stationery, &first_sale(), &issued(16, 5))
        })
    });
}

#[test]
fn receipts_with_discounts() {
    check_in(
        PaperLanguages::BOTH,
        "receipt-ticket-discount",
        |languages| {
            on(&bazaar(), languages, |stationery| {
                receipt(stationery, &second_sale(), &issued(16, 40))
            })
        },
    );
    check("receipt-line-discount", |languages| {
        on(&bazaar(), languages, |stationery| {
            receipt(stationery, &third_sale(), &issued(18, 15))
        })
    });
}

#[test]
fn copy_in_arabic_digits_with_cash_rounding_past_midnight() {
    let bazaar = Bazaar {
        arabic_digits: true,
        cash_rounding: Some(CashRounding {
            coin: money(100),
            mode: CashRoundingMode::Down,
        }),
        ..bazaar()
    };
    let ticket = ticket(8, vec![saffron(), biscuit(), coffee()]);
    let sale = sell(&bazaar, 44, ticket, &[cash(10_000)]);
    let issued = Issued {
        at: at(0, 42) + chrono::TimeDelta::days(1),
        ..issued(0, 0).copy(2)
    };
    check_in(PaperLanguages::ARABIC, "receipt-copy", |languages| {
        on(&bazaar, languages, |stationery| {
            receipt(stationery, &sale, &issued)
        })
    });
}

fn taxed(country: TaxCountry, rate: u32, number: &str, line: TicketLine) -> TicketLine {
    let rate = Bps::new(rate).expect("a rate");
    let regime = TaxRegime::Family { country, rate };
    TicketLine {
        seller: regime.seller(Some(number)),
        ..line
    }
}

#[test]
fn saudi_receipt_of_two_registered_families_and_one_that_is_not() {
    let bazaar = Bazaar {
        currency: Currency::Sar,
        ..bazaar()
    };
    let saudi = |number, line| taxed(TaxCountry::Saudi, 1_500, number, line);
    let lines = vec![
        saudi("310122393500003", oud()),
        coffee(),
        saudi("300987654300003", biscuit()),
    ];
    let sale = sell(&bazaar, 45, ticket(10, lines), &[cash(10_000)]);
    check_in(PaperLanguages::ENGLISH, "receipt-saudi", |languages| {
        on(&bazaar, languages, |stationery| {
            receipt(stationery, &sale, &issued(17, 30))
        })
    });
}

#[test]
fn emirati_receipt_of_a_registered_organiser_and_its_credit_note() {
    let bazaar = bazaar();
    let rate = Bps::new(500).expect("a rate");
    let organiser = TaxRegime::Organiser {
        country: TaxCountry::Emirates,
        number: "100123456700003".to_owned(),
        rate,
    };
    let lines = [oud(), coffee()].map(|line| TicketLine {
        seller: organiser.seller(None),
        ..line
    });
    let sale = sell(&bazaar, 46, ticket(11, lines.into()), &[cash(10_000)]);
    let context = RefundContext {
        id: RefundId(Uuid::from_u128(12)),
        number: number(4),
        day: day(),
        shift: ShiftId(Uuid::from_u128(1)),
        cashier: staff("amal"),
        reason: "خطأ في الصنف".to_owned(),
        in_cash: true,
    };
    let returns = [Return {
        line: 0,
        quantity: Quantity::ONE,
    }];
    let refund = refund::refund(
        &bazaar,
        &sale,
        &AlreadyRefunded::default(),
        &returns,
        context,
    )
    .expect("a lawful refund");
    let both = PaperLanguages::BOTH;
    check_in(both, "receipt-emirates", |languages| {
        on(&bazaar, languages, |stationery| {
            receipt(stationery, &sale, &issued(17, 30))
        })
    });
    check_in(both, "refund-emirates", |languages| {
        on(&bazaar, languages, |stationery| {
            refund_receipt(stationery, &refund, &sale, &issued(18, 30))
        })
    });
}

#[test]
fn refund() {
    let issued = Issued {
        approver: Some(staff("badr")),
        ..issued(19, 10)
    };
    check("refund", |languages| {
        on(&bazaar(), languages, |stationery| {
            refund_receipt(stationery, &refund_of_first(), &first_sale(), &issued)
        })
    });
}

#[test]
fn made_to_order() {
    check("order", |languages| {
        on(&bazaar(), languages, |stationery| {
            order_slip(stationery, &order(), &issued(19, 45))
        })
    });
    let order = order();
    let family = order.families()[0].clone();
    check_in(PaperLanguages::BOTH, "order-family", |languages| {
        on(&bazaar(), languages, |stationery| {
            family_order_slip(stationery, &order, &family, &issued(19, 45))
        })
    });
}

#[test]
fn shift_closed() {
    check("shift", |languages| {
        on(&bazaar(), languages, |stationery| {
            shift_slip(stationery, &shift(), &till(), &issued(22, 5))
        })
    });
}

#[test]
fn reports_of_the_day() {
    let tally = tally();
    assert!(tally.proof().holds());
    check("z", |languages| {
        on(&bazaar(), languages, |stationery| {
            z_report(stationery, &closing(), &issued(22, 20))
        })
    });
    let reading = Reading {
        day: day(),
        tally: &tally,
    };
    check_in(PaperLanguages::ARABIC, "x", |languages| {
        on(&bazaar(), languages, |stationery| {
            x_report(stationery, reading, &issued(20, 0))
        })
    });
}
