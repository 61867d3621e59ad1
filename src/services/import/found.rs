//! Where spreadsheets may lie that this till can see: its own inbox, the downloads,
//! memory sticks. They are only listed here; reading one is the business of a plan.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::settings::{DataFolder, Settings};

/// The endings of files that may hold a table, or a web shop's orders.
const ENDINGS: [&str; 8] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls", "ods", "json"];

/// The most files shown; the newest are kept.
const MOST: usize = 200;

/// Where a file lies, in a person's terms.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whereabouts {
    /// The folder of this till that files are put into.
    Inbox,
    Downloads,
    /// Where this till's backups are put.
    Backups,
    /// A memory stick or another disk, by its name.
    Stick(String),
    /// A folder named in the settings.
    Folder(String),
}

/// A file that may be a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    pub path: PathBuf,
    pub name: String,
    pub place: Whereabouts,
    pub modified: Option<DateTime<Utc>>,
    pub bytes: u64,
}

/// The folders looked at: those the settings name, or the usual ones.
pub fn places(data: &DataFolder, settings: &Settings) -> Vec<(Whereabouts, PathBuf)> {
    let mut places = vec![(Whereabouts::Inbox, data.inbox())];
    if !settings.import_folders.is_empty() {
        let named = settings.import_folders.iter();
        places.extend(named.map(|folder| (Whereabouts::Folder(name_of(folder)), folder.clone())));
        return places;
    }
    let folders = directories::UserDirs::new();
    let downloads = folders.as_ref().and_then(|folders| folders.download_dir());
    places.extend(downloads.map(|folder| (Whereabouts::Downloads, folder.to_path_buf())));
    let sticks = sticks().into_iter();
    places.extend(sticks.map(|folder| (Whereabouts::Stick(name_of(&folder)), folder)));
    places
}

/// Folders that disks are mounted at.
fn sticks() -> Vec<PathBuf> {
    if cfg!(windows) {
        let letters = (b'D'..=b'Z').map(|letter| format!("{}:\\", char::from(letter)));
        return letters
            .map(PathBuf::from)
            .filter(|root| root.is_dir())
            .collect();
    }
    let user = std::env::var("USER").unwrap_or_default();
    let roots = [
        PathBuf::from("/media").join(&user),
        PathBuf::from("/run/media").join(&user),
        PathBuf::from("/mnt"),
        PathBuf::from("/Volumes"),
    ];
    roots.iter().flat_map(|root| folders_in(root)).collect()
}

fn folders_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let inside = entries.map(|entry| entry.path());
    inside
        .filter(|path| path.is_dir() && !is_hidden(path))
        .collect()
}

/// The spreadsheets in these folders and one folder deeper, the newest first. What
/// can't be looked into is passed over.
pub fn spreadsheets(places: &[(Whereabouts, PathBuf)]) -> Vec<FoundFile> {
    files(places, |path| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.to_lowercase().as_str()))
    })
}

/// The same of files that are wanted.
pub fn files(
    places: &[(Whereabouts, PathBuf)],
    is_wanted: impl Fn(&Path) -> bool,
) -> Vec<FoundFile> {
    let mut found = Vec::new();
    for (place, folder) in places {
        let deeper = folders_in(folder);
        for folder in [folder].into_iter().chain(&deeper) {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let paths = entries.map(|entry| entry.path());
            let paths = paths.filter(|path| !is_hidden(path) && is_wanted(path));
            found.extend(paths.filter_map(|path| file(place, path)));
        }
    }
    found.sort_by(|one, other| {
        let newest = other.modified.cmp(&one.modified);
        newest.then_with(|| one.path.cmp(&other.path))
    });
    // Folders may lie in one another.
    found.dedup_by(|one, other| one.path == other.path);
    found.truncate(MOST);
    found
}

/// What is known of a file; nothing if it is none.
pub fn file(place: &Whereabouts, path: PathBuf) -> Option<FoundFile> {
    let known = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    Some(FoundFile {
        name: name_of(&path),
        place: place.clone(),
        modified: known.modified().ok().map(DateTime::from),
        bytes: known.len(),
        path,
    })
}

/// Also the traces that spreadsheet programs leave beside an open file.
fn is_hidden(path: &Path) -> bool {
    let name = name_of(path);
    name.starts_with(['.', '~', '$'])
}

pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn spreadsheets_are_found_newest_first_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let settings = Settings {
            import_folders: vec![folder.path().join("stick")],
            ..Settings::default()
        };
        fs::create_dir_all(data.inbox().join("lists/deep")).unwrap();
        fs::create_dir_all(folder.path().join("stick/.trash")).unwrap();
        let write = |name: &str, age: i64| {
            let file = fs::File::create(folder.path().join(name)).unwrap();
            let moment = DateTime::UNIX_EPOCH + TimeDelta::seconds(1_000_000 - age);
            file.set_modified(moment.into()).unwrap();
        };
        write("inbox/old.csv", 300);
        write("inbox/lists/new.XLSX", 100);
        write("inbox/lists/deep/too-deep.csv", 10);
        write("inbox/~$new.xlsx", 10);
        write("inbox/photo.jpg", 10);
        write("stick/families.ods", 200);
        write("stick/.trash/gone.csv", 10);
        let found = spreadsheets(&places(&data, &settings));
        let names: Vec<(&str, &Whereabouts)> = found
            .iter()
            .map(|file| (file.name.as_str(), &file.place))
            .collect();
        let stick = Whereabouts::Folder("stick".to_owned());
        let expected = [
            ("new.XLSX", &Whereabouts::Inbox),
            ("families.ods", &stick),
            ("old.csv", &Whereabouts::Inbox),
        ];
        assert_eq!(names, expected);
        assert_eq!(
            spreadsheets(&[(Whereabouts::Downloads, "/nowhere".into())]),
            []
        );
    }
}
