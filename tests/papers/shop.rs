//! Papers of a web shop's order: the slip it is made ready by, the receipt with its
//! delivery, and what says that money goes back the way it was paid.

use sanduq::domain::bazaar::{Bazaar, Beneficiary};
use sanduq::domain::delivery::Delivery;
use sanduq::domain::family::Unit;
use sanduq::domain::id::{OrderId, ShiftId};
use sanduq::domain::money::{Bps, Money};
use sanduq::domain::order::{
    Customer, Order, OrderContext, OrderState, Wanted, cancel, take_from_shop,
};
use sanduq::domain::sale::{Offer, SaleContext, TenderKind, complete};
use sanduq::domain::shop::ShopOrder;
use sanduq::domain::tax::{LineSeller, TaxCountry, TaxRegime};
use sanduq::domain::ticket::{Discount, DiscountValue};
use sanduq::print::papers::{PaperLanguages, order_cancellation_slip, order_slip, receipt};
use uuid::Uuid;

use crate::check_in;
use crate::worked_day::{
    bazaar, coffee, date, day, goods, issued, money, number, on, staff, ticket,
};

fn taxed() -> Bazaar {
    Bazaar {
        tax: TaxRegime::Organiser {
            country: TaxCountry::Emirates,
            number: "100000000000003".to_owned(),
            rate: Bps::new(500).expect("a rate"),
        },
        ..bazaar()
    }
}

fn shift() -> ShiftId {
    ShiftId(Uuid::from_u128(1))
}

/// Two goods less a coupon, brought for 15.00, all of it paid by card.
fn order(bazaar: &Bazaar) -> Order {
    let tray = goods(
        "F20-01",
        ("صينية ضيافة ديكوباج", "Decoupage serving tray"),
        Unit::Each,
        1_000,
        16_000,
    );
    let mut wanted = ticket(44, vec![tray, coffee()]);
    for line in &mut wanted.lines {
        line.seller = bazaar.tax.seller(None);
    }
    wanted.discount = Some(Discount {
        value: DiscountValue::Amount(money(1_000)),
        funder: Beneficiary::Organiser,
        reason: "S-1001".to_owned(),
        approver: None,
    });
    wanted.delivery = Delivery::of(bazaar, money(1_500));
    let total = wanted.price().expect("it can be priced").due;
    let paid = Offer {
        reference: "PAY-55101".to_owned(),
        ..Offer::new(TenderKind::Card, total)
    };
    let wanted = Wanted {
        ticket: wanted,
        customer: Customer {
            name: "شيخة راشد".to_owned(),
            phone: "0500000101".to_owned(),
            address: "المجاز 2، بناية 14، الشارقة".to_owned(),
        },
        wish: "الاتصال قبل التوصيل".to_owned(),
        due_on: Some(date(2026, 11, 26)),
    };
    let shop = ShopOrder {
        number: "S-1001".to_owned(),
        shop: String::new(),
        placed_at: None,
        file: "orders.csv".to_owned(),
    };
    let context = OrderContext {
        id: OrderId(Uuid::from_u128(60)),
        number: number(8),
        day: day(),
        shift: shift(),
        cashier: staff("amal"),
    };
    take_from_shop(wanted, &[paid], shop, context).expect("a lawful order")
}

#[test]
fn a_shops_order_says_what_bringing_it_costs() {
    let bazaar = bazaar();
    let order = order(&bazaar);
    check_in(PaperLanguages::BOTH, "order-shop", |languages| {
        on(&bazaar, languages, |stationery| {
            order_slip(stationery, &order, &issued(14, 5))
        })
    });
}

#[test]
fn its_receipt_is_an_invoice_of_the_delivery_too() {
    let bazaar = taxed();
    let order = order(&bazaar);
    let context = SaleContext {
        number: number(1_050),
        day: day(),
        shift: shift(),
        cashier: staff("amal"),
        deposit: order.deposit,
        deposit_by: order.deposit_by().cloned(),
    };
    let paid = [Offer::new(TenderKind::Deposit, order.deposit)];
    let sale = complete(&bazaar, &order.ticket, &paid, context).expect("a lawful sale");
    let taxes = sale.lines.iter().map(|line| line.tax).sum::<Money>();
    assert_eq!(sale.tax(), taxes + money(71), "15.00 carries 0.71");
    assert_ne!(order.ticket.lines[0].seller, LineSeller::Untaxed);
    check_in(PaperLanguages::BOTH, "receipt-delivery", |languages| {
        on(&bazaar, languages, |stationery| {
            receipt(stationery, &sale, &issued(16, 40))
        })
    });
}

#[test]
fn a_cancelled_one_names_the_way_back_and_its_reference() {
    let bazaar = bazaar();
    let order = order(&bazaar);
    let cancelled = cancel(
        &bazaar,
        &order,
        OrderState::Open,
        money(2_000),
        "لم تجب العميلة".to_owned(),
        day(),
        shift(),
    )
    .expect("an open order");
    check_in(
        PaperLanguages::BOTH,
        "order-cancelled-online",
        |languages| {
            on(&bazaar, languages, |stationery| {
                order_cancellation_slip(stationery, &cancelled, &issued(20, 30))
            })
        },
    );
}
