//! The trade's papers: pure functions from stored facts to a [`Document`](super::Document).
//!
//! | paper | made from |
//! |---|---|
//! | [`receipt`] | a sale |
//! | [`gift_receipt`], [`collection_slips`], [`kitchen_slip`] | a sale, without prices |
//! | [`refund_receipt`] | a refund and its sale |
//! | [`order_slip`], [`order_cancellation_slip`] | an order, its cancellation |
//! | [`x_report`], [`z_report`] | a tally, a day's closing |
//! | [`shift_slip`] | a shift's closing |
//! | [`statement`], [`statement_page`] | settlements and what was paid since |
//! | [`figures_page`] | the organiser's figures and their plots |
//! | [`intake_note`], [`goods_returned`] | goods a family hands in, takes back |
//! | [`return_sheet`], [`unsold_kept`] | its unsold goods, counted |
//! | [`loss_note`] | goods of it that were lost |
//! | [`labels`] | a product line |
//! | [`payout_slip`], [`family_payment_slip`] | money out to a family, in from it |
//! | [`test_page`], [`rulers_page`] | a printer's profile, nothing |
//!
//! A paper reads nothing but its facts, the bazaar's terms and names, and the time
//! that was recorded, so a reprint a year later is the same paper under a COPY
//! banner. Deductions are rows with a word, never minus signs. Phones, IBANs and
//! proxies of families stand on no paper.
//!
//! How wide the paper is and how it is printed is decided further down the line.

mod collection;
mod figures_page;
mod gift;
mod goods;
mod handing;
mod label;
mod order;
mod payout;
mod receipt;
mod refund;
mod report;
mod report_sections;
mod rulers;
mod sheet;
mod shift;
mod signed;
mod speech;
mod statement;
mod statement_page;
mod stationery;
mod tax;
mod test_page;
mod unpriced;
mod zatca;

pub use collection::{collection_slips, kitchen_slip};
pub use figures_page::{FiguresPage, Line, figures_foot, figures_page};
pub use gift::gift_receipt;
pub use handing::{
    CountedGoods, Handing, goods_returned, intake_note, loss_note, return_sheet, unsold_kept,
};
pub use label::{Label, labels};
pub use order::{family_order_slip, order_cancellation_slip, order_slip};
pub use payout::{family_payment_slip, payout_slip};
pub use receipt::receipt;
pub use refund::refund_receipt;
pub use report::{Reading, x_report, z_report};
pub use rulers::{WIDEST_RULER, rulers_page};
pub use sheet::{ORDER_SUFFIX, copy_banner};
pub use shift::shift_slip;
pub use speech::PaperLanguages;
pub use statement::statement;
pub use statement_page::{Books, statement_foot, statement_page};
pub use stationery::{Issued, Names, Stationery};
pub use test_page::test_page;
pub use zatca::{Fields as ZatcaFields, encode as zatca_code};
