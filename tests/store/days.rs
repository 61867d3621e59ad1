//! Random bazaar days: every kind of fact, in lawful orders.

use std::ops::ControlFlow;

use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::day::{DayClosing, DayOpening};
use sanduq::domain::fact::*;
use sanduq::domain::id::*;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::{Bps, Money, Quantity};
use sanduq::domain::order::{self, Customer, OrderContext, OrderState};
use sanduq::domain::payout::{Adjustment, Advance, FamilyPayment, Payout, PayoutMeans, Signed};
use sanduq::domain::refund::{self, RefundContext, Return};
use sanduq::domain::sale::{self, Offer, SaleContext, TenderKind};
use sanduq::domain::settlement::{Cut, SettlementContext, SettlementReversal, Unsettled, settle};
use sanduq::domain::shift::{self, CashMovement, CashMovementKind, ShiftOpening};
use sanduq::domain::signature::Signature;
use sanduq::domain::tally::Tally;
use sanduq::domain::ticket::{Discount, DiscountValue};
use sanduq::store::{Books, Series, StoreError, Writing};

use crate::sample::{Random, Shop, append, date, family, family_code, product_line, staff_code};

/// Plays `steps` random acts, each in its own transaction.
pub fn play(shop: &mut Shop, random: &mut Random, steps: u64) {
    for _ in 0..steps {
        step(shop, random);
    }
}

fn step(shop: &mut Shop, random: &mut Random) {
    let lines = 1 + random.below(4);
    let basket = shop.basket(random, lines);
    match random.below(40) {
        0..=15 => sell(shop, random, lines),
        16..=18 => give_back(shop, random),
        19 => in_transaction(shop, move |w, _| {
            let ticket = basket.ticket.clone();
            let name = "later".to_owned();
            append(
                w,
                Some(basket.day),
                Fact::TicketParked(TicketParked {
                    ticket,
                    name,
                    back: None,
                }),
            );
        }),
        20 => in_transaction(shop, |w, day| {
            if let Some(parked) = w.parked().unwrap().first() {
                let ticket = parked.ticket.id;
                append(w, day, Fact::TicketRecalled(TicketRecalled { ticket }));
            }
        }),
        21 => in_transaction(shop, move |w, day| {
            let total = basket.ticket.price().unwrap().due;
            let (ticket, reason) = (basket.ticket.clone(), "left".to_owned());
            let voided = TicketVoided {
                ticket,
                total,
                reason,
            };
            append(w, day, Fact::TicketVoided(voided));
        }),
        22..=23 => take_order(shop, random, lines),
        24 => cancel_order(shop, random),
        25 => move_cash(shop, random),
        26 => {
            let family = family_code(1 + random.below(shop.families));
            let amount = Money::from_minor(random.below(2000) as i64 - 1000);
            in_transaction(shop, move |w, day| {
                let reason = "agreed".to_owned();
                let day_of = day.unwrap();
                let made = Adjustment {
                    family,
                    day: day_of,
                    amount,
                    reason,
                };
                append(w, day, Fact::AdjustmentMade(made));
            });
        }
        27 => {
            let family = family_code(1 + random.below(shop.families));
            in_transaction(shop, move |w, _| {
                let advance = Advance {
                    family,
                    amount: Money::from_minor(5000),
                    means: PayoutMeans::Safe,
                    reason: "flour".to_owned(),
                };
                append(w, None, Fact::AdvanceGranted(advance));
            });
        }
        28..=30 => settle_family(shop, random),
        31 => reverse_settlement(shop, random),
        32..=33 => pay_family(shop, random),
        34 => change_catalogue(shop, random),
        35 => in_transaction(shop, |w, _| {
            let (paper, copy) = (
                "receipt".to_owned(),
                w.copies_printed("receipt").unwrap() + 1,
            );
            append(
                w,
                None,
                Fact::PaperReprinted(PaperReprinted { paper, copy }),
            );
        }),
        36 => note_something(shop, random),
        _ => next_shift(shop, random),
    }
}

fn in_transaction(
    shop: &Shop,
    act: impl FnOnce(&mut Writing<'_>, Option<chrono::NaiveDate>) + Send + 'static,
) {
    let day = Some(shop.day);
    shop.store
        .write::<(), StoreError>(move |w| {
            act(w, day);
            Ok(())
        })
        .unwrap();
}

fn sell(shop: &Shop, random: &mut Random, lines: u64) {
    let mut basket = shop.basket(random, lines);
    match random.below(4) {
        0 => {
            let funder = [Beneficiary::Family, Beneficiary::Organiser][random.below(2) as usize];
            basket.ticket.discount = Some(Discount {
                value: DiscountValue::Percent(Bps::new(1000).unwrap()),
                funder,
                reason: String::new(),
                approver: None,
            });
            in_transaction(shop, move |w, _| drop(basket.sell(w).unwrap()));
        }
        1 => {
            // The family of the first line takes the money for its goods itself.
            let priced = basket.ticket.price().unwrap();
            let family = basket.ticket.lines[0].family.clone();
            let goods = basket.ticket.lines.iter().zip(&priced.lines);
            let goods = goods.filter(|(line, _)| line.family == family);
            let taken: Money = goods.map(|(_, amounts)| amounts.paid).sum();
            let rest = priced.due - taken;
            let mut offers = vec![Offer::new(TenderKind::TakenByFamily(family), taken)];
            if rest.is_positive() {
                offers.push(Offer::new(TenderKind::Wallet, rest));
            }
            in_transaction(shop, move |w, day| {
                let context = SaleContext {
                    number: w.next_number(Series::Sale).unwrap(),
                    day: basket.day,
                    shift: basket.shift,
                    cashier: staff_code(),
                    deposit: Money::ZERO,
                    deposit_by: None,
                };
                let bazaar = &basket.catalogue.bazaar;
                let sale = sale::complete(bazaar, &basket.ticket, &offers, context).unwrap();
                append(w, day, Fact::SaleCompleted(Box::new(sale)));
            });
        }
        _ => in_transaction(shop, move |w, _| drop(basket.sell(w).unwrap())),
    }
}

fn give_back(shop: &Shop, random: &mut Random) {
    let (pick, id) = (random.next(), RefundId(random.uuid()));
    let (shift, catalogue) = (shop.shift, shop.catalogue.clone());
    in_transaction(shop, move |w, day| {
        let Some(last) = w.last_sale().unwrap() else {
            return;
        };
        let till = w.last_sale().unwrap().unwrap().fact.number.till;
        let number = Number {
            till,
            n: 1 + pick % last.fact.number.n,
        };
        let sale = w.sale_by_number(&number).unwrap().unwrap().fact;
        let already = w.already_refunded(&sale).unwrap();
        let line = (pick % sale.lines.len() as u64) as usize;
        if already.lines[line] >= sale.lines[line].item.quantity {
            return;
        }
        let context = RefundContext {
            id,
            number: w.next_number(Series::Refund).unwrap(),
            day: day.unwrap(),
            shift,
            cashier: staff_code(),
            reason: "broken".to_owned(),
            in_cash: pick.is_multiple_of(3),
        };
        let asked = [Return {
            line,
            quantity: Quantity::ONE,
        }];
        let refund = refund::refund(&catalogue.bazaar, &sale, &already, &asked, context).unwrap();
        append(w, day, Fact::SaleRefunded(Box::new(refund)));
    });
}

fn take_order(shop: &Shop, random: &mut Random, lines: u64) {
    let (basket, id) = (shop.basket(random, lines), OrderId(random.uuid()));
    let hand_over = random.below(2) == 0;
    in_transaction(shop, move |w, day| {
        let context = OrderContext {
            id,
            number: w.next_number(Series::Order).unwrap(),
            day: basket.day,
            shift: basket.shift,
            cashier: staff_code(),
        };
        let customer = Customer {
            name: "Noura".to_owned(),
            ..Customer::default()
        };
        let deposit = Money::from_minor(basket.ticket.price().unwrap().due.minor() / 2 + 1);
        let bazaar = &basket.catalogue.bazaar;
        let offers = [Offer::new(TenderKind::Cash, deposit)];
        let (wish, ticket) = ("blue".to_owned(), basket.ticket.clone());
        let wanted = order::Wanted {
            ticket,
            customer,
            wish,
            due_on: None,
        };
        let order = order::take(bazaar, wanted, &offers, context).unwrap();
        append(w, day, Fact::OrderTaken(Box::new(order.clone())));
        if hand_over {
            let rest = order.total - deposit + Money::from_minor(100);
            let offers = [
                Offer::new(TenderKind::Deposit, deposit),
                Offer::new(TenderKind::Cash, rest),
            ];
            let context = SaleContext {
                number: w.next_number(Series::Sale).unwrap(),
                day: basket.day,
                shift: basket.shift,
                cashier: staff_code(),
                deposit,
                deposit_by: None,
            };
            if let Ok(sale) = sale::complete(bazaar, &order.ticket, &offers, context) {
                append(w, day, Fact::SaleCompleted(Box::new(sale)));
            }
        }
    });
}

fn cancel_order(shop: &Shop, random: &mut Random) {
    let (shift, catalogue, kept) = (shop.shift, shop.catalogue.clone(), random.below(2));
    in_transaction(shop, move |w, day| {
        let open = w.orders(Some(OrderState::Open)).unwrap();
        let Some(row) = open.first() else { return };
        let (kept, reason) = (row.order.deposit.times(kept as i64), "moved".to_owned());
        let day_of = day.unwrap();
        let bazaar = &catalogue.bazaar;
        let cancelled =
            order::cancel(bazaar, &row.order, row.state, kept, reason, day_of, shift).unwrap();
        append(w, day, Fact::OrderCancelled(Box::new(cancelled)));
    });
}

fn move_cash(shop: &Shop, random: &mut Random) {
    use CashMovementKind::{Drop, PaidIn, PaidOut};
    let moved = CashMovement {
        shift: shop.shift,
        day: shop.day,
        kind: [PaidIn, PaidOut, Drop][random.below(3) as usize],
        amount: Money::from_minor(100 + random.below(900) as i64),
        reason: "change".to_owned(),
    };
    in_transaction(shop, move |w, day| append(w, day, Fact::CashMoved(moved)));
}

/// All that is known of a family before its settlement.
pub fn unsettled(books: &Books<'_>, family: &FamilyCode, day: chrono::NaiveDate) -> Unsettled {
    let rows = books.unsettled(family, day).unwrap();
    let waiting: Money = rows.goods.iter().map(|line| line.net()).sum::<Money>()
        + rows.adjustments.iter().map(|line| line.amount).sum();
    let owed = -books
        .balance(&Account::FamilyPayable(family.clone()))
        .unwrap();
    let catalogue = books.catalogue().unwrap().unwrap();
    let instalment = catalogue
        .family(family)
        .and_then(|family| family.advance_instalment);
    Unsettled {
        family: family.clone(),
        goods: rows.goods,
        adjustments: rows.adjustments,
        held: rows.held,
        brought_forward: owed - waiting - books.unsettled_after(family, day).unwrap(),
        advance_left: books.balance(&Account::Advance(family.clone())).unwrap(),
        advance_instalment: instalment.unwrap_or_default(),
    }
}

fn settle_family(shop: &Shop, random: &mut Random) {
    let family = family_code(1 + random.below(shop.families));
    let (id, back) = (SettlementId(random.uuid()), random.below(2));
    in_transaction(shop, move |w, day| {
        // Of the day before at times, so that something is left of today.
        let day = day.unwrap() - chrono::TimeDelta::days(back as i64);
        let catalogue = w.catalogue().unwrap().unwrap();
        let due = catalogue.bazaar.fees_due(
            &family,
            &w.fees_charged(&family, day).unwrap(),
            &w.fees_charged_ever(&family).unwrap(),
        );
        let number = w.next_number(Series::Settlement).unwrap();
        let head = w.head().unwrap();
        let context = SettlementContext {
            id,
            family_name: Bilingual::new("أسرة", "Family"),
            day,
            cut: vec![Cut {
                till: number.till.clone(),
                up_to_seq: head.seq,
            }],
            number,
        };
        let settlement = settle(unsettled(w, &family, day), &due, context);
        let payable = settlement.payable + w.unsettled_after(&family, day).unwrap();
        append(w, Some(day), Fact::FamilySettled(Box::new(settlement)));
        let account = Account::FamilyPayable(family.clone());
        assert_eq!(
            -w.balance(&account).unwrap(),
            payable,
            "the statement is the account"
        );
    });
}

fn reverse_settlement(shop: &Shop, random: &mut Random) {
    let family = family_code(1 + random.below(shop.families));
    in_transaction(shop, move |w, _| {
        let Some(last) = w.last_settlement(&family).unwrap() else {
            return;
        };
        let day = last.settlement.day;
        let (settlement, reason) = (last.settlement, "wrong fee".to_owned());
        let reversal = SettlementReversal { settlement, reason };
        append(w, Some(day), Fact::SettlementReversed(Box::new(reversal)));
    });
}

/// A family signs for money out of the safe on the screen.
pub fn pay_signed(shop: &Shop, random: &mut Random, signature: &str) {
    let signature = Signature::try_from(signature.to_owned()).expect("it is one");
    let (id, family) = (PayoutId(random.uuid()), family_code(1));
    in_transaction(shop, move |w, day| {
        let number = w.next_number(Series::Payout).unwrap();
        let payout = Payout {
            id,
            number,
            family,
            amount: Money::from_minor(100),
            means: PayoutMeans::Safe,
            shift: None,
            collected_by: String::new(),
            reference: String::new(),
            left: Money::ZERO,
            signed: Some(Signed::Drawn(signature)),
        };
        append(w, day, Fact::PayoutMade(payout));
    });
}

fn pay_family(shop: &Shop, random: &mut Random) {
    let family = family_code(1 + random.below(shop.families));
    let (id, shift) = (PayoutId(random.uuid()), Some(shop.shift));
    in_transaction(shop, move |w, day| {
        let account = Account::FamilyPayable(family.clone());
        let owed = -w.balance(&account).unwrap();
        let number = w.next_number(Series::Payout).unwrap();
        let fact = if owed.is_positive() {
            Fact::PayoutMade(Payout {
                signed: None,
                id,
                number,
                family,
                amount: owed,
                means: PayoutMeans::Drawer,
                shift,
                collected_by: String::new(),
                reference: String::new(),
                left: Money::ZERO,
            })
        } else if owed.is_negative() {
            Fact::FamilyPaidIn(FamilyPayment {
                takes_back: None,
                id,
                number,
                family,
                amount: -owed,
                means: PayoutMeans::BankTransfer,
                shift: None,
                reference: "77".to_owned(),
                left: Money::ZERO,
            })
        } else {
            return;
        };
        append(w, day, fact);
    });
}

fn change_catalogue(shop: &mut Shop, random: &mut Random) {
    let (f, l) = (
        1 + random.below(shop.families),
        1 + random.below(shop.lines_each),
    );
    let price = Money::from_minor(25 * (1 + random.below(200) as i64));
    shop.catalogue = shop
        .store
        .write::<_, StoreError>(move |w| {
            append(
                w,
                None,
                Fact::ProductLineListed(Box::new(product_line(f, l, price))),
            );
            append(w, None, Fact::FamilyRegistered(Box::new(family(f))));
            Ok(w.catalogue()?.unwrap())
        })
        .unwrap();
}

fn note_something(shop: &Shop, random: &mut Random) {
    let (staff, reason) = (staff_code(), "change".to_owned());
    let amount = Money::from_minor(10_000);
    let fact = match random.below(6) {
        0 => Fact::SignedIn(StaffNamed { staff }),
        1 => Fact::LockedOut(LockedOut {
            staff,
            wrong_pins: 5,
        }),
        2 => Fact::DrawerOpened(DrawerOpened { reason }),
        3 => Fact::SafeFilled(SafeFilled { amount, reason }),
        4 => Fact::FileImported(FileImported {
            kind: "lines".to_owned(),
            file_name: "lines.csv".to_owned(),
            sha256: format!("{:064x}", random.below(3)),
            rows: 7,
        }),
        _ => Fact::DataRestored(DataRestored {
            from: "usb".to_owned(),
            head_seq: 1,
            head: "00".to_owned(),
        }),
    };
    in_transaction(shop, move |w, _| append(w, None, fact));
}

/// Counts and closes the shift, closes the day at times, and opens both again.
fn next_shift(shop: &mut Shop, random: &mut Random) {
    let next = ShiftId(random.uuid());
    let (day, catalogue) = (shop.day, shop.catalogue.clone());
    let tomorrow = (random.below(2) == 0).then(|| day.succ_opt().unwrap());
    in_transaction(shop, move |w, day| {
        let till = w.last_sale().unwrap().map(|sale| sale.fact.number.till);
        let till = till.unwrap_or_else(crate::sample::till);
        let opening = w.open_shift(&till).unwrap().unwrap().opening;
        let count = shift::count(&catalogue.bazaar, &opening, vec![]).unwrap();
        append(w, day, Fact::DrawerCounted(count.clone()));
        let (seq, counted) = w.last_count(opening.id).unwrap().unwrap();
        assert!(counted == count && !w.drawer_moved_since(&till, seq).unwrap());
        let expected = w.balance(&Account::Drawer(till.clone())).unwrap();
        let reason = "empty".to_owned();
        let closing = shift::close(&catalogue.bazaar, &opening, count, expected, reason).unwrap();
        append(w, day, Fact::ShiftClosed(Box::new(closing)));
        let mut open_on = day.unwrap();
        if let Some(tomorrow) = tomorrow {
            close_day(w, open_on);
            append(
                w,
                Some(tomorrow),
                Fact::DayOpened(DayOpening { day: tomorrow }),
            );
            open_on = tomorrow;
        }
        let opening = ShiftOpening {
            id: next,
            day: open_on,
            cashier: staff_code(),
            float: Money::from_minor(5000),
        };
        append(w, Some(open_on), Fact::ShiftOpened(opening));
    });
    shop.day = tomorrow.unwrap_or(day);
    shop.shift = next;
    assert!(shop.day >= date(0));
}

fn close_day(w: &mut Writing<'_>, day: chrono::NaiveDate) {
    let mut tally = Tally::default();
    w.entries_of_day(day, &mut |entry| {
        tally.add(&entry);
        ControlFlow::Continue(())
    })
    .unwrap();
    let head = w.head().unwrap();
    let (perpetual_sales, perpetual_refunds) = w.perpetual().unwrap();
    let closing = DayClosing {
        day,
        number: w.next_number(Series::Z).unwrap(),
        up_to_seq: head.seq,
        head: head.to_string(),
        tally,
        perpetual_sales,
        perpetual_refunds,
        carried_over: vec![],
        missing_tills: vec![],
    };
    append(w, Some(day), Fact::DayClosed(Box::new(closing)));
}
