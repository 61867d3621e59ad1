//! A printer on USB, spoken to without a driver of the system's: found by vendor
//! and product, looked for anew for every paper, so that it may be unplugged and
//! plugged in again.
//!
//! How a cheap printer behaves on the bus differs from model to model; of this
//! transport only what needs no device is tested.

use std::io::{self, ErrorKind};
use std::time::{Duration, Instant};

use nusb::descriptors::TransferType;
use nusb::transfer::{Buffer, Bulk, Direction, Out, TransferError};
use nusb::{Endpoint, MaybeFuture};

use super::hearing::Hearing;
use super::transport::{Connection, Heard, Transport};

/// The class every printer's interface has.
const PRINTER_CLASS: u8 = 7;
/// For one try to send or to read.
const TURN: Duration = Duration::from_millis(250);
/// Bytes in one transfer.
const TRANSFER: usize = 4_096;

/// A printer that is plugged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsbPrinter {
    pub vendor: u16,
    pub product: u16,
    pub serial: Option<String>,
    /// As it calls itself; empty when it does not.
    pub name: String,
}

impl UsbPrinter {
    /// Vendor and product as profiles and settings write them: `04b8:0e15`.
    pub fn ids(&self) -> String {
        format!("{:04x}:{:04x}", self.vendor, self.product)
    }
}

/// Every USB printer that is plugged in.
///
/// # Errors
/// When the system does not let this program look.
pub fn usb_printers() -> io::Result<Vec<UsbPrinter>> {
    let devices = nusb::list_devices().wait()?;
    let printers = devices.filter(|device| {
        let mut interfaces = device.interfaces();
        interfaces.any(|interface| interface.class() == PRINTER_CLASS)
    });
    Ok(printers
        .map(|device| {
            let words = [device.manufacturer_string(), device.product_string()];
            let words: Vec<&str> = words.into_iter().flatten().map(str::trim).collect();
            UsbPrinter {
                vendor: device.vendor_id(),
                product: device.product_id(),
                serial: device.serial_number().map(str::to_owned),
                name: words.join(" "),
            }
        })
        .collect())
}

/// A printer by vendor and product, and by its serial number where a till has
/// two of a kind.
pub struct UsbTransport {
    vendor: u16,
    product: u16,
    serial: Option<String>,
}

impl UsbTransport {
    pub fn new(vendor: u16, product: u16, serial: Option<String>) -> Self {
        Self {
            vendor,
            product,
            serial,
        }
    }
}

impl Transport for UsbTransport {
    fn name(&self) -> String {
        format!("usb {:04x}:{:04x}", self.vendor, self.product)
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let mut devices = nusb::list_devices().wait()?;
        let found = devices.find(|device| {
            device.vendor_id() == self.vendor
                && device.product_id() == self.product
                && (self.serial.is_none() || device.serial_number() == self.serial.as_deref())
        });
        let found = found.ok_or(ErrorKind::NotFound)?;
        let device = found.open().wait()?;
        let ways = Ways::of(&device)?;
        let interface = device.detach_and_claim_interface(ways.interface).wait()?;
        let out = interface.endpoint::<Bulk, Out>(ways.out)?;
        let hearing = match ways.back {
            Some(back) => {
                let replies = interface.endpoint::<Bulk, nusb::transfer::In>(back)?;
                let replies = replies.reader(64).with_read_timeout(TURN);
                Some(Hearing::start(replies, Duration::ZERO)?)
            }
            None => None,
        };
        Ok(Box::new(Usb {
            out,
            hearing,
            since: Instant::now(),
        }))
    }
}

/// Where a printer's bytes go in and its replies come out.
struct Ways {
    interface: u8,
    out: u8,
    back: Option<u8>,
}

impl Ways {
    fn of(device: &nusb::Device) -> io::Result<Self> {
        let configuration = device
            .active_configuration()
            .map_err(|fault| io::Error::new(ErrorKind::Unsupported, fault.to_string()))?;
        for interface in configuration.interface_alt_settings() {
            if interface.class() != PRINTER_CLASS {
                continue;
            }
            let way = |direction| {
                interface
                    .endpoints()
                    .find(|endpoint| {
                        endpoint.transfer_type() == TransferType::Bulk
                            && endpoint.direction() == direction
                    })
                    .map(|endpoint| endpoint.address())
            };
            if let Some(out) = way(Direction::Out) {
                return Ok(Self {
                    interface: interface.interface_number(),
                    out,
                    back: way(Direction::In),
                });
            }
        }
        Err(io::Error::new(
            ErrorKind::Unsupported,
            "it has no printer interface",
        ))
    }
}

struct Usb {
    out: Endpoint<Bulk, Out>,
    hearing: Option<Hearing>,
    since: Instant,
}

impl Connection for Usb {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let some = &bytes[..bytes.len().min(TRANSFER)];
        let transfer = self
            .out
            .transfer_blocking(Buffer::from(some.to_vec()), TURN);
        match (transfer.actual_len, transfer.status) {
            // What went through counts, whatever became of the rest.
            (sent, _) if sent > 0 => Ok(sent),
            (_, Ok(())) => Err(ErrorKind::WriteZero.into()),
            (_, Err(TransferError::Cancelled)) => Err(ErrorKind::TimedOut.into()),
            (_, Err(fault)) => Err(io::Error::new(ErrorKind::BrokenPipe, fault)),
        }
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        match &mut self.hearing {
            Some(hearing) => hearing.hear(wait),
            None => Heard::Silence,
        }
    }

    fn can_hear(&self) -> bool {
        self.hearing.is_some()
    }

    fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }

    fn finish(mut self: Box<Self>, patience: Duration) -> io::Result<()> {
        match &mut self.hearing {
            Some(hearing) => hearing.until_closed(patience),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::device::given::{job, profile};
    use crate::print::device::{Delivery, Device, LinePrinter, Work};

    #[test]
    fn a_printer_that_is_not_plugged_in_refuses() {
        let transport = UsbTransport::new(0xfff0, 0xfff1, None);
        let mut device = LinePrinter::new(transport, profile("generic-80"));
        let delivery = device.deliver(&job(Work::OpenDrawer), &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(fault) if fault.may_pass()));
    }
}
