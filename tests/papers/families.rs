//! Papers of the families' money, and the printer's test page.

use sanduq::domain::bazaar::{Beneficiary, Fee, FeePer};
use sanduq::domain::family::{Support, Unit};
use sanduq::domain::id::{Bilingual, OrderId, PayoutId, SettlementId, ShiftId};
use sanduq::domain::money::{Bps, Money, Quantity};
use sanduq::domain::order::OrderCancellation;
use sanduq::domain::payout::{FamilyPayment, Payout, PayoutMeans, Signed, TakenBack};
use sanduq::domain::settlement::{
    AdjustmentLine, AdjustmentSource, GoodsSold, Settlement, SettlementContext, Unsettled, settle,
};
use sanduq::domain::signature::Signature;
use sanduq::domain::statement::{SettledDay, Statement};
use sanduq::print::Typesetter;
use sanduq::print::papers::{
    PaperLanguages, family_payment_slip, order_cancellation_slip, payout_slip, statement, test_page,
};
use uuid::Uuid;

use crate::golden::{assert_golden, joined};
use crate::worked_day::{at, bazaar, date, day, family, issued, money, names, number, on};
use crate::{LANGUAGES, check, check_in, generic_printers};

pub fn sold(sku: &str, name: (&str, &str), price: i64, pieces: i64, rate: u32) -> GoodsSold {
    GoodsSold {
        day: day(),
        sku: sku.parse().expect("a SKU"),
        name: Bilingual::new(name.0, name.1),
        unit: Unit::Each,
        unit_price: money(price),
        commission: Bps::new(rate).expect("a rate"),
        quantity: Quantity::units(pieces),
        list: money(price).times(pieces),
        family_discount: Money::ZERO,
        organiser_discount: Money::ZERO,
        refunded_quantity: Quantity::ZERO,
        refunds: Money::ZERO,
        earlier_refunds: Money::ZERO,
        tax: Money::ZERO,
    }
}

pub fn unsettled(code: &str, goods: Vec<GoodsSold>) -> Unsettled {
    Unsettled {
        family: family(code),
        goods,
        adjustments: Vec::new(),
        held: Money::ZERO,
        brought_forward: Money::ZERO,
        advance_left: Money::ZERO,
        advance_instalment: Money::ZERO,
    }
}

fn settled(unsettled: Unsettled, fees: &[&Fee]) -> Settlement {
    let context = SettlementContext {
        id: SettlementId(Uuid::from_u128(1)),
        number: number(12),
        family_name: names().families[&unsettled.family].clone(),
        day: day(),
        cut: Vec::new(),
    };
    settle(unsettled, fees, context)
}

/// F11 of the worked example: 55.00 at 12.5 %.
pub fn oud_and_bukhoor() -> Settlement {
    let mut goods = sold(
        "F11-01",
        ("دهن عود كمبودي 3 مل", "Cambodian oud oil 3 ml"),
        5_500,
        1,
        1_250,
    );
    goods.organiser_discount = money(550);
    settled(unsettled("F11", vec![goods]), &[])
}

/// A family with everything a statement can hold.
pub fn jam_and_makdous() -> Settlement {
    let mut hamper = sold(
        "F05-02",
        ("سلة مكدوس ومربيات للهدايا", "Gift hamper"),
        13_000,
        9,
        1_000,
    );
    hamper.family_discount = money(1_500);
    let mut jam = sold("F05-01", ("مربى التين", "Fig jam"), 2_250, 12, 1_000);
    jam.refunded_quantity = Quantity::units(2);
    jam.refunds = money(4_500);
    jam.earlier_refunds = money(2_250);
    let mut olives = sold("F05-03", ("زيتون مرصوص", "Cracked olives"), 3_650, 1, 500);
    olives.unit = Unit::Kilogram;
    olives.quantity = Quantity::from_thousandths(1_250);
    olives.list = money(4_563);
    let mut late = sold("F05-01", ("مربى التين", "Fig jam"), 2_250, 2, 1_000);
    late.day = date(2026, 11, 26);
    let adjustment = |amount, reason: &str| AdjustmentLine {
        day: day(),
        amount: money(amount),
        source: AdjustmentSource::Organiser,
        reason: reason.to_owned(),
    };
    let kept = AdjustmentLine {
        source: AdjustmentSource::KeptDeposit { order: number(5) },
        ..adjustment(3_000, "لم تحضر العميلة لاستلام الطلب")
    };
    let table = Fee {
        code: "TABLE".parse().expect("a code"),
        name: Bilingual::new("إيجار الطاولة لليوم", "Table for the day"),
        amount: money(2_500),
        per: FeePer::Day,
        families: Vec::new(),
    };
    let all = Unsettled {
        adjustments: vec![adjustment(-1_200, "كسر صحن من أدوات البازار"), kept],
        held: money(6_000),
        brought_forward: money(5_025),
        advance_left: money(200_000),
        advance_instalment: money(20_000),
        ..unsettled("F05", vec![hamper, jam, olives, late])
    };
    settled(all, &[&table])
}

/// A family that took its customers' money itself and owes the commission.
fn owing() -> Settlement {
    let goods = sold("F20-02", ("صندوق خشبي", "Wooden box"), 8_500, 4, 1_000);
    settled(
        Unsettled {
            held: money(34_000),
            ..unsettled("F20", vec![goods])
        },
        &[],
    )
}

/// The statement of one settlement.
pub fn told(
    settlement: Settlement,
    payouts: Vec<Payout>,
    payments: Vec<FamilyPayment>,
) -> Statement {
    let day = SettledDay {
        moved_before: Money::ZERO,
        settlement,
        payouts,
        payments,
        opening: Vec::new(),
        carried: Vec::new(),
    };
    Statement::of(&[day]).expect("there is a settlement")
}

pub fn payout() -> Payout {
    Payout {
        signed: None,
        id: PayoutId(Uuid::from_u128(2)),
        number: number(4),
        family: family("F11"),
        amount: money(4_812),
        means: PayoutMeans::Safe,
        shift: None,
        collected_by: "سالم، ابن صاحبة الأسرة".to_owned(),
        reference: String::new(),
        left: Money::ZERO,
    }
}

/// The same, signed on the screen.
pub fn signed() -> Payout {
    let hand = "M80 250l30 -130 25 -20 10 40 -20 140 20 40 60 -30 40 -110 30 10 -10 90 40 20 \
                60 -60 30 -50 30 60 50 30 70 -40 60 -70 80 -20 100 30 90 60M560 90l30 5M420 330l25 -6";
    let hand = Signature::try_from(hand.to_owned()).expect("it is one");
    Payout {
        signed: Some(Signed::Drawn(hand)),
        ..payout()
    }
}

#[test]
fn statement_of_the_worked_example() {
    let settlement = oud_and_bukhoor();
    assert_eq!(settlement.payable, money(4_812));
    check("statement-simple", |languages| {
        on(&bazaar(), languages, |stationery| {
            let told = told(settlement.clone(), vec![], vec![]);
            statement(stationery, &told, &issued(22, 40))
        })
    });
}

#[test]
fn statement_with_everything() {
    let payouts = [Payout {
        family: family("F05"),
        amount: money(60_000),
        ..payout()
    }];
    let told = told(jam_and_makdous(), payouts.to_vec(), vec![]);
    check("statement-full", |languages| {
        on(&bazaar(), languages, |stationery| {
            statement(stationery, &told, &issued(22, 40))
        })
    });
}

#[test]
fn support_and_advance_are_told_apart() {
    let support = Support {
        amount: money(3_000_000),
        from: "برنامج بداية للأسر المنتجة".to_owned(),
        on: Some(date(2026, 3, 1)),
    };
    let back = FamilyPayment {
        takes_back: Some(TakenBack {
            payout: payout().id,
            number: payout().number,
            reason: "رُدّ التحويل".to_owned(),
        }),
        amount: payout().amount,
        left: payout().amount,
        ..payment()
    };
    let settlement = jam_and_makdous().beside(Some(support));
    let told = told(settlement, vec![signed()], vec![back.clone()]);
    assert!(told.adds_up());
    check_in(PaperLanguages::BOTH, "statement-aid", |languages| {
        on(&bazaar(), languages, |stationery| {
            statement(stationery, &told, &issued(22, 40))
        })
    });
    check_in(PaperLanguages::BOTH, "payout-taken-back", |languages| {
        on(&bazaar(), languages, |stationery| {
            family_payment_slip(stationery, &back, &issued(22, 50))
        })
    });
}

#[test]
fn statement_of_two_days() {
    let first = oud_and_bukhoor();
    let mut goods = sold(
        "F11-01",
        ("دهن عود كمبودي 3 مل", "Cambodian oud oil 3 ml"),
        5_500,
        2,
        1_250,
    );
    goods.day = date(2026, 11, 28);
    let context = SettlementContext {
        id: SettlementId(Uuid::from_u128(2)),
        number: number(13),
        family_name: first.family_name.clone(),
        day: goods.day,
        cut: Vec::new(),
    };
    let brought_forward = first.payable;
    let second = Unsettled {
        brought_forward,
        ..unsettled("F11", vec![goods])
    };
    let days = [first, settle(second, &[], context)].map(|settlement| SettledDay {
        moved_before: Money::ZERO,
        settlement,
        payouts: vec![],
        payments: vec![],
        opening: vec![],
        carried: vec![],
    });
    let told = Statement::of(&days).expect("there are days");
    assert_eq!(told.sales, money(3 * 5_500));
    check_in(PaperLanguages::BOTH, "statement-two-days", |languages| {
        on(&bazaar(), languages, |stationery| {
            statement(stationery, &told, &issued(22, 40))
        })
    });
}

#[test]
fn statement_of_a_family_that_owes() {
    let settlement = owing();
    assert_eq!(settlement.payable, money(-3_400));
    let told = told(settlement, vec![], vec![payment()]);
    check_in(PaperLanguages::BOTH, "statement-owing", |languages| {
        on(&bazaar(), languages, |stationery| {
            statement(stationery, &told, &issued(22, 40))
        })
    });
}

fn payment() -> FamilyPayment {
    FamilyPayment {
        takes_back: None,
        id: PayoutId(Uuid::from_u128(3)),
        number: number(5),
        family: family("F20"),
        amount: money(3_000),
        means: PayoutMeans::BankTransfer,
        shift: None,
        reference: "TRF-90817".to_owned(),
        left: money(-400),
    }
}

#[test]
fn slips_of_money_handed_over() {
    check("payout", |languages| {
        on(&bazaar(), languages, |stationery| {
            payout_slip(stationery, &payout(), &issued(22, 50))
        })
    });
    check_in(PaperLanguages::ARABIC, "payout-signed", |languages| {
        on(&bazaar(), languages, |stationery| {
            payout_slip(stationery, &signed(), &issued(22, 50))
        })
    });
    let thumb = Payout {
        signed: Some(Signed::Thumb),
        ..payout()
    };
    check_in(PaperLanguages::BOTH, "payout-thumb", |languages| {
        on(&bazaar(), languages, |stationery| {
            payout_slip(stationery, &thumb, &issued(22, 50))
        })
    });
    check_in(PaperLanguages::BOTH, "family-payment", |languages| {
        on(&bazaar(), languages, |stationery| {
            family_payment_slip(stationery, &payment(), &issued(22, 50))
        })
    });
}

#[test]
fn cancelled_order() {
    let cancellation = OrderCancellation {
        order: OrderId(Uuid::from_u128(6)),
        order_number: number(7),
        day: day(),
        shift: ShiftId(Uuid::from_u128(1)),
        reason: "سفر العميلة".to_owned(),
        returned: money(4_000),
        returned_online: None,
        kept: money(2_000),
        kept_by: Beneficiary::Family,
        family: family("F20"),
    };
    check_in(PaperLanguages::BOTH, "order-cancelled", |languages| {
        on(&bazaar(), languages, |stationery| {
            order_cancellation_slip(stationery, &cancellation, &issued(20, 30))
        })
    });
}

#[test]
fn test_pages() {
    for profile in generic_printers() {
        for (tag, languages) in LANGUAGES {
            let paper = test_page(&profile, languages, at(15, 0));
            let sheets = Typesetter::for_profile(&profile).draw(&paper);
            let name = format!("test-page-{tag}-{}", profile.paper.dots);
            assert_golden("papers", &name, &joined(&sheets));
        }
    }
}
