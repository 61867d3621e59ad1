//! Words that stand for a value of the domain (a unit, a tender, who takes the
//! money, the paper a family trades on, yes or no) as people write them in
//! tables. The words the program itself shows are in `locale`.

use crate::domain::bazaar::MoneyTaker;
use crate::domain::family::{LicenceKind, Unit};
use crate::domain::sale::TenderKind;
use crate::locale::Language;
use crate::locale::normalise::{has_arabic, search_key};

/// Each value with its words, the one the program writes first.
pub(super) type Words<T> = [(T, &'static [&'static str])];

/// A word that would have been understood, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownWord {
    pub english: &'static str,
    pub arabic: &'static str,
}

impl KnownWord {
    pub fn in_language(self, language: Language) -> &'static str {
        match language {
            Language::Arabic => self.arabic,
            Language::English => self.english,
        }
    }

    fn of(own: &[&'static str]) -> Self {
        let mut arabic = own.iter().filter(|word| has_arabic(word));
        KnownWord {
            english: own[0],
            arabic: arabic.next().unwrap_or(&own[0]),
        }
    }
}

/// The value a text names, or the words that would have been understood.
pub(super) fn meant<T: Clone>(text: &str, words: &Words<T>) -> Result<T, Vec<KnownWord>> {
    let key = search_key(text);
    let is_meant = |word: &&str| search_key(word) == key && !key.is_empty();
    let found = words
        .iter()
        .find(|(_, words)| words.iter().any(|word| is_meant(word) || *word == text));
    found
        .map(|(value, _)| value.clone())
        .ok_or_else(|| words.iter().map(|(_, own)| KnownWord::of(own)).collect())
}

/// The word a value is written with: the first of its own.
pub(super) fn written<T: PartialEq + Copy>(value: T, words: &Words<T>) -> String {
    let own = words.iter().find(|(known, _)| *known == value);
    let (_, own) = own.expect("every value has its words");
    own[0].to_owned()
}

/// Whether a text says that there is nothing to tell.
pub(super) fn is_untold(text: &str) -> bool {
    // Most cells are neither so short nor free of digits, and asked of each.
    let may_be = text.chars().count() <= LONGEST_UNTOLD && !text.contains(char::is_numeric);
    may_be && meant(text, UNTOLD).is_ok()
}

/// The letters of the longest of [`UNTOLD`], with room for marks.
const LONGEST_UNTOLD: usize = 12;

/// What people write where there is nothing to tell, such as a day on which nothing ends.
const UNTOLD: &Words<()> = &[(
    (),
    &[
        "-",
        "--",
        "–",
        "—",
        "none",
        "n/a",
        "na",
        "nil",
        "open",
        "لا يوجد",
        "لا توجد",
        "بدون",
        "غير محدد",
        "غير محددة",
        "دائم",
        "دائمة",
        "مفتوح",
        "مفتوحة",
    ],
)];

pub(super) const ANSWERS: &Words<bool> = &[
    (
        true,
        &[
            "yes", "y", "true", "1", "x", "نعم", "اي", "صح", "✓", "✔", "☑",
        ],
    ),
    (false, &["no", "n", "false", "0", "-", "لا", "كلا", "✗", "☐"]),
];

pub(super) const MONEY_TAKERS: &Words<MoneyTaker> = &[
    (
        MoneyTaker::Staff,
        &[
            "staff",
            "till",
            "cashier",
            "centre",
            "organiser",
            "الموظفون",
            "الموظفين",
            "موظف",
            "الكاشير",
            "الصندوق",
            "المركز",
            "المنظم",
            "الإدارة",
        ],
    ),
    (
        MoneyTaker::Family,
        &[
            "family",
            "stall",
            "itself",
            "الأسرة",
            "أسرة",
            "الأسرة نفسها",
            "الركن",
            "بنفسها",
        ],
    ),
];

pub(super) const LICENCE_KINDS: &Words<LicenceKind> = &[
    (
        LicenceKind::Home,
        &[
            "home",
            "home licence",
            "home license",
            "اعتماد",
            "اعتماد منزلي",
            "رخصة منزلية",
            "الرخصة المنزلية",
            "ترخيص منزلي",
            "الترخيص المنزلي",
            "رخصة اعتماد منزلية",
            "منزلية",
            "منزلي",
            "رخصة اعتماد",
        ],
    ),
    (
        LicenceKind::Freelance,
        &[
            "freelance",
            "freelance document",
            "freelance licence",
            "freelance license",
            "وثيقة عمل حر",
            "وثيقة العمل الحر",
            "عمل حر",
            "العمل الحر",
            "ترخيص عمل حر",
            "رخصة عمل حر",
        ],
    ),
    (
        LicenceKind::SocialSecurity,
        &[
            "social_security",
            "social security",
            "الضمان الاجتماعي",
            "الضمان",
            "ضمان اجتماعي",
            "ضمان",
        ],
    ),
    (
        LicenceKind::Charity,
        &[
            "charity",
            "society",
            "جمعية خيرية",
            "الجمعية الخيرية",
            "جمعية",
            "الجمعية",
        ],
    ),
    (
        LicenceKind::OtherAuthority,
        &[
            "other_authority",
            "other",
            "جهة أخرى",
            "جهات أخرى",
            "جهة حكومية أخرى",
            "أخرى",
        ],
    ),
];

pub(super) const UNITS: &Words<Unit> = &[
    (
        Unit::Each,
        &[
            "each",
            "pc",
            "pcs",
            "piece",
            "ea",
            "unit",
            "قطعة",
            "حبة",
            "قطعه",
            "الحبة",
            "عدد",
            "كوب",
            "كأس",
            "طبق",
            "صحن",
            "صينية",
            "طقم",
            "قطع",
            "حبات",
            "set",
            "tray",
            "plate",
            "cup",
        ],
    ),
    (
        Unit::Box,
        &[
            "box",
            "pack",
            "packet",
            "carton",
            "علبة",
            "صندوق",
            "كرتون",
            "باكيت",
            "عبوة",
            "كيس",
            "برطمان",
            "زجاجة",
            "قارورة",
            "bag",
            "jar",
            "bottle",
        ],
    ),
    (Unit::Dozen, &["dozen", "doz", "درزن", "دزينة", "دستة"]),
    (
        Unit::Kilogram,
        &[
            "kg",
            "kilogram",
            "kilo",
            "kgs",
            "كجم",
            "كغم",
            "كغ",
            "كيلو",
            "كيلوجرام",
            "كيلوغرام",
            "كيلو جرام",
        ],
    ),
    (
        Unit::Gram,
        &["g", "gram", "grams", "gm", "جم", "غم", "جرام", "غرام"],
    ),
    (Unit::Litre, &["litre", "liter", "l", "ltr", "لتر", "ليتر"]),
    (Unit::Metre, &["metre", "meter", "m", "متر", "م"]),
];

pub(super) const TENDERS: &Words<TenderKind> = &[
    (
        TenderKind::Cash,
        &["cash", "نقد", "نقدا", "نقدًا", "نقدي", "كاش", "الدفع نقدا"],
    ),
    (
        TenderKind::Card,
        &[
            "card",
            "credit card",
            "debit card",
            "visa",
            "mada",
            "pos",
            "بطاقة",
            "بطاقة بنكية",
            "شبكة",
            "مدى",
            "فيزا",
        ],
    ),
    (
        TenderKind::Transfer,
        &[
            "transfer",
            "bank transfer",
            "bank",
            "تحويل",
            "تحويل بنكي",
            "حوالة",
            "حوالة بنكية",
        ],
    ),
    (
        TenderKind::Wallet,
        &[
            "wallet",
            "e-wallet",
            "apple pay",
            "stc pay",
            "محفظة",
            "محفظة إلكترونية",
            "أبل باي",
        ],
    ),
    (
        TenderKind::Voucher,
        &["voucher", "coupon", "gift voucher", "قسيمة", "كوبون"],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Digits, Language, Texts, Worded};
    use std::fmt::Debug;

    #[test]
    fn words_are_understood_in_both_languages() {
        assert_eq!(meant("نعم", ANSWERS), Ok(true));
        assert_eq!(meant("☐", ANSWERS), Ok(false));
        assert_eq!(meant("-", ANSWERS), Ok(false));
        assert_eq!(meant("كيلو جرام", UNITS), Ok(Unit::Kilogram));
        assert_eq!(meant("Kg.", UNITS), Ok(Unit::Kilogram));
        assert_eq!(meant("حبه", UNITS), Ok(Unit::Each));
        assert_eq!(
            meant("وثيقة العمل الحرّ", LICENCE_KINDS),
            Ok(LicenceKind::Freelance)
        );
        assert_eq!(meant("الأسره", MONEY_TAKERS), Ok(MoneyTaker::Family));
        assert_eq!(meant("نقداً", TENDERS), Ok(TenderKind::Cash));
        let known = [("yes", "نعم"), ("no", "لا")];
        let known = known.map(|(english, arabic)| KnownWord { english, arabic });
        assert_eq!(meant("ربما", ANSWERS), Err(known.to_vec()));
        assert_eq!(meant("؟", ANSWERS), Err(known.to_vec()));
    }

    #[test]
    fn no_word_means_two_things() {
        fn check<T: Clone + PartialEq + Debug>(words: &Words<T>) {
            for (value, own) in words {
                for word in *own {
                    assert_eq!(meant(word, words), Ok(value.clone()), "{word}");
                }
            }
        }
        check(ANSWERS);
        check(MONEY_TAKERS);
        check(LICENCE_KINDS);
        check(UNITS);
        check(TENDERS);
    }

    #[test]
    fn what_the_program_shows_it_understands() {
        fn check<T: Clone + PartialEq + Debug + Worded>(words: &Words<T>) {
            for language in Language::ALL {
                let texts = Texts::of(language, Digits::Latin);
                for (value, _) in words {
                    let shown = texts.word(value);
                    assert_eq!(meant(&shown, words), Ok(value.clone()), "{shown}");
                }
            }
        }
        check(LICENCE_KINDS);
        check(UNITS);
        check(TENDERS);
    }
}
