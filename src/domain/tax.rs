//! Who sells, in whose name tax is due, and how much of a price it is.
//!
//! An agent selling in its own name is the supplier (KSA VAT Law Art. 9; UAE
//! VAT Decree-Law Art. 9(2)); in the principal's name the principal is (UAE
//! Art. 9(1)). Hence a regime per bazaar and a status per family, stored on
//! every line. Prices include tax.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::FamilyCode;
use super::money::{Bps, Money};
use super::rounding::{spread, tax_included};

/// In whose name the bazaar sells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "regime")]
pub enum TaxRegime {
    /// Nobody is registered; papers show no tax, no tax number and no QR.
    None,
    /// The organiser sells in its own name and owes the tax.
    Organiser {
        country: TaxCountry,
        number: String,
        rate: Bps,
    },
    /// Each family sells in its own name; the registered ones owe their tax.
    Family { country: TaxCountry, rate: Bps },
}

/// Whose rules a simplified tax invoice follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaxCountry {
    /// The Emirates: tax to the nearest fils per line.
    #[serde(rename = "AE")]
    Emirates,
    /// Saudi Arabia: tax on the seller's total of the document, and a QR code.
    #[serde(rename = "SA")]
    Saudi,
}

/// Who is the seller of a line for tax, as stored on it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "seller")]
pub enum LineSeller {
    /// Not registered: no tax in the price.
    #[default]
    Untaxed,
    Organiser {
        country: TaxCountry,
        number: String,
        rate: Bps,
    },
    Family {
        country: TaxCountry,
        number: String,
        rate: Bps,
    },
}

impl TaxRegime {
    /// The seller of a line of a family with this tax number.
    pub fn seller(&self, family_tax_number: Option<&str>) -> LineSeller {
        match (self, family_tax_number) {
            (
                TaxRegime::Organiser {
                    country,
                    number,
                    rate,
                },
                _,
            ) => LineSeller::Organiser {
                country: *country,
                number: number.clone(),
                rate: *rate,
            },
            (TaxRegime::Family { country, rate }, Some(number)) => LineSeller::Family {
                country: *country,
                number: number.to_owned(),
                rate: *rate,
            },
            (TaxRegime::None, _) | (TaxRegime::Family { .. }, None) => LineSeller::Untaxed,
        }
    }
}

impl LineSeller {
    /// Whether the organiser has to hand the tax over.
    pub fn organiser_owes(&self) -> bool {
        matches!(self, LineSeller::Organiser { .. })
    }

    pub fn is_untaxed(&self) -> bool {
        matches!(self, LineSeller::Untaxed)
    }

    fn terms(&self) -> Option<(TaxCountry, Bps)> {
        match self {
            LineSeller::Untaxed => None,
            LineSeller::Organiser { country, rate, .. }
            | LineSeller::Family { country, rate, .. } => Some((*country, *rate)),
        }
    }
}

/// The tax inside each paid line of a document.
///
/// Emirates: each line to the nearest fils. Saudi Arabia: each seller's total
/// once, then spread over its lines so that they sum to it. What the organiser itself
/// supplies has no family.
pub fn line_taxes(lines: &[(Option<&FamilyCode>, &LineSeller, Money)]) -> Vec<Money> {
    let mut taxes = vec![Money::ZERO; lines.len()];
    let mut documents: BTreeMap<(Option<&FamilyCode>, Bps), Vec<usize>> = BTreeMap::new();
    for (index, (family, seller, paid)) in lines.iter().enumerate() {
        match seller.terms() {
            None => {}
            Some((TaxCountry::Emirates, rate)) => taxes[index] = tax_included(*paid, rate),
            Some((TaxCountry::Saudi, rate)) => {
                let document = family.filter(|_| !seller.organiser_owes());
                documents.entry((document, rate)).or_default().push(index);
            }
        }
    }
    for ((_, rate), indexes) in documents {
        let paid: Vec<Money> = indexes.iter().map(|index| lines[*index].2).collect();
        let tax = tax_included(paid.iter().copied().sum(), rate);
        for (index, part) in indexes.into_iter().zip(spread(tax, &paid)) {
            taxes[index] = part;
        }
    }
    taxes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bps(value: u32) -> Bps {
        Bps::new(value).unwrap()
    }

    #[test]
    fn the_emirates_round_every_line() {
        let family = FamilyCode::new("F01").unwrap();
        let seller = LineSeller::Organiser {
            country: TaxCountry::Emirates,
            number: "100000000000003".into(),
            rate: bps(500),
        };
        let lines =
            [1000, 1500, 1050].map(|paid| (Some(&family), &seller, Money::from_minor(paid)));
        assert_eq!(line_taxes(&lines), [48, 71, 50].map(Money::from_minor));
    }

    #[test]
    fn saudi_arabia_rounds_each_sellers_total_once() {
        let (one, two) = (
            FamilyCode::new("F01").unwrap(),
            FamilyCode::new("F02").unwrap(),
        );
        let regime = TaxRegime::Family {
            country: TaxCountry::Saudi,
            rate: bps(1500),
        };
        let registered = regime.seller(Some("310122393500003"));
        let unregistered = regime.seller(None);
        let paid = Money::from_minor(101);
        let lines = [
            (Some(&one), &registered, paid),
            (Some(&one), &registered, paid),
            (Some(&one), &registered, paid),
            (Some(&two), &registered, paid),
            (Some(&two), &unregistered, paid),
        ];
        // 3.03 carries 0.395: 0.40 in all, though each line alone would carry 0.13.
        assert_eq!(
            line_taxes(&lines),
            [14, 13, 13, 13, 0].map(Money::from_minor)
        );
    }
}
