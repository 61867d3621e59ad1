//! How bytes get to a printer and replies back: what every cable and network
//! must be able to do for [`LinePrinter`](super::LinePrinter).

use std::io;
use std::time::Duration;

/// A way to a printer.
pub trait Transport: Send {
    /// The way as its owner knows it: an address, a path.
    fn name(&self) -> String;

    /// Opens the way. A printer takes one conversation at a time.
    ///
    /// # Errors
    /// Nobody is there, or this user may not.
    fn connect(&mut self) -> io::Result<Box<dyn Connection>>;
}

impl Transport for Box<dyn Transport> {
    fn name(&self) -> String {
        self.as_ref().name()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        self.as_mut().connect()
    }
}

/// What was heard.
#[derive(Debug)]
pub enum Heard {
    Bytes(Vec<u8>),
    Silence,
    /// The other side is gone: with a fault, or having closed properly.
    Closed(Option<io::Error>),
}

/// An open way to a printer. Dropping it abandons what is on its way.
pub trait Connection: Send {
    /// Gives some of the bytes away and says how many.
    ///
    /// # Errors
    /// `WouldBlock` or `TimedOut` while the printer takes none, which may pass;
    /// anything else ends the conversation.
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// What the printer said, waiting for it no longer than `wait`.
    fn hear(&mut self, wait: Duration) -> Heard;

    /// Whether a printer can be heard at all on this way.
    fn can_hear(&self) -> bool {
        true
    }

    /// Whether nothing leaves this machine before [`Connection::finish`], and
    /// nothing at all when that fails.
    fn keeps_until_finished(&self) -> bool {
        false
    }

    /// Time since some fixed moment.
    fn elapsed(&self) -> Duration;

    /// Says that no more bytes come, and waits up to `patience` for the other
    /// side to take what is on its way. Replies that still come are read, since
    /// unread ones would throw away what the printer has not read yet.
    ///
    /// # Errors
    /// When it broke off instead.
    fn finish(self: Box<Self>, patience: Duration) -> io::Result<()>;
}
