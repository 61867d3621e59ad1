//! Which paper is meant, and its fact found and written out.

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::goods;
use serde::{Deserialize, Serialize};

use crate::domain::catalogue::Catalogue;
use crate::domain::fact::{Entry, Fact};
use crate::domain::id::{
    FamilyCode, GoodsNoteId, Number, OrderId, PackageCode, PayoutId, RefundId, SettlementId,
    ShiftId, TicketId, TillCode,
};
use crate::domain::statement::Statement;
use crate::key;
use crate::locale::{Key, Sighting, Worded};
use crate::print::papers::{
    Issued, Names, PaperLanguages, Reading, Stationery, collection_slips, family_order_slip,
    family_payment_slip, gift_receipt, kitchen_slip, order_cancellation_slip, order_slip,
    payout_slip, receipt, refund_receipt, shift_slip, statement, x_report, z_report,
};
use crate::print::{Bitmap, Document};
use crate::services::day::tally_of;
use crate::services::statement::settled_day;
use crate::services::{Error, Refusal};
use crate::store::Books;

/// A paper that can be asked for, by the fact it is made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    Receipt(TicketId),
    /// A sale without its prices.
    GiftReceipt(TicketId),
    /// A slip for each family of a sale.
    CollectionSlips(TicketId),
    /// What of a sale belongs to some packages.
    KitchenSlip {
        sale: TicketId,
        packages: Vec<PackageCode>,
    },
    Refund(RefundId),
    Order(OrderId),
    /// What a family makes of an order.
    FamilyOrder {
        order: OrderId,
        family: FamilyCode,
    },
    /// Of an order that was cancelled on `day`.
    OrderCancelled {
        order: OrderId,
        day: NaiveDate,
    },
    /// The totals of the open day as of now.
    XReport,
    ZReport(NaiveDate),
    /// Of a shift that was closed on `day`.
    Shift {
        shift: ShiftId,
        day: NaiveDate,
    },
    Statement(SettlementId),
    Payout(PayoutId),
    FamilyPayment(PayoutId),
    /// Goods handed in, handed back, lost or counted.
    Goods(GoodsNoteId),
}

/// What kind of paper a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    Receipt,
    GiftReceipt,
    CollectionSlip,
    KitchenSlip,
    Label,
    Refund,
    Order,
    FamilyOrder,
    OrderCancelled,
    XReport,
    ZReport,
    Shift,
    Statement,
    Payout,
    FamilyPayment,
    Intake,
    GoodsReturn,
    GoodsLost,
    Unsold,
    TestPage,
}

impl PaperKind {
    const ALL: [PaperKind; 20] = [
        PaperKind::Receipt,
        PaperKind::GiftReceipt,
        PaperKind::CollectionSlip,
        PaperKind::KitchenSlip,
        PaperKind::Label,
        PaperKind::Refund,
        PaperKind::Order,
        PaperKind::FamilyOrder,
        PaperKind::OrderCancelled,
        PaperKind::XReport,
        PaperKind::ZReport,
        PaperKind::Shift,
        PaperKind::Statement,
        PaperKind::Payout,
        PaperKind::FamilyPayment,
        PaperKind::Intake,
        PaperKind::GoodsReturn,
        PaperKind::GoodsLost,
        PaperKind::Unsold,
        PaperKind::TestPage,
    ];

    /// The name it is stored under, also before its number in records of copies.
    pub fn code(self) -> &'static str {
        match self {
            PaperKind::Receipt => "receipt",
            PaperKind::GiftReceipt => "gift-receipt",
            PaperKind::CollectionSlip => "collection-slip",
            PaperKind::KitchenSlip => "kitchen-slip",
            PaperKind::Label => "label",
            PaperKind::Refund => "refund",
            PaperKind::Order => "order",
            PaperKind::FamilyOrder => "family-order",
            PaperKind::OrderCancelled => "order-cancelled",
            PaperKind::XReport => "x",
            PaperKind::ZReport => "z",
            PaperKind::Shift => "shift",
            PaperKind::Statement => "statement",
            PaperKind::Payout => "payout",
            PaperKind::FamilyPayment => "family-payment",
            PaperKind::Intake => "intake",
            PaperKind::GoodsReturn => "goods-return",
            PaperKind::GoodsLost => "goods-lost",
            PaperKind::Unsold => "unsold",
            PaperKind::TestPage => "test-page",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl Worded for PaperKind {
    fn key(&self) -> Key {
        match self {
            PaperKind::Receipt => key!("paper-receipt"),
            PaperKind::GiftReceipt => key!("paper-gift-receipt"),
            PaperKind::CollectionSlip => key!("paper-collection"),
            PaperKind::KitchenSlip => key!("paper-kitchen"),
            PaperKind::Label => key!("paper-label"),
            PaperKind::Refund => key!("paper-refund"),
            PaperKind::Order => key!("paper-order"),
            PaperKind::FamilyOrder => key!("paper-family-order"),
            PaperKind::OrderCancelled => key!("paper-order-cancelled"),
            PaperKind::XReport => key!("paper-x-report"),
            PaperKind::ZReport => key!("paper-z-report"),
            PaperKind::Shift => key!("paper-shift"),
            PaperKind::Statement => key!("paper-statement"),
            PaperKind::Payout => key!("paper-payout"),
            PaperKind::FamilyPayment => key!("paper-family-payment"),
            PaperKind::Intake => key!("paper-intake"),
            PaperKind::GoodsReturn => key!("paper-goods-returned"),
            PaperKind::GoodsLost => key!("paper-goods-lost"),
            PaperKind::Unsold => key!("paper-unsold"),
            PaperKind::TestPage => key!("paper-test"),
        }
    }
}

/// Whether asking twice for the original prints it once. Readings and test pages
/// are new papers each time.
pub(super) fn has_one_original(kind: &str) -> bool {
    !matches!(
        PaperKind::from_code(kind),
        Some(PaperKind::XReport | PaperKind::TestPage | PaperKind::Label) | None
    )
}

/// A paper written out, not yet drawn.
pub(super) struct Written {
    pub kind: PaperKind,
    /// What a list calls it: number or day.
    pub title: String,
    /// What it is found by.
    pub reference: String,
    pub document: Document,
}

impl Written {
    /// The name under which copies are counted: `receipt INTAJ8-T1-000042`.
    pub fn name(&self) -> String {
        name_of_copies(self.kind.code(), &self.reference)
    }
}

/// The name copies are counted under, of a paper's code and what it is found by.
pub(super) fn name_of_copies(kind: &str, reference: &str) -> String {
    format!("{kind} {reference}")
}

/// Where papers are written: the till, its languages, the time.
pub(super) struct WritingDesk {
    pub till: TillCode,
    pub languages: PaperLanguages,
    pub sighting: Sighting,
    pub logo: Option<Arc<Bitmap>>,
    pub now: DateTime<FixedOffset>,
}

/// The name a paper's copies are counted under.
///
/// # Errors
/// [`Refusal::UnknownPaper`]; faults of the store.
pub(super) fn name_of(books: &Books<'_>, paper: &Paper, till: &TillCode) -> Result<String, Error> {
    let catalogue = crate::services::catalogue(books)?;
    let (kind, reference) = Found::find(books, paper, till)?.told(&catalogue, paper);
    Ok(name_of_copies(kind.code(), &reference))
}

/// Finds a paper's fact and writes it out.
///
/// # Errors
/// [`Refusal::UnknownPaper`]; faults of the store.
pub(super) fn write_out(
    books: &Books<'_>,
    catalogue: &Catalogue,
    desk: &WritingDesk,
    paper: &Paper,
    copy: Option<u32>,
) -> Result<Written, Error> {
    let found = Found::find(books, paper, &desk.till)?;
    let (kind, reference) = found.told(catalogue, paper);
    let names = Names::of(catalogue, &books.staff()?);
    let stationery = Stationery {
        bazaar: &catalogue.bazaar,
        names: &names,
        languages: desk.languages,
        sighting: desk.sighting,
        logo: desk.logo.as_ref(),
    };
    Ok(Written {
        kind,
        title: found.title().unwrap_or_else(|| reference.clone()),
        reference,
        document: found.document(books, &stationery, desk, paper, copy)?,
    })
}

/// A paper's fact with its record.
enum Found {
    Entry(Box<Entry>),
    /// An order, for one of its families.
    Work(Box<Entry>, FamilyCode),
    /// A settlement with what was paid until the next one.
    Settled(Box<Statement>, Box<Entry>),
    Reading(NaiveDate),
}

impl Found {
    fn find(books: &Books<'_>, paper: &Paper, till: &TillCode) -> Result<Self, Error> {
        let unknown = || Refusal::UnknownPaper;
        let seq = match paper {
            Paper::Receipt(id)
            | Paper::GiftReceipt(id)
            | Paper::CollectionSlips(id)
            | Paper::KitchenSlip { sale: id, .. } => books.sale(*id)?.map(|sale| sale.seq),
            Paper::Refund(id) => books.refund(*id)?.map(|refund| refund.seq),
            Paper::ZReport(day) => books.day_closing(*day)?.map(|closing| closing.seq),
            Paper::Payout(id) => books.payout(*id)?.map(|payout| payout.seq),
            Paper::FamilyPayment(id) => books.family_payment(*id)?.map(|payment| payment.seq),
            Paper::Goods(id) => books.goods_note(*id)?.map(|entry| entry.seq),
            Paper::XReport => {
                let open = books.open_day()?.ok_or_else(unknown)?;
                return Ok(Found::Reading(open.day));
            }
            Paper::Statement(id) => return Self::settled(books, *id),
            Paper::Order(id) => {
                let row = books.order(*id)?.ok_or_else(unknown)?;
                let is_it =
                    |fact: &Fact| matches!(fact, Fact::OrderTaken(order) if order.id == *id);
                return of_day(books, row.order.day, till, is_it);
            }
            Paper::FamilyOrder { order, family } => {
                let whole = Self::find(books, &Paper::Order(*order), till)?;
                return match whole {
                    Found::Entry(entry) => Ok(Found::Work(entry, family.clone())),
                    other => Ok(other),
                };
            }
            Paper::OrderCancelled { order, day } => {
                let is_it = |fact: &Fact| matches!(fact, Fact::OrderCancelled(ended) if ended.order == *order);
                return of_day(books, *day, till, is_it);
            }
            Paper::Shift { shift, day } => {
                let is_it = |fact: &Fact| matches!(fact, Fact::ShiftClosed(closing) if closing.id == *shift);
                return of_day(books, *day, till, is_it);
            }
        };
        let entry = entry_at(books, seq.ok_or_else(unknown)?)?;
        Ok(Found::Entry(Box::new(entry)))
    }

    fn settled(books: &Books<'_>, id: SettlementId) -> Result<Self, Error> {
        let row = books.settlement(id)?.ok_or(Refusal::UnknownPaper)?;
        let family = &row.settlement.family;
        let others = books.settlements_of(family)?;
        let next = others
            .into_iter()
            .map(|other| other.seq)
            .filter(|seq| *seq > row.seq)
            .min()
            .unwrap_or(u64::MAX);
        let entry = entry_at(books, row.seq)?;
        let settled = settled_day(books, row, next)?;
        let statement = Statement::of(&[settled]).expect("it is of one settlement");
        Ok(Found::Settled(Box::new(statement), Box::new(entry)))
    }

    /// The kind of the paper and what it is found by.
    fn told(&self, catalogue: &Catalogue, paper: &Paper) -> (PaperKind, String) {
        let numbered = |number: &Number| number.with_bazaar(&catalogue.bazaar.code);
        let entry = match self {
            Found::Reading(day) => return (PaperKind::XReport, day.to_string()),
            Found::Settled(settled, _) => {
                let number = &settled.days[0].number;
                return (PaperKind::Statement, numbered(number));
            }
            Found::Work(entry, family) => {
                let Fact::OrderTaken(order) = &entry.fact else {
                    unreachable!("{} is no order", entry.fact.kind());
                };
                let reference = format!("{} {family}", numbered(&order.number));
                return (PaperKind::FamilyOrder, reference);
            }
            Found::Entry(entry) => entry,
        };
        match &entry.fact {
            Fact::SaleCompleted(sale) => {
                let kind = match paper {
                    Paper::GiftReceipt(_) => PaperKind::GiftReceipt,
                    Paper::CollectionSlips(_) => PaperKind::CollectionSlip,
                    Paper::KitchenSlip { .. } => PaperKind::KitchenSlip,
                    _ => PaperKind::Receipt,
                };
                (kind, numbered(&sale.number))
            }
            Fact::SaleRefunded(refund) => (PaperKind::Refund, numbered(&refund.number)),
            Fact::OrderTaken(order) => (PaperKind::Order, numbered(&order.number)),
            Fact::OrderCancelled(ended) => {
                (PaperKind::OrderCancelled, numbered(&ended.order_number))
            }
            Fact::DayClosed(closing) => (PaperKind::ZReport, numbered(&closing.number)),
            Fact::ShiftClosed(closing) => (PaperKind::Shift, closing.id.to_string()),
            Fact::PayoutMade(payout) => (PaperKind::Payout, numbered(&payout.number)),
            Fact::FamilyPaidIn(payment) => (PaperKind::FamilyPayment, numbered(&payment.number)),
            other => {
                let (kind, number) = goods::told(other)
                    .unwrap_or_else(|| unreachable!("{} has no paper", other.kind()));
                (kind, numbered(number))
            }
        }
    }

    /// What a list calls a paper that has no number.
    fn title(&self) -> Option<String> {
        match self {
            Found::Entry(entry) => match &entry.fact {
                Fact::ShiftClosed(closing) => Some(format!("{} {}", entry.till, closing.cashier)),
                _ => None,
            },
            Found::Work(..) | Found::Settled(..) | Found::Reading(_) => None,
        }
    }

    fn document(
        &self,
        books: &Books<'_>,
        stationery: &Stationery,
        desk: &WritingDesk,
        paper: &Paper,
        copy: Option<u32>,
    ) -> Result<Document, Error> {
        let issued = |entry: &Entry| Issued {
            copy,
            ..Issued::of(entry)
        };
        let entry = match self {
            Found::Reading(day) => {
                let tally = tally_of(books, *day)?;
                let now = Issued {
                    at: desk.now,
                    actor: None,
                    approver: None,
                    copy,
                };
                return Ok(x_report(
                    stationery,
                    Reading {
                        day: *day,
                        tally: &tally,
                    },
                    &now,
                ));
            }
            Found::Settled(settled, entry) => {
                return Ok(statement(stationery, settled, &issued(entry)));
            }
            Found::Work(entry, family) => {
                let Fact::OrderTaken(order) = &entry.fact else {
                    unreachable!("{} is no order", entry.fact.kind());
                };
                return Ok(family_order_slip(stationery, order, family, &issued(entry)));
            }
            Found::Entry(entry) => entry,
        };
        let issued = issued(entry);
        Ok(match &entry.fact {
            Fact::SaleCompleted(sale) => match paper {
                Paper::GiftReceipt(_) => gift_receipt(stationery, sale, &issued),
                Paper::CollectionSlips(_) => collection_slips(stationery, sale, &issued),
                Paper::KitchenSlip { packages, .. } => {
                    let slip = kitchen_slip(stationery, sale, packages, &issued);
                    slip.ok_or(Refusal::UnknownPaper)?
                }
                _ => receipt(stationery, sale, &issued),
            },
            Fact::SaleRefunded(refund) => {
                let sale = books.sale(refund.sale)?.ok_or(Refusal::UnknownPaper)?;
                refund_receipt(stationery, refund, &sale.fact, &issued)
            }
            Fact::OrderTaken(order) => order_slip(stationery, order, &issued),
            Fact::OrderCancelled(ended) => order_cancellation_slip(stationery, ended, &issued),
            Fact::DayClosed(closing) => z_report(stationery, closing, &issued),
            Fact::ShiftClosed(closing) => shift_slip(stationery, closing, &entry.till, &issued),
            Fact::PayoutMade(payout) => payout_slip(stationery, payout, &issued),
            Fact::FamilyPaidIn(payment) => family_payment_slip(stationery, payment, &issued),
            other => goods::document(stationery, other, &issued)
                .unwrap_or_else(|| unreachable!("{} has no paper", other.kind())),
        })
    }
}

/// The record at a sequence that a projection points to.
fn entry_at(books: &Books<'_>, seq: u64) -> Result<Entry, Error> {
    Ok(books.entry(seq)?.ok_or(Refusal::UnknownPaper)?)
}

/// The record of a day that `is_it`.
fn of_day(
    books: &Books<'_>,
    day: NaiveDate,
    till: &TillCode,
    is_it: impl Fn(&Fact) -> bool,
) -> Result<Found, Error> {
    let mut found = None;
    books.entries_of_day(day, &mut |entry| {
        if entry.till == *till && is_it(&entry.fact) {
            found = Some(entry);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    })?;
    let entry = found.ok_or(Refusal::UnknownPaper)?;
    Ok(Found::Entry(Box::new(entry)))
}
