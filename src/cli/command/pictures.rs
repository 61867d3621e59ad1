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
    let (staff, goods) = (of(Album::Staff), of(Album::Goods));
    if desk.json {
        let album = |(shown, of): (usize, usize), album: Album| json!({ "folder": album.folder(data), "shown": shown, "of": of });
        let unreadable = check.unreadable.iter();
        return desk.out.json(&json!({
            "staff": album(staff, Album::Staff),
            "goods": album(goods, Album::Goods),
            "strange": check.strange,
            "unreadable": unreadable.map(|(path, _)| path).collect::<Vec<_>>(),
        }));
    }
    let texts = desk.texts;
    let written = |path: &Path| left_to_right(&path.display().to_string());
    desk.out.line(&tr!(
        texts,
        "cli-pictures-staff",
        shown = staff.0,
        all = staff.1,
        folder = written(&Album::Staff.folder(data)),
    ))?;
    desk.out.line(&tr!(
        texts,
        "cli-pictures-goods",
        shown = goods.0,
        all = goods.1,
        folder = written(&Album::Goods.folder(data)),
    ))?;
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
