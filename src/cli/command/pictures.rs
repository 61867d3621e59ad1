//! The photographs the screen shows: where they go, and what is wrong with them.

use std::path::Path;

use serde_json::json;

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::locale::bidi::left_to_right;
use crate::services::pictures::{Album, UnreadablePhoto};
use crate::tr;

pub(super) fn pictures(desk: &Desk) -> Result<(), Failure> {
    let (till, _) = desk.shop()?;
    let data = desk.folder()?;
    let check = till.check_photos(data)?;
    let of = |album| check.shown.get(&album).copied().unwrap_or_default();
    if desk.json {
        let album = |album: Album| {
            let (shown, all) = of(album);
            json!({ "folder": album.folder(data), "shown": shown, "of": all })
        };
        let unreadable = check.unreadable.iter();
        return desk.out.json(&json!({
            "staff": album(Album::Staff),
            "goods": album(Album::Goods),
            "strange": check.strange,
            "unreadable": unreadable.map(|(path, _)| path).collect::<Vec<_>>(),
        }));
    }
    let texts = desk.texts;
    let written = |path: &Path| left_to_right(&path.display().to_string());
    for album in Album::ALL {
        let (shown, all) = of(album);
        let folder = written(&album.folder(data));
        desk.out.line(&match album {
            Album::Staff => {
                tr!(
                    texts,
                    "cli-pictures-staff",
                    shown = shown,
                    all = all,
                    folder = folder
                )
            }
            Album::Goods => {
                tr!(
                    texts,
                    "cli-pictures-goods",
                    shown = shown,
                    all = all,
                    folder = folder
                )
            }
        })?;
    }
    for path in &check.strange {
        desk.out
            .line(&tr!(texts, "cli-pictures-strange", file = written(path)))?;
    }
    for (path, why) in &check.unreadable {
        let file = written(path);
        desk.out.line(&match why {
            UnreadablePhoto::Io(_) => tr!(texts, "cli-pictures-locked", file = file),
            UnreadablePhoto::Picture(_) => tr!(texts, "cli-pictures-torn", file = file),
        })?;
    }
    Ok(())
}
