//! A throwaway bazaar in Sharjah and a day of trade on it, played through the
//! same services a cashier uses. The same seed gives the same journal.
//!
//! Nothing here is reachable from a real till's data: a demonstration always
//! makes a new folder.

pub(super) mod chance;
mod customers;
mod day;
mod goods;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::moment::{CountedIds, GivenClock, in_zone};
use super::set_up::SetUp;
use super::{Error, Moments, Till};
use crate::domain::id::{StaffCode, TillCode};

pub use day::Played;
pub use goods::GoodsNoted;

const TERMS: &str = include_str!("../../../assets/bazaars/sharjah/bazaar.toml");
const FAMILIES: &[u8] = include_bytes!("../../../assets/bazaars/sharjah/families.csv");
const LINES: &[u8] = include_bytes!("../../../assets/bazaars/sharjah/lines.csv");

/// The till of the demonstration.
const TILL: &str = "T1";

const FIRST_CASHIER: &str = "S01";
const SECOND_CASHIER: &str = "S02";
const SUPERVISOR: &str = "S10";
const ORGANISER: &str = "S20";

/// Staff codes and their PINs; no secret, and good for nothing else.
pub const PINS: [(&str, &str); 5] = [
    (FIRST_CASHIER, "1111"),
    (SECOND_CASHIER, "2222"),
    ("S03", "3333"),
    (SUPERVISOR, "100100"),
    (ORGANISER, "200200"),
];

/// A new bazaar with its people and goods, before its first day.
pub struct Demo {
    pub till: Till,
    clock: Arc<GivenClock>,
    first_day: NaiveDate,
}

/// The PIN of a member of the demonstration's staff.
fn pin_of(code: &str) -> &'static str {
    let (_, pin) = PINS
        .iter()
        .find(|(known, _)| *known == code)
        .expect("everybody has one");
    pin
}

fn staff(code: &str) -> StaffCode {
    StaffCode::new(code).expect("the codes above are codes")
}

fn terms() -> SetUp {
    SetUp::read(TERMS).expect("the shipped set-up is tested to be read")
}

/// The first of the days the shipped bazaar is open on.
pub fn shipped_day() -> NaiveDate {
    terms().bazaar.opening.days[0]
}

/// The trading day before that of `now`, on the bazaar's wall.
pub fn day_before(now: DateTime<Utc>) -> NaiveDate {
    let bazaar = terms().bazaar;
    let today = bazaar.trading_date(in_zone(now, &bazaar.time_zone));
    today - Days::new(1)
}

impl Demo {
    /// Makes the bazaar in a new database, open from `first_day` on for three
    /// days.
    ///
    /// # Errors
    /// There is data already; what the disk says.
    pub fn prepare(database: &Path, first_day: NaiveDate) -> Result<Demo, Error> {
        let mut set_up = terms();
        set_up.bazaar.opening.days = (0..3).map(|n| first_day + Days::new(n)).collect();
        let clock = Arc::new(GivenClock::at(DateTime::UNIX_EPOCH));
        let moments = Moments::new(clock.clone(), Arc::new(CountedIds::from(1)));
        let code = TillCode::new(TILL).expect("a code");
        let demo = Demo {
            till: Till::create(database, &code, moments)?,
            clock,
            first_day,
        };
        demo.at(9, 0);
        demo.till.set_up(set_up)?;
        demo.till
            .set_first_pin(&staff(ORGANISER), pin_of(ORGANISER))?;
        let organiser = demo.till.sign_in(&staff(ORGANISER), pin_of(ORGANISER))?;
        for (code, pin) in PINS {
            if code != ORGANISER {
                demo.till.set_pin(&organiser, &staff(code), pin)?;
            }
        }
        demo.at(10, 0);
        demo.till
            .import_families_from(&organiser, "families.csv", FAMILIES)?;
        demo.at(10, 5);
        demo.till
            .import_lines_from(&organiser, "lines.csv", LINES)?;
        Ok(demo)
    }

    /// Opens the trading day that `moments` shows and takes the families' goods in,
    /// for a window to be opened on the till. Gives the till under that clock.
    ///
    /// # Errors
    /// Whatever opening a day refuses.
    pub fn open_today(&self, moments: Moments) -> Result<Till, Error> {
        let till = self.till.with_moments(moments);
        let supervisor = till.sign_in(&staff(SUPERVISOR), pin_of(SUPERVISOR))?;
        let day = till.open_day(&supervisor, None, true)?;
        self.take_in(&till, &supervisor, day)?;
        till.sign_out(&supervisor)?;
        Ok(till)
    }

    /// Sets the clock to an hour of the first trading day on the bazaar's wall;
    /// hours from 24 on are those after midnight.
    fn at(&self, hour: u32, minute: u32) {
        let midnight = self.first_day.and_time(NaiveTime::MIN);
        let wall = midnight + TimeDelta::minutes(i64::from(hour * 60 + minute));
        let zone = terms().bazaar.time_zone;
        let offset = *in_zone(wall.and_utc(), &zone).offset();
        let instant = wall - TimeDelta::seconds(i64::from(offset.local_minus_utc()));
        self.clock.set(instant.and_utc());
    }
}

#[cfg(test)]
mod tests;
