//! The people who come to the bazaar: what they put on the counter and how they
//! pay.

use crate::domain::bazaar::Beneficiary;
use crate::domain::catalogue::Catalogue;
use crate::domain::family::{ProductLine, Unit};
use crate::domain::id::{Sku, TicketId};
use crate::domain::money::{Bps, Money, Quantity};
use crate::domain::sale::{CashDue, Offer, TenderKind};
use crate::domain::ticket::{Discount, DiscountValue, Ticket};

use super::chance::Chance;

/// How many of a hundred lines come from each package.
const PACKAGES: [(u64, &str); 5] = [
    (48, "ATAYEB"),
    (13, "TEEB"),
    (12, "ANAQA"),
    (14, "MAHARA"),
    (13, "IBDAA"),
];

/// How many lines a ticket has.
const LINES: [(u64, usize); 6] = [(32, 1), (30, 2), (20, 3), (10, 4), (6, 5), (2, 7)];

#[derive(Debug, Clone, Copy)]
enum Pays {
    Cash,
    Card,
    CardAndCash,
    Wallet,
    Voucher,
    Transfer,
}

/// How a hundred customers pay.
const WAYS: [(u64, Pays); 6] = [
    (53, Pays::Cash),
    (26, Pays::Card),
    (7, Pays::CardAndCash),
    (6, Pays::Wallet),
    (5, Pays::Voucher),
    (3, Pays::Transfer),
];

pub(super) const CARD_HOLDER: &str = "بطاقة خصم المستفيدين";
pub(super) const END_OF_DAY: &str = "تخفيض آخر اليوم";

/// A ticket as a customer fills it.
pub(super) fn ticket(goods: &Catalogue, id: TicketId, chance: &mut Chance) -> Ticket {
    let mut ticket = Ticket::new(id);
    for _ in 0..*chance.weighted(&LINES) {
        let package = chance.weighted(&PACKAGES);
        let shelf: Vec<&ProductLine> = goods
            .lines()
            .iter()
            .filter(|line| line.package.as_str() == *package && !line.made_to_order)
            .collect();
        let line = *chance.one_of(&shelf);
        let quantity = quantity(line.unit, chance);
        ticket
            .add(goods, &line.sku, quantity, None)
            .expect("goods with a price are sold in such quantities");
    }
    if chance.happens(7) {
        let percent = *chance.one_of(&[5, 10]);
        let discount = percent_off(percent, Beneficiary::Family, END_OF_DAY);
        ticket
            .set_line_discount(0, Some(discount))
            .expect("a part of the line's price");
    }
    if chance.happens(7) {
        ticket.discount = Some(percent_off(10, Beneficiary::Organiser, CARD_HOLDER));
    }
    ticket
}

pub(super) fn percent_off(percent: u32, funder: Beneficiary, reason: &str) -> Discount {
    let rate = Bps::new(percent * 100).expect("a percentage up to a hundred");
    Discount {
        value: DiscountValue::Percent(rate),
        funder,
        reason: reason.to_owned(),
        approver: None,
    }
}

/// One line of a product, for what the script wants sold.
pub(super) fn one(goods: &Catalogue, id: TicketId, sku: &str, price: Option<Money>) -> Ticket {
    let mut ticket = Ticket::new(id);
    let sku = Sku::new(sku).expect("a code of the shipped goods");
    ticket
        .add(goods, &sku, Quantity::units(1), price)
        .expect("the shipped goods can be sold by the piece");
    ticket
}

/// Spices by the weight, ribbon by the length, all else by the piece.
fn quantity(unit: Unit, chance: &mut Chance) -> Quantity {
    match unit {
        Unit::Kilogram | Unit::Litre => Quantity::from_thousandths(chance.between(30, 250) * 5),
        Unit::Metre => Quantity::from_thousandths(chance.between(2, 12) * 250),
        Unit::Gram => Quantity::units(chance.between(20, 250)),
        Unit::Each | Unit::Box | Unit::Dozen => {
            Quantity::units(*chance.weighted(&[(66, 1), (24, 2), (8, 3), (2, 6)]))
        }
    }
}

/// What a customer holds out for a ticket.
pub(super) fn offers(goods: &Catalogue, ticket: &Ticket, chance: &mut Chance) -> Vec<Offer> {
    let due = ticket
        .price()
        .expect("a ticket filled from the shelves has a price")
        .due;
    let whole = |kind| Offer::new(kind, due);
    let mut offers = match chance.weighted(&WAYS) {
        Pays::Cash => Vec::new(),
        Pays::Card => vec![whole(TenderKind::Card)],
        Pays::Wallet => vec![whole(TenderKind::Wallet)],
        Pays::Transfer => {
            let mut transfer = whole(TenderKind::Transfer);
            transfer.reference = format!("TT{:06}", chance.below(1_000_000));
            vec![transfer]
        }
        Pays::CardAndCash => {
            let half = Money::from_minor(due.minor() / 2 / 500 * 500);
            let card = Offer::new(TenderKind::Card, half);
            if half.is_positive() {
                vec![card]
            } else {
                Vec::new()
            }
        }
        Pays::Voucher => {
            let voucher = Money::from_minor(*chance.one_of(&[2_000, 5_000])).min(due);
            vec![Offer::new(TenderKind::Voucher, voucher)]
        }
    };
    offers.extend(cash_for_the_rest(goods, due, &offers, chance));
    offers
}

/// The cash a customer lays down for what is left: exact, or the next notes.
fn cash_for_the_rest(
    goods: &Catalogue,
    due: Money,
    others: &[Offer],
    chance: &mut Chance,
) -> Option<Offer> {
    let paid: Money = others.iter().map(|offer| offer.tendered).sum();
    let cash = CashDue::of(&goods.bazaar, due, paid).due;
    let sums = goods.bazaar.currency.quick_cash(cash);
    cash.is_positive()
        .then(|| Offer::new(TenderKind::Cash, *chance.one_of(&sums)))
}

/// Everything in cash, to the coin.
pub(super) fn exact_cash(goods: &Catalogue, due: Money) -> Vec<Offer> {
    let cash = CashDue::of(&goods.bazaar, due, Money::ZERO).due;
    vec![Offer::new(TenderKind::Cash, cash)]
}
