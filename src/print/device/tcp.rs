//! A printer on the network, spoken to on a raw port.
//!
//! Closing a connection with unread replies resets it, and the reset throws away
//! what the printer has not read yet: the end of the receipt. So replies are
//! read on a thread of their own, which outlives the attempt until the printer
//! closes its side.

use std::io::{self, ErrorKind, Write};
use std::net::{Shutdown, TcpStream, ToSocketAddrs};
use std::time::{Duration, Instant};

use super::hearing::Hearing;
use super::transport::{Connection, Heard, Transport};

/// For the connection.
const CONNECT: Duration = Duration::from_secs(3);
/// For one try to send or to read.
const TURN: Duration = Duration::from_millis(250);
/// For late replies after the attempt has ended.
const LINGER: Duration = Duration::from_secs(120);

/// A printer at `host:port`, by name or address; one connection per job.
pub struct TcpTransport {
    host: String,
    port: u16,
}

impl TcpTransport {
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
        }
    }

    fn reach(&self) -> io::Result<TcpStream> {
        let mut fault = io::Error::new(ErrorKind::NotFound, "the host has no address");
        for address in (self.host.as_str(), self.port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, CONNECT) {
                Ok(stream) => return Ok(stream),
                Err(refused) => fault = refused,
            }
        }
        Err(fault)
    }
}

impl Transport for TcpTransport {
    fn name(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let stream = self.reach()?;
        stream.set_nodelay(true)?;
        stream.set_write_timeout(Some(TURN))?;
        stream.set_read_timeout(Some(TURN))?;
        let hearing = Hearing::start(stream.try_clone()?, LINGER)?;
        Ok(Box::new(Tcp {
            stream,
            hearing,
            since: Instant::now(),
            finished: false,
        }))
    }
}

struct Tcp {
    stream: TcpStream,
    hearing: Hearing,
    since: Instant,
    finished: bool,
}

impl Connection for Tcp {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        self.hearing.hear(wait)
    }

    fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }

    fn finish(mut self: Box<Self>, patience: Duration) -> io::Result<()> {
        self.finished = true;
        self.stream.shutdown(Shutdown::Write)?;
        self.hearing.until_closed(patience)
    }
}

impl Drop for Tcp {
    fn drop(&mut self) {
        if !self.finished {
            // Half a paper must not be followed by the rest of a buffer.
            let _ = self.stream.shutdown(Shutdown::Both);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::device::given::{job, profile};
    use crate::print::device::{Delivery, Device, Job, LinePrinter, Waits, Work};
    use crate::print::escpos::Commands;
    use std::io::Read;
    use std::net::TcpListener;
    use std::thread::{self, JoinHandle};

    fn paper(rows: usize) -> Job {
        let mut sheet = Bitmap::new(576, rows);
        sheet.fill(5, 5, 400, rows as i32 - 10);
        job(Work::Paper([sheet].into()))
    }

    /// A printer that does `then` with its one connection.
    fn printer<T: Send + 'static>(
        then: impl FnOnce(TcpStream) -> T + Send + 'static,
    ) -> (LinePrinter<TcpTransport>, JoinHandle<T>) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let handle = thread::spawn(move || then(listener.accept().expect("a connection").0));
        let waits = Waits {
            patience: Duration::from_millis(600),
            close: Duration::from_secs(20),
            ..Waits::default()
        };
        let transport = TcpTransport::new("127.0.0.1", port);
        (
            LinePrinter::new(transport, profile("generic-80")).waits(waits),
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
        let delivery = device.deliver(&job, &mut |_| {});
        let received = handle.join().expect("the printer");
        let Work::Paper(sheets) = &job.work else {
            unreachable!("it is a paper")
        };
        let wanted = Commands::paper(sheets, &profile("generic-80")).bytes();
        assert!(
            matches!(delivery, Delivery::Sent { bytes } if bytes == wanted.len() as u64),
            "{delivery:?}"
        );
        assert_eq!(received, wanted);
    }

    #[test]
    fn a_printer_that_stops_reading_leaves_the_outcome_unknown() {
        let (mut device, handle) = printer(|stream| stream);
        let delivery = device.deliver(&paper(200_000), &mut |_| {});
        drop(handle.join());
        assert!(
            matches!(delivery, Delivery::Unknown { sent, .. } if sent > 0),
            "{delivery:?}"
        );
    }

    #[test]
    fn a_printer_that_loses_power_leaves_the_outcome_unknown() {
        let (mut device, handle) = printer(|mut stream| {
            let mut bytes = [0; 20_000];
            stream.read_exact(&mut bytes).expect("the first bytes");
        });
        let delivery = device.deliver(&paper(200_000), &mut |_| {});
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
        let mut device =
            LinePrinter::new(TcpTransport::new("127.0.0.1", port), profile("generic-80"));
        let delivery = device.deliver(&paper(20), &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(fault) if fault.may_pass()));
    }

    #[test]
    fn the_drawer_command_alone_is_five_bytes() {
        let (mut device, handle) = printer(|mut stream| {
            let mut received = Vec::new();
            stream.read_to_end(&mut received).expect("no reset");
            received
        });
        let delivery = device.deliver(&job(Work::OpenDrawer), &mut |_| {});
        assert!(
            matches!(delivery, Delivery::Sent { bytes: 5 }),
            "{delivery:?}"
        );
        let wanted = Commands::drawer(&profile("generic-80"))
            .expect("a drawer")
            .bytes();
        assert_eq!(handle.join().expect("the printer"), wanted);
    }
}
