//! What one journal comes to, read in one go.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chrono::NaiveDate;

use crate::domain::carrying::TakenBack;
use crate::domain::catalogue::Catalogue;
use crate::domain::fact::{Entry, Fact};
use crate::domain::figures::{DayFigures, HeldBack, Period};
use crate::domain::id::FamilyCode;
use crate::domain::ledger::{Account, postings};
use crate::domain::many::{Edition, FamilyPart, JournalPart, PackagePart, Sum, Takings};
use crate::domain::money::Money;
use crate::domain::order::{OrderState, ShopTaken};
use crate::domain::tally::Trade;
use crate::services::Error;
use crate::store::Books;

/// The many records that touch no family's account, and those of goods, which the
/// figures tell.
const PASSED_OVER: [&str; 11] = [
    "SaleCompleted",
    "SaleRefunded",
    "TicketParked",
    "TicketRecalled",
    "TicketVoided",
    "SignedIn",
    "SignedOut",
    "DoorPassed",
    "VisitorAdvised",
    "FamilyRegistered",
    "ProductLineListed",
];

/// What happened to a family's account besides selling.
#[derive(Default)]
struct OnAccount {
    held_back: HeldBack,
    other: Money,
    paid_out: Money,
    paid_in: Money,
    /// Payouts taken back, which stand among what was paid in.
    taken_back: Money,
    /// Brought in from other editions less carried out to them, and the same of
    /// advances.
    carried: Money,
    advance_carried: Money,
    lent: Money,
}

/// Reads the books of a till.
pub fn gather(books: &Books<'_>, catalogue: &Catalogue) -> Result<JournalPart, Error> {
    let mut total = DayFigures::default();
    let mut days_of: BTreeMap<FamilyCode, BTreeSet<NaiveDate>> = BTreeMap::new();
    for (day, figures) in books.figures(Period::Bazaar)? {
        total.merge(&figures);
        for (family, trade) in &figures.tally.by_family {
            if let Some(day) = day.filter(|_| trade.lines > 0) {
                days_of.entry(family.clone()).or_default().insert(day);
            }
        }
    }
    let accounts: BTreeMap<Account, Money> = books.balances()?.into_iter().collect();
    let moved = moved(books)?;
    let families = families(catalogue, &total, &accounts, &moved, days_of);

    let mut sum = Sum::of_trade(&total.tally.total);
    sum.tax = total.tally.organiser_tax;
    sum.hold_back(&total.settled);
    let taken_back: Money = moved.values().map(|one| one.taken_back).sum();
    sum.paid_out = total.payouts - taken_back;
    sum.paid_in = total.family_payments - taken_back;
    sum.other = moved.values().map(|one| one.other).sum();
    sum.carried = moved.values().map(|one| one.carried).sum();
    for (account, amount) in &accounts {
        if matches!(account, Account::FamilyPayable(_)) {
            stand(&mut sum, *amount);
        }
    }

    let bazaar = &catalogue.bazaar;
    let head = books.head()?;
    let packages = total.tally.by_package.iter().map(|(code, trade)| {
        let known = bazaar.package(code);
        PackagePart {
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            sum: Sum::of_trade(trade),
            code: code.clone(),
        }
    });
    Ok(JournalPart {
        edition: Edition::of(bazaar),
        till: books.till().clone(),
        till_name: bazaar
            .till(books.till())
            .map(|till| till.name.clone())
            .unwrap_or_default(),
        place: String::new(),
        days: books.days()?.into_iter().map(|row| row.day).collect(),
        records: head.seq,
        head: head.to_string(),
        sales: total.tally.sales,
        visitors: total.tally.visitors.entered,
        delivery: total.tally.delivery,
        takings: Takings::of(&total.tally),
        packages: packages.collect(),
        sum,
        families,
        shop_orders: shop_orders(books)?,
        accounts,
        brought_in: books.brought_in()?,
        taken_back: books.taken_back()?,
    })
}

/// The orders of web shops that were taken and not cancelled.
fn shop_orders(books: &Books<'_>) -> Result<Vec<ShopTaken>, Error> {
    let taken = books.orders(None)?.into_iter();
    let kept = taken.filter(|row| row.state != OrderState::Cancelled);
    let of_shop = kept.filter_map(|row| {
        Some(ShopTaken {
            shop: row.order.shop?,
            customer: row.order.customer,
            number: row.order.number,
            total: row.order.total,
        })
    });
    Ok(of_shop.collect())
}

fn of<'m>(
    moved: &'m mut BTreeMap<FamilyCode, OnAccount>,
    family: &FamilyCode,
) -> &'m mut OnAccount {
    moved.entry(family.clone()).or_default()
}

/// What happened to families' accounts, record by record.
fn moved(books: &Books<'_>) -> Result<BTreeMap<FamilyCode, OnAccount>, Error> {
    let mut moved: BTreeMap<FamilyCode, OnAccount> = BTreeMap::new();
    let mut add = |entry: Entry| {
        match &entry.fact {
            Fact::FamilySettled(settlement) => {
                of(&mut moved, &settlement.family)
                    .held_back
                    .add(settlement, 1);
            }
            Fact::SettlementReversed(reversal) => {
                let settlement = &reversal.settlement;
                of(&mut moved, &settlement.family)
                    .held_back
                    .add(settlement, -1);
            }
            Fact::PayoutMade(payout) => of(&mut moved, &payout.family).paid_out += payout.amount,
            Fact::FamilyPaidIn(payment) => {
                let account = of(&mut moved, &payment.family);
                match payment.takes_back {
                    None => account.paid_in += payment.amount,
                    Some(_) => {
                        account.paid_out -= payment.amount;
                        account.taken_back += payment.amount;
                    }
                }
            }
            Fact::BalanceCarriedOut(balance) => {
                let account = of(&mut moved, &balance.family);
                account.carried -= balance.amount;
                account.advance_carried -= balance.advance_left;
            }
            Fact::BalanceBroughtIn(balance) | Fact::BalanceTakenBack(TakenBack { balance, .. }) => {
                let account = of(&mut moved, &balance.family);
                account.carried += balance.amount;
                account.advance_carried += balance.advance_left;
            }
            fact => {
                for posting in postings(&entry.till, fact) {
                    match posting.account {
                        // What is owed to a family is a credit.
                        Account::FamilyPayable(family) => {
                            of(&mut moved, &family).other -= posting.amount
                        }
                        Account::Advance(family) => of(&mut moved, &family).lent += posting.amount,
                        _ => {}
                    }
                }
            }
        }
        ControlFlow::Continue(())
    };
    books.entries_besides(&PASSED_OVER, &mut add)?;
    Ok(moved)
}

/// The part of each family, by code: those of the register, and any other that money
/// moved for.
fn families(
    catalogue: &Catalogue,
    total: &DayFigures,
    accounts: &BTreeMap<Account, Money>,
    moved: &BTreeMap<FamilyCode, OnAccount>,
    mut days_of: BTreeMap<FamilyCode, BTreeSet<NaiveDate>>,
) -> Vec<FamilyPart> {
    let by_family = &total.tally.by_family;
    let mut codes: BTreeSet<&FamilyCode> = by_family.keys().chain(moved.keys()).collect();
    codes.extend(catalogue.families().iter().map(|family| &family.code));
    let balance = |account| accounts.get(&account).copied().unwrap_or_default();
    let parts = codes.into_iter().map(|code| {
        let known = catalogue.family(code);
        let mut sum = Sum::of_trade(by_family.get(code).unwrap_or(&Trade::default()));
        let (mut lent, mut advance_carried) = (Money::ZERO, Money::ZERO);
        if let Some(moved) = moved.get(code) {
            sum.hold_back(&moved.held_back);
            sum.other = moved.other;
            sum.carried = moved.carried;
            sum.paid_out = moved.paid_out;
            sum.paid_in = moved.paid_in;
            lent = moved.lent;
            advance_carried = moved.advance_carried;
        }
        stand(&mut sum, balance(Account::FamilyPayable(code.clone())));
        FamilyPart {
            name: known.map(|known| known.name.clone()).unwrap_or_default(),
            days: days_of.remove(code).unwrap_or_default(),
            support: known.and_then(|known| known.support.clone()),
            advance_left: balance(Account::Advance(code.clone())),
            lent,
            advance_carried,
            sum,
            code: code.clone(),
        }
    });
    parts.collect()
}

/// Adds where a family stands: a credit is owed to it, a debit by it.
fn stand(sum: &mut Sum, balance: Money) {
    match balance.is_negative() {
        true => sum.owed -= balance,
        false => sum.owing += balance,
    }
}
