//! Words of a web shop that stand for a value: how an order is paid, whether it was,
//! who bears its discount, whether it is brought, and whether it still stands.

use super::word::Words;
use crate::domain::bazaar::Beneficiary;
use crate::domain::sale::TenderKind;

/// How an order is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopPayment {
    /// At the door or at the counter.
    OnDelivery,
    Card,
    Transfer,
    Wallet,
}

impl ShopPayment {
    /// What was taken in the shop, if it was taken there.
    pub fn online(self) -> Option<TenderKind> {
        match self {
            ShopPayment::OnDelivery => None,
            ShopPayment::Card => Some(TenderKind::Card),
            ShopPayment::Transfer => Some(TenderKind::Transfer),
            ShopPayment::Wallet => Some(TenderKind::Wallet),
        }
    }
}

/// How an order reaches its customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handing {
    Collected,
    Delivered,
}

/// Whether an order is to be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShopStatus {
    Placed,
    /// Begun, and never paid or confirmed so far.
    Waiting,
    Cancelled,
}

pub(super) const PAYMENTS: &Words<ShopPayment> = &[
    (
        ShopPayment::OnDelivery,
        &[
            "cash on delivery",
            "cod",
            "cash on delivery (cod)",
            "cash",
            "on delivery",
            "pay on delivery",
            "pay on pickup",
            "الدفع عند الاستلام",
            "دفع عند الاستلام",
            "عند الاستلام",
            "نقدا عند الاستلام",
            "نقد",
            "نقدا",
            "كاش",
        ],
    ),
    (
        ShopPayment::Card,
        &[
            "card",
            "credit card",
            "debit card",
            "credit_card",
            "visa",
            "mastercard",
            "mada",
            "online",
            "online payment",
            "payment gateway",
            "stripe",
            "paypal",
            "tap",
            "telr",
            "payfort",
            "moyasar",
            "hyperpay",
            "checkout.com",
            "network international",
            "shopify payments",
            "woocommerce_payments",
            "tabby",
            "tamara",
            "بطاقة",
            "بطاقة ائتمانية",
            "بطاقة بنكية",
            "البطاقة الائتمانية",
            "مدى",
            "فيزا",
            "دفع إلكتروني",
            "الدفع الإلكتروني",
            "تابي",
            "تمارا",
        ],
    ),
    (
        ShopPayment::Transfer,
        &[
            "transfer",
            "bank transfer",
            "bank",
            "bacs",
            "bank deposit",
            "تحويل",
            "تحويل بنكي",
            "حوالة",
            "حوالة بنكية",
        ],
    ),
    (
        ShopPayment::Wallet,
        &[
            "wallet",
            "e-wallet",
            "apple pay",
            "google pay",
            "stc pay",
            "stc_pay",
            "محفظة",
            "محفظة إلكترونية",
            "أبل باي",
        ],
    ),
];

pub(super) const HANDINGS: &Words<Handing> = &[
    (
        Handing::Collected,
        &[
            "collect",
            "collected",
            "collection",
            "pickup",
            "pick up",
            "local pickup",
            "local_pickup",
            "in store",
            "استلام",
            "يستلمه العميل",
            "استلام من الموقع",
            "استلام من المعرض",
            "استلام من الفرع",
        ],
    ),
    (
        Handing::Delivered,
        &[
            "deliver",
            "delivered",
            "delivery",
            "home delivery",
            "shipping",
            "courier",
            "توصيل",
            "التوصيل",
            "توصيل للمنزل",
            "شحن",
            "مندوب",
        ],
    ),
];

pub(super) const FUNDERS: &Words<Beneficiary> = &[
    (
        Beneficiary::Organiser,
        &[
            "organiser",
            "organizer",
            "bazaar",
            "centre",
            "shop",
            "الجهة المنظمة",
            "المنظم",
            "المركز",
            "البازار",
            "المتجر",
        ],
    ),
    (
        Beneficiary::Family,
        &["family", "seller", "vendor", "الأسرة", "أسرة", "البائع"],
    ),
];

/// Whether all of it was paid.
pub(super) const PAID: &Words<bool> = &[
    (
        true,
        &[
            "paid",
            "yes",
            "y",
            "true",
            "مدفوع",
            "مدفوعة",
            "تم الدفع",
            "نعم",
        ],
    ),
    (
        false,
        &[
            "unpaid",
            "pending",
            "authorized",
            "no",
            "n",
            "false",
            "غير مدفوع",
            "غير مدفوعة",
            "لم يدفع",
            "بانتظار الدفع",
            "لا",
        ],
    ),
];

/// Whether all that was paid of it went back.
pub(super) const PAID_BACK: &Words<()> = &[((), &["refunded", "voided", "مسترجع", "مسترد"])];

pub(super) const STATUSES: &Words<ShopStatus> = &[
    (
        ShopStatus::Placed,
        &[
            "placed",
            "new",
            "open",
            "paid",
            "confirmed",
            "processing",
            "in progress",
            "ready",
            "shipped",
            "out for delivery",
            "delivered",
            "completed",
            "complete",
            "fulfilled",
            "unfulfilled",
            "no",
            "false",
            "جديد",
            "مؤكد",
            "مدفوع",
            "قيد التنفيذ",
            "قيد التجهيز",
            "جاري التجهيز",
            "تم التنفيذ",
            "تم الشحن",
            "جاري التوصيل",
            "تم التوصيل",
            "مكتمل",
            "بانتظار المراجعة",
            "تحت المراجعة",
            "لا",
        ],
    ),
    (
        ShopStatus::Waiting,
        &[
            "waiting",
            "on-hold",
            "on hold",
            "pending",
            "pending payment",
            "awaiting payment",
            "draft",
            "checkout-draft",
            "بانتظار الدفع",
            "في انتظار الدفع",
            "قيد الانتظار",
            "مسودة",
        ],
    ),
    (
        ShopStatus::Cancelled,
        &[
            "cancelled",
            "canceled",
            "refunded",
            "failed",
            "voided",
            "deleted",
            "trash",
            "returned",
            "yes",
            "true",
            "ملغي",
            "ملغى",
            "ملغاة",
            "تم الإلغاء",
            "تم إلغاء الطلب",
            "مسترجع",
            "مرتجع",
            "محذوف",
            "فشل الدفع",
            "نعم",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::super::word::meant;
    use super::*;
    use std::fmt::Debug;

    #[test]
    fn no_word_means_two_things() {
        fn check<T: Clone + PartialEq + Debug>(words: &Words<T>) {
            for (value, own) in words {
                for word in *own {
                    assert_eq!(meant(word, words), Ok(value.clone()), "{word}");
                }
            }
        }
        check(PAYMENTS);
        check(HANDINGS);
        check(FUNDERS);
        check(PAID);
        check(PAID_BACK);
        check(STATUSES);
    }
}
