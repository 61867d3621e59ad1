//! Where papers go: a printer on the network, a file, a folder of pictures.
//!
//! A device is honest about what it knows. That the kernel took the bytes is not
//! that they are on paper, and after a lost connection nobody knows. It never
//! tries twice; that is `queue`'s decision.

mod file;
mod picture;
mod tcp;

use std::io;
use std::sync::Arc;

use uuid::Uuid;

pub use file::FileDevice;
pub use picture::PictureFolder;
pub use tcp::{TcpPrinter, TcpWaits};

use super::bitmap::Bitmap;
use super::escpos::{Commands, Transmission};
use super::profile::Profile;

/// Something to do, once.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: Uuid,
    /// What it is called where it becomes a file; its id where that is empty.
    pub name: String,
    pub work: Work,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// One bitmap per sheet, each cut.
    Paper(Arc<[Bitmap]>),
    /// Opens the cash drawer.
    OpenDrawer,
}

/// What is known after an attempt.
#[derive(Debug)]
pub enum Delivery {
    /// It is certainly done.
    Confirmed,
    /// The printer's side took every byte and did not break off; whether it is
    /// on paper is not known.
    Sent { bytes: u64 },
    /// Nothing left this machine: trying again cannot print twice.
    Refused(DeviceFault),
    /// Some bytes left, then contact was lost. It may or may not be on paper.
    Unknown { sent: u64, fault: DeviceFault },
}

/// Why a device could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum DeviceFault {
    #[error("{device} cannot be reached")]
    Unreachable { device: String, source: io::Error },
    #[error("{device} broke off")]
    BrokeOff { device: String, source: io::Error },
    /// Trying again never helps.
    #[error("{device} has no drawer")]
    NoDrawer { device: String },
}

/// Somewhere papers go.
pub trait Device: Send {
    /// The device as its owner knows it: an address, a path.
    fn name(&self) -> String;

    /// Makes one attempt and says what is known after it. May take as long as
    /// the paper takes; called from the queue's thread only.
    fn deliver(&mut self, job: &Job) -> Delivery;
}

impl DeviceFault {
    /// Whether the same work could succeed later.
    pub fn may_pass(&self) -> bool {
        !matches!(self, DeviceFault::NoDrawer { .. })
    }
}

impl Work {
    /// The printer's commands for this work.
    fn commands(&self, profile: &Profile, device: &str) -> Result<Commands, DeviceFault> {
        match self {
            Work::Paper(sheets) => Ok(Commands::paper(sheets, profile)),
            Work::OpenDrawer => Commands::drawer(profile).ok_or_else(|| DeviceFault::NoDrawer {
                device: device.to_string(),
            }),
        }
    }

    /// Rows of dots on all sheets.
    fn rows(&self) -> usize {
        match self {
            Work::Paper(sheets) => sheets.iter().map(Bitmap::height).sum(),
            Work::OpenDrawer => 0,
        }
    }
}

impl Delivery {
    /// What an attempt over a wire says, before anything else is known.
    fn after(transmission: Transmission, device: &str) -> Self {
        let Transmission { sent, fault } = transmission;
        match fault {
            None => Delivery::Sent { bytes: sent },
            Some(source) if sent == 0 => Delivery::Refused(DeviceFault::Unreachable {
                device: device.to_string(),
                source,
            }),
            Some(source) => Delivery::Unknown {
                sent,
                fault: DeviceFault::BrokeOff {
                    device: device.to_string(),
                    source,
                },
            },
        }
    }
}
