//! Every line sold or returned with its family, as tables tell it.

use crate::domain::fact::{Entry, Fact};
use crate::domain::family::Unit;
use crate::domain::id::{Bilingual, FamilyCode, Number, PackageCode, Sku, StaffCode};
use crate::domain::money::{Bps, Money, Quantity};

/// Whether goods went out or came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Sold,
    Returned,
}

/// A line sold or returned; amounts of returns are negative.
#[derive(Debug, Clone)]
pub struct GoodsLine<'a> {
    pub way: Way,
    pub number: &'a Number,
    pub cashier: &'a StaffCode,
    pub family: &'a FamilyCode,
    pub package: &'a PackageCode,
    pub sku: &'a Sku,
    pub name: &'a Bilingual,
    pub unit: Unit,
    /// As handed over or back: never negative.
    pub quantity: Quantity,
    pub unit_price: Money,
    pub list: Money,
    pub family_discount: Money,
    pub organiser_discount: Money,
    pub paid: Money,
    pub tax: Money,
    pub commission: Bps,
}

/// What a customer paid to have goods brought, which is the organiser's own.
#[derive(Debug, Clone, Copy)]
pub struct DeliveryLine<'a> {
    pub number: &'a Number,
    pub cashier: &'a StaffCode,
    pub fee: Money,
    pub tax: Money,
}

/// The delivery of a record; none where nothing was paid for one.
pub fn delivery_of(entry: &Entry) -> Option<DeliveryLine<'_>> {
    let Fact::SaleCompleted(sale) = &entry.fact else {
        return None;
    };
    let delivery = sale.delivery.as_ref()?;
    Some(DeliveryLine {
        number: &sale.number,
        cashier: &sale.cashier,
        fee: delivery.fee,
        tax: delivery.tax,
    })
}

/// The goods of a record; none where it moved no goods.
pub fn goods_of(entry: &Entry) -> Vec<GoodsLine<'_>> {
    match &entry.fact {
        Fact::SaleCompleted(sale) => {
            let lines = sale.lines.iter();
            lines
                .map(|line| GoodsLine {
                    way: Way::Sold,
                    number: &sale.number,
                    cashier: &sale.cashier,
                    family: &line.item.family,
                    package: &line.item.package,
                    sku: &line.item.sku,
                    name: &line.item.name,
                    unit: line.item.unit,
                    quantity: line.item.quantity,
                    unit_price: line.item.unit_price,
                    list: line.list,
                    family_discount: line.family_discount,
                    organiser_discount: line.organiser_discount,
                    paid: line.paid,
                    tax: line.tax,
                    commission: line.item.commission,
                })
                .collect()
        }
        Fact::SaleRefunded(refund) => {
            let lines = refund.lines.iter();
            lines
                .map(|line| GoodsLine {
                    way: Way::Returned,
                    number: &refund.number,
                    cashier: &refund.cashier,
                    family: &line.family,
                    package: &line.package,
                    sku: &line.sku,
                    name: &line.name,
                    unit: line.unit,
                    quantity: line.quantity,
                    unit_price: line.unit_price,
                    list: -line.list,
                    family_discount: -line.family_discount,
                    organiser_discount: -line.organiser_discount,
                    paid: -line.paid,
                    tax: -line.tax,
                    commission: line.commission,
                })
                .collect()
        }
        _ => Vec::new(),
    }
}
