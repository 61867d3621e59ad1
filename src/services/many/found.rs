//! Where databases to be tallied may lie that this till can see, and which were chosen
//! last. They are told by their first bytes; none is opened.

use std::path::PathBuf;

use crate::services::import::{FoundFile, Whereabouts, file, files, name_of, places};
use crate::settings::{DataFolder, Settings};
use crate::store::is_database;

/// The databases in this till's inbox, among its backups, in the downloads and on
/// memory sticks, and those chosen before that are still there; the newest first.
pub fn databases(data: &DataFolder, settings: &Settings) -> Vec<FoundFile> {
    let mut places = places(data, settings);
    places.push((Whereabouts::Backups, data.backups()));
    let mut found = files(&places, is_database);
    for path in &settings.other_databases {
        if found.iter().any(|known| known.path == *path) || !is_database(path) {
            continue;
        }
        let folder = path.parent().map(name_of).unwrap_or_default();
        found.extend(file(&Whereabouts::Folder(folder), path.clone()));
    }
    found
}

/// Remembers which were chosen.
///
/// # Errors
/// Of the settings' file.
pub fn remember(
    data: &DataFolder,
    chosen: &[PathBuf],
) -> Result<(), crate::settings::SettingsFault> {
    data.change_settings(|settings| settings.other_databases = chosen.to_vec())
}
