//! What every command has at hand: the data folder, the language, who acts; and
//! the reading of what was typed.

use std::cell::Cell;
use std::io::{self, IsTerminal};
use std::str::FromStr;
use std::sync::Arc;

use chrono::NaiveDate;
use console::Term;
use indicatif::{ProgressBar, ProgressStyle};

use super::Opening;
use super::arguments::{Common, Switch};
use super::failure::{Failure, Misuse};
use super::output::Output;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::StaffCode;
use crate::domain::money::{Currency, Money, Quantity};
use crate::locale::{Language, Texts, reading};
use crate::services::printing::PrinterSetup;
use crate::services::sell::missing_approval;
use crate::services::{Approval, Error, Moments, Session, Till};
use crate::settings::DataFolder;
use crate::tr;

pub(super) struct Desk {
    pub texts: &'static Texts,
    pub out: Output,
    pub json: bool,
    /// Whether what is recorded is printed too.
    pub prints: bool,
    /// Whether a window can be opened here.
    pub has_display: bool,
    /// Whether the window is to cover the whole screen.
    pub kiosk: bool,
    /// Whether a window faces the customer, where that was typed.
    pub customer_display: Option<bool>,
    /// Whether the window begins in training.
    pub training: bool,
    language: Option<Language>,
    folder: Option<DataFolder>,
    staff: Option<String>,
    pin: Option<String>,
    approver: Option<String>,
    approver_pin: Option<String>,
    currency: Cell<Option<Currency>>,
}

/// The data folder typed, in the environment, or the platform's.
pub(super) fn folder_of(common: &Common) -> Option<DataFolder> {
    let typed = common
        .data
        .clone()
        .or_else(|| environment("SANDUQ_DATA").map(Into::into));
    typed.map(DataFolder::at).or_else(DataFolder::of_platform)
}

pub(super) fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Desk {
    pub fn new(common: Common, texts: &'static Texts, has_display: bool) -> Self {
        Desk {
            texts,
            out: Output::new(texts),
            json: common.json,
            prints: !common.no_print,
            has_display,
            kiosk: common.kiosk,
            training: common.training,
            customer_display: common.customer_display.map(|typed| typed == Switch::On),
            language: common.language,
            folder: folder_of(&common),
            staff: common.staff.or_else(|| environment("SANDUQ_STAFF")),
            pin: common.pin.or_else(|| environment("SANDUQ_PIN")),
            approver: common.approver.or_else(|| environment("SANDUQ_APPROVER")),
            approver_pin: common
                .approver_pin
                .or_else(|| environment("SANDUQ_APPROVER_PIN")),
            currency: Cell::new(None),
        }
    }

    pub fn folder(&self) -> Result<&DataFolder, Failure> {
        Ok(self.folder.as_ref().ok_or(Misuse::NoDataFolder)?)
    }

    /// The printers this folder's settings ask for.
    pub fn printers(&self) -> Result<PrinterSetup, Failure> {
        let folder = self.folder()?;
        Ok(PrinterSetup::of(&folder.load_settings()?, folder)?)
    }

    /// The currency, once a till with a bazaar was opened.
    pub fn currency(&self) -> Option<Currency> {
        self.currency.get()
    }

    /// Opens this folder's till.
    pub fn till(&self) -> Result<Till, Failure> {
        let till = Till::open(&self.folder()?.database(), Moments::of_this_machine())?;
        self.know(&till);
        Ok(till)
    }

    /// Opens this folder's till to look for damage.
    pub fn damaged_till(&self) -> Result<Till, Failure> {
        let till = Till::inspect(&self.folder()?.database(), Moments::of_this_machine())?;
        self.know(&till);
        Ok(till)
    }

    /// Remembers the currency notices are to be worded in.
    pub fn know(&self, till: &Till) {
        if let Ok(catalogue) = till.catalogue() {
            self.currency.set(Some(catalogue.bazaar.currency));
        }
    }

    /// The language of the window: the one typed, that of the settings, Arabic.
    pub fn window_language(&self, folder: Option<&DataFolder>) -> Language {
        let settings = folder.and_then(|folder| folder.load_settings().ok());
        let set = settings.and_then(|settings| settings.language.parse().ok());
        self.language.or(set).unwrap_or_default()
    }

    /// What the window opens on: this folder's till, which is set up.
    pub fn opening(&self) -> Result<Opening, Failure> {
        if !self.has_display {
            return Err(Failure::NoDisplay);
        }
        let folder = self.folder()?;
        // Settings nobody can read are told now, not when the first paper is due.
        self.printers()?;
        let (till, _) = self.shop()?;
        Ok(Opening {
            till,
            data: folder.clone(),
            language: self.window_language(Some(folder)),
            full_screen: self.kiosk,
            customer_display: self.customer_display,
            training: self.training,
            pins: &[],
        })
    }

    /// Opens this folder's till, with its terms and goods.
    pub fn shop(&self) -> Result<(Till, Arc<Catalogue>), Failure> {
        let till = self.till()?;
        let catalogue = till.catalogue()?;
        Ok((till, catalogue))
    }

    /// Who was named as acting.
    pub fn staff(&self) -> Result<StaffCode, Failure> {
        self.code(self.staff.as_deref().ok_or(Misuse::NoStaff)?)
    }

    pub fn has_staff(&self) -> bool {
        self.staff.is_some()
    }

    /// Signs in whoever acts.
    pub fn sign_in(&self, till: &Till) -> Result<Session, Failure> {
        Ok(self.sign_in_with_pin(till)?.0)
    }

    /// The same, with the PIN, for what is confirmed by it.
    pub fn sign_in_with_pin(&self, till: &Till) -> Result<(Session, String), Failure> {
        let staff = self.staff()?;
        let pin = match &self.pin {
            Some(pin) => pin.clone(),
            None => self.ask_pin(&tr!(self.texts, "cli-ask-pin", staff = staff.as_str()))?,
        };
        Ok((till.sign_in(&staff, &pin)?, pin))
    }

    /// The PIN given, or `None` where nobody gave one and nobody can be asked.
    pub fn given_pin(&self) -> Option<String> {
        self.pin.clone()
    }

    /// Asks for a new PIN, twice.
    pub fn ask_new_pin(&self, staff: &StaffCode) -> Result<String, Failure> {
        let question = tr!(self.texts, "cli-ask-new-pin", staff = staff.as_str());
        let pin = self.ask_pin(&question)?;
        if self.ask_pin(&tr!(self.texts, "cli-ask-pin-again"))? == pin {
            Ok(pin)
        } else {
            Err(Misuse::PinsDiffer.into())
        }
    }

    fn ask_pin(&self, question: &str) -> Result<String, Failure> {
        if !io::stdin().is_terminal() {
            return Err(Misuse::NoPin.into());
        }
        let terminal = Term::stderr();
        let asked = terminal
            .write_str(&format!("{question} "))
            .and_then(|()| terminal.read_secure_line());
        asked.map_err(Failure::Output)
    }

    /// Tries, and tries again with the approver's word on whatever it is missing for.
    pub fn approved<T>(
        &self,
        till: &Till,
        attempt: impl Fn(Option<&Approval>) -> Result<T, Error>,
    ) -> Result<T, Failure> {
        let mut acts = Vec::new();
        let mut approval = None;
        loop {
            let error = match attempt(approval.as_ref()) {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            let missing = missing_approval(&error).filter(|act| !acts.contains(act));
            let (Some(act), Some(approver)) = (missing, &self.approver) else {
                return Err(error.into());
            };
            acts.push(act);
            let approver: StaffCode = self.code(approver)?;
            let pin = self.approver_pin.as_deref().ok_or(Misuse::NoApproverPin)?;
            approval = Some(till.approve_all(acts.clone(), &approver, pin)?);
        }
    }

    pub fn code<T: FromStr>(&self, text: &str) -> Result<T, Failure> {
        text.parse()
            .map_err(|_| Misuse::NotACode(text.to_owned()).into())
    }

    pub fn amount(&self, text: &str, currency: Currency) -> Result<Money, Failure> {
        reading::read_amount(text, currency).map_err(|why| {
            Misuse::NotAnAmount {
                text: text.to_owned(),
                why,
            }
            .into()
        })
    }

    pub fn quantity(&self, text: &str) -> Result<Quantity, Failure> {
        reading::read_quantity(text).map_err(|_| Misuse::NotAQuantity(text.to_owned()).into())
    }

    pub fn date(&self, text: &str) -> Result<NaiveDate, Failure> {
        text.parse()
            .map_err(|_| Misuse::NotADate(text.to_owned()).into())
    }

    pub fn dates(&self, texts: &[String]) -> Result<Vec<NaiveDate>, Failure> {
        texts.iter().map(|text| self.date(text)).collect()
    }

    /// The day named, or the last one that was closed.
    pub fn closed_day(&self, till: &Till, named: Option<&str>) -> Result<NaiveDate, Failure> {
        if let Some(text) = named {
            return self.date(text);
        }
        let days = till.day_status()?.days;
        let closed = days
            .iter()
            .filter(|row| row.closed.is_some())
            .map(|row| row.day)
            .max();
        Ok(closed.ok_or(Misuse::NoClosedDay)?)
    }

    /// A bar for work whose length is known; silent where nobody looks.
    pub fn bar(&self, doing: String) -> ProgressBar {
        let style = ProgressStyle::with_template("{msg} {wide_bar} {percent:>3} %")
            .expect("the template names what there is");
        ProgressBar::new(0)
            .with_style(style)
            .with_message(super::output::plain(&doing))
    }
}
