//! Which printers a till has, what each is for, and which takes another's place.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::paper::PaperKind;
use super::trial::Candidate;
use super::with_sale::SalePapers;
use crate::domain::bazaar::Bazaar;
use crate::domain::id::PackageCode;
use crate::locale::{Language, Sighting};
use crate::print::Bitmap;
use crate::print::device::{self, Device};
use crate::print::dither::Grey;
use crate::print::papers::PaperLanguages;
use crate::print::profile::{Catalogue, Profile};
use crate::services::{Error, Refusal};
use crate::settings::{DataFolder, DeviceSetting, PrinterRole, Settings};

/// How this till prints: its printers, and the languages of its papers.
#[derive(Clone, Debug)]
pub struct PrinterSetup {
    /// Never empty. The first prints all that no other does.
    pub printers: Vec<TillPrinter>,
    /// Where pictures go when a device is [`DeviceSetting::Picture`].
    pub pictures: PathBuf,
    pub languages: PaperLanguages,
    pub sighting: Sighting,
    /// The bazaar's own sign, in dots; absent where there is no readable one.
    pub logo: Option<Arc<Bitmap>>,
    /// Whether every sale prints slips for its families too.
    pub collection_slips: bool,
    /// Packages whose goods are told to the kitchen at every sale.
    pub kitchen: Vec<PackageCode>,
}

/// One printer of a till.
#[derive(Clone, Debug)]
pub struct TillPrinter {
    /// Empty for the first.
    pub name: String,
    pub profile: Arc<Profile>,
    pub device: DeviceSetting,
    pub prints: Vec<PrinterRole>,
    pub stands_in: bool,
}

impl TillPrinter {
    /// The printer as jobs name it: what they were drawn for and where they go.
    pub(super) fn address(&self) -> String {
        format!("{} {}", self.profile.id, self.device)
    }

    /// The printer as one to be tried out.
    pub fn candidate(&self) -> Candidate {
        Candidate {
            profile: Arc::clone(&self.profile),
            device: self.device.clone(),
        }
    }

    /// The device itself; its last paper may have broken off.
    pub(super) fn device(&self, pictures: &Path, broke_off: bool) -> Box<dyn Device> {
        device::device(&self.device, Arc::clone(&self.profile), pictures, broke_off)
    }
}

impl PrinterSetup {
    /// What a till's settings ask for.
    ///
    /// # Errors
    /// [`Refusal::UnknownPrinter`] when no profile has a name they give;
    /// [`Refusal::UnknownKitchenPackages`] for codes that are none.
    pub fn of(settings: &Settings, data: &DataFolder) -> Result<Self, Error> {
        let (catalogue, _) = Catalogue::with_folder(&data.printer_profiles());
        let profile = |id: &String| {
            catalogue
                .get(id)
                .map(|profile| Arc::new(profile.clone()))
                .ok_or_else(|| Refusal::UnknownPrinter(id.clone()))
        };
        let taken: Vec<PrinterRole> = settings
            .printers
            .values()
            .flat_map(|printer| printer.prints.iter().copied())
            .collect();
        let mut printers = vec![TillPrinter {
            name: String::new(),
            profile: profile(&settings.printer.profile)?,
            device: settings.printer.device.clone(),
            prints: PrinterRole::ALL
                .into_iter()
                .filter(|role| !taken.contains(role))
                .collect(),
            stands_in: true,
        }];
        for (name, printer) in &settings.printers {
            printers.push(TillPrinter {
                name: name.clone(),
                profile: profile(&printer.profile)?,
                device: printer.device.clone(),
                prints: printer.prints.clone(),
                stands_in: printer.stands_in,
            });
        }
        Ok(Self {
            printers,
            pictures: data.papers(),
            languages: languages(&settings.paper_language),
            sighting: Sighting::try_from(settings.hijri_days).unwrap_or_default(),
            logo: logo(&data.logo()),
            collection_slips: settings.collection_slips,
            kitchen: packages(&settings.kitchen_packages)?,
        })
    }

    /// Whether what the kitchen is told of are packages of a bazaar: a slip for a
    /// package nobody has would be missed only when somebody waits for their food.
    ///
    /// # Errors
    /// [`Refusal::UnknownKitchenPackages`], with those that are none.
    pub(super) fn check_kitchen(&self, bazaar: &Bazaar) -> Result<(), Refusal> {
        let is_known = |code: &PackageCode| bazaar.packages.iter().any(|known| known.code == *code);
        let unknown = self.kitchen.iter().filter(|code| !is_known(code));
        let unknown: Vec<String> = unknown.map(PackageCode::to_string).collect();
        match unknown.is_empty() {
            true => Ok(()),
            false => Err(Refusal::UnknownKitchenPackages(unknown)),
        }
    }

    /// A till with one printer.
    pub fn of_one(
        profile: Arc<Profile>,
        device: DeviceSetting,
        pictures: PathBuf,
        languages: PaperLanguages,
    ) -> Self {
        let first = TillPrinter {
            name: String::new(),
            profile,
            device,
            prints: PrinterRole::ALL.to_vec(),
            stands_in: true,
        };
        Self {
            printers: vec![first],
            pictures,
            languages,
            sighting: Sighting::default(),
            logo: None,
            collection_slips: false,
            kitchen: Vec::new(),
        }
    }

    /// The printer of receipts where nothing else is said.
    pub fn first(&self) -> &TillPrinter {
        &self.printers[0]
    }

    /// The place of the printer for a role.
    pub(super) fn place_for(&self, role: PrinterRole) -> usize {
        let has = |printer: &TillPrinter| printer.prints.contains(&role);
        self.printers.iter().position(has).unwrap_or_default()
    }

    /// What this till prints at a sale, with every printer at work; see
    /// [`Till::asking_for`](crate::services::Till::asking_for).
    pub fn sale_papers(&self) -> SalePapers {
        SalePapers::of(self, |role| self.place_for(role))
    }

    /// The place of a printer that takes over from the one at `place`, of those
    /// that are not `dead`.
    pub(super) fn stand_in(&self, place: usize, dead: impl Fn(usize) -> bool) -> Option<usize> {
        (0..self.printers.len())
            .find(|other| *other != place && self.printers[*other].stands_in && !dead(*other))
    }
}

/// Packages by their codes.
fn packages(codes: &[String]) -> Result<Vec<PackageCode>, Refusal> {
    let read = |code: &String| code.parse().map_err(|_| code.clone());
    let (read, unread): (Vec<_>, Vec<_>) = codes.iter().map(read).partition(Result::is_ok);
    match unread.is_empty() {
        true => Ok(read.into_iter().flatten().collect()),
        false => Err(Refusal::UnknownKitchenPackages(
            unread.into_iter().filter_map(Result::err).collect(),
        )),
    }
}

/// Which printer a paper goes to.
pub(super) fn role_of(kind: PaperKind) -> PrinterRole {
    match kind {
        PaperKind::CollectionSlip | PaperKind::KitchenSlip | PaperKind::FamilyOrder => {
            PrinterRole::CollectionSlips
        }
        PaperKind::Label => PrinterRole::Labels,
        PaperKind::Receipt
        | PaperKind::GiftReceipt
        | PaperKind::Refund
        | PaperKind::Order
        | PaperKind::OrderCancelled
        | PaperKind::TestPage => PrinterRole::Receipts,
        PaperKind::XReport
        | PaperKind::ZReport
        | PaperKind::Shift
        | PaperKind::Statement
        | PaperKind::Payout
        | PaperKind::FamilyPayment
        | PaperKind::Intake
        | PaperKind::GoodsReturn
        | PaperKind::GoodsLost
        | PaperKind::Unsold => PrinterRole::Reports,
    }
}

/// The widest a sign is printed, so that it fits every paper.
const LOGO_DOTS: usize = 240;

/// The sign in a PNG as dots. A till prints without one rather than not at all.
fn logo(path: &Path) -> Option<Arc<Bitmap>> {
    let picture = Grey::from_png(&std::fs::read(path).ok()?).ok()?;
    Some(Arc::new(picture.scaled_to(LOGO_DOTS).dithered()))
}

/// `ar`, `en`, or both with Arabic first for anything else.
pub(super) fn languages(setting: &str) -> PaperLanguages {
    match setting.parse() {
        Ok(Language::Arabic) => PaperLanguages::ARABIC,
        Ok(Language::English) => PaperLanguages::ENGLISH,
        Err(_) => PaperLanguages::BOTH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::MorePrinter;

    #[test]
    fn codes_that_are_no_packages_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::default();
        let terms = include_str!("../../../assets/bazaars/sharjah/bazaar.toml");
        let bazaar = crate::services::set_up::SetUp::read(terms).unwrap().bazaar;
        let mut refused = |codes: &[&str]| {
            settings.kitchen_packages = codes.iter().map(|code| (*code).to_owned()).collect();
            let setup = PrinterSetup::of(&settings, &DataFolder::at(folder.path()));
            setup.and_then(|setup| Ok(setup.check_kitchen(&bazaar)?))
        };
        let unknown = |answer: Result<(), Error>| match answer.unwrap_err() {
            Error::Refused(refusal) => match *refusal {
                Refusal::UnknownKitchenPackages(codes) => codes.join(" "),
                other => panic!("{other}"),
            },
            Error::Fault(fault) => panic!("{fault}"),
        };
        let known = bazaar.packages[0].code.to_string();
        assert!(refused(&[&known]).is_ok());
        assert_eq!(unknown(refused(&[&known, "a b", ""])), "a b ");
        assert_eq!(unknown(refused(&["SOUP", &known, "TEA"])), "SOUP TEA");
    }

    #[test]
    fn every_role_has_one_printer_and_a_dead_one_a_stand_in() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = Settings::default();
        let more = |prints: &[PrinterRole], stands_in| MorePrinter {
            profile: "generic-58".into(),
            device: DeviceSetting::Picture,
            prints: prints.to_vec(),
            stands_in,
        };
        settings
            .printers
            .insert("labels".into(), more(&[PrinterRole::Labels], false));
        settings
            .printers
            .insert("office".into(), more(&[PrinterRole::Reports], true));
        let setup = PrinterSetup::of(&settings, &DataFolder::at(folder.path())).unwrap();
        let places = PrinterRole::ALL.map(|role| setup.place_for(role));
        assert_eq!(places, [0, 0, 1, 2]);
        assert_eq!(setup.stand_in(0, |_| false), Some(2));
        assert_eq!(setup.stand_in(1, |_| false), Some(0));
        assert_eq!(setup.stand_in(2, |place| place == 0), None);
        assert_eq!(setup.stand_in(0, |_| true), None);
    }
}
