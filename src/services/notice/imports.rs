//! Words for files that can't be taken in: the whole file, or place by place.

use crate::locale::reading::Unreadable;
use crate::locale::{Key, Language, Texts, bidi};
use crate::reports::table::{CellReason, Looks, Place, TableFault, TableKind};
use crate::services::import::{ImportRefusal, Problem, ProblemReason};
use crate::{key, tr};

use super::{Said, Words, say};

/// A place of a file that can't be taken in, in words: where it is, and what stands
/// there and why that can't be read.
pub fn problem_in_words(problem: &Problem, texts: &'static Texts) -> (String, String) {
    let words = Words {
        texts,
        currency: None,
    };
    (words.place(&problem.place), words.problem_said(problem))
}

impl Words {
    pub(super) fn import(&self, refusal: &ImportRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            ImportRefusal::Problems(problems) => {
                let mut text = tr!(
                    texts,
                    "notice-import-problems",
                    count = problems.len() as i64
                );
                for problem in problems {
                    text.push('\n');
                    text.push_str(&self.problem(problem));
                }
                say(text, tr!(texts, "notice-do-mend-file"))
            }
            ImportRefusal::TakenAlready { file_name, on } => say(
                tr!(
                    texts,
                    "notice-import-taken",
                    file = bidi::first_strong(file_name),
                    date = texts.date_short(*on)
                ),
                tr!(texts, "notice-do-other-file"),
            ),
            ImportRefusal::DayTraded(day) => say(
                tr!(
                    texts,
                    "notice-import-day-traded",
                    date = texts.date_short(*day)
                ),
                tr!(texts, "notice-do-take-days-out"),
            ),
            ImportRefusal::BeforeLastDay { file, last } => say(
                tr!(
                    texts,
                    "notice-import-before-last",
                    date = texts.date_short(*file),
                    last = texts.date_short(*last)
                ),
                tr!(texts, "notice-do-take-days-out"),
            ),
            ImportRefusal::DayOpen(day) => say(
                tr!(
                    texts,
                    "notice-import-day-open",
                    date = texts.date_short(*day)
                ),
                tr!(texts, "notice-do-close-day-then-import"),
            ),
            ImportRefusal::RegisterChanged => say(
                tr!(texts, "notice-import-register-changed"),
                tr!(texts, "notice-import-do-preview-again"),
            ),
        }
    }

    /// One line of the list: where, what stands there, and why it can't be read.
    fn problem(&self, problem: &Problem) -> String {
        let place = self.place(&problem.place);
        let said = self.problem_said(problem);
        tr!(
            self.texts,
            "notice-import-place",
            place = place,
            reason = said
        )
    }

    /// What stands in the place and why it can't be read.
    fn problem_said(&self, problem: &Problem) -> String {
        let reason = self.problem_reason(&problem.reason);
        if problem.text.is_empty() {
            return reason;
        }
        tr!(
            self.texts,
            "notice-import-text-reason",
            text = bidi::first_strong(&problem.text),
            reason = reason
        )
    }

    fn place(&self, place: &Place) -> String {
        if let Some(path) = &place.path {
            let order = place.row.to_string();
            let path = bidi::left_to_right(path);
            return tr!(
                self.texts,
                "notice-orders-place",
                order = order,
                path = path
            );
        }
        let column = match (&place.letter, &place.heading) {
            (Some(letter), Some(heading)) => {
                let letter = bidi::left_to_right(letter);
                let heading = bidi::first_strong(heading);
                let direction = self.texts.direction();
                bidi::settled(direction, format!("{letter} ({heading})"))
            }
            _ => place.column.to_owned(),
        };
        tr!(
            self.texts,
            "notice-place",
            sheet = place.sheet.as_str(),
            row = place.row.to_string(),
            column = column
        )
    }

    fn problem_reason(&self, reason: &ProblemReason) -> String {
        let texts = self.texts;
        match reason {
            ProblemReason::Cell(reason) => self.cell_reason(reason),
            ProblemReason::BadCode => tr!(texts, "notice-cell-bad-code"),
            ProblemReason::Twice { first_row } => {
                tr!(texts, "notice-cell-twice", row = first_row.to_string())
            }
            ProblemReason::UnknownPackage => tr!(texts, "notice-cell-unknown-package"),
            ProblemReason::AmbiguousFamily { codes } => {
                let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
                tr!(
                    texts,
                    "notice-cell-ambiguous-family",
                    codes = codes.join(", ")
                )
            }
            ProblemReason::OtherAccount { code } => {
                tr!(texts, "notice-cell-other-account", code = code.as_str())
            }
            ProblemReason::NoCodeLeft => tr!(texts, "notice-cell-no-code-left"),
            ProblemReason::UnknownFamily => tr!(texts, "notice-cell-unknown-family"),
            ProblemReason::CheckDigitWrong => tr!(texts, "notice-cell-check-digit"),
            ProblemReason::CheckDigitMissing { known } => {
                tr!(texts, "notice-cell-check-missing", known = known.as_str())
            }
            ProblemReason::UnknownProductLine => tr!(texts, "notice-cell-unknown-line"),
            ProblemReason::AmbiguousName { skus } => {
                tr!(texts, "notice-cell-ambiguous-name", skus = skus.join(", "))
            }
            ProblemReason::OtherFamily { family } => {
                tr!(texts, "notice-cell-other-family", family = family.as_str())
            }
            ProblemReason::BarcodeTaken { sku } => {
                tr!(texts, "notice-cell-barcode-taken", sku = sku.as_str())
            }
            ProblemReason::TaxNumberMissing => tr!(texts, "notice-cell-tax-number-missing"),
            ProblemReason::BadIban => tr!(texts, "notice-cell-bad-iban"),
            ProblemReason::TenderMissing => tr!(texts, "notice-cell-tender-missing"),
            ProblemReason::OutOfRange => tr!(texts, "notice-cell-out-of-range"),
            ProblemReason::OtherThanAbove { first_row } => tr!(
                texts,
                "notice-orders-other-than-above",
                row = first_row.to_string()
            ),
            ProblemReason::TotalOther { reckoned } => {
                let reckoned = bidi::left_to_right(reckoned);
                tr!(texts, "notice-orders-total-other", reckoned = reckoned)
            }
            ProblemReason::FeeOfCollected => tr!(texts, "notice-orders-fee-of-collected"),
            ProblemReason::PaidTooMuch => tr!(texts, "notice-orders-paid-too-much"),
            ProblemReason::PaidHow => tr!(texts, "notice-orders-paid-how"),
            ProblemReason::RowOther { reckoned } => {
                let reckoned = bidi::left_to_right(reckoned);
                tr!(texts, "notice-sales-row-other", reckoned = reckoned)
            }
            ProblemReason::GivesBack => tr!(texts, "notice-sales-gives-back"),
            ProblemReason::NoUnitPrice => tr!(texts, "notice-sales-no-unit-price"),
            ProblemReason::TwoDiscounts => tr!(texts, "notice-sales-two-discounts"),
        }
    }

    fn cell_reason(&self, reason: &CellReason) -> String {
        let texts = self.texts;
        match reason {
            CellReason::Missing => tr!(texts, "notice-cell-missing"),
            CellReason::Nested => tr!(texts, "notice-cell-nested"),
            CellReason::FailedFormula => tr!(texts, "notice-cell-failed-formula"),
            CellReason::UnreckonedFormula => tr!(texts, "notice-cell-unreckoned-formula"),
            CellReason::DigitsCut => tr!(texts, "notice-cell-digits-cut"),
            CellReason::HijriUntold => tr!(texts, "notice-cell-hijri-untold"),
            CellReason::Number(unreadable) => self.unreadable(unreadable),
            CellReason::UnclearPercentage => tr!(texts, "notice-cell-unclear-percentage"),
            CellReason::NotADate => tr!(texts, "notice-cell-not-a-date"),
            CellReason::NotAPhone => tr!(texts, "notice-cell-not-a-phone"),
            CellReason::NotATime => tr!(texts, "notice-cell-not-a-time"),
            CellReason::UnknownWord { known } => {
                let known = known.iter().map(|word| word.in_language(texts.language()));
                let known = known.map(str::to_owned);
                let known = bidi::joined(texts.direction(), known, " · ");
                tr!(texts, "notice-cell-unknown-word", known = known)
            }
        }
    }

    fn unreadable(&self, unreadable: &Unreadable) -> String {
        let texts = self.texts;
        match unreadable {
            Unreadable::Empty => tr!(texts, "notice-cell-missing"),
            Unreadable::NotANumber { .. } => tr!(texts, "notice-number-none"),
            Unreadable::UnknownWord { word } => {
                tr!(texts, "notice-number-unknown-word", word = word.as_str())
            }
            Unreadable::OtherCurrency { word } => {
                tr!(texts, "notice-number-other-currency", word = word.as_str())
            }
            Unreadable::Ambiguous { .. } => tr!(texts, "notice-number-ambiguous"),
            Unreadable::TooManyDecimals { allowed, .. } => {
                tr!(
                    texts,
                    "notice-number-too-fine",
                    allowed = allowed.to_string()
                )
            }
            Unreadable::TooLarge { .. } => tr!(texts, "notice-number-too-large"),
        }
    }

    pub(super) fn table(&self, fault: &TableFault) -> Said {
        let texts = self.texts;
        let text = match fault {
            TableFault::Unreadable { path, source } => tr!(
                texts,
                "notice-file-unreadable",
                path = path.display().to_string(),
                detail = source.to_string()
            ),
            TableFault::TooLarge { .. } | TableFault::TooManyCells { .. } => {
                tr!(texts, "notice-file-too-large")
            }
            TableFault::Empty => tr!(texts, "notice-file-empty"),
            TableFault::NotASpreadsheet { looks } => {
                tr!(
                    texts,
                    "notice-file-no-spreadsheet",
                    kind = texts.get(looks_key(*looks))
                )
            }
            TableFault::Encrypted => tr!(texts, "notice-file-locked"),
            TableFault::Damaged { .. } => tr!(texts, "notice-file-damaged"),
            TableFault::BrokenJson { line, column, .. } => tr!(
                texts,
                "notice-orders-broken-json",
                line = line.to_string(),
                column = column.to_string()
            ),
            TableFault::NoOrders => tr!(texts, "notice-orders-none-in-json"),
            TableFault::UnclosedQuote { row } => {
                tr!(texts, "notice-file-unclosed-quote", row = row.to_string())
            }
            TableFault::NoHeader {
                missing, nearest, ..
            } => {
                let missing = missing.iter().map(|wanted| match texts.language() {
                    Language::Arabic => format!("«{}»", wanted.arabic),
                    Language::English => format!("“{}”", wanted.english),
                });
                let missing = bidi::joined(texts.direction(), missing, " · ");
                match nearest {
                    None => tr!(texts, "notice-file-no-header", missing = missing),
                    Some((sheet, row)) => tr!(
                        texts,
                        "notice-file-header-lacks",
                        sheet = sheet.as_str(),
                        row = row.to_string(),
                        missing = missing
                    ),
                }
            }
            TableFault::DuplicateHeading {
                sheet,
                heading,
                letters,
                ..
            } => tr!(
                texts,
                "notice-file-duplicate-heading",
                sheet = sheet.as_str(),
                heading = heading.as_str(),
                first = letters.0.as_str(),
                second = letters.1.as_str()
            ),
            TableFault::OtherTable { expected, found } => tr!(
                texts,
                "notice-file-other-table",
                expected = texts.get(table_key(*expected)),
                found = texts.get(table_key(*found))
            ),
            TableFault::NoRecords { sheet, .. } => {
                tr!(texts, "notice-file-no-records", sheet = sheet.as_str())
            }
        };
        let next = match fault {
            TableFault::BrokenJson { .. } | TableFault::NoOrders => {
                tr!(texts, "notice-orders-do-export-again")
            }
            TableFault::NoHeader { .. } => tr!(texts, "notice-file-do-head-columns"),
            _ => tr!(texts, "notice-do-choose-table"),
        };
        say(text, next)
    }
}

fn table_key(kind: TableKind) -> Key {
    match kind {
        TableKind::Families => key!("notice-table-families"),
        TableKind::Lines => key!("notice-table-lines"),
        TableKind::Sales => key!("notice-table-sales"),
        TableKind::Orders => key!("notice-orders-table"),
    }
}

fn looks_key(looks: Looks) -> Key {
    match looks {
        Looks::Json => key!("notice-orders-looks-json"),
        Looks::Pdf => key!("notice-looks-pdf"),
        Looks::Picture => key!("notice-looks-picture"),
        Looks::WebPage => key!("notice-looks-web-page"),
        Looks::Archive => key!("notice-looks-archive"),
        Looks::Empty
        | Looks::Text
        | Looks::ZippedWorkbook
        | Looks::OpenDocument
        | Looks::CompoundFile
        | Looks::Binary => key!("notice-looks-other"),
    }
}
