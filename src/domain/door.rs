//! The door of the hall: who came in and went out, and what visitors were advised
//! about. Nothing here touches money.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::bazaar::Bazaar;
use super::id::SubjectCode;

/// The most people counted at once.
pub const LARGEST_GROUP: u32 = 500;

/// Which way somebody passed the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    In,
    Out,
}

/// People who passed the door.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorCount {
    pub way: Way,
    pub people: u32,
    /// Takes back so many who were counted by mistake.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correction: bool,
}

/// A visitor who was advised about a subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    pub subject: SubjectCode,
    /// Takes back one that was counted by mistake.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub correction: bool,
}

/// The visitors of a day, corrections taken off.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Visitors {
    pub entered: u64,
    pub left: u64,
    /// How many were advised, by subject.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub advised: BTreeMap<SubjectCode, u64>,
}

/// Why somebody can't be counted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DoorRefusal {
    #[error("a group has 1 to {LARGEST_GROUP} people, not {0}")]
    GroupOutOfRange(u32),
    #[error("{inside} are inside, not {leaving}")]
    NotSoManyInside { inside: u64, leaving: u32 },
    #[error("only {counted} were counted")]
    NotSoManyCounted { counted: u64 },
    #[error("the bazaar has no subject {0}")]
    UnknownSubject(SubjectCode),
}

impl Visitors {
    pub fn is_empty(&self) -> bool {
        *self == Visitors::default()
    }

    /// How many are in the hall now.
    pub fn inside(&self) -> u64 {
        self.entered.saturating_sub(self.left)
    }

    /// Whether nobody may come in before somebody leaves.
    pub fn fill(&self, bazaar: &Bazaar) -> bool {
        let limit = bazaar.hall_limit.map(u64::from);
        limit.is_some_and(|limit| self.inside() >= limit)
    }

    /// How many were advised about anything.
    pub fn advised_in_all(&self) -> u64 {
        self.advised.values().sum()
    }

    /// Adds a count that was recorded.
    pub fn count(&mut self, count: &DoorCount) {
        let sum = match count.way {
            Way::In => &mut self.entered,
            Way::Out => &mut self.left,
        };
        let people = u64::from(count.people);
        *sum = match count.correction {
            true => sum.saturating_sub(people),
            false => *sum + people,
        };
    }

    /// Adds the visitors of another day.
    pub fn merge(&mut self, other: &Visitors) {
        self.entered += other.entered;
        self.left += other.left;
        for (subject, advised) in &other.advised {
            *self.advised.entry(subject.clone()).or_default() += advised;
        }
    }

    /// Adds an advice that was recorded.
    pub fn advise(&mut self, advice: &Advice) {
        let sum = self.advised.entry(advice.subject.clone()).or_default();
        *sum = match advice.correction {
            true => sum.saturating_sub(1),
            false => *sum + 1,
        };
        if *sum == 0 {
            self.advised.remove(&advice.subject);
        }
    }

    /// Checks a count before it is recorded. A hall that is full refuses nobody:
    /// whoever is in must be counted.
    ///
    /// # Errors
    /// [`DoorRefusal`]: nobody or too many at once, more leaving than are inside, a
    /// correction of more than was counted.
    pub fn check(&self, count: &DoorCount) -> Result<(), DoorRefusal> {
        if !(1..=LARGEST_GROUP).contains(&count.people) {
            return Err(DoorRefusal::GroupOutOfRange(count.people));
        }
        let counted = match count.way {
            Way::In => self.entered,
            Way::Out => self.left,
        };
        if count.correction && counted < u64::from(count.people) {
            return Err(DoorRefusal::NotSoManyCounted { counted });
        }
        let leaves = (count.way == Way::Out) != count.correction;
        let inside = self.inside();
        if leaves && inside < u64::from(count.people) {
            let leaving = count.people;
            return Err(DoorRefusal::NotSoManyInside { inside, leaving });
        }
        Ok(())
    }

    /// Checks an advice before it is recorded.
    ///
    /// # Errors
    /// [`DoorRefusal`]: a subject the bazaar has not, a correction of none.
    pub fn check_advice(&self, bazaar: &Bazaar, advice: &Advice) -> Result<(), DoorRefusal> {
        if bazaar.subject(&advice.subject).is_none() {
            return Err(DoorRefusal::UnknownSubject(advice.subject.clone()));
        }
        if advice.correction && !self.advised.contains_key(&advice.subject) {
            return Err(DoorRefusal::NotSoManyCounted { counted: 0 });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_in_and_out_and_mistakes_taken_back() {
        let mut hall = Visitors::default();
        // Way, people, correction, and how many are inside after it; none where it
        // is refused.
        let cases = [
            (Way::In, 4, false, Some(4)),
            (Way::Out, 5, false, None),
            (Way::Out, 1, false, Some(3)),
            (Way::In, 2, true, Some(1)),
            (Way::In, 2, true, None),
            (Way::Out, 1, true, Some(2)),
            (Way::Out, 1, true, None),
            (Way::In, 0, false, None),
            (Way::In, LARGEST_GROUP + 1, false, None),
            (Way::Out, 2, false, Some(0)),
            (Way::Out, 1, false, None),
        ];
        for (at, (way, people, correction, inside)) in cases.into_iter().enumerate() {
            let count = DoorCount {
                way,
                people,
                correction,
            };
            let checked = hall.check(&count);
            assert_eq!(checked.is_ok(), inside.is_some(), "case {at}: {checked:?}");
            if let Some(inside) = inside {
                hall.count(&count);
                assert_eq!(hall.inside(), inside, "case {at}");
            }
        }
        assert_eq!((hall.entered, hall.left), (2, 2));
    }

    #[test]
    fn advice_taken_back_leaves_no_trace_in_the_sums() {
        let advice = |correction| Advice {
            subject: SubjectCode::new("LICENCE").unwrap(),
            correction,
        };
        let mut hall = Visitors::default();
        hall.advise(&advice(false));
        hall.advise(&advice(false));
        assert_eq!(hall.advised_in_all(), 2);
        hall.advise(&advice(true));
        hall.advise(&advice(true));
        assert!(hall.is_empty());
    }
}
