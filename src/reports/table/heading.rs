//! What a heading means: its spelling reduced to a key, looked up among the
//! aliases of a vocabulary, then in parts, then by likeness. Which row holds the
//! headings is decided in `header`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::order_columns::OrderColumn;
use super::vocabulary::{Column, FamilyColumn, LineColumn, SaleColumn};
use super::word;
use crate::domain::family::Unit;
use crate::locale::normalise::{has_arabic, search_key};

/// How surely a heading stands for a column; the surer comes first. The number
/// is the alias's place in its list, where the better alias comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sureness {
    /// The whole heading is an alias.
    Whole(usize),
    /// The heading names something that two columns hold, one per script.
    ByScript(usize),
    /// A part of it is: one language of two, or the words outside brackets.
    Part(usize),
    /// It is one slip of the pen away from an alias.
    Likeness(usize),
}

impl Sureness {
    /// What a heading so understood adds to the score of its row.
    pub(super) fn weight(self) -> u32 {
        match self {
            Sureness::Whole(_) => 4,
            Sureness::ByScript(_) | Sureness::Part(_) => 3,
            Sureness::Likeness(_) => 2,
        }
    }
}

/// What a heading stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning<C> {
    One(C),
    /// The first when the cells under it are Arabic, else the second.
    ByScript(C, C),
}

/// A vocabulary whose aliases are put in order once.
pub trait Known: Sized + 'static {
    fn known() -> &'static Aliases<Self>;
}

macro_rules! known {
    ($($column:ty),*) => {$(
        impl Known for $column {
            fn known() -> &'static Aliases<Self> {
                static KNOWN: OnceLock<Aliases<$column>> = OnceLock::new();
                KNOWN.get_or_init(Aliases::new)
            }
        }
    )*};
}
known!(FamilyColumn, LineColumn, SaleColumn, OrderColumn);

/// The aliases of one vocabulary by their keys.
pub struct Aliases<C> {
    by_key: BTreeMap<String, (Meaning<C>, usize)>,
    /// The words of those long enough for likeness, with their letters counted.
    long: Vec<(usize, Vec<String>)>,
}

/// Shortest word of a heading that may have a slip.
const SLIPS_FROM_LETTERS: usize = 4;

/// Shortest key that likeness is tried on: shorter words differ by a letter and
/// mean something else ("cost", "code").
const LIKENESS_FROM_LETTERS: usize = 5;

impl<C: Column> Aliases<C> {
    fn new() -> Aliases<C> {
        let mut by_key = BTreeMap::new();
        for (arabic, latin, aliases) in C::BY_SCRIPT {
            for (rank, alias) in aliases.iter().enumerate() {
                by_key.insert(key(alias), (Meaning::ByScript(*arabic, *latin), rank));
            }
        }
        for column in C::ALL {
            by_key.insert(key(column.name()), (Meaning::One(*column), 0));
            for (rank, alias) in column.aliases().iter().enumerate() {
                by_key
                    .entry(key(alias))
                    .or_insert((Meaning::One(*column), rank));
            }
        }
        let own = C::ALL.iter().copied();
        let own = own.flat_map(|column| {
            [column.name()]
                .into_iter()
                .chain(column.aliases().iter().copied())
        });
        let shared = C::BY_SCRIPT
            .iter()
            .flat_map(|(_, _, aliases)| aliases.iter().copied());
        let long = own.chain(shared).map(words);
        let long = long.map(|words| (letters(&words), words));
        let long = long.filter(|(letters, _)| *letters >= LIKENESS_FROM_LETTERS);
        let long = long.collect();
        Aliases { by_key, long }
    }

    /// What a heading stands for, if anything.
    pub(super) fn meaning(&self, heading: &str) -> Option<(Meaning<C>, Sureness)> {
        let sure = self.sure_meaning(heading);
        sure.or_else(|| self.alike(heading))
    }

    /// The same without regard to slips of the pen.
    pub(super) fn sure_meaning(&self, heading: &str) -> Option<(Meaning<C>, Sureness)> {
        let whole = |text: &str| self.by_key.get(&key(text)).copied();
        if let Some((meaning, rank)) = whole(heading) {
            let sureness = match meaning {
                Meaning::One(_) => Sureness::Whole(rank),
                Meaning::ByScript(..) => Sureness::ByScript(rank),
            };
            return Some((meaning, sureness));
        }
        let parts = parts(heading);
        let in_parts = parts.iter().find_map(|part| whole(part));
        in_parts
            .or_else(|| self.in_halves(heading))
            .map(|(meaning, rank)| (meaning, Sureness::Part(rank)))
    }

    /// What each half of "السعر / Price" stands for. A half in the same script that
    /// means something else, as in "Price - cost", makes it another heading.
    fn in_halves(&self, heading: &str) -> Option<(Meaning<C>, usize)> {
        let outside = outside_brackets(heading);
        let halves = outside.split(['/', '|', '\n', '\r', '-', '–', '—', ':', '،']);
        let halves: Vec<String> = halves.map(without_currency).collect();
        let halves = halves.iter().filter(|half| !half.trim().is_empty());
        let meant = halves.clone().filter_map(|half| {
            let meaning = self.by_key.get(&key(half)).copied()?;
            Some((half, meaning))
        });
        let meant: Vec<_> = meant.collect();
        let (first, (meaning, rank)) = *meant.first()?;
        let fits = |half: &String| {
            let said = meant.iter().find(|(known, _)| *known == half);
            match said {
                Some((_, (other, _))) => *other == meaning,
                None => has_arabic(half) != has_arabic(first) || is_piece(half),
            }
        };
        halves.clone().all(fits).then_some((meaning, rank))
    }

    /// The only meaning within a slip of the pen of the heading, or two in a long one.
    /// Two meanings equally near are none.
    fn alike(&self, heading: &str) -> Option<(Meaning<C>, Sureness)> {
        let heading = words(heading);
        if heading
            .iter()
            .any(|word| OTHER_WORDS.contains(&word.as_str()))
        {
            return None;
        }
        let letters = letters(&heading);
        if letters < LIKENESS_FROM_LETTERS {
            return None;
        }
        let allowed = if letters < 9 { 1 } else { 2 };
        let as_long = self.long.iter();
        let as_long = as_long.filter(|(in_alias, _)| in_alias.abs_diff(letters) <= allowed);
        let near = as_long.filter_map(|(_, alias)| {
            let slips = slips(&heading, alias)?;
            Some((slips, &self.by_key[&alias.concat()]))
        });
        let mut near: Vec<_> = near.filter(|(slips, _)| *slips <= allowed).collect();
        near.sort_by_key(|(slips, _)| *slips);
        let (fewest, (meaning, rank)) = near.first()?;
        let rivals = near.iter().filter(|(slips, _)| slips == fewest);
        let unrivalled = rivals.clone().all(|(_, (other, _))| other == meaning);
        unrivalled.then_some((*meaning, Sureness::Likeness(*rank)))
    }
}

fn letters(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// Words that are a letter away from one of a heading and mean something else.
const OTHER_WORDS: [&str; 4] = ["contract", "contracts", "cost", "costs"];

/// How many slips lie between two headings, at most one in a word; a short word has
/// none, as another letter makes another word of it. Where the spaces differ, one slip.
fn slips(heading: &[String], alias: &[String]) -> Option<usize> {
    if heading.len() != alias.len() {
        let slips = strsim::damerau_levenshtein(&heading.concat(), &alias.concat());
        return (slips <= 1).then_some(slips);
    }
    let mut sum = 0;
    for (written, meant) in heading.iter().zip(alias) {
        let slips = strsim::damerau_levenshtein(written, meant);
        let is_short = meant.chars().count() < SLIPS_FROM_LETTERS;
        if slips > usize::from(!is_short) {
            return None;
        }
        sum += slips;
    }
    Some(sum)
}

/// The parts of a heading worth trying alone, better ones first: the words outside
/// brackets or before a currency, and those inside.
fn parts(heading: &str) -> Vec<String> {
    let outside = outside_brackets(heading);
    let inside: String = heading
        .split_once(['(', '['])
        .map_or("", |(_, rest)| rest)
        .trim_end_matches([')', ']'])
        .to_owned();
    let parts = [outside.clone(), without_currency(&outside), inside];
    let mut distinct: Vec<String> = Vec::new();
    for part in parts.iter().map(|part| part.trim()) {
        let is_new = part != heading.trim() && distinct.iter().all(|known| known != part);
        if is_new && !part.is_empty() {
            distinct.push(part.to_owned());
        }
    }
    distinct
}

/// "السعر / الحبة": a price of one piece is the price.
fn is_piece(text: &str) -> bool {
    matches!(word::meant(text, word::UNITS), Ok(Unit::Each))
}

fn outside_brackets(heading: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::new();
    for mark in heading.chars() {
        match mark {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(mark),
            _ => {}
        }
    }
    outside
}

fn without_currency(heading: &str) -> String {
    const CURRENCIES: [&str; 22] = [
        "درهم",
        "بالدرهم",
        "دراهم",
        "ريال",
        "بالريال",
        "ريالات",
        "دينار",
        "بالدينار",
        "إماراتي",
        "سعودي",
        "قطري",
        "aed",
        "sar",
        "qar",
        "kwd",
        "bhd",
        "omr",
        "dhs",
        "dirham",
        "dirhams",
        "riyal",
        "in",
    ];
    static KEYS: OnceLock<[String; 22]> = OnceLock::new();
    let currencies = KEYS.get_or_init(|| CURRENCIES.map(key));
    let words = heading.split_whitespace();
    let kept = words.filter(|word| !currencies.contains(&key(word)));
    kept.collect::<Vec<_>>().join(" ")
}

/// The key of a heading: normalised as names are for searching, without the
/// Arabic article, spaces and punctuation, so that "سعر الوحدة", "السعر_للوحده"
/// and "Unit Price", "unit_price" meet.
pub(super) fn key(heading: &str) -> String {
    words(heading).concat()
}

/// The same word by word.
fn words(heading: &str) -> Vec<String> {
    let normalised = search_key(heading);
    let words = normalised.split_whitespace();
    words.map(|word| without_article(word).to_owned()).collect()
}

/// Words a row of totals is known by, without the article.
const TOTALS: [&str; 14] = [
    "مجموع",
    "مجموع كلي",
    "مجموع عام",
    "مجموع نهائي",
    "مجموع فرعي",
    "إجمالي",
    "إجمالي عام",
    "إجمالي كلي",
    "إجمالي فرعي",
    "total",
    "totals",
    "sub total",
    "grand total",
    "sum",
];

fn totals() -> &'static [String; 14] {
    static KEYS: OnceLock<[String; 14]> = OnceLock::new();
    KEYS.get_or_init(|| TOTALS.map(key))
}

/// Whether a text is the word for a total and nothing else.
pub(super) fn is_total(text: &str) -> bool {
    totals().contains(&key(text))
}

/// Whether a text begins as one: "إجمالي المبيعات", "Total of 12 items".
pub(super) fn begins_as_total(text: &str) -> bool {
    totals().contains(&first_word(text))
}

/// Words a foot under a list begins with: who signs, how many they are, remarks.
const FEET: [&str; 14] = [
    "توقيع",
    "اعتماد",
    "إعداد",
    "عدد",
    "ملاحظة",
    "ملاحظات",
    "ختم",
    "تاريخ",
    "signature",
    "signed",
    "note",
    "notes",
    "prepared",
    "number",
];

/// Whether a text begins as the foot of a list: "توقيع المسؤول", "عدد الأسر".
pub(super) fn begins_as_foot(text: &str) -> bool {
    static KEYS: OnceLock<[String; 14]> = OnceLock::new();
    let feet = KEYS.get_or_init(|| FEET.map(key));
    feet.contains(&first_word(text))
}

/// The key of the first word of a text; empty where it has none.
fn first_word(text: &str) -> String {
    words(text).into_iter().next().unwrap_or_default()
}

fn without_article(word: &str) -> &str {
    let bare = word.strip_prefix("ال").or_else(|| word.strip_prefix("لل"));
    bare.filter(|bare| bare.chars().count() >= 2)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::table::{FamilyColumn, LineColumn, SaleColumn};

    #[test]
    fn headings_are_understood_however_they_are_written() {
        use LineColumn::*;
        let aliases = LineColumn::known();
        for (heading, expected) in [
            ("unit_price", UnitPrice),
            ("Unit Price", UnitPrice),
            ("unitPrice", UnitPrice),
            ("UNIT-PRICE *", UnitPrice),
            ("سعر الوحدة", UnitPrice),
            ("سعر الوحده", UnitPrice),
            ("السِّعر", UnitPrice),
            ("السعر (درهم)", UnitPrice),
            ("السعر بالريال", UnitPrice),
            ("Price AED", UnitPrice),
            ("السعر / Price", UnitPrice),
            ("السعر\nPrice", UnitPrice),
            ("Unti Price", UnitPrice),
            ("رمز الأسرة", FamilyCode),
            ("رمز الاسره", FamilyCode),
            ("Family Code", FamilyCode),
            ("اسم الصنف (عربي)", NameAr),
            ("اسم الصنف (English)", NameEn),
            ("الباركود", Barcode),
            ("حسب الطلب", MadeToOrder),
            ("السعر / الحبة", UnitPrice),
        ] {
            let meaning = aliases.meaning(heading).map(|(meaning, _)| meaning);
            assert_eq!(meaning, Some(Meaning::One(expected)), "{heading}");
        }
        for strange in [
            "ملاحظات",
            "م",
            "#",
            "No.",
            "هاتف المورد",
            "",
            "12.50",
            "Price excluding VAT",
            "price excl vat",
            "Product cost",
            "Price - cost",
            "Price / kg",
            "Family member",
        ] {
            assert_eq!(aliases.meaning(strange), None, "{strange}");
        }
    }

    #[test]
    fn a_price_is_one_in_every_table() {
        for heading in ["price", "السعر", "الثمن", "Price incl. VAT", "سعر البيع"]
        {
            let line = LineColumn::known().meaning(heading);
            assert!(
                matches!(line, Some((Meaning::One(LineColumn::UnitPrice), _))),
                "{heading}"
            );
            let sale = SaleColumn::known().meaning(heading);
            assert!(
                matches!(sale, Some((Meaning::One(SaleColumn::UnitPrice), _))),
                "{heading}"
            );
            let order = OrderColumn::known().meaning(heading);
            assert!(
                matches!(order, Some((Meaning::One(OrderColumn::UnitPrice), _))),
                "{heading}"
            );
        }
    }

    #[test]
    fn a_name_without_a_language_waits_for_its_cells() {
        let aliases = FamilyColumn::known();
        for heading in ["الاسم", "اسم الأسرة", "name", "Family name"] {
            let meaning = aliases.meaning(heading).map(|(meaning, _)| meaning);
            let expected = Meaning::ByScript(FamilyColumn::NameAr, FamilyColumn::NameEn);
            assert_eq!(meaning, Some(expected), "{heading}");
        }
    }

    #[test]
    fn no_alias_stands_for_two_columns() {
        fn check<C: Column>() {
            let mut seen = BTreeMap::<String, Meaning<C>>::new();
            let mut claim = |alias: &str, meaning: Meaning<C>| {
                let earlier = seen.insert(key(alias), meaning);
                let agrees = earlier.is_none_or(|earlier| earlier == meaning);
                assert!(agrees, "{alias} stands for {earlier:?} and {meaning:?}");
            };
            for column in C::ALL {
                claim(column.name(), Meaning::One(*column));
                for alias in column.aliases() {
                    claim(alias, Meaning::One(*column));
                }
            }
            for (arabic, latin, aliases) in C::BY_SCRIPT {
                for alias in *aliases {
                    claim(alias, Meaning::ByScript(*arabic, *latin));
                }
            }
        }
        check::<FamilyColumn>();
        check::<LineColumn>();
        check::<SaleColumn>();
        check::<OrderColumn>();
    }
}
