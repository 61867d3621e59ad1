//! What the till says was printed, held against what a printer printed while
//! everything went wrong: by stories, and by random schedules of faults.
//!
//! The printer's time is its own, so hours of it take no time here.

mod hall;
mod selling;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use uuid::Uuid;

use super::Answer;
use super::jobs::{self, Standing};
use crate::domain::id::TillCode;
use crate::print::Bitmap;
use crate::print::device::{
    Connection, Delivery, Device, Heard, Job, LinePrinter, Transport, Trouble, Waits, Work,
};
use crate::print::fake::{Fault, FaultKind};
use crate::services::demo::chance::Chance;
use crate::store::{NewPrintJob, Store};
use hall::{Candour, Hall, PRINTER, device};

/// A sheet like no other, without dots that look like real-time commands.
fn sheet(rows: usize, chance: &mut Chance) -> Bitmap {
    let mut data = Vec::with_capacity(72 * rows);
    for _ in 0..72 * rows {
        data.push(match chance.below(255) as u8 {
            0x10 => 0x11,
            byte => byte,
        });
    }
    Bitmap::from_data(576, rows, data).unwrap()
}

fn fault(kind: FaultKind, at: u64, lasts_ms: u64) -> Fault {
    Fault { kind, at, lasts_ms }
}

const EVER: u64 = u64::MAX;

#[test]
fn every_fault_has_its_state() {
    use Candour::{Confirms, Silent, Tells};
    use Standing::{Asking, Blocked, Printed, Printing, Sent};
    use Trouble::{
        BrokeOff, CoverOpen, CutterJammed, NoAnswer, Offline, PaperOut, StoodStill, Unconfirmed,
        Unreachable,
    };
    // The paper of 600 rows is printed in 375 ms.
    let stories = [
        (Confirms, "", Printed, None, 1),
        (Tells, "", Sent, None, 1),
        (Silent, "", Sent, None, 1),
        // Before the paper: nothing is sent, and the printer says why.
        (Confirms, "paper-out@0", Blocked, Some(PaperOut), 0),
        (Confirms, "cover-open@0", Blocked, Some(CoverOpen), 0),
        (Confirms, "cutter-jam@0", Blocked, Some(CutterJammed), 0),
        (Confirms, "offline@0", Blocked, Some(Offline), 0),
        (Tells, "paper-out@0", Blocked, Some(PaperOut), 0),
        (Confirms, "unreachable@0", Blocked, Some(Unreachable), 0),
        (Silent, "unreachable@0", Blocked, Some(Unreachable), 0),
        (Confirms, "power-loss@0", Blocked, Some(Unreachable), 0),
        (Confirms, "mute@0", Blocked, Some(NoAnswer), 0),
        (Tells, "mute@0", Blocked, Some(NoAnswer), 0),
        (Confirms, "deaf@0", Blocked, Some(NoAnswer), 0),
        // Before the paper, and put right: it is printed by itself.
        (Confirms, "paper-out@0:3000", Printed, None, 1),
        (Tells, "cover-open@0:3000", Sent, None, 1),
        (Confirms, "unreachable@0:3000", Printed, None, 1),
        (Silent, "unreachable@0:3000", Sent, None, 1),
        // In the middle, and put right: the printer goes on by itself.
        (Confirms, "paper-out@300:60000", Printed, None, 1),
        (Confirms, "cover-open@300:60000", Printed, None, 1),
        (Confirms, "cutter-jam@599:60000", Printed, None, 1),
        (Tells, "paper-out@300:60000", Sent, None, 1),
        (Tells, "paper-out@590:60000", Sent, None, 1),
        // In the middle, for good: nobody knows whether somebody puts it right.
        (Confirms, "paper-out@300", Asking, Some(StoodStill), 0),
        (Tells, "paper-out@300", Asking, Some(StoodStill), 0),
        // Contact lost.
        (Confirms, "power-loss@300:9000", Asking, Some(BrokeOff), 0),
        (Tells, "power-loss@300:9000", Asking, Some(BrokeOff), 0),
        (Silent, "power-loss@300:9000", Asking, Some(BrokeOff), 0),
        (Confirms, "disconnect@20000:1", Asking, Some(BrokeOff), 0),
        // It is all printed, and nobody says so.
        (Confirms, "disconnect@43000:1", Asking, Some(BrokeOff), 0),
        (
            Confirms,
            "lost-confirmation@0",
            Asking,
            Some(Unconfirmed),
            1,
        ),
        (
            Confirms,
            "wrong-confirmation@0",
            Asking,
            Some(Unconfirmed),
            1,
        ),
        (Confirms, "mute@9000", Asking, Some(Unconfirmed), 1),
        (Tells, "mute@9000", Asking, Some(NoAnswer), 1),
        // Slow and narrow is not wrong.
        (Confirms, "slow@0", Printed, None, 1),
        (Confirms, "short-writes@0", Printed, None, 1),
        (Silent, "short-writes@0", Sent, None, 1),
    ];
    for (candour, gone_wrong, standing, trouble, count) in stories {
        let faults = gone_wrong.split_whitespace().map(|text| text.parse());
        let mut hall = Hall::open(candour, faults.collect::<Result<_, _>>().unwrap());
        let paper = sheet(600, &mut Chance::seeded(7));
        let id = hall.queue(paper.clone());
        hall.work(4);
        let job = hall.job(id);
        let what = format!("{candour:?}, {gone_wrong:?}: {:?}", job.reason);
        assert_eq!((job.standing, job.trouble), (standing, trouble), "{what}");
        assert_eq!(hall.found(&paper).0, count, "{what}");
        assert_ne!(job.standing, Printing, "{what}");
    }
}

#[test]
fn noise_is_no_answer() {
    for (candour, wanted) in [
        (Candour::Confirms, [Standing::Blocked, Standing::Asking]),
        (Candour::Tells, [Standing::Blocked, Standing::Asking]),
    ] {
        for (at, standing) in [0, 9_000].into_iter().zip(wanted) {
            let garbage = fault(FaultKind::Garbage, at, EVER);
            let mut hall = Hall::open(candour, vec![garbage]);
            let paper = sheet(300, &mut Chance::seeded(9));
            let id = hall.queue(paper.clone());
            hall.work(2);
            let job = hall.job(id);
            // Noise can look like any answer but the confirmation of this paper.
            assert_ne!(job.standing, Standing::Printed, "{candour:?} {at}");
            if job.standing == standing && standing == Standing::Blocked {
                assert_eq!(hall.found(&paper), (0, false), "{candour:?} {at}");
            }
        }
    }
}

/// A printer that takes everything and says whatever comes out of the dice:
/// whole answers, broken ones, noise.
struct Babbler(Chance, u64);

impl Connection for Babbler {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1 += 1;
        match self.0.below(8) {
            0 => Err(io::ErrorKind::WouldBlock.into()),
            1 => Ok(1.min(bytes.len())),
            _ => Ok(bytes.len()),
        }
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        self.1 += wait.as_millis() as u64 / 2 + 1;
        let whole: [&[u8]; 6] = [
            &[0x12],
            &[0x1a],
            &[0x16],
            &[0x10, 0, 0, 0],
            &[0x37, 0x22, b'!', b'!', b'!', b'!', 0],
            b"_Babbler\0",
        ];
        let mut said = whole[self.0.below(6) as usize].to_vec();
        match self.0.below(6) {
            0 => said.truncate(1),
            1 => said.push(self.0.below(256) as u8),
            2 => said[0] ^= 1 << self.0.below(8),
            3 => return Heard::Silence,
            4 if self.0.below(40) == 0 => return Heard::Closed(None),
            _ => {}
        }
        Heard::Bytes(said)
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.1)
    }

    fn finish(self: Box<Self>, _patience: Duration) -> io::Result<()> {
        Ok(())
    }
}

impl Transport for Babbler {
    fn name(&self) -> String {
        "babbler".to_owned()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let seed = self.0.below(u64::MAX);
        Ok(Box::new(Babbler(Chance::seeded(seed), 0)))
    }
}

#[test]
fn ten_thousand_babbling_printers_come_to_an_end() {
    let seed = 77;
    let paper = sheet(24, &mut Chance::seeded(1));
    let profiles = [Candour::Confirms, Candour::Tells].map(|candour| {
        let mut profile = (*candour.profile()).clone();
        profile.status.confirm_timeout_s = 1;
        Arc::new(profile)
    });
    let waits = Waits {
        patience: Duration::from_secs(2),
        silence: Duration::from_secs(1),
        ..Waits::default()
    };
    let mut babbler = Chance::seeded(seed);
    for round in 0..10_000_u128 {
        let profile = profiles[babbler.below(2) as usize].clone();
        let babbler = Babbler(Chance::seeded(babbler.below(u64::MAX)), 0);
        let mut device = LinePrinter::new(babbler, profile).waits(waits);
        let job = Job {
            id: Uuid::from_u128(1_000_000 + round),
            name: String::new(),
            work: Work::Paper([paper.clone()].into()),
        };
        let delivery = device.deliver(&job, &mut |_| {});
        // Only the id of this very paper confirms it, and it is never said.
        assert!(
            !matches!(delivery, Delivery::Confirmed),
            "seed {seed}, printer {round}: {delivery:?}"
        );
    }
}

#[test]
fn a_drawer_that_stays_shut_is_told_and_never_opens_later() {
    let drawer = |hall: &Hall| {
        let job = NewPrintJob {
            printer: PRINTER.to_owned(),
            kind: jobs::DRAWER.to_owned(),
            title: String::new(),
            reference: String::new(),
            document: Vec::new(),
            copy: 0,
            queued_at: hall.moments.now("UTC"),
        };
        hall.store
            .write(|writing| writing.queue_print(job))
            .unwrap()
    };
    let stories = [
        (None, 0, Standing::Printed, None, 1),
        (
            Some(FaultKind::DrawerStuck),
            0,
            Standing::Failed,
            Some(Trouble::DrawerShut),
            1,
        ),
        (
            Some(FaultKind::CoverOpen),
            0,
            Standing::Failed,
            Some(Trouble::CoverOpen),
            0,
        ),
        (
            Some(FaultKind::Unreachable),
            0,
            Standing::Failed,
            Some(Trouble::Unreachable),
            0,
        ),
        (None, 30_000, Standing::Failed, Some(Trouble::DrawerShut), 0),
    ];
    for (kind, waited, standing, trouble, pulses) in stories {
        let faults = kind.map(|kind| fault(kind, 0, 60_000));
        let mut hall = Hall::open(Candour::Confirms, faults.into_iter().collect());
        let mut profile = (*hall.profile).clone();
        profile.drawer.sense = crate::print::profile::DrawerSense::HighIsOpen;
        hall.device = device(&hall.printer, &Arc::new(profile), u64::MAX, false);
        let id = drawer(&hall);
        hall.clock.advance(TimeDelta::milliseconds(waited));
        hall.work(3);
        hall.pass(120_000);
        hall.work(3);
        let job = hall.job(id);
        assert_eq!((job.standing, job.trouble), (standing, trouble), "{kind:?}");
        assert_eq!(hall.machine().pulses, pulses, "{kind:?}");
    }
}

#[test]
fn after_a_long_outage_nothing_bursts_out() {
    let away = fault(FaultKind::Unreachable, 0, 3_600_000);
    let mut hall = Hall::open(Candour::Confirms, vec![away]);
    let mut chance = Chance::seeded(3);
    let old: Vec<i64> = (0..3).map(|_| hall.queue(sheet(90, &mut chance))).collect();
    hall.work(2);
    hall.pass(3_600_000);
    let fresh = hall.queue(sheet(90, &mut chance));
    hall.work(2);
    assert_eq!(hall.machine().tray().len(), 1);
    assert_eq!(hall.job(fresh).standing, Standing::Printed);
    for id in &old {
        assert_eq!(hall.job(*id).standing, Standing::Held);
    }
    hall.answer(old[1], Answer::PrintNow);
    hall.work(2);
    assert_eq!(hall.job(old[1]).standing, Standing::Printed);
    assert_eq!(hall.machine().tray().len(), 2);
}

#[test]
fn what_follows_a_broken_paper_is_whole() {
    for bytes in [60, 500, 4_100, 9_001, 20_000, 42_000] {
        let mut hall = Hall::open(Candour::Confirms, Vec::new());
        let mut chance = Chance::seeded(bytes);
        let first = sheet(600, &mut chance);
        let broken = hall.queue(first.clone());
        hall.work_until_death(bytes);
        assert_eq!(hall.job(broken).standing, Standing::Asking, "{bytes}");
        let next = sheet(200, &mut chance);
        let second = hall.queue(next.clone());
        hall.work(3);
        assert_eq!(hall.job(second).standing, Standing::Printed, "{bytes}");
        assert_eq!(hall.found(&next).0, 1, "{bytes}");
        assert_eq!(hall.found(&first).0, 0, "{bytes}");
        assert_eq!(hall.machine().letters, 0, "{bytes}");
    }
}

/// One random evening; panics when the till says what is not so.
fn evening(seed: u64, store: &Store) {
    let mut chance = Chance::seeded(seed);
    let candour = [Candour::Confirms, Candour::Tells, Candour::Silent][chance.below(3) as usize];
    let faults = (0..chance.below(4))
        .map(|_| {
            let kind = FaultKind::ALL[chance.below(FaultKind::ALL.len() as u64) as usize];
            let at = match kind.counts_bytes() {
                true => chance.below(40_000),
                false => chance.below(500),
            };
            let lasts = [1, 700, 9_000, 900_000, EVER][chance.below(5) as usize];
            fault(kind, at, lasts)
        })
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let mut hall = Hall::in_store(store.clone(), folder, candour, faults);
    for _ in 0..1 + chance.below(4) {
        let paper = sheet(20 + chance.below(180) as usize, &mut chance);
        let id = hall.queue(paper);
        match chance.below(6) {
            0 => hall.work_until_death(chance.below(15_000)),
            1 => hall.pass(chance.below(700_000)),
            2 => hall.answer(id, Answer::GiveUp),
            _ => hall.work(chance.below(4) as usize),
        }
        let held = hall.papers[chance.below(hall.papers.len() as u64) as usize].0;
        hall.answer(held, Answer::PrintNow);
    }
    hall.work(2);
    hall.pass(3_000_000);
    for (id, paper) in &hall.papers {
        let job = hall.job(*id);
        let (whole, part) = hall.found(paper);
        let what = format!("seed {seed}: {candour:?}, job {:?}", job);
        match job.standing {
            Standing::Printed => assert_eq!(whole, 1, "{what}"),
            Standing::Waiting | Standing::Blocked | Standing::Held | Standing::Failed => {
                assert!(!part, "{what}");
            }
            Standing::GivenUp => assert!(!part, "{what}"),
            Standing::Sent | Standing::Asking => assert!(whole <= 1, "{what}"),
            Standing::Printing => panic!("{what}"),
        }
        // Nothing of this evening is left in line for the next.
        hall.answer(*id, Answer::GiveUp);
    }
}

#[test]
fn a_thousand_evenings() {
    const EVENINGS: u64 = 1_000;
    const HANDS: u64 = 4;
    let seed = match std::env::var("SEED") {
        Ok(seed) => seed.parse().expect("SEED is a number"),
        Err(_) => 20_261_126,
    };
    println!("SEED={seed}");
    std::thread::scope(|hands| {
        for hand in 0..HANDS {
            hands.spawn(move || {
                let folder = tempfile::tempdir().unwrap();
                let till = TillCode::new("T1").unwrap();
                let path = folder.path().join("till.sqlite");
                let store = Store::create(&path, &till).unwrap();
                for night in (hand..EVENINGS).step_by(HANDS as usize) {
                    evening(seed + night, &store);
                }
            });
        }
    });
}
