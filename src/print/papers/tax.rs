//! The tax part of a paper: a section for each taxable seller, in the words its
//! country asks for. Unregistered sellers leave nothing here: no tax, no tax
//! number, no tax code.

use chrono::{DateTime, FixedOffset};

use super::sheet::Sheet;
use super::speech::Said;
use super::stationery::Stationery;
use super::zatca;
use crate::domain::id::{Bilingual, FamilyCode};
use crate::domain::money::{Bps, Money};
use crate::domain::tax::{LineSeller, TaxCountry};
use crate::key;
use crate::locale::{Key, bidi};
use crate::print::document::{Gap, Rule, Text};
use crate::tr;

/// Whether money came in or went back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Invoice {
    Sale,
    Credit,
}

/// One taxable line: whose goods (nobody's where the organiser brought them), who sells
/// them, what was paid, the tax in it.
pub(super) type TaxedLine<'a> = (Option<&'a FamilyCode>, &'a LineSeller, Money, Money);

/// A taxable seller with its part of a paper.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Seller {
    pub country: TaxCountry,
    number: String,
    rate: Bps,
    /// Absent when the organiser sells.
    family: Option<FamilyCode>,
    paid: Money,
    tax: Money,
}

/// The taxable sellers of a paper, in the order of their first lines.
pub(super) fn sellers<'a>(lines: impl IntoIterator<Item = TaxedLine<'a>>) -> Vec<Seller> {
    let mut sellers: Vec<Seller> = Vec::new();
    for (family, seller, paid, tax) in lines {
        let (country, number, rate, family) = match seller {
            LineSeller::Untaxed => continue,
            LineSeller::Organiser {
                country,
                number,
                rate,
            } => (*country, number, *rate, None),
            LineSeller::Family {
                country,
                number,
                rate,
            } => (*country, number, *rate, family.cloned()),
        };
        let known = sellers
            .iter_mut()
            .find(|known| known.family == family && known.number == *number && known.rate == rate);
        match known {
            Some(known) => {
                known.paid += paid;
                known.tax += tax;
            }
            None => sellers.push(Seller {
                country,
                number: number.clone(),
                rate,
                family,
                paid,
                tax,
            }),
        }
    }
    sellers
}

/// Stationery that the law of every seller allows: Saudi invoices need Arabic.
pub(super) fn lawful<'a>(stationery: Stationery<'a>, sellers: &[Seller]) -> Stationery<'a> {
    let saudi = sellers
        .iter()
        .any(|seller| seller.country == TaxCountry::Saudi);
    if saudi {
        stationery.with_arabic()
    } else {
        stationery
    }
}

/// The words that make a paper of this seller an invoice or a credit note.
fn invoice_key(country: TaxCountry, invoice: Invoice) -> Key {
    match (country, invoice) {
        (TaxCountry::Emirates, Invoice::Sale) => key!("paper-tax-invoice"),
        (TaxCountry::Emirates, Invoice::Credit) => key!("paper-tax-credit-note"),
        (TaxCountry::Saudi, Invoice::Sale) => key!("paper-simplified-tax-invoice"),
        (TaxCountry::Saudi, Invoice::Credit) => key!("paper-simplified-tax-credit-note"),
    }
}

/// What the whole paper is called: the one seller's tax document when all lines
/// are its, else nothing.
pub(super) fn name_of_paper(
    sheet: &Sheet,
    sellers: &[Seller],
    due: Money,
    invoice: Invoice,
) -> Option<Said> {
    match sellers {
        [seller] if seller.paid == due => {
            let key = invoice_key(seller.country, invoice);
            Some(sheet.say(|texts| texts.get(key)))
        }
        _ => None,
    }
}

/// A section for each seller. Each has the words of its document as a heading,
/// unless the whole paper bears them.
pub(super) fn sections(
    sheet: &mut Sheet,
    sellers: &[Seller],
    invoice: Invoice,
    named: bool,
    at: DateTime<FixedOffset>,
) {
    for seller in sellers {
        section(sheet, seller, invoice, named, at);
    }
}

fn section(
    sheet: &mut Sheet,
    seller: &Seller,
    invoice: Invoice,
    named: bool,
    at: DateTime<FixedOffset>,
) {
    let stationery = sheet.stationery;
    sheet.paper.space(Gap::Small);
    sheet.paper.rule(Rule::Dashed);
    if !named {
        let key = invoice_key(seller.country, invoice);
        let words = sheet.say(|texts| texts.get(key));
        sheet.paper.text(Text::new(words.inline()).bold());
    }
    let name: Bilingual = match &seller.family {
        Some(family) => stationery.family_name(family),
        None => stationery.bazaar.organiser.clone(),
    };
    let label = sheet.say(|texts| tr!(texts, "paper-seller"));
    let said = sheet.name(&name);
    sheet.fact(&label, said.stacked());
    let address = sheet.name(&stationery.bazaar.receipt.address);
    if !address.is_empty() {
        let label = sheet.say(|texts| tr!(texts, "paper-address"));
        sheet.fact(&label, address.first.clone());
    }
    let label = sheet.say(|texts| tr!(texts, "paper-tax-number"));
    let number = sheet.speech.first.digits().write(&seller.number);
    sheet.fact(&label, bidi::left_to_right(&number));
    let before = sheet.say(|texts| tr!(texts, "paper-before-tax"));
    sheet.pair(&before, sheet.amount(seller.paid - seller.tax));
    let tax = sheet.say(|texts| tr!(texts, "paper-vat", rate = texts.percent(seller.rate)));
    sheet.pair(&tax, sheet.amount(seller.tax));
    let with_tax = sheet.say(|texts| tr!(texts, "paper-with-tax"));
    sheet.pair_bold(&with_tax, sheet.amount(seller.paid));
    if seller.country == TaxCountry::Saudi {
        let code = zatca::encode(&zatca::Fields {
            seller: name.arabic(),
            tax_number: &seller.number,
            at: at.naive_local(),
            total_with_tax: seller.paid,
            tax: seller.tax,
            currency: stationery.bazaar.currency,
        });
        sheet
            .paper
            .qr(&code)
            .expect("five short fields fit a QR code");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_taxable_seller_has_one_part_and_the_others_none() {
        let [first, second] = ["F01", "F02"].map(|code| FamilyCode::new(code).expect("a code"));
        let rate = Bps::new(1_500).expect("a rate");
        let seller = |number: &str| LineSeller::Family {
            country: TaxCountry::Saudi,
            number: number.to_owned(),
            rate,
        };
        let (one, two) = (seller("1"), seller("2"));
        let untaxed = LineSeller::Untaxed;
        let money = Money::from_minor;
        let lines = [
            (Some(&second), &two, money(1_150), money(150)),
            (Some(&first), &one, money(230), money(30)),
            (Some(&first), &untaxed, money(999), money(0)),
            (Some(&second), &two, money(115), money(15)),
        ];
        let parts: Vec<(Option<FamilyCode>, i64, i64)> = sellers(lines)
            .into_iter()
            .map(|part| (part.family, part.paid.minor(), part.tax.minor()))
            .collect();
        assert_eq!(parts, [(Some(second), 1_265, 165), (Some(first), 230, 30)]);
    }
}
