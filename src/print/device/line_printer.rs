//! The one driver of every printer that takes ESC/POS: asks whether it is ready,
//! sends the paper, and finds out whether it was printed.
//!
//! ```text
//! connect ─▶ DLE EOT ─▶ paper, GS ( H ─▶ its id comes back ─▶ Confirmed
//!    │          │             │                 │
//! Refused    Refused       Unknown           Unknown
//! ```
//!
//! Without confirmation, a printer that is still well after the time the paper
//! takes has been sent it: `Sent`. One that cannot be heard at all is taken at
//! its connection's word.

use std::io::{self, ErrorKind};
use std::sync::Arc;
use std::time::Duration;

use super::conversation::{Conversation, Patient};
use super::transport::{Connection, Transport};
use super::{Delivery, Device, DeviceFault, Job, Trouble, Watch, Work};
use crate::print::escpos::{Commands, transmit};
use crate::print::profile::{DrawerSense, Profile};

/// How long to wait for a printer.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// For answers before the paper is sent.
    pub answer: Duration,
    /// Between questions while it prints.
    pub ask_again: Duration,
    /// While it stands still, or takes no bytes. Long: a printer that has run out
    /// of paper goes on by itself when it gets some.
    pub patience: Duration,
    /// Above the time the paper takes, for a printer that does not tell how long
    /// to wait for its confirmation.
    pub silence: Duration,
    /// Above the time the paper takes, for a printer that cannot be heard to
    /// close its side.
    pub close: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            answer: Duration::from_millis(1_500),
            ask_again: Duration::from_secs(1),
            patience: Duration::from_secs(600),
            silence: Duration::from_secs(20),
            close: Duration::from_millis(500),
        }
    }
}

/// How long a drawer takes to spring open.
const DRAWER_OPENS: Duration = Duration::from_millis(300);

/// How long to listen at once while a paper is printed.
const LISTEN: Duration = Duration::from_millis(50);

/// A printer at the end of a transport.
pub struct LinePrinter<T> {
    transport: T,
    profile: Arc<Profile>,
    waits: Waits,
    /// Whether the last paper or pulse broke off, so that the printer may still
    /// wait for the rest of it.
    broke_off: bool,
}

impl<T: Transport> LinePrinter<T> {
    pub fn new(transport: T, profile: Arc<Profile>) -> Self {
        Self {
            transport,
            profile,
            waits: Waits::default(),
            broke_off: false,
        }
    }

    /// Other waits than the usual ones.
    pub fn waits(mut self, waits: Waits) -> Self {
        self.waits = waits;
        self
    }

    /// A printer whose last paper may have broken off before this program began.
    pub fn after_a_break(mut self) -> Self {
        self.broke_off = true;
        self
    }

    fn not_ready(&self, trouble: Trouble) -> DeviceFault {
        DeviceFault::NotReady {
            device: self.transport.name(),
            trouble,
        }
    }

    fn unreachable(&self, source: io::Error) -> DeviceFault {
        DeviceFault::Unreachable {
            device: self.transport.name(),
            source,
        }
    }

    /// Asks whether it is ready, where it can be asked.
    fn preflight(&self, conversation: &mut Conversation) -> Result<(), DeviceFault> {
        let questions = &self.profile.status.dle_eot;
        if questions.is_empty() || !conversation.connection.can_hear() {
            return Ok(());
        }
        conversation.ask(questions);
        if !conversation.hear_answers(self.waits.answer) {
            return Err(match conversation.end() {
                Some(fault) => self.unreachable(fault),
                None => self.not_ready(Trouble::NoAnswer),
            });
        }
        match conversation.health.trouble() {
            Some(trouble) => Err(self.not_ready(trouble)),
            None => Ok(()),
        }
    }

    fn print(
        &mut self,
        mut conversation: Conversation,
        job: &Job,
        commands: Commands,
        watch: &mut Watch,
    ) -> Delivery {
        let hears = conversation.connection.can_hear();
        let id = (self.profile.status.process_id && hears).then(|| process_id(job));
        let commands = match id {
            Some(id) => commands.confirmed_by(id, self.profile.status.asb_mask),
            None => commands,
        };
        let commands = match self.broke_off {
            true => commands.after_a_break(&self.profile),
            false => commands,
        };
        let transmission = transmit(
            &commands,
            &mut Patient {
                conversation: &mut conversation,
                watch,
                patience: self.waits.patience,
            },
        );
        let sent = transmission.sent;
        if let Some(source) = transmission.fault {
            if sent == 0 {
                return Delivery::Refused(self.unreachable(source));
            }
            let fault = match source.kind() {
                ErrorKind::TimedOut => self.not_ready(Trouble::StoodStill),
                _ => self.broken(source),
            };
            return Delivery::Unknown { sent, fault };
        }
        let printing = Duration::from_millis(self.profile.print_ms(job.work.rows()));
        let asks = hears && !self.profile.status.dle_eot.is_empty();
        let outcome = match (id, asks) {
            (Some(id), _) => self.until_confirmed(&mut conversation, id, printing, watch),
            (None, true) => self.until_well(&mut conversation, printing, watch),
            (None, false) => {
                let kept = conversation.connection.keeps_until_finished();
                let finished = conversation.connection.finish(printing + self.waits.close);
                return match finished {
                    Ok(()) => Delivery::Sent { bytes: sent },
                    Err(source) if kept => Delivery::Refused(self.unreachable(source)),
                    Err(source) => Delivery::Unknown {
                        sent,
                        fault: self.broken(source),
                    },
                };
            }
        };
        match outcome {
            Ok(()) => {
                // It is known what happened; how the connection ends adds nothing.
                let _ = conversation.connection.finish(self.waits.close);
                match id {
                    Some(_) => Delivery::Confirmed,
                    None => Delivery::Sent { bytes: sent },
                }
            }
            Err(fault) => Delivery::Unknown { sent, fault },
        }
    }

    fn broken(&self, source: io::Error) -> DeviceFault {
        DeviceFault::BrokeOff {
            device: self.transport.name(),
            source,
        }
    }

    /// Waits for the printer to say that this paper is printed, as long as it is
    /// at work or tells what keeps it.
    fn until_confirmed(
        &self,
        conversation: &mut Conversation,
        id: [u8; 4],
        printing: Duration,
        watch: &mut Watch,
    ) -> Result<(), DeviceFault> {
        let told = Duration::from_secs(u64::from(self.profile.status.confirm_timeout_s));
        let enough = printing
            + if told.is_zero() {
                self.waits.silence
            } else {
                told
            };
        let mut pace = Pace::new(conversation.now());
        loop {
            if conversation.printed.contains(&id) {
                return Ok(());
            }
            self.look(conversation, &mut pace, watch)?;
            if pace.at_work(conversation.now()) >= enough {
                return Err(self.not_ready(Trouble::Unconfirmed));
            }
        }
    }

    /// Waits the time the paper takes and for the printer to be well after it.
    fn until_well(
        &self,
        conversation: &mut Conversation,
        printing: Duration,
        watch: &mut Watch,
    ) -> Result<(), DeviceFault> {
        let mut pace = Pace::new(conversation.now());
        while pace.at_work(conversation.now()) < printing {
            self.look(conversation, &mut pace, watch)?;
        }
        // One answer that was asked for after the paper was due.
        let mut asked = false;
        loop {
            if asked && !conversation.waits_for_answers() {
                match conversation.health.trouble() {
                    None => return Ok(()),
                    Some(_) => asked = false,
                }
            }
            if !asked && !conversation.waits_for_answers() {
                conversation.ask(&self.profile.status.dle_eot);
                pace.asked = conversation.now();
                asked = true;
            }
            self.look(conversation, &mut pace, watch)?;
            if pace.at_work(conversation.now()) >= printing + self.waits.silence {
                return Err(self.not_ready(Trouble::NoAnswer));
            }
        }
    }

    /// Listens for a moment, asks again when it is time, and gives up on a
    /// printer that went away or stood still for too long.
    fn look(
        &self,
        conversation: &mut Conversation,
        pace: &mut Pace,
        watch: &mut Watch,
    ) -> Result<(), DeviceFault> {
        conversation.listen(LISTEN);
        conversation.tell(watch);
        let now = conversation.now();
        pace.note(now, conversation.health.trouble().is_some());
        if let Some(source) = conversation.end() {
            return Err(self.broken(source));
        }
        if pace.still(now) >= self.waits.patience {
            return Err(self.not_ready(Trouble::StoodStill));
        }
        let due = now >= pace.asked + self.waits.ask_again;
        let questions = &self.profile.status.dle_eot;
        if due && !questions.is_empty() && !conversation.waits_for_answers() {
            pace.asked = now;
            conversation.ask(questions);
        }
        Ok(())
    }

    fn open_drawer(&mut self, mut conversation: Conversation, commands: Commands) -> Delivery {
        // A printer that still waits for dots would take the pulse for some.
        let commands = match self.broke_off {
            true => commands.after_a_break(&self.profile),
            false => commands,
        };
        let transmission = transmit(
            &commands,
            &mut Patient {
                conversation: &mut conversation,
                watch: &mut |_| {},
                // Nobody waits in front of a drawer for long, and it must not
                // spring open when somebody else stands there.
                patience: self.waits.answer,
            },
        );
        let sent = transmission.sent;
        if let Some(source) = transmission.fault {
            let fault = self.broken(source);
            return Delivery::Unknown { sent, fault };
        }
        if let Some(is_open) = self.drawer_is_open(&mut conversation) {
            let _ = conversation.connection.finish(self.waits.close);
            return match is_open {
                true => Delivery::Confirmed,
                false => Delivery::Unknown {
                    sent,
                    fault: self.not_ready(Trouble::DrawerShut),
                },
            };
        }
        match conversation.connection.finish(self.waits.close) {
            Ok(()) => Delivery::Sent { bytes: sent },
            Err(source) => Delivery::Unknown {
                sent,
                fault: self.broken(source),
            },
        }
    }

    /// What the drawer's sensor says, where there is one whose level is known.
    fn drawer_is_open(&self, conversation: &mut Conversation) -> Option<bool> {
        let high_is_open = match self.profile.drawer.sense {
            DrawerSense::Unknown => return None,
            DrawerSense::HighIsOpen => true,
            DrawerSense::LowIsOpen => false,
        };
        let can_ask = self.profile.status.dle_eot.contains(&1);
        if !can_ask || !conversation.connection.can_hear() {
            return None;
        }
        let opened = conversation.now() + DRAWER_OPENS;
        while conversation.now() < opened && conversation.closed.is_none() {
            conversation.listen(LISTEN);
        }
        conversation.ask(&[1]);
        if !conversation.hear_answers(self.waits.answer) {
            return None;
        }
        let high = conversation.health.drawer_high?;
        Some(high == high_is_open)
    }
}

impl<T: Transport> Device for LinePrinter<T> {
    fn name(&self) -> String {
        self.transport.name()
    }

    fn deliver(&mut self, job: &Job, watch: &mut Watch) -> Delivery {
        let commands = match job.work.commands(&self.profile, &self.name()) {
            Ok(commands) => commands,
            Err(fault) => return Delivery::Refused(fault),
        };
        let connection: Box<dyn Connection> = match self.transport.connect() {
            Ok(connection) => connection,
            Err(source) => return Delivery::Refused(self.unreachable(source)),
        };
        let mut conversation = Conversation::new(connection);
        if let Err(fault) = self.preflight(&mut conversation) {
            return Delivery::Refused(fault);
        }
        let delivery = match &job.work {
            Work::OpenDrawer => self.open_drawer(conversation, commands),
            Work::Paper(_) => self.print(conversation, job, commands, watch),
        };
        self.broke_off = match &delivery {
            Delivery::Refused(_) => self.broke_off,
            // A drawer that stays shut has taken its pulse whole.
            Delivery::Unknown { fault, .. } => fault.trouble() != Trouble::DrawerShut,
            Delivery::Confirmed | Delivery::Sent { .. } => false,
        };
        delivery
    }
}

/// Four letters that no other paper of this printer bears for a long time.
fn process_id(job: &Job) -> [u8; 4] {
    let mut rest = job.id.as_u128();
    let mut id = [0; 4];
    for letter in &mut id {
        *letter = 0x21 + (rest % 93) as u8;
        rest /= 93;
    }
    id
}

/// How long a printer has been at work, and since when it stands still.
struct Pace {
    worked: Duration,
    last: Duration,
    still_since: Option<Duration>,
    asked: Duration,
}

impl Pace {
    fn new(now: Duration) -> Self {
        Self {
            worked: Duration::ZERO,
            last: now,
            still_since: None,
            asked: now,
        }
    }

    fn note(&mut self, now: Duration, stands_still: bool) {
        match (stands_still, self.still_since) {
            (true, None) => self.still_since = Some(now),
            (true, Some(_)) => {}
            (false, Some(_)) => {
                self.still_since = None;
                // The paper may have waited since its beginning.
                self.worked = Duration::ZERO;
            }
            (false, None) => self.worked += now - self.last,
        }
        self.last = now;
    }

    fn at_work(&self, now: Duration) -> Duration {
        match self.still_since {
            None => self.worked + (now - self.last),
            Some(_) => self.worked.min(Duration::from_millis(1)),
        }
    }

    fn still(&self, now: Duration) -> Duration {
        self.still_since.map_or(Duration::ZERO, |since| now - since)
    }
}
