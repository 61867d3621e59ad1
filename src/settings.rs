//! This till's own settings: where its data lives, its language, how its screen
//! looks, its printer.
//!
//! The terms of the bazaar are no settings; they are in the journal.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The folder that holds all of a till: database, settings, papers, backups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The platform's data folder for this program; `None` where there is no
    /// home folder to derive it from.
    pub fn of_platform() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "sanduq")?;
        Some(DataFolder(folders.data_dir().to_path_buf()))
    }

    pub fn at(path: impl Into<PathBuf>) -> Self {
        DataFolder(path.into())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn database(&self) -> PathBuf {
        self.0.join("till.sqlite")
    }

    pub fn settings_file(&self) -> PathBuf {
        self.0.join("settings.toml")
    }

    /// Where papers go as pictures while the till has no printer.
    pub fn papers(&self) -> PathBuf {
        self.0.join("papers")
    }

    /// Where statements go as files: where the platform keeps a person's documents,
    /// or within this folder if it is not the platform's own.
    pub fn statements(&self) -> PathBuf {
        let own = || self.0.join("statements");
        if Self::of_platform().as_ref() != Some(self) {
            return own();
        }
        let folders = directories::UserDirs::new();
        let documents = folders
            .as_ref()
            .and_then(directories::UserDirs::document_dir);
        documents.map_or_else(own, |documents| documents.join("Sanduq"))
    }

    /// Where files to be taken in are put.
    pub fn inbox(&self) -> PathBuf {
        self.0.join("inbox")
    }

    pub fn backups(&self) -> PathBuf {
        self.0.join("backups")
    }

    /// Photographs of staff and goods, for the screen.
    pub fn pictures(&self) -> PathBuf {
        self.0.join("pictures")
    }

    /// The bazaar's sign, for the head of papers.
    pub fn logo(&self) -> PathBuf {
        self.0.join("logo.png")
    }

    /// The list of the folders next editions of this one began in, one a line.
    pub fn next_editions(&self) -> PathBuf {
        self.0.join("next-editions.txt")
    }

    /// The folder of the training: data of its own, which never mixes with this.
    pub fn training(&self) -> DataFolder {
        DataFolder(self.0.join("training"))
    }

    /// Printer profiles of the user's own.
    pub fn printer_profiles(&self) -> PathBuf {
        self.0.join("printer-profiles")
    }

    /// Reads the settings; those of a new till where there is no file.
    ///
    /// # Errors
    /// [`SettingsFault`] for a file that can't be read or makes no sense.
    pub fn load_settings(&self) -> Result<Settings, SettingsFault> {
        let path = self.settings_file();
        match fs::read_to_string(&path) {
            Ok(text) => toml::from_str(&text).map_err(|source| SettingsFault::Malformed {
                path,
                source: Box::new(source),
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Settings::default()),
            Err(source) => Err(SettingsFault::Unreadable { path, source }),
        }
    }

    /// Writes the settings, whole or not at all.
    ///
    /// # Errors
    /// [`SettingsFault::Unwritable`].
    pub fn save_settings(&self, settings: &Settings) -> Result<(), SettingsFault> {
        let path = self.settings_file();
        let text = toml::to_string_pretty(settings).expect("settings are plain values");
        fs::create_dir_all(&self.0)
            .and_then(|()| write_whole(&path, text.as_bytes()))
            .map_err(|source| SettingsFault::Unwritable { path, source })
    }

    /// Changes some settings and leaves the others as they stand in the file.
    ///
    /// # Errors
    /// As [`DataFolder::load_settings`] and [`DataFolder::save_settings`].
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), SettingsFault> {
        let mut settings = self.load_settings()?;
        change(&mut settings);
        self.save_settings(&settings)
    }
}

/// Writes a file so that its name never stands for half of it.
///
/// # Errors
/// Of the file.
pub fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = unfinished(file);
    fs::write(&part, bytes)?;
    fs::rename(part, file)
}

/// What a file is called until it is whole.
pub fn unfinished(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    name.into()
}

/// The settings of one till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The screen's language tag, `ar` or `en`.
    pub language: String,
    /// The papers' language: `ar`, `en` or `both`.
    pub paper_language: String,
    /// Days the Hijri date is moved by, after the sighting of the moon.
    pub hijri_days: i8,
    /// Whether every sale prints a slip for each of its families.
    pub collection_slips: bool,
    /// Codes of packages whose goods are told to the kitchen at every sale.
    pub kitchen_packages: Vec<String>,
    /// Folders looked at for files to take in, beside the inbox; without any, the
    /// downloads and whatever memory sticks there are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub import_folders: Vec<PathBuf>,
    /// Other tills' and editions' databases that were tallied with this one last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other_databases: Vec<PathBuf>,
    pub display: DisplaySettings,
    pub customer_display: CustomerDisplaySettings,
    /// The printer of receipts, and of all that no other prints.
    pub printer: PrinterSettings,
    /// More printers, by the names their owner gave them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub printers: BTreeMap<String, MorePrinter>,
}

/// The window that faces the customer, on a screen of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomerDisplaySettings {
    /// Whether it is opened with the till.
    pub on: bool,
    /// Where its first corner lies, in pixels of the whole desktop: beside a first
    /// screen 1920 wide it is 1920, 0.
    pub x: i32,
    pub y: i32,
    pub width: u32,
    pub height: u32,
    /// A frame to move and close it by; a screen that shows nothing else needs none.
    pub frame: bool,
}

/// How the screen of this till looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DisplaySettings {
    pub look: Look,
    pub text_size: TextSize,
    /// The digits of Arabic screens; absent, those the bazaar writes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digits: Option<DigitsSetting>,
    /// Covers the whole screen, as on a till that does nothing else.
    pub kiosk: bool,
    /// Goods stand on the shelf without their photographs: more of them fit.
    pub plain_shelf: bool,
}

/// The colours of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Look {
    #[default]
    Light,
    Dark,
    /// Black on white, for weak eyes or a glaring window.
    Contrast,
}

impl Look {
    pub const ALL: [Look; 3] = [Look::Light, Look::Dark, Look::Contrast];
}

/// How large type is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    Small,
    #[default]
    Medium,
    Large,
    Largest,
}

impl TextSize {
    pub const ALL: [TextSize; 4] = [
        TextSize::Small,
        TextSize::Medium,
        TextSize::Large,
        TextSize::Largest,
    ];
}

/// Digits, whatever the bazaar writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DigitsSetting {
    /// ٠١٢٣
    ArabicIndic,
    /// 0123
    Latin,
}

/// A printer beside the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MorePrinter {
    /// The id of a printer profile.
    pub profile: String,
    pub device: DeviceSetting,
    /// What comes out of it instead of the first printer.
    #[serde(default)]
    pub prints: Vec<PrinterRole>,
    /// Whether it takes papers over when the printer they are for is dead.
    #[serde(default)]
    pub stands_in: bool,
}

/// What a printer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PrinterRole {
    /// What a customer takes home, and the drawer.
    Receipts,
    /// Slips the families hand goods out by.
    CollectionSlips,
    Labels,
    /// Readings, statements, slips of money.
    Reports,
}

impl PrinterRole {
    pub const ALL: [PrinterRole; 4] = [
        PrinterRole::Receipts,
        PrinterRole::CollectionSlips,
        PrinterRole::Labels,
        PrinterRole::Reports,
    ];
}

/// The receipt printer of this till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrinterSettings {
    /// The id of a printer profile.
    pub profile: String,
    pub device: DeviceSetting,
}

/// How papers leave the till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum DeviceSetting {
    /// As pictures in the papers folder: a till without a printer.
    Picture,
    /// As bytes appended to a file or a device node.
    File(PathBuf),
    /// To a network printer.
    Tcp { host: String, port: u16 },
    /// To a printer behind the kernel's node, such as `/dev/usb/lp0`.
    Kernel(PathBuf),
    /// To a printer on a serial line.
    Serial { path: PathBuf, baud: u32 },
    /// To a printer on USB, by vendor, product and perhaps serial number.
    Usb {
        vendor: u16,
        product: u16,
        serial: Option<String>,
    },
    /// To a CUPS queue, as it is.
    Spooler(String),
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            language: "ar".to_owned(),
            paper_language: "both".to_owned(),
            hijri_days: 0,
            collection_slips: false,
            kitchen_packages: Vec::new(),
            import_folders: Vec::new(),
            other_databases: Vec::new(),
            display: DisplaySettings::default(),
            printer: PrinterSettings::default(),
            printers: BTreeMap::new(),
            customer_display: CustomerDisplaySettings::default(),
        }
    }
}

impl Default for CustomerDisplaySettings {
    fn default() -> Self {
        CustomerDisplaySettings {
            on: false,
            x: 1280,
            y: 0,
            width: 1024,
            height: 600,
            frame: false,
        }
    }
}

impl Default for PrinterSettings {
    fn default() -> Self {
        PrinterSettings {
            profile: "generic-80".to_owned(),
            device: DeviceSetting::Picture,
        }
    }
}

/// Why a text names no device.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "{0:?} is no device; write picture, tcp:HOST:PORT, usb:VENDOR:PRODUCT, \
     lp:PATH, serial:PATH:BAUD, cups:QUEUE or file:PATH"
)]
pub struct BadDevice(pub String);

impl FromStr for DeviceSetting {
    type Err = BadDevice;

    fn from_str(text: &str) -> Result<Self, BadDevice> {
        let bad = || BadDevice(text.to_owned());
        match text.trim().split_once(':') {
            None if text.trim() == "picture" => Ok(DeviceSetting::Picture),
            Some(("file", path)) if !path.is_empty() => Ok(DeviceSetting::File(path.into())),
            Some(("lp", path)) if !path.is_empty() => Ok(DeviceSetting::Kernel(path.into())),
            Some(("cups", queue)) if !queue.is_empty() && !queue.starts_with('-') => {
                Ok(DeviceSetting::Spooler(queue.to_owned()))
            }
            Some(("serial", line)) => {
                let (path, baud) = line.rsplit_once(':').ok_or_else(bad)?;
                let baud = baud.parse().ok().filter(|baud| *baud > 0).ok_or_else(bad)?;
                if path.is_empty() {
                    return Err(bad());
                }
                Ok(DeviceSetting::Serial {
                    path: path.into(),
                    baud,
                })
            }
            Some(("usb", ids)) => {
                let mut parts = ids.splitn(3, ':');
                let mut id = || {
                    let part = parts.next().filter(|part| part.len() == 4)?;
                    u16::from_str_radix(part, 16).ok()
                };
                let (vendor, product) = (id().ok_or_else(bad)?, id().ok_or_else(bad)?);
                let serial = parts.next().filter(|serial| !serial.is_empty());
                Ok(DeviceSetting::Usb {
                    vendor,
                    product,
                    serial: serial.map(str::to_owned),
                })
            }
            Some(("tcp", address)) => {
                let (host, port) = match address.rsplit_once(':') {
                    Some((host, port)) => (host, port.parse().map_err(|_| bad())?),
                    None => (address, 9100),
                };
                if host.is_empty() {
                    return Err(bad());
                }
                Ok(DeviceSetting::Tcp {
                    host: host.to_owned(),
                    port,
                })
            }
            _ => Err(bad()),
        }
    }
}

impl TryFrom<String> for DeviceSetting {
    type Error = BadDevice;
    fn try_from(text: String) -> Result<Self, BadDevice> {
        text.parse()
    }
}

impl From<DeviceSetting> for String {
    fn from(device: DeviceSetting) -> String {
        device.to_string()
    }
}

impl fmt::Display for DeviceSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DeviceSetting::Picture => f.write_str("picture"),
            DeviceSetting::File(path) => write!(f, "file:{}", path.display()),
            DeviceSetting::Tcp { host, port } => write!(f, "tcp:{host}:{port}"),
            DeviceSetting::Kernel(path) => write!(f, "lp:{}", path.display()),
            DeviceSetting::Serial { path, baud } => write!(f, "serial:{}:{baud}", path.display()),
            DeviceSetting::Usb {
                vendor,
                product,
                serial,
            } => {
                write!(f, "usb:{vendor:04x}:{product:04x}")?;
                match serial {
                    Some(serial) => write!(f, ":{serial}"),
                    None => Ok(()),
                }
            }
            DeviceSetting::Spooler(queue) => write!(f, "cups:{queue}"),
        }
    }
}

/// Why settings can't be read or kept.
#[derive(Debug, Error)]
pub enum SettingsFault {
    #[error("{} can't be read", .path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{} makes no sense: {source}", .path.display())]
    Malformed {
        path: PathBuf,
        source: Box<toml::de::Error>,
    },
    #[error("{} can't be written", .path.display())]
    Unwritable {
        path: PathBuf,
        source: std::io::Error,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_reads_back_as_written() {
        for text in [
            "picture",
            "file:/var/spool/till.bin",
            "tcp:printer.hall:9100",
            "lp:/dev/usb/lp0",
            "serial:/dev/ttyUSB0:115200",
            "usb:04b8:0e15",
            "usb:04b8:0e15:J3A1:2",
            "cups:hall",
        ] {
            assert_eq!(text.parse::<DeviceSetting>().unwrap().to_string(), text);
        }
        assert_eq!(
            "tcp:10.0.0.7".parse(),
            Ok(DeviceSetting::Tcp {
                host: "10.0.0.7".into(),
                port: 9100
            })
        );
        for text in [
            "",
            "usb",
            "usb:4b8:0e15",
            "usb:04b8",
            "file:",
            "tcp:",
            "tcp:a:b",
            "lp:",
            "cups:",
            "cups:-d",
            "serial:/dev/ttyS0",
            "serial::9600",
            "serial:/dev/ttyS0:0",
        ] {
            assert!(text.parse::<DeviceSetting>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn settings_survive_a_round_and_refuse_unknown_keys() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::at(folder.path());
        assert_eq!(data.load_settings().unwrap(), Settings::default());
        let settings = Settings {
            language: "en".into(),
            hijri_days: -1,
            display: DisplaySettings {
                look: Look::Contrast,
                text_size: TextSize::Largest,
                digits: Some(DigitsSetting::ArabicIndic),
                kiosk: true,
                plain_shelf: true,
            },
            printers: [(
                "labels".to_owned(),
                MorePrinter {
                    profile: "generic-58".into(),
                    device: DeviceSetting::Picture,
                    prints: vec![PrinterRole::Labels, PrinterRole::CollectionSlips],
                    stands_in: true,
                },
            )]
            .into(),
            ..Settings::default()
        };
        data.save_settings(&settings).unwrap();
        assert_eq!(data.load_settings().unwrap(), settings);
        data.change_settings(|settings| settings.display = DisplaySettings::default())
            .unwrap();
        let changed = data.load_settings().unwrap();
        assert_eq!(changed.display, DisplaySettings::default());
        assert_eq!(changed.hijri_days, -1, "the others stay as they were");
        fs::write(data.settings_file(), "langage = \"ar\"").unwrap();
        assert!(matches!(
            data.load_settings(),
            Err(SettingsFault::Malformed { .. })
        ));
    }
}
