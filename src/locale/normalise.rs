//! Forms of a text for finding and comparing, never for showing or storing instead.
//!
//! Arabic is typed in many ways: with or without hamza, with ى for ي or ه for ة,
//! with vowel marks, with a stretched line, on a Persian keyboard. A search key
//! forgives all of it. Finding with these keys lives in `search`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::id::Bilingual;

/// A text without what cannot be seen: compatibility forms folded (ﻻ to لا), bidi
/// controls, zero-widths and tatweel dropped, runs of any space made one space.
/// The words stay as they were written.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut space_is_due = false;
    for letter in text.nfkc() {
        if is_invisible(letter) {
            continue;
        }
        if letter.is_whitespace() {
            space_is_due = !cleaned.is_empty();
            continue;
        }
        if std::mem::take(&mut space_is_due) {
            cleaned.push(' ');
        }
        cleaned.push(letter);
    }
    cleaned
}

/// The ASCII digit of an Arabic-Indic (٧), Persian (۷) or ASCII digit.
pub fn ascii_digit(letter: char) -> Option<char> {
    let value = match letter {
        '0'..='9' => letter as u32 - '0' as u32,
        '٠'..='٩' => letter as u32 - '٠' as u32,
        '۰'..='۹' => letter as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// What a barcode scanner or a keyboard set to Arabic meant: every digit made
/// ASCII and every invisible mark dropped; letters stay as they are.
pub fn fold_digits(typed: &str) -> String {
    typed
        .chars()
        .filter(|&letter| !is_invisible(letter))
        .map(|letter| ascii_digit(letter).unwrap_or(letter))
        .collect()
}

/// Whether a text has an Arabic letter.
pub fn has_arabic(text: &str) -> bool {
    text.chars().any(is_arabic)
}

fn is_arabic(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// The form two spellings of one text share. Holds letters, ASCII digits and
/// single spaces only.
pub fn search_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for letter in clean(text).nfkd() {
        if is_combining_mark(letter) || letter == 'ء' {
            continue;
        }
        match ascii_digit(letter).unwrap_or_else(|| plain_letter(letter)) {
            plain if plain.is_alphanumeric() => key.extend(plain.to_lowercase()),
            _ if key.is_empty() || key.ends_with(' ') => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// The form two spellings of one transfer's or cheque's number share: a [`search_key`]
/// whose parts stand apart only where two digits would meet.
pub fn reference_key(reference: &str) -> String {
    let mut key = String::new();
    for part in search_key(reference).split(' ') {
        let meet = key.ends_with(|last: char| last.is_ascii_digit())
            && part.starts_with(|first: char| first.is_ascii_digit());
        if meet {
            key.push(' ');
        }
        key.push_str(part);
    }
    key
}

/// The form two spellings of one person's or family's name share: a
/// [`search_key`] without the article and without the word for family, with عبد
/// joined to what follows, and with one spelling of ابن and أبو.
pub fn name_key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut joins_next = false;
    for word in search_key(name).split(' ') {
        let word = match word {
            "" | "اسره" | "عايله" | "عائله" => continue,
            "ابن" => "بن",
            "ابي" | "ابا" => "ابو",
            other => other,
        };
        match words.last_mut() {
            Some(last) if joins_next => last.push_str(word),
            _ => words.push(without_article(word).to_owned()),
        }
        joins_next = word == "عبد";
    }
    words.join(" ")
}

/// Whether two names are one family's or package's: those in one language agree, or
/// one of them has none.
pub fn is_same_name(one: &Bilingual, other: &Bilingual) -> bool {
    let agree = |one: &str, other: &str| {
        let (one, other) = (name_key(one), name_key(other));
        (!one.is_empty() && !other.is_empty()).then(|| one == other)
    };
    let (ar, en) = (agree(&one.ar, &other.ar), agree(&one.en, &other.en));
    ar.or(en).unwrap_or(true)
}

/// A word this short may begin with ال by itself: ألم, الو.
const LONGEST_WORD_WITHOUT_ARTICLE: usize = 4;

fn without_article(word: &str) -> &str {
    if word.chars().count() <= LONGEST_WORD_WITHOUT_ARTICLE {
        return word;
    }
    word.strip_prefix("ال").unwrap_or(word)
}

/// One letter for all that people type in its place. The hamza carriers أ إ آ ؤ ئ
/// do not appear: decomposing them already left the bare letter and a mark.
fn plain_letter(letter: char) -> char {
    match letter {
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ھ' | 'ە' => 'ه',
        'ک' | 'ڪ' | 'گ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' | 'ڨ' => 'ف',
        other => other,
    }
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        // Tatweel, soft hyphen, Arabic letter mark.
        '\u{640}' | '\u{ad}' | '\u{61c}'
        // Zero-widths and the marks of direction.
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_keeps_the_words() {
        for (typed, cleaned) in [
            ("  قهوة \u{a0} عربية\t", "قهوة عربية"),
            ("\u{200f}تمـــر\u{200e}", "تمر"),
            ("\u{feff}ﻻ ﺑﺄس", "لا بأس"),
            ("كعكة   بالتمر\r\n", "كعكة بالتمر"),
            ("", ""),
            (" \u{200b} ", ""),
        ] {
            assert_eq!(clean(typed), cleaned);
        }
    }

    #[test]
    fn spellings_of_one_text_share_a_search_key() {
        for (spellings, key) in [
            (
                &["أُمّ خالد", "ام خالد", "إم  خالد", "أم خـالد", "آم خالد"][..],
                "ام خالد",
            ),
            (&["قهوة", "قهوه", "قَهْوَة", "ﻗﻬﻮة"], "قهوه"),
            (&["حلوى", "حلوي", "حلویٰ", "حَلْوَى"], "حلوي"),
            (&["كعك", "کعک", "ڪعڪ"], "كعك"),
            (&["مؤونة", "موونة", "موونه"], "موونه"),
            (
                &["بهارات ٥٠٠ جم", "بهارات 500 جم", "بهارات ۵۰۰ جم"],
                "بهارات 500 جم",
            ),
            (
                &["Oud Oil", "OUD oil", "oud-oil", "ｏｕｄ ｏｉｌ"],
                "oud oil",
            ),
            (&["ماء ورد", "ما ورد"], "ما ورد"),
            (&["سجّادة (صلاة)", "سجادة صلاة", "«سجادة» – صلاة!"], "سجاده صلاه"),
            (&["هٰذا", "هذا"], "هذا"),
            (&["Café", "cafe"], "cafe"),
            (&["", "!?", "\u{64b}"], ""),
        ] {
            for spelling in spellings {
                assert_eq!(search_key(spelling), key, "{spelling:?}");
            }
        }
    }

    #[test]
    fn different_words_keep_different_keys() {
        for (one, other) in [
            ("تمر", "تمور"),
            ("عود", "ورد"),
            ("F07", "F08"),
            ("سمن", "ثمن"),
        ] {
            assert_ne!(search_key(one), search_key(other));
        }
    }

    #[test]
    fn a_search_key_of_a_key_is_itself() {
        for text in ["أُمّ خالد", "Café – ٥٠٠", "ﷲ أكبر"] {
            let key = search_key(text);
            assert_eq!(search_key(&key), key);
        }
    }

    #[test]
    fn spellings_of_one_name_share_a_name_key() {
        for (spellings, key) in [
            (&["عبد الله", "عبدالله", "عبد اللّٰه"][..], "عبدالله"),
            (
                &["أسرة عبد الرحمن", "عائلة عبدالرحمن", "عبد الرحمٰن"],
                "عبدالرحمن",
            ),
            (&["أسرة الهاشمي", "عائلة هاشمي", "الهاشمى"], "هاشمي"),
            (&["محمد بن علي", "محمد ابن على"], "محمد بن علي"),
            (
                &["أبو ظافر", "ابو ظافر", "أبي ظافر", "أبا ظافر"],
                "ابو ظافر",
            ),
            (&["أم سالم الشامسي", "ام سالم شامسي"], "ام سالم شامسي"),
            (&["ألم"], "الم"),
            (&["أسرة"], ""),
        ] {
            for spelling in spellings {
                assert_eq!(name_key(spelling), key, "{spelling:?}");
            }
        }
    }

    #[test]
    fn a_scan_on_an_arabic_keyboard_reads_as_it_was_meant() {
        for (typed, meant) in [
            ("٦٢٨١٠٠٧٠٠٠٠١٢", "6281007000012"),
            ("۶۲۸", "628"),
            ("\u{200f}F٠٧-١٩\u{2069}", "F07-19"),
            ("123", "123"),
        ] {
            assert_eq!(fold_digits(typed), meant);
        }
    }
}
