//! Several books laid side by side: those of other tills, of sister bazaars, of
//! earlier editions. Figures that add up over all of them, by currency, because
//! amounts in two currencies make no sum.
//!
//! What is told of each journal comes in as values; whether two journals are the
//! same is asked where they are read.

mod proof;
mod sum;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::bazaar::Bazaar;
use super::carrying::CarriedBalance;
use super::delivery::DeliveryTotal;
use super::family::Support;
use super::id::{BazaarCode, Bilingual, FamilyCode, PackageCode, TillCode};
use super::ledger::Account;
use super::money::{Currency, Money};
use super::order::ShopTaken;

pub use proof::{ProofLine, Proved, Takings};
pub use sum::Sum;

/// An edition of a bazaar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    pub code: BazaarCode,
    pub name: Bilingual,
    pub number: Option<u32>,
    pub currency: Currency,
}

impl Edition {
    /// Which edition a bazaar is.
    pub fn of(bazaar: &Bazaar) -> Self {
        Edition {
            code: bazaar.code.clone(),
            name: bazaar.name.clone(),
            number: bazaar.edition,
            currency: bazaar.currency,
        }
    }

    /// Whether two tills' terms speak of the same edition.
    pub fn is(&self, other: &Edition) -> bool {
        (&self.code, self.number, self.currency) == (&other.code, other.number, other.currency)
    }
}

/// A package's part of a journal, or of all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackagePart {
    pub code: PackageCode,
    pub name: Bilingual,
    pub sum: Sum,
}

/// A family's part of a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyPart {
    pub code: FamilyCode,
    pub name: Bilingual,
    /// The trading days something of its was sold on.
    pub days: BTreeSet<NaiveDate>,
    pub sum: Sum,
    /// What a programme gave it, which is no part of its account.
    pub support: Option<Support>,
    /// What it was lent, what of advances came from other editions less what went to
    /// them, and what is left to be given back.
    pub lent: Money,
    pub advance_carried: Money,
    pub advance_left: Money,
}

/// What one journal comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalPart {
    pub edition: Edition,
    pub till: TillCode,
    pub till_name: Bilingual,
    /// Where it was read, as it was named; empty for this till's own.
    pub place: String,
    /// The trading days there were.
    pub days: BTreeSet<NaiveDate>,
    /// Records, and the hash of the last one.
    pub records: u64,
    pub head: String,
    pub sales: u64,
    pub visitors: u64,
    /// What customers paid to have goods brought, which is no family's.
    pub delivery: DeliveryTotal,
    pub takings: Takings,
    pub sum: Sum,
    pub packages: Vec<PackagePart>,
    pub families: Vec<FamilyPart>,
    /// The orders of web shops it took and did not cancel.
    pub shop_orders: Vec<ShopTaken>,
    /// What its ledger says, by account.
    pub accounts: BTreeMap<Account, Money>,
    /// Balances that came from other editions, and those carried out and taken back.
    pub brought_in: Vec<CarriedBalance>,
    pub taken_back: Vec<CarriedBalance>,
}

/// Journals of one edition together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionSum {
    pub edition: Edition,
    pub tills: usize,
    /// Trading days; one on which several tills traded counts once.
    pub days: BTreeSet<NaiveDate>,
    pub sales: u64,
    pub visitors: u64,
    pub delivery: DeliveryTotal,
    pub sum: Sum,
}

/// A family in one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyEdition {
    pub edition: Edition,
    pub days: BTreeSet<NaiveDate>,
    pub sum: Sum,
    pub support: Vec<Support>,
    pub lent: Money,
    pub advance_left: Money,
}

/// A family over all journals that know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilySum {
    pub code: FamilyCode,
    /// As the latest edition has it.
    pub name: Bilingual,
    /// Its editions, the earliest first.
    pub editions: Vec<FamilyEdition>,
    /// The days of all of them.
    pub days: usize,
    pub sum: Sum,
    /// What programmes gave it. An edition begun from the one before carries its
    /// register on, so the same support is told once.
    pub support: Money,
    pub lent: Money,
    pub advance_left: Money,
    /// Whether another family stands under the same code with another name.
    pub disputed: bool,
}

/// All journals of one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCurrency {
    pub currency: Currency,
    /// One a till and edition: the tally by till.
    pub journals: Vec<JournalPart>,
    pub editions: Vec<EditionSum>,
    pub packages: Vec<PackagePart>,
    pub families: Vec<FamilySum>,
    pub sales: u64,
    pub visitors: u64,
    pub delivery: DeliveryTotal,
    pub takings: Takings,
    pub total: Sum,
}

/// Journals tallied, a group a currency, in the order they first came in. Two names
/// under one code are one family or package only if `same` says so.
pub fn tally(
    journals: Vec<JournalPart>,
    same: &dyn Fn(&Bilingual, &Bilingual) -> bool,
) -> Vec<InCurrency> {
    let mut groups: Vec<(Currency, Vec<JournalPart>)> = Vec::new();
    for journal in journals {
        let currency = journal.edition.currency;
        match groups.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, group)) => group.push(journal),
            None => groups.push((currency, vec![journal])),
        }
    }
    let groups = groups.into_iter();
    groups
        .map(|(currency, journals)| InCurrency::of(currency, journals, same))
        .collect()
}

impl InCurrency {
    fn of(
        currency: Currency,
        mut journals: Vec<JournalPart>,
        same: &dyn Fn(&Bilingual, &Bilingual) -> bool,
    ) -> Self {
        // The earliest edition first, one that has not begun last; in it, tills by code.
        journals.sort_by(|one, other| {
            let began = |journal: &JournalPart| {
                let first = journal.days.first().copied();
                (first.is_none(), first)
            };
            (began(one), &one.edition.code, &one.till).cmp(&(
                began(other),
                &other.edition.code,
                &other.till,
            ))
        });
        let mut all = InCurrency {
            currency,
            journals: Vec::new(),
            editions: Vec::new(),
            packages: Vec::new(),
            families: Vec::new(),
            sales: 0,
            visitors: 0,
            delivery: DeliveryTotal::default(),
            takings: Takings::default(),
            total: Sum::default(),
        };
        for journal in &journals {
            all.sales += journal.sales;
            all.visitors += journal.visitors;
            all.delivery.add(&journal.delivery);
            all.takings.add(&journal.takings);
            all.total.add(&journal.sum);
            all.add_edition(journal);
            for package in &journal.packages {
                all.add_package(package, same);
            }
            for family in &journal.families {
                all.add_family(&journal.edition, family, same);
            }
        }
        all.journals = journals;
        all.packages.sort_by(|one, other| one.code.cmp(&other.code));
        all.families.sort_by(|one, other| one.code.cmp(&other.code));
        let mut codes: BTreeMap<FamilyCode, usize> = BTreeMap::new();
        for family in &all.families {
            *codes.entry(family.code.clone()).or_default() += 1;
        }
        for family in &mut all.families {
            family.finish(codes[&family.code] > 1);
        }
        all
    }

    fn add_edition(&mut self, journal: &JournalPart) {
        let mut known = self.editions.iter();
        let at = known.position(|known| known.edition.is(&journal.edition));
        let at = at.unwrap_or_else(|| {
            self.editions.push(EditionSum {
                edition: journal.edition.clone(),
                tills: 0,
                days: BTreeSet::new(),
                sales: 0,
                visitors: 0,
                delivery: DeliveryTotal::default(),
                sum: Sum::default(),
            });
            self.editions.len() - 1
        });
        let edition = &mut self.editions[at];
        edition.tills += 1;
        edition.days.extend(&journal.days);
        edition.sales += journal.sales;
        edition.visitors += journal.visitors;
        edition.delivery.add(&journal.delivery);
        edition.sum.add(&journal.sum);
    }

    fn add_package(&mut self, part: &PackagePart, same: &dyn Fn(&Bilingual, &Bilingual) -> bool) {
        let mut known = self.packages.iter_mut();
        match known.find(|known| known.code == part.code && same(&known.name, &part.name)) {
            Some(known) => known.sum.add(&part.sum),
            None => self.packages.push(part.clone()),
        }
    }

    fn add_family(
        &mut self,
        edition: &Edition,
        part: &FamilyPart,
        same: &dyn Fn(&Bilingual, &Bilingual) -> bool,
    ) {
        let mut known = self.families.iter_mut();
        match known.find(|known| known.code == part.code && same(&known.name, &part.name)) {
            Some(known) => known.add(edition, part),
            None => {
                let mut family = FamilySum {
                    code: part.code.clone(),
                    name: part.name.clone(),
                    editions: Vec::new(),
                    days: 0,
                    sum: Sum::default(),
                    support: Money::ZERO,
                    lent: Money::ZERO,
                    advance_left: Money::ZERO,
                    disputed: false,
                };
                family.add(edition, part);
                self.families.push(family);
            }
        }
    }
}

impl FamilySum {
    fn add(&mut self, edition: &Edition, part: &FamilyPart) {
        self.name = part.name.clone();
        self.sum.add(&part.sum);
        self.lent += part.lent;
        self.advance_left += part.advance_left;
        let mut known = self.editions.iter();
        let at = known.position(|known| known.edition.is(edition));
        let at = at.unwrap_or_else(|| {
            self.editions.push(FamilyEdition {
                edition: edition.clone(),
                days: BTreeSet::new(),
                sum: Sum::default(),
                support: Vec::new(),
                lent: Money::ZERO,
                advance_left: Money::ZERO,
            });
            self.editions.len() - 1
        });
        let edition = &mut self.editions[at];
        edition.days.extend(&part.days);
        edition.sum.add(&part.sum);
        edition.lent += part.lent;
        edition.advance_left += part.advance_left;
        if let Some(support) = &part.support
            && !edition.support.contains(support)
        {
            edition.support.push(support.clone());
        }
    }

    /// Whether anything ever happened to it.
    pub fn is_told(&self) -> bool {
        self.sum != Sum::default() || !self.lent.is_zero() || self.days > 0
    }

    /// What is known once all journals are in.
    fn finish(&mut self, disputed: bool) {
        self.disputed = disputed;
        self.days = self.editions.iter().map(|edition| edition.days.len()).sum();
        let mut told: Vec<&Support> = Vec::new();
        for support in self.editions.iter().flat_map(|edition| &edition.support) {
            if !told.contains(&support) {
                told.push(support);
            }
        }
        self.support = told.iter().map(|support| support.amount).sum();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tally::{TenderGroup, TenderTotal};
    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 2, n).unwrap()
    }

    fn money(minor: i64) -> Money {
        Money::from_minor(minor)
    }

    fn family(name: &str, days: &[u32], credit: i64, support: i64) -> FamilyPart {
        FamilyPart {
            code: FamilyCode::new("F1").unwrap(),
            name: Bilingual::new(name, ""),
            days: days.iter().map(|n| day(*n)).collect(),
            sum: Sum {
                paid: money(credit),
                credit: money(credit),
                owed: money(credit),
                ..Sum::default()
            },
            support: (support != 0).then(|| Support {
                amount: money(support),
                from: String::new(),
                on: None,
            }),
            lent: Money::ZERO,
            advance_carried: Money::ZERO,
            advance_left: Money::ZERO,
        }
    }

    fn journal(bazaar: &str, till: &str, currency: Currency, part: FamilyPart) -> JournalPart {
        let owed = -part.sum.credit;
        let cash = TenderTotal {
            sales: part.sum.paid,
            ..TenderTotal::default()
        };
        JournalPart {
            edition: Edition {
                code: BazaarCode::new(bazaar).unwrap(),
                name: Bilingual::new(bazaar, ""),
                number: None,
                currency,
            },
            till: TillCode::new(till).unwrap(),
            till_name: Bilingual::default(),
            place: String::new(),
            days: part.days.clone(),
            records: 1,
            head: String::new(),
            sales: 1,
            visitors: 0,
            delivery: DeliveryTotal::default(),
            takings: Takings {
                tenders: [(TenderGroup::Cash, cash)].into(),
                ..Takings::default()
            },
            sum: part.sum,
            packages: vec![PackagePart {
                code: PackageCode::new("FOOD").unwrap(),
                name: Bilingual::new("أطايب", ""),
                sum: Sum {
                    owed: Money::ZERO,
                    ..part.sum
                },
            }],
            accounts: [(Account::FamilyPayable(part.code.clone()), owed)].into(),
            brought_in: Vec::new(),
            taken_back: Vec::new(),
            families: vec![part],
            shop_orders: Vec::new(),
        }
    }

    fn same(one: &Bilingual, other: &Bilingual) -> bool {
        one.ar == other.ar
    }

    #[test]
    fn a_family_is_one_over_tills_and_editions_and_its_days_count_once() {
        let journals = vec![
            journal("B2", "T1", Currency::Aed, family("نورة", &[20], 300, 900)),
            journal("B1", "T2", Currency::Aed, family("نورة", &[1, 2], 200, 900)),
            journal("B1", "T1", Currency::Aed, family("نورة", &[2, 3], 100, 900)),
        ];
        let all = &tally(journals, &same)[0];
        assert!(all.holds());
        let [family] = &all.families[..] else {
            panic!("{:?}", all.families)
        };
        assert_eq!((family.days, family.sum.credit), (4, money(600)));
        assert_eq!(family.support, money(900), "the register was carried on");
        assert!(!family.disputed);
        let editions: Vec<_> = family
            .editions
            .iter()
            .map(|one| (one.edition.code.as_str(), one.sum.credit))
            .collect();
        assert_eq!(editions, [("B1", money(300)), ("B2", money(300))]);
        assert_eq!((all.editions.len(), all.editions[0].tills), (2, 2));
    }

    #[test]
    fn a_code_with_two_names_is_two_families_and_says_so() {
        let journals = vec![
            journal("B1", "T1", Currency::Aed, family("نورة", &[1], 100, 0)),
            journal("B2", "T1", Currency::Aed, family("مريم", &[5], 200, 0)),
        ];
        let all = &tally(journals, &same)[0];
        assert!(all.holds());
        assert_eq!(all.families.len(), 2);
        assert!(all.families.iter().all(|family| family.disputed));
    }

    #[test]
    fn currencies_are_told_apart_and_a_wrong_ledger_is_noticed() {
        let mut wrong = journal("B2", "T1", Currency::Sar, family("نورة", &[1], 100, 0));
        wrong.accounts.clear();
        let right = journal("B1", "T1", Currency::Aed, family("نورة", &[1], 100, 0));
        let told = tally(vec![right, wrong], &same);
        let told: Vec<_> = told
            .iter()
            .map(|one| (one.currency, one.total.paid, one.holds()))
            .collect();
        assert_eq!(
            told,
            [
                (Currency::Aed, money(100), true),
                (Currency::Sar, money(100), false)
            ]
        );
    }
}
