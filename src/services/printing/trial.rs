//! A printer tried out before a till uses it, and kept in its settings once it
//! has shown what it can. The queue knows nothing of a trial: its page is nobody's
//! paper, and the till's own printers go on meanwhile.

use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use crate::print::device::{self, Delivery, Job, Trouble, UsbPrinter, Work};
use crate::print::papers::test_page;
use crate::print::profile::{Catalogue, Profile};
use crate::print::{Document, Typesetter};
use crate::services::{Error, Till};
use crate::settings::{DataFolder, DeviceSetting, Settings, SettingsFault};

/// A printer as it might be set up.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub profile: Arc<Profile>,
    pub device: DeviceSetting,
}

/// What is known after a trial; whether the page is good only eyes can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// The printer's side took the page.
    Sent,
    /// Nothing, or not all of it, arrived.
    Failed(Trouble),
}

/// The models a till knows, its own profiles among them, by maker and name.
pub fn models(data: &DataFolder) -> Vec<Arc<Profile>> {
    let (catalogue, _) = Catalogue::with_folder(&data.printer_profiles());
    let mut models: Vec<_> = catalogue.profiles().cloned().map(Arc::new).collect();
    models.sort_by(|one, other| (&one.vendor, &one.model).cmp(&(&other.vendor, &other.model)));
    models
}

/// USB printers that are plugged in; nothing where the system does not let this
/// program look.
pub fn plugged_in() -> Option<Vec<UsbPrinter>> {
    device::usb_printers().ok()
}

/// The place among `models` of the one a USB printer says it is.
pub fn model_of(printer: &UsbPrinter, models: &[Arc<Profile>]) -> Option<usize> {
    let ids = printer.ids();
    let is_it = |profile: &Arc<Profile>| {
        let mut known = profile.matching.usb.iter();
        known.any(|known| known.eq_ignore_ascii_case(&ids))
    };
    models.iter().position(is_it)
}

/// The device at a network address as somebody types it, a name or numbers, with
/// a port or without; nothing for what is no address.
pub fn device_at(address: &str) -> Option<DeviceSetting> {
    let address = address.trim();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_:".contains(c);
    if !address.chars().all(is_plain) {
        return None;
    }
    format!("tcp:{address}").parse().ok()
}

/// What the test page is called where it becomes a file.
pub const TEST_PAGE: &str = "test-page";

/// A page that is nobody's paper.
pub struct Page<'a> {
    pub id: Uuid,
    /// What it is called where it becomes a file.
    pub name: &'a str,
    pub document: Document,
}

/// Prints a page at once and waits for it: what its device is called, and what is
/// known of the page afterwards.
pub fn print_past_the_queue(
    candidate: &Candidate,
    page: Page<'_>,
    pictures: &Path,
) -> (String, Delivery) {
    let profile = Arc::clone(&candidate.profile);
    let sheets = Typesetter::for_profile(&profile).draw(&page.document);
    let job = Job {
        id: page.id,
        name: page.name.to_owned(),
        work: Work::Paper(sheets.into()),
    };
    let mut device = device::device(&candidate.device, profile, pictures, false);
    (device.name(), device.deliver(&job, &mut |_| {}))
}

impl Till {
    /// Prints the test page of a candidate, and waits for it.
    ///
    /// # Errors
    /// No bazaar is set up; faults of the store.
    pub fn try_printer(&self, candidate: &Candidate, data: &DataFolder) -> Result<Tried, Error> {
        let settings = data.load_settings().unwrap_or_default();
        let languages = super::setup::languages(&settings.paper_language);
        let now = self.moments().now(&self.catalogue()?.bazaar.time_zone);
        let profile = &candidate.profile;
        let page = Page {
            id: self.moments().new_id(),
            name: TEST_PAGE,
            document: test_page(profile, languages, now),
        };
        let (_, delivery) = print_past_the_queue(candidate, page, &data.papers());
        Ok(match delivery {
            Delivery::Confirmed | Delivery::Sent { .. } => Tried::Sent,
            Delivery::Refused(fault) | Delivery::Unknown { fault, .. } => {
                Tried::Failed(fault.trouble())
            }
        })
    }
}

/// Keeps a candidate as the printer of that name, the first where it is empty;
/// what it is for stays as it was. It is used from the till's next start.
///
/// # Errors
/// Settings that cannot be read or written; nothing is changed then.
pub fn keep(candidate: &Candidate, name: &str, data: &DataFolder) -> Result<(), SettingsFault> {
    let (profile, device) = (candidate.profile.id.clone(), candidate.device.clone());
    data.change_settings(|settings: &mut Settings| {
        if let Some(printer) = settings.printers.get_mut(name) {
            (printer.profile, printer.device) = (profile, device);
        } else {
            (settings.printer.profile, settings.printer.device) = (profile, device);
        }
    })
}
