//! Where time and ids come from: this machine's clock, or a given one.

use std::str::FromStr;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Offset, TimeDelta, TimeZone, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A source of the present instant.
pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;

    /// Whether it is this machine's clock, whose steps back are recorded.
    fn is_this_machine(&self) -> bool {
        false
    }

    /// Time passed since some fixed moment, which nobody can set back.
    fn elapsed(&self) -> Duration;
}

/// A source of new ids.
pub trait Ids: Send + Sync {
    fn new_id(&self, now: DateTime<Utc>) -> Uuid;
}

/// This machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn is_this_machine(&self) -> bool {
        true
    }

    fn elapsed(&self) -> Duration {
        static START: LazyLock<Instant> = LazyLock::new(Instant::now);
        START.elapsed()
    }
}

/// A clock that stands until it is told; for stories, the demonstration, and
/// sales recorded elsewhere.
pub struct GivenClock(AtomicI64);

impl GivenClock {
    pub fn at(instant: DateTime<Utc>) -> Self {
        GivenClock(AtomicI64::new(instant.timestamp_millis()))
    }

    pub fn set(&self, instant: DateTime<Utc>) {
        self.0.store(instant.timestamp_millis(), Ordering::SeqCst);
    }

    pub fn advance(&self, by: TimeDelta) {
        self.0.fetch_add(by.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for GivenClock {
    fn now(&self) -> DateTime<Utc> {
        let millis = self.0.load(Ordering::SeqCst);
        DateTime::from_timestamp_millis(millis).expect("a given clock shows a real instant")
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.load(Ordering::SeqCst)).unwrap_or_default())
    }
}

/// An id that the same words always get.
pub(super) fn made_of(words: &[&str]) -> Uuid {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_be_bytes());
        hash.update(word);
    }
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Version 7 uuids: time first, random after.
pub struct RandomIds;

impl Ids for RandomIds {
    fn new_id(&self, _now: DateTime<Utc>) -> Uuid {
        Uuid::now_v7()
    }
}

/// Version 7 uuids that come out the same in every run.
pub struct CountedIds(AtomicU64);

impl CountedIds {
    pub fn from(first: u64) -> Self {
        CountedIds(AtomicU64::new(first))
    }
}

impl Ids for CountedIds {
    fn new_id(&self, now: DateTime<Utc>) -> Uuid {
        let count = self.0.fetch_add(1, Ordering::SeqCst);
        let mut random = [0_u8; 10];
        random[2..].copy_from_slice(&count.to_be_bytes());
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// A clock and a source of ids, as services take them.
#[derive(Clone)]
pub struct Moments {
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
}

impl Moments {
    pub fn new(clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Moments { clock, ids }
    }

    /// This machine's clock and random ids.
    pub fn of_this_machine() -> Self {
        Moments::new(Arc::new(SystemClock), Arc::new(RandomIds))
    }

    /// Now, on the wall of a time zone; an unknown zone reads as UTC, because a
    /// sale must never fail for a misspelt name (set-up refuses those).
    pub fn now(&self, time_zone: &str) -> DateTime<FixedOffset> {
        in_zone(self.clock.now(), time_zone)
    }

    pub fn new_id(&self) -> Uuid {
        self.ids.new_id(self.clock.now())
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.clock.elapsed()
    }

    pub(crate) fn is_this_clock(&self) -> bool {
        self.clock.is_this_machine()
    }
}

/// An instant with the offset its time zone had then.
pub fn in_zone(instant: DateTime<Utc>, time_zone: &str) -> DateTime<FixedOffset> {
    match chrono_tz::Tz::from_str(time_zone) {
        Ok(zone) => {
            let offset = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
            instant.with_timezone(&offset)
        }
        Err(_) => instant.fixed_offset(),
    }
}

/// Whether a clock that showed `last` was set back: more than a minute, since
/// time servers move a clock by moments.
pub(crate) fn went_back(last: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> bool {
    last - now > TimeDelta::minutes(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_bears_the_offset_of_its_zone() {
        let instant = Utc.with_ymd_and_hms(2026, 11, 26, 14, 0, 0).unwrap();
        assert_eq!(
            in_zone(instant, "Asia/Dubai").to_rfc3339(),
            "2026-11-26T18:00:00+04:00"
        );
        assert_eq!(
            in_zone(instant, "Asia/Riyadh").to_rfc3339(),
            "2026-11-26T17:00:00+03:00"
        );
        assert_eq!(
            in_zone(instant, "nowhere").to_rfc3339(),
            "2026-11-26T14:00:00+00:00"
        );
    }

    #[test]
    fn counted_ids_repeat_and_are_ordered() {
        let instant = Utc.with_ymd_and_hms(2026, 11, 26, 14, 0, 0).unwrap();
        let (one, two) = (CountedIds::from(1), CountedIds::from(1));
        let (a, b) = (one.new_id(instant), one.new_id(instant));
        assert_eq!(a, two.new_id(instant));
        assert!(a < b);
        assert_eq!(a.get_version_num(), 7);
    }
}
