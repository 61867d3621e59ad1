//! A printer on the network, spoken to on a raw port.
//!
//! Closing a connection with unread replies resets it, and the reset throws away
//! what the printer has not read yet: the end of the receipt. So replies are
//! read on a thread of their own, which outlives the attempt until the printer
//! closes its side.

use std::io::{self, ErrorKind, Read};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::{Delivery, Device, DeviceFault, Job};
use crate::print::escpos::transmit;
use crate::print::profile::Profile;

/// How long to wait for a printer.
#[derive(Clone, Copy, Debug)]
pub struct TcpWaits {
    /// For the connection.
    pub connect: Duration,
    /// For the printer to take more bytes. Long: a printer that has run out of
    /// paper goes on by itself when it gets some.
    pub write: Duration,
    /// Above the time the paper takes, for the printer to close its side.
    pub close: Duration,
    /// For late replies after the attempt has ended.
    pub linger: Duration,
}

impl Default for TcpWaits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            write: Duration::from_secs(60),
            close: Duration::from_millis(500),
            linger: Duration::from_secs(120),
        }
    }
}

/// A printer at `host:port`; one connection per job.
pub struct TcpPrinter {
    host: String,
    port: u16,
    profile: Arc<Profile>,
    waits: TcpWaits,
}

impl TcpPrinter {
    /// `port` is the profile's unless the owner knows better.
    pub fn new(host: impl Into<String>, port: Option<u16>, profile: Arc<Profile>) -> Self {
        let port = port.unwrap_or(profile.transport.tcp_port);
        Self {
            host: host.into(),
            port,
            profile,
            waits: TcpWaits::default(),
        }
    }

    /// Other waits than the usual ones.
    pub fn waits(mut self, waits: TcpWaits) -> Self {
        self.waits = waits;
        self
    }

    fn connect(&self) -> io::Result<TcpStream> {
        let mut fault = io::Error::new(ErrorKind::NotFound, "the host has no address");
        for address in (self.host.as_str(), self.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, self.waits.connect) {
                Ok(stream) => {
                    stream.set_nodelay(true)?;
                    stream.set_write_timeout(Some(self.waits.write))?;
                    return Ok(stream);
                }
                Err(refused) => fault = refused,
            }
        }
        Err(fault)
    }
}

impl Device for TcpPrinter {
    fn name(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    fn deliver(&mut self, job: &Job) -> Delivery {
        let device = self.name();
        let commands = match job.work.commands(&self.profile, &device) {
            Ok(commands) => commands,
            Err(fault) => return Delivery::Refused(fault),
        };
        let opened = self
            .connect()
            .and_then(|stream| Ok((drain(&stream, self.waits.linger)?, stream)));
        let (closed, mut stream) = match opened {
            Ok(opened) => opened,
            Err(source) => return Delivery::Refused(DeviceFault::Unreachable { device, source }),
        };
        let delivery = Delivery::after(transmit(&commands, &mut stream), &device);
        let Delivery::Sent { bytes } = delivery else {
            // Half a paper must not be followed by the rest of a buffer.
            let _ = stream.shutdown(Shutdown::Both);
            return delivery;
        };
        let lost = |source| Delivery::Unknown {
            sent: bytes,
            fault: DeviceFault::BrokeOff {
                device: device.clone(),
                source,
            },
        };
        if let Err(source) = stream.shutdown(Shutdown::Write) {
            return lost(source);
        }
        let printing = Duration::from_millis(self.profile.print_ms(job.work.rows()));
        match closed.recv_timeout(printing + self.waits.close) {
            Ok(Some(source)) => lost(source),
            Ok(None) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                Delivery::Sent { bytes }
            }
        }
    }
}

/// Reads replies until the printer closes its side or `linger` passes without a
/// reply, then tells how it ended: a fault, or nothing for a clean end.
fn drain(stream: &TcpStream, linger: Duration) -> io::Result<Receiver<Option<io::Error>>> {
    let mut replies = stream.try_clone()?;
    replies.set_read_timeout(Some(linger))?;
    let (ended, closed) = mpsc::channel();
    thread::Builder::new()
        .name("printer replies".to_string())
        .spawn(move || {
            let mut bytes = [0_u8; 256];
            let fault = loop {
                match replies.read(&mut bytes) {
                    Ok(0) => break None,
                    Ok(_) => {}
                    Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
                    Err(fault)
                        if matches!(fault.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                    {
                        break None;
                    }
                    Err(fault) => break Some(fault),
                }
            };
            // Nobody is listening any more when the attempt ended before the printer.
            let _ = ended.send(fault);
        })?;
    Ok(closed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::device::Work;
    use crate::print::escpos::Commands;
    use crate::print::profile::Catalogue;
    use std::io::Write;
    use std::net::TcpListener;
    use std::thread::JoinHandle;
    use uuid::Uuid;

    fn profile() -> Arc<Profile> {
        Arc::new(
            Catalogue::shipped()
                .get("generic-80")
                .expect("shipped")
                .clone(),
        )
    }

    fn paper(rows: usize) -> Job {
        let mut sheet = Bitmap::new(576, rows);
        sheet.fill(5, 5, 400, rows as i32 - 10);
        Job {
            id: Uuid::nil(),
            name: String::new(),
            work: Work::Paper([sheet].into()),
        }
    }

    /// A printer that does `then` with its one connection.
    fn printer<T: Send + 'static>(
        then: impl FnOnce(TcpStream) -> T + Send + 'static,
    ) -> (TcpPrinter, JoinHandle<T>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let handle = thread::spawn(move || then(listener.accept().expect("a connection").0));
        let waits = TcpWaits {
            connect: Duration::from_secs(5),
            write: Duration::from_millis(300),
            close: Duration::from_secs(20),
            linger: Duration::from_secs(20),
        };
        (
            TcpPrinter::new("127.0.0.1", Some(port), profile()).waits(waits),
            handle,
        )
    }

    #[test]
    fn a_printer_that_talks_back_still_gets_every_byte() {
        let (mut device, handle) = printer(|mut stream| {
            stream.write_all(&[0x10, 0, 0, 0]).expect("status");
            let mut received = Vec::<u8>::new();
            let mut bytes = [0; 512];
            loop {
                match stream.read(&mut bytes).expect("no reset") {
                    0 => return received,
                    length => received.extend(&bytes[..length]),
                }
                stream.write_all(&[0x12]).expect("a reply nobody asked for");
            }
        });
        let job = paper(2_000);
        let delivery = device.deliver(&job);
        let received = handle.join().expect("the printer");
        let wanted = job.work.commands(&profile(), "").expect("a paper").bytes();
        assert!(
            matches!(delivery, Delivery::Sent { bytes } if bytes == wanted.len() as u64),
            "{delivery:?}"
        );
        assert_eq!(received, wanted);
    }

    #[test]
    fn a_printer_that_stops_reading_leaves_the_outcome_unknown() {
        let (mut device, handle) = printer(|stream| stream);
        let job = paper(200_000);
        let delivery = device.deliver(&job);
        drop(handle.join());
        let all = job.work.commands(&profile(), "").expect("a paper").len() as u64;
        assert!(
            matches!(delivery, Delivery::Unknown { sent, .. } if sent > 0 && sent < all),
            "{delivery:?}"
        );
    }

    #[test]
    fn a_printer_that_loses_power_leaves_the_outcome_unknown() {
        let (mut device, handle) = printer(|mut stream| {
            let mut bytes = [0; 20_000];
            stream.read_exact(&mut bytes).expect("the first bytes");
        });
        let delivery = device.deliver(&paper(200_000));
        handle.join().expect("the printer");
        assert!(
            matches!(delivery, Delivery::Unknown { sent, .. } if sent >= 20_000),
            "{delivery:?}"
        );
    }

    #[test]
    fn nobody_at_the_address_refuses() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        drop(listener);
        let mut device = TcpPrinter::new("127.0.0.1", Some(port), profile());
        let delivery = device.deliver(&paper(20));
        assert!(matches!(delivery, Delivery::Refused(fault) if fault.may_pass()));
    }

    #[test]
    fn the_drawer_command_alone_is_five_bytes() {
        let (mut device, handle) = printer(|mut stream| {
            let mut received = Vec::new();
            stream.read_to_end(&mut received).expect("no reset");
            received
        });
        let delivery = device.deliver(&Job {
            id: Uuid::nil(),
            name: String::new(),
            work: Work::OpenDrawer,
        });
        assert!(
            matches!(delivery, Delivery::Sent { bytes: 5 }),
            "{delivery:?}"
        );
        let wanted = Commands::drawer(&profile()).expect("a drawer").bytes();
        assert_eq!(handle.join().expect("the printer"), wanted);
    }
}
