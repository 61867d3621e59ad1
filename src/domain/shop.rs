//! Orders of a web shop: where an order came from, and what makes it the same order
//! when it comes a second time.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// Where an order came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopOrder {
    /// The shop's own number of the order, as it writes it.
    pub number: String,
    /// The name of the shop, where there are several; a number is unique within it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shop: String,
    /// By the bazaar's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placed_at: Option<NaiveDateTime>,
    /// The file it was taken in from.
    pub file: String,
}

impl ShopOrder {
    /// The order of a number in a shop, as far as that says which it is.
    pub fn named(shop: &str, number: String) -> Self {
        ShopOrder {
            number,
            shop: shop.to_owned(),
            placed_at: None,
            file: String::new(),
        }
    }

    /// What two spellings of the same order have in common: the shop and the number
    /// whatever their spaces and the case of their letters, with `#` before it or not.
    pub fn key(&self) -> String {
        format!("{}#{}", plain(&self.shop), self.number_key())
    }

    /// The same of the number alone.
    pub fn number_key(&self) -> String {
        let number = plain(&self.number);
        number.strip_prefix('#').unwrap_or(&number).to_owned()
    }

    /// Whether it may be the same order though its [`key`](Self::key) is another: the
    /// number is the same, and one of the two does not name its shop.
    pub fn may_be(&self, other: &ShopOrder) -> bool {
        let is_named = |order: &ShopOrder| !plain(&order.shop).is_empty();
        self.number_key() == other.number_key() && is_named(self) != is_named(other)
    }
}

fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let key = |shop: &str, number: &str| ShopOrder::named(shop, number.to_owned()).key();
        assert_eq!(key("", "#1001"), key("", "1001"));
        assert_eq!(key("Intaj", "W-7"), key("intaj ", "# w-7"));
        assert_ne!(key("", "W-7"), key("", "W7"));
        assert_ne!(key("", "2026-1-12"), key("", "2026-11-2"));
        assert_ne!(key("intaj", "7"), key("", "intaj7"));
        assert_ne!(key("", "1001"), key("", "1002"));
    }
}
