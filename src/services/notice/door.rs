//! Words for refusals at the door.

use crate::domain::door::{DoorRefusal, LARGEST_GROUP};
use crate::tr;

use super::{Said, Words, say};

impl Words {
    pub(super) fn door(&self, refusal: &DoorRefusal) -> Said {
        let texts = self.texts;
        match refusal {
            DoorRefusal::GroupOutOfRange(_) => say(
                tr!(texts, "notice-door-group", most = LARGEST_GROUP.to_string()),
                tr!(texts, "notice-do-count-again"),
            ),
            DoorRefusal::NotSoManyInside { inside, .. } => say(
                tr!(texts, "notice-door-inside", inside = *inside),
                tr!(texts, "notice-do-count-missed"),
            ),
            DoorRefusal::NotSoManyCounted { counted } => say(
                tr!(texts, "notice-door-counted", counted = *counted),
                tr!(texts, "notice-do-count-again"),
            ),
            DoorRefusal::UnknownSubject(subject) => say(
                tr!(texts, "notice-door-subject", subject = subject.as_str()),
                tr!(texts, "notice-do-check-subjects"),
            ),
        }
    }
}
