//! Setting a bazaar up, giving it new terms, and PINs.

use std::path::Path;

use serde_json::json;

use crate::cli::desk::{Desk, environment};
use crate::cli::failure::{Failure, Misuse};
use crate::cli::output;
use crate::domain::bazaar::Bazaar;
use crate::domain::id::{StaffCode, TillCode};
use crate::domain::staff::Role;
use crate::services::set_up::{SetUp, SetUpRefusal};
use crate::services::{Moments, Till};
use crate::tr;

pub(super) fn set_up(desk: &Desk, file: &Path, till: Option<&str>) -> Result<(), Failure> {
    let text = std::fs::read_to_string(file).map_err(Failure::file(file))?;
    let set_up = SetUp::read(&text)?;
    let database = desk.folder()?.database();
    let till = if database.exists() {
        desk.till()?
    } else {
        let code = which_till(desk, &set_up.bazaar, till)?;
        Till::create(&database, &code, Moments::of_this_machine())?
    };

    let organiser = the_organiser(desk, &set_up)?;
    let bazaar = set_up.bazaar.clone();
    let begun = till.catalogue().is_ok();
    if !begun {
        till.set_up(set_up.clone())?;
        desk.know(&till);
    }
    let pinned = set_first_pin(desk, &till, &organiser)?;
    if begun {
        let session = desk.sign_in(&till)?;
        till.change_terms(&session, set_up)?;
    }
    report(desk, &till, &bazaar, pinned.then_some(&organiser), begun)
}

/// The till this machine is: the one named, or the only one.
fn which_till(desk: &Desk, bazaar: &Bazaar, named: Option<&str>) -> Result<TillCode, Failure> {
    if let Some(named) = named {
        let code: TillCode = desk.code(named)?;
        if bazaar.till(&code).is_none() {
            let (key, value) = ("tills.code".to_owned(), code.to_string());
            return Err(SetUpRefusal::Unknown { key, value }.into());
        }
        return Ok(code);
    }
    match bazaar.tills.as_slice() {
        [only] => Ok(only.code.clone()),
        several => {
            let codes = several.iter().map(|till| till.code.clone()).collect();
            Err(Misuse::WhichTill(codes).into())
        }
    }
}

/// Whose first PIN is set: the organiser who acts, or the first of the file.
fn the_organiser(desk: &Desk, set_up: &SetUp) -> Result<StaffCode, Failure> {
    if desk.has_staff() {
        return desk.staff();
    }
    let organiser = set_up
        .staff
        .iter()
        .find(|one| one.role == Role::Organiser && one.active);
    Ok(organiser
        .expect("a set-up without an organiser is not read")
        .code
        .clone())
}

/// Sets the organiser's first PIN where none is set and one can be had. Gives
/// whether there is one now.
pub(super) fn set_first_pin(
    desk: &Desk,
    till: &Till,
    organiser: &StaffCode,
) -> Result<bool, Failure> {
    if !till.needs_first_pin()? {
        return Ok(true);
    }
    let pin = match desk.given_pin() {
        Some(pin) => pin,
        None => match desk.ask_new_pin(organiser) {
            Err(Failure::Misuse(Misuse::NoPin)) => return Ok(false),
            asked => asked?,
        },
    };
    till.set_first_pin(organiser, &pin)?;
    Ok(true)
}

fn report(
    desk: &Desk,
    till: &Till,
    bazaar: &Bazaar,
    organiser: Option<&StaffCode>,
    again: bool,
) -> Result<(), Failure> {
    let texts = desk.texts;
    if desk.json {
        return desk.out.json(&json!({
            "bazaar": bazaar.code.as_str(),
            "name": output::name(&bazaar.name),
            "till": till.code().as_str(),
            "currency": bazaar.currency.code(),
            "folder": desk.folder()?.path(),
            "new_terms": again,
            "needs_first_pin": organiser.is_none(),
        }));
    }
    let (bazaar, code) = (texts.name(&bazaar.name), till.code().as_str());
    let folder = desk.folder()?.path().display().to_string();
    desk.out.line(&if again {
        tr!(texts, "cli-new-terms", bazaar = bazaar)
    } else {
        tr!(
            texts,
            "cli-set-up",
            bazaar = bazaar,
            till = code,
            folder = folder
        )
    })?;
    match organiser {
        Some(_) => desk.out.line(&tr!(texts, "cli-set-up-next")),
        None => desk.out.line(&tr!(texts, "cli-first-pin-missing")),
    }
}

pub(super) fn pin(desk: &Desk, whose: &str, new: Option<String>) -> Result<(), Failure> {
    let till = desk.till()?;
    let whose: StaffCode = desk.code(whose)?;
    let first = till.needs_first_pin()?;
    let session = if first {
        None
    } else {
        Some(desk.sign_in(&till)?)
    };
    let new = match new.or_else(|| environment("SANDUQ_NEW_PIN")) {
        Some(pin) => pin,
        None => desk.ask_new_pin(&whose)?,
    };
    match session {
        None => till.set_first_pin(&whose, &new)?,
        Some(session) => till.set_pin(&session, &whose, &new)?,
    }
    if desk.json {
        return desk
            .out
            .json(&json!({ "staff": whose.as_str(), "pin_set": true }));
    }
    desk.out
        .line(&tr!(desk.texts, "cli-pin-set", staff = whose.as_str()))
}
