//! Every text a person reads, by key and language.
//!
//! The texts themselves stand in `assets/locale/{ar,en}/*.ftl` and are compiled
//! into the program. Only `tr!` and `key!` name a key, so that
//! `tests/locale_keys.rs` can hold code and files to each other.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::language::{Digits, Direction, Language};
use super::{bidi, number};

/// The name of a text. Made by `key!` and `tr!` alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key(&'static str);

impl Key {
    /// For the macros `key!` and `tr!`, which the tests scan for; never called by hand.
    #[doc(hidden)]
    pub const fn declared(name: &'static str) -> Self {
        Key(name)
    }

    pub const fn name(self) -> &'static str {
        self.0
    }
}

/// What is put into a text: words as they are, or a count that chooses a plural form.
///
/// Money never comes as a count; it comes formatted by `number`, as words. So does
/// a number that is a name (a receipt number, a year), because counts are grouped.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    Words(Cow<'a, str>),
    Count(i64),
}

/// The texts of one language, with counts written in one kind of digits.
pub struct Texts {
    language: Language,
    digits: Digits,
    bundle: FluentBundle<FluentResource>,
}

/// The files of each language, in the order common, paper, app, desk, cli, notice, sheet,
/// figures, many.
const ARABIC_FILES: [&str; 9] = [
    include_str!("../../assets/locale/ar/common.ftl"),
    include_str!("../../assets/locale/ar/paper.ftl"),
    include_str!("../../assets/locale/ar/app.ftl"),
    include_str!("../../assets/locale/ar/desk.ftl"),
    include_str!("../../assets/locale/ar/cli.ftl"),
    include_str!("../../assets/locale/ar/notice.ftl"),
    include_str!("../../assets/locale/ar/sheet.ftl"),
    include_str!("../../assets/locale/ar/figures.ftl"),
    include_str!("../../assets/locale/ar/many.ftl"),
];
const ENGLISH_FILES: [&str; 9] = [
    include_str!("../../assets/locale/en/common.ftl"),
    include_str!("../../assets/locale/en/paper.ftl"),
    include_str!("../../assets/locale/en/app.ftl"),
    include_str!("../../assets/locale/en/desk.ftl"),
    include_str!("../../assets/locale/en/cli.ftl"),
    include_str!("../../assets/locale/en/notice.ftl"),
    include_str!("../../assets/locale/en/sheet.ftl"),
    include_str!("../../assets/locale/en/figures.ftl"),
    include_str!("../../assets/locale/en/many.ftl"),
];

/// A number beyond this would lose its last digit inside the plural rules.
const LARGEST_COUNT: u64 = 1 << 53;

impl Texts {
    /// The texts of a language. Parsed once, then shared by every thread. English
    /// is written in Latin digits whatever is chosen for Arabic.
    pub fn of(language: Language, digits: Digits) -> &'static Texts {
        static ARABIC_LATIN: LazyLock<Texts> =
            LazyLock::new(|| Texts::parse(Language::Arabic, Digits::Latin));
        static ARABIC_INDIC: LazyLock<Texts> =
            LazyLock::new(|| Texts::parse(Language::Arabic, Digits::ArabicIndic));
        static ENGLISH: LazyLock<Texts> =
            LazyLock::new(|| Texts::parse(Language::English, Digits::Latin));
        match (language, digits) {
            (Language::Arabic, Digits::Latin) => &ARABIC_LATIN,
            (Language::Arabic, Digits::ArabicIndic) => &ARABIC_INDIC,
            (Language::English, _) => &ENGLISH,
        }
    }

    fn parse(language: Language, digits: Digits) -> Texts {
        let files = match language {
            Language::Arabic => ARABIC_FILES,
            Language::English => ENGLISH_FILES,
        };
        let identifier: LanguageIdentifier = language
            .code()
            .parse()
            .expect("the codes are language identifiers");
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_formatter(Some(match digits {
            Digits::Latin => latin_count,
            Digits::ArabicIndic => arabic_indic_count,
        }));
        for file in files {
            let resource = FluentResource::try_new(file.to_owned())
                .expect("the files are compiled in and tested to parse");
            bundle
                .add_resource(resource)
                .expect("keys are tested to be unique across files");
        }
        Texts {
            language,
            digits,
            bundle,
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    pub fn digits(&self) -> Digits {
        self.digits
    }

    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// The text of a key without variables, for keys that come from a function.
    pub fn get(&self, key: Key) -> String {
        self.format(key, &[])
    }

    /// The text of a key with its variables put in, each inside an isolate. Where
    /// nothing else is left that tells which way it runs, it is kept in the
    /// language's own direction, since it may be put into another text.
    ///
    /// # Panics
    /// In builds with debug assertions, when the key or one of its variables is
    /// missing. In a release build the key itself is shown instead.
    pub fn format(&self, key: Key, args: &[(&'static str, Arg<'_>)]) -> String {
        let Some(pattern) = self
            .bundle
            .get_message(key.name())
            .and_then(|message| message.value())
        else {
            debug_assert!(false, "no text for the key {:?}", key.name());
            return key.name().to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, arg.as_value(self.language));
        }
        let mut faults: Vec<FluentError> = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut faults);
        debug_assert!(
            faults.is_empty(),
            "the text of {:?} cannot be made: {faults:?}",
            key.name()
        );
        bidi::settled(self.direction(), text.into_owned())
    }
}

impl Arg<'_> {
    fn as_value(&self, language: Language) -> FluentValue<'_> {
        match self {
            Arg::Words(words) => FluentValue::from(words.as_ref()),
            Arg::Count(count) => {
                assert!(
                    count.unsigned_abs() < LARGEST_COUNT,
                    "a count of things on a till stays far below this"
                );
                FluentValue::Number(number_for_plural(*count, language))
            }
        }
    }
}

/// The number by which Fluent chooses the plural form of a count.
///
/// The Arabic forms for 3–10 and 11–99 go by the last two digits (CLDR: 103 takes
/// the form of 3), but `intl_pluralrules` 7.0 looks at the whole number. So the
/// hundreds are set aside in an option that nothing reads but [`written_count`].
fn number_for_plural(count: i64, language: Language) -> FluentNumber {
    let mut options = FluentNumberOptions::default();
    let mut deciding = count;
    if language == Language::Arabic && count > 100 && count % 100 >= 3 {
        let hundreds = usize::try_from(count / 100).expect("a count above 100 is positive");
        options.minimum_significant_digits = Some(hundreds);
        deciding = count % 100;
    }
    // Exact, since counts stay below 2^53.
    FluentNumber::new(deciding as f64, options)
}

fn written_count(number: &FluentNumber, digits: Digits) -> String {
    let hundreds = number.options.minimum_significant_digits.unwrap_or(0) as i64;
    number::count(hundreds * 100 + number.value as i64, digits)
}

/// Writes the counts inside texts. Generic because Fluent hands over its own cache
/// of plural rules, which counts do not need.
fn latin_count<Cache>(value: &FluentValue<'_>, _cache: &Cache) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written_count(number, Digits::Latin)),
        _ => None,
    }
}

fn arabic_indic_count<Cache>(value: &FluentValue<'_>, _cache: &Cache) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written_count(number, Digits::ArabicIndic)),
        _ => None,
    }
}

macro_rules! words_from {
    ($($kind:ty),+) => {$(
        impl<'a> From<$kind> for Arg<'a> {
            fn from(words: $kind) -> Self {
                Arg::Words(words.into())
            }
        }
    )+};
}
words_from!(&'a str, &'a String, String, Cow<'a, str>);

macro_rules! count_from {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg<'_> {
            fn from(count: $kind) -> Self {
                Arg::Count(i64::try_from(count).expect("a count of things fits 63 bits"))
            }
        }
    )+};
}
count_from!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

/// Names a text whose key is chosen while the program runs.
///
/// `key!("role-cashier")` for a text without variables, `key!("late-sales", count)`
/// to declare which variables will be passed to [`Texts::format`].
#[macro_export]
macro_rules! key {
    ($key:literal $(, $name:ident)* $(,)?) => {
        $crate::locale::texts::Key::declared($key)
    };
}

/// Says a text: `tr!(texts, "key")` or `tr!(texts, "key", name = value, …)`.
#[macro_export]
macro_rules! tr {
    ($texts:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $texts.format(
            $crate::locale::texts::Key::declared($key),
            &[$((stringify!($name), $crate::locale::texts::Arg::from($value))),*],
        )
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::bidi::without_controls;

    #[test]
    fn texts_are_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Texts>();
    }

    #[test]
    fn arabic_counts_take_all_six_forms() {
        let texts = Texts::of(Language::Arabic, Digits::Latin);
        for (count, expected) in [
            (0, "لا أصناف"),
            (1, "صنف واحد"),
            (2, "صنفان"),
            (3, "3 أصناف"),
            (10, "10 أصناف"),
            (11, "11 صنفًا"),
            (99, "99 صنفًا"),
            (100, "100 صنف"),
            (102, "102 صنف"),
            (103, "103 أصناف"),
            (200, "200 صنف"),
            (310, "310 أصناف"),
            (1_111, "1,111 صنفًا"),
            (20_506, "20,506 أصناف"),
        ] {
            let said = tr!(texts, "count-lines", count = count);
            assert_eq!(without_controls(&said), expected, "{count}");
        }
    }

    #[test]
    fn english_counts_take_two_forms() {
        let texts = Texts::of(Language::English, Digits::Latin);
        for (count, expected) in [
            (0, "0 product lines"),
            (1, "1 product line"),
            (2, "2 product lines"),
            (20_506, "20,506 product lines"),
        ] {
            let said = tr!(texts, "count-lines", count = count);
            assert_eq!(without_controls(&said), expected, "{count}");
        }
    }

    #[test]
    fn counts_follow_the_chosen_digits() {
        let texts = Texts::of(Language::Arabic, Digits::ArabicIndic);
        let said = tr!(texts, "count-families", count = 1250);
        assert_eq!(without_controls(&said), "١٬٢٥٠ أسرة");
        let english = Texts::of(Language::English, Digits::ArabicIndic);
        assert_eq!(english.digits(), Digits::Latin);
    }

    #[test]
    fn what_is_put_in_stands_in_its_own_isolate() {
        let texts = Texts::of(Language::Arabic, Digits::Latin);
        assert_eq!(
            tr!(texts, "count-families", count = 21),
            "\u{2068}21\u{2069} أسرة"
        );
    }

    #[test]
    fn a_text_of_nothing_but_variables_runs_the_way_of_its_language() {
        let said = |language| {
            let texts = Texts::of(language, Digits::Latin);
            let (amount, tender) = ("71.00", "card");
            tr!(
                texts,
                "notice-orders-paid-by",
                amount = amount,
                tender = tender
            )
        };
        let pieces = "\u{2068}71.00\u{2069} (\u{2068}card\u{2069})";
        assert_eq!(said(Language::Arabic), bidi::right_to_left(pieces));
        assert_eq!(said(Language::English), bidi::left_to_right(pieces));
    }

    #[test]
    #[should_panic(expected = "cannot be made")]
    fn a_missing_variable_is_a_bug() {
        Texts::of(Language::English, Digits::Latin).get(Key::declared("count-lines"));
    }

    #[test]
    #[should_panic(expected = "no text for the key")]
    fn a_missing_key_is_a_bug() {
        Texts::of(Language::English, Digits::Latin).get(Key::declared("no-such-key"));
    }
}
