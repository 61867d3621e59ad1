//! What is told of a web shop's orders beside those that are taken: left out,
//! changed since, or taken at other terms than the bazaar's own.

use chrono::NaiveDate;

use crate::domain::id::{Bilingual, Number, Sku};
use crate::domain::money::{Currency, Money};
use crate::locale::bidi::{first_strong, joined, left_to_right};
use crate::locale::{Key, Texts};
use crate::{key, tr};

/// Something told of one order of a file. It keeps nothing from being taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub sheet: String,
    pub row: u32,
    /// The shop's number.
    pub number: String,
    pub customer: String,
    pub what: Telling,
}

/// What of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Telling {
    /// It was cancelled in the shop, so it is left out.
    Cancelled,
    /// It was never paid or confirmed, so it is left out for now.
    Waiting,
    /// It was taken in and cancelled in the shop since; here it is still open.
    CancelledSince { number: Number },
    /// The same, but it was handed over already.
    CancelledLate { number: Number },
    /// It was taken in, and the shop says otherwise now. It stays as it was taken.
    Changed { number: Number, what: Vec<Aspect> },
    /// The shop charged another price than the list has. The shop's counts.
    PriceOther {
        sku: Sku,
        charged: Money,
        listed: Money,
    },
    /// Nothing says who bears its discount: the organiser does.
    DiscountOurs,
    /// One of the same number and customer was taken in before, and one of the two
    /// does not name its shop. It stays as it was taken.
    PerhapsKnown { number: Number, file: String },
    /// The same of an earlier row of the file. It is taken once.
    PerhapsTwice { row: u32 },
    /// Goods of it will be past their date when it is due.
    Expired {
        name: Bilingual,
        best_before: NaiveDate,
    },
}

/// What of an order can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aspect {
    Goods,
    Discount,
    DeliveryFee,
    Payment,
    Customer,
    DueOn,
    Note,
    Status,
}

impl Aspect {
    fn word(self) -> Key {
        match self {
            Aspect::Goods => key!("notice-orders-aspect-goods"),
            Aspect::Discount => key!("notice-orders-aspect-discount"),
            Aspect::DeliveryFee => key!("notice-orders-aspect-fee"),
            Aspect::Payment => key!("notice-orders-aspect-payment"),
            Aspect::Customer => key!("notice-orders-aspect-customer"),
            Aspect::DueOn => key!("notice-orders-aspect-due"),
            Aspect::Note => key!("notice-orders-aspect-note"),
            Aspect::Status => key!("notice-orders-aspect-status"),
        }
    }
}

impl Told {
    /// What stable formats call it.
    pub fn code(&self) -> &'static str {
        match self.what {
            Telling::Cancelled => "cancelled",
            Telling::Waiting => "waiting",
            Telling::CancelledSince { .. } => "cancelled_since",
            Telling::CancelledLate { .. } => "cancelled_after_handover",
            Telling::Changed { .. } => "changed",
            Telling::PriceOther { .. } => "price_other",
            Telling::DiscountOurs => "discount_by_organiser",
            Telling::PerhapsKnown { .. } => "perhaps_known",
            Telling::PerhapsTwice { .. } => "perhaps_twice",
            Telling::Expired { .. } => "expired_when_due",
        }
    }

    /// In one sentence.
    pub fn said(&self, texts: &Texts, currency: Currency) -> String {
        let in_one_piece = |number: &Number| left_to_right(&number.to_string());
        match &self.what {
            Telling::Cancelled => tr!(texts, "notice-orders-cancelled"),
            Telling::Waiting => tr!(texts, "notice-orders-waiting"),
            Telling::CancelledSince { number } => {
                let number = in_one_piece(number);
                tr!(texts, "notice-orders-cancelled-since", number = number)
            }
            Telling::CancelledLate { number } => {
                let number = in_one_piece(number);
                tr!(texts, "notice-orders-cancelled-late", number = number)
            }
            Telling::Changed { number, what } => {
                let what = what.iter().map(|one| texts.get(one.word()));
                let number = in_one_piece(number);
                let what = joined(texts.direction(), what, " · ");
                tr!(texts, "notice-orders-changed", number = number, what = what)
            }
            Telling::PriceOther {
                sku,
                charged,
                listed,
            } => tr!(
                texts,
                "notice-orders-price-other",
                sku = left_to_right(sku.as_str()),
                charged = texts.money(*charged, currency),
                listed = texts.money(*listed, currency)
            ),
            Telling::DiscountOurs => tr!(texts, "notice-orders-discount-ours"),
            Telling::PerhapsKnown { number, file } => tr!(
                texts,
                "notice-orders-perhaps-known",
                number = in_one_piece(number),
                file = first_strong(file)
            ),
            Telling::PerhapsTwice { row } => {
                tr!(texts, "notice-orders-perhaps-twice", row = row.to_string())
            }
            Telling::Expired { name, best_before } => tr!(
                texts,
                "notice-orders-expired",
                name = first_strong(texts.name(name)),
                date = texts.date_short(*best_before)
            ),
        }
    }
}
