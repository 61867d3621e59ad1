//! The columns of every sheet. Their codes are the same in every language and
//! are listed on the workbook's last sheet.

use super::page::{Column, Holds, column};
use crate::key;

// What stands on several sheets.
const FAMILY: Column = column("family", key!("sheet-family"), Holds::Words(9));
const NAME: Column = column("name", key!("sheet-name"), Holds::Words(28));
const LINE_COUNT: Column = column("lines", key!("sheet-lines"), Holds::Count);
const QUANTITY: Column = column("quantity", key!("sheet-quantity"), Holds::Quantity);
const LIST: Column = column("list", key!("sheet-list"), Holds::Money);
/// The discounts and what was paid beside it are after returns too.
const LIST_AFTER_RETURNS: Column = column("list", key!("sheet-list-after-returns"), Holds::Money);
const FAMILY_DISCOUNTS: Column = column(
    "family_discounts",
    key!("sheet-family-discounts"),
    Holds::Money,
);
const ORGANISER_DISCOUNTS: Column = column(
    "organiser_discounts",
    key!("sheet-organiser-discounts"),
    Holds::Money,
);
const PAID: Column = column("paid", key!("sheet-paid"), Holds::Money);
const CREDIT: Column = column("credit", key!("sheet-credit"), Holds::Money);
const COMMISSION: Column = column("commission", key!("sheet-commission"), Holds::Money);
const FEES: Column = column("fees", key!("sheet-fees"), Holds::Money);
const ADJUSTMENTS: Column = column("adjustments", key!("sheet-adjustments"), Holds::Money);
const HELD: Column = column("held", key!("sheet-held"), Holds::Money);
const PAID_OUT: Column = column("paid_out", key!("sheet-paid-out"), Holds::Money);
const PAID_IN: Column = column("paid_in", key!("sheet-paid-in"), Holds::Money);
const TRADING_DAY: Column = column("trading_day", key!("sheet-day"), Holds::Day);
const AT: Column = column("at", key!("sheet-at"), Holds::Moment);
const NUMBER: Column = column("number", key!("sheet-number"), Holds::Words(14));
const PACKAGE: Column = column("package", key!("sheet-package"), Holds::Words(10));
const TAX: Column = column("tax", key!("sheet-tax"), Holds::Money);
const SALES: Column = column("sales", key!("sheet-sales"), Holds::Money);
const REFUNDS: Column = column("refunds", key!("sheet-refunds"), Holds::Money);

pub const FAMILIES: [Column; 20] = [
    FAMILY,
    NAME,
    column("active", key!("sheet-active"), Holds::Words(9)),
    LINE_COUNT,
    QUANTITY,
    LIST_AFTER_RETURNS,
    FAMILY_DISCOUNTS,
    ORGANISER_DISCOUNTS,
    PAID,
    CREDIT,
    COMMISSION,
    FEES,
    ADJUSTMENTS,
    column(
        "advance_instalments",
        key!("sheet-instalments"),
        Holds::Money,
    ),
    HELD,
    PAID_OUT,
    PAID_IN,
    column("balance", key!("sheet-balance"), Holds::Money),
    column("advance_left", key!("sheet-advance-left"), Holds::Money),
    column("other_editions", key!("sheet-other-editions"), Holds::Money),
];

pub const LINES: [Column; 20] = [
    TRADING_DAY,
    AT,
    column("till", key!("sheet-till"), Holds::Words(8)),
    NUMBER,
    column("kind", key!("sheet-kind"), Holds::Words(9)),
    column("cashier", key!("sheet-cashier"), Holds::Words(12)),
    FAMILY,
    column("family_name", key!("sheet-family-name"), Holds::Words(24)),
    PACKAGE,
    column("sku", key!("sheet-sku"), Holds::Words(12)),
    NAME,
    column("unit", key!("sheet-unit"), Holds::Words(8)),
    QUANTITY,
    column("unit_price", key!("sheet-unit-price"), Holds::Price),
    LIST,
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
    PAID,
    TAX,
    column(
        "commission_percent",
        key!("sheet-commission-percent"),
        Holds::Percent,
    ),
];

pub const PACKAGES: [Column; 9] = [
    PACKAGE,
    column("name", key!("sheet-name"), Holds::Words(24)),
    LINE_COUNT,
    LIST_AFTER_RETURNS,
    FAMILY_DISCOUNTS,
    ORGANISER_DISCOUNTS,
    PAID,
    TAX,
    CREDIT,
];

pub const HOURS: [Column; 5] = [
    column("hour", key!("sheet-hour"), Holds::Words(8)),
    LINE_COUNT,
    LIST_AFTER_RETURNS,
    PAID,
    CREDIT,
];

pub const TENDERS: [Column; 7] = [
    column("tender", key!("sheet-tender"), Holds::Words(20)),
    column("payments", key!("sheet-payments"), Holds::Count),
    SALES,
    REFUNDS,
    column("deposits", key!("sheet-deposits"), Holds::Money),
    column(
        "deposits_returned",
        key!("sheet-deposits-returned"),
        Holds::Money,
    ),
    column("net", key!("sheet-net"), Holds::Money),
];

pub const SETTLEMENTS: [Column; 17] = [
    NUMBER,
    TRADING_DAY,
    FAMILY,
    NAME,
    column(
        "brought_forward",
        key!("sheet-brought-forward"),
        Holds::Price,
    ),
    SALES,
    FAMILY_DISCOUNTS,
    REFUNDS,
    TAX,
    column("net_sales", key!("sheet-net-sales"), Holds::Money),
    COMMISSION,
    FEES,
    ADJUSTMENTS,
    column(
        "advance_instalment",
        key!("sheet-instalments"),
        Holds::Money,
    ),
    column("advance_left", key!("sheet-advance-left"), Holds::Price),
    HELD,
    column("payable", key!("sheet-payable"), Holds::Price),
];

pub const PAYOUTS: [Column; 8] = [
    NUMBER,
    AT,
    FAMILY,
    NAME,
    column("means", key!("sheet-means"), Holds::Words(18)),
    column("reference", key!("sheet-reference"), Holds::Words(16)),
    PAID_OUT,
    PAID_IN,
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
