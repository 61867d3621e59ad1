//! A file this till can see, as lists of files tell of it: where it lies, when it was
//! written, how large it is.

use crate::app::context::Context;
use crate::locale::{Texts, bidi};
use crate::services::import::{FoundFile, Whereabouts};
use crate::settings::{DataFolder, Settings};
use crate::tr;

/// The settings that say where files are looked for.
pub fn where_to_look(data: &DataFolder) -> Settings {
    // Whoever is told to put files into the inbox finds the folder.
    let _ = std::fs::create_dir_all(data.inbox());
    data.load_settings().unwrap_or_default()
}

/// When it was written and how large it is.
pub fn known_of(context: &Context, file: &FoundFile) -> String {
    let zone = context.catalogue.bazaar.time_zone.parse();
    let zone: chrono_tz::Tz = zone.unwrap_or(chrono_tz::UTC);
    let written = |moment: chrono::DateTime<chrono::Utc>| {
        let local = moment.with_timezone(&zone).naive_local();
        context.texts.date_and_time(local)
    };
    let texts = context.texts;
    let known = [file.modified.map(written), Some(size(texts, file.bytes))];
    bidi::joined(texts.direction(), known.into_iter().flatten(), " · ")
}

/// Where it lies, in a person's terms.
pub fn place_of(context: &Context, place: &Whereabouts) -> String {
    let texts = context.texts;
    match place {
        Whereabouts::Inbox => tr!(texts, "desk-import-place-inbox"),
        Whereabouts::Downloads => tr!(texts, "desk-import-place-downloads"),
        Whereabouts::Backups => tr!(texts, "many-place-backups"),
        Whereabouts::Stick(name) | Whereabouts::Folder(name) => bidi::first_strong(name),
    }
}

fn size(texts: &Texts, bytes: u64) -> String {
    let size = match bytes {
        0..1_024 => tr!(texts, "size-bytes", count = bytes),
        1_024..1_048_576 => tr!(texts, "size-kilobytes", count = bytes.div_ceil(1_024)),
        _ => tr!(texts, "size-megabytes", count = bytes.div_ceil(1_048_576)),
    };
    bidi::directed(texts.direction(), size)
}
