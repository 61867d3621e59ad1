//! The columns each kind of table can have and the headings people write for
//! them, in Arabic and English. How a heading is matched is in `heading`.
//!
//! In every list the surest alias comes first: when a table has two columns of
//! one meaning, such as "unit price" and "price", the earlier alias wins. An
//! alias is written once; spelling, spaces, articles and case do not matter.

use std::fmt::Debug;

use super::heading::Known;
use crate::locale::normalise::has_arabic;

/// What a unit price is headed, after the words of one table and before its others.
macro_rules! prices {
    ([$($own:literal),*], [$($other:literal),*]) => {
        &[
            $($own,)*
            "price per unit", "price each", "سعر الوحدة", "سعر القطعة", "سعر الحبة",
            "selling price", "sale price", "retail price", "سعر البيع", "السعر شامل الضريبة",
            "السعر شاملا الضريبة", "السعر مع الضريبة", "price including vat",
            "price incl vat", "price with vat", "price", "السعر", "الثمن",
            $($other,)*
        ]
    };
}
pub(super) use prices;

/// The tables that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    Families,
    Lines,
    Sales,
    /// Of a web shop.
    Orders,
}

/// Aliases of a heading that names no language, and the columns it stands for:
/// the first when the cells are Arabic, the second otherwise.
pub type ByScript<C> = (C, C, &'static [&'static str]);

/// A column of one kind of table. Only the vocabularies of this file and of
/// `order_columns` are one.
pub trait Column: Known + Copy + Ord + Debug {
    const KIND: TableKind;
    const ALL: &'static [Self];
    /// Groups of columns of which at least one each must be there.
    const REQUIRED: &'static [&'static [Self]];
    /// What its records are known by, where the table has it.
    const KEY: Self;
    const BY_SCRIPT: &'static [ByScript<Self>];

    /// The canonical heading, as in the tables that come with the program.
    fn name(self) -> &'static str;

    /// Other headings people write for it.
    fn aliases(self) -> &'static [&'static str];
}

/// What a column may be headed in a language, to say what is missing: the surest of
/// its headings there.
pub(super) fn heading_in<C: Column>(column: C, arabic: bool) -> &'static str {
    let is_wanted = |alias: &&str| has_arabic(alias) == arabic;
    let by_script = C::BY_SCRIPT.iter();
    let mut by_script = by_script.filter(|(one, other, _)| *one == column || *other == column);
    let shared = by_script.next().map_or(&[][..], |(_, _, aliases)| aliases);
    let aliases = shared.iter().chain(column.aliases()).copied();
    aliases
        .chain([column.name()])
        .find(is_wanted)
        .unwrap_or(column.name())
}

/// Columns of a table of families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FamilyColumn {
    Code,
    NameAr,
    NameEn,
    Package,
    /// Who sells and takes the money: "staff" or "family".
    SellsThrough,
    LicenceKind,
    LicenceNumber,
    LicenceExpiry,
    /// Whom to ask for.
    Contact,
    Phone,
    Iban,
    /// Percent held back of this family's sales.
    Commission,
    /// Amount per day, in the bazaar's currency.
    Fee,
    TaxRegistered,
    TaxNumber,
    /// What is taken back of an advance at each settlement, in the bazaar's
    /// currency.
    Advance,
    /// Who may collect in its name, between semicolons.
    Proxies,
    /// What a programme gave it, in the bazaar's currency.
    Support,
    SupportFrom,
    SupportDate,
    /// Whether what it makes is eaten.
    Food,
    /// How many days after it was made that is good.
    KeepsDays,
    /// Whether it takes part.
    Active,
}

impl Column for FamilyColumn {
    const KIND: TableKind = TableKind::Families;
    const ALL: &'static [Self] = &[
        Self::Code,
        Self::NameAr,
        Self::NameEn,
        Self::Package,
        Self::SellsThrough,
        Self::LicenceKind,
        Self::LicenceNumber,
        Self::LicenceExpiry,
        Self::Contact,
        Self::Phone,
        Self::Iban,
        Self::Commission,
        Self::Fee,
        Self::TaxRegistered,
        Self::TaxNumber,
        Self::Advance,
        Self::Proxies,
        Self::Support,
        Self::SupportFrom,
        Self::SupportDate,
        Self::Food,
        Self::KeepsDays,
        Self::Active,
    ];
    // Without codes, families are known by their names.
    const REQUIRED: &'static [&'static [Self]] = &[&[Self::NameAr, Self::NameEn]];
    const KEY: Self = Self::Code;
    #[rustfmt::skip]
    const BY_SCRIPT: &'static [ByScript<Self>] = &[(Self::NameAr, Self::NameEn, &[
        "اسم الأسرة", "اسم الأسرة المنتجة", "الأسرة", "الأسرة المنتجة", "الاسم التجاري",
        "اسم الأسرة التجاري", "الاسم التجاري للأسرة", "اسم المشروع", "المشروع", "اسم الركن",
        "اسم المشارك", "اسم المشاركة", "المشارك", "العلامة التجارية", "الاسم", "family name",
        "family", "trade name", "business name", "project name", "project", "brand",
        "stall name", "participant", "name",
    ])];

    fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::NameAr => "name_ar",
            Self::NameEn => "name_en",
            Self::Package => "package",
            Self::SellsThrough => "sells_through",
            Self::LicenceKind => "licence_kind",
            Self::LicenceNumber => "licence_number",
            Self::LicenceExpiry => "licence_expiry",
            Self::Contact => "contact",
            Self::Phone => "phone",
            Self::Iban => "iban",
            Self::Commission => "commission",
            Self::Fee => "fee",
            Self::TaxRegistered => "tax_registered",
            Self::TaxNumber => "tax_number",
            Self::Advance => "advance",
            Self::Proxies => "proxies",
            Self::Support => "support",
            Self::SupportFrom => "support_from",
            Self::SupportDate => "support_date",
            Self::Food => "food",
            Self::KeepsDays => "keeps_days",
            Self::Active => "active",
        }
    }

    #[rustfmt::skip]
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Code => &[
                "family code", "رمز الأسرة", "كود الأسرة", "رقم الأسرة", "family number",
                "family no", "family id", "participant code", "رمز المشارك", "رقم المشارك",
                "رقم المشاركة", "stall number", "stall no", "stall", "رقم الركن", "رقم الكشك",
                "رقم الطاولة", "الرمز", "الكود",
            ],
            Self::NameAr => FAMILY_NAMES_AR,
            Self::NameEn => FAMILY_NAMES_EN,
            Self::Package => PACKAGES,
            Self::SellsThrough => &[
                "seller mode", "sold by", "seller", "money taken by", "cash taken by",
                "البيع عن طريق", "يبيع عن طريق", "تبيع عن طريق", "جهة البيع", "البائع", "من يبيع",
                "طريقة البيع", "من يستلم المال", "من يقبض", "استلام المبالغ",
            ],
            Self::LicenceKind => &[
                "license kind", "licence type", "license type", "permit type",
                "registration type", "registered by", "نوع الرخصة", "نوع الترخيص",
                "نوع الاعتماد", "نوع الوثيقة", "جهة التسجيل", "جهة الترخيص", "الجهة المسجلة",
            ],
            Self::LicenceNumber => &[
                "license number", "licence no", "license no", "permit number", "permit no",
                "registration number", "document number", "licence", "license", "permit",
                "رقم الرخصة", "رقم الترخيص", "رقم الاعتماد", "رقم الوثيقة", "رقم التسجيل",
                "رقم التصريح", "الرخصة", "الترخيص", "الاعتماد", "التصريح",
            ],
            Self::LicenceExpiry => &[
                "license expiry", "licence expiry date", "license expiry date",
                "licence expires", "license expires", "licence valid until", "expiry date",
                "expiry", "expires", "valid until", "تاريخ انتهاء الرخصة", "انتهاء الرخصة",
                "تاريخ انتهاء الترخيص", "انتهاء الترخيص", "تاريخ انتهاء الاعتماد",
                "انتهاء الاعتماد", "صلاحية الرخصة", "تاريخ الانتهاء", "صالح حتى", "صالحة حتى",
                "سارية حتى",
            ],
            Self::Contact => &[
                "contact person", "contact name", "responsible", "owner", "اسم المسؤول",
                "المسؤول", "المسؤولة", "اسم المسؤولة", "شخص التواصل", "جهة الاتصال", "صاحبة المشروع",
            ],
            Self::Phone => &[
                "phone number", "mobile number", "mobile no", "phone no", "mobile", "telephone",
                "tel", "whatsapp", "contact number", "رقم الهاتف", "رقم الجوال", "الهاتف",
                "الجوال", "رقم الموبايل", "الموبايل", "الهاتف المتحرك", "المتحرك", "التلفون",
                "رقم التواصل", "واتساب",
            ],
            Self::Iban => &[
                "iban number", "iban no", "رقم الآيبان", "الآيبان", "الايبان", "bank account",
                "account number", "account no", "رقم الحساب البنكي", "الحساب البنكي",
                "رقم الحساب", "الحساب المصرفي",
            ],
            Self::Commission => COMMISSIONS,
            Self::Fee => &[
                "fees", "daily fee", "fee per day", "stall fee", "participation fee", "rent",
                "الرسم اليومي", "رسم اليوم", "رسوم المشاركة", "رسم المشاركة", "رسوم الطاولة",
                "رسوم الركن", "إيجار الركن", "الرسوم", "الرسم",
            ],
            Self::TaxRegistered => &[
                "vat registered", "registered for tax", "registered for vat",
                "مسجلة في الضريبة", "مسجل في الضريبة", "مسجلة ضريبيا", "مسجل ضريبيا",
                "خاضعة للضريبة", "خاضع للضريبة", "التسجيل الضريبي",
            ],
            Self::TaxNumber => &[
                "vat number", "tax no", "vat no", "trn", "tax registration number", "vat id",
                "الرقم الضريبي", "رقم التسجيل الضريبي", "رقم الضريبة",
            ],
            Self::Advance => &[
                "advance instalment", "instalment", "قسط السلفة", "advance payment", "advances",
                "loan", "مبلغ السلفة", "السلفة", "السلف",
                "دفعة مقدمة", "الدفعة المقدمة",
            ],
            Self::Proxies => &[
                "proxy", "collectors", "allowed to collect", "الوكلاء", "الوكيل", "الوكلاء بالقبض",
                "المفوضون", "المفوض بالاستلام", "من يستلم عنها",
            ],
            Self::Support => &[
                "support received", "support amount", "grant", "grant amount", "مبلغ الدعم",
                "الدعم", "الدعم المستلم", "قيمة الدعم", "المنحة",
            ],
            Self::SupportFrom => &[
                "support programme", "supported by", "donor", "جهة الدعم", "الجهة الداعمة",
                "برنامج الدعم",
            ],
            Self::SupportDate => &["date of support", "support on", "تاريخ الدعم"],
            Self::Food => &[
                "sells food", "is food", "edible", "مواد غذائية", "غذائية", "أغذية", "مأكولات",
            ],
            Self::KeepsDays => &[
                "shelf life", "shelf life days", "keeps for days", "days good", "مدة الصلاحية",
                "مدة الصلاحية بالأيام", "أيام الصلاحية",
            ],
            Self::Active => &[
                "takes part", "enabled", "مشاركة", "نشطة", "فعالة",
            ],
        }
    }
}

/// Columns of a table of product lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineColumn {
    Sku,
    FamilyCode,
    NameAr,
    NameEn,
    /// What one of it is: each, kg, litre, ….
    Unit,
    UnitPrice,
    Barcode,
    /// Percent held back of this line's sales, before the family's own.
    Commission,
    Package,
    BestBefore,
    MadeToOrder,
}

impl Column for LineColumn {
    const KIND: TableKind = TableKind::Lines;
    const ALL: &'static [Self] = &[
        Self::Sku,
        Self::FamilyCode,
        Self::NameAr,
        Self::NameEn,
        Self::Unit,
        Self::UnitPrice,
        Self::Barcode,
        Self::Commission,
        Self::Package,
        Self::BestBefore,
        Self::MadeToOrder,
    ];
    const REQUIRED: &'static [&'static [Self]] = &[
        &[Self::FamilyCode],
        &[Self::NameAr, Self::NameEn],
        &[Self::UnitPrice],
    ];
    const KEY: Self = Self::FamilyCode;
    #[rustfmt::skip]
    const BY_SCRIPT: &'static [ByScript<Self>] = &[(Self::NameAr, Self::NameEn, &[
        "اسم الصنف", "اسم المنتج", "الصنف", "المنتج", "اسم السلعة", "السلعة", "البيان", "الوصف",
        "الاسم", "product name", "item name", "product line", "product", "item", "description",
        "name",
    ])];

    fn name(self) -> &'static str {
        match self {
            Self::Sku => "sku",
            Self::FamilyCode => "family_code",
            Self::NameAr => "name_ar",
            Self::NameEn => "name_en",
            Self::Unit => "unit",
            Self::UnitPrice => "unit_price",
            Self::Barcode => "barcode",
            Self::Commission => "commission",
            Self::Package => "package",
            Self::BestBefore => "best_before",
            Self::MadeToOrder => "made_to_order",
        }
    }

    #[rustfmt::skip]
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Sku => SKUS,
            Self::FamilyCode => &[
                "family number", "family no", "family id", "رمز الأسرة", "كود الأسرة",
                "رقم الأسرة", "family", "الأسرة", "الأسرة المنتجة", "seller code", "vendor",
                "vendor code", "consignor", "participant code", "رمز المشارك", "رقم المشارك",
                "stall number", "stall no", "stall", "رقم الركن", "رقم الكشك", "رقم الطاولة",
                // A family may be told by its name.
                "اسم الأسرة", "اسم الأسرة المنتجة", "الاسم التجاري", "اسم الأسرة التجاري",
                "اسم المشروع", "اسم الأسرة عربي", "اسم الأسرة بالعربية", "اسم الأسرة بالعربي",
                "family name", "trade name", "business name", "project name",
            ],
            Self::NameAr => ITEM_NAMES_AR,
            Self::NameEn => ITEM_NAMES_EN,
            Self::Unit => &[
                "unit of measure", "uom", "measure", "وحدة البيع", "وحدة القياس", "الوحدة",
            ],
            Self::UnitPrice => prices!([], ["final price", "السعر النهائي"]),
            Self::Barcode => &[
                "bar code", "ean", "ean 13", "gtin", "upc", "رقم الباركود", "الباركود",
                "الرمز الشريطي", "الرمز الخطي",
            ],
            Self::Commission => COMMISSIONS,
            Self::Package => PACKAGES,
            Self::BestBefore => &[
                "best before date", "use by", "use by date", "expiry date", "expiry", "expires",
                "تاريخ انتهاء الصلاحية", "انتهاء الصلاحية", "تاريخ الصلاحية", "الصلاحية",
                "تاريخ الانتهاء", "صالح حتى", "يفضل استهلاكه قبل",
            ],
            Self::MadeToOrder => &[
                "custom made", "on order", "by order", "to order", "custom", "يصنع حسب الطلب",
                "حسب الطلب", "تحت الطلب", "عند الطلب", "بالطلب", "طلب مسبق",
            ],
        }
    }
}

/// Columns of a table of sales recorded elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaleColumn {
    Date,
    Time,
    /// What rows of one basket have in common.
    Ticket,
    Sku,
    /// The name of what was sold, in either language.
    Item,
    Quantity,
    UnitPrice,
    /// What is taken off the row, as an amount or with a percent sign.
    Discount,
    /// The same as a percentage, whether it has its sign or not.
    DiscountPercent,
    /// Who bears it; the family where nobody is named.
    DiscountFunder,
    /// What the row comes to. Beside [`SaleColumn::Net`] it may be before discount.
    Total,
    /// What the row comes to after discount.
    Net,
    Tender,
    /// Whether it stands, in words.
    Status,
    /// Whether it does not stand, by a tick or an answer.
    Cancelled,
}

impl Column for SaleColumn {
    const KIND: TableKind = TableKind::Sales;
    const ALL: &'static [Self] = &[
        Self::Date,
        Self::Time,
        Self::Ticket,
        Self::Sku,
        Self::Item,
        Self::Quantity,
        Self::UnitPrice,
        Self::Discount,
        Self::DiscountPercent,
        Self::DiscountFunder,
        Self::Total,
        Self::Net,
        Self::Tender,
        Self::Status,
        Self::Cancelled,
    ];
    const REQUIRED: &'static [&'static [Self]] = &[&[Self::Date], &[Self::Sku, Self::Item]];
    const KEY: Self = Self::Date;
    const BY_SCRIPT: &'static [ByScript<Self>] = &[];

    fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Ticket => "ticket",
            Self::Sku => "sku",
            Self::Item => "item",
            Self::Quantity => "quantity",
            Self::UnitPrice => "unit_price",
            Self::Discount => "discount",
            Self::DiscountPercent => "discount_percent",
            Self::DiscountFunder => "discount_funder",
            Self::Total => "total",
            Self::Net => "net",
            Self::Tender => "tender",
            Self::Status => "status",
            Self::Cancelled => "cancelled",
        }
    }

    #[rustfmt::skip]
    fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::Date => &[
                "sale date", "date of sale", "day", "تاريخ البيع", "التاريخ", "يوم البيع", "اليوم",
            ],
            Self::Time => &["sale time", "hour", "وقت البيع", "الوقت", "الساعة"],
            Self::Ticket => &[
                "ticket number", "ticket no", "receipt number", "receipt no", "receipt",
                "transaction", "transaction id", "transaction number", "transaction no",
                "invoice number", "invoice no", "invoice", "bill number", "bill no", "bill",
                "basket", "basket id", "order number", "order no", "رقم السلة", "السلة",
                "رقم الفاتورة", "الفاتورة", "رقم الإيصال", "الإيصال", "رقم العملية", "العملية",
                "رقم البيع", "رقم المعاملة", "المعاملة",
            ],
            Self::Sku => SKUS,
            Self::Item => &[
                "item name", "product name", "product line", "product", "اسم الصنف",
                "اسم المنتج", "الصنف", "المنتج", "اسم السلعة", "السلعة", "البيان", "description",
                "name", "الاسم", "الوصف",
            ],
            Self::Quantity => &[
                "qty", "count", "pieces", "units", "weight", "الكمية", "العدد", "عدد القطع",
                "عدد الحبات", "الوزن",
            ],
            Self::UnitPrice => prices!([], []),
            Self::Tender => &[
                "payment method", "payment type", "paid by", "payment", "طريقة الدفع",
                "وسيلة الدفع", "نوع الدفع", "الدفع",
            ],
            Self::Discount => &[
                "discount amount", "line discount", "item discount", "discount value",
                "مبلغ الخصم", "قيمة الخصم", "خصم الصنف", "خصم السطر", "الخصم", "الحسم", "التخفيض",
            ],
            Self::DiscountPercent => &[
                "discount rate", "discount percentage", "نسبة الخصم", "نسبة الحسم",
                "نسبة التخفيض",
            ],
            Self::DiscountFunder => &[
                "discount by", "discount paid by", "funded by", "funder", "من يتحمل الخصم",
                "متحمل الخصم", "الخصم على",
            ],
            Self::Total => &[
                "line total", "row total", "total amount", "total price", "final price", "amount",
                "value", "subtotal", "sale amount", "إجمالي السطر", "السعر النهائي",
                "السعر الإجمالي", "المبلغ الإجمالي", "إجمالي المبلغ", "القيمة الإجمالية",
                "إجمالي القيمة", "الإجمالي", "المجموع", "المبلغ", "القيمة", "مبلغ البيع",
                "قيمة البيع",
            ],
            Self::Net => &[
                "net total", "net amount", "net price", "net sales", "total after discount",
                "amount after discount", "after discount", "المبلغ الصافي", "صافي المبلغ",
                "الإجمالي بعد الخصم", "المبلغ بعد الخصم", "السعر بعد الخصم", "بعد الخصم",
                "صافي البيع", "صافي القيمة", "الصافي",
            ],
            Self::Status => &[
                "sale status", "order status", "invoice status", "transaction status", "state",
                "حالة البيع", "حالة الفاتورة", "حالة العملية", "حالة الطلب", "الحالة",
            ],
            Self::Cancelled => &[
                "canceled", "void", "voided", "refunded", "returned", "ملغي", "ملغى", "ملغاة",
                "مرتجع", "مرتجعة", "مسترجع",
            ],
        }
    }
}

#[rustfmt::skip]
const FAMILY_NAMES_AR: &[&str] = &[
    "arabic name", "name arabic", "name in arabic", "family name ar", "trade name ar", "arabic",
    "الاسم العربي", "الاسم عربي", "الاسم بالعربية", "الاسم بالعربي", "اسم الأسرة عربي",
    "اسم الأسرة بالعربية", "اسم الأسرة بالعربي", "الاسم التجاري عربي",
    "الاسم التجاري بالعربية", "عربي", "العربية",
];

#[rustfmt::skip]
const FAMILY_NAMES_EN: &[&str] = &[
    "english name", "name english", "name in english", "family name en", "trade name en",
    "english", "الاسم الإنجليزي", "الاسم إنجليزي", "الاسم بالإنجليزية", "الاسم بالإنجليزي",
    "الاسم english", "اسم الأسرة إنجليزي", "اسم الأسرة بالإنجليزية",
    "اسم الأسرة بالإنجليزي", "اسم الأسرة english", "الاسم التجاري إنجليزي",
    "الاسم التجاري بالإنجليزية", "إنجليزي", "الإنجليزية",
];

#[rustfmt::skip]
const ITEM_NAMES_AR: &[&str] = &[
    "arabic name", "name arabic", "name in arabic", "item name ar", "product name ar", "arabic",
    "الاسم العربي", "الاسم عربي", "الاسم بالعربية", "الاسم بالعربي", "اسم الصنف عربي",
    "اسم الصنف بالعربية", "اسم الصنف بالعربي", "اسم المنتج عربي", "اسم المنتج بالعربية",
    "اسم المنتج بالعربي", "الصنف بالعربية", "الصنف بالعربي", "المنتج بالعربي", "عربي",
    "العربية",
];

#[rustfmt::skip]
const ITEM_NAMES_EN: &[&str] = &[
    "english name", "name english", "name in english", "item name en", "product name en",
    "english", "الاسم الإنجليزي", "الاسم إنجليزي", "الاسم بالإنجليزية", "الاسم بالإنجليزي",
    "الاسم english", "اسم الصنف إنجليزي", "اسم الصنف بالإنجليزية", "اسم الصنف بالإنجليزي",
    "اسم الصنف english", "اسم المنتج إنجليزي", "اسم المنتج بالإنجليزية",
    "اسم المنتج بالإنجليزي", "اسم المنتج english", "الصنف بالإنجليزية", "الصنف بالإنجليزي",
    "المنتج بالإنجليزي", "إنجليزي", "الإنجليزية",
];

#[rustfmt::skip]
const PACKAGES: &[&str] = &[
    "group", "category", "section", "الباقة", "المجموعة", "القسم", "الفئة", "التصنيف", "المجال",
    "النشاط",
];

#[rustfmt::skip]
const COMMISSIONS: &[&str] = &[
    "commission percent", "commission percentage", "commission rate", "commission %",
    "نسبة العمولة", "العمولة", "نسبة الاقتطاع", "نسبة البازار",
];

#[rustfmt::skip]
pub(super) const SKUS: &[&str] = &[
    "product code", "item code", "line code", "رمز الصنف", "كود الصنف", "رقم الصنف",
    "رمز المنتج", "كود المنتج", "رقم المنتج", "code", "الرمز", "الكود",
];
