//! Signing in with a PIN, lockout, approvals, and changing PINs.
//!
//! A PIN's hash lives beside the journal, never in it. A four-digit PIN falls to
//! whoever holds the file, so what protects it at the counter is the lockout:
//! five wrong tries, then a wait that doubles, kept in the store and measured on
//! time nobody can set back; after a restart the wait begins anew.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use thiserror::Error as ThisError;

use super::{By, Error, Refusal, Till, staff_member};
use crate::domain::fact::{Fact, LockedOut, StaffNamed};
use crate::domain::id::StaffCode;
use crate::domain::staff::{Act, Role, Staff, authorise};
use crate::store::PinRecord;

/// Wrong PINs before the first wait.
const FREE_TRIES: u32 = 5;
/// The first wait; each further wrong PIN doubles it, up to a day.
const FIRST_WAIT: Duration = Duration::from_secs(30);
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// Why nobody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, ThisError)]
pub enum SignInRefusal {
    #[error("wrong PIN; {tries_left} tries left")]
    WrongPin { tries_left: u32 },
    #[error("too many wrong PINs; wait {seconds} s")]
    LockedOut { seconds: u64 },
    #[error("{0} has no PIN yet")]
    NoPin(StaffCode),
    #[error("{0} no longer works here")]
    Inactive(StaffCode),
    #[error("a PIN has {least} to 12 digits and nothing else")]
    PinShape { least: usize },
    #[error("an organiser has a PIN already; PINs are changed by an organiser")]
    FirstPinSet,
    #[error("nobody has this badge")]
    UnknownBadge,
    #[error("a badge has a code of at least eight letters or digits")]
    BadgeShape,
    #[error("this badge is {0}'s")]
    BadgeInUse(StaffCode),
}

/// Somebody signed in. Only [`Till::sign_in`] and [`Till::sign_in_by_badge`] make one.
#[derive(Debug, Clone)]
pub struct Session {
    who: Staff,
}

impl Session {
    pub fn staff(&self) -> &StaffCode {
        &self.who.code
    }

    pub fn who(&self) -> &Staff {
        &self.who
    }

    pub fn role(&self) -> Role {
        self.who.role
    }
}

/// A supervisor's or organiser's word, given by their PIN at the moment it was
/// needed. Only [`Till::approve`] and [`Till::approve_all`] make one.
#[derive(Debug, Clone)]
pub struct Approval {
    acts: Vec<Act>,
    who: Staff,
}

impl Approval {
    pub fn staff(&self) -> &StaffCode {
        &self.who.code
    }

    pub fn who(&self) -> &Staff {
        &self.who
    }

    /// Who approved `act`: a word given for one thing is none for another.
    pub(super) fn of<'a>(
        act: Act,
        approvals: impl IntoIterator<Item = &'a Approval>,
    ) -> Option<&'a Staff> {
        let mut approvals = approvals.into_iter();
        approvals
            .find(|approval| approval.acts.contains(&act))
            .map(|approval| &approval.who)
    }
}

/// When each member of staff last gave a wrong PIN, in this run.
pub(super) type LastWrong = Arc<Mutex<HashMap<StaffCode, Duration>>>;

fn wait_after(wrong: u32) -> Duration {
    let doublings = wrong.saturating_sub(FREE_TRIES).min(20);
    FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT)
}

fn hasher() -> Argon2<'static> {
    // OWASP's figure for interactive use: 19 MiB, two passes; some 30 ms here.
    let params = Params::new(19 * 1024, 2, 1, None).expect("these parameters are in range");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The PHC string of a PIN or of a badge's code.
pub(super) fn hash(secret: &str) -> String {
    hasher()
        .hash_password(secret.as_bytes())
        .expect("hashing a short text can't fail")
        .to_string()
}

/// Whether a hash was made of this PIN or code.
pub(super) fn fits(secret: &str, hash: &PasswordHash) -> bool {
    hasher().verify_password(secret.as_bytes(), hash).is_ok()
}

fn check_shape(pin: &str, role: Role) -> Result<(), SignInRefusal> {
    let least = if role >= Role::Supervisor { 6 } else { 4 };
    let right = pin.chars().all(|c| c.is_ascii_digit()) && (least..=12).contains(&pin.len());
    if right {
        Ok(())
    } else {
        Err(SignInRefusal::PinShape { least })
    }
}

impl Till {
    /// Signs a member of staff in at this till.
    ///
    /// # Errors
    /// Unknown or inactive staff, no PIN, locked out, wrong PIN.
    pub fn sign_in(&self, staff: &StaffCode, pin: &str) -> Result<Session, Error> {
        let who = self.check_pin(staff, pin)?;
        self.signed_in(who)
    }

    /// Records that somebody who has shown who they are is signed in.
    pub(super) fn signed_in(&self, who: Staff) -> Result<Session, Error> {
        let code = who.code.clone();
        self.write(move |recorder| {
            let by = By {
                actor: Some(code.clone()),
                approver: None,
            };
            let day = recorder.writing.open_day()?.map(|row| row.day);
            recorder.record(by, day, Fact::SignedIn(StaffNamed { staff: code }))
        })?;
        Ok(Session { who })
    }

    /// # Errors
    /// Faults of the store.
    pub fn sign_out(&self, session: &Session) -> Result<(), Error> {
        let by = By::actor(session);
        let staff = session.staff().clone();
        self.write(move |recorder| {
            let day = recorder.writing.open_day()?.map(|row| row.day);
            recorder.record(by, day, Fact::SignedOut(StaffNamed { staff }))?;
            Ok(())
        })
    }

    /// Takes the approval of `staff` for `act`, by their PIN.
    ///
    /// # Errors
    /// As [`Till::sign_in`], or a role too low for the act.
    pub fn approve(&self, act: Act, staff: &StaffCode, pin: &str) -> Result<Approval, Error> {
        self.approve_all(vec![act], staff, pin)
    }

    /// Takes one approval for several acts, all of which were told.
    ///
    /// # Errors
    /// As [`Till::sign_in`], or a role too low for one of the acts.
    pub fn approve_all(
        &self,
        acts: Vec<Act>,
        staff: &StaffCode,
        pin: &str,
    ) -> Result<Approval, Error> {
        let who = self.check_pin(staff, pin)?;
        for act in &acts {
            authorise(*act, &who, None).map_err(|_| {
                crate::domain::staff::RoleRefusal::ApproverTooLow {
                    approver: who.code.clone(),
                    role: who.role,
                    act: *act,
                }
            })?;
        }
        Ok(Approval { acts, who })
    }

    /// Sets the first PIN of all, an organiser's; possible only until it is set.
    ///
    /// # Errors
    /// Not an organiser, a PIN of the wrong shape, or one is set already.
    pub fn set_first_pin(&self, staff: &StaffCode, pin: &str) -> Result<(), Error> {
        let who = self.known(staff)?;
        authorise(Act::ChangePin, &who, None)?;
        check_shape(pin, who.role)?;
        let organisers = self.organisers_with_pin()?;
        if !organisers.is_empty() {
            return Err(SignInRefusal::FirstPinSet.into());
        }
        self.store_pin(who.code.clone(), who.code, pin)
    }

    /// Sets the PIN of `staff`, by an organiser or by themselves.
    ///
    /// # Errors
    /// Neither organiser nor oneself; unknown staff; a PIN of the wrong shape.
    pub fn set_pin(&self, session: &Session, staff: &StaffCode, pin: &str) -> Result<(), Error> {
        let who = self.known(staff)?;
        if session.staff() != staff {
            authorise(Act::ChangePin, session.who(), None)?;
        }
        check_shape(pin, who.role)?;
        self.store_pin(session.staff().clone(), who.code, pin)
    }

    /// Whether an organiser still has to set the first PIN.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn needs_first_pin(&self) -> Result<bool, Error> {
        Ok(self.organisers_with_pin()?.is_empty())
    }

    fn organisers_with_pin(&self) -> Result<Vec<StaffCode>, Error> {
        self.read(|books| {
            let mut with_pin = Vec::new();
            for staff in books.staff()? {
                if staff.role == Role::Organiser && books.pin(&staff.code)?.is_some() {
                    with_pin.push(staff.code);
                }
            }
            Ok(with_pin)
        })
    }

    fn known(&self, staff: &StaffCode) -> Result<Staff, Error> {
        let code = staff.clone();
        self.read(move |books| staff_member(books, &code))
    }

    fn store_pin(&self, by: StaffCode, staff: StaffCode, pin: &str) -> Result<(), Error> {
        let hash = hash(pin);
        self.last_wrong
            .lock()
            .expect("no holder panics")
            .remove(&staff);
        self.write(move |recorder| {
            recorder
                .writing
                .set_pin(&staff, &PinRecord { hash, wrong: 0 })?;
            let by = By {
                actor: Some(by),
                approver: None,
            };
            recorder.record(by, None, Fact::PinChanged(StaffNamed { staff }))?;
            Ok(())
        })
    }

    pub(super) fn check_pin(&self, staff: &StaffCode, pin: &str) -> Result<Staff, Error> {
        let code = staff.clone();
        let (who, record) =
            self.read(move |books| Ok((staff_member(books, &code)?, books.pin(&code)?)))?;
        if !who.active {
            return Err(SignInRefusal::Inactive(who.code).into());
        }
        let Some(record) = record else {
            return Err(SignInRefusal::NoPin(who.code).into());
        };
        self.check_lockout(staff, record.wrong)?;
        let hash = PasswordHash::new(&record.hash).map_err(|_| {
            // A hash that can't be read is as good as none: the organiser sets it anew.
            Refusal::from(SignInRefusal::NoPin(who.code.clone()))
        })?;
        if fits(pin, &hash) {
            if record.wrong > 0 {
                self.last_wrong
                    .lock()
                    .expect("no holder panics")
                    .remove(staff);
                let code = staff.clone();
                self.write(move |recorder| {
                    let cleared = PinRecord { wrong: 0, ..record };
                    Ok(recorder.writing.set_pin(&code, &cleared)?)
                })?;
            }
            return Ok(who);
        }
        self.count_wrong(staff, record)
    }

    pub(super) fn check_lockout(&self, staff: &StaffCode, wrong: u32) -> Result<(), Error> {
        if wrong < FREE_TRIES {
            return Ok(());
        }
        let now = self.moments.elapsed();
        let mut last_wrong = self.last_wrong.lock().expect("no holder panics");
        // After a restart nobody knows how long ago the last wrong PIN was.
        let since = now.saturating_sub(*last_wrong.entry(staff.clone()).or_insert(now));
        let wait = wait_after(wrong);
        if since < wait {
            let seconds = (wait - since).as_secs() + 1;
            return Err(SignInRefusal::LockedOut { seconds }.into());
        }
        Ok(())
    }

    fn count_wrong(&self, staff: &StaffCode, record: PinRecord) -> Result<Staff, Error> {
        let wrong = record.wrong + 1;
        self.last_wrong
            .lock()
            .expect("no holder panics")
            .insert(staff.clone(), self.moments.elapsed());
        let code = staff.clone();
        self.write(move |recorder| {
            recorder
                .writing
                .set_pin(&code, &PinRecord { wrong, ..record })?;
            let day = recorder.writing.open_day()?.map(|row| row.day);
            let named = StaffNamed {
                staff: code.clone(),
            };
            recorder.record(By::default(), day, Fact::SignInFailed(named))?;
            if wrong >= FREE_TRIES {
                let locked = LockedOut {
                    staff: code,
                    wrong_pins: wrong,
                };
                recorder.record(By::default(), day, Fact::LockedOut(locked))?;
            }
            Ok(())
        })?;
        if wrong >= FREE_TRIES {
            return Err(SignInRefusal::LockedOut {
                seconds: wait_after(wrong).as_secs(),
            }
            .into());
        }
        Err(SignInRefusal::WrongPin {
            tries_left: FREE_TRIES - wrong,
        }
        .into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_a_day() {
        let waits = [5, 6, 7, 40].map(|wrong| wait_after(wrong).as_secs());
        assert_eq!(waits, [30, 60, 120, 86_400]);
    }

    #[test]
    fn supervisors_need_six_digits() {
        let cases = [
            ("1234", Role::Cashier, true),
            ("123", Role::Cashier, false),
            ("12a4", Role::Cashier, false),
            ("1234", Role::Supervisor, false),
            ("123456", Role::Organiser, true),
            ("1234567890123", Role::Organiser, false),
        ];
        for (pin, role, allowed) in cases {
            assert_eq!(
                check_shape(pin, role).is_ok(),
                allowed,
                "{pin} for {role:?}"
            );
        }
    }
}
