//! The printer behind a connection whose clock is the printer's own.

use std::io::{self, ErrorKind};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::machine::Machine;
use crate::print::device::{Connection, Heard, Transport};

/// Reaches a [`Machine`] in this program. Waiting for the printer lets the
/// printer's time pass and nobody's own.
#[derive(Clone)]
pub struct SimulatedTransport {
    pub machine: Arc<Mutex<Machine>>,
}

impl SimulatedTransport {
    pub fn new(machine: Machine) -> Self {
        Self {
            machine: Arc::new(Mutex::new(machine)),
        }
    }
}

impl Transport for SimulatedTransport {
    fn name(&self) -> String {
        "simulated".to_owned()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let mut machine = self.machine.lock().expect("the printer does not panic");
        // Somebody who finds nobody there has spent some time on it.
        machine.advance(5);
        match machine.connect() {
            true => Ok(Box::new(Simulated {
                machine: Arc::clone(&self.machine),
            })),
            false => Err(ErrorKind::ConnectionRefused.into()),
        }
    }
}

struct Simulated {
    machine: Arc<Mutex<Machine>>,
}

impl Connection for Simulated {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut machine = self.machine.lock().expect("the printer does not panic");
        if !machine.is_connected() {
            return Err(ErrorKind::BrokenPipe.into());
        }
        match machine.receive(bytes) {
            0 => Err(ErrorKind::WouldBlock.into()),
            taken => Ok(taken),
        }
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        let mut machine = self.machine.lock().expect("the printer does not panic");
        let ends = machine.now_ms() + wait.as_millis().max(1) as u64;
        loop {
            let replies = machine.take_replies();
            if !replies.is_empty() {
                return Heard::Bytes(replies);
            }
            if !machine.is_connected() {
                return Heard::Closed(None);
            }
            if machine.now_ms() >= ends {
                return Heard::Silence;
            }
            let left = ends - machine.now_ms();
            machine.beat(left);
        }
    }

    fn elapsed(&self) -> Duration {
        let machine = self.machine.lock().expect("the printer does not panic");
        Duration::from_millis(machine.now_ms())
    }

    fn finish(self: Box<Self>, patience: Duration) -> io::Result<()> {
        let mut machine = self.machine.lock().expect("the printer does not panic");
        let ends = machine.now_ms() + patience.as_millis() as u64;
        while !machine.is_idle() && machine.is_connected() && machine.now_ms() < ends {
            let left = ends - machine.now_ms();
            machine.beat(left);
        }
        match machine.is_connected() {
            true => Ok(()),
            false => Err(ErrorKind::ConnectionReset.into()),
        }
    }
}

impl Drop for Simulated {
    fn drop(&mut self) {
        if let Ok(mut machine) = self.machine.lock() {
            machine.hang_up();
        }
    }
}
