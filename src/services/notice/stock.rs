//! Words for refusals about the families' goods.

use crate::domain::stock::StockRefusal;
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn stock(&self, refusal: &StockRefusal) -> Said {
        let texts = self.texts;
        let check_quantity = || tr!(texts, "notice-do-check-quantity");
        let do_intake = || tr!(texts, "notice-do-intake-first");
        match refusal {
            StockRefusal::UnknownFamily(family) => self.unknown_family(family.as_str()),
            StockRefusal::NothingNamed => say(
                tr!(texts, "notice-goods-none"),
                tr!(texts, "notice-do-name-goods"),
            ),
            StockRefusal::UnknownGoods(sku) => say(
                tr!(texts, "notice-unknown-product-line", sku = sku.as_str()),
                tr!(texts, "notice-do-search-goods"),
            ),
            StockRefusal::OtherFamilys { sku, owner, .. } => say(
                tr!(
                    texts,
                    "notice-goods-of-other",
                    sku = sku.as_str(),
                    family = owner.as_str()
                ),
                tr!(texts, "notice-do-name-goods"),
            ),
            StockRefusal::Twice(sku) => say(
                tr!(texts, "notice-goods-twice", sku = sku.as_str()),
                tr!(texts, "notice-do-goods-once"),
            ),
            StockRefusal::QuantityOutOfRange(sku) => say(
                tr!(texts, "notice-goods-quantity", sku = sku.as_str()),
                check_quantity(),
            ),
            StockRefusal::NotDivisible(sku) => say(
                tr!(texts, "notice-goods-whole", sku = sku.as_str()),
                tr!(texts, "notice-do-whole-quantity"),
            ),
            StockRefusal::BestBeforeMade { sku, best_before } => say(
                tr!(
                    texts,
                    "notice-goods-date",
                    sku = sku.as_str(),
                    date = texts.date_long(*best_before)
                ),
                tr!(texts, "notice-do-check-dates"),
            ),
            StockRefusal::BestBeforeMissing(sku) => say(
                tr!(texts, "notice-goods-no-date", sku = sku.as_str()),
                tr!(texts, "notice-do-give-date"),
            ),
            StockRefusal::GoodForLess { sku, until } => say(
                tr!(
                    texts,
                    "notice-goods-keeps",
                    sku = sku.as_str(),
                    date = texts.date_long(*until)
                ),
                tr!(texts, "notice-do-check-dates"),
            ),
            StockRefusal::NeverReceived(sku) => say(
                tr!(texts, "notice-goods-never", sku = sku.as_str()),
                do_intake(),
            ),
            StockRefusal::MoreThanLeft { sku, left, asked } => say(
                tr!(
                    texts,
                    "notice-goods-left",
                    sku = sku.as_str(),
                    left = texts.quantity(*left),
                    asked = texts.quantity(*asked)
                ),
                tr!(texts, "notice-do-count-unsold"),
            ),
            StockRefusal::NoPrice(sku) => say(
                tr!(texts, "notice-goods-no-price", sku = sku.as_str()),
                tr!(texts, "notice-do-adjust-instead"),
            ),
            StockRefusal::ReasonMissing => self.reason_missing(),
            StockRefusal::NothingToCount(family) => say(
                tr!(texts, "notice-goods-nothing", family = family.as_str()),
                do_intake(),
            ),
            StockRefusal::NotCounted(sku) => say(
                tr!(texts, "notice-goods-not-counted", sku = sku.as_str()),
                tr!(texts, "notice-do-count-all"),
            ),
        }
    }
}
