//! Training: the same bazaar, goods and people on data of their own, to be
//! practised on. Nothing of it reaches the journal of the till but that it was
//! entered and left.
//!
//! That a bazaar is one to be practised on stands in its terms, so that whoever
//! opens its data, however, sees it marked.

use std::path::Path;

use super::{By, Error, Recorder, Refusal, Session, Till};
use crate::domain::catalogue::Catalogue;
use crate::domain::day::DayOpening;
use crate::domain::fact::{Fact, TrainingHead};
use crate::domain::staff::Staff;
use crate::store::PinRecord;

/// What training takes over from the till.
struct Seed {
    catalogue: Catalogue,
    people: Vec<(Staff, Option<PinRecord>)>,
}

impl Till {
    /// Opens the training that lies at `database`, or begins it; with the set-up
    /// of this till as of now, its people with their PINs, and a trading day.
    /// That it was entered is recorded here.
    ///
    /// # Errors
    /// Not set up; this till is a training itself; what lies there is none; faults
    /// of the store.
    pub fn enter_training(&self, database: &Path, by: Option<&Session>) -> Result<Till, Error> {
        let seed = self.seed()?;
        let training = match database.exists() {
            true => self.reopened(database, &seed)?,
            false => Till::create(database, self.code(), self.moments().clone())?,
        };
        self.resume_training(&training, by)?;
        Ok(training)
    }

    /// Enters a training that is open already.
    ///
    /// # Errors
    /// As [`Till::enter_training`].
    pub fn resume_training(&self, training: &Till, by: Option<&Session>) -> Result<(), Error> {
        let seed = self.seed()?;
        training.write(move |recorder| take_over(recorder, seed))?;
        self.note_training(training, by, Fact::TrainingEntered)
    }

    /// Records here that training was left.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn leave_training(&self, training: &Till, by: Option<&Session>) -> Result<(), Error> {
        self.note_training(training, by, Fact::TrainingLeft)
    }

    fn note_training(
        &self,
        training: &Till,
        by: Option<&Session>,
        fact: fn(TrainingHead) -> Fact,
    ) -> Result<(), Error> {
        let training_seq = training.head()?.seq;
        let by = by.map(By::actor).unwrap_or_default();
        self.write(move |recorder| {
            let day = recorder.writing.open_day()?.map(|row| row.day);
            recorder.record(by, day, fact(TrainingHead { training_seq }))?;
            Ok(())
        })
    }

    fn seed(&self) -> Result<Seed, Error> {
        self.read(|books| {
            let catalogue = super::catalogue(books)?;
            if catalogue.bazaar.training {
                return Err(Refusal::TrainingAlready.into());
            }
            let people = books.staff()?.into_iter().map(|person| {
                let pin = books.pin(&person.code)?;
                Ok((person, pin))
            });
            Ok(Seed {
                catalogue: (*catalogue).clone(),
                people: people.collect::<Result<_, Error>>()?,
            })
        })
    }

    /// The training that lies there. One of another till or currency is of a bazaar
    /// that was here before: it is put aside and training begins anew.
    fn reopened(&self, database: &Path, seed: &Seed) -> Result<Till, Error> {
        let training = Till::open(database, self.moments().clone())?;
        let same = match training.catalogue() {
            Ok(known) if !known.bazaar.training => {
                return Err(Refusal::NotATraining.into());
            }
            Ok(known) => {
                training.code() == self.code()
                    && known.bazaar.currency == seed.catalogue.bazaar.currency
            }
            // It was begun, and the program ended before it was set up.
            Err(error) if error.refusal() == Some(&Refusal::NotSetUp) => {
                training.code() == self.code()
            }
            Err(error) => return Err(error),
        };
        if same {
            return Ok(training);
        }
        drop(training);
        Till::put_aside(database, self.moments())?;
        Till::create(database, self.code(), self.moments().clone())
    }
}

/// Records what is new in the set-up, and opens a day where none is open.
fn take_over(recorder: &mut Recorder<'_, '_>, seed: Seed) -> Result<(), Error> {
    let known = recorder.writing.catalogue()?;
    let bazaar = seed.catalogue.bazaar.clone().for_training();
    let mut facts = Vec::new();
    if known.as_ref().map(|known| &known.bazaar) != Some(&bazaar) {
        facts.push(Fact::BazaarDefined(Box::new(bazaar.clone())));
    }
    for (person, _) in &seed.people {
        if recorder.writing.staff_member(&person.code)?.as_ref() != Some(person) {
            facts.push(Fact::StaffRegistered(person.clone()));
        }
    }
    for family in seed.catalogue.families() {
        let before = known.as_ref().and_then(|known| known.family(&family.code));
        if before != Some(family) {
            facts.push(Fact::FamilyRegistered(Box::new(family.clone())));
        }
    }
    for line in seed.catalogue.lines() {
        let before = known.as_ref().and_then(|known| known.line(&line.sku));
        if before != Some(line) {
            facts.push(Fact::ProductLineListed(Box::new(line.clone())));
        }
    }
    for fact in facts {
        recorder.record(By::default(), None, fact)?;
    }
    for (person, pin) in seed.people {
        if let Some(pin) = pin {
            recorder.writing.set_pin(&person.code, &pin)?;
        }
    }
    if recorder.writing.open_day()?.is_none() {
        let now = recorder.moments.now(&bazaar.time_zone);
        let today = bazaar.trading_date(now);
        // A day that was practised to its end is followed by the next, whatever the
        // calendar says.
        let days = recorder.writing.days()?;
        let next = days.iter().map(|row| row.day).max();
        let next = next.and_then(|last| last.succ_opt()).unwrap_or(today);
        let day = next.max(today);
        recorder.record(
            By::default(),
            Some(day),
            Fact::DayOpened(DayOpening { day }),
        )?;
    }
    Ok(())
}
