//! An amount spelt out, as it stands on slips that are signed.
//!
//! This is grammar rather than phrases, so it is code and not Fluent: Arabic numbers
//! agree with the gender of what they count (reversed from 3 to 10), have a dual,
//! and put what is counted in the plural, the accusative or the genitive by the
//! number's last two digits. Amounts in figures live in `number`.

mod arabic;
mod english;

use super::language::Language;
use super::texts::Texts;
use crate::domain::money::{Currency, Money};
use crate::tr;

impl Texts {
    /// `twenty-five dirhams and fifty fils`; خمسة وعشرون درهمًا وخمسون فلسًا.
    pub fn amount_in_words(&self, money: Money, currency: Currency) -> String {
        let size = money.minor().unsigned_abs();
        let per_major = currency.minor_per_major().unsigned_abs();
        let (major, minor) = (size / per_major, size % per_major);
        let negative = money.is_negative();
        match self.language() {
            Language::Arabic => arabic::amount(negative, major, minor, currency),
            Language::English => english::amount(negative, major, minor, currency),
        }
    }

    /// The same, closed on both sides so that nothing can be written before or
    /// after it: فقط … لا غير.
    pub fn amount_in_words_only(&self, money: Money, currency: Currency) -> String {
        let words = self.amount_in_words(money, currency);
        tr!(self, "amount-in-words-only", words = words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Digits;
    use crate::locale::bidi::without_controls;

    fn arabic(minor: i64, currency: Currency) -> String {
        Texts::of(Language::Arabic, Digits::Latin)
            .amount_in_words(Money::from_minor(minor), currency)
    }

    fn english(minor: i64, currency: Currency) -> String {
        Texts::of(Language::English, Digits::Latin)
            .amount_in_words(Money::from_minor(minor), currency)
    }

    #[test]
    fn dirhams_and_fils_in_arabic() {
        for (minor, words) in [
            (0, "صفر درهم"),
            (1_00, "درهم واحد"),
            (2_00, "درهمان"),
            (3_00, "ثلاثة دراهم"),
            (8_00, "ثمانية دراهم"),
            (10_00, "عشرة دراهم"),
            (11_00, "أحد عشر درهمًا"),
            (12_00, "اثنا عشر درهمًا"),
            (13_00, "ثلاثة عشر درهمًا"),
            (20_00, "عشرون درهمًا"),
            (21_00, "واحد وعشرون درهمًا"),
            (99_00, "تسعة وتسعون درهمًا"),
            (100_00, "مئة درهم"),
            (101_00, "مئة درهم ودرهم واحد"),
            (102_00, "مئة درهم ودرهمان"),
            (103_00, "مئة وثلاثة دراهم"),
            (111_00, "مئة وأحد عشر درهمًا"),
            (200_00, "مئتا درهم"),
            (225_00, "مئتان وخمسة وعشرون درهمًا"),
            (300_00, "ثلاثمئة درهم"),
            (800_00, "ثمانمئة درهم"),
            (1_000_00, "ألف درهم"),
            (1_001_00, "ألف درهم ودرهم واحد"),
            (2_000_00, "ألفا درهم"),
            (2_002_00, "ألفا درهم ودرهمان"),
            (2_010_00, "ألفان وعشرة دراهم"),
            (3_000_00, "ثلاثة آلاف درهم"),
            (10_000_00, "عشرة آلاف درهم"),
            (11_000_00, "أحد عشر ألف درهم"),
            (11_500_00, "أحد عشر ألفًا وخمسمئة درهم"),
            (20_506_00, "عشرون ألفًا وخمسمئة وستة دراهم"),
            (100_000_00, "مئة ألف درهم"),
            (101_000_00, "مئة ألف وألف درهم"),
            (200_000_00, "مئتا ألف درهم"),
            (1_000_000_00, "مليون درهم"),
            (2_000_000_00, "مليونا درهم"),
            (2_500_000_00, "مليونان وخمسمئة ألف درهم"),
            (3_000_000_00, "ثلاثة ملايين درهم"),
            (12_000_000_00, "اثنا عشر مليون درهم"),
            (1_000_000_000_00, "مليار درهم"),
            (1_234_56, "ألف ومئتان وأربعة وثلاثون درهمًا وستة وخمسون فلسًا"),
            (25, "خمسة وعشرون فلسًا"),
            (1, "فلس واحد"),
            (2, "فلسان"),
            (5, "خمسة فلوس"),
            (11_02, "أحد عشر درهمًا وفلسان"),
            (-25_50, "سالب خمسة وعشرون درهمًا وخمسون فلسًا"),
        ] {
            assert_eq!(arabic(minor, Currency::Aed), words, "{minor}");
        }
    }

    #[test]
    fn halalas_and_baisas_are_feminine() {
        for (minor, words) in [
            (1, "هللة واحدة"),
            (2, "هللتان"),
            (3, "ثلاث هللات"),
            (8, "ثماني هللات"),
            (10, "عشر هللات"),
            (11, "إحدى عشرة هللة"),
            (12, "اثنتا عشرة هللة"),
            (13, "ثلاث عشرة هللة"),
            (18, "ثماني عشرة هللة"),
            (21, "إحدى وعشرون هللة"),
            (22, "اثنتان وعشرون هللة"),
            (28, "ثمانٍ وعشرون هللة"),
            (75, "خمس وسبعون هللة"),
            (3_50, "ثلاثة ريالات وخمسون هللة"),
            (11_00, "أحد عشر ريالًا"),
            (2_000_00, "ألفا ريال"),
        ] {
            assert_eq!(arabic(minor, Currency::Sar), words, "{minor}");
        }
        assert_eq!(arabic(1_103, Currency::Omr), "ريال واحد ومئة وثلاث بيسات");
        assert_eq!(arabic(208, Currency::Omr), "مئتان وثماني بيسات");
        assert_eq!(arabic(200, Currency::Omr), "مئتا بيسة");
    }

    #[test]
    fn the_other_currencies_in_arabic() {
        for (minor, currency, words) in [
            (3_250, Currency::Kwd, "ثلاثة دنانير ومئتان وخمسون فلسًا"),
            (12_005, Currency::Bhd, "اثنا عشر دينارًا وخمسة فلوس"),
            (5_05, Currency::Qar, "خمسة ريالات وخمسة دراهم"),
        ] {
            assert_eq!(arabic(minor, currency), words, "{minor}");
        }
    }

    #[test]
    fn amounts_in_english() {
        for (minor, currency, words) in [
            (0, Currency::Aed, "zero dirhams"),
            (1_00, Currency::Aed, "one dirham"),
            (2_00, Currency::Aed, "two dirhams"),
            (3_00, Currency::Aed, "three dirhams"),
            (10_00, Currency::Aed, "ten dirhams"),
            (11_00, Currency::Aed, "eleven dirhams"),
            (12_00, Currency::Aed, "twelve dirhams"),
            (40_00, Currency::Aed, "forty dirhams"),
            (99_00, Currency::Aed, "ninety-nine dirhams"),
            (100_00, Currency::Aed, "one hundred dirhams"),
            (101_00, Currency::Aed, "one hundred and one dirhams"),
            (200_00, Currency::Aed, "two hundred dirhams"),
            (1_000_00, Currency::Aed, "one thousand dirhams"),
            (1_001_00, Currency::Aed, "one thousand and one dirhams"),
            (2_000_00, Currency::Aed, "two thousand dirhams"),
            (11_000_00, Currency::Aed, "eleven thousand dirhams"),
            (
                20_506_00,
                Currency::Aed,
                "twenty thousand five hundred and six dirhams",
            ),
            (1_000_000_00, Currency::Aed, "one million dirhams"),
            (
                1_234_56,
                Currency::Aed,
                "one thousand two hundred and thirty-four dirhams and fifty-six fils",
            ),
            (1, Currency::Aed, "one fils"),
            (1, Currency::Sar, "one halala"),
            (2_25, Currency::Sar, "two riyals and twenty-five halalas"),
            (1_005, Currency::Omr, "one rial and five baisas"),
            (
                1_250,
                Currency::Kwd,
                "one dinar and two hundred and fifty fils",
            ),
            (-25, Currency::Qar, "minus twenty-five dirhams"),
        ] {
            assert_eq!(english(minor, currency), words, "{minor}");
        }
    }

    #[test]
    fn nothing_can_be_written_around_an_amount_in_words() {
        let money = Money::from_minor(3_00);
        for (language, words) in [
            (Language::Arabic, "فقط ثلاثة دراهم لا غير"),
            (Language::English, "three dirhams only"),
        ] {
            let shown =
                Texts::of(language, Digits::Latin).amount_in_words_only(money, Currency::Aed);
            assert_eq!(without_controls(&shown), words);
        }
    }
}
