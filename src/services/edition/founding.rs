//! The folder the next edition begins in: whether it may, what would go along, and its
//! beginning. The screen and the command line both begin an edition here.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{EditionRefusal, NextEdition};
use crate::domain::bazaar::Bazaar;
use crate::domain::id::BazaarCode;
use crate::domain::staff::{Act, authorise};
use crate::services::carrying::{Carriage, Outgoing, carry_balances};
use crate::services::{Error, Moments, Refusal, Session, Till};
use crate::settings::{DataFolder, write_whole};
use crate::store::StoreError;

/// How many folders beside one another are tried before none is proposed.
const TRIED: usize = 9;

/// The bytes an edition asks for before it begins: more than its books take with
/// thousands of families and goods, and some to work with.
const LEAST_ROOM: u64 = 32 << 20;

/// An edition that is to begin, and where.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Where this till keeps its own settings and sign, which are copied.
    pub own: Option<DataFolder>,
    pub folder: DataFolder,
    pub next: NextEdition,
    /// Families' balances go along.
    pub with_balances: bool,
}

/// What beginning an edition would do.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The edition as it would begin, or as it has begun.
    pub bazaar: Bazaar,
    pub families: usize,
    pub lines: usize,
    pub staff: usize,
    /// It has begun there already: only balances can still go along.
    pub begun: bool,
    /// What would go along; the refusal where nothing could.
    pub balances: Result<Outgoing, Refusal>,
}

/// The till of an edition, begun now or before.
#[derive(Clone)]
pub struct Begun {
    pub till: Till,
    /// It begins now.
    pub now: bool,
}

/// An edition that was begun, and what went along.
#[derive(Debug, Clone)]
pub struct Founded {
    pub bazaar: Bazaar,
    pub folder: PathBuf,
    pub families: usize,
    pub lines: usize,
    pub staff: usize,
    /// It began now.
    pub now: bool,
    pub carriage: Option<Carriage>,
}

/// What is in a folder an edition is to begin in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum There {
    /// Nothing, or a database that no bazaar was set up in.
    Free,
    Begun(BazaarCode),
}

impl Founding {
    /// The steps it takes, as [`Till::found_edition`] tells of them.
    pub fn steps(&self) -> usize {
        match self.with_balances {
            true => 3,
            false => 2,
        }
    }
}

impl Till {
    /// What beginning that edition would do. Nothing is written.
    ///
    /// # Errors
    /// Not an organiser; [`EditionRefusal`]: no code, a folder that can't be had.
    pub fn outlook(&self, session: &Session, founding: &Founding) -> Result<Outlook, Error> {
        let edition = self.next_edition(session, founding.next.clone())?;
        let mut bazaar = edition.set_up.bazaar;
        let there = look_at(founding.own.as_ref(), &founding.folder, self.moments())?;
        let begun = match there {
            There::Free => false,
            There::Begun(code) if code == bazaar.code => true,
            There::Begun(code) => return Err(taken_by(&founding.folder, code).into()),
        };
        let balances = match begun {
            true => {
                let there = Till::open(&founding.folder.database(), self.moments().clone())?;
                bazaar = there.catalogue()?.bazaar.clone();
                there.as_next_books(session)
            }
            false => self.unbegun_books(bazaar.code.clone()),
        };
        let balances = balances.and_then(|next| self.outgoing(session, next));
        let balances = match balances {
            Ok(outgoing) => Ok(outgoing),
            Err(Error::Refused(refusal)) => Err(*refusal),
            Err(fault) => return Err(fault),
        };
        Ok(Outlook {
            bazaar,
            families: edition.families.len(),
            lines: edition.lines.len(),
            staff: edition.set_up.staff.len(),
            begun,
            balances,
        })
    }

    /// Begins the next edition in a folder, or opens the one that begun there, with
    /// settings and sign of this till. Whether one that has begun may go on is the
    /// caller's: balances can go there later too.
    ///
    /// # Errors
    /// Not an organiser; [`EditionRefusal`]; a bazaar is set up there already.
    pub fn begin_edition_in(&self, session: &Session, founding: &Founding) -> Result<Begun, Error> {
        let edition = self.next_edition(session, founding.next.clone())?;
        let (folder, moments) = (&founding.folder, self.moments().clone());
        let there = look_at(founding.own.as_ref(), folder, &moments)?;
        let database = folder.database();
        let till = match database.exists() {
            true => Till::open(&database, moments)?,
            false => {
                prepare(folder)?;
                Till::create(&database, self.code(), moments)?
            }
        };
        let code = edition.set_up.bazaar.code.clone();
        let now = match there {
            There::Begun(known) if known == code && founding.with_balances => false,
            There::Begun(known) => return Err(taken_by(folder, known).into()),
            There::Free => {
                till.begin_edition(edition)?;
                true
            }
        };
        // Before the PIN, which may be mistyped: it can be asked for again.
        let cut_off = !folder.settings_file().exists() && till.needs_first_pin()?;
        if let Some(own) = &founding.own
            && (now || cut_off)
        {
            copy_settings(own, folder)?;
        }
        if let Some(own) = &founding.own {
            // The edition begins whether or not this is remembered.
            let _ = remember(own, folder.path());
        }
        Ok(Begun { till, now })
    }

    /// Begins the next edition, all of it: whoever begins it says so with their PIN,
    /// which is their first there. `telling` hears how many steps are done, of
    /// [`Founding::steps`].
    ///
    /// # Errors
    /// Not an organiser; the PIN is wrong; as [`Till::begin_edition_in`] and
    /// [`carry_balances`]. What was done stays, and is gone on with when the same is
    /// asked for again.
    pub fn found_edition(
        &self,
        session: &Session,
        pin: &str,
        founding: &Founding,
        mut telling: impl FnMut(usize, usize),
    ) -> Result<Founded, Error> {
        authorise(Act::SetUp, session.who(), None)?;
        self.check_pin(session.staff(), pin)?;
        let steps = founding.steps();
        telling(0, steps);
        let Begun { till, now } = self.begin_edition_in(session, founding)?;
        telling(1, steps);
        if till.needs_first_pin()? {
            till.set_first_pin(session.staff(), pin)?;
        }
        telling(2, steps);
        let carriage = match founding.with_balances {
            true => Some(carry_balances(self, &till, session)?),
            false => None,
        };
        telling(steps, steps);
        let catalogue = till.catalogue()?;
        Ok(Founded {
            bazaar: catalogue.bazaar.clone(),
            folder: founding.folder.path().to_owned(),
            families: catalogue.families().len(),
            lines: catalogue.lines().len(),
            staff: till.staff()?.len(),
            now,
            carriage,
        })
    }
}

/// A folder an edition of this code could begin in, or has begun in: beside this till's
/// own, or within it where there is no writing beside it.
pub fn proposed_folder(own: &DataFolder, code: &BazaarCode, moments: &Moments) -> Option<PathBuf> {
    let own_path = own.path();
    let name = own_path.file_name()?.to_string_lossy().into_owned();
    let beside = own_path
        .parent()
        .map(|parent| parent.join(format!("{name}-{code}")));
    let within = own_path.join("editions").join(code.as_str());
    let fits = |path: &PathBuf| {
        let folder = DataFolder::at(path);
        match look_at(Some(own), &folder, moments) {
            Ok(There::Free) => true,
            Ok(There::Begun(known)) => known == *code,
            Err(_) => false,
        }
    };
    let numbered = |path: PathBuf| {
        let others = 2..=TRIED;
        let first = path.clone();
        std::iter::once(first).chain(others.map(move |nth| {
            let mut name = path.clone().into_os_string();
            name.push(format!("-{nth}"));
            name.into()
        }))
    };
    let mut all = beside.into_iter().chain([within]).flat_map(numbered);
    all.find(fits)
}

fn taken_by(folder: &DataFolder, code: BazaarCode) -> EditionRefusal {
    let path = shown(folder.path());
    EditionRefusal::FolderTaken { path, code }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// What is in that folder. Nothing is left there.
fn look_at(
    own: Option<&DataFolder>,
    folder: &DataFolder,
    moments: &Moments,
) -> Result<There, Error> {
    let path = folder.path();
    let canonical = |path: &Path| path.canonicalize().ok();
    let is_own = |own: &DataFolder| {
        own.path() == path || canonical(path).is_some_and(|it| Some(it) == canonical(own.path()))
    };
    if own.is_some_and(is_own) {
        return Err(EditionRefusal::FolderOfThis(shown(path)).into());
    }
    check_writable(path)?;
    let database = folder.database();
    if !database.exists() {
        return match is_empty(path) {
            true => Ok(There::Free),
            false => Err(EditionRefusal::FolderNotEmpty(shown(path)).into()),
        };
    }
    match Till::open(&database, moments.clone())?.catalogue() {
        Ok(there) => Ok(There::Begun(there.bazaar.code.clone())),
        // It was begun, and the program ended before anything was in it.
        Err(error) if error.refusal() == Some(&Refusal::NotSetUp) => Ok(There::Free),
        Err(error) => Err(error),
    }
}

fn is_empty(path: &Path) -> bool {
    match fs::read_dir(path) {
        Ok(mut inside) => inside.next().is_none(),
        Err(_) => true,
    }
}

/// Whether something can be written there, or where the folder would be made.
fn check_writable(path: &Path) -> Result<(), EditionRefusal> {
    let unwritable = || EditionRefusal::FolderUnwritable(shown(path));
    if !path.is_absolute() {
        let inside = std::env::current_dir().map_err(|_| unwritable())?;
        return check_writable(&inside.join(path));
    }
    let there = path.ancestors().find(|ancestor| ancestor.exists());
    let there = there
        .filter(|there| there.is_dir())
        .ok_or_else(unwritable)?;
    if tempfile::tempfile_in(there).is_err() {
        return Err(unwritable());
    }
    match room_at(there) {
        Some(room) if room < LEAST_ROOM => Err(EditionRefusal::FolderFull(shown(path))),
        _ => Ok(()),
    }
}

/// The bytes that are free on that disk, where the system tells.
#[cfg(unix)]
fn room_at(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn room_at(_path: &Path) -> Option<u64> {
    None
}

/// The folders next editions of this one began in.
pub fn remembered(own: &DataFolder) -> Vec<PathBuf> {
    let list = fs::read_to_string(own.next_editions()).unwrap_or_default();
    list.lines().map(PathBuf::from).collect()
}

fn remember(own: &DataFolder, folder: &Path) -> io::Result<()> {
    let folder = folder.canonicalize()?;
    let mut known = remembered(own);
    if known.contains(&folder) {
        return Ok(());
    }
    known.push(folder);
    let lines = known.iter().map(|path| format!("{}\n", path.display()));
    write_whole(&own.next_editions(), lines.collect::<String>().as_bytes())
}

fn prepare(folder: &DataFolder) -> Result<(), Error> {
    let path = folder.path();
    fs::create_dir_all(path).map_err(|source| told(path, source))?;
    Ok(())
}

/// How this till prints and looks, and the bazaar's sign. The settings come last: where
/// they are, all is copied.
fn copy_settings(from: &DataFolder, to: &DataFolder) -> Result<(), Error> {
    let logo = from.logo();
    if logo.exists() {
        fs::copy(&logo, to.logo()).map_err(|source| told(&to.logo(), source))?;
    }
    to.save_settings(&from.load_settings()?)?;
    Ok(())
}

fn told(path: &Path, source: io::Error) -> Error {
    let path = path.to_owned();
    StoreError::Io { path, source }.into()
}
