//! The next edition of a bazaar, in a data folder of its own.

use std::path::PathBuf;
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
use crate::services::carrying::{Carriage, Hindrance, LeftBehind, TakingBack, carry_balances};
use crate::services::edition::{Begun, Founding, NextEdition};
use crate::services::notice::left_behind_in_words;
use crate::settings::DataFolder;
use crate::tr;

use super::set_up::set_first_pin;

pub(super) fn edition(desk: &Desk, command: EditionCommand) -> Result<(), Failure> {
    let (folder, code, name_ar, name_en, days, with_balances) = match command {
        EditionCommand::Next {
            folder,
            code,
            name_ar,
            name_en,
            days,
            with_balances,
        } => (folder, code, name_ar, name_en, days, with_balances),
        EditionCommand::TakeBack {
            code,
            reason,
            looked_in,
        } => return take_back(desk, &code, reason, looked_in),
    };
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

/// Takes back what was carried to an edition that was lost.
fn take_back(
    desk: &Desk,
    code: &str,
    reason: String,
    looked_in: Vec<PathBuf>,
) -> Result<(), Failure> {
    let asked = TakingBack {
        to: desk.code(code)?,
        reason,
        own: Some(desk.folder()?.clone()),
        places: looked_in,
    };
    let till = desk.till()?;
    let (session, pin) = desk.sign_in_with_pin(&till)?;
    let returned = till.take_back(&session, &pin, asked, |_, _| {})?;
    let catalogue = till.catalogue()?;
    let currency = catalogue.bazaar.currency;
    if desk.json {
        let balances = |all: &[CarriedBalance]| -> Vec<Value> {
            all.iter().map(|one| balance_json(one, currency)).collect()
        };
        return desk.out.json(&json!({
            "taken_back": balances(&returned.back),
            "arrived": balances(&returned.arrived),
        }));
    }
    let texts = desk.texts;
    let sum = |pick: fn(&CarriedBalance) -> Money| -> String {
        let sum = returned.back.iter().map(pick).sum();
        texts.money(sum, currency)
    };
    desk.out.line(&tr!(
        texts,
        "cli-edition-taken-back",
        from = code,
        count = returned.back.len(),
        owed = sum(|balance| balance.amount.or_zero()),
        owing = sum(|balance| (-balance.amount).or_zero()),
        advances = sum(|balance| balance.advance_left)
    ))?;
    if !returned.arrived.is_empty() {
        let count = returned.arrived.len();
        desk.out
            .line(&tr!(texts, "cli-edition-taken-back-arrived", count = count))?;
    }
    desk.out.line(&tr!(texts, "cli-edition-taken-back-danger"))
}

fn balance_json(balance: &CarriedBalance, currency: Currency) -> Value {
    json!({
        "transfer": balance.transfer.to_string(),
        "family": balance.family.as_str(),
        "from": balance.from.as_str(),
        "to": balance.to.as_str(),
        "amount": output::amount(balance.amount, currency),
        "advance_left": output::amount(balance.advance_left, currency),
    })
}

fn carriage_json(carriage: &Carriage, currency: Currency) -> Value {
    let balance = |balance: &CarriedBalance| balance_json(balance, currency);
    let left = |left: &LeftBehind| {
        let why = match &left.why {
            Hindrance::NotSettled => "not_settled",
            Hindrance::OpenOrders(_) => "open_orders",
            Hindrance::NotRegistered => "not_registered",
            Hindrance::OtherName { .. } => "other_name",
            Hindrance::CameOtherwise => "came_otherwise",
            Hindrance::OwedTwice(_) => "owed_twice",
        };
        json!({ "family": left.family.as_str(), "why": why })
    };
    json!({
        "carried": carriage.brought.iter().map(balance).collect::<Vec<_>>(),
        "left": carriage.left.iter().map(left).collect::<Vec<_>>(),
        "elsewhere": carriage.elsewhere.iter().map(balance).collect::<Vec<_>>(),
    })
}
