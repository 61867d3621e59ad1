//! The printers of a till at work: a thread for each, what is known of it, who takes
//! over from whom. Printers come and go while papers are on their way.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, Weak};

use super::AGES;
use super::jobs::{self, Home, TillJobs};
use super::scribe::{Scribe, Types};
use super::setup::{PrinterSetup, TillPrinter, role_of};
use crate::print::device::{Device, Trouble};
use crate::print::queue::{JobState, Notice, Pace, Worker};
use crate::print::{Bitmap, Document};
use crate::services::{Error, Till};
use crate::settings::PrinterRole;
use crate::store::StoreError;

/// Makes the device of a printer; the last paper of it may have broken off.
type Devices = Box<dyn Fn(&TillPrinter, &Path, bool) -> Box<dyn Device> + Send + Sync>;

/// The printers of a till, for as long as anybody prints.
pub(super) struct Room {
    till: Till,
    pub scribe: Scribe,
    desk: Mutex<Arc<Desk>>,
    devices: Devices,
    pace: Pace,
    changed: Arc<Mutex<dyn FnMut() + Send>>,
}

/// What printers there are now.
pub(super) struct Desk {
    pub setup: PrinterSetup,
    /// In the order of the set-up.
    pub places: Vec<Arc<Place>>,
}

/// A printer at work; its thread ends with it, after the paper in hand.
pub(super) struct Place {
    address: String,
    pub types: Types,
    pub worker: Worker,
    manner: Arc<Manner>,
}

/// What a printer last said is the matter, and whether it is out of reach.
#[derive(Default)]
struct Manner {
    trouble: Mutex<Option<Trouble>>,
    dead: AtomicBool,
}

impl Place {
    pub fn trouble(&self) -> Option<Trouble> {
        *self.manner.trouble.lock().expect("nothing panics with it")
    }
}

impl Desk {
    /// Whether the printer at a place is out of reach.
    pub fn is_dead(&self, place: usize) -> bool {
        self.places[place].manner.dead.load(Ordering::SeqCst)
    }

    /// The place of a printer within reach that takes over from the one at `place`.
    pub fn stand_in(&self, place: usize) -> Option<usize> {
        self.setup.stand_in(place, |other| self.is_dead(other))
    }

    /// The place of the printer for a role, or of what stands in for it.
    pub fn place_for(&self, role: PrinterRole) -> usize {
        let place = self.setup.place_for(role);
        match self.is_dead(place) {
            true => self.stand_in(place).unwrap_or(place),
            false => place,
        }
    }

    /// The place of a job's printer; the first where this till no longer has it.
    pub fn place_of(&self, printer: &str) -> usize {
        self.at(printer).unwrap_or_default()
    }

    pub fn draw(&self, place: usize, document: &Document) -> Vec<Bitmap> {
        self.places[place].types.draw(document)
    }

    /// The printer that jobs name so.
    fn at(&self, address: &str) -> Option<usize> {
        self.places
            .iter()
            .position(|place| place.address == address)
    }

    fn addresses(&self) -> Vec<String> {
        let places = self.places.iter();
        places.map(|place| place.address.clone()).collect()
    }
}

impl Home {
    fn of(printer: &TillPrinter) -> Self {
        Home {
            address: printer.address(),
            dots: usize::from(printer.profile.paper.dots),
        }
    }
}

impl Room {
    /// Opens with the printers of a set-up; see [`super::Printing::start`].
    pub fn open(
        till: &Till,
        setup: PrinterSetup,
        devices: Devices,
        pace: Pace,
        changed: impl FnMut() + Send + 'static,
    ) -> Result<Arc<Self>, Error> {
        let addresses = setup.printers.iter().map(TillPrinter::address).collect();
        let now = till.moments().now("UTC");
        let broken = jobs::take_over(till.store(), addresses, now - AGES.paper)?;
        let empty = Desk {
            setup: setup.clone(),
            places: Vec::new(),
        };
        let room = Arc::new(Room {
            till: till.clone(),
            scribe: Scribe::new(till, &setup),
            desk: Mutex::new(Arc::new(empty)),
            devices,
            pace,
            changed: Arc::new(Mutex::new(changed)),
        });
        room.furnish(setup, &broken);
        Ok(room)
    }

    /// Goes on with the printers of another set-up. One that stays goes on with the
    /// paper in hand; what waits for one that goes is for its successor.
    pub fn refurnish(self: &Arc<Self>, setup: PrinterSetup) -> Result<(), Error> {
        self.furnish(setup, &[]);
        Ok(self.rehouse()?)
    }

    fn furnish(self: &Arc<Self>, setup: PrinterSetup, broken: &[String]) {
        self.scribe.write_as(&setup);
        // Held until the new printers are known: what their threads tell is heard
        // after that.
        let mut desk = self.lock();
        let places = setup.printers.iter().map(|printer| {
            let address = printer.address();
            match desk.at(&address) {
                Some(place) => Arc::clone(&desk.places[place]),
                None => Arc::new(self.place(printer, &setup.pictures, broken.contains(&address))),
            }
        });
        let places = places.collect();
        let before = std::mem::replace(&mut *desk, Arc::new(Desk { setup, places }));
        drop(desk);
        drop(before);
    }

    fn place(self: &Arc<Self>, printer: &TillPrinter, pictures: &Path, broke_off: bool) -> Place {
        let address = printer.address();
        let manner = Arc::<Manner>::default();
        let ears = Ears {
            till: self.till.clone(),
            room: Arc::downgrade(self),
            address: address.clone(),
            manner: Arc::clone(&manner),
        };
        let changed = Arc::clone(&self.changed);
        let notify = move |notice: Notice| {
            ears.hear(&notice);
            (changed.lock().expect("telling of a change does not panic"))();
        };
        let types = Types::of(&printer.profile);
        let draws = {
            let (scribe, types) = (self.scribe.clone(), types.clone());
            move |paper: &_| Ok(types.draw(&scribe.write_out(paper, None)?.document))
        };
        let jobs = TillJobs::new(
            self.till.store().clone(),
            address.clone(),
            self.till.moments().clone(),
            AGES,
            draws,
        );
        let device = (self.devices)(printer, pictures, broke_off);
        Place {
            address,
            types,
            worker: Worker::start(jobs, device, self.pace, notify),
            manner,
        }
    }

    pub fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Desk>> {
        self.desk.lock().expect("changing printers does not panic")
    }

    /// Gives what waits for printers that are gone to those there are.
    fn rehouse(&self) -> Result<(), StoreError> {
        let desk = self.desk();
        let homes = desk.setup.clone();
        let home = move |kind: Option<super::PaperKind>| {
            let place = kind.map_or(0, |kind| homes.place_for(role_of(kind)));
            Home::of(&homes.printers[place])
        };
        jobs::rehouse(self.till.store(), desk.addresses(), home)?;
        for place in &desk.places {
            place.worker.look();
        }
        Ok(())
    }
}

/// Listens to one printer's queue: remembers how the printer is, and gives its
/// papers to another when it is dead or gone.
struct Ears {
    till: Till,
    room: Weak<Room>,
    address: String,
    manner: Arc<Manner>,
}

impl Ears {
    fn hear(&self, notice: &Notice) {
        let Notice::Changed { job, state } = notice else {
            return;
        };
        let trouble = match state {
            JobState::Blocked { reason }
            | JobState::Unknown { reason, .. }
            | JobState::Failed { reason } => Some(reason.trouble),
            JobState::Sending {
                held: Some(trouble),
            } => Some(*trouble),
            // That it is on its way says nothing yet.
            JobState::Sending { held: None } | JobState::Queued => return,
            _ => None,
        };
        *self.manner.trouble.lock().expect("nothing panics with it") = trouble;
        let dead = trouble.is_some_and(Trouble::means_dead);
        let was_dead = self.manner.dead.swap(dead, Ordering::SeqCst);
        if !matches!(state, JobState::Blocked { .. }) {
            return;
        }
        let Some(room) = self.room.upgrade() else {
            return;
        };
        let desk = room.desk();
        match desk.at(&self.address) {
            // A store that cannot be written now leaves it where it is, for the
            // next start.
            None => drop(room.rehouse()),
            // One refusal may be a cable being moved; after two it is dead.
            Some(place) if dead && was_dead => self.give_away(&desk, place, jobs::row_of(*job)),
            Some(_) => {}
        }
    }

    /// Gives a paper to the printer that stands in, if it is wide enough for it or
    /// still to be drawn.
    fn give_away(&self, desk: &Desk, place: usize, job: i64) {
        let Some(other) = desk.stand_in(place) else {
            return;
        };
        // A store that cannot be written now leaves it where it is.
        let home = Home::of(&desk.setup.printers[other]);
        let moved = jobs::hand_over(self.till.store(), job, home);
        if matches!(moved, Ok(true)) {
            desk.places[other].worker.look();
        }
    }
}
