//! Files of a web shop's orders: taken in whole and once, refused place by place, and
//! settled to the same families as what the hall sold.

use sanduq::domain::ledger::Account;
use sanduq::domain::money::Money;
use sanduq::domain::order::OrderState;
use sanduq::domain::sale::{Offer, TenderKind};

use sanduq::reports::table::TableKind;
use sanduq::services::Refusal;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::export::ExportFormat;
use sanduq::services::import::{Aspect, ImportRefusal, Plan, ProblemReason, Telling};
use sanduq::services::order::ShopRequest;
use sanduq::services::statement::Span;

use crate::bazaar::{Story, family, fils, in_pieces, refused, sku};
use crate::kinds::SHARJAH;
use crate::outside_checkers::{accepted, run};

fn orders(plan: &Plan) -> Vec<&ShopRequest> {
    let changes = plan.changes.iter();
    changes
        .map(|planned| match &planned.change {
            sanduq::services::import::Change::Order(order) => &order.request,
            other => panic!("no order: {other:?}"),
        })
        .collect()
}

fn problems(plan: &Plan) -> Vec<(u32, &str, &ProblemReason)> {
    let problems = plan.problems.iter();
    problems
        .map(|problem| (problem.place.row, problem.place.column, &problem.reason))
        .collect()
}

#[test]
fn sharjahs_shop_and_hall_are_settled_together_to_the_fils() {
    let bazaar = SHARJAH.set_up();
    let till = &bazaar.till;
    let file = SHARJAH.file("orders.csv");
    let seen = till
        .plan_import(&bazaar.supervisor, &file, TableKind::Orders, &mut |_, _| {})
        .unwrap();
    assert_eq!(seen.problems, []);
    assert_eq!((seen.rows, seen.created()), (11, 6));
    let told: Vec<(&str, &str)> = seen
        .told
        .iter()
        .map(|told| (told.number.as_str(), told.code()))
        .collect();
    assert_eq!(told, [("S-1005", "price_other"), ("S-1006", "cancelled")]);

    // Before the day is open there is nothing to take an order into.
    refused(till.import_orders(&bazaar.supervisor, &file));
    let day = till.open_day(&bazaar.supervisor, None, false).unwrap();
    till.open_shift(&bazaar.cashier, fils(20_000)).unwrap();
    let taken = till.import_orders(&bazaar.supervisor, &file).unwrap();
    assert_eq!(taken.registered.created, 6);
    let again = till.import_orders(&bazaar.supervisor, &file).unwrap();
    assert_eq!(
        (again.registered.created, again.registered.unchanged),
        (0, 6)
    );

    let balance = |account: Account| {
        let store = till.store();
        store.read(move |books| books.balance(&account)).unwrap()
    };
    // 62.00 + 51.00 by card, 227.25 + 50.00 by transfer, 207.00 by wallet.
    assert_eq!(balance(Account::CardClearing), fils(11_300));
    assert_eq!(balance(Account::TransferClearing), fils(27_725));
    assert_eq!(balance(Account::WalletClearing), fils(20_700));
    assert_eq!(balance(Account::CustomerDeposits), fils(-59_725));

    let hall = |goods: &[(&str, i64)], kind: TenderKind| {
        let catalogue = till.catalogue().unwrap();
        let id = sanduq::domain::id::TicketId(till.moments().new_id());
        let mut ticket = sanduq::domain::ticket::Ticket::new(id);
        for (code, units) in goods {
            let quantity = sanduq::domain::money::Quantity::units(*units);
            ticket.add(&catalogue, &sku(code), quantity, None).unwrap();
        }
        let due = ticket.price().unwrap().due;
        let paid = vec![Offer::new(kind, due)];
        till.complete_sale(&bazaar.cashier, ticket, paid, None)
            .unwrap();
    };
    hall(&[("F06-01", 3)], TenderKind::Cash);
    hall(&[("F05-02", 1), ("F01-02", 1)], TenderKind::Card);

    // The courier's run: what is paid goes out, the rest is paid at the door.
    let by_shop = |number: &str| {
        let rows = till.orders(None).unwrap();
        let of = |row: &sanduq::store::OrderRow| {
            row.order
                .shop
                .as_ref()
                .is_some_and(|shop| shop.number == number)
        };
        rows.into_iter().find(of).unwrap()
    };
    for (number, rest) in [
        ("S-1001", vec![]),
        ("S-1002", vec![]),
        ("S-1003", vec![Offer::new(TenderKind::Cash, fils(14_000))]),
        ("S-1005", vec![]),
        (
            "S-1007",
            vec![
                Offer::new(TenderKind::Card, fils(5_000)),
                Offer::new(TenderKind::Cash, fils(3_750)),
            ],
        ),
    ] {
        let order = by_shop(number).order;
        let sale = till
            .hand_over(&bazaar.cashier, order.id, rest, None)
            .unwrap();
        assert_eq!(sale.sale.fact.due(), order.total, "{number}");
        if order.is_for_delivery() {
            till.deliver_order(&bazaar.cashier, order.id, String::new())
                .unwrap();
            assert_eq!(by_shop(number).state, OrderState::Delivered);
        }
    }
    // 15 + 20 + 15 + 25.
    assert_eq!(balance(Account::DeliveryFees), fils(-7_500));
    assert_eq!(balance(Account::CustomerDeposits), fils(-20_700));

    let drawer = balance(Account::Drawer(till.code().clone()));
    // Float, coffee, dates and coffee at the door, the rest of the dress.
    assert_eq!(drawer, fils(20_000 + 1_425 + 13_775 + 3_750));
    till.count_drawer(&bazaar.cashier, in_pieces(drawer.minor()))
        .unwrap();
    till.close_shift(&bazaar.cashier, String::new()).unwrap();
    let z = till
        .close_day(&bazaar.supervisor, ParkedAtClose::Refuse)
        .unwrap()
        .fact;
    let proof = z.tally.proof();
    assert!(proof.holds());
    // Hall 14.25 + 35.25; shop 62 + 227.25 + 137.75 + 51 + 137.50 and the wallet's 207.
    assert_eq!(proof.tenders, fils(1_425 + 3_525 + 61_550 + 20_700));
    assert_eq!(proof.delivery_fees, fils(7_500));
    assert_eq!(proof.organiser_discounts, fils(2_525));
    assert_eq!(proof.families, fils(61_525));

    let settled = till.settle_day(&bazaar.organiser, day).unwrap();
    for (code, net, commission) in [
        ("F01", 2_600 + 1_150, 375),
        ("F03", 3_600, 360),
        ("F05", 2_100 + 2_375, 448),
        ("F06", 7_800 + 1_425, 923),
        ("F09", 3_975, 398),
        ("F11", 8_850, 1_106),
        ("F12", 16_400, 1_640),
        ("F14", 11_250, 1_125),
        ("F16", 0, 0),
        ("F20", 0, 0),
    ] {
        let one = settled
            .iter()
            .find(|one| one.family == family(code))
            .unwrap();
        assert_eq!(
            (one.net_sales, one.commission, one.payable),
            (fils(net), fils(commission), fils(net - commission)),
            "{code}"
        );
    }
    let statement = till.statement(&family("F06"), Span::ALL).unwrap().statement;
    let goods: Vec<(&str, Money)> = statement
        .goods
        .iter()
        .map(|goods| (goods.sku.as_str(), goods.list))
        .collect();
    assert_eq!(goods, [("F06-01", fils(1_425)), ("F06-06", fils(7_800))]);

    let folder = tempfile::tempdir().unwrap();
    for (format, name, program, arguments) in [
        (
            ExportFormat::Hledger,
            "books.journal",
            "hledger",
            &["check", "--strict", "-f"][..],
        ),
        (
            ExportFormat::Beancount,
            "books.beancount",
            "bean-check",
            &[],
        ),
    ] {
        let path = folder.path().join(name);
        let out = std::fs::File::create(&path).unwrap();
        till.export(format, Box::new(out)).unwrap();
        let checked = run(program, arguments, &path);
        assert!(
            accepted(&checked),
            "{}",
            String::from_utf8_lossy(&checked.stderr)
        );
    }
    let agency = folder.path().join("agency.csv");
    let out = std::fs::File::create(&agency).unwrap();
    till.export(ExportFormat::Agency, Box::new(out)).unwrap();
    let text = std::fs::read_to_string(&agency).unwrap();
    let brought = text.lines().filter(|line| line.contains(",,,,,التوصيل,1,"));
    assert_eq!(brought.count(), 4, "the fee has no agency");
    let verdict = till.verify(|_, _| {}).unwrap();
    assert!(verdict.first_fault.is_none(), "{verdict:?}");
}

#[test]
fn a_table_is_read_however_its_shop_heads_it() {
    let story = Story::begin();
    let arabic = story.plan_orders("طلبات.csv",
        "رقم الطلب,حالة الطلب,تاريخ الطلب,اسم العميل,رقم الجوال,عنوان التوصيل,المدينة,رمز المنتج,الكمية,سعر الوحدة,رسوم الشحن,طريقة الدفع,الإجمالي,ملاحظات العميل\n\
         ٢٠٧٧,تم التنفيذ,26/11/2026 14:05,حصة,٠٥٠١٢٣٤٥٦٧,شارع الوحدة,الشارقة,JAM,٢,22.50,١٥ درهم,مدى,60.00,هدية\n\
         ,,,,,,,COFFEE,1,8,,,,\n\
         2078,بانتظار الدفع,26/11/2026,موزة,,شارع الخان,,JAM,1,22.50,,مدى,22.50,\n",
    );
    // The coffee makes it 68.00, not 60.00.
    assert!(
        matches!(problems(&arabic)[..], [(2, "total", ProblemReason::TotalOther { reckoned })] if reckoned == "68.00 AED"),
        "{:?}",
        arabic.problems
    );
    let shopify = story.plan_orders("orders_export.csv",
        "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Name,Shipping Street,Shipping City,Shipping Phone,Notes,Cancelled at,Payment Method,Payment Reference\n\
         #1001,a@b.c,paid,2026-11-26 10:00:00 +0400,unfulfilled,AED,53.00,15.00,0.00,66.00,2.00,2026-11-26 09:59:00 +0200,2,Jam,22.50,JAM,M B,مها,\"المجاز 1\",Sharjah,0501,بلا سكر,,Shopify Payments,r1\n\
         #1001,a@b.c,,,,,,,,,,2026-11-26 09:59:00 +0200,1,Coffee,8.00,COFFEE,,,,,,,,,\n\
         #1002,a@b.c,pending,,,AED,8.00,0.00,0.00,8.00,0.00,2026-11-26 11:00:00 +0400,1,Coffee,8.00,COFFEE,N,N,x,Dubai,,,2026-11-26 12:00:00 +0400,Cash on Delivery (COD),\n",
    );
    assert_eq!(shopify.problems, []);
    let [order] = orders(&shopify)[..] else {
        panic!("{:?}", shopify.changes)
    };
    assert_eq!(order.shop.number, "#1001");
    let placed = order.shop.placed_at.unwrap().to_string();
    assert_eq!(placed, "2026-11-26 11:59:00", "by the bazaar's clock");
    assert_eq!(order.wanted.customer.name, "مها");
    assert_eq!(order.wanted.customer.address, "المجاز 1، Sharjah");
    let paid = &order.paid[0];
    assert_eq!(
        (&paid.kind, paid.tendered),
        (&TenderKind::Card, fils(6_600))
    );
    let codes: Vec<&str> = shopify.told.iter().map(|told| told.code()).collect();
    assert_eq!(codes, ["discount_by_organiser", "cancelled"]);
}

#[test]
fn every_fault_is_told_in_its_place_and_nothing_is_taken_in() {
    let story = Story::begin();
    story.open();
    let text = "order_number,customer,address,handing,sku,quantity,unit_price,discount,delivery_fee,payment,paid,total,currency,status\n\
         1,حصة,المجاز,,NONE,1,5,,,card,,,,\n\
         2,,المجاز,,JAM,1,22.50,,,card,,,,\n\
         3,حصة,,deliver,JAM,1,22.50,,10,card,,,,\n\
         4,حصة,المجاز,,JAM,0.5,22.50,,,card,,,,\n\
         5,حصة,المجاز,,JAM,1,22.503,,,card,,,,\n\
         6,حصة,,collect,JAM,1,22.50,,10,card,,,,\n\
         7,حصة,المجاز,,JAM,1,22.50,30,,card,,,,\n\
         8,حصة,المجاز,,JAM,1,22.50,,,card,40,,,\n\
         9,حصة,المجاز,,JAM,1,22.50,,,,10,,,\n\
         10,حصة,المجاز,,JAM,1,22.50,,,card,,22,,\n\
         11,حصة,المجاز,,JAM,1,22.50,,,card,,,SAR,\n\
         12,حصة,المجاز,,JAM,1,22.50,,,shells,,,,\n\
         13,حصة,المجاز,,JAM,1,22.50,,,card,,,,frozen\n\
         14,حصة,المجاز,,JAM,1,45.099999999999994,,,card,,45.10,,\n\
         14,موزة,المجاز,,COFFEE,1,8,,,card,,45.10,,\n\
         ,,,,COFFEE,1,-8,,,,,,,\n";
    let told = story.plan_orders("orders.csv", text);
    let places: Vec<(u32, &str)> = problems(&told)
        .iter()
        .map(|(row, column, _)| (*row, *column))
        .collect();
    assert_eq!(
        places,
        [
            (2, "sku"),
            (3, "customer"),
            (4, "address"),
            (5, "quantity"),
            (6, "unit_price"),
            (7, "delivery_fee"),
            (8, "discount"),
            (9, "paid"),
            (10, "paid"),
            (11, "total"),
            (12, "currency"),
            (13, "payment"),
            (14, "status"),
            (16, "customer"),
            (17, "unit_price"),
        ]
    );
    let before = story.till.store().read(|books| books.head()).unwrap().seq;
    let answer = story.till.take_in(&story.badr, told, |_, _| {});
    assert!(matches!(
        refused(answer),
        Refusal::Import(ImportRefusal::Problems(problems)) if problems.len() == 15
    ));
    let after = story.till.store().read(|books| books.head()).unwrap().seq;
    assert_eq!((before, story.till.orders(None).unwrap().len()), (after, 0));

    // The same order as JSON is told by its path.
    let json = r#"{"orders": [
        {"number": 1, "customer": {"name": "حصة"}, "lines": [{"sku": "JAM", "quantity": 2, "unit_price": 22.5}], "total": 45.00},
        {"number": 2, "customer": {"name": "موزة"}, "payment": {"method": "card"}, "total": "30.00",
         "lines": [{"sku": "JAM", "quantity": 1, "unit_price": 22.499999999999996}, {"sku": "OAK", "quantity": 1}]}
    ]}"#;
    let told = story.plan_orders("orders.json", json);
    let paths: Vec<String> = told
        .problems
        .iter()
        .map(|problem| problem.place.to_string())
        .collect();
    assert_eq!(paths, ["orders: orders[1].lines[1].sku"]);
    let broken = story.file("broken.json", "{\"orders\": [");
    let answer = story.till.import_orders(&story.badr, &broken);
    assert!(answer.is_err());
    let families = story
        .till
        .import_families(&story.huda, &story.file("f.json", json));
    assert!(families.is_err(), "orders are no families");
}

#[test]
fn what_the_shop_says_later_is_told_and_never_taken_twice() {
    let story = Story::begin();
    story.open();
    let file = |status: &str, quantity: &str, rest: &str| {
        format!(
            "order_number,customer,address,sku,quantity,unit_price,payment,status\n\
             W-1,حصة,المجاز,JAM,{quantity},22.50,card,processing\n\
             W-2,موزة,المجاز,COFFEE,1,8.00,cod,{status}\n{rest}"
        )
    };
    let first = story.file("one.csv", &file("processing", "1", ""));
    let taken = story.till.import_orders(&story.badr, &first).unwrap();
    assert_eq!(taken.registered.created, 2);
    let orders_before = story.till.orders(None).unwrap();

    let more = "W-3,مها,المجاز,COFFEE,1,8.00,cod,pending\nW-4,مها,المجاز,COFFEE,2,8.00,cod,new\n";
    let later = story.plan_orders("two.csv", &file("cancelled", "3", more));
    assert_eq!(later.problems, []);
    let told: Vec<(&str, &Telling)> = later
        .told
        .iter()
        .map(|told| (told.number.as_str(), &told.what))
        .collect();
    let number = |at: usize| orders_before[at].order.number.clone();
    assert_eq!(
        told,
        [
            (
                "W-1",
                &Telling::Changed {
                    number: number(0),
                    what: vec![Aspect::Goods, Aspect::Payment],
                }
            ),
            ("W-2", &Telling::CancelledSince { number: number(1) }),
            ("W-3", &Telling::Waiting),
        ]
    );
    assert_eq!(later.created(), 1);
    story.till.take_in(&story.badr, later, |_, _| {}).unwrap();
    let orders_after = story.till.orders(None).unwrap();
    assert_eq!(orders_after.len(), 3);
    assert_eq!(orders_after[..2], orders_before[..]);

    // Cancelled here too, there is nothing left to say of it.
    let second = orders_after[1].order.id;
    story
        .till
        .cancel_order(&story.badr, second, fils(0), "أُلغي في المتجر".into(), None)
        .unwrap();
    let last = story.plan_orders("three.csv", &file("cancelled", "1", ""));
    assert_eq!((last.told.len(), last.unchanged, last.created()), (0, 2, 0));
}

#[test]
fn a_supervisor_takes_orders_in_and_no_register() {
    let story = Story::begin();
    story.open();
    let families = story.file("families.csv", "code,name\nF90,أسرة أخرى\n");
    let plan = |who, kind| story.till.plan_import(who, &families, kind, &mut |_, _| {});
    refused(plan(&story.badr, TableKind::Families));
    // A plan that calls itself another does not pass for it.
    let mut disguised = plan(&story.huda, TableKind::Families).unwrap();
    disguised.kind = TableKind::Orders;
    refused(story.till.take_in(&story.badr, disguised, |_, _| {}));

    let orders = "order_number,customer,sku,payment\n1,حصة,JAM,card\n";
    let plan = story.plan_orders("orders.csv", orders);
    let cashier = story.till.take_in(&story.amal, plan.clone(), |_, _| {});
    refused(cashier);
    let taken = story.till.take_in(&story.badr, plan, |_, _| {}).unwrap();
    assert_eq!(taken.registered.created, 1);
}
