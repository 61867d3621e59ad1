//! The money proof: its numbers, drawer by drawer, and the facts behind each.

use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset};

use crate::domain::fact::{Entry, Fact};
use crate::domain::figures::{Figures, Period};
use crate::domain::id::{ShiftId, StaffCode};
use crate::domain::ledger::{Account, postings};
use crate::domain::money::Money;
use crate::domain::proof::{self, Number};
use crate::domain::staff::Staff;
use crate::domain::tally::DrawerResult;
use crate::locale::{Key, bidi, capital};
use crate::services::{Error, Till};
use crate::{key, tr};

use super::Reader;

/// What is opened to the facts behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    Number(Number),
    /// What the drawer of a shift was expected to hold.
    Drawer(ShiftId),
}

/// A fact and what it adds to a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    pub seq: u64,
    /// What kind of fact it is, as the journal names it.
    pub kind: &'static str,
    /// The number of its paper, where it has one.
    pub number: Option<String>,
    pub at: DateTime<FixedOffset>,
    pub actor: Option<StaffCode>,
    pub amount: Money,
}

/// Facts behind a number, in the order recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    pub lines: Vec<FactLine>,
    /// Where the next ones begin; none after the last.
    pub next: Option<u64>,
}

/// The figures of a period, for its proof.
#[derive(Debug, Clone)]
pub struct MoneyProof {
    pub figures: Figures,
    /// Who works here, to name the cashiers.
    pub staff: Vec<Staff>,
}

/// Numbers of the proof that make up another.
#[derive(Debug, Clone)]
pub struct ProofPart {
    pub code: &'static str,
    pub title: String,
    pub lines: Vec<ProofLine>,
    pub sum: ProofLine,
}

/// A number with its name, to be opened.
#[derive(Debug, Clone)]
pub struct ProofLine {
    pub number: Number,
    pub code: String,
    pub word: String,
    pub amount: Money,
}

impl MoneyProof {
    /// Whether both sides come out the same.
    pub fn holds(&self) -> bool {
        proof::holds(&self.figures.total)
    }
}

impl Reader<'_> {
    /// The proof part by part: what came in, for whom it is, and what became of the
    /// families' share; last, where there is any, what went from edition to edition.
    /// Numbers that are nothing are left out.
    pub fn proof(&self, figures: &Figures) -> Vec<ProofPart> {
        let tenders = Number::TENDERS.map(Number::Tender);
        let part = |code, title: Key, numbers: &[Number], sum: Number| {
            let lines = numbers
                .iter()
                .map(|number| self.proof_line(figures, *number));
            ProofPart {
                code,
                title: self.texts.get(title),
                lines: lines.filter(|line| !line.amount.is_zero()).collect(),
                sum: self.proof_line(figures, sum),
            }
        };
        let mut parts = vec![
            part(
                "came_in",
                key!("figures-proof-came"),
                &tenders,
                Number::Tenders,
            ),
            part(
                "owed",
                key!("figures-proof-owed"),
                &Number::OWED,
                Number::Tenders,
            ),
            part(
                "families",
                key!("figures-proof-of-families"),
                &Number::OF_FAMILIES,
                Number::Families,
            ),
        ];
        let editions = part(
            "editions",
            key!("figures-proof-editions"),
            &Number::EDITIONS,
            Number::OtherEditions,
        );
        parts.extend((!editions.lines.is_empty()).then_some(editions));
        parts
    }

    fn proof_line(&self, figures: &Figures, number: Number) -> ProofLine {
        let word = match number {
            Number::Tender(group) => self.texts.word(&group),
            Number::Tenders => tr!(self.texts, "paper-proof-received"),
            Number::Families => tr!(self.texts, "paper-proof-families"),
            Number::OrganiserDiscounts => tr!(self.texts, "paper-proof-discounts"),
            Number::OrganiserTax => tr!(self.texts, "paper-proof-tax"),
            Number::CashRounding => tr!(self.texts, "paper-proof-rounding"),
            Number::DeliveryFees => tr!(self.texts, "paper-proof-delivery"),
            Number::Deposits => tr!(self.texts, "paper-proof-deposits"),
            Number::KeptDeposits => tr!(self.texts, "paper-proof-kept"),
            Number::Commission => tr!(self.texts, "term-commission"),
            Number::Fees => tr!(self.texts, "term-fees"),
            Number::Advances => tr!(self.texts, "figures-advances"),
            Number::Held => tr!(self.texts, "figures-held"),
            Number::ForFamilies => tr!(self.texts, "figures-for-families"),
            Number::NotSettled => tr!(self.texts, "figures-not-settled"),
            Number::BroughtIn => tr!(self.texts, "figures-brought-in"),
            Number::CarriedOut => tr!(self.texts, "figures-carried-out"),
            Number::CarriedBack => tr!(self.texts, "figures-carried-back"),
            Number::OtherEditions => tr!(self.texts, "figures-other-editions"),
        };
        ProofLine {
            number,
            code: number.name(),
            word: capital(&word),
            amount: number.of(&figures.total),
        }
    }

    /// Whether the proof holds, in words.
    pub fn verdict(&self, holds: bool) -> String {
        match holds {
            true => tr!(self.texts, "paper-proof-holds"),
            false => tr!(self.texts, "paper-proof-fails"),
        }
    }

    /// Whose shift at which till a drawer was.
    pub fn drawer(&self, drawer: &DrawerResult) -> String {
        let till = bidi::left_to_right(drawer.till.as_str());
        let day = self.texts.day_and_month(drawer.closing.day);
        let who = self.person(&drawer.closing.cashier);
        format!("{till} · {} · {day}", bidi::first_strong(&who))
    }
}

impl Till {
    /// The figures a money proof of a period is made of.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn money_proof(&self, period: Period) -> Result<MoneyProof, Error> {
        self.read(move |books| {
            Ok(MoneyProof {
                figures: super::figures(books, period)?,
                staff: books.staff()?,
            })
        })
    }

    /// At most `limit` facts behind a number of a period, from a record on.
    ///
    /// # Errors
    /// A record that can't be read; faults of the store.
    pub fn facts_behind(
        &self,
        period: Period,
        behind: Behind,
        from_seq: u64,
        limit: usize,
    ) -> Result<Facts, Error> {
        self.read(move |books| {
            let mut facts = Facts::default();
            let mut look = |entry: Entry, amount: Money| {
                if amount.is_zero() {
                    return ControlFlow::Continue(());
                }
                if facts.lines.len() == limit {
                    facts.next = Some(entry.seq);
                    return ControlFlow::Break(());
                }
                facts.lines.push(line_of(&entry, amount));
                ControlFlow::Continue(())
            };
            match behind {
                Behind::Number(number) => {
                    books.entries_of_kinds(period, number.kinds(), from_seq, &mut |entry| {
                        let share = number.share(&entry);
                        look(entry, share)
                    })?;
                }
                Behind::Drawer(shift) => {
                    let Some((opened, closed)) = books.shift_records(shift)? else {
                        return Ok(facts);
                    };
                    let drawer = Account::Drawer(books.till().clone());
                    books.entries(opened.max(from_seq), &mut |entry| {
                        if entry.seq >= closed {
                            return ControlFlow::Break(());
                        }
                        let legs = postings(&entry.till, &entry.fact).into_iter();
                        let legs = legs.filter(|leg| leg.account == drawer);
                        let moved = legs.map(|leg| leg.amount).sum();
                        look(entry, moved)
                    })?;
                }
            }
            Ok(facts)
        })
    }

    /// A record of the journal.
    ///
    /// # Errors
    /// A record that can't be read; faults of the store.
    pub fn record(&self, seq: u64) -> Result<Option<Entry>, Error> {
        self.read(move |books| Ok(books.entry(seq)?))
    }
}

fn line_of(entry: &Entry, amount: Money) -> FactLine {
    FactLine {
        seq: entry.seq,
        kind: entry.fact.kind(),
        number: number_of(&entry.fact),
        at: entry.at,
        actor: entry.actor.clone(),
        amount,
    }
}

/// The number of a fact's paper.
fn number_of(fact: &Fact) -> Option<String> {
    let number = match fact {
        Fact::SaleCompleted(sale) => &sale.number,
        Fact::SaleRefunded(refund) => &refund.number,
        Fact::OrderTaken(order) => &order.number,
        Fact::FamilySettled(settlement) => &settlement.number,
        Fact::SettlementReversed(reversal) => &reversal.settlement.number,
        Fact::PayoutMade(payout) => &payout.number,
        Fact::FamilyPaidIn(payment) => &payment.number,
        _ => return None,
    };
    Some(number.to_string())
}
