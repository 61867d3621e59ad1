//! The tally of several books held against their ledgers, and the money that came in
//! against what is owed for it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{InCurrency, Sum};
use crate::domain::ledger::Account;
use crate::domain::money::Money;
use crate::domain::tally::{Proof, Tally, TenderGroup, TenderTotal};

/// What customers gave, and what of it is for no goods.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Takings {
    pub tenders: BTreeMap<TenderGroup, TenderTotal>,
    pub cash_rounding: Money,
    /// Deposits that are still owed to customers.
    pub deposits: Money,
    pub kept_by_families: Money,
    pub kept_by_organiser: Money,
}

impl Takings {
    /// What a tally says of them.
    pub fn of(tally: &Tally) -> Self {
        Takings {
            tenders: tally.by_tender.clone(),
            cash_rounding: tally.cash_rounding,
            deposits: tally.proof().deposits,
            kept_by_families: tally.deposits_kept_by_families,
            kept_by_organiser: tally.deposits_kept_by_organiser,
        }
    }

    pub fn add(&mut self, other: &Takings) {
        for (group, total) in &other.tenders {
            self.tenders.entry(*group).or_default().add(total);
        }
        self.cash_rounding += other.cash_rounding;
        self.deposits += other.deposits;
        self.kept_by_families += other.kept_by_families;
        self.kept_by_organiser += other.kept_by_organiser;
    }

    /// What came in by one kind of tender, less what went back.
    pub fn net(&self, group: TenderGroup) -> Money {
        let total = self.tenders.get(&group);
        total.map(TenderTotal::net).unwrap_or_default()
    }
}

/// What a sum is proved against the ledgers by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Proved {
    Commission,
    Fees,
    OrganiserDiscounts,
    Tax,
    /// Owed to families less owed by them.
    Families,
    /// Not given back of advances.
    Advances,
    /// Delivery fees, less the tax in them.
    Delivery,
    Card,
    Transfer,
    Wallet,
    Voucher,
    /// Taken by families themselves and in no settlement yet.
    HeldByFamilies,
    CashRounding,
    /// Still owed to customers.
    Deposits,
    /// Kept by the organiser.
    KeptDeposits,
}

/// A sum of the tally beside that of the ledgers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProofLine {
    pub what: Proved,
    pub tally: Money,
    pub ledgers: Money,
}

impl ProofLine {
    pub fn holds(&self) -> bool {
        self.tally == self.ledgers
    }

    /// Whether nothing ever was of it, on either side.
    pub fn is_nothing(&self) -> bool {
        self.tally.is_zero() && self.ledgers.is_zero()
    }
}

impl InCurrency {
    /// Every sum of the tally beside that of the ledgers. Cash has no account of its
    /// own, since drawers hold floats; it follows from the others by the equation.
    pub fn proof(&self) -> Vec<ProofLine> {
        // What stands on the debit side is positive.
        let stands = |wanted: &dyn Fn(&Account) -> bool| -> Money {
            let accounts = self.journals.iter().flat_map(|journal| &journal.accounts);
            let accounts = accounts.filter(|(account, _)| wanted(account));
            accounts.map(|(_, amount)| *amount).sum()
        };
        let of = |wanted: Account| stands(&|account| *account == wanted);
        let families = self.journals.iter().flat_map(|journal| &journal.families);
        let lent: Money = families
            .map(|family| family.lent + family.advance_carried)
            .sum();
        let (total, takings) = (&self.total, &self.takings);
        let payable = stands(&|account| matches!(account, Account::FamilyPayable(_)));
        let advances = stands(&|account| matches!(account, Account::Advance(_)));
        let held = stands(&|account| matches!(account, Account::HeldByFamily(_)));
        let taken = takings.net(TenderGroup::TakenByFamily);
        let lines = [
            (Proved::Families, total.left(), -payable),
            (
                Proved::Commission,
                total.commission,
                -of(Account::Commission),
            ),
            (Proved::Fees, total.fees, -of(Account::Fees)),
            (
                Proved::OrganiserDiscounts,
                total.organiser_discounts,
                of(Account::OrganiserDiscounts),
            ),
            (
                Proved::Tax,
                total.tax + self.delivery.tax,
                -of(Account::Tax),
            ),
            (
                Proved::Delivery,
                self.delivery.income(),
                -of(Account::DeliveryFees),
            ),
            (Proved::Advances, lent - total.advances, advances),
            (
                Proved::Card,
                takings.net(TenderGroup::Card),
                of(Account::CardClearing),
            ),
            (
                Proved::Transfer,
                takings.net(TenderGroup::Transfer),
                of(Account::TransferClearing),
            ),
            (
                Proved::Wallet,
                takings.net(TenderGroup::Wallet),
                of(Account::WalletClearing),
            ),
            (
                Proved::Voucher,
                takings.net(TenderGroup::Voucher),
                of(Account::Vouchers),
            ),
            (Proved::HeldByFamilies, taken - total.held, held),
            (
                Proved::CashRounding,
                takings.cash_rounding,
                -of(Account::CashRounding),
            ),
            (
                Proved::Deposits,
                takings.deposits,
                -of(Account::CustomerDeposits),
            ),
            (
                Proved::KeptDeposits,
                takings.kept_by_organiser,
                -of(Account::KeptDeposits),
            ),
        ];
        let lines = lines.into_iter();
        lines
            .map(|(what, tally, ledgers)| ProofLine {
                what,
                tally,
                ledgers,
            })
            .collect()
    }

    /// The equation of the whole: the money that came in, and what is owed for it.
    pub fn equation(&self) -> Proof {
        let new_money = |(group, _): &(&TenderGroup, &TenderTotal)| **group != TenderGroup::Deposit;
        let tenders = self.takings.tenders.iter().filter(new_money);
        Proof {
            tenders: tenders.map(|(_, total)| total.net()).sum(),
            families: self.total.credit,
            organiser_discounts: self.total.organiser_discounts,
            organiser_tax: self.total.tax + self.delivery.tax,
            cash_rounding: self.takings.cash_rounding,
            delivery_fees: self.delivery.income(),
            deposits: self.takings.deposits,
            kept_deposits: self.takings.kept_by_families + self.takings.kept_by_organiser,
        }
    }

    /// Whether every sum is that of the ledgers, the money that came in is owed for,
    /// every row adds up across, and every table adds up to the same total.
    pub fn holds(&self) -> bool {
        let rows = |sums: &mut dyn Iterator<Item = Sum>| {
            let mut total = Sum::default();
            let across = sums.fold(true, |across, sum| {
                total.add(&sum);
                across && sum.adds_up()
            });
            across && total == self.total
        };
        let goods = |sum: &Sum| (sum.paid, sum.refunded, sum.credit, sum.tax);
        let mut packages = Sum::default();
        for package in &self.packages {
            packages.add(&package.sum);
        }
        self.proof().iter().all(ProofLine::holds)
            && self.equation().holds()
            && rows(&mut self.journals.iter().map(|one| one.sum))
            && rows(&mut self.editions.iter().map(|one| one.sum))
            && rows(&mut self.families.iter().map(|one| one.sum))
            && goods(&packages) == goods(&self.total)
    }
}
