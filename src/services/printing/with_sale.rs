//! The papers of a sale, put in line in the transaction that records it: a sale
//! whose receipt was asked for has its receipt in line from the same moment on.
//!
//! Nothing is drawn here. A job says what its paper is made from, and the
//! printer's thread draws it when its turn comes, so that no sale waits for a
//! letter to be set.

use chrono::{DateTime, FixedOffset};

use super::draft;
use super::paper::{Paper, PaperKind};
use super::setup::{PrinterSetup, role_of};
use super::{PrinterRole, Queued};
use crate::domain::id::{BazaarCode, PackageCode, TicketId};
use crate::domain::sale::Sale;
use crate::store::{NewPrintJob, StoreError, Writing};

/// What a till prints at a sale and which printer is for it; known before there is
/// a sale. Empty where nothing is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SalePapers(Vec<Wanted>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    /// The printer's address.
    printer: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Receipt,
    CollectionSlips,
    /// Only goods of these packages.
    KitchenSlip(Vec<PackageCode>),
}

impl What {
    fn kind(&self) -> PaperKind {
        match self {
            What::Receipt => PaperKind::Receipt,
            What::CollectionSlips => PaperKind::CollectionSlip,
            What::KitchenSlip(_) => PaperKind::KitchenSlip,
        }
    }

    fn paper(&self, sale: TicketId) -> Paper {
        match self {
            What::Receipt => Paper::Receipt(sale),
            What::CollectionSlips => Paper::CollectionSlips(sale),
            What::KitchenSlip(packages) => Paper::KitchenSlip {
                sale,
                packages: packages.clone(),
            },
        }
    }

    /// Whether the sale has anything that belongs on it.
    fn concerns(&self, sale: &Sale) -> bool {
        match self {
            What::Receipt | What::CollectionSlips => true,
            What::KitchenSlip(packages) => {
                let mut lines = sale.lines.iter();
                lines.any(|line| packages.contains(&line.item.package))
            }
        }
    }
}

impl SalePapers {
    /// The receipt, and slips for the families and the kitchen where the till has
    /// been asked to; `place_for` finds the printer for a role.
    pub(super) fn of(setup: &PrinterSetup, place_for: impl Fn(PrinterRole) -> usize) -> Self {
        let wanted = |what: What| Wanted {
            printer: setup.printers[place_for(role_of(what.kind()))].address(),
            what,
        };
        let mut papers = vec![wanted(What::Receipt)];
        if setup.collection_slips {
            papers.push(wanted(What::CollectionSlips));
        }
        if !setup.kitchen.is_empty() {
            papers.push(wanted(What::KitchenSlip(setup.kitchen.clone())));
        }
        SalePapers(papers)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts those in line that are not in line yet; gives the first, the receipt.
    ///
    /// # Errors
    /// What the disk says; the transaction is to be undone then.
    pub(in crate::services) fn put_in_line(
        &self,
        writing: &mut Writing<'_>,
        bazaar: &BazaarCode,
        sale: &Sale,
        at: DateTime<FixedOffset>,
    ) -> Result<Option<Queued>, StoreError> {
        let number = sale.number.with_bazaar(bazaar);
        let mut first = None;
        for wanted in self.0.iter().filter(|wanted| wanted.what.concerns(sale)) {
            let kind = wanted.what.kind().code();
            let known = writing.original_queued(kind, &number)?;
            let job = match known {
                Some(job) => job,
                None => writing.queue_print(NewPrintJob {
                    printer: wanted.printer.clone(),
                    kind: kind.to_owned(),
                    title: number.clone(),
                    reference: number.clone(),
                    document: draft::undrawn(&wanted.what.paper(sale.id)),
                    copy: 0,
                    queued_at: at,
                })?,
            };
            first.get_or_insert(Queued {
                job,
                copy: None,
                again: known.is_some(),
            });
        }
        Ok(first)
    }
}
