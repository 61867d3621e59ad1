//! One attempt to send commands: a fresh escpos `Printer` over a driver that
//! counts the bytes it got rid of, finishes short writes and keeps the fault.

use std::cell::{Cell, RefCell};
use std::io::{self, ErrorKind, Write};

use escpos::driver::Driver;
use escpos::errors::{PrinterError, Result as DriverResult};
use escpos::printer::Printer;
use escpos::utils::Protocol;

use super::Commands;

/// How far an attempt came.
#[derive(Debug)]
pub struct Transmission {
    /// Bytes the wire took. That is not yet paper.
    pub sent: u64,
    /// Why it ended before the last byte.
    pub fault: Option<io::Error>,
}

/// Sends all commands through `wire`, in order, and flushes it.
pub fn transmit(commands: &Commands, wire: &mut dyn Write) -> Transmission {
    let driver = Wire {
        inner: RefCell::new(wire),
        sent: Cell::new(0),
        fault: RefCell::new(None),
    };
    // A Printer keeps its instructions after a fault, so each attempt has its own.
    let mut printer = Printer::new(driver, Protocol::default(), None);
    let outcome = send(commands, &mut printer);
    let driver = printer.driver();
    let fault = match outcome {
        Ok(()) => None,
        Err(error) => Some(
            driver
                .fault
                .take()
                .unwrap_or_else(|| io::Error::other(error)),
        ),
    };
    Transmission {
        sent: driver.sent.get(),
        fault,
    }
}

fn send(commands: &Commands, printer: &mut Printer<Wire<'_>>) -> DriverResult<()> {
    if commands.starts_afresh {
        printer.init()?;
    }
    for part in &commands.parts {
        printer.custom(part)?;
    }
    printer.print()?;
    Ok(())
}

struct Wire<'w> {
    inner: RefCell<&'w mut dyn Write>,
    sent: Cell<u64>,
    fault: RefCell<Option<io::Error>>,
}

impl Wire<'_> {
    fn keep(&self, fault: io::Error) -> PrinterError {
        let told = PrinterError::Io(fault.to_string());
        self.fault.replace(Some(fault));
        told
    }
}

impl Driver for Wire<'_> {
    fn name(&self) -> String {
        "wire".to_string()
    }

    fn write(&self, data: &[u8]) -> DriverResult<()> {
        let mut rest = data;
        while !rest.is_empty() {
            match self.inner.borrow_mut().write(rest) {
                Ok(0) => return Err(self.keep(ErrorKind::WriteZero.into())),
                Ok(written) => {
                    self.sent.set(self.sent.get() + written as u64);
                    rest = &rest[written..];
                }
                Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                Err(fault) => return Err(self.keep(fault)),
            }
        }
        Ok(())
    }

    /// Replies are read beside the driver, by the device.
    fn read(&self, _replies: &mut [u8]) -> DriverResult<usize> {
        Ok(0)
    }

    fn flush(&self) -> DriverResult<()> {
        let flushed = self.inner.borrow_mut().flush();
        flushed.map_err(|fault| self.keep(fault))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::profile::Catalogue;

    /// Takes seven bytes at a time, and no more than `limit` altogether.
    struct Narrow {
        taken: Vec<u8>,
        limit: usize,
    }

    impl Write for Narrow {
        fn write(&mut self, data: &[u8]) -> io::Result<usize> {
            if self.taken.len() >= self.limit {
                return Err(ErrorKind::TimedOut.into());
            }
            let length = data.len().min(7).min(self.limit - self.taken.len());
            self.taken.extend(&data[..length]);
            Ok(length)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn short_writes_are_finished_and_bytes_are_counted() {
        let catalogue = Catalogue::shipped();
        let profile = catalogue.get("generic-80").expect("shipped");
        let mut sheet = Bitmap::new(576, 90);
        sheet.fill(10, 10, 300, 70);
        let commands = Commands::paper(&[sheet], profile);
        for limit in [0, 1, 100, commands.len() - 1, commands.len()] {
            let mut narrow = Narrow {
                taken: Vec::new(),
                limit,
            };
            let transmission = transmit(&commands, &mut narrow);
            assert_eq!(narrow.taken, commands.bytes()[..limit]);
            assert_eq!(transmission.sent, limit as u64);
            let fault = transmission.fault.map(|fault| fault.kind());
            assert_eq!(
                fault,
                (limit < commands.len()).then_some(ErrorKind::TimedOut)
            );
        }
    }
}
