//! The columns of every sheet. Their codes are the same in every language and
//! are listed on the workbook's last sheet.

use super::page::{Column, Holds};
use crate::key;

const fn column(code: &'static str, heading: crate::locale::Key, holds: Holds) -> Column {
    Column::new(code, heading, holds)
}

pub const FAMILIES: [Column; 19] = [
    column("family", key!("sheet-family"), Holds::Words(9)),
    column("name", key!("sheet-name"), Holds::Words(28)),
    column("active", key!("sheet-active"), Holds::Words(9)),
    column("lines", key!("sheet-lines"), Holds::Count),
    column("quantity", key!("sheet-quantity"), Holds::Quantity),
    column("list", key!("sheet-list"), Holds::Money),
    column(
        "family_discounts",
        key!("sheet-family-discounts"),
        Holds::Money,
    ),
    column(
        "organiser_discounts",
        key!("sheet-organiser-discounts"),
        Holds::Money,
    ),
    column("paid", key!("sheet-paid"), Holds::Money),
    column("credit", key!("sheet-credit"), Holds::Money),
    column("commission", key!("sheet-commission"), Holds::Money),
    column("fees", key!("sheet-fees"), Holds::Money),
    column("adjustments", key!("sheet-adjustments"), Holds::Money),
    column(
        "advance_instalments",
        key!("sheet-instalments"),
        Holds::Money,
    ),
    column("held", key!("sheet-held"), Holds::Money),
    column("paid_out", key!("sheet-paid-out"), Holds::Money),
    column("paid_in", key!("sheet-paid-in"), Holds::Money),
    column("balance", key!("sheet-balance"), Holds::Money),
    column("advance_left", key!("sheet-advance-left"), Holds::Money),
];

pub const LINES: [Column; 20] = [
    column("trading_day", key!("sheet-day"), Holds::Day),
    column("at", key!("sheet-at"), Holds::Moment),
    column("till", key!("sheet-till"), Holds::Words(8)),
    column("number", key!("sheet-number"), Holds::Words(14)),
    column("kind", key!("sheet-kind"), Holds::Words(9)),
    column("cashier", key!("sheet-cashier"), Holds::Words(12)),
    column("family", key!("sheet-family"), Holds::Words(9)),
    column("family_name", key!("sheet-family-name"), Holds::Words(24)),
    column("package", key!("sheet-package"), Holds::Words(10)),
    column("sku", key!("sheet-sku"), Holds::Words(12)),
    column("name", key!("sheet-name"), Holds::Words(28)),
    column("unit", key!("sheet-unit"), Holds::Words(8)),
    column("quantity", key!("sheet-quantity"), Holds::Quantity),
    column("unit_price", key!("sheet-unit-price"), Holds::Price),
    column("list", key!("sheet-list"), Holds::Money),
    column(
        "family_discount",
        key!("sheet-family-discounts"),
        Holds::Money,
    ),
    column(
        "organiser_discount",
        key!("sheet-organiser-discounts"),
        Holds::Money,
    ),
    column("paid", key!("sheet-paid"), Holds::Money),
    column("tax", key!("sheet-tax"), Holds::Money),
    column(
        "commission_percent",
        key!("sheet-commission-percent"),
        Holds::Percent,
    ),
];

pub const PACKAGES: [Column; 9] = [
    column("package", key!("sheet-package"), Holds::Words(10)),
    column("name", key!("sheet-name"), Holds::Words(24)),
    column("lines", key!("sheet-lines"), Holds::Count),
    column("list", key!("sheet-list"), Holds::Money),
    column(
        "family_discounts",
        key!("sheet-family-discounts"),
        Holds::Money,
    ),
    column(
        "organiser_discounts",
        key!("sheet-organiser-discounts"),
        Holds::Money,
    ),
    column("paid", key!("sheet-paid"), Holds::Money),
    column("tax", key!("sheet-tax"), Holds::Money),
    column("credit", key!("sheet-credit"), Holds::Money),
];

pub const HOURS: [Column; 5] = [
    column("hour", key!("sheet-hour"), Holds::Words(8)),
    column("lines", key!("sheet-lines"), Holds::Count),
    column("list", key!("sheet-list"), Holds::Money),
    column("paid", key!("sheet-paid"), Holds::Money),
    column("credit", key!("sheet-credit"), Holds::Money),
];

pub const TENDERS: [Column; 7] = [
    column("tender", key!("sheet-tender"), Holds::Words(20)),
    column("payments", key!("sheet-payments"), Holds::Count),
    column("sales", key!("sheet-sales"), Holds::Money),
    column("refunds", key!("sheet-refunds"), Holds::Money),
    column("deposits", key!("sheet-deposits"), Holds::Money),
    column(
        "deposits_returned",
        key!("sheet-deposits-returned"),
        Holds::Money,
    ),
    column("net", key!("sheet-net"), Holds::Money),
];

pub const SETTLEMENTS: [Column; 17] = [
    column("number", key!("sheet-number"), Holds::Words(14)),
    column("trading_day", key!("sheet-day"), Holds::Day),
    column("family", key!("sheet-family"), Holds::Words(9)),
    column("name", key!("sheet-name"), Holds::Words(28)),
    column(
        "brought_forward",
        key!("sheet-brought-forward"),
        Holds::Price,
    ),
    column("sales", key!("sheet-sales"), Holds::Money),
    column(
        "family_discounts",
        key!("sheet-family-discounts"),
        Holds::Money,
    ),
    column("refunds", key!("sheet-refunds"), Holds::Money),
    column("tax", key!("sheet-tax"), Holds::Money),
    column("net_sales", key!("sheet-net-sales"), Holds::Money),
    column("commission", key!("sheet-commission"), Holds::Money),
    column("fees", key!("sheet-fees"), Holds::Money),
    column("adjustments", key!("sheet-adjustments"), Holds::Money),
    column(
        "advance_instalment",
        key!("sheet-instalments"),
        Holds::Money,
    ),
    column("advance_left", key!("sheet-advance-left"), Holds::Price),
    column("held", key!("sheet-held"), Holds::Money),
    column("payable", key!("sheet-payable"), Holds::Price),
];

pub const PAYOUTS: [Column; 8] = [
    column("number", key!("sheet-number"), Holds::Words(14)),
    column("at", key!("sheet-at"), Holds::Moment),
    column("family", key!("sheet-family"), Holds::Words(9)),
    column("name", key!("sheet-name"), Holds::Words(28)),
    column("means", key!("sheet-means"), Holds::Words(18)),
    column("reference", key!("sheet-reference"), Holds::Words(16)),
    column("paid_out", key!("sheet-paid-out"), Holds::Money),
    column("paid_in", key!("sheet-paid-in"), Holds::Money),
];

pub const PROOF: [Column; 3] = [
    column("line", key!("sheet-line"), Holds::Words(40)),
    column("came_in", key!("sheet-came-in"), Holds::Money),
    column("owed_for_it", key!("sheet-owed-for-it"), Holds::Money),
];

pub const ACCOUNTS: [Column; 3] = [
    column("account", key!("sheet-account"), Holds::Words(30)),
    column("debit", key!("sheet-debit"), Holds::Money),
    column("credit", key!("sheet-credit-side"), Holds::Money),
];

pub const COLUMNS: [Column; 3] = [
    column("sheet", key!("sheet-sheet"), Holds::Words(20)),
    column("column", key!("sheet-column"), Holds::Words(32)),
    column("code", key!("sheet-code"), Holds::Words(24)),
];
