//! A file that takes printer bytes: a printer's device node, or a `.bin` file to
//! look at.

use std::fs::OpenOptions;
use std::path::PathBuf;
use std::sync::Arc;

use super::{Delivery, Device, DeviceFault, Job};
use crate::print::escpos::transmit;
use crate::print::profile::Profile;

/// Appends every job's bytes to one file, which is made when it is missing.
pub struct FileDevice {
    path: PathBuf,
    profile: Arc<Profile>,
}

impl FileDevice {
    pub fn new(path: impl Into<PathBuf>, profile: Arc<Profile>) -> Self {
        Self {
            path: path.into(),
            profile,
        }
    }
}

impl Device for FileDevice {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn deliver(&mut self, job: &Job) -> Delivery {
        let device = self.name();
        let commands = match job.work.commands(&self.profile, &device) {
            Ok(commands) => commands,
            Err(fault) => return Delivery::Refused(fault),
        };
        match OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)
        {
            Ok(mut file) => Delivery::after(transmit(&commands, &mut file), &device),
            Err(source) => Delivery::Refused(DeviceFault::Unreachable { device, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::device::Work;
    use crate::print::escpos::Commands;
    use crate::print::profile::Catalogue;
    use uuid::Uuid;

    #[test]
    fn jobs_are_appended() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("till.bin");
        let profile = Arc::new(
            Catalogue::shipped()
                .get("generic-80")
                .expect("shipped")
                .clone(),
        );
        let mut device = FileDevice::new(&path, profile.clone());
        let sheets: Arc<[Bitmap]> = [Bitmap::new(576, 3)].into();
        let paper = Commands::paper(&sheets, &profile).bytes();
        let drawer = Commands::drawer(&profile).expect("a drawer").bytes();
        for work in [Work::Paper(sheets), Work::OpenDrawer] {
            let delivery = device.deliver(&Job {
                id: Uuid::nil(),
                name: String::new(),
                work,
            });
            assert!(matches!(delivery, Delivery::Sent { .. }), "{delivery:?}");
        }
        assert_eq!(
            std::fs::read(&path).expect("written"),
            [paper, drawer].concat()
        );
    }

    #[test]
    fn a_file_that_cannot_be_opened_refuses() {
        let folder = tempfile::tempdir().expect("a folder");
        let profile = Arc::new(
            Catalogue::shipped()
                .get("generic-58")
                .expect("shipped")
                .clone(),
        );
        let mut device = FileDevice::new(folder.path(), profile);
        let delivery = device.deliver(&Job {
            id: Uuid::nil(),
            name: String::new(),
            work: Work::OpenDrawer,
        });
        assert!(matches!(delivery, Delivery::Refused(fault) if fault.may_pass()));
    }
}
