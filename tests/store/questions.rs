//! What the books answer, told as a day at the till.

use std::ops::ControlFlow;

use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::fact::*;
use sanduq::domain::id::*;
use sanduq::domain::ledger::Account;
use sanduq::domain::money::{Bps, Money, Quantity};
use sanduq::domain::order::{Order, OrderCancellation, OrderState};
use sanduq::domain::payout::Adjustment;
use sanduq::domain::refund::{self, RefundContext, Return};
use sanduq::domain::sale::Tender;
use sanduq::domain::sale::TenderKind;
use sanduq::domain::settlement::{AdjustmentSource, SettlementContext, SettlementReversal, settle};
use sanduq::domain::ticket::Ticket;
use sanduq::store::{Books, PinRecord, Series, Store, StoreError, Unlawful, Writing};
use uuid::Uuid;

use crate::days::unsettled;
use crate::sample::*;

/// A shop in a folder that lasts as long as it.
fn shop() -> (tempfile::TempDir, Shop) {
    let folder = tempfile::tempdir().unwrap();
    let shop = open_shop(&folder.path().join("till.sanduq"), 3, 3);
    (folder, shop)
}

/// Sells so many thousandths of one product line of each family named.
fn sell(shop: &Shop, id: u128, goods: &[(u64, u64, i64)]) -> sanduq::domain::sale::Sale {
    let mut ticket = Ticket::new(TicketId(Uuid::from_u128(id)));
    for (family, line, quantity) in goods {
        let quantity = Quantity::from_thousandths(*quantity);
        ticket
            .add(&shop.catalogue, &sku(*family, *line), quantity, None)
            .unwrap();
    }
    let basket = Basket {
        ticket,
        catalogue: shop.catalogue.clone(),
        day: shop.day,
        shift: shop.shift,
    };
    shop.store.write(move |w| basket.sell(w)).unwrap()
}

fn ask<T: Send + 'static>(
    store: &Store,
    question: impl FnOnce(&Books<'_>) -> Result<T, StoreError> + Send + 'static,
) -> T {
    store.read(question).unwrap()
}

fn record(store: &Store, act: impl FnOnce(&mut Writing<'_>) + Send + 'static) {
    store
        .write::<_, StoreError>(move |w| {
            act(w);
            Ok(())
        })
        .unwrap();
}

fn refund_one(shop: &Shop, sale: &sanduq::domain::sale::Sale, n: u128) {
    let (sale, catalogue) = (sale.clone(), shop.catalogue.clone());
    let (day, shift) = (shop.day, shop.shift);
    record(&shop.store, move |w| {
        let context = RefundContext {
            id: RefundId(Uuid::from_u128(n)),
            number: w.next_number(Series::Refund).unwrap(),
            day,
            shift,
            cashier: staff_code(),
            reason: "broken".to_owned(),
            in_cash: false,
        };
        let already = w.already_refunded(&sale).unwrap();
        let asked = [Return {
            line: 0,
            quantity: Quantity::ONE,
        }];
        let refund = refund::refund(&catalogue.bazaar, &sale, &already, &asked, context).unwrap();
        append(w, Some(day), Fact::SaleRefunded(Box::new(refund)));
    });
}

#[test]
fn a_sale_is_found_by_ticket_number_and_day() {
    let (_folder, shop) = shop();
    let sales: Vec<_> = (1..=3)
        .map(|id| sell(&shop, id, &[(1, 1, 3000), (2, 3, 350)]))
        .collect();
    refund_one(&shop, &sales[1], 90);
    refund_one(&shop, &sales[1], 91);
    let (second, day) = (sales[1].clone(), shop.day);
    ask(&shop.store, move |books| {
        assert_eq!(books.sale(second.id)?.unwrap().fact, second);
        assert_eq!(books.sale_by_number(&second.number)?.unwrap().fact, second);
        assert_eq!(books.sale(TicketId(Uuid::from_u128(9)))?, None);
        let elsewhere = Number {
            till: TillCode::new("T2").unwrap(),
            n: 2,
        };
        assert_eq!(books.sale_by_number(&elsewhere)?, None);
        assert_eq!(books.last_sale()?.unwrap().fact.number.n, 3);

        let already = books.already_refunded(&second)?;
        assert_eq!(already.lines, [Quantity::units(2), Quantity::ZERO]);
        let first = books.refund(RefundId(Uuid::from_u128(90)))?.unwrap().fact;
        let both = books.refunds_of(second.id)?;
        assert_eq!(both.len(), 2);
        assert_eq!(books.refund_by_number(&first.number)?.unwrap().fact, first);
        let returned: Money = both.iter().map(|refund| refund.fact.returned()).sum();
        assert_eq!(already.total(), returned);
        assert_eq!(
            books.perpetual()?,
            (sales.iter().map(|sale| sale.paid()).sum(), returned)
        );

        let newest = books.sales_of_day(day, 2)?;
        assert_eq!(
            newest.iter().map(|sale| sale.number.n).collect::<Vec<_>>(),
            [3, 2]
        );
        assert_eq!(
            (newest[1].refunded, newest[0].refunded),
            (returned, Money::ZERO)
        );
        assert_eq!((newest[1].paid, newest[1].lines), (second.paid(), 2));
        assert_eq!(books.sales_of_day(date(5), 2)?, []);
        Ok(())
    });
}

/// Sums are gathered from time to time; what is answered is the same right before
/// and right after.
#[test]
fn every_sum_has_the_last_sale_whenever_it_was_gathered() {
    let (_folder, shop) = shop();
    let (family, day) = (family_code(1), shop.day);
    let (mut credit, mut quantity) = (Money::ZERO, 0);
    for id in 1..=600 {
        let line = 1 + id as u64 % 2;
        let sale = sell(&shop, id, &[(1, line, 3000)]);
        credit += sale.lines[0].credit();
        quantity += 3000;
        if id % 100 == 0 {
            refund_one(&shop, &sale, 1000 + id);
            let ticket = sale.id;
            let refunds = ask(&shop.store, move |books| books.refunds_of(ticket));
            let line = &refunds[0].fact.lines[0];
            credit -= line.list - line.family_discount - line.organiser_tax;
        }
        let family = family.clone();
        let (owed, rows, most) = ask(&shop.store, move |books| {
            let account = Account::FamilyPayable(family.clone());
            let listed = books.balances()?;
            let listed = listed.into_iter().find(|(found, _)| *found == account);
            let owed = books.balance(&account)?;
            assert_eq!(listed, Some((account, owed)));
            assert_eq!(
                books.families_unsettled(day)?,
                std::slice::from_ref(&family)
            );
            Ok((-owed, books.unsettled(&family, day)?, books.most_sold()?))
        });
        assert_eq!(owed, credit, "after sale {id}");
        let net: Money = rows.goods.iter().map(|line| line.net()).sum();
        assert_eq!(net, credit, "after sale {id}");
        let sold: i64 = rows
            .goods
            .iter()
            .map(|line| line.quantity.thousandths())
            .sum();
        assert_eq!(sold, quantity, "after sale {id}");
        // The second line was sold first, and as often or once more.
        let first = if id % 2 == 1 { sku(1, 2) } else { sku(1, 1) };
        assert_eq!(most[0], first, "after sale {id}");
    }
}

#[test]
fn the_same_ticket_is_no_second_sale() {
    let (_folder, shop) = shop();
    sell(&shop, 1, &[(1, 1, 1000)]);
    let basket = shop.basket(&mut Random(1), 1);
    let twice = shop.store.write::<(), StoreError>(move |w| {
        basket.sell(w)?;
        basket.sell(w).map(drop)
    });
    assert!(matches!(
        twice,
        Err(StoreError::Unlawful {
            why: Unlawful::TicketSold(_),
            ..
        })
    ));
    assert_eq!(
        ask(&shop.store, |books| books.last_sale())
            .unwrap()
            .fact
            .number
            .n,
        1
    );
}

#[test]
fn a_number_out_of_its_series_is_refused() {
    let (_folder, shop) = shop();
    for (n, till) in [(2, till()), (0, till()), (1, TillCode::new("T2").unwrap())] {
        let mut sale = sell_without_recording(&shop);
        sale.number = Number { till, n };
        let day = shop.day;
        let refused = shop.store.write(move |w| {
            let header = header(w, Some(day));
            w.append(header, Fact::SaleCompleted(Box::new(sale)))
        });
        assert!(matches!(refused, Err(StoreError::Unlawful { .. })), "{n}");
    }
}

fn sell_without_recording(shop: &Shop) -> sanduq::domain::sale::Sale {
    let basket = shop.basket(&mut Random(3), 2);
    let kept = std::sync::Arc::new(std::sync::Mutex::new(None));
    let keep = kept.clone();
    let undone = shop.store.write::<(), StoreError>(move |w| {
        *keep.lock().unwrap() = Some(basket.sell(w)?);
        Err(StoreError::Missing("by intent".into()))
    });
    assert!(undone.is_err());
    kept.lock().unwrap().take().unwrap()
}

#[test]
fn a_parked_ticket_waits_until_it_is_recalled_voided_or_paid() {
    let (_folder, shop) = shop();
    let day = Some(shop.day);
    let tickets: Vec<_> = (0..3)
        .map(|n| shop.basket(&mut Random(n), 2).ticket)
        .collect();
    let parked = tickets.clone();
    record(&shop.store, move |w| {
        for ticket in parked {
            let name = format!("row {}", ticket.lines.len());
            append(
                w,
                day,
                Fact::TicketParked(TicketParked {
                    ticket,
                    name,
                    back: None,
                }),
            );
        }
    });
    let waiting = ask(&shop.store, |books| books.parked());
    assert_eq!(
        waiting
            .iter()
            .map(|parked| &parked.ticket)
            .collect::<Vec<_>>(),
        tickets.iter().collect::<Vec<_>>()
    );
    assert_eq!(waiting[0].cashier, Some(staff_code()));
    let [recalled, voided, paid] = [0, 1, 2].map(|n| tickets[n].id);
    let (given_up, basket) = (tickets[1].clone(), shop.basket(&mut Random(2), 2));
    record(&shop.store, move |w| {
        append(
            w,
            day,
            Fact::TicketRecalled(TicketRecalled { ticket: recalled }),
        );
        assert_eq!(w.parked().unwrap().len(), 2);
        let (total, reason) = (given_up.price().unwrap().due, "left".to_owned());
        let fact = TicketVoided {
            ticket: given_up,
            total,
            reason,
        };
        append(w, day, Fact::TicketVoided(fact));
        assert!(w.parked_ticket(paid).unwrap().is_some());
        assert_eq!(basket.sell(w).unwrap().id, paid);
    });
    ask(&shop.store, move |books| {
        assert_eq!(
            (books.parked()?, books.parked_ticket(paid)?),
            (vec![], None)
        );
        assert_eq!((books.voided(voided)?, books.voided(paid)?), (true, false));
        Ok(())
    });
}

#[test]
fn what_was_settled_waits_again_after_a_reversal() {
    let (_folder, shop) = shop();
    let sale = sell(&shop, 1, &[(1, 1, 2000), (1, 3, 250), (2, 1, 1000)]);
    refund_one(&shop, &sale, 9);
    let (day, family) = (shop.day, family_code(1));
    let before = unsettled_of(&shop, &family);
    let one = &before.goods[0];
    assert_eq!(
        (one.quantity, one.refunded_quantity),
        (Quantity::units(2), Quantity::ONE)
    );
    assert_eq!(one.earlier_refunds, Money::ZERO);
    assert_eq!(
        ask(&shop.store, move |books| books.families_unsettled(day)),
        [family_code(1), family_code(2)]
    );

    let id = SettlementId(Uuid::from_u128(5));
    let made = family.clone();
    record(&shop.store, move |w| {
        let catalogue = w.catalogue().unwrap().unwrap();
        let fees: Vec<_> = catalogue.bazaar.fees.iter().collect();
        let context = SettlementContext {
            id,
            number: w.next_number(Series::Settlement).unwrap(),
            family_name: Bilingual::default(),
            day,
            cut: vec![],
        };
        let settlement = settle(unsettled(w, &made, day), &fees, context);
        append(w, Some(day), Fact::FamilySettled(Box::new(settlement)));
    });
    let settled = family.clone();
    let row = ask(&shop.store, move |books| {
        assert_eq!(books.unsettled(&settled, day)?, Default::default());
        assert_eq!(books.fees_charged(&settled, day)?.len(), 2);
        assert_eq!(books.fees_charged(&settled, date(9))?, []);
        assert_eq!(books.fees_charged_ever(&settled)?.len(), 2);
        assert_eq!(books.families_unsettled(day)?, [family_code(2)]);
        let row = books.last_settlement(&settled)?.unwrap();
        assert_eq!(books.settlement(id)?.as_ref(), Some(&row));
        assert_eq!(
            books.settlement_by_number(&row.settlement.number)?.as_ref(),
            Some(&row)
        );
        assert_eq!(books.settlements_of_day(day)?, std::slice::from_ref(&row));
        assert!(!row.reversed);
        Ok(row)
    });
    let owed = ask(&shop.store, |books| {
        books.balance(&Account::FamilyPayable(family_code(1)))
    });
    assert_eq!(-owed, row.settlement.payable);

    record(&shop.store, move |w| {
        let (settlement, reason) = (row.settlement, "wrong".to_owned());
        let fact = SettlementReversal { settlement, reason };
        append(w, Some(day), Fact::SettlementReversed(Box::new(fact)));
    });
    assert_eq!(unsettled_of(&shop, &family), before);
    ask(&shop.store, move |books| {
        assert_eq!(books.last_settlement(&family)?, None);
        assert!(books.settlements_of(&family)?[0].reversed);
        assert_eq!(books.fees_charged_ever(&family)?, []);
        Ok(())
    });
}

fn unsettled_of(shop: &Shop, family: &FamilyCode) -> sanduq::store::UnsettledRows {
    let (family, day) = (family.clone(), shop.day);
    ask(&shop.store, move |books| books.unsettled(&family, day))
}

#[test]
fn adjustments_and_kept_deposits_wait_for_their_day() {
    let (_folder, shop) = shop();
    let (family, ticket) = (family_code(1), shop.basket(&mut Random(4), 1).ticket);
    let (today, tomorrow, shift) = (shop.day, date(1), shop.shift);
    let of = family.clone();
    record(&shop.store, move |w| {
        let adjustment = |day, amount| {
            Fact::AdjustmentMade(Adjustment {
                family: of.clone(),
                day,
                amount: Money::from_minor(amount),
                reason: "agreed".to_owned(),
            })
        };
        append(w, Some(tomorrow), adjustment(tomorrow, 70));
        append(w, Some(today), adjustment(today, -30));
        let number = w.next_number(Series::Order).unwrap();
        let deposit = Money::from_minor(500);
        let order = Order {
            id: OrderId(Uuid::from_u128(3)),
            number: number.clone(),
            day: today,
            shift,
            cashier: staff_code(),
            customer: Default::default(),
            wish: String::new(),
            due_on: None,
            total: ticket.price().unwrap().due,
            ticket,
            deposit,
            tenders: vec![Tender {
                kind: TenderKind::Cash,
                amount: deposit,
                tendered: deposit,
                reference: String::new(),
            }],
            shop: None,
        };
        append(w, Some(today), Fact::OrderTaken(Box::new(order.clone())));
        assert_eq!(w.orders(Some(OrderState::Open)).unwrap().len(), 1);
        let cancelled = OrderCancellation {
            order: order.id,
            order_number: number,
            day: today,
            shift,
            reason: "moved away".to_owned(),
            returned: Money::from_minor(400),
            returned_online: None,
            kept: Money::from_minor(100),
            kept_by: Beneficiary::Family,
            family: of.clone(),
        };
        append(w, Some(today), Fact::OrderCancelled(Box::new(cancelled)));
        let row = w.order(order.id).unwrap().unwrap();
        assert_eq!(
            (row.state, row.order),
            (OrderState::Cancelled, order.clone())
        );
        assert_eq!(
            w.order_by_number(&order.number).unwrap().unwrap().state,
            OrderState::Cancelled
        );
        assert_eq!(w.orders(None).unwrap().len(), 1);
        assert_eq!(w.orders(Some(OrderState::HandedOver)).unwrap(), []);
    });
    ask(&shop.store, move |books| {
        let lines = books.unsettled(&family, today)?.adjustments;
        let amounts: Vec<_> = lines.iter().map(|line| line.amount.minor()).collect();
        assert_eq!(amounts, [-30, 100]);
        let order = Number { till: till(), n: 1 };
        assert_eq!(lines[1].source, AdjustmentSource::KeptDeposit { order });
        assert_eq!(
            books.unsettled_after(&family, today)?,
            Money::from_minor(70)
        );
        assert_eq!(books.unsettled(&family, tomorrow)?.adjustments.len(), 3);
        Ok(())
    });
}

#[test]
fn a_catalogue_undone_is_not_remembered() {
    let (_folder, shop) = shop();
    let named = |commission: u32| {
        let mut family = family(1);
        family.commission = Bps::new(commission);
        Fact::FamilyRegistered(Box::new(family))
    };
    let commission = |catalogue: &sanduq::domain::catalogue::Catalogue| {
        catalogue.family(&family_code(1)).unwrap().commission
    };
    let undone = shop.store.write::<(), StoreError>(move |w| {
        append(w, None, named(1));
        assert_eq!(commission(&w.catalogue()?.unwrap()), Bps::new(1));
        Err(StoreError::Missing("by intent".into()))
    });
    assert!(undone.is_err());
    let same = ask(&shop.store, |books| books.catalogue()).unwrap();
    assert_eq!(commission(&same), commission(&shop.catalogue));
    assert_eq!(same.seq, shop.catalogue.seq);
    record(&shop.store, move |w| append(w, None, named(2)));
    let next = ask(&shop.store, |books| books.catalogue()).unwrap();
    assert_eq!(
        (commission(&next), next.seq > same.seq),
        (Bps::new(2), true)
    );
    let again = ask(&shop.store, |books| books.catalogue()).unwrap();
    assert!(std::sync::Arc::ptr_eq(&next, &again), "it is read once");
}

#[test]
fn staff_days_pins_and_entries_are_remembered() {
    let (_folder, shop) = shop();
    let pin = PinRecord {
        hash: "$argon2id$v=19$x".to_owned(),
        wrong: 3,
    };
    let kept = pin.clone();
    assert!(
        !format!("{pin:?}").contains("argon2id"),
        "a hash is in no log"
    );
    record(&shop.store, move |w| {
        w.set_pin(
            &staff_code(),
            &PinRecord {
                wrong: 0,
                ..kept.clone()
            },
        )
        .unwrap();
        w.set_pin(&staff_code(), &kept).unwrap();
        let (paper, copy) = ("receipt T1-000001".to_owned(), 2);
        append(
            w,
            None,
            Fact::PaperReprinted(PaperReprinted { paper, copy }),
        );
    });
    let day = shop.day;
    ask(&shop.store, move |books| {
        assert_eq!(books.pin(&staff_code())?, Some(pin));
        assert_eq!(books.pin(&StaffCode::new("badr").unwrap())?, None);
        assert_eq!(
            books.staff()?,
            [books.staff_member(&staff_code())?.unwrap()]
        );
        assert_eq!(books.copies_printed("receipt T1-000001")?, 2);
        assert_eq!(books.copies_printed("receipt T1-000002")?, 0);
        let open = books.open_day()?.unwrap();
        assert_eq!(books.day(day)?.as_ref(), Some(&open));
        assert_eq!((books.days()?.len(), books.day(date(3))?), (1, None));
        assert_eq!((open.closed, books.day_closing(day)?), (None, None));
        let shift = books.open_shift(&till())?.unwrap();
        assert_eq!(books.open_shifts()?, std::slice::from_ref(&shift));
        assert!(books.drawer_moved_since(&till(), shift.seq - 1)?);
        assert!(!books.drawer_moved_since(&till(), shift.seq)?);
        assert_eq!(books.last_count(shift.opening.id)?, None);
        let mut seqs = vec![];
        books.entries(3, &mut |entry| {
            seqs.push(entry.seq);
            if seqs.len() == 2 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        assert_eq!(seqs, [3, 4]);
        let mut kinds = vec![];
        books.entries_of_day(day, &mut |entry| {
            kinds.push(entry.fact.kind());
            ControlFlow::Continue(())
        })?;
        assert_eq!(kinds, ["DayOpened", "ShiftOpened"]);
        let last = books.last_entry()?.unwrap();
        assert_eq!(
            (last.seq, last.fact.kind()),
            (books.head()?.seq, "PaperReprinted")
        );
        assert_eq!(books.fact_by_id(last.id)?, Some(last));
        Ok(())
    });
}
