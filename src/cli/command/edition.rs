//! The next edition of a bazaar, in a data folder of its own.

use std::path::Path;

use serde_json::json;

use crate::cli::arguments::EditionCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::services::edition::NextEdition;
use crate::services::{Moments, Till};
use crate::settings::DataFolder;
use crate::tr;

use super::set_up::set_first_pin;

pub(super) fn edition(desk: &Desk, command: EditionCommand) -> Result<(), Failure> {
    let EditionCommand::Next {
        folder,
        code,
        name_ar,
        name_en,
        days,
    } = command;
    let next = NextEdition {
        code: code.map(|code| desk.code(&code)).transpose()?,
        name_ar,
        name_en,
        days: desk.dates(&days)?,
    };
    begin(desk, &DataFolder::at(folder), next)
}

fn begin(desk: &Desk, folder: &DataFolder, next: NextEdition) -> Result<(), Failure> {
    let last = desk.till()?;
    let session = desk.sign_in(&last)?;
    let edition = last.next_edition(&session, next)?;
    let bazaar = edition.set_up.bazaar.clone();
    let staff = edition.set_up.staff.len();
    let (families, lines) = (edition.families.len(), edition.lines.len());

    let (database, moments) = (folder.database(), Moments::of_this_machine());
    let till = match database.exists() {
        true => Till::open(&database, moments)?,
        false => Till::create(&database, last.code(), moments)?,
    };
    till.begin_edition(edition)?;
    // Whoever begins the edition has a PIN there; everybody else is given a new one.
    let pinned = set_first_pin(desk, &till, session.staff())?;
    copy_settings(desk.folder()?, folder)?;

    if desk.json {
        return desk.out.json(&json!({
            "bazaar": bazaar.code.as_str(),
            "name": output::name(&bazaar.name),
            "edition": bazaar.edition,
            "days": bazaar.opening.days.iter().map(|day| output::date(*day)).collect::<Vec<_>>(),
            "till": till.code().as_str(),
            "folder": folder.path(),
            "families": families,
            "lines": lines,
            "staff": staff,
            "needs_first_pin": !pinned,
        }));
    }
    let texts = desk.texts;
    desk.out.line(&tr!(
        texts,
        "cli-edition-begun",
        bazaar = texts.name(&bazaar.name),
        code = bazaar.code.as_str(),
        folder = folder.path().display().to_string()
    ))?;
    desk.out.line(&tr!(
        texts,
        "cli-edition-copied",
        families = families,
        lines = lines,
        staff = staff
    ))?;
    desk.out.line(&match pinned {
        true => tr!(texts, "cli-edition-pins"),
        false => tr!(texts, "cli-first-pin-missing"),
    })
}

/// How this till prints and looks, and the bazaar's sign.
fn copy_settings(from: &DataFolder, to: &DataFolder) -> Result<(), Failure> {
    to.save_settings(&from.load_settings()?)?;
    let logo: &Path = &from.logo();
    if logo.exists() {
        std::fs::copy(logo, to.logo()).map_err(Failure::file(logo))?;
    }
    Ok(())
}
