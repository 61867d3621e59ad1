//! The next edition of a bazaar, in a data folder of its own.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::cli::arguments::EditionCommand;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::domain::carrying::CarriedBalance;
use crate::domain::catalogue::Catalogue;
use crate::domain::money::{Currency, Money};
use crate::services::Till;
use crate::services::carrying::{Carriage, Hindrance, LeftBehind, carry_balances};
use crate::services::edition::{Begun, Founding, NextEdition};
use crate::services::notice::left_behind_in_words;
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
    let founding = Founding {
        own: Some(desk.folder()?.clone()),
        folder: DataFolder::at(folder),
        next,
        with_balances,
    };
    let last = desk.till()?;
    let session = desk.sign_in(&last)?;
    let Begun { till, now } = last.begin_edition_in(&session, &founding)?;
    // Whoever begins the edition has a PIN there; everybody else is given a new one.
    set_first_pin(desk, &till, session.staff())?;
    let carriage = match with_balances {
        false => None,
        true => Some(carry_balances(&last, &till, &session)?),
    };
    let told = Told {
        last: last.catalogue()?,
        catalogue: till.catalogue()?,
        folder: founding.folder,
        begun: now,
        carriage,
    };
    match desk.json {
        true => desk.out.json(&told.json(&till)?),
        false => told.show(desk, &till),
    }
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
