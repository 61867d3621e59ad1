//! Where papers go: a printer on the network, on a cable, behind a spooler; a
//! file; a folder of pictures.
//!
//! A device is honest about what it knows. That the kernel took the bytes is not
//! that they are on paper, and after a lost connection nobody knows. It never
//! tries twice; that is `queue`'s decision.
//!
//! Printers that take ESC/POS are all driven by [`LinePrinter`]; how its bytes
//! get there is a [`Transport`]'s work.

mod conversation;
mod discovery;
mod file;
mod health;
mod hearing;
#[cfg(unix)]
mod kernel;
mod line_printer;
#[cfg(unix)]
mod node;
mod picture;
mod replies;
#[cfg(unix)]
mod serial;
mod spooler;
mod tcp;
mod transport;
mod trouble;
mod usb;

use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

pub use discovery::{printer_nodes, serial_lines, spooler_queues};
pub use file::FileTransport;
pub use health::Health;
#[cfg(unix)]
pub use kernel::KernelTransport;
pub use line_printer::{LinePrinter, Waits};
pub use picture::PictureFolder;
pub use replies::{Replies, Reply};
#[cfg(unix)]
pub use serial::{SerialTransport, seconds_for_receipt};
pub use spooler::SpoolerTransport;
pub use tcp::TcpTransport;
pub use transport::{Connection, Heard, Transport};
pub use trouble::{Reason, Trouble};
pub use usb::{UsbPrinter, UsbTransport, usb_printers};

use super::bitmap::Bitmap;
use super::escpos::Commands;
use super::profile::Profile;
use crate::settings::DeviceSetting;

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
    /// It says what is the matter, or its silence does.
    #[error("{device}: {}", trouble.code())]
    NotReady { device: String, trouble: Trouble },
    /// Trying again never helps.
    #[error("{device} has no drawer")]
    NoDrawer { device: String },
}

/// Hears, during an attempt, that the printer stands still and why, and that it
/// goes on again.
pub type Watch<'w> = dyn FnMut(Option<Trouble>) + 'w;

/// Somewhere papers go.
pub trait Device: Send {
    /// The device as its owner knows it: an address, a path.
    fn name(&self) -> String;

    /// Makes one attempt and says what is known after it. May take as long as
    /// the paper takes; called from the queue's thread only.
    fn deliver(&mut self, job: &Job, watch: &mut Watch) -> Delivery;
}

impl Device for Box<dyn Device> {
    fn name(&self) -> String {
        self.as_ref().name()
    }

    fn deliver(&mut self, job: &Job, watch: &mut Watch) -> Delivery {
        self.as_mut().deliver(job, watch)
    }
}

/// The device a till's settings name; pictures go to `pictures`. A printer whose
/// last paper may have broken off is told to begin afresh.
pub fn device(
    setting: &DeviceSetting,
    profile: Arc<Profile>,
    pictures: &Path,
    broke_off: bool,
) -> Box<dyn Device> {
    let transport: Box<dyn Transport> = match setting {
        DeviceSetting::Picture => return Box::new(PictureFolder::new(pictures)),
        DeviceSetting::File(path) => Box::new(FileTransport::new(path)),
        DeviceSetting::Tcp { host, port } => Box::new(TcpTransport::new(host, *port)),
        DeviceSetting::Usb {
            vendor,
            product,
            serial,
        } => Box::new(UsbTransport::new(*vendor, *product, serial.clone())),
        DeviceSetting::Spooler(queue) => Box::new(SpoolerTransport::new(queue)),
        #[cfg(unix)]
        DeviceSetting::Kernel(path) => Box::new(KernelTransport::new(path)),
        #[cfg(unix)]
        DeviceSetting::Serial { path, baud } => Box::new(SerialTransport::new(path, *baud)),
        // Elsewhere a port is a file that takes bytes.
        #[cfg(not(unix))]
        DeviceSetting::Kernel(path) | DeviceSetting::Serial { path, .. } => {
            Box::new(FileTransport::new(path))
        }
    };
    let printer = LinePrinter::new(transport, profile);
    match broke_off {
        true => Box::new(printer.after_a_break()),
        false => Box::new(printer),
    }
}

/// A fault with what caused it, for the log and the job's record.
pub(super) fn told(fault: &dyn std::error::Error) -> String {
    match fault.source() {
        Some(source) => format!("{fault}: {source}"),
        None => fault.to_string(),
    }
}

impl DeviceFault {
    /// Whether the same work could succeed later.
    pub fn may_pass(&self) -> bool {
        !matches!(self, DeviceFault::NoDrawer { .. })
    }

    /// What to tell a person.
    pub fn trouble(&self) -> Trouble {
        match self {
            DeviceFault::Unreachable { source, .. }
                if source.kind() == ErrorKind::PermissionDenied =>
            {
                Trouble::NotPermitted
            }
            DeviceFault::Unreachable { .. } => Trouble::Unreachable,
            DeviceFault::BrokeOff { .. } => Trouble::BrokeOff,
            DeviceFault::NotReady { trouble, .. } => *trouble,
            DeviceFault::NoDrawer { .. } => Trouble::NoDrawer,
        }
    }

    /// The trouble with what the machine said.
    pub fn reason(&self) -> Reason {
        Reason::new(self.trouble(), told(self))
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

/// What the tests of devices are given.
#[cfg(test)]
pub(super) mod given {
    use super::{Job, Work};
    use crate::print::profile::{Catalogue, Profile};
    #[cfg(unix)]
    use std::io::{BufRead, BufReader};
    #[cfg(unix)]
    use std::path::PathBuf;
    #[cfg(unix)]
    use std::process::{Child, Command, Stdio};
    use std::sync::Arc;
    use uuid::Uuid;

    /// A shipped profile.
    pub fn profile(id: &str) -> Arc<Profile> {
        Arc::new(Catalogue::shipped().get(id).expect("shipped").clone())
    }

    /// A line of this machine whose other end is a fake printer's port; gone when
    /// dropped.
    #[cfg(unix)]
    pub struct Line {
        pub path: PathBuf,
        maker: Child,
    }

    #[cfg(unix)]
    const LINE: &str = r#"
import os, pty, select, socket, sys, tty
master, slave = pty.openpty()
tty.setraw(slave)
printer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
print(os.ttyname(slave), flush=True)
while True:
    for ready in select.select([master, printer], [], [])[0]:
        if ready == master:
            printer.sendall(os.read(master, 1024))
        else:
            answer = printer.recv(1024)
            if not answer:
                sys.exit()
            os.write(master, answer)
"#;

    #[cfg(unix)]
    impl Line {
        /// Nothing where there is no python3 to make it with.
        pub fn to(port: u16) -> Option<Self> {
            let mut maker = Command::new("python3")
                .args(["-c", LINE, &port.to_string()])
                .stdout(Stdio::piped())
                .spawn()
                .ok()?;
            let mut path = String::new();
            let told = BufReader::new(maker.stdout.take().expect("it was asked for"))
                .read_line(&mut path)
                .expect("it tells");
            assert!(told > 0, "python3 makes no line here");
            Some(Line {
                path: path.trim().into(),
                maker,
            })
        }
    }

    #[cfg(unix)]
    impl Drop for Line {
        fn drop(&mut self) {
            let _ = self.maker.kill();
            let _ = self.maker.wait();
        }
    }

    /// A job without a name.
    pub fn job(work: Work) -> Job {
        Job {
            id: Uuid::nil(),
            name: String::new(),
            work,
        }
    }
}
