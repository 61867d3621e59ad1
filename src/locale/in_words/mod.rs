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
            (100, "درهم واحد"),
            (200, "درهمان"),
            (300, "ثلاثة دراهم"),
            (800, "ثمانية دراهم"),
            (1_000, "عشرة دراهم"),
            (1_100, "أحد عشر درهمًا"),
            (1_200, "اثنا عشر درهمًا"),
            (1_300, "ثلاثة عشر درهمًا"),
            (2_000, "عشرون درهمًا"),
            (2_100, "واحد وعشرون درهمًا"),
            (9_900, "تسعة وتسعون درهمًا"),
            (10_000, "مئة درهم"),
            (10_100, "مئة درهم ودرهم واحد"),
            (10_200, "مئة درهم ودرهمان"),
            (10_300, "مئة وثلاثة دراهم"),
            (11_100, "مئة وأحد عشر درهمًا"),
            (20_000, "مئتا درهم"),
            (22_500, "مئتان وخمسة وعشرون درهمًا"),
            (30_000, "ثلاثمئة درهم"),
            (80_000, "ثمانمئة درهم"),
            (100_000, "ألف درهم"),
            (100_100, "ألف درهم ودرهم واحد"),
            (200_000, "ألفا درهم"),
            (200_200, "ألفا درهم ودرهمان"),
            (201_000, "ألفان وعشرة دراهم"),
            (300_000, "ثلاثة آلاف درهم"),
            (1_000_000, "عشرة آلاف درهم"),
            (1_100_000, "أحد عشر ألف درهم"),
            (1_150_000, "أحد عشر ألفًا وخمسمئة درهم"),
            (2_050_600, "عشرون ألفًا وخمسمئة وستة دراهم"),
            (10_000_000, "مئة ألف درهم"),
            (10_100_000, "مئة ألف وألف درهم"),
            (20_000_000, "مئتا ألف درهم"),
            (100_000_000, "مليون درهم"),
            (200_000_000, "مليونا درهم"),
            (250_000_000, "مليونان وخمسمئة ألف درهم"),
            (300_000_000, "ثلاثة ملايين درهم"),
            (1_200_000_000, "اثنا عشر مليون درهم"),
            (100_000_000_000, "مليار درهم"),
            (123_456, "ألف ومئتان وأربعة وثلاثون درهمًا وستة وخمسون فلسًا"),
            (25, "خمسة وعشرون فلسًا"),
            (1, "فلس واحد"),
            (2, "فلسان"),
            (5, "خمسة فلوس"),
            (1_102, "أحد عشر درهمًا وفلسان"),
            (-2_550, "سالب خمسة وعشرون درهمًا وخمسون فلسًا"),
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
            (350, "ثلاثة ريالات وخمسون هللة"),
            (1_100, "أحد عشر ريالًا"),
            (200_000, "ألفا ريال"),
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
            (505, Currency::Qar, "خمسة ريالات وخمسة دراهم"),
        ] {
            assert_eq!(arabic(minor, currency), words, "{minor}");
        }
    }

    #[test]
    fn amounts_in_english() {
        for (minor, currency, words) in [
            (0, Currency::Aed, "zero dirhams"),
            (100, Currency::Aed, "one dirham"),
            (200, Currency::Aed, "two dirhams"),
            (300, Currency::Aed, "three dirhams"),
            (1_000, Currency::Aed, "ten dirhams"),
            (1_100, Currency::Aed, "eleven dirhams"),
            (1_200, Currency::Aed, "twelve dirhams"),
            (4_000, Currency::Aed, "forty dirhams"),
            (9_900, Currency::Aed, "ninety-nine dirhams"),
            (10_000, Currency::Aed, "one hundred dirhams"),
            (10_100, Currency::Aed, "one hundred and one dirhams"),
            (20_000, Currency::Aed, "two hundred dirhams"),
            (100_000, Currency::Aed, "one thousand dirhams"),
            (100_100, Currency::Aed, "one thousand and one dirhams"),
            (200_000, Currency::Aed, "two thousand dirhams"),
            (1_100_000, Currency::Aed, "eleven thousand dirhams"),
            (
                2_050_600,
                Currency::Aed,
                "twenty thousand five hundred and six dirhams",
            ),
            (100_000_000, Currency::Aed, "one million dirhams"),
            (
                123_456,
                Currency::Aed,
                "one thousand two hundred and thirty-four dirhams and fifty-six fils",
            ),
            (1, Currency::Aed, "one fils"),
            (1, Currency::Sar, "one halala"),
            (225, Currency::Sar, "two riyals and twenty-five halalas"),
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
        let money = Money::from_minor(300);
        for (language, words) in [
            (Language::Arabic, "فقط ثلاثة دراهم لا\u{a0}غير"),
            (Language::English, "three dirhams only"),
        ] {
            let shown =
                Texts::of(language, Digits::Latin).amount_in_words_only(money, Currency::Aed);
            assert_eq!(without_controls(&shown), words);
        }
    }
}
