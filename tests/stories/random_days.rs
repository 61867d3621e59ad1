//! Days of random trade under every kind of terms: whatever happens at the
//! counter, the equations of the day hold.

use proptest::prelude::*;
use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::delivery::Delivery;
use sanduq::domain::id::{OrderId, PayoutId, RefundId};
use sanduq::domain::ledger::{Account, postings};
use sanduq::domain::money::{Money, Quantity};
use sanduq::domain::order::{Customer, Wanted};
use sanduq::domain::payout::PayoutMeans;
use sanduq::domain::refund::Return;
use sanduq::domain::sale::{CashDue, Offer, Sale, TenderKind};
use sanduq::domain::shift::CashMovementKind;
use sanduq::domain::shop::ShopOrder;
use sanduq::domain::staff::Act;
use sanduq::domain::ticket::Ticket;
use sanduq::services::day::ParkedAtClose;
use sanduq::services::order::{OrderRequest, ShopRequest};
use sanduq::services::payout::PayoutRequest;
use sanduq::services::refund::RefundRequest;
use sanduq::services::sell::taken_by_families;
use sanduq::services::{Approval, Error};

use crate::bazaar::{Story, TERMS, amount, family, fils, in_pieces, percent};

const GOODS: [&str; 7] = [
    "COFFEE", "JAM", "HAMPER", "OUD", "BISCUIT", "SAFFRON", "TRAY",
];
const FAMILIES: [&str; 6] = ["F03", "F05", "F06", "F10", "F11", "F20"];

/// A small generator, so that a seed tells the whole day (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }

    fn amount(&mut self, limit: u64) -> i64 {
        i64::try_from(self.below(limit)).unwrap()
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn funder(&mut self) -> Beneficiary {
        if self.one_in(2) {
            Beneficiary::Family
        } else {
            Beneficiary::Organiser
        }
    }
}

fn terms(dice: &mut Dice) -> String {
    let taxes = [
        "",
        "[tax]\nregime = \"organiser\"\ncountry = \"AE\"\nnumber = \"100000000000003\"\nrate = \"5\"\n",
        "[tax]\nregime = \"organiser\"\ncountry = \"SA\"\nnumber = \"310122393500003\"\nrate = \"15\"\n",
        "[tax]\nregime = \"family\"\ncountry = \"AE\"\nrate = \"5\"\n",
    ];
    let coins = [
        "",
        "[cash_rounding]\ncoin = \"0.25\"\nmode = \"nearest\"\n",
        "[cash_rounding]\ncoin = \"0.25\"\nmode = \"down\"\n",
    ];
    let mut terms = TERMS.to_owned();
    if dice.one_in(4) {
        terms = terms.replace("cut_off", "money_taken_by = \"family\"\ncut_off");
    }
    if dice.one_in(3) {
        terms = terms.replace("goes_to = \"family\"", "goes_to = \"organiser\"");
    }
    let tax = taxes[usize::try_from(dice.below(4)).unwrap()];
    let coin = coins[usize::try_from(dice.below(3)).unwrap()];
    let fee = "[[fees]]\ncode = \"STALL\"\nname_ar = \"رسم\"\namount = \"3.00\"\nper = \"day\"\n";
    format!("{terms}\n{tax}{coin}{fee}")
}

struct Day<'a> {
    story: &'a Story,
    dice: &'a mut Dice,
    approval: Approval,
    sales: Vec<Sale>,
    orders: Vec<OrderId>,
}

impl Day<'_> {
    fn ticket(&mut self) -> Ticket {
        let mut ticket = self.story.new_ticket();
        let catalogue = self.story.till.catalogue().unwrap();
        for _ in 0..=self.dice.below(4) {
            let code = GOODS[usize::try_from(self.dice.below(7)).unwrap()];
            let quantity = match code {
                "SAFFRON" => Quantity::from_thousandths(1 + self.dice.amount(2000)),
                _ => Quantity::units(1 + self.dice.amount(4)),
            };
            let price = self.dice.one_in(6).then(|| fils(self.dice.amount(9999)));
            ticket
                .add(&catalogue, &code.parse().unwrap(), quantity, price)
                .unwrap();
        }
        for index in 0..ticket.lines.len() {
            if self.dice.one_in(4) {
                let most = ticket.lines[index].list().minor().unsigned_abs() + 1;
                let discount = match self.dice.one_in(2) {
                    true => amount(self.dice.amount(most), self.dice.funder()),
                    false => percent(
                        u32::try_from(self.dice.below(101)).unwrap(),
                        self.dice.funder(),
                    ),
                };
                ticket.set_line_discount(index, Some(discount)).unwrap();
            }
        }
        if self.dice.one_in(4) {
            let share = u32::try_from(self.dice.below(101)).unwrap();
            ticket.discount = Some(percent(share, self.dice.funder()));
        }
        ticket
    }

    /// Pays the rest in cash after random parts by card and wallet.
    fn offers(&mut self, ticket: &Ticket, due: Money, families: bool) -> Vec<Offer> {
        let catalogue = self.story.till.catalogue().unwrap();
        let mut offers = Vec::new();
        if families {
            offers = taken_by_families(&catalogue, ticket).unwrap();
        }
        let mut left = due - offers.iter().map(|offer| offer.tendered).sum();
        for kind in [TenderKind::Card, TenderKind::Wallet, TenderKind::Voucher] {
            if left.is_positive() && self.dice.one_in(3) {
                let part = match self.dice.one_in(2) {
                    true => left,
                    false => fils(1 + self.dice.amount(left.minor().unsigned_abs())),
                };
                offers.push(Offer::new(kind, part));
                left -= part;
            }
        }
        let other: Money = offers.iter().map(|offer| offer.tendered).sum();
        let cash = CashDue::of(&catalogue.bazaar, due, other).due;
        if cash.is_positive() {
            let more = fils(self.dice.amount(5000));
            offers.push(Offer::new(TenderKind::Cash, cash + more));
        }
        offers
    }

    fn sell(&mut self) {
        let ticket = self.ticket();
        let due = ticket.price().unwrap().due;
        let offers = self.offers(&ticket, due, true);
        let (till, amal) = (&self.story.till, &self.story.amal);
        let sale = till
            .complete_sale(amal, ticket, offers, Some(&self.approval))
            .unwrap()
            .sale
            .fact;
        assert!(sale.is_balanced());
        assert_eq!(sale.due(), due);
        self.sales.push(sale);
    }

    fn give_back(&mut self, everything: bool) {
        if self.sales.is_empty() {
            return;
        }
        let index = usize::try_from(self.dice.below(self.sales.len() as u64)).unwrap();
        let sale = self.sales[index].clone();
        let already = self.story.till.already_refunded(&sale).unwrap();
        let mut returns = Vec::new();
        for (line, sold) in sale.lines.iter().enumerate() {
            let left = sold.item.quantity - already.lines.get(line).copied().unwrap_or_default();
            let step = if sold.item.unit.is_divisible() {
                1
            } else {
                1000
            };
            let most = left.thousandths() / step;
            if most > 0 && (everything || self.dice.one_in(2)) {
                let taken = if everything {
                    most
                } else {
                    1 + self.dice.amount(most.unsigned_abs())
                };
                returns.push(Return {
                    line,
                    quantity: Quantity::from_thousandths(taken * step),
                });
            }
        }
        if returns.is_empty() {
            return;
        }
        let request = RefundRequest {
            id: RefundId(self.story.till.moments().new_id()),
            sale: sale.id,
            returns,
            reason: "عاد".into(),
            in_cash: self.dice.one_in(4),
        };
        let refund = self
            .story
            .till
            .refund(&self.story.badr, request, None)
            .unwrap();
        if everything {
            let already = self.story.till.already_refunded(&sale).unwrap();
            assert_eq!(
                already.total(),
                sale.refundable(),
                "refunding everything returns what was paid for it"
            );
        }
        assert!(refund.fact.is_balanced());
    }

    /// An order of a web shop, paid there in whole, in part or not at all, brought for
    /// a fee or collected.
    fn shop_order(&mut self) {
        let mut ticket = self.ticket();
        let bazaar = self.story.till.catalogue().unwrap().bazaar.clone();
        let fee = fils(self.dice.amount(3000));
        let brought = !self.dice.one_in(3);
        ticket.delivery = Delivery::of(&bazaar, fee).filter(|_| brought);
        let total = ticket.price().unwrap().due;
        let paid = match self.dice.below(3) {
            0 => fils(0),
            1 => total,
            _ => fils(self.dice.amount(total.minor().unsigned_abs() + 1)),
        };
        let online = [TenderKind::Card, TenderKind::Transfer, TenderKind::Wallet];
        let kind = online[usize::try_from(self.dice.below(3)).unwrap()].clone();
        let paid = Some(Offer::new(kind, paid)).filter(|offer| offer.tendered.is_positive());
        let request = ShopRequest {
            wanted: Wanted {
                customer: Customer {
                    name: "عائشة".into(),
                    address: if brought {
                        "المجاز".into()
                    } else {
                        String::new()
                    },
                    ..Customer::default()
                },
                wish: String::new(),
                due_on: None,
                ticket,
            },
            paid: paid.into_iter().collect(),
            shop: ShopOrder {
                number: self.story.till.moments().new_id().to_string(),
                shop: String::new(),
                placed_at: None,
                file: "orders.csv".into(),
            },
        };
        let (till, badr) = (&self.story.till, &self.story.badr);
        let taken = till.take_shop_orders(badr, vec![request], None).unwrap();
        assert_eq!(taken[0].total, total);
        self.orders.push(taken[0].id);
    }

    fn order(&mut self) {
        let ticket = self.story.ticket(&[("TRAY", 1000)]);
        let request = OrderRequest {
            id: OrderId(self.story.till.moments().new_id()),
            ticket,
            customer: Customer {
                name: "سلمى".into(),
                ..Customer::default()
            },
            wish: String::new(),
            due_on: None,
            deposit: vec![Offer::new(
                TenderKind::Cash,
                fils(4800 + self.dice.amount(11_201)),
            )],
        };
        let order = self
            .story
            .till
            .take_order(&self.story.amal, request)
            .unwrap();
        self.orders.push(order.id);
    }

    fn end_order(&mut self) {
        let Some(id) = self.orders.pop() else { return };
        let row = self
            .story
            .till
            .orders(None)
            .unwrap()
            .into_iter()
            .find(|row| row.order.id == id);
        let order = row.unwrap().order;
        if self.dice.one_in(2) {
            let kept = fils(
                self.dice
                    .amount(order.most_kept().minor().unsigned_abs() + 1),
            );
            let reason = "لم يعد".to_owned();
            self.story
                .till
                .cancel_order(&self.story.badr, id, kept, reason, None)
                .unwrap();
        } else {
            let due = order.total - order.deposit;
            let offers = match due.is_zero() {
                true => Vec::new(),
                false => self.offers(&order.ticket, due, false),
            };
            let sold = self
                .story
                .till
                .hand_over(&self.story.amal, id, offers, None)
                .unwrap();
            self.sales.push(sold.sale.fact);
        }
    }

    fn move_cash(&mut self) {
        let kind = match self.dice.below(3) {
            0 => CashMovementKind::PaidIn,
            1 => CashMovementKind::PaidOut,
            _ => CashMovementKind::Drop,
        };
        let amount = fils(1 + self.dice.amount(5000));
        let reason = "حركة".to_owned();
        // A drawer without that much refuses, which is no matter here.
        let moved = self
            .story
            .till
            .move_cash(&self.story.badr, kind, amount, reason, None);
        assert!(moved.is_ok() || matches!(moved, Err(Error::Refused(_))));
    }

    fn live(&mut self) {
        for _ in 0..12 + self.dice.below(20) {
            match self.dice.below(12) {
                0 => self.give_back(false),
                1 => self.give_back(true),
                2 if self.dice.one_in(2) => self.shop_order(),
                2 => self.order(),
                3 => self.end_order(),
                4 => self.move_cash(),
                _ => self.sell(),
            }
        }
    }
}

/// Every equation between the tills' facts and the books.
fn check_books(story: &Story) {
    story
        .till
        .store()
        .read(|books| {
            let mut balances = std::collections::BTreeMap::<Account, Money>::new();
            books.entries(1, &mut |entry| {
                let legs = postings(&entry.till, &entry.fact);
                assert!(legs.iter().map(|leg| leg.amount).sum::<Money>().is_zero());
                for leg in legs {
                    *balances.entry(leg.account).or_default() += leg.amount;
                }
                std::ops::ControlFlow::Continue(())
            })?;
            for (account, balance) in balances {
                assert_eq!(books.balance(&account)?, balance, "{account}");
            }
            let verdict = sanduq::store::verify::verify(books, |_, _| {})?;
            assert!(verdict.first_fault.is_none(), "{:?}", verdict.first_fault);
            Ok::<_, sanduq::store::StoreError>(())
        })
        .unwrap();
}

/// Two days of random trade, closed, settled and partly paid.
pub fn trade(seed: u64) -> Story {
    let mut dice = Dice(seed);
    let story = Story::with_terms(&terms(&mut dice));
    let mut registered = story
        .till
        .catalogue()
        .unwrap()
        .family(&family("F05"))
        .unwrap()
        .clone();
    registered.tax_number = Some("100000000000011".into());
    story
        .till
        .register(&story.huda, vec![registered], vec![], None)
        .unwrap();
    let acts = vec![
        Act::OverridePrice,
        Act::LargeDiscount,
        Act::Refund,
        Act::MoveCash,
        Act::CancelOrder,
    ];
    let approval = story
        .till
        .approve_all(acts, story.badr.staff(), "123456")
        .unwrap();
    let mut sales = Vec::new();
    let mut orders = Vec::new();
    for _ in 0..2 {
        let day = story.open();
        let approval = approval.clone();
        let mut open = Day {
            story: &story,
            dice: &mut dice,
            approval,
            sales,
            orders,
        };
        open.live();
        crate::dashboard::check_figures(&story);
        (sales, orders) = (open.sales, open.orders);
        let drawer = story.till.day_status().unwrap().drawer;
        let counted = drawer.or_zero() + fils(dice.amount(300));
        story
            .till
            .count_drawer(&story.amal, in_pieces(counted.minor()))
            .unwrap();
        let closing = story.till.close_shift(&story.amal, "عد".into()).unwrap();
        assert_eq!((closing.expected, closing.counted), (drawer, counted));
        let z = story
            .till
            .close_day(&story.badr, ParkedAtClose::Refuse)
            .unwrap()
            .fact;
        assert!(z.tally.proof().holds(), "{:?}", z.tally.proof());
        let by_family: Money = z.tally.by_family.values().map(|trade| trade.credit).sum();
        assert_eq!(by_family, z.tally.total.credit);

        for settlement in story.till.settle_day(&story.huda, day).unwrap() {
            assert!(settlement.adds_up());
            let owed = -story.balance(Account::FamilyPayable(settlement.family.clone()));
            assert_eq!(owed, settlement.payable, "the statement is the account");
        }
        for code in FAMILIES {
            let owed = -story.balance(Account::FamilyPayable(family(code)));
            if owed.is_positive() && dice.one_in(2) {
                let request = PayoutRequest {
                    signed: None,
                    id: PayoutId(story.till.moments().new_id()),
                    family: family(code),
                    amount: fils(1 + dice.amount(owed.minor().unsigned_abs())),
                    means: PayoutMeans::BankTransfer,
                    collected_by: String::new(),
                    reference: "TR-1".into(),
                };
                story.till.pay_out(&story.huda, request).unwrap();
            }
        }
        story.minutes_later(24 * 60);
    }
    check_books(&story);
    story
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_traded_the_books_agree(seed in any::<u64>()) {
        trade(seed);
    }
}
