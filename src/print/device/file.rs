//! A file that takes printer bytes: a `.bin` file to look at, or whatever else
//! takes bytes and says nothing.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::transport::{Connection, Heard, Transport};

/// Appends every job's bytes to one file, which is made when it is missing.
pub struct FileTransport {
    path: PathBuf,
}

impl FileTransport {
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Transport for FileTransport {
    fn name(&self) -> String {
        self.path.display().to_string()
    }

    fn connect(&mut self) -> io::Result<Box<dyn Connection>> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.path)?;
        Ok(Box::new(OneWay {
            file,
            since: Instant::now(),
        }))
    }
}

struct OneWay {
    file: File,
    since: Instant,
}

impl Connection for OneWay {
    fn send(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn hear(&mut self, _wait: Duration) -> Heard {
        Heard::Silence
    }

    fn can_hear(&self) -> bool {
        false
    }

    fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }

    fn finish(mut self: Box<Self>, _patience: Duration) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::bitmap::Bitmap;
    use crate::print::device::given::{job, profile};
    use crate::print::device::{Delivery, Device, LinePrinter, Work};
    use crate::print::escpos::Commands;
    use std::sync::Arc;

    #[test]
    fn jobs_are_appended() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("till.bin");
        // A profile that confirms is not asked to where nobody can answer.
        let profile = profile("epson-tm-t20");
        let mut device = LinePrinter::new(FileTransport::new(&path), profile.clone());
        let sheets: Arc<[Bitmap]> = [Bitmap::new(576, 3)].into();
        let paper = Commands::paper(&sheets, &profile).bytes();
        let drawer = Commands::drawer(&profile).expect("a drawer").bytes();
        for work in [Work::Paper(sheets), Work::OpenDrawer] {
            let delivery = device.deliver(&job(work), &mut |_| {});
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
        let mut device = LinePrinter::new(FileTransport::new(folder.path()), profile("generic-58"));
        let delivery = device.deliver(&job(Work::OpenDrawer), &mut |_| {});
        assert!(matches!(delivery, Delivery::Refused(fault) if fault.may_pass()));
    }
}
