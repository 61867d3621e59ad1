//! Slips of money that changes hands with a family: out to it, in from it.

use super::sheet::Sheet;
use super::signed;
use super::speech::Said;
use super::stationery::{Issued, Stationery};
use crate::domain::id::{FamilyCode, Number};
use crate::domain::money::Money;
use crate::domain::payout::{FamilyPayment, Payout, PayoutMeans};
use crate::locale::bidi;
use crate::print::document::{Document, Text};
use crate::tr;

/// What both slips say.
struct Handed<'a> {
    number: &'a Number,
    family: &'a FamilyCode,
    amount: Money,
    means: PayoutMeans,
    reference: &'a str,
    left: Money,
}

/// The slip a family signs for money it was handed.
pub fn payout_slip(stationery: &Stationery, payout: &Payout, issued: &Issued) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    let words = (
        sheet.say(|texts| tr!(texts, "paper-payout")),
        sheet.say(|texts| tr!(texts, "paper-payout-amount")),
    );
    let handed = Handed {
        number: &payout.number,
        family: &payout.family,
        amount: payout.amount,
        means: payout.means,
        reference: &payout.reference,
        left: payout.left,
    };
    slip(&mut sheet, words, &handed, issued);
    if !payout.collected_by.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-collected-by"));
        sheet.fact(&label, bidi::first_strong(&payout.collected_by));
    }
    left(&mut sheet, handed.left);
    signed::receipt(&mut sheet, payout);
    sheet.paper
}

/// The slip a family is given for money it paid in.
pub fn family_payment_slip(
    stationery: &Stationery,
    payment: &FamilyPayment,
    issued: &Issued,
) -> Document {
    let mut sheet = Sheet::new(*stationery, issued.copy);
    let words = match &payment.takes_back {
        None => (
            sheet.say(|texts| tr!(texts, "paper-family-payment")),
            sheet.say(|texts| tr!(texts, "paper-family-payment-amount")),
        ),
        Some(_) => (
            sheet.say(|texts| tr!(texts, "paper-payout-taken-back")),
            sheet.say(|texts| tr!(texts, "paper-payout-taken-back-amount")),
        ),
    };
    let handed = Handed {
        number: &payment.number,
        family: &payment.family,
        amount: payment.amount,
        means: payment.means,
        reference: &payment.reference,
        left: payment.left,
    };
    slip(&mut sheet, words, &handed, issued);
    if let Some(back) = &payment.takes_back {
        let label = sheet.say(|texts| tr!(texts, "paper-payout"));
        let number = sheet.full_number(&back.number);
        sheet.fact(&label, bidi::left_to_right(&number));
        let label = sheet.say(|texts| tr!(texts, "paper-reason"));
        sheet.fact(&label, bidi::first_strong(&back.reason));
    }
    left(&mut sheet, handed.left);
    let signature = sheet.say(|texts| tr!(texts, "paper-signature-organiser"));
    sheet.signature(&signature);
    sheet.paper
}

fn slip(sheet: &mut Sheet, (kind, label): (Said, Said), handed: &Handed, issued: &Issued) {
    sheet.bazaar_and_organiser();
    sheet.kind(&kind);
    sheet.number(handed.number);
    sheet.recorded(issued, None);
    family(sheet, handed.family);
    sheet.amount_of_paper(&label, handed.amount);
    let means = sheet.say(|texts| tr!(texts, "paper-means"));
    let by = sheet.say(|texts| texts.word(&handed.means));
    sheet.fact(&means, by.first.clone());
    if !handed.reference.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-reference-number"));
        sheet.fact(&label, bidi::left_to_right(handed.reference));
    }
    if let Some(actor) = &issued.actor {
        let label = sheet.say(|texts| tr!(texts, "paper-handled-by"));
        sheet.person(&label, actor);
    }
    sheet.approver(issued);
}

/// The family by code and name, bold: whose paper this is.
pub(super) fn family(sheet: &mut Sheet, code: &FamilyCode) {
    let label = sheet.say(|texts| tr!(texts, "paper-family"));
    let value = sheet.stationery.family(code);
    sheet
        .paper
        .field(Text::new(label.inline()), Text::new(value).bold());
}

/// What stays open, in words that say which way.
fn left(sheet: &mut Sheet, left: Money) {
    let label = sheet.say(|texts| balance_words(texts, left));
    sheet.pair_bold(&label, sheet.amount(left.abs()));
}

/// Whether a balance is the family's or the organiser's.
pub(super) fn balance_words(texts: &crate::locale::Texts, balance: Money) -> String {
    if balance.is_negative() {
        tr!(texts, "paper-left-owed-by-family")
    } else {
        tr!(texts, "paper-left-owed-to-family")
    }
}
