//! The next edition of a bazaar, in a data folder of its own.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::cli::arguments::EditionCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::domain::carrying::CarriedBalance;
use crate::domain::catalogue::Catalogue;
use crate::domain::money::{Currency, Money};
use crate::services::carrying::{Carriage, Hindrance, LeftBehind, carry_balances};
use crate::services::edition::{Edition, NextEdition};
use crate::services::notice::left_behind_in_words;
use crate::services::{Moments, Session, Till};
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
        with_balances,
    } = command;
    let next = NextEdition {
        code: code.map(|code| desk.code(&code)).transpose()?,
        name_ar,
        name_en,
        days: desk.dates(&days)?,
    };
    let folder = DataFolder::at(folder);
    let last = desk.till()?;
    let session = desk.sign_in(&last)?;
    let edition = last.next_edition(&session, next)?;
    let (till, begun) = begin(desk, &folder, &last, &session, edition, with_balances)?;
    let carriage = match with_balances {
        false => None,
        true => Some(carry_balances(&last, &till, &session)?),
    };
    let told = Told {
        last: last.catalogue()?,
        catalogue: till.catalogue()?,
        folder,
        begun,
        carriage,
    };
    match desk.json {
        true => desk.out.json(&told.json(&till)?),
        false => told.show(desk, &till),
    }
}

/// The till of the new edition, and whether it begins now: where balances are to be
/// carried, one that has begun already is the edition they go to.
fn begin(
    desk: &Desk,
    folder: &DataFolder,
    last: &Till,
    session: &Session,
    edition: Edition,
    may_be_begun: bool,
) -> Result<(Till, bool), Failure> {
    let (database, moments) = (folder.database(), Moments::of_this_machine());
    let till = match database.exists() {
        true => Till::open(&database, moments)?,
        false => Till::create(&database, last.code(), moments)?,
    };
    let code = edition.set_up.bazaar.code.clone();
    let begun = match (may_be_begun, till.catalogue()) {
        (true, Ok(there)) if there.bazaar.code == code => false,
        _ => {
            till.begin_edition(edition)?;
            true
        }
    };
    // Before the PIN, which may be mistyped: it can be asked for again.
    let cut_off = !folder.settings_file().exists() && till.needs_first_pin()?;
    if begun || cut_off {
        copy_settings(desk.folder()?, folder)?;
    }
    // Whoever begins the edition has a PIN there; everybody else is given a new one.
    set_first_pin(desk, &till, session.staff())?;
    Ok((till, begun))
}

/// What is told of an edition that begins, or has begun.
struct Told {
    last: Arc<Catalogue>,
    catalogue: Arc<Catalogue>,
    folder: DataFolder,
    begun: bool,
    carriage: Option<Carriage>,
}

impl Told {
    fn json(&self, till: &Till) -> Result<Value, Failure> {
        let bazaar = &self.catalogue.bazaar;
        let days = bazaar.opening.days.iter();
        let mut told = json!({
            "bazaar": bazaar.code.as_str(),
            "name": output::name(&bazaar.name),
            "edition": bazaar.edition,
            "days": days.map(|day| output::date(*day)).collect::<Vec<_>>(),
            "till": till.code().as_str(),
            "folder": self.folder.path(),
            "families": self.catalogue.families().len(),
            "lines": self.catalogue.lines().len(),
            "staff": till.staff()?.len(),
            "needs_first_pin": till.needs_first_pin()?,
        });
        if let Some(carriage) = &self.carriage {
            told["balances"] = carriage_json(carriage, bazaar.currency);
        }
        Ok(told)
    }

    fn show(&self, desk: &Desk, till: &Till) -> Result<(), Failure> {
        let texts = desk.texts;
        let bazaar = &self.catalogue.bazaar;
        let (name, code) = (texts.name(&bazaar.name), bazaar.code.as_str());
        let folder = self.folder.path().display().to_string();
        if self.begun {
            desk.out.line(&tr!(
                texts,
                "cli-edition-begun",
                bazaar = name,
                code = code,
                folder = folder
            ))?;
            desk.out.line(&tr!(
                texts,
                "cli-edition-copied",
                families = self.catalogue.families().len(),
                lines = self.catalogue.lines().len(),
                staff = till.staff()?.len()
            ))?;
        } else {
            desk.out.line(&tr!(
                texts,
                "cli-edition-goes-on",
                bazaar = name,
                code = code,
                folder = folder
            ))?;
        }
        if let Some(carriage) = &self.carriage {
            self.show_carriage(desk, carriage)?;
        }
        match (till.needs_first_pin()?, self.begun) {
            (true, _) => desk.out.line(&tr!(texts, "cli-first-pin-missing")),
            (false, true) => desk.out.line(&tr!(texts, "cli-edition-pins")),
            (false, false) => Ok(()),
        }
    }

    fn show_carriage(&self, desk: &Desk, carriage: &Carriage) -> Result<(), Failure> {
        let (texts, bazaar) = (desk.texts, &self.catalogue.bazaar);
        let money = |amount: Money| texts.money(amount, bazaar.currency);
        let brought = carriage.brought.iter();
        let sum = |pick: fn(&CarriedBalance) -> Money| money(brought.clone().map(pick).sum());
        desk.out.line(&match carriage.brought.len() {
            0 => tr!(texts, "cli-carried-nothing"),
            count => tr!(
                texts,
                "cli-carried",
                from = self.last.bazaar.code.as_str(),
                to = bazaar.code.as_str(),
                count = count,
                owed = sum(|balance| balance.amount.or_zero()),
                owing = sum(|balance| (-balance.amount).or_zero()),
                advances = sum(|balance| balance.advance_left)
            ),
        })?;
        if !carriage.left.is_empty() {
            desk.out.line(&tr!(texts, "cli-carried-left"))?;
        }
        for left in &carriage.left {
            desk.out.line(&left_behind_in_words(left, texts))?;
        }
        if !carriage.elsewhere.is_empty() {
            let (count, to) = (carriage.elsewhere.len(), bazaar.code.as_str());
            desk.out
                .line(&tr!(texts, "cli-carried-elsewhere", count = count, to = to))?;
        }
        Ok(())
    }
}

fn carriage_json(carriage: &Carriage, currency: Currency) -> Value {
    let balance = |balance: &CarriedBalance| {
        json!({
            "transfer": balance.transfer.to_string(),
            "family": balance.family.as_str(),
            "from": balance.from.as_str(),
            "to": balance.to.as_str(),
            "amount": output::amount(balance.amount, currency),
            "advance_left": output::amount(balance.advance_left, currency),
        })
    };
    let left = |left: &LeftBehind| {
        let why = match &left.why {
            Hindrance::NotSettled => "not_settled",
            Hindrance::OpenOrders(_) => "open_orders",
            Hindrance::NotRegistered => "not_registered",
            Hindrance::OtherName { .. } => "other_name",
            Hindrance::CameOtherwise => "came_otherwise",
        };
        json!({ "family": left.family.as_str(), "why": why })
    };
    json!({
        "carried": carriage.brought.iter().map(balance).collect::<Vec<_>>(),
        "left": carriage.left.iter().map(left).collect::<Vec<_>>(),
        "elsewhere": carriage.elsewhere.iter().map(balance).collect::<Vec<_>>(),
    })
}

/// How this till prints and looks, and the bazaar's sign. The settings come last: where
/// they are, all is copied.
fn copy_settings(from: &DataFolder, to: &DataFolder) -> Result<(), Failure> {
    let logo: &Path = &from.logo();
    if logo.exists() {
        std::fs::copy(logo, to.logo()).map_err(Failure::file(logo))?;
    }
    Ok(to.save_settings(&from.load_settings()?)?)
}
