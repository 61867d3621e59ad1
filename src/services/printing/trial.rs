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
use crate::settings::{
    DataFolder, DeviceSetting, MorePrinter, PrinterRole, Settings, SettingsFault,
};

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

/// A way to a printer that has a name somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed {
    /// A network address: a name or numbers, with a port or without.
    Address,
    /// A serial line, by its path.
    Serial,
    /// A queue of CUPS.
    Queue,
    /// The kernel's printer node.
    Node,
    /// A file, for another program to read.
    File,
}

/// The speeds printers on serial lines are set to, in bits a second.
pub const SPEEDS: [u32; 5] = [9_600, 19_200, 38_400, 57_600, 115_200];

impl Typed {
    /// The device of that name, a serial line at `baud`; nothing for what names none.
    pub fn device(self, name: &str, baud: u32) -> Option<DeviceSetting> {
        let name = name.trim();
        let plain = |marks: &str| {
            let is_plain = |c: char| c.is_ascii_alphanumeric() || marks.contains(c);
            name.chars().all(is_plain)
        };
        let is_path = match cfg!(unix) {
            true => name.starts_with('/') && !name.ends_with('/'),
            false => !name.is_empty(),
        };
        let device = match self {
            Typed::Address if plain(".-_:") => format!("tcp:{name}"),
            Typed::Queue if plain(".-_") => format!("cups:{name}"),
            Typed::Serial if is_path => format!("serial:{name}:{baud}"),
            Typed::Node if is_path => format!("lp:{name}"),
            Typed::File if is_path => format!("file:{name}"),
            _ => return None,
        };
        device.parse().ok()
    }

    /// What of it this machine has; addresses and files are not looked for.
    pub fn found(self) -> Vec<String> {
        match self {
            Typed::Serial => device::serial_lines(),
            Typed::Queue => device::spooler_queues(),
            Typed::Node => device::printer_nodes(),
            Typed::Address | Typed::File => Vec::new(),
        }
    }
}

/// How many seconds a receipt takes over this device, where that is too long for
/// somebody who waits for it.
pub fn slow_receipt(device: &DeviceSetting) -> Option<u32> {
    /// Seconds a customer waits for a receipt without wondering.
    const PATIENCE: u32 = 20;
    #[cfg(unix)]
    if let DeviceSetting::Serial { baud, .. } = device {
        return Some(device::seconds_for_receipt(*baud)).filter(|seconds| *seconds > PATIENCE);
    }
    None
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

/// What a printer beside the first is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uses {
    pub prints: Vec<PrinterRole>,
    pub stands_in: bool,
}

/// A name no printer of this till has: the second is called 2.
pub fn free_name(settings: &Settings) -> String {
    let mut numbers = (2..).map(|number: u32| number.to_string());
    let free = numbers.find(|name| !settings.printers.contains_key(name));
    free.expect("there are more numbers than printers")
}

/// Keeps a candidate as the printer of that name, the first where it is empty. Of
/// two printers that are for the same, the one kept last is.
///
/// # Errors
/// Settings that cannot be read or written; nothing is changed then.
pub fn keep(
    candidate: &Candidate,
    name: &str,
    uses: &Uses,
    data: &DataFolder,
) -> Result<(), SettingsFault> {
    let (profile, device) = (candidate.profile.id.clone(), candidate.device.clone());
    data.change_settings(|settings: &mut Settings| {
        if name.is_empty() {
            (settings.printer.profile, settings.printer.device) = (profile, device);
            return;
        }
        for other in settings.printers.values_mut() {
            other.prints.retain(|role| !uses.prints.contains(role));
        }
        let kept = MorePrinter {
            profile,
            device,
            prints: uses.prints.clone(),
            stands_in: uses.stands_in,
        };
        settings.printers.insert(name.to_owned(), kept);
    })
}

/// Takes the printer of that name away; what it printed comes out of the first.
///
/// # Errors
/// As [`keep`].
pub fn remove(name: &str, data: &DataFolder) -> Result<(), SettingsFault> {
    data.change_settings(|settings: &mut Settings| {
        settings.printers.remove(name);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_names_a_device_or_nothing() {
        for (typed, name, device) in [
            (Typed::Address, " 10.0.0.7 ", "tcp:10.0.0.7:9100"),
            (
                Typed::Address,
                "till-printer.hall:9101",
                "tcp:till-printer.hall:9101",
            ),
            (Typed::Address, "at the corner", ""),
            (Typed::Address, "", ""),
            (Typed::Serial, "/dev/ttyUSB0", "serial:/dev/ttyUSB0:38400"),
            (Typed::Serial, "ttyUSB0", ""),
            (Typed::Queue, "hall_2", "cups:hall_2"),
            (Typed::Queue, "-d", ""),
            (Typed::Queue, "the hall", ""),
            (Typed::Node, "/dev/usb/lp0", "lp:/dev/usb/lp0"),
            (Typed::Node, "/dev/usb/", ""),
            (Typed::File, "/var/till.bin", "file:/var/till.bin"),
            (Typed::File, "", ""),
        ] {
            let found = typed.device(name, 38_400).map(|device| device.to_string());
            assert_eq!(found.unwrap_or_default(), device, "{typed:?} {name:?}");
        }
    }

    #[test]
    fn a_slow_line_is_told() {
        let line = |baud| Typed::Serial.device("/dev/ttyS0", baud).unwrap();
        assert_eq!(slow_receipt(&line(9_600)), Some(157));
        assert_eq!(slow_receipt(&line(115_200)), None);
        assert_eq!(slow_receipt(&DeviceSetting::Picture), None);
    }

    #[test]
    fn every_role_has_one_printer_however_they_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        let model = models(&data).remove(0);
        let candidate = Candidate {
            profile: model,
            device: DeviceSetting::Picture,
        };
        let uses = |prints: &[PrinterRole]| Uses {
            prints: prints.to_vec(),
            stands_in: true,
        };
        use PrinterRole::{Labels, Reports};
        for (roles, name) in [(&[Labels, Reports][..], "2"), (&[Labels][..], "3")] {
            let settings = data.load_settings().unwrap();
            assert_eq!(free_name(&settings), name);
            keep(&candidate, name, &uses(roles), &data).unwrap();
        }
        let printers = data.load_settings().unwrap().printers;
        assert_eq!(printers["2"].prints, [Reports]);
        assert_eq!(printers["3"].prints, [Labels]);
        keep(&candidate, "", &Uses::default(), &data).unwrap();
        remove("2", &data).unwrap();
        let settings = data.load_settings().unwrap();
        assert_eq!(settings.printer.profile, candidate.profile.id);
        assert_eq!(free_name(&settings), "2");
        assert_eq!(settings.printers.len(), 1);
    }
}
