//! The number in a text, exactly, or why there is none.
//!
//! Which words may stand beside it is decided one floor up in `reading`.

use super::Unreadable;
use crate::locale::normalise::{ascii_digit, clean};

/// A text cut into the number and what stands around it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    negative: bool,
    /// ASCII digits and separators, from the first digit to the last.
    body: String,
    /// What stands before or after, without signs and brackets.
    pub(super) word: String,
}

/// Cuts a text; whether its word may stand there is the caller's to say.
pub(super) fn cut(text: &str) -> Result<Cut, Unreadable> {
    let cleaned = clean(text);
    if cleaned.is_empty() {
        return Err(Unreadable::Empty);
    }
    let not_a_number = || Unreadable::NotANumber {
        text: cleaned.clone(),
    };
    let letters: Vec<char> = cleaned
        .chars()
        .map(|letter| ascii_digit(letter).unwrap_or(letter))
        .collect();
    let is_digit = |letter: &char| letter.is_ascii_digit();
    let mut start = letters.iter().position(is_digit).ok_or_else(not_a_number)?;
    let end = letters
        .iter()
        .rposition(is_digit)
        .expect("there is a first digit")
        + 1;
    if leads_with_separator(&letters[..start]) {
        start -= 1;
    }
    let after = match without_ending(&letters[end..]) {
        // `5.` is 5; `25.د.إ` has the dot of nothing either.
        ['.' | '٫', rest @ ..] => rest,
        rest => rest,
    };
    let around = [&letters[..start], after].concat();
    let minus_signs = around.iter().filter(|letter| is_minus(letter)).count();
    let brackets = (
        letters[..start].iter().filter(|l| **l == '(').count(),
        letters[end..].iter().filter(|l| **l == ')').count(),
    );
    let negative = match (minus_signs, brackets) {
        (0, (0, 0)) => false,
        (1, (0, 0)) | (0, (1, 1)) => true,
        _ => return Err(not_a_number()),
    };
    let word: String = [&letters[..start], &[' '], after]
        .concat()
        .into_iter()
        .filter(|letter| !is_minus(letter) && !matches!(letter, '+' | '(' | ')'))
        .collect();
    Ok(Cut {
        negative,
        body: letters[start..end].iter().collect(),
        word: word.trim().to_owned(),
    })
}

/// Takes the ending off by which merchants say that nothing follows an amount: `25/-`,
/// `25 /=`, `25.-`, `25,-`.
fn without_ending(after: &[char]) -> &[char] {
    let blanks = after.iter().take_while(|letter| letter.is_whitespace());
    match &after[blanks.count()..] {
        [
            '/' | '.' | ',' | '٫' | '،',
            '-' | '–' | '—' | '=',
            rest @ ..,
        ] => rest,
        _ => after,
    }
}

/// `.5` begins with its separator; the dot of `Dhs.5` ends a word.
fn leads_with_separator(before: &[char]) -> bool {
    match before {
        [] => false,
        [.., letter, '.' | '٫'] => !letter.is_alphabetic(),
        [only] => matches!(only, '.' | '٫'),
        _ => false,
    }
}

fn is_minus(letter: &char) -> bool {
    // Hyphen-minus, minus, non-breaking hyphen, en dash.
    matches!(letter, '-' | '−' | '‐' | '‑' | '–')
}

impl Cut {
    /// The number in units of `10^-fraction_digits`.
    pub(super) fn value(&self, fraction_digits: u32) -> Result<i64, Unreadable> {
        let signed = |size: i64| if self.negative { -size } else { size };
        match self.reading()? {
            Reading::Exact { whole, fraction } => {
                scaled(&whole, &fraction, fraction_digits, &self.body).map(signed)
            }
            Reading::Either {
                separator,
                whole,
                fraction,
            } => {
                let thousands = format!("{whole}{fraction}");
                let as_thousands = scaled(&thousands, "", fraction_digits, &self.body).map(signed);
                let as_fraction =
                    scaled(&whole, &fraction, fraction_digits, &self.body).map(signed);
                // In the Gulf a full stop marks the fraction and a comma the
                // thousands. The custom decides where the three digits are a
                // fraction the unit has, or cannot be one; elsewhere custom and
                // unit disagree, and only the writer knows.
                match separator {
                    '.' if fraction_digits >= 3 => as_fraction,
                    ',' if fraction_digits < 3 => as_thousands,
                    _ => Err(Unreadable::Ambiguous {
                        text: self.body.clone(),
                        as_thousands: as_thousands?,
                        as_fraction: as_fraction.ok(),
                    }),
                }
            }
        }
    }

    fn reading(&self) -> Result<Reading, Unreadable> {
        let not_a_number = || Unreadable::NotANumber {
            text: self.body.clone(),
        };
        let mut groups = vec![String::new()];
        let mut separators = Vec::new();
        for letter in self.body.chars() {
            if letter.is_ascii_digit() {
                groups.last_mut().expect("one group is open").push(letter);
            } else {
                separators.push(plain_separator(letter).ok_or_else(not_a_number)?);
                groups.push(String::new());
            }
        }
        let Some(&last) = separators.last() else {
            return Ok(Reading::whole(&groups));
        };
        let earlier = &separators[..separators.len() - 1];
        let last_is_unlike = !earlier.contains(&last);
        let earlier_are_alike = earlier.windows(2).all(|pair| pair[0] == pair[1]);
        if last == DECIMAL || (matches!(last, '.' | ',') && last_is_unlike) {
            let (fraction, whole) = groups.split_last().expect("a separator makes two groups");
            if !(last_is_unlike && earlier_are_alike && are_thousands(whole, earlier)) {
                return Err(not_a_number());
            }
            let could_be_thousands = earlier.is_empty()
                && last != DECIMAL
                && are_thousands(&groups, &separators)
                && !whole[0].starts_with('0');
            return Ok(if could_be_thousands {
                Reading::Either {
                    separator: last,
                    whole: whole[0].clone(),
                    fraction: fraction.clone(),
                }
            } else {
                Reading::Exact {
                    whole: whole.concat(),
                    fraction: fraction.clone(),
                }
            });
        }
        let all_alike = earlier.iter().all(|separator| *separator == last);
        if all_alike && are_thousands(&groups, &separators) {
            Ok(Reading::whole(&groups))
        } else {
            Err(not_a_number())
        }
    }
}

enum Reading {
    Exact {
        whole: String,
        fraction: String,
    },
    /// One full stop or comma before exactly three digits.
    Either {
        separator: char,
        whole: String,
        fraction: String,
    },
}

impl Reading {
    fn whole(groups: &[String]) -> Self {
        Reading::Exact {
            whole: groups.concat(),
            fraction: String::new(),
        }
    }
}

/// The separator that always marks a fraction.
const DECIMAL: char = '٫';
/// The separator that always marks thousands; spaces and apostrophes mean the same.
const THOUSANDS: char = '٬';

fn plain_separator(letter: char) -> Option<char> {
    match letter {
        '.' => Some('.'),
        ',' | '،' => Some(','),
        '٫' => Some(DECIMAL),
        '٬' | ' ' | '\'' | '’' => Some(THOUSANDS),
        _ => None,
    }
}

/// Whether the groups are what is left of a number cut into thousands. One group
/// alone, even empty (`.5`), is.
fn are_thousands(groups: &[String], separators: &[char]) -> bool {
    if separators.is_empty() {
        return true;
    }
    (1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3)
}

/// Puts whole and fraction together exactly. Zeros beyond the smallest unit say
/// nothing and are passed over.
fn scaled(
    whole: &str,
    fraction: &str,
    fraction_digits: u32,
    text: &str,
) -> Result<i64, Unreadable> {
    let allowed = fraction_digits as usize;
    let significant = fraction.trim_end_matches('0');
    if significant.len() > allowed {
        return Err(Unreadable::TooManyDecimals {
            found: significant.len(),
            allowed: fraction_digits,
        });
    }
    let digits = format!("{whole}{significant:0<allowed$}");
    digits.parse().map_err(|_| Unreadable::TooLarge {
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, fraction_digits: u32) -> Result<i64, Unreadable> {
        cut(text)?.value(fraction_digits)
    }

    #[test]
    fn numbers_with_one_meaning_are_read() {
        for (text, fraction_digits, value) in [
            ("0", 2, 0),
            ("25", 2, 2_500),
            ("25.5", 2, 2_550),
            ("25.00", 2, 2_500),
            ("٢٥٫٥٠", 2, 2_550),
            ("۲۵٫۵", 2, 2_550),
            ("٢٥.٥", 2, 2_550),
            ("12,5", 2, 1_250),
            ("1,234.56", 2, 123_456),
            ("1.234,56", 2, 123_456),
            ("1 234,56", 2, 123_456),
            ("1\u{a0}234.56", 2, 123_456),
            ("1\u{202f}234.56", 2, 123_456),
            ("1'234.56", 2, 123_456),
            ("١٠٬٩٧٢٫١٨", 2, 1_097_218),
            ("١،٢٣٤", 2, 123_400),
            ("1,250", 2, 125_000),
            ("1,234,567", 2, 123_456_700),
            ("1.234.567", 2, 123_456_700),
            ("1 000 000", 2, 100_000_000),
            (".5", 2, 50),
            ("٫٥", 2, 50),
            ("5.", 2, 500),
            ("0.250", 2, 25),
            ("12.5000", 2, 1_250),
            ("1.250", 3, 1_250),
            ("0.350", 3, 350),
            ("٠٫٣٥٠", 3, 350),
            ("1,234.567", 3, 1_234_567),
            ("1234,567", 3, 1_234_567),
            ("007", 0, 7),
            ("20,506", 0, 20_506),
        ] {
            assert_eq!(read(text, fraction_digits), Ok(value), "{text:?}");
        }
    }

    #[test]
    fn every_way_to_write_less_than_nothing() {
        for text in [
            "-25",
            "−25",
            "–25",
            "25-",
            "(25)",
            "( 25.00 )",
            "\u{61c}-25",
            "-\u{2066}25\u{2069}",
            "-٢٥",
            "- 25",
        ] {
            assert_eq!(read(text, 2), Ok(-2_500), "{text:?}");
        }
        assert_eq!(read("+25", 2), Ok(2_500));
    }

    #[test]
    fn what_can_be_meant_in_two_ways_is_asked_about() {
        for (text, fraction_digits, as_thousands, as_fraction) in [
            ("1.250", 2, 125_000, Some(125)),
            ("١.٢٥٠", 2, 125_000, Some(125)),
            ("1.255", 2, 125_500, None),
            ("-1.250", 2, -125_000, Some(-125)),
            ("1,250", 3, 1_250_000, Some(1_250)),
            ("1.250", 0, 1_250, None),
        ] {
            match read(text, fraction_digits) {
                Err(Unreadable::Ambiguous {
                    as_thousands: thousands,
                    as_fraction: fraction,
                    ..
                }) => {
                    assert_eq!(thousands, as_thousands, "{text:?}");
                    assert_eq!(fraction, as_fraction, "{text:?}");
                }
                other => panic!("{text:?} was read as {other:?}"),
            }
        }
    }

    #[test]
    fn finer_than_the_smallest_unit_is_refused() {
        for (text, fraction_digits, found) in [
            ("0.255", 2, 3),
            ("1234.567", 2, 3),
            ("1,234.567", 2, 3),
            ("1.2345", 3, 4),
            ("٢٥٫١٢٥", 2, 3),
        ] {
            let refusal = read(text, fraction_digits).expect_err(text);
            let allowed = fraction_digits;
            assert_eq!(refusal, Unreadable::TooManyDecimals { found, allowed });
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "abc", "-", ".", "1,23,456", "12 34", "1..5", "1,2.3,4", "1.2.3", "--5", "-5-", "(5",
            "5)", "-(5)", "1٫2٫3", "1e5", "10:30", "5/4", "25 و 50",
        ] {
            let refusal = read(text, 2).expect_err(text);
            assert!(
                matches!(refusal, Unreadable::NotANumber { .. }),
                "{text:?}: {refusal:?}"
            );
        }
        assert_eq!(read(" \u{200f} ", 2), Err(Unreadable::Empty));
        assert!(matches!(
            read("99999999999999999999", 2),
            Err(Unreadable::TooLarge { .. })
        ));
    }

    #[test]
    fn the_word_beside_a_number_is_cut_off() {
        for (text, word, value) in [
            ("AED 25.00", "AED", 2_500),
            ("25 د.إ", "د.إ", 2_500),
            ("25.00د.إ.", "د.إ.", 2_500),
            ("د.إ.25", "د.إ.", 2_500),
            ("Dhs.25/", "Dhs. /", 2_500),
            ("-AED 25", "AED", -2_500),
            ("(AED 25)", "AED", -2_500),
            ("٢٥ درهم", "درهم", 2_500),
        ] {
            let cut = cut(text).expect(text);
            assert_eq!((cut.word.as_str(), cut.value(2)), (word, Ok(value)));
        }
    }
}
