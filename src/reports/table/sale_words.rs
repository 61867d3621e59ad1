//! Words that say whether a sale recorded elsewhere stands.

use super::word::Words;

pub(super) const STATUSES: &Words<bool> = &[
    (
        true,
        &[
            "completed",
            "complete",
            "paid",
            "sold",
            "sale",
            "done",
            "closed",
            "ok",
            "valid",
            "delivered",
            "مكتمل",
            "مكتملة",
            "مدفوع",
            "مدفوعة",
            "تم",
            "تمت",
            "تم البيع",
            "تم الدفع",
            "تم التسليم",
            "منتهي",
            "منتهية",
            "مباع",
            "بيع",
        ],
    ),
    (
        false,
        &[
            "cancelled",
            "canceled",
            "void",
            "voided",
            "refund",
            "refunded",
            "return",
            "returned",
            "deleted",
            "failed",
            "ملغي",
            "ملغى",
            "ملغية",
            "ملغاة",
            "لاغي",
            "لاغية",
            "تم الإلغاء",
            "مرتجع",
            "مرتجعة",
            "مرجع",
            "مسترجع",
            "مسترجعة",
            "مسترد",
            "تم الإرجاع",
            "محذوف",
            "محذوفة",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::super::word::meant;
    use super::*;

    #[test]
    fn no_word_means_two_things() {
        for (stands, own) in STATUSES {
            for word in *own {
                assert_eq!(meant(word, STATUSES), Ok(*stands), "{word}");
            }
        }
        assert!(meant("maybe", STATUSES).is_err());
    }
}
