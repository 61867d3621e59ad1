//! The printer behind a TCP port, in real time.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::machine::Machine;

/// How often it looks at its connection.
const BEAT: Duration = Duration::from_millis(1);

/// A printer on a port of this machine; gone when dropped.
pub struct FakePrinter {
    address: SocketAddr,
    machine: Arc<Mutex<Machine>>,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl FakePrinter {
    /// Listens on `port`, or on a free one for 0.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(machine: Machine, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let machine = Arc::new(Mutex::new(machine));
        let over = Arc::new(AtomicBool::new(false));
        let (its_machine, its_end) = (Arc::clone(&machine), Arc::clone(&over));
        let thread = thread::Builder::new()
            .name("fake printer".to_owned())
            .spawn(move || serve(&listener, &its_machine, &its_end))?;
        Ok(Self {
            address,
            machine,
            over,
            thread: Some(thread),
        })
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The printer itself, to look at.
    ///
    /// # Panics
    /// When the printer's thread panicked.
    pub fn machine(&self) -> MutexGuard<'_, Machine> {
        self.machine
            .lock()
            .expect("the fake printer does not panic")
    }
}

impl Drop for FakePrinter {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        if let Some(thread) = self.thread.take() {
            // A panic in there has been shown already.
            let _ = thread.join();
        }
    }
}

fn serve(listener: &TcpListener, machine: &Mutex<Machine>, over: &AtomicBool) {
    let mut client: Option<TcpStream> = None;
    let mut last = Instant::now();
    let mut owed = Duration::ZERO;
    while !over.load(Ordering::SeqCst) {
        let now = Instant::now();
        owed += now - last;
        last = now;
        let ms = owed.as_millis() as u64;
        owed -= Duration::from_millis(ms);
        let mut machine = machine.lock().expect("the fake printer does not panic");
        machine.advance(ms);
        client = client.filter(|_| machine.is_connected());
        client = match client {
            Some(stream) => converse(stream, &mut machine),
            None => listener
                .accept()
                .ok()
                .map(|(stream, _)| stream)
                .filter(|stream| stream.set_nonblocking(true).is_ok() && machine.connect()),
        };
        drop(machine);
        thread::sleep(BEAT);
    }
}

/// Passes bytes on in both directions; gives the connection back while it stands.
fn converse(mut stream: TcpStream, machine: &mut Machine) -> Option<TcpStream> {
    let mut bytes = vec![0; machine.room().min(8_192)];
    if !bytes.is_empty() {
        // What does not fit is left in the socket: it is looked at, then taken.
        match stream.peek(&mut bytes) {
            Ok(0) => {
                machine.hang_up();
                return None;
            }
            Ok(seen) => {
                let taken = machine.receive(&bytes[..seen]);
                if taken > 0 && stream.read_exact(&mut bytes[..taken]).is_err() {
                    machine.hang_up();
                    return None;
                }
            }
            Err(fault) if fault.kind() == ErrorKind::WouldBlock => {}
            Err(_) => {
                machine.hang_up();
                return None;
            }
        }
    }
    let replies = machine.take_replies();
    if !replies.is_empty() && stream.write_all(&replies).is_err() {
        machine.hang_up();
        return None;
    }
    machine.is_connected().then_some(stream)
}
