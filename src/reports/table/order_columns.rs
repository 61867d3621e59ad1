//! The columns of a table of a web shop's orders, one row a line of goods, and the
//! headings shops and people write for them. How they are matched is in `heading`.
//!
//! What belongs to the order as a whole may stand in each of its rows or in the first
//! alone, as shops export it.

use super::vocabulary::{ByScript, Column, SKUS, TableKind, prices};

/// Columns of a table of orders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderColumn {
    /// The shop's number of the order.
    Number,
    /// Which shop, where there are several.
    Shop,
    PlacedAt,
    /// Whether it still stands.
    Status,
    Customer,
    Phone,
    Address,
    City,
    /// Collected or delivered.
    Handing,
    DueOn,
    Note,
    Currency,
    Sku,
    Barcode,
    Item,
    Quantity,
    /// As charged, tax included.
    UnitPrice,
    /// Taken off the line.
    LineDiscount,
    /// Taken off the whole order.
    Discount,
    DiscountFunder,
    DeliveryFee,
    Payment,
    /// What was paid in the shop, as an amount or as yes or no.
    Paid,
    PaymentReference,
    /// What it comes to with delivery, to be checked.
    Total,
}

impl OrderColumn {
    /// What is said of the order as a whole, and not line by line.
    pub fn of_order() -> impl Iterator<Item = Self> {
        let of_line = [
            Self::Sku,
            Self::Barcode,
            Self::Item,
            Self::Quantity,
            Self::UnitPrice,
            Self::LineDiscount,
        ];
        let all = Self::ALL.iter().copied();
        all.filter(move |column| *column != Self::Number && !of_line.contains(column))
    }
}

impl Column for OrderColumn {
    const KIND: TableKind = TableKind::Orders;
    const ALL: &'static [Self] = &[
        Self::Number,
        Self::Shop,
        Self::PlacedAt,
        Self::Status,
        Self::Customer,
        Self::Phone,
        Self::Address,
        Self::City,
        Self::Handing,
        Self::DueOn,
        Self::Note,
        Self::Currency,
        Self::Sku,
        Self::Barcode,
        Self::Item,
        Self::Quantity,
        Self::UnitPrice,
        Self::LineDiscount,
        Self::Discount,
        Self::DiscountFunder,
        Self::DeliveryFee,
        Self::Payment,
        Self::Paid,
        Self::PaymentReference,
        Self::Total,
    ];
    const REQUIRED: &'static [&'static [Self]] = &[
        &[Self::Number],
        &[Self::Customer],
        &[Self::Sku, Self::Barcode, Self::Item],
    ];
    const KEY: Self = Self::Number;
    const BY_SCRIPT: &'static [ByScript<Self>] = &[];

    fn name(self) -> &'static str {
        match self {
            Self::Number => "order_number",
            Self::Shop => "shop",
            Self::PlacedAt => "placed_at",
            Self::Status => "status",
            Self::Customer => "customer",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::City => "city",
            Self::Handing => "handing",
            Self::DueOn => "due_on",
            Self::Note => "note",
            Self::Currency => "currency",
            Self::Sku => "sku",
            Self::Barcode => "barcode",
            Self::Item => "item",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit_price",
            Self::LineDiscount => "line_discount",
            Self::Discount => "discount",
            Self::DiscountFunder => "discount_funder",
            Self::DeliveryFee => "delivery_fee",
            Self::Payment => "payment",
            Self::Paid => "paid",
            Self::PaymentReference => "payment_reference",
            Self::Total => "total",
        }
    }

    #[rustfmt::skip]
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Number => &[
                "order no", "order id", "order", "shop order", "shop order number", "reference id",
                "رقم الطلب", "رقم الطلبية", "رقم طلب المتجر", "الطلب", "رقم المرجع",
                // A shop that is used the world over heads its own numbers so.
                "name",
            ],
            Self::Shop => &["shop name", "store", "store name", "المتجر", "اسم المتجر"],
            Self::PlacedAt => &[
                "created at", "order date", "date created", "ordered at", "ordered on", "date",
                "تاريخ الطلب", "وقت الطلب", "تاريخ الإنشاء", "التاريخ",
            ],
            Self::Status => &[
                "order status", "cancelled at", "cancelled", "canceled", "state", "حالة الطلب",
                "الحالة", "ملغي",
            ],
            Self::Customer => &[
                "customer name", "shipping name", "billing name", "recipient", "recipient name",
                "full name", "client", "buyer", "اسم العميل", "العميل", "اسم الزبون", "الزبون",
                "اسم المستلم", "المستلم", "الاسم",
            ],
            Self::Phone => &[
                "phone number", "shipping phone", "customer phone", "billing phone", "mobile",
                "mobile number", "telephone", "رقم الجوال", "جوال العميل", "رقم العميل", "الجوال",
                "رقم الهاتف", "هاتف العميل", "الهاتف", "رقم الموبايل", "الموبايل", "واتساب",
            ],
            Self::Address => &[
                "shipping address", "delivery address", "shipping street", "shipping address1",
                "street", "عنوان التوصيل", "عنوان الشحن", "عنوان العميل", "العنوان",
            ],
            Self::City => &["shipping city", "town", "المدينة", "مدينة الشحن", "مدينة العميل"],
            Self::Handing => &[
                "delivery method", "delivery or pickup", "fulfilment", "fulfilment method",
                "طريقة الاستلام", "طريقة التسليم", "الاستلام", "نوع التسليم", "التسليم",
            ],
            Self::DueOn => &[
                "due", "due date", "delivery date", "deliver on", "موعد التسليم", "تاريخ التسليم",
                "موعد التوصيل", "تاريخ التوصيل",
            ],
            Self::Note => &[
                "notes", "customer note", "customer notes", "order notes", "wish", "ملاحظة",
                "ملاحظات", "ملاحظات العميل", "ملاحظة العميل", "الرغبة",
            ],
            Self::Currency => &["العملة"],
            Self::Sku => {
                const OWN: &[&str] = &["lineitem sku", "product sku", "item sku"];
                const BOTH: &[&str] = &[
                    OWN[0], OWN[1], OWN[2], SKUS[0], SKUS[1], SKUS[2], SKUS[3], SKUS[4], SKUS[5],
                    SKUS[6], SKUS[7], SKUS[8],
                ];
                BOTH
            }
            Self::Barcode => &[
                "bar code", "ean", "gtin", "upc", "الباركود", "رقم الباركود", "الرمز الشريطي",
            ],
            Self::Item => &[
                "item name", "product name", "product line", "product", "lineitem name",
                "اسم المنتج", "المنتج", "اسم الصنف", "الصنف", "السلعة", "اسم السلعة", "البيان",
            ],
            Self::Quantity => &[
                "qty", "lineitem quantity", "item quantity", "pieces", "الكمية", "كمية المنتج",
                "العدد", "الوزن",
            ],
            Self::UnitPrice => {
                prices!(["lineitem price", "item price", "product price"], ["سعر المنتج"])
            }
            Self::LineDiscount => &[
                "item discount", "lineitem discount", "product discount", "خصم الصنف",
                "خصم المنتج", "خصم السطر",
            ],
            Self::Discount => &[
                "discount amount", "order discount", "cart discount", "coupon amount",
                "خصم الطلب", "مبلغ الخصم", "قيمة الخصم", "الخصم",
            ],
            Self::DiscountFunder => &[
                "discount by", "discount paid by", "funded by", "funder", "من يتحمل الخصم",
                "متحمل الخصم", "الخصم على",
            ],
            Self::DeliveryFee => &[
                "delivery", "shipping", "shipping fee", "shipping cost", "shipping total",
                "order shipping", "delivery cost", "رسم التوصيل", "رسوم التوصيل", "قيمة التوصيل",
                "التوصيل", "رسوم الشحن", "تكلفة الشحن", "الشحن",
            ],
            Self::Payment => &[
                "payment method", "payment type", "payment gateway", "paid by", "gateway",
                "طريقة الدفع", "وسيلة الدفع", "نوع الدفع", "بوابة الدفع", "الدفع",
            ],
            Self::Paid => &[
                "paid online", "amount paid", "financial status", "payment status", "المدفوع",
                "المبلغ المدفوع", "مدفوع", "حالة الدفع",
            ],
            Self::PaymentReference => &[
                "reference", "payment id", "transaction id", "transaction", "رقم العملية",
                "مرجع الدفع", "رقم عملية الدفع", "المرجع",
            ],
            Self::Total => &[
                "order total", "grand total", "total amount", "amount", "إجمالي الطلب", "الإجمالي",
                "المجموع", "المبلغ الإجمالي", "قيمة الطلب",
            ],
        }
    }
}
