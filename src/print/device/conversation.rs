//! A conversation with a printer: questions asked, answers kept in their order,
//! bytes sent with patience.

use std::collections::VecDeque;
use std::io::{self, ErrorKind, Write};
use std::time::Duration;

use super::health::Health;
use super::replies::{Replies, Reply};
use super::transport::{Connection, Heard};
use super::{Trouble, Watch};

/// How long to listen between two tries to send.
const BREATH: Duration = Duration::from_millis(20);

pub(super) struct Conversation {
    pub connection: Box<dyn Connection>,
    replies: Replies,
    /// Arguments of `DLE EOT` not answered yet, the oldest first.
    asked: VecDeque<u8>,
    /// Questions the printer has not taken yet.
    unasked: VecDeque<u8>,
    pub health: Health,
    /// Ids of papers the printer says are printed.
    pub printed: Vec<[u8; 4]>,
    /// How the other side went away.
    pub closed: Option<Option<io::Error>>,
    /// What the watcher was told last.
    told: Option<Trouble>,
}

impl Conversation {
    pub fn new(connection: Box<dyn Connection>) -> Self {
        Self {
            connection,
            replies: Replies::default(),
            asked: VecDeque::new(),
            unasked: VecDeque::new(),
            health: Health::default(),
            printed: Vec::new(),
            closed: None,
            told: None,
        }
    }

    pub fn now(&self) -> Duration {
        self.connection.elapsed()
    }

    /// Why the conversation is over, if it is; the fault itself is told once.
    pub fn end(&mut self) -> Option<io::Error> {
        let fault = self.closed.as_mut()?.take();
        Some(fault.unwrap_or_else(|| ErrorKind::ConnectionAborted.into()))
    }

    /// Listens for at most `wait`.
    pub fn listen(&mut self, wait: Duration) {
        match self.connection.hear(wait) {
            Heard::Bytes(bytes) => self.replies.hear(&bytes),
            Heard::Silence => {}
            Heard::Closed(fault) => {
                self.closed.get_or_insert(fault);
            }
        }
        while let Some(reply) = self.replies.next_reply() {
            match reply {
                Reply::Asked(byte) => {
                    if let Some(n) = self.asked.pop_front() {
                        self.health.answered(n, byte);
                    }
                }
                Reply::Automatic(status) => self.health.told(status),
                Reply::Printed(id) => self.printed.push(id),
                Reply::Name(_) => {}
            }
        }
        self.send_questions();
    }

    /// Whether a question is still open.
    pub fn waits_for_answers(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Asks `DLE EOT` for each argument, all at once. A printer that takes no
    /// bytes now is asked when it does.
    pub fn ask(&mut self, arguments: &[u8]) {
        let questions = arguments.iter().flat_map(|n| [0x10, 0x04, *n]);
        self.unasked.extend(questions);
        self.asked.extend(arguments);
        self.send_questions();
    }

    fn send_questions(&mut self) {
        while !self.unasked.is_empty() && self.closed.is_none() {
            match self.connection.send(self.unasked.make_contiguous()) {
                Ok(sent) => {
                    self.unasked.drain(..sent);
                }
                Err(fault) if may_pass(&fault) => return,
                Err(fault) => self.closed = Some(Some(fault)),
            }
        }
    }

    /// Listens until every question is answered; whether that was so in time.
    pub fn hear_answers(&mut self, patience: Duration) -> bool {
        let end = self.now() + patience;
        while self.waits_for_answers() && self.closed.is_none() {
            let now = self.now();
            if now >= end {
                break;
            }
            let wait = match self.unasked.is_empty() {
                true => end - now,
                false => BREATH.min(end - now),
            };
            self.listen(wait);
        }
        !self.waits_for_answers()
    }

    /// Tells the watcher what keeps the printer, if that is news.
    pub fn tell(&mut self, watch: &mut Watch) {
        let trouble = self.health.trouble();
        if trouble != self.told {
            self.told = trouble;
            watch(trouble);
        }
    }
}

/// Sends with patience: a printer without paper takes nothing, and goes on by
/// itself when it gets some.
pub(super) struct Patient<'c, 'w> {
    pub conversation: &'c mut Conversation,
    pub watch: &'c mut Watch<'w>,
    pub patience: Duration,
}

impl Write for Patient<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let end = self.conversation.now() + self.patience;
        loop {
            match self.conversation.connection.send(bytes) {
                Err(fault) if may_pass(&fault) => {}
                outcome => return outcome,
            }
            self.conversation.listen(BREATH);
            self.conversation.tell(self.watch);
            if let Some(fault) = self.conversation.end() {
                return Err(fault);
            }
            if self.conversation.now() >= end {
                return Err(ErrorKind::TimedOut.into());
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn may_pass(fault: &io::Error) -> bool {
    matches!(
        fault.kind(),
        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
    )
}
