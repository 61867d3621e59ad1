//! A printer on a serial line: a real port, or a USB adapter that looks like one.
//!
//! Raster papers are long: at 9600 baud a receipt takes minutes, which whoever
//! sets the printer up should be told (see [`seconds_for_receipt`]).

use std::io;
use std::path::PathBuf;

use rustix::termios::{self, OptionalActions, QueueSelector};

use super::node::{Node, open_node};
use super::transport::{Connection, Transport};

/// Bytes of a receipt of twenty lines, set as dots.
const RECEIPT_BYTES: u32 = 150_000;

/// How long a receipt takes at this speed: a byte is ten bits on the line.
pub fn seconds_for_receipt(baud: u32) -> u32 {
    (RECEIPT_BYTES * 10).div_ceil(baud.max(1))
}

/// A printer behind `path` at `baud` bits a second, eight bits, no parity.
pub struct SerialTransport {
    path: PathBuf,
    baud: u32,
}

impl SerialTransport {
    pub fn new(path: impl Into<PathBuf>, baud: u32) -> Self {
        Self {
            path: path.into(),
            baud,
        }
    }
}

impl Transport for SerialTransport {
    fn name(&self) -> String {
        format!("{}:{}", self.path.display(), self.baud)
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let file = open_node(&self.path)?;
        let mut line = termios::tcgetattr(&file)?;
        line.make_raw();
        line.set_speed(self.baud)?;
        // The modem lines of a printer's plug are often not wired: they must not
        // decide whether the port can be used.
        line.control_modes |= termios::ControlModes::CLOCAL | termios::ControlModes::CREAD;
        // A full buffer says so with XOFF and goes on with XON.
        line.input_modes |= termios::InputModes::IXON;
        termios::tcsetattr(&file, OptionalActions::Now, &line)?;
        termios::tcflush(&file, QueueSelector::IFlush)?;
        Ok(Box::new(Node::new(file)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Bitmap;
    use crate::print::device::given::{Line, job, profile};
    use crate::print::device::{Delivery, Device, Job, LinePrinter, Work};
    use crate::print::fake::{FakePrinter, Machine, Make};
    use uuid::Uuid;

    #[test]
    fn a_slow_line_is_known_to_be_slow() {
        assert_eq!(seconds_for_receipt(9_600), 157);
        assert_eq!(seconds_for_receipt(115_200), 14);
    }

    #[test]
    fn a_paper_over_a_line_is_confirmed() {
        let printer =
            FakePrinter::start(Machine::new(Make::default(), Vec::new()), 0).expect("a free port");
        let Some(line) = Line::to(printer.port()) else {
            println!("skipped: there is no python3 to make a line with");
            return;
        };
        let transport = SerialTransport::new(&line.path, 115_200);
        let mut device = LinePrinter::new(transport, profile("epson-tm-t20"));
        let mut sheet = Bitmap::new(576, 300);
        sheet.fill(3, 3, 500, 290);
        for number in 1..3 {
            let job = Job {
                id: Uuid::from_u128(number),
                ..job(Work::Paper([sheet.clone()].into()))
            };
            let delivery = device.deliver(&job, &mut |_| {});
            assert!(matches!(delivery, Delivery::Confirmed), "{delivery:?}");
        }
        let machine = printer.machine();
        assert_eq!(machine.tray().len(), 2);
        for printed in machine.tray() {
            assert_eq!(printed.bitmap(72), sheet);
        }
    }

    #[test]
    fn what_is_no_terminal_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ttyUSB0");
        std::fs::write(&path, "").expect("written");
        assert!(SerialTransport::new(&path, 115_200).connect().is_err());
    }
}
