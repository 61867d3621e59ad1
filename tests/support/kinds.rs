//! The five kinds of bazaar as they are shipped: their terms, families and goods,
//! set up at one of their tills with a clock that is told what time it is.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sanduq::domain::id::{StaffCode, TillCode};
use sanduq::services::moment::{CountedIds, GivenClock};
use sanduq::services::set_up::SetUp;
use sanduq::services::{Moments, Session, Till};
use sanduq::store::Store;
use tempfile::TempDir;

pub const CASHIER_PIN: &str = "1111";
pub const SUPERVISOR_PIN: &str = "333333";
pub const ORGANISER_PIN: &str = "200200";

/// A bazaar of a kind, as far as its people and tills are named differently.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its folder among those that are shipped.
    pub folder: &'static str,
    pub till: &'static str,
    pub cashier: &'static str,
    pub supervisor: &'static str,
    pub organiser: &'static str,
    /// A moment at which its till may open.
    pub opens: &'static str,
}

const fn kind(
    folder: &'static str,
    till: &'static str,
    staff: [&'static str; 3],
    opens: &'static str,
) -> Kind {
    Kind {
        folder,
        till,
        cashier: staff[0],
        supervisor: staff[1],
        organiser: staff[2],
        opens,
    }
}

pub const SHARJAH: Kind = kind(
    "sharjah",
    "T1",
    ["S01", "S10", "S20"],
    "2026-11-26T12:00:00Z",
);
pub const MAKKAH: Kind = kind(
    "makkah",
    "M1",
    ["K01", "K10", "K20"],
    "2026-12-06T13:00:00Z",
);
/// A Friday evening.
pub const QATIF: Kind = kind("qatif", "Q1", ["M01", "M10", "M20"], "2026-12-04T15:00:00Z");
/// A Sunday morning.
pub const CANTEEN: Kind = kind(
    "canteen",
    "W1",
    ["W01", "W10", "W20"],
    "2026-12-06T04:00:00Z",
);
/// A Sunday morning.
pub const CORNERS: Kind = kind(
    "corners",
    "C01",
    ["A01", "A10", "A20"],
    "2026-12-06T06:00:00Z",
);

impl Kind {
    /// The same bazaar at another of its tills, at another moment.
    pub const fn at(self, till: &'static str, cashier: &'static str, opens: &'static str) -> Kind {
        Kind {
            till,
            cashier,
            opens,
            ..self
        }
    }

    /// A file that is shipped with it.
    pub fn file(&self, name: &str) -> PathBuf {
        let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/bazaars");
        PathBuf::from(shipped).join(self.folder).join(name)
    }

    /// The till with its people, families and goods, before its first day.
    pub fn set_up(self) -> Shipped {
        let folder = tempfile::tempdir().unwrap();
        let code = TillCode::new(self.till).unwrap();
        let store = Store::create(&folder.path().join("till.sqlite"), &code).unwrap();
        let opens: DateTime<Utc> = self.opens.parse().unwrap();
        let clock = Arc::new(GivenClock::at(opens));
        let moments = Moments::new(clock.clone(), Arc::new(CountedIds::from(1)));
        let till = Till::new(store, moments);
        let terms = std::fs::read_to_string(self.file("bazaar.toml")).unwrap();
        till.set_up(SetUp::read(&terms).unwrap()).unwrap();
        let staff = |code: &str| StaffCode::new(code).unwrap();
        let (cashier, supervisor) = (staff(self.cashier), staff(self.supervisor));
        let organiser = staff(self.organiser);
        till.set_first_pin(&organiser, ORGANISER_PIN).unwrap();
        let organiser = till.sign_in(&organiser, ORGANISER_PIN).unwrap();
        till.set_pin(&organiser, &supervisor, SUPERVISOR_PIN)
            .unwrap();
        till.set_pin(&organiser, &cashier, CASHIER_PIN).unwrap();
        till.import_families(&organiser, &self.file("families.csv"))
            .unwrap();
        till.import_lines(&organiser, &self.file("lines.csv"))
            .unwrap();
        Shipped {
            cashier: till.sign_in(&cashier, CASHIER_PIN).unwrap(),
            supervisor: till.sign_in(&supervisor, SUPERVISOR_PIN).unwrap(),
            organiser,
            till,
            clock,
            _folder: folder,
        }
    }
}

/// A till of a shipped bazaar with its three people signed in.
pub struct Shipped {
    pub till: Till,
    pub clock: Arc<GivenClock>,
    pub cashier: Session,
    pub supervisor: Session,
    pub organiser: Session,
    _folder: TempDir,
}
