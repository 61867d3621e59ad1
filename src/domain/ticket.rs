//! The unfinished basket: lines, discounts and what they come to.
//!
//! A ticket can change; a [`Sale`](super::sale::Sale) cannot.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Beneficiary;
use super::catalogue::Catalogue;
use super::delivery::{Delivery, DeliveryCharge};
use super::family::{ProductLine, Unit};
use super::id::{
    Bilingual, FamilyCode, LONGEST_CODE, OrderId, PackageCode, Sku, StaffCode, TicketId,
};
use super::money::{Bps, Money, Quantity};
use super::rounding::{line_amount, percent_of, spread};
use super::tax::{LineSeller, line_taxes};

/// An unfinished basket. Its id is made at its first line and becomes the
/// sale's, so that the same ticket sent twice is one sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    pub id: TicketId,
    pub lines: Vec<TicketLine>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    /// The order this ticket hands over, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// Whether it is brought to the customer, and for what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One line with all that a settlement will need, as known when it was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketLine {
    pub sku: Sku,
    pub family: FamilyCode,
    pub package: PackageCode,
    pub name: Bilingual,
    pub unit: Unit,
    pub quantity: Quantity,
    pub unit_price: Money,
    pub price_source: PriceSource,
    pub commission: Bps,
    #[serde(default, skip_serializing_if = "LineSeller::is_untaxed")]
    pub seller: LineSeller,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Discount>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Where a line's price comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceSource {
    Catalogue,
    /// The product line has no price of its own; it was agreed at the counter.
    Open,
    /// Changed at the counter from the catalogue's.
    Override {
        catalogue: Money,
    },
}

/// A reduction by percent or amount, and who bears it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    pub value: DiscountValue,
    pub funder: Beneficiary,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Who approved it, where the cashier's limit was not enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<StaffCode>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DiscountValue {
    Percent(Bps),
    Amount(Money),
}

/// Why a ticket can't be changed so, or can't be priced.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TicketRefusal {
    #[error("no product line {0}")]
    UnknownProductLine(Sku),
    #[error("no family {0} sells here")]
    UnknownFamily(FamilyCode),
    #[error("product line {0} is no longer sold")]
    NotSold(Sku),
    #[error("product line {0} has no price; one must be given")]
    PriceMissing(Sku),
    #[error("a price can't be negative or above the limit")]
    PriceOutOfRange,
    #[error("a quantity must be above zero and below the limit")]
    QuantityOutOfRange,
    #[error("{sku} is sold in whole units, not {quantity:?}")]
    QuantityNotWhole { sku: Sku, quantity: Quantity },
    #[error("the ticket has no line {0}")]
    NoSuchLine(usize),
    #[error("the discount of {discount:?} is more than the {amount:?} it is taken from")]
    DiscountTooLarge { discount: Money, amount: Money },
    #[error("a discount can't be negative")]
    DiscountNegative,
    #[error("the ticket has no line")]
    Empty,
    #[error("the ticket comes to more than a till can take")]
    TotalOutOfRange,
}

/// A line with its amounts: `list − family_discount − organiser_discount = paid`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PricedLine {
    pub list: Money,
    /// Funded by the family: its credit falls.
    pub family_discount: Money,
    /// Funded by the organiser: the family is credited in full.
    pub organiser_discount: Money,
    pub paid: Money,
    /// The tax inside `paid`.
    pub tax: Money,
}

/// What a ticket comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    pub lines: Vec<PricedLine>,
    /// The ticket discount in money, within the lines' discounts.
    pub ticket_discount: Money,
    pub delivery: Option<DeliveryCharge>,
    pub list: Money,
    pub discount: Money,
    pub tax: Money,
    /// What the customer owes before cash rounding, for the goods and their delivery.
    pub due: Money,
}

impl Priced {
    /// What the goods alone come to.
    pub fn goods(&self) -> Money {
        self.list - self.discount
    }
}

impl DiscountValue {
    /// The reduction of `amount`.
    ///
    /// # Errors
    /// [`TicketRefusal`] if it is negative or more than `amount`.
    pub fn of(self, amount: Money) -> Result<Money, TicketRefusal> {
        let discount = match self {
            DiscountValue::Percent(rate) => percent_of(amount, rate),
            DiscountValue::Amount(discount) => discount,
        };
        if discount.is_negative() {
            return Err(TicketRefusal::DiscountNegative);
        }
        if discount > amount {
            return Err(TicketRefusal::DiscountTooLarge { discount, amount });
        }
        Ok(discount)
    }

    /// Whether it is more than `limit` of `amount`.
    pub fn exceeds(self, limit: Bps, amount: Money) -> bool {
        match self {
            DiscountValue::Percent(rate) => rate > limit,
            DiscountValue::Amount(discount) => discount > percent_of(amount, limit),
        }
    }
}

impl TicketLine {
    /// A line of `line` as it is sold now, at its price or at `price`.
    ///
    /// # Errors
    /// [`TicketRefusal`], in this order: not sold, price missing, price out of
    /// range, quantity out of range, quantity not whole.
    pub fn new(
        catalogue: &Catalogue,
        line: &ProductLine,
        quantity: Quantity,
        price: Option<Money>,
    ) -> Result<Self, TicketRefusal> {
        if !line.active {
            return Err(TicketRefusal::NotSold(line.sku.clone()));
        }
        let (unit_price, price_source) = match (line.price, price) {
            (None, None) => return Err(TicketRefusal::PriceMissing(line.sku.clone())),
            (None, Some(price)) => (price, PriceSource::Open),
            (Some(listed), None) => (listed, PriceSource::Catalogue),
            (Some(listed), Some(price)) if listed == price => (listed, PriceSource::Catalogue),
            (Some(listed), Some(price)) => (price, PriceSource::Override { catalogue: listed }),
        };
        if unit_price.is_negative() || unit_price >= Money::LIMIT {
            return Err(TicketRefusal::PriceOutOfRange);
        }
        check_quantity(&line.sku, line.unit, quantity)?;
        let tax_number = catalogue
            .family(&line.family)
            .and_then(|f| f.tax_number.as_deref());
        Ok(TicketLine {
            sku: line.sku.clone(),
            family: line.family.clone(),
            package: line.package.clone(),
            name: line.name.clone(),
            unit: line.unit,
            quantity,
            unit_price,
            price_source,
            commission: catalogue.commission(line),
            seller: catalogue.bazaar.tax.seller(tax_number),
            discount: None,
            note: String::new(),
        })
    }

    /// One piece of a family's goods that have no product line, at an agreed price.
    /// It goes under a code made of the family's and the name, so that a statement
    /// keeps different goods apart.
    ///
    /// # Errors
    /// [`TicketRefusal`], in this order: unknown family, price missing, price out of
    /// range.
    pub fn open(
        catalogue: &Catalogue,
        family: &FamilyCode,
        name: Bilingual,
        price: Money,
    ) -> Result<Self, TicketRefusal> {
        let known = catalogue.family(family).filter(|family| family.active);
        let known = known.ok_or_else(|| TicketRefusal::UnknownFamily(family.clone()))?;
        let package = known.packages.first();
        let package = package.ok_or_else(|| TicketRefusal::UnknownFamily(family.clone()))?;
        let sku = open_sku(family, name.arabic());
        if price.is_zero() {
            return Err(TicketRefusal::PriceMissing(sku));
        }
        let product = ProductLine {
            sku,
            family: family.clone(),
            package: package.clone(),
            name,
            unit: Unit::Each,
            price: None,
            barcode: None,
            commission: None,
            best_before: None,
            made_to_order: false,
            active: true,
        };
        Self::new(catalogue, &product, Quantity::ONE, Some(price))
    }

    /// Whether its goods have no product line; a code with a price of its own is
    /// none of these.
    pub fn is_open(&self) -> bool {
        self.price_source == PriceSource::Open && self.sku.as_str().contains(OPEN)
    }

    /// Price times quantity, rounded once.
    pub fn list(&self) -> Money {
        line_amount(self.unit_price, self.quantity)
    }

    fn is_plain(&self) -> bool {
        self.discount.is_none()
            && self.note.is_empty()
            && self.price_source == PriceSource::Catalogue
    }
}

/// What stands between the family and the name in the code of an open line.
const OPEN: &str = "/";

fn open_sku(family: &FamilyCode, name: &str) -> Sku {
    let name = name.chars().map(|letter| match letter.is_alphanumeric() {
        true => letter,
        false => '-',
    });
    let before = format!("{family}{OPEN}");
    let code: String = before.chars().chain(name).take(LONGEST_CODE).collect();
    Sku::new(&code).expect("letters, digits and dashes make a code")
}

fn check_quantity(sku: &Sku, unit: Unit, quantity: Quantity) -> Result<(), TicketRefusal> {
    if !quantity.is_positive() || quantity >= Quantity::LIMIT {
        return Err(TicketRefusal::QuantityOutOfRange);
    }
    if !unit.is_divisible() && !quantity.is_whole() {
        return Err(TicketRefusal::QuantityNotWhole {
            sku: sku.clone(),
            quantity,
        });
    }
    Ok(())
}

impl Ticket {
    pub fn new(id: TicketId) -> Self {
        Ticket {
            id,
            lines: Vec::new(),
            discount: None,
            order: None,
            delivery: None,
            note: String::new(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Adds goods; a plain line of the same piece goods at the same price grows
    /// instead. Gives the index of the line.
    ///
    /// # Errors
    /// As [`TicketLine::new`], and if no product line has the SKU.
    pub fn add(
        &mut self,
        catalogue: &Catalogue,
        sku: &Sku,
        quantity: Quantity,
        price: Option<Money>,
    ) -> Result<usize, TicketRefusal> {
        let product = catalogue
            .line(sku)
            .ok_or_else(|| TicketRefusal::UnknownProductLine(sku.clone()))?;
        let new = TicketLine::new(catalogue, product, quantity, price)?;
        let same = self.lines.iter().position(|line| {
            line.sku == new.sku
                && line.unit_price == new.unit_price
                && line.commission == new.commission
                && line.seller == new.seller
                && !new.unit.is_divisible()
                && line.is_plain()
                && new.is_plain()
        });
        match same {
            Some(index) => {
                let sum = self.lines[index].quantity + new.quantity;
                check_quantity(sku, new.unit, sum)?;
                self.lines[index].quantity = sum;
                Ok(index)
            }
            None => {
                self.lines.push(new);
                Ok(self.lines.len() - 1)
            }
        }
    }

    /// What bringing it costs; none where it costs nothing.
    pub fn delivery_fee(&self) -> Option<Money> {
        self.delivery.as_ref().map(|delivery| delivery.fee)
    }

    /// Writes who approved on each of its discounts.
    pub fn set_approver(&mut self, approver: Option<&StaffCode>) {
        let lines = self.lines.iter_mut();
        let discounts = lines.filter_map(|line| line.discount.as_mut());
        for discount in discounts.chain(self.discount.as_mut()) {
            discount.approver = approver.cloned();
        }
    }

    /// Whether it has goods past their date on a day. What an order taken at the
    /// counter hands over was made for it, whatever date its product line bears; what
    /// a web shop's order does says [`Order::expired`].
    ///
    /// [`Order::expired`]: super::order::Order::expired
    pub fn has_expired(&self, catalogue: &Catalogue, on: NaiveDate) -> bool {
        self.order.is_none() && self.goods(catalogue).any(|line| line.is_expired(on))
    }

    /// Its goods past their date on a day, those made to order aside: these have no
    /// date before they are made.
    pub fn expired_off_the_shelf<'c>(
        &self,
        catalogue: &'c Catalogue,
        on: NaiveDate,
    ) -> Vec<&'c ProductLine> {
        let goods = self.goods(catalogue);
        goods
            .filter(|line| !line.made_to_order && line.is_expired(on))
            .collect()
    }

    fn goods<'c>(&self, catalogue: &'c Catalogue) -> impl Iterator<Item = &'c ProductLine> {
        let lines = self.lines.iter();
        lines.filter_map(|line| catalogue.line(&line.sku))
    }

    /// Adds goods of a family that have no product line. Gives the index of the line.
    ///
    /// # Errors
    /// As [`TicketLine::open`].
    pub fn add_open(
        &mut self,
        catalogue: &Catalogue,
        family: &FamilyCode,
        name: Bilingual,
        price: Money,
    ) -> Result<usize, TicketRefusal> {
        let line = TicketLine::open(catalogue, family, name, price)?;
        self.lines.push(line);
        Ok(self.lines.len() - 1)
    }

    /// # Errors
    /// No such line.
    pub fn set_note(&mut self, index: usize, note: String) -> Result<(), TicketRefusal> {
        self.line_mut(index)?.note = note;
        Ok(())
    }

    /// # Errors
    /// No such line, or a quantity its unit can't have.
    pub fn set_quantity(&mut self, index: usize, quantity: Quantity) -> Result<(), TicketRefusal> {
        let line = self.line_mut(index)?;
        check_quantity(&line.sku, line.unit, quantity)?;
        line.quantity = quantity;
        Ok(())
    }

    /// # Errors
    /// No such line.
    pub fn remove(&mut self, index: usize) -> Result<TicketLine, TicketRefusal> {
        self.line_mut(index)?;
        Ok(self.lines.remove(index))
    }

    /// # Errors
    /// No such line, or a discount its amount can't bear.
    pub fn set_line_discount(
        &mut self,
        index: usize,
        discount: Option<Discount>,
    ) -> Result<(), TicketRefusal> {
        let line = self.line_mut(index)?;
        if let Some(discount) = &discount {
            discount.value.of(line.list())?;
        }
        line.discount = discount;
        Ok(())
    }

    fn line_mut(&mut self, index: usize) -> Result<&mut TicketLine, TicketRefusal> {
        self.lines
            .get_mut(index)
            .ok_or(TicketRefusal::NoSuchLine(index))
    }

    /// What the ticket comes to.
    ///
    /// # Errors
    /// [`TicketRefusal`]: empty, a discount larger than what it is taken from,
    /// a total out of range.
    pub fn price(&self) -> Result<Priced, TicketRefusal> {
        if self.lines.is_empty() {
            return Err(TicketRefusal::Empty);
        }
        let mut lines = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            let list = line.list();
            let mut priced = PricedLine {
                list,
                family_discount: Money::ZERO,
                organiser_discount: Money::ZERO,
                paid: list,
                tax: Money::ZERO,
            };
            if let Some(discount) = &line.discount {
                priced.take(discount.funder, discount.value.of(list)?);
            }
            lines.push(priced);
        }
        let before: Money = lines.iter().map(|line| line.paid).sum();
        let delivery = self.delivery.as_ref();
        let fee = delivery.map_or(Money::ZERO, |delivery| delivery.fee);
        if fee.is_negative() || fee >= Money::LIMIT || before + fee >= Money::LIMIT {
            return Err(TicketRefusal::TotalOutOfRange);
        }
        let mut ticket_discount = Money::ZERO;
        if let Some(discount) = &self.discount {
            ticket_discount = discount.value.of(before)?;
            let weights: Vec<Money> = lines.iter().map(|line| line.paid).collect();
            for (line, part) in lines.iter_mut().zip(spread(ticket_discount, &weights)) {
                line.take(discount.funder, part);
            }
        }
        let goods = self.lines.iter().zip(&lines);
        let paid: Vec<_> = goods
            .map(|(line, priced)| (Some(&line.family), &line.seller, priced.paid))
            .chain(delivery.map(|delivery| (None, &delivery.seller, delivery.fee)))
            .collect();
        let taxes = line_taxes(&paid);
        let delivery = delivery.map(|delivery| DeliveryCharge {
            fee: delivery.fee,
            seller: delivery.seller.clone(),
            tax: taxes[self.lines.len()],
        });
        for (line, tax) in lines.iter_mut().zip(&taxes) {
            line.tax = *tax;
        }
        let list = lines.iter().map(|line| line.list).sum();
        let goods: Money = lines.iter().map(|line| line.paid).sum();
        Ok(Priced {
            lines,
            ticket_discount,
            delivery,
            list,
            discount: list - goods,
            tax: taxes.into_iter().sum(),
            due: goods + fee,
        })
    }
}

impl PricedLine {
    fn take(&mut self, funder: Beneficiary, discount: Money) {
        match funder {
            Beneficiary::Family => self.family_discount += discount,
            Beneficiary::Organiser => self.organiser_discount += discount,
        }
        self.paid -= discount;
    }
}
