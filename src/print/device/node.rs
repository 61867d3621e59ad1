//! An open device node of the system's, spoken to without ever waiting for it: a
//! serial port, the kernel's own printer node.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::hearing::Hearing;
use super::transport::{Connection, Heard};

/// Between two looks at a node that says nothing.
const BREATH: Duration = Duration::from_millis(10);

/// Opens a device node whose reads and writes never wait.
///
/// # Errors
/// Nothing is there, or this user may not.
pub(super) fn open_node(path: &Path) -> io::Result<File> {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .write(true)
        .custom_flags(flags.bits() as i32)
        .open(path)
}

/// An open device node.
pub(super) struct Node {
    file: File,
    hearing: Hearing,
    since: Instant,
}

impl Node {
    /// # Errors
    /// When there is no room for the thread that listens.
    pub fn new(file: File) -> io::Result<Self> {
        let ears = Ears(file.try_clone()?);
        Ok(Self {
            hearing: Hearing::start(ears, Duration::ZERO)?,
            file,
            since: Instant::now(),
        })
    }
}

/// Reads that wait a moment instead of not at all.
struct Ears(File);

impl Read for Ears {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self.0.read(bytes) {
            // A node with nothing to say has not come to its end.
            Ok(0) => {
                thread::sleep(BREATH);
                Err(io::ErrorKind::WouldBlock.into())
            }
            Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => {
                thread::sleep(BREATH);
                Err(fault)
            }
            heard => heard,
        }
    }
}

impl Connection for Node {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn hear(&mut self, wait: Duration) -> Heard {
        self.hearing.hear(wait)
    }

    fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }

    fn finish(mut self: Box<Self>, patience: Duration) -> io::Result<()> {
        self.file.flush()?;
        self.hearing.until_closed(patience)
    }
}
