//! Each of the five kinds of bazaar from its set-up to paid families, told through
//! the services: what is particular of each, and that the money adds up.

use chrono::{NaiveDate, TimeDelta};
use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::door::{Advice, DoorCount, Way};
use sanduq::domain::id::{FamilyCode, GoodsNoteId, OrderId, PayoutId, RefundId, Sku, TicketId};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::{Currency, Money, Quantity};
use sanduq::domain::order::Customer;
use sanduq::domain::payout::PayoutMeans;
use sanduq::domain::refund::Return;
use sanduq::domain::sale::{Offer, Sale, TenderKind};
use sanduq::domain::settlement::Settlement;
use sanduq::domain::shift::Denomination;
use sanduq::domain::staff::Act;
use sanduq::domain::stock::{Batch, Named};
use sanduq::domain::ticket::Ticket;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::OrderRequest;
use sanduq::services::payout::PayoutRequest;
use sanduq::services::refund::RefundRequest;
use sanduq::services::sell::taken_by_families;
use sanduq::services::stock::{HandedIn, NoteRequest};

use crate::bazaar::{family, fils, in_pieces, percent, sku};
use crate::kinds::{CANTEEN, CORNERS, MAKKAH, QATIF, SHARJAH, SUPERVISOR_PIN, Shipped};

impl Shipped {
    fn open(&self, float: i64) -> NaiveDate {
        let day = self.till.open_day(&self.supervisor, None, false).unwrap();
        self.till.open_shift(&self.cashier, fils(float)).unwrap();
        day
    }

    fn later(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    fn ticket(&self, goods: &[(&str, i64)]) -> Ticket {
        let catalogue = self.till.catalogue().unwrap();
        let mut ticket = Ticket::new(TicketId(self.till.moments().new_id()));
        for (code, thousandths) in goods {
            let quantity = Quantity::from_thousandths(*thousandths);
            ticket.add(&catalogue, &sku(code), quantity, None).unwrap();
        }
        ticket
    }

    fn sell(&self, ticket: Ticket, offers: Vec<Offer>) -> Sale {
        self.later(2);
        let done = self.till.complete_sale(&self.cashier, ticket, offers, None);
        done.unwrap().sale.fact
    }

    /// Sells at list price for one kind of money.
    fn sold(&self, goods: &[(&str, i64)], kind: TenderKind) -> Sale {
        let ticket = self.ticket(goods);
        let due = ticket.price().unwrap().due;
        self.sell(ticket, vec![Offer::new(kind, due)])
    }

    /// Counts what should be in the drawer, closes the shift and the day, and
    /// settles every family.
    fn close_and_settle(&self, day: NaiveDate) -> Vec<Settlement> {
        let drawer = self.balance(Account::Drawer(self.till.code().clone()));
        let counted = match self.till.catalogue().unwrap().bazaar.currency {
            // The smallest coin is five fils.
            Currency::Kwd => vec![Denomination {
                value: fils(5),
                pieces: u32::try_from(drawer.minor() / 5).unwrap(),
            }],
            _ => in_pieces(drawer.minor()),
        };
        self.till.count_drawer(&self.cashier, counted).unwrap();
        let shift = self.till.close_shift(&self.cashier, String::new()).unwrap();
        assert!(shift.over_short().is_zero());
        let closed = self.till.close_day(&self.supervisor, ParkedAtClose::Refuse);
        closed.unwrap();
        self.till.settle_day(&self.organiser, day).unwrap()
    }

    /// Pays everybody what is owed by transfer, and takes what is owed to us.
    fn even_out(&self) {
        for account in self.till.family_accounts().unwrap() {
            let balance = account.settled_balance;
            let request = PayoutRequest {
                signed: None,
                id: PayoutId(self.till.moments().new_id()),
                family: account.family.clone(),
                amount: balance.abs(),
                means: PayoutMeans::BankTransfer,
                collected_by: String::new(),
                reference: "TR-1".into(),
            };
            if balance.is_positive() {
                self.till.pay_out(&self.organiser, request).unwrap();
            } else if balance.is_negative() {
                self.till
                    .take_from_family(&self.organiser, request)
                    .unwrap();
            }
        }
        for account in self.till.family_accounts().unwrap() {
            assert!(account.settled_balance.is_zero(), "{}", account.family);
        }
        let verdict = self.till.verify(|_, _| {}).unwrap();
        assert!(verdict.first_fault.is_none(), "{verdict:?}");
    }

    fn balance(&self, account: Account) -> Money {
        let store = self.till.store();
        store.read(move |books| books.balance(&account)).unwrap()
    }

    /// The families take the money for a ticket themselves.
    fn at_the_stall(&self, ticket: &Ticket) -> Vec<Offer> {
        let catalogue = self.till.catalogue().unwrap();
        taken_by_families(&catalogue, ticket).unwrap()
    }

    fn owed_to(&self, code: &str) -> Money {
        self.till
            .family_account(&family(code))
            .unwrap()
            .settled_balance
    }
}

fn of<'a>(settled: &'a [Settlement], code: &str) -> &'a Settlement {
    let mut found = settled.iter().filter(|one| one.family == family(code));
    found.next().expect("every family is settled")
}

#[test]
fn sharjah_staff_sell_for_absent_families_in_a_hall_with_a_limit() {
    let bazaar = SHARJAH.set_up();
    let day = bazaar.open(20_000);
    let terms = &bazaar.till.catalogue().unwrap().bazaar;
    let limit = terms.hall_limit.expect("the hall admits so many");
    let people = |people| DoorCount {
        way: Way::In,
        people,
        correction: false,
    };
    let visitors = bazaar
        .till
        .count_at_door(&bazaar.cashier, people(limit - 1));
    assert!(!visitors.unwrap().fill(terms));
    let visitors = bazaar
        .till
        .count_at_door(&bazaar.cashier, people(1))
        .unwrap();
    assert!(visitors.fill(terms), "one more fills the hall");

    // One thing of every package, of which three families get their own rate.
    let catalogue = bazaar.till.catalogue().unwrap();
    let of_package = |code: &str| {
        let mut lines = catalogue.lines().iter();
        let sells = lines.find(|line| line.package.as_str() == code && line.price.is_some());
        sells.expect("every package has goods").sku.clone()
    };
    let packages = terms.packages.iter();
    let goods: Vec<Sku> = packages
        .map(|package| of_package(package.code.as_str()))
        .collect();
    assert_eq!(goods.len(), 5);
    let mut taken = Money::ZERO;
    for (at, code) in goods.iter().enumerate() {
        let kind = [TenderKind::Cash, TenderKind::Card][at % 2].clone();
        let sale = bazaar.sold(&[(code.as_str(), 1000)], kind);
        taken += sale.paid();
    }
    let settled = bazaar.close_and_settle(day);
    assert_eq!(settled.len(), 21);
    let payable: Money = settled.iter().map(|one| one.payable).sum();
    let kept = bazaar.balance(Account::Commission) + bazaar.balance(Account::Fees);
    // What is kept is income: it stands on the other side.
    assert_eq!(payable, taken + kept);
    bazaar.even_out();
}

#[test]
fn makkah_and_its_sisters_are_added_up_and_discount_cards_cost_no_family() {
    let mut all = Money::ZERO;
    let tills = [
        MAKKAH,
        MAKKAH.at("T1", "K02", "2026-12-07T13:00:00Z"),
        MAKKAH.at("J1", "K03", "2026-12-08T13:00:00Z"),
    ];
    for till in tills {
        let bazaar = till.set_up();
        let day = bazaar.open(10_000);
        assert_eq!(bazaar.till.catalogue().unwrap().bazaar.packages.len(), 21);
        bazaar.sold(&[("M01-01", 2000), ("M16-01", 1000)], TenderKind::Card);
        // A card holder pays four fifths, and the programme the rest.
        let mut ticket = bazaar.ticket(&[("M12-01", 1000)]);
        ticket.discount = Some(percent(20, Beneficiary::Organiser));
        let approver = bazaar.supervisor.staff().clone();
        let approval = bazaar
            .till
            .approve(Act::LargeDiscount, &approver, SUPERVISOR_PIN);
        let offers = vec![Offer::new(TenderKind::Cash, fils(10_400))];
        let done =
            bazaar
                .till
                .complete_sale(&bazaar.cashier, ticket, offers, Some(&approval.unwrap()));
        all = all + done.unwrap().sale.fact.paid() + fils(7000 + 11_000);
        let settled = bazaar.close_and_settle(day);
        let embroidery = of(&settled, "M12");
        assert_eq!(embroidery.payable, fils(13_000 - 650), "credited in full");
        bazaar.even_out();
    }
    assert_eq!(all, fils(3 * (18_000 + 10_400)));
}

#[test]
fn qatif_families_take_the_money_themselves_and_may_owe_it() {
    let bazaar = QATIF.set_up();
    let day = bazaar.open(50_000);
    // At the stall: the family has its money already.
    let ticket = bazaar.ticket(&[("R01-03", 1000)]);
    let offers = bazaar.at_the_stall(&ticket);
    let stall = bazaar.sell(ticket, offers);
    // Made to a wish: half is paid in advance at the desk.
    let order = bazaar.ticket(&[("R01-02", 1000)]);
    let request = OrderRequest {
        id: OrderId(bazaar.till.moments().new_id()),
        ticket: order,
        customer: Customer {
            name: "زهراء".into(),
            ..Customer::default()
        },
        wish: "الاسم بالذهبي".into(),
        due_on: None,
        deposit: vec![Offer::new(TenderKind::Cash, fils(6000))],
    };
    let order = bazaar.till.take_order(&bazaar.cashier, request).unwrap();
    // Past midnight it is still the evening before.
    bazaar.later(7 * 60);
    let balance = vec![Offer::new(TenderKind::Cash, fils(6000))];
    let handed = bazaar
        .till
        .hand_over(&bazaar.cashier, order.id, balance, None);
    let handed = handed.unwrap().sale;
    assert_eq!(handed.fact.day, day);
    assert_ne!(handed.at.date_naive(), day);
    // Somebody brings back at the desk what was sold at the stall.
    let asked = RefundRequest {
        id: RefundId(bazaar.till.moments().new_id()),
        sale: stall.id,
        returns: vec![Return {
            line: 0,
            quantity: Quantity::ONE,
        }],
        reason: "مكسور".into(),
        in_cash: true,
    };
    let approver = bazaar.supervisor.staff().clone();
    let approval = bazaar.till.approve(Act::Refund, &approver, SUPERVISOR_PIN);
    let approval = approval.unwrap();
    let back = bazaar.till.refund(&bazaar.cashier, asked, Some(&approval));
    back.unwrap();
    let second = bazaar.ticket(&[("R02-01", 1000)]);
    let offers = bazaar.at_the_stall(&second);
    bazaar.sell(second, offers);

    let settled = bazaar.close_and_settle(day);
    // The tray came in at the desk; the holder was sold at the stall and paid back
    // out of the desk.
    assert_eq!(of(&settled, "R01").payable, fils(12_000 - 5500));
    // Places are free and nothing is held back: who kept the money is even.
    assert!(of(&settled, "R02").payable.is_zero());
    bazaar.even_out();
}

#[test]
fn a_canteen_sells_what_is_fresh_and_pays_to_the_fils() {
    let bazaar = CANTEEN.set_up();
    let day = bazaar.open(5000);
    let note = || NoteRequest {
        id: GoodsNoteId(bazaar.till.moments().new_id()),
        family: family("W01"),
        person: "أم يوسف".into(),
        remark: String::new(),
    };
    let pieces = |code: &str, pieces: i64| Named {
        sku: sku(code),
        quantity: Quantity::units(pieces),
    };
    let batch = Batch {
        produced: Some(day),
        best_before: Some(day),
        ..Batch::default()
    };
    let handed_in = [("W01-01", 40), ("W01-11", 20)].map(|(code, count)| HandedIn {
        goods: pieces(code, count),
        batch: batch.clone(),
    });
    bazaar
        .till
        .receive_goods(&bazaar.supervisor, note(), handed_in.to_vec())
        .unwrap();
    for _ in 0..7 {
        bazaar.sold(&[("W01-01", 2000), ("W01-11", 1000)], TenderKind::Cash);
    }
    let left = |code: &str| {
        let stock = bazaar.till.stock(Some(&family("W01"))).unwrap();
        let row = stock.into_iter().find(|row| row.sku == sku(code));
        row.expect("it was handed in").stock.left()
    };
    assert_eq!(
        (left("W01-01"), left("W01-11")),
        (Quantity::units(26), Quantity::units(13))
    );
    // What was made for today goes home at noon.
    let counted = vec![pieces("W01-01", 26), pieces("W01-11", 12)];
    bazaar
        .till
        .count_unsold(&bazaar.supervisor, note(), counted, false)
        .unwrap();
    assert!(left("W01-01").is_zero() && left("W01-11").is_zero());

    let settled = bazaar.close_and_settle(day);
    // 7 × (0.500 + 0.275) = 5.425; 8 % of it is 0.434; the room costs 1.500.
    assert_eq!(of(&settled, "W01").payable, fils(5425 - 434 - 1500));
    bazaar.even_out();

    // The next school day begins anew.
    bazaar.later(24 * 60);
    let next = bazaar.open(5000);
    assert_eq!(next, day.succ_opt().unwrap());
    bazaar.sold(&[("W01-09", 3000)], TenderKind::Cash);
    let settled = bazaar.close_and_settle(next);
    // 0.150 less 0.012 do not pay for the room: the family owes the rest.
    assert_eq!(of(&settled, "W01").payable, fils(150 - 12 - 1500));
    bazaar.even_out();
}

#[test]
fn corners_answer_visitors_and_pay_what_little_they_sell() {
    let mut visits = 0;
    let corners = [
        (CORNERS, "A01-01"),
        (CORNERS.at("C02", "A01", "2026-12-07T06:00:00Z"), "A02-01"),
        (CORNERS.at("C13", "A01", "2026-12-10T06:00:00Z"), "A13-01"),
    ];
    for (corner, goods) in corners {
        let bazaar = corner.set_up();
        let day = bazaar.open(10_000);
        for subject in ["FUND", "FUND", "TRAIN"] {
            let advice = Advice {
                subject: subject.parse().unwrap(),
                correction: false,
            };
            bazaar.till.count_advice(&bazaar.cashier, advice).unwrap();
        }
        let seen = bazaar.till.visitors().unwrap();
        assert_eq!(seen.advised[&"FUND".parse().unwrap()], 2);
        visits += seen.advised_in_all();
        let sale = bazaar.sold(&[(goods, 1000)], TenderKind::Cash);
        let settled = bazaar.close_and_settle(day);
        let seller: FamilyCode = goods[..3].parse().unwrap();
        // Nothing is held back.
        assert_eq!(bazaar.owed_to(seller.as_str()), sale.paid());
        assert_eq!(settled.len(), 13);
        bazaar.even_out();
    }
    assert_eq!(visits, 9);
}
