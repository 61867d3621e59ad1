//! The check digit of a family's code: the `4` of `F22-4`.
//!
//! Damm's scheme (H. M. Damm, *Total anti-symmetrische Quasigruppen*, 2004): one
//! table, and a digit that is always 0 to 9. It notices every single wrong digit and
//! every two neighbours that changed places. Luhn misses 09 for 90, ISO 7064
//! MOD 11,10 some neighbours too, and MOD 37,36 would end codes in a letter that an
//! Arabic keyboard does not have. A letter goes in as the digits of its code point,
//! so that the letters of every alphabet count.
//!
//! A code carries one if it ends in a hyphen and a single digit after a number:
//! `F22-4`, not `F22`, nor `STALL-7`.

/// Row: what was reckoned so far. Column: the next digit.
const TABLE: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

/// What a code says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It carries no check digit.
    Plain,
    /// The digit fits what stands before it.
    Right { body: &'a str },
    /// It was mistyped somewhere.
    Wrong,
}

/// The value of a decimal digit, also of those Arabic and Persian write.
fn digit(letter: char) -> Option<u8> {
    let zero = match letter {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    u8::try_from(u32::from(letter) - u32::from(zero)).ok()
}

/// The check digit of a code that has none yet.
pub fn check_digit(body: &str) -> u8 {
    let mut interim = 0;
    let mut take = |digit: u8| interim = TABLE[usize::from(interim)][usize::from(digit)];
    for letter in body.chars().flat_map(char::to_uppercase) {
        match digit(letter) {
            Some(digit) => take(digit),
            None if letter.is_alphabetic() => u32::from(letter)
                .to_string()
                .bytes()
                .for_each(|byte| take(byte - b'0')),
            None => {}
        }
    }
    interim
}

/// A code with its check digit.
pub fn with_check_digit(body: &str) -> String {
    format!("{body}-{}", check_digit(body))
}

/// Whether a code carries a check digit, and whether it fits.
pub fn standing(code: &str) -> Standing<'_> {
    let Some((body, last)) = code.rsplit_once('-') else {
        return Standing::Plain;
    };
    let mut last = last.chars();
    match (last.next().and_then(digit), last.next()) {
        (Some(found), None) if body.chars().any(|letter| digit(letter).is_some()) => {
            match found == check_digit(body) {
                true => Standing::Right { body },
                false => Standing::Wrong,
            }
        }
        _ => Standing::Plain,
    }
}

/// A code without its check digit, if it carries one that fits.
pub fn body(code: &str) -> &str {
    match standing(code) {
        Standing::Right { body } => body,
        Standing::Plain | Standing::Wrong => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_example() {
        assert_eq!(check_digit("572"), 4);
        assert_eq!(standing("572-4"), Standing::Right { body: "572" });
        assert_eq!(standing("٥٧٢-٤"), Standing::Right { body: "٥٧٢" });
    }

    #[test]
    fn every_wrong_digit_and_every_swap_is_noticed() {
        for n in 0..10_000_u32 {
            let body = format!("F{n:04}");
            let code = with_check_digit(&body);
            assert_eq!(standing(&code), Standing::Right { body: &body });
            let places: Vec<usize> = [1, 2, 3, 4, 6].into();
            for (at, place) in places.iter().enumerate() {
                for digit in '0'..='9' {
                    let mut wrong = code.clone();
                    wrong.replace_range(*place..=*place, &digit.to_string());
                    assert_eq!(
                        standing(&wrong) == Standing::Wrong,
                        wrong != code,
                        "{wrong}"
                    );
                }
                let Some(next) = places.get(at + 1) else {
                    continue;
                };
                let mut swapped: Vec<u8> = code.clone().into_bytes();
                swapped.swap(*place, *next);
                let swapped = String::from_utf8(swapped).unwrap();
                assert_eq!(standing(&swapped) == Standing::Wrong, swapped != code);
            }
        }
    }

    #[test]
    fn a_wrong_letter_is_noticed_too() {
        let code = with_check_digit("F22");
        for letter in ('A'..='Z').filter(|letter| *letter != 'F') {
            let wrong = code.replace('F', &letter.to_string());
            // Two digits may change at once, of which one time in ten nothing shows.
            if (letter as u32) / 10 == 7 || (letter as u32).is_multiple_of(10) {
                assert_eq!(standing(&wrong), Standing::Wrong, "{wrong}");
            }
        }
        assert_eq!(
            standing(&code.to_lowercase()),
            Standing::Right { body: "f22" }
        );
    }

    #[test]
    fn codes_without_one_are_let_be() {
        for code in [
            "F01", "F21", "STALL-7", "F22-17", "F22-A", "-7", "F22-", "ق-٠١",
        ] {
            assert_eq!(standing(code), Standing::Plain, "{code}");
        }
    }
}
