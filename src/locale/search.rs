//! Finds product lines (or families) by what somebody types, while they type.
//!
//! An index lives as long as the catalogue it was made of. Which spellings count
//! as one is `normalise`'s; what a found line looks like is the screen's.
//!
//! All keys stand in one text that is scanned anew for every query: at 20,000
//! lines that takes a fraction of a frame, and there is nothing to keep in step.

use std::collections::HashMap;

use super::normalise::search_key;

/// What is put into an index.
#[derive(Debug, Clone)]
pub struct Searchable<'a, Id> {
    pub id: Id,
    /// Names in every language, as they are written.
    pub names: &'a [&'a str],
    /// Codes that name the line exactly: its SKU and its barcode.
    pub codes: &'a [&'a str],
}

/// How well a line fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// What was typed is its SKU or barcode.
    Code,
    /// What was typed is one of its names.
    WholeName,
    /// A name begins with the first word typed; every other begins a word.
    NameStart,
    /// Every word typed begins a word.
    WordStart,
    /// Some word typed stands inside a word.
    Inside,
}

/// An index over names and codes.
#[derive(Debug, Clone)]
pub struct SearchIndex<Id> {
    ids: Vec<Id>,
    /// The keys of all lines. Each key stands between two [`BORDER`]s; a line ends
    /// with [`LINE_END`]. Keys hold letters, digits and spaces only.
    text: String,
    /// Where each line ends in `text`.
    ends: Vec<usize>,
    by_code: HashMap<String, Vec<usize>>,
}

const BORDER: char = '|';
const LINE_END: char = '\n';
const ARTICLE: &str = "ال";
/// A typed word this short may begin with ال by itself.
const LONGEST_WORD_WITHOUT_ARTICLE: usize = 4;

impl<Id: Copy> SearchIndex<Id> {
    /// Lines that fit equally well are found in the order they come in here.
    pub fn new<'a>(lines: impl IntoIterator<Item = Searchable<'a, Id>>) -> Self
    where
        Id: 'a,
    {
        let mut index = SearchIndex {
            ids: Vec::new(),
            text: String::new(),
            ends: Vec::new(),
            by_code: HashMap::new(),
        };
        for line in lines {
            index.add(&line);
        }
        index
    }

    fn add(&mut self, line: &Searchable<'_, Id>) {
        let place = self.ids.len();
        self.ids.push(line.id);
        self.text.push(BORDER);
        for text in line.names.iter().chain(line.codes) {
            let key = search_key(text);
            if !key.is_empty() {
                self.text.push_str(&key);
                self.text.push(BORDER);
            }
        }
        self.text.push(LINE_END);
        self.ends.push(self.text.len());
        for code in line.codes {
            let key = code_key(code);
            if !key.is_empty() {
                self.by_code.entry(key).or_default().push(place);
            }
        }
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The bytes a query looks through, for measuring.
    pub fn scanned_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }

    /// The lines whose SKU or barcode is exactly this. A barcode scanned on an
    /// Arabic keyboard is the same barcode.
    pub fn with_code(&self, code: &str) -> Vec<Id> {
        self.places_with_code(code)
            .iter()
            .map(|&place| self.ids[place])
            .collect()
    }

    /// The lines that hold every word typed, the best fit first, at most `limit`.
    /// Nothing typed finds nothing.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<(Id, Fit)> {
        let query = Query::new(typed);
        let by_code = self.places_with_code(typed);
        let mut found: Vec<(Fit, usize)> =
            by_code.iter().map(|&place| (Fit::Code, place)).collect();
        if let Some(rarest) = query.rarest_word() {
            let mut lines = self.ends.iter().enumerate();
            let mut looked_through = 0;
            for (at, _) in self.text.match_indices(rarest) {
                if at < looked_through {
                    continue;
                }
                // Hits come in order, so the line of one is found by going on.
                let (place, &end) = lines
                    .find(|&(_, &end)| at < end)
                    .expect("every hit lies in a line");
                looked_through = end;
                if by_code.contains(&place) {
                    continue;
                }
                if let Some(fit) = query.fit(self.line(place)) {
                    found.push((fit, place));
                }
            }
        }
        if found.len() > limit {
            found.select_nth_unstable(limit);
            found.truncate(limit);
        }
        found.sort_unstable();
        found
            .into_iter()
            .map(|(fit, place)| (self.ids[place], fit))
            .collect()
    }

    fn line(&self, place: usize) -> &str {
        let start = place
            .checked_sub(1)
            .map_or(0, |previous| self.ends[previous]);
        &self.text[start..self.ends[place]]
    }

    fn places_with_code(&self, code: &str) -> &[usize] {
        self.by_code.get(&code_key(code)).map_or(&[], Vec::as_slice)
    }
}

/// A code without case, dashes, spaces and the kind of its digits.
fn code_key(code: &str) -> String {
    search_key(code).replace(' ', "")
}

/// What was typed, ready to be held against lines.
struct Query {
    /// `|whole query|`, as it stands in a line with just this name.
    whole_name: String,
    words: Vec<String>,
}

impl Query {
    fn new(typed: &str) -> Self {
        let key = search_key(typed);
        let words = key
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(|word| without_article(word).to_owned())
            .collect();
        Query {
            whole_name: format!("{BORDER}{key}{BORDER}"),
            words,
        }
    }

    /// The word likely to stand in the fewest lines.
    fn rarest_word(&self) -> Option<&str> {
        self.words
            .iter()
            .max_by_key(|word| word.len())
            .map(String::as_str)
    }

    fn fit(&self, line: &str) -> Option<Fit> {
        let mut first = None;
        for word in &self.words {
            let place = best_place(line, word)?;
            if place == Fit::Inside {
                // The other words must be there too, but cannot better the fit.
                let all = self.words.iter().all(|word| line.contains(word.as_str()));
                return all.then_some(Fit::Inside);
            }
            first.get_or_insert(place);
        }
        if line.contains(&self.whole_name) {
            return Some(Fit::WholeName);
        }
        first
    }
}

/// The best place a word has in a line; `None` if it has none.
fn best_place(line: &str, word: &str) -> Option<Fit> {
    let mut best = None;
    for (at, _) in line.match_indices(word) {
        let before = &line[..at];
        let before = before
            .strip_suffix(ARTICLE)
            .filter(|rest| rest.ends_with([BORDER, ' ']))
            .unwrap_or(before);
        if before.ends_with(BORDER) {
            return Some(Fit::NameStart);
        }
        let fit = if before.ends_with(' ') {
            Fit::WordStart
        } else {
            Fit::Inside
        };
        best = Some(best.map_or(fit, |earlier: Fit| earlier.min(fit)));
    }
    best
}

fn without_article(word: &str) -> &str {
    if word.chars().count() <= LONGEST_WORD_WITHOUT_ARTICLE {
        return word;
    }
    word.strip_prefix(ARTICLE).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bazaar() -> SearchIndex<u32> {
        let lines: [(&[&str], &[&str]); 10] = [
            (&["تمر سكري", "Sukkari dates"], &["F01-01", "6281007000012"]),
            (&["كعك بالتمر", "Date cookies"], &["F01-02"]),
            (&["تمر", "Dates"], &["F01-03"]),
            (
                &["القهوة العربية", "Arabic coffee"],
                &["F02-01", "6281007000029"],
            ),
            (&["قهوة تركية", "Turkish coffee"], &["F02-02"]),
            (&["سجّادة صلاة", "Prayer rug"], &["F03-01"]),
            (&["دهن عود كمبودي", "Oud oil"], &["F04-01"]),
            (&["أُمّ علي", "Umm Ali"], &["F05-01"]),
            (&["بهارات مشكّلة ٥٠٠ جم", "Mixed spices 500 g"], &["F06-01"]),
            (&["مسعود", ""], &["F07-01"]),
        ];
        SearchIndex::new((0..).zip(&lines).map(|(id, (names, codes))| Searchable {
            id,
            names,
            codes,
        }))
    }

    #[test]
    fn the_best_fit_comes_first() {
        use Fit::*;
        for (typed, expected) in [
            ("تمر", &[(2, WholeName), (0, NameStart), (1, Inside)][..]),
            ("dates", &[(2, WholeName), (0, WordStart)]),
            ("date", &[(1, NameStart), (2, NameStart), (0, WordStart)]),
            ("عود", &[(6, WordStart), (9, Inside)]),
            ("6281007000029", &[(3, Code)]),
            ("٦٢٨١٠٠٧٠٠٠٠٢٩", &[(3, Code)]),
            ("f01-02", &[(1, Code)]),
            ("F0102", &[(1, Code)]),
            ("F01", &[(0, NameStart), (1, NameStart), (2, NameStart)]),
            ("", &[]),
            (" !? ", &[]),
            ("زعفران", &[]),
        ] {
            assert_eq!(bazaar().find(typed, 10), expected, "{typed:?}");
        }
    }

    #[test]
    fn spelling_is_forgiven() {
        for (typed, id) in [
            ("قهوه تركيه", 4),
            ("سجاده صلاه", 5),
            ("سجادة  صلاة", 5),
            ("ام على", 7),
            ("بهارات 500", 8),
            ("القهوة تركية", 4),
            ("ﻗﻬﻮة ﺗﺮﻛﻴﺔ", 4),
        ] {
            assert_eq!(
                bazaar().find(typed, 10).first().map(|found| found.0),
                Some(id),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn the_article_hides_no_word() {
        let found = bazaar().find("قهوة", 10);
        assert_eq!(found, [(3, Fit::NameStart), (4, Fit::NameStart)]);
        assert_eq!(bazaar().find("عربية", 10), [(3, Fit::WordStart)]);
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        for (typed, expected) in [
            ("coffee arab", &[(3, Fit::WordStart)][..]),
            ("arab coffee", &[(3, Fit::NameStart)]),
            ("قهوة arabic", &[(3, Fit::NameStart)]),
            ("عود مسعود", &[(9, Fit::Inside)]),
            ("قهوة تمر", &[]),
        ] {
            assert_eq!(bazaar().find(typed, 10), expected, "{typed:?}");
        }
    }

    #[test]
    fn no_more_than_asked_for_and_the_best_of_them() {
        assert_eq!(bazaar().find("تمر", 1), [(2, Fit::WholeName)]);
        assert!(bazaar().find("تمر", 0).is_empty());
    }

    #[test]
    fn lines_may_share_a_barcode() {
        let lines = [1, 2].map(|id| Searchable {
            id,
            names: &["عسل"],
            codes: &["628"],
        });
        let index = SearchIndex::new(lines);
        assert_eq!(index.with_code("٦٢٨"), [1, 2]);
        assert_eq!(index.find("628", 5), [(1, Fit::Code), (2, Fit::Code)]);
        assert!(index.with_code("629").is_empty());
        assert_eq!((index.len(), index.is_empty()), (2, false));
    }
}
