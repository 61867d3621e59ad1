//! Signing in: a name, then a PIN. On the first start of all the organiser sets
//! the PIN that everything else hangs on. What it looks like is in `view`.

mod view;

use iced::Task;

use crate::app::context::{Action, Context};
use crate::app::intent::Intent;
use crate::app::scanner::{Heard, Keystroke, Scanner, Stroke};
use crate::app::widget::keypad::{Key, type_pin};
use crate::domain::id::StaffCode;
use crate::domain::sale::Sale;
use crate::domain::staff::{Role, Staff};
use crate::services::badge::BadgeSeen;
use crate::services::notice::Notice;
use crate::services::sign_in::SignInRefusal;
use crate::services::{Error, Refusal, Session, Till};
use crate::store::{Kept, Recorded};

/// A PIN longer than this is not typed at a scanner's speed.
const LONGEST_QUICK_PIN: usize = 8;

/// Whoever stands before the till, not yet known.
#[derive(Debug, Default)]
pub struct SignIn {
    people: Vec<Staff>,
    /// Whether this is the first start, at which an organiser sets the first PIN.
    first_start: bool,
    chosen: Option<usize>,
    pin: String,
    /// The new PIN as typed the first time, while it is typed again.
    typed_before: Option<String>,
    asking: bool,
    wrong: Option<Wrong>,
    /// The tickets that wait for somebody to sign in.
    waiting: Vec<Kept>,
    last: Option<Recorded<Sale>>,
    /// Whether anybody has a badge.
    badges: bool,
    scanner: Scanner,
}

/// Why the PIN was not taken.
#[derive(Debug, Clone)]
enum Wrong {
    Told(Notice),
    /// The new PIN was not the same the second time.
    NotTheSame,
}

#[derive(Debug, Clone)]
pub enum Message {
    Known(Box<Result<Known, Notice>>),
    Chosen(usize),
    Key(Key),
    Confirm,
    Answered(Result<Session, Notice>),
    /// A scanner read a code.
    Badge(String),
    BadgeSeen(Box<Result<BadgeSeen, Notice>>),
}

/// Who works here, and whether any organiser has a PIN yet.
#[derive(Debug, Clone)]
pub struct Known {
    people: Vec<Staff>,
    first_start: bool,
    waiting: Vec<Kept>,
    last: Option<Recorded<Sale>>,
    badges: bool,
}

impl SignIn {
    pub fn new(context: &Context) -> (Self, Task<Message>) {
        let known = |till: &Till| -> Result<Known, Error> {
            Ok(Known {
                people: till.staff()?,
                first_start: till.needs_first_pin()?,
                waiting: till.all_in_hand()?,
                last: till.last_sale()?,
                badges: !till.badge_holders()?.is_empty(),
            })
        };
        let known = context.ask(known, |known| Message::Known(Box::new(known)));
        (SignIn::default(), known)
    }

    pub fn update(&mut self, message: Message, context: &Context) -> Action<Message, Intent> {
        match message {
            Message::Known(known) => match *known {
                Ok(known) => self.know(known),
                Err(wrong) => return Action::Intent(Intent::Notify(wrong)),
            },
            Message::Chosen(at) => {
                self.chosen = Some(at);
                self.start_anew();
            }
            Message::Key(key) => self.key(key),
            Message::Confirm => return self.confirm(context),
            Message::Badge(code) => return self.badge(context, code),
            Message::BadgeSeen(seen) => return self.seen(*seen),
            Message::Answered(Ok(session)) => return Action::Intent(Intent::SignedIn(session)),
            Message::Answered(Err(wrong)) => {
                self.start_anew();
                self.wrong = Some(Wrong::Told(wrong));
            }
        }
        Action::None
    }

    /// A key of the hardware keyboard, or of a scanner.
    pub fn keystroke(&mut self, keystroke: &Keystroke) -> Option<Message> {
        if let Heard::Code(code) = self.scanner.hear(keystroke) {
            // Its digits were no PIN.
            self.pin.clear();
            return Some(Message::Badge(code));
        }
        match keystroke.stroke {
            // What has the focus took it.
            Stroke::Enter if keystroke.taken => None,
            Stroke::Enter => Some(Message::Confirm),
            Stroke::Backspace => Some(Message::Key(Key::Back)),
            _ => keystroke
                .digit()
                .map(|digit| Message::Key(Key::Digit(digit))),
        }
    }

    /// Whether an organiser sets the first PIN of all here.
    pub fn is_first_start(&self) -> bool {
        self.first_start
    }

    /// Asks whose badge it is. Digits no longer than a PIN, typed faster than most can,
    /// are the PIN of whoever was chosen if they are nobody's badge.
    fn badge(&mut self, context: &Context, code: String) -> Action<Message, Intent> {
        if self.asking || self.first_start {
            return Action::None;
        }
        self.asking = true;
        self.wrong = None;
        let digits = code.chars().all(|letter| letter.is_ascii_digit());
        let is_pin = digits && code.len() <= LONGEST_QUICK_PIN;
        let chosen = self.person().map(|person| person.code.clone());
        let chosen = chosen.filter(|_| is_pin);
        let ask = move |till: &Till| match (till.sign_in_by_badge(&code), chosen) {
            (Err(error), Some(staff)) if is_unknown_badge(&error) => {
                Ok(BadgeSeen::SignedIn(till.sign_in(&staff, &code)?))
            }
            (seen, _) => seen,
        };
        Action::Run(context.ask(ask, |seen| Message::BadgeSeen(Box::new(seen))))
    }

    fn seen(&mut self, seen: Result<BadgeSeen, Notice>) -> Action<Message, Intent> {
        self.start_anew();
        match seen {
            Ok(BadgeSeen::SignedIn(session)) => Action::Intent(Intent::SignedIn(session)),
            Ok(BadgeSeen::PinWanted(staff)) => {
                self.chosen = self.people.iter().position(|person| person.code == staff);
                Action::None
            }
            Err(wrong) if self.chosen.is_some() => {
                self.wrong = Some(Wrong::Told(wrong));
                Action::None
            }
            // No pad is shown on which it could be said.
            Err(wrong) => Action::Intent(Intent::Notify(wrong)),
        }
    }

    fn know(&mut self, known: Known) {
        self.first_start = known.first_start;
        self.people = known.people;
        self.waiting = known.waiting;
        self.last = known.last;
        self.badges = known.badges;
        self.people.retain(|person| {
            person.active && (!known.first_start || person.role == Role::Organiser)
        });
        if self.people.len() == 1 {
            self.chosen = Some(0);
        }
    }

    fn start_anew(&mut self) {
        self.pin.clear();
        self.typed_before = None;
        self.asking = false;
        self.wrong = None;
    }

    fn key(&mut self, key: Key) {
        if (self.chosen.is_some() || key == Key::Back) && type_pin(&mut self.pin, key) {
            self.wrong = None;
        }
    }

    /// The ticket that waits for somebody.
    fn waits_for(&self, person: &Staff) -> Option<&Kept> {
        self.waiting.iter().find(|kept| kept.staff == person.code)
    }

    /// Whether the program ended while somebody had a ticket in hand.
    fn was_interrupted(&self) -> bool {
        self.waiting.iter().any(|kept| !kept.laid_down)
    }

    fn person(&self) -> Option<&Staff> {
        self.chosen.and_then(|at| self.people.get(at))
    }

    fn can_confirm(&self) -> bool {
        self.chosen.is_some() && !self.pin.is_empty() && !self.asking
    }

    fn confirm(&mut self, context: &Context) -> Action<Message, Intent> {
        if !self.can_confirm() {
            return Action::None;
        }
        let person = self.person().expect("somebody is chosen");
        let staff = person.code.clone();
        if !self.first_start {
            let pin = self.pin.clone();
            self.asking = true;
            return Action::Run(
                context.ask(move |till| till.sign_in(&staff, &pin), Message::Answered),
            );
        }
        match self.typed_before.take() {
            None => self.typed_before = Some(std::mem::take(&mut self.pin)),
            Some(before) if before != self.pin => {
                self.start_anew();
                self.wrong = Some(Wrong::NotTheSame);
            }
            Some(pin) => {
                self.asking = true;
                let set = move |till: &Till| set_first_pin(till, &staff, &pin);
                return Action::Run(context.ask(set, Message::Answered));
            }
        }
        Action::None
    }
}

fn set_first_pin(till: &Till, staff: &StaffCode, pin: &str) -> Result<Session, Error> {
    till.set_first_pin(staff, pin)?;
    till.sign_in(staff, pin)
}

fn is_unknown_badge(error: &Error) -> bool {
    let unknown = Refusal::SignIn(SignInRefusal::UnknownBadge);
    error.refusal() == Some(&unknown)
}
