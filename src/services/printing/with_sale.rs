//! The papers of a sale, put in line in the transaction that records it: a sale
//! whose receipt was asked for has its receipt in line from the same moment on.
//!
//! Nothing is drawn here. A job says what its paper is made from, and the
//! printer's thread draws it when its turn comes, so that no sale waits for a
//! letter to be set.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

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
    kind: PaperKind,
    /// For the kitchen: only goods of these.
    packages: Vec<PackageCode>,
}

impl Wanted {
    /// Whether the sale has anything that belongs on it.
    fn concerns(&self, sale: &Sale) -> bool {
        let is_its = |package| self.packages.contains(package);
        self.packages.is_empty() || sale.lines.iter().any(|line| is_its(&line.item.package))
    }
}

impl SalePapers {
    /// The receipt, and slips for the families and the kitchen where the till has
    /// been asked to; `place_for` finds the printer for a role.
    pub(super) fn of(setup: &PrinterSetup, place_for: impl Fn(PrinterRole) -> usize) -> Self {
        let wanted = |kind, packages| Wanted {
            printer: setup.printers[place_for(role_of(kind))].address(),
            kind,
            packages,
        };
        let mut papers = vec![wanted(PaperKind::Receipt, Vec::new())];
        if setup.collection_slips {
            papers.push(wanted(PaperKind::CollectionSlip, Vec::new()));
        }
        if !setup.kitchen.is_empty() {
            papers.push(wanted(PaperKind::KitchenSlip, setup.kitchen.clone()));
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
        for wanted in self.0.iter().filter(|wanted| wanted.concerns(sale)) {
            let kind = wanted.kind.code();
            let known = writing.original_queued(kind, &number)?;
            let job = match known {
                Some(job) => job,
                None => writing.queue_print(NewPrintJob {
                    printer: wanted.printer.clone(),
                    kind: kind.to_owned(),
                    title: number.clone(),
                    reference: number.clone(),
                    document: Source::of(wanted, sale.id).bytes(),
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

/// What stands before a source where the dots of a paper would be.
const MAGIC: &[u8] = b"SQF1";

/// What a paper that is not drawn yet is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Source {
    sale: TicketId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    packages: Vec<PackageCode>,
}

impl Source {
    fn of(wanted: &Wanted, sale: TicketId) -> Self {
        Source {
            sale,
            packages: wanted.packages.clone(),
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        serde_json::to_writer(&mut bytes, self).expect("a source is plain values");
        bytes
    }

    /// The paper a job stands for, where its bytes are a source and not dots.
    pub fn paper(kind: &str, document: &[u8]) -> Option<Paper> {
        let source: Source = serde_json::from_slice(document.strip_prefix(MAGIC)?).ok()?;
        match PaperKind::from_code(kind)? {
            PaperKind::Receipt => Some(Paper::Receipt(source.sale)),
            PaperKind::CollectionSlip => Some(Paper::CollectionSlips(source.sale)),
            PaperKind::KitchenSlip => Some(Paper::KitchenSlip {
                sale: source.sale,
                packages: source.packages,
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_comes_back_out_of_its_source() {
        let sale = TicketId(uuid::Uuid::from_u128(7));
        let packages: Vec<PackageCode> = vec!["FOOD".parse().unwrap()];
        let source = |packages: &[PackageCode]| Source {
            sale,
            packages: packages.to_vec(),
        };
        let kitchen = Paper::KitchenSlip {
            sale,
            packages: packages.clone(),
        };
        for (kind, source, paper) in [
            ("receipt", source(&[]), Some(Paper::Receipt(sale))),
            (
                "collection-slip",
                source(&[]),
                Some(Paper::CollectionSlips(sale)),
            ),
            ("kitchen-slip", source(&packages), Some(kitchen)),
            ("z", source(&[]), None),
        ] {
            assert_eq!(Source::paper(kind, &source.bytes()), paper, "{kind}");
        }
        assert_eq!(Source::paper("receipt", b"SQF1{}"), None);
        assert_eq!(Source::paper("receipt", b"SQP1\0\0"), None);
    }
}
