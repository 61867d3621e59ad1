//! Signing in with a badge: a code that a scanner reads. A badge is kept as a PIN is,
//! hashed and beside the journal. It is enough for a cashier; whoever may approve
//! types their PIN after it.

use argon2::password_hash::phc::PasswordHash;
use sha2::{Digest, Sha256};

use super::sign_in::{SignInRefusal, fits, hash};
use super::{By, Error, Session, Till, staff_member};
use crate::domain::fact::{Fact, StaffNamed};
use crate::domain::id::StaffCode;
use crate::domain::staff::{Act, Role, authorise};

/// The shortest code taken for a badge; a shorter one could be guessed.
pub const SHORTEST_BADGE: usize = 8;

/// What a badge opens.
#[derive(Debug, Clone)]
pub enum BadgeSeen {
    SignedIn(Session),
    /// Whose it is; they type their PIN.
    PinWanted(StaffCode),
}

/// A code as it is compared: scanners differ in the case they write.
fn normal(code: &str) -> String {
    code.trim().to_uppercase()
}

/// Eight bits of a code's digest.
fn mark_of(code: &str) -> u8 {
    Sha256::digest(code.as_bytes())[0]
}

impl Till {
    /// Gives a member of staff a badge in the place of any they had.
    ///
    /// # Errors
    /// No organiser; unknown staff; a code too short; a badge that is somebody's.
    pub fn give_badge(
        &self,
        session: &Session,
        staff: &StaffCode,
        code: &str,
    ) -> Result<(), Error> {
        authorise(Act::ChangePin, session.who(), None)?;
        let code = normal(code);
        if code.chars().count() < SHORTEST_BADGE {
            return Err(SignInRefusal::BadgeShape.into());
        }
        if let Some(owner) = self.owner_of(&code)?.filter(|owner| owner != staff) {
            return Err(SignInRefusal::BadgeInUse(owner).into());
        }
        let hash = hash(&code);
        let (by, staff, mark) = (By::actor(session), staff.clone(), mark_of(&code));
        self.write(move |recorder| {
            let staff = staff_member(recorder.writing, &staff)?.code;
            recorder.writing.set_badge(&staff, Some((mark, &hash)))?;
            recorder.record(by, None, Fact::BadgeGiven(StaffNamed { staff }))?;
            Ok(())
        })
    }

    /// Takes a badge away, as when it was lost.
    ///
    /// # Errors
    /// No organiser; faults of the store.
    pub fn take_badge(&self, session: &Session, staff: &StaffCode) -> Result<(), Error> {
        authorise(Act::ChangePin, session.who(), None)?;
        let (by, staff) = (By::actor(session), staff.clone());
        self.write(move |recorder| {
            if recorder.writing.has_badge(&staff)? {
                recorder.writing.set_badge(&staff, None)?;
                recorder.record(by, None, Fact::BadgeTaken(StaffNamed { staff }))?;
            }
            Ok(())
        })
    }

    /// Who has a badge.
    ///
    /// # Errors
    /// Faults of the store.
    pub fn badge_holders(&self) -> Result<Vec<StaffCode>, Error> {
        self.read(|books| Ok(books.badge_holders()?))
    }

    /// Signs in whoever a badge belongs to, or says whose PIN is wanted with it.
    ///
    /// # Errors
    /// A badge nobody has; staff that no longer work here or are locked out.
    pub fn sign_in_by_badge(&self, code: &str) -> Result<BadgeSeen, Error> {
        let owner = self.owner_of(&normal(code))?;
        let owner = owner.ok_or(SignInRefusal::UnknownBadge)?;
        let staff = owner.clone();
        let (who, pin) =
            self.read(move |books| Ok((staff_member(books, &staff)?, books.pin(&staff)?)))?;
        if !who.active {
            return Err(SignInRefusal::Inactive(who.code).into());
        }
        self.check_lockout(&owner, pin.map_or(0, |pin| pin.wrong))?;
        if who.role > Role::Cashier {
            return Ok(BadgeSeen::PinWanted(owner));
        }
        Ok(BadgeSeen::SignedIn(self.signed_in(who)?))
    }

    /// Whose badge a code is.
    fn owner_of(&self, code: &str) -> Result<Option<StaffCode>, Error> {
        let mark = mark_of(code);
        let badges = self.read(move |books| Ok(books.badges(mark)?))?;
        let owner = badges.into_iter().find(|(_, hash)| {
            let hash = PasswordHash::new(hash);
            hash.is_ok_and(|hash| fits(code, &hash))
        });
        Ok(owner.map(|(staff, _)| staff))
    }
}
