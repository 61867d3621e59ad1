//! Words for databases that can't be tallied together.

use crate::services::many::ManyRefusal;
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn many(&self, refusal: &ManyRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            ManyRefusal::Parted {
                one,
                other,
                common,
                till,
            } => {
                let own = || tr!(texts, "many-this-till");
                let text = tr!(
                    texts,
                    "notice-many-parted",
                    one = one.as_ref().map_or_else(own, ToString::to_string),
                    other = other.as_ref().map_or_else(own, ToString::to_string),
                    till = till.as_str(),
                    records = common.to_string()
                );
                say(text, tr!(texts, "notice-do-many-parted"))
            }
            ManyRefusal::NothingThere(path) => say(
                tr!(texts, "notice-many-nothing", path = path),
                tr!(texts, "notice-do-other-database"),
            ),
            ManyRefusal::Practised(path) => say(
                tr!(texts, "notice-many-training", path = path),
                tr!(texts, "notice-do-other-database"),
            ),
            ManyRefusal::OtherCurrency { bazaar, own, other } => say(
                tr!(
                    texts,
                    "notice-many-other-currency",
                    bazaar = bazaar.as_str(),
                    other = other.code(),
                    own = own.code()
                ),
                tr!(texts, "notice-do-other-database"),
            ),
            ManyRefusal::NoSuchDay { bazaar, number } => say(
                tr!(
                    texts,
                    "notice-many-no-such-day",
                    bazaar = bazaar.as_str(),
                    number = number.to_string()
                ),
                tr!(texts, "notice-do-other-day"),
            ),
            ManyRefusal::UnknownFamily(family) => say(
                tr!(texts, "notice-many-no-family", family = family.as_str()),
                tr!(texts, "notice-do-check-family"),
            ),
        }
    }
}
