//! The money proof, number by number: each is a sum over facts, so it can be opened
//! to the facts behind it.

use serde::Serialize;

use super::fact::Entry;
use super::figures::DayFigures;
use super::money::Money;
use super::tally::TenderGroup;

/// A number of the proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Number {
    /// Money that came in by one kind of tender, less what went back.
    Tender(TenderGroup),
    /// All of that.
    Tenders,
    /// What families were credited for their goods.
    Families,
    /// Taken off: discounts the organiser bears.
    OrganiserDiscounts,
    OrganiserTax,
    CashRounding,
    /// What customers paid for delivery, less the tax in it.
    DeliveryFees,
    /// Deposits that are still owed to customers.
    Deposits,
    KeptDeposits,
    /// What settlements held back of the families' credit.
    Commission,
    Fees,
    Advances,
    Held,
    /// What they left for the families.
    ForFamilies,
    /// The families' credit that no settlement took over yet.
    NotSettled,
    /// Families' balances, less advances, that came from other editions.
    BroughtIn,
    /// Taken off: those that other editions took over.
    CarriedOut,
    /// Those carried out that never arrived and were taken back.
    CarriedBack,
    /// All of these together.
    OtherEditions,
}

impl Number {
    /// What makes up [`Number::Tenders`], beside the tenders themselves.
    pub const OWED: [Number; 7] = [
        Number::Families,
        Number::OrganiserDiscounts,
        Number::OrganiserTax,
        Number::CashRounding,
        Number::DeliveryFees,
        Number::Deposits,
        Number::KeptDeposits,
    ];

    /// What makes up [`Number::Families`].
    pub const OF_FAMILIES: [Number; 6] = [
        Number::ForFamilies,
        Number::Commission,
        Number::Fees,
        Number::Advances,
        Number::Held,
        Number::NotSettled,
    ];

    /// What makes up [`Number::OtherEditions`].
    pub const EDITIONS: [Number; 3] = [Number::BroughtIn, Number::CarriedOut, Number::CarriedBack];

    /// The tenders that are new money.
    pub const TENDERS: [TenderGroup; 6] = [
        TenderGroup::Cash,
        TenderGroup::Card,
        TenderGroup::Transfer,
        TenderGroup::Wallet,
        TenderGroup::Voucher,
        TenderGroup::TakenByFamily,
    ];

    /// Every number there is.
    pub fn all() -> impl Iterator<Item = Number> {
        let tenders = Number::TENDERS.into_iter().map(Number::Tender);
        let others = Number::OWED.into_iter().chain(Number::OF_FAMILIES);
        let editions = Number::EDITIONS.into_iter().chain([Number::OtherEditions]);
        tenders
            .chain([Number::Tenders])
            .chain(others)
            .chain(editions)
    }

    /// What it is called where no language may change it.
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            Ok(serde_json::Value::Object(of)) => {
                let named = of.values().next().and_then(serde_json::Value::as_str);
                named.unwrap_or_default().to_owned()
            }
            other => unreachable!("a number is a name or a tender's: {other:?}"),
        }
    }

    /// The number as these figures have it.
    pub fn of(self, figures: &DayFigures) -> Money {
        let (tally, settled) = (&figures.tally, &figures.settled);
        let proof = tally.proof();
        match self {
            Number::Tender(group) => {
                let total = tally.by_tender.get(&group);
                total.map(|total| total.net()).unwrap_or_default()
            }
            Number::Tenders => proof.tenders,
            Number::Families => proof.families,
            Number::OrganiserDiscounts => -proof.organiser_discounts,
            Number::OrganiserTax => proof.organiser_tax,
            Number::CashRounding => proof.cash_rounding,
            Number::DeliveryFees => proof.delivery_fees,
            Number::Deposits => proof.deposits,
            Number::KeptDeposits => proof.kept_deposits,
            Number::Commission => settled.commission,
            Number::Fees => settled.fees,
            Number::Advances => settled.advances,
            Number::Held => settled.held,
            Number::ForFamilies => settled.left(),
            Number::NotSettled => proof.families - settled.net,
            Number::BroughtIn => figures.brought_in,
            Number::CarriedOut => -figures.carried_out,
            Number::CarriedBack => figures.carried_back,
            Number::OtherEditions => {
                figures.brought_in - figures.carried_out + figures.carried_back
            }
        }
    }

    /// What one fact adds to the number: the number of the fact alone.
    pub fn share(self, entry: &Entry) -> Money {
        let mut alone = DayFigures::default();
        alone.add(entry);
        self.of(&alone)
    }

    /// The kinds of facts that can add anything to it.
    pub fn kinds(self) -> &'static [&'static str] {
        const TRADE: [&str; 2] = ["SaleCompleted", "SaleRefunded"];
        const SETTLING: [&str; 2] = ["FamilySettled", "SettlementReversed"];
        match self {
            Number::Tender(_) | Number::Tenders | Number::Deposits => &[
                "SaleCompleted",
                "SaleRefunded",
                "OrderTaken",
                "OrderCancelled",
            ],
            Number::Families
            | Number::OrganiserDiscounts
            | Number::OrganiserTax
            | Number::CashRounding => &TRADE,
            Number::DeliveryFees => &["SaleCompleted"],
            Number::KeptDeposits => &["OrderCancelled"],
            Number::Commission
            | Number::Fees
            | Number::Advances
            | Number::Held
            | Number::ForFamilies => &SETTLING,
            Number::BroughtIn => &["BalanceBroughtIn"],
            Number::CarriedOut => &["BalanceCarriedOut"],
            Number::CarriedBack => &["BalanceTakenBack"],
            Number::OtherEditions => &["BalanceBroughtIn", "BalanceCarriedOut", "BalanceTakenBack"],
            Number::NotSettled => &[
                "SaleCompleted",
                "SaleRefunded",
                "FamilySettled",
                "SettlementReversed",
            ],
        }
    }
}

/// Whether both sides of the proof come out the same.
pub fn holds(figures: &DayFigures) -> bool {
    figures.tally.proof().holds()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::tally::TenderTotal;

    #[test]
    fn each_list_of_numbers_adds_up_to_its_sum() {
        let mut figures = DayFigures::default();
        let money = Money::from_minor;
        for (at, group) in Number::TENDERS.into_iter().enumerate() {
            let total = TenderTotal {
                sales: money(1000 + at as i64),
                ..TenderTotal::default()
            };
            figures.tally.by_tender.insert(group, total);
        }
        figures.tally.total.paid = money(6015);
        figures.tally.delivery.fees = money(50);
        figures.tally.delivery.tax = money(2);
        figures.tally.total.credit = money(5965);
        figures.settled.net = money(900);
        figures.settled.commission = money(90);
        figures.settled.fees = money(20);
        figures.settled.advances = money(5);
        figures.settled.held = money(7);
        figures.brought_in = money(300);
        figures.carried_out = money(120);
        let sum =
            |numbers: &[Number]| -> Money { numbers.iter().map(|one| one.of(&figures)).sum() };
        let tenders = Number::TENDERS.map(Number::Tender);
        assert_eq!(sum(&tenders), Number::Tenders.of(&figures));
        assert_eq!(sum(&Number::OF_FAMILIES), Number::Families.of(&figures));
        let editions = Number::OtherEditions.of(&figures);
        assert_eq!((sum(&Number::EDITIONS), editions), (money(180), money(180)));
        assert_eq!(
            holds(&figures),
            sum(&Number::OWED) == Number::Tenders.of(&figures)
        );
    }
}
