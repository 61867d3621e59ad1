//! A thread that reads what a printer says, so that its replies never fill up
//! the way back.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::transport::Heard;

/// The ears of a connection.
pub(super) struct Hearing {
    heard: Receiver<Heard>,
    left: Arc<AtomicBool>,
    over: bool,
}

impl Hearing {
    /// Reads `replies` on a thread of its own. Its reads must time out every now
    /// and then; after the ears are dropped it goes on for at most `linger`
    /// without a reply.
    ///
    /// # Errors
    /// When there is no room for a thread.
    pub fn start(replies: impl Read + Send + 'static, linger: Duration) -> io::Result<Self> {
        let (told, heard) = mpsc::channel();
        let left = Arc::new(AtomicBool::new(false));
        let nobody_listens = Arc::clone(&left);
        thread::Builder::new()
            .name("printer replies".to_string())
            .spawn(move || {
                let end = read_until_the_end(replies, linger, &nobody_listens, |bytes| {
                    // Nobody listens any more when the attempt ended first.
                    let _ = told.send(Heard::Bytes(bytes));
                });
                let _ = told.send(Heard::Closed(end));
            })?;
        Ok(Self {
            heard,
            left,
            over: false,
        })
    }

    pub fn hear(&mut self, wait: Duration) -> Heard {
        if self.over {
            return Heard::Closed(None);
        }
        let heard = match self.heard.recv_timeout(wait) {
            Ok(heard) => heard,
            Err(RecvTimeoutError::Timeout) => Heard::Silence,
            Err(RecvTimeoutError::Disconnected) => Heard::Closed(None),
        };
        self.over = matches!(heard, Heard::Closed(_));
        heard
    }

    /// Waits up to `patience` for the other side to close.
    ///
    /// # Errors
    /// When it broke off instead of closing.
    pub fn until_closed(&mut self, patience: Duration) -> io::Result<()> {
        let end = Instant::now() + patience;
        loop {
            let wait = end.saturating_duration_since(Instant::now());
            match self.hear(wait) {
                Heard::Closed(Some(fault)) => return Err(fault),
                Heard::Closed(None) | Heard::Silence => return Ok(()),
                Heard::Bytes(_) => {}
            }
        }
    }
}

impl Drop for Hearing {
    fn drop(&mut self) {
        self.left.store(true, Ordering::SeqCst);
    }
}

/// Gives the fault it ended with, or nothing for a clean end.
fn read_until_the_end(
    mut replies: impl Read,
    linger: Duration,
    nobody_listens: &AtomicBool,
    mut told: impl FnMut(Vec<u8>),
) -> Option<io::Error> {
    let mut bytes = [0_u8; 256];
    let mut last = Instant::now();
    loop {
        match replies.read(&mut bytes) {
            Ok(0) => return None,
            Ok(length) => {
                last = Instant::now();
                told(bytes[..length].to_vec());
            }
            Err(fault) if fault.kind() == ErrorKind::Interrupted => {}
            Err(fault) if matches!(fault.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                if nobody_listens.load(Ordering::SeqCst) && last.elapsed() >= linger {
                    return None;
                }
            }
            Err(fault) => return Some(fault),
        }
    }
}
