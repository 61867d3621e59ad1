//! The families' goods: handed in by the batch, sold and given back, handed home,
//! broken, and counted at the close; and whatever happens, what is left is what the
//! journal says.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use proptest::prelude::*;
use sanduq::domain::bazaar::Beneficiary;
use sanduq::domain::fact::Fact;
use sanduq::domain::id::{GoodsNoteId, RefundId, Sku};
use sanduq::domain::ledger::Account;
use sanduq::domain::money::Quantity;
use sanduq::domain::refund::Return;
use sanduq::domain::settlement::SettlementRefusal;
use sanduq::domain::staff::Act;
use sanduq::domain::stock::{Batch, Named, Stock, StockRefusal};
use sanduq::services::day::ParkedAtClose;
use sanduq::services::refund::RefundRequest;
use sanduq::services::stock::{HandedIn, NoteRequest};
use sanduq::services::{Error, Refusal};
use sanduq::store::StockRow;

use crate::bazaar::{Story, cash, family, fils, refused, sku};

fn request(story: &Story, of: &str) -> NoteRequest {
    NoteRequest {
        id: GoodsNoteId(story.till.moments().new_id()),
        family: family(of),
        person: "أم سيف".into(),
        remark: String::new(),
    }
}

fn named(goods: &[(&str, i64)]) -> Vec<Named> {
    let named = goods.iter().map(|(code, thousandths)| Named {
        sku: sku(code),
        quantity: Quantity::from_thousandths(*thousandths),
    });
    named.collect()
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

fn handed_in(code: &str, pieces: i64, best_before: Option<u32>) -> HandedIn {
    HandedIn {
        goods: named(&[(code, pieces * 1000)]).remove(0),
        batch: Batch {
            best_before: best_before.map(date),
            ..Batch::default()
        },
    }
}

fn take_in(story: &Story, of: &str, goods: Vec<HandedIn>) {
    let request = request(story, of);
    story
        .till
        .receive_goods(&story.amal, request, goods)
        .unwrap();
}

fn row(story: &Story, code: &str) -> StockRow {
    let rows = story.till.stock(None).unwrap();
    rows.into_iter().find(|row| row.sku == sku(code)).unwrap()
}

fn left(story: &Story, code: &str) -> i64 {
    row(story, code).stock.left().thousandths() / 1000
}

fn refund_one(story: &Story, sale: &sanduq::domain::sale::Sale) {
    let request = RefundRequest {
        id: RefundId(story.till.moments().new_id()),
        sale: sale.id,
        returns: vec![Return {
            line: 0,
            quantity: Quantity::ONE,
        }],
        reason: "عاد".into(),
        in_cash: false,
    };
    story.till.refund(&story.badr, request, None).unwrap();
}

fn stock_refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> StockRefusal {
    match refused(answer) {
        Refusal::Stock(refusal) => refusal,
        other => panic!("{other} instead of a refusal about goods"),
    }
}

#[test]
fn what_is_handed_in_is_sold_given_back_and_taken_home() {
    let story = Story::begin();
    assert_eq!(
        story.till.stock(None).unwrap(),
        [],
        "nobody brought anything"
    );
    let note = {
        let request = request(&story, "F05");
        let goods = vec![
            handed_in("JAM", 4, Some(10)),
            handed_in("JAM", 6, Some(5)),
            handed_in("HAMPER", 2, None),
        ];
        let till = &story.till;
        let first = till.receive_goods(&story.amal, request.clone(), goods.clone());
        let again = till.receive_goods(&story.amal, request, goods);
        assert_eq!(first.as_ref().unwrap(), &again.unwrap(), "noted once");
        first.unwrap().fact
    };
    assert_eq!((note.number.n, note.lines.len()), (1, 3));
    assert_eq!(note.lines[0].price, Some(fils(2250)));
    assert_eq!(row(&story, "JAM").best_before, Some(date(5)), "the sooner");

    story.open();
    let sale = story.sell(&story.ticket(&[("JAM", 7000)]), &[cash(20_000)]);
    assert_eq!(left(&story, "JAM"), 3);
    assert_eq!(row(&story, "JAM").best_before, Some(date(10)));
    refund_one(&story, &sale.sale.fact);
    assert_eq!(left(&story, "JAM"), 4);

    let goods = named(&[("JAM", 1000)]);
    let request = request(&story, "F05");
    let back = story.till.return_goods(&story.amal, request, goods);
    assert_eq!(back.unwrap().fact.number.n, 2, "one series of notes");
    assert_eq!(left(&story, "JAM"), 3);

    // More than there is is sold all the same, and shown.
    story.sell(&story.ticket(&[("JAM", 5000)]), &[cash(20_000)]);
    assert_eq!(left(&story, "JAM"), -2);
    let nothing_else = story.till.stock(Some(&family("F06"))).unwrap();
    assert_eq!(nothing_else, [], "goods nobody counted in have no stock");
}

#[test]
fn the_unsold_goods_are_counted_and_the_next_day_begins_with_them() {
    let story = Story::begin();
    let goods = vec![handed_in("JAM", 10, None), handed_in("HAMPER", 1, None)];
    take_in(&story, "F05", goods);
    story.open();
    story.sell(&story.ticket(&[("JAM", 3000)]), &[cash(10_000)]);
    story.sell(&story.ticket(&[("HAMPER", 2000)]), &[cash(26_000)]);

    let count = |goods: &[(&str, i64)], stays| {
        let request = request(&story, "F05");
        story
            .till
            .count_unsold(&story.amal, request, named(goods), stays)
    };
    assert_eq!(
        stock_refused(count(&[("HAMPER", 0)], false)),
        StockRefusal::NotCounted(sku("JAM"))
    );
    assert_eq!(
        stock_refused(count(&[("JAM", 1000), ("JAM", 1000)], false)),
        StockRefusal::Twice(sku("JAM"))
    );
    // One is missing; of the hamper one more was sold than was there.
    let counted = count(&[("JAM", 6000)], true).unwrap().fact;
    let lines: Vec<_> = counted
        .note
        .lines
        .iter()
        .map(|line| {
            let pieces = |quantity: Quantity| quantity.thousandths() / 1000;
            let (expected, missing) = (pieces(line.expected), pieces(line.missing()));
            (line.item.sku.to_string(), expected, missing)
        })
        .collect();
    let expected = [("JAM".to_owned(), 7, 1), ("HAMPER".to_owned(), -1, -1)];
    assert_eq!(lines, expected);
    assert_eq!((left(&story, "JAM"), left(&story, "HAMPER")), (6, 0));

    let counted = count(&[("JAM", 6000)], false).unwrap().fact;
    assert_eq!(
        counted.note.lines.len(),
        1,
        "none of the rest was to be counted"
    );
    assert_eq!(left(&story, "JAM"), 0);
    let stock = row(&story, "JAM").stock;
    assert_eq!(stock.returned, Quantity::units(6));
    assert_eq!(stock.missing, Quantity::units(1));
    assert_eq!(
        stock_refused({
            let request = request(&story, "F06");
            story.till.count_unsold(&story.amal, request, vec![], false)
        }),
        StockRefusal::NothingToCount(family("F06"))
    );
}

#[test]
fn a_loss_of_the_organisers_is_made_good_to_the_family() {
    let story = Story::begin();
    take_in(&story, "F11", vec![handed_in("OUD", 5, None)]);
    let day = story.open();
    let lose = |session, goods: &[(&str, i64)], reason: &str, borne_by, approval| {
        let request = NoteRequest {
            remark: reason.into(),
            ..request(&story, "F11")
        };
        let till = &story.till;
        till.write_off(session, request, named(goods), borne_by, approval)
    };
    let word = story
        .till
        .approve(Act::WriteOff, story.badr.staff(), "123456");
    let (one, family_bears) = ([("OUD", 1000)], Beneficiary::Family);
    let role = refused(lose(&story.amal, &one, "كسر", family_bears, None));
    assert!(matches!(role, Refusal::Role(_)), "{role}");
    let role = refused(lose(&story.badr, &one, "كسر", Beneficiary::Organiser, None));
    assert!(matches!(role, Refusal::Role(_)), "{role}");
    assert_eq!(
        stock_refused(lose(&story.badr, &one, " ", family_bears, None)),
        StockRefusal::ReasonMissing
    );
    assert_eq!(
        stock_refused(lose(
            &story.badr,
            &[("OUD", 6000)],
            "كسر",
            family_bears,
            None
        )),
        StockRefusal::MoreThanLeft {
            sku: sku("OUD"),
            left: Quantity::units(5),
            asked: Quantity::units(6),
        }
    );
    let word = word.unwrap();
    let lost = lose(&story.amal, &one, "كسر", family_bears, Some(&word));
    assert!(lost.unwrap().fact.credit().is_zero());
    let payable = Account::FamilyPayable(family("F11"));
    assert!(story.balance(payable.clone()).is_zero());

    // Two at 55.00, less the family's commission of 12.5 %.
    let two = [("OUD", 2000)];
    let lost = lose(&story.huda, &two, "حريق", Beneficiary::Organiser, None);
    assert_eq!(lost.unwrap().fact.credit(), fils(9625));
    assert_eq!(story.balance(payable), fils(-9625));
    assert_eq!(story.balance(Account::Adjustments), fils(9625));
    assert_eq!(left(&story, "OUD"), 2);

    story.count_and_close(20_000, "").unwrap();
    let closing = story.till.close_day(&story.badr, ParkedAtClose::Refuse);
    closing.unwrap();
    let settled = story.till.settle_family(&story.huda, family("F11"), day);
    let settled = settled.unwrap();
    assert_eq!(settled.payable, fils(9625), "no commission is taken of it");
    assert_eq!(settled.adjustments[0].reason, "حريق");
}

#[test]
fn what_cannot_be_is_not_noted() {
    let story = Story::begin();
    let take = |of: &str, goods: Vec<HandedIn>| {
        let request = request(&story, of);
        stock_refused(story.till.receive_goods(&story.amal, request, goods))
    };
    let stale = HandedIn {
        batch: Batch {
            name: "B1".into(),
            produced: Some(date(6)),
            best_before: Some(date(5)),
        },
        ..handed_in("JAM", 1, None)
    };
    let half = HandedIn {
        goods: named(&[("JAM", 500)]).remove(0),
        batch: Batch::default(),
    };
    let cases: [(&str, Vec<HandedIn>, StockRefusal); 7] = [
        ("F99", vec![], StockRefusal::UnknownFamily(family("F99"))),
        ("F05", vec![], StockRefusal::NothingNamed),
        (
            "F05",
            vec![handed_in("FIGS", 1, None)],
            StockRefusal::UnknownGoods(sku("FIGS")),
        ),
        (
            "F05",
            vec![handed_in("OUD", 1, None)],
            StockRefusal::OtherFamilys {
                sku: sku("OUD"),
                owner: family("F11"),
                family: family("F05"),
            },
        ),
        (
            "F05",
            vec![handed_in("JAM", 0, None)],
            StockRefusal::QuantityOutOfRange(sku("JAM")),
        ),
        ("F05", vec![half], StockRefusal::NotDivisible(sku("JAM"))),
        (
            "F05",
            vec![stale],
            StockRefusal::BestBeforeMade {
                sku: sku("JAM"),
                best_before: date(5),
            },
        ),
    ];
    for (of, goods, expected) in cases {
        assert_eq!(take(of, goods), expected);
    }
    let request = request(&story, "F05");
    let goods = named(&[("JAM", 1000)]);
    assert_eq!(
        stock_refused(story.till.return_goods(&story.amal, request, goods)),
        StockRefusal::NeverReceived(sku("JAM"))
    );
    assert_eq!(story.till.stock(None).unwrap(), []);
}

/// What the journal says of every product line, added up fact by fact.
fn replayed(story: &Story) -> BTreeMap<Sku, Stock> {
    let mut stock = BTreeMap::<Sku, Stock>::new();
    let mut received = Vec::new();
    let mut add = |fact: Fact| match fact {
        Fact::GoodsReceived(note) => {
            for line in note.lines {
                received.push(line.item.sku.clone());
                stock.entry(line.item.sku).or_default().received += line.item.quantity;
            }
        }
        Fact::GoodsReturned(note) => {
            for item in note.lines {
                stock.entry(item.sku).or_default().returned += item.quantity;
            }
        }
        Fact::GoodsLost(loss) => {
            for line in loss.note.lines {
                stock.entry(line.item.sku).or_default().lost += line.item.quantity;
            }
        }
        Fact::UnsoldCounted(count) => {
            for line in &count.note.lines {
                let stock = stock.entry(line.item.sku.clone()).or_default();
                stock.missing += line.missing();
                stock.returned += count.returned(line);
            }
        }
        Fact::SaleCompleted(sale) => {
            for line in sale.lines {
                stock.entry(line.item.sku).or_default().sold += line.item.quantity;
            }
        }
        Fact::SaleRefunded(refund) => {
            for line in refund.lines {
                let stock = stock.entry(line.sku).or_default();
                stock.sold = stock.sold - line.quantity;
            }
        }
        _ => {}
    };
    story
        .till
        .store()
        .read::<_, sanduq::store::StoreError>(|books| {
            let mut facts = Vec::new();
            books.entries(1, &mut |entry| {
                facts.push(entry.fact);
                ControlFlow::Continue(())
            })?;
            Ok(facts)
        })
        .unwrap()
        .into_iter()
        .for_each(&mut add);
    stock.retain(|sku, _| received.contains(sku));
    stock
}

fn check_stock(story: &Story) {
    let rows = story.till.stock(None).unwrap().into_iter();
    let told: BTreeMap<Sku, Stock> = rows.map(|row| (row.sku, row.stock)).collect();
    assert_eq!(told, replayed(story));
    let verdict = story
        .till
        .store()
        .read(|books| sanduq::store::verify::verify(books, |_, _| {}))
        .unwrap();
    assert_eq!(verdict.first_fault, None);
}

/// One thing that happens to goods; a refusal is an answer too, and changes nothing.
fn happen(story: &Story, sales: &mut Vec<sanduq::domain::sale::Sale>, act: u8, n: i64) {
    let goods = [("JAM", "F05"), ("HAMPER", "F05"), ("OUD", "F11")];
    let (code, of) = goods[usize::try_from(n).unwrap() % goods.len()];
    let request = NoteRequest {
        remark: "سبب".into(),
        ..request(story, of)
    };
    let pieces = named(&[(code, (1 + n % 5) * 1000)]);
    let (till, huda) = (&story.till, &story.huda);
    let done = match act {
        0 | 1 => till
            .receive_goods(huda, request, vec![handed_in(code, 1 + n % 7, None)])
            .map(|_| ()),
        2 => till.return_goods(huda, request, pieces).map(|_| ()),
        3 => {
            let borne_by = match n % 2 {
                0 => Beneficiary::Family,
                _ => Beneficiary::Organiser,
            };
            let lost = till.write_off(huda, request, pieces, borne_by, None);
            lost.map(|_| ())
        }
        4 => {
            let all = till.stock(Some(&family(of))).unwrap().into_iter();
            let counted = all.map(|row| Named {
                quantity: Quantity::units(row.stock.left().thousandths().max(0) / 1000 + n % 2),
                sku: row.sku,
            });
            let counted = counted.collect();
            till.count_unsold(huda, request, counted, n % 3 == 0)
                .map(|_| ())
        }
        5 => {
            if let Some(sale) = sales.pop() {
                refund_one(story, &sale);
            }
            Ok(())
        }
        6 => {
            // Everybody goes home and is settled; now and then one is taken back.
            let drawer = till.day_status().unwrap().drawer;
            story.count_and_close(drawer.minor(), "").unwrap();
            let day = till.close_day(&story.badr, ParkedAtClose::Refuse).unwrap();
            for settled in till.settle_day(huda, day.fact.day).unwrap() {
                if n % 3 == 0 {
                    let reversed = till.reverse_settlement(huda, settled.number, "خطأ".into());
                    reversed.unwrap();
                }
            }
            story.minutes_later(24 * 60);
            story.open();
            Ok(())
        }
        _ => {
            let ticket = story.ticket(&[(code, (1 + n % 3) * 1000)]);
            let due = ticket.price().unwrap().due.minor();
            sales.push(story.sell(&ticket, &[cash(due)]).sale.fact);
            Ok(())
        }
    };
    match done {
        Ok(()) => {}
        Err(Error::Refused(refusal)) => assert!(
            matches!(*refusal, Refusal::Stock(_)),
            "{refusal} is no refusal about goods"
        ),
        Err(Error::Fault(fault)) => panic!("{fault}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happens_to_goods_the_stock_is_what_the_journal_says(
        acts in prop::collection::vec((0u8..12, 0i64..60), 10..50)
    ) {
        let story = Story::begin();
        story.open();
        let mut sales = Vec::new();
        for (act, n) in acts {
            happen(&story, &mut sales, act, n);
        }
        check_stock(&story);
    }
}

#[test]
fn a_settlement_taken_back_takes_no_goods_with_it() {
    let story = Story::begin();
    take_in(&story, "F05", vec![handed_in("JAM", 9, None)]);
    let day = story.open();
    story.sell(&story.ticket(&[("JAM", 2000)]), &[cash(4500)]);
    story.count_and_close(24_500, "").unwrap();
    story
        .till
        .close_day(&story.badr, ParkedAtClose::Refuse)
        .unwrap();
    let settle = || story.till.settle_family(&story.huda, family("F05"), day);
    let settled = settle().unwrap();
    assert_eq!(left(&story, "JAM"), 7);
    let again = refused(settle());
    assert!(matches!(
        again,
        Refusal::Settlement(SettlementRefusal::AlreadySettled { .. })
    ));
    let number = settled.number;
    let reversed = story
        .till
        .reverse_settlement(&story.huda, number, "خطأ".into());
    reversed.unwrap();
    assert_eq!(left(&story, "JAM"), 7);
    settle().unwrap();
    assert_eq!(left(&story, "JAM"), 7);
    check_stock(&story);
}
