//! A printer behind the kernel's own node, `/dev/usb/lp0`: no driver of ours, but
//! the user must be let at the node.

use std::io;
use std::path::PathBuf;

use super::node::{Node, open_node};
use super::transport::{Connection, Transport};

/// A printer behind a device node.
pub struct KernelTransport {
    path: PathBuf,
}

impl KernelTransport {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Transport for KernelTransport {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        Ok(Box::new(Node::new(open_node(&self.path)?)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::Bitmap;
    use crate::print::device::given::{Line, job, profile};
    use crate::print::device::{Delivery, Device, LinePrinter, Work};
    use crate::print::fake::{FakePrinter, Machine, Make};

    #[test]
    fn a_paper_through_a_node_is_confirmed() {
        let printer =
            FakePrinter::start(Machine::new(Make::default(), Vec::new()), 0).expect("a free port");
        let Some(line) = Line::to(printer.port()) else {
            println!("skipped: there is no python3 to make a node with");
            return;
        };
        let transport = KernelTransport::new(&line.path);
        let mut device = LinePrinter::new(transport, profile("epson-tm-t20"));
        let mut sheet = Bitmap::new(576, 300);
        sheet.fill(40, 3, 300, 290);
        let job = job(Work::Paper([sheet.clone()].into()));
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Confirmed), "{delivery:?}");
        let machine = printer.machine();
        assert_eq!(machine.tray().len(), 1);
        assert_eq!(machine.tray()[0].bitmap(72), sheet);
    }

    #[test]
    fn a_node_that_is_not_there_refuses() {
        let mut device =
            LinePrinter::new(KernelTransport::new("/nowhere/lp0"), profile("generic-80"));
        let job = job(Work::Paper([Bitmap::new(8, 8)].into()));
        let delivery = device.deliver(&job, &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(_)), "{delivery:?}");
    }
}
