//! Where copies of other databases lie while they are looked at: folders of their own,
//! private, and gone with whoever made them. What a power cut left is removed by the
//! next look.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::Path;

use tempfile::TempDir;

/// What such a folder's name begins with.
const PREFIX: &str = "sanduq-look-";

/// A file in it that is locked while its maker lives.
const MARK: &str = "looking";

/// The same before it is locked. A folder without the mark is just being made.
const UNLOCKED: &str = "looking.new";

/// A private folder for copies, removed at the end: what is copied names families and
/// their accounts.
#[derive(Debug)]
pub(super) struct Copies {
    // Unlocked first: where a file that is open can't be removed, it would stay.
    _mark: File,
    folder: TempDir,
}

impl Copies {
    /// Makes one, and removes those of programs that ended without doing so.
    pub fn begin() -> io::Result<Self> {
        let place = std::env::temp_dir();
        clear(&place);
        let mut folder = tempfile::Builder::new();
        folder.prefix(PREFIX);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            folder.permissions(fs::Permissions::from_mode(0o700));
        }
        let folder = folder.tempdir_in(place)?;
        let new = folder.path().join(UNLOCKED);
        let mark = File::create_new(&new)?;
        mark.try_lock()?;
        fs::rename(new, folder.path().join(MARK))?;
        Ok(Copies {
            _mark: mark,
            folder,
        })
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Removes the folders nobody holds any more. What can't be removed is left for the
/// next time; a look goes on without it.
fn clear(place: &Path) {
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        if !name.to_string_lossy().starts_with(PREFIX) {
            continue;
        }
        let folder = entry.path();
        // Of the entry itself: a link leads to what is somebody else's.
        let is_own = fs::symlink_metadata(&folder).is_ok_and(|known| is_own_folder(&known));
        if is_own && is_left(&folder) {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

/// Whether whoever made a folder has ended.
fn is_left(folder: &Path) -> bool {
    let mark = File::open(folder.join(MARK));
    // The lock ends with the program that took it, however it ended.
    mark.is_ok_and(|mark| mark.try_lock().is_ok())
}

#[cfg(unix)]
fn is_own_folder(known: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let own = rustix::process::geteuid().as_raw();
    known.is_dir() && known.uid() == own && known.mode() & 0o777 == 0o700
}

#[cfg(not(unix))]
fn is_own_folder(known: &Metadata) -> bool {
    known.is_dir()
}
