//! Photographs on the screen: read and cut to size on a thread of their own, a
//! bounded number of them kept, the ones asked for last first.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use std::{fs, thread};

use iced::advanced::image::Handle;

use crate::services::pictures::{Album, Frame, cut};
use crate::settings::DataFolder;

/// How many cut photographs are kept: several screens full.
const KEPT: usize = 240;

/// The photographs of a till. Cheap to clone; one that was made by default has none.
#[derive(Clone, Default)]
pub struct Photos(Option<Arc<Room>>);

struct Room {
    data: DataFolder,
    wall: Arc<Mutex<Wall>>,
    wanted: Sender<Wish>,
}

type Wish = (Arc<Path>, Frame);

#[derive(Default)]
struct Wall {
    albums: BTreeMap<Album, HashMap<String, Known>>,
    sights: HashMap<Wish, (Sight, u64)>,
    /// How often a photograph was looked at, to know which was not for longest.
    looks: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    path: Arc<Path>,
    changed: Option<SystemTime>,
}

/// A photograph as far as it can be seen.
#[derive(Debug, Clone)]
pub enum Sight {
    Here(Handle),
    /// It is being read.
    Coming,
    /// The file shows nothing.
    Unreadable,
}

/// A photograph that is there.
#[derive(Clone)]
pub struct Photo {
    path: Arc<Path>,
    room: Arc<Room>,
}

impl Photos {
    /// Those in a till's folder; none is known before [`Photos::look`].
    pub fn of(data: &DataFolder) -> Self {
        let wall = Arc::new(Mutex::new(Wall::default()));
        let (wanted, wishes) = channel();
        let hung = Arc::clone(&wall);
        // The thread ends with the last that could wish for something.
        let reader = thread::Builder::new().name("photographs".to_owned());
        let reader = reader.spawn(move || hang(&wishes, &hung));
        reader.expect("a thread can be started");
        Photos(Some(Arc::new(Room {
            data: data.clone(),
            wall,
            wanted,
        })))
    }

    /// Looks which photographs there are; those whose files have changed are read
    /// again. A folder that can't be read has none.
    pub fn look(&self) {
        let Some(room) = &self.0 else { return };
        let albums = Album::ALL.map(|album| {
            let found = album.list(&room.data).unwrap_or_default();
            (album, found.into_iter().map(known).collect())
        });
        let albums = BTreeMap::from(albums);
        let mut wall = lock(&room.wall);
        if wall.albums != albums {
            wall.sights.clear();
            wall.albums = albums;
        }
    }

    /// Whether an album has any.
    pub fn any(&self, album: Album) -> bool {
        let Some(room) = &self.0 else { return false };
        let wall = lock(&room.wall);
        wall.albums
            .get(&album)
            .is_some_and(|known| !known.is_empty())
    }

    /// The photograph of what has a code.
    pub fn find(&self, album: Album, code: &str) -> Option<Photo> {
        let room = self.0.as_ref()?;
        let wall = lock(&room.wall);
        let album = wall.albums.get(&album).filter(|album| !album.is_empty())?;
        let known = album.get(&code.to_uppercase())?;
        Some(Photo {
            path: Arc::clone(&known.path),
            room: Arc::clone(room),
        })
    }
}

fn known((code, path): (String, PathBuf)) -> (String, Known) {
    let changed = fs::metadata(&path).and_then(|file| file.modified()).ok();
    let path = path.into();
    (code, Known { path, changed })
}

fn lock(wall: &Mutex<Wall>) -> MutexGuard<'_, Wall> {
    // Whoever panicked there left it whole: it is changed by single inserts.
    wall.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Photo {
    /// The photograph in a frame. The first who asks has it read.
    pub fn sight(&self, frame: Frame) -> Sight {
        let wish = (Arc::clone(&self.path), frame);
        let mut wall = lock(&self.room.wall);
        wall.looks += 1;
        let now = wall.looks;
        if let Some((sight, looked)) = wall.sights.get_mut(&wish) {
            *looked = now;
            return sight.clone();
        }
        if wall.sights.len() >= KEPT
            && let Some(oldest) = wall.longest_unseen()
        {
            wall.sights.remove(&oldest);
        }
        wall.sights.insert(wish.clone(), (Sight::Coming, now));
        // It fails only where the reader has ended: then nothing is shown.
        let _ = self.room.wanted.send(wish);
        Sight::Coming
    }
}

impl Wall {
    fn longest_unseen(&self) -> Option<Wish> {
        let sights = self.sights.iter();
        let oldest = sights.min_by_key(|(_, (_, looked))| *looked);
        oldest.map(|(wish, _)| wish.clone())
    }
}

/// Reads what is wished for, the last wish first: what was scrolled past can wait.
fn hang(wishes: &Receiver<Wish>, wall: &Mutex<Wall>) {
    let mut open: Vec<Wish> = Vec::new();
    loop {
        match wishes.try_recv() {
            Ok(wish) => {
                open.push(wish);
                continue;
            }
            Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {}
        }
        let Some(wish) = open.pop() else {
            match wishes.recv() {
                Ok(wish) => open.push(wish),
                Err(_) => return,
            }
            continue;
        };
        // Nobody waits any more for one that was taken down meanwhile.
        if !lock(wall).sights.contains_key(&wish) {
            continue;
        }
        let sight = match cut(&wish.0, wish.1) {
            Ok(cut) => Sight::Here(Handle::from_rgba(cut.width, cut.height, cut.rgba)),
            Err(_) => Sight::Unreadable,
        };
        if let Some((seen, _)) = lock(wall).sights.get_mut(&wish) {
            *seen = sight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgba, RgbaImage};
    use std::time::Duration;

    fn frame(side: u32) -> Frame {
        Frame {
            width: side,
            height: side,
            corner: 0,
        }
    }

    /// Looks until it is read.
    fn seen(photo: &Photo, frame: Frame) -> Sight {
        loop {
            match photo.sight(frame) {
                Sight::Coming => thread::sleep(Duration::from_millis(2)),
                sight => return sight,
            }
        }
    }

    fn first_dot(sight: &Sight) -> [u8; 4] {
        let Sight::Here(Handle::Rgba { pixels, .. }) = sight else {
            panic!("{sight:?}");
        };
        pixels[..4].try_into().unwrap()
    }

    #[test]
    fn photographs_come_are_kept_and_follow_their_files() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let photos = Photos::of(&data);
        photos.look();
        assert!(!photos.any(Album::Staff));
        assert!(photos.find(Album::Staff, "S01").is_none());

        let staff = Album::Staff.folder(&data);
        fs::create_dir_all(&staff).unwrap();
        let file = staff.join("s01.png");
        let save = |colour| {
            let picture = RgbaImage::from_pixel(8, 8, Rgba(colour));
            picture.save(&file).unwrap();
        };
        save([1, 2, 3, 255]);
        fs::write(staff.join("S02.png"), "torn").unwrap();
        photos.look();
        let photo = photos.find(Album::Staff, "S01").unwrap();
        assert!(matches!(photo.sight(frame(4)), Sight::Coming));
        assert_eq!(first_dot(&seen(&photo, frame(4))), [1, 2, 3, 255]);
        let torn = photos.find(Album::Staff, "s02").unwrap();
        assert!(matches!(seen(&torn, frame(4)), Sight::Unreadable));

        save([7, 8, 9, 255]);
        let later = SystemTime::now() + Duration::from_secs(5);
        let open = fs::File::options().write(true).open(&file).unwrap();
        open.set_modified(later).unwrap();
        photos.look();
        assert_eq!(first_dot(&seen(&photo, frame(4))), [7, 8, 9, 255]);

        // However many sizes are asked for, only so many are kept.
        for side in 1..=(KEPT as u32 + 40) {
            photo.sight(frame(side));
        }
        assert_eq!(lock(&photo.room.wall).sights.len(), KEPT);
    }
}
