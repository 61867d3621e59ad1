//! Balances carried to an edition whose data was lost before anybody used it: taken
//! back where they came from, once, unless some database that can be read shows that
//! they arrived.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::carrying::{Carried, CarriedBalance, TakenBack};
use crate::domain::fact::Fact;
use crate::domain::id::{BazaarCode, TransferId};
use crate::domain::staff::{Act, authorise};
use crate::services::edition::{EditionRefusal, remembered};
use crate::services::many::databases;
use crate::services::{By, Error, Session, Till, check_reason};
use crate::settings::DataFolder;
use crate::store::{Store, StoreError, Unseen};

/// Balances that went to an edition and were not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CarriedAway {
    pub to: BazaarCode,
    /// The day the last of them was carried.
    pub on: NaiveDate,
    pub balances: Vec<CarriedBalance>,
}

/// What is to be taken back, why, and where it is looked whether it arrived.
#[derive(Debug, Clone)]
pub struct TakingBack {
    pub to: BazaarCode,
    pub reason: String,
    /// This till's own folder: what it knows of other databases is looked at.
    pub own: Option<DataFolder>,
    /// More folders or databases of that edition, or backups of it.
    pub places: Vec<PathBuf>,
}

/// What came of taking balances back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Returned {
    pub back: Vec<CarriedBalance>,
    /// Those that are known to have arrived: they stay there.
    pub arrived: Vec<CarriedBalance>,
}

impl Till {
    /// The balances that went to other editions, by edition.
    ///
    /// # Errors
    /// Not an organiser; faults of the store.
    pub fn carried_away(&self, session: &Session) -> Result<Vec<CarriedAway>, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        self.read(|books| {
            let mut away: Vec<CarriedAway> = Vec::new();
            for balance in books.carried_out()? {
                let carried = books.carried_of(&balance.family, 0)?.into_iter();
                let is_it = |one: &Carried| matches!(one, Carried::Out(out) if *out == balance);
                let at = carried.filter(|one| is_it(&one.fact)).last();
                let on = at.map(|one| one.at.date_naive()).unwrap_or_default();
                match away.iter_mut().find(|known| known.to == balance.to) {
                    Some(known) => {
                        known.on = known.on.max(on);
                        known.balances.push(balance);
                    }
                    None => away.push(CarriedAway {
                        to: balance.to.clone(),
                        on,
                        balances: vec![balance],
                    }),
                }
            }
            Ok(away)
        })
    }

    /// Takes back what was carried to an edition and did not arrive, as far as can be
    /// seen: by an organiser who says why and gives their PIN. All of it or nothing.
    /// `telling` hears how many databases were looked into, of how many.
    ///
    /// # Errors
    /// Not an organiser; no reason; the PIN is wrong; [`EditionRefusal`]: nothing was
    /// carried there, or all of it arrived; a database of that edition that is at work.
    pub fn take_back(
        &self,
        session: &Session,
        pin: &str,
        asked: TakingBack,
        mut telling: impl FnMut(usize, usize),
    ) -> Result<Returned, Error> {
        authorise(Act::PayOut, session.who(), None)?;
        check_reason(&asked.reason)?;
        self.check_pin(session.staff(), pin)?;
        let arrived = self.arrived(&asked, &mut telling)?;
        let by = By::approved(session, Some(session.staff().clone()));
        self.write(move |recorder| {
            let there = recorder.writing.carried_out()?.into_iter();
            let there = there.filter(|balance| balance.to == asked.to);
            let mut returned = Returned::default();
            (returned.arrived, returned.back) =
                there.partition(|balance| arrived.contains(&balance.transfer));
            if returned.back.is_empty() {
                let to = asked.to.clone();
                return Err(match returned.arrived.len() {
                    0 => EditionRefusal::NothingCarried(to),
                    _ => EditionRefusal::HasArrived(to),
                }
                .into());
            }
            for balance in &returned.back {
                let fact = Fact::BalanceTakenBack(TakenBack {
                    balance: balance.clone(),
                    reason: asked.reason.trim().to_owned(),
                });
                recorder.record(by.clone(), None, fact)?;
            }
            Ok(returned)
        })
    }

    /// The transfers that some database in sight has taken in.
    fn arrived(
        &self,
        asked: &TakingBack,
        telling: &mut impl FnMut(usize, usize),
    ) -> Result<BTreeSet<TransferId>, Error> {
        let in_sight = in_sight(asked);
        let all = in_sight.len();
        let mut arrived = BTreeSet::new();
        for (at, path) in in_sight.into_iter().enumerate() {
            telling(at, all);
            match Store::look(&path, |_, _| ()) {
                Ok(store) => {
                    let there = store.read(|books| Ok::<_, Error>(books.brought_in()?))?;
                    arrived.extend(there.iter().map(|balance| balance.transfer));
                }
                // Whoever works there would have the balances paid.
                Err(fault) if is_at_work(&fault) => return Err(fault.into()),
                // Where somebody said it is, it must be found.
                Err(fault) if asked.places.contains(&path) => return Err(fault.into()),
                // What else can't be read tells nothing.
                Err(_) => {}
            }
        }
        telling(all, all);
        Ok(arrived)
    }
}

fn is_at_work(fault: &StoreError) -> bool {
    matches!(
        fault,
        StoreError::Elsewhere { why, .. } if matches!(**why, Unseen::AtWork | Unseen::OpenHere)
    )
}

/// The databases that are that edition's for all this till knows, and any others. A
/// place that was named and holds none stands for itself.
fn in_sight(asked: &TakingBack) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for place in &asked.places {
        match books_at(place) {
            none if none.is_empty() => paths.push(place.clone()),
            some => paths.extend(some),
        }
    }
    if let Some(own) = &asked.own {
        paths.extend(remembered(own).iter().flat_map(|place| books_at(place)));
        let settings = own.load_settings().unwrap_or_default();
        paths.extend(databases(own, &settings).into_iter().map(|file| file.path));
        let itself = own.database();
        paths.retain(|path| *path != itself);
    }
    paths.sort();
    paths.dedup();
    paths
}

/// The database of a data folder, its backups and whatever others lie there, or the
/// file itself.
fn books_at(place: &Path) -> Vec<PathBuf> {
    if !place.is_dir() {
        return Vec::from_iter(place.exists().then(|| place.to_owned()));
    }
    let folder = DataFolder::at(place);
    let databases_in = |folder: &Path| {
        let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let files = files.map(|entry| entry.path());
        files
            .filter(|path| crate::store::is_database(path))
            .collect::<Vec<_>>()
    };
    let mut found = databases_in(place);
    found.extend(databases_in(&folder.backups()));
    found.extend(Some(folder.database()).filter(|path| path.exists()));
    found
}
