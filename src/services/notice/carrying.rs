//! Words for editions and what goes from one to the next.

use crate::locale::{Texts, bidi};
use crate::services::carrying::{Hindrance, LeftBehind};
use crate::services::edition::EditionRefusal;
use crate::tr;

use super::{Said, Words, say};

/// Why a family's balance stays behind, and what to do about it.
pub fn left_behind_in_words(left: &LeftBehind, texts: &Texts) -> String {
    let family = bidi::left_to_right(left.family.as_str());
    match &left.why {
        Hindrance::NotSettled => tr!(texts, "notice-carry-left-not-settled", family = family),
        Hindrance::OpenOrders(orders) => {
            let numbers = orders
                .iter()
                .map(|one| bidi::left_to_right(&one.to_string()));
            let numbers: Vec<String> = numbers.collect();
            tr!(
                texts,
                "notice-carry-left-orders",
                family = family,
                count = orders.len(),
                orders = numbers.join(" · ")
            )
        }
        Hindrance::NotRegistered => tr!(texts, "notice-carry-left-not-registered", family = family),
        Hindrance::OtherName { here, there } => tr!(
            texts,
            "notice-carry-left-other-name",
            family = family,
            here = texts.name(here),
            there = texts.name(there)
        ),
        Hindrance::OwedTwice(back) => tr!(
            texts,
            "notice-carry-left-twice",
            family = family,
            edition = bidi::left_to_right(back.to.as_str())
        ),
        Hindrance::CameOtherwise => tr!(texts, "notice-carry-left-otherwise", family = family),
    }
}

/// A path stays in one piece within Arabic.
fn in_one(path: &str) -> String {
    bidi::left_to_right(path)
}

impl Words {
    pub(super) fn edition(&self, refusal: &EditionRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            EditionRefusal::CodeNeeded(code) => say(
                tr!(texts, "notice-edition-code-needed", code = code.as_str()),
                tr!(texts, "notice-do-edition-code"),
            ),
            EditionRefusal::SameCode(code) => say(
                tr!(texts, "notice-edition-same-code", code = code.as_str()),
                tr!(texts, "notice-do-edition-code"),
            ),
            EditionRefusal::DayOpen(day) => say(
                tr!(texts, "notice-carry-day-open", day = texts.date_long(*day)),
                tr!(texts, "notice-carry-do-close-and-settle"),
            ),
            EditionRefusal::OtherCurrency { from, to } => say(
                tr!(
                    texts,
                    "notice-carry-other-currency",
                    from = texts.word(from),
                    to = texts.word(to)
                ),
                tr!(texts, "notice-carry-do-pay-here"),
            ),
            EditionRefusal::Training => say(
                tr!(texts, "notice-carry-training"),
                tr!(texts, "notice-carry-do-other-folder"),
            ),
            EditionRefusal::OtherBooks { expected, found } => say(
                tr!(
                    texts,
                    "notice-carry-other-books",
                    expected = expected.as_str(),
                    found = found.as_str()
                ),
                tr!(texts, "notice-carry-do-other-folder"),
            ),
            EditionRefusal::UnknownFamily(family) => say(
                tr!(texts, "notice-unknown-family", family = family.as_str()),
                tr!(texts, "notice-carry-do-register"),
            ),
            EditionRefusal::NothingCarried(to) => say(
                tr!(texts, "notice-back-nothing", edition = in_one(to.as_str())),
                tr!(texts, "notice-back-do-code"),
            ),
            EditionRefusal::HasArrived(to) => say(
                tr!(texts, "notice-back-arrived", edition = in_one(to.as_str())),
                tr!(texts, "notice-back-do-pay-there"),
            ),
            EditionRefusal::FolderOfThis(path) => say(
                tr!(texts, "notice-edition-folder-of-this", path = in_one(path)),
                tr!(texts, "notice-edition-do-new-folder"),
            ),
            EditionRefusal::FolderTaken { path, code } => say(
                tr!(
                    texts,
                    "notice-edition-folder-taken",
                    path = in_one(path),
                    code = code.as_str()
                ),
                tr!(texts, "notice-edition-do-new-folder"),
            ),
            EditionRefusal::FolderNotEmpty(path) => say(
                tr!(
                    texts,
                    "notice-edition-folder-not-empty",
                    path = in_one(path)
                ),
                tr!(texts, "notice-edition-do-new-folder"),
            ),
            EditionRefusal::FolderUnwritable(path) => say(
                tr!(
                    texts,
                    "notice-edition-folder-unwritable",
                    path = in_one(path)
                ),
                tr!(texts, "notice-edition-do-writable-folder"),
            ),
            EditionRefusal::FolderFull(path) => say(
                tr!(texts, "notice-edition-folder-full", path = in_one(path)),
                tr!(texts, "notice-do-make-room"),
            ),
        }
    }
}
